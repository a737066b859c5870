//! The elements of a page that name other files: scripts, style sheets and pictures.

use std::ops::Range;

/// What an element is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tag {
    /// `<script>…</script>`
    Script,
    /// `<link>`
    Link,
    /// `<img>`
    Img,
}

/// An element that may name another file.
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// Where `<script`, `<link` or `<img` starts.
    pub start: usize,
    /// After `</script>`, or after the tag.
    pub end: usize,
    /// The text of a script; empty for the others.
    pub body: Range<usize>,
    attributes: Attributes,
}

/// Names and values.
type Attributes = Vec<(String, Option<String>)>;

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(found.1.as_deref().unwrap_or_default())
    }

    /// All attributes but some, as they go behind `<script`.
    pub fn attributes_without(&self, names: &[&str]) -> String {
        let mut text = String::new();
        let kept = |known: &str| !names.iter().any(|name| known.eq_ignore_ascii_case(name));
        for (known, value) in self.attributes.iter().filter(|(known, _)| kept(known)) {
            text.push_str(&format!(" {known}"));
            if let Some(value) = value {
                text.push_str(&format!("=\"{}\"", value.replace('"', "&quot;")));
            }
        }
        text
    }
}

/// The tags that are looked for.
const TAGS: [(&str, Tag); 3] = [("<script", Tag::Script), ("<link", Tag::Link), ("<img", Tag::Img)];

/// The elements that may name other files, in order; those in comments do not count.
pub fn elements(page: &str) -> Vec<Element> {
    let lower = page.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = lower[at..].find('<').map(|next| at + next) {
        let rest = &lower[next..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| next + end + 3);
        } else if let Some((name, tag)) = TAGS.into_iter().find(|(name, _)| is_tag(rest, name)) {
            let Some(element) = element(page, &lower, tag, next, next + name.len()) else {
                break;
            };
            at = element.end;
            found.push(element);
        } else {
            at = next + 1;
        }
    }
    found
}

fn is_tag(rest: &str, name: &str) -> bool {
    rest.strip_prefix(name).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_whitespace() || "/>".contains(c)))
}

/// The element from `start` on, whose attributes start at `inside`.
fn element(page: &str, lower: &str, tag: Tag, start: usize, inside: usize) -> Option<Element> {
    let (attributes, body) = attributes(page, inside)?;
    if tag != Tag::Script {
        return Some(Element { tag, start, end: body, body: body..body, attributes });
    }
    let close = body + lower[body..].find("</script")?;
    let end = close + lower[close..].find('>')? + 1;
    Some(Element { tag, start, end, body: body..close, attributes })
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
        let found = elements(page);
        assert_eq!(found.len(), 2);
        assert_eq!(&page[found[0].body.clone()], "x < y");
        assert_eq!(found[0].attribute("type"), Some("module"));
        assert_eq!(found[0].attribute("async"), Some(""));
        assert_eq!(found[0].attributes_without(&["SRC"]), " async type=\"module\" data-x=\"1\"");
        assert_eq!(&page[found[1].body.clone()], "z");
    }

    #[test]
    fn finds_style_sheets_and_pictures() {
        let page = "<link rel=stylesheet href='a.css' /><!-- <img src=no.png> --><linked><IMG alt=\"x > y\" src=b.png>";
        let found = elements(page);
        let tags: Vec<Tag> = found.iter().map(|element| element.tag).collect();
        assert_eq!(tags, [Tag::Link, Tag::Img]);
        assert_eq!(found[0].attribute("href"), Some("a.css"));
        assert_eq!(&page[found[0].start..found[0].end], "<link rel=stylesheet href='a.css' />");
        assert_eq!(found[1].attributes_without(&["src"]), " alt=\"x > y\"");
    }

    #[test]
    fn broken_pages_end_the_search() {
        for page in [
            "<script",
            "<link",
            "<img src=",
            "<script x",
            "<script x=",
            "<script>",
            "<script></script",
            "<script x='>",
            "<!-- <script>",
        ] {
            assert!(elements(page).is_empty(), "{page}");
        }
    }
}
