//! The order of axes, against NumPy's.

use super::arrays::{Lent, packed};
use super::*;
use crate::abi::descriptor;

type Row = (&'static [i64], &'static [&'static [i64]], &'static [i64]);

/// Shape, strides of float64 operands, strides of what `np.negative`, `np.add` or `np.clip` makes of them (NumPy 2.4).
#[rustfmt::skip]
const NUMPY: &[Row] = &[
    (&[2, 2], &[&[0, 48], &[16, 8], &[16, 8]], &[16, 8]),
    (&[1, 1], &[&[8, 8], &[8, 8], &[8, 8]], &[8, 8]),
    (&[2, 4], &[&[8, 16]], &[8, 16]),
    (&[1, 2], &[&[16, 8]], &[16, 8]),
    (&[2, 3], &[&[8, 16], &[24, 8]], &[24, 8]),
    (&[1, 4], &[&[8, 8], &[32, 8]], &[32, 8]),
    (&[4, 1], &[&[8, 32], &[32, -48]], &[8, 8]),
    (&[3, 2], &[&[8, 24], &[16, 8]], &[16, 8]),
    (&[2, 1], &[&[8, 16], &[16, -48]], &[8, 8]),
    (&[1, 1], &[&[8, 8], &[8, 8], &[24, 0]], &[8, 8]),
    (&[1, 4], &[&[8, 8], &[8, 8]], &[32, 8]),
    (&[3, 4], &[&[32, 8], &[32, 8], &[8, 24]], &[32, 8]),
    (&[1, 1], &[&[96, 32], &[8, 8]], &[8, 8]),
    (&[3, 2], &[&[-16, 8]], &[16, 8]),
    (&[4, 1, 3], &[&[8, 32, 32]], &[8, 32, 32]),
    (&[2, 2, 2], &[&[8, 16, 32], &[0, 8, 32], &[16, 32, 8]], &[16, 32, 8]),
    (&[3, 4, 2], &[&[96, 24, 8], &[64, 16, 8], &[64, 16, 8]], &[64, 16, 8]),
    (&[2, 2, 1], &[&[8, 16, 16], &[16, 8, 8], &[8, 16, 16]], &[16, 8, 8]),
    (&[2, 4, 4], &[&[8, 16, 64]], &[8, 16, 64]),
    (&[3, 3, 3], &[&[24, 72, 8]], &[24, 72, 8]),
    (&[2, 1, 2], &[&[16, 16, 8], &[8, 16, 16], &[16, 16, 8]], &[16, 16, 8]),
    (&[1, 4, 2], &[&[-48, 0, 0]], &[64, 16, 8]),
    (&[2, 4, 3], &[&[-16, -48, -16], &[96, 24, 8]], &[96, 24, 8]),
    (&[3, 3, 3], &[&[72, 24, 8], &[72, 24, 8]], &[72, 24, 8]),
    (&[2, 2, 3], &[&[48, 24, 8], &[48, 24, 8]], &[48, 24, 8]),
    (&[4, 1, 4], &[&[0, 192, 16], &[32, 32, 8]], &[32, 32, 8]),
    (&[2, 4, 4], &[&[-48, 8, 8], &[192, 8, 8]], &[128, 32, 8]),
    (&[4, 3, 2], &[&[16, 32, 16]], &[16, 64, 8]),
    (&[2, 4, 2, 3], &[&[-16, 0, 8, 0], &[8, 16, 64, 128]], &[64, 8, 32, 128]),
    (&[2, 2, 2, 3], &[&[16, 8, 96, 32]], &[16, 8, 96, 32]),
    (&[1, 3, 2, 3], &[&[72, 24, 72, 8], &[144, 8, 72, 24]], &[144, 24, 72, 8]),
    (&[2, 2, 1, 2], &[&[8, -48, -48, 32], &[-16, 8, 48, 48], &[32, 16, 16, 8]], &[32, 16, 16, 8]),
    (&[1, 1, 4, 2], &[&[8, 8, 0, 16], &[8, 8, 8, 32], &[8, 16, 16, 8]], &[64, 64, 16, 8]),
    (&[2, 1, 2, 3], &[&[48, 8, 48, 8], &[48, 48, 8, 16], &[8, 8, 8, 32]], &[48, 48, 24, 8]),
    (&[4, 1, 4, 1], &[&[48, 48, 32, 0], &[0, 8, 8, 16]], &[32, 32, 8, 8]),
    (&[1, 1, 4, 3], &[&[0, 32, -16, -48]], &[96, 96, 8, 32]),
    (&[4, 4, 4, 2], &[&[32, 8, 128, 512], &[16, 48, 8, 32]], &[256, 64, 8, 32]),
    (&[2, 3, 1, 3], &[&[8, 16, 48, 48], &[24, 0, 8, 96], &[8, 16, 48, 48]], &[8, 16, 144, 48]),
    (&[1, 2, 2, 2], &[&[32, 8, 192, 0], &[8, 8, 16, 32]], &[64, 8, 16, 32]),
    (&[3, 2, 2, 2], &[&[24, -16, 24, 8], &[8, 24, 48, 96], &[64, 32, 16, 8]], &[64, 32, 16, 8]),
    (&[2, 1, 2, 4], &[&[64, 64, 32, 8], &[8, 8, 64, 16], &[64, 64, 32, 8]], &[64, 64, 32, 8]),
    (&[2, 1, 1, 2], &[&[16, 16, 16, 8], &[16, 8, 24, 96]], &[16, 16, 16, 8]),
];

/// Flat arguments for arrays of unknown layout: parent, data, extents, strides.
fn arguments(shape: &[i64], operands: &[Vec<i64>]) -> Vec<u64> {
    let fields = |strides: &Vec<i64>| [&[0, 1024], shape, strides].concat();
    operands.iter().flat_map(fields).map(|x| x as u64).collect()
}

/// Calls a function of arrays that returns arrays; the extents and strides of each.
fn call(module: &Module, rank: usize, args: &[u64]) -> Vec<(Vec<i64>, Vec<i64>)> {
    let results = Machine::new(module, 64).call(func(0), args);
    let status = results.len() % (2 + 2 * rank);
    assert!(results[..status].iter().all(|status| *status == 0));
    let fields: Vec<i64> = results[status..].iter().map(|x| *x as i64).collect();
    fields.chunks(2 + 2 * rank).map(|a| (a[2..2 + rank].to_vec(), a[2 + rank..].to_vec())).collect()
}

#[test]
fn fresh_arrays_have_numpys_strides() {
    for (shape, operands, wanted) in NUMPY {
        let rank = shape.len();
        let ty = array(DType::F64, rank as u8, Layout::ANY);
        let (mut f, params) = Fn::new("f", &vec![ty; operands.len()], &[ty]);
        let fresh = f.op(Op::EmptyLike(params, site(2)), ty);
        f.ret(&[fresh]);
        let module = flat(module(vec![f]));
        let operands: Vec<_> = operands.iter().map(|strides| strides.to_vec()).collect();
        let (extents, strides) = call(&module, rank, &arguments(shape, &operands)).remove(0);
        assert_eq!(extents, *shape);
        for axis in (0..rank).filter(|axis| shape[*axis] > 1) {
            assert_eq!(strides[axis], wanted[axis], "{shape:?} {operands:?}: {strides:?}");
        }
    }
}

/// NumPy's insertion sort and its merging of inner axes, as they are written there: axes from the innermost on.
fn order(shape: &[i64], operands: &[Vec<i64>]) -> (Vec<i64>, Vec<Vec<i64>>) {
    let stride = |op: &Vec<i64>, axis: usize| if shape[axis] == 1 { 0 } else { op[axis] };
    let mut axes: Vec<usize> = (0..shape.len()).rev().collect();
    for from in 1..axes.len() {
        let (axis, mut to) = (axes[from], from);
        for place in (0..from).rev() {
            let (mut ambiguous, mut swap) = (true, false);
            for op in operands {
                let (outer, inner) = (stride(op, axis).abs(), stride(op, axes[place]).abs());
                if outer != 0 && inner != 0 {
                    swap = inner > outer && (ambiguous || swap);
                    ambiguous = false;
                }
            }
            match (ambiguous, swap) {
                (false, true) => to = place,
                (false, false) => break,
                _ => {}
            }
        }
        axes.remove(from);
        axes.insert(to, axis);
    }
    axes.retain(|axis| shape[*axis] != 1);
    let mut extents: Vec<i64> = axes.iter().map(|axis| shape[*axis]).collect();
    let mut strides: Vec<Vec<i64>> = operands.iter().map(|op| axes.iter().map(|axis| op[*axis]).collect()).collect();
    while extents.len() > 1 && strides.iter().all(|s| s[1] == s[0] * extents[0]) {
        extents[1] *= extents[0];
        extents.remove(0);
        for s in &mut strides {
            s.remove(1);
        }
    }
    (extents, strides)
}

/// What is left of extents and strides without axes of extent 1, from the innermost on.
fn without_singles(extents: &[i64], strides: &[i64]) -> (Vec<i64>, Vec<i64>) {
    extents.iter().zip(strides).rev().filter(|(n, _)| **n != 1).unzip()
}

fn random_strides(random: &mut Random, shape: &[i64]) -> (Layout, Vec<i64>) {
    let layout = [Layout::C, Layout::F, Layout::ANY, Layout::Trailing(1)][random.below(4) as usize];
    let strides = match layout {
        Layout::C | Layout::F => packed(shape, 8, layout),
        Layout::Trailing(1) => {
            let mut strides = packed(shape, 8, Layout::C);
            let last = strides.len() - 1;
            strides[..last].iter_mut().for_each(|s| *s *= 1 + random.below(2) as i64);
            strides
        }
        _ if random.below(2) == 0 => {
            let mut strides = packed(shape, 8, [Layout::C, Layout::F][random.below(2) as usize]);
            let axis = random.below(shape.len() as u64) as usize;
            strides[axis] *= random.below(2) as i64;
            strides
        }
        _ => shape.iter().map(|_| 8 * (random.below(13) as i64 - 6)).collect(),
    };
    (layout, strides)
}

#[test]
fn axes_are_ordered_and_merged() {
    let mut random = Random(11);
    for round in 0..600 {
        let rank = 2 + round % 3;
        let shape: Vec<i64> = (0..rank).map(|_| 1 + random.below(4) as i64).collect();
        let count = 1 + random.below(3) as usize;
        let (layouts, operands): (Vec<_>, Vec<_>) = (0..count).map(|_| random_strides(&mut random, &shape)).unzip();
        let types: Vec<_> = layouts.iter().map(|layout| array(DType::F64, rank as u8, *layout)).collect();
        let any = vec![array(DType::F64, rank as u8, Layout::ANY); count];
        let (mut f, params) = Fn::new("f", &types, &any);
        f.func.can_raise = false;
        let results = f.ops(Op::OrderAxes(params), &any);
        f.ret(&results);
        let module = flat(module(vec![f]));
        let mut args = vec![];
        for (layout, strides) in layouts.iter().zip(&operands) {
            let carried = match layout {
                Layout::Trailing(known) => rank - usize::from(*known),
                _ => 0,
            };
            args.extend([0, 1024].into_iter().chain(shape.iter().copied()).chain(strides[..carried].iter().copied()));
        }
        let args: Vec<u64> = args.into_iter().map(|x: i64| x as u64).collect();
        let (extents, wanted) = order(&shape, &operands);
        for (at, (shape_got, strides)) in call(&module, rank, &args).iter().enumerate() {
            let got = without_singles(shape_got, strides);
            let text = format!("{shape:?} {layouts:?} {operands:?}\n{}", module.funcs[func(0)]);
            assert_eq!(got, (extents.clone(), wanted[at].clone()), "{text}");
            // Axes of extent 1 stand in front.
            assert!(shape_got[..rank - extents.len()].iter().all(|n| *n == 1), "{text}");
        }
    }
}

/// Where layouts tell the order, nothing is compared.
#[test]
fn contiguous_arrays_become_one_axis() {
    for layout in [Layout::C, Layout::F] {
        let ty = array(DType::F32, 3, layout);
        let any = array(DType::F32, 3, Layout::ANY);
        let (mut f, params) = Fn::new("f", &[ty, ty], &[any, any]);
        f.func.can_raise = false;
        let results = f.ops(Op::OrderAxes(params), &[any, any]);
        f.ret(&results);
        let text = flat(module(vec![f])).funcs[func(0)].to_string();
        assert!(!text.contains("select") && !text.contains("lt_u"), "{text}");
    }
}

/// An array of rank 1 stays; one of rank 0 too.
#[test]
fn low_ranks_stay() {
    for rank in 0..2 {
        let ty = array(DType::I32, rank, Layout::ANY);
        let (mut f, params) = Fn::new("f", &[Type::Addr, Type::Addr], &[]);
        let a = f.op(Op::LoadDescriptor(params[1], site(3)), ty);
        let a = f.op(Op::OrderAxes(values(&[a])), ty);
        f.run(Op::StoreDescriptor(params[0], a));
        f.ret(&[]);
        let module = flat(module(vec![entry(f)]));
        let mut machine = Machine::new(&module, 32);
        let shape = vec![5; usize::from(rank)];
        let lent = Lent::new(&mut machine, &mut Random(1), DType::I32, &shape, &vec![-12; usize::from(rank)]);
        let (p, ret) = (lent.descriptor(&mut machine), machine.reserve(descriptor::size(rank) as usize));
        assert_eq!(machine.call(func(0), &[ret, p]), [0]);
        let result = Lent::read(&machine, ret, DType::I32, rank);
        assert_eq!(result.elements(&machine), lent.elements(&machine));
    }
}
