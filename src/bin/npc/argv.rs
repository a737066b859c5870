//! The arguments before clap sees them: `build` is put in, and negative values are protected.
//!
//! clap takes `-5` and `-inf` for options, and its `allow_hyphen_values` would swallow the options that follow. So an
//! argument of `npc run` that starts with `-` and is a Python literal is marked with [`LITERAL`] here, and
//! [`unmark`] takes the mark off again.

use crate::fail::Failure;
use npc::values::parse_literal;
use std::ffi::OsString;

/// A character that no argument starts with.
const LITERAL: char = '\u{1}';

/// The arguments as text.
pub fn utf8(argv: impl Iterator<Item = OsString>) -> Result<Vec<String>, Failure> {
    let text = |arg: OsString| arg.into_string().map_err(|arg| Failure::usage(format!("the argument {arg:?} is not UTF-8")));
    argv.map(text).collect()
}

/// The arguments as clap should see them.
pub fn prepare(mut argv: Vec<String>, command: &clap::Command) -> Vec<String> {
    let named = |name: &str| name == "help" || command.get_subcommands().any(|sub| sub.get_name() == name);
    let Some(first) = argv.get(1) else {
        return argv;
    };
    if !named(first) && !["-h", "--help", "-V", "--version"].contains(&first.as_str()) {
        argv.insert(1, "build".to_string());
    }
    if argv[1] == "run"
        && let Some(run) = command.find_subcommand("run")
    {
        mark_literals(&mut argv, run);
    }
    argv
}

fn mark_literals(argv: &mut [String], run: &clap::Command) {
    let mut takes_value = false;
    for arg in argv.iter_mut().skip(2).take_while(|arg| *arg != "--") {
        let is_value = std::mem::replace(&mut takes_value, wants_value(run, arg));
        if !is_value && arg.starts_with('-') && parse_literal(arg).is_ok() {
            arg.insert(0, LITERAL);
            takes_value = false;
        }
    }
}

/// True for an option whose value is the next argument.
fn wants_value(run: &clap::Command, arg: &str) -> bool {
    let is_option = |option: &clap::Arg| {
        let long = option.get_long().is_some_and(|long| arg.strip_prefix("--") == Some(long));
        let short = option.get_short().is_some_and(|short| arg.strip_prefix('-').is_some_and(|rest| rest.chars().eq([short])));
        (long || short) && option.get_action().takes_values() && !option.is_require_equals_set()
    };
    run.get_arguments().any(is_option)
}

/// An argument as the user wrote it.
pub fn unmark(arg: &str) -> &str {
    arg.strip_prefix(LITERAL).unwrap_or(arg)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{Cli, Command};
    use clap::{CommandFactory, Parser};

    fn parse(line: &str) -> Command {
        let argv = std::iter::once("npc").chain(line.split(' ')).map(str::to_string).collect();
        Cli::try_parse_from(prepare(argv, &Cli::command())).expect(line).command
    }

    #[test]
    fn the_command_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn build_may_be_left_out() {
        assert!(matches!(parse("kernels.py --target wasm32"), Command::Build(_)));
        assert!(matches!(parse("-o out kernels.py"), Command::Build(_)));
        assert!(matches!(parse("check kernels.py"), Command::Check(_)));
    }

    #[test]
    fn negative_values_and_options_may_be_mixed() {
        let Command::Run(run) = parse("run k.py f -5 -inf -o out.npz -1e-3 --sig f:(int) -2+3j -v -O2") else {
            panic!("not run");
        };
        let args: Vec<_> = run.args.iter().map(|arg| unmark(arg)).collect();
        assert_eq!(args, ["-5", "-inf", "-1e-3", "-2+3j"]);
    }
}
