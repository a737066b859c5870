//! The standard library: NumPy, Python's `math` and the math kernels, written in Python and embedded here.

use ruff_python_ast as ast;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// One embedded file, without docstrings.
pub(crate) struct LibFile {
    pub namespace: &'static str,
    pub text: &'static str,
}

/// A top-level function or constant of a file.
#[derive(PartialEq, Eq)]
pub(crate) struct LibItem {
    pub namespace: &'static str,
    pub name: &'static str,
    pub file: usize,
    pub start: usize,
    pub end: usize,
}

include!(concat!(env!("OUT_DIR"), "/library_index.rs"));

/// How a library function is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LibKind {
    /// Its body takes the place of the call.
    Inline,
    /// Compiled once per signature, and called.
    Compiled,
    /// A scalar function that goes over arrays element by element, with its rule of types.
    Ufunc(String),
}

/// A function of the library.
#[derive(Debug)]
pub(crate) struct LibFunc {
    pub name: &'static str,
    pub namespace: &'static str,
    pub file: usize,
    pub def: Rc<ast::StmtFunctionDef>,
    pub kind: LibKind,
    pub reads: Rc<crate::names::Reads>,
}

/// The library, parsed as far as it has been needed.
pub(crate) struct Library;

/// The parts that have been needed so far, by any program: they are the same for all.
#[derive(Default)]
struct Parsed {
    functions: FxHashMap<(&'static str, &'static str), Option<Rc<LibFunc>>>,
    constants: FxHashMap<(usize, &'static str), Option<Rc<ast::Expr>>>,
}

thread_local! {
    static PARSED: RefCell<Parsed> = RefCell::default();
}

/// Everything of this name in a namespace: functions have one home, constants may repeat from file to file.
fn items(namespace: &str, name: &str) -> &'static [LibItem] {
    let from = ITEMS.partition_point(|item| (item.namespace, item.name) < (namespace, name));
    let to = ITEMS.partition_point(|item| (item.namespace, item.name) <= (namespace, name));
    &ITEMS[from..to]
}

fn item(namespace: &str, name: &str) -> Option<&'static LibItem> {
    items(namespace, name).first()
}

/// The names of a namespace, for did-you-mean.
pub(crate) fn names(namespace: &str) -> impl Iterator<Item = &'static str> + use<'_> {
    ITEMS.iter().filter(move |item| item.namespace == namespace && !item.name.starts_with('_')).map(|item| item.name)
}

impl Library {
    /// The function of this name in a namespace.
    pub fn function(&self, namespace: &str, name: &str) -> Option<Rc<LibFunc>> {
        let item = item(namespace, name)?;
        let key = (item.namespace, item.name);
        PARSED.with_borrow_mut(|parsed| parsed.functions.entry(key).or_insert_with(|| parse_function(item)).clone())
    }

    /// The expression of a constant that stands in this file or elsewhere in its namespace.
    pub fn constant(&self, file: usize, name: &str) -> Option<Rc<ast::Expr>> {
        let namespace = FILES.get(file)?.namespace;
        let candidates = items(namespace, name);
        let item = candidates.iter().find(|item| item.file == file).or(candidates.first())?;
        self.parsed_constant(item)
    }

    /// The expression of a constant of a namespace.
    pub fn namespace_constant(&self, namespace: &str, name: &str) -> Option<Rc<ast::Expr>> {
        self.parsed_constant(item(namespace, name)?)
    }

    fn parsed_constant(&self, item: &'static LibItem) -> Option<Rc<ast::Expr>> {
        let key = (item.file, item.name);
        PARSED.with_borrow_mut(|parsed| parsed.constants.entry(key).or_insert_with(|| parse_constant(item)).clone())
    }

    /// The file in which a name of a namespace stands.
    pub fn file_of(&self, namespace: &str, name: &str) -> Option<usize> {
        item(namespace, name).map(|item| item.file)
    }
}

fn first_statement(item: &LibItem) -> Option<ast::Stmt> {
    let text = FILES.get(item.file)?.text.get(item.start..item.end)?;
    let module = ruff_python_parser::parse_module(text).ok()?;
    module.into_syntax().body.into_iter().next()
}

fn parse_function(item: &'static LibItem) -> Option<Rc<LibFunc>> {
    let ast::Stmt::FunctionDef(def) = first_statement(item)? else { return None };
    let kind = kind_of(&def, item.namespace);
    let reads = Rc::new(crate::names::Reads::of(&def.body));
    Some(Rc::new(LibFunc { name: item.name, namespace: item.namespace, file: item.file, def: Rc::new(def), kind, reads }))
}

fn parse_constant(item: &'static LibItem) -> Option<Rc<ast::Expr>> {
    let ast::Stmt::Assign(assign) = first_statement(item)? else { return None };
    Some(Rc::new(*assign.value))
}

/// `@npc.ufunc("rule")`, `@npc.compiled`, `@npc.inline`; kernels are compiled unless they say otherwise.
fn kind_of(def: &ast::StmtFunctionDef, namespace: &str) -> LibKind {
    for decorator in &def.decorator_list {
        match &decorator.expression {
            ast::Expr::Call(call) if attribute(&call.func) == Some("ufunc") => {
                if let Some(ast::Expr::StringLiteral(rule)) = call.arguments.args.first() {
                    return LibKind::Ufunc(rule.value.to_str().to_string());
                }
            }
            expr if attribute(expr) == Some("compiled") => return LibKind::Compiled,
            expr if attribute(expr) == Some("inline") => return LibKind::Inline,
            _ => {}
        }
    }
    if matches!(namespace, "kernels" | "numpy_kernels" | "text") { LibKind::Compiled } else { LibKind::Inline }
}

fn attribute(expr: &ast::Expr) -> Option<&str> {
    match expr {
        ast::Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}
