//! Which names a body reads and assigns, and where: what loops must carry and joins must merge.

use ruff_python_ast::visitor::{Visitor, walk_except_handler, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};

/// The place of a read that happens whenever a function is called: outside every range.
const ANYWHERE: u32 = u32::MAX;

/// Reads and assignments of a function body, by name, as byte offsets.
#[derive(Debug, Default)]
pub(crate) struct Reads {
    loads: FxHashMap<String, Vec<u32>>,
    stores: FxHashMap<String, Vec<u32>>,
    /// What `global` names.
    pub globals: FxHashSet<String>,
    /// What `nonlocal` names.
    pub nonlocals: FxHashSet<String>,
    /// Names of this body that functions inside it assign.
    pub cells: FxHashSet<String>,
    /// True if there is a `yield` in the body itself.
    pub yields: bool,
    /// Names that are used in other ways than a sequence of known length can be.
    changed: FxHashSet<String>,
}

impl Reads {
    /// The names of a body.
    pub fn of(body: &[Stmt]) -> Reads {
        let mut reads = Reads::default();
        for stmt in body {
            reads.visit_stmt(stmt);
        }
        reads.changed = crate::displays::changed_names(body);
        reads
    }

    /// True if a list of this name may change, or be seen under another name.
    pub fn changes(&self, name: &str) -> bool {
        self.changed.contains(name)
    }

    /// True if the name is read anywhere outside this range.
    pub fn read_outside(&self, name: &str, range: TextRange) -> bool {
        let inside = u32::from(range.start())..u32::from(range.end());
        self.loads.get(name).is_some_and(|loads| loads.iter().any(|at| !inside.contains(at)))
    }

    /// True if the name is read anywhere.
    pub fn is_read(&self, name: &str) -> bool {
        self.loads.contains_key(name)
    }

    /// Every name assigned in the body.
    pub fn assigned(&self) -> FxHashSet<String> {
        self.stores.keys().filter(|name| !self.globals.contains(*name) && !self.nonlocals.contains(*name)).cloned().collect()
    }

    /// True if the body assigns the name.
    pub fn assigns(&self, name: &str) -> bool {
        self.stores.contains_key(name)
    }

    fn load(&mut self, name: &str, at: u32) {
        self.loads.entry(name.to_string()).or_default().push(at);
    }

    fn store(&mut self, name: &str, at: u32) {
        self.stores.entry(name.to_string()).or_default().push(at);
    }

    /// A function inside the body: what it sees of ours is read when it is called.
    fn visit_function(&mut self, parameters: Option<&ast::Parameters>, inner: &Reads) {
        let defaults = parameters.into_iter().flat_map(|parameters| parameters.iter_non_variadic_params());
        defaults.filter_map(|param| param.default.as_deref()).for_each(|default| self.visit_expr(default));
        let own = match parameters {
            Some(parameters) => locals(parameters, inner),
            None => inner.assigned(),
        };
        for name in free(&own, inner) {
            self.load(&name, ANYWHERE);
        }
        self.cells.extend(inner.nonlocals.iter().cloned());
        self.cells.extend(inner.cells.iter().filter(|name| !own.contains(*name)).cloned());
    }

    /// A comprehension: its targets are its own, names that `:=` assigns are ours. A generator expression reads later.
    fn visit_comprehension_of(&mut self, elements: &[&Expr], generators: &[ast::Comprehension], later: bool) {
        let mut targets = Reads::default();
        let mut inner = Reads::default();
        for (k, generator) in generators.iter().enumerate() {
            targets.visit_expr(&generator.target);
            if k == 0 {
                self.visit_expr(&generator.iter)
            } else {
                inner.visit_expr(&generator.iter)
            }
            generator.ifs.iter().for_each(|test| inner.visit_expr(test));
        }
        elements.iter().for_each(|element| inner.visit_expr(element));
        for (name, places) in inner.loads {
            if !targets.stores.contains_key(&name) {
                let loads = self.loads.entry(name).or_default();
                loads.extend(places);
                if later {
                    loads.push(ANYWHERE);
                }
            }
        }
        for (name, places) in inner.stores {
            self.stores.entry(name).or_default().extend(places);
        }
    }
}

impl<'a> Visitor<'a> for Reads {
    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.stores.entry(name.id.to_string()).or_default().push(name.start().into());
        }
        walk_except_handler(self, handler);
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::AugAssign(aug) => {
                if let Expr::Name(name) = &*aug.target {
                    self.load(&name.id, name.start().into());
                }
                walk_stmt(self, stmt);
            }
            Stmt::FunctionDef(def) => {
                self.store(&def.name.id, def.start().into());
                def.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.visit_function(Some(&def.parameters), &Reads::of(&def.body));
            }
            Stmt::Global(global) => self.globals.extend(global.names.iter().map(|name| name.id.to_string())),
            Stmt::Nonlocal(nonlocal) => self.nonlocals.extend(nonlocal.names.iter().map(|name| name.id.to_string())),
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        if let Some(name) = captured(pattern) {
            self.store(&name.id, name.start().into());
        }
        walk_pattern(self, pattern);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.load(&name.id, name.start().into()),
            Expr::Name(name) => self.store(&name.id, name.start().into()),
            Expr::Lambda(lambda) => {
                let mut inner = Reads::default();
                inner.visit_expr(&lambda.body);
                self.visit_function(lambda.parameters.as_deref(), &inner);
            }
            Expr::ListComp(comp) => self.visit_comprehension_of(&[&comp.elt], &comp.generators, false),
            Expr::SetComp(comp) => self.visit_comprehension_of(&[&comp.elt], &comp.generators, false),
            Expr::DictComp(comp) => {
                let elements: Vec<&Expr> = comp.key.iter().map(|key| &**key).chain(std::iter::once(&*comp.value)).collect();
                self.visit_comprehension_of(&elements, &comp.generators, false);
            }
            Expr::Generator(comp) => self.visit_comprehension_of(&[&comp.elt], &comp.generators, true),
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.yields = true;
                walk_expr(self, expr);
            }
            _ => walk_expr(self, expr),
        }
    }
}

/// The name that a pattern binds.
fn captured(pattern: &Pattern) -> Option<&ast::Identifier> {
    match pattern {
        Pattern::MatchAs(pattern) => pattern.name.as_ref(),
        Pattern::MatchStar(pattern) => pattern.name.as_ref(),
        Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
        _ => None,
    }
}

/// The names that a body reads and does not have.
fn free(own: &FxHashSet<String>, reads: &Reads) -> Vec<String> {
    let names =
        reads.loads.keys().chain(&reads.nonlocals).filter(|name| !own.contains(*name) || reads.nonlocals.contains(*name));
    let mut names: Vec<String> = names.cloned().collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The names that a function reads of the scopes around it.
pub(crate) fn free_names(parameters: &ast::Parameters, reads: &Reads) -> Vec<String> {
    free(&locals(parameters, reads), reads)
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
    fn visit_except_handler(&mut self, handler: &'a ast::ExceptHandler) {
        let ast::ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.add(&name.id);
        }
        walk_except_handler(self, handler);
    }

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
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                let mut reads = Reads::default();
                reads.visit_expr(expr);
                let mut names: Vec<&String> = reads.stores.keys().collect();
                names.sort_unstable();
                names.into_iter().for_each(|name| self.add(name));
            }
            _ => walk_expr(self, expr),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        if let Some(name) = captured(pattern) {
            self.add(&name.id);
        }
        walk_pattern(self, pattern);
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

/// The names that a target binds.
pub(crate) fn target_names(target: &Expr) -> Vec<String> {
    match target {
        Expr::Name(name) => vec![name.id.to_string()],
        Expr::Tuple(tuple) => tuple.elts.iter().flat_map(target_names).collect(),
        Expr::List(list) => list.elts.iter().flat_map(target_names).collect(),
        Expr::Starred(starred) => target_names(&starred.value),
        _ => Vec::new(),
    }
}

/// The names that a parameter list and a body make local.
pub(crate) fn locals(parameters: &ast::Parameters, reads: &Reads) -> FxHashSet<String> {
    let mut names = reads.assigned();
    names.extend(parameters.iter().map(|param| param.name().id.to_string()));
    names
}
