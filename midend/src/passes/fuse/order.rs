//! Whether fusion keeps the order of sums and the layout of results.
//!
//! Both follow the strides of a loop's inputs (NumPy's K order). The array that fusion removes has the K order of the
//! producer's inputs; its place is taken by these inputs, so they have to say the same in the consumer. Where the answer
//! is not known statically, the array stays.

use super::{Candidate, root_of};
use crate::axis_order::{allows_c_order, ascends, is_in_c_order};
use crate::func::Func;
use crate::ir::{Block, Combiner, Each, Inst, Op, Output, Value, View};
use crate::types::{Layout, Type};

/// True if the consumer's results are the same after fusion, bit by bit and in their layout.
pub(super) fn is_kept(func: &Func, candidate: &Candidate, consumer: Inst, each: &Each) -> bool {
    if each.kinds.len() <= 1 || !is_sensitive(func, consumer, each) {
        return true;
    }
    if candidate.each.indexed || each.indexed {
        return false;
    }
    says_the_same(func, candidate, each) && runs_are_kept(func, candidate, each)
}

/// True if a result of the loop depends on the order of its inputs' axes.
fn is_sensitive(func: &Func, consumer: Inst, each: &Each) -> bool {
    let mut results = func.inst_results(consumer).iter();
    each.outputs.iter().any(|output| {
        if matches!(output, Output::Into(_) | Output::IntoWhere(_)) {
            return false;
        }
        match (output, results.next().map(|result| func.ty(*result))) {
            (Output::Reduce(combiner), Some(Type::Scalar(dtype))) => dtype.is_inexact() && adds(*combiner),
            (Output::Reduce(combiner), Some(Type::Array(ty))) if ty.dtype.is_inexact() && adds(*combiner) => true,
            (_, Some(Type::Array(ty))) => ty.rank > 1 && !matches!(ty.layout, Layout::C | Layout::F),
            _ => true,
        }
    })
}

fn adds(combiner: Combiner) -> bool {
    matches!(combiner, Combiner::Sum | Combiner::SumBlocks | Combiner::Prod)
}

/// True if the producer's inputs stand for its array where axes are put into order.
fn says_the_same(func: &Func, candidate: &Candidate, each: &Each) -> bool {
    let array = func.inst_results(candidate.inst)[0];
    let layout = func.ty(array).array().map_or(Layout::ANY, |ty| ty.layout);
    let inputs = &candidate.each.inputs;
    let direct = candidate.chains.iter().all(|chain| chain.is_empty());
    let is_f = |input: &Value| func.ty(*input).array().is_some_and(|ty| ty.layout == Layout::F);
    let (all_c, all_f) = (inputs.iter().all(|input| is_in_c_order(func, *input)), inputs.iter().all(is_f));
    if !inputs.is_empty() && ((all_c && layout != Layout::F) || (all_f && layout != Layout::C)) {
        return true;
    }
    // Where nobody contradicts C order, it is that.
    let among = each.inputs.iter().filter(|input| root_of(func, **input) != array);
    let plain_chain = |view: &View| ascends(func, view);
    if candidate.chains.iter().flatten().all(plain_chain)
        && layout != Layout::F
        && inputs.iter().chain(among).all(|input| allows_c_order(func, *input))
    {
        return true;
    }
    // C order wins over every other one.
    let others = each.inputs.iter().filter(|input| root_of(func, **input) != array);
    let decided = others.into_iter().any(|input| is_in_c_order(func, *input));
    if decided || (direct && layout != Layout::F && inputs.iter().any(|input| is_in_c_order(func, *input))) {
        return true;
    }
    let alone = candidate.uses.iter().all(Option::is_some) && inputs.iter().all(|input| *input == inputs[0]);
    direct && alone && !inputs.is_empty() && !matches!(layout, Layout::C | Layout::F)
}

/// A sum of a bare array has other runs than one of computed elements, if the array is not dense.
fn runs_are_kept(func: &Func, candidate: &Candidate, each: &Each) -> bool {
    let sums = |output: &Output| matches!(output, Output::Reduce(Combiner::Sum | Combiner::SumBlocks));
    if !each.outputs.iter().any(sums) {
        return true;
    }
    if is_bare(func, candidate.each.body) {
        let dense = |input: &Value| func.ty(*input).array().is_some_and(|ty| matches!(ty.layout, Layout::C | Layout::F));
        return candidate.chains.iter().all(|chain| chain.is_empty()) && candidate.each.inputs.iter().all(dense);
    }
    candidate.chains.iter().all(|chain| chain.is_empty()) || !is_bare(func, each.body)
}

/// True if the body yields its element as it is or converted.
fn is_bare(func: &Func, body: Block) -> bool {
    func.insts(body).iter().all(|inst| matches!(func.op(*inst), Op::Convert(_) | Op::Yield(_) | Op::Const(_)))
}
