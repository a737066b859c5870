//! `npc run`: compiles a function for the arguments given, calls it, prints what `print(f(...))` would print.

use crate::args::RunArgs;
use crate::fail::Failure;
use crate::files::{self, Output};
use crate::{argv, input, report};
use npc::values::{npy, npz, parse_literal};
use npc::{CallError, Program, Value, call_source};
use std::path::Path;

/// Compiles, calls, prints and saves.
pub fn run(args: &RunArgs) -> Result<(), Failure> {
    check_output(args)?;
    let target = Target::named(args.target.target.as_deref())?;
    let options = input::options(&args.compile)?;
    let messages = &args.compile.messages;
    let source = input::source(&args.file, messages)?;
    let mut values = args.args.iter().map(|arg| value(argv::unmark(arg))).collect::<Result<Vec<_>, _>>()?;
    let loader = input::Folders::of(&args.file, &args.compile.path);
    let program = call_source(&source, &loader, &options, &args.function, &values).map_err(|error| raised(&error))?;
    let program = input::accepted(program, messages)?;
    report::remarks(&program, args.compile.remarks.as_deref())?;
    let result = target.call(&program, &args.function, &mut values);
    save_arguments(args, &values)?;
    let result = result?.map_err(|error| raised(&error))?;
    save_result(args, &result)?;
    report::print(&(result.display() + "\n"))
}

/// What to run on.
enum Target {
    Native,
    Wasm,
}

impl Target {
    fn named(name: Option<&str>) -> Result<Target, Failure> {
        match name {
            None if cfg!(feature = "native") => Ok(Target::Native),
            Some("native") if cfg!(feature = "native") => Ok(Target::Native),
            None | Some("wasm32") if cfg!(feature = "wasmtime") => Ok(Target::Wasm),
            None => Err(Failure::usage("this npc is built without `native` and `wasmtime`; it can run nothing")),
            Some(other @ ("native" | "wasm32")) => {
                Err(Failure::usage(format!("this npc is built without support for running {other}")))
            }
            Some(other) => Err(Failure::usage(format!("`npc run` runs on `native` or `wasm32`, not on `{other}`"))),
        }
    }

    fn call(&self, program: &Program, name: &str, values: &mut [Value]) -> Result<Result<Value, CallError>, Failure> {
        match self {
            Target::Native => call_native(program, name, values),
            Target::Wasm => call_wasm(program, name, values),
        }
    }
}

#[cfg(feature = "native")]
fn call_native(program: &Program, name: &str, values: &mut [Value]) -> Result<Result<Value, CallError>, Failure> {
    let native = program.jit().map_err(|error| Failure::usage(error.to_string()))?;
    Ok(npc::call(program, &mut npc::NativeMachine::new(&native), name, values))
}

#[cfg(not(feature = "native"))]
fn call_native(_program: &Program, _name: &str, _values: &mut [Value]) -> Result<Result<Value, CallError>, Failure> {
    Err(Failure::usage("this npc is built without native code"))
}

#[cfg(feature = "wasmtime")]
fn call_wasm(program: &Program, name: &str, values: &mut [Value]) -> Result<Result<Value, CallError>, Failure> {
    let mut host = npc::WasmHost::new(&program.wasm()).unwrap_or_else(|error| panic!("wasmtime refuses the module: {error}"));
    Ok(npc::call(program, &mut host, name, values))
}

#[cfg(not(feature = "wasmtime"))]
fn call_wasm(_program: &Program, _name: &str, _values: &mut [Value]) -> Result<Result<Value, CallError>, Failure> {
    Err(Failure::usage("this npc is built without wasmtime"))
}

/// An argument: the path of a .npy file or a literal.
fn value(arg: &str) -> Result<Value, Failure> {
    if arg.ends_with(".npy") {
        let bytes = input::read(Path::new(arg))?;
        let array = npy::read(&bytes).map_err(|error| Failure::io(format!("cannot read `{arg}`: {error}")))?;
        return Ok(Value::Array(array));
    }
    let hint = if arg.ends_with(".npz") { "; load one array of it and save it as .npy" } else { "" };
    parse_literal(arg).map_err(|error| {
        Failure::usage(format!("the argument `{arg}` is neither the path of a .npy file nor a Python literal: {error}{hint}"))
    })
}

/// Says what was raised; the last line is `Type: message`.
fn raised(error: &CallError) -> Failure {
    report::say(&format!("{}{error}", error.traceback_text()));
    Failure::Program
}

fn check_output(args: &RunArgs) -> Result<(), Failure> {
    if args.target.watch {
        return Err(Failure::usage("`npc run` runs once; `npc build --watch` compiles again and again"));
    }
    if !args.target.emit.is_empty() {
        return Err(Failure::usage("`npc run` writes no module; use `npc build --emit`"));
    }
    let extension = args.output.as_deref().map(|path| path.extension().unwrap_or_default().to_string_lossy().into_owned());
    match extension.as_deref() {
        None | Some("npy" | "npz") => Ok(()),
        Some(_) => Err(Failure::usage("`npc run -o` takes a file that ends in .npy or .npz")),
    }
}

fn save_result(args: &RunArgs, result: &Value) -> Result<(), Failure> {
    let Some(path) = &args.output else {
        return Ok(());
    };
    let cannot =
        |error: &dyn std::fmt::Display| Failure::io(format!("cannot save the result as `{}`: {error}", path.display()));
    let bytes = if path.extension().is_some_and(|extension| extension == "npz") {
        let arrays = result.to_saved_arrays().map_err(|error| cannot(&error))?;
        npz::write(&arrays).map_err(|error| cannot(&error))?
    } else {
        npy::write(&result.to_array().map_err(|error| cannot(&error))?)
    };
    files::write_all(&[Output { path: path.clone(), bytes }])
}

/// Saves array arguments under their position in the call.
fn save_arguments(args: &RunArgs, values: &[Value]) -> Result<(), Failure> {
    let Some(folder) = &args.save_args else {
        return Ok(());
    };
    let arrays = values.iter().enumerate().filter_map(|(at, value)| match value {
        Value::Array(array) => Some(Output { path: folder.join(format!("arg_{at}.npy")), bytes: npy::write(array) }),
        _ => None,
    });
    files::write_all(&arrays.collect::<Vec<_>>())
}
