//! The words of the text form, one table per enum; printer and parser both read them.

use crate::ir::{AxisKind, BinaryOp, CastOp, CheckedOp, Combiner, CompareOp, MemType, Part, UnaryOp};

/// A table of words for the values of one enum.
pub(crate) type Names<T> = [(T, &'static str)];

pub(crate) const UNARY: &Names<UnaryOp> = &[
    (UnaryOp::Neg, "neg"),
    (UnaryOp::Abs, "abs"),
    (UnaryOp::Not, "not"),
    (UnaryOp::Sqrt, "sqrt"),
    (UnaryOp::Floor, "floor"),
    (UnaryOp::Ceil, "ceil"),
    (UnaryOp::Trunc, "trunc"),
    (UnaryOp::Rint, "rint"),
    (UnaryOp::Clz, "clz"),
    (UnaryOp::Ctz, "ctz"),
    (UnaryOp::Popcnt, "popcnt"),
];

pub(crate) const BINARY: &Names<BinaryOp> = &[
    (BinaryOp::Add, "add"),
    (BinaryOp::Sub, "sub"),
    (BinaryOp::Mul, "mul"),
    (BinaryOp::Div, "div"),
    (BinaryOp::FloorDiv, "floor_div"),
    (BinaryOp::FloorRem, "floor_rem"),
    (BinaryOp::TruncRem, "trunc_rem"),
    (BinaryOp::And, "and"),
    (BinaryOp::Or, "or"),
    (BinaryOp::Xor, "xor"),
    (BinaryOp::Shl, "shl"),
    (BinaryOp::Shr, "shr"),
    (BinaryOp::ShrU, "shr_u"),
    (BinaryOp::Min, "min"),
    (BinaryOp::Max, "max"),
    (BinaryOp::Copysign, "copysign"),
    (BinaryOp::DivS, "div_s"),
    (BinaryOp::DivU, "div_u"),
    (BinaryOp::RemS, "rem_s"),
    (BinaryOp::RemU, "rem_u"),
];

pub(crate) const COMPARE: &Names<CompareOp> = &[
    (CompareOp::Eq, "eq"),
    (CompareOp::Ne, "ne"),
    (CompareOp::Lt, "lt"),
    (CompareOp::Le, "le"),
    (CompareOp::Gt, "gt"),
    (CompareOp::Ge, "ge"),
    (CompareOp::LtU, "lt_u"),
    (CompareOp::LeU, "le_u"),
    (CompareOp::GtU, "gt_u"),
    (CompareOp::GeU, "ge_u"),
];

pub(crate) const CHECKED: &Names<CheckedOp> =
    &[(CheckedOp::Add, "checked_add"), (CheckedOp::Sub, "checked_sub"), (CheckedOp::Mul, "checked_mul")];

pub(crate) const CAST: &Names<CastOp> = &[
    (CastOp::Extend8, "extend8"),
    (CastOp::Extend16, "extend16"),
    (CastOp::WidenS, "widen_s"),
    (CastOp::WidenU, "widen_u"),
    (CastOp::Narrow, "narrow"),
    (CastOp::Bool, "cast_bool"),
    (CastOp::FloatS, "float_s"),
    (CastOp::FloatU, "float_u"),
    (CastOp::IntS, "int_s"),
    (CastOp::IntU, "int_u"),
    (CastOp::Promote, "promote"),
    (CastOp::Demote, "demote"),
    (CastOp::Bits, "bits"),
    (CastOp::ToAddr, "to_addr"),
    (CastOp::FromAddr, "from_addr"),
];

pub(crate) const COMBINER: &Names<Combiner> = &[
    (Combiner::Sum, "sum"),
    (Combiner::SumBlocks, "sum_blocks"),
    (Combiner::Prod, "prod"),
    (Combiner::Min, "min"),
    (Combiner::Max, "max"),
    (Combiner::And, "and"),
    (Combiner::Or, "or"),
    (Combiner::ArgMin, "argmin"),
    (Combiner::ArgMax, "argmax"),
];

pub(crate) const PART: &Names<Part> = &[(Part::Real, "real"), (Part::Imag, "imag")];

pub(crate) const PART_VIEW: &Names<Part> = &[(Part::Real, "real_parts"), (Part::Imag, "imag_parts")];

pub(crate) const AXIS: &Names<AxisKind> =
    &[(AxisKind::Parallel, "parallel"), (AxisKind::Reduce, "reduce"), (AxisKind::Scan, "scan")];

pub(crate) const MEMORY: &Names<MemType> = &[
    (MemType::I8, "i8"),
    (MemType::U8, "u8"),
    (MemType::I16, "i16"),
    (MemType::U16, "u16"),
    (MemType::I32, "i32"),
    (MemType::I64, "i64"),
    (MemType::F32, "f32"),
    (MemType::F64, "f64"),
    (MemType::Vector, "vec"),
    (MemType::Addr, "addr"),
];

/// The word for a value.
pub(crate) fn word<T: PartialEq>(names: &Names<T>, value: &T) -> &'static str {
    names.iter().find(|(known, _)| known == value).map_or("?", |(_, word)| word)
}

/// The value of a word.
pub(crate) fn meaning<T: Copy>(names: &Names<T>, word: &str) -> Option<T> {
    names.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}
