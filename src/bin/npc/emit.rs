//! The kinds of output: what `--emit` and `-o` ask for, and their bytes.

use crate::args::{BindingsKind, JsInt64, TargetArgs};
use crate::fail::Failure;
use crate::native::Target;
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
    /// An object file.
    Obj,
    /// A shared library.
    So,
    /// The C header.
    Header,
    /// Cranelift's IR.
    Clif,
    /// Machine instructions as text.
    Asm,
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
            Kind::Obj => "o",
            Kind::So => "so",
            Kind::Header => "h",
            Kind::Clif => "clif",
            Kind::Asm => "asm",
            Kind::Ir(Phase::Arrays) => "arrays.npir",
            Kind::Ir(Phase::Loops) => "loops.npir",
            Kind::Ir(Phase::Flat) => "flat.npir",
        }
    }

    /// True if it is text.
    pub fn is_text(self) -> bool {
        !matches!(self, Kind::Wasm | Kind::Obj | Kind::So)
    }

    /// True for native code, false for wasm and what belongs to it, neither for the IR.
    pub fn is_native(self) -> Option<bool> {
        match self {
            Kind::Ir(_) => None,
            Kind::Obj | Kind::So | Kind::Header | Kind::Clif | Kind::Asm => Some(true),
            Kind::Wasm | Kind::Wat | Kind::Js | Kind::Dts => Some(false),
        }
    }

    /// What messages call it.
    pub fn described(self) -> &'static str {
        match self {
            Kind::Wasm => "a .wasm module",
            Kind::Wat => "the text of a wasm module",
            Kind::Js => "JavaScript",
            Kind::Dts => "a TypeScript declaration",
            Kind::Obj => "an object file",
            Kind::So => "a shared library",
            Kind::Header => "a C header",
            Kind::Clif => "Cranelift's IR",
            Kind::Asm => "a listing of machine code",
            Kind::Ir(_) => "IR",
        }
    }

    /// Its bytes for a program; `name` is what the file is called.
    pub fn bytes(self, program: &Program, bindings: &Bindings, target: &Target, name: &str) -> Result<Vec<u8>, Failure> {
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
            Kind::Obj | Kind::So | Kind::Header | Kind::Clif | Kind::Asm => target.machine()?.bytes(self, program, name),
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
        "obj" => (Kind::Obj, rest),
        "so" => (Kind::So, rest),
        "header" => (Kind::Header, rest),
        "clif" => (Kind::Clif, rest),
        "asm" => (Kind::Asm, rest),
        _ => {
            let all = "wasm, wat, js, dts, obj, so, header, clif, asm, ir=PHASE";
            return Err(Failure::usage(format!("there is no kind of output `{name}`; there are {all}")));
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
pub fn defaults(bindings: BindingsKind, target: &Target) -> Vec<Wanted> {
    let kinds: &[Kind] = match (target, bindings) {
        (Target::Native(_), _) => &[Kind::Obj, Kind::Header],
        (_, BindingsKind::None) => &[Kind::Wasm],
        _ => &[Kind::Wasm, Kind::Js, Kind::Dts],
    };
    kinds.iter().map(|kind| Wanted { kind: *kind, path: None }).collect()
}

/// The kind that the name of a file asks for, and the name without the extension.
pub fn of_file_name(name: &str) -> Option<(&str, Kind)> {
    let known = [
        (".wasm", Kind::Wasm),
        (".wat", Kind::Wat),
        (".d.ts", Kind::Dts),
        (".js", Kind::Js),
        (".mjs", Kind::Js),
        (".o", Kind::Obj),
        (".obj", Kind::Obj),
        (".so", Kind::So),
        (".h", Kind::Header),
        (".hpp", Kind::Header),
        (".clif", Kind::Clif),
        (".asm", Kind::Asm),
        (".s", Kind::Asm),
        (".arrays.npir", Kind::Ir(Phase::Arrays)),
        (".loops.npir", Kind::Ir(Phase::Loops)),
        (".flat.npir", Kind::Ir(Phase::Flat)),
        (".npir", Kind::Ir(Phase::Arrays)),
    ];
    known.into_iter().find_map(|(extension, kind)| Some((name.strip_suffix(extension)?, kind)))
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
