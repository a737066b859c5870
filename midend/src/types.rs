//! Types of the IR: element types, array types and the machine types of the flat phase.

use std::fmt;

/// The type of one element of an array, and of a scalar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum DType {
    /// One byte, 0 or 1.
    Bool,
    /// 8-bit signed integer.
    I8,
    /// 16-bit signed integer.
    I16,
    /// 32-bit signed integer.
    I32,
    /// 64-bit signed integer.
    I64,
    /// 8-bit unsigned integer.
    U8,
    /// 16-bit unsigned integer.
    U16,
    /// 32-bit unsigned integer.
    U32,
    /// 64-bit unsigned integer.
    U64,
    /// IEEE 754 binary32.
    F32,
    /// IEEE 754 binary64.
    F64,
    /// Two binary32: the real part, then the imaginary one.
    C64,
    /// Two binary64.
    C128,
}

/// The kinds of dtypes, in the order in which NumPy promotes them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// `bool`.
    Bool,
    /// Signed or unsigned integers.
    Int,
    /// Floating point.
    Float,
    /// Complex.
    Complex,
}

impl DType {
    /// Every dtype, in promotion order within each kind.
    pub const ALL: [DType; 13] = [
        DType::Bool,
        DType::I8,
        DType::I16,
        DType::I32,
        DType::I64,
        DType::U8,
        DType::U16,
        DType::U32,
        DType::U64,
        DType::F32,
        DType::F64,
        DType::C64,
        DType::C128,
    ];

    /// Size of one element in bytes.
    pub fn itemsize(self) -> u32 {
        match self {
            DType::Bool | DType::I8 | DType::U8 => 1,
            DType::I16 | DType::U16 => 2,
            DType::I32 | DType::U32 | DType::F32 => 4,
            DType::I64 | DType::U64 | DType::F64 | DType::C64 => 8,
            DType::C128 => 16,
        }
    }

    /// Width in bits; 1 for `bool`.
    pub fn bits(self) -> u32 {
        if self == DType::Bool { 1 } else { self.itemsize() * 8 }
    }

    /// NumPy's name: `bool`, `int8`, … `float64`.
    pub fn numpy_name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::I8 => "int8",
            DType::I16 => "int16",
            DType::I32 => "int32",
            DType::I64 => "int64",
            DType::U8 => "uint8",
            DType::U16 => "uint16",
            DType::U32 => "uint32",
            DType::U64 => "uint64",
            DType::F32 => "float32",
            DType::F64 => "float64",
            DType::C64 => "complex64",
            DType::C128 => "complex128",
        }
    }

    /// The name in the text form of the IR: `bool`, `i8`, … `f64`.
    pub fn ir_name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::I8 => "i8",
            DType::I16 => "i16",
            DType::I32 => "i32",
            DType::I64 => "i64",
            DType::U8 => "u8",
            DType::U16 => "u16",
            DType::U32 => "u32",
            DType::U64 => "u64",
            DType::F32 => "f32",
            DType::F64 => "f64",
            DType::C64 => "c64",
            DType::C128 => "c128",
        }
    }

    /// The dtype of a NumPy name, if npc knows it.
    pub fn from_numpy_name(name: &str) -> Option<DType> {
        DType::ALL.into_iter().find(|dtype| dtype.numpy_name() == name)
    }

    /// The kind of this dtype.
    pub fn kind(self) -> Kind {
        match self {
            DType::Bool => Kind::Bool,
            DType::F32 | DType::F64 => Kind::Float,
            DType::C64 | DType::C128 => Kind::Complex,
            _ => Kind::Int,
        }
    }

    /// True for `float32` and `float64`.
    pub fn is_float(self) -> bool {
        self.kind() == Kind::Float
    }

    /// True for `complex64` and `complex128`.
    pub fn is_complex(self) -> bool {
        self.kind() == Kind::Complex
    }

    /// True for floats and complex numbers.
    pub fn is_inexact(self) -> bool {
        self.kind() >= Kind::Float
    }

    /// True for signed and unsigned integers, not for `bool`.
    pub fn is_int(self) -> bool {
        self.kind() == Kind::Int
    }

    /// True for signed integers.
    pub fn is_signed_int(self) -> bool {
        matches!(self, DType::I8 | DType::I16 | DType::I32 | DType::I64)
    }

    /// True for unsigned integers.
    pub fn is_unsigned(self) -> bool {
        self.is_int() && !self.is_signed_int()
    }

    /// Smallest value of an integer dtype.
    pub fn int_min(self) -> i128 {
        match self {
            DType::I8 => i8::MIN.into(),
            DType::I16 => i16::MIN.into(),
            DType::I32 => i32::MIN.into(),
            DType::I64 => i64::MIN.into(),
            _ => 0,
        }
    }

    /// Largest value of an integer dtype (1 for `bool`).
    pub fn int_max(self) -> i128 {
        match self {
            DType::Bool => 1,
            DType::I8 => i8::MAX.into(),
            DType::I16 => i16::MAX.into(),
            DType::I32 => i32::MAX.into(),
            DType::I64 => i64::MAX.into(),
            DType::U8 => u8::MAX.into(),
            DType::U16 => u16::MAX.into(),
            DType::U32 => u32::MAX.into(),
            DType::U64 => u64::MAX.into(),
            DType::F32 | DType::F64 | DType::C64 | DType::C128 => 0,
        }
    }

    /// The dtype of the two parts of a complex number.
    pub fn part(self) -> Option<DType> {
        match self {
            DType::C64 => Some(DType::F32),
            DType::C128 => Some(DType::F64),
            _ => None,
        }
    }

    /// The complex dtype whose parts are at least as wide as this float; that of doubles for integers.
    pub fn complex(self) -> DType {
        match self {
            DType::F32 | DType::C64 => DType::C64,
            _ => DType::C128,
        }
    }

    /// NumPy's promotion of two dtypes (NEP 50, both strong).
    pub fn promote(self, other: DType) -> DType {
        use DType::*;
        if self == other {
            return self;
        }
        let (low, high) = if self.kind() <= other.kind() { (self, other) } else { (other, self) };
        match (low.kind(), high.kind()) {
            (Kind::Bool, _) => high,
            (Kind::Int, Kind::Float) => match (low, high) {
                (_, F64) => F64,
                (I8 | U8 | I16 | U16, _) => F32,
                _ => F64,
            },
            (Kind::Float, Kind::Float) => F64,
            (Kind::Complex, _) => C128,
            (_, Kind::Complex) => match low.promote(F32) {
                F32 => high,
                _ => C128,
            },
            _ if low.is_signed_int() == high.is_signed_int() => {
                if low.itemsize() >= high.itemsize() {
                    low
                } else {
                    high
                }
            }
            _ => promote_mixed_signs(low, high),
        }
    }
}

fn promote_mixed_signs(a: DType, b: DType) -> DType {
    let (signed, unsigned) = if a.is_signed_int() { (a, b) } else { (b, a) };
    if signed.itemsize() > unsigned.itemsize() {
        return signed;
    }
    match unsigned {
        DType::U8 => DType::I16,
        DType::U16 => DType::I32,
        DType::U32 => DType::I64,
        _ => DType::F64,
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.ir_name())
    }
}

/// What is known statically about the memory order of an array.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Layout {
    /// Row-major and contiguous.
    C,
    /// Column-major and contiguous.
    F,
    /// The last `n` axes are row-major and contiguous among themselves; 0 says nothing.
    Trailing(u8),
}

impl Layout {
    /// Nothing is known.
    pub const ANY: Layout = Layout::Trailing(0);

    /// What is known of an array that is one or the other.
    pub fn meet(self, other: Layout, rank: u8) -> Layout {
        if self == other {
            return self;
        }
        Layout::Trailing(self.trailing(rank).min(other.trailing(rank)))
    }

    /// The number of trailing axes known to be contiguous.
    pub fn trailing(self, rank: u8) -> u8 {
        match self {
            Layout::C => rank,
            Layout::F => u8::from(rank == 1),
            Layout::Trailing(n) => n,
        }
    }
}

/// The type of an array: dtype, rank and layout are static, the shape is not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ArrayType {
    /// Type of the elements.
    pub dtype: DType,
    /// Number of axes.
    pub rank: u8,
    /// What is known of the memory order.
    pub layout: Layout,
}

impl ArrayType {
    /// An array type; a contiguous layout is written as `C` where C and F mean the same.
    pub fn new(dtype: DType, rank: u8, layout: Layout) -> ArrayType {
        let layout = match layout {
            Layout::F if rank <= 1 => Layout::C,
            Layout::Trailing(n) if n >= rank && rank > 0 => Layout::C,
            Layout::Trailing(_) if rank == 0 => Layout::C,
            other => other,
        };
        ArrayType { dtype, rank, layout }
    }

    /// The type of the view of the real or imaginary parts of a complex array.
    pub fn parts(self) -> Option<ArrayType> {
        Some(ArrayType::new(self.dtype.part()?, self.rank, Layout::ANY))
    }

    /// Number of 8-byte fields of its descriptor.
    pub fn descriptor_fields(self) -> u32 {
        4 + 2 * u32::from(self.rank)
    }
}

impl fmt::Display for ArrayType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let layout = match self.layout {
            Layout::C => "C".to_string(),
            Layout::F => "F".to_string(),
            Layout::Trailing(0) => "A".to_string(),
            Layout::Trailing(n) => n.to_string(),
        };
        write!(f, "array<{}, {}, {layout}>", self.dtype, self.rank)
    }
}

/// The type of an SSA value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// A scalar. In the flat phase only `bool`, `i32`, `i64`, `f32` and `f64` are left.
    Scalar(DType),
    /// A reference to an array. Gone in the flat phase.
    Array(ArrayType),
    /// An address: 32 bits wide on wasm32, 64 natively.
    Addr,
    /// A counted reference to a buffer of cells ([`crate::cells`]), or null. An address in the flat phase.
    Ref,
    /// 128 bits; operations say what the lanes are ([`crate::vector`]). Not in *Arrays*.
    Vector,
}

impl Type {
    /// Boolean.
    pub const BOOL: Type = Type::Scalar(DType::Bool);
    /// 32-bit integer.
    pub const I32: Type = Type::Scalar(DType::I32);
    /// 64-bit integer.
    pub const I64: Type = Type::Scalar(DType::I64);
    /// 32-bit float.
    pub const F32: Type = Type::Scalar(DType::F32);
    /// 64-bit float.
    pub const F64: Type = Type::Scalar(DType::F64);

    /// The dtype of a scalar.
    pub fn scalar(self) -> Option<DType> {
        match self {
            Type::Scalar(dtype) => Some(dtype),
            _ => None,
        }
    }

    /// True for values that come with a reference to a buffer, or borrow one.
    pub fn is_counted(self) -> bool {
        matches!(self, Type::Array(_) | Type::Ref)
    }

    /// The array type of an array.
    pub fn array(self) -> Option<ArrayType> {
        match self {
            Type::Array(array) => Some(array),
            _ => None,
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Scalar(dtype) => dtype.fmt(f),
            Type::Array(array) => array.fmt(f),
            Type::Addr => f.write_str("addr"),
            Type::Ref => f.write_str("ref"),
            Type::Vector => f.write_str("vec"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promotion_is_numpys() {
        use DType::*;
        for (a, b, expected) in [
            (U8, I8, I16),
            (U32, I32, I64),
            (U64, I64, F64),
            (I16, F32, F32),
            (I32, F32, F64),
            (Bool, U8, U8),
            (F32, F64, F64),
            (U64, F32, F64),
            (C64, F32, C64),
            (C64, I16, C64),
            (C64, I32, C128),
            (F64, C64, C128),
            (Bool, C64, C64),
            (C64, C128, C128),
            (U8, I64, I64),
        ] {
            assert_eq!(a.promote(b), expected, "{a} with {b}");
            assert_eq!(b.promote(a), expected, "{b} with {a}");
        }
    }
}
