//! `None` or a value: optionals, tests that narrow them, and what happens to one that is used as a value.

use crate::cx::{Cx, R};
use crate::value::Val;
use npc_midend::ir::Value;
use ruff_python_ast::{self as ast, CmpOp, Expr};

impl Cx<'_> {
    /// The value of an optional; `None` raises TypeError (or what `exception` says) with this message.
    pub fn present(&mut self, val: &Val, exception: &str, message: &str) -> R<Val> {
        match val {
            Val::Optional(has, payload) => {
                self.check(*has, exception, &crate::stmt::escape(message), &[])?;
                Ok((**payload).clone())
            }
            other => Ok(other.clone()),
        }
    }

    /// Operands of an operator: one that is `None` raises what Python says.
    pub fn present_operands(&mut self, a: &Val, b: &Val, message: &dyn Fn(&str, &str) -> String) -> R<(Val, Val)> {
        let (x, y) = (self.python_type(a), self.python_type(b));
        let a = self.present(a, "TypeError", &message("NoneType", &y))?;
        let b = self.present(b, "TypeError", &message(&x, "NoneType"))?;
        Ok((a, b))
    }

    /// The name that Python's messages have for the type of a value.
    pub fn python_type(&self, val: &Val) -> String {
        match val {
            Val::Optional(_, payload) => self.python_type(payload),
            Val::None => "NoneType".to_string(),
            Val::Tuple(_) => "tuple".to_string(),
            Val::List(_) => "list".to_string(),
            Val::Str(_) | Val::Text(_) => "str".to_string(),
            Val::Array(_) => "numpy.ndarray".to_string(),
            Val::Named(class, _) => class.name.clone(),
            Val::Scalar(scalar) if !scalar.weak => format!("numpy.{}", scalar.dtype.numpy_name()),
            other => self.type_of(other).name(),
        }
    }

    /// Equality with an optional: `None` equals `None` only.
    pub fn optional_equal(&mut self, a: &Val, b: &Val) -> R<Value> {
        match (a, b) {
            (Val::Optional(has, _), Val::None) | (Val::None, Val::Optional(has, _)) => Ok(self.not(*has)),
            (Val::Optional(has, payload), other) | (other, Val::Optional(has, payload)) => {
                let both = match other {
                    Val::Optional(other, _) => self.compare(npc_midend::ir::CompareOp::Eq, *has, *other),
                    _ => *has,
                };
                let other = match other {
                    Val::Optional(_, other) => (**other).clone(),
                    other => other.clone(),
                };
                let equal = self.compare_op(CmpOp::Eq, payload, &other)?;
                let equal = self.truth_of(&equal)?;
                let equal = match (a, b) {
                    // Two that are `None` are equal, whatever stands for their values.
                    (Val::Optional(has, _), Val::Optional(..)) => {
                        let none = self.not(*has);
                        self.or(none, equal)
                    }
                    _ => equal,
                };
                Ok(self.and(both, equal))
            }
            _ => {
                let equal = self.compare_op(CmpOp::Eq, a, b)?;
                self.truth_of(&equal)
            }
        }
    }

    /// The truth of an optional: there is a value, and it is true.
    pub fn optional_truth(&mut self, has: Value, payload: &Val) -> R<Value> {
        let truth = self.choose(
            has,
            |cx| {
                let truth = cx.truth_of(payload)?;
                Ok(Val::weak(truth, npc_midend::types::DType::Bool))
            },
            |cx| Ok(Val::weak(cx.boolean(false), npc_midend::types::DType::Bool)),
        )?;
        self.truth_of(&truth)
    }

    // ---- narrowing

    /// Makes of the optionals that a test is about what they are where the test has this outcome.
    pub fn narrow_by(&mut self, test: &Expr, outcome: bool) {
        let mut facts = Vec::new();
        facts_of(test, outcome, &mut facts);
        for (name, is_none) in facts {
            let Some(binding) = self.frame_ref().env.get(&name) else { continue };
            let Val::Optional(_, payload) = &binding.val else { continue };
            let val = if is_none { Val::None } else { (**payload).clone() };
            self.narrow_name(&name, val);
        }
    }

    /// The name has this value from here on: a part of the one that it had.
    pub fn narrow_name(&mut self, name: &str, val: Val) {
        if let Some(binding) = self.frame().env.get_mut(name) {
            binding.val = val;
        }
    }

    /// Evaluates what is reached only if the test has this outcome.
    pub fn narrowed<T>(&mut self, test: &Expr, outcome: bool, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        let mut facts = Vec::new();
        facts_of(test, outcome, &mut facts);
        let env = &self.frame_ref().env;
        facts.retain(|(name, _)| env.get(name).is_some_and(|binding| matches!(binding.val, Val::Optional(..))));
        if facts.is_empty() {
            return f(self);
        }
        let saved: Vec<_> =
            facts.iter().filter_map(|(name, _)| env.get_key_value(name)).map(|(n, b)| (n.clone(), b.clone())).collect();
        self.narrow_by(test, outcome);
        let result = f(self);
        for (name, binding) in saved {
            self.frame().env.insert(name, binding);
        }
        result
    }
}

/// Names that a test shows to be `None` (true) or not (false) when it has this outcome.
fn facts_of(test: &Expr, outcome: bool, facts: &mut Vec<(String, bool)>) {
    match test {
        Expr::Name(name) if outcome => facts.push((name.id.to_string(), false)),
        Expr::Named(named) if outcome => facts_of(&named.target, outcome, facts),
        Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => facts_of(&unary.operand, !outcome, facts),
        Expr::BoolOp(boolean) if (boolean.op == ast::BoolOp::And) == outcome => {
            boolean.values.iter().for_each(|value| facts_of(value, outcome, facts));
        }
        Expr::Compare(compare) => {
            let ([op], [Expr::NoneLiteral(_)]) = (&compare.ops[..], &compare.comparators[..]) else { return };
            let is_none = match op {
                CmpOp::Is | CmpOp::Eq => outcome,
                CmpOp::IsNot | CmpOp::NotEq => !outcome,
                _ => return,
            };
            match &*compare.left {
                Expr::Name(name) => facts.push((name.id.to_string(), is_none)),
                Expr::Named(named) => {
                    if let Expr::Name(name) = &*named.target {
                        facts.push((name.id.to_string(), is_none));
                    }
                }
                _ => {}
            }
        }
        Expr::Call(call) if outcome => {
            if let (Expr::Name(callee), [Expr::Name(name), Expr::Name(_)]) = (&*call.func, &call.arguments.args[..])
                && callee.id.as_str() == "isinstance"
            {
                facts.push((name.id.to_string(), false));
            }
        }
        _ => {}
    }
}
