//! What an expression evaluates to while a function is compiled: IR values with Python's types, and things that are
//! known at compile time and never become values.

use crate::cell::{Cell, CellTy};
use crate::classes::UserClass;
use crate::cx::{FrameId, Scope};
use crate::generator::Generator;
use crate::library::LibFunc;
use crate::named::NamedClass;
use crate::object::ObjectTy;
use crate::signature::Decorated;
use npc_base::Diagnostic;
use npc_midend::Func;
use npc_midend::ir::{Value, Values};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use ruff_python_ast as ast;
use std::cell::OnceCell;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// A scalar with its dtype; weak ones are Python's own `bool`, `int` and `float` (NEP 50).
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Scalar {
    pub value: Value,
    pub dtype: DType,
    pub weak: bool,
}

/// A function known at compile time.
#[derive(Clone, Debug)]
pub(crate) enum Callable {
    /// A `def` of a user's file.
    User(Rc<UserFunc>),
    /// A function of the standard library.
    Library(Rc<LibFunc>),
    /// A function defined inside another, or a lambda.
    Closure(Rc<Closure>),
    /// Something built into the compiler: Python builtins and the vocabulary of the library.
    Intrinsic(&'static str),
    /// A method of a value: looked up as a library function with the value as first argument.
    Method(Box<Val>, Rc<Callable>),
    /// An exception type.
    Exception(&'static str),
    /// A class of the user's.
    Class(Rc<UserClass>),
    /// A class of named tuples.
    Named(Rc<NamedClass>),
}

/// A `def` of a user's file or of a class there; a lambda is one whose body returns its expression.
#[derive(Debug)]
pub(crate) struct UserFunc {
    pub def: Rc<ast::StmtFunctionDef>,
    pub module: usize,
    /// The class that it is a method of.
    pub class: Option<Rc<str>>,
    /// What its decorators say, once they have been read.
    pub decorated: OnceCell<Result<Rc<Decorated>, Diagnostic>>,
    /// The names of its body, once they have been needed.
    pub reads: OnceCell<Rc<crate::names::Reads>>,
}

impl UserFunc {
    pub fn new(def: ast::StmtFunctionDef, module: usize) -> UserFunc {
        UserFunc { def: Rc::new(def), module, class: None, decorated: OnceCell::new(), reads: OnceCell::new() }
    }

    /// Reads and assignments of its body.
    pub fn reads(&self) -> Rc<crate::names::Reads> {
        self.reads.get_or_init(|| Rc::new(crate::names::Reads::of(&self.def.body))).clone()
    }
}

/// A function with the variables around it. While the frame that defines it is there, it refers to that frame, for a
/// variable is read when the function is called. Where it leaves the frame it takes the variables along.
#[derive(Clone, Debug)]
pub(crate) struct Closure {
    pub func: Rc<UserFunc>,
    pub scope: Scope,
    /// The frame that defines it.
    pub frame: FrameId,
    /// Values of the defaults, evaluated where it was defined.
    pub defaults: Rc<Vec<(String, Val)>>,
    /// The frames that it has left, innermost first.
    pub captured: Rc<Vec<Captured>>,
    /// The innermost frame that it still refers to.
    pub live: Option<FrameId>,
}

/// What a closure took along of one frame.
#[derive(Clone, Debug)]
pub(crate) struct Captured {
    pub frame: FrameId,
    /// Name, value, and a flag that tells whether the name is bound.
    pub names: Vec<(String, Val, Option<Value>)>,
    /// Names that have no value yet.
    pub unbound: Rc<rustc_hash::FxHashSet<String>>,
}

/// The type of a function: what it is, and the types of the values that it holds.
#[derive(Clone, Debug)]
pub(crate) struct FuncTy {
    /// Equal text means the same function.
    pub key: Rc<str>,
    pub holds: Vec<Ty>,
    /// A function of this type; only its form counts.
    pub model: Callable,
}

impl PartialEq for FuncTy {
    fn eq(&self, other: &FuncTy) -> bool {
        self.key == other.key && self.holds == other.holds
    }
}

impl Eq for FuncTy {}

impl Hash for FuncTy {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
        self.holds.hash(state);
    }
}

impl UserFunc {
    /// Its name in its file: `f`, `C.method`.
    pub fn qualified_name(&self) -> String {
        match &self.class {
            Some(class) => format!("{class}.{}", self.def.name.id),
            None => self.def.name.id.to_string(),
        }
    }
}

/// The value of an expression.
#[derive(Clone, Debug)]
pub(crate) enum Val {
    None,
    Ellipsis,
    /// A string that is known at compile time.
    Str(Rc<str>),
    /// A string at run time: its bytes in UTF-8.
    Text(Value),
    Scalar(Scalar),
    /// A vector of 128 bits, with lanes of this dtype; only the library has any.
    Vector(DType, Value),
    Array(Value),
    Tuple(Vec<Val>),
    /// A list display: a sequence of known length.
    List(Vec<Val>),
    Slice(Box<[Val; 3]>),
    Range(Box<[Scalar; 3]>),
    /// A scalar type: `np.float32`, or Python's `int` (weak).
    Type(DType, bool),
    /// A module by its absolute name: `numpy`, `math`, `npc`.
    Module(&'static str),
    /// A module of the user's, by its number.
    UserModule(usize),
    Callable(Callable),
    /// A generator, to be gone over once.
    Generator(Rc<Generator>),
    /// A named tuple.
    Named(Rc<NamedClass>, Vec<Val>),
    /// The keywords that `**kwargs` took.
    Keywords(Vec<(String, Val)>),
    /// `None` or a value: whether there is one, and what stands there.
    Optional(Value, Box<Val>),
    /// A variable that functions inside this one assign. Reading the name gives its value.
    Cell(Rc<Cell>),
    /// A function chosen at run time: the number of the one that it is, and all that it may be.
    Choice(Value, Vec<Callable>),
    /// `enumerate(x)`, `zip(…)`, `reversed(x)`: things to loop over.
    Iterate(&'static str, Vec<Val>),
    /// An exception object: a copy of the error record (`stdlib/exceptions`).
    Exception(Value),
    /// A Python int literal beyond 64 bits.
    BigInt(Rc<str>),
    /// A reference to an object: a list that can change, a dict, an instance of a class.
    Object(ObjectTy, Value),
    /// An error has been reported where this value should have come from.
    Error,
}

impl Val {
    /// A Python bool, int or float.
    pub fn weak(value: Value, dtype: DType) -> Val {
        Val::Scalar(Scalar { value, dtype, weak: true })
    }

    /// A NumPy scalar.
    pub fn strong(value: Value, dtype: DType) -> Val {
        Val::Scalar(Scalar { value, dtype, weak: false })
    }

    /// The IR values in it, in order.
    pub fn leaves(&self) -> Values {
        let mut out = Values::new();
        self.collect(&mut out);
        out
    }

    fn collect(&self, out: &mut Values) {
        match self {
            Val::Scalar(scalar) => out.push(scalar.value),
            Val::Array(value) | Val::Exception(value) | Val::Text(value) => out.push(*value),
            Val::Object(_, value) | Val::Vector(_, value) => out.push(*value),
            Val::Tuple(members) | Val::List(members) | Val::Iterate(_, members) => {
                members.iter().for_each(|member| member.collect(out));
            }
            Val::Slice(parts) => parts.iter().for_each(|part| part.collect(out)),
            Val::Callable(callable) => crate::function::held(callable).iter().for_each(|val| val.collect(out)),
            Val::Cell(cell) => out.extend(cell.leaves()),
            Val::Named(_, members) => members.iter().for_each(|member| member.collect(out)),
            Val::Keywords(all) => all.iter().for_each(|(_, val)| val.collect(out)),
            Val::Generator(generator) => generator.bound.iter().for_each(|(_, val)| val.collect(out)),
            Val::Optional(has, payload) => {
                out.push(*has);
                payload.collect(out);
            }
            Val::Choice(which, callables) => {
                out.push(*which);
                callables.iter().flat_map(crate::function::held).for_each(|val| val.collect(out));
            }
            Val::Range(parts) => out.extend(parts.iter().map(|part| part.value)),
            _ => {}
        }
    }
}

/// The array that a string at run time is.
pub(crate) const TEXT: ArrayType = ArrayType { dtype: DType::U8, rank: 1, layout: Layout::C };

/// The type of a [`Val`], as far as paths that meet, signatures and instances need it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Ty {
    None,
    Scalar {
        dtype: DType,
        weak: bool,
    },
    Vector(DType),
    Array(ArrayType),
    Tuple(Vec<Ty>),
    List(Vec<Ty>),
    /// A function, with the values that it holds.
    Function(Box<FuncTy>),
    /// A named tuple.
    Named(Rc<NamedClass>, Vec<Ty>),
    /// The keywords of `**kwargs`.
    Keywords(Vec<(String, Ty)>),
    /// `None` or a value.
    Optional(Box<Ty>),
    /// A variable of a function that functions inside it assign.
    Cell(Rc<CellTy>),
    /// One of several functions, chosen at run time.
    Choice(Vec<FuncTy>),
    /// An exception object.
    Exception,
    Object(ObjectTy),
    /// The type of a list's elements where the list is made, as far as it has been found ([`crate::sites`]).
    Site {
        site: usize,
        ty: Box<Ty>,
    },
    /// Not found yet: nothing has been stored there so far.
    Unknown,
    /// A string that is known at compile time.
    Str(Rc<str>),
    /// A string at run time.
    Text,
    /// Something known at compile time; equal text means the same thing.
    Static(String),
    Error,
}

impl Ty {
    /// The IR types of its leaves.
    pub fn leaves(&self) -> Vec<Type> {
        match self {
            Ty::Scalar { dtype, .. } => vec![Type::Scalar(*dtype)],
            Ty::Vector(_) => vec![Type::Vector],
            Ty::Array(array) => vec![Type::Array(*array)],
            Ty::Exception => vec![Type::Array(ArrayType::new(DType::I64, 1, npc_midend::types::Layout::C))],
            Ty::Text => vec![Type::Array(TEXT)],
            Ty::Tuple(members) | Ty::List(members) | Ty::Named(_, members) => members.iter().flat_map(Ty::leaves).collect(),
            Ty::Keywords(all) => all.iter().flat_map(|(_, ty)| ty.leaves()).collect(),
            Ty::Optional(ty) => std::iter::once(Type::BOOL).chain(ty.leaves()).collect(),
            Ty::Function(func) => func.holds.iter().flat_map(Ty::leaves).collect(),
            Ty::Cell(cell) => cell.leaves(),
            Ty::Choice(funcs) => {
                let held = funcs.iter().flat_map(|func| func.holds.iter().flat_map(Ty::leaves));
                std::iter::once(Type::I64).chain(held).collect()
            }
            Ty::Object(_) => vec![Type::Ref],
            Ty::Site { ty, .. } => ty.leaves(),
            Ty::None | Ty::Unknown | Ty::Str(_) | Ty::Static(_) | Ty::Error => Vec::new(),
        }
    }

    /// A value of this type over IR values; `None` for what is known at compile time only.
    pub fn value(&self, leaves: &mut impl Iterator<Item = Value>) -> Option<Val> {
        Some(match self {
            Ty::None => Val::None,
            Ty::Scalar { dtype, weak } => Val::Scalar(Scalar { value: leaves.next()?, dtype: *dtype, weak: *weak }),
            Ty::Vector(dtype) => Val::Vector(*dtype, leaves.next()?),
            Ty::Array(_) => Val::Array(leaves.next()?),
            Ty::Exception => Val::Exception(leaves.next()?),
            Ty::Text => Val::Text(leaves.next()?),
            Ty::Str(text) => Val::Str(text.clone()),
            Ty::Tuple(members) => Val::Tuple(members.iter().map(|member| member.value(leaves)).collect::<Option<_>>()?),
            Ty::List(members) => Val::List(members.iter().map(|member| member.value(leaves)).collect::<Option<_>>()?),
            Ty::Function(func) => Val::Callable(crate::function::with_held(func, leaves)?),
            Ty::Named(class, members) => {
                let members = members.iter().map(|member| member.value(leaves)).collect::<Option<_>>()?;
                Val::Named(class.clone(), members)
            }
            Ty::Keywords(all) => {
                let all = all.iter().map(|(name, ty)| Some((name.clone(), ty.value(leaves)?)));
                Val::Keywords(all.collect::<Option<_>>()?)
            }
            Ty::Optional(ty) => {
                let has = leaves.next()?;
                Val::Optional(has, Box::new(ty.value(leaves)?))
            }
            Ty::Cell(cell) => Val::Cell(Rc::new(cell.value(leaves)?)),
            Ty::Choice(funcs) => {
                let which = leaves.next()?;
                let callables = funcs.iter().map(|func| crate::function::with_held(func, leaves));
                Val::Choice(which, callables.collect::<Option<_>>()?)
            }
            Ty::Object(object) => Val::Object(object.clone(), leaves.next()?),
            Ty::Site { ty, .. } => ty.value(leaves)?,
            Ty::Static(_) | Ty::Unknown => return None,
            Ty::Error => Val::Error,
        })
    }

    /// The same; what is known at compile time only is taken from a value of this type.
    pub fn value_like(&self, model: &Val, leaves: &mut impl Iterator<Item = Value>) -> Option<Val> {
        match (self, model) {
            (Ty::Static(_), model) => Some(model.clone()),
            (Ty::Tuple(types), Val::Tuple(members)) => types
                .iter()
                .zip(members)
                .map(|(ty, member)| ty.value_like(member, leaves))
                .collect::<Option<_>>()
                .map(Val::Tuple),
            (Ty::List(types), Val::List(members)) => types
                .iter()
                .zip(members)
                .map(|(ty, member)| ty.value_like(member, leaves))
                .collect::<Option<_>>()
                .map(Val::List),
            (Ty::Keywords(types), Val::Keywords(all)) => {
                let all = types.iter().zip(all);
                let all = all.map(|((name, ty), (_, val))| Some((name.clone(), ty.value_like(val, leaves)?)));
                all.collect::<Option<_>>().map(Val::Keywords)
            }
            (Ty::Named(class, types), Val::Named(_, members)) => {
                let members = types.iter().zip(members).map(|(ty, member)| ty.value_like(member, leaves));
                members.collect::<Option<_>>().map(|members| Val::Named(class.clone(), members))
            }
            (ty, _) => ty.value(leaves),
        }
    }

    /// The name that messages show: `int`, `float32`, `int32[:, :]`, `tuple`.
    pub fn name(&self) -> String {
        match self {
            Ty::None => "None".to_string(),
            Ty::Exception => "exception".to_string(),
            Ty::Str(_) | Ty::Text => "str".to_string(),
            Ty::Scalar { dtype, weak: true } => python_name(*dtype).to_string(),
            Ty::Scalar { dtype, .. } => dtype.numpy_name().to_string(),
            Ty::Vector(dtype) => format!("vector of {}", dtype.numpy_name()),
            Ty::Array(array) => npc_midend::interface::Shape::Array(*array).name(),
            Ty::Tuple(members) => {
                let names: Vec<_> = members.iter().map(Ty::name).collect();
                format!("({}{})", names.join(", "), if names.len() == 1 { "," } else { "" })
            }
            Ty::List(members) => {
                let names: Vec<_> = members.iter().map(Ty::name).collect();
                format!("[{}]", names.join(", "))
            }
            Ty::Function(_) | Ty::Choice(_) => "function".to_string(),
            Ty::Cell(cell) => cell.ty.as_ref().map_or("unknown".to_string(), Ty::name),
            Ty::Named(class, _) => class.name.clone(),
            Ty::Keywords(_) => "dict".to_string(),
            Ty::Optional(ty) => format!("{} | None", ty.name()),
            Ty::Static(text) if text.ends_with(']') => text.split(' ').next().unwrap_or_default().to_string(),
            Ty::Static(text) if text.starts_with("generator ") => "generator".to_string(),
            Ty::Static(text) if text.chars().count() > 60 => text.chars().take(60).chain("…".chars()).collect(),
            Ty::Static(text) => text.clone(),
            Ty::Object(object) => object.name(),
            Ty::Site { ty, .. } => ty.name(),
            Ty::Unknown | Ty::Error => "unknown".to_string(),
        }
    }
}

/// Python's name of the scalar type that is represented by this dtype.
pub(crate) fn python_name(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "bool",
        DType::C64 | DType::C128 => "complex",
        DType::F64 | DType::F32 => "float",
        _ => "int",
    }
}

/// The type of a value.
pub(crate) fn type_of(func: &Func, val: &Val) -> Ty {
    match val {
        Val::None => Ty::None,
        Val::Scalar(scalar) => Ty::Scalar { dtype: scalar.dtype, weak: scalar.weak },
        Val::Vector(dtype, _) => Ty::Vector(*dtype),
        Val::Array(value) => match func.ty(*value) {
            Type::Array(array) => Ty::Array(array),
            _ => Ty::Error,
        },
        Val::Tuple(members) => Ty::Tuple(members.iter().map(|member| type_of(func, member)).collect()),
        Val::List(members) => Ty::List(members.iter().map(|member| type_of(func, member)).collect()),
        Val::Exception(_) => Ty::Exception,
        Val::Object(object, _) => Ty::Object(object.clone()),
        Val::Error => Ty::Error,
        Val::Str(text) => Ty::Str(text.clone()),
        Val::Text(_) => Ty::Text,
        Val::Ellipsis => Ty::Static("ellipsis".to_string()),
        Val::Slice(_) => Ty::Static("slice".to_string()),
        Val::Range(_) => Ty::Static("range".to_string()),
        Val::Type(dtype, weak) => Ty::Static(format!("type {}", if *weak { python_name(*dtype) } else { dtype.numpy_name() })),
        Val::Module(name) => Ty::Static(format!("module {name}")),
        Val::UserModule(module) => Ty::Static(format!("module {module} of the program")),
        Val::Callable(callable) => Ty::Function(Box::new(crate::function::type_of(func, callable))),
        Val::Named(class, members) => Ty::Named(class.clone(), members.iter().map(|member| type_of(func, member)).collect()),
        Val::Keywords(all) => Ty::Keywords(all.iter().map(|(name, val)| (name.clone(), type_of(func, val))).collect()),
        Val::Generator(generator) => Ty::Static(format!("generator {}", generator.number)),
        Val::Optional(_, payload) => Ty::Optional(Box::new(type_of(func, payload))),
        Val::Cell(cell) => Ty::Cell(Rc::new(CellTy { owner: cell.owner.clone(), ty: cell.ty.clone() })),
        Val::Choice(_, callables) => {
            Ty::Choice(callables.iter().map(|callable| crate::function::type_of(func, callable)).collect())
        }
        Val::Iterate(kind, _) => Ty::Static(format!("{kind} {:?}", val.leaves())),
        Val::BigInt(text) => Ty::Static(format!("int {text}")),
    }
}
