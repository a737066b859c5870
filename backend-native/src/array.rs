//! Arrays that own their memory: results of calls, and what callers make themselves.
//!
//! The memory is a buffer as compiled code makes it (`docs/abi.md`), from `malloc`. It belongs to the array alone: the
//! call has handed over the only reference. So an array needs no code and no context to be freed, outlives both, and
//! may go to another thread.

#![expect(unsafe_code, reason = "the memory comes from compiled code")]

use crate::element::Element;
use crate::enter::{free, malloc};
use crate::layout::{Layout, LayoutError, count};
use crate::view::{View, ViewMut, out_of_range};
use npc_midend::abi::buffer;
use std::alloc::handle_alloc_error;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::ptr::NonNull;

/// An array of `N` axes that owns its elements, which lie in C order.
pub struct Array<T, const N: usize> {
    /// Element `[0, 0, …]`: as many elements as the shape has lie there, in the buffer.
    data: NonNull<T>,
    shape: [usize; N],
    _buffer: Option<Buffer>,
    owned: PhantomData<T>,
}

// SAFETY: the array owns its elements, and `free` takes memory back from any thread.
unsafe impl<T: Send, const N: usize> Send for Array<T, N> {}
// SAFETY: a shared array can only be read.
unsafe impl<T: Sync, const N: usize> Sync for Array<T, N> {}

/// A buffer to which there is one reference; freed when dropped.
pub(crate) struct Buffer(NonNull<u8>);

impl Buffer {
    /// A buffer of zeroed elements.
    fn zeroed(bytes: usize) -> Buffer {
        let header = buffer::DATA as usize;
        // SAFETY: `malloc` takes any size; the sum does not overflow, for arrays end far below.
        let memory = unsafe { malloc(bytes + header) }.cast::<u8>();
        let Some(memory) = NonNull::new(memory) else {
            let layout = std::alloc::Layout::from_size_align(bytes + header, header);
            handle_alloc_error(layout.unwrap_or(std::alloc::Layout::new::<u64>()))
        };
        // SAFETY: the memory is as large as this, and aligned for anything.
        unsafe {
            memory.write_bytes(0, bytes + header);
            memory.add(buffer::COUNT as usize).cast::<u64>().write(1);
            memory.add(buffer::SIZE as usize).cast::<u64>().write(bytes as u64);
        }
        Buffer(memory)
    }

    /// Takes over a buffer.
    ///
    /// # Safety
    ///
    /// `header` is that of a buffer from `malloc`, and the caller has the only reference.
    pub(crate) unsafe fn from_raw(header: NonNull<u8>) -> Buffer {
        Buffer(header)
    }

    fn elements<T>(&self) -> NonNull<T> {
        // SAFETY: the elements, though there may be none, follow the header.
        unsafe { self.0.add(buffer::DATA as usize).cast() }
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        // SAFETY: the memory is from `malloc`, and this was the only reference.
        unsafe { free(self.0.as_ptr().cast()) }
    }
}

impl<T: Element, const N: usize> Array<T, N> {
    /// An array of zeros.
    ///
    /// # Panics
    ///
    /// If no memory holds so many elements.
    pub fn zeros(shape: [usize; N]) -> Array<T, N> {
        let count = count(&shape).unwrap_or_else(|error| panic!("{error}"));
        let buffer = Buffer::zeroed(count * size_of::<T>());
        // Zero bits are a value of every type of element.
        Array { data: buffer.elements(), shape, _buffer: Some(buffer), owned: PhantomData }
    }

    /// A copy of a slice, which holds the elements in C order: a matrix row by row.
    pub fn from_shape(shape: [usize; N], elements: &[T]) -> Result<Array<T, N>, LayoutError> {
        Ok(Array::copy_of(&View::from_shape(shape, elements)?))
    }

    /// A copy of what a view shows.
    pub(crate) fn copy_of(view: &View<'_, T, N>) -> Array<T, N> {
        let mut array = Array::zeros(view.shape());
        match view.as_slice() {
            Some(elements) => array.as_mut_slice().copy_from_slice(elements),
            None => array.as_mut_slice().copy_from_slice(&view.to_vec()),
        }
        array
    }

    /// Elements in C order in a buffer of their own.
    ///
    /// # Safety
    ///
    /// The elements of this shape lie at `data`, initialised, in the buffer if there are any.
    pub(crate) unsafe fn from_raw(data: NonNull<T>, shape: [usize; N], buffer: Option<Buffer>) -> Array<T, N> {
        Array { data, shape, _buffer: buffer, owned: PhantomData }
    }

    /// The extents.
    pub fn shape(&self) -> [usize; N] {
        self.shape
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// True if there are no elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements in C order.
    pub fn as_slice(&self) -> &[T] {
        // SAFETY: so many elements lie there, owned by the array.
        unsafe { NonNull::slice_from_raw_parts(self.data, self.len()).as_ref() }
    }

    /// The elements in C order, to be written.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        // SAFETY: so many elements lie there, owned by the array, which is borrowed exclusively.
        unsafe { NonNull::slice_from_raw_parts(self.data, self.len()).as_mut() }
    }

    /// A copy of the elements in C order.
    pub fn to_vec(&self) -> Vec<T> {
        self.as_slice().to_vec()
    }

    /// The array as an argument of a call.
    pub fn view(&self) -> View<'_, T, N> {
        // SAFETY: the elements lie in C order and are borrowed as long as `self`.
        unsafe { View::from_raw(self.data, self.layout()) }
    }

    /// The array as an argument that the call writes.
    pub fn view_mut(&mut self) -> ViewMut<'_, T, N> {
        // SAFETY: the elements lie in C order and are borrowed as long as `self`, exclusively.
        unsafe { ViewMut::from_raw(self.data, self.layout()) }
    }

    fn layout(&self) -> Layout<N> {
        Layout::packed(self.shape).unwrap_or_else(|error| unreachable!("{error}"))
    }
}

impl<T: Element, const N: usize> Index<[usize; N]> for Array<T, N> {
    type Output = T;

    #[track_caller]
    fn index(&self, index: [usize; N]) -> &T {
        match self.layout().offset(index) {
            Some(offset) => &self.as_slice()[offset as usize],
            None => out_of_range(&index, &self.shape),
        }
    }
}

impl<T: Element, const N: usize> IndexMut<[usize; N]> for Array<T, N> {
    #[track_caller]
    fn index_mut(&mut self, index: [usize; N]) -> &mut T {
        match self.layout().offset(index) {
            Some(offset) => &mut self.as_mut_slice()[offset as usize],
            None => out_of_range(&index, &self.shape),
        }
    }
}

impl<T: Element, const N: usize> Clone for Array<T, N> {
    fn clone(&self) -> Self {
        Array::copy_of(&self.view())
    }
}

impl<T: Element, const N: usize> PartialEq for Array<T, N> {
    fn eq(&self, other: &Self) -> bool {
        self.shape == other.shape && self.as_slice() == other.as_slice()
    }
}

impl<T: Element, const N: usize> fmt::Debug for Array<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Array").field("shape", &self.shape).field("elements", &self.as_slice()).finish()
    }
}

impl<T: Element> From<&[T]> for Array<T, 1> {
    fn from(elements: &[T]) -> Self {
        Array::copy_of(&elements.into())
    }
}

impl<T: Element> From<Vec<T>> for Array<T, 1> {
    fn from(elements: Vec<T>) -> Self {
        elements.as_slice().into()
    }
}

impl<'a, T: Element, const N: usize> From<View<'a, T, N>> for Array<T, N> {
    fn from(view: View<'a, T, N>) -> Self {
        Array::copy_of(&view)
    }
}

impl<'a, T: Element, const N: usize> From<&'a Array<T, N>> for View<'a, T, N> {
    fn from(array: &'a Array<T, N>) -> Self {
        array.view()
    }
}

impl<'a, T: Element, const N: usize> From<&'a mut Array<T, N>> for ViewMut<'a, T, N> {
    fn from(array: &'a mut Array<T, N>) -> Self {
        array.view_mut()
    }
}
