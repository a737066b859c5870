//! Fresh arrays.

use super::Lowering;
use super::arrays::Array;
use super::order::Axes;
use crate::abi::buffer;
use crate::interface::RaiseSite;
use crate::ir::{CastOp, CompareOp, Op, Site, Value, Values};
use crate::types::{ArrayType, Layout, Type};

/// No array is larger; far beyond any memory, and far from overflow.
const MOST_BYTES: i64 = 1 << 46;

/// What is asked for in the place of more: no allocator has it.
const TOO_MANY_BYTES: i64 = 1 << 62;

/// What a negative extent raises.
pub(crate) fn negative_extent() -> RaiseSite {
    RaiseSite { exception: "ValueError".to_string(), message: "negative dimensions are not allowed".to_string() }
}

impl Lowering<'_> {
    pub(super) fn lower_empty(&mut self, old: Value, extents: &[Value], site: Site) {
        let Type::Array(ty) = self.old.ty(old) else { return };
        let shape = self.scalars(extents);
        self.check_extents(&shape);
        let mut array = self.fresh(ty, shape);
        let item = self.b.int(ty.dtype.itemsize().into());
        let rank = array.shape.len();
        let size = match ty.layout {
            Layout::F => self.pack(&mut array, 0..rank, item),
            _ => self.pack(&mut array, (0..rank).rev(), item),
        };
        self.allocate(&mut array, size, site);
        self.bind_array(old, array);
    }

    /// An array of these extents without memory.
    fn fresh(&mut self, ty: ArrayType, shape: Values) -> Array {
        let nowhere = self.b.zero(Type::Addr);
        let zero = self.b.int(0);
        let strides = Values::from_elem(zero, shape.len());
        Array { ty, parent: nowhere, data: nowhere, shape, strides }
    }

    fn check_extents(&mut self, shape: &[Value]) {
        let mut any = self.b.int(0);
        for extent in shape {
            if !self.is_extent(*extent) {
                any = self.b.or(any, *extent);
            }
        }
        let zero = self.b.int(0);
        let negative = self.b.compare(CompareOp::Lt, any, zero);
        if self.b.is(negative, 0) {
            return;
        }
        let (site, _) = self.sites.insert_full(negative_extent());
        self.raise_if(negative, Site::from_u32(site as u32), &[]);
    }

    /// True if the value is known not to be negative.
    fn is_extent(&self, value: Value) -> bool {
        self.extents.contains(value) || self.b.bound(value).is_some()
    }

    /// Gives the array memory of its own; `size` is right unless it has wrapped around.
    fn allocate(&mut self, array: &mut Array, size: Value, site: Site) {
        let size = self.refuse_overflow(array, size);
        array.parent = self.b.push_one(Op::Alloc(size), Type::Addr);
        let nowhere = self.b.zero(Type::Addr);
        let refused = self.b.compare(CompareOp::Eq, array.parent, nowhere);
        self.raise_if(refused, site, &[]);
        let header = self.b.bits(Type::Addr, buffer::DATA.into());
        array.data = self.b.add(array.parent, header);
    }

    fn refuse_overflow(&mut self, array: &Array, size: Value) -> Value {
        let too_large = self.is_too_large(array.ty, &array.shape);
        let refused = self.b.int(TOO_MANY_BYTES);
        self.b.select(too_large, refused, size)
    }

    fn is_too_large(&mut self, ty: ArrayType, shape: &[Value]) -> Value {
        let (constant, unknown): (Values, Values) = shape.iter().copied().partition(|extent| self.b.known(*extent).is_some());
        let constant = constant.iter().filter_map(|extent| self.b.known(*extent));
        let item = constant.fold(f64::from(ty.dtype.itemsize()), |item, extent| item * extent as f64);
        // An extent of 0 makes the bound infinite.
        let most = MOST_BYTES as f64 / item;
        if let [extent] = unknown.as_slice() {
            let most = self.b.int(most as i64);
            return self.b.compare(CompareOp::GtU, *extent, most);
        }
        self.is_product_above(&unknown, most)
    }

    /// The product as a float does not wrap around, and nobody minds its last bits.
    fn is_product_above(&mut self, factors: &[Value], most: f64) -> Value {
        let mut product = self.b.bits(Type::F64, 1f64.to_bits());
        for (at, factor) in factors.iter().enumerate() {
            let factor = self.b.cast(CastOp::FloatS, *factor, Type::F64);
            product = if at == 0 { factor } else { self.b.mul(product, factor) };
        }
        let most = self.b.bits(Type::F64, most.to_bits());
        self.b.compare(CompareOp::Gt, product, most)
    }

    /// Memory in the order in which NumPy walks these arrays together, strides in the order of the axes.
    pub(super) fn lower_empty_like(&mut self, old: Value, arrays: &[Value], site: Site) {
        let Type::Array(ty) = self.old.ty(old) else { return };
        let arrays = self.arrays(arrays);
        let Some(first) = arrays.first() else { return };
        let mut axes = Axes::of(&mut self.b, &arrays);
        axes.sort(&mut self.b);
        let mut array = self.fresh(ty, first.shape.clone());
        let mut size = self.b.int(ty.dtype.itemsize().into());
        let mut packed = Values::new();
        for extent in axes.extents() {
            packed.push(size);
            size = self.b.mul(size, extent);
        }
        for axis in 0..array.strides.len() {
            array.strides[axis] = axes.find(&mut self.b, axis, &packed);
        }
        self.allocate(&mut array, size, site);
        self.bind_array(old, array);
    }
}
