//! Names of scalar types: Python's, NumPy's, Numba's, Pythran's and jaxtyping's.

use crate::attribute::numpy_dtype;
use crate::value::{Ty, Val};
use npc_midend::types::DType;

/// Numba's names of scalar types that NumPy does not have, or has for another type.
const NUMBA: [(&str, DType); 21] = [
    ("boolean", DType::Bool),
    ("b1", DType::Bool),
    ("i1", DType::I8),
    ("i2", DType::I16),
    ("i4", DType::I32),
    ("i8", DType::I64),
    ("u1", DType::U8),
    ("u2", DType::U16),
    ("u4", DType::U32),
    ("u8", DType::U64),
    ("f4", DType::F32),
    ("f8", DType::F64),
    ("c8", DType::C64),
    ("c16", DType::C128),
    ("float_", DType::F32),
    ("char", DType::I8),
    ("uchar", DType::U8),
    ("byte", DType::U8),
    ("long_", DType::I64),
    ("ssize_t", DType::I64),
    ("size_t", DType::U64),
];

/// jaxtyping's names of array types.
const JAXTYPING: [(&str, DType); 17] = [
    ("Bool", DType::Bool),
    ("Int8", DType::I8),
    ("Int16", DType::I16),
    ("Int32", DType::I32),
    ("Int64", DType::I64),
    ("Int", DType::I64),
    ("UInt8", DType::U8),
    ("UInt16", DType::U16),
    ("UInt32", DType::U32),
    ("UInt64", DType::U64),
    ("UInt", DType::U64),
    ("Float32", DType::F32),
    ("Float64", DType::F64),
    ("Float", DType::F64),
    ("Complex64", DType::C64),
    ("Complex128", DType::C128),
    ("Complex", DType::C128),
];

/// Types that exist, but that npc does not have yet: a name and what to call it.
const LATER: [(&str, &str); 22] = [
    ("complex256", "`complex256`"),
    ("clongdouble", "`clongdouble`"),
    ("float16", "`float16`"),
    ("half", "`float16`"),
    ("f2", "`float16`"),
    ("longdouble", "`longdouble`"),
    ("float128", "`float128`"),
    ("datetime64", "`datetime64`"),
    ("timedelta64", "`timedelta64`"),
    ("bytes", "a `bytes` object"),
    ("bytes_", "a `bytes` object"),
    ("object", "a Python object"),
    ("object_", "a Python object"),
    ("pyobject", "a Python object"),
    ("list", "a list"),
    ("List", "a list"),
    ("ListType", "a list"),
    ("dict", "a dict"),
    ("Dict", "a dict"),
    ("DictType", "a dict"),
    ("set", "a set"),
    ("Callable", "a function as an argument"),
];

/// Where a name comes from, for the few that mean two things.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    NumPy,
    Numba,
}

/// The scalar type, or `None`'s, of a name.
pub(super) fn scalar(name: &str, family: Family) -> Option<Ty> {
    let weak = |dtype| Some(Ty::Scalar { dtype, weak: true });
    match name {
        "int" => return weak(DType::I64),
        "float" => return weak(DType::F64),
        "complex" => return weak(DType::C128),
        "bool" => return weak(DType::Bool),
        "str" | "str_" | "string" | "unicode_type" => return Some(Ty::Text),
        "void" | "none" | "None" | "NoneType" => return Some(Ty::None),
        _ => {}
    }
    let numba = || NUMBA.iter().find(|(alias, _)| *alias == name).map(|(_, dtype)| *dtype);
    let dtype = match family {
        Family::NumPy => numpy_dtype(name).or_else(numba),
        Family::Numba => numba().or_else(|| numpy_dtype(name)),
    };
    dtype.map(|dtype| Ty::Scalar { dtype, weak: false })
}

/// The dtype of `Float64` in `Float64[Array, "n m"]`.
pub(super) fn jaxtyping(name: &str) -> Option<DType> {
    JAXTYPING.iter().find(|(known, _)| *known == name).map(|(_, dtype)| *dtype)
}

/// What to call a type that npc does not have yet.
pub(super) fn later(name: &str) -> Option<&'static str> {
    LATER.iter().find(|(known, _)| *known == name).map(|(_, shown)| *shown)
}

/// The names that a misspelt one is compared with.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    let python = ["int", "float", "complex", "bool", "void", "double", "boolean", "intp", "uintp"];
    let types = ["Tuple", "UniTuple", "Array", "NDArray", "ndarray", "Optional", "Union"];
    DType::ALL.iter().map(|dtype| dtype.numpy_name()).chain(python).chain(types)
}

/// What a name imported from numba means in a body.
pub(crate) fn numba_name(name: &str) -> Option<Val> {
    match name {
        "prange" => crate::builtins::lookup("range"),
        _ => match scalar(name, Family::Numba) {
            Some(Ty::Scalar { dtype, weak: false }) => Some(Val::Type(dtype, false)),
            _ => None,
        },
    }
}
