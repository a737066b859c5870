//! Decides who owns each buffer, and says so with `own`, `share`, `drop`, `forget` and `retain`.
//!
//! An **owner** is an array value that comes with a reference of its own: the result of `empty`, `empty_ordered` or a
//! call, an array that a region hands over (its results, the parameters of a loop). Each owner has a slot, which holds
//! the reference from its definition on; flattening empties all slots on every way out of the function. Every other
//! array borrows: a view from its root owner, a parameter from the caller.
//!
//! * An **edge** (`yield`, `exit`, `next`, `return`, the start of a loop, `store_descriptor`) hands arrays over. Each
//!   one takes a new reference, or the one of its owner if the owner ends there (it *moves*). On an edge all retains
//!   come first and all releases last, so that a swap on a loop edge reads nothing that it has freed.
//! * An owner is dropped after the last operation of its own block in which it or a view of it is used, and before an
//!   edge that leaves its block early.
//! * A variable that holds an array has a slot too, which takes a new reference with each `set_var`; what `get_var` yields
//!   is an owner with a reference of its own.
//! * A `try` may be left at any place by an exception: its handler first drops whatever an owner inside may hold.
//! * A `for` ends with the carried values of its last round, on an edge that is not in the program; so its result and
//!   the parameter that becomes it have one slot.
//!
//! ```text
//! %y = call @f (%x)           %y = call @f (%x)
//! next ^b (%y)                own slot1, %y
//!                             drop slot0               ; %x, the parameter of ^b
//!                             forget slot1
//!                             own slot0, %y
//!                             next ^b (%y)
//! ```

use crate::func::Func;
use crate::ir::{Block, Inst, Op, Slot, Value, Values, Var};
use cranelift_entity::SecondaryMap;
use owners::Owners;
use smallvec::SmallVec;

mod owners;
#[cfg(test)]
mod tests;

/// Gives every buffer an owner and every owner a place where its reference is released.
///
/// Takes a function of the phase `Loops` without ownership operations.
pub fn own_buffers(func: &mut Func) {
    let owners = Owners::find(func);
    let slots = slots_of_regions(func, &owners);
    let vars = slots_of_vars(func);
    let body = func.body;
    Rewrite { func, owners, slots, vars, live: Vec::new() }.block(body, 0);
}

/// Where the arrays go that leave a region: by position, the slots of its results and of its body's parameters.
#[derive(Clone, Default)]
struct Targets {
    depth: usize,
    results: SmallVec<[Option<Slot>; 4]>,
    params: SmallVec<[Option<Slot>; 4]>,
}

fn slots_of_regions(func: &Func, owners: &Owners) -> SecondaryMap<Block, Targets> {
    let mut regions = SecondaryMap::new();
    let slots = |values: &[Value]| values.iter().map(|value| owners.get(*value).map(|owner| owner.slot)).collect();
    for block in func.reachable_blocks() {
        for inst in func.insts(block) {
            // The counter of a `for` is none of the values that edges carry.
            let skip = usize::from(matches!(func.op(*inst), Op::For(..)));
            for body in func.op(*inst).blocks() {
                regions[body] = Targets {
                    depth: owners.depth(body),
                    results: slots(func.inst_results(*inst)),
                    params: slots(func.params(body).get(skip..).unwrap_or_default()),
                };
            }
        }
    }
    regions
}

/// Where the arrays are kept alive that variables hold.
fn slots_of_vars(func: &mut Func) -> SecondaryMap<Var, Option<Slot>> {
    let mut slots = SecondaryMap::new();
    for (var, ty) in func.vars.iter() {
        slots[var] = ty.is_counted().then(|| func.slots.push(()));
    }
    slots
}

struct Rewrite<'a> {
    func: &'a mut Func,
    owners: Owners,
    slots: SecondaryMap<Block, Targets>,
    vars: SecondaryMap<Var, Option<Slot>>,
    /// Owners of the open blocks whose slots may hold a reference, outer ones first.
    live: Vec<Value>,
}

/// Arrays handed over, each with the slot that takes it; `None` if the reference leaves the function.
type Handed = SmallVec<[(Value, Option<Slot>); 4]>;

/// Which owners end with an edge.
#[derive(Clone, Copy)]
enum Ending {
    /// Those of this depth and deeper; what they still hold is dropped.
    Deeper(usize),
    /// Those for which the operation is the last use.
    LastUse(Inst),
    /// That of which nothing is read after the operation, wherever that stands.
    LastRead(Inst),
    /// All: the function returns, and its slots are emptied after the operation.
    All,
}

impl Rewrite<'_> {
    fn block(&mut self, block: Block, depth: usize) {
        let outer = self.live.len();
        let insts = self.func.take_insts(block);
        let mut out = Vec::with_capacity(insts.len());
        let params: Values = self.func.params(block).into();
        if let Some(first) = insts.first() {
            self.enter(&params, *first, &mut out);
        }
        for inst in insts {
            self.edge_at(inst, block, depth, &mut out);
            out.push(inst);
            if let Op::SetVar(var, value) = *self.func.op(inst)
                && let Some(slot) = self.vars[var]
            {
                self.emit(Op::Share(slot, value), inst, &mut out);
            }
            for inner in self.func.op(inst).blocks() {
                self.block(inner, depth + 1);
            }
            if let Op::Try(body, handler) = *self.func.op(inst) {
                self.drop_interrupted(body, handler);
            }
            if !self.func.op(inst).is_terminator() {
                self.own_results(inst, &mut out);
                self.drop_dead(inst, &mut out);
            }
        }
        self.func.set_insts(block, out);
        self.live.truncate(outer);
    }

    /// The parameters of a loop own what its edges bring; one that nobody uses is dropped at once.
    fn enter(&mut self, params: &[Value], first: Inst, out: &mut Vec<Inst>) {
        for param in params {
            let Some(owner) = self.owners.get(*param).copied() else { continue };
            if owner.last.is_some() {
                self.live.push(*param);
            } else {
                self.emit(Op::Drop(owner.slot), first, out);
            }
        }
    }

    fn own_results(&mut self, inst: Inst, out: &mut Vec<Inst>) {
        for result in Values::from(self.func.inst_results(inst)) {
            let Some(owner) = self.owners.get(result).copied() else { continue };
            self.live.push(result);
            match self.func.op(inst) {
                Op::If(..) | Op::Try(..) | Op::Scope(_) | Op::Loop(..) | Op::For(..) => {}
                Op::Empty(..) | Op::EmptyLike(..) | Op::NewCells(..) | Op::Call(..) => {
                    self.emit(Op::Own(owner.slot, result), inst, out);
                }
                _ => self.emit(Op::Share(owner.slot, result), inst, out),
            }
        }
    }

    fn drop_dead(&mut self, inst: Inst, out: &mut Vec<Inst>) {
        for value in self.owners.ending_with(inst) {
            let Some(at) = self.live.iter().rposition(|live| *live == value) else { continue };
            self.live.remove(at);
            if let Some(slot) = self.owners.get(value).map(|owner| owner.slot) {
                self.emit(Op::Drop(slot), inst, out);
            }
        }
    }

    /// What a `try` owns inside may be held where it is left by an exception: the handler starts by releasing it.
    fn drop_interrupted(&mut self, body: Block, handler: Block) {
        let mut slots = Vec::new();
        self.slots_in(body, &mut slots);
        let insts = self.func.take_insts(handler);
        let Some(first) = insts.first().copied() else { return };
        let mut out = Vec::with_capacity(slots.len() + insts.len());
        slots.into_iter().for_each(|slot| self.emit(Op::Drop(slot), first, &mut out));
        out.extend(insts);
        self.func.set_insts(handler, out);
    }

    /// The slots of all owners that are defined in a block or inside.
    fn slots_in(&self, block: Block, slots: &mut Vec<Slot>) {
        let defined = |values: &[Value], slots: &mut Vec<Slot>| {
            for slot in values.iter().filter_map(|value| self.owners.get(*value)).map(|owner| owner.slot) {
                if !slots.contains(&slot) {
                    slots.push(slot);
                }
            }
        };
        defined(self.func.params(block), slots);
        for inst in self.func.insts(block) {
            defined(self.func.inst_results(*inst), slots);
            self.func.op(*inst).blocks().iter().for_each(|inner| self.slots_in(*inner, slots));
        }
    }

    /// Puts what an edge needs before the operation that it leaves from.
    fn edge_at(&mut self, inst: Inst, block: Block, depth: usize, out: &mut Vec<Inst>) {
        let op = self.func.op(inst).clone();
        let (handed, ending) = match &op {
            Op::Loop(inits, body) | Op::For(_, _, inits, body) => {
                (self.handed(inits, &self.slots[*body].params), Ending::LastUse(inst))
            }
            Op::Yield(values) => (self.handed(values, &self.slots[block].results), Ending::Deeper(depth)),
            Op::Exit(to, values) => (self.handed(values, &self.slots[*to].results), Ending::Deeper(self.slots[*to].depth)),
            Op::Next(to, values) => (self.handed(values, &self.slots[*to].params), Ending::Deeper(self.slots[*to].depth)),
            Op::Return(values) => (self.handed(values, &[]), Ending::All),
            Op::StoreDescriptor(_, array) => (self.handed(&[*array], &[]), Ending::LastRead(inst)),
            _ => return,
        };
        self.edge(inst, &handed, ending, out);
    }

    fn handed(&self, values: &[Value], targets: &[Option<Slot>]) -> Handed {
        let target = |at: usize| targets.get(at).copied().flatten();
        let arrays = values.iter().enumerate().filter(|(_, value)| self.func.ty(**value).is_counted());
        arrays.map(|(at, value)| (*value, target(at))).collect()
    }

    fn edge(&mut self, inst: Inst, handed: &Handed, ending: Ending, out: &mut Vec<Inst>) {
        let mut staying = SmallVec::<[Slot; 4]>::new();
        let mut moving = SmallVec::<[Slot; 4]>::new();
        let mut arriving = Handed::new();
        // A parameter that a loop carries unchanged keeps its slot. These are found first: `next (%a, %a)` must not
        // move away what the other place could have kept.
        for (value, target) in handed {
            match (self.ending_slot(*value, ending), target) {
                (Some(slot), Some(target)) if slot == *target => staying.push(slot),
                _ => arriving.push((*value, *target)),
            }
        }
        let mut retained = SmallVec::<[Value; 4]>::new();
        for (value, _) in &arriving {
            match self.ending_slot(*value, ending) {
                Some(slot) if !staying.contains(&slot) && !moving.contains(&slot) => moving.push(slot),
                _ => retained.push(*value),
            }
        }
        let dropped = self.left_behind(handed, &moving, ending);
        let shared = arriving.len() == 1 && arriving[0].1.is_some() && retained.len() == 1;
        if !shared {
            retained.iter().for_each(|value| self.emit(Op::RetainArray(*value), inst, out));
        }
        moving.iter().for_each(|slot| self.emit(Op::Forget(*slot), inst, out));
        dropped.iter().for_each(|slot| self.emit(Op::Drop(*slot), inst, out));
        for (value, target) in &arriving {
            if let Some(slot) = target {
                let op = if shared { Op::Share(*slot, *value) } else { Op::Own(*slot, *value) };
                self.emit(op, inst, out);
            }
        }
        if let Ending::LastUse(inst) | Ending::LastRead(inst) = ending {
            let owners = &self.owners;
            let stays = |owner: &owners::Owner| owner.last != Some(inst) || !moving.contains(&owner.slot);
            self.live.retain(|live| owners.get(*live).is_none_or(stays));
        }
    }

    /// The slot of the array's owner, if the owner ends with the edge, so that its reference can move.
    fn ending_slot(&self, value: Value, ending: Ending) -> Option<Slot> {
        let owner = self.owners.root(value)?;
        let ends = match ending {
            Ending::Deeper(depth) => owner.depth >= depth,
            Ending::LastUse(inst) => owner.last == Some(inst) && !owner.nested,
            Ending::LastRead(inst) => owner.last_read == Some(inst),
            Ending::All => true,
        };
        ends.then_some(owner.slot)
    }

    /// Slots that the edge leaves for good while they hold something that it does not hand over.
    fn left_behind(&self, handed: &Handed, moving: &[Slot], ending: Ending) -> SmallVec<[Slot; 4]> {
        let Ending::Deeper(depth) = ending else { return SmallVec::new() };
        let owners = self.live.iter().rev().filter_map(|live| self.owners.get(*live));
        let left = owners.take_while(|owner| owner.depth >= depth).map(|owner| owner.slot);
        left.filter(|slot| !moving.contains(slot) && !handed.iter().any(|(_, to)| *to == Some(*slot))).collect()
    }

    fn emit(&mut self, op: Op, at: Inst, out: &mut Vec<Inst>) {
        let loc = self.func.loc(at);
        out.push(self.func.make(op, &[], loc));
    }
}
