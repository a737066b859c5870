//! The text of exceptions: `str(e)`, `repr(e)` and the name of the type.
//!
//! What an exception says follows from its site, so two functions of the program know all sites: they are called like any
//! other, and filled when everything else has been compiled.

use crate::cx::{Cx, Fx, Instance, InstanceKey, R, Scope};
use crate::value::{Ty, Val};
use npc_midend::Func;
use npc_midend::abi::context;
use npc_midend::exceptions::depth;
use npc_midend::ir::{CompareOp, FuncId, Op, Site, Value, Values};
use npc_midend::types::{DType, Type};
use ruff_python_ast::{self as ast, Expr};

const MESSAGE: &str = "exceptions.message";
const NAME: &str = "exceptions.name";

impl Cx<'_> {
    /// `str(e)`
    pub fn exception_message(&mut self, record: Value) -> R<Val> {
        self.call_exception_function(MESSAGE, record)
    }

    /// `type(e).__name__`
    pub fn exception_name(&mut self, record: Value) -> R<Val> {
        self.call_exception_function(NAME, record)
    }

    /// `repr(e)`
    pub fn exception_repr(&mut self, record: Value) -> R<Val> {
        let name = self.exception_name(record)?;
        let message = self.exception_message(record)?;
        let site = self.site_of(record);
        let key_error = self.module.site("KeyError", "");
        let is_key = self.push1(Op::IsRaised(site, key_error), Type::BOOL);
        let size = match &message {
            Val::Text(text) => self.dim(*text, 0),
            _ => self.int(0),
        };
        let zero = self.int(0);
        let empty = self.compare(CompareOp::Eq, size, zero);
        let bare = self.or(is_key, empty);
        // The message of a KeyError shows the key as `repr()` does.
        let shown = self.choose(bare, |_| Ok(message.clone()), |cx| cx.repr_of(&message))?;
        self.join_texts(&[name, Val::Str("(".into()), shown, Val::Str(")".into())])
    }

    /// `type(e).__name__` and `e.__class__.__name__` of an exception.
    pub fn exception_type_name(&mut self, attribute: &ast::ExprAttribute) -> R<Option<Val>> {
        let object = match &*attribute.value {
            _ if attribute.attr.as_str() != "__name__" => None,
            Expr::Call(call) if matches!(&*call.func, Expr::Name(name) if name.id == "type") => call.arguments.args.first(),
            Expr::Attribute(class) if class.attr.as_str() == "__class__" => Some(&*class.value),
            _ => None,
        };
        let Some(Expr::Name(name)) = object else { return Ok(None) };
        let is_exception =
            matches!(self.frame_ref().env.get(name.id.as_str()), Some(binding) if matches!(binding.val, Val::Exception(_)));
        match is_exception.then(|| self.read_name(&name.id, name.range)).transpose()? {
            Some(Val::Exception(record)) => self.exception_name(record).map(Some),
            _ => Ok(None),
        }
    }

    fn exception_key(function: &str) -> InstanceKey {
        InstanceKey { function: function.to_string(), args: vec![Ty::Exception] }
    }

    fn call_exception_function(&mut self, function: &str, record: Value) -> R<Val> {
        let key = Self::exception_key(function);
        if !self.instances.contains_key(&key) {
            let func = self.module.funcs.push(Func::new(function));
            self.instances.insert(key.clone(), Instance { func, result: Some(Ty::Text) });
        }
        self.call_compiled_instance(&key, &[Val::Exception(record)])
    }

    /// Fills the functions that have been called, once every site is known.
    pub fn fill_exception_functions(&mut self) {
        for (function, fill) in [(NAME, Self::fill_names as fn(&mut Self, Value) -> R<()>), (MESSAGE, Self::fill_messages)] {
            if let Some(instance) = self.instances.get(&Self::exception_key(function)) {
                // What is wrong has been reported.
                let _ = self.fill_exception_function(instance.func, function, fill);
            }
        }
    }

    fn fill_exception_function(&mut self, id: FuncId, name: &str, fill: fn(&mut Self, Value) -> R<()>) -> R<()> {
        let file = self.library.file_of("exceptions", "caught").unwrap_or_default();
        let mut fx = Fx::new(name);
        fx.func.library = true;
        fx.func.results = Ty::Text.leaves();
        let outer = std::mem::replace(&mut self.f, fx);
        let body = self.f.func.body;
        let record: Values = Ty::Exception.leaves().into_iter().map(|ty| self.f.func.add_param(body, ty)).collect();
        let filled = self.in_scope(Scope::Library(file), |cx| fill(cx, record[0]));
        let inner = std::mem::replace(&mut self.f, outer);
        self.module.funcs[id] = inner.func;
        filled
    }

    fn fill_names(&mut self, record: Value) -> R<()> {
        let mut names: Vec<(Site, String)> = Vec::new();
        for (at, site) in self.module.sites.iter().enumerate() {
            if !names.iter().any(|(_, name)| *name == site.exception) {
                names.push((Site::from_u32(at as u32), site.exception.clone()));
            }
        }
        // What derives from another type is asked for before that one.
        names.sort_by_key(|(_, name)| std::cmp::Reverse(depth(&self.module.exceptions, name)));
        let site = self.site_of(record);
        for (tested, name) in names {
            let fits = self.push1(Op::IsRaised(site, tested), Type::BOOL);
            self.return_if(fits, |_| Ok(Val::Str(name.as_str().into())))?;
        }
        self.return_text(&Val::Str("KeyboardInterrupt".into()))
    }

    fn fill_messages(&mut self, record: Value) -> R<()> {
        let site = self.site_of(record);
        let mut at = 0;
        // Texts of numbers may have sites of their own.
        while let Some(raised) = self.module.sites.get_index(at).cloned() {
            if !raised.message.is_empty() {
                let number = self.push1(Op::SiteNumber(Site::from_u32(at as u32)), Type::I32);
                let same = self.compare(CompareOp::Eq, site, number);
                self.return_if(same, |cx| cx.filled_template(&raised.message, record))?;
            }
            at += 1;
        }
        let stack = self.constant(DType::I32, i64::from(context::SITE_STACK as i32) as u64);
        let same = self.compare(CompareOp::Eq, site, stack);
        self.return_if(same, |_| Ok(Val::Str("maximum recursion depth exceeded".into())))?;
        self.return_text(&Val::Str("".into()))
    }

    fn return_if(&mut self, cond: Value, text: impl FnOnce(&mut Self) -> R<Val>) -> R<()> {
        let (then, els) = (self.f.func.new_block(), self.f.func.new_block());
        self.in_block(then, |cx| {
            let text = text(cx)?;
            cx.return_text(&text)
        })?;
        self.in_block(els, |cx| cx.terminate(Op::Yield(Values::new())));
        self.push(Op::If(cond, then, els), &[]);
        Ok(())
    }

    fn return_text(&mut self, text: &Val) -> R<()> {
        let text = self.text(text)?;
        self.terminate(Op::Return(Values::from_slice(&[text])));
        Ok(())
    }

    /// The message of a site with the arguments of a record.
    fn filled_template(&mut self, template: &str, record: Value) -> R<Val> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = template;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '{' | '}' if rest.starts_with(c) => {
                    rest = &rest[1..];
                    literal.push(c);
                }
                '{' => {
                    let (name, after) = rest.split_once('}').unwrap_or((rest, ""));
                    rest = after;
                    parts.push(Val::Str(std::mem::take(&mut literal).into()));
                    let part = self.template_part(name, record)?;
                    parts.push(part);
                }
                c => literal.push(c),
            }
        }
        parts.push(Val::Str(literal.into()));
        self.join_texts(&parts)
    }

    fn template_part(&mut self, name: &str, record: Value) -> R<Val> {
        let Ok(number) = name.parse::<i64>() else {
            return self.library_call("exceptions", "text_of", vec![Val::Array(record)]);
        };
        let at = self.int(2 + number);
        let arg = self.push1(Op::LoadElem(record, Values::from_slice(&[at])), Type::I64);
        self.str_of(&Val::weak(arg, DType::I64))
    }

    // ---- exceptions that are made before they are raised

    /// `ValueError("…")` as a value.
    pub fn make_exception(&mut self, exception: &'static str, args: &[Val]) -> R<Val> {
        let message = self.exception_text(exception, args)?;
        let template = match &message {
            Val::Str(text) => crate::stmt::escape(text),
            _ => crate::text::MESSAGE.to_string(),
        };
        let text = if let Val::Str(_) = message { Val::Str("".into()) } else { message };
        let text = Val::Text(self.text(&text)?);
        let site = self.module.site(exception, template);
        let number = self.push1(Op::SiteNumber(site), Type::I32);
        let number = Val::weak(self.convert(number, DType::I64), DType::I64);
        match self.library_call("exceptions", "made", vec![number, text])? {
            Val::Array(record) => Ok(Val::Exception(record)),
            _ => Err(crate::cx::Stop),
        }
    }
}
