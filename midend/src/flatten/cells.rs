//! Cells as addresses, loads and stores; and two functions of the run time, which a module has if it has cells.

use super::Lowering;
use super::build::Builder;
use super::scalars::memory;
use crate::abi::buffer;
use crate::cells::{CellField, CellLayout, kept_strides};
use crate::func::{Func, Module};
use crate::ir::{BinaryOp, Block, CastOp, CompareOp, FuncId, MemType, Op, Site, Value, Values};
use crate::types::{DType, Type};

/// The word behind the header that says what the cells are.
const LAYOUT: u32 = buffer::DATA;
/// Where cell 0 stands.
const CELLS: u32 = buffer::DATA + 8;
/// More bytes than this are refused.
const MOST_BYTES: i64 = 1 << 46;
/// What is asked for in the place of more: no allocator has it.
const TOO_MANY_BYTES: i64 = 1 << 62;
/// Cells of up to so many words are emptied without a loop.
const FEW_WORDS: i64 = 16;

/// The functions of the run time.
#[derive(Clone, Copy)]
pub(super) struct Runtime {
    free: FuncId,
    shift: FuncId,
}

/// Reserves the functions if anything in the module makes cells.
pub(super) fn runtime(module: &mut Module) -> Option<Runtime> {
    let makes = |func: &Func| {
        let blocks = func.reachable_blocks();
        blocks.iter().flat_map(|block| func.insts(*block)).any(|inst| matches!(func.op(*inst), Op::NewCells(..)))
    };
    if !module.funcs.values().any(makes) {
        return None;
    }
    let free = module.funcs.push(dead("free_cells"));
    let shift = module.funcs.push(dead("move_cells"));
    module.free_cells = Some(free);
    module.move_cells = Some(shift);
    Some(Runtime { free, shift })
}

/// Puts the flat functions into the places that were reserved for them.
pub(super) fn define_runtime(module: &mut Module, runtime: Option<Runtime>) {
    if let Some(runtime) = runtime {
        module.funcs[runtime.free] = free_cells();
        module.funcs[runtime.shift] = move_cells();
    }
}

fn dead(name: &str) -> Func {
    let mut func = Func::new(name);
    func.library = true;
    func.can_raise = false;
    let body = func.body;
    func.push(body, Op::Return(Values::new()), &[], crate::func::Loc::default());
    func
}

impl Lowering<'_> {
    pub(super) fn lower_new_cells(&mut self, old: Value, count: Value, layout: CellLayout, site: Site) {
        let count = self.scalar(count);
        let cell = self.b.int(layout.size.into());
        let cells = self.b.mul(count, cell);
        let eight = self.b.int(8);
        let bytes = self.b.add(cells, eight);
        let most = self.b.int(MOST_BYTES / i64::from(layout.size));
        let too_many = self.b.compare(CompareOp::GtU, count, most);
        let refused = self.b.int(TOO_MANY_BYTES);
        let bytes = self.b.select(too_many, refused, bytes);
        let header = self.b.push_one(Op::Alloc(bytes), Type::Addr);
        let nowhere = self.b.zero(Type::Addr);
        let refused = self.b.compare(CompareOp::Eq, header, nowhere);
        self.raise_if(refused, site, &[]);
        let mark = self.b.int(i64::MIN);
        let size = self.b.or(bytes, mark);
        self.b.put(MemType::I64, header, buffer::SIZE, size);
        let word = self.b.int(i64::from(layout.size) | i64::from(layout.refs) << 32);
        self.b.put(MemType::I64, header, LAYOUT, word);
        self.clear(header, cells);
        self.bind(old, header);
    }

    /// Empties all cells.
    fn clear(&mut self, header: Value, bytes: Value) {
        let zero = self.b.int(0);
        if let Some(known) = self.b.known(bytes).filter(|bytes| (*bytes as i64) <= 8 * FEW_WORDS) {
            (0..known as u32 / 8).for_each(|word| self.b.put(MemType::I64, header, CELLS + 8 * word, zero));
            return;
        }
        let three = self.b.int(3);
        let words = self.b.binary(BinaryOp::Shr, bytes, three);
        self.b.count_to(words, |b, at| {
            let at = b.word_address(header, at);
            b.put(MemType::I64, at, CELLS, zero);
        });
    }

    /// The address of a cell, and where in it fields are counted from.
    fn cell(&mut self, cells: Value, at: Value, size: u32) -> (Value, u32) {
        let (header, at) = (self.scalar(cells), self.scalar(at));
        if let Some(at) = self.b.known(at).filter(|at| *at < 1 << 10 && *at * u64::from(size) < 1 << 20) {
            return (header, CELLS + at as u32 * size);
        }
        let at = self.as_addr(at);
        let size = self.b.bits(Type::Addr, size.into());
        let distance = self.b.mul(at, size);
        (self.b.add(header, distance), CELLS)
    }

    pub(super) fn lower_load_cell(&mut self, old: Value, cells: Value, at: Value, field: CellField) {
        let (base, start) = self.cell(cells, at, field.size);
        match self.old.ty(old) {
            Type::Scalar(dtype) if dtype.is_complex() => {
                let parts = self.load_parts(dtype, base, start + field.data);
                self.bind_parts(old, parts);
            }
            Type::Scalar(dtype) => {
                let value = self.load_scalar(dtype, base, start + field.data);
                self.bind(old, value);
            }
            Type::Array(_) => self.load_cell_array(old, base, start, field),
            _ => {
                let value = self.b.get(MemType::Addr, base, start + field.owner);
                self.bind(old, value);
            }
        }
    }

    fn load_cell_array(&mut self, old: Value, base: Value, start: u32, field: CellField) {
        let Type::Array(ty) = self.old.ty(old) else { return };
        let mut flat =
            vec![self.b.get(MemType::Addr, base, start + field.owner), self.b.get(MemType::Addr, base, start + field.data)];
        for at in 0..u32::from(ty.rank) + kept_strides(ty) {
            flat.push(self.b.get(MemType::I64, base, start + field.data + 8 + 8 * at));
        }
        self.bind_flat(old, &mut flat.into_iter());
    }

    fn load_scalar(&mut self, dtype: DType, base: Value, offset: u32) -> Value {
        let value = self.b.get(memory(dtype), base, offset);
        if dtype == DType::Bool { self.b.cast(CastOp::Bool, value, Type::BOOL) } else { value }
    }

    pub(super) fn lower_store_cell(&mut self, cells: Value, at: Value, field: CellField, value: Value) {
        let (base, start) = self.cell(cells, at, field.size);
        match self.old.ty(value) {
            Type::Scalar(dtype) if dtype.is_complex() => self.store_parts(dtype, base, start + field.data, value),
            Type::Scalar(dtype) => {
                let value = self.scalar(value);
                let value = if dtype == DType::Bool { self.b.cast(CastOp::Bool, value, Type::I32) } else { value };
                self.b.put(memory(dtype), base, start + field.data, value);
            }
            ty => {
                let flat = self.carry(&[value], &[ty]);
                let owner = self.buffer_of(value);
                self.b.retain(owner);
                let before = self.b.get(MemType::Addr, base, start + field.owner);
                self.b.put(MemType::Addr, base, start + field.owner, owner);
                for (at, value) in flat.into_iter().skip(1).enumerate() {
                    let memory = if at == 0 { MemType::Addr } else { MemType::I64 };
                    self.b.put(memory, base, start + field.data + 8 * at as u32, value);
                }
                self.b.push(Op::Release(before), &[]);
            }
        }
    }

    pub(super) fn lower_move_cells(&mut self, values: &[Value], size: u32) {
        let ([to, to_at, from, from_at, count], Some(callee)) = (values, self.module.move_cells) else { return };
        let places = [(*to, *to_at), (*from, *from_at)].map(|(cells, at)| {
            let (base, start) = self.cell(cells, at, size);
            let start = self.b.bits(Type::Addr, start.into());
            self.b.add(base, start)
        });
        let count = self.scalar(*count);
        let words = self.b.int(i64::from(size / 8));
        let words = self.b.mul(count, words);
        self.b.push(Op::Call(callee, Values::from_slice(&[places[0], places[1], words])), &[]);
    }
}

impl Builder {
    fn get(&mut self, memory: MemType, base: Value, offset: u32) -> Value {
        self.push_one(Op::Load(memory, base, offset), memory.value_type())
    }

    fn put(&mut self, memory: MemType, base: Value, offset: u32, value: Value) {
        self.push(Op::Store(memory, base, offset, value), &[]);
    }

    fn word_address(&mut self, base: Value, word: Value) -> Value {
        let word = self.cast(CastOp::ToAddr, word, Type::Addr);
        let eight = self.bits(Type::Addr, 8);
        let distance = self.mul(word, eight);
        self.add(base, distance)
    }

    /// `for i in range(n)`, nothing carried.
    fn count_to(&mut self, n: Value, body: impl FnOnce(&mut Builder, Value)) {
        let zero = self.int(0);
        let block = self.open(true);
        let at = self.param(Type::I64);
        body(self, at);
        self.push(Op::Next(block, Values::new()), &[]);
        self.close();
        self.push(Op::For(zero, n, Values::new(), block), &[]);
    }

    /// An `if` with one result of type `addr`.
    fn choose(
        &mut self,
        cond: Value,
        then: impl FnOnce(&mut Builder) -> Value,
        els: impl FnOnce(&mut Builder) -> Value,
    ) -> Value {
        let then = self.arm(then);
        let els = self.arm(els);
        self.push_one(Op::If(cond, then, els), Type::Addr)
    }

    fn arm(&mut self, f: impl FnOnce(&mut Builder) -> Value) -> Block {
        let block = self.open(false);
        let value = f(self);
        self.push(Op::Yield(Values::from_slice(&[value])), &[]);
        self.close();
        block
    }
}

fn runtime_function(name: &str) -> Builder {
    let mut func = Func::new(name);
    func.library = true;
    func.run_time = true;
    func.can_raise = false;
    Builder::new(func)
}

/// `free_cells(header)`: the last reference to a buffer of cells is gone. What it held is released, and so on; buffers that
/// wait for that are linked through their counts, so that long chains need no stack.
fn free_cells() -> Func {
    let mut b = runtime_function("free_cells");
    let header = b.param(Type::Addr);
    let none = b.zero(Type::Addr);
    b.put(MemType::Addr, header, buffer::COUNT, none);
    let all = b.open(true);
    let dead = b.param(Type::Addr);
    let waiting = b.get(MemType::Addr, dead, buffer::COUNT);
    let one = b.int(1);
    b.put(MemType::I64, dead, buffer::COUNT, one);
    let size = b.get(MemType::I64, dead, buffer::SIZE);
    let most = b.int(i64::MAX);
    let size = b.binary(BinaryOp::And, size, most);
    b.put(MemType::I64, dead, buffer::SIZE, size);
    let waiting = release_held(&mut b, dead, size, waiting);
    b.push(Op::Release(dead), &[]);
    let finished = b.compare(CompareOp::Eq, waiting, none);
    let stop = b.open(false);
    b.push(Op::Exit(all, Values::new()), &[]);
    b.close();
    let go_on = b.open(false);
    b.push(Op::Yield(Values::new()), &[]);
    b.close();
    b.push(Op::If(finished, stop, go_on), &[]);
    b.push(Op::Next(all, Values::from_slice(&[waiting])), &[]);
    b.close();
    b.push(Op::Loop(Values::from_slice(&[header]), all), &[]);
    b.push(Op::Return(Values::new()), &[]);
    b.func
}

/// Releases what the cells hold; returns the list of those that wait.
fn release_held(b: &mut Builder, dead: Value, size: Value, waiting: Value) -> Value {
    let layout = b.get(MemType::I64, dead, LAYOUT);
    let low = b.int(u32::MAX.into());
    let cell = b.binary(BinaryOp::And, layout, low);
    let by = b.int(32);
    let refs = b.binary(BinaryOp::Shr, layout, by);
    let zero = b.int(0);
    let any = b.compare(CompareOp::Ne, refs, zero);
    b.choose(
        any,
        |b| {
            let start = b.bits(Type::Addr, CELLS.into());
            let first = b.add(dead, start);
            let header = b.bits(Type::Addr, buffer::DATA.into());
            let end = b.add(dead, header);
            let size = b.cast(CastOp::ToAddr, size, Type::Addr);
            let end = b.add(end, size);
            let cell = b.cast(CastOp::ToAddr, cell, Type::Addr);
            let cells = b.open(true);
            let at = b.param(Type::Addr);
            let so_far = b.param(Type::Addr);
            let finished = b.compare(CompareOp::GeU, at, end);
            let stop = b.open(false);
            b.push(Op::Exit(cells, Values::from_slice(&[so_far])), &[]);
            b.close();
            let go_on = b.open(false);
            b.push(Op::Yield(Values::new()), &[]);
            b.close();
            b.push(Op::If(finished, stop, go_on), &[]);
            let references = b.open(true);
            let k = b.param(Type::I64);
            let list = b.param(Type::Addr);
            let place = b.word_address(at, k);
            let held = b.get(MemType::Addr, place, 0);
            let list = release_one(b, held, list);
            b.push(Op::Next(references, Values::from_slice(&[list])), &[]);
            b.close();
            let list = b.push_one(Op::For(zero, refs, Values::from_slice(&[so_far]), references), Type::Addr);
            let next = b.add(at, cell);
            b.push(Op::Next(cells, Values::from_slice(&[next, list])), &[]);
            b.close();
            b.push_one(Op::Loop(Values::from_slice(&[first, waiting]), cells), Type::Addr)
        },
        |_| waiting,
    )
}

/// Takes one reference off; cells of which it was the last come in front of the list.
fn release_one(b: &mut Builder, held: Value, list: Value) -> Value {
    let none = b.zero(Type::Addr);
    let empty = b.compare(CompareOp::Eq, held, none);
    b.choose(
        empty,
        |_| list,
        |b| {
            let count = b.get(MemType::I64, held, buffer::COUNT);
            let one = b.int(1);
            let last = b.compare(CompareOp::Eq, count, one);
            let size = b.get(MemType::I64, held, buffer::SIZE);
            let zero = b.int(0);
            let cells = b.compare(CompareOp::Lt, size, zero);
            let waits = b.binary(BinaryOp::And, last, cells);
            b.choose(
                waits,
                |b| {
                    b.put(MemType::Addr, held, buffer::COUNT, list);
                    held
                },
                |b| {
                    b.push(Op::Release(held), &[]);
                    list
                },
            )
        },
    )
}

/// `move_cells(to, from, words)`: moves words, whose ranges may overlap, and leaves zeros where they were.
fn move_cells() -> Func {
    let mut b = runtime_function("move_cells");
    let to = b.param(Type::Addr);
    let from = b.param(Type::Addr);
    let words = b.param(Type::I64);
    let down = b.compare(CompareOp::LtU, to, from);
    let one = b.int(1);
    let last = b.binary(BinaryOp::Sub, words, one);
    let zero = b.int(0);
    for up in [false, true] {
        let wanted = if up {
            let forward = b.compare(CompareOp::GtU, to, from);
            b.cast(CastOp::Bool, forward, Type::I32)
        } else {
            b.cast(CastOp::Bool, down, Type::I32)
        };
        let wanted = b.cast(CastOp::WidenU, wanted, Type::I64);
        let rounds = b.mul(words, wanted);
        b.count_to(rounds, |b, at| {
            let at = if up { b.binary(BinaryOp::Sub, last, at) } else { at };
            let source = b.word_address(from, at);
            let word = b.get(MemType::I64, source, 0);
            b.put(MemType::I64, source, 0, zero);
            let target = b.word_address(to, at);
            b.put(MemType::I64, target, 0, word);
        });
    }
    b.push(Op::Return(Values::new()), &[]);
    b.func
}
