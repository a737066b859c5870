//! The bindings are small.

mod common;

use flate2::{Compression, write::GzEncoder};
use npc_bindings::{Options, javascript};
use std::io::Write;

/// Bytes after `gzip -9`, without the module itself.
fn gzipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).expect("memory takes it");
    encoder.finish().expect("memory takes it").len()
}

#[test]
fn one_function_that_reads_a_vector() {
    let mut sizes = Vec::new();
    for interface in [common::np_sum(), common::kernels()] {
        let name = format!("{}.js", interface.module);
        let size = gzipped(&javascript(&interface, &[], &Options::default())[&name]);
        println!("{name}: {size} bytes gzipped");
        sizes.push(size);
    }
    assert!(sizes.iter().all(|size| *size <= 3000), "{sizes:?}");
}

#[test]
fn everything() {
    let files = javascript(&common::kitchen(), &[], &Options::default());
    let size = gzipped(&files["kitchen.js"]);
    println!("kitchen.js: {size} bytes gzipped");
    assert!(size <= 8400, "{size} bytes");
}
