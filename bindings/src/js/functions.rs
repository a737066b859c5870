//! The table of functions: one line each, in terms of the types of `runtime/types.js`.

use super::features::leaves;
use crate::names;
use crate::template::Values;
use crate::text::js_string;
use npc_midend::abi::descriptor;
use npc_midend::interface::{DefaultValue, Function, Interface, Param, Shape};
use npc_midend::types::{ArrayType, DType, Layout};

/// `np_sum: fn("np_sum", "np_sum", …),` and so on.
pub fn table(interface: &Interface, values: &Values) -> String {
    let lines = entries(interface, values).into_iter().map(|(exported, call)| format!("{exported}: {call},"));
    lines.collect::<Vec<_>>().join("\n  ")
}

/// The exported names, each with the expression that makes its function.
pub fn entries(interface: &Interface, values: &Values) -> Vec<(String, String)> {
    let table = Table { full: values.has("full"), js_entries: values.has("long_params") };
    let entry = |(python, exported): (String, String)| {
        let same: Vec<_> = interface.functions.iter().filter(|function| function.name == python).collect();
        match same.as_slice() {
            [only] => (exported, table.call(only)),
            many => (exported, table.overloaded(&python, many)),
        }
    };
    names::exports(interface).into_iter().map(entry).collect()
}

/// What the form of the table depends on.
struct Table {
    /// Arrays have a rank and may be written.
    full: bool,
    /// Functions may have a second entry for doubles.
    js_entries: bool,
}

impl Table {
    fn overloaded(&self, name: &str, functions: &[&Function]) -> String {
        let signatures: Vec<_> = functions.iter().map(|function| signature(function)).collect();
        let calls: Vec<_> = functions.iter().map(|function| format!("\n   {},", self.call(function))).collect();
        format!("overloaded({}, {},{}\n  )", js_string(name), js_string(&signatures.join(", ")), calls.concat())
    }

    /// `fn("np_sum", …)`: name, entry, parameters, and what there is of result and entry for doubles.
    fn call(&self, function: &Function) -> String {
        let params: Vec<_> = function.params.iter().map(|param| self.param(param)).collect();
        let mut parts = vec![js_string(&function.name), js_string(&function.entry), format!("[{}]", params.join(", "))];
        let js_entry = function.js_entry.as_ref().filter(|_| self.js_entries);
        match &function.result {
            Shape::None if js_entry.is_some() => parts.push("undefined".to_string()),
            Shape::None => {}
            result => parts.push(self.type_of(result, None)),
        }
        parts.extend(js_entry.map(|entry| js_string(entry)));
        format!("fn({})", parts.join(", "))
    }

    fn param(&self, param: &Param) -> String {
        let default = param.default.as_ref().map(|value| format!(", {}", literal(value))).unwrap_or_default();
        format!("[{}, {}{default}]", js_string(&param.name), self.type_of(&param.shape, Some(param)))
    }

    /// The type of a parameter, or of a result.
    fn type_of(&self, shape: &Shape, param: Option<&Param>) -> String {
        match shape {
            Shape::None => "none".to_string(),
            Shape::Str => "text".to_string(),
            Shape::Scalar { dtype, weak: true } if dtype.is_complex() && param.is_some() => {
                format!("complex(\"{}\", \"complex\")", dtype.numpy_name())
            }
            Shape::Scalar { dtype, .. } if dtype.is_complex() => format!("complex(\"{}\")", dtype.numpy_name()),
            Shape::Scalar { dtype, weak: true } if *dtype != DType::Bool && param.is_some() => {
                format!("scalar(\"{}\", \"{}\")", dtype.numpy_name(), shape.name())
            }
            Shape::Scalar { dtype, .. } => format!("scalar(\"{}\")", dtype.numpy_name()),
            Shape::Array(array) => {
                let mut parts = vec![js_string(array.dtype.numpy_name())];
                let layout = param.and_then(|_| layout(array));
                if self.full {
                    parts.push(array.rank.to_string());
                    let written = param.is_some_and(|param| param.written);
                    match (written, &layout) {
                        (true, _) => parts.push("\"written\"".to_string()),
                        (false, Some(_)) => parts.push("undefined".to_string()),
                        (false, None) => {}
                    }
                }
                parts.extend(layout);
                format!("ndarray({})", parts.join(", "))
            }
            Shape::Tuple(members) => {
                let members: Vec<_> = members.iter().map(|member| self.type_of(member, param)).collect();
                format!("tuple({})", members.join(", "))
            }
            container => {
                let columns = container.columns().into_iter();
                let columns = columns.map(|dtype| self.type_of(&Shape::Array(ArrayType::new(dtype, 1, Layout::C)), None));
                format!("container({}, {})", form_of(container), columns.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// What a container holds, as `runtime/columns.js` reads it: `["list", ["scalar", "float64"]]`.
fn form_of(shape: &Shape) -> String {
    match shape {
        Shape::None => "[\"none\"]".to_string(),
        Shape::Str => "[\"str\"]".to_string(),
        Shape::Optional(value) => format!("[\"optional\", {}]", form_of(value)),
        Shape::Scalar { dtype, .. } => format!("[\"scalar\", \"{}\"]", dtype.numpy_name()),
        Shape::Array(array) => format!("[\"array\", \"{}\", {}]", array.dtype.numpy_name(), array.rank),
        Shape::Tuple(members) => {
            let members: Vec<_> = members.iter().map(form_of).collect();
            format!("[\"tuple\", {}]", members.join(", "))
        }
        Shape::List(element) => format!("[\"list\", {}]", form_of(element)),
        Shape::Set(element) => format!("[\"set\", {}]", form_of(element)),
        Shape::Dict(parts) => format!("[\"dict\", {}, {}]", form_of(&parts[0]), form_of(&parts[1])),
        Shape::Record(name, fields) | Shape::Named(name, fields) => {
            let fields: Vec<_> =
                fields.iter().map(|(field, shape)| format!("[{}, {}]", js_string(field), form_of(shape))).collect();
            format!("[\"record\", {}, [{}]]", js_string(name), fields.join(", "))
        }
    }
}

/// `total(x: int32[:])`
fn signature(function: &Function) -> String {
    let params: Vec<_> = function.params.iter().map(|param| format!("{}: {}", param.name, param.shape.name())).collect();
    format!("{}({})", function.name, params.join(", "))
}

/// Bytes of the result record and of the descriptors of the arguments, for the largest function.
pub fn frame_size(interface: &Interface) -> u32 {
    let size = |function: &Function| {
        let params = function.params.iter().flat_map(|param| leaves(&param.shape));
        let arrays = params.filter_map(|leaf| array(&leaf).copied());
        function.result.record_size() + arrays.map(|array| descriptor::size(array.rank)).sum::<u32>()
    };
    interface.functions.iter().map(size).max().unwrap_or_default().max(8)
}

fn array(shape: &Shape) -> Option<&ArrayType> {
    match shape {
        Shape::Array(array) => Some(array),
        Shape::Str => Some(&Shape::STR_ARRAY),
        _ => None,
    }
}

/// What the memory order of an argument must be, as `read` in `runtime/view.js` takes it.
pub fn layout(array: &ArrayType) -> Option<String> {
    match array.layout {
        Layout::F => Some("\"F\"".to_string()),
        layout => Some(layout.trailing(array.rank)).filter(|axes| *axes > 0).map(|axes| axes.to_string()),
    }
}

/// A default value as JavaScript.
pub fn literal(value: &DefaultValue) -> String {
    const SAFE: i64 = (1 << 53) - 1;
    match value {
        DefaultValue::None => "null".to_string(),
        DefaultValue::Bool(value) => value.to_string(),
        DefaultValue::Int(value) if (-SAFE..=SAFE).contains(value) => value.to_string(),
        DefaultValue::Int(value) => format!("{value}n"),
        DefaultValue::Float(value) if value.is_nan() => "NaN".to_string(),
        DefaultValue::Float(value) if value.is_infinite() => {
            if *value > 0.0 {
                "Infinity".to_string()
            } else {
                "-Infinity".to_string()
            }
        }
        DefaultValue::Float(value) => format!("{value:?}"),
        DefaultValue::Complex(re, im) => {
            format!("[{}, {}]", literal(&DefaultValue::Float(*re)), literal(&DefaultValue::Float(*im)))
        }
        DefaultValue::Str(value) => js_string(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_javascript() {
        for (value, expected) in [
            (DefaultValue::None, "null"),
            (DefaultValue::Int(-3), "-3"),
            (DefaultValue::Int(1 << 60), "1152921504606846976n"),
            (DefaultValue::Float(1e300), "1e300"),
            (DefaultValue::Float(-0.0), "-0.0"),
            (DefaultValue::Float(f64::NEG_INFINITY), "-Infinity"),
        ] {
            assert_eq!(literal(&value), expected);
        }
    }
}
