//! Statements.

use crate::cx::{Binding, Cx, Edge, R, Returns, Stop};
use crate::value::{Callable, Scalar, Val};
use npc_base::{Code, Diagnostic};
use npc_midend::ir::{Op, Value};
use npc_midend::types::DType;
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

/// Branches of one `if`: each is nested in the one before.
const MAX_ARMS: usize = 200;

impl Cx<'_> {
    /// Compiles statements until one of them leaves. An error poisons what its statement assigns, and the next one is
    /// looked at, so that one run reports several errors.
    pub fn exec_all(&mut self, stmts: &[Stmt]) {
        for stmt in stmts {
            if !self.f.live || self.inline_done() || self.is_lesson() || self.step().is_err() {
                return;
            }
            if self.at(stmt.range(), |cx| cx.exec(stmt)).is_err() && self.f.live && !self.is_lesson() {
                self.poison(stmt);
            }
        }
    }

    fn poison(&mut self, stmt: &Stmt) {
        for name in crate::names::assigned_in(std::slice::from_ref(stmt)) {
            let binding = Binding { val: Val::Error, flag: None, conflict: None, span: None };
            self.frame().env.insert(name, binding);
        }
    }

    /// An inlined body has returned at its outermost level: the rest is never reached.
    pub fn inline_done(&self) -> bool {
        matches!(self.f.frames.last().map(|frame| &frame.returns), Some(Returns::Inline { value: Some(_), .. }))
    }

    fn exec(&mut self, stmt: &Stmt) -> R<()> {
        match stmt {
            Stmt::Assign(assign) => self.exec_assign(assign),
            Stmt::AnnAssign(assign) => match &assign.value {
                Some(value) => {
                    let value = self.expr(value)?;
                    let value = self.as_annotated(&assign.annotation, value)?;
                    self.assign(&assign.target, value)
                }
                None => Ok(()),
            },
            Stmt::AugAssign(aug) => self.exec_aug_assign(aug),
            Stmt::Expr(expr) => match &*expr.value {
                Expr::Yield(yielded) => self.exec_yield(yielded.value.as_deref()),
                Expr::YieldFrom(from) => self.exec_yield_from(from),
                value => self.expr(value).map(|_| ()),
            },
            Stmt::Return(ret) => self.exec_return(ret),
            Stmt::If(branch) => self.exec_if(branch),
            Stmt::While(branch) => self.exec_while(branch),
            Stmt::For(branch) => self.exec_for(branch),
            Stmt::Break(_) => self.leave_loop(true),
            Stmt::Continue(_) => self.leave_loop(false),
            Stmt::Pass(_) => Ok(()),
            Stmt::Raise(raise) => self.exec_raise(raise),
            Stmt::Assert(assert) => self.exec_assert(assert),
            Stmt::Delete(delete) => self.exec_delete(delete),
            Stmt::Import(_) | Stmt::ImportFrom(_) => self.exec_import(stmt),
            Stmt::Global(global) => self.exec_global(&global.names),
            Stmt::Nonlocal(nonlocal) => self.exec_nonlocal(&nonlocal.names),
            Stmt::FunctionDef(def) => self.exec_function(def),
            Stmt::ClassDef(_) => Err(self.unsupported("a class defined inside a function")),
            Stmt::Try(stmt) => self.exec_try(stmt),
            Stmt::With(stmt) => self.exec_with(stmt),
            Stmt::Match(stmt) => self.exec_match(stmt),
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => Err(self.unsupported("this statement")),
        }
    }

    // ---- assignment

    fn exec_assign(&mut self, assign: &ast::StmtAssign) -> R<()> {
        let value = self.expr(&assign.value)?;
        for target in &assign.targets {
            self.assign(target, value.clone())?;
        }
        Ok(())
    }

    pub fn bind(&mut self, name: &str, val: Val) {
        if let Some(cell) = self.cell_of(name) {
            // What is wrong with it has been reported.
            let _ = self.store_cell(&cell, &val);
            return;
        }
        let span = if self.in_user_code() { self.f.span } else { None };
        self.note_assigned(name, Some(&val));
        self.frame().env.insert(name.to_string(), Binding { val, flag: None, conflict: None, span });
    }

    pub fn assign(&mut self, target: &Expr, value: Val) -> R<()> {
        match target {
            Expr::Name(name) => {
                let value = self.as_one_iterator(value)?;
                let value = self.settle(&name.id, value)?;
                self.bind(&name.id, value);
                Ok(())
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, value),
            Expr::List(list) => self.unpack(&list.elts, value),
            Expr::Subscript(subscript) => {
                let base = self.expr(&subscript.value)?;
                let index = self.expr(&subscript.slice)?;
                self.at(target.range(), |cx| {
                    cx.compare_with_numba(&crate::numba::Seen::Index(&base, &index));
                    cx.compare_with_numba(&crate::numba::Seen::Store(&base, &value));
                    cx.store_subscript(&base, &index, value)
                })
            }
            Expr::Attribute(attribute) => {
                let base = self.expr(&attribute.value)?;
                if let Val::Array(array) = base
                    && crate::complex::is_part(&attribute.attr)
                {
                    return self.at(target.range(), |cx| cx.store_part(array, &attribute.attr, &value));
                }
                if let Val::Array(array) = base
                    && crate::flat::is_assignable(&attribute.attr)
                {
                    return self.at(target.range(), |cx| cx.store_array_attribute(attribute, array, &value));
                }
                self.at(target.range(), |cx| cx.store_attribute(&base, &attribute.attr, value))
            }
            Expr::Starred(_) => Err(self.unsupported("a starred target")),
            _ => Err(self.unsupported("this target of an assignment")),
        }
    }

    /// `a, *b = value`: the starred target takes what the others leave, as a list.
    fn unpack_starred(&mut self, targets: &[Expr], star: usize, value: &Val) -> R<()> {
        let members = match value {
            Val::Array(array) => return self.unpack_array_starred(targets, star, *array),
            value => self.sequence(value, None)?,
        };
        let after = targets.len() - star - 1;
        if members.len() < star + after {
            let (expected, got) = (star + after, members.len());
            let message = format!("not enough values to unpack (expected at least {expected}, got {got})");
            let no = self.boolean(false);
            self.check(no, "ValueError", &message, &[])?;
            return Err(Stop);
        }
        let last = members.len() - after;
        for (k, target) in targets.iter().enumerate() {
            match target {
                Expr::Starred(starred) => self.assign(&starred.value, Val::List(members[star..last].to_vec()))?,
                target if k < star => self.assign(target, members[k].clone())?,
                target => self.assign(target, members[last + k - star - 1].clone())?,
            }
        }
        Ok(())
    }

    fn unpack_array_starred(&mut self, targets: &[Expr], star: usize, array: Value) -> R<()> {
        let (length, after) = (self.dim(array, 0), targets.len() - star - 1);
        let least = self.int((star + after) as i64);
        let enough = self.compare(npc_midend::ir::CompareOp::Ge, length, least);
        let message = format!("not enough values to unpack (expected at least {}, got {{0}})", star + after);
        self.check(enough, "ValueError", &message, &[length])?;
        for (k, target) in targets.iter().enumerate() {
            let at = if k < star { k as i64 } else { k as i64 - targets.len() as i64 };
            let at = Val::weak(self.int(at), npc_midend::types::DType::I64);
            match target {
                Expr::Starred(_) => return Err(self.unsupported("a starred target for the elements of an array")),
                target => {
                    let member = self.subscript(&Val::Array(array), &at)?;
                    self.assign(target, member)?;
                }
            }
        }
        Ok(())
    }

    fn unpack(&mut self, targets: &[Expr], value: Val) -> R<()> {
        if let Some(star) = targets.iter().position(|target| matches!(target, Expr::Starred(_))) {
            return self.unpack_starred(targets, star, &value);
        }
        let members = self.sequence(&value, Some(targets.len()))?;
        if members.len() != targets.len() {
            let (expected, got) = (targets.len(), members.len());
            let problem = if got < expected {
                format!("not enough values to unpack (expected {expected}, got {got})")
            } else {
                format!("too many values to unpack (expected {expected})")
            };
            return Err(self.error(Code::TypeMismatch, problem));
        }
        for (target, member) in targets.iter().zip(members) {
            self.assign(target, member)?;
        }
        Ok(())
    }

    fn exec_aug_assign(&mut self, aug: &ast::StmtAugAssign) -> R<()> {
        match &*aug.target {
            Expr::Name(name) => {
                let old = self.read_name(&name.id, name.range)?;
                let value = self.expr(&aug.value)?;
                let new = self.in_place(aug.op, &old, &value)?;
                self.bind(&name.id, new);
                Ok(())
            }
            Expr::Subscript(subscript) => {
                let base = self.expr(&subscript.value)?;
                let index = self.expr(&subscript.slice)?;
                if let Val::Array(array) = &base
                    && let Some(advanced) = self.advanced(*array, &index)?
                {
                    return self.aug_assign_advanced(&advanced, aug);
                }
                let old = self.subscript(&base, &index)?;
                let value = self.expr(&aug.value)?;
                let new = self.in_place(aug.op, &old, &value)?;
                match old {
                    // The view has been written already.
                    Val::Array(_) => Ok(()),
                    _ => self.store_subscript(&base, &index, new),
                }
            }
            Expr::Attribute(attribute) => {
                let base = self.expr(&attribute.value)?;
                if let Val::Array(array) = base
                    && crate::complex::is_part(&attribute.attr)
                {
                    let old = self.at(aug.target.range(), |cx| cx.part_target(array, &attribute.attr))?;
                    let value = self.expr(&aug.value)?;
                    return self.in_place(aug.op, &old, &value).map(drop);
                }
                let old = self.attribute(&base, &attribute.attr, attribute.attr.range)?;
                let value = self.expr(&aug.value)?;
                let new = self.in_place(aug.op, &old, &value)?;
                self.at(aug.target.range(), |cx| cx.store_attribute(&base, &attribute.attr, new))
            }
            _ => Err(self.unsupported("this target of an augmented assignment")),
        }
    }

    /// `a[indices] op= value`: what is there is read, changed and written back, so a place that is named twice changes once.
    fn aug_assign_advanced(&mut self, advanced: &crate::advanced::Advanced, aug: &ast::StmtAugAssign) -> R<()> {
        let old = self.load_advanced(advanced)?;
        let value = self.expr(&aug.value)?;
        let new = self.in_place(aug.op, &old, &value)?;
        self.at(aug.target.range(), |cx| cx.store_advanced(advanced, &new))
    }

    /// `old op= value`: arrays change in place, everything else is computed anew.
    fn in_place(&mut self, op: ast::Operator, old: &Val, value: &Val) -> R<Val> {
        self.compare_with_numba(&crate::numba::Seen::InPlace(op, old, value));
        if let Some(new) = self.container_in_place(op, old, value)? {
            return Ok(new);
        }
        match old {
            Val::Array(target) if op != ast::Operator::MatMult => {
                let target = *target;
                self.check_not_constant(target)?;
                self.operator_call(op, old, value, Some(Val::Array(target)))?;
                Ok(Val::Array(target))
            }
            _ => self.binary_op(op, old, value),
        }
    }

    fn exec_delete(&mut self, delete: &ast::StmtDelete) -> R<()> {
        self.delete_all(&delete.targets)
    }

    fn delete_all(&mut self, targets: &[Expr]) -> R<()> {
        for target in targets {
            match target {
                Expr::Tuple(tuple) => self.delete_all(&tuple.elts)?,
                Expr::List(list) => self.delete_all(&list.elts)?,
                Expr::Name(name) => {
                    self.read_name(&name.id, name.range)?;
                    match self.cell_of(&name.id) {
                        Some(cell) => self.mark_cell(&cell, false),
                        None => {
                            self.frame().env.shift_remove(name.id.as_str());
                            self.note_assigned(&name.id, None);
                        }
                    }
                }
                Expr::Subscript(subscript) => {
                    let base = self.expr(&subscript.value)?;
                    let index = self.expr(&subscript.slice)?;
                    self.at(target.range(), |cx| cx.delete_subscript(&base, &index))?;
                }
                _ => return Err(self.unsupported("`del` of anything but a name")),
            }
        }
        Ok(())
    }

    fn exec_import(&mut self, stmt: &Stmt) -> R<()> {
        for (name, val) in self.imported(stmt) {
            self.bind(&name, val);
        }
        Ok(())
    }

    // ---- leaving

    fn exec_return(&mut self, ret: &ast::StmtReturn) -> R<()> {
        let val = match &ret.value {
            Some(value) => self.expr(value)?,
            None => Val::None,
        };
        if matches!(val, Val::BigInt(_)) {
            return Err(self.big_int_operand());
        }
        let frame = self.frame_ref();
        let frame = if matches!(frame.returns, Returns::Function(_)) { None } else { Some(frame.id) };
        let val = self.leaving(val, frame)?;
        self.return_value(val);
        Ok(())
    }

    /// Leaves the body with a value.
    pub fn return_value(&mut self, val: Val) {
        if self.guard_return(&val) {
            return;
        }
        let block = self.f.block;
        let env = self.frame().env.clone();
        let span = self.f.span;
        let mut leaves = true;
        match &mut self.frame().returns {
            Returns::Function(edges) => edges.push((Edge { block, env }, val, span)),
            Returns::Generator(edges) => edges.push(Edge { block, env }),
            Returns::Inline { start, value, scoped: false, .. } if *start == block => {
                *value = Some(val);
                leaves = false;
            }
            Returns::Inline { edges, scoped, retry, .. } => {
                *retry |= !*scoped;
                edges.push((Edge { block, env }, val));
            }
        }
        if leaves {
            self.f.live = false;
        }
    }

    pub fn leave_loop(&mut self, is_break: bool) -> R<()> {
        let mut edge = Edge { block: self.f.block, env: self.frame().env.clone() };
        for name in self.handled_names() {
            edge.env.shift_remove(&name);
        }
        if self.guard_leaving(&edge, is_break) {
            return Ok(());
        }
        let Some(target) = self.frame().loops.last_mut() else {
            return Err(self.error(Code::SyntaxError, "`break` or `continue` outside a loop"));
        };
        if is_break {
            target.breaks.push(edge)
        } else {
            target.continues.push(edge)
        }
        self.f.live = false;
        Ok(())
    }

    // ---- raising

    fn exec_raise(&mut self, raise: &ast::StmtRaise) -> R<()> {
        let Some(exc) = &raise.exc else { return self.raise_again() };
        if let Some(cause) = crate::try_::cause(raise) {
            self.check_cause(cause)?;
        }
        if let Some(record) = self.exception_object(exc)? {
            return self.raise_object(record);
        }
        let (exception, args) = self.exception(exc)?;
        let message = self.exception_text(exception, &args)?;
        self.raise_text(exception, &message)
    }

    fn exception(&mut self, exc: &Expr) -> R<(&'static str, Vec<Val>)> {
        let (callee, args) = match exc {
            Expr::Call(call) => (&*call.func, &call.arguments.args[..]),
            other => (other, &[][..]),
        };
        let Val::Callable(Callable::Exception(name)) = self.expr(callee)? else {
            return Err(self.error(Code::TypeMismatch, "exceptions must derive from BaseException"));
        };
        let args = args.iter().map(|arg| self.expr(arg)).collect::<R<Vec<_>>>()?;
        Ok((name, args))
    }

    fn exec_assert(&mut self, assert: &ast::StmtAssert) -> R<()> {
        let cond = self.condition(&assert.test)?;
        match (&assert.msg, self.const_bool(cond)) {
            (None, _) => self.check(cond, "AssertionError", "", &[])?,
            (_, Some(true)) => {}
            (Some(msg), _) => {
                if let Expr::StringLiteral(text) = &**msg {
                    self.check(cond, "AssertionError", &escape(text.value.to_str()), &[])?;
                    self.narrow_by(&assert.test, true);
                    return Ok(());
                }
                let failed = self.not(cond);
                let fail = |cx: &mut Self| {
                    let val = cx.expr(msg)?;
                    let message = cx.exception_text("AssertionError", &[val])?;
                    cx.raise_text("AssertionError", &message)?;
                    Err(Stop)
                };
                self.if_else(failed, &[], fail, |_| Ok(npc_midend::ir::Values::new()))?;
            }
        }
        self.narrow_by(&assert.test, true);
        Ok(())
    }

    // ---- branches

    /// The truth of an expression.
    pub fn condition(&mut self, test: &Expr) -> R<Value> {
        let val = match test {
            Expr::BoolOp(boolean) => self.at(test.range(), |cx| cx.bool_expr(boolean.op, &boolean.values, true))?,
            other => self.expr(other)?,
        };
        self.at(test.range(), |cx| cx.truth_of(&val))
    }

    fn exec_if(&mut self, branch: &ast::StmtIf) -> R<()> {
        let mut arms: Vec<(Option<&Expr>, &[Stmt])> = vec![(Some(&branch.test), &branch.body)];
        arms.extend(branch.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body[..])));
        self.exec_arms(&arms, branch.range)
    }

    fn exec_arms(&mut self, arms: &[(Option<&Expr>, &[Stmt])], range: ruff_text_size::TextRange) -> R<()> {
        if arms.len() > MAX_ARMS {
            return Err(self.error(Code::TooLarge, format!("an `if` with more than {MAX_ARMS} branches")));
        }
        let Some(((test, body), rest)) = arms.split_first() else { return Ok(()) };
        let Some(test) = test else {
            self.exec_all(body);
            return Ok(());
        };
        let cond = self.at(test.range(), |cx| cx.condition(test))?;
        self.branch(
            cond,
            range,
            |cx| {
                cx.narrow_by(test, true);
                cx.exec_all(body);
                Ok(())
            },
            |cx| {
                cx.narrow_by(test, false);
                cx.exec_arms(rest, range)
            },
        )
    }

    /// Two paths: one is taken, and they meet again. `range` is the source of both.
    pub fn branch(
        &mut self,
        cond: Value,
        range: ruff_text_size::TextRange,
        then: impl FnOnce(&mut Self) -> R<()>,
        els: impl FnOnce(&mut Self) -> R<()>,
    ) -> R<()> {
        match self.const_bool(cond) {
            Some(true) => return then(self),
            Some(false) => return els(self),
            None => {}
        }
        let entry = self.frame().env.clone();
        let (yes, no) = (self.f.func.new_block(), self.f.func.new_block());
        let mut edges = Vec::new();
        edges.extend(self.exec_arm(yes, then)?);
        self.frame().env = entry.clone();
        edges.extend(self.exec_arm(no, els)?);
        let wanted = self.wanted_names(range);
        let envs: Vec<_> = edges.iter().map(|edge| &edge.env).collect();
        let joined = self.join(&entry, &envs, &wanted);
        self.finish_edges(&edges, &joined, &Op::Yield)?;
        let types = Self::joined_types(&joined);
        let results = self.push(Op::If(cond, yes, no), &types);
        if edges.is_empty() {
            self.terminate(Op::Unreachable);
        } else {
            self.frame().env = self.bind_joined(joined, &results);
        }
        Ok(())
    }

    /// Compiles one arm into its block; its end, if it has one.
    fn exec_arm(&mut self, block: npc_midend::ir::Block, f: impl FnOnce(&mut Self) -> R<()>) -> R<Option<Edge>> {
        self.in_block(block, |cx| {
            let result = f(cx);
            if !cx.f.live {
                return Ok(None);
            }
            result?;
            Ok(Some(Edge { block, env: cx.frame().env.clone() }))
        })
    }

    // ---- sequences known at compile time

    /// The members of something with a known length.
    pub fn sequence(&mut self, val: &Val, wanted: Option<usize>) -> R<Vec<Val>> {
        match val {
            Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => Ok(members.clone()),
            Val::Generator(generator) => self.collect(generator),
            Val::Iterate(..) => match self.static_items(val)? {
                Some(members) => Ok(members),
                None => self.container_members(val, wanted),
            },
            Val::Range(parts) => match wanted {
                Some(count) => self.unpack_range(**parts, count),
                None => self.range_members(**parts),
            },
            Val::Optional(..) => {
                let val = self.present(val, "TypeError", "cannot unpack non-iterable NoneType object")?;
                self.sequence(&val, wanted)
            }
            Val::Array(array) => {
                let array = *array;
                let Some(count) = wanted else {
                    return Err(self.error(Code::NotStatic, "the length of an array is not known at compile time"));
                };
                self.unpack_array(array, count)
            }
            Val::Object(object, value) if object.is_list() && wanted.is_some() => {
                self.unpack_list(&object.clone(), *value, wanted.unwrap_or(0))
            }
            Val::Str(text) => Ok(text.chars().map(|c| Val::Str(c.to_string().into())).collect()),
            Val::Error => Err(Stop),
            Val::Object(object, _) if object.namespace().is_some() => self.container_members(val, wanted),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("cannot unpack non-iterable {name} object")))
            }
        }
    }

    fn unpack_array(&mut self, array: Value, count: usize) -> R<Vec<Val>> {
        if self.array_type(array).rank == 0 {
            return Err(self.error(Code::TypeMismatch, "iteration over a 0-d array"));
        }
        let length = self.dim(array, 0);
        self.check_unpacked(length, count)?;
        let mut members = Vec::new();
        for k in 0..count {
            let at = self.int(k as i64);
            members.push(self.subscript(&Val::Array(array), &Val::weak(at, npc_midend::types::DType::I64))?);
        }
        Ok(members)
    }

    /// Raises unless something of this length can be unpacked into `count` names.
    fn check_unpacked(&mut self, length: Value, count: usize) -> R<()> {
        let expected = self.int(count as i64);
        let enough = self.compare(npc_midend::ir::CompareOp::Ge, length, expected);
        let message = format!("not enough values to unpack (expected {count}, got {{0}})");
        self.check(enough, "ValueError", &message, &[length])?;
        let exact = self.compare(npc_midend::ir::CompareOp::Eq, length, expected);
        self.check(exact, "ValueError", &format!("too many values to unpack (expected {count})"), &[])
    }

    fn unpack_range(&mut self, parts: [Scalar; 3], count: usize) -> R<Vec<Val>> {
        let length = self.range_length(parts);
        self.check_unpacked(length, count)?;
        let mut members = Vec::with_capacity(count);
        for at in 0..count {
            let at = self.int(at as i64);
            let offset = self.binary(npc_midend::ir::BinaryOp::Mul, at, parts[2].value);
            members.push(Val::weak(self.binary(npc_midend::ir::BinaryOp::Add, parts[0].value, offset), DType::I64));
        }
        Ok(members)
    }

    /// The members of a list, or the keys of a dict or a set, of which there must be so many.
    fn container_members(&mut self, val: &Val, wanted: Option<usize>) -> R<Vec<Val>> {
        let Some(count) = wanted else { return Err(self.not_countable()) };
        let list = self.list_from_container(val)?;
        let Val::Object(object, value) = &list else { return Err(Stop) };
        let Val::Scalar(length) = self.object_length(object, *value)? else { return Err(Stop) };
        self.check_unpacked(length.value, count)?;
        let mut members = Vec::with_capacity(count);
        for at in 0..count {
            let at = self.int(at as i64);
            members.push(self.element_of(object, *value, at)?);
        }
        Ok(members)
    }

    /// A diagnostic with the place that is being compiled as its primary label.
    pub fn here(&self, diagnostic: Diagnostic, text: &str) -> Diagnostic {
        match self.f.span {
            Some(span) => diagnostic.label(span, text),
            None => diagnostic,
        }
    }
}

/// A message as the sites' template holds it.
pub(crate) fn escape(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
