//! Hand-built functions of the phase `Loops`, flattened and run.

mod arrays;
mod each;
mod machine;
mod order;
mod owners;
mod raises;
mod scalars;
mod tries;

use super::flatten;
use crate::dead_code::drop_dead_code;
use crate::func::{Convention, Func, Loc, Module};
use crate::interface::Position;
use crate::ir::{Block, FuncId, Op, Phase, Site, Value, Values};
use crate::types::{ArrayType, DType, Layout, Type};
use crate::verify::find_problems;
pub(crate) use machine::Machine;
use smallvec::SmallVec;

/// Builds one function of a module.
pub(crate) struct Fn {
    pub func: Func,
    pub block: Block,
    pub loc: Loc,
}

impl Fn {
    pub fn new(name: &str, params: &[Type], results: &[Type]) -> (Fn, Values) {
        let mut func = Func::new(name);
        func.results = results.to_vec();
        let block = func.body;
        let params = params.iter().map(|ty| func.add_param(block, *ty)).collect();
        (Fn { func, block, loc: Loc::default() }, params)
    }

    pub fn ops(&mut self, op: Op, types: &[Type]) -> Values {
        self.func.push(self.block, op, types, self.loc)
    }

    pub fn op(&mut self, op: Op, ty: Type) -> Value {
        self.ops(op, &[ty])[0]
    }

    pub fn run(&mut self, op: Op) {
        self.ops(op, &[]);
    }

    pub fn int(&mut self, value: i64) -> Value {
        self.op(Op::Const(value as u64), Type::I64)
    }

    pub fn constant(&mut self, dtype: DType, bits: u64) -> Value {
        self.op(Op::Const(bits), Type::Scalar(dtype))
    }

    pub fn ret(&mut self, values: &[Value]) {
        self.run(Op::Return(values.into()));
    }

    /// Appends to another block for a while.
    pub fn within<R>(&mut self, block: Block, build: impl FnOnce(&mut Fn) -> R) -> R {
        let outer = std::mem::replace(&mut self.block, block);
        let result = build(self);
        self.block = outer;
        result
    }

    /// `for` without carried values.
    pub fn for_each(&mut self, hi: Value, build: impl FnOnce(&mut Fn, Value)) {
        let body = self.func.new_block();
        let counter = self.func.add_param(body, Type::I64);
        let lo = self.int(0);
        self.within(body, |f| {
            build(f, counter);
            if !f.func.is_terminated(body) {
                f.run(Op::Next(body, Values::new()));
            }
        });
        self.run(Op::For(lo, hi, Values::new(), body));
    }

    pub fn if_else(&mut self, cond: Value, types: &[Type], arms: [&mut dyn FnMut(&mut Fn); 2]) -> Values {
        let blocks = arms.map(|arm| {
            let block = self.func.new_block();
            self.within(block, |f| arm(f));
            block
        });
        self.ops(Op::If(cond, blocks[0], blocks[1]), types)
    }
}

/// A module of these functions, with some sites and positions.
pub(crate) fn module(funcs: Vec<Fn>) -> Module {
    let mut module = Module::default();
    for name in ["IndexError", "OverflowError", "MemoryError", "ValueError"] {
        module.site(name, "{0} {1}");
    }
    module.files.push("test.py".into());
    for line in 1..10 {
        module.position(Position { file: 0, line, function: "f".into() });
    }
    for func in funcs {
        module.funcs.push(func.func);
    }
    module
}

pub(crate) fn site(number: u32) -> Site {
    Site::from_u32(number)
}

/// Flattens, and checks the rules of both phases; with and without dead code.
pub(crate) fn flat(module: Module) -> Module {
    assert_rules(&module, Phase::Loops);
    let mut flat = flatten(module);
    assert_rules(&flat, Phase::Flat);
    flat.funcs.values_mut().for_each(drop_dead_code);
    assert_rules(&flat, Phase::Flat);
    flat
}

fn assert_rules(module: &Module, phase: Phase) {
    let problems = find_problems(module, phase);
    let text: Vec<_> = problems.iter().map(|problem| problem.to_string()).collect();
    assert!(text.is_empty(), "{}\n{module}", text.join("\n"));
}

pub(crate) fn func(at: u32) -> FuncId {
    FuncId::from_u32(at)
}

pub(crate) fn array(dtype: DType, rank: u8, layout: Layout) -> Type {
    Type::Array(ArrayType::new(dtype, rank, layout))
}

pub(crate) fn values(values: &[Value]) -> Values {
    SmallVec::from_slice(values)
}

pub(crate) fn entry(mut f: Fn) -> Fn {
    f.func.convention = Convention::Entry;
    f
}

/// A small generator of random bits.
pub(crate) struct Random(pub u64);

impl Random {
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, n: u64) -> u64 {
        (self.bits() >> 8) % n
    }
}
