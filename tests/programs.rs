//! Every program of `tests/programs/`: NumPy's answers from native code, from wasm in wasmtime and in Node.
//!
//! `cargo test --test programs` runs all; a word after `--` chooses by name, such as `slicing`, `native` or `node`.

mod runner;

use libtest_mimic::{Arguments, Failed, Trial};
use runner::legs::Leg;
use runner::node::Report;
use runner::program::Subject;
use runner::{legs, memory, node, oracle};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

/// One file in so many has its allocations refused; the others follow the same paths.
const MEMORY_SAMPLE: usize = 4;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    std::panic::set_hook(Box::new(|_| {}));
    let trials = match oracle::answers() {
        Ok(files) => trials(files.into_iter().map(Subject::new).collect()),
        Err(error) => vec![Trial::test("oracle", move || Err(Failed::from(error)))],
    };
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trials(subjects: Vec<Arc<Subject>>) -> Vec<Trial> {
    let subjects: Arc<[Arc<Subject>]> = subjects.into();
    let node: Arc<OnceLock<Report>> = Arc::default();
    let mut trials = Vec::new();
    let mut returning = 0;
    for subject in subjects.iter() {
        let name = subject.file.path.trim_start_matches("tests/programs/").trim_end_matches(".py").to_string();
        for (leg, kind) in [(Leg::Native, "native"), (Leg::Wasm, "wasm")] {
            let subject = subject.clone();
            trials.push(Trial::test(name.clone(), move || legs::run_file(&subject, leg).map_err(Failed::from)).with_kind(kind));
        }
        if memory::allocates(subject) {
            returning += 1;
            if returning % MEMORY_SAMPLE == 0 || std::env::var_os("NPC_TEST_ALL").is_some() {
                let subject = subject.clone();
                trials.push(Trial::test(name.clone(), move || memory::run_file(&subject).map_err(Failed::from)).with_kind("memory"));
            }
        }
        let (all, node, path) = (subjects.clone(), node.clone(), subject.file.path.clone());
        trials.push(Trial::test(name, move || in_node(&all, &node, &path)).with_kind("node"));
    }
    trials
}

fn in_node(all: &[Arc<Subject>], report: &OnceLock<Report>, path: &str) -> Result<(), Failed> {
    match report.get_or_init(|| node::run(all)) {
        Err(error) => Err(Failed::from(error)),
        Ok(failures) => failures.get(path).map_or(Ok(()), |list| Err(Failed::from(list.join("\n")))),
    }
}
