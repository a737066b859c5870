//! Splits a nest of loops into a fast one, without the checks that hold in all rounds, and a plain one, with all of them.
//!
//! Before:  for %i in %lo..%hi { check (lt %i, %n) … }
//! After:   %fits = … le %hi, %n …
//!          if %fits { for %i in %lo..%hi { … } } else { for %i in %lo..%hi { check (lt %i, %n) … } }
//!
//! One condition for the whole nest, in front of it: the outermost counters' last values are put in the place of the
//! counters, and every number that goes in is far from overflowing. What the condition proves is left to
//! `drop_known_checks`, which knows that it holds in the one arm. Where it does not hold, the plain nest runs, and raises at
//! the right element.

use super::facts::{Facts, Linear};
use crate::func::{Convention, Func, Loc};
use crate::ir::{BinaryOp, Block, CheckedOp, CompareOp, Inst, Op, Value, Values};
use crate::lower_each::template::Template;
use crate::types::Type;
use cranelift_entity::EntitySet;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// Nests with more operations stay as they are.
const LARGEST: usize = 400;
/// So many conditions are worth testing.
const MOST: usize = 16;
/// Numbers that conditions are about are smaller.
const NEAR: u64 = 1 << 31;
/// With accumulators, the rounds of all loops of a nest together are at most 2 to this power: elements of 32 bits then add up
/// to less than 64.
const ROUNDS: u32 = 30;
/// How far back operations are looked at.
const DEPTH: u32 = 8;

/// Splits the outermost loops that this makes faster; returns how many. `runs_in_vectors` tells of an innermost loop whether it
/// does without: the vector form ends where a check would fail.
pub fn split(func: &mut Func, runs_in_vectors: &impl Fn(&Func, Block) -> bool) -> usize {
    if func.convention == Convention::Entry {
        return 0;
    }
    let body = func.body;
    block(func, body, runs_in_vectors)
}

fn block(func: &mut Func, at: Block, runs_in_vectors: &impl Fn(&Func, Block) -> bool) -> usize {
    let mut count = 0;
    for inst in func.take_insts(at) {
        let inner = func.op(inst).blocks();
        if matches!(func.op(inst), Op::For(..)) {
            if runs_in_vectors(func, inner[0]) {
                func.append(at, inst);
            } else {
                count += usize::from(nest(func, at, inst));
            }
        } else {
            count += inner.into_iter().map(|inner| block(func, inner, runs_in_vectors)).sum::<usize>();
            func.append(at, inst);
        }
    }
    count
}

/// Writes a nest, twice if that is worth it.
fn nest(func: &mut Func, at: Block, inst: Inst) -> bool {
    let mut scan = Scan::default();
    scan.nest(func, inst);
    if scan.size > LARGEST {
        func.append(at, inst);
        return false;
    }
    let needs = Needs::of(func, &scan);
    if needs.conditions.is_empty() || needs.conditions.len() > MOST {
        func.append(at, inst);
        return false;
    }
    let loc = func.loc(inst);
    let mut front = Front { func, block: at, loc, scan: &scan, made: FxHashMap::default() };
    let Some(fits) = front.all(&needs) else {
        func.append(at, inst);
        return false;
    };
    let results = Values::from_slice(func.inst_results(inst));
    let types: Vec<Type> = results.iter().map(|result| func.ty(*result)).collect();
    let [fast, plain] = [(); 2].map(|()| func.new_block());
    let copy = Template::of_one(func, inst).write(func, fast, &[], &FxHashMap::default());
    func.push(fast, Op::Yield(copy), &[], loc);
    let own: Values = types.iter().map(|ty| func.new_value(*ty)).collect();
    func.set_results(inst, own.clone());
    func.append(plain, inst);
    func.keep_plain(inst);
    func.push(plain, Op::Yield(own), &[], loc);
    let choice = func.make(Op::If(fits, fast, plain), &[], loc);
    func.set_results(choice, results);
    func.append(at, choice);
    true
}

/// What a nest holds.
#[derive(Default)]
struct Scan {
    size: usize,
    defined: EntitySet<Value>,
    /// The bounds of the counters.
    counters: BTreeMap<Value, (Value, Value)>,
    checks: Vec<Inst>,
    /// Values that loops carry.
    carried: EntitySet<Value>,
}

impl Scan {
    fn nest(&mut self, func: &Func, inst: Inst) {
        self.size += 1;
        let op = func.op(inst);
        if let Op::For(lo, hi, _, body) = op
            && let Some(counter) = func.params(*body).first()
        {
            self.counters.insert(*counter, (*lo, *hi));
            self.carried.extend(func.params(*body)[1..].iter().copied());
        }
        if matches!(op, Op::Check(..) | Op::Index(..) | Op::Checked(..)) {
            self.checks.push(inst);
        }
        self.defined.extend(func.inst_results(inst).iter().copied());
        for block in op.blocks() {
            self.defined.extend(func.params(block).iter().copied());
            func.insts(block).iter().for_each(|inst| self.nest(func, *inst));
        }
    }
}

/// A condition: the sum of multiples of values is at least 0.
type Condition = Linear;

/// What has to hold for the fast nest.
#[derive(Default)]
struct Needs {
    conditions: Vec<Condition>,
    /// Values whose size matters.
    near: FxHashSet<Value>,
}

impl Needs {
    fn of(func: &Func, scan: &Scan) -> Needs {
        let mut needs = Needs::default();
        let bounds = Bounds { func, scan };
        for check in &scan.checks {
            needs.check(&bounds, *check);
        }
        needs
    }

    fn check(&mut self, bounds: &Bounds, check: Inst) {
        match bounds.func.op(check) {
            Op::Check(cond, ..) => {
                let Some(Op::Compare(op, x, y)) = bounds.func.def_op(*cond) else { return };
                match op {
                    CompareOp::Lt => self.less(bounds, *x, *y, 1),
                    CompareOp::Le => self.less(bounds, *x, *y, 0),
                    CompareOp::Gt => self.less(bounds, *y, *x, 1),
                    CompareOp::Ge => self.less(bounds, *y, *x, 0),
                    _ => {}
                }
            }
            Op::Index(index, extent, _) if [false, true].into_iter().all(|end| bounds.end(*index, end, DEPTH).is_some()) => {
                self.least(bounds, *index);
                self.less(bounds, *index, *extent, 1);
            }
            Op::Checked(_, x, y, _) => {
                // Sums of counters stay within 64 bits if their bounds are near.
                let ends = [*x, *y].map(|value| bounds.end(value, true, DEPTH));
                if let [Some(x), Some(y)] = ends {
                    self.note(bounds, &[x, y]);
                } else if is_accumulator(bounds, *x, *y) || is_accumulator(bounds, *y, *x) {
                    self.few_rounds(bounds);
                }
            }
            _ => {}
        }
    }

    /// All loops together have no more rounds than accumulators bear.
    fn few_rounds(&mut self, bounds: &Bounds) {
        let each = 1i64 << (ROUNDS / (bounds.scan.counters.len() as u32).clamp(1, ROUNDS));
        for (lo, hi) in bounds.scan.counters.values() {
            let (Some(hi), Some(lo)) = (bounds.end(*hi, true, DEPTH), bounds.end(*lo, false, DEPTH)) else { continue };
            if let Some(rest) = lo.plus(-1, &hi).and_then(|rest| rest.plus_constant(each)) {
                self.need(rest);
            }
        }
    }

    /// `x + gap ≤ y` in all rounds.
    fn less(&mut self, bounds: &Bounds, x: Value, y: Value, gap: i64) {
        let (Some(most), Some(least)) = (bounds.end(x, true, DEPTH), bounds.end(y, false, DEPTH)) else { return };
        let Some(rest) = least.plus(-1, &most).and_then(|rest| rest.plus_constant(-gap)) else { return };
        self.note(bounds, &[most, least]);
        self.need(rest);
    }

    /// `x ≥ 0` in all rounds.
    fn least(&mut self, bounds: &Bounds, x: Value) {
        let Some(least) = bounds.end(x, false, DEPTH) else { return };
        self.note(bounds, std::slice::from_ref(&least));
        self.need(least);
    }

    fn note(&mut self, bounds: &Bounds, sums: &[Linear]) {
        let values = sums.iter().flat_map(|sum| sum.terms.iter().map(|(value, _)| *value));
        self.near.extend(values.filter(|value| !matches!(bounds.func.def_op(*value), Some(Op::Dim(..)))));
    }

    fn need(&mut self, condition: Condition) {
        let is_known = condition.terms.is_empty() && condition.add >= 0;
        if !is_known && !self.conditions.contains(&condition) {
            self.conditions.push(condition);
        }
    }
}

/// True if the one value is carried by a loop and the other an integer of 32 bits.
fn is_accumulator(bounds: &Bounds, carried: Value, step: Value) -> bool {
    let (least, most) = Facts::default().constant_range(bounds.func, step);
    bounds.scan.carried.contains(carried) && least >= -(1 << 31) && most <= 1 << 32
}

/// The ends of values over all rounds of a nest.
struct Bounds<'a> {
    func: &'a Func,
    scan: &'a Scan,
}

impl Bounds<'_> {
    /// The largest (or smallest) number that a value comes to, as a sum of values from outside the nest.
    fn end(&self, value: Value, upper: bool, depth: u32) -> Option<Linear> {
        (depth > 0 && self.func.ty(value) == Type::I64).then_some(())?;
        if let Some(bits) = self.func.const_bits(value) {
            return Some(Linear::constant(bits as i64));
        }
        if let Some((lo, hi)) = self.scan.counters.get(&value) {
            return if upper { self.end(*hi, true, depth - 1)?.plus_constant(-1) } else { self.end(*lo, false, depth - 1) };
        }
        if !self.scan.defined.contains(value) {
            return Some(Linear::atom(value));
        }
        match *self.func.def_op(value)? {
            Op::Dim(array, _) if !self.scan.defined.contains(array) => Some(Linear::atom(value)),
            Op::Binary(BinaryOp::Add, x, y) | Op::Checked(CheckedOp::Add, x, y, _) => {
                self.end(x, upper, depth - 1)?.plus(1, &self.end(y, upper, depth - 1)?)
            }
            Op::Binary(BinaryOp::Sub, x, y) | Op::Checked(CheckedOp::Sub, x, y, _) => {
                self.end(x, upper, depth - 1)?.plus(-1, &self.end(y, !upper, depth - 1)?)
            }
            Op::Binary(BinaryOp::Mul, x, y) | Op::Checked(CheckedOp::Mul, x, y, _) => {
                let factor = self.func.const_bits(y).map(|bits| bits as i64).filter(|factor| factor.abs() < 1 << 16)?;
                let end = self.end(x, upper == (factor >= 0), depth - 1)?;
                Linear::constant(0).plus(factor, &end)
            }
            Op::Index(x, _, _) => self.end(x, upper, depth - 1),
            _ => None,
        }
    }
}

/// Writes the condition in front of the nest.
struct Front<'a> {
    func: &'a mut Func,
    block: Block,
    loc: Loc,
    scan: &'a Scan,
    made: FxHashMap<Value, Value>,
}

impl Front<'_> {
    fn op(&mut self, op: Op, ty: Type) -> Value {
        self.func.push(self.block, op, &[ty], self.loc)[0]
    }

    fn int(&mut self, value: i64) -> Value {
        self.op(Op::Const(value as u64), Type::I64)
    }

    /// All of the conditions; those that keep numbers near come first.
    fn all(&mut self, needs: &Needs) -> Option<Value> {
        let mut all = None;
        let mut near: Vec<Value> = needs.near.iter().copied().collect();
        near.sort_unstable();
        for value in near {
            let value = self.outside(value)?;
            let (most, least) = (self.int(NEAR as i64), self.int(-(NEAR as i64)));
            for (less, more) in [(value, most), (least, value)] {
                all = Some(self.and(all, less, more));
            }
        }
        for condition in &needs.conditions {
            let (less, more) = self.sides(condition)?;
            all = Some(self.and(all, less, more));
        }
        all
    }

    fn and(&mut self, all: Option<Value>, less: Value, more: Value) -> Value {
        let holds = self.op(Op::Compare(CompareOp::Le, less, more), Type::BOOL);
        match all {
            None => holds,
            Some(all) => self.op(Op::Binary(BinaryOp::And, all, holds), Type::BOOL),
        }
    }

    /// What is taken off, and what is added.
    fn sides(&mut self, condition: &Condition) -> Option<(Value, Value)> {
        let mut sides = [None, None];
        for (value, times) in &condition.terms {
            let mut term = self.outside(*value)?;
            if times.abs() != 1 {
                let factor = self.int(times.abs());
                term = self.op(Op::Binary(BinaryOp::Mul, term, factor), Type::I64);
            }
            let at = usize::from(*times > 0);
            sides[at] = Some(self.sum(sides[at], term));
        }
        if condition.add != 0 {
            let term = self.int(condition.add.checked_abs()?);
            let at = usize::from(condition.add > 0);
            sides[at] = Some(self.sum(sides[at], term));
        }
        let [less, more] = sides.map(|side| side.unwrap_or_else(|| self.int(0)));
        Some((less, more))
    }

    fn sum(&mut self, so_far: Option<Value>, term: Value) -> Value {
        match so_far {
            None => term,
            Some(so_far) => self.op(Op::Binary(BinaryOp::Add, so_far, term), Type::I64),
        }
    }

    /// A value of the nest that does not vary, in front of it.
    fn outside(&mut self, value: Value) -> Option<Value> {
        if !self.scan.defined.contains(value) {
            return Some(value);
        }
        if let Some(made) = self.made.get(&value) {
            return Some(*made);
        }
        let op = self.func.def_op(value)?.clone();
        let Op::Dim(..) = op else { return None };
        let copy = self.op(op, Type::I64);
        self.made.insert(value, copy);
        Some(copy)
    }
}
