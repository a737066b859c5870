//! `npc explain`: the page about an error code.

use crate::args::ExplainArgs;
use crate::fail::Failure;
use crate::report;
use npc::Code;

/// Prints the page, or the list of codes.
pub fn explain(args: &ExplainArgs) -> Result<(), Failure> {
    let Some(name) = &args.code else {
        let list: String = Code::ALL.iter().map(|code| format!("{}\n", code.as_str())).collect();
        return report::print(&list);
    };
    let wanted = name.trim().to_lowercase();
    let wanted = wanted.trim_start_matches("error[").trim_start_matches("warning[").trim_end_matches(']');
    match Code::ALL.iter().find(|code| code.as_str() == wanted) {
        Some(code) => report::print(code.page()),
        None => Err(unknown(wanted)),
    }
}

fn unknown(name: &str) -> Failure {
    let codes = Code::ALL.iter().map(|code| code.as_str());
    let hint = npc::closest(name, codes).map(|close| format!("; did you mean `{close}`?"));
    Failure::usage(format!("there is no error code `{name}`{}", hint.unwrap_or("; `npc explain` lists all".to_string())))
}
