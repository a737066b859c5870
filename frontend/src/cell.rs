//! Variables that several functions assign: `nonlocal`.
//!
//! Such a variable lives in memory, as arrays without axes: one for each number in it, and one that tells whether it has a
//! value. The function that owns it makes them, and closures take them along like any array. Their types follow from all
//! assignments, which are known only once everything inside has been compiled: then the owner is compiled once more.

use crate::cx::{Binding, Cx, InstanceKey, R, Stop};
use crate::merge::merge_types;
use crate::value::{Ty, Val};
use npc_base::Code;
use npc_midend::ir::{Op, Value, Values};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use std::rc::Rc;

/// A variable of an instance that functions inside it assign.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct CellOwner {
    pub instance: InstanceKey,
    pub name: String,
}

/// Such a variable at run time.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub owner: Rc<CellOwner>,
    /// Its type, as far as assignments have been seen.
    pub ty: Option<Ty>,
    /// An array for each number in it.
    pub parts: Values,
    /// An array with a bool: it has a value.
    pub bound: Option<Value>,
}

/// Its type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct CellTy {
    pub owner: Rc<CellOwner>,
    pub ty: Option<Ty>,
}

impl CellTy {
    pub fn leaves(&self) -> Vec<Type> {
        let Some(ty) = &self.ty else { return Vec::new() };
        let array = |ty: Type| ty.scalar().map(|dtype| Type::Array(ArrayType::new(dtype, 0, Layout::C)));
        ty.leaves().into_iter().chain([Type::BOOL]).filter_map(array).collect()
    }

    pub fn value(&self, leaves: &mut impl Iterator<Item = Value>) -> Option<Cell> {
        let mut parts: Values = self.leaves().iter().map(|_| leaves.next()).collect::<Option<_>>()?;
        let bound = parts.pop();
        Some(Cell { owner: self.owner.clone(), ty: self.ty.clone(), parts, bound })
    }
}

impl Cell {
    pub fn leaves(&self) -> Values {
        self.parts.iter().copied().chain(self.bound).collect()
    }
}

impl Cx<'_> {
    /// Makes the cells of the frame of an instance.
    pub fn make_cells(&mut self, instance: &InstanceKey) -> R<()> {
        let reads = self.frame_ref().reads.clone();
        let locals = self.frame_ref().locals.clone();
        let mut names: Vec<&String> = reads.cells.iter().filter(|name| locals.contains(*name)).collect();
        names.sort_unstable();
        for name in names {
            let owner = Rc::new(CellOwner { instance: instance.clone(), name: name.clone() });
            let initial = self.frame().env.shift_remove(name).map(|binding| binding.val);
            let ty = self.cell_types.get(&owner).cloned();
            let mut arrays = Values::new();
            let cell_ty = CellTy { owner: owner.clone(), ty: ty.clone() };
            for leaf in cell_ty.leaves() {
                let dtype = leaf.array().map_or(DType::Bool, |array| array.dtype);
                arrays.push(self.empty(dtype, Values::new()));
            }
            let bound = arrays.pop();
            if let Some(bound) = bound {
                let no = self.boolean(false);
                self.push(Op::StoreElem(bound, Values::new(), no), &[]);
            }
            let cell = Rc::new(Cell { owner, ty, parts: arrays, bound });
            let binding = Binding { val: Val::Cell(cell.clone()), flag: None, conflict: None, span: None };
            self.frame().env.insert(name.clone(), binding);
            if let Some(initial) = initial {
                self.store_cell(&cell, &initial)?;
            }
        }
        Ok(())
    }

    /// The cell that an assignment to the name goes to, if there is one.
    pub fn cell_of(&mut self, name: &str) -> Option<Rc<Cell>> {
        if let Some(Binding { val: Val::Cell(cell), .. }) = self.frame_ref().env.get(name) {
            return Some(cell.clone());
        }
        if !self.frame_ref().reads.nonlocals.contains(name) {
            return None;
        }
        let around = self.frames_around(self.frame_ref().parent);
        around.iter().find_map(|number| match self.f.frames[*number].env.get(name) {
            Some(Binding { val: Val::Cell(cell), .. }) => Some(cell.clone()),
            _ => None,
        })
    }

    pub fn store_cell(&mut self, cell: &Cell, val: &Val) -> R<()> {
        let val = self.leaving(val.clone(), None)?;
        let own = self.type_of(&val);
        let merged = match &cell.ty {
            None => own,
            Some(ty) => match merge_types(ty, &own) {
                Some(merged) => merged,
                None => {
                    let (name, a, b) = (&cell.owner.name, ty.name(), own.name());
                    let message = format!("`{name}` is {a} in one function and {b} in another, which have no common type");
                    return Err(self.error_help(Code::CannotMergeTypes, message, "use two names, or give it one type"));
                }
            },
        };
        if merged.leaves().iter().any(|leaf| leaf.scalar().is_none()) {
            let message = format!("the `nonlocal` variable `{}` that holds an array or an object", cell.owner.name);
            let error = self.unsupported(&message);
            return Err(error);
        }
        if cell.ty.as_ref() != Some(&merged) {
            *self.cell_changes.entry(cell.owner.instance.clone()).or_insert(0) += 1;
            let known = self.cell_types.get(&cell.owner).and_then(|known| merge_types(known, &merged));
            self.cell_types.insert((*cell.owner).clone(), known.unwrap_or(merged));
            return Ok(());
        }
        let leaves = self.convert_to(&val, &merged)?.leaves();
        for (part, leaf) in cell.parts.iter().zip(leaves) {
            self.push(Op::StoreElem(*part, Values::new(), leaf), &[]);
        }
        self.mark_cell(cell, true);
        Ok(())
    }

    /// Notes whether the variable has a value.
    pub fn mark_cell(&mut self, cell: &Cell, is: bool) {
        if let Some(bound) = cell.bound {
            let is = self.boolean(is);
            self.push(Op::StoreElem(bound, Values::new(), is), &[]);
        }
    }

    /// The value of the variable; `exception` and `message` for one that has none.
    pub fn read_cell(&mut self, cell: &Cell, exception: &str, message: &str) -> R<Val> {
        let (Some(ty), Some(bound)) = (&cell.ty, cell.bound) else {
            // Nothing is assigned to it, as far as is known in this round.
            self.raise(exception, message, &[]);
            return Err(Stop);
        };
        let is_bound = self.item(bound);
        self.check(is_bound, exception, message, &[])?;
        let leaves: Vec<Value> = cell.parts.iter().map(|part| self.item(*part)).collect();
        ty.value(&mut leaves.into_iter()).ok_or(Stop)
    }
}
