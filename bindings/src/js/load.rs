//! How a page, a bundler or a server gets the module: the last lines of the file.

use super::{
    error_classes, runtime,
    squeeze::{shorten, squeeze},
};
use crate::template::Values;
use crate::text::js_string;
use crate::{Kind, names};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use npc_midend::interface::Interface;

/// The whole file in one of its forms.
pub fn wrap(interface: &Interface, wasm: &[u8], kind: Kind, values: &Values) -> String {
    let errors = error_classes(interface, values).join(", ");
    let bound = bound_names(interface, values).join(", ");
    let part = |template| squeeze(&values.fill(template));
    let runtime = shorten(&squeeze(&runtime(values)));
    let compile = part(include_str!("runtime/compile.js"));
    match kind {
        Kind::Inline => format!(
            "{runtime}{}export const {{ {bound} }} = $bind($compile({}));\nexport {{ {errors} }};\n",
            compile,
            base64(wasm)
        ),
        Kind::Script => format!(
            "var {} = (() => {{\n\"use strict\";\n{runtime}{}return {{ ...$bind($compile({})), {errors} }};\n}})();\n",
            names::global(&interface.module),
            compile,
            base64(wasm)
        ),
        Kind::Esm => format!(
            "{runtime}{}export const {{ {bound} }} = $bind(await $load(new URL({}, import.meta.url)));\n\
             export {{ {errors} }};\n",
            part(include_str!("runtime/load.js")),
            js_string(&format!("./{}.wasm", percent(&interface.module)))
        ),
        Kind::Raw => format!("{runtime}{}export {{ {errors} }};\n", part(include_str!("runtime/instantiate.js"))),
        Kind::Worker => format!(
            "import $module from {};\n{runtime}export const {{ {bound} }} = $bind($module);\nexport {{ {errors} }};\n",
            js_string(&format!("./{}.wasm", percent(&interface.module)))
        ),
        Kind::None => String::new(),
    }
}

/// What an instance has: the functions, then what npc adds.
fn bound_names(interface: &Interface, values: &Values) -> Vec<String> {
    let mut bound: Vec<_> = names::exports(interface).into_values().collect();
    if values.has("arrays") {
        bound.push("array".to_string());
    }
    bound.push("npc".to_string());
    bound
}

fn base64(wasm: &[u8]) -> String {
    format!("\"{}\"", STANDARD.encode(wasm))
}

/// A file name as part of a URL.
fn percent(name: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    name.bytes().map(escape).collect()
}
