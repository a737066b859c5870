//! Python source to typed IR.
//!
//! The frontend is a compiler by evaluation: it walks the syntax tree of a function once, with values whose types are
//! known ([`value`](self)), and emits IR as it goes. Types therefore need no separate pass: names are bound to typed
//! values, paths that meet merge them (`merge.rs`), loops are walked until the types of what they carry settle
//! (`loops.rs`). What is known at compile time stays a constant or never becomes a value at all, so that library
//! functions written in Python, taken in place of their calls, decide by plain `if` what code is made.

mod arguments;
mod attribute;
mod broadcast;
mod builtins;
mod call;
mod cx;
mod declared;
mod elementwise;
mod emit;
mod entry;
mod expr;
mod index;
mod inline;
mod instance;
mod library;
mod loops;
mod make_array;
mod merge;
mod module;
mod names;
mod overlap;
mod parse;
mod reduce;
mod scalar;
mod signature;
mod stmt;
mod ufunc;
mod value;
mod vocabulary;

pub use cx::{Loader, Options};

use cx::{Cx, Fx, R, Scope, Stop};
use npc_base::{Code, Diagnostic, Diagnostics, FileId, Sources};
use npc_midend::Module;
use npc_midend::types::{ArrayType, DType};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use value::{Ty, UserFunc, Val};

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
    /// A string, known at compile time.
    Str(String),
}

/// Compiles a file; no module if there are errors.
pub fn compile(sources: &mut Sources, file: FileId, options: &Options, loader: &dyn Loader) -> (Option<Module>, Diagnostics) {
    let mut diags = Diagnostics::default();
    let tree = match parse::parse(sources.get(file), file) {
        Ok(tree) => tree,
        Err(diagnostic) => {
            diags.push(diagnostic);
            return (None, diags);
        }
    };
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
        library: library::Library::default(),
        instances: indexmap::IndexMap::default(),
        compiling: Vec::new(),
        assumed: FxHashMap::default(),
        recursive: FxHashMap::default(),
        f: Fx::new("module"),
        depth: 0,
    };
    warnings.into_iter().for_each(|warning| cx.diags.push(warning));
    // Reports of what happened go into the diagnostics; the result says nothing more.
    let _ = cx.in_scope(Scope::User(0), |cx| cx.program());
    let mut diags = cx.diags;
    diags.sort();
    if diags.has_errors() { (None, diags) } else { (Some(cx.module), diags) }
}

impl Cx<'_> {
    fn program(&mut self) -> R<()> {
        if let Some((name, args)) = self.options.call.clone() {
            return self.compile_call(&name, &args);
        }
        let user = self.user[0].clone();
        self.check_exports(&user)?;
        let mut untyped = Vec::new();
        for (name, func) in &user.functions {
            let Some(exported) = self.exported_name(&user, name) else { continue };
            if let Some(rest) = func.def.parameters.vararg.as_ref().filter(|_| is_typed(&func.def)) {
                let message = format!("a parameter `*{}` of an exported function is not supported yet", rest.name.id);
                let error = Diagnostic::error(Code::Unsupported, message);
                let span = self.span_of(rest.range);
                let error = span.into_iter().fold(error, |error, span| error.label(span, ""));
                self.report(error);
                continue;
            }
            match self.signatures_of(func) {
                Ok(signatures) if signatures.is_empty() => untyped.push(func.clone()),
                Ok(signatures) => {
                    // Errors have been reported; other functions are compiled all the same.
                    let _ = self.compile_exports(&exported, func, &signatures);
                }
                Err(Stop) => {}
            }
        }
        if !self.diags.has_errors() {
            self.report_untyped(&user, &untyped);
        }
        if self.module.exports.is_empty() && !self.diags.has_errors() {
            let help = "give a function types: `def f(x: float64[:]) -> float:`, `@njit(\"float64(float64[:])\")` or `--sig`";
            let message = "nothing to export: the file has no public function whose types are known";
            return Err(self.report(Diagnostic::error(Code::NothingToExport, message).help(help)));
        }
        Ok(())
    }

    /// Names given to `--export` and in `__all__` must exist.
    fn check_exports(&mut self, user: &module::UserModule) -> R<()> {
        let names: Vec<String> = self.options.exports.iter().map(|(name, _)| name.clone()).collect();
        for name in names {
            if !user.functions.contains_key(&name) {
                let mut diagnostic = Diagnostic::error(Code::UnknownName, format!("there is no function `{name}` to export"));
                if let Some(similar) = npc_base::closest(&name, user.functions.keys().map(String::as_str)) {
                    diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
                }
                return Err(self.report(diagnostic));
            }
        }
        Ok(())
    }

    /// The name under which a function is exported, if it is.
    fn exported_name(&self, user: &module::UserModule, name: &str) -> Option<String> {
        if !self.options.exports.is_empty() {
            let (_, renamed) = self.options.exports.iter().find(|(export, _)| export == name)?;
            return Some(renamed.clone().unwrap_or_else(|| name.to_string()));
        }
        let public = match &user.all {
            Some(all) => all.iter().any(|listed| listed == name),
            None => !name.starts_with('_'),
        };
        public.then(|| name.to_string())
    }

    /// One entry per signature: the first has the function's name, the others add their types to it.
    fn compile_exports(&mut self, name: &str, func: &Rc<UserFunc>, signatures: &[signature::Signature]) -> R<()> {
        for (k, signature) in signatures.iter().enumerate() {
            let entry = if k == 0 { name.to_string() } else { format!("{name}__{}", suffix(&signature.args)) };
            self.compile_export(name, &entry, func, signature)?;
        }
        Ok(())
    }

    fn compile_export(&mut self, name: &str, entry: &str, func: &Rc<UserFunc>, signature: &signature::Signature) -> R<()> {
        let mut vals = Vec::new();
        let mut scratch = Fx::new("arguments");
        for ty in &signature.args {
            let block = scratch.block;
            let leaves: Vec<_> = ty.leaves().into_iter().map(|ty| scratch.func.add_param(block, ty)).collect();
            vals.push(ty.value(&mut leaves.into_iter()).unwrap_or(Val::None));
        }
        scratch.frames = std::mem::take(&mut self.f.frames);
        let outer = std::mem::replace(&mut self.f, scratch);
        let span = self.span_of(func.def.name.range);
        self.f.span = span;
        let made = self.export_instance(name, entry, func, &vals, &signature.args, signature.result.as_ref());
        let inner = std::mem::replace(&mut self.f, outer);
        self.f.frames = inner.frames;
        made
    }

    fn export_instance(
        &mut self,
        name: &str,
        entry: &str,
        func: &Rc<UserFunc>,
        vals: &[Val],
        args: &[Ty],
        declared: Option<&Ty>,
    ) -> R<()> {
        let mut key = self.instance_key(&format!("{}:{}", func.module, func.def.name.id), vals)?;
        if declared.is_some() {
            // A declared result makes an instance of its own; calls from inside the module see the declared type too.
            key.function.push_str(" as declared");
        }
        let id = match self.instances.get(&key) {
            Some(instance) if instance.result.is_some() => instance.func,
            _ => self.compile_user(func, &key, vals, declared)?,
        };
        let Some(result) = self.instances.get(&key).and_then(|instance| instance.result.clone()) else { return Err(Stop) };
        if result == Ty::Error {
            return Err(Stop);
        }
        self.export((name, entry), &func.def.clone(), id, args, &result, func.module)
    }

    /// Compiles one function for given arguments, as `npc run` and the library's dynamic call need it.
    fn compile_call(&mut self, name: &str, args: &[ArgType]) -> R<()> {
        let user = self.user[0].clone();
        let Some(func) = user.functions.get(name) else {
            let mut diagnostic = Diagnostic::error(Code::UnknownName, format!("there is no function `{name}`"));
            if let Some(similar) = npc_base::closest(name, user.functions.keys().map(String::as_str)) {
                diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
            }
            return Err(self.report(diagnostic));
        };
        let func = func.clone();
        self.f.span = self.span_of(func.def.name.range);
        let params: Vec<_> = func.def.parameters.iter_non_variadic_params().collect();
        if args.len() > params.len() && func.def.parameters.vararg.is_none() {
            let (expected, given) = (params.len(), args.len());
            return Err(self.error(
                Code::WrongArguments,
                format!("{name}() takes {expected} positional arguments but {given} were given"),
            ));
        }
        let mut tys = Vec::new();
        let mut statics = Vec::new();
        for arg in args {
            let (ty, val) = arg_type(arg);
            tys.push(ty);
            statics.push(val);
        }
        for param in params.iter().skip(args.len()) {
            let Some(default) = &param.default else {
                let missing = &param.parameter.name.id;
                return Err(
                    self.error(Code::WrongArguments, format!("{name}() missing a required positional argument: '{missing}'"))
                );
            };
            let val = self.expr(default)?;
            tys.push(self.type_of(&val));
            statics.push(None);
        }
        // The arguments decide; a declared result holds where there is one declaration that can be read.
        let reported = self.diags.0.len();
        let declared = match self.signatures_of(&func) {
            Ok(mut signatures) if signatures.len() == 1 => signatures.remove(0).result,
            _ => None,
        };
        self.diags.0.truncate(reported);
        let mut scratch = Fx::new("arguments");
        let mut vals = Vec::new();
        for (ty, known) in tys.iter().zip(statics) {
            let block = scratch.block;
            let leaves: Vec<_> = ty.leaves().into_iter().map(|ty| scratch.func.add_param(block, ty)).collect();
            vals.push(known.or_else(|| ty.value(&mut leaves.into_iter())).unwrap_or(Val::None));
        }
        scratch.frames = std::mem::take(&mut self.f.frames);
        scratch.span = self.f.span;
        let outer = std::mem::replace(&mut self.f, scratch);
        let made = self.export_instance(name, name, &func, &vals, &tys, declared.as_ref());
        let inner = std::mem::replace(&mut self.f, outer);
        self.f.frames = inner.frames;
        made
    }

    fn report_untyped(&mut self, user: &module::UserModule, untyped: &[Rc<UserFunc>]) {
        let called: Vec<String> = self.instances.keys().map(|key| key.function.clone()).collect();
        let left: Vec<&Rc<UserFunc>> = untyped
            .iter()
            .filter(|func| {
                let key = format!("{}:{}", func.module, func.def.name.id);
                let named = self.options.exports.iter().any(|(name, _)| *name == func.def.name.id.as_str());
                named || !called.iter().any(|name| name.split(' ').next() == Some(key.as_str()))
            })
            .collect();
        let Some(first) = left.first() else { return };
        let names: Vec<_> = left.iter().map(|func| format!("`{}`", func.def.name.id)).collect();
        let named = left.iter().any(|func| self.options.exports.iter().any(|(name, _)| *name == func.def.name.id.as_str()));
        let help = "annotate the parameters, decorate the function with a signature, or pass `--sig`";
        let (code, message) = if named {
            (Code::MissingType, format!("the types of the parameters of {} are not known", names.join(", ")))
        } else {
            (
                Code::UntypedFunctions,
                format!("left out, because the types of their parameters are not known: {}", names.join(", ")),
            )
        };
        let mut diagnostic = if named { Diagnostic::error(code, message) } else { Diagnostic::warning(code, message) };
        let span = npc_base::Span {
            file: user.file,
            start: first.def.name.range.start().into(),
            end: first.def.name.range.end().into(),
        };
        diagnostic = diagnostic.label(span, "").help(help);
        self.diags.push(diagnostic);
    }
}

/// True if the source gives types to a function's parameters.
fn is_typed(def: &ruff_python_ast::StmtFunctionDef) -> bool {
    !def.decorator_list.is_empty()
        || def.parameters.iter_non_variadic_params().any(|param| param.parameter.annotation.is_some())
}

/// Types as a part of a name: `int32_1d_float64`.
fn suffix(args: &[Ty]) -> String {
    let part = |ty: &Ty| match ty {
        Ty::Array(array) => format!("{}_{}d", array.dtype.numpy_name(), array.rank),
        other => other.name().chars().filter(|c| c.is_alphanumeric() || *c == '_').collect(),
    };
    args.iter().map(part).collect::<Vec<_>>().join("_")
}

/// The type of an actual argument, and its value if that is known at compile time only.
fn arg_type(arg: &ArgType) -> (Ty, Option<Val>) {
    match arg {
        ArgType::None => (Ty::None, Some(Val::None)),
        ArgType::Scalar { dtype, weak } => (Ty::Scalar { dtype: *dtype, weak: *weak }, None),
        ArgType::Array(array) => (Ty::Array(*array), None),
        ArgType::Tuple(members) => (Ty::Tuple(members.iter().map(|member| arg_type(member).0).collect()), None),
        ArgType::Str(text) => (Ty::Static(format!("str {text:?}")), Some(Val::Str(text.as_str().into()))),
    }
}
