//! Scans, and the index of the smallest or largest element along an axis: one axis is walked in order, the others are
//! around it.

use super::build::Builder;
use super::combine::{combine, combine_arg, identity};
use super::nest::{nest, rows};
use super::{Job, Target};
use crate::ir::{AxisKind, BinaryOp, Combiner, Value, Values};
use crate::types::{DType, Layout};

/// ArgMin or ArgMax along an axis; indices count the elements of the reduced axes in C order.
pub(super) fn arg(b: &mut Builder, job: &Job, target: &Target, combiner: Combiner) {
    let walk = Walk::new(job, AxisKind::Reduce);
    let out = job.fresh_over(b, target, &walk.outer);
    let body = job.body_for(target);
    let mut arrays = walk.arrays(b, &job.inputs);
    arrays.push(out);
    let (outer, inner) = (job.extents_of(&walk.outer), job.extents_of(&walk.inner));
    rows(b, &arrays, &outer, &[], &mut |b, row| {
        let (inputs, out) = (&row.arrays[..row.arrays.len() - 1], row.arrays[row.arrays.len() - 1]);
        // Along one axis, the index counts the elements.
        let counts = inner.len() != 1;
        let mut start = Values::from_slice(&[identity(b, combiner, target.dtype), b.int(0)]);
        start.extend(counts.then(|| b.int(0)));
        let best = nest(b, inputs, &inner, &start, &mut |b, point| {
            let indices = walk.indices(row.indices, point.indices);
            let element = job.element(b, &body, point.arrays, point.at, &indices)[0];
            let count = if counts { point.carried[2] } else { point.indices[0] };
            let best = combine_arg(b, combiner, [point.carried[0], point.carried[1]], [element, count]);
            let mut next = Values::from_slice(&best);
            if counts {
                let one = b.int(1);
                next.push(b.binary(BinaryOp::Add, count, one));
            }
            next
        });
        b.store(out, &[], best[1]);
        Values::new()
    });
}

/// A running sum or product along the scan axis.
pub(super) fn scan(b: &mut Builder, job: &Job, target: &Target, combiner: Combiner) {
    let walk = Walk::new(job, AxisKind::Scan);
    let out = job.fresh(b, target);
    let body = job.body_for(target);
    let mut arrays = job.inputs.clone();
    arrays.push(out);
    let arrays = walk.arrays(b, &arrays);
    let (outer, inner) = (job.extents_of(&walk.outer), job.extents_of(&walk.inner));
    rows(b, &arrays, &outer, &[], &mut |b, row| {
        let start = scan_start(b, combiner, target.dtype);
        nest(b, row.arrays, &inner, &[start], &mut |b, point| {
            let indices = walk.indices(row.indices, point.indices);
            let (inputs, out) = (&point.arrays[..point.arrays.len() - 1], point.arrays[point.arrays.len() - 1]);
            let element = job.element(b, &body, inputs, point.at, &indices)[0];
            let total = combine(b, combiner, point.carried[0], element);
            b.store(out, point.at, total);
            Values::from_slice(&[total])
        });
        Values::new()
    });
}

/// What leaves the first element as it is: −0.0 for a sum of floats, where a sum starts from +0.0.
fn scan_start(b: &mut Builder, combiner: Combiner, dtype: DType) -> Value {
    match (combiner, dtype) {
        (Combiner::Sum, dtype) if dtype.is_inexact() => b.zero(dtype, true),
        _ => identity(b, combiner, dtype),
    }
}

/// The axes in the order of the loops: those of one kind innermost.
struct Walk {
    outer: Vec<u8>,
    inner: Vec<u8>,
}

impl Walk {
    fn new(job: &Job, innermost: AxisKind) -> Walk {
        let axes = 0..job.kinds.len() as u8;
        let (inner, outer) = axes.partition(|axis| job.kinds[usize::from(*axis)] == innermost);
        Walk { outer, inner }
    }

    fn order(&self) -> Vec<u8> {
        self.outer.iter().chain(&self.inner).copied().collect()
    }

    /// The arrays with their axes in this order.
    fn arrays(&self, b: &mut Builder, arrays: &[Value]) -> Values {
        let order = self.order();
        if order.is_sorted() {
            return Values::from_slice(arrays);
        }
        arrays.iter().map(|array| b.pick(*array, &order, &[], Layout::ANY)).collect()
    }

    /// The index along each axis of the `each`.
    fn indices(&self, outer: &[Value], inner: &[Value]) -> Values {
        let mut pairs: Vec<(u8, Value)> = self.order().into_iter().zip(outer.iter().chain(inner).copied()).collect();
        pairs.sort_by_key(|(axis, _)| *axis);
        pairs.into_iter().map(|(_, index)| index).collect()
    }
}
