//! Ufuncs: scalar functions of the library over broadcast arrays, as one `each`.

use crate::cx::{Cx, R, Stop};
use crate::library::LibFunc;
use crate::value::{Scalar, Ty, Val};
use npc_base::Code;
use npc_midend::ir::{AxisKind, Combiner, CompareOp, Each, Op, Output, Value, Values, View, ViewAxis};
use npc_midend::types::{ArrayType, DType, Kind, Layout, Type};
use smallvec::{SmallVec, smallvec};
use std::rc::Rc;

/// Where an element-wise result goes.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    Fresh,
    Into(Value),
    IntoWhere(Value),
}

/// What a rule of types makes of the operands.
enum Operands {
    /// Every operand is converted to this dtype.
    All(DType),
    /// The operands stay as they are, weak ones too.
    AsTheyAre,
    /// The first is a condition, the others meet in this dtype.
    Condition(DType),
}

impl Cx<'_> {
    /// A call of a ufunc with NumPy's keyword arguments.
    pub fn call_ufunc(&mut self, func: &Rc<LibFunc>, rule: &str, args: Vec<Val>, keywords: Vec<(String, Val)>) -> R<Val> {
        let names = crate::cx::parameter_names(&func.def.parameters);
        let mut out = Val::None;
        let mut mask = Val::None;
        let mut dtype = None;
        let mut inputs = args;
        if inputs.len() == names.len() + 1 {
            out = inputs.pop().unwrap_or(Val::None);
        }
        for (key, val) in keywords {
            match key.as_str() {
                "out" => out = val,
                "where" => mask = val,
                "dtype" => dtype = self.dtype_argument(&val)?,
                key if names.iter().any(|name| name == key) => inputs.push(val),
                key => {
                    let message = format!("{}() got an unexpected keyword argument '{key}'", func.name);
                    return Err(self.error(Code::WrongArguments, message));
                }
            }
        }
        if inputs.len() != names.len() {
            let (name, expected, got) = (func.name, names.len(), inputs.len());
            return Err(self
                .error(Code::WrongArguments, format!("{name}() takes {expected} positional arguments but {got} were given")));
        }
        if let Val::Tuple(members) = &out
            && let [member] = &members[..]
        {
            out = member.clone();
        }
        let inputs = inputs.into_iter().map(|input| self.operand(input)).collect::<R<Vec<_>>>()?;
        self.apply_ufunc(func, rule, inputs, out, mask, dtype)
    }

    /// An operand of a ufunc: lists become arrays, 0-d arrays their element.
    pub fn operand(&mut self, val: Val) -> R<Val> {
        match val {
            Val::Scalar(_) => Ok(val),
            Val::Array(array) if self.array_type(array).rank == 0 => {
                let value = self.item(array);
                let dtype = self.dtype(value);
                Ok(Val::strong(value, dtype))
            }
            Val::Array(_) => Ok(val),
            other => {
                let array = self.as_array(&other, None)?;
                Ok(Val::Array(array))
            }
        }
    }

    fn apply_ufunc(
        &mut self,
        func: &Rc<LibFunc>,
        rule: &str,
        inputs: Vec<Val>,
        out: Val,
        mask: Val,
        dtype: Option<DType>,
    ) -> R<Val> {
        let kinds: Vec<Scalar> = inputs.iter().map(|input| self.element_kind(input)).collect();
        let operands = self.operand_types(func.name, rule, &kinds, dtype)?;
        if let (true, Operands::All(loop_dtype)) = (rule == "power", &operands)
            && loop_dtype.is_int()
        {
            self.check_powers(&inputs[1])?;
        }
        let mut prepared = Vec::new();
        for (k, input) in inputs.iter().enumerate() {
            prepared.push(match input {
                Val::Scalar(scalar) => self.convert_operand(&operands, k, *scalar)?,
                other => other.clone(),
            });
        }
        let elements = |cx: &mut Self, elements: Vec<Val>| {
            let mut converted = Vec::new();
            for (k, element) in elements.into_iter().enumerate() {
                converted.push(match (&inputs[k], element) {
                    (Val::Array(_), Val::Scalar(scalar)) => cx.convert_operand(&operands, k, scalar)?,
                    (_, element) => element,
                });
            }
            cx.inline_scalar(func, converted)
        };
        let target = self.target(&out, &mask)?;
        self.elementwise(func.name, &prepared, target, &mask, elements)
    }

    fn target(&mut self, out: &Val, mask: &Val) -> R<Target> {
        let everywhere = match mask {
            Val::None => true,
            Val::Scalar(scalar) => self.const_bool(scalar.value) == Some(true),
            _ => false,
        };
        match (out, everywhere) {
            (Val::None, true) => Ok(Target::Fresh),
            (Val::Array(array), true) => Ok(Target::Into(*array)),
            (Val::Array(array), false) => Ok(Target::IntoWhere(*array)),
            (Val::None, false) => Err(self.error_help(
                Code::Unsupported,
                "`where=` without `out=` leaves elements uninitialized and is not supported",
                "pass `out=`, or use `np.where`",
            )),
            _ => Err(self.error(Code::TypeMismatch, "return arrays must be of ArrayType")),
        }
    }

    /// Dtype and weakness of an operand's elements; the value stands only for scalars.
    fn element_kind(&mut self, input: &Val) -> Scalar {
        match input {
            Val::Scalar(scalar) => *scalar,
            Val::Array(array) => Scalar { value: *array, dtype: self.array_type(*array).dtype, weak: false },
            _ => Scalar { value: self.int(0), dtype: DType::F64, weak: false },
        }
    }

    /// The dtype in which several operands meet; weak ones alone become NumPy's defaults.
    pub fn meet(&mut self, kinds: &[Scalar]) -> DType {
        let mut strong: Option<DType> = None;
        let mut weak: Option<DType> = None;
        for kind in kinds {
            if kind.weak {
                weak = Some(weak.map_or(kind.dtype, |dtype| if kind.dtype.kind() > dtype.kind() { kind.dtype } else { dtype }));
            } else {
                strong = Some(strong.map_or(kind.dtype, |dtype| dtype.promote(kind.dtype)));
            }
        }
        match (strong, weak) {
            (Some(strong), Some(weak)) => crate::scalar::weak_with_strong(weak, strong),
            (Some(dtype), None) | (None, Some(dtype)) => dtype,
            (None, None) => DType::F64,
        }
    }

    fn operand_types(&mut self, name: &str, rule: &str, kinds: &[Scalar], dtype: Option<DType>) -> R<Operands> {
        let common = match dtype {
            Some(dtype) => dtype,
            None => self.meet(if rule == "where" { &kinds[1..] } else { kinds }),
        };
        let small_int = |dtype: DType| if dtype == DType::Bool { DType::I8 } else { dtype };
        Ok(match rule {
            "arithmetic" => Operands::All(common),
            "integer" => Operands::All(small_int(common)),
            "power" => Operands::All(small_int(common)),
            "bits" | "shift" if common.is_float() => {
                return Err(self.error(
                    Code::TypeMismatch,
                    format!("ufunc '{name}' not supported for {}: operands must be integers or bools", common.numpy_name()),
                ));
            }
            "bits" => Operands::All(common),
            "shift" => Operands::All(small_int(common)),
            "true_divide" => Operands::All(if common.is_float() { common } else { DType::F64 }),
            "float" => Operands::All(self.float_loop(name, common)?),
            "logical" => Operands::All(DType::Bool),
            "compare" => Operands::AsTheyAre,
            "where" => Operands::Condition(common),
            _ => return Err(self.unsupported(&format!("the rule of types `{rule}`"))),
        })
    }

    /// The float dtype in which a function such as `sqrt` computes.
    fn float_loop(&mut self, name: &str, dtype: DType) -> R<DType> {
        match dtype {
            DType::F32 | DType::F64 => Ok(dtype),
            DType::I16 | DType::U16 => Ok(DType::F32),
            DType::Bool | DType::I8 | DType::U8 => Err(self.error_help(
                Code::Unsupported,
                format!("np.{name} of {} gives float16, which is not supported yet", dtype.numpy_name()),
                "write `.astype(np.float32)` before it",
            )),
            _ => Ok(DType::F64),
        }
    }

    fn convert_operand(&mut self, operands: &Operands, k: usize, scalar: Scalar) -> R<Val> {
        Ok(match operands {
            Operands::AsTheyAre => Val::Scalar(scalar),
            Operands::All(dtype) => Val::strong(self.coerce(scalar, *dtype)?, *dtype),
            Operands::Condition(_) if k == 0 => Val::strong(self.truth(scalar), DType::Bool),
            Operands::Condition(dtype) => Val::strong(self.coerce(scalar, *dtype)?, *dtype),
        })
    }

    /// Integers to negative powers raise before anything is computed.
    fn check_powers(&mut self, exponent: &Val) -> R<()> {
        match exponent {
            Val::Scalar(scalar) => self.check_int_power(scalar.value),
            Val::Array(array) if self.array_type(*array).dtype.is_signed_int() => {
                let dtype = self.array_type(*array).dtype;
                let negative = |cx: &mut Self, element: Value| {
                    let zero = cx.zero(dtype);
                    Ok(cx.compare(CompareOp::Lt, element, zero))
                };
                let any = self.reduce_all(*array, Combiner::Or, DType::Bool, negative)?;
                let none = self.not(any);
                self.check(none, "ValueError", "Integers to negative integer powers are not allowed.", &[])
            }
            _ => Ok(()),
        }
    }

    // ---- the loop

    /// Applies a scalar function to broadcast operands.
    pub fn elementwise(
        &mut self,
        name: &str,
        inputs: &[Val],
        target: Target,
        mask: &Val,
        f: impl FnOnce(&mut Self, Vec<Val>) -> R<Val>,
    ) -> R<Val> {
        let mut arrays: Vec<Value> = inputs.iter().filter_map(array_of).collect();
        let into = match target {
            Target::Fresh => None,
            Target::Into(array) | Target::IntoWhere(array) => Some(array),
        };
        if arrays.is_empty() && into.is_none() {
            return match f(self, inputs.to_vec())? {
                Val::Scalar(scalar) => Ok(Val::strong(scalar.value, scalar.dtype)),
                other => Ok(other),
            };
        }
        arrays.extend(array_of(mask));
        // Messages list every operand: scalars as `()`, the output last.
        let mut operands: Vec<Option<Value>> =
            inputs.iter().chain([mask]).filter(|val| !matches!(val, Val::None)).map(array_of).collect();
        operands.extend(into.map(Some));
        let broadcast = self.broadcast_operands(&operands)?;
        let extents = match into {
            Some(target) => self.output_extents(target, &broadcast)?,
            None => broadcast,
        };
        let mut views = Values::new();
        for array in &arrays {
            let mut source = *array;
            if let Some(target) = into {
                source = self.copy_if_overlapping(source, target)?;
            }
            views.push(self.broadcast_view(source, &extents));
        }
        let body = self.f.func.new_block();
        let masked = array_of(mask).is_some();
        let dtype = self.elementwise_body(name, body, inputs, &views, masked, into, f)?;
        let site = self.memory_site();
        let output = match target {
            Target::Fresh => Output::Fresh,
            Target::Into(array) => Output::Into(array),
            Target::IntoWhere(array) => Output::IntoWhere(array),
        };
        let result = into.is_none().then(|| self.fresh_type(dtype, &views, &extents));
        let each = Each {
            kinds: extents.iter().map(|_| AxisKind::Parallel).collect(),
            extents,
            inputs: views,
            indexed: false,
            body,
            outputs: smallvec![output],
            site,
        };
        let types: Vec<Type> = result.into_iter().map(Type::Array).collect();
        let results = self.push(Op::Each(Box::new(each)), &types);
        Ok(Val::Array(into.unwrap_or_else(|| results[0])))
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one loop")]
    fn elementwise_body(
        &mut self,
        name: &str,
        body: npc_midend::ir::Block,
        inputs: &[Val],
        views: &[Value],
        masked: bool,
        into: Option<Value>,
        f: impl FnOnce(&mut Self, Vec<Val>) -> R<Val>,
    ) -> R<DType> {
        let params: Vec<Value> = views
            .iter()
            .map(|view| {
                let dtype = self.array_type(*view).dtype;
                self.f.func.add_param(body, Type::Scalar(dtype))
            })
            .collect();
        let pure = std::mem::replace(&mut self.f.pure_body, true);
        let result = self.in_block(body, |cx| {
            let mut next = params.iter();
            let mut elements = Vec::new();
            for input in inputs {
                elements.push(match (input, array_of(input)) {
                    (_, Some(_)) => {
                        let value = *next.next().ok_or(Stop)?;
                        Val::strong(value, cx.dtype(value))
                    }
                    (other, None) => other.clone(),
                });
            }
            let Val::Scalar(scalar) = f(cx, elements)? else {
                return Err(cx.unsupported("an element-wise function without a scalar result"));
            };
            let mut value = scalar.value;
            if let Some(target) = into {
                let dtype = cx.array_type(target).dtype;
                cx.check_cast(name, scalar.dtype, dtype)?;
                value = cx.convert(value, dtype);
            }
            let mut yielded: Values = smallvec![value];
            if masked {
                let mask = *next.next().ok_or(Stop)?;
                yielded.push(cx.convert(mask, DType::Bool));
            }
            cx.terminate(Op::Yield(yielded));
            Ok(cx.dtype(value))
        });
        self.f.pure_body = pure;
        result
    }

    /// The casting rule `same_kind` of results into `out=`.
    fn check_cast(&mut self, name: &str, from: DType, to: DType) -> R<()> {
        let same_kind = from.kind() <= to.kind()
            && !(from.kind() == Kind::Int && to.kind() == Kind::Int && from.is_signed_int() && to.is_unsigned());
        if same_kind {
            return Ok(());
        }
        let (from, to) = (from.numpy_name(), to.numpy_name());
        Err(self.error_help(
            Code::TypeMismatch,
            format!("Cannot cast ufunc '{name}' output from dtype('{from}') to dtype('{to}') with casting rule 'same_kind'"),
            format!("assign a new array, or write `.astype(np.{to})`"),
        ))
    }

    /// The type of a fresh result: F where all inputs are, C where all are (or there is one axis), else unknown.
    pub fn fresh_type(&self, dtype: DType, views: &[Value], extents: &[Value]) -> ArrayType {
        let rank = extents.len() as u8;
        let layouts: Vec<Layout> = views.iter().map(|view| self.array_type(*view).layout).collect();
        let layout = if rank <= 1 || layouts.iter().all(|layout| *layout == Layout::C) {
            Layout::C
        } else if layouts.iter().all(|layout| *layout == Layout::F) {
            Layout::F
        } else {
            Layout::ANY
        };
        ArrayType::new(dtype, rank, layout)
    }

    // ---- broadcasting

    /// The extents of operands broadcast together (`None` is a scalar); shapes that do not fit raise ValueError.
    fn broadcast_operands(&mut self, operands: &[Option<Value>]) -> R<Values> {
        let shapes: Vec<Values> =
            operands.iter().map(|operand| operand.map(|array| self.shape(array)).unwrap_or_default()).collect();
        let mut extents = Values::new();
        let mut ok = self.boolean(true);
        for shape in &shapes {
            let (both, fits) = self.broadcast_two(&extents, shape)?;
            extents = both;
            ok = self.and(ok, fits);
        }
        let (message, args) = shapes_message("operands could not be broadcast together with shapes ", &shapes, " ");
        self.check(ok, "ValueError", &format!("{message} "), &args)?;
        Ok(extents)
    }

    /// The extents of an output, which must be those of the operands with it.
    fn output_extents(&mut self, target: Value, broadcast: &[Value]) -> R<Values> {
        let shape = self.shape(target);
        let offset = broadcast.len() - shape.len();
        let mut ok = self.boolean(offset == 0);
        for (axis, extent) in shape.iter().enumerate() {
            let same = self.compare(CompareOp::Eq, *extent, broadcast[axis + offset]);
            ok = self.and(ok, same);
        }
        let shapes = [shape.clone(), Values::from_slice(broadcast)];
        let (message, args) =
            shapes_message("non-broadcastable output operand with shape ", &shapes, " doesn't match the broadcast shape ");
        self.check(ok, "ValueError", &message, &args)?;
        Ok(shape)
    }

    /// The extents of two shapes broadcast together, and whether they fit.
    fn broadcast_two(&mut self, a: &[Value], b: &[Value]) -> R<(Values, Value)> {
        let rank = a.len().max(b.len());
        let one = self.int(1);
        let mut extents = Values::new();
        let mut ok = self.boolean(true);
        for axis in 0..rank {
            let x = (axis + a.len()).checked_sub(rank).map(|axis| a[axis]);
            let y = (axis + b.len()).checked_sub(rank).map(|axis| b[axis]);
            let extent = match (x, y) {
                (Some(x), Some(y)) if x == y || self.const_int(y) == Some(1) => x,
                (Some(x), Some(y)) if self.const_int(x) == Some(1) => y,
                (Some(x), Some(y)) => {
                    if let (Some(m), Some(n)) = (self.const_int(x), self.const_int(y)) {
                        if m != n {
                            return Err(self.shapes_differ(a, b));
                        }
                        extents.push(x);
                        continue;
                    }
                    let same = self.compare(CompareOp::Eq, x, y);
                    let x_one = self.compare(CompareOp::Eq, x, one);
                    let y_one = self.compare(CompareOp::Eq, y, one);
                    let stretched = self.or(x_one, y_one);
                    let fits = self.or(same, stretched);
                    ok = self.and(ok, fits);
                    self.select(x_one, y, x)
                }
                (Some(only), None) | (None, Some(only)) => only,
                (None, None) => one,
            };
            extents.push(extent);
        }
        Ok((extents, ok))
    }

    fn shapes_differ(&mut self, a: &[Value], b: &[Value]) -> Stop {
        let show = |cx: &Self, shape: &[Value]| {
            let items: Vec<_> = shape.iter().map(|n| cx.const_int(*n).map_or("?".to_string(), |n| n.to_string())).collect();
            if items.len() == 1 { format!("({},)", items[0]) } else { format!("({})", items.join(", ")) }
        };
        let (a, b) = (show(self, a), show(self, b));
        self.error(Code::ShapeMismatch, format!("operands could not be broadcast together with shapes {a} {b}"))
    }

    /// Checks that an array broadcasts to exactly these extents.
    pub fn check_broadcast_to(&mut self, array: Value, extents: &[Value], what: Into) -> R<()> {
        let shape = self.shape(array);
        let one = self.int(1);
        let mut ok = self.boolean(true);
        // Leading axes of extent 1 may be dropped in an assignment.
        let surplus = shape.len().saturating_sub(extents.len());
        for extent in &shape[..surplus] {
            let single = self.compare(CompareOp::Eq, *extent, one);
            ok = self.and(ok, single);
        }
        let kept = &shape[surplus..];
        let offset = extents.len() - kept.len();
        for (axis, extent) in kept.iter().enumerate() {
            let wanted = extents[axis + offset];
            let same = self.compare(CompareOp::Eq, *extent, wanted);
            let single = self.compare(CompareOp::Eq, *extent, one);
            let fits = self.or(same, single);
            ok = self.and(ok, fits);
        }
        let shapes = [shape.clone(), Values::from_slice(extents)];
        let (message, args) = match what {
            Into::Assignment => shapes_message("could not broadcast input array from shape ", &shapes, " into shape "),
            Into::BroadcastTo => shapes_message(
                "operands could not be broadcast together with remapped shapes [original->remapped]: ",
                &shapes,
                " and requested shape ",
            ),
        };
        self.check(ok, "ValueError", &message, &args)
    }

    /// A view of an array with exactly these extents: stretched axes and new ones in front have stride 0.
    pub fn broadcast_view(&mut self, array: Value, extents: &[Value]) -> Value {
        let ty = self.array_type(array);
        let shape = self.shape(array);
        if shape[..] == extents[..] {
            return array;
        }
        let surplus = shape.len().saturating_sub(extents.len());
        let one = self.int(1);
        let mut axes: SmallVec<[ViewAxis; 4]> = SmallVec::new();
        let mut same = surplus == 0 && shape.len() == extents.len();
        let offset = extents.len() + surplus - shape.len();
        for (axis, extent) in extents.iter().enumerate() {
            let source = match (axis + surplus).checked_sub(offset) {
                None => None,
                Some(from) if shape[from] == *extent => Some((from as u8, one)),
                Some(from) if self.const_int(shape[from]) == Some(1) => None,
                Some(from) => {
                    let equal = self.compare(CompareOp::Eq, shape[from], *extent);
                    let scale = self.convert(equal, DType::I64);
                    Some((from as u8, scale))
                }
            };
            same &= matches!(source, Some((from, scale)) if usize::from(from) == axis && scale == one);
            axes.push(ViewAxis { extent: *extent, source });
        }
        if same {
            return array;
        }
        let layout = Layout::Trailing(self.kept_trailing(ty, &axes, one));
        let view_ty = ArrayType::new(ty.dtype, extents.len() as u8, layout);
        self.push1(Op::View(Box::new(View { base: array, offsets: SmallVec::new(), axes })), Type::Array(view_ty))
    }

    fn kept_trailing(&self, ty: ArrayType, axes: &[ViewAxis], one: Value) -> u8 {
        let known = ty.layout.trailing(ty.rank);
        let mut kept = 0;
        for (back, axis) in axes.iter().rev().enumerate() {
            let expected = usize::from(ty.rank).checked_sub(back + 1);
            let whole = matches!(axis.source, Some((from, scale)) if Some(usize::from(from)) == expected && scale == one);
            if !whole || kept >= known {
                break;
            }
            kept += 1;
        }
        kept
    }

    // ---- overlap

    /// An input that may share memory with the target (and is not the target itself) is copied if it does.
    pub fn copy_if_overlapping(&mut self, source: Value, target: Value) -> R<Value> {
        if source == target
            || self.is_fresh_base(source) != self.is_fresh_base(target) && self.base(source) != self.base(target)
        {
            return Ok(source);
        }
        if self.is_fresh_base(source) && self.is_fresh_base(target) && self.base(source) != self.base(target) {
            return Ok(source);
        }
        let ty = self.array_type(source);
        if self.array_type(target).dtype != ty.dtype && self.is_fresh_base(target) {
            return Ok(source);
        }
        let overlap = self.push1(Op::Overlap(source, target), Type::BOOL);
        let unknown =
            ArrayType::new(ty.dtype, ty.rank, if ty.rank <= 1 && ty.layout == Layout::C { Layout::C } else { Layout::ANY });
        let results = self.if_else(
            overlap,
            &[Type::Array(unknown)],
            |cx| {
                let copy = cx.copy(source)?;
                Ok(cx.as_layout(copy, unknown))
            },
            |cx| Ok(cx.as_layout(source, unknown)),
        )?;
        Ok(results[0])
    }

    pub fn as_layout(&mut self, array: Value, ty: ArrayType) -> Values {
        if self.array_type(array) == ty {
            return smallvec![array];
        }
        smallvec![self.push1(Op::AssumeLayout(array), Type::Array(ty))]
    }

    /// The array at the bottom of a chain of views.
    fn base(&self, array: Value) -> Value {
        match self.f.func.def_op(array) {
            Some(Op::View(view)) => self.base(view.base),
            Some(Op::AssumeLayout(base)) => self.base(*base),
            _ => array,
        }
    }

    /// True if the memory was allocated in this function by an operation whose result nobody else has.
    fn is_fresh_base(&self, array: Value) -> bool {
        matches!(self.f.func.def_op(self.base(array)), Some(Op::Empty(..) | Op::Each(_)))
    }

    /// A fresh copy in K order.
    pub fn copy(&mut self, array: Value) -> R<Value> {
        let copied = self.elementwise("copy", &[Val::Array(array)], Target::Fresh, &Val::None, |_, mut elements| {
            elements.pop().ok_or(Stop)
        })?;
        match copied {
            Val::Array(copy) => Ok(copy),
            // A 0-d array has been read: put it back.
            other => self.as_array(&other, None),
        }
    }

    /// A fresh copy in C order.
    pub fn copy_c(&mut self, array: Value) -> R<Value> {
        let ty = self.array_type(array);
        let shape = self.shape(array);
        let fresh = self.empty(ty.dtype, shape);
        self.store_all(fresh, &Val::Array(array))?;
        Ok(fresh)
    }

    // ---- stores into whole arrays

    /// `target[...] = value`
    pub fn store_all(&mut self, target: Value, value: &Val) -> R<()> {
        let dtype = self.array_type(target).dtype;
        let value = match value {
            Val::Scalar(scalar) => {
                let element = self.store_convert(*scalar, dtype)?;
                Val::strong(element, dtype)
            }
            Val::Array(array) => {
                let extents = self.shape(target);
                self.check_broadcast_to(*array, &extents, Into::Assignment)?;
                Val::Array(*array)
            }
            other => {
                let array = self.as_array(other, None)?;
                return self.store_all(target, &Val::Array(array));
            }
        };
        if self.array_type(target).rank == 0 {
            let scalar = self.scalar(&value, "the value")?;
            let element = self.convert(scalar.value, dtype);
            self.push(Op::StoreElem(target, Values::new(), element), &[]);
            return Ok(());
        }
        let extents = self.shape(target);
        let mut inputs = Values::new();
        if let Val::Array(array) = value {
            let source = self.copy_if_overlapping(array, target)?;
            inputs.push(self.broadcast_view(source, &extents));
        }
        let body = self.f.func.new_block();
        let element = match value {
            Val::Scalar(scalar) => scalar.value,
            _ => {
                let from = self.array_type(inputs[0]).dtype;
                self.f.func.add_param(body, Type::Scalar(from))
            }
        };
        self.in_block(body, |cx| {
            let converted = cx.convert(element, dtype);
            cx.terminate(Op::Yield(smallvec![converted]));
        });
        self.push_into(extents, inputs, body, Output::Into(target));
        Ok(())
    }

    fn push_into(&mut self, extents: Values, inputs: Values, body: npc_midend::ir::Block, output: Output) {
        let site = self.memory_site();
        let kinds = extents.iter().map(|_| AxisKind::Parallel).collect();
        let each = Each { extents, kinds, inputs, indexed: false, body, outputs: smallvec![output], site };
        self.push(Op::Each(Box::new(each)), &[]);
    }

    /// `array[mask] = element`
    pub fn fill_where(&mut self, array: Value, mask: Value, element: Value) -> R<()> {
        let extents = self.shape(array);
        let mask_shape = self.shape(mask);
        for (axis, (a, b)) in extents.iter().zip(&mask_shape).enumerate() {
            let same = self.compare(CompareOp::Eq, *a, *b);
            let message = format!(
                "boolean index did not match indexed array along axis {axis}; size of axis is {{0}} but size of corresponding boolean axis is {{1}}"
            );
            self.check(same, "IndexError", &message, &[*a, *b])?;
        }
        let mask = self.copy_if_overlapping(mask, array)?;
        let mask = self.broadcast_view(mask, &extents);
        let body = self.f.func.new_block();
        let flag = self.f.func.add_param(body, Type::BOOL);
        self.in_block(body, |cx| cx.terminate(Op::Yield(smallvec![element, flag])));
        self.push_into(extents, smallvec![mask], body, Output::IntoWhere(array));
        Ok(())
    }

    /// A fresh array whose elements a function makes from their indices.
    pub fn filled_by_index(
        &mut self,
        extents: Values,
        dtype: DType,
        f: impl FnOnce(&mut Self, &[Value]) -> R<Value>,
    ) -> R<Value> {
        let body = self.f.func.new_block();
        let params: Vec<Value> = extents.iter().map(|_| self.f.func.add_param(body, Type::I64)).collect();
        let pure = std::mem::replace(&mut self.f.pure_body, true);
        let made = self.in_block(body, |cx| {
            let value = f(cx, &params)?;
            let value = cx.convert(value, dtype);
            cx.terminate(Op::Yield(smallvec![value]));
            Ok(())
        });
        self.f.pure_body = pure;
        made?;
        let site = self.memory_site();
        let ty = ArrayType::new(dtype, extents.len() as u8, Layout::C);
        let kinds = extents.iter().map(|_| AxisKind::Parallel).collect();
        let each = Each { extents, kinds, inputs: Values::new(), indexed: true, body, outputs: smallvec![Output::Fresh], site };
        Ok(self.push1(Op::Each(Box::new(each)), Type::Array(ty)))
    }

    // ---- arrays from other things

    /// `np.asarray(val)`
    pub fn as_array(&mut self, val: &Val, dtype: Option<DType>) -> R<Value> {
        match val {
            Val::Array(array) => match dtype {
                Some(dtype) if dtype != self.array_type(*array).dtype => self.cast(*array, dtype),
                _ => Ok(*array),
            },
            Val::Scalar(scalar) => {
                let dtype = dtype.unwrap_or(scalar.dtype);
                let element = self.store_convert(*scalar, dtype)?;
                let fresh = self.empty(dtype, Values::new());
                self.push(Op::StoreElem(fresh, Values::new(), element), &[]);
                Ok(fresh)
            }
            Val::List(members) | Val::Tuple(members) => self.stack_members(&members.clone(), dtype),
            Val::Range(parts) => {
                let [start, _, step] = **parts;
                let length = self.range_length(**parts);
                self.filled_by_index(smallvec![length], dtype.unwrap_or(DType::I64), |cx, at| {
                    let offset = cx.binary(npc_midend::ir::BinaryOp::Mul, at[0], step.value);
                    Ok(cx.binary(npc_midend::ir::BinaryOp::Add, start.value, offset))
                })
            }
            Val::Error => Err(Stop),
            Val::BigInt(_) => Err(self.big_int_operand()),
            other => {
                let name = self.type_of(other).name();
                Err(self.error(Code::TypeMismatch, format!("an array cannot be made of {name}")))
            }
        }
    }

    /// A fresh array of the same shape with another dtype.
    pub fn cast(&mut self, array: Value, dtype: DType) -> R<Value> {
        let cast = self.elementwise("astype", &[Val::Array(array)], Target::Fresh, &Val::None, |cx, elements| {
            let Some(Val::Scalar(scalar)) = elements.first() else { return Err(Stop) };
            Ok(Val::strong(cx.convert(scalar.value, dtype), dtype))
        })?;
        self.as_array(&cast, None)
    }

    /// An array of nested sequences of scalars, or of arrays of one shape.
    fn stack_members(&mut self, members: &[Val], dtype: Option<DType>) -> R<Value> {
        let mut flat = Vec::new();
        let mut shape = Vec::new();
        self.flatten_members(members, 0, &mut shape, &mut flat)?;
        let dtype = match dtype {
            Some(dtype) => dtype,
            None if flat.is_empty() => DType::F64,
            None => {
                let kinds: Vec<Scalar> = flat.iter().map(|val| self.element_kind(val)).collect();
                // Weak members alone meet by their own kinds, together with strong ones they count as NumPy's defaults.
                kinds.iter().map(|kind| kind.dtype).reduce(DType::promote).unwrap_or(DType::F64)
            }
        };
        let extents: Values = shape.iter().map(|n| self.int(*n as i64)).collect();
        let array_members = matches!(flat.first(), Some(Val::Array(_)));
        let mut all = extents.clone();
        if let Some(Val::Array(first)) = flat.first() {
            all.extend(self.shape(*first));
        }
        let fresh = self.empty(dtype, all);
        let mut at = vec![0usize; shape.len()];
        for member in flat {
            let index = at.iter().map(|n| Val::weak(self.int(*n as i64), DType::I64)).collect();
            if array_members {
                let view = self.subscript(&Val::Array(fresh), &Val::Tuple(index))?;
                let Val::Array(view) = view else { return Err(Stop) };
                self.store_all(view, &member)?;
            } else {
                let Val::Scalar(scalar) = member else { return Err(self.ragged()) };
                let element = self.store_convert(scalar, dtype)?;
                let at: Values = at.iter().map(|n| self.int(*n as i64)).collect();
                self.push(Op::StoreElem(fresh, at, element), &[]);
            }
            advance(&mut at, &shape);
        }
        Ok(fresh)
    }

    fn flatten_members(&mut self, members: &[Val], depth: usize, shape: &mut Vec<usize>, flat: &mut Vec<Val>) -> R<()> {
        if shape.len() == depth {
            shape.push(members.len());
        } else if shape[depth] != members.len() {
            return Err(self.ragged());
        }
        for member in members {
            match member {
                Val::List(inner) | Val::Tuple(inner) => self.flatten_members(inner, depth + 1, shape, flat)?,
                Val::Scalar(_) | Val::Array(_) => {
                    if shape.len() > depth + 1 {
                        return Err(self.ragged());
                    }
                    flat.push(self.operand(member.clone())?);
                }
                Val::BigInt(_) => return Err(self.big_int_operand()),
                other => {
                    let name = self.type_of(other).name();
                    return Err(self.error(Code::TypeMismatch, format!("an array cannot hold {name}")));
                }
            }
        }
        Ok(())
    }

    fn ragged(&mut self) -> Stop {
        self.error(Code::TypeMismatch, "setting an array element with a sequence: the members have different shapes")
    }

    /// The type of the value as a NumPy scalar or array.
    pub fn is_array(&self, val: &Val) -> bool {
        matches!(self.type_of(val), Ty::Array(_))
    }
}

/// Which message a shape that does not fit gives.
#[derive(Clone, Copy)]
pub(crate) enum Into {
    Assignment,
    BroadcastTo,
}

fn advance(at: &mut [usize], shape: &[usize]) {
    for (index, extent) in at.iter_mut().zip(shape).rev() {
        *index += 1;
        if *index < *extent {
            return;
        }
        *index = 0;
    }
}

fn array_of(val: &Val) -> Option<Value> {
    match val {
        Val::Array(array) => Some(*array),
        _ => None,
    }
}

/// A message that lists shapes as Python shows tuples (without blanks), with its arguments.
pub(crate) fn shapes_message(start: &str, shapes: &[Values], between: &str) -> (String, Values) {
    let mut args = Values::new();
    let mut texts = Vec::new();
    for shape in shapes {
        let mut items = Vec::new();
        for extent in shape {
            if args.len() < ARGS {
                items.push(format!("{{{}}}", args.len()));
                args.push(*extent);
            } else {
                items.push("?".to_string());
            }
        }
        texts.push(if items.len() == 1 { format!("({},)", items[0]) } else { format!("({})", items.join(",")) });
    }
    (format!("{start}{}", texts.join(between)), args)
}

/// Integers that a message may show.
const ARGS: usize = npc_midend::abi::context::ARG_COUNT as usize;
