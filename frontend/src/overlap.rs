//! Arrays that may share memory: what a store would change under its own input is copied first.

use crate::cx::{Cx, R, Stop};
use crate::elementwise::Target;
use crate::value::Val;
use npc_midend::ir::{Op, Value, Values};
use npc_midend::types::{ArrayType, Layout, Type};
use smallvec::smallvec;

impl Cx<'_> {
    /// An input that may share memory with the target (and is not the target itself) is copied if it does.
    pub fn copy_if_overlapping(&mut self, source: Value, target: Value) -> R<Value> {
        if source == target
            || self.is_fresh_base(source) != self.is_fresh_base(target) && self.base(source) != self.base(target)
        {
            return Ok(source);
        }
        if self.is_fresh_base(source) && self.is_fresh_base(target) && self.base(source) != self.base(target) {
            return Ok(source);
        }
        let ty = self.array_type(source);
        if self.array_type(target).dtype != ty.dtype && self.is_fresh_base(target) {
            return Ok(source);
        }
        let overlap = self.push1(Op::Overlap(source, target), Type::BOOL);
        let unknown =
            ArrayType::new(ty.dtype, ty.rank, if ty.rank <= 1 && ty.layout == Layout::C { Layout::C } else { Layout::ANY });
        let results = self.if_else(
            overlap,
            &[Type::Array(unknown)],
            |cx| {
                let copy = cx.copy(source)?;
                Ok(cx.as_layout(copy, unknown))
            },
            |cx| Ok(cx.as_layout(source, unknown)),
        )?;
        Ok(results[0])
    }

    pub fn as_layout(&mut self, array: Value, ty: ArrayType) -> Values {
        if self.array_type(array) == ty {
            return smallvec![array];
        }
        smallvec![self.push1(Op::AssumeLayout(array), Type::Array(ty))]
    }

    /// True if both are views of one array.
    pub fn share_base(&self, a: Value, b: Value) -> bool {
        self.base(a) == self.base(b)
    }

    /// The array at the bottom of a chain of views.
    fn base(&self, array: Value) -> Value {
        match self.f.func.def_op(array) {
            Some(Op::View(view)) => self.base(view.base),
            Some(Op::AssumeLayout(base)) => self.base(*base),
            _ => array,
        }
    }

    /// True if the memory was allocated in this function by an operation whose result nobody else has.
    fn is_fresh_base(&self, array: Value) -> bool {
        matches!(self.f.func.def_op(self.base(array)), Some(Op::Empty(..) | Op::Each(_)))
    }

    /// A fresh copy in K order.
    pub fn copy(&mut self, array: Value) -> R<Value> {
        let copied = self.elementwise("copy", &[Val::Array(array)], Target::Fresh, &Val::None, |_, mut elements| {
            elements.pop().ok_or(Stop)
        })?;
        match copied {
            Val::Array(copy) => Ok(copy),
            // A 0-d array has been read: put it back.
            other => self.as_array(&other, None),
        }
    }

    /// A fresh copy in C order.
    pub fn copy_c(&mut self, array: Value) -> R<Value> {
        let ty = self.array_type(array);
        let shape = self.shape(array);
        let fresh = self.empty(ty.dtype, shape);
        self.store_all(fresh, &Val::Array(array))?;
        Ok(fresh)
    }
}
