//! Which names may hold a display as a sequence of known length.
//!
//! That is so while a name is only looked at: subscripted by a constant, gone over, measured, unpacked, given to NumPy. Every
//! other use, a method, a store, a second name, an unknown index, could change the list or needs one object that all see.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Stmt};
use rustc_hash::FxHashSet;

/// Builtins that only look at their arguments.
const LOOKING: &[&str] = &[
    "len",
    "sum",
    "min",
    "max",
    "any",
    "all",
    "enumerate",
    "zip",
    "reversed",
    "tuple",
    "range",
    "isinstance",
    "print",
    "sorted",
];

/// The names that are used in other ways.
pub(crate) fn changed_names(body: &[Stmt]) -> FxHashSet<String> {
    let mut uses = Uses { changed: FxHashSet::default() };
    body.iter().for_each(|stmt| uses.visit_stmt(stmt));
    uses.changed
}

struct Uses {
    changed: FxHashSet<String>,
}

impl Uses {
    /// A place that only looks at the value: a name there is no change.
    fn look(&mut self, expr: &Expr) {
        match expr {
            Expr::Name(_) => {}
            Expr::Starred(starred) => self.look(&starred.value),
            Expr::Subscript(subscript) if subscript.ctx == ExprContext::Load && is_constant(&subscript.slice) => {
                self.look(&subscript.value);
            }
            other => self.visit_expr(other),
        }
    }
}

impl<'a> Visitor<'a> for Uses {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::For(branch) => {
                self.look(&branch.iter);
                self.visit_expr(&branch.target);
                branch.body.iter().chain(&branch.orelse).for_each(|stmt| self.visit_stmt(stmt));
            }
            Stmt::Assign(assign) => {
                let unpacks = assign.targets.iter().all(|target| matches!(target, Expr::Tuple(_) | Expr::List(_)));
                if unpacks {
                    self.look(&assign.value)
                } else {
                    self.visit_expr(&assign.value)
                }
                assign.targets.iter().for_each(|target| self.visit_expr(target));
            }
            Stmt::AugAssign(aug) => {
                if let Expr::Name(name) = &*aug.target {
                    self.changed.insert(name.id.to_string());
                }
                walk_stmt(self, stmt);
            }
            // A nested function may do anything with what it captures.
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                self.changed.insert(name.id.to_string());
            }
            Expr::Subscript(subscript) if subscript.ctx == ExprContext::Load => {
                if is_constant(&subscript.slice) {
                    self.look(&subscript.value)
                } else {
                    self.visit_expr(&subscript.value)
                }
                self.visit_expr(&subscript.slice);
            }
            Expr::Call(call) if is_looking(&call.func) => {
                call.arguments.args.iter().for_each(|arg| self.look(arg));
                call.arguments.keywords.iter().for_each(|keyword| self.look(&keyword.value));
            }
            Expr::Call(call) => {
                self.visit_expr(&call.func);
                for arg in &call.arguments.args {
                    if matches!(arg, Expr::Starred(_)) { self.look(arg) } else { self.visit_expr(arg) }
                }
                call.arguments.keywords.iter().for_each(|keyword| self.visit_expr(&keyword.value));
            }
            Expr::Compare(compare) => {
                self.look(&compare.left);
                compare.comparators.iter().for_each(|expr| self.look(expr));
            }
            Expr::ListComp(comprehension) => {
                comprehension.generators.iter().for_each(|generator| self.visit_comprehension(generator));
                self.visit_expr(&comprehension.elt);
            }
            _ => walk_expr(self, expr),
        }
    }

    fn visit_comprehension(&mut self, generator: &'a ruff_python_ast::Comprehension) {
        self.look(&generator.iter);
        self.visit_expr(&generator.target);
        generator.ifs.iter().for_each(|test| self.visit_expr(test));
    }
}

fn is_constant(index: &Expr) -> bool {
    match index {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) => true,
        Expr::UnaryOp(unary) => is_constant(&unary.operand),
        Expr::Slice(slice) => [&slice.lower, &slice.upper, &slice.step].into_iter().flatten().all(|part| is_constant(part)),
        _ => false,
    }
}

/// `len`, `np.array`, `np.linalg.norm`
fn is_looking(callee: &Expr) -> bool {
    match callee {
        Expr::Name(name) => LOOKING.contains(&name.id.as_str()),
        Expr::Attribute(attribute) => is_numpy(&attribute.value),
        _ => false,
    }
}

fn is_numpy(expr: &Expr) -> bool {
    match expr {
        Expr::Name(name) => matches!(name.id.as_str(), "np" | "numpy" | "math"),
        Expr::Attribute(attribute) => is_numpy(&attribute.value),
        _ => false,
    }
}
