//! Removes what has no effect and whose result nobody uses.
//!
//! A value is live if an operation with an effect uses it, or one whose result is live. What a region hands over (the
//! operands of `yield`, `exit` and `next`, the initial values of a loop) is live only where the result or parameter
//! that receives it is; the rest is no longer handed over. Before that, an `if` with a constant condition makes room
//! for its arm; after it, regions in which nothing is left go too.

use crate::func::Func;
use crate::ir::{Block, Inst, Op, Value, Values};
use cranelift_entity::{EntitySet, SecondaryMap};
use smallvec::SmallVec;

/// Drops unused pure operations, unused results and parameters of regions, and regions without effect.
pub fn drop_dead_code(func: &mut Func) {
    inline_known_arms(func);
    drop_unread_slots(func);
    drop_unused(func);
}

/// The same, but slots keep what is put into them, though nothing in the function reads it.
pub fn drop_dead_code_but_slots(func: &mut Func) {
    inline_known_arms(func);
    drop_unused(func);
}

fn drop_unused(func: &mut Func) {
    loop {
        let live = Liveness::find(func);
        prune(func, &live);
        if !drop_unread_vars(func) && !drop_empty_regions(func) {
            return;
        }
    }
}

/// What is put into a slot that nobody reads can stay away.
fn drop_unread_slots(func: &mut Func) {
    let blocks = func.reachable_blocks();
    let mut read = EntitySet::new();
    for inst in blocks.iter().flat_map(|block| func.insts(*block)) {
        if let Op::SlotGet(slot) = func.op(*inst) {
            read.insert(*slot);
        }
    }
    for block in blocks {
        let is_kept = |inst: &Inst| !matches!(func.op(*inst), Op::SlotSet(slot, _) if !read.contains(*slot));
        let insts = func.insts(block).iter().copied().filter(is_kept).collect();
        func.set_insts(block, insts);
        drop_sets_before_return(func, block);
    }
}

/// Where a function returns, its slots need not say that they are empty.
fn drop_sets_before_return(func: &mut Func, block: Block) {
    let insts = func.insts(block);
    if !insts.last().is_some_and(|last| matches!(func.op(*last), Op::Return(_))) {
        return;
    }
    // What has blocks may leave on another way, on which slots are read.
    let straight = insts.iter().rposition(|inst| !func.op(*inst).blocks().is_empty()).map_or(0, |at| at + 1);
    let mut read = EntitySet::new();
    let mut needless = EntitySet::new();
    for inst in insts[straight..].iter().rev() {
        match func.op(*inst) {
            Op::SlotGet(slot) => drop(read.insert(*slot)),
            Op::SlotSet(slot, _) if !read.contains(*slot) => drop(needless.insert(*inst)),
            _ => {}
        }
    }
    let kept = insts.iter().copied().filter(|inst| !needless.contains(*inst)).collect();
    func.set_insts(block, kept);
}

/// What is put into a variable that nobody reads can stay away; tells whether there was anything.
fn drop_unread_vars(func: &mut Func) -> bool {
    if func.vars.is_empty() {
        return false;
    }
    let blocks = func.reachable_blocks();
    let mut read = EntitySet::new();
    for inst in blocks.iter().flat_map(|block| func.insts(*block)) {
        if let Op::GetVar(var) = func.op(*inst) {
            read.insert(*var);
        }
    }
    let mut dropped = false;
    for block in blocks {
        let is_kept = |inst: &Inst| !matches!(func.op(*inst), Op::SetVar(var, _) if !read.contains(*var));
        let insts: Vec<_> = func.insts(block).iter().copied().filter(is_kept).collect();
        dropped |= insts.len() < func.insts(block).len();
        func.set_insts(block, insts);
    }
    dropped
}

/// Puts the arm that a constant condition chooses in the place of its `if`.
fn inline_known_arms(func: &mut Func) {
    let mut replace: SecondaryMap<Value, Option<Value>> = SecondaryMap::new();
    let mut changed = false;
    for block in func.reachable_blocks().into_iter().rev() {
        if func.insts(block).iter().any(|inst| known_arm(func, *inst).is_some()) {
            changed = true;
            inline_in(func, block, &mut replace);
        }
    }
    if changed {
        func.replace_uses(&replace);
    }
}

fn known_arm(func: &Func, inst: Inst) -> Option<Block> {
    match func.op(inst) {
        Op::If(cond, then, els) => func.const_bits(*cond).map(|bits| if bits != 0 { *then } else { *els }),
        _ => None,
    }
}

fn inline_in(func: &mut Func, block: Block, replace: &mut SecondaryMap<Value, Option<Value>>) {
    let mut insts = Vec::new();
    for inst in func.take_insts(block) {
        let Some(arm) = known_arm(func, inst) else {
            insts.push(inst);
            continue;
        };
        insts.extend(func.take_insts(arm));
        let Some(end) = insts.last().copied().filter(|end| func.op(*end).is_terminator()) else { continue };
        let Op::Yield(values) = func.op(end) else { break };
        for (result, value) in func.inst_results(inst).iter().zip(values) {
            replace[*result] = Some(*value);
        }
        insts.pop();
    }
    func.set_insts(block, insts);
}

/// True for operations that can go if their results are unused: they may read, but nothing else.
fn is_removable(op: &Op) -> bool {
    op.is_pure() || matches!(op, Op::Load(..) | Op::LoadElem(..) | Op::LoadVector(..) | Op::SlotGet(_) | Op::GetVar(_))
}

/// Who holds a block, and who leaves it.
#[derive(Clone, Default)]
struct Region {
    holder: Option<Inst>,
    exits: SmallVec<[Inst; 2]>,
    nexts: SmallVec<[Inst; 2]>,
}

struct Liveness {
    live: EntitySet<Value>,
    regions: SecondaryMap<Block, Region>,
    /// Where a parameter stands.
    params: SecondaryMap<Value, Option<(Block, usize)>>,
    work: Vec<Value>,
}

impl Liveness {
    fn find(func: &Func) -> Liveness {
        let mut this =
            Liveness { live: EntitySet::new(), regions: SecondaryMap::new(), params: SecondaryMap::new(), work: Vec::new() };
        let blocks = func.reachable_blocks();
        for block in &blocks {
            this.collect(func, *block);
        }
        for block in &blocks {
            for inst in func.insts(*block) {
                this.mark_root(func, *block, func.op(*inst));
            }
        }
        while let Some(value) = this.work.pop() {
            this.follow(func, value);
        }
        this
    }

    fn collect(&mut self, func: &Func, block: Block) {
        for (at, param) in func.params(block).iter().enumerate() {
            self.params[*param] = Some((block, at));
        }
        for inst in func.insts(block) {
            match func.op(*inst) {
                Op::Exit(to, _) => self.regions[*to].exits.push(*inst),
                Op::Next(to, _) => self.regions[*to].nexts.push(*inst),
                op => op.blocks().iter().for_each(|body| self.regions[*body].holder = Some(*inst)),
            }
        }
    }

    /// What an operation needs whatever becomes of its results.
    fn mark_root(&mut self, func: &Func, block: Block, op: &Op) {
        match op {
            Op::If(cond, ..) => self.mark(*cond),
            Op::For(lo, hi, ..) => [lo, hi].into_iter().for_each(|value| self.mark(*value)),
            Op::Loop(..) | Op::Exit(..) | Op::Next(..) => {}
            Op::Yield(_) if self.is_arm(func, block) => {}
            op if is_removable(op) => {}
            op => op.operands().into_iter().for_each(|value| self.mark(value)),
        }
    }

    fn is_arm(&self, func: &Func, block: Block) -> bool {
        self.regions[block].holder.is_some_and(|holder| matches!(func.op(holder), Op::If(..) | Op::Try(..)))
    }

    fn mark(&mut self, value: Value) {
        if self.live.insert(value) {
            self.work.push(value);
        }
    }

    fn follow(&mut self, func: &Func, value: Value) {
        if let Some((block, at)) = self.params[value] {
            return self.follow_param(func, block, at);
        }
        let Some(inst) = func.def(value) else { return };
        let at = func.inst_results(inst).iter().position(|result| *result == value).unwrap_or(0);
        match func.op(inst) {
            Op::If(_, then, els) | Op::Try(then, els) => {
                for arm in [then, els] {
                    if let Some(end) = func.insts(*arm).last() {
                        self.mark_handed(func, &[*end], at);
                    }
                }
            }
            Op::Scope(body) | Op::Loop(_, body) => {
                let exits = self.regions[*body].exits.clone();
                self.mark_handed(func, &exits, at);
            }
            Op::For(_, _, _, body) => self.follow_param(func, *body, at + 1),
            op => op.operands().into_iter().for_each(|value| self.mark(value)),
        }
    }

    fn follow_param(&mut self, func: &Func, block: Block, at: usize) {
        let Region { holder: Some(holder), exits, nexts } = self.regions[block].clone() else { return };
        match func.op(holder) {
            Op::Loop(inits, _) => {
                self.mark_handed(func, &nexts, at);
                inits.get(at).into_iter().for_each(|init| self.mark(*init));
            }
            // The result of a `for` is what its parameter would be in the next round: they live and die together.
            Op::For(_, _, inits, _) if at > 0 => {
                self.mark_handed(func, &nexts, at - 1);
                self.mark_handed(func, &exits, at - 1);
                inits.get(at - 1).into_iter().for_each(|init| self.mark(*init));
                func.inst_results(holder).get(at - 1).into_iter().for_each(|result| self.mark(*result));
                func.params(block).get(at).into_iter().for_each(|param| self.mark(*param));
            }
            _ => {}
        }
    }

    fn mark_handed(&mut self, func: &Func, ends: &[Inst], at: usize) {
        for end in ends {
            if let Op::Yield(values) | Op::Exit(_, values) | Op::Next(_, values) = func.op(*end) {
                values.get(at).into_iter().for_each(|value| self.mark(*value));
            }
        }
    }

    fn is_dead(&self, func: &Func, inst: Inst) -> bool {
        is_removable(func.op(inst)) && !func.inst_results(inst).iter().any(|result| self.live.contains(*result))
    }

    fn kept(&self, values: &[Value]) -> Kept {
        values.iter().map(|value| self.live.contains(*value)).collect()
    }
}

/// Which values of a list stay.
type Kept = SmallVec<[bool; 8]>;

fn keep(values: &mut Values, kept: &[bool]) {
    let mut kept = kept.iter();
    values.retain(|_| kept.next().copied().unwrap_or(true));
}

fn prune(func: &mut Func, live: &Liveness) {
    let blocks = func.reachable_blocks();
    // What is handed over is cut first, while results and parameters still tell what they receive.
    for block in &blocks {
        let insts: Vec<_> = func.take_insts(*block).into_iter().filter(|inst| !live.is_dead(func, *inst)).collect();
        for inst in &insts {
            prune_handed(func, live, *block, *inst);
        }
        func.set_insts(*block, insts);
    }
    for block in &blocks {
        for at in 0..func.insts(*block).len() {
            prune_received(func, live, func.insts(*block)[at]);
        }
    }
}

fn prune_handed(func: &mut Func, live: &Liveness, block: Block, inst: Inst) {
    let kept = match func.op(inst) {
        Op::Yield(_) if live.is_arm(func, block) => {
            live.regions[block].holder.map(|holder| live.kept(func.inst_results(holder)))
        }
        Op::Exit(to, _) => live.regions[*to].holder.map(|holder| live.kept(func.inst_results(holder))),
        Op::Next(to, _) => Some(carried(func, live, *to)),
        Op::Loop(_, body) | Op::For(_, _, _, body) => Some(carried(func, live, *body)),
        _ => None,
    };
    let Some(kept) = kept else { return };
    match func.op_mut(inst) {
        Op::Yield(values) | Op::Exit(_, values) | Op::Next(_, values) => keep(values, &kept),
        Op::Loop(values, _) | Op::For(_, _, values, _) => keep(values, &kept),
        _ => {}
    }
}

/// Which carried parameters of a loop stay.
fn carried(func: &Func, live: &Liveness, body: Block) -> Kept {
    live.kept(&func.params(body)[counters(func, live, body)..])
}

/// The number of parameters that the loop itself sets.
fn counters(func: &Func, live: &Liveness, body: Block) -> usize {
    let holder = live.regions[body].holder;
    usize::from(holder.is_some_and(|holder| matches!(func.op(holder), Op::For(..))))
}

fn prune_received(func: &mut Func, live: &Liveness, inst: Inst) {
    if !matches!(func.op(inst), Op::If(..) | Op::Try(..) | Op::Scope(_) | Op::Loop(..) | Op::For(..)) {
        return;
    }
    let mut results = Values::from_slice(func.inst_results(inst));
    keep(&mut results, &live.kept(func.inst_results(inst)));
    func.set_results(inst, results);
    if let Op::Loop(_, body) | Op::For(_, _, _, body) = *func.op(inst) {
        let counters = counters(func, live, body);
        let mut kept: Kept = SmallVec::from_elem(true, counters);
        kept.extend(carried(func, live, body));
        let mut params = Values::from_slice(func.params(body));
        keep(&mut params, &kept);
        func.set_params(body, params);
    }
}

/// Drops regions without results in which nothing happens; tells whether there were any.
fn drop_empty_regions(func: &mut Func) -> bool {
    let mut dropped = false;
    for block in func.reachable_blocks().into_iter().rev() {
        let count = func.insts(block).len();
        let insts: Vec<_> = func.take_insts(block).into_iter().filter(|inst| !is_empty(func, *inst)).collect();
        dropped |= insts.len() < count;
        func.set_insts(block, insts);
    }
    dropped
}

/// True for a region that ends, and does nothing before. A `loop` may not end.
fn is_empty(func: &Func, inst: Inst) -> bool {
    let op = func.op(inst);
    if !matches!(op, Op::If(..) | Op::Scope(_) | Op::For(..)) || !func.inst_results(inst).is_empty() {
        return false;
    }
    op.blocks().iter().all(|body| match func.insts(*body) {
        [end] => match func.op(*end) {
            Op::Yield(_) => true,
            Op::Exit(to, _) | Op::Next(to, _) => to == body,
            _ => false,
        },
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::func::Loc;
    use crate::ir::{BinaryOp, MemType};
    use crate::types::Type;

    fn push(func: &mut Func, block: Block, op: Op, types: &[Type]) -> Values {
        func.push(block, op, types, Loc::default())
    }

    fn op(func: &mut Func, block: Block, op: Op) -> Value {
        push(func, block, op, &[Type::I64])[0]
    }

    fn values(values: &[Value]) -> Values {
        Values::from_slice(values)
    }

    /// The operations that are left, by their names in text form.
    fn left(mut func: Func) -> Vec<String> {
        drop_dead_code(&mut func);
        let text = func.to_string();
        let word = |line: &str| {
            let line = line.trim();
            let operation = line.split_once(" = ").filter(|_| line.starts_with('%')).map_or(line, |(_, rest)| rest);
            operation.split_whitespace().next().map(str::to_string)
        };
        text.lines().skip(1).filter_map(word).filter(|word| word != "}").collect()
    }

    fn function() -> (Func, Block, Value) {
        let mut func = Func::new("f");
        func.can_raise = false;
        func.results = vec![Type::I64];
        let body = func.body;
        let x = func.add_param(body, Type::I64);
        (func, body, x)
    }

    #[test]
    fn unused_operations_go() {
        let (mut func, body, x) = function();
        let p = push(&mut func, body, Op::Context, &[Type::Addr])[0];
        op(&mut func, body, Op::Load(MemType::I64, p, 0));
        let sum = op(&mut func, body, Op::Binary(BinaryOp::Add, x, x));
        op(&mut func, body, Op::Binary(BinaryOp::Mul, sum, x));
        push(&mut func, body, Op::Return(values(&[x])), &[]);
        assert_eq!(left(func), ["return"]);
    }

    /// A slot that nobody reads before the function returns need not be emptied.
    #[test]
    fn slots_are_not_emptied_for_a_return() {
        let (mut func, body, x) = function();
        let slot = func.slots.push(());
        let zero = push(&mut func, body, Op::Const(0), &[Type::Addr])[0];
        push(&mut func, body, Op::SlotSet(slot, zero), &[]);
        let held = push(&mut func, body, Op::SlotGet(slot), &[Type::Addr])[0];
        push(&mut func, body, Op::SlotSet(slot, zero), &[]);
        push(&mut func, body, Op::Release(held), &[]);
        push(&mut func, body, Op::Return(values(&[x])), &[]);
        assert_eq!(left(func), ["const", "slot_set", "slot_get", "release_buffer", "return"]);
    }

    /// One of two carried values only feeds itself; its `for` then does nothing but count the other one.
    #[test]
    fn carried_values_that_feed_only_themselves_go() {
        for used in [false, true] {
            let (mut func, body, x) = function();
            let inner = func.new_block();
            let i = func.add_param(inner, Type::I64);
            let [a, b] = [0, 1].map(|_| func.add_param(inner, Type::I64));
            let sum = op(&mut func, inner, Op::Binary(BinaryOp::Add, a, i));
            let product = op(&mut func, inner, Op::Binary(BinaryOp::Mul, b, i));
            push(&mut func, inner, Op::Next(inner, values(&[sum, product])), &[]);
            let results = push(&mut func, body, Op::For(x, x, values(&[x, x]), inner), &[Type::I64; 2]);
            let result = if used { results[0] } else { x };
            push(&mut func, body, Op::Return(values(&[result])), &[]);
            let wanted: &[&str] = if used { &["for", "add", "next", "return"] } else { &["return"] };
            assert_eq!(left(func), wanted);
        }
    }

    #[test]
    fn known_arms_stand_in_line() {
        for (cond, wanted) in [(1, "add"), (0, "mul")] {
            let (mut func, body, x) = function();
            let cond = push(&mut func, body, Op::Const(cond), &[Type::BOOL])[0];
            let arms = [BinaryOp::Add, BinaryOp::Mul].map(|binary| {
                let arm = func.new_block();
                let y = op(&mut func, arm, Op::Binary(binary, x, x));
                push(&mut func, arm, Op::Yield(values(&[y])), &[]);
                arm
            });
            let result = op(&mut func, body, Op::If(cond, arms[0], arms[1]));
            push(&mut func, body, Op::Return(values(&[result])), &[]);
            assert_eq!(left(func), [wanted, "return"]);
        }
    }

    /// An arm that leaves ends the block; what came after the `if` is gone.
    #[test]
    fn known_arms_that_leave() {
        let (mut func, body, x) = function();
        let cond = push(&mut func, body, Op::Const(1), &[Type::BOOL])[0];
        let [then, els] = [0, 1].map(|_| func.new_block());
        push(&mut func, then, Op::Return(values(&[x])), &[]);
        push(&mut func, els, Op::Yield(Values::new()), &[]);
        push(&mut func, body, Op::If(cond, then, els), &[]);
        let sum = op(&mut func, body, Op::Binary(BinaryOp::Add, x, x));
        push(&mut func, body, Op::Return(values(&[sum])), &[]);
        assert_eq!(left(func), ["return"]);
    }

    /// Results of scopes and arms that nobody uses are not handed over; what only they needed goes.
    #[test]
    fn unused_results_of_regions_go() {
        let (mut func, body, x) = function();
        let scope = func.new_block();
        let sum = op(&mut func, scope, Op::Binary(BinaryOp::Add, x, x));
        let product = op(&mut func, scope, Op::Binary(BinaryOp::Mul, x, x));
        push(&mut func, scope, Op::Exit(scope, values(&[sum, product])), &[]);
        let results = push(&mut func, body, Op::Scope(scope), &[Type::I64; 2]);
        push(&mut func, body, Op::Return(values(&[results[1]])), &[]);
        assert_eq!(left(func), ["scope", "mul", "exit", "return"]);
    }
}
