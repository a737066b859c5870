//! Typed scalars in machine types.
//!
//! Integers of up to 32 bits live in an `i32`, sign- or zero-extended by their dtype; `uint32` is its bits. Whatever can
//! leave the range of the dtype is extended again at once, so every value is always in this form.

use super::build::Builder;
use crate::ir::{BinaryOp, CastOp, CompareOp, MemType, UnaryOp, Value};
use crate::types::{DType, Type};

/// The machine type of a scalar; of a complex number, that of each of its parts.
pub(crate) fn machine(dtype: DType) -> Type {
    match dtype {
        DType::Bool => Type::BOOL,
        DType::I64 | DType::U64 => Type::I64,
        DType::F32 | DType::C64 => Type::F32,
        DType::F64 | DType::C128 => Type::F64,
        _ => Type::I32,
    }
}

/// How elements of a dtype are loaded and stored.
pub(super) fn memory(dtype: DType) -> MemType {
    match dtype {
        DType::Bool | DType::U8 => MemType::U8,
        DType::I8 => MemType::I8,
        DType::I16 => MemType::I16,
        DType::U16 => MemType::U16,
        DType::I32 | DType::U32 => MemType::I32,
        DType::I64 | DType::U64 => MemType::I64,
        DType::F32 | DType::C64 => MemType::F32,
        DType::F64 | DType::C128 => MemType::F64,
    }
}

/// The bits of a constant of this dtype in its machine type.
pub(super) fn machine_bits(dtype: DType, bits: u64) -> u64 {
    match machine(dtype) {
        Type::I32 => bits as i32 as u64,
        _ => crate::eval::canonical(dtype, bits),
    }
}

pub(super) fn is_narrow(dtype: DType) -> bool {
    dtype.is_int() && dtype.bits() < 32
}

impl Builder {
    /// Brings a machine integer into the range of `dtype`.
    pub fn extend(&mut self, dtype: DType, x: Value) -> Value {
        match dtype {
            DType::I8 => self.cast(CastOp::Extend8, x, Type::I32),
            DType::I16 => self.cast(CastOp::Extend16, x, Type::I32),
            DType::U8 | DType::U16 => self.low_bits(dtype, x),
            _ => x,
        }
    }

    /// The bits of a narrow integer, zero-extended.
    fn low_bits(&mut self, dtype: DType, x: Value) -> Value {
        if !is_narrow(dtype) {
            return x;
        }
        let mask = self.i32((1 << dtype.bits()) - 1);
        self.and(x, mask)
    }

    /// An operation on one scalar of this dtype.
    pub fn typed_unary(&mut self, op: UnaryOp, dtype: DType, x: Value) -> Value {
        match dtype {
            DType::Bool => self.unary_bool(op, x),
            DType::F32 | DType::F64 if is_float_op(op) => self.unary(op, x),
            DType::F32 | DType::F64 => x,
            _ => self.unary_int(op, dtype, x),
        }
    }

    /// Arithmetic on one bit.
    fn unary_bool(&mut self, op: UnaryOp, x: Value) -> Value {
        match op {
            UnaryOp::Not | UnaryOp::Clz | UnaryOp::Ctz => self.not(x),
            _ => x,
        }
    }

    fn unary_int(&mut self, op: UnaryOp, dtype: DType, x: Value) -> Value {
        match op {
            UnaryOp::Neg => {
                let negative = self.unary(op, x);
                self.extend(dtype, negative)
            }
            UnaryOp::Not => {
                let inverse = self.unary(op, x);
                self.extend(dtype, inverse)
            }
            UnaryOp::Abs if dtype.is_signed_int() => self.abs(dtype, x),
            UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt => self.count_bits(op, dtype, x),
            _ => x,
        }
    }

    /// `(x ^ s) - s` with `s` the sign in every bit.
    pub fn abs(&mut self, dtype: DType, x: Value) -> Value {
        if self.bound(x).is_some() {
            return x;
        }
        let sign = self.sign(x);
        let flipped = self.binary(BinaryOp::Xor, x, sign);
        let positive = self.sub(flipped, sign);
        self.extend(dtype, positive)
    }

    /// −1 for a negative machine integer, else 0.
    pub fn sign(&mut self, x: Value) -> Value {
        let count = self.like(x, if self.ty(x) == Type::I32 { 31 } else { 63 });
        self.binary(BinaryOp::Shr, x, count)
    }

    fn count_bits(&mut self, op: UnaryOp, dtype: DType, x: Value) -> Value {
        if !is_narrow(dtype) {
            return self.unary(op, x);
        }
        match op {
            UnaryOp::Ctz => {
                // A bit above the width stops the count there.
                let stop = self.i32(1 << dtype.bits());
                let stopped = self.or(x, stop);
                self.unary(op, stopped)
            }
            UnaryOp::Clz => {
                let low = self.low_bits(dtype, x);
                let count = self.unary(op, low);
                let unused = self.i32(32 - dtype.bits() as i32);
                self.sub(count, unused)
            }
            _ => {
                let low = self.low_bits(dtype, x);
                self.unary(op, low)
            }
        }
    }

    /// An operation on two scalars of this dtype.
    pub fn typed_binary(&mut self, op: BinaryOp, dtype: DType, x: Value, y: Value) -> Value {
        match dtype {
            DType::Bool => self.binary_bool(op, x, y),
            DType::F32 | DType::F64 if is_float_binary(op) => self.binary(op, x, y),
            DType::F32 | DType::F64 => x,
            _ => self.binary_int(op, dtype, x, y),
        }
    }

    /// Arithmetic on one bit; a shift by 1 leaves nothing, a division by 1 everything.
    fn binary_bool(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        use BinaryOp::*;
        match op {
            Add | Sub | Xor => self.binary(Xor, x, y),
            Mul | And | Min | FloorDiv | DivS | DivU => self.and(x, y),
            Or | Max => self.or(x, y),
            Shl | Shr => {
                let stays = self.not(y);
                self.and(x, stays)
            }
            FloorRem | TruncRem | RemS | RemU => self.bool(false),
            Div | Copysign | ShrU => x,
        }
    }

    fn binary_int(&mut self, op: BinaryOp, dtype: DType, x: Value, y: Value) -> Value {
        use BinaryOp::*;
        match op {
            Add | Sub | Mul => {
                let wide = self.binary(op, x, y);
                self.extend(dtype, wide)
            }
            And | Or | Xor => self.binary(op, x, y),
            Min => self.min_max(CompareOp::Lt, dtype, x, y),
            Max => self.min_max(CompareOp::Gt, dtype, x, y),
            FloorDiv => self.floor_div(dtype, x, y),
            FloorRem => self.floor_rem(dtype, x, y),
            TruncRem => self.trunc_rem(dtype, x, y),
            Shl => self.shift_left(dtype, x, y),
            Shr => self.shift_right(dtype, x, y),
            ShrU => self.shift_bits_right(dtype, x, y),
            DivS | DivU | RemS | RemU => self.binary(op, x, y),
            Div | Copysign => x,
        }
    }

    fn shift_bits_right(&mut self, dtype: DType, x: Value, count: Value) -> Value {
        if !is_narrow(dtype) {
            return self.binary(BinaryOp::ShrU, x, count);
        }
        let low = self.low_bits(dtype, x);
        let most = self.i32(dtype.bits() as i32 - 1);
        let count = self.and(count, most);
        let shifted = self.binary(BinaryOp::ShrU, low, count);
        self.extend(dtype, shifted)
    }

    fn min_max(&mut self, first: CompareOp, dtype: DType, x: Value, y: Value) -> Value {
        let cond = self.typed_compare(first, dtype, x, y);
        self.select(cond, x, y)
    }

    /// A comparison of two scalars of this dtype.
    pub fn typed_compare(&mut self, op: CompareOp, dtype: DType, x: Value, y: Value) -> Value {
        if dtype == DType::Bool && !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            let (x, y) = (self.cast(CastOp::Bool, x, Type::I32), self.cast(CastOp::Bool, y, Type::I32));
            return self.compare(op, x, y);
        }
        let op = if dtype.is_unsigned() { unsigned(op) } else { op };
        self.compare(op, x, y)
    }
}

fn is_float_op(op: UnaryOp) -> bool {
    !matches!(op, UnaryOp::Not | UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt)
}

fn is_float_binary(op: BinaryOp) -> bool {
    use BinaryOp::*;
    matches!(op, Add | Sub | Mul | Div | Min | Max | Copysign)
}

/// The comparison of the same numbers as unsigned bits.
fn unsigned(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::LtU,
        CompareOp::Le => CompareOp::LeU,
        CompareOp::Gt => CompareOp::GtU,
        CompareOp::Ge => CompareOp::GeU,
        other => other,
    }
}
