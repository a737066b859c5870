//! What a body yields for neighbouring elements, in vectors.

use super::build::Builder;
use super::evaluate;
use super::template::Template;
use crate::axis_order::is_stretched;
use crate::ir::{Op, Value, Values};
use crate::passes::vectorize::body::Body;
use crate::passes::vectorize::expand::expand;
use crate::passes::vectorize::widen::Widen;
use crate::types::{ArrayType, Layout, Type};
use rustc_hash::FxHashMap;

/// The body's one value for the elements at `base..base + lanes` of these arrays of one axis, which are dense, or of none:
/// as many registers as they fill, written at the builder's place. With `indexed`, the body takes the index. `None` if it has no vector form.
pub(super) fn registers(
    b: &mut Builder,
    body: &Template,
    arrays: &[Value],
    names: &FxHashMap<Value, Value>,
    base: Value,
    lanes: usize,
    indexed: bool,
) -> Option<Values> {
    let arrays: Values = arrays.iter().map(|array| as_dense(b, *array)).collect();
    let one = b.func.new_block();
    let at = b.func.add_param(one, Type::I64);
    let here = std::mem::replace(&mut b.block, one);
    let indices: &[Value] = if indexed { &[at] } else { &[] };
    let element = evaluate(b, body, &arrays, &[at], indices, names)[0];
    b.block = here;
    let (one, at, element) = match expand(b.func, one, b.module) {
        Some((copy, names)) => (copy, names[&at], names[&element]),
        None => (one, at, element),
    };
    let dtype = b.func.ty(element).scalar()?;
    let body = Body::of(b.func, one, at, &[]);
    let mut widen = Widen::new(b.func, here, b.loc, &body, base, lanes);
    (0..widen.registers_of(dtype)).map(|register| widen.number(element, register)).collect()
}

/// The array as it is where it is dense; without its axis, if it is the same along it.
fn as_dense(b: &mut Builder, array: Value) -> Value {
    let ty = b.array_type(array);
    if ty.rank == 0 || ty.layout.trailing(1) == 1 {
        return array;
    }
    if is_stretched(b.func, array, 0) {
        return super::partial::first(b, array);
    }
    b.op(Op::AssumeLayout(array), Type::Array(ArrayType { layout: Layout::Trailing(1), ..ty }))
}
