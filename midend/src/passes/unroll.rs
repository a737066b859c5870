//! Writes out loops that run a few times, a known number.
//!
//! Before:  %s = for %i in 0..3 (%t = %z) { %x = load_elem %a [%i]  %u = add %t, %x  next (%u) }
//! After:   %x0 = load_elem %a [0]  %u0 = add %z, %x0  %x1 = load_elem %a [1]  %u1 = add %u0, %x1  …
//!
//! Indices become constants, accumulators values, and the loop around runs over more than a few operations: it may be the
//! innermost one now.

use crate::func::Func;
use crate::ir::{Block, Inst, Op, Value, Values};
use crate::lower_each::template::Template;
use crate::types::Type;
use cranelift_entity::SecondaryMap;
use rustc_hash::FxHashMap;

/// Loops with more rounds stay.
const ROUNDS: i64 = 8;
/// So do those that would come to more operations.
const LARGEST: usize = 400;

/// Unrolls the short loops of a function, inner ones first; returns how many.
pub fn unroll(func: &mut Func) -> usize {
    let mut pass = Unroll { func, replace: SecondaryMap::new(), unrolled: 0 };
    let body = pass.func.body;
    pass.block(body);
    let Unroll { func, replace, unrolled } = pass;
    if unrolled > 0 {
        func.replace_uses(&replace);
    }
    unrolled
}

struct Unroll<'f> {
    func: &'f mut Func,
    replace: SecondaryMap<Value, Option<Value>>,
    unrolled: usize,
}

impl Unroll<'_> {
    fn block(&mut self, block: Block) {
        for inst in self.func.take_insts(block) {
            for inner in self.func.op(inst).blocks() {
                self.block(inner);
            }
            if !self.write_out(inst, block) {
                self.func.append(block, inst);
            }
        }
    }

    /// Writes the rounds of a loop in its place; false if it stays.
    fn write_out(&mut self, inst: Inst, into: Block) -> bool {
        let Op::For(lo, hi, inits, body) = self.func.op(inst).clone() else { return false };
        let [Some(lo), Some(hi)] = [lo, hi].map(|bound| self.func.const_bits(bound)) else { return false };
        let (lo, hi) = (lo as i64, hi as i64);
        let rounds = hi.saturating_sub(lo);
        if !(1..=ROUNDS).contains(&rounds) || !self.goes_on_at_its_end(body) {
            return false;
        }
        // What an inner loop was replaced by has to be known before the body is copied.
        self.rename(body);
        let round = Template::of(self.func, body);
        if round.size() * rounds as usize > LARGEST {
            return false;
        }
        let loc = self.func.loc(inst);
        let mut carried = inits;
        for at in lo..hi {
            let number = self.func.push(into, Op::Const(at as u64), &[Type::I64], loc)[0];
            let args: Values = [number].into_iter().chain(carried).collect();
            carried = round.write(self.func, into, &args, &FxHashMap::default());
        }
        for (result, value) in Values::from_slice(self.func.inst_results(inst)).into_iter().zip(carried) {
            self.replace[result] = Some(value);
        }
        self.unrolled += 1;
        true
    }

    fn rename(&mut self, block: Block) {
        for inst in self.func.insts(block).to_vec() {
            let replace = &self.replace;
            self.func.op_mut(inst).for_each_operand_mut(&mut |value| {
                while let Some(by) = replace[*value] {
                    *value = by;
                }
            });
            for inner in self.func.op(inst).blocks() {
                self.rename(inner);
            }
        }
    }

    /// True if nothing but the end of the body starts the next round or leaves the loop.
    fn goes_on_at_its_end(&self, body: Block) -> bool {
        let last = self.func.insts(body).last().map(|last| self.func.op(*last));
        matches!(last, Some(Op::Next(to, _)) if *to == body) && leaves(self.func, body, body) == 1
    }
}

/// How many operations go to the start or the end of a region.
fn leaves(func: &Func, block: Block, region: Block) -> usize {
    let of = |inst: &Inst| match func.op(*inst) {
        Op::Exit(to, _) | Op::Next(to, _) => usize::from(*to == region),
        op => op.blocks().iter().map(|inner| leaves(func, *inner, region)).sum(),
    };
    func.insts(block).iter().map(of).sum()
}
