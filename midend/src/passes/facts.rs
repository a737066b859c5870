//! What is known of integers (`i64`) at one place of a program: constant ranges, and bounds by other values.
//!
//! A sum of multiples of values ([`Linear`]) is proved not to be negative by putting bounds in the place of its values
//! until the rest is a constant: `n - 1 - (i + 1)` with `i ≤ n - 3` is at least 1. Bounds come from loops, from
//! conditions and from what an operation says of its result. All of it is exact arithmetic, not arithmetic that wraps:
//! a sum counts as a sum only where it is known not to wrap.

use crate::func::Func;
use crate::ir::{BinaryOp, CheckedOp, CompareOp, Op, UnaryOp, Value};
use crate::types::{DType, Type};
use cranelift_entity::EntitySet;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// No array has more elements along an axis (of 8 bytes each), and no loop counts as far.
const MOST: i64 = 1 << 60;
/// Loops that start below this do not reach [`MOST`] in a lifetime.
const NEAR: i64 = 1 << 32;
/// How far back operations are looked at.
const DEPTH: u32 = 5;
/// Steps of one proof.
const FUEL: u32 = 120;
/// Parts of one condition that are looked at.
const PARTS: u32 = 32;
/// Bounds of one value that are tried: the first ones, which are those of loops, and the latest.
const FIRST: usize = 2;
const LATEST: usize = 6;

/// `add + Σ factor · value`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Linear {
    pub terms: SmallVec<[(Value, i64); 4]>,
    pub add: i64,
}

impl Linear {
    pub fn constant(add: i64) -> Linear {
        Linear { terms: SmallVec::new(), add }
    }

    pub fn atom(value: Value) -> Linear {
        Linear { terms: SmallVec::from_slice(&[(value, 1)]), add: 0 }
    }

    /// `self + factor · other`; `None` if a number gets too large.
    pub fn plus(&self, factor: i64, other: &Linear) -> Option<Linear> {
        let mut sum = self.clone();
        sum.add = sum.add.checked_add(factor.checked_mul(other.add)?)?;
        for (value, times) in &other.terms {
            let times = factor.checked_mul(*times)?;
            match sum.terms.iter_mut().find(|(known, _)| known == value) {
                Some((_, known)) => *known = known.checked_add(times)?,
                None => sum.terms.push((*value, times)),
            }
        }
        sum.terms.retain(|(_, times)| *times != 0);
        Some(sum)
    }

    pub fn plus_constant(&self, add: i64) -> Option<Linear> {
        self.plus(1, &Linear::constant(add))
    }
}

/// Smallest and largest value.
type Range = (i128, i128);

const FULL: Range = (i64::MIN as i128, i64::MAX as i128);

/// Facts that hold at the current place.
#[derive(Default)]
pub(super) struct Facts {
    lower: FxHashMap<Value, SmallVec<[Linear; 2]>>,
    upper: FxHashMap<Value, SmallVec<[Linear; 2]>>,
    ranges: FxHashMap<Value, Range>,
    /// Plain arithmetic that was checked before, and is known not to wrap.
    exact: EntitySet<Value>,
    /// Sums of which more is known than of their parts.
    whole: EntitySet<Value>,
    /// Bounds to forget, the last first: the value, whether it was its upper one, and the range it had, if that has changed.
    log: Vec<(Value, bool, Option<Option<Range>>)>,
}

/// A point to come back to.
pub(super) struct Mark(usize);

impl Facts {
    pub fn mark(&self) -> Mark {
        Mark(self.log.len())
    }

    /// Forgets what was learned since.
    pub fn forget(&mut self, mark: &Mark) {
        for (value, is_upper, range) in self.log.drain(mark.0..).rev() {
            if let Some(before) = range {
                match before {
                    Some(range) => self.ranges.insert(value, range),
                    None => self.ranges.remove(&value),
                };
            }
            let bounds = if is_upper { &mut self.upper } else { &mut self.lower };
            if let Some(bounds) = bounds.get_mut(&value) {
                bounds.pop();
            }
        }
    }

    fn learn(&mut self, func: &Func, value: Value, is_upper: bool, bound: Linear) {
        let mut before = None;
        if bound.terms.is_empty() {
            before = Some(self.ranges.get(&value).copied());
            let (least, most) = self.range(func, value, DEPTH);
            let add = i128::from(bound.add);
            let range = if is_upper { (least, most.min(add)) } else { (least.max(add), most) };
            if range.0 <= range.1 {
                self.ranges.insert(value, range);
            }
        }
        let bounds = if is_upper { &mut self.upper } else { &mut self.lower };
        bounds.entry(value).or_default().push(bound);
        self.log.push((value, is_upper, before));
    }

    // ---- where facts come from

    /// Plain arithmetic that has taken the place of checked one.
    pub fn learn_exact(&mut self, value: Value) {
        self.exact.insert(value);
    }

    /// The counter of a loop from `lo` to `hi`.
    pub fn learn_counter(&mut self, func: &Func, counter: Value, lo: Value, hi: Value) {
        let (least, starts) = self.range(func, lo, DEPTH);
        let mut most = self.range(func, hi, DEPTH).1 - 1;
        if starts <= NEAR.into() {
            most = most.min(MOST.into());
        }
        self.ranges.insert(counter, (least, most));
        let (lo, hi) = (self.linear(func, lo), self.linear(func, hi));
        self.learn(func, counter, false, lo);
        if let Some(last) = hi.plus_constant(-1) {
            self.learn(func, counter, true, last);
        }
    }

    /// A number of a range, from `first` to before `stop`; downwards if so said.
    pub fn learn_member(&mut self, func: &Func, value: Value, first: Value, stop: Value, is_upward: bool) {
        self.whole.insert(value);
        let [firsts, stops] = [first, stop].map(|end| self.range(func, end, DEPTH));
        let range = if is_upward { (firsts.0, stops.1 - 1) } else { (stops.0 + 1, firsts.1) };
        if range.0 <= range.1 {
            self.ranges.insert(value, range);
        }
        let [first, stop] = [first, stop].map(|end| self.linear(func, end));
        self.learn(func, value, !is_upward, first);
        if let Some(last) = stop.plus_constant(if is_upward { -1 } else { 1 }) {
            self.learn(func, value, is_upward, last);
        }
    }

    /// A value that never gets less than `start` (or greater, if `is_upper`).
    pub fn learn_monotone(&mut self, func: &Func, value: Value, start: Value, is_upper: bool) {
        let (least, most) = self.range(func, start, DEPTH);
        let known = self.ranges.get(&value).copied().unwrap_or(FULL);
        self.ranges.insert(value, if is_upper { (known.0, most) } else { (least, known.1) });
        let bound = self.linear(func, start);
        self.learn(func, value, is_upper, bound);
    }

    /// A value that a loop carries and that moves by no more than `step` in each of its rounds.
    pub fn learn_accumulated(&mut self, func: &Func, value: Value, start: Value, rounds: i128, step: (i128, i128)) {
        let (least, most) = self.range(func, start, DEPTH);
        let ends = (|| {
            let down = step.0.min(0).checked_mul(rounds)?;
            let up = step.1.max(0).checked_mul(rounds)?;
            Some((least.checked_add(down)?, most.checked_add(up)?))
        })();
        let known = self.ranges.get(&value).copied().unwrap_or(FULL);
        if let Some((least, most)) = ends {
            self.ranges.insert(value, (known.0.max(least), known.1.min(most)));
        }
    }

    /// The most rounds that a loop may have.
    pub fn rounds(&self, func: &Func, lo: Value, hi: Value) -> i128 {
        (self.range(func, hi, DEPTH).1 - self.range(func, lo, DEPTH).0).clamp(0, MOST.into())
    }

    /// Constant bounds of a value.
    pub fn constant_range(&self, func: &Func, value: Value) -> (i128, i128) {
        self.range(func, value, DEPTH)
    }

    /// A condition that holds, or does not.
    pub fn assume(&mut self, func: &Func, cond: Value, holds: bool) {
        self.assume_within(func, cond, holds, &mut PARTS.clone());
    }

    /// Conditions may share parts: all ways through them are many.
    fn assume_within(&mut self, func: &Func, cond: Value, holds: bool, left: &mut u32) {
        let Some(fewer) = left.checked_sub(1) else { return };
        *left = fewer;
        match func.def_op(cond) {
            Some(Op::Unary(UnaryOp::Not, x)) => self.assume_within(func, *x, !holds, left),
            Some(Op::Binary(op, x, y)) if *op == if holds { BinaryOp::And } else { BinaryOp::Or } => {
                self.assume_within(func, *x, holds, left);
                self.assume_within(func, *y, holds, left);
            }
            Some(Op::Compare(op, x, y)) if func.ty(*x) == Type::I64 => {
                for (less, more, gap) in differences(*op, holds, *x, *y) {
                    self.assume_at_most(func, less, more, gap);
                }
            }
            _ => {}
        }
    }

    /// `less + gap ≤ more`.
    pub fn assume_at_most(&mut self, func: &Func, less: Value, more: Value, gap: i64) {
        let (less, more) = (self.linear(func, less), self.linear(func, more));
        let Some(rest) = more.plus(-1, &less).and_then(|rest| rest.plus_constant(-gap)) else { return };
        for (value, times) in rest.terms.clone() {
            let others = rest.plus(-times, &Linear::atom(value));
            match (times, others) {
                (-1, Some(others)) => self.learn(func, value, true, others),
                (1, Some(others)) => {
                    if let Some(least) = Linear::constant(0).plus(-1, &others) {
                        self.learn(func, value, false, least);
                    }
                }
                _ => {}
            }
        }
    }

    // ---- questions

    /// True if `x ≥ 0`.
    pub fn is_not_negative(&self, func: &Func, x: Value) -> bool {
        let linear = self.linear(func, x);
        self.proves(func, &linear, DEPTH, &mut FUEL.clone())
    }

    /// True if `less + gap ≤ more`.
    pub fn is_at_most(&self, func: &Func, less: Value, more: Value, gap: i64) -> bool {
        let (less, more) = (self.linear(func, less), self.linear(func, more));
        let rest = more.plus(-1, &less).and_then(|rest| rest.plus_constant(-gap));
        rest.is_some_and(|rest| self.proves(func, &rest, DEPTH, &mut FUEL.clone()))
    }

    /// True if `value` is `more - less`, without wrapping.
    pub fn is_difference(&self, func: &Func, value: Value, more: Value, less: Value) -> bool {
        let [value, more, less] = [value, more, less].map(|value| self.linear(func, value));
        let rest = more.plus(-1, &less).and_then(|distance| distance.plus(-1, &value));
        rest.is_some_and(|rest| rest == Linear::constant(0))
    }

    /// Whether the condition is known to hold, or not to.
    pub fn known(&self, func: &Func, cond: Value) -> Option<bool> {
        match func.def_op(cond)? {
            Op::Const(bits) => Some(*bits != 0),
            Op::Unary(UnaryOp::Not, x) => self.known(func, *x).map(|known| !known),
            Op::Compare(CompareOp::Ne, x, y) if func.ty(*x) == Type::I64 && self.are_apart(func, *x, *y) => Some(true),
            Op::Compare(CompareOp::Eq, x, y) if func.ty(*x) == Type::I64 && self.are_apart(func, *x, *y) => Some(false),
            Op::Compare(op, x, y) if func.ty(*x) == Type::I64 => {
                let all = |holds: bool| {
                    let gaps = differences(*op, holds, *x, *y);
                    !gaps.is_empty() && gaps.iter().all(|(less, more, gap)| self.is_at_most(func, *less, *more, *gap))
                };
                if all(true) {
                    return Some(true);
                }
                all(false).then_some(false)
            }
            _ => None,
        }
    }

    /// True if one is known to be less than the other.
    fn are_apart(&self, func: &Func, x: Value, y: Value) -> bool {
        self.is_at_most(func, x, y, 1) || self.is_at_most(func, y, x, 1)
    }

    /// True if this arithmetic stays within 64 bits.
    pub fn fits(&self, func: &Func, op: CheckedOp, x: Value, y: Value) -> bool {
        let exact = combine(op, self.range(func, x, DEPTH), self.range(func, y, DEPTH));
        if exact.0 >= FULL.0 && exact.1 <= FULL.1 {
            return true;
        }
        let Some(sum) = self.combined(func, op, x, y, DEPTH) else { return false };
        let below = Linear::constant(i64::MAX).plus(-1, &sum);
        let proves = |linear: &Linear| self.proves(func, linear, DEPTH, &mut FUEL.clone());
        (exact.1 <= FULL.1 || below.is_some_and(|below| proves(&below))) && (exact.0 >= FULL.0 || proves(&sum))
    }

    /// True if constant ranges alone say so: what [`Facts::sum`] can ask without going round in circles.
    fn fits_by_range(&self, func: &Func, op: CheckedOp, x: Value, y: Value) -> bool {
        let exact = combine(op, self.range(func, x, DEPTH), self.range(func, y, DEPTH));
        exact.0 >= FULL.0 && exact.1 <= FULL.1
    }

    fn proves(&self, func: &Func, linear: &Linear, depth: u32, fuel: &mut u32) -> bool {
        let least = linear.terms.iter().map(|(value, times)| {
            let range = self.range(func, *value, DEPTH);
            i128::from(*times) * if *times > 0 { range.0 } else { range.1 }
        });
        if i128::from(linear.add) + least.sum::<i128>() >= 0 {
            return true;
        }
        if depth == 0 || *fuel == 0 {
            return false;
        }
        *fuel -= 1;
        linear.terms.iter().any(|(value, times)| {
            self.bounds(func, *value, *times < 0).iter().any(|bound| {
                // times · (value − bound) is not negative, so it can be left out.
                let rest = linear.plus(-*times, &Linear::atom(*value)).and_then(|rest| rest.plus(*times, bound));
                rest.is_some_and(|rest| self.proves(func, &rest, depth - 1, fuel))
            })
        })
    }

    /// Bounds of a value by others: learned, and what its operation says.
    fn bounds(&self, func: &Func, value: Value, is_upper: bool) -> SmallVec<[Linear; 4]> {
        let learned = if is_upper { &self.upper } else { &self.lower };
        let learned = learned.get(&value).map_or(&[][..], |learned| &learned[..]);
        let (first, others) = learned.split_at(learned.len().min(FIRST));
        let latest = &others[others.len().saturating_sub(LATEST)..];
        let mut bounds: SmallVec<[Linear; 4]> = first.iter().chain(latest).cloned().collect();
        let mut push = |bound: Value, add: i64| bounds.extend(self.linear(func, bound).plus_constant(add));
        match func.def_op(value) {
            Some(Op::Binary(BinaryOp::Min, x, y)) if is_upper => [x, y].into_iter().for_each(|bound| push(*bound, 0)),
            Some(Op::Binary(BinaryOp::Max, x, y)) if !is_upper => [x, y].into_iter().for_each(|bound| push(*bound, 0)),
            Some(Op::Select(cond, x, y)) => {
                if let Some(Op::Compare(op, a, b)) = func.def_op(*cond)
                    && is_min_or_max(*op, (*a, *b), (*x, *y)) == Some(is_upper)
                {
                    [x, y].into_iter().for_each(|bound| push(*bound, 0));
                }
            }
            Some(Op::Binary(BinaryOp::FloorDiv, x, y))
                if is_upper && self.range(func, *x, DEPTH).0 >= 0 && self.range(func, *y, DEPTH).0 >= 1 =>
            {
                push(*x, 0);
            }
            Some(Op::Binary(BinaryOp::FloorRem, _, y)) if is_upper && self.range(func, *y, DEPTH).0 >= 1 => push(*y, -1),
            Some(Op::Index(_, n, _)) if is_upper => push(*n, -1),
            _ => {}
        }
        bounds
    }

    /// The value as a sum, as far as sums do not wrap.
    fn linear(&self, func: &Func, value: Value) -> Linear {
        self.linear_within(func, value, DEPTH)
    }

    fn linear_within(&self, func: &Func, value: Value, depth: u32) -> Linear {
        self.sum(func, value, depth).unwrap_or_else(|| Linear::atom(value))
    }

    fn sum(&self, func: &Func, value: Value, depth: u32) -> Option<Linear> {
        if let Some(bits) = func.const_bits(value) {
            return Some(Linear::constant(bits as i64));
        }
        let (op, x, y) = arithmetic(func, value).filter(|_| !self.whole.contains(value))?;
        if depth == 0 || (matches!(func.def_op(value), Some(Op::Binary(..))) && !self.is_exact(func, value, op, x, y)) {
            return None;
        }
        self.combined(func, op, x, y, depth - 1)
    }

    /// True if plain arithmetic is known not to wrap.
    fn is_exact(&self, func: &Func, value: Value, op: CheckedOp, x: Value, y: Value) -> bool {
        self.exact.contains(value) || self.fits_by_range(func, op, x, y)
    }

    fn combined(&self, func: &Func, op: CheckedOp, x: Value, y: Value, depth: u32) -> Option<Linear> {
        let (a, b) = (self.linear_within(func, x, depth), self.linear_within(func, y, depth));
        match op {
            CheckedOp::Add => a.plus(1, &b),
            CheckedOp::Sub => a.plus(-1, &b),
            CheckedOp::Mul if b.terms.is_empty() => Linear::constant(0).plus(b.add, &a),
            CheckedOp::Mul if a.terms.is_empty() => Linear::constant(0).plus(a.add, &b),
            CheckedOp::Mul => None,
        }
    }

    /// Constant bounds of a value.
    fn range(&self, func: &Func, value: Value, depth: u32) -> Range {
        if let Some(range) = self.ranges.get(&value) {
            return *range;
        }
        let Some(op) = func.def_op(value).filter(|_| depth > 0) else { return FULL };
        let of = |value: Value| self.range(func, value, depth - 1);
        let range = match *op {
            Op::Const(bits) => (i128::from(bits as i64), i128::from(bits as i64)),
            Op::Dim(..) => (0, MOST.into()),
            Op::Index(..) => (0, FULL.1 - 1),
            Op::Checked(op, x, y, _) => {
                let exact = combine(op, of(x), of(y));
                (exact.0.clamp(FULL.0, FULL.1), exact.1.clamp(FULL.0, FULL.1))
            }
            Op::Binary(op, x, y) => binary_range(op, of(x), of(y)),
            Op::Select(_, x, y) => (of(x).0.min(of(y).0), of(x).1.max(of(y).1)),
            Op::Convert(x) => match func.ty(x) {
                Type::Scalar(from) if from.is_int() || from == DType::Bool => {
                    if from == DType::I64 {
                        of(x)
                    } else {
                        (from.int_min(), from.int_max())
                    }
                }
                _ => FULL,
            },
            _ => FULL,
        };
        if range.0 < FULL.0 || range.1 > FULL.1 { FULL } else { range }
    }
}

/// The operands of a sum, difference or product.
fn arithmetic(func: &Func, value: Value) -> Option<(CheckedOp, Value, Value)> {
    Some(match *func.def_op(value)? {
        Op::Checked(op, x, y, _) => (op, x, y),
        Op::Binary(BinaryOp::Add, x, y) => (CheckedOp::Add, x, y),
        Op::Binary(BinaryOp::Sub, x, y) => (CheckedOp::Sub, x, y),
        Op::Binary(BinaryOp::Mul, x, y) => (CheckedOp::Mul, x, y),
        _ => return None,
    })
}

fn combine(op: CheckedOp, x: Range, y: Range) -> Range {
    match op {
        CheckedOp::Add => (x.0 + y.0, x.1 + y.1),
        CheckedOp::Sub => (x.0 - y.1, x.1 - y.0),
        CheckedOp::Mul => {
            let products = [x.0 * y.0, x.0 * y.1, x.1 * y.0, x.1 * y.1];
            products.into_iter().fold((i128::MAX, i128::MIN), |range, product| (range.0.min(product), range.1.max(product)))
        }
    }
}

fn binary_range(op: BinaryOp, x: Range, y: Range) -> Range {
    match op {
        BinaryOp::Add => combine(CheckedOp::Add, x, y),
        BinaryOp::Sub => combine(CheckedOp::Sub, x, y),
        BinaryOp::Mul => combine(CheckedOp::Mul, x, y),
        BinaryOp::Min => (x.0.min(y.0), x.1.min(y.1)),
        BinaryOp::Max => (x.0.max(y.0), x.1.max(y.1)),
        BinaryOp::FloorDiv if y.0 >= 1 => {
            (x.0.div_euclid(if x.0 < 0 { y.0 } else { y.1 }), x.1.div_euclid(if x.1 < 0 { y.1 } else { y.0 }))
        }
        BinaryOp::FloorRem if y.0 >= 1 => (0, y.1 - 1),
        BinaryOp::And if x.0 >= 0 && y.0 >= 0 => (0, x.1.min(y.1)),
        BinaryOp::And if x.0 >= 0 => (0, x.1),
        BinaryOp::And if y.0 >= 0 => (0, y.1),
        _ => FULL,
    }
}

/// What a comparison that holds (or does not) says: `less + gap ≤ more`.
fn differences(op: CompareOp, holds: bool, x: Value, y: Value) -> SmallVec<[(Value, Value, i64); 2]> {
    use CompareOp::*;
    let op = match (op, holds) {
        (op, true) => op,
        (Lt, false) => Ge,
        (Le, false) => Gt,
        (Gt, false) => Le,
        (Ge, false) => Lt,
        (Ne, false) => Eq,
        (_, false) => return SmallVec::new(),
    };
    match op {
        Lt => SmallVec::from_slice(&[(x, y, 1)]),
        Le => SmallVec::from_slice(&[(x, y, 0)]),
        Gt => SmallVec::from_slice(&[(y, x, 1)]),
        Ge => SmallVec::from_slice(&[(y, x, 0)]),
        Eq => SmallVec::from_slice(&[(x, y, 0), (y, x, 0)]),
        _ => SmallVec::new(),
    }
}

/// Whether `x if a ? b else y` is the minimum (true) or the maximum (false) of the two.
fn is_min_or_max(op: CompareOp, (a, b): (Value, Value), (x, y): (Value, Value)) -> Option<bool> {
    let less = match op {
        CompareOp::Lt | CompareOp::Le => true,
        CompareOp::Gt | CompareOp::Ge => false,
        _ => return None,
    };
    if (a, b) == (x, y) {
        Some(less)
    } else if (a, b) == (y, x) {
        Some(!less)
    } else {
        None
    }
}
