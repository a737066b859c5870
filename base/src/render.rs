//! Diagnostics as text: with the source around them, on one line, as JSON, or as GitHub annotations.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Sources, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::collections::BTreeMap;
use std::ops::Range;

/// The forms in which diagnostics are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum OutputFormat {
    /// With the source lines.
    #[default]
    Full,
    /// One line each: `file:line:column: error[code] message`.
    Concise,
    /// One JSON object a line.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A SARIF document.
    Sarif,
}

/// One diagnostic as text, with a line end.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, format: OutputFormat, color: bool) -> String {
    match format {
        OutputFormat::Full if shows_long_line(diagnostic, sources) => concise(diagnostic, sources),
        OutputFormat::Full => full(diagnostic, sources, color),
        OutputFormat::Concise => concise(diagnostic, sources),
        OutputFormat::Json => json(diagnostic, sources),
        OutputFormat::Github => github(diagnostic, sources),
        OutputFormat::Sarif => crate::sarif(std::slice::from_ref(diagnostic), sources),
    }
}

/// Longest source line that is shown.
const MAX_LINE: usize = 2000;

/// True if a line that a label stands on is too long to be of help.
fn shows_long_line(diagnostic: &Diagnostic, sources: &Sources) -> bool {
    diagnostic.labels.iter().any(|label| {
        let text = sources.get(label.span.file).text();
        let range = char_safe(text, label.span);
        let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
        text[start..end].lines().any(|line| line.len() > MAX_LINE)
    })
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn full(diagnostic: &Diagnostic, sources: &Sources, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str()));
    let mut files: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (at, label) in diagnostic.labels.iter().enumerate() {
        files
            .entry((at > 0 && Some(label.span.file) != diagnostic.span().map(|span| span.file), label.span.file))
            .or_default()
            .push((at, label));
    }
    for ((_, file), labels) in files {
        let source = sources.get(file);
        let annotations = labels.into_iter().map(|(at, label)| {
            let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let annotation = kind.span(char_safe(source.text(), label.span));
            if label.text.is_empty() { annotation } else { annotation.label(label.text.as_str()) }
        });
        group = group.element(Snippet::source(source.text()).path(source.name()).annotations(annotations));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group]) + "\n"
}

/// The span as a range that lies within the text and cuts no character in two.
fn char_safe(text: &str, span: Span) -> Range<usize> {
    let floor = |at: u32| (0..=(at as usize).min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (floor(span.start), floor(span.end));
    start..end.max(start)
}

fn place(diagnostic: &Diagnostic, sources: &Sources) -> (String, u32, u32) {
    match diagnostic.span() {
        Some(span) => {
            let source = sources.get(span.file);
            let (line, column) = source.line_column(span.start);
            (source.name().to_string(), line, column)
        }
        None => (String::new(), 0, 0),
    }
}

fn concise(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let (file, line, column) = place(diagnostic, sources);
    let severity = severity_name(diagnostic.severity);
    let at = if line == 0 { String::new() } else { format!("{file}:{line}:{column}: ") };
    format!("{at}{severity}[{}] {}\n", diagnostic.code.as_str(), diagnostic.message)
}

fn github(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let (file, line, column) = place(diagnostic, sources);
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let mut text = diagnostic.message.clone();
    for help in &diagnostic.help {
        text.push_str("\nhelp: ");
        text.push_str(help);
    }
    let property = escape(&file).replace(':', "%3A").replace(',', "%2C");
    let severity = severity_name(diagnostic.severity);
    let code = diagnostic.code.as_str();
    format!("::{severity} title={code},file={property},line={line},col={column}::{}\n", escape(&text))
}

fn json(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let labels: Vec<_> = diagnostic.labels.iter().map(|label| label_json(label.span, &label.text, sources)).collect();
    let list = |items: &[String]| items.iter().map(|item| quote(item)).collect::<Vec<_>>().join(",");
    format!(
        "{{\"severity\":{},\"code\":{},\"message\":{},\"labels\":[{}],\"help\":[{}],\"notes\":[{}]}}\n",
        quote(severity_name(diagnostic.severity)),
        quote(diagnostic.code.as_str()),
        quote(&diagnostic.message),
        labels.join(","),
        list(&diagnostic.help),
        list(&diagnostic.notes),
    )
}

fn label_json(span: Span, text: &str, sources: &Sources) -> String {
    let source = sources.get(span.file);
    let (line, column) = source.line_column(span.start);
    let (end_line, end_column) = source.line_column(span.end);
    format!(
        "{{\"file\":{},\"start\":{},\"end\":{},\"line\":{line},\"column\":{column},\"endLine\":{end_line},\"endColumn\":{end_column},\"text\":{}}}",
        quote(source.name()),
        span.start,
        span.end,
        quote(text),
    )
}

/// A JSON string.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c < ' ' || ('\u{7f}'..='\u{9f}').contains(&c) => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
