//! Subscripts: elements, views by basic slicing, stores.

use crate::cx::{Cx, R, Stop};
use crate::value::{Scalar, Val};
use npc_base::Code;
use npc_midend::ir::{BinaryOp, CompareOp, Op, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use smallvec::SmallVec;

/// One item of a subscript, after the ellipsis has been spread out.
pub(crate) enum Item {
    At(Value),
    Slice(Box<[Val; 3]>),
    NewAxis,
    All,
}

/// A slice of an axis: where it starts, how far a step goes, how many there are.
struct Cut {
    start: Value,
    step: Value,
    length: Value,
}

impl Cx<'_> {
    /// `base[index]`
    pub fn subscript(&mut self, base: &Val, index: &Val) -> R<Val> {
        match base {
            Val::Array(array) => self.array_subscript(*array, index),
            Val::Tuple(members) => self.member(members, index, "tuple", Val::Tuple),
            Val::List(members) if self.is_open_slice(index) => {
                let list = self.list_here(members.clone(), 0)?;
                self.subscript(&list, index)
            }
            Val::List(members) => self.member(members, index, "list", Val::List),
            Val::Object(object, value) => self.object_subscript(object, *value, index),
            Val::Str(_) | Val::Text(_) => self.text_subscript(base, index),
            Val::Iterate(kind, parts) => self.subscript_special(kind, parts, index),
            Val::Named(_, members) => self.member(members, index, "tuple", Val::Tuple),
            Val::Keywords(all) => self.keyword_value(all, index),
            Val::Optional(..) => {
                let base = self.present(base, "TypeError", "'NoneType' object is not subscriptable")?;
                self.subscript(&base, index)
            }
            Val::Range(parts) => self.range_subscript(**parts, index),
            Val::Error => Err(Stop),
            Val::Scalar(scalar) if !scalar.weak => self.scalar_subscript(*scalar, index),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("'{name}' object is not subscriptable")))
            }
        }
    }

    /// True for a slice whose bounds are not known at compile time.
    fn is_open_slice(&self, index: &Val) -> bool {
        let known = |part: &Val| match part {
            Val::Scalar(scalar) => self.const_int(scalar.value).is_some(),
            _ => true,
        };
        matches!(index, Val::Slice(parts) if !parts.iter().all(known))
    }

    fn scalar_subscript(&mut self, scalar: Scalar, index: &Val) -> R<Val> {
        match index {
            Val::Tuple(items) if items.is_empty() => Ok(Val::Scalar(scalar)),
            _ => Err(self.error(Code::TypeMismatch, "invalid index to scalar variable.")),
        }
    }

    fn member(&mut self, members: &[Val], index: &Val, what: &str, make: fn(Vec<Val>) -> Val) -> R<Val> {
        if let Val::Slice(parts) = index {
            return self.member_slice(members, parts).map(make);
        }
        let at = self.index_value(index, &format!("{what} indices"))?;
        let count = members.len() as i64;
        let message = format!("{what} index out of range");
        match self.const_int(at) {
            Some(at) => {
                let wrapped = if at < 0 { at + count } else { at };
                match usize::try_from(wrapped).ok().and_then(|at| members.get(at)) {
                    Some(member) => Ok(member.clone()),
                    None => Err(self.error(Code::RaisesAlways, message)),
                }
            }
            None => self.dynamic_member(members, at, &message),
        }
    }

    /// A member chosen at run time: all members must have one scalar type.
    fn dynamic_member(&mut self, members: &[Val], at: Value, message: &str) -> R<Val> {
        let Some(first) = members.first() else {
            return Err(self.error(Code::RaisesAlways, message));
        };
        let ty = self.type_of(first);
        let scalars: Vec<Scalar> = members
            .iter()
            .filter(|member| self.type_of(member) == ty)
            .filter_map(|member| if let Val::Scalar(scalar) = member { Some(*scalar) } else { None })
            .collect();
        if scalars.len() != members.len() {
            return Err(self.error_help(
                Code::NotStatic,
                "this index must be known at compile time, because the members have different types",
                "use an array, or numbers of one type",
            ));
        }
        let count = self.int(members.len() as i64);
        let zero = self.int(0);
        let negative = self.compare(CompareOp::Lt, at, zero);
        let up = self.binary(BinaryOp::Add, at, count);
        let wrapped = self.select(negative, up, at);
        let above = self.compare(CompareOp::Ge, wrapped, zero);
        let below = self.compare(CompareOp::Lt, wrapped, count);
        let ok = self.and(above, below);
        self.check(ok, "IndexError", message, &[])?;
        let mut value = scalars[0].value;
        for (k, scalar) in scalars.iter().enumerate().skip(1) {
            let k = self.int(k as i64);
            let here = self.compare(CompareOp::Eq, wrapped, k);
            value = self.select(here, scalar.value, value);
        }
        Ok(Val::Scalar(Scalar { value, ..scalars[0] }))
    }

    fn member_slice(&mut self, members: &[Val], parts: &[Val; 3]) -> R<Vec<Val>> {
        let length = self.int(members.len() as i64);
        let cut = self.cut(parts, length)?;
        let (Some(start), Some(step), Some(length)) =
            (self.const_int(cut.start), self.const_int(cut.step), self.const_int(cut.length))
        else {
            return Err(self.error(Code::NotStatic, "a slice of a tuple must be known at compile time"));
        };
        Ok((0..length).filter_map(|k| members.get((start + k * step) as usize).cloned()).collect())
    }

    // ---- arrays

    fn array_subscript(&mut self, array: Value, index: &Val) -> R<Val> {
        if let Some(advanced) = self.advanced(array, index)? {
            return self.load_advanced(&advanced);
        }
        let items = self.items(array, index)?;
        let rank = usize::from(self.array_type(array).rank);
        // With an ellipsis the result is an array, be it 0-d.
        let ellipsis = match index {
            Val::Tuple(parts) => parts.iter().any(|part| matches!(part, Val::Ellipsis)),
            other => matches!(other, Val::Ellipsis),
        };
        if !ellipsis && items.len() == rank && items.iter().all(|item| matches!(item, Item::At(_))) {
            let at = self.checked_indices(array, &items)?;
            let dtype = self.array_type(array).dtype;
            let value = self.push1(Op::LoadElem(array, at), Type::Scalar(dtype));
            return Ok(Val::strong(value, dtype));
        }
        self.view(array, &items).map(Val::Array)
    }

    /// `array[counter]` of a loop over the array itself.
    pub fn subscript_proven(&mut self, array: Value, counter: Value) -> R<Val> {
        let ty = self.array_type(array);
        if ty.rank == 1 {
            let value = self.push1(Op::LoadElem(array, SmallVec::from_slice(&[counter])), Type::Scalar(ty.dtype));
            return Ok(Val::strong(value, ty.dtype));
        }
        let mut axes = SmallVec::new();
        let one = self.int(1);
        for axis in 1..ty.rank {
            axes.push(ViewAxis { extent: self.dim(array, axis), source: Some((axis, one)) });
        }
        let view = View { base: array, offsets: SmallVec::from_slice(&[(0, counter)]), axes };
        let layout = Layout::Trailing(ty.layout.trailing(ty.rank).min(ty.rank - 1));
        let ty = ArrayType::new(ty.dtype, ty.rank - 1, layout);
        Ok(Val::Array(self.push1(Op::View(Box::new(view)), Type::Array(ty))))
    }

    /// The items of a subscript, one per axis of the array (and the new axes between them).
    fn items(&mut self, array: Value, index: &Val) -> R<Vec<Item>> {
        let rank = usize::from(self.array_type(array).rank);
        let parts: Vec<Val> = match index {
            Val::Tuple(parts) => parts.clone(),
            other => vec![other.clone()],
        };
        let taken = parts.iter().filter(|part| !matches!(part, Val::Ellipsis | Val::None)).count();
        if taken > rank {
            return Err(self.error(
                Code::RaisesAlways,
                format!("too many indices for array: array is {rank}-dimensional, but {taken} were indexed"),
            ));
        }
        let mut items = Vec::new();
        let mut open = rank - taken;
        let mut spread = false;
        for part in &parts {
            match part {
                Val::Ellipsis if spread => {
                    return Err(self.error(Code::RaisesAlways, "an index can only have a single ellipsis ('...')"));
                }
                Val::Ellipsis => {
                    items.extend((0..std::mem::take(&mut open)).map(|_| Item::All));
                    spread = true;
                }
                Val::None => items.push(Item::NewAxis),
                Val::Slice(slice) => items.push(Item::Slice(slice.clone())),
                Val::Scalar(scalar) if scalar.dtype.is_inexact() => {
                    return Err(self.error(
                        Code::TypeMismatch,
                        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices",
                    ));
                }
                Val::Scalar(scalar) => items.push(Item::At(self.convert(scalar.value, DType::I64))),
                Val::Array(index) if self.array_type(*index).rank == 0 && self.array_type(*index).dtype.is_int() => {
                    let value = self.item(*index);
                    items.push(Item::At(self.convert(value, DType::I64)));
                }
                Val::Error => return Err(Stop),
                other => {
                    let name = self.type_of(other).name();
                    return Err(self.error(Code::TypeMismatch, format!("{name} is not a valid index of an array")));
                }
            }
        }
        items.extend((0..open).map(|_| Item::All));
        Ok(items)
    }

    pub fn checked_index(&mut self, at: Value, extent: Value, axis: usize) -> Value {
        if self.options.unchecked || self.f.unchecked {
            let zero = self.int(0);
            let negative = self.compare(CompareOp::Lt, at, zero);
            let up = self.binary(BinaryOp::Add, at, extent);
            return self.select(negative, up, at);
        }
        let site = self.site("IndexError", format!("index {{0}} is out of bounds for axis {axis} with size {{1}}"));
        self.push1(Op::Index(at, extent, site), Type::I64)
    }

    fn checked_indices(&mut self, array: Value, items: &[Item]) -> R<Values> {
        let mut at = Values::new();
        for (axis, item) in items.iter().enumerate() {
            let Item::At(index) = item else { continue };
            let extent = self.dim(array, axis as u8);
            at.push(self.checked_index(*index, extent, axis));
        }
        Ok(at)
    }

    /// A view by basic slicing.
    pub fn view(&mut self, array: Value, items: &[Item]) -> R<Value> {
        let ty = self.array_type(array);
        let one = self.int(1);
        let mut offsets = SmallVec::new();
        let mut axes: SmallVec<[ViewAxis; 4]> = SmallVec::new();
        // Per axis of the result, from left: true if it keeps a whole axis of the base in place.
        let mut whole = Vec::new();
        let mut axis = 0u8;
        for item in items {
            match item {
                Item::NewAxis => {
                    axes.push(ViewAxis { extent: one, source: None });
                    whole.push(Keep::New);
                    continue;
                }
                Item::All => {
                    axes.push(ViewAxis { extent: self.dim(array, axis), source: Some((axis, one)) });
                    whole.push(Keep::Whole);
                }
                Item::At(index) => {
                    let extent = self.dim(array, axis);
                    offsets.push((axis, self.checked_index(*index, extent, usize::from(axis))));
                    whole.push(Keep::Gone);
                }
                Item::Slice(parts) => {
                    let extent = self.dim(array, axis);
                    let cut = self.cut(parts, extent)?;
                    let full = cut.length == extent && self.const_int(cut.step) == Some(1);
                    let unit = self.const_int(cut.step) == Some(1);
                    if self.const_int(cut.start) != Some(0) {
                        offsets.push((axis, cut.start));
                    }
                    axes.push(ViewAxis { extent: cut.length, source: Some((axis, cut.step)) });
                    whole.push(if full {
                        Keep::Whole
                    } else if unit {
                        Keep::Part
                    } else {
                        Keep::Strided
                    });
                }
            }
            axis += 1;
        }
        self.check_rank(axes.len())?;
        let layout = view_layout(ty, &whole);
        let ty = ArrayType::new(ty.dtype, axes.len() as u8, layout);
        let view = View { base: array, offsets, axes };
        Ok(self.push1(Op::View(Box::new(view)), Type::Array(ty)))
    }

    /// Python's `slice.indices`: start, step and length of a slice of an axis.
    fn cut(&mut self, parts: &[Val; 3], extent: Value) -> R<Cut> {
        let mut part = |val: &Val| match val {
            Val::None => Ok(None),
            other => self.index_value(other, "slice indices").map(Some),
        };
        let (start, stop, step) = (part(&parts[0])?, part(&parts[1])?, part(&parts[2])?);
        let step = step.unwrap_or_else(|| self.int(1));
        match self.const_int(step) {
            Some(0) => {
                self.raise("ValueError", "slice step cannot be zero", &[]);
                Err(Stop)
            }
            Some(known) if known > 0 => Ok(self.cut_up(start, stop, step, extent)),
            Some(_) => Ok(self.cut_down(start, stop, step, extent)),
            None => self.cut_either(start, stop, step, extent),
        }
    }

    fn cut_either(&mut self, start: Option<Value>, stop: Option<Value>, step: Value, extent: Value) -> R<Cut> {
        let zero = self.int(0);
        let ok = self.compare(CompareOp::Ne, step, zero);
        self.check(ok, "ValueError", "slice step cannot be zero", &[])?;
        let up = self.cut_up(start, stop, step, extent);
        let down = self.cut_down(start, stop, step, extent);
        let positive = self.compare(CompareOp::Gt, step, zero);
        let start = self.select(positive, up.start, down.start);
        let length = self.select(positive, up.length, down.length);
        Ok(Cut { start, step, length })
    }

    fn cut_up(&mut self, start: Option<Value>, stop: Option<Value>, step: Value, extent: Value) -> Cut {
        let zero = self.int(0);
        let start = start.map_or(zero, |start| self.clip_bound(start, extent, zero, extent));
        let stop = stop.map_or(extent, |stop| self.clip_bound(stop, extent, zero, extent));
        if self.const_int(start) == Some(0) && self.const_int(step) == Some(1) {
            return Cut { start, step, length: stop };
        }
        let span = self.binary(BinaryOp::Sub, stop, start);
        let span = self.max_int(span, zero);
        let length = self.steps(span, step);
        Cut { start, step, length }
    }

    fn cut_down(&mut self, start: Option<Value>, stop: Option<Value>, step: Value, extent: Value) -> Cut {
        let (zero, one, minus_one) = (self.int(0), self.int(1), self.int(-1));
        let last = self.binary(BinaryOp::Sub, extent, one);
        let start = start.map_or(last, |start| self.clip_bound(start, extent, minus_one, last));
        let stop = stop.map_or(minus_one, |stop| self.clip_bound(stop, extent, minus_one, last));
        let span = self.binary(BinaryOp::Sub, start, stop);
        let span = self.max_int(span, zero);
        // The smallest integer has no negative.
        let least = self.int(-i64::MAX);
        let negatable = self.max_int(step, least);
        let size = self.binary(BinaryOp::Sub, zero, negatable);
        let length = if self.const_int(stop) == Some(-1) && start == last && self.const_int(step) == Some(-1) {
            extent
        } else {
            self.steps(span, size)
        };
        Cut { start, step, length }
    }

    /// `ceil(span / size)` for span ≥ 0. With the wrong sign of a dynamic step the result is not used.
    fn steps(&mut self, span: Value, size: Value) -> Value {
        if self.const_int(size) == Some(1) {
            return span;
        }
        let one = self.int(1);
        let less = self.binary(BinaryOp::Sub, size, one);
        let zero = self.int(0);
        let rounded = self.binary(BinaryOp::Add, span, less);
        let count = self.binary(BinaryOp::FloorDiv, rounded, size);
        // A step near the limits of 64 bits makes the sum wrap: then there is one element, or none.
        let wrapped = self.compare(CompareOp::Lt, rounded, zero);
        let nonempty = self.compare(CompareOp::Gt, span, zero);
        let single = self.convert(nonempty, DType::I64);
        self.select(wrapped, single, count)
    }

    fn clip_bound(&mut self, at: Value, extent: Value, low: Value, high: Value) -> Value {
        if self.const_int(at) == Some(0) && self.const_int(low) == Some(0) {
            return at;
        }
        let zero = self.int(0);
        let up = self.binary(BinaryOp::Add, at, extent);
        let negative = self.compare(CompareOp::Lt, at, zero);
        let wrapped = self.select(negative, up, at);
        match self.const_int(at) {
            // Only one side can be left.
            Some(known) if known >= 0 => self.min_int(wrapped, high),
            Some(_) => self.max_int(wrapped, low),
            None => {
                let above = self.max_int(wrapped, low);
                self.min_int(above, high)
            }
        }
    }

    // ---- stores

    /// `base[index] = value`
    /// `base[index] = value`
    pub fn store_subscript(&mut self, base: &Val, index: &Val, value: Val) -> R<()> {
        if let Val::Object(object, reference) = base {
            return self.store_object_subscript(object, *reference, index, value);
        }
        self.store_array_subscript(base, index, value)
    }

    fn store_array_subscript(&mut self, base: &Val, index: &Val, value: Val) -> R<()> {
        if let Val::Array(array) = base {
            self.check_not_constant(*array)?;
        }
        let array = match base {
            Val::Array(array) => *array,
            Val::Error => return Err(Stop),
            Val::Iterate("flat", parts) => return self.store_flat(&parts[0], index, value),
            Val::Tuple(_) => {
                return Err(self.error(Code::TypeMismatch, "'tuple' object does not support item assignment"));
            }
            other => {
                let name = self.type_of(other).name();
                return Err(self.error(Code::TypeMismatch, format!("'{name}' object does not support item assignment")));
            }
        };
        if let Some(advanced) = self.advanced(array, index)? {
            return self.store_advanced(&advanced, &value);
        }
        let items = self.items(array, index)?;
        let ty = self.array_type(array);
        if items.len() == usize::from(ty.rank) && items.iter().all(|item| matches!(item, Item::At(_))) {
            let at = self.checked_indices(array, &items)?;
            let scalar = self.scalar(&value, "the value of an element")?;
            let element = self.store_convert(scalar, ty.dtype)?;
            self.push(Op::StoreElem(array, at, element), &[]);
            return Ok(());
        }
        let target = self.view(array, &items)?;
        self.store_all(target, &value)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Keep {
    Whole,
    Part,
    Strided,
    New,
    Gone,
}

/// What stays known of the layout: trailing axes kept whole, and one more that is cut with unit step.
fn view_layout(ty: ArrayType, kept: &[Keep]) -> Layout {
    if ty.layout == Layout::F && kept.iter().all(|keep| *keep == Keep::Whole) {
        return Layout::F;
    }
    let known = usize::from(ty.layout.trailing(ty.rank));
    let mut trailing = 0;
    let mut used = 0;
    for keep in kept.iter().rev() {
        match keep {
            Keep::New => trailing += 1,
            Keep::Whole | Keep::Part if used < known => {
                trailing += 1;
                used += 1;
                if *keep == Keep::Part {
                    break;
                }
            }
            _ => break,
        }
    }
    Layout::Trailing(trailing)
}
