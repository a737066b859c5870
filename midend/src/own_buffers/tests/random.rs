//! Random programs: every way to nest regions and to leave them.

use super::machine::run;
use super::{ARRAY, call, counted, empty, end, func, number, one, view};
use crate::func::{Func, Loc};
use crate::ir::{Block, FuncId, Op, Site, Value, Values, Var};
use crate::own_buffers;
use cranelift_entity::EntityRef;
use smallvec::smallvec;

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % n
    }
}

/// An open region: its body, how many arrays an exit hands over, and how many a next round takes (`None`: no loop).
#[derive(Clone, Copy)]
struct Open {
    body: Block,
    exit: usize,
    next: Option<usize>,
}

struct Programs {
    func: Func,
    random: Random,
    budget: usize,
}

impl Programs {
    fn pick(&mut self, from: &[Value], n: usize) -> Values {
        (0..n).map(|_| from[from.len() - 1 - self.random.below(from.len()).min(self.random.below(from.len()))]).collect()
    }

    fn fill(&mut self, block: Block, mut seen: Vec<Value>, open: &mut Vec<Open>, last: &dyn Fn(Values) -> Op, n: usize) {
        for _ in 0..self.random.below(6) {
            if self.budget == 0 {
                break;
            }
            self.budget -= 1;
            let results = self.statement(block, &seen, open);
            seen.extend(results);
        }
        let jump = self.random.below(8);
        let op = match open.get(self.random.below(open.len() + 1)).copied() {
            Some(region) if jump == 0 => Op::Exit(region.body, self.pick(&seen, region.exit)),
            Some(Open { body, next: Some(n), .. }) if jump == 1 => Op::Next(body, self.pick(&seen, n)),
            _ if jump == 2 => Op::Return(self.pick(&seen, 2)),
            _ if jump == 3 => Op::Raise(Site::new(0), smallvec![]),
            _ => last(self.pick(&seen, n)),
        };
        end(&mut self.func, block, op);
    }

    fn statement(&mut self, block: Block, seen: &[Value], open: &mut Vec<Open>) -> Values {
        let count = self.random.below(3);
        let inits = self.pick(seen, count);
        let types = vec![ARRAY; count];
        let f = &mut self.func;
        match self.random.below(14) {
            0 => smallvec![empty(f, block)],
            1 => f.push(block, Op::Call(FuncId::new(0), inits), &types, Loc::default()),
            2 => smallvec![call(f, block, &inits)],
            3 => smallvec![view(f, block, seen[seen.len() - 1])],
            4 => {
                let cond = number(f, block);
                let (x, y) = (seen[0], seen[seen.len() - 1]);
                smallvec![one(f, block, Op::Select(cond, x, y))]
            }
            5 => f.push(block, Op::LoadElem(seen[seen.len() - 1], smallvec![]), &[], Loc::default()),
            10 => f.push(block, Op::SetVar(Var::new(inits.len() % 2), seen[seen.len() - 1]), &[], Loc::default()),
            11 => smallvec![one(f, block, Op::GetVar(Var::new(inits.len() % 2)))],
            12 | 13 => {
                let (attempt, handler) = (f.new_block(), f.new_block());
                let results = f.push(block, Op::Try(attempt, handler), &types, Loc::default());
                self.fill(attempt, seen.to_vec(), open, &Op::Yield, count);
                self.fill(handler, seen.to_vec(), open, &Op::Yield, count);
                results
            }
            6 | 7 => {
                let cond = number(f, block);
                let (then, els) = (f.new_block(), f.new_block());
                let results = f.push(block, Op::If(cond, then, els), &types, Loc::default());
                self.fill(then, seen.to_vec(), open, &Op::Yield, count);
                self.fill(els, seen.to_vec(), open, &Op::Yield, count);
                results
            }
            8 => {
                let (body, params, results) = counted(f, block, &inits);
                open.push(Open { body, exit: count, next: Some(count) });
                self.fill(body, [seen, &params].concat(), open, &|values| Op::Next(body, values), count);
                open.pop();
                results
            }
            _ => {
                let body = f.new_block();
                let looping = self.random.below(2) == 0;
                let params: Values = inits.iter().filter(|_| looping).map(|_| f.add_param(body, ARRAY)).collect();
                let op = if looping { Op::Loop(inits, body) } else { Op::Scope(body) };
                let results = f.push(block, op, &types, Loc::default());
                open.push(Open { body, exit: count, next: looping.then_some(count) });
                self.fill(body, [seen, &params].concat(), open, &|values| Op::Exit(body, values), count);
                open.pop();
                results
            }
        }
    }
}

#[test]
fn random_programs_are_balanced() {
    for seed in 1..1500 {
        let (mut func, params) = func(3);
        let body = func.body;
        func.vars.push(ARRAY);
        func.vars.push(ARRAY);
        let mut programs = Programs { func, random: Random(seed * 0x9E37_79B9), budget: 25 };
        programs.fill(body, params.to_vec(), &mut Vec::new(), &Op::Return, 2);
        own_buffers(&mut programs.func);
        for path in 0..150_u64 {
            run(&programs.func, path.wrapping_mul(0x2545_F491_4F6C_DD1D).rotate_left(9) ^ path);
        }
    }
}
