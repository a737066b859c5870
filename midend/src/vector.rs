//! Operations on 128-bit vectors: the instruction set that wasm's SIMD, SSE4 and NEON share, by dtype of the lanes.
//!
//! A vector value has the type [`Type::Vector`](crate::types::Type) whatever its lanes are; the operation says how they are read, and its
//! dtype also says whether integers are signed. Comparisons give masks: all bits of a lane are set where they hold.
//! The text form is `%r = vec.add.f64 %x, %y`, `%r = vec.extract.i32.3 %x`, `%r = vec.shuffle.04…0f %x, %y`.

use crate::eval::{canonical, eval_binary, eval_compare, eval_convert, eval_unary};
use crate::ir::{BinaryOp, CompareOp, UnaryOp};
use crate::names::{self, meaning, word};
use crate::types::{DType, Type};

/// Bytes of a vector.
pub const BYTES: usize = 16;

/// The bits of a vector; lane 0 is in the first bytes.
pub type Bits = [u8; BYTES];

/// An operation on vectors. `DType::Bool` is never a lane.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum VecOp {
    /// Every lane is the scalar.
    Splat(DType),
    /// The scalar in a lane.
    Extract(DType, u8),
    /// The vector with another scalar in a lane: `(vector, scalar)`.
    Replace(DType, u8),
    /// `neg`, `abs` of any lanes, `sqrt floor ceil trunc rint` of floats, `not` of the bits.
    Unary(UnaryOp, DType),
    /// `add sub` of any lanes, `mul` (not of 8 bits), `div` of floats, `and or xor` of the bits; `min max` of floats and of
    /// integers up to 32 bits.
    Binary(BinaryOp, DType),
    /// `y < x ? y : x`, lane by lane: the first operand where one is NaN.
    PseudoMin(DType),
    /// `x < y ? y : x`, lane by lane.
    PseudoMax(DType),
    /// A mask; unsigned lanes of 64 bits know `eq` and `ne` only.
    Compare(CompareOp, DType),
    /// `shl`, `shr` by a scalar `i32` in `0..bits`: `(vector, count)`; the sign follows the dtype.
    Shift(BinaryOp, DType),
    /// Bits of the second operand where the mask (first) has ones, else of the third.
    Select,
    /// The lower (`false`) or upper half of the lanes, twice as wide; the result has lanes of this dtype, the operand of half its size.
    Widen(DType, bool),
    /// 32-bit integers to `f32`, or the lower two to `f64`: `(from, to)`. From `f32` to 32-bit integers and from `f64` to
    /// the lower two (the others are 0), saturating. `f32`'s lower two to `f64`, `f64` to the lower two `f32`.
    Convert(DType, DType),
    /// Sixteen bytes of the thirty-two of both operands.
    Shuffle(Bits),
    /// A bool: some bit is set.
    AnyTrue,
    /// A bool: no lane is 0.
    AllTrue(DType),
}

impl VecOp {
    /// The name in the text form.
    pub fn name(self) -> String {
        let typed = |word: &str, dtype: DType| format!("vec.{word}.{dtype}");
        match self {
            VecOp::Splat(dtype) => typed("splat", dtype),
            VecOp::Extract(dtype, lane) => format!("vec.extract.{dtype}.{lane}"),
            VecOp::Replace(dtype, lane) => format!("vec.replace.{dtype}.{lane}"),
            VecOp::Unary(op, dtype) => typed(word(names::UNARY, &op), dtype),
            VecOp::Binary(op, dtype) => typed(word(names::BINARY, &op), dtype),
            VecOp::PseudoMin(dtype) => typed("pseudo_min", dtype),
            VecOp::PseudoMax(dtype) => typed("pseudo_max", dtype),
            VecOp::Compare(op, dtype) => typed(word(names::COMPARE, &op), dtype),
            VecOp::Shift(op, dtype) => typed(word(names::BINARY, &op), dtype),
            VecOp::Select => "vec.select".to_string(),
            VecOp::Widen(dtype, high) => typed(if high { "widen_high" } else { "widen_low" }, dtype),
            VecOp::Convert(from, to) => format!("vec.convert.{from}.{to}"),
            VecOp::Shuffle(bytes) => format!("vec.shuffle.{}", bytes.map(|byte| format!("{byte:02x}")).concat()),
            VecOp::AnyTrue => "vec.any_true".to_string(),
            VecOp::AllTrue(dtype) => typed("all_true", dtype),
        }
    }

    /// The operation of a name.
    pub fn from_name(name: &str) -> Option<VecOp> {
        let mut parts = name.strip_prefix("vec.")?.split('.');
        let (op, first, second) = (parts.next()?, parts.next(), parts.next());
        if let ("shuffle", Some(hex)) = (op, first) {
            return shuffle_from(hex);
        }
        let Some(dtype) = first.map(dtype_of) else {
            return match op {
                "select" => Some(VecOp::Select),
                "any_true" => Some(VecOp::AnyTrue),
                _ => None,
            };
        };
        let dtype = dtype?;
        let lane = || second.and_then(|lane| lane.parse().ok());
        Some(match op {
            "splat" => VecOp::Splat(dtype),
            "extract" => VecOp::Extract(dtype, lane()?),
            "replace" => VecOp::Replace(dtype, lane()?),
            "pseudo_min" => VecOp::PseudoMin(dtype),
            "pseudo_max" => VecOp::PseudoMax(dtype),
            "shl" => VecOp::Shift(BinaryOp::Shl, dtype),
            "shr" => VecOp::Shift(BinaryOp::Shr, dtype),
            "widen_low" => VecOp::Widen(dtype, false),
            "widen_high" => VecOp::Widen(dtype, true),
            "convert" => VecOp::Convert(dtype, dtype_of(second?)?),
            "all_true" => VecOp::AllTrue(dtype),
            _ => arithmetic(op, dtype)?,
        })
    }

    /// The type of the result.
    pub fn result(self) -> Type {
        match self {
            VecOp::Extract(dtype, _) => Type::Scalar(dtype),
            VecOp::AnyTrue | VecOp::AllTrue(_) => Type::BOOL,
            _ => Type::Vector,
        }
    }

    /// The types of the operands; scalars as they are before `Flat`.
    pub fn operands(self) -> &'static [Type] {
        const ONE: &[Type] = &[Type::Vector];
        const TWO: &[Type] = &[Type::Vector, Type::Vector];
        match self {
            VecOp::Splat(dtype) => scalar_operand(dtype),
            VecOp::Replace(dtype, _) => vector_and_scalar(dtype),
            VecOp::Shift(..) => vector_and_scalar(DType::I32),
            VecOp::Select => &[Type::Vector, Type::Vector, Type::Vector],
            VecOp::Binary(..) | VecOp::PseudoMin(_) | VecOp::PseudoMax(_) | VecOp::Compare(..) | VecOp::Shuffle(_) => TWO,
            VecOp::Extract(..) | VecOp::Unary(..) | VecOp::Widen(..) | VecOp::Convert(..) => ONE,
            VecOp::AnyTrue | VecOp::AllTrue(_) => ONE,
        }
    }

    /// True if the operation exists for its lanes.
    pub fn is_valid(self) -> bool {
        let lanes_of = |dtype: DType| (BYTES as u32 / dtype.itemsize()) as u8;
        match self {
            VecOp::Splat(dtype) | VecOp::AllTrue(dtype) => dtype != DType::Bool,
            VecOp::Extract(dtype, lane) | VecOp::Replace(dtype, lane) => dtype != DType::Bool && lane < lanes_of(dtype),
            VecOp::Unary(op, dtype) => match op {
                UnaryOp::Neg | UnaryOp::Abs => dtype != DType::Bool,
                UnaryOp::Not => dtype.is_int(),
                UnaryOp::Sqrt | UnaryOp::Floor | UnaryOp::Ceil | UnaryOp::Trunc | UnaryOp::Rint => dtype.is_float(),
                _ => false,
            },
            VecOp::Binary(op, dtype) => binary_is_valid(op, dtype),
            VecOp::PseudoMin(dtype) | VecOp::PseudoMax(dtype) => dtype.is_float(),
            VecOp::Compare(op, dtype) => match op {
                CompareOp::Eq | CompareOp::Ne => dtype != DType::Bool,
                CompareOp::Lt | CompareOp::Le | CompareOp::Gt | CompareOp::Ge => !matches!(dtype, DType::Bool | DType::U64),
                _ => false,
            },
            VecOp::Shift(op, dtype) => dtype.is_int() && matches!(op, BinaryOp::Shl | BinaryOp::Shr),
            VecOp::Widen(dtype, _) => dtype.is_int() && dtype.itemsize() > 1,
            VecOp::Convert(from, to) => convert_is_valid(from, to),
            VecOp::Shuffle(bytes) => bytes.iter().all(|byte| usize::from(*byte) < 2 * BYTES),
            VecOp::Select | VecOp::AnyTrue => true,
        }
    }
}

fn dtype_of(name: &str) -> Option<DType> {
    DType::ALL.into_iter().find(|dtype| dtype.ir_name() == name)
}

fn arithmetic(op: &str, dtype: DType) -> Option<VecOp> {
    let unary = meaning(names::UNARY, op).map(|op| VecOp::Unary(op, dtype));
    let binary = || meaning(names::BINARY, op).map(|op| VecOp::Binary(op, dtype));
    let compare = || meaning(names::COMPARE, op).map(|op| VecOp::Compare(op, dtype));
    unary.or_else(binary).or_else(compare)
}

fn shuffle_from(hex: &str) -> Option<VecOp> {
    let mut bytes = [0; BYTES];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    (hex.len() == 2 * BYTES).then_some(VecOp::Shuffle(bytes))
}

fn scalar_operand(dtype: DType) -> &'static [Type] {
    &vector_and_scalar(dtype)[1..]
}

fn vector_and_scalar(dtype: DType) -> &'static [Type] {
    macro_rules! pairs {
        ($($dtype:ident),*) => {
            match dtype {
                $(DType::$dtype => &[Type::Vector, Type::Scalar(DType::$dtype)],)*
            }
        };
    }
    pairs!(Bool, I8, I16, I32, I64, U8, U16, U32, U64, F32, F64, C64, C128)
}

fn binary_is_valid(op: BinaryOp, dtype: DType) -> bool {
    match op {
        _ if dtype.is_complex() => false,
        BinaryOp::Add | BinaryOp::Sub => dtype != DType::Bool,
        BinaryOp::Mul => dtype.itemsize() > 1,
        BinaryOp::Div => dtype.is_float(),
        BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => dtype.is_int(),
        BinaryOp::Min | BinaryOp::Max => dtype.is_float() || (dtype.is_int() && dtype.itemsize() < 8),
        _ => false,
    }
}

fn convert_is_valid(from: DType, to: DType) -> bool {
    use DType::{F32, F64, I32, U32};
    matches!((from, to), (I32 | U32, F32 | F64) | (F32 | F64, I32 | U32) | (F32, F64) | (F64, F32))
}

/// An operand or a result of [`eval`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// The bits of a scalar, canonical.
    Scalar(u64),
    /// A vector.
    Vector(Bits),
}

impl Operand {
    fn scalar(self) -> u64 {
        match self {
            Operand::Scalar(bits) => bits,
            Operand::Vector(bits) => lane(DType::U64, &bits, 0),
        }
    }

    fn vector(self) -> Bits {
        match self {
            Operand::Vector(bits) => bits,
            Operand::Scalar(_) => [0; BYTES],
        }
    }
}

/// The meaning of every operation, lane by lane with that of scalars. Missing operands count as zeros.
pub fn eval(op: VecOp, operands: &[Operand]) -> Operand {
    let at = |index: usize| operands.get(index).copied().unwrap_or(Operand::Scalar(0));
    let (x, y) = (at(0).vector(), at(1).vector());
    let vector = match op {
        VecOp::Extract(dtype, number) => return Operand::Scalar(lane(dtype, &x, number.into())),
        VecOp::AnyTrue => return Operand::Scalar(u64::from(x != [0; BYTES])),
        VecOp::AllTrue(dtype) => return Operand::Scalar(u64::from((0..lanes(dtype)).all(|at| lane(dtype, &x, at) != 0))),
        VecOp::Splat(dtype) => build(dtype, |_| at(0).scalar()),
        VecOp::Replace(dtype, number) => {
            build(dtype, |index| if index == usize::from(number) { at(1).scalar() } else { lane(dtype, &x, index) })
        }
        VecOp::Unary(UnaryOp::Not, _) => x.map(|byte| !byte),
        VecOp::Unary(op, dtype) => build(dtype, |at| eval_unary(op, dtype, lane(dtype, &x, at))),
        VecOp::Binary(op, dtype) => both(dtype, &x, &y, |x, y| eval_binary(op, dtype, x, y)),
        VecOp::PseudoMin(dtype) => both(dtype, &x, &y, |x, y| if eval_compare(CompareOp::Lt, dtype, y, x) { y } else { x }),
        VecOp::PseudoMax(dtype) => both(dtype, &x, &y, |x, y| if eval_compare(CompareOp::Lt, dtype, x, y) { y } else { x }),
        VecOp::Compare(op, dtype) => both(dtype, &x, &y, |x, y| if eval_compare(op, dtype, x, y) { u64::MAX } else { 0 }),
        VecOp::Shift(op, dtype) => build(dtype, |index| eval_binary(op, dtype, lane(dtype, &x, index), at(1).scalar())),
        VecOp::Select => {
            let other = at(2).vector();
            std::array::from_fn(|at| (x[at] & y[at]) | (!x[at] & other[at]))
        }
        VecOp::Widen(dtype, high) => {
            let half = halved(dtype);
            let first = if high { lanes(dtype) } else { 0 };
            build(dtype, |at| lane(half, &x, first + at))
        }
        VecOp::Convert(from, to) => {
            let live = lanes(from).min(lanes(to));
            build(to, |at| if at < live { eval_convert(from, to, lane(from, &x, at)) } else { 0 })
        }
        VecOp::Shuffle(bytes) => {
            bytes.map(|byte| if usize::from(byte) < BYTES { x[usize::from(byte)] } else { y[usize::from(byte) % BYTES] })
        }
    };
    Operand::Vector(vector)
}

/// The number of lanes of a dtype.
pub fn lanes(dtype: DType) -> usize {
    BYTES / dtype.itemsize() as usize
}

/// The integer dtype of half the size and the same sign.
pub fn halved(dtype: DType) -> DType {
    match dtype {
        DType::I64 => DType::I32,
        DType::I32 => DType::I16,
        DType::I16 => DType::I8,
        DType::U64 => DType::U32,
        DType::U32 => DType::U16,
        _ => DType::U8,
    }
}

fn lane(dtype: DType, bits: &Bits, at: usize) -> u64 {
    let size = dtype.itemsize() as usize;
    let mut bytes = [0; 8];
    if let Some(from) = bits.get(at * size..(at + 1) * size) {
        bytes[..size].copy_from_slice(from);
    }
    canonical(dtype, u64::from_le_bytes(bytes))
}

fn build(dtype: DType, lane: impl Fn(usize) -> u64) -> Bits {
    let size = dtype.itemsize() as usize;
    let mut bits = [0; BYTES];
    for (at, bytes) in bits.chunks_mut(size).enumerate() {
        bytes.copy_from_slice(&lane(at).to_le_bytes()[..size]);
    }
    bits
}

fn both(dtype: DType, x: &Bits, y: &Bits, f: impl Fn(u64, u64) -> u64) -> Bits {
    build(dtype, |at| f(lane(dtype, x, at), lane(dtype, y, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        let ops = [
            VecOp::Splat(DType::U8),
            VecOp::Extract(DType::F64, 1),
            VecOp::Replace(DType::I32, 3),
            VecOp::Unary(UnaryOp::Sqrt, DType::F32),
            VecOp::Binary(BinaryOp::Max, DType::U16),
            VecOp::PseudoMin(DType::F64),
            VecOp::Compare(CompareOp::Ge, DType::I64),
            VecOp::Shift(BinaryOp::Shr, DType::U32),
            VecOp::Select,
            VecOp::Widen(DType::U64, true),
            VecOp::Convert(DType::F64, DType::I32),
            VecOp::Shuffle(std::array::from_fn(|at| 31 - at as u8)),
            VecOp::AnyTrue,
            VecOp::AllTrue(DType::I8),
        ];
        for op in ops {
            assert!(op.is_valid(), "{op:?}");
            assert_eq!(VecOp::from_name(&op.name()), Some(op));
        }
    }

    #[test]
    fn lanes_are_scalars() {
        let splat = |dtype, value: u64| eval(VecOp::Splat(dtype), &[Operand::Scalar(value)]);
        let sum = eval(VecOp::Binary(BinaryOp::Add, DType::U8), &[splat(DType::U8, 250), splat(DType::U8, 10)]);
        assert_eq!(eval(VecOp::Extract(DType::U8, 15), &[sum]), Operand::Scalar(4));
        let wide = eval(VecOp::Widen(DType::I16, true), &[splat(DType::I8, -3i64 as u64)]);
        assert_eq!(eval(VecOp::Extract(DType::I16, 0), &[wide]), Operand::Scalar(-3i64 as u64));
        let mask = eval(VecOp::Compare(CompareOp::Lt, DType::I32), &[splat(DType::I32, 1), splat(DType::I32, 2)]);
        let chosen = eval(VecOp::Select, &[mask, splat(DType::F64, 7), splat(DType::F64, 8)]);
        assert_eq!(eval(VecOp::Extract(DType::F64, 0), &[chosen]), Operand::Scalar(7));
    }
}
