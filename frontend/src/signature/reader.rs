//! Type expressions and signatures, in Numba's, Python's and jaxtyping's spelling.
//!
//! Names are recognised and never imported: `nb.types.float64`, `np.float64` and `float64` are one type. A name that the
//! file defines (`Matrix = float64[:, ::1]`) stands for its definition. Text in strings is parsed where it lies in the
//! file, so that errors point into the string.

use super::declared::{Declared, Dim};
use super::names::{self, Family};
use super::{Signature, errors};
use crate::module::UserModule;
use crate::object::{Class, ObjectTy};
use crate::value::Ty;
use npc_base::{Code, Diagnostic, FileId, Source, Span};
use npc_midend::types::{ArrayType, DType, Layout};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

/// Most axes of an array.
const MAX_RANK: usize = 16;
/// Most numbers and arrays in a tuple, those in inner tuples included.
const MAX_MEMBERS: usize = 500;
/// Longest chain of names that stand for types.
const MAX_DEPTH: usize = 20;

/// What was read, or what is wrong with it.
pub(crate) type Read<T> = Result<T, Diagnostic>;

/// Reads types in one file.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub source: &'a Source,
    pub file: FileId,
    /// The names of the file.
    pub module: Option<&'a UserModule>,
    /// The place of all that is read, where the text does not stand in the file as it is.
    pub whole: Option<Span>,
    pub depth: usize,
}

impl<'a> Reader<'a> {
    /// A reader of the text of a file.
    pub fn new(source: &'a Source, file: FileId, module: Option<&'a UserModule>) -> Reader<'a> {
        Reader { source, file, module, whole: None, depth: 0 }
    }

    pub fn span(&self, range: TextRange) -> Span {
        self.whole.unwrap_or(Span { file: self.file, start: range.start().into(), end: range.end().into() })
    }

    pub fn text(&self, range: TextRange) -> &'a str {
        if self.whole.is_some() {
            return "";
        }
        self.source.text().get(usize::from(range.start())..usize::from(range.end())).unwrap_or_default()
    }

    // ---- signatures

    /// One signature or several: `int32(int32)`, `"float64(float64)"`, `(int32, int32)`, lists and tuples of them.
    pub fn signatures(&self, expr: &Expr) -> Read<Vec<Signature>> {
        let all = |members: &[Expr]| {
            let lists = members.iter().map(|member| self.signatures(member)).collect::<Read<Vec<_>>>()?;
            Ok(lists.into_iter().flatten().collect())
        };
        match expr {
            Expr::List(list) => all(&list.elts),
            Expr::Tuple(tuple) if !tuple.elts.is_empty() && tuple.elts.iter().all(|member| self.is_signature(member)) => {
                all(&tuple.elts)
            }
            Expr::StringLiteral(literal) => self.inside(literal, |reader, inner| reader.signatures(inner)),
            Expr::Name(_) => match self.defined(expr)? {
                Some(definition) => self.deeper(expr)?.signatures(definition),
                None => Ok(vec![self.signature(expr)?]),
            },
            other => Ok(vec![self.signature(other)?]),
        }
    }

    /// True for a signature with a result, which tells a tuple of signatures from a tuple of arguments.
    fn is_signature(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Call(call) => !is_type_call(call),
            Expr::StringLiteral(literal) => {
                crate::parse::parse_expression(literal.value.to_str()).is_some_and(|inner| self.is_signature(&inner))
            }
            Expr::Name(_) => self
                .defined(expr)
                .ok()
                .flatten()
                .is_some_and(|definition| self.deeper(expr).is_ok_and(|reader| reader.is_signature(definition))),
            _ => false,
        }
    }

    fn signature(&self, expr: &Expr) -> Read<Signature> {
        let (result, args): (_, Vec<&Expr>) = match expr {
            Expr::Call(call) if !is_type_call(call) => {
                if let Some(keyword) = call.arguments.keywords.first() {
                    let help = "a signature has types in the order of the parameters, without names";
                    return Err(errors::invalid(self.span(keyword.range), "a keyword in a signature", help));
                }
                (Some(self.declared(&call.func)?), call.arguments.args.iter().collect())
            }
            Expr::Tuple(tuple) => (None, tuple.elts.iter().collect()),
            other => (None, vec![other]),
        };
        let args = args.into_iter().map(|arg| self.declared(arg)).collect::<Read<Vec<_>>>()?;
        let text = self.text(expr.range()).to_string();
        Ok(Signature { args, result, span: Some(self.span(expr.range())), text })
    }

    // ---- types

    /// The type that one expression stands for.
    pub fn ty(&self, expr: &Expr) -> Read<Ty> {
        match self.declared(expr)? {
            Declared::Ty(ty) => Ok(ty),
            Declared::Shaped(array, _) => Ok(Ty::Array(array)),
            Declared::AnyRank(dtype) => {
                let help = format!("write `{}[:, :]`, say", dtype.numpy_name());
                Err(errors::invalid(self.span(expr.range()), "the number of axes must be written here", help))
            }
            _ => Err(errors::not_yet(self.span(expr.range()), "a choice of types here")),
        }
    }

    /// What a type expression declares.
    pub fn declared(&self, expr: &Expr) -> Read<Declared> {
        match expr {
            Expr::NoneLiteral(_) => Ok(Declared::NONE),
            Expr::StringLiteral(literal) => self.inside(literal, |reader, inner| reader.declared(inner)),
            Expr::Name(_) | Expr::Attribute(_) => self.named(expr),
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::Call(call) => self.call(call),
            Expr::BinOp(binary) if binary.op == ast::Operator::BitOr => {
                Ok(self.declared(&binary.left)?.or(self.declared(&binary.right)?))
            }
            Expr::Tuple(tuple) => self.tuple(&tuple.elts),
            _ => Err(self.not_a_type(expr)),
        }
    }

    /// `list[float]`
    fn container(&self, class: Class, items: &[Expr]) -> Read<Declared> {
        let params = items.iter().map(|item| self.ty(item)).collect::<Read<Vec<_>>>()?;
        Ok(Declared::Ty(Ty::Object(ObjectTy { class, params, frozen: false })))
    }

    fn tuple(&self, members: &[Expr]) -> Read<Declared> {
        let types = members.iter().map(|member| self.ty(member)).collect::<Read<Vec<_>>>()?;
        let count: usize = types.iter().map(|ty| ty.leaves().len().max(1)).sum();
        if let Some(last) = members.last().filter(|_| count > MAX_MEMBERS) {
            return Err(too_many_members(self.span(last.range())));
        }
        Ok(Declared::Ty(Ty::Tuple(types)))
    }

    fn named(&self, expr: &Expr) -> Read<Declared> {
        if let Some(definition) = self.defined(expr)? {
            return self.deeper(expr)?.declared(definition);
        }
        let name = self.type_name(expr).unwrap_or_default();
        if let Some(ty) = names::scalar(&name, self.family(expr)) {
            return Ok(Declared::Ty(ty));
        }
        if let (Expr::Name(name), Some(module)) = (expr, self.module)
            && let Some(class) = module.classes.get(name.id.as_str())
        {
            let class = Class::User(class.module, class.name.clone());
            return Ok(Declared::Ty(Ty::Object(ObjectTy { class, params: Vec::new(), frozen: false })));
        }
        if let Some(what) = names::later(&name) {
            return Err(errors::not_yet(self.span(expr.range()), what));
        }
        match name.as_str() {
            "ndarray" | "NDArray" | "Array" | "ArrayLike" => {
                Err(errors::bare_array(self.span(expr.range()), self.text(expr.range())))
            }
            "tuple" | "Tuple" => Err(errors::invalid(
                self.span(expr.range()),
                "a tuple without the types of its members",
                "write `tuple[int, float]`",
            )),
            "Any" => Err(errors::not_yet(self.span(expr.range()), "a parameter of any type")),
            "floating" | "integer" | "number" | "signedinteger" | "unsignedinteger" | "inexact" | "generic" => {
                let message = format!("`{name}` is a family of types");
                Err(errors::invalid(self.span(expr.range()), message, "write one of them: `np.float64`, `np.int32`"))
            }
            _ => Err(self.not_a_type(expr)),
        }
    }

    fn not_a_type(&self, expr: &Expr) -> Diagnostic {
        // What is misspelt is the last part of a dotted name.
        let range = match expr {
            Expr::Attribute(attribute) => attribute.attr.range,
            other => other.range(),
        };
        errors::not_a_type(self.span(range), self.text(expr.range()), last_name(expr))
    }

    // ---- `base[…]`

    fn subscript(&self, subscript: &ast::ExprSubscript) -> Read<Declared> {
        let items: &[Expr] = match &*subscript.slice {
            Expr::Tuple(tuple) => &tuple.elts,
            other => std::slice::from_ref(other),
        };
        let name = self.type_name(&subscript.value).unwrap_or_default();
        if self.defined(&subscript.value)?.is_none() {
            match name.as_str() {
                "tuple" | "Tuple" => return self.tuple_items(subscript, items),
                "list" | "List" if items.len() == 1 => return self.container(Class::List, items),
                "set" | "Set" if items.len() == 1 => return self.container(Class::Set, items),
                "dict" | "Dict" if items.len() == 2 => return self.container(Class::Dict, items),
                "ndarray" => return self.ndarray(subscript, items),
                "NDArray" => return Ok(Declared::AnyRank(self.array_dtype(&items[0])?)),
                "Optional" => return Ok(self.declared(&items[0])?.or(Declared::NONE)),
                "Union" => {
                    let members = items.iter().map(|item| self.declared(item)).collect::<Read<Vec<_>>>()?;
                    return Ok(members.into_iter().reduce(Declared::or).unwrap_or(Declared::NONE));
                }
                "Annotated" | "Final" => return self.declared(&items[0]),
                "Literal" => return Err(errors::not_yet(self.span(subscript.range), "a `Literal` type")),
                name => {
                    if let (Some(dtype), [_, Expr::StringLiteral(dims)]) = (names::jaxtyping(name), items) {
                        return self.jaxtyping(dtype, dims);
                    }
                    if let Some(what) = names::later(name).filter(|_| is_container(name)) {
                        return Err(errors::not_yet(self.span(subscript.range), what));
                    }
                }
            }
        }
        let dtype = self.array_dtype(&subscript.value)?;
        self.axes(dtype, subscript, items)
    }

    /// The dtype of an array's elements.
    fn array_dtype(&self, expr: &Expr) -> Read<DType> {
        match self.declared(expr)? {
            Declared::Ty(Ty::Scalar { dtype, .. }) => Ok(dtype),
            _ => {
                let message = format!("`{}` is not the type of an array's elements", self.text(expr.range()));
                Err(errors::invalid(self.span(expr.range()), message, "elements are numbers: `float64[:]`, `int32[:, :]`"))
            }
        }
    }

    fn tuple_items(&self, subscript: &ast::ExprSubscript, items: &[Expr]) -> Read<Declared> {
        if items.iter().any(|item| matches!(item, Expr::EllipsisLiteral(_))) {
            let help = "write each member: `tuple[int, int]`";
            return Err(errors::invalid(self.span(subscript.range), "a tuple whose length is not known", help));
        }
        self.tuple(items)
    }

    /// `float64[:, ::1]`
    fn axes(&self, dtype: DType, subscript: &ast::ExprSubscript, items: &[Expr]) -> Read<Declared> {
        let rank = match items {
            [Expr::Tuple(empty)] if empty.elts.is_empty() => 0,
            items => items.len(),
        };
        if rank > MAX_RANK {
            let error = Diagnostic::error(Code::TooLarge, format!("an array has at most {MAX_RANK} axes"));
            return Err(error.label(self.span(subscript.range), ""));
        }
        let mut steps = Vec::new();
        for item in &items[..rank] {
            steps.push(self.axis(item)?);
        }
        let contiguous: Vec<usize> = (0..rank).filter(|axis| steps[*axis]).collect();
        let layout = match contiguous[..] {
            [] if rank == 0 => Layout::C,
            [] => Layout::ANY,
            [axis] if axis + 1 == rank => Layout::C,
            [0] => Layout::F,
            _ => {
                let help = "write `::1` once: last for C order (`[:, ::1]`), first for Fortran order (`[::1, :]`)";
                return Err(errors::invalid(
                    self.span(items[contiguous[0]].range()),
                    "`::1` in this place is no memory order",
                    help,
                ));
            }
        };
        Ok(Declared::Ty(Ty::Array(ArrayType::new(dtype, rank as u8, layout))))
    }

    /// True for `::1`, false for `:`.
    fn axis(&self, item: &Expr) -> Read<bool> {
        let range = item.range();
        match item {
            Expr::Slice(ast::ExprSlice { lower: None, upper: None, step, .. }) => match step.as_deref() {
                None => Ok(false),
                Some(Expr::NumberLiteral(step)) if matches!(&step.value, ast::Number::Int(one) if *one == 1) => Ok(true),
                Some(step) => {
                    let message = format!("`::{}` is not an axis of an array type", self.text(step.range()));
                    Err(errors::invalid(self.span(range), message, "write `:`, or `::1` for a contiguous axis"))
                }
            },
            Expr::EllipsisLiteral(_) => {
                Err(errors::invalid(self.span(range), "`...` leaves the number of axes open", "write one `:` for each axis"))
            }
            Expr::NumberLiteral(_) => Err(errors::invalid(
                self.span(range),
                "an extent is not part of an array type",
                "write `:`; shapes are known at run time",
            )),
            _ => Err(errors::invalid(
                self.span(range),
                "this is not an axis of an array type",
                "write `:`, or `::1` for a contiguous axis",
            )),
        }
    }

    /// `np.ndarray[tuple[int, int], np.dtype[np.float32]]`
    fn ndarray(&self, subscript: &ast::ExprSubscript, items: &[Expr]) -> Read<Declared> {
        let help = "write `np.ndarray[tuple[int, int], np.dtype[np.float64]]`, with one `int` for each axis";
        let [shape, dtype] = items else {
            return Err(errors::invalid(self.span(subscript.range), "`np.ndarray[…]` takes a shape and a dtype", help));
        };
        let dtype = match dtype {
            Expr::Subscript(inner) if last_name(&inner.value) == Some("dtype") => self.array_dtype(&inner.slice)?,
            other => {
                return Err(errors::invalid(self.span(other.range()), "this is not a dtype", "write `np.dtype[np.float64]`"));
            }
        };
        let Expr::Subscript(axes) = shape else { return Ok(Declared::AnyRank(dtype)) };
        let axes: &[Expr] = match &*axes.slice {
            Expr::Tuple(tuple) => &tuple.elts,
            other => std::slice::from_ref(other),
        };
        if axes.iter().any(|axis| matches!(axis, Expr::EllipsisLiteral(_))) {
            return Ok(Declared::AnyRank(dtype));
        }
        match axes.len() <= MAX_RANK {
            true => Ok(Declared::shaped(dtype, axes.iter().map(extent).collect())),
            false => Err(errors::invalid(self.span(shape.range()), format!("an array has at most {MAX_RANK} axes"), help)),
        }
    }

    /// The dims of `Float64[Array, "n m"]`: names, extents, `_`; `*batch` and `...` leave the rank open.
    fn jaxtyping(&self, dtype: DType, dims: &ast::ExprStringLiteral) -> Read<Declared> {
        let text = dims.value.to_str();
        if text.split_whitespace().count() > MAX_RANK {
            let message = format!("an array has at most {MAX_RANK} axes");
            return Err(errors::invalid(self.span(dims.range), message, "name each axis once"));
        }
        if text.split_whitespace().any(|dim| dim == "..." || dim.contains('*')) {
            return Ok(Declared::AnyRank(dtype));
        }
        Ok(Declared::shaped(dtype, text.split_whitespace().map(dim).collect()))
    }

    // ---- `name(…)`

    fn call(&self, call: &ast::ExprCall) -> Read<Declared> {
        let args = &call.arguments.args;
        match (last_name(&call.func), &args[..]) {
            (Some("Tuple"), [Expr::List(ast::ExprList { elts, .. }) | Expr::Tuple(ast::ExprTuple { elts, .. })]) => {
                self.tuple(elts)
            }
            (Some("UniTuple"), [member, count]) => self.uniform_tuple(member, count),
            (Some("optional" | "Optional"), [inner]) => Ok(self.declared(inner)?.or(Declared::NONE)),
            (Some("Array"), _) => self.numba_array(call),
            (Some(name), _) if names::later(name).is_some() => {
                Err(errors::not_yet(self.span(call.range()), names::later(name).unwrap_or_default()))
            }
            _ => Err(self.not_a_type(&Expr::Call(call.clone()))),
        }
    }

    fn uniform_tuple(&self, member: &Expr, count: &Expr) -> Read<Declared> {
        let Some(length) = int_literal(count).and_then(|count| usize::try_from(count).ok()) else {
            let message = "this is not the length of a tuple";
            return Err(errors::invalid(self.span(count.range()), message, "write `UniTuple(int64, 3)`"));
        };
        let member = self.ty(member)?;
        if member.leaves().len().max(1).saturating_mul(length) > MAX_MEMBERS {
            return Err(too_many_members(self.span(count.range())));
        }
        Ok(Declared::Ty(Ty::Tuple(vec![member; length])))
    }

    /// `types.Array(types.float64, 2, "C")`
    fn numba_array(&self, call: &ast::ExprCall) -> Read<Declared> {
        let help = "write `Array(float64, 2, \"C\")`; the layout is \"C\", \"F\" or \"A\"";
        let part = |at: usize, name: &str| {
            let keyword = call.arguments.keywords.iter().find(|keyword| keyword.arg.as_deref() == Some(name));
            call.arguments.args.get(at).or(keyword.map(|keyword| &keyword.value))
        };
        let (Some(dtype), Some(rank), Some(layout)) = (part(0, "dtype"), part(1, "ndim"), part(2, "layout")) else {
            return Err(errors::invalid(self.span(call.range()), "`Array` takes a dtype, a number of axes and a layout", help));
        };
        let dtype = self.array_dtype(dtype)?;
        let Some(rank) =
            int_literal(rank).and_then(|rank| u8::try_from(rank).ok()).filter(|rank| usize::from(*rank) <= MAX_RANK)
        else {
            return Err(errors::invalid(self.span(rank.range()), "this is not a number of axes", help));
        };
        let known = match layout {
            Expr::StringLiteral(layout) => match layout.value.to_str() {
                "C" => Some(Layout::C),
                "F" => Some(Layout::F),
                "A" => Some(Layout::ANY),
                _ => None,
            },
            _ => None,
        };
        match known {
            Some(layout) => Ok(Declared::Ty(Ty::Array(ArrayType::new(dtype, rank, layout)))),
            None => Err(errors::invalid(self.span(layout.range()), "this is not a memory order", help)),
        }
    }

    // ---- names

    /// The definition of a name in the file.
    fn defined(&self, expr: &Expr) -> Read<Option<&'a Expr>> {
        let Expr::Name(name) = expr else { return Ok(None) };
        Ok(self.module.and_then(|module| module.type_definition(&name.id)))
    }

    /// A reader for the definition of a name; endless chains are refused.
    fn deeper(&self, expr: &Expr) -> Read<Reader<'a>> {
        if self.depth < MAX_DEPTH {
            return Ok(Reader { whole: None, depth: self.depth + 1, ..*self });
        }
        Err(Diagnostic::error(Code::TooLarge, "this type is defined by itself").label(self.span(expr.range()), ""))
    }

    /// The name of a type without its module; that of `from numba import float64 as real` is `float64`.
    pub fn type_name(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => {
                let renamed = self.module.and_then(|module| module.imported_name(&name.id));
                Some(renamed.map_or(name.id.to_string(), |(_, original)| original))
            }
            other => last_name(other).map(str::to_string),
        }
    }

    /// Whose names a name is one of: NumPy's if it is written so, otherwise Numba's.
    fn family(&self, expr: &Expr) -> Family {
        let imported = |name: &str| self.module.and_then(|module| module.imported_name(name)).map(|(module, _)| module);
        let root = match expr {
            Expr::Name(name) => imported(&name.id),
            Expr::Attribute(attribute) => match &*attribute.value {
                Expr::Name(name) => imported(&name.id).or(Some(name.id.to_string())),
                _ => None,
            },
            _ => None,
        };
        match root.as_deref() {
            Some("numpy" | "np") => Family::NumPy,
            _ => Family::Numba,
        }
    }

    // ---- strings

    /// Reads what stands in a string.
    fn inside<T>(&self, literal: &ast::ExprStringLiteral, f: impl FnOnce(&Reader<'_>, &Expr) -> Read<T>) -> Read<T> {
        let whole = self.span(literal.range);
        let text = literal.value.to_str();
        let wrong = |span: Span, reason: &str| errors::not_a_signature(span, text.trim(), reason);
        if self.depth >= MAX_DEPTH || crate::parse::is_too_deep(text) {
            return Err(wrong(whole, "too deeply nested"));
        }
        let reader = Reader { depth: self.depth + 1, ..*self };
        match literal.value.as_slice() {
            [part] if self.whole.is_none() && self.source.text().get(content(part)) == Some(text) => {
                match ruff_python_parser::parse_string_annotation(self.source.text(), part) {
                    Ok(parsed) => f(&reader, parsed.expr()),
                    Err(error) => Err(wrong(self.span(error.location), &lower_first(&error.error.to_string()))),
                }
            }
            _ => match crate::parse::parse_expression(text) {
                Some(parsed) => f(&Reader { whole: Some(whole), ..reader }, &parsed),
                None => Err(wrong(whole, "")),
            },
        }
    }
}

fn too_many_members(span: Span) -> Diagnostic {
    let message = format!("a tuple with more than {MAX_MEMBERS} members");
    Diagnostic::error(Code::TooLarge, message).label(span, "").help("pass an array")
}

/// The bytes between the quotes of a string.
fn content(part: &ast::StringLiteral) -> std::ops::Range<usize> {
    let range = part.range.add_start(part.flags.opener_len()).sub_end(part.flags.closer_len());
    range.start().into()..range.end().into()
}

use ruff_python_ast::StringFlags as _;

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// True for calls that make types: `Tuple((…))`, not `int64(int64)`.
fn is_type_call(call: &ast::ExprCall) -> bool {
    let name = last_name(&call.func);
    matches!(name, Some("Tuple" | "UniTuple" | "Array" | "optional" | "Optional")) || name.is_some_and(is_container)
}

fn is_container(name: &str) -> bool {
    matches!(name, "List" | "ListType" | "Dict" | "DictType" | "Set" | "list" | "dict" | "set" | "Callable")
}

/// The last part of a dotted name.
pub(super) fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(&name.id),
        Expr::Attribute(attribute) => Some(&attribute.attr),
        _ => None,
    }
}

fn int_literal(expr: &Expr) -> Option<i64> {
    match expr {
        Expr::NumberLiteral(ast::ExprNumberLiteral { value: ast::Number::Int(int), .. }) => int.as_i64(),
        _ => None,
    }
}

/// What an axis in `np.ndarray[tuple[…], …]` says: `int` nothing, `Literal[3]` the extent.
fn extent(axis: &Expr) -> Dim {
    match axis {
        Expr::Subscript(literal) if last_name(&literal.value) == Some("Literal") => {
            int_literal(&literal.slice).map_or(Dim::Any, Dim::Fixed)
        }
        _ => Dim::Any,
    }
}

/// One word of jaxtyping's dims; what only broadcasts or is computed says nothing here.
fn dim(word: &str) -> Dim {
    let word = word.rsplit('=').next().unwrap_or(word);
    if let Ok(extent) = word.parse::<i64>() {
        return Dim::Fixed(extent);
    }
    let plain = !word.starts_with('_') && word.chars().all(|c| c == '_' || c.is_alphanumeric());
    if plain { Dim::Named(word.to_string()) } else { Dim::Any }
}
