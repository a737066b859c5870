//! `npc parity` from outside: what it compares, what it leaves out, and that it finds differences.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const KERNELS: &str = "\
import numpy as np


def norm(x: 'float64[:]'):
    \"\"\"The length of a vector.

    >>> norm(np.array([3.0, 4.0]))
    np.float64(5.0)
    \"\"\"
    return np.sqrt((x * x).sum())


def bump(x: 'int32[:, :]', by: 'int32'):
    x += by


def multiply(a: int, b: int):
    return a * b


def whole(x: 'float64[:]'):
    return np.floor(x)


def round_down(x: 'float64[:]'):
    x[:] = np.floor(x)


def difference(x: 'float64[:]', h: float):
    # npc: domain x: -10 < x < 10, h: {1e-9, 1e-3}
    return np.sin(x + h) - np.sin(x)


multiply(6, 7)
";

/// What a Python that runs this at its start says of `np.floor`.
const LIE: &str = "\
import numpy

true_floor = numpy.floor
numpy.floor = lambda x: true_floor(x) + (numpy.size(x) > 6)
";

/// A folder with `kernels.py`.
struct Place(tempfile::TempDir);

/// What a command did.
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Place {
    fn new() -> Place {
        let place = Place(tempfile::tempdir().expect("a folder"));
        place.write("kernels.py", KERNELS);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path(name), contents).expect("a file");
    }

    /// A program that starts Python with these words, to be named by `NPC_PYTHON`.
    #[cfg(unix)]
    fn python(&self, name: &str, words: &str) -> String {
        use std::os::unix::fs::PermissionsExt;
        self.write(name, format!("#!/bin/sh\nexec env {words} \"$@\"\n"));
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o755)).expect("a program");
        self.path(name).to_string_lossy().into_owned()
    }

    /// A Python whose NumPy lies.
    #[cfg(unix)]
    fn liar(&self) -> String {
        fs::create_dir(self.path("lie")).expect("a folder");
        self.write("lie/sitecustomize.py", LIE);
        self.python("liar", &format!("PYTHONPATH={} python3", self.path("lie").display()))
    }

    fn parity(&self, line: &str, python: Option<&str>) -> Outcome {
        let mut words = vec!["parity"];
        words.extend(line.split(' '));
        self.command(&mut Command::new(env!("CARGO_BIN_EXE_npc")), &words, python)
    }

    fn command(&self, command: &mut Command, words: &[&str], python: Option<&str>) -> Outcome {
        let command = command.args(words).current_dir(self.0.path()).env_remove("NPC_PYTHON");
        if let Some(python) = python {
            command.env("NPC_PYTHON", python);
        }
        let output = command.output().expect("npc starts");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Outcome { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

impl Outcome {
    #[track_caller]
    fn ends(&self, code: i32) -> &Outcome {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        assert!(!self.stderr.contains("a bug in npc"), "{}", self.stderr);
        self
    }

    #[track_caller]
    fn says(&self, text: &str) -> &Outcome {
        assert!(
            self.stdout.contains(text) || self.stderr.contains(text),
            "expected `{text}` in:\n{}{}",
            self.stdout,
            self.stderr
        );
        self
    }

    /// The line about a function.
    #[track_caller]
    fn line(&self, function: &str) -> &str {
        let line = self.stdout.lines().find(|line| line.split(' ').next() == Some(function));
        line.unwrap_or_else(|| panic!("no line about `{function}` in:\n{}{}", self.stdout, self.stderr))
    }
}

#[test]
fn all_legs_agree_with_numpy() {
    let outcome = Place::new().parity("kernels.py --cases 60", None);
    outcome.ends(0).says("kernels.py: NumPy 2.").says("6 functions, 362 cases: no differences");
    outcome.says("against native, wasmtime, Node\n");
    assert!(outcome.line("norm").contains("61 cases  equal") && outcome.line("norm").contains("(1 from the file"));
    assert!(outcome.line("multiply").contains("1 from the file") && outcome.line("multiply").contains("beyond 64 bits"));
    assert!(outcome.line("bump").contains("60 cases  equal"));
    assert!(outcome.line("difference").contains("within "), "{}", outcome.stdout);
}

#[test]
fn node_can_be_left_out() {
    let outcome = Place::new().parity("kernels.py whole --cases 5 --via wasmtime", None);
    outcome.ends(0).says("against native, wasmtime; without Node\n");
}

#[cfg(unix)]
#[test]
fn a_lie_is_found_and_reproduced() {
    let place = Place::new();
    let liar = place.liar();
    for (function, what) in
        [("whole", "native and NumPy: element 0: "), ("round_down", "native and NumPy: `x` after the call: element 0: ")]
    {
        let outcome = place.parity(&format!("kernels.py {function} --seed 3 --cases 50"), Some(&liar));
        outcome.ends(1).says(what).says("    x = float64 of shape [").says("1 of 1 function failed");
        let command = outcome.stdout.lines().find_map(|line| line.strip_prefix("  reproduce: npc ")).expect("a command");
        assert!(command.starts_with(&format!("parity kernels.py {function} --seed 3 --case ")), "{command}");
        let words: Vec<_> = command.split(' ').collect();
        let again = || place.command(&mut Command::new(env!("CARGO_BIN_EXE_npc")), &words, Some(&liar));
        again().ends(1).says("    1 cases  1 differ").says(what);
        let report = |outcome: &Outcome| {
            let lines = outcome.stdout.lines().skip_while(|line| !line.starts_with("  case "));
            lines.take_while(|line| !line.contains("failed")).map(str::to_string).collect::<Vec<_>>()
        };
        assert_eq!(report(&again()), report(&outcome));
        place.command(&mut Command::new(env!("CARGO_BIN_EXE_npc")), &words, None).ends(0);
    }
}

#[cfg(unix)]
#[test]
fn python_without_numpy_is_named() {
    let place = Place::new();
    let bare = place.python("bare", "python3 -S");
    place.parity("kernels.py", Some(&bare)).ends(2).says("has no NumPy").says("NPC_PYTHON");
    place.parity("kernels.py", Some("/nowhere/python")).ends(2).says("cannot start `/nowhere/python`");
}

#[test]
fn domains_narrow_what_is_generated() {
    let place = Place::new();
    let source = "\
import numpy as np


def steps(n: int):
    # npc: domain n: 0..40
    k = 0
    while n != 0:
        n -= 1
        k += 1
    return k


# npc: domain a.shape: (n, n), i: 0 <= i < n, n: 1..9
def corner(a: 'float64[:, :]', i: int, n: int):
    if a.shape[0] != a.shape[1] or n != a.shape[0]:
        raise ValueError('not square')
    return a[i, n - 1 - i]
";
    place.write("domains.py", source);
    let outcome = place.parity("domains.py --cases 80 --via wasmtime", None);
    outcome.ends(0).says("2 functions, 160 cases: no differences");
    assert!(!outcome.stdout.contains("left out"), "{}", outcome.stdout);
    place.write("wrong.py", "def f(x: float):\n    # npc: domain y: 1..2\n    return x\n");
    let wrong = place.parity("wrong.py", None);
    wrong.ends(1).says("error[wrong-domain]: `f` has no parameter `y`").says("--> wrong.py:2:19");
}

#[test]
fn what_python_cannot_finish_is_left_out() {
    let place = Place::new();
    let source = "def down(n: int):\n    while n != 0:\n        n -= 1\n    return n\n\n\ndown(5)\n";
    place.write("slow.py", source);
    let outcome = place.parity("slow.py --cases 40 --limit 0.2 --via wasmtime", None);
    outcome.ends(0);
    assert!(outcome.line("down").contains("slow in Python"), "{}", outcome.stdout);
    place.write("never.py", "def never(x: float):\n    while True:\n        x += 1.0\n    return x\n");
    place.parity("never.py --cases 9 --limit 0.1 --via wasmtime", None).ends(1).says("no case could be compared");
}

#[test]
fn arguments_come_from_a_file() {
    let place = Place::new();
    let array = |values: &[f64]| {
        let bytes = values.iter().flat_map(|x| x.to_le_bytes()).collect();
        npc::ArrayValue::from_contiguous(npc::DType::Float64, vec![values.len()], bytes).expect("an array")
    };
    let save = |name: &str, arrays: &[(String, npc::ArrayValue)]| {
        place.write(name, npc::values::npz::write(arrays).expect("a .npz file"));
    };
    save("named.npz", &[("x".to_string(), array(&[0.5, f64::NAN, -0.0]))]);
    save("numbered.npz", &[("arr_0".to_string(), array(&[0.5]))]);
    save("other.npz", &[("y".to_string(), array(&[0.5]))]);
    place.parity("kernels.py whole --args named.npz", None).ends(0).says("    1 cases  equal");
    place.parity("kernels.py whole --args numbered.npz", None).ends(0).says("    1 cases  equal");
    place.parity("kernels.py whole --args other.npz", None).ends(1).says("holds no `x`; it holds y");
    place.parity("kernels.py --args named.npz", None).ends(2).says("<FUNCTION>");
}

#[test]
fn wrong_uses_are_explained() {
    let place = Place::new();
    place.parity("kernels.py nrom", None).ends(2).says("did you mean `norm`?");
    place.parity("missing.py", None).ends(2).says("cannot read `missing.py`");
    place.parity("kernels.py --case 3", None).ends(2);
    place.write("wrong.py", "def f(x: int):\n    return y\n");
    place.parity("wrong.py", None).ends(1).says("error[unknown-name]");
}

#[test]
fn imports_are_found_where_npc_finds_them() {
    let place = Place::new();
    place.write("utils.py", "def twice(x):\n    return 2 * x\n");
    place.write(
        "main.py",
        "from .utils import twice\nimport utils\n\n\ndef f(x: 'float32[:]'):\n    return twice(x) + utils.twice(x)\n",
    );
    place.parity("main.py --cases 20 --via wasmtime", None).ends(0).says("20 cases  equal");
}

#[test]
fn the_examples_have_no_differences() {
    let place = Place::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let files = fs::read_dir(folder).expect("the examples").flatten().map(|entry| entry.path());
    let sources: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "py")).collect();
    assert!(!sources.is_empty());
    for source in sources {
        place.parity(&format!("{} --cases 30", source.display()), None).ends(0);
    }
}
