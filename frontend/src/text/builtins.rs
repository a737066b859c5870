//! Builtins that make or take strings.

use crate::cx::{Cx, R, Stop};
use crate::value::{Scalar, Val};
use npc_base::Code;
use npc_midend::types::DType;

impl Cx<'_> {
    /// `str`, `repr`, `ascii`, `format`, `ord`, `chr`, `print`
    pub fn text_builtin(&mut self, name: &str, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        if name == "print" {
            return self.builtin_print(&args, &keywords);
        }
        if let Some((keyword, _)) = keywords.first() {
            return Err(self.error(Code::WrongArguments, format!("{name}() got an unexpected keyword argument '{keyword}'")));
        }
        match (name, &args[..]) {
            ("str", []) => Ok(Val::Str("".into())),
            ("str", [x]) => self.str_of(x),
            ("repr", [x]) => self.repr_of(x),
            ("ascii", [x]) => self.ascii_of(x),
            ("format", _) => self.builtin_format(&args),
            ("ord", [x]) => self.builtin_ord(x),
            ("chr", [x]) => self.builtin_chr(x),
            _ => {
                let count = args.len();
                Err(self.error(Code::WrongArguments, format!("{name}() does not take {count} arguments")))
            }
        }
    }

    fn builtin_ord(&mut self, x: &Val) -> R<Val> {
        match x {
            Val::Str(text) if text.chars().count() == 1 => {
                let code = text.chars().next().map_or(0, u32::from);
                Ok(Val::weak(self.int(i64::from(code)), DType::I64))
            }
            Val::Str(_) | Val::Text(_) => self.text_call("ord_text", vec![x.clone()]),
            Val::Error => Err(Stop),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("ord() expected string of length 1, but {name} found")))
            }
        }
    }

    fn builtin_chr(&mut self, x: &Val) -> R<Val> {
        let code = self.index_value(x, "the argument of chr()")?;
        let known = self.const_int(code).and_then(|code| u32::try_from(code).ok()).and_then(char::from_u32);
        match known {
            Some(c) => Ok(Val::Str(c.to_string().into())),
            None => self.text_call("chr_text", vec![Val::weak(code, DType::I64)]),
        }
    }

    /// `int(text)`, `int(text, base)`
    pub fn int_of_text(&mut self, mut args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        for (keyword, val) in keywords {
            if keyword != "base" || args.len() > 1 {
                let message = format!("int() got an unexpected keyword argument '{keyword}'");
                return Err(self.error(Code::WrongArguments, message));
            }
            args.push(val);
        }
        if args.len() == 1 {
            args.push(Val::weak(self.int(10), DType::I64));
        }
        if args.len() > 2 {
            return Err(self.error(Code::WrongArguments, format!("int() takes at most 2 arguments ({} given)", args.len())));
        }
        self.text_call("int_of_text", args)
    }

    /// `float(text)`, `np.int32(text)` and so on.
    pub fn number_of_text(&mut self, text: &Val, dtype: DType, weak: bool) -> R<Val> {
        if dtype == DType::Bool {
            return Ok(Val::Scalar(Scalar { value: self.truth_of(text)?, dtype, weak }));
        }
        if dtype.is_float() {
            let parsed = self.text_call("float_of_text", vec![text.clone()])?;
            let value = self.scalar(&parsed, "the number")?.value;
            if dtype == DType::F32 {
                return Err(self.error_help(
                    Code::Unsupported,
                    "np.float32 of a string is not supported yet",
                    "write `np.float32(float(…))`",
                ));
            }
            return Ok(Val::Scalar(Scalar { value, dtype, weak }));
        }
        let parsed = self.int_of_text(vec![text.clone()], Vec::new())?;
        let scalar = self.scalar(&parsed, "the number")?;
        if weak {
            return Ok(parsed);
        }
        let value = self.store_convert(scalar, dtype)?;
        Ok(Val::strong(value, dtype))
    }

    /// `print(…)`: into the buffer of the context, which the host reads after the call.
    fn builtin_print(&mut self, args: &[Val], keywords: &[(String, Val)]) -> R<Val> {
        let (mut separator, mut end) = (Val::Str(" ".into()), Val::Str("\n".into()));
        for (keyword, val) in keywords {
            let place = match (keyword.as_str(), val) {
                ("sep", Val::None) | ("end", Val::None) => continue,
                ("sep", _) => &mut separator,
                ("end", _) => &mut end,
                ("flush", _) | ("file", Val::None) => continue,
                ("file", _) => return Err(self.unsupported("`file=` of print")),
                _ => {
                    let message = format!("print() got an unexpected keyword argument '{keyword}'");
                    return Err(self.error(Code::WrongArguments, message));
                }
            };
            *place = val.clone();
            if !matches!(val, Val::Str(_) | Val::Text(_)) {
                let name = self.type_of(val).name();
                return Err(self.error(Code::TypeMismatch, format!("{keyword} must be None or a string, not {name}")));
            }
        }
        if self.f.pure_body {
            return Err(self.unsupported("`print` inside an element-wise function"));
        }
        let mut parts: Vec<Val> = Vec::new();
        for (k, arg) in args.iter().enumerate() {
            if k > 0 {
                parts.push(separator.clone());
            }
            parts.push(self.str_of(arg)?);
        }
        parts.push(end);
        // What is known at compile time is written at once.
        let mut known = String::new();
        for part in parts {
            match part {
                Val::Str(text) => known.push_str(&text),
                text => {
                    self.write_text(Val::Str(std::mem::take(&mut known).into()))?;
                    self.write_text(text)?;
                }
            }
        }
        self.write_text(Val::Str(known.into()))?;
        Ok(Val::None)
    }

    fn write_text(&mut self, text: Val) -> R<()> {
        if matches!(&text, Val::Str(text) if text.is_empty()) {
            return Ok(());
        }
        self.module.prints = true;
        self.text_call("write", vec![text]).map(|_| ())
    }
}
