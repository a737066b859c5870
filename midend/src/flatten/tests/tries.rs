//! `try`: what is caught, where it comes from, and what the error record says of what is not.

use super::*;
use crate::abi::{context, trace_offset};
use crate::exceptions::order_sites;
use crate::interp::{InterpValue, interpret};
use crate::parse::parse_module;

/// `inner(i, n)` raises IndexError or, if `n` is 7, the program's own KeyError; `caught` calls it and catches LookupError,
/// `other` catches ValueError.
const TEXT: &str = r#"
file0 = "test.py"
position1 = 0:1 "inner"
position2 = 0:2 "caught"
position3 = 0:3 "other"
site0 = ValueError "no"
site1 = IndexError "{0} {1}"
site2 = MyError "seven"
site3 = LookupError ""
exception MyError (KeyError)

@0 = func inner(%0: i64, %1: i64) -> i64 {
  %2 = const 7 : i64
  %3 = ne %1, %2
  check %3, site2() at 1
  %4 = index %0, %1, site1 at 1
  return %4
}

@1 = func caught(%0: i64, %1: i64) -> i64 vars (i64) {
  set_var var0, %0
  %2 = try : i64 {
    %3 = call @0 (%0, %1) : i64 at 2
    %4 = const 10 : i64
    %5 = add %3, %4
    set_var var0, %5
    %6 = call @0 (%5, %1) : i64 at 2
    yield %6
  } catch {
    %7 = context
    %8 = load %7 : i32
    %9 = is_raised %8, site3
    if %9 {
      yield
    } else {
      reraise
    }
    %10 = get_var var0
    %11 = const 100 : i64
    %12 = add %10, %11
    yield %12
  }
  return %2
}

@2 = func other(%0: i64, %1: i64) -> i64 {
  %2 = try : i64 {
    %3 = call @0 (%0, %1) : i64 at 3
    yield %3
  } catch {
    %4 = context
    %5 = load %4 : i32
    %6 = is_raised %5, site0
    if %6 {
      yield
    } else {
      reraise
    }
    %7 = const -1 : i64
    yield %7
  }
  return %2
}
"#;

#[test]
fn exceptions_are_caught_by_type_and_their_bases() {
    for ordered in [false, true] {
        let mut loops = parse_module(TEXT).expect("the text is right");
        if ordered {
            order_sites(&mut loops);
        }
        crate::find_effects(&mut loops);
        let module = flat(loops.clone());
        for (f, i, n) in [(1, 0, 20), (1, 0, 5), (1, 9, 5), (1, 0, 7), (2, 3, 5), (2, 5, 5), (2, 0, 7)] {
            let mut machine = Machine::new(&module, 32);
            let got = machine.call(func(f), &[i, n]);
            let wanted = interpret(&loops, func(f), vec![InterpValue::Scalar(i), InterpValue::Scalar(n)]);
            match wanted.as_deref() {
                Ok([InterpValue::Scalar(bits)]) => assert_eq!(got, [0, *bits], "@{f}({i}, {n})"),
                Err(raised) => {
                    assert_eq!(got, [1, 0], "@{f}({i}, {n})");
                    assert_eq!(machine.context(context::SITE), u64::from(raised.site) + 1);
                    assert_eq!(machine.context(context::POSITION), u64::from(raised.position));
                    // The call that it came through.
                    assert_eq!(machine.context(context::TRACE_COUNT), 1);
                    assert_eq!(machine.context(trace_offset(0)) as u32, 3);
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

/// A `try` in which nothing can raise is its body.
#[test]
fn handlers_that_nothing_reaches_go() {
    let text = "
@0 = func f(%0: i64) -> i64 total {
  %1 = try : i64 {
    %2 = add %0, %0
    yield %2
  } catch {
    reraise
  }
  return %1
}";
    let module = flat(parse_module(text).expect("the text is right"));
    let mut machine = Machine::new(&module, 32);
    assert_eq!(machine.call(func(0), &[4]), [8]);
    assert!(!module.to_string().contains("context"), "{module}");
}
