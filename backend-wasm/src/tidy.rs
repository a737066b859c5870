//! Last improvements, once locals are known: tees, conditional branches, no branches to what follows anyway, no blocks
//! without branches, no unused locals.

use crate::code::{Code, FUNCTION, Frame, Item, Label, Var};
use wasm_encoder::{Instruction, ValType};

/// Tidies the code; `types` are the types of its locals, parameters first.
pub(crate) fn tidy(code: &mut Code, types: &mut Vec<ValType>, params: usize) {
    shorten(code);
    drop_branches_onwards(code);
    drop_blocks(code);
    drop_unreachable(code);
    drop_blocks(code);
    renumber(code, types, params);
}

/// Rewrites short sequences.
fn shorten(code: &mut Code) {
    let items = std::mem::take(&mut code.items);
    for item in items {
        let void = |code: &Code, label: &Label| code.labels[label.0 as usize].1.is_empty();
        match (&code.items[..], &item) {
            ([.., Item::Set(set)], Item::Get(get)) if set == get => {
                let var = *get;
                code.items.pop();
                code.push(Item::Tee(var));
            }
            ([.., Item::Get(get)], Item::Set(set)) if set == get => drop(code.items.pop()),
            ([.., Item::Get(_)], Item::Op(Instruction::Drop)) => drop(code.items.pop()),
            ([.., Item::Open(open)], Item::Else(label)) if open == label && void(code, label) => {
                code.items.pop();
                code.op(Instruction::I32Eqz);
                code.condition();
                code.push(Item::Open(*label));
            }
            ([.., Item::Open(open)], Item::Close(label)) if open == label && code.frame(*label) == Frame::If => {
                code.items.pop();
                code.op(Instruction::Drop);
            }
            ([.., Item::Else(els)], Item::Close(label)) if els == label && void(code, label) => {
                code.items.pop();
                code.push(item);
            }
            ([.., Item::Open(open), Item::Br(_)], Item::Close(label)) if open == label && code.frame(*label) == Frame::If => {
                let Some(Item::Br(target)) = code.items.pop() else { continue };
                code.items.pop();
                code.push(Item::BrIf(target));
            }
            _ => code.push(item),
        }
    }
}

/// Drops branches to ends that code runs into anyway.
fn drop_branches_onwards(code: &mut Code) {
    let items = std::mem::take(&mut code.items);
    let mut kept = Vec::with_capacity(items.len());
    // Labels whose end follows directly, innermost last.
    let mut ahead = vec![FUNCTION];
    let mut inside = Vec::new();
    for item in items.into_iter().rev() {
        match &item {
            Item::Br(label) if ahead.contains(label) => continue,
            Item::Close(label) => {
                ahead.retain(|other| code.labels[other.0 as usize].1 == code.labels[label.0 as usize].1);
                inside.push(ahead.clone());
                if code.frame(*label) == Frame::Block {
                    ahead.push(*label);
                }
            }
            Item::Else(_) => ahead.clone_from(inside.last().unwrap_or(&Vec::new())),
            Item::Open(_) => {
                inside.pop();
                ahead.clear();
            }
            _ => ahead.clear(),
        }
        kept.push(item);
    }
    kept.reverse();
    code.items = kept;
}

/// Drops code between a branch and the end of its block: what comes after an operand that never yields a value.
fn drop_unreachable(code: &mut Code) {
    // Blocks opened since the branch.
    let mut dead: Option<u32> = None;
    code.items.retain(|item| match (item, dead) {
        (Item::Br(_) | Item::Op(Instruction::Unreachable), None) => {
            dead = Some(0);
            true
        }
        (Item::Close(_) | Item::Else(_), Some(0)) => {
            dead = None;
            true
        }
        (Item::Open(_), Some(depth)) => {
            dead = Some(depth + 1);
            false
        }
        (Item::Close(_), Some(depth)) => {
            dead = Some(depth - 1);
            false
        }
        _ => dead.is_none(),
    });
}

/// Drops blocks and loops that nothing branches to.
fn drop_blocks(code: &mut Code) {
    let mut targets = vec![false; code.labels.len()];
    for item in &code.items {
        if let Item::Br(label) | Item::BrIf(label) = item {
            targets[label.0 as usize] = true;
        }
    }
    let labels = &code.labels;
    code.items.retain(|item| match item {
        Item::Open(label) | Item::Close(label) => labels[label.0 as usize].0 == Frame::If || targets[label.0 as usize],
        _ => true,
    });
}

/// Numbers locals by type, and by how often they are named within one.
fn renumber(code: &mut Code, types: &mut Vec<ValType>, params: usize) {
    let mut uses = vec![0_u32; types.len()];
    for item in &code.items {
        if let Item::Get(var) | Item::Set(var) | Item::Tee(var) = item {
            uses[var.0 as usize] += 1;
        }
    }
    let mut order: Vec<_> = (params..types.len()).filter(|local| uses[*local] > 0).collect();
    order.sort_by_key(|local| (rank(types[*local]), std::cmp::Reverse(uses[*local])));
    let mut numbers: Vec<_> = (0..types.len() as u32).collect();
    for (at, local) in order.iter().enumerate() {
        numbers[*local] = (params + at) as u32;
    }
    for item in &mut code.items {
        if let Item::Get(Var(local)) | Item::Set(Var(local)) | Item::Tee(Var(local)) = item {
            *local = numbers[*local as usize];
        }
    }
    let kept = types[..params].iter().copied().chain(order.iter().map(|local| types[*local]));
    *types = kept.collect();
}

fn rank(ty: ValType) -> u32 {
    match ty {
        ValType::I32 => 0,
        ValType::I64 => 1,
        ValType::F64 => 2,
        _ => 3,
    }
}
