//! Functions with types in Rust: looked up once, called often.

use crate::dispatch::candidates;
use crate::native::{Refusal, failure};
use crate::{Context, Exception, Native};
use npc_backend_native::{CallFailure, Return, Signature, Typed, describe};
use npc_base::Severity;
use npc_frontend::ArgType;
use npc_midend::interface::{Function, Shape};
use std::fmt;

/// A function of a program, with its type in Rust: `Func<fn(In<i32, 1>) -> i64>`.
///
/// It keeps the code alive, and may be shared by threads: calls do not know of each other.
///
/// # What the types forbid
///
/// A view does not outlive its memory:
///
/// ```compile_fail,E0597
/// let view: npc::View<'_, f64, 1> = {
///     let data = vec![1.0];
///     (&data).into()
/// };
/// println!("{}", view.len());
/// ```
///
/// Two arguments that are written, or one that is written and one that is read, are never one slice:
///
/// ```compile_fail,E0499
/// fn f(f: npc::Func<fn(npc::Out<f64, 1>, npc::Out<f64, 1>)>, data: &mut [f64]) {
///     let _ = f.call(((&mut *data).into(), (&mut *data).into()));
/// }
/// ```
///
/// ```compile_fail,E0502
/// fn f(f: npc::Func<fn(npc::In<f64, 1>, npc::Out<f64, 1>)>, data: &mut [f64]) {
///     let _ = f.call(((&*data).into(), (&mut *data).into()));
/// }
/// ```
///
/// An array is not freed while a view of it lives:
///
/// ```compile_fail,E0505
/// let array = npc::Array::<f64, 1>::zeros([3]);
/// let view = array.view();
/// drop(array);
/// println!("{}", view.len());
/// ```
///
/// Two threads do not have one context:
///
/// ```compile_fail,E0499
/// fn f(f: npc::Func<fn() -> i64>, mut context: npc::Context) {
///     std::thread::scope(|scope| {
///         scope.spawn(|| f.call_in(&mut context, ()));
///         scope.spawn(|| f.call_in(&mut context, ()));
///     });
/// }
/// ```
///
/// Only numbers and `bool` are elements:
///
/// ```compile_fail,E0277
/// fn elements<T: npc::Element>() {}
/// elements::<String>();
/// ```
pub struct Func<S> {
    native: Native,
    typed: Typed<S>,
}

/// There is no function of this name and type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookupError {
    /// The function that was looked for.
    pub name: String,
    /// The type that was looked for, in Rust.
    pub expected: String,
    /// What functions of this name there are: their types in Rust where these can be said, else in Python.
    pub found: Vec<String>,
    message: String,
}

impl Native {
    /// The function with this name and type. Types are checked here, and never again.
    ///
    /// Array arguments are [`In`](crate::In) where the function only reads them and [`Out`](crate::Out) where it may write
    /// them; Python's `int` is `i64` and its `float` `f64`. Of several signatures it is the one with this type.
    /// Parameters with defaults may be left out at the end. A function without a signature is compiled for these types.
    ///
    /// ```
    /// use npc::{In, Options, Source};
    ///
    /// let source = Source::new("kernels.py", "def total(x: 'int32[:]') -> int:\n    return x.sum()\n");
    /// let native = npc::compile(&source, &Options::default())?.jit()?;
    /// let total = native.func::<fn(In<i32, 1>) -> i64>("total")?;
    /// assert_eq!(total.call(((&[3, 1, 4]).into(),))?, 8);
    ///
    /// let error = native.func::<fn(In<f64, 1>) -> f64>("total").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "total: expected fn(In<f64, 1>) -> f64, but total(x: int32[:]) -> int is fn(In<i32, 1>) -> i64 in Rust"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn func<S: Signature>(&self, name: &str) -> Result<Func<S>, LookupError> {
        if !candidates(self.program().interface(), name).is_empty() {
            return self.func_here(name);
        }
        let types = S::shapes().iter().map(arg_type).collect();
        self.specialised(name, types).map_err(|refusal| refused::<S>(name, refusal))?.func_here(name)
    }

    fn func_here<S: Signature>(&self, name: &str) -> Result<Func<S>, LookupError> {
        let candidates = candidates(self.program().interface(), name);
        let typed = candidates.iter().find_map(|function| self.code().typed(function));
        match typed {
            Some(typed) => Ok(Func { native: self.clone(), typed }),
            None => Err(mismatch::<S>(name, &candidates)),
        }
    }
}

/// The function cannot be compiled for these types.
fn refused<S: Signature>(name: &str, refusal: Refusal) -> LookupError {
    let reason = match refusal {
        Refusal::Call(error) => error.message,
        Refusal::Source(diagnostics) => {
            let mut errors = diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
            errors.next().map(|error| error.message.clone()).unwrap_or_default()
        }
    };
    let message = format!("{name}: expected {}, but {reason}", S::name());
    LookupError { name: name.to_string(), expected: S::name(), found: Vec::new(), message }
}

/// The type of an argument of this type of the interface.
fn arg_type(shape: &Shape) -> ArgType {
    match shape {
        Shape::None => ArgType::None,
        Shape::Scalar { dtype, weak } => ArgType::Scalar { dtype: *dtype, weak: *weak },
        Shape::Array(ty) => ArgType::Array(*ty),
        Shape::Str => ArgType::Text,
        Shape::Tuple(members) => ArgType::Tuple(members.iter().map(arg_type).collect()),
        Shape::List(element) => ArgType::List(Some(Box::new(arg_type(element)))),
        Shape::Set(element) => ArgType::Set(Some(Box::new(arg_type(element)))),
        Shape::Dict(parts) => ArgType::Dict(Some(Box::new([arg_type(&parts[0]), arg_type(&parts[1])]))),
        // Instances have no type in Rust.
        Shape::Record(..) | Shape::Named(..) | Shape::Optional(_) => ArgType::None,
    }
}

fn mismatch<S: Signature>(name: &str, candidates: &[&Function]) -> LookupError {
    let rust = |function: &Function| describe(&function.params, &function.result);
    let found = candidates.iter().map(|function| rust(function).unwrap_or_else(|| python(name, function))).collect();
    let known: Vec<_> = candidates.iter().map(|function| explain(name, function, rust(function))).collect();
    let message = format!("{name}: expected {}, but {}", S::name(), known.join(", and "));
    LookupError { name: name.to_string(), expected: S::name(), found, message }
}

fn explain(name: &str, function: &Function, rust: Option<String>) -> String {
    let written = function.params.iter().filter(|param| param.written).map(|param| param.name.as_str());
    let written: Vec<_> = written.collect();
    let writes = if written.is_empty() { String::new() } else { format!(", which writes {},", written.join(" and ")) };
    match rust {
        Some(rust) => format!("{}{writes} is {rust} in Rust", python(name, function)),
        None => format!("{}{writes} has no type in Rust yet: use `Native::call`", python(name, function)),
    }
}

/// The function as Python would declare it.
fn python(name: &str, function: &Function) -> String {
    let params: Vec<_> = function.params.iter().map(|param| format!("{}: {}", param.name, param.shape.name())).collect();
    format!("{name}({}) -> {}", params.join(", "), function.result.name())
}

impl<S: Signature> Func<S> {
    /// Calls the function.
    pub fn call(&self, args: S::Args<'_>) -> Result<S::Result, Exception> {
        self.call_in(&mut Context::new(), args)
    }

    /// Calls the function with limits, and the other things that a context sets.
    pub fn call_in(&self, context: &mut Context, args: S::Args<'_>) -> Result<S::Result, Exception> {
        self.typed.call(context, args).map_err(|failure| self.exception(failure))
    }

    /// Calls the function and puts the result where the caller says, without new memory for it: numbers into `&mut`
    /// references, arrays into views of the same shape (otherwise it is a ValueError). After an exception, views may
    /// hold part of the result.
    pub fn call_into(&self, args: S::Args<'_>, out: <S::Result as Return>::Out<'_>) -> Result<(), Exception> {
        self.call_into_in(&mut Context::new(), args, out)
    }

    /// [`Func::call_into`] with a context.
    pub fn call_into_in(
        &self,
        context: &mut Context,
        args: S::Args<'_>,
        out: <S::Result as Return>::Out<'_>,
    ) -> Result<(), Exception> {
        self.typed.call_into(context, args, out).map_err(|failure| self.exception(failure))
    }

    #[cold]
    fn exception(&self, reason: CallFailure) -> Exception {
        Exception::from_failure(self.native.program().interface(), failure(reason))
    }
}

impl<S> Clone for Func<S> {
    fn clone(&self) -> Self {
        Func { native: self.native.clone(), typed: self.typed.clone() }
    }
}

impl<S: Signature> fmt::Debug for Func<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Func<{}>", S::name())
    }
}

impl fmt::Display for LookupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for LookupError {}
