//! What `npc parity` says: a line for each function, and for the first difference a small report.

use super::answer::Case;
use super::judge::{Difference, Verdict};
use super::legs::{Leg, LegKind};
use super::subject::Subject;
use crate::args::{MessageArgs, ParityArgs, Via};
use indicatif::{ProgressBar, ProgressStyle};
use npc::Value;
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::time::Instant;

/// Characters of a value that are shown.
const LONG: usize = 400;

/// A bar on a terminal.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar for the cases of a function.
    pub fn new(name: &str, cases: u64, messages: &MessageArgs) -> Progress {
        if messages.quiet || !std::io::stderr().is_terminal() {
            return Progress(None);
        }
        let bar = ProgressBar::new(cases);
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} cases, {elapsed}") {
            bar.set_style(style);
        }
        bar.set_message(name.to_string());
        Progress(Some(bar))
    }

    /// One case is done.
    pub fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// The cases of a function, counted.
pub struct Tally {
    function: usize,
    compared: u64,
    from_file: u64,
    largest: u64,
    documented: BTreeMap<&'static str, u64>,
    left_out: BTreeMap<String, (u64, String)>,
    differing: u64,
    first: Option<(Box<Case>, Difference)>,
    abandoned: Option<String>,
    start: Instant,
    seconds: f64,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(function: usize) -> Tally {
        Tally {
            function,
            compared: 0,
            from_file: 0,
            largest: 0,
            documented: BTreeMap::new(),
            left_out: BTreeMap::new(),
            differing: 0,
            first: None,
            abandoned: None,
            start: Instant::now(),
            seconds: 0.0,
        }
    }

    /// Counts a case.
    pub fn add(&mut self, case: Box<Case>, verdict: Verdict) {
        self.from_file += u64::from(case.left_out.is_none() && case.origin.starts_with("a"));
        match verdict {
            Verdict::LeftOut(kind, why) => {
                self.left_out.entry(kind).or_insert((0, why)).0 += 1;
                return;
            }
            Verdict::Equal(ulps) => self.largest = self.largest.max(ulps),
            Verdict::Documented(why) => *self.documented.entry(why).or_default() += 1,
            Verdict::Differs(difference) => {
                self.differing += 1;
                if self.first.is_none() {
                    self.first = Some((case, difference));
                }
            }
        }
        self.compared += 1;
    }

    /// All cases have been counted.
    pub fn finish(&mut self, _python: f64, abandoned: Option<String>) {
        self.abandoned = abandoned;
        self.seconds = self.start.elapsed().as_secs_f64();
    }

    /// True if there is a difference, or nothing could be compared.
    pub fn failed(&self) -> bool {
        self.differing > 0 || self.compared == 0
    }

    /// The line, and the report of the first difference.
    pub fn text(&self, subject: &Subject, args: &ParityArgs) -> String {
        let name = &subject.program.interface().functions[self.function].name;
        let width = subject.chosen.iter().map(|at| subject.program.interface().functions[*at].name.len()).max().unwrap_or(0);
        let mut text = format!(
            "{name:width$}  {:>5} cases  {:12} {:>5.1} s{}\n",
            self.compared,
            self.result(),
            self.seconds,
            self.remarks()
        );
        if self.compared == 0 {
            let why: Vec<_> = self.left_out.values().map(|(_, why)| why.as_str()).collect();
            text += &format!("  no case could be compared: {}\n", why.join("; "));
        }
        if let Some((case, difference)) = &self.first {
            text += &self.report(subject, args, case, difference);
        }
        text
    }

    fn result(&self) -> String {
        match (self.differing, self.largest, self.compared) {
            (_, _, 0) => "nothing".to_string(),
            (0, 0, _) => "equal".to_string(),
            (0, u64::MAX, _) => "within rtol".to_string(),
            (0, ulps, _) => format!("within {ulps} ulp"),
            (differing, ..) => format!("{differing} differ"),
        }
    }

    fn remarks(&self) -> String {
        let mut remarks = Vec::new();
        if self.from_file > 0 {
            remarks.push(format!("{} from the file", self.from_file));
        }
        remarks.extend(self.documented.iter().map(|(why, count)| format!("{count} {why}")));
        remarks.extend(self.left_out.iter().map(|(kind, (count, _))| format!("{count} left out: {}", left_out(kind))));
        remarks.extend(self.abandoned.iter().map(|why| format!("the rest is left out: {why}")));
        if remarks.is_empty() { String::new() } else { format!("  ({})", remarks.join("; ")) }
    }

    fn report(&self, subject: &Subject, args: &ParityArgs, case: &Case, difference: &Difference) -> String {
        let function = &subject.program.interface().functions[self.function];
        let mut text = format!("  case {} ({}): {}: {}\n", case.number, case.origin, difference.who, difference.what);
        for (param, value) in function.params.iter().zip(&case.args) {
            text += &format!("    {} = {}\n", param.name, summary(value));
        }
        for (name, result) in &difference.results {
            text += &format!("    {:9} {}\n", format!("{name}:"), indented(result));
        }
        text += &format!("  reproduce: {}\n", command(args, &function.name, case.number));
        text
    }
}

fn left_out(kind: &str) -> &str {
    match kind {
        "slow" => "slow in Python",
        "memory" => "too large for Python",
        "domain" => "the domain is empty",
        "form" => "results of another form",
        "call" => "not callable so",
        other => other,
    }
}

/// The command that runs one case again.
fn command(args: &ParityArgs, function: &str, case: u64) -> String {
    let mut words = vec!["npc".to_string(), "parity".to_string(), quoted(&args.file.to_string_lossy()), quoted(function)];
    match &args.args {
        Some(path) => words.extend(["--args".to_string(), quoted(&path.to_string_lossy())]),
        None => words.extend([format!("--seed {}", args.seed), format!("--case {case}")]),
    }
    words.extend(args.compile.sig.iter().map(|sig| format!("--sig {}", quoted(sig))));
    words.extend(args.compile.path.iter().map(|path| format!("--path {}", quoted(&path.to_string_lossy()))));
    words.extend((!args.compile.export.is_empty()).then(|| format!("--export {}", quoted(&args.compile.export.join(",")))));
    words.extend(args.compile.unchecked.then(|| "--unchecked".to_string()));
    words.extend((args.compile.int == crate::args::IntMode::Wrap).then(|| "--int wrap".to_string()));
    words.extend(args.rtol.map(|rtol| format!("--rtol {rtol:e}")));
    words.extend((args.via == Some(Via::Wasmtime)).then(|| "--via wasmtime".to_string()));
    words.join(" ")
}

/// A word for the shell.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./=,+".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.to_string() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// An argument in a line: arrays with their layout.
fn summary(value: &Value) -> String {
    match value {
        Value::Array(array) => {
            let layout = format!("shape {:?}, strides {:?}", array.shape(), array.strides());
            format!("{} of {layout}\n      {}", array.dtype(), indented(&short(&array.repr())))
        }
        Value::Tuple(items) => format!("({})", items.iter().map(summary).collect::<Vec<_>>().join(", ")),
        other => other.repr(),
    }
}

fn indented(text: &str) -> String {
    text.replace('\n', "\n      ")
}

/// A text that is cut where it is long.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(LONG) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_string(),
    }
}

/// What is compared with what.
pub fn header(subject: &Subject, version: &str, legs: &[Leg]) -> String {
    let names: Vec<_> = legs.iter().map(|leg| leg.kind.name()).collect();
    let without: Vec<_> = [LegKind::Native, LegKind::Wasmtime, LegKind::Node]
        .into_iter()
        .filter(|kind| legs.iter().all(|leg| leg.kind != *kind))
        .map(LegKind::name)
        .collect();
    let without = if without.is_empty() { String::new() } else { format!("; without {}", without.join(" and ")) };
    format!("{}: {version} against {}{without}\n", subject.source.name(), names.join(", "))
}

/// The last line.
pub fn totals(tallies: &[Tally], failed: usize) -> String {
    let (functions, cases) = (tallies.len(), tallies.iter().map(|tally| tally.compared).sum::<u64>());
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    match failed {
        0 => format!("{functions} function{}, {cases} cases: no differences\n", plural(functions)),
        _ => format!("{failed} of {functions} function{} failed\n", plural(functions)),
    }
}
