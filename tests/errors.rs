//! Every wrong program of `tests/errors/`: what is reported is what its comments say, and nothing else, and reads exactly as
//! the text beside it (`NPC_BLESS=1` writes that). And every example of `docs/errors/`: the wrong ones are reported under the code of the page, the right ones are not reported.

mod runner;

use libtest_mimic::{Arguments, Failed, Trial};
use npc::{Code, Diagnostic, Diagnostics, Options, Severity, Source};
use runner::{python_files, with_stack};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trial = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(name, move || check(&path).map_err(Failed::from))
    };
    let programs = python_files("errors").into_iter().map(trial);
    libtest_mimic::run(&arguments, programs.chain(Code::ALL.iter().map(|code| page(*code))).collect()).exit_code()
}

/// The examples of the page about a code.
fn page(code: Code) -> Trial {
    Trial::test(code.as_str(), move || check_page(code).map_err(Failed::from)).with_kind("page")
}

fn check_page(code: Code) -> Result<(), String> {
    let blocks: Vec<_> = code.page().split("```python ").skip(1).filter_map(|block| block.split_once("```")).collect();
    if !code.page().starts_with(&format!("# {}\n", code.as_str())) || blocks.is_empty() {
        return Err("the page has no title or no example".to_string());
    }
    for (block, _) in blocks {
        let (kind, text) = block.split_once('\n').unwrap_or_default();
        let found = findings(&Source::new("example.py", text));
        let reported = found.iter().any(|finding| finding.code == code);
        if kind.trim() == "right" && !found.is_empty() || kind.trim() == "wrong" && !reported {
            return Err(format!("the {kind} example reports:\n{found}"));
        }
    }
    Ok(())
}

/// Longest report of one finding, in lines.
const MAX_LINES: usize = 15;

/// Compares the whole report with the text beside the program.
fn check_text(path: &Path, found: &Diagnostics) -> Result<(), String> {
    let expected = path.with_extension("txt");
    let text = found.to_string();
    if std::env::var_os("NPC_BLESS").is_some() {
        std::fs::write(&expected, &text).map_err(|error| error.to_string())?;
    }
    if expected.exists() && std::fs::read_to_string(&expected).unwrap_or_default() != text {
        return Err(format!("the report differs from {}:\n\n{text}", expected.display()));
    }
    for finding in found.iter() {
        let alone = found.render_one(finding, npc::OutputFormat::Full, false);
        if alone.trim_end().lines().count() > MAX_LINES {
            return Err(format!("more than {MAX_LINES} lines:\n\n{alone}"));
        }
    }
    Ok(())
}

fn findings(source: &Source) -> Diagnostics {
    let numba = source.text().starts_with("# npc check --numba\n");
    with_stack(|| match npc::compile(source, &Options { numba, ..Options::default() }) {
        Ok(program) => match npc::domain::domains(source, program.interface()) {
            Ok(_) => program.warnings().clone(),
            Err(errors) => errors,
        },
        Err(errors) => errors,
    })
}

/// What a comment announces.
struct Announced {
    severity: Severity,
    code: String,
    text: String,
    /// The line, unless the comment stands alone.
    line: Option<u32>,
}

fn check(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let mut announced: Vec<_> = text.lines().zip(1..).filter_map(|(line, number)| announced(line, number)).collect();
    let source = Source::new(path.file_name().unwrap_or_default().to_string_lossy(), text.clone());
    let found = findings(&source);
    let mut problems = Vec::new();
    for finding in found.iter() {
        match announced.iter().position(|wanted| matches(wanted, finding, &found)) {
            Some(at) => drop(announced.remove(at)),
            None => problems.push(format!("not announced: {}", one_line(finding, &found))),
        }
    }
    for missing in announced {
        let line = missing.line.map(|line| format!("line {line}: ")).unwrap_or_default();
        problems.push(format!("not reported: {line}[{}] {}", missing.code, missing.text));
    }
    if problems.is_empty() { check_text(path, &found) } else { Err(format!("{}\n\n{found}", problems.join("\n"))) }
}

fn announced(line: &str, number: u32) -> Option<Announced> {
    let (severity, at, word) = [(Severity::Error, "# error["), (Severity::Warning, "# warning[")]
        .into_iter()
        .find_map(|(severity, word)| Some((severity, line.find(word)?, word)))?;
    let (code, text) = line[at + word.len()..].split_once(']')?;
    let alone = line[..at].trim().is_empty();
    Some(Announced {
        severity,
        code: code.to_string(),
        text: text.trim_start_matches(':').trim().to_string(),
        line: (!alone).then_some(number),
    })
}

fn matches(wanted: &Announced, finding: &Diagnostic, found: &Diagnostics) -> bool {
    let line = finding.span().map(|span| found.sources().get(span.file).line_column(span.start).0);
    let same_line = wanted.line.is_none() || wanted.line == line;
    wanted.severity == finding.severity && wanted.code == finding.code.as_str() && same_line && contains(finding, &wanted.text)
}

/// True if the report holds the pieces of `text`, in this order. Python's quotes are as good as backticks.
fn contains(finding: &Diagnostic, text: &str) -> bool {
    let labels = finding.labels.iter().map(|label| &label.text);
    let all: Vec<_> =
        std::iter::once(&finding.message).chain(labels).chain(&finding.help).chain(&finding.notes).cloned().collect();
    let (report, text) = (all.join("\n").replace('\'', "`"), text.replace('\'', "`"));
    let mut rest = report.as_str();
    text.split('…').map(str::trim).all(|piece| match rest.find(piece) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

fn one_line(finding: &Diagnostic, found: &Diagnostics) -> String {
    let line = finding.span().map_or(0, |span| found.sources().get(span.file).line_column(span.start).0);
    format!("line {line}: [{}] {}", finding.code.as_str(), finding.message)
}
