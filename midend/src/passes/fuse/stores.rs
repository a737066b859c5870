//! Stores of values that are made from the same elements, in one loop.
//!
//! Before:  each [parallel %n] (%a = %x, %b = %y) { … } -> (into %u)   each [parallel %n] (%c = %x, %d = %y) { … } -> (into %v)
//! After:   each [parallel %n] (%a = %x, %b = %y) { … } -> (into %u, into %v)
//!
//! The first loop moves down to the second one, past operations that read no memory. If these may raise, only where nobody
//! could see then that the stores had not been made yet.

use super::siblings::both;
use super::{Fusion, MOST_INPUTS, MOST_WORK, Work, stores_to};
use crate::ir::{AxisKind, Each, Inst, Op, Output};

/// How many operations before a store another one is looked for.
const FAR: usize = 96;
/// Arrays that one loop reads and writes: each needs a register for its address.
const MOST_ARRAYS: usize = 8;

impl Fusion<'_> {
    /// Takes an earlier loop that stores into this one, if there is one that reads the same.
    pub(super) fn take_stores(&mut self, inst: Inst) {
        let Op::Each(each) = self.func.op(inst) else { return };
        let each = (**each).clone();
        if !only_stores(&each) {
            return;
        }
        let Some((earlier, raises)) = self.last_each() else { return };
        let Op::Each(first) = self.func.op(earlier) else { return };
        let first = (**first).clone();
        let unseen = !raises || self.keeps_memory && stored(&first).all(|array| self.aliases.is_own(self.func, array));
        if unseen && self.may_meet(&first, &each) {
            self.take(earlier, &first, inst, &each);
        }
    }

    /// The last loop before this place, if whatever stands between reads no memory, and whether that may raise.
    fn last_each(&self) -> Option<(Inst, bool)> {
        let mut raises = false;
        for inst in self.out.iter().rev().filter(|inst| !self.dead.contains(**inst)).take(FAR) {
            match self.func.op(*inst) {
                Op::Each(_) => return Some((*inst, raises)),
                Op::Check(..) | Op::Index(..) | Op::Checked(..) => raises = true,
                op if op.is_pure() => {}
                _ => return None,
            }
        }
        None
    }

    /// True if two loops read some of the same elements, and neither reads or writes what the other one writes.
    fn may_meet(&self, first: &Each, second: &Each) -> bool {
        let shared = second.inputs.iter().filter(|input| first.inputs.contains(input)).count();
        let arrays = first.inputs.len() + second.inputs.len() - shared + first.outputs.len() + second.outputs.len();
        let captured = |each: &Each| super::aliases::captured_arrays(self.func, each.body).is_empty();
        let work = |each: &Each| Work::of(self.func, each.body).operations;
        only_stores(first)
            && first.extents == second.extents
            && first.indexed == second.indexed
            && shared > 0
            && arrays <= MOST_ARRAYS.min(MOST_INPUTS)
            && captured(first)
            && captured(second)
            && work(first) + work(second) <= MOST_WORK
            && self.are_apart(first, second)
    }

    fn are_apart(&self, first: &Each, second: &Each) -> bool {
        let apart = |x, y| !self.aliases.may_overlap(self.func, x, y);
        let unwritten = |output| second.inputs.iter().all(|input| apart(output, *input));
        let unread = |output| first.inputs.iter().all(|input| *input == output || apart(output, *input));
        let once = |output| stored(second).all(|other| apart(output, other));
        stored(first).all(|output| unwritten(output) && once(output)) && stored(second).all(unread)
    }

    fn take(&mut self, earlier: Inst, first: &Each, inst: Inst, each: &Each) {
        let joined = both(self.func, first, each, self.func.loc(inst));
        first.inputs.iter().copied().chain(stored(first)).for_each(|array| self.users[array].push(inst));
        *self.func.op_mut(inst) = Op::Each(Box::new(joined));
        self.dead.insert(earlier);
        for operand in self.func.op(earlier).operands() {
            self.drop_use(operand, earlier);
        }
        self.stats.fused += 1;
    }
}

/// True if a loop over independent elements stores all that it makes.
fn only_stores(each: &Each) -> bool {
    each.kinds.iter().all(|kind| *kind == AxisKind::Parallel)
        && each.outputs.iter().all(|output| matches!(output, Output::Into(_)))
}

fn stored(each: &Each) -> impl Iterator<Item = crate::ir::Value> {
    each.outputs.iter().filter_map(stores_to)
}
