//! `npc completions`: completions for a shell.

use crate::args::{Cli, CompletionsArgs};
use crate::fail::Failure;
use crate::report;
use clap::CommandFactory;
use clap::builder::PossibleValuesParser;
use npc::Code;

/// Prints the script.
pub fn completions(args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "npc", &mut script);
    report::print(&String::from_utf8_lossy(&script))
}

/// The command line, with the codes that `npc explain` knows. It takes other texts as well, to say what was meant.
fn command() -> clap::Command {
    let codes = PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str()));
    Cli::command().mut_subcommand("explain", |explain| explain.mut_arg("code", |code| code.value_parser(codes)))
}
