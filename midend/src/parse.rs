//! Reads the text form back (`print.rs` says what it looks like). Printing what was parsed gives the same text; what the
//! text does not show is lost: source spans, positions of operations that cannot raise, and users' signatures of exports.
//!
//! Only the form is checked here; `verify` checks the rest.

mod cursor;
mod header;
mod ops;
#[cfg(test)]
mod tests;

use crate::func::{Func, Loc, Module};
use crate::ir::{Block, Each, Inst, Op, Value, Values};
use crate::types::Type;
use crate::typing::implied_results;
use cranelift_entity::{EntityRef, EntitySet};
use cursor::Cursor;
use std::fmt;

/// Text that is not a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// Line, 1-based.
    pub line: usize,
    /// What was expected.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ParseError {}

type Result<T> = std::result::Result<T, ParseError>;

/// Reads a module.
pub fn parse_module(text: &str) -> Result<Module> {
    let mut cursor = Cursor::new(text);
    let mut module = Module::default();
    while !cursor.at_end() {
        header::item(&mut cursor, &mut module)?;
    }
    Ok(module)
}

/// Reads one function: `func name(…) { … }`.
pub fn parse_func(text: &str) -> Result<Func> {
    let mut cursor = Cursor::new(text);
    let func = header::func(&mut cursor)?;
    if cursor.at_end() { Ok(func) } else { cursor.fail("expected the end of the text") }
}

/// Deepest nesting of regions.
const MAX_DEPTH: usize = 200;
/// Numbers above this are refused: every number below the highest takes memory.
const MAX_NUMBER: usize = 1 << 22;

/// Reads the body of a function.
struct Body<'c, 'a> {
    cursor: &'c mut Cursor<'a>,
    func: Func,
    depth: usize,
    /// Labels go up to this one.
    highest_label: usize,
    /// Blocks that are bodies already.
    bodies: EntitySet<Block>,
}

impl Body<'_, '_> {
    /// `%3`, with all values below it.
    fn value(&mut self) -> Result<Value> {
        let number = self.number('%')?;
        while self.func.value_count() <= number {
            self.func.new_value(Type::Addr);
        }
        Ok(Value::new(number))
    }

    fn number(&mut self, sigil: char) -> Result<usize> {
        let number = self.cursor.id(sigil)?;
        if number > MAX_NUMBER { self.cursor.fail("the number is too large") } else { Ok(number) }
    }

    /// `^3`. Blocks up to the highest label of the function exist already.
    fn label(&mut self) -> Result<Block> {
        let number = self.number('^')?;
        if number > self.highest_label { self.cursor.fail("the label is not of this function") } else { Ok(Block::new(number)) }
    }

    /// A label that is the body of one region only.
    fn own_label(&mut self) -> Result<Block> {
        let block = self.label()?;
        if self.bodies.insert(block) { Ok(block) } else { self.cursor.fail(format!("{block} is a body already")) }
    }

    /// `%1, %2, …`, perhaps nothing.
    fn values(&mut self) -> Result<Values> {
        let mut values = Values::new();
        while self.cursor.peek("%") {
            values.push(self.value()?);
            if !self.cursor.eat(",") {
                break;
            }
        }
        Ok(values)
    }

    fn in_parens(&mut self) -> Result<Values> {
        self.cursor.expect("(")?;
        let values = self.values()?;
        self.cursor.expect(")")?;
        Ok(values)
    }

    /// `%1: i64`
    fn typed(&mut self) -> Result<Value> {
        let value = self.value()?;
        self.cursor.expect(":")?;
        let ty = self.cursor.ty()?;
        self.func.set_ty(value, ty);
        Ok(value)
    }

    /// Operations up to the closing brace.
    fn block(&mut self, block: Block) -> Result<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return self.cursor.fail("regions are nested too deeply");
        }
        self.cursor.expect("{")?;
        while !self.cursor.eat("}") {
            let inst = self.statement()?;
            self.func.append(block, inst);
        }
        self.depth -= 1;
        Ok(())
    }

    fn statement(&mut self) -> Result<Inst> {
        let results = self.values()?;
        if !results.is_empty() {
            self.cursor.expect("=")?;
        }
        let word = self.cursor.word()?;
        let (op, types) = match word {
            "const" => self.constant()?,
            _ => {
                let op = self.operation(word)?;
                let types = self.result_types(&op, results.len())?;
                (op, types)
            }
        };
        if types.len() != results.len() {
            return self.cursor.fail(format!("{} results but {} types", results.len(), types.len()));
        }
        for (result, ty) in results.iter().zip(types) {
            self.func.set_ty(*result, ty);
        }
        let position = if self.cursor.eat_word("at") { self.cursor.integer()? } else { 0 };
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        let blocks = op.blocks();
        let inst = self.func.make(op, &[], Loc { span: None, position });
        self.func.set_results(inst, results);
        self.bodies(&blocks)?;
        Ok(inst)
    }

    /// `: i32, f64`, or what follows from the operands.
    fn result_types(&mut self, op: &Op, count: usize) -> Result<Vec<Type>> {
        if self.cursor.eat(":") {
            let mut types = vec![self.cursor.ty()?];
            while self.cursor.eat(",") {
                types.push(self.cursor.ty()?);
            }
            return Ok(types);
        }
        match implied_results(&self.func, op) {
            Some(types) => Ok(types.to_vec()),
            None if count == 0 => Ok(Vec::new()),
            None => self.cursor.fail("expected `:` and the types of the results"),
        }
    }

    fn constant(&mut self) -> Result<(Op, Vec<Type>)> {
        let text = self.cursor.token();
        self.cursor.expect(":")?;
        let ty = self.cursor.ty()?;
        match ops::constant_bits(text, ty) {
            Some(bits) => Ok((Op::Const(bits), vec![ty])),
            None => self.cursor.fail(format!("`{text}` is no constant of type {ty}")),
        }
    }

    /// The blocks of a region; an `else` that is not there only yields.
    fn bodies(&mut self, blocks: &[Block]) -> Result<()> {
        let [first, rest @ ..] = blocks else { return Ok(()) };
        self.block(*first)?;
        if let [els] = rest {
            if self.cursor.eat_word("else") || self.cursor.eat_word("catch") {
                return self.block(*els);
            }
            self.func.push(*els, Op::Yield(Values::new()), &[], Loc::default());
        }
        Ok(())
    }

    // ---- regions

    fn region(&mut self, word: &str) -> Result<Op> {
        match word {
            "if" => {
                let cond = self.value()?;
                Ok(Op::If(cond, self.func.new_block(), self.func.new_block()))
            }
            "try" => Ok(Op::Try(self.func.new_block(), self.func.new_block())),
            "scope" => Ok(Op::Scope(self.own_label()?)),
            "loop" => {
                let body = self.own_label()?;
                let (params, inits) = self.carried()?;
                self.func.set_params(body, params);
                Ok(Op::Loop(inits, body))
            }
            "for" => self.for_(),
            "each" => self.each(),
            _ => self.cursor.fail(format!("unknown operation `{word}`")),
        }
    }

    fn for_(&mut self) -> Result<Op> {
        let body = self.own_label()?;
        let counter = self.value()?;
        self.func.set_ty(counter, Type::I64);
        self.cursor.expect("in")?;
        let lo = self.value()?;
        self.cursor.expect("..")?;
        let hi = self.value()?;
        let (carried, inits) = self.carried()?;
        let params = std::iter::once(counter).chain(carried).collect();
        self.func.set_params(body, params);
        Ok(Op::For(lo, hi, inits, body))
    }

    /// `(%p = %init, %q: f64 = %other, …)`, perhaps nothing at all.
    fn carried(&mut self) -> Result<(Values, Values)> {
        let (mut params, mut inits) = (Values::new(), Values::new());
        if !self.cursor.eat("(") {
            return Ok((params, inits));
        }
        while !self.cursor.eat(")") {
            let param = self.value()?;
            let ty = if self.cursor.eat(":") { Some(self.cursor.ty()?) } else { None };
            self.cursor.expect("=")?;
            let init = self.value()?;
            self.func.set_ty(param, ty.unwrap_or(self.func.ty(init)));
            params.push(param);
            inits.push(init);
            self.cursor.eat(",");
        }
        Ok((params, inits))
    }

    fn each(&mut self) -> Result<Op> {
        let body = self.func.new_block();
        let (mut kinds, mut extents) = (Default::default(), Values::new());
        self.axes(&mut kinds, &mut extents)?;
        let (mut params, inputs) = self.carried()?;
        for (param, input) in params.iter().zip(&inputs) {
            let element = self.func.ty(*input).array().map(|array| Type::Scalar(array.dtype));
            self.func.set_ty(*param, element.unwrap_or(Type::Addr));
        }
        let indexed = self.cursor.eat_word("indices");
        if indexed {
            for index in self.in_parens()? {
                self.func.set_ty(index, Type::I64);
                params.push(index);
            }
        }
        self.func.set_params(body, params);
        self.cursor.expect("->")?;
        let outputs = self.outputs()?;
        self.cursor.expect(",")?;
        let site = self.cursor.site()?;
        Ok(Op::Each(Box::new(Each { extents, kinds, inputs, indexed, body, outputs, site })))
    }
}
