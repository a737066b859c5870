//! Objects: what lies in cells, seen with Python's types. A list is an object with the fields `cells`, `n` and `room`; its
//! methods are written in Python (`stdlib/python_list`), over the words in this file.

use crate::cx::{Cx, R, Stop};
use crate::frozen::frozen;
use crate::merge::merge_types;
use crate::sites::without_sites;
use crate::value::{Scalar, Ty, Val};
use npc_base::Code;
use npc_midend::cells::{CellField, CellLayout};
use npc_midend::ir::{BinaryOp, CompareOp, Op, Value, Values};
use npc_midend::types::{DType, Type};
use std::rc::Rc;

/// Lists that are made because something is stored have sites apart from those of displays at the same place.
const STORED: u32 = 100;

/// What an object is an instance of.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Class {
    /// A buffer of elements, as the library uses it. One parameter.
    Cells,
    /// Python's `list`. One parameter.
    List,
    /// Python's `dict`. Types of keys and values.
    Dict,
    /// Python's `set`: a dict whose values are nothing.
    Set,
    /// A class of the user's, by its module and name.
    User(usize, Rc<str>),
}

/// The type of an object.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct ObjectTy {
    pub class: Class,
    pub params: Vec<Ty>,
    /// It may be looked at and not changed ([`crate::frozen`]).
    pub frozen: bool,
}

impl ObjectTy {
    pub fn list(element: Ty) -> ObjectTy {
        ObjectTy { class: Class::List, params: vec![element], frozen: false }
    }

    pub fn cells(element: Ty) -> ObjectTy {
        ObjectTy { class: Class::Cells, params: vec![element], frozen: false }
    }

    pub fn is_list(&self) -> bool {
        self.class == Class::List
    }

    pub fn with_params(&self, params: Vec<Ty>) -> ObjectTy {
        ObjectTy { class: self.class.clone(), params, frozen: self.frozen }
    }

    /// The type of the elements.
    pub fn element(&self) -> Ty {
        self.params.first().cloned().unwrap_or(Ty::Unknown)
    }

    /// The namespace of the library that has its methods.
    pub fn namespace(&self) -> Option<&'static str> {
        match self.class {
            Class::List => Some("list"),
            Class::Dict => Some("dict"),
            Class::Set => Some("set"),
            Class::Cells | Class::User(..) => None,
        }
    }

    /// The name that messages show: `list[float]`.
    pub fn name(&self) -> String {
        let name = match &self.class {
            Class::Cells => "cells",
            Class::List => "list",
            Class::Dict => "dict",
            Class::Set => return format!("set[{}]", self.element().name()),
            Class::User(_, name) => return name.to_string(),
        };
        let params: Vec<_> = self.params.iter().map(Ty::name).collect();
        if self
            .params
            .iter()
            .all(|ty| without_sites(ty) == Ty::Unknown || matches!(ty, Ty::Site { ty, .. } if **ty == Ty::Unknown))
        {
            return name.to_string();
        }
        format!("{name}[{}]", params.join(", "))
    }

    /// The type in which two paths meet; the objects on both have it then.
    pub fn merge(&self, other: &ObjectTy) -> Option<ObjectTy> {
        if self.class != other.class || self.params.len() != other.params.len() {
            return None;
        }
        let params = self.params.iter().zip(&other.params).map(|(a, b)| merge_elements(a, b));
        let merged = self.with_params(params.collect::<Option<_>>()?);
        Some(ObjectTy { frozen: self.frozen || other.frozen, ..merged })
    }
}

fn merge_elements(a: &Ty, b: &Ty) -> Option<Ty> {
    let known = |ty: &Ty| match ty {
        Ty::Site { ty, .. } => (**ty).clone(),
        other => other.clone(),
    };
    let (x, y) = (known(a), known(b));
    if x == Ty::Unknown {
        return Some(b.clone());
    }
    if y == Ty::Unknown {
        return Some(a.clone());
    }
    let merged = merge_types(&x, &y)?;
    match (a, b) {
        (Ty::Site { .. }, _) if merged == x && without_sites(&x) == without_sites(&y) => Some(a.clone()),
        (_, Ty::Site { .. }) if merged == y && without_sites(&x) == without_sites(&y) => Some(b.clone()),
        (Ty::Site { site, .. }, Ty::Site { .. }) => Some(Ty::Site { site: *site, ty: Box::new(merged) }),
        (Ty::Site { .. }, _) => (without_sites(&merged) == without_sites(&y)).then(|| b.clone()),
        (_, Ty::Site { .. }) => (without_sites(&merged) == without_sites(&x)).then(|| a.clone()),
        _ => (without_sites(&x) == without_sites(&y)).then_some(merged),
    }
}

/// True if a value of this type is not known to exist: something in it has no type yet.
pub(crate) fn is_open(ty: &Ty) -> bool {
    match ty {
        Ty::Unknown => true,
        Ty::Site { ty, .. } => is_open(ty),
        Ty::Tuple(members) | Ty::List(members) => members.iter().any(is_open),
        _ => false,
    }
}

impl Cx<'_> {
    /// Fields of a class, in the order of their places.
    pub fn fields_of(&self, object: &ObjectTy) -> Vec<(Rc<str>, Ty)> {
        let int = || Ty::Scalar { dtype: DType::I64, weak: true };
        let cells = |ty: Ty| Ty::Object(ObjectTy::cells(ty));
        let param = |at: usize| object.params.get(at).cloned().unwrap_or(Ty::Unknown);
        match &object.class {
            Class::Cells => Vec::new(),
            Class::List => vec![("cells".into(), cells(param(0))), ("n".into(), int()), ("room".into(), int())],
            Class::Dict | Class::Set => {
                let value = if object.class == Class::Set { Ty::None } else { param(1) };
                let entry = Ty::Tuple(vec![int(), param(0), value]);
                let numbers = ["n", "used", "room", "mask"].map(|name| (name.into(), int()));
                [("entries".into(), cells(entry)), ("table".into(), cells(int()))].into_iter().chain(numbers).collect()
            }
            Class::User(..) => self.class_fields(object),
        }
    }

    fn places_of(&self, object: &ObjectTy) -> (CellLayout, Vec<Place>) {
        let fields = self.fields_of(object);
        let leaves: Vec<Type> = fields.iter().flat_map(|(_, ty)| ty.leaves()).collect();
        let (layout, cells) = CellLayout::of(&leaves);
        let mut cells = cells.into_iter();
        let places = fields
            .into_iter()
            .map(|(name, ty)| {
                let cells = cells.by_ref().take(ty.leaves().len()).collect();
                Place { name, ty, cells }
            })
            .collect();
        (layout, places)
    }

    fn place_of(&self, object: &ObjectTy, name: &str) -> Option<Place> {
        self.places_of(object).1.into_iter().find(|place| &*place.name == name)
    }

    /// A new object; all its fields are 0.
    pub fn new_object(&mut self, object: &ObjectTy) -> Value {
        let (layout, _) = self.places_of(object);
        let one = self.int(1);
        let site = self.site("MemoryError", "");
        self.push1(Op::NewCells(one, layout, site), Type::Ref)
    }

    /// The value of a field; `None` if the class has no such field.
    pub fn load_field(&mut self, object: &ObjectTy, value: Value, name: &str) -> R<Option<Val>> {
        let Some(place) = self.place_of(object, name) else { return Ok(None) };
        let zero = self.int(0);
        let val = self.load_place(value, zero, &place.ty, &place.cells)?;
        Ok(Some(if object.frozen { frozen(val) } else { val }))
    }

    /// Sets a field; false if the class has no such field.
    pub fn store_field(&mut self, object: &ObjectTy, value: Value, name: &str, new: &Val) -> R<bool> {
        let Some(place) = self.place_of(object, name) else { return Ok(false) };
        self.check_mutable(object)?;
        let zero = self.int(0);
        self.store_place(value, zero, &place, new)?;
        Ok(true)
    }

    fn load_place(&mut self, cells: Value, at: Value, ty: &Ty, fields: &[CellField]) -> R<Val> {
        if is_open(ty) {
            // Nothing has been stored there as far as is known.
            self.terminate(Op::Unreachable);
            return Err(Stop);
        }
        let leaves: Values = ty
            .leaves()
            .into_iter()
            .zip(fields)
            .map(|(leaf, field)| self.push1(Op::LoadCell(cells, at, *field), leaf))
            .collect();
        ty.value(&mut leaves.iter().copied()).ok_or(Stop)
    }

    fn store_place(&mut self, cells: Value, at: Value, place: &Place, new: &Val) -> R<()> {
        let stored = self.storable(new, &place.ty)?;
        let given = self.type_of(&stored);
        let ty = match (&place.ty, &given) {
            // The library's own numbers: lengths and places.
            (Ty::Scalar { dtype: DType::I64, weak: true }, Ty::Scalar { dtype: DType::I64, .. }) => place.ty.clone(),
            _ => self.accept_all(&place.ty, &given, &place.name)?,
        };
        let leaves = self.convert_to(&stored, &ty)?.leaves();
        for (leaf, field) in leaves.iter().zip(&place.cells) {
            self.push(Op::StoreCell(cells, at, *field, *leaf), &[]);
        }
        Ok(())
    }

    /// As [`Cx::accept`], for each member of a tuple.
    fn accept_all(&mut self, element: &Ty, stored: &Ty, what: &str) -> R<Ty> {
        match (element, stored) {
            (Ty::Tuple(elements), Ty::Tuple(types)) if elements.len() == types.len() => {
                let members = elements.iter().zip(types).map(|(element, ty)| self.accept_all(element, ty, what));
                Ok(Ty::Tuple(members.collect::<R<_>>()?))
            }
            _ => self.accept(element, stored, what),
        }
    }

    /// A value in the form in which it can lie in a cell: displays become lists of their own.
    pub fn storable(&mut self, val: &Val, wanted: &Ty) -> R<Val> {
        let inner = match wanted {
            Ty::Site { ty, .. } => (**ty).clone(),
            other => other.clone(),
        };
        match val {
            Val::List(members) => match &inner {
                Ty::Object(object) if object.is_list() => self.list_of(members.clone(), &object.clone()),
                _ => self.list_here(members.clone(), STORED),
            },
            Val::Tuple(members) => {
                let wanted = match &inner {
                    Ty::Tuple(types) if types.len() == members.len() => types.clone(),
                    _ => vec![Ty::Unknown; members.len()],
                };
                let members = members.iter().zip(&wanted).map(|(member, ty)| self.storable(member, ty));
                Ok(Val::Tuple(members.collect::<R<_>>()?))
            }
            Val::Str(_) => Ok(Val::Text(self.text(val)?)),
            Val::Error => Err(Stop),
            Val::BigInt(_) => Err(self.big_int_operand()),
            other => {
                let ty = self.type_of(other);
                if let Ty::Static(_) = ty {
                    let name = ty.name();
                    return Err(self.unsupported(&format!("storing {name} in a list or an object")));
                }
                Ok(other.clone())
            }
        }
    }

    /// An object under another type: what its sites have to learn for that, or an error.
    pub fn convert_object(&mut self, from: &ObjectTy, value: Value, to: &ObjectTy) -> R<Val> {
        if from.frozen && !to.frozen {
            self.check_mutable(from)?;
        }
        for (own, wanted) in from.params.iter().zip(&to.params) {
            if without_sites(own) == without_sites(wanted) || is_open(&without_sites(wanted)) {
                continue;
            }
            self.reconcile(own, wanted)?;
        }
        Ok(Val::Object(to.clone(), value))
    }

    fn reconcile(&mut self, own: &Ty, wanted: &Ty) -> R<()> {
        match (own, wanted) {
            (Ty::Site { site, ty }, _) => {
                let wanted = without_sites(wanted);
                match (&**ty, &wanted) {
                    (Ty::Object(inner), Ty::Object(outer)) if inner.class == outer.class && !inner.params.is_empty() => {
                        let pairs: Vec<_> = inner.params.iter().cloned().zip(outer.params.iter().cloned()).collect();
                        pairs.iter().try_for_each(|(own, wanted)| {
                            if without_sites(own) == *wanted { Ok(()) } else { self.reconcile(own, wanted) }
                        })
                    }
                    (Ty::Unknown, _) => Err(self.learn(*site, wanted)),
                    (known, _) => match merge_types(known, &wanted) {
                        Some(merged) if merged == wanted => Err(self.learn(*site, wanted)),
                        _ => {
                            let (a, b) = (known.name(), wanted.name());
                            Err(self.error(Code::CannotMergeTypes, format!("a container of {a} cannot be one of {b}")))
                        }
                    },
                }
            }
            _ => {
                let (a, b) = (own.name(), wanted.name());
                Err(self.error(Code::CannotMergeTypes, format!("a container of {a} cannot be one of {b}")))
            }
        }
    }

    // ---- words of the library

    fn cells_argument(&mut self, val: &Val) -> R<(Ty, Value)> {
        match val {
            Val::Object(object, value) if object.class == Class::Cells => Ok((object.element(), *value)),
            _ => Err(self.error(Code::TypeMismatch, "the library expects cells here")),
        }
    }

    fn check_cells(&mut self, cells: &Val) -> R<()> {
        match cells {
            Val::Object(object, _) => self.check_mutable(&object.clone()),
            _ => Ok(()),
        }
    }

    fn element_place(&self, element: &Ty, what: &str) -> (CellLayout, Place) {
        let (layout, cells) = CellLayout::of(&element.leaves());
        (layout, Place { name: what.into(), ty: element.clone(), cells })
    }

    /// `npc.cell(cells, i)`
    pub fn word_cell(&mut self, cells: &Val, at: &Val) -> R<Val> {
        let is_frozen = matches!(cells, Val::Object(object, _) if object.frozen);
        let (element, cells) = self.cells_argument(cells)?;
        let at = self.index_value(at, "the place")?;
        let val = self.element_at(&element, cells, at)?;
        Ok(if is_frozen { frozen(val) } else { val })
    }

    /// An element of a buffer, which exists.
    pub fn element_at(&mut self, element: &Ty, cells: Value, at: Value) -> R<Val> {
        let (_, place) = self.element_place(element, "");
        self.load_place(cells, at, &place.ty, &place.cells)
    }

    /// `npc.put(cells, i, x)`
    pub fn word_put(&mut self, cells: &Val, at: &Val, x: &Val) -> R<Val> {
        self.check_cells(cells)?;
        let (element, cells) = self.cells_argument(cells)?;
        let at = self.index_value(at, "the place")?;
        let (_, place) = self.element_place(&element, "the container");
        self.store_place(cells, at, &place, x)?;
        Ok(Val::None)
    }

    /// `npc.new_cells(like, n)`: cells of the same type.
    pub fn word_new_cells(&mut self, like: &Val, count: &Val) -> R<Val> {
        let (element, _) = self.cells_argument(like)?;
        let count = self.index_value(count, "the number")?;
        let (layout, _) = self.element_place(&element, "");
        let site = self.site("MemoryError", "");
        let value = self.push1(Op::NewCells(count, layout, site), Type::Ref);
        Ok(Val::Object(ObjectTy::cells(element), value))
    }

    /// `npc.move(to, i, from, j, n)`
    pub fn word_move(&mut self, args: &[Val]) -> R<Val> {
        let [to, to_at, from, from_at, count] = args else { return Err(Stop) };
        self.check_cells(to)?;
        let (element, to) = self.cells_argument(to)?;
        let (_, from) = self.cells_argument(from)?;
        let (layout, _) = self.element_place(&element, "");
        let mut numbers = Vec::new();
        for number in [to_at, from_at, count] {
            numbers.push(self.index_value(number, "a place")?);
        }
        self.push(Op::MoveCells(Values::from_slice(&[to, numbers[0], from, numbers[1], numbers[2]]), layout.size), &[]);
        Ok(Val::None)
    }

    /// `npc.clear(cells, i, n)`: gives up what these cells hold.
    pub fn word_clear(&mut self, cells: &Val, at: &Val, count: &Val) -> R<Val> {
        self.check_cells(cells)?;
        let (element, cells) = self.cells_argument(cells)?;
        let (at, count) = (self.index_value(at, "the place")?, self.index_value(count, "the number")?);
        let (_, place) = self.element_place(&element, "");
        let counted: Vec<CellField> =
            place.ty.leaves().iter().zip(&place.cells).filter(|(leaf, _)| leaf.is_counted()).map(|(_, field)| *field).collect();
        if counted.is_empty() {
            return Ok(Val::None);
        }
        let end = self.binary(BinaryOp::Add, at, count);
        let body = self.f.func.new_block();
        let counter = self.f.func.add_param(body, Type::I64);
        self.in_block(body, |cx| {
            let nothing = cx.push1(Op::Const(0), Type::Ref);
            for field in counted {
                cx.push(Op::StoreCell(cells, counter, field, nothing), &[]);
            }
            cx.terminate(Op::Next(body, Values::new()));
        });
        self.push(Op::For(at, end, Values::new(), body), &[]);
        Ok(Val::None)
    }

    /// `npc.hash_at(entries, i)` and `npc.put_hash(entries, i, hash)`: the first number of an entry.
    pub fn word_hash_at(&mut self, cells: &Val, at: &Val, new: Option<&Val>) -> R<Val> {
        let (element, cells) = self.cells_argument(cells)?;
        let at = self.index_value(at, "the place")?;
        let (_, place) = self.element_place(&element, "");
        let Some(field) = place.cells.first().copied() else { return Err(Stop) };
        let Some(new) = new else {
            let value = self.push1(Op::LoadCell(cells, at, field), Type::I64);
            return Ok(self.weak_int(value));
        };
        let new = self.index_value(new, "the hash")?;
        self.push(Op::StoreCell(cells, at, field, new), &[]);
        Ok(Val::None)
    }

    /// `npc.ints_like(n)`: cells of ints.
    pub fn word_ints(&mut self, count: &Val) -> R<Val> {
        let none = self.push1(Op::Const(0), Type::Ref);
        let int = Ty::Scalar { dtype: DType::I64, weak: true };
        self.word_new_cells(&Val::Object(ObjectTy::cells(int), none), count)
    }

    /// `npc.new_like(object)`: an empty object of the same type.
    pub fn word_new_like(&mut self, like: &Val) -> R<Val> {
        let Val::Object(object, _) = like else {
            return Err(self.error(Code::TypeMismatch, "the library expects an object here"));
        };
        let object = ObjectTy { frozen: false, ..object.clone() };
        let value = self.new_object(&object);
        Ok(Val::Object(object, value))
    }

    /// True if both are the same object.
    pub fn same_object(&mut self, a: Value, b: Value) -> Value {
        self.push1(Op::Compare(CompareOp::Eq, a, b), Type::BOOL)
    }

    /// A Python int.
    pub fn weak_int(&mut self, value: Value) -> Val {
        Val::Scalar(Scalar { value, dtype: DType::I64, weak: true })
    }
}

/// Where a field lies.
struct Place {
    name: Rc<str>,
    ty: Ty,
    cells: Vec<CellField>,
}
