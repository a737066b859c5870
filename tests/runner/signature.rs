//! Which positional arguments the keyword arguments of a run line are.

use super::case::Case;
use npc::Value;
use npc::values::parse_literal;

/// All arguments of a case in the order of the parameters.
pub fn positional(source: &str, case: &Case) -> Result<Vec<Value>, String> {
    let mut args = case.args.clone();
    if case.kwargs.is_empty() {
        return Ok(args);
    }
    let mut waiting = case.kwargs.clone();
    for (name, default) in params(source, &case.function).into_iter().skip(case.args.len()) {
        if waiting.is_empty() {
            break;
        }
        match waiting.iter().position(|(given, _)| *given == name) {
            Some(at) => args.push(waiting.remove(at).1),
            None => {
                let default = default.ok_or_else(|| format!("no value for `{name}`"))?;
                args.push(parse_literal(&default).map_err(|error| format!("default of `{name}`: {error}"))?);
            }
        }
    }
    if waiting.is_empty() { Ok(args) } else { Err("a keyword argument without a parameter".to_string()) }
}

/// Where each argument of `positional` stands in the order of the oracle's `args`, then `kwargs`.
pub fn oracle_order(source: &str, case: &Case) -> Vec<usize> {
    let names = params(source, &case.function);
    let place = |name: &String| names.iter().position(|(param, _)| param == name).unwrap_or(usize::MAX);
    (0..case.args.len()).chain(case.kwargs.iter().map(|(name, _)| place(name))).collect()
}

/// Names and default values of the parameters of the last `def` of a function.
fn params(source: &str, function: &str) -> Vec<(String, Option<String>)> {
    let Some(start) = source.rfind(&format!("def {function}(")) else {
        return Vec::new();
    };
    let rest = &source[start + "def (".len() + function.len()..];
    let mut depth = 0;
    let end = rest.find(|c: char| {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        depth < 0
    });
    split(&rest[..end.unwrap_or(rest.len())]).into_iter().filter_map(|param| parse(&param)).collect()
}

fn split(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in list.chars() {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        match parts.last_mut() {
            Some(last) if c != ',' || depth > 0 => last.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts
}

fn parse(param: &str) -> Option<(String, Option<String>)> {
    let (name, default) =
        param.split_once('=').map_or((param, None), |(name, default)| (name, Some(default.trim().to_string())));
    let name = name.split(':').next().unwrap_or(name).trim();
    let is_name = !name.is_empty() && name != "*" && name != "/";
    is_name.then(|| (name.to_string(), default))
}
