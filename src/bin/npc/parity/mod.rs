//! `npc parity`: does a program do what NumPy does, on every target?
//!
//! One Python process chooses the arguments and says what NumPy makes of them (`oracle`, `python/`); each target is a process
//! too (`legs`, `leg`, `node/`), so that a crash or an endless loop costs one case. Cases are lines of JSON: a case goes from the oracle
//! to every leg, `judge` compares what comes back, and `report` says it. `docs/parity.md` is the user's page.

mod answer;
mod judge;
mod leg;
mod legs;
mod oracle;
mod process;
mod report;
mod subject;

pub use legs::LegKind;

use crate::args::ParityArgs;
use crate::fail::Failure;
use crate::report::say;
use judge::{Judge, Verdict};
use legs::Leg;
use oracle::{Event, Oracle};
use report::{Progress, Tally};
use subject::Subject;

/// Runs the comparison, or one leg of it.
pub fn parity(args: &ParityArgs) -> Result<(), Failure> {
    let subject = Subject::compile(args)?;
    if let Some(kind) = args.leg {
        return leg::serve(&subject, kind);
    }
    let folder = tempfile::tempdir().map_err(|error| Failure::io(format!("cannot make a temporary folder: {error}")))?;
    let mut oracle = Oracle::start(&subject, args, folder.path())?;
    let mut legs = legs::all(&subject, args, folder.path())?;
    let quiet = args.compile.messages.quiet;
    if !quiet {
        crate::report::print(&report::header(&subject, oracle.version(), &legs))?;
    }
    let mut tallies = Vec::new();
    for at in subject.chosen.clone() {
        let tally = function(&subject, args, at, &mut oracle, &mut legs)?;
        if !quiet || tally.failed() {
            crate::report::print(&tally.text(&subject, args))?;
        }
        tallies.push(tally);
    }
    let failed = tallies.iter().filter(|tally| tally.failed()).count();
    if !quiet || failed > 0 {
        crate::report::print(&report::totals(&tallies, failed))?;
    }
    if failed == 0 { Ok(()) } else { Err(Failure::Program) }
}

/// Runs all cases of a function.
fn function(subject: &Subject, args: &ParityArgs, at: usize, oracle: &mut Oracle, legs: &mut [Leg]) -> Result<Tally, Failure> {
    let function = &subject.program.interface().functions[at];
    let judge = Judge { function, rtol: args.rtol, wraps: subject.wraps };
    let progress = Progress::new(&function.name, args.cases, &args.compile.messages);
    let mut tally = Tally::new(at);
    loop {
        match oracle.next()? {
            Event::Case(case) => {
                let verdict = match &case.left_out {
                    Some((kind, why)) => Verdict::LeftOut(kind.clone(), why.clone()),
                    None => {
                        let answers: Vec<_> = legs.iter_mut().map(|leg| (leg.kind, leg.ask(&case))).collect();
                        judge.judge(&case, &answers)
                    }
                };
                progress.step();
                tally.add(case, verdict);
            }
            Event::Done { seconds, abandoned } => {
                progress.finish();
                tally.finish(seconds, abandoned);
                return Ok(tally);
            }
            Event::Broken(why) => {
                progress.finish();
                say(&format!("error: {why}"));
                return Err(Failure::Program);
            }
        }
    }
}
