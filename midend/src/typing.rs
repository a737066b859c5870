//! Result types that follow from the operation and its operands; the text form leaves them out, the verifier checks them.

use crate::func::Func;
use crate::ir::Op;
use crate::types::Type;
use crate::vector::VecOp;
use smallvec::{SmallVec, smallvec};

/// Types of results.
pub(crate) type Types = SmallVec<[Type; 4]>;

/// The types of the results, where they follow from the operands; `None` where the operation states them.
pub(crate) fn implied_results(func: &Func, op: &Op) -> Option<Types> {
    Some(match op {
        // A lane's scalar is of its dtype, in `Flat` of its machine type.
        Op::Vector(VecOp::Extract(..), _)
        | Op::Const(_)
        | Op::Convert(_)
        | Op::Bitcast(_)
        | Op::Cast(..)
        | Op::View(_)
        | Op::AssumeLayout(_)
        | Op::Empty(..)
        | Op::EmptyLike(..)
        | Op::OrderAxes(_)
        | Op::Each(_)
        | Op::LoadDescriptor(..)
        | Op::LoadDestination(..)
        | Op::ArrayAt(..)
        | Op::LoadCell(..)
        | Op::Call(..)
        | Op::If(..)
        | Op::Scope(_)
        | Op::Try(..)
        | Op::Loop(..) => return None,
        Op::Unary(_, x) | Op::Binary(_, x, _) | Op::Select(_, x, _) => smallvec![func.ty(*x)],
        Op::Complex(re, _) => smallvec![Type::Scalar(func.ty(*re).scalar()?.complex())],
        Op::Part(_, z) => smallvec![Type::Scalar(func.ty(*z).scalar()?.part()?)],
        Op::PartView(_, array) => smallvec![Type::Array(func.ty(*array).array()?.parts()?)],
        Op::Compare(..) | Op::IsRaised(..) | Op::Borrowed(_) | Op::Overlap(..) | Op::SamePlace(..) => smallvec![Type::BOOL],
        Op::Checked(..) | Op::Index(..) | Op::Dim(..) | Op::Stride(..) => smallvec![Type::I64],
        Op::LoadElem(array, _) => smallvec![Type::Scalar(func.ty(*array).array()?.dtype)],
        Op::LoadVector(..) => smallvec![Type::Vector],
        Op::NewCells(..) => smallvec![Type::Ref],
        Op::Vector(op, _) => smallvec![op.result()],
        Op::Load(mem, ..) => smallvec![mem.value_type()],
        Op::Context | Op::AddressOf(_) | Op::Alloc(_) | Op::SlotGet(_) => smallvec![Type::Addr],
        Op::SiteNumber(_) => smallvec![Type::I32],
        Op::GetVar(var) => smallvec![*func.vars.get(*var)?],
        Op::For(_, _, inits, _) => inits.iter().map(|init| func.ty(*init)).collect(),
        Op::Check(..)
        | Op::StoreElem(..)
        | Op::StoreVector(..)
        | Op::StoreDescriptor(..)
        | Op::StoreCell(..)
        | Op::MoveCells(..)
        | Op::Own(..)
        | Op::Share(..)
        | Op::Drop(_)
        | Op::Forget(_)
        | Op::RetainArray(_)
        | Op::Store(..)
        | Op::Retain(_)
        | Op::Release(_)
        | Op::SlotSet(..)
        | Op::SetVar(..)
        | Op::Yield(_)
        | Op::Exit(..)
        | Op::Next(..)
        | Op::Return(_)
        | Op::Raise(..)
        | Op::Reraise
        | Op::Unreachable => smallvec![],
    })
}
