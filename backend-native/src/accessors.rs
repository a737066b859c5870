//! The functions of an object that tell what was raised, from the context and the tables of `messages.rs`:
//!
//! ```text
//! const char *error_type(cx)      const char *error_file(cx)      const char *error_function(cx)
//! int32_t error_line(cx)          size_t error_message(cx, char *buffer, size_t size)      as snprintf
//! ```
//!
//! They need no memory and no library. What is not known is an empty text or line 0.

use crate::UnsupportedTarget;
use crate::messages::FIRST_ARGUMENT;
use crate::runtime::{self, MEMORY};
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{AbiParam, Block, InstBuilder, Type, Value, types};
use cranelift_frontend::{FunctionBuilder, Variable};
use cranelift_module::{DataId, Linkage, Module as Assembler};
use npc_midend::abi::{buffer, context};

/// A table of rows that a field of the context points into.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The field.
    pub index: u32,
    /// What it is for the first row.
    pub first: u32,
    /// Offset of the first row.
    pub start: u32,
    /// Number of rows.
    pub count: u32,
    /// Size of a row.
    pub bytes: u32,
}

/// The tables of an object.
#[derive(Clone, Copy)]
pub struct Tables {
    /// All of them.
    pub data: DataId,
    /// Type and message of what was raised.
    pub sites: Rows,
    /// File, line and function.
    pub positions: Rows,
    /// Offset of an empty text.
    pub none: u32,
    /// Messages may be made at run time.
    pub texts: bool,
}

impl Tables {
    /// Defines the functions.
    pub fn define(self, prefix: &str, to: &mut dyn Assembler) -> Result<(), UnsupportedTarget> {
        self.text(&format!("{prefix}error_type"), self.sites, 0, to)?;
        self.message(&format!("{prefix}error_message"), to)?;
        self.text(&format!("{prefix}error_file"), self.positions, 0, to)?;
        self.number(&format!("{prefix}error_line"), self.positions, 4, to)?;
        self.text(&format!("{prefix}error_function"), self.positions, 8, to)
    }

    /// `const char *name(cx)`
    fn text(self, name: &str, rows: Rows, field: u32, to: &mut dyn Assembler) -> Result<(), UnsupportedTarget> {
        define(to, name, &[types::I64], types::I64, |b, to, given| {
            let base = self.base(b, to);
            let offset = cell(b, base, given[0], rows, field, self.none);
            let offset = b.ins().uextend(types::I64, offset);
            b.ins().iadd(base, offset)
        })
    }

    /// `int32_t name(cx)`
    fn number(self, name: &str, rows: Rows, field: u32, to: &mut dyn Assembler) -> Result<(), UnsupportedTarget> {
        define(to, name, &[types::I64], types::I32, |b, to, given| {
            let base = self.base(b, to);
            cell(b, base, given[0], rows, field, 0)
        })
    }

    /// `size_t name(cx, buffer, size)`
    fn message(self, name: &str, to: &mut dyn Assembler) -> Result<(), UnsupportedTarget> {
        define(to, name, &[types::I64; 3], types::I64, |b, to, given| {
            let base = self.base(b, to);
            let offset = cell(b, base, given[0], self.sites, 4, self.none);
            let offset = b.ins().uextend(types::I64, offset);
            let text = b.ins().iadd(base, offset);
            let mut out = Output::new(b, given[1], given[2], self.texts);
            out.write(given[0], text);
            out.finish(given[2])
        })
    }

    fn base(self, b: &mut FunctionBuilder<'_>, to: &mut dyn Assembler) -> Value {
        let data = to.declare_data_in_func(self.data, b.func);
        b.ins().symbol_value(types::I64, data)
    }
}

/// A 32-bit cell of the row that the context names, or `none`.
fn cell(b: &mut FunctionBuilder<'_>, base: Value, cx: Value, rows: Rows, field: u32, none: u32) -> Value {
    let [inside, after] = std::array::from_fn(|_| b.create_block());
    let cell = b.append_block_param(after, types::I32);
    let index = b.ins().load(types::I64, MEMORY, cx, rows.index as i32);
    let row = b.ins().iadd_imm_s(index, -i64::from(rows.first));
    let known = b.ins().icmp_imm_u(IntCC::UnsignedLessThan, row, i64::from(rows.count));
    let none = b.ins().iconst(types::I32, i64::from(none));
    b.ins().brif(known, inside, &[], after, &[none.into()]);
    b.switch_to_block(inside);
    let offset = b.ins().imul_imm_s(row, i64::from(rows.bytes));
    let address = b.ins().iadd(base, offset);
    let found = b.ins().load(types::I32, MEMORY, address, (rows.start + field) as i32);
    b.ins().jump(after, &[found.into()]);
    b.switch_to_block(after);
    cell
}

/// Text on its way into a buffer that may be too small for it.
struct Output<'a, 'b> {
    b: &'a mut FunctionBuilder<'b>,
    buffer: Value,
    /// Characters that the buffer has room for.
    room: Value,
    /// Characters so far.
    length: Variable,
    /// Messages may be made at run time.
    texts: bool,
}

impl Output<'_, '_> {
    fn new<'a, 'b>(b: &'a mut FunctionBuilder<'b>, buffer: Value, size: Value, texts: bool) -> Output<'a, 'b> {
        let length = b.declare_var(types::I64);
        let zero = b.ins().iconst(types::I64, 0);
        b.def_var(length, zero);
        let less = b.ins().iadd_imm_s(size, -1);
        let room = b.ins().select(size, less, zero);
        Output { b, buffer, room, length, texts }
    }

    /// Writes a message, with the arguments that the context holds.
    fn write(&mut self, cx: Value, text: Value) {
        let at = self.variable(text);
        let [head, some, number, plain, done] = self.blocks();
        self.go(head);
        let place = self.b.use_var(at);
        let byte = self.b.ins().uload8(types::I64, MEMORY, place, 0);
        self.b.ins().brif(byte, some, &[], done, &[]);

        self.b.switch_to_block(some);
        let next = self.b.ins().iadd_imm_s(place, 1);
        self.b.def_var(at, next);
        let argument = self.b.ins().iadd_imm_s(byte, -i64::from(FIRST_ARGUMENT));
        let is_text = self.b.ins().icmp_imm_s(IntCC::SignedLessThan, argument, 0);
        self.b.ins().brif(is_text, plain, &[], number, &[]);

        self.b.switch_to_block(plain);
        if self.texts {
            let [text, character] = self.blocks();
            let is_character = self.b.ins().icmp_imm_s(IntCC::NotEqual, argument, -1);
            self.b.ins().brif(is_character, character, &[], text, &[]);
            self.b.switch_to_block(text);
            self.text(cx);
            self.b.ins().jump(head, &[]);
            self.b.switch_to_block(character);
        }
        self.put(byte);
        self.b.ins().jump(head, &[]);

        self.b.switch_to_block(number);
        let offset = self.b.ins().imul_imm_s(argument, 8);
        let address = self.b.ins().iadd(cx, offset);
        let value = self.b.ins().load(types::I64, MEMORY, address, context::ARGS as i32);
        self.decimal(value);
        self.b.ins().jump(head, &[]);
        self.b.switch_to_block(done);
    }

    /// Writes the text that the context refers to.
    fn text(&mut self, cx: Value) {
        let [head, more, done] = self.blocks();
        let header = self.b.ins().load(types::I64, MEMORY, cx, context::MESSAGE as i32);
        let length = self.b.ins().load(types::I64, MEMORY, cx, context::MESSAGE_LENGTH as i32);
        let start = self.b.ins().iadd_imm_s(header, i64::from(buffer::DATA));
        let zero = self.b.ins().iconst(types::I64, 0);
        let at = self.variable(zero);
        self.b.ins().brif(header, head, &[], done, &[]);
        self.b.switch_to_block(head);
        let now = self.b.use_var(at);
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, now, length);
        self.b.ins().brif(inside, more, &[], done, &[]);
        self.b.switch_to_block(more);
        let place = self.b.ins().iadd(start, now);
        let byte = self.b.ins().uload8(types::I64, MEMORY, place, 0);
        self.put(byte);
        let next = self.b.ins().iadd_imm_s(now, 1);
        self.b.def_var(at, next);
        self.b.ins().jump(head, &[]);
        self.b.switch_to_block(done);
    }

    /// Writes a signed number: the sign, then each digit by its power of ten.
    fn decimal(&mut self, value: Value) {
        let [minus, digits, grow, larger, head, more, after] = self.blocks();
        let negative = self.b.ins().icmp_imm_s(IntCC::SignedLessThan, value, 0);
        let opposite = self.b.ins().ineg(value);
        let magnitude = self.b.ins().select(negative, opposite, value);
        self.b.ins().brif(negative, minus, &[], digits, &[]);
        self.b.switch_to_block(minus);
        let sign = self.b.ins().iconst(types::I64, i64::from(b'-'));
        self.put(sign);
        self.go(digits);

        let ten = self.b.ins().iconst(types::I64, 10);
        let one = self.b.ins().iconst(types::I64, 1);
        let (left, power) = (self.variable(magnitude), self.variable(one));
        self.go(grow);
        let now = self.b.use_var(power);
        let leading = self.b.ins().udiv(magnitude, now);
        let enough = self.b.ins().icmp(IntCC::UnsignedLessThan, leading, ten);
        self.b.ins().brif(enough, head, &[], larger, &[]);
        self.b.switch_to_block(larger);
        let next = self.b.ins().imul(now, ten);
        self.b.def_var(power, next);
        self.b.ins().jump(grow, &[]);

        self.b.switch_to_block(head);
        let now = self.b.use_var(power);
        self.b.ins().brif(now, more, &[], after, &[]);
        self.b.switch_to_block(more);
        let rest = self.b.use_var(left);
        let digit = self.b.ins().udiv(rest, now);
        let character = self.b.ins().iadd_imm_s(digit, i64::from(b'0'));
        self.put(character);
        let taken = self.b.ins().imul(digit, now);
        let rest = self.b.ins().isub(rest, taken);
        self.b.def_var(left, rest);
        let lower = self.b.ins().udiv(now, ten);
        self.b.def_var(power, lower);
        self.b.ins().jump(head, &[]);
        self.b.switch_to_block(after);
    }

    /// Writes a character, if there is room, and counts it.
    fn put(&mut self, character: Value) {
        let [store, after] = self.blocks();
        let length = self.b.use_var(self.length);
        let fits = self.b.ins().icmp(IntCC::UnsignedLessThan, length, self.room);
        self.b.ins().brif(fits, store, &[], after, &[]);
        self.b.switch_to_block(store);
        let place = self.b.ins().iadd(self.buffer, length);
        self.b.ins().istore8(MEMORY, character, place, 0);
        self.go(after);
        let length = self.b.ins().iadd_imm_s(length, 1);
        self.b.def_var(self.length, length);
    }

    /// Ends the text; its whole length.
    fn finish(self, size: Value) -> Value {
        let b = self.b;
        let [end, after] = std::array::from_fn(|_| b.create_block());
        let length = b.use_var(self.length);
        b.ins().brif(size, end, &[], after, &[]);
        b.switch_to_block(end);
        let last = b.ins().umin(length, self.room);
        let place = b.ins().iadd(self.buffer, last);
        let zero = b.ins().iconst(types::I32, 0);
        b.ins().istore8(MEMORY, zero, place, 0);
        b.ins().jump(after, &[]);
        b.switch_to_block(after);
        length
    }

    fn variable(&mut self, value: Value) -> Variable {
        let variable = self.b.declare_var(types::I64);
        self.b.def_var(variable, value);
        variable
    }

    fn blocks<const N: usize>(&mut self) -> [Block; N] {
        std::array::from_fn(|_| self.b.create_block())
    }

    /// Goes on in a block.
    fn go(&mut self, to: Block) {
        self.b.ins().jump(to, &[]);
        self.b.switch_to_block(to);
    }
}

/// Defines a function of C that returns the value of the closure.
fn define(
    to: &mut dyn Assembler,
    name: &str,
    params: &[Type],
    result: Type,
    body: impl FnOnce(&mut FunctionBuilder<'_>, &mut dyn Assembler, &[Value]) -> Value,
) -> Result<(), UnsupportedTarget> {
    let mut signature = to.make_signature();
    signature.params = params.iter().map(|ty| AbiParam::new(*ty)).collect();
    signature.returns = vec![AbiParam::new(result)];
    let symbol = to.declare_function(name, Linkage::Export, &signature)?;
    runtime::define(to, symbol, |b, to, given| {
        let value = body(b, to, given);
        b.ins().return_(&[value]);
    })
}
