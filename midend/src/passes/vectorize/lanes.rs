//! What has no vector form of its own: calls, made lane by lane, and arms of an `if` that do much, done only if any lane
//! needs them.

use super::plan::is_spread;
use super::widen::{Widen, signed_of};
use crate::func::Func;
use crate::ir::{Block, CompareOp, Inst, Op, Value, Values};
use crate::types::{DType, Type};
use crate::vector::{self, VecOp};

/// Arms with more operations than this, or with a call, are worth a branch.
const HEAVY: usize = 24;

/// True if an arm of an `if` does much.
pub(super) fn is_heavy(func: &Func, arm: Block) -> bool {
    work(func, arm) > HEAVY
}

fn work(func: &Func, block: Block) -> usize {
    let of = |inst: &crate::ir::Inst| match func.op(*inst) {
        Op::Const(_) | Op::Yield(_) => 0,
        Op::Call(..) => HEAVY + 1,
        op => 1 + op.blocks().iter().map(|inner| work(func, *inner)).sum::<usize>(),
    };
    func.insts(block).iter().map(of).sum()
}

impl Widen<'_> {
    /// An `if` whose heavy arms are left out where no lane takes them.
    pub(super) fn branch(
        &mut self,
        cond: Value,
        yields: [Value; 2],
        heavy: [bool; 2],
        dtype: DType,
        register: usize,
    ) -> Option<Value> {
        let size = dtype.itemsize();
        let mask = self.mask(cond, size, register)?;
        let other = self.not(mask);
        let [light, els] = match heavy {
            [true, false] => [1, 0],
            _ => [0, 1],
        };
        let masks = [mask, other];
        let base = if heavy[light] {
            let zero = self.spread(dtype, 0);
            self.where_any(masks[light], size, zero, |w| w.number(yields[light], register))?
        } else {
            self.number(yields[light], register)?
        };
        self.where_any(masks[els], size, base, |w| w.number(yields[els], register))
    }

    /// What is computed where the mask says so, else what there is already; nothing is computed if it never does.
    fn where_any(
        &mut self,
        mask: Value,
        size: u32,
        base: Value,
        compute: impl FnOnce(&mut Self) -> Option<Value>,
    ) -> Option<Value> {
        let any = self.vector(VecOp::AnyTrue, &[mask]);
        let guard = self.guard.replace((mask, size));
        let result = self.only_if(any, base, |w| {
            let computed = compute(w)?;
            Some(w.vector(VecOp::Select, &[mask, computed, base]))
        });
        self.guard = guard;
        result
    }

    /// What is computed if the condition holds, else what there is already.
    fn only_if(&mut self, cond: Value, base: Value, compute: impl FnOnce(&mut Self) -> Option<Value>) -> Option<Value> {
        let [then, els] = [(); 2].map(|()| self.func.new_block());
        let block = std::mem::replace(&mut self.block, then);
        // What is computed inside cannot be seen from outside.
        let registers = self.registers.clone();
        let computed = compute(self)?;
        self.yield_from(then, computed);
        self.yield_from(els, base);
        (self.block, self.registers) = (block, registers);
        Some(self.op(Op::If(cond, then, els), Type::Vector))
    }

    fn yield_from(&mut self, block: Block, value: Value) {
        self.func.push(block, Op::Yield(Values::from_slice(&[value])), &[], self.loc);
    }

    /// A register of a result of an operation that vectors do not have, lane by lane; lanes that do not count are 0.
    pub(super) fn singly(&mut self, inst: Inst, result: Value, dtype: DType, register: usize) -> Option<Value> {
        (vector::lanes(dtype) <= 4 && !dtype.is_complex() && !self.takes_complex(inst)).then_some(())?;
        // What a branch guards is rare.
        self.single += 2 * usize::from(self.guard.is_none());
        let guard = self.guard.filter(|(_, size)| *size == dtype.itemsize());
        let mut vector = self.spread(dtype, 0);
        for lane in 0..vector::lanes(dtype) {
            vector = match guard {
                None => self.single_lane(inst, result, dtype, (register, lane), vector)?,
                Some((mask, size)) => {
                    let counts = self.vector(VecOp::Extract(signed_of(size), lane as u8), &[mask]);
                    let zero = self.constant(signed_of(size), 0);
                    let counts = self.op(Op::Compare(CompareOp::Ne, counts, zero), Type::BOOL);
                    self.only_if(counts, vector, |w| w.single_lane(inst, result, dtype, (register, lane), vector))?
                }
            };
        }
        Some(vector)
    }

    fn single_lane(
        &mut self,
        inst: Inst,
        result: Value,
        dtype: DType,
        (register, lane): (usize, usize),
        so_far: Value,
    ) -> Option<Value> {
        let mut op = self.func.op(inst).clone();
        let iteration = register * vector::lanes(dtype) + lane;
        let operands = op.operands().iter().map(|arg| self.lane(*arg, iteration)).collect::<Option<Values>>()?;
        let mut operands = operands.into_iter();
        op.for_each_operand_mut(&mut |operand| *operand = operands.next().unwrap_or(*operand));
        let results = Values::from_slice(self.func.inst_results(inst));
        let types: Vec<Type> = results.iter().map(|result| self.func.ty(*result)).collect();
        let at = results.iter().position(|other| *other == result)?;
        let new = self.func.push(self.block, op, &types, self.loc);
        Some(self.vector(VecOp::Replace(dtype, lane as u8), &[so_far, new[at]]))
    }

    /// The axis along which an access runs, where its elements are known not to lie one after the other.
    pub(super) fn runs_spread(&self, array: Value, at: &[Value]) -> bool {
        (0..at.len()).any(|axis| self.body.varies(at[axis]) && is_spread(self.func, array, axis))
    }

    /// A register of elements that lie apart.
    pub(super) fn gather(&mut self, array: Value, at: &[Value], dtype: DType, register: usize) -> Option<Value> {
        self.single += 1;
        let mut vector = None;
        for lane in 0..vector::lanes(dtype) {
            let place = self.place_of(at, register * vector::lanes(dtype) + lane)?;
            let element = self.op(Op::LoadElem(array, place), Type::Scalar(dtype));
            vector = Some(match vector {
                None => self.vector(VecOp::Splat(dtype), &[element]),
                Some(vector) => self.vector(VecOp::Replace(dtype, lane as u8), &[vector, element]),
            });
        }
        vector
    }

    /// Stores a register to elements that lie apart.
    pub(super) fn scatter(&mut self, array: Value, at: &[Value], dtype: DType, register: usize, vector: Value) -> Option<()> {
        self.single += 1;
        for lane in 0..vector::lanes(dtype) {
            let place = self.place_of(at, register * vector::lanes(dtype) + lane)?;
            let element = self.vector(VecOp::Extract(dtype, lane as u8), &[vector]);
            self.func.push(self.block, Op::StoreElem(array, place, element), &[], self.loc);
        }
        Some(())
    }

    /// The value of one iteration.
    fn lane(&mut self, value: Value, iteration: usize) -> Option<Value> {
        if !self.body.varies(value) {
            return self.scalar(value);
        }
        let dtype = self.func.ty(value).scalar()?;
        let lanes = if dtype == DType::Bool { DType::U8 } else { dtype };
        let (register, lane) = (iteration / vector::lanes(lanes), (iteration % vector::lanes(lanes)) as u8);
        if dtype == DType::Bool {
            let mask = self.mask(value, 1, register)?;
            let byte = self.vector(VecOp::Extract(DType::U8, lane), &[mask]);
            let zero = self.constant(DType::U8, 0);
            return Some(self.op(Op::Compare(CompareOp::Ne, byte, zero), Type::BOOL));
        }
        let vector = self.number(value, register)?;
        Some(self.vector(VecOp::Extract(dtype, lane), &[vector]))
    }
}
