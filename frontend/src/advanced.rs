//! Indexing with arrays: integer arrays, boolean masks and lists, alone or mixed with slices.
//!
//! A subscript is taken apart here: slices, single integers and new axes make a view first; what is left are axes of that
//! view with an index array each. The library does the rest (`stdlib/numpy/indexing.py`): `_load_at` and `_store_at` for
//! integer arrays, `_load_where` and `_store_where` for one mask. NumPy's rule for the place of the new axes: where the first
//! index array stands if all of them (single integers too) stand side by side, else in front.

use crate::broadcast::shapes_message;
use crate::cx::{Cx, R};
use crate::index::Item;
use crate::value::Val;
use npc_base::Code;
use npc_midend::ir::{CompareOp, Op, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use smallvec::SmallVec;

/// A subscript with at least one array in it.
pub(crate) struct Advanced {
    /// What slices and integers leave of the base.
    view: Value,
    /// The index arrays with the axes that they go along.
    indices: Vec<Indexed>,
    /// The axis of the view in front of which the axes of the index arrays go.
    place: usize,
}

struct Indexed {
    /// An array of integers, or a mask.
    index: Value,
    /// The first axis in the view.
    axis: usize,
    /// The first axis in the base, for messages.
    original: usize,
}

const NOT_AN_INDEX: &str = "arrays used as indices must be of integer (or boolean) type";

impl Cx<'_> {
    /// The subscript as an advanced one; `None` if there is no array in it.
    pub fn advanced(&mut self, base: Value, index: &Val) -> R<Option<Advanced>> {
        if !self.is_advanced_index(index) {
            return Ok(None);
        }
        let parts = match index {
            Val::Tuple(parts) => parts.clone(),
            other => vec![other.clone()],
        };
        let parts = parts.into_iter().map(|part| self.index_part(part)).collect::<R<Vec<_>>>()?;
        self.split_subscript(base, &parts).map(Some)
    }

    /// True if there is an array in the subscript.
    pub fn is_advanced_index(&self, index: &Val) -> bool {
        match index {
            Val::Tuple(parts) => parts.iter().any(|part| self.is_advanced(part)),
            other => self.is_advanced(other),
        }
    }

    fn is_advanced(&self, part: &Val) -> bool {
        match part {
            Val::List(_) | Val::Tuple(_) | Val::Range(_) => true,
            Val::Object(object, _) => object.is_list(),
            Val::Array(array) => {
                let ty = self.array_type(*array);
                ty.rank > 0 || ty.dtype == DType::Bool
            }
            Val::Scalar(scalar) => scalar.dtype == DType::Bool,
            _ => false,
        }
    }

    /// One item of the subscript: sequences become arrays, 0-d arrays their element.
    fn index_part(&mut self, part: Val) -> R<Val> {
        let array = match &part {
            Val::Array(array) => *array,
            Val::List(members) | Val::Tuple(members) if members.is_empty() => {
                let zero = self.int(0);
                self.empty(DType::I64, SmallVec::from_slice(&[zero]))
            }
            Val::List(_) | Val::Tuple(_) | Val::Range(_) => self.as_array(&part, None)?,
            Val::Object(object, _) if object.is_list() => self.as_array(&part, None)?,
            _ => return Ok(part),
        };
        let ty = self.array_type(array);
        if !ty.dtype.is_int() && ty.dtype != DType::Bool {
            return Err(self.error(Code::RaisesAlways, NOT_AN_INDEX));
        }
        if ty.rank > 0 {
            return Ok(Val::Array(array));
        }
        let element = self.item(array);
        Ok(Val::strong(element, ty.dtype))
    }

    /// Axes of the base that a part takes.
    fn axes_taken(&self, part: &Val) -> usize {
        match part {
            Val::Ellipsis | Val::None => 0,
            Val::Scalar(scalar) if scalar.dtype == DType::Bool => 0,
            Val::Array(array) if self.array_type(*array).dtype == DType::Bool => usize::from(self.array_type(*array).rank),
            _ => 1,
        }
    }

    fn split_subscript(&mut self, base: Value, parts: &[Val]) -> R<Advanced> {
        let rank = usize::from(self.array_type(base).rank);
        let taken: usize = parts.iter().map(|part| self.axes_taken(part)).sum();
        if taken > rank {
            let message = format!("too many indices for array: array is {rank}-dimensional, but {taken} were indexed");
            return Err(self.error(Code::RaisesAlways, message));
        }
        if parts.iter().filter(|part| matches!(part, Val::Ellipsis)).count() > 1 {
            return Err(self.error(Code::RaisesAlways, "an index can only have a single ellipsis ('...')"));
        }
        let mut split = Split { items: Vec::new(), axis: 0, original: 0, indices: Vec::new(), runs: Runs::default() };
        for part in parts {
            self.split_part(base, part, rank - taken, &mut split)?;
        }
        if !parts.iter().any(|part| matches!(part, Val::Ellipsis)) {
            split.whole_axes(rank - taken);
        }
        let plain = split.items.iter().all(|item| matches!(item, Item::All));
        let view = if plain { base } else { self.view(base, &split.items)? };
        Ok(Advanced { view, indices: split.indices, place: split.runs.place() })
    }

    fn split_part(&mut self, base: Value, part: &Val, open: usize, split: &mut Split) -> R<()> {
        match part {
            Val::Ellipsis => {
                split.runs.basic();
                split.whole_axes(open);
            }
            Val::None => {
                split.runs.basic();
                split.items.push(Item::NewAxis);
                split.axis += 1;
            }
            Val::Slice(slice) => {
                split.runs.basic();
                split.items.push(Item::Slice(slice.clone()));
                split.axis += 1;
                split.original += 1;
            }
            Val::Scalar(scalar) if scalar.dtype == DType::Bool => {
                // A new axis that is kept or not: indices into one of extent 1, as many as the flag says.
                split.runs.array(split.axis);
                let count = self.convert(scalar.value, DType::I64);
                let zero = self.int(0);
                let index = self.filled_by_index(SmallVec::from_slice(&[count]), DType::I64, |_, _| Ok(zero))?;
                split.items.push(Item::NewAxis);
                split.indices.push(Indexed { index, axis: split.axis, original: split.original });
                split.axis += 1;
            }
            Val::Array(array) => {
                split.runs.array(split.axis);
                let axes = self.axes_taken(part);
                if self.array_type(*array).dtype == DType::Bool {
                    self.check_mask(base, *array, split.original)?;
                }
                split.indices.push(Indexed { index: *array, axis: split.axis, original: split.original });
                split.whole_axes(axes);
            }
            Val::Scalar(scalar) if scalar.dtype.is_int() => {
                split.runs.array(split.axis);
                split.items.push(Item::At(self.convert(scalar.value, DType::I64)));
                split.original += 1;
            }
            other => {
                let name = self.type_of(other).name();
                return Err(self.error(Code::TypeMismatch, format!("{name} is not a valid index of an array")));
            }
        }
        Ok(())
    }

    /// A mask has the extents of the axes that it goes along.
    fn check_mask(&mut self, base: Value, mask: Value, first: usize) -> R<()> {
        for axis in 0..self.array_type(mask).rank {
            let at = first + usize::from(axis);
            let (extent, given) = (self.dim(base, at as u8), self.dim(mask, axis));
            let same = self.compare(CompareOp::Eq, extent, given);
            let message = format!(
                "boolean index did not match indexed array along axis {at}; size of axis is {{0}} but size of corresponding boolean axis is {{1}}"
            );
            self.check(same, "IndexError", &message, &[extent, given])?;
        }
        Ok(())
    }

    /// `base[index]` of an advanced subscript: a fresh array.
    pub fn load_advanced(&mut self, subscript: &Advanced) -> R<Val> {
        let place = Val::weak(self.int(subscript.place as i64), DType::I64);
        if let [only] = &subscript.indices[..]
            && self.array_type(only.index).dtype == DType::Bool
        {
            let axis = Val::weak(self.int(only.axis as i64), DType::I64);
            return self.library_call(
                "numpy",
                "_load_where",
                vec![Val::Array(subscript.view), Val::Array(only.index), axis, place],
            );
        }
        let (indices, axes, originals) = self.integer_indices(subscript)?;
        self.library_call("numpy", "_load_at", vec![Val::Array(subscript.view), indices, axes, originals, place])
    }

    /// `base[index] = value` of an advanced subscript.
    pub fn store_advanced(&mut self, subscript: &Advanced, value: &Val) -> R<()> {
        let dtype = self.array_type(subscript.view).dtype;
        let value = match value {
            // Python's own numbers are checked, others are converted as arrays are.
            Val::Scalar(scalar) if !scalar.weak => Val::strong(self.convert(scalar.value, dtype), dtype),
            Val::Scalar(scalar) => Val::strong(self.store_convert(*scalar, dtype)?, dtype),
            Val::Array(array) if self.array_type(*array).rank == 0 => {
                let element = self.item(*array);
                Val::strong(self.convert(element, dtype), dtype)
            }
            Val::Array(_) => value.clone(),
            other => Val::Array(self.as_array(other, None)?),
        };
        if let [only] = &subscript.indices[..]
            && self.array_type(only.index).dtype == DType::Bool
            && self.array_type(only.index).rank == self.array_type(subscript.view).rank
        {
            if let Val::Scalar(scalar) = value {
                return self.fill_where(subscript.view, only.index, scalar.value);
            }
            self.library_call("numpy", "_store_where", vec![Val::Array(subscript.view), Val::Array(only.index), value])?;
            return Ok(());
        }
        let place = Val::weak(self.int(subscript.place as i64), DType::I64);
        let (indices, axes, originals) = self.integer_indices(subscript)?;
        self.library_call("numpy", "_store_at", vec![Val::Array(subscript.view), indices, axes, originals, place, value])?;
        Ok(())
    }

    /// The index arrays, masks as the places where they are true; with their axes in the view, and in the base as text.
    fn integer_indices(&mut self, subscript: &Advanced) -> R<(Val, Val, Val)> {
        let (mut indices, mut axes, mut originals) = (Vec::new(), Vec::new(), Vec::new());
        for indexed in &subscript.indices {
            let arrays = match self.array_type(indexed.index).dtype {
                DType::Bool => self.library_call("numpy", "nonzero", vec![Val::Array(indexed.index)])?,
                _ => Val::Tuple(vec![Val::Array(indexed.index)]),
            };
            for (k, array) in self.sequence(&arrays, None)?.into_iter().enumerate() {
                indices.push(array);
                axes.push(Val::weak(self.int((indexed.axis + k) as i64), DType::I64));
                originals.push(Val::Str((indexed.original + k).to_string().into()));
            }
        }
        Ok((Val::Tuple(indices), Val::Tuple(axes), Val::Tuple(originals)))
    }

    // ---- words of the library

    /// `npc.index(i, n, "0")`: the index wrapped and checked, for an axis known by its number.
    pub fn word_index(&mut self, index: &Val, extent: &Val, axis: &str) -> R<Val> {
        let (index, extent) = (self.scalar(index, "an index")?, self.index_value(extent, "an extent")?);
        let index = self.convert(index.value, DType::I64);
        let axis = axis.parse().unwrap_or(0);
        Ok(Val::weak(self.checked_index(index, extent, axis), DType::I64))
    }

    /// `npc.row(a, (i, j))`: the element or view at leading indices that are in range.
    pub fn word_row(&mut self, a: &Val, at: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let at = self.extents(at)?;
        let ty = self.array_type(array);
        if at.len() == usize::from(ty.rank) {
            return Ok(Val::strong(self.push1(Op::LoadElem(array, at), Type::Scalar(ty.dtype)), ty.dtype));
        }
        Ok(Val::Array(self.row_view(array, &at)))
    }

    /// `npc.set_row(a, (i, j), value)`: stores an element or a row that shares no memory with the array.
    pub fn word_set_row(&mut self, a: &Val, at: &Val, value: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let at = self.extents(at)?;
        let ty = self.array_type(array);
        if at.len() == usize::from(ty.rank) {
            let scalar = self.scalar(value, "the value of an element")?;
            let element = self.store_convert(scalar, ty.dtype)?;
            self.push(Op::StoreElem(array, at, element), &[]);
            return Ok(Val::None);
        }
        let row = self.row_view(array, &at);
        self.store_apart(row, value)?;
        Ok(Val::None)
    }

    /// `npc.row_view(a, (i, j))`: the view at leading indices, 0-d if all axes have one.
    pub fn word_row_view(&mut self, a: &Val, at: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let at = self.extents(at)?;
        Ok(Val::Array(self.row_view(array, &at)))
    }

    /// `npc.subscript(a, index)` of an index with arrays: what `_store_at` takes, but for the value.
    pub fn word_subscript(&mut self, a: &Val, index: &Val) -> R<Val> {
        let array = self.as_array(a, None)?;
        let Some(subscript) = self.advanced(array, index)? else {
            return Err(self.error(Code::WrongArguments, "npc.subscript takes an index with arrays"));
        };
        let place = Val::weak(self.int(subscript.place as i64), DType::I64);
        let (indices, axes, originals) = self.integer_indices(&subscript)?;
        Ok(Val::Tuple(vec![Val::Array(subscript.view), indices, axes, originals, place]))
    }

    /// `npc.weak(x)`: a NumPy scalar as Python's own.
    pub fn word_weak(&mut self, scalar: crate::value::Scalar) -> R<Val> {
        let dtype = match scalar.dtype {
            DType::Bool => DType::Bool,
            dtype if dtype.is_float() => DType::F64,
            dtype if dtype.is_complex() => DType::C128,
            _ => DType::I64,
        };
        Ok(Val::weak(self.convert(scalar.value, dtype), dtype))
    }

    fn row_view(&mut self, array: Value, at: &[Value]) -> Value {
        let ty = self.array_type(array);
        let one = self.int(1);
        let taken = at.len() as u8;
        let axes = (taken..ty.rank).map(|axis| ViewAxis { extent: self.dim(array, axis), source: Some((axis, one)) }).collect();
        let offsets = at.iter().enumerate().map(|(axis, index)| (axis as u8, *index)).collect();
        let rank = ty.rank - taken;
        let layout = Layout::Trailing(ty.layout.trailing(ty.rank).min(rank));
        let view = View { base: array, offsets, axes };
        self.push1(Op::View(Box::new(view)), Type::Array(ArrayType::new(ty.dtype, rank, layout)))
    }

    /// `npc.broadcast_indices(arrays)`: index arrays under the shape in which they meet.
    pub fn word_broadcast_indices(&mut self, indices: &Val) -> R<Val> {
        let arrays: Vec<Value> = self.sequence(indices, None)?.iter().flat_map(Val::leaves).collect();
        let shapes: Vec<Values> = arrays.iter().map(|array| self.shape(*array)).collect();
        let mut extents = Values::new();
        let mut ok = self.boolean(true);
        for shape in &shapes {
            let (both, fits) = self.broadcast_two(&extents, shape)?;
            extents = both;
            ok = self.and(ok, fits);
        }
        let start = "shape mismatch: indexing arrays could not be broadcast together with shapes ";
        let (message, args) = shapes_message(start, &shapes, " ");
        self.check(ok, "IndexError", &format!("{message} "), &args)?;
        let views = arrays.iter().map(|array| Val::Array(self.broadcast_view(*array, &extents))).collect();
        Ok(Val::Tuple(views))
    }

    /// `npc.assignable(value, shape)`: the value of an advanced assignment, stretched.
    pub fn word_assignable(&mut self, value: &Val, shape: &Val) -> R<Val> {
        let array = self.as_array(value, None)?;
        let extents = self.extents(shape)?;
        self.check_broadcast_to(array, &extents, crate::broadcast::Into::Indexed)?;
        Ok(Val::Array(self.broadcast_view(array, &extents)))
    }

    /// `npc.apart(value, target)`: the array, copied if it shares memory with the other.
    pub fn word_apart(&mut self, value: &Val, target: &Val) -> R<Val> {
        let (value, target) = (self.as_array(value, None)?, self.as_array(target, None)?);
        let unknown = self.array_type(target).rank != self.array_type(value).rank || value == target;
        if unknown && value == target {
            return self.copy(value).map(Val::Array);
        }
        Ok(Val::Array(self.copy_if_overlapping(value, target)?))
    }
}

/// A subscript on its way through its parts.
struct Split {
    items: Vec<Item>,
    /// The next axis of the view.
    axis: usize,
    /// The next axis of the base.
    original: usize,
    indices: Vec<Indexed>,
    runs: Runs,
}

impl Split {
    fn whole_axes(&mut self, count: usize) {
        self.items.extend((0..count).map(|_| Item::All));
        self.axis += count;
        self.original += count;
    }
}

/// Whether the arrays and integers of a subscript stand side by side.
#[derive(Default)]
struct Runs {
    first: Option<usize>,
    inside: bool,
    apart: bool,
}

impl Runs {
    fn basic(&mut self) {
        self.inside = false;
    }

    fn array(&mut self, axis: usize) {
        self.apart |= self.first.is_some() && !self.inside;
        self.first.get_or_insert(axis);
        self.inside = true;
    }

    fn place(&self) -> usize {
        if self.apart { 0 } else { self.first.unwrap_or(0) }
    }
}
