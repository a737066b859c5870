//! One loop nest for everything that needs no order of its own: stores, and reductions to scalars.

use super::build::Builder;
use super::combine::{combine, combine_arg, identity, is_arg};
use super::nest::{Point, nest};
use super::{Job, Target};
use crate::ir::{Combiner, Output, Value, Values};
use crate::types::{DType, Layout};

/// True if the order of the elements can be seen in the result of this reduction to a scalar. It is that of the inputs, so
/// such a target has a nest without stores.
pub(super) fn is_float_product(target: &Target) -> bool {
    matches!(target.output, Output::Reduce(Combiner::Prod)) && target.dtype.is_inexact()
}

/// What a yielded value goes to.
enum Sink {
    /// An array of the nest, by its place after the inputs.
    Store(usize),
    /// As `Store`, where the value yielded next is true.
    StoreWhere(usize),
    /// A carried value.
    Reduce(Combiner),
    /// Two carried values: the best element and its index.
    Arg(Combiner),
}

/// Writes the loops for these outputs of the `each`.
pub(super) fn lower(b: &mut Builder, job: &Job, targets: &[&Target]) {
    let mut arrays = Values::from_slice(&job.inputs);
    let mut sinks = Vec::new();
    let mut inits = Values::new();
    for target in targets {
        sinks.push((target.first_yield, sink(b, job, target, &mut arrays, &mut inits)));
    }
    // The elements so far, in C order, are counted for ArgMin and ArgMax; in one loop, by its index.
    let numbered = sinks.iter().any(|(_, sink)| matches!(sink, Sink::Arg(_)));
    let ordered = targets.iter().any(|target| is_float_product(target));
    let (walked, extents) = walk(b, job, &arrays, numbered, ordered);
    let counts = numbered && extents.len() != 1;
    if counts {
        inits.push(b.int(0));
    }
    let results = nest(b, &walked, &extents, &inits, &mut |b, point| leaf(b, job, &sinks, counts, &point));
    finish(b, targets, &results);
}

fn sink(b: &mut Builder, job: &Job, target: &Target, arrays: &mut Values, inits: &mut Values) -> Sink {
    let place = arrays.len() - job.inputs.len();
    match target.output {
        Output::Into(array) => {
            arrays.push(array);
            Sink::Store(place)
        }
        Output::IntoWhere(array) => {
            arrays.push(array);
            Sink::StoreWhere(place)
        }
        Output::Reduce(combiner) => {
            inits.push(identity(b, combiner, target.dtype));
            if !is_arg(combiner) {
                return Sink::Reduce(combiner);
            }
            inits.push(b.int(0));
            Sink::Arg(combiner)
        }
        Output::Fresh | Output::Scan(_) => {
            arrays.push(job.fresh(b, target));
            Sink::Store(place)
        }
    }
}

/// The arrays and extents as the loops go over them: flat, in C order, or in the order of their strides (which also
/// makes one long loop of axes that turn out to continue each other). Where order means nothing but speed, inner axes that
/// are contiguous are good enough.
fn walk(b: &mut Builder, job: &Job, arrays: &[Value], in_c_order: bool, ordered: bool) -> (Values, Values) {
    let rank = job.extents.len();
    let as_given = (Values::from_slice(arrays), job.extents.clone());
    if rank < 2 || job.indexed {
        return as_given;
    }
    if b.all_are(arrays, Layout::C) || (!in_c_order && b.all_are(arrays, Layout::F)) {
        let size = b.product(&job.extents);
        let flat = arrays.iter().map(|array| b.flat(*array, size)).collect();
        return (flat, Values::from_slice(&[size]));
    }
    let short_steps = arrays.iter().all(|array| b.array_type(*array).layout.trailing(rank as u8) > 0);
    let as_it_is = !ordered && short_steps || (short_steps || b.never_merges(arrays)) && b.in_c_order(arrays);
    if in_c_order || as_it_is {
        return as_given;
    }
    let ordered = b.order_axes(arrays);
    let extents = b.dims(ordered[0]);
    (ordered, extents)
}

fn leaf(b: &mut Builder, job: &Job, sinks: &[(usize, Sink)], counts: bool, point: &Point) -> Values {
    let (inputs, stores) = point.arrays.split_at(job.inputs.len());
    let yields = job.element(b, &job.body, inputs, point.at, point.indices);
    let mut carried = point.carried.iter().copied();
    let mut take = || carried.next().unwrap_or(yields[0]);
    let counter = point.carried.last().copied().filter(|_| counts);
    let number = counter.or(point.indices.first().copied());
    let mut next = Values::new();
    for (at, sink) in sinks {
        let value = yields[*at];
        match sink {
            Sink::Store(place) => b.store(stores[*place], point.at, value),
            Sink::StoreWhere(place) => b.when(yields[at + 1], |b| b.store(stores[*place], point.at, value)),
            Sink::Reduce(combiner) => next.push(combine(b, *combiner, take(), value)),
            Sink::Arg(combiner) => {
                let best = [take(), take()];
                next.extend(combine_arg(b, *combiner, best, [value, number.unwrap_or(value)]));
            }
        }
    }
    if let Some(counter) = counter {
        let one = b.constant(DType::I64, 1);
        next.push(b.binary(crate::ir::BinaryOp::Add, counter, one));
    }
    next
}

/// Hands over the carried values; arrays were handed over when they were made.
fn finish(b: &mut Builder, targets: &[&Target], results: &[Value]) {
    let mut results = results.iter().copied();
    for target in targets {
        let Output::Reduce(combiner) = target.output else {
            continue;
        };
        let mut value = results.next();
        if is_arg(combiner) {
            value = results.next();
        }
        if let (Some(result), Some(value)) = (target.result, value) {
            b.helpers.replace(result, value);
        }
    }
}
