//! NumPy's order of axes.

use super::InterpArray;

/// The axes from the outermost to the innermost: a stable insertion sort by |stride|, from the last axis on. Operands
/// with stride 0 have no say, C order wins where operands disagree.
pub(super) fn k_order(shape: &[i64], arrays: &[InterpArray]) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..shape.len()).rev().collect();
    for from in 1..sorted.len() {
        let axis = sorted[from];
        let mut to = from;
        for place in (0..from).rev() {
            match is_inner(shape, arrays, axis, sorted[place]) {
                Some(true) => to = place,
                Some(false) => break,
                None => {}
            }
        }
        sorted.remove(from);
        sorted.insert(to, axis);
    }
    sorted.reverse();
    sorted
}

/// Whether `axis` goes inside of `other`, which comes later in C order; `None` if no operand can tell.
fn is_inner(shape: &[i64], arrays: &[InterpArray], axis: usize, other: usize) -> Option<bool> {
    let step = |array: &InterpArray, axis: usize| if shape[axis] == 1 { 0 } else { array.strides[axis].abs() };
    let says = arrays.iter().map(|array| (step(array, axis), step(array, other)));
    says.filter(|(a, b)| *a != 0 && *b != 0).map(|(a, b)| b > a).reduce(|all, one| all && one)
}

/// One axis after ordering.
pub(super) struct Ordered {
    /// Its extent.
    pub extent: i64,
    /// The stride of each operand.
    pub strides: Vec<i64>,
}

/// The axes in K order, those of extent 1 in front. The innermost one takes in its neighbours while they continue it.
pub(super) fn ordered_axes(shape: &[i64], arrays: &[InterpArray]) -> Vec<Ordered> {
    let all = k_order(shape, arrays).into_iter();
    let axis = |axis: usize| Ordered { extent: shape[axis], strides: arrays.iter().map(|array| array.strides[axis]).collect() };
    let (mut singles, mut axes): (Vec<_>, Vec<_>) = all.map(axis).partition(|axis| axis.extent == 1);
    while let [.., outer, inner] = axes.as_mut_slice() {
        let continues = |(outer, step): (&i64, &i64)| *outer == step * inner.extent;
        if !outer.strides.iter().zip(&inner.strides).all(continues) {
            break;
        }
        inner.extent *= std::mem::replace(&mut outer.extent, 1);
        let taken = axes.remove(axes.len() - 2);
        singles.push(taken);
    }
    singles.extend(axes);
    singles
}
