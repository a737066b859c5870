//! Functions compiled once for each combination of argument types, and calls of them.

use crate::call::{Body, MAX_CALL_DEPTH};
use crate::cx::{Binding, Cx, Env, Frame, Fx, Instance, InstanceKey, R, Returns, Scope, Stop};
use crate::library::LibFunc;
use crate::signature::Kind;
use crate::value::{Callable, Ty, UserFunc, Val};
use npc_base::Code;
use npc_midend::ir::{FuncId, Op, Values};
use npc_midend::types::Type;
use npc_midend::{Convention, Func};
use ruff_python_ast::Expr;
use std::rc::Rc;

/// Scalars and arrays in one argument.
const MAX_LEAVES: usize = 500;
/// Rounds after which the types in a function must have settled.
const MAX_ROUNDS: usize = 8;

impl Cx<'_> {
    pub fn call_user(&mut self, func: &Rc<UserFunc>, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let name = func.def.name.id.to_string();
        let decorated = self.decorated(func)?;
        if let Some(unknown) = &decorated.unknown {
            return Err(self.report(unknown.clone()));
        }
        if let (Kind::Generalized(_), true) = (&decorated.kind, keywords.is_empty()) {
            return self.call_user_ufunc(func, args);
        }
        let bound = self.bind_arguments(&name, &func.def.parameters, Scope::User(func.module), None, args, keywords)?;
        if func.reads().yields && decorated.kind == Kind::Plain {
            let def = func.def.clone();
            return Ok(self.generator(&def, Scope::User(func.module), &func.reads(), None, bound));
        }
        let vals = bound.into_iter().map(|(_, val)| self.leaving(val, None)).collect::<R<Vec<Val>>>()?;
        if decorated.kind != Kind::Plain {
            return self.call_user_ufunc(func, vals);
        }
        let key = self.instance_key(&format!("{}:{}", func.module, func.qualified_name()), &vals)?;
        self.call_instance(func, &key, &vals, None)
    }

    /// A call of an instance, which is compiled if this is the first.
    pub fn call_instance(&mut self, func: &Rc<UserFunc>, key: &InstanceKey, vals: &[Val], declared: Option<&Ty>) -> R<Val> {
        if let Some(val) = self.call_known(key, vals)? {
            return Ok(val);
        }
        self.compile_user(func, key, vals, declared)?;
        self.call_compiled_instance(key, vals)
    }

    pub fn call_compiled(&mut self, func: &Rc<LibFunc>, bound: Vec<(String, Val)>) -> R<Val> {
        let bound = bound.into_iter().map(|(name, val)| Ok((name, self.leaving(val, None)?))).collect::<R<Vec<_>>>()?;
        let vals = self.typed_arguments(func, bound)?;
        let key = self.instance_key(&format!("{}.{}", func.namespace, func.name), &vals)?;
        if let Some(val) = self.call_known(&key, &vals)? {
            return Ok(val);
        }
        let params = crate::cx::parameter_names(&func.def.parameters);
        let locals = Rc::new(crate::names::locals(&func.def.parameters, &func.reads));
        let def = func.def.clone();
        let body = Body { stmts: &def.body, scope: Scope::Library(func.file), reads: func.reads.clone(), locals, parent: None };
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
            let val = match (func.namespace, val) {
                ("text", val) => self.text_argument(func, param.parameter.annotation.as_deref(), val)?,
                ("list" | "dict" | "set", val @ Val::Str(_)) => Val::Text(self.text(&val)?),
                (_, val) => val,
            };
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
            let ty = crate::sites::without_sites(&self.type_of(val));
            if matches!(ty, Ty::Static(_)) && !val.leaves().is_empty() {
                return Err(self.unsupported("passing this value to a function"));
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
                let first = self.compiling.iter().position(|compiling| compiling == key).unwrap_or(0);
                for between in self.compiling.iter().skip(first) {
                    self.counted.entry(between.clone()).or_insert(span);
                }
                if self.assumed.contains_key(key) {
                    return self.call_compiled_instance(key, vals).map(Some);
                }
                // The first time around nothing is known of the result: this path waits for the others.
                self.terminate(Op::Unreachable);
                Err(Stop)
            }
        }
    }

    pub fn call_compiled_instance(&mut self, key: &InstanceKey, vals: &[Val]) -> R<Val> {
        let Some(instance) = self.instances.get(key).cloned() else { return Err(Stop) };
        let Some(ty) = instance.result.or_else(|| self.assumed.get(key).cloned()) else { return Err(Stop) };
        let args: Values = vals.iter().flat_map(|val| val.leaves()).collect();
        let results = self.push(Op::Call(instance.func, args), &ty.leaves());
        ty.value(&mut results.iter().copied()).ok_or(Stop)
    }

    /// Compiles a user's function for these arguments; `declared` is the result type of its signature.
    pub fn compile_user(&mut self, func: &Rc<UserFunc>, key: &InstanceKey, vals: &[Val], declared: Option<&Ty>) -> R<FuncId> {
        self.decorated(func)?;
        let def = func.def.clone();
        let params = crate::cx::parameter_names(&def.parameters);
        let mut params = params;
        if let Some(vararg) = &def.parameters.vararg {
            let at = def.parameters.posonlyargs.len() + def.parameters.args.len();
            params.insert(at, vararg.name.id.to_string());
        }
        params.extend(def.parameters.kwarg.iter().map(|kwarg| kwarg.name.id.to_string()));
        if matches!(vals.first(), Some(Val::Callable(Callable::Closure(closure))) if Rc::ptr_eq(&closure.func, func))
            && vals.len() > params.len()
        {
            params.insert(0, crate::function::CLOSURE.to_string());
        }
        let reads = func.reads();
        let locals = Rc::new(crate::names::locals(&def.parameters, &reads));
        let body = Body { stmts: &def.body, scope: Scope::User(func.module), reads, locals, parent: None };
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
        let mut settled = false;
        let (mut rounds, mut lessons) = (0, 0);
        while rounds < MAX_ROUNDS {
            let counted = self.counted.len();
            let cells = self.cell_changes.get(key).copied();
            let (reported, noted) = (self.diags.0.len(), self.numba.len());
            let known = self.instances.len();
            let depth = self.depth;
            result = self.compile_round_of(key, body, params, vals, name, declared);
            if self.take_lesson(key) {
                lessons += 1;
                if lessons > crate::sites::MAX_LESSONS {
                    self.error(Code::TooLarge, "the types of the elements of lists do not settle");
                    break;
                }
                self.depth = depth;
                self.diags.0.truncate(reported);
                self.numba.truncate(noted);
                self.forget_instances(known);
                continue;
            }
            rounds += 1;
            let cells_changed = self.cell_changes.get(key).copied() != cells;
            if let Ok((ty, _)) = &result {
                let recursive = self.recursive.contains_key(key);
                let same = !recursive || (self.assumed.get(key) == Some(ty) && self.counted.len() == counted);
                settled = same && !cells_changed;
                if recursive {
                    self.assumed.insert(key.clone(), ty.clone());
                }
            }
            if settled || self.is_lesson() || (result.is_err() && !cells_changed) {
                break;
            }
            // What was compiled meanwhile relied on a type that was not known yet.
            self.diags.0.truncate(reported);
            self.numba.truncate(noted);
            self.forget_instances(known);
        }
        if !settled && result.is_ok() {
            result = Err(self.error(Code::CannotMergeTypes, format!("the types in `{name}` do not settle")));
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
            Err(Stop) if self.is_lesson() => {
                self.instances.shift_remove(key);
                self.module.funcs[id] = dead_function();
                Err(Stop)
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
        fx.func.fastmath = user && self.options.fastmath;
        fx.user_name = name.to_string();
        fx.pure_body = !user && self.f.pure_body;
        fx.span = self.f.span;
        if let Scope::User(module) = body.scope {
            fx.user_file = self.user[module].file_index;
            if let Some(decorated) = self.user[module].functions.get(name).and_then(|func| func.decorated.get()) {
                fx.unchecked = decorated.as_ref().is_ok_and(|decorated| decorated.unchecked);
                fx.func.fastmath |= decorated.as_ref().is_ok_and(|decorated| decorated.fastmath);
                fx.python_errors = decorated.as_ref().is_ok_and(|decorated| decorated.python_errors);
            }
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
        let mut parent = None;
        let mut displays = Vec::new();
        for ((name, val), ty) in params.iter().zip(vals).zip(&key.args) {
            let leaves: Values = ty.leaves().into_iter().map(|ty| self.f.func.add_param(entry, ty)).collect();
            let val = ty.value_like(val, &mut leaves.iter().copied()).unwrap_or_else(|| val.clone());
            if let (crate::function::CLOSURE, Val::Callable(Callable::Closure(closure))) = (name.as_str(), &val) {
                self.enter_closure(closure);
                parent = (closure.frame != 0).then_some(closure.frame);
                continue;
            }
            if matches!(&val, Val::List(_)) && matches!(body.scope, Scope::User(_)) && body.reads.changes(name) {
                displays.push((name.clone(), val.clone()));
            }
            env.insert(name.clone(), Binding { val, flag: None, conflict: None, span: None });
        }
        let (reads, locals, id) = (body.reads.clone(), body.locals.clone(), self.fresh_frame());
        self.f.frames.push(Frame { env, reads, locals, id, parent, ..Frame::new(body.scope) });
        let errors = self.diags.0.iter().filter(|d| d.severity == npc_base::Severity::Error).count();
        let mut depth = None;
        if let Some(call) = self.counted.get(key).copied() {
            let span = std::mem::replace(&mut self.f.span, call);
            depth = Some(self.enter_recursion()?);
            self.f.span = span;
        }
        self.make_cells(key)?;
        for (name, display) in displays {
            let list = self.settle(&name, display)?;
            self.bind(&name, list);
        }
        self.exec_all(body.stmts);
        if self.is_lesson() {
            return Err(Stop);
        }
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
            (None, Some(found)) => crate::sites::without_sites(&found).at_run_time(),
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
                if let Some(depth) = depth {
                    cx.set_depth(depth);
                }
                cx.terminate(Op::Return(val.leaves()));
                Ok(())
            })?;
        }
        self.place_constants();
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

    /// Counts the depth of calls of a recursive function, and raises RecursionError beyond the limit; the depth before.
    fn enter_recursion(&mut self) -> R<npc_midend::ir::Value> {
        let depth = self.call_depth();
        let limit = self.int(npc_midend::abi::MAX_DEPTH);
        let ok = self.compare(npc_midend::ir::CompareOp::Lt, depth, limit);
        self.check(ok, "RecursionError", "maximum recursion depth exceeded", &[])?;
        let one = self.int(1);
        let deeper = self.binary(npc_midend::ir::BinaryOp::Add, depth, one);
        self.set_depth(deeper);
        Ok(depth)
    }

    /// How many calls of recursive functions there are.
    pub fn call_depth(&mut self) -> npc_midend::ir::Value {
        let context = self.push1(Op::Context, Type::Addr);
        let memory = npc_midend::ir::MemType::I64;
        self.push1(Op::Load(memory, context, npc_midend::abi::context::DEPTH), Type::I64)
    }

    pub fn set_depth(&mut self, depth: npc_midend::ir::Value) {
        let context = self.push1(Op::Context, Type::Addr);
        let memory = npc_midend::ir::MemType::I64;
        self.push(Op::Store(memory, context, npc_midend::abi::context::DEPTH, depth), &[]);
    }
}

/// Takes the place of a function that nobody calls.
fn dead_function() -> Func {
    let mut func = Func::new("unused");
    let body = func.body;
    func.push(body, Op::Unreachable, &[], npc_midend::Loc::default());
    func
}
