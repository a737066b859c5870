//! A compiled program and everything that can be made of it.

use crate::loading::Modules;
use crate::{Diagnostics, Options};
use npc_base::Source;
use npc_bindings::{JsInt64, Kind};
use npc_midend::Module;
use npc_midend::interface::Interface;
use npc_midend::ir::Phase;
use npc_midend::pipeline::{self, Lowered};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The form of JavaScript bindings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bindings {
    /// How the module is loaded.
    pub kind: Kind,
    /// How 64-bit integers appear.
    pub js_int64: JsInt64,
}

/// What the optimiser has done or left alone, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The source file.
    pub file: String,
    /// The line, 1-based.
    pub line: u32,
    /// The function that the line belongs to.
    pub function: String,
    /// What there is to say.
    pub message: String,
}

/// A program that has been compiled without errors. Clones share it.
#[derive(Clone)]
pub struct Program(Arc<Inner>);

struct Inner {
    parts: Parts,
    wasm: OnceLock<Vec<u8>>,
}

/// What a compilation yields.
pub(crate) struct Parts {
    pub remarks: Vec<Remark>,
    pub source: Source,
    #[cfg_attr(not(feature = "native"), expect(dead_code, reason = "only native code specialises"))]
    pub modules: Modules,
    #[cfg_attr(not(feature = "native"), expect(dead_code, reason = "only native code specialises"))]
    pub options: Options,
    pub warnings: Diagnostics,
    pub interface: Interface,
    pub arrays: Module,
    pub lowered: Lowered,
}

impl Program {
    pub(crate) fn new(parts: Parts) -> Program {
        Program(Arc::new(Inner { parts, wasm: OnceLock::new() }))
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0.parts
    }

    /// True for clones of one program.
    pub fn is_same(&self, other: &Program) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Its functions, their types and what they raise.
    pub fn interface(&self) -> &Interface {
        &self.0.parts.interface
    }

    /// What the compiler had to say, though it is no error.
    pub fn warnings(&self) -> &Diagnostics {
        &self.0.parts.warnings
    }

    /// What the optimiser has done to the program's loops and expressions and what it has left alone, in the order of the source.
    pub fn remarks(&self) -> &[Remark] {
        &self.0.parts.remarks
    }

    /// The IR as text, at the beginning of a phase.
    ///
    /// # Panics
    ///
    /// If the compiler breaks one of its own rules.
    pub fn ir(&self, phase: Phase) -> String {
        let parts = self.parts();
        match phase {
            Phase::Arrays => parts.arrays.to_string(),
            Phase::Loops => self.loops().to_string(),
            Phase::Flat => parts.lowered.flat.module().to_string(),
        }
    }

    fn loops(&self) -> Module {
        let lowered = pipeline::lower_to(self.parts().arrays.clone(), Phase::Loops, &self.parts().options.passes());
        lowered.unwrap_or_else(|broken| panic!("{}: {broken}", self.parts().source.name()))
    }

    /// The WebAssembly module.
    pub fn wasm(&self) -> Vec<u8> {
        self.wasm_bytes().to_vec()
    }

    /// The bytes of [`Program::wasm`], which are made once.
    pub(crate) fn wasm_bytes(&self) -> &[u8] {
        self.0.wasm.get_or_init(|| {
            let abi_json = self.interface().to_json().to_string();
            let options = npc_backend_wasm::Options { abi_json, names: true };
            npc_backend_wasm::emit(&self.0.parts.lowered.flat, &options)
        })
    }

    /// The JavaScript bindings: file name to text.
    pub fn bindings(&self, bindings: &Bindings) -> BTreeMap<String, String> {
        let options = npc_bindings::Options { kind: bindings.kind, js_int64: bindings.js_int64 };
        npc_bindings::javascript(self.interface(), self.wasm_bytes(), &options)
    }

    /// The flat IR for native code, which can be interrupted.
    #[cfg(feature = "native")]
    pub(crate) fn native_ir(&self) -> npc_midend::Verified {
        let verified = self.parts().lowered.interruptible();
        verified.unwrap_or_else(|broken| panic!("{}: {broken}", self.parts().source.name()))
    }

    /// A position independent object file for machines like this one. It imports `malloc` and `free` only, and what it
    /// exports is declared by [`Program::header`].
    #[cfg(feature = "native")]
    pub fn object(&self, target: &crate::Triple) -> Result<Vec<u8>, crate::UnsupportedTarget> {
        npc_backend_native::object(&self.native_ir(), target, &self.object_options())
    }

    /// The functions of [`Program::object`] as text.
    #[cfg(feature = "native")]
    pub fn listing(&self, target: &crate::Triple, form: crate::Listing) -> Result<String, crate::UnsupportedTarget> {
        npc_backend_native::listing(&self.native_ir(), target, &self.object_options(), form)
    }

    /// The C header of [`Program::object`], for C99 and C++.
    #[cfg(feature = "native")]
    pub fn header(&self) -> String {
        npc_bindings::header::header(self.interface(), &self.file_name(), &self.prefix())
    }

    #[cfg(feature = "native")]
    fn object_options(&self) -> npc_backend_native::ObjectOptions {
        let prefix = self.prefix();
        let symbols = npc_bindings::header::Symbols::of(self.interface(), &prefix).into_entries();
        npc_backend_native::ObjectOptions { file: self.file_name(), prefix, symbols }
    }

    /// The source's name without folders.
    #[cfg(feature = "native")]
    fn file_name(&self) -> String {
        self.parts().source.name().rsplit(['/', '\\']).next().unwrap_or_default().to_string()
    }

    /// What C symbols start with.
    #[cfg(feature = "native")]
    fn prefix(&self) -> String {
        let chosen = self.parts().options.prefix.clone().filter(|prefix| npc_bindings::header::is_prefix(prefix));
        chosen.unwrap_or_else(|| npc_bindings::header::default_prefix(self.parts().source.stem()))
    }

    /// The program as native code in this process.
    #[cfg(feature = "native")]
    pub fn jit(&self) -> Result<crate::Native, crate::UnsupportedTarget> {
        crate::Native::new(self.clone())
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Program").field("interface", self.interface()).finish_non_exhaustive()
    }
}
