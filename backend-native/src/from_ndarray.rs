//! Conversions from and to the crate `ndarray`.

#![expect(unsafe_code, reason = "a strided view is a pointer with a shape")]

use crate::array::Array;
use crate::element::Element;
use crate::layout::Layout;
use crate::view::{View, ViewMut};
use ndarray::{ArrayBase, ArrayView, ArrayViewMut, Data, DataMut, Dim, Dimension, IntoDimension};
use std::ptr::NonNull;

/// Shape and strides of an `ndarray`, which counts in elements too.
fn layout<const N: usize>(shape: &[usize], strides: &[isize]) -> Layout<N> {
    let at = |axis: usize| shape.get(axis).copied().unwrap_or(0);
    Layout { shape: std::array::from_fn(at), strides: std::array::from_fn(|axis| strides.get(axis).copied().unwrap_or(0)) }
}

macro_rules! ranks {
    ($($n:literal)*) => {$(
        impl<'a, T: Element> From<ArrayView<'a, T, Dim<[usize; $n]>>> for View<'a, T, $n> {
            fn from(array: ArrayView<'a, T, Dim<[usize; $n]>>) -> Self {
                let layout = layout(array.shape(), array.strides());
                let data = NonNull::new(array.as_ptr().cast_mut()).unwrap_or(NonNull::dangling());
                // SAFETY: the elements of the array lie there, and are borrowed for `'a`.
                unsafe { View::from_raw(data, layout) }
            }
        }

        impl<'a, T: Element> From<ArrayViewMut<'a, T, Dim<[usize; $n]>>> for ViewMut<'a, T, $n> {
            fn from(mut array: ArrayViewMut<'a, T, Dim<[usize; $n]>>) -> Self {
                let layout = layout(array.shape(), array.strides());
                let data = NonNull::new(array.as_mut_ptr()).unwrap_or(NonNull::dangling());
                // SAFETY: the elements of the array lie there, and are borrowed for `'a`, exclusively.
                unsafe { ViewMut::from_raw(data, layout) }
            }
        }

        impl<'a, T: Element, S: Data<Elem = T>> From<&'a ArrayBase<S, Dim<[usize; $n]>>> for View<'a, T, $n> {
            fn from(array: &'a ArrayBase<S, Dim<[usize; $n]>>) -> Self {
                array.view().into()
            }
        }

        impl<'a, T: Element, S: DataMut<Elem = T>> From<&'a mut ArrayBase<S, Dim<[usize; $n]>>> for ViewMut<'a, T, $n> {
            fn from(array: &'a mut ArrayBase<S, Dim<[usize; $n]>>) -> Self {
                array.view_mut().into()
            }
        }

        impl<T: Element> From<Array<T, $n>> for ndarray::Array<T, Dim<[usize; $n]>> {
            fn from(array: Array<T, $n>) -> Self {
                let shape = array.shape().into_dimension();
                debug_assert_eq!(shape.size(), array.len());
                let made = ndarray::Array::from_shape_vec(shape, array.to_vec());
                made.unwrap_or_else(|error| unreachable!("{error}"))
            }
        }

        impl<'a, T: Element> From<&'a Array<T, $n>> for ArrayView<'a, T, Dim<[usize; $n]>> {
            fn from(array: &'a Array<T, $n>) -> Self {
                let made = ArrayView::from_shape(array.shape().into_dimension(), array.as_slice());
                made.unwrap_or_else(|error| unreachable!("{error}"))
            }
        }
    )*};
}

ranks! { 0 1 2 3 4 5 6 }
