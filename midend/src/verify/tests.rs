use super::*;
use crate::func::{Export, Loc};
use crate::ir::{BinaryOp, CastOp, MemType, Slot, Values};
use smallvec::smallvec;

/// A function `(i64, f64) -> i64` whose body is filled in by `build`, checked alone in a module.
fn check(phase: Phase, build: impl FnOnce(&mut Func, Value, Value)) -> String {
    let mut func = Func::new("f");
    func.can_raise = false;
    func.results = vec![Type::I64];
    let (x, y) = (func.add_param(func.body, Type::I64), func.add_param(func.body, Type::F64));
    build(&mut func, x, y);
    let mut module = Module::default();
    module.funcs.push(func);
    verify(module, phase).err().map(|problems| problems.to_string()).unwrap_or_default()
}

fn push(func: &mut Func, block: Block, op: Op, types: &[Type]) -> Values {
    func.push(block, op, types, Loc::default())
}

fn returns(func: &mut Func, value: Value) {
    push(func, func.body, Op::Return(smallvec![value]), &[]);
}

#[test]
fn a_good_function_passes() {
    let problems = check(Phase::Flat, |func, x, _| {
        let sum = push(func, func.body, Op::Binary(BinaryOp::Add, x, x), &[Type::I64])[0];
        returns(func, sum);
    });
    assert_eq!(problems, "");
}

#[test]
fn operands_have_one_type_and_problems_show_the_operation() {
    let problems = check(Phase::Flat, |func, x, y| {
        let sum = push(func, func.body, Op::Binary(BinaryOp::Add, x, y), &[Type::I64])[0];
        returns(func, sum);
    });
    assert_eq!(problems, "in f: %0 is i64 but %1 is f64\n    %2 = add %0, %1\n");
}

#[test]
fn all_problems_are_listed_and_the_module_comes_back() {
    let mut module = Module::default();
    for name in ["f", "g"] {
        let mut func = Func::new(name);
        func.can_raise = false;
        push(&mut func, Block::from_u32(0), Op::Return(smallvec![Value::from_u32(7)]), &[]);
        module.funcs.push(func);
    }
    module.exports.push(Export { func: crate::ir::FuncId::from_u32(9), name: "h".into(), function: None });
    let problems = verify(module, Phase::Flat).expect_err("bad module");
    assert_eq!(problems.list.len(), 3);
    assert_eq!(problems.module.funcs.len(), 2);
}

#[test]
fn values_of_a_nested_block_are_not_visible_outside() {
    let problems = check(Phase::Flat, |func, x, _| {
        let (body, then, els) = (func.body, func.new_block(), func.new_block());
        let cond = push(func, body, Op::Const(1), &[Type::BOOL])[0];
        let inner = push(func, then, Op::Binary(BinaryOp::Add, x, x), &[Type::I64])[0];
        push(func, then, Op::Yield(smallvec![]), &[]);
        push(func, els, Op::Yield(smallvec![]), &[]);
        push(func, body, Op::If(cond, then, els), &[]);
        returns(func, inner);
    });
    assert_eq!(problems, "in f: %3 is not visible here\n    return %3\n");
}

#[test]
fn blocks_end_in_one_terminator() {
    let missing = check(Phase::Flat, |_, _, _| {});
    assert!(missing.contains("^0 does not end in a terminator"), "{missing}");
    let early = check(Phase::Flat, |func, x, _| {
        returns(func, x);
        returns(func, x);
    });
    assert!(early.contains("a terminator stands inside a block"), "{early}");
}

#[test]
fn labels_enclose_and_hand_over_what_is_expected() {
    let not_enclosing = check(Phase::Flat, |func, x, _| {
        push(func, func.body, Op::Exit(Block::from_u32(1), smallvec![x]), &[]);
    });
    assert!(not_enclosing.contains("^1 is not the body of an enclosing region"), "{not_enclosing}");
    let wrong_type = check(Phase::Flat, |func, _, y| {
        let scope = func.new_block();
        push(func, scope, Op::Exit(scope, smallvec![y]), &[]);
        let result = push(func, func.body, Op::Scope(scope), &[Type::I64])[0];
        returns(func, result);
    });
    assert!(wrong_type.contains("hands over (f64) instead of (i64)"), "{wrong_type}");
    let next_of_scope = check(Phase::Flat, |func, x, _| {
        let scope = func.new_block();
        push(func, scope, Op::Next(scope, smallvec![]), &[]);
        push(func, func.body, Op::Scope(scope), &[]);
        returns(func, x);
    });
    assert!(next_of_scope.contains("not the body of an enclosing loop"), "{next_of_scope}");
}

#[test]
fn loops_have_the_parameters_that_their_initial_values_say() {
    let problems = check(Phase::Flat, |func, x, y| {
        let body = func.new_block();
        func.add_param(body, Type::F64);
        push(func, body, Op::Next(body, smallvec![y]), &[]);
        push(func, func.body, Op::For(x, x, smallvec![y], body), &[Type::F64]);
        returns(func, x);
    });
    assert!(problems.contains("^1 has parameters (f64) instead of (i64, f64)"), "{problems}");
}

#[test]
fn phases_have_their_operations_and_types() {
    let convert = check(Phase::Flat, |func, _, y| {
        let int = push(func, func.body, Op::Convert(y), &[Type::I64])[0];
        returns(func, int);
    });
    assert!(convert.contains("the operation does not exist in Flat"), "{convert}");
    let cast = check(Phase::Loops, |func, _, y| {
        let int = push(func, func.body, Op::Cast(CastOp::IntS, y), &[Type::I64])[0];
        returns(func, int);
    });
    assert!(cast.contains("the operation does not exist in Loops"), "{cast}");
    let narrow = check(Phase::Flat, |func, x, _| {
        push(func, func.body, Op::Const(1), &[Type::Scalar(DType::I8)]);
        returns(func, x);
    });
    assert!(narrow.contains("%2 has type i8, which is gone in Flat"), "{narrow}");
}

#[test]
fn constants_are_canonical() {
    let problems = check(Phase::Flat, |func, x, _| {
        push(func, func.body, Op::Const(0xffff_ffff), &[Type::I32]);
        push(func, func.body, Op::Const(2), &[Type::BOOL]);
        returns(func, x);
    });
    assert_eq!(problems.matches("are not those of a constant").count(), 2, "{problems}");
}

#[test]
fn calls_fit_their_callee_and_status_comes_first() {
    let mut module = Module::default();
    let mut callee = Func::new("g");
    callee.results = vec![Type::F64];
    callee.add_param(callee.body, Type::I32);
    push(&mut callee, Block::from_u32(0), Op::Unreachable, &[]);
    let id = module.funcs.push(callee);
    let mut caller = Func::new("f");
    caller.can_raise = false;
    push(&mut caller, Block::from_u32(0), Op::Call(id, smallvec![]), &[Type::I32]);
    push(&mut caller, Block::from_u32(0), Op::Return(smallvec![]), &[]);
    module.funcs.push(caller);
    let problems = verify(module, Phase::Flat).expect_err("bad calls").to_string();
    for message in
        ["has its status (i32) as first result", "hands over () instead of (i32)", "has results (i32) instead of (f64)"]
    {
        assert!(problems.contains(message), "{problems}");
    }
}

#[test]
fn slots_and_memory_have_their_types() {
    let problems = check(Phase::Flat, |func, x, _| {
        push(func, func.body, Op::SlotGet(Slot::from_u32(0)), &[Type::Addr]);
        push(func, func.body, Op::Store(MemType::U8, x, 0, x), &[]);
        returns(func, x);
    });
    for message in ["slot0 does not exist", "%0 is i64 instead of addr", "%0 is i64 instead of i32"] {
        assert!(problems.contains(message), "{problems}");
    }
}
