//! Complex numbers: made of two floats, taken apart, and computed with in Python's way and in NumPy's.
//!
//! Sums, differences, products and comparisons are operations of the IR. Quotients, powers and functions are kernels of the
//! library (`stdlib/math/complex*.py`), written over the two parts.

use crate::cx::{Cx, R};
use crate::scalar::ufunc_name;
use crate::value::{Callable, Scalar, Val};
use npc_base::Code;
use npc_midend::ir::{BinaryOp, CompareOp, Op, Part, UnaryOp, Value};
use npc_midend::types::{DType, Type};
use ruff_python_ast::Operator;
use std::rc::Rc;

/// Kernels that compute in the precision of their operands. The others compute in double precision and round once.
const OWN_PRECISION: [&str; 5] = ["divide", "reciprocal", "power", "sign", "rint"];

impl Cx<'_> {
    // ---- parts

    /// A complex number of two floats of one dtype.
    pub fn complex(&mut self, re: Value, im: Value) -> Value {
        let dtype = self.dtype(re).complex();
        self.push1(Op::Complex(re, im), Type::Scalar(dtype))
    }

    /// The real or imaginary part.
    pub fn part(&mut self, part: Part, z: Value) -> Value {
        if let Some(Op::Complex(re, im)) = self.f.func.def_op(z) {
            return if part == Part::Real { *re } else { *im };
        }
        let dtype = self.dtype(z).part().unwrap_or(DType::F64);
        self.push1(Op::Part(part, z), Type::Scalar(dtype))
    }

    /// Both parts.
    pub fn parts(&mut self, z: Value) -> [Value; 2] {
        [Part::Real, Part::Imag].map(|part| self.part(part, z))
    }

    /// The parts of a complex constant.
    pub fn known_parts(&self, z: Value) -> Option<[Value; 2]> {
        match self.f.func.def_op(z) {
            Some(Op::Complex(re, im)) => {
                let known = |part: &Value| self.const_bits(*part).is_some();
                (known(re) && known(im)).then_some([*re, *im])
            }
            _ => None,
        }
    }

    /// An operation on constants: sums, differences and products.
    pub fn known_complex(&mut self, op: BinaryOp, [a, b]: [Value; 2], [c, d]: [Value; 2]) -> Option<Value> {
        let [re, im] = match op {
            BinaryOp::Add | BinaryOp::Sub => [self.binary(op, a, c), self.binary(op, b, d)],
            BinaryOp::Mul => {
                let (ac, bd) = (self.binary(op, a, c), self.binary(op, b, d));
                let (ad, bc) = (self.binary(op, a, d), self.binary(op, b, c));
                [self.binary(BinaryOp::Sub, ac, bd), self.binary(BinaryOp::Add, ad, bc)]
            }
            _ => return None,
        };
        Some(self.complex(re, im))
    }

    /// The view of the parts of a complex array.
    pub fn part_view(&mut self, part: Part, array: Value) -> Value {
        match self.array_type(array).parts() {
            Some(ty) => self.push1(Op::PartView(part, array), Type::Array(ty)),
            None => array,
        }
    }

    /// A conversion that makes or takes a complex number. What is made of a constant is known by its parts.
    pub fn convert_complex(&mut self, x: Value, to: DType) -> Value {
        let Some(part) = to.part() else { return self.push1(Op::Convert(x), Type::Scalar(to)) };
        if let Some(Op::Complex(re, im)) = self.f.func.def_op(x) {
            let (re, im) = (*re, *im);
            let (re, im) = (self.convert(re, part), self.convert(im, part));
            return self.complex(re, im);
        }
        if self.const_bits(x).is_none() {
            return self.push1(Op::Convert(x), Type::Scalar(to));
        }
        let (re, zero) = (self.convert(x, part), self.zero(part));
        self.complex(re, zero)
    }

    /// The conjugate.
    pub fn conjugate(&mut self, z: Value) -> Value {
        let [re, im] = self.parts(z);
        let im = self.unary(UnaryOp::Neg, im);
        self.complex(re, im)
    }

    /// The kernel of a complex function. In single precision most compute in double precision and round once.
    pub fn complex_kernel(&mut self, name: &str, args: &[Value]) -> R<Value> {
        let dtype = self.dtype(args[0]);
        let wide = dtype == DType::C64 && !OWN_PRECISION.contains(&name);
        let args: Vec<Value> = args.iter().map(|arg| if wide { self.convert(*arg, DType::C128) } else { *arg }).collect();
        let name = format!("complex_{name}");
        let result = self.kernel_named(&name, &args)?;
        let narrow = match (wide, self.dtype(result)) {
            (true, DType::C128) => DType::C64,
            (true, DType::F64) => DType::F32,
            (_, dtype) => dtype,
        };
        Ok(self.convert(result, narrow))
    }

    /// The magnitude: a float.
    pub fn complex_abs(&mut self, z: Value) -> R<Value> {
        let [re, im] = self.parts(z);
        self.kernel("hypot", &[re, im])
    }

    // ---- arithmetic

    /// `x op y` of NumPy's complex scalars of one dtype; total.
    pub fn strong_complex(&mut self, op: Operator, x: Value, y: Value) -> R<Value> {
        match op {
            Operator::Add => Ok(self.binary(BinaryOp::Add, x, y)),
            Operator::Sub => Ok(self.binary(BinaryOp::Sub, x, y)),
            Operator::Mult => Ok(self.binary(BinaryOp::Mul, x, y)),
            Operator::Div => self.complex_kernel("divide", &[x, y]),
            Operator::Pow => self.complex_kernel("power", &[x, y]),
            _ => Err(self.error(Code::TypeMismatch, unsupported_ufunc(ufunc_name(op)))),
        }
    }

    /// `x op y` of Python's numbers, at least one of them complex.
    pub fn python_complex(&mut self, op: Operator, a: Scalar, b: Scalar) -> R<Val> {
        let (x, y) = (self.convert(a.value, DType::C128), self.convert(b.value, DType::C128));
        let value = match op {
            Operator::Add | Operator::Sub | Operator::Mult => self.strong_complex(op, x, y)?,
            Operator::Div => {
                self.check_complex_divisor(y)?;
                self.complex_kernel("python_divide", &[x, y])?
            }
            Operator::Pow => self.python_complex_power(x, y)?,
            _ => return Err(self.bad_operands(op.as_str(), &Val::Scalar(a), &Val::Scalar(b))),
        };
        Ok(Val::weak(value, DType::C128))
    }

    fn check_complex_divisor(&mut self, y: Value) -> R<()> {
        if self.f.pure_body {
            return Ok(());
        }
        let some = self.convert(y, DType::Bool);
        self.check(some, "ZeroDivisionError", "complex division by zero", &[])
    }

    /// CPython's power: by multiplications for whole exponents up to 100, with its two exceptions.
    fn python_complex_power(&mut self, x: Value, y: Value) -> R<Value> {
        let result = self.complex_kernel("python_power", &[x, y])?;
        if self.f.pure_body {
            return Ok(result);
        }
        let failed = self.complex_kernel("python_power_fails", &[x, y])?;
        let fine = self.not(failed);
        self.check(fine, "ZeroDivisionError", "0.0 to a negative or complex power", &[])?;
        let [re, im] = self.parts(result);
        let infinity = self.float(f64::INFINITY);
        let mut fine = self.boolean(true);
        for part in [re, im] {
            let size = self.unary(UnaryOp::Abs, part);
            let below = self.compare(CompareOp::Ne, size, infinity);
            fine = self.and(fine, below);
        }
        self.check(fine, "OverflowError", "complex exponentiation", &[])?;
        Ok(result)
    }

    // ---- comparisons

    /// `a op b` with a complex operand: Python's numbers have no order, NumPy's have that of their parts.
    pub fn complex_compare(&mut self, op: CompareOp, a: Scalar, b: Scalar) -> R<Value> {
        let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        if a.weak && b.weak && !equality {
            let (x, y) = (self.scalar_type_name(a), self.scalar_type_name(b));
            let sign = comparison_sign(op);
            let message = format!("'{sign}' not supported between instances of '{x}' and '{y}'");
            return Err(self.error_help(Code::TypeMismatch, message, "compare `.real`, `.imag` or `abs(…)`"));
        }
        if a.weak && b.weak {
            return self.python_equal(op, a, b);
        }
        let dtype = self.common_dtype(a, b);
        let (x, y) = (self.convert(a.value, dtype), self.convert(b.value, dtype));
        if equality || self.f.pure_body {
            return Ok(self.compare(op, x, y));
        }
        // NumPy's scalars do not look for NaN in the imaginary part, as its loops do.
        let ([a, b], [c, d]) = (self.parts(x), self.parts(y));
        let same = self.compare(CompareOp::Eq, a, c);
        let (first, second) = (self.compare(op, a, c), self.compare(op, b, d));
        Ok(self.select(same, second, first))
    }

    /// A Python int compares exactly with a complex number.
    fn python_equal(&mut self, op: CompareOp, a: Scalar, b: Scalar) -> R<Value> {
        let (z, other) = if a.dtype.is_complex() { (a, b) } else { (b, a) };
        if other.dtype.is_complex() {
            return Ok(self.compare(op, z.value, other.value));
        }
        let [re, im] = self.parts(z.value);
        let re = Scalar { value: re, dtype: DType::F64, weak: true };
        let Val::Scalar(same) = self.scalar_compare(CompareOp::Eq, re, other)? else { return Err(crate::cx::Stop) };
        let zero = self.float(0.0);
        let real = self.compare(CompareOp::Eq, im, zero);
        let equal = self.and(same.value, real);
        Ok(if op == CompareOp::Eq { equal } else { self.not(equal) })
    }

    // ---- builtins

    /// `complex(…)`, `np.complex64(…)` of more than one argument.
    pub fn call_complex(&mut self, dtype: DType, weak: bool, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let mut places = [None, None];
        for (place, arg) in places.iter_mut().zip(&args) {
            *place = Some(arg.clone());
        }
        for (name, val) in keywords {
            let place = match name.as_str() {
                "real" => 0,
                "imag" => 1,
                _ => {
                    let message = format!("'{name}' is an invalid keyword argument for complex()");
                    return Err(self.error(Code::WrongArguments, message));
                }
            };
            places[place] = Some(val);
        }
        if args.len() > 2 {
            let message = format!("complex() takes at most 2 arguments ({} given)", args.len());
            return Err(self.error(Code::WrongArguments, message));
        }
        let [re, im] = places;
        match (&re, &im) {
            (Some(Val::Str(text)), None) => return self.complex_of_text(text, dtype, weak),
            (Some(Val::Str(_)), Some(_)) => {
                return Err(self.error(Code::TypeMismatch, "complex() can't take second arg if first is a string"));
            }
            (_, Some(Val::Str(_))) => {
                return Err(self.error(Code::TypeMismatch, "complex() second arg can't be a string"));
            }
            _ => {}
        }
        let re = self.complex_argument(re)?;
        let [mut re, re_im] = self.complex_parts(re);
        let mut result = re_im;
        if let Some(im) = im {
            let im = self.complex_argument(Some(im))?;
            let is_complex = im.dtype.is_complex();
            let [im_re, im_im] = self.complex_parts(im);
            // Parts that are not there take no part: `complex(1.0, -0.0)` keeps the sign.
            if is_complex {
                re = self.binary(BinaryOp::Sub, re, im_im);
            }
            result = if self.const_bits(re_im) == Some(0) { im_re } else { self.binary(BinaryOp::Add, im_re, re_im) };
        }
        let z = self.complex(re, result);
        let value = self.convert(z, dtype);
        Ok(Val::Scalar(Scalar { value, dtype, weak }))
    }

    fn complex_argument(&mut self, arg: Option<Val>) -> R<Scalar> {
        match arg {
            None => Ok(Scalar { value: self.float(0.0), dtype: DType::F64, weak: true }),
            Some(arg) => self.scalar(&arg, "the argument of complex()"),
        }
    }

    fn complex_parts(&mut self, scalar: Scalar) -> [Value; 2] {
        if scalar.dtype.is_complex() {
            let z = self.convert(scalar.value, DType::C128);
            return self.parts(z);
        }
        [self.convert(scalar.value, DType::F64), self.float(0.0)]
    }

    fn complex_of_text(&mut self, text: &str, dtype: DType, weak: bool) -> R<Val> {
        let Some((re, im)) = parse_complex(text) else {
            return Err(self.error(Code::RaisesAlways, "complex() arg is a malformed string"));
        };
        let (re, im) = (self.float(re), self.float(im));
        let z = self.complex(re, im);
        let value = self.convert(z, dtype);
        Ok(Val::Scalar(Scalar { value, dtype, weak }))
    }

    /// A complex number where a real one is needed: of NumPy's the real part, of Python's a TypeError.
    pub fn real_of(&mut self, scalar: Scalar, to: DType) -> R<Scalar> {
        if !scalar.dtype.is_complex() {
            return Ok(scalar);
        }
        if scalar.weak {
            let message = if to.is_float() {
                "float() argument must be a string or a real number, not 'complex'"
            } else {
                "int() argument must be a string, a bytes-like object or a real number, not 'complex'"
            };
            return Err(self.error_help(Code::TypeMismatch, message, "write `.real` or `abs(…)`"));
        }
        let value = self.part(Part::Real, scalar.value);
        Ok(Scalar { value, dtype: self.dtype(value), weak: false })
    }

    // ---- attributes

    /// `.real`, `.imag` and `.conjugate` of a scalar; `None` for other names.
    pub fn part_attribute(&mut self, scalar: Scalar, name: &str) -> Option<Val> {
        let part = match name {
            "real" => Part::Real,
            "imag" => Part::Imag,
            "conjugate" => return Some(conjugate_method(scalar)),
            "conj" if !scalar.weak => return Some(conjugate_method(scalar)),
            _ => return None,
        };
        let value = match (scalar.dtype.is_complex(), part) {
            (true, part) => self.part(part, scalar.value),
            (false, Part::Real) if scalar.weak && scalar.dtype == DType::Bool => self.convert(scalar.value, DType::I64),
            (false, Part::Real) => scalar.value,
            (false, Part::Imag) => {
                let weak_bool = scalar.weak && scalar.dtype == DType::Bool;
                self.zero(if weak_bool { DType::I64 } else { scalar.dtype })
            }
        };
        Some(Val::Scalar(Scalar { value, dtype: self.dtype(value), weak: scalar.weak }))
    }

    /// The array that `a.real = …` and `a.imag += …` write into.
    pub fn part_target(&mut self, array: Value, name: &str) -> R<Val> {
        let part = if name == "real" { Part::Real } else { Part::Imag };
        if part == Part::Imag && !self.array_type(array).dtype.is_complex() {
            return Err(self.error(Code::TypeMismatch, "array does not have imaginary part to set"));
        }
        Ok(Val::Array(self.part_view(part, array)))
    }

    /// `a.real = value`
    pub fn store_part(&mut self, array: Value, name: &str, value: &Val) -> R<()> {
        match self.part_target(array, name)? {
            Val::Array(view) => self.store_all(view, value),
            _ => Ok(()),
        }
    }

    /// `npc.conjugate(x)`: the conjugate of a scalar; numbers that are real are their own.
    pub fn word_conjugate(&mut self, x: &Val) -> R<Val> {
        let scalar = self.scalar(x, "the argument")?;
        let value = match scalar.dtype {
            dtype if dtype.is_complex() => self.conjugate(scalar.value),
            DType::Bool if scalar.weak => self.convert(scalar.value, DType::I64),
            _ => scalar.value,
        };
        Ok(Val::Scalar(Scalar { value, dtype: self.dtype(value), weak: scalar.weak }))
    }
}

/// True for the attributes of an array that are its parts.
pub(crate) fn is_part(name: &str) -> bool {
    matches!(name, "real" | "imag")
}

fn conjugate_method(scalar: Scalar) -> Val {
    let word = Rc::new(Callable::Intrinsic("npc.conjugate"));
    Val::Callable(Callable::Method(Box::new(Val::Scalar(scalar)), word))
}

/// What NumPy says of a ufunc that has no loop for complex numbers.
pub(crate) fn unsupported_ufunc(name: &str) -> String {
    format!(
        "ufunc '{name}' not supported for the input types, and the inputs could not be safely coerced to any supported types \
         according to the casting rule ''safe''"
    )
}

fn comparison_sign(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt | CompareOp::LtU => "<",
        CompareOp::Le | CompareOp::LeU => "<=",
        CompareOp::Gt | CompareOp::GtU => ">",
        CompareOp::Ge | CompareOp::GeU => ">=",
        CompareOp::Eq => "==",
        CompareOp::Ne => "!=",
    }
}

/// The text of a complex number as Python's `complex` reads it.
fn parse_complex(text: &str) -> Option<(f64, f64)> {
    let text = text.trim();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).map_or(text, str::trim);
    let plain = text.replace('_', "").to_ascii_lowercase();
    let Some(before) = plain.strip_suffix('j') else { return Some((plain.parse().ok()?, 0.0)) };
    // The sign in front of the imaginary part: the last one that belongs to no exponent.
    let bytes = before.as_bytes();
    let split = (0..bytes.len())
        .rev()
        .find(|at| matches!(bytes[*at], b'+' | b'-') && at.checked_sub(1).is_none_or(|before| bytes[before] != b'e'));
    let (re, im) = match split {
        Some(at) if at > 0 => (before[..at].parse().ok()?, &before[at..]),
        _ => (0.0, before),
    };
    let im = match im {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => digits.parse().ok()?,
    };
    Some((re, im))
}

#[cfg(test)]
mod tests {
    use super::parse_complex;

    #[test]
    fn texts_of_complex_numbers() {
        for (text, expected) in [
            ("1+2j", Some((1.0, 2.0))),
            (" (1e-3-2.5E+2j) ", Some((1e-3, -250.0))),
            ("j", Some((0.0, 1.0))),
            ("-j", Some((0.0, -1.0))),
            ("3", Some((3.0, 0.0))),
            ("1_0j", Some((0.0, 10.0))),
            ("inf-infj", Some((f64::INFINITY, f64::NEG_INFINITY))),
            ("1 + 2j", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(parse_complex(text), expected, "{text}");
        }
    }
}
