//! Objects, headers and shared libraries, from C99, C++17 and Python: the programs are in `tests/c`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const WARNINGS: [&str; 4] = ["-Wall", "-Wextra", "-Werror", "-pedantic"];

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/c")
}

#[track_caller]
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}; these tests need gcc, g++, binutils"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}\n{}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

fn npc() -> Command {
    Command::new(env!("CARGO_BIN_EXE_npc"))
}

/// A folder with what npc makes of `kernels.py` and `other.py`.
fn made() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c");
        fs::create_dir_all(&folder).expect("a folder");
        for name in ["kernels.py", "other.py", "text.py"] {
            run(npc().arg(sources().join(name)).args(["--target", "native", "-o"]).arg(&folder));
        }
        run(npc().arg(sources().join("kernels.py")).arg("-o").arg(folder.join("libk.so")));
        folder
    })
}

/// Compiles a program, links it with objects and runs it.
#[track_caller]
fn program(compiler: &[&str], source: &str, name: &str, more: &[&str]) {
    let folder = made();
    let mut command = Command::new(compiler[0]);
    command.args(&compiler[1..]).args(WARNINGS).args(["-pie", "-fPIE", "-I."]).current_dir(folder);
    run(command.arg("-I").arg(sources()).arg("-o").arg(name).arg(sources().join(source)).args(more));
    run(Command::new(folder.join(name)).arg("./libk.so").current_dir(folder));
}

const C: [&str; 2] = ["cc", "-std=c99"];
const CXX: [&str; 4] = ["c++", "-std=c++17", "-x", "c++"];

#[test]
fn calls_from_c() {
    program(&C, "calls.c", "calls_c", &["kernels.o", "other.o", "-lm"]);
}

#[test]
fn calls_from_cxx() {
    program(&CXX, "calls.c", "calls_cxx", &["-x", "none", "kernels.o", "other.o", "-lm"]);
}

#[test]
fn mistakes_are_exceptions() {
    program(&C, "errors.c", "errors", &["kernels.o"]);
}

#[test]
fn strings_and_printed_text() {
    program(&C, "text.c", "text", &["text.o"]);
}

#[test]
fn memory_comes_from_the_caller() {
    program(&C, "memory.c", "memory", &["kernels.o"]);
}

#[test]
fn threads_have_contexts() {
    program(&C, "threads.c", "threads", &["kernels.o", "-pthread"]);
}

#[test]
fn a_library_is_loaded() {
    program(&["cc", "-std=gnu99"], "load.c", "load", &["-ldl"]);
    run(Command::new("python3").arg(sources().join("load.py")).arg(made().join("libk.so")));
}

#[test]
fn an_object_needs_malloc_and_free_and_hides_its_parts() {
    let symbols = run(Command::new("nm").arg(made().join("other.o")));
    let global = |line: &&str| line.contains(" T ") || line.contains(" U ") || line.contains(" D ") || line.contains(" R ");
    let mut names: Vec<_> = symbols.lines().filter(global).filter_map(|line| line.split_whitespace().last()).collect();
    names.sort_unstable();
    let ours = ["error_file", "error_function", "error_line", "error_message", "error_type", "exp", "np_sum"];
    let ours = ours.map(|name| format!("other_{name}"));
    let expected: Vec<_> = ["free", "malloc"].into_iter().chain(ours.iter().map(String::as_str)).collect();
    assert_eq!(names, expected);
    let sections = run(Command::new("readelf").args(["-SW"]).arg(made().join("other.o")));
    let stack = sections.lines().find(|line| line.contains(".note.GNU-stack")).expect("a note about the stack");
    assert!(!stack.contains('X'), "{stack}");
}

#[test]
fn outputs_are_reproducible_and_named() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c_again");
    fs::create_dir_all(&folder).expect("a folder");
    let source = sources().join("kernels.py");
    let said = run(npc().arg(&source).args(["--target", "native", "-o"]).arg(&folder));
    assert!(said.contains("kernels.o ") && said.contains("kernels.h ") && said.contains("B (gz "), "{said}");
    run(npc().arg(&source).arg("-o").arg(folder.join("libk.so")));
    for name in ["kernels.o", "kernels.h", "libk.so"] {
        assert!(fs::read(folder.join(name)).expect(name) == fs::read(made().join(name)).expect(name), "{name}");
    }
    let header = run(npc().arg(&source).args(["--emit", "header", "--prefix", "my_", "-o", "-"]));
    assert!(header.contains("npc_status my_np_sum(int64_t *result, npc_context *cx, const npc_int32_1d *x);"), "{header}");
    let clif = run(npc().arg(&source).args(["--emit", "clif", "-o", "-"]));
    assert!(clif.contains("; kernels_np_sum\n") && clif.contains("block0("), "{clif}");
    let asm = run(npc().arg(&source).args(["--target", "native", "--emit", "asm", "-o", "-"]));
    assert!(asm.contains("; kernels_np_sum\n") && asm.contains("ret"), "{asm}");
}

#[test]
fn wrong_uses_say_what_to_do() {
    let source = sources().join("kernels.py");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c_wrong.so");
    let refused = |args: &[&str], compiler: &str, text: &str| {
        let output = npc().env("CC", compiler).arg(&source).args(args).output().expect("npc starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(text), "{args:?}: {said}");
    };
    refused(&["--target", "s390x-unknown-linux-gnu"], "cc", "s390x-unknown-linux-gnu is not supported yet");
    refused(&["--target", "natve"], "cc", "there is no target `natve`");
    refused(&["--target", "wasm32", "--emit", "obj"], "cc", "add `--target native`");
    refused(&["--target", "native", "--emit", "js"], "cc", "belongs to `--target wasm32`");
    refused(&["--emit", "obj", "-o", "-"], "cc", "`-o -` writes one text form");
    refused(&["--emit", "obj=-"], "cc", "an object file is not text");
    refused(&["--prefix", "a-b", "--target", "native"], "cc", "cannot start a name in C");
    refused(&["-o", out.to_str().expect("a path")], "no-such-cc", "there is no `no-such-cc`: install gcc or clang");
    assert!(!out.exists());
}

#[test]
fn the_example_in_the_manual_runs() {
    let manual = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/c.md")).expect("docs/c.md");
    let block = |language: &str| {
        let text = manual.split(&format!("```{language}\n")).nth(1).expect("the block is there");
        text.split("```").next().unwrap_or_default().to_string()
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c_manual");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("kernels.py"), block("python")).expect("a file");
    fs::write(folder.join("main.c"), block("c")).expect("a file");
    run(npc().current_dir(&folder).args(["kernels.py", "--target", "native"]));
    run(Command::new("cc").current_dir(&folder).args(["-o", "main", "main.c", "kernels.o"]));
    assert_eq!(run(&mut Command::new(folder.join("main"))), "2 4 6\n");
}
