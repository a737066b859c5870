//! Complex numbers as two floats.
//!
//! A product is `(a·c − b·d) + (a·d + b·c)i`, as in CPython and in NumPy's scalar code: nothing is fused, and infinite
//! results that C99 would recover stay what they are. An order is that of NumPy's loops: by the real parts if no imaginary
//! part is NaN, between equal ones by the imaginary parts.

use super::Lowered;
use super::Lowering;
use super::build::Builder;
use crate::ir::{BinaryOp, CompareOp, Op, Part, Value};
use crate::types::{DType, Type};

type Parts = [Value; 2];

impl Lowering<'_> {
    /// True for a complex scalar.
    pub(super) fn is_complex(&self, value: Value) -> bool {
        self.old.ty(value).scalar().is_some_and(DType::is_complex)
    }

    /// The parts of a complex scalar.
    pub(super) fn parts(&mut self, value: Value) -> Parts {
        match self.values[value] {
            Lowered::Complex(parts) => parts,
            _ => {
                let zero = self.b.zero(super::arrays::flat_types(&[self.old.ty(value)])[0]);
                [zero; 2]
            }
        }
    }

    /// Says what an old complex number has become.
    pub(super) fn bind_parts(&mut self, old: Value, parts: Parts) {
        self.values[old] = Lowered::Complex(parts);
    }

    /// Operations with one result that make complex numbers or take them; false if it is none.
    pub(super) fn lower_complex_op(&mut self, result: Value, op: &Op) -> bool {
        match op {
            Op::Part(part, z) => {
                let parts = self.parts(*z);
                self.bind(result, parts[place(*part)]);
            }
            Op::PartView(part, array) => self.lower_part_view(result, *part, *array),
            Op::Compare(op, x, y) if self.is_complex(*x) => {
                let (x, y) = (self.parts(*x), self.parts(*y));
                let holds = self.b.compare_complex(*op, x, y);
                self.bind(result, holds);
            }
            Op::Convert(x) if self.is_complex(*x) && !self.is_complex(result) => self.lower_to_real(result, *x),
            _ if self.is_complex(result) => return self.lower_complex_result(result, op),
            _ => return false,
        }
        true
    }

    fn lower_complex_result(&mut self, result: Value, op: &Op) -> bool {
        let parts = match op {
            Op::Complex(re, im) => [*re, *im].map(|part| self.scalar(part)),
            Op::Unary(op, x) => {
                let parts = self.parts(*x);
                parts.map(|part| self.b.unary(*op, part))
            }
            Op::Binary(op, x, y) => {
                let (x, y) = (self.parts(*x), self.parts(*y));
                self.b.binary_complex(*op, x, y)
            }
            Op::Select(cond, x, y) => {
                let (cond, x, y) = (self.scalar(*cond), self.parts(*x), self.parts(*y));
                self.b.select_complex(cond, x, y)
            }
            Op::Convert(x) => self.made_complex(*x, result),
            Op::LoadElem(array, at) => self.load_complex(*array, at),
            _ => return false,
        };
        self.bind_parts(result, parts);
        true
    }

    /// A number of any dtype as a complex one.
    fn made_complex(&mut self, x: Value, result: Value) -> Parts {
        let part = |ty: Type| ty.scalar().and_then(DType::part).unwrap_or(DType::F64);
        let to = part(self.old.ty(result));
        if self.is_complex(x) {
            let from = part(self.old.ty(x));
            let parts = self.parts(x);
            return parts.map(|part| self.b.convert(from, to, part));
        }
        let from = self.old.ty(x).scalar().unwrap_or(to);
        let real = self.scalar(x);
        let real = self.b.convert(from, to, real);
        let zero = self.b.zero(super::machine(to));
        [real, zero]
    }

    /// The real part, or whether the number is not 0.
    fn lower_to_real(&mut self, result: Value, x: Value) {
        let parts = self.parts(x);
        let from = self.old.ty(x).scalar().and_then(DType::part).unwrap_or(DType::F64);
        let to = self.old.ty(result).scalar().unwrap_or(from);
        let value = if to == DType::Bool {
            let [re, im] = parts.map(|part| self.b.is_not_zero(part));
            self.b.or(re, im)
        } else {
            self.b.convert(from, to, parts[0])
        };
        self.bind(result, value);
    }

    fn load_complex(&mut self, array: Value, at: &[Value]) -> Parts {
        let array = self.array(array);
        let at = self.scalars(at);
        let (address, offset) = self.element(&array, &at);
        self.load_parts(array.ty.dtype, address, offset)
    }

    /// The parts of a complex number in memory.
    pub(super) fn load_parts(&mut self, dtype: DType, address: Value, offset: u32) -> Parts {
        let part = dtype.part().unwrap_or(DType::F64);
        [0, part.itemsize()].map(|further| self.load(part, address, offset + further))
    }

    pub(super) fn lower_complex_store(&mut self, array: Value, at: &[Value], value: Value) {
        let array = self.array(array);
        let at = self.scalars(at);
        let (address, offset) = self.element(&array, &at);
        self.store_parts(array.ty.dtype, address, offset, value);
    }

    /// Writes the parts of a complex number.
    pub(super) fn store_parts(&mut self, dtype: DType, address: Value, offset: u32, value: Value) {
        let part = dtype.part().unwrap_or(DType::F64);
        let parts = self.parts(value);
        for (number, value) in (0..).zip(parts) {
            self.store(part, address, offset + number * part.itemsize(), value);
        }
    }

    /// The same strides over elements of half the size.
    fn lower_part_view(&mut self, result: Value, part: Part, array: Value) {
        let mut array = self.array(array);
        let size = array.ty.dtype.part().map_or(0, DType::itemsize);
        let distance = self.b.bits(Type::Addr, (place(part) as u64) * u64::from(size));
        array.data = self.b.add(array.data, distance);
        self.bind_array(result, array);
    }
}

fn place(part: Part) -> usize {
    match part {
        Part::Real => 0,
        Part::Imag => 1,
    }
}

impl Builder {
    fn binary_complex(&mut self, op: BinaryOp, x: Parts, y: Parts) -> Parts {
        match op {
            BinaryOp::Mul => self.multiply_complex(x, y),
            BinaryOp::Min => self.extreme_complex(CompareOp::Le, x, y),
            BinaryOp::Max => self.extreme_complex(CompareOp::Ge, x, y),
            _ => [self.binary(op, x[0], y[0]), self.binary(op, x[1], y[1])],
        }
    }

    fn multiply_complex(&mut self, [a, b]: Parts, [c, d]: Parts) -> Parts {
        let (ac, bd) = (self.mul(a, c), self.mul(b, d));
        let (ad, bc) = (self.mul(a, d), self.mul(b, c));
        [self.sub(ac, bd), self.add(ad, bc)]
    }

    /// The first if it is NaN or the comparison holds.
    fn extreme_complex(&mut self, op: CompareOp, x: Parts, y: Parts) -> Parts {
        let holds = self.compare_complex(op, x, y);
        let is_nan = self.compare_complex(CompareOp::Ne, x, x);
        let first = self.or(is_nan, holds);
        self.select_complex(first, x, y)
    }

    fn select_complex(&mut self, cond: Value, x: Parts, y: Parts) -> Parts {
        [self.select(cond, x[0], y[0]), self.select(cond, x[1], y[1])]
    }

    fn compare_complex(&mut self, op: CompareOp, x: Parts, y: Parts) -> Value {
        if matches!(op, CompareOp::Eq | CompareOp::Ne) {
            let (re, im) = (self.compare(op, x[0], y[0]), self.compare(op, x[1], y[1]));
            return if op == CompareOp::Eq { self.and(re, im) } else { self.or(re, im) };
        }
        let strict = if matches!(op, CompareOp::Lt | CompareOp::Le) { CompareOp::Lt } else { CompareOp::Gt };
        let mut first = self.compare(strict, x[0], y[0]);
        for part in [x[1], y[1]] {
            let number = self.compare(CompareOp::Eq, part, part);
            first = self.and(first, number);
        }
        let equal = self.compare(CompareOp::Eq, x[0], y[0]);
        let second = self.compare(op, x[1], y[1]);
        let second = self.and(equal, second);
        self.or(first, second)
    }
}
