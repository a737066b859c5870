//! `template % values`

use super::spec::Spec;
use crate::cx::{Cx, R, Stop};
use crate::value::{Scalar, Val};
use npc_base::Code;
use npc_midend::types::DType;
use std::iter::Peekable;
use std::str::Chars;

/// The values that a template takes, one by one.
struct Args {
    values: Vec<Val>,
    next: usize,
}

/// `%-08.3f`: what stands before the letter.
#[derive(Default)]
struct Flags {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: Option<i64>,
    precision: Option<i64>,
}

impl Cx<'_> {
    /// `template % values` for a template that is known at compile time.
    pub(super) fn percent_format(&mut self, template: &str, values: &Val) -> R<Val> {
        let single = !matches!(values, Val::Tuple(_));
        let values = match values {
            Val::Tuple(members) => members.clone(),
            other => vec![other.clone()],
        };
        let mut args = Args { values, next: 0 };
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut chars = template.chars().peekable();
        let mut at = 0;
        while let Some(c) = chars.next() {
            at += 1;
            if c != '%' {
                literal.push(c);
                continue;
            }
            parts.push(Val::Str(std::mem::take(&mut literal).into()));
            let before = chars.clone().count();
            let part = self.percent_field(&mut chars, &mut args, at)?;
            at += before - chars.clone().count();
            parts.push(part);
        }
        parts.push(Val::Str(literal.into()));
        if args.next < args.values.len() && !(single && args.next > 0) {
            self.raise("TypeError", "not all arguments converted during string formatting", &[]);
            return Err(Stop);
        }
        self.join_texts(&parts)
    }

    fn next_value(&mut self, args: &mut Args) -> R<Val> {
        args.next += 1;
        match args.values.get(args.next - 1) {
            Some(val) => Ok(val.clone()),
            None => {
                self.raise("TypeError", "not enough arguments for format string", &[]);
                Err(Stop)
            }
        }
    }

    fn percent_field(&mut self, chars: &mut Peekable<Chars<'_>>, args: &mut Args, at: usize) -> R<Val> {
        let length = chars.clone().count();
        let mut flags = Flags::default();
        if chars.peek() == Some(&'(') {
            return Err(self.unsupported("`%(name)` in a template"));
        }
        while let Some(c) = chars.next_if(|c| "-+ #0".contains(*c)) {
            match c {
                '-' => flags.left = true,
                '+' => flags.plus = true,
                ' ' => flags.space = true,
                '#' => flags.alternate = true,
                _ => flags.zero = true,
            }
        }
        flags.width = self.percent_number(chars, args)?;
        if chars.next_if_eq(&'.').is_some() {
            flags.precision = Some(self.percent_number(chars, args)?.unwrap_or(0).max(0));
        }
        if let Some(width) = flags.width.filter(|width| *width < 0) {
            flags.left = true;
            flags.width = Some(-width);
        }
        while chars.next_if(|c| "hlL".contains(*c)).is_some() {}
        let Some(kind) = chars.next() else { return self.value_error("incomplete format") };
        if kind == '%' {
            return Ok(Val::Str("%".into()));
        }
        let index = at + length - chars.clone().count() - 1;
        if !"diouxXeEfFgGcrsa".contains(kind) {
            let message = format!("unsupported format character '{kind}' (0x{:x}) at index {index}", u32::from(kind));
            return self.value_error(&message);
        }
        let val = self.next_value(args)?;
        match kind {
            's' | 'r' | 'a' => {
                let text = match kind {
                    's' => self.str_of(&val)?,
                    'r' => self.repr_of(&val)?,
                    _ => self.ascii_of(&val)?,
                };
                self.percent_text(text, &flags)
            }
            'c' => {
                let text = match &val {
                    Val::Str(_) | Val::Text(_) => val.clone(),
                    _ => self.text_call("chr_text", vec![val])?,
                };
                self.percent_text(text, &flags)
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => self.percent_int(&val, kind, &flags),
            _ => self.percent_float(&val, kind, &flags),
        }
    }

    /// A width or precision: digits, or `*` for the next value, which must be known at compile time.
    fn percent_number(&mut self, chars: &mut Peekable<Chars<'_>>, args: &mut Args) -> R<Option<i64>> {
        if chars.next_if_eq(&'*').is_some() {
            let val = self.next_value(args)?;
            let value = self.index_value(&val, "* wants int")?;
            return match self.const_int(value) {
                Some(known) => Ok(Some(known)),
                None => Err(self.error_help(
                    Code::NotStatic,
                    "a width or precision given by `*` must be known at compile time",
                    "write an f-string: `f\"{x:{width}.{precision}f}\"`",
                )),
            };
        }
        let mut digits = String::new();
        while let Some(c) = chars.next_if(char::is_ascii_digit) {
            digits.push(c);
        }
        Ok(digits.parse().ok().filter(|n: &i64| *n < 1 << 31))
    }

    fn percent_spec(&self, flags: &Flags, kind: char) -> Spec {
        Spec {
            fill: '\0',
            align: if flags.left { '<' } else { '>' },
            sign: if flags.plus {
                '+'
            } else if flags.space {
                ' '
            } else {
                '\0'
            },
            coerce: false,
            alternate: flags.alternate,
            zero: false,
            width: flags.width.unwrap_or(-1),
            group: '\0',
            precision: flags.precision.unwrap_or(-1),
            kind,
        }
    }

    fn percent_text(&mut self, text: Val, flags: &Flags) -> R<Val> {
        if flags.width.is_none() && flags.precision.is_none() {
            return Ok(text);
        }
        let number = |cx: &mut Self, value: i64| Val::weak(cx.int(value), DType::I64);
        let align = if flags.left { '<' } else { '>' };
        let args = vec![
            text,
            number(self, 0),
            number(self, i64::from(u32::from(align))),
            number(self, flags.width.unwrap_or(-1)),
            number(self, flags.precision.unwrap_or(-1)),
        ];
        self.text_call("format_text", args)
    }

    fn percent_int(&mut self, val: &Val, kind: char, flags: &Flags) -> R<Val> {
        let kind = if matches!(kind, 'i' | 'u') { 'd' } else { kind };
        let Val::Scalar(scalar) = val else {
            let name = self.type_of(val).name();
            let wanted = if kind == 'd' { "a real number" } else { "an integer" };
            self.raise("TypeError", &format!("%{kind} format: {wanted} is required, not {name}"), &[]);
            return Err(Stop);
        };
        let mut scalar = *scalar;
        if scalar.dtype.is_float() {
            if kind != 'd' {
                let name = self.type_of(val).name();
                self.raise("TypeError", &format!("%{kind} format: an integer is required, not {name}"), &[]);
                return Err(Stop);
            }
            scalar = Scalar { value: self.python_int_of(scalar)?, dtype: DType::I64, weak: true };
        }
        let unsigned = Val::weak(self.boolean(scalar.dtype == DType::U64), DType::Bool);
        let x = Val::weak(self.convert(scalar.value, DType::I64), DType::I64);
        let mut spec = self.percent_spec(flags, kind);
        if flags.zero && !flags.left {
            (spec.zero, spec.align) = (true, '\0');
        }
        if let Some(precision) = flags.precision {
            return self.percent_digits(x, unsigned, precision, spec);
        }
        self.formatted_int(x, unsigned, &spec)
    }

    /// A precision is the least number of digits.
    fn percent_digits(&mut self, x: Val, unsigned: Val, precision: i64, spec: Spec) -> R<Val> {
        let number = |cx: &mut Self, value: i64| Val::weak(cx.int(value), DType::I64);
        let code = |cx: &mut Self, value: char| Val::weak(cx.int(i64::from(u32::from(value))), DType::I64);
        let args = vec![
            x,
            unsigned,
            number(self, precision),
            code(self, spec.sign),
            Val::weak(self.boolean(spec.alternate), DType::Bool),
            code(self, spec.kind),
        ];
        let digits = self.text_call("digits_at_least", args)?;
        let args =
            vec![digits, code(self, if spec.zero { '0' } else { ' ' }), code(self, spec.align), number(self, spec.width)];
        self.text_call("padded_number", args)
    }

    fn percent_float(&mut self, val: &Val, kind: char, flags: &Flags) -> R<Val> {
        let Val::Scalar(scalar) = val else {
            let name = self.type_of(val).name();
            self.raise("TypeError", &format!("must be real number, not {name}"), &[]);
            return Err(Stop);
        };
        let x = Val::weak(self.convert(scalar.value, DType::F64), DType::F64);
        let mut spec = self.percent_spec(flags, kind);
        if flags.zero && !flags.left {
            (spec.zero, spec.align) = (true, '\0');
        }
        self.formatted_float(x, &spec)
    }
}
