//! Operations that raise: checks, indices and the arithmetic of Python ints.

use super::Lowering;
use super::build::Builder;
use crate::ir::{BinaryOp, CastOp, CheckedOp, CompareOp, Site, Value};
use crate::types::Type;

impl Builder {
    /// A callee's status (0 or 1) as a bool.
    pub fn is_not_zero_status(&mut self, status: Value) -> Value {
        self.cast(CastOp::Bool, status, Type::BOOL)
    }
}

impl Lowering<'_> {
    pub(super) fn lower_check(&mut self, cond: Value, site: Site, args: &[Value]) {
        let cond = self.scalar(cond);
        let args = self.scalars(args);
        let fails = self.b.not(cond);
        self.raise_if(fails, site, &args);
    }

    /// Wraps a negative index once; as an unsigned number, one outside `0..n` is not below `n`.
    pub(super) fn lower_index(&mut self, old: Value, index: Value, extent: Value, site: Site) {
        let (index, extent) = (self.scalar(index), self.scalar(extent));
        let zero = self.b.int(0);
        let negative = self.b.compare(CompareOp::Lt, index, zero);
        let wrapped = if self.b.is(negative, 0) { index } else { self.b.add(index, extent) };
        let wrapped = self.b.select(negative, wrapped, index);
        let outside = self.b.compare(CompareOp::GeU, wrapped, extent);
        self.raise_if(outside, site, &[index, extent]);
        self.bind(old, wrapped);
    }

    pub(super) fn lower_checked(&mut self, old: Value, op: CheckedOp, x: Value, y: Value, site: Site) {
        let (mut x, mut y) = (self.scalar(x), self.scalar(y));
        if op != CheckedOp::Sub && self.b.known(x).is_some() {
            (x, y) = (y, x);
        }
        let result = match op {
            CheckedOp::Add => self.add_or_raise(x, y, site),
            CheckedOp::Sub => self.sub_or_raise(x, y, site),
            CheckedOp::Mul => self.mul_or_raise(x, y, site),
        };
        self.bind(old, result);
    }

    /// The sum is less than `x` exactly if `y` is negative, unless it has wrapped.
    fn add_or_raise(&mut self, x: Value, y: Value, site: Site) -> Value {
        let sum = self.b.add(x, y);
        let less = self.b.compare(CompareOp::Lt, sum, x);
        self.raise_unless_sign(less, y, site);
        sum
    }

    fn sub_or_raise(&mut self, x: Value, y: Value, site: Site) -> Value {
        let difference = self.b.sub(x, y);
        let greater = self.b.compare(CompareOp::Gt, difference, x);
        self.raise_unless_sign(greater, y, site);
        difference
    }

    fn raise_unless_sign(&mut self, moved: Value, y: Value, site: Site) {
        let zero = self.b.int(0);
        let negative = self.b.compare(CompareOp::Lt, y, zero);
        let wrapped = match self.b.known(negative) {
            Some(0) => moved,
            Some(_) => self.b.not(moved),
            None => self.b.compare(CompareOp::Ne, moved, negative),
        };
        self.raise_if(wrapped, site, &[]);
    }

    fn mul_or_raise(&mut self, x: Value, y: Value, site: Site) -> Value {
        let product = self.b.mul(x, y);
        match (self.b.known(x), self.b.known(y)) {
            (Some(a), Some(b)) => {
                let wrapped = (a as i64).checked_mul(b as i64).is_none();
                let wrapped = self.b.bool(wrapped);
                self.raise_if(wrapped, site, &[]);
            }
            (_, Some(factor)) => self.raise_beyond(x, factor as i64, site),
            _ => self.raise_if_product_wraps(x, y, product, site),
        }
        product
    }

    /// A constant factor leaves a range in which `x` must lie.
    fn raise_beyond(&mut self, x: Value, factor: i64, site: Site) {
        if matches!(factor, 0 | 1) {
            return;
        }
        let (a, b) = (i128::from(i64::MIN), i128::from(i64::MAX));
        let factor = i128::from(factor);
        let (least, most) = if factor > 0 { (a, b) } else { (b, a) };
        // Truncation is towards 0, so both bounds are rounded into the range.
        let (low, high) = (least / factor, (most / factor).min(b));
        let start = self.b.int(low as i64);
        let width = self.b.int((high - low) as i64);
        let from_start = self.b.sub(x, start);
        let outside = self.b.compare(CompareOp::GtU, from_start, width);
        self.raise_if(outside, site, &[]);
    }

    /// Factors of 32 bits have a product of 64; else dividing the product by `x` must give `y` back.
    fn raise_if_product_wraps(&mut self, x: Value, y: Value, product: Value, site: Site) {
        let (x_wide, y_wide) = (self.shifted(x), self.shifted(y));
        let either = self.b.or(x_wide, y_wide);
        let limit = self.b.int(0xffff_ffff);
        let wide = self.b.compare(CompareOp::GtU, either, limit);
        self.when(wide, |this| {
            let wrapped = this.product_wraps(x, y, product);
            this.raise_if(wrapped, site, &[]);
            this.yield_nothing();
        });
    }

    /// Less than 2³² exactly for what fits into 32 bits.
    fn shifted(&mut self, x: Value) -> Value {
        let middle = self.b.int(1 << 31);
        self.b.add(x, middle)
    }

    /// For 0 and −1, by which one must not divide, the product wraps exactly if it is `y` (given that `y` is not 0).
    fn product_wraps(&mut self, x: Value, y: Value, product: Value) -> Value {
        let one = self.b.int(1);
        let next = self.b.add(x, one);
        let special = self.b.compare(CompareOp::LeU, next, one);
        let divisor = self.b.select(special, one, x);
        let quotient = self.b.binary(BinaryOp::DivS, product, divisor);
        let same = self.b.compare(CompareOp::Eq, quotient, y);
        self.b.compare(CompareOp::Eq, same, special)
    }
}
