//! `try`: exceptions inside go to the handler.
//!
//! ```text
//! %r… = scope ^after {
//!   scope ^fail { scope ^raise { body; exit ^after (%r…) }  store the error record }   ; as around a whole function
//!   handler; exit ^after (%r…)
//! }
//! ```
//!
//! Which exception a site raises is known here, so a test by type compares the number of the site with a few ranges
//! (`order_sites` makes them one).

use super::Lowering;
use super::arrays::flat_types;
use super::owners::filled;
use crate::abi::context;
use crate::exceptions::is_derived;
use crate::ir::{BinaryOp, Block, CompareOp, MemType, Op, Site, Value, Values};
use crate::types::Type;

impl Lowering<'_> {
    pub(super) fn lower_try(&mut self, results: &[Value], body: Block, handler: Block) {
        let loc = self.b.loc;
        let types = self.types_of(results);
        let (before, outer_failing) = (self.owners.snapshot(), self.owners.take_failing());
        let depth = self.program.counts_depth.then(|| self.depth());
        let after = self.b.open(false);
        let (fail, raise) = (self.b.open(false), self.b.open(false));
        let inner = self.frame.of_try(fail, raise);
        let outer = std::mem::replace(&mut self.frame, inner);
        self.lower_attempt(body, after, &types);
        self.end_block();
        self.close_raises();
        self.b.close_scope(self.frame.is_left());
        self.frame = outer.after_try(&self.frame);
        self.owners.hold_failing();
        self.owners.restore_failing(outer_failing);
        if !self.b.is_done() {
            if let Some(depth) = depth {
                let context = self.b.context();
                self.b.push(Op::Store(MemType::I64, context, context::DEPTH, depth), &[]);
            }
            self.lower_attempt(handler, after, &types);
        }
        self.end_block();
        self.b.close();
        self.b.loc = loc;
        self.owners.restore(before);
        self.owners.merge(&filled(self.old, body));
        self.owners.merge(&filled(self.old, handler));
        let flat = self.b.push(Op::Scope(after), &flat_types(&types));
        self.bind_results(results, flat);
    }

    /// Lowers a block in line; what it yields leaves the scope.
    fn lower_attempt(&mut self, block: Block, after: Block, types: &[Type]) {
        self.lower_block(block);
        if !self.b.is_done() {
            let values = self.yielded(block);
            let values = self.carry(&values, types);
            self.b.push(Op::Exit(after, values), &[]);
        }
    }

    fn depth(&mut self) -> Value {
        let context = self.b.context();
        self.b.push_one(Op::Load(MemType::I64, context, context::DEPTH), Type::I64)
    }

    /// Compares the site with all that raise this exception or one derived from it.
    pub(super) fn lower_is_raised(&mut self, x: Value, site: Site) -> Value {
        let x = self.scalar(x);
        let Some(tested) = self.sites.get_index(site.as_u32() as usize).map(|site| site.exception.clone()) else {
            return self.b.bool(false);
        };
        let fits = |exception: &str| is_derived(&self.module.exceptions, exception, &tested);
        let sites: Vec<bool> = self.sites.iter().map(|site| fits(&site.exception)).collect();
        let [stack, interrupted] = ["RecursionError", "KeyboardInterrupt"].map(fits);
        if interrupted && stack && sites.iter().all(|fits| *fits) {
            return self.b.bool(true);
        }
        let mut ranges = runs(&sites);
        if stack {
            let all = ranges[..] == [(1, sites.len() as u32 + 1)];
            let special = (context::SITE_STACK, context::SITE_STACK + 1);
            // Numbers between are no sites.
            if all { ranges[0].1 = special.1 } else { ranges.push(special) }
        }
        if interrupted {
            ranges.push((context::SITE_INTERRUPTED, context::SITE_INTERRUPTED));
        }
        let tests: Values = ranges.into_iter().map(|range| self.within(x, range)).collect();
        tests.into_iter().reduce(|a, b| self.b.or(a, b)).unwrap_or_else(|| self.b.bool(false))
    }

    /// True if the number lies between these, the end not included; if they are equal, if it is that one.
    fn within(&mut self, x: Value, (start, end): (u32, u32)) -> Value {
        let first = self.b.i32(start as i32);
        if end.wrapping_sub(start) <= 1 {
            return self.b.compare(CompareOp::Eq, x, first);
        }
        let from = if start == 0 { x } else { self.b.binary(BinaryOp::Sub, x, first) };
        let count = self.b.i32((end - start) as i32);
        self.b.compare(CompareOp::LtU, from, count)
    }
}

/// Rows of sites that fit, by their numbers in the error record, which start at 1.
fn runs(sites: &[bool]) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (at, _) in sites.iter().enumerate().filter(|(_, fits)| **fits) {
        let number = at as u32 + 1;
        match runs.last_mut() {
            Some((_, end)) if *end == number => *end += 1,
            _ => runs.push((number, number + 1)),
        }
    }
    runs
}
