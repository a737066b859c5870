//! Random programs over whole arrays: the passes must not change a bit of what they compute, nor the memory order of
//! their results, nor what they store. The interpreter says what is right.

use npc_midend::ir::{
    AxisKind, BinaryOp, Block, Combiner, CompareOp, Each, FuncId, Op, Output, Phase, Site, UnaryOp, Value, Values, View,
    ViewAxis,
};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use npc_midend::{
    Func, InterpArray, InterpValue, Loc, Module, drop_known_checks, find_problems, fuse, interpret, lower_each, reuse_buffers,
    share_common,
};
use smallvec::{SmallVec, smallvec};
use std::cell::RefCell;
use std::rc::Rc;

/// A small generator of random numbers.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % bound.max(1)
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }
}

/// An array of the program that is written.
#[derive(Clone)]
struct Known {
    value: Value,
    shape: Vec<i64>,
    /// Made by the program, not a parameter or a view of one.
    fresh: bool,
}

struct Writer {
    func: Func,
    site: Site,
    random: Random,
    arrays: Vec<Known>,
    outs: Vec<Value>,
}

impl Writer {
    fn op_in(&mut self, block: Block, op: Op, ty: Type) -> Value {
        self.func.push(block, op, &[ty], Loc::default())[0]
    }

    fn op(&mut self, op: Op, ty: Type) -> Value {
        self.op_in(self.func.body, op, ty)
    }

    fn int(&mut self, value: i64) -> Value {
        self.op(Op::Const(value as u64), Type::I64)
    }

    fn array_type(&self, value: Value) -> ArrayType {
        self.func.ty(value).array().expect("an array")
    }

    /// Extents of an array, some of them asked of the array.
    fn extents(&mut self, known: &Known) -> Values {
        let mut extents = Values::new();
        for (axis, extent) in known.shape.iter().enumerate() {
            let asks = self.random.chance(60);
            extents.push(if asks { self.op(Op::Dim(known.value, axis as u8), Type::I64) } else { self.int(*extent) });
        }
        extents
    }

    // ---- views

    fn view(&mut self, of: &Known) -> Known {
        match self.random.below(4) {
            0 => self.permuted(of),
            1 if of.shape.iter().all(|extent| *extent > 1) => self.sliced(of),
            2 => self.stretched(of),
            _ => of.clone(),
        }
    }

    fn push_view(&mut self, of: &Known, shape: Vec<i64>, view: View, layout: Layout) -> Known {
        let ty = ArrayType::new(self.array_type(of.value).dtype, shape.len() as u8, layout);
        let value = self.op(Op::View(Box::new(view)), Type::Array(ty));
        Known { value, shape, fresh: of.fresh }
    }

    fn permuted(&mut self, of: &Known) -> Known {
        let rank = of.shape.len();
        let mut order: Vec<usize> = (0..rank).rev().collect();
        let reversed = !self.random.chance(30);
        if !reversed && rank > 1 {
            order.swap(0, rank - 1);
            order.swap(0, rank / 2);
        }
        let layout = match self.array_type(of.value).layout {
            Layout::C if reversed => Layout::F,
            Layout::F if reversed => Layout::C,
            _ => Layout::ANY,
        };
        let extents = self.extents(of);
        let one = self.int(1);
        let axes = order.iter().map(|from| ViewAxis { extent: extents[*from], source: Some((*from as u8, one)) }).collect();
        let shape = order.iter().map(|from| of.shape[*from]).collect();
        self.push_view(of, shape, View { base: of.value, offsets: smallvec![], axes }, layout)
    }

    fn sliced(&mut self, of: &Known) -> Known {
        let at = self.random.below(of.shape.len() as u64) as usize;
        let step = self.random.pick(&[1, 1, 2, -1]);
        let full = of.shape[at];
        let (start, length) = match step {
            1 => (self.random.below(2) as i64, full - 1),
            2 => (0, (full + 1) / 2),
            _ => (full - 1, full),
        };
        let extents = self.extents(of);
        let (one, step) = (self.int(1), self.int(step));
        let mut axes: SmallVec<[ViewAxis; 4]> =
            (0..of.shape.len()).map(|axis| ViewAxis { extent: extents[axis], source: Some((axis as u8, one)) }).collect();
        axes[at] = ViewAxis { extent: self.int(length), source: Some((at as u8, step)) };
        let start = self.int(start);
        let mut shape = of.shape.clone();
        shape[at] = length;
        self.push_view(of, shape, View { base: of.value, offsets: smallvec![(at as u8, start)], axes }, Layout::ANY)
    }

    /// One more axis, of stride 0; or an axis that might be stretched but is not.
    fn stretched(&mut self, of: &Known) -> Known {
        let extents = self.extents(of);
        let one = self.int(1);
        let mut axes: SmallVec<[ViewAxis; 4]> =
            (0..of.shape.len()).map(|axis| ViewAxis { extent: extents[axis], source: Some((axis as u8, one)) }).collect();
        let mut shape = of.shape.clone();
        if shape.len() >= 3 || self.random.chance(50) {
            let same = self.op(Op::Compare(CompareOp::Eq, extents[0], axes[0].extent), Type::BOOL);
            let scale = self.op(Op::Convert(same), Type::I64);
            axes[0].source = Some((0, scale));
        } else {
            let extent = if shape.iter().product::<i64>() > 1000 { 1 } else { 1 + self.random.below(5) as i64 };
            let at = self.random.below(shape.len() as u64 + 1) as usize;
            shape.insert(at, extent);
            axes.insert(at, ViewAxis { extent: self.int(extent), source: None });
        }
        self.push_view(of, shape, View { base: of.value, offsets: smallvec![], axes }, Layout::ANY)
    }

    // ---- loops

    fn any_array(&mut self) -> Known {
        // Mostly a late one, so that chains get long.
        let count = self.arrays.len() as u64;
        let back = self.random.below(3).min(count - 1);
        let at = if self.random.chance(70) { count - 1 - back } else { self.random.below(count) };
        let known = self.arrays[at as usize].clone();
        if self.random.chance(45) { self.view(&known) } else { known }
    }

    fn inputs(&mut self) -> Vec<Known> {
        let first = self.any_array();
        let mut inputs = vec![first.clone()];
        for _ in 0..self.random.below(3) {
            let another = self.any_array();
            if another.shape == first.shape {
                inputs.push(another);
            }
        }
        inputs
    }

    /// Yields the elements as they are, or a few operations on them.
    fn body(&mut self, inputs: &[Known], dtype: DType, indices: usize) -> (Block, Value) {
        let block = self.func.new_block();
        let mut values = Vec::new();
        for input in inputs {
            let ty = Type::Scalar(self.array_type(input.value).dtype);
            values.push(self.func.add_param(block, ty));
        }
        for _ in 0..indices {
            values.push(self.func.add_param(block, Type::I64));
        }
        let ty = Type::Scalar(dtype);
        let bare = values.len() == 1 && self.random.chance(35);
        let mut operands = Vec::new();
        for value in values {
            operands.push(if self.func.ty(value) == ty { value } else { self.op_in(block, Op::Convert(value), ty) });
        }
        if bare {
            return (block, operands[0]);
        }
        let mut result = operands[0];
        for step in 0..self.random.below(3) as usize + operands.len() {
            let other = operands.get(step).copied().unwrap_or(operands[0]);
            let op = self.random.pick(&[BinaryOp::Add, BinaryOp::Sub, BinaryOp::Mul, BinaryOp::Max]);
            result = self.op_in(block, Op::Binary(op, result, other), ty);
            if dtype.is_float() && self.random.chance(20) {
                let op = self.random.pick(&[UnaryOp::Neg, UnaryOp::Abs, UnaryOp::Sqrt]);
                result = self.op_in(block, Op::Unary(op, result), ty);
            }
        }
        (block, result)
    }

    fn each(&mut self, inputs: &[Known], kinds: Vec<AxisKind>, output: Output, dtype: DType, types: &[Type]) -> Values {
        let indexed = matches!(output, Output::Fresh) && self.random.chance(12);
        let (body, value) = self.body(inputs, dtype, if indexed { kinds.len() } else { 0 });
        self.func.push(body, Op::Yield(smallvec![value]), &[], Loc::default());
        let first = inputs[0].clone();
        let each = Each {
            extents: self.extents(&first),
            kinds: kinds.into_iter().collect(),
            inputs: inputs.iter().map(|input| input.value).collect(),
            indexed,
            body,
            outputs: smallvec![output],
            site: self.site,
        };
        let block = self.func.body;
        self.func.push(block, Op::Each(Box::new(each)), types, Loc::default())
    }

    /// The type that the frontend gives: C or F where all inputs are, else open.
    fn fresh_type(&self, inputs: &[Known], dtype: DType) -> ArrayType {
        let all = |layout| inputs.iter().all(|input| self.array_type(input.value).layout == layout);
        let rank = inputs[0].shape.len() as u8;
        let layout = if rank <= 1 || all(Layout::C) {
            Layout::C
        } else if all(Layout::F) {
            Layout::F
        } else {
            Layout::ANY
        };
        ArrayType::new(dtype, rank, layout)
    }

    fn compute(&mut self) {
        let inputs = self.inputs();
        let dtype = self.random.pick(&[DType::F64, DType::F64, DType::F32, DType::I64]);
        let ty = self.fresh_type(&inputs, dtype);
        let kinds = vec![AxisKind::Parallel; inputs[0].shape.len()];
        let value = self.each(&inputs, kinds, Output::Fresh, dtype, &[Type::Array(ty)])[0];
        self.arrays.push(Known { value, shape: inputs[0].shape.clone(), fresh: true });
    }

    fn reduce(&mut self) {
        let inputs = self.inputs();
        if inputs[0].shape.contains(&0) {
            return;
        }
        let rank = inputs[0].shape.len();
        let dtype = self.random.pick(&[DType::F64, DType::F32, DType::I64]);
        let combiner = match dtype {
            DType::I64 => self.random.pick(&[Combiner::Sum, Combiner::Max]),
            _ => self.random.pick(&[Combiner::Sum, Combiner::Sum, Combiner::SumBlocks, Combiner::Prod, Combiner::Min]),
        };
        let mut kinds = vec![AxisKind::Reduce; rank];
        if self.random.chance(50) {
            kinds.iter_mut().for_each(|kind| *kind = self.random.pick(&[AxisKind::Reduce, AxisKind::Parallel]));
            if !kinds.contains(&AxisKind::Reduce) {
                kinds[0] = AxisKind::Reduce;
            }
        }
        let kept = kinds.iter().filter(|kind| **kind == AxisKind::Parallel).count();
        let layout = if kept <= 1 { Layout::C } else { Layout::ANY };
        let ty = if kept == 0 { Type::Scalar(dtype) } else { Type::Array(ArrayType::new(dtype, kept as u8, layout)) };
        let result = self.each(&inputs, kinds, Output::Reduce(combiner), dtype, &[ty])[0];
        self.outs.push(result);
    }

    /// A store of a fresh array, or in place.
    fn store(&mut self) {
        let (first, target) = (self.any_array(), self.random.below(3) as usize);
        let target = self.arrays[target].clone();
        let target = if self.random.chance(40) { self.view_without_repeats(&target) } else { target };
        let inputs: Vec<Known> = [first, target.clone()]
            .into_iter()
            .filter(|input| input.shape == target.shape && (input.fresh || input.value == target.value))
            .collect();
        if inputs.is_empty() {
            return;
        }
        let dtype = self.array_type(target.value).dtype;
        let kinds = vec![AxisKind::Parallel; target.shape.len()];
        self.each(&inputs, kinds, Output::Into(target.value), dtype, &[]);
    }

    fn view_without_repeats(&mut self, of: &Known) -> Known {
        if of.shape.iter().all(|extent| *extent > 1) && self.random.chance(60) { self.sliced(of) } else { self.permuted(of) }
    }
}

/// A program of three parameters, which may share memory, and its arguments.
fn program(seed: u64) -> (Module, FuncId, Vec<InterpArray>) {
    let mut random = Random(seed);
    for _ in 0..5 {
        random.below(2);
    }
    let rank = 1 + random.below(3) as usize;
    let shape: Vec<i64> = (0..rank)
        .map(|_| if random.chance(6) { random.below(2) as i64 } else { 1 + random.below([150, 13, 6][rank - 1]) as i64 })
        .collect();
    // Sums in blocks show only beyond NumPy's buffer of 8192 elements.
    let large = seed % 100 == 7;
    let shape = if large { vec![60 + random.below(60) as i64, 80 + random.below(80) as i64] } else { shape };
    let mut module = Module::default();
    let site = module.site("MemoryError", "out of memory");
    let mut func = Func::new("test");
    let entry = func.body;
    let (mut args, mut arrays) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let (arg, ty) = argument(&mut random, &shape, args.first());
        arrays.push(Known { value: func.add_param(entry, Type::Array(ty)), shape: shape.clone(), fresh: false });
        args.push(arg);
    }
    let mut writer = Writer { func, site, random, arrays, outs: Vec::new() };
    for _ in 0..2 + writer.random.below(5) {
        match writer.random.below(10) {
            0..5 => writer.compute(),
            5..8 => writer.reduce(),
            _ => writer.store(),
        }
    }
    writer.reduce();
    if writer.random.chance(40) {
        let last = writer.arrays[writer.arrays.len() - 1].value;
        writer.outs.push(last);
    }
    let (mut func, outs) = (writer.func, writer.outs);
    func.results = outs.iter().map(|out| func.ty(*out)).collect();
    func.push(entry, Op::Return(Values::from_slice(&outs)), &[], Loc::default());
    let id = module.funcs.push(func);
    (module, id, args)
}

/// An array of doubles in some memory order, sometimes the memory of another argument.
fn argument(random: &mut Random, shape: &[i64], first: Option<&InterpArray>) -> (InterpArray, ArrayType) {
    let rank = shape.len();
    let kind = random.below(5);
    let mut order: Vec<usize> = (0..rank).collect();
    match kind {
        0 | 1 => {}
        2 => order.reverse(),
        _ => (1..rank).for_each(|k| order.swap(k, random.below(k as u64 + 1) as usize)),
    }
    let padded = kind == 4;
    let mut strides = vec![0; rank];
    let mut size = 8;
    for axis in order.into_iter().rev() {
        strides[axis] = size;
        size *= (shape[axis] + i64::from(padded)).max(1);
    }
    let layout = match kind {
        0 => Layout::C,
        2 => Layout::F,
        _ => Layout::ANY,
    };
    if let (Some(first), true) = (first, random.chance(20)) {
        let layout = if rank <= 1 { Layout::C } else { Layout::ANY };
        return (first.clone(), ArrayType::new(DType::F64, rank as u8, layout));
    }
    let memory = Rc::new(RefCell::new(vec![0; size as usize]));
    let array = InterpArray { memory, borrowed: true, offset: 0, dtype: DType::F64, shape: shape.to_vec(), strides };
    for place in array.places() {
        let small = random.below(19) as f64 - 9.0;
        array.set(&place, (small * 0.1f64.powi(random.below(9) as i32)).to_bits());
    }
    let layout = if rank <= 1 && !padded { Layout::C } else { layout };
    (array, ArrayType::new(DType::F64, rank as u8, if padded { Layout::ANY } else { layout }))
}

/// Deep copies, in which what shared memory still does.
fn copies(args: &[InterpArray]) -> Vec<InterpArray> {
    let mut copies: Vec<InterpArray> = Vec::new();
    for arg in args {
        let shared = args.iter().zip(&copies).find(|(old, _)| Rc::ptr_eq(&old.memory, &arg.memory));
        let memory = match shared {
            Some((_, copy)) => copy.memory.clone(),
            None => Rc::new(RefCell::new(arg.memory.borrow().clone())),
        };
        copies.push(InterpArray { memory, ..arg.clone() });
    }
    copies
}

/// Bits of results, with one NaN for all, and memory order.
#[derive(PartialEq, Debug)]
struct Seen {
    results: Vec<(Vec<i64>, Vec<i64>, Vec<u64>)>,
    stored: Vec<Vec<u64>>,
}

fn run(module: &Module, func: FuncId, args: &[InterpArray]) -> Seen {
    let args = copies(args);
    let values = args.iter().cloned().map(InterpValue::Array).collect();
    let results = interpret(module, func, values).expect("the program runs");
    let results = results.iter().zip(&module.funcs[func].results);
    let see = |(value, ty): (&InterpValue, &Type)| match value {
        InterpValue::Vector(_) => unreachable!("a result is no vector"),
        InterpValue::Scalar(bits) => (vec![], vec![], vec![one_nan(ty.scalar().unwrap(), *bits)]),
        InterpValue::Array(array) => {
            let strides = array.shape.iter().zip(&array.strides);
            let strides = strides.map(|(extent, stride)| if *extent <= 1 { 0 } else { *stride }).collect();
            let strides = if array.shape.contains(&0) { vec![] } else { strides };
            (array.shape.clone(), strides, array.elements().into_iter().map(|bits| one_nan(array.dtype, bits)).collect())
        }
    };
    let stored = args.iter().map(|arg| arg.elements().into_iter().map(|bits| one_nan(DType::F64, bits)).collect());
    Seen { results: results.map(see).collect(), stored: stored.collect() }
}

fn one_nan(dtype: DType, bits: u64) -> u64 {
    match dtype {
        DType::F64 if f64::from_bits(bits).is_nan() => f64::NAN.to_bits(),
        DType::F32 if f32::from_bits(bits as u32).is_nan() => f32::NAN.to_bits().into(),
        _ => bits,
    }
}

fn assert_valid(module: &Module, phase: Phase, seed: u64) {
    let problems = find_problems(module, phase);
    assert!(problems.is_empty(), "seed {seed}, {phase:?}: {problems:?}\n{module}");
}

/// Returns how often something was fused.
fn check(seed: u64) -> usize {
    let (module, func, args) = program(seed);
    assert_valid(&module, Phase::Arrays, seed);
    let expected = run(&module, func, &args);
    let mut fused = module.clone();
    share_common(&mut fused.funcs[func]);
    assert_valid(&fused, Phase::Arrays, seed);
    assert_eq!(expected, run(&fused, func, &args), "shared, seed {seed}\n{module}\n{fused}");
    let stats = fuse(&mut fused.funcs[func]);
    share_common(&mut fused.funcs[func]);
    assert_valid(&fused, Phase::Arrays, seed);
    assert_eq!(expected, run(&fused, func, &args), "fused, seed {seed}\n{module}\n{fused}");
    reuse_buffers(&mut fused.funcs[func]);
    assert_valid(&fused, Phase::Arrays, seed);
    assert_eq!(expected, run(&fused, func, &args), "buffers reused, seed {seed}\n{module}\n{fused}");
    let mut plain = module.clone();
    lower_each(&mut plain);
    let expected = run(&plain, func, &args);
    let mut loops = fused.clone();
    lower_each(&mut loops);
    share_common(&mut loops.funcs[func]);
    drop_known_checks(&mut loops.funcs[func]);
    assert_valid(&loops, Phase::Loops, seed);
    assert_eq!(expected, run(&loops, func, &args), "in loops, seed {seed}\n{module}\n{fused}\n{loops}");
    stats.fused
}

#[test]
fn random_programs_keep_their_bits() {
    let number = |name: &str, default: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    let (first, programs) = (number("NPC_FUSE_FIRST", 0), number("NPC_FUSE_PROGRAMS", 800));
    let fused: usize = (first..first + programs).map(check).sum();
    assert!(fused as u64 > programs / 2, "only {fused} fused in {programs} programs");
}
