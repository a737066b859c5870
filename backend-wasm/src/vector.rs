//! Instruction selection for vectors: one instruction for each operation.

use npc_midend::ir::{BinaryOp, CompareOp, UnaryOp};
use npc_midend::types::DType;
use npc_midend::vector::VecOp;
use wasm_encoder::{Instruction, Instruction::*};

/// The instruction of an operation whose operands are on the stack.
pub(crate) fn instruction(op: VecOp) -> Instruction<'static> {
    match op {
        VecOp::Splat(dtype) => by_lanes(dtype, [I8x16Splat, I16x8Splat, I32x4Splat, I64x2Splat, F32x4Splat, F64x2Splat]),
        VecOp::Extract(dtype, lane) => extract(dtype, lane),
        VecOp::Replace(dtype, lane) => replace(dtype, lane),
        VecOp::Unary(op, dtype) => unary(op, dtype),
        VecOp::Binary(op, dtype) => binary(op, dtype),
        VecOp::PseudoMin(dtype) => float(dtype, F32x4PMin, F64x2PMin),
        VecOp::PseudoMax(dtype) => float(dtype, F32x4PMax, F64x2PMax),
        VecOp::Compare(op, dtype) => compare(op, dtype),
        VecOp::Shift(op, dtype) => shift(op, dtype),
        VecOp::Select => V128Bitselect,
        VecOp::Widen(dtype, high) => widen(dtype, high),
        VecOp::Convert(from, to) => convert(from, to),
        VecOp::Shuffle(lanes) => I8x16Shuffle(lanes),
        VecOp::AnyTrue => V128AnyTrue,
        VecOp::AllTrue(dtype) => ints(dtype, [I8x16AllTrue, I16x8AllTrue, I32x4AllTrue, I64x2AllTrue]),
    }
}

/// The load of a vector of equal lanes, in place of this load of one of them.
pub(crate) fn spreading_load(load: &Instruction<'static>, dtype: DType) -> Option<Instruction<'static>> {
    match (load, dtype.itemsize()) {
        (I32Load8S(at) | I32Load8U(at), 1) => Some(V128Load8Splat(*at)),
        (I32Load16S(at) | I32Load16U(at), 2) => Some(V128Load16Splat(*at)),
        (I32Load(at) | F32Load(at), 4) => Some(V128Load32Splat(*at)),
        (I64Load(at) | F64Load(at), 8) => Some(V128Load64Splat(*at)),
        _ => None,
    }
}

/// One of six by the size and kind of the lanes.
fn by_lanes(dtype: DType, six: [Instruction<'static>; 6]) -> Instruction<'static> {
    let [i8, i16, i32, i64, f32, f64] = six;
    match dtype {
        DType::F32 => f32,
        DType::F64 => f64,
        _ => ints(dtype, [i8, i16, i32, i64]),
    }
}

/// One of four by the size of the lanes.
fn ints(dtype: DType, four: [Instruction<'static>; 4]) -> Instruction<'static> {
    let [i8, i16, i32, i64] = four;
    match dtype.itemsize() {
        1 => i8,
        2 => i16,
        4 => i32,
        _ => i64,
    }
}

fn float(dtype: DType, f32: Instruction<'static>, f64: Instruction<'static>) -> Instruction<'static> {
    if dtype == DType::F64 { f64 } else { f32 }
}

fn signed(dtype: DType, signed: Instruction<'static>, unsigned: Instruction<'static>) -> Instruction<'static> {
    if dtype.is_unsigned() { unsigned } else { signed }
}

fn extract(dtype: DType, lane: u8) -> Instruction<'static> {
    match dtype {
        DType::I8 => I8x16ExtractLaneS(lane),
        DType::U8 | DType::Bool => I8x16ExtractLaneU(lane),
        DType::I16 => I16x8ExtractLaneS(lane),
        DType::U16 => I16x8ExtractLaneU(lane),
        DType::I32 | DType::U32 => I32x4ExtractLane(lane),
        DType::I64 | DType::U64 => I64x2ExtractLane(lane),
        DType::F32 | DType::C64 => F32x4ExtractLane(lane),
        DType::F64 | DType::C128 => F64x2ExtractLane(lane),
    }
}

fn replace(dtype: DType, lane: u8) -> Instruction<'static> {
    let [i8, i16, i32] = [I8x16ReplaceLane(lane), I16x8ReplaceLane(lane), I32x4ReplaceLane(lane)];
    by_lanes(dtype, [i8, i16, i32, I64x2ReplaceLane(lane), F32x4ReplaceLane(lane), F64x2ReplaceLane(lane)])
}

fn unary(op: UnaryOp, dtype: DType) -> Instruction<'static> {
    match op {
        UnaryOp::Neg => by_lanes(dtype, [I8x16Neg, I16x8Neg, I32x4Neg, I64x2Neg, F32x4Neg, F64x2Neg]),
        UnaryOp::Abs => by_lanes(dtype, [I8x16Abs, I16x8Abs, I32x4Abs, I64x2Abs, F32x4Abs, F64x2Abs]),
        UnaryOp::Sqrt => float(dtype, F32x4Sqrt, F64x2Sqrt),
        UnaryOp::Floor => float(dtype, F32x4Floor, F64x2Floor),
        UnaryOp::Ceil => float(dtype, F32x4Ceil, F64x2Ceil),
        UnaryOp::Trunc => float(dtype, F32x4Trunc, F64x2Trunc),
        UnaryOp::Rint => float(dtype, F32x4Nearest, F64x2Nearest),
        // The verifier has refused what has no vector form.
        UnaryOp::Not | UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt => V128Not,
    }
}

fn binary(op: BinaryOp, dtype: DType) -> Instruction<'static> {
    match op {
        BinaryOp::Add => by_lanes(dtype, [I8x16Add, I16x8Add, I32x4Add, I64x2Add, F32x4Add, F64x2Add]),
        BinaryOp::Sub => by_lanes(dtype, [I8x16Sub, I16x8Sub, I32x4Sub, I64x2Sub, F32x4Sub, F64x2Sub]),
        BinaryOp::Mul => by_lanes(dtype, [I16x8Mul, I16x8Mul, I32x4Mul, I64x2Mul, F32x4Mul, F64x2Mul]),
        BinaryOp::Div => float(dtype, F32x4Div, F64x2Div),
        BinaryOp::And => V128And,
        BinaryOp::Or => V128Or,
        BinaryOp::Min if dtype.is_float() => float(dtype, F32x4Min, F64x2Min),
        BinaryOp::Max if dtype.is_float() => float(dtype, F32x4Max, F64x2Max),
        BinaryOp::Min => signed(
            dtype,
            ints(dtype, [I8x16MinS, I16x8MinS, I32x4MinS, I32x4MinS]),
            ints(dtype, [I8x16MinU, I16x8MinU, I32x4MinU, I32x4MinU]),
        ),
        BinaryOp::Max => signed(
            dtype,
            ints(dtype, [I8x16MaxS, I16x8MaxS, I32x4MaxS, I32x4MaxS]),
            ints(dtype, [I8x16MaxU, I16x8MaxU, I32x4MaxU, I32x4MaxU]),
        ),
        _ => V128Xor,
    }
}

fn compare(op: CompareOp, dtype: DType) -> Instruction<'static> {
    match op {
        CompareOp::Eq => by_lanes(dtype, [I8x16Eq, I16x8Eq, I32x4Eq, I64x2Eq, F32x4Eq, F64x2Eq]),
        CompareOp::Ne => by_lanes(dtype, [I8x16Ne, I16x8Ne, I32x4Ne, I64x2Ne, F32x4Ne, F64x2Ne]),
        CompareOp::Lt | CompareOp::LtU => signed(
            dtype,
            by_lanes(dtype, [I8x16LtS, I16x8LtS, I32x4LtS, I64x2LtS, F32x4Lt, F64x2Lt]),
            ints(dtype, [I8x16LtU, I16x8LtU, I32x4LtU, I64x2LtS]),
        ),
        CompareOp::Le | CompareOp::LeU => signed(
            dtype,
            by_lanes(dtype, [I8x16LeS, I16x8LeS, I32x4LeS, I64x2LeS, F32x4Le, F64x2Le]),
            ints(dtype, [I8x16LeU, I16x8LeU, I32x4LeU, I64x2LeS]),
        ),
        CompareOp::Gt | CompareOp::GtU => signed(
            dtype,
            by_lanes(dtype, [I8x16GtS, I16x8GtS, I32x4GtS, I64x2GtS, F32x4Gt, F64x2Gt]),
            ints(dtype, [I8x16GtU, I16x8GtU, I32x4GtU, I64x2GtS]),
        ),
        CompareOp::Ge | CompareOp::GeU => signed(
            dtype,
            by_lanes(dtype, [I8x16GeS, I16x8GeS, I32x4GeS, I64x2GeS, F32x4Ge, F64x2Ge]),
            ints(dtype, [I8x16GeU, I16x8GeU, I32x4GeU, I64x2GeS]),
        ),
    }
}

fn shift(op: BinaryOp, dtype: DType) -> Instruction<'static> {
    match op {
        BinaryOp::Shl => ints(dtype, [I8x16Shl, I16x8Shl, I32x4Shl, I64x2Shl]),
        _ => signed(
            dtype,
            ints(dtype, [I8x16ShrS, I16x8ShrS, I32x4ShrS, I64x2ShrS]),
            ints(dtype, [I8x16ShrU, I16x8ShrU, I32x4ShrU, I64x2ShrU]),
        ),
    }
}

fn widen(dtype: DType, high: bool) -> Instruction<'static> {
    match (dtype, high) {
        (DType::I16, false) => I16x8ExtendLowI8x16S,
        (DType::I16, true) => I16x8ExtendHighI8x16S,
        (DType::U16, false) => I16x8ExtendLowI8x16U,
        (DType::U16, true) => I16x8ExtendHighI8x16U,
        (DType::I32, false) => I32x4ExtendLowI16x8S,
        (DType::I32, true) => I32x4ExtendHighI16x8S,
        (DType::U32, false) => I32x4ExtendLowI16x8U,
        (DType::U32, true) => I32x4ExtendHighI16x8U,
        (DType::I64, false) => I64x2ExtendLowI32x4S,
        (DType::I64, true) => I64x2ExtendHighI32x4S,
        (_, false) => I64x2ExtendLowI32x4U,
        (_, true) => I64x2ExtendHighI32x4U,
    }
}

fn convert(from: DType, to: DType) -> Instruction<'static> {
    match (from, to) {
        (DType::I32, DType::F32) => F32x4ConvertI32x4S,
        (DType::U32, DType::F32) => F32x4ConvertI32x4U,
        (DType::I32, _) => F64x2ConvertLowI32x4S,
        (DType::U32, _) => F64x2ConvertLowI32x4U,
        (DType::F32, DType::I32) => I32x4TruncSatF32x4S,
        (DType::F32, DType::U32) => I32x4TruncSatF32x4U,
        (DType::F64, DType::I32) => I32x4TruncSatF64x2SZero,
        (DType::F64, DType::U32) => I32x4TruncSatF64x2UZero,
        (DType::F32, _) => F64x2PromoteLowF32x4,
        _ => F32x4DemoteF64x2Zero,
    }
}
