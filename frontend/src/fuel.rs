//! What a compilation may cost: every expression and every operation is a step, and there are so many for a source of this
//! length. Programs that make exponentially much of themselves end here, in about a second, whatever the construct.

use crate::cx::{Cx, R, Stop};
use crate::value::Val;
use npc_base::{Code, Diagnostic, Span};

/// Steps that every program has.
const BASE: u64 = 1_500_000;
/// Steps for each byte of the source.
const PER_BYTE: u64 = 200;
/// Most members of a tuple or list that is known at compile time, those of its members counted.
const MAX_MEMBERS: usize = 50_000;

/// The steps that are left.
pub(crate) struct Fuel {
    left: u64,
    /// Where the last one was made.
    pub empty: Option<Option<Span>>,
}

impl Fuel {
    /// The steps of a source with so many bytes.
    pub fn of(bytes: usize) -> Fuel {
        Fuel { left: BASE + PER_BYTE * bytes as u64, empty: None }
    }

    /// A step at this place.
    pub fn step(&mut self, span: Option<Span>) {
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => self.empty = self.empty.or(Some(span)),
        }
    }

    /// The error of a program that took too many.
    pub fn error(&self) -> Option<Diagnostic> {
        let span = self.empty?;
        let error = Diagnostic::error(Code::TooLarge, "compiling this takes too many steps")
            .help("loops over tuples, and functions called with ever new types, are compiled once for each member and type");
        Some(match span {
            Some(span) => error.label(span, "this far it came"),
            None => error,
        })
    }
}

impl Cx<'_> {
    /// A step of the compiler; stops when there are none left.
    pub fn step(&mut self) -> R<()> {
        self.fuel.step(self.f.span);
        if self.fuel.empty.is_some() { Err(Stop) } else { Ok(()) }
    }

    /// A tuple or list whose members are known, unless there are too many of them.
    pub fn limited(&mut self, val: Val) -> R<Val> {
        let members = match &val {
            Val::Tuple(members) | Val::List(members) | Val::Iterate(_, members) => members,
            _ => return Ok(val),
        };
        let nested = members.iter().any(|member| matches!(member, Val::Tuple(_) | Val::List(_) | Val::Iterate(..)));
        if nested && count(&val, MAX_MEMBERS) > MAX_MEMBERS || members.len() > MAX_MEMBERS {
            let message = format!("this has more than {MAX_MEMBERS} members, all of which are known at compile time");
            return Err(self.error_help(Code::TooLarge, message, "use an array, or a list that grows in a loop"));
        }
        Ok(val)
    }
}

/// The number of values in a tuple with these members.
pub(crate) fn size(members: &[Val]) -> usize {
    members.iter().map(|member| count(member, MAX_MEMBERS)).sum()
}

/// Longest sum of strings that are known at compile time, in bytes.
pub(crate) const MAX_STRING: usize = 4 << 20;

impl Cx<'_> {
    /// Refuses a string that only takes memory.
    pub fn too_long(&mut self) -> Stop {
        self.error(Code::TooLarge, "a string of more than four million bytes is known at compile time here")
    }
}

/// Most axes of an array, as in NumPy.
const MAX_RANK: usize = 64;

impl Cx<'_> {
    /// Refuses arrays with more axes than NumPy has.
    pub fn check_rank(&mut self, rank: usize) -> R<()> {
        if rank <= MAX_RANK {
            return Ok(());
        }
        let message = format!("maximum supported dimension for an ndarray is currently {MAX_RANK}, found {rank}");
        Err(self.error(Code::RaisesAlways, message))
    }
}

/// The members in a value, and in its members; as soon as there are more than `limit`, that is enough.
fn count(val: &Val, limit: usize) -> usize {
    let (Val::Tuple(members) | Val::List(members) | Val::Iterate(_, members)) = val else { return 1 };
    let mut total = 1;
    for member in members {
        if total > limit {
            break;
        }
        total += count(member, limit - total.min(limit));
    }
    total
}
