//! Reductions and running reductions: `axis`, `keepdims` and `out` are solved here once, for all of them.

use crate::cx::{Cx, R};
use crate::elementwise::Target;
use crate::value::{Scalar, Val};
use npc_base::Code;
use npc_midend::axis_order::are_in_c_order;
use npc_midend::ir::{AxisKind, Combiner, CompareOp, Each, Op, Output, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use smallvec::{SmallVec, smallvec};

impl Cx<'_> {
    /// The axes that an `axis=` argument names, sorted; `None` names all.
    pub fn axes(&mut self, axis: &Val, rank: u8) -> R<Vec<u8>> {
        let items = match axis {
            Val::None => return Ok((0..rank).collect()),
            Val::Tuple(items) | Val::List(items) => items.clone(),
            other => vec![other.clone()],
        };
        let mut axes = Vec::new();
        for item in &items {
            axes.push(self.axis(item, rank)?);
        }
        axes.sort_unstable();
        if axes.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(self.error(Code::RaisesAlways, "duplicate value in 'axis'"));
        }
        Ok(axes)
    }

    /// One axis, counted from the end if negative.
    pub fn axis(&mut self, item: &Val, rank: u8) -> R<u8> {
        let scalar = self.scalar(item, "axis")?;
        let Some(axis) = self.const_int(scalar.value).filter(|_| !scalar.dtype.is_inexact()) else {
            return Err(self.error_help(
                Code::NotStatic,
                "`axis` must be known at compile time",
                "write the number where the function is called, or one call for each axis",
            ));
        };
        let wrapped = if axis < 0 { axis + i64::from(rank) } else { axis };
        if !(0..i64::from(rank)).contains(&wrapped) {
            return Err(self.error(Code::RaisesAlways, format!("axis {axis} is out of bounds for array of dimension {rank}")));
        }
        Ok(wrapped as u8)
    }

    /// A reduction with NumPy's arguments. `dtype`: the type in which it accumulates.
    pub fn reduce(&mut self, combiner: Combiner, array: Value, axis: &Val, dtype: DType, keepdims: bool, out: &Val) -> R<Val> {
        let ty = self.array_type(array);
        let axes = self.axes(axis, ty.rank)?;
        let source = if ty.rank == 0 { self.with_axis(array) } else { array };
        let source_ty = self.array_type(source);
        let reduced = |axis: u8| ty.rank == 0 || axes.contains(&axis);
        self.check_not_empty(combiner, source, &reduced)?;
        let result = self.reduce_axes(combiner, source, &reduced, dtype, |cx, element| {
            let to = if matches!(combiner, Combiner::ArgMin | Combiner::ArgMax) { source_ty.dtype } else { dtype };
            Ok(cx.convert(element, to))
        })?;
        let result = if keepdims && ty.rank > 0 { self.keep_dims(&result, array, &axes)? } else { result };
        match out {
            Val::None => Ok(result),
            Val::Array(target) => {
                self.store_all(*target, &result)?;
                Ok(Val::Array(*target))
            }
            _ => Err(self.error(Code::TypeMismatch, "return arrays must be of ArrayType")),
        }
    }

    /// A 0-d array as one with a single axis of extent 1.
    fn with_axis(&mut self, array: Value) -> Value {
        let one = self.int(1);
        let ty = ArrayType::new(self.array_type(array).dtype, 1, Layout::C);
        let view = View { base: array, offsets: SmallVec::new(), axes: smallvec![ViewAxis { extent: one, source: None }] };
        self.push1(Op::View(Box::new(view)), Type::Array(ty))
    }

    fn reduce_axes(
        &mut self,
        combiner: Combiner,
        array: Value,
        reduced: &dyn Fn(u8) -> bool,
        dtype: DType,
        f: impl FnOnce(&mut Self, Value) -> R<Value>,
    ) -> R<Val> {
        let ty = self.array_type(array);
        let extents = self.shape(array);
        let kinds: SmallVec<[AxisKind; 4]> =
            (0..ty.rank).map(|axis| if reduced(axis) { AxisKind::Reduce } else { AxisKind::Parallel }).collect();
        let kept = kinds.iter().filter(|kind| **kind == AxisKind::Parallel).count() as u8;
        let body = self.f.func.new_block();
        let param = self.f.func.add_param(body, Type::Scalar(ty.dtype));
        let pure = std::mem::replace(&mut self.f.pure_body, true);
        let made = self.in_block(body, |cx| {
            let value = f(cx, param)?;
            cx.terminate(Op::Yield(smallvec![value]));
            Ok(())
        });
        self.f.pure_body = pure;
        made?;
        let combiner =
            if combiner == Combiner::Sum && ty.dtype != dtype && dtype.is_inexact() { Combiner::SumBlocks } else { combiner };
        let site = self.memory_site();
        let each = Each {
            extents,
            kinds,
            inputs: smallvec![array],
            indexed: false,
            body,
            outputs: smallvec![Output::Reduce(combiner)],
            site,
        };
        let dtype = if matches!(combiner, Combiner::ArgMin | Combiner::ArgMax) { DType::I64 } else { dtype };
        if kept == 0 {
            let value = self.push1(Op::Each(Box::new(each)), Type::Scalar(dtype));
            return Ok(Val::strong(value, dtype));
        }
        let layout = if kept <= 1 || are_in_c_order(&self.f.func, &[array]) { Layout::C } else { Layout::ANY };
        let result = ArrayType::new(dtype, kept, layout);
        Ok(Val::Array(self.push1(Op::Each(Box::new(each)), Type::Array(result))))
    }

    /// A reduction of everything, of a value computed from each element.
    pub fn reduce_all(
        &mut self,
        array: Value,
        combiner: Combiner,
        dtype: DType,
        f: impl FnOnce(&mut Self, Value) -> R<Value>,
    ) -> R<Value> {
        match self.reduce_axes(combiner, array, &|_| true, dtype, f)? {
            Val::Scalar(scalar) => Ok(scalar.value),
            _ => Err(self.unsupported("this reduction")),
        }
    }

    fn check_not_empty(&mut self, combiner: Combiner, array: Value, reduced: &dyn Fn(u8) -> bool) -> R<()> {
        let message = match combiner {
            Combiner::Min => "zero-size array to reduction operation minimum which has no identity",
            Combiner::Max => "zero-size array to reduction operation maximum which has no identity",
            Combiner::ArgMin => "attempt to get argmin of an empty sequence",
            Combiner::ArgMax => "attempt to get argmax of an empty sequence",
            _ => return Ok(()),
        };
        let rank = self.array_type(array).rank;
        // NumPy raises even where there would be no results.
        let inner: Values = (0..rank).filter(|axis| reduced(*axis)).map(|axis| self.dim(array, axis)).collect();
        let zero = self.int(0);
        let count = self.product(&inner);
        let ok = self.compare(CompareOp::Ne, count, zero);
        self.check(ok, "ValueError", message, &[])
    }

    /// The result with the reduced axes back, of extent 1.
    fn keep_dims(&mut self, result: &Val, array: Value, axes: &[u8]) -> R<Val> {
        let rank = self.array_type(array).rank;
        let one = self.int(1);
        let base = self.as_array(result, None)?;
        let ty = self.array_type(base);
        let mut view_axes = SmallVec::new();
        let mut next = 0u8;
        for axis in 0..rank {
            if axes.contains(&axis) {
                view_axes.push(ViewAxis { extent: one, source: None });
            } else {
                view_axes.push(ViewAxis { extent: self.dim(base, next), source: Some((next, one)) });
                next += 1;
            }
        }
        let layout = if ty.layout == Layout::C { Layout::C } else { Layout::ANY };
        let view = View { base, offsets: SmallVec::new(), axes: view_axes };
        Ok(Val::Array(self.push1(Op::View(Box::new(view)), Type::Array(ArrayType::new(ty.dtype, rank, layout)))))
    }

    /// A running reduction along one axis.
    pub fn scan(&mut self, combiner: Combiner, array: Value, axis: u8, dtype: DType) -> R<Val> {
        let ty = self.array_type(array);
        let extents = self.shape(array);
        let kinds = (0..ty.rank).map(|at| if at == axis { AxisKind::Scan } else { AxisKind::Parallel }).collect();
        let body = self.f.func.new_block();
        let param = self.f.func.add_param(body, Type::Scalar(ty.dtype));
        self.in_block(body, |cx| {
            let value = cx.convert(param, dtype);
            cx.terminate(Op::Yield(smallvec![value]));
        });
        let site = self.memory_site();
        let result = ArrayType::new(dtype, ty.rank, Layout::C);
        let each = Each {
            extents,
            kinds,
            inputs: smallvec![array],
            indexed: false,
            body,
            outputs: smallvec![Output::Scan(combiner)],
            site,
        };
        Ok(Val::Array(self.push1(Op::Each(Box::new(each)), Type::Array(result))))
    }

    /// The dtype in which `sum`, `prod` and `cumsum` accumulate by default.
    pub fn sum_dtype(&self, dtype: DType) -> DType {
        match dtype {
            DType::Bool => DType::I64,
            dtype if dtype.is_signed_int() => DType::I64,
            dtype if dtype.is_unsigned() => DType::U64,
            dtype => dtype,
        }
    }

    /// A scalar or array as an array for a reduction.
    pub fn reducible(&mut self, val: &Val) -> R<Value> {
        self.as_array(val, None)
    }

    /// A value as a fresh array of a given dtype, for `astype`.
    pub fn astype(&mut self, val: &Val, dtype: DType, order_c: bool) -> R<Val> {
        match val {
            Val::Scalar(Scalar { value, .. }) => Ok(Val::strong(self.convert(*value, dtype), dtype)),
            Val::Array(array) if order_c => {
                let shape = self.shape(*array);
                let fresh = self.empty(dtype, shape);
                let source =
                    self.elementwise("astype", &[Val::Array(*array)], Target::Fresh, &Val::None, |_, mut elements| {
                        elements.pop().ok_or(crate::cx::Stop)
                    })?;
                self.store_all(fresh, &source)?;
                Ok(Val::Array(fresh))
            }
            Val::Array(array) => self.cast(*array, dtype).map(Val::Array),
            other => {
                let array = self.as_array(other, Some(dtype))?;
                Ok(Val::Array(array))
            }
        }
    }
}
