//! Sizes as people read them.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// `2.1 kB (gz 1.0)`.
pub fn with_gzip(bytes: &[u8]) -> String {
    let (number, unit) = scaled(bytes.len());
    let factor = bytes.len().max(1) as f64 / number.max(f64::MIN_POSITIVE);
    let zipped = gzipped(bytes) as f64 / factor;
    format!("{} {unit} (gz {})", digits(number, unit), digits(zipped, unit))
}

fn scaled(bytes: usize) -> (f64, &'static str) {
    match bytes {
        0..1_000 => (bytes as f64, "B"),
        1_000..1_000_000 => (bytes as f64 / 1e3, "kB"),
        _ => (bytes as f64 / 1e6, "MB"),
    }
}

fn digits(number: f64, unit: &str) -> String {
    if unit == "B" { format!("{number:.0}") } else { format!("{number:.1}") }
}

fn gzipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail.
    let zipped = encoder.write_all(bytes).and_then(|()| encoder.finish());
    zipped.map_or(0, |bytes| bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_one_unit() {
        assert_eq!(with_gzip(&[0; 12]), "12 B (gz 23)");
        assert_eq!(with_gzip(&vec![0; 2_100]), "2.1 kB (gz 0.0)");
        assert!(with_gzip(&vec![0; 3_000_000]).starts_with("3.0 MB (gz"));
    }
}
