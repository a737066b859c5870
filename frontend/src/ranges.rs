//! Ranges as values: indexing, slicing, membership.

use crate::cx::{Cx, R, Stop};
use crate::value::{Scalar, Val};
use npc_midend::ir::{BinaryOp, CompareOp, Value};
use npc_midend::types::DType;
use ruff_python_ast::Operator;

impl Cx<'_> {
    /// `range(…)[index]`
    pub fn range_subscript(&mut self, parts: [Scalar; 3], index: &Val) -> R<Val> {
        if let Val::Slice(_) = index {
            return Err(self.unsupported("a slice of a range"));
        }
        let at = self.index_value(index, "range indices")?;
        let length = self.range_length(parts);
        let zero = self.int(0);
        let negative = self.compare(CompareOp::Lt, at, zero);
        let up = self.binary(BinaryOp::Add, at, length);
        let at = self.select(negative, up, at);
        let above = self.compare(CompareOp::Ge, at, zero);
        let below = self.compare(CompareOp::Lt, at, length);
        let inside = self.and(above, below);
        self.check(inside, "IndexError", "range object index out of range", &[])?;
        let offset = self.binary(BinaryOp::Mul, at, parts[2].value);
        Ok(Val::weak(self.binary(BinaryOp::Add, parts[0].value, offset), DType::I64))
    }

    /// The members of a range that is known at compile time.
    pub fn range_members(&mut self, parts: [Scalar; 3]) -> R<Vec<Val>> {
        let length = self.range_length(parts);
        let known = (self.const_int(length), self.const_int(parts[0].value), self.const_int(parts[2].value));
        let (Some(length), Some(start), Some(step)) = known else { return Err(self.not_countable()) };
        if length > 10_000 {
            return Err(self.error(npc_base::Code::TooLarge, "a tuple of more than 10000 members"));
        }
        Ok((0..length).map(|k| Val::weak(self.int(start + k * step), DType::I64)).collect())
    }

    /// The error for a tuple whose length is not known.
    pub fn not_countable(&mut self) -> Stop {
        let message = "how many items there are must be known at compile time here";
        self.error_help(npc_base::Code::NotStatic, message, "make a list of them, or an array")
    }

    /// `x in range(…)`
    pub fn in_range(&mut self, x: &Val, [start, stop, step]: [Scalar; 3]) -> R<Value> {
        let Val::Scalar(x) = x else { return Ok(self.boolean(false)) };
        let zero = self.int(0);
        let (lowest, highest) = (self.scalar_compare(CompareOp::Ge, *x, start)?, self.scalar_compare(CompareOp::Lt, *x, stop)?);
        let up = self.both(&lowest, &highest)?;
        let (lowest, highest) = (self.scalar_compare(CompareOp::Gt, *x, stop)?, self.scalar_compare(CompareOp::Le, *x, start)?);
        let down = self.both(&lowest, &highest)?;
        let positive = self.compare(CompareOp::Gt, step.value, zero);
        let between = self.select(positive, up, down);
        if matches!(self.const_int(step.value), Some(1 | -1)) && !x.dtype.is_float() {
            return Ok(between);
        }
        let Val::Scalar(offset) = self.scalar_binary(Operator::Sub, *x, start)? else { return Err(Stop) };
        let Val::Scalar(rest) = self.scalar_binary(Operator::Mod, offset, step)? else { return Err(Stop) };
        let nothing = Scalar { value: zero, dtype: DType::I64, weak: true };
        let exact = self.scalar_compare(CompareOp::Eq, rest, nothing)?;
        let exact = self.truth_of(&exact)?;
        Ok(self.and(between, exact))
    }

    fn both(&mut self, a: &Val, b: &Val) -> R<Value> {
        let (a, b) = (self.truth_of(a)?, self.truth_of(b)?);
        Ok(self.and(a, b))
    }
}
