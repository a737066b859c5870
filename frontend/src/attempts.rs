//! Names that the body of a `try` assigns, for its handlers: an exception may come at any place, so what a name is then is
//! kept in a variable of the IR, which is set after each assignment.
//!
//! The type of the variable is known when the whole body is, so assignments first leave a mark, which becomes the
//! conversion and `set_var` in the end.

use crate::cx::{Binding, Cx, Env, R, Stop};
use crate::merge::{conflict, merge_types};
use crate::value::{Ty, Val};
use npc_base::Diagnostic;
use npc_midend::ir::{Block, Inst, Op, Value, Values, Var};
use npc_midend::types::Type;
use ruff_text_size::TextRange;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The body of a `try` while it is compiled.
pub(crate) struct Attempt {
    range: TextRange,
    /// Each mark, with the name and its new value; `None` if the name is deleted.
    marks: FxHashMap<Inst, (String, Option<Val>)>,
}

/// Where a name can be found after an exception.
struct Kept {
    name: String,
    how: How,
    flag: Option<Var>,
}

enum How {
    /// In variables, one for each leaf; with a value of the kind.
    Variables(Ty, Vec<Var>, Val),
    /// Nowhere: it is known at compile time.
    Static(Val),
    /// It has no type.
    Conflict(Rc<Diagnostic>),
}

impl Cx<'_> {
    /// True if a name that is assigned in this range may be read elsewhere, or in another round of a loop around.
    pub fn is_wanted(&self, name: &str, range: TextRange) -> bool {
        let frame = self.frame_ref();
        !frame.loops.is_empty() || frame.reads.read_outside(name, range)
    }

    /// [`Self::is_wanted`] for this place.
    pub fn wanted_names(&self, range: TextRange) -> impl Fn(&str) -> bool + use<> {
        let (reads, in_loop) = (self.frame_ref().reads.clone(), !self.frame_ref().loops.is_empty());
        move |name| in_loop || crate::generator::is_consumers(name) || reads.read_outside(name, range)
    }

    pub fn open_attempt(&mut self, range: TextRange) {
        self.frame().tries.attempts.push(Attempt { range, marks: FxHashMap::default() });
    }

    /// Notes for the handlers around that a name has a new value, or none.
    pub fn note_assigned(&mut self, name: &str, val: Option<&Val>) {
        for at in 0..self.frame_ref().tries.attempts.len() {
            if !self.f.live || !self.is_wanted(name, self.frame_ref().tries.attempts[at].range) {
                continue;
            }
            self.push1(Op::Const(0), Type::BOOL);
            let block = self.f.block;
            if let Some(mark) = self.f.func.insts(block).last().copied() {
                self.frame().tries.attempts[at].marks.insert(mark, (name.to_string(), val.cloned()));
            }
        }
    }

    /// Makes the variables of the body in this block; returns what is bound in the handlers.
    pub fn close_attempt(&mut self, body: Block, handler: Block, entry: &Env) -> R<Env> {
        let Some(attempt) = self.frame().tries.attempts.pop() else { return Err(Stop) };
        let mut marked = Vec::new();
        self.marks_in(body, &attempt, &mut marked);
        let mut kept: Vec<Kept> = Vec::new();
        for (_, name, _) in &marked {
            if !kept.iter().any(|known| known.name == *name) {
                let one = self.kept(name, entry.get(name), &marked);
                kept.push(one);
            }
        }
        self.set_first(body, entry, &kept)?;
        self.set_marked(body, &attempt, &kept)?;
        Ok(self.in_block(handler, |cx| cx.bind_kept(entry, kept)))
    }

    /// The marks that are left in a block and inside, in order.
    fn marks_in(&self, block: Block, attempt: &Attempt, marked: &mut Vec<(Inst, String, Option<Val>)>) {
        for inst in self.f.func.insts(block) {
            if let Some((name, val)) = attempt.marks.get(inst) {
                marked.push((*inst, name.clone(), val.clone()));
            }
            for inner in self.f.func.op(*inst).blocks() {
                self.marks_in(inner, attempt, marked);
            }
        }
    }

    /// Puts assignments of the variables in the places of the marks.
    fn set_marked(&mut self, block: Block, attempt: &Attempt, kept: &[Kept]) -> R<()> {
        let mut out = Vec::new();
        let mut found = false;
        let insts = self.f.func.insts(block).to_vec();
        for inst in insts {
            for inner in self.f.func.op(inst).blocks() {
                self.set_marked(inner, attempt, kept)?;
            }
            let mark = attempt.marks.get(&inst);
            match mark.and_then(|(name, val)| Some((kept.iter().find(|one| one.name == *name)?, val))) {
                Some((one, val)) => {
                    found = true;
                    self.set_at(inst, one, val.as_ref(), &mut out)?;
                }
                None => out.push(inst),
            }
        }
        if found {
            self.f.func.set_insts(block, out);
        }
        Ok(())
    }

    fn kept(&mut self, name: &str, entry: Option<&Binding>, marked: &[(Inst, String, Option<Val>)]) -> Kept {
        let name = name.to_string();
        let own = || marked.iter().filter(|(_, other, _)| *other == name);
        let deleted = own().any(|(_, _, val)| val.is_none());
        let certain = !deleted && entry.is_some_and(|binding| binding.flag.is_none() && binding.conflict.is_none());
        let entry = entry.filter(|binding| binding.conflict.is_none());
        let vals: Vec<Val> =
            entry.map(|binding| binding.val.clone()).into_iter().chain(own().filter_map(|(_, _, val)| val.clone())).collect();
        let mut ty: Option<Ty> = None;
        for val in &vals {
            let other = self.type_of(val);
            ty = match ty {
                None => Some(other),
                Some(known) => match merge_types(&known, &other) {
                    Some(merged) => Some(merged),
                    None => {
                        let binding = |span| Binding { val: Val::Error, flag: None, conflict: None, span };
                        let (a, b) = (binding(entry.and_then(|binding| binding.span)), binding(None));
                        let how = How::Conflict(Rc::new(conflict(&name, &a, &known, &b, &other)));
                        return Kept { name, how, flag: None };
                    }
                },
            };
        }
        let flag = (!certain).then(|| self.f.func.vars.push(Type::BOOL));
        let how = match (ty, vals.into_iter().next()) {
            (Some(ty), Some(first)) if ty.leaves().is_empty() => How::Static(first),
            (Some(ty), Some(first)) => {
                let vars = ty.leaves().into_iter().map(|ty| self.f.func.vars.push(ty)).collect();
                How::Variables(ty, vars, first)
            }
            _ => How::Static(Val::Error),
        };
        Kept { name, how, flag }
    }

    /// At the start of the body, variables are what the names were before.
    fn set_first(&mut self, body: Block, entry: &Env, kept: &[Kept]) -> R<()> {
        let temporary = self.f.func.new_block();
        self.in_block(temporary, |cx| {
            for one in kept {
                let binding = entry.get(&one.name).filter(|binding| binding.conflict.is_none());
                let val = binding.map(|binding| binding.val.clone());
                cx.set_kept(one, val.as_ref())?;
                if let (Some(flag), Some(known)) = (one.flag, binding.and_then(|binding| binding.flag)) {
                    cx.push(Op::SetVar(flag, known), &[]);
                }
            }
            Ok(())
        })?;
        let mut insts = self.f.func.take_insts(temporary);
        insts.extend(self.f.func.take_insts(body));
        self.f.func.set_insts(body, insts);
        Ok(())
    }

    fn set_at(&mut self, mark: Inst, one: &Kept, val: Option<&Val>, out: &mut Vec<Inst>) -> R<()> {
        let temporary = self.f.func.new_block();
        let span = std::mem::replace(&mut self.f.span, self.f.func.loc(mark).span);
        let set = self.in_block(temporary, |cx| cx.set_kept(one, val));
        self.f.span = span;
        out.extend(self.f.func.take_insts(temporary));
        set
    }

    fn set_kept(&mut self, one: &Kept, val: Option<&Val>) -> R<()> {
        if let (How::Variables(ty, vars, _), Some(val)) = (&one.how, val) {
            let leaves = self.convert_to(val, ty)?.leaves();
            for (var, leaf) in vars.iter().zip(leaves) {
                self.push(Op::SetVar(*var, leaf), &[]);
            }
        }
        if let Some(flag) = one.flag {
            let bound = self.boolean(val.is_some());
            self.push(Op::SetVar(flag, bound), &[]);
        }
        Ok(())
    }

    fn bind_kept(&mut self, entry: &Env, kept: Vec<Kept>) -> Env {
        let mut env = entry.clone();
        for one in kept {
            let mut binding = Binding { val: Val::Error, flag: None, conflict: None, span: None };
            match one.how {
                How::Variables(ty, vars, like) => {
                    let leaves: Values = vars.iter().map(|var| self.get_var(*var)).collect();
                    binding.val = ty.value_like(&like, &mut leaves.into_iter()).unwrap_or(Val::Error);
                }
                How::Static(val) => binding.val = val,
                How::Conflict(diagnostic) => binding.conflict = Some(diagnostic),
            }
            binding.flag = one.flag.map(|flag| self.get_var(flag));
            env.insert(one.name, binding);
        }
        env
    }

    fn get_var(&mut self, var: Var) -> Value {
        let ty = self.f.func.vars[var];
        self.push1(Op::GetVar(var), ty)
    }
}
