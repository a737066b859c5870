//! Sources that nobody writes: each gives a clear error within seconds, and never a panic.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Far more than a debug build takes.
const LIMIT: Duration = Duration::from_secs(60);

struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new(source: impl AsRef<[u8]>) -> Case {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("hostile.py"), source).expect("a file");
        Case { folder }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("hostile.py")
    }

    /// Runs `npc check`; stops it when it takes too long.
    fn check(&self) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_npc"));
        command.arg("check").arg("--output-format=concise").arg(self.file());
        let start = Instant::now();
        let mut child = command.stdout(Stdio::null()).stderr(self.stderr()).spawn().expect("npc starts");
        loop {
            if let Some(status) = child.try_wait().expect("npc is there") {
                let stderr = fs::read(self.folder.path().join("stderr")).unwrap_or_default();
                return Output { status, stdout: Vec::new(), stderr };
            }
            if start.elapsed() > LIMIT {
                child.kill().expect("npc can be stopped");
                panic!("npc takes longer than {LIMIT:?}");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Into a file: a pipe would fill up.
    fn stderr(&self) -> fs::File {
        fs::File::create(self.folder.path().join("stderr")).expect("a file")
    }
}

/// Checks that the source is refused with an error that holds `text`.
fn refused(source: impl AsRef<[u8]>, text: &str) {
    let output = Case::new(source).check();
    let stderr = String::from_utf8_lossy(&output.stderr);
    let start: String = stderr.chars().take(2000).collect();
    assert_eq!(output.status.code(), Some(1), "{start}");
    assert!(stderr.contains("error"), "{start}");
    assert!(stderr.contains(text), "expected `{text}` in:\n{start}");
    assert!(stderr.len() < 100_000, "the report has {} bytes", stderr.len());
}

/// Checks that the source is compiled or refused, whichever.
fn survived(source: impl AsRef<[u8]>) {
    let output = Case::new(source).check();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}: {stderr}", output.status);
}

fn function(expression: &str) -> String {
    format!("def f(x: int):\n    return {expression}\n")
}

#[test]
fn parentheses_a_hundred_thousand_deep() {
    refused(function(&format!("{}x{}", "(".repeat(100_000), ")".repeat(100_000))), "too-large");
}

#[test]
fn brackets_that_never_close() {
    refused(function(&"[".repeat(100_000)), "error");
}

#[test]
fn unary_operators_a_hundred_thousand_deep() {
    refused(function(&format!("{}x", "-".repeat(100_000))), "too-large");
    refused(function(&format!("{}x", "not ".repeat(100_000))), "too-large");
}

#[test]
fn calls_and_subscripts_a_hundred_thousand_deep() {
    refused(function(&format!("{}x{}", "abs(".repeat(100_000), ")".repeat(100_000))), "too-large");
    refused(function(&format!("x{}", "[0]".repeat(100_000))), "error");
    refused(function(&format!("x{}", ".a".repeat(100_000))), "error");
    refused(function(&format!("x{}", "()".repeat(100_000))), "error");
}

#[test]
fn a_chain_of_a_hundred_thousand_additions() {
    refused(function(&format!("x{}", " + x".repeat(100_000))), "too-large");
}

#[test]
fn other_long_chains() {
    survived(function(&format!("x{}", " < x".repeat(20_000))));
    survived(function(&format!("x{}", " and x".repeat(20_000))));
    survived(function(&format!("x{}", " if x else x".repeat(20_000))));
    survived(function(&format!("x{}", " ** x".repeat(20_000))));
    survived(function(&format!("({})", "x, ".repeat(20_000))));
}

#[test]
fn blocks_nested_deeply() {
    let nested: String = (0..5_000).map(|depth| format!("{}if x:\n", " ".repeat(depth + 1))).collect();
    refused(format!("def f(x: int):\n{nested}{}return x\n", " ".repeat(5_001)), "error");
    let elifs = "    elif x == 1:\n        x = 2\n".repeat(10_000);
    survived(format!("def f(x: int):\n    if x == 0:\n        x = 1\n{elifs}    return x\n"));
}

#[test]
fn functions_within_functions() {
    let nested: String = (0..2_000).map(|depth| format!("{}def f(x: int):\n", " ".repeat(depth))).collect();
    refused(format!("{nested}{}return x\n", " ".repeat(2_001)), "error");
}

#[test]
fn many_statements() {
    survived(format!("def f(x: int):\n{}    return x\n", "    x = x + 1\n".repeat(3_000)));
    survived("def f(x: int): return x\n".repeat(3_000));
}

#[test]
fn huge_literals() {
    refused(function(&"9".repeat(100_000)), "overflow");
    survived(function(&format!("1.{}", "9".repeat(100_000))));
    survived(function(&format!("1e{}", "9".repeat(1_000))));
    refused(function(&format!("'{}'", "a".repeat(1_000_000))), "error");
    survived(function(&format!("0x{}", "f".repeat(100_000))));
}

#[test]
fn powers_of_powers() {
    survived(function("10**10**10"));
    survived(function("2**63"));
    survived(function("x**10**9"));
    survived(function("1 << 10**9"));
    survived(function("(10**18)**(10**18)"));
}

#[test]
fn static_work_without_end() {
    survived("def f(x: int):\n    for i in (1,) * 1000000000:\n        x += i\n    return x\n");
    survived("N = 1 << 62\ndef f(x: int):\n    return (0,) * N\n");
    survived("def f(x: int):\n    return 'a' * 10**12\n");
    survived("import numpy as np\ndef f(x: int):\n    return np.zeros((1,) * 100)\n");
}

#[test]
fn recursion_between_types() {
    refused("def f(x: int):\n    return f((x, x))\n", "error");
    refused("def g(x):\n    return g((x,))\n\n\ndef f(x: int):\n    return g(x)\n", "error");
}

#[test]
fn bytes_that_are_no_text() {
    refused(b"def f(x: int):\n    return x\xff\xfe\n", "UTF-8");
    refused(b"\x00asm\x01\x00\x00\x00", "error");
    refused(b"def f(x: int):\n    return x\x00\n", "error");
    refused(b"\xef\xbb\xbf\xef\xbb\xbfdef", "error");
    survived(b"\xef\xbb\xbfdef f(x: int):\n    return x\n");
    survived(b"def f(x: int):\r    return x\r");
    survived(b"def f(x: int):\r\n    return x\r\n");
    survived(b"def f(x: int):\n\x0c    return x\n");
    refused("def f(x: int):\n    return “x”\n", "error");
}

#[test]
fn random_bytes() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for length in [1, 10, 100, 1_000, 100_000] {
        let bytes: Vec<u8> = (0..length).map(|_| next() as u8).collect();
        survived(&bytes);
        // Printable ones get past the check for UTF-8.
        let text: Vec<u8> = bytes.iter().map(|byte| if *byte % 16 == 0 { b'\n' } else { 32 + byte % 95 }).collect();
        survived(&text);
    }
}

#[test]
fn mangled_programs() {
    let program = "import numpy as np\n\n\ndef f(x: int, y: float):\n    a = np.zeros((x, 2))\n    for i in range(x):\n        a[i, 0] = y * (i + 1)\n    return a[:, ::-1].sum(axis=0), a.shape\n";
    for at in (0..program.len()).step_by(7) {
        let mut cut = program.to_string();
        cut.remove(at);
        survived(&cut);
        survived(&program[..at]);
    }
}

#[test]
fn an_empty_file() {
    refused("", "nothing-to-export");
    refused("# nothing\n", "nothing-to-export");
}

/// `try` in `try`, with something in each innermost block.
fn nested_tries(depth: usize, clause: &str, inside: bool) -> String {
    let mut source = "def f(x: 'int64[:]', i: int) -> int:\n".to_string();
    let indent = |level: usize| "    ".repeat(level + 1);
    for level in 0..depth {
        let first =
            if inside { format!("{}i += x[i]\n{}{clause}:\n", indent(level + 1), indent(level)) } else { String::new() };
        source += &format!("{}try:\n{first}", indent(level));
    }
    source += &format!("{}return x[i]\n", indent(depth));
    if !inside {
        for level in (0..depth).rev() {
            source += &format!("{}{clause}:\n{}i += 1\n", indent(level), indent(level + 1));
        }
    }
    source + "    return i\n"
}

#[test]
fn try_statements_in_each_other() {
    survived(nested_tries(60, "except ValueError", false));
    survived(nested_tries(40, "except", true));
    survived(nested_tries(40, "finally", false));
    refused(nested_tries(40, "finally", true), "too-large");
}

#[test]
fn names_assigned_by_thousands_in_a_try() {
    let assignments: String = (0..5000).map(|k| format!("        a{} = x[i] + {k}\n", k % 500)).collect();
    let sum: Vec<_> = (0..500).map(|k| format!("a{k}")).collect();
    survived(format!(
        "def f(x: 'int64[:]', i: int) -> int:\n    try:\n{assignments}    except IndexError:\n        return {}\n    return 0\n",
        sum.join(" + ")
    ));
}
