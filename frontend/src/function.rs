//! Functions as values: closures, lambdas, and functions chosen at run time.
//!
//! A closure refers to the frame that defines it, for a variable is read when the function is called, not when it is
//! defined. Where a closure leaves that frame (it is returned, or passed to a function that is compiled on its own) it takes
//! the variables along; they become hidden arguments of its instance, before its own. A function chosen at run time is a
//! number and a switch over all that it may be.

use crate::call::Body;
use crate::cx::{Binding, Cx, Env, Frame, FrameId, R, Scope, Stop};
use crate::value::{Callable, Captured, Closure, FuncTy, Ty, UserFunc, Val};
use npc_base::Code;
use npc_midend::Func;
use npc_midend::ir::{CompareOp, Value};
use npc_midend::types::DType;
use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// The hidden parameter of an instance that holds its closure.
pub(crate) const CLOSURE: &str = ".closure";
/// Functions among which one may be chosen at run time.
const MAX_CHOICES: usize = 64;

/// The values that a function holds: its receiver, its defaults, the variables that it took along.
pub(crate) fn held(callable: &Callable) -> Vec<Val> {
    match callable {
        Callable::Method(receiver, func) => {
            let mut held = vec![(**receiver).clone()];
            held.extend(self::held(func));
            held
        }
        Callable::Closure(closure) => {
            let mut held: Vec<Val> = closure.defaults.iter().map(|(_, val)| val.clone()).collect();
            for (_, val, flag) in closure.captured.iter().flat_map(|captured| &captured.names) {
                held.push(val.clone());
                held.extend(flag.map(|flag| Val::weak(flag, DType::Bool)));
            }
            held
        }
        _ => Vec::new(),
    }
}

/// The function with other values of the same types in place of those that it holds.
fn with_values(callable: &Callable, values: &mut impl Iterator<Item = Val>) -> Option<Callable> {
    Some(match callable {
        Callable::Method(_, func) => {
            let receiver = values.next()?;
            Callable::Method(Box::new(receiver), Rc::new(with_values(func, values)?))
        }
        Callable::Closure(closure) => {
            let mut closure = (**closure).clone();
            let defaults = closure.defaults.iter().map(|(name, _)| Some((name.clone(), values.next()?)));
            closure.defaults = Rc::new(defaults.collect::<Option<_>>()?);
            let mut captured = (*closure.captured).clone();
            for (_, val, flag) in captured.iter_mut().flat_map(|captured| &mut captured.names) {
                *val = values.next()?;
                if flag.is_some() {
                    let Val::Scalar(scalar) = values.next()? else { return None };
                    *flag = Some(scalar.value);
                }
            }
            closure.captured = Rc::new(captured);
            Callable::Closure(Rc::new(closure))
        }
        other => other.clone(),
    })
}

/// The function of this type over IR values.
pub(crate) fn with_held(ty: &FuncTy, leaves: &mut impl Iterator<Item = Value>) -> Option<Callable> {
    let mut values = Vec::new();
    for (ty, model) in ty.holds.iter().zip(held(&ty.model)) {
        values.push(ty.value_like(&model, leaves)?);
    }
    with_values(&ty.model, &mut values.into_iter())
}

/// The type of a function.
pub(crate) fn type_of(func: &Func, callable: &Callable) -> FuncTy {
    let holds = held(callable).iter().map(|val| crate::value::type_of(func, val)).collect();
    FuncTy { key: key_of(callable).into(), holds, model: callable.clone() }
}

fn key_of(callable: &Callable) -> String {
    match callable {
        Callable::User(func) => format!("function {} of module {}", func.qualified_name(), func.module),
        Callable::Library(func) => format!("function {}.{}", func.namespace, func.name),
        Callable::Intrinsic(name) => format!("function {name}"),
        Callable::Method(_, func) => format!("method {}", key_of(func)),
        Callable::Exception(name) => format!("exception {name}"),
        Callable::Class(class) => format!("class {} of module {}", class.name, class.module),
        Callable::Named(class) => format!("class {} {:?}", class.name, class.fields),
        Callable::Closure(closure) => {
            let mut key = format!("function at {:?} of {:?}", closure.func.def.range, closure.scope);
            for frame in closure.captured.iter() {
                key.push_str(" in");
                for (name, _, flag) in &frame.names {
                    key.push_str(if flag.is_some() { " ?" } else { " " });
                    key.push_str(name);
                }
                let mut unbound: Vec<&String> = frame.unbound.iter().collect();
                unbound.sort_unstable();
                unbound.into_iter().for_each(|name| key.push_str(&format!(" !{name}")));
            }
            if closure.live.is_some() {
                key.push_str(" in its frame");
            }
            key
        }
    }
}

/// The functions of two choices, each once; `None` if they are too many.
pub(crate) fn either(a: &[FuncTy], b: &[FuncTy]) -> Option<Ty> {
    let mut all = a.to_vec();
    all.extend(b.iter().filter(|func| !a.contains(func)).cloned());
    (all.len() <= MAX_CHOICES).then_some(Ty::Choice(all))
}

impl Cx<'_> {
    // ---- definitions

    /// A `def` inside a function.
    pub fn exec_function(&mut self, def: &ast::StmtFunctionDef) -> R<()> {
        if def.is_async {
            return Err(self.unsupported("an `async` function"));
        }
        let func = self.inner_function(def.range, |module| UserFunc::new(def.clone(), module));
        let mut val = self.closure(func.clone())?;
        let decorated = self.decorated(&func)?;
        if decorated.unknown.is_some() {
            for decorator in def.decorator_list.iter().rev() {
                let callee = self.expr(&decorator.expression)?;
                val = self.at(decorator.range, |cx| cx.call_value(&callee, vec![val], Vec::new()))?;
            }
        }
        self.bind(&def.name.id, val);
        Ok(())
    }

    /// A lambda: a function that returns its expression.
    pub fn lambda(&mut self, lambda: &ast::ExprLambda) -> R<Val> {
        let func = self.inner_function(lambda.range, |module| UserFunc::new(function_of(lambda), module));
        self.closure(func)
    }

    /// The function that is defined at this place; made once.
    pub fn inner_function(&mut self, range: TextRange, make: impl FnOnce(usize) -> UserFunc) -> Rc<UserFunc> {
        let module = match self.frame_ref().scope {
            Scope::User(module) => module,
            Scope::Library(file) => usize::MAX - file,
        };
        self.inner_functions.entry((module, range)).or_insert_with(|| Rc::new(make(module))).clone()
    }

    /// A function with the variables around it.
    pub fn closure(&mut self, func: Rc<UserFunc>) -> R<Val> {
        let mut defaults = Vec::new();
        for param in func.def.parameters.iter_non_variadic_params() {
            if let Some(default) = &param.default {
                defaults.push((param.name().id.to_string(), self.expr(default)?));
            }
        }
        let Frame { scope, id, .. } = *self.frame_ref();
        let live = (id != 0).then_some(id);
        let closure = Closure { func, scope, frame: id, defaults: Rc::new(defaults), captured: Rc::default(), live };
        Ok(Val::Callable(Callable::Closure(Rc::new(closure))))
    }

    // ---- variables of the frames around

    fn frame_number(&self, id: FrameId) -> Option<usize> {
        self.f.frames.iter().rposition(|frame| frame.id == id)
    }

    /// The frames from this one outwards.
    pub fn frames_around(&self, from: Option<FrameId>) -> Vec<usize> {
        let mut numbers = Vec::new();
        let mut next = from;
        while let Some(number) = next.and_then(|id| self.frame_number(id)) {
            numbers.push(number);
            next = self.f.frames[number].parent;
        }
        numbers
    }

    /// What a name means in the frames around this body, if one of them has it.
    pub fn free_variable(&mut self, name: &str) -> R<Option<Val>> {
        for number in self.frames_around(self.frame_ref().parent) {
            let frame = &self.f.frames[number];
            if let Some(binding) = self.variable_in(number, name).cloned() {
                return self.free_binding(name, binding).map(Some);
            }
            if frame.locals.contains(name) {
                self.raise("NameError", &unbound(name), &[]);
                return Err(Stop);
            }
        }
        Ok(None)
    }

    fn free_binding(&mut self, name: &str, binding: Binding) -> R<Val> {
        if let Some(conflict) = binding.conflict {
            return Err(self.report((*conflict).clone()));
        }
        if let Some(flag) = binding.flag {
            self.check(flag, "NameError", &unbound(name), &[])?;
        }
        match binding.val {
            Val::Error => Err(Stop),
            Val::Cell(cell) => self.read_cell(&cell, "NameError", &unbound(name)),
            val => Ok(val),
        }
    }

    // ---- leaving a frame

    /// The value as it leaves this function or, for a body that is taken in place of its call, this frame.
    pub fn leaving(&mut self, val: Val, frame: Option<FrameId>) -> R<Val> {
        if !is_live(&val, frame) {
            return Ok(val);
        }
        let each = |cx: &mut Self, vals: Vec<Val>| vals.into_iter().map(|val| cx.leaving(val, frame)).collect::<R<Vec<_>>>();
        Ok(match val {
            Val::Tuple(members) => Val::Tuple(each(self, members)?),
            Val::List(members) => Val::List(each(self, members)?),
            Val::Named(class, members) => Val::Named(class, each(self, members)?),
            Val::Optional(has, payload) => Val::Optional(has, Box::new(self.leaving(*payload, frame)?)),
            Val::Keywords(all) => {
                let all = all.into_iter().map(|(name, val)| Ok((name, self.leaving(val, frame)?)));
                Val::Keywords(all.collect::<R<_>>()?)
            }
            Val::Callable(callable) => Val::Callable(self.leaving_callable(&callable, frame)?),
            Val::Choice(which, callables) => {
                let callables = callables.iter().map(|callable| self.leaving_callable(callable, frame));
                Val::Choice(which, callables.collect::<R<_>>()?)
            }
            other => other,
        })
    }

    fn leaving_callable(&mut self, callable: &Callable, frame: Option<FrameId>) -> R<Callable> {
        Ok(match callable {
            Callable::Closure(closure) => Callable::Closure(self.leaving_closure(closure, frame)?),
            Callable::Method(receiver, func) => {
                let receiver = self.leaving((**receiver).clone(), frame)?;
                Callable::Method(Box::new(receiver), Rc::new(self.leaving_callable(func, frame)?))
            }
            other => other.clone(),
        })
    }

    /// The closure with the variables that it needs of the frames up to the given one, or of all.
    pub fn leaving_closure(&mut self, closure: &Rc<Closure>, frame: Option<FrameId>) -> R<Rc<Closure>> {
        let mut around = self.frames_around(closure.live);
        if around.is_empty() && closure.live.is_some() {
            return Err(self.unsupported("a function whose variables belong to a function that is not running here"));
        }
        let mut rest = None;
        if let Some(frame) = frame {
            let Some(mut last) = around.iter().position(|number| self.f.frames[*number].id == frame) else {
                return Ok(closure.clone());
            };
            while around.get(last + 1).is_some_and(|number| self.f.frames[*number].taken) {
                last += 1;
            }
            around.truncate(last + 1);
            rest = self.f.frames[around[last]].parent;
        }
        let mut captured: Vec<Captured> = around
            .iter()
            .map(|number| Captured { frame: self.f.frames[*number].id, names: Vec::new(), unbound: Rc::default() })
            .collect();
        let mut wanted = free_names(&closure.func);
        let mut seen: Vec<String> =
            closure.captured.iter().flat_map(|captured| captured.names.iter().map(|(name, ..)| name.clone())).collect();
        for val in held(&Callable::Closure(closure.clone())) {
            wanted.extend(names_needed(&val));
        }
        while let Some(name) = wanted.pop() {
            if seen.contains(&name) {
                continue;
            }
            seen.push(name.clone());
            for (number, captured) in around.iter().zip(&mut captured) {
                let Some((val, flag)) = self.variable_of(*number, &name) else {
                    if self.f.frames[*number].locals.contains(&name) {
                        Rc::make_mut(&mut captured.unbound).insert(name);
                        break;
                    }
                    continue;
                };
                let val = if is_inside(&val, &around, &self.f.frames) { val } else { self.leaving(val, frame)? };
                wanted.extend(names_needed(&val));
                captured.names.push((name, val, flag));
                break;
            }
        }
        let captured = closure.captured.iter().cloned().chain(captured).collect();
        Ok(Rc::new(Closure { captured: Rc::new(captured), live: rest, ..(**closure).clone() }))
    }

    fn variable_of(&self, number: usize, name: &str) -> Option<(Val, Option<Value>)> {
        let binding = self.variable_in(number, name).filter(|binding| binding.conflict.is_none())?;
        Some((binding.val.clone(), binding.flag))
    }

    // ---- calls

    /// `global`: reading is all that there is to it.
    pub fn exec_global(&mut self, names: &[ast::Identifier]) -> R<()> {
        let reads = self.frame_ref().reads.clone();
        match names.iter().find(|name| reads.assigns(name)) {
            None => Ok(()),
            Some(name) => self.at(name.range, |cx| {
                let message = format!("assigning to the global `{name}` is not supported: a compiled function keeps no state");
                Err(cx.error_help(Code::Unsupported, message, "pass it as an argument and return the new value"))
            }),
        }
    }

    /// `nonlocal`: one of the functions around must have the variable.
    pub fn exec_nonlocal(&mut self, names: &[ast::Identifier]) -> R<()> {
        for name in names {
            if self.cell_of(&name.id).is_none() {
                let around = self.frames_around(self.frame_ref().parent);
                let has = |number: &usize| self.f.frames[*number].locals.contains(name.id.as_str());
                let known = around.iter().any(has);
                let message = format!("no binding for nonlocal '{name}' found");
                return self.at(name.range, |cx| match known {
                    true => Err(cx.unsupported("`nonlocal` here")),
                    false => Err(cx.error(Code::SyntaxError, message)),
                });
            }
        }
        Ok(())
    }

    pub fn call_closure(&mut self, closure: &Rc<Closure>, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let func = &closure.func;
        let name = func.def.name.id.to_string();
        let defaults = Some(&closure.defaults[..]);
        let bound = self.bind_arguments(&name, &func.def.parameters, closure.scope, defaults, args, keywords)?;
        if func.reads().yields {
            let def = func.def.clone();
            return Ok(self.generator(&def, closure.scope, &func.reads(), Some(closure.clone()), bound));
        }
        if self.is_inlined(closure) {
            return self.inline_closure(closure, bound);
        }
        let decorated = self.decorated(func)?;
        if decorated.kind != crate::signature::Kind::Plain {
            let vals = bound.into_iter().map(|(_, val)| val).collect();
            return self.call_user_ufunc(func, vals);
        }
        let closure = self.leaving_closure(closure, None)?;
        let mut vals = vec![Val::Callable(Callable::Closure(closure))];
        for (_, val) in bound {
            vals.push(self.leaving(val, None)?);
        }
        let key = self.instance_key(&format!("{}:{name}@{}", func.module, u32::from(func.def.start())), &vals)?;
        self.call_instance(func, &key, &vals, None)
    }

    /// Lambdas take the place of their calls, and so does everything where nothing can be called.
    fn is_inlined(&self, closure: &Closure) -> bool {
        let reads = closure.func.reads();
        let active = self.f.frames.iter().any(|frame| Rc::ptr_eq(&frame.reads, &reads));
        let library = matches!(closure.scope, Scope::Library(_));
        !active && (library || self.f.pure_body || closure.func.def.name.id.as_str() == LAMBDA)
    }

    fn inline_closure(&mut self, closure: &Closure, bound: Vec<(String, Val)>) -> R<Val> {
        let reads = closure.func.reads();
        let locals = Rc::new(crate::names::locals(&closure.func.def.parameters, &reads));
        let around = self.f.frames.len();
        self.enter_closure(closure);
        let frame = (closure.frame != 0).then_some(closure.frame);
        let def = closure.func.def.clone();
        let body = Body { stmts: &def.body, scope: closure.scope, reads, locals, parent: frame };
        let saved = (self.f.user_name.clone(), self.f.user_file);
        if let Scope::User(module) = closure.scope {
            (self.f.user_name, self.f.user_file) = (def.name.id.to_string(), self.user[module].file_index);
        }
        let result = self.inline(&body, bound);
        (self.f.user_name, self.f.user_file) = saved;
        self.f.frames.truncate(around);
        result
    }

    /// Frames with the variables that a closure took along, under the body's own.
    pub fn enter_closure(&mut self, closure: &Closure) {
        let mut parent = closure.live;
        for captured in closure.captured.iter().rev() {
            let mut env = Env::default();
            for (name, val, flag) in &captured.names {
                env.insert(name.clone(), Binding { val: val.clone(), flag: *flag, conflict: None, span: None });
            }
            let id = captured.frame;
            let locals = captured.unbound.clone();
            self.f.frames.push(Frame { env, locals, id, parent, taken: true, ..Frame::new(closure.scope) });
            parent = Some(id);
        }
    }

    /// A call of a function chosen at run time: a call of each, behind a switch.
    pub fn call_choice(
        &mut self,
        which: Value,
        callables: &[Callable],
        args: Vec<Val>,
        keywords: Vec<(String, Val)>,
    ) -> R<Val> {
        let Some((last, others)) = callables.split_last() else { return Err(Stop) };
        if others.is_empty() {
            return self.call_values(last, args, keywords);
        }
        let number = self.int(others.len() as i64);
        let here = self.compare(CompareOp::Eq, which, number);
        let (own_args, own_keywords) = (args.clone(), keywords.clone());
        self.choose(here, |cx| cx.call_values(last, own_args, own_keywords), |cx| cx.call_choice(which, others, args, keywords))
    }

    /// A function as one of a choice.
    pub fn as_choice(&mut self, val: &Val, funcs: &[FuncTy]) -> R<Val> {
        let (which, callables): (Option<Value>, &[Callable]) = match val {
            Val::Callable(callable) => (None, std::slice::from_ref(callable)),
            Val::Choice(which, callables) => (Some(*which), callables),
            _ => return Err(Stop),
        };
        let own: Vec<FuncTy> = callables.iter().map(|callable| type_of(&self.f.func, callable)).collect();
        let mut number = self.int(-1);
        for (k, func) in own.iter().enumerate() {
            let at = funcs.iter().position(|known| known == func).unwrap_or(0);
            let at = self.int(at as i64);
            number = match which {
                None => at,
                Some(which) => {
                    let k = self.int(k as i64);
                    let here = self.compare(CompareOp::Eq, which, k);
                    self.select(here, at, number)
                }
            };
        }
        let mut all = Vec::new();
        for func in funcs {
            all.push(match own.iter().position(|known| known == func) {
                Some(at) => callables[at].clone(),
                None => {
                    let holds = func.holds.iter().flat_map(Ty::leaves).collect::<Vec<_>>();
                    let nulls: Vec<Value> = holds.into_iter().map(|ty| self.null(ty)).collect();
                    with_held(func, &mut nulls.into_iter()).ok_or(Stop)?
                }
            });
        }
        Ok(Val::Choice(number, all))
    }

    /// The variable of a comprehension is gone after it: a function that uses it cannot stay.
    pub fn check_no_target(&mut self, val: &Val, target: &ast::Expr) -> R<()> {
        let needed = names_needed(val);
        match crate::names::target_names(target).iter().find(|name| needed.contains(name)) {
            None => Ok(()),
            Some(name) => {
                let message = format!("a function that uses the variable `{name}` of a comprehension is not supported yet");
                let help = format!("give the function its own: `lambda {name}={name}: …`");
                Err(self.error_help(Code::Unsupported, message, help))
            }
        }
    }

    /// The error for something that cannot be called.
    pub fn not_callable(&mut self, val: &Val) -> Stop {
        let name = self.type_of(val).name();
        self.error(Code::TypeMismatch, format!("'{name}' object is not callable"))
    }
}

const LAMBDA: &str = "<lambda>";

/// A lambda as a `def`.
fn function_of(lambda: &ast::ExprLambda) -> ast::StmtFunctionDef {
    let range = lambda.range;
    let node_index = ast::AtomicNodeIndex::default();
    let body = Stmt::Return(ast::StmtReturn {
        node_index: node_index.clone(),
        range: lambda.body.range(),
        value: Some(lambda.body.clone()),
    });
    ast::StmtFunctionDef {
        node_index,
        range,
        is_async: false,
        decorator_list: Default::default(),
        name: ast::Identifier::new(LAMBDA, range),
        type_params: None,
        parameters: lambda.parameters.clone().unwrap_or_default(),
        returns: None,
        body: std::iter::once(body).collect(),
    }
}

fn unbound(name: &str) -> String {
    format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope")
}

/// The names that a function reads of the frames around it.
fn free_names(func: &UserFunc) -> Vec<String> {
    crate::names::free_names(&func.def.parameters, &func.reads())
}

fn closures_in<'v>(val: &'v Val, found: &mut Vec<&'v Rc<Closure>>) {
    match val {
        Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => {
            members.iter().for_each(|member| closures_in(member, found));
        }
        Val::Keywords(all) => all.iter().for_each(|(_, val)| closures_in(val, found)),
        Val::Optional(_, payload) => closures_in(payload, found),
        Val::Callable(callable) => closures_of(callable, found),
        Val::Choice(_, callables) => callables.iter().for_each(|callable| closures_of(callable, found)),
        _ => {}
    }
}

fn closures_of<'v>(callable: &'v Callable, found: &mut Vec<&'v Rc<Closure>>) {
    match callable {
        Callable::Closure(closure) => {
            found.push(closure);
            closure.defaults.iter().for_each(|(_, val)| closures_in(val, found));
            closure.captured.iter().flat_map(|captured| &captured.names).for_each(|(_, val, _)| closures_in(val, found));
        }
        Callable::Method(receiver, func) => {
            closures_in(receiver, found);
            closures_of(func, found);
        }
        _ => {}
    }
}

/// True if there is a closure in the value that refers to a frame: to the given one, or to any.
fn is_live(val: &Val, frame: Option<FrameId>) -> bool {
    let mut closures = Vec::new();
    closures_in(val, &mut closures);
    closures.iter().any(|closure| closure.live.is_some() && (frame.is_none() || closure.live == frame))
}

/// True if all closures in the value refer to frames that are taken along anyway.
fn is_inside(val: &Val, around: &[usize], frames: &[Frame]) -> bool {
    let mut closures = Vec::new();
    closures_in(val, &mut closures);
    let inside = |id: FrameId| around.iter().any(|number| frames[*number].id == id);
    closures.iter().all(|closure| closure.live.is_none_or(inside))
}

/// The names that closures in a value need of their frames.
fn names_needed(val: &Val) -> Vec<String> {
    let mut closures = Vec::new();
    closures_in(val, &mut closures);
    closures.iter().filter(|closure| closure.live.is_some()).flat_map(|closure| free_names(&closure.func)).collect()
}
