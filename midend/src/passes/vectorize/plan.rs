//! Which loops can run several iterations at once, and under which conditions.
//!
//! The body is a straight line of operations that cannot raise, with `if`s that only compute or only store. Values that are
//! carried meet their elements in an order that does not matter. Every array that runs along is read or written one
//! element after the other; what is written is no other array's memory. What is not known of that becomes a condition, to be
//! tested in front of the loop. A check of the counter against a bound limits the iterations instead: those behind it run
//! one by one, and raise where they must.

use super::body::Body;
use super::expand::is_total;
use super::reduce::{Carried, carried};
use crate::func::{Func, Module};
use crate::ir::{BinaryOp, Block, CompareOp, Inst, Op, Value, Values};
use crate::passes::fuse::aliases::Aliases;
use crate::types::{DType, Layout, Type};
use std::fmt;

/// Operations of what is taken for a formula; in longer ones the values of two registers do not fit.
const FORMULA: std::ops::RangeInclusive<usize> = 25..=90;
/// Bodies with more operations than this stay as they are.
const LARGEST: usize = 600;
/// What is done lane by lane needs so many other operations to be worth it; an element that is loaded or stored on its own counts
/// once, an operation twice.
const SINGLE: usize = 3;

/// A store of the body.
#[derive(Clone)]
pub(super) struct Store {
    pub array: Value,
    pub at: Values,
    pub value: Value,
    /// Where this holds (`true`) or does not (`false`), else everywhere.
    pub only: Option<(Value, bool)>,
}

/// What must hold for the vector form to be right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Condition {
    /// The elements along this axis lie one after the other.
    Dense(Value, u8),
    /// The memory of these arrays does not overlap.
    Apart(Value, Value),
}

/// How a loop becomes one over vectors.
pub(super) struct Plan {
    pub body: Body,
    pub stores: Vec<Store>,
    pub carried: Vec<Carried>,
    pub conditions: Vec<Condition>,
    /// Values that the counter stays below, each with the index that is compared.
    pub limits: Vec<(Value, Value)>,
    /// Iterations at once; 1 where every element fills a register.
    pub lanes: usize,
    /// True if the operations of two registers are to be written side by side.
    pub side_by_side: bool,
    /// The number of operations.
    work: usize,
}

/// Why a loop has no vector form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Why {
    /// An operation of the body.
    Operation(String),
    Order,
    Memory,
    Large,
    Nothing,
    Form,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Operation(what) => f.write_str(what),
            Why::Order => {
                f.write_str("each round needs a result of the one before, and floats keep their order (see --fastmath)")
            }
            Why::Memory => {
                f.write_str("elements are not read or written one after the other, or rounds may touch the same ones")
            }
            Why::Large => f.write_str("its body is too large"),
            Why::Nothing => f.write_str("it neither stores nor adds up"),
            Why::Form => f.write_str("one of its operations has no vector form"),
        }
    }
}

/// The plan for a `for` with this body, if there is one.
pub(super) fn plan(func: &Func, block: Block, module: &Module, aliases: &Aliases) -> Result<Plan, Why> {
    let params = func.params(block);
    let (counter, rest) = params.split_first().ok_or(Why::Nothing)?;
    let body = Body::of(func, block, *counter, rest);
    let (stores, loads, limits, sizes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut scan = Scan { func, module, aliases, body: &body, stores, loads, limits, sizes, work: 0, is_whole: false };
    scan.block(block)?;
    let carried = carried(func, block).ok_or(Why::Order)?;
    if scan.stores.is_empty() && carried.iter().all(|carried| matches!(carried, Carried::Same)) {
        return Err(Why::Nothing);
    }
    if scan.work > LARGEST {
        return Err(Why::Large);
    }
    for reduced in &carried {
        scan.sizes.extend(reduced.dtype());
    }
    let conditions = scan.conditions().ok_or(Why::Memory)?;
    scan.is_whole = carried.is_empty() && conditions.is_empty() && scan.limits.is_empty() && scan.fills_registers(block);
    let lanes = scan.lanes(carried.len()).ok_or(Why::Nothing)?;
    let side_by_side = scan.is_formula(carried.len());
    let Scan { stores, limits, work, .. } = scan;
    Ok(Plan { body, stores, carried, conditions, limits, lanes, side_by_side, work })
}

impl Plan {
    /// True if this many operations of one register may be done lane by lane.
    pub fn may_do_singly(&self, single: usize) -> bool {
        single * SINGLE <= self.work
    }
}

/// True if the elements along this axis are known not to lie one after the other, and few fill a register: they are loaded and
/// stored one by one.
pub(super) fn is_spread(func: &Func, array: Value, axis: usize) -> bool {
    let Some(ty) = func.ty(array).array().filter(|ty| (4..16).contains(&ty.dtype.itemsize()) && !ty.dtype.is_complex()) else {
        return false;
    };
    let by_layout = match ty.layout {
        Layout::F => axis > 0,
        layout => axis + 1 < usize::from(ty.rank) && usize::from(layout.trailing(ty.rank)) + axis >= usize::from(ty.rank),
    };
    let by_step = match func.def_op(array) {
        Some(Op::View(view)) => match view.axes.get(axis).map(|axis| axis.source) {
            Some(Some((_, step))) => func.const_bits(step).is_some_and(|step| step != 1),
            Some(None) => true,
            None => false,
        },
        _ => false,
    };
    by_layout || by_step
}

struct Scan<'a> {
    func: &'a Func,
    module: &'a Module,
    aliases: &'a Aliases,
    body: &'a Body,
    stores: Vec<Store>,
    /// Array, index, and how many stores come before.
    loads: Vec<(Value, Values, usize)>,
    limits: Vec<(Value, Value)>,
    /// Dtypes that fill registers.
    sizes: Vec<DType>,
    work: usize,
    /// All iterations run in vectors, one in each.
    is_whole: bool,
}

impl Scan<'_> {
    fn block(&mut self, block: Block) -> Result<(), Why> {
        for inst in self.func.insts(block) {
            self.inst(*inst).ok_or_else(|| Why::Operation(self.refused(*inst)))?;
        }
        Ok(())
    }

    /// What it is in the operation that vectors cannot do.
    fn refused(&self, inst: Inst) -> String {
        match self.func.op(inst) {
            Op::Call(callee, _) => {
                format!("it calls {}, which may raise or do more than compute", self.module.funcs[*callee].name)
            }
            Op::Checked(..) => "an integer sum or product may overflow".to_string(),
            Op::Check(..) | Op::Index(..) => "an index is checked that does not run with the loop".to_string(),
            Op::If(..) => "a condition decides about more than what is computed or stored".to_string(),
            Op::Exit(..) | Op::Return(..) | Op::Raise(..) => "the loop may be left early".to_string(),
            Op::StoreElem(..) => "every round stores to the same element".to_string(),
            _ => "it does more than compute and store".to_string(),
        }
    }

    fn inst(&mut self, inst: Inst) -> Option<()> {
        let func = self.func;
        self.work += 1;
        match func.op(inst) {
            Op::LoadElem(array, at) => self.load(*array, at),
            Op::StoreElem(array, at, value) => self.store(*array, at, *value, None)?,
            Op::Check(cond, _, _) => self.check(*cond)?,
            Op::If(cond, then, els) => self.branch(*cond, *then, *els)?,
            Op::Convert(x) => {
                let varies = func.inst_results(inst).iter().any(|result| self.body.varies(*result));
                if varies {
                    let ends = func.inst_results(inst).iter().chain([x]).filter_map(|value| func.ty(*value).scalar());
                    self.sizes.extend(ends.filter(|dtype| *dtype != DType::Bool));
                }
            }
            Op::Next(..) => {}
            Op::Call(callee, _) if is_total(self.module, *callee) => {}
            op if op.is_pure() => {}
            _ => return None,
        }
        Some(())
    }

    fn load(&mut self, array: Value, at: &Values) {
        let dtype = self.func.ty(array).array().map(|ty| ty.dtype);
        if at.iter().any(|index| self.body.varies(*index)) {
            self.sizes.extend(dtype);
        }
        self.loads.push((array, at.clone(), self.stores.len()));
    }

    fn store(&mut self, array: Value, at: &Values, value: Value, only: Option<(Value, bool)>) -> Option<()> {
        at.iter().any(|index| self.body.varies(*index)).then_some(())?;
        self.sizes.extend(self.func.ty(array).array().map(|ty| ty.dtype));
        self.stores.push(Store { array, at: at.clone(), value, only });
        Some(())
    }

    /// `check (lt %i, %n)`
    fn check(&mut self, cond: Value) -> Option<()> {
        let Some(Op::Compare(CompareOp::Lt, index, bound)) = self.func.def_op(cond) else { return None };
        let known = match self.func.def_op(*bound) {
            Some(Op::Dim(array, _)) => !self.body.defines(*array),
            _ => !self.body.defines(*bound),
        };
        if !self.body.varies(*index) || !known {
            return None;
        }
        self.limits.push((*index, *bound));
        Some(())
    }

    fn branch(&mut self, cond: Value, then: Block, els: Block) -> Option<()> {
        for (arm, holds) in [(then, true), (els, false)] {
            for inst in self.func.insts(arm) {
                self.work += 1;
                match self.func.op(*inst) {
                    Op::StoreElem(array, at, value) => self.store(*array, at, *value, Some((cond, holds)))?,
                    Op::If(cond, then, els) => self.computing(*cond, *then, *els)?,
                    Op::Yield(_) => {}
                    Op::Call(callee, _) if is_total(self.module, *callee) => {}
                    op if op.is_pure() => {}
                    _ => return None,
                }
            }
        }
        Some(())
    }

    /// An `if` in an `if` stores nothing.
    fn computing(&mut self, cond: Value, then: Block, els: Block) -> Option<()> {
        let stores = self.stores.len();
        self.branch(cond, then, els)?;
        (self.stores.len() == stores).then_some(())
    }

    /// What has to be tested; `None` if it cannot be.
    fn conditions(&self) -> Option<Vec<Condition>> {
        let mut conditions = Vec::new();
        for (array, at, _) in &self.loads {
            self.dense(*array, at, &mut conditions)?;
        }
        for (number, store) in self.stores.iter().enumerate() {
            self.dense(store.array, &store.at, &mut conditions)?;
            for (array, at, before) in &self.loads {
                self.apart(store, *array, at, number >= *before, &mut conditions)?;
            }
            for other in &self.stores[..number] {
                self.apart(store, other.array, &other.at, false, &mut conditions)?;
            }
        }
        Some(conditions)
    }

    /// The one axis along which an access runs lies dense.
    fn dense(&self, array: Value, at: &[Value], conditions: &mut Vec<Condition>) -> Option<()> {
        let mut running = (0..at.len()).filter(|axis| self.body.varies(at[*axis]));
        let Some(axis) = running.next() else { return Some(()) };
        let ty = self.func.ty(array).array()?;
        if running.next().is_some() || self.body.defines(array) {
            return None;
        }
        if ty.dtype.itemsize() == 16 || is_spread(self.func, array, axis) {
            // Each element is a register, or is loaded on its own.
            return Some(());
        }
        let known = match ty.layout {
            Layout::F => axis == 0,
            layout => axis + 1 == usize::from(ty.rank) && layout.trailing(ty.rank) > 0,
        };
        let condition = Condition::Dense(array, axis as u8);
        if !known && !conditions.contains(&condition) {
            conditions.push(condition);
        }
        Some(())
    }

    /// The store does not change what another access reads or writes, unless that is the same place, read before.
    fn apart(
        &self,
        store: &Store,
        array: Value,
        at: &Values,
        read_before: bool,
        conditions: &mut Vec<Condition>,
    ) -> Option<()> {
        if store.array == array {
            let is_own = (store.at == *at && read_before) || self.differ(array, &store.at, at);
            return is_own.then_some(());
        }
        if !self.aliases.may_overlap(self.func, store.array, array) {
            return Some(());
        }
        let (a, b) = (self.root(store.array), self.root(array));
        if a != b && !self.aliases.may_overlap(self.func, a, b) {
            return Some(());
        }
        let pair = if a != b { [a, b] } else { [store.array, array] };
        if pair.iter().any(|array| self.body.defines(*array)) {
            return None;
        }
        let condition = Condition::Apart(pair[0], pair[1]);
        if !conditions.contains(&condition) {
            conditions.push(condition);
        }
        Some(())
    }

    /// True if two places of an array are different elements in all rounds: an index is another constant.
    fn differ(&self, array: Value, x: &[Value], y: &[Value]) -> bool {
        let dense = self.func.ty(array).array().is_some_and(|ty| matches!(ty.layout, Layout::C | Layout::F));
        let bits = |value: &Value| self.func.const_bits(*value);
        dense && x.iter().zip(y).any(|(x, y)| bits(x).is_some() && bits(y).is_some() && bits(x) != bits(y))
    }

    /// The array that an array is a view of.
    fn root(&self, mut array: Value) -> Value {
        loop {
            array = match self.func.def_op(array) {
                Some(Op::View(view)) => view.base,
                Some(Op::AssumeLayout(base) | Op::PartView(_, base)) => *base,
                Some(Op::OrderAxes(bases)) => {
                    let results = self.func.def(array).map(|inst| self.func.inst_results(inst)).unwrap_or_default();
                    match results.iter().position(|result| *result == array).and_then(|at| bases.get(at)) {
                        Some(base) => *base,
                        None => return array,
                    }
                }
                _ => return array,
            }
        }
    }

    /// True if much is computed of few elements: then most operands are constants, more than there are registers, and each operation waits for
    /// the one before.
    fn is_formula(&self, accumulators: usize) -> bool {
        FORMULA.contains(&self.work) && accumulators == 0 && self.loads.len() + self.stores.len() <= 3
    }

    /// True if each element is a register (`complex128`), and so is all that is computed of it.
    fn fills_registers(&self, block: Block) -> bool {
        let whole = |value: &Value| {
            let is_index = matches!(self.func.def_op(*value), Some(Op::Binary(BinaryOp::Add | BinaryOp::Sub, ..)));
            !self.body.varies(*value) || self.func.ty(*value) == Type::Scalar(DType::C128) || is_index
        };
        self.sizes.iter().all(|dtype| *dtype == DType::C128)
            && self
                .func
                .insts(block)
                .iter()
                .all(|inst| self.func.op(*inst).blocks().is_empty() && self.func.inst_results(*inst).iter().all(whole))
    }

    /// As many as fill registers of the smallest dtype, and some registers of the largest.
    fn lanes(&self, accumulators: usize) -> Option<usize> {
        let sizes = || self.sizes.iter().map(|dtype| dtype.itemsize() as usize);
        let (smallest, largest) = (sizes().min()?, sizes().max()?);
        if self.is_whole {
            return Some(1);
        }
        let registers = match self.work {
            // Two reductions with four registers each would not leave any for their elements.
            0..=12 if accumulators == 1 => 4,
            0..=24 => 2,
            _ if self.is_formula(accumulators) => 2,
            _ => 1,
        };
        Some((16 / smallest).max(registers * 16 / largest).max(2))
    }
}
