//! Writes the fused loop.

use super::{Candidate, Fusion, View};
use crate::axis_order::view_type;
use crate::func::{Func, Loc};
use crate::ir::{BinaryOp, Each, Inst, Op, Value, Values};
use crate::lower_each::template::Template;
use crate::types::Type;
use rustc_hash::FxHashMap;

impl Fusion<'_> {
    /// Puts the producer's body, and views of its inputs, into the consumer.
    pub(super) fn merge(&mut self, candidate: &Candidate, consumer: Inst, each: &Each) {
        let loc = self.func.loc(consumer);
        let mut inputs = Values::new();
        let mut own = Vec::new();
        for (input, used) in each.inputs.iter().zip(&candidate.uses) {
            own.push(used.is_none().then(|| place_of(&mut inputs, *input)));
        }
        let mut theirs = Vec::new();
        for chain in &candidate.chains {
            let viewed: Vec<Value> =
                candidate.each.inputs.iter().map(|input| self.viewed(*input, &candidate.each.extents, chain, loc)).collect();
            theirs.push(viewed.into_iter().map(|input| place_of(&mut inputs, input)).collect::<Vec<usize>>());
        }
        let indexed = each.indexed || candidate.each.indexed;
        let mut body = Body::new(self.func, &inputs, if indexed { each.extents.len() } else { 0 }, loc);
        let (producer, main) = (Template::of(body.func, candidate.each.body), Template::of(body.func, each.body));
        let mut made = Values::new();
        for (chain, places) in candidate.chains.iter().zip(&theirs) {
            let mut args: Values = places.iter().map(|place| body.elements[*place]).collect();
            if candidate.each.indexed {
                args.extend(body.indices_below(chain));
            }
            made.extend(body.write(&producer, &args));
        }
        let used = own.iter().zip(&candidate.uses);
        let mut args: Values = used
            .filter_map(|(own, chain)| match (own, chain) {
                (Some(place), _) => Some(body.elements[*place]),
                (None, Some(chain)) => Some(made[*chain]),
                (None, None) => None,
            })
            .collect();
        if each.indexed {
            args.extend_from_slice(&body.indices);
        }
        let yields = body.write(&main, &args);
        let block = body.block;
        body.func.push(block, Op::Yield(yields), &[], loc);
        let fused = Each { inputs, indexed, body: block, ..each.clone() };
        self.replace(consumer, each, fused);
    }

    fn replace(&mut self, consumer: Inst, old: &Each, new: Each) {
        new.inputs.iter().for_each(|input| self.users[*input].push(consumer));
        *self.func.op_mut(consumer) = Op::Each(Box::new(new));
        for input in &old.inputs {
            self.drop_use(*input, consumer);
        }
        self.stats.fused += 1;
    }

    /// A view like this, if it was just made for another input.
    fn made_before(&self, view: &Op) -> Option<Value> {
        let known = self.out.iter().rev().take(16).find(|inst| self.func.op(**inst) == view && !self.dead.contains(**inst))?;
        self.func.inst_results(*known).first().copied()
    }

    /// What the views make of an array that has these extents.
    fn viewed(&mut self, array: Value, extents: &[Value], chain: &[View], loc: Loc) -> Value {
        let (mut array, mut extents) = (array, Values::from_slice(extents));
        for view in chain {
            let Type::Array(ty) = self.func.ty(array) else { return array };
            let view = View { base: array, ..view.clone() };
            let known: Values = extents.clone();
            let viewed = view_type(self.func, ty, &|axis| known.get(axis).copied(), &view);
            extents = view.axes.iter().map(|axis| axis.extent).collect();
            let op = Op::View(Box::new(view));
            if let Some(known) = self.made_before(&op) {
                array = known;
                continue;
            }
            let operands = op.operands();
            let inst = self.func.make(op, &[Type::Array(viewed)], loc);
            operands.into_iter().for_each(|operand| self.users[operand].push(inst));
            self.push(inst);
            array = self.func.inst_results(inst)[0];
        }
        array
    }
}

pub(super) fn place_of(inputs: &mut Values, input: Value) -> usize {
    inputs.iter().position(|known| *known == input).unwrap_or_else(|| {
        inputs.push(input);
        inputs.len() - 1
    })
}

/// The body of the fused loop under construction.
pub(super) struct Body<'f> {
    pub func: &'f mut Func,
    pub block: crate::ir::Block,
    pub elements: Values,
    pub indices: Values,
    loc: Loc,
}

impl<'f> Body<'f> {
    pub fn new(func: &'f mut Func, inputs: &[Value], indices: usize, loc: Loc) -> Body<'f> {
        let block = func.new_block();
        let mut elements = Values::new();
        for input in inputs {
            let ty = func.ty(*input).array().map_or(func.ty(*input), |ty| Type::Scalar(ty.dtype));
            elements.push(func.add_param(block, ty));
        }
        let indices = (0..indices).map(|_| func.add_param(block, Type::I64)).collect();
        Body { func, block, elements, indices, loc }
    }

    pub fn write(&mut self, template: &Template, args: &[Value]) -> Values {
        template.write(self.func, self.block, args, &FxHashMap::default())
    }

    fn op(&mut self, op: Op) -> Value {
        self.func.push(self.block, op, &[Type::I64], self.loc)[0]
    }

    /// Where the element of the loop stands in the array below the views.
    fn indices_below(&mut self, chain: &[View]) -> Values {
        let mut indices = self.indices.clone();
        for view in chain.iter().rev() {
            let rank = self.func.ty(view.base).array().map_or(0, |ty| ty.rank);
            indices = (0..rank).map(|axis| self.index_below(view, axis, &indices)).collect();
        }
        indices
    }

    fn index_below(&mut self, view: &View, axis: u8, indices: &[Value]) -> Value {
        let mut sum = view.offsets.iter().find(|(from, _)| *from == axis).map(|(_, start)| *start);
        for (at, above) in view.axes.iter().enumerate() {
            let Some((_, scale)) = above.source.filter(|(from, _)| *from == axis) else { continue };
            let steps = self.op(Op::Binary(BinaryOp::Mul, indices[at], scale));
            sum = Some(match sum {
                Some(sum) => self.op(Op::Binary(BinaryOp::Add, sum, steps)),
                None => steps,
            });
        }
        sum.unwrap_or_else(|| self.op(Op::Const(0)))
    }
}
