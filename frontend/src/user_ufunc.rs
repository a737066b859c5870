//! Ufuncs of the user's: `@vectorize` and `@guvectorize`.
//!
//! A call broadcasts its arguments, loops over the axes that the function does not see, and calls the function, compiled
//! like any other, for the elements or subarrays. Which of its signatures is meant follows NumPy: the first one to which
//! all arguments convert safely. Unlike the element-wise functions of the library, these may raise and loop.
//!
//! Ahead of time each signature gives two exports: for what the function itself takes, and for one more axis in front of
//! every argument (scalars and 1-d arrays for `@vectorize`); `--sig` and example calls add others.

use crate::cx::{Cx, Frame, Fx, Instance, InstanceKey, R, Scope, Stop};
use crate::signature::{Concrete, Cores, Kind};
use crate::value::{Ty, UserFunc, Val};
use npc_base::Code;
use npc_midend::Convention;
use npc_midend::ir::{CompareOp, FuncId, Op, Value, Values};
use npc_midend::types::{ArrayType, DType, Layout, Type};
use std::rc::Rc;

/// The exports of a vectorized function: scalars and 1-d arrays for each loop, and what was asked for.
pub(crate) fn vectorized_exports(signatures: &[Concrete]) -> Vec<Concrete> {
    let scalars = |signature: &Concrete| signature.args.iter().all(|ty| matches!(ty, Ty::Scalar { .. }));
    let mut exports = Vec::new();
    for signature in signatures {
        exports.push(of_types(signature.args.clone()));
        if scalars(signature) && !signature.args.is_empty() {
            exports.push(of_types(signature.args.iter().filter_map(one_more_axis).collect()));
        }
    }
    without_repetition(exports)
}

/// The exports of a generalised ufunc: the core dimensions alone, and one axis in front of them.
pub(crate) fn generalized_exports(cores: &Cores, signatures: &[Concrete]) -> Vec<Concrete> {
    let mut exports = Vec::new();
    for signature in signatures {
        let inputs: Vec<Ty> = signature.args.iter().zip(&cores.inputs).map(|(ty, core)| core_type(ty, core.len())).collect();
        exports.push(of_types(inputs.clone()));
        if signature.args.len() > cores.inputs.len() {
            exports.push(of_types(inputs.iter().filter_map(one_more_axis).collect()));
        }
    }
    without_repetition(exports)
}

fn of_types(args: Vec<Ty>) -> Concrete {
    Concrete { dims: vec![Vec::new(); args.len()], args, result: None }
}

fn without_repetition(exports: Vec<Concrete>) -> Vec<Concrete> {
    let mut unique: Vec<Concrete> = Vec::new();
    for export in exports {
        if !unique.contains(&export) {
            unique.push(export);
        }
    }
    unique
}

fn one_more_axis(ty: &Ty) -> Option<Ty> {
    match ty {
        Ty::Scalar { dtype, .. } => Some(Ty::Array(ArrayType::new(*dtype, 1, Layout::ANY))),
        Ty::Array(array) => Some(Ty::Array(ArrayType::new(array.dtype, array.rank + 1, Layout::ANY))),
        _ => None,
    }
}

/// The type of an input as a caller sees it: of a `()` operand declared as an array, its element.
fn core_type(ty: &Ty, core: usize) -> Ty {
    match ty {
        Ty::Array(array) if core == 0 => Ty::Scalar { dtype: array.dtype, weak: false },
        other => other.clone(),
    }
}

fn element_of(ty: &Ty) -> DType {
    match ty {
        Ty::Scalar { dtype, .. } => *dtype,
        Ty::Array(array) => array.dtype,
        _ => DType::F64,
    }
}

impl Cx<'_> {
    /// Compiles a ufunc for arguments of these types, as a function that loops.
    pub fn compile_ufunc(&mut self, func: &Rc<UserFunc>, key: &InstanceKey, vals: &[Val]) -> R<FuncId> {
        let mut fx = Fx::new(&func.def.name.id);
        fx.user_name = func.def.name.id.to_string();
        fx.user_file = self.user[func.module].file_index;
        fx.span = self.f.span;
        fx.frames.push(Frame::new(Scope::User(func.module)));
        let outer = std::mem::replace(&mut self.f, fx);
        let result = self.fill_ufunc(func, key, vals);
        let inner = std::mem::replace(&mut self.f, outer);
        let ty = result?;
        let id = self.module.funcs.push(inner.func);
        self.instances.insert(key.clone(), Instance { func: id, result: Some(ty) });
        Ok(id)
    }

    fn fill_ufunc(&mut self, func: &Rc<UserFunc>, key: &InstanceKey, vals: &[Val]) -> R<Ty> {
        let entry = self.f.func.body;
        let mut args = Vec::new();
        for (val, ty) in vals.iter().zip(&key.args) {
            let leaves: Values = ty.leaves().into_iter().map(|ty| self.f.func.add_param(entry, ty)).collect();
            args.push(ty.value(&mut leaves.iter().copied()).unwrap_or_else(|| val.clone()));
        }
        let result = self.call_user_ufunc(func, args)?;
        let ty = self.type_of(&result);
        self.terminate(Op::Return(result.leaves()));
        self.place_constants();
        self.f.func.results = ty.leaves();
        self.f.func.convention = Convention::Internal;
        Ok(ty)
    }

    /// A call of a function that `@vectorize` or `@guvectorize` made.
    pub fn call_user_ufunc(&mut self, func: &Rc<UserFunc>, args: Vec<Val>) -> R<Val> {
        let args = args.into_iter().map(|arg| self.operand(arg)).collect::<R<Vec<_>>>()?;
        match &self.decorated(func)?.kind {
            Kind::Generalized(cores) => self.call_generalized(func, &cores.clone(), args),
            _ => self.call_vectorized(func, args),
        }
    }

    // ---- `@vectorize`

    fn call_vectorized(&mut self, func: &Rc<UserFunc>, args: Vec<Val>) -> R<Val> {
        let loops: Vec<Concrete> = self.ufunc_loops(func)?;
        let (types, declared) = if loops.is_empty() {
            (args.iter().map(|arg| self.own_type(arg)).collect(), None)
        } else {
            let chosen = self.choose_loop(func, &loops, &args)?;
            (chosen.args.clone(), chosen.result.as_ref().and_then(|result| result.ty()))
        };
        let operands: Vec<Option<Value>> = args.iter().map(array_of).collect();
        let extents = self.broadcast_operands(&operands)?;
        let mut inputs = Vec::new();
        for (arg, ty) in args.iter().zip(&types) {
            inputs.push(self.loop_input(arg, element_of(ty), &extents)?);
        }
        if operands.iter().all(Option::is_none) {
            let result = self.kernel_call(func, inputs, declared.as_ref())?;
            return self.strong_result(func, result);
        }
        let kernel_args: Vec<Ty> = types.iter().map(|ty| Ty::Scalar { dtype: element_of(ty), weak: false }).collect();
        let dtype = self.kernel_result(func, &kernel_args, declared.as_ref())?;
        let out = self.empty(dtype, extents.clone());
        self.loop_nest(&extents, inputs, &mut Values::new(), &mut |cx, elements, at| {
            let result = cx.kernel_call(func, elements, declared.as_ref())?;
            let Val::Scalar(scalar) = cx.strong_result(func, result)? else { return Err(Stop) };
            let value = cx.convert(scalar.value, dtype);
            cx.push(Op::StoreElem(out, Values::from_slice(at), value), &[]);
            Ok(())
        })?;
        Ok(Val::Array(out))
    }

    /// The type of an argument of a ufunc without signatures.
    fn own_type(&mut self, arg: &Val) -> Ty {
        let kind = self.element_kind(arg);
        Ty::Scalar { dtype: kind.dtype, weak: false }
    }

    /// The signatures over elements of a ufunc.
    fn ufunc_loops(&mut self, func: &Rc<UserFunc>) -> R<Vec<Concrete>> {
        let generalized = self.decorated(func)?.kind != Kind::Vectorized;
        let mut loops = self.signatures_of(func)?;
        loops.retain(|signature| generalized || signature.args.iter().all(|ty| matches!(ty, Ty::Scalar { .. })));
        Ok(loops)
    }

    /// The first signature to which all arguments convert safely; before that, one that has exactly their dtypes.
    fn choose_loop<'l>(&mut self, func: &UserFunc, loops: &'l [Concrete], args: &[Val]) -> R<&'l Concrete> {
        let kinds: Vec<_> = args.iter().map(|arg| self.element_kind(arg)).collect();
        let all = |safe: &dyn Fn(&crate::value::Scalar, DType) -> bool| {
            loops.iter().find(|signature| kinds.iter().zip(&signature.args).all(|(kind, ty)| safe(kind, element_of(ty))))
        };
        let exact = all(&|kind, dtype| !kind.weak && kind.dtype == dtype);
        let safe = all(&|kind, dtype| {
            if kind.weak { kind.dtype.kind() <= dtype.kind() } else { kind.dtype.promote(dtype) == dtype }
        });
        match exact.or(safe) {
            Some(signature) => Ok(signature),
            None => {
                let given: Vec<_> = args.iter().map(|arg| self.type_of(arg).name()).collect();
                let known: Vec<_> = loops.iter().map(|signature| names(&signature.args)).collect();
                let message = format!("ufunc '{}' has no signature for ({})", func.def.name.id, given.join(", "));
                let help = format!("its signatures are {}", known.join(", "));
                Err(self.error_help(Code::TypeMismatch, message, help))
            }
        }
    }

    /// An operand of the loop: a scalar of the dtype, or a view with the extents of the loop.
    fn loop_input(&mut self, arg: &Val, dtype: DType, extents: &[Value]) -> R<Val> {
        Ok(match arg {
            Val::Scalar(scalar) => Val::strong(self.coerce(*scalar, dtype)?, dtype),
            Val::Array(array) => {
                let array = if self.array_type(*array).dtype == dtype { *array } else { self.cast(*array, dtype)? };
                Val::Array(self.broadcast_view(array, extents))
            }
            _ => return Err(Stop),
        })
    }

    fn kernel_call(&mut self, func: &Rc<UserFunc>, args: Vec<Val>, declared: Option<&Ty>) -> R<Val> {
        let key = self.kernel_key(func, &args, declared)?;
        self.call_instance(func, &key, &args, declared)
    }

    fn kernel_key(&mut self, func: &Rc<UserFunc>, args: &[Val], declared: Option<&Ty>) -> R<InstanceKey> {
        let result = declared.map(|ty| format!(" as declared {}", ty.name())).unwrap_or_default();
        self.instance_key(&format!("{}:{}{result}", func.module, func.def.name.id), args)
    }

    /// The dtype that the function has as its result for these arguments.
    fn kernel_result(&mut self, func: &Rc<UserFunc>, args: &[Ty], declared: Option<&Ty>) -> R<DType> {
        if let Some(Ty::Scalar { dtype, .. }) = declared {
            return Ok(*dtype);
        }
        let mut scratch = Fx::new("arguments");
        let block = scratch.block;
        let leaves: Vec<Value> = args.iter().flat_map(Ty::leaves).map(|ty| scratch.func.add_param(block, ty)).collect();
        scratch.frames = std::mem::take(&mut self.f.frames);
        scratch.span = self.f.span;
        let outer = std::mem::replace(&mut self.f, scratch);
        let mut leaves = leaves.into_iter();
        let vals: Vec<Val> = args.iter().filter_map(|ty| ty.value(&mut leaves)).collect();
        let result = self.kernel_call(func, vals, declared).and_then(|result| self.strong_result(func, result));
        let dtype = result.map(|result| self.element_kind(&result).dtype);
        let inner = std::mem::replace(&mut self.f, outer);
        self.f.frames = inner.frames;
        dtype
    }

    /// A result of the function as the element of an array.
    fn strong_result(&mut self, func: &UserFunc, result: Val) -> R<Val> {
        match self.operand(result)? {
            Val::Scalar(scalar) => Ok(Val::strong(scalar.value, scalar.dtype)),
            other => {
                let ty = self.type_of(&other).name();
                let message = format!("`{}` is vectorized and must return a number, not {ty}", func.def.name.id);
                Err(self.error(Code::TypeMismatch, message))
            }
        }
    }

    /// Loops over the extents; the body gets the inputs without these axes, and the counters.
    fn loop_nest(&mut self, extents: &[Value], inputs: Vec<Val>, at: &mut Values, body: &mut LoopBody<'_>) -> R<()> {
        let Some((extent, inner)) = extents.split_first() else { return body(self, inputs, at) };
        let block = self.f.func.new_block();
        let counter = self.f.func.add_param(block, Type::I64);
        at.push(counter);
        let made = self.in_block(block, |cx| {
            let mut elements = Vec::new();
            for input in &inputs {
                elements.push(match input {
                    Val::Array(array) => cx.subscript_proven(*array, counter)?,
                    other => other.clone(),
                });
            }
            cx.loop_nest(inner, elements, at, body)?;
            cx.terminate(Op::Next(block, Values::new()));
            Ok(())
        });
        at.pop();
        made?;
        let zero = self.int(0);
        self.push(Op::For(zero, *extent, Values::new(), block), &[]);
        Ok(())
    }

    // ---- `@guvectorize`

    fn call_generalized(&mut self, func: &Rc<UserFunc>, cores: &Cores, args: Vec<Val>) -> R<Val> {
        let (count, given) = (cores.inputs.len(), args.len());
        if given != count {
            let message = format!("{}() takes {count} inputs but {given} were given", func.def.name.id);
            return Err(self.error_help(
                Code::WrongArguments,
                message,
                "outputs are made by the call; `out=` is not supported yet",
            ));
        }
        let loops = self.ufunc_loops(func)?;
        if loops.is_empty() {
            return Err(self.unsupported("`@guvectorize` without signatures"));
        }
        let loop_types = self.choose_loop(func, &loops, &args)?.args.clone();
        let mut sizes: Vec<(String, Value)> = Vec::new();
        let mut outer_shapes = Vec::new();
        for (k, (arg, core)) in args.iter().zip(&cores.inputs).enumerate() {
            outer_shapes.push(self.core_sizes(func, cores, k, arg, core, &mut sizes)?);
        }
        let outer = self.broadcast_shapes(&outer_shapes)?;
        let mut operands = Vec::new();
        for ((arg, core), ty) in args.iter().zip(&cores.inputs).zip(&loop_types) {
            let mut extents = outer.clone();
            extents.extend(core.iter().map(|name| size_of(&sizes, name)));
            let input = self.loop_input(arg, element_of(ty), &extents)?;
            operands.push(self.as_declared(input, ty, core.len())?);
        }
        let mut outputs = Vec::new();
        for (core, ty) in cores.outputs.iter().zip(loop_types.iter().skip(count)) {
            let mut extents = outer.clone();
            extents.extend(core.iter().map(|name| size_of(&sizes, name)));
            if core.is_empty() {
                let one = self.int(1);
                extents.push(one);
            }
            outputs.push(self.empty(element_of(ty), extents));
        }
        operands.extend(outputs.iter().map(|out| Val::Array(*out)));
        self.loop_nest(&outer, operands, &mut Values::new(), &mut |cx, parts, _| {
            cx.kernel_call(func, parts, None).map(|_| ())
        })?;
        let mut results = Vec::new();
        for (out, core) in outputs.into_iter().zip(&cores.outputs) {
            results.push(if core.is_empty() { self.last_element(out)? } else { Val::Array(out) });
        }
        Ok(if results.len() == 1 { results.remove(0) } else { Val::Tuple(results) })
    }

    /// Notes the core extents of an input, which must be the same wherever a name stands; returns the others.
    fn core_sizes(
        &mut self,
        func: &UserFunc,
        cores: &Cores,
        k: usize,
        arg: &Val,
        core: &[String],
        sizes: &mut Vec<(String, Value)>,
    ) -> R<Values> {
        let shape = array_of(arg).map(|array| self.shape(array)).unwrap_or_default();
        let name = func.def.name.id.to_string();
        let Some(free) = shape.len().checked_sub(core.len()) else {
            let message = format!(
                "{name}: Input operand {k} does not have enough dimensions (has {}, gufunc core with signature {} requires {})",
                shape.len(),
                shown(cores),
                core.len()
            );
            return Err(self.error(Code::TypeMismatch, message));
        };
        for (axis, (dim, extent)) in core.iter().zip(&shape[free..]).enumerate() {
            let fixed = dim.parse::<i64>().ok().map(|fixed| self.int(fixed));
            let known = fixed.or_else(|| sizes.iter().find(|(known, _)| known == dim).map(|(_, size)| *size));
            let Some(first) = known else {
                sizes.push((dim.clone(), *extent));
                continue;
            };
            let same = self.compare(CompareOp::Eq, *extent, first);
            let message = format!(
                "{name}: Input operand {k} has a mismatch in its core dimension {axis}, with gufunc signature {} (size {{0}} is different from {{1}})",
                shown(cores)
            );
            self.check_shapes(same, &message, &[*extent, first])?;
            if fixed.is_some() {
                sizes.push((dim.clone(), first));
            }
        }
        Ok(Values::from_slice(&shape[..free]))
    }

    /// An operand in the form that the function declares: `()` as an array of one element where it wants an array.
    fn as_declared(&mut self, input: Val, ty: &Ty, core: usize) -> R<Val> {
        let Ty::Array(array) = ty else { return Ok(input) };
        if core > 0 {
            return Ok(input);
        }
        match input {
            Val::Array(_) => self.subscript(&input, &Val::Tuple(vec![Val::Ellipsis, Val::None])),
            Val::Scalar(scalar) => {
                let one = self.int(1);
                let single = self.empty(array.dtype, Values::from_slice(&[one]));
                let zero = self.int(0);
                self.push(Op::StoreElem(single, Values::from_slice(&[zero]), scalar.value), &[]);
                // It is the same in every iteration, and the axis of the loop must not be taken from it.
                Err(self.unsupported("a number for a `()` operand that the signature declares as an array"))
            }
            other => Ok(other),
        }
    }

    /// A result without the axis of one element that the function wrote to.
    fn last_element(&mut self, out: Value) -> R<Val> {
        let zero = self.int(0);
        let index = Val::Tuple(vec![Val::Ellipsis, Val::weak(zero, DType::I64)]);
        let result = self.subscript(&Val::Array(out), &index)?;
        self.operand(result)
    }
}

/// The body of a loop nest: it gets the inputs without the axes of the loops, and the counters.
type LoopBody<'b> = dyn FnMut(&mut Cx<'_>, Vec<Val>, &[Value]) -> R<()> + 'b;

fn array_of(val: &Val) -> Option<Value> {
    match val {
        Val::Array(array) => Some(*array),
        _ => None,
    }
}

fn size_of(sizes: &[(String, Value)], name: &str) -> Value {
    // Every name of an output stands in an input.
    sizes.iter().find(|(known, _)| known == name).map_or(sizes[0].1, |(_, size)| *size)
}

fn names(types: &[Ty]) -> String {
    format!("({})", types.iter().map(Ty::name).collect::<Vec<_>>().join(", "))
}

fn shown(cores: &Cores) -> String {
    let side =
        |operands: &[Vec<String>]| operands.iter().map(|names| format!("({})", names.join(","))).collect::<Vec<_>>().join(",");
    format!("{}->{}", side(&cores.inputs), side(&cores.outputs))
}
