//! A value of any type that a function may take or return.

use crate::{ArrayValue, Scalar, print};

/// A Python value.
///
/// Python's own `bool`, `int`, `float` and `complex` are told apart from NumPy's scalars, as promotion and printing do.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `None`
    None,
    /// Python's `bool`
    Bool(bool),
    /// Python's `int`, as far as npc has it: 64 bits
    Int(i64),
    /// Python's `float`
    Float(f64),
    /// Python's `complex`: real part, imaginary part
    Complex(f64, f64),
    /// A NumPy scalar
    Scalar(Scalar),
    /// `str`
    Str(String),
    /// `tuple`
    Tuple(Vec<Value>),
    /// `list`
    List(Vec<Value>),
    /// `set`: its elements, each once
    Set(Vec<Value>),
    /// `dict`: keys and values, in order of insertion
    Dict(Vec<(Value, Value)>),
    /// An instance of a class: its name, and the fields by name
    Record(String, Vec<(String, Value)>),
    /// `numpy.ndarray`
    Array(ArrayValue),
}

impl Value {
    /// What `print(value)` prints, without the newline.
    pub fn display(&self) -> String {
        print::value_str(self)
    }

    /// What `repr(value)` gives.
    pub fn repr(&self) -> String {
        print::value_repr(self)
    }

    /// What `type(value).__name__` gives: `float`, `float64`, `ndarray`.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::None => "NoneType",
            Self::Bool(_) => "bool",
            Self::Int(_) => "int",
            Self::Float(_) => "float",
            Self::Complex(..) => "complex",
            Self::Scalar(scalar) => scalar.dtype().name(),
            Self::Str(_) => "str",
            Self::Tuple(_) => "tuple",
            Self::List(_) => "list",
            Self::Set(_) => "set",
            Self::Dict(_) => "dict",
            Self::Record(..) => "object",
            Self::Array(_) => "ndarray",
        }
    }
}
