//! Words of the library for strings: bytes without checks, and the buffers of the context.

use crate::cx::{Cx, R, Stop};
use crate::object::ObjectTy;
use crate::value::{TEXT, Ty, Val};
use npc_base::Code;
use npc_midend::abi::{buffer, context};
use npc_midend::ir::{BinaryOp, CastOp, CompareOp, MemType, Op, Value, Values};
use npc_midend::types::{DType, Type};

/// The words, as `npc.word`.
pub(crate) const WORDS: &[&str] = &[
    "npc.peek",
    "npc.byte",
    "npc.bytes",
    "npc.is_tuple",
    "npc.limbs",
    "npc.message",
    "npc.message_size",
    "npc.new_message",
    "npc.new_texts",
    "npc.part",
    "npc.print_buffer",
    "npc.print_capacity",
    "npc.printed",
    "npc.poke",
    "npc.release",
    "npc.replace_print_buffer",
    "npc.set_printed",
    "npc.size",
    "npc.text",
];

impl Cx<'_> {
    pub fn text_word(&mut self, word: &str, args: &[Val]) -> R<Val> {
        match (word, args) {
            ("size", [s]) => {
                let bytes = self.bytes_of(s)?;
                Ok(Val::weak(self.dim(bytes, 0), DType::I64))
            }
            ("byte" | "peek", [s, at]) => {
                let bytes = self.bytes_of(s)?;
                let at = self.index_value(at, "the place")?;
                let dtype = self.array_type(bytes).dtype;
                let element = self.push1(Op::LoadElem(bytes, Values::from_slice(&[at])), Type::Scalar(dtype));
                Ok(Val::weak(self.convert(element, DType::I64), DType::I64))
            }
            ("poke", [array, at, x]) => {
                let array = self.bytes_of(array)?;
                let at = self.index_value(at, "the place")?;
                let x = self.index_value(x, "the value")?;
                let dtype = self.array_type(array).dtype;
                let x = self.convert(x, dtype);
                self.push(Op::StoreElem(array, Values::from_slice(&[at]), x), &[]);
                Ok(Val::None)
            }
            ("bytes" | "limbs", [n]) => {
                let n = self.index_value(n, "the number")?;
                let dtype = if word == "bytes" { DType::U8 } else { DType::I64 };
                Ok(Val::Array(self.empty(dtype, Values::from_slice(&[n]))))
            }
            ("text", [bytes, end]) => {
                let zero = self.int(0);
                let bytes = self.bytes_of(bytes)?;
                let end = self.index_value(end, "the end")?;
                Ok(Val::Text(self.text_part(bytes, zero, end)))
            }
            ("part", [s, start, end]) => {
                let bytes = self.bytes_of(s)?;
                let (start, end) = (self.index_value(start, "the start")?, self.index_value(end, "the end")?);
                Ok(Val::Text(self.text_part(bytes, start, end)))
            }
            ("new_texts", []) => {
                let object = ObjectTy::list(Ty::Text);
                let value = self.new_object(&object);
                Ok(Val::Object(object, value))
            }
            ("is_tuple", [x]) => Ok(Val::weak(self.boolean(matches!(x, Val::Tuple(_))), DType::Bool)),
            _ => self.buffer_word(word, args),
        }
    }

    fn bytes_of(&mut self, val: &Val) -> R<Value> {
        match val {
            Val::Array(value) => Ok(*value),
            other => self.text(other),
        }
    }

    /// The printed text and the message of an exception lie in buffers that the context refers to.
    fn buffer_word(&mut self, word: &str, args: &[Val]) -> R<Val> {
        match (word, args) {
            ("printed", []) => Ok(Val::weak(self.context_word(context::TEXT_LENGTH), DType::I64)),
            ("set_printed", [n]) => {
                let n = self.index_value(n, "the length")?;
                self.set_context_word(context::TEXT_LENGTH, n);
                Ok(Val::None)
            }
            ("print_capacity", []) => self.print_capacity(),
            ("print_buffer", []) => {
                let Val::Scalar(capacity) = self.print_capacity()? else { return Err(Stop) };
                Ok(Val::Array(self.buffer_at(context::TEXT, capacity.value)))
            }
            ("replace_print_buffer", [capacity]) => {
                let capacity = self.index_value(capacity, "the capacity")?;
                let old = self.context_word(context::TEXT);
                self.fresh_buffer(context::TEXT, capacity)?;
                Ok(Val::weak(old, DType::I64))
            }
            ("release", [header]) => {
                let header = self.index_value(header, "the buffer")?;
                let header = self.push1(Op::Cast(CastOp::ToAddr, header), Type::Addr);
                self.push(Op::Release(header), &[]);
                Ok(Val::None)
            }
            ("message_size", []) => Ok(Val::weak(self.context_word(context::MESSAGE_LENGTH), DType::I64)),
            ("message", []) => {
                let size = self.context_word(context::MESSAGE_LENGTH);
                Ok(Val::Array(self.buffer_at(context::MESSAGE, size)))
            }
            ("new_message", [size]) => {
                let size = self.index_value(size, "the size")?;
                let context = self.push1(Op::Context, Type::Addr);
                let old = self.push1(Op::Load(MemType::Addr, context, context::MESSAGE), Type::Addr);
                self.push(Op::Release(old), &[]);
                let zero = self.int(0);
                self.set_context_word(context::MESSAGE, zero);
                self.fresh_buffer(context::MESSAGE, size)?;
                self.set_context_word(context::MESSAGE_LENGTH, size);
                Ok(Val::Array(self.buffer_at(context::MESSAGE, size)))
            }
            _ => Err(self.error(Code::WrongArguments, format!("the library calls npc.{word} with {} arguments", args.len()))),
        }
    }

    pub(super) fn context_word(&mut self, field: u32) -> Value {
        let context = self.push1(Op::Context, Type::Addr);
        self.push1(Op::Load(MemType::I64, context, field), Type::I64)
    }

    fn set_context_word(&mut self, field: u32, value: Value) {
        let context = self.push1(Op::Context, Type::Addr);
        self.push(Op::Store(MemType::I64, context, field, value), &[]);
    }

    /// Bytes of the buffer for printed text; none if there is no buffer yet.
    fn print_capacity(&mut self) -> R<Val> {
        let header = self.context_word(context::TEXT);
        let zero = self.int(0);
        let there = self.compare(CompareOp::Ne, header, zero);
        let results = self.if_else(
            there,
            &[Type::I64],
            |cx| {
                let header = cx.push1(Op::Cast(CastOp::ToAddr, header), Type::Addr);
                Ok(Values::from_slice(&[cx.push1(Op::Load(MemType::I64, header, buffer::SIZE), Type::I64)]))
            },
            |cx| Ok(Values::from_slice(&[cx.int(0)])),
        )?;
        Ok(Val::weak(results[0], DType::I64))
    }

    /// The bytes of a buffer that the context refers to.
    pub(super) fn buffer_at(&mut self, field: u32, size: Value) -> Value {
        let context = self.push1(Op::Context, Type::Addr);
        let header = self.push1(Op::Load(MemType::Addr, context, field), Type::Addr);
        let offset = self.push1(Op::Const(u64::from(buffer::DATA)), Type::Addr);
        let start = self.push1(Op::Binary(BinaryOp::Add, header, offset), Type::Addr);
        self.push1(Op::ArrayAt(start, size), Type::Array(TEXT))
    }

    fn fresh_buffer(&mut self, field: u32, size: Value) -> R<()> {
        let fresh = self.push1(Op::Alloc(size), Type::Addr);
        let header = self.push1(Op::Cast(CastOp::FromAddr, fresh), Type::I64);
        let zero = self.int(0);
        let there = self.compare(CompareOp::Ne, header, zero);
        self.check(there, "MemoryError", "", &[])?;
        let context = self.push1(Op::Context, Type::Addr);
        self.push(Op::Store(MemType::Addr, context, field, fresh), &[]);
        Ok(())
    }
}
