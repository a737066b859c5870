//! Which function of a program a call means: by name, then by the types of its arguments.

use crate::CallError;
use crate::convert::distance;
use npc_midend::interface::{DefaultValue, Function, Interface, Param};
use npc_values::Value;

/// Every signature of the function that users call `name`.
pub(crate) fn candidates<'a>(interface: &'a Interface, name: &str) -> Vec<&'a Function> {
    let Some(first) = interface.function(name) else {
        return Vec::new();
    };
    interface.functions.iter().filter(|function| function.name == first.name).collect()
}

/// The candidate that fits the arguments best. The first of equals wins.
pub(crate) fn choose<'a>(name: &str, candidates: &[&'a Function], args: &[Value]) -> Result<&'a Function, CallError> {
    let fits = candidates.iter().filter_map(|function| Some((total_distance(function, args)?, *function)));
    let best = fits.min_by_key(|(distance, _)| *distance);
    best.map(|(_, function)| function).ok_or_else(|| mismatch(name, candidates, args))
}

fn total_distance(function: &Function, args: &[Value]) -> Option<u32> {
    let left_out = function.params.get(args.len()..)?;
    if left_out.iter().any(|param| param.default.is_none()) {
        return None;
    }
    args.iter().zip(&function.params).map(|(arg, param)| distance(arg, &param.shape)).sum()
}

/// The arguments with default values for those that were left out.
pub(crate) fn with_defaults(function: &Function, args: &[Value]) -> Vec<Value> {
    let left_out = function.params.get(args.len()..).unwrap_or_default();
    args.iter().cloned().chain(left_out.iter().map(default_of)).collect()
}

fn default_of(param: &Param) -> Value {
    match &param.default {
        None | Some(DefaultValue::None) => Value::None,
        Some(DefaultValue::Bool(x)) => Value::Bool(*x),
        Some(DefaultValue::Int(x)) => Value::Int(*x),
        Some(DefaultValue::Float(x)) => Value::Float(*x),
        Some(DefaultValue::Complex(re, im)) => Value::Complex(*re, *im),
        Some(DefaultValue::Str(x)) => Value::Str(x.clone()),
    }
}

fn mismatch(name: &str, candidates: &[&Function], args: &[Value]) -> CallError {
    CallError::type_error(match candidates {
        [only] => wrong_argument(name, only, args),
        several => {
            let given: Vec<_> = args.iter().map(describe).collect();
            let known: Vec<_> = several.iter().map(|function| signature(name, function)).collect();
            format!("{name}(): no signature takes ({}); there are {}", given.join(", "), known.join(", "))
        }
    })
}

fn wrong_argument(name: &str, function: &Function, args: &[Value]) -> String {
    if args.len() > function.params.len() {
        return too_many(name, function, args.len());
    }
    let missing: Vec<_> = function.params.iter().skip(args.len()).filter(|param| param.default.is_none()).collect();
    if !missing.is_empty() {
        return too_few(name, &missing);
    }
    let wrong = args.iter().zip(&function.params).find(|(arg, param)| distance(arg, &param.shape).is_none());
    match wrong {
        Some((arg, param)) => format!("{name}({}): expected {}, got {}", param.name, param.shape.name(), describe(arg)),
        None => format!("{name}(): these arguments do not fit {}", signature(name, function)),
    }
}

fn too_many(name: &str, function: &Function, given: usize) -> String {
    let most = function.params.len();
    let least = function.params.iter().filter(|param| param.default.is_none()).count();
    let takes = if least == most { most.to_string() } else { format!("from {least} to {most}") };
    let plural = if most == 1 { "" } else { "s" };
    let were = if given == 1 { "was" } else { "were" };
    format!("{name}() takes {takes} positional argument{plural} but {given} {were} given")
}

fn too_few(name: &str, missing: &[&Param]) -> String {
    let names: Vec<_> = missing.iter().map(|param| format!("'{}'", param.name)).collect();
    let plural = if names.len() == 1 { "" } else { "s" };
    let list = match names.as_slice() {
        [first, second] => format!("{first} and {second}"),
        [rest @ .., last] if !rest.is_empty() => format!("{}, and {last}", rest.join(", ")),
        _ => names.concat(),
    };
    format!("{name}() missing {} required positional argument{plural}: {list}", names.len())
}

fn signature(name: &str, function: &Function) -> String {
    let params: Vec<_> = function.params.iter().map(|param| param.shape.name()).collect();
    format!("{name}({})", params.join(", "))
}

/// The type of a value as messages show it: `int`, `float64[3, 4]`, `(int, float)`.
fn describe(value: &Value) -> String {
    match value {
        Value::Array(array) => {
            let extents: Vec<_> = array.shape().iter().map(usize::to_string).collect();
            let extents = if extents.is_empty() { "()".to_string() } else { extents.join(", ") };
            format!("{}[{extents}]", array.dtype())
        }
        Value::Tuple(items) => format!("({})", items.iter().map(describe).collect::<Vec<_>>().join(", ")),
        other => other.type_name().to_string(),
    }
}
