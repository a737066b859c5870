//! Entries: the functions that the outside calls, `status entry(ret*, ctx*, args…)`.
//!
//! An entry reads descriptors, calls the compiled function and writes its results into the record at `ret`. A result
//! never shares memory with the caller: what would be a view of an argument is copied; with a destination given (`out=`)
//! the elements are stored there.

use crate::cx::{Cx, Frame, Fx, R, Scope};
use crate::signature::{Dim, Extents};
use crate::value::{Ty, Val};
use npc_base::Span;
use npc_midend::abi::{context, descriptor};
use npc_midend::interface::{self, DefaultValue, Param, Shape};
use npc_midend::ir::{BinaryOp, CompareOp, FuncId, MemType, Op, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use npc_midend::{Convention, Export};
use ruff_python_ast as ast;
use smallvec::smallvec;

/// A compiled function that is to be exported.
pub(crate) struct Exported<'a> {
    pub func: FuncId,
    pub args: &'a [Ty],
    pub dims: &'a [Vec<Dim>],
    pub result: &'a Ty,
    /// A signature says what the result is.
    pub declared: bool,
    pub module: usize,
}

fn fits(default: &DefaultValue, ty: &Ty) -> bool {
    match (default, ty) {
        (DefaultValue::None, ty) => *ty == Ty::None,
        (DefaultValue::Bool(_), Ty::Scalar { .. }) => true,
        (DefaultValue::Str(_), ty) => *ty == Ty::Text,
        (DefaultValue::Int(_), Ty::Scalar { dtype, .. }) => *dtype != DType::Bool,
        (DefaultValue::Float(_), Ty::Scalar { dtype, .. }) => dtype.is_inexact(),
        (DefaultValue::Complex(..), Ty::Scalar { dtype, .. }) => dtype.is_complex(),
        _ => false,
    }
}

fn has_wide_scalar(ty: &Ty) -> bool {
    match ty {
        Ty::Scalar { dtype, .. } => matches!(dtype, DType::I64 | DType::U64),
        Ty::Tuple(members) | Ty::Named(_, members) => members.iter().any(has_wide_scalar),
        _ => false,
    }
}

impl Cx<'_> {
    /// The shape in the interface of a type.
    pub fn shape_of(&self, ty: &Ty) -> Shape {
        match ty {
            Ty::Scalar { dtype, weak } => Shape::Scalar { dtype: *dtype, weak: *weak },
            Ty::Array(array) => Shape::Array(*array),
            Ty::Tuple(members) | Ty::List(members) => Shape::Tuple(members.iter().map(|ty| self.shape_of(ty)).collect()),
            Ty::Str(_) | Ty::Text => Shape::Str,
            Ty::Site { ty, .. } => self.shape_of(ty),
            Ty::Object(object) => self.object_shape(object),
            Ty::Named(class, members) => {
                let fields = class.fields.iter().cloned().zip(members.iter().map(|ty| self.shape_of(ty)));
                Shape::Named(class.name.clone(), fields.collect())
            }
            Ty::Optional(ty) => Shape::Optional(Box::new(self.shape_of(ty))),
            Ty::Keywords(_) => Shape::None,
            Ty::None | Ty::Unknown | Ty::Exception => Shape::None,
            Ty::Function(_) | Ty::Choice(_) | Ty::Static(_) | Ty::Error | Ty::Cell(_) | Ty::Vector(_) => Shape::None,
        }
    }

    /// Makes the entries of a compiled function and exports them.
    pub fn export(&mut self, (name, entry_name): (&str, &str), def: &ast::StmtFunctionDef, exported: &Exported<'_>) -> R<()> {
        let params = self.interface_params(def, exported);
        let file = self.user[exported.module].file;
        let (line, _) = self.sources.get(file).line_column(def.name.range.start().into());
        let entry_name = entry_name.to_string();
        let wide = exported.args.iter().any(has_wide_scalar);
        let js_entry = wide.then(|| format!("{entry_name}.js"));
        let entry = self.entry(&entry_name, def, exported, |cx, spans| cx.fill_entry(&params, spans, exported))?;
        let function = interface::Function {
            name: name.to_string(),
            entry: entry_name.clone(),
            js_entry: js_entry.clone(),
            doc: docstring(def),
            line,
            params,
            result: self.shape_of(exported.result),
            declared: exported.declared,
        };
        self.module.exports.push(Export { func: entry, name: entry_name, function: Some(function) });
        if let Some(js_entry) = js_entry {
            let entry = self.entry(&js_entry, def, exported, |cx, _| cx.fill_js_entry(entry, exported))?;
            self.module.exports.push(Export { func: entry, name: js_entry, function: None });
        }
        Ok(())
    }

    fn interface_params(&mut self, def: &ast::StmtFunctionDef, exported: &Exported<'_>) -> Vec<Param> {
        let mut params = Vec::new();
        for (param, ty) in def.parameters.iter_non_variadic_params().zip(exported.args) {
            let default = param.default.as_ref().and_then(|default| self.default_value(default, exported.module));
            // A signature in which the parameter has another type than its default needs the argument.
            let default = default.filter(|default| fits(default, ty));
            params.push(Param { name: param.parameter.name.id.to_string(), shape: self.shape_of(ty), default, written: false });
        }
        params
    }

    fn default_value(&mut self, default: &ast::Expr, module: usize) -> Option<DefaultValue> {
        let outer = std::mem::replace(&mut self.f, Fx::new("default"));
        let val = self.in_scope(Scope::User(module), |cx| cx.expr(default));
        let value = match val {
            Ok(Val::None) => Some(DefaultValue::None),
            Ok(Val::Scalar(scalar)) if scalar.dtype.is_complex() => self.complex_default(scalar.value),
            Ok(Val::Str(text)) => Some(DefaultValue::Str(text.to_string())),
            Ok(Val::Scalar(scalar)) => self.const_bits(scalar.value).map(|bits| match scalar.dtype {
                DType::Bool => DefaultValue::Bool(bits != 0),
                DType::F64 => DefaultValue::Float(f64::from_bits(bits)),
                DType::F32 => DefaultValue::Float(f32::from_bits(bits as u32).into()),
                _ => DefaultValue::Int(bits as i64),
            }),
            _ => None,
        };
        self.f = outer;
        value
    }

    fn complex_default(&mut self, value: Value) -> Option<DefaultValue> {
        let wide = self.convert(value, DType::C128);
        let [re, im] = self.parts(wide).map(|part| self.const_bits(part).map(f64::from_bits));
        Some(DefaultValue::Complex(re?, im?))
    }

    fn entry(
        &mut self,
        name: &str,
        def: &ast::StmtFunctionDef,
        exported: &Exported<'_>,
        fill: impl FnOnce(&mut Self, &[Option<Span>]) -> R<()>,
    ) -> R<FuncId> {
        let spans =
            def.parameters.iter_non_variadic_params().map(|param| self.span_of(param.parameter.range)).collect::<Vec<_>>();
        let mut fx = Fx::new(name);
        fx.func.convention = Convention::Entry;
        fx.user_name = def.name.id.to_string();
        fx.user_file = self.user[exported.module].file_index;
        let outer = std::mem::replace(&mut self.f, fx);
        self.f.frames.push(Frame::new(Scope::Library(0)));
        let made = fill(self, &spans);
        let inner = std::mem::replace(&mut self.f, outer);
        made?;
        Ok(self.module.funcs.push(inner.func))
    }

    /// The entry for JavaScript: takes integers of 64 bits as doubles, and calls the other one.
    fn fill_js_entry(&mut self, entry: FuncId, exported: &Exported<'_>) -> R<()> {
        let body = self.f.func.body;
        let mut passed: Values = smallvec![self.f.func.add_param(body, Type::Addr)];
        exported.args.iter().for_each(|ty| self.js_argument(ty, &mut passed));
        self.push(Op::Call(entry, passed), &[]);
        self.terminate(Op::Return(Values::new()));
        Ok(())
    }

    fn js_argument(&mut self, ty: &Ty, passed: &mut Values) {
        let body = self.f.func.body;
        match ty {
            Ty::Scalar { dtype: dtype @ (DType::I64 | DType::U64), .. } => {
                let param = self.f.func.add_param(body, Type::F64);
                passed.push(self.convert(param, *dtype));
            }
            Ty::Scalar { dtype, .. } => passed.push(self.f.func.add_param(body, Type::Scalar(*dtype))),
            Ty::Array(_) | Ty::Text => passed.push(self.f.func.add_param(body, Type::Addr)),
            Ty::Tuple(members) => members.iter().for_each(|member| self.js_argument(member, passed)),
            Ty::Object(_) | Ty::Named(..) | Ty::Optional(_) => {
                let columns = self.shape_of(ty).columns().len();
                passed.extend((0..columns).map(|_| self.f.func.add_param(body, Type::Addr)));
            }
            _ => {}
        }
    }

    fn fill_entry(&mut self, params: &[Param], spans: &[Option<Span>], exported: &Exported<'_>) -> R<()> {
        let body = self.f.func.body;
        let ret = self.f.func.add_param(body, Type::Addr);
        let mut passed = Values::new();
        let mut extents = Vec::new();
        for (k, (param, ty)) in params.iter().zip(exported.args).enumerate() {
            self.entry_argument(&param.name, ty, &mut passed)?;
            if let (Ty::Array(_), Some(array), Some(dims)) = (ty, passed.last(), exported.dims.get(k)) {
                extents.push(Extents { name: &param.name, array: *array, dims, span: spans.get(k).copied().flatten() });
            }
        }
        self.check_declared_extents(&extents)?;
        self.f.span = None;
        let cx_address = self.push1(Op::Context, Type::Addr);
        let zero = self.int(0);
        self.push(Op::Store(MemType::I64, cx_address, context::DEPTH, zero), &[]);
        let types = exported.result.leaves();
        let destinations = self.destinations(ret, exported.result, &passed)?;
        let results = self.push(Op::Call(exported.func, passed), &types);
        let results = match exported.result.value(&mut results.iter().copied()) {
            Some(val) => self.result_values(&val)?,
            None => results,
        };
        let mut offset = 0;
        let mut ready = Vec::new();
        let last = results.iter().rposition(|value| matches!(self.ty(*value), Type::Array(_)));
        for (at, value) in results.into_iter().enumerate() {
            let Type::Array(array) = self.ty(value) else {
                offset += self.store_scalar_result(ret, offset, value);
                continue;
            };
            let destination = match destinations.get(at).copied().flatten() {
                Some(destination) => destination,
                None => self.result_place(ret, offset),
            };
            if Some(at) == last {
                self.store_array_result(destination, value)?;
            } else {
                ready.push(self.prepare_array_result(destination, value)?);
            }
            offset += descriptor::size(array.rank);
        }
        for result in ready {
            self.hand_over_prepared(result)?;
        }
        self.terminate(Op::Return(Values::new()));
        Ok(())
    }

    fn entry_argument(&mut self, name: &str, ty: &Ty, passed: &mut Values) -> R<()> {
        let body = self.f.func.body;
        match ty {
            Ty::Scalar { dtype, .. } => passed.push(self.f.func.add_param(body, Type::Scalar(*dtype))),
            Ty::Array(array) => {
                let param = self.f.func.add_param(body, Type::Addr);
                let message = format!("{name}: the descriptor does not describe {}", escape_name(*array));
                let site = self.site("ValueError", message);
                passed.push(self.push1(Op::LoadDescriptor(param, site), Type::Array(*array)));
            }
            Ty::Text => {
                let param = self.f.func.add_param(body, Type::Addr);
                let site = self.site("ValueError", format!("{name}: the descriptor does not describe a string"));
                passed.push(self.push1(Op::LoadDescriptor(param, site), Type::Array(crate::value::TEXT)));
            }
            Ty::Tuple(members) => return members.iter().try_for_each(|member| self.entry_argument(name, member, passed)),
            Ty::Object(_) | Ty::Named(..) | Ty::Optional(_) => {
                let mut columns = Values::new();
                for dtype in self.shape_of(ty).columns() {
                    self.entry_argument(name, &Ty::Array(ArrayType::new(dtype, 1, Layout::C)), &mut columns)?;
                }
                passed.extend(self.value_of_columns(ty, &columns)?.leaves());
            }
            _ => {}
        }
        Ok(())
    }

    fn store_scalar_result(&mut self, ret: Value, offset: u32, value: Value) -> u32 {
        let Type::Scalar(dtype) = self.ty(value) else { return 0 };
        if let Some(part) = dtype.part() {
            let memory = if part == DType::F32 { MemType::F32 } else { MemType::F64 };
            for (number, value) in (0..).zip(self.parts(value)) {
                self.push(Op::Store(memory, ret, offset + number * part.itemsize(), value), &[]);
            }
            return scalar_size(dtype);
        }
        let (value, memory) = match dtype {
            DType::F64 => (value, MemType::F64),
            DType::F32 => (value, MemType::F32),
            DType::I64 => (value, MemType::I64),
            DType::U64 => (self.convert(value, DType::I64), MemType::I64),
            _ => (self.convert(value, DType::I32), MemType::I32),
        };
        self.push(Op::Store(memory, ret, offset, value), &[]);
        scalar_size(dtype)
    }

    /// Where the caller wants the array results, known before the call where each leaf of the result is one: the function
    /// may then make it there ([`npc_midend::place_results`]).
    fn destinations(&mut self, ret: Value, result: &Ty, passed: &[Value]) -> R<Vec<Option<Destination>>> {
        if !is_plain(result) {
            return Ok(Vec::new());
        }
        let mut offset = 0;
        let mut destinations = Vec::new();
        // One result must not be made where another one is wanted, either.
        let mut others = Values::from_slice(passed);
        for ty in result.leaves() {
            destinations.push(match ty {
                Type::Array(array) => {
                    let destination = self.result_place(ret, offset);
                    offset += descriptor::size(array.rank);
                    let destination = self.early_destination(destination, array, &others)?;
                    others.extend(destination.arrays.map(|arrays| arrays.target));
                    Some(destination)
                }
                ty => {
                    offset += ty.scalar().map_or(0, scalar_size);
                    None
                }
            });
        }
        Ok(destinations)
    }

    /// Address of a result's descriptor, and whether the caller gives a destination.
    fn result_place(&mut self, ret: Value, offset: u32) -> Destination {
        let at = self.push1(Op::Const(u64::from(offset)), Type::Addr);
        let address = if offset == 0 { ret } else { self.push1(Op::Binary(BinaryOp::Add, ret, at), Type::Addr) };
        let data = self.push1(Op::Load(MemType::Addr, address, descriptor::DATA), Type::Addr);
        let null = self.push1(Op::Const(0), Type::Addr);
        Destination { address, given: self.push1(Op::Compare(CompareOp::Ne, data, null), Type::BOOL), arrays: None }
    }

    /// The destination as an array, and what the function may use of it: nothing if it touches an argument, or if there is
    /// none.
    fn early_destination(&mut self, destination: Destination, array: ArrayType, passed: &[Value]) -> R<Destination> {
        let target = self.destination_array(destination.address, array);
        let given = destination.given;
        let mut withheld = self.not(given);
        for arg in passed {
            if matches!(self.ty(*arg), Type::Array(_)) {
                let overlap = self.push1(Op::Overlap(*arg, target), Type::BOOL);
                withheld = self.or(withheld, overlap);
            }
        }
        let free = self.empty_if(withheld, target);
        Ok(Destination { arrays: Some(Early { target, free, withheld }), ..destination })
    }

    /// The array, or none of its elements if the condition holds.
    fn empty_if(&mut self, cond: Value, array: Value) -> Value {
        let (zero, one) = (self.int(0), self.int(1));
        let mut extents = self.shape(array);
        let Some(first) = extents.first_mut() else { return array };
        *first = self.push1(Op::Select(cond, zero, *first), Type::Scalar(DType::I64));
        let axes = (0..).zip(extents).map(|(axis, extent)| ViewAxis { extent, source: Some((axis, one)) }).collect();
        let view = View { base: array, offsets: smallvec![], axes };
        self.push1(Op::View(Box::new(view)), self.ty(array))
    }

    /// The array that a result's descriptor describes, one without elements if it names no memory.
    fn destination_array(&mut self, address: Value, array: ArrayType) -> Value {
        let any = Type::Array(ArrayType::new(array.dtype, array.rank, Layout::ANY));
        let site = self.site("ValueError", "out: the descriptor does not describe an array of the result's type");
        self.push1(Op::LoadDestination(address, site), any)
    }

    /// What can fail of a result that others follow: once it is handed over, nothing may fail any more, for the caller
    /// of a function that raised looks at no result.
    fn prepare_array_result(&mut self, destination: Destination, array: Value) -> R<Prepared> {
        let any = self.handed_over_type(array);
        let own = self.if_else(
            destination.given,
            &[Type::Array(any)],
            |cx| {
                cx.store_into_destination(destination, array)?;
                Ok(cx.as_layout(array, any))
            },
            |cx| cx.own_array(array, any),
        )?;
        Ok(Prepared { address: destination.address, given: destination.given, own: own[0] })
    }

    fn hand_over_prepared(&mut self, result: Prepared) -> R<()> {
        let Prepared { address, given, own } = result;
        self.if_else(
            given,
            &[],
            |_| Ok(Values::new()),
            |cx| {
                cx.push(Op::StoreDescriptor(address, own), &[]);
                Ok(Values::new())
            },
        )?;
        Ok(())
    }

    fn store_array_result(&mut self, destination: Destination, array: Value) -> R<()> {
        self.if_else(
            destination.given,
            &[],
            |cx| {
                cx.store_into_destination(destination, array)?;
                Ok(Values::new())
            },
            |cx| {
                cx.hand_over(destination.address, array)?;
                Ok(Values::new())
            },
        )?;
        Ok(())
    }

    /// Copies the result to its destination, unless it has been made there.
    fn store_into_destination(&mut self, destination: Destination, array: Value) -> R<()> {
        let Some(Early { target, free, withheld }) = destination.arrays else {
            let target = self.destination_array(destination.address, self.array_type(array));
            self.check_destination(target, array)?;
            return self.copy_into_destination(target, array);
        };
        self.check_destination(target, array)?;
        let same = self.push1(Op::SamePlace(array, free), Type::BOOL);
        let used = self.not(withheld);
        let placed = self.and(same, used);
        self.if_else(
            placed,
            &[],
            |_| Ok(Values::new()),
            |cx| {
                cx.copy_into_destination(target, array)?;
                Ok(Values::new())
            },
        )?;
        Ok(())
    }

    fn check_destination(&mut self, target: Value, array: Value) -> R<()> {
        let mut same = self.boolean(true);
        for axis in 0..self.array_type(array).rank {
            let (wanted, given) = (self.dim(array, axis), self.dim(target, axis));
            let equal = self.compare(CompareOp::Eq, wanted, given);
            same = self.and(same, equal);
        }
        self.check(same, "ValueError", "out has the wrong shape for the result", &[])
    }

    /// Copies in the order of the result, by the plainest loops where its order is known: this runs rarely.
    fn copy_into_destination(&mut self, target: Value, array: Value) -> R<()> {
        if self.array_type(array).layout != Layout::C {
            return self.store_all(target, &Val::Array(array));
        }
        let source = self.copy_if_overlapping(array, target)?;
        let extents = self.shape(array);
        self.copy_elements(target, source, &extents, &mut Values::new());
        Ok(())
    }

    fn copy_elements(&mut self, target: Value, source: Value, extents: &[Value], at: &mut Values) {
        let Some(extent) = extents.get(at.len()) else {
            let element = self.push1(Op::LoadElem(source, at.clone()), Type::Scalar(self.array_type(source).dtype));
            self.push(Op::StoreElem(target, at.clone(), element), &[]);
            return;
        };
        let body = self.f.func.new_block();
        at.push(self.f.func.add_param(body, Type::Scalar(DType::I64)));
        self.in_block(body, |cx| {
            cx.copy_elements(target, source, extents, at);
            cx.terminate(Op::Next(body, Values::new()));
        });
        at.pop();
        let zero = self.int(0);
        self.push(Op::For(zero, *extent, Values::new(), body), &[]);
    }

    fn hand_over(&mut self, address: Value, array: Value) -> R<()> {
        let any = self.handed_over_type(array);
        let own = self.own_array(array, any)?;
        self.push(Op::StoreDescriptor(address, own[0]), &[]);
        Ok(())
    }

    fn handed_over_type(&self, array: Value) -> ArrayType {
        let ty = self.array_type(array);
        ArrayType::new(ty.dtype, ty.rank, if ty.layout == Layout::C { Layout::C } else { Layout::ANY })
    }

    /// The array, or a copy if it is over memory of the caller's.
    fn own_array(&mut self, array: Value, any: ArrayType) -> R<Values> {
        let borrowed = self.push1(Op::Borrowed(array), Type::BOOL);
        self.if_else(
            borrowed,
            &[Type::Array(any)],
            |cx| {
                let copy = cx.copy_c(array)?;
                Ok(cx.as_layout(copy, any))
            },
            |cx| Ok(cx.as_layout(array, any)),
        )
    }
}

/// Where the caller wants an array result.
#[derive(Clone, Copy)]
struct Destination {
    /// Of the descriptor.
    address: Value,
    /// True at run time if the caller gave one.
    given: Value,
    /// What is known before the call.
    arrays: Option<Early>,
}

/// A destination that is known before the call.
#[derive(Clone, Copy)]
struct Early {
    target: Value,
    /// The same if it overlaps no argument, else an array without elements.
    free: Value,
    /// True at run time if `free` is not the target.
    withheld: Value,
}

/// True for scalars, arrays and tuples of these: each leaf is a result of its own.
fn is_plain(ty: &Ty) -> bool {
    match ty {
        Ty::Scalar { .. } | Ty::Array(_) => true,
        Ty::Tuple(members) => members.iter().all(is_plain),
        _ => false,
    }
}

/// Bytes of a scalar among the results.
fn scalar_size(dtype: DType) -> u32 {
    if dtype.is_complex() { dtype.itemsize() } else { 8 }
}

/// An array result that is ready to be handed over.
struct Prepared {
    address: Value,
    /// True at run time if the caller gave a destination, which has been filled.
    given: Value,
    own: Value,
}

fn escape_name(array: ArrayType) -> String {
    crate::stmt::escape(&Shape::Array(array).name())
}

/// The docstring, with the indentation of its lines removed.
fn docstring(def: &ast::StmtFunctionDef) -> String {
    let Some(ast::Stmt::Expr(first)) = def.body.first() else { return String::new() };
    let ast::Expr::StringLiteral(literal) = &*first.value else { return String::new() };
    let text = literal.value.to_str();
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().trim();
    let rest: Vec<&str> = lines.collect();
    let indent =
        rest.iter().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let mut out = first.to_string();
    for line in rest {
        out.push('\n');
        out.push_str(line.get(indent..).unwrap_or_default().trim_end());
    }
    out.trim().to_string()
}
