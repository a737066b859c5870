//! Options of the interface that are not there yet: they are refused, never silently accepted.

use crate::args::CompileArgs;
use crate::fail::Failure;

/// Refuses what `build`, `run` and `check` do not support yet.
pub fn check_compile(args: &CompileArgs) -> Result<(), Failure> {
    refuse(args.fastmath, "--fastmath")?;
    refuse(!args.enable.is_empty(), "--enable")?;
    refuse(!args.disable.is_empty(), "--disable")?;
    refuse(args.remarks.is_some(), "--remarks")?;
    match args.optimize.as_str() {
        "2" => Ok(()),
        "0" | "1" | "s" => Err(not_yet(&format!("-O{}", args.optimize))),
        other => Err(Failure::usage(format!("there is no level of optimisation `{other}`; there are 0, 1, 2 and s"))),
    }
}

fn refuse(used: bool, option: &str) -> Result<(), Failure> {
    if used { Err(not_yet(option)) } else { Ok(()) }
}

/// The failure that names something not supported yet.
pub fn not_yet(what: &str) -> Failure {
    Failure::usage(format!("`{what}` is not supported yet"))
}
