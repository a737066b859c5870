//! The Rust types that can be elements of arrays and scalars.

use npc_midend::types::DType;
use std::fmt;

/// A Rust type with the layout of a NumPy dtype.
///
/// It is for this crate to say which these are: compiled code reads and writes them.
pub trait Element: sealed::Sealed + Copy + PartialEq + Default + fmt::Debug + Send + Sync + 'static {
    /// NumPy's name for it.
    const NUMPY: &'static str;
    /// Rust's name for it.
    const RUST: &'static str;
}

pub(crate) mod sealed {
    use super::DType;

    pub trait Sealed: Sized {
        const DTYPE: DType;
        /// The value as a word of the binary interface.
        fn to_word(self) -> u64;
        /// The value of such a word.
        fn from_word(word: u64) -> Self;
    }
}

/// A complex number, as NumPy's `complex64` (of `f32`) and `complex128` (of `f64`) have it.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
#[repr(C)]
pub struct Complex<T> {
    /// The real part.
    pub re: T,
    /// The imaginary part.
    pub im: T,
}

impl<T> Complex<T> {
    /// `re + im·i`
    pub const fn new(re: T, im: T) -> Complex<T> {
        Complex { re, im }
    }
}

macro_rules! complexes {
    ($($part:ident $dtype:ident $numpy:literal $rust:literal;)*) => {$(
        impl sealed::Sealed for Complex<$part> {
            const DTYPE: DType = DType::$dtype;
            // Arrays of them are described by addresses; a scalar is two words, see `signature`.
            fn to_word(self) -> u64 {
                sealed::Sealed::to_word(self.re)
            }
            fn from_word(word: u64) -> Complex<$part> {
                Complex { re: sealed::Sealed::from_word(word), im: 0.0 }
            }
        }
        impl Element for Complex<$part> {
            const NUMPY: &'static str = $numpy;
            const RUST: &'static str = $rust;
        }
    )*};
}

complexes! {
    f32 C64 "complex64" "Complex<f32>";
    f64 C128 "complex128" "Complex<f64>";
}

macro_rules! elements {
    ($($rust:ident $dtype:ident $numpy:literal: $to:expr, $from:expr;)*) => {$(
        impl sealed::Sealed for $rust {
            const DTYPE: DType = DType::$dtype;
            fn to_word(self) -> u64 {
                ($to)(self)
            }
            fn from_word(word: u64) -> $rust {
                ($from)(word)
            }
        }
        impl Element for $rust {
            const NUMPY: &'static str = $numpy;
            const RUST: &'static str = stringify!($rust);
        }
    )*};
}

elements! {
    bool Bool "bool": u64::from, |word| word & 0xff != 0;
    i8 I8 "int8": |x| x as u64, |word| word as i8;
    i16 I16 "int16": |x| x as u64, |word| word as i16;
    i32 I32 "int32": |x| x as u64, |word| word as i32;
    i64 I64 "int64": |x| x as u64, |word| word as i64;
    u8 U8 "uint8": u64::from, |word| word as u8;
    u16 U16 "uint16": u64::from, |word| word as u16;
    u32 U32 "uint32": u64::from, |word| word as u32;
    u64 U64 "uint64": |x| x, |word| word;
    f32 F32 "float32": |x: f32| u64::from(x.to_bits()), |word| f32::from_bits(word as u32);
    f64 F64 "float64": f64::to_bits, f64::from_bits;
}
