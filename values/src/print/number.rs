//! A float or complex number that stands alone: Python's and NumPy's scalars, which all show the shortest digits.

use super::digits::{Real, exponent_suffix};

/// Python's `float` and `numpy.float64`: `1.5`, `1e+16`.
pub(super) fn float64(x: f64) -> String {
    number(Real::double(x), ".0")
}

/// `numpy.float32`
pub(super) fn float32(x: f32) -> String {
    number(Real::single(x), ".0")
}

/// Python's `complex` and `numpy.complex128`: `(1+2j)`, `2j`.
pub(super) fn complex128(re: f64, im: f64) -> String {
    complex(Real::double(re), Real::double(im))
}

/// `numpy.complex64`
pub(super) fn complex64(re: f32, im: f32) -> String {
    complex(Real::single(re), Real::single(im))
}

/// A real part of plain zero is not shown.
fn complex(re: Real, im: Real) -> String {
    if re.value == 0.0 && re.value.is_sign_positive() {
        return number(im, "") + "j";
    }
    let plus = if im.value.is_nan() { "+" } else { im.sign(true).trim_start_matches('-') };
    format!("({}{plus}{}j)", number(re, ""), number(im, ""))
}

/// The number, with `whole` behind it where it has neither fraction nor exponent.
fn number(x: Real, whole: &str) -> String {
    if x.value.is_nan() {
        return "nan".to_owned();
    }
    let sign = x.sign(false);
    if x.value.is_infinite() {
        return format!("{sign}inf");
    }
    let shortest = x.shortest();
    if !is_positional(x) {
        let (int, fraction) = shortest.scientific_parts();
        let point = if fraction.is_empty() { "" } else { "." };
        return format!("{sign}{int}{point}{fraction}{}", exponent_suffix(shortest.exponent, 2));
    }
    match shortest.positional_parts() {
        (int, fraction) if fraction.is_empty() => format!("{sign}{int}{whole}"),
        (int, fraction) => format!("{sign}{int}.{fraction}"),
    }
}

/// Numbers of middling size need no exponent. A float32 has six digits to be sure of, so it needs one from a million on.
fn is_positional(x: Real) -> bool {
    let limit = if x.single { 1e6 } else { 1e16 };
    x.value == 0.0 || (1e-4..limit).contains(&x.value.abs())
}
