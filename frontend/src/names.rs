//! Which names a body reads and assigns, and where: what loops must carry and joins must merge.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{self as ast, Expr, ExprContext, Stmt};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};

/// Reads and assignments of a function body, by name, as byte offsets.
#[derive(Debug, Default)]
pub(crate) struct Reads {
    loads: FxHashMap<String, Vec<u32>>,
    stores: FxHashMap<String, Vec<u32>>,
}

impl Reads {
    /// The names of a body.
    pub fn of(body: &[Stmt]) -> Reads {
        let mut reads = Reads::default();
        for stmt in body {
            reads.visit_stmt(stmt);
        }
        reads
    }

    /// True if the name is read anywhere outside this range.
    pub fn read_outside(&self, name: &str, range: TextRange) -> bool {
        let inside = u32::from(range.start())..u32::from(range.end());
        self.loads.get(name).is_some_and(|loads| loads.iter().any(|at| !inside.contains(at)))
    }

    /// Every name assigned in the body.
    pub fn assigned(&self) -> FxHashSet<String> {
        self.stores.keys().cloned().collect()
    }
}

impl<'a> Visitor<'a> for Reads {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::AugAssign(aug) => {
                if let Expr::Name(name) = &*aug.target {
                    self.loads.entry(name.id.to_string()).or_default().push(name.start().into());
                }
                walk_stmt(self, stmt);
            }
            Stmt::FunctionDef(def) => {
                self.stores.entry(def.name.id.to_string()).or_default().push(def.start().into());
                walk_stmt(self, stmt);
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            let map = if name.ctx == ExprContext::Load { &mut self.loads } else { &mut self.stores };
            map.entry(name.id.to_string()).or_default().push(name.start().into());
        }
        walk_expr(self, expr);
    }
}

/// Collects assigned names, in order of appearance.
struct Assigned(Vec<String>);

impl Assigned {
    fn add(&mut self, name: &str) {
        if !self.0.iter().any(|known| known == name) {
            self.0.push(name.to_string());
        }
    }
}

impl<'a> Visitor<'a> for Assigned {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(def) = stmt {
            self.add(&def.name.id);
            return;
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx != ExprContext::Load => self.add(&name.id),
            Expr::Lambda(_) => {}
            _ => walk_expr(self, expr),
        }
    }
}

/// The names that `:=` in an expression assigns.
pub(crate) fn assigned_in_expr(expr: &Expr) -> Vec<String> {
    let mut assigned = Assigned(Vec::new());
    assigned.visit_expr(expr);
    assigned.0
}

/// The names that statements assign, in order of appearance.
pub(crate) fn assigned_in(body: &[Stmt]) -> Vec<String> {
    let mut assigned = Assigned(Vec::new());
    for stmt in body {
        assigned.visit_stmt(stmt);
    }
    assigned.0
}

/// True if a loop body always assigns the name, in a simple statement at its top level, before it reads it.
pub(crate) fn assigned_first(name: &str, body: &[Stmt]) -> bool {
    for stmt in body {
        let reads = Reads::of(std::slice::from_ref(stmt));
        let stored = reads.stores.contains_key(name);
        let loaded = reads.loads.contains_key(name);
        match stmt {
            Stmt::Assign(_) | Stmt::AnnAssign(_) if stored => return !loaded,
            _ if stored || loaded => return false,
            _ => {}
        }
    }
    false
}

/// The names that a parameter list and a body make local.
pub(crate) fn locals(parameters: &ast::Parameters, reads: &Reads) -> FxHashSet<String> {
    let mut names = reads.assigned();
    names.extend(crate::cx::parameter_names(parameters));
    names
}
