//! From the interface of a compiled module to what other languages import: JavaScript, TypeScript declarations,
//! single-file pages and C headers.
//!
//! - [`javascript`] makes `kernels.js` and `kernels.d.ts` from an [`Interface`] and the bytes of the module. The
//!   run-time part is a set of JavaScript files under `js/runtime/`, in which `//#if` lines keep what a module does
//!   not need out of its bindings.
//! - [`header`] makes `kernels.h` for the object file of a module; `header::Symbols` says what its symbols are.
//! - [`page`] puts modules into a page, so that one file can be mailed and opened from `file://`.
//!
//! This crate has never seen Python source or an instruction of wasm: the interface is all it knows. Names and
//! docstrings in it are not trusted; they pass through [`names`] and through the quoting functions in `text`.

pub mod header;
pub mod names;

mod dts;
mod js;
mod page;
mod template;
mod text;

pub use js::universal::{universal_runtime, universal_table};
pub use page::{PageError, page};

use npc_midend::interface::Interface;
use std::collections::BTreeMap;

/// The form in which JavaScript gets a module.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// One ES module with the bytes inside; synchronous.
    #[default]
    Inline,
    /// A classic script with one global, with the bytes inside.
    Script,
    /// An ES module that loads the `.wasm` beside it.
    Esm,
    /// An ES module that exports `instantiate` and `instantiateSync`.
    Raw,
    /// An ES module that imports the `.wasm` as a `WebAssembly.Module`, for edge runtimes.
    Worker,
    /// No bindings.
    None,
}

/// How 64-bit integers of results appear.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum JsInt64 {
    /// Nothing was asked for: scalars are checked numbers, arrays are `BigInt64Array`.
    #[default]
    Default,
    /// `--js-int64 number`: scalars are checked numbers, arrays checked `Float64Array`.
    Number,
    /// `--js-int64 bigint`: scalars are `bigint`, arrays are `BigInt64Array`.
    BigInt,
}

/// What the caller chooses about the bindings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The form of the bindings.
    pub kind: Kind,
    /// How 64-bit integers of results appear.
    pub js_int64: JsInt64,
}

/// The bindings of a module: file name (`kernels.js`, `kernels.d.ts`) to text.
pub fn javascript(interface: &Interface, wasm: &[u8], options: &Options) -> BTreeMap<String, String> {
    if options.kind == Kind::None {
        return BTreeMap::new();
    }
    BTreeMap::from([
        (format!("{}.js", interface.module), js::module(interface, wasm, options)),
        (format!("{}.d.ts", interface.module), dts::declarations(interface, options)),
    ])
}
