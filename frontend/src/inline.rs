//! Bodies taken in place of their calls: library functions and lambdas.

use crate::call::{Body, MAX_CALL_DEPTH};
use crate::cx::{Binding, Cx, Edge, Env, Frame, R, Returns, Scope, Stop};
use crate::library::LibFunc;
use crate::merge::merge_types;
use crate::value::{Ty, Val};
use npc_base::Code;
use npc_midend::ir::Op;
use std::rc::Rc;

impl Cx<'_> {
    /// The body of a scalar library function, in place of a call.
    pub fn inline_scalar(&mut self, func: &Rc<LibFunc>, args: Vec<Val>) -> R<Val> {
        let names = crate::cx::parameter_names(&func.def.parameters);
        let bound = names.into_iter().zip(args).collect();
        let locals = Rc::new(crate::names::locals(&func.def.parameters, &func.reads));
        let def = func.def.clone();
        let body = Body { stmts: &def.body, scope: Scope::Library(func.file), reads: func.reads.clone(), locals, parent: None };
        self.inline(&body, bound)
    }

    /// Compiles a body in place of a call. Where it returns from the inside of a branch, a scope is put around it.
    pub fn inline(&mut self, body: &Body<'_>, bound: Vec<(String, Val)>) -> R<Val> {
        if self.f.frames.len() > MAX_CALL_DEPTH {
            return Err(self.error(Code::TooLarge, "calls are nested too deeply to be compiled"));
        }
        let mark = self.f.func.mark(self.f.block);
        let (reported, noted) = (self.diags.0.len(), self.numba.len());
        let used_up = self.f.used_up.clone();
        match self.inline_once(body, bound.clone(), false) {
            (_, true) => {
                self.f.func.rollback(mark);
                self.f.live = true;
                self.diags.0.truncate(reported);
                self.numba.truncate(noted);
                self.f.used_up = used_up;
                self.inline_once(body, bound, true).0
            }
            (result, false) => result,
        }
    }

    fn inline_once(&mut self, body: &Body<'_>, bound: Vec<(String, Val)>, scoped: bool) -> (R<Val>, bool) {
        let block = if scoped { self.f.func.new_block() } else { self.f.block };
        let mut env = Env::default();
        for (name, val) in bound {
            env.insert(name, Binding { val, flag: None, conflict: None, span: None });
        }
        let id = self.fresh_frame();
        self.f.frames.push(Frame {
            env,
            returns: Returns::Inline { start: block, value: None, edges: Vec::new(), scoped, retry: false },
            reads: body.reads.clone(),
            locals: body.locals.clone(),
            id,
            parent: body.parent,
            ..Frame::new(body.scope)
        });
        let errors = self.diags.0.len();
        let run = |cx: &mut Self| {
            cx.exec_all(body.stmts);
            cx.f.live
        };
        let live = if scoped { self.in_block(block, run) } else { run(self) };
        let frame = self.f.frames.pop();
        let failed = self.diags.0[errors.min(self.diags.0.len())..]
            .iter()
            .any(|diagnostic| diagnostic.severity == npc_base::Severity::Error);
        let Some(Frame { env, returns: Returns::Inline { value, mut edges, retry, .. }, .. }) = frame else {
            return (Err(Stop), false);
        };
        if failed {
            return (Err(Stop), false);
        }
        if retry {
            return (Err(Stop), true);
        }
        if let Some(value) = value {
            return (Ok(value), false);
        }
        if !scoped {
            return (if live { Ok(Val::None) } else { Err(Stop) }, false);
        }
        if live {
            edges.push((Edge { block, env }, Val::None));
        }
        (self.close_inline(block, edges), false)
    }

    fn close_inline(&mut self, block: npc_midend::ir::Block, edges: Vec<(Edge, Val)>) -> R<Val> {
        let Some(ty) = self.result_type(edges.iter().map(|(_, val)| val))? else {
            self.push(Op::Scope(block), &[]);
            self.terminate(Op::Unreachable);
            return Err(Stop);
        };
        for (edge, val) in &edges {
            self.in_block(edge.block, |cx| {
                let leaves = cx.convert_to(val, &ty)?.leaves();
                cx.terminate(Op::Exit(block, leaves));
                Ok(())
            })?;
        }
        let results = self.push(Op::Scope(block), &ty.leaves());
        let first = edges.first().map_or(Val::None, |(_, val)| val.clone());
        Ok(ty.value_like(&first, &mut results.iter().copied()).unwrap_or(Val::None))
    }

    /// The type in which several returned values meet; `None` if there are none.
    pub fn result_type<'v>(&mut self, vals: impl Iterator<Item = &'v Val>) -> R<Option<Ty>> {
        let mut ty: Option<Ty> = None;
        for val in vals {
            let other = self.type_of(val);
            ty = Some(match ty {
                None => other,
                Some(ty) => match merge_types(&ty, &other) {
                    Some(merged) => merged,
                    None => {
                        let message = format!(
                            "the function returns {} on one path and {} on another, which have no common type",
                            ty.name(),
                            other.name()
                        );
                        return Err(self.error(Code::CannotMergeTypes, message));
                    }
                },
            });
        }
        Ok(ty)
    }
}
