//! The script elements of a page.

use std::ops::Range;

/// A script element.
pub struct Script {
    /// Where `<script` starts.
    pub start: usize,
    /// After `</script>`.
    pub end: usize,
    /// Its text.
    pub body: Range<usize>,
    attributes: Attributes,
}

/// Names and values.
type Attributes = Vec<(String, Option<String>)>;

impl Script {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(found.1.as_deref().unwrap_or_default())
    }

    /// All attributes but one, as they go behind `<script`.
    pub fn attributes_without(&self, name: &str) -> String {
        let mut text = String::new();
        for (known, value) in self.attributes.iter().filter(|(known, _)| !known.eq_ignore_ascii_case(name)) {
            text.push_str(&format!(" {known}"));
            if let Some(value) = value {
                text.push_str(&format!("=\"{}\"", value.replace('"', "&quot;")));
            }
        }
        text
    }
}

/// The script elements, in order; those in comments do not count.
pub fn scripts(page: &str) -> Vec<Script> {
    let lower = page.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = lower[at..].find('<').map(|next| at + next) {
        let rest = &lower[next..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| next + end + 3);
        } else if rest.starts_with("<script") && rest[7..].starts_with(|c: char| c.is_ascii_whitespace() || "/>".contains(c)) {
            let Some(script) = script(page, &lower, next) else {
                break;
            };
            at = script.end;
            found.push(script);
        } else {
            at = next + 1;
        }
    }
    found
}

fn script(page: &str, lower: &str, start: usize) -> Option<Script> {
    let (attributes, body) = attributes(page, start + "<script".len())?;
    let close = body + lower[body..].find("</script")?;
    let end = close + lower[close..].find('>')? + 1;
    Some(Script { start, end, body: body..close, attributes })
}

/// The attributes from a place inside a tag on, and where the tag ends.
fn attributes(page: &str, mut at: usize) -> Option<(Attributes, usize)> {
    let mut found = Vec::new();
    loop {
        at += page[at..].find(|c: char| !c.is_ascii_whitespace() && c != '/')?;
        if page[at..].starts_with('>') {
            return Some((found, at + 1));
        }
        let end =
            at + 1 + page[at..].char_indices().skip(1).find(|(_, c)| c.is_ascii_whitespace() || "=/>".contains(*c))?.0 - 1;
        let name = page[at..end].to_string();
        at = end + page[end..].find(|c: char| !c.is_ascii_whitespace())?;
        let mut value = None;
        if page[at..].starts_with('=') {
            at += 1;
            at += page[at..].find(|c: char| !c.is_ascii_whitespace())?;
            let quote = page[at..].chars().next().filter(|c| "\"'".contains(*c));
            let (from, end) = match quote {
                Some(quote) => (at + 1, at + 1 + page[at + 1..].find(quote)?),
                None => (at, at + page[at..].find(|c: char| c.is_ascii_whitespace() || c == '>')?),
            };
            value = Some(page[from..end].to_string());
            at = if quote.is_some() { end + 1 } else { end };
        } else if end != at {
            at = end;
        }
        found.push((name, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_scripts() {
        let page = "é<script\n async type = 'module' src=\"a b.js\" data-x=1>x < y</script ><scripted><script/>z</SCRIPT>";
        let found = scripts(page);
        assert_eq!(found.len(), 2);
        assert_eq!(&page[found[0].body.clone()], "x < y");
        assert_eq!(found[0].attribute("type"), Some("module"));
        assert_eq!(found[0].attribute("async"), Some(""));
        assert_eq!(found[0].attributes_without("src"), " async type=\"module\" data-x=\"1\"");
        assert_eq!(&page[found[1].body.clone()], "z");
    }

    #[test]
    fn broken_pages_end_the_search() {
        for page in ["<script", "<script x", "<script x=", "<script>", "<script></script", "<script x='>", "<!-- <script>"] {
            assert!(scripts(page).is_empty(), "{page}");
        }
    }
}
