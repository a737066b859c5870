//! Scalar operations of the interpreter: operands here, meaning in [`crate::eval`].

use super::{Frame, unsupported};
use crate::eval::{eval_binary, eval_bitcast, eval_checked, eval_compare, eval_convert, eval_unary};
use crate::host::Raised;
use crate::ir::{Inst, Op};

impl Frame<'_> {
    /// The one result of an operation that yields a scalar.
    pub(super) fn scalar_op(&mut self, inst: Inst, op: &Op) -> Result<u64, Raised> {
        if let Some(bits) = self.array_question(op)? {
            return Ok(bits);
        }
        let result = self.func.inst_results(inst).first().copied();
        let to = result.map(|result| self.dtype(result));
        match (op, to) {
            (Op::Const(bits), _) => Ok(*bits),
            (Op::Unary(op, x), _) => Ok(eval_unary(*op, self.dtype(*x), self.bits(*x)?)),
            (Op::Binary(op, x, y), _) => Ok(eval_binary(*op, self.dtype(*x), self.bits(*x)?, self.bits(*y)?)),
            (Op::Compare(op, x, y), _) => Ok(u64::from(eval_compare(*op, self.dtype(*x), self.bits(*x)?, self.bits(*y)?))),
            (Op::Select(cond, x, y), _) => self.bits(if self.bits(*cond)? != 0 { *x } else { *y }),
            (Op::Convert(x), Some(to)) => Ok(eval_convert(self.dtype(*x), to, self.bits(*x)?)),
            (Op::Bitcast(x), Some(to)) => Ok(eval_bitcast(to, self.bits(*x)?)),
            _ => self.raising_op(inst, op),
        }
    }

    fn raising_op(&self, inst: Inst, op: &Op) -> Result<u64, Raised> {
        match op {
            Op::Checked(op, x, y, site) => {
                let result = eval_checked(*op, self.int(*x)?, self.int(*y)?);
                result.map(|value| value as u64).ok_or_else(|| self.raised(inst, *site, &[]))
            }
            Op::Check(cond, site, args) => match self.bits(*cond)? {
                0 => Err(self.raised(inst, *site, &self.ints(args)?)),
                _ => Ok(0),
            },
            Op::Index(index, extent, site) => {
                let (index, extent) = (self.int(*index)?, self.int(*extent)?);
                let wrapped = if index < 0 { index.wrapping_add(extent) } else { index };
                let inside = (0..extent).contains(&wrapped);
                inside.then_some(wrapped as u64).ok_or_else(|| self.raised(inst, *site, &[index, extent]))
            }
            _ => Err(unsupported()),
        }
    }
}
