//! Variables to locals.
//!
//! The life of a variable is a stretch of code: from where it gets its value to its last use, and on to the end of a
//! loop if it is used there but comes from outside. Variables that are moved into each other become one where their
//! lives do not touch; what is left shares locals first come, first served. What a `next` or `exit` writes is not alive
//! until the loop or what follows it begins, so carried variables leave room between their last use and the `next`.

use crate::code::{Code, Frame, Item, Var};
use wasm_encoder::ValType;

/// First and last position at which a variable is alive. Even positions are uses, odd ones definitions.
type Life = (u32, u32);

/// Replaces variables by locals, numbered from the parameters on, and drops moves that have become useless. Returns the
/// types of all locals.
pub(crate) fn assign(code: &mut Code, params: usize) -> Vec<ValType> {
    let lives = lives(code, params);
    let mut groups = Groups::new(&code.vars, lives, params);
    groups.join_moved(code);
    let (types, locals) = groups.share(&code.vars, params);
    rewrite(code, &locals);
    types
}

#[derive(Default)]
struct Survey {
    lives: Vec<Option<Life>>,
    /// Number of loops around the definition.
    depths: Vec<usize>,
    /// Loops around the current position.
    loops: Vec<usize>,
    /// Where loops end.
    ends: Vec<u32>,
    /// Uses in a loop of variables from outside.
    carried_in: Vec<(Var, usize)>,
}

fn lives(code: &Code, params: usize) -> Vec<Option<Life>> {
    let count = code.vars.len();
    let mut survey = Survey { lives: vec![None; count], depths: vec![usize::MAX; count], ..Survey::default() };
    (0..params).for_each(|param| survey.define(Var(param as u32), 0));
    let mut position = 0;
    for (at, item) in code.items.iter().enumerate() {
        // Variables that begin together are alive together, even those that are never used.
        let together = matches!(item, Item::Begin(_)) && at > 0 && matches!(code.items[at - 1], Item::Begin(_));
        if !together {
            position = 2 * at as u32 + 2;
        }
        survey.item(code, item, position);
    }
    let end = 2 * code.items.len() as u32 + 2;
    for (var, inside) in survey.carried_in {
        extend(&mut survey.lives[var.0 as usize], survey.ends[inside]);
    }
    for var in &code.pinned {
        survey.lives[var.0 as usize] = Some((0, end));
    }
    survey.lives
}

impl Survey {
    fn item(&mut self, code: &Code, item: &Item, at: u32) {
        match item {
            // Up to the end of a move: if that vanishes, the value waits in its variable instead of on the stack.
            Item::Get(var) | Item::MoveGet(var, _) | Item::MoveSet(_, Some(var)) => self.used(*var, at),
            Item::Set(var) | Item::Tee(var) | Item::Begin(var) => self.define(*var, at + 1),
            Item::Open(label) if code.frame(*label) == Frame::Loop => {
                self.loops.push(self.ends.len());
                self.ends.push(at);
            }
            Item::Close(label) if code.frame(*label) == Frame::Loop => {
                if let Some(ended) = self.loops.pop() {
                    self.ends[ended] = at;
                }
            }
            _ => {}
        }
    }

    fn define(&mut self, var: Var, at: u32) {
        extend(&mut self.lives[var.0 as usize], at);
        self.depths[var.0 as usize] = self.loops.len();
    }

    fn used(&mut self, var: Var, at: u32) {
        extend(&mut self.lives[var.0 as usize], at);
        if let Some(outermost) = self.loops.get(self.depths[var.0 as usize]) {
            self.carried_in.push((var, *outermost));
        }
    }
}

fn extend(life: &mut Option<Life>, at: u32) {
    let (start, end) = life.unwrap_or((at, at));
    *life = Some((start.min(at), end.max(at)));
}

/// Groups of variables that share one local.
struct Groups {
    parents: Vec<usize>,
    /// Sorted lives of a group, at its root.
    lives: Vec<Vec<Life>>,
    /// The local of a parameter.
    fixed: Vec<Option<usize>>,
    types: Vec<ValType>,
}

impl Groups {
    fn new(types: &[ValType], lives: Vec<Option<Life>>, params: usize) -> Groups {
        Groups {
            parents: (0..types.len()).collect(),
            lives: lives.into_iter().map(|life| life.into_iter().collect()).collect(),
            fixed: (0..types.len()).map(|var| (var < params).then_some(var)).collect(),
            types: types.to_vec(),
        }
    }

    fn root(&mut self, var: usize) -> usize {
        let mut at = var;
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// Joins variables that are moved into each other: those in inner loops first, among them the last first, since at the
    /// end of a loop stands what goes round.
    fn join_moved(&mut self, code: &Code) {
        code.same.iter().for_each(|(a, b)| self.join(a.0 as usize, b.0 as usize));
        let mut depth = 0_u32;
        let mut moves = Vec::new();
        for item in &code.items {
            match item {
                Item::Open(label) if code.frame(*label) == Frame::Loop => depth += 1,
                Item::Close(label) if code.frame(*label) == Frame::Loop => depth -= 1,
                Item::MoveSet(to, Some(from)) => moves.push((depth, *from, *to)),
                _ => {}
            }
        }
        moves.reverse();
        moves.sort_by_key(|(depth, ..)| std::cmp::Reverse(*depth));
        moves.into_iter().for_each(|(_, from, to)| self.join(from.0 as usize, to.0 as usize));
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let possible = a != b && self.types[a] == self.types[b] && (self.fixed[a].is_none() || self.fixed[b].is_none());
        if !possible || touch(&self.lives[a], &self.lives[b]) {
            return;
        }
        let (keep, gone) = if self.fixed[b].is_some() { (b, a) } else { (a, b) };
        self.parents[gone] = keep;
        let more = std::mem::take(&mut self.lives[gone]);
        self.lives[keep].extend(more);
        self.lives[keep].sort_unstable();
    }

    /// Gives groups locals; returns the types of the locals and the local of each variable.
    fn share(&mut self, vars: &[ValType], params: usize) -> (Vec<ValType>, Vec<u32>) {
        let mut types = vars[..params].to_vec();
        let mut taken: Vec<Vec<Life>> = (0..params).map(|param| self.lives[param].clone()).collect();
        let mut locals: Vec<Option<usize>> = self.fixed.clone();
        let mut order: Vec<_> =
            (params..vars.len()).filter(|var| self.parents[*var] == *var && !self.lives[*var].is_empty()).collect();
        order.sort_by_key(|var| self.lives[*var].first().copied());
        for var in order {
            let fits = |local: &usize| types[*local] == vars[var] && !touch(&taken[*local], &self.lives[var]);
            let local = (0..types.len()).find(fits).unwrap_or(types.len());
            if local == types.len() {
                types.push(vars[var]);
                taken.push(Vec::new());
            }
            taken[local].extend_from_slice(&self.lives[var]);
            taken[local].sort_unstable();
            locals[var] = Some(local);
        }
        let of_var = (0..vars.len()).map(|var| locals[self.root(var)].unwrap_or(0) as u32).collect();
        (types, of_var)
    }
}

/// True if two sorted lists of lives have a position in common.
fn touch(a: &[Life], b: &[Life]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().any(|(start, end)| {
        // Lives of one list are disjoint, so the first that does not end before this one starts decides.
        let next = many.partition_point(|(_, other_end)| other_end < start);
        many.get(next).is_some_and(|(other_start, _)| other_start <= end)
    })
}

fn rewrite(code: &mut Code, locals: &[u32]) {
    let local = |var: Var| Var(locals[var.0 as usize]);
    let items = std::mem::take(&mut code.items);
    let kept = items.into_iter().filter_map(|item| match item {
        Item::MoveGet(from, to) => (local(from) != local(to)).then(|| Item::Get(local(from))),
        Item::MoveSet(to, from) => {
            let useless = from.is_some_and(|from| local(from) == local(to));
            (!useless).then(|| Item::Set(local(to)))
        }
        Item::Get(var) => Some(Item::Get(local(var))),
        Item::Set(var) => Some(Item::Set(local(var))),
        Item::Tee(var) => Some(Item::Tee(local(var))),
        Item::Begin(_) => None,
        other => Some(other),
    });
    code.items = kept.collect();
}
