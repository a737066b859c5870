//! Messages of exceptions that are made at run time.

use crate::cx::{Cx, R};
use crate::stmt::escape;
use crate::value::{TEXT, Val};
use npc_midend::Module;
use npc_midend::ir::{Op, Value};
use npc_midend::types::Type;

/// What the message of a site is if the text lies in the context.
pub(crate) const MESSAGE: &str = "{text}";

impl Cx<'_> {
    /// `str()` of an exception with these arguments.
    pub fn exception_text(&mut self, exception: &str, args: &[Val]) -> R<Val> {
        match args {
            [] => Ok(Val::Str("".into())),
            // `str()` of a KeyError shows the key as `repr()` does.
            [key] if exception == "KeyError" => match key {
                Val::Str(text) if text.chars().all(|c| c.is_ascii_graphic() || c == ' ') => Ok(Val::Str(quoted(text).into())),
                key => self.repr_of(key),
            },
            [message] => self.str_of(message),
            many => self.repr_of(&Val::Tuple(many.to_vec())),
        }
    }

    /// True if an exception raised so far has its text in the context.
    pub fn raises_text(&self) -> bool {
        self.module.sites.iter().any(|site| site.message == MESSAGE)
    }

    /// The messages of all sites; filled in when they are known.
    pub(super) fn site_table(&mut self) -> Value {
        let data = self.module.constant_data(TABLE);
        let address = self.push1(Op::AddressOf(data), Type::Addr);
        let size = self.int(1 << 30);
        self.push1(Op::ArrayAt(address, size), Type::Array(TEXT))
    }

    /// Raises an exception whose message is a string of any kind.
    pub fn raise_text(&mut self, exception: &str, message: &Val) -> R<()> {
        match message {
            Val::Str(text) => self.raise(exception, &escape(text), &[]),
            text => {
                self.text_call("set_message", vec![text.clone()])?;
                self.raise(exception, MESSAGE, &[]);
            }
        }
        Ok(())
    }
}

/// A string as Python's `repr` shows it, for text without control characters.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\");
    if text.contains('\'') && !text.contains('"') {
        format!("\"{escaped}\"")
    } else {
        format!("'{}'", escaped.replace('\'', "\\'"))
    }
}

/// Stands for the table of messages until all sites are known; no string has such bytes.
const TABLE: &[u8] = b"\xffsites";

/// Puts the messages of all sites where the program reads them: for each site the offset of its message in 4 bytes, then the
/// messages, each with 0xff at its end. In a message 0xf6 stands for the text in the record, and 0xf7 + k for argument k.
pub(crate) fn fill_site_table(module: &mut Module) {
    if !module.data.contains(TABLE) {
        return;
    }
    let (mut offsets, mut messages) = (Vec::new(), Vec::new());
    let start = 4 * module.sites.len();
    for site in &module.sites {
        offsets.extend(((start + messages.len()) as u32).to_le_bytes());
        template(&site.message, &mut messages);
        messages.push(0xff);
    }
    offsets.extend(messages);
    let data = std::mem::take(&mut module.data);
    module.data = data.into_iter().map(|bytes| if bytes == TABLE { offsets.clone() } else { bytes }).collect();
}

fn template(message: &str, to: &mut Vec<u8>) {
    let mut rest = message;
    while let Some(at) = rest.find(['{', '}']) {
        to.extend(&rest.as_bytes()[..at]);
        let tail = &rest[at..];
        let field = tail.strip_prefix('{').and_then(|tail| tail.split_once('}'));
        let known = field.and_then(|(name, after)| match name {
            "text" => Some((0xf6, after)),
            name => Some((0xf7 + name.parse::<u8>().ok().filter(|k| *k < 8)?, after)),
        });
        match known {
            Some((byte, after)) => {
                to.push(byte);
                rest = after;
            }
            None => {
                to.push(tail.as_bytes()[0]);
                rest = tail.strip_prefix("{{").or_else(|| tail.strip_prefix("}}")).unwrap_or(&tail[1..]);
            }
        }
    }
    to.extend(rest.as_bytes());
}
