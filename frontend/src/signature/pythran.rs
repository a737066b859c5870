//! Pythran's export comments: `# pythran export f(float64[:, :] order(C), int or float), g(int, float?)`.
//!
//! The grammar is Pythran's own, not Python's, so it has a reader of its own over the bytes of the comment.

use super::declared::{Declared, Dim};
use super::names::{self, Family};
use super::{Signature, errors};
use crate::value::Ty;
use npc_base::{Diagnostic, FileId, Source, Span};
use npc_midend::types::{ArrayType, DType, Layout};
use ruff_text_size::TextRange;

/// One exported function of a comment.
#[derive(Clone, Debug)]
pub(crate) struct Export {
    pub name: String,
    pub name_span: Span,
    pub signature: Signature,
    /// Parameters marked by `?`, which must have a default.
    pub optional: Vec<(usize, Span)>,
}

type Read<T> = Result<T, Diagnostic>;

/// The exports of all comments of a file.
pub(crate) fn exports(source: &Source, file: FileId, comments: &[TextRange]) -> Vec<Read<Vec<Export>>> {
    joined(source, comments).into_iter().map(|text| Cursor { text, at: 0, file }.exports()).collect()
}

/// The text of each export comment, with the places of its bytes; a comment whose brackets are open goes on in the next.
fn joined(source: &Source, comments: &[TextRange]) -> Vec<Vec<(u8, u32)>> {
    let mut all: Vec<Vec<(u8, u32)>> = Vec::new();
    let mut open = false;
    for range in comments {
        let start = usize::from(range.start());
        let text = &source.text()[start..usize::from(range.end())];
        let body = text.trim_start_matches('#');
        let trimmed = body.trim_start();
        let begin = start + text.len() - trimmed.len();
        let (rest, skipped) = match trimmed.strip_prefix("pythran").and_then(|rest| strip_word(rest, "export")) {
            Some(rest) => {
                all.push(Vec::new());
                (rest, trimmed.len() - rest.len())
            }
            None if open => (trimmed, 0),
            None => continue,
        };
        // What follows a second `#` is a remark.
        let rest = rest.split('#').next().unwrap_or_default();
        if let Some(last) = all.last_mut() {
            last.extend(rest.bytes().zip((begin + skipped) as u32..));
            last.push((b' ', range.end().into()));
            let count = |bytes: &[u8]| last.iter().filter(|(byte, _)| bytes.contains(byte)).count();
            open = count(b"([") > count(b")]");
        }
    }
    all
}

/// What follows a word, which blanks must part from what stands before it.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.trim_start();
    if rest.len() == text.len() {
        None
    } else {
        rest.strip_prefix(word).filter(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    }
}

struct Cursor {
    text: Vec<(u8, u32)>,
    at: usize,
    file: FileId,
}

impl Cursor {
    fn exports(mut self) -> Read<Vec<Export>> {
        let mut exports = Vec::new();
        loop {
            exports.push(self.export()?);
            if !self.eat(b',') {
                break;
            }
        }
        match self.peek() {
            None => Ok(exports),
            Some(_) => Err(self.expected("`,` or the end of the comment")),
        }
    }

    fn export(&mut self) -> Read<Export> {
        let start = self.start();
        let mut name = self.word();
        if name == "capsule" || name == "private" {
            let what = format!("`pythran export {name}`");
            return Err(errors::not_yet(self.span_from(start), &what));
        }
        if name.is_empty() {
            return Err(self.expected("the name of a function"));
        }
        let name_span = self.span_from(start);
        if !self.eat(b'(') {
            let message = format!("`{name}` is exported without the types of its parameters");
            return Err(errors::invalid(name_span, message, format!("write `{name}(float64[:], int)`")));
        }
        let (args, optional) = self.parameters()?;
        let text = self.text_from(start);
        let span = Some(self.span_from(start));
        let signature = Signature { args, result: None, span, text };
        Ok(Export { name: std::mem::take(&mut name), name_span, signature, optional })
    }

    fn parameters(&mut self) -> Read<(Vec<Declared>, Vec<(usize, Span)>)> {
        let (mut args, mut optional) = (Vec::new(), Vec::new());
        while !self.eat(b')') {
            let start = self.start();
            args.push(self.choice()?);
            if self.eat(b'?') {
                optional.push((args.len() - 1, self.span_from(start)));
            }
            if !self.eat(b',') && self.peek() != Some(b')') {
                return Err(self.expected("`,` or `)`"));
            }
        }
        Ok((args, optional))
    }

    /// `int or float`
    fn choice(&mut self) -> Read<Declared> {
        let mut declared = self.one()?;
        while self.eat_word("or") {
            declared = declared.or(self.one()?);
        }
        Ok(declared)
    }

    fn one(&mut self) -> Read<Declared> {
        let start = self.start();
        let element = if self.eat(b'(') { self.tuple(start)? } else { self.scalar(start)? };
        if self.peek() == Some(b'[') {
            return self.array(&element, start);
        }
        let mark = self.at;
        let container = self.word();
        match container.as_str() {
            "list" => Err(errors::not_yet(self.span_from(start), "a list")),
            "set" => Err(errors::not_yet(self.span_from(start), "a set")),
            "" if self.peek() == Some(b':') => Err(errors::not_yet(self.span_from(start), "a dict")),
            "" if self.peek() == Some(b'(') => Err(errors::not_yet(self.span_from(start), "a function as an argument")),
            _ => {
                self.at = mark;
                Ok(Declared::Ty(element))
            }
        }
    }

    fn tuple(&mut self, start: usize) -> Read<Ty> {
        let (members, _) = self.parameters()?;
        let types: Option<Vec<Ty>> = members.iter().map(Declared::ty).collect();
        types.map(Ty::Tuple).ok_or_else(|| errors::not_yet(self.span_from(start), "a choice of types in a tuple"))
    }

    fn scalar(&mut self, start: usize) -> Read<Ty> {
        let mut name = self.word();
        while self.peek() == Some(b'.') {
            self.eat(b'.');
            name = self.word();
        }
        if name.is_empty() {
            return Err(self.expected("a type"));
        }
        let span = self.span_from(start);
        match names::scalar(&name, Family::NumPy) {
            Some(ty) => Ok(ty),
            None => Err(match names::later(&name) {
                Some(what) => errors::not_yet(span, what),
                None if name == "slice" => errors::not_yet(span, "a slice as an argument"),
                None => errors::not_a_type(span, &name, Some(&name)),
            }),
        }
    }

    /// `[]`, `[][]`, `[:, :]`, `[::, 3]`, then `order(C)`.
    fn array(&mut self, element: &Ty, start: usize) -> Read<Declared> {
        let Ty::Scalar { dtype, .. } = *element else {
            let help = "elements are numbers: `float64[:]`, `int32[:, :]`";
            return Err(errors::invalid(self.span_from(start), "this is not the type of an array's elements", help));
        };
        let mut dims = Vec::new();
        while self.eat(b'[') {
            self.axes(&mut dims)?;
        }
        if dims.len() > 16 {
            return Err(errors::invalid(self.span_from(start), "an array has at most 16 axes", "name each axis once"));
        }
        let layout = self.order()?;
        Ok(array_type(dtype, dims, layout))
    }

    fn axes(&mut self, dims: &mut Vec<Dim>) -> Read<()> {
        if self.eat(b']') {
            dims.push(Dim::Any);
            return Ok(());
        }
        loop {
            let start = self.start();
            if self.eat(b':') {
                self.eat(b':');
                dims.push(Dim::Any);
            } else {
                let Ok(extent) = self.word().parse::<i64>() else {
                    self.at = start;
                    return Err(self.expected("`:` or an extent"));
                };
                dims.push(Dim::Fixed(extent));
            }
            if self.eat(b']') {
                return Ok(());
            }
            if !self.eat(b',') {
                return Err(self.expected("`,` or `]`"));
            }
        }
    }

    fn order(&mut self) -> Read<Layout> {
        if !self.eat_word("order") {
            return Ok(Layout::ANY);
        }
        if !self.eat(b'(') {
            return Err(self.expected("`(C)` or `(F)`"));
        }
        let start = self.start();
        let layout = match self.word().as_str() {
            "C" => Layout::C,
            "F" => Layout::F,
            _ => {
                return Err(errors::invalid(
                    self.span_from(start),
                    "this is not a memory order",
                    "write `order(C)` or `order(F)`",
                ));
            }
        };
        if self.eat(b')') { Ok(layout) } else { Err(self.expected("`)`")) }
    }

    // ---- bytes

    fn skip_blanks(&mut self) {
        while self.text.get(self.at).is_some_and(|(byte, _)| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn peek(&mut self) -> Option<u8> {
        self.skip_blanks();
        self.text.get(self.at).map(|(byte, _)| *byte)
    }

    fn start(&mut self) -> usize {
        self.skip_blanks();
        self.at
    }

    fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn eat_word(&mut self, wanted: &str) -> bool {
        let mark = self.at;
        let found = self.word() == wanted;
        if !found {
            self.at = mark;
        }
        found
    }

    fn word(&mut self) -> String {
        self.skip_blanks();
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
        let bytes: Vec<u8> = self.text[self.at..].iter().map(|(byte, _)| *byte).take_while(is_word).collect();
        self.at += bytes.len();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn text_from(&self, start: usize) -> String {
        let bytes: Vec<u8> = self.text[start..self.at].iter().map(|(byte, _)| *byte).collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The place of what was read since `start`, or of the next byte.
    fn span_from(&self, start: usize) -> Span {
        let place = |at: usize| self.text.get(at).or(self.text.last()).map_or(0, |(_, place)| *place);
        let first = place(start);
        let last = if self.at > start { place(self.at - 1) + 1 } else { first + 1 };
        Span { file: self.file, start: first, end: last.max(first + 1) }
    }

    fn expected(&mut self, what: &str) -> Diagnostic {
        let start = self.start();
        let span = self.span_from(start);
        let help = "write `# pythran export f(float64[:, :], int)`";
        errors::invalid(span, format!("{what} expected in this export"), help)
    }
}

fn array_type(dtype: DType, dims: Vec<Dim>, layout: Layout) -> Declared {
    let array = ArrayType::new(dtype, dims.len() as u8, layout);
    let plain = dims.iter().all(|dim| *dim == Dim::Any);
    if plain { Declared::Ty(Ty::Array(array)) } else { Declared::Shaped(array, dims) }
}
