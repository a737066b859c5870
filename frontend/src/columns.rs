//! Containers on their way in and out of the program: as columns, which `npc_midend::interface::Shape::lowered` describes.
//!
//! An entry takes a container apart into lists of scalars, one for each column, which become 1-d arrays; and makes one of
//! the arrays that the caller gives. Both are loops over what is there, made by one walk over the type.

use crate::cx::{Cx, R, Stop};
use crate::object::{Class, ObjectTy};
use crate::value::{Ty, Val};
use npc_midend::interface::Shape;
use npc_midend::ir::{BinaryOp, Op, Value, Values};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use std::rc::Rc;

/// Columns under way: lists that grow, or arrays with the places up to which they have been read.
struct Columns {
    columns: Vec<Val>,
    /// Cells of ints, one for each column; only for reading.
    places: Option<Val>,
    next: usize,
}

impl Columns {
    fn take(&mut self) -> (usize, Val) {
        self.next += 1;
        (self.next - 1, self.columns.get(self.next - 1).cloned().unwrap_or(Val::Error))
    }
}

impl Cx<'_> {
    /// The interface's form of the type of an object.
    pub fn object_shape(&self, object: &ObjectTy) -> Shape {
        let part = |at: usize| object.params.get(at).map_or(Shape::None, |ty| self.shape_of(ty));
        match &object.class {
            Class::List | Class::Cells => Shape::List(Box::new(part(0))),
            Class::Set => Shape::Set(Box::new(part(0))),
            Class::Dict => Shape::Dict(Box::new([part(0), part(1)])),
            Class::User(_, name) => {
                let fields = self.public_fields(object).into_iter();
                Shape::Record(name.to_string(), fields.map(|(name, ty)| (name.to_string(), self.shape_of(&ty))).collect())
            }
        }
    }

    /// Fields of an instance but for those that say whether others are set.
    fn public_fields(&self, object: &ObjectTy) -> Vec<(Rc<str>, Ty)> {
        self.fields_of(object).into_iter().filter(|(name, _)| !name.contains(' ')).collect()
    }

    // ---- out

    /// The values that a result record holds: scalars, arrays, and the columns of containers.
    pub fn result_values(&mut self, val: &Val) -> R<Values> {
        match val {
            Val::Object(..) | Val::Named(..) | Val::Optional(..) => self.columns_of(val),
            Val::Tuple(members) | Val::List(members) => {
                let mut values = Values::new();
                for member in members {
                    values.extend(self.result_values(member)?);
                }
                Ok(values)
            }
            other => Ok(other.leaves()),
        }
    }

    fn columns_of(&mut self, val: &Val) -> R<Values> {
        let dtypes = self.shape_of(&self.type_of(val)).columns();
        let mut lists = Vec::new();
        for dtype in &dtypes {
            let ty = ObjectTy::list(Ty::Scalar { dtype: *dtype, weak: false });
            let value = self.new_object(&ty);
            lists.push(Val::Object(ty, value));
        }
        let mut columns = Columns { columns: lists.clone(), places: None, next: 0 };
        self.take_apart(val, &mut columns)?;
        let mut arrays = Values::new();
        for (list, dtype) in lists.iter().zip(dtypes) {
            arrays.push(self.array_of_list(list, Some(dtype))?);
        }
        Ok(arrays)
    }

    fn add_to_column(&mut self, columns: &mut Columns, value: Value) -> R<()> {
        let (_, column) = columns.take();
        let dtype = self.dtype(value);
        self.library_call("list", "append", vec![column, Val::strong(value, dtype)]).map(|_| ())
    }

    fn take_apart(&mut self, val: &Val, columns: &mut Columns) -> R<()> {
        match val {
            Val::Scalar(scalar) => self.add_to_column(columns, scalar.value),
            Val::Array(array) => self.take_array_apart(*array, columns),
            Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => {
                members.iter().try_for_each(|member| self.take_apart(member, columns))
            }
            Val::Optional(has, payload) => {
                let has = *has;
                self.add_to_column(columns, has)?;
                let after = columns.next + self.shape_of(&self.type_of(payload)).columns().len();
                let taken = |cx: &mut Self| cx.take_apart(payload, columns).map(|()| Values::new());
                self.if_else(has, &[], taken, |_| Ok(Values::new()))?;
                columns.next = after;
                Ok(())
            }
            Val::Object(object, value) => self.take_object_apart(object, *value, columns),
            Val::Str(_) | Val::Text(_) => {
                let bytes = self.text(val)?;
                self.take_array_apart(bytes, columns)
            }
            Val::Error => Err(Stop),
            _ => Ok(()),
        }
    }

    fn take_array_apart(&mut self, array: Value, columns: &mut Columns) -> R<()> {
        for axis in 0..self.array_type(array).rank {
            let extent = self.dim(array, axis);
            self.add_to_column(columns, extent)?;
        }
        let (_, column) = columns.take();
        let flat = self.library_call("numpy", "ravel", vec![Val::Array(array)])?;
        self.library_call("list", "_extend_array", vec![column, flat]).map(|_| ())
    }

    fn take_object_apart(&mut self, object: &ObjectTy, value: Value, columns: &mut Columns) -> R<()> {
        let this = Val::Object(object.clone(), value);
        let list = match object.class {
            Class::List | Class::Cells => this,
            Class::Set => self.library_call("dict", "_keys_list", vec![this])?,
            Class::Dict => self.library_call("dict", "_items_list", vec![this])?,
            Class::User(..) => {
                for (name, ty) in self.public_fields(object) {
                    if let (false, Some(field)) = (crate::object::is_open(&ty), self.load_field(object, value, &name)?) {
                        self.take_apart(&field, columns)?;
                    }
                }
                return Ok(());
            }
        };
        let Val::Object(list_ty, list_value) = &list else { return Err(Stop) };
        let (list_ty, list_value) = (list_ty.clone(), *list_value);
        let Val::Scalar(length) = self.object_length(&list_ty, list_value)? else { return Err(Stop) };
        self.add_to_column(columns, length.value)?;
        let element = list_ty.element();
        let first = columns.next;
        columns.next += self.shape_of(&element).columns().len();
        let after = columns.next;
        if crate::object::is_open(&element) {
            return Ok(());
        }
        self.repeat_for(length.value, |cx, at| {
            columns.next = first;
            let Some(Val::Object(cells, buffer)) = cx.load_field(&list_ty, list_value, "cells")? else { return Err(Stop) };
            let member = cx.element_at(&cells.element(), buffer, at)?;
            cx.take_apart(&member, columns)
        })?;
        columns.next = after;
        Ok(())
    }

    /// `for at in range(count)`, with nothing carried from round to round.
    fn repeat_for(&mut self, count: Value, body: impl FnOnce(&mut Self, Value) -> R<()>) -> R<()> {
        let zero = self.int(0);
        let block = self.f.func.new_block();
        let at = self.f.func.add_param(block, Type::I64);
        self.in_block(block, |cx| {
            body(cx, at)?;
            cx.terminate(Op::Next(block, Values::new()));
            Ok(())
        })?;
        self.push(Op::For(zero, count, Values::new(), block), &[]);
        Ok(())
    }

    // ---- in

    /// A container made of the columns that the caller gives.
    pub fn value_of_columns(&mut self, ty: &Ty, arrays: &[Value]) -> R<Val> {
        let count = self.int(arrays.len() as i64);
        let count = self.weak_int(count);
        let places = self.word_ints(&count)?;
        let columns = arrays.iter().map(|array| Val::Array(*array)).collect();
        let mut columns = Columns { columns, places: Some(places), next: 0 };
        self.put_together(ty, &mut columns)
    }

    /// The next scalar of the next column.
    fn next_of_column(&mut self, columns: &mut Columns) -> R<Value> {
        let (number, column) = columns.take();
        let (Val::Array(array), Some(places)) = (column, columns.places.clone()) else { return Err(Stop) };
        let at = self.int(number as i64);
        let at = self.weak_int(at);
        let Val::Scalar(place) = self.word_cell(&places, &at)? else { return Err(Stop) };
        let length = self.dim(array, 0);
        let site = self.site("ValueError", "a column of a container is too short");
        let index = self.push1(Op::Index(place.value, length, site), Type::I64);
        let dtype = self.array_type(array).dtype;
        let element = self.push1(Op::LoadElem(array, Values::from_slice(&[index])), Type::Scalar(dtype));
        let one = self.int(1);
        let next = self.binary(BinaryOp::Add, place.value, one);
        let next = self.weak_int(next);
        self.word_put(&places, &at, &next)?;
        Ok(element)
    }

    fn put_together(&mut self, ty: &Ty, columns: &mut Columns) -> R<Val> {
        match ty {
            Ty::Scalar { dtype, weak } => {
                let value = self.next_of_column(columns)?;
                Ok(Val::Scalar(crate::value::Scalar { value, dtype: *dtype, weak: *weak }))
            }
            Ty::Array(array) => self.put_array_together(*array, columns),
            Ty::Text => match self.put_array_together(crate::value::TEXT, columns)? {
                Val::Array(bytes) => Ok(Val::Text(bytes)),
                _ => Err(Stop),
            },
            Ty::Tuple(members) => {
                let members = members.iter().map(|member| self.put_together(member, columns));
                Ok(Val::Tuple(members.collect::<R<_>>()?))
            }
            Ty::Named(class, members) => {
                let members = members.iter().map(|member| self.put_together(member, columns));
                Ok(Val::Named(class.clone(), members.collect::<R<_>>()?))
            }
            Ty::Optional(inner) => {
                let has = self.next_of_column(columns)?;
                let after = columns.next + self.shape_of(inner).columns().len();
                let types = inner.leaves();
                let leaves = self.if_else(
                    has,
                    &types,
                    |cx| {
                        let payload = cx.put_together(inner, columns)?;
                        Ok(cx.convert_to(&payload, inner)?.leaves())
                    },
                    |cx| Ok(types.iter().map(|ty| cx.push1(Op::Const(0), *ty)).collect()),
                )?;
                columns.next = after;
                let payload = inner.value(&mut leaves.iter().copied()).ok_or(Stop)?;
                Ok(Val::Optional(has, Box::new(payload)))
            }
            Ty::Site { ty, .. } => self.put_together(ty, columns),
            Ty::Object(object) => self.put_object_together(object, columns),
            _ => Ok(Val::None),
        }
    }

    fn put_array_together(&mut self, array: ArrayType, columns: &mut Columns) -> R<Val> {
        let mut extents = Vec::new();
        for _ in 0..array.rank {
            let extent = self.next_of_column(columns)?;
            extents.push(self.weak_int(extent));
        }
        let (number, column) = columns.take();
        let Some(places) = columns.places.clone() else { return Err(Stop) };
        let number = self.int(number as i64);
        let number = self.weak_int(number);
        let args = vec![column, places, number, Val::Tuple(extents)];
        let Val::Array(made) = self.library_call("list", "_array_of_column", args)? else { return Err(Stop) };
        let ty = ArrayType::new(array.dtype, array.rank, Layout::C);
        let made = if self.array_type(made) == ty { made } else { self.push1(Op::AssumeLayout(made), Type::Array(ty)) };
        self.convert_to(&Val::Array(made), &Ty::Array(array))
    }

    fn put_object_together(&mut self, object: &ObjectTy, columns: &mut Columns) -> R<Val> {
        if let Class::User(..) = object.class {
            let value = self.new_object(object);
            for (name, ty) in self.fields_of(object) {
                let val = if name.contains(' ') {
                    Val::weak(self.boolean(true), DType::Bool)
                } else {
                    self.put_together(&ty, columns)?
                };
                self.store_field(object, value, &name, &val)?;
            }
            return Ok(Val::Object(object.clone(), value));
        }
        let length = self.next_of_column(columns)?;
        let value = self.new_object(object);
        let this = Val::Object(object.clone(), value);
        let first = columns.next;
        columns.next += object.params.iter().map(|ty| self.shape_of(ty).columns().len()).sum::<usize>();
        let after = columns.next;
        let types: Vec<Ty> = object.params.clone();
        if types.iter().any(crate::object::is_open) {
            return Ok(this);
        }
        let (namespace, function) = match object.class {
            Class::Dict => ("dict", "_set"),
            Class::Set => ("set", "add"),
            _ => ("list", "append"),
        };
        self.repeat_for(length, |cx, _| {
            columns.next = first;
            let mut args = vec![this.clone()];
            for ty in &types {
                args.push(cx.put_together(ty, columns)?);
            }
            cx.library_call(namespace, function, args).map(|_| ())
        })?;
        columns.next = after;
        Ok(this)
    }
}
