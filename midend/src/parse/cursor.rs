//! A place in the text, and how single words and types are read from there.

use super::{ParseError, Result};
use crate::ir::{Site, Slot, Var};
use crate::types::{ArrayType, DType, Layout, Type};
use cranelift_entity::EntityRef;

pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text, at: 0 }
    }

    pub fn fail<T>(&self, message: impl Into<String>) -> Result<T> {
        let line = self.text[..self.at].matches('\n').count() + 1;
        Err(ParseError { line, message: message.into() })
    }

    /// The text from the next word on.
    pub fn rest(&mut self) -> &'a str {
        loop {
            let rest = self.text[self.at..].trim_start();
            self.at = self.text.len() - rest.len();
            if !rest.starts_with(';') {
                return rest;
            }
            self.at += rest.find('\n').unwrap_or(rest.len());
        }
    }

    pub fn at_end(&mut self) -> bool {
        self.rest().is_empty()
    }

    pub fn peek(&mut self, text: &str) -> bool {
        self.rest().starts_with(text)
    }

    pub fn eat(&mut self, text: &str) -> bool {
        let found = self.peek(text);
        if found {
            self.at += text.len();
        }
        found
    }

    pub fn expect(&mut self, text: &str) -> Result<()> {
        if self.eat(text) { Ok(()) } else { self.fail(format!("expected `{text}`")) }
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Letters, digits, `_`, `.` and `$`.
    pub fn word(&mut self) -> Result<&'a str> {
        let word = self.run(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$'));
        if word.is_empty() { self.fail("expected a word") } else { Ok(word) }
    }

    pub fn eat_word(&mut self, word: &str) -> bool {
        let start = self.at;
        let found = self.word().is_ok_and(|found| found == word);
        if !found {
            self.at = start;
        }
        found
    }

    /// Everything up to a space, a comma or the like.
    pub fn token(&mut self) -> &'a str {
        self.run(|c| !c.is_whitespace() && !matches!(c, ',' | ':' | ';' | '(' | ')' | '{' | '}'))
    }

    pub fn integer(&mut self) -> Result<usize> {
        let digits = self.run(|c| c.is_ascii_digit());
        match digits.parse() {
            Ok(number) => Ok(number),
            Err(_) => self.fail("expected a number"),
        }
    }

    /// A number behind a sign: `%3`, `^1`, `@0`.
    pub fn id(&mut self, sigil: char) -> Result<usize> {
        self.expect(sigil.encode_utf8(&mut [0; 4]))?;
        self.integer()
    }

    /// A number behind a word: `site3`. At most 32 bits.
    pub fn numbered(&mut self, word: &str) -> Result<usize> {
        self.expect(word)?;
        let number = self.integer()?;
        if number < u32::MAX as usize { Ok(number) } else { self.fail("the number is too large") }
    }

    pub fn site(&mut self) -> Result<Site> {
        Ok(Site::new(self.numbered("site")?))
    }

    pub fn slot(&mut self) -> Result<Slot> {
        Ok(Slot::new(self.numbered("slot")?))
    }

    pub fn var(&mut self) -> Result<Var> {
        Ok(Var::new(self.numbered("var")?))
    }

    pub fn small(&mut self) -> Result<u8> {
        match u8::try_from(self.integer()?) {
            Ok(number) => Ok(number),
            Err(_) => self.fail("the number is too large"),
        }
    }

    /// A string as in JSON.
    pub fn string(&mut self) -> Result<String> {
        let rest = self.rest();
        let mut strings = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        match strings.next() {
            Some(Ok(string)) => {
                self.at += strings.byte_offset();
                Ok(string)
            }
            _ => self.fail("expected a string in quotes"),
        }
    }

    pub fn ty(&mut self) -> Result<Type> {
        if self.eat_word("addr") {
            return Ok(Type::Addr);
        }
        if self.eat_word("ref") {
            return Ok(Type::Ref);
        }
        if self.eat_word("vec") {
            return Ok(Type::Vector);
        }
        if !self.eat_word("array") {
            return Ok(Type::Scalar(self.dtype()?));
        }
        self.expect("<")?;
        let dtype = self.dtype()?;
        self.expect(",")?;
        let rank = self.small()?;
        self.expect(",")?;
        let layout = match () {
            () if self.eat_word("C") => Layout::C,
            () if self.eat_word("F") => Layout::F,
            () if self.eat_word("A") => Layout::ANY,
            () => Layout::Trailing(self.small()?),
        };
        self.expect(">")?;
        Ok(Type::Array(ArrayType { dtype, rank, layout }))
    }

    fn dtype(&mut self) -> Result<DType> {
        let word = self.word()?;
        match DType::ALL.into_iter().find(|dtype| dtype.ir_name() == word) {
            Some(dtype) => Ok(dtype),
            None => self.fail(format!("unknown type `{word}`")),
        }
    }
}
