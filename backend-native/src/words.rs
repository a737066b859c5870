//! The words of a call: arguments with their descriptors, and the result record.

#![expect(unsafe_code, reason = "results are described by addresses")]

use crate::array::{Array, Buffer};
use crate::context::Context;
use crate::element::{Element, sealed::Sealed};
use crate::enter::{Code, gather};
use crate::results::Returned;
use npc_midend::abi::{buffer, descriptor};
use npc_midend::interface::{Param, Shape};
use npc_midend::types::{ArrayType, DType, Layout};
use smallvec::SmallVec;
use std::ptr::NonNull;

/// What a machine argument is checked against when a call is made.
pub struct Leaf {
    param: String,
    array: Option<ArrayType>,
}

impl Leaf {
    /// The machine arguments of these parameters.
    pub fn of(params: &[Param]) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        for param in params {
            add_leaves(&param.name, &param.shape, &mut leaves);
        }
        leaves
    }
}

fn add_leaves(param: &str, shape: &Shape, to: &mut Vec<Leaf>) {
    let leaf = |array| Leaf { param: param.to_string(), array };
    match shape {
        Shape::None => {}
        Shape::Scalar { dtype, .. } => (0..if dtype.is_complex() { 2 } else { 1 }).for_each(|_| to.push(leaf(None))),
        Shape::Array(ty) => to.push(leaf(Some(*ty))),
        Shape::Str => to.push(leaf(Some(Shape::STR_ARRAY))),
        Shape::Tuple(members) => members.iter().for_each(|member| add_leaves(param, member, to)),
        container => add_leaves(param, &container.lowered(), to),
    }
}

/// Arguments on their way into machine form.
pub struct Words<'a> {
    leaves: &'a [Leaf],
    words: SmallVec<[u64; 12]>,
    descriptors: SmallVec<[u64; 64]>,
    /// Words that are addresses of descriptors, and where these start.
    addresses: SmallVec<[(usize, usize); 12]>,
    problem: Option<String>,
}

impl<'a> Words<'a> {
    /// No arguments yet.
    pub fn new(leaves: &'a [Leaf]) -> Words<'a> {
        let (words, descriptors, addresses) = (SmallVec::new(), SmallVec::new(), SmallVec::new());
        Words { leaves, words, descriptors, addresses, problem: None }
    }

    /// Adds a scalar.
    pub fn scalar(&mut self, word: u64) {
        self.words.push(word);
    }

    /// Adds an array; strides count elements.
    pub fn array(&mut self, dtype: DType, data: *const u8, shape: &[usize], strides: &[isize]) {
        let leaf = self.leaves.get(self.words.len());
        if let Some((leaf, ty)) = leaf.and_then(|leaf| Some((leaf, leaf.array?)))
            && !lies_as(ty.layout, shape, strides)
        {
            let expected = Shape::Array(ty).name();
            let problem = format!("{}: expected {expected}, got strides {strides:?} for shape {shape:?}", leaf.param);
            self.problem.get_or_insert(problem);
        }
        self.addresses.push((self.words.len(), self.descriptors.len()));
        self.words.push(0);
        describe(dtype, data, shape, strides, &mut self.descriptors);
    }

    /// The first argument that does not lie in memory as the function wants it.
    pub fn problem(&mut self) -> Option<String> {
        self.problem.take()
    }

    /// The words, good as long as `self` stays where it is.
    pub fn finish(&mut self) -> &[u64] {
        let base = self.descriptors.as_mut_ptr();
        for (word, start) in &self.addresses {
            self.words[*word] = base.wrapping_add(*start).expose_provenance() as u64;
        }
        &self.words
    }
}

fn describe(dtype: DType, data: *const u8, shape: &[usize], strides: &[isize], to: &mut impl Extend<u64>) {
    let itemsize = dtype.itemsize() as u64;
    to.extend([0, shape.iter().product::<usize>() as u64, itemsize, data.expose_provenance() as u64]);
    to.extend(shape.iter().map(|extent| *extent as u64));
    to.extend(strides.iter().map(|stride| (*stride as i64).wrapping_mul(itemsize as i64) as u64));
}

/// True if these strides are those that the layout asks for; axes that nobody walks along may have any.
fn lies_as(layout: Layout, shape: &[usize], strides: &[isize]) -> bool {
    let rank = shape.len();
    let axes: SmallVec<[usize; 8]> = match layout {
        Layout::C => (0..rank).rev().collect(),
        Layout::F => (0..rank).collect(),
        Layout::Trailing(n) => (rank.saturating_sub(usize::from(n))..rank).rev().collect(),
    };
    let mut step = 1_isize;
    let mut lies = true;
    for axis in axes {
        lies &= shape[axis] == 1 || strides[axis] == step;
        step = step.saturating_mul(shape[axis] as isize);
    }
    lies || shape.contains(&0)
}

/// The result record, read or written from front to back.
pub struct Record<'a> {
    words: &'a mut [u64],
    at: usize,
    code: &'a Code,
    context: &'a mut Context,
}

impl<'a> Record<'a> {
    /// Starts at the front.
    ///
    /// # Safety
    ///
    /// The record is zeroed, or has been written by the entry of `code` that it is for and not been read.
    pub unsafe fn new(words: &'a mut [u64], code: &'a Code, context: &'a mut Context) -> Record<'a> {
        Record { words, at: 0, code, context }
    }

    /// The next word.
    pub fn word(&mut self) -> u64 {
        self.at += 1;
        self.words[self.at - 1]
    }

    /// Writes the descriptor of a destination.
    pub fn lend(&mut self, dtype: DType, data: *const u8, shape: &[usize], strides: &[isize]) {
        let mut words = SmallVec::<[u64; 16]>::new();
        describe(dtype, data, shape, strides, &mut words);
        self.words[self.at..self.at + words.len()].copy_from_slice(&words);
        self.at += words.len();
    }

    /// Leaves an array out.
    pub fn skip_array(&mut self, rank: usize) {
        self.at += descriptor::size(rank as u8) as usize / 8;
    }

    /// Takes the next array, with its memory: that of the call if nothing else refers to it.
    pub fn array<T: Element, const N: usize>(&mut self) -> Array<T, N> {
        let words = &self.words[self.at..];
        let field = |offset: u32| words[offset as usize / 8];
        let shape: [usize; N] = std::array::from_fn(|axis| field(descriptor::shape(axis as u8)) as usize);
        let strides = std::array::from_fn::<i64, N, _>(|axis| field(descriptor::stride(axis as u8, N as u8)) as i64);
        let [parent, data] = [descriptor::PARENT, descriptor::DATA].map(field);
        self.skip_array(N);
        let header = NonNull::new(std::ptr::with_exposed_provenance_mut::<u8>(parent as usize));
        let first = NonNull::new(std::ptr::with_exposed_provenance_mut::<T>(data as usize));
        let elements = strides.map(|stride| stride as isize / size_of::<T>() as isize);
        // SAFETY: a result comes with a reference to its buffer, whose header can be read.
        let is_only = header.filter(|header| unsafe { header.add(buffer::COUNT as usize).cast::<u64>().read() } == 1);
        if let (Some(header), Some(first)) = (is_only, first)
            && lies_as(Layout::C, &shape, &elements)
        {
            // SAFETY: as above.
            self.context.give_away(unsafe { header.add(buffer::SIZE as usize).cast::<u64>().read() });
            // SAFETY: the reference is the only one, contexts of this crate take memory from `malloc`, and the
            // elements lie in the buffer in C order.
            return unsafe { Array::from_raw(first, shape, Some(Buffer::from_raw(header))) };
        }
        self.copy(Returned {
            parent,
            data,
            itemsize: T::DTYPE.itemsize() as usize,
            shape: shape.to_vec(),
            strides: strides.to_vec(),
        })
    }

    /// An array over memory that others have too, or in another order.
    fn copy<T: Element, const N: usize>(&mut self, returned: Returned) -> Array<T, N> {
        // SAFETY: the record has just been written, and the reference to the buffer is dropped below.
        let bytes = unsafe { gather(&returned) };
        let mut copy = Array::zeros(std::array::from_fn(|axis| returned.shape[axis]));
        for (element, bytes) in copy.as_mut_slice().iter_mut().zip(bytes.chunks_exact(returned.itemsize)) {
            let mut word = [0; 8];
            word[..bytes.len()].copy_from_slice(bytes);
            *element = Sealed::from_word(u64::from_le_bytes(word));
        }
        // SAFETY: this was the reference of this result.
        unsafe { self.code.release(self.context, returned.parent) };
        copy
    }
}
