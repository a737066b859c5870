//! Flat IR to native code through Cranelift: machine code in memory ([`jit`]) or an object file ([`object`]).
//!
//! Each operation of the flat phase has one translation; nothing is decided here. What the code needs at run time
//! (allocation and reference counts) is compiled into every module, so that objects import `malloc` and `free` only.
//! `unsafe` is confined to `enter.rs`, where compiled code is called and what it returns is read.

use npc_midend::Verified;
use npc_midend::ir::Phase;
use std::fmt;
use target_lexicon::Triple;

mod args;
mod call;
mod context;
mod control;
mod enter;
mod module;
mod results;
mod runtime;
mod scalar;
mod target;
#[cfg(test)]
mod tests;
mod vector;

pub use call::{CallFailure, Native};
pub use context::Context;

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
    /// Put before the name of every export; `kernels_` makes `kernels_f` of `f`.
    pub prefix: String,
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

/// Compiles a module into a position independent object file for a 64-bit target.
///
/// # Panics
///
/// If the module was not verified for the flat phase.
pub fn object(module: &Verified, target: &Triple, options: &ObjectOptions) -> Result<Vec<u8>, UnsupportedTarget> {
    assert!(module.phase() == Phase::Flat, "native code is made of flat IR");
    module::object(module.module(), target, options)
}
