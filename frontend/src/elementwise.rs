//! Scalar functions over broadcast operands and stores into whole arrays, each as one `each`.

use crate::broadcast::Into;
use crate::cx::{Cx, R, Stop};
use crate::value::Val;
use npc_base::Code;
use npc_midend::axis_order::are_in_c_order;
use npc_midend::ir::{AxisKind, CompareOp, Each, Op, Output, Value, Values};
use npc_midend::types::{ArrayType, DType, Kind, Layout, Type};
use smallvec::smallvec;

/// Where an element-wise result goes.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    Fresh,
    Into(Value),
    IntoWhere(Value),
}

impl Cx<'_> {
    /// Applies a scalar function to broadcast operands.
    pub fn elementwise(
        &mut self,
        name: &str,
        inputs: &[Val],
        target: Target,
        mask: &Val,
        f: impl FnOnce(&mut Self, Vec<Val>) -> R<Val>,
    ) -> R<Val> {
        let mut arrays: Vec<Value> = inputs.iter().filter_map(array_of).collect();
        let into = match target {
            Target::Fresh => None,
            Target::Into(array) | Target::IntoWhere(array) => Some(array),
        };
        if arrays.is_empty() && into.is_none() {
            return match f(self, inputs.to_vec())? {
                Val::Scalar(scalar) => Ok(Val::strong(scalar.value, scalar.dtype)),
                other => Ok(other),
            };
        }
        arrays.extend(array_of(mask));
        // Messages list every operand: scalars as `()`, the output last.
        let mut operands: Vec<Option<Value>> =
            inputs.iter().chain([mask]).filter(|val| !matches!(val, Val::None)).map(array_of).collect();
        operands.extend(into.map(Some));
        let broadcast = self.broadcast_operands(&operands)?;
        let extents = match into {
            Some(target) => self.output_extents(target, &broadcast)?,
            None => broadcast,
        };
        let mut views = Values::new();
        for array in &arrays {
            let mut source = *array;
            if let Some(target) = into {
                source = self.copy_if_overlapping(source, target)?;
            }
            views.push(self.broadcast_view(source, &extents));
        }
        let body = self.f.func.new_block();
        let masked = array_of(mask).is_some();
        let dtype = self.elementwise_body(name, body, inputs, &views, masked, into, f)?;
        let site = self.memory_site();
        let output = match target {
            Target::Fresh => Output::Fresh,
            Target::Into(array) => Output::Into(array),
            Target::IntoWhere(array) => Output::IntoWhere(array),
        };
        let result = into.is_none().then(|| self.fresh_type(dtype, &views, &extents));
        let each = Each {
            kinds: extents.iter().map(|_| AxisKind::Parallel).collect(),
            extents,
            inputs: views,
            indexed: false,
            body,
            outputs: smallvec![output],
            site,
        };
        let types: Vec<Type> = result.into_iter().map(Type::Array).collect();
        let results = self.push(Op::Each(Box::new(each)), &types);
        Ok(Val::Array(into.unwrap_or_else(|| results[0])))
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one loop")]
    fn elementwise_body(
        &mut self,
        name: &str,
        body: npc_midend::ir::Block,
        inputs: &[Val],
        views: &[Value],
        masked: bool,
        into: Option<Value>,
        f: impl FnOnce(&mut Self, Vec<Val>) -> R<Val>,
    ) -> R<DType> {
        let params: Vec<Value> = views
            .iter()
            .map(|view| {
                let dtype = self.array_type(*view).dtype;
                self.f.func.add_param(body, Type::Scalar(dtype))
            })
            .collect();
        let pure = std::mem::replace(&mut self.f.pure_body, true);
        let result = self.in_block(body, |cx| {
            let mut next = params.iter();
            let mut elements = Vec::new();
            for input in inputs {
                elements.push(match (input, array_of(input)) {
                    (_, Some(_)) => {
                        let value = *next.next().ok_or(Stop)?;
                        Val::strong(value, cx.dtype(value))
                    }
                    (other, None) => other.clone(),
                });
            }
            let Val::Scalar(scalar) = f(cx, elements)? else {
                return Err(cx.unsupported("an element-wise function without a scalar result"));
            };
            let mut value = scalar.value;
            if let Some(target) = into {
                let dtype = cx.array_type(target).dtype;
                cx.check_cast(name, scalar.dtype, dtype)?;
                value = cx.convert(value, dtype);
            }
            let mut yielded: Values = smallvec![value];
            if masked {
                let mask = *next.next().ok_or(Stop)?;
                yielded.push(cx.convert(mask, DType::Bool));
            }
            cx.terminate(Op::Yield(yielded));
            Ok(cx.dtype(value))
        });
        self.f.pure_body = pure;
        result
    }

    /// The casting rule `same_kind` of results into `out=`.
    fn check_cast(&mut self, name: &str, from: DType, to: DType) -> R<()> {
        let same_kind = from.kind() <= to.kind()
            && !(from.kind() == Kind::Int && to.kind() == Kind::Int && from.is_signed_int() && to.is_unsigned());
        if same_kind {
            return Ok(());
        }
        let (from, to) = (from.numpy_name(), to.numpy_name());
        Err(self.error_help(
            Code::TypeMismatch,
            format!("Cannot cast ufunc '{name}' output from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'"),
            format!("assign a new array, or write `.astype(np.{to})`"),
        ))
    }

    /// The type of a fresh result: F where all inputs are, C where they certainly leave the axes in this order (or there is one
    /// axis), else unknown.
    pub fn fresh_type(&self, dtype: DType, views: &[Value], extents: &[Value]) -> ArrayType {
        let rank = extents.len() as u8;
        let layouts: Vec<Layout> = views.iter().map(|view| self.array_type(*view).layout).collect();
        let layout = if rank <= 1 {
            Layout::C
        } else if layouts.iter().all(|layout| *layout == Layout::F) && !layouts.is_empty() {
            Layout::F
        } else if are_in_c_order(&self.f.func, views) {
            Layout::C
        } else {
            Layout::ANY
        };
        ArrayType::new(dtype, rank, layout)
    }

    /// `target[...] = value`
    pub fn store_all(&mut self, target: Value, value: &Val) -> R<()> {
        self.store_into(target, value, true)
    }

    /// `target[...] = value`, of a value that is known to share no memory with the target.
    pub fn store_apart(&mut self, target: Value, value: &Val) -> R<()> {
        self.store_into(target, value, false)
    }

    fn store_into(&mut self, target: Value, value: &Val, may_overlap: bool) -> R<()> {
        let dtype = self.array_type(target).dtype;
        let value = match value {
            Val::Scalar(scalar) => {
                let element = self.store_convert(*scalar, dtype)?;
                Val::strong(element, dtype)
            }
            Val::Array(array) => {
                let extents = self.shape(target);
                self.check_broadcast_to(*array, &extents, Into::Assignment)?;
                Val::Array(*array)
            }
            other => {
                let array = self.as_array(other, None)?;
                return self.store_into(target, &Val::Array(array), may_overlap);
            }
        };
        if self.array_type(target).rank == 0 {
            let scalar = self.scalar(&value, "the value")?;
            let element = self.convert(scalar.value, dtype);
            self.push(Op::StoreElem(target, Values::new(), element), &[]);
            return Ok(());
        }
        let extents = self.shape(target);
        let mut inputs = Values::new();
        if let Val::Array(array) = value {
            let source = if may_overlap { self.copy_if_overlapping(array, target)? } else { array };
            inputs.push(self.broadcast_view(source, &extents));
        }
        let body = self.f.func.new_block();
        let element = match value {
            Val::Scalar(scalar) => scalar.value,
            _ => {
                let from = self.array_type(inputs[0]).dtype;
                self.f.func.add_param(body, Type::Scalar(from))
            }
        };
        self.in_block(body, |cx| {
            let converted = cx.convert(element, dtype);
            cx.terminate(Op::Yield(smallvec![converted]));
        });
        self.push_into(extents, inputs, body, Output::Into(target));
        Ok(())
    }

    fn push_into(&mut self, extents: Values, inputs: Values, body: npc_midend::ir::Block, output: Output) {
        let site = self.memory_site();
        let kinds = extents.iter().map(|_| AxisKind::Parallel).collect();
        let each = Each { extents, kinds, inputs, indexed: false, body, outputs: smallvec![output], site };
        self.push(Op::Each(Box::new(each)), &[]);
    }

    /// `array[mask] = element`
    pub fn fill_where(&mut self, array: Value, mask: Value, element: Value) -> R<()> {
        let extents = self.shape(array);
        let mask_shape = self.shape(mask);
        for (axis, (a, b)) in extents.iter().zip(&mask_shape).enumerate() {
            let same = self.compare(CompareOp::Eq, *a, *b);
            let message = format!(
                "boolean index did not match indexed array along axis {axis}; size of axis is {{0}} but size of corresponding boolean axis is {{1}}"
            );
            self.check(same, "IndexError", &message, &[*a, *b])?;
        }
        let mask = self.copy_if_overlapping(mask, array)?;
        let mask = self.broadcast_view(mask, &extents);
        let body = self.f.func.new_block();
        let flag = self.f.func.add_param(body, Type::BOOL);
        self.in_block(body, |cx| cx.terminate(Op::Yield(smallvec![element, flag])));
        self.push_into(extents, smallvec![mask], body, Output::IntoWhere(array));
        Ok(())
    }

    /// A fresh array whose elements a function makes from their indices.
    pub fn filled_by_index(
        &mut self,
        extents: Values,
        dtype: DType,
        f: impl FnOnce(&mut Self, &[Value]) -> R<Value>,
    ) -> R<Value> {
        let body = self.f.func.new_block();
        let params: Vec<Value> = extents.iter().map(|_| self.f.func.add_param(body, Type::I64)).collect();
        let pure = std::mem::replace(&mut self.f.pure_body, true);
        let made = self.in_block(body, |cx| {
            let value = f(cx, &params)?;
            let value = cx.convert(value, dtype);
            cx.terminate(Op::Yield(smallvec![value]));
            Ok(())
        });
        self.f.pure_body = pure;
        made?;
        let site = self.memory_site();
        let ty = ArrayType::new(dtype, extents.len() as u8, Layout::C);
        let kinds = extents.iter().map(|_| AxisKind::Parallel).collect();
        let each = Each { extents, kinds, inputs: Values::new(), indexed: true, body, outputs: smallvec![Output::Fresh], site };
        Ok(self.push1(Op::Each(Box::new(each)), Type::Array(ty)))
    }
}

fn array_of(val: &Val) -> Option<Value> {
    match val {
        Val::Array(array) => Some(*array),
        _ => None,
    }
}
