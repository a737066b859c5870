//! Strings in quotes, with Python's escapes.

use super::{LiteralError, Parser};
use crate::Value;

impl Parser<'_> {
    /// Reads a string; several in a row are one.
    pub(super) fn strings(&mut self) -> Result<Value, LiteralError> {
        let mut out = String::new();
        while let Some(quote @ ('\'' | '"')) = self.peek() {
            self.string(quote, &mut out)?;
        }
        Ok(Value::Str(out))
    }

    fn string(&mut self, quote: char, out: &mut String) -> Result<(), LiteralError> {
        let start = self.offset;
        let triple = [quote; 3].iter().collect::<String>();
        if self.rest().starts_with(&triple) {
            return Err(self.error("strings in triple quotes are not supported"));
        }
        self.offset += 1;
        while let Some(c) = self.rest().chars().next() {
            match c {
                '\\' => self.escape(out)?,
                '\n' => break,
                _ => {
                    self.offset += c.len_utf8();
                    if c == quote {
                        return Ok(());
                    }
                    out.push(c);
                }
            }
        }
        Err(LiteralError { message: format!("a string without its closing `{quote}`"), offset: start })
    }

    /// Reads an escape. One that Python does not know stands for itself, as in Python.
    fn escape(&mut self, out: &mut String) -> Result<(), LiteralError> {
        let start = self.offset;
        self.offset += 1;
        let Some(c) = self.rest().chars().next() else {
            return Ok(());
        };
        if let '0'..='7' = c {
            return self.octal_escape(out);
        }
        self.offset += c.len_utf8();
        match c {
            '\n' => {}
            '\\' | '\'' | '"' => out.push(c),
            'a' => out.push('\x07'),
            'b' => out.push('\x08'),
            'f' => out.push('\x0c'),
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'v' => out.push('\x0b'),
            'x' => self.hex_escape(2, start, out)?,
            'u' => self.hex_escape(4, start, out)?,
            'U' => self.hex_escape(8, start, out)?,
            'N' => {
                return Err(LiteralError { message: "characters by name are not supported".to_owned(), offset: start });
            }
            _ => out.extend(['\\', c]),
        }
        Ok(())
    }

    /// One to three octal digits.
    fn octal_escape(&mut self, out: &mut String) -> Result<(), LiteralError> {
        let digits = self.rest().chars().take(3).map_while(|c| c.to_digit(8));
        let (length, code) = digits.fold((0, 0), |(length, code), digit| (length + 1, 8 * code + digit));
        self.offset += length;
        out.extend(char::from_u32(code));
        Ok(())
    }

    fn hex_escape(&mut self, length: usize, start: usize, out: &mut String) -> Result<(), LiteralError> {
        let wrong = |message: String| LiteralError { message, offset: start };
        let digits = self.rest().get(..length).filter(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()));
        let Some(digits) = digits else {
            return Err(wrong(format!("this escape needs {length} hexadecimal digits")));
        };
        let code = u32::from_str_radix(digits, 16).ok();
        let Some(c) = code.and_then(char::from_u32) else {
            return Err(wrong(format!("no character has the code {digits}")));
        };
        out.push(c);
        self.offset += length;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Value, parse_literal};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let outcome = parse_literal(text);
        match outcome {
            Ok(Value::Str(text)) => assert_eq!(text, expected),
            Ok(value) => panic!("{text} is {value:?}"),
            Err(error) => assert_eq!(error.to_string(), expected),
        }
    }

    #[test]
    fn escapes_are_pythons() {
        check(r"'a\tb\x41\u00e9\U0001f600\101\0\q\''", "a\tbAé😀A\0\\q'");
        check("'one\\\ntwo'", "onetwo");
        check(r#"'a' "b""#, "ab");
        check("''", "");
        check("'\u{e9}'", "\u{e9}");
    }

    #[test]
    fn malformed_strings_are_errors() {
        check("'abc", "a string without its closing `'`, at offset 0");
        check("'abc\\", "a string without its closing `'`, at offset 0");
        check("'a\nb'", "a string without its closing `'`, at offset 0");
        check(r"'\x4'", "this escape needs 2 hexadecimal digits, at offset 1");
        check(r"'\xé0'", "this escape needs 2 hexadecimal digits, at offset 1");
        check(r"'\ud800'", "no character has the code d800, at offset 1");
        check(r"'\N{DASH}'", "characters by name are not supported, at offset 1");
        check("'''a'''", "strings in triple quotes are not supported, at offset 0");
    }
}
