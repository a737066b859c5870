//! `npc check`: errors and warnings, and nothing written.

use crate::args::CheckArgs;
use crate::fail::Failure;
use crate::{input, report};
use npc::{Options, compile_with};

/// Compiles and says what was found.
pub fn check(args: &CheckArgs) -> Result<(), Failure> {
    let options = Options { numba: args.numba, ..input::options(&args.compile)? };
    let messages = &args.compile.messages;
    let source = input::source(&args.file, messages)?;
    let loader = input::Folders::of(&args.file, &args.compile.path);
    let program = input::accepted(compile_with(&source, &loader, &options), messages)?;
    report::remarks(&program, args.compile.remarks.as_deref())?;
    if messages.quiet {
        return Ok(());
    }
    let functions = program.interface().functions.len();
    let plural = if functions == 1 { "" } else { "s" };
    report::print(&format!("{}: {functions} function{plural}, no errors\n", source.name()))
}
