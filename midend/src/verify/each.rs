//! The rules of `each`: shapes of inputs and outputs, and a body without effects.

use super::{Checker, End};
use crate::ir::{AxisKind, Combiner, Each, Op, Output};
use crate::types::{DType, Type};
use crate::typing::Types;

impl Checker<'_> {
    pub(super) fn each_body(&mut self, each: &Each, results: &Types) {
        let rank = each.extents.len();
        self.all_have_type(&each.extents, Type::I64);
        self.expect(each.kinds.len() == rank, || "has one kind per extent".into());
        let mut params = Types::new();
        for input in &each.inputs {
            if let Some(array) = self.array(*input) {
                self.expect(usize::from(array.rank) == rank, || format!("{input} has another rank than the loop"));
                params.push(Type::Scalar(array.dtype));
            }
        }
        if each.indexed {
            params.extend(std::iter::repeat_n(Type::I64, rank));
        }
        let own = self.types(self.func.params(each.body));
        self.expect(own == params, || "the body's parameters are not the elements (and indices)".into());
        let yields = self.each_outputs(each, results);
        let outside = self.each.replace(self.regions.len());
        self.block(each.body, &End::Yield(yields));
        self.each = outside;
    }

    /// Checks the results and says what the body has to yield; types that only the body knows come from its `yield`.
    fn each_outputs(&mut self, each: &Each, results: &Types) -> Types {
        let parallel = each.kinds.iter().filter(|kind| **kind == AxisKind::Parallel).count();
        let reduces = each.kinds.contains(&AxisKind::Reduce);
        let mut yields = Types::new();
        let mut left = results.iter().copied();
        for output in &each.outputs {
            match output {
                Output::Into(array) | Output::IntoWhere(array) => {
                    let Some(ty) = self.array(*array) else { continue };
                    self.expect(usize::from(ty.rank) == each.kinds.len(), || format!("{array} has another rank than the loop"));
                    yields.push(Type::Scalar(ty.dtype));
                    if matches!(output, Output::IntoWhere(_)) {
                        yields.push(Type::BOOL);
                    }
                }
                Output::Fresh => {
                    self.expect(!reduces, || "a fresh array of a loop that reduces".into());
                    yields.extend(self.each_result(left.next(), each.kinds.len()).map(Type::Scalar));
                }
                Output::Scan(_) => yields.extend(self.each_result(left.next(), each.kinds.len()).map(Type::Scalar)),
                Output::Reduce(combiner) => {
                    let scalar = parallel == 0;
                    let ty = left.next();
                    let dtype = if scalar { ty.and_then(Type::scalar) } else { self.each_result(ty, parallel) };
                    self.expect(dtype.is_some(), || "the reduction has no fitting result".into());
                    yields.extend(dtype.map(|dtype| self.reduced_type(each, yields.len(), *combiner, dtype)));
                }
            }
        }
        self.expect(left.next().is_none(), || "has more results than outputs".into());
        yields
    }

    /// The dtype of a result that is an array of this rank.
    fn each_result(&mut self, result: Option<Type>, rank: usize) -> Option<DType> {
        let array = result.and_then(Type::array).filter(|ty| usize::from(ty.rank) == rank);
        self.expect(array.is_some(), || format!("lacks a result, an array of rank {rank}"));
        array.map(|ty| ty.dtype)
    }

    /// What is yielded for a reduction with this result.
    fn reduced_type(&mut self, each: &Each, at: usize, combiner: Combiner, dtype: DType) -> Type {
        if !matches!(combiner, Combiner::ArgMin | Combiner::ArgMax) {
            return Type::Scalar(dtype);
        }
        self.expect(dtype == DType::I64, || "the result of argmin and argmax is i64".into());
        let last = self.func.insts(each.body).last().map(|last| self.func.op(*last));
        match last {
            Some(Op::Yield(values)) => values.get(at).map_or(Type::I64, |value| self.func.ty(*value)),
            _ => Type::I64,
        }
    }

    /// An operation in the body of an `each`.
    pub(super) fn inside_each(&mut self, op: &Op) {
        let fits = match op {
            Op::If(..) | Op::Scope(_) | Op::Loop(..) | Op::For(..) => true,
            Op::Yield(_) | Op::Exit(..) | Op::Next(..) | Op::LoadElem(..) | Op::Unreachable => true,
            Op::Call(callee, _) => self.module.funcs.get(*callee).is_some_and(|callee| callee.pure_scalar),
            _ => op.is_pure(),
        };
        self.expect(fits, || "the body of an `each` has no effects and does not raise".into());
    }
}
