//! Which operations exist in which phase.

use crate::func::Convention;
use crate::ir::{BinaryOp, CastOp, CompareOp, Op, Phase};

/// True if the operation may stand in a function at this phase.
pub(super) fn allowed(op: &Op, phase: Phase, convention: Convention) -> bool {
    let flat = phase == Phase::Flat;
    match op {
        Op::Each(_) => phase == Phase::Arrays,
        Op::LoadVector(..) | Op::StoreVector(..) => !flat,
        Op::Binary(op, ..) => binary_allowed(*op, flat),
        Op::Compare(op, ..) => flat || !matches!(op, CompareOp::LtU | CompareOp::LeU | CompareOp::GtU | CompareOp::GeU),
        Op::Cast(CastOp::ToAddr | CastOp::FromAddr, _) => true,
        Op::Cast(..) => flat,
        // Recursive functions count their depth in the context; text that is printed grows there.
        Op::Context | Op::AddressOf(_) | Op::Load(..) | Op::Store(..) | Op::Alloc(_) | Op::Release(_) => true,
        _ if is_memory(op) => flat || convention == Convention::Entry,
        _ => !flat || !gone_in_flat(op),
    }
}

fn binary_allowed(op: BinaryOp, flat: bool) -> bool {
    match op {
        BinaryOp::FloorDiv | BinaryOp::FloorRem | BinaryOp::TruncRem => !flat,
        BinaryOp::DivS | BinaryOp::DivU | BinaryOp::RemS | BinaryOp::RemU => flat,
        _ => true,
    }
}

/// Memory and run time: only in `Flat`, but for entries, which read arguments and write results from the start.
fn is_memory(op: &Op) -> bool {
    matches!(
        op,
        Op::Load(..)
            | Op::Store(..)
            | Op::Context
            | Op::Alloc(_)
            | Op::Retain(_)
            | Op::Release(_)
            | Op::SlotGet(_)
            | Op::SlotSet(..)
    )
}

fn gone_in_flat(op: &Op) -> bool {
    matches!(
        op,
        Op::Convert(_)
            | Op::Bitcast(_)
            | Op::Complex(..)
            | Op::Part(..)
            | Op::PartView(..)
            | Op::Checked(..)
            | Op::Check(..)
            | Op::Index(..)
            | Op::Dim(..)
            | Op::Stride(..)
            | Op::View(_)
            | Op::AssumeLayout(_)
            | Op::Empty(..)
            | Op::EmptyLike(..)
            | Op::OrderAxes(_)
            | Op::LoadElem(..)
            | Op::StoreElem(..)
            | Op::Borrowed(_)
            | Op::Overlap(..)
            | Op::SamePlace(..)
            | Op::LoadDescriptor(..)
            | Op::LoadDestination(..)
            | Op::ArrayAt(..)
            | Op::StoreDescriptor(..)
            | Op::NewCells(..)
            | Op::LoadCell(..)
            | Op::StoreCell(..)
            | Op::MoveCells(..)
            | Op::Own(..)
            | Op::Share(..)
            | Op::Drop(_)
            | Op::Forget(_)
            | Op::RetainArray(_)
            | Op::Raise(..)
            | Op::Reraise
            | Op::Try(..)
            | Op::IsRaised(..)
            | Op::SiteNumber(_)
    )
}
