//! Runs flat functions on a memory of bytes: small, slow and strict about memory.

use crate::abi::{buffer, context};
use crate::eval;
use crate::func::{Convention, Func, Module};
use crate::ir::{BinaryOp, Block, CastOp, FuncId, Inst, MemType, Op, Slot, Value, Var};
use crate::types::{DType, Type};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Where the memory begins: the context comes first.
const CONTEXT: u64 = 16;
/// Free memory for tests.
const FREE: u64 = CONTEXT + context::SIZE as u64;

pub struct Machine<'m> {
    module: &'m Module,
    pub memory: Vec<u8>,
    /// All bits of an address.
    mask: u64,
    top: u64,
    /// Live buffers: header and number of references.
    pub live: BTreeMap<u64, u64>,
    /// Refuse this allocation (1 is the next).
    pub refuse: u64,
    pub steps: u64,
}

enum Flow {
    Yield(Vec<u64>),
    Exit(Block, Vec<u64>),
    Next(Block, Vec<u64>),
    Return(Vec<u64>),
}

struct Frame<'m> {
    func: &'m Func,
    values: FxHashMap<Value, u64>,
    slots: FxHashMap<Slot, u64>,
    vars: FxHashMap<Var, u64>,
}

impl<'m> Machine<'m> {
    pub fn new(module: &'m Module, address_bits: u32) -> Machine<'m> {
        let mask = if address_bits == 32 { u64::from(u32::MAX) } else { u64::MAX };
        let top = FREE;
        Machine { module, memory: vec![0; 1 << 16], mask, top, live: BTreeMap::new(), refuse: 0, steps: 0 }
    }

    /// Reserves memory that belongs to the caller.
    pub fn reserve(&mut self, bytes: usize) -> u64 {
        let at = self.top.next_multiple_of(16);
        self.top = at + bytes as u64;
        assert!(self.top <= self.memory.len() as u64);
        at
    }

    pub fn context(&self, field: u32) -> u64 {
        self.read(CONTEXT + u64::from(field), 8)
    }

    pub fn call(&mut self, id: FuncId, args: &[u64]) -> Vec<u64> {
        let func = &self.module.funcs[id];
        let mut frame = Frame { func, values: FxHashMap::default(), slots: FxHashMap::default(), vars: FxHashMap::default() };
        assert_eq!(func.params(func.body).len(), args.len());
        frame.set(func.params(func.body), args);
        match self.block(&mut frame, func.body) {
            Flow::Return(values) => values,
            _ => panic!("a function ends without return"),
        }
    }

    fn block(&mut self, frame: &mut Frame<'m>, block: Block) -> Flow {
        for inst in frame.func.insts(block) {
            if let Some(flow) = self.step(frame, *inst) {
                return flow;
            }
        }
        panic!("a block without end")
    }

    fn step(&mut self, frame: &mut Frame<'m>, inst: Inst) -> Option<Flow> {
        self.steps += 1;
        let func = frame.func;
        let results = func.inst_results(inst);
        let values = match func.op(inst) {
            Op::Yield(values) => return Some(Flow::Yield(frame.get(values))),
            Op::Exit(to, values) => return Some(Flow::Exit(*to, frame.get(values))),
            Op::Next(to, values) => return Some(Flow::Next(*to, frame.get(values))),
            Op::Return(values) => return Some(Flow::Return(frame.get(values))),
            Op::Unreachable => panic!("unreachable was reached"),
            Op::If(cond, then, els) => {
                let arm = if frame.values[cond] != 0 { then } else { els };
                match self.block(frame, *arm) {
                    Flow::Yield(values) => values,
                    flow => return Some(flow),
                }
            }
            Op::Scope(body) => match self.block(frame, *body) {
                Flow::Exit(to, values) if to == *body => values,
                flow => return Some(flow),
            },
            Op::Loop(inits, body) => match self.run_loop(frame, inits, *body) {
                Ok(values) => values,
                Err(flow) => return Some(flow),
            },
            Op::For(lo, hi, inits, body) => {
                let range = frame.values[lo] as i64..frame.values[hi] as i64;
                match self.run_for(frame, range, inits, *body) {
                    Ok(values) => values,
                    Err(flow) => return Some(flow),
                }
            }
            Op::Call(callee, args) => {
                assert_eq!(self.module.funcs[*callee].convention, Convention::Internal);
                let args = frame.get(args);
                self.call(*callee, &args)
            }
            op => self.simple(frame, op, results.first().map(|result| func.ty(*result))),
        };
        assert_eq!(results.len(), values.len(), "results of {:?}", func.op(inst));
        frame.set(results, &values);
        None
    }

    fn run_loop(&mut self, frame: &mut Frame<'m>, inits: &[Value], body: Block) -> Result<Vec<u64>, Flow> {
        let mut carried = frame.get(inits);
        loop {
            frame.set(frame.func.params(body), &carried);
            match self.block(frame, body) {
                Flow::Next(to, values) if to == body => carried = values,
                Flow::Exit(to, values) if to == body => return Ok(values),
                flow => return Err(flow),
            }
        }
    }

    fn run_for(
        &mut self,
        frame: &mut Frame<'m>,
        range: std::ops::Range<i64>,
        inits: &[Value],
        body: Block,
    ) -> Result<Vec<u64>, Flow> {
        let mut carried = frame.get(inits);
        for at in range {
            carried.insert(0, at as u64);
            frame.set(frame.func.params(body), &carried);
            match self.block(frame, body) {
                Flow::Next(to, values) if to == body => carried = values,
                Flow::Exit(to, values) if to == body => return Ok(values),
                flow => return Err(flow),
            }
        }
        Ok(carried)
    }

    fn simple(&mut self, frame: &mut Frame<'m>, op: &Op, ty: Option<Type>) -> Vec<u64> {
        let get = |value: &Value| frame.values[value];
        let dtype = |value: &Value| frame.func.ty(*value).scalar().unwrap_or(DType::U64);
        let result = match op {
            Op::Const(bits) => *bits,
            Op::Unary(op, x) => eval::eval_unary(*op, dtype(x), get(x)),
            Op::Binary(op, x, y) => {
                check_division(*op, dtype(x), get(x), get(y));
                eval_shift(*op, dtype(x), get(x), get(y))
            }
            Op::Compare(op, x, y) => eval::eval_compare(*op, dtype(x), get(x), get(y)).into(),
            Op::Select(cond, x, y) => {
                if get(cond) != 0 {
                    get(x)
                } else {
                    get(y)
                }
            }
            Op::Cast(CastOp::ToAddr | CastOp::FromAddr, x) => get(x),
            Op::Cast(op, x) => eval::eval_cast(*op, frame.func.ty(*x), ty.unwrap(), get(x)).unwrap(),
            Op::Context => CONTEXT,
            Op::Load(memory, p, offset) => self.load(*memory, get(p) + u64::from(*offset)),
            Op::Alloc(bytes) => self.alloc(get(bytes) as i64),
            Op::GetVar(var) => frame.vars.get(var).copied().unwrap_or(0),
            Op::SlotGet(slot) => frame.slots.get(slot).copied().unwrap_or(0),
            Op::Store(memory, p, offset, x) => {
                self.store(*memory, get(p) + u64::from(*offset), get(x));
                return vec![];
            }
            Op::SetVar(var, x) => {
                let x = get(x);
                frame.vars.insert(*var, x);
                return vec![];
            }
            Op::Retain(p) => return self.retain(get(p)),
            Op::Release(p) => return self.release(get(p)),
            Op::SlotSet(slot, p) => {
                let p = get(p);
                frame.slots.insert(*slot, p);
                return vec![];
            }
            op => panic!("not flat: {op:?}"),
        };
        vec![if ty == Some(Type::Addr) { result & self.mask } else { result }]
    }

    fn width(memory: MemType) -> usize {
        match memory {
            MemType::I8 | MemType::U8 => 1,
            MemType::I16 | MemType::U16 => 2,
            MemType::I32 | MemType::F32 => 4,
            MemType::I64 | MemType::F64 | MemType::Addr => 8,
            MemType::Vector => panic!("this machine has no vectors"),
        }
    }

    fn load(&self, memory: MemType, at: u64) -> u64 {
        let bits = self.read(at, Self::width(memory));
        match memory {
            MemType::I8 => bits as i8 as u64,
            MemType::I16 => bits as i16 as u64,
            MemType::I32 => bits as i32 as u64,
            MemType::Addr => bits & self.mask,
            _ => bits,
        }
    }

    fn store(&mut self, memory: MemType, at: u64, bits: u64) {
        self.write(at, Self::width(memory), bits);
    }

    pub fn read(&self, at: u64, width: usize) -> u64 {
        assert!(at >= CONTEXT, "reads at {at}");
        let at = at as usize;
        let mut bytes = [0; 8];
        bytes[..width].copy_from_slice(&self.memory[at..at + width]);
        u64::from_le_bytes(bytes)
    }

    pub fn write(&mut self, at: u64, width: usize, bits: u64) {
        assert!(at >= CONTEXT, "writes at {at}");
        let at = at as usize;
        self.memory[at..at + width].copy_from_slice(&bits.to_le_bytes()[..width]);
    }

    fn alloc(&mut self, bytes: i64) -> u64 {
        assert!(bytes >= 0);
        self.refuse = self.refuse.wrapping_sub(1);
        let header = self.top.next_multiple_of(16);
        let end = header.checked_add(u64::from(buffer::DATA)).and_then(|start| start.checked_add(bytes as u64));
        match end {
            Some(end) if self.refuse != 0 && end <= self.memory.len() as u64 => {
                self.top = end;
                self.live.insert(header, 1);
                header
            }
            _ => 0,
        }
    }

    fn retain(&mut self, p: u64) -> Vec<u64> {
        if p != 0 {
            *self.live.get_mut(&p).expect("retains a live buffer") += 1;
        }
        vec![]
    }

    fn release(&mut self, p: u64) -> Vec<u64> {
        if p != 0 {
            let count = self.live.get_mut(&p).expect("releases a live buffer");
            *count -= 1;
            if *count == 0 {
                self.live.remove(&p);
            }
        }
        vec![]
    }
}

/// Bare divisions must be safe; shifts take their count modulo the width.
fn check_division(op: BinaryOp, dtype: DType, x: u64, y: u64) {
    if matches!(op, BinaryOp::DivS | BinaryOp::DivU | BinaryOp::RemS | BinaryOp::RemU) {
        assert_ne!(y, 0, "divides by 0");
    }
    let least = dtype.int_min() as i64;
    assert!(op != BinaryOp::DivS || y as i64 != -1 || x as i64 != least, "divides INT_MIN by -1");
}

fn eval_shift(op: BinaryOp, dtype: DType, x: u64, y: u64) -> u64 {
    match op {
        BinaryOp::Shl | BinaryOp::Shr => eval::eval_binary(op, dtype, x, y % u64::from(dtype.bits())),
        _ => eval::eval_binary(op, dtype, x, y),
    }
}

impl Frame<'_> {
    fn get(&self, values: &[Value]) -> Vec<u64> {
        values.iter().map(|value| self.values[value]).collect()
    }

    fn set(&mut self, names: &[Value], values: &[u64]) {
        for (name, value) in names.iter().zip(values) {
            self.values.insert(*name, *value);
        }
    }
}
