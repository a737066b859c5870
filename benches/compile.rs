//! How long a compilation takes, in this process: of each kernel, stage by stage, and how it grows with the source.
//! `cargo bench --bench compile`; `-- kernel` for whole compilations only, `-- stages/sums` for one kernel's stages.

mod common;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use npc::{NoModules, Options, Phase, Source, compile};
use npc_base::Sources;
use npc_midend::Module;
use npc_midend::pipeline;
use std::hint::black_box;
use std::time::Duration;

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

/// From source to wasm, each function alone.
fn kernels(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("kernel");
    group.sample_size(20).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    for (name, source, options) in common::functions() {
        group.bench_function(name, |bench| bench.iter(|| compile(black_box(&source), &options).map(|program| program.wasm())));
    }
    group.finish();
}

/// A kernel stage by stage: parsing and typing; the passes up to the end of each phase, from the typed program on; each backend, from flat
/// IR on.
fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(20).warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_millis(600));
    for (name, source, options) in common::functions() {
        let bench = |group: &mut criterion::BenchmarkGroup<'_, _>, stage: &str, run: &dyn Fn()| {
            group.bench_function(BenchmarkId::new(&name, stage), |bench| bench.iter(run));
        };
        let module = frontend(&source, &options);
        let all = pipeline::Options::default();
        bench(&mut group, "1 frontend", &|| drop(black_box(frontend(&source, &options))));
        for (stage, phase) in [("2 to arrays", Phase::Arrays), ("3 to loops", Phase::Loops), ("4 to flat", Phase::Flat)] {
            bench(&mut group, stage, &|| drop(black_box(pipeline::lower_to(module.clone(), phase, &all))));
        }
        let flat = pipeline::lower(module, &all).unwrap_or_else(|broken| panic!("{broken}"));
        let plain = npc_backend_wasm::Options::default();
        bench(&mut group, "5 wasm", &|| drop(black_box(npc_backend_wasm::emit(&flat, &plain))));
        #[cfg(feature = "native")]
        bench(&mut group, "5 native", &|| drop(black_box(npc_backend_native::jit(&flat))));
    }
    group.finish();
}

/// What the frontend makes of a source.
fn frontend(source: &Source, options: &Options) -> Module {
    let mut sources = Sources::default();
    let file = sources.add(source.clone());
    let options = npc_frontend::Options { exports: options.exports.clone(), ..npc_frontend::Options::default() };
    npc_frontend::compile(&mut sources, file, &options, &NoModules).0.expect("a module")
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

criterion_group!(benches, compilations, kernels, stages, growth);
criterion_main!(benches);
