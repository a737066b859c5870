//! Allocation failure: the k-th allocation is refused, for every k until the call succeeds.

use super::case::{Case, Expected};
use super::check;
use super::legs::{Leg, Runner, each_case};
use super::oracle::File;
use super::program::Subject;
use npc::{Program, Value};

/// So many allocations are refused one by one; of more, only some.
const EACH: u64 = 300;
/// More allocations than any test program makes.
const MOST: u64 = 10_000_000;

/// True for programs that return arrays or strings.
pub fn allocates(file: &File) -> bool {
    let returns_array = |case: &Case| matches!(&case.expected, Expected::Result(value) if holds_array(value));
    file.cases.iter().any(returns_array)
}

fn holds_array(value: &Value) -> bool {
    match value {
        Value::Array(_) | Value::Str(_) => true,
        Value::Tuple(items) => items.iter().any(holds_array),
        _ => false,
    }
}

/// Refuses allocations in every case that returns an array, on both legs.
pub fn run_file(subject: &Subject) -> Result<(), String> {
    each_case(subject, |at| {
        let case = &subject.file.cases[at];
        match &case.expected {
            Expected::Result(value) if holds_array(value) => {
                let (program, args) = subject.prepare(at)?;
                [Leg::Native, Leg::Wasm].iter().try_for_each(|leg| {
                    run_case(subject, case, &program, &args, *leg).map_err(|what| format!("{leg:?}: {what}"))
                })
            }
            _ => Ok(()),
        }
    })
}

fn run_case(subject: &Subject, case: &Case, program: &Program, args: &[Value], leg: Leg) -> Result<(), String> {
    let mut runner = leg.start(program)?;
    let mut k = 1;
    while k < MOST {
        if !refused(&mut runner, case, program, args, k)? {
            return works(subject, &mut runner, case, program, args);
        }
        k += if k < EACH { 1 } else { k / 5 };
    }
    Err(format!("still MemoryError when allocation {MOST} is refused"))
}

/// Refuses the k-th allocation; false if there was none.
fn refused(runner: &mut Runner, case: &Case, program: &Program, args: &[Value], k: u64) -> Result<bool, String> {
    runner.refuse_allocation(k);
    let outcome = runner.call(program, &case.function, &mut args.to_vec());
    let in_use = runner.in_use();
    if in_use != 0 {
        return Err(format!("refusing allocation {k} leaves {in_use} bytes in use"));
    }
    match outcome {
        Ok(_) => Ok(false),
        Err(error) if error.exception == "MemoryError" => Ok(true),
        Err(error) => Err(format!("refusing allocation {k} raises {error}")),
    }
}

/// The same instance still gives the right answer.
fn works(subject: &Subject, runner: &mut Runner, case: &Case, program: &Program, args: &[Value]) -> Result<(), String> {
    runner.refuse_allocation(0);
    let outcome = runner.call(program, &case.function, &mut args.to_vec());
    let wrong = check::outcome(&subject.file, case, &outcome);
    wrong.map_or(Ok(()), |what| Err(format!("after refused allocations: {what}")))
}
