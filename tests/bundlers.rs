//! Bundlers take a module in the default form as it is, and other runtimes than Node run it.
//!
//! The tools come from npm into the target folder, once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

const PACKAGES: &str = "esbuild@0.28.2 rollup@4.68.8 webpack@5.112.2 vite@7.3.8 deno@2.9.6 bun@1.4.5";
const ANSWERS: &str = "8,3,6 TypeError: np_sum(x): expected int32[n], got float32[2]\n";

/// The folder with the tools, which npm fills once; nothing if the environment says that what is missing is not tested.
static TOOLS: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    if std::env::var_os("NPC_SKIP_MISSING").is_some() {
        eprintln!("skipped: NPC_SKIP_MISSING is set");
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bundlers/tools");
    let (packages, done) = (PACKAGES.split_whitespace(), folder.join("installed"));
    if fs::read_to_string(&done).is_ok_and(|installed| installed == PACKAGES) {
        return Some(folder);
    }
    run(Command::new("npm").args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).args(packages));
    fs::write(done, PACKAGES).expect("a file");
    Some(folder)
});

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
    let Some(tools) = &*TOOLS else { return };
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
    let Some(tools) = &*TOOLS else { return };
    for (tool, args) in [("deno", ["run", "-q"]), ("bun", ["run", "--silent"])] {
        let program = tools.join("node_modules/.bin").join(tool);
        let said = run(Command::new(program).args(args).arg(folder(tool).join("entry.mjs")).env("NO_COLOR", "1"));
        assert_eq!(said, ANSWERS, "{tool}");
    }
}
