//! `format(x, spec)`

use super::spec::{self, Spec};
use crate::cx::{Cx, R, Stop};
use crate::value::{Scalar, Val};
use npc_base::Code;
use npc_midend::types::DType;

impl Cx<'_> {
    /// `format(val, spec)`
    pub fn format_value(&mut self, val: &Val, spec: &Val) -> R<Val> {
        match (val, spec) {
            (Val::Scalar(scalar), Val::Str(spec)) if spec.is_empty() => {
                // NumPy's single formats as a Python float.
                let scalar = if scalar.dtype == DType::C64 {
                    Scalar { value: self.convert(scalar.value, DType::C128), dtype: DType::C128, weak: true }
                } else if scalar.dtype == DType::F32 {
                    Scalar { value: self.convert(scalar.value, DType::F64), dtype: DType::F64, weak: true }
                } else {
                    *scalar
                };
                self.number_text(scalar)
            }
            (_, Val::Str(spec)) if spec.is_empty() => self.str_of(val),
            (Val::Scalar(scalar), _) if scalar.dtype.is_complex() => self.format_complex(*scalar, spec),
            (Val::Scalar(scalar), _) if scalar.dtype.is_float() => self.format_float(*scalar, spec),
            (Val::Scalar(scalar), _) if scalar.dtype == DType::Bool || scalar.dtype.is_int() => self.format_int(*scalar, spec),
            (Val::Str(_) | Val::Text(_), _) => self.format_text(val, spec),
            (Val::Error, _) | (_, Val::Error) => Err(Stop),
            (_, Val::Str(_)) => {
                let name = match val {
                    Val::None => "NoneType".to_string(),
                    Val::Tuple(_) => "tuple".to_string(),
                    Val::List(_) => "list".to_string(),
                    Val::Array(_) => "numpy.ndarray".to_string(),
                    other => self.type_of(other).name(),
                };
                self.raise("TypeError", &format!("unsupported format string passed to {name}.__format__"), &[]);
                Err(Stop)
            }
            _ => Err(self.unsupported("formatting this value with a specification that is not known at compile time")),
        }
    }

    fn static_spec(&mut self, text: &str, type_name: &str) -> R<Spec> {
        match spec::read(text, type_name) {
            Ok(spec) => Ok(spec),
            Err(message) => self.value_error(&message),
        }
    }

    fn code(&mut self, c: char) -> Val {
        Val::weak(self.int(i64::from(u32::from(c))), DType::I64)
    }

    fn flag(&mut self, value: bool) -> Val {
        Val::weak(self.boolean(value), DType::Bool)
    }

    fn count(&mut self, value: i64) -> Val {
        Val::weak(self.int(value), DType::I64)
    }

    fn unknown_code(&mut self, kind: char, type_name: &str) -> R<Val> {
        self.value_error(&format!("Unknown format code '{kind}' for object of type '{type_name}'"))
    }

    fn format_float(&mut self, scalar: Scalar, spec: &Val) -> R<Val> {
        let x = Val::weak(self.convert(scalar.value, DType::F64), DType::F64);
        let Val::Str(text) = spec else {
            return self.text_call("format_float_by", vec![x, spec.clone()]);
        };
        let text = text.clone();
        let spec = self.static_spec(&text, "float")?;
        if !"eEfFgG%n\0".contains(spec.kind) {
            return self.unknown_code(spec.kind, "float");
        }
        if spec.coerce {
            return Err(self.unsupported("`z` in a format specification"));
        }
        self.formatted_float(x, &spec)
    }

    pub(super) fn formatted_float(&mut self, x: Val, spec: &Spec) -> R<Val> {
        let plain = spec.width < 0 && spec.group == '\0' && !matches!(spec.sign, '+' | ' ');
        if plain && spec.kind != '%' && (spec.kind != '\0' || spec.precision < 0) {
            // No padding, no grouping: the digits are all.
            let kind = match spec.kind {
                '\0' => 'r',
                'n' => 'g',
                kind => kind,
            };
            let precision = if spec.precision < 0 { 6 } else { spec.precision };
            let args =
                vec![x, self.count(0), self.code(kind), self.count(precision), self.count(2 * i64::from(spec.alternate))];
            return self.text_call("write_float", args);
        }
        let args = vec![
            x,
            self.code(spec.fill),
            self.code(spec.align),
            self.code(spec.sign),
            self.flag(spec.alternate),
            self.flag(spec.zero),
            self.count(spec.width),
            self.code(spec.group),
            self.count(spec.precision),
            self.code(spec.kind),
        ];
        self.text_call("format_float", args)
    }

    fn format_int(&mut self, scalar: Scalar, spec: &Val) -> R<Val> {
        let unsigned = self.flag(scalar.dtype == DType::U64);
        let x = Val::weak(self.convert(scalar.value, DType::I64), DType::I64);
        let Val::Str(text) = spec else {
            let text = if scalar.dtype == DType::Bool { self.number_text(scalar)? } else { Val::Str("".into()) };
            return self.text_call("format_int_by", vec![x, unsigned, spec.clone(), text]);
        };
        let text = text.clone();
        let spec = self.static_spec(&text, "int")?;
        match spec.kind {
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
                let value = self.convert(scalar.value, DType::F64);
                if spec.coerce {
                    return Err(self.unsupported("`z` in a format specification"));
                }
                self.formatted_float(Val::weak(value, DType::F64), &spec)
            }
            'd' | 'b' | 'o' | 'x' | 'X' | 'n' | 'c' | '\0' if spec.precision >= 0 => {
                self.value_error("Precision not allowed in integer format specifier")
            }
            'd' | 'b' | 'o' | 'x' | 'X' | 'n' | 'c' | '\0' if spec.coerce => {
                self.value_error("Negative zero coercion (z) not allowed in integer format specifier")
            }
            'c' if spec.sign != '\0' => self.value_error("Sign not allowed with integer format specifier 'c'"),
            'c' if spec.alternate => self.value_error("Alternate form (#) not allowed with integer format specifier 'c'"),
            'c' => {
                let args = vec![x, self.code(spec.fill), self.code(spec.align), self.count(spec.width)];
                self.text_call("format_character", args)
            }
            'd' | 'b' | 'o' | 'x' | 'X' | 'n' | '\0' => self.formatted_int(x, unsigned, &spec),
            kind => self.unknown_code(kind, "int"),
        }
    }

    pub(super) fn formatted_int(&mut self, x: Val, unsigned: Val, spec: &Spec) -> R<Val> {
        let args = vec![
            x,
            unsigned,
            self.code(spec.fill),
            self.code(spec.align),
            self.code(spec.sign),
            self.flag(spec.alternate),
            self.flag(spec.zero),
            self.count(spec.width),
            self.code(spec.group),
            self.code(spec.kind),
        ];
        self.text_call("format_int", args)
    }

    fn format_text(&mut self, val: &Val, spec: &Val) -> R<Val> {
        let Val::Str(text) = spec else {
            return self.text_call("format_text_by", vec![val.clone(), spec.clone()]);
        };
        let text = text.clone();
        let spec = self.static_spec(&text, "str")?;
        if !"s\0".contains(spec.kind) {
            return self.unknown_code(spec.kind, "str");
        }
        if spec.sign != '\0' {
            let message = if spec.sign == ' ' { "Space" } else { "Sign" };
            return self.value_error(&format!("{message} not allowed in string format specifier"));
        }
        if spec.coerce {
            return self.value_error("Negative zero coercion (z) not allowed in string format specifier");
        }
        if spec.alternate {
            return self.value_error("Alternate form (#) not allowed in string format specifier");
        }
        if spec.align == '=' {
            return self.value_error("'=' alignment not allowed in string format specifier");
        }
        if spec.width < 0 && spec.precision < 0 {
            return Ok(val.clone());
        }
        let fill = if spec.zero && spec.fill == '\0' { '0' } else { spec.fill };
        let args =
            vec![val.clone(), self.code(fill), self.code(spec.align), self.count(spec.width), self.count(spec.precision)];
        self.text_call("format_text", args)
    }

    /// `format(x)`, `format(x, spec)`
    pub(super) fn builtin_format(&mut self, args: &[Val]) -> R<Val> {
        match args {
            [x] => self.format_value(x, &Val::Str("".into())),
            [x, spec @ (Val::Str(_) | Val::Text(_))] => self.format_value(x, spec),
            [_, other] => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("format() argument 2 must be str, not {name}")))
            }
            _ => Err(self.error(Code::WrongArguments, format!("format expected 1 or 2 arguments, got {}", args.len()))),
        }
    }
}
