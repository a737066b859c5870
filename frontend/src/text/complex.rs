//! The text of complex numbers.

use super::spec;
use crate::cx::{Cx, R};
use crate::value::{Scalar, Val};
use npc_midend::types::DType;

impl Cx<'_> {
    /// `str(z)`, without parentheses inside NumPy's `repr`.
    pub(super) fn complex_text(&mut self, scalar: Scalar, parentheses: bool) -> R<Val> {
        let [re, im] = self.float_parts(scalar);
        let narrow = Val::weak(self.int(i64::from(scalar.dtype == DType::C64)), DType::I64);
        let parentheses = Val::weak(self.boolean(parentheses), DType::Bool);
        self.text_call("complex_text", vec![re, im, narrow, parentheses])
    }

    fn float_parts(&mut self, scalar: Scalar) -> [Val; 2] {
        let z = self.convert(scalar.value, DType::C128);
        self.parts(z).map(|part| Val::weak(part, DType::F64))
    }

    /// `format(z, spec)`
    pub(super) fn format_complex(&mut self, scalar: Scalar, spec: &Val) -> R<Val> {
        let Val::Str(text) = spec else {
            return Err(self.unsupported("formatting a complex number with a specification that is not known at compile time"));
        };
        let spec = match spec::read(text, "complex") {
            Ok(spec) => spec,
            Err(message) => return self.value_error(&message),
        };
        if !"eEfFgGn\0".contains(spec.kind) {
            return self.value_error(&format!("Unknown format code '{}' for object of type 'complex'", spec.kind));
        }
        if spec.zero && spec.fill == '\0' {
            return self.value_error("Zero padding is not allowed in complex format specifier");
        }
        if spec.align == '=' {
            return self.value_error("'=' alignment flag is not allowed in complex format specifier");
        }
        if spec.coerce {
            return Err(self.unsupported("`z` in a format specification"));
        }
        let [re, im] = self.float_parts(scalar);
        let codes = [spec.fill, spec.align, spec.sign].map(|c| i64::from(u32::from(c)));
        let numbers = [spec.width, i64::from(u32::from(spec.group)), spec.precision, i64::from(u32::from(spec.kind))];
        let mut args = vec![re, im];
        args.extend(codes.map(|code| Val::weak(self.int(code), DType::I64)));
        args.push(Val::weak(self.boolean(spec.alternate), DType::Bool));
        args.extend(numbers.map(|number| Val::weak(self.int(number), DType::I64)));
        self.text_call("format_complex", args)
    }
}
