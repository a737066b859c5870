//! Diagnostics as SARIF 2.1.0, the form that code scanning services read: one document for all findings of a run.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::render::quote;
use crate::source::{Sources, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The document, on one line. There is one even where nothing was found: that, too, is a result.
pub fn sarif(findings: &[Diagnostic], sources: &Sources) -> String {
    let mut codes: Vec<Code> = Vec::new();
    for finding in findings {
        if !codes.contains(&finding.code) {
            codes.push(finding.code);
        }
    }
    let rules: Vec<_> = codes.iter().map(|code| rule(*code)).collect();
    let results: Vec<_> = findings.iter().map(|finding| result(finding, &codes, sources)).collect();
    format!(
        "{{\"$schema\":{},\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{{\"name\":\"npc\",\"version\":{},\"rules\":[{}]}}}},\
         \"columnKind\":\"unicodeCodePoints\",\"results\":[{}]}}]}}\n",
        quote(SCHEMA),
        quote(env!("CARGO_PKG_VERSION")),
        rules.join(","),
        results.join(","),
    )
}

/// A code: its sentence, and its page.
fn rule(code: Code) -> String {
    let sentence = code.page().lines().nth(2).unwrap_or_default();
    format!(
        "{{\"id\":{},\"shortDescription\":{{\"text\":{}}},\"help\":{{\"text\":{},\"markdown\":{}}}}}",
        quote(code.as_str()),
        quote(sentence),
        quote(code.page()),
        quote(code.page()),
    )
}

fn result(finding: &Diagnostic, codes: &[Code], sources: &Sources) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let index = codes.iter().position(|code| *code == finding.code).unwrap_or(0);
    let mut text = finding.message.clone();
    for line in finding
        .help
        .iter()
        .map(|help| format!("\nhelp: {help}"))
        .chain(finding.notes.iter().map(|note| format!("\nnote: {note}")))
    {
        text.push_str(&line);
    }
    let places: Vec<_> = finding.labels.iter().take(1).map(|label| format!("{{{}}}", place(label.span, sources))).collect();
    let related: Vec<_> = finding.labels.iter().skip(1).map(|label| related(label.span, &label.text, sources)).collect();
    let related = if related.is_empty() { String::new() } else { format!(",\"relatedLocations\":[{}]", related.join(",")) };
    format!(
        "{{\"ruleId\":{},\"ruleIndex\":{index},\"level\":\"{level}\",\"message\":{{\"text\":{}}},\"locations\":[{}]{related}}}",
        quote(finding.code.as_str()),
        quote(&text),
        places.join(","),
    )
}

fn related(span: Span, text: &str, sources: &Sources) -> String {
    let message = if text.is_empty() { String::new() } else { format!(",\"message\":{{\"text\":{}}}", quote(text)) };
    format!("{{{}{message}}}", place(span, sources))
}

fn place(span: Span, sources: &Sources) -> String {
    let source = sources.get(span.file);
    let (line, column) = source.line_column(span.start);
    let (end_line, end_column) = source.line_column(span.end);
    format!(
        "\"physicalLocation\":{{\"artifactLocation\":{{\"uri\":{}}},\"region\":{{\"startLine\":{line},\"startColumn\":{column},\
         \"endLine\":{end_line},\"endColumn\":{end_column},\"byteOffset\":{},\"byteLength\":{}}}}}",
        quote(&uri(source.name())),
        span.start,
        span.end.saturating_sub(span.start),
    )
}

/// A path as a URI reference: what has a meaning there is percent-encoded.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encode = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_string() };
    path.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a b/ü#1.py"), "a%20b/%C3%BC%231.py");
    }
}
