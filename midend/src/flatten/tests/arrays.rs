//! Elements, views, descriptors and fresh arrays, of every rank up to 3 and every dtype.

use super::*;
use crate::abi::{buffer, descriptor};
use crate::ir::{View, ViewAxis};
use crate::own_buffers::own_buffers;

/// A caller's array: where it lies, and how.
#[derive(Clone, Debug)]
pub(super) struct Lent {
    pub dtype: DType,
    pub data: u64,
    pub shape: Vec<i64>,
    pub strides: Vec<i64>,
}

impl Lent {
    /// An array somewhere in fresh memory, with elements at random.
    pub fn new(machine: &mut Machine, random: &mut Random, dtype: DType, shape: &[i64], strides: &[i64]) -> Lent {
        let spans = || shape.iter().zip(strides).map(|(n, s)| (n - 1).max(0) * s);
        let below: i64 = spans().map(|span| span.min(0)).sum();
        let above: i64 = spans().map(|span| span.max(0)).sum();
        let size = i64::from(dtype.itemsize());
        let at = machine.reserve((above - below + size) as usize) as i64;
        for byte in at..at + above - below + size {
            let bits = if dtype == DType::Bool { random.below(2) } else { random.bits() };
            machine.write(byte as u64, 1, bits & 0xff);
        }
        Lent { dtype, data: (at - below) as u64, shape: shape.to_vec(), strides: strides.to_vec() }
    }

    pub fn descriptor(&self, machine: &mut Machine) -> u64 {
        let rank = self.shape.len() as u8;
        let p = machine.reserve(descriptor::size(rank) as usize);
        let mut field = |offset: u32, value: i64| machine.write(p + u64::from(offset), 8, value as u64);
        field(descriptor::NITEMS, self.shape.iter().product());
        field(descriptor::ITEMSIZE, self.dtype.itemsize().into());
        field(descriptor::DATA, self.data as i64);
        for axis in 0..rank {
            field(descriptor::shape(axis), self.shape[usize::from(axis)]);
            field(descriptor::stride(axis, rank), self.strides[usize::from(axis)]);
        }
        p
    }

    /// What a descriptor says.
    pub fn read(machine: &Machine, p: u64, dtype: DType, rank: u8) -> Lent {
        let field = |offset: u32| machine.read(p + u64::from(offset), 8) as i64;
        let shape: Vec<_> = (0..rank).map(|axis| field(descriptor::shape(axis))).collect();
        assert_eq!(field(descriptor::NITEMS), shape.iter().product::<i64>());
        assert_eq!(field(descriptor::ITEMSIZE), i64::from(dtype.itemsize()));
        let strides = (0..rank).map(|axis| field(descriptor::stride(axis, rank))).collect();
        Lent { dtype, data: field(descriptor::DATA) as u64, shape, strides }
    }

    pub fn element(&self, machine: &Machine, at: &[i64]) -> u64 {
        let offset: i64 = at.iter().zip(&self.strides).map(|(i, s)| i * s).sum();
        machine.read((self.data as i64 + offset) as u64, self.dtype.itemsize() as usize)
    }

    /// All elements in C order.
    pub fn elements(&self, machine: &Machine) -> Vec<u64> {
        indices(&self.shape).iter().map(|at| self.element(machine, at)).collect()
    }
}

/// All indices in C order.
pub(super) fn indices(shape: &[i64]) -> Vec<Vec<i64>> {
    shape
        .iter()
        .fold(vec![vec![]], |outer, n| outer.iter().flat_map(|at| (0..*n).map(|i| [at.as_slice(), &[i]].concat())).collect())
}

pub(super) fn packed(shape: &[i64], item: i64, layout: Layout) -> Vec<i64> {
    let mut strides = vec![0; shape.len()];
    let mut stride = item;
    let mut axes: Vec<_> = (0..shape.len()).collect();
    if layout != Layout::F {
        axes.reverse();
    }
    for axis in axes {
        strides[axis] = stride;
        stride *= shape[axis];
    }
    strides
}

/// Nested loops over an array's axes; the innermost body gets the indices.
pub(super) fn nest(f: &mut Fn, array: Value, rank: u8, at: Values, build: &mut dyn FnMut(&mut Fn, Values)) {
    let axis = at.len() as u8;
    if axis == rank {
        return build(f, at);
    }
    let extent = f.op(Op::Dim(array, axis), Type::I64);
    f.for_each(extent, |f, i| {
        let mut at = at.clone();
        at.push(i);
        nest(f, array, rank, at, build);
    });
}

/// `entry(ret, a)`: makes a value of `a`, copies it into a fresh C array and returns that.
fn copy_entry(from: Type, rank: u8, build: impl FnOnce(&mut Fn, Value) -> Value) -> Fn {
    let (mut f, params) = Fn::new("copy", &[Type::Addr, Type::Addr], &[]);
    let a = f.op(Op::LoadDescriptor(params[1], site(3)), from);
    let a = build(&mut f, a);
    let dtype = from.array().unwrap().dtype;
    let extents: Values = (0..rank).map(|axis| f.op(Op::Dim(a, axis), Type::I64)).collect();
    let out = f.op(Op::Empty(extents, site(2)), array(dtype, rank, Layout::C));
    nest(&mut f, a, rank, Values::new(), &mut |f, at| {
        let x = f.op(Op::LoadElem(a, at.clone()), Type::Scalar(dtype));
        f.run(Op::StoreElem(out, at, x));
    });
    f.run(Op::StoreDescriptor(params[0], out));
    f.ret(&[]);
    own_buffers(&mut f.func);
    entry(f)
}

/// Calls an entry of one array; the result, and the machine after it.
fn call<'m>(machine: &mut Machine<'m>, lent: &Lent, rank: u8) -> Lent {
    let (ret, p) = (machine.reserve(descriptor::size(rank) as usize), lent.descriptor(machine));
    assert_eq!(machine.call(func(0), &[ret, p]), [0], "{lent:?}");
    let result = Lent::read(machine, ret, lent.dtype, rank);
    let parent = machine.read(ret, 8);
    assert_eq!(machine.live.iter().collect::<Vec<_>>(), [(&parent, &1)]);
    assert_eq!(result.data, parent + u64::from(buffer::DATA));
    result
}

#[test]
fn copies_of_every_dtype_rank_and_layout() {
    let mut random = Random(1);
    let shapes: [&[i64]; 7] = [&[], &[5], &[0], &[3, 4], &[1, 3], &[2, 3, 4], &[2, 0, 3]];
    // The machine reads elements of up to 8 bytes.
    for dtype in DType::ALL.into_iter().filter(|dtype| dtype.itemsize() <= 8) {
        for layout in [Layout::C, Layout::F, Layout::ANY, Layout::Trailing(1)] {
            for shape in shapes {
                let rank = shape.len() as u8;
                let module = flat(module(vec![copy_entry(array(dtype, rank, layout), rank, |_, a| a)]));
                let strides = packed(shape, dtype.itemsize().into(), layout);
                let mut machine = Machine::new(&module, 32);
                let lent = Lent::new(&mut machine, &mut random, dtype, shape, &strides);
                let result = call(&mut machine, &lent, rank);
                assert_eq!(result.shape, shape);
                assert_eq!(result.elements(&machine), lent.elements(&machine), "{lent:?}");
            }
        }
    }
}

#[test]
fn copies_of_any_strides() {
    let mut random = Random(2);
    for rank in 1..=3u8 {
        let module = flat(module(vec![copy_entry(array(DType::I16, rank, Layout::ANY), rank, |_, a| a)]));
        for _ in 0..20 {
            let shape: Vec<_> = (0..rank).map(|_| random.below(4) as i64).collect();
            let strides: Vec<_> = (0..rank).map(|_| random.below(41) as i64 - 20).collect();
            let mut machine = Machine::new(&module, 32 + 32 * (random.below(2) as u32));
            let lent = Lent::new(&mut machine, &mut random, DType::I16, &shape, &strides);
            let result = call(&mut machine, &lent, rank);
            assert_eq!(result.elements(&machine), lent.elements(&machine), "{lent:?}");
        }
    }
}

/// A view at random of an array of this shape: per axis the source, start and step, and the extent.
fn random_view(random: &mut Random, shape: &[i64]) -> Vec<(Option<u8>, i64, i64, i64)> {
    let mut axes = vec![];
    for (axis, n) in shape.iter().enumerate() {
        let start = random.below(*n as u64) as i64;
        let step = [1, 2, -1, -2][random.below(4) as usize];
        let room = if step > 0 { (n - 1 - start) / step } else { start / -step };
        axes.push((Some(axis as u8), start, step, random.below(room as u64 + 2) as i64));
        if random.below(3) == 0 {
            axes.push((None, 0, 0, random.below(3) as i64));
        }
    }
    if axes.len() > 1 && random.below(2) == 0 {
        axes.rotate_left(1);
    }
    axes
}

#[test]
fn views() {
    let mut random = Random(3);
    for round in 0..60 {
        let rank = 1 + round % 3;
        let shape: Vec<i64> = (0..rank).map(|_| 1 + random.below(4) as i64).collect();
        let axes = random_view(&mut random, &shape);
        let layout = [Layout::C, Layout::F, Layout::ANY][random.below(3) as usize];
        let from = array(DType::F32, rank as u8, layout);
        let to = array(DType::F32, axes.len() as u8, Layout::ANY);
        let f = copy_entry(from, axes.len() as u8, |f, base| {
            let mut view = View { base, offsets: SmallVec::new(), axes: SmallVec::new() };
            for (source, start, step, extent) in &axes {
                let [start, step, extent] = [*start, *step, *extent].map(|x| f.int(x));
                view.axes.push(ViewAxis { extent, source: source.map(|source| (source, step)) });
                view.offsets.extend(source.map(|source| (source, start)));
            }
            f.op(Op::View(Box::new(view)), to)
        });
        let module = flat(module(vec![f]));
        let mut machine = Machine::new(&module, 32);
        let lent = Lent::new(&mut machine, &mut random, DType::F32, &shape, &packed(&shape, 4, layout));
        let result = call(&mut machine, &lent, axes.len() as u8);
        let wanted: Vec<u64> = indices(&result.shape)
            .iter()
            .map(|at| {
                let mut base = vec![0; shape.len()];
                for (i, (source, start, step, _)) in at.iter().zip(&axes) {
                    source.iter().for_each(|axis| base[usize::from(*axis)] = start + i * step);
                }
                lent.element(&machine, &base)
            })
            .collect();
        assert_eq!(result.shape, axes.iter().map(|axis| axis.3).collect::<Vec<_>>());
        assert_eq!(result.elements(&machine), wanted, "{axes:?} of {lent:?}");
    }
}

/// Arrays of every layout through a call, an `if`, a loop and a scope.
#[test]
fn arrays_travel() {
    let mut random = Random(4);
    for layout in [Layout::C, Layout::F, Layout::ANY, Layout::Trailing(1)] {
        let ty = array(DType::I32, 2, layout);
        let (mut inner, params) = Fn::new("choose", &[ty, ty, Type::BOOL], &[ty, Type::I64]);
        inner.func.can_raise = false;
        let (a, b) = (params[0], params[1]);
        let chosen =
            inner.if_else(params[2], &[ty], [&mut |f| f.run(Op::Yield(values(&[a]))), &mut |f| f.run(Op::Yield(values(&[b])))]);
        let n = inner.op(Op::Dim(chosen[0], 0), Type::I64);
        inner.ret(&[chosen[0], n]);
        own_buffers(&mut inner.func);
        let outer = copy_entry(ty, 2, |f, a| {
            let yes = f.constant(DType::Bool, 1);
            let both = f.ops(Op::Call(func(1), values(&[a, a, yes])), &[ty, Type::I64]);
            let body = f.func.new_block();
            let carried = f.func.add_param(body, ty);
            let count = f.func.add_param(body, Type::I64);
            f.within(body, |f| {
                let zero = f.int(0);
                let minus = f.int(-1);
                let next = f.op(Op::Binary(crate::ir::BinaryOp::Add, count, minus), Type::I64);
                let done = f.op(Op::Compare(crate::ir::CompareOp::Le, count, zero), Type::BOOL);
                f.if_else(
                    done,
                    &[],
                    [&mut |f| f.run(Op::Exit(body, values(&[carried]))), &mut |f| {
                        f.run(Op::Next(body, values(&[carried, next])));
                    }],
                );
                f.run(Op::Unreachable);
            });
            f.op(Op::Loop(values(&both), body), ty)
        });
        let module = flat(module(vec![outer, inner]));
        let mut machine = Machine::new(&module, 64);
        let shape = [3, 5];
        let lent = Lent::new(&mut machine, &mut random, DType::I32, &shape, &packed(&shape, 4, layout));
        let result = call(&mut machine, &lent, 2);
        assert_eq!(result.elements(&machine), lent.elements(&machine));
    }
}

/// `a[i - 1] + a[i + 1]` and `a[2]`: constants in indices go into the address, and negative ones must not wrap.
#[test]
fn neighbours() {
    use crate::ir::BinaryOp::Add;
    let (mut f, params) = Fn::new("neighbours", &[Type::Addr, Type::Addr], &[]);
    let a = f.op(Op::LoadDescriptor(params[1], site(3)), array(DType::I64, 1, Layout::C));
    let n = f.op(Op::Dim(a, 0), Type::I64);
    let out = f.op(Op::Empty(values(&[n]), site(2)), array(DType::I64, 1, Layout::C));
    let [minus_two, two, minus_one, one] = [-2, 2, -1, 1].map(|x| f.int(x));
    let inner = f.op(Op::Binary(Add, n, minus_two), Type::I64);
    f.for_each(inner, |f, k| {
        let i = f.op(Op::Binary(Add, k, one), Type::I64);
        let [before, after] = [minus_one, one].map(|d| f.op(Op::Binary(Add, i, d), Type::I64));
        let [x, y, z] = [before, after, two].map(|at| f.op(Op::LoadElem(a, values(&[at])), Type::I64));
        let sum = f.op(Op::Binary(Add, x, y), Type::I64);
        let sum = f.op(Op::Binary(Add, sum, z), Type::I64);
        f.run(Op::StoreElem(out, values(&[i]), sum));
    });
    f.run(Op::StoreDescriptor(params[0], out));
    f.ret(&[]);
    own_buffers(&mut f.func);
    let module = flat(module(vec![entry(f)]));
    let mut machine = Machine::new(&module, 32);
    let lent = Lent::new(&mut machine, &mut Random(5), DType::I64, &[6], &[8]);
    let a = lent.elements(&machine);
    let result = call(&mut machine, &lent, 1).elements(&machine);
    for i in 1..5 {
        assert_eq!(result[i], a[i - 1].wrapping_add(a[i + 1]).wrapping_add(a[2]));
    }
}

#[test]
fn descriptors_are_checked() {
    let shape = [2, 3];
    type Change = fn(&mut Lent);
    let accepted: [(Layout, Change); 5] = [
        (Layout::C, |_| {}),
        (Layout::C, |a| (a.shape, a.strides) = (vec![1, 3], vec![-999, 4])),
        (Layout::C, |a| (a.shape, a.strides, a.data) = (vec![0, 3], vec![5, 7], 0)),
        (Layout::Trailing(1), |a| a.strides[0] = 40),
        (Layout::F, |a| a.strides = vec![4, 8]),
    ];
    let refused: [(Layout, Change); 7] = [
        (Layout::C, |a| a.strides[0] = 16),
        (Layout::C, |a| a.strides[1] = 8),
        (Layout::Trailing(1), |a| a.strides[1] = 8),
        (Layout::F, |_| {}),
        (Layout::ANY, |a| a.dtype = DType::I16),
        (Layout::ANY, |a| a.shape = vec![-2, -3]),
        (Layout::ANY, |a| a.data = 0),
    ];
    let cases = accepted.map(|case| (case, 0)).into_iter().chain(refused.map(|case| (case, 1)));
    for ((layout, change), status) in cases {
        let (mut f, params) = Fn::new("f", &[Type::Addr, Type::Addr], &[]);
        f.op(Op::LoadDescriptor(params[1], site(3)), array(DType::I32, 2, layout));
        f.ret(&[]);
        let module = flat(module(vec![entry(f)]));
        let mut machine = Machine::new(&module, 32);
        let mut lent = Lent::new(&mut machine, &mut Random(6), DType::I32, &shape, &[12, 4]);
        change(&mut lent);
        let p = lent.descriptor(&mut machine);
        assert_eq!(machine.call(func(0), &[0, p]), [status], "{layout:?} {lent:?}");
        assert_eq!(machine.context(crate::abi::context::SITE), status * 4);
    }
}

#[test]
fn overlap_and_borrowed() {
    let ty = array(DType::F64, 1, Layout::ANY);
    let (mut f, params) = Fn::new("f", &[ty, ty], &[Type::BOOL, Type::BOOL]);
    f.func.can_raise = false;
    let overlap = f.op(Op::Overlap(params[0], params[1]), Type::BOOL);
    let borrowed = f.op(Op::Borrowed(params[0]), Type::BOOL);
    f.ret(&[overlap, borrowed]);
    let module = flat(module(vec![f]));
    // Parent, data, extent and stride of both.
    for (x, y, wanted) in [
        ([0, 800, 4, 8], [0, 832, 4, 8], [0, 1]),
        ([0, 800, 4, 8], [0, 831, 4, 8], [1, 1]),
        ([32, 824, 4, -8], [0, 768, 4, 8], [0, 0]),
        ([0, 824, 4, -8], [0, 776, 4, 8], [1, 1]),
    ] {
        let args: Vec<u64> = x.iter().chain(&y).map(|v| *v as i64 as u64).collect();
        assert_eq!(Machine::new(&module, 32).call(func(0), &args), wanted, "{x:?} {y:?}");
    }
}

/// A loop of one round is no loop, one of no round is nothing.
#[test]
fn loops_with_known_bounds() {
    for (hi, wanted) in [(0, 5), (1, 6), (2, 12), (3, 20)] {
        let (mut f, params) = Fn::new("f", &[Type::I64], &[Type::I64]);
        f.func.can_raise = false;
        let [lo, hi] = [0, hi].map(|x| f.int(x));
        let one = f.int(1);
        let body = f.func.new_block();
        let i = f.func.add_param(body, Type::I64);
        let [x, y] = [0, 1].map(|_| f.func.add_param(body, Type::I64));
        f.within(body, |f| {
            let sum = f.op(Op::Binary(crate::ir::BinaryOp::Add, x, y), Type::I64);
            let sum = f.op(Op::Binary(crate::ir::BinaryOp::Add, sum, i), Type::I64);
            f.run(Op::Next(body, values(&[sum, x])));
        });
        let results = f.ops(Op::For(lo, hi, values(&[params[0], one]), body), &[Type::I64; 2]);
        f.ret(&results[..1]);
        let module = flat(module(vec![f]));
        let has_loop = module.funcs[func(0)].to_string().contains("for ");
        assert_eq!(Machine::new(&module, 32).call(func(0), &[5]), [wanted]);
        assert_eq!(has_loop, wanted > 6);
    }
}
