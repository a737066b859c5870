//! The `npc` command: Python functions over NumPy arrays become WebAssembly and native code.
//!
//! One file per subcommand. The library does the work; files, the terminal and exit codes are dealt with here:
//!
//! - 0: done; 1: the program has errors, or raised; 2: wrong usage, or a file cannot be read or written;
//! - 101: a bug in npc, with a report.

mod args;
mod argv;
mod build;
mod check;
mod completions;
mod emit;
mod explain;
mod fail;
mod features;
mod files;
mod input;
#[cfg(feature = "native")]
mod link;
mod native;
mod page;
mod parity;
mod project;
mod report;
mod run;
mod size;
mod watch;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use fail::Failure;
use std::process::ExitCode;

/// The compiler walks nested source recursively; a thread of its own has room for it.
const STACK: usize = 256 << 20;
/// Exit code of a bug in npc.
const BUG: u8 = 101;

/// Compiling is making and dropping many small lists.
#[cfg(not(target_family = "wasm"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(report::bug));
    let work = std::thread::Builder::new().stack_size(STACK).spawn(command_line);
    match work.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) => ExitCode::from(BUG),
        Err(error) => Failure::Io(format!("cannot start a thread: {error}")).report(),
    }
}

/// Reads the arguments, executes the command, and gives the exit code.
fn command_line() -> ExitCode {
    let argv = match argv::utf8(std::env::args_os()) {
        Ok(argv) => argv,
        Err(failure) => return failure.report(),
    };
    let argv = argv::prepare(argv, &Cli::command());
    let argv = match project::with_defaults(argv) {
        Ok(argv) => argv,
        Err(failure) => return failure.report(),
    };
    match Cli::try_parse_from(argv) {
        Ok(cli) => execute(cli.command).map_or_else(|failure| failure.report(), |()| ExitCode::SUCCESS),
        Err(message) => {
            let code = u8::from(message.use_stderr()) * 2;
            // Nobody can be told that the terminal is gone.
            let _ = message.print();
            ExitCode::from(code)
        }
    }
}

fn execute(command: Command) -> Result<(), Failure> {
    match command {
        Command::Build(args) => build::build(&args),
        Command::Run(args) => run::run(&args),
        Command::Check(args) => check::check(&args),
        Command::Parity(args) => parity::parity(&args),
        Command::Page(args) => page::page(&args),
        Command::Explain(args) => explain::explain(&args),
        Command::Features(args) => features::features(&args),
        Command::Completions(args) => completions::completions(&args),
    }
}
