//! What the optimiser says, in terms of the source.

use crate::program::Remark;
use npc_midend::Module;

/// The remarks that have a place in the source, sorted by it, each once.
pub(crate) fn of_user(remarks: &[npc_midend::Remark], module: &Module) -> Vec<Remark> {
    let mut all: Vec<Remark> = remarks.iter().filter_map(|remark| one(remark, module)).collect();
    all.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    all.dedup();
    all
}

fn one(remark: &npc_midend::Remark, module: &Module) -> Option<Remark> {
    let position = module.positions.get_index(remark.loc.position as usize).filter(|position| position.line > 0)?;
    let file = module.files.get(position.file as usize).cloned().unwrap_or_default();
    Some(Remark { file, line: position.line, function: position.function.clone(), message: remark.message.clone() })
}
