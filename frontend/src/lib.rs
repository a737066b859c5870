//! Python source to typed IR.
//!
//! The frontend is a compiler by evaluation: it walks the syntax tree of a function once, with values whose types are
//! known ([`value`](self)), and emits IR as it goes. Types therefore need no separate pass: names are bound to typed
//! values, paths that meet merge them (`merge.rs`), loops are walked until the types of what they carry settle
//! (`loops.rs`). What is known at compile time stays a constant or never becomes a value at all, so that library
//! functions written in Python, taken in place of their calls, decide by plain `if` what code is made.

mod advanced;
mod arguments;
mod attempts;
mod attribute;
mod broadcast;
mod builtins;
mod call;
mod cell;
mod classes;
mod columns;
mod complex;
mod constants;
mod cx;
mod dicts;
mod displays;

mod dtypes;
mod einsum;
mod elementwise;
mod emit;
mod entry;
mod exception_class;
mod exception_text;
mod explain;
mod exports;
mod expr;
mod finally;
mod flat;
mod frozen;
mod fuel;
mod function;
mod generator;
mod globals;
mod imports;
mod index;
mod inline;
mod instance;
mod iterate;
mod library;
mod lists;
mod loops;
mod make_array;
mod match_stmt;
mod merge;
mod module;
mod named;
mod names;
mod never;
mod numba;
mod object;
mod optional;
mod overlap;
mod parse;
mod places;
mod power;
mod ranges;
mod reduce;
mod result;
mod scalar;
mod signature;
mod simd;
mod sites;
mod stmt;
mod text;
mod try_;
mod type_questions;
mod ufunc;
mod user_ufunc;
mod value;
mod vocabulary;
mod with;

pub use cx::{Loader, Options};

use cx::{Cx, Fx, Scope};
use npc_base::{Diagnostics, FileId, Sources};
use npc_midend::Module;
use npc_midend::types::{ArrayType, DType};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The type of an actual argument.
#[derive(Clone, PartialEq, Debug)]
pub enum ArgType {
    /// `None`
    None,
    /// A number; weak ones are Python's own.
    Scalar {
        /// Its dtype.
        dtype: DType,
        /// True for Python's `bool`, `int` and `float`.
        weak: bool,
    },
    /// An array.
    Array(ArrayType),
    /// A tuple.
    Tuple(Vec<ArgType>),
    /// A list; `None` if it has no elements.
    List(Option<Box<ArgType>>),
    /// A set.
    Set(Option<Box<ArgType>>),
    /// A dict: keys and values.
    Dict(Option<Box<[ArgType; 2]>>),
    /// A string, known at compile time.
    Str(String),
    /// A string.
    Text,
}

/// Compiles a file; no module if there are errors.
pub fn compile(sources: &mut Sources, file: FileId, options: &Options, loader: &dyn Loader) -> (Option<Module>, Diagnostics) {
    let mut diags = Diagnostics::default();
    let (tree, comments) = match parse::parse(sources.get(file), file) {
        Ok(parsed) => parsed,
        Err(diagnostic) => {
            diags.push(diagnostic);
            return (None, diags);
        }
    };
    let mut pythran = Vec::new();
    for exports in signature::pythran_exports(sources.get(file), file, &comments) {
        exports.map(|exports| pythran.extend(exports)).unwrap_or_else(|error| diags.push(error));
    }
    let stub = signature::Stub::load(sources, file, loader).unwrap_or_else(|error| {
        diags.push(error);
        None
    });
    let fuel = fuel::Fuel::of(sources.get(file).text().len());
    let mut warnings = Vec::new();
    let user = Rc::new(module::UserModule::new(tree, file, 0, 0, &mut warnings));
    let mut module = Module::default();
    module.files.push(sources.get(file).name().to_string());
    let mut cx = Cx {
        sources,
        loader,
        options,
        diags,
        module,
        user: vec![user],
        imports: FxHashMap::default(),
        library: library::Library,
        pythran: Rc::new(pythran),
        stub,
        examples: None,
        option_files: FxHashMap::default(),
        instances: indexmap::IndexMap::default(),
        compiling: Vec::new(),
        assumed: FxHashMap::default(),
        recursive: FxHashMap::default(),
        sites: sites::Sites::default(),
        classes: Vec::new(),
        f: Fx::new("module"),
        depth: 0,
        fuel,
        numba: Vec::new(),
        frames_made: 0,
        inner_functions: FxHashMap::default(),
        counted: FxHashMap::default(),
        cell_types: FxHashMap::default(),
        cell_changes: FxHashMap::default(),
    };
    warnings.into_iter().for_each(|warning| cx.diags.push(warning));
    let known = cx.diags.clone();
    // Reports of what happened go into the diagnostics; the result says nothing more.
    let _ = cx.in_scope(Scope::User(0), |cx| cx.program());
    while cx.fuel.empty.is_none() && cx.starts_over() {
        cx.diags = known.clone();
        cx.numba.clear();
        let _ = cx.in_scope(Scope::User(0), |cx| cx.program());
    }
    cx.fill_exception_functions();
    let mut diags = cx.diags;
    if let Some(error) = cx.fuel.error() {
        // What else was found is half of the truth.
        diags = known;
        diags.push(error);
    }
    cx.numba.into_iter().for_each(|(_, note)| diags.push(note));
    diags.sort();
    if diags.has_errors() { (None, diags) } else { (Some(cx.module), diags) }
}
