//! Calls: what is called decides between library functions, instances of the user's functions and words of the compiler.

use crate::builtins;
use crate::cx::{Cx, FrameId, R, Scope, Stop};
use crate::library::{LibFunc, LibKind};
use crate::value::{Callable, Val};
use ruff_python_ast::{self as ast, Expr, Operator};
use ruff_text_size::Ranged;
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// Deepest nesting of instances and inlined calls.
pub(crate) const MAX_CALL_DEPTH: usize = 60;

/// The body of a function on its way to a frame.
pub(crate) struct Body<'b> {
    pub stmts: &'b [ast::Stmt],
    pub scope: Scope,
    pub reads: Rc<crate::names::Reads>,
    pub locals: Rc<FxHashSet<String>>,
    /// The frame whose variables it sees.
    pub parent: Option<FrameId>,
}

impl Cx<'_> {
    pub fn call_expr(&mut self, call: &ast::ExprCall) -> R<Val> {
        let callee = self.expr(&call.func)?;
        let mut args = Vec::new();
        for arg in &call.arguments.args {
            match arg {
                Expr::Starred(starred) => {
                    let value = self.expr(&starred.value)?;
                    args.extend(self.sequence(&value, None)?);
                }
                arg => args.push(self.expr(arg)?),
            }
        }
        let mut keywords = Vec::new();
        for keyword in &call.arguments.keywords {
            let val = self.expr(&keyword.value)?;
            match (&keyword.arg, val) {
                (Some(name), val) => keywords.push((name.id.to_string(), val)),
                (None, Val::Keywords(all)) => keywords.extend(all),
                (None, _) => return Err(self.unsupported("`**` of anything but the parameter `**kwargs`")),
            }
        }
        self.compare_call_with_numba(&callee, &args);
        let known = self.diags.0.len();
        let shown: Vec<(&Expr, Val)> = call.arguments.args.iter().zip(args.iter().cloned()).collect();
        let result = self.at(call.range(), |cx| cx.call_value(&callee, args, keywords));
        if self.diags.0.len() > known {
            let shown: Vec<(&Expr, &Val)> = shown.iter().map(|(expr, val)| (*expr, val)).collect();
            self.explain(known, &shown);
        }
        result.and_then(|val| self.limited(val))
    }

    pub fn call_value(&mut self, callee: &Val, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        match callee {
            Val::Callable(callable) => self.call_values(callable, args, keywords),
            Val::Type(dtype, weak) => self.call_type(*dtype, *weak, args, keywords),
            Val::Optional(..) => {
                let callee = self.present(callee, "TypeError", "'NoneType' object is not callable")?;
                self.call_value(&callee, args, keywords)
            }
            Val::Choice(which, callables) => self.call_choice(*which, callables, args, keywords),
            Val::Error => Err(Stop),
            Val::Object(..) if keywords.is_empty() => match self.special(callee, "__call__", args)? {
                Some(result) => Ok(result),
                None => Err(self.not_callable(callee)),
            },
            other => Err(self.not_callable(other)),
        }
    }

    pub fn call_values(&mut self, callable: &Callable, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        match callable {
            Callable::User(func) => self.call_user(func, args, keywords),
            Callable::Library(func) => self.call_library(func, args, keywords),
            Callable::Closure(closure) => self.call_closure(closure, args, keywords),
            Callable::Intrinsic(name) => builtins::call(self, name, args, keywords),
            Callable::Method(receiver, method) => {
                if let (Val::Object(object, _), Callable::Library(func)) = (&**receiver, &**method) {
                    let args = self.adapted(object, func.name, args)?;
                    let takes = matches!(func.name, "pop" | "popitem") && self.is_empty_so_far(object);
                    let result =
                        self.call_values(method, std::iter::once((**receiver).clone()).chain(args).collect(), keywords);
                    if takes && result.is_ok() {
                        // It has raised: as far as is known nothing was ever stored there.
                        self.terminate(npc_midend::ir::Op::Unreachable);
                        return Err(Stop);
                    }
                    return result;
                }
                let mut all = vec![(**receiver).clone()];
                all.extend(args);
                self.call_values(method, all, keywords)
            }
            Callable::Class(class) => self.call_class(class, args, keywords),
            Callable::Named(class) => self.make_named(class, args, keywords),
            Callable::Exception(name) => match keywords.is_empty() {
                true => self.make_exception(name, &args),
                false => Err(self.error(npc_base::Code::WrongArguments, format!("{name}() takes no keyword arguments"))),
            },
        }
    }

    /// A call of a library function by the compiler itself.
    pub fn library_call(&mut self, namespace: &'static str, name: &str, args: Vec<Val>) -> R<Val> {
        match self.library_callable(namespace, name) {
            Some(callable) => self.call_values(&callable, args, Vec::new()),
            None => Err(self.unsupported(&format!("`{name}`"))),
        }
    }

    /// `a op b` with an array, as the ufunc of the operator; `out` for augmented assignments.
    pub fn operator_call(&mut self, op: Operator, a: &Val, b: &Val, out: Option<Val>) -> R<Val> {
        let name = crate::scalar::ufunc_name(op);
        let Some(callable) = self.library_callable("numpy", name) else {
            return Err(self.unsupported(&format!("`{}` of arrays", op.as_str())));
        };
        let keywords = out.map(|out| ("out".to_string(), out)).into_iter().collect();
        self.call_values(&callable, vec![a.clone(), b.clone()], keywords)
    }

    fn call_library(&mut self, func: &Rc<LibFunc>, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let of_numbers = matches!(crate::library::FILES[func.file].namespace, "math" | "cmath");
        if of_numbers && self.in_user_code() && args.iter().any(|arg| matches!(arg, Val::Str(_) | Val::Text(_))) {
            return Err(self.error(npc_base::Code::TypeMismatch, "must be real number, not str"));
        }
        if let LibKind::Ufunc(rule) = &func.kind {
            return self.call_ufunc(func, rule, args, keywords);
        }
        let scope = Scope::Library(func.file);
        let bound = self.bind_arguments(func.name, &func.def.parameters, scope, None, args, keywords)?;
        if func.reads.yields {
            return Ok(self.generator(&func.def.clone(), scope, &func.reads.clone(), None, bound));
        }
        if func.kind == LibKind::Compiled {
            return self.call_compiled(func, bound);
        }
        let locals = Rc::new(crate::names::locals(&func.def.parameters, &func.reads));
        let def = func.def.clone();
        let body = Body { stmts: &def.body, scope, reads: func.reads.clone(), locals, parent: None };
        self.inline(&body, bound)
    }
}
