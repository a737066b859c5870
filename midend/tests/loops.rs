//! Passes over loops: short ones written out, nests split, calls taken into vector forms, results made in their destination.

use npc_midend::ir::Phase;
use npc_midend::{
    Module, drop_known_checks, find_effects, find_problems, lengthen, parse_module, place_results, share_common, split,
};
use npc_midend::{unroll, vectorize};

fn module(text: &str) -> Module {
    let sites = "site0 = MemoryError \"memory\"\nsite1 = IndexError \"index\"\nsite2 = OverflowError \"overflow\"\n";
    let module = parse_module(&format!("{sites}{}\n", text.trim())).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_valid(&module);
    module
}

fn assert_valid(module: &Module) {
    let problems = find_problems(module, Phase::Loops);
    assert!(problems.is_empty(), "{problems:?}\n{module}");
}

fn first(module: &mut Module) -> &mut npc_midend::Func {
    module.funcs.values_mut().next().expect("a function")
}

/// The operations of the first function, without the names of values.
fn ops(module: &Module) -> String {
    module.funcs.values().next().expect("a function").to_string()
}

const SUM_OF_THREE: &str = r"@0 = func f(%0: array<f64, 1, C>) -> f64 {
  %1 = const 0 : i64
  %2 = const 3 : i64
  %3 = const 0.0 : f64
  %4 = for ^1 %5 in %1..%2 (%6 = %3) {
    %7 = load_elem %0 [%5]
    %8 = add %6, %7
    next ^1 (%8)
  }
  return %4
}";

#[test]
fn short_loops_are_written_out() {
    let mut module = module(SUM_OF_THREE);
    assert_eq!(unroll(first(&mut module)), 1);
    share_common(first(&mut module));
    assert_valid(&module);
    let text = ops(&module);
    assert_eq!(text.matches("load_elem").count(), 3, "{text}");
    assert!(!text.contains("for "), "{text}");
}

#[test]
fn long_and_unknown_loops_stay() {
    for (from, to) in [("const 3 : i64", "const 9 : i64"), ("%2 = const 3 : i64", "%2 = dim %0, 0")] {
        let mut module = module(&SUM_OF_THREE.replace(from, to));
        assert_eq!(unroll(first(&mut module)), 0);
    }
}

#[test]
fn loops_that_are_left_early_stay() {
    let mut module = module(
        r"@0 = func f(%0: array<f64, 1, C>) -> f64 {
  %1 = const 0 : i64
  %2 = const 3 : i64
  %3 = const 0.0 : f64
  %4 = for ^1 %5 in %1..%2 (%6 = %3) {
    %7 = load_elem %0 [%5]
    %8 = lt %7, %3
    if %8 {
      exit ^1 (%7)
    }
    next ^1 (%6)
  }
  return %4
}",
    );
    assert_eq!(unroll(first(&mut module)), 0);
}

const NEST: &str = r"@0 = func f(%0: array<f64, 2, C>, %1: i64, %2: i64) -> f64 {
  %3 = const 0 : i64
  %4 = const 0.0 : f64
  %5 = dim %0, 0
  %6 = dim %0, 1
  %7 = for ^1 %8 in %3..%1 (%9 = %4) {
    %10 = for ^2 %11 in %3..%2 (%12 = %9) {
      %13 = lt %8, %5
      check %13, site1(%8, %5)
      %14 = lt %11, %6
      check %14, site1(%11, %6)
      %15 = load_elem %0 [%8, %11]
      %16 = sub %12, %15
      next ^2 (%16)
    }
    next ^1 (%10)
  }
  return %7
}";

#[test]
fn nests_are_split_by_one_condition() {
    let mut module = module(NEST);
    let func = first(&mut module);
    assert_eq!(split(func, &|_, _| false), 1);
    drop_known_checks(func);
    share_common(func);
    assert_valid(&module);
    let text = ops(&module);
    let (fast, plain) = text.split_once("} else {").expect("two nests");
    assert!(fast.contains("for ^") && !fast.contains("check "), "{text}");
    assert_eq!(plain.matches("check ").count(), 2, "{text}");
    assert!(fast.contains("le %1, %5") && fast.contains("le %2, %6"), "{text}");
}

#[test]
fn nests_without_checks_are_not_split() {
    let unchecked: String = NEST.lines().filter(|line| !line.contains("check ")).map(|line| format!("{line}\n")).collect();
    let mut module = module(&unchecked);
    assert_eq!(split(first(&mut module), &|_, _| false), 0);
}

#[test]
fn what_runs_in_vectors_is_not_split() {
    let mut module = module(NEST);
    assert_eq!(split(first(&mut module), &|_, _| true), 0);
}

const CALLS: &str = r"@0 = func f(%0: array<f64, 1, C>, %1: array<f64, 1, C>) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  for ^1 %4 in %3..%2 {
    %5 = load_elem %0 [%4]
    %6 = call @1 (%5) : f64
    store_elem %1 [%4], %6
    next ^1 ()
  }
  return
}

@1 = func g(%0: f64) -> f64 library {
  %1 = const 8.0 : f64
  %2 = lt %0, %1
  %3 = not %2
  if %3 {
    %4 = call @2 (%0) : f64
    return %4
  }
  %5 = mul %0, %0
  return %5
}

@2 = func slow(%0: f64) -> f64 library {
  %1 = const 0 : i64
  %2 = const 70 : i64
  %3 = for ^1 %4 in %1..%2 (%5 = %0) {
    %6 = mul %5, %0
    next ^1 (%6)
  }
  return %3
}";

#[test]
fn calls_are_written_into_the_vector_form() {
    let mut module = module(CALLS);
    find_effects(&mut module);
    let stats = vectorize(&mut module);
    assert_eq!(stats.vectorized, 1);
    assert_valid(&module);
    let text = ops(&module);
    // The usual way in vectors, the rare one lane by lane (four at once), and the loop as it was.
    assert!(text.contains("vec.mul.f64") && text.contains("vec.any_true"), "{text}");
    assert_eq!(text.matches("call @2").count(), 4, "{text}");
    assert_eq!(text.matches("call @1").count(), 1, "{text}");
}

#[test]
fn calls_that_may_raise_keep_a_loop_scalar() {
    let raising = CALLS.replace("%5 = mul %0, %0", "check %2, site1()\n  %5 = mul %0, %0");
    let mut module = module(&raising);
    find_effects(&mut module);
    let stats = vectorize(&mut module);
    assert_eq!((stats.vectorized, stats.scalar), (0, 2));
}

const ENTRY: &str = r#"export "f" = @1
@0 = func f(%0: array<f64, 1, C>) -> array<f64, 1, C> {
  %1 = dim %0, 0
  %2 = empty (%1), site0 : array<f64, 1, C>
  return %2
}

@1 = func f(%0: addr, %1: addr) entry {
  %2 = load_descriptor %1, site1 : array<f64, 1, C>
  %3 = load_descriptor %0, site1 : array<f64, 1, A>
  %4 = call @0 (%2) : array<f64, 1, C>
  %5 = same_place %4, %3
  if %5 {
    yield
  } else {
    store_descriptor %0, %4
    yield
  }
  return
}"#;

#[test]
fn results_are_made_in_their_destination() {
    let mut module = module(ENTRY);
    assert_eq!(place_results(&mut module), 1);
    assert_valid(&module);
    let text = module.to_string();
    assert!(text.contains("call @0 (%2, %3)"), "{text}");
    assert!(text.contains("reinterpret_layout"), "{text}");
}

#[test]
fn results_that_others_hold_are_copied() {
    let mut module =
        module(&ENTRY.replace("  return %2\n", "  %9 = view %0 [] (%1 by 0*%1) : array<f64, 1, C>\n  return %9\n"));
    assert_eq!(place_results(&mut module), 0);
    assert!(module.to_string().contains("const false"), "{module}");
}

/// `for j in range(first, n, step): a[j] = 0`, as the frontend counts it.
const RANGE: &str = r"@0 = func f(%0: array<f64, 1, C>, %1: i64) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %4 = const 0.0 : f64
  %5 = ge %1, %3
  if %5 {
    %6 = const 3 : i64
    %7 = sub %2, %1
    %8 = lt %1, %2
    %9 = convert %7 : u64
    %10 = convert %6 : u64
    %11 = const 1 : u64
    %12 = sub %9, %11
    %13 = floor_div %12, %10
    %14 = add %13, %11
    %15 = convert %14 : i64
    %16 = select %8, %15, %3
    for ^1 %17 in %3..%16 {
      %18 = mul %17, %6
      %19 = add %1, %18
      %20 = index %19, %2, site1
      store_elem %0 [%20], %4
      next ^1 ()
    }
    yield
  }
  return
}";

#[test]
fn numbers_of_a_range_lie_between_its_ends() {
    let mut module = module(RANGE);
    assert_eq!(drop_known_checks(first(&mut module)).indices, 1);
    assert_valid(&module);
}

#[test]
fn numbers_of_another_range_are_checked() {
    for (from, to) in [
        // The step is larger than what was counted with.
        ("mul %17, %6", "mul %17, %2"),
        // It starts before 0.
        ("%5 = ge %1", "%5 = le %1"),
        // It does not matter which way the ends lie.
        ("select %8, %15, %3", "select %5, %15, %3"),
        // It starts elsewhere.
        ("add %1, %18", "add %2, %18"),
    ] {
        let mut module = module(&RANGE.replace(from, to));
        assert_eq!(drop_known_checks(first(&mut module)).indices, 0, "{to}");
    }
}

#[test]
fn short_loops_run_four_rounds_at_once() {
    let mut module = module(RANGE);
    let func = first(&mut module);
    assert_eq!(lengthen(func), 0, "a round that may raise");
    drop_known_checks(func);
    assert_eq!(lengthen(func), 1);
    assert_valid(&module);
    let text = ops(&module);
    assert_eq!(text.matches("store_elem").count(), 5, "{text}");
}
