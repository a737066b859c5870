//! Arithmetic on scalars: Python's rules between weak ones, NumPy's (NEP 50) as soon as a strong one takes part.

use crate::cx::{Cx, R};
use crate::value::{Scalar, Val, python_name};
use npc_base::{Code, Diagnostic};
use npc_midend::ir::{BinaryOp, CheckedOp, CompareOp, Op, UnaryOp, Value};
use npc_midend::types::{DType, Kind, Type};
use ruff_python_ast::Operator;

/// NumPy's name of an operator, as its messages show it.
pub(crate) fn ufunc_name(op: Operator) -> &'static str {
    match op {
        Operator::Add => "add",
        Operator::Sub => "subtract",
        Operator::Mult => "multiply",
        Operator::MatMult => "matmul",
        Operator::Div => "true_divide",
        Operator::Mod => "remainder",
        Operator::Pow => "power",
        Operator::LShift => "left_shift",
        Operator::RShift => "right_shift",
        Operator::BitOr => "bitwise_or",
        Operator::BitXor => "bitwise_xor",
        Operator::BitAnd => "bitwise_and",
        Operator::FloorDiv => "floor_divide",
    }
}

impl Cx<'_> {
    /// The dtype in which two operands meet.
    pub fn common_dtype(&mut self, a: Scalar, b: Scalar) -> DType {
        match (a.weak, b.weak) {
            (false, false) => a.dtype.promote(b.dtype),
            (true, true) => {
                if a.dtype.kind() >= b.dtype.kind() {
                    a.dtype
                } else {
                    b.dtype
                }
            }
            (true, false) => weak_with_strong(a.dtype, b.dtype),
            (false, true) => weak_with_strong(b.dtype, a.dtype),
        }
    }

    /// A scalar as a value of a dtype; a Python int that does not fit raises OverflowError.
    pub fn coerce(&mut self, scalar: Scalar, to: DType) -> R<Value> {
        if scalar.weak && scalar.dtype == DType::I64 && to.is_int() && to != DType::I64 {
            self.check_fits(scalar.value, to)?;
        }
        Ok(self.convert(scalar.value, to))
    }

    fn check_fits(&mut self, value: Value, to: DType) -> R<()> {
        let message = format!("Python integer {{0}} out of bounds for {}", to.numpy_name());
        if let Some(known) = self.const_int(value) {
            if (to.int_min()..=to.int_max()).contains(&i128::from(known)) {
                return Ok(());
            }
            return Err(self.error(Code::Overflow, format!("Python integer {known} out of bounds for {}", to.numpy_name())));
        }
        let low = self.int(to.int_min() as i64);
        let mut fits = self.compare(CompareOp::Ge, value, low);
        if to != DType::U64 {
            let high = self.int(to.int_max() as i64);
            let below = self.compare(CompareOp::Le, value, high);
            fits = self.and(fits, below);
        }
        self.check(fits, "OverflowError", &message, &[value])
    }

    /// `a op b`.
    pub fn scalar_binary(&mut self, op: Operator, a: Scalar, b: Scalar) -> R<Val> {
        if a.weak && b.weak {
            return self.python_binary(op, a, b);
        }
        // `np.float64` is a float for Python's complex numbers, which are asked first.
        if a.weak && a.dtype.is_complex() && b.dtype == DType::F64 && !self.f.pure_body {
            return self.python_binary(op, a, Scalar { weak: true, ..b });
        }
        let mut dtype = self.common_dtype(a, b);
        if op == Operator::Div && !dtype.is_inexact() {
            dtype = DType::F64;
        }
        if matches!(op, Operator::LShift | Operator::RShift | Operator::FloorDiv | Operator::Mod | Operator::Pow)
            && dtype == DType::Bool
        {
            dtype = DType::I8;
        }
        let (x, y) = (self.coerce(a, dtype)?, self.coerce(b, dtype)?);
        if op == Operator::Pow && dtype.is_int() {
            self.check_int_power(y)?;
        }
        Ok(Val::strong(self.strong_binary(op, x, y)?, dtype))
    }

    pub fn check_int_power(&mut self, exponent: Value) -> R<()> {
        let dtype = self.dtype(exponent);
        if dtype.is_unsigned() || self.f.pure_body {
            return Ok(());
        }
        let zero = self.zero(dtype);
        let ok = self.compare(CompareOp::Ge, exponent, zero);
        self.check(ok, "ValueError", "Integers to negative integer powers are not allowed.", &[])
    }

    /// Where Numba's `error_model="python"` raises for NumPy scalars, and NumPy does not.
    fn warn_of_division(&mut self) {
        if !self.f.python_errors || !self.in_user_code() {
            return;
        }
        let message = "with `error_model=\"python\"` Numba raises ZeroDivisionError if this divisor is 0";
        let warning = self.here(Diagnostic::warning(Code::NumbaDiffers, message), "");
        self.diags
            .push(warning.help("npc does what NumPy does: inf or nan, and 0 for integers; test the divisor if it can be 0"));
    }

    /// `x op y` on NumPy scalars of one dtype; total.
    pub fn strong_binary(&mut self, op: Operator, x: Value, y: Value) -> R<Value> {
        let dtype = self.dtype(x);
        if dtype.is_complex() {
            return self.strong_complex(op, x, y);
        }
        let plain = match op {
            Operator::Add if dtype == DType::Bool => BinaryOp::Or,
            Operator::Add => BinaryOp::Add,
            Operator::Sub if dtype == DType::Bool => {
                return Err(self.error_help(
                    Code::TypeMismatch,
                    "numpy boolean subtract, the `-` operator, is not supported",
                    "use the bitwise_xor, the `^` operator, or the logical_xor function instead",
                ));
            }
            Operator::Sub => BinaryOp::Sub,
            Operator::Mult if dtype == DType::Bool => BinaryOp::And,
            Operator::Mult => BinaryOp::Mul,
            Operator::Div => {
                self.warn_of_division();
                let (x, y) = if dtype.is_float() { (x, y) } else { (self.convert(x, DType::F64), self.convert(y, DType::F64)) };
                return Ok(self.binary(BinaryOp::Div, x, y));
            }
            Operator::FloorDiv | Operator::Mod if dtype.is_float() => {
                self.warn_of_division();
                return self.kernel(ufunc_name(op), &[x, y]);
            }
            Operator::FloorDiv => {
                self.warn_of_division();
                BinaryOp::FloorDiv
            }
            Operator::Mod => {
                self.warn_of_division();
                BinaryOp::FloorRem
            }
            Operator::Pow if dtype.is_float() => return self.float_power(x, y),
            Operator::Pow => return self.int_power(x, y),
            Operator::LShift | Operator::RShift | Operator::BitAnd | Operator::BitOr | Operator::BitXor if dtype.is_float() => {
                let name = ufunc_name(op);
                return Err(self.error(
                    Code::TypeMismatch,
                    format!("ufunc '{name}' is not defined for {}: operands must be integers or bools", dtype.numpy_name()),
                ));
            }
            Operator::LShift => BinaryOp::Shl,
            Operator::RShift => BinaryOp::Shr,
            Operator::BitAnd => BinaryOp::And,
            Operator::BitOr => BinaryOp::Or,
            Operator::BitXor => BinaryOp::Xor,
            Operator::MatMult => {
                return Err(self.error(Code::TypeMismatch, "matmul: the operands must be arrays, not scalars"));
            }
        };
        Ok(self.binary(plain, x, y))
    }

    /// `x ** 2` is one multiplication: that is the correctly rounded square, and what NumPy's loops compute.
    fn float_power(&mut self, x: Value, y: Value) -> R<Value> {
        let two = match self.dtype(y) {
            DType::F32 => u64::from(2_f32.to_bits()),
            _ => 2_f64.to_bits(),
        };
        if self.const_bits(y) == Some(two) {
            return Ok(self.binary(BinaryOp::Mul, x, x));
        }
        self.kernel("pow", &[x, y])
    }

    /// `base ** exponent` of integers that wrap; the exponent is not negative.
    fn int_power(&mut self, x: Value, y: Value) -> R<Value> {
        let dtype = self.dtype(x);
        match self.const_int(y) {
            Some(0) => return Ok(self.constant(dtype, 1)),
            Some(n @ 1..=4) => {
                let mut value = x;
                let square = if n > 1 { self.binary(BinaryOp::Mul, x, x) } else { x };
                if n > 1 {
                    value = square;
                }
                if n == 3 {
                    value = self.binary(BinaryOp::Mul, square, x);
                }
                if n == 4 {
                    value = self.binary(BinaryOp::Mul, square, square);
                }
                return Ok(value);
            }
            _ => {}
        }
        let (a, b) = (self.convert(x, DType::I64), self.convert(y, DType::I64));
        let wide = self.kernel("int_power", &[a, b])?;
        Ok(self.convert(wide, dtype))
    }

    /// A call of a scalar function of the library, for one dtype.
    pub fn kernel(&mut self, name: &str, args: &[Value]) -> R<Value> {
        match self.dtype(args[0]) {
            DType::F32 => self.kernel_named(&format!("{name}_f32"), args),
            DType::C64 | DType::C128 => self.complex_kernel(name, args),
            _ => self.kernel_named(name, args),
        }
    }

    /// A call of the scalar function with exactly this name.
    pub fn kernel_named(&mut self, name: &str, args: &[Value]) -> R<Value> {
        let vals: Vec<Val> = args.iter().map(|value| Val::strong(*value, self.dtype(*value))).collect();
        let Some(callable) = self.library_callable("kernels", name) else {
            return Err(self.unsupported(&format!("the function `{name}`")));
        };
        match self.call_values(&callable, vals, Vec::new())? {
            Val::Scalar(scalar) => Ok(scalar.value),
            _ => Err(self.unsupported(&format!("the function `{name}`"))),
        }
    }

    // ---- Python's own scalars

    fn python_binary(&mut self, op: Operator, a: Scalar, b: Scalar) -> R<Val> {
        let both_bool = a.dtype == DType::Bool && b.dtype == DType::Bool;
        if both_bool && matches!(op, Operator::BitAnd | Operator::BitOr | Operator::BitXor) {
            return Ok(Val::weak(self.strong_binary(op, a.value, b.value)?, DType::Bool));
        }
        if a.dtype.is_complex() || b.dtype.is_complex() {
            return self.python_complex(op, a, b);
        }
        if a.dtype.is_float() || b.dtype.is_float() {
            let (x, y) = (self.convert(a.value, DType::F64), self.convert(b.value, DType::F64));
            return self.python_float(op, x, y);
        }
        let (x, y) = (self.convert(a.value, DType::I64), self.convert(b.value, DType::I64));
        self.python_int(op, x, y)
    }

    /// `divmod` of Python's floats has a message of its own.
    pub fn check_float_divmod(&mut self, a: &Val, b: &Val) -> R<()> {
        let (Val::Scalar(a), Val::Scalar(b)) = (a, b) else { return Ok(()) };
        if a.weak && b.weak && (a.dtype.is_float() || b.dtype.is_float()) && !a.dtype.is_complex() && !b.dtype.is_complex() {
            let (y, zero) = (self.convert(b.value, DType::F64), self.float(0.0));
            let ok = self.compare(CompareOp::Ne, y, zero);
            self.check(ok, "ZeroDivisionError", "float divmod()", &[])?;
        }
        Ok(())
    }

    fn python_float(&mut self, op: Operator, x: Value, y: Value) -> R<Val> {
        let message = match op {
            Operator::Div => "float division by zero",
            Operator::FloorDiv => "float floor division by zero",
            Operator::Mod => "float modulo",
            _ => "",
        };
        if !message.is_empty() {
            let zero = self.float(0.0);
            let ok = self.compare(CompareOp::Ne, y, zero);
            self.check(ok, "ZeroDivisionError", message, &[])?;
        }
        if op == Operator::Pow {
            self.check_float_power(x, y)?;
        }
        if matches!(op, Operator::LShift | Operator::RShift | Operator::BitAnd | Operator::BitOr | Operator::BitXor) {
            return Err(self.error(Code::TypeMismatch, format!("`{}` takes integers, not floats", op.as_str())));
        }
        let result = self.strong_binary(op, x, y)?;
        if op == Operator::Pow {
            self.check_power_overflow(x, y, result)?;
        }
        Ok(Val::weak(result, DType::F64))
    }

    /// Finite operands whose power is beyond the range raise, as in CPython.
    fn check_power_overflow(&mut self, x: Value, y: Value, result: Value) -> R<()> {
        if self.f.pure_body {
            return Ok(());
        }
        let infinity = self.float(f64::INFINITY);
        let [x, y, result] = [x, y, result].map(|value| {
            let size = self.unary(UnaryOp::Abs, value);
            self.compare(CompareOp::Ne, size, infinity)
        });
        let operands = self.and(x, y);
        let infinite = self.not(operands);
        let ok = self.or(result, infinite);
        self.check(ok, "OverflowError", "(34, 'Numerical result out of range')", &[])
    }

    fn check_float_power(&mut self, x: Value, y: Value) -> R<()> {
        if self.f.pure_body {
            return Ok(());
        }
        let zero = self.float(0.0);
        let base_not_zero = self.compare(CompareOp::Ne, x, zero);
        let exponent_ok = self.compare(CompareOp::Ge, y, zero);
        let nan = self.compare(CompareOp::Ne, y, y);
        let ok = self.or(base_not_zero, exponent_ok);
        let ok = self.or(ok, nan);
        self.check(ok, "ZeroDivisionError", "0.0 cannot be raised to a negative power", &[])?;
        let not_negative = self.compare(CompareOp::Ge, x, zero);
        let x_nan = self.compare(CompareOp::Ne, x, x);
        let rounded = self.unary(UnaryOp::Rint, y);
        let whole = self.compare(CompareOp::Eq, rounded, y);
        let ok = self.or(not_negative, whole);
        let ok = self.or(ok, nan);
        let ok = self.or(ok, x_nan);
        self.check(
            ok,
            "ValueError",
            "a negative number to a fractional power is complex: write `complex(x) ** y`, or np.float64(x) ** y for nan",
            &[],
        )
    }

    fn python_int(&mut self, op: Operator, x: Value, y: Value) -> R<Val> {
        let value = match op {
            Operator::Add => self.checked(CheckedOp::Add, x, y)?,
            Operator::Sub => self.checked(CheckedOp::Sub, x, y)?,
            Operator::Mult => self.checked(CheckedOp::Mul, x, y)?,
            Operator::Div => {
                self.check_divisor(y, "division by zero")?;
                let (x, y) = (self.convert(x, DType::F64), self.convert(y, DType::F64));
                let quotient = self.binary(BinaryOp::Div, x, y);
                return Ok(Val::weak(quotient, DType::F64));
            }
            Operator::FloorDiv => {
                self.check_divisor(y, "integer division or modulo by zero")?;
                self.check_quotient(x, y)?;
                self.binary(BinaryOp::FloorDiv, x, y)
            }
            Operator::Mod => {
                self.check_divisor(y, "integer modulo by zero")?;
                self.binary(BinaryOp::FloorRem, x, y)
            }
            Operator::Pow => return self.python_int_power(x, y),
            Operator::LShift => {
                self.check_shift(y)?;
                let shifted = self.binary(BinaryOp::Shl, x, y);
                let back = self.binary(BinaryOp::Shr, shifted, y);
                let zero = self.int(0);
                let kept = self.compare(CompareOp::Eq, back, x);
                let width = self.int(63);
                let narrow = self.compare(CompareOp::Le, y, width);
                let kept = self.and(kept, narrow);
                let none = self.compare(CompareOp::Eq, x, zero);
                let ok = self.or(kept, none);
                if !self.options.int_wrap && !self.f.pure_body {
                    self.check(ok, "OverflowError", crate::emit::OVERFLOW, &[])?;
                }
                shifted
            }
            Operator::RShift => {
                self.check_shift(y)?;
                self.binary(BinaryOp::Shr, x, y)
            }
            Operator::BitAnd => self.binary(BinaryOp::And, x, y),
            Operator::BitOr => self.binary(BinaryOp::Or, x, y),
            Operator::BitXor => self.binary(BinaryOp::Xor, x, y),
            Operator::MatMult => {
                return Err(self.error(Code::TypeMismatch, "unsupported operand type(s) for @: 'int' and 'int'"));
            }
        };
        Ok(Val::weak(value, DType::I64))
    }

    fn check_divisor(&mut self, y: Value, message: &str) -> R<()> {
        let zero = self.int(0);
        let ok = self.compare(CompareOp::Ne, y, zero);
        self.check(ok, "ZeroDivisionError", message, &[])
    }

    fn check_quotient(&mut self, x: Value, y: Value) -> R<()> {
        if self.const_int(y).is_some_and(|y| y != -1) || self.options.int_wrap {
            return Ok(());
        }
        let (lowest, minus_one) = (self.int(i64::MIN), self.int(-1));
        let x_ok = self.compare(CompareOp::Ne, x, lowest);
        let y_ok = self.compare(CompareOp::Ne, y, minus_one);
        let ok = self.or(x_ok, y_ok);
        self.check(ok, "OverflowError", crate::emit::OVERFLOW, &[])
    }

    fn check_shift(&mut self, y: Value) -> R<()> {
        let zero = self.int(0);
        let ok = self.compare(CompareOp::Ge, y, zero);
        self.check(ok, "ValueError", "negative shift count", &[])
    }

    fn python_int_power(&mut self, x: Value, y: Value) -> R<Val> {
        if let (Some(base), Some(n)) = (self.const_int(x), self.const_int(y).and_then(|n| u32::try_from(n).ok())) {
            return match base.checked_pow(n) {
                Some(power) => Ok(Val::weak(self.int(power), DType::I64)),
                None => Err(self.big_int_operand()),
            };
        }
        match self.const_int(y) {
            Some(n) if n < 0 => {
                let zero = self.int(0);
                let ok = self.compare(CompareOp::Ne, x, zero);
                self.check(ok, "ZeroDivisionError", "0.0 cannot be raised to a negative power", &[])?;
                let (x, y) = (self.convert(x, DType::F64), self.convert(y, DType::F64));
                return Ok(Val::weak(self.kernel("pow", &[x, y])?, DType::F64));
            }
            Some(n @ 1..=4) => {
                let mut value = x;
                for _ in 1..n {
                    value = self.checked(CheckedOp::Mul, value, x)?;
                }
                return Ok(Val::weak(value, DType::I64));
            }
            Some(0) => return Ok(Val::weak(self.int(1), DType::I64)),
            Some(_) => {}
            None => {
                let zero = self.int(0);
                let ok = self.compare(CompareOp::Ge, y, zero);
                self.check(ok, "ValueError", "int ** negative int is a float: write `float(a) ** b`", &[])?;
            }
        }
        let name = if self.options.int_wrap || self.f.pure_body { "int_power" } else { "python_power" };
        Ok(Val::weak(self.kernel(name, &[x, y])?, DType::I64))
    }

    // ---- comparisons

    /// `a op b` as a bool; weak if both are.
    pub fn scalar_compare(&mut self, op: CompareOp, a: Scalar, b: Scalar) -> R<Val> {
        let weak = a.weak && b.weak;
        if a.dtype.is_complex() || b.dtype.is_complex() {
            let value = self.complex_compare(op, a, b)?;
            return Ok(Val::Scalar(Scalar { value, dtype: DType::Bool, weak }));
        }
        let ints = !a.dtype.is_float() && !b.dtype.is_float();
        let value = if ints { self.compare_ints(op, a, b) } else { self.compare_floats(op, a, b)? };
        Ok(if weak { Val::weak(value, DType::Bool) } else { Val::strong(value, DType::Bool) })
    }

    fn compare_floats(&mut self, op: CompareOp, a: Scalar, b: Scalar) -> R<Value> {
        if a.weak && b.weak && a.dtype != b.dtype {
            return Ok(match (a.dtype, b.dtype) {
                (DType::I64, _) => self.compare_int_float(op, a.value, b.value),
                (_, DType::I64) => self.compare_int_float(swapped(op), b.value, a.value),
                _ => {
                    let (x, y) = (self.convert(a.value, DType::F64), self.convert(b.value, DType::F64));
                    self.compare(op, x, y)
                }
            });
        }
        let mut dtype = self.common_dtype(a, b);
        if !dtype.is_float() {
            dtype = DType::F64;
        }
        let (x, y) = (self.convert(a.value, dtype), self.convert(b.value, dtype));
        Ok(self.compare(op, x, y))
    }

    /// A Python int and a Python float compare exactly: where the rounded int equals the float, as integers.
    fn compare_int_float(&mut self, op: CompareOp, int: Value, float: Value) -> Value {
        let rounded = self.convert(int, DType::F64);
        let plain = self.compare(op, rounded, float);
        if self.const_int(int).is_some_and(|known| known.unsigned_abs() <= 1 << 53) {
            return plain;
        }
        let equal = self.compare(CompareOp::Eq, rounded, float);
        let whole = self.convert(float, DType::I64);
        let exact = self.compare(op, int, whole);
        let limit = self.float(9_223_372_036_854_775_808.0);
        let beyond = self.compare(CompareOp::Eq, float, limit);
        let below = self.boolean(matches!(op, CompareOp::Ne | CompareOp::Lt | CompareOp::Le));
        let exact = self.select(beyond, below, exact);
        self.select(equal, exact, plain)
    }

    /// Integers and bools compare by value, whatever their types.
    fn compare_ints(&mut self, op: CompareOp, a: Scalar, b: Scalar) -> Value {
        match (a.dtype == DType::U64, b.dtype == DType::U64) {
            (true, true) => self.compare(op, a.value, b.value),
            (false, false) => {
                if a.dtype == b.dtype {
                    return self.compare(op, a.value, b.value);
                }
                if let Some((x, y)) = self.narrow_constant(a, b) {
                    return self.compare(op, x, y);
                }
                let (x, y) = (self.convert(a.value, DType::I64), self.convert(b.value, DType::I64));
                self.compare(op, x, y)
            }
            (true, false) => self.compare_u64(op, a.value, b.value),
            (false, true) => self.compare_u64(swapped(op), b.value, a.value),
        }
    }

    /// A constant that fits the other operand's dtype is compared in it.
    fn narrow_constant(&mut self, a: Scalar, b: Scalar) -> Option<(Value, Value)> {
        let fits = |known: i64, dtype: DType| (dtype.int_min()..=dtype.int_max()).contains(&i128::from(known));
        if self.const_int(b.value).is_some_and(|known| a.dtype.is_int() && fits(known, a.dtype)) {
            return Some((a.value, self.convert(b.value, a.dtype)));
        }
        if self.const_int(a.value).is_some_and(|known| b.dtype.is_int() && fits(known, b.dtype)) {
            return Some((self.convert(a.value, b.dtype), b.value));
        }
        None
    }

    fn compare_u64(&mut self, op: CompareOp, unsigned: Value, other: Value) -> Value {
        let signed = self.convert(other, DType::I64);
        let zero = self.int(0);
        let negative = self.compare(CompareOp::Lt, signed, zero);
        let if_negative = self.boolean(matches!(op, CompareOp::Ne | CompareOp::Gt | CompareOp::Ge));
        let bits = self.convert(signed, DType::U64);
        let otherwise = self.compare(op, unsigned, bits);
        self.select(negative, if_negative, otherwise)
    }

    // ---- unary

    pub fn scalar_negate(&mut self, a: Scalar) -> R<Val> {
        if a.dtype.is_inexact() {
            return Ok(Val::Scalar(Scalar { value: self.unary(UnaryOp::Neg, a.value), ..a }));
        }
        if !a.weak {
            if a.dtype == DType::Bool {
                return Err(self.error_help(
                    Code::TypeMismatch,
                    "The numpy boolean negative, the `-` operator, is not supported",
                    "use the `~` operator or the logical_not function instead",
                ));
            }
            return Ok(Val::Scalar(Scalar { value: self.unary(UnaryOp::Neg, a.value), ..a }));
        }
        let x = self.convert(a.value, DType::I64);
        let zero = self.int(0);
        Ok(Val::weak(self.checked(CheckedOp::Sub, zero, x)?, DType::I64))
    }

    pub fn scalar_invert(&mut self, a: Scalar) -> R<Val> {
        if a.dtype.is_inexact() {
            let name = python_name(a.dtype);
            return Err(self.error(Code::TypeMismatch, format!("bad operand type for unary ~: '{name}'")));
        }
        if a.weak {
            let x = self.convert(a.value, DType::I64);
            return Ok(Val::weak(self.unary(UnaryOp::Not, x), DType::I64));
        }
        Ok(Val::strong(self.unary(UnaryOp::Not, a.value), a.dtype))
    }

    /// `bool(x)`.
    pub fn truth(&mut self, a: Scalar) -> Value {
        self.convert(a.value, DType::Bool)
    }

    /// `int(x)` as a Python int.
    pub fn python_int_of(&mut self, a: Scalar) -> R<Value> {
        let a = self.real_of(a, DType::I64)?;
        if a.dtype.is_float() {
            let x = self.convert(a.value, DType::F64);
            let not_nan = self.compare(CompareOp::Eq, x, x);
            self.check(not_nan, "ValueError", "cannot convert float NaN to integer", &[])?;
            let size = self.unary(UnaryOp::Abs, x);
            let infinity = self.float(f64::INFINITY);
            let finite = self.compare(CompareOp::Ne, size, infinity);
            self.check(finite, "OverflowError", "cannot convert float infinity to integer", &[])?;
            let (low, high) = (self.float(-9_223_372_036_854_775_808.0), self.float(9_223_372_036_854_775_808.0));
            let above = self.compare(CompareOp::Ge, x, low);
            let below = self.compare(CompareOp::Lt, x, high);
            let fits = self.and(above, below);
            self.check(fits, "OverflowError", crate::emit::OVERFLOW, &[])?;
            return Ok(self.convert(x, DType::I64));
        }
        if a.dtype == DType::U64 {
            let signed = self.convert(a.value, DType::I64);
            let zero = self.int(0);
            let fits = self.compare(CompareOp::Ge, signed, zero);
            self.check(fits, "OverflowError", crate::emit::OVERFLOW, &[])?;
        }
        Ok(self.convert(a.value, DType::I64))
    }

    /// A scalar stored into an element of this dtype, by the rules of assignment: a Python number goes through `int(x)`
    /// and must fit, and so do NumPy scalars on their way to signed integers; everything else converts.
    pub fn store_convert(&mut self, scalar: Scalar, to: DType) -> R<Value> {
        if to.is_complex() || (scalar.dtype.is_complex() && (to == DType::Bool || !scalar.weak)) {
            return Ok(self.convert(scalar.value, to));
        }
        let scalar = self.real_of(scalar, to)?;
        let checked = to.is_signed_int() && scalar.dtype != to && scalar.dtype.promote(to) != to;
        if to.is_float() || to == DType::Bool || (!scalar.weak && !checked) {
            return self.coerce(scalar, to);
        }
        if self.f.pure_body || !self.in_user_code() && !scalar.weak {
            return Ok(self.convert(scalar.value, to));
        }
        let value = self.python_int_of(scalar)?;
        self.coerce(Scalar { value, dtype: DType::I64, weak: true }, to)
    }

    pub fn bitcast(&mut self, value: Value, to: DType) -> Value {
        match self.const_bits(value) {
            Some(bits) => self.constant(to, bits),
            None => self.push1(Op::Bitcast(value), Type::Scalar(to)),
        }
    }

    /// The words that Python's TypeErrors use for a scalar's type.
    pub fn scalar_type_name(&self, scalar: Scalar) -> String {
        if scalar.weak { python_name(scalar.dtype).to_string() } else { scalar.dtype.numpy_name().to_string() }
    }
}

pub(crate) fn weak_with_strong(weak: DType, strong: DType) -> DType {
    match (weak.kind(), strong.kind()) {
        (Kind::Bool, _) => strong,
        (Kind::Int, Kind::Bool) => DType::I64,
        (Kind::Int, _) => strong,
        (Kind::Float, Kind::Float | Kind::Complex) => strong,
        (Kind::Float, _) => DType::F64,
        (Kind::Complex, Kind::Complex) => strong,
        (Kind::Complex, _) => strong.complex(),
    }
}

fn swapped(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        other => other,
    }
}
