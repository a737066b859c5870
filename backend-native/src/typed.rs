//! Calls whose types Rust knows: checked once, then made without looking at types again.

#![expect(unsafe_code, reason = "compiled code relies on the types that are checked here")]

use crate::call::{CallFailure, Native};
use crate::context::Context;
use crate::element::sealed::Sealed;
use crate::signature::{Return, Signature};
use crate::words::{Leaf, Record, Words};
use npc_midend::interface::{DefaultValue, Function, Param, Shape};
use npc_midend::types::DType;
use smallvec::{SmallVec, smallvec};
use std::marker::PhantomData;
use std::sync::Arc;

/// A function of a module with its type in Rust.
pub struct Typed<S> {
    native: Native,
    entry: usize,
    leaves: Arc<[Leaf]>,
    /// Values of the parameters that the signature leaves out.
    defaults: Arc<[u64]>,
    record: usize,
    signature: PhantomData<fn() -> S>,
}

impl<S> Clone for Typed<S> {
    fn clone(&self) -> Self {
        let (native, leaves, defaults) = (self.native.clone(), self.leaves.clone(), self.defaults.clone());
        Typed { native, entry: self.entry, leaves, defaults, record: self.record, signature: PhantomData }
    }
}

impl Native {
    /// The function with this type, if it has this type.
    pub fn typed<S: Signature>(&self, function: &Function) -> Option<Typed<S>> {
        let (entry, known) = self.entry(&function.entry)?;
        if !S::fits(&known.params, &known.result) {
            return None;
        }
        let mut defaults = Vec::new();
        for param in known.params.iter().skip(S::shapes().len()) {
            default_word(param, &mut defaults)?;
        }
        Some(Typed {
            native: self.clone(),
            entry,
            leaves: Leaf::of(&known.params).into(),
            defaults: defaults.into(),
            record: known.result.record_size() as usize / 8,
            signature: PhantomData,
        })
    }
}

/// Adds the word of a default value, if a caller can leave the parameter out.
fn default_word(param: &Param, to: &mut Vec<u64>) -> Option<()> {
    match (&param.shape, param.default.as_ref()?) {
        (Shape::None, DefaultValue::None) => {}
        (Shape::Scalar { dtype, .. }, default) if dtype.is_complex() => {
            let part = dtype.part()?;
            let (re, im) = match default {
                DefaultValue::Complex(re, im) => (*re, *im),
                DefaultValue::Float(re) => (*re, 0.0),
                DefaultValue::Int(re) => (*re as f64, 0.0),
                _ => return None,
            };
            for value in [re, im] {
                to.push(scalar_word(part, &DefaultValue::Float(value))?);
            }
        }
        (Shape::Scalar { dtype, .. }, default) => to.push(scalar_word(*dtype, default)?),
        _ => return None,
    }
    Some(())
}

fn scalar_word(dtype: DType, default: &DefaultValue) -> Option<u64> {
    Some(match (dtype, default) {
        (DType::F64, DefaultValue::Float(x)) => x.to_word(),
        (DType::F32, DefaultValue::Float(x)) => (*x as f32).to_word(),
        (DType::F64, DefaultValue::Int(x)) => (*x as f64).to_word(),
        (DType::F32, DefaultValue::Int(x)) => (*x as f32).to_word(),
        (dtype, DefaultValue::Bool(x)) if !dtype.is_float() => u64::from(*x),
        (dtype, DefaultValue::Int(x)) if !dtype.is_float() && dtype != DType::Bool => *x as u64,
        _ => return None,
    })
}

impl<S: Signature> Typed<S> {
    /// Calls the function.
    pub fn call(&self, context: &mut Context, args: S::Args<'_>) -> Result<S::Result, CallFailure> {
        let mut record: SmallVec<[u64; 24]> = smallvec![0; self.record];
        self.run(context, args, &mut record)?;
        // SAFETY: the entry has written the record.
        Ok(S::Result::take(&mut unsafe { Record::new(&mut record, &self.native.code, context) }))
    }

    /// Calls the function and puts the result where the caller says.
    pub fn call_into(
        &self,
        context: &mut Context,
        args: S::Args<'_>,
        mut out: <S::Result as Return>::Out<'_>,
    ) -> Result<(), CallFailure> {
        let mut record: SmallVec<[u64; 24]> = smallvec![0; self.record];
        // SAFETY: the record is zeroed.
        S::Result::lend(&mut out, &mut unsafe { Record::new(&mut record, &self.native.code, context) });
        self.run(context, args, &mut record)?;
        // SAFETY: the entry has written the record.
        S::Result::fill(out, &mut unsafe { Record::new(&mut record, &self.native.code, context) });
        Ok(())
    }

    fn run(&self, context: &mut Context, args: S::Args<'_>, record: &mut [u64]) -> Result<(), CallFailure> {
        let mut words = Words::new(&self.leaves);
        S::pass(args, &mut words);
        self.defaults.iter().for_each(|word| words.scalar(*word));
        if let Some(problem) = words.problem() {
            return Err(CallFailure::BadLayout(problem));
        }
        // SAFETY: the signature fits the entry's parameters and result: so many words of these kinds are read, and the
        // record is as large as the entry writes. What arguments and destinations borrow lives for the lifetimes in
        // their types, which is longer than this call; where the entry writes, they borrow exclusively.
        unsafe { self.native.code.enter(self.entry, record, context, words.finish()) }.map_err(CallFailure::Raised)
    }
}
