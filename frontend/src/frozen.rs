//! Containers and instances that functions may look at and not change: globals, class attributes and defaults of
//! parameters. In Python there is one of each for all calls; here each use makes it anew, so a change would be lost.
//!
//! That is part of the type: what is read from a frozen object is frozen, and where paths meet one frozen side is enough.

use crate::cx::{Cx, R, Stop};
use crate::object::ObjectTy;
use crate::value::Val;
use npc_base::Code;
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

/// The value with all objects in it frozen.
pub(crate) fn frozen(val: Val) -> Val {
    match val {
        Val::Object(object, value) => Val::Object(ObjectTy { frozen: true, ..object }, value),
        Val::Tuple(members) => Val::Tuple(members.into_iter().map(frozen).collect()),
        Val::List(members) => Val::List(members.into_iter().map(frozen).collect()),
        Val::Named(class, members) => Val::Named(class, members.into_iter().map(frozen).collect()),
        Val::Optional(has, payload) => Val::Optional(has, Box::new(frozen(*payload))),
        other => other,
    }
}

fn is_frozen(val: &Val) -> bool {
    match val {
        Val::Object(object, _) => object.frozen,
        Val::Optional(_, payload) => is_frozen(payload),
        _ => false,
    }
}

impl Cx<'_> {
    /// A global as a function sees it. A list display stays a sequence of known length where the name is only looked at.
    pub fn frozen_global(&mut self, name: &str, val: Val) -> R<Val> {
        match val {
            Val::List(members) if self.in_user_code() && self.frame_ref().reads.changes(name) => {
                self.list_here(members, 0).map(frozen)
            }
            other => Ok(frozen(other)),
        }
    }

    /// The default of a parameter, which Python makes once.
    pub fn shared_default(&mut self, default: &Expr) -> R<Val> {
        let val = self.expr(default)?;
        if !self.in_user_code() {
            return Ok(val);
        }
        match val {
            // `[]` can only be of use if it changes.
            Val::List(members) if members.is_empty() => self.at(default.range(), |cx| cx.list_here(members, 0)).map(frozen),
            other => Ok(frozen(other)),
        }
    }

    /// An error if the object may not change.
    pub fn check_mutable(&mut self, object: &ObjectTy) -> R<()> {
        if object.frozen { Err(self.not_mutable()) } else { Ok(()) }
    }

    fn not_mutable(&mut self) -> Stop {
        self.error_help(
            Code::Unsupported,
            "changing a global, a class attribute or a default is not supported: nothing is kept from call to call",
            "make the object in a function, and pass it as an argument",
        )
    }

    /// An error where the identity of an object counts of which each use makes another.
    pub fn check_identity(&mut self, a: &Val, b: &Val) -> R<()> {
        if matches!(a, Val::None) || matches!(b, Val::None) || !(is_frozen(a) || is_frozen(b)) {
            return Ok(());
        }
        Err(self.error_help(
            Code::Unsupported,
            "`is` with a global object is not supported: each use makes it anew",
            "compare with `==`, or use None as the mark",
        ))
    }
}
