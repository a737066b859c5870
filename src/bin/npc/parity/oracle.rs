//! NumPy's side: starts Python with the oracle that is embedded here, and reads its cases.

use super::answer::Case;
use super::process::{Process, Silence};
use super::subject::Subject;
use crate::args::ParityArgs;
use crate::fail::Failure;
use serde_json::Value as Json;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Says which Python to use.
const PYTHON: &str = "NPC_PYTHON";
/// What the oracle is made of.
const FILES: [(&str, &str); 5] = [
    ("npc_oracle.py", include_str!("python/npc_oracle.py")),
    ("npc_inputs.py", include_str!("python/npc_inputs.py")),
    ("npc_near.py", include_str!("python/npc_near.py")),
    ("npc_values.py", include_str!("python/npc_values.py")),
    ("numba.py", include_str!("python/numba.py")),
];

/// The oracle at work.
pub struct Oracle {
    process: Process,
    version: String,
    limit: Duration,
}

/// What the oracle says.
pub enum Event {
    /// A case, with NumPy's answer.
    Case(Box<Case>),
    /// All cases of a function have been given.
    Done {
        /// How long Python took.
        seconds: f64,
        /// Why the rest was left out.
        abandoned: Option<String>,
    },
    /// It cannot go on.
    Broken(String),
}

impl Oracle {
    /// Starts Python and hands it the job.
    pub fn start(subject: &Subject, args: &ParityArgs, folder: &Path) -> Result<Oracle, Failure> {
        let python = std::env::var(PYTHON).ok().filter(|name| !name.is_empty()).unwrap_or_else(|| "python3".to_string());
        for (name, text) in FILES {
            let path = folder.join(name);
            std::fs::write(&path, text).map_err(|error| Failure::io(format!("cannot write `{}`: {error}", path.display())))?;
        }
        let mut command = Command::new(&python);
        command.arg("-u").arg(folder.join("npc_oracle.py"));
        let process = Process::start(&mut command, &folder.join("python.log"));
        let mut process = process.map_err(|error| {
            let why = crate::input::reason(&error);
            Failure::io(format!(
                "cannot start `{python}` ({why}); `npc parity` compares with NumPy: set {PYTHON} to a Python that has it"
            ))
        })?;
        process.send(&subject.job(args)?.to_string());
        let limit = Duration::from_secs_f64(args.limit * 8.0 + 30.0);
        match process.receive(limit) {
            Ok(line) => {
                let hello: Json = serde_json::from_str(&line).unwrap_or_default();
                let text = |key: &str| hello["hello"][key].as_str().unwrap_or("?").to_string();
                Ok(Oracle { process, version: format!("NumPy {} (Python {})", text("numpy"), text("python")), limit })
            }
            Err(Silence::Late) => Err(Failure::io(format!("`{python}` does not answer"))),
            Err(Silence::Ended(how)) if how.contains("No module named 'numpy'") => Err(Failure::io(format!(
                "`{python}` has no NumPy, with which `npc parity` compares; `{python} -m pip install numpy` gets it, and {PYTHON} names another Python"
            ))),
            Err(Silence::Ended(how)) => Err(Failure::io(format!("`{python}` stops: {how}"))),
        }
    }

    /// Versions of NumPy and Python.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The next case.
    pub fn next(&mut self) -> Result<Event, Failure> {
        let line = match self.process.receive(self.limit) {
            Ok(line) => line,
            Err(Silence::Late) => return Ok(Event::Broken("Python does not answer any more".to_string())),
            Err(Silence::Ended(how)) => return Ok(Event::Broken(stopped(&how))),
        };
        let json: Json =
            serde_json::from_str(&line).map_err(|error| Failure::io(format!("Python's answer cannot be read: {error}")))?;
        if let Some(error) = json["error"].as_str() {
            return Ok(Event::Broken(format!("Python cannot load the file: {error}")));
        }
        let abandoned = json["abandoned"].as_str().map(str::to_string);
        if abandoned.is_some() || json["done"] == true {
            return Ok(Event::Done { seconds: json["seconds"].as_f64().unwrap_or(0.0), abandoned });
        }
        Case::read(line, &json).map(|case| Event::Case(Box::new(case))).map_err(Failure::io)
    }
}

/// What the oracle said last, if it ended on purpose.
fn stopped(how: &str) -> String {
    match how.split_once('\n') {
        Some((status, said)) if status.ends_with(": 1") && !said.contains("Traceback") && !said.contains("  File ") => {
            said.to_string()
        }
        _ => format!("Python stops: {how}"),
    }
}
