//! Walking over an array in C order, whatever its strides.

use crate::{ArrayValue, Scalar};

/// The elements of an array in C order.
#[derive(Clone, Debug)]
pub struct Elements<'a> {
    array: &'a ArrayValue,
    index: Vec<usize>,
    left: usize,
}

impl<'a> Elements<'a> {
    pub(crate) fn new(array: &'a ArrayValue) -> Self {
        Self { array, index: vec![0; array.rank()], left: array.size() }
    }

    /// Where in the bytes the elements begin.
    pub(crate) fn positions(mut self) -> impl Iterator<Item = usize> {
        std::iter::from_fn(move || self.next_position())
    }

    fn next_position(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let at = self.array.position(&self.index);
        self.advance();
        Some(at)
    }

    /// Counts up the index like an odometer: the last axis first.
    fn advance(&mut self) {
        for (digit, &n) in self.index.iter_mut().zip(self.array.shape()).rev() {
            *digit += 1;
            if *digit < n {
                return;
            }
            *digit = 0;
        }
    }
}

impl Iterator for Elements<'_> {
    type Item = Scalar;

    fn next(&mut self) -> Option<Scalar> {
        let at = self.next_position()?;
        Scalar::from_le_bytes(self.array.dtype(), self.array.data().get(at..)?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Elements<'_> {}
