//! Nests of loops over arrays of one shape.
//!
//! Every level takes rank-reducing views, so that an address moves by one addition per level and the innermost loop
//! sees arrays of one axis.

use super::build::Builder;
use crate::axis_order::is_stretched;
use crate::ir::{Value, Values};
use smallvec::SmallVec;

/// One place of the innermost loop.
pub(super) struct Point<'a> {
    /// The arrays, with one axis left (none in a nest of no loops, or of an array that is the same for every index).
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

/// One loop per extent, outermost first, around `leaf`. In the innermost one, an array that is stretched along its axis has
/// lost it.
pub(super) fn nest(b: &mut Builder, arrays: &[Value], extents: &[Value], carried: &[Value], leaf: &mut Leaf) -> Values {
    loops(b, arrays, extents, &mut Values::new(), carried, Innermost::Indexed, leaf)
}

/// The loops around the rows: one per extent, then `leaf` with arrays of one axis less per loop.
pub(super) fn rows(b: &mut Builder, arrays: &[Value], extents: &[Value], carried: &[Value], leaf: &mut Leaf) -> Values {
    loops(b, arrays, extents, &mut Values::new(), carried, Innermost::Rows, leaf)
}

/// What the innermost loop does with the arrays.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Innermost {
    /// The index goes into them.
    Indexed,
    /// It takes views, like the loops around it.
    Rows,
}

fn loops(
    b: &mut Builder,
    arrays: &[Value],
    extents: &[Value],
    indices: &mut Values,
    carried: &[Value],
    innermost: Innermost,
    leaf: &mut Leaf,
) -> Values {
    let Some((extent, inner)) = extents.split_first() else {
        return leaf(b, Point { arrays, at: &[], indices, carried });
    };
    let zero = b.int(0);
    // Whatever the index, these are the same.
    let fixed: SmallVec<[Option<Value>; 4]> =
        arrays.iter().map(|array| is_stretched(b.func, *array, 0).then(|| b.row(*array, zero))).collect();
    let indexed = inner.is_empty() && innermost == Innermost::Indexed;
    b.for_loop(zero, *extent, carried, |b, index, carried| {
        indices.push(index);
        let taken = |(array, fixed): (&Value, &Option<Value>)| match fixed {
            Some(fixed) => *fixed,
            None if indexed => *array,
            None => b.row(*array, index),
        };
        let taken: Values = arrays.iter().zip(&fixed).map(taken).collect();
        let next = if indexed {
            leaf(b, Point { arrays: &taken, at: &[index], indices, carried })
        } else {
            loops(b, &taken, inner, indices, carried, innermost, leaf)
        };
        indices.pop();
        next
    })
}
