//! Native code of kernels, called from Rust: `cargo bench --bench kernels`, or `-- triad` for one.
//!
//! What they cost beside other compilers, and as wasm, is the matter of `benches/peers`.

mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use npc::{Array, Func, In, Native, Options, View};
use std::hint::black_box;
use std::time::Duration;

const N: usize = 1_000_000;
const SIDE: usize = 1024;

fn native(kernel: &str) -> Native {
    let program = npc::compile(&common::kernel(kernel), &Options::default()).unwrap_or_else(|found| panic!("{found}"));
    program.jit().unwrap_or_else(|error| panic!("{error}"))
}

fn func<S: npc::Signature>(kernel: &str, name: &str) -> Func<S> {
    native(kernel).func(name).unwrap_or_else(|error| panic!("{error}"))
}

/// Numbers between 0 and 1 that look like chance, the same ones each time.
fn numbers(n: usize) -> Vec<f64> {
    let mut state = 0x9E37_79B9_u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        f64::from(state) / f64::from(u32::MAX)
    };
    (0..n).map(|_| next()).collect()
}

fn square(values: &[f64], side: usize) -> View<'_, f64, 2> {
    View::from_shape([side, values.len() / side], values).expect("a rectangle")
}

type OfVector<R> = fn(In<f64, 1>) -> R;
type OfVectors<R> = fn(In<f64, 1>, In<f64, 1>, In<f64, 1>) -> R;
type OfMatrix<R> = fn(In<f64, 2>) -> R;
type OfMatrices<R> = fn(In<f64, 2>, In<f64, 2>) -> R;
type OfSweeps<R> = fn(In<f64, 2>, i64) -> R;

fn vectors(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("native");
    group
        .throughput(Throughput::Elements(N as u64))
        .measurement_time(Duration::from_secs(2))
        .warm_up_time(Duration::from_millis(500));
    let (x, y, z) = (numbers(N), numbers(N), numbers(N));
    let whole: Vec<i32> = (0..N as i32).collect();
    let sum: Func<fn(In<i32, 1>) -> i64> = func("sums", "sum_i64");
    group.bench_function("sum_i64", |bench| bench.iter(|| sum.call((black_box(&whole).into(),))));
    for (kernel, name) in [("sums", "sum_f64"), ("sums", "var_f64")] {
        let f: Func<OfVector<f64>> = func(kernel, name);
        group.bench_function(name, |bench| bench.iter(|| f.call((black_box(&x).into(),))));
    }
    for (kernel, name) in [("gauss_sine", "gauss_sine"), ("cumsum", "cumsum"), ("sort", "sort"), ("prefix", "prefix_f64")] {
        let f: Func<OfVector<Array<f64, 1>>> = func(kernel, name);
        group.bench_function(name, |bench| bench.iter(|| f.call((black_box(&x).into(),))));
    }
    let triad: Func<OfVectors<Array<f64, 1>>> = func("triad", "triad");
    group.bench_function("triad", |bench| bench.iter(|| triad.call((black_box(&x).into(), (&y).into(), (&z).into()))));
    group.finish();
}

fn matrices(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("native");
    group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    let plate = numbers(SIDE * SIDE);
    let jacobi: Func<OfSweeps<Array<f64, 2>>> = func("jacobi", "jacobi");
    group.bench_function("jacobi", |bench| bench.iter(|| jacobi.call((square(black_box(&plate), SIDE), 10))));
    let softmax: Func<OfMatrix<Array<f64, 2>>> = func("softmax", "softmax");
    group.bench_function("softmax", |bench| bench.iter(|| softmax.call((square(black_box(&plate), SIDE),))));
    let points = numbers(3000);
    let distances: Func<OfMatrix<Array<f64, 2>>> = func("distances", "distances");
    group.bench_function("distances", |bench| bench.iter(|| distances.call((square(black_box(&points), 1000),))));
    let paths: Func<OfMatrix<Array<f64, 2>>> = func("paths", "paths");
    group.bench_function("paths", |bench| bench.iter(|| paths.call((square(black_box(&plate[..90_000]), 300),))));
    let small = numbers(512 * 512);
    let matmul: Func<OfMatrices<Array<f64, 2>>> = func("matmul", "matmul_f64");
    group.bench_function("matmul_f64", |bench| {
        bench.iter(|| matmul.call((square(black_box(&small), 512), square(&small, 512))))
    });
    let mandelbrot: Func<fn(i64, i64) -> Array<i32, 2>> = func("mandelbrot", "mandelbrot");
    group.bench_function("mandelbrot", |bench| bench.iter(|| mandelbrot.call((black_box(400), 400))));
    let sieve: Func<fn(i64) -> i64> = func("sieve", "sieve");
    group.bench_function("sieve", |bench| bench.iter(|| sieve.call((black_box(1_000_000),))));
    group.finish();
}

criterion_group!(benches, vectors, matrices);
criterion_main!(benches);
