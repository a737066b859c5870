//! `docs/signatures.md`: every type, every signature and every example on the page gives what stands beside it.

use npc::interface::{Function, Shape};
use npc::{Options, Program, Source};

const PAGE: &str = include_str!("../docs/signatures.md");

fn compile(text: &str) -> Program {
    let program = npc::compile(&Source::new("example.py", text), &Options::default());
    program.unwrap_or_else(|errors| panic!("{text}\n{errors}"))
}

/// The rows of the table whose header starts with this word.
fn rows(header: &str) -> Vec<(String, String)> {
    let start = PAGE.find(&format!("| {header} | gives |")).expect("the page has the table");
    let lines = PAGE[start..].lines().skip(2).take_while(|line| line.starts_with('|'));
    let row = |line: &str| {
        let line = line.replace("\\|", "\u{1}");
        let cells: Vec<_> = line.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect();
        (cells[1].trim_matches('`').to_string(), cells[2].clone())
    };
    lines.map(row).collect()
}

fn types(function: &Function) -> Vec<String> {
    function.params.iter().map(|param| param.shape.name()).collect()
}

#[test]
fn every_type_of_the_page_gives_what_it_says() {
    let rows = rows("type");
    assert!(rows.len() >= 20);
    for (written, gives) in rows {
        let program = compile(&format!("def f(x: {written}):\n    return None\n"));
        let given: Vec<_> = program.interface().functions.iter().map(|function| format!("`{}`", types(function)[0])).collect();
        assert_eq!(given.join(", "), gives, "{written}");
    }
}

#[test]
fn every_signature_of_the_page_gives_what_it_says() {
    let rows = rows("signature");
    assert!(rows.len() >= 10);
    for (written, gives) in rows {
        let first = gives.split("->").next().unwrap_or_default().split("`,").next().unwrap_or_default();
        let count = 1 + first.matches(", ").count() - first.matches("[:, ").count();
        let params: Vec<_> = (0..count).map(|k| format!("a{k}")).collect();
        let text = format!("@njit({written})\ndef f({}):\n    raise ValueError(\"never\")\n", params.join(", "));
        let has_result = gives.contains("->");
        let one = |function: &Function| {
            let result = if has_result { format!(" -> {}", function.result.name()) } else { String::new() };
            format!("`({}){result}`", types(function).join(", "))
        };
        let given: Vec<_> = compile(&text).interface().functions.iter().map(one).collect();
        assert_eq!(given.join(", "), gives, "{written}");
    }
}

#[test]
fn every_example_of_the_page_exports_what_stands_below_it() {
    let mut examples = 0;
    for block in PAGE.split("```python\n").skip(1) {
        let (source, rest) = block.split_once("```").expect("the example ends");
        let expected = rest.split_once("```text\n").and_then(|(_, text)| text.split_once("```")).expect("its exports follow").0;
        assert_eq!(exports(&compile(source)), expected, "{source}");
        examples += 1;
    }
    assert_eq!(examples, 6);
}

/// One line for each export, as the module has them.
fn exports(program: &Program) -> String {
    let wasm = program.wasm();
    let names = module_exports(&wasm);
    let mut lines = String::new();
    for function in &program.interface().functions {
        let mut line = |name: &str| lines.push_str(&format!("{name}{}\n", signature(function)));
        assert!(names.contains(&function.entry));
        line(&function.entry);
        let long = names.iter().find(|name| is_long_name_of_first(name, function, program));
        long.into_iter().for_each(|name| line(name));
    }
    lines
}

/// The first of several signatures is also exported under its long name, which the interface does not list.
fn is_long_name_of_first(name: &str, function: &Function, program: &Program) -> bool {
    let listed =
        program.interface().functions.iter().any(|other| other.entry == name || other.js_entry.as_deref() == Some(name));
    function.entry == function.name && !listed && name.starts_with(&format!("{}__", function.name))
}

fn signature(function: &Function) -> String {
    let params: Vec<_> = function.params.iter().map(|param| format!("{}: {}", param.name, param.shape.name())).collect();
    let result = if function.result == Shape::None { "None".to_string() } else { function.result.name() };
    format!("({}) -> {result}", params.join(", "))
}

/// The names in the export section.
fn module_exports(wasm: &[u8]) -> Vec<String> {
    let sections = wasmparser::Parser::new(0).parse_all(wasm).map(|section| section.expect("npc writes valid wasm"));
    let exports = sections.filter_map(|section| match section {
        wasmparser::Payload::ExportSection(exports) => Some(exports),
        _ => None,
    });
    exports.flatten().map(|export| export.expect("npc writes valid wasm").name.to_string()).collect()
}
