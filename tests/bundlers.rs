//! Bundlers take a module in the default form as it is, and other runtimes than Node run it.
//!
//! `NPC_BUNDLERS` names a folder in which the packages of `PACKAGES` are installed (`.ci/run setup` does that).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGES: &str = "esbuild@0.28.2 rollup@4.68.8 webpack@5.112.2 vite@7.3.8 deno@2.9.6 bun@1.4.5";
const ANSWERS: &str = "8,3,6 TypeError: np_sum(x): expected int32[n], got float32[2]\n";

/// Where the tools are; nothing if the environment says that what is not installed is not tested.
fn tools() -> Option<PathBuf> {
    let tools = std::env::var_os("NPC_BUNDLERS").map(PathBuf::from);
    let skip = std::env::var_os("NPC_SKIP_MISSING").is_some();
    assert!(
        skip || tools.is_some(),
        "set NPC_BUNDLERS to a folder in which `npm install {PACKAGES}` was run, or NPC_SKIP_MISSING=1 to go without"
    );
    if tools.is_none() {
        eprintln!("skipped: NPC_BUNDLERS is not set");
    }
    tools
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{stdout}{stderr}");
    stdout.into_owned()
}

/// A folder with the bindings and what imports them.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bundlers").join(name);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("kernels.py"), "def np_sum(x: 'int32[:]') -> 'int64':\n    return x.sum()\n").expect("a file");
    fs::write(folder.join("package.json"), r#"{"type": "module"}"#).expect("a file");
    fs::copy(root().join("tests/bundlers/entry.mjs"), folder.join("entry.mjs")).expect("the entry");
    run(Command::new(env!("CARGO_BIN_EXE_npc")).current_dir(&folder).args(["-q", "kernels.py"]).env("PYTHONPATH", ""));
    folder
}

fn bundled_by(tool: &str) {
    let Some(tools) = tools() else { return };
    let folder = folder(tool);
    let mut build = Command::new("node");
    build.arg(root().join("tests/bundlers/build.mjs")).arg(tool).arg(&folder).env("NPC_BUNDLERS", tools);
    run(&mut build);
    let alone = folder.join("alone");
    fs::create_dir_all(&alone).expect("a folder");
    let bundle = alone.join("bundle.mjs");
    fs::copy(folder.join(format!("{tool}.out.mjs")), &bundle).expect("the bundle");
    assert_eq!(run(Command::new("node").arg(bundle)), ANSWERS);
}

#[test]
fn esbuild() {
    bundled_by("esbuild");
}

#[test]
fn rollup() {
    bundled_by("rollup");
}

#[test]
fn webpack() {
    bundled_by("webpack");
}

#[test]
fn vite() {
    bundled_by("vite");
}

#[test]
fn node() {
    assert_eq!(run(Command::new("node").arg(folder("node").join("entry.mjs"))), ANSWERS);
}

#[test]
fn deno_and_bun() {
    let Some(tools) = tools() else { return };
    for (tool, args) in [("deno", ["run", "-q"]), ("bun", ["run", "--silent"])] {
        let program = tools.join("node_modules/.bin").join(tool);
        let said = run(Command::new(program).args(args).arg(folder(tool).join("entry.mjs")).env("NO_COLOR", "1"));
        assert_eq!(said, ANSWERS, "{tool}");
    }
}
