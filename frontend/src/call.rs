//! Calls: arguments to parameters, bodies in place of calls, instances compiled once per signature.

use crate::builtins;
use crate::cx::{Binding, Cx, Edge, Env, Frame, Fx, Instance, InstanceKey, R, Returns, Scope, Stop};
use crate::library::{LibFunc, LibKind};
use crate::merge::merge_types;
use crate::value::{Callable, Ty, UserFunc, Val};
use npc_base::{Code, Diagnostic};
use npc_midend::ir::{FuncId, Op, Values};
use npc_midend::types::Type;
use npc_midend::{Convention, Func};
use ruff_python_ast::{self as ast, Expr, Operator};
use ruff_text_size::Ranged;
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// Deepest nesting of instances and inlined calls.
const MAX_CALL_DEPTH: usize = 60;

/// Scalars and arrays in one argument.
const MAX_LEAVES: usize = 500;

/// The body of a function on its way to a frame.
struct Body<'b> {
    stmts: &'b [ast::Stmt],
    scope: Scope,
    reads: Rc<crate::names::Reads>,
    locals: Rc<FxHashSet<String>>,
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
            let Some(name) = &keyword.arg else { return Err(self.unsupported("`**` in a call")) };
            keywords.push((name.id.to_string(), self.expr(&keyword.value)?));
        }
        self.at(call.range(), |cx| cx.call_value(&callee, args, keywords))
    }

    pub fn call_value(&mut self, callee: &Val, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        match callee {
            Val::Callable(callable) => self.call_values(callable, args, keywords),
            Val::Type(dtype, weak) => self.call_type(*dtype, *weak, args, keywords),
            Val::Error => Err(Stop),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("'{name}' object is not callable")))
            }
        }
    }

    pub fn call_values(&mut self, callable: &Callable, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        match callable {
            Callable::User(func) => self.call_user(func, args, keywords),
            Callable::Library(func) => self.call_library(func, args, keywords),
            Callable::Lambda(lambda, captured, module) => self.call_lambda(lambda, captured, *module, args, keywords),
            Callable::Intrinsic(name) => builtins::call(self, name, args, keywords),
            Callable::Method(receiver, method) => {
                let mut all = vec![(**receiver).clone()];
                all.extend(args);
                self.call_values(method, all, keywords)
            }
            Callable::Exception(_) => Err(self.unsupported("an exception object")),
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

    // ---- binding arguments

    /// Arguments in the order of the parameters; what is missing takes its default.
    fn bind_arguments(
        &mut self,
        name: &str,
        parameters: &ast::Parameters,
        scope: Scope,
        args: Vec<Val>,
        keywords: Vec<(String, Val)>,
    ) -> R<Vec<(String, Val)>> {
        if parameters.kwarg.is_some() {
            return Err(self.unsupported("a parameter `**kwargs`"));
        }
        let positional: Vec<_> = parameters.posonlyargs.iter().chain(&parameters.args).collect();
        let given = args.len();
        if given > positional.len() && parameters.vararg.is_none() {
            let expected = positional.len();
            let plural = if expected == 1 { "" } else { "s" };
            return Err(self.error(
                Code::WrongArguments,
                format!("{name}() takes {expected} positional argument{plural} but {given} were given"),
            ));
        }
        let mut bound: Vec<(String, Val)> = Vec::new();
        let mut args = args.into_iter();
        for (param, val) in positional.iter().zip(args.by_ref()) {
            bound.push((param.name().id.to_string(), val));
        }
        if let Some(vararg) = &parameters.vararg {
            bound.push((vararg.name.id.to_string(), Val::Tuple(args.collect())));
        }
        let positional_only: Vec<_> = parameters.posonlyargs.iter().map(|param| param.name().id.to_string()).collect();
        for (key, val) in keywords {
            let known = parameters.iter_non_variadic_params().any(|param| param.name().id == key.as_str());
            if !known || positional_only.contains(&key) {
                return Err(self.unexpected_keyword(name, parameters, &key));
            }
            if bound.iter().any(|(name, _)| *name == key) {
                return Err(self.error(Code::WrongArguments, format!("{name}() got multiple values for argument '{key}'")));
            }
            bound.push((key, val));
        }
        self.fill_defaults(name, parameters, scope, bound)
    }

    fn unexpected_keyword(&mut self, name: &str, parameters: &ast::Parameters, key: &str) -> Stop {
        let names = crate::cx::parameter_names(parameters);
        let message = format!("{name}() got an unexpected keyword argument '{key}'");
        let mut diagnostic = self.here(Diagnostic::error(Code::WrongArguments, message), "");
        if let Some(similar) = npc_base::closest(key, names.iter().map(String::as_str)) {
            diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
        }
        self.report(diagnostic)
    }

    fn fill_defaults(
        &mut self,
        name: &str,
        parameters: &ast::Parameters,
        scope: Scope,
        mut bound: Vec<(String, Val)>,
    ) -> R<Vec<(String, Val)>> {
        let mut missing = Vec::new();
        for param in parameters.iter_non_variadic_params() {
            let key = param.name().id.as_str();
            if bound.iter().any(|(name, _)| name == key) {
                continue;
            }
            match &param.default {
                Some(default) => {
                    let val = self.in_scope(scope, |cx| cx.expr(default))?;
                    bound.push((key.to_string(), val));
                }
                None => missing.push(format!("'{key}'")),
            }
        }
        if !missing.is_empty() {
            let (count, plural) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
            let list = missing.join(" and ");
            return Err(self.error(
                Code::WrongArguments,
                format!("{name}() missing {count} required positional argument{plural}: {list}"),
            ));
        }
        // In the order of the parameters.
        let mut ordered = Vec::new();
        for param in parameters.iter() {
            let key = param.name().as_str();
            if let Some(at) = bound.iter().position(|(name, _)| name == key) {
                ordered.push(bound.swap_remove(at));
            }
        }
        Ok(ordered)
    }

    /// Evaluates in another module's scope, with no local names.
    pub fn in_scope<T>(&mut self, scope: Scope, f: impl FnOnce(&mut Self) -> T) -> T {
        let frame = Frame {
            env: Env::default(),
            scope,
            loops: Vec::new(),
            returns: Returns::Function(Vec::new()),
            reads: Rc::default(),
            locals: Rc::default(),
        };
        self.f.frames.push(frame);
        let result = f(self);
        self.f.frames.pop();
        result
    }

    // ---- library functions

    fn call_library(&mut self, func: &Rc<LibFunc>, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        if let LibKind::Ufunc(rule) = &func.kind {
            return self.call_ufunc(func, rule, args, keywords);
        }
        let scope = Scope::Library(func.file);
        let bound = self.bind_arguments(func.name, &func.def.parameters, scope, args, keywords)?;
        if func.kind == LibKind::Compiled {
            return self.call_compiled(func, bound);
        }
        let locals = Rc::new(crate::names::locals(&func.def.parameters, &func.reads));
        let def = func.def.clone();
        let body = Body { stmts: &def.body, scope, reads: func.reads.clone(), locals };
        self.inline(&body, bound)
    }

    /// The body of a scalar library function, in place of a call.
    pub fn inline_scalar(&mut self, func: &Rc<LibFunc>, args: Vec<Val>) -> R<Val> {
        let names = crate::cx::parameter_names(&func.def.parameters);
        let bound = names.into_iter().zip(args).collect();
        let locals = Rc::new(crate::names::locals(&func.def.parameters, &func.reads));
        let def = func.def.clone();
        let body = Body { stmts: &def.body, scope: Scope::Library(func.file), reads: func.reads.clone(), locals };
        self.inline(&body, bound)
    }

    fn call_lambda(
        &mut self,
        lambda: &ast::ExprLambda,
        captured: &[(String, Val)],
        module: usize,
        args: Vec<Val>,
        keywords: Vec<(String, Val)>,
    ) -> R<Val> {
        let scope = if module < usize::MAX / 2 { Scope::User(module) } else { Scope::Library(usize::MAX - module) };
        let empty = ast::Parameters::default();
        let parameters = lambda.parameters.as_deref().unwrap_or(&empty);
        let bound = self.bind_arguments("<lambda>", parameters, scope, args, keywords)?;
        let mut env = Env::default();
        for (name, val) in captured.iter().cloned().chain(bound) {
            env.insert(name, Binding { val, flag: None, conflict: None, span: None });
        }
        self.in_scope(scope, |cx| {
            cx.frame().env = env;
            cx.expr(&lambda.body)
        })
    }

    /// Compiles a body in place of a call. Where it returns from the inside of a branch, a scope is put around it.
    fn inline(&mut self, body: &Body<'_>, bound: Vec<(String, Val)>) -> R<Val> {
        if self.f.frames.len() > MAX_CALL_DEPTH {
            return Err(self.error(Code::TooLarge, "calls are nested too deeply to be compiled"));
        }
        let mark = self.f.func.mark(self.f.block);
        let reported = self.diags.0.len();
        match self.inline_once(body, bound.clone(), false) {
            (_, true) => {
                self.f.func.rollback(mark);
                self.f.live = true;
                self.diags.0.truncate(reported);
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
        self.f.frames.push(Frame {
            env,
            scope: body.scope,
            loops: Vec::new(),
            returns: Returns::Inline { start: block, value: None, edges: Vec::new(), scoped, retry: false },
            reads: body.reads.clone(),
            locals: body.locals.clone(),
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
        if let Ty::Static(_) = ty {
            return Ok(edges[0].1.clone());
        }
        Ok(ty.value(&mut results.iter().copied()).unwrap_or(Val::None))
    }

    /// The type in which several returned values meet; `None` if there are none.
    fn result_type<'v>(&mut self, vals: impl Iterator<Item = &'v Val>) -> R<Option<Ty>> {
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

    // ---- instances

    fn call_user(&mut self, func: &Rc<UserFunc>, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let name = func.def.name.id.to_string();
        let bound = self.bind_arguments(&name, &func.def.parameters, Scope::User(func.module), args, keywords)?;
        let vals: Vec<Val> = bound.into_iter().map(|(_, val)| val).collect();
        let key = self.instance_key(&format!("{}:{name}", func.module), &vals)?;
        if let Some(val) = self.call_known(&key, &vals)? {
            return Ok(val);
        }
        let func = func.clone();
        self.compile_user(&func, &key, &vals, None)?;
        self.call_compiled_instance(&key, &vals)
    }

    fn call_compiled(&mut self, func: &Rc<LibFunc>, bound: Vec<(String, Val)>) -> R<Val> {
        let vals = self.typed_arguments(func, bound)?;
        let key = self.instance_key(&format!("{}.{}", func.namespace, func.name), &vals)?;
        if let Some(val) = self.call_known(&key, &vals)? {
            return Ok(val);
        }
        let params = crate::cx::parameter_names(&func.def.parameters);
        let locals = Rc::new(crate::names::locals(&func.def.parameters, &func.reads));
        let def = func.def.clone();
        let body = Body { stmts: &def.body, scope: Scope::Library(func.file), reads: func.reads.clone(), locals };
        self.compile_instance(&key, &body, &params, &vals, func.name, None)?;
        self.call_compiled_instance(&key, &vals)
    }

    /// Arguments of annotated library functions are converted to the declared scalar types.
    fn typed_arguments(&mut self, func: &LibFunc, bound: Vec<(String, Val)>) -> R<Vec<Val>> {
        let mut vals = Vec::new();
        for ((_, val), param) in bound.into_iter().zip(func.def.parameters.iter_non_variadic_params()) {
            let declared = param.parameter.annotation.as_deref().and_then(|annotation| match annotation {
                Expr::Name(name) => npc_midend::types::DType::from_numpy_name(&name.id),
                _ => None,
            });
            vals.push(match (declared, val) {
                (Some(dtype), Val::Scalar(scalar)) => Val::strong(self.convert(scalar.value, dtype), dtype),
                (_, val) => val,
            });
        }
        Ok(vals)
    }

    pub fn instance_key(&mut self, function: &str, vals: &[Val]) -> R<InstanceKey> {
        let mut args = Vec::new();
        for val in vals {
            let ty = self.type_of(val);
            if matches!(ty, Ty::Static(_)) && !val.leaves().is_empty() {
                return Err(self.unsupported("passing this value to a function"));
            }
            if let Val::Callable(Callable::Lambda(_, captured, _)) = val
                && captured.iter().any(|(_, val)| !val.leaves().is_empty())
            {
                return Err(self.unsupported("passing a lambda that uses local variables to a function"));
            }
            if ty.leaves().len() > MAX_LEAVES {
                return Err(self.error(Code::TooLarge, format!("an argument with more than {MAX_LEAVES} members")));
            }
            args.push(ty);
        }
        Ok(InstanceKey { function: function.to_string(), args })
    }

    /// A call of an instance that exists, or of one being compiled (recursion).
    fn call_known(&mut self, key: &InstanceKey, vals: &[Val]) -> R<Option<Val>> {
        match self.instances.get(key) {
            None => Ok(None),
            Some(Instance { result: Some(_), .. }) => self.call_compiled_instance(key, vals).map(Some),
            Some(Instance { result: None, .. }) => {
                let span = self.f.span;
                self.recursive.entry(key.clone()).or_insert(span);
                if self.assumed.contains_key(key) {
                    return self.call_compiled_instance(key, vals).map(Some);
                }
                // The first time around nothing is known of the result: this path waits for the others.
                self.terminate(Op::Unreachable);
                Err(Stop)
            }
        }
    }

    fn call_compiled_instance(&mut self, key: &InstanceKey, vals: &[Val]) -> R<Val> {
        let Some(instance) = self.instances.get(key).cloned() else { return Err(Stop) };
        let Some(ty) = instance.result.or_else(|| self.assumed.get(key).cloned()) else { return Err(Stop) };
        let args: Values = vals.iter().flat_map(|val| val.leaves()).collect();
        let results = self.push(Op::Call(instance.func, args), &ty.leaves());
        ty.value(&mut results.iter().copied()).ok_or(Stop)
    }

    /// Compiles a user's function for these arguments; `declared` is the result type of its signature.
    pub fn compile_user(&mut self, func: &Rc<UserFunc>, key: &InstanceKey, vals: &[Val], declared: Option<&Ty>) -> R<FuncId> {
        let def = func.def.clone();
        let params = crate::cx::parameter_names(&def.parameters);
        let mut params = params;
        if let Some(vararg) = &def.parameters.vararg {
            let at = def.parameters.posonlyargs.len() + def.parameters.args.len();
            params.insert(at, vararg.name.id.to_string());
        }
        let reads = Rc::new(crate::names::Reads::of(&def.body));
        let mut locals = crate::names::locals(&def.parameters, &reads);
        locals.extend(params.iter().cloned());
        let body = Body { stmts: &def.body, scope: Scope::User(func.module), reads, locals: Rc::new(locals) };
        self.compile_instance(key, &body, &params, vals, &def.name.id, declared)
    }

    fn compile_instance(
        &mut self,
        key: &InstanceKey,
        body: &Body<'_>,
        params: &[String],
        vals: &[Val],
        name: &str,
        declared: Option<&Ty>,
    ) -> R<FuncId> {
        if self.compiling.len() > MAX_CALL_DEPTH || self.instances.len() > 2000 {
            return Err(self.error(Code::TooLarge, "functions call each other with ever new types"));
        }
        let id = self.module.funcs.push(Func::new(name));
        self.instances.insert(key.clone(), Instance { func: id, result: None });
        self.compiling.push(key.clone());
        if let Some(declared) = declared {
            self.assumed.insert(key.clone(), declared.clone());
        }
        let mut result = Err(Stop);
        for _ in 0..4 {
            let reported = self.diags.0.len();
            let known = self.instances.len();
            result = self.compile_round_of(key, body, params, vals, name, declared);
            let Ok((ty, _)) = &result else { break };
            let recursive = self.recursive.contains_key(key);
            if !recursive || self.assumed.get(key) == Some(ty) {
                break;
            }
            // What was compiled meanwhile relied on a type that was not known yet.
            self.diags.0.truncate(reported);
            self.forget_instances(known);
            self.assumed.insert(key.clone(), ty.clone());
        }
        self.compiling.pop();
        match result {
            Ok((ty, func)) => {
                self.module.funcs[id] = func;
                if let Some(instance) = self.instances.get_mut(key) {
                    instance.result = Some(ty);
                }
                Ok(id)
            }
            Err(Stop) => {
                // Another call of the same instance says nothing new.
                if let Some(instance) = self.instances.get_mut(key) {
                    instance.result = Some(Ty::Error);
                }
                Err(Stop)
            }
        }
    }

    /// Drops the instances made after the first `known` ones.
    fn forget_instances(&mut self, known: usize) {
        for (_, instance) in self.instances.split_off(known) {
            self.module.funcs[instance.func] = dead_function();
        }
    }

    fn compile_round_of(
        &mut self,
        key: &InstanceKey,
        body: &Body<'_>,
        params: &[String],
        vals: &[Val],
        name: &str,
        declared: Option<&Ty>,
    ) -> R<(Ty, Func)> {
        let mut fx = Fx::new(name);
        let user = matches!(body.scope, Scope::User(_));
        fx.func.library = !user;
        fx.user_name = name.to_string();
        fx.pure_body = !user && self.f.pure_body;
        fx.span = self.f.span;
        if let Scope::User(module) = body.scope {
            fx.user_file = self.user[module].file_index;
        }
        let outer = std::mem::replace(&mut self.f, fx);
        let result = self.fill_instance(key, body, params, vals, declared);
        let inner = std::mem::replace(&mut self.f, outer);
        result.map(|ty| (ty, inner.func))
    }

    fn fill_instance(
        &mut self,
        key: &InstanceKey,
        body: &Body<'_>,
        params: &[String],
        vals: &[Val],
        declared: Option<&Ty>,
    ) -> R<Ty> {
        let entry = self.f.func.body;
        let mut env = Env::default();
        for ((name, val), ty) in params.iter().zip(vals).zip(&key.args) {
            let leaves: Values = ty.leaves().into_iter().map(|ty| self.f.func.add_param(entry, ty)).collect();
            let val = ty.value(&mut leaves.iter().copied()).unwrap_or_else(|| val.clone());
            env.insert(name.clone(), Binding { val, flag: None, conflict: None, span: None });
        }
        self.f.frames.push(Frame {
            env,
            scope: body.scope,
            loops: Vec::new(),
            returns: Returns::Function(Vec::new()),
            reads: body.reads.clone(),
            locals: body.locals.clone(),
        });
        let errors = self.diags.0.iter().filter(|d| d.severity == npc_base::Severity::Error).count();
        if let Some(call) = self.recursive.get(key).copied() {
            let span = std::mem::replace(&mut self.f.span, call);
            self.enter_recursion()?;
            self.f.span = span;
        }
        self.exec_all(body.stmts);
        if self.f.live {
            self.return_value(Val::None);
        }
        if self.diags.0.iter().filter(|d| d.severity == npc_base::Severity::Error).count() > errors {
            return Err(Stop);
        }
        let Returns::Function(edges) = std::mem::replace(&mut self.frame().returns, Returns::Function(Vec::new())) else {
            return Err(Stop);
        };
        let found = self.result_type(edges.iter().map(|(_, val, _)| val))?;
        let ty = match (declared, found) {
            (Some(declared), _) => declared.clone(),
            (None, Some(found)) => found,
            // It never returns: any type will do, and a number lets the code around the calls have one.
            (None, None) if self.recursive.contains_key(key) => Ty::Scalar { dtype: npc_midend::types::DType::I64, weak: true },
            (None, None) => Ty::None,
        };
        for (edge, val, span) in &edges {
            self.f.span = *span;
            self.in_block(edge.block, |cx| {
                let val = match declared {
                    Some(declared) => cx.convert_result(val, declared)?,
                    None => cx.convert_to(val, &ty)?,
                };
                if cx.recursive.contains_key(key) {
                    cx.leave_recursion();
                }
                cx.terminate(Op::Return(val.leaves()));
                Ok(())
            })?;
        }
        if !self.f.func.is_terminated(entry) {
            self.in_block(entry, |cx| cx.terminate(Op::Unreachable));
        }
        self.f.func.results = ty.leaves();
        self.f.func.convention = Convention::Internal;
        if matches!(ty, Ty::Static(_)) {
            let name = ty.name();
            return Err(self.unsupported(&format!("returning {name}")));
        }
        Ok(ty)
    }

    /// Counts the depth of calls of a recursive function, and raises RecursionError beyond the limit.
    fn enter_recursion(&mut self) -> R<()> {
        let depth = self.recursion_depth();
        let limit = self.int(npc_midend::abi::MAX_DEPTH);
        let ok = self.compare(npc_midend::ir::CompareOp::Lt, depth, limit);
        self.check(ok, "RecursionError", "maximum recursion depth exceeded", &[])?;
        self.change_depth(npc_midend::ir::BinaryOp::Add);
        Ok(())
    }

    fn leave_recursion(&mut self) {
        self.change_depth(npc_midend::ir::BinaryOp::Sub);
    }

    fn recursion_depth(&mut self) -> npc_midend::ir::Value {
        let context = self.push1(Op::Context, Type::Addr);
        let memory = npc_midend::ir::MemType::I64;
        self.push1(Op::Load(memory, context, npc_midend::abi::context::DEPTH), Type::I64)
    }

    fn change_depth(&mut self, op: npc_midend::ir::BinaryOp) {
        let depth = self.recursion_depth();
        let one = self.int(1);
        let depth = self.binary(op, depth, one);
        let context = self.push1(Op::Context, Type::Addr);
        let memory = npc_midend::ir::MemType::I64;
        self.push(Op::Store(memory, context, npc_midend::abi::context::DEPTH, depth), &[]);
    }

    /// A result on its way to its declared type: scalars convert (narrowing is checked), arrays must have it.
    fn convert_result(&mut self, val: &Val, declared: &Ty) -> R<Val> {
        match (val, declared) {
            (Val::Scalar(scalar), Ty::Scalar { dtype, weak }) => {
                let value = self.narrow(*scalar, *dtype)?;
                Ok(Val::Scalar(crate::value::Scalar { value, dtype: *dtype, weak: *weak }))
            }
            (Val::Array(value), Ty::Array(array)) => {
                let own = self.array_type(*value);
                if own.dtype == array.dtype && own.rank == array.rank {
                    return self.convert_to(val, declared);
                }
                let (own, declared) = (self.type_of(val).name(), declared.name());
                Err(self.error_help(
                    Code::TypeMismatch,
                    format!("the function is declared to return `{declared}`, but returns `{own}`"),
                    format!("write `.astype(np.{})`, or change the signature", array.dtype.numpy_name()),
                ))
            }
            (_, Ty::None) => Ok(Val::None),
            (Val::Tuple(members), Ty::Tuple(types)) if members.len() == types.len() => {
                let members = members.iter().zip(types).map(|(val, ty)| self.convert_result(val, ty));
                Ok(Val::Tuple(members.collect::<R<_>>()?))
            }
            (Val::Array(value), Ty::Scalar { .. }) if self.array_type(*value).rank == 0 => {
                let scalar = self.scalar(val, "the result")?;
                self.convert_result(&Val::Scalar(scalar), declared)
            }
            (Val::Error, _) => Err(Stop),
            _ => {
                let (own, declared) = (self.type_of(val).name(), declared.name());
                Err(self
                    .error(Code::TypeMismatch, format!("the function is declared to return `{declared}`, but returns `{own}`")))
            }
        }
    }

    fn warn_narrowing(&mut self, scalar: crate::value::Scalar, to: npc_midend::types::DType) {
        if self.const_int(scalar.value).is_some() {
            return;
        }
        let (from, to) = (self.scalar_type_name(scalar), to.numpy_name());
        let message = format!(
            "this result is `{from}` and is narrowed to the declared `{to}`; values that do not fit raise OverflowError"
        );
        let warning = self.here(Diagnostic::warning(Code::NarrowingResult, message), "");
        self.diags.push(warning);
    }

    fn narrow(&mut self, scalar: crate::value::Scalar, to: npc_midend::types::DType) -> R<npc_midend::ir::Value> {
        use npc_midend::ir::CompareOp;
        let from = scalar.dtype;
        if from == to || from.promote(to) == to || to.is_float() || to == npc_midend::types::DType::Bool {
            return Ok(self.convert(scalar.value, to));
        }
        let wide = if from.is_float() || !scalar.weak { self.python_int_of(scalar)? } else { scalar.value };
        let wide = self.convert(wide, npc_midend::types::DType::I64);
        self.warn_narrowing(scalar, to);
        let message = format!("result {{0}} does not fit the declared type {}", to.numpy_name());
        let low = self.int(to.int_min() as i64);
        let mut fits = self.compare(CompareOp::Ge, wide, low);
        if to != npc_midend::types::DType::U64 {
            let high = self.int(to.int_max() as i64);
            let below = self.compare(CompareOp::Le, wide, high);
            fits = self.and(fits, below);
        }
        self.check(fits, "OverflowError", &message, &[wide])?;
        Ok(self.convert(wide, to))
    }
}

/// Takes the place of a function that nobody calls.
fn dead_function() -> Func {
    let mut func = Func::new("unused");
    let body = func.body;
    func.push(body, Op::Unreachable, &[], npc_midend::Loc::default());
    func
}
