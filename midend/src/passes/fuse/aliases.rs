//! Which arrays may share memory.
//!
//! An array is a view of its root. Memory that an operation has just allocated is apart from every array that was there
//! before, until it is stored in a cell; two arrays from elsewhere (two parameters, say) may overlap. Arrays that a loop
//! carries stay apart if they are at the start and no iteration hands over two that are not: so do buffers that are
//! swapped.

use super::{root_of, stores_to};
use crate::func::Func;
use crate::ir::{Block, Inst, Op, Value, Values};
use crate::passes::drop_known_checks::find_nexts;
use cranelift_entity::{EntitySet, SecondaryMap};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

/// Arrays carried by one loop that are compared with each other.
const MOST_CARRIED: usize = 6;

/// When each array value came to be.
pub(crate) struct Aliases {
    born: SecondaryMap<Value, u32>,
    /// Roots of arrays that cells hold: whatever comes out of a cell may be one of them.
    stored: EntitySet<Value>,
    /// Pairs of parameters of one loop that never overlap, the first one first.
    apart: FxHashSet<(Value, Value)>,
}

impl Aliases {
    pub fn of(func: &Func) -> Aliases {
        let mut aliases = Aliases { born: SecondaryMap::new(), stored: EntitySet::new(), apart: FxHashSet::default() };
        aliases.block(func, func.body, &mut 0);
        let mut loops = Vec::new();
        find_loops(func, func.body, &mut loops);
        for (inits, block) in loops {
            aliases.carried(func, &inits, block);
        }
        aliases
    }

    fn block(&mut self, func: &Func, block: Block, clock: &mut u32) {
        let mut meet = |born: &mut SecondaryMap<Value, u32>, values: &[Value]| {
            for value in values {
                *clock += 1;
                born[*value] = *clock;
            }
        };
        meet(&mut self.born, func.params(block));
        for inst in func.insts(block) {
            if let Op::StoreCell(_, _, _, value) = func.op(*inst) {
                self.stored.insert(root_of(func, *value));
            }
            for inner in func.op(*inst).blocks() {
                self.block(func, inner, clock);
            }
            for value in func.inst_results(*inst) {
                *clock += 1;
                self.born[*value] = *clock;
            }
        }
    }

    /// Finds the arrays of a loop that stay apart: all that are so at the start, less those that some iteration mixes.
    fn carried(&mut self, func: &Func, inits: &[Value], block: Block) {
        let params = func.params(block);
        let params = &params[params.len() - inits.len()..];
        let arrays: SmallVec<[usize; 4]> =
            (0..inits.len()).filter(|at| func.ty(inits[*at]).array().is_some()).take(MOST_CARRIED).collect();
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (number, x) in arrays.iter().enumerate() {
            let later = arrays[number + 1..].iter().map(|y| (*x, *y));
            pairs.extend(later.filter(|(x, y)| !self.may_overlap(func, inits[*x], inits[*y])));
        }
        if pairs.is_empty() {
            return;
        }
        let mut nexts = Vec::new();
        find_nexts(func, block, block, &mut nexts);
        self.apart.extend(pairs.iter().map(|(x, y)| (params[*x], params[*y])));
        loop {
            let mixes = |(x, y): &(usize, usize)| nexts.iter().any(|next| self.may_overlap(func, next[*x], next[*y]));
            let Some(at) = pairs.iter().position(mixes) else { return };
            let (x, y) = pairs.swap_remove(at);
            self.apart.remove(&(params[x], params[y]));
        }
    }

    /// False only if no element of one is an element of the other.
    pub fn may_overlap(&self, func: &Func, x: Value, y: Value) -> bool {
        let (x, y) = (root_of(func, x), root_of(func, y));
        if x == y {
            return true;
        }
        let (older, newer) = if self.born[x] < self.born[y] { (x, y) } else { (y, x) };
        let fresh = is_fresh(func, newer);
        (!fresh || self.stored.contains(newer)) && !self.apart.contains(&(older, newer))
    }
}

/// True if an operation has just allocated the memory, or has taken the destination that nothing else touches.
pub(in crate::passes) fn is_fresh(func: &Func, array: Value) -> bool {
    match func.def_op(array) {
        Some(Op::Empty(..) | Op::EmptyLike(..) | Op::Each(_)) => true,
        Some(Op::If(_, then, els)) => {
            let at = func.def(array).and_then(|def| func.inst_results(def).iter().position(|result| *result == array));
            [then, els].into_iter().all(|arm| match func.insts(*arm).last().map(|last| func.op(*last)) {
                Some(Op::Yield(values)) => at.and_then(|at| values.get(at)).is_some_and(|value| is_new_or_given(func, *value)),
                _ => false,
            })
        }
        _ => false,
    }
}

fn is_new_or_given(func: &Func, array: Value) -> bool {
    match func.def_op(array) {
        Some(Op::AssumeLayout(base)) => func.is_destination(*base),
        Some(Op::Empty(..) | Op::EmptyLike(..)) => true,
        _ => false,
    }
}

/// Every loop with what it starts from, outer ones first.
fn find_loops(func: &Func, block: Block, found: &mut Vec<(Values, Block)>) {
    for inst in func.insts(block) {
        if let Op::For(_, _, inits, body) | Op::Loop(inits, body) = func.op(*inst) {
            found.push((inits.clone(), *body));
        }
        func.op(*inst).blocks().iter().for_each(|inner| find_loops(func, *inner, found));
    }
}

/// Arrays whose elements the operation may write, itself or inside. A call may write what lies in the cells it is given.
pub(in crate::passes) fn written_arrays(func: &Func, inst: Inst) -> SmallVec<[Value; 2]> {
    let op = func.op(inst);
    let mut arrays: SmallVec<[Value; 2]> = match op {
        Op::StoreElem(array, ..) => SmallVec::from_slice(&[*array]),
        Op::Each(each) => each.outputs.iter().filter_map(stores_to).collect(),
        Op::Call(_, args) => args.iter().copied().filter(|arg| func.ty(*arg).is_counted()).collect(),
        _ => SmallVec::new(),
    };
    for inner in op.blocks().iter().flat_map(|block| func.insts(*block)) {
        arrays.extend(written_arrays(func, *inner));
    }
    arrays
}

/// Arrays that the body of an `each` reads by itself.
pub(super) fn captured_arrays(func: &Func, body: Block) -> SmallVec<[Value; 2]> {
    let mut arrays = SmallVec::new();
    for inst in func.insts(body) {
        let op = func.op(*inst);
        arrays.extend(op.operands().into_iter().filter(|value| func.ty(*value).array().is_some()));
        op.blocks().iter().for_each(|inner| arrays.extend(captured_arrays(func, *inner)));
    }
    arrays
}
