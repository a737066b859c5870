//! Sums of floats in NumPy's order; `tests/numpy_order/model.py` is the same rule in Python.
//!
//! Axes are ordered by the strides of the inputs and merged. If the innermost one is kept, elements are added to their
//! results in order. If it is reduced, the innermost reduced axes form runs; each is summed pairwise and added to its
//! result, in order. A run is a row, or as many rows as fit into 8192 elements; those are gathered first.

use super::build::Builder;
use super::columns::Columns;
use super::nest::{Point, nest, rows};
use super::pairwise;
use super::partial::{fill, first, is_reduced, reduced_axes_are_last, spread};
use super::short::ShortRows;
use super::template::Template;
use super::{Job, Target, elementwise};
use crate::axis_order::is_stretched;
use crate::ir::{AxisKind, BinaryOp, Combiner, CompareOp, Op, Output, Value, Values, View, ViewAxis};
use crate::types::{DType, Layout, Type};
use smallvec::SmallVec;

/// NumPy's buffer, in elements.
const BLOCK: i64 = 8192;

/// Writes the loops for one sum.
pub(super) fn lower(b: &mut Builder, job: &Job, target: &Target, combiner: Combiner) {
    let cast = combiner == Combiner::SumBlocks;
    let body = job.body_for(target);
    if job.indexed && job.kinds.len() > 1 {
        let temporary = materialized(b, job, target);
        return lower(b, &temporary, &Target { first_yield: 0, ..*target }, combiner);
    }
    let sum = Sum { job, bare: body.is_bare(cast), body, cast, dtype: target.dtype };
    if job.kinds.iter().any(|kind| *kind != AxisKind::Reduce) {
        return sum.partial(b, target);
    }
    let total = sum.full(b);
    if let Some(result) = target.result {
        b.helpers.replace(result, total);
    }
}

/// The sum of a temporary in C order, where the body depends on indices.
fn materialized(b: &mut Builder, job: &Job, target: &Target) -> Job {
    let array = b.empty(target.dtype, &job.extents, Layout::C);
    let store = Target { output: Output::Into(array), first_yield: 0, dtype: target.dtype, result: None };
    let fill = Job {
        extents: job.extents.clone(),
        kinds: job.kinds.clone(),
        inputs: job.inputs.clone(),
        indexed: true,
        body: job.body_for(target),
    };
    elementwise::lower(b, &fill, &[&store]);
    let element = b.func.new_value(Type::Scalar(target.dtype));
    Job { inputs: Values::from_slice(&[array]), indexed: false, body: Template::identity(element), ..fill }
}

struct Sum<'a> {
    job: &'a Job,
    body: Template,
    /// The input itself is summed, not a temporary.
    bare: bool,
    /// No run is longer than a block.
    cast: bool,
    dtype: DType,
}

/// Which elements form a run; all i64.
struct Lengths {
    /// Elements of a run.
    run: Value,
    /// A run ends after so many elements in any case.
    plane: Value,
}

impl Sum<'_> {
    fn zero(&self, b: &mut Builder) -> Value {
        b.zero(self.dtype, false)
    }

    /// Every axis is reduced.
    fn full(&self, b: &mut Builder) -> Value {
        let zero = self.zero(b);
        let (inputs, extents) = (&self.job.inputs, &self.job.extents);
        if extents.is_empty() {
            let element = self.job.element(b, &self.body, inputs, &[], &[])[0];
            return b.binary(BinaryOp::Add, zero, element);
        }
        if extents.len() == 1 || b.all_are(inputs, Layout::C) || b.all_are(inputs, Layout::F) {
            let size = b.product(extents);
            let flat: Values = inputs.iter().map(|input| b.flat(*input, size)).collect();
            return self.add_run(b, zero, &flat, size);
        }
        let arrays = b.order_axes(inputs);
        let extents = b.dims(arrays[0]);
        self.rows_or_blocks(b, &arrays, None, &extents, &[zero])[0]
    }

    /// Some axes are kept.
    fn partial(&self, b: &mut Builder, target: &Target) {
        let job = self.job;
        let kept = job.axes(AxisKind::Parallel);
        let out = job.fresh_over(b, target, &kept);
        let reduced = job.kinds.len() - kept.len();
        let c_order = b.in_c_order(&job.inputs);
        if reduced_axes_are_last(job) && ((reduced == 1 && c_order) || b.all_are(&job.inputs, Layout::C)) {
            return self.whole_rows(b, out, kept.len());
        }
        let extents = job.extents_of(&kept);
        let zero = self.zero(b);
        fill(b, out, &extents, zero);
        let Some(columns) = Columns::of(b, job, &self.body, out) else { return self.any_axes(b, out, &kept) };
        let short = columns.condition(b);
        let in_registers = |b: &mut Builder| {
            columns.lower(b);
            Values::new()
        };
        b.if_else(short, &[], in_registers, |b| {
            self.any_axes(b, out, &kept);
            Values::new()
        });
    }

    /// Axes in any order: the sums are kept in memory.
    fn any_axes(&self, b: &mut Builder, out: Value, kept: &[u8]) {
        let job = self.job;
        let (reduced, extents) = (job.kinds.len() - kept.len(), job.extents_of(kept));
        let mut arrays = job.inputs.clone();
        arrays.push(spread(b, job, out));
        if kept.iter().all(|axis| usize::from(*axis) >= reduced) && b.all_are(&job.inputs, Layout::C) {
            return self.whole_columns(b, out, &arrays, &extents);
        }
        let arrays = b.order_axes(&arrays);
        let extents = b.dims(arrays[0]);
        let (inputs, out) = (&arrays[..arrays.len() - 1], arrays[arrays.len() - 1]);
        let in_runs = is_reduced(b, out, extents.len() - 1);
        let in_runs_then = |b: &mut Builder| {
            if reduced == 1 {
                self.rows(b, inputs, Some(out), &extents, &[])
            } else {
                self.rows_or_blocks(b, inputs, Some(out), &extents, &[])
            }
        };
        b.if_else(in_runs, &[], in_runs_then, |b| {
            self.elements(b, &arrays, &extents);
            Values::new()
        });
    }

    /// Each element of the result is one run: of one axis, or of arrays in C order.
    fn whole_rows(&self, b: &mut Builder, out: Value, kept: usize) {
        let (outer, inner) = self.job.extents.split_at(kept);
        let length = b.product(inner);
        let inputs: Values = self.job.inputs.iter().map(|input| merge_last(b, *input, kept, length)).collect();
        let short = ShortRows { job: self.job, body: &self.body, out, inputs: &inputs };
        let in_order = |b: &mut Builder, elements: &[Value]| {
            let zero = self.zero(b);
            let sum = elements.iter().copied().reduce(|sum, element| b.binary(BinaryOp::Add, sum, element));
            sum.map_or(zero, |sum| b.binary(BinaryOp::Add, zero, sum))
        };
        short.lower(b, outer, length, &in_order, &mut |b| self.long_rows(b, &inputs, out, outer, length));
    }

    fn long_rows(&self, b: &mut Builder, inputs: &[Value], out: Value, outer: &[Value], length: Value) {
        let arrays: Values = inputs.iter().copied().chain([out]).collect();
        rows(b, &arrays, outer, &[], &mut |b, row| {
            let (inputs, out) = (&row.arrays[..row.arrays.len() - 1], row.arrays[row.arrays.len() - 1]);
            let zero = self.zero(b);
            let total = self.add_row(b, zero, inputs, length);
            b.store(out, &[], total);
            Values::new()
        });
    }

    /// All reduced axes come before all kept ones, in C order. A single column is one run.
    fn whole_columns(&self, b: &mut Builder, out: Value, arrays: &[Value], kept: &[Value]) {
        let (columns, one) = (b.product(kept), b.int(1));
        let single = b.compare(CompareOp::Eq, columns, one);
        let run = |b: &mut Builder| {
            let size = b.product(&self.job.extents);
            let flat: Values = self.job.inputs.iter().map(|input| b.flat(*input, size)).collect();
            let zero = self.zero(b);
            let total = self.add_run(b, zero, &flat, size);
            let place = first(b, out);
            b.store(place, &[], total);
            Values::new()
        };
        b.if_else(single, &[], run, |b| {
            self.elements(b, arrays, &self.job.extents);
            Values::new()
        });
    }

    /// The innermost axis is kept.
    fn elements(&self, b: &mut Builder, arrays: &[Value], extents: &[Value]) {
        nest(b, arrays, extents, &[], &mut |b, point| {
            let (inputs, out) = (&point.arrays[..point.arrays.len() - 1], point.arrays[point.arrays.len() - 1]);
            let so_far = b.load(out, point.at);
            let element = self.job.element(b, &self.body, inputs, point.at, &[])[0];
            let total = b.binary(BinaryOp::Add, so_far, element);
            b.store(out, point.at, total);
            Values::new()
        });
    }

    /// The innermost axis is reduced, and perhaps more. The total is carried, or stored in `out`.
    fn rows_or_blocks(
        &self,
        b: &mut Builder,
        arrays: &[Value],
        out: Option<Value>,
        extents: &[Value],
        total: &[Value],
    ) -> Values {
        let lengths = self.lengths(b, arrays, out, extents);
        let row = extents[extents.len() - 1];
        let gather = b.compare(CompareOp::Gt, lengths.run, row);
        let types: Vec<Type> = total.iter().map(|value| b.func.ty(*value)).collect();
        b.if_else(
            gather,
            &types,
            |b| self.blocks(b, arrays, out, extents, total, &lengths),
            |b| self.rows(b, arrays, out, extents, total),
        )
    }

    /// The rule for runs: NumPy's iterator takes in one more axis while what it has is smaller than its buffer, and
    /// then as many steps along the last one as fit. Axes that continue each other count as one (`order_axes` merges the
    /// innermost only). A temporary is dense: all its reduced axes are one run.
    fn lengths(&self, b: &mut Builder, arrays: &[Value], out: Option<Value>, extents: &[Value]) -> Lengths {
        let block = b.int(BLOCK);
        let last = extents.len() - 1;
        let (mut core, mut size) = (extents[last], extents[last]);
        let mut growing = None;
        for axis in (0..last).rev() {
            let joins = (self.bare && axis + 1 < last).then(|| continues(b, arrays[0], axis, axis + 1, extents[axis + 1]));
            let mut conditions = Values::new();
            conditions.extend(growing);
            conditions.extend(out.map(|out| is_reduced(b, out, axis)));
            if self.bare {
                let small = b.compare(CompareOp::Lt, size, block);
                conditions.push(joins.map_or(small, |joins| b.binary(BinaryOp::Or, joins, small)));
            }
            let longer = b.binary(BinaryOp::Mul, size, extents[axis]);
            let steps_from = joins.map_or(size, |joins| b.select(joins, core, size));
            growing = conditions.into_iter().reduce(|all, one| b.binary(BinaryOp::And, all, one));
            core = growing.map_or(steps_from, |grows| b.select(grows, steps_from, core));
            size = growing.map_or(longer, |grows| b.select(grows, longer, size));
        }
        if !self.bare {
            return Lengths { run: size, plane: size };
        }
        let (steps, one) = (b.binary(BinaryOp::FloorDiv, block, core), b.int(1));
        let steps = b.max(steps, one);
        let run = b.binary(BinaryOp::Mul, steps, core);
        Lengths { run: b.min(run, size), plane: size }
    }

    /// Every row is a run.
    fn rows(&self, b: &mut Builder, arrays: &[Value], out: Option<Value>, extents: &[Value], total: &[Value]) -> Values {
        let (outer, inner) = extents.split_at(extents.len() - 1);
        let all: Values = arrays.iter().copied().chain(out).collect();
        rows(b, &all, outer, total, &mut |b, row| {
            let place = Place::new(b, &row, out.is_some());
            let so_far = place.load(b);
            let total = self.add_row(b, so_far, place.inputs, inner[0]);
            place.store(b, total)
        })
    }

    /// Rows are gathered into a buffer until a run is complete.
    fn blocks(
        &self,
        b: &mut Builder,
        arrays: &[Value],
        out: Option<Value>,
        extents: &[Value],
        total: &[Value],
        lengths: &Lengths,
    ) -> Values {
        let (outer, inner) = extents.split_at(extents.len() - 1);
        let buffer = b.empty(self.dtype, &[lengths.run], Layout::C);
        let all: Values = arrays.iter().copied().chain(out).collect();
        let zero = b.int(0);
        let inits: Values = total.iter().copied().chain([zero, zero]).collect();
        let ty = Type::Scalar(self.dtype);
        let mut results = rows(b, &all, outer, &inits, &mut |b, row| {
            let place = Place::new(b, &row, out.is_some());
            let [filled, passed] = [row.carried[row.carried.len() - 2], row.carried[row.carried.len() - 1]];
            self.gather(b, place.inputs, inner[0], buffer, filled);
            let filled = b.binary(BinaryOp::Add, filled, inner[0]);
            let passed = b.binary(BinaryOp::Add, passed, inner[0]);
            let full = b.compare(CompareOp::Eq, filled, lengths.run);
            let ended = b.compare(CompareOp::Eq, passed, lengths.plane);
            let complete = b.binary(BinaryOp::Or, full, ended);
            let so_far = place.load(b);
            let add = |b: &mut Builder| Values::from_slice(&[self.add_gathered(b, so_far, buffer, filled)]);
            let total = b.if_else(complete, &[ty], add, |_| Values::from_slice(&[so_far]))[0];
            let mut next = place.store(b, total);
            let zero = b.int(0);
            next.push(b.select(complete, zero, filled));
            next.push(b.select(ended, zero, passed));
            next
        });
        results.truncate(total.len());
        results
    }

    /// Writes a row of elements into the buffer.
    fn gather(&self, b: &mut Builder, inputs: &[Value], length: Value, buffer: Value, from: Value) {
        b.count(length, |b, index| {
            let element = self.job.element(b, &self.body, inputs, &[index], &[])[0];
            let at = b.binary(BinaryOp::Add, from, index);
            b.store(buffer, &[at], element);
        });
    }

    /// As [`Sum::add_run`] for one of many rows, which may be short: fewer than eight elements are added in order, from
    /// −0.0, and need no call.
    fn add_row(&self, b: &mut Builder, total: Value, arrays: &[Value], length: Value) -> Value {
        let shortest = b.int(pairwise::lanes_of(self.dtype) as i64);
        let short = b.compare(CompareOp::Lt, length, shortest);
        let in_order = |b: &mut Builder| {
            let (first, nothing) = (b.int(0), pairwise::nothing(b, self.dtype));
            let sum = b.for_loop(first, length, &[nothing], |b, index, carried| {
                let element = self.job.element(b, &self.body, arrays, &[index], &[])[0];
                Values::from_slice(&[b.binary(BinaryOp::Add, carried[0], element)])
            });
            Values::from_slice(&[b.binary(BinaryOp::Add, total, sum[0])])
        };
        let run = |b: &mut Builder| Values::from_slice(&[self.add_run(b, total, arrays, length)]);
        b.if_else(short, &[Type::Scalar(self.dtype)], in_order, run)[0]
    }

    /// `total` plus the sum of all elements of arrays of one axis.
    fn add_run(&self, b: &mut Builder, total: Value, arrays: &[Value], length: Value) -> Value {
        let arrays: Values = arrays.iter().map(|array| shrunk(b, *array)).collect();
        let types: Vec<Type> = arrays.iter().map(|array| b.func.ty(*array)).collect();
        let run = pairwise::run(b, &self.body, &types, self.dtype, self.job.indexed);
        self.add_in_blocks(b, total, &run, &arrays, length)
    }

    /// `total` plus the sum of a buffer's first elements.
    fn add_gathered(&self, b: &mut Builder, total: Value, buffer: Value, length: Value) -> Value {
        let element = b.func.new_value(Type::Scalar(self.dtype));
        let ty = b.func.ty(buffer);
        let run = pairwise::run(b, &Template::identity(element), &[ty], self.dtype, false);
        self.add_in_blocks(b, total, &run, &[buffer], length)
    }

    fn add_in_blocks(&self, b: &mut Builder, total: Value, run: &pairwise::Run, arrays: &[Value], length: Value) -> Value {
        let zero = b.int(0);
        if !self.cast {
            let sum = run.call(b, zero, length, arrays);
            return b.binary(BinaryOp::Add, total, sum);
        }
        let (rest, bits) = (b.int(BLOCK - 1), b.int(i64::from(BLOCK.trailing_zeros())));
        let count = b.binary(BinaryOp::Add, length, rest);
        let count = b.binary(BinaryOp::Shr, count, bits);
        b.for_loop(zero, count, &[total], |b, number, carried| {
            let (block, bits) = (b.int(BLOCK), b.int(i64::from(BLOCK.trailing_zeros())));
            let start = b.binary(BinaryOp::Shl, number, bits);
            let left = b.binary(BinaryOp::Sub, length, start);
            let size = b.min(left, block);
            let sum = run.call(b, start, size, arrays);
            Values::from_slice(&[b.binary(BinaryOp::Add, carried[0], sum)])
        })[0]
    }
}

/// Where the total of a row is: in the first element of the last array, or in the first carried value.
struct Place<'a> {
    inputs: &'a [Value],
    element: Option<Value>,
    carried: Option<Value>,
}

impl<'a> Place<'a> {
    fn new(b: &mut Builder, row: &Point<'a>, stored: bool) -> Place<'a> {
        match row.arrays.split_last() {
            Some((out, inputs)) if stored => Place { inputs, element: Some(first(b, *out)), carried: None },
            _ => Place { inputs: row.arrays, element: None, carried: row.carried.first().copied() },
        }
    }

    fn load(&self, b: &mut Builder) -> Value {
        match (self.element, self.carried) {
            (None, Some(carried)) => carried,
            (element, _) => b.load(element.unwrap_or(self.inputs[0]), &[]),
        }
    }

    /// The carried values that follow: the total, unless it is stored.
    fn store(&self, b: &mut Builder, total: Value) -> Values {
        match self.element {
            Some(element) => {
                b.store(element, &[], total);
                Values::new()
            }
            None => Values::from_slice(&[total]),
        }
    }
}

/// An array of one axis; of none, if it is stretched along it.
fn shrunk(b: &mut Builder, array: Value) -> Value {
    if is_stretched(b.func, array, 0) { first(b, array) } else { array }
}

/// True if an axis of the array goes on where an inner one, taken with this extent, ends.
pub(super) fn continues(b: &mut Builder, array: Value, axis: usize, inner: usize, extent: Value) -> Value {
    let [outer, inner] = [axis, inner].map(|axis| b.op(Op::Stride(array, axis as u8), Type::I64));
    let end = b.binary(BinaryOp::Mul, inner, extent);
    b.compare(CompareOp::Eq, outer, end)
}

/// An array in C order with its last axes, from `kept` on, as one of this length.
fn merge_last(b: &mut Builder, array: Value, kept: usize, length: Value) -> Value {
    let ty = b.array_type(array);
    if usize::from(ty.rank) == kept + 1 {
        return array;
    }
    let one = b.int(1);
    let mut axes: SmallVec<[ViewAxis; 4]> =
        (0..kept).map(|axis| ViewAxis { extent: b.dim(array, axis), source: Some((axis as u8, one)) }).collect();
    axes.push(ViewAxis { extent: length, source: Some((ty.rank - 1, one)) });
    b.view(View { base: array, offsets: SmallVec::new(), axes }, Layout::C)
}
