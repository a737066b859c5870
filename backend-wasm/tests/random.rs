//! Random functions with nested regions: wasm against an interpreter of a few lines.
#![allow(missing_docs)]

mod common;

use common::{Build, Instance, compile};
use npc_midend::Func;
use npc_midend::ir::{BinaryOp, Block, CompareOp, MemType, Op, Value, Values};
use npc_midend::types::Type;
use std::collections::HashMap;

const I64: Type = Type::I64;
const CELLS: u32 = 8000;

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

#[derive(Clone)]
struct Target {
    label: Block,
    results: usize,
    /// Carried values of a loop; for `loop` the first is fuel.
    carried: Option<usize>,
    fuel: Option<Value>,
}

struct Generator {
    random: Random,
    b: Build,
    visible: Vec<Value>,
    targets: Vec<Target>,
    base: Value,
}

impl Generator {
    fn some(&mut self, n: usize) -> Vec<Value> {
        (0..n).map(|_| self.random.pick(&self.visible)).collect()
    }

    /// Fills a new block; returns true if it ended by yielding.
    fn block(&mut self, params: &[Type], depth: usize, arm: Option<usize>, target: Option<Target>) -> (Block, bool) {
        let block = self.b.func.new_block();
        let params: Vec<_> = params.iter().map(|ty| self.b.func.add_param(block, *ty)).collect();
        let outer = std::mem::replace(&mut self.b.at, block);
        let known = self.visible.len();
        self.visible.extend(&params);
        let pushed = target.map(|mut target| {
            target.label = block;
            target.fuel = target.fuel.and(params.first().copied());
            self.targets.push(target);
        });
        let yields = self.fill(depth, arm);
        if pushed.is_some() {
            self.targets.pop();
        }
        self.visible.truncate(known);
        self.b.at = outer;
        (block, yields)
    }

    fn fill(&mut self, depth: usize, arm: Option<usize>) -> bool {
        if let Some(Target { label, results, fuel: Some(fuel), .. }) = self.targets.last().cloned()
            && label == self.b.at
        {
            let zero = self.b.int(0);
            let empty = self.b.compare(CompareOp::Le, fuel, zero);
            let values = self.some(results);
            self.b.if_(empty, &[], |b| b.exit(label, &values), |b| b.yields(&[]));
        }
        for _ in 0..1 + self.random.below(6) {
            if !self.statement(depth) {
                self.b.op(Op::Unreachable, &[]);
                return false;
            }
        }
        self.terminator(arm)
    }

    fn terminator(&mut self, arm: Option<usize>) -> bool {
        let choice = self.random.below(10);
        if let Some(count) = arm
            && choice < 6
        {
            let values = self.some(count);
            self.b.yields(&values);
            return true;
        }
        if self.targets.is_empty() || choice == 9 {
            let values = self.some(2);
            self.b.ret(&values);
            return false;
        }
        let last = self.targets.len() - 1;
        let at = if self.random.below(3) > 0 { last } else { self.random.below(self.targets.len()) };
        let target = self.targets[at].clone();
        match target.carried {
            Some(carried) if self.random.below(4) > 0 => {
                let mut values = self.some(carried);
                if let Some(fuel) = target.fuel {
                    let one = self.b.int(1);
                    values[0] = self.b.binary(BinaryOp::Sub, fuel, one);
                }
                self.b.next(target.label, &values);
            }
            _ => {
                let values = self.some(target.results);
                self.b.exit(target.label, &values);
            }
        }
        false
    }

    /// False if nothing can come after.
    fn statement(&mut self, depth: usize) -> bool {
        let kind = self.random.below(if depth == 0 { 7 } else { 12 });
        match kind {
            0..=2 => {
                let op = self.random.pick(&[BinaryOp::Add, BinaryOp::Sub, BinaryOp::Mul, BinaryOp::Xor, BinaryOp::And]);
                let v = self.some(2);
                let value = self.b.binary(op, v[0], v[1]);
                self.visible.push(value);
            }
            3 => {
                let number = self.random.pick(&[0, 1, 2, 3, 5, -1, 1 << 40, 0x1234_5678_9abc]);
                let value = self.b.int(number);
                self.visible.push(value);
            }
            4 => {
                let (cond, v) = (self.cond(), self.some(2));
                let value = self.b.one(Op::Select(cond, v[0], v[1]), I64);
                self.visible.push(value);
            }
            5 => {
                let cell = 8 * self.random.below(4) as u32;
                let value = self.b.one(Op::Load(MemType::I64, self.base, cell), I64);
                self.visible.push(value);
            }
            6 => {
                let cell = 8 * self.random.below(4) as u32;
                let value = self.some(1)[0];
                self.b.op(Op::Store(MemType::I64, self.base, cell, value), &[]);
            }
            7 | 8 => return self.if_(depth),
            _ => self.region(kind, depth),
        }
        true
    }

    fn cond(&mut self) -> Value {
        let op = self.random.pick(&[CompareOp::Eq, CompareOp::Ne, CompareOp::Lt, CompareOp::Ge, CompareOp::LtU]);
        let v = self.some(2);
        self.b.compare(op, v[0], v[1])
    }

    fn if_(&mut self, depth: usize) -> bool {
        let cond = self.cond();
        let count = self.random.below(3);
        let (then, a) = self.block(&[], depth - 1, Some(count), None);
        let (els, b) = self.block(&[], depth - 1, Some(count), None);
        let results = self.b.op(Op::If(cond, then, els), &vec![I64; count]);
        self.visible.extend(results);
        a || b
    }

    fn region(&mut self, kind: usize, depth: usize) {
        let label = Block::from_u32(0);
        let (carried, results) = (self.random.below(3), self.random.below(3));
        match kind {
            9 => {
                let target = Target { label, results, carried: None, fuel: None };
                let (body, _) = self.block(&[], depth - 1, None, Some(target));
                let results = self.b.op(Op::Scope(body), &vec![I64; results]);
                self.visible.extend(results);
            }
            10 => {
                let mut inits = Values::from_vec(self.some(carried));
                let fuel = self.b.int(3);
                inits.insert(0, fuel);
                let target = Target { label, results, carried: Some(carried + 1), fuel: Some(fuel) };
                let (body, _) = self.block(&vec![I64; carried + 1], depth - 1, None, Some(target));
                let results = self.b.op(Op::Loop(inits, body), &vec![I64; results]);
                self.visible.extend(results);
            }
            _ => {
                let three = self.b.int(3);
                let bound = self.some(1)[0];
                let hi = self.b.binary(BinaryOp::And, bound, three);
                let lo = if self.random.below(2) == 0 { self.b.int(0) } else { self.b.int(-1) };
                let inits = Values::from_vec(self.some(carried));
                let target = Target { label, results: carried, carried: Some(carried), fuel: None };
                let (body, _) = self.block(&vec![I64; carried + 1], depth - 1, None, Some(target));
                let results = self.b.op(Op::For(lo, hi, inits, body), &vec![I64; carried]);
                self.visible.extend(results);
            }
        }
    }
}

fn generate(seed: u64) -> Func {
    let (mut b, p) = Build::new("f", &[I64, I64, I64], &[I64, I64]);
    let base = b.one(Op::Const(CELLS.into()), Type::Addr);
    let mut generator = Generator { random: Random(seed), b, visible: p, targets: Vec::new(), base };
    generator.fill(4, None);
    generator.b.func
}

/// How a block was left.
enum Left {
    Yield(Vec<i64>),
    Exit(Block, Vec<i64>),
    Next(Block, Vec<i64>),
    Return(Vec<i64>),
}

struct Interpreter<'a> {
    func: &'a Func,
    values: HashMap<Value, i64>,
    cells: [i64; 4],
    fuel: usize,
}

impl Interpreter<'_> {
    fn all(&self, values: &[Value]) -> Vec<i64> {
        values.iter().map(|value| self.values[value]).collect()
    }

    fn set(&mut self, targets: &[Value], values: &[i64]) {
        assert_eq!(targets.len(), values.len());
        self.values.extend(targets.iter().copied().zip(values.iter().copied()));
    }

    /// `None` if it takes too long.
    fn block(&mut self, block: Block) -> Option<Left> {
        let func = self.func;
        for inst in func.insts(block) {
            self.fuel = self.fuel.checked_sub(1)?;
            let results = func.inst_results(*inst).to_vec();
            let value = match func.op(*inst) {
                Op::Const(bits) => *bits as i64,
                Op::Binary(op, x, y) => binary(*op, self.values[x], self.values[y]),
                Op::Compare(op, x, y) => compare(*op, self.values[x], self.values[y]).into(),
                Op::Select(c, x, y) => self.values[if self.values[c] != 0 { x } else { y }],
                Op::Load(_, _, cell) => self.cells[*cell as usize / 8],
                Op::Store(_, _, cell, x) => {
                    self.cells[*cell as usize / 8] = self.values[x];
                    continue;
                }
                Op::Yield(values) => return Some(Left::Yield(self.all(values))),
                Op::Exit(label, values) => return Some(Left::Exit(*label, self.all(values))),
                Op::Next(label, values) => return Some(Left::Next(*label, self.all(values))),
                Op::Return(values) => return Some(Left::Return(self.all(values))),
                op => match self.region(op)? {
                    Left::Yield(values) => {
                        self.set(&results, &values);
                        continue;
                    }
                    left => return Some(left),
                },
            };
            self.set(&results, &[value]);
        }
        panic!("a block without a terminator")
    }

    /// Results of a region as if yielded.
    fn region(&mut self, op: &Op) -> Option<Left> {
        match op {
            Op::If(c, then, els) => self.block(if self.values[c] != 0 { *then } else { *els }),
            Op::Scope(body) => Some(match self.block(*body)? {
                Left::Exit(label, values) if label == *body => Left::Yield(values),
                left => left,
            }),
            Op::Loop(inits, body) => {
                let mut carried = self.all(inits);
                loop {
                    self.set(self.func.params(*body), &carried);
                    match self.block(*body)? {
                        Left::Exit(label, values) if label == *body => return Some(Left::Yield(values)),
                        Left::Next(label, values) if label == *body => carried = values,
                        left => return Some(left),
                    }
                }
            }
            Op::For(lo, hi, inits, body) => {
                let mut carried = self.all(inits);
                for i in self.values[lo]..self.values[hi] {
                    let params = [&[i], &carried[..]].concat();
                    self.set(self.func.params(*body), &params);
                    match self.block(*body)? {
                        Left::Exit(label, values) if label == *body => return Some(Left::Yield(values)),
                        Left::Next(label, values) if label == *body => carried = values,
                        left => return Some(left),
                    }
                }
                Some(Left::Yield(carried))
            }
            op => panic!("{op:?}"),
        }
    }
}

fn binary(op: BinaryOp, x: i64, y: i64) -> i64 {
    match op {
        BinaryOp::Add => x.wrapping_add(y),
        BinaryOp::Sub => x.wrapping_sub(y),
        BinaryOp::Mul => x.wrapping_mul(y),
        BinaryOp::Xor => x ^ y,
        _ => x & y,
    }
}

fn compare(op: CompareOp, x: i64, y: i64) -> bool {
    match op {
        CompareOp::Eq => x == y,
        CompareOp::Ne => x != y,
        CompareOp::Lt => x < y,
        CompareOp::Le => x <= y,
        CompareOp::LtU => (x as u64) < y as u64,
        _ => x >= y,
    }
}

#[test]
fn wasm_does_what_the_ir_says() {
    let count = std::env::var("RANDOM_COUNT").ok().and_then(|count| count.parse().ok()).unwrap_or(300);
    let mut compared = 0;
    let mut shortest = None;
    let first = std::env::var("RANDOM_FIRST").ok().and_then(|first| first.parse().ok()).unwrap_or(1);
    for seed in first..first + count {
        let func = generate(u64::wrapping_mul(seed, 0x9e37_79b9_7f4a_7c15));
        let mut wasm = None;
        for args in [[0, 1, 2], [3, -1, 1 << 40], [-7, 2, 7], [5, 5, 0]] {
            let cells = [11, -3, 0, 2];
            let mut interpreter = Interpreter { func: &func, values: HashMap::new(), cells, fuel: 20_000 };
            interpreter.set(func.params(func.body), &args);
            let Some(Left::Return(expected)) = interpreter.block(func.body) else { continue };
            let instance = wasm.get_or_insert_with(|| Instance::new(&compile(func.clone())));
            let bytes: Vec<u8> = cells.iter().flat_map(|cell| cell.to_le_bytes()).collect();
            instance.write(CELLS, &bytes);
            let got: (i64, i64) = instance.call("f", (args[0], args[1], args[2]));
            let left = [0, 8, 16, 24].map(|at| instance.read_i64(CELLS + at));
            compared += 1;
            let same = (&[got.0, got.1][..], left) == (&expected[..], interpreter.cells);
            let text = func.to_string();
            if !same && shortest.as_ref().is_none_or(|(_, known): &(String, String)| text.len() < known.len()) {
                let got = format!("seed {seed} {args:?}: {got:?} {left:?}, not {expected:?} {:?}", interpreter.cells);
                shortest = Some((got, text));
            }
        }
    }
    if let Some((difference, func)) = shortest {
        panic!("{difference}\n{func}");
    }
    assert!(compared > count, "{compared} runs");
}
