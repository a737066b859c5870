//! Loops over all places of a shape: `np.ndindex` and `np.ndenumerate`.

use crate::cx::{Cx, R};
use crate::value::{Callable, Val};
use npc_midend::ir::{BinaryOp, CompareOp, Op, Value, Values};
use npc_midend::types::{DType, Type};

/// `np.ndindex` and `np.ndenumerate` as callables.
pub(crate) fn iterator(name: &str) -> Option<Val> {
    let word = match name {
        "ndindex" => "npc.ndindex",
        "ndenumerate" => "npc.ndenumerate",
        _ => return None,
    };
    Some(Val::Callable(Callable::Intrinsic(word)))
}

impl Cx<'_> {
    /// `np.ndindex(2, 3)`, `np.ndindex((2, 3))`
    pub fn word_ndindex(&mut self, args: &[Val]) -> R<Val> {
        let extents = match args {
            [shape @ (Val::Tuple(_) | Val::List(_))] => self.extents(shape)?,
            _ => self.extents(&Val::Tuple(args.to_vec()))?,
        };
        let zero = self.int(0);
        for extent in &extents {
            let ok = self.compare(CompareOp::Ge, *extent, zero);
            self.check(ok, "ValueError", "negative dimensions are not allowed", &[])?;
        }
        Ok(Val::Iterate("ndindex", extents.into_iter().map(|extent| Val::weak(extent, DType::I64)).collect()))
    }

    /// What `ndindex` or `ndenumerate` goes over: an array for the second, and the extents.
    pub fn all_places(&mut self, parts: &[Val]) -> R<(Option<Value>, Values)> {
        match parts {
            [Val::Array(array)] => Ok((Some(*array), self.shape(*array))),
            parts => Ok((None, self.extents(&Val::Tuple(parts.to_vec()))?)),
        }
    }

    /// The indices of one place, and the element there.
    pub fn place_item(&mut self, array: Option<Value>, extents: &[Value], counter: Value) -> Val {
        let mut at = Values::new();
        let mut rest = counter;
        for (axis, extent) in extents.iter().enumerate().rev() {
            at.insert(0, if axis == 0 { rest } else { self.binary(BinaryOp::FloorRem, rest, *extent) });
            rest = self.binary(BinaryOp::FloorDiv, rest, *extent);
        }
        let indices = Val::Tuple(at.iter().map(|index| Val::weak(*index, DType::I64)).collect());
        match array {
            None => indices,
            Some(array) => {
                let dtype = self.array_type(array).dtype;
                let element = self.push1(Op::LoadElem(array, at), Type::Scalar(dtype));
                Val::Tuple(vec![indices, Val::strong(element, dtype)])
            }
        }
    }
}
