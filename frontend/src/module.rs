//! A user's file: its functions, constants and imports.

use crate::classes::UserClass;
use crate::cx::{Cx, R};
use crate::globals::Bound;
use crate::value::{Callable, UserFunc, Val};
use indexmap::IndexMap;
use npc_base::{Code, Diagnostic, FileId, Span};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// A name that a tuple target binds: the value that is unpacked, and the place in it, as index and length at each level.
type Unpacked = (Rc<Expr>, Vec<(usize, usize)>);

/// The top level of a file.
#[derive(Debug)]
pub(crate) struct UserModule {
    pub file: FileId,
    /// Number of the file in the module's list.
    pub file_index: u32,
    pub functions: IndexMap<String, Rc<UserFunc>>,
    pub constants: IndexMap<String, Rc<Expr>>,
    pub classes: IndexMap<String, Rc<UserClass>>,
    /// Classes of named tuples.
    pub named: IndexMap<String, Rc<ast::StmtClassDef>>,
    /// Names that are bound to parts of something: `a, b = f()`.
    pub unpacked: IndexMap<String, Unpacked>,
    /// Global names that code at the top level changes, and where.
    pub changed: FxHashMap<String, crate::globals::Change>,
    pub imports: Vec<Stmt>,
    /// Statements that may hold example calls.
    pub script: Vec<Stmt>,
    /// `__all__`, if it is a list of literals.
    pub all: Option<Vec<String>>,
}

impl UserModule {
    /// Sorts the statements of a file; a second definition of a name replaces the first, with a warning.
    pub fn new(tree: ast::ModModule, file: FileId, file_index: u32, module: usize, warnings: &mut Vec<Diagnostic>) -> Self {
        let mut this = UserModule {
            file,
            file_index,
            functions: IndexMap::new(),
            constants: IndexMap::new(),
            classes: IndexMap::new(),
            named: IndexMap::new(),
            unpacked: IndexMap::new(),
            changed: crate::globals::changed(&tree.body),
            imports: Vec::new(),
            script: crate::signature::script(&tree.body),
            all: None,
        };
        for stmt in tree.body {
            this.check(&stmt, warnings);
            this.add(stmt, module, warnings);
        }
        this
    }

    fn add(&mut self, stmt: Stmt, module: usize, warnings: &mut Vec<Diagnostic>) {
        match stmt {
            Stmt::FunctionDef(def) => {
                let name = def.name.id.to_string();
                let func = Rc::new(UserFunc::new(def, module));
                if let Some(old) = self.functions.insert(name.clone(), func.clone()) {
                    let message = format!("`{name}` is defined twice; the second definition replaces the first");
                    let warning = Diagnostic::warning(Code::RedefinedFunction, message)
                        .label(self.span(func.def.name.range), "this one counts")
                        .label(self.span(old.def.name.range), "replaced");
                    warnings.push(warning);
                }
            }
            Stmt::ClassDef(def) if crate::named::is_named_class(&def) => {
                self.named.insert(def.name.id.to_string(), Rc::new(def));
            }
            Stmt::ClassDef(def) => {
                let class = UserClass::new(def, module);
                self.classes.insert(class.name.to_string(), Rc::new(class));
            }
            Stmt::Import(_) | Stmt::ImportFrom(_) => self.imports.push(stmt),
            Stmt::Assign(assign) => {
                if let [Expr::Name(name)] = &assign.targets[..]
                    && name.id.as_str() == "__all__"
                {
                    self.all = literal_names(&assign.value);
                }
                for (name, bound) in crate::globals::bound(&assign) {
                    self.unpacked.shift_remove(&name);
                    self.constants.shift_remove(&name);
                    match bound {
                        Bound::Whole(value) => drop(self.constants.insert(name, value)),
                        Bound::Part(value, path) => drop(self.unpacked.insert(name, (value, path))),
                    }
                }
            }
            Stmt::AnnAssign(assign) => {
                if let (Expr::Name(name), Some(value)) = (&*assign.target, &assign.value) {
                    self.constants.insert(name.id.to_string(), Rc::new((**value).clone()));
                }
            }
            Stmt::TypeAlias(alias) => {
                if let Expr::Name(name) = &*alias.name {
                    self.constants.insert(name.id.to_string(), Rc::new(*alias.value));
                }
            }
            _ => {}
        }
    }

    /// True if the file binds the name other than by an import.
    pub fn defines(&self, name: &str) -> bool {
        self.functions.contains_key(name)
            || self.constants.contains_key(name)
            || self.classes.contains_key(name)
            || self.unpacked.contains_key(name)
            || self.named.contains_key(name)
    }

    /// What a name of the file stands for where a type is expected.
    pub fn type_definition(&self, name: &str) -> Option<&Expr> {
        self.constants.get(name).map(|definition| &**definition)
    }

    /// The module and the name in it that an import binds to a name; of `import numpy as np`, `numpy` twice.
    pub fn imported_name(&self, name: &str) -> Option<(String, String)> {
        let bound = |alias: &ast::Alias| alias.asname.as_ref().unwrap_or(&alias.name).id == name;
        self.imports.iter().rev().find_map(|stmt| match stmt {
            Stmt::Import(import) => {
                let alias = import.names.iter().find(|alias| bound(alias))?;
                Some((alias.name.id.to_string(), alias.name.id.to_string()))
            }
            Stmt::ImportFrom(import) => {
                let alias = import.names.iter().find(|alias| bound(alias))?;
                let module = import.module.as_ref().map(|module| module.id.to_string());
                Some((module.unwrap_or_default(), alias.name.id.to_string()))
            }
            _ => None,
        })
    }

    /// Errors of syntax that the grammar does not hold.
    fn check(&self, stmt: &Stmt, findings: &mut Vec<Diagnostic>) {
        if let Stmt::Return(ret) = stmt {
            let error = Diagnostic::error(Code::SyntaxError, "`return` outside a function");
            findings.push(error.label(self.span(ret.range), ""));
        }
        let Stmt::FunctionDef(def) = stmt else { return };
        if def.is_async {
            let error = Diagnostic::error(Code::Unsupported, "an `async` function is not supported");
            findings.push(error.label(self.span(def.name.range), ""));
        }
        let mut seen: Vec<&str> = Vec::new();
        for param in def.parameters.iter() {
            let name = param.name();
            if seen.contains(&name.as_str()) {
                let message = format!("the parameter `{}` stands twice in the definition of `{}`", name, def.name.id);
                findings.push(Diagnostic::error(Code::SyntaxError, message).label(self.span(name.range()), ""));
            }
            seen.push(name.as_str());
        }
    }

    fn span(&self, range: ruff_text_size::TextRange) -> Span {
        Span { file: self.file, start: range.start().into(), end: range.end().into() }
    }
}

fn literal_names(expr: &Expr) -> Option<Vec<String>> {
    let elements = match expr {
        Expr::List(list) => &list.elts,
        Expr::Tuple(tuple) => &tuple.elts,
        _ => return None,
    };
    elements
        .iter()
        .map(|element| match element {
            Expr::StringLiteral(literal) => Some(literal.value.to_str().to_string()),
            _ => None,
        })
        .collect()
}

impl Cx<'_> {
    /// The number of a module of the user's that an import names, loaded when it is first needed.
    pub fn user_module(&mut self, name: &str) -> Option<usize> {
        if let Some(known) = self.imports.get(name) {
            return *known;
        }
        let loaded = self.loader.load(name).and_then(|source| self.add_module(source));
        self.imports.insert(name.to_string(), loaded);
        loaded
    }

    fn add_module(&mut self, source: npc_base::Source) -> Option<usize> {
        let shown = source.name().to_string();
        let file = self.sources.add(source);
        match crate::parse::parse(self.sources.get(file), file) {
            Ok((tree, _)) => {
                let (number, file_index) = (self.user.len(), self.module.files.len() as u32);
                self.module.files.push(shown);
                let mut warnings = Vec::new();
                let module = UserModule::new(tree, file, file_index, number, &mut warnings);
                warnings.into_iter().for_each(|warning| self.diags.push(warning));
                self.user.push(Rc::new(module));
                Some(number)
            }
            Err(diagnostic) => {
                self.report(diagnostic);
                None
            }
        }
    }

    /// `module.name` of a module of the user's.
    pub fn user_module_attribute(&mut self, module: usize, name: &str) -> R<Val> {
        let this = self.user[module].clone();
        if this.defines(name) {
            return self.global(module, name);
        }
        let shown = self.module.files.get(this.file_index as usize).cloned().unwrap_or_default();
        let message = format!("`{shown}` has no function or constant `{name}`");
        let mut diagnostic = self.here(Diagnostic::error(Code::UnknownAttribute, message), "");
        let names = this.functions.keys().chain(this.constants.keys()).map(String::as_str);
        if let Some(similar) = npc_base::closest(name, names) {
            diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
        }
        Err(self.report(diagnostic))
    }

    /// A name at the top level of a user's file, or a builtin.
    pub fn global(&mut self, module: usize, name: &str) -> R<Val> {
        let this = self.user[module].clone();
        if let Some(func) = this.functions.get(name) {
            return Ok(Val::Callable(Callable::User(func.clone())));
        }
        if let Some(class) = this.classes.get(name) {
            if let Some(change) = this.changed.get(name) {
                self.refuse_changed(this.file, name, *change, &Val::None)?;
            }
            let class = class.clone();
            return Ok(self.exception_class(&class)?.unwrap_or(Val::Callable(Callable::Class(class))));
        }
        let val = match (this.unpacked.get(name), this.constants.get(name)) {
            (Some((whole, path)), _) => Some(self.constant_part(module, name, whole, path)?),
            (None, Some(constant)) => Some(self.constant_value(module, name, constant)?),
            (None, None) => None,
        };
        if let Some(val) = val {
            if let Some(change) = this.changed.get(name) {
                self.refuse_changed(this.file, name, *change, &val)?;
            }
            return self.frozen_global(name, val);
        }
        if let Some(def) = this.named.get(name)
            && let Some(class) = self.named_class(def)?
        {
            return Ok(class);
        }
        for import in this.imports.iter().rev() {
            if let Some((_, val)) = self.imported(import).into_iter().find(|(bound, _)| bound == name) {
                if let Val::Module("other") = val {
                    return Err(self.unsupported(&format!("`{name}`, imported here,")));
                }
                return Ok(val);
            }
        }
        if let Some(val) = crate::builtins::lookup(name) {
            return Ok(val);
        }
        if let Some((why, instead)) = crate::never::reason(name) {
            let message = format!("`{name}` cannot be compiled ahead of time: {why}");
            return Err(self.error_help(Code::Unsupported, message, instead));
        }
        if crate::builtins::is_python_builtin(name) {
            return Err(self.unsupported(&format!("the builtin `{name}`")));
        }
        let candidates: Vec<String> = this
            .functions
            .keys()
            .chain(this.classes.keys())
            .chain(this.constants.keys())
            .chain(this.unpacked.keys())
            .cloned()
            .chain(this.imports.iter().flat_map(|import| self.imported(import)).map(|(name, _)| name))
            .collect();
        Err(self.unknown_name(name, &candidates))
    }
}
