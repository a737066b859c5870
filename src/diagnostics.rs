//! Diagnostics together with the sources that they speak about.

use npc_base::{Diagnostic, OutputFormat, Sources, render};
use std::fmt;
use std::sync::Arc;

/// The findings of a compilation, in the order of the source.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    sources: Arc<Sources>,
    findings: npc_base::Diagnostics,
}

impl Diagnostics {
    pub(crate) fn new(sources: Arc<Sources>, findings: npc_base::Diagnostics) -> Diagnostics {
        Diagnostics { sources, findings }
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.findings.0.iter()
    }

    /// Number of findings.
    pub fn len(&self) -> usize {
        self.findings.0.len()
    }

    /// True if nothing was found.
    pub fn is_empty(&self) -> bool {
        self.findings.0.is_empty()
    }

    /// True if one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.findings.has_errors()
    }

    /// The sources that spans refer to.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The findings as text in one of the output formats.
    pub fn render(&self, format: OutputFormat, color: bool) -> String {
        if format == OutputFormat::Sarif {
            return npc_base::sarif(&self.findings.0, &self.sources);
        }
        let texts: Vec<_> = self.iter().map(|finding| self.render_one(finding, format, color)).collect();
        texts.join(if format == OutputFormat::Full { "\n" } else { "" })
    }

    /// One of the findings as text.
    pub fn render_one(&self, finding: &Diagnostic, format: OutputFormat, color: bool) -> String {
        render(finding, &self.sources, format, color)
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(OutputFormat::Full, false).trim_end())
    }
}

impl std::error::Error for Diagnostics {}
