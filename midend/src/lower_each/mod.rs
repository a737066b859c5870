//! Turns every `each` into loops.
//!
//! Before:  %s = each [i: reduce %n] (%a = %x[i]) { %m = mul %a, %a  yield %m } -> i64
//! After:   %s = for %i in 0..%n (%acc = 0) { %a = load_elem %x [%i]  %m = mul %a, %a  %t = add %acc, %m  next (%t) }
//!
//! The body is copied to wherever the loops need an element. What goes into one loop nest and what needs its own is
//! decided here: sums of floats have NumPy's order (`sum`), reductions over some of the axes, scans and index
//! reductions along an axis have nests of their own, everything else shares one (`elementwise`). Nests of their own come
//! first, because stores of the shared one may change what they read.

mod along;
mod build;
mod columns;
mod combine;
mod elementwise;
mod nest;
mod pairwise;
mod partial;
mod registers;
mod short;
mod sum;
pub(crate) mod template;

use crate::func::{Func, Module};
use crate::ir::{AxisKind, Block, Each, FuncId, Inst, Op, Output, Value, Values};
use crate::types::{ArrayType, DType, Layout, Type};
use build::Builder;
use combine::{is_arg, is_float_sum};
use cranelift_entity::SecondaryMap;
use rustc_hash::FxHashMap;
use template::Template;

/// Replaces every `each` of a module by loops; sums of floats add helper functions.
pub fn lower_each(module: &mut Module) {
    lower_each_with(module, false);
}

/// As [`lower_each`]; with `vectors`, sums of floats have their accumulators in vectors where they can.
pub(crate) fn lower_each_with(module: &mut Module, vectors: bool) {
    let mut helpers = Helpers { vectors, ..Helpers::default() };
    let ids: Vec<FuncId> = module.funcs.keys().collect();
    for id in ids {
        let mut func = std::mem::replace(&mut module.funcs[id], Func::new(""));
        let body = func.body;
        lower_block(module, &mut helpers, &mut func, body);
        if !helpers.replaced.is_empty() {
            let mut replace = SecondaryMap::new();
            helpers.replaced.drain(..).for_each(|(old, new)| replace[old] = Some(new));
            func.replace_uses(&replace);
        }
        module.funcs[id] = func;
    }
}

/// What all `each` of a module share.
#[derive(Default)]
struct Helpers {
    /// Sums may use vectors.
    vectors: bool,
    /// Pairwise sums of bare arrays.
    plain_sums: FxHashMap<ArrayType, FuncId>,
    /// Results of this function's `each`, and what they are now.
    replaced: Vec<(Value, Value)>,
}

impl Helpers {
    fn replace(&mut self, result: Value, by: Value) {
        self.replaced.push((result, by));
    }
}

/// An `each` on its way into loops.
struct Job {
    extents: Values,
    kinds: Vec<AxisKind>,
    inputs: Values,
    indexed: bool,
    body: Template,
}

/// One output.
struct Target {
    output: Output,
    /// Its place among the yielded values.
    first_yield: usize,
    /// The dtype of the yielded value.
    dtype: DType,
    /// The result of the operation, unless it only stores.
    result: Option<Value>,
}

fn lower_block(module: &mut Module, helpers: &mut Helpers, func: &mut Func, block: Block) {
    for inst in func.take_insts(block) {
        if let Op::Each(each) = func.op(inst) {
            let each = each.clone();
            let loc = func.loc(inst);
            let site = each.site;
            lower_one(&mut Builder { module, helpers, func, block, loc, site }, *each, inst);
            continue;
        }
        for inner in func.op(inst).blocks() {
            lower_block(module, helpers, func, inner);
        }
        func.append(block, inst);
    }
}

fn lower_one(b: &mut Builder, each: Each, inst: Inst) {
    let targets = targets(b.func, &each, inst);
    let body = Template::of(b.func, each.body);
    let job = Job { extents: each.extents, kinds: each.kinds.to_vec(), inputs: each.inputs, indexed: each.indexed, body };
    let full = job.kinds.iter().all(|kind| *kind == AxisKind::Reduce);
    let mut shared = Vec::new();
    for target in &targets {
        match target.output {
            Output::Reduce(combiner) if is_float_sum(combiner, target.dtype) => sum::lower(b, &job, target, combiner),
            Output::Reduce(combiner) if !full && is_arg(combiner) => along::arg(b, &job, target, combiner),
            Output::Reduce(combiner) if !full => partial::lower(b, &job, target, combiner),
            Output::Reduce(_) if elementwise::is_float_product(target) => elementwise::lower(b, &job, &[target]),
            Output::Scan(combiner) => along::scan(b, &job, target, combiner),
            _ => shared.push(target),
        }
    }
    if !shared.is_empty() {
        elementwise::lower(b, &job, &shared);
    }
}

fn targets(func: &Func, each: &Each, inst: Inst) -> Vec<Target> {
    let yielded = match func.insts(each.body).last().map(|last| func.op(*last)) {
        Some(Op::Yield(values)) => values.clone(),
        _ => Values::new(),
    };
    let mut results = func.inst_results(inst).iter().copied();
    let mut first_yield = 0;
    let target = |output: &Output| {
        let dtype = yielded.get(first_yield).and_then(|value| func.ty(*value).scalar()).unwrap_or(DType::I64);
        let result = match output {
            Output::Into(_) | Output::IntoWhere(_) => None,
            _ => results.next(),
        };
        let target = Target { output: *output, first_yield, dtype, result };
        first_yield += if matches!(output, Output::IntoWhere(_)) { 2 } else { 1 };
        target
    };
    each.outputs.iter().map(target).collect()
}

impl Job {
    /// The axes of this kind.
    fn axes(&self, kind: AxisKind) -> Vec<u8> {
        (0..self.kinds.len()).filter(|axis| self.kinds[*axis] == kind).map(|axis| axis as u8).collect()
    }

    /// The extents of these axes.
    fn extents_of(&self, axes: &[u8]) -> Values {
        axes.iter().map(|axis| self.extents[usize::from(*axis)]).collect()
    }

    /// The body with the one value that a target takes.
    fn body_for(&self, target: &Target) -> Template {
        self.body.narrowed(&[target.first_yield])
    }

    /// The array that becomes the result, over these of the loop's axes. Where its type leaves the layout open it has the
    /// K order of the inputs; C order if the body knows its place, and for indices.
    fn fresh_over(&self, b: &mut Builder, target: &Target, axes: &[u8]) -> Value {
        let extents = self.extents_of(axes);
        let expected = target.result.map(|result| b.func.ty(result));
        let ty = expected.and_then(Type::array).unwrap_or(ArrayType::new(target.dtype, axes.len() as u8, Layout::ANY));
        let all = axes.len() == self.kinds.len();
        let open = !matches!(ty.layout, Layout::C | Layout::F) && ty.rank >= 2;
        let positions = matches!(target.output, Output::Reduce(combiner) if is_arg(combiner));
        let like: Values = if !open || self.indexed || positions || b.in_c_order(&self.inputs) {
            Values::new()
        } else if all {
            self.inputs.clone()
        } else {
            self.inputs.iter().map(|input| b.pick(*input, axes, &[], Layout::ANY)).collect()
        };
        let array = b.fresh(ty, &extents, &like);
        if let Some(result) = target.result {
            let typed = b.with_type(array, Type::Array(ty));
            b.helpers.replace(result, typed);
        }
        array
    }

    /// A fresh array over all axes.
    fn fresh(&self, b: &mut Builder, target: &Target) -> Value {
        let axes: Vec<u8> = (0..self.kinds.len() as u8).collect();
        self.fresh_over(b, target, &axes)
    }

    /// What a body yields for the elements of arrays at one place.
    fn element(&self, b: &mut Builder, body: &Template, inputs: &[Value], at: &[Value], indices: &[Value]) -> Values {
        let indices = if self.indexed { indices } else { &[] };
        evaluate(b, body, inputs, at, indices, &FxHashMap::default())
    }
}

/// Loads the elements and writes a copy of the body.
fn evaluate(
    b: &mut Builder,
    body: &Template,
    arrays: &[Value],
    at: &[Value],
    indices: &[Value],
    names: &FxHashMap<Value, Value>,
) -> Values {
    let mut args: Values = arrays.iter().map(|array| b.load(*array, at)).collect();
    args.extend_from_slice(indices);
    body.write(b.func, b.block, &args, names)
}
