//! Lists that can change: displays that become objects, subscripts, methods, comprehensions.
//!
//! A display (`[a, b]`) is a sequence of known length as long as it is only looked at. Bound to a name that is used in any
//! other way (`names.rs` says which), stored or returned, it becomes an object.

use crate::cx::{Cx, R, Stop};
use crate::object::{Class, ObjectTy, is_open};
use crate::sites::without_sites;
use crate::value::{Callable, Ty, Val};
use npc_base::Code;
use npc_midend::ir::{CompareOp, Op, Value};
use npc_midend::types::{DType, Type};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

/// Parts of a place from here on: lists that library code makes have sites apart from that of the call.
const INSIDE: u32 = 200;
/// Elements of a display that becomes a list; each is stored by code of its own.
const MAX_DISPLAY: usize = 10_000;

impl Cx<'_> {
    /// A value on its way to a name: a display that may change becomes a list.
    pub fn settle(&mut self, name: &str, val: Val) -> R<Val> {
        match val {
            Val::List(members) if self.in_user_code() && self.frame_ref().reads.changes(name) => self.list_here(members, 0),
            val => Ok(val),
        }
    }

    /// A new list with these elements, whose type belongs to this place of the source.
    pub fn list_here(&mut self, members: Vec<Val>, part: u32) -> R<Val> {
        let mut stored = Vec::with_capacity(members.len());
        for member in members {
            stored.push(match member {
                Val::List(inner) => self.list_here(inner, part + 1)?,
                other => self.storable(&other, &Ty::Unknown)?,
            });
        }
        let object = ObjectTy::list(self.site_here(part));
        let element = object.element();
        // What is found out here comes from all elements together.
        let mut ty: Option<Ty> = None;
        for member in &stored {
            let own = self.type_of(member);
            ty = Some(match ty {
                None => own,
                Some(ty) => match crate::merge::merge_types(&ty, &own) {
                    Some(merged) => merged,
                    None => return Err(self.mixed_elements(&ty, &own)),
                },
            });
        }
        if let Some(ty) = ty {
            self.accept(&element, &ty, "the list")?;
        }
        self.list_of(stored, &object)
    }

    fn mixed_elements(&mut self, a: &Ty, b: &Ty) -> Stop {
        let message = format!("this list has elements of the types {} and {}, which have no common type", a.name(), b.name());
        self.error_help(Code::CannotMergeTypes, message, "use a tuple, whose members may have different types")
    }

    /// A new list of a known type with these elements.
    pub fn list_of(&mut self, members: Vec<Val>, object: &ObjectTy) -> R<Val> {
        if members.len() > MAX_DISPLAY {
            return Err(self.error(Code::TooLarge, format!("a list display of more than {MAX_DISPLAY} elements")));
        }
        let list = self.new_object(object);
        let count = self.int(members.len() as i64);
        let val = Val::Object(object.clone(), list);
        if members.is_empty() {
            return Ok(val);
        }
        let Some(cells) = self.load_field(object, list, "cells")? else { return Err(Stop) };
        let length = self.weak_int(count);
        let cells = self.word_new_cells(&cells, &length)?;
        for (at, member) in members.iter().enumerate() {
            let at = self.int(at as i64);
            let at = self.weak_int(at);
            self.word_put(&cells, &at, member)?;
        }
        self.store_field(object, list, "cells", &cells)?;
        self.store_field(object, list, "n", &length)?;
        self.store_field(object, list, "room", &length)?;
        Ok(val)
    }

    /// `len` of an object.
    pub fn object_length(&mut self, object: &ObjectTy, value: Value) -> R<Val> {
        if let Some(length) = self.special(&Val::Object(object.clone(), value), "__len__", Vec::new())? {
            return Ok(length);
        }
        match self.load_field(object, value, "n")? {
            Some(length) if object.namespace().is_some() => Ok(length),
            _ => {
                let name = object.name();
                Err(self.error(Code::TypeMismatch, format!("object of type '{name}' has no len()")))
            }
        }
    }

    /// The elements of a list that must have this length.
    pub fn unpack_list(&mut self, object: &ObjectTy, value: Value, count: usize) -> R<Vec<Val>> {
        let Val::Scalar(length) = self.object_length(object, value)? else { return Err(Stop) };
        let wanted = self.int(count as i64);
        let enough = self.compare(CompareOp::Ge, length.value, wanted);
        let message = format!("not enough values to unpack (expected {count}, got {{0}})");
        self.check(enough, "ValueError", &message, &[length.value])?;
        let few = self.compare(CompareOp::Le, length.value, wanted);
        let message = format!("too many values to unpack (expected {count})");
        self.check(few, "ValueError", &message, &[])?;
        let Some(Val::Object(cells, buffer)) = self.load_field(object, value, "cells")? else { return Err(Stop) };
        let mut members = Vec::with_capacity(count);
        for at in 0..count {
            let at = self.int(at as i64);
            members.push(self.element_at(&cells.element(), buffer, at)?);
        }
        Ok(members)
    }

    // ---- subscripts

    /// `xs[i]`, `xs[a:b]`, `d[key]`
    pub fn object_subscript(&mut self, object: &ObjectTy, value: Value, index: &Val) -> R<Val> {
        let receiver = Val::Object(object.clone(), value);
        match (&object.class, index) {
            (Class::List, Val::Slice(parts)) => {
                let mut args = vec![receiver];
                args.extend(parts.iter().cloned());
                self.library_call("list", "_slice", args)
            }
            (Class::List, index) => {
                let at = self.list_index(object, value, index, "list index out of range")?;
                let Some(cells) = self.load_field(object, value, "cells")? else { return Err(Stop) };
                let at = self.weak_int(at);
                self.word_cell(&cells, &at)
            }
            (Class::Dict, key) if self.is_empty_so_far(object) => {
                self.word_key_error(key)?;
                Err(Stop)
            }
            (Class::Dict, key) => self.library_call("dict", "_get", vec![receiver, key.clone()]),
            _ => {
                if let Some(result) = self.special(&receiver, "__getitem__", vec![index.clone()])? {
                    return Ok(result);
                }
                let name = object.name();
                Err(self.error(Code::TypeMismatch, format!("'{name}' object is not subscriptable")))
            }
        }
    }

    fn list_index(&mut self, object: &ObjectTy, value: Value, index: &Val, message: &str) -> R<Value> {
        if !matches!(index, Val::Scalar(scalar) if !scalar.dtype.is_float()) {
            let name = self.type_of(index).name();
            return Err(self.error(Code::TypeMismatch, format!("list indices must be integers or slices, not {name}")));
        }
        let index = self.index_value(index, "list indices")?;
        let Some(Val::Scalar(length)) = self.load_field(object, value, "n")? else { return Err(Stop) };
        let site = self.site("IndexError", message);
        Ok(self.push1(Op::Index(index, length.value, site), Type::I64))
    }

    /// `xs[i] = x`, `d[key] = x`
    pub fn store_object_subscript(&mut self, object: &ObjectTy, value: Value, index: &Val, new: Val) -> R<()> {
        let receiver = Val::Object(object.clone(), value);
        match (&object.class, index) {
            (Class::List, Val::Slice(parts)) => {
                let new = self.as_list_like(&new, object)?;
                let mut args = vec![receiver];
                args.extend(parts.iter().cloned());
                args.push(new);
                self.library_call("list", "_set_slice", args)?;
            }
            (Class::List, index) => {
                let at = self.list_index(object, value, index, "list assignment index out of range")?;
                let Some(cells) = self.load_field(object, value, "cells")? else { return Err(Stop) };
                let at = self.weak_int(at);
                self.word_put(&cells, &at, &new)?;
            }
            (Class::Dict, key) => {
                let args = self.adapted(object, "_set", vec![key.clone(), new])?;
                self.library_call("dict", "_set", std::iter::once(receiver).chain(args).collect())?;
            }
            _ => {
                if self.special(&receiver, "__setitem__", vec![index.clone(), new])?.is_some() {
                    return Ok(());
                }
                let name = object.name();
                return Err(self.error(Code::TypeMismatch, format!("'{name}' object does not support item assignment")));
            }
        }
        Ok(())
    }

    /// `del xs[i]`, `del d[key]`
    pub fn delete_subscript(&mut self, base: &Val, index: &Val) -> R<()> {
        let Val::Object(object, value) = base else {
            let name = self.type_of(base).name();
            return Err(self.error(Code::TypeMismatch, format!("'{name}' object doesn't support item deletion")));
        };
        let (object, value) = (object.clone(), *value);
        match (&object.class, index) {
            (Class::List, Val::Slice(parts)) => {
                let mut args = vec![base.clone()];
                args.extend(parts.iter().cloned());
                self.library_call("list", "_delete_slice", args)?;
            }
            (Class::List, index) => {
                let at = self.list_index(&object, value, index, "list assignment index out of range")?;
                let at = self.weak_int(at);
                self.library_call("list", "_remove_at", vec![base.clone(), at])?;
            }
            (Class::Dict, key) => {
                self.library_call("dict", "_delete", vec![base.clone(), key.clone()])?;
            }
            _ => {
                let name = object.name();
                return Err(self.error(Code::TypeMismatch, format!("'{name}' object doesn't support item deletion")));
            }
        }
        Ok(())
    }

    /// Something iterable as a list that has, or will have, this type.
    fn as_list_like(&mut self, val: &Val, object: &ObjectTy) -> R<Val> {
        match val {
            Val::Object(other, _) if other.is_list() => Ok(val.clone()),
            Val::List(members) | Val::Tuple(members) if members.is_empty() => self.list_of(Vec::new(), object),
            other => self.list_from(other),
        }
    }

    // ---- methods

    /// Arguments of a method in the form that the elements have; a store of something new teaches the site.
    pub fn adapted(&mut self, object: &ObjectTy, method: &str, args: Vec<Val>) -> R<Vec<Val>> {
        let stored: &[usize] = match (&object.class, method) {
            (Class::List, "append") => &[0],
            (Class::List, "insert") => &[1],
            (Class::Dict, "_set" | "setdefault") => &[0, 1],
            (Class::Set, "add") => &[0],
            (Class::List, "extend" | "_extend") => {
                return Ok(vec![self.as_list_like(args.first().unwrap_or(&Val::None), object)?]);
            }
            _ => &[],
        };
        let mut adapted = Vec::with_capacity(args.len());
        for (at, arg) in args.into_iter().enumerate() {
            let Some(param) = stored.iter().position(|place| *place == at) else {
                adapted.push(arg);
                continue;
            };
            let element = object.params.get(param).cloned().unwrap_or(Ty::Unknown);
            let arg = self.storable(&arg, &element)?;
            let given = self.type_of(&arg);
            let name = object.name();
            let ty = self.accept(&element, &given, &format!("the {name}"))?;
            adapted.push(self.convert_to(&arg, &ty)?);
        }
        Ok(adapted)
    }

    /// The method of a container.
    pub fn container_method(&mut self, object: &ObjectTy, value: Value, name: &str) -> Option<Val> {
        let namespace = object.namespace()?;
        // What a dict comprehension calls.
        let name = if name == ".set" { "_set" } else { name };
        let hidden = name == "_set" && object.class == Class::Dict;
        let function = match (name.starts_with('_'), self.in_user_code()) {
            (true, true) if !hidden => None,
            _ => self.library.function(namespace, name),
        };
        let function = function.or_else(|| {
            // A set is a dict without values.
            (object.class == Class::Set).then(|| self.library.function("dict", name)).flatten().filter(|_| !self.in_user_code())
        })?;
        let receiver = Box::new(Val::Object(object.clone(), value));
        Some(Val::Callable(Callable::Method(receiver, std::rc::Rc::new(Callable::Library(function)))))
    }

    // ---- making lists of other things

    /// The list itself, or the members of another container as a list.
    pub fn list_from_container(&mut self, val: &Val) -> R<Val> {
        match val {
            Val::Object(object, _) if object.is_list() => Ok(val.clone()),
            other => self.list_from(other),
        }
    }

    /// `list(x)`
    pub fn list_from(&mut self, val: &Val) -> R<Val> {
        match val {
            Val::Tuple(members) | Val::List(members) => self.list_here(members.clone(), 0),
            Val::Object(object, _) if object.is_list() => self.library_call("list", "copy", vec![val.clone()]),
            Val::Iterate(kind @ ("keys" | "values" | "items"), parts) => {
                self.library_call("dict", &format!("_{kind}_list"), parts.clone())
            }
            Val::Object(object, _) if object.namespace().is_some() => {
                self.library_call("dict", "_keys_list", vec![val.clone()])
            }
            other => {
                let other = other.clone();
                self.list_by_loop(&other)
            }
        }
    }

    /// A list filled by a loop over something; `make` says what goes in for each item.
    fn list_by_loop(&mut self, iter: &Val) -> R<Val> {
        let span = self.f.span.filter(|_| self.in_user_code());
        let range = span.map(|span| ruff_text_size::TextRange::new(span.start.into(), span.end.into())).unwrap_or_default();
        let mut target = name_expr(".item", range);
        if let Expr::Name(name) = &mut target {
            name.ctx = ast::ExprContext::Store;
        }
        let body = append_stmt(".list", name_expr(".item", range), range);
        let stmt = for_stmt(target, name_expr(".iter", range), vec![body], range);
        let saved = self.frame().env.clone();
        let list = self.list_here(Vec::new(), 0)?;
        self.bind(".list", list.clone());
        self.bind(".iter", iter.clone());
        self.exec_for(&stmt)?;
        self.frame().env = saved;
        if self.f.live { Ok(list) } else { Err(Stop) }
    }

    /// `[f(x) for x in xs if p(x)]` as a loop that appends; displays of known length stay what they are.
    pub fn list_comprehension(&mut self, comprehension: &ast::ExprListComp) -> R<Val> {
        let elt = &comprehension.elt;
        self.comprehension_over(&comprehension.generators, comprehension.range, &|target| {
            append_stmt(target, (**elt).clone(), comprehension.range)
        })
    }

    fn comprehension_over(
        &mut self,
        generators: &[ast::Comprehension],
        range: ruff_text_size::TextRange,
        body: &dyn Fn(&str) -> Stmt,
    ) -> R<Val> {
        // Comprehensions of the library stand where it was called: each has elements of its own.
        let part = if self.in_user_code() { 0 } else { INSIDE + u32::from(range.start()) };
        let list = self.list_here(Vec::new(), part)?;
        let hidden = format!(".list{}", u32::from(range.start()));
        self.fill(&hidden, list.clone(), generators, body(&hidden), range)?;
        Ok(list)
    }

    /// Runs the loops of a comprehension around a statement, with the container bound to a hidden name.
    pub fn fill(
        &mut self,
        hidden: &str,
        container: Val,
        generators: &[ast::Comprehension],
        innermost: Stmt,
        range: ruff_text_size::TextRange,
    ) -> R<()> {
        // The first thing to go over is looked at outside.
        let Some(first) = generators.first() else { return Err(Stop) };
        let outer = self.expr(&first.iter)?;
        let outer_name = format!(".iter{}", u32::from(range.start()));
        let mut stmt = innermost;
        for (at, generator) in generators.iter().enumerate().rev() {
            if generator.is_async {
                return Err(self.unsupported("an asynchronous comprehension"));
            }
            for test in generator.ifs.iter().rev() {
                stmt = Stmt::If(ast::StmtIf {
                    node_index: ast::AtomicNodeIndex::NONE,
                    range,
                    test: Box::new(test.clone()),
                    body: std::iter::once(stmt).collect(),
                    elif_else_clauses: Default::default(),
                });
            }
            let iter = if at == 0 { name_expr(&outer_name, generator.iter.range()) } else { generator.iter.clone() };
            stmt = Stmt::For(for_stmt(generator.target.clone(), iter, vec![stmt], range));
        }
        // The targets are the comprehension's own.
        let own: Vec<String> = generators.iter().flat_map(|generator| crate::names::target_names(&generator.target)).collect();
        let saved: Vec<_> = own.iter().map(|name| (name.clone(), self.frame().env.shift_remove(name))).collect();
        self.bind(hidden, container);
        self.bind(&outer_name, outer);
        self.exec_all(std::slice::from_ref(&stmt));
        let frame = self.frame();
        frame.env.shift_remove(hidden);
        frame.env.shift_remove(&outer_name);
        for (name, binding) in saved {
            frame.env.shift_remove(&name);
            if let Some(binding) = binding {
                frame.env.insert(name, binding);
            }
        }
        if self.f.live && !self.is_lesson() { Ok(()) } else { Err(Stop) }
    }

    /// True if nothing can be read from it as far as is known: its elements have no type yet.
    pub fn is_empty_so_far(&self, object: &ObjectTy) -> bool {
        object.params.iter().any(is_open)
    }

    /// `np.array` of a list.
    pub fn array_of_list(&mut self, list: &Val, dtype: Option<DType>) -> R<Value> {
        let Val::Object(object, _) = list else { return Err(Stop) };
        let float = Val::Type(DType::F64, false);
        let element = without_sites(&object.element());
        let (function, own) = match &element {
            _ if is_open(&element) => ("_array_of_nothing", float),
            Ty::Scalar { dtype, .. } => ("_array_1d", Val::Type(*dtype, false)),
            Ty::Array(array) => ("_array_of_arrays", Val::Type(array.dtype, false)),
            Ty::Object(inner) if inner.is_list() => match without_sites(&inner.element()) {
                Ty::Scalar { dtype, .. } => ("_array_2d", Val::Type(dtype, false)),
                ty if is_open(&ty) => ("_array_2d_of_nothing", float),
                _ => return Err(self.unsupported("an array of lists that are nested three deep")),
            },
            Ty::Tuple(members) => {
                let dtypes: Option<Vec<DType>> =
                    members.iter().map(|ty| if let Ty::Scalar { dtype, .. } = ty { Some(*dtype) } else { None }).collect();
                match dtypes.and_then(|dtypes| dtypes.into_iter().reduce(DType::promote)) {
                    Some(dtype) => ("_array_of_tuples", Val::Type(dtype, false)),
                    None => return Err(self.unsupported(&format!("an array of elements like {}", element.name()))),
                }
            }
            other => {
                let name = other.name();
                return Err(self.error(Code::TypeMismatch, format!("an array cannot be made of a list of {name}")));
            }
        };
        let dtype = dtype.map_or(own, |dtype| Val::Type(dtype, false));
        match self.library_call("list", function, vec![list.clone(), dtype])? {
            Val::Array(array) => Ok(array),
            _ => Err(Stop),
        }
    }
}

fn name_expr(id: &str, range: ruff_text_size::TextRange) -> Expr {
    Expr::Name(ast::ExprName { node_index: ast::AtomicNodeIndex::NONE, range, id: id.into(), ctx: ast::ExprContext::Load })
}

/// `target.append(value)`
fn append_stmt(target: &str, value: Expr, range: ruff_text_size::TextRange) -> Stmt {
    method_stmt(target, "append", vec![value], range)
}

/// `target.method(args)`
pub(crate) fn method_stmt(target: &str, method: &str, args: Vec<Expr>, range: ruff_text_size::TextRange) -> Stmt {
    let node_index = ast::AtomicNodeIndex::NONE;
    let attribute = ast::ExprAttribute {
        node_index: node_index.clone(),
        range,
        value: Box::new(name_expr(target, range)),
        attr: ast::Identifier::new(method, range),
        ctx: ast::ExprContext::Load,
    };
    let arguments =
        ast::Arguments { range, node_index: node_index.clone(), args: args.into_boxed_slice(), keywords: Default::default() };
    let call = ast::ExprCall {
        node_index: node_index.clone(),
        range_start: range.start(),
        func: Box::new(Expr::Attribute(attribute)),
        arguments,
    };
    Stmt::Expr(ast::StmtExpr { node_index, range, value: Box::new(Expr::Call(call)) })
}

fn for_stmt(target: Expr, iter: Expr, body: Vec<Stmt>, range: ruff_text_size::TextRange) -> ast::StmtFor {
    ast::StmtFor {
        node_index: ast::AtomicNodeIndex::NONE,
        range,
        is_async: false,
        target: Box::new(target),
        iter: Box::new(iter),
        body: body.into_iter().collect(),
        orelse: Default::default(),
    }
}
