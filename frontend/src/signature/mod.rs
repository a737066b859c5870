//! Types from the outside of a function: decorators, annotations, export comments, stubs, `--sig`, example calls.
//!
//! Every source of types is read into [`Signature`]s ([`Declared`] for each parameter, which may be less than a type).
//! All sources of a function are brought together here: they agree, or an error shows two that do not. What comes out is
//! [`Concrete`], one for each combination of the types that the parameters may have.

mod annotations;
mod cores;
mod declared;
mod decorators;
mod dims;
mod errors;
mod examples;
mod names;
mod options;
mod pythran;
mod rank;
mod reader;
mod stub;
#[cfg(test)]
mod tests;

pub(crate) use cores::Cores;
pub(crate) use declared::{Declared, Dim};
pub(crate) use decorators::{Decorated, Kind};
pub(crate) use dims::Extents;
pub(crate) use examples::{Examples, is_main, script};
pub(crate) use names::numba_name;
pub(crate) use pythran::{Export as PythranExport, exports as pythran_exports};
pub(crate) use stub::Stub;

use crate::cx::{Cx, R, Scope, Stop};
use crate::value::{Ty, UserFunc};
use npc_base::{Code, Diagnostic, Span};
use npc_midend::types::{ArrayType, Layout};
pub(crate) use reader::Reader;
use ruff_python_ast as ast;
use ruff_text_size::Ranged;
use std::rc::Rc;

/// Most signatures that one function may have.
const MAX_SIGNATURES: usize = 64;

/// What one source says of a function.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    pub args: Vec<Declared>,
    pub result: Option<Declared>,
    pub span: Option<Span>,
    /// How it was written, for messages.
    pub text: String,
}

/// A signature whose parameters all have a type.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Concrete {
    pub args: Vec<Ty>,
    /// What is said of the extents of each parameter.
    pub dims: Vec<Vec<Dim>>,
    pub result: Option<Declared>,
}

impl Cx<'_> {
    /// What the decorators of a function say; wrong ones are reported.
    pub fn decorated(&mut self, func: &UserFunc) -> R<Rc<Decorated>> {
        let read = func.decorated.get_or_init(|| {
            if func.class.is_some() {
                // `property` and its like, which `classes.rs` reads.
                return Ok(Rc::default());
            }
            let module = self.user[func.module].clone();
            let source = self.sources.get(module.file);
            decorators::read(&Reader::new(source, module.file, Some(&module)), &func.def).map(Rc::new)
        });
        read.clone().map_err(|error| self.report(error))
    }

    /// The signatures of a function, from all sources; empty if nothing gives types.
    pub fn signatures_of(&mut self, func: &Rc<UserFunc>) -> R<Vec<Concrete>> {
        let decorated = self.decorated(func)?;
        let sources = self.declarations(func, &decorated)?;
        if let Some(unknown) = &decorated.unknown {
            let typed = sources.iter().flatten().any(|signature| !signature.args.is_empty() && is_known(signature));
            return if typed { Err(self.report(unknown.clone())) } else { Ok(Vec::new()) };
        }
        let mut agreed: Option<Vec<Signature>> = None;
        for source in sources {
            agreed = Some(match agreed {
                Some(known) => self.agree(func, known, source)?,
                None => source,
            });
        }
        let mut all = Vec::new();
        for signature in agreed.unwrap_or_else(|| vec![nothing_said(func)]) {
            for concrete in self.concrete(func, signature)? {
                if !all.contains(&concrete) {
                    all.push(concrete);
                }
            }
        }
        if decorated.kind == Kind::Vectorized {
            all.extend(self.asked_ranks(func)?);
        }
        if all.len() > MAX_SIGNATURES {
            let message = format!("`{}` has more than {MAX_SIGNATURES} signatures", func.def.name.id);
            return self.at(func.def.name.range, |cx| Err(cx.error(Code::TooLarge, message)));
        }
        Ok(all)
    }

    /// What each source says: decorators, export comments, annotations, the stub, `--sig`.
    fn declarations(&mut self, func: &UserFunc, decorated: &Decorated) -> R<Vec<Vec<Signature>>> {
        let mut sources = vec![decorated.signatures.clone()];
        if func.module == 0 {
            sources.push(self.comment_signatures(func)?);
        }
        sources.push(self.annotated(func)?);
        if func.module == 0 {
            sources.push(self.stub_signatures(func)?);
            if decorated.kind != Kind::Vectorized {
                sources.push(self.option_signatures(func)?);
            }
        }
        sources.retain(|source| !source.is_empty());
        for signature in sources.iter_mut().flatten() {
            self.check_count(func, signature)?;
        }
        Ok(sources)
    }

    /// The arrays for which a vectorized function is exported beside scalars and 1-d arrays: `--sig` and example calls.
    fn asked_ranks(&mut self, func: &UserFunc) -> R<Vec<Concrete>> {
        let mut asked = Vec::new();
        for mut signature in self.option_signatures(func)? {
            self.check_count(func, &mut signature)?;
            asked.extend(signature.args.iter().map(Declared::ty).collect::<Option<Vec<_>>>());
        }
        asked.extend(self.examples_of(func));
        asked.retain(|args| args.iter().any(|ty| matches!(ty, Ty::Array(_))));
        Ok(asked.into_iter().map(|args| Concrete { dims: vec![Vec::new(); args.len()], args, result: None }).collect())
    }

    fn comment_signatures(&mut self, func: &UserFunc) -> R<Vec<Signature>> {
        let exports = self.pythran.clone();
        let mut signatures = Vec::new();
        for export in exports.iter().filter(|export| export.name == func.def.name.id.as_str()) {
            for (at, span) in &export.optional {
                let param = func.def.parameters.iter_non_variadic_params().nth(*at);
                if param.is_some_and(|param| param.default.is_none()) {
                    let message = format!("`?` marks a parameter without a default in the export of `{}`", export.name);
                    let help = "give it one in the `def`, or remove the `?`";
                    return Err(self.report(errors::invalid(*span, message, help)));
                }
            }
            signatures.push(export.signature.clone());
        }
        Ok(signatures)
    }

    fn annotated(&mut self, func: &UserFunc) -> R<Vec<Signature>> {
        let module = self.user[func.module].clone();
        let mut wrong = Vec::new();
        let reader = Reader::new(self.sources.get(module.file), module.file, Some(&module));
        let signature = annotations::read(&reader, &func.def, &mut wrong);
        self.all_or_none(wrong)?;
        Ok(signature.into_iter().collect())
    }

    fn all_or_none(&mut self, wrong: Vec<Diagnostic>) -> R<()> {
        let found = !wrong.is_empty();
        for error in wrong {
            self.report(error);
        }
        if found { Err(Stop) } else { Ok(()) }
    }

    /// Parameters with defaults at the end may be left out of a signature.
    fn check_count(&mut self, func: &UserFunc, signature: &mut Signature) -> R<()> {
        let params: Vec<_> = func.def.parameters.iter_non_variadic_params().collect();
        let left_out = params.get(signature.args.len()..);
        if left_out.is_some_and(|params| params.iter().all(|param| param.default.is_some())) {
            signature.args.resize(params.len(), Declared::Unknown);
            return Ok(());
        }
        let (name, count, given) = (&func.def.name.id, params.len(), signature.args.len());
        let plural = if count == 1 { "" } else { "s" };
        let message = format!("`{name}` takes {count} parameter{plural}, its signature `{}` has {given}", signature.text);
        Err(self.conflict(message, signature, None))
    }

    fn conflict(&mut self, message: String, first: &Signature, other: Option<&Signature>) -> Stop {
        let mut diagnostic = Diagnostic::error(Code::ConflictingSignatures, message);
        if let Some(span) = other.and_then(|other| other.span) {
            diagnostic = diagnostic.label(span, "this one");
        }
        if let Some(span) = first.span {
            diagnostic = diagnostic.label(span, if other.is_some() { "and this one" } else { "" });
        }
        self.report(diagnostic)
    }

    /// What two sources say together: signature by signature, or one that holds for all of the other's.
    fn agree(&mut self, func: &UserFunc, known: Vec<Signature>, other: Vec<Signature>) -> R<Vec<Signature>> {
        let pairs: Vec<(&Signature, &Signature)> = match (&known[..], &other[..]) {
            (_, [one]) => known.iter().map(|signature| (signature, one)).collect(),
            ([one], _) => other.iter().map(|signature| (one, signature)).collect(),
            _ if known.len() == other.len() => known.iter().zip(&other).collect(),
            _ => {
                let (name, m, n) = (&func.def.name.id, known.len(), other.len());
                let message = format!("`{name}` has {m} signatures in one place and {n} in another");
                return Err(self.conflict(message, &known[0], Some(&other[0])));
            }
        };
        let mut agreed = Vec::new();
        for (first, second) in pairs {
            match meet(first, second) {
                Some(signature) => agreed.push(signature),
                None => {
                    let name = &func.def.name.id;
                    let message = format!("`{name}` has two signatures that disagree: `{}` and `{}`", first.text, second.text);
                    return Err(self.conflict(message, first, Some(second)));
                }
            }
        }
        Ok(agreed)
    }

    // ---- from what is declared to types

    /// The types that a signature stands for: nothing where it says nothing, several where it leaves a choice.
    fn concrete(&mut self, func: &Rc<UserFunc>, mut signature: Signature) -> R<Vec<Concrete>> {
        if !is_known(&signature) {
            let examples = self.examples_of(func);
            let result = signature.result;
            let dims = vec![Vec::new(); signature.args.len()];
            let example = |args| Concrete { args, dims: dims.clone(), result: result.clone() };
            return Ok(examples.into_iter().map(example).collect());
        }
        let params: Vec<_> = func.def.parameters.iter_non_variadic_params().collect();
        for (declared, param) in signature.args.iter_mut().zip(&params) {
            if *declared == Declared::Unknown {
                *declared = self.default_type(func, param)?;
            }
        }
        let open = |signature: &Signature| signature.args.iter().any(has_open_rank);
        if open(&signature) {
            self.infer_ranks(func, &mut signature);
        }
        let mut signatures = vec![signature];
        if open(&signatures[0]) {
            signatures = self.ranks_of_examples(func, &signatures[0])?;
        }
        let choices = signatures.into_iter().flat_map(|signature| combinations(&signature));
        Ok(choices.take(MAX_SIGNATURES + 1).collect())
    }

    /// The type of a parameter that has a default and nothing else.
    fn default_type(&mut self, func: &UserFunc, param: &ast::ParameterWithDefault) -> R<Declared> {
        if let Some(default) = &param.default {
            let val = self.in_scope(Scope::User(func.module), |cx| cx.expr(default))?;
            return Ok(Declared::Ty(self.type_of(&val)));
        }
        let name = &param.parameter.name.id;
        let message = format!("the parameter `{name}` of `{}` has no type, but others do", func.def.name.id);
        self.in_scope(Scope::User(func.module), |cx| {
            cx.at(param.parameter.range, |cx| {
                Err(cx.error_help(Code::MissingType, message, format!("write `{name}: float64[:]`, say")))
            })
        })
    }

    fn infer_ranks(&mut self, func: &UserFunc, signature: &mut Signature) {
        let module = self.user[func.module].clone();
        let source = self.sources.get(module.file);
        let reader = Reader::new(source, module.file, Some(&module));
        let annotated = |def: &ast::StmtFunctionDef, at: usize| {
            let annotation = def.parameters.iter_non_variadic_params().nth(at)?.parameter.annotation.as_deref()?;
            match reader.declared(annotation).ok()?.ty()? {
                Ty::Array(array) => Some(array.rank),
                _ => None,
            }
        };
        for (declared, name) in signature.args.iter_mut().zip(crate::cx::parameter_names(&func.def.parameters)) {
            if has_open_rank(declared)
                && let Some(rank) = rank::infer(&module, &annotated, &func.def, &name)
            {
                *declared = with_rank(declared, rank);
            }
        }
    }

    /// Signatures with the ranks of the example calls; without examples, an error that names the parameter.
    fn ranks_of_examples(&mut self, func: &Rc<UserFunc>, signature: &Signature) -> R<Vec<Signature>> {
        let with = |types: Vec<Ty>| {
            let args = signature.args.iter().zip(types).map(|(declared, ty)| match declared {
                declared if has_open_rank(declared) => declared.meet(&Declared::Ty(ty)),
                declared => Some(declared.clone()),
            });
            Some(Signature { args: args.collect::<Option<_>>()?, ..signature.clone() })
        };
        let found: Vec<Signature> = self.examples_of(func).into_iter().filter_map(with).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let params = func.def.parameters.iter_non_variadic_params();
        let open = params.zip(&signature.args).find(|(_, declared)| has_open_rank(declared));
        let Some((param, declared)) = open else { return Err(Stop) };
        let range = param.parameter.annotation.as_deref().map_or(param.parameter.range, Ranged::range);
        let span = self.in_scope(Scope::User(func.module), |cx| cx.span_of(range));
        let dtype = open_dtype(declared).map_or("float64", |dtype| dtype.numpy_name());
        Err(self.report(errors::unknown_rank(span, &param.parameter.name.id, &func.def.name.id, dtype)))
    }
}

/// What is known of a function about which nothing is said.
fn nothing_said(func: &UserFunc) -> Signature {
    let count = func.def.parameters.iter_non_variadic_params().count();
    Signature { args: vec![Declared::Unknown; count], result: None, span: None, text: String::new() }
}

/// True if a type of a parameter is said, or there are no parameters to say one of.
fn is_known(signature: &Signature) -> bool {
    signature.span.is_some() && (signature.args.is_empty() || signature.args.iter().any(|arg| *arg != Declared::Unknown))
}

fn meet(a: &Signature, b: &Signature) -> Option<Signature> {
    let args = a.args.iter().zip(&b.args).map(|(a, b)| a.meet(b)).collect::<Option<Vec<_>>>()?;
    let result = match (&a.result, &b.result) {
        (Some(x), Some(y)) => Some(x.meet(y)?),
        (one, other) => one.clone().or_else(|| other.clone()),
    };
    Some(Signature { args, result, span: a.span, text: a.text.clone() })
}

fn has_open_rank(declared: &Declared) -> bool {
    open_dtype(declared).is_some()
}

fn open_dtype(declared: &Declared) -> Option<npc_midend::types::DType> {
    match declared {
        Declared::AnyRank(dtype) => Some(*dtype),
        Declared::Union(members) => members.iter().find_map(open_dtype),
        _ => None,
    }
}

fn with_rank(declared: &Declared, rank: u8) -> Declared {
    match declared {
        Declared::AnyRank(dtype) => Declared::Ty(Ty::Array(ArrayType::new(*dtype, rank, Layout::ANY))),
        Declared::Union(members) => {
            let members = members.iter().map(|member| with_rank(member, rank));
            members.reduce(Declared::or).unwrap_or(Declared::Unknown)
        }
        other => other.clone(),
    }
}

/// Every combination of the alternatives of the parameters, the first alternatives first.
fn combinations(signature: &Signature) -> Vec<Concrete> {
    let mut all = vec![Concrete { args: Vec::new(), dims: Vec::new(), result: signature.result.clone() }];
    for declared in &signature.args {
        let choices = declared.clone().members();
        let mut longer = Vec::new();
        for start in all.iter().take(MAX_SIGNATURES + 1) {
            for choice in &choices {
                let Some(ty) = choice.ty() else { continue };
                let mut next = start.clone();
                next.args.push(ty);
                next.dims.push(if let Declared::Shaped(_, dims) = choice { dims.clone() } else { Vec::new() });
                longer.push(next);
            }
        }
        all = longer;
    }
    all
}
