//! Values that a loop carries and never changes are those that it started with.
//!
//! Before:  %r = for ^1 %i in %lo..%hi (%p = %a) { store_elem %p [%i], %x  next ^1 (%p) }   return %r
//! After:   %r = for ^1 %i in %lo..%hi (%p = %a) { store_elem %a [%i], %x  next ^1 (%p) }   return %a
//!
//! Who asks what an array is then sees it; `drop_dead_code` drops what is left of the carried value.

use super::share_common::find_leaving;
use crate::func::Func;
use crate::ir::{Block, Op, Value, Values};
use cranelift_entity::SecondaryMap;

type Replaced = SecondaryMap<Value, Option<Value>>;

/// Replaces what loops carry unchanged; returns how many values there were.
pub(super) fn drop_unchanged(func: &mut Func) -> usize {
    let mut replaced = Replaced::new();
    let count = block(func, func.body, &mut replaced);
    if count > 0 {
        func.replace_uses(&replaced);
    }
    count
}

/// Inner loops first: what they leave unchanged, the loops around them may hand on.
fn block(func: &Func, at: Block, replaced: &mut Replaced) -> usize {
    let mut count = 0;
    for inst in func.insts(at) {
        let op = func.op(*inst);
        count += op.blocks().into_iter().map(|inner| block(func, inner, replaced)).sum::<usize>();
        if let Op::For(_, _, inits, body) | Op::Loop(inits, body) = op {
            let results = matches!(op, Op::For(..)).then(|| func.inst_results(*inst));
            count += carried(func, inits, *body, results.unwrap_or_default(), replaced);
        }
    }
    count
}

fn carried(func: &Func, inits: &Values, body: Block, results: &[Value], replaced: &mut Replaced) -> usize {
    let (mut nexts, mut exits) = (Vec::new(), Vec::new());
    find_leaving(func, body, body, &mut nexts, &mut exits);
    let all = func.params(body);
    let params = &all[all.len() - inits.len()..];
    let mut count = 0;
    for (at, param) in params.iter().enumerate() {
        let init = resolved(replaced, inits[at]);
        let stays = |values: &Values| [*param, init].contains(&resolved(replaced, values[at]));
        if !nexts.iter().all(stays) {
            continue;
        }
        let ends = exits.iter().all(stays);
        replaced[*param] = Some(init);
        if let Some(result) = results.get(at).filter(|_| ends) {
            replaced[*result] = Some(init);
        }
        count += 1;
    }
    count
}

fn resolved(replaced: &Replaced, mut value: Value) -> Value {
    while let Some(by) = replaced[value] {
        value = by;
    }
    value
}
