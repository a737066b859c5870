//! Runs several iterations of a loop at once, in vectors of 128 bits.
//!
//! Before:  %s = for %i in %lo..%hi (%t = %z) { %x = load_elem %a [%i]  %u = add %t, %x  next (%u) }
//! After:   %groups = … how often all lanes fit into %lo..%hi
//!          %from, %r = if … %groups > 0 and all conditions hold {
//!            %v = for %g in 0..%groups (%w = splat 0) { %y = load_vec %a [%i]  %q = add %w, %y  next (%q) }
//!            yield %lo + %groups*lanes, … %z and the lanes of %v
//!          } else { yield %lo, %z }
//!          %s = for %i in %from..%hi (%t = %r) { … as before … }
//!
//! The loop over single elements does what is left, or everything if a condition (`plan`) does not hold: an array that is
//! not dense, memory that overlaps. So no loop is written twice, and every result has the bits that it had: floats are
//! not reordered. `expand` writes out what the body calls, `widen` the body's vector form, `reduce` the accumulators. What does
//! not vary stands between the `if` and the loop.

pub(crate) mod body;
mod complex;
pub(crate) mod expand;
mod lanes;
mod plan;
mod reduce;
mod whole;
pub(crate) mod widen;

use crate::func::{Convention, Func, Loc, Module};
use crate::ir::{BinaryOp, Block, CompareOp, FuncId, Inst, Op, Value, Values};
use crate::passes::fuse::aliases::Aliases;
use crate::remarks::Remark;
use crate::types::{DType, Type};
use crate::vector::VecOp;
use expand::expand;
use plan::{Condition, Plan, Store, Why, plan};
use widen::{Index, Widen};

/// What [`vectorize`] did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stats {
    /// Loops that run in vectors.
    pub vectorized: usize,
    /// Innermost loops that do not.
    pub scalar: usize,
    /// What there is to say about loops of the user's.
    pub remarks: Vec<Remark>,
}

impl Stats {
    fn add(&mut self, func: &Func, inst: Inst, outcome: Result<usize, Why>) {
        let message = match &outcome {
            Ok(1) => "the loop runs in vectors: each element is one".to_string(),
            Ok(lanes) => format!("the loop runs in vectors: {lanes} rounds at once"),
            Err(why) => format!("the loop runs one round at a time: {why}"),
        };
        *if outcome.is_ok() { &mut self.vectorized } else { &mut self.scalar } += 1;
        if !func.library {
            self.remarks.push(Remark::new(func, func.loc(inst), message));
        }
    }
}

/// Gives every innermost loop that allows it a vector form.
pub fn vectorize(module: &mut Module) -> Stats {
    let mut stats = Stats::default();
    let ids: Vec<FuncId> = module.funcs.keys().collect();
    for id in ids {
        // An entry copies arguments and results; that is rarely much, and every module has it.
        if module.funcs[id].convention == Convention::Entry || !has_loop(&module.funcs[id]) {
            continue;
        }
        let mut func = std::mem::replace(&mut module.funcs[id], Func::new(""));
        let body = func.body;
        let aliases = Aliases::of(&func);
        block(&mut func, body, (module, &aliases), &mut stats);
        module.funcs[id] = func;
    }
    stats
}

fn has_loop(func: &Func) -> bool {
    func.all_ops().any(|(_, op)| matches!(op, Op::For(..)))
}

fn block(func: &mut Func, at: Block, around: (&Module, &Aliases), stats: &mut Stats) {
    for inst in func.take_insts(at) {
        let inner = func.op(inst).blocks();
        let is_for = matches!(func.op(inst), Op::For(..));
        if is_for && is_innermost(func, inner[0]) && !func.is_plain(inst) {
            let outcome = one(func, at, inst, inner[0], around);
            stats.add(func, inst, outcome);
        } else if !func.is_plain(inst) {
            inner.into_iter().for_each(|inner| block(func, inner, around, stats));
        }
        func.append(at, inst);
    }
}

fn one(func: &mut Func, at: Block, inst: Inst, body: Block, (module, aliases): (&Module, &Aliases)) -> Result<usize, Why> {
    let body = expand(func, body, module).map_or(body, |(body, _)| body);
    let plan = plan(func, body, module, aliases)?;
    let write = if plan.lanes == 1 { whole::write } else { write };
    write(func, at, inst, &plan).ok_or(Why::Form)?;
    Ok(plan.lanes)
}

/// True if an innermost loop with this body runs in vectors.
pub(crate) fn runs_in_vectors(func: &Func, body: Block, module: &Module, aliases: &Aliases) -> bool {
    is_innermost(func, body) && plan(func, body, module, aliases).is_ok()
}

fn is_innermost(func: &Func, body: Block) -> bool {
    func.insts(body).iter().all(|inst| match func.op(*inst) {
        Op::For(..) | Op::Loop(..) | Op::Scope(_) => false,
        op => op.blocks().iter().all(|inner| is_innermost(func, *inner)),
    })
}

/// Writes the vector loop in front of the loop, which then starts behind it.
fn write(func: &mut Func, at: Block, inst: Inst, plan: &Plan) -> Option<()> {
    let Op::For(lo, hi, inits, old) = func.op(inst).clone() else { return None };
    let loc = func.loc(inst);
    // Written aside first: a body may turn out to have no vector form.
    let [before, fast, plain] = [(); 3].map(|()| func.new_block());
    let mut front = Front { func, block: before, loc };
    let (groups, runs) = front.groups(plan, lo, hi)?;
    let mut results = vector_loop(func, fast, loc, plan, lo, groups, &inits)?;
    let mut front = Front { func, block: fast, loc };
    let lanes = front.int(plan.lanes as i64);
    let done = front.binary(BinaryOp::Mul, groups, lanes);
    results.insert(0, front.binary(BinaryOp::Add, lo, done));
    let types: Vec<Type> = results.iter().map(|result| func.ty(*result)).collect();
    func.push(fast, Op::Yield(results), &[], loc);
    let starts = [lo].into_iter().chain(inits).collect();
    func.push(plain, Op::Yield(starts), &[], loc);
    let mut starts = func.push(before, Op::If(runs, fast, plain), &types, loc);
    for inst in func.take_insts(before) {
        func.append(at, inst);
    }
    let rest = starts.remove(0);
    *func.op_mut(inst) = Op::For(rest, hi, starts, old);
    func.keep_plain(inst);
    Some(())
}

/// The loop over groups, and what the carried values have come to after it.
fn vector_loop(
    func: &mut Func,
    outside: Block,
    loc: Loc,
    plan: &Plan,
    lo: Value,
    groups: Value,
    inits: &[Value],
) -> Option<Values> {
    let body = func.new_block();
    let counter = func.add_param(body, Type::I64);
    let mut front = Widen::new(func, outside, loc, &plan.body, lo, plan.lanes);
    let starts: Vec<Vec<Value>> = plan.carried.iter().map(|carried| reduce::start(&mut front, carried)).collect();
    let zero = front.constant(DType::I64, 0);
    let params: Vec<Vec<Value>> =
        starts.iter().map(|starts| starts.iter().map(|_| func.add_param(body, Type::Vector)).collect()).collect();
    let mut inside = Front { func, block: body, loc };
    let lanes = inside.int(plan.lanes as i64);
    let done = inside.binary(BinaryOp::Mul, counter, lanes);
    let base = inside.binary(BinaryOp::Add, lo, done);
    let mut w = Widen::new(func, body, loc, &plan.body, base, plan.lanes).with_outside(outside).side_by_side(plan.side_by_side);
    for condition in &plan.conditions {
        if let Condition::Dense(array, axis) = *condition
            && w.func.ty(array).array().is_some_and(|ty| axis + 1 == ty.rank)
        {
            w.assume_dense(array);
        }
    }
    let mut next = Values::new();
    for (carried, registers) in plan.carried.iter().zip(&params) {
        next.extend(reduce::step(&mut w, carried, registers)?);
    }
    for store in &plan.stores {
        store_vectors(&mut w, store)?;
    }
    plan.may_do_singly(w.single).then_some(())?;
    func.push(body, Op::Next(body, next), &[], loc);
    let types = vec![Type::Vector; starts.iter().map(Vec::len).sum()];
    let mut ends = func.push(outside, Op::For(zero, groups, starts.concat().into(), body), &types, loc).into_iter();
    let mut w = Widen::new(func, outside, loc, &plan.body, lo, plan.lanes);
    let mut results = Values::new();
    for ((carried, starts), init) in plan.carried.iter().zip(&starts).zip(inits) {
        let registers: Vec<Value> = ends.by_ref().take(starts.len()).collect();
        results.push(reduce::finish(&mut w, carried, &registers, *init)?);
    }
    Some(results)
}

/// All registers of a store; where it is conditional, what is not to be changed is written back.
fn store_vectors(w: &mut Widen, store: &Store) -> Option<()> {
    let dtype = w.func.ty(store.array).array()?.dtype;
    let lanes = if dtype == DType::Bool { DType::U8 } else { dtype };
    let spread = w.runs_spread(store.array, &store.at);
    if spread && store.only.is_some() {
        return None;
    }
    let array = w.array(store.array)?;
    for register in 0..w.registers_of(lanes) {
        let place = w.place(&store.at, lanes, register)?;
        let mut vector = if dtype == DType::Bool {
            let mask = w.mask(store.value, 1, register)?;
            let one = w.spread(DType::U8, 1);
            w.binary(BinaryOp::And, DType::U8, mask, one)
        } else {
            w.number(store.value, register)?
        };
        if let Some((cond, holds)) = store.only {
            let mask = w.mask(cond, lanes.itemsize(), register)?;
            let old = w.op(Op::LoadVector(array, place.clone()), Type::Vector);
            let (yes, no) = if holds { (vector, old) } else { (old, vector) };
            vector = w.vector(VecOp::Select, &[mask, yes, no]);
        }
        if spread {
            w.scatter(array, &store.at, lanes, register, vector)?;
        } else {
            w.func.push(w.block, Op::StoreVector(array, place, vector), &[], w.loc);
        }
    }
    Some(())
}

/// What stands in front of the loops.
struct Front<'f> {
    func: &'f mut Func,
    block: Block,
    loc: Loc,
}

impl Front<'_> {
    fn op(&mut self, op: Op, ty: Type) -> Value {
        self.func.push(self.block, op, &[ty], self.loc)[0]
    }

    fn int(&mut self, value: i64) -> Value {
        self.op(Op::Const(value as u64), Type::I64)
    }

    fn binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let ty = self.func.ty(x);
        self.op(Op::Binary(op, x, y), ty)
    }

    fn compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        self.op(Op::Compare(op, x, y), Type::BOOL)
    }

    /// How many groups of lanes run, and whether they may.
    fn groups(&mut self, plan: &Plan, lo: Value, hi: Value) -> Option<(Value, Value)> {
        let zero = self.int(0);
        let end = self.limited(plan, hi)?;
        let length = self.binary(BinaryOp::Sub, end, lo);
        let shift = self.int(plan.lanes.trailing_zeros().into());
        let groups = self.binary(BinaryOp::Shr, length, shift);
        let mut runs = self.compare(CompareOp::Gt, groups, zero);
        if self.func.const_bits(lo) != Some(0) {
            // Their difference may be too large for an integer.
            let ahead = self.compare(CompareOp::Lt, lo, end);
            runs = self.binary(BinaryOp::And, runs, ahead);
        }
        for condition in &plan.conditions {
            let holds = self.condition(*condition);
            runs = self.binary(BinaryOp::And, runs, holds);
        }
        Some((groups, runs))
    }

    /// The end of the loop, or the bound of a check before it.
    fn limited(&mut self, plan: &Plan, hi: Value) -> Option<Value> {
        let mut end = hi;
        for (index, bound) in &plan.limits {
            let counter = plan.body.counter;
            let mut w = Widen::new(self.func, self.block, self.loc, &plan.body, counter, plan.lanes);
            let Index::Running(constant, more) = w.index(*index)? else { return None };
            let mut bound = w.scalar(*bound)?;
            if let Some(more) = more {
                bound = self.binary(BinaryOp::Sub, bound, more);
            }
            let constant = self.int(constant);
            let bound = self.binary(BinaryOp::Sub, bound, constant);
            let less = self.compare(CompareOp::Lt, bound, end);
            end = self.op(Op::Select(less, bound, end), Type::I64);
        }
        Some(end)
    }

    fn condition(&mut self, condition: Condition) -> Value {
        match condition {
            Condition::Dense(array, axis) => {
                let itemsize = self.func.ty(array).array().map_or(0, |ty| ty.dtype.itemsize());
                let stride = self.op(Op::Stride(array, axis), Type::I64);
                let itemsize = self.int(itemsize.into());
                self.compare(CompareOp::Eq, stride, itemsize)
            }
            Condition::Apart(a, b) => {
                let overlap = self.op(Op::Overlap(a, b), Type::BOOL);
                self.op(Op::Unary(crate::ir::UnaryOp::Not, overlap), Type::BOOL)
            }
        }
    }
}
