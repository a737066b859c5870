//! Variables: one of an array becomes one for each field that travels. An owner slot keeps the array alive.

use super::Lowering;
use super::arrays::flat_types;
use crate::ir::{Op, Value, Values, Var};

impl Lowering<'_> {
    /// Makes the flat variables.
    pub(super) fn open_vars(&mut self) {
        for (var, ty) in self.old.vars.iter() {
            let vars = flat_types(&[*ty]).into_iter().map(|ty| self.b.func.vars.push(ty)).collect();
            self.vars[var] = vars;
        }
    }

    pub(super) fn lower_set_var(&mut self, var: Var, value: Value) {
        let flat = self.carry(&[value], &[self.old.vars[var]]);
        for (var, value) in self.vars[var].clone().into_iter().zip(flat) {
            self.b.push(Op::SetVar(var, value), &[]);
        }
    }

    pub(super) fn lower_get_var(&mut self, var: Var, results: &[Value]) {
        let vars = self.vars[var].clone();
        let types: Vec<_> = vars.iter().map(|var| self.b.func.vars[*var]).collect();
        let flat: Values = vars.into_iter().zip(types).map(|(var, ty)| self.b.push_one(Op::GetVar(var), ty)).collect();
        self.bind_results(results, flat);
    }
}
