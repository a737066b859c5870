//! The walk over a function's regions.
//!
//! `scope` is a wasm block whose results are on the stack at its end. `loop` is a wasm loop in a block: `next` goes to
//! the loop, `exit` to the end of the block. `for` tests before it starts and at its end; its carried values and results
//! are variables. Blocks that turn out to have no branch to them are dropped later (`tidy.rs`).

mod regions;

use crate::code::{Code, FUNCTION, Item, Label, Var, val_type};
use crate::ops;
use crate::plan::{Place, Plan, plan, stack_operands};
use crate::runtime::HEAP_START;
use crate::vector;
use cranelift_entity::{EntityRef, SecondaryMap};
use npc_midend::abi::context::WASM_ADDRESS;
use npc_midend::ir::{BinaryOp, Block, CompareOp, Data, FuncId, Inst, Op, UnaryOp, Value, Var as Variable};
use npc_midend::types::Type;
use npc_midend::vector::VecOp;
use npc_midend::{Convention, Func, Module};
use wasm_encoder::{Instruction, ValType};

/// Indices of wasm functions.
pub(crate) trait Callees {
    /// Where constant bytes stand.
    fn data(&self, data: Data) -> u32;
    /// A function of the module.
    fn function(&self, func: FuncId) -> u32;
    /// `alloc(bytes: i64) -> i32`.
    fn alloc(&self) -> u32;
    /// `retain(header: i32)`.
    fn retain(&self) -> u32;
    /// `release(header: i32)`.
    fn release(&self) -> u32;
}

/// Code of a function, with its parameters as the first variables.
pub(crate) fn code(module: &Module, func: &Func, callees: &dyn Callees) -> Code {
    let mut walk = Walk {
        module,
        func,
        callees,
        plan: plan(module, func),
        code: Code::new(func.results.iter().map(|ty| val_type(*ty)).collect()),
        vars: SecondaryMap::new(),
        slots: Vec::new(),
        variables: SecondaryMap::new(),
        regions: Vec::new(),
        arms: Vec::new(),
        scratch: [None; 2],
    };
    walk.params();
    walk.slots = func.slots.keys().map(|_| walk.code.pinned_var(ValType::I32)).collect();
    walk.block(func.body);
    walk.code
}

/// Types of the parameters as wasm sees them.
pub(crate) fn param_types(func: &Func) -> Vec<ValType> {
    let mut types: Vec<_> = func.params(func.body).iter().map(|param| val_type(func.ty(*param))).collect();
    if func.convention == Convention::Entry {
        // The context is at a fixed address, but the outside passes it.
        types.insert(1.min(types.len()), ValType::I32);
    }
    types
}

/// Whether code goes on after an operation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Never,
}

/// An enclosing region.
struct Region {
    body: Block,
    exit: Label,
    next: Label,
    /// Where the values of an `exit` go; on the stack if `None`.
    results: Option<Vec<Var>>,
    nexts: u32,
    exits: u32,
}

struct Walk<'a> {
    module: &'a Module,
    func: &'a Func,
    callees: &'a dyn Callees,
    plan: Plan<'a>,
    code: Code,
    vars: SecondaryMap<Value, Option<Var>>,
    slots: Vec<Var>,
    /// Variables of the IR, once they are used.
    variables: SecondaryMap<Variable, Option<Var>>,
    regions: Vec<Region>,
    /// Where the arms of enclosing `if`s put what they yield.
    arms: Vec<Option<Vec<Var>>>,
    /// For `copysign`: `f32`, `f64`.
    scratch: [Option<Var>; 2],
}

impl Walk<'_> {
    fn params(&mut self) {
        let func = self.func;
        let mut vars: Vec<_> = param_types(func).into_iter().map(|ty| self.code.var(ty)).collect();
        if func.convention == Convention::Entry && vars.len() > 1 {
            vars.remove(1);
        }
        for (param, var) in func.params(func.body).iter().zip(vars) {
            self.vars[*param] = Some(var);
        }
    }

    fn ty(&self, value: Value) -> ValType {
        val_type(self.func.ty(value))
    }

    fn var(&mut self, value: Value) -> Var {
        let ty = self.ty(value);
        *self.vars[value].get_or_insert_with(|| self.code.var(ty))
    }

    fn variable(&mut self, variable: Variable) -> Var {
        let ty = val_type(self.func.vars[variable]);
        *self.variables[variable].get_or_insert_with(|| self.code.pinned_var(ty))
    }

    fn op(&mut self, op: Instruction<'static>) {
        self.code.op(op);
    }

    fn block(&mut self, block: Block) -> Flow {
        for inst in self.plan.roots[block].clone() {
            if self.tree(inst) == Flow::Never {
                return Flow::Never;
            }
            self.keep_results(inst);
        }
        Flow::On
    }

    /// Takes results off the stack.
    fn keep_results(&mut self, inst: Inst) {
        let func = self.func;
        if matches!(func.op(inst), Op::For(..)) || self.results_in_variables(inst) {
            return;
        }
        for result in func.inst_results(inst).iter().rev() {
            match self.plan.places[*result] {
                Place::Nowhere => self.op(Instruction::Drop),
                _ => {
                    let var = self.var(*result);
                    self.code.push(Item::Set(var));
                }
            }
        }
    }

    /// Pushes a value.
    fn value(&mut self, value: Value) {
        let func = self.func;
        match (self.plan.places[value], func.def(value)) {
            (Place::Constant, _) => match (func.const_bits(value), func.def_op(value)) {
                (Some(bits), _) => self.op(ops::constant(bits, self.ty(value))),
                (None, Some(Op::AddressOf(data))) => self.op(Instruction::I32Const(self.callees.data(*data) as i32)),
                _ => self.op(Instruction::I32Const(WASM_ADDRESS as i32)),
            },
            (Place::Stack, Some(def)) => {
                if self.tree(def) == Flow::Never {
                    // The rest of the expression is never run, but its operands so far are on the stack: a branch at
                    // the end of the region is no fall through.
                    self.op(Instruction::Unreachable);
                }
            }
            _ => {
                let var = self.var(value);
                if !self.is_on_top(value, var) {
                    self.code.push(Item::Get(var));
                }
            }
        }
    }

    /// Takes back the `Set` of a variable that has just been set for its only use.
    fn is_on_top(&mut self, value: Value, var: Var) -> bool {
        let set = matches!(self.code.items.last(), Some(Item::Set(last)) if *last == var) && self.plan.is_used_once(value);
        if set {
            self.code.items.pop();
        }
        set
    }

    /// Runs an operation and leaves its results on the stack (those of a `for` are variables).
    fn tree(&mut self, inst: Inst) -> Flow {
        let func = self.func;
        match func.op(inst) {
            Op::If(cond, then, els) => return self.if_(inst, *cond, *then, *els),
            Op::Scope(body) => return self.scope(inst, *body),
            Op::Loop(inits, body) => return self.loop_(inst, inits, *body),
            Op::For(lo, hi, inits, body) => self.for_(inst, *lo, *hi, inits, *body),
            Op::Yield(values) => match self.arms.last().cloned().flatten() {
                Some(results) => self.hand_over(values, &results),
                None => self.values(values),
            },
            Op::Exit(label, values) => return self.exit(*label, values),
            Op::Next(label, values) => return self.next(*label, values),
            Op::Return(values) => {
                self.values(values);
                self.code.push(Item::Br(FUNCTION));
                return Flow::Never;
            }
            Op::Unreachable => {
                self.op(Instruction::Unreachable);
                return Flow::Never;
            }
            op => self.simple(inst, op),
        }
        Flow::On
    }

    fn values(&mut self, values: &[Value]) {
        values.iter().for_each(|value| self.value(*value));
    }

    fn simple(&mut self, inst: Inst, op: &Op) {
        let func = self.func;
        match op {
            Op::Load(mem, p, offset) => {
                let offset = self.address(*p, *offset);
                return self.op(ops::load(*mem, offset));
            }
            Op::Store(mem, p, offset, x) => {
                let offset = self.address(*p, *offset);
                self.value(*x);
                if *mem == npc_midend::ir::MemType::Addr {
                    self.op(Instruction::I64ExtendI32U);
                }
                return self.op(ops::store(*mem, offset));
            }
            Op::Unary(UnaryOp::Neg, x) if matches!(self.ty(*x), ValType::I32 | ValType::I64) => {
                self.op(ops::constant(0, self.ty(*x)));
            }
            Op::Call(callee, args) => return self.call(*callee, args),
            _ => {}
        }
        self.values(&stack_operands(op));
        match op {
            Op::Const(bits) => {
                let ty = func.inst_results(inst).first().map_or(ValType::I32, |result| self.ty(*result));
                self.op(ops::constant(*bits, ty));
            }
            Op::AddressOf(data) => self.op(Instruction::I32Const(self.callees.data(*data) as i32)),
            Op::Context => self.op(Instruction::I32Const(WASM_ADDRESS as i32)),
            Op::Unary(op, x) => ops::unary(*op, func.ty(*x), self.ty(*x)).into_iter().for_each(|op| self.op(op)),
            Op::Binary(BinaryOp::Copysign, x, _) => self.copysign(self.ty(*x)),
            Op::Binary(op, x, _) => self.op(ops::binary(*op, self.ty(*x))),
            Op::Compare(op, x, y) => self.compare(*op, *x, *y),
            Op::Select(..) => {
                self.code.condition();
                self.op(Instruction::Select);
            }
            Op::Cast(op, x) => {
                let to = func.inst_results(inst).first().map_or(ValType::I32, |result| self.ty(*result));
                let instruction = ops::cast(*op, self.ty(*x), to);
                instruction.into_iter().for_each(|op| self.op(op));
            }
            Op::Vector(op, _) => self.vector(*op),
            Op::Alloc(_) => self.op(Instruction::Call(self.callees.alloc())),
            Op::Retain(_) => self.op(Instruction::Call(self.callees.retain())),
            Op::Release(_) => self.op(Instruction::Call(self.callees.release())),
            Op::SlotGet(slot) => self.code.push(Item::Get(self.slots[slot.index()])),
            Op::SlotSet(slot, _) => self.code.push(Item::Set(self.slots[slot.index()])),
            Op::GetVar(variable) => {
                let var = self.variable(*variable);
                self.code.push(Item::Get(var));
            }
            Op::SetVar(variable, _) => {
                let var = self.variable(*variable);
                self.code.push(Item::Set(var));
            }
            _ => {}
        }
    }

    fn call(&mut self, callee: FuncId, args: &[Value]) {
        let is_entry = self.module.funcs[callee].convention == Convention::Entry;
        let (before, after) = args.split_at(if is_entry { 1 } else { 0 });
        self.values(before);
        if is_entry {
            self.op(Instruction::I32Const(WASM_ADDRESS as i32));
        }
        self.values(after);
        self.op(Instruction::Call(self.callees.function(callee)));
    }

    /// A scalar that has just been loaded to be spread is loaded spread.
    fn vector(&mut self, op: VecOp) {
        let spread = match (op, self.code.items.last()) {
            (VecOp::Splat(dtype), Some(Item::Op(load))) => vector::spreading_load(load, dtype),
            _ => None,
        };
        if spread.is_some() {
            self.code.items.pop();
        }
        self.op(spread.unwrap_or_else(|| vector::instruction(op)));
    }

    fn compare(&mut self, op: CompareOp, x: Value, y: Value) {
        // For bools, `!= false` is the value and `== false` its inverse.
        if self.func.ty(x) == Type::BOOL && op == CompareOp::Ne && self.func.const_bits(y) == Some(0) {
            self.code.items.pop();
            return;
        }
        self.op(ops::compare(op, self.ty(x)));
    }

    /// The sign operand is on top; a NaN counts as positive.
    fn copysign(&mut self, ty: ValType) {
        let double = ty == ValType::F64;
        let scratch = &mut self.scratch[usize::from(double)];
        let var = *scratch.get_or_insert_with(|| self.code.pinned_var(ty));
        let ops = if double {
            [Instruction::F64Abs, Instruction::F64Eq, Instruction::F64Copysign]
        } else {
            [Instruction::F32Abs, Instruction::F32Eq, Instruction::F32Copysign]
        };
        let [abs, eq, copysign] = ops;
        self.code.push(Item::Tee(var));
        self.code.push(Item::Get(var));
        self.op(abs);
        self.code.push(Item::Get(var));
        self.code.push(Item::Get(var));
        self.op(eq);
        self.op(Instruction::Select);
        self.op(copysign);
    }

    /// Pushes an address and returns the offset left to add. Constants go into the offset as long as the address without
    /// them cannot be negative: what is accessed lies in the heap, behind `HEAP_START` bytes.
    fn address(&mut self, p: Value, offset: u32) -> u32 {
        if self.plan.places[p] == Place::Stack
            && let Some(Op::Binary(BinaryOp::Add, x, y)) = self.func.def_op(p)
            && let Some(more) = self.func.const_bits(*y)
            && self.plan.places[*y] == Place::Constant
            && more <= u64::from(HEAP_START)
            && offset <= HEAP_START - more as u32
        {
            return self.address(*x, offset + more as u32);
        }
        self.value(p);
        offset
    }
}
