//! From loops over typed arrays to scalars of machine types, addresses and explicit errors: the last lowering.
//!
//! One walk rebuilds each function and lowers everything at once, a file per idea:
//!
//! * `build`, `fold`: the flat function under construction; sharing, loop invariants, constants.
//! * `scalars`, `divide`, `convert`: typed scalars in machine types, every operation total.
//! * `complex`: complex numbers as two floats.
//! * `arrays`: an array as its fields; views and elements. `fresh`, `order`, `descriptor`: new arrays, the order of
//!   axes, the caller's arrays. `describes`: their test as a function.
//! * `errors`, `checks`: what raises, and how a function is left. `owners`: slots, and who releases what they hold.
//! * `traces`: which calls an exception came through.
//! * `try_`: where exceptions go that are caught, and which site raises what.
//! * `walk`, `regions`: operations one by one, what holds blocks, and calls. `vars`: variables.
//!
//! An array travels as `parent, data, extents…, strides…`, the strides only where its layout does not tell them. A
//! function that can raise has its status in front of its results.

mod arrays;
mod build;
mod cells;
mod checks;
mod complex;
mod convert;
mod describes;
mod descriptor;
mod divide;
mod errors;
mod fold;
pub(crate) mod fresh;
mod order;
mod owners;
mod regions;
mod scalars;
#[cfg(test)]
mod tests;
mod traces;
mod try_;
mod vars;
mod walk;

use crate::abi::context;
use crate::func::{Convention, Func, Module};
use crate::interface::RaiseSite;
use crate::ir::{Block, FuncId, Inst, Op, Value, Var};
use crate::types::Type;
use arrays::Array;
use build::Builder;
use cranelift_entity::{EntitySet, PrimaryMap, SecondaryMap};
use errors::Frame;
use indexmap::IndexSet;
use owners::Owners;
pub(crate) use scalars::machine;

/// Lowers every function of a module from `Loops` to `Flat`.
pub fn flatten(mut module: Module) -> Module {
    let mut sites = std::mem::take(&mut module.sites);
    let cells = cells::runtime(&mut module);
    if catches(&module) {
        // A test of what was raised has to know every site.
        sites.insert(fresh::negative_extent());
    }
    let trace = traces::are_needed(&module).then(|| FuncId::from_u32(module.funcs.len() as u32));
    let program = Program {
        counts_depth: module.funcs.values().any(|func| stores(func, context::DEPTH)),
        forgets_message: catches(&module) && module.funcs.values().any(|func| stores(func, context::MESSAGE)),
        trace,
        describes: describes::id(&module, trace.iter().count()),
    };
    let funcs: Vec<_> = module.funcs.keys().map(|id| flatten_func(&module, id, &mut sites, program)).collect();
    let mut flat = PrimaryMap::with_capacity(funcs.len());
    for func in funcs {
        flat.push(func);
    }
    if program.trace.is_some() {
        flat.push(traces::function());
        module.traces = true;
    }
    if program.describes.is_some() {
        flat.push(describes::function());
    }
    let mut module = Module { funcs: flat, sites, ..module };
    cells::define_runtime(&mut module, cells);
    module
}

/// What a value has become.
#[derive(Clone, Default)]
enum Lowered {
    #[default]
    Nothing,
    Scalar(Value),
    /// A complex number: its parts.
    Complex([Value; 2]),
    Array(Box<Array>),
}

/// Where the terminators that leave a region hand their values.
#[derive(Clone)]
struct Label {
    block: Block,
    /// Types of the region's results, not yet lowered.
    results: Vec<Type>,
    /// Types of the carried parameters, not yet lowered.
    carried: Vec<Type>,
}

/// What each function has to know of the whole module.
#[derive(Clone, Copy)]
struct Program {
    /// Some function counts how deep calls are nested.
    counts_depth: bool,
    /// The text of a message may be left over from an exception that was caught.
    forgets_message: bool,
    /// The function that notes a call that an exception came through, where there are such calls.
    trace: Option<FuncId>,
    /// The function that tests descriptors, where there are many.
    describes: Option<FuncId>,
}

/// A function on its way from the old form to the new one.
struct Lowering<'a> {
    module: &'a Module,
    old: &'a Func,
    sites: &'a mut IndexSet<RaiseSite>,
    b: Builder,
    values: SecondaryMap<Value, Lowered>,
    /// The flat variables that an old one has become.
    vars: SecondaryMap<Var, Vec<Var>>,
    labels: SecondaryMap<Block, Option<Label>>,
    frame: Frame,
    owners: Owners,
    program: Program,
    /// Values that are known to be extents: not negative.
    extents: EntitySet<Value>,
}

/// True if the function sets this field of the context.
fn stores(func: &Func, field: u32) -> bool {
    let blocks = func.reachable_blocks();
    let mut insts = blocks.iter().flat_map(|block| func.insts(*block));
    insts.any(|inst| matches!(func.op(*inst), Op::Store(_, _, offset, _) if *offset == field))
}

/// True if something of the module can be caught.
pub(crate) fn catches(module: &Module) -> bool {
    let is_try = |func: &Func, inst: &Inst| matches!(func.op(*inst), Op::Try(..));
    module
        .funcs
        .values()
        .any(|func| func.reachable_blocks().iter().any(|block| func.insts(*block).iter().any(|inst| is_try(func, inst))))
}

fn flatten_func(module: &Module, id: FuncId, sites: &mut IndexSet<RaiseSite>, program: Program) -> Func {
    let old = &module.funcs[id];
    let mut func = Func::new(old.name.clone());
    func.convention = old.convention;
    func.library = old.library;
    func.can_raise = old.can_raise;
    func.pure_scalar = old.pure_scalar;
    func.slots = old.slots.clone();
    func.results = flat_results(old);
    let mut lowering = Lowering {
        module,
        old,
        sites,
        b: Builder::new(func),
        values: SecondaryMap::new(),
        vars: SecondaryMap::new(),
        labels: SecondaryMap::new(),
        frame: Frame::default(),
        owners: Owners::default(),
        program,
        extents: EntitySet::new(),
    };
    lowering.open_vars();
    lowering.bind_arguments();
    lowering.open_frame();
    lowering.lower_block(old.body);
    lowering.close_frame();
    lowering.b.func
}

/// Types of the results of a flat function.
fn flat_results(old: &Func) -> Vec<Type> {
    if old.convention == Convention::Entry {
        return vec![Type::I32];
    }
    let status = old.can_raise.then_some(Type::I32);
    status.into_iter().chain(arrays::flat_types(&old.results)).collect()
}
