//! The caller's arrays: descriptors, and what is asked about where memory lies.

use super::Lowering;
use super::arrays::{Array, carried_strides};
use crate::abi::descriptor;
use crate::ir::{BinaryOp, CompareOp, MemType, Op, Site, Value, Values};
use crate::types::{ArrayType, Layout, Type};

impl Lowering<'_> {
    /// Reads a descriptor and checks that it describes an array of the static type.
    pub(super) fn lower_load_descriptor(&mut self, old: Value, p: Value, site: Site) {
        let Type::Array(ty) = self.old.ty(old) else { return };
        let p = self.scalar(p);
        let array = self.described(p, ty);
        let valid = self.is_described(p, &array).unwrap_or_else(|| self.is_described_in_line(p, &array));
        let invalid = self.b.not(valid);
        self.raise_if(invalid, site, &[]);
        self.bind_array(old, array);
    }

    /// Reads the descriptor of a result. Its layout is any, so with an address there is nothing to check of its place.
    pub(super) fn lower_load_destination(&mut self, old: Value, p: Value, site: Site) {
        let Type::Array(ty) = self.old.ty(old) else { return };
        let p = self.scalar(p);
        let array = self.described(p, ty);
        let valid = self.is_described(p, &array).unwrap_or_else(|| self.is_valid(p, &array));
        let invalid = self.b.not(valid);
        let nowhere = self.b.zero(Type::Addr);
        let given = self.b.compare(CompareOp::Ne, array.data, nowhere);
        let invalid = self.b.and(given, invalid);
        self.raise_if(invalid, site, &[]);
        self.bind_array(old, array);
    }

    fn described(&mut self, p: Value, ty: ArrayType) -> Array {
        let parent = self.b.zero(Type::Addr);
        let data = self.b.push_one(Op::Load(MemType::Addr, p, descriptor::DATA), Type::Addr);
        let shape = self.fields(p, (0..ty.rank).map(descriptor::shape));
        let strides = self.fields(p, (0..ty.rank).map(|axis| descriptor::stride(axis, ty.rank)));
        Array { ty, parent, data, shape, strides }
    }

    fn fields(&mut self, p: Value, offsets: impl Iterator<Item = u32>) -> Values {
        offsets.map(|offset| self.b.push_one(Op::Load(MemType::I64, p, offset), Type::I64)).collect()
    }

    fn is_described_in_line(&mut self, p: Value, array: &Array) -> Value {
        let valid = self.is_valid(p, array);
        let placed = self.is_placed(array);
        self.b.and(valid, placed)
    }

    fn is_valid(&mut self, p: Value, array: &Array) -> Value {
        let [nitems, itemsize] = [descriptor::NITEMS, descriptor::ITEMSIZE].map(|offset| {
            let load = Op::Load(MemType::I64, p, offset);
            self.b.push_one(load, Type::I64)
        });
        let item = self.b.int(array.ty.dtype.itemsize().into());
        let mut valid = self.b.compare(CompareOp::Eq, itemsize, item);
        let count = self.count(array);
        let counted = self.b.compare(CompareOp::Eq, nitems, count);
        valid = self.b.and(valid, counted);
        let any = array.shape.iter().fold(self.b.int(0), |any, extent| self.b.or(any, *extent));
        let zero = self.b.int(0);
        let positive = self.b.compare(CompareOp::Ge, any, zero);
        self.b.and(valid, positive)
    }

    /// What need not hold without elements: there is memory, and it is laid out as the type says.
    fn is_placed(&mut self, array: &Array) -> Value {
        let zero = self.b.int(0);
        let count = self.count(array);
        let empty = self.b.compare(CompareOp::Eq, count, zero);
        let item = self.b.int(array.ty.dtype.itemsize().into());
        let nowhere = self.b.zero(Type::Addr);
        let mut placed = self.b.compare(CompareOp::Ne, array.data, nowhere);
        let rank = array.shape.len();
        let axes: Vec<usize> = match array.ty.layout {
            Layout::F => (0..rank).collect(),
            _ => (carried_strides(array.ty)..rank).rev().collect(),
        };
        let mut expected = item;
        for axis in axes {
            let fits = self.b.compare(CompareOp::Eq, array.strides[axis], expected);
            // An axis that is never walked may have any stride.
            let one = self.b.int(1);
            let single = self.b.compare(CompareOp::Le, array.shape[axis], one);
            let fits = self.b.or(fits, single);
            placed = self.b.and(placed, fits);
            expected = self.b.mul(expected, array.shape[axis]);
        }
        self.b.or(empty, placed)
    }

    /// An array over memory that somebody else keeps.
    pub(super) fn lower_array_at(&mut self, old: Value, p: Value, count: Value) {
        let Type::Array(ty) = self.old.ty(old) else { return };
        let (data, extent) = (self.scalar(p), self.scalar(count));
        let (parent, item) = (self.b.zero(Type::Addr), self.b.int(ty.dtype.itemsize().into()));
        let array = Array { ty, parent, data, shape: Values::from_slice(&[extent]), strides: Values::from_slice(&[item]) };
        self.bind_array(old, array);
    }

    /// Writes a descriptor for the caller; the reference moves with it.
    pub(super) fn lower_store_descriptor(&mut self, p: Value, array: Value) {
        let (p, array) = (self.scalar(p), self.array(array));
        let (nitems, itemsize) = (self.count(&array), self.b.int(array.ty.dtype.itemsize().into()));
        let rank = array.ty.rank;
        self.b.push(Op::Store(MemType::Addr, p, descriptor::PARENT, array.parent), &[]);
        self.b.push(Op::Store(MemType::I64, p, descriptor::NITEMS, nitems), &[]);
        self.b.push(Op::Store(MemType::I64, p, descriptor::ITEMSIZE, itemsize), &[]);
        self.b.push(Op::Store(MemType::Addr, p, descriptor::DATA, array.data), &[]);
        for (axis, (extent, stride)) in (0..rank).zip(array.shape.iter().zip(&array.strides)) {
            self.b.push(Op::Store(MemType::I64, p, descriptor::shape(axis), *extent), &[]);
            self.b.push(Op::Store(MemType::I64, p, descriptor::stride(axis, rank), *stride), &[]);
        }
    }

    pub(super) fn lower_borrowed(&mut self, old: Value, array: Value) {
        let parent = self.array(array).parent;
        let nowhere = self.b.zero(Type::Addr);
        let borrowed = self.b.compare(CompareOp::Eq, parent, nowhere);
        self.bind(old, borrowed);
    }

    /// True if the ranges of bytes overlap; may be true of arrays without elements.
    pub(super) fn lower_overlap(&mut self, old: Value, x: Value, y: Value) {
        let (x, y) = (self.array(x), self.array(y));
        let ([x_low, x_high], [y_low, y_high]) = (self.byte_range(&x), self.byte_range(&y));
        let one = self.b.compare(CompareOp::LtU, x_low, y_high);
        let other = self.b.compare(CompareOp::LtU, y_low, x_high);
        let overlap = self.b.and(one, other);
        self.bind(old, overlap);
    }

    pub(super) fn lower_same_place(&mut self, old: Value, x: Value, y: Value) {
        let (x, y) = (self.array(x), self.array(y));
        let same = self.b.compare(CompareOp::Eq, x.data, y.data);
        self.bind(old, same);
    }

    /// The first byte and the one after the last.
    fn byte_range(&mut self, array: &Array) -> [Value; 2] {
        let item = self.b.int(array.ty.dtype.itemsize().into());
        let (mut low, mut high) = (self.b.int(0), item);
        if matches!(array.ty.layout, Layout::C | Layout::F) {
            let count = self.count(array);
            high = self.b.mul(count, item);
        } else {
            let one = self.b.int(1);
            for (extent, stride) in array.shape.iter().zip(&array.strides) {
                let steps = self.b.sub(*extent, one);
                let span = self.b.mul(steps, *stride);
                let sign = self.b.sign(span);
                let below = self.b.and(span, sign);
                low = self.b.add(low, below);
                let above = self.b.binary(BinaryOp::Xor, span, below);
                high = self.b.add(high, above);
            }
        }
        [low, high].map(|bytes| {
            let bytes = self.as_addr(bytes);
            self.b.add(array.data, bytes)
        })
    }
}
