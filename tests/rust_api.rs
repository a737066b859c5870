//! The library API with types in Rust: lookup, views, results, contexts.

use npc::{Array, Context, In, Native, Options, Out, Source, Value, View, ViewMut, compile};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const SOURCE: &str = r#"
import numpy as np
from numba import jit, int32, int64, float64

@jit(int32(int32[:]), nopython=True)
def np_sum(x):
    return np.sum(x)

def scale(x: "float64[:]", by: float = 2.0) -> None:
    x *= by

def double(x: "float64[:, :]"):
    return x * 2.0

def packed(x: "float64[::1]") -> float:
    return x.sum()

def rows(x: "float64[:, ::1]"):
    return x.sum(axis=1)

def columns(x: "float64[::1, :]"):
    return x.sum(axis=0)

def both(x: "float64[:]"):
    return x[::2], x[1::2]

def twice_the_same(n: int):
    y = np.arange(n) * 1.0
    return y, y[1:]

def several(x: "float64[:]", k: int):
    return x.sum(), k + 1, k > 2, (x[0], x + k), None

def flags(x: "bool[:]", on: bool):
    return np.logical_and(x, on)

def turned(x: "float32[:, :]"):
    return x.T

def zero_d(x: "float64[()]") -> float:
    return x[()]

@jit([int64(int64[:]), float64(float64[:]), float64(float64[:, :])])
def total(x):
    return x.sum()

def at(x: "int64[:]", k: int) -> int:
    return x[k]

def depth(n: int) -> int:
    if n == 0:
        return 0
    return 1 + depth(n - 1)

def deep(seen: "int64[:]", n: int, a: float, b: float, c: float, d: float) -> float:
    seen[0] += 1
    e = a + b
    f = b * c
    g = c - d
    h = d + a
    r = deep(seen, n + 1, b, c, d, e)
    s = deep(seen, n + 1, f, g, h, e)
    return r + s + a + b + c + d + e + f + g + h

def spin(n: int) -> int:
    s = 0
    for i in range(n):
        s += i & 3
    return s

def forever(x: "float64[:]") -> float:
    while True:
        y = x + 1.0
        if y[0] < 0.0:
            return y[0]

def nested(n: int) -> int:
    s = 0
    for i in range(n):
        for j in range(3):
            s += (i ^ j) & 1
    return s

def calls(n: int) -> int:
    return helper(n) + 1

def helper(n: int) -> int:
    s = 0
    while s < n:
        s = s * n * 0
    return s

def untyped(x, k):
    return x.sum() * k

def grow(n: int) -> float:
    s = 0.0
    for i in range(n):
        s += np.ones(1000).sum()
    return s

def big(n: int):
    return np.zeros(n)
"#;

/// The code, compiled once.
fn native() -> Native {
    static NATIVE: OnceLock<Native> = OnceLock::new();
    NATIVE.get_or_init(compiled).clone()
}

fn compiled() -> Native {
    let program = compile(&Source::new("api.py", SOURCE), &Options::default()).unwrap_or_else(|errors| panic!("{errors}"));
    program.jit().expect("this machine is supported")
}

// ---- lookup

#[test]
fn a_function_is_called_by_its_type() {
    let np_sum = native().func::<fn(In<i32, 1>) -> i32>("np_sum").expect("the function");
    let data = vec![3, 1, 4, 1, 5];
    assert_eq!(np_sum.call((data.as_slice().into(),)), Ok(14));
    assert_eq!(np_sum.clone().call(((&data).into(),)), Ok(14));
    assert_eq!(format!("{np_sum:?}"), "Func<fn(In<i32, 1>) -> i32>");
}

#[track_caller]
fn refuses<S: npc::Signature>(native: &Native, name: &str, message: &str) {
    let error = native.func::<S>(name).expect_err("another type");
    assert_eq!(error.to_string(), message);
    assert_eq!((error.name.as_str(), error.expected), (name, S::name()));
}

#[test]
fn wrong_types_are_refused_at_lookup() {
    let native = native();
    let np_sum = "np_sum(x: int32[:]) -> int32 is fn(In<i32, 1>) -> i32 in Rust";
    let expected = |ty: &str| format!("np_sum: expected {ty}, but {np_sum}");
    refuses::<fn(In<i64, 1>) -> i32>(&native, "np_sum", &expected("fn(In<i64, 1>) -> i32"));
    refuses::<fn(In<i32, 2>) -> i32>(&native, "np_sum", &expected("fn(In<i32, 2>) -> i32"));
    refuses::<fn(In<i32, 1>) -> i64>(&native, "np_sum", &expected("fn(In<i32, 1>) -> i64"));
    refuses::<fn(In<i32, 1>)>(&native, "np_sum", &expected("fn(In<i32, 1>)"));
    refuses::<fn() -> i32>(&native, "np_sum", &expected("fn() -> i32"));
    refuses::<fn(In<i32, 1>, i64) -> i32>(&native, "np_sum", &expected("fn(In<i32, 1>, i64) -> i32"));
    refuses::<fn(In<f64, 1>) -> f64>(
        &native,
        "nothing",
        "nothing: expected fn(In<f64, 1>) -> f64, but there is no function `nothing` to export",
    );
    let error = native.func::<fn(In<bool, 1>) -> i64>("total").expect_err("no such signature");
    assert_eq!(error.found, ["fn(In<i64, 1>) -> i64", "fn(In<f64, 1>) -> f64", "fn(In<f64, 2>) -> f64"]);
}

#[test]
fn what_is_written_is_not_passed_as_in() {
    let native = native();
    refuses::<fn(In<f64, 1>, f64)>(
        &native,
        "scale",
        "scale: expected fn(In<f64, 1>, f64), but scale(x: float64[:], by: float) -> None, which writes x, \
         is fn(Out<f64, 1>, f64) in Rust",
    );
    let scale = native.func::<fn(Out<f64, 1>, f64)>("scale").expect("the function");
    let mut data = [1.0, 2.0, 3.0];
    scale.call(((&mut data).into(), 10.0)).expect("nothing is raised");
    assert_eq!(data, [10.0, 20.0, 30.0]);
    // What is only read may be passed either way.
    assert!(native.func::<fn(Out<i32, 1>) -> i32>("np_sum").is_ok());
}

#[test]
fn parameters_with_defaults_may_be_left_out() {
    let scale = native().func::<fn(Out<f64, 1>)>("scale").expect("the function");
    let mut data = [1.0, 2.0];
    scale.call(((&mut data).into(),)).expect("nothing is raised");
    assert_eq!(data, [2.0, 4.0]);
}

#[test]
fn one_of_several_signatures_is_chosen() {
    let native = native();
    let ints = native.func::<fn(In<i64, 1>) -> i64>("total").expect("the first");
    let floats = native.func::<fn(In<f64, 1>) -> f64>("total").expect("the second");
    let matrix = native.func::<fn(In<f64, 2>) -> f64>("total").expect("the third");
    assert_eq!(ints.call(((&[1, 2]).into(),)), Ok(3));
    assert_eq!(floats.call(((&[0.5, 2.0]).into(),)), Ok(2.5));
    assert_eq!(matrix.call(([[1.0, 2.0], [3.0, 4.0]][..].into(),)), Ok(10.0));
}

#[test]
fn functions_without_types_are_compiled_for_those_asked_for() {
    let native = native();
    let floats = native.func::<fn(In<f64, 1>, i64) -> f64>("untyped").expect("compiled");
    let ints = native.func::<fn(In<i32, 2>, i64) -> i64>("untyped").expect("compiled");
    assert_eq!(floats.call(((&[0.5, 1.0]).into(), 2)), Ok(3.0));
    assert_eq!(ints.call(([[1, 2], [3, 4]][..].into(), 2)), Ok(20));
    refuses::<fn(In<f64, 1>, i64) -> i64>(
        &native,
        "untyped",
        "untyped: expected fn(In<f64, 1>, i64) -> i64, but untyped(x: float64[:], k: int) -> float64 is \
         fn(In<f64, 1>, i64) -> f64 in Rust",
    );
    // By values too, once for each combination of types.
    let mut args = [Value::List(vec![Value::Int(1)]), Value::Int(3)];
    assert!(native.call("untyped", &mut args).is_err(), "a list has no type of its own");
    let numbers = args[0].to_array().expect("numbers");
    for _ in 0..2 {
        let total = native.call("untyped", &mut [Value::Array(numbers.clone()), Value::Int(3)]);
        assert_eq!(total.expect("a number").display(), "3");
    }
}

// ---- views

#[test]
fn views_have_any_strides() {
    let native = native();
    let total = native.func::<fn(In<f64, 1>) -> f64>("total").expect("the function");
    let both = native.func::<fn(In<f64, 1>) -> (Array<f64, 1>, Array<f64, 1>)>("both").expect("the function");
    let data: Vec<f64> = (0..10).map(f64::from).collect();
    let backwards = View::with_strides([10], [-1], 9, &data).expect("within the slice");
    assert_eq!(total.call((backwards,)), Ok(45.0));
    let (even, odd) = both.call((backwards,)).expect("two arrays");
    assert_eq!((even.to_vec(), odd.to_vec()), (vec![9.0, 7.0, 5.0, 3.0, 1.0], vec![8.0, 6.0, 4.0, 2.0, 0.0]));
    let third = View::from(&data).slice_by(0, 1.., 3);
    assert_eq!((third.to_vec(), total.call((third,))), (vec![1.0, 4.0, 7.0], Ok(12.0)));
    let same = View::with_strides([1000], [0], 3, &data).expect("within the slice");
    assert_eq!(total.call((same,)), Ok(3000.0));
    assert_eq!(total.call((View::from(&data).slice(0, 4..4),)), Ok(0.0));
    assert_eq!(total.call((View::from(&[] as &[f64; 0]),)), Ok(0.0));
}

#[test]
fn views_of_two_axes() {
    let double = native().func::<fn(In<f64, 2>) -> Array<f64, 2>>("double").expect("the function");
    let data = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    let view = View::from_shape([2, 3], &data).expect("six elements");
    let doubled = double.call((view,)).expect("an array");
    assert_eq!((doubled.shape(), doubled[[1, 0]], doubled.as_slice()), ([2, 3], 8.0, &[2.0, 4.0, 6.0, 8.0, 10.0, 12.0][..]));
    let doubled = double.call((view.transpose(),)).expect("an array");
    assert_eq!((doubled.shape(), doubled.to_vec()), ([3, 2], vec![2.0, 8.0, 4.0, 10.0, 6.0, 12.0]));
    let doubled = double.call((view.slice(1, ..2).slice_by(0, .., -1),)).expect("an array");
    assert_eq!((doubled.shape(), doubled.to_vec()), ([2, 2], vec![8.0, 10.0, 2.0, 4.0]));
    let empty = double.call((View::from_shape([0, 3], &[]).expect("no elements"),)).expect("an array");
    assert_eq!((empty.shape(), empty.is_empty()), ([0, 3], true));
    // Results are arguments.
    let again = double.call(((&doubled).into(),)).expect("an array");
    assert_eq!(again.to_vec(), [16.0, 20.0, 4.0, 8.0]);
}

#[test]
fn views_without_axes() {
    let zero_d = native().func::<fn(In<f64, 0>) -> f64>("zero_d").expect("the function");
    assert_eq!(zero_d.call(((&2.5).into(),)), Ok(2.5));
    let data = [1.0, 7.0];
    assert_eq!(zero_d.call((View::with_strides([], [], 1, &data).expect("an element"),)), Ok(7.0));
}

#[test]
fn a_layout_that_the_function_asks_for_is_checked() {
    let native = native();
    let packed = native.func::<fn(In<f64, 1>) -> f64>("packed").expect("the function");
    let rows = native.func::<fn(In<f64, 2>) -> Array<f64, 1>>("rows").expect("the function");
    let columns = native.func::<fn(In<f64, 2>) -> Array<f64, 1>>("columns").expect("the function");
    let data = [1.0, 2.0, 3.0, 4.0];
    let error = packed.call((View::from(&data).slice_by(0, .., 2),)).expect_err("not contiguous");
    assert_eq!(error.to_string(), "ValueError: x: expected float64[::1], got strides [2] for shape [2]");
    let view = View::from_shape([2, 2], &data).expect("four elements");
    assert_eq!(rows.call((view,)).expect("in C order").to_vec(), [3.0, 7.0]);
    assert_eq!(rows.call((view.transpose(),)).expect_err("in F order"), "ValueError");
    assert_eq!(columns.call((view.transpose(),)).expect("in F order").to_vec(), [3.0, 7.0]);
    assert_eq!(columns.call((view,)).expect_err("in C order"), "ValueError");
    // Axes that nobody walks along may have any stride, and so may all without elements.
    assert_eq!(packed.call((View::from(&data).slice_by(0, 3.., 7),)), Ok(4.0));
    assert_eq!(packed.call((View::with_strides([0], [5], 0, &data).expect("empty"),)), Ok(0.0));
    let row = view.slice(0, 1..);
    assert_eq!(rows.call((row,)).expect("one row").to_vec(), [7.0]);
    assert_eq!(columns.call((row,)).expect("one row").to_vec(), [3.0, 4.0]);
}

#[test]
fn views_outside_of_their_slice_are_refused() {
    let data = [1.0; 6];
    let message = |made: Result<View<'_, f64, 2>, npc::LayoutError>| made.expect_err("outside").to_string();
    assert_eq!(message(View::from_shape([2, 4], &data)), "shape [2, 4] has 8 elements, and the slice 6");
    assert_eq!(message(View::with_strides([2, 3], [3, 1], 1, &data)), "the view touches elements 1 to 6 of a slice of 6");
    assert_eq!(message(View::with_strides([2, 3], [-3, 1], 2, &data)), "the view touches elements -1 to 4 of a slice of 6");
    assert_eq!(
        message(View::with_strides([usize::MAX, 3], [0, 0], 0, &data)),
        "shape [18446744073709551615, 3] has too many elements"
    );
    assert!(View::with_strides([2, 3], [-3, 1], 3, &data).is_ok());
    assert!(View::with_strides([0, 3], [100, 100], 0, &data).is_ok());
    assert!(View::with_strides([2, 2], [isize::MAX, isize::MIN], 0, &data).is_err());
}

#[test]
fn mutable_views_are_written_by_rust_too() {
    let mut data = [0; 6];
    let mut view = ViewMut::from_shape([2, 3], &mut data).expect("six elements");
    view[[0, 1]] = 5;
    view.reborrow().slice(0, 1..).fill(7);
    assert_eq!(view.get_mut([2, 0]), None);
    assert_eq!((view[[1, 2]], view.view().get([0, 1])), (7, Some(&5)));
    assert_eq!(view.transpose().view().to_vec(), [0, 7, 5, 7, 0, 7]);
    assert_eq!(data, [0, 5, 0, 7, 7, 7]);
}

// ---- results

#[test]
fn tuples_of_results() {
    type Several = fn(In<f64, 1>, i64) -> (f64, i64, bool, (f64, Array<f64, 1>), ());
    let several = native().func::<Several>("several").expect("the function");
    let (sum, next, above, (first, shifted), ()) = several.call(((&[1.0, 2.0]).into(), 3)).expect("five results");
    assert_eq!((sum, next, above, first, shifted.to_vec()), (3.0, 4, true, 1.0, vec![4.0, 5.0]));
}

#[test]
fn bools_are_bools() {
    let flags = native().func::<fn(In<bool, 1>, bool) -> Array<bool, 1>>("flags").expect("the function");
    assert_eq!(flags.call(((&[true, false]).into(), true)).expect("an array").as_slice(), [true, false]);
    assert_eq!(flags.call(((&[true, false]).into(), false)).expect("an array").as_slice(), [false, false]);
}

#[test]
fn results_outlive_the_code_and_go_to_other_threads() {
    let source = Source::new("ones.py", "import numpy as np\ndef ones(n: int):\n    return np.ones((n, 2))\n");
    let native = compile(&source, &Options::default()).expect("no errors").jit().expect("this machine is supported");
    let ones = native.func::<fn(i64) -> Array<f64, 2>>("ones").expect("the function");
    drop(native);
    let mut array = ones.call((3,)).expect("an array");
    drop(ones);
    array[[2, 1]] = 5.0;
    let sum = thread::spawn(move || array.as_slice().iter().sum::<f64>());
    assert_eq!(sum.join().expect("no panic"), 10.0);
}

#[test]
fn results_that_share_memory_become_two_arrays() {
    let native = native();
    let twice = native.func::<fn(i64) -> (Array<f64, 1>, Array<f64, 1>)>("twice_the_same").expect("the function");
    let mut context = Context::new();
    let (mut whole, part) = twice.call_in(&mut context, (4,)).expect("two arrays");
    assert_eq!(context.in_use(), 0);
    whole.as_mut_slice().fill(9.0);
    assert_eq!((whole.to_vec(), part.to_vec()), (vec![9.0; 4], vec![1.0, 2.0, 3.0]));
    // A result in another order is brought into C order.
    let turned = native.func::<fn(In<f32, 2>) -> Array<f32, 2>>("turned").expect("the function");
    let turned = turned.call(([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]][..].into(),)).expect("an array");
    assert_eq!((turned.shape(), turned.to_vec()), ([3, 2], vec![1.0, 4.0, 2.0, 5.0, 3.0, 6.0]));
}

#[test]
fn results_go_where_the_caller_says() {
    let native = native();
    let double = native.func::<fn(In<f64, 2>) -> Array<f64, 2>>("double").expect("the function");
    let data = [1.0, 2.0, 3.0, 4.0];
    let view = View::from_shape([2, 2], &data).expect("four elements");
    let mut out = [0.0; 4];
    double.call_into((view,), ViewMut::from_shape([2, 2], &mut out).expect("four elements")).expect("nothing is raised");
    assert_eq!(out, [2.0, 4.0, 6.0, 8.0]);
    let across = ViewMut::from_shape([2, 2], &mut out).expect("four elements").transpose();
    double.call_into((view,), across).expect("nothing is raised");
    assert_eq!(out, [2.0, 6.0, 4.0, 8.0]);
    let error = double.call_into((view,), ViewMut::from_shape([4, 1], &mut out).expect("four elements"));
    assert_eq!(error.expect_err("another shape").to_string(), "ValueError: out has the wrong shape for the result");
    let mut array = Array::<f64, 2>::zeros([2, 2]);
    double.call_into((view,), (&mut array).into()).expect("nothing is raised");
    assert_eq!(array.as_slice(), [2.0, 4.0, 6.0, 8.0]);

    let several = native.func::<fn(In<f64, 1>, i64) -> (f64, i64, bool, (f64, Array<f64, 1>), ())>("several");
    let several = several.expect("the function");
    let (mut sum, mut next, mut above, mut first, mut shifted) = (0.0, 0, true, 0.0, [0.0; 2]);
    let out = (&mut sum, &mut next, &mut above, (&mut first, (&mut shifted).into()), ());
    several.call_into(((&[1.0, 2.0]).into(), 1), out).expect("nothing is raised");
    assert_eq!((sum, next, above, first, shifted), (3.0, 2, false, 1.0, [2.0, 3.0]));
}

// ---- exceptions

#[test]
fn exceptions_have_type_message_and_place() {
    let at = native().func::<fn(In<i64, 1>, i64) -> i64>("at").expect("the function");
    assert_eq!(at.call(((&[1, 2]).into(), -1)), Ok(2));
    let error = at.call(((&[1, 2]).into(), 5)).expect_err("out of bounds");
    assert_eq!(error, "IndexError");
    assert_eq!(error.to_string(), "IndexError: index 5 is out of bounds for axis 0 with size 2");
    let line = 1 + SOURCE.lines().position(|line| line == "    return x[k]").expect("the line");
    let frames: Vec<_> =
        error.traceback.iter().map(|frame| (frame.file.as_str(), frame.line, frame.function.as_str())).collect();
    assert_eq!(frames, [("api.py", line as u32, "at")]);
    let error: Box<dyn std::error::Error> = error.into();
    assert!(error.to_string().starts_with("IndexError"));
}

// ---- contexts

#[test]
fn memory_has_a_limit() {
    let native = native();
    let big = native.func::<fn(i64) -> Array<f64, 1>>("big").expect("the function");
    let mut context = Context::new();
    context.set_memory_limit(Some(80_000));
    assert_eq!(big.call_in(&mut context, (10_000,)).expect("as much as allowed").len(), 10_000);
    let error = big.call_in(&mut context, (10_001,)).expect_err("too much");
    assert_eq!((error == "MemoryError", context.in_use()), (true, 0));
    // What one round frees the next one has.
    let grow = native.func::<fn(i64) -> f64>("grow").expect("the function");
    assert_eq!(grow.call_in(&mut context, (1000,)), Ok(1e6));
    context.set_memory_limit(Some(0));
    assert_eq!(grow.call_in(&mut context, (1,)).expect_err("nothing is allowed"), "MemoryError");
    context.set_memory_limit(None);
    assert!(big.call_in(&mut context, (1_000_000,)).is_ok());
}

#[test]
fn refused_allocations_leave_nothing_behind() {
    let native = native();
    let both = native.func::<fn(In<f64, 1>) -> (Array<f64, 1>, Array<f64, 1>)>("both").expect("the function");
    let data = [1.0, 2.0, 3.0];
    let mut context = Context::new();
    for k in 1..=3 {
        context.set_alloc_countdown(k);
        match both.call_in(&mut context, ((&data).into(),)) {
            Ok((even, _)) => assert_eq!((k, even.to_vec()), (3, vec![1.0, 3.0])),
            Err(error) => assert_eq!((error == "MemoryError", k < 3), (true, true)),
        }
        assert_eq!(context.in_use(), 0, "allocation {k}");
    }
}

#[test]
fn recursion_ends_by_depth_and_by_stack() {
    let depth = native().func::<fn(i64) -> i64>("depth").expect("the function");
    assert_eq!(depth.call((500,)), Ok(500));
    let error = depth.call((100_000,)).expect_err("too deep");
    assert_eq!(error.to_string(), "RecursionError: maximum recursion depth exceeded");
}

/// How often `deep` was entered on a thread with such a stack before it raised.
fn entered(stack: usize, limit: Option<usize>) -> i64 {
    let deep = native().func::<fn(Out<i64, 1>, i64, f64, f64, f64, f64) -> f64>("deep").expect("the function");
    let run = move || {
        let mut seen = [0];
        let mut context = Context::new();
        context.set_stack_limit(limit);
        let error = deep.call_in(&mut context, ((&mut seen).into(), 0, 1.0, 2.0, 3.0, 4.0)).expect_err("no end");
        assert_eq!(error.to_string(), "RecursionError: maximum recursion depth exceeded");
        assert_eq!(error.traceback[0].function, "deep");
        seen[0]
    };
    thread::Builder::new().stack_size(stack).spawn(run).expect("a thread").join().expect("no crash")
}

#[test]
fn a_small_stack_is_not_overrun() {
    let all = entered(8 << 20, None);
    // More than four times the stack of the test below, which might be given this one again.
    let small = entered(160 << 10, None);
    assert!(all >= 1000 && (10..1000).contains(&small), "{small} calls in 160 kB, {all} in 8 MB");
    assert!(entered(256 << 10, None) > small);
    assert!(entered(8 << 20, Some(32 << 10)) < small);
}

#[test]
fn a_stack_that_is_used_up_is_no_crash() {
    let depth = native().func::<fn(i64) -> i64>("depth").expect("the function");
    let run = move || depth.call((3,)).expect_err("no stack to begin with");
    let error = thread::Builder::new().stack_size(32 << 10).spawn(run).expect("a thread").join().expect("no crash");
    assert_eq!(error, "RecursionError");
}

/// How long a call goes on after it is interrupted.
fn interrupted(call: impl FnOnce(&Native, &mut Context) -> npc::Exception) -> Duration {
    let native = native();
    let mut context = Context::new();
    let handle = context.interrupt_handle();
    let (begun, over) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|scope| {
        let other = scope.spawn(|| {
            while !begun.load(Ordering::SeqCst) {
                thread::yield_now();
            }
            thread::sleep(Duration::from_millis(30));
            assert!(!over.load(Ordering::SeqCst), "the call was not running any more");
            handle.interrupt();
            Instant::now()
        });
        begun.store(true, Ordering::SeqCst);
        let error = call(&native, &mut context);
        let end = Instant::now();
        over.store(true, Ordering::SeqCst);
        assert_eq!(error, "KeyboardInterrupt");
        assert_eq!(error.to_string(), "KeyboardInterrupt");
        assert_eq!((context.in_use(), handle.is_pending()), (0, false));
        end.saturating_duration_since(other.join().expect("no panic"))
    })
}

const ENDLESS: i64 = i64::MAX;

#[test]
fn loops_end_when_interrupted() {
    for name in ["spin", "nested", "calls", "grow"] {
        let waited = interrupted(|native, context| {
            if name == "grow" {
                let grow = native.func::<fn(i64) -> f64>(name).expect("the function");
                return grow.call_in(context, (ENDLESS,)).expect_err("no end");
            }
            let func = native.func::<fn(i64) -> i64>(name).expect("the function");
            let error = func.call_in(context, (ENDLESS,)).expect_err("no end");
            let function = error.traceback.last().map(|frame| frame.function.as_str());
            assert_eq!(function, Some(if name == "calls" { "helper" } else { name }));
            error
        });
        assert!(waited < Duration::from_millis(100), "{name} went on for {waited:?}");
    }
    let waited = interrupted(|native, context| {
        let forever = native.func::<fn(In<f64, 1>) -> f64>("forever").expect("the function");
        forever.call_in(context, ((&[1.0; 1000]).into(),)).expect_err("no end")
    });
    assert!(waited < Duration::from_millis(100), "forever went on for {waited:?}");
}

#[test]
fn an_interrupt_ends_one_call() {
    let native = native();
    let grow = native.func::<fn(i64) -> f64>("grow").expect("the function");
    let mut context = Context::new();
    let handle = context.interrupt_handle();
    handle.interrupt();
    assert_eq!(grow.call_in(&mut context, (10,)).expect_err("interrupted before"), "KeyboardInterrupt");
    assert_eq!((grow.call_in(&mut context, (10,)), context.in_use()), (Ok(10_000.0), 0));
    handle.interrupt();
    handle.clear();
    assert_eq!(grow.call_in(&mut context, (10,)), Ok(10_000.0));
    handle.interrupt();
    let error = native.call_in(&mut context, "grow", &mut [Value::Int(10)]).expect_err("interrupted before");
    assert_eq!(error, "KeyboardInterrupt");
}

#[test]
fn four_threads_have_a_context_each() {
    let native = compiled();
    let grow = native.func::<fn(i64) -> f64>("grow").expect("the function");
    let at = native.func::<fn(In<i64, 1>, i64) -> i64>("at").expect("the function");
    drop(native);
    let data = [1, 2, 3];
    thread::scope(|scope| {
        for k in 0..4_i64 {
            let (grow, at, data) = (&grow, &at, &data);
            scope.spawn(move || {
                let mut context = Context::new();
                context.set_memory_limit((k == 3).then_some(100));
                for _ in 0..200 {
                    assert_eq!(at.call_in(&mut context, (data.into(), k)).ok(), data.get(k as usize).copied());
                    assert_eq!(grow.call_in(&mut context, (k + 1,)).is_ok(), k < 3);
                    assert_eq!(context.in_use(), 0);
                }
            });
        }
    });
}

#[test]
fn programs_and_code_are_shared() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    shared::<npc::Program>();
    shared::<Native>();
    shared::<npc::Func<fn(In<f64, 1>) -> Array<f64, 1>>>();
    shared::<npc::Interrupt>();
    fn sent<T: Send + 'static>() {}
    sent::<Context>();
    sent::<Array<f64, 2>>();
}

#[path = "../examples/embed.rs"]
mod embed;

#[test]
fn the_example_runs() {
    let mut out = Vec::new();
    embed::run(&embed::formulas(), &mut out).expect("the example works");
    let out = String::from_utf8(out).expect("text");
    let expected = [
        "smoothed: 1000 values, the first ",
        "peaks: ",
        "peaks of the first half, backwards: ",
        "table: 0.000 ",
        "Traceback (most recent call last):",
        "  File \"formulas.py\", line ",
        "ValueError: zero-size array to reduction operation maximum which has no identity",
        "with 4 kB: MemoryError",
        "after 50 ms: KeyboardInterrupt",
        "a thread found ",
        "a thread found ",
    ];
    let lines: Vec<_> = out.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{out}");
    assert!(lines.iter().zip(expected).all(|(line, start)| line.starts_with(start)), "{out}");
}

#[test]
fn strings_and_printed_text() {
    let source = Source::new(
        "text.py",
        "def greet(name: str, n: int) -> str:\n    if n < 0:\n        raise ValueError(f'{n} times {name!r}')\n    \
         print('greeting', name)\n    return f'Hello, {name}! ' * n\n",
    );
    let native = npc::compile(&source, &Options::default()).expect("compiles").jit().expect("native code");
    let greet = native.func::<fn(String, i64) -> String>("greet").expect("has this type");
    let printed = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let mut context = npc::Context::new();
    let sink = printed.clone();
    context.set_print(move |text| sink.lock().expect("not poisoned").push_str(text));
    assert_eq!(greet.call_in(&mut context, ("J\u{f6}rg", 2)), Ok("Hello, J\u{f6}rg! Hello, J\u{f6}rg! ".to_string()));
    assert_eq!(*printed.lock().expect("not poisoned"), "greeting J\u{f6}rg\n");
    let error = greet.call_in(&mut context, ("it's", -3)).expect_err("raises");
    assert_eq!(error.to_string(), "ValueError: -3 times \"it's\"");
    assert_eq!(context.in_use(), 0);
    let mut args = [npc::Value::Str("Ada".to_string()), npc::Value::Int(1)];
    assert_eq!(native.call_in(&mut context, "greet", &mut args), Ok(npc::Value::Str("Hello, Ada! ".to_string())));
    assert!(native.func::<fn(npc::In<u8, 1>, i64) -> String>("greet").is_err());
}
