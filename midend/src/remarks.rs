//! What the optimiser tells the user: what it has done to a loop or an expression, or why not.

use crate::func::{Func, Loc};
use crate::ir::{Block, Inst, Op};
use crate::types::Type;

/// Something that the optimiser has done or left alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// Where in the source.
    pub loc: Loc,
    /// The function.
    pub function: String,
    /// What there is to say.
    pub message: String,
}

impl Remark {
    pub(crate) fn new(func: &Func, loc: Loc, message: impl Into<String>) -> Remark {
        Remark { loc, function: func.name.clone(), message: message.into() }
    }
}

/// What is left at the end: arrays that are made, and checks that loops make in each round.
pub(crate) fn leftovers(func: &Func, remarks: &mut Vec<Remark>) {
    if !func.library {
        block(func, func.body, None, remarks);
    }
}

fn block(func: &Func, at: Block, around: Option<Inst>, remarks: &mut Vec<Remark>) {
    for inst in func.insts(at) {
        let op = func.op(*inst);
        match op {
            Op::Empty(..) | Op::EmptyLike(..) => remarks.push(allocation(func, *inst)),
            Op::For(..) | Op::Loop(..) if around.is_none() => loop_checks(func, *inst, remarks),
            _ => {}
        }
        let is_loop = matches!(op, Op::For(..) | Op::Loop(..));
        let around = if is_loop { Some(*inst) } else { around };
        op.blocks().into_iter().for_each(|inner| block(func, inner, around, remarks));
    }
}

fn allocation(func: &Func, inst: Inst) -> Remark {
    let result = func.inst_results(inst)[0];
    let message = match func.ty(result) {
        Type::Array(ty) => {
            let axes = if ty.rank == 1 { "1 axis".to_string() } else { format!("{} axes", ty.rank) };
            let kind = if returns(func, result) { "the result is a new array" } else { "a temporary array is made" };
            format!("{kind}: {}, {axes}, {} bytes for each element", ty.dtype.numpy_name(), ty.dtype.itemsize())
        }
        _ => "memory is allocated".to_string(),
    };
    Remark::new(func, func.loc(inst), message)
}

fn returns(func: &Func, value: crate::ir::Value) -> bool {
    let last = func.insts(func.body).last().map(|last| func.op(*last));
    let yields = |other: &crate::ir::Value| {
        match func.def_op(*other) {
        _ if *other == value => true,
        Some(Op::If(_, then, els)) => [then, els].into_iter().any(|arm| {
            matches!(func.insts(*arm).last().map(|last| func.op(*last)), Some(Op::Yield(values)) if values.contains(&value))
        }),
        _ => false,
    }
    };
    matches!(last, Some(Op::Return(values)) if values.iter().any(yields))
}

/// Which checks a nest of loops makes in each round.
fn loop_checks(func: &Func, nest: Inst, remarks: &mut Vec<Remark>) {
    let mut kept = [0; 3];
    count(func, nest, &mut kept);
    let [bounds, overflows, others] = kept;
    let named = [(bounds, "of bounds"), (overflows, "of overflow"), (others, "of other conditions")];
    let texts: Vec<String> =
        named.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    if !texts.is_empty() && !func.is_plain(nest) {
        remarks.push(Remark::new(func, func.loc(nest), format!("checks kept in the loop: {}", texts.join(", "))));
    }
}

fn count(func: &Func, inst: Inst, kept: &mut [usize; 3]) {
    match func.op(inst) {
        Op::Index(..) => kept[0] += 1,
        Op::Checked(..) => kept[1] += 1,
        Op::Check(..) => kept[2] += 1,
        op => {
            for inner in op.blocks() {
                func.insts(inner).iter().for_each(|inst| count(func, *inst, kept));
            }
        }
    }
}
