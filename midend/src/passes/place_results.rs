//! Makes the result of an exported function where the caller wants it, instead of copying it there.
//!
//! Before:  in the entry   %r = call @f (%x)                   in `f`  %a = empty (%n)  …  return %a
//!                         %b = same_place %r, %d
//! After:                  %r = call @f (%x, %d)                       %a = if … %d fits { yield %d } else { yield empty (%n) }
//!
//! The entry has found that the destination `%d` overlaps no argument, so its memory is as good as fresh. It fits if it
//! has the shape and lies dense in the order that the result has; else the entry copies as before. A result that a callee
//! makes is followed into the callee. Where no destination can be taken, `same_place` is false.

use super::fuse::aliases::is_fresh as is_fresh_memory;
use crate::func::{Func, Loc, Module};
use crate::ir::{BinaryOp, Block, CompareOp, FuncId, Inst, Op, Value, Values};
use crate::types::{ArrayType, Layout, Type};
use std::collections::BTreeSet;

/// Results are followed through so many calls.
const DEPTH: u32 = 4;

/// Gives the functions behind the entries the destinations of their results; returns how many there are.
pub fn place_results(module: &mut Module) -> usize {
    // One entry may be exported under several names.
    let entries: BTreeSet<FuncId> = module.exports.iter().map(|export| export.func).collect();
    let mut open: Vec<Wanted> = entries.iter().flat_map(|entry| wanted(&module.funcs[*entry], *entry)).collect();
    let mut placed = 0;
    while let Some(first) = open.first() {
        let source = first.source(module);
        // One function may have several entries.
        let (same, others): (Vec<Wanted>, Vec<Wanted>) = open.into_iter().partition(|other| other.source(module) == source);
        open = others;
        let given = source.and_then(|(callee, at)| {
            let is_shared = calls_of(module, callee) > same.len();
            with_destination(module, callee, at, is_shared, DEPTH)
        });
        for one in same {
            let func = &mut module.funcs[one.entry];
            match (given, called(func, one.result)) {
                (Some(callee), Some((call, ..))) => {
                    give(func, call, callee, one.destination);
                    placed += 1;
                }
                _ => *func.op_mut(one.same_place) = Op::Const(0),
            }
        }
    }
    entries.into_iter().for_each(|entry| drop_needless_copies(module, entry));
    placed
}

/// A new array is no memory of the caller's, and touches none that has not been its destination.
fn drop_needless_copies(module: &mut Module, entry: FuncId) {
    let func = &module.funcs[entry];
    let is_needless = |inst: &Inst| match func.op(*inst) {
        Op::Borrowed(array) | Op::Overlap(array, _) => {
            called(func, *array).is_some_and(|(_, callee, at)| returns_new(module, callee, at, DEPTH))
        }
        _ => false,
    };
    let insts = func.reachable_blocks().into_iter().flat_map(|block| func.insts(block).to_vec());
    let needless: Vec<Inst> = insts.filter(is_needless).collect();
    for inst in needless {
        *module.funcs[entry].op_mut(inst) = Op::Const(0);
    }
}

/// True if a result is always memory that the function, or what it calls, has allocated, or its destination.
fn returns_new(module: &Module, id: FuncId, result: usize, depth: u32) -> bool {
    let func = &module.funcs[id];
    let Some(value) = returned(func, result) else { return false };
    match called(func, value) {
        Some((_, callee, at)) => depth > 0 && returns_new(module, callee, at, depth - 1),
        None => is_fresh_memory(func, value),
    }
}

/// A result and its destination, as an entry compares them.
struct Wanted {
    entry: FuncId,
    same_place: Inst,
    result: Value,
    destination: Value,
}

impl Wanted {
    /// The function whose result it is, and which one.
    fn source(&self, module: &Module) -> Option<(FuncId, usize)> {
        called(&module.funcs[self.entry], self.result).map(|(_, callee, at)| (callee, at))
    }
}

fn wanted(func: &Func, entry: FuncId) -> Vec<Wanted> {
    let insts = func.reachable_blocks().into_iter().flat_map(|block| func.insts(block));
    let of = |inst: &Inst| match *func.op(*inst) {
        Op::SamePlace(result, destination) => Some(Wanted { entry, same_place: *inst, result, destination }),
        _ => None,
    };
    insts.filter_map(of).collect()
}

/// The call that a value is a result of.
fn called(func: &Func, value: Value) -> Option<(Inst, FuncId, usize)> {
    let inst = func.def(value)?;
    let Op::Call(callee, _) = func.op(inst) else { return None };
    let at = func.inst_results(inst).iter().position(|result| *result == value)?;
    Some((inst, *callee, at))
}

fn give(func: &mut Func, call: Inst, to: FuncId, destination: Value) {
    if let Op::Call(callee, args) = func.op_mut(call) {
        *callee = to;
        args.push(destination);
    }
}

/// A form of the function that takes the destination of a result as a last parameter.
fn with_destination(module: &mut Module, id: FuncId, result: usize, is_shared: bool, depth: u32) -> Option<FuncId> {
    let value = returned(&module.funcs[id], result)?;
    runs_once(&module.funcs[id], value).then_some(())?;
    let from_callee = called(&module.funcs[id], value);
    let inner = match from_callee {
        Some((_, callee, at)) if depth > 0 => {
            let is_shared = is_shared || calls_of(module, callee) > 1;
            Some(with_destination(module, callee, at, is_shared, depth - 1)?)
        }
        Some(_) => return None,
        None => {
            is_fresh(&module.funcs[id], value).then_some(())?;
            None
        }
    };
    // A function that others call too keeps its form.
    let mut func = module.funcs[id].clone();
    let any = ArrayType { layout: Layout::ANY, ..func.ty(value).array()? };
    let destination = func.add_param(func.body, Type::Array(any));
    func.add_destination(destination);
    match (inner, from_callee) {
        (Some(inner), Some((call, _, _))) => give(&mut func, call, inner, destination),
        _ => take(&mut func, value, destination)?,
    }
    if is_shared {
        return Some(module.funcs.push(func));
    }
    module.funcs[id] = func;
    Some(id)
}

fn calls_of(module: &Module, id: FuncId) -> usize {
    let count = |func: &Func| {
        let blocks = func.reachable_blocks();
        let calls = |block: &Block| {
            func.insts(*block).iter().filter(|inst| matches!(func.op(**inst), Op::Call(callee, _) if *callee == id)).count()
        };
        blocks.iter().map(calls).sum::<usize>()
    };
    module.funcs.values().map(count).sum()
}

/// The one value that every `return` hands over as this result.
fn returned(func: &Func, result: usize) -> Option<Value> {
    let mut value = None;
    for block in func.reachable_blocks() {
        for inst in func.insts(block) {
            match func.op(*inst) {
                Op::Return(values) => {
                    let this = *values.get(result)?;
                    if value.is_some_and(|value| value != this) {
                        return None;
                    }
                    value = Some(this);
                }
                // What lies in a cell or a variable may outlive the call.
                Op::StoreCell(_, _, _, x) | Op::SetVar(_, x) if func.ty(*x).array().is_some() => return None,
                _ => {}
            }
        }
    }
    value
}

/// True if the value is made in the function's body itself, so once.
fn runs_once(func: &Func, value: Value) -> bool {
    func.def(value).is_some_and(|def| func.insts(func.body).contains(&def))
}

fn is_fresh(func: &Func, value: Value) -> bool {
    let dense = |ty: ArrayType| ty.rank > 0 && (matches!(ty.layout, Layout::C | Layout::F) || ty.rank == 1);
    let made = matches!(func.def_op(value), Some(Op::Empty(..) | Op::EmptyLike(..)));
    made && func.ty(value).array().is_some_and(dense)
}

/// Lets an allocation take the destination if that fits.
fn take(func: &mut Func, value: Value, destination: Value) -> Option<()> {
    let def = func.def(value)?;
    let body = func.body;
    let insts = func.take_insts(body);
    for inst in insts {
        if inst != def {
            func.append(body, inst);
            continue;
        }
        let ty = func.ty(value).array()?;
        let mut b = Builder { func, loc: Loc::default(), block: body };
        b.loc = b.func.loc(def);
        let extents = b.extents(def, ty);
        let fits = b.fits(ty, destination, &extents);
        let [then, els] = [(); 2].map(|()| b.func.new_block());
        let taken = b.func.push(then, Op::AssumeLayout(destination), &[Type::Array(ty)], b.loc);
        b.func.push(then, Op::Yield(taken), &[], b.loc);
        let fresh = b.func.new_value(Type::Array(ty));
        b.func.set_results(def, Values::from_slice(&[fresh]));
        b.func.append(els, def);
        b.func.push(els, Op::Yield(Values::from_slice(&[fresh])), &[], b.loc);
        let choice = b.func.make(Op::If(fits, then, els), &[], b.loc);
        b.func.set_results(choice, Values::from_slice(&[value]));
        b.func.append(body, choice);
    }
    Some(())
}

struct Builder<'f> {
    func: &'f mut Func,
    block: Block,
    loc: Loc,
}

impl Builder<'_> {
    fn op(&mut self, op: Op, ty: Type) -> Value {
        self.func.push(self.block, op, &[ty], self.loc)[0]
    }

    fn compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        self.op(Op::Compare(op, x, y), Type::BOOL)
    }

    /// The extents of an allocation.
    fn extents(&mut self, def: Inst, ty: ArrayType) -> Values {
        match self.func.op(def).clone() {
            Op::Empty(extents, _) => extents,
            Op::EmptyLike(like, _) => (0..ty.rank).map(|axis| self.op(Op::Dim(like[0], axis), Type::I64)).collect(),
            _ => Values::new(),
        }
    }

    /// True if there are elements, and the destination has them in the places that a dense array would.
    fn fits(&mut self, ty: ArrayType, destination: Value, extents: &[Value]) -> Value {
        let mut fits = self.op(Op::Const(1), Type::BOOL);
        let zero = self.op(Op::Const(0), Type::I64);
        let mut stride = self.op(Op::Const(ty.dtype.itemsize().into()), Type::I64);
        let axes: Vec<u8> = if ty.layout == Layout::F { (0..ty.rank).collect() } else { (0..ty.rank).rev().collect() };
        for axis in axes {
            let extent = extents[usize::from(axis)];
            let given = self.op(Op::Dim(destination, axis), Type::I64);
            let step = self.op(Op::Stride(destination, axis), Type::I64);
            let tests = [(CompareOp::Eq, given, extent), (CompareOp::Gt, given, zero), (CompareOp::Eq, step, stride)];
            for (op, x, y) in tests {
                let holds = self.compare(op, x, y);
                fits = self.op(Op::Binary(BinaryOp::And, fits, holds), Type::BOOL);
            }
            stride = self.op(Op::Binary(BinaryOp::Mul, stride, given), Type::I64);
        }
        fits
    }
}
