//! Arguments to parameters, as Python binds them: by position, by keyword, by default.

use crate::cx::{Cx, Frame, R, Scope, Stop};
use crate::value::Val;
use npc_base::{Code, Diagnostic};
use ruff_python_ast as ast;

impl Cx<'_> {
    /// Arguments in the order of the parameters; what is missing takes its default.
    pub fn bind_arguments(
        &mut self,
        name: &str,
        parameters: &ast::Parameters,
        scope: Scope,
        defaults: Option<&[(String, Val)]>,
        args: Vec<Val>,
        keywords: Vec<(String, Val)>,
    ) -> R<Vec<(String, Val)>> {
        let positional: Vec<_> = parameters.posonlyargs.iter().chain(&parameters.args).collect();
        let given = args.len();
        if given > positional.len() && parameters.vararg.is_none() {
            let expected = positional.len();
            let plural = if expected == 1 { "" } else { "s" };
            return Err(self.error(
                Code::WrongArguments,
                format!("{name}() takes {expected} positional argument{plural} but {given} were given"),
            ));
        }
        let mut bound: Vec<(String, Val)> = Vec::new();
        let mut args = args.into_iter();
        for (param, val) in positional.iter().zip(args.by_ref()) {
            bound.push((param.name().id.to_string(), val));
        }
        if let Some(vararg) = &parameters.vararg {
            bound.push((vararg.name.id.to_string(), Val::Tuple(args.collect())));
        }
        let mut more: Vec<(String, Val)> = Vec::new();
        let positional_only: Vec<_> = parameters.posonlyargs.iter().map(|param| param.name().id.to_string()).collect();
        for (key, val) in keywords {
            let known = parameters.iter_non_variadic_params().any(|param| param.name().id == key.as_str());
            let known = known && !positional_only.contains(&key);
            if !known && parameters.kwarg.is_some() {
                more.push((key, val));
                continue;
            }
            if !known {
                return Err(self.unexpected_keyword(name, parameters, &key));
            }
            if bound.iter().any(|(name, _)| *name == key) {
                return Err(self.error(Code::WrongArguments, format!("{name}() got multiple values for argument '{key}'")));
            }
            bound.push((key, val));
        }
        if let Some(kwarg) = &parameters.kwarg {
            bound.push((kwarg.name.id.to_string(), Val::Keywords(more)));
        }
        self.fill_defaults(name, parameters, scope, defaults, bound)
    }

    fn unexpected_keyword(&mut self, name: &str, parameters: &ast::Parameters, key: &str) -> Stop {
        let names = crate::cx::parameter_names(parameters);
        let message = format!("{name}() got an unexpected keyword argument '{key}'");
        let mut diagnostic = self.here(Diagnostic::error(Code::WrongArguments, message), "");
        if let Some(similar) = npc_base::closest(key, names.iter().map(String::as_str)) {
            diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
        }
        self.report(diagnostic)
    }

    fn fill_defaults(
        &mut self,
        name: &str,
        parameters: &ast::Parameters,
        scope: Scope,
        defaults: Option<&[(String, Val)]>,
        mut bound: Vec<(String, Val)>,
    ) -> R<Vec<(String, Val)>> {
        let mut missing = Vec::new();
        for param in parameters.iter_non_variadic_params() {
            let key = param.name().id.as_str();
            if bound.iter().any(|(name, _)| name == key) {
                continue;
            }
            if let Some((_, val)) = defaults.and_then(|defaults| defaults.iter().find(|(name, _)| name == key)) {
                bound.push((key.to_string(), val.clone()));
                continue;
            }
            match &param.default {
                Some(default) => {
                    let val = self.in_scope(scope, |cx| cx.shared_default(default))?;
                    bound.push((key.to_string(), val));
                }
                None => missing.push(format!("'{key}'")),
            }
        }
        if !missing.is_empty() {
            let (count, plural) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
            let list = missing.join(" and ");
            return Err(self.error(
                Code::WrongArguments,
                format!("{name}() missing {count} required positional argument{plural}: {list}"),
            ));
        }
        // In the order of the parameters.
        let mut ordered = Vec::new();
        for param in parameters.iter() {
            let key = param.name().as_str();
            if let Some(at) = bound.iter().position(|(name, _)| name == key) {
                ordered.push(bound.swap_remove(at));
            }
        }
        Ok(ordered)
    }

    /// Evaluates in another module's scope, with no local names.
    pub fn in_scope<T>(&mut self, scope: Scope, f: impl FnOnce(&mut Self) -> T) -> T {
        self.f.frames.push(Frame::new(scope));
        let result = f(self);
        self.f.frames.pop();
        result
    }
}
