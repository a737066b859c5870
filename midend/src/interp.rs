//! A small, slow, obvious interpreter of the `Arrays` and `Loops` phases: the third oracle when targets disagree.
//!
//! An `each` is interpreted by its definition (`interp/each.rs`), not by way of the loops that it becomes, so that the
//! interpreter checks the lowering too. Ownership operations do nothing here. What is not part of these two phases ends
//! the run with [`UNSUPPORTED`].

mod array;
mod each;
mod order;
mod scalars;

pub use array::InterpArray;

use crate::abi::context;
use crate::exceptions::is_derived;
use crate::func::{Func, Module};
use crate::host::Raised;
use crate::ir::{Block, FuncId, Inst, Op, Site, Value, Values, Var};
use crate::types::{DType, Type};
use crate::vector::{self, Bits, Operand, VecOp};
use cranelift_entity::SecondaryMap;

/// The site of an error that stands for "this operation is not part of the phases interpreted".
pub const UNSUPPORTED: u32 = u32::MAX;

/// A value while it is interpreted.
#[derive(Clone, Debug)]
pub enum InterpValue {
    /// The bits of a scalar, in the canonical form of [`crate::eval`].
    Scalar(u64),
    /// An array; in place of an address, what `load_descriptor` yields.
    Array(InterpArray),
    /// A vector.
    Vector(Bits),
}

/// Runs a function. Arguments and results are those of its body's parameters and of its `return`.
pub fn interpret(module: &Module, func: FuncId, args: Vec<InterpValue>) -> Result<Vec<InterpValue>, Raised> {
    let func = &module.funcs[func];
    let mut frame = Frame { module, func, values: SecondaryMap::new(), vars: SecondaryMap::new(), record: None };
    frame.bind(func.params(func.body), args);
    match frame.block(func.body)? {
        Flow::Return(values) => Ok(values),
        _ => Err(unsupported()),
    }
}

/// How a block ends.
enum Flow {
    Yield(Vec<InterpValue>),
    Exit(Block, Vec<InterpValue>),
    Next(Block, Vec<InterpValue>),
    Return(Vec<InterpValue>),
}

struct Frame<'a> {
    module: &'a Module,
    func: &'a Func,
    values: SecondaryMap<Value, Option<InterpValue>>,
    vars: SecondaryMap<Var, Option<InterpValue>>,
    /// What has been caught last.
    record: Option<Raised>,
}

fn unsupported() -> Raised {
    Raised { site: UNSUPPORTED, position: 0, args: Default::default(), text: String::new(), trace: Default::default() }
}

impl Frame<'_> {
    fn bind(&mut self, names: &[Value], values: Vec<InterpValue>) {
        for (name, value) in names.iter().zip(values) {
            self.values[*name] = Some(value);
        }
    }

    fn bits(&self, value: Value) -> Result<u64, Raised> {
        match &self.values[value] {
            Some(InterpValue::Scalar(bits)) => Ok(*bits),
            _ => Err(unsupported()),
        }
    }

    fn int(&self, value: Value) -> Result<i64, Raised> {
        Ok(self.bits(value)? as i64)
    }

    fn ints(&self, values: &[Value]) -> Result<Vec<i64>, Raised> {
        values.iter().map(|value| self.int(*value)).collect()
    }

    fn array(&self, value: Value) -> Result<&InterpArray, Raised> {
        match &self.values[value] {
            Some(InterpValue::Array(array)) => Ok(array),
            _ => Err(unsupported()),
        }
    }

    fn arrays(&self, values: &[Value]) -> Result<Vec<InterpArray>, Raised> {
        values.iter().map(|value| self.array(*value).cloned()).collect()
    }

    fn all(&self, values: &[Value]) -> Result<Vec<InterpValue>, Raised> {
        values.iter().map(|value| self.values[*value].clone().ok_or_else(unsupported)).collect()
    }

    fn dtype(&self, value: Value) -> DType {
        match self.func.ty(value) {
            Type::Scalar(dtype) => dtype,
            Type::Array(array) => array.dtype,
            Type::Addr | Type::Vector | Type::Ref => DType::I64,
        }
    }

    /// An error raised by this operation, with the position that the error record would have.
    fn raised(&self, inst: Inst, site: Site, args: &[i64]) -> Raised {
        let position = if self.func.library { 0 } else { self.func.loc(inst).position };
        let mut slots: [i64; context::ARG_COUNT as usize] = Default::default();
        slots.iter_mut().zip(args).for_each(|(slot, arg)| *slot = *arg);
        Raised { site: site.as_u32(), position, args: slots, text: String::new(), trace: Default::default() }
    }

    fn block(&mut self, block: Block) -> Result<Flow, Raised> {
        let func = self.func;
        for inst in func.insts(block) {
            match self.inst(*inst)? {
                Some(flow) => return Ok(flow),
                None => continue,
            }
        }
        Err(unsupported())
    }

    fn inst(&mut self, inst: Inst) -> Result<Option<Flow>, Raised> {
        let func = self.func;
        let op = func.op(inst);
        if op.is_terminator() {
            return self.terminator(inst, op).map(Some);
        }
        let results = match op {
            Op::If(..) | Op::Try(..) | Op::Scope(_) | Op::Loop(..) | Op::For(..) => match self.region(op)? {
                Flow::Yield(values) => values,
                flow => return Ok(Some(flow)),
            },
            Op::Call(callee, args) => self.call(inst, *callee, args)?,
            Op::Each(each) => self.each(inst, each)?,
            Op::SetVar(var, value) => {
                self.vars[*var] = self.values[*value].clone();
                Vec::new()
            }
            Op::GetVar(var) => vec![self.variable(*var)?],
            Op::Context => vec![InterpValue::Scalar(0)],
            Op::Load(_, _, offset) => vec![InterpValue::Scalar(self.record_field(*offset)?)],
            Op::SiteNumber(site) => vec![InterpValue::Scalar((site.as_u32() + 1).into())],
            Op::IsRaised(site, tested) => vec![InterpValue::Scalar(self.is_raised(*site, *tested)?.into())],
            Op::Vector(op, operands) => vec![self.vector_op(*op, operands)?],
            _ if self.is_array_op(op) => self.array_op(inst, op)?,
            _ => vec![InterpValue::Scalar(self.scalar_op(inst, op)?)],
        };
        self.bind(func.inst_results(inst), results);
        Ok(None)
    }

    fn terminator(&mut self, inst: Inst, op: &Op) -> Result<Flow, Raised> {
        Ok(match op {
            Op::Yield(values) => Flow::Yield(self.all(values)?),
            Op::Exit(block, values) => Flow::Exit(*block, self.all(values)?),
            Op::Next(block, values) => Flow::Next(*block, self.all(values)?),
            Op::Return(values) => Flow::Return(self.all(values)?),
            Op::Reraise => return Err(self.record.clone().ok_or_else(unsupported)?),
            Op::Raise(site, args) => return Err(self.raised(inst, *site, &self.ints(args)?)),
            _ => return Err(unsupported()),
        })
    }

    /// What a variable holds: zero before anything is set. Nobody looks at an array that is not there.
    fn variable(&self, var: Var) -> Result<InterpValue, Raised> {
        match (&self.vars[var], self.func.vars[var]) {
            (Some(value), _) => Ok(value.clone()),
            (None, Type::Array(ty)) => Ok(InterpValue::Array(InterpArray::zeros(ty.dtype, &vec![0; ty.rank.into()]))),
            (None, Type::Scalar(_) | Type::Addr) => Ok(InterpValue::Scalar(0)),
            (None, Type::Vector | Type::Ref) => Err(unsupported()),
        }
    }

    /// A field of the error record in the context; the rest of the context is not there.
    fn record_field(&self, offset: u32) -> Result<u64, Raised> {
        let record = self.record.as_ref().ok_or_else(unsupported)?;
        Ok(match offset {
            context::SITE => (record.site + 1).into(),
            context::POSITION => record.position.into(),
            _ => return Err(unsupported()),
        })
    }

    fn is_raised(&self, site: Value, tested: Site) -> Result<bool, Raised> {
        let exception = |at: usize| self.module.sites.get_index(at).map(|site| site.exception.as_str()).unwrap_or_default();
        let raised = exception((self.bits(site)? as usize).wrapping_sub(1));
        Ok(is_derived(&self.module.exceptions, raised, exception(tested.as_u32() as usize)))
    }

    fn vector_op(&self, op: VecOp, operands: &[Value]) -> Result<InterpValue, Raised> {
        let operand = |value: &Value| match &self.values[*value] {
            Some(InterpValue::Scalar(bits)) => Ok(Operand::Scalar(*bits)),
            Some(InterpValue::Vector(bits)) => Ok(Operand::Vector(*bits)),
            _ => Err(unsupported()),
        };
        let operands = operands.iter().map(operand).collect::<Result<Vec<_>, _>>()?;
        Ok(match vector::eval(op, &operands) {
            Operand::Scalar(bits) => InterpValue::Scalar(bits),
            Operand::Vector(bits) => InterpValue::Vector(bits),
        })
    }

    fn call(&mut self, inst: Inst, callee: FuncId, args: &Values) -> Result<Vec<InterpValue>, Raised> {
        let args = self.all(args)?;
        interpret(self.module, callee, args).map_err(|mut raised| {
            if self.module.funcs[callee].library && !self.func.library {
                raised.position = self.func.loc(inst).position;
            }
            raised
        })
    }

    /// Runs what the operation holds; `Flow::Yield` has its results.
    fn region(&mut self, op: &Op) -> Result<Flow, Raised> {
        match op {
            Op::If(cond, then, els) => {
                let taken = if self.bits(*cond)? != 0 { *then } else { *els };
                self.block(taken)
            }
            Op::Try(body, handler) => match self.block(*body) {
                Err(raised) if raised.site != UNSUPPORTED => {
                    self.record = Some(raised);
                    self.block(*handler)
                }
                flow => flow,
            },
            Op::Scope(body) => Ok(match self.block(*body)? {
                Flow::Exit(label, values) if label == *body => Flow::Yield(values),
                flow => flow,
            }),
            Op::Loop(inits, body) => self.repeat(*body, inits),
            Op::For(lo, hi, inits, body) => self.count(*lo, *hi, inits, *body),
            _ => Err(unsupported()),
        }
    }

    fn repeat(&mut self, body: Block, inits: &Values) -> Result<Flow, Raised> {
        let params = self.func.params(body);
        let mut carried = self.all(inits)?;
        loop {
            self.bind(params, carried);
            carried = match self.block(body)? {
                Flow::Next(label, values) if label == body => values,
                Flow::Exit(label, values) if label == body => return Ok(Flow::Yield(values)),
                flow => return Ok(flow),
            };
        }
    }

    fn count(&mut self, lo: Value, hi: Value, inits: &Values, body: Block) -> Result<Flow, Raised> {
        let params = self.func.params(body);
        let mut carried = self.all(inits)?;
        for counter in self.int(lo)?..self.int(hi)? {
            self.bind(&params[..1], vec![InterpValue::Scalar(counter as u64)]);
            self.bind(&params[1..], carried);
            carried = match self.block(body)? {
                Flow::Next(label, values) if label == body => values,
                Flow::Exit(label, values) if label == body => return Ok(Flow::Yield(values)),
                flow => return Ok(flow),
            };
        }
        Ok(Flow::Yield(carried))
    }
}
