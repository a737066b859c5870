//! `a.flat`, `np.mgrid` and their kin (things to subscript that are no arrays), and assignments to attributes of arrays.

use crate::cx::{Cx, R};
use crate::value::Val;
use npc_base::Code;
use npc_midend::ir::{Op, Value};
use ruff_python_ast::{self as ast, Expr};

/// Names of NumPy that exist to be subscripted, with the library function that makes of the subscript what they give.
const SUBSCRIPTED: [(&str, &str); 4] = [("mgrid", "_mgrid"), ("ogrid", "_ogrid"), ("r_", "_rows_of"), ("c_", "_columns_of")];

/// `np.mgrid` as a value.
pub(crate) fn subscripted(name: &str) -> Option<Val> {
    SUBSCRIPTED.iter().find(|(known, _)| *known == name).map(|(known, _)| Val::Iterate(known, Vec::new()))
}

/// True for the attributes of arrays that [`Cx::store_array_attribute`] knows.
pub(crate) fn is_assignable(name: &str) -> bool {
    matches!(name, "shape" | "flat" | "T" | "ndim" | "size" | "itemsize" | "nbytes")
}

impl Cx<'_> {
    /// `a.flat[index]`, `np.mgrid[0:3, 0:4]`
    pub fn subscript_special(&mut self, kind: &str, parts: &[Val], index: &Val) -> R<Val> {
        if let (true, [array]) = (kind == "flat", parts) {
            return self.library_call("numpy", "_flat_get", vec![array.clone(), index.clone()]);
        }
        match SUBSCRIPTED.iter().find(|(known, _)| *known == kind) {
            Some((_, function)) => {
                let parts = match index {
                    Val::Tuple(parts) => parts.clone(),
                    other => vec![other.clone()],
                };
                let single = self.boolean(!matches!(index, Val::Tuple(_)));
                let single = Val::weak(single, npc_midend::types::DType::Bool);
                self.library_call("numpy", function, vec![Val::Tuple(parts), single])
            }
            None => Err(self.error(Code::TypeMismatch, format!("'{kind}' object is not subscriptable"))),
        }
    }

    /// `a.flat[index] = value`
    pub fn store_flat(&mut self, array: &Val, index: &Val, value: Val) -> R<()> {
        self.library_call("numpy", "_flat_set", vec![array.clone(), index.clone(), value]).map(|_| ())
    }

    /// The array that iterating over `a.flat` goes over.
    pub fn flattened(&mut self, iter: &Val) -> R<Option<Val>> {
        match iter {
            Val::Iterate("flat", parts) => self.library_call("numpy", "ravel", parts.clone()).map(Some),
            _ => Ok(None),
        }
    }

    /// `a.shape = …` and other assignments to attributes of an array.
    pub fn store_array_attribute(&mut self, target: &ast::ExprAttribute, array: Value, value: &Val) -> R<()> {
        match target.attr.as_str() {
            "shape" => self.store_shape(target, array, value),
            "flat" => {
                let full = Val::Slice(Box::new([Val::None, Val::None, Val::None]));
                self.store_flat(&Val::Array(array), &full, value.clone())
            }
            "T" | "ndim" | "size" | "itemsize" | "nbytes" => {
                let name = target.attr.as_str();
                let message = format!("attribute '{name}' of 'numpy.ndarray' objects is not writable");
                Err(self.error(Code::RaisesAlways, message))
            }
            name => Err(self.unsupported(&format!("assigning to the attribute `{name}` of an array"))),
        }
    }

    /// The array object gets another shape: all names that are bound to it see that.
    fn store_shape(&mut self, target: &ast::ExprAttribute, array: Value, shape: &Val) -> R<()> {
        let help = "write `b = a.reshape(…)` and go on with `b`";
        if !matches!(&*target.value, Expr::Name(_)) {
            return Err(self.error_help(Code::Unsupported, "only the shape of a variable can be assigned to", help));
        }
        if self.f.func.def_op(array).is_none() || self.passed_on(array) {
            let message = "this changes the shape of an array that others hold too, which cannot be compiled";
            return Err(self.error_help(Code::Unsupported, message, help));
        }
        let reshaped = self.library_call("numpy", "_reshaped_in_place", vec![Val::Array(array), shape.clone()])?;
        for binding in self.frame().env.values_mut() {
            rebind(&mut binding.val, array, &reshaped);
        }
        Ok(())
    }

    /// True if the array has left the names of this function's frame: by a call, or where paths meet.
    fn passed_on(&self, array: Value) -> bool {
        self.f.func.all_ops().any(|(inst, op)| {
            let leaves = match op {
                Op::Yield(_) | Op::Next(..) | Op::Exit(..) | Op::Loop(..) | Op::For(..) => true,
                Op::Call(..) => self.f.func.inst_results(inst).iter().any(|result| self.ty(*result).array().is_some()),
                _ => false,
            };
            leaves && op.operands().contains(&array)
        })
    }
}

fn rebind(val: &mut Val, array: Value, reshaped: &Val) {
    match val {
        Val::Array(value) if *value == array => *val = reshaped.clone(),
        Val::Tuple(members) | Val::List(members) => members.iter_mut().for_each(|member| rebind(member, array, reshaped)),
        _ => {}
    }
}
