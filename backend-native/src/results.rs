//! Results of a call: what the result record says, as values of the host.

use crate::args::extend;
use npc_midend::abi::descriptor;
use npc_midend::host::Outcome;
use npc_midend::interface::Shape;
use npc_midend::types::{ArrayType, DType};

/// An array as its descriptor in the result record tells.
pub struct Returned {
    /// The buffer that owns it.
    pub parent: u64,
    /// Address of element `[0, 0, …]`.
    pub data: u64,
    /// Bytes of one element.
    pub itemsize: usize,
    /// Extents.
    pub shape: Vec<usize>,
    /// Strides in bytes.
    pub strides: Vec<i64>,
}

/// Takes the value of this shape from the front of the record; `copy` yields the elements of an array in C order.
pub fn take(record: &mut &[u64], shape: &Shape, copy: &mut dyn FnMut(&Returned) -> Vec<u8>) -> Outcome {
    match shape {
        Shape::None => Outcome::None,
        Shape::Scalar { dtype: dtype @ DType::C64, weak } => {
            let word = words(record, 8)[0];
            Outcome::Complex { dtype: *dtype, weak: *weak, parts: [word & 0xFFFF_FFFF, word >> 32] }
        }
        Shape::Scalar { dtype: dtype @ DType::C128, weak } => {
            let words = words(record, 16);
            Outcome::Complex { dtype: *dtype, weak: *weak, parts: [words[0], words[1]] }
        }
        Shape::Scalar { dtype, weak } => {
            let bits = extend(*dtype, words(record, 8)[0]);
            Outcome::Scalar { dtype: *dtype, weak: *weak, bits }
        }
        Shape::Array(ty) => {
            let returned = describe(words(record, descriptor::size(ty.rank)), *ty);
            let data = copy(&returned);
            Outcome::Array { dtype: ty.dtype, shape: returned.shape, data }
        }
        Shape::Str => {
            let returned = describe(words(record, descriptor::size(1)), Shape::STR_ARRAY);
            Outcome::Str(String::from_utf8_lossy(&copy(&returned)).into_owned())
        }
        Shape::Tuple(members) => Outcome::Tuple(members.iter().map(|member| take(record, member, copy)).collect()),
        container => take(record, &container.lowered(), copy),
    }
}

fn words<'a>(record: &mut &'a [u64], bytes: u32) -> &'a [u64] {
    let (taken, rest) = record.split_at(bytes as usize / 8);
    *record = rest;
    taken
}

fn describe(words: &[u64], ty: ArrayType) -> Returned {
    let get = |offset: u32| words[offset as usize / 8];
    Returned {
        parent: get(descriptor::PARENT),
        data: get(descriptor::DATA),
        itemsize: ty.dtype.itemsize() as usize,
        shape: (0..ty.rank).map(|axis| get(descriptor::shape(axis)) as usize).collect(),
        strides: (0..ty.rank).map(|axis| get(descriptor::stride(axis, ty.rank)) as i64).collect(),
    }
}
