//! NumPy's answers for all programs: one run of `oracle.py`, kept until a program or the oracle changes.

use super::case::Case;
use super::{python_files, root, scratch};
use serde_json::Value as Json;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program with its run lines.
pub struct File {
    /// Path relative to the workspace.
    pub path: String,
    /// The Python source.
    pub source: String,
    /// Units in the last place that floats may differ by.
    pub ulp: u64,
    /// Fraction of the largest magnitude that floats may differ by.
    pub rtol: Option<f64>,
    /// The run lines.
    pub cases: Vec<Case>,
    /// Run lines whose values npc has no form for, by their number in the file, and what they hold.
    pub unreadable: Vec<(u64, String)>,
}

/// Every program; an error says what the oracle complains about, or which value has no form.
pub fn answers() -> Result<Vec<File>, String> {
    let files = answers_below("programs")?;
    match files.iter().find(|file| !file.unreadable.is_empty()) {
        Some(file) => Err(format!("{}:{}: {}", file.path, file.unreadable[0].0, file.unreadable[0].1)),
        None => Ok(files),
    }
}

/// Every program below a folder of `tests/`; an error says what the oracle complains about.
pub fn answers_below(folder: &str) -> Result<Vec<File>, String> {
    let files = python_files(folder);
    let cached = scratch("oracle").join(format!("{:016x}.json", fingerprint(&files)));
    if !cached.is_file() {
        ask(&files, &cached)?;
    }
    let text = fs::read_to_string(&cached).map_err(|error| error.to_string())?;
    let answers: Json = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    answers["files"].as_array().into_iter().flatten().map(file).collect()
}

fn file(json: &Json) -> Result<File, String> {
    let path = json["path"].as_str().unwrap_or_default().to_string();
    let source = fs::read_to_string(root().join(&path)).map_err(|error| format!("{path}: {error}"))?;
    let (mut cases, mut unreadable) = (Vec::new(), Vec::new());
    for case in json["cases"].as_array().into_iter().flatten() {
        match Case::read(case) {
            Ok(case) => cases.push(case),
            Err(error) => unreadable.push((case["line"].as_u64().unwrap_or(0), error)),
        }
    }
    Ok(File { source, ulp: json["ulp"].as_u64().unwrap_or(0), rtol: json["rtol"].as_f64(), cases, unreadable, path })
}

/// Runs the oracle. What it complains about is an error, as the answers would be incomplete.
fn ask(files: &[PathBuf], out: &Path) -> Result<(), String> {
    let partial = out.with_extension("partial");
    let output = Command::new("python3").arg(oracle()).arg(&partial).args(files).output();
    let output = output.map_err(|error| format!("python3: {error}"))?;
    if !output.status.success() {
        return Err(format!("the oracle complains:\n{}", String::from_utf8_lossy(&output.stderr)));
    }
    fs::rename(&partial, out).map_err(|error| error.to_string())
}

fn oracle() -> PathBuf {
    root().join("tests/oracle/oracle.py")
}

/// A number that changes when a program or the oracle does.
fn fingerprint(files: &[PathBuf]) -> u64 {
    let mut hasher = DefaultHasher::new();
    let shared = ["npc_values.py", "numba.py"].map(|name| root().join("src/bin/npc/parity/python").join(name));
    for file in files.iter().chain([&oracle()]).chain(&shared) {
        file.hash(&mut hasher);
        fs::read(file).unwrap_or_default().hash(&mut hasher);
    }
    hasher.finish()
}
