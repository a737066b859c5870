//! Why an operation is refused: what its operands are, and where they got that type.

use crate::cx::Cx;
use crate::value::{Ty, Val};
use npc_base::{Code, Label, Severity};
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

/// Operands that are shown.
const MAX_OPERANDS: usize = 3;

impl Cx<'_> {
    /// Adds to the errors reported since `known` what the operands are, where they say nothing of it yet.
    pub fn explain(&mut self, known: usize, operands: &[(&Expr, &Val)]) {
        if self.diags.0.len() != known + 1 || !self.in_user_code() || operands.len() > MAX_OPERANDS {
            return;
        }
        let error = &self.diags.0[known];
        let about_types = matches!(error.code, Code::TypeMismatch) && error.severity == Severity::Error;
        let [place] = &error.labels[..] else { return };
        let place = place.span;
        if !about_types {
            return;
        }
        let mut labels: Vec<Label> = Vec::new();
        for (expr, val) in operands {
            let Some(span) = self.span_of(expr.range()) else { continue };
            let outside = span.file != place.file || span.start < place.start || span.end > place.end;
            let ty = self.type_of(val);
            if outside || matches!(ty, Ty::Error | Ty::Unknown | Ty::None | Ty::Str(_)) || is_literal(expr) {
                continue;
            }
            labels.push(Label { span, text: ty.name() });
            let binding = match expr {
                Expr::Name(name) => self.frame_ref().env.get(name.id.as_str()).and_then(|binding| binding.span),
                _ => None,
            };
            labels.extend(
                binding
                    .filter(|made| made.file == span.file && made.start != span.start)
                    .map(|made| Label { span: made, text: format!("{} from here", ty.name()) }),
            );
        }
        if let Some(error) = self.diags.0.get_mut(known) {
            labels.retain(|label| label.span != place);
            error.labels.extend(labels);
        }
    }
}

/// The type of a literal is seen.
fn is_literal(expr: &Expr) -> bool {
    expr.is_literal_expr()
}
