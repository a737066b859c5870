//! Powers of an array by a scalar: NumPy computes squares, roots and reciprocals directly, and exactly rounded.
//!
//! `x ** 2` is `x * x`, `x ** 0.5` is `sqrt(x)`, `x ** -1` is `1 / x`, whatever the power function would make of them.
//! Which exponent it is may be known at run time only. (Scalars to a power, and arrays to arrays, are always powers.)

use crate::cx::{Cx, R};
use crate::value::{Scalar, Val};
use npc_midend::ir::{BinaryOp, CompareOp, UnaryOp, Value};
use npc_midend::types::DType;

/// Exponents that NumPy treats apart.
const APART: [f64; 3] = [2.0, 0.5, -1.0];

impl Cx<'_> {
    /// An element of an array to a scalar power; `general` is the power function. `None` if these are no such operands.
    pub(crate) fn power_by_scalar(
        &mut self,
        inputs: &[Val],
        elements: &[Val],
        general: impl FnOnce(&mut Self) -> R<Val>,
    ) -> R<Option<Val>> {
        let ([Val::Array(_), Val::Scalar(_)], [Val::Scalar(x), Val::Scalar(y)]) = (inputs, elements) else {
            return Ok(None);
        };
        if !x.dtype.is_float() || x.dtype != y.dtype {
            return Ok(None);
        }
        let (x, y) = (*x, *y);
        if let Some(exponent) = self.const_float(y) {
            let simple = if exponent == 1.0 { Some(x.value) } else { self.simple_power(x.value, exponent) };
            return match simple {
                Some(value) => Ok(Some(Val::Scalar(Scalar { value, ..x }))),
                None => general(self).map(Some),
            };
        }
        let Val::Scalar(power) = general(self)? else {
            return Ok(None);
        };
        let value = APART.into_iter().fold(power.value, |value, exponent| {
            let constant = self.float_of_dtype(exponent, y.dtype);
            let same = self.compare(CompareOp::Eq, y.value, constant);
            let simple = self.simple_power(x.value, exponent).unwrap_or(value);
            self.select(same, simple, value)
        });
        Ok(Some(Val::Scalar(Scalar { value, ..power })))
    }

    fn simple_power(&mut self, x: Value, exponent: f64) -> Option<Value> {
        let dtype = self.dtype(x);
        if exponent == 2.0 {
            Some(self.binary(BinaryOp::Mul, x, x))
        } else if exponent == 0.5 {
            Some(self.unary(UnaryOp::Sqrt, x))
        } else if exponent == -1.0 {
            let one = self.float_of_dtype(1.0, dtype);
            Some(self.binary(BinaryOp::Div, one, x))
        } else {
            None
        }
    }

    fn float_of_dtype(&mut self, value: f64, dtype: DType) -> Value {
        let bits = if dtype == DType::F32 { u64::from((value as f32).to_bits()) } else { value.to_bits() };
        self.constant(dtype, bits)
    }

    fn const_float(&self, scalar: Scalar) -> Option<f64> {
        let bits = self.const_bits(scalar.value)?;
        Some(if scalar.dtype == DType::F32 { f32::from_bits(bits as u32).into() } else { f64::from_bits(bits) })
    }
}
