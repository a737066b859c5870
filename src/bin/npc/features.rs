//! `npc features`: what this npc can do.

use crate::args::FeaturesArgs;
use crate::fail::Failure;
use crate::report;
use serde_json::{Value, json};

/// Prints the list, one line a feature, or as JSON.
pub fn features(args: &FeaturesArgs) -> Result<(), Failure> {
    let features = list();
    if args.json {
        return report::print(&format!("{features:#}\n"));
    }
    let lines = features.as_object().into_iter().flatten().map(|(name, value)| format!("{name}: {}\n", plain(value)));
    report::print(&lines.collect::<String>())
}

fn list() -> Value {
    let dtypes: Vec<_> = npc::MachineDType::ALL.iter().map(|dtype| dtype.numpy_name()).collect();
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "abi": npc::ABI_VERSION,
        "targets": targets(),
        "run": running(),
        "emit": emitted(),
        "bindings": ["inline", "script", "esm", "raw", "worker", "none"],
        "dtypes": dtypes,
        "output-formats": ["full", "concise", "json", "github", "sarif"],
        "signatures": ["numba", "annotations", "pythran", "jaxtyping", "pyi", "--sig", "example calls", "vectorize", "guvectorize"],
        "accepted-without-effect": ["parallel", "nogil", "cache", "inline", "nopython"],
    })
}

fn targets() -> Vec<&'static str> {
    let native = cfg!(feature = "native").then_some("native");
    ["wasm32"].into_iter().chain(native).collect()
}

fn emitted() -> Vec<&'static str> {
    let native: &[&str] = if cfg!(feature = "native") { &["obj", "so", "header", "clif", "asm"] } else { &[] };
    ["wasm", "wat", "js", "dts"].iter().chain(native).chain(&["ir=arrays", "ir=loops", "ir=flat"]).copied().collect()
}

fn running() -> Vec<&'static str> {
    let native = cfg!(feature = "native").then_some("native");
    let wasm = cfg!(feature = "wasmtime").then_some("wasm32");
    native.into_iter().chain(wasm).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
