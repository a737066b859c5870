//! Names of users as names of C.

use npc_midend::interface::{Function, Interface, Shape};
use std::collections::BTreeMap;

/// Words that C and C++ keep for themselves, and macros of the headers that every program includes.
const KEYWORDS: &str = "alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool \
    break case catch char char8_t char16_t char32_t class co_await co_return co_yield compl concept const const_cast \
    consteval constexpr constinit continue decltype default delete do double dynamic_cast else enum explicit export \
    extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or \
    or_eq private protected public reflexpr register reinterpret_cast requires restrict return short signed sizeof \
    static static_assert static_cast struct switch synchronized template this thread_local throw true try typedef \
    typeid typename typeof typeof_unqual union unsigned using virtual void volatile wchar_t while xor xor_eq NULL errno \
    linux unix stdin stdout stderr assert offsetof complex imaginary I EOF";

/// What an object imports, and what no library may define.
const FUNCTIONS: &str = "malloc free main";

/// What headers declare for all objects.
const OURS: &str = "npc_status npc_context npc_release npc_complex64 npc_complex128 NPC_ABI";

/// Functions of every object, after its prefix.
const ACCESSORS: [&str; 5] = ["error_type", "error_message", "error_file", "error_line", "error_function"];

/// The symbols of an object.
#[derive(Clone, Debug, Default)]
pub struct Symbols {
    entries: BTreeMap<String, String>,
    records: BTreeMap<String, String>,
}

impl Symbols {
    /// One symbol for each function, and one name for each struct of results. No two are the same.
    pub fn of(interface: &Interface, prefix: &str) -> Symbols {
        let mut names = Names { taken: ACCESSORS.iter().map(|name| format!("{prefix}{name}")).collect() };
        let mut symbols = Symbols::default();
        // Functions that have a name of C of their own keep it, whatever the others are called.
        let plain = |function: &&Function| identifier(&function.entry) == function.entry;
        let (first, rest): (Vec<_>, Vec<_>) = interface.functions.iter().partition(plain);
        for function in first.iter().chain(&rest) {
            let symbol = names.take(&format!("{prefix}{}", continued(&function.entry)));
            symbols.entries.insert(function.entry.clone(), symbol);
        }
        for function in interface.functions.iter().filter(|function| matches!(function.result, Shape::Tuple(_))) {
            let name = names.take(&format!("{}_result", symbols.entry(function)));
            symbols.records.insert(function.entry.clone(), name);
        }
        symbols
    }

    /// The symbol of a function.
    pub fn entry<'a>(&'a self, function: &'a Function) -> &'a str {
        self.entries.get(&function.entry).unwrap_or(&function.entry)
    }

    /// The struct of a function whose result is a tuple.
    pub fn record<'a>(&'a self, function: &'a Function) -> &'a str {
        self.records.get(&function.entry).unwrap_or(&function.entry)
    }

    /// Symbols by the names of entries.
    pub fn into_entries(self) -> BTreeMap<String, String> {
        self.entries
    }
}

struct Names {
    taken: Vec<String>,
}

impl Names {
    fn take(&mut self, name: &str) -> String {
        let mut name = identifier(name);
        while is_reserved(&name) || is_descriptor(&name) || self.taken.contains(&name) {
            name.push('_');
        }
        self.taken.push(name.clone());
        name
    }
}

/// The names of parameters, each its own.
pub fn parameters<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut own = Names { taken: vec!["result".to_string(), "cx".to_string()] };
    names.map(|name| own.take(name)).collect()
}

fn is_reserved(name: &str) -> bool {
    [KEYWORDS, FUNCTIONS, OURS].iter().any(|list| list.split_whitespace().any(|word| word == name))
}

/// True for the names of descriptors and their constructors: `npc_int32_1d_of`.
fn is_descriptor(name: &str) -> bool {
    // None of them ends so; a name that got one more `_` is free.
    let Some(rest) = name.strip_prefix("npc_").filter(|rest| !rest.ends_with('_')) else { return false };
    rest.split('_').any(|part| part.strip_suffix('d').is_some_and(|rank| rank.parse::<u8>().is_ok()))
}

/// What symbols start with where nobody says: `kernels_`.
pub fn default_prefix(module: &str) -> String {
    identifier(module) + "_"
}

/// True if symbols may start so.
pub fn is_prefix(text: &str) -> bool {
    text.is_empty() || identifier(text) == text
}

/// An identifier of C: other characters become `_`, or their number in Unicode.
pub fn identifier(name: &str) -> String {
    let text = continued(name);
    if text.is_empty() || text.starts_with(|c: char| c.is_ascii_digit()) { format!("_{text}") } else { text }
}

/// The same for what follows a prefix.
fn continued(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        match c {
            '_' => text.push('_'),
            c if c.is_ascii_alphanumeric() => text.push(c),
            c if c.is_ascii() => text.push('_'),
            c => text.push_str(&format!("u{:04x}", u32::from(c))),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbols(prefix: &str, names: &[&str]) -> Vec<String> {
        let function = |name: &&str| Function {
            declared: false,
            name: name.to_string(),
            entry: name.to_string(),
            js_entry: None,
            doc: String::new(),
            line: 1,
            params: Vec::new(),
            result: Shape::Tuple(Vec::new()),
        };
        let interface = Interface { functions: names.iter().map(function).collect(), ..Interface::default() };
        let symbols = Symbols::of(&interface, prefix);
        let pairs = interface.functions.iter().flat_map(|f| [symbols.entry(f).to_string(), symbols.record(f).to_string()]);
        pairs.collect()
    }

    #[test]
    fn no_two_symbols_are_the_same() {
        assert_eq!(symbols("k_", &["f", "f_result"]), ["k_f", "k_f_result_", "k_f_result", "k_f_result_result"]);
        assert_eq!(symbols("k_", &["error_type"]), ["k_error_type_", "k_error_type__result"]);
        assert_eq!(symbols("", &["int"])[0], "int_");
        assert_eq!(symbols("", &["malloc"])[0], "malloc_");
        assert_eq!(symbols("npc_", &["context"])[0], "npc_context_");
        assert_eq!(symbols("npc_", &["int32_1d_of"])[0], "npc_int32_1d_of_");
        assert_eq!(symbols("i", &["nt"])[0], "int_");
        assert_eq!(symbols("k_", &["gr\u{f6}\u{df}e", "gru00f6u00dfe"])[0], "k_gru00f6u00dfe_");
    }

    #[test]
    fn any_module_has_a_prefix() {
        assert_eq!(default_prefix("my-kernels"), "my_kernels_");
        assert_eq!(default_prefix("2d"), "_2d_");
        assert!(is_prefix("") && is_prefix("k_") && !is_prefix("2") && !is_prefix("a-b") && !is_prefix("\u{f6}"));
    }

    #[test]
    fn parameters_do_not_hide_each_other() {
        let names = ["class", "cx", "result", "x", "\u{f6}", "u00f6"];
        assert_eq!(parameters(names.into_iter()), ["class_", "cx_", "result_", "x", "u00f6", "u00f6_"]);
    }
}
