//! Reductions over some of the axes in which the order of the elements does not matter, or is that of the loops.
//!
//! The result is walked as one more operand, with stride 0 along the reduced axes. Where the innermost axis is reduced,
//! a row is reduced in a register; where it is kept, a row of the result is updated element by element.

use super::build::Builder;
use super::combine::{combine, identity};
use super::nest::{nest, rows};
use super::short::ShortRows;
use super::template::Template;
use super::{Job, Target};
use crate::ir::{AxisKind, BinaryOp, Combiner, CompareOp, Op, Value, Values, View, ViewAxis};
use crate::types::{Layout, Type};
use smallvec::SmallVec;

/// Writes the loops for one reduction.
pub(super) fn lower(b: &mut Builder, job: &Job, target: &Target, combiner: Combiner) {
    let kept = job.axes(AxisKind::Parallel);
    let out = job.fresh_over(b, target, &kept);
    let partial = Partial { job, body: job.body_for(target), combiner, rank: job.kinds.len() };
    let in_c_order = job.indexed || b.in_c_order(&job.inputs);
    if in_c_order && reduced_axes_are_last(job) {
        return partial.whole_rows(b, out, kept.len());
    }
    let start = identity(b, combiner, target.dtype);
    fill(b, out, &job.extents_of(&kept), start);
    let spread = spread(b, job, out);
    let mut arrays = job.inputs.clone();
    arrays.push(spread);
    if in_c_order {
        let inner = job.kinds.last() == Some(&AxisKind::Reduce);
        return if inner { partial.rows(b, &arrays, &job.extents) } else { partial.elements(b, &arrays, &job.extents) };
    }
    let arrays = b.order_axes(&arrays);
    let extents = b.dims(arrays[0]);
    let inner = is_reduced(b, arrays[arrays.len() - 1], partial.rank - 1);
    b.if_else(
        inner,
        &[],
        |b| {
            partial.rows(b, &arrays, &extents);
            Values::new()
        },
        |b| {
            partial.elements(b, &arrays, &extents);
            Values::new()
        },
    );
}

struct Partial<'a> {
    job: &'a Job,
    body: Template,
    combiner: Combiner,
    rank: usize,
}

impl Partial<'_> {
    /// All reduced axes follow all kept ones: each element of the result is made in one go.
    fn whole_rows(&self, b: &mut Builder, out: Value, kept: usize) {
        let (outer, inner) = self.job.extents.split_at(kept);
        let [length] = *inner else { return self.long_rows(b, out, outer, inner) };
        let short = ShortRows { job: self.job, body: &self.body, out, inputs: &self.job.inputs };
        let joined = |b: &mut Builder, elements: &[Value]| {
            let start = identity(b, self.combiner, b.array_type(out).dtype);
            elements.iter().fold(start, |so_far, element| combine(b, self.combiner, so_far, *element))
        };
        short.lower(b, outer, length, &joined, &mut |b| self.long_rows(b, out, outer, inner));
    }

    fn long_rows(&self, b: &mut Builder, out: Value, outer: &[Value], inner: &[Value]) {
        let mut arrays = self.job.inputs.clone();
        arrays.push(out);
        rows(b, &arrays, outer, &[], &mut |b, row| {
            let (inputs, out) = (&row.arrays[..row.arrays.len() - 1], row.arrays[row.arrays.len() - 1]);
            let dtype = b.array_type(out).dtype;
            let start = identity(b, self.combiner, dtype);
            let outer = row.indices;
            let total = nest(b, inputs, inner, &[start], &mut |b, point| {
                let indices: Values = outer.iter().chain(point.indices).copied().collect();
                self.join(b, point.arrays, point.at, &indices, point.carried[0])
            });
            b.store(out, &[], total[0]);
            Values::new()
        });
    }

    /// The innermost axis is reduced: a row goes through a register.
    fn rows(&self, b: &mut Builder, arrays: &[Value], extents: &[Value]) {
        let (outer, inner) = extents.split_at(self.rank - 1);
        rows(b, arrays, outer, &[], &mut |b, row| {
            let (inputs, out) = (&row.arrays[..row.arrays.len() - 1], row.arrays[row.arrays.len() - 1]);
            let place = first(b, out);
            let start = b.load(place, &[]);
            let outer = row.indices;
            let total = nest(b, inputs, inner, &[start], &mut |b, point| {
                let indices: Values = outer.iter().chain(point.indices).copied().collect();
                self.join(b, point.arrays, point.at, &indices, point.carried[0])
            });
            b.store(place, &[], total[0]);
            Values::new()
        });
    }

    /// The innermost axis is kept: every element goes to its place in the result.
    fn elements(&self, b: &mut Builder, arrays: &[Value], extents: &[Value]) {
        nest(b, arrays, extents, &[], &mut |b, point| {
            let (inputs, out) = (&point.arrays[..point.arrays.len() - 1], point.arrays[point.arrays.len() - 1]);
            let so_far = b.load(out, point.at);
            let total = self.join(b, inputs, point.at, point.indices, so_far);
            b.store(out, point.at, total[0]);
            Values::new()
        });
    }

    fn join(&self, b: &mut Builder, inputs: &[Value], at: &[Value], indices: &[Value], so_far: Value) -> Values {
        let element = self.job.element(b, &self.body, inputs, at, indices)[0];
        Values::from_slice(&[combine(b, self.combiner, so_far, element)])
    }
}

/// True if no kept axis follows a reduced one.
pub(super) fn reduced_axes_are_last(job: &Job) -> bool {
    job.kinds.windows(2).all(|pair| pair != [AxisKind::Reduce, AxisKind::Parallel])
}

/// The result over all axes of the loop: stride 0 along the reduced ones.
pub(super) fn spread(b: &mut Builder, job: &Job, out: Value) -> Value {
    let one = b.int(1);
    let mut kept = 0..;
    let axis = |(kind, extent): (&AxisKind, &Value)| {
        let walks = *kind != AxisKind::Reduce;
        ViewAxis { extent: *extent, source: if walks { kept.next().map(|axis| (axis, one)) } else { None } }
    };
    let axes = job.kinds.iter().zip(&job.extents).map(axis).collect();
    let trailing = job.kinds.iter().rev().take_while(|kind| **kind != AxisKind::Reduce).count() as u8;
    let ty = b.array_type(out);
    let layout = Layout::Trailing(trailing.min(ty.layout.trailing(ty.rank)));
    b.view(View { base: out, offsets: SmallVec::new(), axes }, layout)
}

/// The first element of an array, as an array without axes.
pub(super) fn first(b: &mut Builder, array: Value) -> Value {
    b.view(View { base: array, offsets: SmallVec::new(), axes: SmallVec::new() }, Layout::C)
}

/// True if this axis of a result spread by [`spread`] is a reduced one, or of extent 1, whose stride means nothing.
pub(super) fn is_reduced(b: &mut Builder, spread: Value, axis: usize) -> Value {
    let stride = b.op(Op::Stride(spread, axis as u8), Type::I64);
    let (zero, one) = (b.int(0), b.int(1));
    let stays = b.compare(CompareOp::Eq, stride, zero);
    let extent = b.dim(spread, axis);
    let single = b.compare(CompareOp::Eq, extent, one);
    b.binary(BinaryOp::Or, stays, single)
}

/// Stores this value into every element of a fresh array.
pub(super) fn fill(b: &mut Builder, array: Value, extents: &[Value], value: Value) {
    let contiguous = matches!(b.array_type(array).layout, Layout::C | Layout::F);
    let (array, extents) = if contiguous && extents.len() > 1 {
        let size = b.product(extents);
        (b.flat(array, size), Values::from_slice(&[size]))
    } else {
        (array, Values::from_slice(extents))
    };
    nest(b, &[array], &extents, &[], &mut |b, point| {
        b.store(point.arrays[0], point.at, value);
        Values::new()
    });
}
