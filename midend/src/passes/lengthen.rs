//! Runs four rounds of a short loop at once, one after the other, where a round has less to do than to count.
//!
//! Before:  for %k in %lo..%hi { %o = mul %k, %step  %j = add %start, %o  store_elem %a [%j], %x }
//! After:   %groups = … how often four rounds fit into %lo..%hi
//!          %r = for %g in 0..%groups (%j = %start + %lo·%step) {
//!            store_elem %a [%j], %x  %j1 = add %j, %step  store_elem %a [%j1], %x  …  next (%j + 4·%step)
//!          }
//!          for %k in %lo + 4·%groups..%hi { … as before … }
//!
//! What grows by the same amount in each round is added up instead of multiplied. Loops that run in vectors are no such
//! loops, nor those whose rounds wait for floats.

use crate::func::{Func, Loc};
use crate::ir::{BinaryOp, Block, CompareOp, Inst, Op, Value, Values};
use crate::lower_each::template::Template;
use crate::types::Type;
use rustc_hash::FxHashMap;

/// Rounds at once.
const ROUNDS: i64 = 4;
/// Bodies with more operations stay.
const LARGEST: usize = 8;

/// Lengthens the short loops of a function; returns how many.
pub fn lengthen(func: &mut Func) -> usize {
    let body = func.body;
    block(func, body)
}

fn block(func: &mut Func, at: Block) -> usize {
    let mut lengthened = 0;
    for inst in func.take_insts(at) {
        if !func.is_plain(inst) {
            for inner in func.op(inst).blocks() {
                lengthened += block(func, inner);
            }
            lengthened += usize::from(Loop::of(func, inst).is_some_and(|found| found.write(func, at)));
        }
        func.append(at, inst);
    }
    lengthened
}

/// A loop whose body is one short line.
struct Loop {
    inst: Inst,
    loc: Loc,
    lo: Value,
    hi: Value,
    inits: Values,
    body: Block,
    /// What grows by a step that the loop does not change.
    walks: Vec<Walk>,
}

/// A product of the counter, perhaps with something added.
struct Walk {
    value: Value,
    start: Option<Value>,
    step: Value,
}

impl Loop {
    fn of(func: &Func, inst: Inst) -> Option<Loop> {
        let Op::For(lo, hi, inits, body) = func.op(inst).clone() else { return None };
        let size = Template::of(func, body).size();
        let insts = func.insts(body);
        let is_line = insts.split_last().is_some_and(|(last, line)| {
            matches!(func.op(*last), Op::Next(..)) && line.iter().all(|inst| is_short(func, *inst))
        });
        let counts =
            func.params(body)[1..].iter().all(|param| func.ty(*param).scalar().is_some_and(|dtype| !dtype.is_inexact()));
        let stores = insts.iter().any(|inst| matches!(func.op(*inst), Op::StoreElem(..)));
        let is_worth_it = is_line && counts && stores && size <= LARGEST;
        is_worth_it.then(|| Loop { inst, loc: func.loc(inst), lo, hi, inits, body, walks: walks(func, body) })
    }

    /// Writes the loop over groups in front of the loop, which then does what is left.
    fn write(self, func: &mut Func, at: Block) -> bool {
        let mut front = Front { func, block: at, loc: self.loc };
        let groups = front.groups(self.lo, self.hi);
        let mut inits = self.inits.clone();
        inits.extend(self.walks.iter().map(|walk| front.first(walk, self.lo)));
        let steps: Vec<Vec<Value>> = self.walks.iter().map(|walk| front.multiples(walk.step)).collect();
        let types: Vec<Type> = inits.iter().map(|init| front.func.ty(*init)).collect();
        let zero = front.int(0);
        let body = self.group(front.func, &types, &steps);
        let mut ends = front.func.push(at, Op::For(zero, groups, inits, body), &types, self.loc);
        ends.truncate(self.inits.len());
        let rest = Front { func, block: at, loc: self.loc }.after(self.lo, groups);
        *func.op_mut(self.inst) = Op::For(rest, self.hi, ends, self.body);
        true
    }

    /// The body of the loop over groups.
    fn group(&self, func: &mut Func, types: &[Type], steps: &[Vec<Value>]) -> Block {
        let round = Template::of(func, self.body).without(&self.walks.iter().map(|walk| walk.value).collect::<Vec<_>>());
        let body = func.new_block();
        let counter = func.add_param(body, Type::I64);
        let params: Values = types.iter().map(|ty| func.add_param(body, *ty)).collect();
        let (carried, walked) = params.split_at(self.inits.len());
        let mut carried = Values::from_slice(carried);
        let mut inside = Front { func, block: body, loc: self.loc };
        let first = inside.after(self.lo, counter);
        for at in 0..ROUNDS {
            let number = inside.plus(first, at);
            let names: FxHashMap<Value, Value> = (self.walks.iter().zip(walked).zip(steps))
                .map(|((walk, value), steps)| (walk.value, inside.sum(*value, steps, at)))
                .collect();
            let args: Values = [number].into_iter().chain(carried).collect();
            carried = round.write(inside.func, body, &args, &names);
        }
        carried.extend(walked.iter().zip(steps).map(|(value, steps)| inside.sum(*value, steps, ROUNDS)));
        func.push(body, Op::Next(body, carried), &[], self.loc);
        body
    }
}

/// True for operations that cannot raise and do not take long.
fn is_short(func: &Func, inst: Inst) -> bool {
    use BinaryOp::{Div, FloorDiv, FloorRem, TruncRem};
    match func.op(inst) {
        Op::Binary(op, ..) => !matches!(op, Div | FloorDiv | FloorRem | TruncRem),
        Op::LoadElem(..) | Op::StoreElem(..) | Op::Const(_) | Op::Unary(..) => true,
        Op::Compare(..) | Op::Select(..) | Op::Convert(_) | Op::Bitcast(_) => true,
        _ => false,
    }
}

/// What grows by a step that is no constant: constants are offsets of addresses.
fn walks(func: &Func, body: Block) -> Vec<Walk> {
    let insts = func.insts(body);
    let inside = |value: Value| func.params(body).contains(&value) || func.def(value).is_some_and(|inst| insts.contains(&inst));
    let counter = func.params(body)[0];
    let step = |value: Value| match func.def_op(value) {
        Some(Op::Binary(BinaryOp::Mul, x, y)) if *x == counter && !inside(*y) => Some(*y),
        Some(Op::Binary(BinaryOp::Mul, x, y)) if *y == counter && !inside(*x) => Some(*x),
        _ => None,
    };
    let mut walks = Vec::new();
    for value in insts.iter().flat_map(|inst| func.inst_results(*inst)) {
        let walk = match func.def_op(*value) {
            Some(Op::Binary(BinaryOp::Add, x, y)) => {
                let sum = |start: Value, product| {
                    let step = step(product).filter(|_| !inside(start))?;
                    Some(Walk { value: *value, start: Some(start), step })
                };
                sum(*x, *y).or_else(|| sum(*y, *x))
            }
            _ => step(*value).map(|step| Walk { value: *value, start: None, step }),
        };
        walks.extend(walk);
    }
    // A product that is only part of a sum does not count.
    let used = |value: Value| {
        let sums: Vec<Value> = walks.iter().filter(|walk| walk.start.is_some()).map(|walk| walk.value).collect();
        insts.iter().any(|inst| {
            let is_sum = func.inst_results(*inst).iter().any(|result| sums.contains(result));
            !is_sum && func.op(*inst).operands().contains(&value)
        })
    };
    let keep: Vec<bool> = walks.iter().map(|walk| used(walk.value)).collect();
    let mut keep = keep.into_iter();
    walks.retain(|_| keep.next() == Some(true));
    walks
}

/// Where operations are written.
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
        self.op(Op::Binary(op, x, y), Type::I64)
    }

    fn plus(&mut self, value: Value, add: i64) -> Value {
        if add == 0 {
            return value;
        }
        let add = self.int(add);
        self.binary(BinaryOp::Add, value, add)
    }

    /// How often four rounds fit between the ends: the distance may be more than a signed number holds.
    fn groups(&mut self, lo: Value, hi: Value) -> Value {
        let distance = self.binary(BinaryOp::Sub, hi, lo);
        let shift = self.int(ROUNDS.trailing_zeros().into());
        let groups = self.binary(BinaryOp::ShrU, distance, shift);
        let any = self.op(Op::Compare(CompareOp::Lt, lo, hi), Type::BOOL);
        let none = self.int(0);
        self.op(Op::Select(any, groups, none), Type::I64)
    }

    /// The counter after so many groups.
    fn after(&mut self, lo: Value, groups: Value) -> Value {
        let rounds = self.int(ROUNDS);
        let done = self.binary(BinaryOp::Mul, groups, rounds);
        self.binary(BinaryOp::Add, lo, done)
    }

    /// Where a walk is in the first round.
    fn first(&mut self, walk: &Walk, lo: Value) -> Value {
        let offset = self.binary(BinaryOp::Mul, lo, walk.step);
        match walk.start {
            Some(start) => self.binary(BinaryOp::Add, start, offset),
            None => offset,
        }
    }

    /// The step, and what two, three and four of them are.
    fn multiples(&mut self, step: Value) -> Vec<Value> {
        let mut multiples = vec![step];
        for times in 2..=ROUNDS {
            let times = self.int(times);
            multiples.push(self.binary(BinaryOp::Mul, step, times));
        }
        multiples
    }

    fn sum(&mut self, value: Value, steps: &[Value], times: i64) -> Value {
        match usize::try_from(times - 1).ok().and_then(|at| steps.get(at)) {
            Some(step) => self.binary(BinaryOp::Add, value, *step),
            None => value,
        }
    }
}
