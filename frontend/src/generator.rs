//! Generators: a function with `yield`, or a generator expression, is taken into the loop that consumes it.
//!
//! While the generator runs, the names of the consumer stand among the generator's own, each behind a `^`, so that loops and
//! branches of the generator carry and join both. At a `yield` they go back to the consumer, whose loop body runs in the
//! place of the `yield`.

use crate::cx::{Binding, Cx, Edge, Env, Frame, FrameId, LoopFrame, R, Returns, Scope, Stop};
use crate::names::{Reads, assigned_in, target_names};
use crate::value::{Closure, Val};
use npc_base::Code;
use npc_midend::ir::Block;
use ruff_python_ast::{self as ast, Expr, ExprContext, Stmt};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// What marks a name of the consumer in the frame of the generator.
const MARK: char = '^';
/// Bodies of loops that generators of one function may take in.
const MAX_BODIES: u32 = 1000;

/// A generator that has been called and not been gone over.
#[derive(Debug)]
pub(crate) struct Generator {
    pub def: Rc<ast::StmtFunctionDef>,
    pub scope: Scope,
    pub reads: Rc<Reads>,
    /// Of an inner function or an expression: what it sees.
    pub closure: Option<Rc<Closure>>,
    pub bound: Vec<(String, Val)>,
    /// Which one it is, and how many loops were around where it was made.
    pub number: u32,
    pub loops: usize,
}

/// The loop that a generator runs in, as its frame knows it.
pub(crate) struct Consumer {
    what: Consumes,
    /// Number of frames up to the consumer's.
    base: usize,
    /// The consumer's frame.
    pub frame: FrameId,
    /// The names that the consumer's body assigns, as they are called in the generator.
    pub assigned: Vec<String>,
    breaks: Vec<Edge>,
    user: (String, u32),
}

enum Consumes {
    /// The body of a `for`.
    Loop(Rc<ast::StmtFor>),
    /// All that is yielded, where how often that is is known at compile time.
    Collect(Block, Vec<Val>),
}

/// True for a name of the consumer.
pub(crate) fn is_consumers(name: &str) -> bool {
    name.starts_with(MARK)
}

/// The consumer's name as the generator has it.
pub(crate) fn marked(name: &str) -> String {
    format!("{MARK}{name}")
}

impl Cx<'_> {
    // ---- making generators

    /// A call of a generator function.
    pub fn generator(
        &mut self,
        def: &Rc<ast::StmtFunctionDef>,
        scope: Scope,
        reads: &Rc<Reads>,
        closure: Option<Rc<Closure>>,
        bound: Vec<(String, Val)>,
    ) -> Val {
        let (number, loops) = (self.fresh_frame(), self.loops_around());
        Val::Generator(Rc::new(Generator { def: def.clone(), scope, reads: reads.clone(), closure, bound, number, loops }))
    }

    /// `(x for x in xs if c)`: a generator function of the first iterable, called at once.
    pub fn generator_expr(&mut self, expr: &ast::ExprGenerator) -> R<Val> {
        let first = match expr.generators.first() {
            Some(first) => self.expr(&first.iter)?,
            None => return Err(Stop),
        };
        let func = self.inner_function(expr.range, |module| crate::value::UserFunc::new(function_of(expr), module));
        let Frame { scope, id, .. } = *self.frame_ref();
        let live = (id != 0).then_some(id);
        let closure = Closure { func: func.clone(), scope, frame: id, defaults: Rc::default(), captured: Rc::default(), live };
        let bound = vec![(ITERABLE.to_string(), first)];
        Ok(self.generator(&func.def, scope, &func.reads(), Some(Rc::new(closure)), bound))
    }

    fn loops_around(&self) -> usize {
        self.f.frames.iter().map(|frame| frame.loops.len()).sum()
    }

    /// Things that can be gone over once are gone over once.
    fn use_up(&mut self, generator: &Generator) -> R<()> {
        if self.loops_around() != generator.loops || !self.f.used_up.insert(generator.number) {
            let message = "this generator is gone over more than once, and only the first time gives its items";
            return Err(self.error_help(Code::Unsupported, message, "make it where it is gone over, or make a list of it"));
        }
        let active = self.f.frames.iter().any(|frame| frame.consumer.is_some() && Rc::ptr_eq(&frame.reads, &generator.reads));
        if active && generator.def.name.id.as_str() != EXPRESSION && !matches!(generator.scope, Scope::Library(_)) {
            let message = format!("the generator `{}` goes over itself, which is not supported", generator.def.name.id);
            return Err(self.error_help(Code::Unsupported, message, "append to a list that you pass as an argument"));
        }
        self.f.bodies += 1;
        if self.f.bodies > MAX_BODIES || self.f.frames.len() > crate::call::MAX_CALL_DEPTH {
            return Err(self.error(Code::TooLarge, "generators take in too many bodies of loops"));
        }
        Ok(())
    }

    // ---- going over generators

    /// A `for` over a generator.
    pub fn consume(&mut self, generator: &Rc<Generator>, stmt: &ast::StmtFor) -> R<()> {
        let entry = self.frame().env.clone();
        let scope = self.f.func.new_block();
        let edges = self.in_block(scope, |cx| {
            let mut edges = cx.run_generator(generator, Consumes::Loop(Rc::new(stmt.clone())))?.breaks;
            if cx.f.live {
                cx.exec_all(&stmt.orelse);
            }
            if cx.f.live {
                edges.push(Edge { block: cx.f.block, env: cx.frame().env.clone() });
            }
            Ok(edges)
        })?;
        self.close_scope(scope, &entry, &edges, stmt.range)
    }

    /// The items of a generator, if how many they are is known at compile time.
    pub fn collect(&mut self, generator: &Rc<Generator>) -> R<Vec<Val>> {
        let block = self.f.block;
        match self.run_generator(generator, Consumes::Collect(block, Vec::new()))?.what {
            Consumes::Collect(_, items) => Ok(items),
            Consumes::Loop(_) => Err(Stop),
        }
    }

    fn run_generator(&mut self, generator: &Rc<Generator>, what: Consumes) -> R<Consumer> {
        self.use_up(generator)?;
        let base = self.f.frames.len();
        let mut env = Env::default();
        for (name, val) in &generator.bound {
            env.insert(name.clone(), Binding { val: val.clone(), flag: None, conflict: None, span: None });
        }
        let own = self.frame_ref().env.clone();
        env.extend(own.into_iter().map(|(name, binding)| (marked(&name), binding)));
        let assigned = self.names_of_consumer(&what);
        let user = (self.f.user_name.clone(), self.f.user_file);
        let consumer = Consumer { what, base, frame: self.frame_ref().id, assigned, breaks: Vec::new(), user: user.clone() };
        let result = self.run_in_frame(generator, env, consumer);
        let inner = if self.f.frames.len() > base { self.f.frames.split_off(base).pop() } else { None };
        (self.f.user_name, self.f.user_file) = user;
        result?;
        let Some(Frame { env, consumer: Some(consumer), .. }) = inner else { return Err(Stop) };
        self.frame().env = unmarked(&env);
        Ok(*consumer)
    }

    fn names_of_consumer(&self, what: &Consumes) -> Vec<String> {
        let Consumes::Loop(stmt) = what else { return Vec::new() };
        let mut names = assigned_in(&stmt.body);
        names.extend(target_names(&stmt.target));
        if let Some(consumer) = self.frame_ref().consumer.as_ref().filter(|_| Reads::of(&stmt.body).yields) {
            names.extend(consumer.assigned.iter().cloned());
        }
        names.into_iter().map(|name| marked(&name)).collect()
    }

    fn run_in_frame(&mut self, generator: &Rc<Generator>, env: Env, consumer: Consumer) -> R<()> {
        let def = generator.def.clone();
        let mut parent = None;
        if let Some(closure) = &generator.closure {
            self.enter_closure(closure);
            parent = (closure.frame != 0).then_some(closure.frame);
        }
        if let Scope::User(module) = generator.scope {
            (self.f.user_name, self.f.user_file) = (def.name.id.to_string(), self.user[module].file_index);
        }
        let straight = matches!(consumer.what, Consumes::Collect(..));
        let id = self.fresh_frame();
        self.f.frames.push(Frame {
            env: env.clone(),
            returns: Returns::Generator(Vec::new()),
            reads: generator.reads.clone(),
            locals: Rc::new(crate::names::locals(&def.parameters, &generator.reads)),
            id,
            parent,
            consumer: Some(Box::new(consumer)),
            ..Frame::new(generator.scope)
        });
        let errors = self.errors();
        if straight {
            self.exec_all(&def.body);
            return if self.errors() > errors || !self.f.live { Err(Stop) } else { Ok(()) };
        }
        let scope = self.f.func.new_block();
        self.in_block(scope, |cx| {
            cx.exec_all(&def.body);
            if cx.f.live {
                let env = cx.frame().env.clone();
                if let Returns::Generator(edges) = &mut cx.frame().returns {
                    edges.push(Edge { block: scope, env });
                }
            }
        });
        if self.errors() > errors {
            return Err(Stop);
        }
        let Returns::Generator(edges) = std::mem::replace(&mut self.frame().returns, Returns::Generator(Vec::new())) else {
            return Err(Stop);
        };
        self.close_scope(scope, &env, &edges, TextRange::default())
    }

    fn errors(&self) -> usize {
        self.diags.0.iter().filter(|diagnostic| diagnostic.severity == npc_base::Severity::Error).count()
    }

    // ---- in the generator

    /// `yield value` as a statement.
    pub fn exec_yield(&mut self, value: Option<&Expr>) -> R<()> {
        let value = match value {
            Some(value) => self.expr(value)?,
            None => Val::None,
        };
        let tries = &self.frame_ref().tries;
        if !tries.attempts.is_empty() || !tries.guards.is_empty() || !tries.handling.is_empty() {
            return Err(self.unsupported("`yield` inside `try`"));
        }
        let block = self.f.block;
        let Some(mut consumer) = self.frame().consumer.take() else {
            let message = "a generator runs in the loop that goes over it: here there is none";
            return Err(self.error_help(Code::Unsupported, message, "return an array or a list"));
        };
        let result = match &mut consumer.what {
            Consumes::Collect(straight, items) if *straight == block => {
                items.push(value);
                Ok(())
            }
            Consumes::Collect(..) => {
                let message = "how many items this generator gives must be known at compile time here";
                Err(self.error_help(Code::NotStatic, message, "go over it by `for`, or make a list of it"))
            }
            Consumes::Loop(stmt) => {
                let stmt = stmt.clone();
                self.run_consumer(&stmt, &mut consumer, value)
            }
        };
        self.frame().consumer = Some(consumer);
        result
    }

    /// The body of the consumer's loop, in its own frame.
    fn run_consumer(&mut self, stmt: &ast::StmtFor, consumer: &mut Consumer, value: Val) -> R<()> {
        let own = std::mem::take(&mut self.frame().env);
        let above = self.f.frames.split_off(consumer.base);
        self.frame().env = unmarked(&own);
        let user = std::mem::replace(&mut self.f.user_name, consumer.user.0.clone());
        let file = std::mem::replace(&mut self.f.user_file, consumer.user.1);
        let result = self.consumer_body(stmt, value);
        (self.f.user_name, self.f.user_file) = (user, file);
        let after = self.frame().env.clone();
        self.f.frames.extend(above);
        let mut env: Env = own.into_iter().filter(|(name, _)| !is_consumers(name)).collect();
        env.extend(after.into_iter().map(|(name, binding)| (marked(&name), binding)));
        self.frame().env = env;
        consumer.breaks.extend(result?);
        Ok(())
    }

    fn consumer_body(&mut self, stmt: &ast::StmtFor, value: Val) -> R<Vec<Edge>> {
        let entry = self.frame().env.clone();
        let continues = crate::loops::contains_continue(&stmt.body);
        let block = if continues { self.f.func.new_block() } else { self.f.block };
        let (mut frame, live) = self.in_block(block, |cx| {
            cx.frame().loops.push(LoopFrame::default());
            let assigned = cx.at(stmt.target.range(), |cx| cx.assign(&stmt.target, value));
            if assigned.is_ok() {
                cx.exec_all(&stmt.body);
            }
            let mut frame = cx.frame().loops.pop().unwrap_or_default();
            if cx.f.live && continues {
                frame.continues.push(Edge { block, env: cx.frame().env.clone() });
            }
            assigned.map(|()| (frame, cx.f.live))
        })?;
        let breaks = std::mem::take(&mut frame.breaks);
        if continues {
            self.close_scope(block, &entry, &frame.continues, stmt.range)?;
        } else {
            self.f.live = live;
        }
        Ok(breaks)
    }

    /// `yield from iterable` as a statement.
    pub fn exec_yield_from(&mut self, from: &ast::ExprYieldFrom) -> R<()> {
        let item = |ctx| name_expr(ITEM, from.range, ctx);
        let body = yield_stmt(item(ExprContext::Load), from.range);
        let stmt = for_stmt(item(ExprContext::Store), (*from.value).clone(), vec![body], from.range);
        self.exec_for(&stmt)
    }

    /// A variable of a frame. While a generator runs, the names of its consumer stand in the generator's frame.
    pub fn variable_in(&self, number: usize, name: &str) -> Option<&Binding> {
        let id = self.f.frames[number].id;
        let consumed = |frame: &Frame| id != 0 && frame.consumer.as_ref().is_some_and(|consumer| consumer.frame == id);
        match self.f.frames.iter().skip(number + 1).position(consumed) {
            Some(after) => self.variable_in(number + 1 + after, &marked(name)),
            None => self.f.frames[number].env.get(name),
        }
    }
}

const EXPRESSION: &str = "<genexpr>";
const ITERABLE: &str = ".0";
const ITEM: &str = ".yielded";

fn unmarked(env: &Env) -> Env {
    env.iter().filter_map(|(name, binding)| Some((name.strip_prefix(MARK)?.to_string(), binding.clone()))).collect()
}

fn name_expr(name: &str, range: TextRange, ctx: ExprContext) -> Expr {
    Expr::Name(ast::ExprName { node_index: ast::AtomicNodeIndex::default(), range, id: name.into(), ctx })
}

fn yield_stmt(value: Expr, range: TextRange) -> Stmt {
    let node_index = ast::AtomicNodeIndex::default();
    let value = Expr::Yield(ast::ExprYield { node_index: node_index.clone(), range, value: Some(Box::new(value)) });
    Stmt::Expr(ast::StmtExpr { node_index, range, value: Box::new(value) })
}

fn for_stmt(target: Expr, iter: Expr, body: Vec<Stmt>, range: TextRange) -> ast::StmtFor {
    ast::StmtFor {
        node_index: ast::AtomicNodeIndex::default(),
        range,
        is_async: false,
        target: Box::new(target),
        iter: Box::new(iter),
        body: body.into_iter().collect(),
        orelse: Default::default(),
    }
}

/// A generator expression as a generator function of its first iterable.
fn function_of(expr: &ast::ExprGenerator) -> ast::StmtFunctionDef {
    let range = expr.range;
    let mut body = yield_stmt((*expr.elt).clone(), expr.elt.range());
    for (k, generator) in expr.generators.iter().enumerate().rev() {
        for test in generator.ifs.iter().rev() {
            body = Stmt::If(ast::StmtIf {
                node_index: ast::AtomicNodeIndex::default(),
                range: test.range(),
                test: Box::new(test.clone()),
                body: std::iter::once(body).collect(),
                elif_else_clauses: Vec::new(),
            });
        }
        let iter = if k == 0 { name_expr(ITERABLE, generator.iter.range(), ExprContext::Load) } else { generator.iter.clone() };
        body = Stmt::For(for_stmt(generator.target.clone(), iter, vec![body], generator.range));
    }
    ast::StmtFunctionDef {
        node_index: ast::AtomicNodeIndex::default(),
        range,
        is_async: false,
        decorator_list: Default::default(),
        name: ast::Identifier::new(EXPRESSION, range),
        type_params: None,
        parameters: Default::default(),
        returns: None,
        body: std::iter::once(body).collect(),
    }
}
