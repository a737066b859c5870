//! Numbers: `12`, `-0x_ff`, `1_000.5e-3`, `2j`, `1-2j`, `-inf`.

use super::{LiteralError, Parser};
use crate::Value;

/// One number as it is written, before its sign.
enum Number {
    Int(u128),
    Real(f64),
    Imaginary(f64),
}

impl<'a> Parser<'a> {
    /// Reads a number: one with a sign, or a real and an imaginary part.
    pub(super) fn number(&mut self) -> Result<Value, LiteralError> {
        let start = self.offset;
        let negative = self.sign().unwrap_or(false);
        let number = self.unsigned()?;
        let end = self.offset;
        if let Some(minus) = self.sign() {
            let Number::Imaginary(imag) = self.unsigned()? else {
                return Err(LiteralError { message: "only complex numbers such as `1+2j` are sums".to_owned(), offset: end });
            };
            return self.sum(number, negative, imag, minus, end);
        }
        self.offset = end;
        match number {
            Number::Int(magnitude) => self.int(magnitude, negative, start),
            Number::Real(x) => Ok(Value::Float(if negative { -x } else { x })),
            Number::Imaginary(x) if negative => Ok(Value::Complex(-0.0, -x)),
            Number::Imaginary(x) => Ok(Value::Complex(0.0, x)),
        }
    }

    /// `re ± im j`, in Python's arithmetic: `-0.0+2j` has a real part of 0, and `1-0j` an imaginary one.
    fn sum(&self, re: Number, negative: bool, imag: f64, minus: bool, at: usize) -> Result<Value, LiteralError> {
        let re = match re {
            Number::Int(magnitude) => magnitude as f64,
            Number::Real(x) => x,
            Number::Imaginary(_) => {
                return Err(LiteralError { message: "a complex number has its real part first".to_owned(), offset: at });
            }
        };
        let re = if negative { -re } else { re };
        Ok(if minus { Value::Complex(re - 0.0, 0.0 - imag) } else { Value::Complex(re + 0.0, imag) })
    }

    fn int(&self, magnitude: u128, negative: bool, start: usize) -> Result<Value, LiteralError> {
        let signed = i128::try_from(magnitude).ok().map(|x| if negative { -x } else { x });
        match signed.and_then(|x| i64::try_from(x).ok()) {
            Some(x) => Ok(Value::Int(x)),
            None => Err(self.too_big(start)),
        }
    }

    fn too_big(&self, start: usize) -> LiteralError {
        let digits = self.text.get(start..self.offset).unwrap_or_default().trim_end();
        LiteralError { message: format!("`{}` does not fit an int of 64 bits", abbreviated(digits)), offset: start }
    }

    /// Steps over `+` or `-`; true for minus.
    fn sign(&mut self) -> Option<bool> {
        if self.eat('-') {
            return Some(true);
        }
        self.eat('+').then_some(false)
    }

    fn unsigned(&mut self) -> Result<Number, LiteralError> {
        self.peek();
        let start = self.offset;
        let token = self.number_token();
        self.offset += token.len();
        if let Some(number) = named(token).or_else(|| prefixed(token)).or_else(|| decimal(token)) {
            return Ok(number);
        }
        let message = match token {
            "" => "expected a number behind the sign".to_owned(),
            _ if token.starts_with('0') && is_integer(token) => {
                format!("`{token}` has leading zeros; an octal number starts with `0o`")
            }
            _ => format!("`{}` is not a number", abbreviated(token)),
        };
        Err(LiteralError { message, offset: start })
    }

    /// Everything that may belong to a number. A sign does behind an exponent's `e`, though not behind a hexadecimal's.
    fn number_token(&self) -> &'a str {
        let rest = self.rest();
        let hexadecimal = rest.starts_with("0x") || rest.starts_with("0X");
        let mut before = ' ';
        let end = rest.find(|c: char| {
            let exponent_sign = matches!(c, '+' | '-') && matches!(before, 'e' | 'E') && !hexadecimal;
            before = c;
            !(super::is_word(c) || c == '.' || exponent_sign)
        });
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    }
}

fn named(token: &str) -> Option<Number> {
    match token {
        "nan" => Some(Number::Real(f64::NAN)),
        "inf" => Some(Number::Real(f64::INFINITY)),
        "nanj" => Some(Number::Imaginary(f64::NAN)),
        "infj" => Some(Number::Imaginary(f64::INFINITY)),
        _ => None,
    }
}

/// `0xff`, `0o17`, `0b101`
fn prefixed(token: &str) -> Option<Number> {
    let (prefix, digits) = token.split_at_checked(2)?;
    let radix = match prefix {
        "0x" | "0X" => 16,
        "0o" | "0O" => 8,
        "0b" | "0B" => 2,
        _ => return None,
    };
    let digits = without_underscores(digits.strip_prefix('_').unwrap_or(digits), radix)?;
    if !digits.chars().all(|c| c.is_digit(radix)) || digits.is_empty() {
        return None;
    }
    // More digits than fit are a number too, only too big.
    Some(Number::Int(u128::from_str_radix(&digits, radix).unwrap_or(u128::MAX)))
}

fn decimal(token: &str) -> Option<Number> {
    // Otherwise Rust would read words such as `infinity`.
    if !token.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let digits = without_underscores(token, 10)?;
    if let Some(imaginary) = digits.strip_suffix(['j', 'J']) {
        return imaginary.parse().ok().map(Number::Imaginary);
    }
    if !is_integer(&digits) {
        return digits.parse().ok().map(Number::Real);
    }
    let leading_zeros = digits.starts_with('0') && digits.contains(|c| c != '0');
    if leading_zeros { None } else { Some(Number::Int(digits.parse().unwrap_or(u128::MAX))) }
}

fn is_integer(token: &str) -> bool {
    !token.is_empty() && token.chars().all(|c| c.is_ascii_digit() || c == '_')
}

/// Underscores may stand between two digits only.
fn without_underscores(token: &str, radix: u32) -> Option<String> {
    let mut before = ' ';
    let mut chars = token.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if c == '_' && !(before.is_digit(radix) && after.is_digit(radix)) {
            return None;
        }
        before = c;
    }
    Some(token.replace('_', ""))
}

/// Long texts do not belong into messages.
fn abbreviated(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::parse_literal;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(parse_literal(text).unwrap_err().to_string(), expected, "{text}");
    }

    #[test]
    fn integers_have_64_bits() {
        assert_eq!(parse_literal("-9223372036854775808").unwrap().repr(), "-9223372036854775808");
        check("9223372036854775808", "`9223372036854775808` does not fit an int of 64 bits, at offset 0");
        check("[-0x8000000000000001]", "`-0x8000000000000001` does not fit an int of 64 bits, at offset 1");
        let long = "7".repeat(5000);
        check(&long, &format!("`{}…` does not fit an int of 64 bits, at offset 0", "7".repeat(40)));
    }

    #[test]
    fn malformed_numbers_are_errors() {
        check("012", "`012` has leading zeros; an octal number starts with `0o`, at offset 0");
        check("1__0", "`1__0` is not a number, at offset 0");
        check("1_.5", "`1_.5` is not a number, at offset 0");
        check("0x", "`0x` is not a number, at offset 0");
        check("0xg", "`0xg` is not a number, at offset 0");
        check("1e", "`1e` is not a number, at offset 0");
        check("12abc", "`12abc` is not a number, at offset 0");
        check("-", "expected a number behind the sign, at offset 1");
        check("--1", "expected a number behind the sign, at offset 1");
        check("-True", "`True` is not a number, at offset 1");
        check("1+2", "only complex numbers such as `1+2j` are sums, at offset 1");
        check("1j+2j", "a complex number has its real part first, at offset 2");
    }
}
