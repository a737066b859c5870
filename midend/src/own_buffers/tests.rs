//! Runs functions after `own_buffers` on every path and counts references.

use super::own_buffers;
use crate::func::{Func, Loc};
use crate::ir::{Block, FuncId, Op, Site, Value, Values, View};
use crate::types::{ArrayType, DType, Layout, Type};
use cranelift_entity::EntityRef;
use machine::run;
use smallvec::smallvec;

mod machine;
mod random;

const ARRAY: Type = Type::Array(ArrayType { dtype: DType::F64, rank: 1, layout: Layout::ANY });

/// Inserts ownership and runs all short paths.
fn check(mut func: Func) -> (Func, usize) {
    own_buffers(&mut func);
    let peak = (0..2000_u64).map(|seed| run(&func, seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ seed)).max();
    for seed in 0..2000 {
        run(&func, seed);
    }
    (func, peak.unwrap_or(0))
}

fn func(params: usize) -> (Func, Values) {
    let mut func = Func::new("f");
    let body = func.body;
    let params = (0..params).map(|_| func.add_param(body, ARRAY)).collect();
    (func, params)
}

fn one(func: &mut Func, block: Block, op: Op) -> Value {
    func.push(block, op, &[ARRAY], Loc::default())[0]
}

fn empty(func: &mut Func, block: Block) -> Value {
    one(func, block, Op::Empty(Values::new(), Site::new(0)))
}

fn call(func: &mut Func, block: Block, args: &[Value]) -> Value {
    one(func, block, Op::Call(FuncId::new(0), args.into()))
}

fn view(func: &mut Func, block: Block, base: Value) -> Value {
    one(func, block, Op::View(Box::new(View { base, offsets: smallvec![], axes: smallvec![] })))
}

fn number(func: &mut Func, block: Block) -> Value {
    func.push(block, Op::Const(0), &[Type::I64], Loc::default())[0]
}

fn end(func: &mut Func, block: Block, op: Op) {
    func.push(block, op, &[], Loc::default());
}

fn ops(func: &Func, find: impl Fn(&Op) -> bool) -> usize {
    let blocks = func.reachable_blocks();
    blocks.iter().flat_map(|block| func.insts(*block)).filter(|inst| find(func.op(**inst))).count()
}

/// A `for` without carried values but these; returns body, its carried parameters and the operation's results.
fn counted(func: &mut Func, block: Block, inits: &[Value]) -> (Block, Values, Values) {
    let lo = number(func, block);
    let body = func.new_block();
    func.add_param(body, Type::I64);
    let params = inits.iter().map(|_| func.add_param(body, ARRAY)).collect();
    let types = vec![ARRAY; inits.len()];
    let results = func.push(block, Op::For(lo, lo, inits.into(), body), &types, Loc::default());
    (body, params, results)
}

#[test]
fn a_result_moves_out_without_counting() {
    let (mut f, _) = func(0);
    let body = f.body;
    let a = empty(&mut f, body);
    let v = view(&mut f, body, a);
    end(&mut f, body, Op::Return(smallvec![v]));
    let (f, _) = check(f);
    assert_eq!(ops(&f, |op| matches!(op, Op::RetainArray(_) | Op::Drop(_))), 0);
}

#[test]
fn one_array_returned_twice_is_counted_twice() {
    let (mut f, _) = func(0);
    let body = f.body;
    let a = empty(&mut f, body);
    end(&mut f, body, Op::Return(smallvec![a, a]));
    let (f, _) = check(f);
    assert_eq!(ops(&f, |op| matches!(op, Op::RetainArray(_))), 1);
}

#[test]
fn a_parameter_and_a_view_of_it_are_counted_when_returned() {
    let (mut f, params) = func(2);
    let body = f.body;
    let v = view(&mut f, body, params[0]);
    end(&mut f, body, Op::Return(smallvec![v, params[0], params[1]]));
    check(f);
}

#[test]
fn temporaries_of_a_loop_die_in_it() {
    let (mut f, params) = func(1);
    let body = f.body;
    let (inner, carried, results) = counted(&mut f, body, &[params[0]]);
    let mut x = carried[0];
    for _ in 0..5 {
        x = call(&mut f, inner, &[x]);
    }
    end(&mut f, inner, Op::Next(inner, smallvec![x]));
    end(&mut f, body, Op::Return(results));
    let (f, peak) = check(f);
    assert_eq!(peak, 2, "an operand and a result");
    assert_eq!(ops(&f, |op| matches!(op, Op::RetainArray(_))), 0);
}

#[test]
fn carried_arrays_swap() {
    let (mut f, _) = func(0);
    let body = f.body;
    let a = empty(&mut f, body);
    let b = empty(&mut f, body);
    let (inner, p, results) = counted(&mut f, body, &[a, b]);
    end(&mut f, inner, Op::Next(inner, smallvec![p[1], p[0]]));
    end(&mut f, body, Op::Return(results));
    let (f, _) = check(f);
    assert_eq!(ops(&f, |op| matches!(op, Op::RetainArray(_) | Op::Share(..))), 0);
}

#[test]
fn an_unchanged_carried_array_costs_nothing() {
    let (mut f, params) = func(1);
    let body = f.body;
    let (inner, p, results) = counted(&mut f, body, &[params[0]]);
    end(&mut f, inner, Op::Next(inner, smallvec![p[0]]));
    end(&mut f, body, Op::Return(results));
    let (f, _) = check(f);
    assert_eq!(f.insts(inner).len(), 1);
}

#[test]
fn leaving_two_regions_drops_what_they_own() {
    let (mut f, params) = func(1);
    let body = f.body;
    let scope = f.new_block();
    let results = f.push(body, Op::Scope(scope), &[ARRAY], Loc::default());
    let held = empty(&mut f, scope);
    let (inner, p, out) = counted(&mut f, scope, &[params[0]]);
    let temporary = empty(&mut f, inner);
    let cond = number(&mut f, inner);
    let (then, els) = (f.new_block(), f.new_block());
    f.push(inner, Op::If(cond, then, els), &[], Loc::default());
    end(&mut f, then, Op::Exit(scope, smallvec![temporary]));
    end(&mut f, els, Op::Yield(smallvec![]));
    let next = call(&mut f, inner, &[p[0], temporary]);
    end(&mut f, inner, Op::Next(inner, smallvec![next]));
    let last = call(&mut f, scope, &[held, out[0]]);
    end(&mut f, scope, Op::Exit(scope, smallvec![last]));
    end(&mut f, body, Op::Return(results));
    check(f);
}

#[test]
fn a_descriptor_takes_the_reference() {
    let (mut f, params) = func(1);
    let body = f.body;
    let a = empty(&mut f, body);
    let to = number(&mut f, body);
    end(&mut f, body, Op::StoreDescriptor(to, a));
    end(&mut f, body, Op::StoreDescriptor(to, a));
    end(&mut f, body, Op::StoreDescriptor(to, params[0]));
    end(&mut f, body, Op::Return(smallvec![]));
    let (f, _) = check(f);
    assert_eq!(ops(&f, |op| matches!(op, Op::RetainArray(_))), 2);
}
