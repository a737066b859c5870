//! `npc completions`: completions for a shell.

use crate::args::{Cli, CompletionsArgs};
use crate::fail::Failure;
use crate::report;
use clap::CommandFactory;
use clap::builder::PossibleValuesParser;
use clap_complete::Shell;
use npc::Code;

/// Prints the script.
pub fn completions(args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "npc", &mut script);
    report::print(&with_codes(&String::from_utf8_lossy(&script), args.shell))
}

/// Adds the codes of `npc explain` where the generator knows no values of arguments.
fn with_codes(script: &str, shell: Shell) -> String {
    let codes = || Code::ALL.iter().map(|code| code.as_str());
    match shell {
        Shell::Fish => {
            let list: Vec<_> = codes().collect();
            let condition = "__fish_npc_using_subcommand explain";
            format!("{script}complete -c npc -n \"{condition}\" -f -a \"{}\"\n", list.join(" "))
        }
        Shell::PowerShell => {
            let line = |code| {
                format!(
                    "\n            [CompletionResult]::new('{code}', '{code}', [CompletionResultType]::ParameterValue, '{code}')"
                )
            };
            let block = "'npc;explain' {";
            script.replacen(block, &format!("{block}{}", codes().map(line).collect::<String>()), 1)
        }
        _ => script.to_string(),
    }
}

/// The command line, with the codes that `npc explain` knows. It takes other texts as well, to say what was meant.
fn command() -> clap::Command {
    let codes = PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str()));
    Cli::command().mut_subcommand("explain", |explain| explain.mut_arg("code", |code| code.value_parser(codes)))
}
