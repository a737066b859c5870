//! Bindings without a text of their own for each module: one run time with everything in it, and a table for it.
//!
//! A page that compiles has no way to evaluate the text of [`super::module`] if its content security policy is strict.
//! So the JavaScript of the compiler for pages holds the run time, made once, and gets for each module what differs: the
//! functions, in the words of the table in generated bindings, and what they raise.
//!
//! ```text
//! [["np_sum", "np_sum", "fn(\"np_sum\", \"np_sum\", \"\", [[\"x\", ndarray(\"int32\", 1)]], scalar(\"int32\"))"]]
//! ```

use super::{RUNTIME, features, functions, runtime, set_texts};
use crate::template::Values;
use crate::{JsInt64, Options, names};
use npc_midend::interface::Interface;
use serde_json::{Value as Json, json};

/// The words of the table.
const WORDS: &str = "fn, overloaded, ndarray, scalar, complex, text, tuple, none, container";

/// The run time: an expression, a function of a module, its table, and what makes functions of the table.
pub fn universal_runtime(js_int64: JsInt64) -> String {
    let mut values = everything(js_int64);
    set_texts(&mut values, &Interface::default());
    values.set("frame", "table.frame");
    values.set("functions", format!("...functions(table, {{ {WORDS} }}),"));
    format!(
        "(module, table, functions) => {{\n{}\
         for (const name of table.raises) if (!Object.hasOwn($errors, name)) {{\n \
         $errors[name] = {{ [name]: class extends PythonError {{}} }}[name];\n $errors[name].prototype.name = name;\n}}\n\
         const {{ TypeError: none, ...errors }} = $errors;\nreturn {{ PythonError, ...errors, ...$bind(module) }};\n}}",
        runtime(&values)
    )
}

/// What the run time has to know of a module.
pub fn universal_table(interface: &Interface, js_int64: JsInt64) -> Json {
    let exports = names::exports(interface);
    let functions = functions::entries(interface, &everything(js_int64));
    let functions: Vec<_> = functions.into_iter().map(|(name, call)| json!([name, call])).collect();
    let raises: Vec<_> = names::exceptions(interface).into_keys().collect();
    let int64 = match js_int64 {
        JsInt64::Default => "default",
        JsInt64::Number => "number",
        JsInt64::BigInt => "bigint",
    };
    json!({ "functions": functions, "names": exports, "raises": raises, "frame": functions::frame_size(interface), "int64": int64 })
}

/// All features but those that exclude each other.
fn everything(js_int64: JsInt64) -> Values {
    let mut values = features::all(&RUNTIME);
    for exclusive in ["bigint", "floats_for_longs"] {
        values.disable(exclusive, true);
    }
    features::choose_longs(&Options { js_int64, ..Options::default() }, &mut values);
    values
}
