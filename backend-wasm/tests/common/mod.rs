//! Builds flat functions by hand, runs them in wasmtime.
#![allow(dead_code, missing_docs)]

use npc_backend_wasm::{Options, emit};
use npc_midend::ir::{BinaryOp, Block, CompareOp, FuncId, Op, Phase, Value, Values};
use npc_midend::types::Type;
use npc_midend::{Export, Func, Loc, Module, verify};

/// A function under construction: operations are appended to the block on top.
pub struct Build {
    pub func: Func,
    pub at: Block,
}

impl Build {
    pub fn new(name: &str, params: &[Type], results: &[Type]) -> (Build, Vec<Value>) {
        let mut func = Func::new(name);
        func.can_raise = false;
        func.results = results.to_vec();
        let body = func.body;
        let params = params.iter().map(|ty| func.add_param(body, *ty)).collect();
        (Build { func, at: body }, params)
    }

    pub fn op(&mut self, op: Op, types: &[Type]) -> Values {
        self.func.push(self.at, op, types, Loc::default())
    }

    pub fn one(&mut self, op: Op, ty: Type) -> Value {
        self.op(op, &[ty])[0]
    }

    pub fn int(&mut self, value: i64) -> Value {
        self.one(Op::Const(value as u64), Type::I64)
    }

    pub fn i32(&mut self, value: i32) -> Value {
        self.one(Op::Const(i64::from(value) as u64), Type::I32)
    }

    pub fn float(&mut self, value: f64) -> Value {
        self.one(Op::Const(value.to_bits()), Type::F64)
    }

    pub fn binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let ty = self.func.ty(x);
        self.one(Op::Binary(op, x, y), ty)
    }

    pub fn add(&mut self, x: Value, y: Value) -> Value {
        self.binary(BinaryOp::Add, x, y)
    }

    pub fn compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        self.one(Op::Compare(op, x, y), Type::BOOL)
    }

    pub fn ret(&mut self, values: &[Value]) {
        self.op(Op::Return(Values::from_slice(values)), &[]);
    }

    /// Appends to another block for a while.
    pub fn inside<T>(&mut self, block: Block, f: impl FnOnce(&mut Build) -> T) -> T {
        let outer = std::mem::replace(&mut self.at, block);
        let result = f(self);
        self.at = outer;
        result
    }

    /// A region with a body that takes parameters.
    pub fn body<T>(&mut self, params: &[Type], f: impl FnOnce(&mut Build, Block, &[Value]) -> T) -> Block {
        let block = self.func.new_block();
        let params: Vec<_> = params.iter().map(|ty| self.func.add_param(block, *ty)).collect();
        self.inside(block, |build| f(build, block, &params));
        block
    }

    pub fn if_(&mut self, cond: Value, types: &[Type], then: impl FnOnce(&mut Build), els: impl FnOnce(&mut Build)) -> Values {
        let then = self.body(&[], |build, _, _| then(build));
        let els = self.body(&[], |build, _, _| els(build));
        self.op(Op::If(cond, then, els), types)
    }

    pub fn yields(&mut self, values: &[Value]) {
        self.op(Op::Yield(Values::from_slice(values)), &[]);
    }

    pub fn exit(&mut self, block: Block, values: &[Value]) {
        self.op(Op::Exit(block, Values::from_slice(values)), &[]);
    }

    pub fn next(&mut self, block: Block, values: &[Value]) {
        self.op(Op::Next(block, Values::from_slice(values)), &[]);
    }

    /// `for` with i64 bounds; carried types are those of the initial values.
    pub fn for_(
        &mut self,
        lo: Value,
        hi: Value,
        inits: &[Value],
        f: impl FnOnce(&mut Build, Block, Value, &[Value]),
    ) -> Values {
        let types: Vec<_> = inits.iter().map(|init| self.func.ty(*init)).collect();
        let params: Vec<_> = std::iter::once(Type::I64).chain(types.iter().copied()).collect();
        let body = self.body(&params, |build, block, params| f(build, block, params[0], &params[1..]));
        self.op(Op::For(lo, hi, Values::from_slice(inits), body), &types)
    }

    pub fn loop_(&mut self, inits: &[Value], results: &[Type], f: impl FnOnce(&mut Build, Block, &[Value])) -> Values {
        let types: Vec<_> = inits.iter().map(|init| self.func.ty(*init)).collect();
        let body = self.body(&types, f);
        self.op(Op::Loop(Values::from_slice(inits), body), results)
    }

    pub fn scope(&mut self, results: &[Type], f: impl FnOnce(&mut Build, Block)) -> Values {
        let body = self.body(&[], |build, block, _| f(build, block));
        self.op(Op::Scope(body), results)
    }
}

/// A module that exports the first `exported` functions under their names.
pub fn module(funcs: Vec<Func>, exported: usize) -> Module {
    let mut module = Module::default();
    for func in funcs {
        module.funcs.push(func);
    }
    for at in 0..exported {
        let func = FuncId::from_u32(at as u32);
        let name = module.funcs[func].name.clone();
        module.exports.push(Export { func, name, function: None });
    }
    module
}

pub fn compile_module(module: Module) -> Vec<u8> {
    let verified = match verify(module, Phase::Flat) {
        Ok(verified) => verified,
        Err(problems) => panic!("{problems}{}", problems.module),
    };
    let wasm = emit(&verified, &Options { abi_json: "{}".into(), names: true });
    if let Err(error) = wasmparser::Validator::new().validate_all(&wasm) {
        panic!("{error}\n{}\n{}", verified.module(), wasmprinter::print_bytes(&wasm).unwrap_or_default());
    }
    if std::env::var_os("SHOW_WAT").is_some() {
        println!("{}", wasmprinter::print_bytes(&wasm).unwrap_or_default());
    }
    wasm
}

pub fn compile(func: Func) -> Vec<u8> {
    compile_module(module(vec![func], 1))
}

/// A running module.
pub struct Instance {
    pub store: wasmtime::Store<()>,
    pub instance: wasmtime::Instance,
}

impl Instance {
    pub fn new(wasm: &[u8]) -> Instance {
        let engine = wasmtime::Engine::default();
        let module = wasmtime::Module::new(&engine, wasm).expect("module");
        let mut store = wasmtime::Store::new(&engine, ());
        let instance = wasmtime::Instance::new(&mut store, &module, &[]).expect("no imports");
        Instance { store, instance }
    }

    pub fn call<P: wasmtime::WasmParams, R: wasmtime::WasmResults>(&mut self, name: &str, params: P) -> R {
        let func = self.instance.get_typed_func::<P, R>(&mut self.store, name).expect("export");
        func.call(&mut self.store, params).expect("no trap")
    }

    pub fn memory(&mut self) -> wasmtime::Memory {
        self.instance.get_memory(&mut self.store, "memory").expect("memory")
    }

    pub fn read_i64(&mut self, at: u32) -> i64 {
        let memory = self.memory();
        let mut bytes = [0; 8];
        memory.read(&self.store, at as usize, &mut bytes).expect("in range");
        i64::from_le_bytes(bytes)
    }

    pub fn write(&mut self, at: u32, bytes: &[u8]) {
        let memory = self.memory();
        memory.write(&mut self.store, at as usize, bytes).expect("in range");
    }
}
