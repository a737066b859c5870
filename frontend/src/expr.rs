//! Expressions.

use crate::builtins;
use crate::cx::{Cx, R, Scope, Stop};
use crate::merge::merge_types;
use crate::value::{Callable, Scalar, Ty, Val};
use npc_base::{Code, Diagnostic, closest};
use npc_midend::ir::{CompareOp, Op, Value, Values};
use npc_midend::types::{DType, Type};
use ruff_python_ast::{self as ast, CmpOp, Expr, Operator};
use ruff_text_size::{Ranged, TextRange};

/// Deepest nesting of expressions, inlined calls and instances.
const MAX_DEPTH: u32 = 250;
/// Operations that an arm may have to become a `select`.
const CHEAP_ARM: usize = 6;

impl Cx<'_> {
    /// The value of an expression.
    pub fn expr(&mut self, expr: &Expr) -> R<Val> {
        self.step()?;
        self.depth += 1;
        let result = if self.depth > MAX_DEPTH {
            Err(self.error(Code::TooLarge, "this is nested too deeply to be compiled"))
        } else {
            self.at(expr.range(), |cx| cx.expr_here(expr))
        };
        self.depth -= 1;
        match result {
            Ok(Val::Error) => Err(Stop),
            other => other,
        }
    }

    fn expr_here(&mut self, expr: &Expr) -> R<Val> {
        match expr {
            Expr::Name(name) => self.read_name(&name.id, name.range),
            Expr::NumberLiteral(literal) => self.number(&literal.value),
            Expr::BooleanLiteral(literal) => Ok(Val::weak(self.boolean(literal.value), DType::Bool)),
            Expr::NoneLiteral(_) => Ok(Val::None),
            Expr::EllipsisLiteral(_) => Ok(Val::Ellipsis),
            Expr::FString(literal) => self.fstring(literal),
            Expr::StringLiteral(literal) => Ok(Val::Str(literal.value.to_str().into())),
            Expr::BinOp(binary) => self.binary_expr(binary),
            Expr::UnaryOp(unary) => self.unary_expr(unary),
            Expr::BoolOp(boolean) => self.bool_expr(boolean.op, &boolean.values, false),
            Expr::Compare(compare) => self.compare_expr(compare),
            Expr::If(branch) => self.if_expr(branch),
            Expr::Call(call) => self.call_expr(call),
            Expr::Attribute(attribute) => {
                if let Some(name) = self.exception_type_name(attribute)? {
                    return Ok(name);
                }
                let base = self.expr(&attribute.value)?;
                self.attribute(&base, &attribute.attr, attribute.attr.range)
            }
            Expr::Subscript(subscript) => {
                let base = self.expr(&subscript.value)?;
                let index = self.expr(&subscript.slice)?;
                self.compare_with_numba(&crate::numba::Seen::Index(&base, &index));
                let known = self.diags.0.len();
                let result = self.subscript(&base, &index);
                self.explain(known, &[(&subscript.value, &base), (&subscript.slice, &index)]);
                result
            }
            Expr::Slice(slice) => self.slice_expr(slice),
            Expr::Tuple(tuple) => {
                let members = self.elements(&tuple.elts)?;
                self.limited(Val::Tuple(members))
            }
            Expr::List(list) => {
                let members = self.elements(&list.elts)?;
                self.limited(Val::List(members))
            }
            Expr::Lambda(lambda) => self.lambda(lambda),
            Expr::Generator(generator) => self.generator_expr(generator),
            Expr::Named(named) => {
                let value = self.expr(&named.value)?;
                self.assign(&named.target, value.clone())?;
                Ok(value)
            }
            Expr::ListComp(comprehension) => self.comprehension(comprehension),
            Expr::Dict(dict) => self.dict_display(dict),
            Expr::Set(set) => self.set_display(set),
            Expr::DictComp(comprehension) => self.dict_comprehension(comprehension),
            Expr::SetComp(comprehension) => self.set_comprehension(comprehension),
            other => {
                let what = describe(other);
                Err(self.unsupported(what))
            }
        }
    }

    fn elements(&mut self, elements: &[Expr]) -> R<Vec<Val>> {
        let mut values = Vec::with_capacity(elements.len());
        for element in elements {
            if let Expr::Starred(starred) = element {
                let value = self.expr(&starred.value)?;
                values.extend(self.sequence(&value, None)?);
            } else {
                values.push(self.expr(element)?);
            }
        }
        Ok(values)
    }

    /// `[f(x) for x in xs]` over a tuple or list of known length.
    fn comprehension(&mut self, comprehension: &ast::ExprListComp) -> R<Val> {
        let [generator] = &comprehension.generators[..] else { return self.list_comprehension(comprehension) };
        if !generator.ifs.is_empty() {
            return self.list_comprehension(comprehension);
        }
        let mark = self.f.func.mark(self.f.block);
        let members = match self.expr(&generator.iter)? {
            Val::Tuple(members) | Val::List(members) => members,
            _ => {
                self.f.func.rollback(mark);
                return self.list_comprehension(comprehension);
            }
        };
        let saved = self.frame().env.clone();
        let mut values = Vec::new();
        for member in members {
            self.assign(&generator.target, member)?;
            let value = self.expr(&comprehension.elt)?;
            self.check_no_target(&value, &generator.target)?;
            values.push(value);
        }
        self.frame().env = saved;
        self.limited(Val::List(values))
    }

    fn number(&mut self, number: &ast::Number) -> R<Val> {
        match number {
            ast::Number::Int(int) => match int.as_i64() {
                Some(value) => Ok(Val::weak(self.int(value), DType::I64)),
                None => Ok(Val::BigInt(int.to_string().into())),
            },
            ast::Number::Float(value) => Ok(Val::weak(self.float(*value), DType::F64)),
            ast::Number::Complex { real, imag } => {
                let (re, im) = (self.float(*real), self.float(*imag));
                Ok(Val::weak(self.complex(re, im), DType::C128))
            }
        }
    }

    fn slice_expr(&mut self, slice: &ast::ExprSlice) -> R<Val> {
        let mut part = |expr: &Option<Box<Expr>>| expr.as_ref().map_or(Ok(Val::None), |expr| self.expr(expr));
        let (lower, upper, step) = (part(&slice.lower)?, part(&slice.upper)?, part(&slice.step)?);
        Ok(Val::Slice(Box::new([lower, upper, step])))
    }

    // ---- names

    pub fn read_name(&mut self, name: &str, range: TextRange) -> R<Val> {
        if let Some(binding) = self.frame_ref().env.get(name).cloned() {
            if let Some(conflict) = binding.conflict {
                let same = |known: &Diagnostic| known.message == conflict.message && known.labels.starts_with(&conflict.labels);
                if self.diags.0.iter().any(same) {
                    return Err(Stop);
                }
                let mut diagnostic = (*conflict).clone();
                if let Some(span) = self.span_of(range) {
                    diagnostic = diagnostic.label(span, "read here");
                }
                return Err(self.report(diagnostic));
            }
            if let Some(flag) = binding.flag {
                let message = unbound_message(name);
                self.check(flag, "UnboundLocalError", &message, &[])?;
            }
            return match binding.val {
                Val::Error => Err(Stop),
                Val::Cell(cell) => self.read_cell(&cell, "UnboundLocalError", &unbound_message(name)),
                val => Ok(val),
            };
        }
        if self.frame_ref().locals.contains(name) {
            self.raise("UnboundLocalError", &unbound_message(name), &[]);
            return Err(Stop);
        }
        if self.frame_ref().parent.is_some()
            && !self.frame_ref().reads.globals.contains(name)
            && let Some(val) = self.free_variable(name)?
        {
            return Ok(val);
        }
        match self.frame_ref().scope {
            Scope::User(module) => self.global(module, name),
            Scope::Library(file) => self.library_name(file, name),
        }
    }

    fn library_name(&mut self, file: usize, name: &str) -> R<Val> {
        let namespace = crate::library::FILES[file].namespace;
        if let Some(func) = self.library.function(namespace, name) {
            return Ok(Val::Callable(Callable::Library(func)));
        }
        if let Some(constant) = self.library.constant(file, name) {
            return self.expr(&constant);
        }
        let more: &[&str] = match namespace {
            "numpy" => &["numpy_kernels"],
            _ if namespace.starts_with("numpy.") => &["numpy", "numpy_kernels"],
            _ => &[],
        };
        if let Some(func) = more.iter().find_map(|namespace| self.library.function(namespace, name)) {
            return Ok(Val::Callable(Callable::Library(func)));
        }
        match builtins::lookup(name) {
            Some(val) => Ok(val),
            None => Err(self.error(Code::UnknownName, format!("name '{name}' is not defined in the library"))),
        }
    }

    /// The error for a name that is nowhere.
    pub fn unknown_name(&mut self, name: &str, candidates: &[String]) -> Stop {
        let mut diagnostic = Diagnostic::error(Code::UnknownName, format!("name '{name}' is not defined"));
        diagnostic = self.here(diagnostic, "");
        let locals: Vec<String> = self.frame_ref().env.keys().cloned().collect();
        let builtin: Vec<String> = builtins::names().map(str::to_string).collect();
        let all = candidates.iter().chain(&locals).chain(&builtin).map(String::as_str);
        if name == "numpy" && candidates.iter().any(|known| known == "np") {
            diagnostic = diagnostic.help("NumPy is imported as `np`: did you mean `np`?");
        } else if name == "np" || name == "numpy" {
            diagnostic = diagnostic.help("write `import numpy as np` at the top of the file");
        } else if let Some(similar) = closest(name, all) {
            diagnostic = diagnostic.help(format!("did you mean `{similar}`?"));
        } else if let Some(help) = crate::never::foreign_word(name) {
            diagnostic = diagnostic.help(help);
        }
        self.report(diagnostic)
    }

    // ---- operators

    fn binary_expr(&mut self, binary: &ast::ExprBinOp) -> R<Val> {
        // The left spine is walked in a loop: long sums do not nest.
        let mut spine = vec![binary];
        while let Expr::BinOp(left) = &*spine[spine.len() - 1].left {
            spine.push(left);
        }
        let mut value = self.expr(&spine[spine.len() - 1].left)?;
        for node in spine.into_iter().rev() {
            let right = self.expr(&node.right)?;
            let known = self.diags.0.len();
            let result = self.at(node.range, |cx| {
                cx.compare_with_numba(&crate::numba::Seen::Binary(node.op, &value, &right));
                cx.binary_op(node.op, &value, &right)
            });
            self.explain(known, &[(&node.left, &value), (&node.right, &right)]);
            value = result?;
        }
        Ok(value)
    }

    pub fn binary_op(&mut self, op: Operator, a: &Val, b: &Val) -> R<Val> {
        match (a, b) {
            (Val::Error, _) | (_, Val::Error) => Err(Stop),
            (Val::Optional(..), _) | (_, Val::Optional(..)) => {
                let sign = op.as_str();
                let (a, b) =
                    self.present_operands(a, b, &|x, y| format!("unsupported operand type(s) for {sign}: '{x}' and '{y}'"))?;
                self.binary_op(op, &a, &b)
            }
            (Val::Str(x), Val::Str(y)) if x.len() + y.len() > crate::fuel::MAX_STRING => Err(self.too_long()),
            (Val::Str(_) | Val::Text(_), _) | (_, Val::Str(_) | Val::Text(_)) => self.text_binary(op, a, b),
            (Val::Named(_, members), _) => self.binary_op(op, &Val::Tuple(members.clone()), b),
            (_, Val::Named(_, members)) => self.binary_op(op, a, &Val::Tuple(members.clone())),
            (Val::Type(..) | Val::Callable(_) | Val::None, Val::Type(..) | Val::Callable(_) | Val::None)
                if op == Operator::BitOr =>
            {
                Ok(Val::Tuple(vec![a.clone(), b.clone()]))
            }
            (Val::Scalar(x), Val::Scalar(y)) => self.scalar_binary(op, *x, *y),
            (Val::Vector(dtype, x), Val::Vector(other, y)) if dtype == other => self.vector_binary(op, *dtype, *x, *y),
            (Val::Object(..), _) | (_, Val::Object(..)) => self.object_binary(op, a, b),
            (Val::Array(_), Val::Array(_) | Val::Scalar(_)) | (Val::Scalar(_), Val::Array(_)) => {
                self.operator_call(op, a, b, None)
            }
            (Val::Tuple(x), Val::Tuple(y)) if op == Operator::Add => self.limited(Val::Tuple([&x[..], y].concat())),
            (Val::List(x), Val::List(y)) if op == Operator::Add => self.limited(Val::List([&x[..], y].concat())),
            (Val::Tuple(x), Val::Scalar(n)) | (Val::Scalar(n), Val::Tuple(x)) if op == Operator::Mult => {
                let Some(n) = self.const_int(n.value) else {
                    return Err(self.error(Code::NotStatic, "the length of a tuple must be known at compile time"));
                };
                self.repeat(x, n).and_then(|members| self.limited(Val::Tuple(members)))
            }
            (Val::List(x), Val::Scalar(n)) if op == Operator::Mult && self.const_int(n.value).is_some() => {
                let n = self.const_int(n.value).unwrap_or(0);
                self.repeat(x, n).and_then(|members| self.limited(Val::List(members)))
            }
            (Val::List(_), Val::Array(_)) | (Val::Array(_), Val::List(_)) => self.operator_call(op, a, b, None),
            (Val::List(_), Val::Scalar(_)) | (Val::Scalar(_), Val::List(_)) if op == Operator::Mult => {
                self.object_binary(op, a, b)
            }
            (Val::BigInt(_), _) | (_, Val::BigInt(_)) => Err(self.big_int_operand()),
            _ => Err(self.bad_operands(op.as_str(), a, b)),
        }
    }

    /// An operation of which one side is an object.
    fn object_binary(&mut self, op: Operator, a: &Val, b: &Val) -> R<Val> {
        if let Some(result) = self.container_operation(op, a, b)? {
            return Ok(result);
        }
        match self.instance_operation(op, a, b)? {
            Some(result) => Ok(result),
            None => Err(self.bad_operands(op.as_str(), a, b)),
        }
    }

    fn repeat(&mut self, members: &[Val], n: i64) -> R<Vec<Val>> {
        let count = usize::try_from(n.max(0)).unwrap_or(0);
        if crate::fuel::size(members).saturating_mul(count) > 10_000 {
            return Err(self.error(Code::TooLarge, "a tuple of more than 10000 members"));
        }
        Ok(members.iter().cycle().take(members.len() * count).cloned().collect())
    }

    pub fn big_int_operand(&mut self) -> Stop {
        self.error_help(
            Code::Overflow,
            "a Python int here does not fit 64 bits: it lies beyond 9223372036854775807",
            "npc's Python ints have 64 bits: write a float, or np.uint64(…) where it fits",
        )
    }

    pub fn bad_operands(&mut self, op: &str, a: &Val, b: &Val) -> Stop {
        let (a, b) = (self.type_of(a).name(), self.type_of(b).name());
        self.error(Code::TypeMismatch, format!("unsupported operand type(s) for {op}: '{a}' and '{b}'"))
    }

    fn unary_expr(&mut self, unary: &ast::ExprUnaryOp) -> R<Val> {
        // `-9223372036854775808` is a literal that fits.
        if let (ast::UnaryOp::USub, Expr::NumberLiteral(literal)) = (unary.op, &*unary.operand)
            && let ast::Number::Int(int) = &literal.value
            && int.as_u64() == Some(1 << 63)
        {
            return Ok(Val::weak(self.int(i64::MIN), DType::I64));
        }
        if let (ast::UnaryOp::Not, Expr::BoolOp(_)) = (unary.op, &*unary.operand) {
            let truth = self.condition(&unary.operand)?;
            return Ok(Val::weak(self.not(truth), DType::Bool));
        }
        let mut value = self.expr(&unary.operand)?;
        if unary.op != ast::UnaryOp::Not {
            value =
                self.present(&value, "TypeError", &format!("bad operand type for unary {}: 'NoneType'", unary.op.as_str()))?;
        }
        let special = match unary.op {
            ast::UnaryOp::USub => "__neg__",
            ast::UnaryOp::UAdd => "__pos__",
            ast::UnaryOp::Invert => "__invert__",
            ast::UnaryOp::Not => "",
        };
        if let (Val::Object(..), false) = (&value, special.is_empty())
            && let Some(result) = self.special(&value, special, Vec::new())?
        {
            return Ok(result);
        }
        match (unary.op, &value) {
            (ast::UnaryOp::Not, _) => {
                let truth = self.truth_of(&value)?;
                Ok(Val::weak(self.not(truth), DType::Bool))
            }
            (ast::UnaryOp::USub, Val::Scalar(scalar)) => self.scalar_negate(*scalar),
            (ast::UnaryOp::Invert, Val::Scalar(scalar)) => self.scalar_invert(*scalar),
            (ast::UnaryOp::UAdd, Val::Scalar(scalar)) if scalar.dtype == DType::Bool && scalar.weak => {
                Ok(Val::weak(self.convert(scalar.value, DType::I64), DType::I64))
            }
            (ast::UnaryOp::UAdd, Val::Scalar(_)) => Ok(value),
            (ast::UnaryOp::USub, Val::Array(_)) => self.library_call("numpy", "negative", vec![value]),
            (ast::UnaryOp::Invert, Val::Array(_)) => self.library_call("numpy", "invert", vec![value]),
            (ast::UnaryOp::UAdd, Val::Array(_)) => self.library_call("numpy", "positive", vec![value]),
            (_, Val::BigInt(_)) => Err(self.big_int_operand()),
            _ => {
                let name = self.type_of(&value).name();
                Err(self.error(Code::TypeMismatch, format!("bad operand type for unary {}: '{name}'", unary.op.as_str())))
            }
        }
    }

    /// The truth of a value.
    pub fn truth_of(&mut self, val: &Val) -> R<Value> {
        match val {
            Val::Scalar(scalar) => Ok(self.truth(*scalar)),
            Val::None => Ok(self.boolean(false)),
            Val::Str(text) => Ok(self.boolean(!text.is_empty())),
            Val::Text(text) => {
                let size = self.dim(*text, 0);
                Ok(self.convert(size, DType::Bool))
            }
            Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => Ok(self.boolean(!members.is_empty())),
            Val::Keywords(all) => Ok(self.boolean(!all.is_empty())),
            Val::Optional(has, payload) => self.optional_truth(*has, payload),
            Val::Array(array) => self.array_truth(*array),
            Val::Range(parts) => {
                let length = self.range_length(**parts);
                Ok(self.convert(length, DType::Bool))
            }
            Val::Error => Err(Stop),
            Val::Object(object, value) => self.object_truth(object, *value),
            Val::BigInt(_)
            | Val::Vector(..)
            | Val::Callable(_)
            | Val::Choice(..)
            | Val::Cell(_)
            | Val::Type(..)
            | Val::Module(_)
            | Val::UserModule(_)
            | Val::Ellipsis => Ok(self.boolean(true)),
            Val::Generator(_) | Val::Slice(_) | Val::Iterate(..) | Val::Exception(_) => Ok(self.boolean(true)),
        }
    }

    fn array_truth(&mut self, array: Value) -> R<Value> {
        let rank = self.array_type(array).rank;
        if rank > 0 {
            let shape = self.shape(array);
            let size = self.product(&shape);
            let one = self.int(1);
            let single = self.compare(CompareOp::Eq, size, one);
            let message = "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()";
            self.check(single, "ValueError", message, &[])?;
        }
        let zero = self.int(0);
        let at: Values = (0..rank).map(|_| zero).collect();
        let dtype = self.array_type(array).dtype;
        let element = self.push1(Op::LoadElem(array, at), Type::Scalar(dtype));
        Ok(self.convert(element, DType::Bool))
    }

    /// `a and b`; where only the truth of it counts, the operands may have any types.
    pub fn bool_expr(&mut self, op: ast::BoolOp, values: &[Expr], truth: bool) -> R<Val> {
        let Some((first, rest)) = values.split_first() else { return Err(Stop) };
        let value = if truth { Val::weak(self.condition(first)?, DType::Bool) } else { self.expr(first)? };
        if rest.is_empty() {
            return Ok(value);
        }
        let cond = self.at(first.range(), |cx| cx.truth_of(&value))?;
        let is_and = op == ast::BoolOp::And;
        match self.const_bool(cond) {
            Some(known) if known == is_and => return self.bool_expr(op, rest, truth),
            Some(_) => return Ok(value),
            None => {}
        }
        let kept = match &value {
            // What is true is a value.
            Val::Optional(_, payload) if !is_and => (**payload).clone(),
            _ => value.clone(),
        };
        let more = |cx: &mut Self| cx.bool_expr(op, rest, truth);
        let keep = |_: &mut Self| Ok(kept);
        if rest.iter().any(has_walrus) {
            return self.choose_binding(cond, |cx| cx.narrowed(first, is_and, more), keep, is_and);
        }
        let more = |cx: &mut Self| cx.narrowed(first, is_and, more);
        if is_and { self.choose(cond, more, keep) } else { self.choose(cond, keep, more) }
    }

    fn if_expr(&mut self, branch: &ast::ExprIf) -> R<Val> {
        let cond = self.condition(&branch.test)?;
        let then = |cx: &mut Self| cx.narrowed(&branch.test, true, |cx| cx.expr(&branch.body));
        let els = |cx: &mut Self| cx.narrowed(&branch.test, false, |cx| cx.expr(&branch.orelse));
        if has_walrus(&branch.body) || has_walrus(&branch.orelse) {
            return self.choose_binding(cond, then, els, true);
        }
        self.choose(cond, then, els)
    }

    /// One of two values; a `select` where both are cheap and can be computed always.
    pub fn choose(
        &mut self,
        cond: Value,
        then: impl FnOnce(&mut Self) -> R<Val>,
        els: impl FnOnce(&mut Self) -> R<Val>,
    ) -> R<Val> {
        match self.const_bool(cond) {
            Some(true) => return then(self),
            Some(false) => return els(self),
            None => {}
        }
        let (a, b) = (self.f.func.new_block(), self.f.func.new_block());
        let (x, x_live) = self.arm_value(a, then)?;
        let (y, y_live) = self.arm_value(b, els)?;
        let ty = match (x_live, y_live) {
            (true, true) => self.common_type(&x, &y)?,
            (true, false) => self.type_of(&x),
            (false, true) => self.type_of(&y),
            (false, false) => {
                self.push(Op::If(cond, a, b), &[]);
                self.terminate(Op::Unreachable);
                return Err(Stop);
            }
        };
        let x_leaves = self.finish_arm(a, &x, x_live, &ty)?;
        let y_leaves = self.finish_arm(b, &y, y_live, &ty)?;
        if matches!(ty, Ty::Static(_)) {
            return Ok(x);
        }
        let model = if x_live { x } else { y };
        let leaves = match (x_leaves, y_leaves) {
            (Some(xs), Some(ys)) if self.is_cheap(a, &xs) && self.is_cheap(b, &ys) => self.select_arms(cond, a, b, &xs, &ys),
            (xs, ys) => {
                for (block, leaves) in [(a, xs), (b, ys)] {
                    if let Some(leaves) = leaves {
                        self.in_block(block, |cx| cx.terminate(Op::Yield(leaves)));
                    }
                }
                self.push(Op::If(cond, a, b), &ty.leaves())
            }
        };
        Ok(ty.value_like(&model, &mut leaves.iter().copied()).unwrap_or(model))
    }

    /// [`Self::choose`] where an arm assigns names: paths meet as at a statement. `outcome` is the one that leads to `then`.
    fn choose_binding(
        &mut self,
        cond: Value,
        then: impl FnOnce(&mut Self) -> R<Val>,
        els: impl FnOnce(&mut Self) -> R<Val>,
        outcome: bool,
    ) -> R<Val> {
        let cond = if outcome { cond } else { self.not(cond) };
        const RESULT: &str = ".value";
        let into = |cx: &mut Self, val: Val| {
            let binding = crate::cx::Binding { val, flag: None, conflict: None, span: None };
            cx.frame().env.insert(RESULT.to_string(), binding);
        };
        let range = TextRange::default();
        self.branch(
            cond,
            range,
            |cx| {
                let val = then(cx)?;
                into(cx, val);
                Ok(())
            },
            |cx| {
                let val = els(cx)?;
                into(cx, val);
                Ok(())
            },
        )?;
        if !self.f.live {
            return Err(Stop);
        }
        let val = self.read_name(RESULT, range);
        self.frame().env.shift_remove(RESULT);
        val
    }

    fn common_type(&mut self, x: &Val, y: &Val) -> R<Ty> {
        let (a, b) = (self.type_of(x), self.type_of(y));
        match merge_types(&a, &b) {
            Some(ty) => Ok(ty),
            None => {
                Err(self
                    .error(Code::CannotMergeTypes, format!("this is {} or {}, which have no common type", a.name(), b.name())))
            }
        }
    }

    fn arm_value(&mut self, block: npc_midend::ir::Block, f: impl FnOnce(&mut Self) -> R<Val>) -> R<(Val, bool)> {
        self.in_block(block, |cx| match f(cx) {
            Ok(val) => Ok((val, true)),
            Err(Stop) if !cx.f.live => Ok((Val::Error, false)),
            Err(Stop) => Err(Stop),
        })
    }

    fn finish_arm(&mut self, block: npc_midend::ir::Block, val: &Val, live: bool, ty: &Ty) -> R<Option<Values>> {
        if !live {
            return Ok(None);
        }
        self.in_block(block, |cx| Ok(Some(cx.convert_to(val, ty)?.leaves())))
    }

    fn is_cheap(&self, block: npc_midend::ir::Block, leaves: &[Value]) -> bool {
        let insts = self.f.func.insts(block);
        insts.len() <= CHEAP_ARM
            && insts.iter().all(|inst| self.f.func.op(*inst).is_pure())
            && leaves.iter().all(|leaf| self.ty(*leaf).scalar().is_some())
    }

    fn select_arms(
        &mut self,
        cond: Value,
        a: npc_midend::ir::Block,
        b: npc_midend::ir::Block,
        xs: &[Value],
        ys: &[Value],
    ) -> Values {
        let here = self.f.block;
        for block in [a, b] {
            for inst in self.f.func.take_insts(block) {
                self.f.func.append(here, inst);
            }
        }
        xs.iter().zip(ys).map(|(x, y)| self.select(cond, *x, *y)).collect()
    }

    // ---- comparisons

    fn compare_expr(&mut self, compare: &ast::ExprCompare) -> R<Val> {
        let left = self.expr(&compare.left)?;
        self.compare_chain(left, Some(&compare.left), &compare.ops, &compare.comparators)
    }

    fn compare_chain(&mut self, left: Val, first_expr: Option<&Expr>, ops: &[CmpOp], rights: &[Expr]) -> R<Val> {
        let right = self.expr(&rights[0])?;
        let known = self.diags.0.len();
        let first = self.compare_op(ops[0], &left, &right);
        match first_expr {
            Some(expr) => self.explain(known, &[(expr, &left), (&rights[0], &right)]),
            None => self.explain(known, &[(&rights[0], &right)]),
        }
        let first = first?;
        if ops.len() == 1 {
            return Ok(first);
        }
        let cond = self.truth_of(&first)?;
        let more = |cx: &mut Self| cx.compare_chain(right, Some(&rights[0]), &ops[1..], &rights[1..]);
        if rights[1..].iter().any(has_walrus) {
            return self.choose_binding(cond, more, |_| Ok(first), true);
        }
        self.choose(cond, more, |_| Ok(first))
    }

    /// One comparison.
    pub fn compare_vals(&mut self, op: CmpOp, a: &Val, b: &Val) -> R<Val> {
        self.compare_op(op, a, b)
    }

    pub fn compare_op(&mut self, op: CmpOp, a: &Val, b: &Val) -> R<Val> {
        let compare = match op {
            CmpOp::Eq => CompareOp::Eq,
            CmpOp::NotEq => CompareOp::Ne,
            CmpOp::Lt => CompareOp::Lt,
            CmpOp::LtE => CompareOp::Le,
            CmpOp::Gt => CompareOp::Gt,
            CmpOp::GtE => CompareOp::Ge,
            CmpOp::Is | CmpOp::IsNot => return self.identity(op == CmpOp::Is, a, b),
            CmpOp::In | CmpOp::NotIn => return self.membership(op == CmpOp::In, a, b),
        };
        match (a, b) {
            (Val::Vector(dtype, x), Val::Vector(other, y)) if dtype == other => self.vector_compare(compare, *dtype, *x, *y),
            (Val::Optional(..), _) | (_, Val::Optional(..)) => {
                if matches!(compare, CompareOp::Eq | CompareOp::Ne) {
                    let equal = self.optional_equal(a, b)?;
                    let value = if compare == CompareOp::Eq { equal } else { self.not(equal) };
                    return Ok(Val::weak(value, DType::Bool));
                }
                let sign = op.as_str();
                let message = |x: &str, y: &str| format!("'{sign}' not supported between instances of '{x}' and '{y}'");
                let (a, b) = self.present_operands(a, b, &message)?;
                self.compare_op(op, &a, &b)
            }
            (Val::Object(..), _) | (_, Val::Object(..)) => self.compare_objects(op, a, b),
            (Val::Named(_, members), _) => self.compare_op(op, &Val::Tuple(members.clone()), b),
            (_, Val::Named(_, members)) => self.compare_op(op, a, &Val::Tuple(members.clone())),
            (Val::Scalar(x), Val::Scalar(y)) => self.scalar_compare(compare, *x, *y),
            (Val::Array(_), Val::Array(_) | Val::Scalar(_) | Val::List(_)) | (Val::Scalar(_) | Val::List(_), Val::Array(_)) => {
                self.library_call("numpy", comparison_name(compare), vec![a.clone(), b.clone()])
            }
            (Val::Tuple(x), Val::Tuple(y)) | (Val::List(x), Val::List(y))
                if matches!(compare, CompareOp::Eq | CompareOp::Ne) =>
            {
                let equal = self.members_equal(x, y)?;
                let value = if compare == CompareOp::Eq { equal } else { self.not(equal) };
                Ok(Val::weak(value, DType::Bool))
            }
            (Val::Tuple(x), Val::Tuple(y)) | (Val::List(x), Val::List(y)) => {
                let (x, y) = (x.clone(), y.clone());
                self.compare_lexically(op, &x, &y)
            }
            (Val::Str(_) | Val::Text(_), Val::Str(_) | Val::Text(_)) => self.text_compare(compare, a, b),
            (Val::Array(_), _) | (_, Val::Array(_)) => Err(self.bad_operands(op.as_str(), a, b)),
            (Val::BigInt(_), _) | (_, Val::BigInt(_)) => Err(self.big_int_operand()),
            (Val::Type(dtype, false), Val::Str(name)) | (Val::Str(name), Val::Type(dtype, false))
                if matches!(compare, CompareOp::Eq | CompareOp::Ne) =>
            {
                let same = DType::from_numpy_name(name) == Some(*dtype);
                Ok(Val::weak(self.boolean(same == (compare == CompareOp::Eq)), DType::Bool))
            }
            // A dtype equals Python's type of the same numbers: `a.dtype == complex`.
            (Val::Type(x, _), Val::Type(y, _)) if matches!(compare, CompareOp::Eq | CompareOp::Ne) => {
                Ok(Val::weak(self.boolean((x == y) == (compare == CompareOp::Eq)), DType::Bool))
            }
            _ if matches!(compare, CompareOp::Eq | CompareOp::Ne) => {
                let equal = self.type_of(a) == self.type_of(b);
                Ok(Val::weak(self.boolean(equal == (compare == CompareOp::Eq)), DType::Bool))
            }
            _ => {
                let (x, y) = (self.type_of(a).name(), self.type_of(b).name());
                let op = op.as_str();
                Err(self.error(Code::TypeMismatch, format!("'{op}' not supported between instances of '{x}' and '{y}'")))
            }
        }
    }

    /// `<` and its like of tuples: the first members that differ decide, or the lengths.
    fn compare_lexically(&mut self, op: CmpOp, x: &[Val], y: &[Val]) -> R<Val> {
        let (Some((a, x_rest)), Some((b, y_rest))) = (x.split_first(), y.split_first()) else {
            let (m, n) = (x.len(), y.len());
            let holds = match op {
                CmpOp::Lt => m < n,
                CmpOp::LtE => m <= n,
                CmpOp::Gt => m > n,
                _ => m >= n,
            };
            return Ok(Val::weak(self.boolean(holds), DType::Bool));
        };
        let equal = self.compare_op(CmpOp::Eq, a, b)?;
        let equal = self.truth_of(&equal)?;
        self.choose(equal, |cx| cx.compare_lexically(op, x_rest, y_rest), |cx| cx.compare_op(op, a, b))
    }

    fn members_equal(&mut self, x: &[Val], y: &[Val]) -> R<Value> {
        if x.len() != y.len() {
            return Ok(self.boolean(false));
        }
        let mut all = self.boolean(true);
        for (a, b) in x.iter().zip(y) {
            let equal = self.compare_op(CmpOp::Eq, a, b)?;
            let truth = self.truth_of(&equal)?;
            all = self.and(all, truth);
        }
        Ok(all)
    }

    pub fn identity(&mut self, is: bool, a: &Val, b: &Val) -> R<Val> {
        self.check_identity(a, b)?;
        let same = match (a, b) {
            (Val::None, Val::None) => true,
            (Val::Optional(has, _), Val::None) | (Val::None, Val::Optional(has, _)) => {
                let value = if is { self.not(*has) } else { *has };
                return Ok(Val::weak(value, DType::Bool));
            }
            (Val::Optional(has, payload), Val::Object(_, y)) | (Val::Object(_, y), Val::Optional(has, payload))
                if let Val::Object(_, x) = **payload =>
            {
                let same = self.same_object(x, *y);
                let same = self.and(*has, same);
                let value = if is { same } else { self.not(same) };
                return Ok(Val::weak(value, DType::Bool));
            }
            (Val::Optional(has, x), Val::Optional(other, y)) if let (Val::Object(_, x), Val::Object(_, y)) = (&**x, &**y) => {
                let same = self.same_object(*x, *y);
                let same = self.and(*has, same);
                let alike = self.compare(CompareOp::Eq, *has, *other);
                let neither = self.not(*has);
                let same = self.or(same, neither);
                let same = self.and(alike, same);
                let value = if is { same } else { self.not(same) };
                return Ok(Val::weak(value, DType::Bool));
            }
            (Val::Optional(..), _) | (_, Val::Optional(..)) => {
                return Err(self.error_help(
                    Code::Unsupported,
                    "`is` with a value that may be None is not supported",
                    "write `==`",
                ));
            }
            (Val::None, _) | (_, Val::None) => false,
            (Val::Array(x), Val::Array(y)) => x == y,
            (Val::Object(_, x), Val::Object(_, y)) => {
                let same = self.same_object(*x, *y);
                let value = if is { same } else { self.not(same) };
                return Ok(Val::weak(value, DType::Bool));
            }
            (Val::Scalar(x), Val::Scalar(y)) if x.dtype == DType::Bool && y.dtype == DType::Bool => {
                let equal = self.compare(CompareOp::Eq, x.value, y.value);
                let value = if is { equal } else { self.not(equal) };
                return Ok(Val::weak(value, DType::Bool));
            }
            (Val::Scalar(_), Val::Scalar(_)) => {
                return Err(self.error_help(Code::Unsupported, "`is` between numbers is not supported", "write `==`"));
            }
            _ => self.type_of(a) == self.type_of(b),
        };
        Ok(Val::weak(self.boolean(same == is), DType::Bool))
    }

    fn membership(&mut self, is_in: bool, a: &Val, b: &Val) -> R<Val> {
        let members = match b {
            Val::Array(_) => {
                let equal = self.compare_op(CmpOp::Eq, a, b)?;
                let any = self.library_call("numpy", "any", vec![equal])?;
                let value = self.truth_of(&any)?;
                let value = if is_in { value } else { self.not(value) };
                return Ok(Val::weak(value, DType::Bool));
            }
            Val::Str(_) | Val::Text(_) => return self.text_membership(is_in, a, b),
            Val::Object(..) | Val::Iterate(..) => {
                let found = self.object_contains(b, a)?;
                let value = if is_in { found } else { self.not(found) };
                return Ok(Val::weak(value, DType::Bool));
            }
            Val::Keywords(all) => {
                let has = self.has_keyword(all, a);
                let value = self.truth_of(&has)?;
                let value = if is_in { value } else { self.not(value) };
                return Ok(Val::weak(value, DType::Bool));
            }
            Val::Range(parts) => {
                let value = self.in_range(a, **parts)?;
                let value = if is_in { value } else { self.not(value) };
                return Ok(Val::weak(value, DType::Bool));
            }
            other => self.sequence(other, None)?,
        };
        let mut found = self.boolean(false);
        for member in members {
            let equal = self.compare_op(CmpOp::Eq, a, &member)?;
            let truth = self.truth_of(&equal)?;
            found = self.or(found, truth);
        }
        let value = if is_in { found } else { self.not(found) };
        Ok(Val::weak(value, DType::Bool))
    }

    // ---- helpers for others

    /// A value that must be a scalar; 0-d arrays give their element.
    pub fn scalar(&mut self, val: &Val, what: &str) -> R<Scalar> {
        match val {
            Val::Scalar(scalar) => Ok(*scalar),
            Val::Array(array) if self.array_type(*array).rank == 0 => {
                let value = self.item(*array);
                Ok(Scalar { value, dtype: self.dtype(value), weak: false })
            }
            Val::Error => Err(Stop),
            Val::BigInt(_) => Err(self.big_int_operand()),
            Val::Optional(..) => {
                let val = self.present(val, "TypeError", &format!("{what} must be a number, not NoneType"))?;
                self.scalar(&val, what)
            }
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("{what} must be a number, not {name}")))
            }
        }
    }

    /// A value that must be an integer, as a Python int.
    pub fn index_value(&mut self, val: &Val, what: &str) -> R<Value> {
        let val = self.present(val, "TypeError", "'NoneType' object cannot be interpreted as an integer")?;
        let scalar = self.scalar(&val, what)?;
        if scalar.dtype.is_inexact() {
            let name = self.scalar_type_name(scalar);
            return Err(self.error(
                Code::TypeMismatch,
                format!("{what} must be an integer: '{name}' object cannot be interpreted as an integer"),
            ));
        }
        Ok(self.convert(scalar.value, DType::I64))
    }
}

/// True if `:=` stands in an expression.
fn has_walrus(expr: &Expr) -> bool {
    !crate::names::assigned_in_expr(expr).is_empty()
}

fn unbound_message(name: &str) -> String {
    format!("cannot access local variable '{name}' where it is not associated with a value")
}

fn comparison_name(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Eq => "equal",
        CompareOp::Ne => "not_equal",
        CompareOp::Lt | CompareOp::LtU => "less",
        CompareOp::Le | CompareOp::LeU => "less_equal",
        CompareOp::Gt | CompareOp::GtU => "greater",
        CompareOp::Ge | CompareOp::GeU => "greater_equal",
    }
}

fn describe(expr: &Expr) -> &'static str {
    match expr {
        Expr::Dict(_) | Expr::DictComp(_) => "a dict",
        Expr::Set(_) | Expr::SetComp(_) => "a set",
        Expr::TString(_) => "a t-string",
        Expr::BytesLiteral(_) => "a bytes literal",
        Expr::Await(_) => "`await`",
        Expr::Yield(_) | Expr::YieldFrom(_) => "the value of `yield`",
        Expr::Starred(_) => "a starred expression here",
        _ => "this expression",
    }
}
