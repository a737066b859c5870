//! `while` and `for`: names that a body assigns become parameters of the loop, whose types are found in a few rounds.

use crate::cx::{Binding, Cx, Edge, Env, LoopFrame, R, Stop};
use crate::merge::merge_types;
use crate::names::{assigned_first, assigned_in, target_names};
use crate::object::{Class, ObjectTy};
use crate::value::{Scalar, Ty, Val};
use npc_base::{Code, Diagnostic};
use npc_midend::ir::{BinaryOp, Block, CompareOp, Op, Value, Values};
use npc_midend::types::{DType, Type};
use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// Rounds after which the types of a loop's variables must have settled.
const MAX_ROUNDS: usize = 6;

/// The sites of lists that are made of tuples beside which something of unknown length is gone over.
const BESIDE: u32 = 200;

/// A name that the loop carries from one iteration to the next.
#[derive(Clone, PartialEq)]
struct Carried {
    name: String,
    ty: Ty,
    /// It may be unbound.
    flag: bool,
    /// Why it has no type, if iterations leave it with types that have no common one.
    conflict: Option<Rc<Diagnostic>>,
}

/// What drives a loop.
enum Driver<'s> {
    While(&'s Expr),
    /// A counter from 0 on, as long as there is an item: what is gone over may change meanwhile.
    Each {
        target: &'s Expr,
        items: Items,
    },
    /// A counter from `lo` to `hi`; the target's value is made from it.
    Count {
        lo: Value,
        hi: Value,
        target: &'s Expr,
        items: Items,
    },
}

/// How the target of a `for` follows from the counter.
#[derive(Clone)]
enum Items {
    /// `start + counter · step`
    Range { start: Value, step: Value, weak: Option<DType> },
    /// The counter itself.
    Counter,
    /// The counter as indices into axes of these extents, with the element of an array there.
    Places(Option<Value>, npc_midend::ir::Values),
    /// `array[counter]`
    Array(Value),
    /// A code point of a string, and where each starts.
    Text(Value, Value),
    /// A tuple of items, as `zip` and `enumerate` give.
    Tuple(Vec<Items>),
    /// `start + counter`, for `enumerate`.
    From(Value),
    /// `list[counter]`
    List(ObjectTy, Value),
    /// `list[length - 1 - counter]`
    Backwards(ObjectTy, Value, Value),
    /// So many items of something that does not change.
    Limited(Value, Box<Items>),
    /// The items of a copy, while the dict or set has as many members as at first.
    Members { copy: Box<Items>, object: ObjectTy, value: Value, length: Value },
}

impl Cx<'_> {
    pub fn exec_while(&mut self, stmt: &ast::StmtWhile) -> R<()> {
        self.with_breaks(&stmt.body, &stmt.orelse, stmt.range, |cx| {
            cx.run_loop(&Driver::While(&stmt.test), &stmt.body, stmt.range)
        })
    }

    pub fn exec_for(&mut self, stmt: &ast::StmtFor) -> R<()> {
        if stmt.is_async {
            return Err(self.unsupported("`async for`"));
        }
        let iter = self.expr(&stmt.iter)?;
        let iter = self.flattened(&iter)?.unwrap_or(iter);
        let iter = self.at(stmt.iter.range(), |cx| cx.present(&iter, "TypeError", "'NoneType' object is not iterable"))?;
        if let Some(generator) = self.at(stmt.iter.range(), |cx| cx.generator_in(&iter))? {
            return self.at(stmt.iter.range(), |cx| cx.consume(&generator, stmt));
        }
        if let Some(members) = self.at(stmt.iter.range(), |cx| cx.static_items(&iter))? {
            return self.unroll(stmt, members);
        }
        if self.is_open_ended(&iter) {
            let items = self.at(stmt.iter.range(), |cx| cx.open_items(&iter))?;
            return self.with_breaks(&stmt.body, &stmt.orelse, stmt.range, |cx| {
                cx.run_loop(&Driver::Each { target: &stmt.target, items: items.clone() }, &stmt.body, stmt.range)
            });
        }
        let (lo, hi, items) = self.at(stmt.iter.range(), |cx| cx.counted(&iter))?;
        self.with_breaks(&stmt.body, &stmt.orelse, stmt.range, |cx| {
            cx.run_loop(&Driver::Count { lo, hi, target: &stmt.target, items: items.clone() }, &stmt.body, stmt.range)
        })
    }

    // ---- break and else

    /// Runs a loop and its `else`; where the body has a `break`, inside a scope that breaks leave.
    fn with_breaks(
        &mut self,
        body: &[Stmt],
        orelse: &[Stmt],
        range: TextRange,
        run: impl FnOnce(&mut Self) -> R<Vec<Edge>>,
    ) -> R<()> {
        if !contains_break(body) {
            run(self)?;
            self.exec_all(orelse);
            return Ok(());
        }
        let entry = self.frame().env.clone();
        let scope = self.f.func.new_block();
        let mut edges = self.in_block(scope, |cx| {
            let mut edges = run(cx)?;
            cx.exec_all(orelse);
            if cx.f.live {
                edges.push(Edge { block: scope, env: cx.frame().env.clone() });
            }
            Ok(edges)
        })?;
        edges.dedup_by_key(|edge| edge.block);
        self.close_scope(scope, &entry, &edges, range)
    }

    /// Joins the edges that leave a scope and appends it.
    pub fn close_scope(&mut self, scope: Block, entry: &Env, edges: &[Edge], range: TextRange) -> R<()> {
        let envs: Vec<_> = edges.iter().map(|edge| &edge.env).collect();
        let wanted = self.wanted_names(range);
        let joined = self.join(entry, &envs, &wanted);
        self.finish_edges(edges, &joined, &|values| Op::Exit(scope, values))?;
        let types = Self::joined_types(&joined);
        let results = self.push(Op::Scope(scope), &types);
        if edges.is_empty() {
            self.terminate(Op::Unreachable);
        } else {
            self.frame().env = self.bind_joined(joined, &results);
        }
        Ok(())
    }

    // ---- the loop itself

    /// Compiles the loop; the edges of its breaks are returned, the environment is that of its normal end.
    fn run_loop(&mut self, driver: &Driver<'_>, body: &[Stmt], range: TextRange) -> R<Vec<Edge>> {
        let entry = self.frame().env.clone();
        let names = self.loop_names(driver, body, range);
        let mut carried = self.first_round(&entry, &names);
        for _ in 0..MAX_ROUNDS {
            let mark = self.f.func.mark(self.f.block);
            let reported = self.diags.0.len();
            let noted = self.numba.len();
            let sites = self.compile_round(driver, body, &entry, &carried)?;
            let next = self.next_round(&entry, &names, &carried, &sites.nexts);
            if next == carried {
                return self.finish_loop(driver, &entry, &carried, sites);
            }
            if self.diags.0.len() > reported && self.diags.has_errors() {
                return Err(Stop);
            }
            self.f.func.rollback(mark);
            self.numba.truncate(noted);
            self.f.live = true;
            self.frame().env = entry.clone();
            carried = next;
        }
        Err(self.error(Code::CannotMergeTypes, "the types of this loop's variables do not settle"))
    }

    /// The names that the loop assigns and that must be passed on.
    fn loop_names(&mut self, driver: &Driver<'_>, body: &[Stmt], range: TextRange) -> Vec<String> {
        let mut names = assigned_in(body);
        if let Driver::While(test) = driver {
            names.extend(crate::names::assigned_in_expr(test).into_iter().filter(|name| !assigned_in(body).contains(name)));
        }
        let from_target = match driver {
            Driver::Count { target, .. } | Driver::Each { target, .. } => target_names(target),
            Driver::While(_) => Vec::new(),
        };
        for name in &from_target {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        let frame = self.frame_ref();
        if let Some(consumer) = &frame.consumer {
            names.extend(consumer.assigned.iter().cloned());
        }
        names.retain(|name| {
            frame.env.contains_key(name)
                || frame.reads.read_outside(name, range)
                || !(from_target.contains(name) || assigned_first(name, body))
        });
        names
    }

    fn first_round(&self, entry: &Env, names: &[String]) -> Vec<Carried> {
        let bound = names.iter().filter_map(|name| entry.get(name).map(|binding| (name, binding)));
        bound
            .filter(|(_, binding)| binding.conflict.is_none())
            .map(|(name, binding)| Carried {
                name: name.clone(),
                ty: self.type_of(&binding.val),
                flag: binding.flag.is_some(),
                conflict: None,
            })
            .collect()
    }

    /// What the carried names are once the ends of the body have been seen.
    fn next_round(&self, entry: &Env, names: &[String], carried: &[Carried], nexts: &[Edge]) -> Vec<Carried> {
        let mut result = Vec::new();
        for name in names {
            let before = carried.iter().find(|carried| carried.name == *name);
            let mut ty = before.map(|carried| carried.ty.clone());
            let mut flag = before.map_or(!entry.contains_key(name), |carried| carried.flag);
            let mut conflict = before.and_then(|carried| carried.conflict.clone());
            let mut first = entry.get(name);
            for edge in nexts {
                let Some(binding) = edge.env.get(name).filter(|binding| binding.conflict.is_none()) else {
                    flag = true;
                    continue;
                };
                flag |= binding.flag.is_some();
                let other = self.type_of(&binding.val);
                ty = Some(match ty {
                    Some(ty) => merge_types(&ty, &other).unwrap_or_else(|| {
                        let clash = || Rc::new(crate::merge::conflict(name, first.unwrap_or(binding), &ty, binding, &other));
                        conflict.get_or_insert_with(clash);
                        Ty::Error
                    }),
                    None => other,
                });
                first = first.or(Some(binding));
            }
            if let Some(ty) = ty {
                let ty = if conflict.is_some() { Ty::Error } else { ty };
                result.push(Carried { name: name.clone(), ty, flag: flag && conflict.is_none(), conflict });
            }
        }
        result
    }

    fn compile_round(&mut self, driver: &Driver<'_>, body: &[Stmt], entry: &Env, carried: &[Carried]) -> R<Round> {
        let block = self.f.func.new_block();
        let counter = match driver {
            Driver::Count { .. } | Driver::Each { .. } => Some(self.f.func.add_param(block, Type::I64)),
            Driver::While(_) => None,
        };
        let mut env = entry.clone();
        for name in carried {
            let binding = self.carried_binding(block, name, entry);
            env.insert(name.name.clone(), binding);
        }
        self.frame().env = env;
        self.frame().loops.push(LoopFrame::default());
        let (end, exit_env) = self.in_block(block, |cx| {
            let exit_env = match cx.loop_head(driver, block, counter, carried) {
                Ok(env) => env,
                Err(Stop) => return (None, None),
            };
            if cx.f.live {
                cx.exec_all(body);
            }
            (cx.f.live.then(|| Edge { block, env: cx.frame().env.clone() }), exit_env)
        });
        let frame = self.frame().loops.pop().unwrap_or_default();
        if exit_env.is_none() && end.is_none() && self.diags.has_errors() {
            return Err(Stop);
        }
        let mut nexts = frame.continues;
        nexts.extend(end);
        Ok(Round { block, nexts, breaks: frame.breaks, exit_env: exit_env.unwrap_or_default() })
    }

    fn carried_binding(&mut self, block: Block, carried: &Carried, entry: &Env) -> Binding {
        let old = entry.get(&carried.name);
        if carried.conflict.is_some() {
            return Binding {
                val: Val::Error,
                flag: None,
                conflict: carried.conflict.clone(),
                span: old.and_then(|old| old.span),
            };
        }
        let leaves: Values = carried.ty.leaves().into_iter().map(|ty| self.f.func.add_param(block, ty)).collect();
        let flag = carried.flag.then(|| self.f.func.add_param(block, Type::BOOL));
        let val = match (&carried.ty, old) {
            (ty, Some(old)) => ty.value_like(&old.val, &mut leaves.iter().copied()).unwrap_or(Val::Error),
            (ty, None) => ty.value(&mut leaves.iter().copied()).unwrap_or(Val::Error),
        };
        Binding { val, flag, conflict: None, span: old.and_then(|old| old.span) }
    }

    /// The start of an iteration: the test of a `while`, the target of a `for`. Returns the environment of the normal end.
    fn loop_head(&mut self, driver: &Driver<'_>, block: Block, counter: Option<Value>, carried: &[Carried]) -> R<Option<Env>> {
        match (driver, counter) {
            (Driver::While(test), _) => {
                let cond = self.condition(test)?;
                let env = self.frame().env.clone();
                match self.const_bool(cond) {
                    Some(true) => return Ok(Some(env)),
                    _ => self.exit_unless(cond, block, &env, carried)?,
                }
                self.narrow_by(test, true);
                Ok(Some(env))
            }
            (Driver::Count { target, items, .. }, Some(counter)) => {
                let env = self.frame().env.clone();
                let item = self.at(target.range(), |cx| cx.loop_item(items, counter))?;
                self.assign(target, item)?;
                Ok(Some(env))
            }
            (Driver::Each { target, items }, Some(counter)) => {
                let env = self.frame().env.clone();
                let more = self.at(target.range(), |cx| cx.has_item(items, counter))?;
                self.exit_unless_with(more, block, &env, carried, Some(counter))?;
                match self.at(target.range(), |cx| cx.loop_item(items, counter)) {
                    Ok(item) => self.assign(target, item)?,
                    // Nothing is known of the items: the body never runs, as far as is known.
                    Err(Stop) if !self.f.live && !self.is_lesson() => {}
                    Err(Stop) => return Err(Stop),
                }
                Ok(Some(env))
            }
            _ => Ok(None),
        }
    }

    fn exit_unless(&mut self, cond: Value, block: Block, env: &Env, carried: &[Carried]) -> R<()> {
        self.exit_unless_with(cond, block, env, carried, None)
    }

    fn exit_unless_with(&mut self, cond: Value, block: Block, env: &Env, carried: &[Carried], counter: Option<Value>) -> R<()> {
        let (then, els) = (self.f.func.new_block(), self.f.func.new_block());
        self.in_block(then, |cx| cx.terminate(Op::Yield(Values::new())));
        self.in_block(els, |cx| {
            let values = counter.into_iter().chain(cx.carried_values(env, carried)?).collect();
            cx.terminate(Op::Exit(block, values));
            Ok(())
        })?;
        self.push(Op::If(cond, then, els), &[]);
        Ok(())
    }

    fn carried_values(&mut self, env: &Env, carried: &[Carried]) -> R<Values> {
        let joined: Vec<_> = carried
            .iter()
            .map(|carried| {
                let how = match &carried.conflict {
                    Some(conflict) => crate::merge::Joined::Conflict(conflict.clone()),
                    None => crate::merge::Joined::Phi { ty: carried.ty.clone(), flag: carried.flag },
                };
                (carried.name.clone(), how)
            })
            .collect();
        self.edge_values(env, &joined)
    }

    fn finish_loop(&mut self, driver: &Driver<'_>, entry: &Env, carried: &[Carried], round: Round) -> R<Vec<Edge>> {
        let counter = match driver {
            Driver::Each { .. } => self.f.func.params(round.block).first().copied(),
            _ => None,
        };
        for edge in &round.nexts {
            self.in_block(edge.block, |cx| {
                let one = counter.map(|_| cx.int(1));
                let next = counter.zip(one).map(|(counter, one)| cx.binary(BinaryOp::Add, counter, one));
                let values = next.into_iter().chain(cx.carried_values(&edge.env, carried)?).collect();
                cx.terminate(Op::Next(round.block, values));
                Ok(())
            })?;
        }
        let start = counter.map(|_| self.int(0));
        let inits: Values = start.into_iter().chain(self.carried_values(entry, carried)?).collect();
        let types: Vec<Type> = inits.iter().map(|value| self.ty(*value)).collect();
        let never_ends = match driver {
            Driver::While(test) => self.is_constant_true(test),
            Driver::Count { .. } | Driver::Each { .. } => false,
        };
        let results = match driver {
            Driver::While(_) | Driver::Each { .. } => self.push(Op::Loop(inits, round.block), &types),
            Driver::Count { lo, hi, .. } => self.push(Op::For(*lo, *hi, inits, round.block), &types),
        };
        let mut env = round.exit_env.clone();
        if matches!(driver, Driver::Count { .. }) {
            env = entry.clone();
        }
        let mut results = results.iter().copied().skip(usize::from(counter.is_some()));
        for name in carried {
            let old = env.get(&name.name);
            let val = match (&name.ty, old) {
                (ty, Some(old)) => ty.value_like(&old.val, &mut results).unwrap_or(Val::Error),
                (ty, None) => ty.value(&mut results).unwrap_or(Val::Error),
            };
            let span = old.and_then(|old| old.span);
            let flag = if name.flag { results.next() } else { None };
            env.insert(name.name.clone(), Binding { val, flag, conflict: name.conflict.clone(), span });
        }
        // Names that only the body binds are gone after it.
        env.retain(|name, _| entry.contains_key(name) || carried.iter().any(|carried| carried.name == *name));
        self.frame().env = env;
        if never_ends {
            self.terminate(Op::Unreachable);
        }
        Ok(round.breaks)
    }

    fn is_constant_true(&mut self, test: &Expr) -> bool {
        match test {
            Expr::BooleanLiteral(literal) => literal.value,
            Expr::NumberLiteral(literal) => matches!(&literal.value, ast::Number::Int(int) if int.as_i64() != Some(0)),
            _ => false,
        }
    }

    // ---- what a `for` goes over

    fn loop_item(&mut self, items: &Items, counter: Value) -> R<Val> {
        match items {
            Items::Counter => Ok(Val::weak(counter, DType::I64)),
            Items::From(start) => Ok(Val::weak(self.binary(BinaryOp::Add, *start, counter), DType::I64)),
            Items::Range { start, step, weak } => {
                let offset = self.binary(BinaryOp::Mul, counter, *step);
                let value = self.binary(BinaryOp::Add, *start, offset);
                Ok(match weak {
                    Some(dtype) => Val::strong(self.convert(value, *dtype), *dtype),
                    None => Val::weak(value, DType::I64),
                })
            }
            Items::Array(array) => self.subscript_proven(*array, counter),
            Items::Places(array, extents) => Ok(self.place_item(*array, extents, counter)),
            Items::List(object, value) => self.element_of(object, *value, counter),
            Items::Backwards(object, value, length) => {
                let at = self.counted_from_end(*length, counter);
                self.element_of(object, *value, at)
            }
            Items::Members { copy: items, .. } | Items::Limited(_, items) => self.loop_item(items, counter),
            Items::Text(text, starts) => Ok(self.text_at(*text, *starts, counter)),
            Items::Tuple(members) => {
                let members = members.iter().map(|item| self.loop_item(item, counter)).collect::<R<_>>()?;
                Ok(Val::Tuple(members))
            }
        }
    }

    /// An element of a list, which exists.
    pub fn element_of(&mut self, object: &ObjectTy, value: Value, at: Value) -> R<Val> {
        let Some(Val::Object(cells, buffer)) = self.load_field(object, value, "cells")? else { return Err(Stop) };
        let val = self.element_at(&cells.element(), buffer, at)?;
        Ok(if cells.frozen { crate::frozen::frozen(val) } else { val })
    }

    fn counted_from_end(&mut self, length: Value, counter: Value) -> Value {
        let one = self.int(1);
        let last = self.binary(BinaryOp::Sub, length, one);
        self.binary(BinaryOp::Sub, last, counter)
    }

    /// True if the number of items may change while the loop runs.
    fn is_open_ended(&self, iter: &Val) -> bool {
        match iter {
            Val::Object(..) => true,
            Val::Iterate(_, parts) => parts.iter().any(|part| self.is_open_ended(part)),
            _ => false,
        }
    }

    fn open_items(&mut self, iter: &Val) -> R<Items> {
        match iter {
            Val::Object(object, value) if object.is_list() => Ok(Items::List(object.clone(), *value)),
            Val::Object(object, value) if object.namespace().is_some() => {
                let copy = self.library_call("dict", "_keys_list", vec![iter.clone()])?;
                self.guarded_members(object, *value, &copy)
            }
            Val::Iterate(kind @ ("keys" | "values" | "items"), parts) => {
                let [dict @ Val::Object(object, value)] = &parts[..] else { return Err(Stop) };
                let copy = self.library_call("dict", &format!("_{kind}_list"), vec![dict.clone()])?;
                self.guarded_members(object, *value, &copy)
            }
            Val::Iterate("enumerate", parts) => {
                let start = match &parts[1] {
                    Val::Scalar(start) => self.python_int_of(*start)?,
                    _ => self.int(0),
                };
                Ok(Items::Tuple(vec![Items::From(start), self.open_items(&parts[0])?]))
            }
            Val::Iterate("zip", parts) => {
                let parts = self.beside(parts)?;
                Ok(Items::Tuple(parts.iter().map(|part| self.open_items(part)).collect::<R<_>>()?))
            }
            Val::Iterate("reversed", parts) => match &parts[0] {
                Val::Object(object, value) if object.is_list() => {
                    let (object, value) = (object.clone(), *value);
                    let Val::Scalar(length) = self.object_length(&object, value)? else { return Err(Stop) };
                    Ok(Items::Backwards(object, value, length.value))
                }
                other => {
                    let name = self.type_of(other).name();
                    Err(self.error(Code::TypeMismatch, format!("'{name}' object is not reversible")))
                }
            },
            other => {
                let (length, items) = self.counted_from_zero(other)?;
                Ok(Items::Limited(length, Box::new(items)))
            }
        }
    }

    /// Tuples that are gone over together with something of unknown length, as lists.
    fn beside(&mut self, parts: &[Val]) -> R<Vec<Val>> {
        let lists = parts.iter().zip(BESIDE..).map(|(part, site)| match part {
            Val::Tuple(members) | Val::List(members) => self.list_here(members.clone(), site),
            other => Ok(other.clone()),
        });
        lists.collect()
    }

    fn guarded_members(&mut self, object: &ObjectTy, value: Value, copy: &Val) -> R<Items> {
        let copy = Box::new(self.open_items(copy)?);
        let Val::Scalar(length) = self.object_length(object, value)? else { return Err(Stop) };
        Ok(Items::Members { copy, object: object.clone(), value, length: length.value })
    }

    /// Whether there is an item for this value of the counter.
    fn has_item(&mut self, items: &Items, counter: Value) -> R<Value> {
        match items {
            Items::List(object, value) => {
                let Val::Scalar(length) = self.object_length(object, *value)? else { return Err(Stop) };
                Ok(self.compare(CompareOp::Lt, counter, length.value))
            }
            Items::Backwards(object, value, length) => {
                let Val::Scalar(now) = self.object_length(object, *value)? else { return Err(Stop) };
                let at = self.counted_from_end(*length, counter);
                let inside = self.compare(CompareOp::Lt, at, now.value);
                let zero = self.int(0);
                let more = self.compare(CompareOp::Ge, at, zero);
                Ok(self.and(inside, more))
            }
            Items::Members { copy, object, value, length } => {
                let Val::Scalar(now) = self.object_length(object, *value)? else { return Err(Stop) };
                let same = self.compare(CompareOp::Eq, now.value, *length);
                let what = if object.class == Class::Set { "Set" } else { "dictionary" };
                self.check(same, "RuntimeError", &format!("{what} changed size during iteration"), &[])?;
                self.has_item(copy, counter)
            }
            Items::Limited(length, _) => Ok(self.compare(CompareOp::Lt, counter, *length)),
            Items::Tuple(members) => {
                let mut all = self.boolean(true);
                for member in members {
                    let more = self.has_item(member, counter)?;
                    all = self.and(all, more);
                }
                Ok(all)
            }
            _ => Ok(self.boolean(true)),
        }
    }

    /// Counter range and items of something that is gone over at run time.
    fn counted(&mut self, iter: &Val) -> R<(Value, Value, Items)> {
        let zero = self.int(0);
        match iter {
            Val::Range(parts) => self.counted_range(**parts),
            Val::Str(_) | Val::Text(_) => {
                let (text, starts, count) = self.text_starts(iter)?;
                Ok((zero, count, Items::Text(text, starts)))
            }
            Val::Array(array) => {
                if self.array_type(*array).rank == 0 {
                    return Err(self.error(Code::TypeMismatch, "iteration over a 0-d array"));
                }
                let length = self.dim(*array, 0);
                Ok((zero, length, Items::Array(*array)))
            }
            Val::Iterate("ndindex" | "ndenumerate", parts) => {
                let (array, extents) = self.all_places(parts)?;
                let length = self.product(&extents);
                Ok((zero, length, Items::Places(array, extents)))
            }
            Val::Iterate("enumerate", parts) => {
                let (length, items) = self.counted_from_zero(&parts[0])?;
                let start = match &parts[1] {
                    Val::Scalar(start) => self.python_int_of(*start)?,
                    _ => zero,
                };
                Ok((zero, length, Items::Tuple(vec![Items::From(start), items])))
            }
            Val::Iterate("zip", parts) => {
                let mut length: Option<Value> = None;
                let mut members = Vec::new();
                for part in &self.beside(parts)? {
                    let (n, items) = self.counted_from_zero(part)?;
                    length = Some(match length {
                        Some(length) => self.min_int(length, n),
                        None => n,
                    });
                    members.push(items);
                }
                Ok((zero, length.unwrap_or(zero), Items::Tuple(members)))
            }
            Val::Iterate("reversed", parts) => match &parts[0] {
                text @ (Val::Str(_) | Val::Text(_)) => {
                    let step = Val::weak(self.int(-1), DType::I64);
                    let slice = Val::Slice(Box::new([Val::None, Val::None, step]));
                    let reversed = self.text_subscript(text, &slice)?;
                    self.counted(&reversed)
                }
                Val::Range(range) => {
                    let reversed = self.reversed_range(**range);
                    self.counted_range(reversed)
                }
                other => {
                    let name = self.type_of(other).name();
                    Err(self.unsupported(&format!("`reversed` of {name}")))
                }
            },
            Val::Error => Err(Stop),
            // Made by `beside`, so nobody changes it.
            Val::Object(object, value) if object.is_list() => {
                let Val::Scalar(length) = self.object_length(object, *value)? else { return Err(Stop) };
                Ok((zero, length.value, Items::List(object.clone(), *value)))
            }
            other => {
                let name = self.type_of(other).name();
                let help = if name == "int" { "write `range(n)`" } else { "loops go over ranges, arrays, tuples and lists" };
                Err(self.error_help(Code::TypeMismatch, format!("`{name}` cannot be iterated over"), help))
            }
        }
    }

    fn counted_from_zero(&mut self, val: &Val) -> R<(Value, Items)> {
        if let Val::Range(parts) = val {
            let length = self.range_length(**parts);
            return Ok((length, Items::Range { start: parts[0].value, step: parts[2].value, weak: None }));
        }
        let (_, hi, items) = self.counted(val)?;
        Ok((hi, items))
    }

    fn counted_range(&mut self, [start, stop, step]: [Scalar; 3]) -> R<(Value, Value, Items)> {
        if self.const_int(step.value) == Some(1) {
            return Ok((start.value, stop.value, Items::Counter));
        }
        let zero = self.int(0);
        let length = self.range_length([start, stop, step]);
        Ok((zero, length, Items::Range { start: start.value, step: step.value, weak: None }))
    }

    /// `len(range(start, stop, step))`; the step is not 0.
    pub fn range_length(&mut self, [start, stop, step]: [Scalar; 3]) -> Value {
        let zero = self.int(0);
        let positive = self.compare(CompareOp::Gt, step.value, zero);
        let up = self.binary(BinaryOp::Sub, stop.value, start.value);
        let down = self.binary(BinaryOp::Sub, start.value, stop.value);
        let forward = self.compare(CompareOp::Lt, start.value, stop.value);
        let backward = self.compare(CompareOp::Gt, start.value, stop.value);
        let some = self.select(positive, forward, backward);
        let span = self.select(positive, up, down);
        if let Some(1 | -1) = self.const_int(step.value) {
            return self.select(some, span, zero);
        }
        // Distance and step as unsigned numbers: they may exceed the signed range.
        let minus = self.binary(BinaryOp::Sub, zero, step.value);
        let size = self.select(positive, step.value, minus);
        let (span, size) = (self.convert(span, DType::U64), self.convert(size, DType::U64));
        let one = self.constant(DType::U64, 1);
        let less = self.binary(BinaryOp::Sub, span, one);
        let whole = self.binary(BinaryOp::FloorDiv, less, size);
        let count = self.binary(BinaryOp::Add, whole, one);
        let count = self.convert(count, DType::I64);
        self.select(some, count, zero)
    }

    fn reversed_range(&mut self, [start, stop, step]: [Scalar; 3]) -> [Scalar; 3] {
        let length = self.range_length([start, stop, step]);
        let (zero, one) = (self.int(0), self.int(1));
        let last_index = self.binary(BinaryOp::Sub, length, one);
        let offset = self.binary(BinaryOp::Mul, last_index, step.value);
        let last = self.binary(BinaryOp::Add, start.value, offset);
        let back = self.binary(BinaryOp::Sub, zero, step.value);
        let end = self.binary(BinaryOp::Add, start.value, back);
        let weak = |value| Scalar { value, dtype: DType::I64, weak: true };
        [weak(last), weak(end), weak(back)]
    }

    // ---- loops over what is known at compile time

    /// The members of an iterable of known length.
    pub fn static_items(&mut self, iter: &Val) -> R<Option<Vec<Val>>> {
        match iter {
            Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => Ok(Some(members.clone())),
            Val::Keywords(all) => Ok(Some(all.iter().map(|(name, _)| Val::Str(name.as_str().into())).collect())),
            Val::Optional(..) => {
                let iter = self.present(iter, "TypeError", "'NoneType' object is not iterable")?;
                self.static_items(&iter)
            }
            Val::Iterate("reversed", parts) => {
                let Some(mut members) = self.static_items(&parts[0])? else { return Ok(None) };
                members.reverse();
                Ok(Some(members))
            }
            Val::Iterate("enumerate", parts) => {
                let Some(members) = self.static_items(&parts[0])? else { return Ok(None) };
                let start = match &parts[1] {
                    Val::Scalar(start) => self.python_int_of(*start)?,
                    _ => self.int(0),
                };
                let mut pairs = Vec::new();
                for (k, member) in members.into_iter().enumerate() {
                    let k = self.int(k as i64);
                    let index = self.binary(BinaryOp::Add, start, k);
                    pairs.push(Val::Tuple(vec![Val::weak(index, DType::I64), member]));
                }
                Ok(Some(pairs))
            }
            Val::Iterate("zip", parts) => {
                let mut columns = Vec::new();
                for part in parts {
                    match self.static_items(part)? {
                        Some(members) => columns.push(members),
                        None => return Ok(None),
                    }
                }
                let length = columns.iter().map(Vec::len).min().unwrap_or(0);
                let row = |k: usize| Val::Tuple(columns.iter().map(|column| column[k].clone()).collect());
                Ok(Some((0..length).map(row).collect()))
            }
            _ => Ok(None),
        }
    }

    /// A `for` over a tuple: the body once per member.
    fn unroll(&mut self, stmt: &ast::StmtFor, members: Vec<Val>) -> R<()> {
        let breaks = contains_break(&stmt.body);
        let entry = self.frame().env.clone();
        if !breaks {
            self.unrolled_bodies(stmt, members)?;
            self.exec_all(&stmt.orelse);
            return Ok(());
        }
        let scope = self.f.func.new_block();
        let edges = self.in_block(scope, |cx| {
            let mut edges = cx.unrolled_bodies(stmt, members)?;
            cx.exec_all(&stmt.orelse);
            if cx.f.live {
                edges.push(Edge { block: scope, env: cx.frame().env.clone() });
            }
            Ok(edges)
        })?;
        self.close_scope(scope, &entry, &edges, stmt.range)
    }

    fn unrolled_bodies(&mut self, stmt: &ast::StmtFor, members: Vec<Val>) -> R<Vec<Edge>> {
        let continues = contains_continue(&stmt.body);
        let mut breaks = Vec::new();
        for member in members {
            if !self.f.live {
                break;
            }
            let entry = self.frame().env.clone();
            let block = if continues { self.f.func.new_block() } else { self.f.block };
            let mut frame = self.in_block(block, |cx| {
                cx.frame().loops.push(LoopFrame::default());
                let assigned = cx.assign(&stmt.target, member);
                cx.exec_all(&stmt.body);
                let mut frame = cx.frame().loops.pop().unwrap_or_default();
                if cx.f.live && continues {
                    frame.continues.push(Edge { block, env: cx.frame().env.clone() });
                }
                assigned.map(|()| (frame, cx.f.live))
            })?;
            breaks.append(&mut frame.0.breaks);
            if continues {
                self.close_scope(block, &entry, &frame.0.continues, stmt.range)?;
            } else {
                self.f.live = frame.1;
            }
        }
        Ok(breaks)
    }
}

/// One try at compiling a loop's body.
struct Round {
    block: Block,
    nexts: Vec<Edge>,
    breaks: Vec<Edge>,
    exit_env: Env,
}

/// Looks for statements that belong to this loop, not to one inside it.
struct Find {
    wanted: fn(&Stmt) -> bool,
    found: bool,
}

impl<'a> Visitor<'a> for Find {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.found |= (self.wanted)(stmt);
        match stmt {
            // Its `break` is its own, but its `else` belongs to us.
            Stmt::For(inner) => inner.orelse.iter().for_each(|stmt| self.visit_stmt(stmt)),
            Stmt::While(inner) => inner.orelse.iter().for_each(|stmt| self.visit_stmt(stmt)),
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            _ => walk_stmt(self, stmt),
        }
    }
}

fn contains(body: &[Stmt], wanted: fn(&Stmt) -> bool) -> bool {
    let mut find = Find { wanted, found: false };
    body.iter().for_each(|stmt| find.visit_stmt(stmt));
    find.found
}

fn contains_break(body: &[Stmt]) -> bool {
    contains(body, |stmt| matches!(stmt, Stmt::Break(_)))
}

pub(crate) fn contains_continue(body: &[Stmt]) -> bool {
    contains(body, |stmt| matches!(stmt, Stmt::Continue(_)))
}
