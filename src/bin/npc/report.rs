//! What npc says on standard error: diagnostics, and the report of a bug.

use crate::args::{Color, Format, MessageArgs};
use crate::fail::Failure;
use npc::{Diagnostics, OutputFormat, Program, Severity};
use std::io::{IsTerminal, Write};
use std::panic::PanicHookInfo;

/// Writes a line of text to standard error.
pub fn say(text: &str) {
    // Nobody can be told that standard error is gone.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Writes a result to standard output. A reader that has gone away, as in `npc … | head`, is no failure.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::io(format!("cannot write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Writes diagnostics in the chosen form; a quiet command hides warnings.
pub fn diagnostics(diagnostics: &Diagnostics, args: &MessageArgs) -> Result<(), Failure> {
    let format = format(args.output_format);
    let nothing = args.quiet && !diagnostics.has_errors() || diagnostics.is_empty();
    if nothing && format != OutputFormat::Sarif {
        return Ok(());
    }
    say(diagnostics.render(format, use_color(args.color)).trim_end_matches('\n'));
    if format == OutputFormat::Full {
        summary(diagnostics);
    }
    Ok(())
}

/// Says what the optimiser did, for `--remarks` (a line each) and `--remarks=json` (an object a line).
pub fn remarks(program: &Program, form: Option<&str>) -> Result<(), Failure> {
    match form {
        None => {}
        Some("text") => program.remarks().iter().for_each(|remark| {
            say(&format!("{}:{}: remark: in {}: {}", remark.file, remark.line, remark.function, remark.message));
        }),
        Some("json") => program.remarks().iter().for_each(|remark| {
            let (file, line, function, message) = (&remark.file, remark.line, &remark.function, &remark.message);
            say(&serde_json::json!({ "file": file, "line": line, "function": function, "message": message }).to_string());
        }),
        Some(other) => return Err(Failure::usage(format!("there is no form of remarks `{other}`; there are text and json"))),
    }
    Ok(())
}

/// The form of messages.
pub fn format(format: Format) -> OutputFormat {
    match format {
        Format::Full => OutputFormat::Full,
        Format::Concise => OutputFormat::Concise,
        Format::Json => OutputFormat::Json,
        Format::Github => OutputFormat::Github,
        Format::Sarif => OutputFormat::Sarif,
    }
}

fn use_color(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// Says how many errors there are, and where to read more.
fn summary(diagnostics: &Diagnostics) {
    let errors: Vec<_> = diagnostics.iter().filter(|finding| finding.severity == Severity::Error).collect();
    if let Some(first) = errors.first() {
        let count = if errors.len() == 1 { "1 error".to_string() } else { format!("{} errors", errors.len()) };
        say(&format!("\n{count}; `npc explain {}` says more", first.code.as_str()));
    }
}

/// The panic hook: a bug in npc is reported in a form that can be sent to its authors.
pub fn bug(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("unknown");
    let place = info.location().map(|place| format!(" ({}:{})", place.file(), place.line())).unwrap_or_default();
    let command: Vec<_> = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    say(&format!(
        "error: a bug in npc: {text}{place}\n\n\
         Your program did not cause this by being wrong. Please report it with the Python file and these lines:\n\
         npc {} on {} {}\n{}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::ARCH,
        std::env::consts::OS,
        command.join(" "),
    ));
}
