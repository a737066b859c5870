//! `--watch`: compiles again whenever the source, or a file that it imports, changes.
//!
//! Files are asked for their time and size a few times a second: that works everywhere, network folders included, and
//! also for files that are not there yet. Errors are said and waited out; only wrong usage ends it.

use crate::args::BuildArgs;
use crate::build;
use crate::fail::Failure;
use crate::input::{Folders, Stamp, stamp};
use crate::report::say;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(150);

/// Builds until the process is ended.
pub fn watch(args: &BuildArgs) -> Result<(), Failure> {
    // What is missing from the start has been mistyped; later it may be an editor at work.
    crate::input::read(&args.file)?;
    loop {
        let loader = Folders::of(&args.file, &args.compile.path);
        let start = Instant::now();
        // Taken before the files are read: what changes meanwhile is seen in the next round.
        let before = stamp(&args.file);
        let built = catch_unwind(AssertUnwindSafe(|| build::once(args, &loader)));
        let took = start.elapsed().as_millis();
        let status = match built {
            Ok(Ok(())) => format!("compiled in {took} ms"),
            Ok(Err(Failure::Usage(message))) => return Err(Failure::Usage(message)),
            Ok(Err(failure)) => {
                failure.report();
                "not compiled".to_string()
            }
            Err(_) => "not compiled: a bug in npc".to_string(),
        };
        let files: Vec<_> = std::iter::once((args.file.clone(), before)).chain(loader.asked()).collect();
        let there = files.iter().filter(|(_, stamp)| stamp.is_some()).count();
        let plural = if there == 1 { "" } else { "s" };
        say(&format!("[watch] {status}; waiting for changes of {there} file{plural}"));
        let changed = wait(&files);
        say(&format!("[watch] {} has changed", changed.display()));
    }
}

/// Waits until a file is another; gives that file.
fn wait(files: &[(PathBuf, Stamp)]) -> &Path {
    loop {
        let changed = files.iter().find(|(file, old)| stamp(file) != *old);
        // Editors write in several steps.
        std::thread::sleep(PAUSE);
        if let Some((file, _)) = changed {
            return file;
        }
    }
}
