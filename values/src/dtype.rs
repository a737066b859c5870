//! The element types: NumPy's booleans, integers, floats and complex numbers.

use std::fmt;

/// The type of an array's elements or of a NumPy scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DType {
    /// `numpy.bool`: one byte, 0 or 1.
    Bool,
    /// `numpy.int8`
    Int8,
    /// `numpy.int16`
    Int16,
    /// `numpy.int32`
    Int32,
    /// `numpy.int64`, which is also `numpy.intp`
    Int64,
    /// `numpy.uint8`
    UInt8,
    /// `numpy.uint16`
    UInt16,
    /// `numpy.uint32`
    UInt32,
    /// `numpy.uint64`
    UInt64,
    /// `numpy.float32`
    Float32,
    /// `numpy.float64`
    Float64,
    /// `numpy.complex64`: two 32-bit floats, the real part first.
    Complex64,
    /// `numpy.complex128`: two 64-bit floats, the real part first.
    Complex128,
}

/// What an element holds, apart from its size.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bool,
    Signed,
    Unsigned,
    Float,
    Complex,
}

impl DType {
    /// Every dtype, in NumPy's order of kinds.
    pub const ALL: [Self; 13] = [
        Self::Bool,
        Self::Int8,
        Self::Int16,
        Self::Int32,
        Self::Int64,
        Self::UInt8,
        Self::UInt16,
        Self::UInt32,
        Self::UInt64,
        Self::Float32,
        Self::Float64,
        Self::Complex64,
        Self::Complex128,
    ];

    /// NumPy's name: `float64`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Int8 => "int8",
            Self::Int16 => "int16",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::UInt8 => "uint8",
            Self::UInt16 => "uint16",
            Self::UInt32 => "uint32",
            Self::UInt64 => "uint64",
            Self::Float32 => "float32",
            Self::Float64 => "float64",
            Self::Complex64 => "complex64",
            Self::Complex128 => "complex128",
        }
    }

    /// The dtype of that name, the inverse of [`DType::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dtype| dtype.name() == name)
    }

    /// Bytes per element.
    pub fn itemsize(self) -> usize {
        match self {
            Self::Bool | Self::Int8 | Self::UInt8 => 1,
            Self::Int16 | Self::UInt16 => 2,
            Self::Int32 | Self::UInt32 | Self::Float32 => 4,
            Self::Int64 | Self::UInt64 | Self::Float64 | Self::Complex64 => 8,
            Self::Complex128 => 16,
        }
    }

    /// The type string of a little-endian element in a `.npy` header: `<f8`.
    pub fn descr(self) -> &'static str {
        match self {
            Self::Bool => "|b1",
            Self::Int8 => "|i1",
            Self::Int16 => "<i2",
            Self::Int32 => "<i4",
            Self::Int64 => "<i8",
            Self::UInt8 => "|u1",
            Self::UInt16 => "<u2",
            Self::UInt32 => "<u4",
            Self::UInt64 => "<u8",
            Self::Float32 => "<f4",
            Self::Float64 => "<f8",
            Self::Complex64 => "<c8",
            Self::Complex128 => "<c16",
        }
    }

    /// Bytes that change places together when the byte order does: half an element for complex numbers.
    pub(crate) fn swapped_unit(self) -> usize {
        match self.kind() {
            Kind::Complex => self.itemsize() / 2,
            _ => self.itemsize(),
        }
    }

    /// The dtype that holds both, by NumPy's promotion of strong types.
    pub fn promote(self, other: Self) -> Self {
        let (low, high) = if self.kind_rank() <= other.kind_rank() { (self, other) } else { (other, self) };
        match (low.kind(), high.kind()) {
            (Kind::Bool, _) => high,
            (a, b) if a == b => {
                if low.itemsize() >= high.itemsize() {
                    low
                } else {
                    high
                }
            }
            (Kind::Signed, Kind::Unsigned) => signed_with_unsigned(low, high),
            (_, Kind::Float) => float_of(low.float_size().max(high.itemsize())),
            _ => complex_of(low.float_size().max(high.itemsize() / 2)),
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Bool => Kind::Bool,
            Self::Int8 | Self::Int16 | Self::Int32 | Self::Int64 => Kind::Signed,
            Self::UInt8 | Self::UInt16 | Self::UInt32 | Self::UInt64 => Kind::Unsigned,
            Self::Float32 | Self::Float64 => Kind::Float,
            Self::Complex64 | Self::Complex128 => Kind::Complex,
        }
    }

    fn kind_rank(self) -> u8 {
        match self.kind() {
            Kind::Bool => 0,
            Kind::Signed => 1,
            Kind::Unsigned => 2,
            Kind::Float => 3,
            Kind::Complex => 4,
        }
    }

    /// The size of the float that NumPy takes for a value of this dtype: integers up to 16 bits fit float32.
    fn float_size(self) -> usize {
        match self.kind() {
            Kind::Float => self.itemsize(),
            Kind::Complex => self.itemsize() / 2,
            _ if self.itemsize() <= 2 => 4,
            _ => 8,
        }
    }
}

fn signed_with_unsigned(signed: DType, unsigned: DType) -> DType {
    match signed.itemsize().max(2 * unsigned.itemsize()) {
        2 => DType::Int16,
        4 => DType::Int32,
        8 => DType::Int64,
        _ => DType::Float64,
    }
}

fn float_of(size: usize) -> DType {
    if size <= 4 { DType::Float32 } else { DType::Float64 }
}

fn complex_of(size: usize) -> DType {
    if size <= 4 { DType::Complex64 } else { DType::Complex128 }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::DType::{self, *};

    #[test]
    fn promotion_is_numpys() {
        let cases = [
            (Bool, UInt8, UInt8),
            (Int8, UInt8, Int16),
            (Int64, UInt8, Int64),
            (Int8, UInt64, Float64),
            (Int16, Float32, Float32),
            (Int32, Float32, Float64),
            (UInt16, Complex64, Complex64),
            (Float64, Complex64, Complex128),
            (Float32, Complex64, Complex64),
            (UInt32, UInt8, UInt32),
        ];
        for (a, b, both) in cases {
            assert_eq!(a.promote(b), both);
            assert_eq!(b.promote(a), both);
        }
    }

    #[test]
    fn names_are_inverted() {
        for dtype in DType::ALL {
            assert_eq!(DType::from_name(dtype.name()), Some(dtype));
        }
    }
}
