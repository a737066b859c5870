//! What is known statically of the order of an array's axes.
//!
//! NumPy orders the axes of a loop by the strides of its operands (`order_axes`). Many views leave no doubt about the
//! outcome, whatever the strides are: those that show the axes of an array in C order one after the other, with some of them
//! stretched or new.

use crate::func::Func;
use crate::ir::{Op, Output, Value, View, ViewAxis};
use crate::types::{ArrayType, Layout, Type};

/// True if NumPy certainly leaves the axes of these arrays in C order when it walks them together. One array in C order is enough,
/// since C order wins where operands disagree; else none may leave a doubt.
pub fn are_in_c_order(func: &Func, arrays: &[Value]) -> bool {
    let types = || arrays.iter().filter_map(|array| func.ty(*array).array());
    arrays.iter().any(|array| is_in_c_order(func, *array))
        || types().all(|ty| ty.layout.trailing(ty.rank) + 1 >= ty.rank)
        || arrays.iter().all(|array| allows_c_order(func, *array))
}

/// True if the array's axes certainly decrease in their strides; axes of extent 1 say nothing and do not count.
pub(crate) fn is_in_c_order(func: &Func, array: Value) -> bool {
    is_in_c_order_within(func, array, 3)
}

/// Looks only through so many loops: their inputs may be shared, and all ways through them are many.
fn is_in_c_order_within(func: &Func, array: Value, loops: u32) -> bool {
    let Type::Array(ty) = func.ty(array) else { return false };
    if ty.layout == Layout::C {
        return true;
    }
    match func.def_op(array) {
        Some(Op::AssumeLayout(base)) => is_in_c_order_within(func, *base, loops),
        Some(Op::View(view)) => {
            let mut least = 0;
            let ascending = view.axes.iter().all(|axis| match axis.source {
                Some((from, scale)) => {
                    let follows = from >= least && func.const_bits(scale).is_some_and(|scale| scale != 0);
                    least = from + 1;
                    follows
                }
                None => false,
            });
            ascending && is_in_c_order_within(func, view.base, loops)
        }
        Some(Op::Each(each)) => {
            let fresh = each.outputs[..] == [Output::Fresh] && ty.layout != Layout::F;
            fresh
                && (each.indexed || loops > 0 && each.inputs.iter().any(|input| is_in_c_order_within(func, *input, loops - 1)))
        }
        _ => false,
    }
}

/// True if no two of the array's axes certainly call for another order: one of them has stride 0, or they decrease.
pub(crate) fn allows_c_order(func: &Func, array: Value) -> bool {
    let Type::Array(ty) = func.ty(array) else { return false };
    ty.rank <= 1
        || is_in_c_order(func, array)
        || match func.def_op(array) {
            Some(Op::AssumeLayout(base)) => allows_c_order(func, *base),
            Some(Op::View(view)) => ascends(func, view) && allows_c_order(func, view.base),
            _ => false,
        }
}

/// True if the view keeps the order of the axes that it shows.
pub(crate) fn ascends(func: &Func, view: &View) -> bool {
    let mut least = 0;
    view.axes.iter().filter_map(|axis| axis.source).all(|(from, scale)| {
        // A step of 0 or more than the extent says nothing; only constants and what broadcasting writes are looked at.
        let known = func.const_bits(scale).is_some() || matches!(func.def_op(scale), Some(Op::Convert(_)));
        let follows = from >= least && known;
        least = from + 1;
        follows
    })
}

/// True if all elements along this axis are certainly one. Not of an axis that the type calls contiguous: a new axis of
/// extent 1 may be one, and a view may walk along it from element to element.
pub(crate) fn is_stretched(func: &Func, array: Value, axis: usize) -> bool {
    let Type::Array(ty) = func.ty(array) else { return false };
    if axis + usize::from(ty.layout.trailing(ty.rank)) >= usize::from(ty.rank) {
        return false;
    }
    match func.def_op(array) {
        Some(Op::AssumeLayout(base)) => is_stretched(func, *base, axis),
        Some(Op::View(view)) => match view.axes.get(axis).map(|axis| axis.source) {
            Some(None) => true,
            Some(Some((from, scale))) => match func.const_bits(scale) {
                Some(0) => true,
                Some(_) => is_stretched(func, view.base, from.into()),
                None => false,
            },
            None => false,
        },
        _ => false,
    }
}

/// What is known of a view of an array of this type; `extent` says what is known of the array's extents.
pub(crate) fn view_type(func: &Func, base: ArrayType, extent: &dyn Fn(usize) -> Option<Value>, view: &View) -> ArrayType {
    let is_one = |value: Value| func.const_bits(value) == Some(1);
    let rank = view.axes.len();
    let new = |layout| ArrayType::new(base.dtype, rank as u8, layout);
    let whole = |axis: &ViewAxis, from: usize| {
        axis.source.is_some_and(|(at, scale)| usize::from(at) == from && is_one(scale))
            && extent(from) == Some(axis.extent)
            && !view.offsets.iter().any(|(at, _)| usize::from(*at) == from)
    };
    let reversed = rank == usize::from(base.rank) && view.axes.iter().rev().enumerate().all(|(from, axis)| whole(axis, from));
    match base.layout {
        Layout::C if reversed => return new(Layout::F),
        Layout::F if reversed => return new(Layout::C),
        _ => {}
    }
    if rank == usize::from(base.rank) && view.axes.iter().enumerate().all(|(from, axis)| whole(axis, from)) {
        return new(base.layout);
    }
    let known = usize::from(base.layout.trailing(base.rank));
    let mut kept = 0;
    for (back, axis) in view.axes.iter().rev().enumerate() {
        let Some(from) = usize::from(base.rank).checked_sub(back + 1) else { break };
        let walks = axis.source.is_some_and(|(at, scale)| usize::from(at) == from && is_one(scale));
        if kept >= known || !walks {
            break;
        }
        kept += 1;
        if !whole(axis, from) {
            break;
        }
    }
    // Leading axes that a view drops leave what is behind them as it was.
    new(if kept == rank { Layout::C } else { Layout::Trailing(kept as u8) })
}
