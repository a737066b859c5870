//! Diagnostics as data: what an editor needs to underline them.

use npc::{Diagnostic, Diagnostics, Label, OutputFormat, Severity, Source};
use serde_json::{Value as Json, json};

/// All findings, in the order of the source.
pub fn list(found: &Diagnostics) -> Json {
    found.iter().map(|finding| one(finding, found)).collect()
}

fn one(finding: &Diagnostic, found: &Diagnostics) -> Json {
    let labels: Vec<_> = finding.labels.iter().map(|label| place(label, found.sources().get(label.span.file))).collect();
    json!({
        "severity": match finding.severity { Severity::Error => "error", Severity::Warning => "warning" },
        "code": finding.code.as_str(),
        "message": finding.message,
        "labels": labels,
        "help": finding.help,
        "notes": finding.notes,
        "text": found.render_one(finding, OutputFormat::Full, false),
    })
}

/// `start` and `end` count UTF-16 units, as JavaScript's strings do; line and column are 1-based, and the column counts
/// characters, as in the text.
fn place(label: &Label, source: &Source) -> Json {
    let (line, column) = source.line_column(label.span.start);
    json!({
        "file": source.name(),
        "start": units(source.text(), label.span.start),
        "end": units(source.text(), label.span.end),
        "line": line,
        "column": column,
        "text": label.text,
    })
}

/// The number of UTF-16 units before a byte.
fn units(text: &str, at: u32) -> usize {
    let at = (0..=text.len().min(at as usize)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text[..at].encode_utf16().count()
}
