//! A program as native code in this process.

use crate::call::{Machine, call, call_source};
use crate::dispatch::candidates;
use crate::{CallError, Failure, Program};
use npc_backend_native::{CallFailure, Context, UnsupportedTarget};
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
        let code = npc_backend_native::jit(&program.parts().flat)?;
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
        if !candidates(self.program().interface(), name).is_empty() {
            return self.call_here(name, args);
        }
        self.specialised(name, args)?.call_here(name, args)
    }

    fn call_here(&self, name: &str, args: &mut [Value]) -> Result<Value, CallError> {
        call(self.program(), &mut NativeMachine::new(self), name, args)
    }

    fn specialised(&self, name: &str, args: &[Value]) -> Result<Native, CallError> {
        let types = args.iter().map(crate::type_of).collect::<Result<Vec<_>, _>>()?;
        let key = format!("{name} {types:?}");
        let lock = || self.0.special.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(native) = lock().get(&key) {
            return Ok(native.clone());
        }
        let parts = self.program().parts();
        let program = call_source(&parts.source, &parts.modules, &parts.options, name, args)?;
        let program = program.map_err(|diagnostics| CallError::type_error(diagnostics.to_string()))?;
        let native = program.jit().map_err(|error| CallError::new("SystemError", error.to_string()))?;
        lock().insert(key, native.clone());
        Ok(native)
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
        self.native.0.code.call(function, &mut self.context, buffers, args).map_err(failure)
    }
}

fn failure(failure: CallFailure) -> Failure {
    match failure {
        CallFailure::Raised(raised) => Failure::Raised(raised),
        CallFailure::BadArguments(message) => Failure::Host { exception: "TypeError", message },
    }
}
