//! Code in memory and calls of it.

use crate::args::{self, Prepared};
use crate::context::Context;
use crate::enter::{Code, add_imports};
use crate::module::{Compiled, compile, machine_type};
use crate::runtime::{MEMORY, define};
use crate::{UnsupportedTarget, target};
use cranelift_codegen::ir::{AbiParam, InstBuilder, types};
use cranelift_jit::{ArenaMemoryProvider, JITBuilder, JITModule};
use cranelift_module::{FuncId as Symbol, Linkage, Module as Assembler, default_libcall_names};
use npc_midend::host::{Arg, Outcome, Raised};
use npc_midend::interface::{Function, Param, Shape};
use npc_midend::types::Type;
use npc_midend::{Export, Func, Module};
use std::fmt;
use std::sync::Arc;

/// Keeps functions that are named like an import or a helper apart from these.
const PREFIX: &str = "entry ";

/// A compiled module in memory.
#[derive(Clone)]
pub struct Native {
    pub(crate) code: Arc<Code>,
    entries: Arc<[Entry]>,
}

impl fmt::Debug for Native {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.entries.iter().map(|entry| &entry.name)).finish()
    }
}

/// What a call checks its arguments against. Kept here: the code relies on it, whatever a caller says.
pub(crate) struct Entry {
    name: String,
    pub params: Vec<Param>,
    pub result: Shape,
}

/// Why a call has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallFailure {
    /// The function raised an exception.
    Raised(Raised),
    /// The arguments do not fit the function.
    BadArguments(String),
    /// An array does not lie in memory as the function wants it.
    BadLayout(String),
}

impl Native {
    /// Calls a function of the module. Arrays are over `buffers`, which hold what the function has written afterwards,
    /// also when it raises.
    pub fn call(
        &self,
        function: &Function,
        context: &mut Context,
        buffers: &mut [Vec<u8>],
        args: &[Arg],
    ) -> Result<Outcome, CallFailure> {
        let missing = || CallFailure::BadArguments(format!("there is no function {}", function.entry));
        let (at, entry) = self.entry(&function.entry).ok_or_else(missing)?;
        let words = args::check(&entry.params, args, buffers).map_err(CallFailure::BadArguments)?;
        let prepared = Prepared::new(&words, buffers);
        self.code.call(at, &entry.result, context, prepared).map_err(CallFailure::Raised)
    }

    /// An entry by its name, and its number.
    pub(crate) fn entry(&self, name: &str) -> Option<(usize, &Entry)> {
        self.entries.iter().enumerate().find(|(_, entry)| entry.name == name)
    }

    pub(crate) fn compile(module: &Module) -> Result<Native, UnsupportedTarget> {
        let isa = target::host()?;
        let mut builder = JITBuilder::with_isa(isa, default_libcall_names());
        add_imports(&mut builder);
        let arena = ArenaMemoryProvider::new_with_size(code_size(module)).map_err(UnsupportedTarget::new)?;
        builder.memory_provider(Box::new(arena));
        let mut jit = JITModule::new(builder);
        let Compiled { entries, runtime } = compile(module, &mut jit, PREFIX)?;
        let mut trampolines = Vec::new();
        for (export, symbol) in &entries {
            trampolines.push(trampoline(module, export, *symbol, &mut jit)?);
        }
        let entries = entries.iter().filter_map(|(export, _)| Entry::of(export)).collect();
        jit.finalize_definitions()?;
        Ok(Native { code: Arc::new(Code::new(jit, &trampolines, runtime.release)), entries })
    }
}

impl Entry {
    fn of(export: &Export) -> Option<Entry> {
        let function = export.function.as_ref()?;
        let function = function.lowered();
        Some(Entry { name: export.name.clone(), params: function.params, result: function.result })
    }
}

/// Address space for the code, reserved at once so that functions reach each other. Far more than it takes.
fn code_size(module: &Module) -> usize {
    let size = |func: &Func| -> usize {
        let blocks = func.reachable_blocks();
        64 + blocks.iter().map(|block| func.insts(*block).len() + func.params(*block).len() + 4).sum::<usize>()
    };
    let called: usize = module.funcs.values().map(size).sum();
    let exported: usize = module.exports.iter().map(|export| size(&module.funcs[export.func])).sum();
    (1 << 20) + (called + exported) * 512
}

/// A function that takes the arguments of an entry from an array of words.
fn trampoline(module: &Module, export: &Export, entry: Symbol, jit: &mut JITModule) -> Result<Symbol, UnsupportedTarget> {
    let func = &module.funcs[export.func];
    let params = func.params(func.body).get(1..).unwrap_or_default();
    let params: Vec<_> = params.iter().map(|param| func.ty(*param)).collect();
    let mut expected = Vec::new();
    for param in export.function.iter().flat_map(|function| &function.params) {
        machine_params(&param.shape, &mut expected);
    }
    let fits = |(param, array): (&Type, &bool)| (*param == Type::Addr) == *array;
    if params.len() != expected.len() || !params.iter().zip(&expected).all(fits) {
        return Err(UnsupportedTarget::new(format!("entry {} does not have the parameters it says", export.name)));
    }
    let mut signature = jit.make_signature();
    signature.params = vec![AbiParam::new(types::I64); 3];
    signature.returns = vec![AbiParam::new(types::I32)];
    let symbol = jit.declare_function(&format!("npc.enter.{}", export.name), Linkage::Local, &signature)?;
    define(jit, symbol, |b, to, given| {
        let mut args = vec![given[0], given[1]];
        for (at, param) in params.iter().enumerate() {
            args.push(b.ins().load(machine_type(*param), MEMORY, given[2], 8 * at as i32));
        }
        let callee = to.declare_func_in_func(entry, b.func);
        let call = b.ins().call(callee, &args);
        let status = b.inst_results(call)[0];
        b.ins().return_(&[status]);
    })?;
    Ok(symbol)
}

/// For each machine parameter whether it is an array.
fn machine_params(shape: &Shape, to: &mut Vec<bool>) {
    match shape {
        Shape::None => {}
        Shape::Scalar { dtype, .. } => to.extend(vec![false; if dtype.is_complex() { 2 } else { 1 }]),
        Shape::Array(_) | Shape::Str => to.push(true),
        Shape::Tuple(members) => members.iter().for_each(|member| machine_params(member, to)),
        container => machine_params(&container.lowered(), to),
    }
}
