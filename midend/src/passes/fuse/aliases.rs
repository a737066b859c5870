//! Which arrays may share memory.
//!
//! An array is a view of its root. Memory that an operation has just allocated is apart from every array that was there
//! before, until it is stored in a cell; two arrays from elsewhere (two parameters, say) may overlap.

use super::{root_of, stores_to};
use crate::func::Func;
use crate::ir::{Block, Inst, Op, Value};
use cranelift_entity::{EntitySet, SecondaryMap};
use smallvec::SmallVec;

/// When each array value came to be.
pub(super) struct Aliases {
    born: SecondaryMap<Value, u32>,
    /// Roots of arrays that cells hold: whatever comes out of a cell may be one of them.
    stored: EntitySet<Value>,
}

impl Aliases {
    pub fn of(func: &Func) -> Aliases {
        let mut aliases = Aliases { born: SecondaryMap::new(), stored: EntitySet::new() };
        aliases.block(func, func.body, &mut 0);
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

    /// False only if no element of one is an element of the other.
    pub fn may_overlap(&self, func: &Func, x: Value, y: Value) -> bool {
        let (x, y) = (root_of(func, x), root_of(func, y));
        if x == y {
            return true;
        }
        let newer = if self.born[x] < self.born[y] { y } else { x };
        let fresh = matches!(func.def_op(newer), Some(Op::Empty(..) | Op::EmptyLike(..) | Op::Each(_)));
        !fresh || self.stored.contains(newer)
    }
}

/// Arrays whose elements the operation may write, itself or inside. A call may write what lies in the cells it is given.
pub(super) fn written_arrays(func: &Func, inst: Inst) -> SmallVec<[Value; 2]> {
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
