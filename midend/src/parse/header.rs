//! What stands at the top level: files, positions, sites, exports and functions.

use super::cursor::Cursor;
use super::{Body, MAX_NUMBER, Result};
use crate::func::{Convention, Export, Func, Module};
use crate::interface::{Position, RaiseSite};
use crate::ir::FuncId;
use cranelift_entity::{EntityRef, EntitySet};

pub(super) fn item(cursor: &mut Cursor, module: &mut Module) -> Result<()> {
    match () {
        () if cursor.peek("file") => {
            numbered(cursor, "file", module.files.len())?;
            module.files.push(cursor.string()?);
        }
        () if cursor.peek("position") => position(cursor, module)?,
        () if cursor.peek("site") => site(cursor, module)?,
        () if cursor.peek("data") => {
            numbered(cursor, "data", module.data.len())?;
            let text = cursor.string()?;
            let Some(bytes) = bytes_of(&text) else { return cursor.fail("the bytes are pairs of hexadecimal digits") };
            if !module.data.insert(bytes) {
                return cursor.fail("the data occurs a second time");
            }
        }
        () if cursor.eat_word("exception") => {
            let name = cursor.word()?.to_string();
            cursor.expect("(")?;
            let base = cursor.word()?.to_string();
            cursor.expect(")")?;
            module.exceptions.insert(name, base);
        }
        () if cursor.eat_word("export") => {
            let name = cursor.string()?;
            cursor.expect("=")?;
            module.exports.push(Export { func: func_id(cursor)?, name, function: None });
        }
        () => {
            if func_id(cursor)?.index() != module.funcs.len() {
                return cursor.fail("functions are numbered from @0 in order");
            }
            cursor.expect("=")?;
            module.funcs.push(func(cursor)?);
        }
    }
    Ok(())
}

/// `word3 =`, where the number has to be this one.
fn numbered(cursor: &mut Cursor, word: &str, expected: usize) -> Result<()> {
    if cursor.numbered(word)? != expected {
        return cursor.fail(format!("expected {word}{expected}"));
    }
    cursor.expect("=")
}

fn position(cursor: &mut Cursor, module: &mut Module) -> Result<()> {
    numbered(cursor, "position", module.positions.len().max(1))?;
    let file = cursor.integer()? as u32;
    cursor.expect(":")?;
    let line = cursor.integer()? as u32;
    let function = cursor.string()?;
    let before = module.positions.len().max(1);
    if module.position(Position { file, line, function }) as usize != before {
        return cursor.fail("the position occurs a second time");
    }
    Ok(())
}

fn site(cursor: &mut Cursor, module: &mut Module) -> Result<()> {
    numbered(cursor, "site", module.sites.len())?;
    let exception = cursor.word()?.to_string();
    let message = cursor.string()?;
    if !module.sites.insert(RaiseSite { exception, message }) {
        return cursor.fail("the site occurs a second time");
    }
    Ok(())
}

/// `c3a4` as bytes.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let pairs = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(pairs.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| 16 * byte + *digit as u8)).collect())
}

pub(super) fn func_id(cursor: &mut Cursor) -> Result<FuncId> {
    let number = cursor.id('@')?;
    if number > MAX_NUMBER { cursor.fail("the number is too large") } else { Ok(FuncId::new(number)) }
}

pub(super) fn func(cursor: &mut Cursor) -> Result<Func> {
    cursor.expect("func")?;
    let name = if cursor.peek("\"") { cursor.string()? } else { cursor.word()?.to_string() };
    let mut func = Func::new(name);
    let highest_label = highest_label(cursor)?;
    for _ in 0..highest_label {
        func.new_block();
    }
    let block = func.body;
    let mut bodies = EntitySet::new();
    bodies.insert(block);
    let mut body = Body { cursor, func, depth: 0, highest_label, bodies };
    body.signature()?;
    body.block(block)?;
    Ok(body.func)
}

/// Labels keep their numbers, so the blocks of arms, which have none in the text, come after them.
fn highest_label(cursor: &mut Cursor) -> Result<usize> {
    let rest = cursor.rest();
    let text = &rest[..rest.find("\n@").unwrap_or(rest.len())];
    let labels = text.split('^').skip(1).map(|after| {
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        after[..end].parse::<usize>().unwrap_or(usize::MAX)
    });
    let highest = labels.max().unwrap_or(0);
    if highest > MAX_NUMBER { cursor.fail("the number of a label is too large") } else { Ok(highest) }
}

impl Body<'_, '_> {
    /// `(%0: addr, …) -> (i32, f64) entry slots 2`
    fn signature(&mut self) -> Result<()> {
        let mut params = crate::ir::Values::new();
        self.cursor.expect("(")?;
        while !self.cursor.eat(")") {
            params.push(self.typed()?);
            self.cursor.eat(",");
        }
        self.func.set_params(self.func.body, params);
        if self.cursor.eat("->") {
            self.results()?;
        }
        let func = &mut self.func;
        func.convention = if self.cursor.eat_word("entry") { Convention::Entry } else { Convention::Internal };
        func.library = self.cursor.eat_word("library");
        func.fastmath = self.cursor.eat_word("fastmath");
        func.can_raise = !self.cursor.eat_word("total");
        func.pure_scalar = self.cursor.eat_word("pure");
        if self.cursor.eat_word("slots") {
            let count = self.cursor.integer()?;
            if count > MAX_NUMBER {
                return self.cursor.fail("the number is too large");
            }
            for _ in 0..count {
                self.func.slots.push(());
            }
        }
        if self.cursor.eat_word("vars") {
            self.cursor.expect("(")?;
            while !self.cursor.eat(")") {
                let ty = self.cursor.ty()?;
                self.func.vars.push(ty);
                self.cursor.eat(",");
            }
        }
        Ok(())
    }

    fn results(&mut self) -> Result<()> {
        let many = self.cursor.eat("(");
        loop {
            let ty = self.cursor.ty()?;
            self.func.results.push(ty);
            if !many || !self.cursor.eat(",") {
                break;
            }
        }
        if many { self.cursor.expect(")") } else { Ok(()) }
    }
}
