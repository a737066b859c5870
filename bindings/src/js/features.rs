//! Which parts of the run time a module needs.

use super::functions;
use crate::template::Values;
use crate::{JsInt64, Options};
use npc_midend::interface::{Interface, Shape};
use npc_midend::types::DType;

/// The features that the `//#if` lines in `runtime/` ask for.
///
/// `full` stands for the class of n-dimensional arrays with all its members and all dtypes. A module that only reads
/// 1-d arrays does without: its `array` makes vectors of the dtypes that its functions take.
pub fn of(interface: &Interface, options: &Options) -> Values {
    let mut values = Values::default();
    for function in &interface.functions {
        let params = function.params.iter().flat_map(|param| leaves(&param.shape));
        let arrays = params.chain(leaves(&function.result)).filter(|leaf| matches!(leaf, Shape::Array(_))).count();
        let written = function.params.iter().any(|param| param.written);
        let results = leaves(&function.result).iter().any(|leaf| matches!(leaf, Shape::Array(_)));
        let count = function.params.iter().map(|param| leaves(&param.shape).len()).sum::<usize>();
        values.enable("several", count > 1 || function.js_entry.is_some());
        values.enable("overlaps", arrays > 1 && (written || results));
        values.enable("overloads", interface.functions.iter().filter(|other| other.name == function.name).count() > 1);
        for param in &function.params {
            values.enable("written", param.written);
            values.enable("defaults", param.default.is_some());
            values.enable("full", param.written);
            values.enable("tuples", matches!(param.shape, Shape::Tuple(_)));
            leaves(&param.shape).iter().for_each(|leaf| add_param(leaf, &mut values));
            values.enable("complexes", leaves(&param.shape).iter().any(is_complex));
        }
        values.enable("tuples", matches!(function.result, Shape::Tuple(_)));
        values.enable("complexes", leaves(&function.result).iter().any(is_complex));
        leaves(&function.result).iter().for_each(|leaf| add_result(leaf, &mut values));
        let shapes = function.params.iter().map(|param| &param.shape).chain([&function.result]);
        values.enable("containers", shapes.into_iter().any(has_container));
    }
    // Columns are made and read with what there is for arrays of all kinds.
    values.imply("containers", &["full", "tuples", "several", "array_params", "array_results", "long_values", "nones"]);
    values.enable("several", values.has("overloads") || values.has("long_params") || values.has("array_results"));
    values.enable("sites", !interface.sites.is_empty());
    values.enable("traces", interface.traces);
    values.enable("recursion", interface.sites.iter().any(|site| site.exception == "RecursionError"));
    values.enable("formats", interface.sites.iter().any(|site| site.message.contains(['{', '}'])));
    values.enable("prints", interface.prints);
    values.enable("messages", interface.sites.iter().any(|site| site.message.contains("{text}")));
    values.enable("several", values.has("prints"));
    values.imply("text_params", &["array_params", "full"]);
    values.imply("text_results", &["array_results", "full"]);
    // Complex numbers are pairs; only the class with everything knows that.
    values.imply("complexes", &["full"]);
    values.imply("full", &["ints", "floats", "bools", "longs", "long_values", "several"]);
    values.enable("arrays", values.has("array_params") || values.has("array_results"));
    values.enable("scalars", values.has("scalar_params") || values.has("scalar_results"));
    choose_longs(options, &mut values);
    values
}

/// How 64-bit integers of results appear.
pub fn choose_longs(options: &Options, values: &mut Values) {
    let bigint = options.js_int64 == JsInt64::BigInt;
    values.enable("bigint", bigint);
    values.enable("floats_for_longs", options.js_int64 == JsInt64::Number);
    values.enable("short_results", bigint && values.has("long_results"));
    for checked in ["long_values", "long_results", "unsigned_long_results"] {
        values.disable(checked, bigint);
    }
    values.enable("long_both", values.has("long_params") || (values.has("long_results") && values.has("short_results")));
}

/// Every feature that the files of the run time ask for.
pub fn all(files: &[&'static str]) -> Values {
    let mut values = Values::default();
    let conditions = files.iter().flat_map(|file| file.lines()).filter_map(|line| line.trim_start().strip_prefix("//#if "));
    for feature in conditions.flat_map(str::split_whitespace) {
        values.enable(feature.trim_start_matches('!'), true);
    }
    values
}

fn add_param(leaf: &Shape, values: &mut Values) {
    match leaf {
        Shape::None => values.enable("nones", true),
        Shape::Str => {
            values.enable("texts", true);
            values.enable("text_params", true);
        }
        Shape::Scalar { dtype, .. } if dtype.is_complex() => values.enable("scalar_params", true),
        Shape::Scalar { dtype, .. } => {
            values.enable("scalar_params", true);
            values.enable("long_params", is_long(*dtype));
            add_checked(*dtype, values);
        }
        Shape::Array(array) => {
            values.enable("array_params", true);
            values.enable("full", array.rank != 1);
            values.enable("packs", functions::layout(array).is_some());
            add_checked(array.dtype, values);
        }
        _ => {}
    }
}

fn add_checked(dtype: DType, values: &mut Values) {
    values.enable("bools", dtype == DType::Bool);
    values.enable("ints", dtype.is_int());
    values.enable("floats", dtype.is_float());
    values.enable("longs", is_long(dtype));
}

fn add_result(leaf: &Shape, values: &mut Values) {
    match leaf {
        Shape::None => values.enable("none_results", true),
        Shape::Str => {
            values.enable("texts", true);
            values.enable("text_results", true);
            values.enable("several", true);
        }
        Shape::Scalar { dtype, .. } if dtype.is_complex() => {
            values.enable("scalar_results", true);
            values.enable("short_results", true);
        }
        Shape::Scalar { dtype, .. } => {
            values.enable("scalar_results", true);
            values.enable("long_values", is_long(*dtype));
            values.enable("long_results", is_long(*dtype));
            values.enable("unsigned_long_results", *dtype == DType::U64);
            values.enable("short_results", !is_long(*dtype));
            values.enable("bool_results", *dtype == DType::Bool);
        }
        Shape::Array(_) => {
            values.enable("array_results", true);
            values.enable("full", true);
        }
        _ => {}
    }
}

/// A 64-bit integer.
pub fn is_long(dtype: DType) -> bool {
    dtype.is_int() && dtype.itemsize() == 8
}

fn is_complex(leaf: &Shape) -> bool {
    match leaf {
        Shape::Scalar { dtype, .. } => dtype.is_complex(),
        Shape::Array(array) => array.dtype.is_complex(),
        _ => false,
    }
}

/// How many arguments of an entry the value is.
pub fn words(shape: &Shape) -> usize {
    let word = |leaf: &Shape| match leaf {
        Shape::Scalar { dtype, .. } if dtype.is_complex() => 2,
        _ => 1,
    };
    leaves(shape).iter().map(word).sum()
}

/// The members of tuples in tuples, or the value itself.
pub fn leaves(shape: &Shape) -> Vec<Shape> {
    match shape {
        Shape::Tuple(members) => members.iter().flat_map(leaves).collect(),
        container if container.is_container() => leaves(&container.lowered()),
        leaf => vec![leaf.clone()],
    }
}

/// True if there is a container in it.
fn has_container(shape: &Shape) -> bool {
    match shape {
        Shape::Tuple(members) => members.iter().any(has_container),
        other => other.is_container(),
    }
}

/// The dtypes that the bindings of the module know.
pub fn dtypes(interface: &Interface, values: &Values) -> Vec<DType> {
    let mut used = Vec::new();
    for function in &interface.functions {
        let params = function.params.iter().flat_map(|param| leaves(&param.shape));
        for leaf in params.chain(leaves(&function.result)) {
            match &leaf {
                Shape::Scalar { dtype, .. } => used.push(*dtype),
                Shape::Array(array) => used.push(array.dtype),
                _ => {}
            }
        }
    }
    // Modules without complex numbers know nothing of them.
    let all = |dtype: &DType| values.has("full") && (!dtype.is_complex() || values.has("complexes"));
    let known = |dtype: &DType| all(dtype) || used.contains(dtype);
    DType::ALL.into_iter().filter(known).collect()
}

/// The JavaScript class of the arrays of a dtype.
pub fn typed_array(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool | DType::U8 => "Uint8Array",
        DType::I8 => "Int8Array",
        DType::I16 => "Int16Array",
        DType::I32 => "Int32Array",
        DType::I64 => "BigInt64Array",
        DType::U16 => "Uint16Array",
        DType::U32 => "Uint32Array",
        DType::U64 => "BigUint64Array",
        DType::F32 | DType::C64 => "Float32Array",
        DType::F64 | DType::C128 => "Float64Array",
    }
}
