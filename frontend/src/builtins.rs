//! Python's builtins, and the dispatch to the vocabulary of the library.

use crate::cx::{Cx, R, Stop};
use crate::value::{Callable, Scalar, Ty, Val};
use npc_base::Code;
use npc_midend::ir::{CheckedOp, CompareOp, UnaryOp};
use npc_midend::types::DType;
use ruff_python_ast::Operator;

/// Builtin functions that npc knows.
const FUNCTIONS: [&str; 27] = [
    "ascii",
    "chr",
    "format",
    "ord",
    "repr",
    "str",
    "abs",
    "all",
    "any",
    "dict",
    "divmod",
    "enumerate",
    "len",
    "list",
    "max",
    "min",
    "pow",
    "print",
    "range",
    "reversed",
    "round",
    "set",
    "slice",
    "sorted",
    "sum",
    "super",
    "zip",
];

/// Exception types that can be raised.
const EXCEPTIONS: [&str; 31] = [
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BufferError",
    "EOFError",
    "Exception",
    "FloatingPointError",
    "GeneratorExit",
    "ImportError",
    "IndexError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "NameError",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "RecursionError",
    "ReferenceError",
    "RuntimeError",
    "StopAsyncIteration",
    "StopIteration",
    "SystemError",
    "SystemExit",
    "TypeError",
    "UnboundLocalError",
    "UserWarning",
    "ValueError",
    "ZeroDivisionError",
];

/// What a builtin name means.
pub(crate) fn lookup(name: &str) -> Option<Val> {
    match name {
        "int" => return Some(Val::Type(DType::I64, true)),
        "float" => return Some(Val::Type(DType::F64, true)),
        "complex" => return Some(Val::Type(DType::C128, true)),
        "bool" => return Some(Val::Type(DType::Bool, true)),
        "npc" => return Some(Val::Module("npc")),
        "kernels" => return Some(Val::Module("kernels")),
        "tuple" => return Some(Val::Callable(Callable::Intrinsic("tuple"))),
        "str" => return Some(Val::Callable(Callable::Intrinsic("str"))),
        "object" => return Some(Val::Callable(Callable::Intrinsic("object"))),
        "isinstance" => return Some(Val::Callable(Callable::Intrinsic("isinstance"))),
        "callable" => return Some(Val::Callable(Callable::Intrinsic("callable"))),
        "type" => return Some(Val::Callable(Callable::Intrinsic("type"))),
        "map" => return Some(Val::Callable(Callable::Intrinsic("map"))),
        "filter" => return Some(Val::Callable(Callable::Intrinsic("filter"))),
        "next" => return Some(Val::Callable(Callable::Intrinsic("next"))),
        "iter" => return Some(Val::Callable(Callable::Intrinsic("iter"))),
        _ => {}
    }
    if let Some(known) = FUNCTIONS.iter().find(|known| **known == name) {
        return Some(Val::Callable(Callable::Intrinsic(known)));
    }
    EXCEPTIONS.iter().find(|known| **known == name).map(|known| Val::Callable(Callable::Exception(known)))
}

/// Names for did-you-mean.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.into_iter().chain(EXCEPTIONS).chain(["int", "float", "complex", "bool", "tuple", "True", "False", "None"])
}

/// Names of Python that npc does not know yet.
pub(crate) fn is_python_builtin(name: &str) -> bool {
    const OTHERS: &str = " bin bytearray bytes callable classmethod compile delattr dir eval exec filter \
        frozenset getattr globals hasattr hash help hex id input isinstance issubclass iter locals map memoryview next \
        object oct open property setattr staticmethod type vars ";
    OTHERS.split_whitespace().any(|other| other == name)
}

/// Calls a builtin or a word of the vocabulary.
pub(crate) fn call(cx: &mut Cx<'_>, name: &str, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
    match name {
        "str.format" => return cx.format_method(&args, &keywords),
        "str.join" => return cx.join_method(&args),
        _ => {}
    }
    if let Some(word) = name.strip_prefix("npc.") {
        return cx.vocabulary(word, args, keywords);
    }
    if matches!(name, "ascii" | "chr" | "format" | "ord" | "print" | "repr" | "str") {
        return cx.text_builtin(name, args, keywords);
    }
    if name == "object.__init__" {
        return Ok(Val::None);
    }
    if name == "super" && args.is_empty() {
        return cx.builtin_super();
    }
    if let Some(kind) = name.strip_prefix("dict.") {
        let kind = ["keys", "values", "items"].into_iter().find(|known| *known == kind).unwrap_or("keys");
        return Ok(Val::Iterate(kind, args));
    }
    let with_keywords = ["namedtuple", "namedtuple._replace", "enumerate", "round", "sum", "sorted"];
    if let Some(val) = cx.iteration(name, &args, &keywords)? {
        return Ok(val);
    }
    if !keywords.is_empty() && !with_keywords.contains(&name) {
        return Err(cx.error(Code::WrongArguments, format!("{name}() takes no keyword arguments")));
    }
    match (name, &args[..]) {
        ("isinstance", [x, class]) => {
            let is = cx.is_instance_of(x, class)?;
            Ok(Val::weak(is, DType::Bool))
        }
        ("callable", [x]) => {
            let is = cx.is_callable(x);
            Ok(Val::weak(cx.boolean(is), DType::Bool))
        }
        ("type", [x]) => cx.type_object(x),
        ("numpy.dtype" | "numpy.iinfo" | "numpy.finfo", [x]) => cx.call_dtype_word(name, x),
        ("namedtuple", _) => cx.namedtuple(&args, &keywords),
        ("namedtuple._replace", [Val::Named(class, members)]) => cx.replace_fields(class, members, keywords),
        (word, [Val::Keywords(all), rest @ ..]) if word.starts_with("kwargs.") => cx.call_keywords(word, all, rest),
        ("abs", [x]) => cx.builtin_abs(x),
        ("len", [x]) => cx.builtin_len(x),
        ("sum" | "min" | "max" | "any" | "all", [x @ (Val::Object(..) | Val::Iterate("keys" | "values" | "items", _))]) => {
            let list = cx.list_from_container(x)?;
            let function = match name {
                "sum" => "_total",
                "min" => "_smallest",
                "max" => "_largest",
                "any" => "_any",
                _ => "_all",
            };
            let start = (name == "sum").then(|| Val::weak(cx.int(0), DType::I64));
            cx.library_call("list", function, std::iter::once(list).chain(start).collect())
        }
        ("sorted", [x]) => {
            let list = cx.list_from(x)?;
            let Val::Object(object, value) = &list else { return Err(Stop) };
            let Some(sort) = cx.container_method(object, *value, "sort") else { return Err(Stop) };
            cx.call_value(&sort, Vec::new(), keywords)?;
            Ok(list)
        }
        ("range", _) => cx.builtin_range(&args),
        ("min" | "max", _) => cx.builtin_extremum(name, &args),
        ("sum", [x]) => cx.builtin_sum(x, &Val::None),
        ("sum", [x, start]) => cx.builtin_sum(x, start),
        ("any" | "all", [x]) => cx.builtin_any_all(name == "any", x),
        ("round", [x]) => cx.builtin_round(x),
        ("round", [_, _]) => Err(cx.unsupported("`round` with a number of digits")),
        ("divmod", [a, b]) => {
            cx.check_float_divmod(a, b)?;
            let quotient = cx.binary_op(Operator::FloorDiv, a, b)?;
            let remainder = cx.binary_op(Operator::Mod, a, b)?;
            Ok(Val::Tuple(vec![quotient, remainder]))
        }
        ("pow", [a, b]) => cx.binary_op(Operator::Pow, a, b),
        ("enumerate", [x]) => {
            let start = keywords.into_iter().find(|(key, _)| key == "start").map_or(Val::None, |(_, val)| val);
            Ok(Val::Iterate("enumerate", vec![x.clone(), start]))
        }
        ("enumerate", [x, start]) => Ok(Val::Iterate("enumerate", vec![x.clone(), start.clone()])),
        ("zip", _) => Ok(Val::Iterate("zip", args)),
        ("reversed", [x]) => Ok(Val::Iterate("reversed", vec![x.clone()])),
        ("slice", [stop]) => Ok(Val::Slice(Box::new([Val::None, stop.clone(), Val::None]))),
        ("slice", [start, stop]) => Ok(Val::Slice(Box::new([start.clone(), stop.clone(), Val::None]))),
        ("slice", [start, stop, step]) => Ok(Val::Slice(Box::new([start.clone(), stop.clone(), step.clone()]))),
        ("tuple", []) => Ok(Val::Tuple(Vec::new())),
        ("tuple", [x]) => cx.sequence(x, None).map(Val::Tuple),
        ("list", []) => cx.list_here(Vec::new(), 0),
        ("list", [x]) => cx.list_from(x),
        ("dict", []) => cx.empty_dict(),
        ("dict", [x]) => cx.dict_from(x),
        ("set", []) => cx.empty_set(),
        ("set", [x]) => cx.set_from(x),
        _ => {
            let count = args.len();
            Err(cx.error(Code::WrongArguments, format!("{name}() does not take {count} arguments")))
        }
    }
}

impl Cx<'_> {
    fn builtin_abs(&mut self, x: &Val) -> R<Val> {
        match x {
            Val::Array(_) => self.library_call("numpy", "absolute", vec![x.clone()]),
            Val::Object(..) if let Some(result) = self.special(x, "__abs__", Vec::new())? => Ok(result),
            _ => {
                let scalar = self.scalar(x, "the argument of abs()")?;
                if scalar.dtype.is_complex() {
                    return self.abs_of_complex(scalar);
                }
                if !scalar.weak || scalar.dtype.is_float() {
                    let value = if scalar.dtype == DType::Bool { scalar.value } else { self.unary(UnaryOp::Abs, scalar.value) };
                    return Ok(Val::Scalar(Scalar { value, ..scalar }));
                }
                let value = self.convert(scalar.value, DType::I64);
                let zero = self.int(0);
                let negated = self.checked(CheckedOp::Sub, zero, value)?;
                let negative = self.compare(CompareOp::Lt, value, zero);
                Ok(Val::weak(self.select(negative, negated, value), DType::I64))
            }
        }
    }

    fn abs_of_complex(&mut self, scalar: Scalar) -> R<Val> {
        let value = self.complex_abs(scalar.value)?;
        if scalar.weak {
            let infinity = self.float(f64::INFINITY);
            let mut fine = self.compare(CompareOp::Ne, value, infinity);
            for part in self.parts(scalar.value) {
                let size = self.unary(UnaryOp::Abs, part);
                let infinite = self.compare(CompareOp::Eq, size, infinity);
                fine = self.or(fine, infinite);
            }
            self.check(fine, "OverflowError", "absolute value too large", &[])?;
        }
        Ok(Val::Scalar(Scalar { value, dtype: self.dtype(value), weak: scalar.weak }))
    }

    fn builtin_len(&mut self, x: &Val) -> R<Val> {
        let value = match x {
            Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => self.int(members.len() as i64),
            Val::Keywords(all) => self.int(all.len() as i64),
            Val::Optional(..) => {
                let x = self.present(x, "TypeError", "object of type 'NoneType' has no len()")?;
                return self.builtin_len(&x);
            }
            Val::Str(text) => self.int(text.chars().count() as i64),
            Val::Text(_) => return self.library_call("text", "length", vec![x.clone()]),
            Val::Array(array) if self.array_type(*array).rank > 0 => self.dim(*array, 0),
            Val::Array(_) => return Err(self.error(Code::TypeMismatch, "len() of unsized object")),
            Val::Iterate("flat", parts) => {
                let extents: npc_midend::ir::Values =
                    parts.iter().flat_map(Val::leaves).flat_map(|array| self.shape(array)).collect();
                self.product(&extents)
            }
            Val::Range(parts) => self.range_length(**parts),
            Val::Object(object, value) => return self.object_length(object, *value),
            Val::Iterate("keys" | "values" | "items", parts) => return self.builtin_len(&parts[0]),
            Val::Error => return Err(Stop),
            other => {
                let name = self.type_of(other).name();
                return Err(self.error(Code::TypeMismatch, format!("object of type '{name}' has no len()")));
            }
        };
        Ok(Val::weak(value, DType::I64))
    }

    fn builtin_range(&mut self, args: &[Val]) -> R<Val> {
        if args.is_empty() || args.len() > 3 {
            return Err(self.error(Code::WrongArguments, format!("range expected 1 to 3 arguments, got {}", args.len())));
        }
        let mut values = Vec::new();
        for arg in args {
            values.push(self.index_value(arg, "the arguments of range()")?);
        }
        let (zero, one) = (self.int(0), self.int(1));
        let (start, stop, step) = match values[..] {
            [stop] => (zero, stop, one),
            [start, stop] => (start, stop, one),
            [start, stop, step, ..] => (start, stop, step),
            [] => (zero, zero, one),
        };
        let ok = self.compare(CompareOp::Ne, step, zero);
        self.check(ok, "ValueError", "range() arg 3 must not be zero", &[])?;
        let weak = |value| Scalar { value, dtype: DType::I64, weak: true };
        Ok(Val::Range(Box::new([weak(start), weak(stop), weak(step)])))
    }

    fn builtin_extremum(&mut self, name: &str, args: &[Val]) -> R<Val> {
        let items = match args {
            [Val::Array(array)] => {
                let array = *array;
                return self.extremum_of_array(name, array);
            }
            [one] => self.sequence(one, None)?,
            many => many.to_vec(),
        };
        let Some((first, rest)) = items.split_first() else {
            return Err(self.error(Code::RaisesAlways, format!("{name}() arg is an empty sequence")));
        };
        let mut best = first.clone();
        for item in rest {
            if let (Val::Str(_) | Val::Text(_), Val::Str(_) | Val::Text(_)) = (&best, item) {
                let op = if name == "max" { CompareOp::Gt } else { CompareOp::Lt };
                let better = self.text_compare(op, item, &best)?;
                let better = self.truth_of(&better)?;
                best = self.choose(better, |_| Ok(item.clone()), |_| Ok(best))?;
                continue;
            }
            let (a, b) = (self.scalar(&best, "an argument")?, self.scalar(item, "an argument")?);
            let op = if name == "max" { CompareOp::Gt } else { CompareOp::Lt };
            let Val::Scalar(better) = self.scalar_compare(op, b, a)? else { return Err(Stop) };
            best = self.choose(better.value, |_| Ok(Val::Scalar(b)), |_| Ok(Val::Scalar(a)))?;
        }
        Ok(best)
    }

    fn extremum_of_array(&mut self, name: &str, array: npc_midend::ir::Value) -> R<Val> {
        if self.array_type(array).rank != 1 || self.array_type(array).dtype.is_inexact() {
            return Err(self.error_help(
                Code::Unsupported,
                format!("Python's `{name}` of this array is not supported yet"),
                format!("write `np.{name}(…)`"),
            ));
        }
        let length = self.dim(array, 0);
        let zero = self.int(0);
        let ok = self.compare(CompareOp::Ne, length, zero);
        self.check(ok, "ValueError", &format!("{name}() arg is an empty sequence"), &[])?;
        self.library_call("numpy", name, vec![Val::Array(array)])
    }

    fn builtin_sum(&mut self, x: &Val, start: &Val) -> R<Val> {
        if let Val::Array(_) = x {
            return Err(self.error_help(
                Code::Unsupported,
                "Python's `sum` of an array is not supported yet",
                "write `np.sum(…)`",
            ));
        }
        let mut total = match start {
            Val::None => Val::weak(self.int(0), DType::I64),
            start => start.clone(),
        };
        for item in self.sequence(x, None)? {
            total = self.binary_op(Operator::Add, &total, &item)?;
        }
        Ok(total)
    }

    fn builtin_any_all(&mut self, any: bool, x: &Val) -> R<Val> {
        if let Val::Array(array) = x {
            if self.array_type(*array).rank != 1 {
                return Err(self.unsupported("Python's `any` and `all` of an array that is not 1-d"));
            }
            let found = self.library_call("numpy", if any { "any" } else { "all" }, vec![x.clone()])?;
            let truth = self.truth_of(&found)?;
            return Ok(Val::weak(truth, DType::Bool));
        }
        let mut result = self.boolean(!any);
        for item in self.sequence(x, None)? {
            let truth = self.truth_of(&item)?;
            result = if any { self.or(result, truth) } else { self.and(result, truth) };
        }
        Ok(Val::weak(result, DType::Bool))
    }

    fn builtin_round(&mut self, x: &Val) -> R<Val> {
        let scalar = self.scalar(x, "the argument of round()")?;
        if scalar.dtype.is_complex() {
            let name = self.scalar_type_name(scalar);
            return Err(self.error(Code::TypeMismatch, format!("type {name} doesn't define __round__ method")));
        }
        if !scalar.dtype.is_float() {
            return Ok(Val::weak(self.python_int_of(scalar)?, DType::I64));
        }
        let value = self.unary(UnaryOp::Rint, scalar.value);
        Ok(Val::weak(self.python_int_of(Scalar { value, ..scalar })?, DType::I64))
    }

    /// `int(x)`, `np.float32(x)`.
    pub fn call_type(&mut self, dtype: DType, weak: bool, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        if dtype.is_complex() && (!keywords.is_empty() || args.len() > 1 || matches!(args[..], [Val::Str(_)])) {
            return self.call_complex(dtype, weak, args, keywords);
        }
        if let (DType::I64, true, [Val::Str(_) | Val::Text(_), ..]) = (dtype, weak, &args[..]) {
            return self.int_of_text(args, keywords);
        }
        if !keywords.is_empty() || args.len() > 1 {
            return Err(self.error(Code::WrongArguments, "a conversion takes one argument"));
        }
        let Some(arg) = args.first() else {
            let zero = self.zero(dtype);
            return Ok(Val::Scalar(Scalar { value: zero, dtype, weak }));
        };
        match arg {
            Val::Text(_) => self.number_of_text(arg, dtype, weak),
            Val::Optional(..) if weak && dtype != DType::Bool => {
                let message = match dtype {
                    DType::F64 => "float() argument must be a string or a real number, not 'NoneType'",
                    _ => "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
                };
                let arg = self.present(arg, "TypeError", message)?;
                self.call_type(dtype, weak, vec![arg], keywords)
            }
            _ if weak && dtype == DType::Bool && !matches!(arg, Val::Scalar(_)) => {
                let truth = self.truth_of(arg)?;
                Ok(Val::weak(truth, DType::Bool))
            }
            Val::Str(text) if dtype.is_float() => self.float_of_text(text, dtype, weak),
            Val::BigInt(text) if dtype == DType::U64 && !weak => match text.parse::<u64>() {
                Ok(value) => Ok(Val::strong(self.constant(dtype, value), dtype)),
                Err(_) => Err(self.big_int_operand()),
            },
            Val::BigInt(text) if dtype.is_inexact() => {
                let value = self.float(text.parse().unwrap_or(f64::INFINITY));
                let value = self.convert(value, dtype);
                Ok(Val::Scalar(Scalar { value, dtype, weak }))
            }
            Val::Array(array) if self.array_type(*array).rank > 0 => {
                if weak {
                    let message = "only 0-dimensional arrays can be converted to Python scalars";
                    return Err(self.error(Code::TypeMismatch, message));
                }
                self.cast(*array, dtype).map(Val::Array)
            }
            arg => {
                let scalar = self.scalar(arg, "the argument of a conversion")?;
                let value = match (weak, dtype) {
                    (_, DType::Bool) => self.truth(scalar),
                    (true, DType::I64) => self.python_int_of(scalar)?,
                    (true, _) if dtype.is_complex() => self.convert(scalar.value, dtype),
                    (true, _) => {
                        let real = self.real_of(scalar, dtype)?;
                        self.convert(real.value, dtype)
                    }
                    (false, _) if !scalar.weak => self.convert(scalar.value, dtype),
                    (false, _) => self.store_convert(scalar, dtype)?,
                };
                Ok(Val::Scalar(Scalar { value, dtype, weak }))
            }
        }
    }

    fn float_of_text(&mut self, text: &str, dtype: DType, weak: bool) -> R<Val> {
        let plain = text.trim().replace('_', "").to_ascii_lowercase();
        match plain.parse::<f64>() {
            Ok(value) => {
                let value = self.float(value);
                let value = self.convert(value, dtype);
                Ok(Val::Scalar(Scalar { value, dtype, weak }))
            }
            Err(_) => Err(self.error(Code::RaisesAlways, format!("could not convert string to float: '{text}'"))),
        }
    }

    /// A `dtype=` argument.
    pub fn dtype_argument(&mut self, val: &Val) -> R<Option<DType>> {
        match val {
            Val::None => Ok(None),
            Val::Type(dtype, _) => Ok(Some(*dtype)),
            Val::Str(name) => match DType::from_numpy_name(name) {
                Some(dtype) => Ok(Some(dtype)),
                None if &**name == "int" => Ok(Some(DType::I64)),
                None if &**name == "float" => Ok(Some(DType::F64)),
                None if &**name == "complex" => Ok(Some(DType::C128)),
                None => Err(self.error(Code::Unsupported, format!("data type '{name}' is not supported"))),
            },
            Val::Error => Err(Stop),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::NotStatic, format!("a dtype must be known at compile time, not {name}")))
            }
        }
    }

    /// The type that a value has for `isinstance`-like questions of the library.
    pub fn is_scalar(&self, val: &Val) -> bool {
        matches!(self.type_of(val), Ty::Scalar { .. })
    }
}
