//! Prototypes: `npc_status kernels_f(int64_t *result, npc_context *cx, const npc_int32_1d *x);`

use super::arrays;
use super::comment::{block, in_comment};
use super::symbols::{Symbols, parameters};
use npc_midend::interface::{DefaultValue, Function, Param, Shape};
use npc_midend::types::DType;

/// The prototype of a function, with its result struct where it has one.
pub fn declare(function: &Function, symbols: &Symbols) -> String {
    let symbol = symbols.entry(function);
    let leaves = leaves(function);
    let names = parameters(leaves.iter().map(|leaf| leaf.name.as_str()));
    let mut params = vec![format!("{}result", result_type(function, symbols)), "npc_context *cx".to_string()];
    params.extend(leaves.iter().zip(&names).map(|(leaf, name)| format!("{}{name}", leaf.c_type())));
    let comment = block(&doc(function, symbol, &leaves, &names));
    format!("\n{}{comment}npc_status {symbol}({});\n", record(function, symbols), params.join(", "))
}

/// A parameter of C.
struct Leaf<'a> {
    param: &'a Param,
    name: String,
    shape: &'a Shape,
}

impl Leaf<'_> {
    fn c_type(&self) -> String {
        match self.shape {
            Shape::Array(ty) => {
                let constant = if self.param.written { "" } else { "const " };
                format!("{constant}{} *", arrays::name(ty.dtype, ty.rank))
            }
            Shape::Str => format!("const {} *", arrays::name(DType::U8, 1)),
            Shape::Scalar { dtype, .. } => format!("{} ", arrays::element(dtype.part().unwrap_or(*dtype))),
            _ => String::new(),
        }
    }
}

fn leaves(function: &Function) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    for param in &function.params {
        add_leaves(param, param.name.clone(), &param.shape, &mut leaves);
    }
    leaves
}

/// The members of a tuple are parameters of their own.
fn add_leaves<'a>(param: &'a Param, name: String, shape: &'a Shape, to: &mut Vec<Leaf<'a>>) {
    match shape {
        // Two numbers: how a struct is passed is for each machine to say.
        Shape::Scalar { dtype, .. } if dtype.is_complex() => {
            to.extend(["re", "im"].map(|part| Leaf { param, name: format!("{name}_{part}"), shape }));
        }
        Shape::Scalar { .. } | Shape::Array(_) | Shape::Str => to.push(Leaf { param, name, shape }),
        Shape::Tuple(members) => {
            for (at, member) in members.iter().enumerate() {
                add_leaves(param, format!("{name}_{at}"), member, to);
            }
        }
        _ => {}
    }
}

// ---- results

fn result_type(function: &Function, symbols: &Symbols) -> String {
    match &function.result {
        shape if shape.record_size() == 0 => "void *".to_string(),
        Shape::Scalar { dtype, .. } => format!("{} *", arrays::element(*dtype)),
        Shape::Array(ty) => format!("{} *", arrays::name(ty.dtype, ty.rank)),
        Shape::Str => format!("{} *", arrays::name(DType::U8, 1)),
        _ => format!("{} *", symbols.record(function)),
    }
}

/// The struct of a tuple: 8 bytes for each scalar (16 for a `complex128`), descriptors, in order.
fn record(function: &Function, symbols: &Symbols) -> String {
    if !matches!(function.result, Shape::Tuple(_)) || function.result.record_size() == 0 {
        return String::new();
    }
    let mut fields = Vec::new();
    add_fields("r", &function.result, &mut fields);
    let name = symbols.record(function);
    let comment = in_comment(&function.result.name());
    format!("/** {comment} */\ntypedef struct {name} {{\n{}}} {name};\n", fields.concat())
}

fn add_fields(name: &str, shape: &Shape, to: &mut Vec<String>) {
    match shape {
        Shape::Scalar { dtype, .. } => to.push(scalar_field(name, *dtype)),
        Shape::Array(ty) => to.push(format!("  {} {name};\n", arrays::name(ty.dtype, ty.rank))),
        Shape::Str => to.push(format!("  {} {name};\n", arrays::name(DType::U8, 1))),
        Shape::Tuple(members) => {
            for (at, member) in members.iter().enumerate() {
                let inner = if name == "r" { format!("r{at}") } else { format!("{name}_{at}") };
                add_fields(&inner, member, to);
            }
        }
        _ => {}
    }
}

fn scalar_field(name: &str, dtype: DType) -> String {
    let element = arrays::element(dtype);
    match 8_u32.saturating_sub(dtype.itemsize()) {
        0 => format!("  {element} {name};\n"),
        padding => format!("  {element} {name};\n  char pad_{name}[{padding}];\n"),
    }
}

// ---- comments

fn doc(function: &Function, symbol: &str, leaves: &[Leaf<'_>], names: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = function.doc.lines().map(in_comment).collect();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    if !symbol.ends_with(&function.entry) {
        lines.push(format!("`{}` in Python.", in_comment(&function.name)));
    }
    for param in &function.params {
        lines.push(in_comment(&describe(param, leaves, names)));
    }
    lines.push(in_comment(&format!("@return in *result: {}", returned(&function.result))));
    lines
}

fn describe(param: &Param, leaves: &[Leaf<'_>], names: &[String]) -> String {
    let mine = leaves.iter().zip(names).filter(|(leaf, _)| std::ptr::eq(leaf.param, param));
    let mine: Vec<&str> = mine.map(|(_, name)| name.as_str()).collect();
    let named = if mine.is_empty() { format!("({})", param.name) } else { mine.join(", ") };
    let mut text = format!("@param {named} {}", param.shape.name());
    if mine.is_empty() {
        text.push_str("; takes no argument");
    }
    if param.written {
        text.push_str("; is written");
    }
    if let Some(default) = &param.default {
        text.push_str(&format!("; Python's default is {}", python(default)));
    }
    text
}

fn returned(shape: &Shape) -> String {
    let name = shape.name();
    match shape {
        shape if shape.record_size() == 0 => "nothing; NULL will do".to_string(),
        Shape::Scalar { .. } => name,
        shape if has_array(shape) => {
            format!("{name}; zero it before the call for a new array (then npc_release), or describe a destination")
        }
        _ => name,
    }
}

fn has_array(shape: &Shape) -> bool {
    match shape {
        Shape::Array(_) | Shape::Str => true,
        Shape::Tuple(members) => members.iter().any(has_array),
        _ => false,
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
