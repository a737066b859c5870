//! Object files.

use super::build::{Writer, export, scalar, verified};
use crate::{ObjectOptions, object};
use npc_midend::Module;
use npc_midend::interface::Shape;
use npc_midend::ir::{Op, UnaryOp};
use npc_midend::types::{DType, Type};
use smallvec::smallvec;
use target_lexicon::Triple;

/// `f(x)`: the floor of x through an internal function, and a buffer made and released.
fn rounds() -> Module {
    let mut module = Module::default();
    let mut inner = Writer::new("inner", &[Type::F64], &[Type::F64]);
    let x = inner.params()[0];
    let floor = inner.op(Op::Unary(UnaryOp::Floor, x), Type::F64);
    inner.run(Op::Return(smallvec![floor]));
    let inner = module.funcs.push(inner.func);
    export(&mut module, "f", &[scalar(DType::F64)], scalar(DType::F64), |writer, ret, params| {
        let size = writer.int(64);
        let buffer = writer.op(Op::Alloc(size), Type::Addr);
        writer.run(Op::Release(buffer));
        let result = writer.op(Op::Call(inner, smallvec![params[0]]), Type::F64);
        writer.store_result(ret, 0, result);
        writer.succeed();
    });
    export(&mut module, "unused", &[], Shape::None, |writer, _, _| writer.succeed());
    module.exports[1].function = None;
    module
}

fn options() -> ObjectOptions {
    ObjectOptions { file: "kernels.py".to_string(), prefix: "kernels_".to_string(), ..ObjectOptions::default() }
}

#[test]
fn an_object_is_reproducible() {
    let make = || object(&verified(&rounds()), &Triple::host(), &options()).unwrap();
    assert!(make() == make());
}

/// Links the object with a C program and runs it, where there is a C compiler.
#[test]
#[cfg(target_os = "linux")]
fn an_object_links_with_c() {
    use std::process::Command;
    if Command::new("cc").arg("--version").output().is_err() {
        return;
    }
    let dir = std::env::temp_dir().join(format!("npc-object-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(dir.join("k.o"), object(&verified(&rounds()), &Triple::host(), &options()).unwrap()).unwrap();
    let main = "#include <stdint.h>
        int32_t kernels_f(void *ret, void *cx, double x);
        int main(void) {
            double ret = 0; int64_t cx[40] = {0};
            return kernels_f(&ret, cx, -2.5) == 0 && ret == -3.0 && cx[15] == 0 ? 0 : 1;
        }";
    std::fs::write(dir.join("main.c"), main).unwrap();
    let linked = Command::new("cc").current_dir(&dir).args(["-pie", "-o", "main", "main.c", "k.o"]).output().unwrap();
    assert!(linked.status.success(), "{}", String::from_utf8_lossy(&linked.stderr));
    let status = Command::new(dir.join("main")).status().unwrap();
    let symbols = Command::new("nm").current_dir(&dir).arg("k.o").output();
    std::fs::remove_dir_all(&dir).unwrap();
    assert!(status.success());
    let Ok(symbols) = symbols else { return };
    let text = String::from_utf8_lossy(&symbols.stdout).into_owned();
    let global = |line: &&str| line.contains(" T ") || line.contains(" U ");
    let mut names: Vec<_> = text.lines().filter(global).filter_map(|line| line.split_whitespace().last()).collect();
    names.sort_unstable();
    names.retain(|name| !name.starts_with("kernels_error_"));
    assert_eq!(names, ["free", "kernels_f", "malloc"]);
}

#[test]
fn unknown_machines_are_refused() {
    for triple in ["wasm32-unknown-unknown", "i686-unknown-linux-gnu", "s390x-unknown-linux-gnu"] {
        let error = object(&verified(&rounds()), &triple.parse().unwrap(), &options()).unwrap_err();
        assert!(error.to_string().starts_with("no native code for this target: "), "{error}");
    }
}
