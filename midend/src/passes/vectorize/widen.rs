//! One scalar at a time becomes vectors: the values of a loop's body for several iterations at once.
//!
//! A group of iterations is as many lanes as the loop takes at once. A value with elements of `size` bytes fills
//! `lanes · size / 16` registers; register `r` holds the iterations from `r · 16 / size` on. Registers are made when they
//! are asked for, from a store or an accumulator down to the loads, so a chain of operations on one register is written in
//! one piece. A bool is a mask whose lanes have the size that its user works in. What does not vary in the loop is computed
//! as a scalar and spread. An `if` whose arms only compute is a choice between both.
//!
//! Whatever has no vector form ends in `None`: the loop stays as it is.

use super::body::Body;
use super::lanes::is_heavy;
use crate::func::{Func, Loc};
use crate::ir::{BinaryOp, Block, CompareOp, Op, UnaryOp, Value, Values};
use crate::types::{ArrayType, DType, Layout, Type};
use crate::vector::{self, VecOp};
use rustc_hash::FxHashMap;

/// Writes the vector form of a body.
pub(crate) struct Widen<'a> {
    pub func: &'a mut Func,
    /// Where it is written.
    pub block: Block,
    /// Where what does not vary is written: in front of the loop.
    outside: Block,
    pub loc: Loc,
    pub body: &'a Body,
    /// The iteration of the first lane.
    pub base: Value,
    /// Iterations at once.
    pub lanes: usize,
    pub(super) registers: FxHashMap<(Value, u32, usize), Value>,
    scalars: FxHashMap<Value, Value>,
    pub(super) constants: FxHashMap<(DType, u64), Value>,
    /// Arrays as the conditions of the vector form show them.
    dense: FxHashMap<Value, Value>,
    /// Lanes that count, with their size: calls are left out for the others.
    pub(super) guard: Option<(Value, u32)>,
    /// Operations that every round does lane by lane.
    pub single: usize,
    /// Both registers of a pair are computed operation by operation.
    side_by_side: bool,
}

/// An index as a function of the iteration.
pub(crate) enum Index {
    /// The same in all iterations.
    Fixed(Value),
    /// The iteration's number plus a constant and perhaps a value.
    Running(i64, Option<Value>),
}

impl<'a> Widen<'a> {
    pub fn new(func: &'a mut Func, block: Block, loc: Loc, body: &'a Body, base: Value, lanes: usize) -> Widen<'a> {
        let (registers, scalars, constants) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        Widen {
            func,
            block,
            outside: block,
            loc,
            body,
            base,
            lanes,
            registers,
            scalars,
            constants,
            dense: FxHashMap::default(),
            guard: None,
            single: 0,
            side_by_side: false,
        }
    }

    /// Writes each operation for both registers of a pair, so that its constants are fetched once for both.
    pub fn side_by_side(self, side_by_side: bool) -> Widen<'a> {
        Widen { side_by_side, ..self }
    }

    /// Writes what does not vary into this block, which is run before the other one.
    pub fn with_outside(self, outside: Block) -> Widen<'a> {
        Widen { outside, ..self }
    }

    /// The number of registers that a value with this dtype fills.
    pub fn registers_of(&self, dtype: DType) -> usize {
        self.lanes / vector::lanes(dtype)
    }

    // ---- writing

    pub fn op(&mut self, op: Op, ty: Type) -> Value {
        self.func.push(self.block, op, &[ty], self.loc)[0]
    }

    pub fn vector(&mut self, op: VecOp, operands: &[Value]) -> Value {
        self.op(Op::Vector(op, Values::from_slice(operands)), op.result())
    }

    pub fn constant(&mut self, dtype: DType, bits: u64) -> Value {
        self.op(Op::Const(bits), Type::Scalar(dtype))
    }

    /// A vector of equal lanes.
    pub fn spread(&mut self, dtype: DType, bits: u64) -> Value {
        if let Some(known) = self.constants.get(&(dtype, bits)) {
            return *known;
        }
        let vector = self.outside(|w| {
            let scalar = w.constant(dtype, bits);
            w.vector(VecOp::Splat(dtype), &[scalar])
        });
        self.constants.insert((dtype, bits), vector);
        vector
    }

    pub fn binary(&mut self, op: BinaryOp, dtype: DType, x: Value, y: Value) -> Value {
        self.vector(VecOp::Binary(op, dtype), &[x, y])
    }

    pub fn not(&mut self, x: Value) -> Value {
        self.vector(VecOp::Unary(UnaryOp::Not, DType::U8), &[x])
    }

    fn int(&mut self, value: i64) -> Value {
        self.constant(DType::I64, value as u64)
    }

    fn dtype(&self, value: Value) -> Option<DType> {
        self.func.ty(value).scalar()
    }

    // ---- scalars and indices

    /// A value that does not vary, outside of the old body.
    pub fn scalar(&mut self, value: Value) -> Option<Value> {
        if !self.body.defines(value) {
            return Some(value);
        }
        if let Some(known) = self.scalars.get(&value) {
            return Some(*known);
        }
        let def = self.func.def(value).filter(|_| !self.body.varies(value))?;
        let mut op = self.func.op(def).clone();
        let is_plain = op.blocks().is_empty() && (op.is_pure() || matches!(op, Op::LoadElem(..) | Op::Call(..)));
        if !is_plain || self.func.inst_results(def).len() != 1 {
            return None;
        }
        let operands = op.operands().iter().map(|operand| self.scalar(*operand)).collect::<Option<Values>>()?;
        let mut operands = operands.into_iter();
        op.for_each_operand_mut(&mut |operand| *operand = operands.next().unwrap_or(*operand));
        let ty = self.func.ty(value);
        let copy = self.outside(|w| w.op(op, ty));
        self.scalars.insert(value, copy);
        Some(copy)
    }

    /// Writes in front of the loop. What is written there stands in the order in which it was asked for.
    pub(super) fn outside<R>(&mut self, write: impl FnOnce(&mut Self) -> R) -> R {
        let inside = std::mem::replace(&mut self.block, self.outside);
        let result = write(self);
        self.block = inside;
        result
    }

    /// How an index runs; `None` if not by one from iteration to iteration.
    pub fn index(&mut self, value: Value) -> Option<Index> {
        if value == self.body.counter {
            return Some(Index::Running(0, None));
        }
        if !self.body.varies(value) {
            return self.scalar(value).map(Index::Fixed);
        }
        let Some(Op::Binary(op @ (BinaryOp::Add | BinaryOp::Sub), x, y)) = self.func.def_op(value).cloned() else {
            return None;
        };
        let (x, y) = if op == BinaryOp::Add && !self.body.varies(x) { (y, x) } else { (x, y) };
        let Index::Running(constant, more) = self.index(x)? else { return None };
        let by = match self.index(y)? {
            Index::Fixed(by) => by,
            Index::Running(..) => return None,
        };
        if let Some(bits) = self.func.const_bits(by) {
            let distance = bits as i64;
            let sum = if op == BinaryOp::Add { constant.checked_add(distance) } else { constant.checked_sub(distance) };
            return Some(Index::Running(sum?, more));
        }
        let more = match more {
            Some(more) => self.op(Op::Binary(op, more, by), Type::I64),
            None if op == BinaryOp::Add => by,
            None => {
                let zero = self.int(0);
                self.op(Op::Binary(op, zero, by), Type::I64)
            }
        };
        Some(Index::Running(constant, Some(more)))
    }

    /// The place of a register of elements of this dtype in memory.
    pub fn place(&mut self, at: &[Value], dtype: DType, register: usize) -> Option<Values> {
        self.place_of(at, register * vector::lanes(dtype))
    }

    /// The place of an element in memory, by the number of the iteration.
    pub fn place_of(&mut self, at: &[Value], iteration: usize) -> Option<Values> {
        let first = iteration as i64;
        let mut place = Values::new();
        for index in at {
            place.push(match self.index(*index)? {
                Index::Fixed(index) => index,
                Index::Running(constant, more) => {
                    let base = match more {
                        Some(more) => self.op(Op::Binary(BinaryOp::Add, self.base, more), Type::I64),
                        None => self.base,
                    };
                    self.plus(base, constant.checked_add(first)?)
                }
            });
        }
        Some(place)
    }

    fn plus(&mut self, x: Value, constant: i64) -> Value {
        if constant == 0 {
            return x;
        }
        let constant = self.int(constant);
        self.op(Op::Binary(BinaryOp::Add, x, constant), Type::I64)
    }

    // ---- numbers

    /// A register of a value that is no bool.
    pub fn number(&mut self, value: Value, register: usize) -> Option<Value> {
        let dtype = self.dtype(value).filter(|dtype| *dtype != DType::Bool)?;
        let varies = self.body.varies(value);
        let key = (value, 0, if varies { register } else { 0 });
        if let Some(known) = self.registers.get(&key) {
            return Some(*known);
        }
        let vector = if dtype.is_complex() {
            if varies { self.complex_number(value, dtype, register)? } else { self.complex_splat(value, dtype)? }
        } else if let Some(bits) = self.func.const_bits(value) {
            self.spread(dtype, bits)
        } else if !varies {
            let scalar = self.scalar(value)?;
            self.outside(|w| w.vector(VecOp::Splat(dtype), &[scalar]))
        } else if value == self.body.counter {
            self.counter(register)?
        } else {
            self.computed(value, dtype, register)?
        };
        self.registers.insert(key, vector);
        if self.side_by_side && varies && self.registers_of(dtype) == 2 {
            self.number(value, 1 - register)?;
        }
        Some(vector)
    }

    /// The numbers of two iterations.
    fn counter(&mut self, register: usize) -> Option<Value> {
        let first = self.plus(self.base, 2 * register as i64);
        let second = self.plus(self.base, 2 * register as i64 + 1);
        let both = self.vector(VecOp::Splat(DType::I64), &[first]);
        Some(self.vector(VecOp::Replace(DType::I64, 1), &[both, second]))
    }

    fn computed(&mut self, value: Value, dtype: DType, register: usize) -> Option<Value> {
        let def = self.func.def(value)?;
        if let Op::Part(which, z) = *self.func.op(def) {
            return self.part_of(which, z, dtype, register);
        }
        if self.takes_complex(def) {
            return None;
        }
        match self.func.op(def).clone() {
            Op::LoadElem(array, at) => self.load(array, &at, dtype, register),
            Op::Unary(op, x) => self.unary(op, dtype, x, register).or_else(|| self.singly(def, value, dtype, register)),
            Op::Binary(op, x, y) => {
                self.arithmetic(op, dtype, x, y, register).or_else(|| self.singly(def, value, dtype, register))
            }
            Op::Select(cond, x, y) => self.choice(cond, x, y, dtype, register),
            Op::Convert(x) => self.convert(x, dtype, register).or_else(|| self.singly(def, value, dtype, register)),
            Op::Bitcast(x) => self.number(x, register),
            Op::If(cond, then, els) => {
                let at = self.func.inst_results(def).iter().position(|result| *result == value)?;
                let yields = [then, els].map(|arm| self.yielded(arm, at));
                match [then, els].map(|arm| is_heavy(self.func, arm)) {
                    [false, false] => self.choice(cond, yields[0]?, yields[1]?, dtype, register),
                    heavy => self.branch(cond, [yields[0]?, yields[1]?], heavy, dtype, register),
                }
            }
            Op::Call(..) => self.singly(def, value, dtype, register),
            _ => None,
        }
    }

    /// A register of elements.
    pub(super) fn load(&mut self, array: Value, at: &[Value], dtype: DType, register: usize) -> Option<Value> {
        let spread = self.runs_spread(array, at);
        let array = self.array(array)?;
        if spread {
            return self.gather(array, at, dtype, register);
        }
        let place = self.place(at, dtype, register)?;
        Some(self.op(Op::LoadVector(array, place), Type::Vector))
    }

    /// An array outside of the old body.
    pub fn array(&mut self, array: Value) -> Option<Value> {
        let array = self.scalar(array)?;
        Some(self.dense.get(&array).copied().unwrap_or(array))
    }

    /// From here on, elements of this array are known to lie one after the other along its last axis: their addresses need no
    /// stride.
    pub fn assume_dense(&mut self, array: Value) {
        let Some(ty) = self.func.ty(array).array() else { return };
        let dense = Type::Array(ArrayType { layout: Layout::Trailing(1), ..ty });
        let known = self.outside(|w| w.op(Op::AssumeLayout(array), dense));
        self.dense.insert(array, known);
    }

    pub fn yielded(&self, arm: Block, at: usize) -> Option<Value> {
        match self.func.insts(arm).last().map(|last| self.func.op(*last)) {
            Some(Op::Yield(values)) => values.get(at).copied(),
            _ => None,
        }
    }

    fn unary(&mut self, op: UnaryOp, dtype: DType, x: Value, register: usize) -> Option<Value> {
        let x = self.number(x, register)?;
        match op {
            UnaryOp::Abs if dtype.is_unsigned() => return Some(x),
            UnaryOp::Not => return Some(self.not(x)),
            _ => {}
        }
        let op = VecOp::Unary(op, dtype);
        op.is_valid().then(|| self.vector(op, &[x]))
    }

    fn choice(&mut self, cond: Value, x: Value, y: Value, dtype: DType, register: usize) -> Option<Value> {
        if let Some(extreme) = self.extreme(cond, x, y, dtype) {
            let (x, y) = (self.number(x, register)?, self.number(y, register)?);
            return Some(self.vector(extreme, &[y, x]));
        }
        let mask = self.mask(cond, dtype.itemsize(), register)?;
        let (x, y) = (self.number(x, register)?, self.number(y, register)?);
        Some(self.vector(VecOp::Select, &[mask, x, y]))
    }

    /// The instruction for the smaller or larger one of two floats, as a comparison chooses it: applied to `y` and `x`.
    fn extreme(&self, cond: Value, x: Value, y: Value, dtype: DType) -> Option<VecOp> {
        let Some(Op::Compare(op, a, b)) = self.func.def_op(cond).filter(|_| dtype.is_float()) else { return None };
        let same = self.is_same(*a, x) && self.is_same(*b, y);
        let swapped = self.is_same(*a, y) && self.is_same(*b, x);
        match op {
            CompareOp::Lt if same => Some(VecOp::PseudoMin(dtype)),
            CompareOp::Gt if same => Some(VecOp::PseudoMax(dtype)),
            CompareOp::Gt if swapped => Some(VecOp::PseudoMin(dtype)),
            CompareOp::Lt if swapped => Some(VecOp::PseudoMax(dtype)),
            _ => None,
        }
    }

    fn is_same(&self, x: Value, y: Value) -> bool {
        let bits = self.func.const_bits(x);
        x == y || (bits.is_some() && bits == self.func.const_bits(y) && self.func.ty(x) == self.func.ty(y))
    }

    fn arithmetic(&mut self, op: BinaryOp, dtype: DType, x: Value, y: Value, register: usize) -> Option<Value> {
        if matches!(op, BinaryOp::Shl | BinaryOp::Shr) {
            return self.shift(op, dtype, x, y, register);
        }
        let (x, y) = (self.number(x, register)?, self.number(y, register)?);
        self.of_two(op, dtype, x, y)
    }

    /// An operation on two registers of numbers.
    pub fn of_two(&mut self, op: BinaryOp, dtype: DType, x: Value, y: Value) -> Option<Value> {
        let direct = VecOp::Binary(op, dtype);
        if direct.is_valid() {
            return Some(self.vector(direct, &[x, y]));
        }
        match op {
            BinaryOp::Mul if dtype.itemsize() == 1 => Some(self.mul_bytes(x, y)),
            BinaryOp::Min | BinaryOp::Max if dtype.itemsize() == 8 => {
                let less = self.less(dtype, x, y);
                let (first, second) = if op == BinaryOp::Min { (x, y) } else { (y, x) };
                Some(self.vector(VecOp::Select, &[less, first, second]))
            }
            BinaryOp::Copysign => Some(self.copysign(dtype, x, y)),
            _ => None,
        }
    }

    /// Products of bytes: of the even and of the odd ones, in 16 bits.
    fn mul_bytes(&mut self, x: Value, y: Value) -> Value {
        let low = self.binary(BinaryOp::Mul, DType::U16, x, y);
        let eight = self.constant(DType::I32, 8);
        let [x, y] = [x, y].map(|value| self.vector(VecOp::Shift(BinaryOp::Shr, DType::U16), &[value, eight]));
        let high = self.binary(BinaryOp::Mul, DType::U16, x, y);
        let high = self.vector(VecOp::Shift(BinaryOp::Shl, DType::U16), &[high, eight]);
        let even = self.spread(DType::U16, 0xff);
        self.vector(VecOp::Select, &[even, low, high])
    }

    /// A NaN's sign counts as positive.
    fn copysign(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        let (bits, sign) = if dtype == DType::F32 { (DType::U32, 1 << 31) } else { (DType::U64, 1 << 63) };
        let number = self.vector(VecOp::Compare(CompareOp::Eq, dtype), &[y, y]);
        let y = self.binary(BinaryOp::And, bits, y, number);
        let sign = self.spread(bits, sign);
        self.vector(VecOp::Select, &[sign, y, x])
    }

    /// Shifts by a constant within the width.
    fn shift(&mut self, op: BinaryOp, dtype: DType, x: Value, count: Value, register: usize) -> Option<Value> {
        let bits = self.func.const_bits(count).filter(|bits| *bits < dtype.bits().into())?;
        let x = self.number(x, register)?;
        let count = self.constant(DType::I32, bits);
        Some(self.vector(VecOp::Shift(op, dtype), &[x, count]))
    }

    /// The mask of `x < y` for lanes of 64 bits.
    fn less(&mut self, dtype: DType, x: Value, y: Value) -> Value {
        let [x, y] = [x, y].map(|value| self.ordered(dtype, value));
        self.vector(VecOp::Compare(CompareOp::Lt, DType::I64), &[x, y])
    }

    /// Unsigned 64-bit integers as signed ones in the same order.
    fn ordered(&mut self, dtype: DType, x: Value) -> Value {
        if dtype != DType::U64 {
            return x;
        }
        let sign = self.spread(DType::U64, 1 << 63);
        self.binary(BinaryOp::Xor, DType::U64, x, sign)
    }

    // ---- masks

    /// A register of a bool: lanes of `size` bytes, all ones where it is true.
    pub fn mask(&mut self, value: Value, size: u32, register: usize) -> Option<Value> {
        let varies = self.body.varies(value);
        let key = (value, size, if varies { register } else { 0 });
        if let Some(known) = self.registers.get(&key) {
            return Some(*known);
        }
        let vector = if varies { self.computed_mask(value, size, register)? } else { self.fixed_mask(value)? };
        self.registers.insert(key, vector);
        Some(vector)
    }

    fn fixed_mask(&mut self, value: Value) -> Option<Value> {
        let scalar = self.scalar(value)?;
        Some(self.outside(|w| {
            let (ones, zeros) = (w.constant(DType::I64, u64::MAX), w.int(0));
            let bits = w.op(Op::Select(scalar, ones, zeros), Type::I64);
            w.vector(VecOp::Splat(DType::I64), &[bits])
        }))
    }

    fn computed_mask(&mut self, value: Value, size: u32, register: usize) -> Option<Value> {
        let def = self.func.def(value).filter(|def| !self.takes_complex(*def))?;
        match self.func.op(def).clone() {
            Op::Compare(op, x, y) if self.dtype(x) == Some(DType::Bool) => self.compare_masks(op, x, y, size, register),
            Op::Compare(op, x, y) => {
                let dtype = self.dtype(x)?;
                self.resized(value, dtype.itemsize(), size, register, &mut |this, register| {
                    let (x, y) = (this.number(x, register)?, this.number(y, register)?);
                    this.compare(op, dtype, x, y)
                })
            }
            Op::LoadElem(array, at) => self.resized(value, 1, size, register, &mut |this, register| {
                let array = this.array(array)?;
                let place = this.place(&at, DType::U8, register)?;
                let bytes = this.op(Op::LoadVector(array, place), Type::Vector);
                Some(this.is_not_zero(DType::U8, bytes))
            }),
            Op::Convert(x) if self.dtype(x) == Some(DType::Bool) => self.mask(x, size, register),
            Op::Convert(x) => {
                let dtype = self.dtype(x)?;
                self.resized(value, dtype.itemsize(), size, register, &mut |this, register| {
                    let x = this.number(x, register)?;
                    Some(this.is_not_zero(dtype, x))
                })
            }
            Op::Unary(UnaryOp::Not, x) => {
                let x = self.mask(x, size, register)?;
                Some(self.not(x))
            }
            Op::Binary(op, x, y) => {
                let op = match op {
                    BinaryOp::And | BinaryOp::Mul | BinaryOp::Min => BinaryOp::And,
                    BinaryOp::Or | BinaryOp::Add | BinaryOp::Max => BinaryOp::Or,
                    BinaryOp::Xor => BinaryOp::Xor,
                    _ => return None,
                };
                let (x, y) = (self.mask(x, size, register)?, self.mask(y, size, register)?);
                Some(self.binary(op, DType::U8, x, y))
            }
            Op::Select(cond, x, y) => self.choose_masks(cond, x, y, size, register),
            Op::If(cond, then, els) => {
                let at = self.func.inst_results(def).iter().position(|result| *result == value)?;
                let [x, y] = [then, els].map(|arm| self.yielded(arm, at));
                self.choose_masks(cond, x?, y?, size, register)
            }
            _ => None,
        }
    }

    fn choose_masks(&mut self, cond: Value, x: Value, y: Value, size: u32, register: usize) -> Option<Value> {
        let [cond, x, y] = [cond, x, y].map(|value| self.mask(value, size, register));
        Some(self.vector(VecOp::Select, &[cond?, x?, y?]))
    }

    fn is_not_zero(&mut self, dtype: DType, x: Value) -> Value {
        let zero = self.spread(dtype, 0);
        self.vector(VecOp::Compare(CompareOp::Ne, dtype), &[x, zero])
    }

    /// Comparisons of masks: false is less than true.
    fn compare_masks(&mut self, op: CompareOp, x: Value, y: Value, size: u32, register: usize) -> Option<Value> {
        let (x, y) = (self.mask(x, size, register)?, self.mask(y, size, register)?);
        let (less, greater) = (self.not(x), self.not(y));
        Some(match op {
            CompareOp::Ne => self.binary(BinaryOp::Xor, DType::U8, x, y),
            CompareOp::Eq => self.binary(BinaryOp::Xor, DType::U8, less, y),
            CompareOp::Lt => self.binary(BinaryOp::And, DType::U8, less, y),
            CompareOp::Le => self.binary(BinaryOp::Or, DType::U8, less, y),
            CompareOp::Gt => self.binary(BinaryOp::And, DType::U8, x, greater),
            CompareOp::Ge => self.binary(BinaryOp::Or, DType::U8, x, greater),
            _ => return None,
        })
    }

    fn compare(&mut self, op: CompareOp, dtype: DType, x: Value, y: Value) -> Option<Value> {
        let direct = VecOp::Compare(op, dtype);
        if direct.is_valid() {
            return Some(self.vector(direct, &[x, y]));
        }
        let [x, y] = [x, y].map(|value| self.ordered(dtype, value));
        let op = VecOp::Compare(op, DType::I64);
        op.is_valid().then(|| self.vector(op, &[x, y]))
    }

    /// A mask that comes in lanes of one size in those of another.
    fn resized(
        &mut self,
        value: Value,
        own: u32,
        wanted: u32,
        register: usize,
        make: &mut dyn FnMut(&mut Self, usize) -> Option<Value>,
    ) -> Option<Value> {
        let key = (value, wanted, register);
        if let Some(known) = self.registers.get(&key) {
            return Some(*known);
        }
        let vector = match own.cmp(&wanted) {
            std::cmp::Ordering::Equal => make(self, register)?,
            std::cmp::Ordering::Less => {
                let half = self.resized(value, own, wanted / 2, register / 2, make)?;
                self.vector(VecOp::Widen(signed_of(wanted), register % 2 == 1), &[half])
            }
            std::cmp::Ordering::Greater => {
                let low = self.resized(value, own, wanted * 2, 2 * register, make)?;
                let high = self.resized(value, own, wanted * 2, 2 * register + 1, make)?;
                self.even_lanes(wanted, low, high)
            }
        };
        self.registers.insert(key, vector);
        Some(vector)
    }

    // ---- conversions

    /// The lower halves of the lanes of two vectors; `size` bytes each.
    fn even_lanes(&mut self, size: u32, low: Value, high: Value) -> Value {
        let size = size as usize;
        let bytes = std::array::from_fn(|at| (2 * size * (at / size) + at % size) as u8);
        self.vector(VecOp::Shuffle(bytes), &[low, high])
    }

    /// The upper half of a vector in the place of the lower one.
    fn upper(&mut self, x: Value) -> Value {
        let bytes = std::array::from_fn(|at| (8 + at % 8) as u8);
        self.vector(VecOp::Shuffle(bytes), &[x, x])
    }

    fn convert(&mut self, x: Value, to: DType, register: usize) -> Option<Value> {
        let from = self.dtype(x)?;
        if from == to {
            return self.number(x, register);
        }
        if from == DType::Bool {
            let mask = self.mask(x, to.itemsize(), register)?;
            let one = if to == DType::F32 { 1f32.to_bits().into() } else { 1f64.to_bits() };
            let bits = signed_of(to.itemsize());
            let one = self.spread(bits, if to.is_float() { one } else { 1 });
            return Some(self.binary(BinaryOp::And, bits, mask, one));
        }
        if self.lanes < vector::lanes(from).max(vector::lanes(to)) {
            return None;
        }
        match (from.is_float(), to.is_float()) {
            (false, false) => self.int_to_int(x, from, to, register),
            (false, true) => self.int_to_float(x, from, to, register),
            (true, true) => self.float_to_float(x, from, to, register),
            (true, false) => self.float_to_int(x, from, to, register),
        }
    }

    fn int_to_int(&mut self, x: Value, from: DType, to: DType, register: usize) -> Option<Value> {
        match from.itemsize().cmp(&to.itemsize()) {
            std::cmp::Ordering::Equal => self.number(x, register),
            std::cmp::Ordering::Less => self.widened(x, from, to.itemsize(), register),
            std::cmp::Ordering::Greater => self.narrowed(x, from.itemsize(), to.itemsize(), register),
        }
    }

    /// Integers in lanes of `size` bytes, by the sign of their dtype.
    fn widened(&mut self, x: Value, from: DType, size: u32, register: usize) -> Option<Value> {
        if from.itemsize() == size {
            return self.number(x, register);
        }
        let key = (x, 16 + size, register);
        if let Some(known) = self.registers.get(&key) {
            return Some(*known);
        }
        let half = self.widened(x, from, size / 2, register / 2)?;
        let dtype = if from.is_unsigned() { unsigned_of(size) } else { signed_of(size) };
        let wide = self.vector(VecOp::Widen(dtype, register % 2 == 1), &[half]);
        self.registers.insert(key, wide);
        Some(wide)
    }

    /// The low bits of integers.
    fn narrowed(&mut self, x: Value, from: u32, size: u32, register: usize) -> Option<Value> {
        if from == size {
            return self.number(x, register);
        }
        let low = self.narrowed(x, from, 2 * size, 2 * register)?;
        let high = self.narrowed(x, from, 2 * size, 2 * register + 1)?;
        Some(self.even_lanes(size, low, high))
    }

    fn int_to_float(&mut self, x: Value, from: DType, to: DType, register: usize) -> Option<Value> {
        let word = if from.itemsize() == 4 && from.is_unsigned() { DType::U32 } else { DType::I32 };
        match (from.itemsize(), to) {
            (8, DType::F64) => {
                let x = self.number(x, register)?;
                Some(self.long_to_double(x, from))
            }
            (8, _) => None,
            (_, DType::F32) => {
                let x = self.widened(x, from, 4, register)?;
                Some(self.vector(VecOp::Convert(word, to), &[x]))
            }
            _ => {
                let x = self.widened(x, from, 4, register / 2)?;
                let x = if register % 2 == 1 { self.upper(x) } else { x };
                Some(self.vector(VecOp::Convert(word, to), &[x]))
            }
        }
    }

    /// 64-bit integers as doubles, rounded once: each half stands in the fraction of a power of two, the two are
    /// subtracted exactly, and the one sum rounds.
    fn long_to_double(&mut self, x: Value, from: DType) -> Value {
        let (two_52, two_84) = (0x4330_0000_0000_0000, 0x4530_0000_0000_0000);
        let signed = from == DType::I64;
        let bits = DType::U64;
        let low_half = self.spread(bits, 0xffff_ffff);
        let low_power = self.spread(bits, two_52);
        let low = self.vector(VecOp::Select, &[low_half, x, low_power]);
        let count = self.constant(DType::I32, 32);
        let high = self.vector(VecOp::Shift(BinaryOp::Shr, bits), &[x, count]);
        // With a sign, the upper half is moved up by 2^31 and the power that is taken off by as much.
        let high_power = self.spread(bits, if signed { two_84 ^ 0x8000_0000 } else { two_84 });
        let high = self.binary(BinaryOp::Xor, bits, high, high_power);
        let taken = if signed { 0x4530_0000_8010_0000 } else { 0x4530_0000_0010_0000 };
        let taken = self.spread(bits, taken);
        let high = self.binary(BinaryOp::Sub, DType::F64, high, taken);
        self.binary(BinaryOp::Add, DType::F64, high, low)
    }

    fn float_to_float(&mut self, x: Value, from: DType, to: DType, register: usize) -> Option<Value> {
        self.float_registers(from, to, x, register)
    }

    /// Floats of the one width as those of the other; complex numbers are twice as many.
    pub(super) fn float_registers(&mut self, from: DType, to: DType, x: Value, register: usize) -> Option<Value> {
        if from == DType::F32 {
            let x = self.number(x, register / 2)?;
            let x = if register % 2 == 1 { self.upper(x) } else { x };
            return Some(self.vector(VecOp::Convert(from, to), &[x]));
        }
        let [low, high] = [2 * register, 2 * register + 1].map(|register| {
            let x = self.number(x, register)?;
            Some(self.vector(VecOp::Convert(from, to), &[x]))
        });
        Some(self.lower_halves(low?, high?))
    }

    fn lower_halves(&mut self, low: Value, high: Value) -> Value {
        let bytes = std::array::from_fn(|at| (at % 8 + 16 * (at / 8)) as u8);
        self.vector(VecOp::Shuffle(bytes), &[low, high])
    }

    fn float_to_int(&mut self, x: Value, from: DType, to: DType, register: usize) -> Option<Value> {
        let size = to.itemsize();
        if size == 8 {
            return None;
        }
        if size == 4 {
            return self.float_to_word(x, from, to, register);
        }
        let low = self.float_to_int_of(x, from, to, 2 * size, 2 * register)?;
        let high = self.float_to_int_of(x, from, to, 2 * size, 2 * register + 1)?;
        Some(self.even_lanes(size, low, high))
    }

    /// As the narrow dtype `to`, in lanes of `size` bytes.
    fn float_to_int_of(&mut self, x: Value, from: DType, to: DType, size: u32, register: usize) -> Option<Value> {
        if size > 4 {
            return None;
        }
        if size == 2 {
            let low = self.float_to_int_of(x, from, to, 4, 2 * register)?;
            let high = self.float_to_int_of(x, from, to, 4, 2 * register + 1)?;
            return Some(self.even_lanes(2, low, high));
        }
        let word = if to.is_unsigned() { DType::U32 } else { DType::I32 };
        let int = self.float_to_word(x, from, word, register)?;
        let most = self.spread(word, to.int_max() as u64);
        let int = self.binary(BinaryOp::Min, word, int, most);
        if to.is_unsigned() {
            return Some(int);
        }
        let least = self.spread(word, to.int_min() as i64 as u64);
        Some(self.binary(BinaryOp::Max, word, int, least))
    }

    fn float_to_word(&mut self, x: Value, from: DType, to: DType, register: usize) -> Option<Value> {
        if from == DType::F32 {
            let x = self.number(x, register)?;
            return Some(self.vector(VecOp::Convert(from, to), &[x]));
        }
        let [low, high] = [2 * register, 2 * register + 1].map(|register| {
            let x = self.number(x, register)?;
            Some(self.vector(VecOp::Convert(from, to), &[x]))
        });
        Some(self.lower_halves(low?, high?))
    }
}

/// The signed integer of this size.
pub(crate) fn signed_of(size: u32) -> DType {
    match size {
        1 => DType::I8,
        2 => DType::I16,
        4 => DType::I32,
        _ => DType::I64,
    }
}

/// The unsigned integer of this size.
fn unsigned_of(size: u32) -> DType {
    match size {
        1 => DType::U8,
        2 => DType::U16,
        4 => DType::U32,
        _ => DType::U64,
    }
}
