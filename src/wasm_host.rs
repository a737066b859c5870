//! Runs a module's wasm in wasmtime, with the same arguments and results as native code.
//!
//! A call copies the buffers into the module's memory, writes a frame (result record, then descriptors), calls the
//! entry, and reads results and buffers back. What it allocated is released again, so only what the program itself
//! keeps stays in use.

use crate::Failure;
use crate::bytes::{extend, field, set_field};
use crate::call::Machine;
use npc_midend::abi::{self, buffer, context, descriptor};
use npc_midend::host::{Arg, ArrayArg, Outcome, Raised, Trace};
use npc_midend::interface::{Function, Shape};
use npc_midend::types::{ArrayType, DType};
use wasmtime::{Config, Engine, Instance, Memory, Module, Store, TypedFunc, Val};

/// Stack of the wasm code. The thread that calls must have more.
const STACK: usize = 1 << 20;

/// A module that does not keep to the ABI, or that wasmtime refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct WasmHostError(String);

/// One instance of a module.
pub struct WasmHost {
    store: Store<()>,
    instance: Instance,
    memory: Memory,
    alloc: TypedFunc<i32, i32>,
    release: TypedFunc<i32, ()>,
    countdown: u64,
    printed: String,
}

impl WasmHost {
    /// Instantiates a module, which must have no imports.
    pub fn new(wasm: &[u8]) -> Result<WasmHost, WasmHostError> {
        let refused = |error: wasmtime::Error| WasmHostError(format!("{error:#}"));
        let mut config = Config::new();
        config.max_wasm_stack(STACK);
        let engine = Engine::new(&config).map_err(refused)?;
        let module = Module::new(&engine, wasm).map_err(refused)?;
        let mut store = Store::new(&engine, ());
        let instance = Instance::new(&mut store, &module, &[]).map_err(refused)?;
        let missing = || WasmHostError("the module exports no memory".to_string());
        let memory = instance.get_memory(&mut store, "memory").ok_or_else(missing)?;
        let alloc = instance.get_typed_func(&mut store, abi::EXPORT_ALLOC).map_err(refused)?;
        let release = instance.get_typed_func(&mut store, abi::EXPORT_RELEASE).map_err(refused)?;
        Ok(WasmHost { store, instance, memory, alloc, release, countdown: 0, printed: String::new() })
    }

    /// Makes the `k`-th allocation of the next call fail; 0 lets all succeed.
    pub fn refuse_allocation(&mut self, k: u64) {
        self.countdown = k;
    }

    /// Bytes in live buffers.
    pub fn in_use(&self) -> u64 {
        self.context(context::IN_USE)
    }

    /// Bytes of the module's memory.
    pub fn memory_size(&self) -> usize {
        self.memory.data_size(&self.store)
    }

    fn context(&self, offset: u32) -> u64 {
        field(self.memory.data(&self.store), (context::WASM_ADDRESS + offset) as usize)
    }

    fn set_context(&mut self, offset: u32, value: u64) {
        set_field(self.memory.data_mut(&mut self.store), (context::WASM_ADDRESS + offset) as usize, value);
    }

    /// A new buffer: the address of its header.
    fn allocate(&mut self, bytes: usize) -> Result<u32, Failure> {
        let size = i32::try_from(bytes).map_err(|_| no_memory(bytes))?;
        match self.alloc.call(&mut self.store, size) {
            Ok(0) => Err(no_memory(bytes)),
            Ok(header) => Ok(header as u32),
            Err(error) => Err(trap(&error)),
        }
    }

    fn release(&mut self, header: u32) -> Result<(), Failure> {
        self.release.call(&mut self.store, header as i32).map_err(|error| trap(&error))
    }

    /// The part of the memory with these bytes.
    fn bytes(&mut self, at: u32, length: usize) -> Result<&mut [u8], Failure> {
        let at = at as usize;
        let memory = self.memory.data_mut(&mut self.store);
        memory.get_mut(at..at.saturating_add(length)).ok_or_else(|| broken("an address outside of the memory"))
    }

    fn run(&mut self, function: &Function, call: &mut Layout, args: &[Arg]) -> Result<Outcome, Failure> {
        let frame = call.frame + buffer::DATA;
        let record = function.result.record_size();
        let mut frame_bytes = vec![0; record as usize];
        let mut values = vec![Val::I32(frame as i32), Val::I32(context::WASM_ADDRESS as i32)];
        let shapes = function.params.iter().map(|param| param.shape.lowered());
        for (arg, shape) in args.iter().zip(shapes) {
            call.lower(arg, &shape, &mut frame_bytes, &mut values)?;
        }
        self.bytes(frame, frame_bytes.len())?.copy_from_slice(&frame_bytes);
        let status = self.enter(&function.entry, &values)?;
        let printed = self.take_text(context::TEXT, context::TEXT_LENGTH)?;
        let message = self.take_text(context::MESSAGE, context::MESSAGE_LENGTH)?;
        self.printed.push_str(&printed);
        if status != 0 {
            return Err(Failure::Raised(Raised { text: message, ..self.raised() }));
        }
        self.read(&function.result, &mut frame.clone())
    }

    /// Calls the entry; its status.
    fn enter(&mut self, entry: &str, values: &[Val]) -> Result<i32, Failure> {
        let missing = || broken(&format!("the module does not export `{entry}`"));
        let entry = self.instance.get_func(&mut self.store, entry).ok_or_else(missing)?;
        let mut status = [Val::I32(0)];
        let countdown = std::mem::take(&mut self.countdown);
        self.set_context(context::ALLOC_COUNTDOWN, countdown);
        let called = entry.call(&mut self.store, values, &mut status);
        self.set_context(context::ALLOC_COUNTDOWN, 0);
        called.map_err(|error| trap(&error))?;
        status[0].i32().ok_or_else(|| broken("the status is no i32"))
    }

    /// What calls have printed since the last time.
    pub fn take_printed(&mut self) -> String {
        std::mem::take(&mut self.printed)
    }

    /// A text that the context refers to; its buffer is released.
    fn take_text(&mut self, header: u32, length: u32) -> Result<String, Failure> {
        let (at, size) = (self.context(header) as u32, self.context(length) as usize);
        if at == 0 {
            return Ok(String::new());
        }
        let text = String::from_utf8_lossy(self.bytes(at + buffer::DATA, size)?).into_owned();
        self.set_context(header, 0);
        self.set_context(length, 0);
        self.release(at)?;
        Ok(text)
    }

    fn raised(&self) -> Raised {
        let mut args = [0; abi::context::ARG_COUNT as usize];
        for (at, arg) in args.iter_mut().enumerate() {
            *arg = self.context(context::ARGS + 8 * at as u32) as i64;
        }
        let site = (self.context(context::SITE) as u32).wrapping_sub(1);
        let half = |at: u32| (self.context(at & !7) >> (8 * (at & 7))) as u32;
        let trace = Box::new(Trace::read(half));
        Raised { site, position: self.context(context::POSITION) as u32, args, text: String::new(), trace }
    }

    /// Reads a result from the record and releases its buffers.
    fn read(&mut self, shape: &Shape, at: &mut u32) -> Result<Outcome, Failure> {
        let start = *at;
        match shape {
            Shape::None => Ok(Outcome::None),
            Shape::Scalar { dtype, weak } if dtype.is_complex() => {
                let size = dtype.itemsize();
                *at += size;
                let bytes = self.bytes(start, size as usize)?;
                let parts = match dtype {
                    DType::C64 => [field(bytes, 0) & 0xffff_ffff, field(bytes, 0) >> 32],
                    _ => [field(bytes, 0), field(bytes, 8)],
                };
                Ok(Outcome::Complex { dtype: *dtype, weak: *weak, parts })
            }
            Shape::Scalar { dtype, weak } => {
                *at += 8;
                let bits = extend(*dtype, field(self.bytes(start, 8)?, 0));
                Ok(Outcome::Scalar { dtype: *dtype, weak: *weak, bits })
            }
            Shape::Array(array) => {
                *at += descriptor::size(array.rank);
                self.read_array(*array, start)
            }
            Shape::Str => {
                *at += descriptor::size(1);
                match self.read_array(Shape::STR_ARRAY, start)? {
                    Outcome::Array { data, .. } => Ok(Outcome::Str(String::from_utf8_lossy(&data).into_owned())),
                    other => Ok(other),
                }
            }
            Shape::Tuple(members) => {
                let members: Vec<_> = members.iter().map(|member| self.read(member, at)).collect();
                Ok(Outcome::Tuple(members.into_iter().collect::<Result<_, _>>()?))
            }
            container => self.read(&container.lowered(), at),
        }
    }

    fn read_array(&mut self, array: ArrayType, at: u32) -> Result<Outcome, Failure> {
        let record = self.bytes(at, descriptor::size(array.rank) as usize)?.to_vec();
        let axes = 0..array.rank;
        let shape: Vec<_> = axes.clone().map(|axis| field(&record, descriptor::shape(axis) as usize) as usize).collect();
        let strides: Vec<_> = axes.map(|axis| field(&record, descriptor::stride(axis, array.rank) as usize) as i64).collect();
        let data = field(&record, descriptor::DATA as usize) as u32;
        let itemsize = array.dtype.itemsize();
        let elements = gather(self.memory.data(&self.store), data.into(), &shape, &strides, itemsize as usize);
        self.release(field(&record, descriptor::PARENT as usize) as u32)?;
        let data = elements.ok_or_else(|| broken("a result outside of the memory"))?;
        Ok(Outcome::Array { dtype: array.dtype, shape, data })
    }
}

impl Machine for WasmHost {
    fn call(&mut self, function: &Function, buffers: &mut [Vec<u8>], args: &[Arg]) -> Result<Outcome, Failure> {
        let mut layout = Layout { headers: Vec::new(), frame: 0 };
        let outcome = self.place(function, buffers, args, &mut layout);
        let outcome = outcome.and_then(|()| self.run(function, &mut layout, args));
        for (&header, bytes) in layout.headers.iter().zip(buffers.iter_mut()) {
            let after = self.bytes(header + buffer::DATA, bytes.len())?.to_vec();
            *bytes = after;
        }
        for header in layout.headers.into_iter().chain([layout.frame]) {
            self.release(header)?;
        }
        outcome
    }
}

impl WasmHost {
    /// Copies the buffers into the memory and makes room for the frame.
    fn place(&mut self, function: &Function, buffers: &[Vec<u8>], args: &[Arg], layout: &mut Layout) -> Result<(), Failure> {
        for bytes in buffers {
            let header = self.allocate(bytes.len())?;
            layout.headers.push(header);
            self.bytes(header + buffer::DATA, bytes.len())?.copy_from_slice(bytes);
        }
        let descriptors: u32 = args.iter().map(descriptor_bytes).sum();
        layout.frame = self.allocate((function.result.record_size() + descriptors) as usize)?;
        Ok(())
    }
}

/// Where the parts of a call are: the headers of its buffers and of its frame.
struct Layout {
    headers: Vec<u32>,
    frame: u32,
}

impl Layout {
    /// Appends the machine values of an argument; descriptors go to the end of the frame.
    fn lower(&self, arg: &Arg, shape: &Shape, frame: &mut Vec<u8>, values: &mut Vec<Val>) -> Result<(), Failure> {
        match (arg, shape) {
            (Arg::Scalar(bits), Shape::Scalar { dtype, .. }) => values.push(machine_value(*dtype, *bits)),
            (Arg::Complex(parts), Shape::Scalar { dtype, .. }) => {
                let part = dtype.part().unwrap_or(DType::F64);
                values.extend(parts.map(|bits| machine_value(part, bits)));
            }
            (Arg::Array(array), Shape::Array(_) | Shape::Str) => {
                values.push(Val::I32((self.frame + buffer::DATA) as i32 + frame.len() as i32));
                let header = self.headers.get(array.buffer).ok_or_else(|| broken("an array without its buffer"))?;
                describe(array, header + buffer::DATA, frame);
            }
            (Arg::Tuple(members), Shape::Tuple(shapes)) => {
                for (member, shape) in members.iter().zip(shapes) {
                    self.lower(member, shape, frame, values)?;
                }
            }
            (_, Shape::None) => {}
            _ => return Err(broken("an argument of another form than its parameter")),
        }
        Ok(())
    }
}

fn machine_value(dtype: DType, bits: u64) -> Val {
    match dtype {
        DType::F32 => Val::F32(bits as u32),
        DType::F64 => Val::F64(bits),
        DType::I64 | DType::U64 => Val::I64(bits as i64),
        _ => Val::I32(bits as i32),
    }
}

fn descriptor_bytes(arg: &Arg) -> u32 {
    match arg {
        Arg::Scalar(_) | Arg::Complex(_) => 0,
        Arg::Array(array) => descriptor::size(array.shape.len() as u8),
        Arg::Tuple(members) => members.iter().map(descriptor_bytes).sum(),
    }
}

/// Appends the descriptor of an array whose buffer's elements start at `base`.
fn describe(array: &ArrayArg, base: u32, frame: &mut Vec<u8>) {
    let nitems: usize = array.shape.iter().product();
    let itemsize = u64::from(array.dtype.itemsize());
    let data = u64::from(base) + array.offset as u64;
    let shape = array.shape.iter().map(|extent| *extent as u64);
    let strides = array.strides.iter().map(|stride| *stride as u64);
    for word in [0, nitems as u64, itemsize, data].into_iter().chain(shape).chain(strides) {
        frame.extend_from_slice(&word.to_le_bytes());
    }
}

/// The elements of an array in C order; `None` if one lies outside of the memory.
fn gather(memory: &[u8], data: u64, shape: &[usize], strides: &[i64], itemsize: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    gather_axis(memory, data as i64, shape, strides, itemsize, &mut bytes)?;
    Some(bytes)
}

fn gather_axis(memory: &[u8], at: i64, shape: &[usize], strides: &[i64], itemsize: usize, out: &mut Vec<u8>) -> Option<()> {
    let (Some((&extent, shape)), Some((&stride, strides))) = (shape.split_first(), strides.split_first()) else {
        let at = usize::try_from(at).ok()?;
        out.extend_from_slice(memory.get(at..at.checked_add(itemsize)?)?);
        return Some(());
    };
    for index in 0..extent {
        let at = at.checked_add(stride.checked_mul(i64::try_from(index).ok()?)?)?;
        gather_axis(memory, at, shape, strides, itemsize, out)?;
    }
    Some(())
}

fn no_memory(bytes: usize) -> Failure {
    Failure::Host { exception: "MemoryError", message: format!("Unable to allocate {bytes} bytes for the arguments") }
}

/// The module broke the ABI or stopped; neither happens in code that npc made.
fn broken(what: &str) -> Failure {
    Failure::Host { exception: "SystemError", message: what.to_string() }
}

fn trap(error: &wasmtime::Error) -> Failure {
    broken(&format!("wasm stopped: {error:#}"))
}
