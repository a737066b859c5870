//! The state of a compilation: the module being made, the function being filled, and the scopes in view.

use crate::library::Library;
use crate::module::UserModule;
use crate::signature::{Examples, PythranExport, Stub};
use crate::value::{Callable, Ty, Val};
use indexmap::IndexMap;
use npc_base::{Code, Diagnostic, Diagnostics, FileId, Source, Sources, Span};
use npc_midend::ir::{Block, FuncId, Op, Value, Values};
use npc_midend::types::{DType, Type};
use npc_midend::{Func, Loc, Module, interface::Position};
use ruff_python_ast as ast;
use ruff_text_size::TextRange;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Something has been reported; the construct has no value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stop;

/// A result whose error has been reported.
pub(crate) type R<T> = Result<T, Stop>;

/// What the command line and the library API choose.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Signatures from outside: `f: int64(int32[:])`.
    pub signatures: Vec<String>,
    /// Functions to export, with their new names; empty: all public ones.
    pub exports: Vec<(String, Option<String>)>,
    /// Python ints wrap instead of raising OverflowError.
    pub int_wrap: bool,
    /// No bounds checks.
    pub unchecked: bool,
    /// The library writes no vectors; the results are the same.
    pub no_simd: bool,
    /// Floats may be added and multiplied in any order.
    pub fastmath: bool,
    /// Notes where Numba's answer differs from NumPy's.
    pub numba: bool,
    /// Compile only this function, with exactly the types of these arguments.
    pub call: Option<(String, Vec<crate::ArgType>)>,
}

/// Finds the files that a program imports.
pub trait Loader {
    /// The source of a module, by its dotted name, if there is one. `STEM.pyi` asks for the stub beside the source.
    fn load(&self, module: &str) -> Option<Source>;
}

/// The types that one compiled instance of a function was made for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct InstanceKey {
    pub function: String,
    pub args: Vec<Ty>,
}

/// A compiled instance.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    pub func: FuncId,
    /// The type of the result; `None` while it is being found.
    pub result: Option<Ty>,
}

/// The state of a compilation.
pub(crate) struct Cx<'a> {
    pub sources: &'a mut Sources,
    pub loader: &'a dyn Loader,
    pub options: &'a Options,
    pub diags: Diagnostics,
    pub module: Module,
    pub user: Vec<Rc<UserModule>>,
    /// Modules that imports name: their number, or nothing if there is no such file.
    pub imports: FxHashMap<String, Option<usize>>,
    pub library: Library,
    /// What `# pythran export` comments say.
    pub pythran: Rc<Vec<PythranExport>>,
    /// The `.pyi` beside the source.
    pub stub: Option<Rc<Stub>>,
    /// The example calls of the source, once they have been found.
    pub examples: Option<Examples>,
    /// The texts of `--sig` as sources.
    pub option_files: FxHashMap<String, FileId>,
    pub instances: IndexMap<InstanceKey, Instance, rustc_hash::FxBuildHasher>,
    /// Instances being compiled, innermost last.
    pub compiling: Vec<InstanceKey>,
    /// Results assumed for recursive calls.
    pub assumed: FxHashMap<InstanceKey, Ty>,
    /// Instances that call themselves, directly or not, with the place of the call that was seen first.
    pub recursive: FxHashMap<InstanceKey, Option<Span>>,
    /// Types of elements, by the place where a container is made.
    pub sites: crate::sites::Sites,
    /// Classes of the user's that have been used, and their fields.
    pub classes: Vec<crate::classes::Known>,
    pub f: Fx,
    /// Depth of expressions, inlined calls and instances, to refuse endless ones.
    pub depth: u32,
    /// What Numba would do otherwise, with the function that it is found in.
    pub numba: Vec<(String, Diagnostic)>,
    /// Steps that are left.
    pub fuel: crate::fuel::Fuel,
    /// The number of the frame made last.
    pub frames_made: FrameId,
    /// Instances that recursion goes through, with a call of each: they count the depth.
    pub counted: FxHashMap<InstanceKey, Option<Span>>,
    /// Types of the variables that functions inside others assign.
    pub cell_types: FxHashMap<crate::cell::CellOwner, Ty>,
    /// How often such types have changed, by the instance that owns the variables.
    pub cell_changes: FxHashMap<InstanceKey, usize>,
    /// Functions that are defined inside others, by module and place.
    pub inner_functions: FxHashMap<(usize, TextRange), Rc<crate::value::UserFunc>>,
}

/// The function being filled.
pub(crate) struct Fx {
    pub func: Func,
    pub block: Block,
    /// False after a `return`, `raise`, `break`: nothing more is emitted here.
    pub live: bool,
    pub frames: Vec<Frame>,
    /// Source range of the user's code that is being compiled.
    pub span: Option<Span>,
    /// Name of the user's function, for tracebacks.
    pub user_name: String,
    pub user_file: u32,
    /// Indices are not checked: `boundscheck=False`.
    pub unchecked: bool,
    /// `error_model="python"`: a division of NumPy scalars is not what Numba makes of it.
    pub python_errors: bool,
    /// The body of an `each` is being made: nothing may raise.
    pub pure_body: bool,
    /// Generators that have been gone over.
    pub used_up: rustc_hash::FxHashSet<u32>,
    /// Bodies of loops that generators have taken in.
    pub bodies: u32,
    /// Constants of modules that are made at the start of the function.
    pub constants: crate::constants::Constants,
}

/// Names of one function body (the function's own, or an inlined one's).
pub(crate) struct Frame {
    pub env: Env,
    pub scope: Scope,
    pub loops: Vec<LoopFrame>,
    pub tries: crate::try_::Tries,
    pub returns: Returns,
    pub reads: Rc<crate::names::Reads>,
    /// Names assigned anywhere in the body: reading one that is not bound is UnboundLocalError.
    pub locals: Rc<rustc_hash::FxHashSet<String>>,
    /// Which activation this is: what closures made in it refer to.
    pub id: FrameId,
    /// The frame whose variables this body sees, if it is defined inside another.
    pub parent: Option<FrameId>,
    /// It only holds what a closure took along.
    pub taken: bool,
    /// Of a generator: the loop that it runs in.
    pub consumer: Option<Box<crate::generator::Consumer>>,
}

/// The number of a [`Frame`]; 0 for frames in which no function is defined.
pub(crate) type FrameId = u32;

impl Frame {
    /// A frame without names, in which code of this scope is evaluated.
    pub fn new(scope: Scope) -> Frame {
        Frame {
            env: Env::default(),
            scope,
            loops: Vec::new(),
            tries: crate::try_::Tries::default(),
            returns: Returns::Function(Vec::new()),
            reads: Rc::default(),
            locals: Rc::default(),
            id: 0,
            parent: None,
            taken: false,
            consumer: None,
        }
    }
}

/// Where free names of a body are looked up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Scope {
    /// In a user's module.
    User(usize),
    /// In the library's file with this number.
    Library(usize),
}

/// How `return` leaves the body.
pub(crate) enum Returns {
    /// Out of the IR function; edges are finished when all are known.
    Function(Vec<(Edge, Val, Option<Span>)>),
    /// Out of an inlined body: at its start block the value is simply kept, elsewhere an edge to a scope is.
    /// The end of a generator.
    Generator(Vec<Edge>),
    Inline {
        start: Block,
        value: Option<Val>,
        edges: Vec<(Edge, Val)>,
        scoped: bool,
        retry: bool,
    },
}

/// The enclosing loop while its body is compiled.
#[derive(Default)]
pub(crate) struct LoopFrame {
    pub breaks: Vec<Edge>,
    pub continues: Vec<Edge>,
}

/// A way out of a block whose terminator is written when the types are known.
#[derive(Clone)]
pub(crate) struct Edge {
    pub block: Block,
    pub env: Env,
}

/// What a name is bound to.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    pub val: Val,
    /// A bool that is true if the name is bound; `None`: it certainly is.
    pub flag: Option<Value>,
    /// Why the name has no type here, to be reported when it is read.
    pub conflict: Option<Rc<Diagnostic>>,
    /// Where it was assigned last.
    pub span: Option<Span>,
}

/// Names and their bindings, in order of first assignment.
pub(crate) type Env = IndexMap<String, Binding, rustc_hash::FxBuildHasher>;

impl Fx {
    pub fn new(name: &str) -> Fx {
        let func = Func::new(name);
        let block = func.body;
        Fx {
            func,
            block,
            live: true,
            frames: Vec::new(),
            span: None,
            user_name: String::new(),
            user_file: 0,
            unchecked: false,
            python_errors: false,
            pure_body: false,
            used_up: Default::default(),
            bodies: 0,
            constants: Default::default(),
        }
    }
}

impl Cx<'_> {
    // ---- reporting

    pub fn report(&mut self, diagnostic: Diagnostic) -> Stop {
        self.diags.push(diagnostic);
        Stop
    }

    /// Reports an error at the place of the user's code that is being compiled.
    pub fn error(&mut self, code: Code, message: impl Into<String>) -> Stop {
        let mut diagnostic = Diagnostic::error(code, message);
        if let Some(span) = self.f.span {
            diagnostic = diagnostic.label(span, "");
        }
        self.report(diagnostic)
    }

    pub fn error_help(&mut self, code: Code, message: impl Into<String>, help: impl Into<String>) -> Stop {
        let mut diagnostic = Diagnostic::error(code, message).help(help);
        if let Some(span) = self.f.span {
            diagnostic = diagnostic.label(span, "");
        }
        self.report(diagnostic)
    }

    pub fn unsupported(&mut self, what: &str) -> Stop {
        self.error(Code::Unsupported, format!("{what} is not supported yet"))
    }

    // ---- scopes

    /// A number that no frame has had.
    pub fn fresh_frame(&mut self) -> FrameId {
        self.frames_made += 1;
        self.frames_made
    }

    pub fn frame(&mut self) -> &mut Frame {
        let last = self.f.frames.len() - 1;
        &mut self.f.frames[last]
    }

    pub fn frame_ref(&self) -> &Frame {
        &self.f.frames[self.f.frames.len() - 1]
    }

    /// True if the code being compiled is the user's, not the library's.
    pub fn in_user_code(&self) -> bool {
        self.f.frames.last().is_some_and(|frame| matches!(frame.scope, Scope::User(_)))
    }

    pub fn file_of(&self, scope: Scope) -> Option<FileId> {
        match scope {
            Scope::User(module) => Some(self.user[module].file),
            Scope::Library(_) => None,
        }
    }

    /// Runs `f` with diagnostics pointing at `range`, if that is the user's code.
    pub fn at<T>(&mut self, range: TextRange, f: impl FnOnce(&mut Self) -> T) -> T {
        let saved = self.f.span;
        if let Some(span) = self.span_of(range) {
            self.f.span = Some(span);
        }
        let result = f(self);
        self.f.span = saved;
        result
    }

    pub fn span_of(&self, range: TextRange) -> Option<Span> {
        let file = self.file_of(self.f.frames.last()?.scope)?;
        Some(Span { file, start: range.start().into(), end: range.end().into() })
    }

    // ---- emitting

    pub fn loc(&mut self, raises: bool) -> Loc {
        let position = if raises && !self.f.func.library { self.position() } else { 0 };
        Loc { span: self.f.span, position }
    }

    fn position(&mut self) -> u32 {
        let Some(span) = self.f.span else { return 0 };
        let (line, _) = self.sources.get(span.file).line_column(span.start);
        let function = self.f.user_name.clone();
        self.module.position(Position { file: self.f.user_file, line, function })
    }

    pub fn push(&mut self, op: Op, types: &[Type]) -> Values {
        // Loops may be interrupted.
        let raises = op.raise_site().is_some() || matches!(op, Op::Call(..) | Op::For(..) | Op::Loop(..));
        self.fuel.step(self.f.span);
        let loc = self.loc(raises);
        let block = self.f.block;
        self.f.func.push(block, op, types, loc)
    }

    pub fn push1(&mut self, op: Op, ty: Type) -> Value {
        self.push(op, &[ty])[0]
    }

    /// Ends the current block.
    pub fn terminate(&mut self, op: Op) {
        if self.f.live {
            self.push(op, &[]);
            self.f.live = false;
        }
    }

    /// A block in which `f` emits.
    pub fn in_block<T>(&mut self, block: Block, f: impl FnOnce(&mut Self) -> T) -> T {
        let (saved, live) = (self.f.block, self.f.live);
        self.f.block = block;
        self.f.live = true;
        let result = f(self);
        self.f.block = saved;
        self.f.live = live;
        result
    }

    pub fn ty(&self, value: Value) -> Type {
        self.f.func.ty(value)
    }

    pub fn dtype(&self, value: Value) -> DType {
        self.ty(value).scalar().unwrap_or(DType::I64)
    }

    pub fn type_of(&self, val: &Val) -> Ty {
        crate::value::type_of(&self.f.func, val)
    }

    /// A call of a library function by name, as the compiler itself needs some.
    pub fn library_callable(&mut self, namespace: &'static str, name: &str) -> Option<Callable> {
        self.library.function(namespace, name).map(Callable::Library)
    }
}

/// The names that a parameter list declares, in order.
pub(crate) fn parameter_names(parameters: &ast::Parameters) -> Vec<String> {
    parameters.iter_non_variadic_params().map(|param| param.name().id.to_string()).collect()
}
