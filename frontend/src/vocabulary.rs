//! The module `npc` that library files import: whole-array operations, bits, and questions answered at compile time.

use crate::cx::{Cx, R, Stop};
use crate::sites::without_sites;
use crate::value::{Callable, Ty, Val};
use npc_base::Code;
use npc_midend::ir::{BinaryOp, Combiner, CompareOp, Op, Part, UnaryOp, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Kind, Layout, Type};
use smallvec::SmallVec;

/// The words, as `npc.word`.
const WORDS: &[&str] = &[
    "npc.abs",
    "npc.as_type",
    "npc.asarray",
    "npc.axes",
    "npc.axis",
    "npc.bits",
    "npc.broadcast_to",
    "npc.cast",
    "npc.ceil",
    "npc.cell",
    "npc.compile_error",
    "npc.complex",
    "npc.conjugate",
    "npc.copy",
    "npc.members",
    "npc.not_in_list",
    "npc.key_error",
    "npc.list_of_items",
    "npc.list_of_values",
    "npc.list_of_keys",
    "npc.ints_like",
    "npc.hash_bits",
    "npc.put_hash",
    "npc.hash_at",
    "npc.dict",
    "npc.clear",
    "npc.copy_c",
    "npc.copysign",
    "npc.dtype",
    "npc.empty",
    "npc.float32",
    "npc.float64",
    "npc.float_dtype",
    "npc.floor",
    "npc.from_bits",
    "npc.from_function",
    "npc.int64",
    "npc.kernel",
    "npc.imag",
    "npc.is_array",
    "npc.is_complex",
    "npc.is_float",
    "npc.is_int",
    "npc.is_scalar",
    "npc.is_signed",
    "npc.is_bool",
    "npc.lt_u",
    "npc.maximum",
    "npc.minimum",
    "npc.real",
    "npc.reduce",
    "npc.reshape",
    "npc.result_type",
    "npc.move",
    "npc.new_cells",
    "npc.new_like",
    "npc.put",
    "npc.rint",
    "npc.scan",
    "npc.shape",
    "npc.shr_u",
    "npc.sqrt",
    "npc.static_range",
    "npc.strong",
    "npc.sum_dtype",
    "npc.transpose",
    "npc.trunc",
    "npc.truncated_remainder",
    "npc.highest",
    "npc.lowest",
    "npc.checked_mul",
    "npc.check",
    "npc.present",
    "npc.stop_iteration",
    "npc.zip",
    "npc.check_shapes",
    "npc.empty_like",
    "npc.ravel",
    "npc.apart",
    "npc.assignable",
    "npc.broadcast_indices",
    "npc.index",
    "npc.row",
    "npc.context_word",
    "npc.set_context_word",
    "npc.set_row",
    "npc.broadcast_shape",
    "npc.einsum_terms",
    "npc.is_advanced",
    "npc.is_slice",
    "npc.is_tuple",
    "npc.name",
    "npc.ndenumerate",
    "npc.ndindex",
    "npc.overlap",
    "npc.row_view",
    "npc.subscript",
    "npc.weak",
];

/// The word of this name.
pub(crate) fn word(name: &str) -> Option<Val> {
    let full = format!("npc.{name}");
    WORDS
        .iter()
        .chain(crate::text::WORDS)
        .chain(crate::simd::WORDS)
        .find(|word| **word == full)
        .map(|word| Val::Callable(Callable::Intrinsic(word)))
}

impl Cx<'_> {
    pub fn vocabulary(&mut self, word: &str, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let keyword = |name: &str| keywords.iter().find(|(key, _)| key == name).map_or(Val::None, |(_, val)| val.clone());
        match (word, &args[..]) {
            ("kernel", [Val::Str(name), args @ ..]) => self.word_kernel(name, args),
            ("bits", [x]) => self.word_bits(x),
            ("from_bits", [x]) => self.word_from_bits(x),
            ("context_word", [offset]) => self.word_context(offset),
            ("set_context_word", [offset, x]) => self.word_set_context(offset, x),
            ("int64", [x]) => self.word_convert(x, DType::I64),
            ("float64", [x]) => self.word_convert(x, DType::F64),
            ("float32", [x]) => self.word_convert(x, DType::F32),
            ("sqrt", [x]) => self.word_unary(UnaryOp::Sqrt, x),
            ("abs", [x]) => self.word_unary(UnaryOp::Abs, x),
            ("floor", [x]) => self.word_unary(UnaryOp::Floor, x),
            ("ceil", [x]) => self.word_unary(UnaryOp::Ceil, x),
            ("trunc", [x]) => self.word_unary(UnaryOp::Trunc, x),
            ("rint", [x]) => self.word_unary(UnaryOp::Rint, x),
            ("complex", [re, im]) => self.word_complex(re, im),
            ("conjugate", [x]) => self.word_conjugate(x),
            ("real", [x]) => Ok(self.word_part(Part::Real, x)),
            ("imag", [x]) => Ok(self.word_part(Part::Imag, x)),
            ("copysign", [x, y]) => self.word_binary(BinaryOp::Copysign, x, y),
            ("minimum", [x, y]) => self.word_binary(BinaryOp::Min, x, y),
            ("maximum", [x, y]) => self.word_binary(BinaryOp::Max, x, y),
            ("truncated_remainder", [x, y]) => self.word_binary(BinaryOp::TruncRem, x, y),
            ("shr_u", [x, n]) => self.word_shift(x, n),
            ("lt_u", [x, y]) => self.word_less_unsigned(x, y),
            ("checked_mul", [x, y]) => self.word_checked_mul(x, y),
            ("strong", [x]) => {
                let scalar = self.scalar(x, "the argument")?;
                Ok(Val::strong(scalar.value, scalar.dtype))
            }
            ("asarray", [x]) => {
                let dtype = self.dtype_argument(&keyword("dtype"))?;
                self.as_array(x, dtype).map(Val::Array)
            }
            ("as_type", [x, dtype]) => {
                let dtype = self.static_dtype(dtype)?;
                self.astype(x, dtype, false)
            }
            ("cast", [x, dtype]) => {
                let dtype = self.static_dtype(dtype)?;
                self.word_convert(x, dtype)
            }
            ("empty", [shape, dtype]) => {
                let dtype = self.static_dtype(dtype)?;
                let extents = self.extents(shape)?;
                Ok(Val::Array(self.empty(dtype, extents)))
            }
            ("from_function", [f, shape, dtype]) => self.word_from_function(f, shape, dtype),
            ("reduce", [name, a, axis, dtype, keepdims, out]) => self.word_reduce(name, a, axis, dtype, keepdims, out),
            ("scan", [name, a, axis, dtype]) => self.word_scan(name, a, axis, dtype),
            ("transpose", [a, axes]) => self.word_transpose(a, axes),
            ("reshape", [a, shape]) => self.word_reshape(a, shape),
            ("broadcast_to", [a, shape]) => self.word_broadcast_to(a, shape),
            ("copy", [a]) => self.word_copy(a, false),
            ("copy_c", [a]) => self.word_copy(a, true),
            ("shape", [shape]) => self.word_shape(shape),
            ("dtype", [x]) => self.element_dtype(x).map(|dtype| Val::Type(dtype, false)),
            ("sum_dtype", [dtype]) => {
                let dtype = self.static_dtype(dtype)?;
                Ok(Val::Type(self.sum_dtype(dtype), false))
            }
            ("float_dtype", [dtype]) => {
                let dtype = self.static_dtype(dtype)?;
                Ok(Val::Type(if dtype.is_inexact() { dtype } else { DType::F64 }, false))
            }
            ("result_type", _) => self.word_result_type(&args),
            ("is_array", [x]) => {
                let is = self.is_array(x);
                Ok(Val::weak(self.boolean(is), DType::Bool))
            }
            ("is_scalar", [x]) => {
                let is = self.is_scalar(x);
                Ok(Val::weak(self.boolean(is), DType::Bool))
            }
            ("is_float", [dtype]) => self.dtype_question(dtype, |dtype| dtype.is_float()),
            ("is_complex", [dtype]) => self.dtype_question(dtype, |dtype| dtype.is_complex()),
            ("is_int", [dtype]) => self.dtype_question(dtype, |dtype| dtype.is_int()),
            ("is_bool", [dtype]) => self.dtype_question(dtype, |dtype| dtype.kind() == Kind::Bool),
            ("is_signed", [dtype]) => self.dtype_question(dtype, |dtype| dtype.is_signed_int()),
            ("highest" | "lowest", [dtype]) => self.word_limit(word == "highest", dtype),
            ("axis", [axis, rank]) => self.word_axis(axis, rank),
            ("axes", [axis, rank]) => self.word_axes(axis, rank),
            ("static_range", [n]) => self.word_static_range(n),
            ("check", [cond, Val::Str(exception), Val::Str(message), args @ ..]) => {
                self.word_check(cond, exception, message, args)
            }
            ("present", [x]) => self.present(x, "TypeError", "unexpected None"),
            ("stop_iteration", []) => {
                self.raise("StopIteration", "", &[]);
                Err(Stop)
            }
            ("zip", [Val::Tuple(parts)]) => Ok(Val::Iterate("zip", parts.clone())),
            ("check_shapes", [fit, Val::Str(message), args @ ..]) => self.word_check_shapes(fit, message, args),
            ("clear", [cells, at, count]) => self.word_clear(cells, at, count),
            ("dict", [Val::Str(name), args @ ..]) => self.library_call("dict", name, args.to_vec()),
            ("hash_at", [cells, at]) => self.word_hash_at(cells, at, None),
            ("put_hash", [cells, at, hash]) => self.word_hash_at(cells, at, Some(hash)),
            ("hash_bits", [key]) => self.word_hash_bits(key),
            ("ints_like", [count]) => self.word_ints(count),
            ("list_of_keys" | "list_of_values" | "list_of_items", [dict]) => self.word_list_of(word, dict),
            ("members", [Val::Object(object, _)]) => match without_sites(&object.element()) {
                Ty::Tuple(members) => Ok(Val::weak(self.int(members.len() as i64), DType::I64)),
                _ => Err(Stop),
            },
            ("key_error", [key]) => self.word_key_error(key),
            ("not_in_list", [x]) => self.word_not_in_list(x),
            ("cell", [cells, at]) => self.word_cell(cells, at),
            ("put", [cells, at, x]) => self.word_put(cells, at, x),
            ("new_cells", [like, count]) => self.word_new_cells(like, count),
            ("new_like", [like]) => self.word_new_like(like),
            ("move", [_, _, _, _, _]) => self.word_move(&args),
            ("empty_like", [a, dtype]) => self.word_empty_like(a, dtype),
            ("apart", [value, target]) => self.word_apart(value, target),
            ("assignable", [value, shape]) => self.word_assignable(value, shape),
            ("broadcast_indices", [indices]) => self.word_broadcast_indices(indices),
            ("index", [i, n, Val::Str(axis)]) => self.word_index(i, n, axis),
            ("row", [a, at]) => self.word_row(a, at),
            ("set_row", [a, at, value]) => self.word_set_row(a, at, value),
            ("broadcast_shape", shapes) => self.word_broadcast_shape(shapes),
            ("einsum_terms", [Val::Str(subscripts), operands]) => self.word_einsum_terms(subscripts, operands),
            ("is_advanced", [index]) => {
                let is = self.is_advanced_index(index);
                Ok(Val::weak(self.boolean(is), DType::Bool))
            }
            ("is_slice", [x]) => Ok(Val::weak(self.boolean(matches!(x, Val::Slice(_))), DType::Bool)),
            ("is_tuple", [x]) => Ok(Val::weak(self.boolean(matches!(x, Val::Tuple(_) | Val::List(_))), DType::Bool)),
            ("ndenumerate", [a]) => Ok(Val::Iterate("ndenumerate", vec![Val::Array(self.as_array(a, None)?)])),
            ("ndindex", shape) => self.word_ndindex(shape),
            ("name", [Val::Callable(Callable::Library(func))]) => Ok(Val::Str(func.name.into())),
            ("overlap", [a, b]) => {
                let (a, b) = (self.as_array(a, None)?, self.as_array(b, None)?);
                Ok(Val::weak(self.push1(Op::Overlap(a, b), Type::BOOL), DType::Bool))
            }
            ("row_view", [a, at]) => self.word_row_view(a, at),
            ("subscript", [a, index]) => self.word_subscript(a, index),
            ("weak", [x]) => {
                let scalar = self.scalar(x, "the argument")?;
                self.word_weak(scalar)
            }
            ("ravel", [a]) => self.word_ravel(a),
            ("compile_error", [Val::Str(message)]) => {
                let message = message.to_string();
                Err(self.error(Code::Unsupported, message))
            }
            ("compile_error", [Val::Str(message), Val::Str(help)]) => {
                let (message, help) = (message.to_string(), help.to_string());
                Err(self.error_help(Code::TypeMismatch, message, help))
            }
            _ if crate::text::WORDS.iter().any(|known| known.strip_prefix("npc.") == Some(word)) => self.text_word(word, &args),
            _ if crate::simd::WORDS.iter().any(|known| known.strip_prefix("npc.") == Some(word)) => {
                self.vector_word(word, &args)
            }
            _ => Err(self.error(Code::WrongArguments, format!("the library calls npc.{word} with {} arguments", args.len()))),
        }
    }

    // ---- scalars

    /// The kernel of a name for the dtype of its arguments.
    fn word_kernel(&mut self, name: &str, args: &[Val]) -> R<Val> {
        let scalars = args.iter().map(|arg| self.scalar(arg, "the argument")).collect::<R<Vec<_>>>()?;
        let values: Vec<Value> = scalars.iter().map(|scalar| scalar.value).collect();
        let value = self.kernel(name, &values)?;
        Ok(Val::strong(value, self.dtype(value)))
    }

    fn word_unary(&mut self, op: UnaryOp, x: &Val) -> R<Val> {
        let scalar = self.scalar(x, "the argument")?;
        if scalar.dtype.is_complex() && op == UnaryOp::Abs {
            let value = self.complex_abs(scalar.value)?;
            return Ok(Val::strong(value, self.dtype(value)));
        }
        if scalar.dtype.is_complex() {
            let name = if op == UnaryOp::Rint { "rint" } else { "sqrt" };
            let value = self.complex_kernel(name, &[scalar.value])?;
            return Ok(Val::strong(value, scalar.dtype));
        }
        Ok(Val::strong(self.unary(op, scalar.value), scalar.dtype))
    }

    fn word_binary(&mut self, op: BinaryOp, x: &Val, y: &Val) -> R<Val> {
        let (x, y) = (self.scalar(x, "the argument")?, self.scalar(y, "the argument")?);
        let dtype = self.common_dtype(x, y);
        let (x, y) = (self.coerce(x, dtype)?, self.coerce(y, dtype)?);
        Ok(Val::strong(self.binary(op, x, y), dtype))
    }

    fn word_complex(&mut self, re: &Val, im: &Val) -> R<Val> {
        let (re, im) = (self.scalar(re, "the argument")?, self.scalar(im, "the argument")?);
        let dtype = self.common_dtype(re, im);
        let (re, im) = (self.convert(re.value, dtype), self.convert(im.value, dtype));
        Ok(Val::strong(self.complex(re, im), dtype.complex()))
    }

    /// The real or imaginary part of a complex scalar, strong; the parts of a complex array, as a view.
    fn word_part(&mut self, part: Part, x: &Val) -> Val {
        match x {
            Val::Array(array) => Val::Array(self.part_view(part, *array)),
            Val::Scalar(scalar) => {
                self.part_attribute(*scalar, if part == Part::Real { "real" } else { "imag" }).unwrap_or(x.clone())
            }
            other => other.clone(),
        }
    }

    fn word_convert(&mut self, x: &Val, dtype: DType) -> R<Val> {
        let scalar = self.scalar(x, "the argument")?;
        Ok(Val::strong(self.convert(scalar.value, dtype), dtype))
    }

    fn word_bits(&mut self, x: &Val) -> R<Val> {
        let scalar = self.scalar(x, "the argument")?;
        let to = if scalar.dtype == DType::F32 { DType::I32 } else { DType::I64 };
        Ok(Val::strong(self.bitcast(scalar.value, to), to))
    }

    fn word_from_bits(&mut self, x: &Val) -> R<Val> {
        let scalar = self.scalar(x, "the argument")?;
        let to = if scalar.dtype == DType::I32 { DType::F32 } else { DType::F64 };
        Ok(Val::strong(self.bitcast(scalar.value, to), to))
    }

    fn word_shift(&mut self, x: &Val, n: &Val) -> R<Val> {
        let (x, n) = (self.scalar(x, "the argument")?, self.scalar(n, "the count")?);
        let unsigned = self.convert(x.value, DType::U64);
        let count = self.convert(n.value, DType::U64);
        let shifted = self.binary(BinaryOp::Shr, unsigned, count);
        Ok(Val::strong(self.convert(shifted, DType::I64), DType::I64))
    }

    fn word_less_unsigned(&mut self, x: &Val, y: &Val) -> R<Val> {
        let (x, y) = (self.scalar(x, "the argument")?, self.scalar(y, "the argument")?);
        let (x, y) = (self.convert(x.value, DType::U64), self.convert(y.value, DType::U64));
        Ok(Val::strong(self.compare(CompareOp::Lt, x, y), DType::Bool))
    }

    fn word_checked_mul(&mut self, x: &Val, y: &Val) -> R<Val> {
        let (x, y) = (self.index_value(x, "the argument")?, self.index_value(y, "the argument")?);
        let site = self.site("OverflowError", crate::emit::OVERFLOW);
        let op = npc_midend::ir::CheckedOp::Mul;
        Ok(Val::strong(self.push1(Op::Checked(op, x, y, site), Type::I64), DType::I64))
    }

    fn word_limit(&mut self, highest: bool, dtype: &Val) -> R<Val> {
        let dtype = self.static_dtype(dtype)?;
        let value = match (dtype.is_float(), highest) {
            (true, true) => {
                let infinity = self.float(f64::INFINITY);
                self.convert(infinity, dtype)
            }
            (true, false) => {
                let infinity = self.float(f64::NEG_INFINITY);
                self.convert(infinity, dtype)
            }
            (false, true) => self.constant(dtype, dtype.int_max() as u64),
            (false, false) => self.constant(dtype, dtype.int_min() as u64),
        };
        Ok(Val::strong(value, dtype))
    }

    /// Raises unless the condition holds; the message shows integers as `{0}`, `{1}`…
    fn word_check(&mut self, cond: &Val, exception: &str, message: &str, args: &[Val]) -> R<Val> {
        let cond = self.truth_of(cond)?;
        let args = args.iter().map(|arg| self.index_value(arg, "the argument")).collect::<R<Vec<_>>>()?;
        self.check(cond, exception, message, &args)?;
        Ok(Val::None)
    }

    /// `npc.check_shapes(fit, "shapes ({0},) and ({1},) not aligned", n, m)`: a ValueError about shapes.
    fn word_check_shapes(&mut self, fit: &Val, message: &str, args: &[Val]) -> R<Val> {
        let fit = self.truth_of(fit)?;
        let args = args.iter().map(|arg| self.index_value(arg, "the argument")).collect::<R<Vec<_>>>()?;
        self.check_shapes(fit, message, &args)?;
        Ok(Val::None)
    }

    // ---- types

    fn static_dtype(&mut self, val: &Val) -> R<DType> {
        match self.dtype_argument(val)? {
            Some(dtype) => Ok(dtype),
            None => Ok(DType::F64),
        }
    }

    fn dtype_question(&mut self, dtype: &Val, answer: impl Fn(DType) -> bool) -> R<Val> {
        let dtype = self.static_dtype(dtype)?;
        Ok(Val::weak(self.boolean(answer(dtype)), DType::Bool))
    }

    /// The dtype that a value's elements have; lists and tuples by what an array of them would have.
    fn element_dtype(&mut self, val: &Val) -> R<DType> {
        match val {
            Val::Scalar(scalar) => Ok(scalar.dtype),
            Val::Array(array) => Ok(self.array_type(*array).dtype),
            Val::List(members) | Val::Tuple(members) => {
                let mut found: Option<DType> = None;
                for member in members {
                    let dtype = self.element_dtype(member)?;
                    found = Some(found.map_or(dtype, |found| found.promote(dtype)));
                }
                Ok(found.unwrap_or(DType::F64))
            }
            Val::Range(_) => Ok(DType::I64),
            Val::Iterate("flat", parts) => {
                let array = parts[0].clone();
                self.element_dtype(&array)
            }
            Val::Error => Err(Stop),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("{name} has no dtype")))
            }
        }
    }

    fn word_result_type(&mut self, args: &[Val]) -> R<Val> {
        let mut kinds = Vec::new();
        for arg in args {
            kinds.push(match arg {
                Val::Scalar(scalar) => *scalar,
                Val::Type(dtype, weak) => crate::value::Scalar { value: self.int(0), dtype: *dtype, weak: *weak },
                other => crate::value::Scalar { value: self.int(0), dtype: self.element_dtype(other)?, weak: false },
            });
        }
        Ok(Val::Type(self.meet(&kinds), false))
    }

    // ---- shapes

    /// A shape argument: an int, or a tuple or list of ints.
    pub fn extents(&mut self, shape: &Val) -> R<Values> {
        match shape {
            Val::Tuple(members) | Val::List(members) => {
                self.check_rank(members.len())?;
                let members = members.clone();
                members.iter().map(|member| self.index_value(member, "an extent")).collect()
            }
            Val::Array(array) if self.array_type(*array).rank > 0 => Err(self.error_help(
                Code::NotStatic,
                "the number of axes in this shape is not known at compile time",
                "write a tuple: `(shape[0], shape[1])`",
            )),
            other => Ok(SmallVec::from_slice(&[self.index_value(other, "a shape")?])),
        }
    }

    fn word_shape(&mut self, shape: &Val) -> R<Val> {
        let extents = self.extents(shape)?;
        Ok(Val::Tuple(extents.into_iter().map(|extent| Val::weak(extent, DType::I64)).collect()))
    }

    fn static_int(&mut self, val: &Val, what: &str) -> R<i64> {
        let scalar = self.scalar(val, what)?;
        match self.const_int(scalar.value) {
            Some(value) => Ok(value),
            None => Err(self.error(Code::NotStatic, format!("{what} must be known at compile time"))),
        }
    }

    fn word_axis(&mut self, axis: &Val, rank: &Val) -> R<Val> {
        let rank = self.static_int(rank, "the rank")?;
        let axis = self.axis(axis, rank as u8)?;
        Ok(Val::weak(self.int(i64::from(axis)), DType::I64))
    }

    fn word_axes(&mut self, axis: &Val, rank: &Val) -> R<Val> {
        let rank = self.static_int(rank, "the rank")?;
        let axes = self.axes(axis, rank as u8)?;
        Ok(Val::Tuple(axes.into_iter().map(|axis| Val::weak(self.int(i64::from(axis)), DType::I64)).collect()))
    }

    fn word_static_range(&mut self, n: &Val) -> R<Val> {
        let n = self.static_int(n, "a static range")?.clamp(0, 64);
        Ok(Val::Tuple((0..n).map(|k| Val::weak(self.int(k), DType::I64)).collect()))
    }

    // ---- arrays

    fn word_from_function(&mut self, f: &Val, shape: &Val, dtype: &Val) -> R<Val> {
        let dtype = self.static_dtype(dtype)?;
        let extents = self.extents(shape)?;
        self.check_extents(&extents)?;
        let array = self.filled_by_index(extents, dtype, |cx, at| {
            let indices = at.iter().map(|index| Val::strong(*index, DType::I64)).collect();
            let val = cx.call_value(f, indices, Vec::new())?;
            Ok(cx.scalar(&val, "an element")?.value)
        })?;
        Ok(Val::Array(array))
    }

    /// Negative extents raise before a loop runs over them.
    fn check_extents(&mut self, extents: &[Value]) -> R<()> {
        let zero = self.int(0);
        for extent in extents {
            let ok = self.compare(CompareOp::Ge, *extent, zero);
            self.check(ok, "ValueError", "negative dimensions are not allowed", &[])?;
        }
        Ok(())
    }

    fn combiner(&mut self, name: &Val) -> R<Combiner> {
        let Val::Str(name) = name else { return Err(self.unsupported("this reduction")) };
        Ok(match &**name {
            "sum" => Combiner::Sum,
            "prod" => Combiner::Prod,
            "min" => Combiner::Min,
            "max" => Combiner::Max,
            "and" => Combiner::And,
            "or" => Combiner::Or,
            "argmin" => Combiner::ArgMin,
            "argmax" => Combiner::ArgMax,
            _ => return Err(self.unsupported("this reduction")),
        })
    }

    fn word_reduce(&mut self, name: &Val, a: &Val, axis: &Val, dtype: &Val, keepdims: &Val, out: &Val) -> R<Val> {
        let combiner = self.combiner(name)?;
        let array = self.reducible(a)?;
        let dtype = self.static_dtype(dtype)?;
        let keepdims = self.truth_of(keepdims)?;
        let Some(keepdims) = self.const_bool(keepdims) else {
            return Err(self.error(Code::NotStatic, "`keepdims` must be known at compile time"));
        };
        self.reduce(combiner, array, axis, dtype, keepdims, out)
    }

    fn word_scan(&mut self, name: &Val, a: &Val, axis: &Val, dtype: &Val) -> R<Val> {
        let combiner = self.combiner(name)?;
        let array = self.reducible(a)?;
        let rank = self.array_type(array).rank;
        let axis = self.axis(axis, rank)?;
        let dtype = self.static_dtype(dtype)?;
        self.scan(combiner, array, axis, dtype)
    }

    fn word_transpose(&mut self, a: &Val, axes: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let ty = self.array_type(array);
        let order: Vec<u8> = match axes {
            Val::None => (0..ty.rank).rev().collect(),
            axes => {
                let items = self.sequence(axes, None)?;
                if items.len() != usize::from(ty.rank) {
                    return Err(self.error(Code::RaisesAlways, "axes don't match array"));
                }
                let order = items.iter().map(|item| self.axis(item, ty.rank)).collect::<R<Vec<_>>>()?;
                let mut sorted = order.clone();
                sorted.sort_unstable();
                if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
                    return Err(self.error(Code::RaisesAlways, "repeated axis in transpose"));
                }
                order
            }
        };
        if order.iter().enumerate().all(|(k, axis)| k == usize::from(*axis)) {
            return Ok(Val::Array(array));
        }
        let one = self.int(1);
        let mut view_axes = SmallVec::new();
        for axis in &order {
            view_axes.push(ViewAxis { extent: self.dim(array, *axis), source: Some((*axis, one)) });
        }
        let reversed = order.iter().rev().enumerate().all(|(k, axis)| k == usize::from(*axis));
        let layout = match ty.layout {
            Layout::C if reversed => Layout::F,
            Layout::F if reversed => Layout::C,
            _ => Layout::ANY,
        };
        Ok(Val::Array(self.push_view(array, view_axes, ArrayType::new(ty.dtype, ty.rank, layout))))
    }

    fn push_view(&mut self, base: Value, axes: SmallVec<[ViewAxis; 4]>, ty: ArrayType) -> Value {
        self.push1(Op::View(Box::new(View { base, offsets: SmallVec::new(), axes })), Type::Array(ty))
    }

    fn word_broadcast_to(&mut self, a: &Val, shape: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let extents = self.extents(shape)?;
        self.check_broadcast_to(array, &extents, crate::broadcast::Into::BroadcastTo)?;
        Ok(Val::Array(self.broadcast_view(array, &extents)))
    }

    fn word_copy(&mut self, a: &Val, c_order: bool) -> R<Val> {
        let array = self.as_array(a, None)?;
        let copy = if c_order { self.copy_c(array)? } else { self.copy(array)? };
        Ok(Val::Array(copy))
    }

    /// Fresh memory of the same shape in the K order of an array.
    fn word_empty_like(&mut self, a: &Val, dtype: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let dtype = self.static_dtype(dtype)?;
        let ty = self.array_type(array);
        if ty.layout == Layout::C {
            let shape = self.shape(array);
            return Ok(Val::Array(self.empty(dtype, shape)));
        }
        let layout = if ty.layout == Layout::F { Layout::F } else { Layout::ANY };
        let site = self.memory_site();
        let result = Type::Array(ArrayType::new(dtype, ty.rank, layout));
        Ok(Val::Array(self.push1(Op::EmptyLike(SmallVec::from_slice(&[array]), site), result)))
    }

    /// `a.ravel()`: a view of a contiguous array, else a copy, in C order.
    fn word_ravel(&mut self, a: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let ty = self.array_type(array);
        let extents = self.shape(array);
        let size = self.product(&extents);
        if ty.layout == Layout::C {
            return Ok(Val::Array(self.reshape_view(array, &[size])));
        }
        let contiguous = self.is_contiguous(array);
        let result = ArrayType::new(ty.dtype, 1, Layout::C);
        let known_c = ArrayType::new(ty.dtype, ty.rank, Layout::C);
        let results = self.if_else(
            contiguous,
            &[Type::Array(result)],
            |cx| {
                let base = cx.as_layout(array, known_c)[0];
                Ok(SmallVec::from_slice(&[cx.reshape_view(base, &[size])]))
            },
            |cx| {
                let copy = cx.copy_c(array)?;
                Ok(SmallVec::from_slice(&[cx.reshape_view(copy, &[size])]))
            },
        )?;
        Ok(Val::Array(results[0]))
    }

    /// `a.reshape(shape)` in C order: a view where the memory allows it, else of a copy.
    fn word_reshape(&mut self, a: &Val, shape: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let old = self.shape(array);
        let size = self.product(&old);
        let extents = self.extents(shape)?;
        let extents = self.fill_unknown_extent(extents, size)?;
        let ty = self.array_type(array);
        if ty.layout == Layout::C || ty.rank <= 1 {
            return Ok(Val::Array(self.reshape_view(array, &extents)));
        }
        // Where all axes are one run of even steps, the new axes are steps of it.
        let even = self.is_even(array);
        let result = ArrayType::new(ty.dtype, extents.len() as u8, Layout::ANY);
        let results = self.if_else(
            even,
            &[Type::Array(result)],
            |cx| {
                let view = cx.reshape_view(array, &extents);
                Ok(cx.as_layout(view, result))
            },
            |cx| cx.reshape_uneven(array, &extents, result),
        )?;
        Ok(Val::Array(results[0]))
    }

    /// A view if groups of the new axes are groups of the old ones, as NumPy finds them, else of a copy.
    fn reshape_uneven(&mut self, array: Value, extents: &[Value], result: ArrayType) -> R<Values> {
        let copy = |cx: &mut Self| {
            let copy = cx.copy_c(array)?;
            let view = cx.reshape_view(copy, extents);
            Ok(cx.as_layout(view, result))
        };
        if extents.is_empty() {
            return copy(self);
        }
        let ints = |values: &[Value]| Val::Tuple(values.iter().map(|value| Val::weak(*value, DType::I64)).collect());
        let shape = self.shape(array);
        let strides: Values = (0..shape.len() as u8).map(|axis| self.push1(Op::Stride(array, axis), Type::I64)).collect();
        let found = self.library_call("numpy", "_strides_of_reshaped", vec![ints(&shape), ints(&strides), ints(extents)])?;
        let (fits, strides) = match &found {
            Val::Tuple(parts) => match &parts[..] {
                [Val::Scalar(fits), Val::Array(strides)] => (fits.value, *strides),
                _ => return copy(self),
            },
            _ => return copy(self),
        };
        let fits = self.convert(fits, DType::Bool);
        self.if_else(fits, &[Type::Array(result)], |cx| Ok(cx.strided_view(array, extents, strides, result)), copy)
    }

    /// The elements of an array from its first one on, in steps of as many bytes as an array says.
    fn strided_view(&mut self, array: Value, extents: &[Value], strides: Value, result: ArrayType) -> Values {
        let one = self.int(1);
        let itemsize = self.int(i64::from(result.dtype.itemsize()));
        let dense = ArrayType::new(result.dtype, 1, Layout::C);
        let first = self.push_view(array, SmallVec::from_slice(&[ViewAxis { extent: one, source: None }]), dense);
        let mut axes = SmallVec::new();
        for (axis, extent) in extents.iter().enumerate() {
            let at = self.int(axis as i64);
            let stride = self.push1(Op::LoadElem(strides, SmallVec::from_slice(&[at])), Type::I64);
            let scale = self.binary(BinaryOp::FloorDiv, stride, itemsize);
            axes.push(ViewAxis { extent: *extent, source: Some((0, scale)) });
        }
        let view = self.push_view(first, axes, result);
        SmallVec::from_slice(&[view])
    }

    /// Replaces an extent of −1 by what is left, and checks that the sizes agree. Which extent it is may be known at run
    /// time only.
    fn fill_unknown_extent(&mut self, mut extents: Values, size: Value) -> R<Values> {
        let (zero, one) = (self.int(0), self.int(1));
        let unknown: Vec<Value> = extents.iter().map(|extent| self.compare(CompareOp::Lt, *extent, zero)).collect();
        let mut count = zero;
        let mut known = one;
        for (extent, unknown) in extents.iter().zip(&unknown) {
            let number = self.convert(*unknown, DType::I64);
            count = self.binary(BinaryOp::Add, count, number);
            let factor = self.select(*unknown, one, *extent);
            known = self.binary(BinaryOp::Mul, known, factor);
        }
        let single = self.compare(CompareOp::Le, count, one);
        self.check_shapes(single, "can only specify one unknown dimension", &[])?;
        let args: Values = std::iter::once(size).chain(extents.iter().copied()).take(8).collect();
        let rest = self.binary(BinaryOp::FloorRem, size, known);
        let exact = self.compare(CompareOp::Eq, rest, zero);
        let some = self.compare(CompareOp::Ne, known, zero);
        let divides = self.and(exact, some);
        for (at, unknown) in unknown.iter().enumerate() {
            let given = self.not(*unknown);
            let ok = self.or(given, divides);
            self.check_shapes(ok, &reshape_message(extents.len(), Some(at)), &args)?;
        }
        let none = self.compare(CompareOp::Eq, count, zero);
        let some = self.not(none);
        let same = self.compare(CompareOp::Eq, known, size);
        let ok = self.or(some, same);
        self.check_shapes(ok, &reshape_message(extents.len(), None), &args)?;
        let rest = self.binary(BinaryOp::FloorDiv, size, known);
        for (extent, unknown) in extents.iter_mut().zip(&unknown) {
            *extent = self.select(*unknown, rest, *extent);
        }
        Ok(extents)
    }

    /// The elements of a contiguous (or 1-d) array under another shape of the same size.
    fn reshape_view(&mut self, array: Value, extents: &[Value]) -> Value {
        let ty = self.array_type(array);
        let mut scales = Values::new();
        let mut scale = self.int(1);
        for extent in extents.iter().rev() {
            scales.push(scale);
            scale = self.binary(BinaryOp::Mul, scale, *extent);
        }
        scales.reverse();
        let last = ty.rank.checked_sub(1);
        let axes = extents
            .iter()
            .zip(&scales)
            .map(|(extent, scale)| ViewAxis { extent: *extent, source: last.map(|last| (last, *scale)) })
            .collect();
        let layout = if ty.layout == Layout::C { Layout::C } else { Layout::ANY };
        self.push_view(array, axes, ArrayType::new(ty.dtype, extents.len() as u8, layout))
    }

    /// True at run time if the elements stand in C order without gaps.
    fn is_contiguous(&mut self, array: Value) -> Value {
        let ty = self.array_type(array);
        let itemsize = self.int(i64::from(ty.dtype.itemsize()));
        self.strides_follow(array, itemsize, ty.rank)
    }

    /// True at run time if all axes together are one run of even steps, those of the last axis.
    fn is_even(&mut self, array: Value) -> Value {
        let last = self.array_type(array).rank - 1;
        let step = self.push1(Op::Stride(array, last), Type::I64);
        let extent = self.dim(array, last);
        let expected = self.binary(BinaryOp::Mul, step, extent);
        self.strides_follow(array, expected, last)
    }

    /// True if the first `axes` axes, from the inside out, have the strides that follow from the first one expected.
    fn strides_follow(&mut self, array: Value, mut expected: Value, axes: u8) -> Value {
        let (zero, one) = (self.int(0), self.int(1));
        let mut ok = self.boolean(true);
        for axis in (0..axes).rev() {
            let extent = self.dim(array, axis);
            let stride = self.push1(Op::Stride(array, axis), Type::I64);
            let fits = self.compare(CompareOp::Eq, stride, expected);
            let single = self.compare(CompareOp::Eq, extent, one);
            let fits = self.or(fits, single);
            ok = self.and(ok, fits);
            expected = self.binary(BinaryOp::Mul, expected, extent);
        }
        let shape = self.shape(array);
        let size = self.product(&shape);
        let empty = self.compare(CompareOp::Eq, size, zero);
        self.or(ok, empty)
    }
}

/// NumPy shows an unknown extent as `newaxis`, and leaves it out in front.
fn reshape_message(rank: usize, unknown: Option<usize>) -> String {
    let item = |k: usize| match (unknown == Some(k), k < 7) {
        (true, _) => "newaxis".to_string(),
        (false, true) => format!("{{{}}}", k + 1),
        (false, false) => "?".to_string(),
    };
    let leading = usize::from(unknown == Some(0) && rank > 1);
    let items: Vec<_> = (leading..rank).map(item).collect();
    let comma = if rank == 1 { "," } else { "" };
    format!("cannot reshape array of size {{0}} into shape ({}{comma})", items.join(","))
}
