//! The accuracy of the math functions in `stdlib/math`: `tests/math/ulp.py`, with few points, and the special values.

use std::path::Path;
use std::process::Command;

#[test]
#[cfg(target_arch = "x86_64")] // libquadmath
fn errors_stay_below_one_ulp() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/math/ulp.py");
    let output = Command::new("python3").arg(script).arg(env!("CARGO_BIN_EXE_npc")).output().expect("python3 starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    assert_eq!(text(&output.stdout).matches("| `").count(), 25, "a row for each function:\n{}", text(&output.stdout));
}
