//! The C header of an object: `kernels.h`, for C99 and C++.
//!
//! ```text
//! context.h      npc_context, npc_status, npc_release: the same in every header
//! arrays.rs      npc_int32_1d…: one descriptor for each dtype and rank, with constructors
//! functions.rs   prototypes, and structs for results that are tuples
//! ```
//!
//! The first two are guarded, so that a program may include the headers of many objects.

mod arrays;
mod comment;
mod functions;
mod symbols;

pub use symbols::{Symbols, default_prefix, is_prefix};

use comment::in_comment;
use npc_midend::interface::{Function, Interface};

/// The text of the header of `source`; symbols start with `prefix`.
pub fn header(interface: &Interface, source: &str, prefix: &str) -> String {
    // C sees containers as they travel: in columns.
    let lowered = Interface { functions: interface.functions.iter().map(Function::lowered).collect(), ..interface.clone() };
    let interface = &lowered;
    let symbols = Symbols::of(interface, prefix);
    let guard = guard(&interface.module, prefix);
    let mut text = format!("/* Made by npc from {}. */\n", in_comment(source));
    text.push_str(&format!("#ifndef {guard}\n#define {guard}\n\n"));
    text.push_str("#ifndef __cplusplus\n#include <stdbool.h>\n#endif\n");
    text.push_str("#include <stddef.h>\n#include <stdint.h>\n#include <stdlib.h>\n\n");
    text.push_str("#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
    text.push_str(include_str!("context.h"));
    text.push_str(&arrays::declare(interface));
    text.push_str(&accessors(prefix));
    for function in &interface.functions {
        text.push_str(&functions::declare(function, &symbols));
    }
    text.push_str(&format!("\n#ifdef __cplusplus\n}}\n#endif\n\n#endif /* {guard} */\n"));
    text
}

fn guard(module: &str, prefix: &str) -> String {
    let stem = default_prefix(module);
    if prefix == stem { format!("NPC_{stem}H") } else { format!("NPC_{stem}{}_H", symbols::identifier(prefix)) }
}

/// The functions that tell what was raised; the object defines them.
fn accessors(prefix: &str) -> String {
    format!(
        "
/** The exception that the last call with this context raised: \"ValueError\"; \"\" if there was none. */
const char *{prefix}error_type(const npc_context *cx);
/** Its message, in a buffer of `size` bytes, cut off if it is longer; returns the length of all of it, as snprintf. */
size_t {prefix}error_message(const npc_context *cx, char *buffer, size_t size);
/** Where it was raised: file, line and function of the Python source; \"\" and 0 if that is not known. */
const char *{prefix}error_file(const npc_context *cx);
int32_t {prefix}error_line(const npc_context *cx);
const char *{prefix}error_function(const npc_context *cx);
"
    )
}
