//! NumPy's pairwise sum of one run, as a function of the module.
//!
//! `sum(start, n, captures…, arrays…)`: up to 128 elements with eight accumulators, more by halves (of complex numbers 64
//! with four). Accumulators start
//! at −0.0, which leaves every first element as it is; so a short run needs no code of its own: its accumulators come
//! to −0.0, and its elements follow as the tail. The accumulators are the lanes of vectors where elements lie dense.

use super::build::Builder;
use super::evaluate;
use super::registers::registers;
use super::template::Template;
use crate::func::Func;
use crate::ir::{BinaryOp, Block, CompareOp, FuncId, Op, Value, Values};
use crate::types::{DType, Type};
use crate::vector::{self, VecOp};
use rustc_hash::FxHashMap;

/// Runs with more than so many elements for each accumulator are split.
const LEAF: i64 = 16;
/// Bodies with more operations are not written eight times.
const UNROLLED: usize = 24;
/// Accumulators of floats.
const LANES: usize = 8;

/// Accumulators; runs with fewer elements are added in order. NumPy sums complex numbers as twice as many floats, with four
/// accumulators for the real and four for the imaginary parts.
pub(super) fn lanes_of(dtype: DType) -> usize {
    if dtype.is_complex() { LANES / 2 } else { LANES }
}

/// A pairwise sum: the function, and what it is called with between `n` and the arrays.
pub(super) struct Run {
    func: FuncId,
    captures: Values,
    dtype: DType,
}

impl Run {
    /// The sum of `n` elements from `start` of these arrays of one axis.
    pub fn call(&self, b: &mut Builder, start: Value, n: Value, arrays: &[Value]) -> Value {
        let mut args = Values::from_slice(&[start, n]);
        args.extend(self.captures.iter().chain(arrays).copied());
        b.call(self.func, args, Type::Scalar(self.dtype))
    }
}

/// The sum of the body's one value over arrays of one axis, of these types. With `indexed`, the body takes the index.
pub(super) fn run(b: &mut Builder, body: &Template, arrays: &[Type], dtype: DType, indexed: bool) -> Run {
    let key = match arrays {
        [Type::Array(array)] if body.is_bare(false) => Some(*array),
        _ => None,
    };
    if let Some(func) = key.and_then(|key| b.helpers.plain_sums.get(&key).copied()) {
        return Run { func, captures: Values::new(), dtype };
    }
    let all = body.captures();
    let captures: Values = all.iter().copied().filter(|value| b.func.const_bits(*value).is_none()).collect();
    let name = match key {
        Some(key) => {
            format!("pairwise.{}", key.to_string().replace("array", "").replace(['<', '>', ' '], "").replace(',', "."))
        }
        None => format!("{}.pairwise{}", b.func.name, b.module.funcs.next_key().as_u32()),
    };
    let source = Source { body, captures: &captures, arrays, dtype, indexed };
    let up_to_a_leaf = source.function(b, format!("{name}.leaf"), |b, inside, _, n| leaf(b, inside, n));
    let func = source.function(b, name, |b, inside, this, n| whole(b, inside, [this, up_to_a_leaf], n));
    if let Some(key) = key {
        b.helpers.plain_sums.insert(key, func);
    }
    Run { func, captures, dtype }
}

/// What is summed.
struct Source<'a> {
    body: &'a Template,
    captures: &'a [Value],
    arrays: &'a [Type],
    dtype: DType,
    indexed: bool,
}

/// The same inside of a helper.
struct Inside<'a> {
    body: &'a Template,
    names: FxHashMap<Value, Value>,
    arrays: Values,
    start: Value,
    dtype: DType,
    indexed: bool,
    /// What another helper takes after `n`.
    passed: Values,
}

impl Source<'_> {
    /// A function `f(start, n, captures…, arrays…)`; `write` gets its number and `n`.
    fn function(
        &self,
        b: &mut Builder,
        name: String,
        write: impl FnOnce(&mut Builder, &Inside, FuncId, Value) -> Value,
    ) -> FuncId {
        let mut func = Func::new(name);
        func.results = vec![Type::Scalar(self.dtype)];
        // No code of the user's, as far as remarks are concerned; it cannot raise.
        func.library = true;
        func.can_raise = false;
        let entry = func.body;
        let [start, n] = [(); 2].map(|()| func.add_param(entry, Type::I64));
        let mut names = FxHashMap::default();
        let mut passed = Values::new();
        for value in self.captures {
            passed.push(func.add_param(entry, b.func.ty(*value)));
            names.insert(*value, passed[passed.len() - 1]);
        }
        for value in self.body.captures() {
            if let Some(bits) = b.func.const_bits(value) {
                let ty = b.func.ty(value);
                names.insert(value, func.push(entry, Op::Const(bits), &[ty], b.loc)[0]);
            }
        }
        let arrays: Values = self.arrays.iter().map(|ty| func.add_param(entry, *ty)).collect();
        passed.extend(arrays.iter().copied());
        let Source { body, dtype, indexed, .. } = *self;
        let inside = Inside { body, names, arrays, start, dtype, indexed, passed };
        let this = b.module.funcs.next_key();
        let (loc, site) = (b.loc, b.site);
        let mut at_entry =
            Builder { module: &mut *b.module, helpers: &mut *b.helpers, func: &mut func, block: entry, loc, site };
        let sum = write(&mut at_entry, &inside, this, n);
        at_entry.effect(Op::Return(Values::from_slice(&[sum])));
        b.module.funcs.push(func)
    }
}

/// Runs of more than one leaf are summed by halves. Where both are leaves they are called as such: asking each of them for its
/// length is a branch that no processor foresees.
fn whole(b: &mut Builder, inside: &Inside, [this, leaf]: [FuncId; 2], n: Value) -> Value {
    let lanes = lanes_of(inside.dtype) as i64;
    let (limit, one, mask) = (b.int(LEAF * lanes), b.int(1), b.int(-lanes));
    let ty = Type::Scalar(inside.dtype);
    let call = |b: &mut Builder, func, start, n| {
        let args = [start, n].into_iter().chain(inside.passed.iter().copied()).collect();
        b.call(func, args, ty)
    };
    let short = b.compare(CompareOp::Le, n, limit);
    let one_leaf = |b: &mut Builder| Values::from_slice(&[call(b, leaf, inside.start, n)]);
    let halves = |b: &mut Builder| {
        let half = b.binary(BinaryOp::Shr, n, one);
        let half = b.binary(BinaryOp::And, half, mask);
        let (middle, rest) = (inside.place(b, half), b.binary(BinaryOp::Sub, n, half));
        let both_short = b.compare(CompareOp::Le, rest, limit);
        let both =
            |func| move |b: &mut Builder| Values::from_slice(&[call(b, func, inside.start, half), call(b, func, middle, rest)]);
        let both = b.if_else(both_short, &[ty, ty], both(leaf), both(this));
        Values::from_slice(&[b.binary(BinaryOp::Add, both[0], both[1])])
    };
    b.if_else(short, &[ty], one_leaf, halves)[0]
}

/// The sum of at most [`LEAF`] elements for each accumulator.
fn leaf(b: &mut Builder, inside: &Inside, n: Value) -> Value {
    let mask = b.int(-(lanes_of(inside.dtype) as i64));
    let whole = b.binary(BinaryOp::And, n, mask);
    let zero = nothing(b, inside.dtype);
    let lanes = accumulators(b, inside, whole, zero);
    let total = tree(b, &lanes);
    let (from, to) = (inside.place(b, whole), inside.place(b, n));
    b.for_loop(from, to, &[total], |b, at, carried| {
        let element = inside.element(b, at);
        Values::from_slice(&[b.binary(BinaryOp::Add, carried[0], element)])
    })[0]
}

/// −0.0: what a sum starts from.
pub(super) fn nothing(b: &mut Builder, dtype: DType) -> Value {
    b.zero(dtype, true)
}

/// The eight accumulators after all whole groups of eight.
fn accumulators(b: &mut Builder, inside: &Inside, whole: Value, zero: Value) -> Values {
    let scalar = |b: &mut Builder| {
        if inside.body.size() <= UNROLLED { unrolled(b, inside, whole, zero) } else { rotating(b, inside, whole, zero) }
    };
    let vectors = b.helpers.vectors && !inside.dtype.is_complex();
    let Some(body) = vectors.then(|| vector_body(b, inside)).flatten() else { return scalar(b) };
    let vectors = |b: &mut Builder| in_vectors(b, inside, whole, zero, body);
    match dense(b, inside) {
        None => vectors(b),
        Some(dense) => b.if_else(dense, &[Type::Scalar(inside.dtype); LANES], vectors, scalar),
    }
}

/// The condition that all arrays are dense; `None` if they are known to be.
fn dense(b: &mut Builder, inside: &Inside) -> Option<Value> {
    let mut all = None;
    for array in &inside.arrays {
        let ty = b.array_type(*array);
        if ty.rank == 0 || ty.layout.trailing(1) == 1 {
            continue;
        }
        let stride = b.op(Op::Stride(*array, 0), Type::I64);
        let itemsize = b.int(ty.dtype.itemsize().into());
        let holds = b.compare(CompareOp::Eq, stride, itemsize);
        all = Some(all.map_or(holds, |all| b.binary(BinaryOp::And, all, holds)));
    }
    all
}

/// The body of the loop over groups of eight: the group's number and the accumulators are its parameters, the new
/// accumulators are returned. `None` if the elements have no vector form.
fn vector_body(b: &mut Builder, inside: &Inside) -> Option<(Block, Values)> {
    let group = b.func.new_block();
    let number = b.func.add_param(group, Type::I64);
    let so_far: Values = (0..LANES / vector::lanes(inside.dtype)).map(|_| b.func.add_param(group, Type::Vector)).collect();
    let outer = std::mem::replace(&mut b.block, group);
    let three = b.int(3);
    let offset = b.binary(BinaryOp::Shl, number, three);
    let base = inside.place(b, offset);
    let elements = registers(b, inside.body, &inside.arrays, &inside.names, base, LANES, inside.indexed);
    let add = VecOp::Binary(BinaryOp::Add, inside.dtype);
    let add =
        |(so_far, element): (&Value, &Value)| b.op(Op::Vector(add, Values::from_slice(&[*so_far, *element])), Type::Vector);
    let next = elements.map(|elements| so_far.iter().zip(&elements).map(add).collect());
    b.block = outer;
    next.map(|next| (group, next))
}

/// Eight elements per iteration, in the lanes of vectors.
fn in_vectors(b: &mut Builder, inside: &Inside, whole: Value, zero: Value, (body, next): (Block, Values)) -> Values {
    let (first, three) = (b.int(0), b.int(3));
    let count = b.binary(BinaryOp::Shr, whole, three);
    let zeros = b.op(Op::Vector(VecOp::Splat(inside.dtype), Values::from_slice(&[zero])), Type::Vector);
    let inits = Values::from_elem(zeros, next.len());
    let types = vec![Type::Vector; next.len()];
    b.func.push(body, Op::Next(body, next), &[], b.loc);
    let sums = b.func.push(b.block, Op::For(first, count, inits, body), &types, b.loc);
    let lanes = vector::lanes(inside.dtype);
    let lane = |at: usize| {
        let extract = Op::Vector(VecOp::Extract(inside.dtype, (at % lanes) as u8), Values::from_slice(&[sums[at / lanes]]));
        b.op(extract, Type::Scalar(inside.dtype))
    };
    (0..LANES).map(lane).collect()
}

/// Eight elements per iteration, one for each accumulator.
fn unrolled(b: &mut Builder, inside: &Inside, whole: Value, zero: Value) -> Values {
    let lanes = lanes_of(inside.dtype);
    let bits = i64::from(lanes.trailing_zeros());
    let (first, shift) = (b.int(0), b.int(bits));
    let count = b.binary(BinaryOp::Shr, whole, shift);
    b.for_loop(first, count, &[zero; LANES][..lanes], |b, group, carried| {
        let shift = b.int(bits);
        let offset = b.binary(BinaryOp::Shl, group, shift);
        let base = inside.place(b, offset);
        let lane = |(lane, so_far): (usize, &Value)| {
            let offset = b.int(lane as i64);
            let at = b.binary(BinaryOp::Add, base, offset);
            let element = inside.element(b, at);
            b.binary(BinaryOp::Add, *so_far, element)
        };
        carried.iter().enumerate().map(lane).collect()
    })
}

/// One element per iteration; the accumulators move on by one place each time.
fn rotating(b: &mut Builder, inside: &Inside, whole: Value, zero: Value) -> Values {
    let to = inside.place(b, whole);
    b.for_loop(inside.start, to, &[zero; LANES][..lanes_of(inside.dtype)], |b, at, carried| {
        let element = inside.element(b, at);
        let sum = b.binary(BinaryOp::Add, carried[0], element);
        carried[1..].iter().copied().chain([sum]).collect()
    })
}

/// `((r0+r1)+(r2+r3))+((r4+r5)+(r6+r7))`
fn tree(b: &mut Builder, values: &[Value]) -> Value {
    match values {
        [only] => *only,
        _ => {
            let (low, high) = values.split_at(values.len() / 2);
            let (low, high) = (tree(b, low), tree(b, high));
            b.binary(BinaryOp::Add, low, high)
        }
    }
}

impl Inside<'_> {
    fn place(&self, b: &mut Builder, offset: Value) -> Value {
        b.binary(BinaryOp::Add, self.start, offset)
    }

    fn element(&self, b: &mut Builder, at: Value) -> Value {
        let indices: &[Value] = if self.indexed { &[at] } else { &[] };
        evaluate(b, self.body, &self.arrays, &[at], indices, &self.names)[0]
    }
}
