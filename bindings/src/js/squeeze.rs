//! Blanks that JavaScript does not need.
//!
//! The run time is written to be read, in `runtime/`; what is shipped to browsers is the same lines without indentation and
//! without blanks around operators. Lines stay: errors in a user's console name them. Text in strings, templates and
//! regular expressions is left alone.

/// The text without the blanks that it does not need.
pub fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        Line { rest: line, done: &mut squeezed }.squeeze();
        squeezed.push('\n');
    }
    squeezed
}

struct Line<'a> {
    rest: &'a str,
    done: &'a mut String,
}

impl Line<'_> {
    fn squeeze(&mut self) {
        while let Some(next) = self.rest.chars().next() {
            match next {
                ' ' => self.blank(),
                '"' | '\'' | '`' => self.quoted(next),
                '/' if self.rest.starts_with("//") => self.take(self.rest.len()),
                '/' if !self.after_a_value() => self.quoted('/'),
                next => self.take(next.len_utf8()),
            }
        }
    }

    fn take(&mut self, bytes: usize) {
        let (taken, rest) = self.rest.split_at(bytes);
        self.done.push_str(taken);
        self.rest = rest;
    }

    /// A blank stays between two words, and where two signs would become another one.
    fn blank(&mut self) {
        self.rest = self.rest.trim_start();
        let next = self.rest.chars().next();
        let last = self.done.chars().next_back();
        if let (Some(last), Some(next)) = (last, next) {
            if (is_word(last) && is_word(next)) || (last == next && "+-".contains(next)) {
                self.done.push(' ');
            }
        }
    }

    /// A string, a template or a regular expression, as it is; `${…}` of a template too.
    fn quoted(&mut self, quote: char) {
        let mut escaped = false;
        let mut nested = 0;
        let mut before = ' ';
        let end = self.rest.char_indices().skip(1).find(|(_, c)| {
            nested += usize::from(quote == '`' && before == '$' && *c == '{');
            let ends = *c == quote && !escaped && nested == 0;
            nested -= usize::from(nested > 0 && *c == '}');
            escaped = *c == '\\' && !escaped;
            before = *c;
            ends
        });
        self.take(end.map_or(self.rest.len(), |(at, c)| at + c.len_utf8()));
    }

    /// True if a slash here divides.
    fn after_a_value(&self) -> bool {
        self.done.chars().next_back().is_some_and(|last| is_word(last) || ")]".contains(last))
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || "_$#".contains(c) || !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_blanks_go() {
        for (text, expected) in [
            ("  const a = b + +c, d = e - -f;\n\n  return a;", "const a=b+ +c,d=e- -f;\nreturn a;\n"),
            ("x = \"a  b\" + `c ${d ? ` e ` : \"} \"} f` ;", "x=\"a  b\"+`c ${d ? ` e ` : \"} \"} f`;\n"),
            ("v / 2 + w.replace(/ a\\/ /g, b) / 3", "v/2+w.replace(/ a\\/ /g,b)/3\n"),
            ("if (#at in x) y = typeof z;", "if(#at in x)y=typeof z;\n"),
        ] {
            assert_eq!(squeeze(text), expected);
        }
    }
}
