//! Sums over axes in front of a short last one, which is kept: the sums of neighbouring columns stay in the lanes of vectors
//! while the reduced axes are walked.
//!
//! Before:  for %i in 0..%m { for %k in 0..%n { store_elem %o [%k], %o[%k] + (… load_elem %x [%i, %k] …) } }
//! After:   if 1 < %n <= 32 {
//!            for %c in 0..%n/8 { (%s, %t) = for %i in 0..%m (%s = …, %t = …) { %s + %x[%i, 8c..8c+4], %t + %x[%i, 8c+4..8c+8] } … }
//!            for %k in %n/8*8..%n { %s = for %i in 0..%m (%s = …) { %s + %x[%i, %k] }  store_elem %o [%k], %s }
//!          } else { … }
//!
//! Each column adds the same elements in the same order. Longer rows fill more registers than there are; their sums are better kept
//! in memory, and read in order.

use super::Job;
use super::build::Builder;
use super::nest::rows;
use super::registers::registers;
use super::sum::continues;
use super::template::Template;
use crate::axis_order::is_stretched;
use crate::ir::{AxisKind, BinaryOp, CompareOp, Op, Value, Values, View, ViewAxis};
use crate::types::{Layout, Type};
use crate::vector::{self, VecOp};
use smallvec::SmallVec;

/// Longer rows are summed in memory.
const LONGEST: i64 = 32;
/// Columns at once.
const LANES: usize = 8;
/// Bodies with more operations are not written twice more.
const LARGEST: usize = 12;

/// A sum over axes that stand in C order, in front of the last one.
pub(super) struct Columns<'a> {
    job: &'a Job,
    body: &'a Template,
    /// The result, over the kept axes.
    out: Value,
    /// Kept axes in front of the reduced ones.
    outer: usize,
}

impl<'a> Columns<'a> {
    /// `None` if the axes stand otherwise, or the body has no vector form.
    pub fn of(b: &mut Builder, job: &'a Job, body: &'a Template, out: Value) -> Option<Columns<'a>> {
        let (last, others) = job.kinds.split_last()?;
        let outer = others.iter().take_while(|kind| **kind == AxisKind::Parallel).count();
        let in_front = *last == AxisKind::Parallel && others[outer..].iter().all(|kind| *kind == AxisKind::Reduce);
        let plain = !job.indexed && body.size() <= LARGEST && !b.array_type(out).dtype.is_complex();
        if !b.helpers.vectors || !in_front || !plain || !b.in_c_order(&job.inputs) {
            return None;
        }
        let columns = Columns { job, body, out, outer };
        columns.has_vectors(b).then_some(columns)
    }

    /// Whether a row can be had in vectors; tried in a block that nobody runs.
    fn has_vectors(&self, b: &mut Builder) -> bool {
        let outside = b.func.new_block();
        let outer = std::mem::replace(&mut b.block, outside);
        let start = b.int(0);
        let rows: Values = self.job.inputs.iter().map(|input| last_axis(b, *input)).collect();
        let found = registers(b, self.body, &rows, &Default::default(), start, LANES, false);
        b.block = outer;
        found.is_some()
    }

    /// Where the form below holds.
    pub fn condition(&self, b: &mut Builder) -> Value {
        let last = self.job.kinds.len() - 1;
        let length = self.job.extents[last];
        let (one, longest) = (b.int(1), b.int(LONGEST));
        let (several, few) = (b.compare(CompareOp::Gt, length, one), b.compare(CompareOp::Le, length, longest));
        let mut all = b.binary(BinaryOp::And, several, few);
        for input in &self.job.inputs {
            let ty = b.array_type(*input);
            if ty.layout.trailing(ty.rank) == 0 && !is_stretched(b.func, *input, last) {
                let stride = b.op(Op::Stride(*input, last as u8), Type::I64);
                let itemsize = b.int(ty.dtype.itemsize().into());
                let dense = b.compare(CompareOp::Eq, stride, itemsize);
                all = b.binary(BinaryOp::And, all, dense);
            }
        }
        all
    }

    /// The sums, added to what is in `out`.
    pub fn lower(&self, b: &mut Builder) {
        let (outer, inner) = self.job.extents.split_at(self.outer);
        let (length, reduced) = (inner[inner.len() - 1], &inner[..inner.len() - 1]);
        let arrays: Values = self.job.inputs.iter().copied().chain([self.out]).collect();
        rows(b, &arrays, outer, &[], &mut |b, row| {
            let Some((out, inputs)) = row.arrays.split_last() else { return Values::new() };
            let (inputs, reduced) = &merged(b, inputs, reduced);
            let bits = b.int(LANES.trailing_zeros().into());
            let groups = b.binary(BinaryOp::Shr, length, bits);
            b.count(groups, |b, group| {
                let bits = b.int(LANES.trailing_zeros().into());
                let start = b.binary(BinaryOp::Shl, group, bits);
                self.group(b, inputs, *out, reduced, start);
            });
            let from = b.binary(BinaryOp::Shl, groups, bits);
            b.for_loop(from, length, &[], |b, at, _| {
                self.column(b, inputs, *out, reduced, at);
                Values::new()
            });
            Values::new()
        });
    }

    /// The columns from `start` on.
    fn group(&self, b: &mut Builder, inputs: &[Value], out: Value, reduced: &[Value], start: Value) {
        let dtype = b.array_type(out).dtype;
        let lanes = vector::lanes(dtype);
        let places: SmallVec<[Value; 4]> = (0..LANES / lanes)
            .map(|register| {
                let offset = b.int((register * lanes) as i64);
                b.binary(BinaryOp::Add, start, offset)
            })
            .collect();
        let load = |place: &Value| b.op(Op::LoadVector(out, Values::from_slice(&[*place])), Type::Vector);
        let so_far: Values = places.iter().map(load).collect();
        let sums = rows(b, inputs, reduced, &so_far, &mut |b, point| {
            let elements = registers(b, self.body, point.arrays, &Default::default(), start, LANES, false);
            let add = VecOp::Binary(BinaryOp::Add, dtype);
            let add = |(so_far, element): (&Value, &Value)| {
                b.op(Op::Vector(add, Values::from_slice(&[*so_far, *element])), Type::Vector)
            };
            point.carried.iter().zip(&elements.unwrap_or_default()).map(add).collect()
        });
        for (place, sum) in places.iter().zip(&sums) {
            b.effect(Op::StoreVector(out, Values::from_slice(&[*place]), *sum));
        }
    }

    fn column(&self, b: &mut Builder, inputs: &[Value], out: Value, reduced: &[Value], at: Value) {
        let so_far = b.load(out, &[at]);
        let sum = rows(b, inputs, reduced, &[so_far], &mut |b, point| {
            let element = self.job.element(b, self.body, point.arrays, &[at], &[])[0];
            Values::from_slice(&[b.binary(BinaryOp::Add, point.carried[0], element)])
        });
        b.store(out, &[at], sum[0]);
    }
}

/// The arrays with the last of the reduced axes taking in those in front of it that it continues in all of them, as long as there are any;
/// what is taken in has extent 1.
fn merged(b: &mut Builder, arrays: &[Value], reduced: &[Value]) -> (Values, Values) {
    let mut extents = Values::from_slice(reduced);
    let (last, one) = (reduced.len() - 1, b.int(1));
    let mut all = None;
    for axis in (0..last).rev() {
        for array in arrays {
            let continues = continues(b, *array, axis, last, extents[last]);
            all = Some(all.map_or(continues, |all| b.binary(BinaryOp::And, all, continues)));
        }
        let Some(takes) = all else { break };
        let product = b.binary(BinaryOp::Mul, extents[axis], extents[last]);
        extents[last] = b.select(takes, product, extents[last]);
        extents[axis] = b.select(takes, one, extents[axis]);
    }
    let view = |array: &Value| {
        let ty = b.array_type(*array);
        let length = b.dim(*array, last + 1);
        let axis = |(axis, extent): (usize, Value)| ViewAxis { extent, source: Some((axis as u8, one)) };
        let axes = extents.iter().copied().chain([length]).enumerate().map(axis).collect();
        b.view(View { base: *array, offsets: SmallVec::new(), axes }, Layout::Trailing(ty.layout.trailing(ty.rank).min(1)))
    };
    (arrays.iter().map(view).collect(), extents)
}

/// Some row of an array along its last axis.
fn last_axis(b: &mut Builder, array: Value) -> Value {
    let zero = b.int(0);
    (1..b.array_type(array).rank).fold(array, |array, _| b.row(array, zero))
}

#[cfg(test)]
mod tests {
    use crate::lower_each::lower_each_with;
    use crate::parse::parse_module;

    /// A sum over the first axis of an array of this layout, after lowering.
    fn lowered(layout: &str, vectors: bool) -> String {
        let text = format!(
            r#"site0 = MemoryError "no memory"

@0 = func f(%0: array<f64, 2, {layout}>) -> array<f64, 1, C> {{
  %1 = dim %0, 0
  %2 = dim %0, 1
  %4 = each [reduce %1, parallel %2] (%3 = %0) -> (reduce sum), site0 : array<f64, 1, C> {{
    yield %3
  }}
  return %4
}}"#
        );
        let mut module = parse_module(&text).expect("a module");
        lower_each_with(&mut module, vectors);
        module.to_string()
    }

    #[test]
    fn sums_of_eight_columns_are_carried_in_four_registers() {
        let text = lowered("C", true);
        let carried = text.lines().find(|line| line.contains("= for") && line.matches(" = %").count() == 4);
        assert!(carried.is_some(), "{text}");
        assert_eq!(text.matches("store_vec").count(), 4, "{text}");
        assert!(text.contains("vec.add.f64"), "{text}");
    }

    #[test]
    fn columns_in_doubtful_order_and_scalars_stay_in_memory() {
        for text in [lowered("A", true), lowered("C", false)] {
            assert!(!text.contains("store_vec"), "{text}");
        }
    }
}
