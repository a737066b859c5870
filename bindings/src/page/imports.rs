//! Where a piece of JavaScript names the modules that it imports.
//!
//! A small lexer: it knows strings, templates, comments and regular expressions well enough not to be led astray by
//! what stands in them, and looks for `import … from "x"`, `import "x"`, `import("x")` and `export … from "x"`.

use std::ops::Range;

/// The places of all module names, without their quotes, in order.
pub fn specifiers(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (k, token) in tokens.iter().enumerate() {
        let after_dot = k > 0 && tokens[k - 1].is(text, ".");
        if !after_dot && (token.is(text, "import") || token.is(text, "export")) {
            found.extend(specifier(text, &tokens[k..]));
        }
    }
    found
}

/// The module that a statement from `import` or `export` on names.
fn specifier(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let (first, rest) = tokens.split_first()?;
    let next = rest.first()?;
    if first.is(text, "import") {
        if next.string {
            return Some(next.inner());
        }
        if next.is(text, "(") {
            let closed = rest.get(2).is_some_and(|token| token.is(text, ")") || token.is(text, ","));
            return rest.get(1).filter(|name| name.string && closed).map(Token::inner);
        }
    } else if !next.is(text, "{") && !next.is(text, "*") {
        return None;
    }
    // The clause: names, braces, commas, stars.
    let clause = rest
        .iter()
        .take_while(|token| token.string || token.word || ["{", "}", ",", "*"].iter().any(|mark| token.is(text, mark)));
    let clause: Vec<_> = clause.collect();
    let from = clause.windows(2).find(|pair| pair[0].is(text, "from") && pair[1].string)?;
    Some(from[1].inner())
}

struct Token {
    range: Range<usize>,
    string: bool,
    word: bool,
}

impl Token {
    fn is(&self, text: &str, expected: &str) -> bool {
        !self.string && &text[self.range.clone()] == expected
    }

    fn inner(&self) -> Range<usize> {
        self.range.start + 1..self.range.end - 1
    }
}

/// Words that an expression follows, so that a `/` after them starts a regular expression.
const BEFORE_EXPRESSION: [&str; 13] =
    ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "yield", "await"];

fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token> = Vec::new();
    // One entry for each open template: the depth of braces inside its `${`.
    let mut templates: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = &text[at..];
        let (mut string, mut word) = (false, false);
        let end = match byte {
            _ if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            b'/' if rest.starts_with("//") => {
                at += rest.find('\n').unwrap_or(rest.len());
                continue;
            }
            b'/' if rest.starts_with("/*") => {
                at += rest.find("*/").map_or(rest.len(), |end| end + 2);
                continue;
            }
            b'/' if starts_expression(text, tokens.last()) => regex_end(bytes, at),
            b'"' | b'\'' => {
                let end = string_end(bytes, at);
                string = bytes[end - 1] == byte && end > at + 1;
                end
            }
            b'`' => template_end(bytes, at + 1, &mut templates),
            b'}' if templates.last() == Some(&0) => {
                templates.pop();
                template_end(bytes, at + 1, &mut templates)
            }
            _ if is_word(byte) => {
                word = true;
                at + bytes[at..].iter().take_while(|byte| is_word(**byte)).count()
            }
            _ => {
                match (byte, templates.last_mut()) {
                    (b'{', Some(depth)) => *depth += 1,
                    (b'}', Some(depth)) => *depth -= 1,
                    _ => {}
                }
                at + 1
            }
        };
        tokens.push(Token { range: at..end, string, word });
        at = end;
    }
    tokens
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'#') || byte >= 0x80
}

fn starts_expression(text: &str, last: Option<&Token>) -> bool {
    match last {
        None => true,
        Some(token) if token.word => BEFORE_EXPRESSION.iter().any(|word| token.is(text, word)),
        Some(token) => {
            !token.string && !matches!(&text[token.range.clone()], ")" | "]" | "}") && !text[..token.range.end].ends_with('`')
        }
    }
}

/// After the closing quote, or at the end of the line.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' => return at,
            byte if byte == bytes[start] => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// After the closing backtick, or after `${`, which opens an expression.
fn template_end(bytes: &[u8], mut at: usize, templates: &mut Vec<usize>) -> usize {
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'`' => return at + 1,
            b'$' if bytes.get(at + 1) == Some(&b'{') => {
                templates.push(0);
                return at + 2;
            }
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// After the closing slash, or at the end of the line.
fn regex_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    let mut class = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'[' => class = true,
            b']' => class = false,
            b'/' if !class => return at + 1,
            b'\n' => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = specifiers(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn imports_and_exports() {
        check("import a from 'a'; import{b as c}from\"b\"; import * as d from 'd'", &["a", "b", "d"]);
        check("import e, { f } from './e.js'\nimport './g.js'", &["./e.js", "./g.js"]);
        check("const h = await import('h'); import(x); import(`y`); import('a' + b)", &["h"]);
        check("export { a } from 'a'; export * as b from 'b'; export * from 'c'", &["a", "b", "c"]);
        check("export const from = 'a'; export { x }; 'b'; export default from\n'c'", &[]);
        check("import { default as x } from 'a'; import.meta.url; y.import('b')", &["a"]);
        check("import {größe} from 'ä'", &["ä"]);
    }

    #[test]
    fn what_only_looks_like_one() {
        check("// import 'a'\n/* import 'b' */ 'import \"c\"'; `import 'd'`; x = /import 'e'/", &[]);
        check("`${`${import('a')}`} import 'b' ${ {x: '}'} }`; import 'c'", &["a", "c"]);
        check("a = b / c; import 'd'; e = 'f' / 2", &["d"]);
        check("x = /[/'\"]/; import 'a'", &["a"]);
        check("'unclosed\nimport 'a'", &["a"]);
        check("'", &[]);
        check("`", &[]);
        check("import", &[]);
        check("/", &[]);
        check("'\\", &[]);
    }
}
