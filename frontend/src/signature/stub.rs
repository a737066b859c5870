//! A `STEM.pyi` beside the source: annotations that stand in a file of their own.

use super::reader::Reader;
use super::{Signature, annotations};
use crate::cx::{Cx, Loader, R};
use crate::module::UserModule;
use crate::value::UserFunc;
use npc_base::{Diagnostic, FileId, Sources};
use ruff_python_ast::{self as ast, Stmt};
use std::rc::Rc;

/// A stub file.
#[derive(Debug)]
pub(crate) struct Stub {
    module: UserModule,
    /// Every `def`: an overloaded function has several.
    defs: Vec<ast::StmtFunctionDef>,
}

impl Stub {
    /// The stub of the source, if the loader has one. Its name is that of the file, `kernels.pyi`.
    pub fn load(sources: &mut Sources, file: FileId, loader: &dyn Loader) -> Result<Option<Rc<Stub>>, Diagnostic> {
        let name = format!("{}.pyi", sources.get(file).stem());
        let Some(source) = loader.load(&name) else { return Ok(None) };
        let file = sources.add(source);
        let (tree, _) = crate::parse::parse(sources.get(file), file)?;
        let def = |stmt: &Stmt| if let Stmt::FunctionDef(def) = stmt { Some(def.clone()) } else { None };
        let defs = tree.body.iter().filter_map(def).collect();
        // Several definitions of a name are what a stub is for.
        let module = UserModule::new(tree, file, 0, usize::MAX, &mut Vec::new());
        Ok(Some(Rc::new(Stub { module, defs })))
    }
}

impl Cx<'_> {
    /// The signatures of a function in the stub.
    pub(super) fn stub_signatures(&mut self, func: &UserFunc) -> R<Vec<Signature>> {
        let Some(stub) = self.stub.clone() else { return Ok(Vec::new()) };
        let reader = Reader::new(self.sources.get(stub.module.file), stub.module.file, Some(&stub.module));
        let mut wrong = Vec::new();
        let same = stub.defs.iter().filter(|def| def.name.id == func.def.name.id);
        let signatures = same.filter_map(|def| annotations::read(&reader, def, &mut wrong)).collect();
        self.all_or_none(wrong)?;
        Ok(signatures)
    }
}
