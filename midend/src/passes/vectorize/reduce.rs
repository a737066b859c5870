//! Values that a loop carries: accumulators, one register or more each, and what they come to in the end.
//!
//! Integers meet in any order. So do floats under `min` and `max`, whose rules for NaN and for zeros of both signs do not
//! depend on the order either; but the instruction that knows these rules is slow. Accumulators therefore take the plain
//! comparison, which never takes a NaN, and note beside it whether there was a NaN and which signs there were: if the
//! extreme is a zero, these tell which one.

use super::widen::{Widen, signed_of};
use crate::func::Func;
use crate::ir::{BinaryOp, Block, CompareOp, Op, Value};
use crate::types::{DType, Type};
use crate::vector::{self, VecOp};

/// A value that a loop carries.
pub(super) enum Carried {
    /// It stays as it is.
    Same,
    /// One more element in each iteration.
    Reduce {
        op: BinaryOp,
        dtype: DType,
        /// The element, and where it counts.
        element: Value,
        only: Option<Value>,
    },
}

impl Carried {
    /// The dtype of registers, if there are some.
    pub fn dtype(&self) -> Option<DType> {
        match self {
            Carried::Same => None,
            Carried::Reduce { dtype, .. } => Some(*dtype),
        }
    }
}

/// All carried values of a loop's body, if their order does not matter.
pub(super) fn carried(func: &Func, block: Block) -> Option<Vec<Carried>> {
    let params = &func.params(block)[1..];
    let next = match func.insts(block).last().map(|last| func.op(*last)) {
        Some(Op::Next(_, values)) => values.clone(),
        _ => return None,
    };
    let uses = Uses::of(func, block);
    params.iter().zip(next).map(|(param, next)| one(func, &uses, *param, next)).collect()
}

fn one(func: &Func, uses: &Uses, param: Value, next: Value) -> Option<Carried> {
    if param == next {
        return (uses.count(param) == 1).then_some(Carried::Same);
    }
    // The running value of a reduction has no other use.
    let (next, only, own) = match func.def_op(next)? {
        Op::If(cond, then, els) => {
            let inst = func.def(next)?;
            let at = func.inst_results(inst).iter().position(|result| *result == next)?;
            let yielded = |arm: Block| match func.insts(arm).last().map(|last| func.op(*last)) {
                Some(Op::Yield(values)) => values.get(at).copied(),
                _ => None,
            };
            (yielded(*els)? == param && uses.count(next) == 1).then_some(())?;
            (yielded(*then)?, Some(*cond), 2)
        }
        _ => (next, None, 1),
    };
    let Some(Op::Binary(op, x, y)) = func.def_op(next) else { return None };
    let element = if *x == param { *y } else { *x };
    let dtype = func.ty(param).scalar()?;
    let known = (*x == param) != (*y == param) && uses.count(param) == own && uses.count(next) == 1;
    (known && any_order(*op, dtype, func.fastmath)).then_some(Carried::Reduce { op: *op, dtype, element, only })
}

fn any_order(op: BinaryOp, dtype: DType, fastmath: bool) -> bool {
    match op {
        BinaryOp::Add | BinaryOp::Mul => dtype.is_int() || (fastmath && dtype.is_float()),
        BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => !dtype.is_float(),
        BinaryOp::Min | BinaryOp::Max => dtype != DType::Bool && !dtype.is_complex(),
        _ => false,
    }
}

/// How often values are used in a block.
struct Uses(rustc_hash::FxHashMap<Value, usize>);

impl Uses {
    fn of(func: &Func, block: Block) -> Uses {
        let mut uses = Uses(rustc_hash::FxHashMap::default());
        uses.block(func, block);
        uses
    }

    fn block(&mut self, func: &Func, block: Block) {
        for inst in func.insts(block) {
            let op = func.op(*inst);
            op.operands().into_iter().for_each(|value| *self.0.entry(value).or_default() += 1);
            op.blocks().into_iter().for_each(|inner| self.block(func, inner));
        }
    }

    fn count(&self, value: Value) -> usize {
        self.0.get(&value).copied().unwrap_or(0)
    }
}

/// The registers of an accumulator: first those that the operation runs in, then what is noted beside them.
pub(super) fn start(w: &mut Widen, carried: &Carried) -> Vec<Value> {
    let Carried::Reduce { op, dtype, .. } = *carried else { return Vec::new() };
    let identity = w.spread(lane_dtype(dtype), identity(op, dtype));
    let mut registers = vec![identity; w.registers_of(lane_dtype(dtype))];
    if notes_signs(op, dtype) {
        let none = w.spread(DType::I64, 0);
        let signs = if op == BinaryOp::Min { none } else { w.spread(DType::I64, u64::MAX) };
        registers.extend([none, signs]);
    }
    registers
}

/// True for the extremes of floats.
fn notes_signs(op: BinaryOp, dtype: DType) -> bool {
    dtype.is_float() && matches!(op, BinaryOp::Min | BinaryOp::Max)
}

/// Bools are masks of bytes.
fn lane_dtype(dtype: DType) -> DType {
    if dtype == DType::Bool { DType::U8 } else { dtype }
}

fn identity(op: BinaryOp, dtype: DType) -> u64 {
    match (op, dtype) {
        (BinaryOp::And, DType::Bool) => 0xff,
        (BinaryOp::And, _) => crate::eval::canonical(dtype, u64::MAX),
        (BinaryOp::Mul, DType::F32) => 1f32.to_bits().into(),
        (BinaryOp::Mul, DType::F64) => 1f64.to_bits(),
        (BinaryOp::Mul, _) => 1,
        (BinaryOp::Min, DType::F32) => f32::INFINITY.to_bits().into(),
        (BinaryOp::Min, DType::F64) => f64::INFINITY.to_bits(),
        (BinaryOp::Max, DType::F32) => f32::NEG_INFINITY.to_bits().into(),
        (BinaryOp::Max, DType::F64) => f64::NEG_INFINITY.to_bits(),
        (BinaryOp::Min, _) => dtype.int_max() as u64,
        (BinaryOp::Max, _) => dtype.int_min() as u64,
        _ => 0,
    }
}

/// The registers after one more round.
pub(super) fn step(w: &mut Widen, carried: &Carried, so_far: &[Value]) -> Option<Vec<Value>> {
    let Carried::Reduce { op, dtype, element, only } = carried else { return Some(Vec::new()) };
    let lanes = lane_dtype(*dtype);
    let count = w.registers_of(lanes);
    let mut next = so_far.to_vec();
    for register in 0..count {
        if let Some(mask) = counted(w, carried, register)? {
            // A true mask is -1.
            next[register] = w.binary(BinaryOp::Sub, lanes, so_far[register], mask);
            continue;
        }
        let element = element_of(w, *op, *dtype, *element, *only, register)?;
        if notes_signs(*op, *dtype) {
            let extreme = if *op == BinaryOp::Min { VecOp::PseudoMin(*dtype) } else { VecOp::PseudoMax(*dtype) };
            next[register] = w.vector(extreme, &[so_far[register], element]);
            let is_nan = w.vector(VecOp::Compare(CompareOp::Ne, *dtype), &[element, element]);
            next[count] = w.binary(BinaryOp::Or, DType::I64, next[count], is_nan);
            let signs = if *op == BinaryOp::Min { BinaryOp::Or } else { BinaryOp::And };
            next[count + 1] = w.binary(signs, DType::I64, next[count + 1], element);
        } else {
            next[register] = w.of_two(*op, lanes, so_far[register], element)?;
        }
    }
    Some(next)
}

/// The mask, where a sum counts how often a condition holds.
#[expect(clippy::option_option, reason = "the outer one is for what has no vector form")]
fn counted(w: &mut Widen, carried: &Carried, register: usize) -> Option<Option<Value>> {
    match carried {
        Carried::Reduce { op: BinaryOp::Add, dtype, element, only: Some(only) }
            if dtype.is_int() && w.func.const_bits(*element) == Some(1) =>
        {
            Some(Some(w.mask(*only, dtype.itemsize(), register)?))
        }
        _ => Some(None),
    }
}

fn element_of(
    w: &mut Widen,
    op: BinaryOp,
    dtype: DType,
    element: Value,
    only: Option<Value>,
    register: usize,
) -> Option<Value> {
    let value = if dtype == DType::Bool { w.mask(element, 1, register)? } else { w.number(element, register)? };
    let Some(only) = only else { return Some(value) };
    let lanes = lane_dtype(dtype);
    let mask = w.mask(only, lanes.itemsize(), register)?;
    let nothing = w.spread(lanes, identity(op, dtype));
    Some(w.vector(VecOp::Select, &[mask, value, nothing]))
}

/// What the registers come to together with the value that the loop started from.
pub(super) fn finish(w: &mut Widen, carried: &Carried, registers: &[Value], init: Value) -> Option<Value> {
    let Carried::Reduce { op, dtype, .. } = carried else { return Some(init) };
    let lanes = lane_dtype(*dtype);
    let count = w.registers_of(lanes);
    if notes_signs(*op, *dtype) {
        let extreme = if *op == BinaryOp::Min { VecOp::PseudoMin(*dtype) } else { VecOp::PseudoMax(*dtype) };
        let best = tree(w, &registers[..count], &mut |w, x, y| Some(w.vector(extreme, &[x, y])))?;
        let best = float_extreme(w, *op, *dtype, best, registers[count], registers[count + 1]);
        return Some(w.op(Op::Binary(*op, init, best), Type::Scalar(*dtype)));
    }
    let all = tree(w, registers, &mut |w, x, y| w.of_two(*op, lanes, x, y))?;
    if *dtype == DType::Bool {
        let any = match op {
            BinaryOp::And => VecOp::AllTrue(DType::U8),
            BinaryOp::Or => VecOp::AnyTrue,
            _ => return None,
        };
        let all = w.vector(any, &[all]);
        return Some(w.op(Op::Binary(*op, init, all), Type::BOOL));
    }
    Some(lanes_together(w, *op, *dtype, all, Some(init)))
}

/// The scalars of a vector, joined from the first on.
fn lanes_together(w: &mut Widen, op: BinaryOp, dtype: DType, vector: Value, init: Option<Value>) -> Value {
    let lanes = (0..vector::lanes(dtype)).map(|lane| w.vector(VecOp::Extract(dtype, lane as u8), &[vector]));
    let lanes: Vec<Value> = lanes.collect();
    let mut lanes = init.into_iter().chain(lanes);
    let Some(first) = lanes.next() else { return vector };
    lanes.fold(first, |so_far, lane| w.op(Op::Binary(op, so_far, lane), Type::Scalar(dtype)))
}

/// The scalar that `min` or `max` of all elements is: NaN if there was one, a zero by the signs.
fn float_extreme(w: &mut Widen, op: BinaryOp, dtype: DType, best: Value, nans: Value, signs: Value) -> Value {
    let ty = Type::Scalar(dtype);
    let best = lanes_together(w, op, dtype, best, None);
    let bits = signed_of(dtype.itemsize());
    let joined = if op == BinaryOp::Min { BinaryOp::Or } else { BinaryOp::And };
    let signs = lanes_together(w, joined, bits, signs, None);
    let zero = w.constant(bits, 0);
    let negative = w.op(Op::Compare(CompareOp::Lt, signs, zero), Type::BOOL);
    let (minus, plus, nan) = match dtype {
        DType::F32 => (1 << 31, 0, f32::NAN.to_bits().into()),
        _ => (1 << 63, 0, f64::NAN.to_bits()),
    };
    let [minus, plus, nan] = [minus, plus, nan].map(|bits| w.constant(dtype, bits));
    let signed_zero = w.op(Op::Select(negative, minus, plus), ty);
    let is_zero = w.op(Op::Compare(CompareOp::Eq, best, plus), Type::BOOL);
    let best = w.op(Op::Select(is_zero, signed_zero, best), ty);
    let any_nan = w.vector(VecOp::AnyTrue, &[nans]);
    w.op(Op::Select(any_nan, nan, best), ty)
}

/// Neighbours first.
fn tree(w: &mut Widen, values: &[Value], join: &mut dyn FnMut(&mut Widen, Value, Value) -> Option<Value>) -> Option<Value> {
    match values {
        [] => None,
        [only] => Some(*only),
        _ => {
            let (low, high) = values.split_at(values.len() / 2);
            let (low, high) = (tree(w, low, join)?, tree(w, high, join)?);
            join(w, low, high)
        }
    }
}
