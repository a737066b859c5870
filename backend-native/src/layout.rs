//! Where the elements of a view lie: extents and strides in elements, and what must hold of them.

use std::fmt;

/// Why memory does not make a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutError(String);

impl LayoutError {
    pub(crate) fn new(message: impl Into<String>) -> LayoutError {
        LayoutError(message.into())
    }
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for LayoutError {}

/// Extents and strides in elements. Every offset that an index makes fits into `isize`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout<const N: usize> {
    pub shape: [usize; N],
    pub strides: [isize; N],
}

impl<const N: usize> Layout<N> {
    /// Elements one after the other, the last axis running fastest.
    pub fn packed(shape: [usize; N]) -> Result<Layout<N>, LayoutError> {
        count(&shape)?;
        let mut strides = [0; N];
        let mut step = 1_isize;
        for axis in (0..N).rev() {
            strides[axis] = step;
            step = step.saturating_mul(shape[axis].max(1) as isize);
        }
        Ok(Layout { shape, strides })
    }

    /// These strides, over memory of `len` elements of which number `offset` is at index `[0, 0, …]`.
    pub fn within(shape: [usize; N], strides: [isize; N], offset: usize, len: usize) -> Result<Layout<N>, LayoutError> {
        if count(&shape)? == 0 {
            return Ok(Layout { shape, strides });
        }
        let (mut low, mut high) = (offset as i128, offset as i128);
        for (extent, stride) in shape.iter().zip(strides) {
            let span = (*extent as i128 - 1) * stride as i128;
            low += span.min(0);
            high += span.max(0);
        }
        if low < 0 || high >= len as i128 {
            let message = format!("the view touches elements {low} to {high} of a slice of {len}");
            return Err(LayoutError::new(message));
        }
        Ok(Layout { shape, strides })
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// True if the elements lie one after the other.
    pub fn is_packed(&self) -> bool {
        let mut step = 1;
        let mut packed = true;
        for (extent, stride) in self.shape.iter().zip(self.strides).rev() {
            packed &= *extent == 1 || stride == step;
            step = step.saturating_mul(*extent as isize);
        }
        packed || self.len() == 0
    }

    /// Where an element lies, counted from `[0, 0, …]`.
    pub fn offset(&self, index: [usize; N]) -> Option<isize> {
        let inside = index.iter().zip(&self.shape).all(|(at, extent)| at < extent);
        inside.then(|| index.iter().zip(self.strides).map(|(at, stride)| *at as isize * stride).sum())
    }

    /// The axes in reverse.
    pub fn transposed(mut self) -> Layout<N> {
        self.shape.reverse();
        self.strides.reverse();
        self
    }

    /// All offsets, the last axis running fastest.
    pub fn offsets(self) -> impl Iterator<Item = isize> {
        let count = self.len();
        let mut index = [0; N];
        (0..count).map(move |_| {
            let offset = index.iter().zip(self.strides).map(|(at, stride)| *at as isize * stride).sum();
            for axis in (0..N).rev() {
                index[axis] += 1;
                if index[axis] < self.shape[axis] {
                    break;
                }
                index[axis] = 0;
            }
            offset
        })
    }

    /// Elements `start..end` of an axis, every `step`-th; a negative step starts at the end. The offset of the new
    /// index `[0, 0, …]` comes with it.
    ///
    /// # Panics
    ///
    /// If the range is not within the axis or `step` is 0.
    #[track_caller]
    pub fn slice(mut self, axis: usize, start: usize, end: usize, step: isize) -> (Layout<N>, isize) {
        let extent = self.shape[axis];
        assert!(start <= end && end <= extent, "range {start}..{end} out of range for axis {axis} with size {extent}");
        assert!(step != 0, "the step of a slice is not 0");
        let stride = self.strides[axis];
        let count = (end - start).div_ceil(step.unsigned_abs());
        let first = match count {
            0 => 0,
            _ if step > 0 => start as isize * stride,
            _ => (end - 1) as isize * stride,
        };
        self.shape[axis] = count;
        // The stride of an axis with one element is never used; that of several fits.
        self.strides[axis] = if count > 1 { stride * step } else { stride };
        (self, first)
    }
}

/// Number of elements of this shape, if arrays can have it.
pub(crate) fn count(shape: &[usize]) -> Result<usize, LayoutError> {
    let most = isize::MAX as usize / 8;
    let product = shape.iter().filter(|extent| **extent > 0).try_fold(1_usize, |n, extent| n.checked_mul(*extent));
    match product.filter(|product| *product <= most) {
        Some(product) => Ok(if shape.contains(&0) { 0 } else { product }),
        None => Err(LayoutError::new(format!("shape {shape:?} has too many elements"))),
    }
}
