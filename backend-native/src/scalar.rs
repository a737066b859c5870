//! Operations on scalars: one instruction each, but for the few where Cranelift's meaning differs from the IR's.

use crate::module::machine_type;
use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::immediates::{Ieee32, Ieee64};
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Value, types};
use cranelift_frontend::FunctionBuilder;
use npc_midend::ir::{BinaryOp, CastOp, CompareOp, UnaryOp};
use npc_midend::types::{DType, Type};

/// A constant of this type with these bits.
pub fn constant(b: &mut FunctionBuilder<'_>, ty: Type, bits: u64) -> Value {
    match machine_type(ty) {
        types::F32 => b.ins().f32const(Ieee32::with_bits(bits as u32)),
        types::F64 => b.ins().f64const(Ieee64::with_bits(bits)),
        // Cranelift wants the bits above the type's width to be zero.
        types::I8 => b.ins().iconst(types::I8, (bits & 1) as i64),
        types::I32 => b.ins().iconst(types::I32, i64::from(bits as u32)),
        ty => b.ins().iconst(ty, bits as i64),
    }
}

/// An operation on one value of type `ty`.
pub fn unary(b: &mut FunctionBuilder<'_>, op: UnaryOp, ty: Type, x: Value) -> Value {
    let float = is_float(ty);
    match op {
        UnaryOp::Neg if float => b.ins().fneg(x),
        UnaryOp::Neg => b.ins().ineg(x),
        UnaryOp::Abs if float => b.ins().fabs(x),
        UnaryOp::Abs => b.ins().iabs(x),
        UnaryOp::Not if ty == Type::BOOL => b.ins().bxor_imm_u(x, 1),
        UnaryOp::Not => b.ins().bnot(x),
        UnaryOp::Sqrt => b.ins().sqrt(x),
        UnaryOp::Floor => b.ins().floor(x),
        UnaryOp::Ceil => b.ins().ceil(x),
        UnaryOp::Trunc => b.ins().trunc(x),
        UnaryOp::Rint => b.ins().nearest(x),
        UnaryOp::Clz => b.ins().clz(x),
        UnaryOp::Ctz => b.ins().ctz(x),
        UnaryOp::Popcnt => b.ins().popcnt(x),
    }
}

/// An operation on two values of type `ty`.
pub fn binary(b: &mut FunctionBuilder<'_>, op: BinaryOp, ty: Type, x: Value, y: Value) -> Value {
    let float = is_float(ty);
    match op {
        BinaryOp::Add if float => b.ins().fadd(x, y),
        BinaryOp::Add => b.ins().iadd(x, y),
        BinaryOp::Sub if float => b.ins().fsub(x, y),
        BinaryOp::Sub => b.ins().isub(x, y),
        BinaryOp::Mul if float => b.ins().fmul(x, y),
        BinaryOp::Mul => b.ins().imul(x, y),
        BinaryOp::Div => b.ins().fdiv(x, y),
        BinaryOp::And => b.ins().band(x, y),
        BinaryOp::Or => b.ins().bor(x, y),
        BinaryOp::Xor => b.ins().bxor(x, y),
        // Cranelift takes counts modulo the width.
        BinaryOp::Shl => b.ins().ishl(x, y),
        BinaryOp::Shr => b.ins().sshr(x, y),
        BinaryOp::ShrU => b.ins().ushr(x, y),
        BinaryOp::Min if float => b.ins().fmin(x, y),
        BinaryOp::Min => b.ins().smin(x, y),
        BinaryOp::Max if float => b.ins().fmax(x, y),
        BinaryOp::Max => b.ins().smax(x, y),
        BinaryOp::Copysign => copysign(b, ty, x, y),
        BinaryOp::DivS => b.ins().sdiv(x, y),
        BinaryOp::DivU => b.ins().udiv(x, y),
        BinaryOp::RemS => b.ins().srem(x, y),
        BinaryOp::RemU => b.ins().urem(x, y),
        BinaryOp::FloorDiv | BinaryOp::FloorRem | BinaryOp::TruncRem => unreachable!("{op:?} in flat IR"),
    }
}

/// A NaN has no sign that programs can rely on, so it counts as positive.
fn copysign(b: &mut FunctionBuilder<'_>, ty: Type, x: Value, sign: Value) -> Value {
    let zero = constant(b, ty, 0);
    let ordered = b.ins().fcmp(FloatCC::Ordered, sign, sign);
    let sign = b.ins().select(ordered, sign, zero);
    b.ins().fcopysign(x, sign)
}

/// A comparison of two values of type `ty`.
pub fn compare(b: &mut FunctionBuilder<'_>, op: CompareOp, ty: Type, x: Value, y: Value) -> Value {
    if is_float(ty) { b.ins().fcmp(float_condition(op), x, y) } else { b.ins().icmp(int_condition(op), x, y) }
}

fn float_condition(op: CompareOp) -> FloatCC {
    match op {
        CompareOp::Eq => FloatCC::Equal,
        CompareOp::Ne => FloatCC::NotEqual,
        CompareOp::Lt | CompareOp::LtU => FloatCC::LessThan,
        CompareOp::Le | CompareOp::LeU => FloatCC::LessThanOrEqual,
        CompareOp::Gt | CompareOp::GtU => FloatCC::GreaterThan,
        CompareOp::Ge | CompareOp::GeU => FloatCC::GreaterThanOrEqual,
    }
}

fn int_condition(op: CompareOp) -> IntCC {
    match op {
        CompareOp::Eq => IntCC::Equal,
        CompareOp::Ne => IntCC::NotEqual,
        CompareOp::Lt => IntCC::SignedLessThan,
        CompareOp::Le => IntCC::SignedLessThanOrEqual,
        CompareOp::Gt => IntCC::SignedGreaterThan,
        CompareOp::Ge => IntCC::SignedGreaterThanOrEqual,
        CompareOp::LtU => IntCC::UnsignedLessThan,
        CompareOp::LeU => IntCC::UnsignedLessThanOrEqual,
        CompareOp::GtU => IntCC::UnsignedGreaterThan,
        CompareOp::GeU => IntCC::UnsignedGreaterThanOrEqual,
    }
}

/// A conversion of `x` to type `to`.
pub fn cast(b: &mut FunctionBuilder<'_>, op: CastOp, to: Type, x: Value) -> Value {
    let from = b.func.dfg.value_type(x);
    let to = machine_type(to);
    match op {
        CastOp::Extend8 => {
            let low = b.ins().ireduce(types::I8, x);
            b.ins().sextend(to, low)
        }
        CastOp::Extend16 => {
            let low = b.ins().ireduce(types::I16, x);
            b.ins().sextend(to, low)
        }
        CastOp::WidenS => b.ins().sextend(to, x),
        CastOp::WidenU => b.ins().uextend(to, x),
        CastOp::Narrow => b.ins().ireduce(to, x),
        CastOp::Bool if from.bytes() < to.bytes() => b.ins().uextend(to, x),
        CastOp::Bool if from.bytes() > to.bytes() => b.ins().ireduce(to, x),
        CastOp::FloatS => b.ins().fcvt_from_sint(to, x),
        CastOp::FloatU => b.ins().fcvt_from_uint(to, x),
        CastOp::IntS => b.ins().fcvt_to_sint_sat(to, x),
        CastOp::IntU => b.ins().fcvt_to_uint_sat(to, x),
        CastOp::Promote => b.ins().fpromote(to, x),
        CastOp::Demote => b.ins().fdemote(to, x),
        CastOp::Bits => b.ins().bitcast(to, MemFlagsData::new(), x),
        CastOp::Bool | CastOp::ToAddr | CastOp::FromAddr => x,
    }
}

fn is_float(ty: Type) -> bool {
    ty.scalar().is_some_and(DType::is_float)
}
