//! Classes of the user's: instances are objects whose fields have one type each, for all instances of the class.
//!
//! A field has the type of its annotation, or of what is assigned to it; where that is found out late, the program is
//! compiled again (`sites.rs`). A field that `__init__` does not certainly set carries a flag, and reading it raises
//! AttributeError while it is not set.

use crate::cx::{Cx, R, Scope, Stop};
use crate::merge::merge_types;
use crate::object::{Class, ObjectTy};
use crate::signature::Reader;
use crate::value::{Callable, Ty, UserFunc, Val};
use indexmap::IndexMap;
use npc_base::{Code, Diagnostic};
use npc_midend::ir::Value;
use npc_midend::types::DType;
use ruff_python_ast::{self as ast, CmpOp, Expr, Operator, Stmt};
use ruff_text_size::Ranged;
use std::rc::Rc;

/// A `class` at the top level of a user's file.
#[derive(Debug)]
pub(crate) struct UserClass {
    pub name: Rc<str>,
    pub def: Rc<ast::StmtClassDef>,
    pub module: usize,
    pub methods: IndexMap<String, Rc<UserFunc>>,
    /// Annotated names of its body, with their annotations and defaults, in order.
    annotated: Vec<Field>,
    /// Other names that its body assigns.
    constants: IndexMap<String, Rc<Expr>>,
    pub is_dataclass: bool,
}

/// An annotated name, its annotation and default.
type Field = (Rc<str>, Expr, Option<Expr>);

/// A field, and the class that has it.
type Annotated = (Rc<UserClass>, Field);

/// What is known of a class: its number is its place in [`Cx::classes`].
pub(crate) struct Known {
    class: Rc<UserClass>,
    fields: Vec<(Rc<str>, Ty)>,
}

impl UserClass {
    pub fn new(def: ast::StmtClassDef, module: usize) -> UserClass {
        let name: Rc<str> = def.name.id.as_str().into();
        let mut methods = IndexMap::new();
        let mut annotated = Vec::new();
        let mut constants = IndexMap::new();
        for stmt in &def.body {
            match stmt {
                Stmt::FunctionDef(method) => {
                    let func = UserFunc { class: Some(name.clone()), ..UserFunc::new(method.clone(), module) };
                    methods.insert(method.name.id.to_string(), Rc::new(func));
                }
                Stmt::AnnAssign(assign) => {
                    if let Expr::Name(field) = &*assign.target {
                        annotated.push((
                            field.id.as_str().into(),
                            (*assign.annotation).clone(),
                            assign.value.as_deref().cloned(),
                        ));
                    }
                }
                Stmt::Assign(assign) => {
                    // `__rmul__ = __mul__`
                    let method = match &*assign.value {
                        Expr::Name(name) => methods.get(name.id.as_str()).cloned(),
                        _ => None,
                    };
                    if let ([Expr::Name(name)], Some(method)) = (&assign.targets[..], method) {
                        methods.insert(name.id.to_string(), method);
                        continue;
                    }
                    if let [Expr::Name(constant)] = &assign.targets[..] {
                        constants.insert(constant.id.to_string(), Rc::new((*assign.value).clone()));
                    }
                }
                _ => {}
            }
        }
        let is_dataclass = def.decorator_list.iter().any(|decorator| last_word(&decorator.expression) == Some("dataclass"));
        UserClass { name, def: Rc::new(def), module, methods, annotated, constants, is_dataclass }
    }
}

fn is_of(object: &ObjectTy, class: &UserClass) -> bool {
    matches!(&object.class, Class::User(module, name) if *module == class.module && *name == class.name)
}

/// `dataclass` of `@dataclasses.dataclass(frozen=True)`.
fn last_word(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Call(call) => last_word(&call.func),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        Expr::Name(name) => Some(name.id.as_str()),
        _ => None,
    }
}

fn decorator_of<'d>(def: &'d ast::StmtFunctionDef, wanted: &str) -> Option<&'d Expr> {
    let mut decorators = def.decorator_list.iter().map(|decorator| &decorator.expression);
    decorators.find(|decorator| last_word(decorator) == Some(wanted))
}

impl Cx<'_> {
    // ---- what is known of classes

    fn class_number(&mut self, class: &Rc<UserClass>) -> usize {
        if let Some(known) = self.classes.iter().position(|known| Rc::ptr_eq(&known.class, class)) {
            return known;
        }
        self.classes.push(Known { class: class.clone(), fields: Vec::new() });
        let number = self.classes.len() - 1;
        for (owner, (name, annotation, _)) in self.annotated_fields(class) {
            let ty = self.declared_type(&annotation, owner.module).unwrap_or(Ty::Unknown);
            self.classes[number].fields.push((name, ty));
        }
        number
    }

    /// The type of instances.
    pub fn class_type(&mut self, class: &Rc<UserClass>) -> ObjectTy {
        self.class_number(class);
        ObjectTy { class: Class::User(class.module, class.name.clone()), params: Vec::new(), frozen: false }
    }

    /// Fields of a class of the user's that are known by now.
    pub fn class_fields(&self, object: &ObjectTy) -> Vec<(Rc<str>, Ty)> {
        let known = self.classes.iter().find(|known| is_of(object, &known.class));
        let fields = known.map(|known| known.fields.clone()).unwrap_or_default();
        fields.into_iter().map(|(name, ty)| (name, self.resolved(&ty))).collect()
    }

    /// The class and those that it derives from, itself first.
    fn lineage(&mut self, class: &Rc<UserClass>) -> Vec<Rc<UserClass>> {
        let mut all = vec![class.clone()];
        let mut at = 0;
        while at < all.len() && all.len() < 1000 {
            let this = all[at].clone();
            for base in this.def.bases() {
                if let Expr::Name(name) = base
                    && let Some(base) = self.user.get(this.module).and_then(|module| module.classes.get(name.id.as_str()))
                    && !all.iter().any(|known| Rc::ptr_eq(known, base))
                {
                    all.push(base.clone());
                }
            }
            at += 1;
        }
        all
    }

    /// Annotated fields, those of bases first.
    fn annotated_fields(&mut self, class: &Rc<UserClass>) -> Vec<Annotated> {
        let mut fields: Vec<Annotated> = Vec::new();
        for class in self.lineage(class).into_iter().rev() {
            for field in &class.annotated {
                match fields.iter_mut().find(|(_, known)| known.0 == field.0) {
                    Some(known) => *known = (class.clone(), field.clone()),
                    None => fields.push((class.clone(), field.clone())),
                }
            }
        }
        fields
    }

    /// True if an object is an instance of the class or of one that derives from it.
    pub fn is_subclass(&mut self, object: &ObjectTy, class: &Rc<UserClass>) -> bool {
        self.class_of(object).is_some_and(|own| self.lineage(&own).iter().any(|base| Rc::ptr_eq(base, class)))
    }

    /// The fields that positional patterns of a dataclass stand for.
    pub fn positional_fields(&mut self, class: &Rc<UserClass>) -> Vec<String> {
        self.annotated_fields(class).iter().map(|(_, field)| field.0.to_string()).collect()
    }

    fn method_of(&mut self, class: &Rc<UserClass>, name: &str) -> Option<Rc<UserFunc>> {
        self.lineage(class).iter().find_map(|class| class.methods.get(name).cloned())
    }

    fn class_of(&self, object: &ObjectTy) -> Option<Rc<UserClass>> {
        match &object.class {
            Class::User(module, name) => self.user.get(*module)?.classes.get(&**name).cloned(),
            _ => None,
        }
    }

    /// True for an instance of a dataclass.
    pub fn is_dataclass(&self, object: &ObjectTy) -> bool {
        self.class_of(object).is_some_and(|class| class.is_dataclass)
    }

    /// The type that an annotation says, where it says one that npc knows.
    pub fn declared_type(&mut self, annotation: &Expr, module: usize) -> Option<Ty> {
        let weak = |dtype| Some(Ty::Scalar { dtype, weak: true });
        match annotation {
            Expr::StringLiteral(text) => {
                let parsed = ruff_python_parser::parse_expression(text.value.to_str()).ok()?;
                self.declared_type(&parsed.into_syntax().body, module)
            }
            Expr::NoneLiteral(_) => Some(Ty::None),
            Expr::Name(name) => match name.id.as_str() {
                "int" => weak(DType::I64),
                "float" => weak(DType::F64),
                "bool" => weak(DType::Bool),
                other => match self.user.get(module)?.classes.get(other).cloned() {
                    Some(class) => Some(Ty::Object(self.class_type(&class))),
                    None => self.read_type(annotation, module),
                },
            },
            Expr::Subscript(subscript) => {
                let args: Vec<&Expr> = match &*subscript.slice {
                    Expr::Tuple(tuple) => tuple.elts.iter().collect(),
                    one => vec![one],
                };
                let mut types = || args.iter().map(|arg| self.declared_type(arg, module)).collect::<Option<Vec<_>>>();
                let container = |class, params| Some(Ty::Object(ObjectTy { class, params, frozen: false }));
                match (last_word(&subscript.value)?, args.len()) {
                    ("list" | "List", 1) => container(Class::List, types()?),
                    ("dict" | "Dict", 2) => container(Class::Dict, types()?),
                    ("set" | "Set", 1) => container(Class::Set, types()?),
                    ("tuple" | "Tuple", _) if !matches!(args.last(), Some(Expr::EllipsisLiteral(_))) => {
                        Some(Ty::Tuple(types()?))
                    }
                    _ => self.read_type(annotation, module),
                }
            }
            _ => self.read_type(annotation, module),
        }
    }

    fn read_type(&mut self, annotation: &Expr, module: usize) -> Option<Ty> {
        let user = self.user.get(module)?.clone();
        let reader = Reader::new(self.sources.get(user.file), user.file, Some(&user));
        reader.declared(annotation).ok().and_then(|declared| declared.ty())
    }

    /// A value on its way to an annotated name.
    pub fn as_annotated(&mut self, annotation: &Expr, val: Val) -> R<Val> {
        if !matches!(val, Val::List(_) | Val::Object(..)) {
            return Ok(val);
        }
        let Scope::User(module) = self.frame_ref().scope else { return Ok(val) };
        match self.declared_type(annotation, module) {
            Some(ty @ Ty::Object(_)) => self.convert_to(&val, &ty),
            _ => Ok(val),
        }
    }

    // ---- instances

    /// `C(…)`
    pub fn call_class(&mut self, class: &Rc<UserClass>, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let object = self.class_type(class);
        if let Some(init) = self.method_of(class, "__init__") {
            let value = self.new_object(&object);
            let this = Val::Object(object, value);
            self.call_method(&init, &this, args, keywords)?;
            return Ok(this);
        }
        let fields = self.annotated_fields(class);
        let has_fields = class.is_dataclass || self.lineage(class).iter().any(|class| class.is_dataclass || is_jitclass(class));
        let given = args.len() + keywords.len();
        if !has_fields && given > 0 {
            let name = &class.name;
            return Err(self.error(Code::WrongArguments, format!("{name}() takes no arguments")));
        }
        let mut values = Vec::new();
        if has_fields {
            values = self.bind_fields(class, &fields, args, keywords)?;
        }
        let object = self.class_type(class);
        let value = self.new_object(&object);
        let this = Val::Object(object.clone(), value);
        for (name, val) in values {
            self.set_field(&object, value, &name, &val)?;
        }
        if let Some(post) = self.method_of(class, "__post_init__") {
            self.call_method(&post, &this, Vec::new(), Vec::new())?;
        }
        Ok(this)
    }

    fn bind_fields(
        &mut self,
        class: &Rc<UserClass>,
        fields: &[Annotated],
        args: Vec<Val>,
        keywords: Vec<(String, Val)>,
    ) -> R<Vec<(Rc<str>, Val)>> {
        let shown = format!("{}.__init__", class.name);
        if args.len() > fields.len() {
            let (expected, given) = (fields.len() + 1, args.len() + 1);
            let message = format!("{shown}() takes {expected} positional arguments but {given} were given");
            return Err(self.error(Code::WrongArguments, message));
        }
        let mut bound: Vec<(Rc<str>, Val)> = fields.iter().map(|(_, field)| field.0.clone()).zip(args).collect();
        for (key, val) in keywords {
            let Some((_, field)) = fields.iter().find(|(_, field)| *field.0 == *key) else {
                let names: Vec<&str> = fields.iter().map(|(_, field)| &*field.0).collect();
                let message = format!("{shown}() got an unexpected keyword argument '{key}'");
                let mut diagnostic = self.here(Diagnostic::error(Code::WrongArguments, message), "");
                if let Some(similar) = npc_base::closest(&key, names) {
                    diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
                }
                return Err(self.report(diagnostic));
            };
            if bound.iter().any(|(name, _)| *name == field.0) {
                return Err(self.error(Code::WrongArguments, format!("{shown}() got multiple values for argument '{key}'")));
            }
            bound.push((field.0.clone(), val));
        }
        let mut missing = Vec::new();
        for (owner, (name, _, default)) in fields {
            if bound.iter().any(|(known, _)| known == name) {
                continue;
            }
            match default {
                Some(default) => {
                    let val = self.in_scope(Scope::User(owner.module), |cx| {
                        // The containers of each field have types of their own.
                        cx.at(default.range(), |cx| cx.field_default(default))
                    })?;
                    bound.push((name.clone(), val));
                }
                None => missing.push(format!("'{name}'")),
            }
        }
        if !missing.is_empty() {
            let (count, plural) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
            let list = missing.join(" and ");
            let message = format!("{shown}() missing {count} required positional argument{plural}: {list}");
            return Err(self.error(Code::WrongArguments, message));
        }
        Ok(bound)
    }

    /// `field(default_factory=list)`, or any expression.
    fn field_default(&mut self, default: &Expr) -> R<Val> {
        if let Expr::Call(call) = default
            && last_word(&call.func) == Some("field")
        {
            for keyword in &call.arguments.keywords {
                match keyword.arg.as_ref().map(|name| name.as_str()) {
                    Some("default") => return self.expr(&keyword.value),
                    Some("default_factory") => {
                        let factory = self.expr(&keyword.value)?;
                        return self.call_value(&factory, Vec::new(), Vec::new());
                    }
                    _ => {}
                }
            }
        }
        self.expr(default)
    }

    fn call_method(&mut self, method: &Rc<UserFunc>, this: &Val, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        self.call_user(method, std::iter::once(this.clone()).chain(args).collect(), keywords)
    }

    // ---- fields and methods

    /// `object.name`
    pub fn object_attribute(&mut self, object: &ObjectTy, value: Value, name: &str) -> R<Val> {
        let has_fields = !self.in_user_code() || matches!(object.class, Class::User(..));
        if has_fields && let Some(val) = self.get_field(object, value, name)? {
            return Ok(val);
        }
        if object.class == Class::Dict && matches!(name, "keys" | "values" | "items") {
            let word = match name {
                "keys" => "dict.keys",
                "values" => "dict.values",
                _ => "dict.items",
            };
            let receiver = Box::new(Val::Object(object.clone(), value));
            return Ok(Val::Callable(Callable::Method(receiver, Rc::new(Callable::Intrinsic(word)))));
        }
        if let Some(method) = self.container_method(object, value, name) {
            return Ok(method);
        }
        let this = Val::Object(object.clone(), value);
        if let Some(class) = self.class_of(object) {
            if let Some(method) = self.method_of(&class, name) {
                if decorator_of(&method.def, "property").is_some() {
                    return self.call_method(&method, &this, Vec::new(), Vec::new());
                }
                let callable = Callable::User(method.clone());
                return Ok(Val::Callable(match decorator_of(&method.def, "staticmethod") {
                    Some(_) => callable,
                    None => Callable::Method(Box::new(this), Rc::new(callable)),
                }));
            }
            if let Some(val) = self.class_constant(&class, name)? {
                return Ok(val);
            }
        }
        let shown = object.name();
        let known: Vec<Rc<str>> = self.fields_of(object).into_iter().map(|(name, _)| name).collect();
        let message = format!("'{shown}' object has no attribute '{name}'");
        let mut diagnostic = self.here(Diagnostic::error(Code::UnknownAttribute, message), "");
        let methods: Vec<String> = match (self.class_of(object), object.namespace()) {
            (Some(class), _) => self.lineage(&class).iter().flat_map(|class| class.methods.keys().cloned()).collect(),
            (None, Some(namespace)) => crate::library::names(namespace).map(str::to_string).collect(),
            _ => Vec::new(),
        };
        let names = known.iter().map(|name| &**name).filter(|_| self.class_of(object).is_some());
        if let Some(similar) = npc_base::closest(name, names.chain(methods.iter().map(String::as_str))) {
            diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
        } else if let Some(help) = crate::never::foreign_attribute(name).filter(|_| self.class_of(object).is_none()) {
            diagnostic = diagnostic.help(help);
        }
        Err(self.report(diagnostic))
    }

    fn class_constant(&mut self, class: &Rc<UserClass>, name: &str) -> R<Option<Val>> {
        for class in self.lineage(class) {
            if let Some(constant) = class.constants.get(name).cloned() {
                let val = self.in_scope(Scope::User(class.module), |cx| cx.expr(&constant))?;
                return Ok(Some(crate::frozen::frozen(val)));
            }
        }
        Ok(None)
    }

    /// `C.name`
    pub fn class_attribute(&mut self, class: &Rc<UserClass>, name: &str) -> R<Val> {
        if let Some(val) = self.class_constant(class, name)? {
            return Ok(val);
        }
        if let Some(method) = self.method_of(class, name) {
            let callable = Callable::User(method.clone());
            return Ok(Val::Callable(match decorator_of(&method.def, "classmethod") {
                Some(_) => Callable::Method(Box::new(Val::Callable(Callable::Class(class.clone()))), Rc::new(callable)),
                None => callable,
            }));
        }
        let message = format!("type object '{}' has no attribute '{name}'", class.name);
        Err(self.error(Code::UnknownAttribute, message))
    }

    /// `base.name = val`
    pub fn store_attribute(&mut self, base: &Val, name: &str, val: Val) -> R<()> {
        let Val::Object(object, value) = base else {
            return self.store_other_attribute(base, name, val);
        };
        let (object, value) = (object.clone(), *value);
        if let Some(class) = self.class_of(&object) {
            let setter = self.lineage(&class).iter().any(|class| class.methods.contains_key(name));
            if setter {
                return Err(self.unsupported(&format!("assigning to the property `{name}`")));
            }
            if is_frozen(&class) && self.in_user_code() {
                self.raise("FrozenInstanceError", &format!("cannot assign to field '{name}'"), &[]);
                return Err(Stop);
            }
        }
        self.set_field(&object, value, name, &val)
    }

    fn store_other_attribute(&mut self, base: &Val, name: &str, _val: Val) -> R<()> {
        let shown = self.type_of(base).name();
        Err(self.unsupported(&format!("assigning to the attribute `{name}` of {shown}")))
    }

    fn get_field(&mut self, object: &ObjectTy, value: Value, name: &str) -> R<Option<Val>> {
        if let Some(set) = self.load_field(object, value, &flag_of(name))?
            && !self.certain_fields(object).iter().any(|certain| certain == name)
        {
            let set = self.truth_of(&set)?;
            let message = format!("'{}' object has no attribute '{name}'", object.name());
            self.check(set, "AttributeError", &message, &[])?;
        }
        self.load_field(object, value, name)
    }

    fn set_field(&mut self, object: &ObjectTy, value: Value, name: &str, val: &Val) -> R<()> {
        let Some(class) = self.class_of(object) else {
            self.store_field(object, value, name, val)?;
            return Ok(());
        };
        let number = self.class_number(&class);
        let fields = self.class_fields(object);
        let known = fields.iter().find(|(field, _)| **field == *name).map(|(_, ty)| ty.clone()).unwrap_or(Ty::Unknown);
        let stored = self.storable(val, &known)?;
        let given = self.type_of(&stored);
        let merged = match &known {
            Ty::Unknown => Some(given.clone()),
            known => merge_types(known, &given),
        };
        let Some(merged) = merged else {
            let message = format!("the field `{name}` of {} is {}, and this is {}", object.name(), known.name(), given.name());
            return Err(self.error(Code::CannotMergeTypes, message));
        };
        if merged != known {
            self.learn_field(number, name, merged);
        }
        let stored = match self.class_fields(object).into_iter().find(|(field, _)| **field == *name) {
            Some((_, ty)) => self.convert_to(&stored, &ty)?,
            None => stored,
        };
        self.store_field(object, value, name, &stored)?;
        if !self.certain_fields(object).iter().any(|certain| certain == name) {
            let set = Val::weak(self.boolean(true), DType::Bool);
            let flag = flag_of(name);
            if !fields.iter().any(|(field, _)| **field == *flag) {
                self.learn_field(number, &flag, Ty::Scalar { dtype: DType::Bool, weak: true });
            }
            self.store_field(object, value, &flag, &set)?;
        }
        Ok(())
    }

    /// Code that was made before does not know it; so all is compiled again in the end.
    fn learn_field(&mut self, number: usize, name: &str, ty: Ty) {
        let fields = &mut self.classes[number].fields;
        match fields.iter_mut().find(|(field, _)| **field == *name) {
            Some((_, known)) => *known = ty,
            None => fields.push((name.into(), ty)),
        }
        self.sites.outdated = true;
    }

    /// Fields that every instance has from the start: annotated ones, and those that `__init__` sets before it does
    /// anything with the instance as a whole.
    fn certain_fields(&mut self, object: &ObjectTy) -> Vec<String> {
        let Some(class) = self.class_of(object) else { return Vec::new() };
        match self.method_of(&class, "__init__") {
            Some(init) => set_at_once(&init.def),
            None => self.annotated_fields(&class).into_iter().map(|(_, (name, ..))| name.to_string()).collect(),
        }
    }

    // ---- super()

    /// The class whose method is being compiled, and the value of the method's first parameter.
    fn method_here(&mut self) -> Option<(Rc<UserClass>, Val)> {
        let key = self.compiling.last()?.function.clone();
        let (module, rest) = key.split_once(':')?;
        let (class, method) = rest.split(' ').next()?.split_once('.')?;
        let class = self.user.get(module.parse::<usize>().ok()?)?.classes.get(class)?.clone();
        let first = class.methods.get(method)?.def.parameters.args.first()?.name().id.to_string();
        let this = self.frame_ref().env.get(&first)?.val.clone();
        Some((class, this))
    }

    /// `super()`
    pub fn builtin_super(&mut self) -> R<Val> {
        match self.method_here() {
            Some((_, this)) => Ok(Val::Iterate("super", vec![this])),
            None => Err(self.error(Code::TypeMismatch, "super(): no arguments, and this is no method")),
        }
    }

    /// `super().name`: looked for behind the class whose method this is.
    pub fn super_attribute(&mut self, this: &Val, name: &str) -> R<Val> {
        let Some((class, _)) = self.method_here() else { return Err(Stop) };
        let Val::Object(object, _) = this else { return Err(Stop) };
        let all = match self.class_of(object) {
            Some(own) => self.lineage(&own),
            None => Vec::new(),
        };
        let behind = all.iter().skip_while(|known| !Rc::ptr_eq(known, &class)).skip(1);
        if let Some(method) = behind.filter_map(|class| class.methods.get(name)).next() {
            return Ok(Val::Callable(Callable::Method(Box::new(this.clone()), Rc::new(Callable::User(method.clone())))));
        }
        // `object` takes no arguments and does nothing.
        if name == "__init__" {
            return Ok(Val::Callable(Callable::Intrinsic("object.__init__")));
        }
        Err(self.error(Code::UnknownAttribute, format!("'super' object has no attribute '{name}'")))
    }

    // ---- operators

    /// A special method of an instance, called.
    pub fn special(&mut self, this: &Val, name: &str, args: Vec<Val>) -> R<Option<Val>> {
        let Val::Object(object, _) = this else { return Ok(None) };
        let Some(class) = self.class_of(object) else { return Ok(None) };
        match self.method_of(&class, name) {
            Some(method) => self.call_method(&method, this, args, Vec::new()).map(Some),
            None => Ok(None),
        }
    }

    pub fn instance_truth(&mut self, object: &ObjectTy, value: Value) -> R<Value> {
        let this = Val::Object(object.clone(), value);
        for name in ["__bool__", "__len__"] {
            if let Some(result) = self.special(&this, name, Vec::new())? {
                return self.truth_of(&result);
            }
        }
        Ok(self.boolean(true))
    }

    /// `a + b` by `__add__` and `__radd__`; `None` if neither side has them.
    pub fn instance_operation(&mut self, op: Operator, a: &Val, b: &Val) -> R<Option<Val>> {
        let Some(name) = special_name(op) else { return Ok(None) };
        if let Some(result) = self.special(a, &format!("__{name}__"), vec![b.clone()])? {
            return Ok(Some(result));
        }
        self.special(b, &format!("__r{name}__"), vec![a.clone()])
    }

    /// Comparisons of instances; `None` if neither side is one.
    pub fn compare_instances(&mut self, op: CmpOp, a: &Val, b: &Val) -> R<Option<Val>> {
        let class = |val: &Val| match val {
            Val::Object(object, _) => self.class_of(object),
            _ => None,
        };
        let (left, right) = (class(a), class(b));
        if left.is_none() && right.is_none() {
            return Ok(None);
        }
        let (name, mirrored) = match op {
            CmpOp::Eq | CmpOp::NotEq => ("__eq__", "__eq__"),
            CmpOp::Lt => ("__lt__", "__gt__"),
            CmpOp::LtE => ("__le__", "__ge__"),
            CmpOp::Gt => ("__gt__", "__lt__"),
            CmpOp::GtE => ("__ge__", "__le__"),
            _ => return Ok(None),
        };
        for (this, other, name) in [(a, b, name), (b, a, mirrored)] {
            if let Some(result) = self.special(this, name, vec![other.clone()])? {
                let truth = self.truth_of(&result)?;
                let value = if op == CmpOp::NotEq { self.not(truth) } else { truth };
                return Ok(Some(Val::weak(value, DType::Bool)));
            }
        }
        if !matches!(op, CmpOp::Eq | CmpOp::NotEq)
            && let (Val::Object(x, p), Val::Object(y, q), Some(class)) = (a, b, &left)
            && x == y
            && has_option(class, "order")
        {
            let (x, p, q, class) = (x.clone(), *p, *q, class.clone());
            let (m, n) = (self.compared_fields(&class, &x, p)?, self.compared_fields(&class, &x, q)?);
            return self.compare_vals(op, &m, &n).map(Some);
        }
        if !matches!(op, CmpOp::Eq | CmpOp::NotEq) {
            let (x, y) = (self.type_of(a).name(), self.type_of(b).name());
            let op = op.as_str();
            return Err(self.error(Code::TypeMismatch, format!("'{op}' not supported between instances of '{x}' and '{y}'")));
        }
        let equal = self.instances_equal(a, b, left)?;
        let value = if op == CmpOp::NotEq { self.not(equal) } else { equal };
        Ok(Some(Val::weak(value, DType::Bool)))
    }

    fn instances_equal(&mut self, a: &Val, b: &Val, class: Option<Rc<UserClass>>) -> R<Value> {
        let (Val::Object(x, p), Val::Object(y, q)) = (a, b) else { return Ok(self.boolean(false)) };
        if x != y {
            return Ok(self.boolean(false));
        }
        let Some(class) = class.filter(|class| class.is_dataclass) else { return Ok(self.same_object(*p, *q)) };
        let (x, p, q) = (x.clone(), *p, *q);
        let (m, n) = (self.compared_fields(&class, &x, p)?, self.compared_fields(&class, &x, q)?);
        let equal = self.compare_vals(CmpOp::Eq, &m, &n)?;
        self.truth_of(&equal)
    }

    /// The fields that comparisons of a dataclass look at, as a tuple.
    fn compared_fields(&mut self, class: &Rc<UserClass>, object: &ObjectTy, value: Value) -> R<Val> {
        let mut members = Vec::new();
        for (_, (name, _, default)) in self.annotated_fields(class) {
            let left_out = matches!(&default, Some(Expr::Call(call)) if last_word(&call.func) == Some("field")
                && call.arguments.keywords.iter().any(|keyword| is_option(keyword, "compare", false)));
            if !left_out && let Some(val) = self.get_field(object, value, &name)? {
                members.push(val);
            }
        }
        Ok(Val::Tuple(members))
    }
}

fn is_jitclass(class: &UserClass) -> bool {
    class.def.decorator_list.iter().any(|decorator| last_word(&decorator.expression) == Some("jitclass"))
}

fn is_frozen(class: &UserClass) -> bool {
    has_option(class, "frozen")
}

/// `@dataclass(option=True)`
fn has_option(class: &UserClass, option: &str) -> bool {
    class.def.decorator_list.iter().any(|decorator| match &decorator.expression {
        Expr::Call(call) => call.arguments.keywords.iter().any(|keyword| is_option(keyword, option, true)),
        _ => false,
    })
}

fn is_option(keyword: &ast::Keyword, option: &str, wanted: bool) -> bool {
    keyword.arg.as_ref().is_some_and(|name| name.as_str() == option)
        && matches!(&keyword.value, Expr::BooleanLiteral(literal) if literal.value == wanted)
}

/// The name of the field that says whether a field is set.
fn flag_of(name: &str) -> String {
    format!("{name} is set")
}

fn special_name(op: Operator) -> Option<&'static str> {
    Some(match op {
        Operator::Add => "add",
        Operator::Sub => "sub",
        Operator::Mult => "mul",
        Operator::MatMult => "matmul",
        Operator::Div => "truediv",
        Operator::FloorDiv => "floordiv",
        Operator::Mod => "mod",
        Operator::Pow => "pow",
        Operator::LShift => "lshift",
        Operator::RShift => "rshift",
        Operator::BitAnd => "and",
        Operator::BitOr => "or",
        Operator::BitXor => "xor",
    })
}

/// The names that `__init__` assigns, at its top level, before anything else could see the instance.
fn set_at_once(init: &ast::StmtFunctionDef) -> Vec<String> {
    let Some(this) = init.parameters.args.first().map(|param| param.name().id.to_string()) else { return Vec::new() };
    let mut set = Vec::new();
    for stmt in &init.body {
        let (value, targets): (Option<&Expr>, Vec<&Expr>) = match stmt {
            Stmt::Assign(assign) => (Some(&assign.value), assign.targets.iter().collect()),
            Stmt::AnnAssign(assign) => (assign.value.as_deref(), vec![&assign.target]),
            other if !mentions(std::slice::from_ref(other), &this) && !leaves(other) => continue,
            _ => return set,
        };
        if value.is_some_and(|value| uses_whole(value, &this, &set)) {
            return set;
        }
        for target in targets.into_iter().flat_map(flat_targets) {
            match target {
                Expr::Attribute(attribute) if is_name(&attribute.value, &this) && value.is_some() => {
                    set.push(attribute.attr.to_string());
                }
                Expr::Name(_) => {}
                other if uses_whole(other, &this, &set) => return set,
                _ => {}
            }
        }
    }
    set
}

fn flat_targets(target: &Expr) -> Vec<&Expr> {
    match target {
        Expr::Tuple(tuple) => tuple.elts.iter().flat_map(flat_targets).collect(),
        other => vec![other],
    }
}

fn is_name(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Name(found) if found.id.as_str() == name)
}

fn mentions(stmts: &[Stmt], name: &str) -> bool {
    crate::names::Reads::of(stmts).read_outside(name, ruff_text_size::TextRange::default())
}

/// True if the statement may leave `__init__` early.
fn leaves(stmt: &Stmt) -> bool {
    matches!(
        stmt,
        Stmt::Return(_) | Stmt::If(_) | Stmt::For(_) | Stmt::While(_) | Stmt::Try(_) | Stmt::With(_) | Stmt::Match(_)
    ) && contains_return(stmt)
}

fn contains_return(stmt: &Stmt) -> bool {
    use ruff_python_ast::visitor::{Visitor, walk_stmt};
    struct Find(bool);
    impl<'a> Visitor<'a> for Find {
        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            self.0 |= matches!(stmt, Stmt::Return(_));
            walk_stmt(self, stmt);
        }
    }
    let mut find = Find(false);
    find.visit_stmt(stmt);
    find.0
}

/// True if the expression uses the instance in another way than by reading a field that is set.
fn uses_whole(expr: &Expr, this: &str, set: &[String]) -> bool {
    use ruff_python_ast::visitor::{Visitor, walk_expr};
    struct Find<'n> {
        this: &'n str,
        set: &'n [String],
        found: bool,
    }
    impl<'a> Visitor<'a> for Find<'_> {
        fn visit_expr(&mut self, expr: &'a Expr) {
            match expr {
                Expr::Attribute(attribute)
                    if is_name(&attribute.value, self.this) && self.set.iter().any(|name| *name == attribute.attr.as_str()) => {
                }
                Expr::Name(name) if name.id.as_str() == self.this => self.found = true,
                _ => walk_expr(self, expr),
            }
        }
    }
    let mut find = Find { this, set, found: false };
    find.visit_expr(expr);
    find.found
}
