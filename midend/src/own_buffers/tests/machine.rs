//! Executes ownership and nothing else: an array is the number of its buffer.

use crate::func::Func;
use crate::ir::{Block, Inst, Op, Slot, Value, Values, Var};
use cranelift_entity::SecondaryMap;

/// What ended a block.
enum Left {
    Yield(Values),
    Exit(Block, Values),
    Next(Block, Values),
    Raised,
    Done,
}

/// Executes ownership: an array is the number of its buffer (0: no buffer), branches follow the bits of a seed.
struct Machine<'a> {
    func: &'a Func,
    buffers: SecondaryMap<Value, usize>,
    slots: SecondaryMap<Slot, usize>,
    vars: SecondaryMap<Var, usize>,
    /// References to each buffer; number 0 stands for memory without a buffer.
    counts: Vec<i64>,
    seed: u64,
    fuel: u32,
    /// Number of `try` around.
    handlers: usize,
    returned: Vec<usize>,
    peak: usize,
}

impl Machine<'_> {
    fn choose(&mut self, n: u64) -> u64 {
        let choice = self.seed % n;
        self.seed /= n;
        choice
    }

    fn fresh(&mut self) -> usize {
        self.counts.push(1);
        self.peak = self.peak.max(self.counts.iter().skip(1).filter(|count| **count > 0).count());
        self.counts.len() - 1
    }

    fn used(&self, value: Value) -> usize {
        let buffer = self.buffers[value];
        assert!(buffer == 0 || self.counts[buffer] > 0, "{value} is used after its release");
        buffer
    }

    fn retain(&mut self, buffer: usize) {
        self.counts[buffer] += i64::from(buffer != 0);
    }

    fn release(&mut self, buffer: usize) {
        if buffer != 0 {
            assert!(self.counts[buffer] > 0, "buffer {buffer} is released twice");
            self.counts[buffer] -= 1;
        }
    }

    fn set_slot(&mut self, slot: Slot, buffer: usize) {
        let old = std::mem::replace(&mut self.slots[slot], buffer);
        self.release(old);
    }

    fn drop_slots(&mut self) -> Left {
        for slot in self.func.slots.keys() {
            self.set_slot(slot, 0);
        }
        Left::Done
    }

    /// To the handler, if there is one around.
    fn raise(&mut self) -> Left {
        if self.handlers > 0 { Left::Raised } else { self.drop_slots() }
    }

    fn bind(&mut self, to: &[Value], from: &[Value]) {
        let buffers: Vec<_> = from.iter().map(|value| self.buffers[*value]).collect();
        for (value, buffer) in to.iter().zip(buffers) {
            self.buffers[*value] = buffer;
        }
    }

    fn block(&mut self, block: Block) -> Left {
        for inst in self.func.insts(block) {
            let left = self.inst(*inst);
            if let Some(left) = left {
                return left;
            }
        }
        panic!("{block} has no end");
    }

    fn inst(&mut self, inst: Inst) -> Option<Left> {
        let func = self.func;
        let op = func.op(inst);
        let results = func.inst_results(inst);
        if !matches!(op, Op::Own(..) | Op::Share(..)) {
            for value in op.operands() {
                self.used(value);
            }
        }
        match op {
            Op::Const(_) | Op::LoadElem(..) => {}
            Op::Empty(..) => {
                if self.choose(5) == 4 {
                    return Some(self.raise());
                }
                self.buffers[results[0]] = self.fresh();
            }
            Op::Call(_, args) => {
                // A callee returns fresh arrays or its arguments.
                for result in results {
                    let choice = self.choose(args.len() as u64 + 1) as usize;
                    self.buffers[*result] = match args.get(choice) {
                        Some(arg) => self.buffers[*arg],
                        None => self.fresh(),
                    };
                    if choice < args.len() {
                        self.retain(self.buffers[*result]);
                    }
                }
            }
            Op::SetVar(var, value) => self.vars[*var] = self.buffers[*value],
            Op::GetVar(var) => self.buffers[results[0]] = self.vars[*var],
            Op::View(view) => self.buffers[results[0]] = self.buffers[view.base],
            Op::Select(_, x, y) => {
                let from = if self.choose(2) == 0 { *x } else { *y };
                self.bind(results, &[from]);
            }
            Op::Own(slot, value) => {
                let buffer = self.used(*value);
                self.set_slot(*slot, buffer);
            }
            Op::Share(slot, value) => {
                let buffer = self.used(*value);
                self.retain(buffer);
                self.set_slot(*slot, buffer);
            }
            Op::Drop(slot) => self.set_slot(*slot, 0),
            Op::Forget(slot) => self.slots[*slot] = 0,
            Op::RetainArray(value) => self.retain(self.buffers[*value]),
            Op::StoreDescriptor(_, value) => self.returned.push(self.buffers[*value]),
            Op::Try(body, handler) => {
                self.handlers += 1;
                let left = self.block(*body);
                self.handlers -= 1;
                return match left {
                    Left::Yield(values) => {
                        self.bind(func.inst_results(inst), &values);
                        None
                    }
                    Left::Raised => self.region(inst, *handler),
                    left => Some(left),
                };
            }
            Op::If(_, then, els) => {
                let arm = if self.choose(2) == 0 { *then } else { *els };
                return self.region(inst, arm);
            }
            Op::Scope(body) => return self.region(inst, *body),
            Op::Loop(inits, body) => {
                self.bind(func.params(*body), inits);
                return self.rounds(inst, *body, u64::MAX);
            }
            Op::For(_, _, inits, body) => {
                self.bind(&func.params(*body)[1..], inits);
                let rounds = self.choose(3);
                return self.rounds(inst, *body, rounds);
            }
            Op::Yield(values) => return Some(Left::Yield(values.clone())),
            Op::Exit(to, values) => return Some(Left::Exit(*to, values.clone())),
            Op::Next(to, values) => return Some(Left::Next(*to, values.clone())),
            Op::Return(values) => {
                self.returned.extend(values.iter().map(|value| self.buffers[*value]));
                return Some(self.drop_slots());
            }
            Op::Raise(..) | Op::Reraise => return Some(self.raise()),
            other => panic!("the simulator does not know {other:?}"),
        }
        None
    }

    fn region(&mut self, inst: Inst, body: Block) -> Option<Left> {
        match self.block(body) {
            Left::Yield(values) => self.bind(self.func.inst_results(inst), &values),
            Left::Exit(to, values) if to == body => self.bind(self.func.inst_results(inst), &values),
            left => return Some(left),
        }
        None
    }

    fn rounds(&mut self, inst: Inst, body: Block, rounds: u64) -> Option<Left> {
        let func = self.func;
        let skip = usize::from(matches!(func.op(inst), Op::For(..)));
        for _ in 0..rounds {
            if self.fuel == 0 {
                return Some(self.drop_slots());
            }
            self.fuel -= 1;
            match self.block(body) {
                Left::Next(to, values) if to == body => self.bind(&func.params(body)[skip..], &values),
                Left::Exit(to, values) if to == body => {
                    self.bind(func.inst_results(inst), &values);
                    return None;
                }
                left => return Some(left),
            }
        }
        self.bind(func.inst_results(inst), &func.params(body)[skip..]);
        None
    }
}

/// Runs the function with these branches; returns how many buffers lived at once.
pub fn run(func: &Func, seed: u64) -> usize {
    let mut machine = Machine {
        func,
        buffers: SecondaryMap::new(),
        slots: SecondaryMap::new(),
        vars: SecondaryMap::new(),
        counts: vec![0],
        seed,
        fuel: 40,
        handlers: 0,
        returned: Vec::new(),
        peak: 0,
    };
    let params = func.params(func.body);
    for param in params {
        // The last parameter is memory without a buffer.
        machine.buffers[*param] = if Some(param) == params.last() { 0 } else { machine.fresh() };
    }
    let lent: Vec<_> = params.iter().map(|param| machine.buffers[*param]).collect();
    machine.block(func.body);
    for buffer in machine.returned.clone().into_iter().chain(lent) {
        machine.release(buffer);
    }
    assert!(machine.counts.iter().all(|count| *count == 0), "leak: {:?}", machine.counts);
    machine.peak
}
