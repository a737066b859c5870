//! Annotations of parameters and results, in the source and in a `.pyi` beside it.

use super::Signature;
use super::declared::Declared;
use super::reader::Reader;
use npc_base::Diagnostic;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

/// What the annotations of a function say; nothing if there are none. Every wrong one is reported.
pub(super) fn read(reader: &Reader<'_>, def: &ast::StmtFunctionDef, errors: &mut Vec<Diagnostic>) -> Option<Signature> {
    let params: Vec<_> = def.parameters.iter_non_variadic_params().collect();
    let annotated = params.iter().any(|param| param.parameter.annotation.is_some());
    let without_parameters = params.is_empty() && def.parameters.vararg.is_none();
    if !annotated && def.returns.is_none() && !without_parameters {
        return None;
    }
    let args = params.iter().map(|param| parameter(reader, param, errors)).collect();
    let result = def.returns.as_deref().and_then(|returns| keep(reader.declared(returns), errors));
    let (range, text) = match def.returns.as_deref() {
        Some(returns) if !annotated => (returns.range(), format!("-> {}", reader.text(returns.range()))),
        _ => (def.parameters.range, reader.text(def.parameters.range).to_string()),
    };
    let range = if without_parameters && def.returns.is_none() { def.name.range } else { range };
    Some(Signature { args, result, span: Some(reader.span(range)), text })
}

fn parameter(reader: &Reader<'_>, param: &ast::ParameterWithDefault, errors: &mut Vec<Diagnostic>) -> Declared {
    let Some(annotation) = param.parameter.annotation.as_deref() else { return Declared::Unknown };
    let declared = keep(reader.declared(annotation), errors).unwrap_or(Declared::Unknown);
    // `x: float = None` has always meant an optional parameter.
    match param.default.as_deref() {
        Some(Expr::NoneLiteral(_)) => declared.or(Declared::NONE),
        _ => declared,
    }
}

fn keep<T>(read: Result<T, Diagnostic>, errors: &mut Vec<Diagnostic>) -> Option<T> {
    read.map_err(|error| errors.push(error)).ok()
}
