//! The context of calls: error record, allocation hooks and limits.

use npc_midend::abi::context;
use npc_midend::host::Raised;

const WORDS: usize = context::SIZE as usize / 8;

/// What compiled functions keep between calls; one per thread.
#[derive(Clone, Debug)]
pub struct Context {
    words: Box<[u64; WORDS]>,
}

impl Default for Context {
    fn default() -> Context {
        Context::new()
    }
}

impl Context {
    /// A context that takes memory from `malloc`.
    pub fn new() -> Context {
        Context { words: Box::new([0; WORDS]) }
    }

    /// Makes the `k`-th allocation from now fail; 0 makes none fail.
    pub fn set_alloc_countdown(&mut self, k: u64) {
        *self.word_mut(context::ALLOC_COUNTDOWN) = k;
    }

    /// Bytes in live buffers. Between calls it is 0 unless a function leaks.
    pub fn in_use(&self) -> u64 {
        self.word(context::IN_USE)
    }

    /// The memory as compiled code sees it, with the error record cleared.
    pub(crate) fn start(&mut self) -> *mut u64 {
        *self.word_mut(context::SITE) = 0;
        *self.word_mut(context::POSITION) = 0;
        *self.word_mut(context::DEPTH) = 0;
        self.words.as_mut_ptr()
    }

    /// What the error record says.
    pub(crate) fn raised(&self) -> Raised {
        Raised {
            site: self.word(context::SITE).saturating_sub(1) as u32,
            position: self.word(context::POSITION) as u32,
            args: std::array::from_fn(|at| self.word(context::ARGS + 8 * at as u32) as i64),
        }
    }

    fn word(&self, offset: u32) -> u64 {
        self.words[offset as usize / 8]
    }

    fn word_mut(&mut self, offset: u32) -> &mut u64 {
        &mut self.words[offset as usize / 8]
    }
}
