//! Questions about types that are answered at compile time: `isinstance`, `callable`, `type`.

use crate::cx::{Cx, R, Stop};
use crate::object::Class;
use crate::value::{Callable, Scalar, Val};
use npc_base::Code;
use npc_midend::ir::Value;
use npc_midend::types::{DType, Kind};

impl Cx<'_> {
    /// `isinstance(val, class)`; of an optional it depends on whether it has a value.
    pub fn is_instance_of(&mut self, val: &Val, class: &Val) -> R<Value> {
        if let Val::Tuple(classes) = class {
            let mut any = self.boolean(false);
            for class in classes {
                let is = self.is_instance_of(val, class)?;
                any = self.or(any, is);
            }
            return Ok(any);
        }
        if let Val::Optional(has, payload) = val {
            let is = self.is_instance_of(payload, class)?;
            let none = self.is_instance_of(&Val::None, class)?;
            return Ok(self.select(*has, is, none));
        }
        if let (Val::Exception(record), Val::Callable(Callable::Exception(_))) = (val, class) {
            let site = self.site_of(*record);
            return self.is_instance(site, class);
        }
        let is = match class {
            Val::Callable(Callable::Exception(_)) => false,
            Val::None => matches!(val, Val::None),
            Val::Type(dtype, weak) => match val {
                Val::Scalar(scalar) => is_of_type(*scalar, *dtype, *weak),
                _ => false,
            },
            Val::Callable(Callable::Intrinsic(name)) => match (*name, val) {
                ("tuple", Val::Tuple(_) | Val::Named(..)) | ("list", Val::List(_)) | ("str", Val::Str(_) | Val::Text(_)) => {
                    true
                }
                ("list", Val::Object(object, _)) => object.is_list(),
                ("dict", Val::Object(object, _)) => object.class == Class::Dict,
                ("set", Val::Object(object, _)) => object.class == Class::Set,
                ("object", _) | ("range", Val::Range(_)) | ("NoneType", Val::None) => true,
                ("numpy.ndarray", Val::Array(_)) => true,
                ("tuple" | "list" | "dict" | "set" | "str" | "range" | "NoneType" | "numpy.ndarray", _) => false,
                (name, val) => match name.strip_prefix("numpy.").and_then(abstract_type) {
                    Some(is) => matches!(val, Val::Scalar(scalar) if !scalar.weak && is(scalar.dtype)),
                    None => return Err(self.no_class(class)),
                },
            },
            Val::Callable(Callable::Class(class)) => match val {
                Val::Object(object, _) => self.is_subclass(object, class),
                _ => false,
            },
            Val::Callable(Callable::Named(class)) => matches!(val, Val::Named(own, _) if own == class),
            Val::Error => return Err(Stop),
            other => return Err(self.no_class(other)),
        };
        Ok(self.boolean(is))
    }

    fn no_class(&mut self, class: &Val) -> Stop {
        let name = self.type_of(class).name();
        self.error(Code::TypeMismatch, format!("isinstance() takes a class or a tuple of classes, not {name}"))
    }

    /// `callable(val)`
    pub fn is_callable(&mut self, val: &Val) -> bool {
        matches!(val, Val::Callable(_) | Val::Choice(..) | Val::Type(..))
    }

    /// `type(val)`
    pub fn type_object(&mut self, val: &Val) -> R<Val> {
        Ok(match val {
            Val::Scalar(scalar) => Val::Type(scalar.dtype, scalar.weak),
            Val::None => Val::Callable(Callable::Intrinsic("NoneType")),
            Val::Tuple(_) => Val::Callable(Callable::Intrinsic("tuple")),
            Val::List(_) => Val::Callable(Callable::Intrinsic("list")),
            Val::Array(_) => Val::Callable(Callable::Intrinsic("numpy.ndarray")),
            Val::Named(class, _) => Val::Callable(Callable::Named(class.clone())),
            Val::Object(object, _) if object.is_list() => Val::Callable(Callable::Intrinsic("list")),
            Val::Error => return Err(Stop),
            other => {
                let name = self.type_of(other).name();
                return Err(self.unsupported(&format!("`type` of {name}")));
            }
        })
    }

    /// The fields that positional patterns of a class stand for; none for the builtin ones, which stand for themselves.
    pub fn match_fields(&mut self, class: &Val) -> Option<Vec<String>> {
        match class {
            Val::Callable(Callable::Named(class)) => Some(class.fields.clone()),
            Val::Callable(Callable::Class(class)) => Some(self.positional_fields(&class.clone())),
            _ => None,
        }
    }
}

/// Abstract scalar types of NumPy.
pub(crate) const ABSTRACT: [&str; 8] = [
    "numpy.ndarray",
    "numpy.generic",
    "numpy.number",
    "numpy.integer",
    "numpy.signedinteger",
    "numpy.unsignedinteger",
    "numpy.inexact",
    "numpy.floating",
];

fn abstract_type(name: &str) -> Option<fn(DType) -> bool> {
    Some(match name {
        "generic" => |_| true,
        "number" => |dtype| dtype != DType::Bool,
        "integer" => |dtype| dtype.is_int(),
        "signedinteger" => |dtype| dtype.is_signed_int(),
        "unsignedinteger" => |dtype| dtype.is_int() && !dtype.is_signed_int(),
        "inexact" => |dtype| !dtype.is_int() && dtype != DType::Bool,
        "floating" => |dtype| dtype.is_float(),
        _ => return None,
    })
}

/// True if a scalar is one of this type. Python's `bool` is an `int`, and NumPy's float64 is a `float`.
fn is_of_type(scalar: Scalar, dtype: DType, weak: bool) -> bool {
    let same = scalar.dtype == dtype;
    match (scalar.weak, weak) {
        (true, true) => same || (scalar.dtype.kind() == Kind::Bool && dtype == DType::I64),
        (false, true) => same && !dtype.is_int() && dtype != DType::Bool,
        (false, false) => same,
        (true, false) => false,
    }
}
