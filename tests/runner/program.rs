//! Compiling a program for a run line.

use super::oracle::File;
use super::signature::positional;
use super::with_stack;
use npc::{NoModules, Options, Pass, Program, Source, Value, call_source};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// A program file and what has been compiled of it.
pub struct Subject {
    /// The file.
    pub file: File,
    compiled: Mutex<BTreeMap<String, Result<Program, String>>>,
}

impl Subject {
    /// A file, nothing compiled yet.
    pub fn new(file: File) -> Arc<Subject> {
        Arc::new(Subject { file, compiled: Mutex::default() })
    }

    /// The program and the arguments for a case.
    pub fn prepare(&self, at: usize) -> Result<(Program, Vec<Value>), String> {
        self.prepare_with(at, &Options::default())
    }

    /// The same with the passes that make programs fast left out.
    pub fn prepare_unoptimized(&self, at: usize) -> Result<(Program, Vec<Value>), String> {
        self.prepare_with(at, &Options { unoptimized: true, ..Options::default() })
    }

    /// The same without one pass.
    pub fn prepare_without(&self, at: usize, pass: Pass) -> Result<(Program, Vec<Value>), String> {
        self.prepare_with(at, &Options { disabled: vec![pass], ..Options::default() })
    }

    fn prepare_with(&self, at: usize, options: &Options) -> Result<(Program, Vec<Value>), String> {
        let case = &self.file.cases[at];
        let args = positional(&self.file.source, case)?;
        let types: Vec<_> =
            args.iter().map(|arg| npc::type_of(arg).map_or_else(|_| arg.repr(), |ty| format!("{ty:?}"))).collect();
        let key = format!("{} {} {} {:?}", case.function, types.join(" "), options.unoptimized, options.disabled);
        let mut compiled = self.compiled.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let program = compiled.entry(key).or_insert_with(|| self.compile(&case.function, &args, options));
        Ok((program.clone()?, args))
    }

    fn compile(&self, function: &str, args: &[Value], options: &Options) -> Result<Program, String> {
        let source = Source::new(self.file.path.clone(), self.file.source.clone());
        let work = || call_source(&source, &NoModules, options, function, args);
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| with_stack(work)));
        match caught {
            Ok(Ok(Ok(program))) => Ok(program),
            Ok(Ok(Err(diagnostics))) => Err(format!("does not compile:\n{diagnostics}")),
            Ok(Err(error)) => Err(format!("does not compile: {error}")),
            Err(panic) => Err(format!("the compiler panics: {}", panic_text(&*panic))),
        }
    }
}

/// The message of a panic.
pub fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| text.to_string())).unwrap_or_default()
}
