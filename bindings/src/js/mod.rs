//! The JavaScript of a module: the run-time parts that it needs, its functions, and the way in which it is loaded.

pub mod features;
mod functions;
mod load;
mod squeeze;
pub mod universal;

use crate::Options;
use crate::names;
use crate::template::Values;
use crate::text::js_string;
use npc_midend::abi::context;
use npc_midend::interface::{Function, Interface};

/// The text of `kernels.js`.
pub fn module(interface: &Interface, wasm: &[u8], options: &Options) -> String {
    let values = values(interface, options);
    format!("// Made by npc.\n{}", load::wrap(interface, wasm, options.kind, &values))
}

/// The files of the run time.
const RUNTIME: [&str; 11] = [
    include_str!("runtime/errors.js"),
    include_str!("runtime/values.js"),
    include_str!("runtime/arrays.js"),
    include_str!("runtime/ndarray.js"),
    include_str!("runtime/bind.js"),
    include_str!("runtime/view.js"),
    include_str!("runtime/resident.js"),
    include_str!("runtime/vector.js"),
    include_str!("runtime/types.js"),
    include_str!("runtime/columns.js"),
    include_str!("runtime/calls.js"),
];

/// The parts of `runtime/` that the module needs.
pub fn runtime(values: &Values) -> String {
    let mut text = values.fill(include_str!("runtime/errors.js"));
    text.push_str(&values.fill(include_str!("runtime/values.js")));
    if values.has("full") {
        text.push_str(&values.fill(include_str!("runtime/arrays.js")));
    }
    let array = match values.has("full") {
        true => concat!(include_str!("runtime/ndarray.js"), include_str!("runtime/resident.js")),
        false => include_str!("runtime/vector.js"),
    };
    let bind = include_str!("runtime/bind.js")
        .replace("  @view\n", include_str!("runtime/view.js"))
        .replace("  @array\n", array)
        .replace("  @types_of_values\n", concat!(include_str!("runtime/types.js"), include_str!("runtime/columns.js")))
        .replace("  @calls\n", include_str!("runtime/calls.js"));
    text.push_str(&values.fill(&bind));
    text
}

fn values(interface: &Interface, options: &Options) -> Values {
    let mut values = features::of(interface, options);
    set_texts(&mut values, interface);
    values
}

/// What stands for the `@names` of the templates.
fn set_texts(values: &mut Values, interface: &Interface) {
    let types = features::dtypes(interface, values);
    let types: Vec<_> = types.iter().map(|t| format!("{}: {}", t.numpy_name(), features::typed_array(*t))).collect();
    values.set("types", types.join(", "));
    let errors = errors(interface, values);
    values.set("classes", class_lines(&errors));
    values.set("errors", error_entries(&errors));
    let table = functions::table(interface, values);
    values.set("functions", table);
    values.set("reads", if values.has("full") { "!use && " } else { "" });
    values.set("target", if values.has("long_params") { "call.target" } else { "target" });
    let words = words(interface);
    let entered = match values.has("recursion") {
        true => "enter(exports[entry], call.words)".to_string(),
        false => format!("exports[entry](frame, {}, {})", context::WASM_ADDRESS, words.replace("words", "call.words")),
    };
    values.set("entered", entered.replace(", )", ")"));
    values.set("zeros", vec!["0"; words.matches('[').count()].join(", "));
    values.set("words", words);
    let (params, args) = read_lists(values);
    values.set("read_params", params);
    values.set("read_args", args);
    values.set("expected", if values.has("scalar_params") { "expected" } else { "dtype" });
    values.set("reads_of", if values.has("packs") { "dtype, layout" } else { "dtype" });
    let floats = values.has("complexes");
    for (name, plain, wide) in [
        ("item", "type.BYTES_PER_ELEMENT", "type.BYTES_PER_ELEMENT * $floats(dtype)"),
        ("hi", "hi", "floats * hi"),
        ("a_hi", "a.hi", "$floats(a.dtype) * a.hi"),
        ("size", "size", "floats * size"),
        ("length", "hi - lo", "$floats(dtype) * (hi - lo)"),
        ("stored", "length", "$floats(dtype) * length"),
    ] {
        values.set(name, if floats { wide } else { plain });
    }
    values.set("cast", if values.has("longs") { "cast" } else { "Number" });
    let one = if values.has("traces") { "" } else { ": at ? [{ file: files[at[0]], line: at[1], function: at[2] }] : []" };
    values.set("traceback", one);
    values.set("frame", functions::frame_size(interface).to_string());
    values.set("context", context::WASM_ADDRESS.to_string());
    for (name, field) in [
        ("site", context::SITE),
        ("position", context::POSITION),
        ("args", context::ARGS),
        ("trace_count", context::TRACE_COUNT),
        ("trace", context::TRACE),
        ("in_use", context::IN_USE),
        ("text", context::TEXT),
        ("message", context::MESSAGE),
        ("depth", context::DEPTH),
    ] {
        values.set(name, (context::WASM_ADDRESS + field).to_string());
    }
}

/// The parameters of `read` in `runtime/view.js`, and the arguments for one that a function declares.
fn read_lists(values: &Values) -> (String, String) {
    let all = [
        ("dtype", "dtype", true),
        ("rank", "rank", values.has("full")),
        ("x", "v", true),
        ("where", "where", true),
        ("use", "use", values.has("full")),
        ("layout", "layout", values.has("full") || values.has("packs")),
        ("exact", "call.exact", values.has("overloads")),
    ];
    let there = all.iter().filter(|(_, _, there)| *there);
    let (params, args): (Vec<_>, Vec<_>) = there.map(|(param, arg, _)| (*param, *arg)).unzip();
    (params.join(", "), args.join(", "))
}

/// The words of a call as arguments, for as many as the longest list has; an entry ignores those beyond its own.
fn words(interface: &Interface) -> String {
    let count = |function: &Function| function.params.iter().map(|param| features::words(&param.shape)).sum();
    let longest: Option<usize> = interface.functions.iter().map(count).max();
    match longest {
        Some(longest @ 0..=8) => (0..longest).map(|k| format!("words[{k}]")).collect::<Vec<_>>().join(", "),
        _ => "...words".to_string(),
    }
}

/// The Python exceptions of a module with the names of their classes; those that the run time raises come first.
fn errors(interface: &Interface, values: &Values) -> Vec<(String, String)> {
    let mut errors = vec![("MemoryError".to_string(), "MemoryError".to_string())];
    let mut ours = |name: &str, needed: bool| {
        if needed {
            errors.push((name.to_string(), name.to_string()));
        }
    };
    ours("ValueError", values.has("arrays"));
    ours("IndexError", values.has("full"));
    ours("OverflowError", values.has("ints") || values.has("long_values"));
    for (python, class) in names::exceptions(interface) {
        if !errors.iter().any(|(known, _)| *known == python) {
            errors.push((python, class));
        }
    }
    errors
}

fn class_lines(errors: &[(String, String)]) -> String {
    let class = |(python, class): &(String, String)| {
        format!("class {class} extends PythonError {{\n get name() {{ return {}; }}\n}}", js_string(python))
    };
    errors.iter().map(class).collect::<Vec<_>>().join("\n")
}

fn error_entries(errors: &[(String, String)]) -> String {
    let mut entries = vec!["TypeError".to_string()];
    entries.extend(
        errors.iter().map(
            |(python, class)| {
                if python == class { python.clone() } else { format!("[{}]: {class}", js_string(python)) }
            },
        ),
    );
    entries.join(", ")
}

/// The names of the error classes that the bindings export, for all forms of them.
pub fn error_classes(interface: &Interface, values: &Values) -> Vec<String> {
    let mut classes = vec!["PythonError".to_string()];
    classes.extend(errors(interface, values).into_iter().map(|(_, class)| class));
    classes
}
