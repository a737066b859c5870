//! `docs/language.md` against the programs of `tests/programs/language/`: every program is named, what is named exists, and
//! every difference that a program announces stands in the table.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Names of the programs, with their texts.
fn programs() -> Vec<(String, String)> {
    let folder = root().join("tests/programs/language");
    let entries = std::fs::read_dir(&folder).expect("the folder of the programs").map(|entry| entry.expect("an entry").path());
    let mut programs: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), read(&path)))
        .collect();
    programs.sort();
    programs
}

/// What stands between backquotes in the last column of the tables: `list_sort`, `list_*`.
fn named(page: &str) -> BTreeSet<String> {
    let rows = page.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 4);
    let last = rows.filter_map(|line| line.trim_end_matches([' ', '|']).rsplit('|').next());
    last.flat_map(|column| column.split('`').skip(1).step_by(2).map(str::to_string).collect::<Vec<_>>()).collect()
}

fn fits(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

#[test]
fn the_page_names_every_program() {
    let page = read(&root().join("docs/language.md"));
    let (patterns, programs) = (named(&page), programs());
    let unnamed: Vec<_> =
        programs.iter().map(|(name, _)| name).filter(|name| !patterns.iter().any(|pattern| fits(pattern, name))).collect();
    assert!(unnamed.is_empty(), "docs/language.md does not name {unnamed:?}");
    let missing: Vec<_> = patterns.iter().filter(|pattern| !programs.iter().any(|(name, _)| fits(pattern, name))).collect();
    assert!(missing.is_empty(), "docs/language.md names {missing:?}, which are not there");
}

#[test]
fn the_page_tells_every_difference() {
    let page = read(&root().join("docs/language.md"));
    for (name, text) in programs() {
        for reason in text.lines().filter_map(|line| line.strip_prefix("# differs: ")) {
            assert!(page.contains(&format!("| {reason} |")), "docs/language.md does not tell of {name}: {reason}");
        }
    }
}

#[test]
fn there_are_programs_for_every_construct() {
    let count = programs().len();
    assert!(count >= 250, "{count} programs; a construct or an interaction deserves one of its own");
}
