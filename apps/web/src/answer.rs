//! What is answered: a JSON object, and the bytes of the module behind it.
//!
//! ```json
//! {
//!   "diagnostics": […], "text": "error[unknown-name]: …",
//!   "module": "kernels", "interface": {…}, "table": {…}, "js": "…", "dts": "…"
//! }
//! ```
//!
//! Without a program, only the first two are there. A request that cannot be read gives `{"refused": "…"}`.

use crate::diagnostics;
use crate::request::{Compile, Request};
use npc::{Diagnostics, JsInt64, Program, compile_with, universal_runtime, universal_table};
use serde_json::{Map, Value as Json, json};

/// The answer to a request.
pub fn to(request: &[u8]) -> Vec<u8> {
    match Request::read(request) {
        Ok(Request::Runtime) => framed(&runtimes(), &[]),
        Ok(Request::Panic(message)) => panic!("{message}"),
        Ok(Request::Compile(request)) => answer(&request),
        Err(refused) => framed(&json!({ "refused": refused }), &[]),
    }
}

/// The run time that `npc.js` gets when it is built, by the form of 64-bit integers.
fn runtimes() -> Json {
    let runtimes = [("default", JsInt64::Default), ("number", JsInt64::Number), ("bigint", JsInt64::BigInt)];
    runtimes.into_iter().map(|(name, int64)| (name.to_string(), json!(universal_runtime(int64)))).collect::<Map<_, _>>().into()
}

fn answer(request: &Compile) -> Vec<u8> {
    match compile_with(&request.source, &request.modules, &request.options) {
        Ok(program) => {
            let mut json = findings(program.warnings());
            describe(&program, request, &mut json);
            framed(&Json::Object(json), &program.wasm())
        }
        Err(errors) => framed(&Json::Object(findings(&errors)), &[]),
    }
}

fn findings(found: &Diagnostics) -> Map<String, Json> {
    let mut json = Map::new();
    json.insert("diagnostics".into(), diagnostics::list(found));
    json.insert("text".into(), json!(found.render(npc::OutputFormat::Full, false)));
    json
}

fn describe(program: &Program, request: &Compile, json: &mut Map<String, Json>) {
    let interface = program.interface();
    json.insert("module".into(), json!(interface.module));
    json.insert("interface".into(), interface.to_json());
    if request.emits("table") {
        json.insert("table".into(), universal_table(interface, request.bindings.js_int64));
    }
    if request.emits("js") || request.emits("dts") {
        let mut files = program.bindings(&request.bindings);
        for (kind, extension) in [("js", "js"), ("dts", "d.ts")] {
            let text = files.remove(&format!("{}.{extension}", interface.module));
            if let Some(text) = text.filter(|_| request.emits(kind)) {
                json.insert(kind.into(), json!(text));
            }
        }
    }
}

/// The length of the JSON, the JSON, and what follows it.
fn framed(json: &Json, bytes: &[u8]) -> Vec<u8> {
    let json = json.to_string();
    let mut answer = (json.len() as u32).to_le_bytes().to_vec();
    answer.extend_from_slice(json.as_bytes());
    answer.extend_from_slice(bytes);
    answer
}
