//! Quoting of text that is not trusted.

/// A JavaScript string, harmless in a script element as well.
pub fn js_string(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// Text for the inside of a block comment: it cannot close it, nor a script element around it.
pub fn in_comment(text: &str) -> String {
    text.replace("*/", "*\\/").replace("</", "<\\/").replace("<!--", "<\\!--").replace(['\u{2028}', '\u{2029}', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_harmless() {
        assert_eq!(js_string("</script>\u{2028}`\"\n"), "\"\\u003c/script>\\u2028`\\\"\\n\"");
        assert_eq!(in_comment("a */ b </script> **/"), "a *\\/ b <\\/script> **\\/");
        assert!(!in_comment("*/*/").contains("*/"));
    }
}
