//! Flat IR to native code through Cranelift: machine code in memory ([`jit`]) or an object file ([`object`]).
//!
//! Each operation of the flat phase has one translation; nothing is decided here. What the code needs at run time
//! (allocation and reference counts) is compiled into every module, so that objects import `malloc` and `free` only.
//!
//! [`Native`] is the code in memory. Calls take values of any type ([`Native::call`]) or have types in Rust
//! ([`Native::typed`]) with [`View`]s as arguments and [`Array`]s as results.
//!
//! All `unsafe` of the compiler is in this crate: in `enter.rs`, where compiled code is called; in `words.rs` and `typed.rs`,
//! which make what it reads and take what it returns; in `view.rs` and `array.rs`, whose memory is shared with it.

use npc_midend::Verified;
use npc_midend::ir::Phase;
use std::collections::BTreeMap;
use std::fmt;

mod accessors;
mod args;
mod array;
mod call;
mod context;
mod control;
mod element;
mod enter;
#[cfg(feature = "ndarray")]
mod from_ndarray;
mod guard;
mod layout;
mod leave;
mod listing;
mod messages;
mod module;
mod object;
mod polls;
mod results;
mod runtime;
mod scalar;
mod signature;
mod stack;
mod target;
#[cfg(test)]
mod tests;
mod typed;
mod vector;
mod view;
mod words;

pub use array::Array;
pub use call::{CallFailure, Native};
pub use context::{Context, Interrupt};
pub use element::{Complex, Element};
pub use layout::LayoutError;
pub use signature::{In, Out, Param, Return, Signature, describe};
pub use target_lexicon::Triple;
pub use typed::Typed;
pub use view::{View, ViewMut};

/// Why there is no code for a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsupportedTarget {
    /// The reason, as half a sentence.
    pub reason: String,
}

impl UnsupportedTarget {
    fn new(reason: impl ToString) -> UnsupportedTarget {
        UnsupportedTarget { reason: reason.to_string() }
    }
}

impl fmt::Display for UnsupportedTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no native code for this target: {}", self.reason)
    }
}

impl std::error::Error for UnsupportedTarget {}

/// What an object file is called and how its symbols are.
#[derive(Clone, Debug, Default)]
pub struct ObjectOptions {
    /// Name of the source file, for debuggers: `kernels.py`.
    pub file: String,
    /// Put before the names of exports, and of the functions that tell what was raised: `kernels_`.
    pub prefix: String,
    /// Symbols of the exports that are not named so, by the name of the export.
    pub symbols: BTreeMap<String, String>,
}

/// The text of compiled functions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Listing {
    /// Cranelift's IR.
    Clif,
    /// Machine instructions as Cranelift prints them.
    Asm,
}

/// Compiles a module for this machine; the code lives as long as any clone of the handle.
///
/// # Panics
///
/// If the module was not verified for the flat phase.
pub fn jit(module: &Verified) -> Result<Native, UnsupportedTarget> {
    assert!(module.phase() == Phase::Flat, "native code is made of flat IR");
    Native::compile(module.module())
}

/// Compiles a module into a position independent object file for machines of this kind. What it exports checks its
/// arguments first; what it imports is `malloc` and `free`.
///
/// # Panics
///
/// If the module was not verified for the flat phase.
pub fn object(module: &Verified, target: &Triple, options: &ObjectOptions) -> Result<Vec<u8>, UnsupportedTarget> {
    assert!(module.phase() == Phase::Flat, "native code is made of flat IR");
    object::object(module.module(), target, options)
}

/// The functions of an object file as text, in the order in which they stand there.
///
/// # Panics
///
/// If the module was not verified for the flat phase.
pub fn listing(
    module: &Verified,
    target: &Triple,
    options: &ObjectOptions,
    form: Listing,
) -> Result<String, UnsupportedTarget> {
    assert!(module.phase() == Phase::Flat, "native code is made of flat IR");
    object::listing(module.module(), target, options, form)
}
