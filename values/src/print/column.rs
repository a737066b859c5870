//! The elements of one array as text of one width.
//!
//! A [`Column`] looks at all elements that will be shown and then formats each so that decimal points, exponents and
//! signs stand below each other. Terms: `left` and `right` are the characters before and behind the decimal point.
//!
//! The rules for floats are NumPy's `floatmode="maxprec"` with precision 8: each number is shown with its shortest
//! digits, at most eight behind the point; if the numbers differ too much in size, all get an exponent.

use super::bool_str;
use super::digits::{Decimal, Real, exponent_suffix};
use super::scalar_str;
use crate::{DType, Scalar};

/// The most digits behind the decimal point.
const PRECISION: usize = 8;

/// How to format each element of an array.
pub(super) enum Column {
    /// Booleans and integers: right-aligned.
    Plain {
        width: usize,
    },
    Float(FloatColumn),
    Complex {
        real: FloatColumn,
        imag: FloatColumn,
    },
}

/// How to format each of some floats.
pub(super) struct FloatColumn {
    style: Style,
    left: usize,
    right: usize,
    plus: bool,
}

enum Style {
    /// `12.5`, padded with spaces on both sides
    Positional,
    /// `1.25e+01`, all with the same number of digits
    Scientific { fraction: usize, exponent: usize },
}

impl Column {
    /// The format that suits all of `shown`. In an array of rank 0 nothing needs to be aligned.
    pub fn fitting(dtype: DType, rank: usize, shown: &[Scalar]) -> Self {
        match dtype {
            DType::Bool => Self::Plain { width: if rank == 0 { 0 } else { "False".len() } },
            DType::Float32 | DType::Float64 => Self::Float(FloatColumn::fitting(&parts(shown, real_part), false)),
            DType::Complex64 | DType::Complex128 => Self::Complex {
                real: FloatColumn::fitting(&parts(shown, real_part), false),
                imag: FloatColumn::fitting(&parts(shown, imag_part), true),
            },
            _ => Self::Plain { width: shown.iter().map(|x| scalar_str(*x).len()).max().unwrap_or(0) },
        }
    }

    /// One element.
    pub fn format(&self, element: Scalar) -> String {
        match self {
            Self::Plain { width } => format!("{:>width$}", plain_str(element)),
            Self::Float(column) => column.format(real_part(element)),
            Self::Complex { real, imag } => {
                let imag = imag.format(imag_part(element));
                let number = imag.trim_end();
                format!("{}{number}j{}", real.format(real_part(element)), &imag[number.len()..])
            }
        }
    }
}

fn plain_str(element: Scalar) -> String {
    match element {
        Scalar::Bool(x) => bool_str(x).to_owned(),
        _ => scalar_str(element),
    }
}

fn parts(shown: &[Scalar], part: fn(Scalar) -> Real) -> Vec<Real> {
    shown.iter().map(|x| part(*x)).collect()
}

fn real_part(element: Scalar) -> Real {
    match element {
        Scalar::Float32(x) | Scalar::Complex64(x, _) => Real::single(x),
        Scalar::Float64(x) | Scalar::Complex128(x, _) => Real::double(x),
        _ => Real::double(f64::NAN),
    }
}

fn imag_part(element: Scalar) -> Real {
    match element {
        Scalar::Complex64(_, x) => Real::single(x),
        Scalar::Complex128(_, x) => Real::double(x),
        _ => Real::double(f64::NAN),
    }
}

impl FloatColumn {
    /// The format that suits all of `numbers`; with `plus`, positive ones have a sign too.
    fn fitting(numbers: &[Real], plus: bool) -> Self {
        let finite: Vec<Real> = numbers.iter().copied().filter(|x| x.value.is_finite()).collect();
        let mut column = if finite.is_empty() {
            Self { style: Style::Positional, left: 0, right: 0, plus }
        } else if needs_exponent(&finite) {
            Self::scientific(&finite, plus)
        } else {
            Self::positional(&finite, plus)
        };
        if finite.len() < numbers.len() {
            column.make_room_for_nonfinite(numbers);
        }
        column
    }

    fn positional(finite: &[Real], plus: bool) -> Self {
        let (mut left, mut right) = (0, 0);
        for x in finite {
            let (int, fraction) = positional_digits(*x);
            left = left.max(x.sign(plus).len() + int.len());
            right = right.max(fraction.len());
        }
        Self { style: Style::Positional, left, right, plus }
    }

    fn scientific(finite: &[Real], plus: bool) -> Self {
        let (mut left, mut fraction, mut exponent) = (0, 0, 2);
        for x in finite {
            let decimal = x.shortest_up_to(PRECISION);
            left = left.max(x.sign(plus).len() + 1);
            fraction = fraction.max(decimal.scientific_parts().1.trim_end_matches('0').len());
            exponent = exponent.max(exponent_suffix(decimal.exponent, 2).len() - 2);
        }
        let right = fraction + "e+".len() + exponent;
        Self { style: Style::Scientific { fraction, exponent }, left, right, plus }
    }

    fn make_room_for_nonfinite(&mut self, numbers: &[Real]) {
        let signed = self.plus || numbers.iter().any(|x| x.value == f64::NEG_INFINITY);
        let widest = "inf".len() + usize::from(signed);
        self.left = self.left.max(widest.saturating_sub(self.right + ".".len()));
    }

    fn format(&self, x: Real) -> String {
        if !x.value.is_finite() {
            return format!("{:>width$}", self.nonfinite(x), width = self.left + 1 + self.right);
        }
        let (left, right, sign) = (self.left, self.right, x.sign(self.plus));
        match self.style {
            Style::Positional => {
                let (int, fraction) = positional_digits(x);
                format!("{:>left$}.{fraction:<right$}", format!("{sign}{int}"))
            }
            Style::Scientific { fraction, exponent } => {
                let decimal = exactly(x, fraction);
                let (int, digits) = decimal.scientific_parts();
                format!("{:>left$}.{digits}{}", format!("{sign}{int}"), exponent_suffix(decimal.exponent, exponent))
            }
        }
    }

    fn nonfinite(&self, x: Real) -> String {
        if x.value.is_nan() {
            return if self.plus { "+nan" } else { "nan" }.to_owned();
        }
        x.sign(self.plus).to_owned() + "inf"
    }
}

/// NumPy's test for numbers that differ too much in size, in the arithmetic of their type.
fn needs_exponent(finite: &[Real]) -> bool {
    let nonzero = || finite.iter().map(|x| x.value.abs()).filter(|x| *x != 0.0);
    let (Some(max), Some(min)) = (nonzero().reduce(f64::max), nonzero().reduce(f64::min)) else {
        return false;
    };
    if finite.iter().any(|x| x.single) {
        let (max, min) = (max as f32, min as f32);
        return max >= 1e6 || min < 1e-4 || max / min > 1000.0;
    }
    max >= 1e8 || min < 1e-4 || max / min > 1000.0
}

/// The shortest digits, rounded to the precision, without trailing zeros.
fn positional_digits(x: Real) -> (String, String) {
    let shortest = x.shortest();
    if shortest.fraction_len() <= PRECISION {
        return shortest.positional_parts();
    }
    let rounded = format!("{:.PRECISION$}", x.value.abs());
    let (int, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    (int.to_owned(), fraction.trim_end_matches('0').to_owned())
}

/// Exactly so many digits behind the first. Beyond the shortest digits NumPy continues with those of the exact value
/// (`1.00000001e-10` for a float32), not with zeros.
fn exactly(x: Real, fraction: usize) -> Decimal {
    let shortest = x.shortest();
    if shortest.digits.len() == fraction + 1 { shortest } else { x.rounded_to(fraction) }
}
