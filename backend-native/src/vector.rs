//! Operations on vectors. Values are `i8x16` between operations; casts to the lanes at hand are free.

use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::{ConstantData, Endianness, InstBuilder, MemFlagsData, Value, types, types::Type};
use cranelift_frontend::FunctionBuilder;
use npc_midend::ir::{BinaryOp, CompareOp, UnaryOp};
use npc_midend::types::DType;
use npc_midend::vector::{VecOp, halved};

/// The result of an operation.
pub fn operation(b: &mut FunctionBuilder<'_>, op: VecOp, operands: &[Value]) -> Value {
    let result = match op {
        VecOp::Splat(dtype) => {
            let x = narrow(b, dtype, operands[0]);
            b.ins().splat(lanes(dtype), x)
        }
        VecOp::Extract(dtype, lane) => return extract(b, dtype, lane, operands[0]),
        VecOp::Replace(dtype, lane) => {
            let (vector, x) = (as_lanes(b, dtype, operands[0]), narrow(b, dtype, operands[1]));
            b.ins().insertlane(vector, x, lane)
        }
        VecOp::Unary(op, dtype) => {
            let x = as_lanes(b, dtype, operands[0]);
            unary(b, op, dtype, x)
        }
        VecOp::Binary(op, dtype) => {
            let [x, y] = [0, 1].map(|at| as_lanes(b, dtype, operands[at]));
            binary(b, op, dtype, x, y)
        }
        VecOp::PseudoMin(dtype) => pseudo(b, dtype, [operands[1], operands[0]], [operands[1], operands[0]]),
        VecOp::PseudoMax(dtype) => pseudo(b, dtype, [operands[0], operands[1]], [operands[1], operands[0]]),
        VecOp::Compare(op, dtype) => {
            let [x, y] = [0, 1].map(|at| as_lanes(b, dtype, operands[at]));
            compare(b, op, dtype, x, y)
        }
        VecOp::Shift(op, dtype) => shift(b, op, dtype, operands),
        VecOp::Select => b.ins().bitselect(operands[0], operands[1], operands[2]),
        VecOp::Widen(dtype, high) => widen(b, dtype, high, operands[0]),
        VecOp::Convert(from, to) => convert(b, from, to, operands[0]),
        VecOp::Shuffle(bytes) => {
            let mask = b.func.dfg.immediates.push(ConstantData::from(bytes.as_slice()));
            b.ins().shuffle(operands[0], operands[1], mask)
        }
        VecOp::AnyTrue => return b.ins().vany_true(operands[0]),
        VecOp::AllTrue(dtype) => {
            let x = as_lanes(b, dtype, operands[0]);
            return b.ins().vall_true(x);
        }
    };
    cast(b, types::I8X16, result)
}

/// The type of a vector of these lanes.
fn lanes(dtype: DType) -> Type {
    match dtype {
        DType::F32 => types::F32X4,
        DType::F64 => types::F64X2,
        _ => match dtype.itemsize() {
            1 => types::I8X16,
            2 => types::I16X8,
            4 => types::I32X4,
            _ => types::I64X2,
        },
    }
}

fn cast(b: &mut FunctionBuilder<'_>, to: Type, x: Value) -> Value {
    if b.func.dfg.value_type(x) == to {
        return x;
    }
    b.ins().bitcast(to, MemFlagsData::new().with_endianness(Endianness::Little), x)
}

fn as_lanes(b: &mut FunctionBuilder<'_>, dtype: DType, x: Value) -> Value {
    cast(b, lanes(dtype), x)
}

/// A scalar in the type of a lane.
fn narrow(b: &mut FunctionBuilder<'_>, dtype: DType, x: Value) -> Value {
    match dtype.itemsize() {
        1 => b.ins().ireduce(types::I8, x),
        2 => b.ins().ireduce(types::I16, x),
        _ => x,
    }
}

fn extract(b: &mut FunctionBuilder<'_>, dtype: DType, lane: u8, x: Value) -> Value {
    let vector = as_lanes(b, dtype, x);
    let element = b.ins().extractlane(vector, lane);
    match dtype {
        DType::I8 | DType::I16 => b.ins().sextend(types::I32, element),
        DType::U8 | DType::U16 | DType::Bool => b.ins().uextend(types::I32, element),
        _ => element,
    }
}

fn unary(b: &mut FunctionBuilder<'_>, op: UnaryOp, dtype: DType, x: Value) -> Value {
    let float = dtype.is_float();
    match op {
        UnaryOp::Neg if float => b.ins().fneg(x),
        UnaryOp::Neg => b.ins().ineg(x),
        UnaryOp::Abs if float => b.ins().fabs(x),
        UnaryOp::Abs => b.ins().iabs(x),
        UnaryOp::Sqrt => b.ins().sqrt(x),
        UnaryOp::Floor => b.ins().floor(x),
        UnaryOp::Ceil => b.ins().ceil(x),
        UnaryOp::Trunc => b.ins().trunc(x),
        UnaryOp::Rint => b.ins().nearest(x),
        // The verifier has refused what has no vector form.
        UnaryOp::Not | UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt => b.ins().bnot(x),
    }
}

fn binary(b: &mut FunctionBuilder<'_>, op: BinaryOp, dtype: DType, x: Value, y: Value) -> Value {
    let (float, unsigned) = (dtype.is_float(), dtype.is_unsigned());
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
        BinaryOp::Min if float => b.ins().fmin(x, y),
        BinaryOp::Max if float => b.ins().fmax(x, y),
        BinaryOp::Min if unsigned => b.ins().umin(x, y),
        BinaryOp::Min => b.ins().smin(x, y),
        BinaryOp::Max if unsigned => b.ins().umax(x, y),
        BinaryOp::Max => b.ins().smax(x, y),
        _ => b.ins().bxor(x, y),
    }
}

/// `less[0] < less[1] ? choice[0] : choice[1]`, in the one form that Cranelift makes one instruction of.
fn pseudo(b: &mut FunctionBuilder<'_>, dtype: DType, less: [Value; 2], choice: [Value; 2]) -> Value {
    let [x, y] = less.map(|value| as_lanes(b, dtype, value));
    let mask = b.ins().fcmp(FloatCC::LessThan, x, y);
    let [yes, no] = choice.map(|value| as_lanes(b, dtype, value));
    let mask = as_lanes(b, dtype, mask);
    b.ins().bitselect(mask, yes, no)
}

fn compare(b: &mut FunctionBuilder<'_>, op: CompareOp, dtype: DType, x: Value, y: Value) -> Value {
    if dtype.is_float() {
        return b.ins().fcmp(float_condition(op), x, y);
    }
    b.ins().icmp(int_condition(op, dtype.is_unsigned()), x, y)
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

fn int_condition(op: CompareOp, unsigned: bool) -> IntCC {
    let (signed_form, unsigned_form) = match op {
        CompareOp::Eq => (IntCC::Equal, IntCC::Equal),
        CompareOp::Ne => (IntCC::NotEqual, IntCC::NotEqual),
        CompareOp::Lt | CompareOp::LtU => (IntCC::SignedLessThan, IntCC::UnsignedLessThan),
        CompareOp::Le | CompareOp::LeU => (IntCC::SignedLessThanOrEqual, IntCC::UnsignedLessThanOrEqual),
        CompareOp::Gt | CompareOp::GtU => (IntCC::SignedGreaterThan, IntCC::UnsignedGreaterThan),
        CompareOp::Ge | CompareOp::GeU => (IntCC::SignedGreaterThanOrEqual, IntCC::UnsignedGreaterThanOrEqual),
    };
    if unsigned { unsigned_form } else { signed_form }
}

fn shift(b: &mut FunctionBuilder<'_>, op: BinaryOp, dtype: DType, operands: &[Value]) -> Value {
    let (x, count) = (as_lanes(b, dtype, operands[0]), operands[1]);
    match op {
        BinaryOp::Shl => b.ins().ishl(x, count),
        _ if dtype.is_unsigned() => b.ins().ushr(x, count),
        _ => b.ins().sshr(x, count),
    }
}

fn widen(b: &mut FunctionBuilder<'_>, dtype: DType, high: bool, x: Value) -> Value {
    let x = as_lanes(b, halved(dtype), x);
    match (dtype.is_unsigned(), high) {
        (false, false) => b.ins().swiden_low(x),
        (false, true) => b.ins().swiden_high(x),
        (true, false) => b.ins().uwiden_low(x),
        (true, true) => b.ins().uwiden_high(x),
    }
}

fn convert(b: &mut FunctionBuilder<'_>, from: DType, to: DType, x: Value) -> Value {
    let x = as_lanes(b, from, x);
    match (from, to) {
        (DType::I32, DType::F32) => b.ins().fcvt_from_sint(types::F32X4, x),
        (DType::U32, DType::F32) => b.ins().fcvt_from_uint(types::F32X4, x),
        (DType::I32, _) => {
            let wide = b.ins().swiden_low(x);
            b.ins().fcvt_from_sint(types::F64X2, wide)
        }
        (DType::U32, _) => {
            let wide = b.ins().uwiden_low(x);
            b.ins().fcvt_from_uint(types::F64X2, wide)
        }
        (DType::F32, DType::I32) => b.ins().fcvt_to_sint_sat(types::I32X4, x),
        (DType::F32, DType::U32) => b.ins().fcvt_to_uint_sat(types::I32X4, x),
        (DType::F64, DType::I32) => {
            let wide = b.ins().fcvt_to_sint_sat(types::I64X2, x);
            let zero = zeros(b, types::I64X2);
            b.ins().snarrow(wide, zero)
        }
        (DType::F64, DType::U32) => {
            let wide = b.ins().fcvt_to_uint_sat(types::I64X2, x);
            let zero = zeros(b, types::I64X2);
            b.ins().uunarrow(wide, zero)
        }
        (DType::F32, _) => b.ins().fvpromote_low(x),
        _ => b.ins().fvdemote(x),
    }
}

fn zeros(b: &mut FunctionBuilder<'_>, ty: Type) -> Value {
    let zero = b.func.dfg.constants.insert(ConstantData::from([0_u8; 16].as_slice()));
    b.ins().vconst(ty, zero)
}
