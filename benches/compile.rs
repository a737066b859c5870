//! How long a compilation takes, from source to wasm, in this process: `cargo bench --bench compile`.

use criterion::{Criterion, criterion_group, criterion_main};
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

criterion_group!(benches, compilations);
criterion_main!(benches);
