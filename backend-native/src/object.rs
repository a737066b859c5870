//! Object files, and the same functions as text.
//!
//! Global symbols are the exports, each behind its guard, and the functions that tell what was raised; everything else
//! is local, so that many objects link into one program.

use crate::listing::Recorder;
use crate::messages::Messages;
use crate::module::{Compiled, compile};
use crate::{Listing, ObjectOptions, UnsupportedTarget, guard, target};
use cranelift_module::{Module as Assembler, default_libcall_names};
use cranelift_object::{ObjectBuilder, ObjectModule};
use npc_midend::Module;
use target_lexicon::Triple;

/// Entries are called so; no symbol of the outside has a space.
const PREFIX: &str = "entry ";

/// Compiles the exports that users see, and all that they call, into an object file.
pub fn object(module: &Module, triple: &Triple, options: &ObjectOptions) -> Result<Vec<u8>, UnsupportedTarget> {
    let mut object = new(triple, options)?;
    fill(module, &mut object, options)?;
    object.finish().emit().map_err(UnsupportedTarget::new)
}

/// The functions of the object as text.
pub fn listing(module: &Module, triple: &Triple, options: &ObjectOptions, form: Listing) -> Result<String, UnsupportedTarget> {
    let mut recorder = Recorder::new(new(triple, options)?, form);
    fill(module, &mut recorder, options)?;
    Ok(recorder.into_text())
}

fn new(triple: &Triple, options: &ObjectOptions) -> Result<ObjectModule, UnsupportedTarget> {
    let isa = target::baseline(triple)?;
    Ok(ObjectModule::new(ObjectBuilder::new(isa, options.file.as_bytes(), default_libcall_names())?))
}

fn fill(module: &Module, to: &mut dyn Assembler, options: &ObjectOptions) -> Result<(), UnsupportedTarget> {
    let Compiled { entries, .. } = compile(module, to, PREFIX)?;
    let mut messages = Messages::of(module);
    for (export, entry) in &entries {
        let Some(function) = &export.function else { continue };
        let symbol = options.symbols.get(&export.name).cloned();
        let symbol = symbol.unwrap_or_else(|| format!("{}{}", options.prefix, export.name));
        guard::define(function, &symbol, *entry, to, &mut messages)?;
    }
    messages.define(&options.prefix, to)
}
