//! The optimiser: one pass a file, each a verb. `pipeline` has their order.
//!
//! At *Arrays*: [`share_common`] (with `simplify`), [`fuse`], [`reuse_buffers`]. At *Loops*: [`place_results`], [`drop_known_checks`], [`vectorize`].

mod drop_known_checks;
mod drop_unchanged;
mod facts;
mod fuse;
mod lengthen;
mod names;
mod place_results;
mod ranges;
mod reuse_buffers;
mod share_common;
mod share_loads;
mod simplify;
mod split;
mod unroll;
pub(crate) mod vectorize;

pub use drop_known_checks::{Stats as CheckStats, drop_known_checks};
pub(crate) use fuse::aliases::Aliases;
pub use fuse::{Stats as FusionStats, fuse};
pub use lengthen::lengthen;
pub use names::{Pass, Passes};
pub use place_results::place_results;
pub use reuse_buffers::reuse_buffers;
pub use share_common::{Stats as SharingStats, share_common};
pub use share_loads::share_loads;
pub use split::split;
pub use unroll::unroll;
pub(crate) use vectorize::runs_in_vectors;
pub use vectorize::{Stats as VectorStats, vectorize};
