//! What an object exports: a function of C in front of each entry.
//!
//! Everything that comes from C is looked at here, so that a mistake is an exception and no crash: the fields of
//! descriptors must agree with each other and with the type that the function was compiled for. Scalars have their own
//! C types (`bool`, `int8_t`, `float`…), which the entry wants as 32 bits or more.

use crate::UnsupportedTarget;
use crate::args::known_axes;
use crate::messages::Messages;
use crate::runtime::{self, MEMORY};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{AbiParam, InstBuilder, StackSlotData, StackSlotKind, Type, Value, types};
use cranelift_frontend::FunctionBuilder;
use cranelift_module::{FuncId as Symbol, Linkage, Module as Assembler};
use npc_midend::abi::{context, descriptor};
use npc_midend::interface::{Function, Shape};
use npc_midend::types::{ArrayType, DType, Layout};

/// Defines the function that the outside calls.
pub fn define(
    function: &Function,
    symbol: &str,
    entry: Symbol,
    to: &mut dyn Assembler,
    messages: &mut Messages,
) -> Result<(), UnsupportedTarget> {
    let leaves = leaves(function);
    let mut signature = to.make_signature();
    signature.params = vec![AbiParam::new(types::I64); 2];
    signature.params.extend(leaves.iter().map(|leaf| AbiParam::new(leaf.c_type())));
    signature.returns = vec![AbiParam::new(types::I32)];
    let symbol = to.declare_function(symbol, Linkage::Export, &signature)?;
    runtime::define(to, symbol, |b, to, given| {
        let mut guard = Guard { b, result: given[0], cx: given[1], messages };
        guard.clear_record();
        guard.check_results(&function.result);
        let mut args = Vec::new();
        for (leaf, value) in leaves.iter().zip(&given[2..]) {
            args.push(guard.argument(leaf, *value));
        }
        guard.call(entry, &args, &function.result, to);
    })
}

/// A machine argument.
struct Leaf {
    /// What messages call it.
    name: String,
    ty: LeafType,
}

enum LeafType {
    Scalar(DType),
    Array(ArrayType),
}

impl Leaf {
    fn c_type(&self) -> Type {
        match self.ty {
            LeafType::Array(_) => types::I64,
            LeafType::Scalar(DType::F32) => types::F32,
            LeafType::Scalar(DType::F64) => types::F64,
            LeafType::Scalar(dtype) => integer(dtype.itemsize()),
        }
    }
}

fn integer(bytes: u32) -> Type {
    match bytes {
        1 => types::I8,
        2 => types::I16,
        4 => types::I32,
        _ => types::I64,
    }
}

fn leaves(function: &Function) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for param in &function.params {
        add_leaves(&param.name, &param.shape, &mut leaves);
    }
    leaves
}

fn add_leaves(name: &str, shape: &Shape, to: &mut Vec<Leaf>) {
    match shape {
        Shape::None => {}
        Shape::Scalar { dtype, .. } => {
            let parts = dtype.part().map_or(vec![*dtype], |part| vec![part; 2]);
            to.extend(parts.into_iter().map(|dtype| Leaf { name: name.to_string(), ty: LeafType::Scalar(dtype) }));
        }
        Shape::Str => to.push(Leaf { name: name.to_string(), ty: LeafType::Array(Shape::STR_ARRAY) }),
        Shape::Array(ty) => to.push(Leaf { name: name.to_string(), ty: LeafType::Array(*ty) }),
        Shape::Tuple(members) => {
            for (at, member) in members.iter().enumerate() {
                add_leaves(&format!("{name}[{at}]"), member, to);
            }
        }
        container => add_leaves(name, &container.lowered(), to),
    }
}

struct Guard<'a, 'b> {
    b: &'a mut FunctionBuilder<'b>,
    result: Value,
    cx: Value,
    messages: &'a mut Messages,
}

impl Guard<'_, '_> {
    /// What an earlier call has raised is over.
    fn clear_record(&mut self) {
        let zero = self.b.ins().iconst(types::I64, 0);
        for field in [context::SITE, context::POSITION] {
            self.b.ins().store(MEMORY, zero, self.cx, field as i32);
        }
    }

    fn argument(&mut self, leaf: &Leaf, value: Value) -> Value {
        match leaf.ty {
            LeafType::Scalar(dtype) => self.scalar(dtype, value),
            LeafType::Array(ty) => {
                let null = self.b.ins().icmp_imm_u(IntCC::NotEqual, value, 0);
                self.require(null, "TypeError", format!("{}: expected {}, got NULL", leaf.name, Shape::Array(ty).name()), &[]);
                self.check_array(&leaf.name, ty, value);
                value
            }
        }
    }

    /// C does not say what the upper bits of a register hold.
    fn scalar(&mut self, dtype: DType, value: Value) -> Value {
        match dtype {
            DType::Bool => self.b.ins().icmp_imm_u(IntCC::NotEqual, value, 0),
            DType::I8 | DType::I16 => self.b.ins().sextend(types::I32, value),
            DType::U8 | DType::U16 => self.b.ins().uextend(types::I32, value),
            _ => value,
        }
    }

    /// A bool where the entry takes 32 bits.
    fn widened(&mut self, value: Value, wanted: Type) -> Value {
        let is_bool = self.b.func.dfg.value_type(value) == types::I8 && wanted == types::I32;
        if is_bool { self.b.ins().uextend(wanted, value) } else { value }
    }

    // ---- results

    fn check_results(&mut self, shape: &Shape) {
        if shape.record_size() == 0 {
            return;
        }
        let there = self.b.ins().icmp_imm_u(IntCC::NotEqual, self.result, 0);
        self.require(there, "ValueError", "result is NULL".to_string(), &[]);
        self.check_destinations("result", shape, 0);
    }

    /// An array result that has data is a destination.
    fn check_destinations(&mut self, name: &str, shape: &Shape, offset: u32) {
        match shape {
            Shape::None | Shape::Scalar { .. } => {}
            Shape::Str => self.check_destinations(name, &Shape::Array(Shape::STR_ARRAY), offset),
            Shape::Array(ty) => {
                let address = self.b.ins().iadd_imm_s(self.result, i64::from(offset));
                let data = self.load(address, descriptor::DATA);
                let [given, after] = std::array::from_fn(|_| self.b.create_block());
                self.b.ins().brif(data, given, &[], after, &[]);
                self.b.switch_to_block(given);
                self.check_array(name, ArrayType::new(ty.dtype, ty.rank, Layout::ANY), address);
                self.b.ins().jump(after, &[]);
                self.b.switch_to_block(after);
            }
            Shape::Tuple(members) => {
                let mut offset = offset;
                for (at, member) in members.iter().enumerate() {
                    self.check_destinations(&format!("{name}[{at}]"), member, offset);
                    offset += member.record_size();
                }
            }
            container => self.check_destinations(name, &container.lowered(), offset),
        }
    }

    fn call(&mut self, entry: Symbol, args: &[Value], result: &Shape, to: &mut dyn Assembler) {
        let narrow = narrow_type(result);
        let record = match narrow {
            Some(_) => {
                let slot = self.b.create_sized_stack_slot(StackSlotData::new(StackSlotKind::ExplicitSlot, 8, 3));
                self.b.ins().stack_addr(types::I64, slot, 0)
            }
            None => self.result,
        };
        let wanted = to.declarations().get_function_decl(entry).signature.clone();
        let args = [record, self.cx].into_iter().chain(args.iter().copied());
        let args: Vec<_> = args.zip(&wanted.params).map(|(arg, param)| self.widened(arg, param.value_type)).collect();
        let callee = to.declare_func_in_func(entry, self.b.func);
        let call = self.b.ins().call(callee, &args);
        let status = self.b.inst_results(call)[0];
        if let Some(narrow) = narrow {
            self.narrow_result(status, record, narrow);
        }
        self.b.ins().return_(&[status]);
    }

    /// A small scalar stands in a record with 32 bits; C has room for those of its type.
    fn narrow_result(&mut self, status: Value, record: Value, ty: Type) {
        let [done, after] = std::array::from_fn(|_| self.b.create_block());
        self.b.ins().brif(status, after, &[], done, &[]);
        self.b.switch_to_block(done);
        let value = self.b.ins().load(ty, MEMORY, record, 0);
        self.b.ins().store(MEMORY, value, self.result, 0);
        self.b.ins().jump(after, &[]);
        self.b.switch_to_block(after);
    }

    // ---- descriptors

    fn check_array(&mut self, name: &str, ty: ArrayType, array: Value) {
        let expected = Shape::Array(ty).name();
        let item = i64::from(ty.dtype.itemsize());
        let itemsize = self.load(array, descriptor::ITEMSIZE);
        let right = self.b.ins().icmp_imm_s(IntCC::Equal, itemsize, item);
        let message = format!("{name}: expected {expected}, whose itemsize is {item}, got an itemsize of {{0}}");
        self.require(right, "TypeError", message, &[itemsize]);
        let shape = self.fields(array, (0..ty.rank).map(descriptor::shape));
        self.check_extents(name, &shape);
        let nitems = self.load(array, descriptor::NITEMS);
        self.check_count(name, nitems, &shape, item);
        let after = self.b.create_block();
        let some = self.b.create_block();
        self.b.ins().brif(nitems, some, &[], after, &[]);
        self.b.switch_to_block(some);
        let data = self.load(array, descriptor::DATA);
        let there = self.b.ins().icmp_imm_u(IntCC::NotEqual, data, 0);
        self.require(there, "ValueError", format!("{name}: data is NULL, but there are {{0}} elements"), &[nitems]);
        self.check_strides(name, ty, array, &shape);
        self.b.ins().jump(after, &[]);
        self.b.switch_to_block(after);
    }

    fn check_extents(&mut self, name: &str, shape: &[Value]) {
        for (axis, extent) in shape.iter().enumerate() {
            let positive = self.b.ins().icmp_imm_s(IntCC::SignedGreaterThanOrEqual, *extent, 0);
            self.require(positive, "ValueError", format!("{name}: the extent of axis {axis} is {{0}}"), &[*extent]);
        }
    }

    /// `nitems` is the product of the extents, and so many elements can be.
    fn check_count(&mut self, name: &str, nitems: Value, shape: &[Value], item: i64) {
        let mut count = self.b.ins().iconst(types::I64, 1);
        let mut bytes = self.b.ins().iconst(types::I64, item);
        let mut too_large = self.b.ins().iconst(types::I8, 0);
        for extent in shape {
            count = self.b.ins().imul(count, *extent);
            let (product, overflow) = self.b.ins().smul_overflow(bytes, *extent);
            bytes = product;
            too_large = self.b.ins().bor(too_large, overflow);
        }
        let equal = self.b.ins().icmp(IntCC::Equal, nitems, count);
        let message = format!("{name}: nitems is {{0}}, but the shape has {{1}} elements");
        self.require(equal, "ValueError", message, &[nitems, count]);
        // An extent of 0 makes the others harmless.
        let empty = shape.iter().fold(None, |empty, extent| {
            let zero = self.b.ins().icmp_imm_s(IntCC::Equal, *extent, 0);
            Some(empty.map_or(zero, |empty| self.b.ins().bor(empty, zero)))
        });
        if let Some(empty) = empty {
            let fits = self.b.ins().bxor_imm_u(too_large, 1);
            let fits = self.b.ins().bor(fits, empty);
            self.require(fits, "ValueError", format!("{name}: the shape has too many elements"), &[]);
        }
    }

    /// The strides that the layout determines; an axis that is never walked may have any.
    fn check_strides(&mut self, name: &str, ty: ArrayType, array: Value, shape: &[Value]) {
        let mut axes: Vec<usize> = known_axes(ty).collect();
        if ty.layout != Layout::F {
            axes.reverse();
        }
        let mut wanted = self.b.ins().iconst(types::I64, i64::from(ty.dtype.itemsize()));
        for axis in axes {
            let stride = self.load(array, descriptor::stride(axis as u8, ty.rank));
            let equal = self.b.ins().icmp(IntCC::Equal, stride, wanted);
            let single = self.b.ins().icmp_imm_s(IntCC::Equal, shape[axis], 1);
            let fits = self.b.ins().bor(equal, single);
            let expected = Shape::Array(ty).name();
            let message = format!("{name}: expected {expected}, but the stride of axis {axis} is {{0}} and not {{1}}");
            self.require(fits, "ValueError", message, &[stride, wanted]);
            wanted = self.b.ins().imul(wanted, shape[axis]);
        }
    }

    fn fields(&mut self, array: Value, offsets: impl Iterator<Item = u32>) -> Vec<Value> {
        offsets.map(|offset| self.load(array, offset)).collect()
    }

    fn load(&mut self, base: Value, offset: u32) -> Value {
        self.b.ins().load(types::I64, MEMORY, base, offset as i32)
    }

    /// Raises unless the condition holds; `{0}`… in the message stand for the arguments.
    fn require(&mut self, cond: Value, exception: &str, message: String, args: &[Value]) {
        let site = self.messages.site(exception, message);
        let [fail, after] = std::array::from_fn(|_| self.b.create_block());
        self.b.ins().brif(cond, after, &[], fail, &[]);
        self.b.switch_to_block(fail);
        self.b.set_cold_block(fail);
        for (at, arg) in args.iter().enumerate() {
            self.b.ins().store(MEMORY, *arg, self.cx, (context::ARGS + 8 * at as u32) as i32);
        }
        let number = self.b.ins().iconst(types::I64, i64::from(site) + 1);
        self.b.ins().store(MEMORY, number, self.cx, context::SITE as i32);
        let raised = self.b.ins().iconst(types::I32, 1);
        self.b.ins().return_(&[raised]);
        self.b.switch_to_block(after);
    }
}

/// The C type of a result that is one scalar of less than 32 bits.
fn narrow_type(result: &Shape) -> Option<Type> {
    match result {
        Shape::Scalar { dtype, .. } if dtype.itemsize() < 4 => Some(integer(dtype.itemsize())),
        _ => None,
    }
}
