//! One element: a value with a dtype.

use crate::DType;
use crate::print;

/// A NumPy scalar, as `a[0]` gives one.
///
/// Equality is that of the numbers: a NaN differs from itself, and `0.0` equals `-0.0`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar {
    /// `numpy.bool`
    Bool(bool),
    /// `numpy.int8`
    Int8(i8),
    /// `numpy.int16`
    Int16(i16),
    /// `numpy.int32`
    Int32(i32),
    /// `numpy.int64`
    Int64(i64),
    /// `numpy.uint8`
    UInt8(u8),
    /// `numpy.uint16`
    UInt16(u16),
    /// `numpy.uint32`
    UInt32(u32),
    /// `numpy.uint64`
    UInt64(u64),
    /// `numpy.float32`
    Float32(f32),
    /// `numpy.float64`
    Float64(f64),
    /// `numpy.complex64`: real part, imaginary part
    Complex64(f32, f32),
    /// `numpy.complex128`: real part, imaginary part
    Complex128(f64, f64),
}

impl Scalar {
    /// The dtype of the scalar.
    pub fn dtype(self) -> DType {
        match self {
            Self::Bool(_) => DType::Bool,
            Self::Int8(_) => DType::Int8,
            Self::Int16(_) => DType::Int16,
            Self::Int32(_) => DType::Int32,
            Self::Int64(_) => DType::Int64,
            Self::UInt8(_) => DType::UInt8,
            Self::UInt16(_) => DType::UInt16,
            Self::UInt32(_) => DType::UInt32,
            Self::UInt64(_) => DType::UInt64,
            Self::Float32(_) => DType::Float32,
            Self::Float64(_) => DType::Float64,
            Self::Complex64(..) => DType::Complex64,
            Self::Complex128(..) => DType::Complex128,
        }
    }

    /// Reads the element at the start of `bytes`, which are little-endian; `None` if they are too few.
    pub fn from_le_bytes(dtype: DType, bytes: &[u8]) -> Option<Self> {
        Some(match dtype {
            DType::Bool => Self::Bool(*bytes.first()? != 0),
            DType::Int8 => Self::Int8(i8::from_le_bytes(word(bytes)?)),
            DType::Int16 => Self::Int16(i16::from_le_bytes(word(bytes)?)),
            DType::Int32 => Self::Int32(i32::from_le_bytes(word(bytes)?)),
            DType::Int64 => Self::Int64(i64::from_le_bytes(word(bytes)?)),
            DType::UInt8 => Self::UInt8(*bytes.first()?),
            DType::UInt16 => Self::UInt16(u16::from_le_bytes(word(bytes)?)),
            DType::UInt32 => Self::UInt32(u32::from_le_bytes(word(bytes)?)),
            DType::UInt64 => Self::UInt64(u64::from_le_bytes(word(bytes)?)),
            DType::Float32 => Self::Float32(f32::from_le_bytes(word(bytes)?)),
            DType::Float64 => Self::Float64(f64::from_le_bytes(word(bytes)?)),
            DType::Complex64 => {
                let imag = bytes.get(4..)?;
                Self::Complex64(f32::from_le_bytes(word(bytes)?), f32::from_le_bytes(word(imag)?))
            }
            DType::Complex128 => {
                let imag = bytes.get(8..)?;
                Self::Complex128(f64::from_le_bytes(word(bytes)?), f64::from_le_bytes(word(imag)?))
            }
        })
    }

    /// Appends the element's little-endian bytes.
    pub fn write_le_bytes(self, out: &mut Vec<u8>) {
        match self {
            Self::Bool(x) => out.push(x.into()),
            Self::Int8(x) => out.extend(x.to_le_bytes()),
            Self::Int16(x) => out.extend(x.to_le_bytes()),
            Self::Int32(x) => out.extend(x.to_le_bytes()),
            Self::Int64(x) => out.extend(x.to_le_bytes()),
            Self::UInt8(x) => out.push(x),
            Self::UInt16(x) => out.extend(x.to_le_bytes()),
            Self::UInt32(x) => out.extend(x.to_le_bytes()),
            Self::UInt64(x) => out.extend(x.to_le_bytes()),
            Self::Float32(x) => out.extend(x.to_le_bytes()),
            Self::Float64(x) => out.extend(x.to_le_bytes()),
            Self::Complex64(re, im) => out.extend([re, im].into_iter().flat_map(f32::to_le_bytes)),
            Self::Complex128(re, im) => out.extend([re, im].into_iter().flat_map(f64::to_le_bytes)),
        }
    }

    /// What `print(scalar)` prints: `1.5`.
    pub fn display(self) -> String {
        print::scalar_str(self)
    }

    /// What `repr(scalar)` gives: `np.float64(1.5)`.
    pub fn repr(self) -> String {
        print::scalar_repr(self)
    }

    /// The same number as a `dtype` that [`DType::promote`] chose for it, hence one that can hold it.
    pub(crate) fn widened_to(self, dtype: DType) -> Self {
        let (re, im) = self.to_complex();
        match dtype {
            DType::Float32 => Self::Float32(re as f32),
            DType::Float64 => Self::Float64(re),
            DType::Complex64 => Self::Complex64(re as f32, im as f32),
            DType::Complex128 => Self::Complex128(re, im),
            _ => self.widened_to_integer(dtype),
        }
    }

    fn widened_to_integer(self, dtype: DType) -> Self {
        let number = self.to_integer();
        match dtype {
            DType::Int8 => Self::Int8(number as i8),
            DType::Int16 => Self::Int16(number as i16),
            DType::Int32 => Self::Int32(number as i32),
            DType::Int64 => Self::Int64(number as i64),
            DType::UInt8 => Self::UInt8(number as u8),
            DType::UInt16 => Self::UInt16(number as u16),
            DType::UInt32 => Self::UInt32(number as u32),
            DType::UInt64 => Self::UInt64(number as u64),
            _ => self,
        }
    }

    /// The number as an integer; floats lose their fraction.
    fn to_integer(self) -> i128 {
        match self {
            Self::Bool(x) => x.into(),
            Self::Int8(x) => x.into(),
            Self::Int16(x) => x.into(),
            Self::Int32(x) => x.into(),
            Self::Int64(x) => x.into(),
            Self::UInt8(x) => x.into(),
            Self::UInt16(x) => x.into(),
            Self::UInt32(x) => x.into(),
            Self::UInt64(x) => x.into(),
            Self::Float32(x) | Self::Complex64(x, _) => x as i128,
            Self::Float64(x) | Self::Complex128(x, _) => x as i128,
        }
    }

    /// The number as a pair of floats, as near as they get.
    fn to_complex(self) -> (f64, f64) {
        match self {
            Self::Float32(x) => (x.into(), 0.0),
            Self::Float64(x) => (x, 0.0),
            Self::Complex64(re, im) => (re.into(), im.into()),
            Self::Complex128(re, im) => (re, im),
            _ => (self.to_integer() as f64, 0.0),
        }
    }
}

/// The first `N` bytes.
fn word<const N: usize>(bytes: &[u8]) -> Option<[u8; N]> {
    bytes.first_chunk().copied()
}
