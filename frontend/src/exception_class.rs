//! Exception types of the program: classes without contents that derive from an exception.

use crate::classes::UserClass;
use crate::cx::{Cx, R};
use crate::value::{Callable, Val};
use npc_base::Code;
use npc_midend::exceptions::BUILTIN;
use ruff_python_ast::{Expr, Stmt};
use rustc_hash::FxHashSet;
use std::rc::Rc;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Longest chain of classes that derive from each other.
const MAX_BASES: usize = 100;

/// Names of exception types live as long as the process; there are few.
fn interned(name: &str) -> &'static str {
    static NAMES: LazyLock<Mutex<FxHashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    match names.get(name) {
        Some(known) => known,
        None => {
            let name: &'static str = Box::leak(name.to_string().into_boxed_str());
            names.insert(name);
            name
        }
    }
}

impl Cx<'_> {
    /// The exception type that a class is; `None` if it is another class.
    pub fn exception_class(&mut self, class: &Rc<UserClass>) -> R<Option<Val>> {
        let Some(base) = self.exception_base(class, 0) else { return Ok(None) };
        self.register_exception(class, base)?;
        Ok(Some(Val::Callable(Callable::Exception(interned(&class.name)))))
    }

    /// The exception that the class derives from.
    fn exception_base(&self, class: &UserClass, depth: usize) -> Option<String> {
        let bases = class.def.arguments.as_ref().map(|arguments| &arguments.args[..]).unwrap_or_default();
        let Some(Expr::Name(base)) = bases.first() else { return None };
        let name = base.id.as_str();
        if depth > MAX_BASES || name == &*class.name {
            let builtin = BUILTIN.iter().any(|(known, _)| *known == name) && depth == 0;
            return builtin.then(|| name.to_string());
        }
        match self.user[class.module].classes.get(name) {
            Some(base) => self.exception_base(base, depth + 1).map(|_| name.to_string()),
            None => BUILTIN.iter().any(|(known, _)| *known == name).then(|| name.to_string()),
        }
    }

    fn register_exception(&mut self, class: &Rc<UserClass>, base: String) -> R<()> {
        if class.def.arguments.as_ref().is_some_and(|arguments| arguments.args.len() > 1) {
            return Err(self.unsupported("a class of exceptions with several bases"));
        }
        let contents = class.def.body.iter().find(|stmt| !is_empty(stmt));
        if let Some(stmt) = contents {
            use ruff_text_size::Ranged;
            return Err(self.at(stmt.range(), |cx| cx.unsupported("a class of exceptions with fields or methods")));
        }
        if let Some(base) = self.user[class.module].classes.get(&base).filter(|base| !Rc::ptr_eq(base, class)).cloned() {
            self.exception_class(&base)?;
        }
        let name = class.name.to_string();
        match self.module.exceptions.get(&name) {
            Some(known) if *known != base => {
                let message = format!("two exception types are called `{name}`");
                Err(self.error(Code::Unsupported, message))
            }
            Some(_) => Ok(()),
            None => {
                self.module.exceptions.insert(name, base);
                Ok(())
            }
        }
    }
}

/// `pass`, `...` or a docstring.
fn is_empty(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Pass(_) => true,
        Stmt::Expr(expr) => matches!(&*expr.value, Expr::StringLiteral(_) | Expr::EllipsisLiteral(_)),
        _ => false,
    }
}
