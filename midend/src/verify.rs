//! Checks that a module keeps the rules of a phase. Backends and passes rely on them and check nothing again.
//!
//! Structure:
//! * a block ends in a terminator and has no other; operations, blocks and values occur once;
//! * a value is used after its definition, in the same block or one nested there;
//! * `exit` names an enclosing `scope`, `loop` or `for`, and hands over what its results are; `next` names an enclosing
//!   `loop` or `for` and hands over what its carried parameters are;
//! * `yield` ends arms of `if` and blocks of `try` (with what its results are) and bodies of `each`, nothing else does there or elsewhere;
//! * nothing leaves the body of an `each`, and only pure operations and loads stand in it;
//! * `call` and `return` fit the signature; sites, positions, slots, variables and callees exist;
//! * parameters of a `scope` body and of arms: none; of a `loop`: as the initial values; of a `for`: the counter before them.
//!
//! Operations of each phase: `verify/phases.rs`. Types of operands and results: `verify/types.rs`. Beyond them:
//! * `Flat` values are `bool`, `i32`, `i64`, `f32`, `f64` or `addr`;
//! * a flat function that can raise has the status (`i32`) as its first result;
//! * a flat entry takes an address first, has the status as its only result and is not called.

mod each;
mod phases;
#[cfg(test)]
mod tests;
mod types;

use crate::func::{Convention, Func, Module, Verified};
use crate::ir::{Block, Inst, Op, Phase, Value};
use crate::print::print_inst;
use crate::types::{DType, Type};
use crate::typing::{Types, implied_results};
use cranelift_entity::{EntityRef, EntitySet};
use std::fmt;

/// One broken rule.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Name of the function.
    pub func: String,
    /// The operation at fault in text form; empty if the function as a whole is.
    pub operation: String,
    /// What is wrong.
    pub message: String,
}

/// Everything that is wrong with a module, and the module.
#[derive(Debug)]
pub struct Problems {
    /// The module, unchanged.
    pub module: Box<Module>,
    /// At least one problem.
    pub list: Vec<Problem>,
}

/// Checks a module against the rules of a phase.
pub fn verify(module: Module, phase: Phase) -> Result<Verified, Problems> {
    let list = find_problems(&module, phase);
    if list.is_empty() { Ok(Verified::new(module, phase)) } else { Err(Problems { module: Box::new(module), list }) }
}

/// All broken rules of a module; `verify` without taking it.
pub fn find_problems(module: &Module, phase: Phase) -> Vec<Problem> {
    let mut list = Vec::new();
    for func in module.funcs.values() {
        let mut checker = Checker::new(module, func, phase);
        checker.func();
        list.append(&mut checker.problems);
    }
    for export in module.exports.iter().filter(|export| module.funcs.get(export.func).is_none()) {
        let message = format!("export of {}, which does not exist", export.func);
        list.push(Problem { func: export.name.clone(), operation: String::new(), message });
    }
    list
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "in {}: {}", self.func, self.message)?;
        if self.operation.is_empty() { Ok(()) } else { write!(f, "\n    {}", self.operation) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list.iter().try_for_each(|problem| writeln!(f, "{problem}"))
    }
}

/// What ends a block and where to.
enum End {
    /// The body of the function or of a region: anything but `yield`.
    Leave,
    /// An arm or the body of an `each`: may yield these.
    Yield(Types),
}

/// What an `exit` or `next` may name.
struct Region {
    label: Block,
    results: Types,
    /// `None` for a `scope`.
    carried: Option<Types>,
}

struct Checker<'a> {
    module: &'a Module,
    func: &'a Func,
    phase: Phase,
    /// The operation being looked at, for messages.
    at: Option<Inst>,
    problems: Vec<Problem>,
    /// Values in scope.
    visible: EntitySet<Value>,
    /// Values, operations and blocks met before.
    defined: EntitySet<Value>,
    insts: EntitySet<Inst>,
    blocks: EntitySet<Block>,
    /// Enclosing regions, innermost last.
    regions: Vec<Region>,
    /// How many of them stand outside the innermost `each` body; `None` outside of any.
    each: Option<usize>,
}

impl<'a> Checker<'a> {
    fn new(module: &'a Module, func: &'a Func, phase: Phase) -> Checker<'a> {
        Checker {
            module,
            func,
            phase,
            at: None,
            problems: Vec::new(),
            visible: EntitySet::new(),
            defined: EntitySet::new(),
            insts: EntitySet::new(),
            blocks: EntitySet::new(),
            regions: Vec::new(),
            each: None,
        }
    }

    fn problem(&mut self, message: impl Into<String>) {
        let operation = self.at.map(|inst| print_inst(self.func, inst)).unwrap_or_default();
        self.problems.push(Problem { func: self.func.name.clone(), operation, message: message.into() });
    }

    fn expect(&mut self, holds: bool, message: impl FnOnce() -> String) {
        if !holds {
            self.problem(message());
        }
    }

    fn func(&mut self) {
        let func = self.func;
        let vectors = func.vars.values().any(|ty| *ty == Type::Vector);
        self.expect(!vectors, || "a variable holds no vector".into());
        if self.phase == Phase::Flat {
            self.flat_signature();
        }
        self.block(func.body, &End::Leave);
    }

    fn flat_signature(&mut self) {
        let func = self.func;
        let status = func.results.first() == Some(&Type::I32);
        self.expect(status || !func.can_raise, || "a function that can raise has its status (i32) as first result".into());
        if func.convention == Convention::Entry {
            self.expect(func.results == [Type::I32], || "an entry returns its status (i32) and nothing else".into());
            let first = func.params(func.body).first().map(|param| func.ty(*param));
            self.expect(first == Some(Type::Addr), || "an entry takes the address of its results first".into());
        }
        for ty in &func.results {
            self.expect(flat_type(*ty), || format!("a flat function cannot return {ty}"));
        }
        for ty in func.vars.values() {
            self.expect(flat_type(*ty), || format!("a variable of a flat function cannot hold {ty}"));
        }
    }

    /// Checks a block; its values are out of scope afterwards.
    fn block(&mut self, block: Block, end: &End) {
        if !self.blocks.insert(block) {
            return self.problem(format!("block {block} occurs a second time"));
        }
        let func = self.func;
        let mut defined = Vec::new();
        self.define(func.params(block), &mut defined);
        let insts = func.insts(block);
        let owner = self.at;
        let ended = insts.last().is_some_and(|last| func.op(*last).is_terminator());
        self.expect(ended, || format!("block {block} does not end in a terminator"));
        for (at, inst) in insts.iter().enumerate() {
            self.at = Some(*inst);
            let early = func.op(*inst).is_terminator() && at + 1 < insts.len();
            self.expect(!early, || "a terminator stands inside a block".into());
            let fresh = self.insts.insert(*inst);
            self.expect(fresh, || "the operation occurs a second time".into());
            if fresh {
                self.inst(*inst, end);
                self.define(func.inst_results(*inst), &mut defined);
            }
        }
        for value in defined {
            self.visible.remove(value);
        }
        self.at = owner;
    }

    fn define(&mut self, values: &[Value], defined: &mut Vec<Value>) {
        for value in values {
            if value.index() >= self.func.value_count() {
                self.problem(format!("{value} is no value of the function"));
                continue;
            }
            let fresh = self.defined.insert(*value);
            self.expect(fresh, || format!("{value} is defined a second time"));
            let ty = self.func.ty(*value);
            let fits = self.phase != Phase::Flat || flat_type(ty);
            self.expect(fits, || format!("{value} has type {ty}, which is gone in Flat"));
            self.visible.insert(*value);
            defined.push(*value);
        }
    }

    fn inst(&mut self, inst: Inst, end: &End) {
        let op = self.func.op(inst);
        if !phases::allowed(op, self.phase, self.func.convention) {
            self.problem(format!("the operation does not exist in {:?}", self.phase));
        }
        if !self.operands_visible(op) {
            return;
        }
        if self.each.is_some() {
            self.inside_each(op);
        }
        self.references(inst, op);
        self.result_types(inst, op);
        self.operand_types(inst, op);
        self.structure(inst, op, end);
    }

    fn operands_visible(&mut self, op: &Op) -> bool {
        let operands = op.operands();
        for value in &operands {
            let visible = self.visible.contains(*value);
            self.expect(visible, || format!("{value} is not visible here"));
        }
        operands.iter().all(|value| value.index() < self.func.value_count())
    }

    /// Sites, positions, slots.
    fn references(&mut self, inst: Inst, op: &Op) {
        let tested = if let Op::IsRaised(_, site) | Op::SiteNumber(site) = op { Some(*site) } else { None };
        if let Some(site) = op.raise_site().or(tested) {
            let known = site.index() < self.module.sites.len();
            self.expect(known, || format!("{site} does not exist"));
        }
        let position = self.func.loc(inst).position;
        let known = position == 0 || (position as usize) < self.module.positions.len();
        self.expect(known, || format!("position {position} does not exist"));
        if let Op::Own(slot, _)
        | Op::Share(slot, _)
        | Op::Drop(slot)
        | Op::Forget(slot)
        | Op::SlotGet(slot)
        | Op::SlotSet(slot, _) = op
        {
            let known = slot.index() < self.func.slots.len();
            self.expect(known, || format!("{slot} does not exist"));
        }
        if let Op::SetVar(var, _) | Op::GetVar(var) = op {
            let known = var.index() < self.func.vars.len();
            self.expect(known, || format!("{var} does not exist"));
        }
    }

    /// Results that follow from the operands.
    fn result_types(&mut self, inst: Inst, op: &Op) {
        let types = self.types(self.func.inst_results(inst));
        if let Some(implied) = implied_results(self.func, op) {
            self.expect(types == implied, || format!("has results ({}) instead of ({})", list(&types), list(&implied)));
        }
    }

    fn structure(&mut self, inst: Inst, op: &Op, end: &End) {
        let func = self.func;
        let results = self.types(func.inst_results(inst));
        match op {
            Op::If(_, then, els) | Op::Try(then, els) => {
                for arm in [*then, *els] {
                    self.block_params(arm, &[]);
                    self.block(arm, &End::Yield(results.clone()));
                }
            }
            Op::Scope(body) => {
                self.block_params(*body, &[]);
                self.region(Region { label: *body, results, carried: None });
            }
            Op::Loop(inits, body) => {
                let carried = self.types(inits);
                self.block_params(*body, &carried);
                self.region(Region { label: *body, results, carried: Some(carried) });
            }
            Op::For(_, _, inits, body) => {
                let carried = self.types(inits);
                let mut params = Types::from_slice(&[Type::I64]);
                params.extend_from_slice(&carried);
                self.block_params(*body, &params);
                self.region(Region { label: *body, results, carried: Some(carried) });
            }
            Op::Each(each) => self.each_body(each, &results),
            Op::Yield(values) => match end {
                End::Leave => self.problem("only arms of `if`, blocks of `try` and bodies of `each` yield"),
                End::Yield(expected) => self.handed_over(values, expected),
            },
            Op::Exit(label, values) => match self.enclosing(*label).map(|region| region.results.clone()) {
                Some(expected) => self.handed_over(values, &expected),
                None => self.problem(format!("{label} is not the body of an enclosing region")),
            },
            Op::Next(label, values) => match self.enclosing(*label).and_then(|region| region.carried.clone()) {
                Some(expected) => self.handed_over(values, &expected),
                None => self.problem(format!("{label} is not the body of an enclosing loop")),
            },
            Op::Return(values) => self.handed_over(values, &Types::from_slice(&func.results)),
            Op::Call(callee, args) => self.call(*callee, args, &results),
            _ => {}
        }
    }

    fn region(&mut self, region: Region) {
        let label = region.label;
        self.regions.push(region);
        self.block(label, &End::Leave);
        self.regions.pop();
    }

    /// The region with this label, unless the body of an `each` lies between.
    fn enclosing(&self, label: Block) -> Option<&Region> {
        self.regions[self.each.unwrap_or(0)..].iter().find(|region| region.label == label)
    }

    fn block_params(&mut self, block: Block, expected: &[Type]) {
        let types = self.types(self.func.params(block));
        self.expect(types[..] == *expected, || {
            format!("{block} has parameters ({}) instead of ({})", list(&types), list(expected))
        });
    }

    fn handed_over(&mut self, values: &[Value], expected: &Types) {
        let types = self.types(values);
        self.expect(types == *expected, || format!("hands over ({}) instead of ({})", list(&types), list(expected)));
    }

    fn call(&mut self, callee: crate::ir::FuncId, args: &[Value], results: &Types) {
        let Some(callee) = self.module.funcs.get(callee) else {
            return self.problem("the callee does not exist");
        };
        let callable = callee.convention == Convention::Internal || self.func.convention == Convention::Entry;
        self.expect(callable, || "only entries call entries".into());
        let params: Types = callee.params(callee.body).iter().map(|param| callee.ty(*param)).collect();
        self.handed_over(args, &params);
        self.expect(results[..] == callee.results[..], || {
            format!("has results ({}) instead of ({})", list(results), list(&callee.results))
        });
    }

    fn types(&self, values: &[Value]) -> Types {
        let known = values.iter().filter(|value| value.index() < self.func.value_count());
        known.map(|value| self.func.ty(*value)).collect()
    }
}

fn flat_type(ty: Type) -> bool {
    match ty {
        Type::Addr | Type::Vector => true,
        Type::Scalar(dtype) => matches!(dtype, DType::Bool | DType::I32 | DType::I64 | DType::F32 | DType::F64),
        Type::Array(_) | Type::Ref => false,
    }
}

fn list(types: &[Type]) -> String {
    types.iter().map(Type::to_string).collect::<Vec<_>>().join(", ")
}
