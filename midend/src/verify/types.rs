//! Types of operands, and of results that an operation states itself.
//!
//! Scalars before `Flat` have any dtype that the operation makes sense for; in `Flat` the lists below are what backends
//! implement. Constants are canonical: signed integers sign-extended, unsigned zero-extended, bool 0 or 1, `f32` with a
//! zero upper half.

use super::Checker;
use crate::flatten::machine;
use crate::ir::{BinaryOp, CastOp, CompareOp, Inst, Op, Phase, UnaryOp, Value, View};
use crate::types::{ArrayType, DType, Layout, Type};
use crate::vector::VecOp;

impl Checker<'_> {
    pub(super) fn operand_types(&mut self, inst: Inst, op: &Op) {
        let result = self.func.inst_results(inst).first().map(|value| self.func.ty(*value));
        match op {
            Op::Const(bits) => self.constant(*bits, result),
            Op::Unary(op, x) => self.unary(*op, self.func.ty(*x)),
            Op::Binary(op, x, y) => self.binary(*op, *x, *y),
            Op::Compare(op, x, y) => self.compare(*op, *x, *y),
            Op::Select(cond, x, y) => {
                self.has_type(*cond, Type::BOOL);
                self.same_type(*x, *y);
                self.expect(!self.func.ty(*x).is_counted(), || "selects scalars, not arrays".into());
            }
            Op::Complex(re, im) => {
                self.same_type(*re, *im);
                let floats = self.func.ty(*re).scalar().is_some_and(DType::is_float);
                self.expect(floats, || "a complex number is made of two floats".into());
            }
            Op::Part(_, z) => {
                let complex = self.func.ty(*z).scalar().is_some_and(DType::is_complex);
                self.expect(complex, || format!("{z} is not complex"));
            }
            Op::Convert(x) => {
                let scalars = self.is_scalar(*x) && result.is_some_and(|ty| ty.scalar().is_some());
                self.expect(scalars, || "converts scalars".into());
                self.one_result(inst);
            }
            Op::Bitcast(x) => self.bitcast(inst, *x, result),
            Op::Cast(op, x) => {
                let from = self.func.ty(*x);
                self.one_result(inst);
                let fits = result.is_some_and(|to| cast_fits(*op, from, to));
                self.expect(fits, || format!("this cast does not take {from}, or not to this type"));
            }
            Op::Vector(op, operands) => self.vector(inst, *op, operands, result),
            Op::Checked(_, x, y, _) | Op::Index(x, y, _) => self.all_have_type(&[*x, *y], Type::I64),
            Op::Check(cond, _, args) => {
                self.has_type(*cond, Type::BOOL);
                self.message_args(args);
            }
            Op::IsRaised(x, _) => self.has_type(*x, Type::I32),
            Op::Raise(_, args) => self.message_args(args),
            Op::If(cond, ..) => self.has_type(*cond, Type::BOOL),
            Op::For(lo, hi, ..) => self.all_have_type(&[*lo, *hi], Type::I64),
            Op::Load(_, p, _) | Op::Retain(p) | Op::Release(p) | Op::SlotSet(_, p) => self.has_type(*p, Type::Addr),
            Op::Store(mem, p, _, x) => {
                self.has_type(*p, Type::Addr);
                self.has_type(*x, mem.value_type());
            }
            Op::Alloc(bytes) => self.has_type(*bytes, Type::I64),
            Op::SetVar(var, x) => {
                if let Some(ty) = self.func.vars.get(*var) {
                    self.has_type(*x, *ty);
                }
            }
            _ => self.array_operands(inst, op, result),
        }
    }

    fn array_operands(&mut self, inst: Inst, op: &Op, result: Option<Type>) {
        match op {
            Op::Dim(a, axis) | Op::Stride(a, axis) => {
                let known = self.array(*a).is_none_or(|ty| *axis < ty.rank);
                self.expect(known, || format!("the array has no axis {axis}"));
            }
            Op::View(view) => self.view(inst, view, result),
            Op::PartView(_, a) => {
                let complex = self.array(*a).is_none_or(|ty| ty.dtype.is_complex());
                self.expect(complex, || format!("{a} is not complex"));
            }
            Op::AssumeLayout(a) => {
                let base = self.array(*a).map(|ty| (ty.dtype, ty.rank));
                self.array_result(inst, result, base);
            }
            Op::Empty(extents, _) => {
                self.all_have_type(extents, Type::I64);
                self.array_result(inst, result, None);
                let rank = result.and_then(Type::array).map(|ty| usize::from(ty.rank));
                self.expect(rank.is_none_or(|rank| rank == extents.len()), || "takes one extent per axis".into());
            }
            Op::EmptyLike(arrays, _) => {
                self.array_result(inst, result, None);
                let rank = result.and_then(Type::array).map(|ty| ty.rank);
                for array in arrays {
                    let same = self.array(*array).is_none_or(|ty| Some(ty.rank) == rank);
                    self.expect(same, || format!("{array} has another rank than the result"));
                }
            }
            Op::OrderAxes(arrays) => self.order_axes(inst, arrays),
            Op::LoadElem(a, at) => self.element(*a, at),
            Op::StoreElem(a, at, x) => {
                self.element(*a, at);
                if let Some(array) = self.array(*a) {
                    self.has_type(*x, Type::Scalar(array.dtype));
                }
            }
            Op::LoadVector(a, at) => self.element(*a, at),
            Op::StoreVector(a, at, x) => {
                self.element(*a, at);
                self.has_type(*x, Type::Vector);
            }
            Op::Borrowed(a) => drop(self.array(*a)),
            Op::RetainArray(a) | Op::Own(_, a) | Op::Share(_, a) => {
                self.expect(self.func.ty(*a).is_counted(), || format!("{a} is not counted"));
            }
            Op::Overlap(a, b) | Op::SamePlace(a, b) => {
                self.array(*a);
                self.array(*b);
            }
            Op::LoadDescriptor(p, _) | Op::LoadDestination(p, _) => {
                self.has_type(*p, Type::Addr);
                self.array_result(inst, result, None);
            }
            Op::ArrayAt(p, n) => {
                self.has_type(*p, Type::Addr);
                self.has_type(*n, Type::I64);
                self.array_result(inst, result, None);
                let dense = result.and_then(Type::array).is_none_or(|ty| ty.rank == 1 && ty.layout == Layout::C);
                self.expect(dense, || "makes 1-d arrays in C order".into());
            }
            Op::StoreDescriptor(p, a) => {
                self.has_type(*p, Type::Addr);
                self.array(*a);
            }
            _ => self.cells(op, result),
        }
    }

    fn cells(&mut self, op: &Op, result: Option<Type>) {
        match op {
            Op::NewCells(count, layout, _) => {
                self.has_type(*count, Type::I64);
                self.expect(layout.is_valid(), || format!("{layout} is no layout of cells"));
            }
            Op::LoadCell(cells, at, field) => {
                self.cell(*cells, *at);
                self.expect(result.is_some_and(|ty| field.holds(ty)), || format!("{field} is no field for this type"));
            }
            Op::StoreCell(cells, at, field, x) => {
                self.cell(*cells, *at);
                let ty = self.func.ty(*x);
                self.expect(field.holds(ty), || format!("{field} is no field for {ty}"));
            }
            Op::MoveCells(values, _) => match values[..] {
                [to, to_at, from, from_at, count] => {
                    self.cell(to, to_at);
                    self.cell(from, from_at);
                    self.has_type(count, Type::I64);
                }
                _ => self.problem("takes two places and a number"),
            },
            _ => {}
        }
    }

    fn cell(&mut self, cells: Value, at: Value) {
        self.has_type(cells, Type::Ref);
        self.has_type(at, Type::I64);
    }

    fn constant(&mut self, bits: u64, result: Option<Type>) {
        let canonical = match result {
            Some(Type::Scalar(dtype)) => canonical(bits, dtype),
            Some(Type::Addr | Type::Ref) => true,
            _ => return self.problem("a constant is a scalar or an address"),
        };
        self.expect(canonical, || format!("the bits {bits:#x} are not those of a constant of this type"));
    }

    fn unary(&mut self, op: UnaryOp, ty: Type) {
        let flat = self.phase == Phase::Flat;
        let fits = ty.scalar().is_some_and(|dtype| match op {
            UnaryOp::Neg => dtype != DType::Bool,
            UnaryOp::Abs => dtype.is_float() || (dtype.is_int() && !flat),
            UnaryOp::Not => !dtype.is_inexact(),
            UnaryOp::Sqrt | UnaryOp::Floor | UnaryOp::Ceil | UnaryOp::Trunc | UnaryOp::Rint => dtype.is_float(),
            UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt => dtype.is_int(),
        });
        self.expect(fits, || format!("the operation does not take {ty}"));
    }

    fn binary(&mut self, op: BinaryOp, x: Value, y: Value) {
        self.same_type(x, y);
        let ty = self.func.ty(x);
        let flat = self.phase == Phase::Flat;
        let fits = match ty {
            Type::Scalar(dtype) => binary_takes(op, dtype, flat),
            Type::Addr => {
                matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
            }
            Type::Array(_) | Type::Vector | Type::Ref => false,
        };
        self.expect(fits, || format!("the operation does not take {ty}"));
    }

    fn vector(&mut self, inst: Inst, op: VecOp, operands: &[Value], result: Option<Type>) {
        self.expect(op.is_valid(), || format!("there is no operation `{}`", op.name()));
        let types = op.operands();
        self.expect(types.len() == operands.len(), || format!("takes {} operands", types.len()));
        let here = |phase, ty| match (phase, ty) {
            (Phase::Flat, Type::Scalar(dtype)) => machine(dtype),
            _ => ty,
        };
        for (value, ty) in operands.iter().zip(types) {
            self.has_type(*value, here(self.phase, *ty));
        }
        self.one_result(inst);
        let fits = result == Some(here(self.phase, op.result()));
        self.expect(fits, || "the result has another type than the lanes".into());
    }

    fn compare(&mut self, op: CompareOp, x: Value, y: Value) {
        self.same_type(x, y);
        let ty = self.func.ty(x);
        let flat = self.phase == Phase::Flat;
        let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        let unsigned = matches!(op, CompareOp::LtU | CompareOp::LeU | CompareOp::GtU | CompareOp::GeU);
        let fits = match ty {
            Type::Scalar(DType::Bool) => equality || (!flat && !unsigned),
            Type::Scalar(dtype) => !unsigned || matches!(dtype, DType::I32 | DType::I64),
            Type::Addr => equality || unsigned,
            Type::Ref => equality,
            Type::Array(_) | Type::Vector => false,
        };
        self.expect(fits, || format!("the comparison does not take {ty}"));
    }

    fn bitcast(&mut self, inst: Inst, x: Value, result: Option<Type>) {
        self.one_result(inst);
        let sizes = (self.func.ty(x).scalar(), result.and_then(Type::scalar));
        let fits = matches!(sizes, (Some(from), Some(to))
            if from.itemsize() == to.itemsize() && !from.is_complex() && !to.is_complex());
        self.expect(fits, || "a bitcast is between scalars of one size".into());
    }

    fn view(&mut self, inst: Inst, view: &View, result: Option<Type>) {
        let base = self.array(view.base);
        self.array_result(inst, result, base.map(|ty| (ty.dtype, view.axes.len() as u8)));
        let rank = base.map_or(u8::MAX, |ty| ty.rank);
        let sources = view.axes.iter().filter_map(|axis| axis.source);
        for (axis, value) in view.offsets.iter().copied().chain(sources) {
            self.expect(axis < rank, || format!("the base has no axis {axis}"));
            self.has_type(value, Type::I64);
        }
        view.axes.iter().for_each(|axis| self.has_type(axis.extent, Type::I64));
    }

    fn order_axes(&mut self, inst: Inst, arrays: &[Value]) {
        let results = self.func.inst_results(inst);
        self.expect(results.len() == arrays.len(), || "has one result per operand".into());
        for (array, result) in arrays.iter().zip(results) {
            let base = self.array(*array).map(|ty| (ty.dtype, ty.rank));
            let own = self.func.ty(*result).array().map(|ty| (ty.dtype, ty.rank));
            self.expect(base == own, || format!("{result} differs from {array} in more than its layout"));
        }
    }

    fn element(&mut self, array: Value, at: &[Value]) {
        let rank = self.array(array).map(|ty| usize::from(ty.rank));
        self.expect(rank.is_none_or(|rank| rank == at.len()), || "takes one index per axis".into());
        self.all_have_type(at, Type::I64);
    }

    fn message_args(&mut self, args: &[Value]) {
        self.all_have_type(args, Type::I64);
        let most = crate::abi::context::ARG_COUNT as usize;
        self.expect(args.len() <= most, || format!("a message has at most {most} arguments"));
    }

    /// The one result is an array, with this dtype and rank if given.
    fn array_result(&mut self, inst: Inst, result: Option<Type>, expected: Option<(DType, u8)>) {
        self.one_result(inst);
        let own = result.and_then(Type::array).map(|ty| (ty.dtype, ty.rank));
        self.expect(own.is_some(), || "the result is an array".into());
        let fits = own.is_none() || expected.is_none() || own == expected;
        self.expect(fits, || "the result has another dtype or rank than it should".into());
    }

    fn one_result(&mut self, inst: Inst) {
        let count = self.func.inst_results(inst).len();
        self.expect(count == 1, || format!("has {count} results instead of one"));
    }

    pub(super) fn array(&mut self, value: Value) -> Option<ArrayType> {
        let array = self.func.ty(value).array();
        self.expect(array.is_some(), || format!("{value} is not an array"));
        array
    }

    fn is_scalar(&self, value: Value) -> bool {
        self.func.ty(value).scalar().is_some()
    }

    fn same_type(&mut self, x: Value, y: Value) {
        let (a, b) = (self.func.ty(x), self.func.ty(y));
        self.expect(a == b, || format!("{x} is {a} but {y} is {b}"));
    }

    fn has_type(&mut self, value: Value, expected: Type) {
        let ty = self.func.ty(value);
        self.expect(ty == expected, || format!("{value} is {ty} instead of {expected}"));
    }

    pub(super) fn all_have_type(&mut self, values: &[Value], expected: Type) {
        values.iter().for_each(|value| self.has_type(*value, expected));
    }
}

fn canonical(bits: u64, dtype: DType) -> bool {
    match dtype {
        DType::I64 | DType::U64 | DType::F64 => true,
        DType::Bool | DType::U8 | DType::U16 | DType::U32 | DType::F32 => bits >> dtype.bits() == 0,
        // They have two words: `complex` makes them.
        DType::C64 | DType::C128 => false,
        DType::I8 | DType::I16 | DType::I32 => {
            i128::from(bits as i64) >= dtype.int_min() && i128::from(bits as i64) <= dtype.int_max()
        }
    }
}

fn binary_takes(op: BinaryOp, dtype: DType, flat: bool) -> bool {
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => dtype != DType::Bool,
        BinaryOp::Div | BinaryOp::Copysign => dtype.is_float(),
        BinaryOp::FloorDiv | BinaryOp::FloorRem | BinaryOp::TruncRem => dtype.is_int(),
        BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => !dtype.is_inexact(),
        BinaryOp::Shl | BinaryOp::Shr => dtype.is_int(),
        BinaryOp::Min | BinaryOp::Max => dtype.is_float() || !flat,
        BinaryOp::ShrU | BinaryOp::DivS | BinaryOp::DivU | BinaryOp::RemS | BinaryOp::RemU => {
            matches!(dtype, DType::I32 | DType::I64)
        }
    }
}

fn cast_fits(op: CastOp, from: Type, to: Type) -> bool {
    let int = |ty| matches!(ty, Type::I32 | Type::I64);
    let float = |ty| matches!(ty, Type::F32 | Type::F64);
    match op {
        CastOp::Extend8 | CastOp::Extend16 => int(from) && from == to,
        CastOp::WidenS => (from, to) == (Type::I32, Type::I64),
        CastOp::WidenU => matches!(from, Type::I32 | Type::BOOL) && to == Type::I64,
        CastOp::Narrow => (from, to) == (Type::I64, Type::I32),
        CastOp::Bool => matches!((from, to), (Type::I32, Type::BOOL) | (Type::BOOL, Type::I32)),
        CastOp::FloatS | CastOp::FloatU => int(from) && float(to),
        CastOp::IntS | CastOp::IntU => float(from) && int(to),
        CastOp::Promote => (from, to) == (Type::F32, Type::F64),
        CastOp::Demote => (from, to) == (Type::F64, Type::F32),
        CastOp::Bits => matches!(
            (from, to),
            (Type::I32, Type::F32) | (Type::F32, Type::I32) | (Type::I64, Type::F64) | (Type::F64, Type::I64)
        ),
        CastOp::ToAddr => (from, to) == (Type::I64, Type::Addr),
        CastOp::FromAddr => (from, to) == (Type::Addr, Type::I64),
    }
}
