//! Calls of ufuncs: NumPy's keyword arguments, and the dtype in which the operands meet.

use crate::cx::{Cx, R};
use crate::elementwise::Target;
use crate::library::LibFunc;
use crate::value::{Scalar, Val};
use npc_base::Code;
use npc_midend::ir::{Combiner, CompareOp, Value};
use npc_midend::types::DType;
use std::rc::Rc;

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
            let general = |cx: &mut Self| cx.inline_scalar(func, converted.clone());
            if rule == "power"
                && let Some(power) = cx.power_by_scalar(&inputs, &converted, general)?
            {
                return Ok(power);
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
    pub fn element_kind(&mut self, input: &Val) -> Scalar {
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
            "integer" | "float" | "bits" | "shift" | "real" if common.is_complex() => {
                return Err(self.error(Code::TypeMismatch, crate::complex::unsupported_ufunc(name)));
            }
            "arithmetic" | "real" => Operands::All(common),
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
            "true_divide" => Operands::All(if common.is_inexact() { common } else { DType::F64 }),
            "inexact" if common.is_complex() => Operands::All(common),
            "float" | "inexact" => Operands::All(self.float_loop(name, common)?),
            "conjugate" => Operands::All(small_int(common)),
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
}
