//! The kernels that the benchmark against peers measures, as sources: one list for all benches.

use npc::{Options, Source};
use std::fs;
use std::path::Path;

/// The command's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The program of one of the folders of `benches/peers/kernels`.
pub fn kernel(name: &str) -> Source {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("benches/peers/kernels/{name}/{name}.py"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Source::new(format!("{name}.py"), text)
}

/// Each function of each kernel, alone.
#[allow(dead_code, reason = "not all benches go through all of them")]
pub fn functions() -> Vec<(String, Source, Options)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/kernels");
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("kernels")
        .map(|entry| entry.expect("a folder").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    names.iter().flat_map(|name| alone(&kernel(name))).collect()
}

fn alone(source: &Source) -> Vec<(String, Source, Options)> {
    let whole = npc::compile(source, &Options::default()).unwrap_or_else(|found| panic!("{found}"));
    let only = |name: &str| Options { exports: vec![(name.to_string(), None)], ..Options::default() };
    whole.interface().functions.iter().map(|function| (function.name.clone(), source.clone(), only(&function.name))).collect()
}
