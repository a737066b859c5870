//! The examples in the docstrings of `stdlib/numpy/`: `stdlib_doctests.py` compares them with NumPy, and here each one is
//! compiled and run natively, and must print the same text.

use serde_json::Value as Json;
use std::path::Path;
use std::process::Command;

#[test]
fn examples_print_what_numpy_prints() {
    let examples = examples();
    let wrong: Vec<_> = examples.iter().filter_map(|example| check(example).err()).collect();
    assert!(wrong.is_empty(), "{} of {} examples:\n{}", wrong.len(), examples.len(), wrong.join("\n"));
}

/// The examples, after NumPy has agreed with them.
fn examples() -> Vec<Json> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stdlib_doctests.json");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stdlib_doctests.py");
    let output = Command::new("python3").arg(script).arg(&out).output().expect("python3 starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(out).expect("the script has written it");
    let examples: Vec<Json> = serde_json::from_str(&text).expect("JSON");
    assert!(examples.len() > 50, "there are only {} examples", examples.len());
    examples
}

fn check(example: &Json) -> Result<(), String> {
    let field = |key: &str| example[key].as_str().unwrap_or_default();
    let failed = |what: String| format!("{} ({}):\n{what}", field("name"), field("place"));
    let source = npc::Source::new("example.py", field("source"));
    let program = npc::compile(&source, &npc::Options::default()).map_err(|errors| failed(errors.to_string()))?;
    let native = program.jit().map_err(|error| failed(error.to_string()))?;
    let value = native.call("example", &mut []).map_err(|error| failed(error.to_string()))?;
    if value.repr() == field("expected") {
        return Ok(());
    }
    Err(failed(format!("  NumPy: {}\n  npc:   {}", field("expected"), value.repr())))
}
