//! Loops over elements that are as large as a register: all their iterations run in vectors, so no other loop is left.
//!
//! Before:  for %i in %lo..%hi { %x = load_elem %a [%i]  %y = load_elem %c []  %z = mul %x, %y  store_elem %b [%i], %z }
//! After:   if lt %lo, %hi { %y = load_elem %c []  …  for %i in %lo..%hi { %x = load_vec %a [%i]  …  store_vec %b [%i], %z } }

use super::plan::Plan;
use super::widen::Widen;
use super::{Front, store_vectors};
use crate::func::Func;
use crate::ir::{Block, CompareOp, Inst, Op, Values};
use crate::types::Type;

/// Writes the vector form in the place of the loop.
pub(super) fn write(func: &mut Func, at: Block, inst: Inst, plan: &Plan) -> Option<()> {
    let Op::For(lo, hi, _, _) = *func.op(inst) else { return None };
    let loc = func.loc(inst);
    let [front, body] = [(); 2].map(|()| func.new_block());
    let counter = func.add_param(body, Type::I64);
    let mut w = Widen::new(func, body, loc, &plan.body, counter, 1).with_outside(front);
    for store in &plan.stores {
        store_vectors(&mut w, store)?;
    }
    func.push(body, Op::Next(body, Values::new()), &[], loc);
    let vectors = Op::For(lo, hi, Values::new(), body);
    // What is read in front of the loop may be read only if the loop runs.
    if func.insts(front).iter().all(|inst| func.op(*inst).is_pure()) {
        for inst in func.take_insts(front) {
            func.append(at, inst);
        }
        *func.op_mut(inst) = vectors;
        return Some(());
    }
    func.push(front, vectors, &[], loc);
    let nothing = func.new_block();
    for arm in [front, nothing] {
        func.push(arm, Op::Yield(Values::new()), &[], loc);
    }
    let runs = Front { func, block: at, loc }.compare(CompareOp::Lt, lo, hi);
    *func.op_mut(inst) = Op::If(runs, front, nothing);
    Some(())
}
