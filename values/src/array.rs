//! Arrays: bytes seen through a dtype, a shape and strides.
//!
//! An [`ArrayValue`] always satisfies two rules, which every constructor checks: shape and strides are equally long,
//! and every element lies inside the bytes. So reading elements cannot fail later, whatever the strides.

use std::sync::Arc;

use thiserror::Error;

use crate::{DType, Elements, Scalar, print};

/// The largest rank of an array, which is NumPy's.
pub const MAX_RANK: usize = 64;

/// Why bytes, shape and strides do not make an array.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ArrayError {
    /// More axes than NumPy has.
    #[error("an array has at most {MAX_RANK} dimensions, not {rank}")]
    TooManyDimensions {
        /// The rank asked for.
        rank: usize,
    },
    /// The size in bytes does not fit an address.
    #[error("an array of shape {} is too big", print::shape(shape))]
    TooBig {
        /// The shape asked for.
        shape: Vec<usize>,
    },
    /// Contiguous data of another length than the shape asks for.
    #[error("{dtype} data of shape {} takes {expected} bytes, not {actual}", print::shape(shape))]
    WrongLength {
        /// The element type.
        dtype: DType,
        /// The shape asked for.
        shape: Vec<usize>,
        /// The bytes that it takes.
        expected: usize,
        /// The bytes that were given.
        actual: usize,
    },
    /// Not one stride per axis.
    #[error("{rank} dimensions need as many strides, not {strides}")]
    WrongStrides {
        /// The length of the shape.
        rank: usize,
        /// The length of the strides.
        strides: usize,
    },
    /// Some element lies before or behind the bytes.
    #[error("strides {strides:?} and offset {offset} lead outside of {length} bytes")]
    OutOfBounds {
        /// The strides asked for.
        strides: Vec<isize>,
        /// The offset asked for.
        offset: usize,
        /// The bytes that were given.
        length: usize,
    },
    /// An element of another dtype than the array's.
    #[error("a {element} element in an array of {dtype}")]
    WrongElement {
        /// The dtype of the array.
        dtype: DType,
        /// The dtype of the element.
        element: DType,
    },
}

/// The order in which a contiguous array stores its elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The last axis varies fastest.
    C,
    /// The first axis varies fastest.
    Fortran,
}

/// An array of any rank, or a view of one. Cloning shares the bytes.
#[derive(Clone, Debug)]
pub struct ArrayValue {
    dtype: DType,
    shape: Vec<usize>,
    strides: Vec<isize>,
    offset: usize,
    data: Arc<Vec<u8>>,
}

impl ArrayValue {
    /// An array that owns `data`: its elements in C order, little-endian.
    pub fn from_contiguous(dtype: DType, shape: Vec<usize>, data: Vec<u8>) -> Result<Self, ArrayError> {
        Self::from_ordered(dtype, shape, Order::C, data)
    }

    /// An array that owns `data`: its elements in the given order, little-endian.
    pub fn from_ordered(dtype: DType, shape: Vec<usize>, order: Order, data: Vec<u8>) -> Result<Self, ArrayError> {
        let expected = byte_size(dtype, &shape)?;
        if data.len() != expected {
            return Err(ArrayError::WrongLength { dtype, shape, expected, actual: data.len() });
        }
        let strides = contiguous_strides(dtype, &shape, order)?;
        Ok(Self { dtype, shape, strides, offset: 0, data: Arc::new(data) })
    }

    /// A view of `data`, with strides and offset in bytes.
    pub fn from_parts(
        dtype: DType,
        shape: Vec<usize>,
        strides: Vec<isize>,
        offset: usize,
        data: Arc<Vec<u8>>,
    ) -> Result<Self, ArrayError> {
        byte_size(dtype, &shape)?;
        if strides.len() != shape.len() {
            return Err(ArrayError::WrongStrides { rank: shape.len(), strides: strides.len() });
        }
        match extent(dtype, &shape, &strides, offset) {
            Some(end) if end <= data.len() => Ok(Self { dtype, shape, strides, offset, data }),
            _ => Err(ArrayError::OutOfBounds { strides, offset, length: data.len() }),
        }
    }

    /// An array of the given elements, in C order.
    pub fn from_scalars(dtype: DType, shape: Vec<usize>, elements: &[Scalar]) -> Result<Self, ArrayError> {
        let mut data = Vec::with_capacity(elements.len().saturating_mul(dtype.itemsize()));
        for scalar in elements {
            if scalar.dtype() != dtype {
                return Err(ArrayError::WrongElement { dtype, element: scalar.dtype() });
            }
            scalar.write_le_bytes(&mut data);
        }
        Self::from_contiguous(dtype, shape, data)
    }

    /// The array of rank 0 that holds `scalar`.
    pub fn from_scalar(scalar: Scalar) -> Self {
        let mut data = Vec::new();
        scalar.write_le_bytes(&mut data);
        Self { dtype: scalar.dtype(), shape: vec![], strides: vec![], offset: 0, data: Arc::new(data) }
    }

    /// The element type.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// The number of elements along each axis.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The number of axes.
    pub fn rank(&self) -> usize {
        self.shape.len()
    }

    /// The number of elements.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// The distance in bytes between neighbours along each axis.
    pub fn strides(&self) -> &[isize] {
        &self.strides
    }

    /// Where in [`ArrayValue::data`] the element at index 0, 0, … begins.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// The bytes that the array, and perhaps others, looks at.
    pub fn data(&self) -> &Arc<Vec<u8>> {
        &self.data
    }

    /// The bytes to write to; other arrays that shared them keep the old ones.
    pub fn data_mut(&mut self) -> &mut [u8] {
        Arc::<Vec<u8>>::make_mut(&mut self.data).as_mut_slice()
    }

    /// The element at `index`, one number per axis; `None` if there is no such element.
    pub fn get(&self, index: &[usize]) -> Option<Scalar> {
        let inside = index.len() == self.rank() && index.iter().zip(&self.shape).all(|(i, n)| i < n);
        let at = inside.then(|| self.position(index))?;
        Scalar::from_le_bytes(self.dtype, self.data.get(at..)?)
    }

    /// The elements in C order.
    pub fn elements(&self) -> Elements<'_> {
        Elements::new(self)
    }

    /// Whether the elements lie next to each other in the given order, without gaps.
    pub fn is_contiguous(&self, order: Order) -> bool {
        let Ok(wanted) = contiguous_strides(self.dtype, &self.shape, order) else {
            return false;
        };
        let axes = self.shape.iter().zip(self.strides.iter().zip(&wanted));
        self.size() == 0 || axes.into_iter().all(|(&n, (is, want))| n == 1 || is == want)
    }

    /// The elements' bytes in C order.
    pub fn to_bytes(&self) -> Vec<u8> {
        if self.is_contiguous(Order::C) {
            return self.span().to_vec();
        }
        let mut bytes = Vec::with_capacity(self.size() * self.dtype.itemsize());
        for at in self.elements().positions() {
            bytes.extend_from_slice(self.data.get(at..at + self.dtype.itemsize()).unwrap_or_default());
        }
        bytes
    }

    /// The same elements in C order without gaps. Shares the bytes if that is how they lie already.
    pub fn to_contiguous(&self) -> Self {
        if self.is_contiguous(Order::C) && self.span().len() == self.data.len() {
            return self.clone();
        }
        let strides = contiguous_strides(self.dtype, &self.shape, Order::C).unwrap_or_default();
        Self { dtype: self.dtype, shape: self.shape.clone(), strides, offset: 0, data: Arc::new(self.to_bytes()) }
    }

    /// The same elements with the axes reversed, as `a.T`; shares the bytes.
    pub fn transposed(&self) -> Self {
        let mut turned = self.clone();
        turned.shape.reverse();
        turned.strides.reverse();
        turned
    }

    /// What `print(array)` prints.
    pub fn display(&self) -> String {
        print::array_str(self)
    }

    /// What `repr(array)` gives.
    pub fn repr(&self) -> String {
        print::array_repr(self)
    }

    /// Where in the bytes the element at an index inside the shape begins.
    pub(crate) fn position(&self, index: &[usize]) -> usize {
        let steps = index.iter().zip(&self.strides).map(|(&i, &stride)| stride.wrapping_mul(i as isize));
        steps.fold(self.offset, usize::wrapping_add_signed)
    }

    /// The bytes of a contiguous array, of either order.
    pub(crate) fn span(&self) -> &[u8] {
        let length = self.size() * self.dtype.itemsize();
        self.data.get(self.offset..self.offset + length).unwrap_or_default()
    }
}

/// Arrays are equal if dtype, shape and the bytes of all elements are, wherever they lie.
impl PartialEq for ArrayValue {
    fn eq(&self, other: &Self) -> bool {
        self.dtype == other.dtype && self.shape == other.shape && self.to_bytes() == other.to_bytes()
    }
}

/// The size in bytes, provided that rank and size are within bounds.
///
/// An axis of length 0 does not excuse the others: as in NumPy their product must fit too, which keeps strides in range.
pub(crate) fn byte_size(dtype: DType, shape: &[usize]) -> Result<usize, ArrayError> {
    if shape.len() > MAX_RANK {
        return Err(ArrayError::TooManyDimensions { rank: shape.len() });
    }
    let without_empty = shape.iter().try_fold(dtype.itemsize(), |size, &n| size.checked_mul(n.max(1)));
    match without_empty {
        Some(size) if size <= isize::MAX as usize => Ok(if shape.contains(&0) { 0 } else { size }),
        _ => Err(ArrayError::TooBig { shape: shape.to_vec() }),
    }
}

fn contiguous_strides(dtype: DType, shape: &[usize], order: Order) -> Result<Vec<isize>, ArrayError> {
    byte_size(dtype, shape)?;
    let mut strides = vec![0; shape.len()];
    let mut step = dtype.itemsize() as isize;
    let mut place = |axis: usize| {
        strides[axis] = step;
        step *= shape[axis].max(1) as isize;
    };
    match order {
        Order::C => (0..shape.len()).rev().for_each(&mut place),
        Order::Fortran => (0..shape.len()).for_each(&mut place),
    }
    Ok(strides)
}

/// The end of the last byte that any element touches; `None` if an element begins before byte 0.
fn extent(dtype: DType, shape: &[usize], strides: &[isize], offset: usize) -> Option<usize> {
    if shape.contains(&0) {
        return Some(0);
    }
    let (mut first, mut last) = (i128::try_from(offset).ok()?, i128::try_from(offset).ok()?);
    for (&n, &stride) in shape.iter().zip(strides) {
        let reach = (n as i128 - 1).checked_mul(stride as i128)?;
        first = first.checked_add(reach.min(0))?;
        last = last.checked_add(reach.max(0))?;
    }
    let end = last.checked_add(dtype.itemsize() as i128)?;
    if first < 0 { None } else { usize::try_from(end).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix() -> ArrayValue {
        ArrayValue::from_contiguous(DType::UInt8, vec![2, 3], vec![0, 1, 2, 3, 4, 5]).unwrap()
    }

    #[test]
    fn a_transpose_reads_the_same_bytes() {
        let turned = matrix().transposed();
        assert_eq!(turned.strides(), [1, 3]);
        assert_eq!(turned.to_bytes(), [0, 3, 1, 4, 2, 5]);
        assert!(turned.is_contiguous(Order::Fortran) && !turned.is_contiguous(Order::C));
        assert_eq!(turned.get(&[2, 1]), Some(Scalar::UInt8(5)));
        assert_eq!(turned.get(&[1, 2]), None);
        assert_eq!(turned.to_contiguous().strides(), [2, 1]);
        assert_eq!(turned.to_contiguous(), turned);
    }

    #[test]
    fn views_may_run_backwards() {
        let data = Arc::new(vec![0, 1, 2, 3, 4, 5]);
        let view = ArrayValue::from_parts(DType::UInt8, vec![3], vec![-2], 5, Arc::clone(&data)).unwrap();
        assert_eq!(view.to_bytes(), [5, 3, 1]);
        assert_eq!(view.display(), "[5 3 1]");
        assert!(ArrayValue::from_parts(DType::UInt8, vec![4], vec![-2], 5, data).is_err());
    }

    #[test]
    fn writing_leaves_other_arrays_alone() {
        let old = matrix();
        let mut new = old.clone();
        new.data_mut()[0] = 9;
        assert_eq!(old.get(&[0, 0]), Some(Scalar::UInt8(0)));
        assert_eq!(new.get(&[0, 0]), Some(Scalar::UInt8(9)));
    }

    #[test]
    fn impossible_arrays_are_errors() {
        let huge = vec![usize::MAX, 3];
        let wrong = |shape: Vec<usize>| ArrayValue::from_contiguous(DType::Float64, shape, vec![]).unwrap_err();
        assert_eq!(wrong(huge.clone()), ArrayError::TooBig { shape: huge });
        assert!(matches!(wrong(vec![0, usize::MAX]), ArrayError::TooBig { .. }));
        assert_eq!(wrong(vec![1; 65]), ArrayError::TooManyDimensions { rank: 65 });
        assert_eq!(wrong(vec![2]).to_string(), "float64 data of shape (2,) takes 16 bytes, not 0");
        let strides = vec![isize::MIN, isize::MAX];
        let data = Arc::new(vec![0; 8]);
        assert!(ArrayValue::from_parts(DType::Float64, vec![2, 2], strides, 0, data).is_err());
    }
}
