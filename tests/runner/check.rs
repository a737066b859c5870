//! Comparing what npc did with what NumPy did.

use super::case::{Case, Exception, Expected, value};
use super::oracle::File;
use npc::{ArrayValue, CallError, DType, Scalar, Value};

/// What is wrong with the outcome of a call; `None` if nothing is.
pub fn outcome(file: &File, case: &Case, outcome: &Result<Value, CallError>) -> Option<String> {
    match (&case.expected, outcome) {
        (Expected::Result(expected), Ok(actual)) => {
            let differs = different(file, expected, actual);
            differs.map(|what| format!("{what}\n    NumPy: {}\n    npc:   {}", expected.repr(), actual.repr()))
        }
        (Expected::Exception(expected), Err(actual)) => exception(expected, actual),
        (Expected::Result(expected), Err(actual)) => {
            Some(format!("raises {}\n    NumPy: {}", with_place(actual), expected.repr()))
        }
        (Expected::Exception(expected), Ok(actual)) => {
            Some(format!("returns {}\n    Python: raises {}", actual.repr(), expected.name))
        }
    }
}

fn with_place(error: &CallError) -> String {
    let places: Vec<_> = error.traceback.iter().map(|frame| format!("line {} in {}", frame.line, frame.function)).collect();
    format!("{error} ({})", places.join(", "))
}

fn exception(expected: &Exception, actual: &CallError) -> Option<String> {
    let same_type =
        expected.name == actual.exception || is_numpys(&expected.name) && expected.bases.contains(&actual.exception);
    let same_message = expected.message.as_ref().is_none_or(|message| *message == actual.message);
    let place = actual.traceback.last().map(|frame| (u64::from(frame.line), frame.function.clone()));
    let same_place = expected.place.is_none() || expected.place == place;
    if same_type && same_message && same_place {
        return None;
    }
    let message = expected.message.as_deref().unwrap_or("…");
    let at = expected.place.as_ref().map(|(line, function)| format!("line {line} in {function}")).unwrap_or_default();
    Some(format!("another exception\n    Python: {}: {message} ({at})\n    npc:    {}", expected.name, with_place(actual)))
}

/// Exception types of NumPy, which npc reports as their builtin base.
fn is_numpys(name: &str) -> bool {
    name.starts_with('_') || name == "AxisError" || name == "LinAlgError"
}

/// Compares the array arguments and their buffers after a call.
pub fn arguments(file: &File, case: &Case, args: &[Value], order: &[usize]) -> Option<String> {
    let after = case.after.as_ref()?;
    for (at, (expected, place)) in after.iter().zip(order).enumerate() {
        let arg = args.get(*place)?;
        if let Some(what) = argument(file, case, at, expected, arg) {
            return Some(format!("argument {at} after the call: {what}"));
        }
    }
    buffers(file, case, args)
}

fn argument(file: &File, case: &Case, at: usize, expected: &serde_json::Value, arg: &Value) -> Option<String> {
    match expected["kind"].as_str() {
        Some("array") => different(file, &value(expected, &[]).ok()?, arg),
        Some("unchanged") => {
            let before = case.args.get(at).or_else(|| case.kwargs.get(at - case.args.len()).map(|(_, arg)| arg))?;
            different(file, before, arg)
        }
        Some("tuple") => {
            let Value::Tuple(items) = arg else {
                return Some("no tuple".to_string());
            };
            let expected = expected["items"].as_array()?;
            expected.iter().zip(items).find_map(|(expected, item)| match expected["kind"].as_str() {
                Some("array") => different(file, &value(expected, &[]).ok()?, item),
                _ => None,
            })
        }
        _ => None,
    }
}

/// Bytes around the arguments must not change. Where floats may differ, or arguments were packed, nothing is known.
fn buffers(file: &File, case: &Case, args: &[Value]) -> Option<String> {
    let after = case.buffers_after.as_ref()?;
    if file.ulp > 0 || file.rtol.is_some() {
        return None;
    }
    let (mut before, mut now) = (Vec::new(), Vec::new());
    case.args.iter().chain(case.kwargs.iter().map(|(_, arg)| arg)).for_each(|arg| arrays(arg, &mut before));
    args.iter().for_each(|arg| arrays(arg, &mut now));
    for (before, now) in before.iter().zip(&now) {
        let home = case.buffers.iter().position(|buffer| std::sync::Arc::ptr_eq(buffer, before.data()));
        let expected = home.and_then(|home| after.get(home));
        let in_place = before.strides() == now.strides() && before.data().len() == now.data().len();
        if in_place && expected.is_some_and(|expected| !same_bytes(before.dtype(), expected, now.data())) {
            return Some("bytes of a buffer after the call differ".to_string());
        }
    }
    None
}

fn same_bytes(dtype: DType, expected: &[u8], actual: &[u8]) -> bool {
    expected == actual || matches!(dtype, DType::Float32 | DType::Float64)
}

fn arrays(value: &Value, to: &mut Vec<ArrayValue>) {
    match value {
        Value::Array(array) => to.push(array.clone()),
        Value::Tuple(items) => items.iter().for_each(|item| arrays(item, to)),
        _ => {}
    }
}

/// How two values differ; scalars are equal when their dtypes and bits are.
fn different(file: &File, expected: &Value, actual: &Value) -> Option<String> {
    match (expected, actual) {
        (Value::None, Value::None) => None,
        (Value::Str(a), Value::Str(b)) if a == b => None,
        (Value::Tuple(a) | Value::List(a), Value::Tuple(b) | Value::List(b)) if a.len() == b.len() => {
            a.iter().zip(b).find_map(|(a, b)| different(file, a, b))
        }
        (Value::Array(a), Value::Array(b)) => different_arrays(file, a, b),
        _ => match (strong(expected), strong(actual)) {
            (Some(a), Some(b)) if a.dtype() == b.dtype() => {
                let scale = magnitude(a);
                (!close(file, a, b, scale)).then(|| "another value".to_string())
            }
            (Some(a), Some(b)) => Some(format!("{} instead of {}", b.dtype(), a.dtype())),
            _ => Some(format!("{} instead of {}", actual.type_name(), expected.type_name())),
        },
    }
}

fn different_arrays(file: &File, expected: &ArrayValue, actual: &ArrayValue) -> Option<String> {
    if expected.dtype() != actual.dtype() {
        return Some(format!("dtype {} instead of {}", actual.dtype(), expected.dtype()));
    }
    if expected.shape() != actual.shape() {
        return Some(format!("shape {:?} instead of {:?}", actual.shape(), expected.shape()));
    }
    let scale = expected.elements().map(magnitude).fold(0.0, f64::max);
    let mut pairs = expected.elements().zip(actual.elements()).enumerate();
    let wrong = pairs.find(|(_, (a, b))| !close(file, *a, *b, scale));
    wrong.map(|(at, (a, b))| format!("element {at}: {} instead of {}", b.repr(), a.repr()))
}

fn strong(value: &Value) -> Option<Scalar> {
    match value {
        Value::Bool(x) => Some(Scalar::Bool(*x)),
        Value::Int(x) => Some(Scalar::Int64(*x)),
        Value::Float(x) => Some(Scalar::Float64(*x)),
        Value::Scalar(scalar) => Some(*scalar),
        _ => None,
    }
}

fn magnitude(scalar: Scalar) -> f64 {
    match scalar {
        Scalar::Float32(x) if x.is_finite() => x.abs().into(),
        Scalar::Float64(x) if x.is_finite() => x.abs(),
        _ => 0.0,
    }
}

/// Equal in bits, both NaN, or within the tolerance of the file.
fn close(file: &File, a: Scalar, b: Scalar, scale: f64) -> bool {
    match (a, b) {
        (Scalar::Float64(a), Scalar::Float64(b)) => {
            let ulps = order64(a).abs_diff(order64(b));
            a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan() || within(file, a, b, ulps, scale)
        }
        (Scalar::Float32(a), Scalar::Float32(b)) => {
            let ulps = order64_of32(a).abs_diff(order64_of32(b));
            a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan() || within(file, a.into(), b.into(), ulps, scale)
        }
        (a, b) => a == b,
    }
}

fn within(file: &File, a: f64, b: f64, ulps: u64, scale: f64) -> bool {
    let finite = a.is_finite() && b.is_finite();
    finite && (file.ulp > 0 && ulps <= file.ulp || file.rtol.is_some_and(|rtol| (a - b).abs() <= rtol * scale))
}

/// Floats as integers in the same order, so that neighbours differ by one.
fn order64(x: f64) -> i64 {
    let bits = x.to_bits() as i64;
    if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
}

fn order64_of32(x: f32) -> i64 {
    let bits = x.to_bits() as i32;
    i64::from(if bits < 0 { i32::MIN.wrapping_sub(bits) } else { bits })
}
