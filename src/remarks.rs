//! What the optimiser says, in terms of the source.

use crate::program::Remark;
use npc_base::Sources;
use npc_midend::Module;

/// The remarks that have a place in the source, sorted by it, each once.
pub(crate) fn of_user(remarks: &[npc_midend::Remark], module: &Module, sources: &Sources) -> Vec<Remark> {
    let mut all: Vec<Remark> = remarks.iter().filter_map(|remark| one(remark, module, sources)).collect();
    all.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    all.dedup();
    all
}

fn one(remark: &npc_midend::Remark, module: &Module, sources: &Sources) -> Option<Remark> {
    let (function, message) = (remark.function.clone(), remark.message.clone());
    if let Some(span) = remark.loc.span {
        let source = sources.get(span.file);
        return Some(Remark { file: source.name().to_string(), line: source.line_column(span.start).0, function, message });
    }
    let position = module.positions.get_index(remark.loc.position as usize).filter(|position| position.line > 0)?;
    let file = module.files.get(position.file as usize).cloned().unwrap_or_default();
    Some(Remark { file, line: position.line, function, message })
}
