//! Error records: what, where, with which arguments; and statuses through calls.

use super::*;
use crate::abi::context;
use crate::ir::BinaryOp;

fn at(f: &mut Fn, position: u32) {
    f.loc.position = position;
}

/// `f(i, n)`: an index of a negative or too large `i` raises.
fn index_function(library: bool) -> Fn {
    let (mut f, params) = Fn::new("index", &[Type::I64, Type::I64], &[Type::I64]);
    f.func.library = library;
    at(&mut f, 3);
    let j = f.op(Op::Index(params[0], params[1], site(0)), Type::I64);
    f.ret(&[j]);
    f
}

fn record(machine: &Machine) -> [i64; 4] {
    [context::SITE, context::POSITION, context::ARGS, context::ARGS + 8].map(|field| machine.context(field) as i64)
}

#[test]
fn indices() {
    let module = flat(module(vec![index_function(false)]));
    for (i, n, wanted) in [
        (0, 3, Some(0)),
        (2, 3, Some(2)),
        (-1, 3, Some(2)),
        (-3, 3, Some(0)),
        (3, 3, None),
        (-4, 3, None),
        (0, 0, None),
        (i64::MIN, 1, None),
    ] {
        let mut machine = Machine::new(&module, 32);
        let got = machine.call(func(0), &[i as u64, n as u64]);
        match wanted {
            Some(j) => assert_eq!(got, [0, j]),
            None => {
                assert_eq!(got, [1, 0]);
                assert_eq!(record(&machine), [1, 3, i, n]);
            }
        }
    }
}

/// A user's function that calls `index` twice and checks something itself.
fn caller() -> Fn {
    let (mut f, params) = Fn::new("caller", &[Type::I64, Type::I64], &[Type::I64]);
    at(&mut f, 5);
    let x = f.op(Op::Call(func(0), values(&params)), Type::I64);
    at(&mut f, 6);
    let five = f.int(5);
    let small = f.op(Op::Compare(crate::ir::CompareOp::Lt, x, five), Type::BOOL);
    f.run(Op::Check(small, site(3), values(&[x])));
    at(&mut f, 7);
    let y = f.op(Op::Call(func(0), values(&[x, params[1]])), Type::I64);
    f.ret(&[y]);
    f
}

#[test]
fn positions_are_the_users() {
    for (library, position) in [(false, 3), (true, 5)] {
        let module = flat(module(vec![index_function(library), caller()]));
        let mut machine = Machine::new(&module, 64);
        assert_eq!(machine.call(func(1), &[2, 9]), [0, 2]);
        assert_eq!(machine.call(func(1), &[9, 9]), [1, 0]);
        assert_eq!(record(&machine), [1, position, 9, 9]);
        assert_eq!(machine.call(func(1), &[7, 9]), [1, 0]);
        assert_eq!(record(&machine)[..3], [4, 6, 7]);
    }
}

/// `raise` under a condition, in a loop, with several sites; `return` out of a loop.
#[test]
fn leaving_from_inside() {
    let (mut f, params) = Fn::new("f", &[Type::I64], &[Type::I64]);
    let n = f.int(10);
    f.for_each(n, |f, i| {
        let here = f.op(Op::Compare(crate::ir::CompareOp::Eq, i, params[0]), Type::BOOL);
        let three = f.int(3);
        f.if_else(
            here,
            &[],
            [
                &mut |f| {
                    let small = f.op(Op::Compare(crate::ir::CompareOp::Lt, i, three), Type::BOOL);
                    at(f, 2);
                    f.if_else(small, &[], [&mut |f| f.ret(&[i]), &mut |f| f.run(Op::Raise(site(1), values(&[i, three])))]);
                    f.run(Op::Unreachable);
                },
                &mut |f| f.run(Op::Yield(Values::new())),
            ],
        );
    });
    at(&mut f, 4);
    f.run(Op::Raise(site(2), Values::new()));
    let module = flat(module(vec![f]));
    let mut machine = Machine::new(&module, 32);
    assert_eq!(machine.call(func(0), &[2]), [0, 2]);
    assert_eq!(machine.call(func(0), &[7]), [1, 0]);
    assert_eq!(record(&machine), [2, 2, 7, 3]);
    assert_eq!(machine.call(func(0), &[70]), [1, 0]);
    assert_eq!(record(&machine)[..2], [3, 4]);
}

/// Sizes that are negative, too large or refused.
#[test]
fn fresh_arrays_that_do_not_fit() {
    for rank in 1..=3 {
        let params = vec![Type::I64; rank];
        let (mut f, extents) = Fn::new("f", &params, &[Type::I64]);
        let a = f.op(Op::Empty(extents, site(2)), array(DType::F64, rank as u8, Layout::C));
        let slot = f.func.slots.push(());
        f.run(Op::Own(slot, a));
        let n = f.op(Op::Dim(a, 0), Type::I64);
        f.ret(&[n]);
        let module = flat(module(vec![f]));
        let many = [1u64 << 61, 1 << 62, (1 << 61) + 1, 1 << 63, u64::MAX, 1 << 32, 1 << 20];
        for n in many {
            let mut machine = Machine::new(&module, 64);
            let mut args = vec![3; rank];
            args[rank - 1] = n;
            assert_eq!(machine.call(func(0), &args)[0], 1);
            let wanted = if (n as i64) < 0 { "negative dimensions are not allowed" } else { "{0} {1}" };
            let site = module.sites.get_index(record(&machine)[0] as usize - 1).unwrap();
            assert_eq!(site.message, wanted, "{n:#x}");
            if rank == 2 {
                // All extents large, their product small modulo 2⁶⁴.
                let got = Machine::new(&module, 64).call(func(0), &[1 << 32, 1 << 32]);
                assert_eq!(got[0], 1);
            }
        }
        let mut machine = Machine::new(&module, 64);
        assert_eq!(machine.call(func(0), &vec![2; rank]), [0, 2]);
        assert_eq!(machine.call(func(0), &vec![0; rank]), [0, 0]);
        assert!(machine.live.is_empty());
        machine.refuse = 1;
        assert_eq!(machine.call(func(0), &vec![2; rank])[0], 1);
        assert_eq!(record(&machine)[0], 3);
    }
}

/// What can be known to hold or to fail is not tested.
#[test]
fn known_checks() {
    let (mut f, params) = Fn::new("f", &[Type::I64], &[Type::I64]);
    let [two, three] = [2, 3].map(|x| f.int(x));
    let j = f.op(Op::Index(two, three, site(0)), Type::I64);
    let x = f.op(Op::Binary(BinaryOp::Add, j, params[0]), Type::I64);
    f.ret(&[x]);
    let (mut g, _) = Fn::new("g", &[], &[Type::I64]);
    let [two, three] = [2, 3].map(|x| g.int(x));
    let j = g.op(Op::Index(three, two, site(0)), Type::I64);
    g.ret(&[j]);
    let module = flat(module(vec![f, g]));
    assert!(!module.funcs[func(0)].to_string().contains("scope"));
    assert!(!module.funcs[func(1)].to_string().contains("if"));
    assert_eq!(Machine::new(&module, 32).call(func(0), &[5]), [0, 7]);
    assert_eq!(Machine::new(&module, 32).call(func(1), &[]), [1, 0]);
}

#[test]
fn entries_take_and_return() {
    let (mut f, params) = Fn::new("f", &[Type::Addr, Type::BOOL, Type::Scalar(DType::I8), Type::Scalar(DType::U16)], &[]);
    let sum = f.op(Op::Convert(params[2]), Type::I64);
    let other = f.op(Op::Convert(params[3]), Type::I64);
    let sum = f.op(Op::Binary(BinaryOp::Add, sum, other), Type::I64);
    let one = f.op(Op::Convert(params[1]), Type::I64);
    let sum = f.op(Op::Binary(BinaryOp::Add, sum, one), Type::I64);
    f.run(Op::Store(crate::ir::MemType::I64, params[0], 8, sum));
    f.ret(&[]);
    let module = flat(module(vec![entry(f)]));
    let mut machine = Machine::new(&module, 32);
    let ret = machine.reserve(16);
    assert_eq!(machine.call(func(0), &[ret, 7, 0x1ff, 0x1_0005]), [0]);
    assert_eq!(machine.read(ret + 8, 8), 5);
}
