//! Fuses element-wise loops into the loops that use their results, so that the arrays between them are never made.
//!
//! Before:  %t = each [parallel %n] (%a = %x) { yield mul %a, %a }   %s = each [reduce %n] (%b = %t) { yield %b } -> sum
//! After:   %s = each [reduce %n] (%a = %x) { yield mul %a, %a } -> sum
//!
//! The consumer may read the array through views: they are put onto the producer's inputs instead. An element is computed
//! once, as before, unless computing it again is cheap. Fusion only moves pure bodies, and only past stores that cannot
//! change what they read (`aliases`). It keeps the order of sums and the layout of results (`order`): the bits are those
//! of the program without it.

pub(super) mod aliases;
mod merge;
mod order;
mod siblings;
mod stores;
mod versions;

use crate::func::Func;
use crate::ir::{AxisKind, BinaryOp, Block, Each, Inst, Op, Output, UnaryOp, Value, View};
use aliases::Aliases;
pub(super) use aliases::written_arrays;
use cranelift_entity::{EntitySet, SecondaryMap};
use smallvec::SmallVec;

/// What [`fuse`] did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stats {
    /// Producers that went into a consumer, each time.
    pub fused: usize,
    /// Arrays that are no longer made.
    pub removed: usize,
}

/// Arithmetic operations that may be done again for every use of an element.
const CHEAP: u32 = 4;
/// The same where an element is only used again if a shape turns out to be 1 at run time.
const LIGHT: u32 = 16;
/// Inputs of one loop, and operations of its body: beyond that there are not enough registers.
const MOST_INPUTS: usize = 32;
const MOST_WORK: u32 = 400;

/// Fuses the `each` of every block of a function.
pub fn fuse(func: &mut Func) -> Stats {
    let blocks = func.reachable_blocks();
    let bodies = each_bodies(func, &blocks);
    let mut fusion = Fusion {
        aliases: Aliases::of(func),
        users: users(func, &blocks),
        place: SecondaryMap::new(),
        dead: EntitySet::new(),
        out: Vec::new(),
        writes: Vec::new(),
        stats: Stats::default(),
        keeps_memory: keeps_memory(func, &blocks),
        func,
    };
    for block in blocks {
        if !bodies.contains(block) {
            fusion.block(block);
        }
    }
    fusion.stats
}

fn each_bodies(func: &Func, blocks: &[Block]) -> EntitySet<Block> {
    let mut bodies = EntitySet::new();
    for inst in blocks.iter().flat_map(|block| func.insts(*block)) {
        if let Op::Each(each) = func.op(*inst) {
            bodies.insert(each.body);
        }
    }
    bodies
}

/// True if no handler, cell or callee is given an array.
fn keeps_memory(func: &Func, blocks: &[Block]) -> bool {
    blocks.iter().flat_map(|block| func.insts(*block)).all(|inst| match func.op(*inst) {
        Op::Try(..) | Op::StoreCell(..) => false,
        Op::Call(_, args) => !args.iter().any(|arg| func.ty(*arg).is_counted()),
        _ => true,
    })
}

/// Who uses a value, once per use.
type Users = SecondaryMap<Value, SmallVec<[Inst; 2]>>;

fn users(func: &Func, blocks: &[Block]) -> Users {
    let mut users = Users::new();
    for inst in blocks.iter().flat_map(|block| func.insts(*block)) {
        func.op(*inst).operands().into_iter().for_each(|value| users[value].push(*inst));
    }
    users
}

struct Fusion<'f> {
    func: &'f mut Func,
    aliases: Aliases,
    users: Users,
    /// Position in the current block, counted from 1; 0 elsewhere.
    place: SecondaryMap<Inst, u32>,
    dead: EntitySet<Inst>,
    /// The operations of the current block so far.
    out: Vec<Inst>,
    /// Arrays that the current block has written so far, and where.
    writes: Vec<(u32, Value)>,
    stats: Stats,
    /// Nobody sees the function's own arrays if it raises.
    keeps_memory: bool,
}

/// A producer, and the ways in which one consumer uses its array.
struct Candidate {
    inst: Inst,
    each: Each,
    /// The views between the array and the consumer, the innermost first; each way once.
    chains: Vec<Chain>,
    /// For each input of the consumer, which of the chains it is.
    uses: Vec<Option<usize>>,
}

type Chain = Vec<View>;

/// Arrays that are read and arrays that are stored to, which may overlap.
type Conflicts = SmallVec<[(Value, Value); 2]>;

impl Fusion<'_> {
    fn block(&mut self, block: Block) {
        self.out.clear();
        self.writes.clear();
        let insts = self.func.take_insts(block);
        for mut inst in insts {
            if let Op::Each(_) = self.func.op(inst) {
                while self.fuse_one(inst) {}
                if self.join_sibling(inst) {
                    continue;
                }
                self.take_stores(inst);
                inst = self.fuse_if_apart(inst).unwrap_or(inst);
            }
            self.push(inst);
            for array in written_arrays(self.func, inst) {
                self.writes.push((self.place[inst], array));
            }
        }
        let out = std::mem::take(&mut self.out);
        out.iter().for_each(|inst| self.place[*inst] = 0);
        let dead = &self.dead;
        self.func.set_insts(block, out.into_iter().filter(|inst| !dead.contains(*inst)).collect());
    }

    fn push(&mut self, inst: Inst) {
        self.out.push(inst);
        self.place[inst] = self.out.len() as u32;
    }

    /// Fuses one producer into this consumer, if there is one that fits.
    fn fuse_one(&mut self, consumer: Inst) -> bool {
        let Op::Each(each) = self.func.op(consumer) else { return false };
        let each = (**each).clone();
        let fitting = self.candidates(consumer, &each).into_iter().find(|(_, conflicts)| conflicts.is_empty());
        if let Some((candidate, _)) = &fitting {
            self.merge(candidate, consumer, &each);
        }
        fitting.is_some()
    }

    /// The producers that fit, up to the first one without conflicts.
    fn candidates(&self, consumer: Inst, each: &Each) -> SmallVec<[(Candidate, Conflicts); 1]> {
        let mut tried = EntitySet::new();
        let mut found = SmallVec::new();
        for input in &each.inputs {
            let Some(producer) = self.func.def(root_of(self.func, *input)) else { continue };
            if tried.insert(producer)
                && let Some(candidate) = self.candidate(producer, each)
                && self.fits(&candidate, consumer, each)
                && let Some(conflicts) = self.conflicts(&candidate, each)
            {
                let last = conflicts.is_empty();
                found.push((candidate, conflicts));
                if last {
                    break;
                }
            }
        }
        found
    }

    fn candidate(&self, inst: Inst, consumer: &Each) -> Option<Candidate> {
        let Op::Each(each) = self.func.op(inst) else { return None };
        let parallel = each.kinds.iter().all(|kind| *kind == AxisKind::Parallel);
        if self.place[inst] == 0 || !parallel || each.outputs[..] != [Output::Fresh] {
            return None;
        }
        let array = *self.func.inst_results(inst).first()?;
        let mut chains: Vec<Chain> = Vec::new();
        let uses = consumer.inputs.iter().map(|input| {
            let chain = chain_to(self.func, *input, array)?;
            let known = chains.iter().position(|known| *known == chain);
            Some(known.unwrap_or_else(|| {
                chains.push(chain);
                chains.len() - 1
            }))
        });
        let uses = uses.collect();
        Some(Candidate { inst, each: (**each).clone(), chains, uses })
    }

    fn fits(&self, candidate: &Candidate, consumer: Inst, each: &Each) -> bool {
        let others = candidate.uses.iter().filter(|one| one.is_none()).count();
        let inputs = others + candidate.chains.len() * candidate.each.inputs.len();
        let work = Work::of(self.func, candidate.each.body);
        let total = Work::of(self.func, each.body).operations + work.operations * candidate.chains.len() as u32;
        inputs <= MOST_INPUTS
            && total <= MOST_WORK
            && self.pays(candidate, consumer, &work)
            && order::is_kept(self.func, candidate, consumer, each)
    }

    /// True if no element is computed more often than before, or if that costs less than loading it.
    fn pays(&self, candidate: &Candidate, consumer: Inst, work: &Work) -> bool {
        let cheap = work.operations <= CHEAP && !work.heavy;
        let light = work.operations <= LIGHT && !work.heavy;
        let stretch = candidate.chains.iter().flatten().map(|view| stretch(self.func, view)).max().unwrap_or(Stretch::No);
        let again = match stretch {
            Stretch::No => true,
            Stretch::Perhaps => cheap || light,
            Stretch::Yes => cheap,
        };
        let array = self.func.inst_results(candidate.inst)[0];
        let only_loops = self.consumers(array, &mut EntitySet::new());
        again && only_loops && (cheap || (self.is_sole(candidate, consumer) && candidate.chains.len() == 1))
    }

    /// True if nothing but the consumer uses the producer's array.
    fn is_sole(&self, candidate: &Candidate, consumer: Inst) -> bool {
        let mut consumers = EntitySet::new();
        let array = self.func.inst_results(candidate.inst)[0];
        self.consumers(array, &mut consumers) && consumers.iter().all(|user| user == consumer)
    }

    /// Collects the loops of this block that use an array, also through views; false if there are other uses.
    fn consumers(&self, array: Value, found: &mut EntitySet<Inst>) -> bool {
        self.users[array].iter().all(|user| match self.func.op(*user) {
            Op::Each(each) => {
                found.insert(*user);
                each.inputs.contains(&array) && !each.outputs.iter().any(|output| stores_to(output) == Some(array))
            }
            Op::View(_) | Op::AssumeLayout(_) => self.func.inst_results(*user).iter().all(|view| self.consumers(*view, found)),
            _ => false,
        })
    }

    /// The pairs of arrays that must not overlap so that what the producer reads is the same when the consumer runs, and
    /// while it stores; `None` if it is not.
    fn conflicts(&self, candidate: &Candidate, each: &Each) -> Option<Conflicts> {
        let since = self.place[candidate.inst];
        let captured = aliases::captured_arrays(self.func, candidate.each.body);
        let mut reads = candidate.each.inputs.iter().chain(&captured);
        let unchanged = reads.all(|read| {
            let between = self.writes.iter().filter(|(at, _)| *at > since);
            between.map(|(_, array)| *array).all(|array| !self.aliases.may_overlap(self.func, *read, array))
        });
        if !unchanged {
            return None;
        }
        let direct = candidate.chains.iter().all(|chain| chain.is_empty());
        let reads = candidate.each.inputs.iter().map(|read| (*read, direct)).chain(captured.iter().map(|read| (*read, false)));
        let mut conflicts = Conflicts::new();
        for (read, may_be_it) in reads {
            for stored in each.outputs.iter().filter_map(stores_to) {
                let same_place = may_be_it && stored == read;
                if same_place || !self.aliases.may_overlap(self.func, read, stored) {
                    continue;
                }
                let pair = (root_of(self.func, read), root_of(self.func, stored));
                if pair.0 == pair.1 {
                    return None;
                }
                if !conflicts.contains(&pair) {
                    conflicts.push(pair);
                }
            }
        }
        Some(conflicts)
    }

    /// Forgets a use of a value; what nobody uses any more is dead.
    fn drop_use(&mut self, value: Value, user: Inst) {
        let users = &mut self.users[value];
        if let Some(at) = users.iter().position(|one| *one == user) {
            users.swap_remove(at);
        }
        let Some(inst) = self.func.def(value) else { return };
        let unused = self.func.inst_results(inst).iter().all(|result| self.users[*result].is_empty());
        let removable = match self.func.op(inst) {
            Op::View(_) | Op::AssumeLayout(_) => true,
            Op::Each(each) => each.outputs.iter().all(|output| *output == Output::Fresh),
            _ => false,
        };
        if unused && removable && self.dead.insert(inst) {
            self.stats.removed += usize::from(matches!(self.func.op(inst), Op::Each(_)));
            for operand in self.func.op(inst).operands() {
                self.drop_use(operand, inst);
            }
        }
    }
}

/// The array that an output is stored in.
fn stores_to(output: &Output) -> Option<Value> {
    match output {
        Output::Into(array) | Output::IntoWhere(array) => Some(*array),
        _ => None,
    }
}

/// The array below views.
fn root_of(func: &Func, mut array: Value) -> Value {
    loop {
        array = match func.def_op(array) {
            Some(Op::View(view)) => view.base,
            Some(Op::AssumeLayout(base)) => *base,
            _ => return array,
        }
    }
}

/// The views that make the array of `root`.
fn chain_to(func: &Func, mut array: Value, root: Value) -> Option<Chain> {
    let mut chain = Chain::new();
    while array != root {
        array = match func.def_op(array)? {
            Op::View(view) => {
                chain.push((**view).clone());
                view.base
            }
            Op::AssumeLayout(base) => *base,
            _ => return None,
        }
    }
    chain.reverse();
    Some(chain)
}

/// Whether a view shows elements more than once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stretch {
    No,
    /// Only if an extent turns out to be 1.
    Perhaps,
    Yes,
}

fn stretch(func: &Func, view: &View) -> Stretch {
    let one = |axis| match axis {
        crate::ir::ViewAxis { extent, source: None } if func.const_bits(extent) != Some(1) => Stretch::Yes,
        crate::ir::ViewAxis { source: Some((_, scale)), .. } => match func.const_bits(scale) {
            Some(0) => Stretch::Yes,
            Some(_) => Stretch::No,
            // What broadcasting writes; steps of slices are not 0.
            None if matches!(func.def_op(scale), Some(Op::Convert(_))) => Stretch::Perhaps,
            None => Stretch::No,
        },
        _ => Stretch::No,
    };
    view.axes.iter().copied().map(one).max().unwrap_or(Stretch::No)
}

/// How long the body of an `each` takes.
struct Work {
    operations: u32,
    /// Calls, regions or gathered loads: not to be done twice.
    heavy: bool,
}

impl Work {
    fn of(func: &Func, body: Block) -> Work {
        let mut work = Work { operations: 0, heavy: false };
        for inst in func.insts(body) {
            let op = func.op(*inst);
            work.operations += match op {
                Op::Const(_) | Op::Yield(_) | Op::Dim(..) | Op::Stride(..) => 0,
                Op::Binary(BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::FloorRem | BinaryOp::TruncRem, ..) => CHEAP + 1,
                Op::Unary(UnaryOp::Sqrt, _) => CHEAP + 1,
                _ => 1,
            };
            work.heavy |= matches!(op, Op::Call(..) | Op::LoadElem(..)) || !op.blocks().is_empty();
            for inner in op.blocks() {
                work.operations += Work::of(func, inner).operations;
            }
        }
        work
    }
}
