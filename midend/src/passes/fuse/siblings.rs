//! Reductions of the same elements, in one loop.
//!
//! Before:  %a = each [reduce %n] (%x = %v) { … } -> min   %b = each [reduce %n] (%y = %v) { … } -> max
//! After:   %a, %b = each [reduce %n] (%x = %v) { … } -> min, max
//!
//! Only where the order of the elements cannot be seen in any of the results: floating-point sums have loops of their own.

use super::merge::{Body, place_of};
use super::{Fusion, MOST_INPUTS, aliases};
use crate::func::{Func, Loc};
use crate::ir::{AxisKind, Combiner, Each, Inst, Op, Output, Value, Values};
use crate::lower_each::template::Template;
use smallvec::SmallVec;

/// How many operations before a reduction another one is looked for.
const FAR: usize = 48;

impl Fusion<'_> {
    /// Lets an earlier reduction do this one's work; false if there is none like it.
    pub(super) fn join_sibling(&mut self, inst: Inst) -> bool {
        let Op::Each(each) = self.func.op(inst) else { return false };
        let each = (**each).clone();
        if !is_joinable(self.func, &each) {
            return false;
        }
        let near = self.out.iter().rev().take(FAR).copied();
        let Some(earlier) = near.clone().find(|earlier| self.can_join(*earlier, &each)) else { return false };
        self.join(earlier, inst, &each);
        true
    }

    fn can_join(&self, earlier: Inst, each: &Each) -> bool {
        let Op::Each(first) = self.func.op(earlier) else { return false };
        let shared = each.inputs.iter().filter(|input| first.inputs.contains(input)).count();
        let inputs = first.inputs.len() + each.inputs.len() - shared;
        !self.dead.contains(earlier)
            && first.extents == each.extents
            && first.indexed == each.indexed
            && shared > 0
            && inputs <= MOST_INPUTS
            && is_joinable(self.func, first)
            && self.stands_before(earlier, each)
    }

    /// True if all that the reduction needs is there when the earlier one runs, and stays as it is.
    fn stands_before(&self, earlier: Inst, each: &Each) -> bool {
        let since = self.place[earlier];
        let captured = Template::of(self.func, each.body).captures();
        let known = |value: &Value| self.func.def(*value).is_none_or(|inst| self.place[inst] < since);
        let arrays = aliases::captured_arrays(self.func, each.body);
        let unchanged = |read: &Value| {
            let later = self.writes.iter().filter(|(at, _)| *at > since);
            later.map(|(_, array)| *array).all(|array| !self.aliases.may_overlap(self.func, *read, array))
        };
        each.inputs.iter().chain(&captured).all(known) && each.inputs.iter().chain(&arrays).all(unchanged)
    }

    fn join(&mut self, earlier: Inst, inst: Inst, each: &Each) {
        let Op::Each(first) = self.func.op(earlier) else { return };
        let first = (**first).clone();
        let loc = self.func.loc(earlier);
        let joined = both(self.func, &first, each, loc);
        each.inputs.iter().for_each(|input| self.users[*input].push(earlier));
        *self.func.op_mut(earlier) = Op::Each(Box::new(joined));
        let results = [earlier, inst].iter().flat_map(|inst| self.func.inst_results(*inst)).copied().collect();
        self.func.set_results(inst, Values::new());
        self.func.set_results(earlier, results);
        self.stats.fused += 1;
    }
}

/// One loop that does the work of two with the same axes: that of the first one first.
pub(super) fn both(func: &mut Func, first: &Each, second: &Each, loc: Loc) -> Each {
    let mut inputs = Values::new();
    let places: Vec<SmallVec<[usize; 4]>> =
        [first, second].iter().map(|each| each.inputs.iter().map(|input| place_of(&mut inputs, *input)).collect()).collect();
    let mut body = Body::new(func, &inputs, if second.indexed { second.extents.len() } else { 0 }, loc);
    let mut yields = Values::new();
    for (each, places) in [first, second].iter().zip(&places) {
        let template = Template::of(body.func, each.body);
        let mut args: Values = places.iter().map(|place| body.elements[*place]).collect();
        args.extend(body.indices.iter().copied());
        yields.extend(body.write(&template, &args));
    }
    let block = body.block;
    body.func.push(block, Op::Yield(yields), &[], loc);
    let outputs = first.outputs.iter().chain(&second.outputs).copied().collect();
    Each { inputs, outputs, body: block, ..first.clone() }
}

/// True if every axis is reduced, in any order.
fn is_joinable(func: &Func, each: &Each) -> bool {
    let yields = func.insts(each.body).last().map(|last| func.op(*last).operands()).unwrap_or_default();
    each.kinds.iter().all(|kind| *kind == AxisKind::Reduce)
        && each.outputs.iter().zip(yields).all(|(output, value)| match output {
            Output::Reduce(Combiner::Sum | Combiner::SumBlocks | Combiner::Prod) => {
                func.ty(value).scalar().is_some_and(|dtype| !dtype.is_inexact())
            }
            Output::Reduce(_) => true,
            _ => false,
        })
}
