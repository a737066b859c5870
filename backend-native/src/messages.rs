//! What can be raised, in words: tables in the object, which the functions of `accessors.rs` read.
//!
//! The tables hold offsets from their own start, so they need no relocation:
//!
//! ```text
//! site:      type, message                  8 bytes each
//! position:  file, line, function           12 bytes each
//! text:      strings that end with 0; in a message, byte 0xf8 + k stands for argument k, 0xf7 for the text in the context
//! ```

use crate::UnsupportedTarget;
use crate::accessors::{Rows, Tables};
use cranelift_module::{DataDescription, Linkage, Module as Assembler};
use npc_midend::Module;
use npc_midend::abi::context;
use npc_midend::interface::RaiseSite;
use rustc_hash::FxHashMap;

/// Stands for argument 0; UTF-8 has no such bytes.
pub const FIRST_ARGUMENT: u8 = 0xf8;
/// Stands for the text in the context.
const TEXT: u8 = FIRST_ARGUMENT - 1;
const SITE_BYTES: u32 = 8;
const POSITION_BYTES: u32 = 12;

/// The messages of a module, in the order of the numbers in the context.
pub struct Messages {
    sites: Vec<RaiseSite>,
    known: FxHashMap<RaiseSite, u32>,
    /// File, line and function.
    positions: Vec<(String, u32, String)>,
}

impl Messages {
    /// What the module can raise.
    pub fn of(module: &Module) -> Messages {
        let file = |at: u32| module.files.get(at as usize).cloned().unwrap_or_default();
        Messages {
            sites: module.sites.iter().cloned().collect(),
            known: FxHashMap::default(),
            positions: module.positions.iter().map(|at| (file(at.file), at.line, at.function.clone())).collect(),
        }
    }

    /// The number of a site beside those of the module.
    pub fn site(&mut self, exception: &str, message: String) -> u32 {
        let site = RaiseSite { exception: exception.to_string(), message };
        let next = self.sites.len() as u32;
        *self.known.entry(site.clone()).or_insert_with(|| {
            self.sites.push(site);
            next
        })
    }

    /// Defines the tables and the functions, whose names start with `prefix`.
    pub fn define(&self, prefix: &str, to: &mut dyn Assembler) -> Result<(), UnsupportedTarget> {
        let data = to.declare_data("npc.messages", Linkage::Local, false, false)?;
        let mut description = DataDescription::new();
        description.set_align(4);
        description.define(self.table().into_boxed_slice());
        to.define_data(data, &description)?;
        Tables {
            data,
            sites: self.sites_at(),
            positions: self.positions_at(),
            none: self.texts_at(),
            texts: self.sites.iter().any(|site| site.message.contains("{text}")),
        }
        .define(prefix, to)
    }

    fn sites_at(&self) -> Rows {
        Rows { index: context::SITE, first: 1, start: 0, count: self.sites.len() as u32, bytes: SITE_BYTES }
    }

    fn positions_at(&self) -> Rows {
        let start = SITE_BYTES * self.sites.len() as u32;
        Rows { index: context::POSITION, first: 0, start, count: self.positions.len() as u32, bytes: POSITION_BYTES }
    }

    /// Where the strings start; the first one is empty.
    fn texts_at(&self) -> u32 {
        self.positions_at().start + POSITION_BYTES * self.positions.len() as u32
    }

    fn table(&self) -> Vec<u8> {
        let mut texts = Texts { start: self.texts_at(), bytes: Vec::new(), known: FxHashMap::default() };
        texts.add(Vec::new());
        let mut words = Vec::new();
        for site in &self.sites {
            words.push(texts.add(site.exception.clone().into_bytes()));
            words.push(texts.add(template(&site.message)));
        }
        for (file, line, function) in &self.positions {
            // Line 0 is no place.
            words.push(if *line == 0 { texts.start } else { texts.add(file.clone().into_bytes()) });
            words.push(*line);
            words.push(texts.add(function.clone().into_bytes()));
        }
        words.iter().flat_map(|word| word.to_le_bytes()).chain(texts.bytes).collect()
    }
}

/// Strings, each once.
struct Texts {
    start: u32,
    bytes: Vec<u8>,
    known: FxHashMap<Vec<u8>, u32>,
}

impl Texts {
    fn add(&mut self, mut text: Vec<u8>) -> u32 {
        // A string of C ends with its first 0.
        text.iter_mut().filter(|byte| **byte == 0).for_each(|byte| *byte = b'?');
        let next = self.start + self.bytes.len() as u32;
        *self.known.entry(text.clone()).or_insert_with(|| {
            self.bytes.extend(text);
            self.bytes.push(0);
            next
        })
    }
}

/// A message with one byte for each `{k}`.
fn template(message: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = message;
    while let Some(at) = rest.find(['{', '}']) {
        bytes.extend(&rest.as_bytes()[..at]);
        let tail = &rest[at..];
        let argument = tail.strip_prefix('{').and_then(|tail| tail.split_once('}'));
        let known = argument.and_then(|(name, after)| match name {
            "text" => Some((TEXT, after)),
            number => Some((FIRST_ARGUMENT + number.parse::<u8>().ok().filter(|k| *k < 8)?, after)),
        });
        match known {
            Some((byte, after)) => {
                bytes.push(byte);
                rest = after;
            }
            None => {
                bytes.push(tail.as_bytes()[0]);
                rest = tail.strip_prefix("{{").or_else(|| tail.strip_prefix("}}")).unwrap_or(&tail[1..]);
            }
        }
    }
    bytes.extend(rest.as_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_of_messages_are_bytes() {
        assert_eq!(template("index {0} of {{x}} in {1}"), b"index \xf8 of {x} in \xf9");
        assert_eq!(template("}} {{{7}}} {8} {"), b"} {\xff} {8} {");
        assert_eq!(template("{text}, {{text}}"), b"\xf7, {text}");
    }
}
