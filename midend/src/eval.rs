//! The meaning of every scalar operation, on bits. The folder and the interpreter ask here, so there is one answer.
//!
//! A scalar is 64 bits in canonical form: integers sign- or zero-extended by the signedness of their dtype, bool 0 or 1,
//! `f32` its bits in the low half, `f64` its bits. Every function is total: what the verifier refuses gives some value.
//! Floats use only operations that IEEE 754 defines exactly, never a platform's math library.

use crate::ir::{BinaryOp, CastOp, CheckedOp, CompareOp, UnaryOp};
use crate::types::{DType, Type};
use std::cmp::Ordering;

/// Brings the low bits of `x` into the canonical form of `dtype` (integers wrap).
pub fn canonical(dtype: DType, x: u64) -> u64 {
    match dtype {
        DType::Bool => x & 1,
        DType::I8 => x as i8 as u64,
        DType::I16 => x as i16 as u64,
        DType::I32 => x as i32 as u64,
        DType::U8 => x as u8 as u64,
        DType::U16 => x as u16 as u64,
        DType::U32 | DType::F32 => x as u32 as u64,
        DType::I64 | DType::U64 | DType::F64 | DType::C64 | DType::C128 => x,
    }
}

/// The result of an operation on one scalar.
pub fn eval_unary(op: UnaryOp, dtype: DType, x: u64) -> u64 {
    match dtype {
        DType::F32 => unary_f32(op, f32::from_bits(x as u32)).to_bits().into(),
        DType::F64 => unary_f64(op, f64::from_bits(x)).to_bits(),
        _ => canonical(dtype, unary_int(op, dtype, x)),
    }
}

fn unary_int(op: UnaryOp, dtype: DType, x: u64) -> u64 {
    let low = low_bits(dtype, x);
    match op {
        UnaryOp::Neg => x.wrapping_neg(),
        UnaryOp::Abs if dtype.is_signed_int() => (x as i64).unsigned_abs(),
        UnaryOp::Not => !x,
        UnaryOp::Clz => (low.leading_zeros() - (64 - dtype.bits())).into(),
        UnaryOp::Ctz => low.trailing_zeros().min(dtype.bits()).into(),
        UnaryOp::Popcnt => low.count_ones().into(),
        _ => x,
    }
}

fn unary_f32(op: UnaryOp, x: f32) -> f32 {
    match op {
        // The sign of a NaN flips too, and the conversion to f64 could lose that.
        UnaryOp::Neg => -x,
        UnaryOp::Abs => x.abs(),
        // Rounding the exact root to f64 and then to f32 is the rounding to f32; so are roundings to an integer.
        _ => unary_f64(op, x.into()) as f32,
    }
}

fn unary_f64(op: UnaryOp, x: f64) -> f64 {
    match op {
        UnaryOp::Neg => -x,
        UnaryOp::Abs => x.abs(),
        UnaryOp::Sqrt => x.sqrt(),
        UnaryOp::Floor => x.floor(),
        UnaryOp::Ceil => x.ceil(),
        UnaryOp::Trunc => x.trunc(),
        UnaryOp::Rint => x.round_ties_even(),
        UnaryOp::Not | UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt => x,
    }
}

/// The result of an operation on two scalars of one dtype.
pub fn eval_binary(op: BinaryOp, dtype: DType, x: u64, y: u64) -> u64 {
    match dtype {
        DType::F32 => binary_f32(op, f32::from_bits(x as u32), f32::from_bits(y as u32)).to_bits().into(),
        DType::F64 => binary_f64(op, f64::from_bits(x), f64::from_bits(y)).to_bits(),
        _ => canonical(dtype, binary_int(op, dtype, x, y)),
    }
}

fn binary_int(op: BinaryOp, dtype: DType, x: u64, y: u64) -> u64 {
    match op {
        BinaryOp::Add => x.wrapping_add(y),
        BinaryOp::Sub => x.wrapping_sub(y),
        BinaryOp::Mul => x.wrapping_mul(y),
        BinaryOp::And => x & y,
        BinaryOp::Or => x | y,
        BinaryOp::Xor => x ^ y,
        BinaryOp::Min if compare_ints(dtype, x, y) == Ordering::Greater => y,
        BinaryOp::Max if compare_ints(dtype, x, y) == Ordering::Less => y,
        BinaryOp::Min | BinaryOp::Max => x,
        BinaryOp::Shl | BinaryOp::Shr | BinaryOp::ShrU => shift(op, dtype, x, y),
        BinaryOp::Div | BinaryOp::Copysign => x,
        _ if low_bits(dtype, y) == 0 => 0,
        BinaryOp::FloorDiv => floor_div(dtype, x, y),
        BinaryOp::FloorRem => x.wrapping_sub(floor_div(dtype, x, y).wrapping_mul(y)),
        BinaryOp::TruncRem if dtype.is_signed_int() => (x as i64).wrapping_rem(y as i64) as u64,
        BinaryOp::TruncRem => x % y,
        BinaryOp::DivS => signed(dtype, x).wrapping_div(signed(dtype, y)) as u64,
        BinaryOp::RemS => signed(dtype, x).wrapping_rem(signed(dtype, y)) as u64,
        BinaryOp::DivU => low_bits(dtype, x) / low_bits(dtype, y),
        BinaryOp::RemU => low_bits(dtype, x) % low_bits(dtype, y),
    }
}

/// The divisor is not 0.
fn floor_div(dtype: DType, x: u64, y: u64) -> u64 {
    if !dtype.is_signed_int() {
        return x / y;
    }
    let (x, y) = (x as i64, y as i64);
    let quotient = x.wrapping_div(y);
    let remainder = x.wrapping_rem(y);
    let below = remainder != 0 && (remainder < 0) != (y < 0);
    quotient.wrapping_sub(below.into()) as u64
}

fn shift(op: BinaryOp, dtype: DType, x: u64, count: u64) -> u64 {
    let bits = u64::from(dtype.bits());
    match op {
        BinaryOp::ShrU => low_bits(dtype, x) >> (count % bits),
        BinaryOp::Shl if count < bits => x << count,
        BinaryOp::Shl => 0,
        _ if dtype.is_signed_int() => ((x as i64) >> count.min(bits - 1)) as u64,
        _ if count < bits => x >> count,
        _ => 0,
    }
}

/// The bits of the value without its extension.
fn low_bits(dtype: DType, x: u64) -> u64 {
    match dtype.bits() {
        64 => x,
        bits => x & ((1 << bits) - 1),
    }
}

/// The bits of the value as a two's complement number.
fn signed(dtype: DType, x: u64) -> i64 {
    let unused = 64 - dtype.bits();
    ((x << unused) as i64) >> unused
}

macro_rules! binary_float {
    ($name:ident, $float:ty, $bits:ty) => {
        fn $name(op: BinaryOp, x: $float, y: $float) -> $float {
            match op {
                BinaryOp::Add => x + y,
                BinaryOp::Sub => x - y,
                BinaryOp::Mul => x * y,
                BinaryOp::Div => x / y,
                BinaryOp::Copysign if y.is_nan() => x.abs(),
                BinaryOp::Copysign => x.copysign(y),
                BinaryOp::Min | BinaryOp::Max if x.is_nan() || y.is_nan() => <$float>::NAN,
                // Zeros of both signs are equal, but one of them is smaller here.
                BinaryOp::Min if x == y => <$float>::from_bits(x.to_bits() | y.to_bits()),
                BinaryOp::Max if x == y => <$float>::from_bits(x.to_bits() & y.to_bits()),
                BinaryOp::Min if y < x => y,
                BinaryOp::Max if y > x => y,
                _ => x,
            }
        }
    };
}

binary_float!(binary_f32, f32, u32);
binary_float!(binary_f64, f64, u64);

/// The result of a comparison of two scalars of one dtype.
pub fn eval_compare(op: CompareOp, dtype: DType, x: u64, y: u64) -> bool {
    let unsigned = low_bits(dtype, x).cmp(&low_bits(dtype, y));
    let order = match dtype {
        DType::F32 => f32::from_bits(x as u32).partial_cmp(&f32::from_bits(y as u32)),
        DType::F64 => f64::from_bits(x).partial_cmp(&f64::from_bits(y)),
        _ => Some(compare_ints(dtype, x, y)),
    };
    match op {
        CompareOp::Eq => order == Some(Ordering::Equal),
        CompareOp::Ne => order != Some(Ordering::Equal),
        CompareOp::Lt => order == Some(Ordering::Less),
        CompareOp::Le => order.is_some_and(Ordering::is_le),
        CompareOp::Gt => order == Some(Ordering::Greater),
        CompareOp::Ge => order.is_some_and(Ordering::is_ge),
        CompareOp::LtU => unsigned.is_lt(),
        CompareOp::LeU => unsigned.is_le(),
        CompareOp::GtU => unsigned.is_gt(),
        CompareOp::GeU => unsigned.is_ge(),
    }
}

fn compare_ints(dtype: DType, x: u64, y: u64) -> Ordering {
    if dtype.is_signed_int() { (x as i64).cmp(&(y as i64)) } else { x.cmp(&y) }
}

/// The value of one dtype in another: integers wrap, floats saturate and NaN gives 0, bool is `!= 0`.
pub fn eval_convert(from: DType, to: DType, x: u64) -> u64 {
    match from {
        DType::F32 if to == DType::F32 => x,
        DType::F32 => convert_float(f32::from_bits(x as u32).into(), to),
        DType::F64 if to == DType::F64 => x,
        DType::F64 => convert_float(f64::from_bits(x), to),
        _ => convert_int(from, to, x),
    }
}

fn convert_int(from: DType, to: DType, x: u64) -> u64 {
    let signed = from.is_signed_int();
    match to {
        DType::Bool => u64::from(x != 0),
        DType::F32 if signed => (x as i64 as f32).to_bits().into(),
        DType::F32 => (x as f32).to_bits().into(),
        DType::F64 if signed => (x as i64 as f64).to_bits(),
        DType::F64 => (x as f64).to_bits(),
        _ => canonical(to, x),
    }
}

fn convert_float(x: f64, to: DType) -> u64 {
    match to {
        DType::Bool => u64::from(x != 0.0),
        DType::I8 => x as i8 as u64,
        DType::I16 => x as i16 as u64,
        DType::I32 => x as i32 as u64,
        DType::I64 => x as i64 as u64,
        DType::U8 => x as u8 as u64,
        DType::U16 => x as u16 as u64,
        DType::U32 => x as u32 as u64,
        DType::U64 => x as u64,
        DType::F32 => (x as f32).to_bits().into(),
        DType::F64 => x.to_bits(),
        // Complex numbers have two words: `complex_eval`.
        DType::C64 | DType::C128 => 0,
    }
}

/// The bits of one dtype read as another of the same size (bool and the 8-bit integers count as such).
pub fn eval_bitcast(to: DType, x: u64) -> u64 {
    canonical(to, x)
}

/// The sum, difference or product of Python ints if it fits.
pub fn eval_checked(op: CheckedOp, x: i64, y: i64) -> Option<i64> {
    match op {
        CheckedOp::Add => x.checked_add(y),
        CheckedOp::Sub => x.checked_sub(y),
        CheckedOp::Mul => x.checked_mul(y),
    }
}

/// The result of a cast between machine types; `None` if it depends on the width of addresses.
pub fn eval_cast(op: CastOp, from: Type, to: Type, x: u64) -> Option<u64> {
    let (from, to) = (from.scalar()?, to.scalar()?);
    Some(match op {
        CastOp::Extend8 => x as i8 as u64,
        CastOp::Extend16 => x as i16 as u64,
        CastOp::WidenS | CastOp::Narrow => x as i32 as u64,
        CastOp::WidenU => x as u32 as u64,
        CastOp::Bool => x & 1,
        CastOp::FloatS | CastOp::Promote | CastOp::Demote | CastOp::IntS => eval_convert(from, to, x),
        CastOp::FloatU => eval_convert(unsigned(from), to, low_bits(from, x)),
        CastOp::IntU => canonical(to, eval_convert(from, unsigned(to), x)),
        CastOp::Bits => eval_bitcast(to, x),
        CastOp::ToAddr | CastOp::FromAddr => return None,
    })
}

fn unsigned(dtype: DType) -> DType {
    if dtype == DType::I32 { DType::U32 } else { DType::U64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DType::*;

    fn bits(dtype: DType, value: i128) -> u64 {
        canonical(dtype, value as u64)
    }

    #[test]
    fn integers_wrap_and_floor() {
        use BinaryOp::*;
        for (op, dtype, x, y, expected) in [
            (Add, I8, 127, 1, -128),
            (Sub, U8, 0, 1, 255),
            (Mul, U16, 65535, 65535, 1),
            (FloorDiv, I8, -128, -1, -128),
            (FloorDiv, I64, i64::MIN.into(), -1, i64::MIN.into()),
            (FloorDiv, I32, -7, 2, -4),
            (FloorDiv, I32, 7, 0, 0),
            (FloorDiv, U64, u64::MAX.into(), 2, i64::MAX.into()),
            (FloorRem, I32, -7, 3, 2),
            (FloorRem, I32, 7, -3, -2),
            (FloorRem, I64, i64::MIN.into(), -1, 0),
            (TruncRem, I16, -7, 3, -1),
            (TruncRem, I16, -7, 0, 0),
            (Shl, I8, 1, 7, -128),
            (Shl, I8, 1, 8, 0),
            (Shl, I8, 1, -1, 0),
            (Shr, I8, -128, 100, -1),
            (Shr, U8, 128, 100, 0),
            (Shr, I64, -1, -1, -1),
            (ShrU, I32, -1, 28, 15),
            (ShrU, I32, -1, 32, -1),
            (Min, U64, u64::MAX.into(), 1, 1),
            (Max, I64, -1, 1, 1),
            (DivU, I32, -1, 2, i32::MAX.into()),
            (RemU, I64, -1, 16, 15),
        ] {
            assert_eq!(eval_binary(op, dtype, bits(dtype, x), bits(dtype, y)), bits(dtype, expected), "{op:?} {dtype} {x} {y}");
        }
    }

    #[test]
    fn unary_extremes() {
        use UnaryOp::*;
        for (op, dtype, x, expected) in [
            (Neg, I8, -128, -128),
            (Abs, I64, i64::MIN.into(), i64::MIN.into()),
            (Abs, U8, 200, 200),
            (Not, Bool, 1, 0),
            (Not, U8, 1, 254),
            (Clz, U8, 1, 7),
            (Clz, I16, -1, 0),
            (Clz, I64, 0, 64),
            (Ctz, I8, 0, 8),
            (Ctz, U32, 8, 3),
            (Popcnt, I16, -1, 16),
        ] {
            assert_eq!(eval_unary(op, dtype, bits(dtype, x)), bits(dtype, expected), "{op:?} {dtype} {x}");
        }
        assert_eq!(f64::from_bits(eval_unary(Rint, F64, 2.5f64.to_bits())), 2.0);
        assert_eq!(eval_unary(Sqrt, F32, 2f32.to_bits().into()), u64::from(2f32.sqrt().to_bits()));
    }

    #[test]
    fn zeros_and_nan_of_min_max() {
        let min = |x: f64, y: f64| eval_binary(BinaryOp::Min, F64, x.to_bits(), y.to_bits());
        let max = |x: f64, y: f64| eval_binary(BinaryOp::Max, F64, x.to_bits(), y.to_bits());
        assert_eq!(min(0.0, -0.0), (-0.0f64).to_bits());
        assert_eq!(max(-0.0, 0.0), 0);
        assert!(f64::from_bits(min(1.0, f64::NAN)).is_nan());
        assert!(f64::from_bits(max(f64::NAN, 1.0)).is_nan());
        let sign = eval_binary(BinaryOp::Copysign, F64, 1f64.to_bits(), (-f64::NAN).to_bits());
        assert_eq!(f64::from_bits(sign), 1.0);
    }

    #[test]
    fn conversions_saturate_or_wrap() {
        for (from, to, x, expected) in [
            (F64, I8, 300f64.to_bits(), 127),
            (F64, U8, (-1f64).to_bits(), 0),
            (F64, I64, f64::NAN.to_bits(), 0),
            (F64, U64, 1e30f64.to_bits(), u64::MAX),
            (F64, Bool, f64::NAN.to_bits(), 1),
            (I64, U8, -1i64 as u64, 255),
            (U32, I32, 0xffff_ffff, u64::MAX),
            (U64, F64, u64::MAX, 18446744073709551616f64.to_bits()),
            (I64, F32, (1 << 62) + 1, ((1u64 << 62) as f32).to_bits().into()),
        ] {
            assert_eq!(eval_convert(from, to, x), expected, "{from} to {to} of {x}");
        }
    }

    #[test]
    fn comparisons_follow_signedness() {
        assert!(eval_compare(CompareOp::Lt, I8, bits(I8, -1), 0));
        assert!(!eval_compare(CompareOp::Lt, U64, u64::MAX, 0));
        assert!(eval_compare(CompareOp::GtU, I32, bits(I32, -1), 5));
        assert!(eval_compare(CompareOp::Ne, F64, f64::NAN.to_bits(), f64::NAN.to_bits()));
        assert!(!eval_compare(CompareOp::Ge, F64, f64::NAN.to_bits(), 0));
        assert_eq!(eval_checked(CheckedOp::Mul, i64::MIN, -1), None);
    }

    #[test]
    fn roots_of_f32_are_rounded_once() {
        let mut seed = 1u32;
        for _ in 0..10_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let x = f32::from_bits(seed & 0x7fff_ffff);
            let root = f32::from_bits(eval_unary(UnaryOp::Sqrt, F32, x.to_bits().into()) as u32);
            assert!(root.to_bits() == x.sqrt().to_bits() || x.is_nan(), "{x}");
        }
    }
}
