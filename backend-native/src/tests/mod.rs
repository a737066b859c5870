//! Flat modules built by hand, compiled and run.

mod arrays;
mod build;
mod control;
mod objects;
mod ownership;
mod scalars;
