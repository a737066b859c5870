//! Types from the outside of a function: Numba's decorators and strings, annotations, `--sig`.

use crate::cx::{Cx, R, Stop};
use crate::value::{Callable, Ty, UserFunc, Val};
use npc_base::{Code, Diagnostic, Span};
use npc_midend::types::{ArrayType, DType, Layout};
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

/// The declared types of a function.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    pub args: Vec<Ty>,
    pub result: Option<Ty>,
    pub span: Option<Span>,
    /// How it was written, for messages.
    pub text: String,
}

/// Numba's short names of scalar types.
const NUMBA_ALIASES: [(&str, DType); 16] = [
    ("boolean", DType::Bool),
    ("b1", DType::Bool),
    ("i1", DType::I8),
    ("i2", DType::I16),
    ("i4", DType::I32),
    ("i8", DType::I64),
    ("u1", DType::U8),
    ("u2", DType::U16),
    ("u4", DType::U32),
    ("u8", DType::U64),
    ("f4", DType::F32),
    ("f8", DType::F64),
    ("float_", DType::F32),
    ("char", DType::I8),
    ("uchar", DType::U8),
    ("ssize_t", DType::I64),
];

fn scalar_type(name: &str) -> Option<Ty> {
    let weak = |dtype| Some(Ty::Scalar { dtype, weak: true });
    match name {
        "int" => return weak(DType::I64),
        "float" => return weak(DType::F64),
        "bool" => return weak(DType::Bool),
        "void" | "none" | "None" => return Some(Ty::None),
        _ => {}
    }
    let alias = NUMBA_ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, dtype)| *dtype);
    crate::attribute::numpy_dtype(name).or(alias).map(|dtype| Ty::Scalar { dtype, weak: false })
}

/// What a name imported from numba means in a body.
pub(crate) fn numba_name(name: &str) -> Option<Val> {
    match name {
        "prange" => crate::builtins::lookup("range"),
        _ => match scalar_type(name) {
            Some(Ty::Scalar { dtype, weak: false }) => Some(Val::Type(dtype, false)),
            _ => None,
        },
    }
}

/// The decorators of Numba that carry signatures.
fn is_jit(expr: &Expr) -> bool {
    matches!(last_name(expr), Some("jit" | "njit"))
}

fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(&name.id),
        Expr::Attribute(attribute) => Some(&attribute.attr),
        _ => None,
    }
}

impl Cx<'_> {
    /// The signatures of a function from all its sources; empty if it has none. Only a decorator with a list gives several.
    pub fn signatures_of(&mut self, func: &UserFunc) -> R<Vec<Signature>> {
        let mut decorated = self.decorator_signatures(&func.def)?;
        if decorated.len() > 1 {
            let count = func.def.parameters.iter_non_variadic_params().count();
            for signature in &decorated {
                self.check_count(func, signature, count)?;
            }
            return Ok(decorated);
        }
        let mut found: Vec<Signature> = Vec::new();
        found.append(&mut decorated);
        let annotated = self.annotation_signature(&func.def, &found)?;
        found.extend(annotated);
        found.extend(self.option_signature(&func.def)?);
        let count = func.def.parameters.iter_non_variadic_params().count();
        for signature in &found {
            self.check_count(func, signature, count)?;
        }
        for other in found.iter().skip(1) {
            let first = &found[0];
            let results_differ = matches!((&first.result, &other.result), (Some(a), Some(b)) if a != b);
            if first.args != other.args || results_differ {
                let name = &func.def.name.id;
                let message = format!("`{name}` has two signatures that disagree: `{}` and `{}`", first.text, other.text);
                return Err(self.signature_error(Code::ConflictingSignatures, message, first, Some(other)));
            }
        }
        let result = found.iter().find_map(|signature| signature.result.clone());
        Ok(found.into_iter().next().map(|first| Signature { result, ..first }).into_iter().collect())
    }

    fn check_count(&mut self, func: &UserFunc, signature: &Signature, count: usize) -> R<()> {
        if signature.args.len() == count {
            return Ok(());
        }
        let (name, given) = (&func.def.name.id, signature.args.len());
        let message = format!("`{name}` takes {count} parameters, its signature `{}` has {given}", signature.text);
        Err(self.signature_error(Code::ConflictingSignatures, message, signature, None))
    }

    fn signature_error(&mut self, code: Code, message: String, first: &Signature, other: Option<&Signature>) -> Stop {
        let mut diagnostic = Diagnostic::error(code, message);
        if let Some(span) = other.and_then(|other| other.span) {
            diagnostic = diagnostic.label(span, "this one");
        }
        if let Some(span) = first.span {
            diagnostic = diagnostic.label(span, if other.is_some() { "and this one" } else { "" });
        }
        self.report(diagnostic)
    }

    // ---- decorators

    fn decorator_signatures(&mut self, def: &ast::StmtFunctionDef) -> R<Vec<Signature>> {
        for decorator in &def.decorator_list {
            let result = self.at(decorator.range, |cx| cx.one_decorator(&decorator.expression))?;
            if !result.is_empty() {
                return Ok(result);
            }
        }
        Ok(Vec::new())
    }

    fn one_decorator(&mut self, expr: &Expr) -> R<Vec<Signature>> {
        let Expr::Call(call) = expr else {
            return if is_jit(expr) { Ok(Vec::new()) } else { Err(self.unknown_decorator(expr)) };
        };
        if !is_jit(&call.func) {
            return Err(self.unknown_decorator(&call.func));
        }
        let keyword = call.arguments.keywords.iter().find(|keyword| keyword.arg.as_deref() == Some("signature"));
        match call.arguments.args.first().or(keyword.map(|keyword| &keyword.value)) {
            None => Ok(Vec::new()),
            Some(Expr::List(list)) => list.elts.iter().map(|signature| self.signature_expr(signature)).collect(),
            Some(signature) => Ok(vec![self.signature_expr(signature)?]),
        }
    }

    fn unknown_decorator(&mut self, expr: &Expr) -> Stop {
        let name = last_name(expr).unwrap_or("this decorator");
        self.unsupported(&format!("the decorator `{name}`"))
    }

    /// `int32(int32[:])`, `"float64(float64)"`, `(int32, int32)`.
    fn signature_expr(&mut self, expr: &Expr) -> R<Signature> {
        self.at(expr.range(), |cx| match expr {
            Expr::StringLiteral(literal) => {
                let text = literal.value.to_str().to_string();
                match crate::parse::parse_expression(&text) {
                    Some(parsed) => cx.signature_parts(&parsed, text),
                    None => Err(cx.error(Code::SyntaxError, format!("`{text}` is not a signature"))),
                }
            }
            expr => {
                let text = cx.span_of(expr.range()).map(|span| cx.sources.text(span).to_string()).unwrap_or_default();
                cx.signature_parts(expr, text)
            }
        })
    }

    fn signature_parts(&mut self, expr: &Expr, text: String) -> R<Signature> {
        let span = self.f.span;
        let (result, args) = match expr {
            Expr::Call(call)
                if last_name(&call.func).is_some_and(|name| !matches!(name, "Tuple" | "UniTuple" | "Array"))
                    || !matches!(&*call.func, Expr::Name(_) | Expr::Attribute(_)) =>
            {
                (Some(self.type_expr(&call.func)?), call.arguments.args.iter().collect::<Vec<_>>())
            }
            Expr::Tuple(tuple) => (None, tuple.elts.iter().collect()),
            other => (None, vec![other]),
        };
        let args = args.into_iter().map(|arg| self.type_expr(arg)).collect::<R<Vec<_>>>()?;
        Ok(Signature { args, result, span, text })
    }

    /// `--sig 'f: int64(int32[:])'`
    fn option_signature(&mut self, def: &ast::StmtFunctionDef) -> R<Option<Signature>> {
        let options = self.options;
        for text in &options.signatures {
            let Some((name, types)) = text.split_once(':') else {
                return Err(self.error_help(
                    Code::SyntaxError,
                    format!("`--sig {text}` names no function"),
                    "write `--sig 'f: int64(int32[:])'`",
                ));
            };
            if name.trim() != def.name.id.as_str() {
                continue;
            }
            let Some(parsed) = crate::parse::parse_expression(types.trim()) else {
                return Err(self.error(Code::SyntaxError, format!("`{}` is not a signature", types.trim())));
            };
            let mut signature = self.signature_parts(&parsed, types.trim().to_string())?;
            signature.span = self.span_of(def.name.range);
            return Ok(Some(signature));
        }
        Ok(None)
    }

    // ---- annotations

    fn annotation_signature(&mut self, def: &ast::StmtFunctionDef, decorated: &[Signature]) -> R<Option<Signature>> {
        let params: Vec<_> = def.parameters.iter_non_variadic_params().collect();
        let annotated = params.iter().filter(|param| param.parameter.annotation.is_some()).count();
        if annotated == 0 {
            // Without parameters there is nothing to declare.
            if !decorated.is_empty() && def.returns.is_some() {
                // Only the result is annotated: the decorator's parameters with it must agree.
                let result = self.declared_result(def)?;
                let text = def.returns.as_ref().and_then(|returns| self.span_of(returns.range()));
                let text = text.map(|span| format!("-> {}", self.sources.text(span))).unwrap_or_default();
                let span = def.returns.as_ref().and_then(|returns| self.span_of(returns.range()));
                return Ok(Some(Signature { args: decorated[0].args.clone(), result, span, text }));
            }
            return if params.is_empty() && def.parameters.vararg.is_none() {
                let result = self.declared_result(def)?;
                Ok(Some(Signature { args: Vec::new(), result, span: self.span_of(def.name.range), text: "()".to_string() }))
            } else {
                Ok(None)
            };
        }
        let mut args = Vec::new();
        for param in &params {
            let annotation = param.parameter.annotation.as_deref();
            args.push(match (annotation, &param.default) {
                (Some(annotation), _) => self.at(annotation.range(), |cx| cx.type_expr(annotation))?,
                (None, Some(default)) => {
                    let val = self.expr(default)?;
                    self.type_of(&val)
                }
                (None, None) => {
                    let name = &param.parameter.name.id;
                    let message = format!("the parameter `{name}` of `{}` has no type, but others do", def.name.id);
                    return self.at(param.parameter.range, |cx| {
                        Err(cx.error_help(Code::MissingType, message, format!("write `{name}: float64[:]`, say")))
                    });
                }
            });
        }
        let result = self.declared_result(def)?;
        let span = self.span_of(def.parameters.range);
        let text = span.map(|span| self.sources.text(span).to_string()).unwrap_or_default();
        Ok(Some(Signature { args, result, span, text }))
    }

    fn declared_result(&mut self, def: &ast::StmtFunctionDef) -> R<Option<Ty>> {
        match &def.returns {
            Some(returns) => self.at(returns.range(), |cx| cx.type_expr(returns)).map(Some),
            None => Ok(None),
        }
    }

    // ---- types

    /// A type as Numba and annotations write it.
    pub fn type_expr(&mut self, expr: &Expr) -> R<Ty> {
        match expr {
            Expr::NoneLiteral(_) => Ok(Ty::None),
            Expr::StringLiteral(literal) => match crate::parse::parse_expression(literal.value.to_str()) {
                Some(parsed) => self.type_expr(&parsed),
                None => Err(self.not_a_type(expr)),
            },
            Expr::Name(_) | Expr::Attribute(_) => match last_name(expr).and_then(scalar_type) {
                Some(ty) => Ok(ty),
                None => Err(self.not_a_type(expr)),
            },
            Expr::Subscript(subscript) => self.subscript_type(subscript),
            Expr::Call(call) => self.call_type_expr(call),
            _ => Err(self.not_a_type(expr)),
        }
    }

    fn not_a_type(&mut self, expr: &Expr) -> Stop {
        let text = self.span_of(expr.range()).map(|span| self.sources.text(span).to_string()).unwrap_or_default();
        let shown = if text.is_empty() { "this".to_string() } else { format!("`{text}`") };
        let diagnostic = Diagnostic::error(Code::UnknownName, format!("{shown} is not a type that npc knows"));
        let mut diagnostic = match self.span_of(expr.range()) {
            Some(span) => diagnostic.label(span, ""),
            None => self.here(diagnostic, ""),
        };
        let known = DType::ALL.iter().map(|dtype| dtype.numpy_name()).chain(["int", "float", "bool"]);
        diagnostic = match last_name(expr).and_then(|name| npc_base::closest(name, known)) {
            Some(similar) => diagnostic.help(format!("did you mean `{similar}`?")),
            None => diagnostic.help("types are `int32`, `float64[:]`, `float64[:, ::1]`, `int`, `float`, `bool`"),
        };
        self.report(diagnostic)
    }

    fn subscript_type(&mut self, subscript: &ast::ExprSubscript) -> R<Ty> {
        if matches!(last_name(&subscript.value), Some("tuple" | "Tuple")) {
            let members: Vec<&Expr> = match &*subscript.slice {
                Expr::Tuple(tuple) => tuple.elts.iter().collect(),
                other => vec![other],
            };
            return Ok(Ty::Tuple(members.into_iter().map(|member| self.type_expr(member)).collect::<R<_>>()?));
        }
        if last_name(&subscript.value) == Some("ndarray") {
            return self.ndarray_type(subscript);
        }
        let Ty::Scalar { dtype, .. } = self.type_expr(&subscript.value)? else {
            return Err(self.not_a_type(&Expr::Subscript(subscript.clone())));
        };
        let axes: Vec<&Expr> = match &*subscript.slice {
            Expr::Tuple(tuple) => tuple.elts.iter().collect(),
            other => vec![other],
        };
        let mut steps = Vec::new();
        for axis in &axes {
            let Expr::Slice(ast::ExprSlice { lower: None, upper: None, step, .. }) = axis else {
                return Err(self.not_a_type(&Expr::Subscript(subscript.clone())));
            };
            steps.push(step.is_some());
        }
        if steps.len() > 16 {
            return Err(self.error(Code::TooLarge, "an array has at most 16 axes"));
        }
        let layout = match &steps[..] {
            [.., true] => Layout::C,
            [true, ..] => Layout::F,
            _ => Layout::ANY,
        };
        Ok(Ty::Array(ArrayType::new(dtype, steps.len() as u8, layout)))
    }

    /// `np.ndarray[tuple[int, int], np.dtype[np.float32]]`
    fn ndarray_type(&mut self, subscript: &ast::ExprSubscript) -> R<Ty> {
        let wrong = Expr::Subscript(subscript.clone());
        let Expr::Tuple(parts) = &*subscript.slice else { return Err(self.not_a_type(&wrong)) };
        let [Expr::Subscript(shape), Expr::Subscript(dtype)] = &parts.elts[..] else { return Err(self.not_a_type(&wrong)) };
        let rank = match &*shape.slice {
            Expr::Tuple(axes) => axes.elts.len(),
            _ => 1,
        };
        match self.type_expr(&dtype.slice)? {
            Ty::Scalar { dtype, .. } if rank <= 16 => Ok(Ty::Array(ArrayType::new(dtype, rank as u8, Layout::ANY))),
            _ => Err(self.not_a_type(&wrong)),
        }
    }

    /// `types.Array(types.float32, 1, "C")`
    fn numba_array(&mut self, call: &ast::ExprCall, dtype: &Expr, rank: &ast::Number, layout: &str) -> R<Ty> {
        let rank = match rank {
            ast::Number::Int(rank) => rank.as_u8().filter(|rank| *rank <= 16),
            _ => None,
        };
        let layout = match layout {
            "C" => Some(Layout::C),
            "F" => Some(Layout::F),
            "A" => Some(Layout::ANY),
            _ => None,
        };
        match (self.type_expr(dtype)?, rank, layout) {
            (Ty::Scalar { dtype, .. }, Some(rank), Some(layout)) => Ok(Ty::Array(ArrayType::new(dtype, rank, layout))),
            _ => Err(self.not_a_type(&Expr::Call(call.clone()))),
        }
    }

    fn call_type_expr(&mut self, call: &ast::ExprCall) -> R<Ty> {
        let args = &call.arguments.args;
        match (last_name(&call.func), &args[..]) {
            (Some("Tuple"), [Expr::List(ast::ExprList { elts, .. }) | Expr::Tuple(ast::ExprTuple { elts, .. })]) => {
                Ok(Ty::Tuple(elts.iter().map(|member| self.type_expr(member)).collect::<R<_>>()?))
            }
            (Some("Array"), [dtype, Expr::NumberLiteral(rank), Expr::StringLiteral(layout)]) => {
                self.numba_array(call, dtype, &rank.value, layout.value.to_str())
            }
            (Some("UniTuple"), [member, Expr::NumberLiteral(count)]) => {
                let member = self.type_expr(member)?;
                let count = match &count.value {
                    ast::Number::Int(count) => {
                        count.as_i64().and_then(|count| usize::try_from(count).ok()).filter(|count| *count <= 1000)
                    }
                    _ => None,
                };
                match count {
                    Some(count) => Ok(Ty::Tuple(vec![member; count])),
                    None => Err(self.not_a_type(&Expr::Call(call.clone()))),
                }
            }
            _ => Err(self.not_a_type(&Expr::Call(call.clone()))),
        }
    }

    /// The names that an import binds.
    pub fn imported(&mut self, stmt: &ast::Stmt) -> Vec<(String, Val)> {
        let known = |name: &str| match name {
            "numpy" => Some("numpy"),
            "math" => Some("math"),
            "numba" => Some("numba"),
            _ => None,
        };
        let mut bound = Vec::new();
        match stmt {
            ast::Stmt::Import(import) => {
                for alias in &import.names {
                    let first = alias.name.id.split('.').next().unwrap_or_default().to_string();
                    let name = alias.asname.as_ref().map_or(first, |asname| asname.id.to_string());
                    let val = match known(&alias.name.id) {
                        Some(module) => Val::Module(module),
                        None => self.user_module(&alias.name.id).map_or(Val::Module("other"), Val::UserModule),
                    };
                    bound.push((name, val));
                }
            }
            ast::Stmt::ImportFrom(import) => {
                let path = import.module.as_ref().map_or("", |module| module.id.as_str());
                let module = if import.level == 0 { known(path) } else { None };
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).id.to_string();
                    let val = match module {
                        Some(module) => self.imported_from(Some(module), &alias.name.id),
                        None => self.imported_from_user(path, &alias.name.id),
                    };
                    bound.push((name, val));
                }
            }
            _ => {}
        }
        bound
    }

    /// `from path import name` of a file of the user's: one of its names, or a file in a folder.
    fn imported_from_user(&mut self, path: &str, name: &str) -> Val {
        if path.is_empty() {
            return self.user_module(name).map_or(Val::Module("other"), Val::UserModule);
        }
        let Some(module) = self.user_module(path) else { return Val::Module("other") };
        let known = self.user[module].clone();
        if known.functions.contains_key(name) || known.constants.contains_key(name) {
            return self.user_module_attribute(module, name).unwrap_or(Val::Error);
        }
        Val::Module("other")
    }

    fn imported_from(&mut self, module: Option<&'static str>, name: &str) -> Val {
        match module {
            Some("numba") => numba_name(name).unwrap_or(Val::Module("other")),
            Some("numpy") => {
                if let Some(dtype) = crate::attribute::numpy_dtype(name) {
                    return Val::Type(dtype, false);
                }
                match self.library.function("numpy", name) {
                    Some(func) => Val::Callable(Callable::Library(func)),
                    None if name == "newaxis" => Val::None,
                    None => Val::Module("other"),
                }
            }
            Some("math") => match self.library.function("math", name) {
                Some(func) => Val::Callable(Callable::Library(func)),
                None => Val::Module("other"),
            },
            _ => Val::Module("other"),
        }
    }
}
