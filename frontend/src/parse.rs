//! The one place that knows the parser: text in, syntax tree or diagnostics out.
//!
//! The parser and the destructors of its tree recurse without limits, so nesting is measured before it runs.

use npc_base::{Code, Diagnostic, FileId, Source, Span};
use ruff_python_ast as ast;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{LexicalErrorType, ParseErrorType};
use ruff_text_size::{Ranged, TextRange};

/// Deepest nesting of brackets.
const MAX_BRACKETS: usize = 100;
/// Operators in one expression without a comma.
const MAX_CHAIN: usize = 800;
/// Deepest indentation, which is Python's own limit.
const MAX_INDENT: usize = 100;

/// The syntax tree of a file, and where its comments are.
pub(crate) fn parse(source: &Source, file: FileId) -> Result<(ast::ModModule, Vec<TextRange>), Diagnostic> {
    let text = source.text();
    if let Some((message, at)) = too_deep(text) {
        let span = Span { file, start: at as u32, end: at as u32 + 1 };
        return Err(Diagnostic::error(Code::TooLarge, message).label(span, "").help("give parts of it names of their own"));
    }
    if let Some(at) = text.find('\0') {
        let span = Span { file, start: at as u32, end: at as u32 + 1 };
        return Err(Diagnostic::error(Code::SyntaxError, "source code cannot contain null bytes").label(span, ""));
    }
    match ruff_python_parser::parse_module(text) {
        Ok(parsed) => {
            let comments = parsed.tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
            let comments = comments.map(Ranged::range).collect();
            Ok((parsed.into_syntax(), comments))
        }
        Err(error) if matches!(error.error, ParseErrorType::Lexical(LexicalErrorType::UnicodeError)) => {
            Err(unknown_character(text, file, error.range()))
        }
        Err(error) => {
            let range = error.range();
            let span = Span { file, start: range.start().into(), end: range.end().into() };
            let text = error.error.to_string();
            let mut chars = text.chars();
            let message = chars.next().map(|first| first.to_lowercase().collect::<String>() + chars.as_str());
            Err(Diagnostic::error(Code::SyntaxError, message.unwrap_or_default()).label(span, ""))
        }
    }
}

/// True for text that the parser should not see.
pub(crate) fn is_too_deep(text: &str) -> bool {
    too_deep(text).is_some()
}

/// A `"\N{…}"` whose name the parser does not know. In wasm it knows none: their table is larger than all the rest.
fn unknown_character(text: &str, file: FileId, range: TextRange) -> Diagnostic {
    let span = Span { file, start: range.start().into(), end: range.end().into() };
    let name = text.get(span.start as usize..span.end as usize).unwrap_or_default();
    let diagnostic = if cfg!(target_family = "wasm") {
        let message = "names of characters, as in `\\N{DEGREE SIGN}`, are not supported by npc in a page";
        Diagnostic::error(Code::Unsupported, message)
    } else {
        Diagnostic::error(Code::SyntaxError, format!("there is no character with the name `{name}`"))
    };
    diagnostic.label(span, "").help("write the character itself, or its number as in `\\u00b0`")
}

/// An expression in a string (a signature).
pub(crate) fn parse_expression(text: &str) -> Option<ast::Expr> {
    if too_deep(text).is_some() {
        return None;
    }
    ruff_python_parser::parse_expression(text).ok().map(|parsed| *parsed.into_syntax().body)
}

/// What is nested too deeply, and where.
fn too_deep(text: &str) -> Option<(&'static str, usize)> {
    let bytes = text.as_bytes();
    let mut chains = vec![0usize];
    let mut indents: Vec<usize> = Vec::new();
    let mut at = 0;
    let mut line_start = true;
    while at < bytes.len() {
        if line_start && chains.len() == 1 {
            at = measure_indent(bytes, at, &mut indents);
            line_start = false;
            if indents.len() > MAX_INDENT {
                return Some(("too many levels of indentation", at.min(bytes.len() - 1)));
            }
            continue;
        }
        let last = chains.len() - 1;
        match bytes[at] {
            b'#' => at = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |n| at + n) - 1,
            b'"' | b'\'' => {
                let end = skip_string(bytes, at);
                if is_formatted(bytes, at) && nests_too_deeply(&bytes[at..end.min(bytes.len())]) {
                    return Some(("this string is nested too deeply to be compiled", at));
                }
                at = end;
            }
            b'\\' => at += 1,
            b'(' | b'[' | b'{' => {
                chains[last] += 1;
                chains.push(0);
            }
            b')' | b']' | b'}' if last > 0 => {
                chains.pop();
            }
            b',' => chains[last] = 0,
            b'\n' if last == 0 => {
                chains[0] = 0;
                line_start = true;
            }
            b'+' | b'-' | b'*' | b'/' | b'%' | b'@' | b'&' | b'|' | b'^' | b'~' | b'<' | b'>' | b'=' | b'!' | b'.' | b':' => {
                chains[last] += 1;
            }
            b'a'..=b'z' if is_operator_word(bytes, at) => chains[last] += 1,
            _ => {}
        }
        if chains.len() > MAX_BRACKETS {
            return Some(("brackets are nested too deeply to be compiled", at));
        }
        if chains.last().is_some_and(|chain| *chain > MAX_CHAIN) {
            return Some(("this expression has too many operators to be compiled", at));
        }
        at += 1;
    }
    None
}

/// Reads the indentation of a line; returns where its text starts.
fn measure_indent(bytes: &[u8], start: usize, indents: &mut Vec<usize>) -> usize {
    let width = bytes[start..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\x0c')).count();
    let at = start + width;
    if !matches!(bytes.get(at), None | Some(b'\n' | b'\r' | b'#')) {
        while indents.last().is_some_and(|indent| *indent >= width) {
            indents.pop();
        }
        if width > 0 {
            indents.push(width);
        }
    }
    at
}

/// The last byte of a string literal.
fn skip_string(bytes: &[u8], start: usize) -> usize {
    let quote = bytes[start];
    let triple = bytes.get(start + 1) == Some(&quote) && bytes.get(start + 2) == Some(&quote);
    let mut at = start + if triple { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'\n' if !triple => return at - 1,
            byte if byte == quote => {
                if !triple {
                    return at;
                }
                if bytes.get(at + 1) == Some(&quote) && bytes.get(at + 2) == Some(&quote) {
                    return at + 2;
                }
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// True if the quote starts an f-string or a t-string.
fn is_formatted(bytes: &[u8], quote: usize) -> bool {
    let prefix = bytes[..quote].iter().rev().take(2).take_while(|byte| byte.is_ascii_alphabetic());
    prefix.into_iter().any(|byte| matches!(byte, b'f' | b'F' | b't' | b'T'))
}

/// True if the expressions in the text of an f-string have more brackets or operators than any should.
fn nests_too_deeply(text: &[u8]) -> bool {
    let (mut depth, mut chain) = (0_usize, 0);
    for byte in text {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'+' | b'-' | b'*' | b'/' | b'%' | b'@' | b'&' | b'|' | b'^' | b'~' | b'<' | b'>' | b'.' | b':' | b' '
                if depth > 0 =>
            {
                chain += 1;
            }
            b',' | b'"' | b'\'' => chain = 0,
            _ => {}
        }
        if depth == 0 {
            chain = 0;
        }
        if depth > MAX_BRACKETS || chain > MAX_CHAIN {
            return true;
        }
    }
    false
}

fn is_operator_word(bytes: &[u8], at: usize) -> bool {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    if at > 0 && is_name(bytes[at - 1]) {
        return false;
    }
    let word: Vec<u8> = bytes[at..].iter().copied().take_while(|byte| is_name(*byte)).take(8).collect();
    matches!(&word[..], b"and" | b"or" | b"not" | b"if" | b"else" | b"lambda" | b"in" | b"is" | b"await" | b"for" | b"async")
}
