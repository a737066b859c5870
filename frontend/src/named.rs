//! Named tuples, `collections.namedtuple` and `typing.NamedTuple`, and the keywords of `**kwargs`.

use crate::cx::{Cx, R};
use crate::value::{Callable, Val};
use npc_base::Code;
use npc_midend::types::DType;
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::TextRange;
use std::rc::Rc;

/// A class of named tuples.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct NamedClass {
    pub name: String,
    pub fields: Vec<String>,
    /// Defaults of the last fields, by where they stand in the source.
    pub defaults: Vec<Default>,
}

/// An expression of the source.
#[derive(Clone, Debug)]
pub(crate) struct Default(pub Expr);

impl PartialEq for Default {
    fn eq(&self, other: &Default) -> bool {
        self.0 == other.0
    }
}

impl Eq for Default {}

impl std::hash::Hash for Default {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        ruff_text_size::Ranged::range(&self.0).hash(state);
    }
}

impl Cx<'_> {
    /// `namedtuple("P", "x y")`
    pub fn namedtuple(&mut self, args: &[Val], keywords: &[(String, Val)]) -> R<Val> {
        let (Some(Val::Str(name)), Some(fields)) = (args.first(), args.get(1)) else {
            return Err(self.error(Code::WrongArguments, "namedtuple() takes a name and the names of the fields"));
        };
        if !keywords.is_empty() || args.len() > 2 {
            return Err(self.unsupported("a keyword of `namedtuple`"));
        }
        let fields: Vec<String> = match fields {
            Val::Str(text) => text.replace(',', " ").split_whitespace().map(str::to_string).collect(),
            Val::Tuple(members) | Val::List(members) => {
                let names = members.iter().map(|member| match member {
                    Val::Str(text) => Some(text.to_string()),
                    _ => None,
                });
                match names.collect() {
                    Some(names) => names,
                    None => return Err(self.error(Code::NotStatic, "the fields of a named tuple must be literals")),
                }
            }
            _ => return Err(self.error(Code::NotStatic, "the fields of a named tuple must be literals")),
        };
        let class = NamedClass { name: name.to_string(), fields, defaults: Vec::new() };
        Ok(Val::Callable(Callable::Named(Rc::new(class))))
    }

    /// `P(1, y=2)`
    pub fn make_named(&mut self, class: &Rc<NamedClass>, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let count = class.fields.len();
        if args.len() > count {
            let (expected, given) = (count + 1, args.len() + 1);
            let message = format!("{}.__new__() takes {expected} positional arguments but {given} were given", class.name);
            return Err(self.error(Code::WrongArguments, message));
        }
        let mut members: Vec<Option<Val>> = args.into_iter().map(Some).collect();
        members.resize(count, None);
        for (key, val) in keywords {
            let Some(at) = class.fields.iter().position(|field| *field == key) else {
                let message = format!("{}.__new__() got an unexpected keyword argument '{key}'", class.name);
                return Err(self.error(Code::WrongArguments, message));
            };
            if members[at].is_some() {
                let message = format!("{}.__new__() got multiple values for argument '{key}'", class.name);
                return Err(self.error(Code::WrongArguments, message));
            }
            members[at] = Some(val);
        }
        let first = count - class.defaults.len();
        let mut all = Vec::new();
        for (at, member) in members.into_iter().enumerate() {
            all.push(match (member, at.checked_sub(first).and_then(|at| class.defaults.get(at))) {
                (Some(val), _) => val,
                (None, Some(default)) => self.expr(&default.0)?,
                (None, None) => {
                    let field = &class.fields[at];
                    let message = format!("{}.__new__() missing 1 required positional argument: '{field}'", class.name);
                    return Err(self.error(Code::WrongArguments, message));
                }
            });
        }
        Ok(Val::Named(class.clone(), all))
    }

    /// `class P(NamedTuple): …`, if it is one.
    pub fn named_class(&mut self, def: &ast::StmtClassDef) -> R<Option<Val>> {
        if !is_named_class(def) {
            return Ok(None);
        }
        let mut class = NamedClass { name: def.name.id.to_string(), fields: Vec::new(), defaults: Vec::new() };
        for stmt in &def.body {
            match stmt {
                Stmt::AnnAssign(field) => {
                    let Expr::Name(name) = &*field.target else { continue };
                    class.fields.push(name.id.to_string());
                    class.defaults.extend(field.value.as_deref().cloned().map(Default));
                }
                Stmt::Expr(_) | Stmt::Pass(_) => {}
                _ => return Err(self.unsupported("anything but fields in a class of named tuples")),
            }
        }
        Ok(Some(Val::Callable(Callable::Named(Rc::new(class)))))
    }

    pub fn named_attribute(&mut self, class: &Rc<NamedClass>, members: &[Val], name: &str, range: TextRange) -> R<Val> {
        if let Some(at) = class.fields.iter().position(|field| field == name) {
            return Ok(members[at].clone());
        }
        let receiver = || Box::new(Val::Named(class.clone(), members.to_vec()));
        match name {
            "_fields" => Ok(Val::Tuple(class.fields.iter().map(|field| Val::Str(field.as_str().into())).collect())),
            "_replace" => Ok(Val::Callable(Callable::Method(receiver(), Rc::new(Callable::Intrinsic("namedtuple._replace"))))),
            "index" | "count" | "_asdict" => {
                self.at(range, |cx| Err(cx.unsupported(&format!("the method `{name}` of named tuples"))))
            }
            _ => {
                let message = format!("'{}' object has no attribute '{name}'", class.name);
                let fields = class.fields.iter().map(String::as_str);
                let similar = npc_base::closest(name, fields).map(|similar| format!("did you mean `.{similar}`?"));
                self.at(range, |cx| match similar {
                    Some(help) => Err(cx.error_help(Code::UnknownAttribute, message, help)),
                    None => Err(cx.error(Code::UnknownAttribute, message)),
                })
            }
        }
    }

    /// `p._replace(x=1)`
    pub fn replace_fields(&mut self, class: &Rc<NamedClass>, members: &[Val], keywords: Vec<(String, Val)>) -> R<Val> {
        let mut members = members.to_vec();
        for (key, val) in keywords {
            match class.fields.iter().position(|field| *field == key) {
                Some(at) => members[at] = val,
                None => {
                    return Err(self.error(Code::WrongArguments, format!("Got unexpected field names: ['{key}']")));
                }
            }
        }
        Ok(Val::Named(class.clone(), members))
    }

    // ---- `**kwargs`

    pub fn keywords_attribute(&mut self, all: &[(String, Val)], name: &str, range: TextRange) -> R<Val> {
        let word = match name {
            "get" => "kwargs.get",
            "items" => "kwargs.items",
            "keys" => "kwargs.keys",
            "values" => "kwargs.values",
            _ => return self.at(range, |cx| Err(cx.unsupported(&format!("`.{name}` of keyword arguments")))),
        };
        let receiver = Box::new(Val::Keywords(all.to_vec()));
        Ok(Val::Callable(Callable::Method(receiver, Rc::new(Callable::Intrinsic(word)))))
    }

    pub fn call_keywords(&mut self, word: &str, all: &[(String, Val)], args: &[Val]) -> R<Val> {
        let text = |name: &String| Val::Str(name.as_str().into());
        match (word, args) {
            ("kwargs.items", []) => {
                Ok(Val::Tuple(all.iter().map(|(name, val)| Val::Tuple(vec![text(name), val.clone()])).collect()))
            }
            ("kwargs.keys", []) => Ok(Val::Tuple(all.iter().map(|(name, _)| text(name)).collect())),
            ("kwargs.values", []) => Ok(Val::Tuple(all.iter().map(|(_, val)| val.clone()).collect())),
            ("kwargs.get", [Val::Str(key), rest @ ..]) if rest.len() < 2 => {
                let found = all.iter().find(|(name, _)| **name == **key).map(|(_, val)| val.clone());
                Ok(found.or_else(|| rest.first().cloned()).unwrap_or(Val::None))
            }
            _ => Err(self.error(Code::WrongArguments, "keyword arguments are asked for by literal names")),
        }
    }

    /// `kwargs["name"]`
    pub fn keyword_value(&mut self, all: &[(String, Val)], index: &Val) -> R<Val> {
        let Val::Str(key) = index else {
            return Err(self.error(Code::NotStatic, "keyword arguments are asked for by literal names"));
        };
        match all.iter().find(|(name, _)| **name == **key) {
            Some((_, val)) => Ok(val.clone()),
            None => {
                let no = self.boolean(false);
                self.check(no, "KeyError", &format!("'{}'", crate::stmt::escape(key)), &[])?;
                Err(crate::cx::Stop)
            }
        }
    }

    /// Whether one of these is the key.
    pub fn has_keyword(&mut self, all: &[(String, Val)], key: &Val) -> Val {
        let has = matches!(key, Val::Str(key) if all.iter().any(|(name, _)| **name == **key));
        Val::weak(self.boolean(has), DType::Bool)
    }
}

/// True for `class P(NamedTuple)`.
pub(crate) fn is_named_class(def: &ast::StmtClassDef) -> bool {
    let base = def.arguments.as_deref().and_then(|arguments| arguments.args.first());
    match base {
        Some(Expr::Name(name)) => name.id.as_str() == "NamedTuple",
        Some(Expr::Attribute(attribute)) => attribute.attr.id.as_str() == "NamedTuple",
        _ => false,
    }
}
