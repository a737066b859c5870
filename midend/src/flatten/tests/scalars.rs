//! Every operation on every dtype against `eval`, with variables and with constants.

use super::*;
use crate::eval;
use crate::flatten::scalars::machine_bits;
use crate::ir::{BinaryOp, CheckedOp, CompareOp, UnaryOp};
use DType::*;

const UNARY: [UnaryOp; 11] = [
    UnaryOp::Neg,
    UnaryOp::Abs,
    UnaryOp::Not,
    UnaryOp::Sqrt,
    UnaryOp::Floor,
    UnaryOp::Ceil,
    UnaryOp::Trunc,
    UnaryOp::Rint,
    UnaryOp::Clz,
    UnaryOp::Ctz,
    UnaryOp::Popcnt,
];

const BINARY: [BinaryOp; 16] = [
    BinaryOp::Add,
    BinaryOp::Sub,
    BinaryOp::Mul,
    BinaryOp::Div,
    BinaryOp::FloorDiv,
    BinaryOp::FloorRem,
    BinaryOp::TruncRem,
    BinaryOp::And,
    BinaryOp::Or,
    BinaryOp::Xor,
    BinaryOp::Shl,
    BinaryOp::Shr,
    BinaryOp::ShrU,
    BinaryOp::Min,
    BinaryOp::Max,
    BinaryOp::Copysign,
];

const COMPARE: [CompareOp; 6] = [CompareOp::Eq, CompareOp::Ne, CompareOp::Lt, CompareOp::Le, CompareOp::Gt, CompareOp::Ge];

fn unary_takes(op: UnaryOp, dtype: DType) -> bool {
    match op {
        UnaryOp::Neg => dtype != Bool,
        UnaryOp::Abs => dtype != Bool,
        UnaryOp::Not => !dtype.is_float(),
        UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt => dtype.is_int(),
        _ => dtype.is_float(),
    }
}

fn binary_takes(op: BinaryOp, dtype: DType) -> bool {
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => dtype != Bool,
        BinaryOp::Div | BinaryOp::Copysign => dtype.is_float(),
        BinaryOp::FloorDiv | BinaryOp::FloorRem | BinaryOp::TruncRem | BinaryOp::Shl | BinaryOp::Shr => dtype.is_int(),
        BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => !dtype.is_float(),
        BinaryOp::ShrU => matches!(dtype, I32 | I64),
        _ => true,
    }
}

/// Extremes, small numbers, and some at random.
fn samples(dtype: DType, count: usize) -> Vec<u64> {
    let mut random = Random(0x9e37_79b9 + u64::from(dtype.bits()));
    let mut bits: Vec<u64> = if dtype.is_float() {
        let floats = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            -2.5,
            127.5,
            -128.9,
            255.4,
            256.0,
            65535.7,
            2147483648.0,
            4294967295.5,
            -2147483649.0,
            9.3e18,
            1.9e19,
            -9.3e18,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            -f64::NAN,
        ];
        floats.map(|float| eval::eval_convert(F64, dtype, float.to_bits())).to_vec()
    } else {
        let around = [(dtype.int_min(), 2), (dtype.int_max(), 2), (0, 9)];
        let near = around.iter().flat_map(|(x, most)| (-2..=*most).map(move |d| x + d));
        near.map(|x| eval::canonical(dtype, x as u64)).collect()
    };
    bits.extend((0..count).map(|_| {
        let shift = random.below(64);
        eval::canonical(dtype, random.bits() >> shift)
    }));
    bits.sort_unstable();
    bits.dedup();
    bits
}

/// Float results are equal if both are NaN.
fn same(dtype: DType, x: u64, y: u64) -> bool {
    let nan = |bits: u64| f64::from_bits(eval::eval_convert(dtype, F64, bits)).is_nan();
    x == y || (dtype.is_float() && nan(x) && nan(y))
}

/// Functions `x, y → op` with nothing, `y` or `x` as a constant.
fn functions(dtype: DType, result: DType, x: u64, y: u64, op: impl std::ops::Fn(Value, Value) -> Op) -> Vec<Fn> {
    let ty = Type::Scalar(dtype);
    [(false, false), (false, true), (true, false), (true, true)]
        .map(|(const_x, const_y)| {
            let (mut f, params) = Fn::new("f", &[ty, ty], &[Type::Scalar(result)]);
            f.func.can_raise = false;
            let a = if const_x { f.constant(dtype, x) } else { params[0] };
            let b = if const_y { f.constant(dtype, y) } else { params[1] };
            let value = f.op(op(a, b), Type::Scalar(result));
            f.ret(&[value]);
            f
        })
        .into()
}

fn check(
    dtype: DType,
    result: DType,
    expected: impl std::ops::Fn(u64, u64) -> u64,
    op: impl std::ops::Fn(Value, Value) -> Op,
    unary: bool,
) {
    let samples = samples(dtype, 6);
    let general = flat(module(functions(dtype, result, 0, 0, &op)));
    for (at, x) in samples.iter().enumerate() {
        let ys = if unary { &samples[at..=at] } else { &samples[..] };
        for (other, y) in ys.iter().enumerate() {
            // Constants need a function each; a part of the pairs will do.
            let mut modules = vec![(0..1, &general)];
            let special = (at * 7 + other) % 29 == 0 || unary;
            let constant = special.then(|| flat(module(functions(dtype, result, *x, *y, &op))));
            modules.extend(constant.as_ref().map(|module| (1..4, module)));
            for (funcs, module) in modules {
                for at in funcs {
                    let args = [machine_bits(dtype, *x), machine_bits(dtype, *y)];
                    let got = Machine::new(module, 64).call(func(at), &args)[0];
                    let wanted = machine_bits(result, expected(*x, *y));
                    let text = &module.funcs[func(at)];
                    assert!(same(result, got, wanted), "{dtype} {x:#x} {y:#x}: {got:#x}, not {wanted:#x}\n{text}");
                }
            }
        }
    }
}

fn real_dtypes() -> impl Iterator<Item = DType> {
    DType::ALL.into_iter().filter(|dtype| !dtype.is_complex())
}

#[test]
fn unary_operations() {
    for dtype in real_dtypes() {
        for op in UNARY.into_iter().filter(|op| unary_takes(*op, dtype)) {
            check(dtype, dtype, |x, _| eval::eval_unary(op, dtype, x), |x, _| Op::Unary(op, x), true);
        }
    }
}

#[test]
fn binary_operations() {
    for dtype in real_dtypes() {
        for op in BINARY.into_iter().filter(|op| binary_takes(*op, dtype)) {
            check(dtype, dtype, |x, y| eval::eval_binary(op, dtype, x, y), |x, y| Op::Binary(op, x, y), false);
        }
    }
}

#[test]
fn comparisons() {
    for dtype in real_dtypes() {
        for op in COMPARE {
            let expected = |x, y| eval::eval_compare(op, dtype, x, y).into();
            check(dtype, Bool, expected, |x, y| Op::Compare(op, x, y), false);
        }
    }
}

#[test]
fn conversions() {
    for from in real_dtypes() {
        for to in real_dtypes() {
            check(from, to, |x, _| eval::eval_convert(from, to, x), |x, _| Op::Convert(x), true);
            if from.itemsize() == to.itemsize() && from != Bool && to != Bool {
                check(from, to, |x, _| eval::eval_bitcast(to, x), |x, _| Op::Bitcast(x), true);
            }
        }
    }
}

#[test]
fn checked_arithmetic() {
    for op in [CheckedOp::Add, CheckedOp::Sub, CheckedOp::Mul] {
        let mut samples = samples(I64, 12);
        samples.extend([
            1 << 31,
            1 << 32,
            (1 << 31) - 1,
            3_037_000_500,
            -3_037_000_500i64 as u64,
            1 << 62,
            -(1i64 << 31) as u64,
        ]);
        for (at, x) in samples.iter().enumerate() {
            for (other, y) in samples.iter().enumerate() {
                if (at + other) % 3 != 0 && at != other {
                    continue;
                }
                let mut funcs = functions(I64, I64, *x, *y, |x, y| Op::Checked(op, x, y, site(1)));
                funcs.iter_mut().for_each(|f| f.func.can_raise = true);
                let module = flat(module(funcs));
                for at in 0..4 {
                    let got = Machine::new(&module, 32).call(func(at), &[*x, *y]);
                    let wanted = match eval::eval_checked(op, *x as i64, *y as i64) {
                        Some(result) => vec![0, result as u64],
                        None => vec![1, 0],
                    };
                    assert_eq!(got, wanted, "{op:?} {} {}\n{}", *x as i64, *y as i64, module.funcs[func(at)]);
                }
            }
        }
    }
}

/// What a function looks like, without the first line and the last.
fn body(f: Fn) -> Vec<String> {
    let module = flat(module(vec![f]));
    let text = module.funcs[func(0)].to_string();
    text.lines().map(|line| line.trim().to_string()).filter(|line| line.contains('=') && !line.contains("const")).collect()
}

#[test]
fn constants_leave_no_guards() {
    for (op, dtype, by, operations) in [
        (BinaryOp::FloorDiv, I64, 8, 1),
        (BinaryOp::FloorDiv, I64, 3, 6),
        (BinaryOp::FloorDiv, U32, 3, 1),
        (BinaryOp::FloorRem, I32, 16, 1),
        (BinaryOp::FloorRem, U64, 10, 1),
        (BinaryOp::TruncRem, I64, 10, 1),
        (BinaryOp::Shl, I64, 3, 1),
        (BinaryOp::Shl, U8, 3, 2),
        (BinaryOp::Shr, U16, 3, 1),
        (BinaryOp::Mul, I64, 1, 0),
        (BinaryOp::Shr, I64, 100, 1),
    ] {
        let ty = Type::Scalar(dtype);
        let (mut f, params) = Fn::new("f", &[ty], &[ty]);
        f.func.can_raise = false;
        let by = f.constant(dtype, by);
        let result = f.op(Op::Binary(op, params[0], by), ty);
        f.ret(&[result]);
        let lines = body(f);
        assert_eq!(lines.len(), operations, "{op:?} {dtype}: {lines:#?}");
    }
}
