//! The order of the passes, from the frontend's IR to verified flat IR.

use crate::dead_code::drop_dead_code_but_slots;
use crate::exceptions::{drop_unused_sites, order_sites};
use crate::func::{Convention, Func, Module, Verified};
use crate::interface::{Interface, Param, Shape};
use crate::ir::{FuncId, Op, Phase};
use crate::lower_each::lower_each_with;

use crate::passes::{Aliases, Pass, Passes, runs_in_vectors};
use crate::positions::order_positions;
use crate::remarks::{Remark, leftovers};
use crate::{
    drop_dead_code, drop_known_checks, effects, flatten, fuse, lengthen, own_buffers, place_results, reuse_buffers,
    share_common, share_loads, split, unroll, vectorize, verify,
};

/// What the passes are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// The passes that run, of those that only make programs faster; the results are the same without, bit by bit.
    pub passes: Passes,
}

impl Default for Options {
    fn default() -> Options {
        Options { passes: Passes::all() }
    }
}

impl Options {
    fn has(&self, pass: Pass) -> bool {
        self.passes.has(pass)
    }
}

/// Runs every pass. The error is the text of a bug in npc: what the verifier found, with the IR.
pub fn lower(module: Module, options: &Options) -> Result<Verified, String> {
    Ok(lower_twice(module, options)?.flat)
}

/// A module in the phase *Flat*, in two forms with the same sites.
#[derive(Debug)]
pub struct Lowered {
    /// The module.
    pub flat: Verified,
    /// What the passes have to say.
    pub remarks: Vec<Remark>,
    /// How many positions at the end only loops have.
    pub positions_of_loops: usize,
    undropped: Module,
}

impl Lowered {
    /// The module for a backend that also leaves functions where the IR does not say so (at an interrupt): the slots
    /// tell at any time what has to be released, also where no exit of the function's own asks.
    pub fn interruptible(&self) -> Result<Verified, String> {
        let mut module = self.undropped.clone();
        module.funcs.values_mut().for_each(drop_dead_code_but_slots);
        verify(module, Phase::Flat).map_err(|problems| format!("flat IR: {problems}"))
    }
}

/// Runs every pass; both forms of the flat module can be made of the result.
pub fn lower_twice(mut module: Module, options: &Options) -> Result<Lowered, String> {
    mark_exports(&mut module);
    order_sites(&mut module);
    // Bodies of loops may call pure functions only.
    effects::find_effects(&mut module);
    let mut remarks = Vec::new();
    module = check(module, Phase::Arrays)?;
    module = optimize_arrays(module, options, &mut remarks)?;
    module = to_loops(module, options)?;
    module = optimize_loops(module, options, &mut remarks)?;
    module.funcs.values().for_each(|func| leftovers(func, &mut remarks));
    drop_unused_sites(&mut module);
    let positions_of_loops = order_positions(&mut module);
    let undropped = to_undropped(module);
    let flat = verify(drop_dead(undropped.clone()), Phase::Flat).map_err(|problems| format!("flat IR: {problems}"))?;
    Ok(Lowered { flat, remarks, positions_of_loops, undropped })
}

/// The module after the passes of one phase, for `--emit ir=…` and tests.
pub fn lower_to(module: Module, phase: Phase, options: &Options) -> Result<Module, String> {
    let remarks = &mut Vec::new();
    match phase {
        Phase::Arrays => optimize_arrays(module, options, remarks),
        Phase::Loops => {
            let module = to_loops(optimize_arrays(module, options, remarks)?, options)?;
            optimize_loops(module, options, remarks)
        }
        Phase::Flat => Ok(to_flat(lower_to(module, Phase::Loops, options)?)),
    }
}

/// Passes over whole-array operations.
fn optimize_arrays(mut module: Module, options: &Options, remarks: &mut Vec<Remark>) -> Result<Module, String> {
    effects::find_effects(&mut module);
    let share = |func: &mut Func| {
        if options.has(Pass::Share) {
            share_common(func);
        }
    };
    for func in module.funcs.values_mut() {
        // Shapes have to meet before loops can.
        share(func);
        if options.has(Pass::Checks) && options.has(Pass::Fuse) && drop_known_checks(func).conditions > 0 {
            share(func);
        }
        if options.has(Pass::Fuse) {
            let stats = fuse(func);
            if stats.fused > 0 {
                share(func);
            }
            fused(func, stats.fused, remarks);
        }
        // What fusion has left over.
        if options.has(Pass::Reuse) {
            reuse_buffers(func);
        }
    }
    check(module, Phase::Arrays)
}

fn fused(func: &Func, count: usize, remarks: &mut Vec<Remark>) {
    let loc = func.insts(func.body).last().map(|inst| func.loc(*inst));
    if let (false, 1.., Some(loc)) = (func.library, count, loc) {
        remarks.push(Remark::new(func, loc, format!("array operations that run in the loop of another one: {count}")));
    }
}

/// Passes over loops.
fn optimize_loops(mut module: Module, options: &Options, remarks: &mut Vec<Remark>) -> Result<Module, String> {
    if options.has(Pass::Place) {
        place_results(&mut module);
    }
    for func in module.funcs.values_mut() {
        if options.has(Pass::Unroll) {
            unroll(func);
        }
        tidy(func, options);
    }
    // The callees in a loop are known by what they do.
    effects::find_effects(&mut module);
    if options.has(Pass::Split) {
        split_nests(&mut module, options);
    }
    if options.has(Pass::Simd) {
        remarks.extend(vectorize(&mut module).remarks);
    }
    if options.has(Pass::Unroll) {
        // What runs in vectors does not need it, and the library's kernels are long where that pays.
        module.funcs.values_mut().filter(|func| func.convention != Convention::Entry && !func.library).for_each(|func| {
            lengthen(func);
        });
    }
    check(module, Phase::Loops)
}

fn tidy(func: &mut Func, options: &Options) {
    if options.has(Pass::Share) {
        share_common(func);
    }
    if options.has(Pass::Checks) {
        drop_known_checks(func);
        if options.has(Pass::Share) {
            // What has become constant makes more constant.
            share_common(func);
        }
    }
    if options.has(Pass::Share) {
        share_loads(func);
    }
}

/// Fast nests beside plain ones, and what follows from that.
fn split_nests(module: &mut Module, options: &Options) {
    let ids: Vec<FuncId> = module.funcs.keys().collect();
    for id in ids {
        let mut func = std::mem::replace(&mut module.funcs[id], Func::new(""));
        let aliases = Aliases::of(&func);
        let in_vectors = |func: &Func, body| options.has(Pass::Simd) && runs_in_vectors(func, body, module, &aliases);
        if split(&mut func, &in_vectors) > 0 {
            tidy(&mut func, options);
        }
        module.funcs[id] = func;
    }
}

/// *Arrays* to *Loops*: whole-array operations become loop nests.
fn to_loops(mut module: Module, options: &Options) -> Result<Module, String> {
    lower_each_with(&mut module, options.has(Pass::Simd));
    check(module, Phase::Loops)
}

/// *Loops* to *Flat*: who owns what, then addresses, machine types and explicit errors.
fn to_flat(module: Module) -> Module {
    drop_dead(to_undropped(module))
}

fn to_undropped(mut module: Module) -> Module {
    effects::find_effects(&mut module);
    for func in module.funcs.values_mut() {
        own_buffers(func);
    }
    flatten(module)
}

fn drop_dead(mut module: Module) -> Module {
    for func in module.funcs.values_mut() {
        drop_dead_code(func);
    }
    module
}

/// In debug builds, what the verifier says between passes.
fn check(module: Module, phase: Phase) -> Result<Module, String> {
    if !cfg!(debug_assertions) {
        return Ok(module);
    }
    match verify(module, phase) {
        Ok(verified) => Ok(verified.into_module()),
        Err(problems) => Err(format!("{phase:?} IR: {problems}")),
    }
}

/// What the module offers; to be asked of the module in the phase *Arrays*, for it tells which arguments are written.
pub fn interface(module: &Module, stem: &str) -> Interface {
    let mut interface = Interface {
        module: stem.to_string(),
        functions: Vec::new(),
        sites: module.sites.iter().cloned().collect(),
        traces: module.traces,
        positions: module.positions.iter().cloned().collect(),
        positions_of_loops: 0,
        files: module.files.clone(),
        prints: module.prints,
    };
    for export in &module.exports {
        let Some(mut function) = export.function.clone() else { continue };
        if let Some(callee) = called(module, export.func) {
            mark_written(&mut function.params, &effects::written_params(module, callee));
        }
        interface.functions.push(function);
    }
    interface
}

/// Notes in the exports which arguments are written: a backend that is called from safe code relies on it.
fn mark_exports(module: &mut Module) {
    for at in 0..module.exports.len() {
        let Some(callee) = called(module, module.exports[at].func) else { continue };
        let written = effects::written_params(module, callee);
        if let Some(function) = &mut module.exports[at].function {
            mark_written(&mut function.params, &written);
        }
    }
}

/// The function that an entry calls.
fn called(module: &Module, entry: FuncId) -> Option<FuncId> {
    let func = &module.funcs[entry];
    func.insts(func.body).iter().find_map(|inst| match func.op(*inst) {
        Op::Call(callee, _) => Some(*callee),
        _ => None,
    })
}

fn mark_written(params: &mut [Param], written: &[bool]) {
    let mut leaves = written.iter();
    for param in params {
        let written = (0..leaf_count(&param.shape)).fold(false, |any, _| leaves.next().copied().unwrap_or(false) || any);
        // What is done to a container stays inside: it is made of copies.
        param.written = written && !param.shape.is_container();
    }
}

fn leaf_count(shape: &Shape) -> usize {
    match shape {
        Shape::None => 0,
        Shape::Scalar { .. } | Shape::Array(_) | Shape::Str => 1,
        Shape::Tuple(members) => members.iter().map(leaf_count).sum(),
        // One reference, whatever it travels as.
        Shape::List(_) | Shape::Set(_) | Shape::Dict(_) => 1,
        Shape::Record(..) => 1,
        Shape::Named(_, fields) => fields.iter().map(|(_, field)| leaf_count(field)).sum(),
        Shape::Optional(value) => 1 + leaf_count(value),
    }
}
