//! Values as JSON, the form in which the parity tests exchange them with Python and Node.
//!
//! `{kind: "array", dtype, shape, data}` holds the elements in C order as base64; with `base`, `strides` and `offset` in
//! place of `data` it is a view of one of the call's buffers. Scalars are given by their bits, sign first, in
//! hexadecimal digits. `tests/oracle/README.md` of the project lists all kinds.

use crate::{ArrayValue, DType, Scalar, Value};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// A value; arrays that say where they lie are views of the buffers.
pub fn read(json: &Json, buffers: &[Arc<Vec<u8>>]) -> Result<Value, String> {
    let items = || list(&json["items"]).map(|item| read(item, buffers)).collect::<Result<Vec<_>, _>>();
    match json["kind"].as_str().unwrap_or_default() {
        "none" => Ok(Value::None),
        "bool" => Ok(Value::Bool(json["value"].as_bool().unwrap_or_default())),
        "int" => Ok(Value::Int(json["value"].as_str().and_then(|text| text.parse().ok()).ok_or("an int beyond 64 bits")?)),
        "float" => Ok(Value::Float(f64::from_bits(hex(&json["bits"])?))),
        "complex" => Ok(Value::Complex(f64::from_bits(hex(&json["bits"][0])?), f64::from_bits(hex(&json["bits"][1])?))),
        "str" => Ok(Value::Str(json["value"].as_str().unwrap_or_default().to_string())),
        "scalar" => scalar(json),
        "tuple" => Ok(Value::Tuple(items()?)),
        "list" => Ok(Value::List(items()?)),
        "set" => Ok(Value::Set(items()?)),
        "dict" => {
            let mut items = items()?.into_iter();
            let mut pairs = Vec::new();
            while let (Some(key), Some(value)) = (items.next(), items.next()) {
                pairs.push((key, value));
            }
            Ok(Value::Dict(pairs))
        }
        "record" => {
            let names = list(&json["names"]).map(|name| name.as_str().unwrap_or_default().to_string());
            let name = json["name"].as_str().unwrap_or_default().to_string();
            Ok(Value::Record(name, names.zip(items()?).collect()))
        }
        "array" => array(json, buffers),
        other => Err(format!("a value of kind `{other}`")),
    }
}

/// The value as JSON; arrays by their elements.
pub fn write(value: &Value) -> Json {
    let items = |items: &[Value]| items.iter().map(write).collect::<Vec<_>>();
    match value {
        Value::None => json!({"kind": "none"}),
        Value::Bool(x) => json!({"kind": "bool", "value": x}),
        Value::Int(x) => json!({"kind": "int", "value": x.to_string()}),
        Value::Float(x) => json!({"kind": "float", "bits": format!("{:016x}", x.to_bits())}),
        Value::Complex(re, im) => {
            json!({"kind": "complex", "bits": [format!("{:016x}", re.to_bits()), format!("{:016x}", im.to_bits())]})
        }
        Value::Str(text) => json!({"kind": "str", "value": text}),
        Value::Scalar(scalar) => write_scalar(*scalar),
        Value::Tuple(members) => json!({"kind": "tuple", "items": items(members)}),
        Value::List(members) => json!({"kind": "list", "items": items(members)}),
        Value::Set(members) => json!({"kind": "set", "items": items(members)}),
        Value::Dict(pairs) => {
            let flat: Vec<_> = pairs.iter().flat_map(|(key, value)| [write(key), write(value)]).collect();
            json!({"kind": "dict", "items": flat})
        }
        Value::Record(name, fields) => {
            let names: Vec<_> = fields.iter().map(|(field, _)| field).collect();
            let values: Vec<_> = fields.iter().map(|(_, value)| write(value)).collect();
            json!({"kind": "record", "name": name, "names": names, "items": values})
        }
        Value::Array(array) => json!({
            "kind": "array", "dtype": array.dtype().name(), "shape": array.shape(), "data": to_base64(&array.to_bytes()),
        }),
    }
}

/// The bytes of a base64 text.
pub fn bytes(json: &Json) -> Result<Vec<u8>, String> {
    let text = json.as_str().ok_or("no base64")?;
    STANDARD.decode(text).map_err(|error| error.to_string())
}

/// Bytes as base64.
pub fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

fn write_scalar(scalar: Scalar) -> Json {
    let mut bytes = Vec::new();
    scalar.write_le_bytes(&mut bytes);
    let bits: String = bytes.iter().rev().map(|byte| format!("{byte:02x}")).collect();
    json!({"kind": "scalar", "dtype": scalar.dtype().name(), "bits": bits})
}

fn list(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}

fn hex(json: &Json) -> Result<u64, String> {
    u64::from_str_radix(json.as_str().unwrap_or_default(), 16).map_err(|error| error.to_string())
}

fn dtype(json: &Json) -> Result<DType, String> {
    let name = json["dtype"].as_str().unwrap_or_default();
    DType::from_name(name).ok_or_else(|| format!("dtype `{name}`"))
}

fn scalar(json: &Json) -> Result<Value, String> {
    // Up to 16 bytes; the last one stands first.
    let digits = json["bits"].as_str().unwrap_or_default();
    let bits = u128::from_str_radix(digits, 16).map_err(|error| error.to_string())?.to_le_bytes();
    Scalar::from_le_bytes(dtype(json)?, &bits).map(Value::Scalar).ok_or_else(|| "a scalar".to_string())
}

fn array(json: &Json, buffers: &[Arc<Vec<u8>>]) -> Result<Value, String> {
    let shape: Vec<_> = list(&json["shape"]).map(|extent| extent.as_u64().unwrap_or(0) as usize).collect();
    let array = match json["base"].as_u64().and_then(|base| buffers.get(base as usize)) {
        Some(buffer) => {
            let strides = list(&json["strides"]).map(|stride| stride.as_i64().unwrap_or(0) as isize).collect();
            let offset = json["offset"].as_u64().unwrap_or(0) as usize;
            ArrayValue::from_parts(dtype(json)?, shape, strides, offset, buffer.clone())
        }
        None => ArrayValue::from_contiguous(dtype(json)?, shape, bytes(&json["data"])?),
    };
    array.map(Value::Array).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let array =
            ArrayValue::from_scalars(DType::Int16, vec![2], &[Scalar::Int16(-1), Scalar::Int16(300)]).expect("an array");
        let values = [
            Value::None,
            Value::Int(i64::MIN),
            Value::Float(-0.0),
            Value::Scalar(Scalar::Int8(-3)),
            Value::Scalar(Scalar::Float32(0.1)),
            Value::Complex(1.5, -0.0),
            Value::Scalar(Scalar::Complex64(0.1, -2.0)),
            Value::Scalar(Scalar::Complex128(0.1, -2.0)),
            Value::Tuple(vec![Value::Bool(true), Value::Array(array)]),
        ];
        for value in values {
            assert_eq!(read(&write(&value), &[]).expect("a value"), value);
        }
    }
}
