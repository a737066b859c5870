//! Results on their way to their declared types: scalars convert (narrowing is checked), arrays must have them.

use crate::cx::{Cx, R, Stop};
use crate::value::{Ty, Val};
use npc_base::{Code, Diagnostic};

impl Cx<'_> {
    /// A result on its way to its declared type: scalars convert (narrowing is checked), arrays must have it.
    pub fn convert_result(&mut self, val: &Val, declared: &Ty) -> R<Val> {
        match (val, declared) {
            (Val::Scalar(scalar), Ty::Scalar { dtype, weak }) => {
                let value = self.narrow(*scalar, *dtype)?;
                Ok(Val::Scalar(crate::value::Scalar { value, dtype: *dtype, weak: *weak }))
            }
            (Val::Array(value), Ty::Array(array)) => {
                let own = self.array_type(*value);
                if own.dtype == array.dtype && own.rank == array.rank {
                    return self.convert_to(val, declared);
                }
                let (own, declared) = (self.type_of(val).name(), declared.name());
                Err(self.error_help(
                    Code::TypeMismatch,
                    format!("the function is declared to return `{declared}`, but returns `{own}`"),
                    format!("write `.astype(np.{})`, or change the signature", array.dtype.numpy_name()),
                ))
            }
            (Val::Str(_) | Val::Text(_), Ty::Text) => self.convert_to(val, declared),
            (Val::Object(own, _), Ty::Object(wanted)) if own.class == wanted.class => self.convert_to(val, declared),
            (Val::List(_), Ty::Object(wanted)) if wanted.is_list() => self.convert_to(val, declared),
            (_, Ty::None) => Ok(Val::None),
            (Val::Tuple(members), Ty::Tuple(types)) if members.len() == types.len() => {
                let members = members.iter().zip(types).map(|(val, ty)| self.convert_result(val, ty));
                Ok(Val::Tuple(members.collect::<R<_>>()?))
            }
            (Val::Array(value), Ty::Scalar { .. }) if self.array_type(*value).rank == 0 => {
                let scalar = self.scalar(val, "the result")?;
                self.convert_result(&Val::Scalar(scalar), declared)
            }
            (Val::Error, _) => Err(Stop),
            _ => {
                let (own, declared) = (self.type_of(val).name(), declared.name());
                Err(self
                    .error(Code::TypeMismatch, format!("the function is declared to return `{declared}`, but returns `{own}`")))
            }
        }
    }

    /// A complex result is no declared real one: what its imaginary part would be is lost.
    fn real_result(&mut self, scalar: crate::value::Scalar, to: npc_midend::types::DType) -> R<crate::value::Scalar> {
        if !scalar.dtype.is_complex() {
            return Ok(scalar);
        }
        let (from, to) = (self.scalar_type_name(scalar), to.numpy_name());
        let message = format!("the function is declared to return `{to}`, but returns `{from}`");
        Err(self.error_help(Code::TypeMismatch, message, "write `.real` or `abs(…)`, or change the signature"))
    }

    fn warn_narrowing(&mut self, scalar: crate::value::Scalar, to: npc_midend::types::DType) {
        if self.const_int(scalar.value).is_some() {
            return;
        }
        let (from, to) = (self.scalar_type_name(scalar), to.numpy_name());
        let message = format!(
            "this result is `{from}` and is narrowed to the declared `{to}`; values that do not fit raise OverflowError"
        );
        let warning = self.here(Diagnostic::warning(Code::NarrowingResult, message), "");
        self.diags.push(warning);
    }

    fn narrow(&mut self, scalar: crate::value::Scalar, to: npc_midend::types::DType) -> R<npc_midend::ir::Value> {
        use npc_midend::ir::CompareOp;
        let scalar =
            if to.is_complex() || to == npc_midend::types::DType::Bool { scalar } else { self.real_result(scalar, to)? };
        let from = scalar.dtype;
        if from == to || from.promote(to) == to || to.is_float() || to == npc_midend::types::DType::Bool {
            return Ok(self.convert(scalar.value, to));
        }
        let wide = if from.is_float() || !scalar.weak { self.python_int_of(scalar)? } else { scalar.value };
        let wide = self.convert(wide, npc_midend::types::DType::I64);
        self.warn_narrowing(scalar, to);
        let message = format!("result {{0}} does not fit the declared type {}", to.numpy_name());
        let low = self.int(to.int_min() as i64);
        let mut fits = self.compare(CompareOp::Ge, wide, low);
        if to != npc_midend::types::DType::U64 {
            let high = self.int(to.int_max() as i64);
            let below = self.compare(CompareOp::Le, wide, high);
            fits = self.and(fits, below);
        }
        self.check(fits, "OverflowError", &message, &[wide])?;
        Ok(self.convert(wide, to))
    }
}
