//! Text exactly as Python and NumPy 2.4 print it, with NumPy's default print options.
//!
//! - [`digits`]: the decimal digits of a float, shortest or rounded
//! - [`number`]: one float or complex number that stands alone
//! - [`text`]: strings in quotes
//! - [`column`]: elements of one array, padded to a common width
//! - [`layout`]: brackets, line breaks and `...` around them

mod column;
mod digits;
mod layout;
mod number;
mod text;

pub(crate) use layout::{array_repr, array_str};

use crate::{ArrayValue, Scalar, Value};

/// `str(value)`
pub(crate) fn value_str(value: &Value) -> String {
    match value {
        Value::Str(text) => text.clone(),
        Value::Scalar(scalar) => scalar_str(*scalar),
        Value::Array(array) => array_str(array),
        _ => value_repr(value),
    }
}

/// `repr(value)`
pub(crate) fn value_repr(value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(x) => bool_str(*x).to_owned(),
        Value::Int(x) => x.to_string(),
        Value::Float(x) => number::float64(*x),
        Value::Complex(re, im) => number::complex128(*re, *im),
        Value::Scalar(scalar) => scalar_repr(*scalar),
        Value::Str(text) => text::quoted(text),
        Value::Tuple(items) if items.len() == 1 => format!("({},)", items_repr(items)),
        Value::Tuple(items) => format!("({})", items_repr(items)),
        Value::List(items) => format!("[{}]", items_repr(items)),
        Value::Set(items) if items.is_empty() => "set()".to_string(),
        Value::Set(items) => format!("{{{}}}", items_repr(items)),
        Value::Dict(items) => {
            let items: Vec<_> = items.iter().map(|(key, item)| format!("{}: {}", value_repr(key), value_repr(item))).collect();
            format!("{{{}}}", items.join(", "))
        }
        Value::Record(name, fields) => {
            let fields: Vec<_> = fields.iter().map(|(field, value)| format!("{field}={}", value_repr(value))).collect();
            format!("{name}({})", fields.join(", "))
        }
        Value::Array(array) => array_repr(array),
    }
}

fn items_repr(items: &[Value]) -> String {
    items.iter().map(value_repr).collect::<Vec<_>>().join(", ")
}

/// `str(scalar)` of a NumPy scalar
pub(crate) fn scalar_str(scalar: Scalar) -> String {
    match scalar {
        Scalar::Bool(x) => bool_str(x).to_owned(),
        Scalar::Int8(x) => x.to_string(),
        Scalar::Int16(x) => x.to_string(),
        Scalar::Int32(x) => x.to_string(),
        Scalar::Int64(x) => x.to_string(),
        Scalar::UInt8(x) => x.to_string(),
        Scalar::UInt16(x) => x.to_string(),
        Scalar::UInt32(x) => x.to_string(),
        Scalar::UInt64(x) => x.to_string(),
        Scalar::Float32(x) => number::float32(x),
        Scalar::Float64(x) => number::float64(x),
        Scalar::Complex64(re, im) => number::complex64(re, im),
        Scalar::Complex128(re, im) => number::complex128(re, im),
    }
}

/// `repr(scalar)` of a NumPy scalar
pub(crate) fn scalar_repr(scalar: Scalar) -> String {
    let text = scalar_str(scalar);
    match scalar {
        Scalar::Bool(_) => format!("np.{text}_"),
        Scalar::Complex64(..) | Scalar::Complex128(..) => {
            format!("np.{}({})", scalar.dtype(), text.trim_start_matches('(').trim_end_matches(')'))
        }
        _ => format!("np.{}({text})", scalar.dtype()),
    }
}

/// A shape as the tuple that it is in Python.
pub(crate) fn shape(shape: &[usize]) -> String {
    let sizes: Vec<_> = shape.iter().map(usize::to_string).collect();
    if sizes.len() == 1 { format!("({},)", sizes.concat()) } else { format!("({})", sizes.join(", ")) }
}

fn bool_str(x: bool) -> &'static str {
    if x { "True" } else { "False" }
}

/// The scalar in an array of rank 0.
fn only_element(array: &ArrayValue) -> Option<Scalar> {
    array.get(&[])
}
