//! The kinds of output: what `--emit` and `-o` ask for, and their bytes.

use crate::args::{BindingsKind, JsInt64, TargetArgs};
use crate::fail::Failure;
use crate::unsupported::not_yet;
use npc::{Bindings, Kind as JsKind, Phase, Program};

/// A kind of output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The module.
    Wasm,
    /// The module as text.
    Wat,
    /// JavaScript.
    Js,
    /// TypeScript declarations.
    Dts,
    /// The IR at the beginning of a phase.
    Ir(Phase),
}

/// A kind, and the path that `--emit KIND=PATH` gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// What.
    pub kind: Kind,
    /// Where to, if it is said.
    pub path: Option<String>,
}

impl Kind {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Kind::Wasm => "wasm",
            Kind::Wat => "wat",
            Kind::Js => "js",
            Kind::Dts => "d.ts",
            Kind::Ir(Phase::Arrays) => "arrays.npir",
            Kind::Ir(Phase::Loops) => "loops.npir",
            Kind::Ir(Phase::Flat) => "flat.npir",
        }
    }

    /// True if it is text.
    pub fn is_text(self) -> bool {
        self != Kind::Wasm
    }

    /// Its bytes for a program.
    pub fn bytes(self, program: &Program, bindings: &Bindings) -> Result<Vec<u8>, Failure> {
        let stem = &program.interface().module;
        let script = |extension: &str| {
            let text = program.bindings(bindings).remove(&format!("{stem}.{extension}"));
            text.map(String::into_bytes).ok_or_else(|| Failure::usage(format!("`--bindings none` makes no .{extension}")))
        };
        match self {
            Kind::Wasm => Ok(program.wasm()),
            Kind::Wat => wat(&program.wasm()),
            Kind::Js => script("js"),
            Kind::Dts => script("d.ts"),
            Kind::Ir(phase) => Ok(program.ir(phase).into_bytes()),
        }
    }
}

fn wat(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    match wasmprinter::print_bytes(wasm) {
        Ok(text) => Ok(text.into_bytes()),
        Err(error) => panic!("the emitted module cannot be printed: {error}"),
    }
}

/// The kinds that `--emit` names.
pub fn parse(emit: &[String]) -> Result<Vec<Wanted>, Failure> {
    let mut wanted = Vec::new();
    for item in emit {
        let one = parse_one(item.trim())?;
        if !wanted.contains(&one) {
            wanted.push(one);
        }
    }
    Ok(wanted)
}

fn parse_one(item: &str) -> Result<Wanted, Failure> {
    let (name, rest) = item.split_once('=').map_or((item, None), |(name, rest)| (name, Some(rest)));
    let (kind, path) = match name {
        "wasm" => (Kind::Wasm, rest),
        "wat" => (Kind::Wat, rest),
        "js" => (Kind::Js, rest),
        "dts" => (Kind::Dts, rest),
        "ir" => {
            let (phase, path) =
                rest.unwrap_or_default().split_once('=').map_or((rest, None), |(phase, path)| (Some(phase), Some(path)));
            (Kind::Ir(phase_named(phase.unwrap_or_default())?), path)
        }
        "obj" | "so" | "header" | "clif" | "asm" => return Err(not_yet(&format!("--emit {name}"))),
        _ => {
            return Err(Failure::usage(format!("there is no kind of output `{name}`; there are wasm, wat, js, dts, ir=PHASE")));
        }
    };
    if path == Some("") {
        return Err(Failure::usage(format!("`--emit {item}` names no path")));
    }
    Ok(Wanted { kind, path: path.map(str::to_string) })
}

fn phase_named(name: &str) -> Result<Phase, Failure> {
    match name {
        "arrays" => Ok(Phase::Arrays),
        "loops" => Ok(Phase::Loops),
        "flat" => Ok(Phase::Flat),
        "" => Err(Failure::usage("`--emit ir` needs a phase: ir=arrays, ir=loops or ir=flat")),
        other => Err(Failure::usage(format!("there is no phase `{other}`; there are arrays, loops and flat"))),
    }
}

/// What is written where `--emit` does not say.
pub fn defaults(bindings: BindingsKind) -> Vec<Wanted> {
    let kinds: &[Kind] = if bindings == BindingsKind::None { &[Kind::Wasm] } else { &[Kind::Wasm, Kind::Js, Kind::Dts] };
    kinds.iter().map(|kind| Wanted { kind: *kind, path: None }).collect()
}

/// The kind that the name of a file asks for, and the name without the extension.
pub fn of_file_name(name: &str) -> Result<Option<(&str, Kind)>, Failure> {
    let known = [
        (".wasm", Kind::Wasm),
        (".wat", Kind::Wat),
        (".d.ts", Kind::Dts),
        (".js", Kind::Js),
        (".mjs", Kind::Js),
        (".arrays.npir", Kind::Ir(Phase::Arrays)),
        (".loops.npir", Kind::Ir(Phase::Loops)),
        (".flat.npir", Kind::Ir(Phase::Flat)),
        (".npir", Kind::Ir(Phase::Arrays)),
    ];
    if let Some(extension) =
        [".o", ".obj", ".so", ".h", ".clif", ".s", ".asm"].into_iter().find(|extension| name.ends_with(extension))
    {
        return Err(not_yet(&format!("-o …{extension}")));
    }
    Ok(known.into_iter().find_map(|(extension, kind)| Some((name.strip_suffix(extension)?, kind))))
}

/// The form of the bindings.
pub fn bindings(args: &TargetArgs) -> Bindings {
    Bindings {
        kind: match args.bindings {
            BindingsKind::Inline => JsKind::Inline,
            BindingsKind::Script => JsKind::Script,
            BindingsKind::Esm => JsKind::Esm,
            BindingsKind::Raw => JsKind::Raw,
            BindingsKind::Worker => JsKind::Worker,
            BindingsKind::None => JsKind::None,
        },
        js_int64: js_int64(args.js_int64),
    }
}

/// How 64-bit integers appear in JavaScript.
pub fn js_int64(option: Option<JsInt64>) -> npc::JsInt64 {
    match option {
        None => npc::JsInt64::Default,
        Some(JsInt64::Number) => npc::JsInt64::Number,
        Some(JsInt64::Bigint) => npc::JsInt64::BigInt,
    }
}
