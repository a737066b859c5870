//! Cells: what records, and the elements of lists, are made of.
//!
//! A value of type [`Ref`](crate::types::Type::Ref) refers to a buffer of equal cells, or is null. In each cell the counted
//! references come first, 8 bytes each; so a buffer can release what it holds without knowing what it is. Behind them
//! stand scalars and the fields of arrays, in the order of the values:
//!
//! ```text
//! header: count, size (negative: cells) | layout: cell size, references | cell 0 | cell 1 | …
//! cell:   reference 0, reference 1, … | bytes
//! ```
//!
//! The IR knows no types of records. Each access says where its field lies; what lies there is the business of who made the
//! cells. References may form circles, which are then never freed.

use crate::types::{Layout, Type};
use std::fmt;

/// What all cells of a buffer have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct CellLayout {
    /// Bytes of one cell, a multiple of 8.
    pub size: u32,
    /// References at its start.
    pub refs: u32,
}

/// One field of a cell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct CellField {
    /// Bytes of one cell.
    pub size: u32,
    /// Where the reference stands, of a reference or an array.
    pub owner: u32,
    /// Where the bytes stand: a scalar, or the address, the extents and the strides of an array.
    pub data: u32,
}

impl CellLayout {
    /// The layout of a cell that holds values of these types, and the field of each.
    pub fn of(types: &[Type]) -> (CellLayout, Vec<CellField>) {
        let refs = types.iter().filter(|ty| ty.is_counted()).count() as u32;
        let (mut owner, mut data) = (0, 8 * refs);
        let mut fields = Vec::with_capacity(types.len());
        for ty in types {
            fields.push(CellField { size: 0, owner, data });
            owner += if ty.is_counted() { 8 } else { 0 };
            data += data_bytes(*ty);
        }
        let size = data.next_multiple_of(8).max(8);
        fields.iter_mut().for_each(|field| field.size = size);
        (CellLayout { size, refs }, fields)
    }

    /// True if the references fit into the cell.
    pub fn is_valid(self) -> bool {
        self.size > 0 && self.size.is_multiple_of(8) && self.refs <= self.size / 8
    }
}

impl CellField {
    /// True if a value of this type has its place in the cell.
    pub fn holds(self, ty: Type) -> bool {
        let owner = !ty.is_counted() || self.owner + 8 <= self.size;
        owner && ty != Type::Vector && self.data + data_bytes(ty) <= self.size
    }
}

/// The number of leading axes whose stride is kept.
pub(crate) fn kept_strides(ty: crate::types::ArrayType) -> u32 {
    match ty.layout {
        Layout::C | Layout::F => 0,
        Layout::Trailing(known) => u32::from(ty.rank.saturating_sub(known)),
    }
}

fn data_bytes(ty: Type) -> u32 {
    match ty {
        Type::Ref => 0,
        Type::Scalar(dtype) => dtype.itemsize().max(8),
        Type::Addr => 8,
        Type::Vector => 16,
        Type::Array(array) => 8 * (1 + u32::from(array.rank) + kept_strides(array)),
    }
}

impl fmt::Display for CellLayout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", self.size, self.refs)
    }
}

impl fmt::Display for CellField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {}, {})", self.size, self.owner, self.data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{ArrayType, DType};

    #[test]
    fn references_stand_first() {
        let array = Type::Array(ArrayType::new(DType::F64, 2, Layout::ANY));
        let (layout, fields) = CellLayout::of(&[Type::F64, array, Type::BOOL, Type::Ref]);
        assert_eq!(layout, CellLayout { size: 16 + 8 + 40 + 8, refs: 2 });
        assert_eq!(fields.iter().map(|field| field.data).collect::<Vec<_>>(), [16, 24, 64, 72]);
        assert_eq!((fields[1].owner, fields[3].owner), (0, 8));
        assert!(layout.is_valid() && fields[3].holds(Type::Ref) && !fields[3].holds(Type::F64));
    }
}
