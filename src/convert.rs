//! Making values fit declared parameters: what is accepted, and what it becomes.
//!
//! A scalar may widen (`int` to `float`), and a Python scalar also goes to any NumPy type of its kind that can hold it.
//! An array must have the declared dtype and rank; one in another memory order than `[::1]` asks for is packed. A list
//! or tuple of numbers makes an array.

use crate::CallError;
use crate::arguments::dtype_of;
use npc_midend::interface::Shape;
use npc_midend::types::{ArrayType, DType, Layout};
use npc_values::{ArrayValue, Order, Scalar, Value};

/// How far a value is from a parameter's type; 0 is the same type, `None` does not go.
pub(crate) fn distance(value: &Value, shape: &Shape) -> Option<u32> {
    match (value, shape) {
        (Value::None, Shape::None) | (Value::Str(_), Shape::Str) => Some(0),
        (Value::Array(array), Shape::Array(ty)) => array_distance(array, *ty),
        (Value::Tuple(items), Shape::Tuple(shapes)) if items.len() == shapes.len() => {
            items.iter().zip(shapes).map(|(item, shape)| distance(item, shape)).sum()
        }
        (Value::List(_) | Value::Tuple(_), Shape::Array(ty)) => stacked(value, *ty).ok().map(|_| 8),
        (Value::List(items), Shape::List(element)) | (Value::Set(items), Shape::Set(element)) => {
            items.iter().map(|item| distance(item, element)).sum()
        }
        (Value::Dict(items), Shape::Dict(parts)) => {
            items.iter().map(|(key, item)| Some(distance(key, &parts[0])? + distance(item, &parts[1])?)).sum()
        }
        (Value::Record(name, _), Shape::Record(wanted, _) | Shape::Named(wanted, _)) if name == wanted => Some(0),
        (Value::None, Shape::Optional(_)) => Some(1),
        (value, Shape::Optional(inner)) => distance(value, inner).map(|distance| distance + 1),
        (_, Shape::Scalar { dtype, weak }) => scalar_distance(value, *dtype, *weak),
        _ => None,
    }
}

fn array_distance(array: &ArrayValue, ty: ArrayType) -> Option<u32> {
    let same = dtype_of(array.dtype()).ok() == Some(ty.dtype) && array.rank() == usize::from(ty.rank);
    same.then(|| u32::from(!lies_as(array, ty.layout)))
}

fn lies_as(array: &ArrayValue, layout: Layout) -> bool {
    match layout {
        Layout::C => array.is_contiguous(Order::C),
        Layout::F => array.is_contiguous(Order::Fortran),
        Layout::Trailing(0) => true,
        // The trailing axes of a packed array are packed.
        Layout::Trailing(_) => array.is_contiguous(Order::C),
    }
}

fn scalar_distance(value: &Value, dtype: DType, weak: bool) -> Option<u32> {
    let (own, own_weak) = scalar_type(value)?;
    if own == dtype {
        return Some(u32::from(own_weak != weak));
    }
    let kinds = (dtype.kind() as u32).checked_sub(own.kind() as u32)?;
    let goes = own_weak || own.promote(dtype) == dtype;
    goes.then_some(2 + 2 * kinds + u32::from(dtype.bits() < 64))
}

fn scalar_type(value: &Value) -> Option<(DType, bool)> {
    match value {
        Value::Bool(_) => Some((DType::Bool, true)),
        Value::Int(_) => Some((DType::I64, true)),
        Value::Float(_) => Some((DType::F64, true)),
        Value::Complex(..) => Some((DType::C128, true)),
        Value::Scalar(scalar) => Some((dtype_of(scalar.dtype()).ok()?, false)),
        _ => None,
    }
}

/// The value in the form that the call takes: arrays packed where the parameter asks for it, lists as arrays.
pub(crate) fn adapt(value: &Value, shape: &Shape) -> Result<Value, CallError> {
    match (value, shape) {
        (Value::Array(array), Shape::Array(ty)) if !lies_as(array, ty.layout) => Ok(Value::Array(packed(array, ty.layout))),
        (Value::List(_) | Value::Tuple(_), Shape::Array(ty)) => Ok(Value::Array(stacked(value, *ty)?)),
        (Value::Tuple(items), Shape::Tuple(shapes)) => {
            let members = items.iter().zip(shapes).map(|(item, shape)| adapt(item, shape));
            Ok(Value::Tuple(members.collect::<Result<_, _>>()?))
        }
        _ => Ok(value.clone()),
    }
}

fn packed(array: &ArrayValue, layout: Layout) -> ArrayValue {
    match layout {
        Layout::F => array.transposed().to_contiguous().transposed(),
        _ => array.to_contiguous(),
    }
}

/// A list of numbers as an array of the declared type.
fn stacked(value: &Value, ty: ArrayType) -> Result<ArrayValue, CallError> {
    let array = value.to_array().map_err(|error| CallError::type_error(error.to_string()))?;
    let (own, kinds) = (dtype_of(array.dtype())?, array.size());
    if array.rank() != usize::from(ty.rank) || (own.kind() > ty.dtype.kind() && kinds > 0) {
        return Err(CallError::type_error(format!("a list of {own} does not make an array<{}, {}>", ty.dtype, ty.rank)));
    }
    let mut bytes = Vec::with_capacity(array.size() * ty.dtype.itemsize() as usize);
    for element in array.elements() {
        if ty.dtype.is_complex() {
            let size = ty.dtype.itemsize() as usize / 2;
            let parts = complex_bits(&weak_value(element), ty.dtype)?;
            bytes.extend(parts.iter().flat_map(|part| part.to_le_bytes().into_iter().take(size)));
            continue;
        }
        let bits = scalar_bits(&weak_value(element), ty.dtype)?;
        bytes.extend(bits.to_le_bytes().iter().take(ty.dtype.itemsize() as usize));
    }
    let dtype = npc_values::DType::from_name(ty.dtype.numpy_name()).unwrap_or(npc_values::DType::Float64);
    let array = ArrayValue::from_contiguous(dtype, array.shape().to_vec(), bytes);
    let array = array.map_err(|error| CallError::type_error(error.to_string()))?;
    Ok(packed(&array, ty.layout))
}

fn weak_value(scalar: Scalar) -> Value {
    match scalar {
        Scalar::Int64(x) => Value::Int(x),
        Scalar::Float64(x) => Value::Float(x),
        Scalar::Bool(x) => Value::Bool(x),
        other => Value::Scalar(other),
    }
}

/// The bits of a scalar as `dtype`; an integer that does not fit is an OverflowError.
pub(crate) fn scalar_bits(value: &Value, dtype: DType) -> Result<u64, CallError> {
    match number(value) {
        Some(Number::Int(x)) if dtype.is_float() => Ok(float_bits(x as f64, dtype)),
        Some(Number::Int(x)) if (dtype.int_min()..=dtype.int_max()).contains(&x) => Ok(x as u64),
        Some(Number::Int(x)) => {
            Err(CallError::new("OverflowError", format!("Python integer {x} out of bounds for {}", dtype.numpy_name())))
        }
        Some(Number::Float(x)) if dtype.is_float() => Ok(float_bits(x, dtype)),
        _ => Err(CallError::type_error(format!("expected {}, got {}", dtype.numpy_name(), value.type_name()))),
    }
}

/// The bits of the parts of a number as a complex dtype.
pub(crate) fn complex_bits(value: &Value, dtype: DType) -> Result<[u64; 2], CallError> {
    let part = dtype.part().unwrap_or(DType::F64);
    let (re, im) = match value {
        Value::Complex(re, im) => (*re, *im),
        Value::Scalar(Scalar::Complex128(re, im)) => (*re, *im),
        Value::Scalar(Scalar::Complex64(re, im)) => ((*re).into(), (*im).into()),
        real => match number(real) {
            Some(Number::Int(x)) => (x as f64, 0.0),
            Some(Number::Float(x)) => (x, 0.0),
            None => {
                let message = format!("expected {}, got {}", dtype.numpy_name(), value.type_name());
                return Err(CallError::type_error(message));
            }
        },
    };
    Ok([float_bits(re, part), float_bits(im, part)])
}

fn float_bits(x: f64, dtype: DType) -> u64 {
    if dtype == DType::F32 { u64::from((x as f32).to_bits()) } else { x.to_bits() }
}

enum Number {
    Int(i128),
    Float(f64),
}

fn number(value: &Value) -> Option<Number> {
    Some(match value {
        Value::Bool(x) => Number::Int((*x).into()),
        Value::Int(x) => Number::Int((*x).into()),
        Value::Float(x) => Number::Float(*x),
        Value::Scalar(scalar) => match *scalar {
            Scalar::Bool(x) => Number::Int(x.into()),
            Scalar::Int8(x) => Number::Int(x.into()),
            Scalar::Int16(x) => Number::Int(x.into()),
            Scalar::Int32(x) => Number::Int(x.into()),
            Scalar::Int64(x) => Number::Int(x.into()),
            Scalar::UInt8(x) => Number::Int(x.into()),
            Scalar::UInt16(x) => Number::Int(x.into()),
            Scalar::UInt32(x) => Number::Int(x.into()),
            Scalar::UInt64(x) => Number::Int(x.into()),
            Scalar::Float32(x) => Number::Float(x.into()),
            Scalar::Float64(x) => Number::Float(x),
            Scalar::Complex64(..) | Scalar::Complex128(..) => return None,
        },
        _ => return None,
    })
}
