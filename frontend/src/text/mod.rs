//! Strings at run time: arrays of bytes in UTF-8, and library functions over them (`stdlib/text/`).
//!
//! A string that is known at compile time stays one ([`Val::Str`]) until a value is needed: where paths meet, in results,
//! as an argument of what works at run time.

mod builtins;
mod complex;
mod format;
mod fstring;
mod message;
mod percent;
mod show;
mod spec;
mod words;

pub(crate) use message::MESSAGE;
pub(crate) use words::WORDS;

use crate::cx::{Cx, R, Scope, Stop};
use crate::library::{FILES, LibFunc};
use crate::value::{Callable, TEXT, Ty, Val};
use npc_base::{Code, closest};
use npc_midend::ir::{BinaryOp, CompareOp, Op, Value, Values, View, ViewAxis};
use npc_midend::types::{DType, Type};
use ruff_python_ast::{Expr, Operator};
use smallvec::SmallVec;
use std::rc::Rc;

/// Methods of strings that the library has.
const METHODS: &[&str] = &[
    "capitalize",
    "casefold",
    "center",
    "count",
    "endswith",
    "expandtabs",
    "find",
    "index",
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
    "ljust",
    "lower",
    "lstrip",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "upper",
    "zfill",
];

/// Methods that Python has beside those.
const OTHER_METHODS: [&str; 5] = ["encode", "format_map", "isdecimal", "maketrans", "translate"];

impl Ty {
    /// The type that a value of this type has where it must exist at run time: strings become values.
    pub fn at_run_time(&self) -> Ty {
        match self {
            Ty::Str(_) => Ty::Text,
            Ty::Tuple(members) => Ty::Tuple(members.iter().map(Ty::at_run_time).collect()),
            Ty::List(members) => Ty::List(members.iter().map(Ty::at_run_time).collect()),
            other => other.clone(),
        }
    }
}

impl Cx<'_> {
    /// The bytes of a string.
    pub fn text(&mut self, val: &Val) -> R<Value> {
        match val {
            Val::Text(value) => Ok(*value),
            Val::Str(text) => {
                let text = text.clone();
                Ok(self.text_constant(&text))
            }
            Val::Error => Err(Stop),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("expected str, not {name}")))
            }
        }
    }

    fn text_constant(&mut self, text: &str) -> Value {
        let data = self.module.constant_data(text.as_bytes());
        let address = self.push1(Op::AddressOf(data), Type::Addr);
        let size = self.int(text.len() as i64);
        self.push1(Op::ArrayAt(address, size), Type::Array(TEXT))
    }

    /// The bytes from one place to another.
    pub(super) fn text_part(&mut self, text: Value, start: Value, end: Value) -> Value {
        let extent = self.binary(BinaryOp::Sub, end, start);
        let one = self.int(1);
        let axes = SmallVec::from_iter([ViewAxis { extent, source: Some((0, one)) }]);
        let offsets = if self.const_int(start) == Some(0) { SmallVec::new() } else { SmallVec::from_iter([(0, start)]) };
        self.push1(Op::View(Box::new(View { base: text, offsets, axes })), Type::Array(TEXT))
    }

    /// A call of a function of `stdlib/text/`.
    pub(super) fn text_call(&mut self, name: &str, args: Vec<Val>) -> R<Val> {
        self.library_call("text", name, args)
    }

    /// True in the bodies of `stdlib/text/` and of the kernels, whose integers are places and cannot overflow.
    pub fn in_library_without_overflow(&self) -> bool {
        let scope = self.f.frames.last().map(|frame| frame.scope);
        let Some(Scope::Library(file)) = scope else { return false };
        FILES.get(file).is_some_and(|file| matches!(file.namespace, "text" | "exceptions" | "numpy_kernels"))
    }

    /// An argument of a function of `stdlib/text/`: of the annotated type, so that there is one instance of the function.
    pub fn text_argument(&mut self, func: &LibFunc, annotation: Option<&Expr>, val: Val) -> R<Val> {
        let declared = match annotation {
            Some(Expr::Name(name)) => name.id.as_str(),
            _ => "",
        };
        match (declared, &val) {
            ("str", Val::Str(_) | Val::Text(_)) | (_, Val::Str(_)) => Ok(Val::Text(self.text(&val)?)),
            ("str", other) => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("{}() argument must be str, not {name}", func.name)))
            }
            ("int", _) => Ok(Val::weak(self.index_value(&val, "the argument")?, DType::I64)),
            ("bool", _) => Ok(Val::weak(self.truth_of(&val)?, DType::Bool)),
            ("", Val::Scalar(_)) => Ok(Val::weak(self.index_value(&val, "the argument")?, DType::I64)),
            _ => Ok(val),
        }
    }

    // ---- attributes and operators

    /// `text.name`
    pub fn text_attribute(&mut self, base: &Val, name: &str) -> R<Val> {
        let method = |callable: Callable| Ok(Val::Callable(Callable::Method(Box::new(base.clone()), Rc::new(callable))));
        match name {
            "format" => return method(Callable::Intrinsic("str.format")),
            "join" => return method(Callable::Intrinsic("str.join")),
            _ => {}
        }
        let known = METHODS.contains(&name);
        if let Some(callable) = self.library_callable("text", name).filter(|_| known) {
            return method(callable);
        }
        if known || OTHER_METHODS.contains(&name) {
            return Err(self.unsupported(&format!("the method `{name}` of strings")));
        }
        let message = format!("'str' object has no attribute '{name}'");
        match closest(name, METHODS.iter().copied()) {
            Some(similar) => Err(self.error_help(Code::UnknownAttribute, message, format!("did you mean `.{similar}`?"))),
            None => match crate::never::foreign_attribute(name) {
                Some(help) => Err(self.error_help(Code::UnknownAttribute, message, help)),
                None => Err(self.error(Code::UnknownAttribute, message)),
            },
        }
    }

    /// `a op b` where one of the two is a string.
    pub fn text_binary(&mut self, op: Operator, a: &Val, b: &Val) -> R<Val> {
        match (op, a, b) {
            (Operator::Add, Val::Str(x), Val::Str(y)) => Ok(Val::Str(format!("{x}{y}").into())),
            (Operator::Add, Val::Str(_) | Val::Text(_), Val::Str(_) | Val::Text(_)) => {
                self.text_call("concat", vec![a.clone(), b.clone()])
            }
            (Operator::Add, Val::Str(_) | Val::Text(_), other) => {
                let name = self.type_of(other).name();
                let message = format!("can only concatenate str (not \"{name}\") to str");
                Err(self.error_help(Code::TypeMismatch, message, "write `str(…)`, or an f-string"))
            }
            (Operator::Mult, Val::Str(_) | Val::Text(_), Val::Scalar(_)) => self.text_repeat(a, b),
            (Operator::Mult, Val::Scalar(_), Val::Str(_) | Val::Text(_)) => self.text_repeat(b, a),
            (Operator::Mod, Val::Str(template), _) => {
                let template = template.clone();
                self.percent_format(&template, b)
            }
            (Operator::Mod, Val::Text(_), _) => {
                Err(self.error(Code::NotStatic, "the template of `%` formatting must be known at compile time"))
            }
            _ => Err(self.bad_operands(op.as_str(), a, b)),
        }
    }

    fn text_repeat(&mut self, text: &Val, count: &Val) -> R<Val> {
        let Val::Scalar(scalar) = count else { return Err(Stop) };
        if scalar.dtype.is_float() {
            let name = self.type_of(count).name();
            return Err(self.error(Code::TypeMismatch, format!("can't multiply sequence by non-int of type '{name}'")));
        }
        if let (Val::Str(text), Some(count)) = (text, self.const_int(scalar.value)) {
            let count = usize::try_from(count).unwrap_or(0);
            if text.len().saturating_mul(count) <= 4096 {
                return Ok(Val::Str(text.repeat(count).into()));
            }
        }
        self.text_call("repeat", vec![text.clone(), count.clone()])
    }

    /// A comparison of two strings.
    pub fn text_compare(&mut self, op: CompareOp, a: &Val, b: &Val) -> R<Val> {
        if let (Val::Str(x), Val::Str(y)) = (a, b) {
            let (x, y) = (x.as_bytes(), y.as_bytes());
            let holds = match op {
                CompareOp::Eq => x == y,
                CompareOp::Ne => x != y,
                CompareOp::Lt | CompareOp::LtU => x < y,
                CompareOp::Le | CompareOp::LeU => x <= y,
                CompareOp::Gt | CompareOp::GtU => x > y,
                CompareOp::Ge | CompareOp::GeU => x >= y,
            };
            return Ok(Val::weak(self.boolean(holds), DType::Bool));
        }
        let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        let found = self.text_call(if equality { "equal" } else { "order" }, vec![a.clone(), b.clone()])?;
        let value = self.scalar(&found, "the result")?.value;
        let value = match op {
            CompareOp::Eq => value,
            CompareOp::Ne => self.not(value),
            op => {
                let zero = self.int(0);
                self.compare(op, value, zero)
            }
        };
        Ok(Val::weak(value, DType::Bool))
    }

    /// `a in b` for a string `b`.
    pub fn text_membership(&mut self, is_in: bool, a: &Val, b: &Val) -> R<Val> {
        let found = match (a, b) {
            (Val::Str(x), Val::Str(y)) => {
                let found = y.contains(&**x);
                self.boolean(found)
            }
            (Val::Str(_) | Val::Text(_), _) => {
                let found = self.text_call("contains", vec![b.clone(), a.clone()])?;
                self.truth_of(&found)?
            }
            (other, _) => {
                let name = self.type_of(other).name();
                let message = format!("'in <string>' requires string as left operand, not {name}");
                return Err(self.error(Code::TypeMismatch, message));
            }
        };
        let value = if is_in { found } else { self.not(found) };
        Ok(Val::weak(value, DType::Bool))
    }

    /// `text[index]`
    pub fn text_subscript(&mut self, base: &Val, index: &Val) -> R<Val> {
        match index {
            Val::Slice(parts) => {
                let mut args = vec![base.clone()];
                for part in parts.iter() {
                    args.push(match part {
                        Val::None => Val::None,
                        part => Val::weak(self.index_value(part, "slice indices")?, DType::I64),
                    });
                }
                self.text_call("slice_text", args)
            }
            index => {
                let at = self.index_value(index, "string indices")?;
                if let (Val::Str(text), Some(at)) = (base, self.const_int(at)) {
                    let chars: Vec<char> = text.chars().collect();
                    let at = if at < 0 { at + chars.len() as i64 } else { at };
                    if let Some(c) = usize::try_from(at).ok().and_then(|at| chars.get(at)) {
                        return Ok(Val::Str(c.to_string().into()));
                    }
                }
                self.text_call("item", vec![base.clone(), Val::weak(at, DType::I64)])
            }
        }
    }

    // ---- iteration

    /// A string with the places where its code points start, and how many there are.
    pub fn text_starts(&mut self, val: &Val) -> R<(Value, Value, Value)> {
        let text = self.text(val)?;
        let Val::Array(starts) = self.text_call("starts", vec![Val::Text(text)])? else { return Err(Stop) };
        let places = self.dim(starts, 0);
        let one = self.int(1);
        Ok((text, starts, self.binary(BinaryOp::Sub, places, one)))
    }

    /// Code point number `counter`.
    pub fn text_at(&mut self, text: Value, starts: Value, counter: Value) -> Val {
        let one = self.int(1);
        let next = self.binary(BinaryOp::Add, counter, one);
        let [start, end] = [counter, next].map(|at| self.push1(Op::LoadElem(starts, Values::from_slice(&[at])), Type::I64));
        Val::Text(self.text_part(text, start, end))
    }
}
