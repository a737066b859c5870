//! The compiler as wasm: a module without imports that a page, a worker or Node loads.
//!
//! It has one memory and four functions, and speaks JSON; `npc.js` beside this crate makes an API of it.
//!
//! ```text
//! npc_input(bytes) -> address     room for a request
//! npc_answer() -> bytes           does what the request says; the length of the answer
//! npc_output() -> address         the answer: length of the JSON (4 bytes, little-endian), JSON, wasm
//! npc_panicked() -> bytes         after a trap: the length of the message, which lies at npc_output()
//! ```
//!
//! - [`request`]: what can be asked; [`answer`]: what is said.
//! - A bug in the compiler is a trap. A hook has put the message where the host finds it; the host then makes a new
//!   instance, because this one may be broken in any place.

mod answer;
mod diagnostics;
mod exports;
mod request;
