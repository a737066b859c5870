//! An array value as its fields, and what is computed from them: views and elements.

use super::scalars::{machine, memory};
use super::{Lowered, Lowering};
use crate::ir::{BinaryOp, CastOp, MemType, Op, Value, Values, View};
use crate::types::{ArrayType, DType, Layout, Type};

/// The fields of an array. All strides are there; the layout says which of them travel.
#[derive(Clone)]
pub(super) struct Array {
    pub ty: ArrayType,
    /// The buffer that owns the memory; 0 if the caller lent it.
    pub parent: Value,
    /// Address of element `[0, 0, …]`.
    pub data: Value,
    /// Extents.
    pub shape: Values,
    /// Strides in bytes.
    pub strides: Values,
}

/// The types that values of these types have in the flat phase, one after the other.
pub(super) fn flat_types(types: &[Type]) -> Vec<Type> {
    let mut flat = Vec::with_capacity(types.len());
    for ty in types {
        match ty {
            Type::Scalar(dtype) if dtype.is_complex() => flat.extend([machine(*dtype); 2]),
            Type::Scalar(dtype) => flat.push(machine(*dtype)),
            Type::Addr | Type::Vector => flat.push(*ty),
            Type::Ref => flat.push(Type::Addr),
            Type::Array(array) => {
                let ints = usize::from(array.rank) + carried_strides(*array);
                flat.extend([Type::Addr, Type::Addr]);
                flat.extend(std::iter::repeat_n(Type::I64, ints));
            }
        }
    }
    flat
}

/// The number of leading axes whose stride the layout does not tell.
pub(super) fn carried_strides(ty: ArrayType) -> usize {
    match ty.layout {
        Layout::C | Layout::F => 0,
        Layout::Trailing(known) => usize::from(ty.rank.saturating_sub(known)),
    }
}

impl Lowering<'_> {
    /// The lowered form of a scalar or address.
    pub(super) fn scalar(&mut self, value: Value) -> Value {
        match self.values[value] {
            Lowered::Scalar(value) => value,
            _ => {
                debug_assert!(!self.is_complex(value), "{value} is two floats");
                let ty = flat_types(&[self.old.ty(value)])[0];
                self.b.zero(ty)
            }
        }
    }

    /// The fields of an array.
    pub(super) fn array(&mut self, value: Value) -> Array {
        match &self.values[value] {
            Lowered::Array(array) => (**array).clone(),
            _ => self.no_array(self.old.ty(value)),
        }
    }

    fn no_array(&mut self, ty: Type) -> Array {
        let ty = ty.array().unwrap_or(ArrayType::new(DType::F64, 0, Layout::C));
        let (nowhere, zero) = (self.b.zero(Type::Addr), self.b.int(0));
        let zeros = Values::from_elem(zero, ty.rank.into());
        Array { ty, parent: nowhere, data: nowhere, shape: zeros.clone(), strides: zeros }
    }

    pub(super) fn scalars(&mut self, values: &[Value]) -> Values {
        values.iter().map(|value| self.scalar(*value)).collect()
    }

    pub(super) fn arrays(&mut self, values: &[Value]) -> Vec<Array> {
        values.iter().map(|value| self.array(*value)).collect()
    }

    /// Says what an old value has become.
    pub(super) fn bind(&mut self, old: Value, new: Value) {
        self.values[old] = Lowered::Scalar(new);
    }

    /// Says what an old array has become; its type decides which strides follow from the extents.
    pub(super) fn bind_array(&mut self, old: Value, mut array: Array) {
        if let Type::Array(ty) = self.old.ty(old) {
            array.ty = ty;
        }
        self.derive_strides(&mut array);
        // No extent is negative: fresh arrays and descriptors are checked, views stay inside.
        for extent in &array.shape {
            self.extents.insert(*extent);
        }
        self.values[old] = Lowered::Array(Box::new(array));
    }

    /// Replaces the strides that the layout tells.
    fn derive_strides(&mut self, array: &mut Array) {
        let rank = array.shape.len();
        let item = self.b.int(array.ty.dtype.itemsize().into());
        match array.ty.layout {
            Layout::F => self.pack(array, 0..rank, item),
            _ => self.pack(array, (carried_strides(array.ty)..rank).rev(), item),
        };
    }

    /// Gives these axes, innermost first, the strides of contiguous memory; returns the size of all in bytes.
    pub(super) fn pack(&mut self, array: &mut Array, axes: impl Iterator<Item = usize>, item: Value) -> Value {
        let mut stride = item;
        for axis in axes {
            array.strides[axis] = stride;
            stride = self.b.mul(stride, array.shape[axis]);
        }
        stride
    }

    /// Binds a value to the flat values that carry it.
    pub(super) fn bind_flat(&mut self, old: Value, flat: &mut impl Iterator<Item = Value>) {
        let Type::Array(ty) = self.old.ty(old) else {
            match (self.is_complex(old), flat.next()) {
                (true, Some(re)) => {
                    let im = flat.next().unwrap_or(re);
                    self.bind_parts(old, [re, im]);
                }
                (_, Some(value)) => self.bind(old, value),
                _ => {}
            }
            return;
        };
        let mut array = self.no_array(Type::Array(ty));
        let carried = carried_strides(ty);
        let fields = [&mut array.parent, &mut array.data].into_iter();
        let fields = fields.chain(&mut array.shape).chain(&mut array.strides[..carried]);
        for (field, value) in fields.zip(flat) {
            *field = value;
        }
        self.bind_array(old, array);
    }

    /// The flat values that carry these values into a place of these types.
    pub(super) fn carry(&mut self, values: &[Value], types: &[Type]) -> Values {
        let mut flat = Values::new();
        for (value, ty) in values.iter().zip(types) {
            match ty {
                Type::Array(ty) => {
                    let array = self.array(*value);
                    flat.extend([array.parent, array.data]);
                    flat.extend(array.shape);
                    flat.extend(array.strides.into_iter().take(carried_strides(*ty)));
                }
                Type::Scalar(dtype) if dtype.is_complex() => flat.extend(self.parts(*value)),
                _ => flat.push(self.scalar(*value)),
            }
        }
        flat
    }

    /// The number of elements.
    pub(super) fn count(&mut self, array: &Array) -> Value {
        let mut count = self.b.int(1);
        for extent in array.shape.iter().rev() {
            count = self.b.mul(count, *extent);
        }
        count
    }

    pub(super) fn as_addr(&mut self, x: Value) -> Value {
        self.b.cast(CastOp::ToAddr, x, Type::Addr)
    }

    /// An affine view: the base's fields with a new start, extents and strides.
    pub(super) fn lower_view(&mut self, old: Value, view: &View) {
        let mut array = self.array(view.base);
        let base = array.strides.clone();
        for (axis, start) in &view.offsets {
            let start = self.scalar(*start);
            let bytes = self.scaled(start, base.get(usize::from(*axis)).copied());
            array.data = self.b.add(array.data, bytes);
        }
        array.shape.clear();
        array.strides.clear();
        for axis in &view.axes {
            array.shape.push(self.scalar(axis.extent));
            let stride = match axis.source {
                None => self.b.int(0),
                Some((source, scale)) => {
                    let scale = self.scalar(scale);
                    base.get(usize::from(source)).map_or(scale, |stride| self.b.mul(*stride, scale))
                }
            };
            array.strides.push(stride);
        }
        self.bind_array(old, array);
    }

    /// A distance in bytes, as an address.
    fn scaled(&mut self, index: Value, stride: Option<Value>) -> Value {
        let index = self.as_addr(index);
        match stride {
            Some(stride) => {
                let stride = self.as_addr(stride);
                self.b.mul(index, stride)
            }
            None => index,
        }
    }

    /// The address of an element, and a constant to add to it.
    pub(super) fn element(&mut self, array: &Array, at: &[Value]) -> (Value, u32) {
        let mut terms = Values::new();
        let mut offset = 0;
        let mut shifted = false;
        for (index, stride) in at.iter().zip(&array.strides) {
            let (index, bytes) = self.split_index(*index, *stride);
            offset += bytes;
            shifted |= bytes != 0 && self.b.known(index).is_none();
            let term = self.scaled(index, Some(*stride));
            terms.push(term);
        }
        // What is known further out comes first, so that loops inside share it.
        terms.sort_by_key(|term| self.b.depth_of(*term));
        let mut address = array.data;
        for term in terms {
            address = self.b.add(address, term);
        }
        self.displace(address, offset, shifted)
    }

    /// Takes the constant part, in bytes, out of an index.
    fn split_index(&mut self, index: Value, stride: Value) -> (Value, i64) {
        let Some(stride) = self.b.known(stride) else { return (index, 0) };
        let bytes = |bits: u64| (bits as i64).checked_mul(stride as i64).filter(|bytes| bytes.abs() < 1 << 20);
        if let Some(bytes) = self.b.known(index).and_then(bytes) {
            return (self.b.int(0), bytes);
        }
        match self.b.func.def_op(index) {
            Some(Op::Binary(BinaryOp::Add, base, plus)) => match self.b.known(*plus).and_then(bytes) {
                Some(bytes) => (*base, bytes),
                None => (index, 0),
            },
            _ => (index, 0),
        }
    }

    /// Adds a constant to an address. In 32 bits, loads must not wrap around: if the address without it may lie before
    /// the array, only what fits between address 0 and the first data of a module goes into the load itself.
    fn displace(&mut self, address: Value, offset: i64, shifted: bool) -> (Value, u32) {
        let limit = if shifted { 128 } else { 1 << 30 };
        if (0..limit).contains(&offset) {
            return (address, offset as u32);
        }
        let distance = self.b.bits(Type::Addr, offset.unsigned_abs());
        let op = if offset < 0 { BinaryOp::Sub } else { BinaryOp::Add };
        (self.b.binary(op, address, distance), 0)
    }

    pub(super) fn lower_load(&mut self, old: Value, array: Value, at: &[Value]) {
        let array = self.array(array);
        let at = self.scalars(at);
        let (address, offset) = self.element(&array, &at);
        let value = self.load(array.ty.dtype, address, offset);
        self.bind(old, value);
    }

    pub(super) fn lower_store(&mut self, array: Value, at: &[Value], value: Value) {
        if self.is_complex(value) {
            return self.lower_complex_store(array, at, value);
        }
        let array = self.array(array);
        let (at, value) = (self.scalars(at), self.scalar(value));
        let (address, offset) = self.element(&array, &at);
        self.store(array.ty.dtype, address, offset, value);
    }

    pub(super) fn lower_vector_load(&mut self, old: Value, array: Value, at: &[Value]) {
        let array = self.array(array);
        let at = self.scalars(at);
        let (address, offset) = self.element(&array, &at);
        let value = self.b.push_one(Op::Load(MemType::Vector, address, offset), Type::Vector);
        self.bind(old, value);
    }

    pub(super) fn lower_vector_store(&mut self, array: Value, at: &[Value], value: Value) {
        let array = self.array(array);
        let (at, value) = (self.scalars(at), self.scalar(value));
        let (address, offset) = self.element(&array, &at);
        self.b.push(Op::Store(MemType::Vector, address, offset, value), &[]);
    }

    pub(super) fn load(&mut self, dtype: DType, address: Value, offset: u32) -> Value {
        let memory = memory(dtype);
        let value = self.b.push_one(Op::Load(memory, address, offset), memory.value_type());
        if dtype == DType::Bool { self.b.cast(CastOp::Bool, value, Type::BOOL) } else { value }
    }

    pub(super) fn store(&mut self, dtype: DType, address: Value, offset: u32, value: Value) {
        let value = if dtype == DType::Bool { self.b.cast(CastOp::Bool, value, Type::I32) } else { value };
        self.b.push(Op::Store(memory(dtype), address, offset, value), &[]);
    }
}
