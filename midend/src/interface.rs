//! What a compiled module offers to the outside: functions, parameter types, results, raise sites.
//!
//! The bindings are generated from it, the custom section `npc.abi` is its JSON form, and the library API answers
//! questions from it.

use crate::abi::{context, descriptor};
use crate::types::{ArrayType, DType, Layout};
use serde_json::{Map, Value as Json, json};
use std::borrow::Cow;

/// The interface of a module.
#[derive(Clone, Debug, Default)]
pub struct Interface {
    /// Stem of the source file: `kernels` for `kernels.py`.
    pub module: String,
    /// Exported functions, in source order.
    pub functions: Vec<Function>,
    /// What can be raised; the context's `SITE` minus one is an index.
    pub sites: Vec<RaiseSite>,
    /// Error records hold a trace of calls.
    pub traces: bool,
    /// Source positions; the context's `POSITION` is an index.
    pub positions: Vec<Position>,
    /// How many of these, the last ones, only loops have: native code that is interrupted names them.
    pub positions_of_loops: usize,
    /// Names of the source files that positions mention.
    pub files: Vec<String>,
    /// True if a function may print.
    pub prints: bool,
}

/// One exported function with one signature.
#[derive(Clone, Debug)]
pub struct Function {
    /// Name for users, in JavaScript, Rust and C.
    pub name: String,
    /// Name of the exported entry in the module: `i32 entry(ret, ctx, args…)`.
    pub entry: String,
    /// Entry in which 64-bit integer scalars are passed as doubles, where there are any.
    pub js_entry: Option<String>,
    /// The docstring, dedented; empty if there is none.
    pub doc: String,
    /// Line of the `def`, 1-based.
    pub line: u32,
    /// Parameters in order.
    pub params: Vec<Param>,
    /// The result.
    pub result: Shape,
    /// True if a signature says what the result is: what the function computes is converted to it.
    pub declared: bool,
}

impl Function {
    /// The function with all parameters and its result in the form in which they travel.
    pub fn lowered(&self) -> Function {
        let lowered = |param: &Param| Param { shape: param.shape.lowered(), ..param.clone() };
        Function { params: self.params.iter().map(lowered).collect(), result: self.result.lowered(), ..self.clone() }
    }
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Python's name.
    pub name: String,
    /// Its type.
    pub shape: Shape,
    /// Its default value, where it has one.
    pub default: Option<DefaultValue>,
    /// True if the function may write the array's elements.
    pub written: bool,
}

/// A default value that a caller may leave out.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// A Python int.
    Int(i64),
    /// A Python float.
    Float(f64),
    /// A Python complex number: its parts, the real one first.
    Complex(f64, f64),
    /// A string.
    Str(String),
}

/// The form of a parameter or a result.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// No value.
    None,
    /// A scalar.
    Scalar {
        /// Its dtype.
        dtype: DType,
        /// True for Python's own `bool`, `int`, `float` and `complex`.
        weak: bool,
    },
    /// An array.
    Array(ArrayType),
    /// A string: it travels as an array of its bytes in UTF-8.
    Str,
    /// A tuple; its members stand one after the other in the result record.
    Tuple(Vec<Shape>),
    /// A list. It travels in columns, as [`Shape::lowered`] says; so do the other containers.
    List(Box<Shape>),
    /// A set.
    Set(Box<Shape>),
    /// A dict: keys and values.
    Dict(Box<[Shape; 2]>),
    /// An instance of a class: its name and its fields.
    Record(String, Vec<(String, Shape)>),
    /// A named tuple, the same way.
    Named(String, Vec<(String, Shape)>),
    /// A value or `None`.
    Optional(Box<Shape>),
}

impl Shape {
    /// The array that a string travels as.
    pub const STR_ARRAY: ArrayType = ArrayType { dtype: DType::U8, rank: 1, layout: Layout::C };

    /// Bytes that this value takes in a result record: 8 a scalar (16 a `complex128`), a descriptor an array.
    pub fn record_size(&self) -> u32 {
        match self {
            Shape::None => 0,
            Shape::Scalar { dtype, .. } => dtype.itemsize().max(8),
            Shape::Array(array) => descriptor::size(array.rank),
            Shape::Str => descriptor::size(1),
            Shape::Tuple(members) => members.iter().map(Shape::record_size).sum(),
            container => container.lowered().record_size(),
        }
    }

    /// True for what travels in columns.
    pub fn is_container(&self) -> bool {
        matches!(
            self,
            Shape::List(_) | Shape::Set(_) | Shape::Dict(_) | Shape::Record(..) | Shape::Named(..) | Shape::Optional(_)
        )
    }

    /// The form in which the value travels: each container becomes a tuple of *columns*, 1-d arrays in C order.
    ///
    /// A column holds one kind of scalar of all values of its place, in the order in which they are met. A list has a column
    /// for its length, and the columns of its elements; a set the same; a dict has a length and the columns of its keys and
    /// of its values; a tuple or an instance the columns of its members; an array a column for each extent, and one for
    /// its elements in C order; a string one for the number of its bytes, and one for these; what may be `None` has a column of bools, which tell
    /// whether there is a value in the other columns; `None` has none.
    ///
    /// ```text
    /// [[1.5, 2.5], [], [3.5]]: list[list[float]]        3 | 2, 0, 1 | 1.5, 2.5, 3.5
    /// ```
    pub fn lowered(&self) -> Shape {
        match self {
            Shape::Tuple(members) => Shape::Tuple(members.iter().map(Shape::lowered).collect()),
            container if container.is_container() => {
                let column = |dtype| Shape::Array(ArrayType::new(dtype, 1, Layout::C));
                Shape::Tuple(container.columns().into_iter().map(column).collect())
            }
            other => other.clone(),
        }
    }

    /// The dtypes of the columns in which a value of this form travels inside a container.
    pub fn columns(&self) -> Vec<DType> {
        let mut columns = Vec::new();
        self.add_columns(&mut columns);
        columns
    }

    fn add_columns(&self, to: &mut Vec<DType>) {
        match self {
            Shape::None => {}
            Shape::Scalar { dtype, .. } => to.push(*dtype),
            Shape::Array(array) => {
                to.extend(std::iter::repeat_n(DType::I64, usize::from(array.rank)));
                to.push(array.dtype);
            }
            Shape::Str => to.extend([DType::I64, DType::U8]),
            Shape::Tuple(members) => members.iter().for_each(|member| member.add_columns(to)),
            Shape::Record(_, fields) | Shape::Named(_, fields) => fields.iter().for_each(|(_, field)| field.add_columns(to)),
            Shape::Optional(value) => {
                to.push(DType::Bool);
                value.add_columns(to);
            }
            Shape::List(element) | Shape::Set(element) => {
                to.push(DType::I64);
                element.add_columns(to);
            }
            Shape::Dict(parts) => {
                to.push(DType::I64);
                parts.iter().for_each(|part| part.add_columns(to));
            }
        }
    }

    /// The type as a signature names it: `int`, `float64`, `int32[:, ::1]`, `(int32, float64[:])`.
    pub fn name(&self) -> String {
        match self {
            Shape::None => "None".to_string(),
            Shape::Str => "str".to_string(),
            Shape::Scalar { dtype, weak: true } => match dtype {
                DType::Bool => "bool".to_string(),
                DType::F64 => "float".to_string(),
                DType::C128 => "complex".to_string(),
                _ => "int".to_string(),
            },
            Shape::Scalar { dtype, .. } => dtype.numpy_name().to_string(),
            Shape::Array(array) => array_name(*array),
            Shape::Tuple(members) => {
                let names: Vec<_> = members.iter().map(Shape::name).collect();
                format!("({}{})", names.join(", "), if names.len() == 1 { "," } else { "" })
            }
            Shape::List(element) => format!("list[{}]", element.name()),
            Shape::Set(element) => format!("set[{}]", element.name()),
            Shape::Dict(parts) => format!("dict[{}, {}]", parts[0].name(), parts[1].name()),
            Shape::Record(name, _) | Shape::Named(name, _) => name.clone(),
            Shape::Optional(value) => format!("{} | None", value.name()),
        }
    }

    fn to_json(&self) -> Json {
        match self {
            Shape::None => json!("None"),
            Shape::Str => json!("str"),
            Shape::Scalar { .. } => json!(self.name()),
            Shape::Array(array) => json!({
                "dtype": array.dtype.numpy_name(),
                "rank": array.rank,
                "layout": match array.layout { Layout::C => "C", Layout::F => "F", Layout::Trailing(_) => "A" },
            }),
            Shape::Tuple(members) => Json::Array(members.iter().map(Shape::to_json).collect()),
            Shape::List(element) => json!({ "list": element.to_json() }),
            Shape::Set(element) => json!({ "set": element.to_json() }),
            Shape::Dict(parts) => json!({ "dict": [parts[0].to_json(), parts[1].to_json()] }),
            Shape::Optional(value) => json!({ "optional": value.to_json() }),
            Shape::Record(name, fields) | Shape::Named(name, fields) => {
                let fields: Vec<_> = fields.iter().map(|(field, shape)| json!([field, shape.to_json()])).collect();
                json!({ "class": name, "fields": fields })
            }
        }
    }
}

fn array_name(array: ArrayType) -> String {
    let mut axes = vec![":"; usize::from(array.rank)];
    match array.layout {
        Layout::C => {
            if let Some(last) = axes.last_mut() {
                *last = "::1";
            }
        }
        Layout::F => {
            if let Some(first) = axes.first_mut() {
                *first = "::1";
            }
        }
        Layout::Trailing(_) => {}
    }
    format!("{}[{}]", array.dtype.numpy_name(), if axes.is_empty() { "()".to_string() } else { axes.join(", ") })
}

/// One place that can raise.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RaiseSite {
    /// Python's name of the exception type: `IndexError`.
    pub exception: String,
    /// The message; `{0}`, `{1}`… stand for the integer arguments in the context, `{text}` for the text there, `{{` and `}}` for
    /// braces.
    pub message: String,
}

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Position {
    /// Index into [`Interface::files`].
    pub file: u32,
    /// Line, 1-based.
    pub line: u32,
    /// The function that the line belongs to.
    pub function: String,
}

impl RaiseSite {
    /// The message with its arguments filled in.
    pub fn format(&self, args: &[i64]) -> String {
        self.format_with(args, "")
    }

    /// The message with its arguments and the text of the context filled in.
    pub fn format_with(&self, args: &[i64], given: &str) -> String {
        let mut text = String::new();
        let mut chars = self.message.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '{' if chars.peek() == Some(&'{') => text.push(chars.next().unwrap_or('{')),
                '}' if chars.peek() == Some(&'}') => text.push(chars.next().unwrap_or('}')),
                '{' => {
                    let digits: String = chars.by_ref().take_while(|c| *c != '}').collect();
                    if digits == "text" {
                        text.push_str(given);
                        continue;
                    }
                    let arg = digits.parse::<usize>().ok().and_then(|k| args.get(k));
                    text.push_str(&arg.map(i64::to_string).unwrap_or_default());
                }
                c => text.push(c),
            }
        }
        text
    }
}

impl Interface {
    /// The function with this name, if it is exported.
    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions.iter().find(|function| function.name == name)
    }

    /// What an error record's site (the context's `SITE` minus one) says: the exception and its message.
    pub fn site(&self, index: u32) -> Option<Cow<'_, RaiseSite>> {
        let reserved = |exception: &str, message: &str| {
            Some(Cow::Owned(RaiseSite { exception: exception.to_string(), message: message.to_string() }))
        };
        match index.wrapping_add(1) {
            context::SITE_INTERRUPTED => reserved("KeyboardInterrupt", ""),
            context::SITE_STACK => reserved("RecursionError", "maximum recursion depth exceeded"),
            _ => self.sites.get(index as usize).map(Cow::Borrowed),
        }
    }

    /// The JSON form that the custom section holds.
    pub fn to_json(&self) -> Json {
        let sites: Vec<_> = self.sites.iter().map(|site| json!([site.exception, site.message])).collect();
        let travelling = self.positions.len().saturating_sub(self.positions_of_loops);
        let positions: Vec<_> =
            self.positions.iter().take(travelling).map(|at| json!([at.file, at.line, at.function])).collect();
        let mut object = json!({
            "abi": crate::abi::VERSION,
            "module": self.module,
            "functions": self.functions.iter().map(function_json).collect::<Vec<_>>(),
            "files": self.files,
            "sites": sites,
            "positions": positions,
        });
        if let (true, Some(object)) = (self.prints, object.as_object_mut()) {
            object.insert("prints".into(), json!(true));
        }
        object
    }
}

fn function_json(function: &Function) -> Json {
    let mut object = Map::new();
    object.insert("name".into(), json!(function.name));
    object.insert("entry".into(), json!(function.entry));
    if let Some(entry) = &function.js_entry {
        object.insert("jsEntry".into(), json!(entry));
    }
    if !function.doc.is_empty() {
        object.insert("doc".into(), json!(function.doc));
    }
    object.insert("params".into(), function.params.iter().map(param_json).collect());
    object.insert("result".into(), function.result.to_json());
    Json::Object(object)
}

fn param_json(param: &Param) -> Json {
    let mut object = Map::new();
    object.insert("name".into(), json!(param.name));
    object.insert("type".into(), param.shape.to_json());
    match &param.default {
        None => {}
        Some(DefaultValue::None) => drop(object.insert("default".into(), Json::Null)),
        Some(DefaultValue::Bool(value)) => drop(object.insert("default".into(), json!(value))),
        Some(DefaultValue::Int(value)) => drop(object.insert("default".into(), json!(value))),
        Some(DefaultValue::Str(value)) => drop(object.insert("default".into(), json!(value))),
        Some(DefaultValue::Float(value)) => drop(object.insert("default".into(), json!(value))),
        Some(DefaultValue::Complex(re, im)) => drop(object.insert("default".into(), json!([re, im]))),
    }
    if param.written {
        object.insert("written".into(), json!(true));
    }
    Json::Object(object)
}
