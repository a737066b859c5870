//! Python literals as text: the arguments of `npc run` and the headers of `.npy` files.
//!
//! Understood: `None`, `True`, `False`, integers, floats, `nan` and `inf`, complex numbers, strings, tuples and lists,
//! as Python writes them. Not understood: names, operators, bytes, f-strings, dicts and sets. A tuple at the outside
//! needs no parentheses.

mod number;
mod string;

use thiserror::Error;

use crate::Value;

/// How deep brackets may be nested.
pub const MAX_DEPTH: usize = 200;

/// Why a text is no literal.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}, at offset {offset}")]
pub struct LiteralError {
    /// What is wrong, as a sentence without a period.
    pub message: String,
    /// Where: bytes from the start of the text.
    pub offset: usize,
}

/// Reads one Python value.
///
/// ```
/// use npc_values::{Value, parse_literal};
///
/// assert_eq!(parse_literal("-0x_ff").unwrap(), Value::Int(-255));
/// assert_eq!(parse_literal("[1, 'a']").unwrap().repr(), "[1, 'a']");
/// assert_eq!(parse_literal("[1, a]").unwrap_err().to_string(), "`a` is not a literal; a string needs quotes, at offset 4");
/// ```
pub fn parse_literal(text: &str) -> Result<Value, LiteralError> {
    let mut parser = Parser::new(text);
    let first = parser.value()?;
    let value = if parser.peek() == Some(',') { parser.rest_of_bare_tuple(first)? } else { first };
    parser.expect_end()?;
    Ok(value)
}

/// A place in a text, moving forward.
pub(crate) struct Parser<'a> {
    text: &'a str,
    offset: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, offset: 0, depth: 0 }
    }

    /// Reads one value.
    pub fn value(&mut self) -> Result<Value, LiteralError> {
        match self.peek() {
            Some('(') => self.tuple(),
            Some('[') => Ok(Value::List(self.bracketed(']')?.0)),
            Some('\'' | '"') => self.strings(),
            Some('0'..='9' | '.' | '+' | '-') => self.number(),
            Some(c) if is_word(c) => self.named_value(),
            Some('{') => Err(self.error("dicts and sets are not supported")),
            Some(c) => Err(self.error(format!("expected a value, found `{c}`"))),
            None => Err(self.error("expected a value, found nothing")),
        }
    }

    /// Steps over `wanted` if it is next.
    pub fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.offset += wanted.len_utf8();
        }
        found
    }

    /// Steps over `wanted`, which must be next.
    pub fn expect(&mut self, wanted: char) -> Result<(), LiteralError> {
        if self.eat(wanted) {
            return Ok(());
        }
        let found = self.peek().map_or("nothing".to_owned(), |c| format!("`{c}`"));
        Err(self.error(format!("expected `{wanted}`, found {found}")))
    }

    /// Fails if anything but white space is left.
    pub fn expect_end(&mut self) -> Result<(), LiteralError> {
        match self.peek() {
            None => Ok(()),
            Some(c) => Err(self.error(format!("`{c}` after the end of the value"))),
        }
    }

    /// The next character that is not white space.
    fn peek(&mut self) -> Option<char> {
        self.offset += self.rest().len() - self.rest().trim_ascii_start().len();
        self.rest().chars().next()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn error(&self, message: impl Into<String>) -> LiteralError {
        LiteralError { message: message.into(), offset: self.offset }
    }

    /// Parentheses around one value without a comma are just that.
    fn tuple(&mut self) -> Result<Value, LiteralError> {
        let (mut items, comma) = self.bracketed(')')?;
        match items.pop() {
            Some(only) if items.is_empty() && !comma => Ok(only),
            last => {
                items.extend(last);
                Ok(Value::Tuple(items))
            }
        }
    }

    /// The items between brackets, and whether a comma follows the last.
    fn bracketed(&mut self, close: char) -> Result<(Vec<Value>, bool), LiteralError> {
        let start = self.offset;
        if self.depth == MAX_DEPTH {
            return Err(self.error(format!("brackets are nested more than {MAX_DEPTH} deep")));
        }
        self.depth += 1;
        self.offset += 1;
        let items = self.items(close)?;
        self.depth -= 1;
        if self.peek().is_none() {
            return Err(LiteralError { message: format!("a bracket without its `{close}`"), offset: start });
        }
        self.expect(close)?;
        Ok(items)
    }

    fn items(&mut self, close: char) -> Result<(Vec<Value>, bool), LiteralError> {
        let mut items = vec![];
        let mut comma = false;
        while self.peek().is_some_and(|c| c != close) {
            items.push(self.value()?);
            comma = self.eat(',');
            if !comma {
                break;
            }
        }
        Ok((items, comma))
    }

    fn rest_of_bare_tuple(&mut self, first: Value) -> Result<Value, LiteralError> {
        let mut items = vec![first];
        while self.eat(',') && self.peek().is_some() {
            items.push(self.value()?);
        }
        Ok(Value::Tuple(items))
    }

    fn named_value(&mut self) -> Result<Value, LiteralError> {
        match self.peek_word() {
            "nan" | "inf" | "nanj" | "infj" => self.number(),
            "None" => self.take(Value::None, 4),
            "True" => self.take(Value::Bool(true), 4),
            "False" => self.take(Value::Bool(false), 5),
            word if self.rest()[word.len()..].starts_with(['\'', '"']) => {
                Err(self.error(format!("strings with the prefix `{word}` are not supported")))
            }
            word => Err(self.error(format!("`{word}` is not a literal; a string needs quotes"))),
        }
    }

    fn take(&mut self, value: Value, length: usize) -> Result<Value, LiteralError> {
        self.offset += length;
        Ok(value)
    }

    /// The letters, digits and underscores that come next.
    fn peek_word(&self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the value's repr, or the message.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let outcome = parse_literal(text).map_or_else(|error| error.to_string(), |value| value.repr());
        assert_eq!(outcome, expected, "{text}");
    }

    #[test]
    fn errors_say_what_and_where() {
        check("", "expected a value, found nothing, at offset 0");
        check("(1, 2", "a bracket without its `)`, at offset 0");
        check("(1, 2]", "expected `)`, found `]`, at offset 5");
        check("(,)", "expected a value, found `,`, at offset 1");
        check("[1 2]", "expected `]`, found `2`, at offset 3");
        check("1 2", "`2` after the end of the value, at offset 2");
        check("hello", "`hello` is not a literal; a string needs quotes, at offset 0");
        check("b'x'", "strings with the prefix `b` are not supported, at offset 0");
        check("{1}", "dicts and sets are not supported, at offset 0");
        check("é\u{301}", "`é` is not a literal; a string needs quotes, at offset 0");
    }

    #[test]
    fn nesting_has_a_limit() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        check(&nested(MAX_DEPTH), &nested(MAX_DEPTH));
        check(&nested(MAX_DEPTH + 1), "brackets are nested more than 200 deep, at offset 200");
        check(&"(".repeat(1_000_000), "brackets are nested more than 200 deep, at offset 200");
    }

    #[test]
    fn not_finite_numbers_have_names() {
        check("nan", "nan");
        check("(inf, -inf, +nan)", "(inf, -inf, nan)");
        check("1-infj", "(1-infj)");
        check("nan+nanj", "(nan+nanj)");
        check("(-inf+2j)", "(-inf+2j)");
        check("infinity", "`infinity` is not a literal; a string needs quotes, at offset 0");
    }
}
