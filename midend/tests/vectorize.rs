//! Loops in vectors: the text of one, what stays as it is, and the same results from the interpreter.

use npc_midend::ir::{FuncId, Phase};
use npc_midend::types::DType;
use npc_midend::{InterpArray, InterpValue, Module, VectorStats, find_problems, interpret, parse_module, vectorize};

fn module(func: &str) -> Module {
    let text = format!("site0 = MemoryError \"memory\"\nsite1 = IndexError \"index\"\n@0 = {}", func.trim());
    let module = parse_module(&text).unwrap_or_else(|error| panic!("{error}\n{func}"));
    assert_valid(&module);
    module
}

fn assert_valid(module: &Module) {
    let problems = find_problems(module, Phase::Loops);
    assert!(problems.is_empty(), "{problems:?}\n{module}");
}

fn vectorized(func: &str) -> (Module, VectorStats) {
    let mut module = module(func);
    let stats = vectorize(&mut module);
    assert_valid(&module);
    (module, stats)
}

/// `y[i] = x[i] * x[i]`
const SQUARES: &str = r"func f(%0: array<DTYPE, 1, A>, %1: array<DTYPE, 1, A>) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  for ^1 %4 in %3..%2 {
    %5 = load_elem %0 [%4]
    %6 = mul %5, %5
    store_elem %1 [%4], %6
    next ^1 ()
  }
  return
}";

/// `y[i] = x[i]` up to the bound of `y`, which is checked.
const CHECKED: &str = r"func f(%0: array<DTYPE, 1, A>, %1: array<DTYPE, 1, A>) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %9 = dim %1, 0
  for ^1 %4 in %3..%2 {
    %5 = load_elem %0 [%4]
    %6 = lt %4, %9
    check %6, site1(%4, %9)
    store_elem %1 [%4], %5
    next ^1 ()
  }
  return
}";

/// `if x[i] < x[i + 1]: y[i] = x[i]`
const CONDITIONAL: &str = r"func f(%0: array<DTYPE, 1, A>, %1: array<DTYPE, 1, A>) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %7 = const 1 : i64
  %9 = sub %2, %7
  for ^1 %4 in %3..%9 {
    %5 = load_elem %0 [%4]
    %8 = add %4, %7
    %10 = load_elem %0 [%8]
    %6 = lt %5, %10
    if %6 {
      store_elem %1 [%4], %5
      yield
    }
    next ^1 ()
  }
  return
}";

/// The result goes into the first element of `y`.
const REDUCTION: &str = r"func f(%0: array<DTYPE, 1, A>, %1: array<DTYPE, 1, A>) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  %4 = load_elem %1 [%3]
  %5 = for ^1 %6 in %3..%2 (%7 = %4) {
    %8 = load_elem %0 [%6]
    %9 = OP %7, %8
    next ^1 (%9)
  }
  store_elem %1 [%3], %5
  return
}";

#[test]
fn a_sum_has_one_accumulator_a_register() {
    let (module, stats) = vectorized(
        r"func f(%0: array<i64, 1, C>) -> i64 {
  %1 = dim %0, 0
  %2 = const 0 : i64
  %3 = for ^1 %4 in %2..%1 (%5 = %2) {
    %6 = load_elem %0 [%4]
    %7 = add %5, %6
    next ^1 (%7)
  }
  return %3
}",
    );
    assert_eq!((stats.vectorized, stats.scalar), (1, 0));
    let text = module.to_string();
    let count = |word: &str| text.matches(word).count();
    // Dense by its type: no stride is asked for.
    assert_eq!((count("load_vec"), count("vec.add.i64"), count("vec.extract.i64"), count("stride")), (4, 7, 2, 0), "{text}");
    assert_eq!(count("for ^"), 2, "{text}");
}

#[test]
fn what_is_not_known_is_tested_before_the_loop() {
    let (module, _) = vectorized(&SQUARES.replace("DTYPE", "f32"));
    let text = module.to_string();
    assert_eq!((text.matches("stride").count(), text.matches("overlap %1, %0").count()), (2, 1), "{text}");
}

#[test]
fn floats_are_not_reordered() {
    for (op, vectors) in [("add", 0), ("mul", 0), ("min", 1), ("max", 1)] {
        let (_, stats) = vectorized(&REDUCTION.replace("DTYPE", "f64").replace("OP", op));
        assert_eq!(stats.vectorized, vectors, "{op}");
    }
}

#[test]
fn what_depends_on_the_iteration_before_stays() {
    let before = SQUARES.replace("store_elem %1 [%4]", "store_elem %0 [%4]").replace("%5, %5", "%5, %7");
    let before =
        before.replace("    %6 =", "    %8 = add %4, %3\n    %7 = load_elem %0 [%8]\n    %6 =").replace("DTYPE", "f64");
    let (module, stats) = vectorized(&before);
    assert_eq!((stats.vectorized, stats.scalar), (0, 1), "{module}");
}

/// Elements that tell dtypes and orders apart, specials among them.
fn fill(array: &InterpArray, seed: u64) {
    let mut state = seed;
    for place in array.places() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bits = match (array.dtype, state >> 61) {
            (DType::F64, 0) => f64::NAN.to_bits(),
            (DType::F64, 1) => (-0.0f64).to_bits(),
            (DType::F64, 2) => 0,
            (DType::F64, _) => ((state >> 40) as f64 - 1000.0).to_bits(),
            (DType::F32, 0) => u64::from(f32::NAN.to_bits()),
            (DType::F32, 1) => u64::from((-0.0f32).to_bits()),
            (DType::F32, _) => u64::from(((state >> 40) as f32 - 1000.0).to_bits()),
            (DType::Bool, _) => state >> 63,
            _ => state >> 13,
        };
        array.set(&place, bits);
    }
}

/// Two arrays of one memory: `gap` elements apart, with this step; each has `length` elements.
fn arrays(dtype: DType, length: i64, gap: i64, step: i64) -> [InterpArray; 2] {
    let size = i64::from(dtype.itemsize());
    let memory = InterpArray::zeros(dtype, &[2 * (length + 1) * step.abs() + gap.abs() + 64]);
    fill(&memory, (length + 7 * gap + 31 * step) as u64);
    [0, gap].map(|gap| {
        let start = if step < 0 { (length + 1) * -step } else { 0 } + gap.max(0);
        InterpArray { offset: start * size, shape: vec![length], strides: vec![step * size], borrowed: true, ..memory.clone() }
    })
}

/// What a function leaves in memory, and what it raises; every NaN is one.
fn run(module: &Module, [x, y]: &[InterpArray; 2]) -> (Vec<u64>, bool) {
    let args = [x, y].map(|array| InterpValue::Array(array.clone())).to_vec();
    let raised = interpret(module, FuncId::from_u32(0), args).is_err();
    let whole = InterpArray { offset: 0, strides: vec![i64::from(x.dtype.itemsize())], ..x.clone() };
    let length = x.memory.borrow().len() as i64 / i64::from(x.dtype.itemsize());
    let bits = InterpArray { shape: vec![length], ..whole }.elements().into_iter().map(|bits| match x.dtype {
        DType::F64 if f64::from_bits(bits).is_nan() => f64::NAN.to_bits(),
        DType::F32 if f32::from_bits(bits as u32).is_nan() => f32::NAN.to_bits().into(),
        _ => bits,
    });
    (bits.collect(), raised)
}

fn same(func: &str, dtype: DType) {
    let plain = module(func);
    let (vectors, stats) = vectorized(func);
    assert_eq!(stats.scalar, 0, "{vectors}");
    for length in [0, 1, 7, 8, 9, 15, 16, 17, 33, 66, 130] {
        for gap in [0, 1, -1, 5, 200] {
            for step in [1, 2, -1] {
                let [before, after] = [&plain, &vectors].map(|module| run(module, &arrays(dtype, length, gap.max(0), step)));
                assert_eq!(before, after, "{dtype}, {length} elements, {gap} apart, step {step}\n{vectors}");
            }
        }
    }
}

const NUMBERS: [DType; 10] =
    [DType::I8, DType::I16, DType::I32, DType::I64, DType::U8, DType::U16, DType::U32, DType::U64, DType::F32, DType::F64];

#[test]
fn every_dtype_keeps_its_results() {
    for dtype in NUMBERS {
        for func in [SQUARES, CHECKED, CONDITIONAL] {
            same(&func.replace("DTYPE", dtype.ir_name()), dtype);
        }
        for op in ["min", "max"] {
            same(&REDUCTION.replace("DTYPE", dtype.ir_name()).replace("OP", op), dtype);
        }
        for op in ["add", "mul", "and", "or", "xor"].into_iter().filter(|_| dtype.is_int()) {
            same(&REDUCTION.replace("DTYPE", dtype.ir_name()).replace("OP", op), dtype);
        }
    }
    for op in ["and", "or"] {
        same(&REDUCTION.replace("DTYPE", "bool").replace("OP", op), DType::Bool);
    }
}

#[test]
fn conversions_keep_their_results() {
    let cast = r"func f(%0: array<DTYPE, 1, A>, %1: array<DTYPE, 1, A>) {
  %2 = dim %0, 0
  %3 = const 0 : i64
  for ^1 %4 in %3..%2 {
    %5 = load_elem %0 [%4]
    %6 = convert %5 : TO
    %7 = convert %6 : DTYPE
    store_elem %1 [%4], %7
    next ^1 ()
  }
  return
}";
    let mut scalar = Vec::new();
    for from in NUMBERS {
        for to in NUMBERS {
            let func = cast.replace("DTYPE", from.ir_name()).replace("TO", to.ir_name());
            if vectorized(&func).1.vectorized == 1 {
                same(&func, from);
            } else {
                scalar.push((from, to));
            }
        }
    }
    // 64-bit integers and floats have no instruction; only the way to `f64` is written out.
    let hard = |(from, to): &(DType, DType)| {
        let long = |dtype: &DType| dtype.is_int() && dtype.itemsize() == 8;
        (long(from) && to.is_float()) || (from.is_float() && long(to))
    };
    assert!(scalar.iter().all(hard), "{scalar:?}");
}

/// `y[i] = x[i] * c`, where every element is a register.
#[test]
fn elements_as_large_as_a_register_need_no_other_loop() {
    let (module, stats) = vectorized(
        r"func f(%0: array<c128, 1, A>, %1: array<c128, 0, C>) -> array<c128, 1, C> {
  %2 = dim %0, 0
  %3 = empty (%2), site0 : array<c128, 1, C>
  %4 = const 0 : i64
  for ^1 %5 in %4..%2 {
    %6 = load_elem %0 [%5]
    %7 = load_elem %1 []
    %8 = mul %6, %7
    store_elem %3 [%5], %8
    next ^1 ()
  }
  return %3
}",
    );
    assert_eq!((stats.vectorized, stats.scalar), (1, 0));
    let text = module.to_string();
    let count = |word: &str| text.matches(word).count();
    assert_eq!((count("for ^"), count("load_vec"), count("store_elem"), count("stride")), (1, 1, 0, 0), "{text}");
    // The factor is read once, if there is a round; of the product one shuffle is left.
    let [test, factor, rounds] = ["if ", "load_elem %1", "for ^"].map(|word| text.find(word).expect(word));
    assert!(test < factor && factor < rounds, "{text}");
    assert_eq!(count("vec.shuffle"), 1, "{text}");
}
