//! The rank of an array parameter whose annotation leaves it open, from what the code does with it.
//!
//! `n, m = x.shape` says two axes, `x[i, j]` and `x.sum(axis=1)` at least two, and so on, also through names that stand
//! for rows (`row = x[i]`, `for row in x`) and through calls of functions of the file. Only what certainly holds for
//! every array of the right rank counts; the largest number wins, and two that exclude each other say nothing.

use crate::module::UserModule;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{self as ast, Expr, Stmt};

/// Longest chain of names and calls that is followed.
const MAX_DEPTH: usize = 6;

/// The rank that an annotation of a parameter of another function gives.
pub(super) type Annotated<'a> = &'a dyn Fn(&ast::StmtFunctionDef, usize) -> Option<u8>;

/// The rank of a parameter, if the body says it.
pub(super) fn infer(module: &UserModule, annotated: Annotated<'_>, def: &ast::StmtFunctionDef, param: &str) -> Option<u8> {
    evidence(module, annotated, &def.body, param, 0).rank()
}

/// What has been seen of one name.
#[derive(Clone, Copy, Default)]
struct Evidence {
    least: u8,
    exact: Option<u8>,
    contradictory: bool,
}

impl Evidence {
    fn rank(self) -> Option<u8> {
        match self.exact {
            _ if self.contradictory => None,
            Some(exact) => (exact >= self.least).then_some(exact),
            None => (self.least > 0).then_some(self.least),
        }
    }

    fn at_least(&mut self, rank: usize) {
        self.least = self.least.max(rank.min(16) as u8);
    }

    fn exactly(&mut self, rank: usize) {
        let rank = rank.min(16) as u8;
        self.contradictory |= self.exact.is_some_and(|known| known != rank);
        self.exact = Some(rank);
    }

    /// What is known of an array when `taken` axes of it have this evidence left.
    fn add(&mut self, inner: Evidence, taken: usize) {
        self.at_least(usize::from(inner.least) + taken);
        if let Some(exact) = inner.exact {
            self.exactly(usize::from(exact) + taken);
        }
    }
}

fn evidence(module: &UserModule, annotated: Annotated<'_>, body: &[Stmt], name: &str, depth: usize) -> Evidence {
    let mut uses = Uses { module, annotated, body, name, depth, found: Evidence::default() };
    if depth < MAX_DEPTH {
        body.iter().for_each(|stmt| uses.visit_stmt(stmt));
    }
    uses.found
}

/// Collects what the uses of a name say.
struct Uses<'a> {
    module: &'a UserModule,
    annotated: Annotated<'a>,
    body: &'a [Stmt],
    name: &'a str,
    depth: usize,
    found: Evidence,
}

impl Uses<'_> {
    fn is_it(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if name.id == self.name)
    }

    /// Axes that scalar indices take away: 0 for the name itself, 1 for `x[i]`; nothing for other expressions.
    fn taken(&self, expr: &Expr) -> Option<usize> {
        match expr {
            expr if self.is_it(expr) => Some(0),
            Expr::Subscript(subscript) => {
                let scalars = indices(&subscript.slice).iter().filter(|index| is_scalar(index)).count();
                self.taken(&subscript.value).map(|taken| taken + scalars)
            }
            _ => None,
        }
    }

    fn of_alias(&mut self, target: &Expr, taken: usize) {
        if let Expr::Name(alias) = target
            && alias.id != self.name
        {
            let inner = evidence(self.module, self.annotated, self.body, &alias.id, self.depth + 1);
            self.found.add(inner, taken);
        }
    }

    fn is_shape(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Attribute(attribute) => attribute.attr.as_str() == "shape" && self.is_it(&attribute.value),
            Expr::Call(call) => {
                let shape = matches!(&*call.func, Expr::Attribute(attribute) if attribute.attr.as_str() == "shape");
                shape && call.arguments.args.first().is_some_and(|arg| self.is_it(arg))
            }
            _ => false,
        }
    }

    fn assignment(&mut self, target: &Expr, value: &Expr) {
        if let (Expr::Tuple(targets), true) = (target, self.is_shape(value))
            && !targets.elts.iter().any(Expr::is_starred_expr)
        {
            self.found.exactly(targets.elts.len());
        }
        if let Some(taken) = self.taken(value) {
            self.of_alias(target, taken);
        }
    }

    fn subscript(&mut self, subscript: &ast::ExprSubscript) {
        if let Some(taken) = self.taken(&subscript.value) {
            let used = indices(&subscript.slice).iter().filter(|index| is_axis(index)).count();
            self.found.at_least(taken + used);
        }
        if let (true, Some(axis)) = (self.is_shape(&subscript.value), axis_number(&subscript.slice)) {
            self.found.at_least(axis);
        }
    }

    fn call(&mut self, call: &ast::ExprCall) {
        let args = &call.arguments;
        let method = matches!(&*call.func, Expr::Attribute(attribute) if self.is_it(&attribute.value));
        let of_it = method || args.args.first().is_some_and(|arg| self.is_it(arg));
        if of_it && let Some(axis) = args.keywords.iter().find(|keyword| keyword.arg.as_deref() == Some("axis")) {
            let axes = if let Expr::Tuple(axes) = &axis.value { &axes.elts[..] } else { std::slice::from_ref(&axis.value) };
            axes.iter().filter_map(axis_number).for_each(|axis| self.found.at_least(axis));
        }
        if method
            && let [axis] = &args.args[..]
            && takes_axis(&call.func)
        {
            axis_number(axis).into_iter().for_each(|axis| self.found.at_least(axis));
        }
        match &*call.func {
            Expr::Name(callee) if callee.id.as_str() == "len" && of_it => self.found.at_least(1),
            Expr::Name(callee) => self.user_call(&callee.id, args),
            _ => {}
        }
    }

    /// An argument of a function of the file has the rank that the function's parameter has.
    fn user_call(&mut self, callee: &str, args: &ast::Arguments) {
        let Some(func) = self.module.functions.get(callee) else { return };
        let params = crate::cx::parameter_names(&func.def.parameters);
        let positional = args.args.iter().enumerate().filter(|(_, arg)| self.is_it(arg)).map(|(k, _)| k);
        let named = args.keywords.iter().filter(|keyword| self.is_it(&keyword.value));
        let named = named.filter_map(|keyword| params.iter().position(|param| Some(param.as_str()) == keyword.arg.as_deref()));
        for k in positional.chain(named).collect::<Vec<_>>() {
            let Some(param) = params.get(k) else { continue };
            match (self.annotated)(&func.def, k) {
                Some(rank) => self.found.exactly(rank.into()),
                None => {
                    let inner = evidence(self.module, self.annotated, &func.def.body, param, self.depth + 1);
                    self.found.add(inner, 0);
                }
            }
        }
    }

    /// `x.ndim == 2`, `len(x.shape) == 2`
    fn comparison(&mut self, compare: &ast::ExprCompare) {
        let [right] = &compare.comparators[..] else { return };
        let is_rank = match &*compare.left {
            Expr::Attribute(attribute) => attribute.attr.as_str() == "ndim" && self.is_it(&attribute.value),
            Expr::Call(call) => call.arguments.args.first().is_some_and(|arg| self.is_shape(arg)),
            _ => false,
        };
        if let (true, [ast::CmpOp::Eq], Some(rank)) = (is_rank, &compare.ops[..], axis_number(right)) {
            self.found.exactly(rank - 1);
        }
    }
}

impl<'a> Visitor<'a> for Uses<'_> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assign(assign) => assign.targets.iter().for_each(|target| self.assignment(target, &assign.value)),
            Stmt::For(each) if self.taken(&each.iter).is_some() => {
                let taken = self.taken(&each.iter).unwrap_or_default() + 1;
                self.found.at_least(taken);
                self.of_alias(&each.target, taken);
            }
            Stmt::Assert(assert) => {
                if let Expr::Compare(compare) = &*assert.test {
                    self.comparison(compare);
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::Call(call) => self.call(call),
            _ => {}
        }
        walk_expr(self, expr);
    }
}

fn indices(slice: &Expr) -> &[Expr] {
    match slice {
        Expr::Tuple(tuple) => &tuple.elts,
        other => std::slice::from_ref(other),
    }
}

/// True for an index that belongs to one axis of the array: not `None`, `np.newaxis` and `...`.
fn is_axis(index: &Expr) -> bool {
    let new_axis = matches!(index, Expr::Attribute(attribute) if attribute.attr.as_str() == "newaxis");
    !new_axis && !matches!(index, Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_))
}

fn is_scalar(index: &Expr) -> bool {
    is_axis(index) && !matches!(index, Expr::Slice(_))
}

/// The axes that there must be for a literal axis to exist: `1` and `-2` say two.
fn axis_number(expr: &Expr) -> Option<usize> {
    let literal = |expr: &Expr| match expr {
        Expr::NumberLiteral(ast::ExprNumberLiteral { value: ast::Number::Int(int), .. }) => int.as_u8().map(usize::from),
        _ => None,
    };
    match expr {
        Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::USub => literal(&unary.operand).filter(|axis| *axis > 0),
        other => literal(other).map(|axis| axis + 1),
    }
}

/// Methods whose first argument is an axis.
fn takes_axis(func: &Expr) -> bool {
    let Expr::Attribute(attribute) = func else { return false };
    matches!(
        attribute.attr.as_str(),
        "sum" | "mean" | "min" | "max" | "prod" | "any" | "all" | "argmin" | "argmax" | "cumsum" | "cumprod" | "std" | "var"
    )
}
