//! Which arrays may share memory.
//!
//! An array is a view of its root. Memory that an operation has just allocated is apart from every array that was there
//! before, until it is stored in a cell; two arrays from elsewhere (two parameters, say) may overlap. Arrays that a loop
//! carries stay apart if they are at the start and no iteration hands over two that are not: so do buffers that are
//! swapped. They are apart from what was there before the loop if they are so at the start and all that comes later is
//! one of them or new. Two views of one array are apart if they stand at different places of an axis that neither shows.

use super::{root_of, stores_to};
use crate::func::Func;
use crate::ir::{Block, Inst, Op, Value, Values, View};
use crate::passes::drop_known_checks::find_nexts;
use crate::types::Layout;
use cranelift_entity::{EntitySet, SecondaryMap};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// Arrays carried by one loop that are compared with each other.
const MOST_CARRIED: usize = 6;
/// Loops around each other that are looked through.
const MOST_LOOPS: u32 = 3;

/// When each array value came to be.
pub(crate) struct Aliases {
    born: SecondaryMap<Value, u32>,
    /// Roots of arrays that cells hold: whatever comes out of a cell may be one of them.
    stored: EntitySet<Value>,
    /// Pairs of parameters of one loop that never overlap, the first one first.
    apart: FxHashSet<(Value, Value)>,
    /// Parameters of loops that only stand for what some of them were at the start, or for what the loop allocates.
    starts: FxHashMap<Value, Starts>,
}

/// What the parameter of a loop may have been at the start.
struct Starts {
    /// When the loop's first parameter came to be.
    loop_born: u32,
    arrays: SmallVec<[Value; 2]>,
}

impl Aliases {
    pub fn of(func: &Func) -> Aliases {
        let (apart, starts) = (FxHashSet::default(), FxHashMap::default());
        let mut aliases = Aliases { born: SecondaryMap::new(), stored: EntitySet::new(), apart, starts };
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

    /// Finds what is known of the arrays of a loop.
    fn carried(&mut self, func: &Func, inits: &[Value], block: Block) {
        let params = func.params(block);
        let params = &params[params.len() - inits.len()..];
        let arrays: SmallVec<[usize; 4]> =
            (0..inits.len()).filter(|at| func.ty(inits[*at]).array().is_some()).take(MOST_CARRIED).collect();
        if arrays.is_empty() {
            return;
        }
        let mut nexts = Vec::new();
        find_nexts(func, block, block, &mut nexts);
        for at in &arrays {
            if let Some(starts) = self.starts_of(func, params, inits, &nexts, *at) {
                self.starts.insert(params[*at], starts);
            }
        }
        self.stay_apart(func, params, inits, &nexts, &arrays);
    }

    /// The arrays that a parameter may have been at the start; `None` if it may become another one that is not new.
    fn starts_of(&self, func: &Func, params: &[Value], inits: &[Value], nexts: &[Values], at: usize) -> Option<Starts> {
        let loop_born = self.born[*params.first()?];
        let mut same: SmallVec<[usize; 4]> = SmallVec::from_slice(&[at]);
        let mut known = 0;
        while let Some(at) = same.get(known).copied() {
            known += 1;
            for next in nexts {
                let root = root_of(func, next[at]);
                match params.iter().position(|param| *param == root) {
                    Some(other) if same.contains(&other) => {}
                    Some(other) => same.push(other),
                    None if is_fresh(func, root) && self.born[root] > loop_born && !self.stored.contains(root) => {}
                    None => return None,
                }
            }
        }
        Some(Starts { loop_born, arrays: same.iter().map(|at| inits[*at]).collect() })
    }

    /// Finds the arrays of a loop that stay apart: all that are so at the start, less those that some iteration mixes.
    fn stay_apart(&mut self, func: &Func, params: &[Value], inits: &[Value], nexts: &[Values], arrays: &[usize]) {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (number, x) in arrays.iter().enumerate() {
            let later = arrays[number + 1..].iter().map(|y| (*x, *y));
            pairs.extend(later.filter(|(x, y)| !self.may_overlap(func, inits[*x], inits[*y])));
        }
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
        self.may_overlap_within(func, x, y, MOST_LOOPS)
    }

    fn may_overlap_within(&self, func: &Func, x: Value, y: Value, loops: u32) -> bool {
        let roots = (root_of(func, x), root_of(func, y));
        if roots.0 == roots.1 {
            return !are_at_other_places(func, x, y);
        }
        let (x, y) = roots;
        let (older, newer) = if self.born[x] < self.born[y] { (x, y) } else { (y, x) };
        if self.is_new(func, newer) || self.apart.contains(&(older, newer)) {
            return false;
        }
        match self.starts.get(&newer) {
            Some(starts) if self.born[older] < starts.loop_born && loops > 0 => {
                starts.arrays.iter().any(|start| self.may_overlap_within(func, *start, older, loops - 1))
            }
            _ => true,
        }
    }

    /// True if the memory of an array was allocated by this function.
    pub fn is_own(&self, func: &Func, array: Value) -> bool {
        self.is_own_within(func, array, MOST_LOOPS)
    }

    fn is_own_within(&self, func: &Func, array: Value, loops: u32) -> bool {
        let root = root_of(func, array);
        let of_loop = |starts: &Starts| starts.arrays.iter().all(|start| self.is_own_within(func, *start, loops - 1));
        self.is_new(func, root) || loops > 0 && self.starts.get(&root).is_some_and(of_loop)
    }

    fn is_new(&self, func: &Func, root: Value) -> bool {
        is_fresh(func, root) && !self.stored.contains(root)
    }
}

/// True if two arrays show different elements of one: they are made by views that stand at different places of an axis.
fn are_at_other_places(func: &Func, x: Value, y: Value) -> bool {
    let (x, y) = (views_of(func, x), views_of(func, y));
    let differ = x.iter().rev().zip(y.iter().rev()).find(|(x, y)| x != y);
    let Some((Some(Op::View(x)), Some(Op::View(y)))) = differ.map(|(x, y)| (func.def_op(*x), func.def_op(*y))) else {
        return false;
    };
    let each_once = func.ty(x.base).array().is_some_and(|ty| matches!(ty.layout, Layout::C | Layout::F));
    let place = |view: &View, axis: u8| {
        let shown = view.axes.iter().any(|shown| shown.source.is_some_and(|(from, _)| from == axis));
        let offset = view.offsets.iter().find(|(from, _)| *from == axis).map(|(_, start)| func.const_bits(*start));
        if shown { None } else { offset.unwrap_or(Some(0)) }
    };
    let other = |(axis, _): &(u8, Value)| place(x, *axis).zip(place(y, *axis)).is_some_and(|(x, y)| x != y);
    x.base == y.base && each_once && x.offsets.iter().chain(&y.offsets).any(other)
}

/// An array and what it is a view of, down to the root.
fn views_of(func: &Func, mut array: Value) -> SmallVec<[Value; 8]> {
    let mut views = SmallVec::from_slice(&[array]);
    while let Some(Op::View(_) | Op::AssumeLayout(_)) = func.def_op(array) {
        array = match func.def_op(array) {
            Some(Op::View(view)) => view.base,
            Some(Op::AssumeLayout(base)) => *base,
            _ => break,
        };
        views.push(array);
    }
    views
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
