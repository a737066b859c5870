//! Emits scalar operations, folding what is known at compile time.

use crate::cx::{Cx, R, Stop};
use npc_base::Code;
use npc_midend::eval;
use npc_midend::ir::{BinaryOp, Block, CheckedOp, CompareOp, Op, Site, UnaryOp, Value, Values};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use smallvec::smallvec;

impl Cx<'_> {
    // ---- constants

    pub fn constant(&mut self, dtype: DType, bits: u64) -> Value {
        self.push1(Op::Const(bits), Type::Scalar(dtype))
    }

    pub fn int(&mut self, value: i64) -> Value {
        self.constant(DType::I64, value as u64)
    }

    pub fn float(&mut self, value: f64) -> Value {
        self.constant(DType::F64, value.to_bits())
    }

    pub fn boolean(&mut self, value: bool) -> Value {
        self.constant(DType::Bool, u64::from(value))
    }

    /// Zero of a dtype.
    pub fn zero(&mut self, dtype: DType) -> Value {
        if let Some(part) = dtype.part() {
            let zero = self.constant(part, 0);
            return self.complex(zero, zero);
        }
        self.constant(dtype, 0)
    }

    pub fn const_bits(&self, value: Value) -> Option<u64> {
        self.f.func.const_bits(value)
    }

    /// The value of a constant integer or bool.
    pub fn const_int(&self, value: Value) -> Option<i64> {
        let dtype = self.ty(value).scalar()?;
        if dtype.is_inexact() { None } else { self.const_bits(value).map(|bits| bits as i64) }
    }

    pub fn const_bool(&self, value: Value) -> Option<bool> {
        self.const_bits(value).map(|bits| bits != 0)
    }

    // ---- total operations

    pub fn unary(&mut self, op: UnaryOp, x: Value) -> Value {
        let dtype = self.dtype(x);
        if let (true, Some([re, im])) = (op == UnaryOp::Neg, self.known_parts(x)) {
            let (re, im) = (self.unary(op, re), self.unary(op, im));
            return self.complex(re, im);
        }
        match self.const_bits(x) {
            Some(bits) => self.constant(dtype, eval::eval_unary(op, dtype, bits)),
            None => self.push1(Op::Unary(op, x), Type::Scalar(dtype)),
        }
    }

    pub fn binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let dtype = self.dtype(x);
        if let (Some(x), Some(y)) = (self.known_parts(x), self.known_parts(y))
            && let Some(known) = self.known_complex(op, x, y)
        {
            return known;
        }
        let (a, b) = (self.const_bits(x), self.const_bits(y));
        if let (Some(a), Some(b)) = (a, b) {
            return self.constant(dtype, eval::eval_binary(op, dtype, a, b));
        }
        if dtype.is_int() {
            match (op, a, b) {
                (BinaryOp::Add, Some(0), _) | (BinaryOp::Mul, Some(1), _) => return y,
                (BinaryOp::Add | BinaryOp::Sub | BinaryOp::Shl | BinaryOp::Shr, _, Some(0)) => return x,
                (BinaryOp::Mul | BinaryOp::FloorDiv, _, Some(1)) => return x,
                _ => {}
            }
        }
        if dtype == DType::Bool {
            match (op, a, b) {
                (BinaryOp::And, Some(1), _) | (BinaryOp::Or, Some(0), _) => return y,
                (BinaryOp::And, _, Some(1)) | (BinaryOp::Or, _, Some(0)) => return x,
                (BinaryOp::And, Some(0), _) | (BinaryOp::Or, Some(1), _) => return x,
                (BinaryOp::And, _, Some(0)) | (BinaryOp::Or, _, Some(1)) => return y,
                _ => {}
            }
        }
        self.push1(Op::Binary(op, x, y), Type::Scalar(dtype))
    }

    pub fn compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        let dtype = self.dtype(x);
        if let (Some(a), Some(b)) = (self.const_bits(x), self.const_bits(y)) {
            return self.boolean(eval::eval_compare(op, dtype, a, b));
        }
        if x == y && !dtype.is_inexact() {
            return self.boolean(matches!(op, CompareOp::Eq | CompareOp::Le | CompareOp::Ge));
        }
        self.push1(Op::Compare(op, x, y), Type::BOOL)
    }

    pub fn select(&mut self, cond: Value, x: Value, y: Value) -> Value {
        match self.const_bool(cond) {
            Some(true) => x,
            Some(false) => y,
            None if x == y => x,
            // `a and b`, `a or b` of bools that are known both.
            None if y == cond => self.and(cond, x),
            None if x == cond => self.or(cond, y),
            None => {
                let ty = self.ty(x);
                self.push1(Op::Select(cond, x, y), ty)
            }
        }
    }

    pub fn convert(&mut self, x: Value, to: DType) -> Value {
        let from = self.dtype(x);
        if from == to {
            return x;
        }
        if from.is_complex() || to.is_complex() {
            return self.convert_complex(x, to);
        }
        match self.const_bits(x) {
            Some(bits) => self.constant(to, eval::eval_convert(from, to, bits)),
            None => self.push1(Op::Convert(x), Type::Scalar(to)),
        }
    }

    pub fn not(&mut self, x: Value) -> Value {
        self.unary(UnaryOp::Not, x)
    }

    pub fn and(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::And, x, y)
    }

    pub fn or(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Or, x, y)
    }

    pub fn max_int(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Max, x, y)
    }

    pub fn min_int(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Min, x, y)
    }

    // ---- operations that raise

    pub fn site(&mut self, exception: &str, message: impl Into<String>) -> Site {
        self.module.site(exception, message)
    }

    /// Raises unless `cond`.
    pub fn check(&mut self, cond: Value, exception: &str, message: &str, args: &[Value]) -> R<()> {
        self.check_as(Code::RaisesAlways, cond, exception, message, args)
    }

    /// Raises ValueError unless shapes fit.
    pub fn check_shapes(&mut self, fit: Value, message: &str, args: &[Value]) -> R<()> {
        self.check_as(Code::ShapeMismatch, fit, "ValueError", message, args)
    }

    /// A check, with the code of the error where it is known at compile time that it fails.
    fn check_as(&mut self, code: Code, cond: Value, exception: &str, message: &str, args: &[Value]) -> R<()> {
        match self.const_bool(cond) {
            Some(true) => Ok(()),
            Some(false) => self.always_raises(code, exception, message, args),
            None if self.f.pure_body => Err(self.error(
                Code::Unsupported,
                format!("an operation that can raise {exception} cannot run inside an element-wise function"),
            )),
            None => {
                let site = self.site(exception, message);
                self.push(Op::Check(cond, site, Values::from_slice(args)), &[]);
                Ok(())
            }
        }
    }

    /// A check that can never hold: in the user's own code it happens at run time, as in Python; what the library finds
    /// wrong by what is known of the arguments is an error of the call.
    fn always_raises(&mut self, code: Code, exception: &str, message: &str, args: &[Value]) -> R<()> {
        let known: Option<Vec<i64>> = args.iter().map(|arg| self.const_int(*arg)).collect();
        if let (false, Some(known)) = (self.in_user_code(), known) {
            let site = npc_midend::interface::RaiseSite { exception: exception.to_string(), message: message.to_string() };
            return Err(self.error(code, format!("this call always raises {exception}: {}", site.format(&known))));
        }
        let site = self.site(exception, message);
        let args = Values::from_slice(args);
        self.terminate(Op::Raise(site, args));
        Err(Stop)
    }

    pub fn raise(&mut self, exception: &str, message: &str, args: &[Value]) {
        let site = self.site(exception, message);
        self.terminate(Op::Raise(site, Values::from_slice(args)));
    }

    /// Arithmetic on Python ints.
    pub fn checked(&mut self, op: CheckedOp, x: Value, y: Value) -> R<Value> {
        let plain = match op {
            CheckedOp::Add => BinaryOp::Add,
            CheckedOp::Sub => BinaryOp::Sub,
            CheckedOp::Mul => BinaryOp::Mul,
        };
        let (a, b) = (self.const_int(x), self.const_int(y));
        let neutral = match (op, a, b) {
            (CheckedOp::Add, Some(0), _) | (CheckedOp::Mul, Some(1), _) => Some(y),
            (CheckedOp::Add | CheckedOp::Sub, _, Some(0)) | (CheckedOp::Mul, _, Some(1)) => Some(x),
            _ => None,
        };
        if let Some(value) = neutral {
            return Ok(value);
        }
        if let (Some(a), Some(b)) = (a, b) {
            if let Some(value) = eval::eval_checked(op, a, b) {
                return Ok(self.int(value));
            }
            if self.in_user_code() && !self.options.int_wrap {
                let message = "this constant does not fit 64 bits, the size of npc's Python ints";
                return Err(self.error_help(Code::Overflow, message, "write floats, or NumPy integers that wrap"));
            }
        }
        if self.options.int_wrap || self.f.pure_body || self.in_library_without_overflow() {
            return Ok(self.binary(plain, x, y));
        }
        let site = self.site("OverflowError", OVERFLOW);
        Ok(self.push1(Op::Checked(op, x, y, site), Type::I64))
    }

    // ---- arrays

    pub fn array_type(&self, value: Value) -> ArrayType {
        self.ty(value).array().unwrap_or(ArrayType::new(DType::F64, 0, Layout::C))
    }

    /// Extent of an axis; follows views and fresh arrays to where it was computed.
    pub fn dim(&mut self, array: Value, axis: u8) -> Value {
        match self.f.func.def_op(array) {
            Some(Op::View(view)) => return view.axes[usize::from(axis)].extent,
            Some(Op::Empty(shape, _)) => return shape[usize::from(axis)],
            Some(Op::Each(each)) if each.kinds.iter().all(|kind| *kind != npc_midend::ir::AxisKind::Reduce) => {
                return each.extents[usize::from(axis)];
            }
            Some(Op::AssumeLayout(base)) => {
                let base = *base;
                return self.dim(base, axis);
            }
            _ => {}
        }
        self.push1(Op::Dim(array, axis), Type::I64)
    }

    pub fn shape(&mut self, array: Value) -> Values {
        (0..self.array_type(array).rank).map(|axis| self.dim(array, axis)).collect()
    }

    /// Product of extents.
    pub fn product(&mut self, extents: &[Value]) -> Value {
        let mut total = None;
        for extent in extents {
            total = Some(match total {
                Some(total) => self.binary(BinaryOp::Mul, total, *extent),
                None => *extent,
            });
        }
        total.unwrap_or_else(|| self.int(1))
    }

    /// Fresh memory in C order.
    pub fn empty(&mut self, dtype: DType, shape: Values) -> Value {
        let site = self.memory_site();
        let ty = ArrayType::new(dtype, shape.len() as u8, Layout::C);
        self.push1(Op::Empty(shape, site), Type::Array(ty))
    }

    pub fn memory_site(&mut self) -> Site {
        self.site("MemoryError", "Unable to allocate an array")
    }

    /// The element of a 0-d array.
    pub fn item(&mut self, array: Value) -> Value {
        let dtype = self.array_type(array).dtype;
        self.push1(Op::LoadElem(array, smallvec![]), Type::Scalar(dtype))
    }

    /// An `if` whose arms yield values of these types.
    pub fn if_else(
        &mut self,
        cond: Value,
        types: &[Type],
        then: impl FnOnce(&mut Self) -> R<Values>,
        els: impl FnOnce(&mut Self) -> R<Values>,
    ) -> R<Values> {
        match self.const_bool(cond) {
            Some(true) => return then(self),
            Some(false) => return els(self),
            None => {}
        }
        let (a, b) = (self.f.func.new_block(), self.f.func.new_block());
        self.arm(a, then)?;
        self.arm(b, els)?;
        Ok(self.push(Op::If(cond, a, b), types))
    }

    fn arm(&mut self, block: Block, f: impl FnOnce(&mut Self) -> R<Values>) -> R<()> {
        self.in_block(block, |cx| {
            let values = f(cx);
            match values {
                Ok(values) => {
                    cx.terminate(Op::Yield(values));
                    Ok(())
                }
                // The arm ends in `raise`.
                Err(Stop) if !cx.f.live => Ok(()),
                Err(Stop) => Err(Stop),
            }
        })
    }
}

/// Message of a Python int beyond 64 bits.
pub(crate) const OVERFLOW: &str = "Python int too large to convert to C long";
