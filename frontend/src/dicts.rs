//! Dicts and sets: displays, comprehensions, and what all containers have in common: truth, equality, membership.

use crate::cx::{Cx, R, Stop};
use crate::lists::method_stmt;
use crate::object::{Class, ObjectTy};
use crate::value::{Ty, Val};
use npc_base::Code;
use npc_midend::ir::{BinaryOp, CompareOp, UnaryOp, Value};
use npc_midend::types::DType;
use ruff_python_ast::{self as ast, CmpOp, Operator};

impl Cx<'_> {
    /// `{}`
    pub fn empty_dict(&mut self) -> R<Val> {
        let object = ObjectTy { class: Class::Dict, params: vec![self.site_here(0), self.site_here(1)], frozen: false };
        let value = self.new_object(&object);
        Ok(Val::Object(object, value))
    }

    /// `set()`
    pub fn empty_set(&mut self) -> R<Val> {
        let object = ObjectTy { class: Class::Set, params: vec![self.site_here(0)], frozen: false };
        let value = self.new_object(&object);
        Ok(Val::Object(object, value))
    }

    /// `{key: value, …}`
    pub fn dict_display(&mut self, display: &ast::ExprDict) -> R<Val> {
        let val = self.empty_dict()?;
        let Val::Object(object, value) = val.clone() else { return Err(Stop) };
        for item in &display.items {
            let Some(key) = &item.key else {
                let other = self.expr(&item.value)?;
                self.library_call("dict", "_update", vec![val.clone(), other])?;
                continue;
            };
            let key = self.expr(key)?;
            let member = self.expr(&item.value)?;
            self.store_object_subscript(&object, value, &key, member)?;
        }
        Ok(val)
    }

    /// `{a, b, …}`
    pub fn set_display(&mut self, display: &ast::ExprSet) -> R<Val> {
        let mut members = Vec::new();
        for element in &display.elts {
            members.push(self.expr(element)?);
        }
        self.set_of(members)
    }

    fn set_of(&mut self, members: Vec<Val>) -> R<Val> {
        let val = self.empty_set()?;
        for member in members {
            self.add_to_set(&val, member)?;
        }
        Ok(val)
    }

    fn add_to_set(&mut self, set: &Val, member: Val) -> R<()> {
        let Val::Object(object, _) = set else { return Err(Stop) };
        let args = self.adapted(object, "add", vec![member])?;
        self.library_call("set", "add", std::iter::once(set.clone()).chain(args).collect())?;
        Ok(())
    }

    /// `{key: value for …}`
    pub fn dict_comprehension(&mut self, comprehension: &ast::ExprDictComp) -> R<Val> {
        let Some(key) = &comprehension.key else { return Err(self.unsupported("`**` in a dict comprehension")) };
        let dict = self.empty_dict()?;
        let hidden = format!(".dict{}", u32::from(comprehension.range.start()));
        let args = vec![(**key).clone(), (*comprehension.value).clone()];
        let stmt = method_stmt(&hidden, ".set", args, comprehension.range);
        self.fill(&hidden, dict.clone(), &comprehension.generators, stmt, comprehension.range)?;
        Ok(dict)
    }

    /// `{x for …}`
    pub fn set_comprehension(&mut self, comprehension: &ast::ExprSetComp) -> R<Val> {
        let set = self.empty_set()?;
        let hidden = format!(".set{}", u32::from(comprehension.range.start()));
        let stmt = method_stmt(&hidden, "add", vec![(*comprehension.elt).clone()], comprehension.range);
        self.fill(&hidden, set.clone(), &comprehension.generators, stmt, comprehension.range)?;
        Ok(set)
    }

    /// `dict(x)` of a dict or of pairs.
    pub fn dict_from(&mut self, val: &Val) -> R<Val> {
        match val {
            Val::Object(object, _) if object.class == Class::Dict => self.library_call("dict", "copy", vec![val.clone()]),
            Val::List(pairs) | Val::Tuple(pairs) => {
                let dict = self.empty_dict()?;
                let Val::Object(object, value) = dict.clone() else { return Err(Stop) };
                for pair in pairs {
                    let members = self.sequence(pair, Some(2))?;
                    let [key, member] = &members[..] else {
                        return Err(self.error(Code::TypeMismatch, "dict() takes pairs of keys and values"));
                    };
                    self.store_object_subscript(&object, value, key, member.clone())?;
                }
                Ok(dict)
            }
            other => {
                let dict = self.empty_dict()?;
                let pairs = self.list_from(other)?;
                let args = vec![dict.clone(), pairs];
                self.fill_dict(args)?;
                Ok(dict)
            }
        }
    }

    fn fill_dict(&mut self, args: Vec<Val>) -> R<()> {
        let [Val::Object(dict, _), Val::Object(pairs, _)] = &args[..] else { return Err(Stop) };
        if let Ty::Tuple(members) = crate::sites::without_sites(&pairs.element()) {
            for (param, member) in dict.params.iter().zip(&members) {
                self.accept(param, member, "the dict")?;
            }
        }
        self.library_call("dict", "_fill", args).map(|_| ())
    }

    /// `set(x)`
    pub fn set_from(&mut self, val: &Val) -> R<Val> {
        match val {
            Val::Object(object, _) if object.class == Class::Set => self.library_call("dict", "copy", vec![val.clone()]),
            Val::List(members) | Val::Tuple(members) => self.set_of(members.clone()),
            other => {
                let set = self.empty_set()?;
                let list = self.list_from(other)?;
                if let (Val::Object(set, _), Val::Object(list, _)) = (&set, &list) {
                    let element = crate::sites::without_sites(&list.element());
                    if !crate::object::is_open(&element) {
                        self.accept(&set.element(), &element, "the set")?;
                    }
                }
                self.library_call("set", "update", vec![set.clone(), list])?;
                Ok(set)
            }
        }
    }

    // ---- all containers

    /// The truth of an object: that of its length, if it has one.
    pub fn object_truth(&mut self, object: &ObjectTy, value: Value) -> R<Value> {
        match object.namespace() {
            Some(_) => {
                let length = self.object_length(object, value)?;
                self.truth_of(&length)
            }
            None => self.instance_truth(object, value),
        }
    }

    /// Comparisons of which one side is an object.
    pub fn compare_objects(&mut self, op: CmpOp, a: &Val, b: &Val) -> R<Val> {
        let negate = op == CmpOp::NotEq;
        if let Some(result) = self.compare_instances(op, a, b)? {
            return Ok(result);
        }
        let (a, b) = (self.same_kind(a, b)?, self.same_kind(b, a)?);
        let (Val::Object(x, _), Val::Object(y, _)) = (&a, &b) else {
            return self.compare_unlike(op, &a, &b);
        };
        let namespace = match (&x.class, &y.class) {
            (Class::List, Class::List) => "list",
            (Class::Dict, Class::Dict) | (Class::Set, Class::Set) => "dict",
            _ => return self.compare_unlike(op, &a, &b),
        };
        let set = x.class == Class::Set;
        let result = match op {
            CmpOp::Eq | CmpOp::NotEq
                if x.params.iter().zip(&y.params).all(|(a, b)| !crate::object::is_open(a) && !crate::object::is_open(b)) =>
            {
                self.library_call(namespace, "_equal", vec![a, b])?
            }
            CmpOp::Eq | CmpOp::NotEq => {
                // One of the two is empty as far as is known.
                let (Val::Object(x, p), Val::Object(y, q)) = (&a, &b) else { return Err(Stop) };
                let (Val::Scalar(m), Val::Scalar(n)) = (self.object_length(x, *p)?, self.object_length(y, *q)?) else {
                    return Err(Stop);
                };
                let equal = self.compare(CompareOp::Eq, m.value, n.value);
                Val::weak(equal, DType::Bool)
            }
            CmpOp::Lt | CmpOp::LtE | CmpOp::Gt | CmpOp::GtE if namespace == "list" => {
                let or_equal = Val::weak(self.boolean(matches!(op, CmpOp::LtE | CmpOp::GtE)), DType::Bool);
                let args = if matches!(op, CmpOp::Lt | CmpOp::LtE) { vec![a, b, or_equal] } else { vec![b, a, or_equal] };
                self.library_call("list", "_less", args)?
            }
            CmpOp::LtE if set => self.library_call("set", "issubset", vec![a, b])?,
            CmpOp::GtE if set => self.library_call("set", "issubset", vec![b, a])?,
            _ => return self.compare_unlike(op, &a, &b),
        };
        let truth = self.truth_of(&result)?;
        let value = if negate { self.not(truth) } else { truth };
        Ok(Val::weak(value, DType::Bool))
    }

    /// A display beside a list becomes one.
    fn same_kind(&mut self, val: &Val, other: &Val) -> R<Val> {
        match (val, other) {
            (Val::List(members), Val::Object(object, _)) if object.is_list() => {
                if members.is_empty() {
                    self.list_of(Vec::new(), object)
                } else {
                    self.list_here(members.clone(), 0)
                }
            }
            _ => Ok(val.clone()),
        }
    }

    fn compare_unlike(&mut self, op: CmpOp, a: &Val, b: &Val) -> R<Val> {
        if matches!(op, CmpOp::Eq | CmpOp::NotEq) {
            return Ok(Val::weak(self.boolean(op == CmpOp::NotEq), DType::Bool));
        }
        let (x, y) = (self.type_of(a).name(), self.type_of(b).name());
        let op = op.as_str();
        Err(self.error(Code::TypeMismatch, format!("'{op}' not supported between instances of '{x}' and '{y}'")))
    }

    /// `x in container`
    pub fn object_contains(&mut self, container: &Val, x: &Val) -> R<Value> {
        let found = match container {
            Val::Object(object, _) if self.is_empty_so_far(object) => Val::weak(self.boolean(false), DType::Bool),
            Val::Object(object, _) if object.is_list() => {
                self.library_call("list", "_contains", vec![container.clone(), x.clone()])?
            }
            Val::Object(object, _) if object.namespace().is_some() => {
                self.library_call("dict", "_contains", vec![container.clone(), x.clone()])?
            }
            Val::Iterate("keys", parts) => return self.object_contains(&parts[0], x),
            Val::Iterate(..) => {
                let list = self.list_from(container)?;
                return self.object_contains(&list, x);
            }
            other => {
                if let Some(found) = self.special(other, "__contains__", vec![x.clone()])? {
                    return self.truth_of(&found);
                }
                let name = self.type_of(other).name();
                return Err(self.error(Code::TypeMismatch, format!("argument of type '{name}' is not iterable")));
            }
        };
        self.truth_of(&found)
    }

    /// `a + b`, `xs * n`, `s | t` of containers; `None` if neither is one.
    pub fn container_operation(&mut self, op: Operator, a: &Val, b: &Val) -> R<Option<Val>> {
        let is_object = |val: &Val| matches!(val, Val::Object(object, _) if object.namespace().is_some());
        let is_number = |val: &Val| matches!(val, Val::Scalar(_));
        match (op, a, b) {
            (Operator::Mult, Val::List(members), times) if is_number(times) && self.static_count(times).is_none() => {
                let list = self.list_here(members.clone(), 0)?;
                self.library_call("list", "_repeat", vec![list, times.clone()]).map(Some)
            }
            (Operator::Mult, times, Val::List(_)) if is_number(times) && self.static_count(times).is_none() => {
                self.container_operation(op, b, a)
            }
            _ if !is_object(a) && !is_object(b) => Ok(None),
            (Operator::Mult, Val::Object(..), times) if is_number(times) => {
                self.library_call("list", "_repeat", vec![a.clone(), times.clone()]).map(Some)
            }
            (Operator::Mult, times, Val::Object(..)) if is_number(times) => self.container_operation(op, b, a),
            _ => {
                let (a, b) = (self.same_kind(a, b)?, self.same_kind(b, a)?);
                let (Val::Object(x, _), Val::Object(y, _)) = (&a, &b) else {
                    return Err(self.bad_operands(op.as_str(), &a, &b));
                };
                let call = match (&x.class, &y.class, op) {
                    (Class::List, Class::List, Operator::Add) => ("list", "_concatenate"),
                    (Class::Set, Class::Set, Operator::BitOr) => ("set", "union"),
                    (Class::Set, Class::Set, Operator::BitAnd) => ("set", "intersection"),
                    (Class::Set, Class::Set, Operator::Sub) => ("set", "difference"),
                    (Class::Set, Class::Set, Operator::BitXor) => ("set", "symmetric_difference"),
                    (Class::Dict, Class::Dict, Operator::BitOr) => ("dict", "_union"),
                    _ => return Err(self.bad_operands(op.as_str(), &a, &b)),
                };
                self.library_call(call.0, call.1, vec![a, b]).map(Some)
            }
        }
    }

    fn static_count(&self, times: &Val) -> Option<i64> {
        match times {
            Val::Scalar(scalar) => self.const_int(scalar.value),
            _ => None,
        }
    }

    /// `xs += ys` in place; `None` if `xs` is no container.
    pub fn container_in_place(&mut self, op: Operator, old: &Val, value: &Val) -> R<Option<Val>> {
        let Val::Object(object, _) = old else { return Ok(None) };
        let call = match (&object.class, op) {
            (Class::List, Operator::Add) => {
                let args = self.adapted(object, "extend", vec![value.clone()])?;
                self.library_call("list", "extend", std::iter::once(old.clone()).chain(args).collect())?;
                return Ok(Some(old.clone()));
            }
            (Class::List, Operator::Mult) => ("list", "_repeat_in_place"),
            (Class::Set, Operator::BitOr) => ("set", "update"),
            (Class::Dict, Operator::BitOr) => ("dict", "_update"),
            _ => return Ok(None),
        };
        self.library_call(call.0, call.1, vec![old.clone(), value.clone()])?;
        Ok(Some(old.clone()))
    }

    // ---- words of the library

    /// `npc.hash_bits(key)`: the same for keys that are equal.
    pub fn word_hash_bits(&mut self, key: &Val) -> R<Val> {
        match key {
            Val::None => Ok(Val::weak(self.int(0), DType::I64)),
            Val::Scalar(scalar) if scalar.dtype.is_float() => {
                let x = self.convert(scalar.value, DType::F64);
                let whole = self.unary(UnaryOp::Rint, x);
                let integral = self.compare(CompareOp::Eq, whole, x);
                let as_int = self.convert(x, DType::I64);
                let bits = self.bitcast(x, DType::I64);
                Ok(Val::weak(self.select(integral, as_int, bits), DType::I64))
            }
            Val::Scalar(scalar) => Ok(Val::weak(self.convert(scalar.value, DType::I64), DType::I64)),
            Val::Tuple(members) => {
                let mut total = self.int(0x345678);
                let factor = self.int(1_000_003);
                for member in members {
                    let Val::Scalar(bits) = self.word_hash_bits(member)? else { return Err(Stop) };
                    let scaled = self.binary(BinaryOp::Mul, total, factor);
                    total = self.binary(BinaryOp::Xor, scaled, bits.value);
                }
                Ok(Val::weak(total, DType::I64))
            }
            Val::Str(_) | Val::Text(_) => {
                let text = Val::Text(self.text(key)?);
                self.library_call("text", "hash", vec![text])
            }
            Val::Object(..) | Val::Array(_) | Val::List(_) => {
                let name = match self.type_of(key) {
                    Ty::Array(_) => "numpy.ndarray".to_string(),
                    other => other.name().split('[').next().unwrap_or_default().to_string(),
                };
                Err(self.error_help(
                    Code::TypeMismatch,
                    format!("unhashable type: '{name}'"),
                    "keys are numbers, strings and tuples of them",
                ))
            }
            other => {
                let name = self.type_of(other).name();
                Err(self.unsupported(&format!("{name} as a key")))
            }
        }
    }

    /// A new, empty list of the keys, values or items of this dict.
    pub fn word_list_of(&mut self, what: &str, dict: &Val) -> R<Val> {
        let Val::Object(object, _) = dict else { return Err(Stop) };
        let param = |at: usize| object.params.get(at).cloned().unwrap_or(Ty::None);
        let element = match what {
            "list_of_keys" => param(0),
            "list_of_values" => param(1),
            _ => Ty::Tuple(vec![param(0), param(1)]),
        };
        let object = ObjectTy::list(element);
        let value = self.new_object(&object);
        Ok(Val::Object(object, value))
    }

    /// `npc.key_error(key)`
    pub fn word_key_error(&mut self, key: &Val) -> R<Val> {
        match key {
            Val::Scalar(scalar) if !scalar.dtype.is_float() && scalar.dtype != DType::Bool => {
                let value = self.convert(scalar.value, DType::I64);
                self.raise("KeyError", "{0}", &[value]);
            }
            key => {
                let text = self.exception_text("KeyError", std::slice::from_ref(key))?;
                self.raise_text("KeyError", &text)?;
            }
        }
        Ok(Val::None)
    }

    /// `npc.not_in_list(x)`
    pub fn word_not_in_list(&mut self, x: &Val) -> R<Val> {
        match x {
            Val::Scalar(scalar) if !scalar.dtype.is_float() && scalar.dtype != DType::Bool => {
                let value = self.convert(scalar.value, DType::I64);
                self.raise("ValueError", "{0} is not in list", &[value]);
            }
            x => {
                let shown = self.repr_of(x)?;
                let message = self.join_texts(&[shown, Val::Str(" is not in list".into())])?;
                self.raise_text("ValueError", &message)?;
            }
        }
        Ok(Val::None)
    }
}
