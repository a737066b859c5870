//! `# npc: domain` comments: which arguments a function is meant for, so that `npc parity` generates no others.
//!
//! ```text
//! # npc: domain x: 0 < x < 10, n: 1..64, a.shape: (n, n), k: 0 <= k < len(x), mode: {0, 2}, y: finite and sorted
//! ```
//!
//! A comment inside of a function, or at the margin above it, speaks about its parameters; there may be several. On an
//! array or a tuple a condition holds for every element. `docs/parity.md` has the grammar.

mod parse;
mod token;

use crate::Diagnostics;
use npc_base::{Code, Diagnostic, FileId, Source, Sources, Span};
use npc_midend::interface::{Function, Interface, Shape};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a comment starts with, after its `#`.
const MARK: &str = "npc: domain";

/// The domain of a function, by parameter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Domain {
    /// Extents of arrays.
    pub shapes: BTreeMap<String, Vec<Term>>,
    /// Lower and upper limits.
    pub bounds: BTreeMap<String, Vec<Bound>>,
    /// The only values there are.
    pub sets: BTreeMap<String, Vec<Number>>,
    /// `finite`, `nonzero`, `sorted`.
    pub words: BTreeMap<String, Vec<String>>,
}

/// A number, an extent or another parameter, and what is added to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// A parameter, or a name that only shapes use.
    pub base: Option<String>,
    /// The axis of an array whose extent is meant.
    pub axis: Option<u64>,
    /// What is added.
    pub plus: Number,
}

/// A number, as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// An integer.
    Int(i64),
    /// Any other, infinities too.
    Float(f64),
}

/// Limits of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bound {
    /// The lower limit.
    pub low: Option<Term>,
    /// True if it is excluded.
    pub low_open: bool,
    /// The upper limit.
    pub high: Option<Term>,
    /// True if it is excluded.
    pub high_open: bool,
}

/// The domains of the functions of a file, by the name of the `def`.
pub fn domains(source: &Source, interface: &Interface) -> Result<BTreeMap<String, Domain>, Diagnostics> {
    let mut sources = Sources::default();
    let file = sources.add(source.clone());
    let mut findings = npc_base::Diagnostics::default();
    let mut domains = BTreeMap::<String, Domain>::new();
    for comment in comments(source.text()) {
        let Some(function) = function_of(interface, &comment.function) else {
            continue;
        };
        let domain = domains.entry(comment.function.clone()).or_default();
        if let Err(wrong) = parse::comment(comment.text, comment.start, function, domain) {
            findings.push(wrong.diagnostic(file));
        }
    }
    if findings.has_errors() { Err(Diagnostics::new(Arc::new(sources), findings)) } else { Ok(domains) }
}

/// The exported function that a `def` is, under whatever name.
fn function_of<'a>(interface: &'a Interface, def: &str) -> Option<&'a Function> {
    interface.function(def).or_else(|| {
        let overload = |function: &&Function| function.name.strip_prefix(def).is_some_and(|rest| rest.starts_with("__"));
        interface.functions.iter().find(overload)
    })
}

/// What is wrong with a comment, and where.
#[derive(Clone, Debug)]
pub(crate) struct Wrong {
    message: String,
    label: String,
    help: Option<String>,
    start: usize,
    end: usize,
}

impl Wrong {
    fn new(at: (usize, usize), message: impl Into<String>) -> Wrong {
        Wrong { message: message.into(), label: String::new(), help: None, start: at.0, end: at.1 }
    }

    fn label(self, label: impl Into<String>) -> Wrong {
        Wrong { label: label.into(), ..self }
    }

    fn help(self, help: impl Into<String>) -> Wrong {
        Wrong { help: Some(help.into()), ..self }
    }

    fn diagnostic(self, file: FileId) -> Diagnostic {
        let span = Span { file, start: self.start as u32, end: self.end as u32 };
        let diagnostic = Diagnostic::error(Code::WrongDomain, self.message).label(span, self.label);
        match self.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}

/// A comment, the function that it speaks about, and where its text starts.
struct Comment<'a> {
    function: String,
    text: &'a str,
    start: usize,
}

/// Indented comments belong to the `def` above, those at the margin to the one below.
fn comments(source: &str) -> Vec<Comment<'_>> {
    let mut found = Vec::new();
    let mut waiting = Vec::new();
    let mut current = String::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if let Some(name) = defined(line) {
            current = name.to_string();
            found.extend(waiting.drain(..).map(|(text, start)| Comment { function: current.clone(), text, start }));
        } else if let Some((text, offset)) = marked(line) {
            if line.starts_with('#') {
                waiting.push((text, at + offset));
            } else {
                found.push(Comment { function: current.clone(), text, start: at + offset });
            }
        }
        at += line.len();
    }
    found
}

fn defined(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("def ")?;
    Some(rest.split('(').next().unwrap_or(rest).trim())
}

/// The text after the mark of a comment that has one, and its offset in the line.
fn marked(line: &str) -> Option<(&str, usize)> {
    let comment = line.trim_start().strip_prefix('#')?.trim_start().strip_prefix(MARK)?;
    let offset = line.len() - comment.len();
    (comment.starts_with([' ', '\t', ':']) || comment.trim().is_empty()).then(|| (comment.trim_end(), offset))
}

/// The rank of a parameter that is an array.
fn rank_of(shape: &Shape) -> Option<usize> {
    match shape {
        Shape::Array(array) => Some(array.rank.into()),
        _ => None,
    }
}

impl Domain {
    /// As `npc parity` gives it to its oracle.
    pub fn to_json(&self) -> Json {
        let list = |terms: &[Term]| terms.iter().map(Term::to_json).collect::<Vec<_>>();
        let shapes: Map<_, _> = self.shapes.iter().map(|(name, shape)| (name.clone(), json!(list(shape)))).collect();
        let bounds = self.bounds.iter().map(|(name, bounds)| {
            let bounds: Vec<_> = bounds.iter().map(Bound::to_json).collect();
            (name.clone(), json!(bounds))
        });
        let sets = self.sets.iter().map(|(name, set)| {
            let set: Vec<_> = set.iter().map(|number| number.to_json()).collect();
            (name.clone(), json!(set))
        });
        json!({"shapes": shapes, "bounds": bounds.collect::<Map<_, _>>(), "sets": sets.collect::<Map<_, _>>(), "words": self.words})
    }
}

impl Term {
    fn to_json(&self) -> Json {
        json!({"base": self.base, "axis": self.axis, "plus": self.plus.to_json()})
    }
}

impl Bound {
    fn to_json(&self) -> Json {
        let term = |term: &Option<Term>| term.as_ref().map(Term::to_json);
        json!({"low": term(&self.low), "low_open": self.low_open, "high": term(&self.high), "high_open": self.high_open})
    }
}

impl Number {
    /// JSON has no infinities: they are text.
    fn to_json(self) -> Json {
        match self {
            Number::Int(x) => json!(x),
            Number::Float(x) if x.is_finite() => json!(x),
            Number::Float(x) => json!(x.to_string()),
        }
    }

    fn value(self) -> f64 {
        match self {
            Number::Int(x) => x as f64,
            Number::Float(x) => x,
        }
    }
}

#[cfg(test)]
mod tests;
