//! Random programs over arrays through `own_buffers`, `flatten` and native code, against the interpreter.
//!
//! Arrays have one element. A state array, which every function is given, holds a random number that decides branches
//! and takes in every element read, and a budget of rounds whose end raises. Memory freed too early would be reused at
//! once and change what is read; memory freed too late or never shows in the context.

use super::build::{Writer, array, export, function, native, scalar, vector};
use crate::{CallFailure, Context};
use cranelift_codegen::entity::EntityRef;
use npc_midend::host::{Outcome, Raised};
use npc_midend::interface::Shape;
use npc_midend::ir::{BinaryOp, Block, CompareOp, FuncId, MemType, Op, Phase, Site, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use npc_midend::{InterpArray, InterpValue, Module, find_effects, flatten, interpret, own_buffers, verify};
use smallvec::smallvec;

const ARRAY: Type = Type::Array(ArrayType { dtype: DType::I64, rank: 1, layout: Layout::ANY });
const ROUNDS: i64 = 60;

/// An open region: how many arrays its exits and next rounds hand over.
#[derive(Clone, Copy)]
struct Open {
    body: Block,
    exit: usize,
    next: Option<usize>,
}

struct Program {
    writer: Writer,
    random: u64,
    budget: usize,
    state: Value,
    site: Site,
    callees: usize,
}

impl Program {
    fn below(&mut self, n: usize) -> usize {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) as usize % n
    }

    fn pick(&mut self, from: &[Value], n: usize) -> Values {
        (0..n).map(|_| from[from.len() - 1 - self.below(from.len()).min(self.below(from.len()))]).collect()
    }

    fn load(&mut self, array: Value, at: i64) -> Value {
        let at = self.writer.int(at);
        self.writer.op(Op::LoadElem(array, smallvec![at]), Type::I64)
    }

    fn store(&mut self, array: Value, at: i64, value: Value) {
        let at = self.writer.int(at);
        self.writer.run(Op::StoreElem(array, smallvec![at], value));
    }

    fn arith(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        self.writer.op(Op::Binary(op, x, y), Type::I64)
    }

    /// The next random number of the running program.
    fn draw(&mut self) -> Value {
        let before = self.load(self.state, 0);
        let factor = self.writer.int(6_364_136_223_846_793_005);
        let term = self.writer.int(1_442_695_040_888_963_407);
        let product = self.arith(BinaryOp::Mul, before, factor);
        let after = self.arith(BinaryOp::Add, product, term);
        self.store(self.state, 0, after);
        after
    }

    fn coin(&mut self) -> Value {
        let (drawn, zero) = (self.draw(), self.writer.int(0));
        self.writer.op(Op::Compare(CompareOp::Lt, drawn, zero), Type::BOOL)
    }

    fn read(&mut self, array: Value) {
        let element = self.load(array, 0);
        let before = self.load(self.state, 0);
        let mixed = self.arith(BinaryOp::Xor, element, before);
        self.store(self.state, 0, mixed);
    }

    fn round(&mut self) {
        let (left, one) = (self.load(self.state, 1), self.writer.int(1));
        let left = self.arith(BinaryOp::Sub, left, one);
        self.store(self.state, 1, left);
        let zero = self.writer.int(0);
        let more = self.writer.op(Op::Compare(CompareOp::Gt, left, zero), Type::BOOL);
        self.writer.run(Op::Check(more, self.site, smallvec![]));
    }

    fn fill(&mut self, block: Block, seen: &[Value], open: &mut Vec<Open>, last: &dyn Fn(Values) -> Op, n: usize) {
        let before = std::mem::replace(&mut self.writer.at, block);
        let mut seen = seen.to_vec();
        for _ in 0..self.below(6) {
            if self.budget > 0 {
                self.budget -= 1;
                let results = self.statement(&seen, open);
                seen.extend(results);
            }
        }
        let jump = self.below(9);
        let at = self.below(open.len() + 1);
        let op = match open.get(at).copied() {
            Some(region) if jump == 0 => Op::Exit(region.body, self.pick(&seen, region.exit)),
            Some(Open { body, next: Some(n), .. }) if jump == 1 => Op::Next(body, self.pick(&seen, n)),
            _ if jump == 2 => Op::Return(self.pick(&seen, 2)),
            _ if jump == 3 && self.below(4) == 0 => Op::Raise(self.site, smallvec![]),
            _ => last(self.pick(&seen, n)),
        };
        self.writer.run(op);
        self.writer.at = before;
    }

    fn statement(&mut self, seen: &[Value], open: &mut Vec<Open>) -> Values {
        let count = self.below(3);
        let inits = self.pick(seen, count);
        let types = vec![ARRAY; count];
        let newest = seen[seen.len() - 1];
        match self.below(9) {
            0 | 1 => {
                let one = self.writer.int(1);
                let fresh = self.writer.op(Op::Empty(smallvec![one], self.site), ARRAY);
                let value = self.draw();
                self.store(fresh, 0, value);
                smallvec![fresh]
            }
            2 if self.callees > 0 => {
                let callee = FuncId::new(self.below(self.callees));
                let args = [self.state].into_iter().chain(self.pick(seen, 2)).collect();
                self.writer.ops(Op::Call(callee, args), &[ARRAY; 2])
            }
            2 | 3 => {
                let (extent, step) = (self.writer.int(1), self.writer.int(-1));
                let axes = smallvec![ViewAxis { extent, source: Some((0, step)) }];
                smallvec![self.writer.op(Op::View(Box::new(View { base: newest, offsets: smallvec![], axes })), ARRAY)]
            }
            4 => {
                let any = self.pick(seen, 1)[0];
                self.read(any);
                Values::new()
            }
            5 | 6 => {
                let cond = self.coin();
                let (then, els) = (self.writer.new_block(&[]), self.writer.new_block(&[]));
                let results = self.writer.ops(Op::If(cond, then, els), &types);
                self.fill(then, seen, open, &Op::Yield, count);
                self.fill(els, seen, open, &Op::Yield, count);
                results
            }
            kind => self.region(kind, seen, inits, open),
        }
    }

    fn region(&mut self, kind: usize, seen: &[Value], inits: Values, open: &mut Vec<Open>) -> Values {
        let count = inits.len();
        let types = vec![ARRAY; count];
        let counted = kind == 7;
        let looping = counted || self.below(2) == 0;
        let mut params = vec![Type::I64; usize::from(counted)];
        params.extend(if looping { types.clone() } else { Vec::new() });
        let body = self.writer.new_block(&params);
        let op = match (counted, looping) {
            (true, _) => {
                let (drawn, mask, zero) = (self.draw(), self.writer.int(3), self.writer.int(0));
                let rounds = self.arith(BinaryOp::And, drawn, mask);
                Op::For(zero, rounds, inits, body)
            }
            (_, true) => Op::Loop(inits, body),
            _ => Op::Scope(body),
        };
        let results = self.writer.ops(op, &types);
        let carried = self.writer.func.params(body)[usize::from(counted)..].to_vec();
        let before = std::mem::replace(&mut self.writer.at, body);
        self.round();
        self.writer.at = before;
        open.push(Open { body, exit: count, next: looping.then_some(count) });
        let last = |values| if counted { Op::Next(body, values) } else { Op::Exit(body, values) };
        self.fill(body, &[seen, &carried].concat(), open, &last, count);
        open.pop();
        results
    }
}

/// Three functions, of which each may call those before it, and an entry that stores two elements.
fn program(seed: u64) -> Module {
    let mut module = Module::default();
    let site = module.site("RuntimeError", "no rounds left");
    for callees in 0..3 {
        let mut writer = Writer::new("f", &[ARRAY; 3], &[ARRAY; 2]);
        writer.func.can_raise = true;
        let params = writer.params();
        let body = writer.at;
        let random = seed.wrapping_mul(3).wrapping_add(callees as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut program = Program { writer, random, budget: 30, state: params[0], site, callees };
        program.fill(body, &params[1..], &mut Vec::new(), &Op::Return, 2);
        module.funcs.push(program.writer.func);
    }
    let last = FuncId::new(2);
    let shape = array(DType::I64, 1, Layout::ANY);
    let result = Shape::Tuple(vec![scalar(DType::I64); 2]);
    let entry = export(&mut module, "f", &[shape.clone(), shape], result, |writer, ret, params| {
        let state = writer.op(Op::LoadDescriptor(params[0], site), ARRAY);
        let array = writer.op(Op::LoadDescriptor(params[1], site), ARRAY);
        let results = writer.ops(Op::Call(last, smallvec![state, array, array]), &[ARRAY; 2]);
        for (at, result) in results.iter().enumerate() {
            let zero = writer.int(0);
            let element = writer.op(Op::LoadElem(*result, smallvec![zero]), Type::I64);
            writer.run(Op::Store(MemType::I64, ret, 8 * at as u32, element));
        }
        writer.run(Op::Return(smallvec![]));
    });
    module.funcs[entry].results.clear();
    module.funcs[entry].can_raise = true;
    module
}

/// The elements returned, and the state afterwards.
type Ran = (Result<[u64; 2], u32>, [u64; 2]);

fn run_interpreter(module: &Module, start: u64) -> Ran {
    let state = InterpArray::zeros(DType::I64, &[2]);
    state.set(&[0], start);
    state.set(&[1], ROUNDS as u64);
    let array = InterpArray::zeros(DType::I64, &[1]);
    let args = [&state, &array, &array].map(|array| InterpValue::Array(array.clone())).to_vec();
    let result = match interpret(module, FuncId::new(2), args) {
        Ok(values) => {
            let element = |value: &InterpValue| match value {
                InterpValue::Array(array) => array.get(&[0]),
                InterpValue::Scalar(_) => panic!("a scalar"),
                InterpValue::Vector(_) => panic!("a vector"),
            };
            Ok([element(&values[0]), element(&values[1])])
        }
        Err(raised) => Err(raised.site),
    };
    (result, [state.get(&[0]), state.get(&[1])])
}

#[test]
fn random_programs_keep_their_arrays_and_free_them() {
    let mut raised = 0;
    for seed in 0..120 {
        let module = program(seed);
        let mut owned = module.clone();
        owned.funcs.values_mut().for_each(own_buffers);
        find_effects(&mut owned);
        let owned = verify(owned, Phase::Loops).unwrap_or_else(|problems| panic!("{:#?}", problems.list));
        let flat = flatten(owned.into_module());
        let native = native(&flat);
        let mut context = Context::new();
        for start in 0..40_u64 {
            let start = start.wrapping_mul(0x2545_F491_4F6C_DD1D);
            let expected = run_interpreter(&module, start);
            let state = [start.to_le_bytes(), ROUNDS.to_le_bytes()].concat();
            let mut buffers = [state, vec![0; 8]];
            let args = [vector(0, DType::I64, 0, 2, 8), vector(1, DType::I64, 0, 1, 8)];
            let result = match native.call(function(&flat, "f"), &mut context, &mut buffers, &args) {
                Ok(Outcome::Tuple(members)) => Ok([bits(&members[0]), bits(&members[1])]),
                Err(CallFailure::Raised(Raised { site, .. })) => Err(site),
                other => panic!("{other:?}"),
            };
            raised += u32::from(result.is_err());
            let word = |at: usize| u64::from_le_bytes(buffers[0][at..at + 8].try_into().unwrap());
            assert_eq!((result, [word(0), word(8)]), expected, "program {seed} from {start:#x}");
            assert_eq!(context.in_use(), 0, "program {seed} from {start:#x} leaks");
            // Every allocation may fail; what was made before is freed.
            context.set_alloc_countdown(1 + start % 7);
            drop(native.call(function(&flat, "f"), &mut context, &mut buffers, &args));
            context.set_alloc_countdown(0);
            assert_eq!(context.in_use(), 0, "program {seed} from {start:#x} leaks without memory");
        }
    }
    assert!(raised > 100, "some runs raise");
}

fn bits(outcome: &Outcome) -> u64 {
    match outcome {
        Outcome::Scalar { bits, .. } => *bits,
        other => panic!("{other:?}"),
    }
}
