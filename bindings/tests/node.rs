//! Runs `tests/bindings/*.test.mjs` in Node over modules made from `kitchen.wat`, and a TypeScript compiler, which comes from
//! npm into the target folder, over `types.ts`.

mod common;

use npc_bindings::{JsInt64, Kind, Options, javascript};
use npc_midend::interface::Interface;
use npc_midend::types::DType;
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGES: &str = "typescript@5.9.3 ndarray@1.0.19 @types/ndarray@1.0.14 numpy-ts@1.7.0";

fn write(folder: &Path, interface: &Interface, kind: Kind, js_int64: JsInt64) {
    let wasm = common::wasm(interface);
    std::fs::create_dir_all(folder).expect("the folder can be made");
    for (name, text) in javascript(interface, &wasm, &Options { kind, js_int64 }) {
        std::fs::write(folder.join(name), text).expect("the file can be written");
    }
    std::fs::write(folder.join(format!("{}.wasm", interface.module)), wasm).expect("the file can be written");
}

fn modules(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let kitchen = common::kitchen();
    for (name, kind) in
        [("inline", Kind::Inline), ("script", Kind::Script), ("esm", Kind::Esm), ("raw", Kind::Raw), ("worker", Kind::Worker)]
    {
        write(&root.join(name), &kitchen, kind, JsInt64::Default);
    }
    write(&root.join("number"), &kitchen, Kind::Inline, JsInt64::Number);
    write(&root.join("bigint"), &kitchen, Kind::Inline, JsInt64::BigInt);
    write(&root.join("small"), &common::np_sum(), Kind::Inline, JsInt64::Default);
    let mut packed = common::np_sum();
    packed.functions[0].params[0] = common::param("x", common::contiguous(DType::I32));
    write(&root.join("packed"), &packed, Kind::Inline, JsInt64::Default);
    let mut scalars = kitchen.clone();
    scalars.functions.retain(|function| function.name == "same_f64");
    write(&root.join("scalars"), &scalars, Kind::Inline, JsInt64::Default);
    std::fs::write(root.join("package.json"), "{\"type\": \"module\"}").expect("the file can be written");
    root
}

/// True if the environment says that what is not installed is not tested.
fn allowed_to_skip() -> bool {
    std::env::var_os("NPC_SKIP_MISSING").is_some()
}

#[test]
fn javascript_in_node() {
    let root = modules("bindings");
    let tests = std::fs::read_dir(common::folder()).expect("tests/bindings is there");
    let mut files: Vec<_> = tests.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let output = Command::new("node").arg("--expose-gc").arg("--test").args(files).env("NPC_BINDINGS", &root).output();
    let output = match output {
        Ok(output) => output,
        Err(error) if allowed_to_skip() => return eprintln!("skipped: node: {error}"),
        Err(error) => panic!("node: {error}; install Node 20 (`apt install nodejs`), or set NPC_SKIP_MISSING=1 to go without"),
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// The `node_modules` with a TypeScript compiler and the packages of the arrays that it takes; npm fills it once.
fn packages() -> Option<PathBuf> {
    if allowed_to_skip() {
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("typescript");
    let done = folder.join("installed");
    if !std::fs::read_to_string(&done).is_ok_and(|installed| installed == PACKAGES) {
        let mut npm = Command::new("npm");
        npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).args(PACKAGES.split_whitespace());
        let status = npm.status().expect("npm can be run: `apt install npm`, or set NPC_SKIP_MISSING=1 to go without");
        assert!(status.success(), "{npm:?}");
        std::fs::write(done, PACKAGES).expect("the folder can be written");
    }
    Some(folder.join("node_modules"))
}

#[test]
fn declarations_in_typescript() {
    let Some(packages) = packages() else { return eprintln!("skipped: NPC_SKIP_MISSING is set") };
    let root = modules("types");
    std::fs::copy(common::folder().join("types.ts"), root.join("types.ts")).expect("types.ts is there");
    let link = root.join("node_modules");
    std::fs::remove_file(&link).ok();
    std::os::unix::fs::symlink(&packages, &link).expect("a link can be made");
    let mut command = Command::new(packages.join(".bin/tsc"));
    command.args([
        "--strict",
        "--noEmit",
        "--target",
        "es2022",
        "--lib",
        "esnext,dom",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
        "--esModuleInterop",
        "--skipLibCheck",
        "types.ts",
    ]);
    command.args(["script", "esm", "worker", "scalars"].map(|folder| format!("{folder}/kitchen.d.ts")));
    let output = command.current_dir(&root).output().expect("the compiler can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
