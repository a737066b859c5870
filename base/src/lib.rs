//! Spans, sources and diagnostics of the npc compiler.

mod diagnostic;
mod render;
mod sarif;
mod source;

pub use diagnostic::{Code, Diagnostic, Diagnostics, Label, Severity, closest};
pub use render::{OutputFormat, render};
pub use sarif::sarif;
pub use source::{FileId, Source, Sources, Span};
