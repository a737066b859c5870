//! Words about shapes and subscripts that library functions ask at compile time.

use crate::cx::{Cx, R};
use crate::value::Val;
use npc_base::Code;
use npc_midend::ir::Values;
use npc_midend::types::DType;
use std::rc::Rc;

impl Cx<'_> {
    /// `npc.broadcast_shape(shape, …)`: the shape in which shapes meet.
    pub fn word_broadcast_shape(&mut self, shapes: &[Val]) -> R<Val> {
        let shapes = shapes.iter().map(|shape| self.extents(shape)).collect::<R<Vec<Values>>>()?;
        let extents = self.broadcast_shapes(&shapes)?;
        Ok(Val::Tuple(extents.into_iter().map(|extent| Val::weak(extent, DType::I64)).collect()))
    }

    /// `npc.einsum_terms("ij,jk->ik", 2)`: the names of the axes of each operand and of the result, as tuples.
    pub fn word_einsum_terms(&mut self, subscripts: &str, operands: &Val) -> R<Val> {
        let count = self.scalar(operands, "the number of operands")?;
        let count = self.const_int(count.value).unwrap_or(0);
        let text: String = subscripts.chars().filter(|c| !c.is_whitespace()).collect();
        if text.contains("...") {
            return Err(self.unsupported("an ellipsis in the subscripts of np.einsum"));
        }
        let (inputs, output) = match text.split_once("->") {
            Some((inputs, output)) => (inputs.to_string(), Some(output.to_string())),
            None => (text, None),
        };
        if let Some(wrong) = inputs.chars().chain(output.iter().flat_map(|text| text.chars())).find(|c| !is_subscript(*c)) {
            let message = format!("invalid subscript '{wrong}' in einstein sum subscripts string, subscripts must be letters");
            return Err(self.error(Code::RaisesAlways, message));
        }
        let terms: Vec<&str> = inputs.split(',').collect();
        if terms.len() as i64 != count {
            let problem = if (terms.len() as i64) < count { "more" } else { "fewer" };
            let message =
                format!("{problem} operands provided to einstein sum function than specified in the subscripts string");
            return Err(self.error(Code::RaisesAlways, message));
        }
        let output = output.unwrap_or_else(|| implicit(&inputs));
        if let Some(unknown) = output.chars().find(|c| *c == ',' || !inputs.contains(*c)) {
            let message = format!(
                "einstein sum subscripts string included output subscript '{unknown}' which never appeared in an input"
            );
            return Err(self.error(Code::RaisesAlways, message));
        }
        if let Some((_, twice)) = output.char_indices().find(|(at, c)| output[..*at].contains(*c)) {
            let message = format!("einstein sum subscripts string includes output subscript '{twice}' multiple times");
            return Err(self.error(Code::RaisesAlways, message));
        }
        let names = |term: &str| Val::Tuple(term.chars().map(|c| Val::Str(Rc::from(c.to_string()))).collect());
        let terms = Val::Tuple(terms.into_iter().map(names).collect());
        Ok(Val::Tuple(vec![terms, names(&output)]))
    }
}

fn is_subscript(c: char) -> bool {
    c.is_ascii_alphabetic() || c == ','
}

/// The names that occur once, sorted.
fn implicit(inputs: &str) -> String {
    let mut names: Vec<char> = inputs.chars().filter(|c| *c != ',' && inputs.matches(*c).count() == 1).collect();
    names.sort_unstable();
    names.into_iter().collect()
}
