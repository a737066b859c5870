//! How much is known of exceptions: the programs announce what CPython raises, and `--test programs` compares the type, the
//! line, the function, the whole traceback and the message of each with CPython's, on all targets. Here is counted how many
//! there are, and for how many npc says something else on purpose.

use std::fs;
use std::path::{Path, PathBuf};

/// Raising run lines of one program.
#[derive(Default)]
struct Count {
    raising: usize,
    /// With a reason why npc says something else.
    differing: usize,
}

fn python_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let inner = folders.iter().flat_map(|folder| python_files(folder));
    files.into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "py")).chain(inner).collect()
}

fn count(text: &str) -> Count {
    let mut count = Count::default();
    let (mut raises, mut differs) = (false, false);
    for line in text.lines() {
        raises |= line.starts_with("# raises:");
        differs |= line.starts_with("# differs:");
        if line.starts_with("# run:") {
            count.raising += usize::from(raises);
            count.differing += usize::from(raises && differs);
            (raises, differs) = (false, false);
        }
    }
    count
}

fn total(folder: &str) -> Count {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs").join(folder);
    let counts = python_files(&root).into_iter().map(|path| count(&fs::read_to_string(path).unwrap_or_default()));
    counts.fold(Count::default(), |all, one| Count {
        raising: all.raising + one.raising,
        differing: all.differing + one.differing,
    })
}

#[test]
fn hundreds_of_raising_calls_are_compared_with_cpython() {
    let count = total("exceptions");
    assert!(count.raising >= 200, "{} calls raise", count.raising);
    assert!(count.differing * 20 <= count.raising, "{} of {} differ", count.differing, count.raising);
}

#[test]
fn few_exceptions_of_all_programs_differ() {
    let count = total("");
    assert!(count.differing * 10 <= count.raising, "{} of {} differ", count.differing, count.raising);
}
