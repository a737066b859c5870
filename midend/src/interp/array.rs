//! Arrays of the interpreter, and the operations on whole arrays.

use super::order::{k_order, ordered_axes};
use super::{Frame, InterpValue, unsupported};
use crate::eval::canonical;
use crate::host::Raised;
use crate::ir::{Inst, Op, Value, View};
use crate::types::{ArrayType, DType, Layout};
use crate::vector::Bits;
use std::cell::RefCell;
use std::rc::Rc;

/// More bytes than this are refused, as an allocation would be.
const LIMIT: i64 = 1 << 32;

/// An array: shared memory, and where its elements are.
#[derive(Clone, Debug)]
pub struct InterpArray {
    /// The memory; arrays that share it may overlap.
    pub memory: Rc<RefCell<Vec<u8>>>,
    /// True if the memory is the caller's.
    pub borrowed: bool,
    /// Byte offset of element `[0, 0, …]`.
    pub offset: i64,
    /// Type of the elements.
    pub dtype: DType,
    /// Extents.
    pub shape: Vec<i64>,
    /// Strides in bytes.
    pub strides: Vec<i64>,
}

impl InterpArray {
    /// An array in C order over memory of its own, holding zeros.
    pub fn zeros(dtype: DType, shape: &[i64]) -> InterpArray {
        let order: Vec<usize> = (0..shape.len()).collect();
        InterpArray::dense(dtype, shape, &order)
    }

    /// Zeros, dense in this order of axes (outermost first).
    pub(super) fn dense(dtype: DType, shape: &[i64], order: &[usize]) -> InterpArray {
        let mut strides = vec![0; shape.len()];
        let mut size = i64::from(dtype.itemsize());
        for axis in order.iter().rev() {
            strides[*axis] = size;
            size *= shape[*axis];
        }
        let memory = Rc::new(RefCell::new(vec![0; usize::try_from(size).unwrap_or(0)]));
        InterpArray { memory, borrowed: false, offset: 0, dtype, shape: shape.to_vec(), strides }
    }

    /// The indices of all elements, in C order.
    pub fn places(&self) -> Vec<Vec<i64>> {
        places(&self.shape)
    }

    /// The bits of an element.
    pub fn get(&self, at: &[i64]) -> u64 {
        let memory = self.memory.borrow();
        let mut bytes = [0; 8];
        for (k, byte) in bytes.iter_mut().take(self.dtype.itemsize() as usize).enumerate() {
            *byte = usize::try_from(self.address(at)).ok().and_then(|at| memory.get(at + k)).copied().unwrap_or(0);
        }
        canonical(self.dtype, u64::from_le_bytes(bytes))
    }

    /// Changes an element.
    pub fn set(&self, at: &[i64], bits: u64) {
        let mut memory = self.memory.borrow_mut();
        let address = usize::try_from(self.address(at)).unwrap_or(usize::MAX);
        for (k, byte) in bits.to_le_bytes().iter().take(self.dtype.itemsize() as usize).enumerate() {
            if let Some(slot) = address.checked_add(k).and_then(|at| memory.get_mut(at)) {
                *slot = *byte;
            }
        }
    }

    /// The sixteen bytes from an element on; those outside of the memory are 0.
    pub(super) fn get_vector(&self, at: &[i64]) -> Bits {
        let memory = self.memory.borrow();
        let address = self.address(at);
        std::array::from_fn(|k| usize::try_from(address + k as i64).ok().and_then(|at| memory.get(at)).copied().unwrap_or(0))
    }

    pub(super) fn set_vector(&self, at: &[i64], bits: Bits) {
        let mut memory = self.memory.borrow_mut();
        let address = usize::try_from(self.address(at)).unwrap_or(usize::MAX);
        for (k, byte) in bits.into_iter().enumerate() {
            if let Some(slot) = address.checked_add(k).and_then(|at| memory.get_mut(at)) {
                *slot = byte;
            }
        }
    }

    /// The bits of all elements, in C order.
    pub fn elements(&self) -> Vec<u64> {
        self.places().iter().map(|at| self.get(at)).collect()
    }

    fn address(&self, at: &[i64]) -> i64 {
        self.offset + at.iter().zip(&self.strides).map(|(index, stride)| index * stride).sum::<i64>()
    }

    /// First byte and one past the last; `None` without elements.
    fn bounds(&self) -> Option<(i64, i64)> {
        let spans: Vec<i64> = self.shape.iter().zip(&self.strides).map(|(extent, stride)| (extent - 1) * stride).collect();
        let low = self.offset + spans.iter().filter(|span| **span < 0).sum::<i64>();
        let high = self.offset + spans.iter().filter(|span| **span > 0).sum::<i64>();
        (!self.shape.contains(&0)).then_some((low, high + i64::from(self.dtype.itemsize())))
    }

    fn overlaps(&self, other: &InterpArray) -> bool {
        let (Some(a), Some(b)) = (self.bounds(), other.bounds()) else {
            return false;
        };
        Rc::ptr_eq(&self.memory, &other.memory) && a.0 < b.1 && b.0 < a.1
    }

    fn is_same_place(&self, other: &InterpArray) -> bool {
        Rc::ptr_eq(&self.memory, &other.memory) && self.offset == other.offset
    }

    /// The strides that the layout promises, where it promises all.
    fn assume(&self, ty: ArrayType) -> InterpArray {
        let mut axes: Vec<usize> = (0..self.shape.len()).collect();
        match ty.layout {
            Layout::C => {}
            Layout::F => axes.reverse(),
            Layout::Trailing(_) => return self.clone(),
        }
        let strides = InterpArray::dense_strides(self, &axes);
        InterpArray { strides, ..self.clone() }
    }

    fn dense_strides(&self, order: &[usize]) -> Vec<i64> {
        let mut strides = vec![0; self.shape.len()];
        let mut size = i64::from(self.dtype.itemsize());
        for axis in order.iter().rev() {
            strides[*axis] = size;
            size *= self.shape[*axis];
        }
        strides
    }
}

/// Every index of an array of this shape, in C order.
pub(super) fn places(shape: &[i64]) -> Vec<Vec<i64>> {
    let mut all = vec![Vec::new()];
    for extent in shape {
        all = all.iter().flat_map(|at| (0..*extent).map(|index| [at.as_slice(), &[index]].concat())).collect();
    }
    all
}

impl Frame<'_> {
    pub(super) fn is_array_op(&self, op: &Op) -> bool {
        matches!(
            op,
            Op::View(_)
                | Op::AssumeLayout(_)
                | Op::Empty(..)
                | Op::EmptyLike(..)
                | Op::OrderAxes(_)
                | Op::StoreElem(..)
                | Op::LoadVector(..)
                | Op::StoreVector(..)
                | Op::LoadDescriptor(..)
                | Op::LoadDestination(..)
                | Op::ArrayAt(..)
                | Op::Own(..)
                | Op::Share(..)
                | Op::Drop(_)
                | Op::Forget(_)
                | Op::RetainArray(_)
        )
    }

    /// The results of an operation that yields arrays, or nothing.
    pub(super) fn array_op(&mut self, inst: Inst, op: &Op) -> Result<Vec<InterpValue>, Raised> {
        let array = match op {
            Op::View(view) => self.view(view)?,
            Op::AssumeLayout(array) => self.array(*array)?.assume(self.result_type(inst)?),
            Op::ArrayAt(place, count) => self.array_at(*place, self.int(*count)?)?,
            Op::LoadDescriptor(array, _) | Op::LoadDestination(array, _) => self.array(*array)?.clone(),
            Op::Empty(extents, site) => {
                let shape = self.ints(extents)?;
                if let Some(extent) = refused(&shape) {
                    return Err(self.raised(inst, *site, &[extent]));
                }
                let ty = self.result_type(inst)?;
                let mut order: Vec<usize> = (0..shape.len()).collect();
                if ty.layout == Layout::F {
                    order.reverse();
                }
                InterpArray::dense(ty.dtype, &shape, &order)
            }
            Op::EmptyLike(like, _) => {
                let like = self.arrays(like)?;
                let shape = like.first().map(|array| array.shape.clone()).unwrap_or_default();
                InterpArray::dense(self.result_type(inst)?.dtype, &shape, &k_order(&shape, &like))
            }
            Op::OrderAxes(arrays) => return Ok(ordered(&self.arrays(arrays)?)),
            Op::StoreElem(array, at, value) => {
                self.array(*array)?.set(&self.ints(at)?, self.bits(*value)?);
                return Ok(Vec::new());
            }
            Op::LoadVector(array, at) => return Ok(vec![InterpValue::Vector(self.array(*array)?.get_vector(&self.ints(at)?))]),
            Op::StoreVector(array, at, value) => {
                let Some(InterpValue::Vector(bits)) = self.values[*value] else { return Err(unsupported()) };
                self.array(*array)?.set_vector(&self.ints(at)?, bits);
                return Ok(Vec::new());
            }
            _ => return Ok(Vec::new()),
        };
        Ok(vec![InterpValue::Array(array)])
    }

    /// The scalar that an operation finds out about arrays, if it is one of those.
    pub(super) fn array_question(&self, op: &Op) -> Result<Option<u64>, Raised> {
        let axis_of = |values: &Vec<i64>, axis: u8| values.get(usize::from(axis)).copied().unwrap_or(0) as u64;
        Ok(Some(match op {
            Op::Dim(array, axis) => axis_of(&self.array(*array)?.shape, *axis),
            Op::Stride(array, axis) => axis_of(&self.array(*array)?.strides, *axis),
            Op::LoadElem(array, at) => self.array(*array)?.get(&self.ints(at)?),
            Op::Borrowed(array) => u64::from(self.array(*array)?.borrowed),
            // Only `array_at` looks at it.
            Op::AddressOf(_) => 0,
            Op::Overlap(a, b) => u64::from(self.array(*a)?.overlaps(self.array(*b)?)),
            Op::SamePlace(a, b) => u64::from(self.array(*a)?.is_same_place(self.array(*b)?)),
            _ => return Ok(None),
        }))
    }

    fn result_type(&self, inst: Inst) -> Result<ArrayType, Raised> {
        let result: Option<&Value> = self.func.inst_results(inst).first();
        result.and_then(|result| self.func.ty(*result).array()).ok_or_else(unsupported)
    }

    /// Constant bytes; other memory has no address here.
    fn array_at(&self, place: Value, count: i64) -> Result<InterpArray, Raised> {
        let Some(Op::AddressOf(data)) = self.func.def_op(place) else { return Err(unsupported()) };
        let bytes = self.module.data.get_index(data.as_u32() as usize).cloned().unwrap_or_default();
        let memory = Rc::new(RefCell::new(bytes));
        Ok(InterpArray { memory, borrowed: true, offset: 0, dtype: DType::U8, shape: vec![count], strides: vec![1] })
    }

    fn view(&self, view: &View) -> Result<InterpArray, Raised> {
        let base = self.array(view.base)?;
        let mut result = InterpArray { shape: Vec::new(), strides: Vec::new(), ..base.clone() };
        for (axis, start) in &view.offsets {
            result.offset += self.int(*start)? * base.strides[usize::from(*axis)];
        }
        for axis in &view.axes {
            let stride = match axis.source {
                Some((source, scale)) => base.strides[usize::from(source)] * self.int(scale)?,
                None => 0,
            };
            result.shape.push(self.int(axis.extent)?);
            result.strides.push(stride);
        }
        Ok(result)
    }
}

/// The extent for which there is no array of this shape: a negative one, or the one that makes it too large.
fn refused(shape: &[i64]) -> Option<i64> {
    let mut size: i64 = 1;
    shape.iter().copied().find(|extent| {
        size = size.saturating_mul((*extent).max(1));
        *extent < 0 || size > LIMIT
    })
}

/// The arrays with their axes ordered and merged, at the rank that they had.
fn ordered(arrays: &[InterpArray]) -> Vec<InterpValue> {
    let Some(first) = arrays.first() else {
        return Vec::new();
    };
    let axes = ordered_axes(&first.shape, arrays);
    let order = |(at, array): (usize, &InterpArray)| {
        let shape = axes.iter().map(|axis| axis.extent).collect();
        let strides = axes.iter().map(|axis| axis.strides[at]).collect();
        InterpValue::Array(InterpArray { shape, strides, ..array.clone() })
    };
    arrays.iter().enumerate().map(order).collect()
}
