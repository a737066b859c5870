//! Reading Python files, and the options of the library.

use crate::args::{CompileArgs, IntMode, MessageArgs};
use crate::fail::Failure;
use crate::report;
use npc::{Diagnostics, Loader, Options, Pass, Program, Source};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

/// Reads a source. Text that is not UTF-8 is an error of the program.
pub fn source(path: &Path, messages: &MessageArgs) -> Result<Source, Failure> {
    let bytes = read(path)?;
    let name = path.to_string_lossy();
    String::from_utf8(bytes).map(|text| Source::new(name.as_ref(), text)).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let valid = error.as_bytes().get(..at).unwrap_or_default();
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        let _ = messages;
        report::say(&format!("error: {name}:{line}: the file is not UTF-8 text (byte {at})"));
        Failure::Program
    })
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::io(format!("cannot read `{}`: {}", path.display(), reason(&error))))
}

/// An I/O error without the number that the system gives it.
pub fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_lowercase(),
        None => text,
    }
}

/// The library's options.
pub fn options(args: &CompileArgs) -> Result<Options, Failure> {
    Ok(Options {
        signatures: args.sig.clone(),
        exports: args.export.iter().map(|export| split_export(export)).collect(),
        int_wrap: args.int == IntMode::Wrap,
        unchecked: args.unchecked,
        unoptimized: args.optimize == "0",
        disabled: disabled(args)?,
        fastmath: args.fastmath,
        ..Options::default()
    })
}

/// The passes that the level leaves out, and those that are named.
fn disabled(args: &CompileArgs) -> Result<Vec<Pass>, Failure> {
    let mut passes = match args.optimize.as_str() {
        "0" | "2" => Vec::new(),
        "1" => vec![Pass::Split, Pass::Unroll, Pass::Simd],
        "s" => vec![Pass::Split, Pass::Unroll],
        other => return Err(Failure::usage(format!("there is no level of optimisation `{other}`; there are 0, 1, 2 and s"))),
    };
    for name in &args.disable {
        passes.push(pass(name)?);
    }
    for name in &args.enable {
        let pass = pass(name)?;
        passes.retain(|disabled| *disabled != pass);
    }
    Ok(passes)
}

fn pass(name: &str) -> Result<Pass, Failure> {
    let names = || Pass::ALL.into_iter().map(Pass::name);
    Pass::from_name(name).ok_or_else(|| {
        let hint = match npc::closest(name, names()) {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("there are {}", names().collect::<Vec<_>>().join(", ")),
        };
        Failure::usage(format!("there is no pass `{name}`; {hint}"))
    })
}

fn split_export(export: &str) -> (String, Option<String>) {
    match export.split_once('=') {
        Some((function, name)) => (function.trim().to_string(), Some(name.trim().to_string())),
        None => (export.trim().to_string(), None),
    }
}

/// The program, with its warnings said, or its errors.
pub fn accepted(outcome: Result<Program, Diagnostics>, messages: &MessageArgs) -> Result<Program, Failure> {
    match outcome {
        Ok(program) => {
            report::diagnostics(program.warnings(), messages)?;
            Ok(program)
        }
        Err(errors) => {
            report::diagnostics(&errors, messages)?;
            Err(Failure::Program)
        }
    }
}

/// What tells one state of a file from another: its time and size, if it is there.
pub type Stamp = Option<(SystemTime, u64)>;

/// The state of a file.
pub fn stamp(file: &Path) -> Stamp {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

/// Finds imported Python files: beside the source, then in the folders of `--path`.
pub struct Folders {
    folders: Vec<PathBuf>,
    /// The files that were looked for, whether they are there or not, and how they were then.
    asked: Mutex<Vec<(PathBuf, Stamp)>>,
}

impl Folders {
    /// The folders for a source.
    pub fn of(file: &Path, more: &[PathBuf]) -> Folders {
        let beside = file.parent().unwrap_or(Path::new("")).to_path_buf();
        Folders { folders: std::iter::once(beside).chain(more.iter().cloned()).collect(), asked: Mutex::default() }
    }

    /// The files that imports led to, and those that they would have led to had they been there.
    pub fn asked(&self) -> Vec<(PathBuf, Stamp)> {
        self.asked.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// The text of a file, which is remembered as asked for.
    fn read(&self, path: &Path) -> Option<String> {
        let mut asked = self.asked.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if !asked.iter().any(|(known, _)| known == path) {
            asked.push((path.to_path_buf(), stamp(path)));
        }
        fs::read_to_string(path).ok()
    }
}

impl Loader for Folders {
    fn load(&self, module: &str) -> Option<Source> {
        if let Some(stem) = module.strip_suffix(".pyi") {
            let path = self.folders.first()?.join(format!("{stem}.pyi"));
            return Some(Source::new(path.to_string_lossy(), self.read(&path)?));
        }
        let name = module.trim_start_matches('.');
        let up = (module.len() - name.len()).saturating_sub(1);
        let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c == '_' || c.is_alphanumeric());
        if !name.split('.').all(plain) {
            return None;
        }
        let relative: PathBuf = name.split('.').collect();
        let relative = std::iter::repeat_n("..", up).collect::<PathBuf>().join(relative);
        let candidates = self.folders.iter().flat_map(|folder| {
            let base = folder.join(&relative);
            [base.with_extension("py"), base.join("__init__.py")]
        });
        candidates.into_iter().find_map(|path| Some(Source::new(path.to_string_lossy(), self.read(&path)?)))
    }
}
