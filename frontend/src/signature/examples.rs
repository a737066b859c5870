//! Example calls: `f(np.zeros(3), 2)` at the top level of a file, also under `if __name__ == "__main__":`, gives types.
//!
//! The statements are walked as a body is, with everything that this adds to the module thrown away afterwards. What cannot
//! be evaluated (a file that is read, say) is passed over: only calls whose arguments have a type count. The memory order
//! of an array in an example is not taken over.

use crate::cx::{Cx, Frame, Fx, R, Scope};
use crate::value::{Ty, UserFunc};
use npc_midend::types::{ArrayType, Layout};
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{self as ast, Expr, Stmt};
use std::rc::Rc;

/// Example calls of one file: the function's name and the types of the arguments.
pub(crate) type Examples = Rc<Vec<(String, Vec<Ty>)>>;

impl Cx<'_> {
    /// The types of the arguments of a function's example calls, each once.
    pub(super) fn examples_of(&mut self, func: &UserFunc) -> Vec<Vec<Ty>> {
        if func.module != 0 {
            return Vec::new();
        }
        let examples = match &self.examples {
            Some(examples) => examples.clone(),
            None => {
                // A call in an example may ask for examples again: there are none while they are being found.
                self.examples = Some(Rc::default());
                let found = Rc::new(self.find_examples());
                self.examples = Some(found.clone());
                found
            }
        };
        let mut types: Vec<Vec<Ty>> = Vec::new();
        for (_, args) in examples.iter().filter(|(name, _)| *name == func.def.name.id.as_str()) {
            if !types.contains(args) {
                types.push(args.clone());
            }
        }
        types
    }

    fn find_examples(&mut self) -> Vec<(String, Vec<Ty>)> {
        let user = self.user[0].clone();
        if user.script.is_empty() {
            return Vec::new();
        }
        let saved =
            (self.module.clone(), self.instances.clone(), self.assumed.clone(), self.recursive.clone(), self.diags.0.len());
        let outer = std::mem::replace(&mut self.f, Fx::new("examples"));
        self.f.frames.push(Frame::new(Scope::User(0)));
        let mut found = Vec::new();
        for stmt in &user.script {
            self.f.live = true;
            for call in calls(stmt) {
                found.extend(self.example(&call));
            }
            if let Stmt::Assign(assign) = stmt {
                self.example_assignment(assign);
            }
        }
        self.f = outer;
        let reported;
        (self.module, self.instances, self.assumed, self.recursive, reported) = saved;
        self.diags.0.truncate(reported);
        found
    }

    fn example_assignment(&mut self, assign: &ast::StmtAssign) {
        let value = self.expr(&assign.value);
        for target in &assign.targets {
            match (&value, target) {
                (Ok(value), target) => drop(self.assign(target, value.clone())),
                (Err(_), Expr::Name(name)) => drop(self.frame().env.shift_remove(name.id.as_str())),
                _ => {}
            }
        }
    }

    fn example(&mut self, call: &ast::ExprCall) -> Option<(String, Vec<Ty>)> {
        let Expr::Name(name) = &*call.func else { return None };
        let func = self.user[0].functions.get(name.id.as_str())?.clone();
        let args = self.example_arguments(&func, call).ok()?;
        let args = args.into_iter().map(general).collect::<Option<Vec<_>>>()?;
        Some((name.id.to_string(), args))
    }

    fn example_arguments(&mut self, func: &UserFunc, call: &ast::ExprCall) -> R<Vec<Ty>> {
        let mut args = Vec::new();
        for arg in &call.arguments.args {
            args.push(self.expr(arg)?);
        }
        let mut keywords = Vec::new();
        for keyword in &call.arguments.keywords {
            let name = keyword.arg.as_ref().map(|name| name.id.to_string()).ok_or(crate::cx::Stop)?;
            keywords.push((name, self.expr(&keyword.value)?));
        }
        let scope = Scope::User(func.module);
        let bound = self.bind_arguments(&func.def.name.id, &func.def.parameters, scope, None, args, keywords)?;
        Ok(bound.into_iter().map(|(_, val)| self.type_of(&val)).collect())
    }
}

/// A type that an export can have, with any memory order.
fn general(ty: Ty) -> Option<Ty> {
    match ty {
        Ty::Array(array) => Some(Ty::Array(ArrayType::new(array.dtype, array.rank, Layout::ANY))),
        Ty::Tuple(members) => members.into_iter().map(general).collect::<Option<_>>().map(Ty::Tuple),
        Ty::Scalar { .. } | Ty::None => Some(ty),
        _ => None,
    }
}

/// The calls in a statement, innermost first.
fn calls(stmt: &Stmt) -> Vec<ast::ExprCall> {
    struct Calls(Vec<ast::ExprCall>);
    impl<'a> Visitor<'a> for Calls {
        fn visit_expr(&mut self, expr: &'a Expr) {
            walk_expr(self, expr);
            if let Expr::Call(call) = expr {
                self.0.push(call.clone());
            }
        }
    }
    let mut calls = Calls(Vec::new());
    calls.visit_stmt(stmt);
    calls.0
}

/// The statements of a file that may hold example calls, those under `if __name__ == "__main__":` included.
pub(crate) fn script(body: &[Stmt]) -> Vec<Stmt> {
    let mut script = Vec::new();
    for stmt in body {
        match stmt {
            Stmt::Expr(_) | Stmt::Assign(_) | Stmt::Assert(_) => script.push(stmt.clone()),
            Stmt::If(branch) if is_main(&branch.test) => script.extend(self::script(&branch.body)),
            _ => {}
        }
    }
    script
}

/// True for the test of `if __name__ == "__main__":`.
pub(crate) fn is_main(test: &Expr) -> bool {
    let Expr::Compare(compare) = test else { return false };
    let is_name = |expr: &Expr| matches!(expr, Expr::Name(name) if name.id.as_str() == "__name__");
    is_name(&compare.left) || compare.comparators.iter().any(is_name)
}
