//! Messages of exceptions that are made at run time.

use crate::cx::{Cx, R};
use crate::stmt::escape;
use crate::value::Val;

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
