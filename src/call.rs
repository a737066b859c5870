//! A call with values: choose the signature, lay out the arguments, call, read everything back.

use crate::arguments::{Memory, type_of};
use crate::columns;
use crate::convert::adapt;
use crate::dispatch::{candidates, choose, with_defaults};
use crate::results::value_of;
use crate::{CallError, Diagnostics, Failure, Options, Program, compile_with};
use npc_base::{Code, Severity, Source};
use npc_frontend::{ArgType, Loader};
use npc_midend::host::{Arg, Outcome};
use npc_midend::interface::Function;
use npc_values::Value;
use std::sync::Arc;

/// Something that runs the functions of one program: native code, or wasm in a host.
pub trait Machine {
    /// Calls the entry of `function`. Arrays among `args` lie in `buffers`, which hold what the call left in them
    /// afterwards, also when it fails.
    fn call(&mut self, function: &Function, buffers: &mut [Vec<u8>], args: &[Arg]) -> Result<Outcome, Failure>;
}

/// Calls a function of `program` on a machine that runs it.
///
/// Array arguments hold afterwards what the function wrote, also when it raised.
pub fn call(program: &Program, machine: &mut dyn Machine, name: &str, args: &mut [Value]) -> Result<Value, CallError> {
    let candidates = candidates(program.interface(), name);
    if candidates.is_empty() {
        return Err(no_such_function(program, name));
    }
    let function = choose(name, &candidates, args)?;
    let adapted = with_defaults(function, args);
    let adapted = adapted.iter().zip(&function.params).map(|(value, param)| {
        let adapted = adapt(value, &param.shape)?;
        columns::lower(&adapted, &param.shape)
    });
    let adapted = adapted.collect::<Result<Vec<_>, _>>()?;
    let mut memory = Memory::default();
    let lowered = adapted.iter().zip(&function.params).map(|(value, param)| memory.argument(value, &param.shape.lowered()));
    let lowered = lowered.collect::<Result<Vec<_>, _>>()?;
    let mut buffers = memory.buffers();
    let outcome = machine.call(function, &mut buffers, &lowered);
    let after: Vec<_> = buffers.into_iter().map(Arc::new).collect();
    for (arg, adapted) in args.iter_mut().zip(&adapted) {
        write_back(arg, memory.restore(adapted, &after));
    }
    let outcome = outcome.map_err(|failure| CallError::from_failure(program.interface(), failure));
    columns::raise(value_of(outcome?)?, &function.result)
}

/// Replaces arrays by what they are after the call; a list that was passed as an array stays as it is.
fn write_back(arg: &mut Value, after: Value) {
    match (arg, after) {
        (Value::Tuple(items), Value::Tuple(after)) => {
            for (item, after) in items.iter_mut().zip(after) {
                write_back(item, after);
            }
        }
        (arg @ Value::Array(_), after) => *arg = after,
        _ => {}
    }
}

fn no_such_function(program: &Program, name: &str) -> CallError {
    let interface = program.interface();
    let names = interface.functions.iter().map(|function| function.name.as_str());
    let hint = npc_base::closest(name, names).map(|close| format!(". Did you mean: '{close}'?")).unwrap_or_default();
    CallError::new("AttributeError", format!("module '{}' has no function '{name}'{hint}", interface.module))
}

/// Compiles a source for one call: the types come from signatures, the source, or else from the arguments.
///
/// The outer error says that arguments have no types.
pub fn call_source(
    source: &Source,
    loader: &dyn Loader,
    options: &Options,
    name: &str,
    args: &[Value],
) -> Result<Result<Program, Diagnostics>, CallError> {
    compile_for(source, loader, options, name, || args.iter().map(type_of).collect())
}

/// The same for arguments of types that are told when they are needed.
pub(crate) fn compile_for(
    source: &Source,
    loader: &dyn Loader,
    options: &Options,
    name: &str,
    types: impl FnOnce() -> Result<Vec<ArgType>, CallError>,
) -> Result<Result<Program, Diagnostics>, CallError> {
    let typed = Options { exports: vec![(name.to_string(), None)], ..options.clone() };
    match compile_with(source, loader, &typed) {
        Err(errors) if lacks_types(&errors) => Ok(compile_with(source, loader, &options.for_call(name, types()?))),
        outcome => Ok(outcome),
    }
}

/// True if nothing but types is missing.
fn lacks_types(errors: &Diagnostics) -> bool {
    let mut errors = errors.iter().filter(|finding| finding.severity == Severity::Error);
    errors.all(|error| matches!(error.code, Code::MissingType))
}
