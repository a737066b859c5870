//! The passes, by example: text in, text out.

use npc_midend::ir::{FuncId, Phase};
use npc_midend::types::DType;
use npc_midend::{
    InterpArray, InterpValue, Module, drop_known_checks, find_problems, fuse, interpret, parse_module, reuse_buffers,
    share_common,
};

const SITES: &str = "site0 = MemoryError \"memory\"\nsite1 = IndexError \"index\"\nsite2 = ValueError \"shape\"\n";

fn module(func: &str, phase: Phase) -> Module {
    let module = parse_module(&format!("{SITES}@0 = {}", func.trim())).unwrap_or_else(|error| panic!("{error}\n{func}"));
    assert_valid(&module, phase);
    module
}

fn assert_valid(module: &Module, phase: Phase) {
    let problems = find_problems(module, phase);
    assert!(problems.is_empty(), "{problems:?}\n{module}");
}

/// The function's text with values numbered in the order in which they stand there.
fn text(module: &Module) -> String {
    let text = module.to_string();
    let text = &text[text.find("func ").unwrap_or(0)..];
    let (mut known, mut out) = (Vec::new(), String::new());
    let mut parts = text.split_inclusive(['%', '^']);
    out += parts.next().unwrap_or("");
    for part in parts {
        let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let name = format!("{}{}", out.pop().unwrap_or(' '), &part[..digits]);
        let number = known.iter().position(|one| *one == name).unwrap_or_else(|| {
            known.push(name.clone());
            known.len() - 1
        });
        out += &format!("{}{number}{}", &name[..1], &part[digits..]);
    }
    out.trim().to_string()
}

/// Both are compared with their values numbered anew.
#[track_caller]
fn check(pass: impl Fn(&mut npc_midend::Func), phase: Phase, before: &str, after: &str) {
    let mut changed = module(before, phase);
    changed.funcs.values_mut().for_each(pass);
    assert_valid(&changed, phase);
    assert_eq!(text(&changed), text(&module(after, phase)), "\nnow:\n{changed}");
}

fn shares(before: &str, after: &str) {
    check(|func| _ = share_common(func), Phase::Arrays, before, after);
}

fn fuses(before: &str, after: &str) {
    check(|func| _ = fuse(func), Phase::Arrays, before, after);
}

fn drops(before: &str, after: &str) {
    check(|func| _ = drop_known_checks(func), Phase::Loops, before, after);
}

/// Fusion that must not happen.
fn stays(text: &str) {
    fuses(text, text);
}

#[test]
fn equal_operations_and_checks_are_shared() {
    shares(
        r"func f(%0: array<f64, 1, A>, %1: i64) -> f64 {
  %2 = dim %0, 0
  %3 = const 1 : i64
  %4 = eq %2, %3
  check %4, site2(%2)
  %5 = dim %0, 0
  %6 = const 1 : i64
  %7 = eq %6, %5
  check %7, site2(%5)
  %8 = index %1, %2, site1
  %9 = index %1, %5, site1
  %10 = load_elem %0 [%8]
  %11 = load_elem %0 [%9]
  %12 = add %10, %11
  return %12
}",
        r"func f(%0: array<f64, 1, A>, %1: i64) -> f64 {
  %2 = dim %0, 0
  %3 = const 1 : i64
  %4 = eq %2, %3
  check %4, site2(%2)
  %8 = index %1, %3, site1
  %10 = load_elem %0 [%8]
  %11 = load_elem %0 [%8]
  %12 = add %10, %11
  return %12
}",
    );
}

/// What one arm knows, the other one does not.
#[test]
fn sharing_keeps_to_regions() {
    let same = r"func f(%0: array<f64, 1, A>, %1: bool) -> i64 {
  %2 = if %1 : i64 {
    %3 = dim %0, 0
    yield %3
  } else {
    %4 = dim %0, 0
    yield %4
  }
  %5 = dim %0, 0
  %6 = add %2, %5
  return %6
}";
    shares(same, same);
}

/// `x[2:] - x[:-2]`: both have max(n - 2, 0) elements.
#[test]
fn slices_of_one_length_meet() {
    shares(
        r"func f(%0: array<f64, 1, A>) -> bool {
  %1 = dim %0, 0
  %2 = const 2 : i64
  %3 = const 0 : i64
  %4 = min %2, %1
  %5 = sub %1, %4
  %6 = max %5, %3
  %7 = const -2 : i64
  %8 = add %7, %1
  %9 = max %8, %3
  %10 = eq %6, %9
  return %10
}",
        "func f(%0: array<f64, 1, A>) -> bool {\n  %1 = const true : bool\n  return %1\n}",
    );
}

/// The bodies of loops see constants of their own.
#[test]
fn constants_move_into_bodies() {
    shares(
        r"func f(%0: array<f64, 1, A>) -> f64 {
  %1 = dim %0, 0
  %2 = const 2.0 : f64
  %3 = each [reduce %1] (%4 = %0, %5 = %0) -> (reduce sum), site0 : f64 {
    %6 = mul %4, %2
    %7 = mul %5, %6
    yield %7
  }
  return %3
}",
        r"func f(%0: array<f64, 1, A>) -> f64 {
  %1 = dim %0, 0
  %3 = each [reduce %1] (%4 = %0) -> (reduce sum), site0 : f64 {
    %2 = const 2.0 : f64
    %6 = mul %4, %2
    %7 = mul %4, %6
    yield %7
  }
  return %3
}",
    );
}

#[test]
fn a_producer_goes_into_the_sum() {
    fuses(
        r"func f(%0: array<f64, 1, A>) -> f64 {
  %1 = dim %0, 0
  %2 = each [parallel %1] (%3 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %4 = sqrt %3
    yield %4
  }
  %5 = each [reduce %1] (%6 = %2) -> (reduce sum), site0 : f64 {
    yield %6
  }
  return %5
}",
        r"func f(%0: array<f64, 1, A>) -> f64 {
  %1 = dim %0, 0
  %5 = each [reduce %1] (%6 = %0) -> (reduce sum), site0 : f64 {
    %7 = sqrt %6
    yield %7
  }
  return %5
}",
    );
}

/// `y[1:] - y[:-1]` with `y = x * x`: cheap enough to be done twice.
#[test]
fn views_move_to_the_inputs() {
    fuses(
        r"func f(%0: array<f64, 1, C>, %1: i64, %2: i64) -> array<f64, 1, C> {
  %3 = const 1 : i64
  %4 = each [parallel %1] (%5 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %6 = mul %5, %5
    yield %6
  }
  %7 = view %4 [0: %3] (%2 by 0*%3) : array<f64, 1, C>
  %8 = view %4 [] (%2 by 0*%3) : array<f64, 1, C>
  %9 = each [parallel %2] (%10 = %7, %11 = %8) -> (fresh), site0 : array<f64, 1, C> {
    %12 = sub %10, %11
    yield %12
  }
  return %9
}",
        r"func f(%0: array<f64, 1, C>, %1: i64, %2: i64) -> array<f64, 1, C> {
  %3 = const 1 : i64
  %7 = view %0 [0: %3] (%2 by 0*%3) : array<f64, 1, C>
  %8 = view %0 [] (%2 by 0*%3) : array<f64, 1, C>
  %9 = each [parallel %2] (%10 = %7, %11 = %8) -> (fresh), site0 : array<f64, 1, C> {
    %12 = mul %10, %10
    %13 = mul %11, %11
    %14 = sub %12, %13
    yield %14
  }
  return %9
}",
    );
}

/// `x[:] = x * 2`: every element is read before it is stored.
#[test]
fn a_result_is_stored_in_place() {
    fuses(
        r"func f(%0: array<f64, 1, A>) {
  %1 = dim %0, 0
  %2 = each [parallel %1] (%3 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %4 = add %3, %3
    yield %4
  }
  each [parallel %1] (%6 = %2) -> (into %0), site0 {
    yield %6
  }
  return
}",
        r"func f(%0: array<f64, 1, A>) {
  %1 = dim %0, 0
  each [parallel %1] (%6 = %0) -> (into %0), site0 {
    %7 = add %6, %6
    yield %7
  }
  return
}",
    );
}

/// Two parameters may be views of one array, shifted by one.
/// Two views of one array overlap, as far as is known.
#[test]
fn a_result_is_not_stored_over_what_is_read() {
    stays(
        r"func f(%0: array<f64, 1, A>, %1: i64) {
  %2 = const 1 : i64
  %3 = view %0 [] (%1 by 0*%2) : array<f64, 1, A>
  %4 = view %0 [0: %2] (%1 by 0*%2) : array<f64, 1, A>
  %5 = each [parallel %1] (%6 = %3) -> (fresh), site0 : array<f64, 1, C> {
    %7 = add %6, %6
    yield %7
  }
  each [parallel %1] (%8 = %5) -> (into %4), site0 {
    yield %8
  }
  return
}",
    );
}

#[test]
fn a_result_that_may_be_stored_over_what_is_read_has_two_versions() {
    fuses(
        r"func f(%0: array<f64, 1, A>, %5: array<f64, 1, A>) {
  %1 = dim %0, 0
  %2 = each [parallel %1] (%3 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %4 = add %3, %3
    yield %4
  }
  each [parallel %1] (%6 = %2) -> (into %5), site0 {
    yield %6
  }
  return
}",
        r"func f(%0: array<f64, 1, A>, %5: array<f64, 1, A>) {
  %1 = dim %0, 0
  %2 = overlap %0, %5
  if %2 {
    %3 = each [parallel %1] (%6 = %0) -> (fresh), site0 : array<f64, 1, C> {
      %7 = add %6, %6
      yield %7
    }
    each [parallel %1] (%8 = %3) -> (into %5), site0 {
      yield %8
    }
    yield
  } else {
    each [parallel %1] (%9 = %0) -> (into %5), site0 {
      %10 = add %9, %9
      yield %10
    }
    yield
  }
  return
}",
    );
}

/// Two buffers that change places in each round stay two.
#[test]
fn a_result_is_stored_into_a_swapped_buffer() {
    fuses(
        r"func f(%0: array<f64, 1, C>, %1: i64, %2: i64) -> array<f64, 1, C> {
  %3 = empty (%1), site0 : array<f64, 1, C>
  %4 = const 0 : i64
  %5, %6 = for ^2 %7 in %4..%2 (%8 = %0, %9 = %3) {
    %10 = each [parallel %1] (%11 = %8) -> (fresh), site0 : array<f64, 1, C> {
      %12 = add %11, %11
      yield %12
    }
    each [parallel %1] (%13 = %10) -> (into %9), site0 {
      yield %13
    }
    next ^2 (%9, %8)
  }
  return %5
}",
        r"func f(%0: array<f64, 1, C>, %1: i64, %2: i64) -> array<f64, 1, C> {
  %3 = empty (%1), site0 : array<f64, 1, C>
  %4 = const 0 : i64
  %5, %6 = for ^2 %7 in %4..%2 (%8 = %0, %9 = %3) {
    each [parallel %1] (%11 = %8) -> (into %9), site0 {
      %12 = add %11, %11
      yield %12
    }
    next ^2 (%9, %8)
  }
  return %5
}",
    );
}

/// After one round both names mean one buffer.
#[test]
fn buffers_that_become_one_are_tested() {
    let mut changed = module(
        r"func f(%0: array<f64, 1, C>, %1: i64, %2: i64) -> array<f64, 1, C> {
  %3 = empty (%1), site0 : array<f64, 1, C>
  %4 = const 0 : i64
  %5, %6 = for ^2 %7 in %4..%2 (%8 = %0, %9 = %3) {
    %10 = each [parallel %1] (%11 = %8) -> (fresh), site0 : array<f64, 1, C> {
      %12 = add %11, %11
      yield %12
    }
    each [parallel %1] (%13 = %10) -> (into %9), site0 {
      yield %13
    }
    next ^2 (%9, %9)
  }
  return %5
}",
        Phase::Arrays,
    );
    changed.funcs.values_mut().for_each(|func| _ = fuse(func));
    assert!(changed.to_string().contains("overlap"), "{changed}");
}

#[test]
fn buffers_that_a_loop_swaps_keep_their_extents() {
    shares(
        r"func f(%0: array<f64, 1, C>, %1: i64) -> i64 {
  %2 = dim %0, 0
  %3 = empty (%2), site0 : array<f64, 1, C>
  %4 = const 0 : i64
  %5, %6, %7 = for ^2 %8 in %4..%1 (%9 = %0, %10 = %3, %11 = %4) {
    %12 = dim %9, 0
    %13 = dim %10, 0
    %14 = sub %12, %13
    %15 = add %14, %11
    %16 = add %15, %8
    next ^2 (%10, %9, %16)
  }
  return %7
}",
        r"func f(%0: array<f64, 1, C>, %1: i64) -> i64 {
  %2 = dim %0, 0
  %3 = empty (%2), site0 : array<f64, 1, C>
  %4 = const 0 : i64
  %7 = for ^2 %8 in %4..%1 (%11 = %4) {
    %15 = add %11, %8
    next ^2 (%15)
  }
  return %7
}",
    );
}

#[test]
fn fusion_does_not_move_past_stores() {
    stays(
        r"func f(%0: array<f64, 1, A>, %5: f64) -> f64 {
  %1 = dim %0, 0
  %2 = each [parallel %1] (%3 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %4 = add %3, %3
    yield %4
  }
  %7 = const 0 : i64
  store_elem %0 [%7], %5
  %8 = each [reduce %1] (%6 = %2) -> (reduce sum), site0 : f64 {
    yield %6
  }
  return %8
}",
    );
}

/// A division for every row stays one.
#[test]
fn expensive_bodies_are_not_stretched() {
    stays(
        r"func f(%0: array<f64, 1, C>, %1: i64, %2: i64) -> array<f64, 2, C> {
  %3 = const 1 : i64
  %4 = each [parallel %1] (%5 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %6 = div %5, %5
    yield %6
  }
  %7 = view %4 [] (%2, %1 by 0*%3) : array<f64, 2, 1>
  %9 = each [parallel %2, parallel %1] (%10 = %7) -> (fresh), site0 : array<f64, 2, C> {
    yield %10
  }
  return %9
}",
    );
}

const COPY_AND_SUM: &str = r"func f(%0: array<f64, 2, LAYOUT>) -> f64 {
  %1 = dim %0, 0
  %2 = dim %0, 1
  %3 = each [parallel %1, parallel %2] (%4 = %0) -> (fresh), site0 : array<f64, 2, LAYOUT> {
    yield %4
  }
  %5 = each [reduce %1, reduce %2] (%6 = %3) -> (reduce sum), site0 : f64 {
    yield %6
  }
  return %5
}";

const PART_OF_SQUARES: &str = r"func f(%0: array<f64, 2, LAYOUT>) -> f64 {
  %1 = dim %0, 0
  %2 = dim %0, 1
  %10 = const 1 : i64
  %11 = sub %2, %10
  %3 = each [parallel %1, parallel %2] (%4 = %0) -> (fresh), site0 : array<f64, 2, LAYOUT> {
    %7 = mul %4, %4
    yield %7
  }
  %8 = view %3 [] (%1 by 0*%10, %11 by 1*%10) : array<f64, 2, A>
  %5 = each [reduce %1, reduce %11] (%6 = %8) -> (reduce sum), site0 : f64 {
    yield %6
  }
  return %5
}";

/// Sums of bare arrays have runs that depend on their strides; a copy is dense, its source need not be.
#[test]
fn sums_keep_their_runs() {
    for (func, layout, fused) in
        [(COPY_AND_SUM, "A", 0), (COPY_AND_SUM, "C", 1), (PART_OF_SQUARES, "A", 0), (PART_OF_SQUARES, "C", 0)]
    {
        let func = func.replace("LAYOUT", layout);
        let plain = module(&func, Phase::Arrays);
        let mut changed = plain.clone();
        let id = FuncId::from_u32(0);
        assert_eq!(fuse(&mut changed.funcs[id]).fused, fused, "{changed}");
        let array = padded(layout == "A");
        let run = |module: &Module| match interpret(module, id, vec![InterpValue::Array(array.clone())]).as_deref() {
            Ok([InterpValue::Scalar(bits)]) => *bits,
            other => panic!("{other:?}"),
        };
        assert_eq!(run(&plain), run(&changed));
    }
}

/// 110 by 119 numbers, with a gap after each row if asked.
fn padded(gap: bool) -> InterpArray {
    let mut array = InterpArray::zeros(DType::F64, &[110, if gap { 120 } else { 119 }]);
    array.shape[1] = 119;
    for (k, place) in array.places().into_iter().enumerate() {
        array.set(&place, (0.1 + ((k * 7919) % 1009) as f64 * 0.01).to_bits());
    }
    array
}

/// `for i in range(1, n - 1): a[i - 1] + a[i + 1]`
#[test]
fn loops_prove_indices() {
    drops(
        r"func f(%0: array<f64, 1, A>) {
  %1 = dim %0, 0
  %2 = const 1 : i64
  %3 = checked_sub %1, %2, site1
  for ^1 %4 in %2..%3 {
    %5 = checked_sub %4, %2, site1
    %6 = index %5, %1, site1
    %7 = load_elem %0 [%6]
    %8 = checked_add %4, %2, site1
    %9 = index %8, %1, site1
    store_elem %0 [%9], %7
    next ^1 ()
  }
  return
}",
        r"func f(%0: array<f64, 1, A>) {
  %1 = dim %0, 0
  %2 = const 1 : i64
  %3 = sub %1, %2
  for ^1 %4 in %2..%3 {
    %5 = sub %4, %2
    %7 = load_elem %0 [%5]
    %8 = add %4, %2
    store_elem %0 [%8], %7
    next ^1 ()
  }
  return
}",
    );
}

/// `for i in range(n): a[i] = a[m - 1 - i]`, where only `n` is the length: nothing is known of `m - 1 - i`.
#[test]
fn what_is_not_known_stays() {
    drops(
        r"func f(%0: array<f64, 1, A>, %1: i64) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  for ^1 %4 in %3..%2 {
    %5 = checked_sub %1, %4, site2
    %6 = index %5, %2, site1
    %7 = load_elem %0 [%6]
    %8 = index %4, %2, site1
    store_elem %0 [%8], %7
    next ^1 ()
  }
  for ^2 %9 in %3..%1 {
    %10 = index %9, %2, site1
    %11 = load_elem %0 [%10]
    store_elem %0 [%10], %11
    next ^2 ()
  }
  return
}",
        r"func f(%0: array<f64, 1, A>, %1: i64) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  for ^1 %4 in %3..%2 {
    %5 = checked_sub %1, %4, site2
    %6 = index %5, %2, site1
    %7 = load_elem %0 [%6]
    store_elem %0 [%4], %7
    next ^1 ()
  }
  for ^2 %9 in %3..%1 {
    %10 = lt %9, %2
    check %10, site1(%9, %2)
    %11 = load_elem %0 [%9]
    store_elem %0 [%9], %11
    next ^2 ()
  }
  return
}",
    );
}

/// `while i < n: a[i]; i += 1`
#[test]
fn conditions_and_growth_prove_indices() {
    drops(
        r"func f(%0: array<f64, 1, A>) -> i64 {
  %1 = dim %0, 0
  %2 = const 0 : i64
  %3 = const 1 : i64
  %4 = loop ^1 (%5 = %2) : i64 {
    %6 = lt %5, %1
    if %6 {
      yield
    } else {
      exit ^1 (%5)
    }
    %7 = index %5, %1, site1
    %8 = load_elem %0 [%7]
    store_elem %0 [%7], %8
    %9 = checked_add %5, %3, site2
    next ^1 (%9)
  }
  return %4
}",
        r"func f(%0: array<f64, 1, A>) -> i64 {
  %1 = dim %0, 0
  %2 = const 0 : i64
  %3 = const 1 : i64
  %4 = loop ^1 (%5 = %2) : i64 {
    %6 = lt %5, %1
    if %6 {
      yield
    } else {
      exit ^1 (%5)
    }
    %8 = load_elem %0 [%5]
    store_elem %0 [%5], %8
    %9 = add %5, %3
    next ^1 (%9)
  }
  return %4
}",
    );
}

/// A fact of an arm is forgotten after it; one of an `if` that raises otherwise is kept.
#[test]
fn facts_end_with_their_region() {
    drops(
        r"func f(%0: array<f64, 1, A>, %1: i64) -> f64 {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %4 = ge %1, %3
  %5 = lt %1, %2
  %6 = and %4, %5
  %7 = if %6 : f64 {
    %8 = index %1, %2, site1
    %9 = load_elem %0 [%8]
    yield %9
  } else {
    %10 = index %1, %2, site1
    %11 = load_elem %0 [%10]
    yield %11
  }
  check %6, site2()
  %12 = index %1, %2, site1
  %13 = load_elem %0 [%12]
  %14 = add %13, %7
  return %14
}",
        r"func f(%0: array<f64, 1, A>, %1: i64) -> f64 {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %4 = ge %1, %3
  %5 = lt %1, %2
  %6 = and %4, %5
  %7 = if %6 : f64 {
    %9 = load_elem %0 [%1]
    yield %9
  } else {
    %10 = index %1, %2, site1
    %11 = load_elem %0 [%10]
    yield %11
  }
  check %6, site2()
  %13 = load_elem %0 [%1]
  %14 = add %13, %7
  return %14
}",
    );
}

/// With 64 bits that wrap, `i + big` may be anything.
#[test]
fn sums_that_may_wrap_prove_nothing() {
    drops(
        r"func f(%0: array<f64, 1, A>, %1: i64) -> f64 {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %4 = ge %1, %3
  check %4, site2()
  %5 = add %1, %2
  %6 = index %5, %2, site1
  %7 = load_elem %0 [%6]
  return %7
}",
        r"func f(%0: array<f64, 1, A>, %1: i64) -> f64 {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %4 = ge %1, %3
  check %4, site2()
  %5 = add %1, %2
  %6 = index %5, %2, site1
  %7 = load_elem %0 [%6]
  return %7
}",
    );
}

#[test]
fn reductions_of_the_same_elements_share_a_loop() {
    fuses(
        r"func f(%0: array<f64, 1, A>) -> (f64, f64) {
  %1 = dim %0, 0
  %2 = each [reduce %1] (%3 = %0) -> (reduce min), site0 : f64 {
    yield %3
  }
  %4 = each [reduce %1] (%5 = %0) -> (reduce max), site0 : f64 {
    %6 = mul %5, %5
    yield %6
  }
  return %2, %4
}",
        r"func f(%0: array<f64, 1, A>) -> (f64, f64) {
  %1 = dim %0, 0
  %2, %4 = each [reduce %1] (%3 = %0) -> (reduce min, reduce max), site0 : f64, f64 {
    %6 = mul %3, %3
    yield %3, %6
  }
  return %2, %4
}",
    );
}

#[test]
fn reductions_stay_apart_with_a_store_between_them() {
    stays(
        r"func f(%0: array<f64, 1, A>, %1: f64) -> (f64, f64) {
  %2 = dim %0, 0
  %3 = each [reduce %2] (%4 = %0) -> (reduce min), site0 : f64 {
    yield %4
  }
  %5 = const 0 : i64
  store_elem %0 [%5], %1
  %6 = each [reduce %2] (%7 = %0) -> (reduce max), site0 : f64 {
    yield %7
  }
  return %3, %6
}",
    );
}

#[test]
fn equal_reductions_are_shared_until_something_is_stored() {
    shares(
        r"func f(%0: array<f64, 1, A>, %1: f64) -> (f64, f64, f64) {
  %2 = dim %0, 0
  %3 = each [reduce %2] (%4 = %0) -> (reduce sum), site0 : f64 {
    %5 = mul %4, %4
    yield %5
  }
  %6 = each [reduce %2] (%7 = %0) -> (reduce sum), site0 : f64 {
    %8 = mul %7, %7
    yield %8
  }
  %9 = const 0 : i64
  store_elem %0 [%9], %1
  %10 = each [reduce %2] (%11 = %0) -> (reduce sum), site0 : f64 {
    %12 = mul %11, %11
    yield %12
  }
  return %3, %6, %10
}",
        r"func f(%0: array<f64, 1, A>, %1: f64) -> (f64, f64, f64) {
  %2 = dim %0, 0
  %3 = each [reduce %2] (%4 = %0) -> (reduce sum), site0 : f64 {
    %5 = mul %4, %4
    yield %5
  }
  %9 = const 0 : i64
  store_elem %0 [%9], %1
  %10 = each [reduce %2] (%11 = %0) -> (reduce sum), site0 : f64 {
    %12 = mul %11, %11
    yield %12
  }
  return %3, %3, %10
}",
    );
}

#[test]
fn what_loops_carry_unchanged_is_what_they_started_with() {
    shares(
        r"func f(%0: array<f64, 1, A>, %1: i64, %2: f64) -> array<f64, 1, A> {
  %3 = const 0 : i64
  %4 = for ^1 %5 in %3..%1 (%6 = %0) {
    %7 = for ^2 %8 in %3..%1 (%9 = %6) {
      store_elem %9 [%8], %2
      next ^2 (%9)
    }
    next ^1 (%7)
  }
  return %4
}",
        r"func f(%0: array<f64, 1, A>, %1: i64, %2: f64) -> array<f64, 1, A> {
  %3 = const 0 : i64
  for ^1 %5 in %3..%1 {
    for ^2 %8 in %3..%1 {
      store_elem %0 [%8], %2
      next ^2 ()
    }
    next ^1 ()
  }
  return %0
}",
    );
}

/// A view that was made before its step was known to be 1.
#[test]
fn views_take_the_most_telling_type() {
    shares(
        r"func f(%0: array<f64, 2, C>) -> f64 {
  %2 = dim %0, 1
  %3 = eq %2, %2
  %4 = convert %3 : i64
  %5 = view %0 [] (%2, %2 by 1*%4) : array<f64, 2, A>
  %6 = each [reduce %2, reduce %2] (%7 = %5) -> (reduce max), site0 : f64 {
    yield %7
  }
  return %6
}",
        r"func f(%0: array<f64, 2, C>) -> f64 {
  %2 = dim %0, 1
  %4 = const 1 : i64
  %5 = view %0 [] (%2, %2 by 1*%4) : array<f64, 2, 1>
  %6 = each [reduce %2, reduce %2] (%7 = %5) -> (reduce max), site0 : f64 {
    yield %7
  }
  return %6
}",
    );
}

/// Behind a check that two extents are equal they are one, and what depends on it is known; elsewhere they are two.
#[test]
fn what_was_checked_to_be_equal_is_one() {
    shares(
        r"func f(%0: array<f64, 1, C>, %1: array<f64, 1, C>, %2: bool) -> (i64, i64) {
  %3 = dim %0, 0
  %4 = dim %1, 0
  %5 = eq %3, %4
  %6 = if %2 : i64 {
    check %5, site2(%3, %4)
    %7 = convert %5 : i64
    %8 = sub %3, %4
    %9 = add %8, %7
    yield %9
  } else {
    %10 = sub %3, %4
    yield %10
  }
  %11 = convert %5 : i64
  return %6, %11
}",
        r"func f(%0: array<f64, 1, C>, %1: array<f64, 1, C>, %2: bool) -> (i64, i64) {
  %3 = dim %0, 0
  %4 = dim %1, 0
  %5 = eq %3, %4
  %6 = if %2 : i64 {
    check %5, site2(%3, %4)
    %7 = const 1 : i64
    yield %7
  } else {
    %10 = sub %3, %4
    yield %10
  }
  %11 = convert %5 : i64
  return %6, %11
}",
    );
}

fn reuses(before: &str, after: &str) {
    check(|func| _ = reuse_buffers(func), Phase::Arrays, before, after);
}

#[test]
fn a_result_takes_the_buffer_of_an_input_that_ends() {
    reuses(
        r"func f(%0: array<f64, 1, C>) -> array<f64, 1, C> {
  %1 = dim %0, 0
  %2 = each [parallel %1] (%3 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %4 = div %3, %3
    yield %4
  }
  %5 = each [reduce %1] (%6 = %2) -> (reduce sum), site0 : f64 {
    yield %6
  }
  %7 = each [parallel %1] (%8 = %2) -> (fresh), site0 : array<f64, 1, C> {
    %9 = div %8, %5
    yield %9
  }
  return %7
}",
        r"func f(%0: array<f64, 1, C>) -> array<f64, 1, C> {
  %1 = dim %0, 0
  %2 = each [parallel %1] (%3 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %4 = div %3, %3
    yield %4
  }
  %5 = each [reduce %1] (%6 = %2) -> (reduce sum), site0 : f64 {
    yield %6
  }
  each [parallel %1] (%8 = %2) -> (into %2), site0 {
    %9 = div %8, %5
    yield %9
  }
  %7 = reinterpret_layout %2 : array<f64, 1, C>
  return %7
}",
    );
}

/// The first array is needed later; the second is read at another place, too.
#[test]
fn buffers_in_use_are_not_taken() {
    let text = r"func f(%0: array<f64, 1, C>, %1: i64) -> (array<f64, 1, C>, array<f64, 1, C>) {
  %2 = each [parallel %1] (%3 = %0) -> (fresh), site0 : array<f64, 1, C> {
    %4 = div %3, %3
    yield %4
  }
  %5 = each [parallel %1] (%6 = %2) -> (fresh), site0 : array<f64, 1, C> {
    %7 = div %6, %6
    yield %7
  }
  %8 = const 1 : i64
  %9 = const -1 : i64
  %10 = sub %1, %8
  %11 = view %5 [0: %10] (%1 by 0*%9) : array<f64, 1, A>
  %12 = each [parallel %1] (%13 = %5, %14 = %11) -> (fresh), site0 : array<f64, 1, C> {
    %15 = div %13, %14
    yield %15
  }
  return %2, %12
}";
    reuses(text, text);
}

const SUM_AND_DIFFERENCE: &str = r"func f(%0: array<f64, 1, C>, %1: array<f64, 1, C>) -> array<f64, 2, C> {
  %2 = dim %0, 0
  %3 = const 2 : i64
  %4 = empty (%3, %2), site0 : array<f64, 2, C>
  %5 = const 0 : i64
  %6 = const 1 : i64
  %7 = view %4 [0: %5] (%2 by 1*%6) : array<f64, 1, C>
  %8 = view %4 [0: OTHER] (%2 by 1*%6) : array<f64, 1, C>
  each [parallel %2] (%9 = %0, %10 = %1) -> (into %7), site0 {
    %11 = add %9, %10
    yield %11
  }
  BETWEEN
  each [parallel %2] (%12 = %0, %13 = %1) -> (into %8), site0 {
    %14 = sub %12, %13
    yield %14
  }
  return %4
}";

/// `v[0] = a + b; v[1] = a - b`; nobody sees `v` if the check fails.
#[test]
fn stores_of_the_same_elements_share_a_loop() {
    let check = "%15 = dim %1, 0\n  %16 = eq %15, %2\n  check %16, site2()";
    let before = SUM_AND_DIFFERENCE.replace("OTHER", "%6").replace("BETWEEN", check);
    let two = &before[before.find("  each").unwrap()..before.find("  return").unwrap()];
    let one = format!(
        "  {check}\n  {}",
        r"each [parallel %2] (%9 = %0, %10 = %1) -> (into %7, into %8), site0 {
    %11 = add %9, %10
    %14 = sub %9, %10
    yield %11, %14
  }
"
    );
    fuses(&before, &before.replace(two, &one));
}

#[test]
fn stores_to_the_same_or_an_unknown_row_keep_their_order() {
    stays(&SUM_AND_DIFFERENCE.replace("OTHER", "%5").replace("BETWEEN", ""));
    let dim = "%15 = dim %1, 0";
    stays(
        &SUM_AND_DIFFERENCE
            .replace("  %8 = view", &format!("  {dim}\n  %8 = view"))
            .replace("OTHER", "%15")
            .replace("BETWEEN", ""),
    );
}

#[test]
fn stores_that_somebody_sees_stay_before_a_check() {
    let check = "%15 = dim %1, 0\n  %16 = eq %15, %2\n  check %16, site2()";
    let func = SUM_AND_DIFFERENCE.replace("OTHER", "%6").replace("BETWEEN", check);
    let func = func.replace("array<f64, 1, C>) ->", "array<f64, 1, C>, %4: array<f64, 2, C>) ->");
    stays(&func.replace("  %3 = const 2 : i64\n  %4 = empty (%3, %2), site0 : array<f64, 2, C>\n", ""));
}

/// `while s < n: s *= 2`
#[test]
fn what_doubles_from_one_stays_positive() {
    let before = r"func f(%0: i64) -> i64 {
  %1 = const 1 : i64
  %2 = const 2 : i64
  %3 = const 0 : i64
  %4 = loop ^1 (%5 = %1) : i64 {
    %6 = lt %5, %0
    if %6 {
      yield
    } else {
      exit ^1 (%5)
    }
    %7 = le %5, %3
    if %7 {
      exit ^1 (%3)
    } else {
      yield
    }
    %8 = checked_mul %5, %2, site1
    next ^1 (%8)
  }
  return %4
}";
    drops(before, &before.replace("%7 = le %5, %3", "%7 = const false : bool"));
    let negative = before.replace("%1 = const 1", "%1 = const -1");
    drops(&negative, &negative);
}
