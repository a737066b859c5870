//! How a function is left.
//!
//! ```text
//! scope ^fail {                                  ; a call failed, or something was raised
//!   %site, %position = scope ^raise {            ; something was raised here
//!     %r… = scope ^ret { … exit ^ret (…) … }     ; several returns that release the same slots
//!     release slots; return 0, %r…
//!   }
//!   store the error record
//! }
//! release slots; return 1, 0…
//! ```
//!
//! Each of the scopes is there only if something leaves it. Constants that all exits share are not handed over.

use super::Lowering;
use super::arrays::flat_types;
use crate::abi::context;
use crate::func::{Convention, Func};
use crate::ir::{Block, FuncId, Inst, MemType, Op, Site, Value, Values};
use crate::types::Type;

/// The scopes around a body, and who leaves them.
#[derive(Default)]
pub(super) struct Frame {
    fail: Option<Block>,
    raise: Option<Block>,
    ret: Option<Block>,
    failed: bool,
    returned: bool,
    raises: Vec<Raise>,
}

/// An `exit` out of the scope `^raise`.
struct Raise {
    exit: Inst,
    /// Number of the site plus one, and position.
    record: [u32; 2],
}

impl Frame {
    /// The scopes around the body of a `try`, which are open: where `return` leads stays the same.
    pub(super) fn of_try(&self, fail: Block, raise: Block) -> Frame {
        Frame { fail: Some(fail), raise: Some(raise), ret: self.ret, ..Frame::default() }
    }

    /// True if a call failed in it, or something was raised.
    pub(super) fn is_left(&self) -> bool {
        self.failed
    }

    /// The frame after the `try` whose frame the other one was.
    pub(super) fn after_try(self, inner: &Frame) -> Frame {
        Frame { returned: self.returned || inner.returned, ..self }
    }
}

impl Lowering<'_> {
    pub(super) fn open_frame(&mut self) {
        self.frame.fail = Some(self.b.open(false));
        self.frame.raise = Some(self.b.open(false));
        if !self.old.slots.is_empty() && return_count(self.old) > 1 {
            self.frame.ret = Some(self.b.open(false));
        }
    }

    pub(super) fn close_frame(&mut self) {
        self.end_block();
        if self.frame.ret.take().is_some() {
            self.close_returns();
        }
        self.close_raises();
        self.b.close_scope(self.frame.failed);
        if !self.b.is_done() {
            self.owners.hold_failing();
            self.drop_slots();
            let zeros: Values = self.result_types().into_iter().map(|ty| self.b.zero(ty)).collect();
            self.return_status(1, zeros);
        }
    }

    /// The end of a block that nothing leaves there.
    pub(super) fn end_block(&mut self) {
        if !self.b.is_done() {
            self.b.push(Op::Unreachable, &[]);
        }
    }

    fn close_returns(&mut self) {
        if let Some(scope) = self.b.close_scope(self.frame.returned) {
            let types = self.result_types();
            let values = types.iter().map(|ty| self.b.func.add_result(scope, *ty)).collect();
            self.owners.hold_all();
            self.leave(values);
        }
        self.end_block();
    }

    pub(super) fn close_raises(&mut self) {
        let raises = std::mem::take(&mut self.frame.raises);
        let Some(scope) = self.b.close_scope(!raises.is_empty()) else { return };
        let [site, position] = self.records(scope, &raises);
        let context = self.b.context();
        self.b.push(Op::Store(MemType::I32, context, context::SITE, site), &[]);
        // The caller of a library function knows the position.
        if !(self.old.library && self.b.is(position, 0)) {
            self.b.push(Op::Store(MemType::I32, context, context::POSITION, position), &[]);
        }
        self.start_trace();
        if let (true, Some(fail)) = (self.frame.failed, self.frame.fail) {
            self.b.push(Op::Exit(fail, Values::new()), &[]);
        }
    }

    /// Site and position after the scope: what all exits agree about is a constant there.
    fn records(&mut self, scope: Inst, raises: &[Raise]) -> [Value; 2] {
        let same = [0, 1].map(|k| raises.iter().all(|raise| raise.record[k] == raises[0].record[k]));
        for raise in raises {
            if let Op::Exit(_, values) = self.b.func.op_mut(raise.exit) {
                let mut differ = same.iter().map(|same| !same);
                values.retain(|_| differ.next().unwrap_or(true));
            }
        }
        [0, 1].map(|k| match same[k] {
            true => self.b.i32(raises[0].record[k] as i32),
            false => self.b.func.add_result(scope, Type::I32),
        })
    }

    /// Raises: ends the current block.
    pub(super) fn raise(&mut self, site: Site, args: &[Value]) {
        let Some(block) = self.frame.raise.filter(|_| !self.b.is_done()) else { return };
        let context = self.b.context();
        for (at, arg) in args.iter().take(context::ARG_COUNT as usize).enumerate() {
            let field = context::ARGS + 8 * at as u32;
            self.b.push(Op::Store(MemType::I64, context, field, *arg), &[]);
        }
        let position = if self.old.library { 0 } else { self.b.loc.position };
        let record = [site.as_u32() + 1, position];
        let values = record.iter().map(|number| self.b.i32(*number as i32)).collect();
        let exit = self.b.push_inst(Op::Exit(block, values), &[]);
        self.frame.raises.push(Raise { exit, record });
        self.owners.note_failure();
    }

    /// Raises if the condition holds.
    pub(super) fn raise_if(&mut self, cond: Value, site: Site, args: &[Value]) {
        self.when(cond, |this| this.raise(site, args));
    }

    /// Does something that leaves the function, if the condition holds.
    pub(super) fn when(&mut self, cond: Value, leave: impl FnOnce(&mut Self)) {
        match self.b.known(cond) {
            Some(0) => return,
            Some(_) => return leave(self),
            None => {}
        }
        let then = self.b.open(false);
        leave(self);
        self.b.close();
        let otherwise = self.b.open(false);
        self.b.push(Op::Yield(Values::new()), &[]);
        self.b.close();
        self.b.push(Op::If(cond, then, otherwise), &[]);
    }

    /// Leaves the function if a call failed. The record is written already; the position in the user's file is added by
    /// the caller of a library function.
    pub(super) fn check_call(&mut self, callee: FuncId, status: Value) {
        let position = self.b.loc.position;
        let adds_position = !self.old.library && self.module.funcs[callee].library && position != 0;
        let is_library = self.module.funcs[callee].library;
        let failed = self.b.is_not_zero_status(status);
        self.when(failed, |this| {
            if adds_position {
                let context = this.b.context();
                let position = this.b.i32(position as i32);
                this.b.push(Op::Store(MemType::I32, context, context::POSITION, position), &[]);
            }
            if !is_library {
                this.note_trace();
            }
            this.fail();
        });
    }

    /// Goes where failed calls go: the error record is there already.
    pub(super) fn fail(&mut self) {
        let Some(block) = self.frame.fail.filter(|_| !self.b.is_done()) else { return };
        self.b.push(Op::Exit(block, Values::new()), &[]);
        self.frame.failed = true;
        self.owners.note_failure();
    }

    /// `return`, by way of the common exit if there is one.
    pub(super) fn lower_return(&mut self, values: &[Value]) {
        let values = match self.old.convention {
            Convention::Entry => {
                self.forget_message();
                Values::new()
            }
            Convention::Internal => self.carry(values, &self.old.results),
        };
        self.leave(values);
    }

    /// A call that returns leaves no text of an exception that was caught.
    fn forget_message(&mut self) {
        if !self.program.forgets_message {
            return;
        }
        let context = self.b.context();
        let header = self.b.push_one(Op::Load(MemType::Addr, context, context::MESSAGE), Type::Addr);
        self.b.push(Op::Release(header), &[]);
        for (memory, field, ty) in
            [(MemType::Addr, context::MESSAGE, Type::Addr), (MemType::I64, context::MESSAGE_LENGTH, Type::I64)]
        {
            let zero = self.b.zero(ty);
            self.b.push(Op::Store(memory, context, field, zero), &[]);
        }
    }

    /// Types of what is returned beside the status; an entry stores its results.
    fn result_types(&self) -> Vec<Type> {
        match self.old.convention {
            Convention::Entry => Vec::new(),
            Convention::Internal => flat_types(&self.old.results),
        }
    }

    fn leave(&mut self, values: Values) {
        if let Some(ret) = self.frame.ret {
            self.b.push(Op::Exit(ret, values), &[]);
            self.frame.returned = true;
            return;
        }
        self.drop_slots();
        self.return_status(0, values);
    }

    fn return_status(&mut self, status: i32, values: Values) {
        let has_status = self.old.can_raise || self.old.convention == Convention::Entry;
        let status = has_status.then(|| self.b.i32(status));
        let values = status.into_iter().chain(values).collect();
        self.b.push(Op::Return(values), &[]);
    }
}

fn return_count(func: &Func) -> usize {
    let blocks = func.reachable_blocks();
    let insts = blocks.iter().flat_map(|block| func.insts(*block));
    insts.filter(|inst| matches!(func.op(**inst), Op::Return(_))).count()
}
