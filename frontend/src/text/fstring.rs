//! f-strings, `str.format` and joining of parts.

use crate::cx::{Cx, R, Stop};
use crate::value::{Ty, Val};
use npc_base::Code;
use npc_midend::ir::{BinaryOp, Values};
use npc_midend::types::DType;
use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::Ranged;

impl Cx<'_> {
    /// `f"…"`
    pub fn fstring(&mut self, literal: &ast::ExprFString) -> R<Val> {
        let mut parts = Vec::new();
        for part in literal.value.iter() {
            match part {
                FStringPart::Literal(text) => parts.push(Val::Str((&*text.value).into())),
                FStringPart::FString(string) => self.interpolated(&string.elements, &mut parts)?,
            }
        }
        self.join_texts(&parts)
    }

    fn interpolated<'e>(
        &mut self,
        elements: impl IntoIterator<Item = &'e InterpolatedStringElement>,
        parts: &mut Vec<Val>,
    ) -> R<()> {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(text) => parts.push(Val::Str((&*text.value).into())),
                InterpolatedStringElement::Interpolation(field) => self.at(field.range(), |cx| cx.field(field, parts))?,
            }
        }
        Ok(())
    }

    fn field(&mut self, field: &ast::InterpolatedElement, parts: &mut Vec<Val>) -> R<()> {
        let val = self.expr(&field.expression)?;
        let spec = match &field.format_spec {
            None => None,
            Some(spec) => {
                let mut inner = Vec::new();
                self.interpolated(&spec.elements, &mut inner)?;
                Some(self.join_texts(&inner)?)
            }
        };
        let mut conversion = field.conversion;
        if let Some(text) = &field.debug_text {
            parts.push(Val::Str(text.as_str().into()));
            if conversion == ConversionFlag::None && spec.is_none() {
                conversion = ConversionFlag::Repr;
            }
        }
        let text = self.converted(val, conversion.to_char(), spec)?;
        parts.push(text);
        Ok(())
    }

    /// `{val!conversion:spec}`
    fn converted(&mut self, val: Val, conversion: Option<char>, spec: Option<Val>) -> R<Val> {
        let val = match conversion {
            Some('r') => self.repr_of(&val)?,
            Some('s') => self.str_of(&val)?,
            Some('a') => self.ascii_of(&val)?,
            _ => val,
        };
        self.format_value(&val, &spec.unwrap_or_else(|| Val::Str("".into())))
    }

    /// Strings, one after the other.
    pub fn join_texts(&mut self, parts: &[Val]) -> R<Val> {
        let mut joined: Vec<Val> = Vec::new();
        for part in parts {
            match (joined.last_mut(), part) {
                (_, Val::Str(text)) if text.is_empty() => {}
                (Some(Val::Str(before)), Val::Str(text)) => *before = format!("{before}{text}").into(),
                _ => joined.push(part.clone()),
            }
        }
        match joined.len() {
            0 => return Ok(Val::Str("".into())),
            1 => return Ok(joined.remove(0)),
            2 => return self.text_call("concat", joined),
            _ => {}
        }
        let mut size = self.int(0);
        let mut texts = Vec::new();
        for part in &joined {
            let text = self.text(part)?;
            let bytes = self.dim(text, 0);
            size = self.binary(BinaryOp::Add, size, bytes);
            texts.push(text);
        }
        let out = self.empty(DType::U8, Values::from_slice(&[size]));
        let mut at = Val::weak(self.int(0), DType::I64);
        for text in texts {
            at = self.text_call("put_text", vec![Val::Array(out), at, Val::Text(text)])?;
        }
        let zero = self.int(0);
        Ok(Val::Text(self.text_part(out, zero, size)))
    }

    /// `separator.join(parts)` of a tuple or list of known length.
    pub fn join_method(&mut self, args: &[Val]) -> R<Val> {
        let [separator, parts] = args else {
            let message = format!("str.join() takes exactly one argument ({} given)", args.len().saturating_sub(1));
            return Err(self.error(Code::WrongArguments, message));
        };
        let mut texts = Vec::new();
        if !matches!(parts, Val::Tuple(_) | Val::List(_)) {
            let list = self.list_from_container(parts)?;
            let element = match &list {
                Val::Object(object, _) => object.element(),
                _ => Ty::Text,
            };
            let element = crate::sites::without_sites(&element);
            if !matches!(element, Ty::Text | Ty::Unknown) {
                let name = element.name();
                let message = format!("sequence item 0: expected str instance, {name} found");
                return Err(self.error(Code::TypeMismatch, message));
            }
            return self.text_call("join_list", vec![separator.clone(), list]);
        }
        for (k, part) in self.sequence(parts, None)?.into_iter().enumerate() {
            if !matches!(part, Val::Str(_) | Val::Text(_)) {
                let name = self.type_of(&part).name();
                let message = format!("sequence item {k}: expected str instance, {name} found");
                return Err(self.error(Code::TypeMismatch, message));
            }
            if k > 0 {
                texts.push(separator.clone());
            }
            texts.push(part);
        }
        self.join_texts(&texts)
    }

    /// `template.format(…)`
    pub fn format_method(&mut self, args: &[Val], keywords: &[(String, Val)]) -> R<Val> {
        let Some((Val::Str(template), args)) = args.split_first() else {
            return Err(self.error_help(
                Code::NotStatic,
                "the template of `format` must be known at compile time",
                "write a literal, or an f-string",
            ));
        };
        let template = template.to_string();
        let mut next = 0;
        self.filled(&template, args, keywords, &mut next, 0)
    }

    /// A template with its fields filled in.
    fn filled(&mut self, template: &str, args: &[Val], keywords: &[(String, Val)], next: &mut usize, depth: u32) -> R<Val> {
        if depth > 1 {
            return self.value_error("Max string recursion exceeded");
        }
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, tail) = rest.split_at(at);
            parts.push(Val::Str(before.into()));
            if tail.starts_with("{{") || tail.starts_with("}}") {
                parts.push(Val::Str(tail[..1].into()));
                rest = &tail[2..];
                continue;
            }
            if tail.starts_with('}') {
                return self.value_error("Single '}' encountered in format string");
            }
            let Some(end) = closing_brace(tail) else {
                let message = match tail.len() {
                    1 => "Single '{' encountered in format string",
                    _ => "expected '}' before end of string",
                };
                return self.value_error(message);
            };
            let text = self.template_field(&tail[1..end], args, keywords, next, depth)?;
            parts.push(text);
            rest = &tail[end + 1..];
        }
        parts.push(Val::Str(rest.into()));
        self.join_texts(&parts)
    }

    fn template_field(
        &mut self,
        field: &str,
        args: &[Val],
        keywords: &[(String, Val)],
        next: &mut usize,
        depth: u32,
    ) -> R<Val> {
        let (head, spec) = field.split_once(':').unwrap_or((field, ""));
        let (name, conversion) = match head.split_once('!') {
            Some((name, conversion)) => (name, conversion.chars().next()),
            None => (head, None),
        };
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, path) = name.split_at(end);
        let val = if first.is_empty() {
            *next += 1;
            args.get(*next - 1)
        } else if let Ok(number) = first.parse::<usize>() {
            args.get(number)
        } else {
            let found = keywords.iter().find(|(known, _)| known == first).map(|(_, val)| val);
            if found.is_none() {
                self.raise("KeyError", &crate::stmt::escape(&format!("'{first}'")), &[]);
                return Err(Stop);
            }
            found
        };
        let Some(mut val) = val.cloned() else {
            let index = first.parse::<usize>().unwrap_or(next.saturating_sub(1));
            let message = format!("Replacement index {index} out of range for positional args tuple");
            self.raise("IndexError", &message, &[]);
            return Err(Stop);
        };
        let mut path = path;
        while !path.is_empty() {
            let end = path[1..].find(['.', '[']).map_or(path.len(), |at| at + 1);
            let (step, after) = path.split_at(end);
            val = match step.strip_prefix('.') {
                Some(name) => {
                    let range = Default::default();
                    self.attribute(&val, name, range)?
                }
                None => {
                    let inner = step.trim_start_matches('[').trim_end_matches(']');
                    let index = match inner.parse::<i64>() {
                        Ok(number) => Val::weak(self.int(number), DType::I64),
                        Err(_) => Val::Str(inner.into()),
                    };
                    self.subscript(&val, &index)?
                }
            };
            path = after;
        }
        let spec = match spec.contains(['{', '}']) {
            true => self.filled(spec, args, keywords, next, depth + 1)?,
            false => Val::Str(spec.into()),
        };
        self.converted(val, conversion, Some(spec))
    }

    /// Raises ValueError.
    pub(super) fn value_error<T>(&mut self, message: &str) -> R<T> {
        self.raise("ValueError", &crate::stmt::escape(message), &[]);
        Err(Stop)
    }
}

/// The brace that closes the first one.
fn closing_brace(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}
