//! Names of users in the name spaces of JavaScript.

use npc_midend::interface::Interface;
use std::collections::BTreeMap;

/// Words that JavaScript keeps for itself, in modules and in TypeScript declarations.
const KEYWORDS: &str = "arguments await break case catch class const continue debugger default delete do else enum \
    eval export extends false finally for function if implements import in instanceof interface let new null package \
    private protected public return static super switch this throw true try typeof undefined var void while with \
    yield NaN Infinity";

/// Names that the bindings export or use themselves.
const OURS: &str = "npc then memory array instantiate instantiateSync PythonError __proto__";

/// Globals that the bindings use: an export of that name would hide them.
const GLOBALS: &str = "Array ArrayBuffer BigInt BigInt64Array BigUint64Array DataView Error FinalizationRegistry \
    Float32Array Float64Array Int16Array Int32Array Int8Array JSON Math Number Object RegExp String Symbol \
    TextDecoder TypeError URL Uint16Array Uint32Array Uint8Array Uint8ClampedArray WebAssembly atob fetch globalThis";

/// Exceptions that the bindings raise themselves.
const ERRORS: &str = "MemoryError ValueError IndexError OverflowError";

/// Globals of pages that a script must not replace, or cannot.
const PAGE: &str = "closed document event frames history length location name navigator opener origin parent screen \
    self status top window console";

fn listed(name: &str, lists: &[&str]) -> bool {
    lists.iter().any(|list| list.split_whitespace().any(|word| word == name))
}

/// The exported names of an interface, one for each distinct `Function::name`: Python's name to JavaScript's.
///
/// They differ where JavaScript or the bindings keep the name for themselves (`delete`, `npc`, `then`): such a function
/// is exported as `name_`; see [`renamed`].
pub fn exports(interface: &Interface) -> BTreeMap<String, String> {
    let mut exports = BTreeMap::new();
    let mut taken: Vec<String> = exceptions(interface).into_values().collect();
    for function in &interface.functions {
        if !exports.contains_key(&function.name) {
            let name = free_name(&function.name, &[KEYWORDS, OURS, GLOBALS, ERRORS], &taken);
            taken.push(name.clone());
            exports.insert(function.name.clone(), name);
        }
    }
    exports
}

/// The functions that have another name in JavaScript, each with that name; worth a warning.
pub fn renamed(interface: &Interface) -> Vec<(String, String)> {
    exports(interface).into_iter().filter(|(python, exported)| python != exported).collect()
}

/// The exception types that the bindings define: Python's name to the name of the class.
pub fn exceptions(interface: &Interface) -> BTreeMap<String, String> {
    let mut classes = BTreeMap::new();
    let mut taken = Vec::new();
    for site in &interface.sites {
        if site.exception != "TypeError" && site.exception != "PythonError" && !classes.contains_key(&site.exception) {
            let name = free_name(&site.exception, &[KEYWORDS, OURS, GLOBALS], &taken);
            taken.push(name.clone());
            classes.insert(site.exception.clone(), name);
        }
    }
    classes
}

/// The global of a classic script.
pub fn global(module: &str) -> String {
    free_name(module, &[KEYWORDS, OURS, GLOBALS, PAGE], &[])
}

/// A parameter name in a declaration.
pub fn parameter(name: &str, taken: &[String]) -> String {
    free_name(name, &[KEYWORDS], taken)
}

fn free_name(name: &str, reserved: &[&str], taken: &[String]) -> String {
    let mut name = identifier(name);
    while listed(&name, reserved) || taken.contains(&name) {
        name.push('_');
    }
    name
}

/// The name with `_` for what no identifier contains.
fn identifier(name: &str) -> String {
    let mut text: String = name.chars().map(|c| if continues(c) { c } else { '_' }).collect();
    if text.is_empty() || text.starts_with(|c: char| c.is_numeric()) {
        text.insert(0, '_');
    }
    text
}

/// True if both JavaScript and TypeScript take the name as it is.
pub fn is_identifier(name: &str) -> bool {
    identifier(name) == name
}

/// Circled and squared letters are alphabetic, but not part of identifiers.
fn continues(c: char) -> bool {
    match c {
        '_' => true,
        '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}' => false,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        c => c.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_identifiers() {
        for (name, expected) in [
            ("blur", "blur"),
            ("npc", "npc_"),
            ("then", "then_"),
            ("delete", "delete_"),
            ("größe", "größe"),
            ("a`b*/c", "a_b__c"),
            ("2d", "_2d"),
            ("", "_"),
            ("Array", "Array_"),
            ("__proto__", "__proto___"),
        ] {
            assert_eq!(free_name(name, &[KEYWORDS, OURS, GLOBALS], &[]), expected);
        }
        assert_eq!(global("location"), "location_");
    }
}
