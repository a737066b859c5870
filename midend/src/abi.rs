//! The binary interface of a compiled module: descriptors, buffers and the context.
//!
//! Every exported function has the form `status f(ret*, ctx*, args…)`. Scalars travel by value, arrays by pointer to a
//! descriptor. The offsets below hold on wasm32 and natively; every field has 8 bytes (on wasm32 the upper half of an
//! address is 0). `docs/abi.md` says the same in prose.

/// Version of everything on this page.
pub const VERSION: u32 = 1;

/// The array descriptor: `parent, nitems, itemsize, data, shape[rank], strides[rank]` (strides in bytes).
pub mod descriptor {
    /// The buffer that owns the memory; 0 if the caller lent it.
    pub const PARENT: u32 = 0;
    /// Number of elements, the product of the shape.
    pub const NITEMS: u32 = 8;
    /// Bytes of one element.
    pub const ITEMSIZE: u32 = 16;
    /// Address of element `[0, 0, …]`.
    pub const DATA: u32 = 24;
    /// First extent.
    pub const SHAPE: u32 = 32;

    /// Offset of the extent of `axis`.
    pub fn shape(axis: u8) -> u32 {
        SHAPE + 8 * u32::from(axis)
    }

    /// Offset of the stride of `axis` in bytes.
    pub fn stride(axis: u8, rank: u8) -> u32 {
        SHAPE + 8 * (u32::from(rank) + u32::from(axis))
    }

    /// Size of a descriptor in bytes.
    pub fn size(rank: u8) -> u32 {
        SHAPE + 16 * u32::from(rank)
    }
}

/// A buffer: a header of 16 bytes, then the elements. `parent` of a descriptor is the address of the header.
pub mod buffer {
    /// Number of references, 64 bits.
    pub const COUNT: u32 = 0;
    /// Size in bytes of the elements, 64 bits; the allocator may use it.
    pub const SIZE: u32 = 8;
    /// Where the elements start; buffers are aligned to 16 bytes.
    pub const DATA: u32 = 16;
}

/// The context: the error record and what a call needs of its environment.
pub mod context {
    /// Number of the raise site plus one (64 bits); 0 if nothing was raised. Sites are listed in the interface.
    pub const SITE: u32 = 0;
    /// Number of the source position in the user's file where it was raised (index into the interface's positions).
    pub const POSITION: u32 = 8;
    /// Arguments of the message: `ARGS` values of 64 bits.
    pub const ARGS: u32 = 16;
    /// Number of message arguments.
    pub const ARG_COUNT: u32 = 8;
    /// Depth of recursive calls (64 bits).
    pub const DEPTH: u32 = 80;
    /// Natively: `void *alloc(size_t bytes, void *user)`, 16-byte aligned result, NULL for `malloc`.
    pub const ALLOC: u32 = 88;
    /// Natively: `void free(void *buffer, void *user)`, NULL for `free`.
    pub const FREE: u32 = 96;
    /// Handed to `alloc` and `free`.
    pub const USER: u32 = 104;
    /// If it is k > 0, the k-th allocation from now is refused; counts down (fault injection).
    pub const ALLOC_COUNTDOWN: u32 = 112;
    /// Bytes in live buffers.
    pub const IN_USE: u32 = 120;
    /// Natively: the lowest address that the stack pointer may have in a recursive function; 0 for none.
    pub const STACK_LIMIT: u32 = 128;
    /// Natively: the most bytes that live buffers may have; 0 for no limit. Beyond it an allocation is refused.
    pub const MEMORY_LIMIT: u32 = 136;
    /// Natively: address of a 32-bit word, 0 for none. Once the word is not 0, a running loop or recursion raises
    /// KeyboardInterrupt.
    pub const INTERRUPT: u32 = 144;
    /// Reserved: state of NumPy's legacy random generator.
    pub const RANDOM: u32 = 152;
    /// Printed text: header of the buffer that holds it, 0 for none. Who made the call releases it.
    pub const TEXT: u32 = 160;
    /// Bytes of printed text.
    pub const TEXT_LENGTH: u32 = 168;
    /// Number of calls that the exception has come through (32 bits); only where functions of the program call each other.
    pub const TRACE_COUNT: u32 = 176;
    /// The positions of these calls, the innermost first, 32 bits each: the first `TRACE_ENDS`, and in the same number of
    /// places after them, round and round, the others.
    pub const TRACE: u32 = 184;
    /// Calls at either end of a long trace that are kept.
    pub const TRACE_ENDS: u32 = 16;
    /// Text of the message of what was raised, where the message of the site is `{text}`: header of the buffer that holds it, 0 for
    /// none. Who made the call releases it.
    pub const MESSAGE: u32 = 312;
    /// Bytes of that text.
    pub const MESSAGE_LENGTH: u32 = 320;
    /// Size in bytes; new fields are added at the end.
    pub const SIZE: u32 = 336;

    /// `SITE` of a KeyboardInterrupt, which has no place in the program: no entry of the interface's sites.
    pub const SITE_INTERRUPTED: u32 = u32::MAX;
    /// `SITE` of a RecursionError because of `STACK_LIMIT`.
    pub const SITE_STACK: u32 = u32::MAX - 1;
    /// Where a wasm module keeps its one context.
    pub const WASM_ADDRESS: u32 = 16;
}

/// Where the position of the `k`-th call from inside stands in [`context::TRACE`], in bytes.
pub fn trace_offset(k: u32) -> u32 {
    let place = if k < context::TRACE_ENDS { k } else { context::TRACE_ENDS + k % context::TRACE_ENDS };
    context::TRACE + 4 * place
}

/// Deepest recursion before `RecursionError`.
pub const MAX_DEPTH: i64 = 1000;

/// Name of the custom section that holds the interface as JSON.
pub const SECTION: &str = "npc.abi";
/// Exported allocator: `(bytes: i32) -> i32`, the address of a buffer's header with one reference, 0 if there is no memory.
pub const EXPORT_ALLOC: &str = "npc_alloc";
/// Exported release: `(header: i32)` drops one reference and frees the buffer with the last one; 0 is ignored.
pub const EXPORT_RELEASE: &str = "npc_release";
