//! Where compiled code is entered and its memory read.
//!
//! It rests on this: the code comes from verified IR, which accesses what descriptors, buffers and the context
//! describe; [`Prepared`] arguments describe memory that is lent for the call; the result record describes memory
//! that the call has handed over and that is released here.

#![expect(unsafe_code, reason = "compiled code is reached through addresses")]

use crate::args::Prepared;
use crate::context::Context;
use crate::results::{self, Returned};
use cranelift_jit::{JITBuilder, JITModule};
use cranelift_module::FuncId as Symbol;
use npc_midend::abi::buffer;
use npc_midend::host::{Outcome, Raised};
use npc_midend::interface::Shape;
use std::ffi::c_void;
use std::ptr;
use std::slice;
use std::sync::Mutex;

unsafe extern "C" {
    pub fn malloc(bytes: usize) -> *mut c_void;
    pub fn free(buffer: *mut c_void);
}

/// Tells the linker of the JIT what compiled code imports.
pub fn add_imports(builder: &mut JITBuilder) {
    builder.symbol("malloc", malloc as *const u8);
    builder.symbol("free", free as *const u8);
}

/// An entry behind its trampoline: result record, context, one word for each argument.
type Enter = unsafe extern "C" fn(*mut u64, *mut u64, *const u64) -> i32;
/// `npc.release`: context, header of a buffer.
type Release = unsafe extern "C" fn(*mut u64, u64);

/// Executable code; freed with the last handle.
pub struct Code {
    /// Never locked but to drop it: `JITModule` is not `Sync`, and nothing reads it after linking.
    module: Mutex<Option<JITModule>>,
    entries: Vec<Enter>,
    release: Release,
}

impl Code {
    /// Takes over linked code.
    pub fn new(module: JITModule, trampolines: &[Symbol], release: Symbol) -> Code {
        let address = |symbol: Symbol| module.get_finalized_function(symbol);
        // SAFETY: trampolines have been compiled with this signature in the machine's C convention.
        let enter = |symbol: &Symbol| unsafe { std::mem::transmute::<*const u8, Enter>(address(*symbol)) };
        let entries = trampolines.iter().map(enter).collect();
        // SAFETY: so has the release function.
        let release = unsafe { std::mem::transmute::<*const u8, Release>(address(release)) };
        Code { module: Mutex::new(Some(module)), entries, release }
    }

    /// Calls entry number `entry`, whose parameters the arguments were checked against and whose result this is.
    pub fn call(&self, entry: usize, result: &Shape, context: &mut Context, args: Prepared<'_>) -> Result<Outcome, Raised> {
        let mut record = vec![0; result.record_size() as usize / 8];
        // SAFETY: the record has the size that the entry writes, and the arguments are what the entry takes.
        let status = unsafe { self.enter(entry, &mut record, context, args.words()) };
        if let Err(raised) = status {
            args.give_back();
            return Err(raised);
        }
        let mut parents = Vec::new();
        let outcome = results::take(&mut record.as_slice(), result, &mut |array| {
            parents.push(array.parent);
            // SAFETY: the record has just been written, and its buffers are released below.
            unsafe { gather(array) }
        });
        args.give_back();
        for parent in parents {
            // SAFETY: the record came with one reference for each array in it.
            unsafe { self.release(context, parent) };
        }
        Ok(outcome)
    }

    /// Calls entry number `entry` and hands on what it has printed.
    ///
    /// # Safety
    ///
    /// The record is as large as the entry writes, and holds zeros or destinations; the words are what the entry takes,
    /// and the memory that both describe is good until it returns.
    pub unsafe fn enter(&self, entry: usize, record: &mut [u64], context: &mut Context, words: &[u64]) -> Result<(), Raised> {
        let start = context.start()?;
        // SAFETY: the caller's promise; the context is laid out as the code expects, and exclusive.
        let status = unsafe { self.entries[entry](record.as_mut_ptr(), start, words.as_ptr()) };
        // SAFETY: what the code has left there is the context's.
        let printed = context.take_text().map(|text| unsafe { self.take(context, text) });
        // SAFETY: as above.
        let message = context.take_message().map(|text| unsafe { self.take(context, text) });
        if let Some(text) = printed.filter(|text| !text.is_empty()) {
            context.print(&text);
        }
        if status == 0 { Ok(()) } else { Err(Raised { text: message.unwrap_or_default(), ..context.raised() }) }
    }

    /// The text in a buffer, which is released.
    ///
    /// # Safety
    ///
    /// There is a buffer with this header, the reference is the caller's, and it holds so many bytes.
    unsafe fn take(&self, context: &mut Context, [header, length]: [u64; 2]) -> String {
        let bytes = ptr::with_exposed_provenance::<u8>(header as usize + buffer::DATA as usize);
        // SAFETY: the caller's promise.
        let text = unsafe { slice::from_raw_parts(bytes, length as usize) };
        let text = String::from_utf8_lossy(text).into_owned();
        // SAFETY: as above.
        unsafe { self.release(context, header) };
        text
    }

    /// Drops a reference to a buffer; 0 is ignored.
    ///
    /// # Safety
    ///
    /// The reference is the caller's.
    pub unsafe fn release(&self, context: &mut Context, header: u64) {
        // SAFETY: the caller's promise.
        unsafe { (self.release)(context.words(), header) };
    }
}

impl Drop for Code {
    fn drop(&mut self) {
        let module = self.module.get_mut().ok().and_then(Option::take);
        if let Some(module) = module {
            // SAFETY: calls borrow the code, so none is under way, and the addresses are gone with `self`.
            unsafe { module.free_memory() };
        }
    }
}

/// Copies the elements in C order.
///
/// # Safety
///
/// The array must describe initialised memory.
pub unsafe fn gather(array: &Returned) -> Vec<u8> {
    let items: usize = array.shape.iter().product();
    if items == 0 {
        return Vec::new();
    }
    let mut run = array.itemsize;
    let mut outer = array.shape.len();
    while let Some(axis) = outer.checked_sub(1) {
        if array.shape[axis] != 1 && array.strides[axis] != run as i64 {
            break;
        }
        run *= array.shape[axis];
        outer = axis;
    }
    let base = ptr::with_exposed_provenance::<u8>(array.data as usize);
    let mut bytes = Vec::with_capacity(items * array.itemsize);
    let mut index = vec![0; outer];
    loop {
        let offset: i64 = index.iter().zip(&array.strides).map(|(at, stride)| *at as i64 * stride).sum();
        // SAFETY: the index is in range, and the axes that follow it are contiguous.
        bytes.extend_from_slice(unsafe { slice::from_raw_parts(base.offset(offset as isize), run) });
        let Some(axis) = (0..outer).rev().find(|axis| index[*axis] + 1 < array.shape[*axis]) else { return bytes };
        index[axis] += 1;
        index[axis + 1..].fill(0);
    }
}
