//! Identities of single operations, for `share_common`: what is constant, what gives back an operand, and the arithmetic
//! of slices, whose extents would not meet otherwise (`x[2:]` and `x[:-2]` are equally long).

use super::share_common::{Sharing, commutes};
use crate::axis_order::view_type;
use crate::eval;
use crate::ir::{BinaryOp, CompareOp, Inst, Op, Part, UnaryOp, Value, View};
use crate::types::{DType, Type};

/// Numbers up to this, added to an extent, do not wrap.
const SMALL: i64 = 1 << 40;

/// What the operation is without itself; `None` if it stays (perhaps with its operands in a better order).
pub(super) fn simplify(s: &mut Sharing, inst: Inst) -> Option<Value> {
    let result = *s.func.inst_results(inst).first()?;
    let ty = s.func.ty(result);
    if let Some(bits) = constant(s, s.func.op(inst), ty) {
        return Some(s.constant(ty, bits));
    }
    match s.func.op(inst).clone() {
        Op::Binary(op, x, y) => {
            let (x, y) = constant_last(s, inst, op, x, y);
            binary(s, op, x, y, ty.scalar()?)
        }
        Op::Unary(op @ (UnaryOp::Not | UnaryOp::Neg), x) => match s.func.def_op(x) {
            Some(Op::Unary(inner, y)) if *inner == op => Some(*y),
            _ => None,
        },
        Op::Compare(op, x, y) if x == y && !s.func.ty(x).scalar()?.is_inexact() => {
            let holds = eval::eval_compare(op, DType::I64, 0, 0);
            Some(s.constant(Type::BOOL, holds.into()))
        }
        Op::Select(cond, x, y) => select(s, cond, x, y),
        Op::Convert(x) if s.func.ty(x) == ty => Some(x),
        Op::Part(part, z) => match s.func.def_op(z) {
            Some(Op::Complex(re, im)) => Some(if part == Part::Real { *re } else { *im }),
            _ => None,
        },
        Op::Dim(array, axis) => s.extent(array, axis),
        Op::View(view) => same_array(s, &view, ty).or_else(|| refined(s, view, ty)),
        Op::AssumeLayout(base) if s.func.ty(base) == ty => Some(base),
        _ => None,
    }
}

/// The bits of the result if all operands are constants.
fn constant(s: &Sharing, op: &Op, ty: Type) -> Option<u64> {
    let bits = |value: &Value| s.func.const_bits(*value);
    let dtype = |value: &Value| s.func.ty(*value).scalar();
    Some(match op {
        Op::Unary(op, x) => eval::eval_unary(*op, dtype(x)?, bits(x)?),
        Op::Binary(op, x, y) => eval::eval_binary(*op, dtype(x)?, bits(x)?, bits(y)?),
        Op::Compare(op, x, y) => eval::eval_compare(*op, dtype(x)?, bits(x)?, bits(y)?).into(),
        Op::Convert(x) => eval::eval_convert(dtype(x)?, ty.scalar().filter(|to| !to.is_complex())?, bits(x)?),
        Op::Checked(op, x, y, _) => eval::eval_checked(*op, bits(x)? as i64, bits(y)? as i64)? as u64,
        _ => return None,
    })
}

fn constant_last(s: &mut Sharing, inst: Inst, op: BinaryOp, x: Value, y: Value) -> (Value, Value) {
    if !commutes(op) || s.func.const_bits(x).is_none() || s.func.const_bits(y).is_some() {
        return (x, y);
    }
    *s.func.op_mut(inst) = Op::Binary(op, y, x);
    (y, x)
}

fn binary(s: &mut Sharing, op: BinaryOp, x: Value, y: Value, dtype: DType) -> Option<Value> {
    use BinaryOp::*;
    if x == y && matches!(op, And | Or | Min | Max) {
        return Some(x);
    }
    let known = s.func.const_bits(y);
    if dtype.is_complex() {
        return None;
    }
    if dtype.is_float() {
        let one = if dtype == DType::F64 { 1f64.to_bits() } else { 1f32.to_bits().into() };
        return (matches!(op, Mul | Div) && known == Some(one)).then_some(x);
    }
    if x == y && matches!(op, Sub | Xor) {
        return Some(s.constant(Type::Scalar(dtype), 0));
    }
    let ones = eval::eval_unary(UnaryOp::Not, dtype, 0);
    match (op, known) {
        (Add | Sub | Or | Xor | Shl | Shr, Some(0)) => return Some(x),
        (Mul | And, Some(0)) => return Some(y),
        (Mul | FloorDiv, Some(1)) if dtype != DType::Bool => return Some(x),
        (And, Some(bits)) if bits == ones => return Some(x),
        (Or, Some(bits)) if bits == ones => return Some(y),
        _ => {}
    }
    if dtype == DType::I64 { of_slices(s, op, x, y) } else { None }
}

fn select(s: &Sharing, cond: Value, x: Value, y: Value) -> Option<Value> {
    if x == y {
        return Some(x);
    }
    if let Some(bits) = s.func.const_bits(cond) {
        return Some(if bits != 0 { x } else { y });
    }
    // `n if 0 < n else 0` of an extent.
    if let Some(Op::Compare(CompareOp::Lt, zero, n)) = s.func.def_op(cond)
        && (*n == x && is_extent(s, x) && int(s, *zero) == Some(0) && int(s, y) == Some(0))
    {
        return Some(x);
    }
    // `y if x == y else x` is `x`.
    let Some(Op::Compare(CompareOp::Eq, a, b)) = s.func.def_op(cond) else { return None };
    let chosen = (*a, *b) == (x, y) || (*a, *b) == (y, x);
    let integer = s.func.ty(x).scalar().is_some_and(|dtype| !dtype.is_inexact());
    (chosen && integer).then_some(y)
}

// ---- lengths of slices

/// `max(n + k, 0)` of an extent `n`, `k ≤ 0`.
struct Clamped {
    extent: Value,
    add: i64,
}

fn of_slices(s: &mut Sharing, op: BinaryOp, x: Value, y: Value) -> Option<Value> {
    match op {
        // One form for both makes sums of constants meet.
        BinaryOp::Sub => match int(s, y) {
            Some(k) if k != i64::MIN => {
                let minus = s.constant(Type::I64, k.wrapping_neg() as u64);
                Some(s.emit(Op::Binary(BinaryOp::Add, x, minus), Type::I64))
            }
            Some(_) => None,
            // n - min(n, k)
            None if is_extent(s, x) => {
                let taken = cut_off(s, x, y)?;
                Some(clamped(s, Clamped { extent: x, add: -taken }))
            }
            None => None,
        },
        BinaryOp::Add => {
            let Some(Op::Binary(BinaryOp::Add, base, first)) = s.func.def_op(x) else { return None };
            let base = *base;
            let both = int(s, *first)?.wrapping_add(int(s, y)?);
            let both = s.constant(Type::I64, both as u64);
            Some(s.emit(Op::Binary(BinaryOp::Add, base, both), Type::I64))
        }
        BinaryOp::Max if int(s, y) == Some(0) => {
            if is_extent(s, x) || as_clamped(s, x).is_some() {
                return Some(x);
            }
            match *s.func.def_op(x)? {
                // max(max(n + k, 0) - min(n, l), 0)
                Op::Binary(BinaryOp::Sub, a, b) => {
                    let from = as_clamped(s, a)?;
                    let taken = cut_off(s, from.extent, b)?;
                    Some(clamped(s, Clamped { extent: from.extent, add: from.add - taken }))
                }
                // max(max(n + k, 0) + l, 0)
                Op::Binary(BinaryOp::Add, a, b) => {
                    let (from, add) = (as_clamped(s, a)?, int(s, b)?);
                    (from.add != 0 && (-SMALL..=0).contains(&add))
                        .then(|| clamped(s, Clamped { extent: from.extent, add: from.add + add }))
                }
                _ => None,
            }
        }
        // An extent is at least 0.
        BinaryOp::Min if int(s, y).is_some_and(|k| k <= 0) && is_extent(s, x) => Some(y),
        _ => None,
    }
}

fn clamped(s: &mut Sharing, form: Clamped) -> Value {
    if form.add == 0 {
        return form.extent;
    }
    let add = s.constant(Type::I64, form.add as u64);
    let sum = s.emit(Op::Binary(BinaryOp::Add, form.extent, add), Type::I64);
    let zero = s.constant(Type::I64, 0);
    s.emit(Op::Binary(BinaryOp::Max, sum, zero), Type::I64)
}

fn as_clamped(s: &Sharing, value: Value) -> Option<Clamped> {
    if is_extent(s, value) {
        return Some(Clamped { extent: value, add: 0 });
    }
    let Some(Op::Binary(BinaryOp::Max, sum, zero)) = s.func.def_op(value) else { return None };
    let Some(Op::Binary(BinaryOp::Add, extent, add)) = s.func.def_op(*sum) else { return None };
    let add = int(s, *add)?;
    (int(s, *zero) == Some(0) && is_extent(s, *extent) && (-SMALL..=0).contains(&add))
        .then_some(Clamped { extent: *extent, add })
}

/// The constant `k ≥ 0` of `min(n, k)`.
fn cut_off(s: &Sharing, extent: Value, value: Value) -> Option<i64> {
    let Some(Op::Binary(BinaryOp::Min, n, k)) = s.func.def_op(value) else { return None };
    int(s, *k).filter(|k| *n == extent && (0..=SMALL).contains(k))
}

/// True for what is an array's extent: not negative.
fn is_extent(s: &Sharing, value: Value) -> bool {
    matches!(s.func.def_op(value), Some(Op::Dim(..)))
}

fn int(s: &Sharing, value: Value) -> Option<i64> {
    s.func.const_bits(value).map(|bits| bits as i64)
}

/// The base itself, if the view is all of it. The type may say more then than that of the view.
fn same_array(s: &mut Sharing, view: &View, ty: Type) -> Option<Value> {
    let base = s.func.ty(view.base).array()?;
    let starts = view.offsets.iter().all(|(_, start)| int(s, *start) == Some(0));
    if !starts || usize::from(base.rank) != view.axes.len() {
        return None;
    }
    for (at, axis) in view.axes.iter().enumerate() {
        let (from, scale) = axis.source?;
        let whole = s.extent(view.base, from) == Some(axis.extent);
        if usize::from(from) != at || int(s, scale) != Some(1) || !whole {
            return None;
        }
    }
    Some(if Type::Array(base) == ty { view.base } else { s.emit(Op::AssumeLayout(view.base), ty) })
}

/// The view under a type that says more, where more is known by now.
fn refined(s: &mut Sharing, view: Box<View>, ty: Type) -> Option<Value> {
    let (base, ty) = (s.func.ty(view.base).array()?, ty.array()?);
    let known = view_type(s.func, base, &|axis| s.extent(view.base, axis as u8), &view);
    if known.layout == ty.layout || known.layout.meet(ty.layout, ty.rank) != ty.layout {
        return None;
    }
    let viewed = s.emit(Op::View(view), Type::Array(known));
    Some(s.emit(Op::AssumeLayout(viewed), Type::Array(ty)))
}
