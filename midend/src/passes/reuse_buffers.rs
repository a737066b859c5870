//! Lets a loop over whole arrays store into an input that nobody needs any more.
//!
//! Before:  %t = each (%x) -> (fresh)   %s = each (%t) -> (reduce sum)   %u = each (%t, %s…) -> (fresh)   return %u
//! After:   %t = each (%x) -> (fresh)   %s = each (%t) -> (reduce sum)   each (%t, %s…) -> (into %t)      return %t
//!
//! The input is memory that an operation of the same block has made, of the same dtype, extents and layout; the loop reads it
//! element by element, and what else uses it, itself or through views, comes before and keeps nothing of it.

use crate::axis_order::is_in_c_order;
use crate::func::Func;
use crate::ir::{Block, Each, Inst, Op, Output, Value};
use crate::types::{ArrayType, Layout};
use cranelift_entity::SecondaryMap;
use smallvec::SmallVec;

/// Gives results the memory of inputs that end; returns how often.
pub fn reuse_buffers(func: &mut Func) -> usize {
    let mut uses = Uses { users: SecondaryMap::new(), place: SecondaryMap::new(), home: SecondaryMap::new() };
    uses.find(func, func.body, &mut 0);
    let blocks = func.reachable_blocks();
    blocks.into_iter().map(|block| uses.block(func, block)).sum()
}

struct Uses {
    users: SecondaryMap<Value, SmallVec<[Inst; 2]>>,
    /// In the order in which they stand in the text, from 1.
    place: SecondaryMap<Inst, u32>,
    home: SecondaryMap<Inst, Option<Block>>,
}

impl Uses {
    fn find(&mut self, func: &Func, block: Block, clock: &mut u32) {
        for inst in func.insts(block) {
            *clock += 1;
            self.place[*inst] = *clock;
            self.home[*inst] = Some(block);
            func.op(*inst).operands().into_iter().for_each(|value| self.users[value].push(*inst));
            func.op(*inst).blocks().into_iter().for_each(|inner| self.find(func, inner, clock));
        }
    }

    fn block(&mut self, func: &mut Func, block: Block) -> usize {
        let mut count = 0;
        for inst in func.take_insts(block) {
            func.append(block, inst);
            let Op::Each(each) = func.op(inst) else { continue };
            let Some(array) = self.ending_input(func, block, inst, each) else { continue };
            self.store_into(func, block, inst, array);
            count += 1;
        }
        count
    }

    fn ending_input(&self, func: &Func, block: Block, inst: Inst, each: &Each) -> Option<Value> {
        let [result] = *func.inst_results(inst) else { return None };
        let ty = func.ty(result).array().filter(|ty| ty.rank > 0)?;
        if each.outputs[..] != [Output::Fresh] {
            return None;
        }
        each.inputs.iter().map(|input| under_names(func, *input)).find(|array| {
            func.def(*array).is_some_and(|maker| self.home[maker] == Some(block))
                && is_made_like(func, *array, each)
                && has_layout(func, *array, each, ty)
                && each.inputs.iter().all(|input| under_names(func, *input) == *array || root(func, *input) != *array)
                && self.ends(func, *array, self.place[inst])
        })
    }

    /// True if no use of the array comes behind this place, and none hands it on.
    fn ends(&self, func: &Func, array: Value, at: u32) -> bool {
        self.users[array].iter().all(|user| {
            let inside = self.place[*user] <= at;
            inside
                && match func.op(*user) {
                    Op::View(_) | Op::AssumeLayout(_) | Op::PartView(..) => {
                        func.inst_results(*user).iter().all(|view| self.ends(func, *view, at))
                    }
                    Op::Each(_)
                    | Op::Dim(..)
                    | Op::Stride(..)
                    | Op::LoadElem(..)
                    | Op::StoreElem(..)
                    | Op::Overlap(..)
                    | Op::Borrowed(_) => true,
                    _ => false,
                }
        })
    }

    fn store_into(&mut self, func: &mut Func, block: Block, inst: Inst, array: Value) {
        let results = func.inst_results(inst).into();
        if let Op::Each(each) = func.op_mut(inst) {
            each.outputs = SmallVec::from_slice(&[Output::Into(array)]);
        }
        func.set_results(inst, SmallVec::new());
        let loc = func.loc(inst);
        let name = func.make(Op::AssumeLayout(array), &[], loc);
        func.set_results(name, results);
        self.users[array].push(name);
        self.place[name] = self.place[inst];
        self.home[name] = Some(block);
        func.append(block, name);
    }
}

/// The array below other names of it.
fn under_names(func: &Func, mut array: Value) -> Value {
    while let Some(Op::AssumeLayout(base)) = func.def_op(array) {
        array = *base;
    }
    array
}

/// The array below views.
fn root(func: &Func, mut array: Value) -> Value {
    loop {
        array = match func.def_op(array) {
            Some(Op::View(view)) => view.base,
            Some(Op::AssumeLayout(base) | Op::PartView(_, base)) => *base,
            _ => return array,
        }
    }
}

/// True if the array is memory of its own, with these extents.
fn is_made_like(func: &Func, array: Value, each: &Each) -> bool {
    match func.def_op(array) {
        Some(Op::Each(maker)) => maker.outputs[..] == [Output::Fresh] && maker.extents == each.extents,
        Some(Op::Empty(extents, _)) => *extents == each.extents,
        _ => false,
    }
}

/// True if the result would be such an array: of this dtype, in the same order of memory.
fn has_layout(func: &Func, array: Value, each: &Each, result: ArrayType) -> bool {
    let Some(ty) = func.ty(array).array().filter(|ty| ty.dtype == result.dtype) else { return false };
    if result.rank == 1 {
        return true;
    }
    let alone = each.inputs.iter().all(|input| under_names(func, *input) == array);
    match result.layout {
        Layout::C | Layout::F => ty.layout == result.layout,
        _ => !each.indexed && (alone || is_in_c_order(func, array)),
    }
}
