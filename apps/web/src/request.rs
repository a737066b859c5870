//! What can be asked for: a JSON object.
//!
//! ```json
//! {
//!   "name": "kernels.py", "source": "def f(x): …",
//!   "sig": ["f: (float64[:])"], "export": ["f", "g=h"], "int": "wrap", "unchecked": true, "module": "kernels",
//!   "modules": { "pkg.utils": { "name": "pkg/utils.py", "source": "…" } },
//!   "call": { "function": "f", "types": [{ "dtype": "float64", "rank": 1, "layout": "C" }, "int", "None"] },
//!   "bindings": "inline", "jsInt64": "number", "emit": ["js", "dts", "table"],
//!   "normal": { "µ": "μ" }
//! }
//! ```
//!
//! Identifiers are compared in their normal form (NFKC), which the host knows: `normal` has those that differ from it.
//! All but `source` may be left out; `{"runtime": true}` and `{"panic": "message"}` are the other requests. Types are written as in the interface (docs/abi.md); `{"str": "…"}` is a string, `bool_` is
//! NumPy's bool.

use npc::{ArgType, ArrayType, Bindings, JsInt64, Kind, Layout, Loader, MachineDType, Options, Source};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A request.
pub enum Request {
    /// The run time of the bindings, for `npc.js`.
    Runtime,
    /// To behave as if there were a bug, for tests.
    Panic(String),
    /// A compilation.
    Compile(Compile),
}

/// What to compile, and what to make of it.
pub struct Compile {
    /// The Python file.
    pub source: Source,
    /// The library's options.
    pub options: Options,
    /// The form of the JavaScript.
    pub bindings: Bindings,
    /// What is wanted beside the module: `js`, `dts`, and `table`, of which `npc.js` makes functions.
    pub emit: Vec<String>,
    /// The Python files that may be imported.
    pub modules: Modules,
}

/// Python files by the name under which they are imported.
pub struct Modules(BTreeMap<String, Source>);

impl Loader for Modules {
    fn load(&self, module: &str) -> Option<Source> {
        let plain = module.trim_start_matches('.');
        self.0.get(module).or_else(|| self.0.get(plain)).cloned()
    }
}

impl Request {
    /// Reads a request; the error says what is wrong with it.
    pub fn read(bytes: &[u8]) -> Result<Request, String> {
        let json: Json = serde_json::from_slice(bytes).map_err(|error| format!("the request is not JSON: {error}"))?;
        if json["runtime"] == true {
            return Ok(Request::Runtime);
        }
        if let Some(message) = optional_text(&json, "panic")? {
            return Ok(Request::Panic(message.to_string()));
        }
        learn(&json["normal"]);
        let name = optional_text(&json, "name")?.unwrap_or("module.py");
        let source = optional_text(&json, "source")?.ok_or("the request has no `source`")?;
        let options = Options {
            signatures: texts(&json, "sig")?,
            exports: texts(&json, "export")?.iter().map(|export| split_export(export)).collect(),
            int_wrap: one_of(&json, "int", &[("raise", false), ("wrap", true)])?,
            unchecked: json["unchecked"].as_bool().unwrap_or_default(),
            module: optional_text(&json, "module")?.map(str::to_string),
            call: call(&json["call"])?,
            ..Options::default()
        };
        Ok(Request::Compile(Compile {
            source: Source::new(name, source),
            options,
            bindings: bindings(&json)?,
            emit: if json["emit"].is_null() { vec!["js".into(), "dts".into()] } else { texts(&json, "emit")? },
            modules: modules(&json["modules"])?,
        }))
    }
}

impl Compile {
    /// True if this is wanted.
    pub fn emits(&self, kind: &str) -> bool {
        self.emit.iter().any(|wanted| wanted == kind)
    }
}

/// Tells the parser the normal forms of identifiers.
fn learn(normal: &Json) {
    let forms = normal.as_object().into_iter().flatten();
    unicode_normalization::learn(forms.filter_map(|(word, form)| Some((word.clone(), form.as_str()?.to_string()))));
}

fn optional_text<'a>(json: &'a Json, key: &str) -> Result<Option<&'a str>, String> {
    match &json[key] {
        Json::Null => Ok(None),
        Json::String(text) => Ok(Some(text)),
        other => Err(format!("`{key}` must be a string, not {other}")),
    }
}

/// A list of strings; one string stands for a list of it.
fn texts(json: &Json, key: &str) -> Result<Vec<String>, String> {
    let wrong = || format!("`{key}` must be a list of strings, not {}", json[key]);
    match &json[key] {
        Json::Null => Ok(Vec::new()),
        Json::String(text) => Ok(vec![text.clone()]),
        Json::Array(items) => items.iter().map(|item| item.as_str().map(str::to_string).ok_or_else(wrong)).collect(),
        _ => Err(wrong()),
    }
}

/// The meaning of a word; the first one is that of none.
fn one_of<T: Copy>(json: &Json, key: &str, words: &[(&str, T)]) -> Result<T, String> {
    let word = optional_text(json, key)?;
    let found = words.iter().find(|(known, _)| word.is_none_or(|word| word == *known)).map(|(_, meaning)| *meaning);
    let names = || words.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| format!("`{key}` is one of {}, not `{}`", names(), word.unwrap_or_default()))
}

fn split_export(export: &str) -> (String, Option<String>) {
    match export.split_once('=') {
        Some((function, name)) => (function.trim().to_string(), Some(name.trim().to_string())),
        None => (export.trim().to_string(), None),
    }
}

fn bindings(json: &Json) -> Result<Bindings, String> {
    let kinds = [
        ("inline", Kind::Inline),
        ("script", Kind::Script),
        ("esm", Kind::Esm),
        ("raw", Kind::Raw),
        ("worker", Kind::Worker),
        ("none", Kind::None),
    ];
    let longs = [("default", JsInt64::Default), ("number", JsInt64::Number), ("bigint", JsInt64::BigInt)];
    Ok(Bindings { kind: one_of(json, "bindings", &kinds)?, js_int64: one_of(json, "jsInt64", &longs)? })
}

fn modules(json: &Json) -> Result<Modules, String> {
    let read = |(module, file): (&String, &Json)| {
        let name = optional_text(file, "name")?.map_or_else(|| format!("{}.py", module.replace('.', "/")), str::to_string);
        let source = file.as_str().or(file["source"].as_str()).ok_or_else(|| format!("module `{module}` has no `source`"))?;
        Ok((module.clone(), Source::new(name, source)))
    };
    json.as_object().into_iter().flatten().map(read).collect::<Result<_, _>>().map(Modules)
}

fn call(json: &Json) -> Result<Option<(String, Vec<ArgType>)>, String> {
    if json.is_null() {
        return Ok(None);
    }
    let function = optional_text(json, "function")?.ok_or("`call` has no `function`")?;
    let types = json["types"].as_array().into_iter().flatten().map(arg_type);
    Ok(Some((function.to_string(), types.collect::<Result<_, _>>()?)))
}

fn first_type(json: &Json) -> Result<Option<Box<ArgType>>, String> {
    json.get(0).map(arg_type).transpose().map(|ty| ty.map(Box::new))
}

fn arg_type(json: &Json) -> Result<ArgType, String> {
    let unknown = || format!("there is no type {json}");
    let scalar = |dtype, weak| ArgType::Scalar { dtype, weak };
    match json {
        Json::Array(members) => Ok(ArgType::Tuple(members.iter().map(arg_type).collect::<Result<_, _>>()?)),
        Json::Object(object) if object.contains_key("str") => {
            json["str"].as_str().map(|text| ArgType::Str(text.to_string())).ok_or_else(unknown)
        }
        Json::Object(_) if json["list"].is_array() => Ok(ArgType::List(first_type(&json["list"])?)),
        Json::Object(_) if json["set"].is_array() => Ok(ArgType::Set(first_type(&json["set"])?)),
        Json::Object(_) if json["dict"].is_array() => Ok(ArgType::Dict(match (json["dict"].get(0), json["dict"].get(1)) {
            (Some(key), Some(value)) => Some(Box::new([arg_type(key)?, arg_type(value)?])),
            _ => None,
        })),
        Json::Object(_) => array_type(json).map(ArgType::Array).ok_or_else(unknown),
        Json::String(name) => match name.as_str() {
            "None" => Ok(ArgType::None),
            "str" => Ok(ArgType::Text),
            "int" => Ok(scalar(MachineDType::I64, true)),
            "float" => Ok(scalar(MachineDType::F64, true)),
            "complex" => Ok(scalar(MachineDType::C128, true)),
            "bool" => Ok(scalar(MachineDType::Bool, true)),
            "bool_" => Ok(scalar(MachineDType::Bool, false)),
            name => MachineDType::from_numpy_name(name).map(|dtype| scalar(dtype, false)).ok_or_else(unknown),
        },
        _ => Err(unknown()),
    }
}

fn array_type(json: &Json) -> Option<ArrayType> {
    let dtype = MachineDType::from_numpy_name(json["dtype"].as_str()?)?;
    let rank = u8::try_from(json["rank"].as_u64()?).ok()?;
    let layout = match json["layout"].as_str() {
        Some("C") => Layout::C,
        Some("F") => Layout::F,
        None | Some("A") => Layout::ANY,
        Some(_) => return None,
    };
    Some(ArrayType::new(dtype, rank, layout))
}
