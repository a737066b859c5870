//! Instruction selection for single operations whose operands are on the stack.

use npc_midend::ir::{BinaryOp, CastOp, CompareOp, MemType, UnaryOp};
use npc_midend::types::Type;
use wasm_encoder::{Instruction, Instruction::*, MemArg, MemArgTarget, ValType};

/// A constant with these bits.
pub(crate) fn constant(bits: u64, ty: ValType) -> Instruction<'static> {
    match ty {
        ValType::I64 => I64Const(bits as i64),
        ValType::F32 => F32Const(f32::from_bits(bits as u32).into()),
        ValType::F64 => F64Const(f64::from_bits(bits).into()),
        _ => I32Const(bits as i32),
    }
}

/// One of four instructions by type.
fn by_type(ty: ValType, four: [Instruction<'static>; 4]) -> Instruction<'static> {
    let [i32, i64, f32, f64] = four;
    match ty {
        ValType::I64 => i64,
        ValType::F32 => f32,
        ValType::F64 => f64,
        _ => i32,
    }
}

fn int(ty: ValType, i32: Instruction<'static>, i64: Instruction<'static>) -> Instruction<'static> {
    if ty == ValType::I64 { i64 } else { i32 }
}

fn float(ty: ValType, f32: Instruction<'static>, f64: Instruction<'static>) -> Instruction<'static> {
    if ty == ValType::F64 { f64 } else { f32 }
}

/// An operation on one value. Negation of integers has a 0 under its operand.
pub(crate) fn unary(op: UnaryOp, operand: Type, ty: ValType) -> Vec<Instruction<'static>> {
    vec![match op {
        UnaryOp::Neg => by_type(ty, [I32Sub, I64Sub, F32Neg, F64Neg]),
        UnaryOp::Abs => float(ty, F32Abs, F64Abs),
        UnaryOp::Not if operand == Type::BOOL => I32Eqz,
        UnaryOp::Not => return vec![constant(u64::MAX, ty), int(ty, I32Xor, I64Xor)],
        UnaryOp::Sqrt => float(ty, F32Sqrt, F64Sqrt),
        UnaryOp::Floor => float(ty, F32Floor, F64Floor),
        UnaryOp::Ceil => float(ty, F32Ceil, F64Ceil),
        UnaryOp::Trunc => float(ty, F32Trunc, F64Trunc),
        UnaryOp::Rint => float(ty, F32Nearest, F64Nearest),
        UnaryOp::Clz => int(ty, I32Clz, I64Clz),
        UnaryOp::Ctz => int(ty, I32Ctz, I64Ctz),
        UnaryOp::Popcnt => int(ty, I32Popcnt, I64Popcnt),
    }]
}

/// An operation on two values; the verifier has refused those that are gone in `Flat`.
pub(crate) fn binary(op: BinaryOp, ty: ValType) -> Instruction<'static> {
    match op {
        BinaryOp::Add => by_type(ty, [I32Add, I64Add, F32Add, F64Add]),
        BinaryOp::Sub => by_type(ty, [I32Sub, I64Sub, F32Sub, F64Sub]),
        BinaryOp::Mul => by_type(ty, [I32Mul, I64Mul, F32Mul, F64Mul]),
        BinaryOp::Div => float(ty, F32Div, F64Div),
        BinaryOp::And => int(ty, I32And, I64And),
        BinaryOp::Or => int(ty, I32Or, I64Or),
        BinaryOp::Xor => int(ty, I32Xor, I64Xor),
        BinaryOp::Shl => int(ty, I32Shl, I64Shl),
        BinaryOp::Shr => int(ty, I32ShrS, I64ShrS),
        BinaryOp::ShrU => int(ty, I32ShrU, I64ShrU),
        BinaryOp::Min => float(ty, F32Min, F64Min),
        BinaryOp::Max => float(ty, F32Max, F64Max),
        BinaryOp::Copysign => float(ty, F32Copysign, F64Copysign),
        BinaryOp::DivS | BinaryOp::FloorDiv => int(ty, I32DivS, I64DivS),
        BinaryOp::DivU => int(ty, I32DivU, I64DivU),
        BinaryOp::RemS | BinaryOp::FloorRem | BinaryOp::TruncRem => int(ty, I32RemS, I64RemS),
        BinaryOp::RemU => int(ty, I32RemU, I64RemU),
    }
}

/// A comparison of two values of this type.
pub(crate) fn compare(op: CompareOp, ty: ValType) -> Instruction<'static> {
    match op {
        CompareOp::Eq => by_type(ty, [I32Eq, I64Eq, F32Eq, F64Eq]),
        CompareOp::Ne => by_type(ty, [I32Ne, I64Ne, F32Ne, F64Ne]),
        CompareOp::Lt => by_type(ty, [I32LtS, I64LtS, F32Lt, F64Lt]),
        CompareOp::Le => by_type(ty, [I32LeS, I64LeS, F32Le, F64Le]),
        CompareOp::Gt => by_type(ty, [I32GtS, I64GtS, F32Gt, F64Gt]),
        CompareOp::Ge => by_type(ty, [I32GeS, I64GeS, F32Ge, F64Ge]),
        CompareOp::LtU => int(ty, I32LtU, I64LtU),
        CompareOp::LeU => int(ty, I32LeU, I64LeU),
        CompareOp::GtU => int(ty, I32GtU, I64GtU),
        CompareOp::GeU => int(ty, I32GeU, I64GeU),
    }
}

/// A conversion; `None` where the bits on the stack are right already.
pub(crate) fn cast(op: CastOp, from: ValType, to: ValType) -> Option<Instruction<'static>> {
    Some(match op {
        CastOp::Extend8 => int(to, I32Extend8S, I64Extend8S),
        CastOp::Extend16 => int(to, I32Extend16S, I64Extend16S),
        CastOp::WidenS => I64ExtendI32S,
        CastOp::WidenU | CastOp::FromAddr => I64ExtendI32U,
        CastOp::Narrow | CastOp::ToAddr => I32WrapI64,
        CastOp::Bool => return None,
        CastOp::FloatS => float(to, int(from, F32ConvertI32S, F32ConvertI64S), int(from, F64ConvertI32S, F64ConvertI64S)),
        CastOp::FloatU => float(to, int(from, F32ConvertI32U, F32ConvertI64U), int(from, F64ConvertI32U, F64ConvertI64U)),
        CastOp::IntS => float(from, int(to, I32TruncSatF32S, I64TruncSatF32S), int(to, I32TruncSatF64S, I64TruncSatF64S)),
        CastOp::IntU => float(from, int(to, I32TruncSatF32U, I64TruncSatF32U), int(to, I32TruncSatF64U, I64TruncSatF64U)),
        CastOp::Promote => F64PromoteF32,
        CastOp::Demote => F32DemoteF64,
        CastOp::Bits => by_type(to, [I32ReinterpretF32, I64ReinterpretF64, F32ReinterpretI32, F64ReinterpretI64]),
    })
}

/// The alignment given is the access's own: a hint, which costs nothing where it is wrong.
pub(crate) fn at(offset: u32, align: u32) -> MemArg {
    MemArg { offset: offset.into(), align, target: MemArgTarget::Memory(0), ordering: None }
}

/// A load; addresses are the low half of their field.
pub(crate) fn load(mem: MemType, offset: u32) -> Instruction<'static> {
    match mem {
        MemType::I8 => I32Load8S(at(offset, 0)),
        MemType::U8 => I32Load8U(at(offset, 0)),
        MemType::I16 => I32Load16S(at(offset, 1)),
        MemType::U16 => I32Load16U(at(offset, 1)),
        MemType::I32 | MemType::Addr => I32Load(at(offset, 2)),
        MemType::I64 => I64Load(at(offset, 3)),
        MemType::F32 => F32Load(at(offset, 2)),
        MemType::F64 => F64Load(at(offset, 3)),
        MemType::Vector => V128Load(at(offset, 4)),
    }
}

/// A store; addresses have been extended to 64 bits.
pub(crate) fn store(mem: MemType, offset: u32) -> Instruction<'static> {
    match mem {
        MemType::I8 | MemType::U8 => I32Store8(at(offset, 0)),
        MemType::I16 | MemType::U16 => I32Store16(at(offset, 1)),
        MemType::I32 => I32Store(at(offset, 2)),
        MemType::I64 | MemType::Addr => I64Store(at(offset, 3)),
        MemType::F32 => F32Store(at(offset, 2)),
        MemType::F64 => F64Store(at(offset, 3)),
        MemType::Vector => V128Store(at(offset, 4)),
    }
}
