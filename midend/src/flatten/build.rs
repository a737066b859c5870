//! Builds a flat function: shares equal pure operations, moves them out of loops, folds constants on the way.
//!
//! The blocks that are open form a stack of levels. A pure operation goes to the outermost level where its operands are
//! known, as long as only loop bodies are left on the way; the operation that holds an inner block is appended after the
//! block is finished, so whatever an inner block sends outwards stands in front of it. Arms of an `if` keep what they
//! compute, for it may be needed rarely.

use crate::func::{Func, Loc};
use crate::ir::{BinaryOp, Block, CastOp, CompareOp, Data, Inst, Op, UnaryOp, Value, Values};
use crate::types::Type;
use crate::vector::VecOp;
use cranelift_entity::SecondaryMap;
use rustc_hash::FxHashMap;

/// What a pure operation is known by.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Const(Type, u64),
    Unary(UnaryOp, Value),
    Binary(BinaryOp, Value, Value),
    Compare(CompareOp, Value, Value),
    Select(Value, Value, Value),
    Cast(CastOp, Value, Type),
    Vector(VecOp, Values),
    Context,
    AddressOf(Data),
}

struct Level {
    block: Block,
    is_loop: bool,
    known: FxHashMap<Key, Value>,
}

/// A flat function under construction.
pub(super) struct Builder {
    /// The function.
    pub func: Func,
    /// Where the operation that is being lowered comes from.
    pub loc: Loc,
    levels: Vec<Level>,
    depths: SecondaryMap<Value, u32>,
}

impl Builder {
    /// Starts with the function's body open.
    pub fn new(func: Func) -> Builder {
        let body = Level { block: func.body, is_loop: false, known: FxHashMap::default() };
        Builder { func, loc: Loc::default(), levels: vec![body], depths: SecondaryMap::new() }
    }

    /// Opens a new block inside the current one.
    pub fn open(&mut self, is_loop: bool) -> Block {
        let block = self.func.new_block();
        self.levels.push(Level { block, is_loop, known: FxHashMap::default() });
        block
    }

    /// Closes the innermost block.
    pub fn close(&mut self) {
        if self.levels.len() > 1 {
            self.levels.pop();
        }
    }

    /// True if the current block has its terminator; what is appended then is unreachable and goes nowhere.
    pub fn is_done(&self) -> bool {
        self.func.is_terminated(self.block())
    }

    /// The current block.
    pub fn block(&self) -> Block {
        self.levels[self.levels.len() - 1].block
    }

    /// Adds a parameter to the current block.
    pub fn param(&mut self, ty: Type) -> Value {
        let value = self.func.add_param(self.block(), ty);
        self.depths[value] = self.levels.len() as u32 - 1;
        value
    }

    /// The type of a value.
    pub fn ty(&self, value: Value) -> Type {
        self.func.ty(value)
    }

    /// The value, as an `i32` if it is a `bool`.
    pub fn wide_bool(&mut self, value: Value) -> Value {
        if self.ty(value) == Type::BOOL { self.cast(CastOp::Bool, value, Type::I32) } else { value }
    }

    /// Appends an operation that is not pure.
    pub fn push(&mut self, op: Op, types: &[Type]) -> Values {
        let inst = self.push_inst(op, types);
        Values::from_slice(self.func.inst_results(inst))
    }

    /// Appends an operation and tells which one it is.
    pub fn push_inst(&mut self, op: Op, types: &[Type]) -> Inst {
        let level = self.levels.len() - 1;
        self.place(level, op, types)
    }

    /// Appends an operation with one result.
    pub fn push_one(&mut self, op: Op, ty: Type) -> Value {
        self.push(op, &[ty])[0]
    }

    fn place(&mut self, level: usize, op: Op, types: &[Type]) -> Inst {
        let block = self.levels[level].block;
        let done = self.func.is_terminated(block);
        let inst = self.func.make(op, types, self.loc);
        if !done {
            self.func.append(block, inst);
        }
        for at in 0..types.len() {
            self.depths[self.func.inst_results(inst)[at]] = level as u32;
        }
        inst
    }

    /// How many levels are around the definition of a value.
    pub fn depth_of(&self, value: Value) -> u32 {
        self.depths[value]
    }

    fn depth(&self, values: &[Value]) -> usize {
        values.iter().map(|value| self.depths[*value] as usize).max().unwrap_or(0)
    }

    /// The outermost level that a pure operation whose operands are known at `depth` may move to.
    fn level_for(&self, depth: usize) -> usize {
        let mut level = self.levels.len() - 1;
        while level > depth && self.levels[level].is_loop {
            level -= 1;
        }
        level
    }

    fn find(&self, key: &Key, depth: usize) -> Option<Value> {
        self.levels.iter().skip(depth).find_map(|level| level.known.get(key).copied())
    }

    fn pure(&mut self, key: Key, op: Op, operands: &[Value], ty: Type) -> Value {
        let depth = self.depth(operands);
        if let Some(value) = self.find(&key, depth) {
            return value;
        }
        let level = self.level_for(depth);
        let inst = self.place(level, op, &[ty]);
        let value = self.func.inst_results(inst)[0];
        self.levels[level].known.insert(key, value);
        value
    }

    /// A constant; the bits are canonical for the type.
    pub fn bits(&mut self, ty: Type, bits: u64) -> Value {
        let key = Key::Const(ty, bits);
        if let Some(value) = self.find(&key, 0) {
            return value;
        }
        let level = self.levels.len() - 1;
        let inst = self.place(level, Op::Const(bits), &[ty]);
        let value = self.func.inst_results(inst)[0];
        self.levels[level].known.insert(key, value);
        value
    }

    /// The address of the context.
    pub fn context(&mut self) -> Value {
        self.pure(Key::Context, Op::Context, &[], Type::Addr)
    }

    /// The address of constant bytes.
    pub fn address_of(&mut self, data: Data) -> Value {
        self.pure(Key::AddressOf(data), Op::AddressOf(data), &[], Type::Addr)
    }

    /// An operation on one scalar, as it is.
    pub(super) fn raw_unary(&mut self, op: UnaryOp, x: Value) -> Value {
        self.pure(Key::Unary(op, x), Op::Unary(op, x), &[x], self.ty(x))
    }

    /// An operation on two scalars, as it is.
    pub(super) fn raw_binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        self.pure(Key::Binary(op, x, y), Op::Binary(op, x, y), &[x, y], self.ty(x))
    }

    /// A comparison, as it is.
    pub(super) fn raw_compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        self.pure(Key::Compare(op, x, y), Op::Compare(op, x, y), &[x, y], Type::BOOL)
    }

    /// A choice, as it is.
    pub(super) fn raw_select(&mut self, cond: Value, x: Value, y: Value) -> Value {
        self.pure(Key::Select(cond, x, y), Op::Select(cond, x, y), &[cond, x, y], self.ty(x))
    }

    /// An operation on vectors, as it is.
    pub(super) fn vector(&mut self, op: VecOp, operands: Values, ty: Type) -> Value {
        self.pure(Key::Vector(op, operands.clone()), Op::Vector(op, operands.clone()), &operands, ty)
    }

    /// A cast, as it is.
    pub(super) fn raw_cast(&mut self, op: CastOp, x: Value, ty: Type) -> Value {
        self.pure(Key::Cast(op, x, ty), Op::Cast(op, x), &[x], ty)
    }

    /// Finishes the innermost block as the body of a `scope` if something exits it; else its operations go to the
    /// block around it. Returns the scope.
    pub fn close_scope(&mut self, used: bool) -> Option<Inst> {
        let body = self.block();
        self.close();
        if used {
            return Some(self.push_inst(Op::Scope(body), &[]));
        }
        for inst in self.func.take_insts(body) {
            self.func.append(self.block(), inst);
        }
        None
    }
}
