//! The TypeScript declarations of a module.

use crate::js::{error_classes, features};
use crate::template::Values;
use crate::text::in_comment;
use crate::{JsInt64, Kind, Options, names};
use npc_midend::interface::{DefaultValue, Function, Interface, Param, Shape};
use npc_midend::types::DType;

/// The text of `kernels.d.ts`.
pub fn declarations(interface: &Interface, options: &Options) -> String {
    let mut values = features::of(interface, options);
    set_types(interface, options, &mut values);
    let mut text = String::from("// Made by npc.\n");
    if values.has("arrays") {
        text.push_str(&values.fill(include_str!("prelude.d.ts")));
    }
    text.push_str(&errors(interface, &values));
    text.push_str(&npc(&values));
    let functions = Functions { options, names: names::exports(interface) };
    let mut members: Vec<_> = interface.functions.iter().map(|function| functions.declare(function)).collect();
    if values.has("arrays") {
        members.push(Member { doc: ARRAY_DOC.to_string(), signatures: vec![array(&values)] });
    }
    text.push_str(&assemble(interface, options.kind, &members));
    text
}

/// A function with its overloads, as `name(…): …`.
struct Member {
    doc: String,
    signatures: Vec<String>,
}

const ARRAY_DOC: &str = "/** A resident array, zeroed or filled from `values`. */\n";

fn array(values: &Values) -> String {
    let shape = if values.has("full") {
        "array<D extends DType, const S extends readonly number[]>(dtype: D, shape: S, \
         values?: AcceptOf[D] | readonly Plain<D>[]): NDArray<D, S[\"length\"]>"
    } else {
        "array<D extends DType>(dtype: D, shape: readonly [number], \
         values?: AcceptOf[D] | readonly Plain<D>[]): NDArray<D, 1>"
    };
    shape.to_string()
}

fn npc(values: &Values) -> String {
    let array = if values.has("arrays") { format!("  {};\n", array(values)) } else { String::new() };
    format!(
        "export interface Npc {{\n  readonly memory: WebAssembly.Memory;\n  readonly module: WebAssembly.Module;\n  \
         /** What the custom section `npc.abi` says. */\n  readonly interface: unknown;\n  \
         /** Makes room for as many bytes, so that memory need not grow later. */\n  reserve(bytes: number): void;\n  \
         /** Bytes in live arrays. */\n  readonly inUse: number;\n{array}}}\n"
    )
}

fn errors(interface: &Interface, values: &Values) -> String {
    let mut text = String::from(
        "/** A Python exception, and where it was raised. */\nexport class PythonError extends Error {\n  \
         readonly traceback: readonly { file: string; line: number; function: string }[];\n}\n",
    );
    for class in error_classes(interface, values).iter().skip(1) {
        text.push_str(&format!("export class {class} extends PythonError {{}}\n"));
    }
    text
}

/// Functions of the module, or, in the raw form, members of what `instantiate` gives.
fn assemble(interface: &Interface, kind: Kind, members: &[Member]) -> String {
    let mut text = String::new();
    if kind == Kind::Script {
        text.push_str(&format!("export as namespace {};\n", names::global(&interface.module)));
    }
    let raw = kind == Kind::Raw;
    if raw {
        text.push_str("export interface Exports {\n");
    }
    for Member { doc, signatures } in members {
        for signature in signatures {
            let start = if raw { "  " } else { "export function " };
            text.push_str(&format!("{}{start}{signature};\n", if raw { indented(doc) } else { doc.clone() }));
        }
    }
    if raw {
        text.push_str(concat!(
            "  readonly npc: Npc;\n}\n",
            "export type Source = BufferSource | WebAssembly.Module | Response | URL | string;\n",
            "export function instantiate(source: Source | PromiseLike<Source>): Promise<Exports>;\n",
            "export function instantiateSync(source: BufferSource | WebAssembly.Module): Exports;\n",
        ));
    } else {
        text.push_str("export const npc: Npc;\n");
    }
    text
}

fn indented(doc: &str) -> String {
    doc.lines().map(|line| format!("  {line}\n")).collect()
}

struct Functions<'a> {
    options: &'a Options,
    names: std::collections::BTreeMap<String, String>,
}

impl Functions<'_> {
    fn declare(&self, function: &Function) -> Member {
        Member { doc: self.doc(function), signatures: self.signatures(function) }
    }

    /// By position; with keywords; with `resident`; with `out`.
    fn signatures(&self, function: &Function) -> Vec<String> {
        let name = self.names.get(&function.name).unwrap_or(&function.name);
        let params = Params::of(function);
        let result = |resident| match &function.result {
            Shape::None => "void".to_string(),
            shape => self.result(shape, resident),
        };
        let mut signatures = vec![format!("{name}({}): {}", params.positional(), result(false))];
        if !params.optional.is_empty() {
            signatures.push(format!("{name}({}): {}", params.with_keywords(""), result(false)));
        }
        let has_arrays = features::leaves(&function.result).iter().any(|leaf| matches!(leaf, Shape::Array(_)));
        let named = |name: &str| function.params.iter().any(|param| param.name == name);
        if has_arrays && !named("resident") {
            for list in params.with_options("resident: true") {
                signatures.push(format!("{name}({list}): {}", result(true)));
            }
        }
        if has_arrays && !named("out") {
            let mut outs = Vec::new();
            let (out, result) = self.out(&function.result, &mut outs);
            for list in params.with_options(&format!("out: {out}")) {
                signatures.push(format!("{name}<{}>({list}): {result}", outs.join(", ")));
            }
        }
        signatures
    }

    fn result(&self, shape: &Shape, resident: bool) -> String {
        match shape {
            Shape::None => "null".to_string(),
            Shape::Scalar { dtype: DType::Bool, .. } => "boolean".to_string(),
            Shape::Scalar { dtype, .. } if features::is_long(*dtype) && self.options.js_int64 == JsInt64::BigInt => {
                "bigint".to_string()
            }
            Shape::Scalar { dtype, .. } if dtype.is_complex() => "[re: number, im: number]".to_string(),
            Shape::Scalar { .. } => "number".to_string(),
            Shape::Str => "string".to_string(),
            Shape::Array(array) if array.rank == 1 && !resident => {
                format!("Vec<\"{}\">", array.dtype.numpy_name())
            }
            Shape::Array(array) => {
                format!("NDArray<\"{}\", {}>", array.dtype.numpy_name(), array.rank)
            }
            Shape::Tuple(members) => {
                let members: Vec<_> = members.iter().map(|member| self.result(member, resident)).collect();
                format!("[{}]", members.join(", "))
            }
            Shape::List(element) => format!("({})[]", self.inner(element)),
            Shape::Optional(value) => format!("{} | null", self.inner(value)),
            Shape::Set(element) => format!("Set<{}>", self.inner(element)),
            Shape::Dict(parts) => format!("Map<{}, {}>", self.inner(&parts[0]), self.inner(&parts[1])),
            Shape::Record(_, fields) | Shape::Named(_, fields) => {
                let fields: Vec<_> =
                    fields.iter().map(|(name, shape)| format!("{}: {}", property(name), self.inner(shape))).collect();
                format!("{{ {} }}", fields.join("; "))
            }
        }
    }

    /// A value inside a container: it is never resident.
    fn inner(&self, shape: &Shape) -> String {
        self.result(shape, false)
    }

    /// The type of `out` and that of the result with it; each array adds a type parameter to `outs`.
    fn out(&self, shape: &Shape, outs: &mut Vec<String>) -> (String, String) {
        match shape {
            Shape::Array(array) => {
                let name = if outs.is_empty() { "O".to_string() } else { format!("O{}", outs.len()) };
                outs.push(format!("{name} extends Out<\"{}\", {}>", array.dtype.numpy_name(), array.rank));
                (name.clone(), name)
            }
            Shape::Tuple(members) => {
                let (types, results): (Vec<_>, Vec<_>) = members.iter().map(|member| self.out(member, outs)).unzip();
                (format!("readonly [{}]", types.join(", ")), format!("[{}]", results.join(", ")))
            }
            other => ("unknown".to_string(), self.result(other, false)),
        }
    }

    fn doc(&self, function: &Function) -> String {
        let mut lines: Vec<String> = function.doc.lines().map(|line| in_comment(line.trim_end())).collect();
        let written: Vec<_> =
            function.params.iter().filter(|param| param.written).map(|param| format!("`{}`", param.name)).collect();
        if let Some((last, first)) = written.split_last() {
            let names = if first.is_empty() { last.clone() } else { format!("{} and {last}", first.join(", ")) };
            lines.push(in_comment(&format!("Writes {names}.")));
        }
        for param in &function.params {
            if let Some(default) = &param.default {
                lines.push(in_comment(&format!("@param {} default {}", param.name, python(default))));
            }
        }
        let is_long = |leaf: &Shape| matches!(leaf, Shape::Scalar { dtype, .. } if features::is_long(*dtype));
        if self.options.js_int64 != JsInt64::BigInt && features::leaves(&function.result).iter().any(is_long) {
            lines.push("@throws {OverflowError} beyond 2^53 (see --js-int64)".to_string());
        }
        match lines.as_slice() {
            [] => String::new(),
            [line] => format!("/** {line} */\n"),
            lines => {
                let lines: String = lines.iter().map(|line| format!(" * {line}").trim_end().to_string() + "\n").collect();
                format!("/**\n{lines} */\n")
            }
        }
    }
}

/// A default value as Python writes it.
fn python(value: &DefaultValue) -> String {
    match value {
        DefaultValue::None => "None".to_string(),
        DefaultValue::Bool(true) => "True".to_string(),
        DefaultValue::Bool(false) => "False".to_string(),
        DefaultValue::Int(value) => value.to_string(),
        DefaultValue::Float(value) => format!("{value:?}"),
        DefaultValue::Complex(re, im) => format!("complex({re:?}, {im:?})"),
        DefaultValue::Str(value) => format!("{value:?}"),
    }
}

/// The parameters of a declaration: those that must be there, and those at the end that need not.
struct Params {
    required: Vec<String>,
    optional: Vec<(String, String, String)>,
}

impl Params {
    fn of(function: &Function) -> Params {
        let first = function.params.iter().rposition(|param| param.default.is_none()).map_or(0, |last| last + 1);
        let mut taken = Vec::new();
        let mut params = Params { required: Vec::new(), optional: Vec::new() };
        for (k, param) in function.params.iter().enumerate() {
            let name = names::parameter(&param.name, &taken);
            taken.push(name.clone());
            let ty = param_type(&param.shape, param);
            if k < first {
                params.required.push(format!("{name}: {ty}"));
            } else {
                params.optional.push((name, property(&param.name), ty));
            }
        }
        params
    }

    fn positional(&self) -> String {
        let optional = self.optional.iter().map(|(name, _, ty)| format!("{name}?: {ty}"));
        self.required.iter().cloned().chain(optional).collect::<Vec<_>>().join(", ")
    }

    fn with_keywords(&self, option: &str) -> String {
        let mut members: Vec<_> = self.optional.iter().map(|(_, key, ty)| format!("{key}?: {ty}")).collect();
        if !option.is_empty() {
            members.push(option.to_string());
        }
        let mut list = self.required.clone();
        list.push(format!("keywords: {{ {} }}", members.join("; ")));
        list.join(", ")
    }

    /// With the option among the keywords, and after all positional parameters.
    fn with_options(&self, option: &str) -> Vec<String> {
        let mut lists = vec![self.with_keywords(option)];
        if !self.optional.is_empty() {
            let optional = self.optional.iter().map(|(name, _, ty)| format!("{name}: {ty} | undefined"));
            let mut list: Vec<_> = self.required.iter().cloned().chain(optional).collect();
            list.push(format!("options: {{ {option} }}"));
            lists.push(list.join(", "));
        }
        lists
    }
}

/// A key of an object type.
fn property(name: &str) -> String {
    if names::is_identifier(name) { name.to_string() } else { crate::text::js_string(name) }
}

fn param_type(shape: &Shape, param: &Param) -> String {
    match shape {
        Shape::None => "null".to_string(),
        Shape::Scalar { dtype: DType::Bool, .. } => "boolean".to_string(),
        Shape::Scalar { dtype, .. } if features::is_long(*dtype) => "number | bigint".to_string(),
        Shape::Scalar { dtype, .. } if dtype.is_complex() => "number | readonly [re: number, im: number]".to_string(),
        Shape::Scalar { .. } => "number".to_string(),
        Shape::Str => "string".to_string(),
        Shape::Array(array) => {
            let way = if param.written { "Out" } else { "In" };
            format!("{way}<\"{}\", {}>", array.dtype.numpy_name(), array.rank)
        }
        Shape::Tuple(members) => {
            let members: Vec<_> = members.iter().map(|member| param_type(member, param)).collect();
            format!("readonly [{}]", members.join(", "))
        }
        Shape::Optional(value) => format!("{} | null", param_type(value, param)),
        Shape::List(element) | Shape::Set(element) => format!("Iterable<{}>", param_type(element, param)),
        Shape::Dict(parts) => {
            format!("ReadonlyMap<{}, {}>", param_type(&parts[0], param), param_type(&parts[1], param))
        }
        Shape::Record(_, fields) | Shape::Named(_, fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, shape)| format!("readonly {}: {}", property(name), param_type(shape, param)))
                .collect();
            format!("{{ {} }}", fields.join("; "))
        }
    }
}

/// The tables of dtypes in the prelude.
fn set_types(interface: &Interface, options: &Options, values: &mut Values) {
    let dtypes = features::dtypes(interface, values);
    let numbers = options.js_int64 == JsInt64::Number;
    let lines = |of: &dyn Fn(DType) -> String| {
        dtypes.iter().map(|dtype| format!("{}: {};", dtype.numpy_name(), of(*dtype))).collect::<Vec<_>>().join("\n  ")
    };
    let data = |dtype| {
        let array = features::typed_array(dtype);
        if numbers && features::is_long(dtype) { format!("{array} | Float64Array") } else { array.to_string() }
    };
    let accept = |dtype| match dtype {
        DType::Bool | DType::U8 => "Uint8Array | Uint8ClampedArray".to_string(),
        DType::I64 => format!("{} | Int32Array", data(dtype)),
        DType::U64 => format!("{} | Uint32Array", data(dtype)),
        _ => data(dtype),
    };
    let names: Vec<_> = dtypes.iter().map(|dtype| format!("\"{}\"", dtype.numpy_name())).collect();
    values.set("data_of", lines(&data));
    values.set("accept_of", lines(&accept));
    values.set("dtypes", names.join(" | "));
    let long = if options.js_int64 == JsInt64::BigInt { "bigint" } else { "number" };
    let pair = if values.has("complexes") { "D extends \"complex64\" | \"complex128\" ? [number, number] : " } else { "" };
    values.set("scalar_of", format!("{pair}D extends \"bool\" ? boolean : D extends \"int64\" | \"uint64\" ? {long} : number"));
    let vec = if numbers { "D extends \"int64\" | \"uint64\" ? Float64Array : DataOf[D]" } else { "DataOf[D]" };
    values.set("vec_of", vec);
}
