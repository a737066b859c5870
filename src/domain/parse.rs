//! The grammar of domain comments.
//!
//! ```text
//! domain     = item {"," item}
//! item       = PARAMETER ".shape" ":" "(" [term {"," term}] ")"
//!            | PARAMETER ":" condition {"and" condition}
//! condition  = term order PARAMETER [order term] | PARAMETER order term      order is < <= > >=
//!            | term ".." term                                                both ends belong to it
//!            | "{" number {"," number} "}"
//!            | "finite" | "nonzero" | "sorted"
//! term       = ["-"] NUMBER | (NAME | "len" "(" ARRAY ")" | ARRAY ".shape" "[" NUMBER "]") [("+" | "-") NUMBER]
//! ```

use super::token::{Kind, Token, tokens};
use super::{Bound, Domain, Number, Term, Wrong, rank_of};
use npc_midend::interface::{Function, Param};

const WORDS: [&str; 3] = ["finite", "nonzero", "sorted"];
const EXAMPLE: &str = "write, for instance, `# npc: domain x: 0 < x < 10, n: 1..64, a.shape: (n, n)`";

/// Adds what a comment says to the domain of a function.
pub fn comment(text: &str, start: usize, function: &Function, domain: &mut Domain) -> Result<(), Wrong> {
    let text = text.strip_prefix(':').map_or((text, start), |rest| (rest, start + 1));
    let mut parser = Parser { tokens: tokens(text.0, text.1)?, at: 0, function, about: String::new() };
    loop {
        parser.item(domain)?;
        if !parser.takes(",") {
            break;
        }
    }
    match parser.peek() {
        Token { kind: Kind::End, .. } => Ok(()),
        other => Err(Wrong::new(other.at, "expected `,` or the end of the domain").help(EXAMPLE)),
    }
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    function: &'a Function,
    /// The parameter that the item is about.
    about: String,
}

impl<'a> Parser<'a> {
    fn item(&mut self, domain: &mut Domain) -> Result<(), Wrong> {
        let (param, at) = self.parameter()?;
        self.about = param.name.clone();
        if self.takes(".") {
            self.word("shape")?;
            self.expect(":")?;
            return self.shape(param, at, domain);
        }
        self.expect(":")?;
        loop {
            self.condition(param, domain)?;
            if !matches!(&self.peek().kind, Kind::Name(word) if word == "and") {
                return Ok(());
            }
            self.at += 1;
        }
    }

    /// The parameter that an item is about.
    fn parameter(&mut self) -> Result<(&'a Param, (usize, usize)), Wrong> {
        let token = self.next();
        let Kind::Name(name) = &token.kind else {
            return Err(Wrong::new(token.at, "expected the name of a parameter").help(EXAMPLE));
        };
        self.named(name).map(|param| (param, token.at)).ok_or_else(|| self.unknown(name, token.at))
    }

    fn named(&self, name: &str) -> Option<&'a Param> {
        self.function.params.iter().find(|param| param.name == name)
    }

    fn unknown(&self, name: &str, at: (usize, usize)) -> Wrong {
        let names: Vec<_> = self.function.params.iter().map(|param| param.name.as_str()).collect();
        let wrong = Wrong::new(at, format!("`{}` has no parameter `{name}`", self.function.name));
        match npc_base::closest(name, names.iter().copied()) {
            Some(close) => wrong.help(format!("did you mean `{close}`?")),
            None => wrong.help(format!("there are {}", names.join(", "))),
        }
    }

    fn shape(&mut self, param: &Param, at: (usize, usize), domain: &mut Domain) -> Result<(), Wrong> {
        let Some(rank) = rank_of(&param.shape) else {
            let message = format!("`{}` is no array, it has no shape", param.name);
            return Err(Wrong::new(at, message).label(format!("is `{}`", param.shape.name())));
        };
        let start = self.expect("(")?.0;
        let mut extents = Vec::new();
        while !matches!(self.peek().kind, Kind::Sign(")")) {
            extents.push(self.term()?);
            if !self.takes(",") {
                break;
            }
        }
        let end = self.expect(")")?.1;
        if extents.len() != rank {
            let message = format!("a shape of {} extents for an array of {rank} dimensions", extents.len());
            return Err(Wrong::new((start, end), message).label(format!("`{}` is `{}`", param.name, param.shape.name())));
        }
        domain.shapes.insert(param.name.clone(), extents);
        Ok(())
    }

    fn condition(&mut self, param: &Param, domain: &mut Domain) -> Result<(), Wrong> {
        let name = param.name.clone();
        match &self.peek().kind {
            Kind::Sign("{") => {
                let set = self.set()?;
                domain.sets.entry(name).or_default().extend(set);
            }
            Kind::Name(word) if WORDS.contains(&word.as_str()) && self.named(word).is_none() => {
                domain.words.entry(name).or_default().push(word.clone());
                self.at += 1;
            }
            _ => {
                let bound = self.bound(&name)?;
                domain.bounds.entry(name).or_default().push(bound);
            }
        }
        Ok(())
    }

    fn set(&mut self) -> Result<Vec<Number>, Wrong> {
        self.expect("{")?;
        let mut set = vec![self.number()?];
        while self.takes(",") {
            set.push(self.number()?);
        }
        self.expect("}")?;
        Ok(set)
    }

    /// `1..64`, `0 < x`, `0 < x <= 10`, `x < 10`.
    fn bound(&mut self, name: &str) -> Result<Bound, Wrong> {
        let start = self.peek().at.0;
        let first = self.term()?;
        let bound = if self.takes("..") {
            Bound { low: Some(first), high: Some(self.term()?), ..Bound::default() }
        } else {
            let order = self.order()?;
            let second = self.term()?;
            let mut bound = Bound::default();
            match (is_name(&first, name), is_name(&second, name)) {
                (true, false) => limit(&mut bound, order, second),
                (false, true) => {
                    limit(&mut bound, turned(order), first);
                    if let Some(order) = self.maybe_order() {
                        let third = self.term()?;
                        limit(&mut bound, order, third);
                    }
                }
                _ => {
                    let at = (start, self.before().1);
                    return Err(Wrong::new(at, format!("this condition does not limit `{name}`")).help(EXAMPLE));
                }
            }
            bound
        };
        check(&bound, (start, self.before().1), name).map(|()| bound)
    }

    fn order(&mut self) -> Result<&'static str, Wrong> {
        let at = self.peek().at;
        self.maybe_order().ok_or_else(|| Wrong::new(at, "expected `<`, `<=`, `>`, `>=` or `..`").help(EXAMPLE))
    }

    fn maybe_order(&mut self) -> Option<&'static str> {
        ["<", "<=", ">", ">="].into_iter().find(|sign| self.takes(sign))
    }

    fn term(&mut self) -> Result<Term, Wrong> {
        let Kind::Name(name) = self.peek().kind.clone() else {
            return Ok(Term { base: None, axis: None, plus: self.number()? });
        };
        if name == "inf" {
            return Ok(Term { base: None, axis: None, plus: self.number()? });
        }
        let at = self.next().at;
        let (base, axis) = match name.as_str() {
            "len" if self.takes("(") => {
                let array = self.array()?;
                self.expect(")")?;
                (array, Some(0))
            }
            _ if self.takes(".") => {
                self.word("shape")?;
                self.expect("[")?;
                let axis = self.axis(&name, at)?;
                self.expect("]")?;
                (name, Some(axis))
            }
            _ => (self.scalar(name, at)?, None),
        };
        let plus = if self.takes("+") {
            self.number()?
        } else if self.takes("-") {
            negative(self.number()?)
        } else {
            Number::Int(0)
        };
        Ok(Term { base: Some(base), axis, plus })
    }

    /// A name that stands for a number: a parameter that is no array, a name of the domain's own, or what it is about.
    fn scalar(&self, name: String, at: (usize, usize)) -> Result<String, Wrong> {
        match self.named(&name) {
            Some(param) if rank_of(&param.shape).is_some() && self.about != name => {
                let help = format!("write `len({name})` or `{name}.shape[0]`");
                Err(Wrong::new(at, format!("`{name}` is no number")).label(format!("is `{}`", param.shape.name())).help(help))
            }
            _ => Ok(name),
        }
    }

    fn array(&mut self) -> Result<String, Wrong> {
        let (param, at) = self.parameter()?;
        if rank_of(&param.shape).is_none_or(|rank| rank == 0) {
            return Err(Wrong::new(at, format!("`{}` has no length", param.name)).label(format!("is `{}`", param.shape.name())));
        }
        Ok(param.name.clone())
    }

    fn axis(&mut self, name: &str, at: (usize, usize)) -> Result<u64, Wrong> {
        let rank = match self.named(name) {
            Some(param) => rank_of(&param.shape).unwrap_or(0),
            None => return Err(self.unknown(name, at)),
        };
        let place = self.peek().at;
        match self.number()? {
            Number::Int(axis) if (0..rank as i64).contains(&axis) => Ok(axis as u64),
            _ => Err(Wrong::new(place, format!("`{name}` has {rank} axes, counted from 0"))),
        }
    }

    fn number(&mut self) -> Result<Number, Wrong> {
        let minus = self.takes("-");
        let token = self.next();
        let number = match token.kind {
            Kind::Number(number) => number,
            Kind::Name(name) if name == "inf" => Number::Float(f64::INFINITY),
            _ => return Err(Wrong::new(token.at, "expected a number").help(EXAMPLE)),
        };
        Ok(if minus { negative(number) } else { number })
    }

    fn word(&mut self, word: &str) -> Result<(), Wrong> {
        let token = self.next();
        match token.kind {
            Kind::Name(name) if name == word => Ok(()),
            _ => Err(Wrong::new(token.at, format!("expected `{word}`")).help(EXAMPLE)),
        }
    }

    fn expect(&mut self, sign: &str) -> Result<(usize, usize), Wrong> {
        let at = self.peek().at;
        if self.takes(sign) { Ok(at) } else { Err(Wrong::new(at, format!("expected `{sign}`")).help(EXAMPLE)) }
    }

    fn takes(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek().kind, Kind::Sign(found) if found == sign);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> &Token {
        // The last token is the end, and nothing goes past it.
        &self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn next(&mut self) -> Token {
        let token = self.peek().clone();
        self.at += 1;
        token
    }

    fn before(&self) -> (usize, usize) {
        self.tokens[self.at.saturating_sub(1).min(self.tokens.len() - 1)].at
    }
}

fn is_name(term: &Term, name: &str) -> bool {
    term.base.as_deref() == Some(name) && term.axis.is_none() && term.plus == Number::Int(0)
}

fn negative(number: Number) -> Number {
    match number {
        Number::Int(x) => Number::Int(x.saturating_neg()),
        Number::Float(x) => Number::Float(-x),
    }
}

/// `5 < x` is `x > 5`.
fn turned(order: &'static str) -> &'static str {
    match order {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        _ => "<=",
    }
}

/// Adds the limit that `name order term` says.
fn limit(bound: &mut Bound, order: &str, term: Term) {
    let open = order.len() == 1;
    if order.starts_with('<') {
        (bound.high, bound.high_open) = (Some(term), open);
    } else {
        (bound.low, bound.low_open) = (Some(term), open);
    }
}

/// Limits that are plain numbers must leave something between them.
fn check(bound: &Bound, at: (usize, usize), name: &str) -> Result<(), Wrong> {
    let constant = |term: &Option<Term>| term.as_ref().filter(|term| term.base.is_none()).map(|term| term.plus.value());
    let empty = match (constant(&bound.low), constant(&bound.high)) {
        (Some(low), Some(high)) => low > high || low == high && (bound.low_open || bound.high_open),
        _ => false,
    };
    if empty { Err(Wrong::new(at, format!("there is no such `{name}`"))) } else { Ok(()) }
}
