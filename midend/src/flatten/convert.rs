//! Conversions between dtypes: integers wrap, floats saturate, bool is `!= 0`.

use super::build::Builder;
use super::scalars::{is_narrow, machine};
use crate::ir::{CastOp, CompareOp, Value};
use crate::types::{DType, Type};

impl Builder {
    /// A value of one dtype in another.
    pub fn convert(&mut self, from: DType, to: DType, x: Value) -> Value {
        if from == to {
            return x;
        }
        match (from, to) {
            (DType::Bool, _) => self.bool_to(to, x),
            (_, DType::Bool) => self.is_not_zero(x),
            (DType::F32, DType::F64) => self.cast(CastOp::Promote, x, Type::F64),
            (DType::F64, DType::F32) => self.cast(CastOp::Demote, x, Type::F32),
            (DType::F32 | DType::F64, _) => self.float_to_int(to, x),
            (_, DType::F32 | DType::F64) => self.int_to_float(from, to, x),
            _ => self.int_to_int(from, to, x),
        }
    }

    /// `x != 0`; true for NaN.
    pub fn is_not_zero(&mut self, x: Value) -> Value {
        let zero = self.zero(self.ty(x));
        self.compare(CompareOp::Ne, x, zero)
    }

    fn bool_to(&mut self, to: DType, x: Value) -> Value {
        match machine(to) {
            Type::I64 => self.cast(CastOp::WidenU, x, Type::I64),
            Type::I32 => self.cast(CastOp::Bool, x, Type::I32),
            ty => {
                let int = self.cast(CastOp::Bool, x, Type::I32);
                self.cast(CastOp::FloatS, int, ty)
            }
        }
    }

    fn int_to_int(&mut self, from: DType, to: DType, x: Value) -> Value {
        match (machine(from), machine(to)) {
            (Type::I64, Type::I64) => x,
            (Type::I32, Type::I64) => self.widen(from, x),
            (Type::I64, _) => {
                let low = self.cast(CastOp::Narrow, x, Type::I32);
                self.extend(to, low)
            }
            _ if to.int_min() <= from.int_min() && from.int_max() <= to.int_max() => x,
            _ => self.extend(to, x),
        }
    }

    /// An integer of up to 32 bits in 64.
    fn widen(&mut self, from: DType, x: Value) -> Value {
        let op = if from.is_unsigned() { CastOp::WidenU } else { CastOp::WidenS };
        self.cast(op, x, Type::I64)
    }

    fn int_to_float(&mut self, from: DType, to: DType, x: Value) -> Value {
        let unsigned = matches!(from, DType::U32 | DType::U64);
        self.cast(if unsigned { CastOp::FloatU } else { CastOp::FloatS }, x, machine(to))
    }

    fn float_to_int(&mut self, to: DType, x: Value) -> Value {
        let op = if to.is_unsigned() { CastOp::IntU } else { CastOp::IntS };
        let int = self.cast(op, x, machine(to));
        if !is_narrow(to) {
            return int;
        }
        let most = self.i32(to.int_max() as i32);
        if to.is_unsigned() {
            let inside = self.compare(CompareOp::LtU, int, most);
            return self.select(inside, int, most);
        }
        let least = self.i32(to.int_min() as i32);
        let below = self.compare(CompareOp::Lt, int, most);
        let int = self.select(below, int, most);
        let above = self.compare(CompareOp::Gt, int, least);
        self.select(above, int, least)
    }

    /// The same bits as another dtype of the same size.
    pub fn bitcast(&mut self, from: DType, to: DType, x: Value) -> Value {
        match (machine(from), machine(to)) {
            (Type::BOOL, Type::BOOL) => x,
            (_, Type::BOOL) => self.is_not_zero(x),
            (Type::BOOL, ty) => self.cast(CastOp::Bool, x, ty),
            (from, ty) if from == ty => self.extend(to, x),
            (_, ty) => self.cast(CastOp::Bits, x, ty),
        }
    }
}
