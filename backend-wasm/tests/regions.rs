//! Loops, scopes, arms, exits and calls.
#![allow(missing_docs)]

mod common;

use common::{Build, Instance, compile, compile_module, module};
use npc_midend::ir::{BinaryOp, CompareOp, FuncId, Op, UnaryOp};
use npc_midend::types::Type;
use smallvec::smallvec;

const I64: Type = Type::I64;

#[test]
fn for_carries_values() {
    let (mut b, p) = Build::new("f", &[I64, I64], &[I64, I64]);
    let (zero, one) = (b.int(0), b.int(1));
    let results = b.for_(p[0], p[1], &[zero, one], |b, label, i, carried| {
        let sum = b.add(carried[0], i);
        let product = b.binary(BinaryOp::Mul, carried[1], sum);
        b.next(label, &[sum, product]);
    });
    b.ret(&results);
    let mut f = Instance::new(&compile(b.func));
    let expected = |lo: i64, hi: i64| (lo..hi).fold((0_i64, 1_i64), |(s, p), i| (s + i, p.wrapping_mul(s + i)));
    for (lo, hi) in [(1, 6), (0, 0), (5, 3), (-4, 3), (7, 8)] {
        assert_eq!(f.call::<_, (i64, i64)>("f", (lo, hi)), expected(lo, hi), "{lo}..{hi}");
    }
}

#[test]
fn carried_values_move_all_at_once() {
    let (mut b, p) = Build::new("fib", &[I64], &[I64, I64]);
    let (zero, one) = (b.int(0), b.int(1));
    let results = b.for_(zero, p[0], &[zero, one], |b, label, _, c| {
        let sum = b.add(c[0], c[1]);
        b.next(label, &[c[1], sum]);
    });
    b.ret(&results);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, (i64, i64)>("fib", 10_i64), (55, 89));
    let (mut b, p) = Build::new("swap", &[I64, I64, I64], &[I64, I64]);
    let zero = b.int(0);
    let results = b.for_(zero, p[0], &[p[1], p[2]], |b, label, _, c| b.next(label, &[c[1], c[0]]));
    b.ret(&results);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, (i64, i64)>("swap", (3_i64, 7_i64, 9_i64)), (9, 7));
    assert_eq!(f.call::<_, (i64, i64)>("swap", (4_i64, 7_i64, 9_i64)), (7, 9));
}

#[test]
fn for_with_continue_and_break() {
    // Sum of odd numbers below n, until the sum exceeds 50.
    let (mut b, p) = Build::new("f", &[I64], &[I64, I64]);
    let (zero, one, limit) = (b.int(0), b.int(1), b.int(50));
    let results = b.for_(zero, p[0], &[zero, zero], |b, label, i, c| {
        let bit = b.binary(BinaryOp::And, i, one);
        let even = b.compare(CompareOp::Eq, bit, zero);
        b.if_(even, &[], |b| b.next(label, &[c[0], c[1]]), |b| b.yields(&[]));
        let sum = b.add(c[0], i);
        let large = b.compare(CompareOp::Gt, sum, limit);
        b.if_(large, &[], |b| b.exit(label, &[sum, i]), |b| b.yields(&[]));
        b.next(label, &[sum, i]);
    });
    b.ret(&results);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, (i64, i64)>("f", 6_i64), (9, 5));
    assert_eq!(f.call::<_, (i64, i64)>("f", 100_i64), (64, 15));
    assert_eq!(f.call::<_, (i64, i64)>("f", 0_i64), (0, 0));
}

#[test]
fn loop_is_a_while() {
    // Collatz steps.
    let (mut b, p) = Build::new("f", &[I64], &[I64]);
    let (zero, one, three) = (b.int(0), b.int(1), b.int(3));
    let results = b.loop_(&[p[0], zero], &[I64], |b, label, c| {
        let done = b.compare(CompareOp::Le, c[0], one);
        b.if_(done, &[], |b| b.exit(label, &[c[1]]), |b| b.yields(&[]));
        let steps = b.add(c[1], one);
        let bit = b.binary(BinaryOp::And, c[0], one);
        let odd = b.one(Op::Cast(npc_midend::ir::CastOp::Narrow, bit), Type::I32);
        let odd = b.one(Op::Cast(npc_midend::ir::CastOp::Bool, odd), Type::BOOL);
        let n = b.if_(
            odd,
            &[I64],
            |b| {
                let tripled = b.binary(BinaryOp::Mul, c[0], three);
                let next = b.add(tripled, one);
                b.yields(&[next]);
            },
            |b| {
                let half = b.binary(BinaryOp::Shr, c[0], one);
                b.yields(&[half]);
            },
        );
        b.next(label, &[n[0], steps]);
    });
    b.ret(&results);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, i64>("f", 27_i64), 111);
    assert_eq!(f.call::<_, i64>("f", 1_i64), 0);
}

#[test]
fn loop_with_both_arms_leaving() {
    let (mut b, p) = Build::new("f", &[I64], &[I64]);
    let (zero, one) = (b.int(0), b.int(1));
    let results = b.loop_(&[zero], &[I64], |b, label, c| {
        let more = b.compare(CompareOp::Lt, c[0], p[0]);
        b.if_(
            more,
            &[],
            |b| {
                let n = b.add(c[0], one);
                b.next(label, &[n]);
            },
            |b| b.exit(label, &[c[0]]),
        );
        b.op(Op::Unreachable, &[]);
    });
    b.ret(&results);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, i64>("f", 5_i64), 5);
}

#[test]
fn loop_left_only_by_return() {
    let (mut b, p) = Build::new("f", &[I64], &[I64]);
    let one = b.int(1);
    b.loop_(&[p[0]], &[I64, I64], |b, label, c| {
        let square = b.binary(BinaryOp::Mul, c[0], c[0]);
        let limit = b.int(1000);
        let large = b.compare(CompareOp::Gt, square, limit);
        b.if_(large, &[], |b| b.ret(&[c[0]]), |b| b.yields(&[]));
        let n = b.add(c[0], one);
        b.next(label, &[n]);
    });
    b.op(Op::Unreachable, &[]);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, i64>("f", 5_i64), 32);
}

#[test]
fn exits_leave_several_loops() {
    // First (i, j) with i * j == n, through two loops and a scope.
    let (mut b, p) = Build::new("f", &[I64, I64], &[I64, I64]);
    let (zero, minus) = (b.int(0), b.int(-1));
    let found = b.scope(&[I64, I64], |b, scope| {
        b.for_(zero, p[0], &[], |b, outer, i, _| {
            b.for_(zero, p[0], &[], |b, inner, j, _| {
                let product = b.binary(BinaryOp::Mul, i, j);
                let hit = b.compare(CompareOp::Eq, product, p[1]);
                b.if_(hit, &[], |b| b.exit(scope, &[i, j]), |b| b.yields(&[]));
                let beyond = b.compare(CompareOp::Gt, product, p[1]);
                b.if_(beyond, &[], |b| b.next(outer, &[]), |b| b.yields(&[]));
                b.next(inner, &[]);
            });
            b.next(outer, &[]);
        });
        b.exit(scope, &[minus, minus]);
    });
    b.ret(&found);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, (i64, i64)>("f", (10_i64, 42_i64)), (6, 7));
    assert_eq!(f.call::<_, (i64, i64)>("f", (10_i64, 23_i64)), (-1, -1));
}

#[test]
fn inner_loop_hands_its_result_to_the_outer_one() {
    let (mut b, p) = Build::new("f", &[I64], &[I64]);
    let (zero, one) = (b.int(0), b.int(1));
    let results = b.for_(zero, p[0], &[one], |b, outer, i, c| {
        let inner = b.for_(zero, i, &[c[0]], |b, inner, j, d| {
            let sum = b.add(d[0], j);
            b.next(inner, &[sum]);
        });
        let old = b.add(inner[0], c[0]);
        b.next(outer, &[old]);
    });
    b.ret(&results);
    let expected = (0..6).fold(1_i64, |c, i| (0..i).sum::<i64>() + c + c);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, i64>("f", 6_i64), expected);
}

#[test]
fn arms_share_variables_with_loops() {
    // Running maximum and how often it changed.
    let (mut b, p) = Build::new("f", &[I64], &[I64, I64]);
    let (zero, one, seven, ten) = (b.int(0), b.int(1), b.int(7), b.int(10));
    let results = b.for_(zero, p[0], &[zero, zero], |b, label, i, c| {
        let scaled = b.binary(BinaryOp::Mul, i, seven);
        let x = b.binary(BinaryOp::RemS, scaled, ten);
        let larger = b.compare(CompareOp::Gt, x, c[0]);
        let new = b.if_(
            larger,
            &[I64, I64],
            |b| {
                let count = b.add(c[1], one);
                b.yields(&[x, count]);
            },
            |b| b.yields(&[c[0], c[1]]),
        );
        b.next(label, &new);
    });
    b.ret(&results);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, (i64, i64)>("f", 10_i64), (9, 3));
}

#[test]
fn arms_that_leave_in_all_combinations() {
    let build = |then_yields: bool, else_yields: bool| {
        let (mut b, p) = Build::new("f", &[I64], &[I64]);
        let (ten, zero) = (b.int(10), b.int(0));
        let cond = b.compare(CompareOp::Lt, p[0], ten);
        let x = p[0];
        let arm = |yields: bool, k: i64| {
            move |b: &mut Build| {
                let k = b.int(k);
                let value = b.add(x, k);
                if yields { b.yields(&[value]) } else { b.ret(&[value]) }
            }
        };
        let result = b.if_(cond, &[I64], arm(then_yields, 100), arm(else_yields, 200));
        if then_yields || else_yields {
            let result = b.binary(BinaryOp::Sub, zero, result[0]);
            b.ret(&[result]);
        } else {
            b.op(Op::Unreachable, &[]);
        }
        Instance::new(&compile(b.func))
    };
    for (then, els) in [(true, true), (true, false), (false, true), (false, false)] {
        let mut f = build(then, els);
        let sign = |yields| if yields { -1 } else { 1 };
        assert_eq!(f.call::<_, i64>("f", 1_i64), 101 * sign(then));
        assert_eq!(f.call::<_, i64>("f", 11_i64), 211 * sign(els));
    }
}

#[test]
fn empty_arms() {
    for (then_empty, cond_value) in [(true, 3_i64), (false, 3), (true, 30), (false, 30)] {
        let (mut b, p) = Build::new("f", &[I64], &[Type::Addr]);
        let slot = b.func.slots.push(());
        let ten = b.int(10);
        let cond = b.compare(CompareOp::Lt, p[0], ten);
        let set = |b: &mut Build| {
            let value = b.one(Op::Const(77), Type::Addr);
            b.op(Op::SlotSet(slot, value), &[]);
            b.yields(&[]);
        };
        let empty = |b: &mut Build| b.yields(&[]);
        if then_empty {
            b.if_(cond, &[], empty, set)
        } else {
            b.if_(cond, &[], set, empty)
        };
        let value = b.one(Op::SlotGet(slot), Type::Addr);
        b.ret(&[value]);
        let mut f = Instance::new(&compile(b.func));
        let expected = if (cond_value < 10) != then_empty { 77 } else { 0 };
        assert_eq!(f.call::<_, i32>("f", cond_value), expected);
    }
}

#[test]
fn calls_with_several_results() {
    let (mut b, p) = Build::new("caller", &[I64, Type::F64], &[Type::I32, Type::F64]);
    let called = b.op(Op::Call(FuncId::from_u32(1), smallvec![p[0], p[1]]), &[Type::I32, I64, Type::F64]);
    let zero = b.i32(0);
    let failed = b.compare(CompareOp::Ne, called[0], zero);
    let nothing = b.float(-1.0);
    b.if_(failed, &[], |b| b.ret(&[called[0], nothing]), |b| b.yields(&[]));
    let as_float = b.one(Op::Cast(npc_midend::ir::CastOp::FloatS, called[1]), Type::F64);
    let sum = b.add(as_float, called[2]);
    b.ret(&[zero, sum]);
    let caller = b.func;
    let (mut b, p) = Build::new("callee", &[I64, Type::F64], &[Type::I32, I64, Type::F64]);
    b.func.can_raise = true;
    let zero = b.int(0);
    let negative = b.compare(CompareOp::Lt, p[0], zero);
    let (bad, good, half) = (b.i32(1), b.i32(0), b.float(0.5));
    let none = b.float(0.0);
    b.if_(negative, &[], |b| b.ret(&[bad, zero, none]), |b| b.yields(&[]));
    let product = b.binary(BinaryOp::Mul, p[1], half);
    b.ret(&[good, p[0], product]);
    let callee = b.func;
    let (mut b, _) = Build::new("unreached", &[], &[]);
    b.ret(&[]);
    let wasm = compile_module(module(vec![caller, callee, b.func], 1));
    let text = wasmprinter::print_bytes(&wasm).expect("printable");
    assert!(!text.contains("unreached"), "only what exports reach is there");
    let mut f = Instance::new(&wasm);
    assert_eq!(f.call::<_, (i32, f64)>("caller", (3_i64, 5.0)), (0, 5.5));
    assert_eq!(f.call::<_, (i32, f64)>("caller", (-3_i64, 5.0)), (1, -1.0));
}

#[test]
fn recursion() {
    let (mut b, p) = Build::new("fac", &[I64], &[I64]);
    let one = b.int(1);
    let small = b.compare(CompareOp::Le, p[0], one);
    let result = b.if_(
        small,
        &[I64],
        |b| b.yields(&[one]),
        |b| {
            let less = b.binary(BinaryOp::Sub, p[0], one);
            let rest = b.one(Op::Call(FuncId::from_u32(0), smallvec![less]), I64);
            let product = b.binary(BinaryOp::Mul, p[0], rest);
            b.yields(&[product]);
        },
    );
    b.ret(&result);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, i64>("fac", 20_i64), 2_432_902_008_176_640_000);
}

#[test]
fn regions_as_operands() {
    // 100 - (scope that exits early) * (if …), with branches out of half-built expressions.
    let (mut b, p) = Build::new("f", &[I64], &[I64]);
    let (hundred, five) = (b.int(100), b.int(5));
    let inner = b.scope(&[I64], |b, scope| {
        let small = b.compare(CompareOp::Lt, p[0], five);
        b.if_(small, &[], |b| b.exit(scope, &[five]), |b| b.yields(&[]));
        b.exit(scope, &[p[0]]);
    });
    let even = b.one(Op::Unary(UnaryOp::Ctz, p[0]), I64);
    let zero = b.int(0);
    let cond = b.compare(CompareOp::Ne, even, zero);
    let factor = b.if_(cond, &[I64], |b| b.yields(&[five]), |b| b.ret(&[zero]));
    let product = b.binary(BinaryOp::Mul, inner[0], factor[0]);
    let result = b.binary(BinaryOp::Sub, hundred, product);
    b.ret(&[result]);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, i64>("f", 4_i64), 75);
    assert_eq!(f.call::<_, i64>("f", 6_i64), 70);
    assert_eq!(f.call::<_, i64>("f", 7_i64), 0);
}

#[test]
fn long_expressions_do_not_exhaust_the_stack() {
    let (mut b, p) = Build::new("f", &[I64], &[I64]);
    let mut sum = p[0];
    for _ in 0..20_000 {
        sum = b.add(sum, p[0]);
    }
    b.ret(&[sum]);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, i64>("f", 3_i64), 60_003);
}
