//! Every program of `tests/programs/`: NumPy's answers from native code, with all optional passes, without one of them and
//! without any, from wasm in wasmtime and in Node. `NPC_TEST_ALL=1` leaves out each pass in turn for each file.
//!
//! `cargo test --test programs` runs all; a word after `--` chooses by name, such as `slicing` or `[native]`.

mod runner;

use libtest_mimic::{Arguments, Failed, Trial};
use npc::Pass;
use runner::legs::Leg;
use runner::oracle::File;
use runner::program::Subject;
use runner::worker::{Pool, is_worker, serve};
use runner::{legs, memory, node, oracle};
use serde_json::Value as Json;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// One file in so many has its allocations refused; the others follow the same paths.
const MEMORY_SAMPLE: usize = 4;
/// Starts the name of a job that leaves out one pass.
const WITHOUT: &str = "no-";
/// For one program.
const LIMIT: Duration = Duration::from_secs(60);

fn main() -> ExitCode {
    if is_worker() {
        work();
        return ExitCode::SUCCESS;
    }
    let arguments = Arguments::from_args();
    let trials = match oracle::answers() {
        Ok(files) => trials(&files),
        Err(error) => vec![Trial::test("oracle", move || Err(Failed::from(error)))],
    };
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trials(files: &[File]) -> Vec<Trial> {
    let pool = Arc::new(Pool::default());
    let mut trials = Vec::new();
    let mut returning = 0;
    for (at, file) in files.iter().enumerate() {
        let name = file.path.trim_start_matches("tests/programs/").trim_end_matches(".py");
        let all = std::env::var_os("NPC_TEST_ALL").is_some();
        let mut kinds = vec!["native".to_string(), "unoptimized".into(), "wasm".into(), "node".into()];
        // Each file does without one of the passes, the next one without the next.
        let left_out = |pass: &&Pass| all || Pass::ALL[at % Pass::ALL.len()] == **pass;
        kinds.extend(Pass::ALL.iter().filter(left_out).map(|pass| format!("{WITHOUT}{}", pass.name())));
        if memory::allocates(file) {
            returning += 1;
            if returning % MEMORY_SAMPLE == 0 || all {
                kinds.push("memory".into());
            }
        }
        for kind in kinds {
            let pool = pool.clone();
            let work = format!("{kind} {at}");
            let job = move || pool.run(&work, LIMIT).map(drop).map_err(Failed::from);
            trials.push(Trial::test(name, job).with_kind(kind));
        }
    }
    trials
}

/// A worker: does jobs such as `native 12`, with the number of a file.
fn work() {
    std::panic::set_hook(Box::new(|_| {}));
    let subjects: Vec<_> = oracle::answers().unwrap_or_default().into_iter().map(Subject::new).collect();
    serve(|job| {
        let (kind, at) = job.split_once(' ').unwrap_or_default();
        let subject = at.parse().ok().and_then(|at: usize| subjects.get(at)).ok_or("no such file")?;
        let done = |result: Result<(), String>| result.map(|()| Json::Null);
        match kind {
            "native" => done(legs::run_file(subject, Leg::Native)),
            "unoptimized" => done(legs::run_file(subject, Leg::Unoptimized)),
            "wasm" => done(legs::run_file(subject, Leg::Wasm)),
            "memory" => done(memory::run_file(subject)),
            "node" => done(node::run_file(subject)),
            kind => match kind.strip_prefix(WITHOUT).and_then(Pass::from_name) {
                Some(pass) => done(legs::run_file(subject, Leg::Without(pass))),
                None => Err(format!("no job `{job}`")),
            },
        }
    });
}
