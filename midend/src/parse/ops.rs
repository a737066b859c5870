//! Single operations, by the word that they start with.

use super::header::func_id;
use super::{Body, Result};
use crate::cells::{CellField, CellLayout};
use crate::ir::{AxisKind, Data, MemType, Op, Output, Value, Values, View, ViewAxis};
use crate::names::{self, meaning};
use crate::types::{DType, Type};
use crate::vector::VecOp;
use smallvec::SmallVec;

/// The bits of a constant in the form in which it is printed.
pub(super) fn constant_bits(text: &str, ty: Type) -> Option<u64> {
    if let Some(hex) = text.strip_prefix("0x") {
        return u64::from_str_radix(hex, 16).ok();
    }
    match ty {
        Type::Scalar(DType::Bool) => text.parse::<bool>().ok().map(u64::from),
        Type::Scalar(DType::F64) => text.parse::<f64>().ok().map(f64::to_bits),
        Type::Scalar(DType::F32) => text.parse::<f32>().ok().map(|value| value.to_bits().into()),
        Type::Scalar(dtype) if dtype.is_signed_int() => text.parse::<i64>().ok().map(|value| value as u64),
        Type::Scalar(_) | Type::Addr | Type::Ref => text.parse::<u64>().ok(),
        Type::Array(_) | Type::Vector => None,
    }
}

impl Body<'_, '_> {
    pub(super) fn operation(&mut self, word: &str) -> Result<Op> {
        if let Some(op) = VecOp::from_name(word) {
            return Ok(Op::Vector(op, self.values()?));
        }
        if let Some(op) = meaning(names::UNARY, word) {
            return Ok(Op::Unary(op, self.value()?));
        }
        if let Some(op) = meaning(names::CAST, word) {
            return Ok(Op::Cast(op, self.value()?));
        }
        if let Some(op) = meaning(names::BINARY, word) {
            let (x, y) = self.two()?;
            return Ok(Op::Binary(op, x, y));
        }
        if let Some(op) = meaning(names::COMPARE, word) {
            let (x, y) = self.two()?;
            return Ok(Op::Compare(op, x, y));
        }
        if let Some(op) = meaning(names::CHECKED, word) {
            let (x, y) = self.two()?;
            self.comma()?;
            return Ok(Op::Checked(op, x, y, self.cursor.site()?));
        }
        if let Some(part) = meaning(names::PART, word) {
            return Ok(Op::Part(part, self.value()?));
        }
        if let Some(part) = meaning(names::PART_VIEW, word) {
            return Ok(Op::PartView(part, self.value()?));
        }
        self.scalar(word)
    }

    fn comma(&mut self) -> Result<()> {
        self.cursor.expect(",")
    }

    fn two(&mut self) -> Result<(Value, Value)> {
        let x = self.value()?;
        self.comma()?;
        Ok((x, self.value()?))
    }

    fn scalar(&mut self, word: &str) -> Result<Op> {
        Ok(match word {
            "select" => {
                let (cond, x) = self.two()?;
                self.comma()?;
                Op::Select(cond, x, self.value()?)
            }
            "complex" => {
                let (re, im) = self.two()?;
                Op::Complex(re, im)
            }
            "convert" => Op::Convert(self.value()?),
            "bitcast" => Op::Bitcast(self.value()?),
            "check" => {
                let cond = self.value()?;
                self.comma()?;
                let site = self.cursor.site()?;
                Op::Check(cond, site, self.in_parens()?)
            }
            "site_number" => Op::SiteNumber(self.cursor.site()?),
            "is_raised" => {
                let site = self.value()?;
                self.comma()?;
                Op::IsRaised(site, self.cursor.site()?)
            }
            "index" => {
                let (i, n) = self.two()?;
                self.comma()?;
                Op::Index(i, n, self.cursor.site()?)
            }
            _ => return self.array(word),
        })
    }

    fn array(&mut self, word: &str) -> Result<Op> {
        Ok(match word {
            "dim" | "stride" => {
                let array = self.value()?;
                self.comma()?;
                let axis = self.cursor.small()?;
                if word == "dim" { Op::Dim(array, axis) } else { Op::Stride(array, axis) }
            }
            "view" => self.view()?,
            "reinterpret_layout" => Op::AssumeLayout(self.value()?),
            "empty" | "empty_ordered" => {
                let values = self.in_parens()?;
                self.comma()?;
                let site = self.cursor.site()?;
                if word == "empty" { Op::Empty(values, site) } else { Op::EmptyLike(values, site) }
            }
            "order_axes" => Op::OrderAxes(self.in_parens()?),
            "load_elem" => {
                let array = self.value()?;
                Op::LoadElem(array, self.in_brackets()?)
            }
            "load_vec" => {
                let array = self.value()?;
                Op::LoadVector(array, self.in_brackets()?)
            }
            "store_elem" | "store_vec" => {
                let array = self.value()?;
                let at = self.in_brackets()?;
                self.comma()?;
                let value = self.value()?;
                if word == "store_elem" { Op::StoreElem(array, at, value) } else { Op::StoreVector(array, at, value) }
            }
            "borrowed" => Op::Borrowed(self.value()?),
            "overlap" => {
                let (a, b) = self.two()?;
                Op::Overlap(a, b)
            }
            "same_place" => {
                let (a, b) = self.two()?;
                Op::SamePlace(a, b)
            }
            "load_descriptor" => {
                let place = self.value()?;
                self.comma()?;
                Op::LoadDescriptor(place, self.cursor.site()?)
            }
            "load_destination" => {
                let place = self.value()?;
                self.comma()?;
                Op::LoadDestination(place, self.cursor.site()?)
            }
            "array_at" => {
                let (place, count) = self.two()?;
                Op::ArrayAt(place, count)
            }
            "store_descriptor" => {
                let (place, array) = self.two()?;
                Op::StoreDescriptor(place, array)
            }
            _ => return self.cells(word),
        })
    }

    fn cells(&mut self, word: &str) -> Result<Op> {
        Ok(match word {
            "new_cells" => {
                let count = self.value()?;
                self.comma()?;
                let [size, refs] = self.numbers()?;
                self.comma()?;
                Op::NewCells(count, CellLayout { size, refs }, self.cursor.site()?)
            }
            "load_cell" => {
                let (cells, at, field) = self.cell_field()?;
                Op::LoadCell(cells, at, field)
            }
            "store_cell" => {
                let (cells, at, field) = self.cell_field()?;
                self.comma()?;
                Op::StoreCell(cells, at, field, self.value()?)
            }
            "move_cells" => {
                let (to, to_at) = self.cell()?;
                self.comma()?;
                let (from, from_at) = self.cell()?;
                self.comma()?;
                let count = self.value()?;
                self.comma()?;
                let [size] = self.words()?;
                Op::MoveCells(Values::from_slice(&[to, to_at, from, from_at, count]), size)
            }
            _ => return self.ownership(word),
        })
    }

    /// `%r [%i]`
    fn cell(&mut self) -> Result<(Value, Value)> {
        let cells = self.value()?;
        self.cursor.expect("[")?;
        let at = self.value()?;
        self.cursor.expect("]")?;
        Ok((cells, at))
    }

    /// `%r [%i], (24, 8, 16)`
    fn cell_field(&mut self) -> Result<(Value, Value, CellField)> {
        let (cells, at) = self.cell()?;
        self.comma()?;
        let [size, owner, data] = self.numbers()?;
        Ok((cells, at, CellField { size, owner, data }))
    }

    fn numbers<const N: usize>(&mut self) -> Result<[u32; N]> {
        self.cursor.expect("(")?;
        let numbers = self.words()?;
        self.cursor.expect(")")?;
        Ok(numbers)
    }

    fn words<const N: usize>(&mut self) -> Result<[u32; N]> {
        let mut numbers = [0; N];
        for (at, number) in numbers.iter_mut().enumerate() {
            if at > 0 {
                self.comma()?;
            }
            *number = match u32::try_from(self.cursor.integer()?) {
                Ok(number) => number,
                Err(_) => return self.cursor.fail("the number is too large"),
            };
        }
        Ok(numbers)
    }

    fn in_brackets(&mut self) -> Result<Values> {
        self.cursor.expect("[")?;
        let values = self.values()?;
        self.cursor.expect("]")?;
        Ok(values)
    }

    fn ownership(&mut self, word: &str) -> Result<Op> {
        Ok(match word {
            "own" | "share" | "slot_set" => {
                let slot = self.cursor.slot()?;
                self.comma()?;
                let value = self.value()?;
                match word {
                    "own" => Op::Own(slot, value),
                    "share" => Op::Share(slot, value),
                    _ => Op::SlotSet(slot, value),
                }
            }
            "drop" => Op::Drop(self.cursor.slot()?),
            "forget" => Op::Forget(self.cursor.slot()?),
            "slot_get" => Op::SlotGet(self.cursor.slot()?),
            "retain" => Op::RetainArray(self.value()?),
            "retain_buffer" => Op::Retain(self.value()?),
            "release_buffer" => Op::Release(self.value()?),
            _ => return self.memory(word),
        })
    }

    fn memory(&mut self, word: &str) -> Result<Op> {
        Ok(match word {
            "load" => {
                let (base, offset) = self.place()?;
                self.cursor.expect(":")?;
                Op::Load(self.mem_type()?, base, offset)
            }
            "store" => {
                let mem = self.mem_type()?;
                let (base, offset) = self.place()?;
                self.comma()?;
                Op::Store(mem, base, offset, self.value()?)
            }
            "set_var" => {
                let var = self.cursor.var()?;
                self.comma()?;
                Op::SetVar(var, self.value()?)
            }
            "get_var" => Op::GetVar(self.cursor.var()?),
            "context" => Op::Context,
            "address_of" => Op::AddressOf(Data::from_u32(self.cursor.numbered("data")? as u32)),
            "alloc" => Op::Alloc(self.value()?),
            "call" => {
                let callee = func_id(self.cursor)?;
                Op::Call(callee, self.in_parens()?)
            }
            _ => return self.terminator(word),
        })
    }

    fn mem_type(&mut self) -> Result<MemType> {
        let word = self.cursor.word()?;
        match meaning(names::MEMORY, word) {
            Some(mem) => Ok(mem),
            None => self.cursor.fail(format!("unknown type of memory `{word}`")),
        }
    }

    /// `%p + 8`
    fn place(&mut self) -> Result<(Value, u32)> {
        let base = self.value()?;
        let offset = if self.cursor.eat("+") { self.cursor.integer()? } else { 0 };
        match u32::try_from(offset) {
            Ok(offset) => Ok((base, offset)),
            Err(_) => self.cursor.fail("the offset is too large"),
        }
    }

    fn terminator(&mut self, word: &str) -> Result<Op> {
        Ok(match word {
            "yield" => Op::Yield(self.values()?),
            "return" => Op::Return(self.values()?),
            "exit" => {
                let label = self.label()?;
                Op::Exit(label, self.in_parens()?)
            }
            "next" => {
                let label = self.label()?;
                Op::Next(label, self.in_parens()?)
            }
            "raise" => {
                let site = self.cursor.site()?;
                Op::Raise(site, self.in_parens()?)
            }
            "reraise" => Op::Reraise,
            "unreachable" => Op::Unreachable,
            _ => return self.region(word),
        })
    }

    /// `view %a [0: %start] (%n by 0*%step, %m)`
    fn view(&mut self) -> Result<Op> {
        let base = self.value()?;
        let mut offsets = SmallVec::new();
        self.cursor.expect("[")?;
        while !self.cursor.eat("]") {
            let axis = self.cursor.small()?;
            self.cursor.expect(":")?;
            offsets.push((axis, self.value()?));
            self.cursor.eat(",");
        }
        let mut axes = SmallVec::new();
        self.cursor.expect("(")?;
        while !self.cursor.eat(")") {
            let extent = self.value()?;
            let mut source = None;
            if self.cursor.eat_word("by") {
                let axis = self.cursor.small()?;
                self.cursor.expect("*")?;
                source = Some((axis, self.value()?));
            }
            axes.push(ViewAxis { extent, source });
            self.cursor.eat(",");
        }
        Ok(Op::View(Box::new(View { base, offsets, axes })))
    }

    /// `[parallel %n, reduce %m]`
    pub(super) fn axes(&mut self, kinds: &mut SmallVec<[AxisKind; 4]>, extents: &mut Values) -> Result<()> {
        self.cursor.expect("[")?;
        while !self.cursor.eat("]") {
            kinds.push(self.known(names::AXIS)?);
            extents.push(self.value()?);
            self.cursor.eat(",");
        }
        Ok(())
    }

    /// `(fresh, into %a, reduce sum)`
    pub(super) fn outputs(&mut self) -> Result<SmallVec<[Output; 2]>> {
        let mut outputs = SmallVec::new();
        self.cursor.expect("(")?;
        while !self.cursor.eat(")") {
            outputs.push(match self.cursor.word()? {
                "fresh" => Output::Fresh,
                "into" => Output::Into(self.value()?),
                "into_where" => Output::IntoWhere(self.value()?),
                "reduce" => Output::Reduce(self.known(names::COMBINER)?),
                "scan" => Output::Scan(self.known(names::COMBINER)?),
                word => return self.cursor.fail(format!("unknown output `{word}`")),
            });
            self.cursor.eat(",");
        }
        Ok(outputs)
    }

    fn known<T: Copy>(&mut self, names: &names::Names<T>) -> Result<T> {
        let word = self.cursor.word()?;
        match meaning(names, word) {
            Some(value) => Ok(value),
            None => self.cursor.fail(format!("unknown word `{word}`")),
        }
    }
}
