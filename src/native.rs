//! A program as native code in this process.

use crate::call::{Machine, call, compile_for};
use crate::dispatch::candidates;
use crate::{CallError, Diagnostics, Failure, Program};
use npc_backend_native::{CallFailure, Context, UnsupportedTarget};
use npc_frontend::ArgType;
use npc_midend::host::{Arg, Outcome};
use npc_midend::interface::Function;
use npc_values::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

/// A program that runs in this process. Clones share the code, which lives as long as any of them.
#[derive(Clone)]
pub struct Native(Arc<Inner>);

struct Inner {
    program: Program,
    code: npc_backend_native::Native,
    /// Programs for functions without a signature, by function and types of the arguments.
    special: Mutex<BTreeMap<String, Native>>,
}

impl Native {
    pub(crate) fn new(program: Program) -> Result<Native, UnsupportedTarget> {
        let code = npc_backend_native::jit(&program.native_ir())?;
        Ok(Native(Arc::new(Inner { program, code, special: Mutex::default() })))
    }

    /// The program.
    pub fn program(&self) -> &Program {
        &self.0.program
    }

    /// Calls a function with values of any type. One that has no signature is compiled for these types first.
    ///
    /// Array arguments hold afterwards what the function wrote, also when it raised.
    pub fn call(&self, name: &str, args: &mut [Value]) -> Result<Value, CallError> {
        self.call_in(&mut Context::new(), name, args)
    }

    /// The same with limits, and the other things that a context sets.
    pub fn call_in(&self, context: &mut Context, name: &str, args: &mut [Value]) -> Result<Value, CallError> {
        let call_of = |native: &Native, context: &mut Context, args: &mut [Value]| {
            call(native.program(), &mut Machinery { native, context }, name, args)
        };
        if !candidates(self.program().interface(), name).is_empty() {
            return call_of(self, context, args);
        }
        let types = args.iter().map(crate::type_of).collect::<Result<Vec<_>, _>>()?;
        let native = self.specialised(name, types).map_err(|refusal| match refusal {
            Refusal::Source(diagnostics) => CallError::type_error(diagnostics.to_string()),
            Refusal::Call(error) => error,
        })?;
        call_of(&native, context, args)
    }

    pub(crate) fn code(&self) -> &npc_backend_native::Native {
        &self.0.code
    }

    /// The program with this function compiled for arguments of these types.
    pub(crate) fn specialised(&self, name: &str, types: Vec<ArgType>) -> Result<Native, Refusal> {
        let key = format!("{name} {types:?}");
        let lock = || self.0.special.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(native) = lock().get(&key) {
            return Ok(native.clone());
        }
        let parts = self.program().parts();
        let program = compile_for(&parts.source, &parts.modules, &parts.options, name, || Ok(types))?;
        let native = program.map_err(Refusal::Source)?.jit();
        let native = native.map_err(|error| CallError::new("SystemError", error.to_string()))?;
        lock().insert(key, native.clone());
        Ok(native)
    }
}

/// Why a function cannot be compiled for a call.
pub(crate) enum Refusal {
    Source(Diagnostics),
    Call(CallError),
}

impl From<CallError> for Refusal {
    fn from(error: CallError) -> Refusal {
        Refusal::Call(error)
    }
}

impl fmt::Debug for Native {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Native").field(self.program()).finish()
    }
}

/// Native code together with a context: memory counters, limits, the error record. One per thread.
pub struct NativeMachine {
    native: Native,
    context: Context,
}

impl NativeMachine {
    /// A fresh context for the code.
    pub fn new(native: &Native) -> NativeMachine {
        NativeMachine { native: native.clone(), context: Context::new() }
    }

    /// The context.
    pub fn context(&mut self) -> &mut Context {
        &mut self.context
    }
}

impl Machine for NativeMachine {
    fn call(&mut self, function: &Function, buffers: &mut [Vec<u8>], args: &[Arg]) -> Result<Outcome, Failure> {
        Machinery { native: &self.native, context: &mut self.context }.call(function, buffers, args)
    }
}

/// Native code with a context for one call.
struct Machinery<'a> {
    native: &'a Native,
    context: &'a mut Context,
}

impl Machine for Machinery<'_> {
    fn call(&mut self, function: &Function, buffers: &mut [Vec<u8>], args: &[Arg]) -> Result<Outcome, Failure> {
        self.native.0.code.call(function, self.context, buffers, args).map_err(failure)
    }
}

/// What a failed call of the backend is to others.
pub(crate) fn failure(failure: CallFailure) -> Failure {
    match failure {
        CallFailure::Raised(raised) => Failure::Raised(raised),
        CallFailure::BadArguments(message) => Failure::Host { exception: "TypeError", message },
        CallFailure::BadLayout(message) => Failure::Host { exception: "ValueError", message },
    }
}
