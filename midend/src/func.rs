//! Functions and modules: who owns values, operations and blocks, and how they are built.

use crate::interface::{Function as Exported, Position, RaiseSite};
use crate::ir::{Block, Data, FuncId, Inst, Op, Phase, Site, Slot, Value, Values, Var};
use crate::types::Type;
use cranelift_entity::{EntitySet, PrimaryMap, SecondaryMap};
use indexmap::{IndexMap, IndexSet};
use npc_base::Span;

/// Where an operation comes from: the innermost place in the user's file, and its number in the module's positions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Loc {
    /// Source range, for diagnostics.
    pub span: Option<Span>,
    /// Index into [`Module::positions`]; 0 is "unknown".
    pub position: u32,
}

/// A compiled program on its way through the phases.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// The functions.
    pub funcs: PrimaryMap<FuncId, Func>,
    /// What can be raised; equal entries are shared.
    pub sites: IndexSet<RaiseSite>,
    /// Constant bytes; equal ones are shared.
    pub data: IndexSet<Vec<u8>>,
    /// Exception types of the program, each with the type that it derives from.
    pub exceptions: IndexMap<String, String>,
    /// Error records tell which calls an exception came through: functions of the program call each other. Found by
    /// `flatten`.
    pub traces: bool,
    /// Source positions that errors report; number 0 is unknown.
    pub positions: IndexSet<Position>,
    /// Names of source files that positions mention.
    pub files: Vec<String>,
    /// Exported functions and their entries.
    pub exports: Vec<Export>,
    /// In *Flat*, if there are cells: `(header)`, which frees cells that nobody refers to, with what they hold.
    pub free_cells: Option<FuncId>,
    /// In *Flat*, if there are cells: `(to, from, words)`.
    pub(crate) move_cells: Option<FuncId>,
    /// True if a function prints.
    pub prints: bool,
}

/// An exported entry function: `i32 entry(ret, ctx, args…)` once it is flat.
#[derive(Clone, Debug)]
pub struct Export {
    /// The entry in the module.
    pub func: FuncId,
    /// Symbol or export name.
    pub name: String,
    /// What users see; `None` for a second entry of a function already listed.
    pub function: Option<Exported>,
}

/// How a function is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Convention {
    /// From inside the module; natively the context is passed before the parameters.
    #[default]
    Internal,
    /// An entry: parameters are `(ret: addr, args…)` (the context stands between them for the outside); returns the status.
    Entry,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Func {
    /// Name in text form and in the wasm `name` section.
    pub name: String,
    /// How it is called.
    pub convention: Convention,
    /// Types of the results. A flat function that can raise has its status (i32) in front.
    pub results: Vec<Type>,
    /// The body; its parameters are the function's.
    pub body: Block,
    /// True for code of the standard library: errors are reported at the caller's position.
    pub library: bool,
    /// True if sums and products of floats may be made in any order.
    pub fastmath: bool,
    /// True for a part of the run time: it is not left from outside, by an interrupt.
    pub run_time: bool,
    /// True if it can raise; decided by `effects`, true until then.
    pub can_raise: bool,
    /// True if a call may be left out or repeated: no effects, no errors, result depends on scalar arguments only.
    pub pure_scalar: bool,
    values: PrimaryMap<Value, Type>,
    insts: PrimaryMap<Inst, Op>,
    inst_results: SecondaryMap<Inst, Values>,
    locs: SecondaryMap<Inst, Loc>,
    blocks: PrimaryMap<Block, BlockData>,
    /// Number of owner slots.
    pub slots: PrimaryMap<Slot, ()>,
    /// Types of the mutable variables.
    pub vars: PrimaryMap<Var, Type>,
    defs: SecondaryMap<Value, Option<Inst>>,
    /// Loops that run rarely, beside a fast form.
    plain: EntitySet<Inst>,
    /// Parameters whose memory nothing else touches: where results are wanted.
    destinations: EntitySet<Value>,
}

#[derive(Clone, Debug, Default)]
struct BlockData {
    params: Values,
    insts: Vec<Inst>,
}

impl Func {
    /// An empty function; its body has no parameters yet.
    pub fn new(name: impl Into<String>) -> Func {
        let mut blocks = PrimaryMap::new();
        let body = blocks.push(BlockData::default());
        Func {
            name: name.into(),
            convention: Convention::Internal,
            results: Vec::new(),
            body,
            library: false,
            fastmath: false,
            run_time: false,
            can_raise: true,
            pure_scalar: false,
            values: PrimaryMap::new(),
            insts: PrimaryMap::new(),
            inst_results: SecondaryMap::new(),
            locs: SecondaryMap::new(),
            blocks,
            slots: PrimaryMap::new(),
            vars: PrimaryMap::new(),
            defs: SecondaryMap::new(),
            plain: EntitySet::new(),
            destinations: EntitySet::new(),
        }
    }

    /// A new block without parameters.
    pub fn new_block(&mut self) -> Block {
        self.blocks.push(BlockData::default())
    }

    /// Adds a parameter to a block.
    pub fn add_param(&mut self, block: Block, ty: Type) -> Value {
        let value = self.values.push(ty);
        self.blocks[block].params.push(value);
        value
    }

    /// The parameters of a block.
    pub fn params(&self, block: Block) -> &[Value] {
        &self.blocks[block].params
    }

    /// Replaces the parameters of a block.
    pub fn set_params(&mut self, block: Block, params: Values) {
        self.blocks[block].params = params;
    }

    /// The operations of a block, in order.
    pub fn insts(&self, block: Block) -> &[Inst] {
        &self.blocks[block].insts
    }

    /// Takes the operations out of a block, to be put back changed.
    pub fn take_insts(&mut self, block: Block) -> Vec<Inst> {
        std::mem::take(&mut self.blocks[block].insts)
    }

    /// Replaces the operations of a block.
    pub fn set_insts(&mut self, block: Block, insts: Vec<Inst>) {
        self.blocks[block].insts = insts;
    }

    /// Every operation made so far, also those in blocks that no operation holds yet.
    pub fn all_ops(&self) -> impl Iterator<Item = (Inst, &Op)> {
        self.insts.iter()
    }

    /// The operation.
    pub fn op(&self, inst: Inst) -> &Op {
        &self.insts[inst]
    }

    /// The operation, to be changed.
    pub fn op_mut(&mut self, inst: Inst) -> &mut Op {
        &mut self.insts[inst]
    }

    /// The results of an operation.
    pub fn inst_results(&self, inst: Inst) -> &[Value] {
        &self.inst_results[inst]
    }

    /// Where an operation comes from.
    pub fn loc(&self, inst: Inst) -> Loc {
        self.locs[inst]
    }

    /// Gives an operation another position.
    pub fn set_position(&mut self, inst: Inst, position: u32) {
        self.locs[inst].position = position;
    }

    /// The type of a value.
    pub fn ty(&self, value: Value) -> Type {
        self.values[value]
    }

    /// Changes the type of a value (only layouts are ever refined).
    pub fn set_ty(&mut self, value: Value, ty: Type) {
        self.values[value] = ty;
    }

    /// Number of values ever made.
    pub fn value_count(&self) -> usize {
        self.values.len()
    }

    /// The operation that defines a value; `None` for a parameter.
    pub fn def(&self, value: Value) -> Option<Inst> {
        self.defs[value]
    }

    /// The operation that defines a value; `None` for a parameter.
    pub fn def_op(&self, value: Value) -> Option<&Op> {
        self.defs[value].map(|inst| &self.insts[inst])
    }

    /// The bits of a constant.
    pub fn const_bits(&self, value: Value) -> Option<u64> {
        match self.def_op(value) {
            Some(Op::Const(bits)) => Some(*bits),
            _ => None,
        }
    }

    /// Makes an operation with results of these types; it stands in no block yet.
    pub fn make(&mut self, op: Op, types: &[Type], loc: Loc) -> Inst {
        let inst = self.insts.push(op);
        let results: Values = types.iter().map(|ty| self.values.push(*ty)).collect();
        for value in &results {
            self.defs[*value] = Some(inst);
        }
        self.inst_results[inst] = results;
        self.locs[inst] = loc;
        inst
    }

    /// Appends an operation to a block and returns its results.
    pub fn push(&mut self, block: Block, op: Op, types: &[Type], loc: Loc) -> Values {
        let inst = self.make(op, types, loc);
        self.blocks[block].insts.push(inst);
        self.inst_results[inst].clone()
    }

    /// Appends an operation that has been made before.
    pub fn append(&mut self, block: Block, inst: Inst) {
        self.blocks[block].insts.push(inst);
    }

    /// Removes and returns the last operation of a block.
    pub fn pop(&mut self, block: Block) -> Option<Inst> {
        self.blocks[block].insts.pop()
    }

    /// Adds a result to an operation (an `if` or a loop whose results are found after its body).
    pub fn add_result(&mut self, inst: Inst, ty: Type) -> Value {
        let value = self.values.push(ty);
        self.defs[value] = Some(inst);
        self.inst_results[inst].push(value);
        value
    }

    /// Replaces the results of an operation; the values must be its own or unused ones.
    pub fn set_results(&mut self, inst: Inst, results: Values) {
        for value in &results {
            self.defs[*value] = Some(inst);
        }
        self.inst_results[inst] = results;
    }

    /// Marks a parameter whose memory no other array shares.
    pub fn add_destination(&mut self, param: Value) {
        self.destinations.insert(param);
    }

    /// True for a parameter whose memory no other array shares.
    pub fn is_destination(&self, param: Value) -> bool {
        self.destinations.contains(param)
    }

    /// Marks a loop that has a fast form beside it and is not worth more code.
    pub fn keep_plain(&mut self, inst: Inst) {
        self.plain.insert(inst);
    }

    /// True if the loop has a fast form beside it.
    pub fn is_plain(&self, inst: Inst) -> bool {
        self.plain.contains(inst)
    }

    /// A value without a definition yet.
    pub fn new_value(&mut self, ty: Type) -> Value {
        self.values.push(ty)
    }

    /// True if the last operation of the block is a terminator.
    pub fn is_terminated(&self, block: Block) -> bool {
        self.blocks[block].insts.last().is_some_and(|inst| self.insts[*inst].is_terminator())
    }

    /// How many values, operations and blocks exist: a point to come back to.
    pub fn mark(&self, block: Block) -> Mark {
        Mark { block, insts: self.blocks[block].insts.len() }
    }

    /// Drops everything appended to the block since the mark (a loop body that is typed once more).
    pub fn rollback(&mut self, mark: Mark) {
        self.blocks[mark.block].insts.truncate(mark.insts);
    }

    /// Every block reachable from the body, outer before inner.
    pub fn reachable_blocks(&self) -> Vec<Block> {
        let mut seen = EntitySet::new();
        let mut stack = vec![self.body];
        let mut order = Vec::new();
        while let Some(block) = stack.pop() {
            if !seen.insert(block) {
                continue;
            }
            order.push(block);
            for inst in self.insts(block).iter().rev() {
                stack.extend(self.op(*inst).blocks().iter().rev());
            }
        }
        order
    }

    /// Replaces every use of a value, in all reachable blocks.
    pub fn replace_uses(&mut self, replace: &SecondaryMap<Value, Option<Value>>) {
        for block in self.reachable_blocks() {
            for at in 0..self.blocks[block].insts.len() {
                let inst = self.blocks[block].insts[at];
                self.insts[inst].for_each_operand_mut(&mut |value| {
                    while let Some(by) = replace[*value] {
                        *value = by;
                    }
                });
            }
        }
    }
}

/// A point in a block to come back to.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    block: Block,
    insts: usize,
}

impl Module {
    /// The number of a raise site with this exception and message.
    pub fn site(&mut self, exception: &str, message: impl Into<String>) -> Site {
        let site = RaiseSite { exception: exception.to_string(), message: message.into() };
        Site::from_u32(self.sites.insert_full(site).0 as u32)
    }

    /// The number of constant bytes.
    pub fn constant_data(&mut self, bytes: &[u8]) -> Data {
        Data::from_u32(self.data.insert_full(bytes.to_vec()).0 as u32)
    }

    /// The number of a source position.
    pub fn position(&mut self, position: Position) -> u32 {
        if self.positions.is_empty() {
            self.positions.insert(Position { file: 0, line: 0, function: String::new() });
        }
        self.positions.insert_full(position).0 as u32
    }
}

/// A module that has passed the verifier for a phase; backends take nothing else.
#[derive(Debug)]
pub struct Verified {
    module: Module,
    phase: Phase,
}

impl Verified {
    pub(crate) fn new(module: Module, phase: Phase) -> Verified {
        Verified { module, phase }
    }

    /// The module.
    pub fn module(&self) -> &Module {
        &self.module
    }

    /// The phase it was verified for.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Gives the module back, to be lowered further.
    pub fn into_module(self) -> Module {
        self.module
    }
}
