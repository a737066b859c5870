//! From the results of a call to values.

use crate::CallError;
use npc_midend::host::Outcome;
use npc_midend::types::DType;
use npc_values::{ArrayValue, Scalar, Value};

/// The value of a result.
pub(crate) fn value_of(outcome: Outcome) -> Result<Value, CallError> {
    match outcome {
        Outcome::None => Ok(Value::None),
        Outcome::Scalar { dtype, weak, bits } => scalar(dtype, weak, bits),
        Outcome::Complex { dtype, weak, parts } => complex(dtype, weak, parts),
        Outcome::Array { dtype, shape, data } => {
            let array = ArrayValue::from_contiguous(value_dtype(dtype)?, shape, data);
            array.map(Value::Array).map_err(|error| malformed(&error.to_string()))
        }
        Outcome::Str(text) => Ok(Value::Str(text)),
        Outcome::Tuple(members) => Ok(Value::Tuple(members.into_iter().map(value_of).collect::<Result<_, _>>()?)),
    }
}

fn scalar(dtype: DType, weak: bool, bits: u64) -> Result<Value, CallError> {
    if weak {
        return Ok(match dtype {
            DType::Bool => Value::Bool(bits != 0),
            DType::F32 => Value::Float(f32::from_bits(bits as u32).into()),
            DType::F64 => Value::Float(f64::from_bits(bits)),
            _ => Value::Int(bits as i64),
        });
    }
    let scalar = Scalar::from_le_bytes(value_dtype(dtype)?, &bits.to_le_bytes());
    scalar.map(Value::Scalar).ok_or_else(|| malformed("a scalar without bytes"))
}

fn complex(dtype: DType, weak: bool, [re, im]: [u64; 2]) -> Result<Value, CallError> {
    let single = dtype == DType::C64;
    let wide = |bits: u64| if single { f32::from_bits(bits as u32).into() } else { f64::from_bits(bits) };
    if weak {
        return Ok(Value::Complex(wide(re), wide(im)));
    }
    let scalar = match single {
        true => Scalar::Complex64(f32::from_bits(re as u32), f32::from_bits(im as u32)),
        false => Scalar::Complex128(wide(re), wide(im)),
    };
    Ok(Value::Scalar(scalar))
}

fn value_dtype(dtype: DType) -> Result<npc_values::DType, CallError> {
    npc_values::DType::from_name(dtype.numpy_name()).ok_or_else(|| malformed(dtype.numpy_name()))
}

/// A result that breaks the ABI.
fn malformed(what: &str) -> CallError {
    CallError::new("SystemError", format!("malformed result: {what}"))
}
