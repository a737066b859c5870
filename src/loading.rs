//! Where imported modules come from.

use npc_base::Source;
use npc_frontend::Loader;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// A loader that has no modules.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoModules;

impl Loader for NoModules {
    fn load(&self, _module: &str) -> Option<Source> {
        None
    }
}

/// The modules that a compilation asked for, kept so that it can be repeated for other argument types.
#[derive(Debug, Default)]
pub(crate) struct Modules(BTreeMap<String, Source>);

impl Loader for Modules {
    fn load(&self, module: &str) -> Option<Source> {
        self.0.get(module).cloned()
    }
}

/// Passes requests on and remembers the answers.
pub(crate) struct Recorder<'a> {
    loader: &'a dyn Loader,
    seen: Mutex<Modules>,
}

impl<'a> Recorder<'a> {
    pub(crate) fn new(loader: &'a dyn Loader) -> Recorder<'a> {
        Recorder { loader, seen: Mutex::default() }
    }

    pub(crate) fn into_modules(self) -> Modules {
        self.seen.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Loader for Recorder<'_> {
    fn load(&self, module: &str) -> Option<Source> {
        let source = self.loader.load(module)?;
        let mut seen = self.seen.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        seen.0.insert(module.to_string(), source.clone());
        Some(source)
    }
}
