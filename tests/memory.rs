//! A million calls that return arrays and a hundred thousand that raise leave memory as it was, natively and in Node.

use npc::{Options, Source, Value, compile};

use std::fs;
use std::path::Path;
use std::process::Command;

const SOURCE: &str = "
import numpy as np


def scaled(n: int, by: float):
    x = np.arange(n) * by
    return x + np.ones(n)


def last(n: int, k: int):
    x = np.arange(n) * 2
    y = x[1:] + x[:-1]
    return y[k]


def inner(x: 'int64[:]', k: int):
    t = x * 2
    try:
        u = t + 1
        return u[k]
    finally:
        v = t - x
        t = v * v


def caught(n: int, k: int):
    x = np.arange(n) * 2
    total = 0
    for j in range(3):
        y = x + j
        try:
            z = y * y
            try:
                y = z + inner(y, k + j)
                if j == 2:
                    break
            except ValueError:
                total += 1000
            finally:
                w = y + z
                total += w[0]
        except IndexError as e:
            y = y - 1
            total += y[0]
            if k > n:
                raise e
            continue
    return total, y


def uncaught(n: int, k: int):
    x = np.ones(n)
    for j in range(2):
        try:
            x = x + 1
            y, z = caught(n, k)
        except IndexError:
            x = x * 2
            if j == 1:
                raise
    return z
";

/// Calls that return, and calls that raise.
const CALLS: usize = 1_000_000;
const RAISES: usize = 100_000;

/// Pages of memory that this process has resident.
fn resident_pages() -> usize {
    let text = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0)
}

#[test]
fn native_memory_stays_flat() {
    let program = compile(&Source::new("memory.py", SOURCE), &Options::default()).expect("the source compiles");
    let native = program.jit().expect("this machine is supported");
    let calls = |calls: usize, raises: usize| {
        for k in 0..calls {
            let n = 1 + (k % 100) as i64;
            native.call("scaled", &mut [Value::Int(n), Value::Float(0.5)]).expect("an array");
        }
        for _ in 0..raises {
            let error = native.call("last", &mut [Value::Int(10), Value::Int(99)]).expect_err("an exception");
            assert_eq!(error.exception, "IndexError");
        }
        for k in 0..calls / 10 {
            let n = 1 + (k % 10) as i64;
            native.call("caught", &mut [Value::Int(n), Value::Int(n - (k % 5) as i64)]).expect("a result");
        }
        for _ in 0..raises {
            let error = native.call("uncaught", &mut [Value::Int(10), Value::Int(11)]).expect_err("an exception");
            assert_eq!(error.exception, "IndexError");
        }
    };
    calls(CALLS / 20, RAISES / 20);
    let before = resident_pages();
    calls(CALLS, RAISES);
    let grown = resident_pages().saturating_sub(before);
    assert!(grown < 256, "{grown} pages more than before");
}

#[test]
fn wasm_memory_stays_flat_in_node() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("memory_node");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("package.json"), r#"{"type": "module"}"#).expect("a file");
    fs::write(folder.join("memory.py"), SOURCE).expect("a file");
    let script = format!(
        "import {{ scaled, last, caught, uncaught, npc }} from './memory.js';
const calls = (calls, raises) => {{
  for (let k = 0; k < calls; k++) scaled(1 + (k % 100), 0.5);
  for (let k = 0; k < raises; k++) try {{ last(10, 99); process.exit(2); }} catch (error) {{ if (error.name !== 'IndexError') throw error; }}
  for (let k = 0; k < calls / 10; k++) caught(1 + (k % 10), 1 + (k % 10) - (k % 5));
  for (let k = 0; k < raises; k++) try {{ uncaught(10, 11); process.exit(2); }} catch (error) {{ if (error.name !== 'IndexError') throw error; }}
}};
calls({CALLS} / 20, {RAISES} / 20);
const bytes = npc.memory.buffer.byteLength, used = npc.inUse;
calls({CALLS}, {RAISES});
console.log(npc.memory.buffer.byteLength - bytes, npc.inUse - used);
"
    );
    fs::write(folder.join("use.js"), script).expect("a file");
    let built = Command::new(env!("CARGO_BIN_EXE_npc")).current_dir(&folder).arg("memory.py").status().expect("npc runs");
    assert!(built.success());
    let output = Command::new("node").current_dir(&folder).arg("use.js").output().expect("node runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(text.trim(), "0 0", "{}", String::from_utf8_lossy(&output.stderr));
}
