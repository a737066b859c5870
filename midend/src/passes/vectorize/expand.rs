//! The body of a loop with what it calls written into it, as the vector form needs it; the loop itself keeps its calls.
//!
//! A callee that is straight-line code with `if`s takes the place of its call. An `if` that returns early takes in what
//! follows it. Callees that loop stay calls, and so do those that a function of the library calls on one side of an `if`:
//! there it does the rare work.

use crate::func::{Func, Loc, Module};
use crate::ir::{Block, FuncId, Inst, Op, Value, Values};
use crate::types::Type;
use rustc_hash::FxHashMap;

/// Bodies do not grow beyond so many operations.
const LARGEST: usize = 600;
/// Callees with so few operations are cheaper than their call.
const SMALL: usize = 12;

/// A copy of the body of a loop with every call written out that allows it, and what its values are called there; `None`
/// if there is no such call.
pub(crate) fn expand(func: &mut Func, block: Block, module: &Module) -> Option<(Block, Names)> {
    has_call(func, block).then_some(())?;
    let mut expand = Expand { func, module, size: 0, inlined: 0 };
    let mut names = Names::default();
    let copy = expand.copied(Source { func: None, rare: false }, block, &mut names)?;
    (expand.inlined > 0).then_some((copy, names))
}

/// True if a call of the function may be repeated, left out or made for other lanes too.
pub(crate) fn is_total(module: &Module, callee: FuncId) -> bool {
    module.funcs.get(callee).is_some_and(|func| func.pure_scalar && !func.can_raise)
}

fn has_call(func: &Func, block: Block) -> bool {
    func.insts(block).iter().any(|inst| match func.op(*inst) {
        Op::Call(..) => true,
        op => op.blocks().iter().any(|inner| has_call(func, *inner)),
    })
}

/// Where code is copied from.
#[derive(Clone, Copy)]
struct Source<'a> {
    /// The callee; `None` for the function itself.
    func: Option<&'a Func>,
    /// True on one side of an `if` of the library.
    rare: bool,
}

/// What values are called in a copy.
pub(crate) type Names = FxHashMap<Value, Value>;

/// What follows after an arm that does not return: the rest of the block around it, and the results of its `if`.
#[derive(Clone)]
struct After {
    rest: Vec<Inst>,
    results: Values,
}

struct Expand<'a, 'm> {
    func: &'a mut Func,
    module: &'m Module,
    size: usize,
    inlined: usize,
}

impl<'m> Expand<'_, 'm> {
    fn source<'s>(&'s self, source: Source<'s>) -> &'s Func {
        source.func.unwrap_or(self.func)
    }

    fn insts(&self, source: Source, block: Block) -> Vec<Inst> {
        self.source(source).insts(block).to_vec()
    }

    /// A copy of a block that nothing returns from.
    fn copied(&mut self, source: Source<'m>, block: Block, names: &mut Names) -> Option<Block> {
        let copy = self.func.new_block();
        let params: Vec<(Value, Type)> = {
            let from = self.source(source);
            from.params(block).iter().map(|param| (*param, from.ty(*param))).collect()
        };
        for (param, ty) in params {
            names.insert(param, self.func.add_param(copy, ty));
        }
        for inst in self.insts(source, block) {
            self.inst(source, inst, copy, names)?;
        }
        Some(copy)
    }

    fn inst(&mut self, source: Source<'m>, inst: Inst, into: Block, names: &mut Names) -> Option<()> {
        let (mut op, loc, results) = self.read(source, inst);
        self.size += 1;
        if self.size > LARGEST {
            return None;
        }
        op.for_each_operand_mut(&mut |value| *value = names.get(value).copied().unwrap_or(*value));
        match &mut op {
            Op::Call(callee, args) => {
                if let Some(values) = self.call(source, *callee, args, into) {
                    names.extend(results.iter().map(|(result, _)| *result).zip(values));
                    return Some(());
                }
            }
            Op::If(_, then, els) => {
                let rare = source.func.is_some_and(|func| func.library);
                let arms = Source { rare: source.rare || rare, ..source };
                *then = self.copied(arms, *then, names)?;
                *els = self.copied(arms, *els, names)?;
            }
            Op::Next(to, _) if source.func.is_none() => *to = into,
            op if !op.blocks().is_empty() => return None,
            _ => {}
        }
        self.push(into, op, &results, loc, names);
        Some(())
    }

    fn push(&mut self, into: Block, op: Op, results: &[(Value, Type)], loc: Loc, names: &mut Names) {
        let types: Vec<Type> = results.iter().map(|(_, ty)| *ty).collect();
        let new = self.func.push(into, op, &types, loc);
        names.extend(results.iter().map(|(result, _)| *result).zip(new));
    }

    fn read(&self, source: Source, inst: Inst) -> (Op, Loc, Vec<(Value, Type)>) {
        let from = self.source(source);
        let results = from.inst_results(inst).iter().map(|result| (*result, from.ty(*result))).collect();
        // Positions are numbered by module, so they mean the same here.
        (from.op(inst).clone(), from.loc(inst), results)
    }

    // ---- callees

    /// What a call comes to, written out.
    fn call(&mut self, source: Source, callee: FuncId, args: &[Value], into: Block) -> Option<Values> {
        let func = self.module.funcs.get(callee).filter(|func| func.pure_scalar && !func.can_raise)?;
        let size = size(func, func.body)?;
        if self.size + size > LARGEST || (source.rare && size > SMALL) {
            return None;
        }
        let mut names: Names = func.params(func.body).iter().copied().zip(args.iter().copied()).collect();
        self.inlined += 1;
        let from = Source { func: Some(func), rare: source.rare };
        self.returned(from, func.insts(func.body).to_vec(), Vec::new(), into, &mut names)
    }

    /// What the rest of a callee returns.
    fn returned(
        &mut self,
        source: Source<'m>,
        insts: Vec<Inst>,
        mut after: Vec<After>,
        into: Block,
        names: &mut Names,
    ) -> Option<Values> {
        for (at, inst) in insts.iter().enumerate() {
            let (op, loc, results) = self.read(source, *inst);
            let named = |values: &Values| values.iter().map(|value| names.get(value).copied().unwrap_or(*value)).collect();
            match &op {
                Op::Return(values) => return Some(named(values)),
                Op::Yield(values) => {
                    let values: Values = named(values);
                    let next = after.pop()?;
                    names.extend(next.results.iter().copied().zip(values));
                    return self.returned(source, next.rest, after, into, names);
                }
                Op::If(cond, then, els) if returns(self.source(source), *then) || returns(self.source(source), *els) => {
                    let cond = names.get(cond).copied().unwrap_or(*cond);
                    let results = results.iter().map(|(result, _)| *result).collect();
                    after.push(After { rest: insts[at + 1..].to_vec(), results });
                    return self.either(source, cond, [*then, *els], &after, into, loc, names);
                }
                _ => self.inst(source, *inst, into, names)?,
            }
        }
        None
    }

    /// An `if` one side of which returns: what follows goes on in the other one.
    #[expect(clippy::too_many_arguments, reason = "one recursion with the state of a walk")]
    fn either(
        &mut self,
        source: Source<'m>,
        cond: Value,
        arms: [Block; 2],
        after: &[After],
        into: Block,
        loc: Loc,
        names: &Names,
    ) -> Option<Values> {
        let mut blocks = [into; 2];
        let mut types = Vec::new();
        for (arm, block) in arms.into_iter().zip(&mut blocks) {
            *block = self.func.new_block();
            let insts = self.insts(source, arm);
            // The side that only returns is the rare one.
            let from_library = source.func.is_some_and(|func| func.library);
            let leaves = !goes_on(self.source(source), arm);
            let inside = Source { rare: source.rare || (from_library && leaves), ..source };
            let values = self.returned(inside, insts, after.to_vec(), *block, &mut names.clone())?;
            types = values.iter().map(|value| self.func.ty(*value)).collect();
            self.func.push(*block, Op::Yield(values), &[], loc);
        }
        Some(self.func.push(into, Op::If(cond, blocks[0], blocks[1]), &types, loc))
    }
}

/// The number of operations of a callee; `None` if it loops.
fn size(func: &Func, block: Block) -> Option<usize> {
    func.insts(block).iter().try_fold(0, |sum, inst| match func.op(*inst) {
        Op::If(_, then, els) => Some(sum + 1 + size(func, *then)? + size(func, *els)?),
        Op::Const(_) => Some(sum),
        op => op.blocks().is_empty().then_some(sum + 1),
    })
}

/// True if something in the block returns.
fn returns(func: &Func, block: Block) -> bool {
    func.insts(block).iter().any(|inst| match func.op(*inst) {
        Op::Return(_) => true,
        op => op.blocks().iter().any(|inner| returns(func, *inner)),
    })
}

/// True if the end of the block is reached.
fn goes_on(func: &Func, block: Block) -> bool {
    func.insts(block).iter().all(|inst| match func.op(*inst) {
        Op::Return(_) => false,
        Op::If(_, then, els) => goes_on(func, *then) || goes_on(func, *els),
        _ => true,
    })
}
