//! What a file offers to the outside: which functions are exported, under which names, and for which types.

use crate::ArgType;
use crate::cx::{Cx, Fx, R, Stop};
use crate::entry::Exported;
use crate::module::UserModule;
use crate::object::{Class, ObjectTy};
use crate::signature::{Concrete, Declared, Kind};
use crate::value::{Ty, UserFunc, Val};
use npc_base::{Code, Diagnostic, Span, closest};
use npc_midend::Export;
use ruff_text_size::Ranged;
use std::rc::Rc;

impl Cx<'_> {
    /// Compiles what is exported, or the one call that the options ask for.
    pub fn program(&mut self) -> R<()> {
        if let Some((name, args)) = self.options.call.clone() {
            return self.compile_call(&name, &args);
        }
        let user = self.user[0].clone();
        self.check_exports(&user)?;
        self.check_option_signatures();
        self.check_comment_exports(&user);
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
                Ok(signatures) if signatures.is_empty() => untyped.push((exported, func.clone())),
                Ok(signatures) => {
                    // Errors have been reported; other functions are compiled all the same.
                    let _ = self.compile_exports(&exported, func, &signatures);
                }
                Err(Stop) => {}
            }
        }
        if !self.diags.has_errors() {
            self.export_listed(&user, &mut untyped);
            self.report_untyped(&untyped);
        }
        if self.module.exports.is_empty() && !self.diags.has_errors() {
            let help = "give a function types: `def f(x: float64[:]) -> float:`, `@njit(\"float64(float64[:])\")` or `--sig`";
            let message = "nothing to export: the file has no public function whose types are known";
            return Err(self.report(Diagnostic::error(Code::NothingToExport, message).help(help)));
        }
        Ok(())
    }

    /// Names given to `--export` must exist; those in `__all__` may be of other things than functions.
    fn check_exports(&mut self, user: &UserModule) -> R<()> {
        let names: Vec<String> = self.options.exports.iter().map(|(name, _)| name.clone()).collect();
        for name in names {
            if !user.functions.contains_key(&name) {
                let message = format!("there is no function `{name}` to export");
                return Err(self.unknown_function(user, &name, message, None));
            }
        }
        Ok(())
    }

    /// Functions named in `# pythran export` must exist.
    fn check_comment_exports(&mut self, user: &UserModule) {
        for export in self.pythran.clone().iter() {
            if !user.functions.contains_key(&export.name) {
                let message = format!("there is no function `{}` to export", export.name);
                self.unknown_function(user, &export.name, message, Some(export.name_span));
            }
        }
    }

    fn unknown_function(&mut self, user: &UserModule, name: &str, message: String, span: Option<Span>) -> Stop {
        let error = Diagnostic::error(Code::UnknownName, message);
        let error = span.into_iter().fold(error, |error, span| error.label(span, ""));
        let similar = closest(name, user.functions.keys().map(String::as_str));
        self.report(similar.into_iter().fold(error, |error, similar| error.help(format!("did you mean `{similar}`?"))))
    }

    /// The name under which a function is exported, if it is.
    fn exported_name(&self, user: &UserModule, name: &str) -> Option<String> {
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

    /// One entry per signature. The first has the function's name; where there are several, all add their types to it.
    fn compile_exports(&mut self, name: &str, func: &Rc<UserFunc>, signatures: &[Concrete]) -> R<()> {
        let signatures = match &self.decorated(func)?.kind {
            Kind::Plain => signatures.to_vec(),
            Kind::Vectorized => crate::user_ufunc::vectorized_exports(signatures),
            Kind::Generalized(cores) => crate::user_ufunc::generalized_exports(cores, signatures),
        };
        let mut taken: Vec<String> = Vec::new();
        for (k, signature) in signatures.iter().enumerate() {
            let long = unique(format!("{name}__{}", suffix(&signature.args)), &mut taken);
            let entry = if k == 0 { name.to_string() } else { long.clone() };
            self.compile_export(name, &entry, func, signature)?;
            if k == 0 && signatures.len() > 1 {
                let first = self.module.exports.iter().find(|export| export.name == entry).map(|export| export.func);
                first
                    .into_iter()
                    .for_each(|func| self.module.exports.push(Export { func, name: long.clone(), function: None }));
            }
        }
        Ok(())
    }

    fn compile_export(&mut self, name: &str, entry: &str, func: &Rc<UserFunc>, signature: &Concrete) -> R<()> {
        let span = self.span_of(func.def.name.range);
        self.with_arguments(&signature.args, &[], span, |cx, vals| cx.export_instance((name, entry), func, vals, signature))
    }

    /// Runs `f` with values of the given types, in a scratch function.
    fn with_arguments(
        &mut self,
        args: &[Ty],
        known: &[Option<Val>],
        span: Option<Span>,
        f: impl FnOnce(&mut Self, &[Val]) -> R<()>,
    ) -> R<()> {
        let mut vals = Vec::new();
        let mut scratch = Fx::new("arguments");
        for (k, ty) in args.iter().enumerate() {
            let block = scratch.block;
            let leaves: Vec<_> = ty.leaves().into_iter().map(|ty| scratch.func.add_param(block, ty)).collect();
            let known = known.get(k).cloned().flatten();
            vals.push(known.or_else(|| ty.value(&mut leaves.into_iter())).unwrap_or(Val::None));
        }
        scratch.frames = std::mem::take(&mut self.f.frames);
        scratch.span = span;
        let outer = std::mem::replace(&mut self.f, scratch);
        let made = f(self, &vals);
        let inner = std::mem::replace(&mut self.f, outer);
        self.f.frames = inner.frames;
        made
    }

    fn export_instance(&mut self, names: (&str, &str), func: &Rc<UserFunc>, vals: &[Val], signature: &Concrete) -> R<()> {
        let declared = signature.result.as_ref().and_then(Declared::ty);
        let mut key = self.instance_key(&format!("{}:{}", func.module, func.def.name.id), vals)?;
        if let Some(declared) = &declared {
            // A declared result makes an instance of its own; calls from inside the module see what the body returns.
            key.function.push_str(&format!(" as declared {}", declared.name()));
        }
        let plain = self.decorated(func)?.kind == Kind::Plain;
        if !plain {
            key.function.push_str(" as ufunc");
        }
        let id = match self.instances.get(&key) {
            Some(instance) if instance.result.is_some() => instance.func,
            _ if plain => self.compile_user(func, &key, vals, declared.as_ref())?,
            _ => self.compile_ufunc(func, &key, vals)?,
        };
        let Some(result) = self.instances.get(&key).and_then(|instance| instance.result.clone()) else { return Err(Stop) };
        if result == Ty::Error {
            return Err(Stop);
        }
        self.check_result(func, &result)?;
        if let Some(choice) = signature.result.as_ref().filter(|_| declared.is_none()) {
            self.check_choice(func, choice, &result)?;
        }
        let (args, dims, declared) = (&signature.args, &signature.dims, declared.is_some());
        let exported = Exported { func: id, args, dims, result: &result, declared, module: func.module };
        self.export(names, &func.def.clone(), &exported)
    }

    /// Functions stay in the module.
    fn check_result(&mut self, func: &UserFunc, result: &Ty) -> R<()> {
        if let Some(name) = static_part(result) {
            let what = format!("returning {name} from an exported function");
            return self.at(func.def.name.range, |cx| Err(cx.unsupported(&what)));
        }
        if !holds_function(result) {
            return Ok(());
        }
        let message = format!("`{}` returns a function, which cannot leave the compiled module", func.def.name.id);
        let help = "call it inside and return what it gives, or make the function private (`_name`)";
        self.at(func.def.name.range, |cx| Err(cx.error_help(Code::Unsupported, message, help)))
    }

    /// A result that is declared as one of several types, or without its rank, must be what the declaration allows.
    fn check_choice(&mut self, func: &UserFunc, declared: &Declared, result: &Ty) -> R<()> {
        if declared.meet(&Declared::Ty(result.clone())).is_some() {
            return Ok(());
        }
        let range = func.def.returns.as_deref().map_or(func.def.name.range, Ranged::range);
        let message = format!("`{}` returns `{}`, which its declared result does not allow", func.def.name.id, result.name());
        self.at(range, |cx| Err(cx.error(Code::TypeMismatch, message)))
    }

    /// Compiles one function for given arguments, as `npc run` and the library's dynamic call need it.
    fn compile_call(&mut self, name: &str, args: &[ArgType]) -> R<()> {
        let user = self.user[0].clone();
        let Some(func) = user.functions.get(name) else {
            return Err(self.unknown_function(&user, name, format!("there is no function `{name}`"), None));
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
            tys.push(self.type_of(&val).at_run_time());
            statics.push(None);
        }
        // The arguments decide; a declared result holds where there is one declaration that can be read.
        let reported = self.diags.0.len();
        let result = match self.signatures_of(&func) {
            Ok(mut signatures) if signatures.len() == 1 => signatures.remove(0).result,
            _ => None,
        };
        self.diags.0.truncate(reported);
        let signature = Concrete { dims: vec![Vec::new(); tys.len()], args: tys, result };
        let span = self.f.span;
        self.with_arguments(&signature.args, &statics, span, |cx, vals| {
            cx.export_instance((name, name), &func, vals, &signature)
        })
    }

    // ---- functions without types

    /// What `__all__` lists without types is exported with the types of the calls from typed functions.
    fn export_listed(&mut self, user: &UserModule, untyped: &mut Vec<(String, Rc<UserFunc>)>) {
        if user.all.is_none() || !self.options.exports.is_empty() {
            return;
        }
        untyped.retain(|(name, func)| {
            let signatures = self.called_signatures(func);
            if signatures.is_empty() {
                return true;
            }
            let _ = self.compile_exports(name, func, &signatures);
            false
        });
    }

    /// The types with which the program calls a function, as far as an export can have them.
    fn called_signatures(&self, func: &UserFunc) -> Vec<Concrete> {
        let name = instance_name(func);
        let same = self.instances.keys().filter(|key| key.function == name);
        let simple = same.filter(|key| key.args.iter().all(is_exportable));
        simple.map(|key| Concrete { args: key.args.clone(), dims: vec![Vec::new(); key.args.len()], result: None }).collect()
    }

    fn report_untyped(&mut self, untyped: &[(String, Rc<UserFunc>)]) {
        let is_named = |func: &UserFunc| self.options.exports.iter().any(|(name, _)| *name == func.def.name.id.as_str());
        let is_called = |func: &UserFunc| {
            let name = instance_name(func);
            self.instances.keys().any(|key| key.function.split(' ').next() == Some(name.as_str()))
        };
        let (named, others): (Vec<_>, Vec<_>) = untyped.iter().map(|(_, func)| func).partition(|func| is_named(func));
        let left_out: Vec<_> = others.into_iter().filter(|func| !is_called(func)).collect();
        let help = "annotate the parameters, decorate the function with a signature, or pass `--sig`";
        for (functions, is_error) in [(named, true), (left_out, false)] {
            if functions.is_empty() {
                continue;
            }
            let names: Vec<_> = functions.iter().map(|func| format!("`{}`", func.def.name.id)).collect();
            let names = names.join(", ");
            let mut finding = if is_error {
                Diagnostic::error(Code::MissingType, format!("the types of the parameters of {names} are not known"))
            } else {
                let message = format!("left out, because the types of their parameters are not known: {names}");
                Diagnostic::warning(Code::UntypedFunctions, message)
            };
            finding = finding.help(help);
            for func in functions.iter().take(if is_error { usize::MAX } else { 1 }) {
                finding = self.span_of(func.def.name.range).into_iter().fold(finding, |finding, span| finding.label(span, ""));
            }
            self.diags.push(finding);
        }
    }
}

/// The name that instances of a function have in their keys.
fn instance_name(func: &UserFunc) -> String {
    format!("{}:{}", func.module, func.def.name.id)
}

fn is_exportable(ty: &Ty) -> bool {
    match ty {
        Ty::None | Ty::Scalar { .. } | Ty::Array(_) | Ty::Text => true,
        Ty::Tuple(members) => members.iter().all(is_exportable),
        Ty::Object(object) => object.params.iter().all(is_exportable),
        Ty::Unknown => true,
        Ty::Site { ty, .. } => is_exportable(ty),
        Ty::List(_)
        | Ty::Str(_)
        | Ty::Exception
        | Ty::Function(_)
        | Ty::Choice(_)
        | Ty::Static(_)
        | Ty::Error
        | Ty::Vector(_)
        | Ty::Cell(_) => false,
        Ty::Named(_, members) => members.iter().all(is_exportable),
        Ty::Optional(ty) => is_exportable(ty),
        Ty::Keywords(_) => false,
    }
}

/// The name of a part that is known at compile time only.
fn static_part(ty: &Ty) -> Option<String> {
    match ty {
        Ty::Static(_) => Some(ty.name()),
        Ty::Tuple(members) | Ty::List(members) => members.iter().find_map(static_part),
        _ => None,
    }
}

fn holds_function(ty: &Ty) -> bool {
    match ty {
        Ty::Function(_) | Ty::Choice(_) => true,
        Ty::Tuple(members) | Ty::List(members) | Ty::Named(_, members) => members.iter().any(holds_function),
        Ty::Optional(ty) => holds_function(ty),
        _ => false,
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

/// A name that no other has; memory orders do not show in names, so two signatures may want the same.
fn unique(name: String, taken: &mut Vec<String>) -> String {
    let mut unique = name.clone();
    let mut number = 2;
    while taken.contains(&unique) {
        unique = format!("{name}_{number}");
        number += 1;
    }
    taken.push(unique.clone());
    unique
}

fn container(class: Class, parts: &[&ArgType]) -> Ty {
    let count = if class == Class::Dict { 2 } else { 1 };
    let params = (0..count).map(|at| parts.get(at).map_or(Ty::Unknown, |part| arg_type(part).0)).collect();
    Ty::Object(ObjectTy { class, params, frozen: false })
}

/// The type of an actual argument, and its value if that is known at compile time only.
fn arg_type(arg: &ArgType) -> (Ty, Option<Val>) {
    match arg {
        ArgType::None => (Ty::None, Some(Val::None)),
        ArgType::Scalar { dtype, weak } => (Ty::Scalar { dtype: *dtype, weak: *weak }, None),
        ArgType::Array(array) => (Ty::Array(*array), None),
        ArgType::Tuple(members) => (Ty::Tuple(members.iter().map(|member| arg_type(member).0).collect()), None),
        ArgType::List(element) => (container(Class::List, element.as_deref().as_slice()), None),
        ArgType::Set(element) => (container(Class::Set, element.as_deref().as_slice()), None),
        ArgType::Dict(parts) => match parts.as_deref() {
            Some([key, value]) => (container(Class::Dict, &[key, value]), None),
            None => (container(Class::Dict, &[]), None),
        },
        ArgType::Str(text) => (Ty::Str(text.as_str().into()), Some(Val::Str(text.as_str().into()))),
        ArgType::Text => (Ty::Text, None),
    }
}
