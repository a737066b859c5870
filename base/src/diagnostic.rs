//! Diagnostics: what is wrong, where, why it is believed, what to write instead.

use crate::source::Span;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// No code is made.
    Error,
    /// Code is made all the same.
    Warning,
}

macro_rules! codes {
    ($($variant:ident $text:literal $doc:literal),* $(,)?) => {
        /// The kinds of diagnostics. Each has a page in `docs/errors/`, printed by `npc explain`.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Code { $(#[doc = $doc] $variant,)* }

        impl Code {
            /// Every code, in alphabetical order of its text.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The readable code, as in `error[unknown-name]`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }

            /// The page of `docs/errors/` about this code.
            pub fn page(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("../../docs/errors/", $text, ".md")),)* }
            }
        }
    };
}

codes! {
    CannotMergeTypes "cannot-merge-types" "Two paths leave a variable with types that have no common one.",
    ConflictingSignatures "conflicting-signatures" "Two signatures of one function disagree.",
    InvalidSignature "invalid-signature" "A type or signature is not written as it should be.",
    MissingType "missing-type" "The types of a function's parameters are not known.",
    NarrowingResult "narrowing-result" "A result is narrowed to its declared type.",
    NoSuchFunction "no-such-function" "NumPy has no function of this name.",
    NotStatic "not-static" "A value must be known at compile time.",
    NothingToExport "nothing-to-export" "The file has no function that can be exported.",
    NumbaDiffers "numba-differs" "Numba would do something else here.",
    Overflow "overflow" "A constant does not fit its type.",
    RaisesAlways "raises-always" "Running this always raises an exception.",
    RedefinedFunction "redefined-function" "A second definition replaces the first.",
    ShapeMismatch "shape-mismatch" "Shapes that can never be broadcast together.",
    SyntaxError "syntax-error" "The file is not Python.",
    TooLarge "too-large" "The program exceeds a limit of the compiler.",
    TypeMismatch "type-mismatch" "An operation is applied to types that it does not take.",
    UnknownAttribute "unknown-attribute" "A value has no such attribute or method.",
    UnknownName "unknown-name" "A name is not defined.",
    Unsupported "unsupported" "Python or NumPy has it, npc does not support it yet.",
    UntypedFunctions "untyped-functions" "Functions without types are left out.",
    WrongArguments "wrong-arguments" "A call's arguments do not fit the function.",
    WrongDomain "wrong-domain" "A domain comment cannot be understood.",
}

/// A place with a sentence about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there; may be empty.
    pub text: String,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its kind.
    pub code: Code,
    /// One sentence that stands alone: lower case, no period.
    pub message: String,
    /// Where to look; the first is where to change something.
    pub labels: Vec<Label>,
    /// What to write instead.
    pub help: Vec<String>,
    /// Further facts.
    pub notes: Vec<String>,
}

/// Longest text of a diagnostic, in bytes.
const MAX_TEXT: usize = 1000;

impl Diagnostic {
    /// An error.
    pub fn error(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            labels: Vec::new(),
            help: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A warning.
    pub fn warning(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message) }
    }

    /// Adds a place; the first one is the primary one.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds advice.
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help.push(text.into());
        self
    }

    /// Adds a fact.
    pub fn note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(text.into());
        self
    }

    /// Cuts texts that a name or a literal of the source makes longer than anybody reads.
    fn shorten(&mut self) {
        let labels = self.labels.iter_mut().map(|label| &mut label.text);
        let texts = std::iter::once(&mut self.message).chain(labels).chain(&mut self.help).chain(&mut self.notes);
        for text in texts.filter(|text| text.len() > MAX_TEXT) {
            *text = text.chars().take(MAX_TEXT / 2).chain("…".chars()).collect();
        }
    }

    /// The primary place.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

/// All findings of a compilation, in the order of the source.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    /// True if one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Adds a finding, unless the same one is there.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.shorten();
        if !self.0.contains(&diagnostic) {
            self.0.push(diagnostic);
        }
    }

    /// Puts them into the order of the source.
    pub fn sort(&mut self) {
        self.0.sort_by_key(Diagnostic::span);
    }
}

/// The candidate closest to `name`, if it is close enough to be what was meant.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > MAX_TEXT {
        return None;
    }
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(name.len()) * 3 <= candidate.len().max(3))
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.len().max(3) && *distance < name.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}
