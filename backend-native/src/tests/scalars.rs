//! Every scalar operation on extreme operands, against Rust's arithmetic.

use super::build::{call, export, native, scalar};
use npc_midend::Module;
use npc_midend::ir::{BinaryOp, CastOp, CompareOp, Op, UnaryOp};
use npc_midend::types::{DType, Type};

const I64S: [i64; 10] = [0, 1, -1, 2, 7, -7, 63, 1 << 40, i64::MAX, i64::MIN];
const I32S: [i32; 9] = [0, 1, -1, 2, 7, 31, -1000, i32::MAX, i32::MIN];
const F64S: [f64; 18] = [
    0.0,
    -0.0,
    0.5,
    1.5,
    2.5,
    -2.5,
    -0.3,
    1e-310,
    3e9,
    -3e9,
    1e19,
    1.844_674_407_370_955_2e19,
    -1e300,
    9_223_372_036_854_775_807.0,
    f64::MAX,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

#[derive(Clone, Copy, PartialEq, Debug)]
enum Ty {
    Bool,
    I32,
    I64,
    F32,
    F64,
}

impl Ty {
    fn dtype(self) -> DType {
        match self {
            Ty::Bool => DType::Bool,
            Ty::I32 => DType::I32,
            Ty::I64 => DType::I64,
            Ty::F32 => DType::F32,
            Ty::F64 => DType::F64,
        }
    }

    fn samples(self) -> Vec<u64> {
        match self {
            Ty::Bool => vec![0, 1],
            Ty::I32 => I32S.iter().map(|x| *x as u64).collect(),
            Ty::I64 => I64S.iter().map(|x| *x as u64).collect(),
            Ty::F32 => F64S.iter().map(|x| u64::from((*x as f32).to_bits())).collect(),
            Ty::F64 => F64S.iter().map(|x| x.to_bits()).collect(),
        }
    }

    /// Equal bits, or two NaNs.
    fn same(self, a: u64, b: u64) -> bool {
        match self {
            Ty::F32 => a == b || (f32::from_bits(a as u32).is_nan() && f32::from_bits(b as u32).is_nan()),
            Ty::F64 => a == b || (f64::from_bits(a).is_nan() && f64::from_bits(b).is_nan()),
            _ => a == b,
        }
    }
}

type Make = Box<dyn Fn(&[npc_midend::ir::Value]) -> Op>;
type Expect = Box<dyn Fn(&[u64]) -> Option<u64>>;

/// Operations to try: operand types, result type, the operation, what it should yield (`None`: not defined).
#[derive(Default)]
struct Table {
    rows: Vec<(Vec<Ty>, Ty, Make, Expect)>,
}

fn i(bits: u64) -> i64 {
    bits as i64
}

fn w(bits: u64) -> i32 {
    bits as i32
}

fn f(bits: u64) -> f64 {
    f64::from_bits(bits)
}

fn s(bits: u64) -> f32 {
    f32::from_bits(bits as u32)
}

/// Smaller or larger by wasm's rules.
fn extreme(x: f64, y: f64, larger: bool) -> f64 {
    match () {
        () if x.is_nan() || y.is_nan() => f64::NAN,
        () if x == y => {
            if x.is_sign_negative() == larger {
                y
            } else {
                x
            }
        }
        () if (x < y) == larger => y,
        () => x,
    }
}

impl Table {
    fn add(&mut self, from: &[Ty], to: Ty, make: impl Fn(&[npc_midend::ir::Value]) -> Op + 'static, expect: Expect) {
        self.rows.push((from.to_vec(), to, Box::new(make), expect));
    }

    fn unary64(&mut self, op: UnaryOp, expect: impl Fn(f64) -> f64 + Copy + 'static) {
        self.add(&[Ty::F64], Ty::F64, move |v| Op::Unary(op, v[0]), Box::new(move |a| Some(expect(f(a[0])).to_bits())));
        let narrow = move |a: &[u64]| Some(u64::from((expect(f64::from(s(a[0]))) as f32).to_bits()));
        self.add(&[Ty::F32], Ty::F32, move |v| Op::Unary(op, v[0]), Box::new(narrow));
    }

    fn unary_int(&mut self, op: UnaryOp, wide: fn(i64) -> i64, narrow: fn(i32) -> i32) {
        self.add(&[Ty::I64], Ty::I64, move |v| Op::Unary(op, v[0]), Box::new(move |a| Some(wide(i(a[0])) as u64)));
        self.add(&[Ty::I32], Ty::I32, move |v| Op::Unary(op, v[0]), Box::new(move |a| Some(narrow(w(a[0])) as u64)));
    }

    fn binary_float(&mut self, op: BinaryOp, wide: fn(f64, f64) -> f64, narrow: fn(f32, f32) -> f32) {
        let make = move |v: &[npc_midend::ir::Value]| Op::Binary(op, v[0], v[1]);
        self.add(&[Ty::F64; 2], Ty::F64, make, Box::new(move |a| Some(wide(f(a[0]), f(a[1])).to_bits())));
        let narrow = move |a: &[u64]| Some(u64::from(narrow(s(a[0]), s(a[1])).to_bits()));
        self.add(&[Ty::F32; 2], Ty::F32, make, Box::new(narrow));
    }

    fn binary_int(&mut self, op: BinaryOp, wide: fn(i64, i64) -> Option<i64>, narrow: fn(i32, i32) -> Option<i32>) {
        let make = move |v: &[npc_midend::ir::Value]| Op::Binary(op, v[0], v[1]);
        let wide = move |a: &[u64]| wide(i(a[0]), i(a[1])).map(|x| x as u64);
        let narrow = move |a: &[u64]| narrow(w(a[0]), w(a[1])).map(|x| x as u64);
        self.add(&[Ty::I64; 2], Ty::I64, make, Box::new(wide));
        self.add(&[Ty::I32; 2], Ty::I32, make, Box::new(narrow));
    }

    fn compare<T: PartialOrd + 'static>(&mut self, ty: Ty, of: fn(u64) -> T, ops: [CompareOp; 6]) {
        let tests: [fn(&T, &T) -> bool; 6] = [T::eq, T::ne, T::lt, T::le, T::gt, T::ge];
        for (op, test) in ops.into_iter().zip(tests) {
            let expect = move |a: &[u64]| Some(u64::from(test(&of(a[0]), &of(a[1]))));
            self.add(&[ty; 2], Ty::Bool, move |v| Op::Compare(op, v[0], v[1]), Box::new(expect));
        }
    }

    fn cast(&mut self, op: CastOp, from: Ty, to: Ty, expect: fn(u64) -> u64) {
        self.add(&[from], to, move |v| Op::Cast(op, v[0]), Box::new(move |a| Some(expect(a[0]))));
    }

    /// Compiles all rows into one module and calls each with all combinations of samples.
    fn check(self) {
        let mut module = Module::default();
        for (at, (from, to, make, _)) in self.rows.iter().enumerate() {
            let shapes: Vec<_> = from.iter().map(|ty| scalar(ty.dtype())).collect();
            export(&mut module, &format!("f{at}"), &shapes, scalar(to.dtype()), |writer, ret, params| {
                let mut operands = Vec::new();
                for (ty, param) in from.iter().zip(params) {
                    let bool = Op::Cast(CastOp::Bool, *param);
                    operands.push(if *ty == Ty::Bool { writer.op(bool, Type::BOOL) } else { *param });
                }
                let result = writer.op(make(&operands), Type::Scalar(to.dtype()));
                writer.store_result(ret, 0, result);
                writer.succeed();
            });
        }
        let native = native(&module);
        for (at, (from, to, make, expect)) in self.rows.iter().enumerate() {
            for args in combinations(from) {
                if let Some(expected) = expect(&args) {
                    let got = call(&native, &module, &format!("f{at}"), &args);
                    let op = make(&[npc_midend::ir::Value::from_bits(0); 3]);
                    assert!(to.same(got, expected), "{op:?} of {from:?} {args:x?}: {got:#x} instead of {expected:#x}");
                }
            }
        }
    }
}

fn combinations(types: &[Ty]) -> Vec<Vec<u64>> {
    let mut all = vec![Vec::new()];
    for ty in types {
        let extended = all
            .iter()
            .flat_map(|head: &Vec<u64>| ty.samples().into_iter().map(move |sample| [head.as_slice(), &[sample]].concat()));
        all = extended.collect();
    }
    all
}

#[test]
fn unary_operations() {
    let mut table = Table::default();
    table.unary64(UnaryOp::Neg, |x| -x);
    table.unary64(UnaryOp::Abs, f64::abs);
    table.unary64(UnaryOp::Floor, f64::floor);
    table.unary64(UnaryOp::Ceil, f64::ceil);
    table.unary64(UnaryOp::Trunc, f64::trunc);
    table.unary64(UnaryOp::Rint, f64::round_ties_even);
    table.unary64(UnaryOp::Sqrt, f64::sqrt);
    table.unary_int(UnaryOp::Neg, i64::wrapping_neg, i32::wrapping_neg);
    table.unary_int(UnaryOp::Not, |x| !x, |x| !x);
    table.unary_int(UnaryOp::Clz, |x| x.leading_zeros().into(), |x| x.leading_zeros() as i32);
    table.unary_int(UnaryOp::Ctz, |x| x.trailing_zeros().into(), |x| x.trailing_zeros() as i32);
    table.unary_int(UnaryOp::Popcnt, |x| x.count_ones().into(), |x| x.count_ones() as i32);
    table.add(&[Ty::Bool], Ty::Bool, |v| Op::Unary(UnaryOp::Not, v[0]), Box::new(|a| Some(1 - a[0])));
    table.check();
}

#[test]
fn float_operations() {
    let mut table = Table::default();
    table.binary_float(BinaryOp::Add, |x, y| x + y, |x, y| x + y);
    table.binary_float(BinaryOp::Sub, |x, y| x - y, |x, y| x - y);
    table.binary_float(BinaryOp::Mul, |x, y| x * y, |x, y| x * y);
    table.binary_float(BinaryOp::Div, |x, y| x / y, |x, y| x / y);
    table.binary_float(BinaryOp::Min, |x, y| extreme(x, y, false), |x, y| extreme(f64::from(x), f64::from(y), false) as f32);
    table.binary_float(BinaryOp::Max, |x, y| extreme(x, y, true), |x, y| extreme(f64::from(x), f64::from(y), true) as f32);
    // A NaN as the second operand counts as positive, whatever its sign bit.
    table.binary_float(
        BinaryOp::Copysign,
        |x, y| x.copysign(if y.is_nan() { 1.0 } else { y }),
        |x, y| x.copysign(if y.is_nan() { 1.0 } else { y }),
    );
    table.check();
}

#[test]
fn the_sign_of_a_nan_is_positive() {
    let negative = f64::NAN.to_bits() | 1 << 63;
    let make = |v: &[npc_midend::ir::Value]| Op::Binary(BinaryOp::Copysign, v[0], v[1]);
    let mut module = Module::default();
    export(&mut module, "f", &[scalar(DType::F64), scalar(DType::F64)], scalar(DType::F64), |writer, ret, params| {
        let result = writer.op(make(params), Type::F64);
        writer.store_result(ret, 0, result);
        writer.succeed();
    });
    let native = native(&module);
    assert_eq!(f(call(&native, &module, "f", &[2.0_f64.to_bits(), negative])), 2.0);
    assert_eq!(f(call(&native, &module, "f", &[(-2.0_f64).to_bits(), negative])), 2.0);
}

#[test]
fn integer_operations() {
    let mut table = Table::default();
    table.binary_int(BinaryOp::Add, |x, y| Some(x.wrapping_add(y)), |x, y| Some(x.wrapping_add(y)));
    table.binary_int(BinaryOp::Sub, |x, y| Some(x.wrapping_sub(y)), |x, y| Some(x.wrapping_sub(y)));
    table.binary_int(BinaryOp::Mul, |x, y| Some(x.wrapping_mul(y)), |x, y| Some(x.wrapping_mul(y)));
    table.binary_int(BinaryOp::And, |x, y| Some(x & y), |x, y| Some(x & y));
    table.binary_int(BinaryOp::Or, |x, y| Some(x | y), |x, y| Some(x | y));
    table.binary_int(BinaryOp::Xor, |x, y| Some(x ^ y), |x, y| Some(x ^ y));
    table.binary_int(BinaryOp::Shl, |x, y| Some(x.wrapping_shl(y as u32)), |x, y| Some(x.wrapping_shl(y as u32)));
    table.binary_int(BinaryOp::Shr, |x, y| Some(x.wrapping_shr(y as u32)), |x, y| Some(x.wrapping_shr(y as u32)));
    table.binary_int(
        BinaryOp::ShrU,
        |x, y| Some((x as u64).wrapping_shr(y as u32) as i64),
        |x, y| Some((x as u32).wrapping_shr(y as u32) as i32),
    );
    table.binary_int(BinaryOp::DivS, i64::checked_div, i32::checked_div);
    let rem = |x: i64, y: i64| (y != 0).then(|| x.wrapping_rem(y));
    table.binary_int(BinaryOp::RemS, rem, |x, y| (y != 0).then(|| x.wrapping_rem(y)));
    table.binary_int(
        BinaryOp::DivU,
        |x, y| (x as u64).checked_div(y as u64).map(|x| x as i64),
        |x, y| (x as u32).checked_div(y as u32).map(|x| x as i32),
    );
    table.binary_int(
        BinaryOp::RemU,
        |x, y| (x as u64).checked_rem(y as u64).map(|x| x as i64),
        |x, y| (x as u32).checked_rem(y as u32).map(|x| x as i32),
    );
    for (op, expect) in
        [(BinaryOp::And, (|x, y| x & y) as fn(u64, u64) -> u64), (BinaryOp::Or, |x, y| x | y), (BinaryOp::Xor, |x, y| x ^ y)]
    {
        let make = move |v: &[npc_midend::ir::Value]| Op::Binary(op, v[0], v[1]);
        table.add(&[Ty::Bool; 2], Ty::Bool, make, Box::new(move |a| Some(expect(a[0], a[1]))));
    }
    table.check();
}

#[test]
fn comparisons_and_selection() {
    use CompareOp::*;
    let mut table = Table::default();
    table.compare(Ty::I64, i, [Eq, Ne, Lt, Le, Gt, Ge]);
    table.compare(Ty::I32, w, [Eq, Ne, Lt, Le, Gt, Ge]);
    table.compare(Ty::I64, |x| x, [Eq, Ne, LtU, LeU, GtU, GeU]);
    table.compare(Ty::I32, |x| x as u32, [Eq, Ne, LtU, LeU, GtU, GeU]);
    table.compare(Ty::F64, f, [Eq, Ne, Lt, Le, Gt, Ge]);
    table.compare(Ty::F32, s, [Eq, Ne, Lt, Le, Gt, Ge]);
    for ty in [Ty::Bool, Ty::I32, Ty::I64, Ty::F32, Ty::F64] {
        let expect = |a: &[u64]| Some(if a[0] != 0 { a[1] } else { a[2] });
        table.add(&[Ty::Bool, ty, ty], ty, |v| Op::Select(v[0], v[1], v[2]), Box::new(expect));
    }
    let equal = |v: &[npc_midend::ir::Value]| Op::Compare(Eq, v[0], v[1]);
    table.add(&[Ty::Bool; 2], Ty::Bool, equal, Box::new(|a| Some(u64::from(a[0] == a[1]))));
    table.check();
}

#[test]
fn conversions() {
    use CastOp::*;
    let mut table = Table::default();
    table.cast(Extend8, Ty::I32, Ty::I32, |x| x as i8 as u64);
    table.cast(Extend8, Ty::I64, Ty::I64, |x| x as i8 as u64);
    table.cast(Extend16, Ty::I32, Ty::I32, |x| x as i16 as u64);
    table.cast(Extend16, Ty::I64, Ty::I64, |x| x as i16 as u64);
    table.cast(WidenS, Ty::I32, Ty::I64, |x| w(x) as u64);
    table.cast(WidenU, Ty::I32, Ty::I64, |x| u64::from(x as u32));
    table.cast(WidenU, Ty::Bool, Ty::I64, |x| x);
    table.cast(Narrow, Ty::I64, Ty::I32, |x| w(x) as u64);
    table.cast(Bool, Ty::Bool, Ty::I32, |x| x);
    table.cast(FloatS, Ty::I64, Ty::F64, |x| (i(x) as f64).to_bits());
    table.cast(FloatS, Ty::I64, Ty::F32, |x| u64::from((i(x) as f32).to_bits()));
    table.cast(FloatS, Ty::I32, Ty::F64, |x| f64::from(w(x)).to_bits());
    table.cast(FloatS, Ty::I32, Ty::F32, |x| u64::from((w(x) as f32).to_bits()));
    table.cast(FloatU, Ty::I64, Ty::F64, |x| (x as f64).to_bits());
    table.cast(FloatU, Ty::I64, Ty::F32, |x| u64::from((x as f32).to_bits()));
    table.cast(FloatU, Ty::I32, Ty::F64, |x| f64::from(x as u32).to_bits());
    table.cast(FloatU, Ty::I32, Ty::F32, |x| u64::from((x as u32 as f32).to_bits()));
    table.cast(IntS, Ty::F64, Ty::I64, |x| f(x) as i64 as u64);
    table.cast(IntS, Ty::F64, Ty::I32, |x| f(x) as i32 as u64);
    table.cast(IntS, Ty::F32, Ty::I64, |x| s(x) as i64 as u64);
    table.cast(IntS, Ty::F32, Ty::I32, |x| s(x) as i32 as u64);
    table.cast(IntU, Ty::F64, Ty::I64, |x| f(x) as u64);
    table.cast(IntU, Ty::F64, Ty::I32, |x| f(x) as u32 as i32 as u64);
    table.cast(IntU, Ty::F32, Ty::I64, |x| s(x) as u64);
    table.cast(IntU, Ty::F32, Ty::I32, |x| s(x) as u32 as i32 as u64);
    table.cast(Promote, Ty::F32, Ty::F64, |x| f64::from(s(x)).to_bits());
    table.cast(Demote, Ty::F64, Ty::F32, |x| u64::from((f(x) as f32).to_bits()));
    table.cast(Bits, Ty::F64, Ty::I64, |x| x);
    table.cast(Bits, Ty::I64, Ty::F64, |x| x);
    table.cast(Bits, Ty::F32, Ty::I32, |x| x as i32 as u64);
    table.cast(Bits, Ty::I32, Ty::F32, |x| u64::from(x as u32));
    table.check();
}

#[test]
fn constants_of_every_type() {
    let mut module = Module::default();
    let rows = [
        (DType::Bool, 1),
        (DType::I32, -5_i64 as u64),
        (DType::I64, i64::MIN as u64),
        (DType::F32, u64::from(1.5_f32.to_bits())),
        (DType::F64, (-0.0_f64).to_bits()),
    ];
    for (dtype, bits) in rows {
        export(&mut module, dtype.ir_name(), &[], scalar(dtype), |writer, ret, _| {
            let value = writer.op(Op::Const(bits), Type::Scalar(dtype));
            writer.store_result(ret, 0, value);
            writer.succeed();
        });
    }
    let native = native(&module);
    for (dtype, bits) in rows {
        assert_eq!(call(&native, &module, dtype.ir_name(), &[]), bits);
    }
}
