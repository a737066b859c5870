//! Owner slots: who releases which buffer, and where.
//!
//! A slot that cannot hold anything yet, or does no longer, needs no release. `held` is what may hold something at the
//! place that is being lowered.

use super::Lowering;
use super::build::Builder;
use crate::func::Func;
use crate::ir::{Block, Inst, Op, Slot, Value};
use crate::types::Type;
use cranelift_entity::EntitySet;

/// Which slots may hold a buffer.
#[derive(Clone, Default)]
pub(super) struct Held(EntitySet<Slot>);

/// What is known about a function's slots.
#[derive(Default)]
pub(super) struct Owners {
    held: Held,
    ever: Held,
    failing: Held,
}

impl Held {
    fn add(&mut self, other: &Held) {
        for slot in other.0.iter() {
            self.0.insert(slot);
        }
    }
}

impl Owners {
    /// From here on, every slot that was ever used may hold something.
    pub(super) fn hold_all(&mut self) {
        self.held.add(&self.ever);
    }

    /// From here on, the slots hold what they may hold where something fails.
    pub(super) fn hold_failing(&mut self) {
        self.held = std::mem::take(&mut self.failing);
    }

    /// The function may be left here because of an error.
    pub(super) fn note_failure(&mut self) {
        self.failing.add(&self.held);
    }

    /// Forgets what failures have been noted, and returns it.
    pub(super) fn take_failing(&mut self) -> Held {
        std::mem::take(&mut self.failing)
    }

    pub(super) fn restore_failing(&mut self, failing: Held) {
        self.failing = failing;
    }

    pub(super) fn snapshot(&self) -> Held {
        self.held.clone()
    }

    pub(super) fn restore(&mut self, held: Held) {
        self.held = held;
    }

    pub(super) fn merge(&mut self, held: &Held) {
        self.held.add(held);
    }

    fn set(&mut self, slot: Slot) {
        self.held.0.insert(slot);
        self.ever.0.insert(slot);
    }
}

/// The slots that a block and the blocks in it fill.
pub(super) fn filled(func: &Func, block: Block) -> Held {
    let mut held = Held::default();
    for inst in func.insts(block) {
        match func.op(*inst) {
            Op::Own(slot, _) | Op::Share(slot, _) | Op::SlotSet(slot, _) => drop(held.0.insert(*slot)),
            op => op.blocks().iter().for_each(|inner| held.add(&filled(func, *inner))),
        }
    }
    held
}

/// True for the operations of which a row is lowered at once.
pub(super) fn is_ownership(op: &Op) -> bool {
    matches!(op, Op::Own(..) | Op::Share(..) | Op::Drop(_) | Op::Forget(_) | Op::RetainArray(_))
}

/// True if the slot is filled by one of the operations.
fn is_filled(slot: Slot, ops: &[Op]) -> bool {
    ops.iter().any(|op| matches!(op, Op::Own(to, _) | Op::Share(to, _) if *to == slot))
}

impl Lowering<'_> {
    /// Lowers a row of ownership operations as one parallel assignment: new references are taken first, and nothing is
    /// released before every slot has its new content.
    pub(super) fn lower_ownership(&mut self, row: &[Inst]) {
        let ops: Vec<Op> = row.iter().map(|inst| self.old.op(*inst).clone()).collect();
        for op in &ops {
            if let Op::Share(_, array) | Op::RetainArray(array) = op {
                let parent = self.buffer_of(*array);
                self.b.retain(parent);
            }
        }
        let mut released = Vec::new();
        for (at, op) in ops.iter().enumerate() {
            match op {
                Op::Own(slot, array) | Op::Share(slot, array) => {
                    let parent = self.buffer_of(*array);
                    released.extend(self.take_slot(*slot));
                    self.fill_slot(*slot, parent);
                }
                Op::Drop(slot) => {
                    released.extend(self.take_slot(*slot));
                    self.empty_slot(*slot, is_filled(*slot, &ops[at + 1..]));
                }
                Op::Forget(slot) => self.empty_slot(*slot, is_filled(*slot, &ops[at + 1..])),
                _ => {}
            }
        }
        for buffer in released {
            self.b.push(Op::Release(buffer), &[]);
        }
    }

    /// The buffer that a counted value refers to.
    pub(super) fn buffer_of(&mut self, value: Value) -> Value {
        match self.old.ty(value) {
            Type::Array(_) => self.array(value).parent,
            _ => self.scalar(value),
        }
    }

    /// What the slot holds, if it may hold anything.
    fn take_slot(&mut self, slot: Slot) -> Option<Value> {
        let held = self.owners.held.0.contains(slot);
        held.then(|| self.b.push_one(Op::SlotGet(slot), Type::Addr))
    }

    fn fill_slot(&mut self, slot: Slot, parent: Value) {
        if self.b.is(parent, 0) {
            // Not left out even if nothing is held: the slot may have been emptied only to be filled here.
            self.owners.held.0.remove(slot);
            self.b.push(Op::SlotSet(slot, parent), &[]);
            return;
        }
        self.b.push(Op::SlotSet(slot, parent), &[]);
        self.owners.set(slot);
    }

    /// The slot is 0 from here on, unless it is filled again at once.
    fn empty_slot(&mut self, slot: Slot, refilled: bool) {
        if !refilled && self.owners.held.0.contains(slot) {
            let zero = self.b.zero(Type::Addr);
            self.b.push(Op::SlotSet(slot, zero), &[]);
        }
        self.owners.held.0.remove(slot);
    }

    /// Releases what the slots hold, on the way out of the function.
    pub(super) fn drop_slots(&mut self) {
        let held: Vec<Slot> = self.owners.held.0.iter().collect();
        for slot in held {
            let buffer = self.b.push_one(Op::SlotGet(slot), Type::Addr);
            self.b.push(Op::Release(buffer), &[]);
        }
    }
}

impl Builder {
    pub(super) fn retain(&mut self, parent: Value) {
        if !self.is(parent, 0) {
            self.push(Op::Retain(parent), &[]);
        }
    }
}
