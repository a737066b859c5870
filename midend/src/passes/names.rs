//! The passes that only make programs faster, by name: what `--disable` takes and tests turn off one by one.

/// A pass that can be left out: the results stay the same, bit by bit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pass {
    /// Equal operations once; constants folded.
    Share,
    /// Whole-array operations in one loop.
    Fuse,
    /// Arrays that end where another one begins give it their memory.
    Reuse,
    /// Results made where the caller wants them.
    Place,
    /// Short loops written out.
    Unroll,
    /// Checks and overflow tests that are known to pass.
    Checks,
    /// Fast nests without checks beside plain ones.
    Split,
    /// Vectors of 128 bits.
    Simd,
}

impl Pass {
    /// In the order in which they run.
    pub const ALL: [Pass; 8] =
        [Pass::Share, Pass::Fuse, Pass::Reuse, Pass::Place, Pass::Unroll, Pass::Checks, Pass::Split, Pass::Simd];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Pass::Share => "share",
            Pass::Fuse => "fuse",
            Pass::Reuse => "reuse",
            Pass::Place => "place",
            Pass::Unroll => "unroll",
            Pass::Checks => "checks",
            Pass::Split => "split",
            Pass::Simd => "simd",
        }
    }

    /// The pass with this name.
    pub fn from_name(name: &str) -> Option<Pass> {
        Pass::ALL.into_iter().find(|pass| pass.name() == name)
    }
}

/// A set of passes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Passes(u8);

impl Passes {
    /// No pass.
    pub const NONE: Passes = Passes(0);

    /// Every pass.
    pub fn all() -> Passes {
        Pass::ALL.into_iter().fold(Passes::NONE, Passes::with)
    }

    /// The set with this pass too.
    #[must_use]
    pub fn with(self, pass: Pass) -> Passes {
        Passes(self.0 | 1 << pass as u8)
    }

    /// The set without this pass.
    #[must_use]
    pub fn without(self, pass: Pass) -> Passes {
        Passes(self.0 & !(1 << pass as u8))
    }

    /// True if the pass is in the set.
    pub fn has(self, pass: Pass) -> bool {
        self.0 & 1 << pass as u8 != 0
    }
}
