//! Reductions of many short rows: the loop over a row is written out, so that the loop over the rows is an innermost one,
//! which can run in vectors.
//!
//! Before:  for %i in 0..%n { %s = for %k in 0..%m (%t = …) { … load_elem %x [%i, %k] … }  store_elem %o [%i], %s }
//! After:   if %m == 3 { for %i in 0..%n { … load_elem %x [%i, 0] … load_elem %x [%i, 1] … load_elem %x [%i, 2] … } } else { … }

use super::Job;
use super::build::Builder;
use super::nest::nest;
use super::template::Template;
use crate::ir::{CompareOp, Value, Values};

/// Rows of points and colours.
const LENGTHS: [i64; 3] = [2, 3, 4];
/// Bodies with more operations are not written so often.
const LARGEST: usize = 12;

/// Rows that are perhaps short.
pub(super) struct ShortRows<'a> {
    pub job: &'a Job,
    pub body: &'a Template,
    /// The result, over the axes before the last one.
    pub out: Value,
    /// The inputs, with one reduced axis: the last one.
    pub inputs: &'a [Value],
}

impl ShortRows<'_> {
    /// Writes a nest for each short length, in which `join` makes one value of the elements of a row, and `general` for
    /// every other length.
    pub fn lower(
        &self,
        b: &mut Builder,
        outer: &[Value],
        length: Value,
        join: &dyn Fn(&mut Builder, &[Value]) -> Value,
        general: &mut dyn FnMut(&mut Builder),
    ) {
        if self.job.indexed || self.body.size() > LARGEST || self.body.is_structured() {
            return general(b);
        }
        if let Some(known) = b.func.const_bits(length) {
            let written_out = LENGTHS.contains(&(known as i64));
            return if written_out { self.rows(b, outer, known as i64, join) } else { general(b) };
        }
        self.split(b, outer, length, &LENGTHS, join, general);
    }

    fn split(
        &self,
        b: &mut Builder,
        outer: &[Value],
        length: Value,
        lengths: &[i64],
        join: &dyn Fn(&mut Builder, &[Value]) -> Value,
        general: &mut dyn FnMut(&mut Builder),
    ) {
        let Some((first, rest)) = lengths.split_first() else { return general(b) };
        let known = b.int(*first);
        let is_it = b.compare(CompareOp::Eq, length, known);
        let this = |b: &mut Builder| {
            self.rows(b, outer, *first, join);
            Values::new()
        };
        b.if_else(is_it, &[], this, |b| {
            self.split(b, outer, length, rest, join, general);
            Values::new()
        });
    }

    fn rows(&self, b: &mut Builder, outer: &[Value], length: i64, join: &dyn Fn(&mut Builder, &[Value]) -> Value) {
        let arrays: Values = self.inputs.iter().copied().chain([self.out]).collect();
        nest(b, &arrays, outer, &[], &mut |b, point| {
            let Some((out, inputs)) = point.arrays.split_last() else { return Values::new() };
            let element = |at: i64| {
                let at: Values = point.at.iter().copied().chain([b.int(at)]).collect();
                self.job.element(b, self.body, inputs, &at, &[])[0]
            };
            let elements: Values = (0..length).map(element).collect();
            let total = join(b, &elements);
            b.store(*out, point.at, total);
            Values::new()
        });
    }
}
