//! Exception types: which derives from which, and an order of sites in which a type and all that derive from it are
//! neighbours.

use crate::flatten::fresh::negative_extent;
use crate::func::{Func, Module};
use crate::interface::RaiseSite;
use crate::ir::{Inst, Op, Site};
use indexmap::{IndexMap, IndexSet};

/// Python's own exception types, each with its base; a base stands before what derives from it.
pub const BUILTIN: [(&str, &str); NUMBER] = [
    ("BaseException", ""),
    ("GeneratorExit", "BaseException"),
    ("KeyboardInterrupt", "BaseException"),
    ("SystemExit", "BaseException"),
    ("Exception", "BaseException"),
    ("ArithmeticError", "Exception"),
    ("FloatingPointError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"),
    ("ZeroDivisionError", "ArithmeticError"),
    ("AssertionError", "Exception"),
    ("AttributeError", "Exception"),
    ("BufferError", "Exception"),
    ("EOFError", "Exception"),
    ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"),
    ("LookupError", "Exception"),
    ("IndexError", "LookupError"),
    ("KeyError", "LookupError"),
    ("MemoryError", "Exception"),
    ("NameError", "Exception"),
    ("UnboundLocalError", "NameError"),
    ("OSError", "Exception"),
    ("FileExistsError", "OSError"),
    ("FileNotFoundError", "OSError"),
    ("PermissionError", "OSError"),
    ("TimeoutError", "OSError"),
    ("ReferenceError", "Exception"),
    ("RuntimeError", "Exception"),
    ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"),
    ("StopAsyncIteration", "Exception"),
    ("StopIteration", "Exception"),
    ("SyntaxError", "Exception"),
    ("SystemError", "Exception"),
    ("TypeError", "Exception"),
    ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"),
    ("Warning", "Exception"),
    ("DeprecationWarning", "Warning"),
    ("FutureWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
    ("UserWarning", "Warning"),
    // NumPy's own.
    ("AxisError", "ValueError"),
    ("LinAlgError", "ValueError"),
];

const NUMBER: usize = 44;

/// The base of an exception type; `own` are those of the program.
fn base<'a>(own: &'a IndexMap<String, String>, exception: &str) -> Option<&'a str> {
    // A type of the program may have the name of a builtin one that derives from it.
    let builtin = || BUILTIN.iter().find(|(name, _)| *name == exception).map(|(_, base)| *base);
    own.get(exception).map(String::as_str).or_else(builtin).filter(|base| !base.is_empty())
}

/// True if the exception is of this type or of one derived from it.
pub fn is_derived(own: &IndexMap<String, String>, exception: &str, from: &str) -> bool {
    ancestry(own, exception).any(|name| name == from)
}

/// How many types an exception type derives from.
pub fn depth(own: &IndexMap<String, String>, exception: &str) -> usize {
    ancestry(own, exception).count()
}

/// The type itself, its base, and so on. Names that nobody knows derive from `Exception`.
fn ancestry<'a>(own: &'a IndexMap<String, String>, exception: &'a str) -> impl Iterator<Item = &'a str> {
    let known = BUILTIN.iter().any(|(name, _)| *name == exception) || own.contains_key(exception);
    let unknown = (!known).then_some(["Exception", "BaseException"]).into_iter().flatten();
    let names = std::iter::successors(Some(exception), |name| base(own, name)).take(own.len() + BUILTIN.len());
    names.chain(unknown)
}

/// Gives sites new numbers so that those of an exception type and of all that derive from it follow each other. Nothing
/// changes in a module that does not ask what was raised.
pub fn order_sites(module: &mut Module) {
    if !module.funcs.values().any(asks) {
        return;
    }
    // Lowering finds this one.
    module.sites.insert(negative_extent());
    let old: Vec<RaiseSite> = module.sites.iter().cloned().collect();
    let mut order: Vec<usize> = (0..old.len()).collect();
    order.sort_by_cached_key(|at| path(&module.exceptions, &old[*at].exception));
    let mut numbers = vec![0; old.len()];
    order.iter().enumerate().for_each(|(new, at)| numbers[*at] = new as u32);
    module.sites = order.iter().map(|at| old[*at].clone()).collect::<IndexSet<_>>();
    for func in module.funcs.values_mut() {
        renumber(func, &numbers);
    }
}

/// Forgets sites that no operation names any more: their messages need not travel with the module.
pub fn drop_unused_sites(module: &mut Module) {
    if module.funcs.values().any(asks) {
        // There, what is not named may lie between what is.
        return;
    }
    let mut used = vec![false; module.sites.len()];
    for func in module.funcs.values() {
        let insts = func.reachable_blocks().into_iter().flat_map(|block| func.insts(block));
        insts.filter_map(|inst| func.op(*inst).clone().site_mut().map(|site| site.as_u32() as usize)).for_each(|site| {
            if let Some(used) = used.get_mut(site) {
                *used = true;
            }
        });
    }
    let mut numbers = vec![0; used.len()];
    let kept = used.iter().enumerate().filter(|(_, used)| **used).map(|(at, _)| at);
    kept.clone().enumerate().for_each(|(new, at)| numbers[at] = new as u32);
    module.sites = kept.filter_map(|at| module.sites.get_index(at).cloned()).collect::<IndexSet<_>>();
    for func in module.funcs.values_mut() {
        renumber(func, &numbers);
    }
}

/// From `BaseException` to the type itself: in the order of these, types follow what they derive from.
fn path(own: &IndexMap<String, String>, exception: &str) -> Vec<String> {
    let mut path: Vec<_> = ancestry(own, exception).map(str::to_string).collect();
    path.reverse();
    path
}

fn asks(func: &Func) -> bool {
    let blocks = func.reachable_blocks();
    let mut insts = blocks.iter().flat_map(|block| func.insts(*block));
    insts.any(|inst| matches!(func.op(*inst), Op::IsRaised(..)))
}

fn renumber(func: &mut Func, numbers: &[u32]) {
    let insts: Vec<Inst> = func.reachable_blocks().iter().flat_map(|block| func.insts(*block)).copied().collect();
    for inst in insts {
        if let Some(site) = func.op_mut(inst).site_mut()
            && let Some(number) = numbers.get(site.as_u32() as usize)
        {
            *site = Site::from_u32(*number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_derive_from_their_bases() {
        let own = IndexMap::from_iter([("Mine".to_string(), "KeyError".to_string())]);
        for (exception, from, wanted) in [
            ("IndexError", "LookupError", true),
            ("LookupError", "IndexError", false),
            ("Mine", "LookupError", true),
            ("Mine", "Mine", true),
            ("KeyError", "Mine", false),
            ("KeyboardInterrupt", "Exception", false),
            ("KeyboardInterrupt", "BaseException", true),
            ("Unknown", "Exception", true),
        ] {
            assert_eq!(is_derived(&own, exception, from), wanted, "{exception} from {from}");
        }
    }

    #[test]
    fn bases_are_known() {
        for (at, (name, base)) in BUILTIN.iter().enumerate() {
            assert!(base.is_empty() || BUILTIN[..at].iter().any(|(known, _)| known == base), "{name}");
        }
    }
}
