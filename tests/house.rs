//! The plan of the house, as `cargo metadata` sees it: arrows between the crates point one way, and each big dependency
//! has one user.

use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Each crate, and the crates of the house that it may use.
const ARROWS: [(&str, &[&str]); 8] = [
    ("npc-base", &[]),
    ("npc-values", &[]),
    ("npc-midend", &["npc-base"]),
    ("npc-frontend", &["npc-base", "npc-midend"]),
    ("npc-backend-wasm", &["npc-midend"]),
    ("npc-backend-native", &["npc-midend"]),
    ("npc-bindings", &["npc-midend"]),
    (
        "npc-compiler",
        &["npc-base", "npc-values", "npc-midend", "npc-frontend", "npc-backend-wasm", "npc-backend-native", "npc-bindings"],
    ),
];

/// Families of dependencies, and the crates that may use them (tests may use what they like).
const USERS: [(&str, &[&str]); 7] = [
    ("ruff_", &["npc-frontend"]),
    ("wasm-encoder", &["npc-backend-wasm"]),
    ("cranelift-codegen", &["npc-backend-native"]),
    ("cranelift-jit", &["npc-backend-native"]),
    ("wasmtime", &["npc-compiler"]),
    ("clap", &["npc-compiler"]),
    ("annotate-snippets", &["npc-base"]),
];

#[test]
fn arrows_point_one_way() {
    let house: BTreeMap<_, BTreeSet<_>> = ARROWS.iter().map(|(name, uses)| (*name, uses.iter().copied().collect())).collect();
    for (package, uses) in dependencies() {
        let Some(allowed) = house.get(package.as_str()) else {
            panic!("{package} is new: give it a place in the house, here and in ARCHITECTURE.md");
        };
        for used in uses.iter().filter(|used| house.contains_key(used.as_str())) {
            assert!(allowed.contains(used.as_str()), "{package} must not use {used}");
        }
    }
}

#[test]
fn big_dependencies_have_one_user() {
    for (package, uses) in dependencies() {
        for (family, users) in USERS {
            let used = uses.iter().any(|used| used.starts_with(family));
            assert!(!used || users.contains(&package.as_str()), "{package} must not use {family}");
        }
    }
}

/// What each package of the workspace uses, outside its tests.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    let metadata: Json = serde_json::from_slice(&metadata.stdout).expect("cargo metadata is JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let text = |json: &Json| json.as_str().unwrap_or_default().to_string();
    packages
        .iter()
        .map(|package| {
            let uses = package["dependencies"].as_array().into_iter().flatten();
            let uses = uses.filter(|used| used["kind"].as_str() != Some("dev")).map(|used| text(&used["name"]));
            (text(&package["name"]), uses.collect())
        })
        .collect()
}
