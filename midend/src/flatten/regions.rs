//! Regions: arms, scopes and loops.
//!
//! An `if` with a known condition is its arm, a loop with one round its body, a loop without any nothing.

use super::arrays::flat_types;
use super::owners::filled;
use super::{Label, Lowered, Lowering};
use crate::func::Func;
use crate::ir::{Block, Inst, Op, Value, Values};
use crate::types::Type;

impl Lowering<'_> {
    pub(super) fn lower_region(&mut self, inst: Inst) {
        let old = self.old;
        let results = old.inst_results(inst);
        match old.op(inst) {
            Op::If(cond, then, els) => self.lower_if(results, *cond, *then, *els),
            Op::Try(body, handler) => self.lower_try(results, *body, *handler),
            Op::Scope(body) => {
                self.lower_body(*body, results, false, &[], |_| {});
                let types = flat_types(&self.types_of(results));
                self.push_region(*body, results, types, Op::Scope);
            }
            Op::Loop(inits, body) => self.lower_loop(results, inits, *body),
            Op::For(lo, hi, inits, body) => self.lower_for(results, [*lo, *hi], inits, *body),
            _ => {}
        }
    }

    fn push_region(&mut self, body: Block, results: &[Value], types: Vec<Type>, op: impl FnOnce(Block) -> Op) {
        let Some(label) = &self.labels[body] else { return };
        let op = op(label.block);
        let flat = self.b.push(op, &types);
        self.bind_results(results, flat);
    }

    /// Lowers the body of a region; what it fills may be filled before and after it.
    fn lower_body(&mut self, body: Block, results: &[Value], is_loop: bool, carried: &[Value], start: impl FnOnce(&mut Self)) {
        let fills = filled(self.old, body);
        let loc = self.b.loc;
        if is_loop {
            self.owners.merge(&fills);
        }
        let before = self.owners.snapshot();
        let block = self.b.open(is_loop);
        let (results, carried_types) = (self.types_of(results), self.types_of(carried));
        self.labels[body] = Some(Label { block, results, carried: carried_types });
        start(self);
        for param in carried {
            self.bind_param(*param);
        }
        self.lower_block(body);
        self.b.close();
        self.b.loc = loc;
        self.owners.restore(before);
        self.owners.merge(&fills);
    }

    fn lower_loop(&mut self, results: &[Value], inits: &[Value], body: Block) {
        let params = self.old.params(body);
        let inits = self.carry(inits, &self.types_of(params));
        self.lower_body(body, results, true, params, |_| {});
        let types = flat_types(&self.types_of(results));
        self.push_region(body, results, types, |body| Op::Loop(inits, body));
    }

    fn lower_for(&mut self, results: &[Value], bounds: [Value; 2], inits: &[Value], body: Block) {
        let [lo, hi] = bounds.map(|bound| self.scalar(bound));
        let params = self.old.params(body);
        let Some((counter, carried)) = params.split_first() else { return };
        match self.rounds(lo, hi) {
            Some(0) => return self.bind_all(results, inits),
            Some(1) if runs_through(self.old, body) => {
                self.bind(*counter, lo);
                self.bind_all(carried, inits);
                return self.lower_in_line(results, body);
            }
            _ => {}
        }
        let inits = self.carry(inits, &self.types_of(carried));
        self.lower_body(body, results, true, carried, |this| {
            let value = this.b.param(Type::I64);
            this.bind(*counter, value);
        });
        let types = flat_types(&self.types_of(results));
        self.push_region(body, results, types, |body| Op::For(lo, hi, inits, body));
    }

    /// How often a loop with constant bounds runs.
    fn rounds(&self, lo: Value, hi: Value) -> Option<i64> {
        let (lo, hi) = (self.b.known(lo)? as i64, self.b.known(hi)? as i64);
        Some(hi.saturating_sub(lo).max(0))
    }

    fn lower_if(&mut self, results: &[Value], cond: Value, then: Block, els: Block) {
        let cond = self.scalar(cond);
        if let Some(bits) = self.b.known(cond) {
            return self.lower_in_line(results, if bits != 0 { then } else { els });
        }
        let loc = self.b.loc;
        let types = self.types_of(results);
        let before = self.owners.snapshot();
        let then = self.lower_arm(then, &types);
        let after_then = self.owners.snapshot();
        self.owners.restore(before);
        let els = self.lower_arm(els, &types);
        self.owners.merge(&after_then);
        self.b.loc = loc;
        let flat = self.b.push(Op::If(cond, then, els), &flat_types(&types));
        self.bind_results(results, flat);
    }

    fn lower_arm(&mut self, arm: Block, types: &[Type]) -> Block {
        let block = self.b.open(false);
        self.lower_block(arm);
        if !self.b.is_done() {
            let values = self.yielded(arm);
            let values = self.carry(&values, types);
            self.b.push(Op::Yield(values), &[]);
        }
        self.b.close();
        block
    }

    /// What a block hands over at its end.
    pub(super) fn yielded(&self, block: Block) -> Values {
        match self.old.insts(block).last().map(|inst| self.old.op(*inst)) {
            Some(Op::Yield(values) | Op::Next(_, values)) => values.clone(),
            _ => Values::new(),
        }
    }

    /// A block that runs once, without a region around it.
    fn lower_in_line(&mut self, results: &[Value], block: Block) {
        self.lower_block(block);
        self.bind_all(results, &self.yielded(block));
    }

    fn bind_all(&mut self, names: &[Value], values: &[Value]) {
        let lowered: Vec<_> = values.iter().map(|value| self.values[*value].clone()).collect();
        for (name, lowered) in names.iter().zip(lowered) {
            match lowered {
                Lowered::Array(array) => self.bind_array(*name, *array),
                lowered => self.values[*name] = lowered,
            }
        }
    }

    /// Ends an arm that hands nothing over.
    pub(super) fn yield_nothing(&mut self) {
        if !self.b.is_done() {
            self.b.push(Op::Yield(Values::new()), &[]);
        }
    }
}

/// True if the body of a loop is left only at its end, for the next round.
fn runs_through(func: &Func, body: Block) -> bool {
    let ends = matches!(func.insts(body).last().map(|inst| func.op(*inst)), Some(Op::Next(to, _)) if *to == body);
    ends && exits(func, body, body) == 1
}

/// The number of operations in a block, and in those nested there, that leave a region or start its next round.
fn exits(func: &Func, block: Block, region: Block) -> usize {
    let count = |inst: &Inst| match func.op(*inst) {
        Op::Exit(to, _) | Op::Next(to, _) => usize::from(*to == region),
        op => op.blocks().iter().map(|inner| exits(func, *inner, region)).sum(),
    };
    func.insts(block).iter().map(count).sum()
}
