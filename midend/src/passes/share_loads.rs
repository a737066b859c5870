//! Loads an element once as long as nothing may have written it, and takes what was stored instead of loading it again.
//!
//! Before:  %x = load_elem %a [%i]  store_elem %b [%j], %x  %y = load_elem %a [%i]  %z = load_elem %b [%j]
//! After:   %x = load_elem %a [%i]  store_elem %b [%j], %x            (%y and %z are %x, if %a and %b are apart)

use super::fuse::aliases::{Aliases, written_arrays};
use crate::func::Func;
use crate::ir::{Block, Inst, Op, Value, Values};
use cranelift_entity::SecondaryMap;

/// So many elements are remembered at a time.
const MOST: usize = 64;

/// Drops loads of what is known; returns how many.
pub fn share_loads(func: &mut Func) -> usize {
    let aliases = Aliases::of(func);
    let mut pass = Pass { func, aliases, known: Vec::new(), replace: SecondaryMap::new(), shared: 0 };
    let body = pass.func.body;
    pass.block(body);
    let Pass { func, replace, shared, .. } = pass;
    if shared > 0 {
        func.replace_uses(&replace);
    }
    shared
}

/// An element whose value is known.
#[derive(Clone)]
struct Element {
    array: Value,
    at: Values,
    value: Value,
}

struct Pass<'f> {
    func: &'f mut Func,
    aliases: Aliases,
    known: Vec<Element>,
    replace: SecondaryMap<Value, Option<Value>>,
    shared: usize,
}

impl Pass<'_> {
    /// Looks at a block; what is learned inside is forgotten at its end.
    fn block(&mut self, block: Block) {
        let outer = self.known.clone();
        for inst in self.func.take_insts(block) {
            let replace = &self.replace;
            self.func.op_mut(inst).for_each_operand_mut(&mut |value| *value = replace[*value].unwrap_or(*value));
            if self.stays(inst) {
                self.func.append(block, inst);
            }
        }
        self.known = outer;
    }

    fn stays(&mut self, inst: Inst) -> bool {
        match self.func.op(inst).clone() {
            Op::LoadElem(array, at) => return self.load(inst, array, at),
            Op::StoreElem(array, at, value) => {
                self.forget(array);
                self.learn(Element { array, at, value });
            }
            Op::StoreVector(array, ..) => self.forget(array),
            Op::Call(..) | Op::StoreCell(..) | Op::MoveCells(..) => self.known.clear(),
            op if !op.blocks().is_empty() => self.regions(inst, &op),
            _ => {}
        }
        true
    }

    /// What is written anywhere inside is forgotten before, for a loop comes back, and after.
    fn regions(&mut self, inst: Inst, op: &Op) {
        if has_unknown_writes(self.func, inst) {
            self.known.clear();
        }
        for array in written_arrays(self.func, inst) {
            self.forget(array);
        }
        op.blocks().into_iter().for_each(|inner| self.block(inner));
    }

    /// Remembers a load; false if it is known already.
    fn load(&mut self, inst: Inst, array: Value, at: Values) -> bool {
        let value = self.func.inst_results(inst)[0];
        if let Some(known) = self.known.iter().find(|known| known.array == array && known.at == at) {
            self.replace[value] = Some(known.value);
            self.shared += 1;
            return false;
        }
        self.learn(Element { array, at, value });
        true
    }

    fn learn(&mut self, element: Element) {
        if self.known.len() == MOST {
            self.known.remove(0);
        }
        self.known.push(element);
    }

    fn forget(&mut self, array: Value) {
        let (func, aliases) = (&*self.func, &self.aliases);
        self.known.retain(|known| !aliases.may_overlap(func, known.array, array));
    }
}

fn has_unknown_writes(func: &Func, inst: Inst) -> bool {
    let op = func.op(inst);
    matches!(op, Op::Call(..) | Op::StoreCell(..) | Op::MoveCells(..) | Op::StoreVector(..))
        || op.blocks().iter().any(|block| func.insts(*block).iter().any(|inner| has_unknown_writes(func, *inner)))
}
