//! A leg in a process of its own: reads cases, calls the function natively or in wasmtime, writes what came of it.

use super::legs::LegKind;
use super::subject::Subject;
use crate::fail::Failure;
use npc::values::json;
use npc::{ArrayValue, CallError, Machine, Value};
use serde_json::{Value as Json, json};
use std::io::Write;
use std::sync::Arc;

/// Something that runs the program and counts its memory.
trait Runner {
    fn machine(&mut self) -> &mut dyn Machine;
    fn in_use(&mut self) -> u64;
}

#[cfg(feature = "native")]
impl Runner for npc::NativeMachine {
    fn machine(&mut self) -> &mut dyn Machine {
        self
    }

    fn in_use(&mut self) -> u64 {
        self.context().in_use()
    }
}

#[cfg(feature = "wasmtime")]
impl Runner for npc::WasmHost {
    fn machine(&mut self) -> &mut dyn Machine {
        self
    }

    fn in_use(&mut self) -> u64 {
        npc::WasmHost::in_use(self)
    }
}

/// Answers every line of standard input.
pub fn serve(subject: &Subject, kind: LegKind) -> Result<(), Failure> {
    let mut runner = runner(subject, kind)?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let answer = answer(subject, runner.as_mut(), &line).unwrap_or_else(|error| json!({"error": error}));
        // Nobody reads any more.
        if writeln!(out, "{answer}").and_then(|()| out.flush()).is_err() {
            break;
        }
    }
    Ok(())
}

fn runner(subject: &Subject, kind: LegKind) -> Result<Box<dyn Runner>, Failure> {
    match kind {
        #[cfg(feature = "native")]
        LegKind::Native => {
            let native = subject.program.jit().map_err(|error| Failure::usage(error.to_string()))?;
            let mut machine = npc::NativeMachine::new(&native);
            // Standard output has the answers.
            machine.context().set_print(|_| {});
            Ok(Box::new(machine))
        }
        #[cfg(feature = "wasmtime")]
        LegKind::Wasmtime => {
            let host = npc::WasmHost::new(&subject.program.wasm());
            Ok(Box::new(host.unwrap_or_else(|error| panic!("wasmtime refuses the module: {error}"))))
        }
        _ => {
            let _ = subject;
            Err(Failure::usage("this npc is built without that leg"))
        }
    }
}

fn answer(subject: &Subject, runner: &mut dyn Runner, line: &str) -> Result<Json, String> {
    let case: Json = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let at = case["function"].as_u64().unwrap_or(0) as usize;
    let function = subject.program.interface().functions.get(at).ok_or("no such function")?;
    let list = |json: &Json| json.as_array().cloned().unwrap_or_default();
    let buffers = list(&case["buffers"]).iter().map(|text| json::bytes(text).map(Arc::new)).collect::<Result<Vec<_>, _>>()?;
    let before = list(&case["args"]).iter().map(|arg| json::read(arg, &buffers)).collect::<Result<Vec<_>, _>>()?;
    let mut args = before.clone();
    let outcome = npc::call(&subject.program, runner.machine(), &function.name, &mut args);
    let mut answer = match outcome {
        Ok(value) => json!({"result": json::write(&value)}),
        Err(error) => json!({"exception": exception(&error)}),
    };
    answer["after"] = before.iter().zip(&args).map(|(before, after)| after_of(before, after)).collect();
    answer["in_use"] = json!(runner.in_use());
    answer["stray"] = json!(strays(&before, &args));
    Ok(answer)
}

fn exception(error: &CallError) -> Json {
    let line = error.traceback.last().map(|frame| frame.line);
    json!({"type": error.exception, "message": error.message, "line": line})
}

fn after_of(before: &Value, after: &Value) -> Json {
    match (before, after) {
        (Value::Array(before), Value::Array(after)) if before == after => json!({"kind": "unchanged"}),
        (Value::Array(_), after) => json::write(after),
        (Value::Tuple(before), Value::Tuple(after)) => {
            let items: Vec<_> = before.iter().zip(after).map(|(before, after)| after_of(before, after)).collect();
            json!({"kind": "tuple", "items": items})
        }
        _ => Json::Null,
    }
}

/// True if bytes of a buffer changed that no argument looks at.
fn strays(before: &[Value], after: &[Value]) -> bool {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    before.iter().for_each(|value| arrays(value, &mut old));
    after.iter().for_each(|value| arrays(value, &mut new));
    old.iter().zip(&new).any(|(one, now)| {
        // What was packed for the call lies elsewhere now.
        let in_place = one.strides() == now.strides() && one.data().len() == now.data().len();
        in_place
            && changed(one, now).any(|at| !old.iter().any(|array| Arc::ptr_eq(array.data(), one.data()) && covers(array, at)))
    })
}

fn changed<'a>(before: &'a ArrayValue, after: &'a ArrayValue) -> impl Iterator<Item = usize> + 'a {
    let bytes = before.data().iter().zip(after.data().iter()).enumerate();
    bytes.filter(|(_, (before, after))| before != after).map(|(at, _)| at)
}

/// True if a byte belongs to an element: the array with all strides made positive covers the same bytes.
fn covers(array: &ArrayValue, at: usize) -> bool {
    let mut axes: Vec<_> = array.shape().iter().map(|n| *n as isize - 1).zip(array.strides().iter().copied()).collect();
    let lowest = axes.iter().map(|(last, stride)| (last * stride).min(0)).sum::<isize>() + array.offset() as isize;
    axes.sort_by_key(|(_, stride)| std::cmp::Reverse(stride.abs()));
    let mut rest = at as isize - lowest;
    for (last, stride) in axes.into_iter().filter(|(_, stride)| *stride != 0) {
        rest -= rest.div_euclid(stride.abs()).clamp(0, last.max(0)) * stride.abs();
    }
    array.size() > 0 && (0..array.dtype().itemsize() as isize).contains(&rest)
}

fn arrays(value: &Value, to: &mut Vec<ArrayValue>) {
    match value {
        Value::Array(array) => to.push(array.clone()),
        Value::Tuple(items) => items.iter().for_each(|item| arrays(item, to)),
        _ => {}
    }
}
