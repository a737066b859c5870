//! The code of polls, and of the way out that they take (`leave.rs` says where polls are).

use crate::control::Walk;
use crate::runtime::MEMORY;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{self as clif, BlockArg, InstBuilder, types};
use npc_midend::Func;
use npc_midend::abi::context;
use npc_midend::ir::Inst;

/// Where polls of a function go; made when the first one asks.
#[derive(Default)]
pub struct Ways {
    /// Takes the site and the position for the error record.
    raise: Option<clif::Block>,
    /// A callee has filled the record.
    fail: Option<clif::Block>,
}

/// The position of an operation, or else of the first one in it that has a position: those that raise have.
fn position(func: &Func, at: Inst) -> u32 {
    let inside = || {
        let blocks = func.op(at).blocks();
        let insts = blocks.iter().flat_map(|block| func.insts(*block));
        insts.map(|inst| position(func, *inst)).find(|position| *position != 0).unwrap_or(0)
    };
    match func.loc(at).position {
        0 => inside(),
        position => position,
    }
}

impl Walk<'_, '_> {
    /// Leaves the function once the context's interrupt word is set. `at` is the operation that runs for long.
    pub fn poll(&mut self, at: Inst) {
        let [look, on] = std::array::from_fn(|_| self.b.create_block());
        let word = self.b.ins().load(types::I64, MEMORY, self.context, context::INTERRUPT as i32);
        self.b.ins().brif(word, look, &[], on, &[]);
        self.b.set_cold_block(look);
        self.b.switch_to_block(look);
        // Atomic: another thread sets it, and no earlier load may stand for this one.
        let set = self.b.ins().atomic_load(types::I32, MEMORY, word);
        self.leave_if(set, context::SITE_INTERRUPTED, at, on);
    }

    /// Looks at the stack and at the interrupt word on the way into a recursive function.
    pub fn check_entry(&mut self) {
        let insts = self.func.insts(self.func.body);
        let placed = insts.iter().find(|inst| position(self.func, **inst) != 0);
        if let Some(at) = placed.or(insts.first()).copied() {
            self.check_stack(at);
            self.poll(at);
        }
    }

    /// Leaves the function if too little of the stack is left.
    fn check_stack(&mut self, at: Inst) {
        let on = self.b.create_block();
        let limit = self.b.ins().load(types::I64, MEMORY, self.context, context::STACK_LIMIT as i32);
        let pointer = self.b.ins().get_stack_pointer(types::I64);
        let low = self.b.ins().icmp(IntCC::UnsignedLessThan, pointer, limit);
        self.leave_if(low, context::SITE_STACK, at, on);
    }

    fn leave_if(&mut self, cond: clif::Value, site: u32, at: Inst, otherwise: clif::Block) {
        let raise = match self.ways.raise {
            Some(raise) => raise,
            None => self.new_way(&[types::I64, types::I64]),
        };
        self.ways.raise = Some(raise);
        let position = position(self.func, at);
        let record = [i64::from(site), i64::from(position)].map(|word| BlockArg::Value(self.b.ins().iconst(types::I64, word)));
        self.b.ins().brif(cond, raise, &record, otherwise, &[]);
        self.b.switch_to_block(otherwise);
    }

    /// Leaves the function if the callee was left, which has told so by its status; `at` is the call.
    pub fn leave_with_callee(&mut self, status: clif::Value, at: Inst, callee_is_library: bool) {
        let [failed, on] = std::array::from_fn(|_| self.b.create_block());
        self.b.ins().brif(status, failed, &[], on, &[]);
        self.b.set_cold_block(failed);
        self.b.switch_to_block(failed);
        let position = self.func.loc(at).position;
        // Inside the library there are no positions: its caller knows.
        if callee_is_library && !self.func.library && position != 0 {
            let position = self.b.ins().iconst(types::I64, i64::from(position));
            self.b.ins().store(MEMORY, position, self.context, context::POSITION as i32);
        }
        let fail = match self.ways.fail {
            Some(fail) => fail,
            None => self.new_way(&[]),
        };
        self.ways.fail = Some(fail);
        self.b.ins().jump(fail, &[]);
        self.b.switch_to_block(on);
    }

    fn new_way(&mut self, params: &[types::Type]) -> clif::Block {
        let block = self.b.create_block();
        self.b.set_cold_block(block);
        for ty in params {
            self.b.append_block_param(block, *ty);
        }
        block
    }

    /// Writes the blocks that polls go to.
    pub fn finish_ways(&mut self) {
        if let Some(raise) = self.ways.raise {
            self.b.switch_to_block(raise);
            let [site, position] = [0, 1].map(|at| self.b.block_params(raise)[at]);
            self.b.ins().store(MEMORY, site, self.context, context::SITE as i32);
            if !self.func.library {
                self.b.ins().store(MEMORY, position, self.context, context::POSITION as i32);
            }
            let none = self.b.ins().iconst(types::I64, 0);
            self.b.ins().store(MEMORY, none, self.context, context::TRACE_COUNT as i32);
            self.leave();
        }
        if let Some(fail) = self.ways.fail {
            self.b.switch_to_block(fail);
            self.leave();
        }
    }

    /// Releases what the slots hold and returns status 1.
    fn leave(&mut self) {
        for at in 0..self.slots.len() {
            let held = self.b.use_var(self.slots[at]);
            self.run_time(self.callees.runtime.release, &[self.context, held]);
        }
        let own = if self.adds_status { &self.func.results[..] } else { &self.func.results[1..] };
        let mut values = vec![self.b.ins().iconst(types::I32, 1)];
        for ty in own {
            values.push(crate::scalar::constant(&mut self.b, *ty, 0));
        }
        self.b.ins().return_(&values);
    }
}
