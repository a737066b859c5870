//! Finds the owners of a function, what borrows from them, and where each is used last.

use crate::func::Func;
use crate::ir::{Block, Inst, Op, Slot, Value, Values};
use cranelift_entity::SecondaryMap;
use smallvec::SmallVec;

/// An array value with a reference of its own.
#[derive(Clone, Copy)]
pub struct Owner {
    /// Where the reference is kept.
    pub slot: Slot,
    /// How deep the block lies that defines it; the body of the function has depth 0.
    pub depth: usize,
    /// The last operation of that block that uses it or a view of it, also inside its regions; the definition if none
    /// does, `None` for an unused parameter.
    pub last: Option<Inst>,
    /// True if that use lies inside a region of `last`.
    pub nested: bool,
    /// The operation, in whatever block, after which nothing uses it; `None` if loops may bring it back there.
    pub last_read: Option<Inst>,
}

/// All owners of a function.
#[derive(Default)]
pub struct Owners {
    table: SecondaryMap<Value, Option<Owner>>,
    roots: SecondaryMap<Value, Option<Value>>,
    depths: SecondaryMap<Block, usize>,
    ending: SecondaryMap<Inst, SmallVec<[Value; 2]>>,
    found: Vec<Value>,
}

impl Owners {
    /// Finds the owners and gives each its slot.
    pub fn find(func: &mut Func) -> Owners {
        let mut owners = Owners::default();
        owners.block(func, func.body, &mut Vec::new());
        for value in std::mem::take(&mut owners.found) {
            if let Some(last) = owners.table[value].and_then(|owner| owner.last) {
                owners.ending[last].push(value);
            }
        }
        owners
    }

    /// The value as an owner.
    pub fn get(&self, value: Value) -> Option<&Owner> {
        self.table[value].as_ref()
    }

    /// The owner that the value is or borrows from; `None` if the caller owns it.
    pub fn root(&self, value: Value) -> Option<&Owner> {
        self.table[self.roots[value]?].as_ref()
    }

    /// The owners whose last use this is.
    pub fn ending_with(&self, inst: Inst) -> SmallVec<[Value; 2]> {
        self.ending[inst].clone()
    }

    /// How deep a block lies.
    pub fn depth(&self, block: Block) -> usize {
        self.depths[block]
    }

    /// `path` holds, for each open block, the operation under way.
    fn block(&mut self, func: &mut Func, block: Block, path: &mut Vec<Inst>) {
        let depth = path.len();
        self.depths[block] = depth;
        for at in 0..func.insts(block).len() {
            let inst = func.insts(block)[at];
            path.push(inst);
            for operand in func.op(inst).operands() {
                self.use_at(func, operand, path);
            }
            if let Op::Loop(_, body) | Op::For(_, _, _, body) = *func.op(inst) {
                self.own_params(func, body, depth + 1);
            }
            for inner in func.op(inst).blocks() {
                self.block(func, inner, path);
            }
            path.pop();
            self.define(func, inst, depth);
        }
    }

    fn use_at(&mut self, func: &Func, value: Value, path: &[Inst]) {
        let Some(owner) = self.roots[value].and_then(|root| self.table[root].as_mut()) else { return };
        let at = path[owner.depth];
        if owner.last != Some(at) {
            owner.nested = false;
        }
        owner.last = Some(at);
        owner.nested |= path.len() > owner.depth + 1;
        let is_loop = |inst: &Inst| matches!(func.op(*inst), Op::Loop(..) | Op::For(..));
        owner.last_read = path[owner.depth..].split_last().filter(|(_, outer)| !outer.iter().any(is_loop)).map(|(at, _)| *at);
    }

    fn own_params(&mut self, func: &mut Func, body: Block, depth: usize) {
        for param in Values::from(func.params(body)) {
            if func.ty(param).is_counted() {
                let slot = func.slots.push(());
                self.own(param, Owner { slot, depth, last: None, nested: false, last_read: None });
            }
        }
    }

    fn define(&mut self, func: &mut Func, inst: Inst, depth: usize) {
        for at in 0..func.inst_results(inst).len() {
            let result = func.inst_results(inst)[at];
            if !func.ty(result).is_counted() {
                continue;
            }
            let slot = match func.op(inst) {
                Op::View(view) => {
                    self.roots[result] = self.roots[view.base];
                    continue;
                }
                Op::AssumeLayout(base) | Op::PartView(_, base) => {
                    self.roots[result] = self.roots[*base];
                    continue;
                }
                Op::OrderAxes(bases) => {
                    self.roots[result] = bases.get(at).and_then(|base| self.roots[*base]);
                    continue;
                }
                Op::LoadDescriptor(..) | Op::LoadDestination(..) | Op::ArrayAt(..) => continue,
                Op::For(_, _, _, body) => self.carried_slot(func, *body, at),
                _ => None,
            };
            let slot = slot.unwrap_or_else(|| func.slots.push(()));
            self.own(result, Owner { slot, depth, last: Some(inst), nested: false, last_read: None });
        }
    }

    /// The slot of the parameter that becomes result number `at` of a `for`.
    fn carried_slot(&self, func: &Func, body: Block, at: usize) -> Option<Slot> {
        let param = func.params(body).get(at + 1)?;
        self.table[*param].map(|owner| owner.slot)
    }

    fn own(&mut self, value: Value, owner: Owner) {
        self.table[value] = Some(owner);
        self.roots[value] = Some(value);
        self.found.push(value);
    }
}
