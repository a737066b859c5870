//! Regions, loops and calls.

use super::build::{Writer, call, export, function, native, scalar};
use crate::{CallFailure, Context};
use npc_midend::Module;
use npc_midend::abi::context;
use npc_midend::host::{Arg, Outcome};
use npc_midend::interface::Shape;
use npc_midend::ir::{BinaryOp, CompareOp, MemType, Op, Value, Values};
use npc_midend::types::{DType, Type};
use smallvec::smallvec;

fn add(writer: &mut Writer, x: Value, y: Value) -> Value {
    writer.op(Op::Binary(BinaryOp::Add, x, y), Type::I64)
}

fn compare(writer: &mut Writer, op: CompareOp, x: Value, y: Value) -> Value {
    writer.op(Op::Compare(op, x, y), Type::BOOL)
}

fn int_function(module: &mut Module, params: usize, write: impl FnOnce(&mut Writer, Value, &[Value])) {
    export(module, "f", &vec![scalar(DType::I64); params], scalar(DType::I64), write);
}

/// `(n, start)`: the sum of `start..n` and the number of rounds × 1000, with two carried values.
#[test]
fn a_for_carries_values() {
    let mut module = Module::default();
    int_function(&mut module, 2, |writer, ret, params| {
        let zero = writer.int(0);
        let body = writer.new_block(&[Type::I64, Type::I64, Type::I64]);
        let op = Op::For(params[1], params[0], smallvec![zero, zero], body);
        let results = writer.ops(op, &[Type::I64, Type::I64]);
        writer.block(body, |writer, inside| {
            let sum = add(writer, inside[1], inside[0]);
            let step = writer.int(1000);
            let rounds = add(writer, inside[2], step);
            writer.run(Op::Next(body, smallvec![sum, rounds]));
        });
        let total = add(writer, results[0], results[1]);
        writer.store_result(ret, 0, total);
        writer.succeed();
    });
    let native = native(&module);
    for (lo, hi) in [(0_i64, 10_i64), (5, 5), (7, 3), (-3, 2), (i64::MAX - 2, i64::MAX), (i64::MIN, i64::MIN + 1)] {
        let expected = (lo..hi).fold(0_i64, |sum, x| sum.wrapping_add(x).wrapping_add(1000));
        assert_eq!(call(&native, &module, "f", &[hi as u64, lo as u64]) as i64, expected, "{lo}..{hi}");
    }
}

/// Finds `i, j` with `i * j == n` among 2..100 and leaves two loops and a scope at once with `1000 i + j`.
#[test]
fn an_exit_leaves_several_regions() {
    let mut module = Module::default();
    int_function(&mut module, 1, |writer, ret, params| {
        let scope = writer.new_block(&[]);
        let found = writer.op(Op::Scope(scope), Type::I64);
        writer.block(scope, |writer, _| {
            let (lo, hi) = (writer.int(2), writer.int(100));
            let outer = writer.new_block(&[Type::I64]);
            writer.run(Op::For(lo, hi, smallvec![], outer));
            writer.block(outer, |writer, i| {
                let inner = writer.new_block(&[Type::I64]);
                writer.run(Op::For(lo, hi, smallvec![], inner));
                writer.block(inner, |writer, j| {
                    let product = writer.op(Op::Binary(BinaryOp::Mul, i[0], j[0]), Type::I64);
                    let equal = compare(writer, CompareOp::Eq, product, params[0]);
                    let (then, els) = (writer.new_block(&[]), writer.new_block(&[]));
                    writer.run(Op::If(equal, then, els));
                    writer.block(then, |writer, _| {
                        let thousand = writer.int(1000);
                        let high = writer.op(Op::Binary(BinaryOp::Mul, i[0], thousand), Type::I64);
                        let both = add(writer, high, j[0]);
                        writer.run(Op::Exit(scope, smallvec![both]));
                    });
                    // The other arm goes on to the next round, so nothing after the if is reached.
                    writer.block(els, |writer, _| writer.run(Op::Next(inner, smallvec![])));
                    writer.run(Op::Unreachable);
                });
                writer.run(Op::Next(outer, smallvec![]));
            });
            let none = writer.int(-1);
            writer.run(Op::Exit(scope, smallvec![none]));
        });
        writer.store_result(ret, 0, found);
        writer.succeed();
    });
    let native = native(&module);
    assert_eq!(call(&native, &module, "f", &[35]), 5007);
    assert_eq!(call(&native, &module, "f", &[97 * 2]), 2097);
    assert_eq!(call(&native, &module, "f", &[10007]) as i64, -1);
}

/// Steps of the Collatz sequence; the arms of an if yield values of a loop that swaps its two parameters each round.
#[test]
fn a_loop_and_an_if_with_results() {
    let mut module = Module::default();
    int_function(&mut module, 1, |writer, ret, params| {
        let zero = writer.int(0);
        let body = writer.new_block(&[Type::I64, Type::I64]);
        let steps = writer.op(Op::Loop(smallvec![params[0], zero], body), Type::I64);
        writer.block(body, |writer, now| {
            let (one, two, three) = (writer.int(1), writer.int(2), writer.int(3));
            let done = compare(writer, CompareOp::Le, now[0], one);
            let (then, els) = (writer.new_block(&[]), writer.new_block(&[]));
            writer.run(Op::If(done, then, els));
            writer.block(then, |writer, _| writer.run(Op::Exit(body, smallvec![now[1]])));
            writer.block(els, |writer, _| writer.run(Op::Yield(smallvec![])));
            let odd = writer.op(Op::Binary(BinaryOp::And, now[0], one), Type::I64);
            let odd = compare(writer, CompareOp::Ne, odd, zero);
            let (then, els) = (writer.new_block(&[]), writer.new_block(&[]));
            let next = writer.op(Op::If(odd, then, els), Type::I64);
            writer.block(then, |writer, _| {
                let more = writer.op(Op::Binary(BinaryOp::Mul, now[0], three), Type::I64);
                let more = add(writer, more, one);
                writer.run(Op::Yield(smallvec![more]));
            });
            writer.block(els, |writer, _| {
                let half = writer.op(Op::Binary(BinaryOp::DivS, now[0], two), Type::I64);
                writer.run(Op::Yield(smallvec![half]));
            });
            let count = add(writer, now[1], one);
            writer.run(Op::Next(body, smallvec![next, count]));
        });
        writer.store_result(ret, 0, steps);
        writer.succeed();
    });
    let native = native(&module);
    assert_eq!(call(&native, &module, "f", &[27]), 111);
    assert_eq!(call(&native, &module, "f", &[1]), 0);
}

/// Fibonacci numbers by carrying `(b, a + b)`: edges assign in parallel.
#[test]
fn edges_assign_in_parallel() {
    let mut module = Module::default();
    int_function(&mut module, 1, |writer, ret, params| {
        let (zero, one) = (writer.int(0), writer.int(1));
        let body = writer.new_block(&[Type::I64; 3]);
        let results = writer.ops(Op::For(zero, params[0], smallvec![zero, one], body), &[Type::I64; 2]);
        writer.block(body, |writer, inside| {
            let sum = add(writer, inside[1], inside[2]);
            writer.run(Op::Next(body, smallvec![inside[2], sum]));
        });
        writer.store_result(ret, 0, results[0]);
        writer.succeed();
    });
    let native = native(&module);
    assert_eq!(call(&native, &module, "f", &[90]), 2_880_067_194_370_816_120);
}

/// A function with a status, eleven results of all types, and a call of itself.
#[test]
fn calls_return_many_values() {
    let types = [Type::I32, Type::I64, Type::F64, Type::BOOL, Type::F32, Type::Addr];
    let results: Vec<Type> = [Type::I32].into_iter().chain(types.into_iter().cycle().take(11)).collect();
    let mut module = Module::default();
    let callee = module.funcs.next_key();
    let mut writer = Writer::new("g", &[Type::I64], &results);
    writer.func.can_raise = true;
    let n = writer.params()[0];
    let zero = writer.int(0);
    let done = compare(&mut writer, CompareOp::Le, n, zero);
    let (then, els) = (writer.new_block(&[]), writer.new_block(&[]));
    writer.run(Op::If(done, then, els));
    writer.block(then, |writer, _| {
        let mut values = Values::new();
        for (at, ty) in results.iter().enumerate() {
            let bits = match *ty {
                Type::F64 => (at as f64).to_bits(),
                Type::F32 => u64::from((at as f32).to_bits()),
                Type::Scalar(DType::Bool) => 1,
                _ => at as u64,
            };
            values.push(writer.op(Op::Const(bits), *ty));
        }
        writer.run(Op::Return(values));
    });
    writer.block(els, |writer, _| {
        let less = writer.int(-1);
        let less = add(writer, n, less);
        let values = writer.ops(Op::Call(callee, smallvec![less]), &results);
        writer.run(Op::Return(values));
    });
    writer.run(Op::Unreachable);
    module.funcs.push(writer.func);
    let members: Vec<_> = results[1..].iter().map(|ty| scalar(ty.scalar().unwrap_or(DType::I64))).collect();
    export(&mut module, "f", &[scalar(DType::I64)], Shape::Tuple(members), |writer, ret, params| {
        let values = writer.ops(Op::Call(callee, smallvec![params[0]]), &results);
        for (at, value) in values[1..].iter().enumerate() {
            writer.store_result(ret, 8 * at as u32, *value);
        }
        writer.run(Op::Return(smallvec![values[0]]));
    });
    let native = native(&module);
    let outcome = native.call(function(&module, "f"), &mut Context::new(), &mut [], &[Arg::Scalar(900)]).unwrap();
    let Outcome::Tuple(members) = outcome else { panic!("not a tuple") };
    assert_eq!(members.len(), 11);
    for (at, member) in members.iter().enumerate() {
        let Outcome::Scalar { dtype, bits, .. } = member else { panic!("not a scalar") };
        let expected = match dtype {
            DType::F64 => ((at + 1) as f64).to_bits(),
            DType::F32 => u64::from(((at + 1) as f32).to_bits()),
            DType::Bool => 1,
            _ => at as u64 + 1,
        };
        assert_eq!(*bits, expected, "result {at}");
    }
}

#[test]
fn the_error_record_is_reported_and_cleared() {
    let mut module = Module::default();
    int_function(&mut module, 1, |writer, ret, params| {
        let zero = writer.int(0);
        let raises = compare(writer, CompareOp::Lt, params[0], zero);
        let (then, els) = (writer.new_block(&[]), writer.new_block(&[]));
        writer.run(Op::If(raises, then, els));
        writer.block(then, |writer, _| {
            let cx = writer.op(Op::Context, Type::Addr);
            let (site, position) = (writer.int(8), writer.int(3));
            writer.run(Op::Store(MemType::I64, cx, context::SITE, site));
            writer.run(Op::Store(MemType::I64, cx, context::POSITION, position));
            writer.run(Op::Store(MemType::I64, cx, context::ARGS + 8, params[0]));
            let status = writer.int32(1);
            writer.run(Op::Return(smallvec![status]));
        });
        writer.block(els, |writer, _| writer.run(Op::Yield(smallvec![])));
        writer.store_result(ret, 0, params[0]);
        writer.succeed();
    });
    let native = native(&module);
    let mut context = Context::new();
    let f = function(&module, "f");
    let Err(CallFailure::Raised(raised)) = native.call(f, &mut context, &mut [], &[Arg::Scalar(-5_i64 as u64)]) else {
        panic!("it does not raise")
    };
    assert_eq!((raised.site, raised.position, raised.args[1]), (7, 3, -5));
    assert!(native.call(f, &mut context, &mut [], &[Arg::Scalar(5)]).is_ok());
}

#[test]
fn narrow_arguments_arrive_extended() {
    let mut module = Module::default();
    for dtype in [DType::Bool, DType::I8, DType::U8, DType::I16, DType::U16, DType::I32, DType::U32] {
        export(&mut module, dtype.ir_name(), &[scalar(dtype)], scalar(DType::I64), |writer, ret, params| {
            writer.store_result(ret, 0, params[0]);
            writer.succeed();
        });
    }
    let native = native(&module);
    for (name, expected) in [("bool", 1), ("i8", -2), ("u8", 254), ("i16", -2), ("u16", 65534), ("i32", -2), ("u32", -2)] {
        assert_eq!(call(&native, &module, name, &[-2_i64 as u64]) as i64, expected, "{name}");
    }
}

#[test]
fn functions_may_be_named_like_imports() {
    let mut module = Module::default();
    for (at, name) in ["malloc", "free", "npc_alloc"].iter().enumerate() {
        export(&mut module, name, &[], scalar(DType::I64), |writer, ret, _| {
            let value = writer.int(at as i64);
            writer.store_result(ret, 0, value);
            writer.succeed();
        });
    }
    assert_eq!(call(&native(&module), &module, "free", &[]), 1);
}

#[test]
fn code_is_shared_between_threads_and_outlives_the_first_handle() {
    let mut module = Module::default();
    int_function(&mut module, 1, |writer, ret, params| {
        let twice = add(writer, params[0], params[0]);
        writer.store_result(ret, 0, twice);
        writer.succeed();
    });
    let native = native(&module);
    std::thread::scope(|scope| {
        for n in 0..4 {
            let (native, module) = (native.clone(), &module);
            scope.spawn(move || assert_eq!(call(&native, module, "f", &[n]), 2 * n));
        }
        drop(native);
    });
}
