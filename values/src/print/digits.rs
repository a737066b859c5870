//! The decimal digits of a float.
//!
//! NumPy's printing asks two things of a number: the shortest digits that read back as it, or, where these are too many
//! or too few, its exact value rounded to so many digits (ties to even). Rust's formatting has both, correctly rounded;
//! here they get a common form.

/// A float of either width; the shortest digits depend on the width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Real {
    /// The value, exact in both cases.
    pub value: f64,
    /// Whether it is a float32.
    pub single: bool,
}

/// `digits[0].digits[1..] × 10^exponent`, without a sign. Zero has the digits `0`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub digits: String,
    pub exponent: i32,
}

impl Real {
    pub fn double(value: f64) -> Self {
        Self { value, single: false }
    }

    pub fn single(value: f32) -> Self {
        Self { value: value.into(), single: true }
    }

    /// `-`, or `+` if wanted, or nothing.
    pub fn sign(self, plus: bool) -> &'static str {
        match (self.value.is_sign_negative(), plus) {
            (true, _) => "-",
            (false, true) => "+",
            (false, false) => "",
        }
    }

    /// The fewest digits that identify the value among its type's.
    ///
    /// Where two such numbers are equally near (3333333.2 and 3333333.3 to 3333333.25), Rust takes the upper one, Python
    /// and NumPy the even one.
    pub fn shortest(self) -> Decimal {
        let x = self.value.abs();
        let text = if self.single { format!("{:e}", x as f32) } else { format!("{x:e}") };
        let shortest = Decimal::read(&text);
        let nearest = format!("{:.*e}", shortest.digits.len().saturating_sub(1), x);
        if nearest != text && self.is_written(&nearest) { Decimal::read(&nearest) } else { shortest }
    }

    fn is_written(self, text: &str) -> bool {
        if self.single {
            return text.parse() == Ok(self.value.abs() as f32);
        }
        text.parse() == Ok(self.value.abs())
    }

    /// The exact value rounded to `fraction` digits behind the first one.
    pub fn rounded_to(self, fraction: usize) -> Decimal {
        Decimal::read(&format!("{:.*e}", fraction, self.value.abs()))
    }

    /// The shortest digits, or the rounded ones if there are more than `limit` behind the first.
    pub fn shortest_up_to(self, limit: usize) -> Decimal {
        let shortest = self.shortest();
        if shortest.digits.len() > limit + 1 { self.rounded_to(limit) } else { shortest }
    }
}

impl Decimal {
    /// Reads `1.25e-7`.
    fn read(text: &str) -> Self {
        let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
        Self { digits: digits.replace('.', ""), exponent: exponent.parse().unwrap_or(0) }
    }

    /// Integer part and fraction in scientific notation: `1` and `25`.
    pub fn scientific_parts(&self) -> (&str, &str) {
        self.digits.split_at(self.digits.len().min(1))
    }

    /// Integer part and fraction in positional notation: `0` and `000000125`.
    pub fn positional_parts(&self) -> (String, String) {
        let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
        if self.exponent < 0 {
            return ("0".to_owned(), zeros(-self.exponent - 1) + &self.digits);
        }
        let missing = zeros(self.exponent + 1 - self.digits.len() as i32);
        let padded = self.digits.clone() + &missing;
        let (int, fraction) = padded.split_at(self.exponent as usize + 1);
        (int.to_owned(), fraction.to_owned())
    }

    /// Digits behind the decimal point in positional notation.
    pub fn fraction_len(&self) -> usize {
        usize::try_from(self.digits.len() as i32 - 1 - self.exponent).unwrap_or(0)
    }
}

/// `e+07`, with at least `width` digits.
pub(super) fn exponent_suffix(exponent: i32, width: usize) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("e{sign}{:0width$}", exponent.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fit_together() {
        let parts = |x: f64| Real::double(x).shortest().positional_parts();
        assert_eq!(parts(1200.0), ("1200".into(), "".into()));
        assert_eq!(parts(0.00125), ("0".into(), "00125".into()));
        assert_eq!(parts(12.5), ("12".into(), "5".into()));
        assert_eq!(parts(0.0), ("0".into(), "".into()));
        assert_eq!(Real::single(0.1).shortest().digits, "1");
        assert_eq!(Real::double(0.1f32.into()).shortest().digits, "10000000149011612");
        assert_eq!(Real::double(2.5).rounded_to(0).digits, "2");
    }
}
