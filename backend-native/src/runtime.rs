//! What compiled code needs at run time: allocation and reference counts, compiled into every module.

use crate::UnsupportedTarget;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{AbiParam, Block, BlockArg, InstBuilder, MemFlagsData, Signature, Value, types};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_module::{FuncId as Symbol, Linkage, Module as Assembler};
use npc_midend::abi::{buffer, context};

/// Accesses whose address is good; alignment is not promised.
pub const MEMORY: MemFlagsData = MemFlagsData::new().with_notrap();

/// Larger requests are refused without asking, so that sums with the header stay in range.
const LARGEST: i64 = 1 << 62;

/// The local functions of a module.
#[derive(Clone, Copy)]
pub struct Runtime {
    /// `(context, bytes) -> header`, 0 if there is no memory.
    pub alloc: Symbol,
    /// `(header)`.
    pub retain: Symbol,
    /// `(context, header)`.
    pub release: Symbol,
    malloc: Symbol,
    free: Symbol,
    free_cells: Option<Symbol>,
}

impl Runtime {
    /// Declares and defines the functions. `free_cells` is the module's own function `(context, header)`, if it has cells.
    pub fn compile(to: &mut dyn Assembler, free_cells: Option<Symbol>) -> Result<Runtime, UnsupportedTarget> {
        let malloc = signature(to, 1, 1);
        let free = signature(to, 1, 0);
        let runtime = Runtime {
            malloc: to.declare_function("malloc", Linkage::Import, &malloc)?,
            free: to.declare_function("free", Linkage::Import, &free)?,
            alloc: declare(to, "npc.alloc", 2, 1)?,
            retain: declare(to, "npc.retain", 1, 0)?,
            release: declare(to, "npc.release", 2, 0)?,
            free_cells,
        };
        define(to, runtime.alloc, |b, to, params| runtime.alloc(b, to, params[0], params[1]))?;
        define(to, runtime.retain, |b, _, params| retain(b, params[0]))?;
        define(to, runtime.release, |b, to, params| runtime.release(b, to, params[0], params[1]))?;
        Ok(runtime)
    }

    fn alloc(&self, b: &mut FunctionBuilder<'_>, to: &mut dyn Assembler, cx: Value, bytes: Value) {
        let [counting, allocate, limited, reserve, hooked, plain, refuse, fresh] = std::array::from_fn(|_| b.create_block());
        let countdown = field(b, cx, context::ALLOC_COUNTDOWN);
        b.ins().brif(countdown, counting, &[], allocate, &[]);

        b.switch_to_block(counting);
        let left = b.ins().iadd_imm_s(countdown, -1);
        set_field(b, cx, context::ALLOC_COUNTDOWN, left);
        b.ins().brif(left, allocate, &[], refuse, &[]);

        b.switch_to_block(allocate);
        let large = b.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, bytes, LARGEST);
        b.ins().brif(large, refuse, &[], limited, &[]);

        b.switch_to_block(limited);
        // No limit is 0, and one less than that is above everything.
        let limit = field(b, cx, context::MEMORY_LIMIT);
        let limit = b.ins().iadd_imm_s(limit, -1);
        let live = field(b, cx, context::IN_USE);
        let live = b.ins().iadd(live, bytes);
        let above = b.ins().iadd_imm_s(live, -1);
        let much = b.ins().icmp(IntCC::UnsignedGreaterThan, above, limit);
        let any = b.ins().icmp_imm_u(IntCC::NotEqual, live, 0);
        let much = b.ins().band(much, any);
        b.ins().brif(much, refuse, &[], reserve, &[]);

        b.switch_to_block(reserve);
        let total = b.ins().iadd_imm_s(bytes, i64::from(buffer::DATA));
        let header = b.append_block_param(fresh, types::I64);
        let hook = field(b, cx, context::ALLOC);
        b.ins().brif(hook, hooked, &[], plain, &[]);

        b.switch_to_block(hooked);
        let user = field(b, cx, context::USER);
        let hook_signature = b.import_signature(signature(to, 2, 1));
        let call = b.ins().call_indirect(hook_signature, hook, &[total, user]);
        let got = BlockArg::Value(b.inst_results(call)[0]);
        b.ins().jump(fresh, &[got]);

        b.switch_to_block(plain);
        let malloc = to.declare_func_in_func(self.malloc, b.func);
        let call = b.ins().call(malloc, &[total]);
        let got = BlockArg::Value(b.inst_results(call)[0]);
        b.ins().jump(fresh, &[got]);

        b.switch_to_block(fresh);
        let start = b.create_block();
        b.ins().brif(header, start, &[], refuse, &[]);
        b.switch_to_block(start);
        let one = b.ins().iconst(types::I64, 1);
        set_field(b, header, buffer::COUNT, one);
        set_field(b, header, buffer::SIZE, bytes);
        let in_use = field(b, cx, context::IN_USE);
        let in_use = b.ins().iadd(in_use, bytes);
        set_field(b, cx, context::IN_USE, in_use);
        b.ins().return_(&[header]);

        b.switch_to_block(refuse);
        let none = b.ins().iconst(types::I64, 0);
        b.ins().return_(&[none]);
    }

    fn release(&self, b: &mut FunctionBuilder<'_>, to: &mut dyn Assembler, cx: Value, header: Value) {
        let [some, last, hooked, plain, done] = std::array::from_fn(|_| b.create_block());
        b.ins().brif(header, some, &[], done, &[]);

        b.switch_to_block(some);
        let count = field(b, header, buffer::COUNT);
        let count = b.ins().iadd_imm_s(count, -1);
        set_field(b, header, buffer::COUNT, count);
        b.ins().brif(count, done, &[], last, &[]);

        b.switch_to_block(last);
        self.pass_cells_on(b, to, cx, header, done);
        let in_use = field(b, cx, context::IN_USE);
        let bytes = field(b, header, buffer::SIZE);
        let in_use = b.ins().isub(in_use, bytes);
        set_field(b, cx, context::IN_USE, in_use);
        let hook = field(b, cx, context::FREE);
        b.ins().brif(hook, hooked, &[], plain, &[]);

        b.switch_to_block(hooked);
        let user = field(b, cx, context::USER);
        let hook_signature = b.import_signature(signature(to, 2, 0));
        b.ins().call_indirect(hook_signature, hook, &[header, user]);
        b.ins().jump(done, &[]);

        b.switch_to_block(plain);
        let free = to.declare_func_in_func(self.free, b.func);
        b.ins().call(free, &[header]);
        b.ins().jump(done, &[]);

        b.switch_to_block(done);
        b.ins().return_(&[]);
    }

    /// A negative size says that there are cells: their own function frees them.
    fn pass_cells_on(&self, b: &mut FunctionBuilder<'_>, to: &mut dyn Assembler, cx: Value, header: Value, done: Block) {
        let Some(free_cells) = self.free_cells else { return };
        let [cells, plain] = std::array::from_fn(|_| b.create_block());
        let size = field(b, header, buffer::SIZE);
        let negative = b.ins().icmp_imm_s(IntCC::SignedLessThan, size, 0);
        b.ins().brif(negative, cells, &[], plain, &[]);
        b.switch_to_block(cells);
        let callee = to.declare_func_in_func(free_cells, b.func);
        b.ins().call(callee, &[cx, header]);
        b.ins().jump(done, &[]);
        b.switch_to_block(plain);
    }
}

fn retain(b: &mut FunctionBuilder<'_>, header: Value) {
    let [some, done] = std::array::from_fn(|_| b.create_block());
    b.ins().brif(header, some, &[], done, &[]);
    b.switch_to_block(some);
    let count = field(b, header, buffer::COUNT);
    let count = b.ins().iadd_imm_s(count, 1);
    set_field(b, header, buffer::COUNT, count);
    b.ins().jump(done, &[]);
    b.switch_to_block(done);
    b.ins().return_(&[]);
}

fn field(b: &mut FunctionBuilder<'_>, base: Value, offset: u32) -> Value {
    b.ins().load(types::I64, MEMORY, base, offset as i32)
}

fn set_field(b: &mut FunctionBuilder<'_>, base: Value, offset: u32, value: Value) {
    b.ins().store(MEMORY, value, base, offset as i32);
}

/// All values that the runtime passes are addresses or sizes.
fn signature(to: &dyn Assembler, params: usize, returns: usize) -> Signature {
    Signature {
        params: vec![AbiParam::new(types::I64); params],
        returns: vec![AbiParam::new(types::I64); returns],
        call_conv: to.isa().default_call_conv(),
    }
}

fn declare(to: &mut dyn Assembler, name: &str, params: usize, returns: usize) -> Result<Symbol, UnsupportedTarget> {
    let signature = signature(to, params, returns);
    Ok(to.declare_function(name, Linkage::Local, &signature)?)
}

/// Defines a function by a closure that gets its parameters in the entry block.
pub fn define(
    to: &mut dyn Assembler,
    symbol: Symbol,
    body: impl FnOnce(&mut FunctionBuilder<'_>, &mut dyn Assembler, &[Value]),
) -> Result<(), UnsupportedTarget> {
    let mut context = to.make_context();
    context.func.signature = to.declarations().get_function_decl(symbol).signature.clone();
    let mut builder_context = FunctionBuilderContext::new();
    let mut b = FunctionBuilder::new(&mut context.func, &mut builder_context);
    let entry = b.create_block();
    b.append_block_params_for_function_params(entry);
    b.switch_to_block(entry);
    let params = b.block_params(entry).to_vec();
    body(&mut b, to, &params);
    b.seal_all_blocks();
    b.finalize(to.target_config());
    Ok(to.define_function(symbol, &mut context)?)
}
