//! The command line as clap sees it.

use crate::parity::LegKind;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

/// Compiles Python functions over NumPy arrays to WebAssembly and native code.
#[derive(Parser, Debug)]
#[command(name = "npc", version, about, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands. `build` may be left out.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Compile a Python file (default)
    Build(BuildArgs),
    /// Compile a function for these arguments, call it, print its result
    Run(RunArgs),
    /// Report errors and warnings without writing anything
    Check(CheckArgs),
    /// Compare a program with NumPy, natively and as wasm
    Parity(ParityArgs),
    /// Put compiled functions into one offline page
    Page(PageArgs),
    /// Explain an error code
    Explain(ExplainArgs),
    /// List what this npc can do
    Features(FeaturesArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// How and what to compile.
#[derive(Args, Debug, Clone)]
pub struct CompileArgs {
    /// Signature of a function: 'f: int64(int32[:])' or 'f: (float64[:, ::1], int)'; repeatable
    #[arg(long, value_name = "S")]
    pub sig: Vec<String>,
    /// Functions to export, and their names: f,g=name
    #[arg(long, value_name = "f[=name],…", value_delimiter = ',')]
    pub export: Vec<String>,
    /// Another folder with Python modules; repeatable
    #[arg(long, value_name = "DIR")]
    pub path: Vec<PathBuf>,
    /// What a Python int does beyond 64 bits
    #[arg(long, value_enum, default_value_t)]
    pub int: IntMode,
    /// Leave out bounds checks
    #[arg(long)]
    pub unchecked: bool,
    /// Allow reordering of float operations
    #[arg(long)]
    pub fastmath: bool,
    /// Level of optimisation: 0, 1, 2 or s
    #[arg(short = 'O', value_name = "LEVEL", default_value = "2")]
    pub optimize: String,
    /// Turn passes on that the level leaves out
    #[arg(long, value_name = "PASS,…", value_delimiter = ',')]
    pub enable: Vec<String>,
    /// Leave passes out: share, fuse, reuse, place, unroll, checks, split, simd; the results stay the same
    #[arg(long, value_name = "PASS,…", value_delimiter = ',')]
    pub disable: Vec<String>,
    /// Say what was optimised and what was not, and why
    #[arg(long, value_name = "text|json", num_args = 0..=1, require_equals = true, default_missing_value = "text")]
    pub remarks: Option<String>,
    /// How messages are coloured
    #[command(flatten)]
    pub messages: MessageArgs,
}

/// How messages look.
#[derive(Args, Debug, Clone)]
pub struct MessageArgs {
    /// Form of errors and warnings
    #[arg(long, value_enum, default_value_t)]
    pub output_format: Format,
    /// When to use colours
    #[arg(long, value_enum, default_value_t)]
    pub color: Color,
    /// Only errors
    #[arg(short, long)]
    pub quiet: bool,
    /// Say what is done
    #[arg(short, long, conflicts_with = "quiet")]
    pub verbose: bool,
}

/// What to write, for `build` and `run`.
#[derive(Args, Debug, Clone)]
pub struct TargetArgs {
    /// wasm32, native or this machine's target triple
    #[arg(long, value_name = "TARGET")]
    pub target: Option<String>,
    /// What to write: wasm, wat, js, dts, obj, so, header, clif, asm, ir=arrays|loops|flat; each may have =PATH
    #[arg(long, value_name = "KIND[=PATH],…", value_delimiter = ',')]
    pub emit: Vec<String>,
    /// Form of the JavaScript
    #[arg(long, value_enum, default_value_t)]
    pub bindings: BindingsKind,
    /// 64-bit integers in JavaScript
    #[arg(long, value_enum, value_name = "FORM")]
    pub js_int64: Option<JsInt64>,
    /// What C symbols start with, in place of the file's name and _
    #[arg(long, value_name = "P")]
    pub prefix: Option<String>,
    /// Compile again whenever the source changes
    #[arg(long)]
    pub watch: bool,
}

/// `npc build`.
#[derive(Args, Debug)]
pub struct BuildArgs {
    /// The Python file
    #[arg(value_name = "FILE.py")]
    pub file: PathBuf,
    /// A file, a folder, or - for standard output
    #[arg(short, long, value_name = "FILE|DIR|-")]
    pub output: Option<PathBuf>,
    /// What to write.
    #[command(flatten)]
    pub target: TargetArgs,
    /// What to compile.
    #[command(flatten)]
    pub compile: CompileArgs,
}

/// `npc run`.
#[derive(Args, Debug)]
pub struct RunArgs {
    /// The Python file
    #[arg(value_name = "FILE.py")]
    pub file: PathBuf,
    /// The function to call
    pub function: String,
    /// Numbers, True, False, Python literals, paths of .npy files
    #[arg(value_name = "ARG")]
    pub args: Vec<String>,
    /// Save the result as .npy or .npz
    #[arg(short, long, value_name = "OUT.npy|OUT.npz")]
    pub output: Option<PathBuf>,
    /// Save every array argument after the call as DIR/arg_0.npy and so on
    #[arg(long, value_name = "DIR")]
    pub save_args: Option<PathBuf>,
    /// What to run on.
    #[command(flatten)]
    pub target: TargetArgs,
    /// What to compile.
    #[command(flatten)]
    pub compile: CompileArgs,
}

/// `npc check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The Python file
    #[arg(value_name = "FILE.py")]
    pub file: PathBuf,
    /// Also warn where Numba's answer differs from NumPy's
    #[arg(long)]
    pub numba: bool,
    /// What to compile.
    #[command(flatten)]
    pub compile: CompileArgs,
}

/// `npc parity`.
#[derive(Args, Debug)]
pub struct ParityArgs {
    /// The Python file
    #[arg(value_name = "FILE.py")]
    pub file: PathBuf,
    /// The function to compare; all exported ones without it
    pub function: Option<String>,
    /// Compare one call: arguments by name, or arr_0, arr_1 and so on, in a .npz file
    #[arg(long, value_name = "FILE.npz", requires = "function", conflicts_with_all = ["cases", "case"])]
    pub args: Option<PathBuf>,
    /// Where generated arguments start from
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// How many calls to generate for each function, after those that the file shows
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub cases: u64,
    /// Run one case only, as a reported difference names it
    #[arg(long, value_name = "K", requires = "function", conflicts_with = "cases")]
    pub case: Option<u64>,
    /// Let floats differ from NumPy's by this fraction of the largest one in a result
    #[arg(long, value_name = "X")]
    pub rtol: Option<f64>,
    /// Run the wasm in wasmtime only, not in Node
    #[arg(long, value_enum)]
    pub via: Option<Via>,
    /// Seconds that a call may take in Python; slower ones are left out
    #[arg(long, value_name = "SECONDS", default_value_t = 5.0)]
    pub limit: f64,
    /// What to compile.
    #[command(flatten)]
    pub compile: CompileArgs,
    /// Be one of the processes that run the program
    #[arg(long, value_enum, hide = true)]
    pub leg: Option<LegKind>,
}

/// `--via`.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// No Node.
    Wasmtime,
}

/// `npc page`.
#[derive(Args, Debug)]
pub struct PageArgs {
    /// Python files whose modules the page imports; others are looked for beside the template
    #[arg(value_name = "FILE.py")]
    pub files: Vec<PathBuf>,
    /// The page: HTML that imports from "./kernels.js"
    #[arg(long, value_name = "OWN.html")]
    pub template: PathBuf,
    /// Where to write the page; - for standard output
    #[arg(short, long, value_name = "OUT.html")]
    pub output: PathBuf,
    /// 64-bit integers in JavaScript
    #[arg(long, value_enum, value_name = "FORM")]
    pub js_int64: Option<JsInt64>,
    /// What to compile.
    #[command(flatten)]
    pub compile: CompileArgs,
}

/// `npc explain`.
#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// A code such as shape-mismatch; all are listed without one
    pub code: Option<String>,
}

/// `npc features`.
#[derive(Args, Debug)]
pub struct FeaturesArgs {
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

/// `npc completions`.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: Shell,
}

/// `--int`.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IntMode {
    /// OverflowError.
    #[default]
    Raise,
    /// Numba's meaning.
    Wrap,
}

/// `--js-int64`.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsInt64 {
    /// Checked numbers.
    Number,
    /// BigInts.
    Bigint,
}

/// `--bindings`.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BindingsKind {
    /// One ES module with the bytes inside.
    #[default]
    Inline,
    /// A classic script with one global.
    Script,
    /// An ES module that loads the .wasm beside it.
    Esm,
    /// instantiate and instantiateSync.
    Raw,
    /// For edge runtimes.
    Worker,
    /// No JavaScript.
    None,
}

/// `--output-format`.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With the source lines.
    #[default]
    Full,
    /// One line each.
    Concise,
    /// One JSON object a line.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// One SARIF 2.1.0 document, for code scanning.
    Sarif,
}

/// `--color`.
#[derive(ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Yes.
    Always,
    /// No.
    Never,
}
