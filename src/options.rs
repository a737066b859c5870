//! What a caller chooses about a compilation.

use npc_frontend::ArgType;
use npc_midend::{Pass, Passes, pipeline};

/// What to compile and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Signatures beside those in the source: `"f: int64(int32[:])"` or `"f: (float64[:, ::1], int)"`.
    pub signatures: Vec<String>,
    /// Functions to export, each with the name it gets; empty exports what the source says.
    pub exports: Vec<(String, Option<String>)>,
    /// Python's `int` wraps at 64 bits (Numba's meaning) where it would raise OverflowError.
    pub int_wrap: bool,
    /// Leaves out the bounds checks.
    ///
    /// An index out of bounds then reads or writes whatever lies there: for code that is known to be right, never for code of
    /// strangers. In wasm it stays inside the module's memory; natively it is undefined behaviour, also behind safe calls.
    pub unchecked: bool,
    /// Warns where Numba's answer would differ from NumPy's, which is npc's.
    pub numba: bool,
    /// Leaves out every pass that only makes programs faster; the results are the same, bit by bit.
    pub unoptimized: bool,
    /// Passes to leave out, one by one; the results are the same, bit by bit.
    pub disabled: Vec<Pass>,
    /// Floats may be added and multiplied in any order, as if all were decorated with `fastmath=True`.
    pub fastmath: bool,
    /// One call that the program is for: a function and the types of its arguments, used where it has no signature.
    pub call: Option<(String, Vec<ArgType>)>,
    /// Name of the module, where it is not the stem of the source.
    pub module: Option<String>,
    /// What C symbols start with, where it is not the stem of the source and `_`. Ignored unless it is the start of a C
    /// identifier, or empty.
    pub prefix: Option<String>,
}

impl Options {
    /// The same options for one call.
    pub fn for_call(&self, function: &str, types: Vec<ArgType>) -> Options {
        Options { call: Some((function.to_string(), types)), ..self.clone() }
    }

    /// The passes that run.
    pub(crate) fn passes(&self) -> pipeline::Options {
        if self.unoptimized {
            return pipeline::Options { passes: Passes::NONE };
        }
        pipeline::Options { passes: self.disabled.iter().fold(Passes::all(), |passes, pass| passes.without(*pass)) }
    }

    pub(crate) fn frontend(&self) -> npc_frontend::Options {
        npc_frontend::Options {
            signatures: self.signatures.clone(),
            exports: self.exports.clone(),
            int_wrap: self.int_wrap,
            unchecked: self.unchecked,
            no_simd: !self.passes().passes.has(Pass::Simd),
            fastmath: self.fastmath,
            numba: self.numba,
            call: self.call.clone(),
        }
    }
}
