//! The order in which NumPy walks several arrays together, and the axes that it merges.
//!
//! `npyiter_find_best_axis_ordering` is an insertion sort from C order: an axis moves inwards past those with a larger
//! stride. Two axes are compared by the operands that have a stride in both; the outer axis stays out if in one of them
//! its stride is not the smaller one. Extents of 1 count as stride 0, which compares with nothing. The sort is written
//! as a network of selects, without branches: ranks are small, and what layouts tell folds away.
//!
//! Then the innermost axis takes in its neighbours as long as they continue it in every array. What it takes in becomes
//! an axis of extent 1 further out, as the rank of a type is fixed.

use super::Lowering;
use super::arrays::Array;
use super::build::Builder;
use crate::ir::{CompareOp, Value, Values};
use crate::types::{DType, Layout};

/// Axes of several arrays with the same extents, innermost first.
pub(super) struct Axes {
    axes: Vec<Axis>,
    /// True if the layouts tell that the axes stand in NumPy's order.
    sorted: bool,
}

#[derive(Clone)]
struct Axis {
    /// Number of the axis in the arrays (i64).
    number: Value,
    extent: Value,
    /// For each array, the extent as the array has it: the same number, perhaps another value.
    extents: Values,
    strides: Values,
}

impl Axes {
    /// The axes in C order; in F order if all arrays have it.
    pub fn of(b: &mut Builder, arrays: &[Array]) -> Axes {
        let rank = arrays.iter().map(|array| array.shape.len()).min().unwrap_or(0);
        let axis = |number: usize| Axis {
            number: b.int(number as i64),
            extent: arrays[0].shape[number],
            extents: arrays.iter().map(|array| array.shape[number]).collect(),
            strides: arrays.iter().map(|array| array.strides[number]).collect(),
        };
        let mut axes: Vec<_> = (0..rank).map(axis).collect();
        if arrays.iter().all(|array| array.ty.layout == Layout::F) {
            return Axes { axes, sorted: true };
        }
        axes.reverse();
        let sorted = arrays.iter().all(is_in_c_order);
        if !sorted {
            axes.iter_mut().for_each(|axis| axis.forget_unused(b));
        }
        Axes { axes, sorted }
    }

    /// Extents, innermost first.
    pub fn extents(&self) -> Values {
        self.axes.iter().map(|axis| axis.extent).collect()
    }

    /// Of values given innermost first, the one of this axis.
    pub fn find(&self, b: &mut Builder, number: usize, values: &[Value]) -> Value {
        let number = b.int(number as i64);
        let mut found = values[values.len() - 1];
        for (axis, value) in self.axes.iter().zip(values).rev().skip(1) {
            let here = b.compare(CompareOp::Eq, axis.number, number);
            found = b.select(here, *value, found);
        }
        found
    }

    /// NumPy's order.
    pub fn sort(&mut self, b: &mut Builder) {
        let unsorted = if self.sorted { 0 } else { self.axes.len() };
        for outer in 1..unsorted {
            self.insert(b, outer);
        }
    }

    /// Moves the axis at `from` inwards to its place among those before it.
    fn insert(&mut self, b: &mut Builder, from: usize) {
        let moved = self.axes[from].clone();
        // For each place, whether the axis ends there or further in.
        let mut passes = vec![b.bool(false); from];
        let mut looking = b.bool(true);
        for place in (0..from).rev() {
            let (stays, smaller) = moved.compare(b, &self.axes[place]);
            let goes_on = b.not(stays);
            looking = b.and(looking, goes_on);
            passes[place] = b.and(looking, smaller);
        }
        for place in 1..from {
            passes[place] = b.or(passes[place], passes[place - 1]);
        }
        for place in (0..=from).rev() {
            let mut axis = if place == from { moved.clone() } else { self.axes[place].choose(b, passes[place], &moved) };
            if place > 0 {
                axis = axis.choose(b, passes[place - 1], &self.axes[place - 1].clone());
            }
            self.axes[place] = axis;
        }
    }

    /// Takes into the innermost axis whatever continues it.
    pub fn merge(&mut self, b: &mut Builder) {
        let Some(inner) = self.axes.first().cloned() else { return };
        let mut inner = inner;
        let mut ends: Values = (0..inner.strides.len()).map(|at| b.mul(inner.strides[at], inner.extents[at])).collect();
        let mut alive = b.bool(true);
        let one = b.int(1);
        for at in 1..self.axes.len() {
            let axis = self.axes[at].clone();
            let fits: Values = axis.strides.iter().zip(&ends).map(|(s, end)| b.compare(CompareOp::Eq, *s, *end)).collect();
            let empty = b.compare(CompareOp::Eq, inner.extent, one);
            let takes = {
                let all = fits.iter().fold(b.bool(true), |all, fits| b.and(all, *fits));
                let single = b.compare(CompareOp::Eq, axis.extent, one);
                let trivial = b.or(empty, single);
                b.or(all, trivial)
            };
            alive = b.and(alive, takes);
            inner.take(b, &axis, alive, empty, &fits, &mut ends);
            self.axes[at].extent = b.select(alive, one, axis.extent);
        }
        self.axes[0] = inner;
        self.gather();
        self.move_out_singles(b);
    }

    /// From here on, every array has the extents of the first.
    fn gather(&mut self) {
        self.axes.iter_mut().for_each(|axis| axis.extents.fill(axis.extent));
    }

    /// Axes of extent 1 go outwards; the others keep their order.
    fn move_out_singles(&mut self, b: &mut Builder) {
        let one = b.int(1);
        for last in (2..self.axes.len()).rev() {
            for at in 1..last {
                let (near, far) = (self.axes[at].clone(), self.axes[at + 1].clone());
                let single = b.compare(CompareOp::Eq, near.extent, one);
                self.axes[at] = near.choose(b, single, &far);
                self.axes[at + 1] = far.choose(b, single, &near);
            }
        }
    }
}

/// True if no axis can have a larger stride than one further out: all but the outermost are contiguous.
fn is_in_c_order(array: &Array) -> bool {
    array.ty.layout.trailing(array.ty.rank) + 1 >= array.ty.rank
}

impl Axis {
    /// An axis of extent 1 is never walked: its strides count as 0.
    fn forget_unused(&mut self, b: &mut Builder) {
        let one = b.int(1);
        let single = b.compare(CompareOp::Eq, self.extent, one);
        let zero = b.int(0);
        for stride in &mut self.strides {
            *stride = b.select(single, zero, *stride);
        }
        self.extents.fill(self.extent);
    }

    /// Whether this axis stays outside of `inner`, and whether it has a smaller stride (if it does not stay).
    fn compare(&self, b: &mut Builder, inner: &Axis) -> (Value, Value) {
        let (mut stays, mut smaller) = (b.bool(false), b.bool(false));
        let one = b.int(1);
        for (outer, inner) in self.strides.iter().zip(&inner.strides) {
            // Subtracting 1 takes the stride 0 out of an unsigned comparison.
            let (outer, inner) = (b.abs(DType::I64, *outer), b.abs(DType::I64, *inner));
            let (outer_less, inner_less) = (b.sub(outer, one), b.sub(inner, one));
            let holds = b.compare(CompareOp::LtU, inner_less, outer);
            stays = b.or(stays, holds);
            let holds = b.compare(CompareOp::LtU, outer_less, inner);
            smaller = b.or(smaller, holds);
        }
        (stays, smaller)
    }

    /// `other` if the condition holds.
    fn choose(&self, b: &mut Builder, cond: Value, other: &Axis) -> Axis {
        let mut select = |x: &Value, y: &Value| b.select(cond, *y, *x);
        Axis {
            number: select(&self.number, &other.number),
            extent: select(&self.extent, &other.extent),
            extents: self.extents.iter().zip(&other.extents).map(|(x, y)| select(x, y)).collect(),
            strides: self.strides.iter().zip(&other.strides).map(|(x, y)| select(x, y)).collect(),
        }
    }

    /// Takes in an axis further out if `takes`; if this one is of extent 1 (`empty`), the other one replaces it.
    fn take(&mut self, b: &mut Builder, other: &Axis, takes: Value, empty: Value, fits: &[Value], ends: &mut Values) {
        let product = b.mul(self.extent, other.extent);
        self.extent = b.select(takes, product, self.extent);
        for at in 0..ends.len() {
            if b.is(fits[at], 1) {
                // The end that a layout tells is built like the next stride, so that the next comparison folds too.
                let end = b.mul(ends[at], other.extents[at]);
                ends[at] = b.select(takes, end, ends[at]);
                continue;
            }
            self.strides[at] = b.select(empty, other.strides[at], self.strides[at]);
            ends[at] = b.mul(self.strides[at], self.extent);
        }
    }
}

impl Lowering<'_> {
    pub(super) fn lower_order_axes(&mut self, results: &[Value], arrays: &[Value]) {
        let mut arrays = self.arrays(arrays);
        if arrays.first().is_some_and(|array| array.shape.len() > 1) {
            let mut axes = Axes::of(&mut self.b, &arrays);
            axes.sort(&mut self.b);
            axes.merge(&mut self.b);
            for (at, array) in arrays.iter_mut().enumerate() {
                array.shape = axes.axes.iter().rev().map(|axis| axis.extent).collect();
                array.strides = axes.axes.iter().rev().map(|axis| axis.strides[at]).collect();
            }
        }
        for (result, array) in results.iter().zip(arrays) {
            self.bind_array(*result, array);
        }
    }
}
