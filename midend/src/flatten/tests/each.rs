//! Whole-array loops through the last passes, against the interpreter of the phase `Arrays`.

use super::*;
use crate::ir::{AxisKind, BinaryOp, Combiner, Each, Output};
use crate::{InterpArray, InterpValue, interpret, lower_each, own_buffers};
use AxisKind::{Parallel, Reduce};
use std::cell::RefCell;
use std::rc::Rc;

/// `each` over arrays of these types, with `x * y + x` (or `x` alone) as its value.
fn each(types: &[Type], rank: usize, kinds: &[AxisKind], output: Output, result: Type) -> Module {
    let (mut f, inputs) = Fn::new("f", types, &[result]);
    let extents: Values = (0..rank).map(|axis| f.op(Op::Dim(inputs[0], axis as u8), Type::I64)).collect();
    let body = f.func.new_block();
    let elements: Vec<_> = types.iter().map(|_| f.func.add_param(body, Type::F64)).collect();
    f.within(body, |f| {
        let mut value = elements[0];
        if let Some(y) = elements.get(1) {
            value = f.op(Op::Binary(BinaryOp::Mul, value, *y), Type::F64);
            value = f.op(Op::Binary(BinaryOp::Add, value, elements[0]), Type::F64);
        }
        f.run(Op::Yield(values(&[value])));
    });
    let kinds = kinds.iter().copied().collect();
    let outputs = [output].into_iter().collect();
    let each = Each { extents, kinds, inputs, indexed: false, body, outputs, site: site(2) };
    let results = f.ops(Op::Each(Box::new(each)), &[result]);
    f.ret(&results);
    module(vec![f])
}

/// An array of the layout, or one of any strides, with small numbers.
fn random_array(random: &mut Random, shape: &[i64], layout: Layout) -> InterpArray {
    let mut strides = arrays::packed(shape, 8, layout);
    let wild = layout == Layout::ANY;
    if wild && random.below(2) == 0 {
        strides = arrays::packed(shape, 8, Layout::F);
    }
    let mut offset = 0;
    for (n, stride) in shape.iter().zip(&mut strides).filter(|_| wild) {
        *stride *= [1, 1, 2, -1, 0][random.below(5) as usize];
        offset += if *stride < 0 { -*stride * (n - 1).max(0) } else { 0 };
    }
    let memory = Rc::new(RefCell::new(vec![0; 1 << 14]));
    let array = InterpArray { memory, borrowed: true, offset, dtype: DType::F64, shape: shape.to_vec(), strides };
    for at in array.places() {
        let number = (random.below(2000) as f64 - 1000.0) * 0.1;
        array.set(&at, number.to_bits());
    }
    array
}

fn check(random: &mut Random, kinds: &[AxisKind], output: Output, result: Type) {
    let rank = kinds.len();
    let shape: Vec<i64> = (0..rank).map(|_| random.below(if rank == 1 { 300 } else { 9 }) as i64).collect();
    let layouts: Vec<_> =
        (0..1 + random.below(2)).map(|_| [Layout::C, Layout::F, Layout::ANY, Layout::ANY][random.below(4) as usize]).collect();
    let types: Vec<_> = layouts.iter().map(|layout| array(DType::F64, rank as u8, *layout)).collect();
    let inputs: Vec<_> = layouts.iter().map(|layout| random_array(random, &shape, *layout)).collect();
    let mut module = each(&types, rank, kinds, output, result);
    let args = inputs.iter().cloned().map(InterpValue::Array).collect();
    let Ok(wanted) = interpret(&module, func(0), args) else { panic!("the interpreter raises") };
    lower_each(&mut module);
    module.funcs.values_mut().for_each(own_buffers);
    let module = flat(module);
    let mut machine = Machine::new(&module, 32);
    let args: Vec<u64> = inputs.iter().zip(&types).flat_map(|(input, ty)| lend(&mut machine, input, *ty)).collect();
    let results = machine.call(func(0), &args);
    assert_eq!(results[0], 0);
    let text = format!("{shape:?} {layouts:?} {kinds:?}");
    match &wanted[0] {
        InterpValue::Vector(_) => unreachable!("a result is no vector"),
        InterpValue::Scalar(bits) => {
            assert_eq!(results[1..], [*bits], "{text}");
            assert!(machine.live.is_empty());
        }
        InterpValue::Array(wanted) => {
            let rank = wanted.shape.len();
            let fields: Vec<i64> = results[1..].iter().map(|x| *x as i64).collect();
            assert_eq!(fields[2..2 + rank], wanted.shape, "{text}");
            assert_eq!(machine.live.len(), 1);
            let got: Vec<u64> = wanted
                .places()
                .iter()
                .map(|at| {
                    let offset: i64 = at.iter().zip(&fields[2 + rank..]).map(|(i, stride)| i * stride).sum();
                    machine.read((fields[1] + offset) as u64, 8)
                })
                .collect();
            assert_eq!(got, wanted.elements(), "{text}");
        }
    }
}

/// Puts an array into the machine's memory; the values that carry it.
fn lend(machine: &mut Machine, input: &InterpArray, ty: Type) -> Vec<u64> {
    let memory = input.memory.borrow();
    let base = machine.reserve(memory.len());
    for (at, byte) in memory.iter().enumerate() {
        machine.write(base + at as u64, 1, u64::from(*byte));
    }
    let carried = super::super::arrays::carried_strides(ty.array().unwrap());
    let ints = input.shape.iter().chain(&input.strides[..carried]);
    [0, base + input.offset as u64].into_iter().chain(ints.map(|x| *x as u64)).collect()
}

#[test]
fn elementwise() {
    let mut random = Random(21);
    for round in 0..60 {
        let kinds = vec![Parallel; 1 + round % 3];
        let rank = kinds.len() as u8;
        check(&mut random, &kinds, Output::Fresh, array(DType::F64, rank, Layout::ANY));
    }
}

#[test]
fn reductions() {
    let mut random = Random(22);
    for round in 0..120 {
        let rank = 1 + round % 3;
        let kinds: Vec<_> = (0..rank).map(|_| [Parallel, Reduce][random.below(2) as usize]).collect();
        let left = kinds.iter().filter(|kind| **kind == Parallel).count();
        let combiner = [Combiner::Sum, Combiner::Prod][random.below(2) as usize];
        if left < rank {
            let result = if left == 0 { Type::F64 } else { array(DType::F64, left as u8, Layout::ANY) };
            check(&mut random, &kinds, Output::Reduce(combiner), result);
        }
    }
}
