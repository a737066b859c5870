//! How two values differ: dtypes, shapes, and elements bit by bit, where every NaN equals every other.
//!
//! Python's own scalars count as int64, float64, complex128 and bool. Whoever compares decides which unequal floats are close
//! enough.

use crate::{ArrayValue, Scalar, Value};

/// Two floats that are not the same, at the same place of two values.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Number of the array or scalar among those that the value is made of.
    pub leaf: usize,
    /// Number of the element, in C order.
    pub element: usize,
    /// The float that is expected.
    pub expected: f64,
    /// The other.
    pub actual: f64,
    /// How many floats of their type lie between them; `u64::MAX` if one is not finite.
    pub ulps: u64,
    /// The largest finite magnitude among the expected elements.
    pub scale: f64,
}

/// What is different, or nothing. `close` is asked about floats that differ.
pub fn differs(expected: &Value, actual: &Value, close: &mut dyn FnMut(&Pair) -> bool) -> Option<String> {
    Compare { leaf: 0, close }.values(expected, actual)
}

struct Compare<'a> {
    leaf: usize,
    close: &'a mut dyn FnMut(&Pair) -> bool,
}

impl Compare<'_> {
    fn values(&mut self, expected: &Value, actual: &Value) -> Option<String> {
        match (expected, actual) {
            (Value::None, Value::None) => None,
            (Value::Str(a), Value::Str(b)) if a == b => None,
            (Value::Tuple(a) | Value::List(a), Value::Tuple(b) | Value::List(b)) if a.len() == b.len() => {
                a.iter().zip(b).find_map(|(a, b)| self.values(a, b))
            }
            (Value::Set(a), Value::Set(b)) if a.len() == b.len() => {
                let missing = a.iter().find(|a| !b.iter().any(|b| self.values(a, b).is_none()))?;
                Some(format!("there is no {}", missing.repr()))
            }
            (Value::Dict(a), Value::Dict(b)) if a.len() == b.len() => {
                a.iter().zip(b).find_map(|((k, v), (l, w))| self.values(k, l).or_else(|| self.values(v, w)))
            }
            (Value::Record(a, x), Value::Record(b, y)) if a == b && x.len() == y.len() => x
                .iter()
                .zip(y)
                .find_map(|((f, v), (g, w))| if f == g { self.values(v, w) } else { Some("another field".into()) }),
            (Value::Array(a), Value::Array(b)) => self.arrays(a, b),
            _ => self.scalars(expected, actual),
        }
    }

    fn scalars(&mut self, expected: &Value, actual: &Value) -> Option<String> {
        match (strong(expected), strong(actual)) {
            (Some(a), Some(b)) if a.dtype() == b.dtype() => {
                let same = self.same(0, a, b, magnitude(a));
                self.leaf += 1;
                (!same).then(|| "another value".to_string())
            }
            (Some(a), Some(b)) => Some(format!("{} instead of {}", b.dtype(), a.dtype())),
            _ => Some(format!("{} instead of {}", actual.type_name(), expected.type_name())),
        }
    }

    fn arrays(&mut self, expected: &ArrayValue, actual: &ArrayValue) -> Option<String> {
        if expected.dtype() != actual.dtype() {
            return Some(format!("dtype {} instead of {}", actual.dtype(), expected.dtype()));
        }
        if expected.shape() != actual.shape() {
            return Some(format!("shape {:?} instead of {:?}", actual.shape(), expected.shape()));
        }
        let found = if expected == actual { None } else { self.elements(expected, actual) };
        self.leaf += 1;
        found
    }

    fn elements(&mut self, expected: &ArrayValue, actual: &ArrayValue) -> Option<String> {
        let scale = expected.elements().map(magnitude).fold(0.0, f64::max);
        let mut pairs = expected.elements().zip(actual.elements()).enumerate();
        let wrong = pairs.find(|(at, (a, b))| !self.same(*at, *a, *b, scale));
        wrong.map(|(at, (a, b))| format!("element {}: {} instead of {}", place(at, expected.shape()), b.repr(), a.repr()))
    }

    /// Equal in bits, both NaN, or close.
    fn same(&mut self, element: usize, a: Scalar, b: Scalar, scale: f64) -> bool {
        if let (Some(a), Some(b)) = (parts(a), parts(b)) {
            return a.into_iter().zip(b).all(|(a, b)| self.same(element, a, b, scale));
        }
        let (expected, actual, ulps) = match (a, b) {
            (Scalar::Float64(a), Scalar::Float64(b)) if a.to_bits() != b.to_bits() => (a, b, order64(a).abs_diff(order64(b))),
            (Scalar::Float32(a), Scalar::Float32(b)) if a.to_bits() != b.to_bits() => {
                (a.into(), b.into(), order32(a).abs_diff(order32(b)))
            }
            (Scalar::Float64(_), Scalar::Float64(_)) | (Scalar::Float32(_), Scalar::Float32(_)) => return true,
            (a, b) => return a == b,
        };
        let ulps = if expected.is_finite() && actual.is_finite() { ulps } else { u64::MAX };
        let pair = Pair { leaf: self.leaf, element, expected, actual, ulps, scale };
        expected.is_nan() && actual.is_nan() || (self.close)(&pair)
    }
}

/// The index of an element: `3`, or `[1, 2]` where there are several axes.
fn place(at: usize, shape: &[usize]) -> String {
    if shape.len() < 2 {
        return at.to_string();
    }
    let mut rest = at;
    let mut index: Vec<_> = shape.iter().rev().map(|n| (rest % n, rest /= n).0.to_string()).collect();
    index.reverse();
    format!("[{}]", index.join(", "))
}

/// A scalar with its dtype, Python's own ones included.
fn strong(value: &Value) -> Option<Scalar> {
    match value {
        Value::Bool(x) => Some(Scalar::Bool(*x)),
        Value::Int(x) => Some(Scalar::Int64(*x)),
        Value::Float(x) => Some(Scalar::Float64(*x)),
        Value::Complex(re, im) => Some(Scalar::Complex128(*re, *im)),
        Value::Scalar(scalar) => Some(*scalar),
        _ => None,
    }
}

/// The parts of a complex number.
fn parts(scalar: Scalar) -> Option<[Scalar; 2]> {
    match scalar {
        Scalar::Complex64(re, im) => Some([Scalar::Float32(re), Scalar::Float32(im)]),
        Scalar::Complex128(re, im) => Some([Scalar::Float64(re), Scalar::Float64(im)]),
        _ => None,
    }
}

fn magnitude(scalar: Scalar) -> f64 {
    if let Some([re, im]) = parts(scalar) {
        return magnitude(re).max(magnitude(im));
    }
    match scalar {
        Scalar::Float32(x) if x.is_finite() => x.abs().into(),
        Scalar::Float64(x) if x.is_finite() => x.abs(),
        _ => 0.0,
    }
}

/// Floats as integers in the same order, so that neighbours differ by one.
fn order64(x: f64) -> i64 {
    let bits = x.to_bits() as i64;
    if bits < 0 { i64::MIN.wrapping_sub(bits) } else { bits }
}

fn order32(x: f32) -> i64 {
    let bits = x.to_bits() as i32;
    i64::from(if bits < 0 { i32::MIN.wrapping_sub(bits) } else { bits })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_compared_by_their_bits() {
        let float = |x: f64| Value::Float(x);
        let mut seen = Vec::new();
        let mut compare = |a: f64, b: f64| differs(&float(a), &float(b), &mut |pair| (seen.push(pair.ulps), false).1);
        assert_eq!(compare(f64::NAN, -f64::NAN), None);
        assert_eq!(compare(1.0, 1.0), None);
        assert!(compare(0.0, -0.0).is_some() && compare(1.0, 1.0 + f64::EPSILON).is_some());
        assert!(compare(1.0, f64::INFINITY).is_some());
        assert_eq!(seen, [0, 1, u64::MAX]);
    }

    #[test]
    fn places_have_an_index_for_each_axis() {
        assert_eq!(place(5, &[7]), "5");
        assert_eq!(place(5, &[2, 3]), "[1, 2]");
    }
}
