//! Extents that a signature names (`Float64[np.ndarray, "n n"]`): one name is one number, or ValueError.

use super::Dim;
use crate::cx::{Cx, R};
use npc_base::Span;
use npc_midend::ir::{CompareOp, Value};

/// An array argument and what is said of its extents.
pub(crate) struct Extents<'a> {
    pub name: &'a str,
    pub array: Value,
    pub dims: &'a [Dim],
    /// Where it is said.
    pub span: Option<Span>,
}

impl Cx<'_> {
    /// Checks the extents of all arguments of a call.
    pub fn check_declared_extents(&mut self, arguments: &[Extents<'_>]) -> R<()> {
        let mut known: Vec<(&str, Value)> = Vec::new();
        for argument in arguments {
            self.f.span = argument.span;
            for (axis, dim) in argument.dims.iter().enumerate() {
                let name = argument.name;
                match dim {
                    Dim::Any => {}
                    Dim::Fixed(extent) => {
                        let (given, wanted) = (self.dim(argument.array, axis as u8), self.int(*extent));
                        let same = self.compare(CompareOp::Eq, given, wanted);
                        let message = format!("{name}: axis {axis} has {{0}} elements, and {extent} are declared");
                        self.check(same, "ValueError", &message, &[given])?;
                    }
                    Dim::Named(dim) => {
                        let given = self.dim(argument.array, axis as u8);
                        let Some((_, first)) = known.iter().find(|(known, _)| known == dim) else {
                            known.push((dim, given));
                            continue;
                        };
                        let first = *first;
                        let same = self.compare(CompareOp::Eq, given, first);
                        let message = format!("{name}: axis {axis} has {{0}} elements, but `{dim}` is {{1}} elsewhere");
                        self.check(same, "ValueError", &message, &[given, first])?;
                    }
                }
            }
        }
        Ok(())
    }
}
