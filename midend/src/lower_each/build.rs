//! Writes operations at one place of a function, in the words that loops over arrays need.

use super::Helpers;
use crate::axis_order::are_in_c_order;
use crate::func::{Func, Loc, Module};
use crate::ir::{BinaryOp, Block, CompareOp, FuncId, Op, Site, Value, Values, View, ViewAxis};
use crate::types::{ArrayType, DType, Layout, Type};
use smallvec::SmallVec;

/// Where to write, and what is shared by all `each` of a module.
pub(super) struct Builder<'m> {
    pub module: &'m mut Module,
    pub helpers: &'m mut Helpers,
    pub func: &'m mut Func,
    pub block: Block,
    pub loc: Loc,
    pub site: Site,
}

impl Builder<'_> {
    /// Appends an operation with one result.
    pub fn op(&mut self, op: Op, ty: Type) -> Value {
        self.func.push(self.block, op, &[ty], self.loc)[0]
    }

    /// Appends an operation without results.
    pub fn effect(&mut self, op: Op) {
        self.func.push(self.block, op, &[], self.loc);
    }

    pub fn constant(&mut self, dtype: DType, bits: u64) -> Value {
        self.op(Op::Const(bits), Type::Scalar(dtype))
    }

    /// `%z = complex %re, %im`
    pub fn complex(&mut self, re: Value, im: Value) -> Value {
        let dtype = self.func.ty(re).scalar().unwrap_or(DType::F64).complex();
        self.op(Op::Complex(re, im), Type::Scalar(dtype))
    }

    /// A zero of this sign; of a complex number, both parts are.
    pub fn zero(&mut self, dtype: DType, negative: bool) -> Value {
        if let Some(part) = dtype.part() {
            let part = self.zero(part, negative);
            return self.complex(part, part);
        }
        let bits = match dtype {
            DType::F32 if negative => 1 << 31,
            DType::F64 if negative => 1 << 63,
            _ => 0,
        };
        self.constant(dtype, bits)
    }

    pub fn int(&mut self, value: i64) -> Value {
        self.constant(DType::I64, value as u64)
    }

    pub fn binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let ty = self.func.ty(x);
        self.op(Op::Binary(op, x, y), ty)
    }

    pub fn compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        self.op(Op::Compare(op, x, y), Type::BOOL)
    }

    pub fn select(&mut self, cond: Value, x: Value, y: Value) -> Value {
        let ty = self.func.ty(x);
        self.op(Op::Select(cond, x, y), ty)
    }

    /// The smaller of two `i64`.
    pub fn min(&mut self, x: Value, y: Value) -> Value {
        let less = self.compare(CompareOp::Lt, x, y);
        self.select(less, x, y)
    }

    /// The larger of two `i64`.
    pub fn max(&mut self, x: Value, y: Value) -> Value {
        let less = self.compare(CompareOp::Lt, x, y);
        self.select(less, y, x)
    }

    pub fn product(&mut self, values: &[Value]) -> Value {
        let Some((first, rest)) = values.split_first() else {
            return self.int(1);
        };
        rest.iter().fold(*first, |product, value| self.binary(BinaryOp::Mul, product, *value))
    }

    pub fn array_type(&self, array: Value) -> ArrayType {
        self.func.ty(array).array().unwrap_or(ArrayType::new(DType::Bool, 0, Layout::C))
    }

    pub fn dim(&mut self, array: Value, axis: usize) -> Value {
        self.op(Op::Dim(array, axis as u8), Type::I64)
    }

    pub fn dims(&mut self, array: Value) -> Values {
        (0..usize::from(self.array_type(array).rank)).map(|axis| self.dim(array, axis)).collect()
    }

    /// An element. An array of fewer axes than there are indices has none for the first ones.
    pub fn load(&mut self, array: Value, at: &[Value]) -> Value {
        let ty = self.array_type(array);
        let at = &at[at.len().saturating_sub(ty.rank.into())..];
        self.op(Op::LoadElem(array, Values::from_slice(at)), Type::Scalar(ty.dtype))
    }

    pub fn store(&mut self, array: Value, at: &[Value], value: Value) {
        self.effect(Op::StoreElem(array, Values::from_slice(at), value));
    }

    /// `for counter in lo..hi`; `body` returns the carried values of the next iteration.
    pub fn for_loop(
        &mut self,
        lo: Value,
        hi: Value,
        inits: &[Value],
        body: impl FnOnce(&mut Self, Value, &[Value]) -> Values,
    ) -> Values {
        let types: Vec<Type> = inits.iter().map(|value| self.func.ty(*value)).collect();
        let block = self.func.new_block();
        let counter = self.func.add_param(block, Type::I64);
        let carried: Values = types.iter().map(|ty| self.func.add_param(block, *ty)).collect();
        let outer = std::mem::replace(&mut self.block, block);
        let next = body(self, counter, &carried);
        self.effect(Op::Next(block, next));
        self.block = outer;
        self.func.push(outer, Op::For(lo, hi, Values::from_slice(inits), block), &types, self.loc)
    }

    /// `for counter in 0..hi` without carried values.
    pub fn count(&mut self, hi: Value, body: impl FnOnce(&mut Self, Value)) {
        let zero = self.int(0);
        self.for_loop(zero, hi, &[], |b, counter, _| {
            body(b, counter);
            Values::new()
        });
    }

    /// `if cond`; both arms return values of these types.
    pub fn if_else(
        &mut self,
        cond: Value,
        types: &[Type],
        then: impl FnOnce(&mut Self) -> Values,
        els: impl FnOnce(&mut Self) -> Values,
    ) -> Values {
        let blocks = [self.func.new_block(), self.func.new_block()];
        let outer = std::mem::replace(&mut self.block, blocks[0]);
        let values = then(self);
        self.effect(Op::Yield(values));
        self.block = blocks[1];
        let values = els(self);
        self.effect(Op::Yield(values));
        self.block = outer;
        self.func.push(outer, Op::If(cond, blocks[0], blocks[1]), types, self.loc)
    }

    /// `if cond` without results and without an `else`.
    pub fn when(&mut self, cond: Value, then: impl FnOnce(&mut Self)) {
        let then = |b: &mut Self| {
            then(b);
            Values::new()
        };
        self.if_else(cond, &[], then, |_| Values::new());
    }

    pub fn call(&mut self, func: FuncId, args: Values, ty: Type) -> Value {
        self.op(Op::Call(func, args), ty)
    }

    /// Fresh memory in C order, or in F order if `layout` says so.
    pub fn empty(&mut self, dtype: DType, extents: &[Value], layout: Layout) -> Value {
        let layout = if layout == Layout::F { Layout::F } else { Layout::C };
        let ty = Type::Array(ArrayType::new(dtype, extents.len() as u8, layout));
        self.op(Op::Empty(Values::from_slice(extents), self.site), ty)
    }

    /// A fresh array of this type: where the type leaves the layout open, in the K order of `like`.
    pub fn fresh(&mut self, ty: ArrayType, extents: &[Value], like: &[Value]) -> Value {
        let open = !matches!(ty.layout, Layout::C | Layout::F);
        if !open || ty.rank < 2 || self.in_c_order(like) {
            return self.empty(ty.dtype, extents, ty.layout);
        }
        self.op(Op::EmptyLike(Values::from_slice(like), self.site), Type::Array(ty))
    }

    /// True if `order_axes` of these arrays is known to leave the axes in C order.
    pub fn in_c_order(&self, arrays: &[Value]) -> bool {
        are_in_c_order(self.func, arrays)
    }

    /// True if the two innermost axes of these arrays do not continue each other: one is stretched, and one is not.
    pub fn never_merges(&self, arrays: &[Value]) -> bool {
        arrays.iter().any(|array| {
            let Some(Op::View(view)) = self.func.def_op(*array) else { return false };
            if self.array_type(*array).layout == Layout::C {
                return false;
            }
            let innermost = view.axes.iter().rev().take(2).map(|axis| axis.source.is_none());
            innermost.reduce(|x, y| x != y).unwrap_or(false)
        })
    }

    /// True if all arrays are contiguous in this order.
    pub fn all_are(&self, arrays: &[Value], layout: Layout) -> bool {
        arrays.iter().all(|array| {
            let ty = self.array_type(*array);
            ty.layout == layout || layout == Layout::C && ty.layout.trailing(ty.rank) == ty.rank
        })
    }

    /// The array under the type that its users expect.
    pub fn with_type(&mut self, array: Value, ty: Type) -> Value {
        if self.func.ty(array) == ty {
            return array;
        }
        self.op(Op::AssumeLayout(array), ty)
    }

    /// The arrays with their axes in the order of their strides; one that is given twice stays one.
    pub fn order_axes(&mut self, arrays: &[Value]) -> Values {
        let mut unique = Values::new();
        for array in arrays {
            if !unique.contains(array) {
                unique.push(*array);
            }
        }
        let types: Vec<Type> = unique
            .iter()
            .map(|array| {
                let ty = self.array_type(*array);
                Type::Array(ArrayType::new(ty.dtype, ty.rank, Layout::ANY))
            })
            .collect();
        let ordered = self.func.push(self.block, Op::OrderAxes(unique.clone()), &types, self.loc);
        let place = |array: &Value| unique.iter().position(|one| one == array).unwrap_or(0);
        arrays.iter().map(|array| ordered[place(array)]).collect()
    }

    /// `array[index]`: the first axis is gone.
    pub fn row(&mut self, array: Value, index: Value) -> Value {
        let ty = self.array_type(array);
        let rank = ty.rank - 1;
        let layout = match ty.layout {
            Layout::C => Layout::C,
            Layout::F => Layout::ANY,
            Layout::Trailing(n) => Layout::Trailing(n.min(rank)),
        };
        let axes = (1..ty.rank).collect::<Vec<_>>();
        self.pick(array, &axes, &[(0, index)], layout)
    }

    /// A view of whole axes of the array, the others at a fixed index (0 unless given in `at`).
    pub fn pick(&mut self, array: Value, axes: &[u8], at: &[(u8, Value)], layout: Layout) -> Value {
        let one = self.int(1);
        let axes = axes
            .iter()
            .map(|axis| ViewAxis { extent: self.dim(array, usize::from(*axis)), source: Some((*axis, one)) })
            .collect();
        self.view(View { base: array, offsets: SmallVec::from_slice(at), axes }, layout)
    }

    /// The elements of a contiguous array (C or F) as one axis, in memory order.
    pub fn flat(&mut self, array: Value, size: Value) -> Value {
        let ty = self.array_type(array);
        if ty.rank == 1 {
            return array;
        }
        let inner = if ty.layout == Layout::F { 0 } else { ty.rank - 1 };
        let one = self.int(1);
        let axes = SmallVec::from_iter([ViewAxis { extent: size, source: Some((inner, one)) }]);
        self.view(View { base: array, offsets: SmallVec::new(), axes }, Layout::C)
    }

    pub fn view(&mut self, view: View, layout: Layout) -> Value {
        let ty = ArrayType::new(self.array_type(view.base).dtype, view.axes.len() as u8, layout);
        self.op(Op::View(Box::new(view)), Type::Array(ty))
    }
}
