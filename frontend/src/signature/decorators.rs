//! Numba's decorators, recognised by name: signatures, flags, `@vectorize` and `@guvectorize`.

use super::cores::Cores;
use super::reader::{Read, Reader, last_name};
use super::{Signature, errors};
use npc_base::{Code, Diagnostic, closest};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;
use std::rc::Rc;

/// Arguments of `jit` that change nothing here: what they ask for is always so, or has no meaning ahead of time.
const QUIET: [&str; 11] = [
    "nopython",
    "nogil",
    "cache",
    "inline",
    "parallel",
    "debug",
    "looplift",
    "no_cpython_wrapper",
    "no_cfunc_wrapper",
    "pipeline_class",
    "target",
];

/// Arguments that only `vectorize` and `guvectorize` have.
const QUIET_UFUNC: [&str; 2] = ["identity", "target_backend"];

/// Arguments with a meaning, read below.
const MEANT: [&str; 8] = [
    "boundscheck",
    "error_model",
    "signature",
    "signature_or_function",
    "ftylist_or_function",
    "ftylist",
    "forceobj",
    "locals",
];

/// What the decorators of a function say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decorated {
    pub signatures: Vec<Signature>,
    pub kind: Kind,
    /// `boundscheck=False`
    pub unchecked: bool,
    /// `error_model="python"`
    pub python_errors: bool,
    /// Floats may be added and multiplied in any order.
    pub fastmath: bool,
    /// A decorator that npc does not know. It matters where the function is needed.
    pub unknown: Option<Diagnostic>,
}

/// What a function is made into.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Kind {
    #[default]
    Plain,
    /// `@vectorize`: arrays broadcast, and the function gets their elements.
    Vectorized,
    /// `@guvectorize`: leading axes broadcast, and the function gets subarrays; it writes the results.
    Generalized(Rc<Cores>),
}

/// Reads the decorators of a function.
pub(super) fn read(reader: &Reader<'_>, def: &ast::StmtFunctionDef) -> Read<Decorated> {
    let mut decorated = Decorated::default();
    for decorator in &def.decorator_list {
        decorator_of(reader, &decorator.expression, &mut decorated)?;
    }
    Ok(decorated)
}

fn decorator_of(reader: &Reader<'_>, expr: &Expr, decorated: &mut Decorated) -> Read<()> {
    // `fast = njit(cache=True)`, then `@fast`
    if let (Expr::Name(name), Some(module)) = (expr, reader.module)
        && let Some(definition) = module.type_definition(&name.id)
    {
        return match reader.depth {
            0 => decorator_of(&Reader { depth: 1, ..*reader }, definition, decorated),
            _ => Ok(()),
        };
    }
    let (callee, arguments) = match expr {
        Expr::Call(call) => (&*call.func, Some(&call.arguments)),
        other => (other, None),
    };
    let name = reader.type_name(callee).unwrap_or_default();
    let gpu = matches!(callee, Expr::Attribute(attribute) if last_name(&attribute.value) == Some("cuda"));
    match (name.as_str(), arguments) {
        _ if gpu => Err(errors::not_yet(reader.span(expr.range()), "a kernel for a GPU")),
        ("jit" | "njit" | "cfunc" | "register_jitable", None) => Ok(()),
        ("jit" | "njit" | "cfunc" | "register_jitable", Some(arguments)) => {
            flags(reader, &name, arguments, &[], decorated)?;
            signatures(reader, arguments, decorated)
        }
        ("vectorize", arguments) => {
            decorated.kind = Kind::Vectorized;
            let Some(arguments) = arguments else { return Ok(()) };
            flags(reader, &name, arguments, &QUIET_UFUNC, decorated)?;
            signatures(reader, arguments, decorated)
        }
        ("guvectorize", Some(arguments)) => guvectorize(reader, expr, arguments, decorated),
        _ => {
            let shown = if name.is_empty() { "this decorator".to_string() } else { format!("the decorator `{name}`") };
            decorated.unknown.get_or_insert(errors::not_yet(reader.span(expr.range()), &shown));
            Ok(())
        }
    }
}

/// The signatures: the first argument, or a keyword.
fn signatures(reader: &Reader<'_>, arguments: &ast::Arguments, decorated: &mut Decorated) -> Read<()> {
    let named = |keyword: &&ast::Keyword| {
        let names = ["signature", "signature_or_function", "ftylist_or_function", "ftylist"];
        keyword.arg.as_ref().is_some_and(|arg| names.contains(&arg.id.as_str()))
    };
    let keyword = arguments.keywords.iter().find(named).map(|keyword| &keyword.value);
    match arguments.args.first().or(keyword) {
        None | Some(Expr::NoneLiteral(_)) => {}
        Some(given) => decorated.signatures = reader.signatures(given)?,
    }
    Ok(())
}

/// `@guvectorize([(float64[:], float64[:], float64[:])], "(n),(n)->(n)")`
fn guvectorize(reader: &Reader<'_>, expr: &Expr, arguments: &ast::Arguments, decorated: &mut Decorated) -> Read<()> {
    flags(reader, "guvectorize", arguments, &QUIET_UFUNC, decorated)?;
    let help = "write `@guvectorize([(float64[:], float64[:], float64[:])], \"(n),(n)->(n)\")`";
    let (types, layout) = match &arguments.args[..] {
        [Expr::StringLiteral(layout)] => (None, layout),
        [types, Expr::StringLiteral(layout)] => (Some(types), layout),
        _ => {
            return Err(errors::invalid(
                reader.span(expr.range()),
                "`guvectorize` takes signatures and a string of core dimensions",
                help,
            ));
        }
    };
    let cores = Cores::parse(layout.value.to_str()).map_err(|reason| {
        errors::invalid(reader.span(layout.range), format!("these are no core dimensions: {reason}"), help)
    })?;
    decorated.kind = Kind::Generalized(Rc::new(cores));
    if let Some(types) = types {
        decorated.signatures = reader.signatures(types)?;
    }
    Ok(())
}

fn flags(
    reader: &Reader<'_>,
    decorator: &str,
    arguments: &ast::Arguments,
    more: &[&str],
    decorated: &mut Decorated,
) -> Read<()> {
    for keyword in &arguments.keywords {
        let span = reader.span(keyword.range);
        let Some(arg) = &keyword.arg else { return Err(errors::not_yet(span, "`**` in a decorator")) };
        let truth = match &keyword.value {
            Expr::BooleanLiteral(literal) => Some(literal.value),
            _ => None,
        };
        match arg.id.as_str() {
            // Numba takes a set of LLVM's flags too.
            "fastmath" => decorated.fastmath |= truth != Some(false),
            "boundscheck" => decorated.unchecked |= truth == Some(false),
            "error_model" => decorated.python_errors |= error_model(reader, &keyword.value)?,
            "forceobj" if truth == Some(true) => return Err(errors::not_yet(span, "object mode (`forceobj=True`)")),
            "locals" => return Err(errors::not_yet(span, "`locals=`, which gives types to local variables,")),
            name if QUIET.contains(&name) || MEANT.contains(&name) || more.contains(&name) => {}
            name => return Err(unknown_flag(reader, decorator, name, arg.range, more)),
        }
    }
    Ok(())
}

fn error_model(reader: &Reader<'_>, value: &Expr) -> Read<bool> {
    match value {
        Expr::StringLiteral(text) if text.value.to_str() == "python" => Ok(true),
        Expr::StringLiteral(text) if text.value.to_str() == "numpy" => Ok(false),
        other => {
            Err(errors::invalid(reader.span(other.range()), "this is not an error model", "write \"python\" or \"numpy\""))
        }
    }
}

fn unknown_flag(
    reader: &Reader<'_>,
    decorator: &str,
    name: &str,
    range: ruff_text_size::TextRange,
    more: &[&str],
) -> Diagnostic {
    let message = format!("`{decorator}` has no argument `{name}`");
    let error = Diagnostic::error(Code::WrongArguments, message).label(reader.span(range), "");
    match closest(name, QUIET.iter().chain(&MEANT).chain(more).copied()) {
        Some(similar) => error.help(format!("did you mean `{similar}`?")),
        None => error.help("remove it: npc compiles everything ahead of time"),
    }
}
