//! The body of an `each`, taken out of its function so that it can be written into loops as often as they need it.

use crate::func::{Func, Loc};
use crate::ir::{Block, Inst, Op, Value, Values};
use crate::types::Type;
use cranelift_entity::EntitySet;
use rustc_hash::FxHashMap;

/// A copy of the operations of a block.
#[derive(Clone)]
pub(crate) struct Template {
    params: Values,
    steps: Vec<Step>,
    yields: Values,
}

#[derive(Clone)]
struct Step {
    op: Op,
    results: Vec<(Value, Type)>,
    loc: Loc,
    regions: Vec<Region>,
}

#[derive(Clone)]
struct Region {
    label: Block,
    params: Vec<(Value, Type)>,
    steps: Vec<Step>,
}

/// What the names of a template stand for in one of its copies.
#[derive(Default)]
struct Names {
    values: FxHashMap<Value, Value>,
    labels: FxHashMap<Block, Block>,
}

impl Template {
    /// The body of an `each`, or one round of a loop that goes on at its end only.
    pub fn of(func: &Func, body: Block) -> Template {
        let mut steps: Vec<Step> = func.insts(body).iter().map(|inst| step_of(func, *inst)).collect();
        let yields = match steps.pop().map(|last| last.op) {
            Some(Op::Yield(values) | Op::Next(_, values)) => values,
            _ => Values::new(),
        };
        Template { params: Values::from_slice(func.params(body)), steps, yields }
    }

    /// One operation with all that it holds; yields its results.
    pub fn of_one(func: &Func, inst: Inst) -> Template {
        let yields = Values::from_slice(func.inst_results(inst));
        Template { params: Values::new(), steps: vec![step_of(func, inst)], yields }
    }

    /// A body that yields its one element.
    pub fn identity(element: Value) -> Template {
        Template { params: Values::from_slice(&[element]), steps: Vec::new(), yields: Values::from_slice(&[element]) }
    }

    /// The template with only these of its yields, and only the operations that they need.
    pub fn narrowed(&self, yields: &[usize]) -> Template {
        let yields: Values = yields.iter().filter_map(|at| self.yields.get(*at).copied()).collect();
        let mut needed: EntitySet<Value> = EntitySet::new();
        needed.extend(yields.iter().copied());
        let mut steps = Vec::new();
        for step in self.steps.iter().rev() {
            if step.results.iter().any(|(value, _)| needed.contains(*value)) {
                step.visit_operands(&mut |value| {
                    needed.insert(value);
                });
                steps.push(step.clone());
            }
        }
        steps.reverse();
        Template { params: self.params.clone(), steps, yields }
    }

    /// The template without the operations that make these values: its copies are told what they are.
    pub fn without(mut self, values: &[Value]) -> Template {
        self.steps.retain(|step| !step.results.iter().any(|(value, _)| values.contains(value)));
        self
    }

    /// True if the one value yielded is the one element, as it is or, with `cast`, after one conversion.
    pub fn is_bare(&self, cast: bool) -> bool {
        let ([param], [value]) = (self.params.as_slice(), self.yields.as_slice()) else {
            return false;
        };
        if !cast {
            return param == value;
        }
        matches!(self.steps.as_slice(), [only] if only.op == Op::Convert(*param) && only.results[0].0 == *value)
    }

    /// True if an operation has blocks, or is a call.
    pub fn is_structured(&self) -> bool {
        self.steps.iter().any(|step| !step.regions.is_empty() || matches!(step.op, Op::Call(..)))
    }

    /// Number of operations.
    pub fn size(&self) -> usize {
        self.steps.iter().map(Step::size).sum()
    }

    /// The values of the surrounding function that the body uses, in order of first use.
    pub fn captures(&self) -> Values {
        let mut known: EntitySet<Value> = EntitySet::new();
        known.extend(self.params.iter().copied());
        for step in &self.steps {
            step.visit_definitions(&mut |value| {
                known.insert(value);
            });
        }
        let mut captures = Values::new();
        let mut visit = |value| {
            if known.insert(value) {
                captures.push(value);
            }
        };
        self.steps.iter().for_each(|step| step.visit_operands(&mut visit));
        self.yields.iter().for_each(|value| visit(*value));
        captures
    }

    /// Appends a copy to a block and returns what it yields. `outer` says what captured values are called there.
    pub fn write(&self, func: &mut Func, block: Block, args: &[Value], outer: &FxHashMap<Value, Value>) -> Values {
        let mut names = Names { values: outer.clone(), labels: FxHashMap::default() };
        names.values.extend(self.params.iter().copied().zip(args.iter().copied()));
        write_steps(&self.steps, func, block, &mut names);
        self.yields.iter().map(|value| names.value(*value)).collect()
    }
}

impl Names {
    fn value(&self, value: Value) -> Value {
        self.values.get(&value).copied().unwrap_or(value)
    }

    fn label(&self, label: Block) -> Block {
        self.labels.get(&label).copied().unwrap_or(label)
    }
}

impl Step {
    fn size(&self) -> usize {
        usize::from(!matches!(self.op, Op::Const(_)))
            + self.regions.iter().flat_map(|region| &region.steps).map(Step::size).sum::<usize>()
    }

    fn visit_operands(&self, f: &mut impl FnMut(Value)) {
        self.op.operands().into_iter().for_each(&mut *f);
        for step in self.regions.iter().flat_map(|region| &region.steps) {
            step.visit_operands(f);
        }
    }

    fn visit_definitions(&self, f: &mut impl FnMut(Value)) {
        self.results.iter().for_each(|(value, _)| f(*value));
        for region in &self.regions {
            region.params.iter().for_each(|(value, _)| f(*value));
            region.steps.iter().for_each(|step| step.visit_definitions(f));
        }
    }
}

fn step_of(func: &Func, inst: Inst) -> Step {
    let typed = |values: &[Value]| values.iter().map(|value| (*value, func.ty(*value))).collect();
    let op = func.op(inst).clone();
    let regions = op
        .blocks()
        .iter()
        .map(|block| Region {
            label: *block,
            params: typed(func.params(*block)),
            steps: func.insts(*block).iter().map(|inst| step_of(func, *inst)).collect(),
        })
        .collect();
    Step { op, results: typed(func.inst_results(inst)), loc: func.loc(inst), regions }
}

fn write_steps(steps: &[Step], func: &mut Func, block: Block, names: &mut Names) {
    for step in steps {
        for region in &step.regions {
            let copy = func.new_block();
            names.labels.insert(region.label, copy);
            for (param, ty) in &region.params {
                let value = func.add_param(copy, *ty);
                names.values.insert(*param, value);
            }
            write_steps(&region.steps, func, copy, names);
        }
        let mut op = step.op.clone();
        op.for_each_operand_mut(&mut |value| *value = names.value(*value));
        rename_labels(&mut op, names);
        let types: Vec<Type> = step.results.iter().map(|(_, ty)| *ty).collect();
        let results = func.push(block, op, &types, step.loc);
        names.values.extend(step.results.iter().map(|(value, _)| *value).zip(results));
    }
}

fn rename_labels(op: &mut Op, names: &Names) {
    match op {
        Op::If(_, then, els) | Op::Try(then, els) => {
            *then = names.label(*then);
            *els = names.label(*els);
        }
        Op::Scope(body) | Op::Loop(_, body) | Op::For(_, _, _, body) | Op::Exit(body, _) | Op::Next(body, _) => {
            *body = names.label(*body);
        }
        _ => {}
    }
}
