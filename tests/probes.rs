//! The probes of `tests/probes/`: one-line programs whose meaning NumPy defines, natively and in wasmtime.
//!
//! A probe gives NumPy's answer (value, dtype and shape, or the exception), or it is refused at compile time. The exceptions
//! stand in the file: `# differs: reason` with the answer that npc documents; `# refused: code` for good, with an error that
//! says what to write instead; `# waits: reason` for now. A probe that is listed and works is an error too, so that the lists
//! stay true. Nothing else gives another answer.

mod runner;

use libtest_mimic::{Arguments, Failed, Trial};
use runner::legs::Leg;
use runner::oracle::{self, File};
use runner::program::Subject;
use runner::signature::oracle_order;
use runner::worker::{Pool, is_worker, serve};
use runner::{check, with_stack};
use serde_json::json;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// Probes in all.
const PROBES: usize = 184;
/// Probes that give NumPy's answer, at least.
const ANSWERS: usize = 150;
/// For one file on one leg.
const LIMIT: Duration = Duration::from_secs(120);

/// What a file says of a probe.
#[derive(Clone, Debug, PartialEq)]
enum Listed {
    /// It gives NumPy's answer.
    Answers,
    /// It gives another answer, on purpose: the one in the file.
    Differs,
    /// It is refused, under this code.
    Refused(String),
    /// It is refused for now.
    Waits(String),
}

fn main() -> ExitCode {
    if is_worker() {
        work();
        return ExitCode::SUCCESS;
    }
    let arguments = Arguments::from_args();
    let trials = match oracle::answers_below("probes") {
        Ok(files) => trials(&files),
        Err(error) => vec![Trial::test("oracle", move || Err(Failed::from(error)))],
    };
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trials(files: &[File]) -> Vec<Trial> {
    let pool = Arc::new(Pool::default());
    let mut trials = Vec::new();
    for (at, file) in files.iter().enumerate() {
        for leg in ["native", "wasm"] {
            let pool = pool.clone();
            let job = move || pool.run(&format!("{leg} {at}"), LIMIT).map(drop).map_err(Failed::from);
            trials.push(Trial::test(name(file), job).with_kind(leg));
        }
    }
    let lists: Vec<Listed> =
        files.iter().flat_map(|file| lines(file).into_iter().map(|line| listed(&file.source, line))).collect();
    trials.push(Trial::test("figures", move || figures(&lists).map_err(Failed::from)));
    trials
}

fn name(file: &File) -> &str {
    file.path.trim_start_matches("tests/probes/").trim_end_matches(".py")
}

/// The lists and the tests of the files together say how many probes answer as NumPy does.
fn figures(lists: &[Listed]) -> Result<(), String> {
    let answers = lists.iter().filter(|listed| **listed == Listed::Answers).count();
    if lists.len() == PROBES && answers >= ANSWERS {
        return Ok(());
    }
    Err(format!("{} probes instead of {PROBES}; {answers} give NumPy's answer, at least {ANSWERS} must", lists.len()))
}

/// The lines of all run lines of a file, in order.
fn lines(file: &File) -> Vec<u64> {
    let readable = file.cases.iter().map(|case| case.line);
    let mut lines: Vec<u64> = readable.chain(file.unreadable.iter().map(|(line, _)| *line)).collect();
    lines.sort_unstable();
    lines
}

/// What the comments above a run line say.
fn listed(source: &str, line: u64) -> Listed {
    let above: Vec<&str> = source.lines().take(line.saturating_sub(1) as usize).collect();
    for comment in above.iter().rev().take_while(|text| text.starts_with("# ")) {
        if let Some(code) = comment.strip_prefix("# refused: ") {
            return Listed::Refused(code.trim().to_string());
        }
        if comment.starts_with("# differs: ") {
            return Listed::Differs;
        }
        if let Some(reason) = comment.strip_prefix("# waits: ") {
            return Listed::Waits(reason.trim().to_string());
        }
    }
    Listed::Answers
}

/// A worker: does jobs such as `native 2`, with the number of a file.
fn work() {
    std::panic::set_hook(Box::new(|_| {}));
    let subjects: Vec<_> = oracle::answers_below("probes").unwrap_or_default().into_iter().map(Subject::new).collect();
    serve(|job| {
        let (kind, at) = job.split_once(' ').unwrap_or_default();
        let subject = at.parse().ok().and_then(|at: usize| subjects.get(at)).ok_or("no such file")?;
        let leg = if kind == "native" { Leg::Native } else { Leg::Wasm };
        run_file(subject, leg).map(|()| json!(null)).map_err(|what: String| what)
    });
}

fn run_file(subject: &Subject, leg: Leg) -> Result<(), String> {
    let mut failures = Vec::new();
    for (at, case) in subject.file.cases.iter().enumerate() {
        let listed = listed(&subject.file.source, case.line);
        let outcome = with_stack(|| outcome(subject, leg, at));
        if let Some(wrong) = judge(&listed, outcome) {
            failures.push(format!("{}:{}: {}\n  {wrong}", subject.file.path, case.line, case.text));
        }
    }
    for (line, what) in &subject.file.unreadable {
        if listed(&subject.file.source, *line) == Listed::Answers {
            failures.push(format!("{}:{line}: {what}", subject.file.path));
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// What became of a probe.
enum Outcome {
    Answer,
    Refused(String),
    Different(String),
}

fn outcome(subject: &Subject, leg: Leg, at: usize) -> Outcome {
    let case = &subject.file.cases[at];
    let (program, mut args) = match subject.prepare(at) {
        Ok(prepared) => prepared,
        Err(refused) if refused.contains("error[internal") || refused.contains("panics") => return Outcome::Different(refused),
        Err(refused) => return Outcome::Refused(refused),
    };
    let mut runner = match leg.start(&program) {
        Ok(runner) => runner,
        Err(error) => return Outcome::Different(error),
    };
    let result = runner.call(&program, &case.function, &mut args);
    let order = oracle_order(&subject.file.source, case);
    let wrong = check::outcome(&subject.file, case, &result);
    match wrong.or_else(|| check::arguments(&subject.file, case, &args, &order)) {
        Some(wrong) => Outcome::Different(wrong),
        None => Outcome::Answer,
    }
}

/// What is wrong with an outcome, by what the file says of the probe.
fn judge(listed: &Listed, outcome: Outcome) -> Option<String> {
    match (listed, outcome) {
        (Listed::Answers | Listed::Differs, Outcome::Answer) => None,
        (_, Outcome::Different(what)) => Some(what),
        (Listed::Answers | Listed::Differs, Outcome::Refused(what)) => Some(what),
        (Listed::Waits(_), Outcome::Refused(_)) => None,
        (Listed::Refused(code), Outcome::Refused(what)) => {
            let says_what_to_write = what.contains("help: ") || what.contains("always raises");
            let wrong = !what.contains(&format!("error[{code}]")) || !says_what_to_write;
            wrong.then(|| format!("is not refused under `{code}`, saying what to write:\n{what}"))
        }
        (_, Outcome::Answer) => Some("gives NumPy's answer now: take the comment above it off".to_string()),
    }
}
