//! Embeds the standard library with an index of its functions, so that only what a program needs is parsed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Folders of `stdlib/` and the namespaces they hold.
const NAMESPACES: [(&str, &str); 14] = [
    ("builtins", "builtins"),
    ("numpy", "numpy"),
    ("numpy_kernels", "numpy_kernels"),
    ("numpy_linalg", "numpy.linalg"),
    ("numpy_fft", "numpy.fft"),
    ("math", "kernels"),
    ("python_math", "math"),
    ("python_cmath", "cmath"),
    ("python_heapq", "heapq"),
    ("python_list", "list"),
    ("python_dict", "dict"),
    ("python_set", "set"),
    ("exceptions", "exceptions"),
    ("text", "text"),
];

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../stdlib");
    let mut files = String::new();
    let mut items = Vec::new();
    let mut count = 0;
    for (folder, namespace) in NAMESPACES {
        println!("cargo::rerun-if-changed=../stdlib/{folder}");
        for path in python_files(&root.join(folder)) {
            let text = without_docstrings(&fs::read_to_string(&path).unwrap_or_default());
            let _ = writeln!(files, "    LibFile {{ namespace: {namespace:?}, text: {text:?} }},");
            for (item, start, end) in index(&text) {
                items.push((namespace, item, count, start, end));
            }
            count += 1;
        }
    }
    items.sort();
    let mut table = String::new();
    for (namespace, name, file, start, end) in items {
        let _ = writeln!(
            table,
            "    LibItem {{ namespace: {namespace:?}, name: {name:?}, file: {file}, start: {start}, end: {end} }},"
        );
    }
    let code =
        format!("pub(crate) static FILES: &[LibFile] = &[\n{files}];\npub(crate) static ITEMS: &[LibItem] = &[\n{table}];\n");
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("library_index.rs");
    if let Err(error) = fs::write(&out, code) {
        panic!("cannot write {}: {error}", out.display());
    }
}

fn python_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ext| ext == "py")).collect();
    files.sort();
    files
}

/// Drops triple-quoted strings that stand as statements, and comments on lines of their own.
fn without_docstrings(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        let trimmed = line.trim_start();
        if inside {
            inside = !trimmed.contains("\"\"\"");
            continue;
        }
        if let Some(rest) = trimmed.strip_prefix("\"\"\"").or_else(|| trimmed.strip_prefix("r\"\"\"")) {
            inside = !rest.contains("\"\"\"");
            continue;
        }
        if trimmed.starts_with('#') || trimmed.is_empty() {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Name and byte range of every top-level `def` (with its decorators) and assignment.
fn index(text: &str) -> Vec<(String, usize, usize)> {
    let mut starts: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !line.starts_with([' ', '\t', ')', ']', '}', '\n']) {
            starts.push((at, line));
        }
        at += line.len();
    }
    let mut items = Vec::new();
    let mut decorated = None;
    for (k, (start, line)) in starts.iter().enumerate() {
        let end = starts.get(k + 1).map_or(text.len(), |next| next.0);
        if line.starts_with('@') {
            decorated.get_or_insert(*start);
            continue;
        }
        let first = decorated.take().unwrap_or(*start);
        if let Some(rest) = line.strip_prefix("def ") {
            let name = rest.split('(').next().unwrap_or_default().trim();
            items.push((name.to_string(), first, end));
        } else if let Some((name, _)) = line.split_once('=') {
            let name = name.trim();
            if name.chars().all(|c| c.is_alphanumeric() || c == '_') {
                items.push((name.to_string(), first, end));
            }
        }
    }
    items
}
