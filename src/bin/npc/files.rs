//! Writing outputs: all or none, each complete or not at all.
//!
//! Every output is written to a temporary file in its folder first; only when all are there are they renamed.

use crate::fail::Failure;
use crate::input::reason;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file to be written.
#[derive(Debug)]
pub struct Output {
    /// Where to.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

/// Writes all files, or none if one cannot be written.
pub fn write_all(outputs: &[Output]) -> Result<(), Failure> {
    let mut written = Vec::new();
    let result = write_temporaries(outputs, &mut written).and_then(|()| rename_all(outputs, &written));
    if result.is_err() {
        for temporary in &written {
            // Those that were renamed are gone already.
            let _ = fs::remove_file(temporary);
        }
    }
    result
}

fn write_temporaries(outputs: &[Output], written: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for output in outputs {
        if output.path.is_dir() {
            return Err(Failure::io(format!("cannot write `{}`: it is a folder", output.path.display())));
        }
        make_folder(&output.path)?;
        let temporary = temporary_name(&output.path);
        written.push(temporary.clone());
        write(&temporary, &output.bytes).map_err(|error| cannot_write(&output.path, &error))?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn rename_all(outputs: &[Output], written: &[PathBuf]) -> Result<(), Failure> {
    for (output, temporary) in outputs.iter().zip(written) {
        fs::rename(temporary, &output.path).map_err(|error| cannot_write(&output.path, &error))?;
    }
    Ok(())
}

fn make_folder(path: &Path) -> Result<(), Failure> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::create_dir_all(folder)
            .map_err(|error| Failure::io(format!("cannot make the folder `{}`: {}", folder.display(), reason(&error)))),
        _ => Ok(()),
    }
}

fn temporary_name(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::io(format!("cannot write `{}`: {}", path.display(), reason(error)))
}
