//! Complex numbers through the bindings for JavaScript.

use std::fs;
use std::path::Path;
use std::process::Command;

#[track_caller]
fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn scalars_are_pairs_and_arrays_interleaved() {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/complex");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("complex_js");
    fs::create_dir_all(&folder).expect("a folder");
    for name in ["kernels.py", "calls.mjs"] {
        fs::copy(from.join(name), folder.join(name)).expect("a file");
    }
    fs::write(folder.join("package.json"), r#"{"type": "module"}"#).expect("a file");
    run(Command::new(env!("CARGO_BIN_EXE_npc")).current_dir(&folder).arg("kernels.py"));
    run(Command::new("node").current_dir(&folder).arg("calls.mjs"));
}
