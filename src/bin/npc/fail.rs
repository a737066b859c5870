//! Why a command fails, and with which exit code.

use std::io::Write;
use std::process::ExitCode;

/// A failure of a command.
#[derive(Debug)]
pub enum Failure {
    /// The program has errors or raised; everything has been said.
    Program,
    /// The command was not understood.
    Usage(String),
    /// A file cannot be read or written.
    Io(String),
}

impl Failure {
    /// A failure of usage.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure::Usage(message.into())
    }

    /// A failure of input or output.
    pub fn io(message: impl Into<String>) -> Failure {
        Failure::Io(message.into())
    }

    /// Says what is wrong and gives the exit code.
    pub fn report(&self) -> ExitCode {
        let (code, message) = match self {
            Failure::Program => return ExitCode::from(1),
            Failure::Usage(message) => (2, format!("error: {message}\n\nFor more information, try '--help'.")),
            Failure::Io(message) => (2, format!("error: {message}")),
        };
        // Nobody can be told that standard error is gone.
        let _ = writeln!(std::io::stderr(), "{message}");
        ExitCode::from(code)
    }
}
