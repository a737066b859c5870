//! Interfaces and modules that the tests share: `tests/bindings/kitchen.wat` and what the compiler would say about it.
#![allow(dead_code, reason = "each test file uses some of it")]

use npc_midend::abi::{SECTION, context};
use npc_midend::interface::{DefaultValue, Function, Interface, Param, Position, RaiseSite, Shape};
use npc_midend::types::{ArrayType, DType, Layout};
use std::path::PathBuf;

/// `tests/bindings` of the workspace.
pub fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/bindings"))
}

pub fn array(dtype: DType, rank: u8) -> Shape {
    Shape::Array(ArrayType::new(dtype, rank, Layout::ANY))
}

pub fn scalar(dtype: DType) -> Shape {
    Shape::Scalar { dtype, weak: false }
}

pub const INT: Shape = Shape::Scalar { dtype: DType::I64, weak: true };
pub const FLOAT: Shape = Shape::Scalar { dtype: DType::F64, weak: true };

pub fn param(name: &str, shape: Shape) -> Param {
    Param { name: name.into(), shape, default: None, written: false }
}

pub fn written(name: &str, shape: Shape) -> Param {
    Param { written: true, ..param(name, shape) }
}

pub fn default(name: &str, shape: Shape, default: DefaultValue) -> Param {
    Param { default: Some(default), ..param(name, shape) }
}

pub fn function(name: &str, params: Vec<Param>, result: Shape) -> Function {
    Function {
        name: name.into(),
        entry: name.into(),
        js_entry: None,
        doc: String::new(),
        line: 1,
        params,
        result,
        declared: false,
    }
}

/// The function under another entry, with one for doubles where asked.
pub fn entry(function: Function, entry: &str, js: bool) -> Function {
    Function { entry: entry.into(), js_entry: js.then(|| format!("{entry}.js")), ..function }
}

/// `dtype[::1]`
pub fn contiguous(dtype: DType) -> Shape {
    Shape::Array(ArrayType::new(dtype, 1, Layout::C))
}

fn ordered(rank: u8, layout: Layout) -> Shape {
    Shape::Array(ArrayType::new(DType::F64, rank, layout))
}

/// What the README's first program compiles to: one function that reads a vector, and a result that may not fit.
pub fn kernels() -> Interface {
    Interface {
        module: "kernels".into(),
        functions: vec![function("np_sum", vec![param("x", array(DType::I32, 1))], scalar(DType::I32))],
        sites: vec![site("OverflowError", "result {0} does not fit the declared type int32")],
        ..Interface::default()
    }
}

/// The smallest module: one function that reads a vector.
pub fn np_sum() -> Interface {
    Interface {
        module: "np_sum".into(),
        functions: vec![function("np_sum", vec![param("x", array(DType::I32, 1))], INT)],
        ..Interface::default()
    }
}

fn site(exception: &str, message: &str) -> RaiseSite {
    RaiseSite { exception: exception.into(), message: message.into() }
}

/// Everything in `kitchen.wat`.
pub fn kitchen() -> Interface {
    use DType::*;
    let f64s = |rank| array(F64, rank);
    let same = |name: &str, dtype, at: &str| {
        entry(function(name, vec![param("n", scalar(dtype))], scalar(dtype)), at, at == "same_i64")
    };
    let mut functions = vec![
        function("np_sum", vec![param("x", array(I32, 1))], INT),
        function("count_true", vec![param("x", array(Bool, 1))], scalar(U8)),
        entry(function("arange", vec![default("n", INT, DefaultValue::Int(3))], f64s(1)), "arange", true),
        function("longs", vec![param("n", INT)], array(I64, 1)),
        function("scale", vec![written("x", f64s(1)), default("s", FLOAT, DefaultValue::Float(2.0))], Shape::None),
        function("shift", vec![written("dst", f64s(1)), param("src", f64s(1))], Shape::None),
        function("negate", vec![written("x", ordered(1, Layout::C))], Shape::None),
        function("second", vec![param("a", ordered(2, Layout::C))], FLOAT),
        entry(function("second_row", vec![param("a", ordered(2, Layout::F))], FLOAT), "second", false),
        entry(function("second_any", vec![param("a", ordered(2, Layout::Trailing(1)))], FLOAT), "second", false),
        function("halve", vec![written("x", array(I64, 1))], Shape::None),
        entry(function("divmod", vec![param("a", INT), param("b", INT)], Shape::Tuple(vec![INT, INT])), "divmod", true),
        function("pair", vec![param("x", f64s(1))], Shape::Tuple(vec![f64s(1), INT])),
        function("transpose", vec![param("a", f64s(2))], f64s(2)),
        function("wrap", vec![param("x", f64s(0))], f64s(0)),
        entry(function("same_int", vec![param("n", INT)], INT), "same_i64", true),
        same("same_i64", I64, "same_i64"),
        same("same_u64", U64, "same_i64"),
        same("same_i8", I8, "same_i32"),
        same("same_u8", U8, "same_i32"),
        same("same_u32", U32, "same_i32"),
        same("same_bool", Bool, "same_i32"),
        same("same_f64", F64, "same_f64"),
        same("same_f32", F32, "same_f32"),
        function(
            "hypot2",
            vec![param("p", Shape::Tuple(vec![FLOAT, FLOAT])), default("q", Shape::None, DefaultValue::None)],
            FLOAT,
        ),
        entry(function("total", vec![param("x", array(I32, 1))], INT), "np_sum", false),
        entry(function("total", vec![param("x", f64s(1))], FLOAT), "total__float64_1d", false),
    ];
    functions.extend([
        entry(function("mix", vec![param("x", f64s(1)), param("a", FLOAT), param("n", INT)], FLOAT), "mix", true),
        function("invert", vec![written("x", array(Bool, 1))], Shape::None),
        function("first", vec![param("x", array(U64, 1))], scalar(U64)),
        entry(
            function("shift_packed", vec![written("dst", ordered(1, Layout::C)), param("src", f64s(1))], Shape::None),
            "shift",
            false,
        ),
        entry(function("deep", vec![param("n", INT)], Shape::None), "deep", true),
    ]);
    for name in ["then", "delete", "npc", "__proto__", "Array", "get", "constructor", "default", "memory", "größe"] {
        functions.push(same(name, F64, "same_f64"));
    }
    functions[0].doc = "Sum of all elements.\n\nDoes not end */ here, </script> or `there` ${x}\u{2028}.".into();
    Interface {
        traces: false,
        module: "kitchen".into(),
        functions,
        sites: vec![
            site("IndexError", "index {0} is out of bounds for axis 0 with size {1} {{}}"),
            site("ZeroDivisionError", "division by zero"),
            site("ValueError", "non-broadcastable output operand"),
            site("MemoryError", "Unable to allocate output"),
            site("RecursionError", "maximum recursion depth exceeded"),
        ],
        positions_of_loops: 0,
        positions: vec![Position { file: 0, line: 5, function: "f".into() }],
        files: vec!["kitchen.py".into()],
        prints: false,
    }
}

/// The bytes of `kitchen.wat` with the interface in its custom section.
pub fn wasm(interface: &Interface) -> Vec<u8> {
    let mut text = std::fs::read_to_string(folder().join("kitchen.wat")).expect("kitchen.wat is there");
    for (name, offset) in [
        ("@COUNTDOWN", context::ALLOC_COUNTDOWN),
        ("@IN_USE", context::IN_USE),
        ("@SITE", context::SITE),
        ("@POSITION", context::POSITION),
        ("@DEPTH", context::DEPTH),
        ("@ARGS1", context::ARGS + 8),
        ("@ARGS", context::ARGS),
    ] {
        text = text.replace(name, &(context::WASM_ADDRESS + offset).to_string());
    }
    let mut wasm = wat::parse_str(&text).expect("kitchen.wat is valid");
    let json = interface.to_json().to_string();
    let mut section = leb(SECTION.len());
    section.extend(SECTION.bytes());
    section.extend(json.bytes());
    wasm.push(0);
    wasm.extend(leb(section.len()));
    wasm.extend(section);
    wasm
}

fn leb(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value > 127 {
        bytes.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}
