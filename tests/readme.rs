//! The first uses in `README.md` run as they stand there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md")
}

/// The first code block in a language.
fn block(language: &str) -> String {
    let readme = readme();
    let start = readme.split(&format!("```{language}\n")).nth(1).expect("the block is there");
    start.split("```").next().unwrap_or_default().to_string()
}

/// A folder with `kernels.py`.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("kernels.py"), block("python")).expect("a file");
    folder
}

#[track_caller]
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn in_node() {
    let folder = folder("readme_node");
    fs::write(folder.join("package.json"), r#"{"type": "module"}"#).expect("a file");
    fs::write(folder.join("use.js"), block("js")).expect("a file");
    run(Command::new(env!("CARGO_BIN_EXE_npc")).current_dir(&folder).arg("kernels.py"));
    assert_eq!(run(Command::new("node").current_dir(&folder).arg("use.js")), "14\n7000000\n");
}

#[test]
fn in_a_page() {
    let folder = folder("readme_page");
    fs::write(folder.join("own.html"), block("html")).expect("a file");
    run(Command::new(env!("CARGO_BIN_EXE_npc")).current_dir(&folder).args([
        "page",
        "--template",
        "own.html",
        "-o",
        "page.html",
    ]));
    let page = fs::read_to_string(folder.join("page.html")).expect("the page");
    assert!(page.contains("data:text/javascript") && !page.contains("./kernels.js"));
}

#[test]
fn on_the_command_line() {
    let folder = folder("readme_run");
    let mut npc = Command::new(env!("CARGO_BIN_EXE_npc"));
    assert_eq!(run(npc.current_dir(&folder).args(["run", "kernels.py", "np_sum", "[3, 1, 4]"])), "8\n");
}

#[test]
#[rustfmt::skip] // The lines are aligned as in the README.
fn in_rust() -> Result<(), Box<dyn std::error::Error>> {
    // The block as it stands in the README, which the last line compares.
    let source = npc::Source::new("kernels.py", "import numpy as np\ndef f(x: 'float64[:]'):\n    return np.sqrt(x).sum()\n");
    let native = npc::compile(&source, &npc::Options::default())?.jit()?;
    let f = native.func::<fn(npc::In<f64, 1>) -> f64>("f")?;   // types are checked here, once
    let total = f.call(((&[1.0, 4.0, 9.0]).into(),))?;         // slices, views with strides, `ndarray`s (feature `ndarray`)
    assert_eq!(total, 6.0);
    let lines = block("rust");
    let here = include_str!("readme.rs");
    assert!(lines.lines().all(|line| here.contains(line)), "tests/readme.rs does not run these lines:\n{lines}");
    Ok(())
}
