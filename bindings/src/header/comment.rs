//! Text of users in comments of C.

/// Text for a line of a block comment: it cannot end the comment, and no compiler warns of it.
pub fn in_comment(text: &str) -> String {
    // Trigraphs (`??/` is a backslash), and a backslash that would join this line to the next.
    let text = text.replace("*/", "* /").replace("/*", "/ *").replace("??", "? ?");
    let text: String = text.chars().map(|c| if is_harmless(c) { c } else { ' ' }).collect();
    let text = text.trim_end();
    if text.ends_with('\\') { format!("{text}.") } else { text.to_string() }
}

/// False for control characters, and for those that change the direction in which text is shown.
fn is_harmless(c: char) -> bool {
    let bidi = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !c.is_control() && !bidi && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// A block comment with these lines.
pub fn block(lines: &[String]) -> String {
    match lines {
        [] => String::new(),
        [line] => format!("/** {line} */\n"),
        lines => {
            let lines: String = lines.iter().map(|line| format!(" * {line}").trim_end().to_string() + "\n").collect();
            format!("/**\n{lines} */\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_harmless() {
        assert_eq!(in_comment("a */ b /* c **/"), "a * / b / * c ** /");
        assert_eq!(in_comment("*??/"), "*? ?/");
        assert_eq!(in_comment("C:\\  "), "C:\\.");
        assert_eq!(in_comment("\0\u{7}\u{202e}x"), "   x");
        assert!(!in_comment("/*/").contains("/*") && !in_comment("*/*/").contains("*/"));
    }
}
