//! Arrays of other things: scalars, ranges, nested lists and tuples.

use crate::cx::{Cx, R, Stop};
use crate::elementwise::Target;
use crate::value::{Scalar, Ty, Val};
use npc_base::Code;
use npc_midend::ir::{Op, Value, Values};
use npc_midend::types::DType;
use smallvec::smallvec;

impl Cx<'_> {
    /// `np.asarray(val)`
    pub fn as_array(&mut self, val: &Val, dtype: Option<DType>) -> R<Value> {
        match val {
            Val::Array(array) => match dtype {
                Some(dtype) if dtype != self.array_type(*array).dtype => self.cast(*array, dtype),
                _ => Ok(*array),
            },
            Val::Scalar(scalar) => {
                let dtype = dtype.unwrap_or(scalar.dtype);
                let element = self.store_convert(*scalar, dtype)?;
                let fresh = self.empty(dtype, Values::new());
                self.push(Op::StoreElem(fresh, Values::new(), element), &[]);
                Ok(fresh)
            }
            Val::List(members) | Val::Tuple(members) => self.stack_members(&members.clone(), dtype),
            Val::Range(parts) => {
                let [start, _, step] = **parts;
                let length = self.range_length(**parts);
                self.filled_by_index(smallvec![length], dtype.unwrap_or(DType::I64), |cx, at| {
                    let offset = cx.binary(npc_midend::ir::BinaryOp::Mul, at[0], step.value);
                    Ok(cx.binary(npc_midend::ir::BinaryOp::Add, start.value, offset))
                })
            }
            Val::Object(object, _) if object.is_list() => self.array_of_list(val, dtype),
            Val::Error => Err(Stop),
            Val::Iterate("flat", _) => {
                let flat = self.flattened(val)?.unwrap_or(Val::Error);
                self.as_array(&flat, dtype)
            }
            Val::BigInt(_) => Err(self.big_int_operand()),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("an array cannot be made of {name}")))
            }
        }
    }

    /// A fresh array of the same shape with another dtype.
    pub fn cast(&mut self, array: Value, dtype: DType) -> R<Value> {
        let cast = self.elementwise("astype", &[Val::Array(array)], Target::Fresh, &Val::None, |cx, elements| {
            let Some(Val::Scalar(scalar)) = elements.first() else { return Err(Stop) };
            Ok(Val::strong(cx.convert(scalar.value, dtype), dtype))
        })?;
        self.as_array(&cast, None)
    }

    /// An array of nested sequences of scalars, or of arrays of one shape.
    fn stack_members(&mut self, members: &[Val], dtype: Option<DType>) -> R<Value> {
        let mut flat = Vec::new();
        let mut shape = Vec::new();
        self.flatten_members(members, 0, &mut shape, &mut flat)?;
        let dtype = match dtype {
            Some(dtype) => dtype,
            None if flat.is_empty() => DType::F64,
            None => {
                let kinds: Vec<Scalar> = flat.iter().map(|val| self.element_kind(val)).collect();
                // Weak members alone meet by their own kinds, together with strong ones they count as NumPy's defaults.
                kinds.iter().map(|kind| kind.dtype).reduce(DType::promote).unwrap_or(DType::F64)
            }
        };
        let extents: Values = shape.iter().map(|n| self.int(*n as i64)).collect();
        let array_members = matches!(flat.first(), Some(Val::Array(_)));
        let mut all = extents.clone();
        if let Some(Val::Array(first)) = flat.first() {
            all.extend(self.shape(*first));
        }
        let fresh = self.empty(dtype, all);
        let mut at = vec![0usize; shape.len()];
        for member in flat {
            let index = at.iter().map(|n| Val::weak(self.int(*n as i64), DType::I64)).collect();
            if array_members {
                let view = self.subscript(&Val::Array(fresh), &Val::Tuple(index))?;
                let Val::Array(view) = view else { return Err(Stop) };
                self.store_all(view, &member)?;
            } else {
                let Val::Scalar(scalar) = member else { return Err(self.ragged()) };
                let element = self.store_convert(scalar, dtype)?;
                let at: Values = at.iter().map(|n| self.int(*n as i64)).collect();
                self.push(Op::StoreElem(fresh, at, element), &[]);
            }
            advance(&mut at, &shape);
        }
        Ok(fresh)
    }

    fn flatten_members(&mut self, members: &[Val], depth: usize, shape: &mut Vec<usize>, flat: &mut Vec<Val>) -> R<()> {
        if shape.len() == depth {
            shape.push(members.len());
        } else if shape[depth] != members.len() {
            return Err(self.ragged());
        }
        for member in members {
            match member {
                Val::List(inner) | Val::Tuple(inner) => self.flatten_members(inner, depth + 1, shape, flat)?,
                Val::Scalar(_) | Val::Array(_) => {
                    if shape.len() > depth + 1 {
                        return Err(self.ragged());
                    }
                    flat.push(self.operand(member.clone())?);
                }
                Val::BigInt(_) => return Err(self.big_int_operand()),
                other => {
                    let name = self.type_of(other).name();
                    return Err(self.error(Code::TypeMismatch, format!("an array cannot hold {name}")));
                }
            }
        }
        Ok(())
    }

    fn ragged(&mut self) -> Stop {
        self.error(Code::TypeMismatch, "setting an array element with a sequence: the members have different shapes")
    }

    /// The type of the value as a NumPy scalar or array.
    pub fn is_array(&self, val: &Val) -> bool {
        matches!(self.type_of(val), Ty::Array(_))
    }
}

fn advance(at: &mut [usize], shape: &[usize]) {
    for (index, extent) in at.iter_mut().zip(shape).rev() {
        *index += 1;
        if *index < *extent {
            return;
        }
        *index = 0;
    }
}
