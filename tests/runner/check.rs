//! Comparing what npc did with what NumPy did.

use super::case::{Case, Exception, Expected};
use super::oracle::File;
use npc::values::compare::{Pair, differs};
use npc::values::json;
use npc::{ArrayValue, CallError, DType, Value};

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
    let frames: Vec<_> = actual.traceback.iter().map(|frame| (u64::from(frame.line), frame.function.clone())).collect();
    let same_frames = expected.frames.as_ref().is_none_or(|expected| *expected == frames);
    if same_type && same_message && same_place && same_frames {
        return None;
    }
    let message = expected.message.as_deref().unwrap_or("…");
    if same_place && !same_frames {
        let frames =
            expected.frames.as_ref().map(|frames| frames.iter().map(|(line, name)| format!("line {line} in {name}")).collect());
        let frames: Vec<String> = frames.unwrap_or_default();
        return Some(format!("another traceback\n    Python: {}\n    npc:    {}", frames.join(", "), with_place(actual)));
    }
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
        Some("array") => different(file, &json::read(expected, &[]).ok()?, arg),
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
                Some("array") => different(file, &json::read(expected, &[]).ok()?, item),
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
    expected == actual || matches!(dtype, DType::Float32 | DType::Float64 | DType::Complex64 | DType::Complex128)
}

fn arrays(value: &Value, to: &mut Vec<ArrayValue>) {
    match value {
        Value::Array(array) => to.push(array.clone()),
        Value::Tuple(items) => items.iter().for_each(|item| arrays(item, to)),
        _ => {}
    }
}

/// How two values differ, beyond what the file lets floats differ by.
fn different(file: &File, expected: &Value, actual: &Value) -> Option<String> {
    differs(expected, actual, &mut |pair| within(file, pair))
}

fn within(file: &File, pair: &Pair) -> bool {
    let apart = (pair.expected - pair.actual).abs();
    let finite = pair.ulps < u64::MAX;
    finite && (file.ulp > 0 && pair.ulps <= file.ulp || file.rtol.is_some_and(|rtol| apart <= rtol * pair.scale))
}
