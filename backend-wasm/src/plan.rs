//! Which values are computed right where they are used.
//!
//! A value with one use, in the same block, moves down to it if nothing between the two disturbs it; it then lives on
//! wasm's stack. Constants are repeated. Everything else gets a variable. Blocks are planned from their end, operands
//! from right to left, so that what is placed always runs after all that is still to be placed: an operation may move
//! down if it commutes with the unplaced ones behind it.

use crate::code::val_type;
use cranelift_entity::{EntityRef, EntitySet, SecondaryMap};
use npc_midend::ir::{Block, Inst, Op, Value, Values};
use npc_midend::vector::VecOp;
use npc_midend::{Func, Module};
use wasm_encoder::ValType;

/// Where a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Place {
    /// In a variable.
    #[default]
    Variable,
    /// Computed at its only use.
    Stack,
    /// A constant, repeated at each use.
    Constant,
    /// Not used.
    Nowhere,
}

/// The plan for one function.
pub(crate) struct Plan<'a> {
    module: &'a Module,
    func: &'a Func,
    /// Where each value is.
    pub places: SecondaryMap<Value, Place>,
    /// What is left of each block once operations have moved into others.
    pub roots: SecondaryMap<Block, Vec<Inst>>,
    uses: SecondaryMap<Value, u32>,
    placed: EntitySet<Inst>,
    /// Position in its block.
    positions: SecondaryMap<Inst, u32>,
    effects: SecondaryMap<Inst, Effects>,
}

/// What an operation does to memory and slots, in bits.
type Effects = u8;
const READ: Effects = 1;
const WRITE: Effects = 2;
const SLOT_READ: Effects = 4;
const SLOT_WRITE: Effects = 8;
/// May go elsewhere, or never end: what is done before it is seen there, what comes after is not done.
const LEAVE: Effects = 16;
const KINDS: usize = 5;

/// Deepest expression: code is written by recursion.
const MAX_DEPTH: u32 = 64;

/// Plans a function.
pub(crate) fn plan<'a>(module: &'a Module, func: &'a Func) -> Plan<'a> {
    let mut plan = Plan {
        module,
        func,
        places: SecondaryMap::new(),
        roots: SecondaryMap::new(),
        uses: SecondaryMap::new(),
        placed: EntitySet::new(),
        positions: SecondaryMap::new(),
        effects: SecondaryMap::new(),
    };
    plan.survey(func.body);
    for value in (0..func.value_count()).map(Value::new) {
        if plan.uses[value] > 0 && repeats(func, value, plan.uses[value]) {
            plan.places[value] = Place::Constant;
        }
    }
    plan.block(func.body);
    plan
}

/// The operands that are pushed, in this order.
pub(crate) fn stack_operands(op: &Op) -> Values {
    match op {
        Op::Select(cond, x, y) => Values::from_slice(&[*x, *y, *cond]),
        Op::Vector(VecOp::Select, operands) => Values::from_slice(&[operands[1], operands[2], operands[0]]),
        Op::For(lo, _, inits, _) => std::iter::once(*lo).chain(inits.iter().copied()).collect(),
        _ => op.operands(),
    }
}

/// True for constants that are no larger at every use than a variable would be.
fn repeats(func: &Func, value: Value, uses: u32) -> bool {
    let size = match func.def_op(value) {
        Some(Op::Context) => 2,
        Some(Op::AddressOf(_)) => 3,
        Some(Op::Const(bits)) => match val_type(func.ty(value)) {
            ValType::I32 => 1 + leb_size(i64::from(*bits as i32)),
            ValType::I64 => 1 + leb_size(*bits as i64),
            ValType::F32 => 5,
            _ => 9,
        },
        _ => return false,
    };
    // A variable costs a `local.set` (or tee) and a `local.get` per use.
    size * uses <= size + 2 * uses
}

fn leb_size(value: i64) -> u32 {
    let bits = 65 - if value < 0 { (!value).leading_zeros() } else { value.leading_zeros() };
    bits.div_ceil(7)
}

/// Unplaced operations with an effect, per kind, by position.
type Hazards = [Vec<(u32, Inst)>; KINDS];

impl Plan<'_> {
    /// True if the value has one use in all.
    pub fn is_used_once(&self, value: Value) -> bool {
        self.uses[value] == 1
    }

    /// Counts uses and finds effects.
    fn survey(&mut self, block: Block) -> Effects {
        let func = self.func;
        let mut all = 0;
        for (at, inst) in func.insts(block).iter().enumerate() {
            let op = func.op(*inst);
            self.positions[*inst] = at as u32;
            op.operands().iter().for_each(|value| self.uses[*value] += 1);
            let inner = op.blocks().into_iter().map(|block| self.survey(block)).fold(0, |a, b| a | b);
            self.effects[*inst] = inner | self.own_effects(op);
            all |= self.effects[*inst];
        }
        all
    }

    fn own_effects(&self, op: &Op) -> Effects {
        match op {
            Op::Load(..) => READ,
            Op::Store(..) => WRITE,
            Op::Alloc(_) | Op::Retain(_) | Op::Release(_) => READ | WRITE,
            Op::Call(callee, _) if self.module.funcs[*callee].pure_scalar => 0,
            Op::Call(..) => READ | WRITE,
            Op::SlotGet(_) | Op::GetVar(_) => SLOT_READ,
            Op::SlotSet(..) | Op::SetVar(..) => SLOT_WRITE,
            Op::Exit(..) | Op::Next(..) | Op::Return(_) | Op::Unreachable | Op::Loop(..) => LEAVE,
            _ => 0,
        }
    }

    fn block(&mut self, block: Block) {
        let func = self.func;
        let insts = func.insts(block);
        let mut hazards = Hazards::default();
        for (at, inst) in insts.iter().enumerate() {
            for (kind, list) in hazards.iter_mut().enumerate() {
                if self.effects[*inst] & (1 << kind) != 0 {
                    list.push((at as u32, *inst));
                }
            }
        }
        let mut roots = Vec::new();
        for inst in insts.iter().rev() {
            if self.placed.contains(*inst) {
                continue;
            }
            self.placed.insert(*inst);
            if self.is_needed(*inst) {
                self.tree(*inst, block, &mut hazards, 0);
                self.mark_unused(*inst);
                roots.push(*inst);
            }
        }
        roots.reverse();
        self.roots[block] = roots;
    }

    /// False for constants, which are repeated, and for unused results without effects.
    fn is_needed(&mut self, inst: Inst) -> bool {
        let func = self.func;
        let op = func.op(inst);
        let results = func.inst_results(inst);
        let droppable = op.is_pure()
            || matches!(op, Op::Load(..) | Op::SlotGet(_) | Op::GetVar(_))
            || matches!(op, Op::Call(callee, _) if self.module.funcs[*callee].pure_scalar);
        if droppable && results.iter().all(|result| self.uses[*result] == 0) {
            op.operands().iter().for_each(|value| self.uses[*value] -= 1);
            return false;
        }
        !matches!(results, [only] if self.places[*only] == Place::Constant)
    }

    fn mark_unused(&mut self, inst: Inst) {
        for result in self.func.inst_results(inst) {
            if self.uses[*result] == 0 && self.places[*result] == Place::Variable {
                self.places[*result] = Place::Nowhere;
            }
        }
    }

    /// Places the operands of a placed operation.
    fn tree(&mut self, inst: Inst, block: Block, hazards: &mut Hazards, depth: u32) {
        let op = self.func.op(inst);
        op.blocks().into_iter().for_each(|block| self.block(block));
        if depth >= MAX_DEPTH {
            return;
        }
        for value in stack_operands(op).into_iter().rev() {
            if let Some(def) = self.movable(value, op, block, hazards) {
                self.placed.insert(def);
                self.places[value] = Place::Stack;
                self.tree(def, block, hazards, depth + 1);
            }
        }
    }

    /// The operation that defines the value, if it can run here, as an operand of `user`.
    fn movable(&mut self, value: Value, user: &Op, block: Block, hazards: &mut Hazards) -> Option<Inst> {
        let def = self.func.def(value)?;
        let alone = self.func.inst_results(def).len() == 1 && self.uses[value] == 1;
        if !alone || self.places[value] == Place::Constant || self.placed.contains(def) {
            return None;
        }
        let position = self.positions[def];
        if self.func.insts(block).get(position as usize) != Some(&def) {
            return None;
        }
        let fits = match self.func.op(def) {
            Op::For(..) => false,
            // The result may share a variable with what it is handed to.
            Op::If(..) => !matches!(user, Op::Next(..) | Op::Yield(_) | Op::For(..) | Op::Loop(..)),
            _ => true,
        };
        (fits && !self.disturbed(def, position, hazards)).then_some(def)
    }

    /// True if an unplaced operation behind this one does not commute with it.
    fn disturbed(&self, def: Inst, position: u32, hazards: &mut Hazards) -> bool {
        let effects = self.effects[def];
        let conflicts = [
            (READ, WRITE),
            (WRITE, READ | WRITE | LEAVE),
            (SLOT_READ, SLOT_WRITE),
            (SLOT_WRITE, SLOT_READ | SLOT_WRITE | LEAVE),
            (LEAVE, WRITE | SLOT_WRITE | LEAVE),
        ];
        let own = conflicts.iter().filter(|(own, _)| effects & own != 0);
        let others = own.fold(0, |all, (_, others)| all | others);
        hazards.iter_mut().enumerate().filter(|(kind, _)| others & (1 << kind) != 0).any(|(_, list)| {
            while list.last().is_some_and(|(_, inst)| self.placed.contains(*inst)) {
                list.pop();
            }
            list.last().is_some_and(|(at, _)| *at > position)
        })
    }
}
