//! Containers as the columns in which they travel, and back ([`Shape::lowered`]).

use crate::CallError;
use crate::arguments::dtype_of;
use crate::convert::{adapt, complex_bits, scalar_bits};
use npc_midend::interface::Shape;
use npc_midend::types::DType;
use npc_values::{ArrayValue, Scalar, Value};

/// The value with every container in it replaced by a tuple of its columns.
pub(crate) fn lower(value: &Value, shape: &Shape) -> Result<Value, CallError> {
    match (value, shape) {
        (Value::Tuple(items), Shape::Tuple(shapes)) => {
            let members = items.iter().zip(shapes).map(|(item, shape)| lower(item, shape));
            Ok(Value::Tuple(members.collect::<Result<_, _>>()?))
        }
        (_, container) if container.is_container() => {
            let mut columns: Vec<_> = container.columns().into_iter().map(|dtype| (dtype, Vec::new())).collect();
            add(value, container, &mut columns)?;
            let arrays = columns.into_iter().map(|(dtype, bytes)| column(dtype, bytes));
            Ok(Value::Tuple(arrays.collect::<Result<_, _>>()?))
        }
        _ => Ok(value.clone()),
    }
}

fn column(dtype: DType, bytes: Vec<u8>) -> Result<Value, CallError> {
    let length = bytes.len() / dtype.itemsize() as usize;
    let broken = |what: &str| CallError::type_error(what.to_string());
    let dtype = npc_values::DType::from_name(dtype.numpy_name()).ok_or_else(|| broken("a column of an unknown type"))?;
    let array = ArrayValue::from_contiguous(dtype, vec![length], bytes);
    array.map(Value::Array).map_err(|error| broken(&error.to_string()))
}

/// Adds a value to the columns, and returns how many it has used.
fn add(value: &Value, shape: &Shape, columns: &mut [(DType, Vec<u8>)]) -> Result<usize, CallError> {
    let width = shape.columns().len();
    let refused = || CallError::type_error(format!("expected {}, got {}", shape.name(), value.type_name()));
    match (shape, value) {
        (Shape::None, Value::None) => {}
        (Shape::Scalar { dtype, .. }, value) => push(value, *dtype, columns)?,
        (Shape::Array(ty), value) => {
            let Value::Array(array) = adapt(value, shape)? else { return Err(refused()) };
            if dtype_of(array.dtype())? != ty.dtype || array.rank() != usize::from(ty.rank) {
                return Err(refused());
            }
            for (axis, extent) in array.shape().iter().enumerate() {
                columns[axis].1.extend((*extent as i64).to_le_bytes());
            }
            columns[width - 1].1.extend(array.to_bytes());
        }
        (Shape::Str, Value::Str(text)) => {
            columns[0].1.extend((text.len() as i64).to_le_bytes());
            columns[1].1.extend(text.as_bytes());
        }
        (Shape::Optional(_), Value::None) => push(&Value::Bool(false), DType::Bool, columns)?,
        (Shape::Optional(inner), value) => {
            push(&Value::Bool(true), DType::Bool, columns)?;
            add(value, inner, &mut columns[1..])?;
        }
        (Shape::Tuple(shapes), Value::Tuple(items)) if items.len() == shapes.len() => {
            add_members(items.iter().zip(shapes), columns)?;
        }
        (Shape::Record(_, fields) | Shape::Named(_, fields), Value::Record(_, values)) if fields.len() == values.len() => {
            add_members(values.iter().map(|(_, value)| value).zip(fields.iter().map(|(_, shape)| shape)), columns)?;
        }
        (Shape::Named(_, fields), Value::Tuple(items)) if fields.len() == items.len() => {
            add_members(items.iter().zip(fields.iter().map(|(_, shape)| shape)), columns)?;
        }
        (Shape::List(element), Value::List(items)) | (Shape::Set(element), Value::Set(items)) => {
            columns[0].1.extend((items.len() as i64).to_le_bytes());
            for item in items {
                add(item, element, &mut columns[1..])?;
            }
        }
        (Shape::Dict(parts), Value::Dict(items)) => {
            columns[0].1.extend((items.len() as i64).to_le_bytes());
            for (key, item) in items {
                let used = add(key, &parts[0], &mut columns[1..])?;
                add(item, &parts[1], &mut columns[1 + used..])?;
            }
        }
        _ => return Err(refused()),
    }
    Ok(width)
}

fn add_members<'a>(
    members: impl Iterator<Item = (&'a Value, &'a Shape)>,
    columns: &mut [(DType, Vec<u8>)],
) -> Result<(), CallError> {
    let mut used = 0;
    for (value, shape) in members {
        used += add(value, shape, &mut columns[used..])?;
    }
    Ok(())
}

fn push(value: &Value, dtype: DType, columns: &mut [(DType, Vec<u8>)]) -> Result<(), CallError> {
    let to = &mut columns[0].1;
    match dtype.part() {
        Some(part) => {
            for bits in complex_bits(value, dtype)? {
                to.extend(bits.to_le_bytes().iter().take(part.itemsize() as usize));
            }
        }
        None => to.extend(scalar_bits(value, dtype)?.to_le_bytes().iter().take(dtype.itemsize() as usize)),
    }
    Ok(())
}

/// The value of this shape that a result has brought in its lowered form.
pub(crate) fn raise(value: Value, shape: &Shape) -> Result<Value, CallError> {
    match (value, shape) {
        (Value::Tuple(items), Shape::Tuple(shapes)) => {
            let members = items.into_iter().zip(shapes).map(|(item, shape)| raise(item, shape));
            Ok(Value::Tuple(members.collect::<Result<_, _>>()?))
        }
        (Value::Tuple(items), container) if container.is_container() => {
            let arrays = items.into_iter().filter_map(|item| if let Value::Array(array) = item { Some(array) } else { None });
            let mut columns: Vec<_> = arrays.map(|array| array.elements().collect::<Vec<_>>().into_iter()).collect();
            take(container, &mut columns)
                .ok_or_else(|| CallError::new("SystemError", "malformed result: a column is too short"))
        }
        (value, _) => Ok(value),
    }
}

type Column = std::vec::IntoIter<Scalar>;

/// Takes the next value of this shape out of its columns.
fn take(shape: &Shape, columns: &mut [Column]) -> Option<Value> {
    Some(match shape {
        Shape::None => Value::None,
        Shape::Scalar { weak, .. } => as_python(columns[0].next()?, *weak),
        Shape::Array(ty) => {
            let rank = usize::from(ty.rank);
            let shape = columns[..rank].iter_mut().map(count).collect::<Option<Vec<_>>>()?;
            let elements: Vec<_> = columns[rank].by_ref().take(shape.iter().product()).collect();
            let dtype = npc_values::DType::from_name(ty.dtype.numpy_name())?;
            Value::Array(ArrayValue::from_scalars(dtype, shape, &elements).ok()?)
        }
        Shape::Str => {
            let length = count(&mut columns[0])?;
            let bytes = columns[1]
                .by_ref()
                .take(length)
                .filter_map(|byte| if let Scalar::UInt8(byte) = byte { Some(byte) } else { None });
            Value::Str(String::from_utf8_lossy(&bytes.collect::<Vec<_>>()).into_owned())
        }
        Shape::Optional(inner) => match columns[0].next()? {
            Scalar::Bool(true) => take(inner, &mut columns[1..])?,
            _ => Value::None,
        },
        Shape::Tuple(shapes) => Value::Tuple(members(shapes.iter(), columns)?),
        Shape::Record(name, fields) | Shape::Named(name, fields) => {
            let values = members(fields.iter().map(|(_, shape)| shape), columns)?;
            Value::Record(name.clone(), fields.iter().map(|(field, _)| field.clone()).zip(values).collect())
        }
        Shape::List(element) | Shape::Set(element) => {
            let length = count(&mut columns[0])?;
            let items = (0..length).map(|_| take(element, &mut columns[1..])).collect::<Option<_>>()?;
            if matches!(shape, Shape::List(_)) { Value::List(items) } else { Value::Set(items) }
        }
        Shape::Dict(parts) => {
            let length = count(&mut columns[0])?;
            let width = parts[0].columns().len();
            let mut item = || Some((take(&parts[0], &mut columns[1..])?, take(&parts[1], &mut columns[1 + width..])?));
            Value::Dict((0..length).map(|_| item()).collect::<Option<_>>()?)
        }
    })
}

fn members<'a>(shapes: impl Iterator<Item = &'a Shape>, columns: &mut [Column]) -> Option<Vec<Value>> {
    let mut used = 0;
    let mut values = Vec::new();
    for shape in shapes {
        values.push(take(shape, &mut columns[used..])?);
        used += shape.columns().len();
    }
    Some(values)
}

fn count(column: &mut Column) -> Option<usize> {
    match column.next()? {
        Scalar::Int64(count) => usize::try_from(count).ok(),
        _ => None,
    }
}

fn as_python(scalar: Scalar, weak: bool) -> Value {
    match scalar {
        Scalar::Bool(x) if weak => Value::Bool(x),
        Scalar::Int64(x) if weak => Value::Int(x),
        Scalar::Float64(x) if weak => Value::Float(x),
        Scalar::Complex128(re, im) if weak => Value::Complex(re, im),
        other => Value::Scalar(other),
    }
}
