//! Operations one by one, and calls: the walk over the old function.

use super::Lowering;
use super::arrays::{Array, flat_types};
use super::owners::is_ownership;
use super::scalars::{machine, machine_bits};
use crate::func::Convention;
use crate::ir::{BinaryOp, Block, CastOp, CompareOp, FuncId, Inst, MemType, Op, UnaryOp, Value, Values};
use crate::types::{DType, Type};
use crate::vector::VecOp;

impl Lowering<'_> {
    /// Parameters of the function.
    pub(super) fn bind_arguments(&mut self) {
        let old = self.old;
        for param in old.params(old.body) {
            if old.convention == Convention::Entry {
                self.bind_entry_argument(*param);
            } else {
                self.bind_param(*param);
            }
            if old.is_destination(*param) {
                // The caller's memory; said again here, so that nothing counts references to it.
                let lent = Array { parent: self.b.zero(Type::Addr), ..self.array(*param) };
                self.bind_array(*param, lent);
            }
        }
    }

    /// A caller from outside hands small integers over as `i32`, with whatever it has in the upper bits.
    fn bind_entry_argument(&mut self, param: Value) {
        let Type::Scalar(dtype) = self.old.ty(param) else { return self.bind_param(param) };
        if dtype.is_complex() {
            return self.bind_param(param);
        }
        if dtype == DType::Bool {
            let bits = self.b.param(Type::I32);
            let value = self.b.is_not_zero(bits);
            return self.bind(param, value);
        }
        let bits = self.b.param(machine(dtype));
        let value = self.b.extend(dtype, bits);
        self.bind(param, value);
    }

    /// A parameter of the current block.
    pub(super) fn bind_param(&mut self, param: Value) {
        let types = flat_types(&[self.old.ty(param)]);
        let values: Values = types.into_iter().map(|ty| self.b.param(ty)).collect();
        self.bind_flat(param, &mut values.into_iter());
    }

    pub(super) fn bind_results(&mut self, results: &[Value], flat: Values) {
        let mut flat = flat.into_iter();
        for result in results {
            self.bind_flat(*result, &mut flat);
        }
    }

    pub(super) fn types_of(&self, values: &[Value]) -> Vec<Type> {
        values.iter().map(|value| self.old.ty(*value)).collect()
    }

    /// Lowers the operations of a block into the current one.
    pub(super) fn lower_block(&mut self, block: Block) {
        let old = self.old;
        let insts = old.insts(block);
        let mut at = 0;
        while at < insts.len() && !self.b.is_done() {
            self.b.loc = old.loc(insts[at]);
            let row = insts[at..].iter().take_while(|inst| is_ownership(old.op(**inst))).count();
            if row > 0 {
                self.lower_ownership(&insts[at..at + row]);
                at += row;
            } else {
                self.lower_inst(insts[at]);
                at += 1;
            }
        }
    }

    fn lower_inst(&mut self, inst: Inst) {
        let old = self.old;
        let results = old.inst_results(inst);
        match (old.op(inst), results) {
            (op, [result]) if self.lower_complex_op(*result, op) => {}
            (op, [result]) if self.lower_scalar_op(*result, op) || self.lower_array_op(*result, op) => {}
            (op, _) if op.is_terminator() => self.lower_terminator(op),
            (Op::If(..) | Op::Try(..) | Op::Scope(_) | Op::Loop(..) | Op::For(..), _) => self.lower_region(inst),
            (op, _) => self.lower_effect(op, results),
        }
    }

    /// Scalar operations with one result; false if it is none.
    fn lower_scalar_op(&mut self, result: Value, op: &Op) -> bool {
        let ty = self.old.ty(result);
        let new = match op {
            Op::Const(bits) => self.constant(ty, *bits),
            Op::Unary(op, x) => self.lower_unary(*op, *x),
            Op::Binary(op, x, y) => self.lower_binary(*op, *x, *y),
            Op::Compare(op, x, y) => self.lower_compare(*op, *x, *y),
            Op::Select(cond, x, y) => {
                let [cond, x, y] = [*cond, *x, *y].map(|value| self.scalar(value));
                self.b.select(cond, x, y)
            }
            Op::Convert(x) => self.lower_conversion(*x, ty, super::build::Builder::convert),
            Op::Bitcast(x) => self.lower_conversion(*x, ty, super::build::Builder::bitcast),
            Op::Cast(op, x) => {
                let x = self.scalar(*x);
                self.b.cast(*op, x, flat_types(&[ty])[0])
            }
            Op::Vector(op, operands) => {
                let operands = self.scalars(operands);
                self.lower_vector(*op, operands)
            }
            Op::SiteNumber(site) => self.b.i32(site.as_u32() as i32 + 1),
            Op::IsRaised(x, site) => self.lower_is_raised(*x, *site),
            Op::Context => self.b.context(),
            Op::AddressOf(data) => self.b.address_of(*data),
            _ => return false,
        };
        self.bind(result, new);
        true
    }

    /// The same operation on machine types; small integers come out of lanes extended as they must be.
    fn lower_vector(&mut self, op: VecOp, operands: Values) -> Value {
        let ty = match op.result() {
            Type::Scalar(dtype) => machine(dtype),
            ty => ty,
        };
        self.b.vector(op, operands, ty)
    }

    fn constant(&mut self, ty: Type, bits: u64) -> Value {
        match ty {
            Type::Scalar(dtype) => self.b.bits(machine(dtype), machine_bits(dtype, bits)),
            _ => self.b.bits(Type::Addr, bits),
        }
    }

    fn lower_unary(&mut self, op: UnaryOp, x: Value) -> Value {
        let new = self.scalar(x);
        match self.old.ty(x) {
            Type::Scalar(dtype) => self.b.typed_unary(op, dtype, new),
            _ => new,
        }
    }

    fn lower_binary(&mut self, op: BinaryOp, x: Value, y: Value) -> Value {
        let (new_x, new_y) = (self.scalar(x), self.scalar(y));
        match self.old.ty(x) {
            Type::Scalar(dtype) => self.b.typed_binary(op, dtype, new_x, new_y),
            _ => self.b.binary(op, new_x, new_y),
        }
    }

    fn lower_compare(&mut self, op: CompareOp, x: Value, y: Value) -> Value {
        let (new_x, new_y) = (self.scalar(x), self.scalar(y));
        match self.old.ty(x) {
            Type::Scalar(dtype) => self.b.typed_compare(op, dtype, new_x, new_y),
            _ => self.b.compare(op, new_x, new_y),
        }
    }

    fn lower_conversion(
        &mut self,
        x: Value,
        to: Type,
        convert: impl FnOnce(&mut super::build::Builder, DType, DType, Value) -> Value,
    ) -> Value {
        let new = self.scalar(x);
        match (self.old.ty(x), to) {
            (Type::Scalar(from), Type::Scalar(to)) => convert(&mut self.b, from, to, new),
            _ => new,
        }
    }

    /// Operations on arrays with one result; false if it is none.
    fn lower_array_op(&mut self, result: Value, op: &Op) -> bool {
        match op {
            Op::Dim(array, axis) => self.lower_field(result, *array, |array| array.shape.get(usize::from(*axis)).copied()),
            Op::Stride(array, axis) => {
                self.lower_field(result, *array, |array| array.strides.get(usize::from(*axis)).copied());
            }
            Op::View(view) => self.lower_view(result, view),
            Op::AssumeLayout(array) => {
                let array = self.array(*array);
                self.bind_array(result, array);
            }
            Op::Empty(extents, site) => self.lower_empty(result, extents, *site),
            Op::EmptyLike(arrays, site) => self.lower_empty_like(result, arrays, *site),
            Op::LoadElem(array, at) => self.lower_load(result, *array, at),
            Op::LoadVector(array, at) => self.lower_vector_load(result, *array, at),
            Op::Borrowed(array) => self.lower_borrowed(result, *array),
            Op::Overlap(x, y) => self.lower_overlap(result, *x, *y),
            Op::SamePlace(x, y) => self.lower_same_place(result, *x, *y),
            Op::ArrayAt(p, count) => self.lower_array_at(result, *p, *count),
            Op::LoadDescriptor(p, site) => self.lower_load_descriptor(result, *p, *site),
            Op::LoadDestination(p, site) => self.lower_load_destination(result, *p, *site),
            Op::NewCells(count, layout, site) => self.lower_new_cells(result, *count, *layout, *site),
            Op::LoadCell(cells, at, field) => self.lower_load_cell(result, *cells, *at, *field),
            Op::Checked(op, x, y, site) => self.lower_checked(result, *op, *x, *y, *site),
            Op::Index(index, extent, site) => self.lower_index(result, *index, *extent, *site),
            _ => return false,
        }
        true
    }

    fn lower_field(&mut self, result: Value, array: Value, field: impl Fn(&super::arrays::Array) -> Option<Value>) {
        let array = self.array(array);
        if let Some(value) = field(&array) {
            self.bind(result, value);
        }
    }

    /// What is left: operations with effects, or with several results.
    fn lower_effect(&mut self, op: &Op, results: &[Value]) {
        match op {
            Op::Check(cond, site, args) => self.lower_check(*cond, *site, args),
            Op::OrderAxes(arrays) => self.lower_order_axes(results, arrays),
            Op::StoreElem(array, at, value) => self.lower_store(*array, at, *value),
            Op::StoreDescriptor(p, array) => self.lower_store_descriptor(*p, *array),
            Op::StoreVector(array, at, value) => self.lower_vector_store(*array, at, *value),
            Op::SetVar(var, value) => self.lower_set_var(*var, *value),
            Op::GetVar(var) => self.lower_get_var(*var, results),
            Op::StoreCell(cells, at, field, value) => self.lower_store_cell(*cells, *at, *field, *value),
            Op::MoveCells(values, size) => self.lower_move_cells(values, *size),
            Op::Call(callee, args) => self.lower_call(*callee, args, results),
            Op::Store(memory, p, offset, value) => self.lower_memory_store(*memory, *p, *offset, *value),
            Op::Load(memory, ..) => self.pass(op, memory.value_type(), results),
            Op::Alloc(_) | Op::SlotGet(_) => self.pass(op, Type::Addr, results),
            Op::Retain(_) | Op::Release(_) | Op::SlotSet(..) => {
                let op = self.with_new_operands(op);
                self.b.push(op, &[]);
            }
            _ => {}
        }
    }

    fn with_new_operands(&mut self, op: &Op) -> Op {
        let mut op = op.clone();
        op.for_each_operand_mut(&mut |value| *value = self.scalar(*value));
        op
    }

    /// Entries work on memory before it is flat; their operations stay.
    fn pass(&mut self, op: &Op, ty: Type, results: &[Value]) {
        let op = self.with_new_operands(op);
        let mut value = self.b.push_one(op, ty);
        for result in results {
            if ty == Type::I32 && self.old.ty(*result) == Type::BOOL {
                value = self.b.cast(CastOp::Bool, value, Type::BOOL);
            }
            self.bind(*result, value);
        }
    }

    fn lower_memory_store(&mut self, memory: MemType, p: Value, offset: u32, value: Value) {
        let (p, value) = (self.scalar(p), self.scalar(value));
        let value = self.b.wide_bool(value);
        self.b.push(Op::Store(memory, p, offset, value), &[]);
    }

    fn lower_call(&mut self, callee: FuncId, args: &[Value], results: &[Value]) {
        let func = &self.module.funcs[callee];
        let mut args = self.carry(args, &self.param_types(callee));
        if func.convention == Convention::Entry {
            // As from outside: see `bind_entry_argument`.
            args.iter_mut().for_each(|arg| *arg = self.b.wide_bool(*arg));
        }
        let types = super::flat_results(func);
        let mut flat = self.b.push(Op::Call(callee, args), &types);
        if func.can_raise && !flat.is_empty() {
            let status = flat.remove(0);
            self.check_call(callee, status);
        }
        self.bind_results(results, flat);
    }

    fn param_types(&self, callee: FuncId) -> Vec<Type> {
        let func = &self.module.funcs[callee];
        func.params(func.body).iter().map(|param| func.ty(*param)).collect()
    }

    fn lower_terminator(&mut self, op: &Op) {
        match op {
            Op::Return(values) => self.lower_return(values),
            Op::Raise(site, args) => {
                let args = self.scalars(args);
                self.raise(*site, &args);
            }
            Op::Reraise => {
                self.note_trace();
                self.fail();
            }
            Op::Exit(block, values) => {
                let Some(label) = self.labels[*block].clone() else { return };
                let values = self.carry(values, &label.results);
                self.b.push(Op::Exit(label.block, values), &[]);
            }
            Op::Next(block, values) => {
                let Some(label) = self.labels[*block].clone() else { return };
                let values = self.carry(values, &label.carried);
                self.b.push(Op::Next(label.block, values), &[]);
            }
            // What stands in line ends where its region ends.
            Op::Yield(_) => {}
            _ => drop(self.b.push(Op::Unreachable, &[])),
        }
    }
}
