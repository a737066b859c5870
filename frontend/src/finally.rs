//! `finally`: its statements stand on every way out, each time anew.
//!
//! ```text
//! scope ^return {                              ; edges of `return` leave here, those of `break` and `continue` alike
//!   scope ^end {
//!     try { body; exit ^end } catch { finally; reraise }
//!   }
//!   finally; exit ^after
//! }
//! finally; return
//! ```

use crate::cx::{Cx, Edge, Env, R};
use crate::value::{Ty, Val};
use npc_base::{Code, Span};
use npc_midend::ir::{Block, Op};
use ruff_text_size::TextRange;

/// Each `finally` inside of another one is written out on every way out of that, so depth costs.
const MAX_NESTED: usize = 5;

/// A `try` with `finally`, whose body is being compiled: who leaves it, and how.
///
/// A `try` without `finally` has one too: what a signature makes of a result that is returned is no work of the body.
#[derive(Default)]
pub(crate) struct Guard {
    /// Number of loops around; `None` if only `return` is of interest.
    loops: Option<usize>,
    returns: Vec<(Edge, Val, Option<Span>)>,
    breaks: Vec<Edge>,
    continues: Vec<Edge>,
}

impl Cx<'_> {
    /// Takes a `return` that has to run the statements of a `finally` first; false if there is none.
    pub fn guard_return(&mut self, val: &Val) -> bool {
        let edge = Edge { block: self.f.block, env: self.frame().env.clone() };
        let span = self.f.span;
        let Some(guard) = self.frame().tries.guards.last_mut() else { return false };
        guard.returns.push((edge, val.clone(), span));
        self.f.live = false;
        true
    }

    /// The same for `break` and `continue`.
    pub fn guard_leaving(&mut self, edge: &Edge, is_break: bool) -> bool {
        let loops = self.frame_ref().loops.len();
        // Guards that are for `return` only are no obstacle.
        let guard = self.frame().tries.guards.iter_mut().rev().find(|guard| guard.loops.is_some());
        let Some(guard) = guard.filter(|guard| guard.loops == Some(loops)) else { return false };
        if is_break {
            guard.breaks.push(edge.clone())
        } else {
            guard.continues.push(edge.clone())
        }
        self.f.live = false;
        true
    }

    /// Runs `body`, then `last` on whatever way it is left. `range` is the source of the body, `whole` that of the statement.
    pub fn finally(
        &mut self,
        range: TextRange,
        whole: TextRange,
        last: &dyn Fn(&mut Self),
        body: &dyn Fn(&mut Self) -> R<()>,
    ) -> R<()> {
        if self.frame_ref().tries.finals > MAX_NESTED {
            return Err(self.error(Code::TooLarge, "statements of `finally` are nested too deeply"));
        }
        let last = &|cx: &mut Self| {
            cx.frame().tries.finals += 1;
            last(cx);
            cx.frame().tries.finals -= 1;
        };
        let entry = self.frame().env.clone();
        let loops = self.frame_ref().loops.len();
        let guards = self.frame_ref().tries.guards.len();
        self.frame().tries.guards.push(Guard { loops: Some(loops), ..Guard::default() });
        let inner = self.f.func.new_block();
        let mut guard = Guard::default();
        let ran = self.in_block(inner, |cx| {
            cx.attempt(range, body, |cx| {
                // The exception itself leaves the body: what follows is outside.
                guard = cx.frame().tries.guards.pop().unwrap_or_default();
                let block = cx.f.block;
                cx.handling(block, None, |cx| {
                    last(cx);
                    cx.reraise();
                });
                Ok(())
            })?;
            Ok(cx.f.live.then(|| Edge { block: inner, env: cx.frame().env.clone() }))
        });
        self.frame().tries.guards.truncate(guards);
        let end = ran?;
        let mut after = Vec::new();
        let ends: Vec<Edge> = end.into_iter().collect();
        let mut current = self.landing(inner, &entry, &ends, range, |cx, block| {
            last(cx);
            if cx.f.live {
                after.push(Edge { block, env: cx.frame().env.clone() });
            }
            Ok(())
        })?;
        for (edges, is_break) in [(&guard.continues, false), (&guard.breaks, true)] {
            if !edges.is_empty() {
                current = self.landing(current, &entry, edges, range, |cx, _| {
                    last(cx);
                    if cx.f.live { cx.leave_loop(is_break) } else { Ok(()) }
                })?;
            }
        }
        if !guard.returns.is_empty() {
            current = self.land_returns(current, &entry, &guard.returns, last)?;
        }
        self.close_scope(current, &entry, &after, whole)
    }

    /// Runs `body`, whose returns then happen outside of the `try` that it makes.
    pub fn returning_outside(&mut self, body: impl FnOnce(&mut Self) -> R<Vec<Edge>>) -> R<(Block, Vec<Edge>)> {
        let entry = self.frame().env.clone();
        let guards = self.frame_ref().tries.guards.len();
        self.frame().tries.guards.push(Guard::default());
        let inner = self.f.func.new_block();
        let edges = self.in_block(inner, body);
        let guard = self.frame().tries.guards.drain(guards..).next().unwrap_or_default();
        let edges = edges?;
        if guard.returns.is_empty() {
            return Ok((inner, edges));
        }
        let outer = self.land_returns(inner, &entry, &guard.returns, &|_| {})?;
        Ok((outer, edges))
    }

    /// Takes the guard away while handlers are compiled: they are outside.
    pub fn without_guard<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> T {
        let guard = self.frame().tries.guards.pop();
        let result = f(self);
        self.frame().tries.guards.extend(guard);
        result
    }

    /// A block around `inner`, in which the edges meet and `f` goes on: it may read what was bound in this range.
    fn landing(
        &mut self,
        inner: Block,
        entry: &Env,
        edges: &[Edge],
        range: TextRange,
        f: impl FnOnce(&mut Self, Block) -> R<()>,
    ) -> R<Block> {
        let block = self.f.func.new_block();
        self.in_block(block, |cx| {
            cx.close_scope(inner, entry, edges, range)?;
            if cx.f.live { f(cx, block) } else { Ok(()) }
        })?;
        Ok(block)
    }

    fn land_returns(
        &mut self,
        inner: Block,
        entry: &Env,
        returns: &[(Edge, Val, Option<Span>)],
        last: &dyn Fn(&mut Self),
    ) -> R<Block> {
        let Some(ty) = self.result_type(returns.iter().map(|(_, val, _)| val))? else { return Ok(inner) };
        let block = self.f.func.new_block();
        let envs: Vec<&Env> = returns.iter().map(|(edge, ..)| &edge.env).collect();
        // The statements of the `finally` read names.
        let joined = self.join(entry, &envs, &|_| true);
        for (edge, val, span) in returns {
            let here = std::mem::replace(&mut self.f.span, *span);
            let done = self.in_block(edge.block, |cx| {
                let mut values = cx.convert_to(val, &ty)?.leaves();
                values.extend(cx.edge_values(&edge.env, &joined)?);
                cx.terminate(Op::Exit(inner, values));
                Ok(())
            });
            self.f.span = here;
            done?;
        }
        self.in_block(block, |cx| {
            let leaves = ty.leaves();
            let types: Vec<_> = leaves.iter().copied().chain(Self::joined_types(&joined)).collect();
            let results = cx.push(Op::Scope(inner), &types);
            let val = match &ty {
                Ty::Static(_) => returns[0].1.clone(),
                ty => ty.value_like(&returns[0].1, &mut results.iter().copied()).unwrap_or(Val::None),
            };
            cx.frame().env = cx.bind_joined(joined, &results[leaves.len()..]);
            last(cx);
            if cx.f.live {
                let span = returns.first().and_then(|(_, _, span)| *span);
                let here = std::mem::replace(&mut cx.f.span, span);
                cx.return_value(val);
                cx.f.span = here;
            }
            Ok(())
        })?;
        Ok(block)
    }
}
