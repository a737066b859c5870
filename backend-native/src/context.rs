//! The context of calls: error record, allocation hooks and limits.

use crate::stack;
use npc_midend::abi::context;
use npc_midend::host::{Raised, Trace};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

const WORDS: usize = context::SIZE as usize / 8;

/// What a call may use, and what it leaves behind. Calls borrow it mutably, so each thread has its own.
#[derive(Default)]
pub struct Context {
    words: Words,
    interrupt: Option<Interrupt>,
    stack: Option<usize>,
    seed: Option<u64>,
    print: Option<Print>,
}

/// Takes what a program prints.
type Print = Box<dyn FnMut(&str) + Send>;

/// The context as compiled code sees it.
#[repr(align(16))]
struct Words([u64; WORDS]);

impl Default for Words {
    fn default() -> Words {
        Words([0; WORDS])
    }
}

/// Ends calls of a context from another thread: they raise KeyboardInterrupt. Clones do the same.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicU32>);

impl Interrupt {
    /// Ends the call that is running, or the next one: at the next round of a loop, or recursive call.
    pub fn interrupt(&self) {
        self.0.store(1, Ordering::SeqCst);
    }

    /// Takes a request back that no call has seen yet.
    pub fn clear(&self) {
        self.0.store(0, Ordering::SeqCst);
    }

    /// True while a request waits to be seen.
    pub fn is_pending(&self) -> bool {
        self.0.load(Ordering::SeqCst) != 0
    }
}

impl Context {
    /// A context without limits but those of the machine.
    pub fn new() -> Context {
        Context::default()
    }

    /// Raises MemoryError rather than have more than so many bytes in arrays of a call at a time; `None` is no limit.
    /// Arguments are the caller's and do not count.
    pub fn set_memory_limit(&mut self, bytes: Option<u64>) {
        // 0 is "no limit" to the code; one byte is as good as none, for a buffer has more.
        *self.word_mut(context::MEMORY_LIMIT) = bytes.map_or(0, |bytes| bytes.max(1));
    }

    /// Raises RecursionError rather than use more than so many bytes of the stack; `None` is what the thread has.
    ///
    /// Where the size of a thread's stack is known (Linux, macOS, Windows), recursion ends before the stack does even
    /// without this.
    pub fn set_stack_limit(&mut self, bytes: Option<usize>) {
        self.stack = bytes;
    }

    /// The seed of NumPy's legacy generator, for the day that programs can use one.
    pub fn set_seed(&mut self, seed: u64) {
        self.seed = Some(seed);
    }

    /// What [`Context::set_seed`] has set.
    pub fn seed(&self) -> Option<u64> {
        self.seed
    }

    /// Gives the text that programs print to `print`, after each call; without it, it goes to standard output.
    pub fn set_print(&mut self, print: impl FnMut(&str) + Send + 'static) {
        self.print = Some(Box::new(print));
    }

    /// A handle that ends calls with this context from another thread.
    pub fn interrupt_handle(&mut self) -> Interrupt {
        self.interrupt.get_or_insert_default().clone()
    }

    /// Makes the `k`-th allocation from now fail; 0 makes none fail.
    pub fn set_alloc_countdown(&mut self, k: u64) {
        *self.word_mut(context::ALLOC_COUNTDOWN) = k;
    }

    /// Bytes in live buffers. Between calls it is 0 unless a function leaks.
    pub fn in_use(&self) -> u64 {
        self.word(context::IN_USE)
    }

    /// A buffer has left for good.
    pub(crate) fn give_away(&mut self, bytes: u64) {
        let in_use = self.word_mut(context::IN_USE);
        *in_use = in_use.wrapping_sub(bytes);
    }

    /// Prepares a call: clears the error record and sets the limits of this thread. An error if there is too little of
    /// the stack to begin.
    pub(crate) fn start(&mut self) -> Result<*mut u64, Raised> {
        *self.word_mut(context::SITE) = 0;
        *self.word_mut(context::POSITION) = 0;
        *self.word_mut(context::DEPTH) = 0;
        *self.word_mut(context::TRACE_COUNT) = 0;
        let limit = stack::limit(self.stack).map_err(|_| Raised {
            site: context::SITE_STACK - 1,
            position: 0,
            args: [0; context::ARG_COUNT as usize],
            trace: Box::default(),
            text: String::new(),
        })?;
        *self.word_mut(context::STACK_LIMIT) = limit;
        let word = self.interrupt.as_ref().map_or(0, |interrupt| interrupt.0.as_ptr().expose_provenance());
        *self.word_mut(context::INTERRUPT) = word as u64;
        Ok(self.words())
    }

    /// The memory as compiled code sees it.
    pub(crate) fn words(&mut self) -> *mut u64 {
        self.words.0.as_mut_ptr()
    }

    /// What the error record says. An interrupt that has been seen is over.
    pub(crate) fn raised(&mut self) -> Raised {
        let site = self.word(context::SITE) as u32;
        if site == context::SITE_INTERRUPTED
            && let Some(interrupt) = &self.interrupt
        {
            interrupt.clear();
        }
        Raised {
            site: site.saturating_sub(1),
            position: self.word(context::POSITION) as u32,
            args: std::array::from_fn(|at| self.word(context::ARGS + 8 * at as u32) as i64),
            trace: Box::new(Trace::read(|at| (self.word(at & !7) >> (8 * (at & 7))) as u32)),
            text: String::new(),
        }
    }

    /// The printed text, as header of its buffer and length; it is the caller's now.
    pub(crate) fn take_text(&mut self) -> Option<[u64; 2]> {
        self.take_buffer([context::TEXT, context::TEXT_LENGTH])
    }

    /// The text of the message, as header of its buffer and length; it is the caller's now.
    pub(crate) fn take_message(&mut self) -> Option<[u64; 2]> {
        self.take_buffer([context::MESSAGE, context::MESSAGE_LENGTH])
    }

    fn take_buffer(&mut self, fields: [u32; 2]) -> Option<[u64; 2]> {
        let text = fields.map(|offset| std::mem::take(self.word_mut(offset)));
        (text[0] != 0).then_some(text)
    }

    /// Hands printed text on.
    pub(crate) fn print(&mut self, text: &str) {
        match &mut self.print {
            Some(print) => print(text),
            None => print!("{text}"),
        }
    }

    fn word(&self, offset: u32) -> u64 {
        self.words.0[offset as usize / 8]
    }

    pub(crate) fn word_mut(&mut self, offset: u32) -> &mut u64 {
        &mut self.words.0[offset as usize / 8]
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = self.word(context::MEMORY_LIMIT);
        let mut f = f.debug_struct("Context");
        f.field("in_use", &self.in_use()).field("memory_limit", &limit).field("stack_limit", &self.stack);
        f.field("seed", &self.seed).field("interrupt", &self.interrupt).finish_non_exhaustive()
    }
}
