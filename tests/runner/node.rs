//! The Node leg: the cases of a program through the generated bindings, by `node_leg.mjs`.

use super::program::Subject;
use super::{root, scratch};
use npc::{Bindings, Program};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// For the cases of one program.
const LIMIT: Duration = Duration::from_secs(60);

/// Builds the modules of a program and runs its cases in Node; the error lists what failed.
pub fn run_file(subject: &Subject) -> Result<(), String> {
    let folder = scratch("node").join(subject.file.path.trim_end_matches(".py"));
    // Modules of an earlier run, if any.
    let _ = fs::remove_dir_all(&folder);
    let jobs = jobs_of(subject, &folder)?;
    run_jobs(jobs, &folder)
}

/// Runs the cases of modules that are there, and keeps job and report in the folder.
pub fn run_jobs(jobs: Vec<Json>, folder: &Path) -> Result<(), String> {
    if jobs.is_empty() {
        return Ok(());
    }
    let (job, out) = (folder.join("job.json"), folder.join("out.json"));
    fs::write(&job, Json::Array(jobs).to_string()).map_err(|error| error.to_string())?;
    let said = node(&job, &out)?;
    let text = fs::read_to_string(&out).map_err(|_| format!("Node stops:\n{said}"))?;
    let report: Json = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    match failures(&report) {
        list if list.is_empty() => Ok(()),
        list => Err(format!("{} run lines failed\n{}", list.len(), list.join("\n"))),
    }
}

/// Runs Node and gives what it says on standard error.
fn node(job: &Path, out: &Path) -> Result<String, String> {
    let log = out.with_extension("log");
    let stderr = fs::File::create(&log).map_err(|error| error.to_string())?;
    let leg = root().join("tests/oracle/node_leg.mjs");
    let command = Command::new("node").arg(leg).arg(job).arg(out).stdout(Stdio::null()).stderr(stderr).spawn();
    let mut child = command.map_err(|error| format!("node: {error}"))?;
    let start = Instant::now();
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        if start.elapsed() > LIMIT {
            // It may have ended by itself in between.
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("Node takes longer than {LIMIT:?}"));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(fs::read_to_string(&log).unwrap_or_default())
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
                known.push((program.clone(), module.clone()));
                module
            }
        };
        let mut job = case.json.clone();
        if let Some(export) = npc::js_names(program.interface()).get(&case.function) {
            job["export"] = json!(export);
        }
        by_module.entry(module).or_default().push(job);
    }
    let file = &subject.file;
    let job =
        |(module, cases)| json!({"module": module, "cases": cases, "program": file.path, "ulp": file.ulp, "rtol": file.rtol});
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

fn failures(report: &Json) -> Vec<String> {
    let line = |failure: &Json| {
        let text = |key: &str| failure[key].as_str().map_or_else(|| failure[key].to_string(), str::to_string);
        format!("{}:{}: {}\n  {}", text("program"), text("line"), text("text"), text("what"))
    };
    report["failures"].as_array().into_iter().flatten().map(line).collect()
}
