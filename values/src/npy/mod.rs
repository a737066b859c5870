//! NumPy's `.npy` files: one array each, with a text header.
//!
//! Read are all three versions of the format, both element orders and both byte orders; written is what `np.save`
//! writes, byte for byte. The header is a Python dict, so our literal parser reads it; the `npyz` crate was tried, and
//! panics on shapes whose product overflows.

mod header;
mod read;
mod write;

pub use read::read;
pub use write::write;

use thiserror::Error;

use crate::{ArrayError, DType, LiteralError};

/// Why bytes are no `.npy` file that npc can use.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NpyError {
    /// The first bytes are not those of any `.npy` file.
    #[error("this is not a .npy file: it does not start with `\\x93NUMPY`")]
    NotNpy,
    /// A version of the format that did not exist.
    #[error("version {major}.{minor} of the .npy format is not known")]
    UnknownVersion {
        /// The first number.
        major: u8,
        /// The second number.
        minor: u8,
    },
    /// The file ends inside its header.
    #[error("the file is cut off: its header takes {expected} bytes and {actual} are there")]
    CutOffHeader {
        /// The size of the header, as far as it is known.
        expected: usize,
        /// The size of the file.
        actual: usize,
    },
    /// The header is not text.
    #[error("the header is not text in UTF-8")]
    HeaderEncoding,
    /// The header is not a Python dict.
    #[error("the header is malformed: {0}")]
    HeaderSyntax(#[from] LiteralError),
    /// The header lacks a key, or holds something unexpected under it.
    #[error("the header has no valid `{0}`")]
    HeaderKey(&'static str),
    /// A dtype that npc does not have.
    #[error("dtype `{descr}` is not supported; these are: {}", DType::ALL.map(DType::name).join(", "))]
    UnsupportedDType {
        /// The type as the header describes it.
        descr: String,
    },
    /// The file ends before its last element.
    #[error(
        "the file is cut off: {dtype} data of shape {} takes {expected} bytes and {actual} are there",
        crate::print::shape(shape)
    )]
    CutOffData {
        /// The element type.
        dtype: DType,
        /// The shape.
        shape: Vec<usize>,
        /// The bytes that the elements take.
        expected: usize,
        /// The bytes that follow the header.
        actual: usize,
    },
    /// A shape that is too large.
    #[error(transparent)]
    Array(#[from] ArrayError),
}
