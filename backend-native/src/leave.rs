//! Leaving functions from outside: an interrupt, or a stack that ends.
//!
//! The IR knows nothing of it. While a function is translated, *polls* are put where it could run for long: they look at
//! the context's interrupt word and, in recursive functions, at the stack pointer. A poll that says "leave" goes to one
//! block of the function, which notes the error, releases what all owner slots hold, and returns status 1.
//!
//! * `loop`, and a `for` that holds another loop or calls a function with one, polls in each round; any other `for`
//!   after every [`CHUNK`] rounds: its bound is that of the chunk, so a round costs nothing more.
//! * A recursive function (one that may be called while it runs) polls when it is entered.
//! * A function that cannot raise has no status in the IR. If it may be left, it gets one here.
//!
//! Pure functions of the library, such as `exp`, end soon and have no polls.

use npc_midend::ir::{Block, FuncId, Op};
use npc_midend::{Convention, Func, Module};
use rustc_hash::FxHashSet;

/// Rounds of an innermost `for` between two polls: some microseconds.
pub const CHUNK: i64 = 1 << 14;

/// How often a loop polls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Never.
    Never,
    /// In each round.
    Round,
    /// After every chunk of rounds.
    Chunk,
}

/// Which functions of a module can be left, and which are recursive.
pub struct Plan {
    leavable: FxHashSet<FuncId>,
    recursive: FxHashSet<FuncId>,
}

impl Plan {
    /// The plan for these functions, which call no others.
    pub fn of(module: &Module, ids: &[FuncId]) -> Plan {
        let recursive: FxHashSet<_> = ids.iter().copied().filter(|id| reaches_itself(module, *id)).collect();
        let polls = |id: &FuncId| recursive.contains(id) || (is_long(&module.funcs[*id]) && has_loop(&module.funcs[*id]));
        let mut leavable: FxHashSet<_> = ids.iter().copied().filter(polls).collect();
        let mut grown = true;
        while std::mem::take(&mut grown) {
            for id in ids {
                let calls = || callees(&module.funcs[*id]).iter().any(|callee| leavable.contains(callee));
                if !leavable.contains(id) && calls() {
                    grown |= leavable.insert(*id);
                }
            }
        }
        Plan { leavable, recursive }
    }

    /// True if the function may be called while it runs.
    pub fn is_recursive(&self, id: FuncId) -> bool {
        self.recursive.contains(&id)
    }

    /// True if the function has a status that the IR knows nothing of, in front of its results.
    pub fn adds_status(&self, id: FuncId, func: &Func) -> bool {
        self.leavable.contains(&id) && !func.can_raise && func.convention == Convention::Internal
    }

    /// How often the loop with this body polls; `rounds` are those of a `for`, where they are known.
    pub fn pace(&self, func: &Func, body: Block, is_for: bool, rounds: Option<i64>) -> Pace {
        if !is_long(func) {
            return Pace::Never;
        }
        match (is_for, self.is_long_body(func, body)) {
            (true, false) if rounds.is_some_and(|rounds| rounds <= CHUNK) => Pace::Never,
            (true, false) => Pace::Chunk,
            _ => Pace::Round,
        }
    }

    fn is_long_body(&self, func: &Func, body: Block) -> bool {
        func.insts(body).iter().any(|inst| match func.op(*inst) {
            Op::Loop(..) | Op::For(..) => true,
            Op::Call(callee, _) => self.leavable.contains(callee),
            op => op.blocks().iter().any(|inner| self.is_long_body(func, *inner)),
        })
    }
}

/// False for functions that are known to end soon, and for the run time, which must not be left half way.
fn is_long(func: &Func) -> bool {
    !(func.run_time || func.library && func.pure_scalar)
}

fn has_loop(func: &Func) -> bool {
    let blocks = func.reachable_blocks();
    blocks.iter().flat_map(|block| func.insts(*block)).any(|inst| matches!(func.op(*inst), Op::Loop(..) | Op::For(..)))
}

fn reaches_itself(module: &Module, id: FuncId) -> bool {
    let mut work = callees(&module.funcs[id]);
    let mut seen = FxHashSet::default();
    while let Some(callee) = work.pop() {
        if callee == id {
            return true;
        }
        if seen.insert(callee) {
            work.extend(callees(&module.funcs[callee]));
        }
    }
    false
}

/// The functions that a function calls.
pub fn callees(func: &Func) -> Vec<FuncId> {
    let blocks = func.reachable_blocks();
    let called = blocks.iter().flat_map(|block| func.insts(*block)).filter_map(|inst| match func.op(*inst) {
        Op::Call(callee, _) => Some(*callee),
        _ => None,
    });
    called.collect()
}
