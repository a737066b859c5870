//! Nests of loops over arrays of one shape.
//!
//! Every level takes rank-reducing views, so that an address moves by one addition per level and the innermost loop
//! sees arrays of one axis.

use super::build::Builder;
use crate::ir::{Value, Values};

/// One place of the innermost loop.
pub(super) struct Point<'a> {
    /// The arrays, with one axis left (none in a nest of no loops).
    pub arrays: &'a [Value],
    /// The index into them.
    pub at: &'a [Value],
    /// The index along every axis.
    pub indices: &'a [Value],
    /// The carried values.
    pub carried: &'a [Value],
}

/// What happens at each point; returns the carried values of the next one.
pub(super) type Leaf<'a> = dyn FnMut(&mut Builder, Point) -> Values + 'a;

/// One loop per extent, outermost first, around `leaf`.
pub(super) fn nest(b: &mut Builder, arrays: &[Value], extents: &[Value], carried: &[Value], leaf: &mut Leaf) -> Values {
    nest_from(b, arrays, extents, &mut Values::new(), carried, leaf)
}

fn nest_from(
    b: &mut Builder,
    arrays: &[Value],
    extents: &[Value],
    indices: &mut Values,
    carried: &[Value],
    leaf: &mut Leaf,
) -> Values {
    let Some((extent, inner)) = extents.split_first() else {
        return leaf(b, Point { arrays, at: &[], indices, carried });
    };
    let zero = b.int(0);
    b.for_loop(zero, *extent, carried, |b, index, carried| {
        indices.push(index);
        let next = if inner.is_empty() {
            leaf(b, Point { arrays, at: &[index], indices, carried })
        } else {
            let rows: Values = arrays.iter().map(|array| b.row(*array, index)).collect();
            nest_from(b, &rows, inner, indices, carried, leaf)
        };
        indices.pop();
        next
    })
}

/// The loops around the rows: one per extent, then `leaf` with arrays of one axis less per loop.
pub(super) fn rows(b: &mut Builder, arrays: &[Value], extents: &[Value], carried: &[Value], leaf: &mut Leaf) -> Values {
    rows_from(b, arrays, extents, &mut Values::new(), carried, leaf)
}

fn rows_from(
    b: &mut Builder,
    arrays: &[Value],
    extents: &[Value],
    indices: &mut Values,
    carried: &[Value],
    leaf: &mut Leaf,
) -> Values {
    let Some((extent, inner)) = extents.split_first() else {
        return leaf(b, Point { arrays, at: &[], indices, carried });
    };
    let zero = b.int(0);
    b.for_loop(zero, *extent, carried, |b, index, carried| {
        indices.push(index);
        let rows: Values = arrays.iter().map(|array| b.row(*array, index)).collect();
        let next = rows_from(b, &rows, inner, indices, carried, leaf);
        indices.pop();
        next
    })
}
