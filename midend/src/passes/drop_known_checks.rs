//! Removes checks that loops and conditions around them already prove.
//!
//! Before:  for %i in %one..%m { %k = checked_add %i, %one, site0  %j = index %k, %n, site1  %x = load_elem %a [%j] … }
//! After:   for %i in %one..%m { %k = add %i, %one  %x = load_elem %a [%k] … }      where %m is %n - 1
//!
//! An index that is not negative no longer wraps, even if it may be too large; arithmetic on counters that cannot leave
//! 64 bits is plain; conditions that are known stand no longer. What is known is in `facts`. Nothing moves: a load uses
//! the unchecked index only where the proof holds.

use super::facts::Facts;
use super::ranges::{Counters, members};
use crate::func::Func;
use crate::ir::{BinaryOp, Block, CheckedOp, CompareOp, Inst, Op, Value, Values};
use crate::types::Type;
use cranelift_entity::SecondaryMap;

/// What [`drop_known_checks`] did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stats {
    /// Indices that need no check.
    pub indices: usize,
    /// Indices that need no wrapping, but are checked.
    pub wraps: usize,
    /// Arithmetic that cannot overflow.
    pub overflows: usize,
    /// Conditions that are known.
    pub conditions: usize,
    /// Indices that stay as they are.
    pub left: usize,
}

/// Replaces every check whose outcome is known.
pub fn drop_known_checks(func: &mut Func) -> Stats {
    let body = func.body;
    let facts = Facts::default();
    let (replace, counters, out, stats) = (SecondaryMap::new(), Counters::default(), Vec::new(), Stats::default());
    let mut pass = Pass { func, facts, replace, counters, out, stats };
    pass.block(body);
    pass.stats
}

struct Pass<'f> {
    func: &'f mut Func,
    facts: Facts,
    replace: SecondaryMap<Value, Option<Value>>,
    counters: Counters,
    out: Vec<Inst>,
    stats: Stats,
}

impl Pass<'_> {
    fn block(&mut self, block: Block) {
        let mark = self.facts.mark();
        let outer = std::mem::take(&mut self.out);
        for inst in self.func.take_insts(block) {
            let replace = &self.replace;
            self.func.op_mut(inst).for_each_operand_mut(&mut |value| *value = replace[*value].unwrap_or(*value));
            if self.inst(inst) {
                self.out.push(inst);
            }
        }
        let insts = std::mem::replace(&mut self.out, outer);
        self.func.set_insts(block, insts);
        self.facts.forget(&mark);
    }

    /// Looks at an operation; false if it goes.
    fn inst(&mut self, inst: Inst) -> bool {
        match self.func.op(inst).clone() {
            Op::Index(index, extent, _) => return self.index(inst, index, extent),
            Op::Checked(op, x, y, _) if self.facts.fits(self.func, op, x, y) => {
                self.stats.overflows += 1;
                *self.func.op_mut(inst) = Op::Binary(plain(op), x, y);
                self.facts.learn_exact(self.func.inst_results(inst)[0]);
            }
            Op::Binary(BinaryOp::Add | BinaryOp::Mul, x, _) if self.func.ty(x) == Type::I64 => self.member(inst),
            Op::Compare(_, x, _) if self.func.ty(x) == Type::I64 => self.compare(inst),
            Op::Select(cond, x, y) => {
                if let Some(known) = self.facts.known(self.func, cond) {
                    self.replace[self.func.inst_results(inst)[0]] = Some(if known { x } else { y });
                    self.stats.conditions += 1;
                    return false;
                }
            }
            Op::Check(cond, ..) => {
                if self.facts.known(self.func, cond) == Some(true) {
                    self.stats.conditions += 1;
                    return false;
                }
                self.facts.assume(self.func, cond, true);
            }
            Op::For(lo, hi, inits, body) => {
                let params = Values::from_slice(self.func.params(body));
                self.facts.learn_counter(self.func, params[0], lo, hi);
                if self.facts.is_not_negative(self.func, lo) {
                    self.counters.insert(params[0], (lo, hi));
                }
                self.carried(&inits, &params[1..], body);
                self.accumulated((lo, hi), &inits, &params[1..], body);
                self.block(body);
            }
            Op::Loop(inits, body) => {
                let params = Values::from_slice(self.func.params(body));
                self.carried(&inits, &params, body);
                self.block(body);
            }
            Op::If(cond, then, els) => self.branch(cond, then, els),
            Op::Scope(body) => self.block(body),
            Op::Each(each) => self.block(each.body),
            Op::Try(body, handler) => {
                self.block(body);
                self.block(handler);
            }
            _ => {}
        }
        true
    }

    /// A number of a range lies between its ends.
    fn member(&mut self, inst: Inst) {
        let value = self.func.inst_results(inst)[0];
        for member in members(self.func, value, &self.counters) {
            let step = self.facts.constant_range(self.func, member.step);
            let is_upward = step.0 > 0;
            let Some(ends) = member.ends(self.func, is_upward).filter(|_| is_upward || step.1 < 0) else { continue };
            let (less, more) = if is_upward { (member.start, ends.stop) } else { (ends.stop, member.start) };
            if (ends.is_ordered || self.facts.is_at_most(self.func, less, more, 1))
                && ends.span.is_none_or(|span| self.facts.is_difference(self.func, span, more, less))
            {
                self.facts.learn_member(self.func, value, member.start, ends.stop, is_upward);
                return;
            }
        }
    }

    fn index(&mut self, inst: Inst, index: Value, extent: Value) -> bool {
        let result = self.func.inst_results(inst)[0];
        let not_negative = self.facts.is_not_negative(self.func, index);
        let below = not_negative && self.facts.is_at_most(self.func, index, extent, 1);
        if not_negative {
            self.replace[result] = Some(index);
        }
        if below {
            self.stats.indices += 1;
            return false;
        }
        if not_negative {
            self.stats.wraps += 1;
            self.check_below(inst, index, extent);
        } else {
            self.stats.left += 1;
        }
        self.facts.assume_at_most(self.func, index, extent, 1);
        !not_negative
    }

    /// The upper half of the check, with the same error.
    fn check_below(&mut self, inst: Inst, index: Value, extent: Value) {
        let Op::Index(_, _, site) = *self.func.op(inst) else { return };
        let loc = self.func.loc(inst);
        let compare = self.func.make(Op::Compare(CompareOp::Lt, index, extent), &[Type::BOOL], loc);
        let below = self.func.inst_results(compare)[0];
        let check = self.func.make(Op::Check(below, site, Values::from_slice(&[index, extent])), &[], loc);
        self.out.extend([compare, check]);
    }

    fn compare(&mut self, inst: Inst) {
        let result = self.func.inst_results(inst)[0];
        if let Some(known) = self.facts.known(self.func, result) {
            self.stats.conditions += 1;
            *self.func.op_mut(inst) = Op::Const(known.into());
        }
    }

    fn branch(&mut self, cond: Value, then: Block, els: Block) {
        for (arm, holds) in [(then, true), (els, false)] {
            let mark = self.facts.mark();
            self.facts.assume(self.func, cond, holds);
            self.block(arm);
            self.facts.forget(&mark);
        }
        // Where only one arm goes on, its condition holds from here on.
        let goes_on = |arm: Block| matches!(self.func.insts(arm).last().map(|last| self.func.op(*last)), Some(Op::Yield(_)));
        match (goes_on(then), goes_on(els)) {
            (true, false) => self.facts.assume(self.func, cond, true),
            (false, true) => self.facts.assume(self.func, cond, false),
            _ => {}
        }
    }

    /// Carried integers that move by a bounded step in each round cannot go further than all rounds take them.
    fn accumulated(&mut self, (lo, hi): (Value, Value), inits: &[Value], params: &[Value], body: Block) {
        let mut nexts = Vec::new();
        find_nexts(self.func, body, body, &mut nexts);
        let rounds = self.facts.rounds(self.func, lo, hi);
        for (at, (init, param)) in inits.iter().zip(params).enumerate() {
            if self.func.ty(*param) != Type::I64 {
                continue;
            }
            let mut steps = nexts.iter().map(|next| self.step(next[at], *param, DEPTH));
            if let Some(step) = steps.try_fold((0, 0), |so_far, step| union(so_far, step?)) {
                self.facts.learn_accumulated(self.func, *param, *init, rounds, step);
            }
        }
    }

    /// By how much a value differs from another one that it comes from by sums; they do not wrap if this is what keeps them
    /// within 64 bits.
    fn step(&self, value: Value, from: Value, depth: u32) -> Option<(i128, i128)> {
        if value == from {
            return Some((0, 0));
        }
        let inst = self.func.def(value).filter(|_| depth > 0)?;
        let range = |value: Value| self.facts.constant_range(self.func, value);
        match self.func.op(inst) {
            Op::Checked(CheckedOp::Add, x, y, _) => match self.step(*x, from, depth - 1) {
                Some((least, most)) => Some((least + range(*y).0, most + range(*y).1)),
                None => {
                    let (least, most) = self.step(*y, from, depth - 1)?;
                    Some((least + range(*x).0, most + range(*x).1))
                }
            },
            Op::Checked(CheckedOp::Sub, x, y, _) => {
                let (least, most) = self.step(*x, from, depth - 1)?;
                Some((least - range(*y).1, most - range(*y).0))
            }
            Op::Select(_, x, y) => union(self.step(*x, from, depth - 1)?, self.step(*y, from, depth - 1)?),
            Op::If(_, then, els) => {
                let at = self.func.inst_results(inst).iter().position(|result| *result == value)?;
                let arm = |arm: &Block| match self.func.insts(*arm).last().map(|last| self.func.op(*last)) {
                    Some(Op::Yield(values)) => self.step(*values.get(at)?, from, depth - 1),
                    // The arm does not come here.
                    _ => Some((0, 0)),
                };
                union(arm(then)?, arm(els)?)
            }
            Op::For(lo, hi, inits, body) => {
                let at = self.func.inst_results(inst).iter().position(|result| *result == value)?;
                let (least, most) = self.step(*inits.get(at)?, from, depth - 1)?;
                let mut nexts = Vec::new();
                find_nexts(self.func, *body, *body, &mut nexts);
                let param = *self.func.params(*body).get(at + 1)?;
                let [only] = nexts.as_slice() else { return None };
                let (down, up) = self.step(*only.get(at)?, param, depth - 1)?;
                let rounds = self.facts.rounds(self.func, *lo, *hi);
                let times = |step: i128| step.checked_mul(rounds);
                leaves_at_its_end(self.func, *body).then_some(())?;
                Some((least + times(down.min(0))?, most + times(up.max(0))?))
            }
            _ => None,
        }
    }

    /// Carried integers that only ever grow (or shrink) have their start as a bound.
    fn carried(&mut self, inits: &[Value], params: &[Value], body: Block) {
        let mut nexts = Vec::new();
        find_nexts(self.func, body, body, &mut nexts);
        for (at, (init, param)) in inits.iter().zip(params).enumerate() {
            if self.func.ty(*param) != Type::I64 {
                continue;
            }
            let (mut grows, mut shrinks) = (true, true);
            let up = if self.facts.is_not_negative(self.func, *init) { Way::UpFromZero } else { Way::Up };
            for next in &nexts {
                grows &= moves(self.func, next[at], *param, up, DEPTH);
                shrinks &= moves(self.func, next[at], *param, Way::Down, DEPTH);
            }
            if grows {
                self.facts.learn_monotone(self.func, *param, *init, false);
            }
            if shrinks {
                self.facts.learn_monotone(self.func, *param, *init, true);
            }
        }
    }
}

/// How many merges and sums are looked through.
const DEPTH: u32 = 6;

fn plain(op: CheckedOp) -> BinaryOp {
    match op {
        CheckedOp::Add => BinaryOp::Add,
        CheckedOp::Sub => BinaryOp::Sub,
        CheckedOp::Mul => BinaryOp::Mul,
    }
}

/// What each `next` of a loop hands over.
pub(super) fn find_nexts(func: &Func, block: Block, label: Block, nexts: &mut Vec<Values>) {
    for inst in func.insts(block) {
        match func.op(*inst) {
            Op::Next(to, values) if *to == label => nexts.push(values.clone()),
            op => op.blocks().iter().for_each(|inner| find_nexts(func, *inner, label, nexts)),
        }
    }
}

fn union(x: (i128, i128), y: (i128, i128)) -> Option<(i128, i128)> {
    Some((x.0.min(y.0), x.1.max(y.1)))
}

/// True if no `exit` hands over other values than those of the last round.
fn leaves_at_its_end(func: &Func, body: Block) -> bool {
    fn exits(func: &Func, block: Block, body: Block) -> bool {
        func.insts(block).iter().any(|inst| match func.op(*inst) {
            Op::Exit(to, _) => *to == body,
            op => op.blocks().iter().any(|inner| exits(func, *inner, body)),
        })
    }
    !exits(func, body, body)
}

/// In which direction a value moves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    /// From a value that is not negative, so products grow too.
    UpFromZero,
    Down,
}

/// True if the value is `from`, or `from` moved this way without wrapping.
fn moves(func: &Func, value: Value, from: Value, way: Way, depth: u32) -> bool {
    if value == from {
        return true;
    }
    let Some(inst) = func.def(value).filter(|_| depth > 0) else { return false };
    let constant = |value: Value| func.const_bits(value).map(|bits| bits as i64);
    let adds = |value: Value| constant(value).is_some_and(|by| if way == Way::Down { by <= 0 } else { by >= 0 });
    let takes = |value: Value| constant(value).is_some_and(|by| if way == Way::Down { by >= 0 } else { by <= 0 });
    let grows = |value: Value| way == Way::UpFromZero && constant(value).is_some_and(|by| by >= 1);
    let moved = |value: Value| moves(func, value, from, way, depth - 1);
    match func.op(inst) {
        Op::Checked(CheckedOp::Add, x, y, _) => (adds(*y) && moved(*x)) || (adds(*x) && moved(*y)),
        Op::Checked(CheckedOp::Sub, x, y, _) => takes(*y) && moved(*x),
        Op::Checked(CheckedOp::Mul, x, y, _) => (grows(*y) && moved(*x)) || (grows(*x) && moved(*y)),
        Op::Select(_, x, y) => moved(*x) && moved(*y),
        Op::If(_, then, els) => {
            let at = func.inst_results(inst).iter().position(|result| *result == value).unwrap_or(0);
            [then, els].into_iter().all(|arm| match func.insts(*arm).last().map(|last| func.op(*last)) {
                Some(Op::Yield(values)) => values.get(at).is_some_and(|value| moved(*value)),
                _ => true,
            })
        }
        _ => false,
    }
}
