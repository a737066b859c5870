//! The optimiser: one pass a file, each a verb. `pipeline` has their order.
//!
//! At *Arrays*: [`share_common`] (with `simplify`), [`fuse`], [`reuse_buffers`]. At *Loops*: [`drop_known_checks`], [`vectorize`].

mod drop_known_checks;
mod drop_unchanged;
mod facts;
mod fuse;
mod reuse_buffers;
mod share_common;
mod simplify;
pub(crate) mod vectorize;

pub use drop_known_checks::{Stats as CheckStats, drop_known_checks};
pub use fuse::{Stats as FusionStats, fuse};
pub use reuse_buffers::reuse_buffers;
pub use share_common::{Stats as SharingStats, share_common};
pub use vectorize::{Stats as VectorStats, vectorize};
