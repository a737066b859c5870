//! The targets that a program is compared on, each a process of its own.

use super::answer::{Answer, Case};
use super::process::{Process, Silence};
use super::subject::Subject;
use crate::args::{ParityArgs, Via};
use crate::fail::Failure;
use clap::ValueEnum;
use npc::{Bindings, JsInt64};
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A way to run a program.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegKind {
    /// Native code.
    Native,
    /// Wasm in wasmtime.
    Wasmtime,
    /// Wasm in Node, through the generated bindings.
    Node,
}

impl LegKind {
    /// As reports name it.
    pub fn name(self) -> &'static str {
        match self {
            LegKind::Native => "native",
            LegKind::Wasmtime => "wasmtime",
            LegKind::Node => "Node",
        }
    }
}

const SCRIPT: &str = include_str!("node/leg.mjs");
const VALUES: &str = include_str!("node/values.mjs");

/// A leg and how it is started again after it has crashed.
pub struct Leg {
    /// Which one.
    pub kind: LegKind,
    start: Box<dyn Fn() -> Command>,
    log: PathBuf,
    limit: Duration,
    process: Option<Process>,
}

/// The legs that this npc, this machine and the command line have.
pub fn all(subject: &Subject, args: &ParityArgs, folder: &Path) -> Result<Vec<Leg>, Failure> {
    let mut legs = Vec::new();
    if cfg!(feature = "native") {
        legs.push(Leg::new(LegKind::Native, args, folder, Box::new(|| this_program("native"))));
    }
    if cfg!(feature = "wasmtime") {
        legs.push(Leg::new(LegKind::Wasmtime, args, folder, Box::new(|| this_program("wasmtime"))));
    }
    let finds_node = || Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    if args.via != Some(Via::Wasmtime) && finds_node() {
        let (script, job) = write_node(subject, folder)?;
        let start = move || {
            let mut command = Command::new("node");
            command.arg(&script).arg(&job);
            command
        };
        legs.push(Leg::new(LegKind::Node, args, folder, Box::new(start)));
    }
    if legs.is_empty() {
        return Err(Failure::usage(
            "this npc is built without `native` and `wasmtime`, and `node` is not found: nothing can run",
        ));
    }
    Ok(legs)
}

/// This very command, as one leg of it.
fn this_program(leg: &str) -> Command {
    let program = std::env::current_exe().unwrap_or_else(|_| "npc".into());
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1)).arg(format!("--leg={leg}"));
    command
}

/// Writes the module and what Node runs.
fn write_node(subject: &Subject, folder: &Path) -> Result<(PathBuf, PathBuf), Failure> {
    let program = &subject.program;
    let stem = &program.interface().module;
    // BigInts carry every integer; numbers would end at 2^53.
    let bindings = Bindings { js_int64: JsInt64::BigInt, ..Bindings::default() };
    let module = program.bindings(&bindings).remove(&format!("{stem}.js")).unwrap_or_default();
    let names = npc::js_names(program.interface());
    let described = program.interface().to_json();
    let functions = program.interface().functions.iter().enumerate().map(|(at, function)| {
        json!({"export": names.get(&function.name).unwrap_or(&function.name), "result": described["functions"][at]["result"]})
    });
    let functions: Vec<_> = functions.collect();
    let job = json!({"module": folder.join("module.mjs"), "functions": functions});
    let files = [
        ("leg.mjs", SCRIPT.to_string()),
        ("values.mjs", VALUES.to_string()),
        ("module.mjs", module),
        ("node.json", job.to_string()),
    ];
    for (name, text) in files {
        std::fs::write(folder.join(name), text).map_err(|error| Failure::io(format!("cannot write `{name}`: {error}")))?;
    }
    Ok((folder.join("leg.mjs"), folder.join("node.json")))
}

impl Leg {
    fn new(kind: LegKind, args: &ParityArgs, folder: &Path, start: Box<dyn Fn() -> Command>) -> Leg {
        let log = folder.join(format!("{}.log", kind.name()));
        // Compiled code is faster than Python, but a process has to start.
        let limit = Duration::from_secs_f64(args.limit * 2.0 + 5.0);
        Leg { kind, start, log, limit, process: None }
    }

    /// What the leg makes of a case.
    pub fn ask(&mut self, case: &Case) -> Answer {
        if self.process.is_none() {
            match Process::start(&mut (self.start)(), &self.log) {
                Ok(process) => self.process = Some(process),
                Err(error) => return Answer::Lost(format!("cannot be started: {error}")),
            }
        }
        let Some(process) = &mut self.process else {
            return Answer::Lost("is not there".to_string());
        };
        process.send(&case.line);
        let answer = process.receive(self.limit);
        match answer {
            Ok(line) => read(&line, case).unwrap_or_else(Answer::Lost),
            Err(silence) => {
                self.process = None;
                Answer::Lost(match silence {
                    Silence::Late => format!("takes longer than {} s", self.limit.as_secs()),
                    Silence::Ended(how) => format!("crashes: {how}"),
                })
            }
        }
    }
}

fn read(line: &str, case: &Case) -> Result<Answer, String> {
    let json: Json = serde_json::from_str(line).map_err(|error| error.to_string())?;
    match json["error"].as_str() {
        Some(error) => Err(error.to_string()),
        None => Answer::read(&json, &case.args),
    }
}
