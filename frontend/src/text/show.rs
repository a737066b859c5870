//! `str(x)` and `repr(x)`.

use crate::cx::{Cx, R, Stop};
use crate::object::{Class, ObjectTy};
use crate::value::{Scalar, Val};
use npc_base::Code;
use npc_midend::ir::Value;
use npc_midend::types::DType;

impl Cx<'_> {
    /// `str(x)`
    pub fn str_of(&mut self, val: &Val) -> R<Val> {
        match val {
            Val::Str(_) | Val::Text(_) => Ok(val.clone()),
            Val::Scalar(scalar) => self.number_text(*scalar),
            Val::Exception(record) => self.exception_message(*record),
            Val::Object(..) => match self.special(val, "__str__", Vec::new())? {
                Some(text) => Ok(text),
                None => self.repr_of(val),
            },
            other => self.repr_of(other),
        }
    }

    /// `repr(x)`
    pub fn repr_of(&mut self, val: &Val) -> R<Val> {
        match val {
            Val::None => Ok(Val::Str("None".into())),
            Val::Ellipsis => Ok(Val::Str("Ellipsis".into())),
            Val::Str(_) | Val::Text(_) => self.text_call("repr_text", vec![val.clone()]),
            Val::Scalar(scalar) => self.number_repr(*scalar),
            Val::Exception(record) => self.exception_repr(*record),
            Val::Tuple(members) => self.members_text(members, "(", if members.len() == 1 { ",)" } else { ")" }),
            Val::List(members) => self.members_text(members, "[", "]"),
            Val::Range(parts) => {
                let [start, stop, step] = **parts;
                let mut members = vec![Val::Scalar(start), Val::Scalar(stop)];
                if self.const_int(step.value) != Some(1) {
                    if self.const_int(step.value).is_none() {
                        return Err(self.unsupported("the text of a range whose step is not known at compile time"));
                    }
                    members.push(Val::Scalar(step));
                }
                self.members_text(&members, "range(", ")")
            }
            Val::BigInt(text) => Ok(Val::Str(text.clone())),
            Val::Object(object, value) => {
                let (object, value) = (object.clone(), *value);
                self.object_repr(&object, value)
            }
            Val::Error => Err(Stop),
            Val::Array(_) => Err(self.error_help(
                Code::Unsupported,
                "the text of an array is not supported yet",
                "write its elements: `for x in a.ravel(): print(x)`; or return the array",
            )),
            other => {
                let name = self.type_of(other).name();
                Err(self.unsupported(&format!("the text of a value of type '{name}'")))
            }
        }
    }

    fn object_repr(&mut self, object: &ObjectTy, value: Value) -> R<Val> {
        let val = Val::Object(object.clone(), value);
        match &object.class {
            Class::List => return self.text_call("list_text", vec![val]),
            Class::Dict => return self.text_call("dict_text", vec![val]),
            _ => {}
        }
        if let Some(text) = self.special(&val, "__repr__", Vec::new())? {
            return Ok(text);
        }
        let Class::User(_, name) = &object.class else {
            let name = object.name();
            return Err(self.unsupported(&format!("the text of a value of type '{name}'")));
        };
        if !self.is_dataclass(object) {
            return Err(self.error_help(
                Code::Unsupported,
                format!("the text of an instance of `{name}`, which has no `__repr__` or `__str__`, is not supported"),
                "in Python it shows an address: give the class a method `__repr__`",
            ));
        }
        let mut parts = vec![Val::Str(format!("{name}(").into())];
        for (k, (field, _)) in self.class_fields(object).into_iter().enumerate() {
            let comma = if k > 0 { ", " } else { "" };
            parts.push(Val::Str(format!("{comma}{field}=").into()));
            let Some(member) = self.load_field(object, value, &field)? else { return Err(Stop) };
            parts.push(self.repr_of(&member)?);
        }
        parts.push(Val::Str(")".into()));
        self.join_texts(&parts)
    }

    /// `ascii(x)`
    pub fn ascii_of(&mut self, val: &Val) -> R<Val> {
        match val {
            Val::Str(_) | Val::Text(_) => self.text_call("ascii_text", vec![val.clone()]),
            Val::Tuple(members) | Val::List(members) if !members.is_empty() => {
                let _ = members;
                Err(self.unsupported("`ascii` of a tuple or list"))
            }
            other => self.repr_of(other),
        }
    }

    fn members_text(&mut self, members: &[Val], open: &str, close: &str) -> R<Val> {
        let mut parts = vec![Val::Str(open.into())];
        for (k, member) in members.iter().enumerate() {
            if k > 0 {
                parts.push(Val::Str(", ".into()));
            }
            parts.push(self.repr_of(member)?);
        }
        parts.push(Val::Str(close.into()));
        self.join_texts(&parts)
    }

    /// `str` of a number: without its NumPy type.
    pub(super) fn number_text(&mut self, scalar: Scalar) -> R<Val> {
        let value = scalar.value;
        match scalar.dtype {
            DType::Bool => {
                let (yes, no) = (Val::Str("True".into()), Val::Str("False".into()));
                self.choose(value, |_| Ok(yes), |_| Ok(no))
            }
            DType::F64 => self.text_call("float_text", vec![Val::Scalar(scalar)]),
            DType::F32 => self.text_call("single_text", vec![Val::Scalar(scalar)]),
            DType::U64 => {
                let bits = self.convert(value, DType::I64);
                self.text_call("unsigned_text", vec![Val::weak(bits, DType::I64)])
            }
            DType::C64 | DType::C128 => self.complex_text(scalar, true),
            dtype if dtype.is_int() => match self.const_int(value) {
                Some(known) => Ok(Val::Str(known.to_string().into())),
                None => self.text_call("int_text", vec![Val::Scalar(scalar)]),
            },
            dtype => Err(self.unsupported(&format!("the text of {}", dtype.numpy_name()))),
        }
    }

    /// `repr` of a number: NumPy's are `np.float64(1.5)`.
    fn number_repr(&mut self, scalar: Scalar) -> R<Val> {
        if scalar.weak {
            return self.number_text(scalar);
        }
        if scalar.dtype == DType::Bool {
            let (yes, no) = (Val::Str("np.True_".into()), Val::Str("np.False_".into()));
            return self.choose(scalar.value, |_| Ok(yes), |_| Ok(no));
        }
        let inner = if scalar.dtype.is_complex() { self.complex_text(scalar, false)? } else { self.number_text(scalar)? };
        let open = Val::Str(format!("np.{}(", scalar.dtype.numpy_name()).into());
        self.join_texts(&[open, inner, Val::Str(")".into())])
    }
}
