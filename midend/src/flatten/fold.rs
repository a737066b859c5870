//! Operations of the flat phase with constants folded and identities applied.
//!
//! Lowering writes the general formula; what a constant operand makes superfluous disappears here, so no guard is left
//! around a division by 3 and no multiplication around a stride of a C-ordered array.

use super::build::Builder;
use crate::eval;
use crate::ir::{BinaryOp, CastOp, CompareOp, MemType, Op, UnaryOp, Value};
use crate::types::{DType, Type};

/// Constant addresses stay below this, where they mean the same for 32 and for 64 bits.
const SMALL: u64 = 1 << 31;

impl Builder {
    /// An `i64`.
    pub fn int(&mut self, value: i64) -> Value {
        self.bits(Type::I64, value as u64)
    }

    /// An `i32`.
    pub fn i32(&mut self, value: i32) -> Value {
        self.bits(Type::I32, value as u64)
    }

    /// A bool.
    pub fn bool(&mut self, value: bool) -> Value {
        self.bits(Type::BOOL, value.into())
    }

    /// An integer of the same type as `x`.
    pub fn like(&mut self, x: Value, value: i64) -> Value {
        let ty = self.ty(x);
        let bits = ty.scalar().map_or(value as u64, |dtype| eval::canonical(dtype, value as u64));
        self.bits(ty, bits)
    }

    /// Zero of any flat type.
    pub fn zero(&mut self, ty: Type) -> Value {
        self.bits(ty, 0)
    }

    /// The bits of a constant.
    pub fn known(&self, value: Value) -> Option<u64> {
        self.func.const_bits(value)
    }

    /// True if the value is this constant.
    pub fn is(&self, value: Value, bits: i64) -> bool {
        self.known(value) == Some(bits as u64)
    }

    /// A bound of the value as an unsigned number, where it is evident; the sign bit is then clear.
    pub fn bound(&self, value: Value) -> Option<u64> {
        self.bound_within(value, 4)
    }

    /// Looks only so many operations back: values may be shared, and all ways through them are many.
    fn bound_within(&self, value: Value, steps: u32) -> Option<u64> {
        let bound = |x: &Value| steps.checked_sub(1).and_then(|steps| self.bound_within(*x, steps));
        match self.func.def_op(value)? {
            Op::Const(bits) => (*bits < SMALL).then_some(*bits),
            Op::Load(MemType::U8, ..) => Some(0xff),
            Op::Load(MemType::U16, ..) => Some(0xffff),
            Op::Cast(CastOp::Bool, _) => Some(1),
            Op::Cast(CastOp::WidenU, x) => match self.ty(*x) {
                Type::BOOL => Some(1),
                _ => bound(x).or(Some(0xffff_ffff)),
            },
            Op::Cast(CastOp::WidenS, x) => bound(x),
            Op::Unary(UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt, _) => Some(64),
            Op::Binary(BinaryOp::And, x, y) => match (bound(x), bound(y)) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
            Op::Binary(BinaryOp::ShrU, x, count) if self.ty(*x) == Type::I64 => {
                let count = self.known(*count).filter(|count| (1..64).contains(count))?;
                Some(u64::MAX >> count)
            }
            Op::Select(_, x, y) => Some(bound(x)?.max(bound(y)?)),
            _ => None,
        }
    }

    /// An operation on one scalar.
    pub fn unary(&mut self, op: UnaryOp, x: Value) -> Value {
        let ty = self.ty(x);
        if let (Some(bits), Some(dtype)) = (self.known(x), ty.scalar()) {
            return self.bits(ty, eval::eval_unary(op, dtype, bits));
        }
        match self.func.def_op(x) {
            Some(Op::Unary(inner, y)) if *inner == op && matches!(op, UnaryOp::Not | UnaryOp::Neg) => *y,
            Some(Op::Compare(inner, y, z)) if op == UnaryOp::Not => {
                let (inner, y, z) = (*inner, *y, *z);
                match opposite(inner, self.is_float(y)) {
                    Some(opposite) => self.raw_compare(opposite, y, z),
                    None => self.raw_unary(op, x),
                }
            }
            _ => self.raw_unary(op, x),
        }
    }

    /// Logical negation of a bool.
    pub fn not(&mut self, x: Value) -> Value {
        self.unary(UnaryOp::Not, x)
    }

    fn is_float(&self, value: Value) -> bool {
        self.ty(value).scalar().is_some_and(DType::is_float)
    }

    /// An operation on two scalars or addresses.
    pub fn binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let ty = self.ty(x);
        match (self.known(x), self.known(y), ty.scalar()) {
            (Some(a), Some(b), Some(dtype)) => return self.bits(ty, eval::eval_binary(op, dtype, a, b)),
            (Some(a), Some(b), None) => {
                if let Some(bits) = fold_addr(op, a, b) {
                    return self.bits(ty, bits);
                }
            }
            (Some(_), None, _) if is_commutative(op) => return self.binary(op, y, x),
            _ => {}
        }
        if self.is_float(x) {
            return self.raw_binary(op, x, y);
        }
        match self.known(y) {
            Some(bits) => self.binary_const(op, x, y, bits),
            None if x == y && matches!(op, BinaryOp::And | BinaryOp::Or) => x,
            None if x == y && matches!(op, BinaryOp::Xor | BinaryOp::Sub) => self.zero(ty),
            None => self.raw_binary(op, x, y),
        }
    }

    fn binary_const(&mut self, op: BinaryOp, x: Value, y: Value, bits: u64) -> Value {
        use BinaryOp::*;
        let ty = self.ty(x);
        let width = if ty == Type::I32 { 32 } else { 64 };
        let ones = if ty == Type::BOOL { 1 } else { u64::MAX };
        match op {
            Add | Sub | Or | Xor if bits == 0 => x,
            Shl | Shr | ShrU if bits.is_multiple_of(width) => x,
            Mul | And if bits == 0 => y,
            And if bits == ones => x,
            And if self.bound(x).is_some_and(|bound| bits.count_ones() == bits.trailing_ones() && bound <= bits) => x,
            Or if bits == ones => y,
            Xor if bits == 1 && ty == Type::BOOL => self.not(x),
            Mul | DivS | DivU if bits == 1 => x,
            // One form for both makes sums of constants meet.
            Sub if ty != Type::Addr => {
                let minus = self.unary(UnaryOp::Neg, y);
                self.binary(Add, x, minus)
            }
            Add | Mul | And | Or => self.regroup(op, x, y),
            _ => self.raw_binary(op, x, y),
        }
    }

    /// `(x + 1) + 2` is `x + 3`.
    fn regroup(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let Some(Op::Binary(inner, base, first)) = self.func.def_op(x) else {
            return self.raw_binary(op, x, y);
        };
        let (inner, base, first) = (*inner, *base, *first);
        if inner != op || self.known(first).is_none() {
            return self.raw_binary(op, x, y);
        }
        let both = self.binary(op, first, y);
        if self.known(both).is_none() {
            return self.raw_binary(op, x, y);
        }
        self.binary(op, base, both)
    }

    /// Sum.
    pub fn add(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Add, x, y)
    }

    /// Difference.
    pub fn sub(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Sub, x, y)
    }

    /// Product.
    pub fn mul(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Mul, x, y)
    }

    /// Bitwise or logical and.
    pub fn and(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::And, x, y)
    }

    /// Bitwise or logical or.
    pub fn or(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Or, x, y)
    }

    /// A comparison.
    pub fn compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        let dtype = self.ty(x).scalar();
        match (self.known(x), self.known(y)) {
            (Some(a), Some(b)) => {
                let known = eval::eval_compare(op, dtype.unwrap_or(DType::I64), a, b);
                return self.bool(known);
            }
            (Some(_), None) => return self.compare(mirrored(op), y, x),
            _ => {}
        }
        if self.is_float(x) {
            return self.raw_compare(op, x, y);
        }
        if x == y {
            let holds = eval::eval_compare(op, DType::I64, 0, 0);
            return self.bool(holds);
        }
        match self.known(y) {
            Some(bits) => self.compare_const(op, x, y, bits),
            None => self.raw_compare(op, x, y),
        }
    }

    fn compare_const(&mut self, op: CompareOp, x: Value, y: Value, bits: u64) -> Value {
        let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        if equality && let Some(truth) = self.as_bool(x) {
            return match (bits, op) {
                (0, CompareOp::Ne) | (1, CompareOp::Eq) => truth,
                (0 | 1, _) => self.not(truth),
                _ => self.bool(op == CompareOp::Ne),
            };
        }
        if equality && let Some(Op::Select(cond, a, b)) = self.func.def_op(x) {
            let (cond, a, b) = (*cond, *a, *b);
            if self.known(a).is_some() && self.known(b).is_some() {
                let (a, b) = (self.compare(op, a, y), self.compare(op, b, y));
                return self.select(cond, a, b);
            }
        }
        match self.compare_bound(op, x, bits) {
            Some(known) => self.bool(known),
            None => self.raw_compare(op, x, y),
        }
    }

    /// The bool that an integer 0 or 1 was made of; a bool itself.
    fn as_bool(&self, x: Value) -> Option<Value> {
        if self.ty(x) == Type::BOOL {
            return Some(x);
        }
        match self.func.def_op(x) {
            Some(Op::Cast(CastOp::Bool | CastOp::WidenU | CastOp::WidenS, y)) => self.as_bool(*y),
            _ => None,
        }
    }

    /// The answer if the range of `x` decides it.
    fn compare_bound(&self, op: CompareOp, x: Value, bits: u64) -> Option<bool> {
        let positive = (bits as i64) >= 0;
        match op {
            CompareOp::LtU if bits == 0 => return Some(false),
            CompareOp::GeU if bits == 0 => return Some(true),
            _ => {}
        }
        let bound = self.bound(x)?;
        match op {
            CompareOp::Lt | CompareOp::LtU if bits == 0 => Some(false),
            CompareOp::Ge | CompareOp::GeU if bits == 0 => Some(true),
            CompareOp::Lt | CompareOp::LtU if positive && bound < bits => Some(true),
            CompareOp::Le | CompareOp::LeU if positive && bound <= bits => Some(true),
            CompareOp::Gt | CompareOp::GtU if positive && bound <= bits => Some(false),
            CompareOp::Ge | CompareOp::GeU if positive && bound < bits => Some(false),
            _ => None,
        }
    }

    /// `x` if the condition holds, else `y`.
    pub fn select(&mut self, cond: Value, x: Value, y: Value) -> Value {
        if let Some(bits) = self.known(cond) {
            return if bits != 0 { x } else { y };
        }
        if x == y {
            return x;
        }
        if let Some(Op::Unary(UnaryOp::Not, inner)) = self.func.def_op(cond) {
            let inner = *inner;
            return self.select(inner, y, x);
        }
        if self.ty(x) != Type::BOOL {
            return self.raw_select(cond, x, y);
        }
        match (self.known(x), self.known(y)) {
            (Some(1), Some(_)) => cond,
            (Some(_), Some(_)) => self.not(cond),
            (Some(1), None) => self.or(cond, y),
            (None, Some(0)) => self.and(cond, x),
            (Some(_), None) => {
                let cond = self.not(cond);
                self.and(cond, y)
            }
            (None, Some(_)) => {
                let cond = self.not(cond);
                self.or(cond, x)
            }
            (None, None) => self.raw_select(cond, x, y),
        }
    }

    /// A conversion between machine types.
    pub fn cast(&mut self, op: CastOp, x: Value, ty: Type) -> Value {
        let from = self.ty(x);
        if let Some(bits) = self.known(x) {
            if let Some(bits) = eval::eval_cast(op, from, ty, bits) {
                return self.bits(ty, bits);
            }
            if matches!(op, CastOp::ToAddr | CastOp::FromAddr) && bits < SMALL {
                return self.bits(ty, bits);
            }
        }
        let inner = match self.func.def_op(x) {
            Some(Op::Cast(inner, y)) => Some((*inner, *y)),
            _ => None,
        };
        match (op, inner) {
            (CastOp::Bool, Some((CastOp::Bool, y))) | (CastOp::Bits, Some((CastOp::Bits, y))) => y,
            (CastOp::Narrow, Some((CastOp::WidenS | CastOp::WidenU, y))) if self.ty(y) == Type::I32 => y,
            (CastOp::Extend8 | CastOp::Extend16, _) if self.fits_signed(op, x) => x,
            _ => self.raw_cast(op, x, ty),
        }
    }

    /// True if extending the sign of the low bits changes nothing.
    fn fits_signed(&self, op: CastOp, x: Value) -> bool {
        let wide = op == CastOp::Extend16;
        let limit = if wide { 0x7fff } else { 0x7f };
        match self.func.def_op(x) {
            Some(Op::Cast(CastOp::Extend8, _) | Op::Load(MemType::I8, ..)) => true,
            Some(Op::Cast(CastOp::Extend16, _) | Op::Load(MemType::I16, ..)) => wide,
            _ => self.bound(x).is_some_and(|bound| bound <= limit),
        }
    }
}

fn fold_addr(op: BinaryOp, a: u64, b: u64) -> Option<u64> {
    let result = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Mul => a.checked_mul(b),
        _ => None,
    };
    result.filter(|bits| a < SMALL && b < SMALL && *bits < SMALL)
}

fn is_commutative(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Add | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
}

/// The comparison with its operands exchanged.
fn mirrored(op: CompareOp) -> CompareOp {
    use CompareOp::*;
    match op {
        Eq | Ne => op,
        Lt => Gt,
        Le => Ge,
        Gt => Lt,
        Ge => Le,
        LtU => GtU,
        LeU => GeU,
        GtU => LtU,
        GeU => LeU,
    }
}

/// The comparison that holds exactly when `op` does not; with floats there is one only for equality.
fn opposite(op: CompareOp, float: bool) -> Option<CompareOp> {
    use CompareOp::*;
    Some(match op {
        Eq => Ne,
        Ne => Eq,
        _ if float => return None,
        Lt => Ge,
        Le => Gt,
        Gt => Le,
        Ge => Lt,
        LtU => GeU,
        LeU => GtU,
        GtU => LeU,
        GeU => LtU,
    })
}
