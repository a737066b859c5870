//! Python and NumPy values as data: what a compiled function is called with and what it returns.
//!
//! The crate knows nothing of the compiler and touches no files; bytes come in, bytes and text go out.
//!
//! - [`Value`] is any value: a Python scalar, a NumPy [`Scalar`], a string, a tuple, a list, an [`ArrayValue`].
//! - [`Value::display`] and [`Value::repr`] are what NumPy 2.4 prints, to the character.
//! - [`parse_literal`] reads a value from a command-line argument.
//! - [`npy`] and [`npz`] read and write NumPy's files.
//!
//! Bytes inside an array are little-endian, on every target. Nothing here panics on bad input: what comes from
//! outside is checked once, where it enters, and every constructor returns an error that says what is wrong.
//!
//! ```
//! use npc_values::{ArrayValue, DType, Value, parse_literal};
//!
//! let tuple = parse_literal("(1, 2.5, 'three')")?;
//! assert_eq!(tuple.display(), "(1, 2.5, 'three')");
//!
//! let bytes = [1.0f32, 0.1, 100.0].iter().flat_map(|x| x.to_le_bytes()).collect();
//! let array = ArrayValue::from_contiguous(DType::Float32, vec![3], bytes)?;
//! assert_eq!(Value::Array(array.clone()).display(), "[  1.    0.1 100. ]");
//! assert_eq!(array.repr(), "array([  1. ,   0.1, 100. ], dtype=float32)");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod array;
mod as_array;
pub mod compare;
mod dtype;
mod elements;
pub mod json;
mod literal;
pub mod npy;
pub mod npz;
mod print;
mod scalar;
mod value;

pub use array::{ArrayError, ArrayValue, MAX_RANK, Order};
pub use as_array::AsArrayError;
pub use dtype::DType;
pub use elements::Elements;
pub use literal::{LiteralError, MAX_DEPTH, parse_literal};
pub use scalar::Scalar;
pub use value::Value;
