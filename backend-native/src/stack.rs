//! How far the stack of this thread may be used.

/// Kept free below the lowest frame of a recursive function: for what it calls, `malloc` and signal handlers.
const RESERVE: usize = 48 << 10;

/// There is too little of the stack to make a call.
pub struct TooLittle;

/// The lowest address that the stack pointer may have in a recursive function: that of the thread, or where `most` bytes
/// have been used from here on. 0 if nothing is known, which leaves the depth of recursion as the limit.
pub fn limit(most: Option<usize>) -> Result<u64, TooLittle> {
    let here = here();
    let thread = match stacker::remaining_stack() {
        Some(rest) if rest <= RESERVE => return Err(TooLittle),
        Some(rest) => here.saturating_sub(rest - RESERVE),
        None => 0,
    };
    let chosen = most.map_or(0, |most| here.saturating_sub(most));
    Ok(thread.max(chosen) as u64)
}

/// About where the stack pointer is.
#[inline(never)]
fn here() -> usize {
    let local = 0_u8;
    std::hint::black_box(&raw const local).addr()
}
