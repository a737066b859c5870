//! What functions do besides computing: whether they can raise, whether calls can be left out, which arrays they write.
//!
//! Functions call each other in circles, so each question is first answered for every body alone and then carried
//! along the calls until nothing changes.

use crate::func::{Convention, Func, Module};
use crate::ir::{Block, FuncId, Inst, Op, Output, Value, Var};
use crate::types::Type;
use cranelift_entity::SecondaryMap;
use rustc_hash::{FxHashMap, FxHashSet};

/// Sets [`Func::can_raise`] and [`Func::pure_scalar`] of every function.
pub fn find_effects(module: &mut Module) {
    let bodies: SecondaryMap<FuncId, Body> = {
        let mut bodies = SecondaryMap::new();
        module.funcs.iter().for_each(|(id, func)| bodies[id] = Body::of(func));
        bodies
    };
    for (id, func) in module.funcs.iter_mut() {
        func.can_raise = bodies[id].raises;
        func.pure_scalar = false;
    }
    // Both only ever go from false to true. A function in a circle of calls waits for itself and stays impure.
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for id in module.funcs.keys() {
            let body = &bodies[id];
            let raises = body.raises || body.callees.iter().any(|callee| module.funcs[*callee].can_raise);
            let pure = body.pure && body.callees.iter().all(|callee| module.funcs[*callee].pure_scalar);
            let func = &mut module.funcs[id];
            changed |= raises != func.can_raise || pure != func.pure_scalar;
            func.can_raise = raises;
            func.pure_scalar = pure;
        }
    }
}

/// What a function does on its own, and whom it calls.
#[derive(Clone, Default)]
struct Body {
    raises: bool,
    pure: bool,
    callees: Vec<FuncId>,
}

impl Body {
    fn of(func: &Func) -> Body {
        let mut body = Body { raises: false, pure: takes_scalars_only(func), callees: Vec::new() };
        for block in func.reachable_blocks() {
            for inst in func.insts(block) {
                let op = func.op(*inst);
                body.raises |= op.raise_site().is_some() || *op == Op::Reraise;
                // Loops of the library are known to end.
                body.pure &= is_scalar_work(op) || (func.library && matches!(op, Op::Loop(..)));
                if let Op::Call(callee, _) = op {
                    body.callees.push(*callee);
                }
            }
        }
        body
    }
}

fn takes_scalars_only(func: &Func) -> bool {
    let params = func.params(func.body).iter().map(|param| func.ty(*param));
    let mut types = params.chain(func.results.iter().copied());
    func.convention == Convention::Internal && types.all(|ty| matches!(ty, Type::Scalar(_)))
}

/// True for what always ends, touches no memory and depends on its operands only.
fn is_scalar_work(op: &Op) -> bool {
    let structure =
        matches!(op, Op::If(..) | Op::Scope(_) | Op::For(..) | Op::Yield(_) | Op::Exit(..) | Op::Next(..) | Op::Return(_));
    structure || matches!(op, Op::Call(..)) || (op.is_pure() && *op != Op::Context)
}

/// For each parameter of the function, whether the elements of the array may be written, by it or by what it calls,
/// through any view. For an entry, the parameter that holds the array's descriptor.
pub fn written_params(module: &Module, func: FuncId) -> Vec<bool> {
    // Maps, not tables over all functions: a module may have thousands, and each export asks.
    let reachable = reachable_funcs(module, func);
    let flows: FxHashMap<FuncId, Flows> = reachable.iter().map(|id| (*id, Flows::of(&module.funcs[*id]))).collect();
    let mut summaries = FxHashMap::<FuncId, Summary>::default();
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for id in &reachable {
            let summary = flows[id].summary(&module.funcs[*id], &summaries);
            changed |= summaries.get(id) != Some(&summary);
            summaries.insert(*id, summary);
        }
    }
    summaries.remove(&func).map(|summary| summary.written).unwrap_or_default()
}

/// Callees before their callers as far as circles allow, so that one round mostly does.
fn reachable_funcs(module: &Module, root: FuncId) -> Vec<FuncId> {
    let mut order = vec![root];
    let mut seen = FxHashSet::from_iter([root]);
    let mut at = 0;
    while at < order.len() {
        for callee in Body::of(&module.funcs[order[at]]).callees {
            if seen.insert(callee) {
                order.push(callee);
            }
        }
        at += 1;
    }
    order.reverse();
    order
}

/// What a caller has to know of a function, by parameter.
#[derive(Clone, Default, PartialEq)]
struct Summary {
    /// Its elements may be written.
    written: Vec<bool>,
    /// A result may be it or a view of it.
    returned: Vec<bool>,
}

/// How array values of one function come from each other.
#[derive(Clone, Default)]
struct Flows {
    /// The values that a value may be, or be a view of.
    sources: SecondaryMap<Value, Vec<Value>>,
    /// Arrays that the function itself writes.
    stored: Vec<Value>,
    returned: Vec<Value>,
    calls: Vec<Inst>,
    /// What is set, by variable, and what is got.
    held: SecondaryMap<Var, Vec<Value>>,
    got: Vec<(Value, Var)>,
}

impl Flows {
    fn of(func: &Func) -> Flows {
        let mut flows = Flows::default();
        let mut regions = SecondaryMap::<Block, Option<Inst>>::new();
        for block in func.reachable_blocks() {
            for inst in func.insts(block) {
                func.op(*inst).blocks().iter().for_each(|body| regions[*body] = Some(*inst));
            }
        }
        for block in func.reachable_blocks() {
            for inst in func.insts(block) {
                flows.inst(func, *inst, block, &regions);
            }
        }
        for (result, var) in std::mem::take(&mut flows.got) {
            let held = flows.held[var].clone();
            held.iter().for_each(|value| flows.flow(func, &[result], &[*value]));
        }
        flows
    }

    fn inst(&mut self, func: &Func, inst: Inst, block: Block, regions: &SecondaryMap<Block, Option<Inst>>) {
        let results = func.inst_results(inst);
        let results_of = |body: Block| regions[body].map(|region| func.inst_results(region)).unwrap_or_default();
        match func.op(inst) {
            Op::StoreElem(array, ..) | Op::StoreVector(array, ..) => self.stored.push(*array),
            Op::Each(each) => {
                self.stored.extend(each.outputs.iter().filter_map(|output| match output {
                    Output::Into(array) | Output::IntoWhere(array) => Some(*array),
                    _ => None,
                }));
            }
            // Whoever takes an array out of a cell may write it.
            Op::StoreCell(_, _, _, x) if func.ty(*x).array().is_some() => self.stored.push(*x),
            // The same goes for cells, and for all that lies in them.
            Op::StoreCell(cells, ..) => self.stored.push(*cells),
            Op::MoveCells(values, _) => self.stored.extend(values.first().into_iter().chain(values.get(2))),
            Op::LoadCell(cells, ..) => results.iter().for_each(|result| self.sources[*result].push(*cells)),
            Op::View(view) => self.flow(func, results, &[view.base]),
            Op::AssumeLayout(x) | Op::PartView(_, x) => self.flow(func, results, &[*x]),
            Op::SetVar(var, x) => self.held[*var].push(*x),
            Op::GetVar(var) => self.got.extend(results.iter().map(|result| (*result, *var))),
            Op::LoadDescriptor(x, _) | Op::LoadDestination(x, _) => {
                results.iter().for_each(|result| self.sources[*result].push(*x))
            }
            Op::OrderAxes(arrays) => self.flow(func, results, arrays),
            Op::Select(_, x, y) => {
                self.flow(func, results, &[*x]);
                self.flow(func, results, &[*y]);
            }
            Op::Call(..) => self.calls.push(inst),
            Op::Loop(inits, body) => self.flow(func, func.params(*body), inits),
            Op::For(_, _, inits, body) => {
                self.flow(func, carried(func, *body), inits);
                self.flow(func, results, carried(func, *body));
            }
            Op::Yield(values) => self.flow(func, results_of(block), values),
            Op::Exit(to, values) => self.flow(func, results_of(*to), values),
            Op::Next(to, values) => {
                let counts = regions[*to].is_some_and(|region| matches!(func.op(region), Op::For(..)));
                self.flow(func, if counts { carried(func, *to) } else { func.params(*to) }, values);
            }
            Op::Return(values) => self.returned.extend(values),
            _ => {}
        }
    }

    fn flow(&mut self, func: &Func, to: &[Value], from: &[Value]) {
        for (to, from) in to.iter().zip(from) {
            if func.ty(*to).is_counted() {
                self.sources[*to].push(*from);
            }
        }
    }

    fn summary(&self, func: &Func, callees: &FxHashMap<FuncId, Summary>) -> Summary {
        let mut stored = self.stored.clone();
        let mut passed = SecondaryMap::<Value, Vec<Value>>::new();
        for inst in &self.calls {
            let Op::Call(callee, args) = func.op(*inst) else { continue };
            let Some(callee) = callees.get(callee) else { continue };
            let marked = |marks: &[bool]| -> Vec<Value> {
                args.iter().zip(marks).filter(|(_, marked)| **marked).map(|(arg, _)| *arg).collect()
            };
            stored.extend(marked(&callee.written));
            func.inst_results(*inst).iter().for_each(|result| passed[*result] = marked(&callee.returned));
        }
        Summary {
            written: self.params_behind(func, stored, &passed),
            returned: self.params_behind(func, self.returned.clone(), &passed),
        }
    }

    /// The parameters that these values may be, or be views of.
    fn params_behind(&self, func: &Func, mut work: Vec<Value>, passed: &SecondaryMap<Value, Vec<Value>>) -> Vec<bool> {
        let mut seen = SecondaryMap::<Value, bool>::new();
        while let Some(value) = work.pop() {
            if !std::mem::replace(&mut seen[value], true) {
                work.extend(&self.sources[value]);
                work.extend(&passed[value]);
            }
        }
        func.params(func.body).iter().map(|param| seen[*param] && func.ty(*param).scalar().is_none()).collect()
    }
}

fn carried(func: &Func, body: Block) -> &[Value] {
    func.params(body).get(1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::func::Loc;
    use crate::ir::{BinaryOp, Site, Values, View};
    use crate::types::{ArrayType, DType, Layout};
    use cranelift_entity::EntityRef;
    use smallvec::smallvec;

    const ARRAY: Type = Type::Array(ArrayType { dtype: DType::F64, rank: 1, layout: Layout::ANY });

    fn func(params: &[Type], results: &[Type]) -> Func {
        let mut func = Func::new("f");
        let body = func.body;
        for ty in params {
            func.add_param(body, *ty);
        }
        func.results = results.to_vec();
        func
    }

    fn push(func: &mut Func, op: Op, types: &[Type]) -> Values {
        let body = func.body;
        func.push(body, op, types, Loc::default())
    }

    #[test]
    fn raising_travels_along_calls_in_circles() {
        let mut module = Module::default();
        let ids: Vec<_> = (0..4).map(FuncId::new).collect();
        // 0 calls 1, 1 and 2 call each other, 2 calls 3, which raises if asked.
        for raises in [false, true] {
            module.funcs.clear();
            for callees in [&[1][..], &[2], &[1, 3], &[]] {
                let mut f = func(&[], &[]);
                for callee in callees {
                    push(&mut f, Op::Call(ids[*callee], Values::new()), &[]);
                }
                let end =
                    if callees.is_empty() && raises { Op::Raise(Site::new(0), smallvec![]) } else { Op::Return(smallvec![]) };
                push(&mut f, end, &[]);
                module.funcs.push(f);
            }
            find_effects(&mut module);
            let pure: Vec<_> = module.funcs.values().map(|func| func.pure_scalar).collect();
            assert!(module.funcs.values().all(|func| func.can_raise == raises));
            assert_eq!(pure, [false, false, false, !raises], "circles are never pure");
        }
    }

    #[test]
    fn arrays_and_loops_without_end_are_not_pure() {
        let mut module = Module::default();
        let mut adds = func(&[Type::I64], &[Type::I64]);
        let x = adds.params(adds.body)[0];
        let sum = push(&mut adds, Op::Binary(BinaryOp::Add, x, x), &[Type::I64]);
        push(&mut adds, Op::Return(sum), &[]);
        let adds = module.funcs.push(adds);
        let mut loops = func(&[], &[]);
        let body = loops.new_block();
        push(&mut loops, Op::Loop(smallvec![], body), &[]);
        push(&mut loops, Op::Unreachable, &[]);
        loops.push(body, Op::Next(body, smallvec![]), &[], Loc::default());
        let loops = module.funcs.push(loops);
        let mut dims = func(&[ARRAY], &[Type::I64]);
        let array = dims.params(dims.body)[0];
        let dim = push(&mut dims, Op::Dim(array, 0), &[Type::I64]);
        push(&mut dims, Op::Return(dim), &[]);
        let dims = module.funcs.push(dims);
        find_effects(&mut module);
        assert!(module.funcs[adds].pure_scalar && !module.funcs[adds].can_raise);
        assert!(!module.funcs[loops].pure_scalar && !module.funcs[dims].pure_scalar);
    }

    /// `def second(a, b): return b[:]`, and a function that writes the result of it for its parameters.
    #[test]
    fn writes_are_seen_through_views_calls_and_loops() {
        let mut module = Module::default();
        let mut second = func(&[ARRAY, ARRAY], &[ARRAY]);
        let base = second.params(second.body)[1];
        let view = View { base, offsets: smallvec![], axes: smallvec![] };
        let result = push(&mut second, Op::View(Box::new(view)), &[ARRAY]);
        push(&mut second, Op::Return(result), &[]);
        let second = module.funcs.push(second);

        let mut write = func(&[ARRAY, ARRAY, ARRAY, Type::I64], &[]);
        let params: Values = write.params(write.body).into();
        let n = params[3];
        let got = push(&mut write, Op::Call(second, smallvec![params[0], params[1]]), &[ARRAY])[0];
        let body = write.new_block();
        write.add_param(body, Type::I64);
        let carried = write.add_param(body, ARRAY);
        let results = push(&mut write, Op::For(n, n, smallvec![params[2]], body), &[ARRAY]);
        let item = write.push(body, Op::LoadElem(carried, smallvec![n]), &[Type::F64], Loc::default())[0];
        write.push(body, Op::Next(body, smallvec![got]), &[], Loc::default());
        push(&mut write, Op::StoreElem(results[0], smallvec![n], item), &[]);
        push(&mut write, Op::Return(smallvec![]), &[]);
        let write = module.funcs.push(write);

        assert_eq!(written_params(&module, second), [false, false]);
        assert_eq!(written_params(&module, write), [false, true, true, false]);
    }

    #[test]
    fn an_entry_writes_through_its_descriptor() {
        let mut module = Module::default();
        let mut entry = func(&[Type::Addr, Type::Addr], &[Type::I32]);
        entry.convention = Convention::Entry;
        let from = entry.params(entry.body)[1];
        let array = push(&mut entry, Op::LoadDescriptor(from, Site::new(0)), &[ARRAY])[0];
        let at = push(&mut entry, Op::Const(0), &[Type::I64])[0];
        push(&mut entry, Op::StoreElem(array, smallvec![at], at), &[]);
        push(&mut entry, Op::Return(smallvec![at]), &[]);
        let entry = module.funcs.push(entry);
        assert_eq!(written_params(&module, entry), [false, true]);
    }
}
