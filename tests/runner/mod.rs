//! The test runner: programs of `tests/programs/` with NumPy's answers, run natively, in wasmtime and in Node.
//!
//! - `oracle` asks `tests/oracle/oracle.py` for the answers, once for all files, and keeps them;
//! - `case` is one run line: a call with values, and what must come of it;
//! - `signature` binds keyword arguments, `program` compiles, `check` compares;
//! - `legs` run natively and in wasmtime, `node` through the generated bindings, `memory` with too little memory;
//! - `worker` keeps crashes apart.
#![allow(dead_code, reason = "each test binary uses a part of the runner")]

pub mod case;
pub mod check;
pub mod legs;
pub mod memory;
pub mod node;
pub mod oracle;
pub mod program;
pub mod signature;
pub mod worker;

use std::path::PathBuf;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder for what the tests write.
pub fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// Every Python file below a folder of `tests/`, in order.
pub fn python_files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("tests").join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Runs `work` on a thread with room for the compiler and for deep recursion.
pub fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work).expect("a thread");
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
