//! The text form of modules and functions. `parse.rs` reads it back; the doc comments of [`Op`] show each operation.
//!
//! ```text
//! file0 = "kernels.py"
//! position1 = 0:12 "norm"
//! site0 = IndexError "index {0} is out of bounds"
//! export "norm" = @0
//!
//! @0 = func norm(%0: addr, %1: i64) -> (i32, f64) total slots 1 {
//!   %2 = const 1 : i64
//!   %5 = for ^1 %3 in %2..%1 (%4 = %2) {
//!     %6 = add %4, %3
//!     next ^1 (%6)
//!   }
//! ```
//!
//! Result types stand after a colon, unless they follow from the operands (`typing.rs`). `at 3` after an operation that
//! can raise is its source position. An `else` that only yields nothing is left out. A semicolon starts a comment.

use crate::func::{Convention, Func, Module};
use crate::ir::{Each, Inst, MemType, Op, Output, Value, View};
use crate::names::{self, word};
use crate::types::{DType, Type};
use crate::typing::implied_results;
use std::fmt::{self, Display, Formatter, Write};

impl Display for Module {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, file) in self.files.iter().enumerate() {
            writeln!(f, "file{at} = {}", quoted(file))?;
        }
        for (at, position) in self.positions.iter().enumerate().skip(1) {
            writeln!(f, "position{at} = {}:{} {}", position.file, position.line, quoted(&position.function))?;
        }
        for (at, site) in self.sites.iter().enumerate() {
            writeln!(f, "site{at} = {} {}", site.exception, quoted(&site.message))?;
        }
        for (at, bytes) in self.data.iter().enumerate() {
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            writeln!(f, "data{at} = {}", quoted(&hex))?;
        }
        for (name, base) in &self.exceptions {
            writeln!(f, "exception {name} ({base})")?;
        }
        for export in &self.exports {
            writeln!(f, "export {} = {}", quoted(&export.name), export.func)?;
        }
        for (id, func) in &self.funcs {
            write!(f, "\n{id} = ")?;
            Printer { func, module: Some(self) }.func(f)?;
        }
        Ok(())
    }
}

impl Display for Func {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Printer { func: self, module: None }.func(f)
    }
}

/// The first line of an operation, for messages.
pub(crate) fn print_inst(func: &Func, inst: Inst) -> String {
    Printer { func, module: None }.head(inst)
}

struct Printer<'a> {
    func: &'a Func,
    /// For the names of callees.
    module: Option<&'a Module>,
}

impl Printer<'_> {
    fn func(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let func = self.func;
        let params: Vec<_> = func.params(func.body).iter().map(|param| self.typed(*param)).collect();
        write!(f, "func {}({})", func_name(&func.name), params.join(", "))?;
        match &func.results[..] {
            [] => {}
            [one] => write!(f, " -> {one}")?,
            many => write!(f, " -> ({})", commas(many))?,
        }
        let flags = [
            (func.convention == Convention::Entry, " entry"),
            (func.library, " library"),
            (func.fastmath, " fastmath"),
            (!func.can_raise, " total"),
            (func.pure_scalar, " pure"),
        ];
        flags.iter().filter(|(set, _)| *set).try_for_each(|(_, flag)| f.write_str(flag))?;
        if !func.slots.is_empty() {
            write!(f, " slots {}", func.slots.len())?;
        }
        if !func.vars.is_empty() {
            let types: Vec<_> = func.vars.values().collect();
            write!(f, " vars ({})", commas(&types))?;
        }
        f.write_str(" {\n")?;
        self.block(f, func.insts(func.body), 1)?;
        f.write_str("}\n")
    }

    fn block(&self, f: &mut Formatter<'_>, insts: &[Inst], depth: usize) -> fmt::Result {
        insts.iter().try_for_each(|inst| self.inst(f, *inst, depth))
    }

    fn inst(&self, f: &mut Formatter<'_>, inst: Inst, depth: usize) -> fmt::Result {
        let func = self.func;
        write!(f, "{:1$}{2}", "", 2 * depth, self.head(inst))?;
        let op = func.op(inst);
        let blocks = op.blocks();
        if let (Op::Call(callee, _), Some(module)) = (op, self.module) {
            write!(f, " ; {}", module.funcs.get(*callee).map_or("?", |func| func.name.as_str()))?;
        }
        let Some(body) = blocks.first() else { return f.write_str("\n") };
        f.write_str(" {\n")?;
        self.block(f, func.insts(*body), depth + 1)?;
        if let Op::If(_, _, els) = op
            && !self.is_empty_arm(func.insts(*els))
        {
            writeln!(f, "{:1$}}} else {{", "", 2 * depth)?;
            self.block(f, func.insts(*els), depth + 1)?;
        }
        if let Op::Try(_, handler) = op {
            writeln!(f, "{:1$}}} catch {{", "", 2 * depth)?;
            self.block(f, func.insts(*handler), depth + 1)?;
        }
        writeln!(f, "{:1$}}}", "", 2 * depth)
    }

    fn is_empty_arm(&self, insts: &[Inst]) -> bool {
        matches!(insts, [only] if matches!(self.func.op(*only), Op::Yield(values) if values.is_empty()))
    }

    /// Results, operation, types and position.
    fn head(&self, inst: Inst) -> String {
        let func = self.func;
        let op = func.op(inst);
        let results = func.inst_results(inst);
        let mut text = if results.is_empty() { String::new() } else { format!("{} = ", commas(results)) };
        text += &self.operation(op, results);
        let types: Vec<_> = results.iter().map(|result| func.ty(*result)).collect();
        if implied_results(func, op).is_none_or(|implied| implied[..] != types[..]) && !types.is_empty() {
            let _ = write!(text, " : {}", commas(&types));
        }
        let position = func.loc(inst).position;
        if position != 0 && has_position(op) {
            let _ = write!(text, " at {position}");
        }
        text
    }

    fn operation(&self, op: &Op, results: &[Value]) -> String {
        match op {
            Op::Const(bits) => format!("const {}", constant(*bits, results.first().map(|value| self.func.ty(*value)))),
            Op::Unary(op, x) => format!("{} {x}", word(names::UNARY, op)),
            Op::Binary(op, x, y) => format!("{} {x}, {y}", word(names::BINARY, op)),
            Op::Compare(op, x, y) => format!("{} {x}, {y}", word(names::COMPARE, op)),
            Op::Select(cond, x, y) => format!("select {cond}, {x}, {y}"),
            Op::Vector(op, operands) => format!("{} {}", op.name(), commas(operands)),
            Op::Convert(x) => format!("convert {x}"),
            Op::Bitcast(x) => format!("bitcast {x}"),
            Op::Complex(re, im) => format!("complex {re}, {im}"),
            Op::Part(part, z) => format!("{} {z}", word(names::PART, part)),
            Op::Cast(op, x) => format!("{} {x}", word(names::CAST, op)),
            Op::Checked(op, x, y, site) => format!("{} {x}, {y}, {site}", word(names::CHECKED, op)),
            Op::Check(cond, site, args) => format!("check {cond}, {site}({})", commas(args)),
            Op::SiteNumber(site) => format!("site_number {site}"),
            Op::IsRaised(x, site) => format!("is_raised {x}, {site}"),
            Op::Index(i, n, site) => format!("index {i}, {n}, {site}"),
            _ if op.blocks().is_empty() => self.array_operation(op),
            _ => self.region(op),
        }
    }

    fn array_operation(&self, op: &Op) -> String {
        match op {
            Op::Dim(a, axis) => format!("dim {a}, {axis}"),
            Op::Stride(a, axis) => format!("stride {a}, {axis}"),
            Op::View(view) => view_text(view),
            Op::AssumeLayout(a) => format!("reinterpret_layout {a}"),
            Op::PartView(part, a) => format!("{} {a}", word(names::PART_VIEW, part)),
            Op::Empty(extents, site) => format!("empty ({}), {site}", commas(extents)),
            Op::EmptyLike(values, site) => format!("empty_ordered ({}), {site}", commas(values)),
            Op::OrderAxes(values) => format!("order_axes ({})", commas(values)),
            Op::LoadElem(a, at) => format!("load_elem {a} [{}]", commas(at)),
            Op::StoreElem(a, at, x) => format!("store_elem {a} [{}], {x}", commas(at)),
            Op::LoadVector(a, at) => format!("load_vec {a} [{}]", commas(at)),
            Op::StoreVector(a, at, x) => format!("store_vec {a} [{}], {x}", commas(at)),
            Op::Borrowed(a) => format!("borrowed {a}"),
            Op::Overlap(a, b) => format!("overlap {a}, {b}"),
            Op::SamePlace(a, b) => format!("same_place {a}, {b}"),
            Op::LoadDescriptor(p, site) => format!("load_descriptor {p}, {site}"),
            Op::LoadDestination(p, site) => format!("load_destination {p}, {site}"),
            Op::ArrayAt(p, n) => format!("array_at {p}, {n}"),
            Op::StoreDescriptor(p, a) => format!("store_descriptor {p}, {a}"),
            Op::NewCells(count, layout, site) => format!("new_cells {count}, {layout}, {site}"),
            Op::LoadCell(cells, at, field) => format!("load_cell {cells} [{at}], {field}"),
            Op::StoreCell(cells, at, field, x) => format!("store_cell {cells} [{at}], {field}, {x}"),
            Op::MoveCells(values, size) => match values[..] {
                [to, to_at, from, from_at, count] => format!("move_cells {to} [{to_at}], {from} [{from_at}], {count}, {size}"),
                _ => format!("move_cells {}, {size}", commas(values)),
            },
            Op::Own(slot, a) => format!("own {slot}, {a}"),
            Op::Share(slot, a) => format!("share {slot}, {a}"),
            Op::Drop(slot) => format!("drop {slot}"),
            Op::Forget(slot) => format!("forget {slot}"),
            Op::RetainArray(a) => format!("retain {a}"),
            _ => memory_operation(op),
        }
    }

    fn region(&self, op: &Op) -> String {
        let func = self.func;
        match op {
            Op::If(cond, ..) => format!("if {cond}"),
            Op::Try(..) => "try".to_string(),
            Op::Scope(body) => format!("scope {body}"),
            Op::Loop(inits, body) => format!("loop {body}{}", self.carried(func.params(*body), inits)),
            Op::For(lo, hi, inits, body) => {
                let (counter, carried) = match func.params(*body) {
                    [counter, carried @ ..] => (counter.to_string(), carried),
                    [] => ("?".to_string(), &[][..]),
                };
                format!("for {body} {counter} in {lo}..{hi}{}", self.carried(carried, inits))
            }
            Op::Each(each) => self.each(each),
            _ => "?".to_string(),
        }
    }

    /// ` (%p = %init, …)`, or nothing.
    fn carried(&self, params: &[Value], inits: &[Value]) -> String {
        if params.is_empty() && inits.is_empty() {
            return String::new();
        }
        let pairs: Vec<_> = (0..params.len().max(inits.len()))
            .map(|at| match (params.get(at), inits.get(at)) {
                (Some(param), Some(init)) if self.func.ty(*param) == self.func.ty(*init) => format!("{param} = {init}"),
                (Some(param), Some(init)) => format!("{} = {init}", self.typed(*param)),
                (Some(param), None) => format!("{param} = ?"),
                (None, Some(init)) => format!("? = {init}"),
                (None, None) => String::new(),
            })
            .collect();
        format!(" ({})", pairs.join(", "))
    }

    fn each(&self, each: &Each) -> String {
        let axes: Vec<_> =
            each.kinds.iter().zip(&each.extents).map(|(kind, n)| format!("{} {n}", word(names::AXIS, kind))).collect();
        let params = self.func.params(each.body);
        let (elements, indices) = params.split_at(each.inputs.len().min(params.len()));
        let inputs: Vec<_> = elements.iter().zip(&each.inputs).map(|(param, input)| format!("{param} = {input}")).collect();
        let outputs: Vec<_> = each.outputs.iter().map(output_text).collect();
        let mut text = format!("each [{}] ({})", axes.join(", "), inputs.join(", "));
        if each.indexed {
            let _ = write!(text, " indices ({})", commas(indices));
        }
        let _ = write!(text, " -> ({}), {}", outputs.join(", "), each.site);
        text
    }

    fn typed(&self, value: Value) -> String {
        format!("{value}: {}", self.func.ty(value))
    }
}

/// Positions are printed where they can be reported.
fn has_position(op: &Op) -> bool {
    op.raise_site().is_some() || matches!(op, Op::Call(..) | Op::Reraise)
}

fn memory_operation(op: &Op) -> String {
    match op {
        Op::Load(mem, p, offset) => format!("load {} : {}", place(*p, *offset), mem_name(*mem)),
        Op::Store(mem, p, offset, x) => format!("store {} {}, {x}", mem_name(*mem), place(*p, *offset)),
        Op::Context => "context".to_string(),
        Op::AddressOf(data) => format!("address_of {data}"),
        Op::Alloc(bytes) => format!("alloc {bytes}"),
        Op::Retain(p) => format!("retain_buffer {p}"),
        Op::Release(p) => format!("release_buffer {p}"),
        Op::SlotGet(slot) => format!("slot_get {slot}"),
        Op::SlotSet(slot, p) => format!("slot_set {slot}, {p}"),
        Op::SetVar(var, x) => format!("set_var {var}, {x}"),
        Op::GetVar(var) => format!("get_var {var}"),
        Op::Call(callee, args) => format!("call {callee} ({})", commas(args)),
        Op::Yield(values) if values.is_empty() => "yield".to_string(),
        Op::Yield(values) => format!("yield {}", commas(values)),
        Op::Exit(block, values) => format!("exit {block} ({})", commas(values)),
        Op::Next(block, values) => format!("next {block} ({})", commas(values)),
        Op::Return(values) if values.is_empty() => "return".to_string(),
        Op::Return(values) => format!("return {}", commas(values)),
        Op::Raise(site, values) => format!("raise {site} ({})", commas(values)),
        Op::Reraise => "reraise".to_string(),
        Op::Unreachable => "unreachable".to_string(),
        _ => "?".to_string(),
    }
}

fn mem_name(mem: MemType) -> &'static str {
    word(names::MEMORY, &mem)
}

fn place(base: Value, offset: u32) -> String {
    if offset == 0 { base.to_string() } else { format!("{base} + {offset}") }
}

fn view_text(view: &View) -> String {
    let offsets: Vec<_> = view.offsets.iter().map(|(axis, start)| format!("{axis}: {start}")).collect();
    let axes: Vec<_> = view
        .axes
        .iter()
        .map(|axis| match axis.source {
            Some((source, step)) => format!("{} by {source}*{step}", axis.extent),
            None => axis.extent.to_string(),
        })
        .collect();
    format!("view {} [{}] ({})", view.base, offsets.join(", "), axes.join(", "))
}

fn output_text(output: &Output) -> String {
    match output {
        Output::Fresh => "fresh".to_string(),
        Output::Into(array) => format!("into {array}"),
        Output::IntoWhere(array) => format!("into_where {array}"),
        Output::Reduce(combiner) => format!("reduce {}", word(names::COMBINER, combiner)),
        Output::Scan(combiner) => format!("scan {}", word(names::COMBINER, combiner)),
    }
}

/// A constant as its type shows it; bits that the type does not show (NaNs, stray upper bits) as `0x…`.
fn constant(bits: u64, ty: Option<Type>) -> String {
    let float = |text: String, same: bool| if same { text } else { format!("{bits:#x}") };
    match ty {
        Some(Type::Scalar(DType::Bool)) if bits <= 1 => (bits == 1).to_string(),
        Some(Type::Scalar(DType::F64)) => {
            let value = f64::from_bits(bits);
            float(format!("{value:?}"), !value.is_nan())
        }
        Some(Type::Scalar(DType::F32)) => {
            let value = f32::from_bits(bits as u32);
            float(format!("{value:?}"), !value.is_nan() && bits >> 32 == 0)
        }
        Some(Type::Scalar(dtype)) if dtype.is_signed_int() => (bits as i64).to_string(),
        Some(Type::Scalar(dtype)) if dtype.is_int() => bits.to_string(),
        Some(Type::Addr) => bits.to_string(),
        _ => format!("{bits:#x}"),
    }
}

/// Names that are not words of letters, digits, `_`, `.` and `$` stand in quotes.
fn func_name(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '$');
    if !name.is_empty() && name.chars().all(plain) { name.to_string() } else { quoted(name) }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn commas<T: Display>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}
