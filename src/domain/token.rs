//! The words of a domain comment.

use super::{Number, Wrong};

/// A word, with the bytes of the source that it stands at.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// First byte, and one past the last.
    pub at: (usize, usize),
}

/// The kinds of words.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `x`, `len`, `inf`.
    Name(String),
    /// `10`, `1e-3`.
    Number(Number),
    /// `<=`, `..`, `(`.
    Sign(&'static str),
    /// Nothing is left.
    End,
}

const SIGNS: [&str; 15] = ["<=", ">=", "..", "<", ">", ":", ",", "(", ")", "{", "}", "[", "]", ".", "+"];

/// The words of a text that starts at byte `start` of its file.
pub fn tokens(text: &str, start: usize) -> Result<Vec<Token>, Wrong> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let at = start + text.len() - rest.len();
        let (kind, length) = match first {
            c if c.is_whitespace() => {
                rest = &rest[c.len_utf8()..];
                continue;
            }
            c if c == '_' || c.is_alphabetic() => name(rest),
            c if c.is_ascii_digit() => number(rest, at)?,
            '.' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => number(rest, at)?,
            '-' => (Kind::Sign("-"), 1),
            c => sign(rest).ok_or_else(|| Wrong::new((at, at + c.len_utf8()), format!("`{c}` has no meaning in a domain")))?,
        };
        tokens.push(Token { kind, at: (at, at + length) });
        rest = &rest[length..];
    }
    let end = start + text.len();
    tokens.push(Token { kind: Kind::End, at: (end.saturating_sub(1).max(start), end) });
    Ok(tokens)
}

fn name(text: &str) -> (Kind, usize) {
    let length = text.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(text.len());
    (Kind::Name(text[..length].to_string()), length)
}

fn sign(text: &str) -> Option<(Kind, usize)> {
    let sign = SIGNS.into_iter().find(|sign| text.starts_with(sign))?;
    Some((Kind::Sign(sign), sign.len()))
}

/// A number; the dots of `1..64` do not belong to it.
fn number(text: &str, at: usize) -> Result<(Kind, usize), Wrong> {
    let bytes = text.as_bytes();
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        let next = bytes.get(length + 1);
        let exponent = length > 0 && matches!(bytes[length - 1], b'e' | b'E');
        match byte {
            b'0'..=b'9' | b'_' | b'e' | b'E' => {}
            b'.' if next != Some(&b'.') => {}
            b'+' | b'-' if exponent => {}
            _ => break,
        }
        length += 1;
    }
    let digits = text[..length].replace('_', "");
    let int = digits.parse().ok().map(Number::Int);
    let number = int.or_else(|| digits.parse().ok().map(Number::Float));
    let number = number.ok_or_else(|| Wrong::new((at, at + length), format!("`{}` is not a number", &text[..length])))?;
    Ok((Kind::Number(number), length))
}
