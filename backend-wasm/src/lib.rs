//! Flat IR to WebAssembly.
//!
//! A module has one memory, no imports, and exports `memory`, the entries, `npc_alloc` and `npc_release`. It knows
//! nothing of arrays: addresses are 32 bits wide, the context stands at a fixed place, the heap behind it.
//!
//! The way of a function:
//! 1. `plan.rs` decides which values are computed where they are used, and so never leave wasm's stack;
//! 2. `func.rs` walks the regions and writes code over *variables*, one per value that needs one (`ops.rs` has the single
//!    operations, `code.rs` the buffer);
//! 3. `locals.rs` gives the variables locals; `tidy.rs` drops moves, branches and blocks that have become useless.
//!
//! `runtime.rs` writes the allocator, `sections.rs` puts everything into a module.

mod code;
mod func;
mod locals;
mod ops;
mod plan;
mod runtime;
mod sections;
mod tidy;
mod vector;

use npc_midend::Verified;

/// What goes into the module beside its code.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Contents of the custom section `npc.abi`; the section is left out if it is empty.
    pub abi_json: String,
    /// Writes a `name` section with the names of functions.
    pub names: bool,
}

/// Translates a flat module. Functions that no export reaches are left out.
pub fn emit(module: &Verified, options: &Options) -> Vec<u8> {
    sections::module(module.module(), options)
}
