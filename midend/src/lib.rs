//! Types, typed IR, passes, array ABI and interface of the npc compiler.

pub mod abi;
pub mod axis_order;
pub mod cells;
mod dead_code;
mod effects;
pub mod eval;
pub mod exceptions;
mod flatten;
mod func;
pub mod host;
pub mod interface;
mod interp;
pub mod ir;
mod lower_each;
mod names;
mod own_buffers;
mod parse;
mod passes;
pub mod pipeline;
mod positions;
mod print;
mod remarks;
pub mod types;
mod typing;
pub mod vector;
mod verify;

pub use dead_code::drop_dead_code;
pub use effects::{find_effects, written_params};
pub use flatten::flatten;
pub use func::{Convention, Export, Func, Loc, Mark, Module, Verified};
pub use interp::{InterpArray, InterpValue, UNSUPPORTED, interpret};
pub use lower_each::lower_each;
pub use own_buffers::own_buffers;
pub use parse::{ParseError, parse_func, parse_module};
pub use passes::{
    CheckStats, FusionStats, Pass, Passes, SharingStats, VectorStats, drop_known_checks, fuse, lengthen, place_results,
    reuse_buffers, share_common, share_loads, split, unroll, vectorize,
};
pub use remarks::Remark;
pub use verify::{Problem, Problems, find_problems, verify};
