//! Complex numbers in vectors: the two parts of a number stand side by side, as in memory; one `complex128` or two `complex64`
//! fill a register.
//!
//! Each part is what the scalar operations make of it, bit by bit: a product is the sum of two products of pairs, the first of
//! which has its sign turned where the scalar form subtracts.

use super::widen::Widen;
use crate::ir::{BinaryOp, Inst, Op, Part, UnaryOp, Value};
use crate::types::{DType, Type};
use crate::vector::{BYTES, VecOp};

/// The registers that hold the parts of a number that does not vary, beside those that are asked for by sizes.
const FIXED_PARTS: u32 = 32;
/// The key of the vector that has sign bits in real parts only: no float has all these bits.
const SIGN_OF_REAL: u64 = u64::MAX;

impl Widen<'_> {
    /// A register of a complex value.
    pub(super) fn complex_number(&mut self, value: Value, dtype: DType, register: usize) -> Option<Value> {
        let def = self.func.def(value)?;
        match self.func.op(def).clone() {
            Op::LoadElem(array, at) => self.load(array, &at, dtype, register),
            Op::Unary(UnaryOp::Neg, x) => {
                let x = self.number(x, register)?;
                Some(self.vector(VecOp::Unary(UnaryOp::Neg, dtype.part()?), &[x]))
            }
            Op::Binary(op, x, y) => self.complex_arithmetic(op, dtype.part()?, x, y, register),
            Op::Select(cond, x, y) => self.complex_choice(cond, [x, y], dtype, register),
            Op::If(cond, then, els) => {
                let at = self.func.inst_results(def).iter().position(|result| *result == value)?;
                let [x, y] = [then, els].map(|arm| self.yielded(arm, at));
                self.complex_choice(cond, [x?, y?], dtype, register)
            }
            Op::Complex(re, im) => {
                let [re, im] = [re, im].map(|part| self.number(part, register / 2));
                Some(self.interleaved(dtype.part()?, re?, im?, register % 2))
            }
            Op::Convert(x) => self.complex_convert(x, dtype, register),
            _ => None,
        }
    }

    /// A complex value that does not vary.
    pub(super) fn complex_splat(&mut self, value: Value, dtype: DType) -> Option<Value> {
        let scalar = self.scalar(value)?;
        let part = dtype.part()?;
        Some(self.outside(|w| {
            let [re, im] = [Part::Real, Part::Imag].map(|which| w.op(Op::Part(which, scalar), Type::Scalar(part)));
            let [re, im] = [re, im].map(|part_value| w.vector(VecOp::Splat(part), &[part_value]));
            w.interleaved(part, re, im, 0)
        }))
    }

    fn complex_arithmetic(&mut self, op: BinaryOp, part: DType, x: Value, y: Value, register: usize) -> Option<Value> {
        let fixed = [(x, y), (y, x)].into_iter().find(|(fixed, _)| !self.body.varies(*fixed));
        if let (BinaryOp::Mul, Some((fixed, other))) = (op, fixed) {
            let other = self.number(other, register)?;
            return self.product_by_fixed(part, other, fixed);
        }
        let (x, y) = (self.number(x, register)?, self.number(y, register)?);
        match op {
            BinaryOp::Add | BinaryOp::Sub => Some(self.binary(op, part, x, y)),
            BinaryOp::Mul => Some(self.complex_product(part, x, y)),
            _ => None,
        }
    }

    /// `(a + bi)(c + di)`: of `(ac, ad)` and `(bd, bc)`, the first one's sign turned.
    fn complex_product(&mut self, part: DType, x: Value, y: Value) -> Value {
        let size = part.itemsize() as usize;
        let re = self.vector(VecOp::Shuffle(bytes(|at| at - at / size % 2 * size)), &[x, x]);
        let im = self.vector(VecOp::Shuffle(bytes(|at| at + (1 - at / size % 2) * size)), &[x, x]);
        let swapped = self.vector(VecOp::Shuffle(bytes(|at| at ^ size)), &[y, y]);
        let first = self.binary(BinaryOp::Mul, part, re, y);
        let second = self.binary(BinaryOp::Mul, part, im, swapped);
        let sign = self.sign_of_real(part);
        let second = self.binary(BinaryOp::Xor, DType::U64, second, sign);
        self.binary(BinaryOp::Add, part, first, second)
    }

    /// `(a + bi)(c + di)`, where `c + di` is the same in all iterations: the sum of `(ac, bc)` and `(-bd, ad)`.
    fn product_by_fixed(&mut self, part: DType, x: Value, fixed: Value) -> Option<Value> {
        let [re, im] = self.parts_of_fixed(part, fixed)?;
        let size = part.itemsize() as usize;
        let swapped = self.vector(VecOp::Shuffle(bytes(|at| at ^ size)), &[x, x]);
        let first = self.binary(BinaryOp::Mul, part, x, re);
        let second = self.binary(BinaryOp::Mul, part, swapped, im);
        Some(self.binary(BinaryOp::Add, part, first, second))
    }

    /// `(c, c)` and `(-d, d)` of a number `c + di` that does not vary.
    fn parts_of_fixed(&mut self, part: DType, fixed: Value) -> Option<[Value; 2]> {
        let keys = [Part::Real, Part::Imag].map(|which| (fixed, FIXED_PARTS + which as u32, 0));
        if let [Some(re), Some(im)] = keys.map(|key| self.registers.get(&key).copied()) {
            return Some([re, im]);
        }
        let scalar = self.scalar(fixed)?;
        let sign = self.sign_of_real(part);
        let parts = self.outside(|w| {
            let [re, im] = [Part::Real, Part::Imag].map(|which| {
                let part_value = w.op(Op::Part(which, scalar), Type::Scalar(part));
                w.vector(VecOp::Splat(part), &[part_value])
            });
            [re, w.binary(BinaryOp::Xor, DType::U64, im, sign)]
        });
        self.registers.extend(keys.into_iter().zip(parts));
        Some(parts)
    }

    /// The sign bits of the real parts.
    fn sign_of_real(&mut self, part: DType) -> Value {
        let key = (part, SIGN_OF_REAL);
        if let Some(known) = self.constants.get(&key) {
            return *known;
        }
        let sign = self.make_sign_of_real(part);
        self.constants.insert(key, sign);
        sign
    }

    fn make_sign_of_real(&mut self, part: DType) -> Value {
        if part == DType::F32 {
            return self.spread(DType::U64, 1 << 31);
        }
        self.outside(|w| {
            let none = w.constant(DType::U64, 0);
            let vector = w.vector(VecOp::Splat(DType::U64), &[none]);
            let sign = w.constant(DType::U64, 1 << 63);
            w.vector(VecOp::Replace(DType::U64, 0), &[vector, sign])
        })
    }

    fn complex_choice(&mut self, cond: Value, [x, y]: [Value; 2], dtype: DType, register: usize) -> Option<Value> {
        let mask = if dtype == DType::C64 {
            self.mask(cond, 8, register)?
        } else {
            let mask = self.mask(cond, 8, register / 2)?;
            let half = register % 2 * 8;
            self.vector(VecOp::Shuffle(bytes(|at| half + at % 8)), &[mask, mask])
        };
        let (x, y) = (self.number(x, register)?, self.number(y, register)?);
        Some(self.vector(VecOp::Select, &[mask, x, y]))
    }

    /// Numbers of the lower or the upper half of both vectors, in turn.
    fn interleaved(&mut self, part: DType, re: Value, im: Value, half: usize) -> Value {
        let size = part.itemsize() as usize;
        let from = half * BYTES / 2;
        let shuffle = bytes(|at| from + at / (2 * size) * size + at % size + at / size % 2 * BYTES);
        self.vector(VecOp::Shuffle(shuffle), &[re, im])
    }

    /// A register of one of the parts of complex numbers.
    pub(super) fn part_of(&mut self, which: Part, z: Value, part: DType, register: usize) -> Option<Value> {
        let (low, high) = (self.number(z, 2 * register)?, self.number(z, 2 * register + 1)?);
        let size = part.itemsize() as usize;
        let from = if which == Part::Real { 0 } else { size };
        // Byte `at` belongs to number `at / size` of both registers together.
        Some(self.vector(VecOp::Shuffle(bytes(|at| from + at / size * 2 * size + at % size)), &[low, high]))
    }

    fn complex_convert(&mut self, x: Value, to: DType, register: usize) -> Option<Value> {
        let from = self.func.ty(x).scalar()?;
        match (from, to) {
            _ if from == to => self.number(x, register),
            (DType::C64, DType::C128) => self.float_registers(DType::F32, DType::F64, x, register),
            (DType::C128, DType::C64) => self.float_registers(DType::F64, DType::F32, x, register),
            _ if Some(from) == to.part() => {
                let re = self.number(x, register / 2)?;
                let zero = self.spread(from, 0);
                Some(self.interleaved(from, re, zero, register % 2))
            }
            _ => None,
        }
    }

    /// True if an operation takes a complex number.
    pub(super) fn takes_complex(&self, inst: Inst) -> bool {
        self.func.op(inst).operands().iter().any(|operand| self.func.ty(*operand).scalar().is_some_and(DType::is_complex))
    }
}

fn bytes(from: impl Fn(usize) -> usize) -> [u8; BYTES] {
    std::array::from_fn(|at| from(at) as u8)
}
