//! Exceptions that a call raises.

use npc_midend::host::Raised;
use npc_midend::interface::Interface;
use std::fmt;

/// Why a call through a host has no result.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The program raised an exception; its error record.
    Raised(Raised),
    /// The host could not make the call: a Python exception type and a message.
    Host {
        /// Type of the exception that says it best: `MemoryError`.
        exception: &'static str,
        /// What is wrong.
        message: String,
    },
}

/// What a call with values fails with.
pub type CallError = Exception;

/// A place in the traceback of an exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The source file.
    pub file: String,
    /// The line, 1-based.
    pub line: u32,
    /// The function that the line belongs to.
    pub function: String,
}

/// A Python exception, raised by the program or by the call of it.
///
/// It compares with the name of a type: `error == "IndexError"`. It is shown as the last line of Python's own report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Its type: `IndexError`.
    pub exception: String,
    /// Its message.
    pub message: String,
    /// Where it was raised, innermost last; empty if the call itself is wrong. In the middle of a very long one stands a
    /// frame with line 0 whose function is a sentence: how many are left out.
    pub traceback: Vec<Frame>,
}

impl Exception {
    pub(crate) fn new(exception: &str, message: impl Into<String>) -> Exception {
        Exception { exception: exception.to_string(), message: message.into(), traceback: Vec::new() }
    }

    pub(crate) fn type_error(message: impl Into<String>) -> Exception {
        Exception::new("TypeError", message)
    }

    /// The exception of a failed call, in the words of the program's interface.
    pub fn from_failure(interface: &Interface, failure: Failure) -> Exception {
        match failure {
            Failure::Raised(raised) => from_record(interface, &raised),
            Failure::Host { exception, message } => Exception::new(exception, message),
        }
    }

    /// The traceback as Python prints it, with a newline at the end; empty if there is none.
    pub fn traceback_text(&self) -> String {
        if self.traceback.is_empty() {
            return String::new();
        }
        let line = |frame: &Frame| match frame.line {
            0 => format!("  {}\n", frame.function),
            line => format!("  File \"{}\", line {line}, in {}\n", frame.file, frame.function),
        };
        let lines: String = self.traceback.iter().map(line).collect();
        format!("Traceback (most recent call last):\n{lines}")
    }
}

fn from_record(interface: &Interface, raised: &Raised) -> Exception {
    let Some(site) = interface.site(raised.site) else {
        return Exception::new("SystemError", format!("the error record names site {}, which is not there", raised.site));
    };
    let frames = |positions: &[u32]| -> Vec<Frame> {
        positions.iter().filter(|at| **at > 0).filter_map(|at| frame(interface, *at)).collect()
    };
    let mut traceback = frames(&raised.trace.outer);
    if raised.trace.omitted > 0 {
        let function = format!("… {} frames more", raised.trace.omitted);
        traceback.push(Frame { file: String::new(), line: 0, function });
    }
    traceback.extend(frames(&raised.trace.inner));
    traceback.extend(frames(&[raised.position]));
    Exception { exception: site.exception.clone(), message: site.format_with(&raised.args, &raised.text), traceback }
}

fn frame(interface: &Interface, position: u32) -> Option<Frame> {
    let at = interface.positions.get(position as usize)?;
    let file = interface.files.get(at.file as usize).cloned().unwrap_or_default();
    Some(Frame { file, line: at.line, function: at.function.clone() })
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.exception)?;
        if self.message.is_empty() { Ok(()) } else { write!(f, ": {}", self.message) }
    }
}

impl std::error::Error for Exception {}

impl PartialEq<str> for Exception {
    fn eq(&self, exception: &str) -> bool {
        self.exception == exception
    }
}

impl PartialEq<&str> for Exception {
    fn eq(&self, exception: &&str) -> bool {
        self.exception == *exception
    }
}
