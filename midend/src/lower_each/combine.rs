//! What combiners start from, and how one more element joins.

use super::build::Builder;
use crate::ir::{BinaryOp, Combiner, CompareOp, UnaryOp, Value, Values};
use crate::types::{DType, Kind, Type};

/// True for ArgMin and ArgMax.
pub(super) fn is_arg(combiner: Combiner) -> bool {
    matches!(combiner, Combiner::ArgMin | Combiner::ArgMax)
}

/// True if the order of additions matters.
pub(super) fn is_float_sum(combiner: Combiner, dtype: DType) -> bool {
    matches!(combiner, Combiner::Sum | Combiner::SumBlocks) && dtype.is_inexact()
}

/// The bits of the value that a reduction starts from: any element replaces it, or leaves it unchanged. Not of complex
/// numbers.
fn identity_bits(combiner: Combiner, dtype: DType) -> u64 {
    match combiner {
        Combiner::Sum | Combiner::SumBlocks | Combiner::Or => 0,
        Combiner::And => 1,
        Combiner::Prod => match dtype {
            DType::F32 => u64::from(1f32.to_bits()),
            DType::F64 => 1f64.to_bits(),
            _ => 1,
        },
        Combiner::Min | Combiner::ArgMin => extreme(dtype, f64::INFINITY, dtype.int_max()),
        Combiner::Max | Combiner::ArgMax => extreme(dtype, f64::NEG_INFINITY, dtype.int_min()),
    }
}

fn extreme(dtype: DType, float: f64, int: i128) -> u64 {
    match dtype {
        DType::F32 => u64::from((float as f32).to_bits()),
        DType::F64 => float.to_bits(),
        // Sign-extended or zero-extended to 64 bits, as constants are.
        _ => int as u64,
    }
}

/// The operation of a combiner that is one (all but ArgMin and ArgMax).
pub(super) fn operation(combiner: Combiner, dtype: DType) -> BinaryOp {
    let logical = dtype.kind() == Kind::Bool;
    match combiner {
        Combiner::Sum | Combiner::SumBlocks | Combiner::Max | Combiner::ArgMax | Combiner::Or if logical => BinaryOp::Or,
        Combiner::Prod | Combiner::Min | Combiner::ArgMin | Combiner::And if logical => BinaryOp::And,
        Combiner::Sum | Combiner::SumBlocks => BinaryOp::Add,
        Combiner::Prod => BinaryOp::Mul,
        Combiner::Min | Combiner::ArgMin => BinaryOp::Min,
        Combiner::Max | Combiner::ArgMax => BinaryOp::Max,
        Combiner::And => BinaryOp::And,
        Combiner::Or => BinaryOp::Or,
    }
}

/// The identity as a constant.
pub(super) fn identity(b: &mut Builder, combiner: Combiner, dtype: DType) -> Value {
    let Some(part) = dtype.part() else { return b.constant(dtype, identity_bits(combiner, dtype)) };
    let re = b.constant(part, identity_bits(combiner, part));
    // The identity of a product is 1 + 0j; that of the others has equal parts.
    let im = if combiner == Combiner::Prod { b.constant(part, 0) } else { re };
    b.complex(re, im)
}

/// One more element.
pub(super) fn combine(b: &mut Builder, combiner: Combiner, so_far: Value, element: Value) -> Value {
    let dtype = dtype_of(b, element);
    b.binary(operation(combiner, dtype), so_far, element)
}

/// One more element of ArgMin or ArgMax: it takes the lead if it is better, or the first NaN. Few elements are, so most
/// cost one comparison.
pub(super) fn combine_arg(b: &mut Builder, combiner: Combiner, best: [Value; 2], element: [Value; 2]) -> [Value; 2] {
    let dtype = dtype_of(b, element[0]);
    if !dtype.is_float() {
        let wins = beats(b, combiner, element[0], best[0]);
        return [b.select(wins, element[0], best[0]), b.select(wins, element[1], best[1])];
    }
    let behind = if combiner == Combiner::ArgMin { CompareOp::Ge } else { CompareOp::Le };
    let stays = b.compare(behind, element[0], best[0]);
    let types = [Type::Scalar(dtype), b.func.ty(best[1])];
    let lead = |b: &mut Builder| {
        // Better, or one of the two is NaN: the one before stays.
        let was_number = b.compare(CompareOp::Eq, best[0], best[0]);
        Values::from_slice(&[b.select(was_number, element[0], best[0]), b.select(was_number, element[1], best[1])])
    };
    let next = b.if_else(stays, &types, |_| Values::from_slice(&best), lead);
    [next[0], next[1]]
}

fn beats(b: &mut Builder, combiner: Combiner, x: Value, best: Value) -> Value {
    let dtype = dtype_of(b, x);
    let smaller = combiner == Combiner::ArgMin;
    if dtype == DType::Bool {
        let (low, high) = if smaller { (x, best) } else { (best, x) };
        let not_low = b.op(crate::ir::Op::Unary(UnaryOp::Not, low), Type::BOOL);
        return b.binary(BinaryOp::And, not_low, high);
    }
    let better = b.compare(if smaller { CompareOp::Lt } else { CompareOp::Gt }, x, best);
    if !dtype.is_inexact() {
        return better;
    }
    let is_nan = b.compare(CompareOp::Ne, x, x);
    let was_number = b.compare(CompareOp::Eq, best, best);
    let first_nan = b.binary(BinaryOp::And, is_nan, was_number);
    b.binary(BinaryOp::Or, better, first_nan)
}

fn dtype_of(b: &Builder, value: Value) -> DType {
    b.func.ty(value).scalar().unwrap_or(DType::I64)
}
