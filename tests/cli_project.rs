//! The `npc` command in a project: `[tool.npc]`, `--watch`, SARIF, completions.

use serde_json::Value as Json;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const KERNELS: &str = "def twice(x: int):\n    return 2 * x\n\n\ndef untyped(x):\n    return x\n";

/// A folder with `src/kernels.py`.
struct Place(tempfile::TempDir);

/// What a command did.
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Place {
    fn new() -> Place {
        let place = Place(tempfile::tempdir().expect("a folder"));
        fs::create_dir(place.path("src")).expect("a folder");
        place.write("src/kernels.py", KERNELS);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, contents: &str) {
        fs::write(self.path(name), contents).expect("a file");
    }

    fn project(&self, settings: &str) -> &Place {
        self.write("pyproject.toml", &format!("[project]\nname = \"p\"\n\n[tool.npc]\n{settings}\n"));
        self
    }

    fn npc(&self, line: &str) -> Outcome {
        let mut command = Command::new(env!("CARGO_BIN_EXE_npc"));
        let output = command.args(line.split(' ')).current_dir(self.0.path()).output().expect("npc starts");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Outcome { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

impl Outcome {
    #[track_caller]
    fn ok(self) -> Outcome {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    fn fails(&self, code: i32, text: &str) {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        assert!(self.stderr.contains(text), "expected `{text}` in:\n{}", self.stderr);
    }
}

// ---- [tool.npc]

#[test]
fn the_project_gives_defaults() {
    let place = Place::new();
    place.project("output = \"out\"\nbindings = \"raw\"\nsig = [\"untyped: (float)\"]\njs-int64 = \"bigint\"");
    let said = place.npc("src/kernels.py").ok().stdout;
    assert!(said.contains("out/kernels.wasm"), "{said}");
    let script = fs::read_to_string(place.path("out/kernels.js")).expect("written");
    assert!(script.contains("instantiateSync") && script.contains("untyped"), "{script}");
    assert!(fs::read_to_string(place.path("out/kernels.d.ts")).expect("written").contains("bigint"));
    assert_eq!(place.npc("run src/kernels.py untyped 1.5").ok().stdout, "1.5\n");
}

#[test]
fn the_command_line_wins() {
    let place = Place::new();
    place.project("output = \"out\"\nbindings = \"none\"\nint = \"wrap\"");
    place.npc("src/kernels.py -o other --bindings esm").ok();
    assert!(place.path("other/kernels.js").is_file() && !place.path("out").exists());
    assert_eq!(place.npc("run src/kernels.py twice 9223372036854775807").ok().stdout, "-2\n");
    place.npc("run src/kernels.py twice 9223372036854775807 --int raise").fails(1, "OverflowError");
}

#[test]
fn paths_are_those_of_the_project() {
    let place = Place::new();
    fs::create_dir(place.path("lib")).expect("a folder");
    place.write("lib/utils.py", "def half(x):\n    return x / 2\n");
    place.write("src/main.py", "from utils import half\n\n\ndef f(x: float):\n    return half(x)\n");
    place.project("path = \"lib\"\noutput = \"build\"");
    let mut command = Command::new(env!("CARGO_BIN_EXE_npc"));
    let output = command.arg("main.py").current_dir(place.path("src")).output().expect("npc starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(place.path("build/main.wasm").is_file());
    // The nearest pyproject.toml counts, also where it says nothing.
    place.write("src/pyproject.toml", "[project]\nname = \"inner\"\n");
    place.npc("check src/main.py").fails(1, "half");
}

#[test]
fn settings_are_checked() {
    let place = Place::new();
    place
        .project("bindigs = \"raw\"")
        .npc("check src/kernels.py")
        .fails(2, "[tool.npc] has no key `bindigs`; did you mean `bindings`?");
    place.project("colour = true").npc("src/kernels.py").fails(2, "no key `colour`; there are sig,");
    place.project("int = 3").npc("check src/kernels.py").fails(2, "`int` must be a text");
    place.project("int = \"wrapp\"").npc("check src/kernels.py").fails(2, "invalid value 'wrapp'");
    place.project("unchecked = \"yes\"").npc("check src/kernels.py").fails(2, "`unchecked` must be true or false");
    place.project("int = ").npc("check src/kernels.py").fails(2, "pyproject.toml");
    place.write("pyproject.toml", "tool.npc = 3\n");
    place.npc("check src/kernels.py").fails(2, "[tool.npc] is not a table");
    place.write("pyproject.toml", "[tool.other]\nbindigs = 1\n");
    place.npc("check src/kernels.py").ok();
}

// ---- SARIF

#[test]
fn sarif_holds_rules_and_ranges() {
    let place = Place::new();
    place.write("src/wrong.py", "def f(x: int):\n    return y\n\n\ndef g(x: int):\n    return z\n");
    let outcome = place.npc("check src/wrong.py --output-format sarif");
    assert_eq!(outcome.code, Some(1));
    let document: Json = serde_json::from_str(&outcome.stderr).expect("one JSON document");
    assert_eq!(document["version"], "2.1.0");
    assert!(document["$schema"].as_str().is_some_and(|schema| schema.ends_with("sarif-2.1.0.json")));
    let run = &document["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!((driver["name"].as_str(), driver["rules"].as_array().map(Vec::len)), (Some("npc"), Some(1)));
    assert_eq!(driver["rules"][0]["id"], "unknown-name");
    assert!(driver["rules"][0]["shortDescription"]["text"].as_str().is_some_and(|text| !text.is_empty()));
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    let place_of = |result: &Json| result["locations"][0]["physicalLocation"].clone();
    assert_eq!(results[0]["ruleId"], "unknown-name");
    assert_eq!(results[0]["level"], "error");
    assert!(results[0]["message"]["text"].as_str().is_some_and(|text| text.contains("'y'")));
    assert_eq!(place_of(&results[0])["artifactLocation"]["uri"], "src/wrong.py");
    let region = place_of(&results[1])["region"].clone();
    assert_eq!((&region["startLine"], &region["startColumn"]), (&6.into(), &12.into()));
    assert_eq!((&region["endLine"], &region["endColumn"]), (&6.into(), &13.into()));
}

#[test]
fn sarif_says_that_nothing_was_found() {
    let place = Place::new();
    place.write("src/right.py", "def f(x: int):\n    return x\n");
    let outcome = place.npc("check -q src/right.py --output-format=sarif").ok();
    let document: Json = serde_json::from_str(&outcome.stderr).expect("a document");
    assert_eq!(document["runs"][0]["results"], Json::Array(Vec::new()));
}

// ---- completions

#[test]
fn completions_know_the_codes() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = place.npc(&format!("completions {shell}")).ok().stdout;
        assert!(script.contains("parity"), "{shell}");
        assert!(script.contains("shape-mismatch"), "{shell}");
    }
}

#[test]
fn every_option_has_a_text() {
    let place = Place::new();
    for command in ["build", "run", "check", "parity", "page", "explain", "features", "completions"] {
        let help = place.npc(&format!("{command} --help")).ok().stdout;
        let mut lines = help.lines().peekable();
        while let Some(line) = lines.next() {
            let is_option =
                line.starts_with("  ") && line.trim_start().starts_with('-') && !line.trim_start().starts_with("- ");
            let described = line.trim().contains("  ") || lines.peek().is_some_and(|next| next.starts_with("          "));
            assert!(!is_option || described, "{command}: {line}");
        }
    }
}

// ---- --watch

/// A command that goes on, and what it says on standard error.
struct Watch {
    child: std::process::Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(place: &Place, line: &str) -> Watch {
        let mut command = Command::new(env!("CARGO_BIN_EXE_npc"));
        let command = command.args(line.split(' ')).current_dir(place.0.path()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("npc starts");
        let err = child.stderr.take().expect("standard error");
        let (send, lines) = channel();
        std::thread::spawn(move || BufReader::new(err).lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Watch { child, lines }
    }

    /// Waits for a line that holds a text.
    #[track_caller]
    fn says(&self, text: &str) {
        let mut seen = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(Duration::from_secs(30)) {
            let found = line.contains(text);
            seen.push(line);
            if found {
                return;
            }
        }
        panic!("expected `{text}` after:\n{}", seen.join("\n"));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn watch_compiles_again() {
    let place = Place::new();
    place.write("src/main.py", "from utils import half\n\n\ndef f(x: float):\n    return half(x)\n");
    let watch = Watch::start(&place, "build --watch src/main.py -o out");
    watch.says("error[");
    watch.says("[watch] not compiled; waiting for changes of 1 file");
    // A file that was missing is waited for, too.
    place.write("src/utils.py", "def half(x):\n    return x / 2\n");
    watch.says("utils.py has changed");
    watch.says("[watch] compiled in ");
    let before = fs::read(place.path("out/main.wasm")).expect("written");
    place.write("src/utils.py", "def half(x):\n    return x / 2 + 100\n");
    watch.says("[watch] compiled in ");
    assert_ne!(before, fs::read(place.path("out/main.wasm")).expect("written"));
    place.write("src/main.py", "def f(x: float:\n");
    watch.says("error[syntax-error]");
    fs::remove_file(place.path("src/main.py")).expect("removed");
    watch.says("cannot read");
    place.write("src/main.py", "def f(x: float):\n    return x\n");
    watch.says("[watch] compiled in ");
}

#[test]
fn watch_refuses_what_it_cannot_do() {
    let place = Place::new();
    place.npc("run --watch src/kernels.py twice 1").fails(2, "npc build --watch");
    place.npc("build --watch src/kernels.py --emit pdf").fails(2, "no kind of output");
    place.npc("build --watch src/missing.py").fails(2, "cannot read");
}
