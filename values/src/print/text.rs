//! Strings as Python writes them in code.

use std::fmt::Write;

/// `repr(text)`: in single quotes, unless only these occur in the text.
pub(super) fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            c if is_printable(c) => out.push(c),
            c => push_code_point(&mut out, c),
        }
    }
    out.push(quote);
    out
}

fn push_code_point(out: &mut String, c: char) {
    let code = u32::from(c);
    // Writing to a string does not fail.
    let _ = match code {
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// Rust decides by the same categories as Python. In the middle of a string it leaves combining characters alone, as
/// Python does, which is why a letter goes in front.
fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    let mut bytes = [0; 5];
    bytes[0] = b'a';
    let length = 1 + c.encode_utf8(&mut bytes[1..]).len();
    std::str::from_utf8(&bytes[..length]).is_ok_and(|text| text.escape_debug().count() == 2)
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_are_pythons() {
        assert_eq!(quoted("it's"), "\"it's\"");
        assert_eq!(quoted("\"it's\""), "'\"it\\'s\"'");
        assert_eq!(quoted("a\tb\\\0\x7f"), "'a\\tb\\\\\\x00\\x7f'");
        assert_eq!(quoted("é\u{301}\u{a0}\u{200b}\u{e000}😀\u{10ffff}"), "'é\u{301}\\xa0\\u200b\\ue000😀\\U0010ffff'");
    }
}
