//! Regions, and what enters and leaves them.

use super::{Flow, Region, Walk};
use crate::code::{Frame, Item, Label, Var};
use crate::plan::Place;
use npc_midend::ir::{Block, Inst, Op, Value};
use wasm_encoder::{Instruction, ValType};

impl Walk<'_> {
    /// The first values of a `for`, the counter's last: it is compared next. Constants read no variable, so they need
    /// not wait on the stack.
    fn start(&mut self, values: &[Value], to: &[Var]) {
        let is_constant = |at: &usize| self.plan.places[values[*at]] == Place::Constant;
        if !is_constant(&0) {
            return self.hand_over(values, to);
        }
        let (constants, others): (Vec<_>, Vec<_>) = (0..values.len()).partition(is_constant);
        let pick = |at: &usize| (values[*at], to[*at]);
        let (values_left, to_left): (Vec<_>, Vec<_>) = others.iter().map(pick).unzip();
        self.hand_over(&values_left, &to_left);
        for (value, var) in constants.iter().rev().map(pick) {
            self.value(value);
            self.code.push(Item::MoveSet(var, None));
        }
    }

    /// Values into variables, all at once.
    pub(super) fn hand_over(&mut self, values: &[Value], to: &[Var]) {
        let sources: Vec<_> = values.iter().zip(to).map(|(value, to)| self.push_for(*value, *to)).collect();
        for (source, to) in sources.into_iter().zip(to).rev() {
            self.code.push(Item::MoveSet(*to, source));
        }
    }

    /// Pushes a value that is about to go into a variable.
    fn push_for(&mut self, value: Value, to: Var) -> Option<Var> {
        if matches!(self.plan.places[value], Place::Constant | Place::Stack) {
            self.value(value);
            return None;
        }
        let from = self.var(value);
        if self.is_on_top(value, from) {
            return None;
        }
        self.code.push(Item::MoveGet(from, to));
        Some(from)
    }

    pub(super) fn exit(&mut self, label: Block, values: &[Value]) -> Flow {
        let Some(region) = self.regions.iter_mut().rfind(|region| region.body == label) else { return Flow::Never };
        region.exits += 1;
        let (exit, results) = (region.exit, region.results.clone());
        match results {
            Some(results) => self.hand_over(values, &results),
            None => self.values(values),
        }
        self.code.push(Item::Br(exit));
        Flow::Never
    }

    pub(super) fn next(&mut self, label: Block, values: &[Value]) -> Flow {
        let Some(region) = self.regions.iter_mut().rfind(|region| region.body == label) else { return Flow::Never };
        region.nexts += 1;
        let next = region.next;
        let params = self.func.params(label);
        let carried: Vec<_> = params[params.len() - values.len()..].iter().map(|param| self.var(*param)).collect();
        self.hand_over(values, &carried);
        self.code.push(Item::Br(next));
        Flow::Never
    }

    fn result_types(&self, inst: Inst) -> Vec<ValType> {
        self.func.inst_results(inst).iter().map(|result| self.ty(*result)).collect()
    }

    fn result_vars(&mut self, inst: Inst) -> Vec<Var> {
        let results = self.func.inst_results(inst);
        results.iter().map(|result| self.var(*result)).collect()
    }

    pub(super) fn scope(&mut self, inst: Inst, body: Block) -> Flow {
        let exit = self.code.open(Frame::Block, self.result_types(inst));
        self.regions.push(Region { body, exit, next: exit, results: None, nexts: 0, exits: 0 });
        self.block(body);
        self.code.push(Item::Close(exit));
        let region = self.regions.pop();
        if region.is_some_and(|region| region.exits > 0) { Flow::On } else { Flow::Never }
    }

    pub(super) fn loop_(&mut self, inst: Inst, inits: &[Value], body: Block) -> Flow {
        let params: Vec<_> = self.func.params(body).iter().map(|param| self.var(*param)).collect();
        self.hand_over(inits, &params);
        let exit = self.code.open(Frame::Block, self.result_types(inst));
        let next = self.code.open(Frame::Loop, self.result_types(inst));
        params.iter().for_each(|param| self.code.push(Item::Begin(*param)));
        self.regions.push(Region { body, exit, next, results: None, nexts: 0, exits: 0 });
        self.block(body);
        self.code.push(Item::Close(next));
        self.code.push(Item::Close(exit));
        let region = self.regions.pop();
        if region.is_some_and(|region| region.exits > 0) {
            return Flow::On;
        }
        // Nothing comes after, but wasm's types want to be told.
        self.op(Instruction::Unreachable);
        Flow::Never
    }

    pub(super) fn for_(&mut self, inst: Inst, lo: Value, hi: Value, inits: &[Value], body: Block) {
        let params: Vec<_> = self.func.params(body).iter().map(|param| self.var(*param)).collect();
        let (counter, carried) = (params[0], &params[1..]);
        let results = self.result_vars(inst);
        self.code.same.extend(carried.iter().copied().zip(results.iter().copied()));
        let starts: Vec<_> = std::iter::once(lo).chain(inits.iter().copied()).collect();
        let exit = self.code.open(Frame::Block, Vec::new());
        self.start(&starts, &params);
        // They hold values from here on, while `hi` is still to be read, and in the loop.
        params.iter().for_each(|param| self.code.push(Item::Begin(*param)));
        if !self.surely_runs(lo, hi) {
            self.code.push(Item::Get(counter));
            self.value(hi);
            self.op(Instruction::I64GeS);
            self.code.push(Item::BrIf(exit));
        }
        let again = self.code.open(Frame::Loop, Vec::new());
        params.iter().for_each(|param| self.code.push(Item::Begin(*param)));
        let next = self.code.open(Frame::Block, Vec::new());
        self.regions.push(Region { body, exit, next, results: Some(results.clone()), nexts: 0, exits: 0 });
        self.block(body);
        self.code.push(Item::Close(next));
        if self.regions.pop().is_some_and(|region| region.nexts > 0) {
            self.count(counter, hi, again);
        }
        self.code.push(Item::Close(again));
        self.code.push(Item::Close(exit));
        results.iter().for_each(|result| self.code.push(Item::Begin(*result)));
    }

    fn count(&mut self, counter: Var, hi: Value, again: Label) {
        self.code.push(Item::Get(counter));
        self.op(Instruction::I64Const(1));
        self.op(Instruction::I64Add);
        self.code.push(Item::MoveSet(counter, None));
        self.code.push(Item::Get(counter));
        self.value(hi);
        self.op(Instruction::I64LtS);
        self.code.push(Item::BrIf(again));
    }

    /// True if there is a first iteration whatever happens.
    fn surely_runs(&self, lo: Value, hi: Value) -> bool {
        let bits = |value| self.func.const_bits(value).map(|bits| bits as i64);
        matches!((bits(lo), bits(hi)), (Some(lo), Some(hi)) if lo < hi)
    }

    /// True for an `if` whose arms leave their results in variables: better where a result may share its variable with
    /// what an arm yields.
    pub(super) fn results_in_variables(&self, inst: Inst) -> bool {
        let Op::If(_, then, els) = self.func.op(inst) else { return false };
        let results = self.func.inst_results(inst);
        let variables = results.iter().all(|result| self.plan.places[*result] == Place::Variable);
        let passes_on = [then, els].into_iter().any(|arm| {
            self.yielded(*arm).is_some_and(|values| values.iter().any(|value| self.plan.places[*value] == Place::Variable))
        });
        !results.is_empty() && variables && passes_on
    }

    /// What an arm yields; `None` if it leaves some other way.
    fn yielded(&self, arm: Block) -> Option<&[Value]> {
        match self.func.insts(arm).last().map(|last| self.func.op(*last)) {
            Some(Op::Yield(values)) => Some(values),
            _ => None,
        }
    }

    pub(super) fn if_(&mut self, inst: Inst, cond: Value, then: Block, els: Block) -> Flow {
        let variables = self.results_in_variables(inst).then(|| self.result_vars(inst));
        let types = if variables.is_some() { Vec::new() } else { self.result_types(inst) };
        let begins = variables.clone().unwrap_or_default();
        self.value(cond);
        self.arms.push(variables);
        let flow = match (self.yielded(then).is_some(), self.yielded(els).is_some()) {
            (true, true) => self.both_arms(types, then, els),
            (false, _) => self.arm_then_rest(then, els),
            (true, false) => {
                self.op(Instruction::I32Eqz);
                self.arm_then_rest(els, then)
            }
        };
        self.arms.pop();
        begins.into_iter().for_each(|var| self.code.push(Item::Begin(var)));
        flow
    }

    fn both_arms(&mut self, types: Vec<ValType>, then: Block, els: Block) -> Flow {
        self.code.condition();
        let label = self.code.open(Frame::If, types);
        self.block(then);
        self.code.push(Item::Else(label));
        self.block(els);
        self.code.push(Item::Close(label));
        Flow::On
    }

    /// An arm that never comes back needs no `else`: the other one follows.
    fn arm_then_rest(&mut self, leaving: Block, other: Block) -> Flow {
        self.code.condition();
        let label = self.code.open(Frame::If, Vec::new());
        self.block(leaving);
        self.code.push(Item::Close(label));
        self.block(other)
    }
}
