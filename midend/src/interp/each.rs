//! An `each`, by its definition: all elements of the body first, then what becomes of them.
//!
//! Sums of floats follow the model in `tests/numpy_order/model.py` line by line.

use super::array::places;
use super::order::k_order;
use super::{Flow, Frame, InterpArray, InterpValue, unsupported};
use crate::eval::{eval_binary, eval_compare};
use crate::host::Raised;
use crate::ir::{AxisKind, BinaryOp, Combiner, CompareOp, Each, Inst, Op, Output, Value};
use crate::types::{ArrayType, DType, Layout, Type};
use std::collections::BTreeMap;

/// NumPy's buffer, in elements.
const BLOCK: i64 = 8192;

/// An `each` and the values that its body yielded at every place.
struct Points<'a> {
    each: &'a Each,
    shape: Vec<i64>,
    inputs: Vec<InterpArray>,
    yielded: BTreeMap<Vec<i64>, Vec<u64>>,
}

/// One of the outputs.
struct Goal {
    /// Its place among the yielded values.
    at: usize,
    dtype: DType,
    ty: Option<Type>,
    /// The result is in C order where its type leaves the layout open.
    in_c_order: bool,
}

impl Frame<'_> {
    pub(super) fn each(&mut self, inst: Inst, each: &Each) -> Result<Vec<InterpValue>, Raised> {
        let points = self.points(each)?;
        let mut types = self.func.inst_results(inst).iter().map(|value| self.func.ty(*value)).collect::<Vec<_>>().into_iter();
        let yields = self.yields(each)?;
        let mut results = Vec::new();
        let mut at = 0;
        for output in &each.outputs {
            let stores = matches!(output, Output::Into(_) | Output::IntoWhere(_));
            let in_c_order = matches!(output, Output::Reduce(Combiner::ArgMin | Combiner::ArgMax));
            let ty = if stores { None } else { types.next() };
            let goal = Goal { at, dtype: self.dtype(yields[at]), ty, in_c_order };
            at += if matches!(output, Output::IntoWhere(_)) { 2 } else { 1 };
            match output {
                Output::Into(array) => points.store(self.array(*array)?, &goal, false),
                Output::IntoWhere(array) => points.store(self.array(*array)?, &goal, true),
                Output::Fresh => results.push(points.fresh(&goal)),
                Output::Scan(combiner) => results.push(points.scan(&goal, *combiner)),
                Output::Reduce(combiner) => {
                    let bare = self.is_bare(each, yields[at - 1], *combiner);
                    results.push(points.reduce(&goal, *combiner, bare));
                }
            }
        }
        Ok(results)
    }

    fn points<'e>(&mut self, each: &'e Each) -> Result<Points<'e>, Raised> {
        let shape = self.ints(&each.extents)?;
        let inputs = self.arrays(&each.inputs)?;
        let params = self.func.params(each.body);
        let mut yielded = BTreeMap::new();
        for place in places(&shape) {
            let mut args: Vec<InterpValue> = inputs.iter().map(|input| InterpValue::Scalar(input.get(&place))).collect();
            if each.indexed {
                args.extend(place.iter().map(|index| InterpValue::Scalar(*index as u64)));
            }
            self.bind(params, args);
            let Flow::Yield(values) = self.block(each.body)? else {
                return Err(unsupported());
            };
            let bits = values.iter().map(|value| if let InterpValue::Scalar(bits) = value { *bits } else { 0 });
            yielded.insert(place, bits.collect());
        }
        Ok(Points { each, shape, inputs, yielded })
    }

    fn yields(&self, each: &Each) -> Result<Vec<Value>, Raised> {
        match self.func.insts(each.body).last().map(|last| self.func.op(*last)) {
            Some(Op::Yield(values)) => Ok(values.to_vec()),
            _ => Err(unsupported()),
        }
    }

    /// True if the sum is one of the input itself, not of a temporary.
    fn is_bare(&self, each: &Each, value: Value, combiner: Combiner) -> bool {
        let [param] = self.func.params(each.body) else {
            return false;
        };
        if combiner == Combiner::SumBlocks {
            return self.func.def_op(value) == Some(&Op::Convert(*param));
        }
        value == *param
    }
}

impl Points<'_> {
    fn axes(&self, kind: AxisKind) -> Vec<usize> {
        (0..self.shape.len()).filter(|axis| self.each.kinds[*axis] == kind).collect()
    }

    /// Axes from the outermost to the innermost; C order where the body knows its place.
    fn order(&self) -> Vec<usize> {
        if self.each.indexed { (0..self.shape.len()).collect() } else { k_order(&self.shape, &self.inputs) }
    }

    /// All places, in the order of these axes.
    fn places_by(&self, order: &[usize]) -> Vec<Vec<i64>> {
        let shape: Vec<i64> = order.iter().map(|axis| self.shape[*axis]).collect();
        let unordered = |place: Vec<i64>| {
            let mut at = vec![0; place.len()];
            order.iter().zip(place).for_each(|(axis, index)| at[*axis] = index);
            at
        };
        places(&shape).into_iter().map(unordered).collect()
    }

    fn store(&self, array: &InterpArray, goal: &Goal, masked: bool) {
        for (place, values) in &self.yielded {
            if !masked || values[goal.at + 1] != 0 {
                array.set(place, values[goal.at]);
            }
        }
    }

    /// A fresh array over these axes, in the order that its type says, else in that of the inputs.
    fn array_over(&self, goal: &Goal, axes: &[usize]) -> InterpArray {
        let shape: Vec<i64> = axes.iter().map(|axis| self.shape[*axis]).collect();
        let scalar = goal.ty.and_then(Type::scalar).unwrap_or(goal.dtype);
        let ty = goal.ty.and_then(Type::array).unwrap_or(ArrayType::new(scalar, axes.len() as u8, Layout::C));
        let natural = 0..axes.len();
        let order: Vec<usize> = match ty.layout {
            Layout::C => natural.collect(),
            Layout::Trailing(_) if goal.in_c_order => natural.collect(),
            Layout::F => natural.rev().collect(),
            _ => {
                let order = self.order();
                order.iter().filter_map(|axis| axes.iter().position(|kept| kept == axis)).collect()
            }
        };
        InterpArray::dense(ty.dtype, &shape, &order)
    }

    fn fresh(&self, goal: &Goal) -> InterpValue {
        let axes: Vec<usize> = (0..self.shape.len()).collect();
        let array = self.array_over(goal, &axes);
        self.store(&array, goal, false);
        InterpValue::Array(array)
    }

    fn scan(&self, goal: &Goal, combiner: Combiner) -> InterpValue {
        let axes: Vec<usize> = (0..self.shape.len()).collect();
        let array = self.array_over(goal, &axes);
        let along = self.axes(AxisKind::Scan)[0];
        for (place, values) in &self.yielded {
            let value = match place[along] {
                0 => values[goal.at],
                index => {
                    let mut before = place.clone();
                    before[along] = index - 1;
                    eval_binary(operation(combiner, goal.dtype), goal.dtype, array.get(&before), values[goal.at])
                }
            };
            array.set(place, value);
        }
        InterpValue::Array(array)
    }

    fn reduce(&self, goal: &Goal, combiner: Combiner, bare: bool) -> InterpValue {
        let kept = self.axes(AxisKind::Parallel);
        let array = self.array_over(goal, &kept);
        let at = |place: &[i64]| kept.iter().map(|axis| place[*axis]).collect::<Vec<_>>();
        match combiner {
            Combiner::Sum | Combiner::SumBlocks if goal.dtype.is_float() => {
                self.sum(goal, bare, combiner == Combiner::SumBlocks, |place| at(place), &array);
            }
            Combiner::ArgMin | Combiner::ArgMax => self.arg(goal, combiner, at, &array),
            _ => {
                array.places().iter().for_each(|place| array.set(place, start(combiner, goal.dtype)));
                for place in self.places_by(&self.order()) {
                    let out = at(&place);
                    let operation = operation(combiner, goal.dtype);
                    array.set(&out, eval_binary(operation, goal.dtype, array.get(&out), self.yielded[&place][goal.at]));
                }
            }
        }
        if kept.is_empty() { InterpValue::Scalar(array.get(&[])) } else { InterpValue::Array(array) }
    }

    fn arg(&self, goal: &Goal, combiner: Combiner, at: impl Fn(&[i64]) -> Vec<i64>, array: &InterpArray) {
        let mut best: BTreeMap<Vec<i64>, (u64, u64)> = BTreeMap::new();
        for (place, values) in &self.yielded {
            let value = values[goal.at];
            let seen = best.entry(at(place)).or_insert((value, 0));
            let rank = best_rank(combiner, goal.dtype, value, seen.0);
            let position = self.position(place);
            if rank {
                *seen = (value, position);
            }
        }
        best.into_iter().for_each(|(out, (_, position))| array.set(&out, position));
    }

    /// The number of a place among the reduced axes, in C order.
    fn position(&self, place: &[i64]) -> u64 {
        let reduced = self.axes(AxisKind::Reduce);
        reduced.iter().fold(0, |number, axis| number * self.shape[*axis] + place[*axis]) as u64
    }

    /// NumPy's sum: runs of elements in the order of the axes, each summed pairwise and added to its result.
    fn sum(&self, goal: &Goal, bare: bool, cast: bool, at: impl Fn(&[i64]) -> Vec<i64>, array: &InterpArray) {
        let order = self.order();
        let inner = self.innermost_reduced(&order, bare);
        let (run, plane) = if inner.is_empty() { (1, 1) } else { run_length(&inner, cast) };
        let places = self.places_by(&order);
        let add = |x, y| eval_binary(BinaryOp::Add, goal.dtype, x, y);
        let mut from = 0;
        while from < places.len() {
            let length = run.min(plane - from % plane);
            let values: Vec<u64> = places[from..from + length].iter().map(|place| self.yielded[place][goal.at]).collect();
            let sum = if inner.is_empty() { values[0] } else { pairwise(&values, goal.dtype) };
            let out = at(&places[from]);
            array.set(&out, add(array.get(&out), sum));
            from += length;
        }
    }

    /// Extents of the innermost reduced axes, innermost first, after merging. A temporary merges always.
    fn innermost_reduced(&self, order: &[usize], bare: bool) -> Vec<i64> {
        let mut merged: Vec<(i64, i64)> = Vec::new();
        for axis in order.iter().rev().copied().filter(|axis| self.shape[*axis] != 1) {
            if self.each.kinds[axis] != AxisKind::Reduce {
                break;
            }
            let (extent, stride) = (self.shape[axis], self.inputs.first().map_or(0, |input| input.strides[axis]));
            match merged.last_mut() {
                Some((size, step)) if !bare || *size * *step == stride => *size *= extent,
                _ => merged.push((extent, stride)),
            }
        }
        if merged.is_empty() && self.shape.iter().all(|extent| *extent == 1) {
            return vec![1];
        }
        merged.into_iter().map(|(extent, _)| extent).collect()
    }
}

/// Elements of a run, and after how many elements a run ends in any case.
fn run_length(extents: &[i64], cast: bool) -> (usize, usize) {
    let (mut core, mut size) = (1, 1);
    let mut axes = 0;
    for extent in extents {
        (core, size) = (size, size * extent);
        axes += 1;
        if size >= BLOCK {
            break;
        }
    }
    let steps = (BLOCK / core.max(1)).max(1);
    let run = if axes == 1 && !cast { size } else { size.min(steps * core) };
    (run as usize, size as usize)
}

fn pairwise(values: &[u64], dtype: DType) -> u64 {
    let add = |x: u64, y: u64| eval_binary(BinaryOp::Add, dtype, x, y);
    let n = values.len();
    if n > 128 {
        let half = n / 2 - (n / 2) % 8;
        return add(pairwise(&values[..half], dtype), pairwise(&values[half..], dtype));
    }
    let zero = eval_binary(BinaryOp::Sub, dtype, 0, 0) | if dtype == DType::F32 { 1 << 31 } else { 1 << 63 };
    if n < 8 {
        return values.iter().fold(zero, |sum, value| add(sum, *value));
    }
    let mut lanes: Vec<u64> = values[..8].to_vec();
    for group in values[8..n - n % 8].chunks(8) {
        lanes.iter_mut().zip(group).for_each(|(lane, value)| *lane = add(*lane, *value));
    }
    let pair = |k: usize| add(lanes[k], lanes[k + 1]);
    let total = add(add(pair(0), pair(2)), add(pair(4), pair(6)));
    values[n - n % 8..].iter().fold(total, |sum, value| add(sum, *value))
}

/// Whether an element takes the lead.
fn best_rank(combiner: Combiner, dtype: DType, value: u64, best: u64) -> bool {
    let is_nan = |x| !eval_compare(CompareOp::Eq, dtype, x, x);
    if is_nan(best) || is_nan(value) {
        return is_nan(value) && !is_nan(best);
    }
    let better = if combiner == Combiner::ArgMin { CompareOp::Lt } else { CompareOp::Gt };
    eval_compare(better, dtype, value, best)
}

fn operation(combiner: Combiner, dtype: DType) -> BinaryOp {
    match combiner {
        Combiner::And => BinaryOp::And,
        Combiner::Or => BinaryOp::Or,
        Combiner::Prod | Combiner::Min if dtype == DType::Bool => BinaryOp::And,
        Combiner::Sum | Combiner::Max if dtype == DType::Bool => BinaryOp::Or,
        Combiner::Prod => BinaryOp::Mul,
        Combiner::Min | Combiner::ArgMin => BinaryOp::Min,
        Combiner::Max | Combiner::ArgMax => BinaryOp::Max,
        Combiner::Sum | Combiner::SumBlocks => BinaryOp::Add,
    }
}

/// What a reduction of no elements gives, as far as NumPy has an answer.
fn start(combiner: Combiner, dtype: DType) -> u64 {
    let one = match dtype {
        DType::F32 => u64::from(1f32.to_bits()),
        DType::F64 => 1f64.to_bits(),
        _ => 1,
    };
    let (low, high) = match dtype {
        DType::F32 => (u64::from(f32::NEG_INFINITY.to_bits()), u64::from(f32::INFINITY.to_bits())),
        DType::F64 => (f64::NEG_INFINITY.to_bits(), f64::INFINITY.to_bits()),
        _ => (dtype.int_min() as u64, dtype.int_max() as u64),
    };
    match combiner {
        Combiner::Prod => one,
        Combiner::And => 1,
        Combiner::Min => high,
        Combiner::Max => low,
        _ => 0,
    }
}
