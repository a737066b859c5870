//! Numbers of source positions: those that errors can name come first, then those that only loops have.
//!
//! A loop has a position because it may be interrupted, which only native code can be. So the last ones need not travel
//! with a wasm module; and what nothing names any more is forgotten.

use crate::abi::context;
use crate::func::{Func, Module};
use crate::interface::Position;
use crate::ir::{Block, Inst, Op};
use indexmap::IndexSet;

/// Gives positions new numbers; returns how many there are that only loops have.
pub fn order_positions(module: &mut Module) -> usize {
    let Some(unknown) = module.positions.first().cloned() else { return 0 };
    let [mut named, mut looped] = [0, 1].map(|_| vec![false; module.positions.len()]);
    for func in module.funcs.values() {
        for inst in insts(func) {
            let at = func.loc(inst).position as usize;
            match func.op(inst) {
                Op::For(..) | Op::Loop(..) => looped[at] = true,
                Op::Store(..) => {
                    if let Some(at) = written(func, inst) {
                        named[at] = true;
                    }
                }
                op if op.raise_site().is_some() || matches!(op, Op::Call(..) | Op::Reraise) => named[at] = true,
                _ => {}
            }
        }
    }
    let all = 1..module.positions.len();
    let (first, last) = (all.clone().filter(|at| named[*at]), all.filter(|at| looped[*at] && !named[*at]));
    let only_loops = last.clone().count();
    let kept: Vec<usize> = first.chain(last).collect();
    let mut numbers = vec![0; module.positions.len()];
    kept.iter().zip(1..).for_each(|(at, new)| numbers[*at] = new);
    let positions = kept.iter().filter_map(|at| module.positions.get_index(*at).cloned());
    module.positions = std::iter::once(unknown).chain(positions).collect::<IndexSet<Position>>();
    for func in module.funcs.values_mut() {
        for block in func.reachable_blocks() {
            for inst in func.take_insts(block) {
                let at = func.loc(inst).position as usize;
                func.set_position(inst, numbers[at]);
                if let Some(at) = written(func, inst) {
                    write(func, block, inst, numbers[at]);
                }
                func.append(block, inst);
            }
        }
    }
    only_loops
}

/// The position that an operation writes into the error record itself: that of an exception which is raised long after it was made.
fn written(func: &Func, inst: Inst) -> Option<usize> {
    let Op::Store(_, base, context::POSITION, value) = *func.op(inst) else { return None };
    let at = func.const_bits(value).filter(|_| matches!(func.def_op(base), Some(Op::Context)))?;
    Some(at as usize)
}

/// Lets it write another one; other operations may have the constant, too.
fn write(func: &mut Func, block: Block, inst: Inst, number: u32) {
    let Op::Store(_, _, _, value) = *func.op(inst) else { return };
    let (ty, loc) = (func.ty(value), func.loc(inst));
    let number = func.push(block, Op::Const(number.into()), &[ty], loc)[0];
    if let Op::Store(_, _, _, value) = func.op_mut(inst) {
        *value = number;
    }
}

fn insts(func: &Func) -> Vec<Inst> {
    func.reachable_blocks().into_iter().flat_map(|block| func.insts(block).to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse_module;

    #[test]
    fn what_only_loops_have_comes_last() {
        let text = r#"file0 = "f.py"
position1 = 0:1 "f"
position2 = 0:2 "f"
position3 = 0:3 "f"
site0 = ValueError "no"

@0 = func f(%0: bool, %1: i64) {
  %2 = const 0 : i64
  for ^1 %3 in %2..%1 {
    check %0, site0() at 3
    next ^1 ()
  }
  return
}"#;
        let mut module = parse_module(text).expect("a module");
        let func = module.funcs.values_mut().next().expect("a function");
        let each = insts(func).into_iter().find(|inst| matches!(func.op(*inst), Op::For(..))).expect("a loop");
        func.set_position(each, 2);
        assert_eq!(order_positions(&mut module), 1);
        let lines: Vec<u32> = module.positions.iter().map(|position| position.line).collect();
        assert_eq!(lines, [0, 3, 2]);
        assert!(module.to_string().contains("check %0, site0() at 1"), "{module}");
    }
}
