//! The legs that run in this process: native code, and wasm in wasmtime.

use super::program::{Subject, panic_text};
use super::signature::oracle_order;
use super::{check, with_stack};
use npc::{CallError, Machine, NativeMachine, Pass, Program, Value, WasmHost};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

/// A way to run programs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Leg {
    /// Native code.
    Native,
    /// Native code without the passes that make programs fast.
    Unoptimized,
    /// Native code without one of them.
    Without(Pass),
    /// Wasm in wasmtime.
    Wasm,
}

/// A program on a machine.
pub enum Runner {
    /// Native code and a context.
    Native(Box<NativeMachine>, Arc<Mutex<String>>),
    /// An instance.
    Wasm(Box<WasmHost>),
}

impl Leg {
    /// The program on a machine of its own.
    pub fn start(self, program: &Program) -> Result<Runner, String> {
        match self {
            Leg::Native | Leg::Unoptimized | Leg::Without(_) => {
                let native = program.jit().map_err(|error| error.to_string())?;
                let mut machine = NativeMachine::new(&native);
                let printed = Arc::<Mutex<String>>::default();
                let sink = printed.clone();
                machine.context().set_print(move |text| {
                    if let Ok(mut printed) = sink.lock() {
                        printed.push_str(text);
                    }
                });
                Ok(Runner::Native(Box::new(machine), printed))
            }
            Leg::Wasm => {
                let wasm = program.wasm();
                wasmparser::validate(&wasm).map_err(|error| format!("not valid: {error}"))?;
                let host = WasmHost::new(&wasm).map_err(|error| error.to_string())?;
                Ok(Runner::Wasm(Box::new(host)))
            }
        }
    }
}

impl Runner {
    /// Calls a function.
    pub fn call(&mut self, program: &Program, name: &str, args: &mut [Value]) -> Result<Value, CallError> {
        npc::call(program, self.machine(), name, args)
    }

    fn machine(&mut self) -> &mut dyn Machine {
        match self {
            Runner::Native(machine, _) => machine.as_mut(),
            Runner::Wasm(host) => host.as_mut(),
        }
    }

    /// What calls have printed.
    pub fn printed(&mut self) -> String {
        match self {
            Runner::Native(_, printed) => printed.lock().map(|mut text| std::mem::take(&mut *text)).unwrap_or_default(),
            Runner::Wasm(host) => host.take_printed(),
        }
    }

    /// Bytes in live buffers.
    pub fn in_use(&mut self) -> u64 {
        match self {
            Runner::Native(machine, _) => machine.context().in_use(),
            Runner::Wasm(host) => host.in_use(),
        }
    }

    /// Makes the `k`-th allocation of the next call fail.
    pub fn refuse_allocation(&mut self, k: u64) {
        match self {
            Runner::Native(machine, _) => machine.context().set_alloc_countdown(k),
            Runner::Wasm(host) => host.refuse_allocation(k),
        }
    }
}

/// Runs every case of a file on a leg; the error lists what failed.
pub fn run_file(subject: &Subject, leg: Leg) -> Result<(), String> {
    each_case(subject, |at| run_case(subject, leg, at))
}

/// Runs `work` for every case; the error lists what failed.
pub fn each_case(subject: &Subject, work: impl Fn(usize) -> Result<(), String> + Sync) -> Result<(), String> {
    let run = |at| match catch_unwind(AssertUnwindSafe(|| with_stack(|| work(at)))) {
        Ok(result) => result,
        Err(panic) => Err(format!("panics: {}", panic_text(&*panic))),
    };
    let mut failures: Vec<String> = Vec::new();
    for (at, case) in subject.file.cases.iter().enumerate() {
        if let Err(what) = run(at) {
            failures.push(format!("{}:{}: {}\n  {what}", subject.file.path, case.line, case.text));
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(shortened(failures)) }
}

/// Equal failures of one file, such as one compile error for all its cases, are shown once.
fn shortened(failures: Vec<String>) -> String {
    let mut seen = std::collections::BTreeSet::new();
    let fresh = |failure: &String| seen.insert(failure.split_once('\n').map(|(_, what)| what.to_string()));
    let count = failures.len();
    let shown: Vec<_> = failures.into_iter().filter(fresh).collect();
    format!("{count} run lines failed\n{}", shown.join("\n"))
}

fn run_case(subject: &Subject, leg: Leg, at: usize) -> Result<(), String> {
    let case = &subject.file.cases[at];
    let prepared = match leg {
        Leg::Unoptimized => subject.prepare_unoptimized(at),
        Leg::Without(pass) => subject.prepare_without(at, pass),
        _ => subject.prepare(at),
    };
    let (program, mut args) = prepared?;
    let mut runner = leg.start(&program)?;
    let outcome = runner.call(&program, &case.function, &mut args);
    let order = oracle_order(&subject.file.source, case);
    let wrong = check::outcome(&subject.file, case, &outcome);
    let wrong = wrong.or_else(|| check::arguments(&subject.file, case, &args, &order));
    let printed = runner.printed();
    let wrong =
        wrong.or_else(|| (printed != case.printed).then(|| format!("prints {printed:?}\n    Python: {:?}", case.printed)));
    match (wrong, runner.in_use()) {
        (Some(wrong), _) => Err(wrong),
        (None, 0) => Ok(()),
        (None, bytes) => Err(format!("{bytes} bytes are still in use after the call")),
    }
}
