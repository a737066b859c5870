//! Global names of a file: what an assignment at the top level binds, and which names code there changes later. That code
//! does not run in what is compiled, so a function that reads such a name would see another value than in Python.

use crate::cx::{Cx, R, Scope};
use crate::value::Val;
use npc_base::{Code, Diagnostic, FileId, Span};
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What a name is bound to at the top level.
pub(crate) enum Bound {
    /// The value of an expression.
    Whole(Rc<Expr>),
    /// A part of one: at each step its place, and how many there are.
    Part(Rc<Expr>, Vec<(usize, usize)>),
}

/// The names that an assignment binds.
pub(crate) fn bound(assign: &ast::StmtAssign) -> Vec<(String, Bound)> {
    let mut found = Vec::new();
    for target in &assign.targets {
        pair(target, &assign.value, &mut found);
    }
    found
}

/// `a, b = 0, 1` binds each name to an expression of its own.
fn pair(target: &Expr, value: &Expr, found: &mut Vec<(String, Bound)>) {
    match (target, members(target), members(value)) {
        (Expr::Name(name), ..) => found.push((name.id.to_string(), Bound::Whole(Rc::new(value.clone())))),
        (_, Some(targets), Some(values)) if targets.len() == values.len() && !values.iter().any(Expr::is_starred_expr) => {
            targets.iter().zip(values).for_each(|(target, value)| pair(target, value, found));
        }
        (_, Some(targets), _) => parts(targets, &Rc::new(value.clone()), &[], found),
        _ => {}
    }
}

fn members(expr: &Expr) -> Option<&[Expr]> {
    match expr {
        Expr::Tuple(tuple) => Some(&tuple.elts),
        Expr::List(list) => Some(&list.elts),
        _ => None,
    }
}

fn parts(targets: &[Expr], value: &Rc<Expr>, path: &[(usize, usize)], found: &mut Vec<(String, Bound)>) {
    for (at, target) in targets.iter().enumerate() {
        let path: Vec<_> = path.iter().copied().chain([(at, targets.len())]).collect();
        match (target, members(target)) {
            (Expr::Name(name), _) => found.push((name.id.to_string(), Bound::Part(value.clone(), path))),
            (_, Some(inner)) => parts(inner, value, &path, found),
            _ => {}
        }
    }
}

/// A place where code at the top level changes a global.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    at: TextRange,
    /// By a function that is given the value, so only if it can change.
    given: bool,
}

/// The global names that code at the top level changes, and where.
pub(crate) fn changed(body: &[Stmt]) -> FxHashMap<String, Change> {
    let mut changes = Changes::default();
    let mut assigned: FxHashMap<String, TextRange> = FxHashMap::default();
    for stmt in body {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) | Stmt::Import(_) | Stmt::ImportFrom(_) => {}
            Stmt::If(branch) if crate::signature::is_main(&branch.test) => {}
            Stmt::Assign(assign) => {
                for (name, _) in bound(assign) {
                    // Another name may have been computed from the first value.
                    if assigned.contains_key(&name) && changes.read.contains(&name) {
                        changes.names.insert(name.clone(), Change { at: assign.range, given: false });
                    }
                    assigned.insert(name, assign.range);
                }
                assign.targets.iter().for_each(|target| changes.target(target, false));
                changes.visit_expr(&assign.value);
            }
            Stmt::If(_) | Stmt::For(_) | Stmt::While(_) | Stmt::With(_) | Stmt::Try(_) => {
                changes.inside = true;
                changes.visit_stmt(stmt);
                changes.inside = false;
            }
            _ => changes.visit_stmt(stmt),
        }
    }
    changes.names
}

#[derive(Default)]
struct Changes {
    names: FxHashMap<String, Change>,
    read: rustc_hash::FxHashSet<String>,
    /// In a loop or branch, where also an assignment is a change.
    inside: bool,
}

impl Changes {
    /// The name whose value a store to this target changes.
    fn target(&mut self, target: &Expr, direct: bool) {
        match target {
            Expr::Name(name) if direct => {
                self.names.insert(name.id.to_string(), Change { at: target.range(), given: false });
            }
            Expr::Subscript(subscript) => self.target(&subscript.value, true),
            Expr::Attribute(attribute) => self.target(&attribute.value, true),
            Expr::Starred(starred) => self.target(&starred.value, direct),
            other => members(other).into_iter().flatten().for_each(|member| self.target(member, direct)),
        }
    }
}

impl Changes {
    fn given(&mut self, arg: &Expr) {
        if let Expr::Name(name) = arg {
            let change = Change { at: arg.range(), given: true };
            self.names.entry(name.id.to_string()).or_insert(change);
        }
    }
}

impl<'a> Visitor<'a> for Changes {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::Assign(assign) => assign.targets.iter().for_each(|target| self.target(target, self.inside)),
            Stmt::AnnAssign(assign) => self.target(&assign.target, self.inside),
            Stmt::AugAssign(assign) => self.target(&assign.target, true),
            Stmt::For(branch) => self.target(&branch.target, true),
            Stmt::Delete(delete) => delete.targets.iter().for_each(|target| self.target(target, true)),
            // A method of a global, or a function that is given one, is called for what it does to it.
            Stmt::Expr(expr) => {
                if let Expr::Call(call) = &*expr.value {
                    match &*call.func {
                        Expr::Attribute(attribute) => self.target(&attribute.value, true),
                        Expr::Name(name) if name.id.as_str() != "print" => {
                            call.arguments.args.iter().for_each(|arg| self.given(arg));
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            self.read.insert(name.id.to_string());
        }
        walk_expr(self, expr);
    }
}

impl Cx<'_> {
    /// The value of a name that is bound to a part of something.
    pub fn constant_part(&mut self, module: usize, name: &str, expr: &Rc<Expr>, path: &[(usize, usize)]) -> R<Val> {
        let whole = self.constant_value(module, name, expr)?;
        self.in_scope(Scope::User(module), |cx| {
            cx.at(expr.range(), |cx| {
                let mut val = whole;
                for (at, count) in path {
                    let members = cx.sequence(&val, Some(*count))?;
                    match members.get(*at) {
                        Some(member) if members.len() == *count => val = member.clone(),
                        _ => return Err(cx.error(Code::TypeMismatch, "this cannot be unpacked into as many names")),
                    }
                }
                Ok(val)
            })
        })
    }

    /// An error for a global whose value depends on code that is not compiled.
    pub fn refuse_changed(&mut self, file: FileId, name: &str, change: Change, val: &Val) -> R<()> {
        if change.given && !matches!(val, Val::Object(..) | Val::List(_)) {
            return Ok(());
        }
        let span = Span { file, start: change.at.start().into(), end: change.at.end().into() };
        let message = format!("the global `{name}` is changed at the top level of the file, which is not compiled");
        let diagnostic = self.here(Diagnostic::error(Code::Unsupported, message), "read here");
        let diagnostic = diagnostic
            .label(span, "changed here")
            .help(format!("make `{name}` in one expression (a comprehension or a function), or pass it as an argument"));
        Err(self.report(diagnostic))
    }
}
