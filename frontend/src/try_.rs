//! `try`, `except` and `else`; exceptions as objects, and raising them again. `finally.rs` has `finally`.
//!
//! ```text
//! %… = scope ^after {
//!   %… = try { body; yield } catch {
//!     %site = load …                                ; what was raised
//!     if is_raised %site, ValueError { first handler; exit ^after }
//!     …                                             ; the other handlers
//!     reraise
//!   }
//!   else; exit ^after
//! }
//! ```

use crate::attempts::Attempt;
use crate::cx::{Cx, Edge, Env, R, Stop};
use crate::finally::Guard;
use crate::value::{Callable, Val};
use npc_base::Code;
use npc_midend::abi::context;
use npc_midend::ir::{BinaryOp, Block, CastOp, CompareOp, FuncId, Inst, MemType, Op, Value};
use npc_midend::types::{DType, Type};
use ruff_python_ast::{self as ast, ExceptHandler, Expr};
use ruff_text_size::Ranged;

/// What a frame knows of the `try` statements around the place that is being compiled.
#[derive(Default)]
pub(crate) struct Tries {
    pub attempts: Vec<Attempt>,
    pub guards: Vec<Guard>,
    pub handling: Vec<Handling>,
    /// How many `finally` the place is in.
    pub finals: usize,
}

/// A handler while it is compiled.
pub(crate) struct Handling {
    /// The name that the exception is bound to, if it is.
    name: Option<String>,
    /// Number of loops around.
    loops: usize,
    /// Each `reraise` of the exception that is handled.
    reraises: Vec<Inst>,
}

impl Cx<'_> {
    pub fn exec_try(&mut self, stmt: &ast::StmtTry) -> R<()> {
        if stmt.is_star {
            return Err(self.unsupported("`except*`"));
        }
        match (stmt.finalbody.first(), stmt.handlers.is_empty()) {
            (None, _) => self.catching(stmt, stmt.range),
            (Some(first), no_handlers) => {
                let range = ast_range(stmt.range.start(), first.range().start());
                self.finally(range, stmt.range, &|cx| cx.exec_all(&stmt.finalbody), &|cx| {
                    if no_handlers {
                        cx.exec_all(&stmt.body);
                        cx.exec_all(&stmt.orelse);
                        return Ok(());
                    }
                    // What follows reads names of it, too.
                    cx.catching(stmt, range)
                })
            }
        }
    }

    /// `range` is the source up to where its names may be read again.
    fn catching(&mut self, stmt: &ast::StmtTry, range: ruff_text_size::TextRange) -> R<()> {
        let entry = self.frame().env.clone();
        let (after, edges) = self.returning_outside(|cx| {
            let mut edges = Vec::new();
            let block = cx.f.block;
            cx.attempt(
                body_range(&stmt.body),
                |cx| {
                    cx.exec_all(&stmt.body);
                    Ok(())
                },
                |cx| {
                    cx.without_guard(|cx| {
                        let site = cx.raised_site();
                        cx.dispatch(&stmt.handlers, site, &mut edges)
                    })
                },
            )?;
            cx.without_guard(|cx| {
                if cx.f.live {
                    cx.exec_all(&stmt.orelse);
                }
            });
            if cx.f.live {
                edges.push(Edge { block, env: cx.frame().env.clone() });
            }
            Ok(edges)
        })?;
        self.close_scope(after, &entry, &edges, range)
    }

    /// A `try` of the IR: `body`, and `handler` with the names as the exception leaves them. The handler has to leave.
    pub fn attempt(
        &mut self,
        range: ruff_text_size::TextRange,
        body: impl FnOnce(&mut Self) -> R<()>,
        handler: impl FnOnce(&mut Self) -> R<()>,
    ) -> R<()> {
        let entry = self.frame().env.clone();
        let (attempt, catch) = (self.f.func.new_block(), self.f.func.new_block());
        self.open_attempt(range);
        let end = self.in_block(attempt, |cx| {
            let done = body(cx);
            if cx.f.live { done.map(|()| Some(Edge { block: attempt, env: cx.frame().env.clone() })) } else { Ok(None) }
        });
        let caught = self.close_attempt(attempt, catch, &entry);
        let end = end?;
        self.frame().env = caught?;
        self.in_block(catch, handler)?;
        self.frame().env = entry.clone();
        let edges: Vec<Edge> = end.into_iter().collect();
        let envs: Vec<&Env> = edges.iter().map(|edge| &edge.env).collect();
        let joined = self.join(&entry, &envs, &|_| true);
        self.finish_edges(&edges, &joined, &Op::Yield)?;
        let types = Self::joined_types(&joined);
        let results = self.push(Op::Try(attempt, catch), &types);
        if edges.is_empty() {
            self.terminate(Op::Unreachable);
        } else {
            self.frame().env = self.bind_joined(joined, &results);
        }
        Ok(())
    }

    /// The site in the error record.
    fn raised_site(&mut self) -> Value {
        let context = self.push1(Op::Context, Type::Addr);
        self.push1(Op::Load(MemType::I32, context, context::SITE), Type::Scalar(DType::I32))
    }

    /// The first handler that fits runs; if there is none, the exception goes on.
    fn dispatch(&mut self, handlers: &[ExceptHandler], site: Value, edges: &mut Vec<Edge>) -> R<()> {
        let Some((ExceptHandler::ExceptHandler(handler), rest)) = handlers.split_first() else {
            self.terminate(Op::Reraise);
            return Ok(());
        };
        let cond = match &handler.type_ {
            None => None,
            Some(ty) => Some(self.at(ty.range(), |cx| {
                let types = cx.expr(ty)?;
                cx.is_instance(site, &types)
            })?),
        };
        let cond = match cond {
            Some(cond) if self.const_bool(cond) != Some(true) => cond,
            _ => return self.handle(handler, edges),
        };
        let env = self.frame().env.clone();
        let (then, els) = (self.f.func.new_block(), self.f.func.new_block());
        let first = self.in_block(then, |cx| cx.handle(handler, edges));
        self.frame().env = env;
        let second = self.in_block(els, |cx| cx.dispatch(rest, site, edges));
        self.push(Op::If(cond, then, els), &[]);
        self.terminate(Op::Unreachable);
        first.and(second)
    }

    /// True if the site raises an exception of this type, or of one of these.
    pub fn is_instance(&mut self, site: Value, types: &Val) -> R<Value> {
        match types {
            Val::Callable(Callable::Exception(name)) if *name == "BaseException" => Ok(self.boolean(true)),
            Val::Callable(Callable::Exception(name)) => {
                let tested = self.module.site(name, "");
                Ok(self.push1(Op::IsRaised(site, tested), Type::BOOL))
            }
            Val::Tuple(members) => {
                let mut any = self.boolean(false);
                for member in members {
                    let one = self.is_instance(site, member)?;
                    any = self.binary(BinaryOp::Or, any, one);
                }
                Ok(any)
            }
            Val::Error => Err(Stop),
            _ => {
                let message = "catching classes that do not inherit from BaseException is not allowed";
                Err(self.error(Code::TypeMismatch, message))
            }
        }
    }

    fn handle(&mut self, handler: &ast::ExceptHandlerExceptHandler, edges: &mut Vec<Edge>) -> R<()> {
        let block = self.f.block;
        let name = handler.name.as_ref().map(|name| name.id.to_string());
        if let Some(name) = &name {
            let read = crate::names::Reads::of(&handler.body).is_read(name);
            // Only who looks at the exception needs a copy of the record.
            let val = if read { self.at(handler.range, Self::caught)? } else { Val::None };
            self.bind(name, val);
        }
        self.handling(block, name.clone(), |cx| cx.exec_all(&handler.body));
        if let (Some(name), true) = (&name, self.f.live) {
            self.frame().env.shift_remove(name);
            self.note_assigned(name, None);
        }
        if self.f.live {
            edges.push(Edge { block, env: self.frame().env.clone() });
        }
        Ok(())
    }

    /// Runs `f` in this block while an exception is handled; `raise` in it means that one.
    pub fn handling(&mut self, block: Block, name: Option<String>, f: impl FnOnce(&mut Self)) {
        let loops = self.frame_ref().loops.len();
        self.frame().tries.handling.push(Handling { name, loops, reraises: Vec::new() });
        let start = self.f.func.insts(block).len();
        f(self);
        let Some(handling) = self.frame().tries.handling.pop() else { return };
        if !handling.reraises.is_empty() && self.overwrites_record(block) {
            self.keep_record(block, start, &handling.reraises);
        }
    }

    /// The names of exceptions whose handlers a `break` or `continue` leaves.
    pub fn handled_names(&self) -> Vec<String> {
        let frame = self.frame_ref();
        let left = frame.tries.handling.iter().filter(|handling| handling.loops == frame.loops.len());
        left.filter_map(|handling| handling.name.clone()).collect()
    }

    // ---- raising again

    /// `raise` without an exception.
    pub fn raise_again(&mut self) -> R<()> {
        if self.frame_ref().tries.handling.is_empty() {
            return Err(self.error_help(
                Code::Unsupported,
                "`raise` without an exception outside of a handler is not supported",
                "name the exception: `raise ValueError(\"…\")`",
            ));
        }
        self.reraise();
        Ok(())
    }

    /// Raises what is handled, again.
    pub fn reraise(&mut self) {
        if !self.f.live {
            return;
        }
        self.terminate(Op::Reraise);
        let block = self.f.block;
        if let (Some(inst), Some(handling)) = (self.f.func.insts(block).last().copied(), self.frame().tries.handling.last_mut())
        {
            handling.reraises.push(inst);
        }
    }

    /// A copy of the error record.
    fn caught(&mut self) -> R<Val> {
        match self.library_call("exceptions", "caught", Vec::new())? {
            Val::Array(record) => Ok(Val::Exception(record)),
            _ => Err(Stop),
        }
    }

    /// `raise e`
    pub fn raise_object(&mut self, record: Value) -> R<()> {
        self.library_call("exceptions", "restore", vec![Val::Array(record)])?;
        let place = self.loc(true);
        if place.position != 0 {
            self.place_new(record, place.position);
        }
        // The traceback shows this line, too.
        let block = self.f.block;
        self.f.func.push(block, Op::Reraise, &[], place);
        self.f.live = false;
        Ok(())
    }

    /// What `raise` gets, if it is an object, and not a type or the call of one.
    pub fn exception_object(&mut self, exc: &Expr) -> R<Option<Value>> {
        let callee = match exc {
            Expr::Call(call) => &*call.func,
            other => other,
        };
        let callee_val = self.expr(callee)?;
        match (&callee_val, exc) {
            (Val::Callable(Callable::Exception(_)), _) => Ok(None),
            (Val::Exception(record), Expr::Name(_) | Expr::Attribute(_) | Expr::Subscript(_)) => Ok(Some(*record)),
            _ => match self.expr(exc)? {
                Val::Exception(record) => Ok(Some(record)),
                Val::Error => Err(Stop),
                _ => Err(self.error(Code::TypeMismatch, "exceptions must derive from BaseException")),
            },
        }
    }

    /// An exception that has never been raised comes from here.
    fn place_new(&mut self, record: Value, position: u32) {
        let (one, zero) = (self.int(1), self.int(0));
        let known = self.push1(Op::LoadElem(record, smallvec::smallvec![one]), Type::I64);
        let is_new = self.compare(CompareOp::Eq, known, zero);
        let (then, els) = (self.f.func.new_block(), self.f.func.new_block());
        self.in_block(then, |cx| {
            let context = cx.push1(Op::Context, Type::Addr);
            let position = cx.int(position.into());
            cx.push(Op::Store(MemType::I64, context, context::POSITION, position), &[]);
            let block = cx.f.block;
            cx.f.func.push(block, Op::Reraise, &[], npc_midend::Loc::default());
        });
        self.in_block(els, |cx| cx.terminate(Op::Yield(npc_midend::ir::Values::new())));
        self.push(Op::If(is_new, then, els), &[]);
    }

    /// The `Y` of `raise X from Y`: nobody can look at it, but it has to be an exception or `None`.
    pub fn check_cause(&mut self, cause: &Expr) -> R<()> {
        let callee = match cause {
            Expr::Call(call) => &*call.func,
            other => other,
        };
        match self.expr(callee)? {
            Val::None | Val::Exception(_) | Val::Callable(Callable::Exception(_)) => Ok(()),
            Val::Error => Err(Stop),
            _ => Err(self.error(Code::TypeMismatch, "exception causes must derive from BaseException")),
        }
    }

    /// The site of an exception object.
    pub fn site_of(&mut self, record: Value) -> Value {
        let zero = self.int(0);
        let site = self.push1(Op::LoadElem(record, smallvec::smallvec![zero]), Type::I64);
        self.convert(site, DType::I32)
    }

    /// True if another exception may be raised and caught in the block.
    fn overwrites_record(&self, block: Block) -> bool {
        self.catches(&self.f.func, block, &mut Vec::new())
    }

    fn catches(&self, func: &npc_midend::Func, block: Block, seen: &mut Vec<FuncId>) -> bool {
        func.insts(block).iter().any(|inst| match func.op(*inst) {
            Op::Try(..) => true,
            Op::Call(callee, _) => {
                if seen.contains(callee) {
                    return false;
                }
                seen.push(*callee);
                let callee = &self.module.funcs[*callee];
                // One that is still being compiled has no body yet.
                callee.insts(callee.body).is_empty() || self.catches(callee, callee.body, seen)
            }
            op => op.blocks().iter().any(|inner| self.catches(func, *inner, seen)),
        })
    }

    /// Copies the record at the start of the handler, and puts it back before each `reraise`.
    fn keep_record(&mut self, block: Block, start: usize, reraises: &[Inst]) {
        let temporary = self.f.func.new_block();
        let Ok(Val::Exception(record)) = self.in_block(temporary, Self::caught) else { return };
        let new = self.f.func.take_insts(temporary);
        let mut insts = self.f.func.take_insts(block);
        insts.splice(start..start, new);
        self.f.func.set_insts(block, insts);
        self.restore_in(block, record, reraises);
    }

    fn restore_in(&mut self, block: Block, record: Value, reraises: &[Inst]) {
        for inner in self.f.func.insts(block).iter().flat_map(|inst| self.f.func.op(*inst).blocks()).collect::<Vec<_>>() {
            self.restore_in(inner, record, reraises);
        }
        let ends = self.f.func.insts(block).last().is_some_and(|last| reraises.contains(last));
        if let Some(last) = self.f.func.pop(block) {
            if ends {
                let _ = self.in_block(block, |cx| cx.library_call("exceptions", "restore", vec![Val::Array(record)]));
            }
            self.f.func.append(block, last);
        }
    }
}

fn ast_range(start: ruff_text_size::TextSize, end: ruff_text_size::TextSize) -> ruff_text_size::TextRange {
    ruff_text_size::TextRange::new(start, end)
}

fn body_range(body: &[ast::Stmt]) -> ruff_text_size::TextRange {
    match (body.first(), body.last()) {
        (Some(first), Some(last)) => ast_range(first.range().start(), last.range().end()),
        _ => ruff_text_size::TextRange::default(),
    }
}

/// The expression of `raise X from Y`, where there is one.
pub(crate) fn cause(raise: &ast::StmtRaise) -> Option<&Expr> {
    raise.cause.as_deref()
}

impl Cx<'_> {
    /// `npc.context_word(offset)`: 64 bits of the context.
    pub fn word_context(&mut self, offset: &Val) -> R<Val> {
        let address = self.context_address(offset)?;
        let word = self.push1(Op::Load(MemType::I64, address, 0), Type::I64);
        Ok(Val::weak(word, DType::I64))
    }

    /// `npc.set_context_word(offset, x)`
    pub fn word_set_context(&mut self, offset: &Val, x: &Val) -> R<Val> {
        let address = self.context_address(offset)?;
        let x = self.scalar(x, "the word")?;
        self.push(Op::Store(MemType::I64, address, 0, x.value), &[]);
        Ok(Val::None)
    }

    fn context_address(&mut self, offset: &Val) -> R<Value> {
        let offset = self.scalar(offset, "the offset")?;
        let offset = self.push1(Op::Cast(CastOp::ToAddr, offset.value), Type::Addr);
        let context = self.push1(Op::Context, Type::Addr);
        Ok(self.push1(Op::Binary(BinaryOp::Add, context, offset), Type::Addr))
    }
}
