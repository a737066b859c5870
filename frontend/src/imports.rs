//! What imports bind: modules and functions of the library, types, and files of the user's.

use crate::cx::Cx;
use crate::value::{Callable, Val};
use ruff_python_ast as ast;

impl Cx<'_> {
    /// The names that an import binds.
    pub fn imported(&mut self, stmt: &ast::Stmt) -> Vec<(String, Val)> {
        let known = |name: &str| match name {
            "numpy" => Some("numpy"),
            "math" => Some("math"),
            "collections" => Some("collections"),
            "typing" => Some("typing"),
            "numpy.linalg" => Some("numpy.linalg"),
            "numpy.fft" => Some("numpy.fft"),
            "cmath" => Some("cmath"),
            "heapq" => Some("heapq"),
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
                        Some(module) if module.starts_with("numpy.") && alias.asname.is_none() => Val::Module("numpy"),
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
        if known.defines(name) {
            return self.user_module_attribute(module, name).unwrap_or(Val::Error);
        }
        Val::Module("other")
    }

    fn imported_from(&mut self, module: Option<&'static str>, name: &str) -> Val {
        match module {
            Some("numba") => crate::signature::numba_name(name).unwrap_or(Val::Module("other")),
            Some("collections") if name == "namedtuple" => Val::Callable(Callable::Intrinsic("namedtuple")),
            Some("numpy") => {
                if let Some(class) = crate::attribute::abstract_class(name).or_else(|| crate::dtypes::word(name)) {
                    return class;
                }
                if let Some(dtype) = crate::attribute::numpy_dtype(name) {
                    return Val::Type(dtype, false);
                }
                if let Some(module) = crate::attribute::numpy_module(name) {
                    return Val::Module(module);
                }
                match self.library.function("numpy", name) {
                    Some(func) => Val::Callable(Callable::Library(func)),
                    None if name == "newaxis" => Val::None,
                    None => Val::Module("other"),
                }
            }
            Some(namespace @ ("math" | "cmath" | "heapq" | "numpy.linalg" | "numpy.fft")) => {
                match self.library.function(namespace, name) {
                    Some(func) => Val::Callable(Callable::Library(func)),
                    None => Val::Module("other"),
                }
            }
            _ => Val::Module("other"),
        }
    }
}
