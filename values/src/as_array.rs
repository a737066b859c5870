//! Values as arrays: what `np.asarray` makes of them, and what a result becomes in a `.npz` file.

use thiserror::Error;

use crate::{ArrayError, ArrayValue, DType, Scalar, Value};

/// Why a value is no array.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AsArrayError {
    /// A value without a numeric dtype: a string, None.
    #[error("a `{0}` is not a number, so no array holds it")]
    NotANumber(&'static str),
    /// The items of a list differ in shape.
    #[error("the items of a list have different shapes, so they make no array")]
    Ragged,
    /// More axes or more bytes than an array has.
    #[error(transparent)]
    Array(#[from] ArrayError),
}

impl Value {
    /// The value as `np.asarray(value)`: scalars become arrays of rank 0, lists and tuples get an axis each.
    pub fn to_array(&self) -> Result<ArrayValue, AsArrayError> {
        let scalar = match self {
            Self::Array(array) => return Ok(array.clone()),
            Self::Tuple(items) | Self::List(items) => return stack(items),
            Self::Bool(x) => Scalar::Bool(*x),
            Self::Int(x) => Scalar::Int64(*x),
            Self::Float(x) => Scalar::Float64(*x),
            Self::Complex(re, im) => Scalar::Complex128(*re, *im),
            Self::Scalar(scalar) => *scalar,
            other => return Err(AsArrayError::NotANumber(other.type_name())),
        };
        Ok(ArrayValue::from_scalar(scalar))
    }

    /// The named arrays that a saved result consists of, for [`crate::npz::write`].
    ///
    /// A tuple gives `arr_0`, `arr_1` and so on, None gives nothing, and anything else gives `arr_0`.
    pub fn to_saved_arrays(&self) -> Result<Vec<(String, ArrayValue)>, AsArrayError> {
        let items = match self {
            Self::None => &[],
            Self::Tuple(items) => items.as_slice(),
            single => std::slice::from_ref(single),
        };
        items.iter().enumerate().map(|(i, item)| Ok((format!("arr_{i}"), item.to_array()?))).collect()
    }
}

/// The items as one array with a new first axis. No items make an empty float64 array, as in NumPy.
fn stack(items: &[Value]) -> Result<ArrayValue, AsArrayError> {
    let arrays = items.iter().map(Value::to_array).collect::<Result<Vec<_>, _>>()?;
    let dtype = arrays.iter().map(ArrayValue::dtype).reduce(DType::promote).unwrap_or(DType::Float64);
    let inner = arrays.first().map(ArrayValue::shape).unwrap_or_default();
    if arrays.iter().any(|array| array.shape() != inner) {
        return Err(AsArrayError::Ragged);
    }
    let shape = [&[arrays.len()], inner].concat();
    let elements = arrays.iter().flat_map(ArrayValue::elements).map(|scalar| scalar.widened_to(dtype));
    Ok(ArrayValue::from_scalars(dtype, shape, &elements.collect::<Vec<_>>())?)
}

#[cfg(test)]
mod tests {
    use crate::parse_literal;

    /// Compares `repr(np.asarray(literal))`.
    fn check(literal: &str, expected: &str) {
        let array = parse_literal(literal).unwrap().to_array();
        assert_eq!(array.map_or_else(|error| error.to_string(), |array| array.repr()), expected, "{literal}");
    }

    #[test]
    fn lists_become_arrays() {
        check("3", "array(3)");
        check("[1, 2]", "array([1, 2])");
        check("[True, False]", "array([ True, False])");
        check("[True, 2]", "array([1, 2])");
        check("[1, 2.5]", "array([1. , 2.5])");
        check("[(1, 2), (3, 4j)]", "array([[1.+0.j, 2.+0.j],\n       [3.+0.j, 0.+4.j]])");
        check("[]", "array([], dtype=float64)");
        check("[[], []]", "array([], shape=(2, 0), dtype=float64)");
        check("[-9223372036854775808]", "array([-9223372036854775808])");
        check("[1, [2]]", "the items of a list have different shapes, so they make no array");
        check("['a']", "a `str` is not a number, so no array holds it");
    }

    #[test]
    fn a_tuple_is_saved_in_parts() {
        let names = |text: &str| -> Vec<String> {
            parse_literal(text).unwrap().to_saved_arrays().unwrap().into_iter().map(|(name, _)| name).collect()
        };
        assert_eq!(names("(1, [2, 3])"), ["arr_0", "arr_1"]);
        assert_eq!(names("[2, 3]"), ["arr_0"]);
        assert!(names("None").is_empty());
    }
}
