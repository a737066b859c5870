//! One function: its regions become basic blocks in one walk.
//!
//! Parameters and results of regions are parameters of blocks, owner slots are variables. A region has a block for what
//! follows it even if nothing goes there, so that operations after it always have a place.

use crate::leave::{CHUNK, Pace};
use crate::module::{Symbols, context_position, machine_type};
use crate::polls::Ways;
use crate::runtime::{MEMORY, Runtime};
use crate::scalar;
use crate::vector;
use cranelift_codegen::entity::{EntityRef, SecondaryMap};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self as clif, BlockArg, FuncRef, InstBuilder, TrapCode, types};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext, Variable};
use cranelift_module::{FuncId as Symbol, Module as Assembler};
use npc_midend::Func;
use npc_midend::ir::{Block, Data, FuncId, Inst, MemType, Op, Slot, Value};
use npc_midend::types::Type;
use rustc_hash::FxHashMap;

/// What `unreachable` does, in case that it is reached after all.
const UNREACHABLE: TrapCode = TrapCode::unwrap_user(1);

/// Writes the body of a function whose signature is set.
pub fn translate(
    id: FuncId,
    to: &mut clif::Function,
    builder: &mut FunctionBuilderContext,
    assembler: &mut dyn Assembler,
    symbols: &Symbols<'_>,
    runtime: &Runtime,
) {
    let func = &symbols.module.funcs[id];
    let config = assembler.target_config();
    let mut b = FunctionBuilder::new(to, builder);
    let entry = b.create_block();
    b.append_block_params_for_function_params(entry);
    b.switch_to_block(entry);
    let mut params = b.block_params(entry).to_vec();
    let context = params.remove(context_position(func));
    let slots = func.slots.keys().map(|_| b.declare_var(types::I64)).collect();
    let vars = func.vars.values().map(|ty| (b.declare_var(machine_type(*ty)), *ty)).collect();
    let callees = Callees { assembler, symbols, runtime, known: FxHashMap::default() };
    let mut walk = Walk {
        func,
        b,
        values: SecondaryMap::with_default(clif::Value::from_u32(0)),
        regions: SecondaryMap::new(),
        slots,
        vars,
        context,
        callees,
        adds_status: symbols.plan.adds_status(id, func),
        ways: Ways::default(),
    };
    walk.bind(func.params(func.body), &params);
    walk.clear_slots();
    walk.clear_vars();
    if symbols.plan.is_recursive(id) {
        walk.check_entry();
    }
    walk.block(func.body, None);
    walk.finish_ways();
    walk.b.seal_all_blocks();
    walk.b.finalize(config);
}

/// Functions that this one refers to.
pub struct Callees<'a> {
    assembler: &'a mut dyn Assembler,
    symbols: &'a Symbols<'a>,
    pub runtime: &'a Runtime,
    known: FxHashMap<Symbol, FuncRef>,
}

impl Callees<'_> {
    fn get(&mut self, symbol: Symbol, func: &mut clif::Function) -> FuncRef {
        *self.known.entry(symbol).or_insert_with(|| self.assembler.declare_func_in_func(symbol, func))
    }

    fn address_of(&mut self, data: Data, b: &mut FunctionBuilder<'_>) -> clif::Value {
        let place = self.assembler.declare_data_in_func(self.symbols.data[&data], b.func);
        b.ins().symbol_value(types::I64, place)
    }
}

/// Where the terminators in a region lead.
#[derive(Clone, Copy)]
struct Region {
    exit: clif::Block,
    /// The first block of a loop's body.
    head: Option<clif::Block>,
    counted: Option<Counted>,
    /// The loop polls in each round: the loop's operation.
    polls: Option<Inst>,
}

/// The numbers of a `for`.
#[derive(Clone, Copy)]
struct Counted {
    counter: clif::Value,
    hi: clif::Value,
    /// For a loop that polls after every chunk: where this chunk ends, and the loop's operation.
    chunk: Option<(clif::Value, Inst)>,
}

/// The translation of one function.
pub struct Walk<'a, 'b> {
    pub func: &'a Func,
    pub b: FunctionBuilder<'b>,
    values: SecondaryMap<Value, clif::Value>,
    regions: SecondaryMap<Block, Option<Region>>,
    pub slots: Vec<Variable>,
    vars: Vec<(Variable, Type)>,
    pub context: clif::Value,
    pub callees: Callees<'b>,
    /// The function returns a status that the IR knows nothing of.
    pub adds_status: bool,
    pub ways: Ways,
}

impl Walk<'_, '_> {
    /// Writes a block; `yields_to` is where an arm of an `if` goes on.
    fn block(&mut self, block: Block, yields_to: Option<clif::Block>) {
        let func = self.func;
        for inst in func.insts(block) {
            if func.op(*inst).is_terminator() {
                return self.terminator(func.op(*inst), yields_to);
            }
            self.inst(*inst);
        }
        // A block without an end does not pass the verifier.
        self.b.ins().trap(UNREACHABLE);
    }

    fn inst(&mut self, inst: Inst) {
        let func = self.func;
        let results = func.inst_results(inst);
        match func.op(inst) {
            Op::If(cond, then, els) => return self.branch(inst, *cond, *then, *els),
            Op::Scope(body) => return self.scope(inst, *body),
            Op::Loop(inits, body) => return self.endless(inst, inits, *body),
            Op::For(lo, hi, inits, body) => return self.counted(inst, [*lo, *hi], inits, *body),
            Op::Call(callee, args) => return self.call(inst, *callee, args),
            Op::Store(ty, address, offset, value) => return self.store(*ty, *address, *offset, *value),
            Op::Retain(header) => {
                let args = [self.values[*header]];
                self.run_time(self.callees.runtime.retain, &args);
                return;
            }
            Op::Release(header) => {
                let args = [self.context, self.values[*header]];
                self.run_time(self.callees.runtime.release, &args);
                return;
            }
            Op::SetVar(var, value) => return self.b.def_var(self.vars[var.index()].0, self.values[*value]),
            Op::SlotSet(slot, value) => return self.b.def_var(self.variable(*slot), self.values[*value]),
            _ => {}
        }
        let Some(result) = results.first() else { return };
        self.values[*result] = self.value(func.op(inst), *result);
    }

    /// Operations with one result and no structure.
    fn value(&mut self, op: &Op, result: Value) -> clif::Value {
        let ty = self.func.ty(result);
        let of = |value: &Value| self.values[*value];
        let b = &mut self.b;
        match op {
            Op::Const(bits) => scalar::constant(b, ty, *bits),
            Op::Unary(op, x) => scalar::unary(b, *op, ty, of(x)),
            Op::Binary(op, x, y) => scalar::binary(b, *op, ty, of(x), of(y)),
            Op::Compare(op, x, y) => scalar::compare(b, *op, self.func.ty(*x), of(x), of(y)),
            Op::Select(cond, x, y) => b.ins().select(of(cond), of(x), of(y)),
            Op::Cast(op, x) => scalar::cast(b, *op, ty, of(x)),
            Op::Vector(op, operands) => {
                let operands: Vec<_> = operands.iter().map(of).collect();
                vector::operation(b, *op, &operands)
            }
            Op::Load(memory, address, offset) => self.load(*memory, *address, *offset),
            Op::Context => self.context,
            Op::AddressOf(data) => self.callees.address_of(*data, &mut self.b),
            Op::Alloc(bytes) => {
                let args = [self.context, of(bytes)];
                let call = self.run_time(self.callees.runtime.alloc, &args);
                self.b.inst_results(call)[0]
            }
            Op::GetVar(var) => {
                let variable = self.vars[var.index()].0;
                self.b.use_var(variable)
            }
            Op::SlotGet(slot) => {
                let variable = self.variable(*slot);
                self.b.use_var(variable)
            }
            other => unreachable!("{other:?} in flat IR"),
        }
    }

    // ---- memory and calls

    fn load(&mut self, ty: MemType, address: Value, offset: u32) -> clif::Value {
        let (base, offset) = self.place(address, offset);
        let ins = self.b.ins();
        match ty {
            MemType::I8 => ins.sload8(types::I32, MEMORY, base, offset),
            MemType::U8 => ins.uload8(types::I32, MEMORY, base, offset),
            MemType::I16 => ins.sload16(types::I32, MEMORY, base, offset),
            MemType::U16 => ins.uload16(types::I32, MEMORY, base, offset),
            _ => ins.load(machine_type(ty.value_type()), MEMORY, base, offset),
        }
    }

    fn store(&mut self, ty: MemType, address: Value, offset: u32, value: Value) {
        let (base, offset) = self.place(address, offset);
        let value = self.values[value];
        let ins = self.b.ins();
        match ty {
            MemType::I8 | MemType::U8 => ins.istore8(MEMORY, value, base, offset),
            MemType::I16 | MemType::U16 => ins.istore16(MEMORY, value, base, offset),
            _ => ins.store(MEMORY, value, base, offset),
        };
    }

    /// Offsets beyond 31 bits do not fit into an instruction.
    fn place(&mut self, address: Value, offset: u32) -> (clif::Value, i32) {
        let base = self.values[address];
        match i32::try_from(offset) {
            Ok(offset) => (base, offset),
            Err(_) => (self.b.ins().iadd_imm_u(base, i64::from(offset)), 0),
        }
    }

    /// Calls a part of the runtime.
    pub fn run_time(&mut self, symbol: Symbol, args: &[clif::Value]) -> clif::Inst {
        let callee = self.callees.get(symbol, self.b.func);
        self.b.ins().call(callee, args)
    }

    fn call(&mut self, inst: Inst, callee: FuncId, args: &[Value]) {
        let symbols = self.callees.symbols;
        let func = &symbols.module.funcs[callee];
        let target = self.callees.get(symbols.of[&callee], self.b.func);
        let mut args: Vec<_> = args.iter().map(|arg| self.values[*arg]).collect();
        args.insert(context_position(func), self.context);
        let call = self.b.ins().call(target, &args);
        let mut results = self.b.inst_results(call).to_vec();
        if symbols.plan.adds_status(callee, func) {
            let status = results.remove(0);
            self.leave_with_callee(status, inst, func.library);
        }
        self.bind(self.func.inst_results(inst), &results);
    }

    fn variable(&self, slot: Slot) -> Variable {
        self.slots[slot.index()]
    }

    fn clear_slots(&mut self) {
        if self.slots.is_empty() {
            return;
        }
        let zero = self.b.ins().iconst(types::I64, 0);
        for at in 0..self.slots.len() {
            self.b.def_var(self.slots[at], zero);
        }
    }

    fn clear_vars(&mut self) {
        for at in 0..self.vars.len() {
            let (variable, ty) = self.vars[at];
            let zero = scalar::constant(&mut self.b, ty, 0);
            self.b.def_var(variable, zero);
        }
    }

    // ---- structure

    fn branch(&mut self, inst: Inst, cond: Value, then: Block, els: Block) {
        let merge = self.block_for(self.func.inst_results(inst));
        let [then_head, else_head] = std::array::from_fn(|_| self.b.create_block());
        self.b.ins().brif(self.values[cond], then_head, &[], else_head, &[]);
        self.b.switch_to_block(then_head);
        self.block(then, Some(merge));
        self.b.switch_to_block(else_head);
        self.block(els, Some(merge));
        self.b.switch_to_block(merge);
    }

    fn scope(&mut self, inst: Inst, body: Block) {
        let exit = self.block_for(self.func.inst_results(inst));
        self.regions[body] = Some(Region { exit, head: None, counted: None, polls: None });
        self.block(body, None);
        self.b.switch_to_block(exit);
    }

    fn endless(&mut self, inst: Inst, inits: &[Value], body: Block) {
        let exit = self.block_for(self.func.inst_results(inst));
        let head = self.block_for(self.func.params(body));
        let pace = self.callees.symbols.plan.pace(self.func, body, false, None);
        let polls = (pace == Pace::Round).then_some(inst);
        self.regions[body] = Some(Region { exit, head: Some(head), counted: None, polls });
        let args = self.args(inits);
        self.b.ins().jump(head, &args);
        self.b.switch_to_block(head);
        self.block(body, None);
        self.b.switch_to_block(exit);
    }

    /// The condition is tested before the loop and at the end of each round: one branch a round.
    fn counted(&mut self, inst: Inst, [lo, hi]: [Value; 2], inits: &[Value], body: Block) {
        let exit = self.block_for(self.func.inst_results(inst));
        let head = self.block_for(self.func.params(body));
        let pace = self.callees.symbols.plan.pace(self.func, body, true, self.rounds(lo, hi));
        let (lo, hi) = (self.values[lo], self.values[hi]);
        let counter = self.b.block_params(head)[0];
        let chunk = (pace == Pace::Chunk).then(|| (self.b.append_block_param(head, types::I64), inst));
        let counted = Counted { counter, hi, chunk };
        let polls = (pace == Pace::Round).then_some(inst);
        self.regions[body] = Some(Region { exit, head: Some(head), counted: Some(counted), polls });
        let carried = self.args(inits);
        let first = chunk.map(|_| self.chunk_end(lo, hi));
        self.round(head, exit, [lo, hi], carried, first);
        self.b.switch_to_block(head);
        self.block(body, None);
        self.b.switch_to_block(exit);
    }

    fn rounds(&self, lo: Value, hi: Value) -> Option<i64> {
        let (lo, hi) = (self.func.const_bits(lo)? as i64, self.func.const_bits(hi)? as i64);
        Some(hi.saturating_sub(lo))
    }

    /// Goes on with the round of this counter, if it is below the bound.
    fn round(
        &mut self,
        head: clif::Block,
        exit: clif::Block,
        [counter, bound]: [clif::Value; 2],
        carried: Vec<BlockArg>,
        chunk: Option<clif::Value>,
    ) {
        let more = self.b.ins().icmp(IntCC::SignedLessThan, counter, bound);
        let mut args = vec![BlockArg::Value(counter)];
        args.extend(&carried);
        args.extend(chunk.map(BlockArg::Value));
        self.b.ins().brif(more, head, &args, exit, &carried);
    }

    /// Where the chunk ends that starts with this counter, which is below `hi`.
    fn chunk_end(&mut self, counter: clif::Value, hi: clif::Value) -> clif::Value {
        let left = self.b.ins().isub(hi, counter);
        let many = self.b.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, left, CHUNK);
        let end = self.b.ins().iadd_imm_s(counter, CHUNK);
        self.b.ins().select(many, end, hi)
    }

    /// The end of a round in a loop of chunks: between two chunks it polls.
    fn next_in_chunk(
        &mut self,
        region: Region,
        [next, hi]: [clif::Value; 2],
        end: clif::Value,
        inst: Inst,
        carried: Vec<BlockArg>,
    ) {
        let head = region.head.unwrap_or_else(|| unreachable!("next outside of a loop"));
        let [between, last] = std::array::from_fn(|_| self.b.create_block());
        let more = self.b.ins().icmp(IntCC::SignedLessThan, next, end);
        let mut args = vec![BlockArg::Value(next)];
        args.extend(&carried);
        args.push(BlockArg::Value(end));
        self.b.ins().brif(more, head, &args, last, &[]);
        self.b.switch_to_block(last);
        let more = self.b.ins().icmp(IntCC::SignedLessThan, next, hi);
        self.b.ins().brif(more, between, &[], region.exit, &carried);
        self.b.set_cold_block(between);
        self.b.switch_to_block(between);
        self.poll(inst);
        let end = self.chunk_end(next, hi);
        *args.last_mut().unwrap_or_else(|| unreachable!("the end of the chunk")) = BlockArg::Value(end);
        self.b.ins().jump(head, &args);
    }

    fn terminator(&mut self, op: &Op, yields_to: Option<clif::Block>) {
        match op {
            Op::Yield(values) => {
                let args = self.args(values);
                match yields_to {
                    Some(merge) => self.b.ins().jump(merge, &args),
                    None => unreachable!("a yield outside of an if in flat IR"),
                };
            }
            Op::Exit(to, values) => {
                let args = self.args(values);
                let region = self.region(*to);
                self.b.ins().jump(region.exit, &args);
            }
            Op::Next(to, values) => self.next(*to, values),
            Op::Return(values) => {
                let status = self.adds_status.then(|| self.b.ins().iconst(types::I32, 0));
                let values: Vec<_> = status.into_iter().chain(values.iter().map(|value| self.values[*value])).collect();
                self.b.ins().return_(&values);
            }
            _ => {
                self.b.ins().trap(UNREACHABLE);
            }
        }
    }

    fn next(&mut self, to: Block, values: &[Value]) {
        let args = self.args(values);
        let region = self.region(to);
        let head = region.head.unwrap_or_else(|| unreachable!("next outside of a loop"));
        if let Some(inst) = region.polls {
            self.poll(inst);
        }
        let Some(Counted { counter, hi, chunk }) = region.counted else {
            self.b.ins().jump(head, &args);
            return;
        };
        let next = self.b.ins().iadd_imm_s(counter, 1);
        match chunk {
            None => self.round(head, region.exit, [next, hi], args, None),
            Some((end, inst)) => self.next_in_chunk(region, [next, hi], end, inst, args),
        }
    }

    fn region(&self, body: Block) -> Region {
        self.regions[body].unwrap_or_else(|| unreachable!("{body} is left from outside"))
    }

    /// A new block that takes these values as its parameters.
    fn block_for(&mut self, values: &[Value]) -> clif::Block {
        let block = self.b.create_block();
        for value in values {
            let ty = machine_type(self.func.ty(*value));
            self.values[*value] = self.b.append_block_param(block, ty);
        }
        block
    }

    fn args(&self, values: &[Value]) -> Vec<BlockArg> {
        values.iter().map(|value| BlockArg::Value(self.values[*value])).collect()
    }

    fn bind(&mut self, to: &[Value], from: &[clif::Value]) {
        for (value, from) in to.iter().zip(from) {
            self.values[*value] = *from;
        }
    }
}
