//! A Rust program whose formulas are Python, so that the people who know them can change them.
//!
//! `cargo run --example embed`, or `cargo run --example embed -- mine.py` with a file that has the same functions.
//!
//! It measures a signal, smooths it and looks for peaks. The formulas are compiled when the program starts; from then on
//! a call costs what a call of a Rust function costs. The file is not trusted: it cannot touch anything but its
//! arguments, and it gets so much memory and time and no more.

use npc::{Array, Context, In, Native, Options, Out, Source, View};
use std::error::Error;
use std::io::{self, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const FORMULAS: &str = r#"
import numpy as np

def smooth(x: "float64[:]", width: int = 5):
    """A moving average."""
    y = np.empty(len(x))
    for i in range(len(x)):
        y[i] = x[max(0, i - width // 2) : i + width // 2 + 1].mean()
    return y

def peaks(x: "float64[:]", above: float):
    """How many local maxima there are, and which is the highest."""
    count = 0
    best = -1
    for i in range(1, len(x) - 1):
        if x[i] > above and x[i - 1] < x[i] >= x[i + 1]:
            count += 1
            if best < 0 or x[i] > x[best]:
                best = i
    return count, best

def normalise(x: "float64[:, :]") -> None:
    """Each row to mean 0, in place."""
    for k in range(x.shape[0]):
        x[k] -= x[k].mean()

def settle(x: "float64[:]", limit: float) -> int:
    """How often to halve until all are below a limit."""
    n = 0
    while np.abs(x).max() > limit:
        x = x / 2.0
        n += 1
    return n
"#;

type Smooth = fn(In<f64, 1>, i64) -> Array<f64, 1>;
type Peaks = fn(In<f64, 1>, f64) -> (i64, i64);

/// The formulas with their types. Whatever does not fit is found here, before any data is seen.
#[derive(Clone)]
struct Formulas {
    smooth: npc::Func<Smooth>,
    peaks: npc::Func<Peaks>,
    normalise: npc::Func<fn(Out<f64, 2>)>,
    settle: npc::Func<fn(In<f64, 1>, f64) -> i64>,
}

impl Formulas {
    fn compile(source: &Source) -> Result<Formulas, Box<dyn Error>> {
        // Errors name the line in the Python file and say what to write instead.
        let program = npc::compile(source, &Options::default())?;
        let native: Native = program.jit()?;
        // An array is `In` where the function reads it and `Out` where it writes it: Rust's rules of borrowing hold.
        Ok(Formulas {
            smooth: native.func("smooth")?,
            peaks: native.func("peaks")?,
            normalise: native.func("normalise")?,
            settle: native.func("settle")?,
        })
    }
}

/// Runs the program, and prints what it finds.
pub fn run(source: &Source, out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let formulas = Formulas::compile(source)?;

    // A slice is an argument as it is. Results own their memory.
    let signal: Vec<f64> = (0_i32..1000).map(|i| f64::from((i % 126 - 63).abs()) / 31.5 + f64::from(i % 7) * 0.1).collect();
    let smoothed = formulas.smooth.call(((&signal).into(), 7))?;
    writeln!(out, "smoothed: {} values, the first {:.3}", smoothed.len(), smoothed[[0]])?;

    // Python's tuples are Rust's tuples.
    let (count, highest) = formulas.peaks.call(((&smoothed).into(), 1.0))?;
    writeln!(out, "peaks: {count}, the highest at {highest}")?;

    // Part of an array, backwards, without a copy.
    let reversed = View::from(&signal).slice_by(0, ..500, -1);
    writeln!(out, "peaks of the first half, backwards: {}", formulas.peaks.call((reversed, 1.0))?.0)?;

    // Results can go into memory that is there, here every second column of a table.
    let mut table = Array::<f64, 2>::zeros([1000, 2]);
    formulas.normalise.call(((&mut table).into(),))?;
    let column = npc::ViewMut::with_strides([1000], [2], 1, table.as_mut_slice())?;
    formulas.smooth.call_into(((&signal).into(), 3), column)?;
    writeln!(out, "table: {:.3} {:.3}", table[[999, 0]], table[[999, 1]])?;

    // Exceptions are Python's: with type, message and line.
    let error = formulas.settle.call(((&[]).into(), 1.0)).unwrap_err();
    writeln!(out, "{}{error}", error.traceback_text())?;

    // Limits: so much memory, so much time.
    let mut context = Context::new();
    context.set_memory_limit(Some(4000));
    let error = formulas.smooth.call_in(&mut context, ((&signal).into(), 7)).unwrap_err();
    writeln!(out, "with 4 kB: {}", error.exception)?;
    context.set_memory_limit(None);
    let error =
        within(Duration::from_millis(50), &mut context, |context| formulas.settle.call_in(context, ((&signal).into(), -1.0)));
    writeln!(out, "after 50 ms: {}", error.unwrap_err())?;

    // Functions are shared between threads; each call has a context of its own.
    let halves = signal.split_at(500);
    let counts = thread::scope(|scope| {
        let workers = [halves.0, halves.1].map(|half| scope.spawn(|| formulas.peaks.call((half.into(), 1.0))));
        workers.map(|worker| worker.join().expect("the worker does not panic"))
    });
    for count in counts {
        writeln!(out, "a thread found {}", count?.0)?;
    }
    Ok(())
}

/// Makes a call that is interrupted if it takes longer.
fn within<T: Send>(limit: Duration, context: &mut Context, call: impl FnOnce(&mut Context) -> T) -> T {
    let handle = context.interrupt_handle();
    let (done, wait) = mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        // The channel is closed when the call is over.
        if wait.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout) {
            handle.interrupt();
        }
    });
    let result = call(context);
    drop(done);
    watch.join().expect("the watch does not panic");
    context.interrupt_handle().clear();
    result
}

#[allow(dead_code, reason = "a test runs the example too")]
fn main() -> Result<(), Box<dyn Error>> {
    let source = match std::env::args().nth(1) {
        Some(path) => Source::new(path.clone(), std::fs::read_to_string(path)?),
        None => Source::new("formulas.py", FORMULAS),
    };
    run(&source, &mut io::stdout())
}

/// The example's own formulas.
#[allow(dead_code, reason = "a test runs the example too")]
pub fn formulas() -> Source {
    Source::new("formulas.py", FORMULAS)
}
