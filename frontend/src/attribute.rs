//! Attributes of modules, arrays and scalars; the table that leads methods to library functions.

use crate::cx::{Cx, R, Stop};
use crate::library;
use crate::value::{Callable, Scalar, Val};
use npc_base::{Code, Diagnostic, closest};
use npc_midend::types::DType;
use ruff_text_size::TextRange;

/// Every public name of NumPy 2.4, of its arrays and of `math`: what is "not supported yet" rather than unknown.
const NUMPY_NAMES: &str = include_str!("numpy_names.txt");
const LINALG_NAMES: &str = include_str!("linalg_names.txt");
const FFT_NAMES: &str = include_str!("fft_names.txt");
const NDARRAY_NAMES: &str = include_str!("ndarray_names.txt");
const MATH_NAMES: &str = include_str!("math_names.txt");
const CMATH_NAMES: &str = include_str!("cmath_names.txt");

/// Scalar types that NumPy knows by several names.
const DTYPE_ALIASES: [(&str, DType); 19] = [
    ("bool_", DType::Bool),
    ("byte", DType::I8),
    ("ubyte", DType::U8),
    ("short", DType::I16),
    ("ushort", DType::U16),
    ("intc", DType::I32),
    ("uintc", DType::U32),
    ("int_", DType::I64),
    ("uint", DType::U64),
    ("intp", DType::I64),
    ("uintp", DType::U64),
    ("long", DType::I64),
    ("ulong", DType::U64),
    ("longlong", DType::I64),
    ("ulonglong", DType::U64),
    ("single", DType::F32),
    ("double", DType::F64),
    ("csingle", DType::C64),
    ("cdouble", DType::C128),
];

/// The dtype of a NumPy name, aliases included.
pub(crate) fn numpy_dtype(name: &str) -> Option<DType> {
    DType::from_numpy_name(name).or_else(|| DTYPE_ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, dtype)| *dtype))
}

/// `np.ndarray`, `np.integer` and their like: what `isinstance` asks for.
pub(crate) fn abstract_class(name: &str) -> Option<Val> {
    let class = crate::type_questions::ABSTRACT.into_iter().find(|class| class.strip_prefix("numpy.") == Some(name))?;
    Some(Val::Callable(Callable::Intrinsic(class)))
}

/// The module of a name of NumPy that is one.
pub(crate) fn numpy_module(name: &str) -> Option<&'static str> {
    match name {
        "linalg" => Some("numpy.linalg"),
        "fft" => Some("numpy.fft"),
        _ => None,
    }
}

impl Cx<'_> {
    pub fn attribute(&mut self, base: &Val, name: &str, range: TextRange) -> R<Val> {
        match base {
            Val::Module(module) => {
                let module = *module;
                self.at(range, |cx| cx.module_attribute(module, name))
            }
            Val::UserModule(module) => {
                let module = *module;
                self.at(range, |cx| cx.user_module_attribute(module, name))
            }
            Val::Array(array) => {
                let array = *array;
                self.at(range, |cx| cx.array_attribute(array, name))
            }
            Val::Scalar(scalar) => {
                let scalar = *scalar;
                self.at(range, |cx| cx.scalar_attribute(scalar, name))
            }
            Val::Callable(Callable::Library(func)) if matches!(name, "reduce" | "accumulate" | "outer" | "at" | "reduceat") => {
                let func = func.clone();
                self.at(range, |cx| cx.ufunc_method(&func, name))
            }
            Val::Slice(parts) if matches!(name, "start" | "stop" | "step") => {
                let [start, stop, step] = &**parts;
                Ok(if name == "start" { start } else { [stop, step][usize::from(name == "step")] }.clone())
            }
            Val::Iterate("flat", parts) if name == "size" => {
                let array = parts[0].clone();
                self.attribute(&array, name, range)
            }
            Val::Iterate("super", parts) if !parts.is_empty() => {
                let this = parts[0].clone();
                self.at(range, |cx| cx.super_attribute(&this, name))
            }
            Val::Object(object, value) => {
                let (object, value) = (object.clone(), *value);
                self.at(range, |cx| cx.object_attribute(&object, value, name))
            }
            Val::Callable(Callable::Class(class)) => {
                let class = class.clone();
                self.at(range, |cx| cx.class_attribute(&class, name))
            }
            Val::Str(_) | Val::Text(_) => self.at(range, |cx| cx.text_attribute(base, name)),
            Val::Type(dtype, false) => self.dtype_attribute(*dtype, name, range),
            Val::Callable(Callable::Method(receiver, method)) if matches!(**receiver, Val::Type(..)) => {
                match (&**receiver, &**method) {
                    (Val::Type(dtype, _), Callable::Intrinsic(word)) => self.info_attribute(word, *dtype, name, range),
                    _ => Err(Stop),
                }
            }
            Val::Named(class, members) => self.named_attribute(class, members, name, range),
            Val::Callable(Callable::Named(class)) if name == "_fields" => {
                Ok(Val::Tuple(class.fields.iter().map(|field| Val::Str(field.as_str().into())).collect()))
            }
            Val::Keywords(all) => self.keywords_attribute(all, name, range),
            Val::Optional(..) => {
                let message = format!("'NoneType' object has no attribute '{name}'");
                let base = self.at(range, |cx| cx.present(base, "AttributeError", &message))?;
                self.attribute(&base, name, range)
            }
            Val::Error => Err(Stop),
            other => {
                let shown = self.type_of(other).name();
                self.at(range, |cx| {
                    let mut error =
                        cx.here(Diagnostic::error(Code::UnknownAttribute, format!("`{shown}` has no attribute `{name}`")), "");
                    error.help.extend(crate::never::foreign_attribute(name).map(str::to_string));
                    Err(cx.report(error))
                })
            }
        }
    }

    fn module_attribute(&mut self, module: &'static str, name: &str) -> R<Val> {
        match module {
            "collections" if name == "namedtuple" => Ok(Val::Callable(Callable::Intrinsic("namedtuple"))),
            "numpy" => {
                if let Some(class) = abstract_class(name).or_else(|| crate::dtypes::word(name)) {
                    return Ok(class);
                }
                if let Some(dtype) = numpy_dtype(name) {
                    return Ok(Val::Type(dtype, false));
                }
                if let Some(module) = numpy_module(name) {
                    return Ok(Val::Module(module));
                }
                if let Some(iterator) = crate::places::iterator(name) {
                    return Ok(iterator);
                }
                if let Some(special) = crate::flat::subscripted(name) {
                    return Ok(special);
                }
                if name == "newaxis" {
                    return Ok(Val::None);
                }
                self.library_attribute("numpy", name)
            }
            "math" => self.library_attribute("math", name),
            "numpy.linalg" => self.library_attribute("numpy.linalg", name),
            "numpy.fft" => self.library_attribute("numpy.fft", name),
            "cmath" => self.library_attribute("cmath", name),
            "heapq" => self.library_attribute("heapq", name),
            "kernels" => self.library_attribute("kernels", name),
            "npc" => match crate::vocabulary::word(name) {
                Some(word) => Ok(word),
                None => Err(self.error(Code::UnknownAttribute, format!("npc has no word `{name}`"))),
            },
            "numba" => match crate::signature::numba_name(name) {
                Some(val) => Ok(val),
                None => Err(self.unsupported(&format!("numba's `{name}`"))),
            },
            other => Err(self.unsupported(&format!("the module `{other}`"))),
        }
    }

    fn library_attribute(&mut self, namespace: &'static str, name: &str) -> R<Val> {
        if !name.starts_with('_') {
            if let Some(func) = self.library.function(namespace, name) {
                return Ok(Val::Callable(Callable::Library(func)));
            }
            if let Some(file) = self.library.file_of(namespace, name)
                && let Some(constant) = self.library.namespace_constant(namespace, name)
            {
                return self.in_scope(crate::cx::Scope::Library(file), |cx| cx.expr(&constant));
            }
        }
        let (shown, known) = match namespace {
            "numpy" => ("NumPy", NUMPY_NAMES),
            "cmath" => ("Python's module cmath", CMATH_NAMES),
            "numpy.linalg" => ("NumPy", LINALG_NAMES),
            "numpy.fft" => ("NumPy", FFT_NAMES),
            "heapq" => ("Python's module heapq", "merge"),
            _ => ("Python's module math", MATH_NAMES),
        };
        let alias = match namespace {
            "numpy" => "np",
            "cmath" => "cmath",
            "numpy.linalg" => "np.linalg",
            "numpy.fft" => "np.fft",
            "heapq" => "heapq",
            _ => "math",
        };
        if known.lines().any(|known| known == name) {
            return Err(self.unsupported(&format!("`{alias}.{name}`")));
        }
        let message = format!("{shown} has no `{alias}.{name}`");
        let mut diagnostic = self.here(Diagnostic::error(Code::NoSuchFunction, message), "");
        let supported = closest(name, library::names(namespace));
        if let Some(similar) = supported.or_else(|| closest(name, known.lines())) {
            diagnostic = diagnostic.help(format!("did you mean `{alias}.{similar}`?"));
        }
        Err(self.report(diagnostic))
    }

    fn array_attribute(&mut self, array: npc_midend::ir::Value, name: &str) -> R<Val> {
        let ty = self.array_type(array);
        match name {
            "shape" => {
                let extents = self.shape(array);
                Ok(Val::Tuple(extents.into_iter().map(|extent| Val::weak(extent, DType::I64)).collect()))
            }
            "strides" => {
                let strides =
                    (0..ty.rank).map(|axis| self.push1(npc_midend::ir::Op::Stride(array, axis), npc_midend::types::Type::I64));
                let strides: Vec<_> = strides.collect();
                Ok(Val::Tuple(strides.into_iter().map(|stride| Val::weak(stride, DType::I64)).collect()))
            }
            "ndim" => Ok(Val::weak(self.int(i64::from(ty.rank)), DType::I64)),
            "size" => {
                let extents = self.shape(array);
                Ok(Val::weak(self.product(&extents), DType::I64))
            }
            "itemsize" => Ok(Val::weak(self.int(i64::from(ty.dtype.itemsize())), DType::I64)),
            "nbytes" => {
                let extents = self.shape(array);
                let size = self.product(&extents);
                let itemsize = self.int(i64::from(ty.dtype.itemsize()));
                Ok(Val::weak(self.binary(npc_midend::ir::BinaryOp::Mul, size, itemsize), DType::I64))
            }
            "dtype" => Ok(Val::Type(ty.dtype, false)),
            "real" | "imag" => self.library_call("numpy", name, vec![Val::Array(array)]),
            "T" => self.transposed(array),
            "flat" => Ok(Val::Iterate("flat", vec![Val::Array(array)])),
            _ => self.method(Val::Array(array), name, "numpy.ndarray"),
        }
    }

    /// `a.T`: another array object, even if no axis moves.
    fn transposed(&mut self, array: npc_midend::ir::Value) -> R<Val> {
        let transposed = self.library_call("numpy", "transpose", vec![Val::Array(array)])?;
        match transposed {
            Val::Array(same) if same == array => {
                let ty = self.array_type(array);
                let ty = npc_midend::types::Type::Array(ty);
                Ok(Val::Array(self.push1(npc_midend::ir::Op::AssumeLayout(array), ty)))
            }
            other => Ok(other),
        }
    }

    /// `np.add.reduce` and the other methods of ufuncs: library functions that take the ufunc first.
    fn ufunc_method(&mut self, func: &std::rc::Rc<library::LibFunc>, name: &str) -> R<Val> {
        let found = self.library.function("numpy", &format!("_ufunc_{name}"));
        match (&func.kind, found) {
            (library::LibKind::Ufunc(_), Some(method)) => {
                let ufunc = Val::Callable(Callable::Library(func.clone()));
                Ok(Val::Callable(Callable::Method(Box::new(ufunc), std::rc::Rc::new(Callable::Library(method)))))
            }
            (library::LibKind::Ufunc(_), None) => Err(self.unsupported(&format!("the ufunc method `{name}`"))),
            _ => {
                let message = format!("`np.{}` is no ufunc and has no attribute `{name}`", func.name);
                Err(self.error(Code::UnknownAttribute, message))
            }
        }
    }

    fn scalar_attribute(&mut self, scalar: Scalar, name: &str) -> R<Val> {
        if scalar.weak {
            let shown = self.scalar_type_name(scalar);
            return match self.part_attribute(scalar, name) {
                Some(val) => Ok(val),
                None => Err(self.error(Code::UnknownAttribute, format!("`{shown}` has no attribute `{name}`"))),
            };
        }
        if let Some(val) = self.part_attribute(scalar, name) {
            return Ok(val);
        }
        match name {
            "shape" => Ok(Val::Tuple(Vec::new())),
            "ndim" => Ok(Val::weak(self.int(0), DType::I64)),
            "size" => Ok(Val::weak(self.int(1), DType::I64)),
            "itemsize" => Ok(Val::weak(self.int(i64::from(scalar.dtype.itemsize())), DType::I64)),
            "dtype" => Ok(Val::Type(scalar.dtype, false)),
            "T" => Ok(Val::Scalar(scalar)),
            _ => {
                let shown = format!("numpy.{}", scalar.dtype.numpy_name());
                self.method(Val::Scalar(scalar), name, &shown)
            }
        }
    }

    /// `receiver.name` as a library function that takes the receiver first. Where the method differs from the function of
    /// the same name, the library has it as `_method_name`.
    fn method(&mut self, receiver: Val, name: &str, shown: &str) -> R<Val> {
        let is_method = NDARRAY_NAMES.lines().any(|known| known == name);
        if is_method {
            let special = format!("_method_{name}");
            let found = self.library.function("numpy", &special).or_else(|| self.library.function("numpy", name));
            return match found {
                Some(func) => {
                    Ok(Val::Callable(Callable::Method(Box::new(receiver), std::rc::Rc::new(Callable::Library(func)))))
                }
                None => Err(self.unsupported(&format!("the method `{name}` of arrays"))),
            };
        }
        let message = format!("`{shown}` has no attribute `{name}`");
        let mut diagnostic = self.here(Diagnostic::error(Code::UnknownAttribute, message), "");
        if let Some(similar) = closest(name, NDARRAY_NAMES.lines()) {
            diagnostic = diagnostic.help(format!("did you mean `.{similar}`?"));
        } else if self.library.function("numpy", name).is_some() {
            diagnostic = diagnostic.help(format!("it is a function: write `np.{name}(…)`"));
        }
        Err(self.report(diagnostic))
    }
}
