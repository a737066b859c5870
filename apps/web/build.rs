//! What the linker is told: room for the compiler's recursion, a stack of 16 MB in linear memory (browsers' own stack is
//! the tighter limit), and short forms of numbers in the code.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size=16777216");
        println!("cargo::rustc-link-arg-cdylib=--compress-relocations");
    }
}
