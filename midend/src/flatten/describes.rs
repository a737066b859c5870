//! The test of a descriptor as a function of its own, for modules that read many.
//!
//! A call costs nothing beside the call of an entry.

use super::Lowering;
use super::arrays::{Array, carried_strides};
use crate::func::{Func, Module};
use crate::ir::{FuncId, Op, Value, Values};
use crate::parse::parse_func;
use crate::types::{ArrayType, Layout, Type};

/// Bytes of wasm of the function, with its name and type.
const SIZE: usize = 190;

/// How many bytes a call is shorter than a test in line.
fn saving(ty: ArrayType) -> usize {
    7 + 25 * usize::from(ty.rank)
}

/// True if the module reads so many descriptors that their test should be a function.
pub(super) fn is_worth(module: &Module) -> bool {
    let saved = |func: &Func| -> usize {
        let insts = func.reachable_blocks().into_iter().flat_map(|block| func.insts(block).to_vec());
        let read = insts.filter(|inst| matches!(func.op(*inst), Op::LoadDescriptor(..) | Op::LoadDestination(..)));
        let types = read.flat_map(|inst| func.inst_results(inst).to_vec()).filter_map(|value| func.ty(value).array());
        types.filter(|ty| is_described(*ty)).map(saving).sum()
    };
    module.funcs.values().map(saved).sum::<usize>() > SIZE
}

/// Fortran's order is rare enough to be tested in line.
fn is_described(ty: ArrayType) -> bool {
    ty.layout != Layout::F
}

/// `describes(descriptor, itemsize, rank, axes with any stride)`.
pub(super) fn function() -> Func {
    let text = "func npc.describes(%0: addr, %1: i64, %2: i64, %3: i64) -> bool library total {
  %4 = const 8 : i64
  %5 = mul %2, %4
  %6 = to_addr %5 : addr
  %7 = const 0 : i64
  %8 = const 1 : i64
  %9 = const true : bool
  %10, %11, %12 = for ^1 %13 in %7..%2 (%14 = %8, %15 = %7, %16 = %9) : i64, i64, bool {
    %17 = sub %2, %13
    %18 = mul %17, %4
    %19 = to_addr %18 : addr
    %20 = add %0, %19
    %21 = load %20 + 24 : i64
    %22 = add %20, %6
    %23 = load %22 + 24 : i64
    %24 = mul %1, %14
    %25 = eq %23, %24
    %26 = le %21, %8
    %27 = or %25, %26
    %28 = le %17, %3
    %29 = or %27, %28
    %30 = and %16, %29
    %31 = or %15, %21
    %32 = mul %14, %21
    next ^1 (%32, %31, %30)
  }
  %33 = load %0 + 16 : i64
  %34 = eq %33, %1
  %35 = load %0 + 8 : i64
  %36 = eq %35, %10
  %37 = and %34, %36
  %38 = ge %11, %7
  %39 = and %37, %38
  %40 = load %0 + 24 : addr
  %41 = const 0 : addr
  %42 = ne %40, %41
  %43 = and %42, %12
  %44 = eq %35, %7
  %45 = or %44, %43
  %46 = and %39, %45
  return %46
}";
    let mut func = parse_func(text).unwrap_or_else(|error| unreachable!("{error}"));
    func.run_time = true;
    func
}

impl Lowering<'_> {
    /// Calls the function, if the module has it.
    pub(super) fn is_described(&mut self, p: Value, array: &Array) -> Option<Value> {
        let describes = self.program.describes.filter(|_| is_described(array.ty))?;
        let numbers = [array.ty.dtype.itemsize() as usize, array.ty.rank.into(), carried_strides(array.ty)];
        let args: Values = std::iter::once(p).chain(numbers.map(|number| self.b.int(number as i64))).collect();
        Some(self.b.push_one(Op::Call(describes, args), Type::BOOL))
    }
}

/// Its number, behind the others.
pub(super) fn id(module: &Module, others: usize) -> Option<FuncId> {
    is_worth(module).then(|| FuncId::from_u32((module.funcs.len() + others) as u32))
}
