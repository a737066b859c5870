//! The order of the stages: source → typed IR → flat IR.

use crate::loading::{NoModules, Recorder};
use crate::program::Parts;
use crate::{Diagnostics, Options, Program};
use npc_base::{Source, Sources};
use npc_frontend::Loader;
use npc_midend::pipeline;
use std::sync::Arc;

/// Compiles a source that imports no other Python files.
///
/// # Panics
///
/// If the compiler breaks one of its own rules, which is a bug in npc whatever the source.
pub fn compile(source: &Source, options: &Options) -> Result<Program, Diagnostics> {
    compile_with(source, &NoModules, options)
}

/// Compiles a source whose imports come from `loader`.
///
/// # Panics
///
/// If the compiler breaks one of its own rules, which is a bug in npc whatever the source.
pub fn compile_with(source: &Source, loader: &dyn Loader, options: &Options) -> Result<Program, Diagnostics> {
    let loader = Recorder::new(loader);
    let mut sources = Sources::default();
    let file = sources.add(source.clone());
    let (module, findings) = npc_frontend::compile(&mut sources, file, &options.frontend(), &loader);
    let findings = Diagnostics::new(Arc::new(sources), findings);
    let Some(module) = module.filter(|_| !findings.has_errors()) else {
        return Err(findings);
    };
    let stem = options.module.as_deref().unwrap_or(source.stem());
    let mut interface = pipeline::interface(&module, stem);
    let lowered = pipeline::lower_twice(module.clone(), &options.passes());
    let lowered = lowered.unwrap_or_else(|broken| bug(source, &broken));
    // Lowering finds further things that can be raised.
    interface.traces = lowered.flat.module().traces;
    interface.sites = lowered.flat.module().sites.iter().cloned().collect();
    interface.positions = lowered.flat.module().positions.iter().cloned().collect();
    interface.positions_of_loops = lowered.positions_of_loops;
    let remarks = crate::remarks::of_user(&lowered.remarks, &module, findings.sources());
    Ok(Program::new(Parts {
        remarks,
        source: source.clone(),
        modules: loader.into_modules(),
        options: options.clone(),
        warnings: findings,
        interface,
        arrays: module,
        lowered,
    }))
}

/// Reports a broken rule of the compiler.
fn bug(source: &Source, broken: &str) -> ! {
    panic!("{}: {broken}", source.name())
}
