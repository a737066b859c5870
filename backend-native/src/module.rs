//! A whole module: which functions are compiled, and under which names.

use crate::UnsupportedTarget;
use crate::control::translate;
use crate::leave::{Plan, callees};
use crate::runtime::Runtime;
use cranelift_codegen::entity::EntityRef;
use cranelift_codegen::ir::{AbiParam, Signature, types};
use cranelift_codegen::isa::CallConv;
use cranelift_frontend::FunctionBuilderContext;
use cranelift_module::{DataDescription, DataId, FuncId as Symbol, Linkage, Module as Assembler, ModuleError};
use npc_midend::ir::{Data, FuncId, Op};
use npc_midend::types::{DType, Type};
use npc_midend::{Convention, Export, Func, Module};
use rustc_hash::{FxHashMap, FxHashSet};

impl From<ModuleError> for UnsupportedTarget {
    fn from(error: ModuleError) -> UnsupportedTarget {
        // With its causes: the outer message of Cranelift says no more than "compilation error".
        UnsupportedTarget { reason: format!("{error:#}") }
    }
}

/// Symbols of a compiled module.
pub struct Compiled<'a> {
    /// The exports with their entries.
    pub entries: Vec<(&'a Export, Symbol)>,
    /// Allocation and reference counts.
    pub runtime: Runtime,
}

/// The functions of a module as they refer to each other.
pub struct Symbols<'a> {
    pub module: &'a Module,
    pub of: FxHashMap<FuncId, Symbol>,
    /// Constant bytes.
    pub data: FxHashMap<Data, DataId>,
    pub plan: Plan,
}

/// Compiles what the exports need. Entries without a function for users (those for JavaScript) are left out. The
/// entries are local: what the outside calls stands before them, a trampoline in memory and a guard in an object.
pub fn compile<'a>(module: &'a Module, to: &mut dyn Assembler, prefix: &str) -> Result<Compiled<'a>, UnsupportedTarget> {
    let exports: Vec<_> = module.exports.iter().filter(|export| export.function.is_some()).collect();
    let roots = exports.iter().map(|export| export.func);
    let mut inner = all_callees(module, roots.chain(module.free_cells));
    inner.extend(module.free_cells.filter(|id| !inner.contains(id)));
    let roots = exports.iter().map(|export| export.func);
    let plan = Plan::of(module, &roots.chain(inner.iter().copied()).collect::<Vec<_>>());
    let mut symbols = Symbols { module, of: FxHashMap::default(), data: FxHashMap::default(), plan };
    let mut bodies = Vec::new();
    for id in inner {
        let name = format!("{}.{}", module.funcs[id].name, id.index());
        let symbol = to.declare_function(&name, Linkage::Local, &symbols.signature(id, to))?;
        symbols.of.insert(id, symbol);
        bodies.push((id, symbol));
    }
    let mut entries = Vec::new();
    for export in exports {
        let name = format!("{prefix}{}", export.name);
        let symbol = to.declare_function(&name, Linkage::Local, &symbols.signature(export.func, to))?;
        bodies.push((export.func, symbol));
        entries.push((export, symbol));
    }
    for (id, _) in &bodies {
        symbols.define_data(&module.funcs[*id], to)?;
    }
    let free_cells = module.free_cells.and_then(|id| symbols.of.get(&id).copied());
    let runtime = Runtime::compile(to, free_cells)?;
    let mut builder = FunctionBuilderContext::new();
    for (id, symbol) in bodies {
        let mut context = to.make_context();
        context.func.signature = symbols.signature(id, to);
        translate(id, &mut context.func, &mut builder, to, &symbols, &runtime);
        to.define_function(symbol, &mut context)?;
    }
    Ok(Compiled { entries, runtime })
}

/// Everything that these functions call, in a fixed order.
fn all_callees(module: &Module, roots: impl Iterator<Item = FuncId>) -> Vec<FuncId> {
    let mut work: Vec<_> = roots.collect();
    let mut found = FxHashSet::default();
    let mut order = Vec::new();
    while let Some(id) = work.pop() {
        for callee in callees(&module.funcs[id]) {
            if found.insert(callee) {
                order.push(callee);
                work.push(callee);
            }
        }
    }
    order
}

impl Symbols<'_> {
    /// Defines the constant bytes that a function mentions.
    fn define_data(&mut self, func: &Func, to: &mut dyn Assembler) -> Result<(), UnsupportedTarget> {
        for block in func.reachable_blocks() {
            for inst in func.insts(block) {
                let Op::AddressOf(data) = func.op(*inst) else { continue };
                let Some(bytes) = self.module.data.get_index(data.as_u32() as usize) else { continue };
                if !self.data.contains_key(data) {
                    let symbol = to.declare_data(&format!("npc.data{}", data.as_u32()), Linkage::Local, false, false)?;
                    let mut description = DataDescription::new();
                    description.define(if bytes.is_empty() { Box::new([0]) } else { bytes.clone().into_boxed_slice() });
                    to.define_data(symbol, &description)?;
                    self.data.insert(*data, symbol);
                }
            }
        }
        Ok(())
    }

    /// The machine signature of a function.
    fn signature(&self, id: FuncId, to: &dyn Assembler) -> Signature {
        let func = &self.module.funcs[id];
        let mut params: Vec<_> = func.params(func.body).iter().map(|param| machine_type(func.ty(*param))).collect();
        params.insert(context_position(func), types::I64);
        let status = self.plan.adds_status(id, func).then_some(types::I32);
        let returns = status.into_iter().chain(func.results.iter().map(|ty| machine_type(*ty)));
        Signature {
            params: params.into_iter().map(AbiParam::new).collect(),
            returns: returns.map(AbiParam::new).collect(),
            call_conv: match func.convention {
                Convention::Internal => CallConv::Fast,
                Convention::Entry => to.isa().default_call_conv(),
            },
        }
    }
}

/// The context is the first parameter inside the module and the second for the outside.
pub fn context_position(func: &Func) -> usize {
    match func.convention {
        Convention::Internal => 0,
        Convention::Entry => func.params(func.body).len().min(1),
    }
}

/// The machine type of a flat value.
pub fn machine_type(ty: Type) -> types::Type {
    match ty {
        Type::Scalar(DType::Bool) => types::I8,
        Type::Scalar(DType::I32) => types::I32,
        Type::Scalar(DType::F32) => types::F32,
        Type::Scalar(DType::F64) => types::F64,
        Type::Scalar(DType::I64) | Type::Addr => types::I64,
        // Operations cast to the lanes that they work on.
        Type::Vector => types::I8X16,
        other => unreachable!("{other} in flat IR"),
    }
}
