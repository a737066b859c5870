//! The functions of the module, and the bytes that go in and out.
#![allow(unsafe_code, reason = "an exported name is unsafe in Rust, since a linker may find two of them; nothing else is here")]

use crate::answer;
use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::sync::Once;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static PANICKED: RefCell<String> = const { RefCell::new(String::new()) };
}

static HOOK: Once = Once::new();

/// Room for a request of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn npc_input(bytes: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        input.clear();
        input.resize(bytes, 0);
        input.as_mut_ptr()
    })
}

/// Answers the request that lies in the input; gives the length of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn npc_answer() -> usize {
    HOOK.call_once(|| std::panic::set_hook(Box::new(remember)));
    let request = INPUT.take();
    let answer = answer::to(&request);
    let length = answer.len();
    OUTPUT.set(answer);
    length
}

/// Where the answer lies.
#[unsafe(no_mangle)]
pub extern "C" fn npc_output() -> *const u8 {
    OUTPUT.with_borrow(Vec::as_ptr)
}

/// The length of the message of a panic, which becomes the output; 0 if there was none.
#[unsafe(no_mangle)]
pub extern "C" fn npc_panicked() -> usize {
    let message = PANICKED.take().into_bytes();
    let length = message.len();
    OUTPUT.set(message);
    length
}

fn remember(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("unknown");
    // The place is left out of this build, for size; the command names it for the same source.
    PANICKED.set(text.to_string());
}
