//! The kernels of the benchmark against peers give NumPy's answers, natively and as wasm, also where they are small.

use std::path::Path;
use std::process::Command;

#[test]
fn kernels_agree_with_numpy() {
    let run = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/run.py");
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("peers");
    let done = Command::new("python3")
        .arg(run)
        .args(["--quick", "--rounds", "1", "--size", "1000", "--peers", "wasm,native,numpy,js"])
        .args(["--npc", env!("CARGO_BIN_EXE_npc"), "--cache"])
        .arg(cache)
        .output()
        .expect("python3");
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}
