//! Which calls an exception came through: a call that fails notes its position in the context, on the way out.
//!
//! Only calls of one function of the program by another one do: a program whose functions call nothing but the library
//! has no code for it.

use super::Lowering;
use crate::abi::context;
use crate::func::{Convention, Func, Module};
use crate::ir::{Inst, MemType, Op, Values};
use crate::parse::parse_func;

/// True if an exception may come through a call that a traceback shows.
pub(super) fn are_needed(module: &Module) -> bool {
    module.funcs.values().filter(|func| is_shown(func)).any(|func| {
        let blocks = func.reachable_blocks();
        let mut insts = blocks.iter().flat_map(|block| func.insts(*block));
        insts.any(|inst| is_noted(module, func, *inst))
    })
}

fn is_shown(func: &Func) -> bool {
    !func.library && func.convention == Convention::Internal
}

fn is_noted(module: &Module, func: &Func, inst: Inst) -> bool {
    match func.op(inst) {
        Op::Call(callee, _) => module.funcs.get(*callee).is_some_and(|callee| is_shown(callee) && callee.can_raise),
        Op::Reraise => func.loc(inst).position != 0,
        _ => false,
    }
}

/// `trace(position)`: one more call.
pub(super) fn function() -> Func {
    let (count, ends, mask) = (context::TRACE_COUNT, context::TRACE_ENDS, context::TRACE_ENDS - 1);
    let start = context::TRACE;
    let text = format!(
        "func npc.trace(%0: i32) library total {{
  %1 = context
  %2 = load %1 + {count} : i32
  %3 = const {ends} : i32
  %4 = lt_u %2, %3
  %5 = const {mask} : i32
  %6 = and %2, %5
  %7 = or %6, %3
  %8 = select %4, %2, %7
  %9 = const 2 : i32
  %10 = shl %8, %9
  %11 = widen_u %10 : i64
  %12 = to_addr %11 : addr
  %13 = add %1, %12
  store i32 %13 + {start}, %0
  %14 = const 1 : i32
  %15 = add %2, %14
  store i32 %1 + {count}, %15
  return
}}"
    );
    parse_func(&text).unwrap_or_else(|error| unreachable!("{error}"))
}

impl Lowering<'_> {
    /// A new exception has come through no call yet.
    pub(super) fn start_trace(&mut self) {
        if self.program.trace.is_some() {
            let context = self.b.context();
            let zero = self.b.i32(0);
            self.b.push(Op::Store(MemType::I32, context, context::TRACE_COUNT, zero), &[]);
        }
    }

    /// The exception comes through the operation that is being lowered.
    pub(super) fn note_trace(&mut self) {
        let position = self.b.loc.position;
        if let Some(trace) = self.program.trace.filter(|_| is_shown(self.old) && position != 0 && !self.b.is_done()) {
            let position = self.b.i32(position as i32);
            self.b.push(Op::Call(trace, Values::from_slice(&[position])), &[]);
        }
    }
}
