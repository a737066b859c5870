//! What can be wrong with a declared type.

use npc_base::{Code, Diagnostic, Span, closest};

/// A name that is no type.
pub(super) fn not_a_type(span: Span, text: &str, name: Option<&str>) -> Diagnostic {
    let shown = if text.is_empty() { "this".to_string() } else { format!("`{text}`") };
    let error = Diagnostic::error(Code::UnknownName, format!("{shown} is not a type that npc knows")).label(span, "");
    match name.and_then(|name| closest(name, super::names::known())) {
        Some(similar) => error.help(format!("did you mean `{similar}`?")),
        None => error.help("types are `int32`, `float64[:]`, `float64[:, ::1]`, `int`, `float`, `bool`"),
    }
}

/// A type that npc does not have yet.
pub(super) fn not_yet(span: Span, what: &str) -> Diagnostic {
    Diagnostic::error(Code::Unsupported, format!("{what} is not supported yet")).label(span, "")
}

/// Something that is a type only in part.
pub(super) fn invalid(span: Span, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Code::InvalidSignature, message).label(span, "").help(help)
}

/// Text in which a type or signature was expected.
pub(super) fn not_a_signature(span: Span, text: &str, reason: &str) -> Diagnostic {
    let message = format!("`{text}` is not a signature");
    Diagnostic::error(Code::SyntaxError, message)
        .label(span, reason)
        .help("write `int64(int32[:])`, or `(int32[:], int)` without the result")
}

/// An array type without dtype or rank.
pub(super) fn bare_array(span: Span, text: &str) -> Diagnostic {
    let message = format!("`{text}` says neither the dtype nor the number of axes");
    let help = "write `float64[:, :]`, or `npt.NDArray[np.float64]` where the code shows the number of axes";
    Diagnostic::error(Code::MissingType, message).label(span, "").help(help)
}

/// An array whose rank nothing says.
pub(super) fn unknown_rank(span: Option<Span>, param: &str, function: &str, dtype: &str) -> Diagnostic {
    let message = format!("the number of axes of `{param}` is not known: the code of `{function}` does not say it");
    let error = Diagnostic::error(Code::MissingType, message);
    let error = span.into_iter().fold(error, |error, span| error.label(span, "any number of axes"));
    error.help(format!(
        "write `{dtype}[:]` or `{dtype}[:, :]`, or call the function in the file: `{function}(np.zeros((2, 3)))`"
    ))
}
