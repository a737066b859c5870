//! Descriptors, buffers, and what is checked of array arguments.

use super::build::{Writer, array, export, function, native, rejects, scalar, vector};
use crate::Context;
use npc_midend::Module;
use npc_midend::abi::{buffer, descriptor};
use npc_midend::host::{Arg, ArrayArg, Outcome};
use npc_midend::interface::Shape;
use npc_midend::ir::{BinaryOp, CastOp, CompareOp, MemType, Op, Value};
use npc_midend::types::{DType, Layout, Type};
use smallvec::smallvec;

/// The address of element `i` of a vector.
fn element(writer: &mut Writer, descriptor: Value, i: Value) -> Value {
    let data = writer.op(Op::Load(MemType::Addr, descriptor, descriptor::DATA), Type::Addr);
    let stride = writer.op(Op::Load(MemType::I64, descriptor, descriptor::stride(0, 1)), Type::I64);
    let offset = writer.op(Op::Binary(BinaryOp::Mul, stride, i), Type::I64);
    let offset = writer.op(Op::Cast(CastOp::ToAddr, offset), Type::Addr);
    writer.op(Op::Binary(BinaryOp::Add, data, offset), Type::Addr)
}

/// Writes `for i in 0..n`.
fn for_each(writer: &mut Writer, n: Value, write: impl FnOnce(&mut Writer, Value)) {
    let zero = writer.int(0);
    let body = writer.new_block(&[Type::I64]);
    writer.run(Op::For(zero, n, smallvec![], body));
    writer.block(body, |writer, inside| {
        write(writer, inside[0]);
        writer.run(Op::Next(body, smallvec![]));
    });
}

fn extent(writer: &mut Writer, descriptor: Value) -> Value {
    writer.op(Op::Load(MemType::I64, descriptor, descriptor::shape(0)), Type::I64)
}

/// `for i in range(len(a)): a[i] = b[i] + 1`, int32.
fn increments() -> Module {
    let mut module = Module::default();
    let shape = array(DType::I32, 1, Layout::ANY);
    export(&mut module, "f", &[shape.clone(), shape], Shape::None, |writer, _, params| {
        let n = extent(writer, params[0]);
        for_each(writer, n, |writer, i| {
            let from = element(writer, params[1], i);
            let x = writer.op(Op::Load(MemType::I32, from, 0), Type::I32);
            let one = writer.int32(1);
            let sum = writer.op(Op::Binary(BinaryOp::Add, x, one), Type::I32);
            let to = element(writer, params[0], i);
            writer.run(Op::Store(MemType::I32, to, 0, sum));
        });
        writer.succeed();
    });
    module
}

fn bytes(values: &[i32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

#[test]
fn arguments_are_read_and_written_in_place() {
    let module = increments();
    let native = native(&module);
    let f = function(&module, "f");
    let mut buffers = [bytes(&[0; 4]), bytes(&[1, 2, 3, 4])];
    // Read backwards.
    let args = [vector(0, DType::I32, 0, 4, 4), vector(1, DType::I32, 12, 4, -4)];
    assert_eq!(native.call(f, &mut Context::new(), &mut buffers, &args), Ok(Outcome::None));
    assert_eq!(buffers[0], bytes(&[5, 4, 3, 2]));
    assert_eq!(buffers[1], bytes(&[1, 2, 3, 4]));
}

#[test]
fn arguments_over_one_buffer_share_memory() {
    let module = increments();
    let native = native(&module);
    let f = function(&module, "f");
    // Each element is written before it is read as the next one's source. Odd sizes move buffers about, so that some
    // are aligned and some are copied.
    for pad in 0..8 {
        let mut memory = vec![0; pad];
        memory.extend(bytes(&[10, 0, 0, 0]));
        let mut buffers = [memory];
        let args = [vector(0, DType::I32, pad + 4, 3, 4), vector(0, DType::I32, pad, 3, 4)];
        native.call(f, &mut Context::new(), &mut buffers, &args).unwrap();
        assert_eq!(buffers[0][pad..], bytes(&[10, 11, 12, 13]));
    }
    // A broadcast argument and one without elements.
    let mut buffers = [bytes(&[0; 3]), bytes(&[7])];
    let args = [vector(0, DType::I32, 0, 3, 4), vector(1, DType::I32, 0, 3, 0)];
    native.call(f, &mut Context::new(), &mut buffers, &args).unwrap();
    assert_eq!(buffers[0], bytes(&[8, 8, 8]));
    let args = [vector(0, DType::I32, 999, 0, 4), vector(0, DType::I32, 0, 0, 4)];
    native.call(f, &mut Context::new(), &mut [Vec::new()], &args).unwrap();
}

#[test]
fn bad_arguments_are_refused() {
    let mut module = increments();
    export(&mut module, "c", &[array(DType::F64, 2, Layout::C)], Shape::None, |writer, _, _| writer.succeed());
    export(&mut module, "t", &[Shape::Tuple(vec![scalar(DType::I64); 2])], Shape::None, |writer, _, _| {
        writer.succeed();
    });
    // The entry takes the members of a tuple one after the other.
    let tuple = module.exports[2].func;
    let body = module.funcs[tuple].body;
    let ret = module.funcs[tuple].params(body)[0];
    module.funcs[tuple].set_params(body, smallvec![ret]);
    module.funcs[tuple].add_param(body, Type::I64);
    module.funcs[tuple].add_param(body, Type::I64);
    let native = native(&module);
    let try_call = |name: &str, args: &[Arg], part: &str| {
        let mut buffers = [vec![0; 48]];
        rejects(native.call(function(&module, name), &mut Context::new(), &mut buffers, args), part);
    };
    let good = vector(0, DType::I32, 0, 4, 4);
    try_call("f", std::slice::from_ref(&good), "expected 2 arguments");
    try_call("f", &[good.clone(), Arg::Scalar(1)], "p1: expected int32[:]");
    try_call("f", &[good.clone(), vector(0, DType::F32, 0, 4, 4)], "got float32");
    try_call("f", &[good.clone(), vector(1, DType::I32, 0, 4, 4)], "buffer");
    for (offset, len, stride) in [(0, 13, 4), (4, 12, 4), (0, 2, -4), (0, 2, isize::MAX), (usize::MAX, 1, 4), (46, 1, 4)] {
        try_call("f", &[good.clone(), vector(0, DType::I32, offset, len, stride)], "within its buffer");
    }
    try_call("f", &[good.clone(), vector(0, DType::I32, 0, usize::MAX, 0)], "within its buffer");
    try_call("f", &[good, vector(0, DType::I32, 0, 1 << 62, 0)], "too many");
    let matrix = |shape: [usize; 2], strides: [isize; 2]| {
        Arg::Array(ArrayArg { buffer: 0, offset: 0, dtype: DType::F64, shape: shape.into(), strides: strides.into() })
    };
    try_call("c", &[matrix([2, 3], [8, 16])], "float64[:, ::1]");
    try_call("t", &[Arg::Tuple(vec![Arg::Scalar(1)])], "p0: expected (int64, int64)");
    let accept = |name: &str, args: &[Arg]| {
        native.call(function(&module, name), &mut Context::new(), &mut [vec![0; 48]], args).unwrap();
    };
    accept("c", &[matrix([2, 3], [24, 8])]);
    accept("c", &[matrix([1, 6], [0, 8])]);
    accept("c", &[matrix([0, 3], [1, 1])]);
    accept("t", &[Arg::Tuple(vec![Arg::Scalar(1), Arg::Scalar(2)])]);
}

/// `(n, order)`: a new matrix of n × 2 with the numbers of its memory order; strides are C or F.
fn makes_matrices() -> Module {
    let mut module = Module::default();
    let result = Shape::Tuple(vec![array(DType::I16, 2, Layout::ANY), scalar(DType::I64)]);
    export(&mut module, "f", &[scalar(DType::I64), scalar(DType::I64)], result, |writer, ret, params| {
        let (zero, two, four) = (writer.int(0), writer.int(2), writer.int(4));
        let size = writer.op(Op::Binary(BinaryOp::Mul, params[0], four), Type::I64);
        let header = writer.op(Op::Alloc(size), Type::Addr);
        let none = writer.op(Op::Const(0), Type::Addr);
        let failed = writer.op(Op::Compare(CompareOp::Eq, header, none), Type::BOOL);
        let (then, els) = (writer.new_block(&[]), writer.new_block(&[]));
        writer.run(Op::If(failed, then, els));
        writer.block(then, |writer, _| {
            let status = writer.int32(1);
            writer.run(Op::Return(smallvec![status]));
        });
        writer.block(els, |writer, _| writer.run(Op::Yield(smallvec![])));
        let data_at = writer.op(Op::Const(buffer::DATA.into()), Type::Addr);
        let data = writer.op(Op::Binary(BinaryOp::Add, header, data_at), Type::Addr);
        let items = writer.op(Op::Binary(BinaryOp::Mul, params[0], two), Type::I64);
        for_each(writer, items, |writer, i| {
            let offset = writer.op(Op::Binary(BinaryOp::Mul, i, two), Type::I64);
            let offset = writer.op(Op::Cast(CastOp::ToAddr, offset), Type::Addr);
            let to = writer.op(Op::Binary(BinaryOp::Add, data, offset), Type::Addr);
            let value = writer.op(Op::Cast(CastOp::Narrow, i), Type::I32);
            writer.run(Op::Store(MemType::I16, to, 0, value));
        });
        let c_order = writer.op(Op::Compare(CompareOp::Eq, params[1], zero), Type::BOOL);
        let column = writer.op(Op::Binary(BinaryOp::Mul, params[0], two), Type::I64);
        let outer = writer.op(Op::Select(c_order, four, two), Type::I64);
        let inner = writer.op(Op::Select(c_order, two, column), Type::I64);
        writer.run(Op::Store(MemType::Addr, ret, descriptor::PARENT, header));
        writer.run(Op::Store(MemType::I64, ret, descriptor::NITEMS, items));
        writer.run(Op::Store(MemType::I64, ret, descriptor::ITEMSIZE, two));
        writer.run(Op::Store(MemType::Addr, ret, descriptor::DATA, data));
        for (axis, extent, stride) in [(0, params[0], outer), (1, two, inner)] {
            writer.run(Op::Store(MemType::I64, ret, descriptor::shape(axis), extent));
            writer.run(Op::Store(MemType::I64, ret, descriptor::stride(axis, 2), stride));
        }
        writer.run(Op::Store(MemType::I64, ret, descriptor::size(2), params[0]));
        writer.succeed();
    });
    module
}

#[test]
fn results_are_copied_in_c_order_and_released() {
    let module = makes_matrices();
    let native = native(&module);
    let mut context = Context::new();
    for (n, order, expected) in [(3, 0, &[0_i16, 1, 2, 3, 4, 5][..]), (3, 1, &[0, 3, 1, 4, 2, 5]), (1, 1, &[0, 1]), (0, 0, &[])]
    {
        let args = [Arg::Scalar(n), Arg::Scalar(order)];
        let outcome = native.call(function(&module, "f"), &mut context, &mut [], &args).unwrap();
        let data = expected.iter().flat_map(|x| x.to_le_bytes()).collect();
        let array = Outcome::Array { dtype: DType::I16, shape: vec![n as usize, 2], data };
        assert_eq!(outcome, Outcome::Tuple(vec![array, Outcome::Scalar { dtype: DType::I64, weak: false, bits: n }]));
        assert_eq!(context.in_use(), 0);
    }
}

#[test]
fn the_countdown_and_absurd_sizes_refuse_allocations() {
    let module = makes_matrices();
    let native = native(&module);
    let mut context = Context::new();
    let make = |context: &mut Context, n: u64| {
        native.call(function(&module, "f"), context, &mut [], &[Arg::Scalar(n), Arg::Scalar(0)]).is_ok()
    };
    context.set_alloc_countdown(2);
    assert_eq!([0; 4].map(|_| make(&mut context, 2)), [true, false, true, true]);
    assert!(!make(&mut context, 1 << 60));
    assert!(!make(&mut context, (1 << 61) - 1));
    assert_eq!(context.in_use(), 0);
}

/// Counts references: after one retain, two releases free the buffer; slots start at 0 and hold what is put in.
#[test]
fn retain_release_and_slots() {
    let mut module = Module::default();
    export(&mut module, "f", &[scalar(DType::I64)], scalar(DType::I64), |writer, ret, params| {
        let slot = writer.func.slots.push(());
        let start = writer.op(Op::SlotGet(slot), Type::Addr);
        writer.run(Op::Release(start));
        writer.run(Op::Retain(start));
        // A fresh buffer each round; the slot's old one goes.
        for_each(writer, params[0], |writer, i| {
            let old = writer.op(Op::SlotGet(slot), Type::Addr);
            writer.run(Op::Release(old));
            let fresh = writer.op(Op::Alloc(i), Type::Addr);
            writer.run(Op::SlotSet(slot, fresh));
        });
        let last = writer.op(Op::SlotGet(slot), Type::Addr);
        writer.run(Op::Retain(last));
        writer.run(Op::Release(last));
        let size = writer.op(Op::Load(MemType::I64, last, buffer::SIZE), Type::I64);
        writer.store_result(ret, 0, size);
        writer.run(Op::Release(last));
        writer.succeed();
    });
    let native = native(&module);
    let mut context = Context::new();
    let outcome = native.call(function(&module, "f"), &mut context, &mut [], &[Arg::Scalar(100)]).unwrap();
    assert_eq!(outcome, Outcome::Scalar { dtype: DType::I64, weak: false, bits: 99 });
    assert_eq!(context.in_use(), 0);
}

/// Loads and stores of every width, at small and at huge offsets.
#[test]
fn memory_has_every_width() {
    let mut module = Module::default();
    let widths = [
        (MemType::I8, Type::I32, 0x80_u64, -128_i64),
        (MemType::U8, Type::I32, 0x180, 128),
        (MemType::I16, Type::I32, 0x8000, -32768),
        (MemType::U16, Type::I32, 0x1_8000, 32768),
        (MemType::I32, Type::I32, u64::MAX, -1),
        (MemType::I64, Type::I64, 1 << 63, i64::MIN),
        (MemType::F32, Type::F32, 0x3FC0_0000, 0x3FC0_0000),
        (MemType::F64, Type::F64, 0x7FF0_0000_0000_0000, 0x7FF0_0000_0000_0000),
        (MemType::Addr, Type::Addr, 0x1234_5678_9ABC, 0x1234_5678_9ABC),
    ];
    for offset in [0, 8, 0xFFFF_FFF8] {
        for (at, (memory, ty, bits, _)) in widths.into_iter().enumerate() {
            let name = format!("f{at}_{offset}");
            export(&mut module, &name, &[], Shape::Tuple(vec![scalar(DType::I64); 3]), |writer, ret, _| {
                let back = writer.op(Op::Const(u64::from(offset).wrapping_neg()), Type::Addr);
                let base = writer.op(Op::Binary(BinaryOp::Add, ret, back), Type::Addr);
                let value = writer.op(Op::Const(bits), ty);
                let before = writer.int(-1);
                writer.run(Op::Store(MemType::I64, ret, 0, before));
                writer.run(Op::Store(memory, base, offset, value));
                let loaded = writer.op(Op::Load(memory, base, offset), ty);
                writer.store_result(ret, 8, loaded);
                writer.succeed();
            });
        }
    }
    let native = native(&module);
    for offset in [0, 8, 0xFFFF_FFF8_u32] {
        for (at, (memory, _, bits, expected)) in widths.into_iter().enumerate() {
            let f = function(&module, &format!("f{at}_{offset}")).clone();
            let Ok(Outcome::Tuple(members)) = native.call(&f, &mut Context::new(), &mut [], &[]) else { panic!() };
            let word = |at: usize| match members[at] {
                Outcome::Scalar { bits, .. } => bits,
                _ => 0,
            };
            let width = match memory {
                MemType::I8 | MemType::U8 => 8,
                MemType::I16 | MemType::U16 => 16,
                MemType::I32 | MemType::F32 => 32,
                _ => 64,
            };
            let mask = u64::MAX >> (64 - width);
            assert_eq!(word(0), bits & mask | !mask, "{memory:?} stores its width");
            assert_eq!(word(1) as i64, expected, "{memory:?} at {offset}");
        }
    }
}
