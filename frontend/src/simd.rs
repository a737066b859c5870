//! Words of the library for vectors of 128 bits: kernels that no loop of scalars becomes by itself.
//!
//! A kernel asks `npc.simd()` and has the same additions in the same order in scalars beside it, for targets without vectors.

use crate::cx::{Cx, R};
use crate::value::Val;
use npc_base::Code;
use npc_midend::ir::{BinaryOp, CompareOp, Op, UnaryOp, Value, Values};
use npc_midend::types::{DType, Layout, Type};
use npc_midend::vector::{self, VecOp};
use ruff_python_ast::Operator;

/// The words, as `npc.word`.
pub(crate) const WORDS: &[&str] = &[
    "npc.all_true",
    "npc.is_dense",
    "npc.lane",
    "npc.lanes",
    "npc.load_vector",
    "npc.simd",
    "npc.splat",
    "npc.store_vector",
    "npc.stride",
    "npc.vector_abs",
    "npc.vector_bits",
];

impl Cx<'_> {
    pub fn vector_word(&mut self, word: &str, args: &[Val]) -> R<Val> {
        match (word, args) {
            ("simd", []) => Ok(Val::weak(self.boolean(!self.options.no_simd), DType::Bool)),
            // The elements of the last axis lie one after another.
            ("is_dense", [Val::Array(array)]) => {
                let ty = self.array_type(*array);
                let known = ty.layout == Layout::C || ty.rank == 0;
                let dense = if known { self.boolean(true) } else { self.has_dense_rows(*array) };
                Ok(Val::weak(dense, DType::Bool))
            }
            ("stride", [Val::Array(array), axis]) => {
                let axis = self.axis(axis, self.array_type(*array).rank)?;
                Ok(Val::weak(self.push1(Op::Stride(*array, axis), Type::I64), DType::I64))
            }
            ("lanes", [dtype]) => {
                let dtype = self.dtype_argument(dtype)?.unwrap_or(DType::F64);
                Ok(Val::weak(self.int(vector::lanes(dtype) as i64), DType::I64))
            }
            ("splat", [x]) => {
                let scalar = self.scalar(x, "the argument")?;
                self.push_vector(VecOp::Splat(scalar.dtype), scalar.dtype, &[scalar.value])
            }
            ("lane", [Val::Vector(dtype, vector), at]) => {
                let at = self.scalar(at, "the lane")?.value;
                let at = self.const_int(at).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX);
                self.push_vector(VecOp::Extract(*dtype, at), *dtype, &[*vector])
            }
            ("vector_abs", [Val::Vector(dtype, vector)]) => {
                self.push_vector(VecOp::Unary(UnaryOp::Abs, *dtype), *dtype, &[*vector])
            }
            // The same bits as lanes of integers.
            ("vector_bits", [Val::Vector(dtype, vector)]) => Ok(Val::Vector(integer_lanes(*dtype), *vector)),
            ("all_true", [Val::Vector(dtype, vector)]) => self.push_vector(VecOp::AllTrue(*dtype), DType::Bool, &[*vector]),
            // The elements from a place on lie one after another and are in range.
            ("load_vector", [a, at]) => {
                let array = self.as_array(a, None)?;
                let at = self.extents(at)?;
                let dtype = self.array_type(array).dtype;
                Ok(Val::Vector(dtype, self.push1(Op::LoadVector(array, at), Type::Vector)))
            }
            ("store_vector", [a, at, Val::Vector(_, vector)]) => {
                let array = self.as_array(a, None)?;
                let at = self.extents(at)?;
                self.push(Op::StoreVector(array, at, *vector), &[]);
                Ok(Val::None)
            }
            _ => Err(self.error(Code::WrongArguments, format!("the library calls npc.{word} with other arguments"))),
        }
    }

    fn has_dense_rows(&mut self, array: Value) -> Value {
        let ty = self.array_type(array);
        let stride = self.push1(Op::Stride(array, ty.rank - 1), Type::I64);
        let itemsize = self.int(i64::from(ty.dtype.itemsize()));
        self.compare(CompareOp::Eq, stride, itemsize)
    }

    /// Arithmetic lane by lane.
    pub fn vector_binary(&mut self, op: Operator, dtype: DType, x: Value, y: Value) -> R<Val> {
        let lanewise = match op {
            Operator::Add => BinaryOp::Add,
            Operator::Sub => BinaryOp::Sub,
            Operator::Mult => BinaryOp::Mul,
            Operator::Div => BinaryOp::Div,
            Operator::BitAnd => BinaryOp::And,
            Operator::BitOr => BinaryOp::Or,
            Operator::BitXor => BinaryOp::Xor,
            _ => return Err(self.error(Code::Unsupported, format!("`{}` of vectors", op.as_str()))),
        };
        self.push_vector(VecOp::Binary(lanewise, dtype), dtype, &[x, y])
    }

    /// A mask, as lanes of integers of the same size.
    pub fn vector_compare(&mut self, op: CompareOp, dtype: DType, x: Value, y: Value) -> R<Val> {
        self.push_vector(VecOp::Compare(op, dtype), integer_lanes(dtype), &[x, y])
    }

    fn push_vector(&mut self, op: VecOp, dtype: DType, operands: &[Value]) -> R<Val> {
        if !op.is_valid() {
            return Err(self.error(Code::Unsupported, format!("the library asks for {}, which does not exist", op.name())));
        }
        let result = self.push1(Op::Vector(op, Values::from_slice(operands)), op.result());
        Ok(match op.result() {
            Type::Vector => Val::Vector(dtype, result),
            _ => Val::strong(result, dtype),
        })
    }
}

/// Integers of the size of these lanes.
fn integer_lanes(dtype: DType) -> DType {
    match dtype {
        DType::F64 => DType::I64,
        DType::F32 => DType::I32,
        other => other,
    }
}
