//! Pages in one file.
//!
//! A browser does not load a module from beside a page that was opened from `file://`, but it takes `data:` URLs there.
//! So every import of the page's module scripts that can be resolved becomes one: the scripts stay as they were
//! written, names, order and namespaces keep their meaning, and a module imported twice is still one module.
//!
//! ```text
//! <script type="module">                              <script type="module">
//! import { blur } from "./kernels.js";        →       import { blur } from "data:text/javascript;charset=utf-8,…";
//! ```
//!
//! What else a page takes from files beside it goes in the same way, where it stands: a script with a local `src`, also
//! one that is only text (`<script type="text/x-python" src="kernels.py">` to show it), a style sheet, a picture.

mod html;
mod imports;

use html::{Element, Tag};
use std::fmt;

/// Why a page cannot be put into one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PageError {
    /// A script of the page needs a file that is not known.
    Missing {
        /// What the script asks for, relative to the page.
        module: String,
    },
    /// Modules import each other in a circle, which no URL that holds its own text can express.
    Cycle {
        /// A module of the circle.
        module: String,
    },
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PageError::Missing { module } => {
                write!(f, "the page imports `{module}`, which was not found")
            }
            PageError::Cycle { module } => {
                write!(f, "`{module}` imports itself through other modules")
            }
        }
    }
}

impl std::error::Error for PageError {}

/// The page with everything in it that its scripts import, and the scripts, style sheets and pictures that it names.
///
/// `files` gives the text of a file by its path relative to the page, as the page writes it: `./kernels.js`; of a
/// picture its `data:` address. What a module script needs must be found; packages and addresses (`three`, `https://…`)
/// stay as they are if they are not, and so do other scripts, style sheets and pictures.
pub fn page(template: &str, files: &dyn Fn(&str) -> Option<String>) -> Result<String, PageError> {
    let mut inliner = Inliner { files, open: Vec::new() };
    let mut text = String::new();
    let mut done = 0;
    for element in html::elements(template) {
        text.push_str(&template[done..element.start]);
        match inliner.element(template, &element)? {
            Some(inside) => text.push_str(&inside),
            None => text.push_str(&template[element.start..element.end]),
        }
        done = element.end;
    }
    text.push_str(&template[done..]);
    Ok(text)
}

struct Inliner<'a> {
    files: &'a dyn Fn(&str) -> Option<String>,
    /// The modules that are being put in, outermost first.
    open: Vec<String>,
}

impl Inliner<'_> {
    /// What stands in the place of an element; `None` where it stays as it is.
    fn element(&mut self, page: &str, element: &Element) -> Result<Option<String>, PageError> {
        match element.tag {
            Tag::Script => self.script(page, element),
            Tag::Link => Ok(self.style_sheet(element)),
            Tag::Img => Ok(self.picture(element)),
        }
    }

    fn script(&mut self, page: &str, script: &Element) -> Result<Option<String>, PageError> {
        let module = script.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("module"));
        match script.attribute("src") {
            Some(src) => {
                let text = self.source(src, module)?;
                Ok(text.map(|text| format!("<script{}>\n{}</script>", script.attributes_without(&["src"]), in_script(&text))))
            }
            None if module => {
                let body = self.imports(&page[script.body.clone()], ".")?;
                Ok(Some(format!("{}{body}{}", &page[script.start..script.body.start], &page[script.body.end..script.end])))
            }
            None => Ok(None),
        }
    }

    /// `<link rel="stylesheet" href="page.css">` as a style element.
    fn style_sheet(&self, link: &Element) -> Option<String> {
        let style = link.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("stylesheet"));
        let text = self.local(link.attribute("href").filter(|_| style)?)?;
        Some(format!("<style{}>\n{}</style>", link.attributes_without(&["rel", "href"]), in_style(&text)))
    }

    /// `<img src="picture.png">` with its picture inside.
    fn picture(&self, img: &Element) -> Option<String> {
        let address = self.local(img.attribute("src")?)?;
        Some(format!("<img{} src=\"{address}\">", img.attributes_without(&["src"])))
    }

    /// The text of a file beside the page.
    fn local(&self, path: &str) -> Option<String> {
        if path.contains(':') {
            return None;
        }
        (self.files)(path).or_else(|| (self.files)(&format!("./{path}")))
    }

    /// The text of a script file; a classic script that is not known is left where it is.
    fn source(&mut self, src: &str, module: bool) -> Result<Option<String>, PageError> {
        let path = if is_path(src) || src.contains(':') { src.to_string() } else { format!("./{src}") };
        match (self.files)(src).or_else(|| (self.files)(&path)) {
            Some(text) if module => self.inside(&path, &text).map(Some),
            Some(text) => Ok(Some(text)),
            None if module && is_path(&path) => Err(PageError::Missing { module: src.to_string() }),
            None => Ok(None),
        }
    }

    /// A module's text with its own imports resolved.
    fn inside(&mut self, path: &str, text: &str) -> Result<String, PageError> {
        if self.open.iter().any(|open| open == path) {
            return Err(PageError::Cycle { module: path.to_string() });
        }
        self.open.push(path.to_string());
        let folder = path.rsplit_once('/').map_or(".", |(folder, _)| folder);
        let text = self.imports(text, folder);
        self.open.pop();
        text
    }

    /// The text with the modules that it imports in place of their names.
    fn imports(&mut self, text: &str, folder: &str) -> Result<String, PageError> {
        let mut result = String::new();
        let mut done = 0;
        for specifier in imports::specifiers(text) {
            let path = resolve(folder, &text[specifier.clone()]);
            let Some(module) = (self.files)(&path) else {
                if is_path(&path) {
                    return Err(PageError::Missing { module: path });
                }
                continue;
            };
            let module = self.inside(&path, &module)?;
            result.push_str(&text[done..specifier.start]);
            result.push_str(&data_url(&module));
            done = specifier.end;
        }
        result.push_str(&text[done..]);
        Ok(result)
    }
}

fn is_path(specifier: &str) -> bool {
    specifier.starts_with("./") || specifier.starts_with("../") || specifier.starts_with('/')
}

/// A specifier in a module of the folder, relative to the page.
fn resolve(folder: &str, specifier: &str) -> String {
    if !specifier.starts_with('.') || folder == "." {
        return specifier.to_string();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| *part != ".").collect();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if is_path(&path) { path } else { format!("./{path}") }
}

/// A module as an address; nothing in it ends a string or a script element.
///
/// A space inside an address that is not hierarchical stands for itself (URL Standard, "opaque path"), which makes pages
/// a sixth smaller; spaces at the end would be dropped, and do not matter in a module.
fn data_url(text: &str) -> String {
    let mut url = String::from("data:text/javascript;charset=utf-8,");
    for byte in text.trim_end().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => url.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'(' | b')' | b'+' | b'/' | b'=' | b',' | b';' | b':' | b'@' | b'$'
            | b'&' | b'?' | b'[' | b']' | b'{' | b'}' | b'|' | b'^' | b' ' | b'>' | b'`' => url.push(char::from(byte)),
            byte => url.push_str(&format!("%{byte:02X}")),
        }
    }
    url
}

/// JavaScript for the inside of a script element: in strings and templates `\/` and `\!` mean the same.
fn in_script(text: &str) -> String {
    escaped(text, &["/script", "!--"])
}

/// CSS for the inside of a style element: in strings `\/` means the same.
fn in_style(text: &str) -> String {
    escaped(text, &["/style"])
}

/// The text with a backslash behind every `<` that one of the endings follows.
fn escaped(text: &str, endings: &[&str]) -> String {
    let mut safe = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, after) = rest.split_at(at + 1);
        safe.push_str(before);
        let starts = |prefix: &str| after.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        if endings.iter().any(|ending| starts(ending)) {
            safe.push('\\');
        }
        rest = after;
    }
    safe.push_str(rest);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(path: &str) -> Option<String> {
        let text = match path {
            "./kernels.js" => "export const f = \"</SCRIPT>#%\";",
            "./lib/app.js" => "import { f } from '../kernels.js'; export { f };",
            "./a.js" => "import './b.js'",
            "./b.js" => "import './a.js'",
            "./page.css" => "p::after { content: \"</STYLE><p>\" }",
            "./k.py" => "def f():\n    return \"</script>\"\n",
            "./k.png" => "data:image/png;base64,AA==",
            _ => return None,
        };
        Some(text.to_string())
    }

    const KERNELS: &str = "data:text/javascript;charset=utf-8,export const f = %22%3C/SCRIPT>%23%25%22;";

    #[test]
    fn imports_become_addresses() {
        for (template, expected) in [
            (
                "<script type=module>import { f } from \"./kernels.js\";\nf()</script>",
                format!("<script type=module>import {{ f }} from \"{KERNELS}\";\nf()</script>"),
            ),
            (
                "<SCRIPT defer TYPE='Module'>import * as k from './kernels.js'; import x from 'three'</SCRIPT>",
                format!("<SCRIPT defer TYPE='Module'>import * as k from '{KERNELS}'; import x from 'three'</SCRIPT>"),
            ),
            (
                "<script type=module src=kernels.js async></script>!",
                "<script type=\"module\" async>\nexport const f = \"<\\/SCRIPT>#%\";</script>!".to_string(),
            ),
            (
                "<script src=other.js></script><script>import('./kernels.js')</script>",
                "<script src=other.js></script><script>import('./kernels.js')</script>".to_string(),
            ),
            (
                "<!-- <script type=module>import './no.js'</script> --><p>",
                "<!-- <script type=module>import './no.js'</script> --><p>".to_string(),
            ),
            (
                "<script type=module>import 'https://x.org/y.js'</script>",
                "<script type=module>import 'https://x.org/y.js'</script>".to_string(),
            ),
        ] {
            assert_eq!(page(template, &files), Ok(expected));
        }
    }

    #[test]
    fn what_a_page_names_goes_in() {
        for (template, expected) in [
            (
                "<link rel=stylesheet media=print href=page.css>.",
                "<style media=\"print\">\np::after { content: \"<\\/STYLE><p>\" }</style>.",
            ),
            ("<link rel=icon href=page.css>", "<link rel=icon href=page.css>"),
            ("<link rel=stylesheet href=no.css>", "<link rel=stylesheet href=no.css>"),
            ("<link rel=stylesheet href=https://x.org/page.css>", "<link rel=stylesheet href=https://x.org/page.css>"),
            (
                "<script type='text/x-python' src='k.py'></script>",
                "<script type=\"text/x-python\">\ndef f():\n    return \"<\\/script>\"\n</script>",
            ),
            ("<img alt='A k' src=./k.png>", "<img alt=\"A k\" src=\"data:image/png;base64,AA==\">"),
            ("<img src=no.png><img>", "<img src=no.png><img>"),
        ] {
            assert_eq!(page(template, &files).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn modules_of_modules() {
        let text = page("<script type=module>import './lib/app.js'</script>", &files).expect("all is there");
        let inner = data_url(KERNELS);
        assert!(text.contains(inner.strip_prefix("data:text/javascript;charset=utf-8,").unwrap_or("?")));
        let missing = page("<script type=module>import './no.js'</script>", &files);
        assert_eq!(missing, Err(PageError::Missing { module: "./no.js".into() }));
        let cycle = page("<script type=module>import './a.js'</script>", &files);
        assert_eq!(cycle, Err(PageError::Cycle { module: "./a.js".into() }));
    }

    #[test]
    fn paths_are_relative_to_the_page() {
        for (folder, specifier, expected) in [
            (".", "./k.js", "./k.js"),
            ("./lib", "./k.js", "./lib/k.js"),
            ("./lib/a", "../k.js", "./lib/k.js"),
            ("./lib", "../../k.js", "../k.js"),
            ("/lib", "./k.js", "/lib/k.js"),
            ("./lib", "three", "three"),
        ] {
            assert_eq!(resolve(folder, specifier), expected);
        }
    }
}
