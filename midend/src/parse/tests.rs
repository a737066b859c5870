use super::{parse_func, parse_module};
use crate::ir::Phase;
use crate::verify::find_problems;

/// The text comes back as it is, and the module keeps the rules of the phase.
fn check(phase: Phase, text: &str) {
    let module = parse_module(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let printed = module.to_string();
    assert_eq!(printed.trim(), text.trim());
    let again = parse_module(&printed).expect("what is printed can be read");
    assert_eq!(again.to_string(), printed);
    let problems = find_problems(&module, phase);
    assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
}

#[test]
fn flat_scalars() {
    check(
        Phase::Flat,
        r"
@0 = func scalars(%0: i32, %1: i64, %2: f32, %3: f64, %4: bool, %5: addr) -> (i64, f64) total pure {
  %6 = const -5 : i32
  %7 = const -9223372036854775808 : i64
  %8 = const 1.5 : f32
  %9 = const -0.0 : f64
  %10 = const inf : f64
  %11 = const 0x7ff8000000000001 : f64
  %12 = const 1e300 : f64
  %13 = const true : bool
  %14 = const 4096 : addr
  %15 = neg %0
  %16 = abs %3
  %17 = not %4
  %18 = sqrt %3
  %19 = floor %3
  %20 = ceil %3
  %21 = trunc %3
  %22 = rint %2
  %23 = clz %1
  %24 = ctz %1
  %25 = popcnt %1
  %26 = add %5, %14
  %27 = sub %1, %7
  %28 = mul %1, %7
  %29 = div %3, %9
  %30 = and %1, %7
  %31 = or %1, %7
  %32 = xor %4, %13
  %33 = shl %1, %7
  %34 = shr %1, %7
  %35 = shr_u %1, %7
  %36 = min %3, %9
  %37 = max %2, %8
  %38 = copysign %3, %9
  %39 = div_s %1, %7
  %40 = div_u %1, %7
  %41 = rem_s %0, %6
  %42 = rem_u %0, %6
  %43 = eq %0, %6
  %44 = ne %0, %6
  %45 = lt %0, %6
  %46 = le %0, %6
  %47 = gt %3, %9
  %48 = ge %3, %9
  %49 = lt_u %5, %14
  %50 = le_u %0, %6
  %51 = gt_u %0, %6
  %52 = ge_u %0, %6
  %53 = select %4, %3, %9
  %54 = extend8 %0 : i32
  %55 = extend16 %1 : i64
  %56 = widen_s %0 : i64
  %57 = widen_u %4 : i64
  %58 = narrow %1 : i32
  %59 = cast_bool %4 : i32
  %60 = float_s %1 : f64
  %61 = float_u %0 : f32
  %62 = int_s %3 : i64
  %63 = int_u %2 : i32
  %64 = promote %2 : f64
  %65 = demote %3 : f32
  %66 = bits %3 : i64
  %67 = to_addr %1 : addr
  %68 = from_addr %5 : i64
  return %1, %3
}
",
    );
}

#[test]
fn flat_memory_calls_and_regions() {
    check(
        Phase::Flat,
        r#"
file0 = "a b.py"
position1 = 0:12 "norm"
site0 = IndexError "index {0} \"x\"; out of bounds"
export "norm" = @0

@0 = func norm(%0: addr, %1: f64) -> i32 entry slots 2 {
  %2 = context
  %3 = const 8 : i64
  %4 = alloc %3
  retain_buffer %4
  release_buffer %4
  slot_set slot1, %4
  %5 = slot_get slot0
  %6 = load %0 + 8 : u8
  %7 = load %0 : addr
  store f64 %0 + 16, %1
  store i32 %0, %6
  %8, %9 = call @1 (%3, %1) : i32, f64 at 1 ; helper of "it"
  %10 = const 0 : i32
  %11 = ne %8, %10
  if %11 {
    return %8
  }
  %12 = if %11 : f64 {
    yield %9
  } else {
    yield %1
  }
  %13, %14 = scope ^1 : i32, f64 {
    exit ^1 (%8, %12)
  }
  %15 = loop ^4 (%16 = %14, %17 = %3) : i64 {
    if %11 {
      exit ^4 (%17)
    } else {
      next ^4 (%16, %17)
    }
    unreachable
  }
  %18 = for ^2 %19 in %3..%15 (%20 = %14) {
    for ^3 %21 in %3..%19 {
      next ^2 (%20)
    }
    exit ^2 (%20)
  }
  return %13
}

@1 = func "helper of \"it\""(%0: i64, %1: f64) -> (i32, f64) library {
  unreachable
}
"#,
    );
}

#[test]
fn arrays() {
    check(
        Phase::Arrays,
        r#"
position1 = 0:3 "f"
site0 = ValueError "bad {0}"

@0 = func f(%0: array<f64, 2, A>, %1: array<u8, 1, C>, %2: i64) -> array<f64, 2, C> slots 1 {
  %3 = convert %2 : u8
  %4 = bitcast %2 : f64
  %5 = checked_add %2, %2, site0 at 1
  %6 = checked_sub %2, %2, site0
  %7 = checked_mul %2, %2, site0
  %8 = floor_div %2, %5
  %9 = floor_rem %2, %5
  %10 = trunc_rem %2, %5
  %11 = lt %2, %5
  check %11, site0(%2, %5) at 1
  %12 = index %2, %5, site0
  %13 = dim %0, 0
  %14 = stride %0, 1
  %15 = view %0 [0: %2, 1: %5] (%13 by 1*%14, %2) : array<f64, 2, 1>
  %16 = reinterpret_layout %15 : array<f64, 2, C>
  %17 = empty (%13, %2), site0 : array<f64, 2, F>
  %18 = empty_ordered (%0, %15), site0 : array<f64, 2, A>
  %19, %20 = order_axes (%0, %15) : array<f64, 2, A>, array<f64, 2, A>
  %21 = load_elem %1 [%12]
  store_elem %0 [%2, %2], %4
  %22 = borrowed %0
  %23 = overlap %0, %15
  own slot0, %17
  share slot0, %18
  drop slot0
  forget slot0
  retain %16
  %24, %25 = each [parallel %13, reduce %2] (%26 = %0, %27 = %15) indices (%28, %29) -> (reduce sum, into_where %0, into %17, reduce argmin), site0 : array<f64, 1, C>, array<i64, 1, C> at 1 {
    %30 = add %26, %27
    %31 = eq %28, %29
    yield %30, %26, %31, %27, %30
  }
  %32 = each [parallel %13, scan %2] (%33 = %0) -> (scan prod), site0 : array<f64, 2, C> {
    yield %33
  }
  %34 = each [parallel %13] () indices (%35) -> (fresh), site0 : array<i64, 1, C> {
    yield %35
  }
  if %22 {
    raise site0 (%2)
  }
  return %16
}

@1 = func entry(%0: addr, %1: addr) entry {
  %2 = load_descriptor %1, site0 : array<f64, 1, A>
  store_descriptor %0, %2
  return
}
"#,
    );
}

#[test]
fn single_functions() {
    let text = "func f(%0: i64) -> i64 total {\n  return %0\n}\n";
    assert_eq!(parse_func(text).expect("a function").to_string(), text);
    // Comments and line breaks are free.
    let func = parse_func("func f ( %0 : i64 ) -> i64 total { ; nothing\n return\n %0 }").expect("a function");
    assert_eq!(func.to_string(), text);
}

#[test]
fn types_that_do_not_follow_are_kept() {
    let text = "func f(%0: i64, %1: f64) {\n  %2 = add %0, %1 : f64\n  loop ^1 (%3: i64 = %1) {\n    next ^1 (%2)\n  }\n}\n";
    assert_eq!(parse_func(text).expect("a function").to_string(), text);
}

#[test]
fn errors_say_where() {
    for (text, line, message) in [
        ("func f() {\n  return\n", 3, "expected a word"),
        ("func f() {\n  frobnicate\n}", 2, "unknown operation `frobnicate`"),
        ("func f(%0: i65) {}", 1, "unknown type `i65`"),
        ("func f() {\n  %0 = const x : i64\n}", 2, "`x` is no constant of type i64"),
        ("func f() {\n  %0 = call @0 ()\n}", 3, "expected `:` and the types of the results"),
        ("func f() {\n  return %99999999999999999999\n}", 2, "expected a number"),
        ("func f() {\n  return %999999999\n}", 2, "the number is too large"),
        ("func f() {\n  exit ^4294967295 ()\n}", 1, "the number of a label is too large"),
        ("func f() {\n  %0 = %1\n}", 2, "expected a word"),
        ("nothing", 1, "expected `func`"),
        ("func f() {\n  loop ^0 {\n  }\n}", 2, "^0 is a body already"),
        ("func f() {\n  scope ^1 {}\n  scope ^1 {}\n}", 3, "^1 is a body already"),
        ("func f() {\n}\n@scope ^1 {}\n}", 3, "expected the end of the text"),
    ] {
        let error = parse_func(text).expect_err(text);
        assert_eq!((error.line, error.message.as_str()), (line, message), "{text}");
    }
    let deep = format!("func f(%0: bool) {{ {}", "if %0 { ".repeat(100_000));
    assert!(parse_func(&deep).is_err());
    assert!(parse_module("site1 = E \"x\"").is_err());
    assert!(parse_module("@1 = func f() { return }").is_err());
}

#[test]
fn variables() {
    check(
        Phase::Arrays,
        r"
@0 = func variables(%0: i64, %1: array<f64, 1, A>) -> (i64, array<f64, 1, A>) vars (i64, array<f64, 1, A>, f32) {
  set_var var0, %0
  set_var var1, %1
  %2 = get_var var0
  %3 = get_var var1
  %4 = get_var var2
  return %2, %3
}",
    );
}

#[test]
fn exceptions() {
    check(
        Phase::Arrays,
        r#"
site0 = ValueError "no {0}"
site1 = LookupError ""
exception MyError (KeyError)

@0 = func exceptions(%0: i64, %1: bool) -> i64 {
  %2 = try : i64 {
    check %1, site0(%0)
    yield %0
  } catch {
    %3 = context
    %4 = load %3 : i32
    %5 = is_raised %4, site1
    if %5 {
      yield
    } else {
      reraise
    }
    %6 = const 1 : i64
    yield %6
  }
  return %2
}"#,
    );
}
