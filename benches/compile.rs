//! How long a compilation takes, from source to wasm, in this process, and how that grows with the source:
//! `cargo bench --no-default-features --bench compile`.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use npc::{Options, Source, compile};
use std::hint::black_box;

const SMALL: &str =
    "def norm(x: 'float64[:]'):\n    s = 0.0\n    for i in range(len(x)):\n        s += x[i] * x[i]\n    return s ** 0.5\n";

fn wasm(name: &str, text: &str) -> Vec<u8> {
    let source = Source::new(name, text);
    let program = compile(&source, &Options::default()).unwrap_or_else(|found| panic!("{found}"));
    program.wasm()
}

fn compilations(criterion: &mut Criterion) {
    let article = include_str!("../examples/article.py");
    criterion.bench_function("article", |bench| bench.iter(|| wasm("article.py", black_box(article))));
    criterion.bench_function("small kernel", |bench| bench.iter(|| wasm("small.py", black_box(SMALL))));
}

/// So many copies of something in one source; time per copy must not grow faster than their logarithm.
type Repeat = fn(usize) -> String;

const GROWING: [(&str, Repeat); 4] = [
    ("functions", |n| (0..n).map(|k| format!("def f{k}(x: int):\n    return x * {k} + x // 3\n\n\n")).collect()),
    ("statements", |n| {
        let lines: String = (0..n).map(|k| format!("    y = y * 3 + x - {k}\n")).collect();
        format!("def f(x: int):\n    y = x\n{lines}    return y\n")
    }),
    ("calls", |n| {
        let functions: String =
            (1..n).map(|k| format!("def _g{k}(x):\n    return _g{}(x) + {k}\n\n\n", k - 1)).take(40).collect();
        let lines: String = (0..n).map(|k| format!("    y = _g{}(y) % 1000\n", k % n.min(40))).collect();
        format!("def _g0(x):\n    return x\n\n\n{functions}def f(x: int):\n    y = x\n{lines}    return y\n")
    }),
    ("lists", |n| {
        let lines: String = (0..n).map(|k| format!("    xs.append(x * {k})\n    d[{k}] = xs[-1]\n")).collect();
        format!("def f(x: int):\n    xs = []\n    d = {{}}\n{lines}    return len(xs) + len(d)\n")
    }),
];

fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(10);
    for (what, source) in GROWING {
        for n in [10, 100, 1000] {
            let text = source(n);
            group.throughput(Throughput::Elements(n as u64));
            group.bench_function(BenchmarkId::new(what, n), |bench| bench.iter(|| wasm("growth.py", black_box(&text))));
        }
    }
    group.finish();
}

criterion_group!(benches, compilations, growth);
criterion_main!(benches);
