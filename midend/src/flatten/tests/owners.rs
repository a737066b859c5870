//! Slots: nothing leaks and nothing is freed twice, whichever allocation is refused.

use super::arrays::{Lent, packed};
use super::*;
use crate::abi::descriptor;
use crate::ir::{BinaryOp, CompareOp};
use crate::own_buffers::own_buffers;

const VECTOR: ArrayType = ArrayType { dtype: DType::I64, rank: 1, layout: Layout::C };

/// Calls the first function with every allocation refused in turn; at the end nothing is left but results.
fn refuse_each(module: &Module, args: &[u64], check: impl std::ops::Fn(&Machine, &[u64])) {
    for refuse in 0..20 {
        let mut machine = Machine::new(module, 32);
        machine.refuse = refuse;
        let results = machine.call(func(0), args);
        if results[0] == 1 {
            assert!(machine.live.is_empty(), "leaks if allocation {refuse} is refused");
        } else {
            check(&machine, &results);
        }
    }
}

fn empty(f: &mut Fn, n: Value) -> Value {
    f.op(Op::Empty(values(&[n]), site(2)), Type::Array(VECTOR))
}

/// Two arrays swap places in each round of a loop, one is replaced in some; both are returned.
#[test]
fn swaps_in_a_loop() {
    let ty = Type::Array(VECTOR);
    let (mut f, params) = Fn::new("f", &[Type::I64], &[ty, ty]);
    let (n, [lo, two]) = (params[0], [0, 2].map(|x| f.int(x)));
    let [a, b] = [empty(&mut f, two), empty(&mut f, two)];
    for (array, x) in [(a, 10), (b, 20)] {
        let x = f.int(x);
        f.run(Op::StoreElem(array, values(&[lo]), x));
    }
    let body = f.func.new_block();
    let i = f.func.add_param(body, Type::I64);
    let [p, q] = [0, 1].map(|_| f.func.add_param(body, ty));
    f.within(body, |f| {
        let third = f.op(Op::Compare(CompareOp::Eq, i, two), Type::BOOL);
        let replaced = f.if_else(
            third,
            &[ty],
            [
                &mut |f| {
                    let fresh = empty(f, two);
                    let x = f.int(30);
                    f.run(Op::StoreElem(fresh, values(&[lo]), x));
                    f.run(Op::Yield(values(&[fresh])));
                },
                &mut |f| f.run(Op::Yield(values(&[p]))),
            ],
        );
        f.run(Op::Next(body, values(&[q, replaced[0]])));
    });
    let results = f.ops(Op::For(lo, n, values(&[a, b]), body), &[ty, ty]);
    f.ret(&results);
    own_buffers(&mut f.func);
    let module = flat(module(vec![f]));
    for (rounds, wanted) in [(0, [10, 20]), (1, [20, 10]), (2, [10, 20]), (3, [20, 30]), (4, [30, 20])] {
        refuse_each(&module, &[rounds], |machine, results| {
            // The status, then parent, data and extent of each.
            let elements = [results[2], results[5]].map(|data| machine.read(data, 8));
            assert_eq!(elements, wanted, "{rounds}");
            assert_eq!(machine.live.len(), 2);
            assert!(machine.live.values().all(|count| *count == 1));
        });
    }
}

/// A temporary per round, a `return` of it from inside, and a failing call.
#[test]
fn temporaries_and_early_returns() {
    let ty = Type::Array(VECTOR);
    let (mut f, params) = Fn::new("f", &[Type::I64, Type::I64], &[ty]);
    let five = f.int(5);
    let kept = empty(&mut f, five);
    f.for_each(params[0], |f, i| {
        let temporary = empty(f, five);
        f.run(Op::StoreElem(temporary, values(&[i]), i));
        let here = f.op(Op::Compare(CompareOp::Eq, i, params[1]), Type::BOOL);
        f.if_else(here, &[], [&mut |f| f.ret(&[temporary]), &mut |f| f.run(Op::Yield(Values::new()))]);
        let x = f.op(Op::LoadElem(temporary, values(&[i])), Type::I64);
        let y = f.op(Op::Call(func(1), values(&[x])), Type::I64);
        f.run(Op::StoreElem(kept, values(&[i]), y));
    });
    f.ret(&[kept]);
    own_buffers(&mut f.func);
    let (mut g, params) = Fn::new("g", &[Type::I64], &[Type::I64]);
    let three = g.int(3);
    let small = g.op(Op::Compare(CompareOp::Lt, params[0], three), Type::BOOL);
    g.run(Op::Check(small, site(0), Values::new()));
    let more = g.op(Op::Binary(BinaryOp::Add, params[0], three), Type::I64);
    g.ret(&[more]);
    let module = flat(module(vec![f, g]));
    for args in [[0, 9], [3, 9], [5, 9], [5, 2], [5, 3]] {
        refuse_each(&module, &args, |machine, results| {
            assert_eq!(machine.live.iter().collect::<Vec<_>>(), [(&results[1], &1)]);
        });
    }
    let mut machine = Machine::new(&module, 32);
    assert_eq!(machine.call(func(0), &[5, 4])[0], 1);
    assert_eq!(machine.call(func(0), &[3, 9])[0], 0);
}

/// A view of the caller's memory and a fresh array meet in an `if`; the entry hands either to the caller.
#[test]
fn borrowed_or_owned() {
    let ty = Type::Array(VECTOR);
    let (mut f, params) = Fn::new("f", &[Type::Addr, Type::Addr, Type::BOOL], &[]);
    let a = f.op(Op::LoadDescriptor(params[1], site(3)), ty);
    let n = f.op(Op::Dim(a, 0), Type::I64);
    let chosen = f.if_else(
        params[2],
        &[ty],
        [&mut |f| f.run(Op::Yield(values(&[a]))), &mut |f| {
            let fresh = empty(f, n);
            f.run(Op::Yield(values(&[fresh])));
        }],
    );
    f.run(Op::StoreDescriptor(params[0], chosen[0]));
    f.ret(&[]);
    own_buffers(&mut f.func);
    let module = flat(module(vec![entry(f)]));
    for lent in [0, 1] {
        let mut machine = Machine::new(&module, 32);
        let array = Lent::new(&mut machine, &mut Random(1), DType::I64, &[3], &packed(&[3], 8, Layout::C));
        let (p, ret) = (array.descriptor(&mut machine), machine.reserve(descriptor::size(1) as usize));
        assert_eq!(machine.call(func(0), &[ret, p, lent]), [0]);
        let result = Lent::read(&machine, ret, DType::I64, 1);
        let parent = machine.read(ret + u64::from(descriptor::PARENT), 8);
        assert_eq!(result.data == array.data, lent == 1);
        assert_eq!(machine.live.len() as u64, 1 - lent);
        assert_eq!(parent != 0, lent == 0);
    }
}

/// One slot, filled once, outside of loops: nothing to release where it is filled.
#[test]
fn no_needless_releases() {
    let (mut f, params) = Fn::new("f", &[Type::I64], &[Type::I64]);
    let a = empty(&mut f, params[0]);
    let n = f.op(Op::Dim(a, 0), Type::I64);
    f.ret(&[n]);
    own_buffers(&mut f.func);
    let module = flat(module(vec![f]));
    let text = module.funcs[func(0)].to_string();
    assert_eq!(text.matches("release_buffer").count(), 1, "{text}");
}
