//! `npc completions`: completions for a shell.

use crate::args::{Cli, CompletionsArgs};
use crate::fail::Failure;
use crate::report;
use clap::CommandFactory;

/// Prints the script.
pub fn completions(args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "npc", &mut script);
    report::print(&String::from_utf8_lossy(&script))
}
