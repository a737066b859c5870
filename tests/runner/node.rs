//! The Node leg: every case through the generated bindings, in one run of `node_leg.mjs`.

use super::program::Subject;
use super::{root, scratch};
use npc::{Bindings, Program};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// What failed in Node, by the path of the program.
pub type Report = Result<BTreeMap<String, Vec<String>>, String>;

/// Builds modules for all programs and runs Node once.
pub fn run(subjects: &[Arc<Subject>]) -> Report {
    let folder = scratch("node");
    let mut jobs = Vec::new();
    for (number, subject) in subjects.iter().enumerate() {
        jobs.extend(jobs_of(subject, &folder.join(number.to_string()))?);
    }
    let (job, out) = (folder.join("job.json"), folder.join("out.json"));
    fs::write(&job, Json::Array(jobs).to_string()).map_err(|error| error.to_string())?;
    let _ = fs::remove_file(&out);
    let leg = root().join("tests/oracle/node_leg.mjs");
    let output = Command::new("node").arg(leg).arg(&job).arg(&out).output().map_err(|error| format!("node: {error}"))?;
    let said = || String::from_utf8_lossy(&output.stderr).into_owned();
    let text = fs::read_to_string(&out).map_err(|_| format!("node stopped:\n{}", said()))?;
    let report: Json = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    Ok(by_program(&report))
}

/// The modules of one file, one per signature, each with its cases.
fn jobs_of(subject: &Subject, folder: &Path) -> Result<Vec<Json>, String> {
    let mut by_module: BTreeMap<PathBuf, Vec<Json>> = BTreeMap::new();
    let mut known: Vec<(Program, PathBuf)> = Vec::new();
    for (at, case) in subject.file.cases.iter().enumerate() {
        // What does not compile has been reported by the other legs.
        let Ok((program, _)) = subject.prepare(at) else {
            continue;
        };
        let module = match known.iter().find(|(other, _)| other.is_same(&program)) {
            Some((_, module)) => module.clone(),
            None => {
                let module = write_module(&program, &folder.join(known.len().to_string()))?;
                known.push((program, module.clone()));
                module
            }
        };
        by_module.entry(module).or_default().push(case.json.clone());
    }
    let file = &subject.file;
    let job = |(module, cases)| json!({"module": module, "cases": cases, "program": file.path, "ulp": file.ulp, "rtol": file.rtol});
    Ok(by_module.into_iter().map(job).collect())
}

fn write_module(program: &Program, folder: &Path) -> Result<PathBuf, String> {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let stem = &program.interface().module;
    let script = program.bindings(&Bindings::default()).remove(&format!("{stem}.js")).ok_or("no bindings")?;
    // The extension says that it is an ES module, wherever the folder lies.
    let path = folder.join(format!("{stem}.mjs"));
    fs::write(&path, script).map_err(|error| error.to_string())?;
    Ok(path)
}

fn by_program(report: &Json) -> BTreeMap<String, Vec<String>> {
    let mut failures: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for failure in report["failures"].as_array().into_iter().flatten() {
        let text = |key: &str| failure[key].as_str().map_or_else(|| failure[key].to_string(), str::to_string);
        let line = format!("{}:{}: {}\n  {}", text("program"), text("line"), text("text"), text("what"));
        failures.entry(text("program")).or_default().push(line);
    }
    failures
}
