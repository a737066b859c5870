//! Views: arrays over memory of the caller's.
//!
//! A [`View`] reads what a slice holds, a [`ViewMut`] may write it. Strides count elements. Views are made of slices,
//! so what Rust says of slices holds for them: while a `ViewMut` lives, nothing else reaches its memory, and two of
//! one slice do not go together.

#![expect(unsafe_code, reason = "a strided view is a pointer with a shape")]

use crate::element::Element;
use crate::layout::{Layout, LayoutError, count};
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Bound, Index, IndexMut, RangeBounds};
use std::ptr::NonNull;

/// An array of `N` axes over borrowed memory, to be read.
pub struct View<'a, T, const N: usize> {
    /// Element `[0, 0, …]`. If there are elements, all of them lie in memory that is borrowed for `'a`.
    data: NonNull<T>,
    layout: Layout<N>,
    lent: PhantomData<&'a [T]>,
}

/// An array of `N` axes over borrowed memory, to be read and written.
pub struct ViewMut<'a, T, const N: usize> {
    /// As in [`View`], and nothing else reaches the elements during `'a`.
    data: NonNull<T>,
    layout: Layout<N>,
    lent: PhantomData<&'a mut [T]>,
}

// SAFETY: a view is a shared slice with a shape.
unsafe impl<T: Sync, const N: usize> Send for View<'_, T, N> {}
// SAFETY: as above.
unsafe impl<T: Sync, const N: usize> Sync for View<'_, T, N> {}
// SAFETY: a mutable view is an exclusive slice with a shape.
unsafe impl<T: Send, const N: usize> Send for ViewMut<'_, T, N> {}
// SAFETY: as above.
unsafe impl<T: Sync, const N: usize> Sync for ViewMut<'_, T, N> {}

impl<T, const N: usize> Clone for View<'_, T, N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, const N: usize> Copy for View<'_, T, N> {}

/// What both kinds of views can tell.
macro_rules! shared {
    ($view:ident) => {
        impl<'a, T: Element, const N: usize> $view<'a, T, N> {
            /// The extents.
            pub fn shape(&self) -> [usize; N] {
                self.layout.shape
            }

            /// The strides, in elements.
            pub fn strides(&self) -> [isize; N] {
                self.layout.strides
            }

            /// Number of elements.
            pub fn len(&self) -> usize {
                self.layout.len()
            }

            /// True if there are no elements.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// The address of element `[0, 0, …]`; of nothing, if the view is empty.
            pub fn as_ptr(&self) -> *const T {
                self.data.as_ptr()
            }

            /// The elements in C order, the last axis running fastest.
            pub fn to_vec(&self) -> Vec<T> {
                let data = self.data;
                // SAFETY: each offset is that of an element.
                self.layout.offsets().map(|at| unsafe { data.offset(at).read() }).collect()
            }

            /// The axes in reverse order: rows become columns.
            pub fn transpose(mut self) -> Self {
                self.layout = self.layout.transposed();
                self
            }

            /// Part of an axis: `view.slice(0, 2..5)`.
            ///
            /// # Panics
            ///
            /// If the axis does not have the range.
            #[track_caller]
            pub fn slice(self, axis: usize, range: impl RangeBounds<usize>) -> Self {
                self.slice_by(axis, range, 1)
            }

            /// Every `step`-th element of a part of an axis. With a negative step the last one comes first.
            ///
            /// # Panics
            ///
            /// If the axis does not have the range, or `step` is 0.
            #[track_caller]
            pub fn slice_by(mut self, axis: usize, range: impl RangeBounds<usize>, step: isize) -> Self {
                let [start, end] = bounds(range, self.layout.shape[axis]);
                let (layout, first) = self.layout.slice(axis, start, end, step);
                if layout.len() > 0 {
                    // SAFETY: the slice has elements, and its first one is one of this view's.
                    self.data = unsafe { self.data.offset(first) };
                }
                self.layout = layout;
                self
            }
        }

        impl<T: Element, const N: usize> Index<[usize; N]> for $view<'_, T, N> {
            type Output = T;

            #[track_caller]
            fn index(&self, index: [usize; N]) -> &T {
                let Some(offset) = self.layout.offset(index) else { out_of_range(&index, &self.layout.shape) };
                // SAFETY: the offset is that of an element, borrowed for longer than `self`.
                unsafe { self.data.offset(offset).as_ref() }
            }
        }

        impl<T: Element, const N: usize> fmt::Debug for $view<'_, T, N> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($view)).field("shape", &self.shape()).field("elements", &self.to_vec()).finish()
            }
        }
    };
}

shared!(View);
shared!(ViewMut);

#[track_caller]
pub(crate) fn out_of_range(index: &[usize], shape: &[usize]) -> ! {
    panic!("index {index:?} out of range for shape {shape:?}")
}

fn bounds(range: impl RangeBounds<usize>, extent: usize) -> [usize; 2] {
    let start = match range.start_bound() {
        Bound::Included(start) => *start,
        Bound::Excluded(before) => before.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let end = match range.end_bound() {
        Bound::Included(last) => last.saturating_add(1),
        Bound::Excluded(end) => *end,
        Bound::Unbounded => extent,
    };
    [start, end]
}

/// The layout of a slice of `len` elements in C order.
fn packed<const N: usize>(shape: [usize; N], len: usize) -> Result<Layout<N>, LayoutError> {
    match count(&shape)? {
        n if n == len => Layout::packed(shape),
        n => Err(LayoutError::new(format!("shape {shape:?} has {n} elements, and the slice {len}"))),
    }
}

impl<'a, T: Element, const N: usize> View<'a, T, N> {
    /// The elements of a slice in C order: a matrix row by row.
    pub fn from_shape(shape: [usize; N], data: &'a [T]) -> Result<View<'a, T, N>, LayoutError> {
        let layout = packed(shape, data.len())?;
        Ok(View { data: NonNull::from(data).cast(), layout, lent: PhantomData })
    }

    /// Elements of a slice with any strides, counted in elements; number `offset` is at index `[0, 0, …]`. Every index
    /// has to lie within the slice. A stride may be negative or 0.
    pub fn with_strides(
        shape: [usize; N],
        strides: [isize; N],
        offset: usize,
        data: &'a [T],
    ) -> Result<View<'a, T, N>, LayoutError> {
        let layout = Layout::within(shape, strides, offset, data.len())?;
        let mut first = NonNull::from(data).cast();
        if layout.len() > 0 {
            // SAFETY: the layout touches the slice only, also at its first element.
            first = unsafe { first.add(offset) };
        }
        Ok(View { data: first, layout, lent: PhantomData })
    }

    /// A view of memory that is known by its address.
    ///
    /// # Safety
    ///
    /// What [`View::with_strides`] checks must hold, and all elements must be borrowed for `'a`.
    pub(crate) unsafe fn from_raw(data: NonNull<T>, layout: Layout<N>) -> View<'a, T, N> {
        View { data, layout, lent: PhantomData }
    }

    /// An element, if the index is in range.
    pub fn get(&self, index: [usize; N]) -> Option<&'a T> {
        // SAFETY: the offset is that of an element, borrowed for `'a`.
        self.layout.offset(index).map(|offset| unsafe { self.data.offset(offset).as_ref() })
    }

    /// The elements as a slice, if they lie one after the other in C order.
    pub fn as_slice(&self) -> Option<&'a [T]> {
        // SAFETY: so many elements lie there, borrowed for `'a`.
        self.layout.is_packed().then(|| unsafe { NonNull::slice_from_raw_parts(self.data, self.len()).as_ref() })
    }
}

impl<'a, T: Element, const N: usize> ViewMut<'a, T, N> {
    /// The elements of a slice in C order: a matrix row by row.
    pub fn from_shape(shape: [usize; N], data: &'a mut [T]) -> Result<ViewMut<'a, T, N>, LayoutError> {
        let layout = packed(shape, data.len())?;
        Ok(ViewMut { data: NonNull::from(data).cast(), layout, lent: PhantomData })
    }

    /// Elements of a slice with any strides, as in [`View::with_strides`].
    pub fn with_strides(
        shape: [usize; N],
        strides: [isize; N],
        offset: usize,
        data: &'a mut [T],
    ) -> Result<ViewMut<'a, T, N>, LayoutError> {
        let layout = Layout::within(shape, strides, offset, data.len())?;
        let mut first = NonNull::from(data).cast();
        if layout.len() > 0 {
            // SAFETY: the layout touches the slice only, also at its first element.
            first = unsafe { first.add(offset) };
        }
        Ok(ViewMut { data: first, layout, lent: PhantomData })
    }

    /// A view of memory that is known by its address.
    ///
    /// # Safety
    ///
    /// As [`View::from_raw`], and nothing else reaches the elements during `'a`.
    pub(crate) unsafe fn from_raw(data: NonNull<T>, layout: Layout<N>) -> ViewMut<'a, T, N> {
        ViewMut { data, layout, lent: PhantomData }
    }

    /// The same view for a shorter time: to pass it on and still have it afterwards.
    pub fn reborrow(&mut self) -> ViewMut<'_, T, N> {
        ViewMut { data: self.data, layout: self.layout, lent: PhantomData }
    }

    /// The same elements, to be read.
    pub fn view(&self) -> View<'_, T, N> {
        View { data: self.data, layout: self.layout, lent: PhantomData }
    }

    /// An element to be written, if the index is in range.
    pub fn get_mut(&mut self, index: [usize; N]) -> Option<&mut T> {
        // SAFETY: the offset is that of an element, which nothing else reaches while `self` is borrowed.
        self.layout.offset(index).map(|offset| unsafe { self.data.offset(offset).as_mut() })
    }

    /// The elements as a slice, if they lie one after the other in C order.
    pub fn as_slice_mut(&mut self) -> Option<&mut [T]> {
        // SAFETY: so many elements lie there, and nothing else reaches them while `self` is borrowed.
        self.layout.is_packed().then(|| unsafe { NonNull::slice_from_raw_parts(self.data, self.len()).as_mut() })
    }

    /// Sets all elements.
    pub fn fill(&mut self, value: T) {
        for offset in self.layout.offsets() {
            // SAFETY: the offset is that of an element.
            unsafe { self.data.offset(offset).write(value) };
        }
    }
}

impl<T: Element, const N: usize> IndexMut<[usize; N]> for ViewMut<'_, T, N> {
    #[track_caller]
    fn index_mut(&mut self, index: [usize; N]) -> &mut T {
        let shape = self.layout.shape;
        self.get_mut(index).unwrap_or_else(|| out_of_range(&index, &shape))
    }
}

impl<'a, T: Element> From<&'a [T]> for View<'a, T, 1> {
    fn from(data: &'a [T]) -> View<'a, T, 1> {
        let layout = Layout { shape: [data.len()], strides: [1] };
        View { data: NonNull::from(data).cast(), layout, lent: PhantomData }
    }
}

impl<'a, T: Element> From<&'a mut [T]> for ViewMut<'a, T, 1> {
    fn from(data: &'a mut [T]) -> ViewMut<'a, T, 1> {
        let layout = Layout { shape: [data.len()], strides: [1] };
        ViewMut { data: NonNull::from(data).cast(), layout, lent: PhantomData }
    }
}

impl<'a, T: Element, const L: usize> From<&'a [T; L]> for View<'a, T, 1> {
    fn from(data: &'a [T; L]) -> View<'a, T, 1> {
        data.as_slice().into()
    }
}

impl<'a, T: Element, const L: usize> From<&'a mut [T; L]> for ViewMut<'a, T, 1> {
    fn from(data: &'a mut [T; L]) -> ViewMut<'a, T, 1> {
        data.as_mut_slice().into()
    }
}

impl<'a, T: Element> From<&'a Vec<T>> for View<'a, T, 1> {
    fn from(data: &'a Vec<T>) -> View<'a, T, 1> {
        data.as_slice().into()
    }
}

impl<'a, T: Element> From<&'a mut Vec<T>> for ViewMut<'a, T, 1> {
    fn from(data: &'a mut Vec<T>) -> ViewMut<'a, T, 1> {
        data.as_mut_slice().into()
    }
}

/// Rows of equal length make a matrix.
impl<'a, T: Element, const L: usize> From<&'a [[T; L]]> for View<'a, T, 2> {
    fn from(rows: &'a [[T; L]]) -> View<'a, T, 2> {
        let layout = Layout { shape: [rows.len(), L], strides: [L as isize, 1] };
        View { data: NonNull::from(rows.as_flattened()).cast(), layout, lent: PhantomData }
    }
}

/// Rows of equal length make a matrix.
impl<'a, T: Element, const L: usize> From<&'a mut [[T; L]]> for ViewMut<'a, T, 2> {
    fn from(rows: &'a mut [[T; L]]) -> ViewMut<'a, T, 2> {
        let layout = Layout { shape: [rows.len(), L], strides: [L as isize, 1] };
        ViewMut { data: NonNull::from(rows.as_flattened_mut()).cast(), layout, lent: PhantomData }
    }
}

/// A single value makes an array without axes.
impl<'a, T: Element> From<&'a T> for View<'a, T, 0> {
    fn from(value: &'a T) -> View<'a, T, 0> {
        View { data: NonNull::from(value), layout: Layout { shape: [], strides: [] }, lent: PhantomData }
    }
}

/// A single value makes an array without axes.
impl<'a, T: Element> From<&'a mut T> for ViewMut<'a, T, 0> {
    fn from(value: &'a mut T) -> ViewMut<'a, T, 0> {
        ViewMut { data: NonNull::from(value), layout: Layout { shape: [], strides: [] }, lent: PhantomData }
    }
}
