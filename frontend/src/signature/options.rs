//! `--sig 'f: int64(int32[:])'`, as often as there are signatures.

use super::reader::Reader;
use super::{Signature, errors};
use crate::cx::{Cx, R};
use crate::value::UserFunc;
use npc_base::{Diagnostic, FileId, Source, Span, closest};
use ruff_text_size::{TextRange, TextSize};

/// The name in a `--sig` and the byte at which its types begin.
fn split(text: &str) -> Option<(&str, usize)> {
    let colon = text.find(':')?;
    let name = text[..colon].trim();
    let plain = !name.is_empty() && name.chars().all(|c| c == '_' || c.is_alphanumeric());
    plain.then_some((name, colon + 1))
}

impl Cx<'_> {
    /// Names in `--sig` must be those of functions.
    pub fn check_option_signatures(&mut self) {
        let functions: Vec<String> = self.user[0].functions.keys().cloned().collect();
        for text in self.options.signatures.clone() {
            let (file, whole) = self.option_source(&text);
            match split(&text) {
                None => {
                    let help = "write `--sig 'f: int64(int32[:])'`";
                    let error = Diagnostic::error(npc_base::Code::SyntaxError, "this `--sig` names no function");
                    self.report(error.label(whole, "").help(help));
                }
                Some((name, _)) if !functions.iter().any(|known| known == name) => {
                    let message = format!("there is no function `{name}` for this `--sig`");
                    let end = text.find(name).unwrap_or_default() + name.len();
                    let span = Span { file, start: (end - name.len()) as u32, end: end as u32 };
                    let error = Diagnostic::error(npc_base::Code::UnknownName, message).label(span, "");
                    self.report(match closest(name, functions.iter().map(String::as_str)) {
                        Some(similar) => error.help(format!("did you mean `{similar}`?")),
                        None => error,
                    });
                }
                Some(_) => {}
            }
        }
    }

    /// The text of an option as a source, so that errors can point into it.
    fn option_source(&mut self, text: &str) -> (FileId, Span) {
        let file = match self.option_files.get(text) {
            Some(file) => *file,
            None => {
                let file = self.sources.add(Source::new("--sig", text));
                self.option_files.insert(text.to_string(), file);
                file
            }
        };
        (file, Span { file, start: 0, end: text.len() as u32 })
    }

    pub(super) fn option_signatures(&mut self, func: &UserFunc) -> R<Vec<Signature>> {
        let mut signatures = Vec::new();
        for text in self.options.signatures.clone() {
            let Some((name, start)) = split(&text) else { continue };
            if name != func.def.name.id.as_str() {
                continue;
            }
            let (file, whole) = self.option_source(&text);
            let read = read(self.sources.get(file), file, start, whole);
            signatures.extend(read.map_err(|error| self.report(error))?);
        }
        Ok(signatures)
    }
}

fn read(source: &Source, file: FileId, start: usize, whole: Span) -> Result<Vec<Signature>, Diagnostic> {
    let text = source.text();
    let shown = text[start..].trim();
    if crate::parse::is_too_deep(text) {
        return Err(errors::not_a_signature(whole, shown, "too deeply nested"));
    }
    let blanks = text[start..].len() - text[start..].trim_start().len();
    let range = TextRange::new(TextSize::new((start + blanks) as u32), TextSize::new(text.len() as u32));
    match ruff_python_parser::parse_expression_range(text, range) {
        Ok(parsed) => Reader::new(source, file, None).signatures(parsed.expr()),
        Err(error) => {
            let span = Span { file, start: error.location.start().into(), end: error.location.end().into() };
            Err(errors::not_a_signature(span, shown, &error.error.to_string().to_lowercase()))
        }
    }
}
