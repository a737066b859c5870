//! npc: compiles Python functions over NumPy arrays to WebAssembly and native code.
//!
//! This is the library; the `npc` command is made of it. It puts the stages in order (`frontend` → `midend` →
//! backends and bindings) and is the only place that knows that order. It touches no files, clock or environment:
//! imported modules come from a [`Loader`].
//!
//! - [`compile`] takes a [`Source`] and gives a [`Program`], or the [`Diagnostics`] that say why there is none.
//! - [`Program::wasm`] and [`Program::bindings`] are what a browser needs.
//! - `Program::object` and `Program::header` (feature `native`) are what a C linker and a C compiler need.
//! - `Program::jit` (feature `native`) runs the program here; `Native::call` takes and returns any [`Value`].
//! - `WasmHost` (feature `wasmtime`) runs a module's wasm with the same arguments as native code.
//!
//! ```
//! let source = npc::Source::new("kernels.py", "def add(x: int, y: int):\n    return x + y\n");
//! let program = npc::compile(&source, &npc::Options::default())?;
//! assert_eq!(program.interface().functions[0].name, "add");
//! assert!(program.wasm().starts_with(b"\0asm"));
//! # Ok::<(), npc::Diagnostics>(())
//! ```

mod arguments;
#[cfg(feature = "wasmtime")]
mod bytes;
mod call;
mod columns;
mod compile;
mod convert;
mod diagnostics;
mod dispatch;
pub mod domain;
mod failure;
#[cfg(feature = "native")]
mod func;
mod loading;
#[cfg(feature = "native")]
mod native;
mod options;
mod program;
mod remarks;
mod results;
#[cfg(feature = "wasmtime")]
mod wasm_host;

pub use arguments::type_of;
pub use call::{Machine, call, call_source};
pub use compile::{compile, compile_with};
pub use diagnostics::Diagnostics;
pub use failure::{CallError, Exception, Failure, Frame};
#[cfg(feature = "native")]
pub use func::{Func, LookupError};
pub use loading::NoModules;
#[cfg(feature = "native")]
pub use native::{Native, NativeMachine};
#[cfg(feature = "native")]
pub use npc_backend_native::{
    Array, Complex, Context, Element, In, Interrupt, LayoutError, Listing, Out, Param, Return, Signature, Triple,
    UnsupportedTarget, View, ViewMut,
};
pub use npc_midend::{Pass, Passes};
pub use options::Options;
pub use program::{Bindings, Program, Remark};
#[cfg(feature = "wasmtime")]
pub use wasm_host::{WasmHost, WasmHostError};

pub use npc_base::{Code, Diagnostic, Label, OutputFormat, Severity, Source, Span, closest};
pub use npc_bindings::header::is_prefix as is_c_prefix;
pub use npc_bindings::names::{exports as js_names, renamed as js_renamed};
pub use npc_bindings::{JsInt64, Kind, PageError, page, universal_runtime, universal_table};
pub use npc_frontend::{ArgType, Loader};
pub use npc_midend::abi::VERSION as ABI_VERSION;
pub use npc_midend::host;
pub use npc_midend::interface::{self, Interface};
pub use npc_midend::ir::Phase;
pub use npc_midend::types::{ArrayType, DType as MachineDType, Layout};
pub use npc_values::{self as values, ArrayValue, DType, Scalar, Value};
