//! Every operation on scalars and memory against values computed here.
#![allow(missing_docs)]

mod common;

use common::{Build, Instance, compile, compile_module, module};
use npc_midend::ir::{BinaryOp, CastOp, CompareOp, FuncId, MemType, Op, UnaryOp};
use npc_midend::types::{DType, Type};
use npc_midend::vector::VecOp;
use smallvec::smallvec;

const BITS: [i64; 14] = [0, 1, -1, 2, 7, -7, 100, 31, 63, i64::MIN, i64::MAX, 0x8000_0000, -0x8000_0000, 0x1234_5678_9abc_def0];
const FLOATS: [f64; 14] =
    [0.0, -0.0, 1.0, -1.5, 2.5, 3.5, 1e10, -1e20, 1e300, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 0.1, -0.49999999999999994];

/// A function of the operand types with the one operation in it.
fn single(op: impl Fn(&[npc_midend::ir::Value]) -> Op, params: &[Type], result: Type) -> Instance {
    let (mut b, p) = Build::new("f", params, &[result]);
    let value = b.one(op(&p), result);
    b.ret(&[value]);
    Instance::new(&compile(b.func))
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

fn same32(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

#[test]
fn integer_unary() {
    type Case = (UnaryOp, fn(i64) -> i64, fn(i32) -> i32);
    let cases: [Case; 5] = [
        (UnaryOp::Neg, i64::wrapping_neg, i32::wrapping_neg),
        (UnaryOp::Not, |x| !x, |x| !x),
        (UnaryOp::Clz, |x| x.leading_zeros().into(), |x| x.leading_zeros() as i32),
        (UnaryOp::Ctz, |x| x.trailing_zeros().into(), |x| x.trailing_zeros() as i32),
        (UnaryOp::Popcnt, |x| x.count_ones().into(), |x| x.count_ones() as i32),
    ];
    for (op, wide, narrow) in cases {
        let mut f = single(|p| Op::Unary(op, p[0]), &[Type::I64], Type::I64);
        let mut g = single(|p| Op::Unary(op, p[0]), &[Type::I32], Type::I32);
        for x in BITS {
            assert_eq!(f.call::<_, i64>("f", x), wide(x), "{op:?} {x}");
            assert_eq!(g.call::<_, i32>("f", x as i32), narrow(x as i32), "{op:?} {x}");
        }
    }
    let mut not = single(|p| Op::Unary(UnaryOp::Not, p[0]), &[Type::BOOL], Type::BOOL);
    assert_eq!((not.call::<_, i32>("f", 0), not.call::<_, i32>("f", 1)), (1, 0));
}

#[test]
fn float_unary() {
    type Case = (UnaryOp, fn(f64) -> f64, fn(f32) -> f32);
    let cases: [Case; 7] = [
        (UnaryOp::Neg, |x| -x, |x| -x),
        (UnaryOp::Abs, f64::abs, f32::abs),
        (UnaryOp::Sqrt, f64::sqrt, f32::sqrt),
        (UnaryOp::Floor, f64::floor, f32::floor),
        (UnaryOp::Ceil, f64::ceil, f32::ceil),
        (UnaryOp::Trunc, f64::trunc, f32::trunc),
        (UnaryOp::Rint, f64::round_ties_even, f32::round_ties_even),
    ];
    for (op, wide, narrow) in cases {
        let mut f = single(|p| Op::Unary(op, p[0]), &[Type::F64], Type::F64);
        let mut g = single(|p| Op::Unary(op, p[0]), &[Type::F32], Type::F32);
        for x in FLOATS {
            assert!(same(f.call("f", x), wide(x)), "{op:?} {x}");
            assert!(same32(g.call("f", x as f32), narrow(x as f32)), "{op:?} {x}");
        }
    }
}

#[test]
fn integer_binary() {
    type Case = (BinaryOp, fn(i64, i64) -> i64, fn(i32, i32) -> i32);
    let cases: [Case; 9] = [
        (BinaryOp::Add, i64::wrapping_add, i32::wrapping_add),
        (BinaryOp::Sub, i64::wrapping_sub, i32::wrapping_sub),
        (BinaryOp::Mul, i64::wrapping_mul, i32::wrapping_mul),
        (BinaryOp::And, |x, y| x & y, |x, y| x & y),
        (BinaryOp::Or, |x, y| x | y, |x, y| x | y),
        (BinaryOp::Xor, |x, y| x ^ y, |x, y| x ^ y),
        (BinaryOp::Shl, |x, y| x.wrapping_shl(y as u32), |x, y| x.wrapping_shl(y as u32)),
        (BinaryOp::Shr, |x, y| x.wrapping_shr(y as u32), |x, y| x.wrapping_shr(y as u32)),
        (BinaryOp::ShrU, |x, y| (x as u64).wrapping_shr(y as u32) as i64, |x, y| (x as u32).wrapping_shr(y as u32) as i32),
    ];
    for (op, wide, narrow) in cases {
        let mut f = single(|p| Op::Binary(op, p[0], p[1]), &[Type::I64; 2], Type::I64);
        let mut g = single(|p| Op::Binary(op, p[0], p[1]), &[Type::I32; 2], Type::I32);
        for (x, y) in BITS.iter().flat_map(|x| BITS.map(|y| (*x, y))) {
            assert_eq!(f.call::<_, i64>("f", (x, y)), wide(x, y), "{op:?} {x} {y}");
            assert_eq!(g.call::<_, i32>("f", (x as i32, y as i32)), narrow(x as i32, y as i32), "{op:?} {x} {y}");
        }
    }
}

#[test]
fn divisions() {
    type Case = (BinaryOp, fn(i64, i64) -> i64, fn(i32, i32) -> i32);
    let cases: [Case; 4] = [
        (BinaryOp::DivS, |x, y| x / y, |x, y| x / y),
        (BinaryOp::DivU, |x, y| (x as u64 / y as u64) as i64, |x, y| (x as u32 / y as u32) as i32),
        (BinaryOp::RemS, i64::wrapping_rem, i32::wrapping_rem),
        (BinaryOp::RemU, |x, y| (x as u64 % y as u64) as i64, |x, y| (x as u32 % y as u32) as i32),
    ];
    for (op, wide, narrow) in cases {
        let mut f = single(|p| Op::Binary(op, p[0], p[1]), &[Type::I64; 2], Type::I64);
        let mut g = single(|p| Op::Binary(op, p[0], p[1]), &[Type::I32; 2], Type::I32);
        for (x, y) in BITS.iter().flat_map(|x| BITS.map(|y| (*x, y))) {
            if y != 0 && (x, y, op) != (i64::MIN, -1, BinaryOp::DivS) {
                assert_eq!(f.call::<_, i64>("f", (x, y)), wide(x, y), "{op:?} {x} {y}");
            }
            let (x, y) = (x as i32, y as i32);
            if y != 0 && (x, y, op) != (i32::MIN, -1, BinaryOp::DivS) {
                assert_eq!(g.call::<_, i32>("f", (x, y)), narrow(x, y), "{op:?} {x} {y}");
            }
        }
    }
}

fn wasm_min(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == y { f64::from_bits(x.to_bits() | y.to_bits()) } else { x.min(y) }
}

fn copysign(x: f64, y: f64) -> f64 {
    if y.is_nan() { x.abs() } else { x.copysign(y) }
}

#[test]
fn float_binary() {
    type Case = (BinaryOp, fn(f64, f64) -> f64);
    let cases: [Case; 7] = [
        (BinaryOp::Add, |x, y| x + y),
        (BinaryOp::Sub, |x, y| x - y),
        (BinaryOp::Mul, |x, y| x * y),
        (BinaryOp::Div, |x, y| x / y),
        (BinaryOp::Min, wasm_min),
        (BinaryOp::Max, |x, y| -wasm_min(-x, -y)),
        (BinaryOp::Copysign, copysign),
    ];
    for (op, wide) in cases {
        let mut f = single(|p| Op::Binary(op, p[0], p[1]), &[Type::F64; 2], Type::F64);
        let mut g = single(|p| Op::Binary(op, p[0], p[1]), &[Type::F32; 2], Type::F32);
        let with_nan = [&FLOATS[..], &[-f64::NAN]].concat();
        for (x, y) in with_nan.iter().flat_map(|x| with_nan.iter().map(|y| (*x, *y))) {
            assert!(same(f.call("f", (x, y)), wide(x, y)), "{op:?} {x} {y}");
            let (a, b) = (x as f32, y as f32);
            assert!(same32(g.call("f", (a, b)), wide(a.into(), b.into()) as f32), "{op:?} {a} {b}");
        }
    }
    let mut bools = single(|p| Op::Binary(BinaryOp::Xor, p[0], p[1]), &[Type::BOOL; 2], Type::BOOL);
    assert_eq!(bools.call::<_, i32>("f", (1, 1)), 0);
}

const COMPARE: [CompareOp; 10] = [
    CompareOp::Eq,
    CompareOp::Ne,
    CompareOp::Lt,
    CompareOp::Le,
    CompareOp::Gt,
    CompareOp::Ge,
    CompareOp::LtU,
    CompareOp::LeU,
    CompareOp::GtU,
    CompareOp::GeU,
];

fn holds<T: PartialOrd, U: PartialOrd>(op: CompareOp, (x, y): (T, T), (u, v): (U, U)) -> bool {
    match op {
        CompareOp::Eq => x == y,
        CompareOp::Ne => x != y,
        CompareOp::Lt => x < y,
        CompareOp::Le => x <= y,
        CompareOp::Gt => x > y,
        CompareOp::Ge => x >= y,
        CompareOp::LtU => u < v,
        CompareOp::LeU => u <= v,
        CompareOp::GtU => u > v,
        CompareOp::GeU => u >= v,
    }
}

#[test]
fn comparisons_and_their_inverses() {
    for op in COMPARE {
        let mut f = single(|p| Op::Compare(op, p[0], p[1]), &[Type::I64; 2], Type::BOOL);
        let mut g = single(|p| Op::Compare(op, p[0], p[1]), &[Type::I32; 2], Type::BOOL);
        let (mut b, p) = Build::new("f", &[Type::I64; 2], &[Type::BOOL]);
        let cond = b.compare(op, p[0], p[1]);
        let not = b.one(Op::Unary(UnaryOp::Not, cond), Type::BOOL);
        b.ret(&[not]);
        let mut inverse = Instance::new(&compile(b.func));
        for (x, y) in BITS.iter().flat_map(|x| BITS.map(|y| (*x, y))) {
            let expected = holds(op, (x, y), (x as u64, y as u64));
            assert_eq!(f.call::<_, i32>("f", (x, y)) == 1, expected, "{op:?} {x} {y}");
            assert_eq!(inverse.call::<_, i32>("f", (x, y)) == 0, expected, "{op:?} {x} {y}");
            let (x, y) = (x as i32, y as i32);
            assert_eq!(g.call::<_, i32>("f", (x, y)) == 1, holds(op, (x, y), (x as u32, y as u32)), "{op:?} {x} {y}");
        }
    }
    for op in &COMPARE[..6] {
        for negated in [false, true] {
            let (mut b, p) = Build::new("f", &[Type::F64; 2], &[Type::BOOL]);
            let mut cond = b.compare(*op, p[0], p[1]);
            if negated {
                cond = b.one(Op::Unary(UnaryOp::Not, cond), Type::BOOL);
            }
            b.ret(&[cond]);
            let mut f = Instance::new(&compile(b.func));
            for (x, y) in FLOATS.iter().flat_map(|x| FLOATS.map(|y| (*x, y))) {
                assert_eq!((f.call::<_, i32>("f", (x, y)) == 1) != negated, holds(*op, (x, y), (0, 0)), "{op:?} {x} {y}");
            }
        }
    }
}

#[test]
fn comparisons_with_constants_and_select() {
    // select(x == 0, 1.5, y) and the forms with `!= false`.
    let (mut b, p) = Build::new("f", &[Type::I64, Type::F64], &[Type::F64]);
    let zero = b.int(0);
    let is_zero = b.compare(CompareOp::Eq, p[0], zero);
    let no = b.one(Op::Const(0), Type::BOOL);
    let again = b.compare(CompareOp::Ne, is_zero, no);
    let value = b.float(1.5);
    let result = b.one(Op::Select(again, value, p[1]), Type::F64);
    b.ret(&[result]);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, f64>("f", (0_i64, 9.0)), 1.5);
    assert_eq!(f.call::<_, f64>("f", (4_i64, 9.0)), 9.0);
}

#[test]
fn integer_casts() {
    type Case = (CastOp, Type, Type, fn(i64) -> i64);
    let cases: [Case; 9] = [
        (CastOp::Extend8, Type::I64, Type::I64, |x| (x as i8).into()),
        (CastOp::Extend16, Type::I64, Type::I64, |x| (x as i16).into()),
        (CastOp::Extend8, Type::I32, Type::I32, |x| (x as i8).into()),
        (CastOp::Extend16, Type::I32, Type::I32, |x| (x as i16).into()),
        (CastOp::WidenS, Type::I32, Type::I64, |x| (x as i32).into()),
        (CastOp::WidenU, Type::I32, Type::I64, |x| (x as u32).into()),
        (CastOp::Narrow, Type::I64, Type::I32, |x| (x as i32).into()),
        (CastOp::ToAddr, Type::I64, Type::Addr, |x| (x as i32).into()),
        (CastOp::FromAddr, Type::Addr, Type::I64, |x| (x as u32).into()),
    ];
    for (op, from, to, expected) in cases {
        let mut f = single(|p| Op::Cast(op, p[0]), &[from], to);
        for x in BITS {
            let got: i64 = match (from == Type::I64, to == Type::I64) {
                (true, true) => f.call("f", x),
                (true, false) => f.call::<_, i32>("f", x).into(),
                (false, true) => f.call("f", x as i32),
                (false, false) => f.call::<_, i32>("f", x as i32).into(),
            };
            assert_eq!(got, expected(x), "{op:?} {x}");
        }
    }
    let mut bools = single(|p| Op::Cast(CastOp::Bool, p[0]), &[Type::I32], Type::BOOL);
    assert_eq!(bools.call::<_, i32>("f", 1), 1);
}

#[test]
fn float_casts_saturate() {
    let mut to_i64 = single(|p| Op::Cast(CastOp::IntS, p[0]), &[Type::F64], Type::I64);
    let mut to_u64 = single(|p| Op::Cast(CastOp::IntU, p[0]), &[Type::F64], Type::I64);
    let mut to_i32 = single(|p| Op::Cast(CastOp::IntS, p[0]), &[Type::F64], Type::I32);
    let mut to_u32 = single(|p| Op::Cast(CastOp::IntU, p[0]), &[Type::F32], Type::I32);
    let mut short_i64 = single(|p| Op::Cast(CastOp::IntS, p[0]), &[Type::F32], Type::I64);
    for x in FLOATS {
        assert_eq!(to_i64.call::<_, i64>("f", x), x as i64);
        assert_eq!(to_u64.call::<_, i64>("f", x), x as u64 as i64);
        assert_eq!(to_i32.call::<_, i32>("f", x), x as i32);
        assert_eq!(to_u32.call::<_, i32>("f", x as f32), x as f32 as u32 as i32);
        assert_eq!(short_i64.call::<_, i64>("f", x as f32), x as f32 as i64);
    }
}

#[test]
fn integers_to_floats_and_bits() {
    let mut s64 = single(|p| Op::Cast(CastOp::FloatS, p[0]), &[Type::I64], Type::F64);
    let mut u64_ = single(|p| Op::Cast(CastOp::FloatU, p[0]), &[Type::I64], Type::F64);
    let mut s32 = single(|p| Op::Cast(CastOp::FloatS, p[0]), &[Type::I32], Type::F32);
    let mut u32_ = single(|p| Op::Cast(CastOp::FloatU, p[0]), &[Type::I32], Type::F64);
    let mut long_short = single(|p| Op::Cast(CastOp::FloatU, p[0]), &[Type::I64], Type::F32);
    let mut bits = single(|p| Op::Cast(CastOp::Bits, p[0]), &[Type::I64], Type::F64);
    let mut bits32 = single(|p| Op::Cast(CastOp::Bits, p[0]), &[Type::F32], Type::I32);
    for x in BITS {
        assert_eq!(s64.call::<_, f64>("f", x), x as f64);
        assert_eq!(u64_.call::<_, f64>("f", x), x as u64 as f64);
        assert_eq!(s32.call::<_, f32>("f", x as i32), x as i32 as f32);
        assert_eq!(u32_.call::<_, f64>("f", x as i32), f64::from(x as u32));
        assert_eq!(long_short.call::<_, f32>("f", x), x as u64 as f32);
        assert_eq!(bits.call::<_, f64>("f", x).to_bits(), x as u64);
    }
    let mut promote = single(|p| Op::Cast(CastOp::Promote, p[0]), &[Type::F32], Type::F64);
    let mut demote = single(|p| Op::Cast(CastOp::Demote, p[0]), &[Type::F64], Type::F32);
    for x in FLOATS {
        assert!(same(promote.call("f", x as f32), f64::from(x as f32)));
        assert!(same32(demote.call("f", x), x as f32));
        assert_eq!(bits32.call::<_, i32>("f", x as f32), (x as f32).to_bits() as i32);
    }
}

#[test]
fn constants_of_every_size() {
    for x in BITS {
        let (mut b, _) = Build::new("f", &[], &[Type::I64, Type::I64, Type::I32]);
        let (big, small) = (b.int(x), b.i32(x as i32));
        // Twice: large constants get a variable.
        b.ret(&[big, big, small]);
        let mut f = Instance::new(&compile(b.func));
        assert_eq!(f.call::<_, (i64, i64, i32)>("f", ()), (x, x, x as i32));
    }
    let (mut b, _) = Build::new("f", &[], &[Type::F64, Type::F64, Type::F32]);
    let half = b.float(0.5);
    let short = b.one(Op::Const(1.25_f32.to_bits().into()), Type::F32);
    b.ret(&[half, half, short]);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, (f64, f64, f32)>("f", ()), (0.5, 0.5, 1.25));
}

#[test]
fn loads_extend_and_stores_cut() {
    let cases = [
        (MemType::I8, -2_i64, 1),
        (MemType::U8, 254, 1),
        (MemType::I16, -300, 2),
        (MemType::U16, 65_000, 2),
        (MemType::I32, -70_000, 4),
        (MemType::I64, i64::MIN + 5, 8),
        (MemType::Addr, 0x1000, 8),
    ];
    for (mem, value, size) in cases {
        let ty = mem.value_type();
        let (mut b, p) = Build::new("f", &[Type::Addr, ty], &[ty]);
        b.op(Op::Store(mem, p[0], 3, p[1]), &[]);
        let loaded = b.one(Op::Load(mem, p[0], 3), ty);
        b.ret(&[loaded]);
        let mut f = Instance::new(&compile(b.func));
        f.write(5000, &[0xaa; 24]);
        if ty == Type::I64 {
            assert_eq!(f.call::<_, i64>("f", (5000, value)), value);
        } else {
            assert_eq!(f.call::<_, i32>("f", (5000, value as i32)), value as i32, "{mem:?}");
        }
        let mut bytes = [0_u8; 24];
        let memory = f.memory();
        memory.read(&f.store, 5000, &mut bytes).expect("in range");
        assert_eq!(bytes[3..3 + size], value.to_le_bytes()[..size], "{mem:?}");
        assert!(bytes[..3].iter().chain(&bytes[3 + size..]).all(|byte| *byte == 0xaa), "{mem:?}");
    }
}

#[test]
fn float_memory_and_wide_loads() {
    let (mut b, p) = Build::new("f", &[Type::Addr, Type::F32, Type::F64], &[Type::F64, Type::I64, Type::I64]);
    b.op(Op::Store(MemType::F32, p[0], 0, p[1]), &[]);
    b.op(Op::Store(MemType::F64, p[0], 8, p[2]), &[]);
    let a = b.one(Op::Load(MemType::F32, p[0], 0), Type::F32);
    let a = b.one(Op::Cast(CastOp::Promote, a), Type::F64);
    let c = b.one(Op::Load(MemType::F64, p[0], 8), Type::F64);
    let sum = b.add(a, c);
    let x = b.one(Op::Load(MemType::I8, p[0], 15), Type::I32);
    let x = b.one(Op::Cast(CastOp::WidenS, x), Type::I64);
    let y = b.one(Op::Load(MemType::I32, p[0], 12), Type::I32);
    let y = b.one(Op::Cast(CastOp::WidenU, y), Type::I64);
    b.ret(&[sum, x, y]);
    let mut f = Instance::new(&compile(b.func));
    let high = (-2.25_f64).to_bits() >> 32;
    let expected = (-0.75, i64::from((high >> 24) as i8), high as i64);
    assert_eq!(f.call::<_, (f64, i64, i64)>("f", (5000, 1.5_f32, -2.25)), expected);
}

#[test]
fn address_constants_go_into_offsets_only_where_they_cannot_wrap() {
    for offset in [8_i64, 2000, 100_000, -8] {
        let (mut b, p) = Build::new("f", &[Type::Addr], &[Type::I32]);
        let by = b.one(Op::Const(offset as u64), Type::Addr);
        let place = b.add(p[0], by);
        let loaded = b.one(Op::Load(MemType::I32, place, 4), Type::I32);
        b.ret(&[loaded]);
        let mut f = Instance::new(&compile(b.func));
        f.write(4004, &77_i32.to_le_bytes());
        assert_eq!(f.call::<_, i32>("f", (4000 - offset) as i32), 77, "{offset}");
    }
}

#[test]
fn loads_do_not_pass_stores() {
    // old = *p; *p = x; return old + *p * 2
    let (mut b, p) = Build::new("f", &[Type::Addr, Type::I64], &[Type::I64]);
    let two = b.int(2);
    let old = b.one(Op::Load(MemType::I64, p[0], 0), Type::I64);
    b.op(Op::Store(MemType::I64, p[0], 0, p[1]), &[]);
    let new = b.one(Op::Load(MemType::I64, p[0], 0), Type::I64);
    let twice = b.binary(BinaryOp::Mul, new, two);
    let sum = b.add(old, twice);
    b.ret(&[sum]);
    let mut f = Instance::new(&compile(b.func));
    f.write(4096, &5_i64.to_le_bytes());
    assert_eq!(f.call::<_, i64>("f", (4096, 100_i64)), 205);
}

#[test]
fn calls_keep_their_order() {
    // Each call stores its argument and returns what was there: f(1) - f(2) * f(3).
    let (mut b, p) = Build::new("f", &[Type::Addr], &[Type::I64]);
    let args = [b.int(1), b.int(2), b.int(3)];
    let callee = FuncId::from_u32(1);
    let results = args.map(|arg| b.one(Op::Call(callee, smallvec![p[0], arg]), Type::I64));
    let product = b.binary(BinaryOp::Mul, results[2], results[1]);
    let result = b.binary(BinaryOp::Sub, results[0], product);
    b.ret(&[result]);
    let caller = b.func;
    let (mut b, p) = Build::new("swap", &[Type::Addr, Type::I64], &[Type::I64]);
    let old = b.one(Op::Load(MemType::I64, p[0], 0), Type::I64);
    b.op(Op::Store(MemType::I64, p[0], 0, p[1]), &[]);
    b.ret(&[old]);
    let mut f = Instance::new(&compile_module(module(vec![caller, b.func], 1)));
    f.write(4096, &50_i64.to_le_bytes());
    assert_eq!(f.call::<_, i64>("f", 4096), 50 - 2);
}

#[test]
fn slots_are_variables() {
    let (mut b, p) = Build::new("f", &[Type::Addr, Type::I64], &[Type::Addr, Type::Addr, Type::Addr]);
    let (one, two) = (b.func.slots.push(()), b.func.slots.push(()));
    let before = b.one(Op::SlotGet(one), Type::Addr);
    let zero = b.int(0);
    let eight = b.one(Op::Const(8), Type::Addr);
    b.for_(zero, p[1], &[], |b, label, _, _| {
        let old = b.one(Op::SlotGet(two), Type::Addr);
        let new = b.add(old, eight);
        b.op(Op::SlotSet(two, new), &[]);
        b.next(label, &[]);
    });
    b.op(Op::SlotSet(one, p[0]), &[]);
    let (x, y) = (b.one(Op::SlotGet(one), Type::Addr), b.one(Op::SlotGet(two), Type::Addr));
    b.ret(&[before, x, y]);
    let mut f = Instance::new(&compile(b.func));
    assert_eq!(f.call::<_, (i32, i32, i32)>("f", (1234, 5_i64)), (0, 1234, 40));
}

#[test]
fn what_is_loaded_to_be_spread_is_loaded_spread() {
    let cases = [
        (MemType::I8, DType::I8, 0xf5 - 0x100),
        (MemType::U16, DType::U16, 0xf4f5),
        (MemType::I32, DType::I32, 0xf2f3_f4f5_u32 as i32),
        // A narrower load is extended first.
        (MemType::U8, DType::U16, 0xf5),
        (MemType::I16, DType::I32, 0xf4f5 - 0x1_0000),
    ];
    for (mem, lanes, expected) in cases {
        let (mut b, p) = Build::new("f", &[Type::Addr], &[Type::I32]);
        let loaded = b.one(Op::Load(mem, p[0], 4), Type::I32);
        let spread = b.one(Op::Vector(VecOp::Splat(lanes), smallvec![loaded]), Type::Vector);
        let last = b.one(Op::Vector(VecOp::Extract(lanes, 3), smallvec![spread]), Type::I32);
        b.ret(&[last]);
        let bytes = compile(b.func);
        let text = wasmprinter::print_bytes(&bytes).expect("it prints");
        let direct = !matches!((mem, lanes), (MemType::U8, _) | (MemType::I16, _));
        assert_eq!(text.contains("_splat"), direct, "{mem:?} {lanes:?}");
        let mut f = Instance::new(&bytes);
        f.write(4004, &[0xf5, 0xf4, 0xf3, 0xf2]);
        assert_eq!(f.call::<_, i32>("f", 4000), expected, "{mem:?} {lanes:?}");
    }
}
