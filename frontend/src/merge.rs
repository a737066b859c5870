//! Where paths meet: one type and one value for each name (the rules of "where paths merge" in the language guide).

use crate::cx::{Binding, Cx, Edge, Env, R, Stop};
use crate::object::ObjectTy;
use crate::value::{Scalar, Ty, Val};
use npc_base::{Code, Diagnostic};
use npc_midend::ir::{Op, Value, Values};
use npc_midend::types::{ArrayType, DType, Type};
use npc_midend::vector::VecOp;
use std::rc::Rc;

/// The type in which two paths meet.
pub(crate) fn merge_types(a: &Ty, b: &Ty) -> Option<Ty> {
    if a == b {
        return Some(a.clone());
    }
    match (a, b) {
        (Ty::Error, _) | (_, Ty::Error) => Some(Ty::Error),
        (Ty::Scalar { dtype: x, weak: wx }, Ty::Scalar { dtype: y, weak: wy }) => Some(merge_scalars(*x, *wx, *y, *wy)),
        (Ty::Array(x), Ty::Array(y)) if x.dtype == y.dtype && x.rank == y.rank => {
            Some(Ty::Array(ArrayType::new(x.dtype, x.rank, x.layout.meet(y.layout, x.rank))))
        }
        (Ty::None, other) | (other, Ty::None) => optional_of(other),
        (Ty::Optional(x), Ty::Optional(y)) => optional_of(&merge_types(x, y)?),
        (Ty::Optional(x), other) | (other, Ty::Optional(x)) => optional_of(&merge_types(x, other)?),
        (Ty::Named(a, x), Ty::Named(b, y)) if a == b => Some(Ty::Named(a.clone(), merge_lists(x, y)?)),
        (Ty::Function(x), Ty::Function(y)) => crate::function::either(std::slice::from_ref(&**x), std::slice::from_ref(&**y)),
        (Ty::Choice(x), Ty::Function(y)) => crate::function::either(x, std::slice::from_ref(&**y)),
        (Ty::Function(x), Ty::Choice(y)) => crate::function::either(std::slice::from_ref(&**x), y),
        (Ty::Choice(x), Ty::Choice(y)) => crate::function::either(x, y),
        (Ty::Str(_) | Ty::Text, Ty::Str(_) | Ty::Text) => Some(Ty::Text),
        (Ty::Tuple(x), Ty::Tuple(y)) if x.len() == y.len() => Some(Ty::Tuple(merge_lists(x, y)?)),
        (Ty::List(x), Ty::List(y)) if x.len() == y.len() => Some(Ty::List(merge_lists(x, y)?)),
        (Ty::Object(x), Ty::Object(y)) => x.merge(y).map(Ty::Object),
        (Ty::List(x), Ty::List(y)) => list_type(x)?.merge(&list_type(y)?).map(Ty::Object),
        (Ty::List(x), Ty::Object(y)) if y.is_list() => list_type(x)?.merge(y).map(Ty::Object),
        (Ty::Object(x), Ty::List(y)) if x.is_list() => x.merge(&list_type(y)?).map(Ty::Object),
        _ => None,
    }
}

/// `None` or this.
fn optional_of(ty: &Ty) -> Option<Ty> {
    match ty {
        Ty::Optional(_) => Some(ty.clone()),
        Ty::Str(_) => Some(Ty::Optional(Box::new(Ty::Text))),
        Ty::Static(_) | Ty::Cell(_) | Ty::Keywords(_) | Ty::Unknown => None,
        ty => Some(Ty::Optional(Box::new(ty.clone()))),
    }
}

/// The type of the list that a display makes.
pub(crate) fn list_type(members: &[Ty]) -> Option<ObjectTy> {
    let mut element = Ty::Unknown;
    for member in members {
        let member = match member.at_run_time() {
            Ty::List(inner) => Ty::Object(list_type(&inner)?),
            other => other,
        };
        element = if element == Ty::Unknown { member } else { merge_types(&element, &member)? };
    }
    Some(ObjectTy::list(element))
}

fn merge_lists(x: &[Ty], y: &[Ty]) -> Option<Vec<Ty>> {
    x.iter().zip(y).map(|(a, b)| merge_types(a, b)).collect()
}

fn merge_scalars(x: DType, wx: bool, y: DType, wy: bool) -> Ty {
    let (dtype, weak) = match (wx, wy) {
        (true, true) => (if x.kind() >= y.kind() { x } else { y }, true),
        (false, false) => (x.promote(y), false),
        (true, false) => (crate::scalar::weak_with_strong(x, y), false),
        (false, true) => (crate::scalar::weak_with_strong(y, x), false),
    };
    Ty::Scalar { dtype, weak }
}

/// How a name comes out of a join.
pub(crate) enum Joined {
    /// The same value on every path.
    Same(Val),
    /// The same constant on every path.
    Constant { dtype: DType, weak: bool, bits: u64 },
    /// A value per path, of this type; `flag` if it may be unbound.
    Phi { ty: Ty, flag: bool },
    /// No common type; said when it is read.
    Conflict(Rc<Diagnostic>),
}

impl Cx<'_> {
    /// Decides for every name bound on some of the paths what becomes of it. `wanted` tells whether a name that is bound
    /// on some paths only is read later.
    /// `entry` is what was bound before the paths parted: only its values can stay the same.
    pub fn join(&mut self, entry: &Env, envs: &[&Env], wanted: &dyn Fn(&str) -> bool) -> Vec<(String, Joined)> {
        let mut names: Vec<String> = Vec::new();
        for env in envs {
            for name in env.keys() {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
        }
        let mut joined = Vec::new();
        for name in names {
            let bindings: Vec<Option<&Binding>> = envs.iter().map(|env| env.get(&name)).collect();
            if let Some(how) = self.join_name(&name, entry.get(&name), &bindings, wanted(&name)) {
                joined.push((name, how));
            }
        }
        joined
    }

    fn join_name(&self, name: &str, entry: Option<&Binding>, bindings: &[Option<&Binding>], wanted: bool) -> Option<Joined> {
        let known: Vec<&Binding> = bindings.iter().flatten().copied().collect();
        let everywhere = known.len() == bindings.len();
        if let Some(conflict) = known.iter().find_map(|binding| binding.conflict.clone()) {
            return Some(Joined::Conflict(conflict));
        }
        let certain = everywhere && known.iter().all(|binding| binding.flag.is_none());
        if !certain && !wanted {
            return None;
        }
        let first = *known.first()?;
        let mut ty = self.type_of(&first.val);
        for binding in &known[1..] {
            let other = self.type_of(&binding.val);
            match merge_types(&ty, &other) {
                Some(merged) => ty = merged,
                None => return Some(Joined::Conflict(Rc::new(conflict(name, first, &ty, binding, &other)))),
            }
        }
        if certain {
            let leaves = entry.map(|binding| binding.val.leaves()).unwrap_or_default();
            let same = known.iter().all(|binding| self.type_of(&binding.val) == ty && binding.val.leaves() == leaves);
            if same {
                return Some(Joined::Same(first.val.clone()));
            }
            if let Some(constant) = self.same_constant(&known) {
                return Some(constant);
            }
        }
        Some(Joined::Phi { ty, flag: !certain })
    }

    fn same_constant(&self, bindings: &[&Binding]) -> Option<Joined> {
        let mut found = None;
        for binding in bindings {
            let Val::Scalar(Scalar { value, dtype, weak }) = binding.val else { return None };
            let key = (dtype, weak, self.const_bits(value)?);
            if *found.get_or_insert(key) != key {
                return None;
            }
        }
        found.map(|(dtype, weak, bits)| Joined::Constant { dtype, weak, bits })
    }

    /// The types of the values that a join passes: for each name its leaves, then its flag.
    pub fn joined_types(joined: &[(String, Joined)]) -> Vec<Type> {
        let mut types = Vec::new();
        for (_, how) in joined {
            if let Joined::Phi { ty, flag } = how {
                types.extend(ty.leaves());
                if *flag {
                    types.push(Type::BOOL);
                }
            }
        }
        types
    }

    /// The values that one path passes; emitted at its end.
    pub fn edge_values(&mut self, env: &Env, joined: &[(String, Joined)]) -> R<Values> {
        let mut values = Values::new();
        for (name, how) in joined {
            let Joined::Phi { ty, flag } = how else { continue };
            let binding = env.get(name);
            match binding {
                Some(binding) => values.extend(self.convert_to(&binding.val.clone(), ty)?.leaves()),
                None => {
                    for leaf in ty.leaves() {
                        values.push(self.null(leaf));
                    }
                }
            }
            if *flag {
                let bound = match binding {
                    Some(Binding { flag: Some(flag), .. }) => *flag,
                    other => self.boolean(other.is_some()),
                };
                values.push(bound);
            }
        }
        Ok(values)
    }

    /// A value that stands where a name is not bound: for arrays and objects, a variable that nobody sets.
    pub fn null(&mut self, ty: Type) -> Value {
        if ty.scalar().is_some_and(|dtype| !dtype.is_complex()) || ty == Type::Addr {
            return self.push1(Op::Const(0), ty);
        }
        if ty == Type::Vector {
            let zero = self.int(0);
            return self.push1(Op::Vector(VecOp::Splat(DType::I64), Values::from_slice(&[zero])), ty);
        }
        let never = self.f.func.vars.push(ty);
        self.push1(Op::GetVar(never), ty)
    }

    /// Binds the names after a join.
    pub fn bind_joined(&mut self, joined: Vec<(String, Joined)>, values: &[Value]) -> Env {
        let mut env = Env::default();
        let mut values = values.iter().copied();
        for (name, how) in joined {
            let mut binding = Binding { val: Val::Error, flag: None, conflict: None, span: None };
            match how {
                Joined::Same(val) => binding.val = val,
                Joined::Constant { dtype, weak, bits } => {
                    let value = self.constant(dtype, bits);
                    binding.val = Val::Scalar(Scalar { value, dtype, weak });
                }
                Joined::Phi { ty, flag } => {
                    binding.val = ty.value(&mut values).unwrap_or(Val::Error);
                    if flag {
                        binding.flag = values.next();
                    }
                }
                Joined::Conflict(diagnostic) => binding.conflict = Some(diagnostic),
            }
            env.insert(name, binding);
        }
        env
    }

    /// Converts a value to the type in which paths meet.
    pub fn convert_to(&mut self, val: &Val, ty: &Ty) -> R<Val> {
        match (val, ty) {
            (Val::Scalar(scalar), Ty::Scalar { dtype, weak }) => {
                let value = self.coerce(*scalar, *dtype)?;
                Ok(Val::Scalar(Scalar { value, dtype: *dtype, weak: *weak }))
            }
            (Val::Array(value), Ty::Array(array)) => {
                let value = if self.array_type(*value) == *array {
                    *value
                } else {
                    self.push1(Op::AssumeLayout(*value), Type::Array(*array))
                };
                Ok(Val::Array(value))
            }
            (Val::Str(_) | Val::Text(_), Ty::Text) => Ok(Val::Text(self.text(val)?)),
            (Val::Tuple(members), Ty::Tuple(types)) => {
                let members = members.iter().zip(types).map(|(val, ty)| self.convert_to(val, ty));
                Ok(Val::Tuple(members.collect::<R<_>>()?))
            }
            (Val::List(members), Ty::List(types)) => {
                let members = members.iter().zip(types).map(|(val, ty)| self.convert_to(val, ty));
                Ok(Val::List(members.collect::<R<_>>()?))
            }
            (Val::Optional(has, payload), Ty::Optional(ty)) => Ok(Val::Optional(*has, Box::new(self.convert_to(payload, ty)?))),
            (Val::None, Ty::Optional(ty)) => {
                let has = self.boolean(false);
                let nulls: Vec<Value> = ty.leaves().into_iter().map(|leaf| self.null(leaf)).collect();
                let payload = ty.value(&mut nulls.into_iter()).ok_or(Stop)?;
                Ok(Val::Optional(has, Box::new(payload)))
            }
            (val, Ty::Optional(ty)) => {
                let has = self.boolean(true);
                Ok(Val::Optional(has, Box::new(self.convert_to(val, ty)?)))
            }
            (Val::Named(class, members), Ty::Named(_, types)) => {
                let members = members.iter().zip(types).map(|(val, ty)| self.convert_to(val, ty));
                Ok(Val::Named(class.clone(), members.collect::<R<_>>()?))
            }
            (Val::Callable(_) | Val::Choice(..), Ty::Choice(funcs)) => self.as_choice(val, funcs),
            (Val::Object(from, value), Ty::Object(to)) => self.convert_object(from, *value, to),
            (Val::List(members), Ty::Object(object)) if object.is_list() => self.list_of(members.clone(), object),
            (Val::Error, _) => Err(Stop),
            (val, _) => Ok(val.clone()),
        }
    }

    /// Joins paths that have ended in blocks of their own: writes the terminators that `end` makes of the passed values.
    /// Returns what the names become; their values are the results that the caller gives its operation.
    pub fn finish_edges(&mut self, edges: &[Edge], joined: &[(String, Joined)], end: &dyn Fn(Values) -> Op) -> R<()> {
        for edge in edges {
            let values = self.in_block(edge.block, |cx| {
                let values = cx.edge_values(&edge.env, joined)?;
                cx.terminate(end(values));
                Ok(())
            });
            values?;
        }
        Ok(())
    }
}

pub(crate) fn conflict(name: &str, first: &Binding, a: &Ty, second: &Binding, b: &Ty) -> Diagnostic {
    let message = format!("`{name}` is {} on one path and {} on another, which have no common type", a.name(), b.name());
    let mut diagnostic = Diagnostic::error(Code::CannotMergeTypes, message);
    if let Some(span) = second.span {
        diagnostic = diagnostic.label(span, format!("{} here", b.name()));
    }
    if let Some(span) = first.span {
        diagnostic = diagnostic.label(span, format!("{} here", a.name()));
    }
    diagnostic.help("use two names, or give both paths one type")
}
