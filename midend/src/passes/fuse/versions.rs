//! Fusion into a store that may change what the fused body reads: decided where the program runs.
//!
//! Before:  %t = each [parallel %n] (%a = %x) { … }   each [parallel %n] (%b = %t) { … } -> (into %y)
//! After:   if overlap %x, %y { both, as before } else { each [parallel %n] (%a = %x) { … } -> (into %y) }

use super::{Candidate, Conflicts, Fusion, Work, root_of};
use crate::func::Loc;
use crate::ir::{BinaryOp, Each, Inst, Op, Output, Value, Values};
use crate::types::Type;

/// Tests in front of one loop.
const MOST_TESTS: usize = 4;
/// Operations of bodies that may stand in the program twice.
const MOST_TWICE: u32 = 100;

impl Fusion<'_> {
    /// Two versions of a consumer that only stores, with one of its producers; the result takes the consumer's place.
    pub(super) fn fuse_if_apart(&mut self, consumer: Inst) -> Option<Inst> {
        let Op::Each(each) = self.func.op(consumer) else { return None };
        if !each.outputs.iter().all(|output| matches!(output, Output::Into(_) | Output::IntoWhere(_))) {
            return None;
        }
        let each = (**each).clone();
        let (candidate, conflicts) = self.candidates(consumer, &each).into_iter().find(|(candidate, conflicts)| {
            let work = Work::of(self.func, candidate.each.body).operations + Work::of(self.func, each.body).operations;
            conflicts.len() <= MOST_TESTS && work <= MOST_TWICE && self.is_sole(candidate, consumer)
        })?;
        Some(self.versions(&candidate, consumer, &each, &conflicts))
    }

    fn versions(&mut self, candidate: &Candidate, consumer: Inst, each: &Each, conflicts: &Conflicts) -> Inst {
        let loc = self.func.loc(consumer);
        let plain = self.func.make(Op::Each(Box::new(each.clone())), &[], loc);
        each.inputs.iter().for_each(|input| self.users[*input].push(plain));
        self.merge(candidate, consumer, each);
        let overlap = self.overlap_of_any(conflicts, loc);
        let mut slow = self.move_out(candidate);
        slow.push(plain);
        let arms = [self.arm(slow, loc), self.arm(vec![consumer], loc)];
        let versions = self.func.make(Op::If(overlap, arms[0], arms[1]), &[], loc);
        self.users[overlap].push(versions);
        versions
    }

    fn overlap_of_any(&mut self, conflicts: &Conflicts, loc: Loc) -> Value {
        let mut any = None;
        for (read, stored) in conflicts {
            let one = self.test(Op::Overlap(*read, *stored), loc);
            any = Some(any.map_or(one, |any| self.test(Op::Binary(BinaryOp::Or, any, one), loc)));
        }
        any.unwrap_or_else(|| self.test(Op::Const(0), loc))
    }

    fn test(&mut self, op: Op, loc: Loc) -> Value {
        let operands = op.operands();
        let inst = self.func.make(op, &[Type::BOOL], loc);
        operands.into_iter().for_each(|operand| self.users[operand].push(inst));
        self.push(inst);
        self.func.inst_results(inst)[0]
    }

    /// The producer and the views of its array, which nothing else uses, out of the current block.
    fn move_out(&mut self, candidate: &Candidate) -> Vec<Inst> {
        let array = self.func.inst_results(candidate.inst)[0];
        let (func, dead) = (&*self.func, &self.dead);
        let belongs = |inst: &Inst| {
            let mut results = func.inst_results(*inst).iter();
            let viewed = matches!(func.op(*inst), Op::View(_) | Op::AssumeLayout(_));
            *inst == candidate.inst || viewed && results.any(|view| root_of(func, *view) == array)
        };
        let moved: Vec<Inst> = self.out.iter().copied().filter(|inst| !dead.contains(*inst) && belongs(inst)).collect();
        self.dead.extend(moved.iter().copied());
        moved
    }

    fn arm(&mut self, insts: Vec<Inst>, loc: Loc) -> crate::ir::Block {
        let block = self.func.new_block();
        insts.into_iter().for_each(|inst| self.func.append(block, inst));
        self.func.push(block, Op::Yield(Values::new()), &[], loc);
        block
    }
}
