//! What can never be compiled ahead of time, and words of other languages: what to write instead.

/// Builtins that need Python's interpreter, a file system or a console, and why.
pub(crate) fn reason(name: &str) -> Option<(&'static str, &'static str)> {
    let found = match name {
        "eval" | "exec" | "compile" => {
            ("it runs text as a program", "write the code itself, or choose between functions with `if`")
        }
        "open" => {
            ("a compiled function has no files", "read the file in the program that calls it, and pass an array or a string")
        }
        "input" => ("a compiled function has no keyboard", "ask in the program that calls it, and pass the answer"),
        "globals" | "locals" | "vars" | "dir" => ("names are gone when a program is compiled", "use a dict of your own"),
        "getattr" | "setattr" | "delattr" | "hasattr" => {
            ("attributes are found by their names when a program is compiled", "write `x.name`, or use a dict")
        }
        "memoryview" | "bytearray" => ("memory is not seen from outside", "use an array of np.uint8"),
        "id" => ("objects have no address that means anything", "compare with `is`, or number them yourself"),
        "help" => ("documentation is gone when a program is compiled", "call it in Python"),
        _ => return None,
    };
    Some(found)
}

/// What a name of another language is called in Python.
pub(crate) fn foreign_word(name: &str) -> Option<&'static str> {
    match name {
        "null" | "nil" | "NULL" | "undefined" => Some("Python's word is `None`"),
        "nan" | "NaN" => Some("write `np.nan` or `math.nan`"),
        "inf" | "Infinity" => Some("write `np.inf` or `math.inf`"),
        "pi" | "PI" => Some("write `np.pi` or `math.pi`"),
        "this" => Some("methods name their first parameter `self`"),
        "length" | "size" | "count" | "lenght" => Some("write `len(…)`"),
        _ => None,
    }
}

/// What a method or attribute of another language, or of an older Python, is called.
pub(crate) fn foreign_attribute(name: &str) -> Option<&'static str> {
    match name {
        "push" | "push_back" | "add_last" => Some("lists have `append`"),
        "length" | "lenght" | "len" | "size" => Some("write `len(…)`"),
        "has_key" | "contains" | "includes" | "has" => Some("write `key in …`"),
        "iteritems" => Some("write `.items()`"),
        "itervalues" => Some("write `.values()`"),
        "iterkeys" => Some("write `.keys()`"),
        "toUpper" | "toUpperCase" | "uppercase" => Some("strings have `upper`"),
        "toLower" | "toLowerCase" | "lowercase" => Some("strings have `lower`"),
        "trim" => Some("strings have `strip`"),
        "toString" => Some("write `str(…)`"),
        _ => None,
    }
}
