//! Total division and shifts: no operand traps, and constants leave no guard behind.

use super::build::Builder;
use super::scalars::is_narrow;
use crate::eval;
use crate::ir::{BinaryOp, CastOp, CompareOp, Value};
use crate::types::{DType, Type};

impl Builder {
    /// Floor division; 0 for a divisor of 0.
    pub fn floor_div(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        if dtype.is_unsigned() {
            return self.div_unsigned(dtype, x, y);
        }
        match self.divisor(y) {
            Some(0) => y,
            Some(1) => x,
            Some(-1) => {
                let negative = self.sub_from_zero(x);
                self.extend(dtype, negative)
            }
            Some(by) if is_power_of_two(by) => {
                let count = self.like(x, by.trailing_zeros().into());
                self.binary(BinaryOp::Shr, x, count)
            }
            Some(by) => self.floor_quotient(x, y, Some(by)),
            None if is_narrow(dtype) => self.floor_div_narrow(dtype, x, y),
            None => self.floor_div_wide(x, y),
        }
    }

    /// The value of a constant divisor.
    fn divisor(&self, y: Value) -> Option<i64> {
        self.known(y).map(|bits| bits as i64)
    }

    fn sub_from_zero(&mut self, x: Value) -> Value {
        self.unary(crate::ir::UnaryOp::Neg, x)
    }

    fn div_unsigned(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        match self.unsigned_divisor(dtype, y) {
            Some(0) => y,
            Some(by) if by.is_power_of_two() => {
                let count = self.like(x, by.trailing_zeros().into());
                self.binary(BinaryOp::ShrU, x, count)
            }
            Some(_) => self.binary(BinaryOp::DivU, x, y),
            None => {
                let (zero, safe) = self.guard_zero(y);
                let quotient = self.binary(BinaryOp::DivU, x, safe);
                let nothing = self.like(x, 0);
                self.select(zero, nothing, quotient)
            }
        }
    }

    fn unsigned_divisor(&self, dtype: DType, y: Value) -> Option<u64> {
        self.known(y).map(|bits| eval::canonical(dtype, bits))
    }

    /// Whether `y` is 0, and `y` with 1 in the place of 0.
    fn guard_zero(&mut self, y: Value) -> (Value, Value) {
        let (zero, one) = (self.like(y, 0), self.like(y, 1));
        let is_zero = self.compare(CompareOp::Eq, y, zero);
        let safe = self.select(is_zero, one, y);
        (is_zero, safe)
    }

    /// In 32 bits the one overflow of 8 and 16 bits, `INT_MIN // -1`, is an ordinary number.
    fn floor_div_narrow(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        let (zero, safe) = self.guard_zero(y);
        let quotient = self.floor_quotient(x, safe, None);
        let quotient = self.extend(dtype, quotient);
        let nothing = self.like(x, 0);
        self.select(zero, nothing, quotient)
    }

    /// The divisors 0 and −1 share a guard: for both the answer is `x * y`.
    fn floor_div_wide(&mut self, x: Value, y: Value) -> Value {
        let one = self.like(y, 1);
        let next = self.add(y, one);
        let special = self.compare(CompareOp::LeU, next, one);
        let safe = self.select(special, one, y);
        let quotient = self.floor_quotient(x, safe, None);
        let product = self.mul(x, y);
        self.select(special, product, quotient)
    }

    /// Floor division by a divisor that is neither 0 nor −1.
    fn floor_quotient(&mut self, x: Value, y: Value, known: Option<i64>) -> Value {
        let quotient = self.binary(BinaryOp::DivS, x, y);
        if self.bound(x).is_some() && known.is_some_and(|by| by > 0) {
            return quotient;
        }
        let product = self.mul(quotient, y);
        let remainder = self.sub(x, product);
        let below = self.is_below(remainder, y, known);
        let step = if self.ty(x) == Type::I32 {
            self.cast(CastOp::Bool, below, Type::I32)
        } else {
            self.cast(CastOp::WidenU, below, Type::I64)
        };
        self.sub(quotient, step)
    }

    /// True if a remainder of truncation lies on the wrong side: it is not 0 and its sign is not the divisor's.
    fn is_below(&mut self, remainder: Value, y: Value, known: Option<i64>) -> Value {
        let zero = self.like(y, 0);
        match known {
            Some(by) if by > 0 => self.compare(CompareOp::Lt, remainder, zero),
            Some(_) => self.compare(CompareOp::Gt, remainder, zero),
            None => {
                let signs = self.binary(BinaryOp::Xor, remainder, y);
                let differ = self.compare(CompareOp::Lt, signs, zero);
                let some = self.compare(CompareOp::Ne, remainder, zero);
                self.and(differ, some)
            }
        }
    }

    /// Remainder with the divisor's sign; 0 for a divisor of 0.
    pub fn floor_rem(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        if dtype.is_unsigned() {
            return self.rem_unsigned(dtype, x, y);
        }
        let known = self.divisor(y);
        match known {
            Some(-1..=1) => return self.like(x, 0),
            Some(by) if is_power_of_two(by) => {
                let mask = self.like(x, by - 1);
                return self.and(x, mask);
            }
            _ => {}
        }
        let y = if known.is_some() { y } else { self.guard_zero(y).1 };
        let remainder = self.binary(BinaryOp::RemS, x, y);
        if self.bound(x).is_some() && known.is_some_and(|by| by > 0) {
            return remainder;
        }
        let below = self.is_below(remainder, y, known);
        let moved = self.add(remainder, y);
        self.select(below, moved, remainder)
    }

    /// Remainder with the dividend's sign; 0 for a divisor of 0.
    pub fn trunc_rem(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        if dtype.is_unsigned() {
            return self.rem_unsigned(dtype, x, y);
        }
        match self.divisor(y) {
            Some(-1..=1) => self.like(x, 0),
            Some(_) => self.binary(BinaryOp::RemS, x, y),
            None => {
                let safe = self.guard_zero(y).1;
                self.binary(BinaryOp::RemS, x, safe)
            }
        }
    }

    fn rem_unsigned(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        match self.unsigned_divisor(dtype, y) {
            Some(0) => y,
            Some(by) if by.is_power_of_two() => {
                let mask = self.like(x, by as i64 - 1);
                self.and(x, mask)
            }
            Some(_) => self.binary(BinaryOp::RemU, x, y),
            None => {
                // Dividing by 1 leaves the 0 that a divisor of 0 shall give.
                let safe = self.guard_zero(y).1;
                self.binary(BinaryOp::RemU, x, safe)
            }
        }
    }

    /// Left shift; 0 for a count outside the width.
    pub fn shift_left(&mut self, dtype: DType, x: Value, count: Value) -> Value {
        let width = self.like(count, dtype.bits().into());
        let inside = self.compare(CompareOp::LtU, count, width);
        if self.is(inside, 0) {
            return self.like(x, 0);
        }
        let shifted = self.binary(BinaryOp::Shl, x, count);
        let shifted = self.extend(dtype, shifted);
        let nothing = self.like(x, 0);
        self.select(inside, shifted, nothing)
    }

    /// Right shift by the signedness of the dtype; 0 or −1 for a count outside the width.
    pub fn shift_right(&mut self, dtype: DType, x: Value, count: Value) -> Value {
        let width = self.like(count, dtype.bits().into());
        let inside = self.compare(CompareOp::LtU, count, width);
        if dtype.is_signed_int() {
            let most = self.like(count, i64::from(dtype.bits()) - 1);
            let count = self.select(inside, count, most);
            return self.binary(BinaryOp::Shr, x, count);
        }
        let nothing = self.like(x, 0);
        if self.is(inside, 0) {
            return nothing;
        }
        let shifted = self.binary(BinaryOp::ShrU, x, count);
        self.select(inside, shifted, nothing)
    }
}

fn is_power_of_two(by: i64) -> bool {
    by > 0 && by & (by - 1) == 0
}
