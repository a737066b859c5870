//! How a host calls a compiled function: arguments over buffers that it owns, results as values of its own.
//!
//! The same types serve native code, wasm under a host, and the tests. Arrays refer to a table of buffers, so that two
//! arguments may share memory, as NumPy's views do.

use crate::abi::{context, trace_offset};
use crate::types::DType;
use std::ops::Range;

/// An array over one of the buffers of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrayArg {
    /// Index into the buffers of the call.
    pub buffer: usize,
    /// Where element `[0, 0, …]` starts, in bytes.
    pub offset: usize,
    /// Type of the elements.
    pub dtype: DType,
    /// Extents.
    pub shape: Vec<usize>,
    /// Strides in bytes.
    pub strides: Vec<isize>,
}

/// One argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A scalar: the bits of its dtype, integers sign- or zero-extended to 64 bits.
    Scalar(u64),
    /// A complex scalar: the bits of its parts, the real one first.
    Complex([u64; 2]),
    /// An array.
    Array(ArrayArg),
    /// The members of a tuple.
    Tuple(Vec<Arg>),
}

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// No value.
    None,
    /// A scalar.
    Scalar {
        /// Its dtype.
        dtype: DType,
        /// True for Python's own scalars.
        weak: bool,
        /// Its bits, integers sign- or zero-extended to 64 bits.
        bits: u64,
    },
    /// A complex scalar.
    Complex {
        /// Its dtype.
        dtype: DType,
        /// True for Python's own.
        weak: bool,
        /// The bits of its parts, the real one first.
        parts: [u64; 2],
    },
    /// An array.
    Array {
        /// Type of the elements.
        dtype: DType,
        /// Extents.
        shape: Vec<usize>,
        /// The elements in C order, little-endian.
        data: Vec<u8>,
    },
    /// A string.
    Str(String),
    /// The members of a tuple.
    Tuple(Vec<Outcome>),
}

/// What the context's error record says after a call that raised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Index into the interface's sites.
    pub site: u32,
    /// Index into the interface's positions; 0 is unknown.
    pub position: u32,
    /// Arguments of the message.
    pub args: [i64; 8],
    /// The text that the message is made of, where it is made at run time.
    pub text: String,
    /// The calls that the exception came through.
    pub trace: Box<Trace>,
}

/// The calls that an exception came through, by their positions; of many, those at both ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The outermost call comes first.
    pub outer: Vec<u32>,
    /// Number of calls that are left out.
    pub omitted: u32,
    /// Further in.
    pub inner: Vec<u32>,
}

impl Trace {
    /// Reads the trace of an error record; `at` gives 32 bits of the context.
    pub fn read(at: impl Fn(u32) -> u32) -> Trace {
        let (count, ends) = (at(context::TRACE_COUNT), context::TRACE_ENDS);
        let positions = |range: Range<u32>| range.rev().map(|k| at(trace_offset(k))).collect();
        let inner = count.min(ends);
        let outer = inner.max(count.saturating_sub(ends));
        Trace { outer: positions(outer..count), omitted: outer - inner, inner: positions(0..inner) }
    }
}

/// The smallest and one past the largest byte offset that an array touches; `None` if it has no elements or an offset
/// leaves the range of `i64`.
pub fn byte_range(array: &ArrayArg) -> Option<(i64, i64)> {
    if array.shape.contains(&0) {
        return None;
    }
    let mut low = i64::try_from(array.offset).ok()?;
    let mut high = low;
    for (extent, stride) in array.shape.iter().zip(&array.strides) {
        let span = i64::try_from(*extent - 1).ok()?.checked_mul(i64::try_from(*stride).ok()?)?;
        low = low.checked_add(span.min(0))?;
        high = high.checked_add(span.max(0))?;
    }
    Some((low, high.checked_add(i64::from(array.dtype.itemsize()))?))
}
