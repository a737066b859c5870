//! The `npc` command from outside: what it writes, says and returns.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const KERNELS: &str = "\
import numpy as np
from numba import jit, int32


@jit(int32(int32, int32), nopython=True)
def add(x, y):
    return x + y


def scale(x: 'float64[:]', s: float):
    return x * s


def bump(x: 'int64[:]'):
    x += 1


def pair(n: int):
    return np.arange(n), n / 2


def pick(x, i):
    return x[i]
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

    fn npc(&self, args: &[&str]) -> Outcome {
        let output =
            Command::new(env!("CARGO_BIN_EXE_npc")).args(args).current_dir(self.0.path()).output().expect("npc starts");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Outcome { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Every file, in order.
    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder").flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn run(&self, line: &str) -> Outcome {
        self.npc(&std::iter::once("run").chain(["kernels.py"]).chain(line.split(' ')).collect::<Vec<_>>())
    }

    /// An array as NumPy would save it.
    fn save(&self, name: &str, array: &npc::ArrayValue) {
        self.write(name, npc::values::npy::write(array));
    }
}

impl Outcome {
    #[track_caller]
    fn ok(self) -> String {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self.stdout
    }

    #[track_caller]
    fn fails(&self, code: i32, text: &str) {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        assert!(self.stderr.contains(text), "expected `{text}` in:\n{}", self.stderr);
        assert!(!self.stderr.contains("panicked") && !self.stderr.contains("a bug in npc"), "{}", self.stderr);
    }
}

fn floats(values: &[f64]) -> npc::ArrayValue {
    let bytes = values.iter().flat_map(|x| x.to_le_bytes()).collect();
    npc::ArrayValue::from_contiguous(npc::DType::Float64, vec![values.len()], bytes).expect("an array")
}

fn integers(values: &[i64]) -> npc::ArrayValue {
    let bytes = values.iter().flat_map(|x| x.to_le_bytes()).collect();
    npc::ArrayValue::from_contiguous(npc::DType::Int64, vec![values.len()], bytes).expect("an array")
}

fn loaded(path: &Path) -> npc::ArrayValue {
    npc::values::npy::read(&fs::read(path).expect("saved")).expect("a .npy file")
}

#[test]
fn build_writes_three_files_beside_the_source() {
    let place = Place::new();
    let said = place.npc(&["kernels.py"]).ok();
    assert_eq!(place.files(), ["kernels.d.ts", "kernels.js", "kernels.py", "kernels.wasm"]);
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert!(lines[0].starts_with("kernels.wasm ") && lines[0].contains("B (gz "), "{said}");
    let wasm = fs::read(place.path("kernels.wasm")).expect("written");
    wasmparser::validate(&wasm).expect("valid");
}

#[test]
fn the_functions_without_types_are_named_in_a_warning() {
    let outcome = Place::new().npc(&["check", "kernels.py"]);
    assert!(outcome.stderr.contains("warning[untyped-functions]") && outcome.stderr.contains("pick"), "{}", outcome.stderr);
    outcome.ok();
    assert_eq!(Place::new().npc(&["check", "-q", "kernels.py"]).stderr, "");
}

#[test]
fn builds_are_reproducible() {
    let place = Place::new();
    place.npc(&["build", "kernels.py", "-o", "a"]).ok();
    place.npc(&["build", "kernels.py", "-o", "b"]).ok();
    for name in ["kernels.wasm", "kernels.js", "kernels.d.ts"] {
        assert!(fs::read(place.path("a").join(name)).ok() == fs::read(place.path("b").join(name)).ok(), "{name}");
    }
}

#[test]
fn output_is_a_file_a_folder_or_standard_output() {
    let place = Place::new();
    place.npc(&["kernels.py", "-o", "deep/er/out"]).ok();
    assert!(place.path("deep/er/out/kernels.js").is_file());
    place.npc(&["kernels.py", "-o", "one.wasm"]).ok();
    place.npc(&["-q", "kernels.py", "-o", "two.js"]).ok();
    assert!(place.path("one.wasm").is_file() && place.path("two.js").is_file() && !place.path("one.js").exists());
    let wat = place.npc(&["kernels.py", "--emit", "wat", "-o", "-"]).ok();
    assert!(wat.starts_with("(module"), "{wat}");
    let js = place.npc(&["kernels.py", "--emit", "js", "-o", "-"]).ok();
    assert_eq!(js, fs::read_to_string(place.path("deep/er/out/kernels.js")).expect("written"));
    place.npc(&["kernels.py", "-o", "-"]).fails(2, "one text form");
    place.npc(&["kernels.py", "--emit=wasm", "-o", "-"]).fails(2, "one text form");
}

#[test]
fn emit_chooses_what_is_written() {
    let place = Place::new();
    place.npc(&["kernels.py", "--emit", "wat,ir=flat,ir=arrays=first.txt,dts"]).ok();
    assert_eq!(place.files(), ["first.txt", "kernels.d.ts", "kernels.flat.npir", "kernels.py", "kernels.wat"]);
    place.npc(&["kernels.py", "--emit", "wat=same,js=same"]).fails(2, "two outputs go to `same`");
    place.npc(&["kernels.py", "--emit", "pdf"]).fails(2, "there is no kind of output `pdf`");
    place.npc(&["kernels.py", "--emit", "ir"]).fails(2, "needs a phase");
    place.npc(&["kernels.py", "--emit", "js=kernels.py"]).fails(2, "would replace the source");
}

#[test]
fn the_forms_of_bindings() {
    let place = Place::new();
    for kind in ["inline", "script", "esm", "raw", "worker"] {
        place.npc(&["kernels.py", "--bindings", kind, "-o", kind]).ok();
        assert!(place.path(kind).join("kernels.js").is_file(), "{kind}");
    }
    place.npc(&["kernels.py", "--bindings", "none", "-o", "none"]).ok();
    assert!(place.path("none/kernels.wasm").is_file() && !place.path("none/kernels.js").exists());
    place.npc(&["kernels.py", "--bindings", "esm", "-o", "only.js"]).ok();
    assert!(place.path("only.wasm").is_file());
    assert!(fs::read_to_string(place.path("only.js")).expect("written").contains("only.wasm"));
}

#[test]
fn nothing_is_left_of_a_build_that_fails() {
    let place = Place::new();
    fs::create_dir(place.path("kernels.d.ts")).expect("a folder");
    place.npc(&["kernels.py"]).fails(2, "it is a folder");
    assert_eq!(place.files(), ["kernels.d.ts", "kernels.py"]);
    place.write("wrong.py", "def f(x: int):\n    return y\n");
    place.write("wrong.js", "old");
    place.npc(&["wrong.py"]).fails(1, "error[unknown-name]");
    assert_eq!(fs::read_to_string(place.path("wrong.js")).expect("still there"), "old");
    place.npc(&["kernels.py", "-o", "kernels.py/out"]).fails(2, "cannot");
}

#[test]
fn wrong_usage_exits_with_2() {
    let place = Place::new();
    place.npc(&[]).fails(2, "Usage");
    place.npc(&["missing.py"]).fails(2, "cannot read `missing.py`: no such file");
    place.npc(&["build"]).fails(2, "FILE.py");
    place.npc(&["."]).fails(2, "cannot read `.`");
    place.npc(&["kernels.py", "--frobnicate"]).fails(2, "--frobnicate");
    place.npc(&["kernels.py", "-O7"]).fails(2, "level of optimisation");
    place.npc(&["kernels.py", "--disable=simmd"]).fails(2, "did you mean `simd`?");
    place.npc(&["kernels.py", "--remarks=xml"]).fails(2, "there is no form of remarks");
    place.npc(&["kernels.py", "--target", "riscv64"]).fails(2, "not supported yet");
}

#[test]
fn help_and_version_exit_with_0() {
    let place = Place::new();
    assert!(place.npc(&["--help"]).ok().contains("run"));
    assert!(place.npc(&["run", "--help"]).ok().contains("--save-args"));
    assert!(place.npc(&["--version"]).ok().starts_with("npc "));
}

#[test]
fn run_prints_what_python_prints() {
    let place = Place::new();
    for target in ["", " --target wasm32", " --target native"] {
        assert_eq!(place.run(&format!("add 1 2{target}")).ok(), "3\n");
        assert_eq!(place.run(&format!("add -5 -7{target}")).ok(), "-12\n");
        assert_eq!(place.run(&format!("pair 3{target}")).ok(), "(array([0, 1, 2]), 1.5)\n");
    }
    place.save("x.npy", &floats(&[1.0, 2.5, -0.0]));
    assert_eq!(place.run("scale x.npy -inf").ok(), "[-inf -inf  nan]\n");
    assert_eq!(place.run("scale x.npy 2").ok(), "[ 2.  5. -0.]\n");
    assert_eq!(place.run("scale -q x.npy 2 --target wasm32").ok(), "[ 2.  5. -0.]\n");
    assert_eq!(place.npc(&["run", "kernels.py", "scale", "[1, 2]", "-.5"]).ok(), "[-0.5 -1. ]\n");
}

#[test]
fn types_come_from_the_arguments() {
    let place = Place::new();
    place.save("x.npy", &floats(&[1.0, 2.5]));
    assert_eq!(place.run("pick x.npy 1").ok(), "2.5\n");
    assert_eq!(place.run("pick x.npy -2 --target=wasm32").ok(), "1.0\n");
    assert_eq!(place.npc(&["run", "kernels.py", "pick", "x.npy", "0", "--sig", "pick: (float64[:], int)"]).ok(), "1.0\n");
}

#[test]
fn results_and_arguments_are_saved() {
    let place = Place::new();
    place.save("x.npy", &integers(&[1, 2]));
    assert_eq!(place.run("bump x.npy --save-args after").ok(), "None\n");
    assert_eq!(loaded(&place.path("after/arg_0.npy")), integers(&[2, 3]));
    assert_eq!(loaded(&place.path("x.npy")), integers(&[1, 2]));
    place.run("pair 2 -o out.npz").ok();
    let saved = npc::values::npz::read(&fs::read(place.path("out.npz")).expect("saved")).expect("a .npz file");
    assert_eq!(saved.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["arr_0", "arr_1"]);
    assert_eq!(saved[0].1, integers(&[0, 1]));
    place.run("add 1 2 -o sum.npy").ok();
    assert_eq!(loaded(&place.path("sum.npy")).rank(), 0);
    place.run("add 1 2 -o sum.txt").fails(2, ".npy or .npz");
}

#[test]
fn exceptions_end_with_type_and_message() {
    let place = Place::new();
    place.save("x.npy", &floats(&[1.0, 2.5]));
    for target in ["native", "wasm32"] {
        let outcome = place.run(&format!("pick x.npy 2 --target {target}"));
        outcome.fails(1, "File \"kernels.py\", line 23, in pick");
        assert_eq!(outcome.stderr.lines().last(), Some("IndexError: index 2 is out of bounds for axis 0 with size 2"));
        assert_eq!(outcome.stdout, "");
    }
}

#[test]
fn ints_beyond_64_bits_are_exceptions() {
    let place = Place::new();
    place.write("power.py", "def f(x: int):\n    return x + 10**10**10\n");
    for target in ["native", "wasm32"] {
        let outcome = place.npc(&["run", "power.py", "f", "1", "--target", target]);
        assert!(outcome.code == Some(1) && outcome.stderr.to_lowercase().contains("overflow"), "{}", outcome.stderr);
    }
}

#[test]
fn wrong_arguments_are_exceptions() {
    let place = Place::new();
    place.save("x.npy", &integers(&[1, 2]));
    place.run("scale x.npy 2").fails(1, "TypeError: scale(x): expected float64[:], got int64[2]");
    place.run("add 1").fails(1, "TypeError: add() missing 1 required positional argument: 'y'");
    place.run("add 1 2 3").fails(1, "TypeError: add() takes 2 positional arguments but 3 were given");
    place.run("add 1 2.5").fails(1, "TypeError: add(y): expected int32, got float");
    place.run("add 1 3000000000").fails(1, "OverflowError: Python integer 3000000000 out of bounds for int32");
    place.run("addd 1 2").fails(1, "add");
}

#[test]
fn files_that_are_no_arrays() {
    let place = Place::new();
    let whole = npc::values::npy::write(&floats(&[1.0, 2.0]));
    place.write("cut.npy", &whole[..whole.len() - 3]);
    place.write("empty.npy", "");
    place.run("scale cut.npy 2").fails(2, "cut off");
    place.run("scale empty.npy 2").fails(2, "not a .npy file");
    place.run("scale missing.npy 2").fails(2, "cannot read `missing.npy`");
    place.run("scale x 2").fails(2, "neither the path of a .npy file nor a Python literal");
}

#[test]
fn diagnostics_have_forms() {
    let place = Place::new();
    place.write("wrong.py", "def f(x: int):\n    return y\n\n\ndef g(x: int):\n    return z\n");
    place.npc(&["check", "wrong.py"]).fails(1, "2 errors; `npc explain unknown-name` says more");
    place.npc(&["check", "wrong.py", "--output-format", "concise"]).fails(1, "wrong.py:2:12: error[unknown-name]");
    place
        .npc(&["check", "wrong.py", "--output-format=github"])
        .fails(1, "::error title=unknown-name,file=wrong.py,line=2,col=12::");
    let json = place.npc(&["check", "wrong.py", "--output-format=json"]);
    for line in json.stderr.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(finding["code"], "unknown-name");
    }
    assert!(place.npc(&["check", "wrong.py", "--color=always"]).stderr.contains("\u{1b}["));
    assert!(!place.npc(&["check", "wrong.py"]).stderr.contains("\u{1b}["));
}

#[test]
fn imported_files_are_followed() {
    let place = Place::new();
    fs::create_dir(place.path("lib")).expect("a folder");
    place.write("lib/utils.py", "def twice(x):\n    return 2 * x\n");
    place.write("main.py", "from utils import twice\n\n\ndef f(x: int):\n    return twice(x)\n");
    assert_eq!(place.npc(&["run", "main.py", "f", "4", "--path", "lib"]).ok(), "8\n");
    place.npc(&["check", "main.py"]).fails(1, "`twice`");
}

#[test]
fn explain_prints_the_page() {
    let place = Place::new();
    assert!(place.npc(&["explain", "shape-mismatch"]).ok().starts_with("# shape-mismatch"));
    place.npc(&["explain", "shape-mismach"]).fails(2, "did you mean `shape-mismatch`?");
    assert!(place.npc(&["explain"]).ok().lines().count() > 10);
}

#[test]
fn features_and_completions() {
    let place = Place::new();
    let features: serde_json::Value = serde_json::from_str(&place.npc(&["features", "--json"]).ok()).expect("JSON");
    assert_eq!(features["abi"], 1);
    assert!(place.npc(&["features"]).ok().contains("dtypes: bool, int8"));
    assert!(place.npc(&["completions", "bash"]).ok().contains("npc"));
    place.npc(&["completions", "tcsh"]).fails(2, "tcsh");
}

#[test]
fn a_stub_beside_the_source_gives_types() {
    let place = Place::new();
    place.write("bare.py", "def f(x, n=2):\n    return x * n\n\n\ndef g(x):\n    return x + 1\n");
    place.write(
        "bare.pyi",
        "from typing import overload\n\nMatrix = float64[:, :]\n\n@overload\ndef f(x: Matrix, n: int = ...) -> Matrix: ...\n\
         @overload\ndef f(x: float, n: int = ...) -> float: ...\ndef g(x: int) -> int: ...\n",
    );
    let declarations = place.npc(&["bare.py", "--emit", "dts", "-o", "-"]).ok();
    for expected in [
        "f(x: In<\"float64\", 2>, n?: number | bigint): NDArray<\"float64\", 2>;",
        "f(x: number, n?: ",
        "g(x: number | bigint)",
    ] {
        assert!(declarations.contains(expected), "{declarations}");
    }
    place.write("bare.pyi", "def g(x: flaot) -> int: ...\n");
    place.npc(&["check", "bare.py", "--output-format=concise"]).fails(1, "bare.pyi:1:10: error[unknown-name]");
}

#[test]
fn signatures_on_the_command_line() {
    let place = Place::new();
    let pick = ["--sig", "pick: (float64[:], int)", "--sig", "pick: int64(int64[:, :], (int, int))"];
    let with = |args: &[&str]| place.npc(&[args, &pick].concat());
    let list = with(&["kernels.py", "--emit", "dts", "-o", "-"]).ok();
    assert!(
        list.contains("pick(x: In<\"float64\", 1>, i: ") && list.contains("pick(x: In<\"int64\", 2>, i: readonly ["),
        "{list}"
    );
    assert_eq!(with(&["run", "kernels.py", "pick", "[[1, 2], [3, 4]]", "(1, 0)"]).ok(), "3\n");
    with(&["run", "kernels.py", "pick", "True", "0"]).fails(
        1,
        "TypeError: pick(): no signature takes (bool, int); there are pick(float64[:], int), pick(int64[:, :], (int, int))",
    );
    place.npc(&["check", "kernels.py", "--sig", "pick: (flaot64[:], int)"]).fails(1, "--sig:1:8");
    place.npc(&["check", "kernels.py", "--sig", "pik: (float64[:], int)"]).fails(1, "did you mean `pick`?");
}

#[test]
fn check_numba_tells_differences_in_every_format() {
    let place = Place::new();
    place.write("small.py", "def f(a: 'uint8[:]'):\n    return a + 1\n");
    for format in ["full", "concise", "json", "github", "sarif"] {
        let format = format!("--output-format={format}");
        let outcome = place.npc(&["check", "--numba", &format, "small.py"]);
        assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
        let all = outcome.stdout + &outcome.stderr;
        assert!(all.contains("numba-differs") && all.contains("Numba widens this array to int64"), "{format}: {all}");
    }
    let without = place.npc(&["check", "small.py"]);
    assert!(!without.stderr.contains("numba-differs"), "{}", without.stderr);
}
