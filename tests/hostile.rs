//! Sources that nobody writes: each gives a clear error or a right result, within a second (of an optimised npc) and
//! 256 MB, and never a panic.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Seconds of processor time; npc without optimisation has far more.
const LIMIT: f64 = if cfg!(debug_assertions) { 30.0 } else { 1.0 };
/// In MB.
const MEMORY: u64 = 256;
/// For a machine that does something else.
const PATIENCE: Duration = Duration::from_secs(600);

struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new(source: impl AsRef<[u8]>) -> Case {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("hostile.py"), source).expect("a file");
        Case { folder }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("hostile.py")
    }

    /// Runs `npc check`; stops it when it takes too long.
    fn check(&self) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_npc"));
        command.arg("check").arg(self.file());
        let start = Instant::now();
        let mut child = command.stdout(Stdio::null()).stderr(self.stderr()).spawn().expect("npc starts");
        loop {
            if let Some(status) = child.try_wait().expect("npc is there") {
                let stderr = fs::read(self.folder.path().join("stderr")).unwrap_or_default();
                return Output { status, stdout: Vec::new(), stderr };
            }
            let (seconds, megabytes) = taken(child.id());
            if start.elapsed() > PATIENCE || seconds > LIMIT || megabytes > MEMORY {
                child.kill().expect("npc can be stopped");
                panic!("npc takes more than {seconds} s and {megabytes} MB");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Into a file: a pipe would fill up.
    fn stderr(&self) -> fs::File {
        fs::File::create(self.folder.path().join("stderr")).expect("a file")
    }
}

/// Processor time and the most memory of a process so far, where the system tells.
fn taken(process: u32) -> (f64, u64) {
    let read = |name: &str| fs::read_to_string(format!("/proc/{process}/{name}")).unwrap_or_default();
    let stat = read("stat");
    let times = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    let ticks: f64 = times.filter_map(|time| time.parse::<f64>().ok()).sum();
    let status = read("status");
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes = most.split_whitespace().next().and_then(|most| most.parse::<u64>().ok());
    (ticks / 100.0, kilobytes.unwrap_or(0) / 1024)
}

/// Checks that the source is refused with an error that holds `text`.
fn refused(source: impl AsRef<[u8]>, text: &str) {
    let output = Case::new(source).check();
    let stderr = String::from_utf8_lossy(&output.stderr);
    let start: String = stderr.chars().take(2000).collect();
    assert_eq!(output.status.code(), Some(1), "{start}");
    assert!(stderr.contains("error"), "{start}");
    assert!(stderr.contains(text), "expected `{text}` in:\n{start}");
    assert!(stderr.len() < 100_000, "the report has {} bytes", stderr.len());
}

/// Checks that the source is compiled or refused, whichever.
fn survived(source: impl AsRef<[u8]>) {
    let output = Case::new(source).check();
    let stderr = String::from_utf8_lossy(&output.stderr);
    let start: String = stderr.chars().take(2000).collect();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}: {start}", output.status);
}

fn function(expression: &str) -> String {
    format!("def f(x: int):\n    return {expression}\n")
}

#[test]
fn parentheses_a_hundred_thousand_deep() {
    refused(function(&format!("{}x{}", "(".repeat(100_000), ")".repeat(100_000))), "too-large");
}

#[test]
fn brackets_that_never_close() {
    refused(function(&"[".repeat(100_000)), "error");
}

#[test]
fn unary_operators_a_hundred_thousand_deep() {
    refused(function(&format!("{}x", "-".repeat(100_000))), "too-large");
    refused(function(&format!("{}x", "not ".repeat(100_000))), "too-large");
}

#[test]
fn calls_and_subscripts_a_hundred_thousand_deep() {
    refused(function(&format!("{}x{}", "abs(".repeat(100_000), ")".repeat(100_000))), "too-large");
    refused(function(&format!("x{}", "[0]".repeat(100_000))), "error");
    refused(function(&format!("x{}", ".a".repeat(100_000))), "error");
    refused(function(&format!("x{}", "()".repeat(100_000))), "error");
}

#[test]
fn a_chain_of_a_hundred_thousand_additions() {
    refused(function(&format!("x{}", " + x".repeat(100_000))), "too-large");
}

#[test]
fn other_long_chains() {
    survived(function(&format!("x{}", " < x".repeat(20_000))));
    survived(function(&format!("x{}", " and x".repeat(20_000))));
    survived(function(&format!("x{}", " if x else x".repeat(20_000))));
    survived(function(&format!("x{}", " ** x".repeat(20_000))));
    survived(function(&format!("({})", "x, ".repeat(20_000))));
}

#[test]
fn blocks_nested_deeply() {
    let nested: String = (0..5_000).map(|depth| format!("{}if x:\n", " ".repeat(depth + 1))).collect();
    refused(format!("def f(x: int):\n{nested}{}return x\n", " ".repeat(5_001)), "error");
    let elifs = "    elif x == 1:\n        x = 2\n".repeat(10_000);
    survived(format!("def f(x: int):\n    if x == 0:\n        x = 1\n{elifs}    return x\n"));
}

#[test]
fn functions_within_functions() {
    let nested: String = (0..2_000).map(|depth| format!("{}def f(x: int):\n", " ".repeat(depth))).collect();
    refused(format!("{nested}{}return x\n", " ".repeat(2_001)), "error");
}

#[test]
fn many_statements() {
    survived(format!("def f(x: int):\n{}    return x\n", "    x = x + 1\n".repeat(3_000)));
    survived("def f(x: int): return x\n".repeat(3_000));
}

#[test]
fn huge_literals() {
    refused(function(&"9".repeat(100_000)), "overflow");
    survived(function(&format!("1.{}", "9".repeat(100_000))));
    survived(function(&format!("1e{}", "9".repeat(1_000))));
    survived(function(&format!("'{}'", "a".repeat(1_000_000))));
    survived(function(&format!("0x{}", "f".repeat(100_000))));
}

#[test]
fn powers_of_powers() {
    survived(function("10**10**10"));
    survived(function("2**63"));
    survived(function("x**10**9"));
    survived(function("1 << 10**9"));
    survived(function("(10**18)**(10**18)"));
}

#[test]
fn static_work_without_end() {
    survived("def f(x: int):\n    for i in (1,) * 1000000000:\n        x += i\n    return x\n");
    survived("N = 1 << 62\ndef f(x: int):\n    return (0,) * N\n");
    survived("def f(x: int):\n    return 'a' * 10**12\n");
    survived("import numpy as np\ndef f(x: int):\n    return np.zeros((1,) * 100)\n");
}

#[test]
fn recursion_between_types() {
    refused("def f(x: int):\n    return f((x, x))\n", "error");
    refused("def g(x):\n    return g((x,))\n\n\ndef f(x: int):\n    return g(x)\n", "error");
}

#[test]
fn bytes_that_are_no_text() {
    refused(b"def f(x: int):\n    return x\xff\xfe\n", "UTF-8");
    refused(b"\x00asm\x01\x00\x00\x00", "error");
    refused(b"def f(x: int):\n    return x\x00\n", "error");
    refused(b"\xef\xbb\xbf\xef\xbb\xbfdef", "error");
    survived(b"\xef\xbb\xbfdef f(x: int):\n    return x\n");
    survived(b"def f(x: int):\r    return x\r");
    survived(b"def f(x: int):\r\n    return x\r\n");
    survived(b"def f(x: int):\n\x0c    return x\n");
    refused("def f(x: int):\n    return “x”\n", "error");
}

#[test]
fn random_bytes() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for length in [1, 10, 100, 1_000, 100_000] {
        let bytes: Vec<u8> = (0..length).map(|_| next() as u8).collect();
        survived(&bytes);
        // Printable ones get past the check for UTF-8.
        let text: Vec<u8> = bytes.iter().map(|byte| if *byte % 16 == 0 { b'\n' } else { 32 + byte % 95 }).collect();
        survived(&text);
    }
}

#[test]
fn mangled_programs() {
    let program = "import numpy as np\n\n\ndef f(x: int, y: float):\n    a = np.zeros((x, 2))\n    for i in range(x):\n        a[i, 0] = y * (i + 1)\n    return a[:, ::-1].sum(axis=0), a.shape\n";
    for at in (0..program.len()).step_by(7) {
        let mut cut = program.to_string();
        cut.remove(at);
        survived(&cut);
        survived(&program[..at]);
    }
}

#[test]
fn an_empty_file() {
    refused("", "nothing-to-export");
    refused("# nothing\n", "nothing-to-export");
}

/// `try` in `try`, with something in each innermost block.
fn nested_tries(depth: usize, clause: &str, inside: bool) -> String {
    let mut source = "def f(x: 'int64[:]', i: int) -> int:\n".to_string();
    let indent = |level: usize| "    ".repeat(level + 1);
    for level in 0..depth {
        let first =
            if inside { format!("{}i += x[i]\n{}{clause}:\n", indent(level + 1), indent(level)) } else { String::new() };
        source += &format!("{}try:\n{first}", indent(level));
    }
    source += &format!("{}return x[i]\n", indent(depth));
    if !inside {
        for level in (0..depth).rev() {
            source += &format!("{}{clause}:\n{}i += 1\n", indent(level), indent(level + 1));
        }
    }
    source + "    return i\n"
}

#[test]
fn try_statements_in_each_other() {
    survived(nested_tries(60, "except ValueError", false));
    survived(nested_tries(40, "except", true));
    survived(nested_tries(40, "finally", false));
    refused(nested_tries(40, "finally", true), "too-large");
}

#[test]
fn names_assigned_by_thousands_in_a_try() {
    let assignments: String = (0..5000).map(|k| format!("        a{} = x[i] + {k}\n", k % 500)).collect();
    let sum: Vec<_> = (0..500).map(|k| format!("a{k}")).collect();
    survived(format!(
        "def f(x: 'int64[:]', i: int) -> int:\n    try:\n{assignments}    except IndexError:\n        return {}\n    return 0\n",
        sum.join(" + ")
    ));
}

// ---- what the language has: nested

/// Lines `head`, each indented more than the one before and with its number for `#`, the innermost of them `inner`; then
/// `tail` for each, from the inside out.
fn nested(depth: usize, head: &str, inner: &str, tail: &str) -> String {
    let at = |k: usize| " ".repeat(k + 1);
    let heads: String = (0..depth).map(|k| format!("{}{}\n", at(k), head.replace('#', &k.to_string()))).collect();
    let tails: String = (0..depth).rev().filter(|_| !tail.is_empty()).map(|k| format!("{}{tail}\n", at(k))).collect();
    format!("import numpy as np\n\n\ndef f(x: int):\n{heads}{}{inner}\n{tails} return x\n", at(depth))
}

/// `first`, then `next` for each number from 1 on, with the number for `#` and the one before for `@`; then `f` returns `result`.
fn ladder(count: usize, first: &str, next: &str, result: &str) -> String {
    let step = |k: usize| next.replace('#', &k.to_string()).replace('@', &(k - 1).to_string());
    let steps: String = (1..count).map(step).collect();
    let result = result.replace('@', &(count - 1).to_string());
    format!("{first}{steps}\n\ndef f(x: int):\n    return {result}\n")
}

/// The same within one function.
fn steps(count: usize, first: &str, next: &str, result: &str) -> String {
    let step = |k: usize| format!("    {}\n", next.replace('#', &k.to_string()).replace('@', &(k - 1).to_string()));
    let lines: String = (1..count).map(step).collect();
    let result = result.replace('@', &(count - 1).to_string());
    format!("def f(x: int):\n    {first}\n{lines}    return {result}\n")
}

/// `f` with these lines.
fn body(lines: &[&str]) -> String {
    let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    format!("def f(x: int):\n{lines}")
}

/// `f`, which returns an expression, behind other definitions.
fn after(definitions: &str, expression: &str) -> String {
    format!("{definitions}\n\n\n{}", function(expression))
}

/// `f` of an array, which returns an expression.
fn of_array(expression: &str) -> String {
    format!("import numpy as np\n\n\ndef f(x: 'float[:]'):\n    return {expression}\n")
}

/// `head`, `middle` and `tail`, with the outer ones many times.
fn around(count: usize, head: &str, middle: &str, tail: &str) -> String {
    format!("{}{middle}{}", head.repeat(count), tail.repeat(count))
}

/// One test for each source.
macro_rules! hostile {
    ($($name:ident: $check:ident($source:expr $(, $text:literal)?);)*) => {
        $(#[test] fn $name() { $check($source $(, $text)?); })*
    };
}

hostile! {
    f_strings_in_f_strings: refused(function(&around(100_000, "f\"{", "x", "}\"")), "too-large");
    f_strings_with_parentheses: refused(function(&format!("f\"{{{}}}\"", around(100_000, "(", "x", ")"))), "too-large");
    f_strings_with_operators: refused(function(&format!("f'{{{}x}}'", "-".repeat(100_000))), "too-large");
    f_strings_with_specs: refused(function(&format!("f\"{{x:{}}}\"", around(100_000, "{x:", "", "}"))), "too-large");
    lambdas_in_lambdas: refused(function(&around(100_000, "lambda: ", "x", "")), "too-large");
    lambdas_called: refused(function(&around(95, "(lambda: ", "x", ")()")), "too-large");
    comprehensions_in_comprehensions: refused(function(&around(95, "[", "x", " for i in range(2)]")), "too-large");
    comprehensions_a_few_deep: survived(function(&around(4, "[", "x", " for i in range(2)]")));
    comprehensions_with_many_loops: refused(function(&format!("{}]", around(20_000, "", "[x", " for i in range(2)"))), "too-large");
    comprehensions_over_tuples: refused(function(&format!("[1{}]", " for i in (1, 2.0, 'a', 3)".repeat(14))), "error");
    dicts_in_dicts: survived(function(&format!("len({})", around(60, "{1: ", "x", "}"))));
    generators_in_generators: survived(function(&around(20, "sum(", "x", " for i in range(2))")));
    conditional_expressions_in_parentheses: survived(function(&around(90, "(1 if x else ", "x", ")")));
    ufuncs_of_ufuncs: survived(of_array(&around(90, "np.sin(", "x", ")")));
    slices_of_slices: survived(of_array(&around(90, "", "x", "[0:]")));
    ifs_in_ifs: survived(nested(95, "if x > #:", "x = x + 1", ""));
    ifs_in_ifs_with_else: survived(nested(60, "if x > #:", "x = x + 1", "else: x = 5"));
    fors_in_fors: survived(nested(30, "for i# in range(2):", "x = x + 1", ""));
    whiles_in_whiles: survived(nested(30, "while x < #:", "x = x + 1", ""));
    tries_in_tries: survived(nested(30, "try:", "x = x // 2", "except ValueError: x = 7"));
    finallys_in_finallys: survived(nested(30, "try:", "return x", "finally: x = x + 1"));
    withs_in_withs: survived(nested(60, "with np.errstate(all='ignore'):", "x = x + 1", ""));
    loops_over_tuples_in_one_another: refused(nested(12, "for i# in (1, 2.0, 3, 'a', 5):", "x = x + 1", ""), "too-large");
    functions_a_few_deep: survived(nested(20, "def g#(x):", "return x", "return x"));
    patterns_in_patterns: survived(body(&["match x:", &format!("    case {}:", around(90, "[", "", "]")), "        x = 2", "return x"]));
    patterns_with_many_ways: survived(body(&["match x:", &format!("    case {}0:", "1 | ".repeat(700)), "        x = 2", "return x"]));
    many_cases: survived(body(&["match x:", &"    case 1:\n            x = 2\n    ".repeat(300), "return x"]));
    many_handlers: survived(body(&["try:", "    x += 1", &"except ValueError:\n        x = 2\n    ".repeat(100), "return x"]));
    decorators_upon_decorators: refused("@staticmethod\n".repeat(20_000) + &function("x"), "error");
    annotations_in_annotations: survived(format!("def f(x: {}):\n    return 1\n", around(95, "list[", "int", "]")));
    annotations_in_text: refused(format!("def f(x: '{}'):\n    return 1\n", around(100_000, "list[", "int", "]")), "error");
    targets_in_targets: survived(body(&[&format!("{} = x", around(90, "(", "a", ",)")), "return 1"]));
    names_assigned_at_once: survived(body(&[&format!("{}x", "y = ".repeat(700)), "return y"]));
    stars_in_stars: survived(function(&format!("({}, x)", around(90, "*(", "x", ",)"))));

    // ---- what doubles

    tuples_that_double: refused(steps(60, "t0 = (x, x)", "t# = (t@, t@)", "1"), "too-large");
    tuples_added_to_themselves: refused(steps(60, "t0 = (x, x)", "t# = t@ + t@", "len(t@)"), "too-large");
    lists_added_to_themselves: survived(steps(40, "t0 = [x, x]", "t# = t@ + t@", "len(t@)"));
    lists_with_stars: survived(steps(40, "t0 = [x, x]", "t# = [*t@, *t@]", "len(t@)"));
    strings_added_to_themselves: refused(steps(60, "t0 = 'ab'", "t# = t@ + t@", "len(t@)"), "error");
    constants_that_double: refused(ladder(60, "T0 = (1, 2)\n", "T# = (T@, T@)\n", "len(T@)"), "too-large");
    arguments_that_double: refused(ladder(60, "def g0(x): return x\n", "def g#(x): return g@((x, x))\n", "g@(x)"), "too-large");
    calls_that_double: survived(ladder(40, "def g0(x): return x\n", "def g#(x): return g@(x) + g@(x)\n", "g@(x)"));
    types_that_double: refused(ladder(40, "def g0(x): return 1\n", "def g#(x): return g@((x, 1)) + g@((x, 1.0))\n", "g@(x)"), "too-large");
    lambdas_that_double: refused(steps(60, "g0 = lambda y: y", "g# = lambda y: g@(g@(y))", "g@(x)"), "too-large");
    closures_that_double: refused(after("def twice(h):\n    return lambda y: h(h(y))", &around(40, "twice(", "abs", ")(x)")), "error");
    generators_that_double: refused(ladder(40, "def g0(n):\n    yield n\n", "def g#(n):\n    for i in g@(n):\n        yield i\n        yield i\n", "sum(g@(x))"), "too-large");
    zips_of_zips: refused(steps(40, "t0 = range(x)", "t# = zip(t@, t@)", "len(list(t@))"), "error");

    // ---- types that never settle

    a_list_of_itself: refused(body(&["y = []", "y.append(y)", "return len(y)"]), "error");
    a_list_that_holds_a_list_of_itself: refused(body(&["y = []", "y.append([y])", "return len(y)"]), "error");
    two_lists_of_one_another: refused(body(&["y = []", "z = []", "y.append(z)", "z.append(y)", "return len(y)"]), "error");
    a_dict_of_itself: refused(body(&["y = {}", "y[0] = y", "return len(y)"]), "error");
    a_set_of_itself: refused(body(&["y = set()", "y.add(y)", "return len(y)"]), "error");
    a_list_in_a_list_in_a_loop: refused(body(&["y = []", "for i in range(x):", "    y = [y]", "return len(y)"]), "error");
    a_tuple_in_a_tuple_in_a_loop: refused(body(&["y = (x,)", "for i in range(x):", "    y = (y,)", "return len(y)"]), "error");
    a_tuple_twice_in_a_while: refused(body(&["y = (x,)", "while x > 0:", "    y = (y, y)", "    x -= 1", "return len(y)"]), "error");
    a_tuple_that_grows_in_a_while: refused(body(&["y = (x,)", "while x > 0:", "    y = y + y", "    x -= 1", "return len(y)"]), "error");
    tuples_of_the_list_they_go_to: refused(body(&["y = []", "for i in range(x):", "    y.append((y, i))", "return len(y)"]), "error");
    a_field_that_holds_its_object: survived(body(&["c = C(x)", "c.x = c", "return 1", "", "", "class C:", "    def __init__(self, x):", "        self.x = x"]));
    results_that_grow: refused(body(&["if x == 0:", "    return 0", "return (f(x - 1),)"]), "error");
    lists_of_results: refused(body(&["if x == 0:", "    return [1]", "return [f(x - 1)]"]), "error");
    arguments_that_grow: refused(after("def g(*a):\n    return g(*a, 1)", "g(x)"), "error");
    axes_that_grow: refused("def g(a):\n    return g(a[None])\n\n\n".to_string() + &of_array("g(x)"), "error");
    functions_of_functions: survived(function("(lambda h: h(h))(lambda h: h(h))"));
    functions_around_functions: refused(after("def g(h, n):\n    return g(lambda y: h(y), n)", "g(abs, x)"), "error");
    a_function_around_itself_in_a_loop: survived(body(&["h = lambda y: y", "for i in range(x):", "    h = lambda y: h(y)", "return h(x)"]));

    // ---- definitions that need themselves

    constants_of_themselves: refused(after("X = X + 1", "X"), "error");
    constants_of_one_another: refused(after("X = Y\nY = X", "X"), "error");
    lists_of_one_another: refused(after("X = [Y]\nY = [X]", "len(X)"), "error");
    defaults_of_themselves: survived("def f(x: int = f(1)):\n    return x\n\n\ndef g(x: int):\n    return f()\n");
    classes_of_themselves: survived(after("class A(A):\n    pass", "A() is None"));
    classes_of_one_another: survived(after("class A(B):\n    pass\n\n\nclass B(A):\n    pass", "A().y"));
    classes_with_many_ancestors: survived(ladder(100, "class C0:\n    def m(self):\n        return 1\n", "class C#(C@):\n    pass\n", "C@().m()"));
    aliases_of_themselves: refused("T = list['T']\n\n\ndef f(x: T):\n    return 1\n", "error");
    aliases_of_one_another: refused("T = 'U'\nU = 'T'\n\n\ndef f(x: 'T'):\n    return 1\n", "error");
    named_tuples_of_themselves: survived("from typing import NamedTuple\n\n\nclass P(NamedTuple):\n    a: 'P'\n\n\ndef f(x: P):\n    return 1\n");
    an_object_that_makes_another: survived(after("class A:\n    def __init__(self):\n        self.a = A()", "A().a is None"));
    properties_of_themselves: survived(after("class C:\n    @property\n    def x(self):\n        return self.x", "C().x"));
    a_file_that_imports_itself: survived(after("import hostile", "hostile.f(x)"));
    a_constant_from_the_file_itself: refused(after("from hostile import X\n\nX = X", "X"), "error");
    generators_of_one_another: survived(after("def g(n):\n    for i in h(n):\n        yield i\n\n\ndef h(n):\n    for i in g(n):\n        yield i", "sum(g(x))"));

    // ---- much of everything

    lists_of_ten_to_the_twelve: survived(function("len([0] * 10**12)"));
    strings_of_ten_to_the_twelve: survived(function("len('a' * 10**12)"));
    ranges_of_ten_to_the_nine: refused(function("max(*range(10**9))"), "too-large");
    arrays_of_repeated_lists: refused(after("import numpy as np\n\nA = np.array([[1] * 10000] * 10000)", "A[x]"), "too-large");
    a_format_of_ten_to_the_twelve: survived(function("f'{5:>1000000000000}'"));
    many_functions: survived((0..500).map(|k| format!("def f{k}(x: int):\n    return x + {k}\n")).collect::<String>());
    many_appends: survived(steps(200, "a = []", "a.append(x)", "len(a)"));
    a_name_of_a_million_letters: refused(function(&"b".repeat(1_000_000)), "unknown-name");
    an_attribute_of_a_million_letters: refused(function(&format!("x.{}", "b".repeat(1_000_000))), "unknown-attribute");
    a_comment_of_ten_million_letters: survived(format!("#{}\n{}", "a".repeat(10_000_000), function("x")));
    a_million_lines: survived("\n".repeat(1_000_000) + &function("x"));
    five_hundred_errors: survived(steps(500, "y = 1", "y = undefined", "y"));
    literals_of_many_members: survived(function(&format!("len([{}])", "x, ".repeat(20_000))));
    axes_without_end: refused(of_array(&format!("x[{}]", "None, ".repeat(10_000))), "error");
    letters_of_einsum_without_end: refused(of_array(&format!("np.einsum('{}i', x)", "i,".repeat(5_000))), "error");
    loops_at_the_top_level: survived(after("X = 0\nwhile True:\n    X += 1", "X"));

    // ---- names and characters

    names_of_javascript: survived("def constructor(x: int): return x\ndef hasOwnProperty(x: int): return x\ndef then(x: int): return x\n");
    names_of_prototypes: survived("def f(__proto__: int, constructor: int):\n    return __proto__\n");
    fields_of_prototypes: survived(after("class C:\n    def __init__(self):\n        self.__proto__ = 1\n        self.__class__ = 2", "C().__proto__"));
    names_of_builtins: survived("def len(x: int): return x\ndef int(x: float): return len(1)\n");
    classes_of_builtins: survived(after("class list(list):\n    pass\n\n\nclass Exception(Exception):\n    pass", "1"));
    characters_that_turn_the_line: survived("def f(x: int):\n    return x  # \u{202e} \u{2066} reverse\n");
    characters_that_turn_the_name: refused("def f\u{202e}(x: int):\n    return x\n", "error");
    characters_that_turn_a_message: refused(function("x + '\u{202e}a'"), "error");
    letters_upon_letters: survived(format!("def f(e{}: int):\n    return 1\n", "\u{301}".repeat(10_000)));
    characters_that_do_not_exist: refused(function("'\\U00110000'"), "error");
    halves_of_characters: survived(function("len('\\ud800')"));
    text_in_utf_16: refused(b"\xff\xfed\x00e\x00f\x00", "UTF-8");
    text_that_ends_within_a_character: refused(b"def f(x: int):\n    return '\xe2\x82", "UTF-8");
    errors_behind_tabs_and_wide_characters: refused("def f(x: int):\n\treturn\t'\u{65e5}\u{672c}' +\ty\n", "unknown-name");
}

#[test]
fn texts_that_end_too_early() {
    let ends =
        ["def f(", "class", "@", "f'{", "f'{x!", "f'{x:{", "f'{f\"{", "'''", "x = \\", "try:", "lambda", "with (", "def f[T"];
    for end in ends {
        refused(end, "error");
    }
}
