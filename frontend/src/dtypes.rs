//! dtypes as values: their attributes, `np.dtype`, `np.iinfo` and `np.finfo`.

use crate::cx::{Cx, R};
use crate::value::{Callable, Val};
use npc_base::Code;
use npc_midend::types::{DType, Kind};
use ruff_text_size::TextRange;
use std::rc::Rc;

/// Functions of NumPy that npc knows without the library.
pub(crate) fn word(name: &str) -> Option<Val> {
    let word =
        ["numpy.dtype", "numpy.iinfo", "numpy.finfo"].into_iter().find(|word| word.strip_prefix("numpy.") == Some(name))?;
    Some(Val::Callable(Callable::Intrinsic(word)))
}

impl Cx<'_> {
    /// `np.dtype(x)`, `np.iinfo(x)`, `np.finfo(x)`
    pub fn call_dtype_word(&mut self, word: &str, arg: &Val) -> R<Val> {
        let dtype = match arg {
            Val::Scalar(scalar) if word != "numpy.dtype" => scalar.dtype,
            arg => self.dtype_argument(arg)?.unwrap_or(DType::F64),
        };
        let fits = match word {
            "numpy.iinfo" => dtype.is_int(),
            "numpy.finfo" => dtype.is_float(),
            _ => return Ok(Val::Type(dtype, false)),
        };
        if !fits {
            let kind = if word == "numpy.iinfo" { "an integer" } else { "a floating point" };
            let message = format!("{} is not {kind} type", dtype.numpy_name());
            return Err(self.error(Code::TypeMismatch, message));
        }
        let info = if word == "numpy.iinfo" { "numpy.iinfo" } else { "numpy.finfo" };
        Ok(Val::Callable(Callable::Method(Box::new(Val::Type(dtype, false)), Rc::new(Callable::Intrinsic(info)))))
    }

    /// `np.iinfo(dtype).max` and its like.
    pub fn info_attribute(&mut self, word: &str, dtype: DType, name: &str, range: TextRange) -> R<Val> {
        let bits = i64::from(dtype.itemsize()) * 8;
        if word == "numpy.iinfo" {
            return match name {
                "max" if dtype == DType::U64 => Ok(Val::BigInt(u64::MAX.to_string().into())),
                "max" => Ok(Val::weak(self.int(dtype.int_max() as i64), DType::I64)),
                "min" => Ok(Val::weak(self.int(dtype.int_min() as i64), DType::I64)),
                "bits" => Ok(Val::weak(self.int(bits), DType::I64)),
                "dtype" => Ok(Val::Type(dtype, false)),
                _ => self.at(range, |cx| Err(cx.unsupported(&format!("`np.iinfo(…).{name}`")))),
            };
        }
        let narrow = dtype == DType::F32;
        let value = match name {
            "eps" if narrow => f64::from(f32::EPSILON),
            "eps" => f64::EPSILON,
            "max" if narrow => f64::from(f32::MAX),
            "max" => f64::MAX,
            "min" if narrow => f64::from(f32::MIN),
            "min" => f64::MIN,
            "tiny" | "smallest_normal" if narrow => f64::from(f32::MIN_POSITIVE),
            "tiny" | "smallest_normal" => f64::MIN_POSITIVE,
            "bits" => return Ok(Val::weak(self.int(bits), DType::I64)),
            "dtype" => return Ok(Val::Type(dtype, false)),
            _ => return self.at(range, |cx| Err(cx.unsupported(&format!("`np.finfo(…).{name}`")))),
        };
        let value = self.float(value);
        let value = self.convert(value, dtype);
        Ok(Val::strong(value, dtype))
    }

    /// An attribute of a dtype.
    pub fn dtype_attribute(&mut self, dtype: DType, name: &str, range: TextRange) -> R<Val> {
        match name {
            "type" => Ok(Val::Type(dtype, false)),
            "itemsize" => Ok(Val::weak(self.int(i64::from(dtype.itemsize())), DType::I64)),
            "name" => Ok(Val::Str(dtype.numpy_name().into())),
            "kind" => Ok(Val::Str(
                match dtype.kind() {
                    Kind::Bool => "b",
                    Kind::Int if dtype.is_signed_int() => "i",
                    Kind::Int => "u",
                    Kind::Float => "f",
                    Kind::Complex => "c",
                }
                .into(),
            )),
            _ => self.at(range, |cx| Err(cx.unsupported(&format!("the attribute `{name}` of a dtype")))),
        }
    }
}
