//! Recognises the numbers of a `range(start, stop, step)`: the k-th one is `start + k · step`, and there are
//! `(|stop - start| - 1) // |step| + 1`, counted without a sign, or none.
//!
//! Before:  for %k in 0..%count { %offset = mul %k, %step  %j = add %start, %offset … }
//! Known:   %start ≤ %j < %stop, or %stop < %j ≤ %start if the step is negative
//!
//! All of it wraps where it is computed, and still the numbers are right: the last one lies between the ends.

use crate::func::Func;
use crate::ir::{BinaryOp, CompareOp, Op, Value};
use crate::types::{DType, Type};
use rustc_hash::FxHashMap;

/// From where to where the counters of loops run, of those that start at 0 or later.
pub(super) type Counters = FxHashMap<Value, (Value, Value)>;

/// A number of a range.
pub(super) struct Member {
    pub start: Value,
    pub step: Value,
    /// How many members there are.
    count: Value,
}

/// What the number of members says of a range.
pub(super) struct Ends {
    /// Beyond which value no member lies.
    pub stop: Value,
    /// The distance between the ends: to be checked, unless it says so itself.
    pub span: Option<Value>,
    /// Whether members are known to exist only where `start` and `stop` lie in the direction of the step.
    pub is_ordered: bool,
}

/// The value as `start + counter · step`, for each way to read it.
pub(super) fn members(func: &Func, value: Value, counters: &Counters) -> Vec<Member> {
    let mut members = Vec::new();
    let mut push = |start: Option<Value>, product: Value| {
        let Some((x, y)) = operands(func, product, BinaryOp::Mul) else { return };
        for (counter, step) in [(x, y), (y, x)] {
            let Some((first, count)) = counters.get(&counter) else { continue };
            let zero = Some(*first).filter(|first| func.const_bits(*first) == Some(0));
            members.extend(start.or(zero).map(|start| Member { start, step, count: *count }));
        }
    };
    match func.def_op(value) {
        Some(Op::Binary(BinaryOp::Add, x, y)) => {
            push(Some(*x), *y);
            push(Some(*y), *x);
        }
        // A range from 0 on adds nothing.
        Some(Op::Binary(BinaryOp::Mul, ..)) => push(None, value),
        _ => {}
    }
    members
}

impl Member {
    /// Where the range stops, if the step is positive (or else negative).
    pub fn ends(&self, func: &Func, is_upward: bool) -> Option<Ends> {
        let count = chosen(func, self.count);
        let Some(Op::Select(some, count, none)) = func.def_op(count) else {
            return self.unordered(func, count, is_upward);
        };
        let count = chosen(func, *count);
        let stop = self.stop(func, chosen(func, *some), is_upward).filter(|_| func.const_bits(*none) == Some(0));
        let Some(stop) = stop else { return self.unordered(func, count, is_upward) };
        let span = self.span(func, count, is_upward)?;
        let says_so = self.end(func, span, is_upward) == Some(stop);
        Some(Ends { stop, span: (!says_so).then_some(span), is_ordered: true })
    }

    fn unordered(&self, func: &Func, count: Value, is_upward: bool) -> Option<Ends> {
        let span = self.span(func, count, is_upward)?;
        Some(Ends { stop: self.end(func, span, is_upward)?, span: None, is_ordered: false })
    }

    /// The distance between the ends, of which this is the number of steps.
    fn span(&self, func: &Func, count: Value, is_upward: bool) -> Option<Value> {
        if func.const_bits(self.step) == Some(if is_upward { 1 } else { -1_i64 as u64 }) {
            return Some(count);
        }
        let sum = converted(func, count).filter(|sum| func.ty(*sum) == Type::Scalar(DType::U64))?;
        let (whole, one) = operands(func, sum, BinaryOp::Add)?;
        let (less, size) = operands(func, whole, BinaryOp::FloorDiv)?;
        let (span, other) = operands(func, less, BinaryOp::Sub)?;
        let by_one = [one, other].into_iter().all(|one| func.const_bits(one) == Some(1));
        let span = converted(func, span).filter(|span| func.ty(*span) == Type::I64)?;
        (by_one && self.is_size(func, size, is_upward)).then_some(span)
    }

    /// True if this is the step without its sign.
    fn is_size(&self, func: &Func, size: Value, is_upward: bool) -> bool {
        let step = func.const_bits(self.step);
        let signed = |bits: u64| if is_upward { bits } else { bits.wrapping_neg() };
        if let (Some(size), Some(step)) = (func.const_bits(size), step) {
            return size == signed(step);
        }
        let Some(size) = converted(func, size).map(|size| chosen(func, size)) else { return false };
        if is_upward {
            return size == self.step;
        }
        operands(func, size, BinaryOp::Sub).is_some_and(|(zero, step)| func.const_bits(zero) == Some(0) && step == self.step)
    }

    /// The end that is so far from the start.
    fn end(&self, func: &Func, span: Value, is_upward: bool) -> Option<Value> {
        let span = chosen(func, span);
        let start = func.const_bits(self.start);
        if is_upward && start == Some(0) {
            return Some(span);
        }
        if let Some((more, less)) = operands(func, span, BinaryOp::Sub) {
            let (near, end) = if is_upward { (less, more) } else { (more, less) };
            return self.is_start(func, near).then_some(end);
        }
        // `end - 3` is written as `end + -3`.
        let (end, minus) = operands(func, span, BinaryOp::Add).filter(|_| is_upward)?;
        (func.const_bits(minus) == Some(start?.wrapping_neg())).then_some(end)
    }

    /// The end with which the start is compared.
    fn stop(&self, func: &Func, order: Value, is_upward: bool) -> Option<Value> {
        let Some(Op::Compare(op, x, y)) = func.def_op(order) else { return None };
        let (less, more) = match op {
            CompareOp::Lt => (*x, *y),
            CompareOp::Gt => (*y, *x),
            _ => return None,
        };
        let (near, far) = if is_upward { (less, more) } else { (more, less) };
        self.is_start(func, near).then_some(far)
    }

    fn is_start(&self, func: &Func, value: Value) -> bool {
        let bits = func.const_bits(value);
        value == self.start || (bits.is_some() && bits == func.const_bits(self.start))
    }
}

/// What a selection by a known condition comes to.
fn chosen(func: &Func, value: Value) -> Value {
    match func.def_op(value) {
        Some(Op::Select(cond, x, y)) => match func.const_bits(*cond) {
            Some(0) => chosen(func, *y),
            Some(_) => chosen(func, *x),
            None => value,
        },
        _ => value,
    }
}

fn converted(func: &Func, value: Value) -> Option<Value> {
    match func.def_op(value) {
        Some(Op::Convert(from)) => Some(*from),
        _ => None,
    }
}

fn operands(func: &Func, value: Value, op: BinaryOp) -> Option<(Value, Value)> {
    match func.def_op(value) {
        Some(Op::Binary(own, x, y)) if *own == op => Some((*x, *y)),
        _ => None,
    }
}
