//! From values to the arguments of a call: their types, and their place in the table of buffers.

use crate::CallError;
use crate::convert::{complex_bits, scalar_bits};
use npc_frontend::ArgType;
use npc_midend::host::{Arg, ArrayArg};
use npc_midend::interface::Shape;
use npc_midend::types::{ArrayType, DType, Layout};
use npc_values::{ArrayValue, Order, Value};
use std::sync::Arc;

/// The type that a value has as an argument.
pub fn type_of(value: &Value) -> Result<ArgType, CallError> {
    Ok(match value {
        Value::None => ArgType::None,
        Value::Bool(_) => ArgType::Scalar { dtype: DType::Bool, weak: true },
        Value::Int(_) => ArgType::Scalar { dtype: DType::I64, weak: true },
        Value::Float(_) => ArgType::Scalar { dtype: DType::F64, weak: true },
        Value::Complex(..) => ArgType::Scalar { dtype: DType::C128, weak: true },
        Value::Scalar(scalar) => ArgType::Scalar { dtype: dtype_of(scalar.dtype())?, weak: false },
        Value::Str(_) => ArgType::Text,
        Value::Tuple(items) => ArgType::Tuple(items.iter().map(type_of).collect::<Result<_, _>>()?),
        Value::Array(array) => ArgType::Array(array_type(array)?),
        Value::List(items) => ArgType::List(common("list", items.iter())?.map(Box::new)),
        Value::Set(items) => ArgType::Set(common("set", items.iter())?.map(Box::new)),
        Value::Dict(items) => {
            let keys = common("dict", items.iter().map(|(key, _)| key))?;
            let values = common("dict", items.iter().map(|(_, value)| value))?;
            ArgType::Dict(keys.zip(values).map(|(key, value)| Box::new([key, value])))
        }
        Value::Record(name, _) => {
            return Err(CallError::type_error(format!("an instance of {name} needs a parameter with the annotation `{name}`")));
        }
    })
}

/// The type that all members of a container have; ints beside floats are floats.
fn common<'a>(what: &str, items: impl Iterator<Item = &'a Value>) -> Result<Option<ArgType>, CallError> {
    let mut common: Option<ArgType> = None;
    for item in items {
        let own = type_of(item)?;
        common = Some(match common {
            None => own,
            Some(known) if known == own => own,
            Some(known) => wider(&known, &own).ok_or_else(|| {
                CallError::type_error(format!("the elements of this {what} have different types; a tuple may hold such"))
            })?,
        });
    }
    Ok(common)
}

fn wider(a: &ArgType, b: &ArgType) -> Option<ArgType> {
    match (a, b) {
        (ArgType::Scalar { dtype: x, weak: true }, ArgType::Scalar { dtype: y, weak: true }) => {
            let dtype = if x.kind() >= y.kind() { *x } else { *y };
            Some(ArgType::Scalar { dtype, weak: true })
        }
        (ArgType::Array(x), ArgType::Array(y)) if x.dtype == y.dtype && x.rank == y.rank => {
            Some(ArgType::Array(ArrayType::new(x.dtype, x.rank, x.layout.meet(y.layout, x.rank))))
        }
        (ArgType::List(None), ArgType::List(_)) => Some(b.clone()),
        (ArgType::List(_), ArgType::List(None)) => Some(a.clone()),
        (ArgType::List(Some(x)), ArgType::List(Some(y))) => Some(ArgType::List(Some(Box::new(wider(x, y)?)))),
        (ArgType::Tuple(x), ArgType::Tuple(y)) if x.len() == y.len() => {
            let members = x.iter().zip(y).map(|(a, b)| if a == b { Some(a.clone()) } else { wider(a, b) });
            Some(ArgType::Tuple(members.collect::<Option<_>>()?))
        }
        _ => None,
    }
}

/// The midend's dtype of a value's.
pub(crate) fn dtype_of(dtype: npc_values::DType) -> Result<DType, CallError> {
    let unsupported = || CallError::type_error(format!("dtype {dtype} is not supported yet"));
    DType::from_numpy_name(dtype.name()).ok_or_else(unsupported)
}

fn array_type(array: &ArrayValue) -> Result<ArrayType, CallError> {
    let rank = u8::try_from(array.rank()).map_err(|_| CallError::type_error("an array of too many dimensions"))?;
    let layout = if array.is_contiguous(Order::C) {
        Layout::C
    } else if array.is_contiguous(Order::Fortran) {
        Layout::F
    } else {
        Layout::ANY
    };
    Ok(ArrayType::new(dtype_of(array.dtype())?, rank, layout))
}

/// The memory of a call's arrays; arrays that share bytes share a buffer.
#[derive(Default)]
pub(crate) struct Memory {
    homes: Vec<Arc<Vec<u8>>>,
}

impl Memory {
    /// The argument that passes `value`, which has been made to fit `shape`.
    pub(crate) fn argument(&mut self, value: &Value, shape: &Shape) -> Result<Arg, CallError> {
        match (value, shape) {
            (_, Shape::None) => Ok(Arg::Tuple(Vec::new())),
            (Value::Array(array), Shape::Array(_)) => Ok(Arg::Array(self.array(array)?)),
            (Value::Str(text), Shape::Str) => {
                self.homes.push(Arc::new(text.clone().into_bytes()));
                let (shape, strides) = (vec![text.len()], vec![1]);
                Ok(Arg::Array(ArrayArg { buffer: self.homes.len() - 1, offset: 0, dtype: DType::U8, shape, strides }))
            }
            (Value::Tuple(items), Shape::Tuple(shapes)) => {
                let members = items.iter().zip(shapes).map(|(item, shape)| self.argument(item, shape));
                Ok(Arg::Tuple(members.collect::<Result<_, _>>()?))
            }
            (scalar, Shape::Scalar { dtype, .. }) if dtype.is_complex() => Ok(Arg::Complex(complex_bits(scalar, *dtype)?)),
            (scalar, Shape::Scalar { dtype, .. }) => Ok(Arg::Scalar(scalar_bits(scalar, *dtype)?)),
            _ => Err(CallError::type_error(format!("expected {}, got {}", shape.name(), value.type_name()))),
        }
    }

    fn array(&mut self, array: &ArrayValue) -> Result<ArrayArg, CallError> {
        Ok(ArrayArg {
            buffer: self.home(array),
            offset: array.offset(),
            dtype: dtype_of(array.dtype())?,
            shape: array.shape().to_vec(),
            strides: array.strides().to_vec(),
        })
    }

    fn home(&mut self, array: &ArrayValue) -> usize {
        let known = self.homes.iter().position(|home| Arc::ptr_eq(home, array.data()));
        known.unwrap_or_else(|| {
            self.homes.push(array.data().clone());
            self.homes.len() - 1
        })
    }

    /// The bytes of the buffers, for the call to work on.
    pub(crate) fn buffers(&self) -> Vec<Vec<u8>> {
        self.homes.iter().map(|home| home.to_vec()).collect()
    }

    /// Gives the arrays in `value` what the call left in the buffers.
    pub(crate) fn restore(&self, value: &Value, after: &[Arc<Vec<u8>>]) -> Value {
        match value {
            Value::Tuple(items) => Value::Tuple(items.iter().map(|item| self.restore(item, after)).collect()),
            Value::Array(array) => Value::Array(self.restored(array, after).unwrap_or_else(|| array.clone())),
            other => other.clone(),
        }
    }

    fn restored(&self, array: &ArrayValue, after: &[Arc<Vec<u8>>]) -> Option<ArrayValue> {
        let home = self.homes.iter().position(|home| Arc::ptr_eq(home, array.data()))?;
        let (shape, strides) = (array.shape().to_vec(), array.strides().to_vec());
        ArrayValue::from_parts(array.dtype(), shape, strides, array.offset(), after.get(home)?.clone()).ok()
    }
}
