//! `lower_each` against the definition of `each`: functions are built by hand, interpreted before and after lowering.

use npc_midend::ir::{AxisKind, BinaryOp, Block, Combiner, CompareOp, Each, FuncId, Op, Output, Phase, Value, Values};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use npc_midend::{Func, InterpArray, InterpValue, Loc, Module, find_problems, interpret, lower_each};
use std::cell::RefCell;
use std::rc::Rc;

/// What a test's `each` is, besides its inputs.
struct Case<'a> {
    kinds: &'a [AxisKind],
    indexed: bool,
    outputs: &'a [Output],
    results: &'a [Type],
    body: &'a dyn Fn(&mut Writer, &[Value]) -> Vec<Value>,
}

/// Writes the body of an `each`.
struct Writer<'a> {
    func: &'a mut Func,
    block: Block,
    /// Values of the function around it: the extents.
    outer: Values,
}

impl Writer<'_> {
    fn op(&mut self, op: Op, ty: Type) -> Value {
        self.func.push(self.block, op, &[ty], Loc::default())[0]
    }

    fn binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let ty = self.func.ty(x);
        self.op(Op::Binary(op, x, y), ty)
    }
}

/// A function of the inputs (and the targets of stores, after them) that runs one `each`.
fn module(case: &Case, inputs: &[Type], targets: &[Type], rank: usize) -> (Module, FuncId) {
    let mut module = Module::default();
    let site = module.site("MemoryError", "out of memory");
    let mut func = Func::new("test");
    let entry = func.body;
    let arrays: Values = inputs.iter().map(|ty| func.add_param(entry, *ty)).collect();
    let targets: Values = targets.iter().map(|ty| func.add_param(entry, *ty)).collect();
    // With neither input nor target the extents are parameters.
    let shaped = arrays.first().or(targets.first()).copied();
    let extents: Values = (0..rank)
        .map(|axis| match shaped {
            Some(array) => func.push(entry, Op::Dim(array, axis as u8), &[Type::I64], Loc::default())[0],
            None => func.add_param(entry, Type::I64),
        })
        .collect();
    let body = func.new_block();
    for ty in inputs {
        func.add_param(body, Type::Scalar(ty.array().unwrap().dtype));
    }
    if case.indexed {
        for _ in 0..rank {
            func.add_param(body, Type::I64);
        }
    }
    let params = func.params(body).to_vec();
    let yields = (case.body)(&mut Writer { func: &mut func, block: body, outer: extents.clone() }, &params);
    func.push(body, Op::Yield(Values::from_slice(&yields)), &[], Loc::default());
    let mut at = targets.into_iter();
    let outputs = case.outputs.iter().map(|output| match output {
        Output::Into(_) => Output::Into(at.next().unwrap()),
        Output::IntoWhere(_) => Output::IntoWhere(at.next().unwrap()),
        other => *other,
    });
    let each = Each {
        extents,
        kinds: case.kinds.iter().copied().collect(),
        inputs: arrays,
        indexed: case.indexed,
        body,
        outputs: outputs.collect(),
        site,
    };
    let results = func.push(entry, Op::Each(Box::new(each)), case.results, Loc::default());
    func.results = case.results.to_vec();
    func.push(entry, Op::Return(results), &[], Loc::default());
    let id = module.funcs.push(func);
    (module, id)
}

fn assert_valid(module: &Module, phase: Phase) {
    let problems = find_problems(module, phase);
    assert!(problems.is_empty(), "{phase:?}: {problems:?}");
}

fn bits(values: &[InterpValue]) -> Vec<(Vec<i64>, Vec<u64>)> {
    let bits = |value: &InterpValue| match value {
        InterpValue::Vector(_) => unreachable!("a result is no vector"),
        InterpValue::Scalar(bits) => (vec![], vec![*bits]),
        InterpValue::Array(array) => (array.shape.clone(), array.elements()),
    };
    values.iter().map(bits).collect()
}

/// The memory order of arrays, where it can be seen.
fn strides(values: &[InterpValue]) -> Vec<Vec<i64>> {
    let strides = |value: &InterpValue| match value {
        InterpValue::Array(array) if !array.shape.contains(&0) => {
            array.shape.iter().zip(&array.strides).map(|(extent, stride)| if *extent == 1 { 0 } else { *stride }).collect()
        }
        _ => vec![],
    };
    values.iter().map(strides).collect()
}

/// A deep copy, so that stores of one run do not reach the next.
fn copies(args: &[InterpArray]) -> Vec<InterpArray> {
    let copy =
        |array: &InterpArray| InterpArray { memory: Rc::new(RefCell::new(array.memory.borrow().clone())), ..array.clone() };
    args.iter().map(copy).collect()
}

fn values(arrays: &[InterpArray], shape: &[i64]) -> Vec<InterpValue> {
    if arrays.is_empty() {
        return shape.iter().map(|extent| InterpValue::Scalar(*extent as u64)).collect();
    }
    arrays.iter().cloned().map(InterpValue::Array).collect()
}

/// Interprets the `each` and its loops; both must agree in results, strides and stores. Returns the results.
fn check(case: &Case, arrays: &[InterpArray], types: &[Type], inputs: usize, shape: &[i64]) -> Vec<InterpValue> {
    let (mut module, func) = module(case, &types[..inputs], &types[inputs..], shape.len());
    let (before, after) = (copies(arrays), copies(arrays));
    let expected = interpret(&module, func, values(&before, shape)).expect("the each runs");
    assert_valid(&module, Phase::Arrays);
    lower_each(&mut module);
    assert_valid(&module, Phase::Loops);
    let actual = interpret(&module, func, values(&after, shape)).expect("the loops run");
    assert_eq!(bits(&expected), bits(&actual), "shape {shape:?}, types {types:?}");
    assert_eq!(strides(&expected), strides(&actual), "shape {shape:?}, types {types:?}");
    for (a, b) in before.iter().zip(&after) {
        assert_eq!(a.elements(), b.elements(), "stores, shape {shape:?}, types {types:?}");
    }
    expected
}

/// A small generator of random numbers.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % bound
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn shape(&mut self, rank: usize) -> Vec<i64> {
        (0..rank).map(|_| if self.chance(4) { 0 } else { 1 + self.below(if rank < 3 { 14 } else { 6 }) as i64 }).collect()
    }

    fn bits(&mut self, dtype: DType) -> u64 {
        let small = self.below(19) as i64 - 9;
        let special = self.chance(4);
        match dtype {
            DType::F64 if special => [f64::NAN, f64::INFINITY, -0.0][self.below(3) as usize].to_bits(),
            DType::F64 => (small as f64 * 0.1f64.powi(self.below(9) as i32)).to_bits(),
            DType::F32 => u64::from((small as f32 * 0.1f32.powi(self.below(9) as i32)).to_bits()),
            DType::Bool => self.below(2),
            _ => npc_midend::eval::canonical(dtype, small as u64),
        }
    }

    /// A random view: any order of axes, steps, reversed axes, broadcast axes.
    fn view(&mut self, dtype: DType, shape: &[i64], broadcast: bool) -> InterpArray {
        let rank = shape.len();
        let mut order: Vec<usize> = (0..rank).collect();
        match self.below(3) {
            0 => {}
            1 => order.reverse(),
            _ => (1..rank).for_each(|k| order.swap(k, self.below(k as u64 + 1) as usize)),
        }
        let plain = self.chance(40);
        let steps: Vec<i64> = shape.iter().map(|_| if plain { 1 } else { [1, 1, 2, -1][self.below(4) as usize] }).collect();
        let flat: Vec<bool> = shape.iter().map(|_| broadcast && self.chance(20)).collect();
        let mut strides = vec![0; rank];
        let (mut size, mut offset) = (i64::from(dtype.itemsize()), 0);
        for axis in order.into_iter().rev().filter(|axis| !flat[*axis]) {
            strides[axis] = size * steps[axis];
            offset += if steps[axis] < 0 { size * (shape[axis] - 1).max(0) } else { 0 };
            size *= (shape[axis] * steps[axis].abs() + i64::from(!plain && self.chance(20))).max(1);
        }
        let memory = Rc::new(RefCell::new(vec![0; size as usize]));
        let array = InterpArray { memory, borrowed: true, offset, dtype, shape: shape.to_vec(), strides };
        for place in array.places() {
            array.set(&place, self.bits(dtype));
        }
        array
    }
}

/// The layouts that can be claimed of an array, from nothing to everything.
fn layouts(array: &InterpArray) -> Vec<Layout> {
    let rank = array.shape.len();
    let dense = |axes: &mut dyn Iterator<Item = usize>| {
        let mut size = i64::from(array.dtype.itemsize());
        axes.take_while(|axis| {
            let fits = array.strides[*axis] == size;
            size *= array.shape[*axis];
            fits
        })
        .count()
    };
    let trailing = dense(&mut (0..rank).rev());
    let mut layouts: Vec<Layout> =
        (0..=trailing).map(|n| if n == rank { Layout::C } else { Layout::Trailing(n as u8) }).collect();
    if rank > 1 && dense(&mut (0..rank)) == rank {
        layouts.push(Layout::F);
    }
    layouts
}

fn type_of(array: &InterpArray, layout: Layout) -> Type {
    Type::Array(ArrayType::new(array.dtype, array.shape.len() as u8, layout))
}

fn random_type(random: &mut Random, array: &InterpArray) -> Type {
    let layouts = layouts(array);
    type_of(array, layouts[random.below(layouts.len() as u64) as usize])
}

/// The type of a fresh result over this many axes: what its inputs say of it.
fn result_type(dtype: DType, rank: usize, inputs: &[Type]) -> Type {
    let layouts: Vec<Layout> = inputs.iter().filter_map(|ty| ty.array()).map(|ty| ty.layout).collect();
    let layout = match layouts.first() {
        None => Layout::C,
        Some(first) if *first != Layout::ANY && layouts.iter().all(|layout| layout == first) => *first,
        _ => Layout::ANY,
    };
    let layout = if matches!(layout, Layout::C | Layout::F) { layout } else { Layout::ANY };
    Type::Array(ArrayType::new(dtype, rank as u8, layout))
}

#[test]
fn elementwise_loops_store_what_the_body_yields() {
    let mut random = Random(1);
    for round in 0..400 {
        let rank = random.below(5) as usize;
        let shape = random.shape(rank);
        let arrays = [random.view(DType::F64, &shape, true), random.view(DType::F64, &shape, true)];
        let types: Vec<Type> = arrays.iter().map(|array| random_type(&mut random, array)).collect();
        let case = Case {
            kinds: &vec![AxisKind::Parallel; rank],
            indexed: false,
            outputs: &[Output::Fresh, Output::Fresh],
            results: &[result_type(DType::F64, rank, &types), result_type(DType::Bool, rank, &types)],
            body: &|w, x| {
                let sum = w.binary(BinaryOp::Add, x[0], x[1]);
                let less = w.op(Op::Compare(CompareOp::Lt, x[0], x[1]), Type::BOOL);
                vec![sum, less]
            },
        };
        let one_input = round % 3 == 0;
        if one_input {
            let case = Case {
                body: &|w, x| {
                    let twice = w.binary(BinaryOp::Add, x[0], x[0]);
                    vec![twice, w.op(Op::Compare(CompareOp::Eq, x[0], x[0]), Type::BOOL)]
                },
                results: &[result_type(DType::F64, rank, &types[..1]), result_type(DType::Bool, rank, &types[..1])],
                ..case
            };
            check(&case, &arrays[..1], &types[..1], 1, &shape);
        } else {
            check(&case, &arrays, &types, 2, &shape);
        }
    }
}

#[test]
fn stores_go_into_views_and_respect_masks() {
    let mut random = Random(2);
    for _ in 0..200 {
        let rank = 1 + random.below(3) as usize;
        let shape = random.shape(rank);
        let arrays = [
            random.view(DType::I32, &shape, true),
            random.view(DType::I32, &shape, false),
            random.view(DType::I32, &shape, false),
        ];
        let types: Vec<Type> = arrays.iter().map(|array| random_type(&mut random, array)).collect();
        let nowhere = Value::from_u32(0);
        let case = Case {
            kinds: &vec![AxisKind::Reduce; rank],
            indexed: true,
            outputs: &[Output::IntoWhere(nowhere), Output::Into(nowhere), Output::Reduce(Combiner::Max)],
            results: &[Type::I32],
            body: &|w, x| {
                let zero = w.op(Op::Const(0), Type::I32);
                let positive = w.op(Op::Compare(CompareOp::Gt, x[0], zero), Type::BOOL);
                let index = w.op(Op::Convert(x[1]), Type::I32);
                let sum = w.binary(BinaryOp::Add, x[0], index);
                vec![sum, positive, index, x[0]]
            },
        };
        check(&case, &arrays, &types, 1, &shape);
    }
}

#[test]
fn reductions_of_any_order() {
    let mut random = Random(3);
    let combiners = [Combiner::Sum, Combiner::Prod, Combiner::Min, Combiner::Max];
    for round in 0..600 {
        let rank = random.below(5) as usize;
        let shape = random.shape(rank);
        let dtype = [DType::I64, DType::F64, DType::U8, DType::I16, DType::F32][round % 5];
        let mut combiner = combiners[random.below(4) as usize];
        if dtype.is_float() && combiner == Combiner::Sum {
            combiner = Combiner::Prod;
        }
        let array = random.view(dtype, &shape, true);
        let ty = random_type(&mut random, &array);
        let kinds: Vec<AxisKind> =
            (0..rank).map(|_| if random.chance(60) { AxisKind::Reduce } else { AxisKind::Parallel }).collect();
        let kept = kinds.iter().filter(|kind| **kind == AxisKind::Parallel).count();
        if kept > 0 && kept == rank {
            continue;
        }
        // Order is part of a product of floats, and broadcasting makes K order of a part ambiguous.
        let result = if kept == 0 { Type::Scalar(dtype) } else { result_type(dtype, kept, &[]) };
        let case = Case {
            kinds: &kinds,
            indexed: random.chance(20),
            outputs: &[Output::Reduce(combiner)],
            results: &[result],
            body: &|_, x| vec![x[0]],
        };
        check(&case, &[array], &[ty], 1, &shape);
    }
}

#[test]
fn booleans_and_positions() {
    let mut random = Random(4);
    for round in 0..400 {
        let rank = 1 + random.below(3) as usize;
        let shape = random.shape(rank);
        let dtype = [DType::Bool, DType::F64, DType::I8, DType::U64][round % 4];
        let array = random.view(dtype, &shape, true);
        let ty = random_type(&mut random, &array);
        let full = random.chance(50);
        let axis = random.below(rank as u64) as usize;
        let kinds: Vec<AxisKind> =
            (0..rank).map(|k| if full || k == axis { AxisKind::Reduce } else { AxisKind::Parallel }).collect();
        let kept = kinds.iter().filter(|kind| **kind == AxisKind::Parallel).count();
        let result = |dtype| if kept == 0 { Type::Scalar(dtype) } else { result_type(dtype, kept, &[ty]) };
        let mut outputs = vec![Output::Reduce(Combiner::ArgMin), Output::Reduce(Combiner::ArgMax)];
        let mut results = vec![result(DType::I64), result(DType::I64)];
        if dtype == DType::Bool {
            outputs.extend([Output::Reduce(Combiner::And), Output::Reduce(Combiner::Or), Output::Reduce(Combiner::Max)]);
            results.extend([result(DType::Bool); 3]);
        }
        let count = outputs.len();
        let case = Case {
            kinds: &kinds,
            indexed: random.chance(30),
            outputs: &outputs,
            results: &results,
            body: &|_, x| vec![x[0]; count],
        };
        check(&case, &[array], &[ty], 1, &shape);
    }
}

#[test]
fn scans_walk_one_axis_in_order() {
    let mut random = Random(5);
    for _ in 0..300 {
        let rank = 1 + random.below(3) as usize;
        let shape = random.shape(rank);
        let array = random.view(DType::F64, &shape, false);
        let ty = random_type(&mut random, &array);
        let axis = random.below(rank as u64) as usize;
        let kinds: Vec<AxisKind> = (0..rank).map(|k| if k == axis { AxisKind::Scan } else { AxisKind::Parallel }).collect();
        let combiner = [Combiner::Sum, Combiner::Prod][random.below(2) as usize];
        let case = Case {
            kinds: &kinds,
            indexed: false,
            outputs: &[Output::Scan(combiner)],
            results: &[result_type(DType::F64, rank, &[ty])],
            body: &|_, x| vec![x[0]],
        };
        check(&case, &[array], &[ty], 1, &shape);
    }
}

/// The body of a sum.
#[derive(Clone, Copy, PartialEq)]
enum Body {
    Bare,
    Square,
    Indexed,
    Long,
}

fn sum_case(array: &InterpArray, ty: Type, axes: &[usize], target: DType, body: Body) -> Vec<InterpValue> {
    let rank = array.shape.len();
    let kinds: Vec<AxisKind> =
        (0..rank).map(|k| if axes.contains(&k) { AxisKind::Reduce } else { AxisKind::Parallel }).collect();
    let kept = rank - axes.len();
    let result = if kept == 0 { Type::Scalar(target) } else { result_type(target, kept, &[ty]) };
    let cast = target != array.dtype;
    let case = Case {
        kinds: &kinds,
        indexed: body == Body::Indexed,
        outputs: &[Output::Reduce(if cast { Combiner::SumBlocks } else { Combiner::Sum })],
        results: &[result],
        body: &|w, x| {
            let mut element = if cast { w.op(Op::Convert(x[0]), Type::Scalar(target)) } else { x[0] };
            match body {
                Body::Bare => {}
                Body::Square => element = w.binary(BinaryOp::Mul, element, element),
                Body::Indexed => {
                    for index in &x[1..] {
                        let factor = w.op(Op::Convert(*index), Type::Scalar(target));
                        element = w.binary(BinaryOp::Add, element, factor);
                    }
                }
                Body::Long => (0..30).for_each(|_| element = w.binary(BinaryOp::Sub, element, x[0])),
            }
            vec![element]
        },
    };
    check(&case, std::slice::from_ref(array), &[ty], 1, &array.shape)
}

#[test]
fn sums_of_floats_keep_their_order() {
    let mut random = Random(6);
    for _ in 0..500 {
        let rank = random.below(5) as usize;
        let mut shape = random.shape(rank);
        if rank > 0 && rank < 3 && random.chance(30) {
            shape[random.below(rank as u64) as usize] *= 40;
        }
        let array = random.view(DType::F64, &shape, false);
        let ty = random_type(&mut random, &array);
        let axes: Vec<usize> = (0..rank).filter(|_| random.chance(65)).collect();
        if axes.is_empty() && rank > 0 {
            continue;
        }
        let body = [Body::Bare, Body::Square, Body::Indexed, Body::Long][random.below(4) as usize];
        sum_case(&array, ty, &axes, DType::F64, body);
    }
}

#[test]
fn sums_of_expressions_go_with_other_outputs() {
    let mut random = Random(7);
    for _ in 0..300 {
        let rank = 1 + random.below(3) as usize;
        let shape = random.shape(rank);
        let arrays = [
            random.view(DType::F32, &shape, true),
            random.view(DType::F64, &shape, true),
            random.view(DType::F64, &shape, false),
        ];
        let types: Vec<Type> = arrays.iter().map(|array| random_type(&mut random, array)).collect();
        let case = Case {
            kinds: &vec![AxisKind::Reduce; rank],
            indexed: random.chance(20),
            outputs: &[
                Output::Into(Value::from_u32(0)),
                Output::Reduce(Combiner::Sum),
                Output::Reduce(Combiner::SumBlocks),
                Output::Reduce(Combiner::Max),
            ],
            results: &[Type::F64, Type::F32, Type::F64],
            body: &|w, x| {
                let wide = w.op(Op::Convert(x[0]), Type::F64);
                let product = w.binary(BinaryOp::Mul, wide, x[1]);
                let extent = w.op(Op::Convert(w.outer[0]), Type::F64);
                let sum = w.binary(BinaryOp::Add, product, extent);
                vec![sum, clamped(w, product), x[0], sum]
            },
        };
        check(&case, &arrays, &types, 2, &shape);
    }
}

/// `x if x > 0.5 else x * x`, with a region.
fn clamped(w: &mut Writer, x: Value) -> Value {
    let half = w.op(Op::Const(0.5f64.to_bits()), Type::F64);
    let large = w.op(Op::Compare(CompareOp::Gt, x, half), Type::BOOL);
    let arms = [w.func.new_block(), w.func.new_block()];
    let square = w.func.push(arms[1], Op::Binary(BinaryOp::Mul, x, x), &[Type::F64], Loc::default());
    w.func.push(arms[0], Op::Yield(Values::from_slice(&[x])), &[], Loc::default());
    w.func.push(arms[1], Op::Yield(square), &[], Loc::default());
    w.op(Op::If(large, arms[0], arms[1]), Type::F64)
}

fn numbers<T: std::str::FromStr>(text: &str) -> Vec<T> {
    if text == "-" { vec![] } else { text.split(',').filter_map(|number| number.parse().ok()).collect() }
}

/// Element `k` of the memory that `tests/numpy_order/golden.py` describes.
fn golden_element(dtype: DType, k: i64) -> u64 {
    let mantissa = k.wrapping_mul(2654435761).rem_euclid(1 << 32) / 512 - (1 << 22);
    let wide = mantissa * 549755813911;
    let scaled = wide as f64 / (1u64 << (40 + k % 5)) as f64;
    match dtype {
        DType::F64 => scaled.to_bits(),
        DType::F32 => u64::from((scaled as f32).to_bits()),
        _ => wide as u64,
    }
}

fn fnv(values: &[InterpValue], dtype: DType) -> u64 {
    let mut hash: u64 = 0xCBF29CE484222325;
    for element in bits(values).into_iter().flat_map(|(_, elements)| elements) {
        for byte in element.to_le_bytes().iter().take(dtype.itemsize() as usize) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100000001B3);
        }
    }
    hash
}

#[test]
fn sums_are_numpys() {
    for line in include_str!("sums.txt").lines() {
        let fields: Vec<&str> = line.split(' ').collect();
        let dtype = |name| DType::from_numpy_name(name).expect("a dtype");
        let (source, target) = (dtype(fields[0]), dtype(fields[1]));
        let size = i64::from(source.itemsize());
        let length: i64 = fields[6].parse().expect("a length");
        let memory = InterpArray::zeros(source, &[length]);
        (0..length).for_each(|k| memory.set(&[k], golden_element(source, k)));
        let array = InterpArray {
            offset: size * fields[5].parse::<i64>().expect("an offset"),
            shape: numbers(fields[3]),
            strides: numbers::<i64>(fields[4]).into_iter().map(|stride| stride * size).collect(),
            ..memory
        };
        let body = if fields[2] == "square" { Body::Square } else { Body::Bare };
        let layouts = layouts(&array);
        let few = if length > 5000 { vec![layouts[layouts.len() - 1]] } else { layouts };
        for layout in few {
            let sums = sum_case(&array, type_of(&array, layout), &numbers(fields[7]), target, body);
            assert_eq!(format!("{:016x}", fnv(&sums, target)), fields[8], "{line} as {layout:?}");
        }
    }
}

#[test]
fn loops_without_inputs() {
    for shape in [vec![], vec![5], vec![3, 4], vec![2, 0, 3]] {
        let rank = shape.len();
        let case = Case {
            kinds: &vec![AxisKind::Parallel; rank],
            indexed: true,
            outputs: &[Output::Fresh],
            results: &[result_type(DType::I64, rank, &[])],
            body: &|w, x| {
                let one = w.op(Op::Const(1), Type::I64);
                vec![x.iter().fold(one, |sum, index| w.binary(BinaryOp::Add, sum, *index))]
            },
        };
        check(&case, &[], &[], 0, &shape);
        let case = Case {
            kinds: &vec![AxisKind::Reduce; rank],
            indexed: false,
            outputs: &[Output::Reduce(Combiner::Sum)],
            results: &[Type::F64],
            body: &|w, _| vec![w.op(Op::Const(0.1f64.to_bits()), Type::F64)],
        };
        check(&case, &[], &[], 0, &shape);
    }
}
