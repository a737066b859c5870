//! What a loop's body defines, and what of it varies from iteration to iteration.

use crate::func::Func;
use crate::ir::{Block, Op, Value};
use cranelift_entity::EntitySet;

/// Values of the body of a loop.
pub(crate) struct Body {
    /// The number of the iteration.
    pub counter: Value,
    defined: EntitySet<Value>,
    varying: EntitySet<Value>,
}

impl Body {
    /// Looks at a block in which `counter` runs. `carried` are the other values that come anew with each iteration.
    pub fn of(func: &Func, block: Block, counter: Value, carried: &[Value]) -> Body {
        let mut body = Body { counter, defined: EntitySet::new(), varying: EntitySet::new() };
        for value in carried.iter().chain([&counter]) {
            body.defined.insert(*value);
            body.varying.insert(*value);
        }
        body.block(func, block);
        body
    }

    /// True if the value comes from inside the loop.
    pub fn defines(&self, value: Value) -> bool {
        self.defined.contains(value)
    }

    /// True if the value may differ from iteration to iteration.
    pub fn varies(&self, value: Value) -> bool {
        self.varying.contains(value)
    }

    fn block(&mut self, func: &Func, block: Block) {
        for param in func.params(block) {
            self.defined.insert(*param);
        }
        for inst in func.insts(block) {
            let op = func.op(*inst);
            op.blocks().into_iter().for_each(|inner| self.block(func, inner));
            let results = func.inst_results(*inst);
            self.defined.extend(results.iter().copied());
            if self.is_varying(func, op) {
                self.varying.extend(results.iter().copied());
            }
        }
    }

    fn is_varying(&self, func: &Func, op: &Op) -> bool {
        let yields = |block: &Block| func.insts(*block).last().is_some_and(|last| self.any(func.op(*last)));
        self.any(op) || op.blocks().iter().any(yields)
    }

    fn any(&self, op: &Op) -> bool {
        op.operands().iter().any(|value| self.varies(*value))
    }
}
