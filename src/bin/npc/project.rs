//! `[tool.npc]` of the nearest pyproject.toml above the source: defaults for options.
//!
//! A key is the name of a long option. What the command line does not give is put into it, so that a default is checked as if it
//! had been typed. Paths are relative to the folder of the pyproject.toml.

use crate::args::Cli;
use crate::fail::Failure;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// Keys of all commands that compile.
const COMPILE: [&str; 6] = ["sig", "export", "path", "int", "unchecked", "js-int64"];
/// Keys of `npc build` only: `run` and `page` write other things.
const BUILD: [&str; 5] = ["target", "bindings", "emit", "prefix", "output"];
/// Keys that are paths.
const PATHS: [&str; 2] = ["path", "output"];

/// The command line with the project's defaults.
pub fn with_defaults(argv: Vec<String>) -> Result<Vec<String>, Failure> {
    let Ok(matches) = Cli::command().try_get_matches_from(&argv) else {
        // The parser says what is wrong.
        return Ok(argv);
    };
    let Some((name, given)) = matches.subcommand() else {
        return Ok(argv);
    };
    let Some((path, table)) = source_of(given).map(|file| settings(&file)).transpose()?.flatten() else {
        return Ok(argv);
    };
    let mut defaults = Vec::new();
    for (key, value) in &table {
        check_key(&path, key)?;
        let words = words(&path, key, value)?;
        if applies(name, given, key) {
            defaults.extend(words);
        }
    }
    let with: Vec<_> = argv.iter().take(2).cloned().chain(defaults).chain(argv.iter().skip(2).cloned()).collect();
    match Cli::command().try_get_matches_from(&with) {
        Ok(_) => Ok(with),
        Err(error) => Err(Failure::io(format!("{}: [tool.npc]: {}", path.display(), first_line(&error.to_string())))),
    }
}

fn first_line(message: &str) -> String {
    let text = message.trim_start_matches("error: ");
    text.split("\n\n").next().unwrap_or(text).to_string()
}

/// The Python file that a command is about.
fn source_of(given: &ArgMatches) -> Option<PathBuf> {
    let one = given.try_get_one::<PathBuf>("file").ok().flatten();
    let first = || given.try_get_many::<PathBuf>("files").ok().flatten()?.next();
    one.or_else(first).cloned()
}

/// The table of the nearest pyproject.toml, if it has one.
fn settings(source: &Path) -> Result<Option<(PathBuf, Table)>, Failure> {
    let Ok(source) = std::path::absolute(source) else {
        return Ok(None);
    };
    let Some(path) = source.ancestors().skip(1).map(|folder| folder.join("pyproject.toml")).find(|path| path.is_file()) else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(&path)
        .map_err(|error| Failure::io(format!("cannot read `{}`: {}", path.display(), crate::input::reason(&error))))?;
    let table: Table = text.parse().map_err(|error| Failure::io(format!("{}: {error}", path.display())))?;
    match table.get("tool").and_then(|tool| tool.get("npc")) {
        None => Ok(None),
        Some(Value::Table(settings)) => Ok(Some((path, settings.clone()))),
        Some(_) => Err(Failure::io(format!("{}: [tool.npc] is not a table", path.display()))),
    }
}

fn check_key(path: &Path, key: &str) -> Result<(), Failure> {
    let known = || COMPILE.into_iter().chain(BUILD);
    if known().any(|name| name == key) {
        return Ok(());
    }
    let hint = match npc::closest(key, known()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("there are {}", known().collect::<Vec<_>>().join(", ")),
    };
    Err(Failure::io(format!("{}: [tool.npc] has no key `{key}`; {hint}", path.display())))
}

/// True if the command has the option, and the command line does not give it.
fn applies(command: &str, given: &ArgMatches, key: &str) -> bool {
    let id = key.replace('-', "_");
    let has = given.try_contains_id(&id).is_ok() && (command == "build" || COMPILE.contains(&key));
    has && given.value_source(&id) != Some(ValueSource::CommandLine)
}

/// The words that say the same on the command line.
fn words(path: &Path, key: &str, value: &Value) -> Result<Vec<String>, Failure> {
    let wrong = || Failure::io(format!("{}: [tool.npc]: `{key}` must be {}", path.display(), form(key)));
    if key == "unchecked" {
        return match value {
            Value::Boolean(true) => Ok(vec!["--unchecked".to_string()]),
            Value::Boolean(false) => Ok(Vec::new()),
            _ => Err(wrong()),
        };
    }
    let texts = match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) if form(key).contains("list") => {
            items.iter().map(|item| item.as_str().map(str::to_string).ok_or_else(wrong)).collect::<Result<_, _>>()?
        }
        _ => return Err(wrong()),
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let resolved = |text: String| match PATHS.contains(&key) && text != "-" {
        true => shortened(&folder.join(text)),
        false => text,
    };
    Ok(texts.into_iter().map(|text| format!("--{key}={}", resolved(text))).collect())
}

fn form(key: &str) -> &'static str {
    match key {
        "unchecked" => "true or false",
        "sig" | "export" | "path" | "emit" => "a text or a list of texts",
        _ => "a text",
    }
}

/// The path below the current folder, as messages should show it, or the whole path.
fn shortened(path: &Path) -> String {
    let below = std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf));
    let short = below.filter(|below| !below.as_os_str().is_empty()).unwrap_or_else(|| path.to_path_buf());
    short.to_string_lossy().into_owned()
}
