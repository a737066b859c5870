//! Building and calling small flat modules.

use crate::{CallFailure, Context, Native, jit};
use npc_midend::host::{Arg, ArrayArg, Outcome};
use npc_midend::interface::{Function, Param, Shape};
use npc_midend::ir::{Block, CastOp, FuncId, MemType, Op, Phase, Value, Values};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use npc_midend::{Convention, Export, Func, Loc, Module, Verified, verify};

/// A function under construction, written into one block at a time.
pub struct Writer {
    pub func: Func,
    pub at: Block,
}

impl Writer {
    pub fn new(name: &str, params: &[Type], results: &[Type]) -> Writer {
        let mut func = Func::new(name);
        let at = func.body;
        for ty in params {
            func.add_param(at, *ty);
        }
        func.results = results.to_vec();
        func.can_raise = false;
        Writer { func, at }
    }

    pub fn params(&self) -> Values {
        self.func.params(self.func.body).into()
    }

    pub fn ops(&mut self, op: Op, types: &[Type]) -> Values {
        self.func.push(self.at, op, types, Loc::default())
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

    pub fn int32(&mut self, value: i32) -> Value {
        self.op(Op::Const(value as u64), Type::I32)
    }

    /// Writes a block: `write` gets its parameters.
    pub fn block(&mut self, block: Block, write: impl FnOnce(&mut Writer, &[Value])) {
        let before = std::mem::replace(&mut self.at, block);
        let params = Values::from(self.func.params(block));
        write(self, &params);
        self.at = before;
    }

    pub fn new_block(&mut self, params: &[Type]) -> Block {
        let block = self.func.new_block();
        for ty in params {
            self.func.add_param(block, *ty);
        }
        block
    }

    /// Stores a value of any type as a scalar of the result record.
    pub fn store_result(&mut self, ret: Value, offset: u32, value: Value) {
        let (memory, value) = match self.func.ty(value) {
            Type::Scalar(DType::Bool) => (MemType::I64, self.op(Op::Cast(CastOp::WidenU, value), Type::I64)),
            Type::Scalar(DType::I32) => (MemType::I64, self.op(Op::Cast(CastOp::WidenS, value), Type::I64)),
            Type::Scalar(DType::F32) => (MemType::F32, value),
            Type::Scalar(DType::F64) => (MemType::F64, value),
            Type::Addr => (MemType::Addr, value),
            _ => (MemType::I64, value),
        };
        self.run(Op::Store(memory, ret, offset, value));
    }

    pub fn succeed(&mut self) {
        let ok = self.int32(0);
        self.run(Op::Return(Values::from_slice(&[ok])));
    }
}

pub fn verified(module: &Module) -> Verified {
    verify(module.clone(), Phase::Flat).unwrap_or_else(|problems| panic!("{:#?}", problems.list))
}

pub fn native(module: &Module) -> Native {
    jit(&verified(module)).unwrap()
}

pub fn scalar(dtype: DType) -> Shape {
    Shape::Scalar { dtype, weak: false }
}

pub fn array(dtype: DType, rank: u8, layout: Layout) -> Shape {
    Shape::Array(ArrayType::new(dtype, rank, layout))
}

/// Adds an exported entry; `write` gets the result record's address and the parameters.
pub fn export(
    module: &mut Module,
    name: &str,
    params: &[Shape],
    result: Shape,
    write: impl FnOnce(&mut Writer, Value, &[Value]),
) -> FuncId {
    let mut types = vec![Type::Addr];
    types.extend(params.iter().map(|shape| match shape {
        Shape::Scalar { dtype: DType::I64 | DType::U64, .. } => Type::I64,
        Shape::Scalar { dtype: DType::F32, .. } => Type::F32,
        Shape::Scalar { dtype: DType::F64, .. } => Type::F64,
        Shape::Scalar { .. } => Type::I32,
        _ => Type::Addr,
    }));
    let mut writer = Writer::new(name, &types, &[Type::I32]);
    writer.func.convention = Convention::Entry;
    let values = writer.params();
    write(&mut writer, values[0], &values[1..]);
    let func = module.funcs.push(writer.func);
    let param =
        |(at, shape): (usize, &Shape)| Param { name: format!("p{at}"), shape: shape.clone(), default: None, written: true };
    let function = Function {
        name: name.to_string(),
        entry: name.to_string(),
        js_entry: None,
        doc: String::new(),
        line: 1,
        params: params.iter().enumerate().map(param).collect(),
        result,
        declared: false,
    };
    module.exports.push(Export { func, name: name.to_string(), function: Some(function) });
    func
}

pub fn function<'a>(module: &'a Module, name: &str) -> &'a Function {
    let exports = module.exports.iter().filter_map(|export| export.function.as_ref());
    exports.into_iter().find(|function| function.name == name).unwrap()
}

/// Calls a function of scalars and returns the bits of its scalar result.
pub fn call(native: &Native, module: &Module, name: &str, args: &[u64]) -> u64 {
    let args: Vec<_> = args.iter().map(|bits| Arg::Scalar(*bits)).collect();
    match native.call(function(module, name), &mut Context::new(), &mut [], &args).unwrap() {
        Outcome::Scalar { bits, .. } => bits,
        other => panic!("{name} returned {other:?}"),
    }
}

pub fn vector(buffer: usize, dtype: DType, offset: usize, len: usize, stride: isize) -> Arg {
    Arg::Array(ArrayArg { buffer, offset, dtype, shape: vec![len], strides: vec![stride] })
}

pub fn rejects(result: Result<Outcome, CallFailure>, part: &str) {
    match result {
        Err(CallFailure::BadArguments(message)) => assert!(message.contains(part), "{message}"),
        other => panic!("accepted: {other:?}"),
    }
}
