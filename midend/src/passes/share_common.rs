//! Computes equal things once.
//!
//! Before:  %a = dim %x, 0  check %c, site0()  %b = dim %x, 0  check %c, site0()  %d = checked_add %b, %one, site1
//! After:   %a = dim %x, 0  check %c, site0()  %d = checked_add %a, %one, site1
//!
//! An operation is replaced by an equal one before it, in its block or in one around it: scalars, extents, views, and
//! also checks, checked sums and indices, which cannot raise where they did not raise before. Extents of views and of
//! fresh arrays are the values that they were made from, so that shapes meet; `simplify` applies identities on the way.
//! Constants that the body of an `each` takes from outside move into it: loops made of it then still see a constant.

use super::drop_unchanged::drop_unchanged;
use super::fuse::written_arrays;
use super::simplify::simplify;
use crate::dead_code::drop_dead_code;
use crate::func::{Func, Loc};
use crate::ir::{AxisKind, BinaryOp, Block, CheckedOp, CompareOp, Each, Inst, Op, Output, Part, UnaryOp, Value, Values, View};
use crate::types::{ArrayType, Type};
use crate::vector::VecOp;
use cranelift_entity::{EntityRef, SecondaryMap};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// What [`share_common`] did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stats {
    /// Operations replaced by an earlier or a simpler one.
    pub shared: usize,
    /// Checks that an earlier one makes superfluous, or that always hold.
    pub checks: usize,
}

/// Shares equal operations of a function and drops what is then unused.
pub fn share_common(func: &mut Func) -> Stats {
    let unchanged = drop_unchanged(func);
    let body = func.body;
    let mut sharing = Sharing {
        func,
        replace: SecondaryMap::new(),
        born: SecondaryMap::new(),
        clock: 1,
        known: FxHashMap::default(),
        log: Vec::new(),
        dims: FxHashMap::default(),
        equal: Vec::new(),
        reductions: Vec::new(),
        written: 0,
        home: body,
        out: Vec::new(),
        loc: Loc::default(),
        stats: Stats { shared: unchanged, ..Stats::default() },
    };
    sharing.block(body);
    let stats = sharing.stats;
    drop_dead_code(func);
    stats
}

/// What an operation is known by.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    /// With the body that the constant stands in: the function's or that of an `each`.
    Const(Block, Type, u64),
    Unary(UnaryOp, Value),
    Binary(BinaryOp, Value, Value),
    Compare(CompareOp, Value, Value),
    Select(Value, Value, Value),
    Vector(VecOp, Values),
    Convert(Value, Type),
    Bitcast(Value, Type),
    Complex(Value, Value),
    Part(Part, Value),
    PartView(Part, Value),
    Checked(CheckedOp, Value, Value),
    /// A condition that has been checked.
    Holds(Value),
    Index(Value, Value),
    Dim(Value, u8),
    Stride(Value, u8),
    View(Type, SmallVec<[u32; 12]>),
    AssumeLayout(Value, Type),
    Borrowed(Value),
    Overlap(Value, Value),
    SamePlace(Value, Value),
}

/// A function while it is walked, in the order in which it runs.
pub(super) struct Sharing<'f> {
    pub func: &'f mut Func,
    replace: SecondaryMap<Value, Option<Value>>,
    /// When a value was met; 0 is never.
    born: SecondaryMap<Value, u32>,
    clock: u32,
    known: FxHashMap<Key, Value>,
    /// What to forget at the end of a block.
    log: Vec<Key>,
    /// Extents of arrays that come out of an `if`.
    dims: FxHashMap<(Value, u8), Value>,
    /// Values that a condition has made equal to others, to be told apart again at the end of a block.
    equal: Vec<Value>,
    /// Reductions to scalars that are visible here, each with what had been written by then.
    reductions: Vec<(Inst, u32)>,
    /// How often memory has been written.
    written: u32,
    /// Where constants are shared: the function's body, or that of the `each` around.
    home: Block,
    out: Vec<Inst>,
    loc: Loc,
    stats: Stats,
}

impl Sharing<'_> {
    fn block(&mut self, block: Block) {
        let outer = std::mem::take(&mut self.out);
        let log = self.log.len();
        let reductions = self.reductions.len();
        let equal = self.equal.len();
        for at in 0..self.func.params(block).len() {
            self.meet(self.func.params(block)[at]);
        }
        for inst in self.func.take_insts(block) {
            self.inst(inst);
        }
        for key in self.log.drain(log..) {
            self.known.remove(&key);
        }
        self.reductions.truncate(reductions);
        for value in self.equal.drain(equal..) {
            self.replace[value] = None;
        }
        let insts = std::mem::replace(&mut self.out, outer);
        self.func.set_insts(block, insts);
    }

    fn meet(&mut self, value: Value) {
        self.born[value] = self.clock;
        self.clock += 1;
    }

    fn inst(&mut self, inst: Inst) {
        self.loc = self.func.loc(inst);
        self.resolve_operands(inst);
        if self.is_known(inst) {
            return;
        }
        self.drop_repeated_inputs(inst);
        let clock = self.clock;
        self.learn_carried_dims(inst);
        // Before and after: a loop writes before what it does in its next round.
        let writes = u32::from(!written_arrays(self.func, inst).is_empty());
        self.written += writes;
        for body in self.func.op(inst).blocks() {
            let home = self.home;
            if matches!(self.func.op(inst), Op::Each(_)) {
                self.home = body;
            }
            self.block(body);
            self.home = home;
        }
        for at in 0..self.func.inst_results(inst).len() {
            self.meet(self.func.inst_results(inst)[at]);
        }
        self.written += writes;
        if self.is_repeated_reduction(inst) {
            return;
        }
        self.learn_dims(inst, clock);
        self.out.push(inst);
    }

    /// True if the same elements have been reduced in the same way before, to scalars.
    fn is_repeated_reduction(&mut self, inst: Inst) -> bool {
        let Op::Each(each) = self.func.op(inst) else { return false };
        if !each.outputs.iter().all(|output| matches!(output, Output::Reduce(_))) || each.kinds.contains(&AxisKind::Parallel) {
            return false;
        }
        let same = |(known, written): &&(Inst, u32)| *written == self.written && is_same_reduction(self.func, *known, each);
        let Some((known, _)) = self.reductions.iter().find(same).copied() else {
            self.reductions.push((inst, self.written));
            return false;
        };
        for (result, by) in self.func.inst_results(inst).iter().zip(self.func.inst_results(known)) {
            self.replace[*result] = Some(*by);
        }
        self.stats.shared += 1;
        true
    }

    fn resolve_operands(&mut self, inst: Inst) {
        let mut op = self.func.op(inst).clone();
        let inside = self.home != self.func.body;
        let looks_through = matches!(
            op,
            Op::View(_)
                | Op::Each(_)
                | Op::LoadElem(..)
                | Op::StoreElem(..)
                | Op::LoadVector(..)
                | Op::StoreVector(..)
                | Op::Dim(..)
                | Op::Stride(..)
                | Op::Overlap(..)
        );
        op.for_each_operand_mut(&mut |value| {
            *value = self.resolved(*value);
            if inside && let (Some(bits), ty) = (self.func.const_bits(*value), self.func.ty(*value)) {
                *value = self.constant(ty, bits);
            }
            if looks_through {
                *value = self.without_reinterpretation(*value);
            }
        });
        *self.func.op_mut(inst) = op;
    }

    /// An array that a loop takes twice is loaded once.
    fn drop_repeated_inputs(&mut self, inst: Inst) {
        let Op::Each(each) = self.func.op(inst) else { return };
        let (mut inputs, body) = (each.inputs.clone(), each.body);
        let mut params = Values::from_slice(self.func.params(body));
        let mut at = 0;
        while at < inputs.len() {
            match inputs[..at].iter().position(|known| *known == inputs[at]) {
                Some(first) => {
                    inputs.remove(at);
                    self.replace[params.remove(at)] = Some(params[first]);
                }
                None => at += 1,
            }
        }
        if let Op::Each(each) = self.func.op_mut(inst) {
            each.inputs = inputs;
        }
        self.func.set_params(body, params);
    }

    /// An array under the most telling of the types that it is known by.
    fn without_reinterpretation(&self, mut value: Value) -> Value {
        while let (Some(Op::AssumeLayout(base)), Type::Array(ty)) = (self.func.def_op(value), self.func.ty(value)) {
            let Type::Array(known) = self.func.ty(*base) else { break };
            if known.layout.meet(ty.layout, ty.rank) != ty.layout {
                break;
            }
            value = *base;
        }
        value
    }

    /// True if the operation is not needed; its result has been replaced.
    fn is_known(&mut self, inst: Inst) -> bool {
        if let Op::Check(cond, ..) = *self.func.op(inst) {
            let superfluous = self.func.const_bits(cond) == Some(1) || self.known.contains_key(&Key::Holds(cond));
            self.stats.checks += usize::from(superfluous);
            if !superfluous {
                self.learn(Key::Holds(cond), cond);
                self.assume(cond);
            }
            return superfluous;
        }
        let [result] = *self.func.inst_results(inst) else { return false };
        let by = simplify(self, inst).or_else(|| self.find(inst, result));
        if let Some(by) = by {
            self.replace[result] = Some(by);
            self.stats.shared += 1;
        }
        by.is_some()
    }

    /// Takes the parts of a condition that has been checked for true, and equal numbers for one.
    fn assume(&mut self, cond: Value) {
        let Some(op) = self.func.def_op(cond) else { return };
        match *op {
            Op::Binary(BinaryOp::And, x, y) => [x, y].into_iter().for_each(|part| self.assume(part)),
            Op::Compare(CompareOp::Eq, x, y) if self.func.ty(x) == Type::I64 => {
                let truth = self.constant(Type::BOOL, 1);
                self.equate(cond, truth);
                let constant = |value: Value| self.func.const_bits(value).is_some();
                let (old, new) = if constant(y) || self.born[y] < self.born[x] && !constant(x) { (y, x) } else { (x, y) };
                self.equate(new, old);
            }
            _ => {}
        }
    }

    fn resolved(&self, mut value: Value) -> Value {
        while let Some(by) = self.replace[value] {
            value = by;
        }
        value
    }

    fn equate(&mut self, value: Value, by: Value) {
        if value != by && self.replace[value].is_none() {
            self.replace[value] = Some(by);
            self.equal.push(value);
        }
    }

    fn find(&mut self, inst: Inst, result: Value) -> Option<Value> {
        let key = self.key(self.func.op(inst), self.func.ty(result))?;
        let known = self.known.get(&key).copied();
        if known.is_none() {
            self.learn(key, result);
        }
        known
    }

    fn learn(&mut self, key: Key, value: Value) {
        self.log.push(key.clone());
        self.known.insert(key, value);
    }

    fn key(&self, op: &Op, ty: Type) -> Option<Key> {
        let sorted = |x: Value, y: Value| if y < x { (y, x) } else { (x, y) };
        Some(match op {
            Op::Const(bits) => Key::Const(self.home, ty, *bits),
            Op::Unary(op, x) => Key::Unary(*op, *x),
            Op::Binary(op, x, y) => {
                let (x, y) = if commutes(*op) { sorted(*x, *y) } else { (*x, *y) };
                Key::Binary(*op, x, y)
            }
            Op::Compare(op @ (CompareOp::Eq | CompareOp::Ne), x, y) => {
                let (x, y) = sorted(*x, *y);
                Key::Compare(*op, x, y)
            }
            Op::Compare(op, x, y) => Key::Compare(*op, *x, *y),
            Op::Select(cond, x, y) => Key::Select(*cond, *x, *y),
            Op::Vector(op, operands) => Key::Vector(*op, operands.clone()),
            Op::Convert(x) => Key::Convert(*x, ty),
            Op::Bitcast(x) => Key::Bitcast(*x, ty),
            Op::Complex(re, im) => Key::Complex(*re, *im),
            Op::Part(part, z) => Key::Part(*part, *z),
            Op::PartView(part, array) => Key::PartView(*part, *array),
            Op::Checked(op, x, y, _) => {
                let (x, y) = if *op == CheckedOp::Sub { (*x, *y) } else { sorted(*x, *y) };
                Key::Checked(*op, x, y)
            }
            Op::Index(i, n, _) => Key::Index(*i, *n),
            Op::Dim(array, axis) => Key::Dim(*array, *axis),
            Op::Stride(array, axis) => Key::Stride(*array, *axis),
            Op::View(view) => Key::View(ty, view_numbers(view)),
            Op::AssumeLayout(array) => Key::AssumeLayout(*array, ty),
            Op::Borrowed(array) => Key::Borrowed(*array),
            Op::Overlap(x, y) => Key::Overlap(*x, *y),
            Op::SamePlace(x, y) => Key::SamePlace(*x, *y),
            _ => return None,
        })
    }

    /// A shared constant.
    pub fn constant(&mut self, ty: Type, bits: u64) -> Value {
        self.emit(Op::Const(bits), ty)
    }

    /// An operation in front of the one that is looked at, or an earlier one like it.
    pub fn emit(&mut self, op: Op, ty: Type) -> Value {
        let inst = self.func.make(op, &[ty], self.loc);
        let result = self.func.inst_results(inst)[0];
        if let Some(by) = simplify(self, inst).or_else(|| self.find(inst, result)) {
            return by;
        }
        self.meet(result);
        self.out.push(inst);
        result
    }

    // ---- extents

    /// The value that an extent of an array is, if it is known without asking the array.
    pub fn extent(&self, array: Value, axis: u8) -> Option<Value> {
        self.extent_by_name(array, axis).map(|extent| self.resolved(extent))
    }

    fn extent_by_name(&self, array: Value, axis: u8) -> Option<Value> {
        let at = usize::from(axis);
        if let Some(known) = self.dims.get(&(array, axis)).or_else(|| self.known.get(&Key::Dim(array, axis))) {
            return Some(*known);
        }
        let inst = self.func.def(array)?;
        match self.func.op(inst) {
            Op::View(view) => view.axes.get(at).map(|axis| axis.extent),
            Op::AssumeLayout(base) | Op::PartView(_, base) => self.extent(*base, axis),
            Op::Empty(extents, _) => extents.get(at).copied(),
            Op::EmptyLike(arrays, _) => self.extent(*arrays.first()?, axis),
            Op::Each(each) => {
                result_extents(each, self.func.inst_results(inst).iter().position(|v| *v == array)?)?.get(at).copied()
            }
            _ => None,
        }
    }

    /// Arrays that a loop carries keep their extents if every iteration hands over arrays like those before it.
    fn learn_carried_dims(&mut self, inst: Inst) {
        let (Op::For(_, _, inits, body) | Op::Loop(inits, body)) = self.func.op(inst) else { return };
        let (inits, body) = (inits.clone(), *body);
        let all = self.func.params(body);
        let params = Values::from_slice(&all[all.len() - inits.len()..]);
        let mut learned = Vec::new();
        for (at, init) in inits.iter().enumerate() {
            let Type::Array(ArrayType { rank, .. }) = self.func.ty(*init) else { continue };
            learned.extend((0..rank).filter_map(|axis| Some((at, axis, self.extent(*init, axis)?))));
        }
        if learned.is_empty() {
            return;
        }
        self.dims.extend(learned.iter().map(|(at, axis, extent)| ((params[*at], *axis), *extent)));
        let (mut nexts, mut exits) = (Vec::new(), Vec::new());
        find_leaving(self.func, body, body, &mut nexts, &mut exits);
        loop {
            let changes = |(at, axis, extent): &(usize, u8, Value)| {
                nexts.iter().any(|next| self.extent_ahead(next[*at], *axis) != Some(*extent))
            };
            let Some(wrong) = learned.iter().position(changes) else { break };
            let (at, axis, _) = learned.swap_remove(wrong);
            self.dims.remove(&(params[at], axis));
        }
        let results = Values::from_slice(self.func.inst_results(inst));
        let ends = matches!(self.func.op(inst), Op::For(..));
        for (at, axis, extent) in learned {
            let same = |exit: &Values| self.extent_ahead(exit[at], axis) == Some(extent);
            if ends && exits.iter().all(same) && at < results.len() {
                self.dims.insert((results[at], axis), extent);
            }
        }
    }

    /// As `extent`, of an array whose definition has not been visited yet.
    fn extent_ahead(&self, array: Value, axis: u8) -> Option<Value> {
        let mut extent = self.extent(array, axis)?;
        while let Some(Op::Dim(array, axis)) = self.func.def_op(extent) {
            match self.extent(*array, *axis) {
                Some(known) if known != extent => extent = known,
                _ => break,
            }
        }
        Some(extent)
    }

    /// Arms that hand over arrays of the same shape make one of that shape.
    fn learn_dims(&mut self, inst: Inst, clock: u32) {
        let Op::If(_, then, els) = *self.func.op(inst) else { return };
        let yields = |block: Block| match self.func.insts(block).last().map(|last| self.func.op(*last)) {
            Some(Op::Yield(values)) => Some(values.clone()),
            _ => None,
        };
        let (Some(then), Some(els)) = (yields(then), yields(els)) else { return };
        for (at, (a, b)) in then.into_iter().zip(els).enumerate() {
            let Type::Array(ArrayType { rank, .. }) = self.func.ty(a) else { continue };
            for axis in 0..rank {
                let (x, y) = (self.extent(a, axis), self.extent(b, axis));
                let result = self.func.inst_results(inst)[at];
                match x.filter(|x| Some(*x) == y && self.born[*x] < clock && self.born[*x] != 0) {
                    Some(extent) => self.dims.insert((result, axis), extent),
                    None => continue,
                };
            }
        }
    }
}

/// The extents of one result of an `each`.
fn result_extents(each: &Each, at: usize) -> Option<Values> {
    let makes = |output: &&Output| !matches!(output, Output::Into(_) | Output::IntoWhere(_));
    match each.outputs.iter().filter(makes).nth(at)? {
        Output::Reduce(_) => {
            let kept = each.kinds.iter().zip(&each.extents).filter(|(kind, _)| **kind != AxisKind::Reduce);
            Some(kept.map(|(_, extent)| *extent).collect())
        }
        _ => Some(each.extents.clone()),
    }
}

/// What each `next` of a loop hands over, and each `exit`.
pub(super) fn find_leaving(func: &Func, block: Block, label: Block, nexts: &mut Vec<Values>, exits: &mut Vec<Values>) {
    for inst in func.insts(block) {
        match func.op(*inst) {
            Op::Next(to, values) if *to == label => nexts.push(values.clone()),
            Op::Exit(to, values) if *to == label => exits.push(values.clone()),
            op => op.blocks().iter().for_each(|inner| find_leaving(func, *inner, label, nexts, exits)),
        }
    }
}

fn is_same_reduction(func: &Func, known: Inst, each: &Each) -> bool {
    let Op::Each(first) = func.op(known) else { return false };
    let (a, b) = (func.insts(first.body), func.insts(each.body));
    if a.len() != b.len() || **first != (Each { body: first.body, ..each.clone() }) {
        return false;
    }
    let mut names: FxHashMap<Value, Value> =
        func.params(each.body).iter().copied().zip(func.params(first.body).iter().copied()).collect();
    a.iter().zip(b).all(|(a, b)| {
        let mut op = func.op(*b).clone();
        op.for_each_operand_mut(&mut |value| *value = names.get(value).copied().unwrap_or(*value));
        let results = || func.inst_results(*b).iter().copied().zip(func.inst_results(*a).iter().copied());
        names.extend(results());
        op == *func.op(*a) && op.blocks().is_empty() && results().all(|(x, y)| func.ty(x) == func.ty(y))
    })
}

/// True if the operands may change places.
pub(super) fn commutes(op: BinaryOp) -> bool {
    use BinaryOp::*;
    matches!(op, Add | Mul | And | Or | Xor | Min | Max)
}

fn view_numbers(view: &View) -> SmallVec<[u32; 12]> {
    let number = |value: Value| value.index() as u32;
    let mut numbers = SmallVec::from_slice(&[number(view.base), view.offsets.len() as u32]);
    for (axis, start) in &view.offsets {
        numbers.extend([u32::from(*axis), number(*start)]);
    }
    for axis in &view.axes {
        numbers.push(number(axis.extent));
        match axis.source {
            Some((from, scale)) => numbers.extend([u32::from(from), number(scale)]),
            None => numbers.push(u32::MAX),
        }
    }
    numbers
}
