//! The allocator, written as wasm.
//!
//! Blocks have one of four sizes per octave: `m`, the block's bytes rounded up to 16, minus one, is written as an `f32`;
//! its exponent and the two highest bits of its mantissa are the size class, and the next number with a shorter mantissa
//! is the size. Freed blocks of a class are linked through their count; the heads of these lists stand at four times
//! the class, behind the context. A block that no list has is cut from the end of the heap, for which memory grows by
//! what is missing and a quarter of what there is, or if that fails by what is missing alone.
//!
//! The buffer at address 0 stands for "none": releasing it counts down there, and 0 is never reached.

use crate::ops::at;
use npc_midend::abi::{buffer, context};
use wasm_encoder::{BlockType, Function, Instruction, Instruction::*, ValType};

/// Largest class times four, plus the head itself, rounded up to 16.
pub(crate) const HEAP_START: u32 = 2544;
/// Pages that a module starts with.
pub(crate) const PAGES: u64 = 2;
/// More bytes than this are refused.
const LIMIT: i64 = 0x7fff_ffe0;
/// The wasm global that holds the end of the heap.
const TOP: u32 = 0;

fn address(field: u32) -> u32 {
    context::WASM_ADDRESS + field
}

fn function(locals: &[(u32, ValType)], body: Vec<Instruction<'static>>) -> Function {
    let mut function = Function::new(locals.iter().copied());
    for instruction in body {
        function.instruction(&instruction);
    }
    function.instruction(&End);
    function
}

/// The class of the `i64` size on the stack: `i32`.
fn class() -> [Instruction<'static>; 8] {
    [I64Const(15), I64Add, I64Const(15), I64Or, F32ConvertI64U, I32ReinterpretF32, I32Const(21), I32ShrU]
}

/// `alloc(bytes: i64) -> i32`.
pub(crate) fn alloc() -> Function {
    const BYTES: u32 = 0;
    // Locals: countdown, then the new end; block, class, head, pages.
    let (end, block, class_local, head, pages) = (1, 2, 3, 4, 5);
    let mut body = vec![Block(BlockType::Empty)];
    body.extend(count_down(end));
    body.extend([LocalGet(end), I64Const(1), I64Eq, LocalGet(BYTES), I64Const(LIMIT), I64GtU, I32Or, BrIf(0)]);
    body.push(LocalGet(BYTES));
    body.extend(class());
    body.extend([LocalTee(class_local), I32Const(2), I32Shl, LocalTee(head), I32Load(at(0, 2)), LocalTee(block)]);
    body.push(If(BlockType::Empty));
    body.extend([LocalGet(head), LocalGet(block), I32Load(at(0, 2)), I32Store(at(0, 2))]);
    body.push(Else);
    body.extend([GlobalGet(TOP), LocalTee(block), I64ExtendI32U]);
    body.extend([LocalGet(class_local), I32Const(1), I32Add, I32Const(21), I32Shl, F32ReinterpretI32, I64TruncSatF32U]);
    body.extend([I64Add, LocalTee(end), I64Const(16), I64ShrU, I32WrapI64, MemorySize(0), I32Sub, LocalTee(pages)]);
    // The page of the end itself is wanted too: so the end never is 2^32.
    body.extend([I32Const(0), I32GeS, If(BlockType::Empty)]);
    body.extend([
        LocalGet(pages),
        I32Const(1),
        I32Add,
        LocalTee(pages),
        MemorySize(0),
        I32Const(2),
        I32ShrU,
        I32Add,
        MemoryGrow(0),
    ]);
    body.extend([I32Const(-1), I32Eq, If(BlockType::Empty)]);
    body.extend([LocalGet(pages), MemoryGrow(0), I32Const(-1), I32Eq, BrIf(3), End, End]);
    body.extend([LocalGet(end), I32WrapI64, GlobalSet(TOP), End]);
    body.extend([LocalGet(block), I64Const(1), I64Store(at(buffer::COUNT, 3))]);
    body.extend([LocalGet(block), LocalGet(BYTES), I64Store(at(buffer::SIZE, 3))]);
    body.extend(add_in_use([LocalGet(BYTES)], I64Add));
    body.extend([LocalGet(block), Return, End, I32Const(0)]);
    function(&[(1, ValType::I64), (4, ValType::I32)], body)
}

/// Leaves the countdown in a local and takes one off unless it is 0.
fn count_down(local: u32) -> Vec<Instruction<'static>> {
    let field = at(address(context::ALLOC_COUNTDOWN), 3);
    let one_unless_zero = [LocalGet(local), I64Const(0), I64Ne, I64ExtendI32U];
    let mut body = vec![I32Const(0), I32Const(0), I64Load(field), LocalTee(local)];
    body.extend(one_unless_zero);
    body.extend([I64Sub, I64Store(field)]);
    body
}

fn add_in_use<const N: usize>(bytes: [Instruction<'static>; N], op: Instruction<'static>) -> Vec<Instruction<'static>> {
    let field = at(address(context::IN_USE), 3);
    let mut body = vec![I32Const(0), I32Const(0), I64Load(field)];
    body.extend(bytes);
    body.extend([op, I64Store(field)]);
    body
}

/// `npc_alloc(bytes: i32) -> i32`, for the outside.
pub(crate) fn exported_alloc(alloc: u32) -> Function {
    function(&[], vec![LocalGet(0), I64ExtendI32U, Call(alloc)])
}

/// `npc_release(header: i32)`. A negative size says that there are cells, whose own function frees them.
pub(crate) fn release(free_cells: Option<u32>) -> Function {
    let (header, count, head) = (0, 1, 2);
    let mut body = vec![LocalGet(header), LocalGet(header), I64Load(at(buffer::COUNT, 3)), I64Const(1), I64Sub];
    body.extend([LocalTee(count), I64Store(at(buffer::COUNT, 3))]);
    body.extend([LocalGet(count), I64Eqz, If(BlockType::Empty)]);
    if let Some(free_cells) = free_cells {
        body.extend([LocalGet(header), I64Load(at(buffer::SIZE, 3)), I64Const(0), I64LtS, If(BlockType::Empty)]);
        body.extend([LocalGet(header), Call(free_cells), Return, End]);
    }
    body.extend(add_in_use([LocalGet(header), I64Load(at(buffer::SIZE, 3)), LocalTee(count)], I64Sub));
    body.extend([LocalGet(header), LocalGet(count)]);
    body.extend(class());
    body.extend([I32Const(2), I32Shl, LocalTee(head), I32Load(at(0, 2)), I32Store(at(0, 2))]);
    body.extend([LocalGet(head), LocalGet(header), I32Store(at(0, 2)), End]);
    function(&[(1, ValType::I64), (1, ValType::I32)], body)
}

/// `retain(header: i32)`. The count of "none" must not come to 1, so that is left alone.
pub(crate) fn retain() -> Function {
    let header = 0;
    let count = at(buffer::COUNT, 3);
    let body = vec![
        LocalGet(header),
        If(BlockType::Empty),
        LocalGet(header),
        LocalGet(header),
        I64Load(count),
        I64Const(1),
        I64Add,
        I64Store(count),
        End,
    ];
    function(&[], body)
}
