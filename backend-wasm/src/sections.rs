//! Puts the sections of a module together.

use crate::Options;
use crate::code::{Code, FUNCTION, Frame, Item, Label, val_type};
use crate::func::{Callees, code, param_types};
use crate::runtime::{self, HEAP_START, PAGES};
use crate::{locals, tidy};
use npc_midend::abi;
use npc_midend::ir::{Block, Data, FuncId, Op};
use npc_midend::{Func, Module};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, CustomSection, DataSection, ExportKind, ExportSection, Function, FunctionSection,
    GlobalSection, GlobalType, Instruction, MemorySection, MemoryType, NameMap, NameSection, TypeSection, ValType,
};

/// The module as bytes.
pub(crate) fn module(module: &Module, options: &Options) -> Vec<u8> {
    let reached = Reached::from_exports(module);
    let mut types = Types::default();
    let mut functions = FunctionSection::new();
    let mut bodies = CodeSection::new();
    let mut names = NameMap::new();
    for (index, id) in reached.order.iter().enumerate() {
        let func = &module.funcs[*id];
        functions.function(types.index(param_types(func), func.results.iter().map(|ty| val_type(*ty)).collect()));
        bodies.function(&body(module, func, &reached, &mut types));
        names.append(index as u32, &func.name);
    }
    let runtime = runtime_functions(&reached);
    for (at, (name, params, results, body)) in runtime.iter().enumerate() {
        functions.function(types.index(params.to_vec(), results.to_vec()));
        bodies.function(body);
        names.append((reached.order.len() + at) as u32, name);
    }
    let mut wasm = wasm_encoder::Module::new();
    wasm.section(&types.section).section(&functions).section(&memory(&reached.data)).section(&heap_end(&reached.data));
    wasm.section(&exports(module, &reached)).section(&bodies);
    if !reached.data.bytes.is_empty() {
        wasm.section(&data(&reached.data));
    }
    if options.names {
        let mut section = NameSection::new();
        section.functions(&names);
        wasm.section(&section);
    }
    if !options.abi_json.is_empty() {
        wasm.section(&CustomSection { name: abi::SECTION.into(), data: Cow::Borrowed(options.abi_json.as_bytes()) });
    }
    wasm.finish()
}

fn memory(constants: &Constants) -> MemorySection {
    let mut section = MemorySection::new();
    let pages = PAGES + (constants.bytes.len() as u64 >> 16);
    section.memory(MemoryType { minimum: pages, maximum: None, memory64: false, shared: false, page_size_log2: None });
    section
}

/// The constant bytes, between the context with the heads of the lists and the heap.
fn data(constants: &Constants) -> DataSection {
    let mut section = DataSection::new();
    section.active(0, &ConstExpr::i32_const(HEAP_START as i32), constants.bytes.iter().copied());
    section
}

fn heap_end(constants: &Constants) -> GlobalSection {
    let mut section = GlobalSection::new();
    let ty = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
    section.global(ty, &ConstExpr::i32_const((HEAP_START + constants.bytes.len() as u32).next_multiple_of(16) as i32));
    section
}

/// Constant bytes one after the other, each piece once.
#[derive(Default)]
struct Constants {
    bytes: Vec<u8>,
    offsets: FxHashMap<Data, u32>,
}

impl Constants {
    fn add(&mut self, module: &Module, data: Data) {
        let Some(bytes) = module.data.get_index(data.as_u32() as usize) else { return };
        let end = self.bytes.len() as u32;
        self.offsets.entry(data).or_insert_with(|| {
            self.bytes.extend(bytes);
            end
        });
    }
}

fn exports(module: &Module, reached: &Reached) -> ExportSection {
    let mut section = ExportSection::new();
    section.export("memory", ExportKind::Memory, 0);
    for export in &module.exports {
        section.export(&export.name, ExportKind::Func, reached.function(export.func));
    }
    section.export(abi::EXPORT_ALLOC, ExportKind::Func, reached.alloc() + 1);
    section.export(abi::EXPORT_RELEASE, ExportKind::Func, reached.release());
    section
}

type RuntimeFunction = (&'static str, &'static [ValType], &'static [ValType], Function);

/// In the order that `Reached` counts on.
fn runtime_functions(reached: &Reached) -> Vec<RuntimeFunction> {
    let mut list: Vec<RuntimeFunction> = vec![
        ("alloc", &[ValType::I64], &[ValType::I32], runtime::alloc()),
        (abi::EXPORT_ALLOC, &[ValType::I32], &[ValType::I32], runtime::exported_alloc(reached.alloc())),
        (abi::EXPORT_RELEASE, &[ValType::I32], &[], runtime::release(reached.free_cells)),
    ];
    if reached.retains {
        list.push(("retain", &[ValType::I32], &[], runtime::retain()));
    }
    list
}

/// Functions that exports reach, in the order of their wasm indices.
struct Reached {
    order: Vec<FuncId>,
    indices: FxHashMap<FuncId, u32>,
    retains: bool,
    data: Constants,
    free_cells: Option<u32>,
}

impl Reached {
    fn from_exports(module: &Module) -> Reached {
        let mut reached = Reached {
            order: Vec::new(),
            indices: FxHashMap::default(),
            retains: false,
            data: Constants::default(),
            free_cells: None,
        };
        let roots = module.exports.iter().rev().map(|export| export.func);
        let mut open: Vec<_> = module.free_cells.into_iter().chain(roots).collect();
        while let Some(id) = open.pop() {
            if reached.indices.contains_key(&id) {
                continue;
            }
            reached.indices.insert(id, reached.order.len() as u32);
            reached.order.push(id);
            let func = &module.funcs[id];
            reached.visit(module, func, func.body, &mut open);
        }
        reached.free_cells = module.free_cells.map(|id| reached.function(id));
        reached
    }

    fn visit(&mut self, module: &Module, func: &Func, block: Block, open: &mut Vec<FuncId>) {
        for inst in func.insts(block) {
            match func.op(*inst) {
                Op::Call(callee, _) => open.push(*callee),
                Op::Retain(_) => self.retains = true,
                Op::AddressOf(data) => self.data.add(module, *data),
                op => op.blocks().into_iter().for_each(|block| self.visit(module, func, block, open)),
            }
        }
    }
}

impl Callees for Reached {
    fn data(&self, data: Data) -> u32 {
        HEAP_START + self.data.offsets.get(&data).copied().unwrap_or_default()
    }

    fn function(&self, func: FuncId) -> u32 {
        self.indices.get(&func).copied().unwrap_or_default()
    }

    fn alloc(&self) -> u32 {
        self.order.len() as u32
    }

    fn release(&self) -> u32 {
        self.alloc() + 2
    }

    fn retain(&self) -> u32 {
        self.alloc() + 3
    }
}

/// The type section, each signature once.
#[derive(Default)]
struct Types {
    section: TypeSection,
    known: FxHashMap<(Vec<ValType>, Vec<ValType>), u32>,
}

impl Types {
    fn index(&mut self, params: Vec<ValType>, results: Vec<ValType>) -> u32 {
        let next = self.known.len() as u32;
        let section = &mut self.section;
        *self.known.entry((params, results)).or_insert_with_key(|(params, results)| {
            section.ty().function(params.iter().copied(), results.iter().copied());
            next
        })
    }

    fn block(&mut self, results: &[ValType]) -> BlockType {
        match results {
            [] => BlockType::Empty,
            [one] => BlockType::Result(*one),
            many => BlockType::FunctionType(self.index(Vec::new(), many.to_vec())),
        }
    }
}

fn body(module: &Module, func: &Func, reached: &Reached, types: &mut Types) -> Function {
    let mut code = code(module, func, reached);
    let params = param_types(func).len();
    let mut locals = locals::assign(&mut code, params);
    tidy::tidy(&mut code, &mut locals, params);
    let mut function = Function::new_with_locals_types(locals[params..].iter().copied());
    encode(&code, types, &mut function);
    function.instruction(&Instruction::End);
    function
}

/// Labels become depths.
fn encode(code: &Code, types: &mut Types, function: &mut Function) {
    let mut open = vec![FUNCTION];
    let depth = |open: &[Label], label: Label| open.iter().rev().position(|other| *other == label).unwrap_or_default() as u32;
    for item in &code.items {
        let instruction = match item {
            Item::Op(op) => op.clone(),
            Item::Get(var) | Item::MoveGet(var, _) => Instruction::LocalGet(var.0),
            Item::Set(var) | Item::MoveSet(var, _) => Instruction::LocalSet(var.0),
            Item::Tee(var) => Instruction::LocalTee(var.0),
            Item::Begin(_) => continue,
            Item::Br(FUNCTION) => Instruction::Return,
            Item::Br(label) => Instruction::Br(depth(&open, *label)),
            Item::BrIf(label) => Instruction::BrIf(depth(&open, *label)),
            Item::Else(_) => Instruction::Else,
            Item::Close(_) => {
                open.pop();
                Instruction::End
            }
            Item::Open(label) => {
                open.push(*label);
                let (frame, results) = &code.labels[label.0 as usize];
                let ty = types.block(results);
                match frame {
                    Frame::Block => Instruction::Block(ty),
                    Frame::Loop => Instruction::Loop(ty),
                    Frame::If => Instruction::If(ty),
                }
            }
        };
        function.instruction(&instruction);
    }
}
