//! Constants of a user's module. Numbers are evaluated where they are used; what holds an array is evaluated once per call of
//! a function, at its start, and must not be changed.

use crate::cx::{Cx, R, Scope};
use crate::value::Val;
use npc_base::Code;
use npc_midend::ir::{Inst, Op, Value};
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// Constants with arrays, as one function sees them.
#[derive(Default)]
pub(crate) struct Constants {
    known: FxHashMap<(usize, String), Val>,
    /// What makes them, to be put at the start of the function.
    insts: Vec<Inst>,
    arrays: FxHashSet<Value>,
}

impl Cx<'_> {
    /// A module constant.
    pub fn constant_value(&mut self, module: usize, name: &str, expr: &Rc<Expr>) -> R<Val> {
        if let Some(val) = self.f.constants.known.get(&(module, name.to_string())) {
            return Ok(val.clone());
        }
        if self.depth > 200 {
            return Err(self.error(Code::TooLarge, format!("the constant `{name}` is defined by itself")));
        }
        let mark = self.f.func.mark(self.f.block);
        let val = self.in_scope(Scope::User(module), |cx| cx.at(expr.range(), |cx| cx.expr(expr)))?;
        if !self.holds_array(&val) {
            return Ok(val);
        }
        self.f.func.rollback(mark);
        let pure = std::mem::replace(&mut self.f.pure_body, false);
        let block = self.f.func.new_block();
        let val = self.in_block(block, |cx| cx.in_scope(Scope::User(module), |cx| cx.at(expr.range(), |cx| cx.expr(expr))));
        self.f.pure_body = pure;
        let val = val?;
        let insts = self.f.func.take_insts(block);
        self.f.constants.insts.extend(insts);
        let arrays: Vec<Value> = val.leaves().into_iter().filter(|leaf| self.ty(*leaf).array().is_some()).collect();
        self.f.constants.arrays.extend(arrays);
        self.f.constants.known.insert((module, name.to_string()), val.clone());
        Ok(val)
    }

    fn holds_array(&self, val: &Val) -> bool {
        match val {
            Val::Array(_) => true,
            Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => {
                members.iter().any(|member| self.holds_array(member))
            }
            _ => false,
        }
    }

    /// Puts what makes the constants at the start of the function.
    pub fn place_constants(&mut self) {
        let mut insts = std::mem::take(&mut self.f.constants.insts);
        if insts.is_empty() {
            return;
        }
        let body = self.f.func.body;
        insts.extend(self.f.func.take_insts(body));
        self.f.func.set_insts(body, insts);
    }

    /// A constant array must stay as it is.
    pub fn check_not_constant(&mut self, array: Value) -> R<()> {
        if self.f.constants.arrays.is_empty() {
            return Ok(());
        }
        let mut root = array;
        while let Some(Op::AssumeLayout(base)) = self.f.func.def_op(root).cloned().map(without_views) {
            root = base;
        }
        if !self.f.constants.arrays.contains(&root) {
            return Ok(());
        }
        let message = "changing a global array is not supported: a compiled function keeps no state";
        Err(self.error_help(Code::Unsupported, message, "copy it in the function: `table = TABLE.copy()`"))
    }
}

/// A view as if it were the array that it shows.
fn without_views(op: Op) -> Op {
    match op {
        Op::View(view) => Op::AssumeLayout(view.base),
        other => other,
    }
}
