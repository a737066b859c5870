//! Characters that JavaScript does not need.
//!
//! The run time is written to be read, in `runtime/`; what is shipped to browsers is the same lines without indentation,
//! blanks around operators, the last semicolon of a block, and parentheses around the one parameter of an arrow function.
//! Lines stay: errors in a user's console name them. Text in strings, templates and regular expressions is left alone.

use std::collections::BTreeMap;

/// The text without the characters that it does not need.
pub fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        Line { rest: line, done: &mut squeezed }.squeeze();
        squeezed.push('\n');
    }
    squeezed
}

/// The run time's own names, `$raise` and so on, as `$a`, `$b`…, the frequent ones first. No name of a user's has a `$`.
pub fn shorten(text: &str) -> String {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for name in own_names(text) {
        *uses.entry(name).or_default() += 1;
    }
    let mut names: Vec<_> = uses.into_iter().collect();
    names.sort_by_key(|(name, uses)| (std::cmp::Reverse(*uses), *name));
    names.truncate(26);
    let letter = |name| names.iter().zip('a'..='z').find(|((long, _), _)| *long == name).map(|(_, letter)| letter);
    let mut shortened = String::with_capacity(text.len());
    let mut rest = text;
    for name in own_names(text) {
        let (before, after) = rest.split_once(name).unwrap_or((rest, ""));
        shortened.push_str(before);
        match letter(name) {
            Some(letter) => shortened.extend(['$', letter]),
            None => shortened.push_str(name),
        }
        rest = after;
    }
    shortened + rest
}

/// All words that start with `$`, in order; but not those that the last lines of the file use.
fn own_names(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices('$').filter(|(at, _)| text[at + 1..].starts_with(|c: char| c.is_ascii_lowercase()));
    let word = |(at, _): (usize, &str)| {
        let rest = &text[at + 1..];
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        &text[at..at + 1 + end]
    };
    starts.map(word).filter(|name| !["$bind", "$compile", "$load", "$module"].contains(name))
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
                '}' => self.closing(),
                '=' if self.rest.starts_with("=>") => self.arrow(),
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
        let joins = |(last, next): (char, char)| (is_word(last) && is_word(next)) || (last == next && "+-".contains(next));
        if last.zip(next).is_some_and(joins) {
            self.done.push(' ');
        }
    }

    fn closing(&mut self) {
        let end = self.done.trim_end_matches('\n').len();
        if self.done[..end].ends_with(';') {
            self.done.remove(end - 1);
        }
        self.take(1);
    }

    /// `(x)=>` becomes `x=>`, unless that would join two words.
    fn arrow(&mut self) {
        let parameter = self.done.strip_suffix(')').and_then(|text| text.rsplit_once('('));
        let alone = |(before, name): &(&str, &str)| !name.is_empty() && name.chars().all(is_word) && !before.ends_with(is_word);
        if let Some((before, name)) = parameter.filter(alone) {
            *self.done = format!("{before}{name}");
        }
        self.take(2);
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
    fn own_names_become_letters() {
        assert_eq!(shorten("$go(`$${$go} ${x}`, $goes, $bind)"), "$a(`$${$a} ${x}`, $b, $bind)");
    }

    #[test]
    fn only_what_is_not_needed_goes() {
        for (text, expected) in [
            ("  const a = b + +c, d = e - -f;\n\n  return a;", "const a=b+ +c,d=e- -f;\nreturn a;\n"),
            ("x = \"a  b\" + `c ${d ? ` e ` : \"} \"} f` ;", "x=\"a  b\"+`c ${d ? ` e ` : \"} \"} f`;\n"),
            ("v / 2 + w.replace(/ a\\/ /g, b) / 3", "v/2+w.replace(/ a\\/ /g,b)/3\n"),
            ("f((x) => { g(x); });\n  if (a) {\n    b;\n  }", "f(x=>{g(x)});\nif(a){\nb\n}\n"),
            ("return (x) => (y, z) => x;", "return(x)=>(y,z)=>x;\n"),
            ("if (#at in x) y = typeof z;", "if(#at in x)y=typeof z;\n"),
        ] {
            assert_eq!(squeeze(text), expected);
        }
    }
}
