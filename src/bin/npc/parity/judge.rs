//! Whether the answers of the legs are NumPy's.
//!
//! Between npc's own targets every bit must be the same (all NaNs count as one). Against NumPy every bit must be the same too,
//! with these exceptions, each of which the documentation states:
//!
//! - npc's `int` has 64 bits: an OverflowError that says so is right where Python goes on;
//! - extents that an annotation names (`Float64[np.ndarray, "n n"]`) are checked;
//! - an array that no memory holds is a MemoryError, where NumPy says ValueError of sizes beyond an address;
//! - a declared result is converted to its type, or raises;
//! - where NumPy warns of an undefined cast, its number is that of the machine;
//! - mathematical functions and products of matrices are npc's own: `python/npc_near.py` finds how much that may change.

use super::answer::{Answer, Case, Outcome, Raised};
use super::legs::LegKind;
use npc::interface::{Function, Shape};
use npc::values::compare::{Pair, differs};
use npc::{MachineDType, Scalar, Value};

/// What npc says of an int beyond 64 bits.
const TOO_LARGE: &str = "Python int too large to convert to C long";
/// Units in the last place that a mathematical function may differ by.
const ULPS: u64 = 4;
/// How many times what moving the functions' results changes.
const FACTOR: f64 = 8.0;
/// Fraction of the largest magnitude that a product of matrices may differ by.
const PRODUCT: f64 = 1e-12;

/// Compares the cases of a function.
pub struct Judge<'a> {
    /// The function.
    pub function: &'a Function,
    /// What `--rtol` says.
    pub rtol: Option<f64>,
    /// `int` wraps.
    pub wraps: bool,
}

/// What a case shows.
#[derive(Debug)]
pub enum Verdict {
    /// All agree; NumPy is so many units in the last place away.
    Equal(u64),
    /// The targets agree, and differ from NumPy in a documented way.
    Documented(&'static str),
    /// It was not called: a kind, and a sentence.
    LeftOut(String, String),
    /// There is a difference.
    Differs(Difference),
}

/// A difference.
#[derive(Debug)]
pub struct Difference {
    /// Who differs from whom: `native and NumPy`.
    pub who: String,
    /// How.
    pub what: String,
    /// Results to show: a name and a text.
    pub results: Vec<(String, String)>,
}

impl Judge<'_> {
    /// Compares the answers of all legs.
    pub fn judge(&self, case: &Case, answers: &[(LegKind, Answer)]) -> Verdict {
        let mut first: Option<(LegKind, &Outcome)> = None;
        for (kind, answer) in answers {
            let outcome = match answer {
                Answer::Lost(why) => return self.differ(case, answers, kind.name(), why),
                Answer::Done { in_use: 1.., .. } => return self.differ(case, answers, kind.name(), "memory is not released"),
                Answer::Done { stray: true, .. } => {
                    return self.differ(case, answers, kind.name(), "memory changed that belongs to no argument");
                }
                Answer::Done { outcome, .. } => outcome,
            };
            match first {
                None => first = Some((*kind, outcome)),
                Some((other, reference)) => {
                    if let Some(what) = between_targets(case, reference, outcome) {
                        return self.differ(case, answers, &format!("{} and {}", kind.name(), other.name()), &what);
                    }
                }
            }
        }
        match first {
            Some((kind, outcome)) => self.against_numpy(case, answers, kind, outcome),
            None => Verdict::LeftOut("legs".to_string(), "nothing runs".to_string()),
        }
    }

    fn differ(&self, case: &Case, answers: &[(LegKind, Answer)], who: &str, what: &str) -> Verdict {
        let legs = answers.iter().map(|(kind, answer)| (kind.name().to_string(), shown(answer)));
        let results = std::iter::once(("NumPy".to_string(), outcome_text(&case.outcome))).chain(legs).collect();
        Verdict::Differs(Difference { who: who.to_string(), what: what.to_string(), results })
    }

    fn against_numpy(&self, case: &Case, answers: &[(LegKind, Answer)], kind: LegKind, outcome: &Outcome) -> Verdict {
        if let Some(why) = self.documented(case, outcome) {
            return Verdict::Documented(why);
        }
        let mut closeness = Closeness::new(case, self.rtol);
        match self.compared(case, outcome, &mut closeness) {
            None => Verdict::Equal(closeness.largest),
            Some(_) if case.cast => Verdict::Documented("undefined casts"),
            Some(_) if closeness.unstable() => Verdict::Documented("decided by last places"),
            Some(what) => self.differ(case, answers, &format!("{} and NumPy", kind.name()), &what),
        }
    }

    /// Differences that the documentation states.
    fn documented(&self, case: &Case, outcome: &Outcome) -> Option<&'static str> {
        let beyond = matches!(&case.outcome.result, Ok(Err(_)));
        match &outcome.result {
            Err(raised) if raised.kind == "OverflowError" && case.outcome.result.is_ok() => {
                let declared = self.function.declared && raised.message.contains("does not fit the declared type");
                (raised.message == TOO_LARGE || declared).then_some("beyond 64 bits or the declared type")
            }
            Err(raised) if raised.kind == "OverflowError" && raised.message == TOO_LARGE => {
                // Python goes on to something else, or raises elsewhere.
                let same = matches!(&case.outcome.result, Err(python) if python.message == TOO_LARGE);
                (!same).then_some("beyond 64 bits or the declared type")
            }
            Err(raised) if undeclared_shape(raised) => Some("of another shape than declared"),
            Err(raised) if raised.kind == "MemoryError" && too_big(&case.outcome) => Some("beyond memory"),
            _ if self.wraps && beyond => Some("wrapped at 64 bits"),
            _ => None,
        }
    }

    fn compared(&self, case: &Case, outcome: &Outcome, closeness: &mut Closeness) -> Option<String> {
        let wrong = match (&case.outcome.result, &outcome.result) {
            (Ok(Ok(expected)), Ok(Ok(actual))) => {
                let converted = if self.function.declared { as_declared(expected, &self.function.result) } else { None };
                let wrong = closeness.differ(converted.as_ref().unwrap_or(expected), actual);
                closeness.offset += leaves(expected);
                wrong
            }
            (Err(expected), Err(actual)) => another_exception(expected, actual),
            (Err(expected), Ok(_)) => Some(format!("Python raises {}: {}", expected.kind, expected.message)),
            (Ok(_), Err(actual)) => Some(format!("raises {}: {}", actual.kind, actual.message)),
            (Ok(Err(what)), _) | (_, Ok(Err(what))) => Some(what.clone()),
        };
        wrong.or_else(|| self.arguments(case, outcome, closeness))
    }

    fn arguments(&self, case: &Case, outcome: &Outcome, closeness: &mut Closeness) -> Option<String> {
        for (at, (expected, actual)) in case.outcome.after.iter().zip(&outcome.after).enumerate() {
            if let Some(what) = closeness.differ(expected, actual) {
                let name = self.function.params.get(at).map_or("?", |param| &param.name);
                return Some(format!("`{name}` after the call: {what}"));
            }
            closeness.offset += case.args.get(at).map_or(0, leaves);
        }
        None
    }
}

/// How far from NumPy's a case may be, and how far it is.
struct Closeness<'a> {
    case: &'a Case,
    rtol: Option<f64>,
    /// Leaves before the value that is compared.
    offset: usize,
    largest: u64,
}

impl<'a> Closeness<'a> {
    fn new(case: &'a Case, rtol: Option<f64>) -> Closeness<'a> {
        Closeness { case, rtol, offset: 0, largest: 0 }
    }

    fn differ(&mut self, expected: &Value, actual: &Value) -> Option<String> {
        let mut largest = self.largest;
        let what = differs(expected, actual, &mut |pair| {
            let close = self.is_close(pair);
            largest = largest.max(if close { pair.ulps } else { 0 });
            close
        });
        self.largest = largest;
        what
    }

    fn is_close(&self, pair: &Pair) -> bool {
        let apart = (pair.expected - pair.actual).abs();
        if let Some(rtol) = self.rtol {
            return apart <= rtol * pair.scale || pair.expected == pair.actual;
        }
        let case = self.case;
        if !case.functions && !case.products {
            return false;
        }
        let product = case.products && apart <= PRODUCT * pair.scale;
        // Zeros of both signs come from results that round to zero.
        pair.ulps <= ULPS
            || product
            || self.allowed(pair).is_some_and(|allowed| apart <= FACTOR * allowed || allowed.is_infinite())
    }

    fn allowed(&self, pair: &Pair) -> Option<f64> {
        let leaf = self.case.allow.as_ref()?.get(self.offset + pair.leaf)?.as_ref()?;
        match leaf.elements().nth(pair.element)? {
            Scalar::Float64(x) => Some(x),
            _ => None,
        }
    }

    /// True if moving functions' results by their last place changes more than numbers, or was too slow to try.
    fn unstable(&self) -> bool {
        (self.case.functions || self.case.products) && self.case.allow.is_none()
    }
}

/// True if npc refuses an argument whose extents are not those that its annotation names.
fn undeclared_shape(raised: &Raised) -> bool {
    let named = raised.message.contains(" elements, but `") && raised.message.ends_with(" elsewhere");
    raised.kind == "ValueError" && (named || raised.message.ends_with(" are declared"))
}

/// True if NumPy refuses an array whose size is no address; npc finds out when there is no memory for it.
fn too_big(outcome: &Outcome) -> bool {
    let words = ["array is too big", "Maximum allowed"];
    matches!(&outcome.result, Err(raised) if raised.kind == "ValueError" && words.iter().any(|word| raised.message.starts_with(word)))
}

/// How the outcomes of two targets differ.
fn between_targets(case: &Case, one: &Outcome, other: &Outcome) -> Option<String> {
    let never = &mut |_: &Pair| false;
    let wrong = match (&one.result, &other.result) {
        (Ok(Ok(a)), Ok(Ok(b))) => differs(a, b, never),
        (Err(a), Err(b)) if a.kind == b.kind && a.message == b.message && (a.line == b.line || recursion(a)) => None,
        (Err(a), Err(_) | Ok(_)) => Some(format!("one raises {}: {} (line {})", a.kind, a.message, a.line.unwrap_or(0))),
        (Ok(_), Err(b)) => Some(format!("one raises {}: {} (line {})", b.kind, b.message, b.line.unwrap_or(0))),
        (Ok(Err(what)), _) | (_, Ok(Err(what))) => Some(what.clone()),
    };
    let mut pairs = one.after.iter().zip(&other.after).enumerate().take(case.args.len());
    wrong.or_else(|| {
        pairs.find_map(|(at, (a, b))| differs(a, b, never).map(|what| format!("argument {at} after the call: {what}")))
    })
}

fn recursion(raised: &Raised) -> bool {
    raised.kind == "RecursionError"
}

fn another_exception(expected: &Raised, actual: &Raised) -> Option<String> {
    // NumPy's own exception types have builtin bases.
    let numpys = expected.kind.starts_with('_') || ["AxisError", "LinAlgError"].contains(&expected.kind.as_str());
    let same_type = expected.kind == actual.kind || numpys && expected.bases.contains(&actual.kind);
    if !same_type {
        return Some(format!("raises {}: {} instead of {}: {}", actual.kind, actual.message, expected.kind, expected.message));
    }
    let same = expected.message == actual.message || recursion(expected);
    (!same).then(|| format!("the message is {:?} instead of {:?}", actual.message, expected.message))
}

/// Arrays and scalars that a value is made of.
fn leaves(value: &Value) -> usize {
    match value {
        Value::Tuple(items) | Value::List(items) => items.iter().map(leaves).sum(),
        Value::None | Value::Str(_) => 0,
        _ => 1,
    }
}

/// A result as its declared type has it; `None` where it cannot be converted.
fn as_declared(value: &Value, shape: &Shape) -> Option<Value> {
    match (value, shape) {
        (_, Shape::None) => Some(Value::None),
        (Value::Tuple(items) | Value::List(items), Shape::Tuple(shapes)) if items.len() == shapes.len() => {
            let items = items.iter().zip(shapes).map(|(item, shape)| as_declared(item, shape));
            items.collect::<Option<_>>().map(Value::Tuple)
        }
        (Value::Array(array), Shape::Scalar { dtype, .. }) if array.rank() == 0 => scalar(array.elements().next()?, *dtype),
        (Value::Array(_), _) | (Value::Str(_), Shape::Str) => Some(value.clone()),
        (Value::Bool(x), Shape::Scalar { dtype, .. }) => scalar(Scalar::Bool(*x), *dtype),
        (Value::Int(x), Shape::Scalar { dtype, .. }) => scalar(Scalar::Int64(*x), *dtype),
        (Value::Float(x), Shape::Scalar { dtype, .. }) => scalar(Scalar::Float64(*x), *dtype),
        (Value::Complex(re, im), Shape::Scalar { dtype, .. }) => scalar(Scalar::Complex128(*re, *im), *dtype),
        (Value::Scalar(x), Shape::Scalar { dtype, .. }) => scalar(*x, *dtype),
        _ => None,
    }
}

fn scalar(value: Scalar, dtype: MachineDType) -> Option<Value> {
    let complex = matches!(value, Scalar::Complex64(..) | Scalar::Complex128(..));
    let (re, im) = match value {
        Scalar::Complex64(re, im) => (re.into(), im.into()),
        Scalar::Complex128(re, im) => (re, im),
        real => (float_of(real), 0.0),
    };
    match dtype {
        MachineDType::C64 => return Some(Value::Scalar(Scalar::Complex64(re as f32, im as f32))),
        MachineDType::C128 => return Some(Value::Scalar(Scalar::Complex128(re, im))),
        // Nothing real is declared of a complex number.
        _ if complex => return None,
        _ => {}
    }
    let float = re;
    let bits = match dtype {
        MachineDType::F64 => float.to_bits(),
        MachineDType::F32 => u64::from((float as f32).to_bits()),
        MachineDType::Bool => u64::from(float != 0.0),
        _ => {
            let int = int_of(value)?;
            (dtype.int_min()..=dtype.int_max()).contains(&int).then_some(int as u64)?
        }
    };
    let name = npc::DType::from_name(dtype.numpy_name())?;
    Scalar::from_le_bytes(name, &bits.to_le_bytes()).map(Value::Scalar)
}

fn int_of(value: Scalar) -> Option<i128> {
    Some(match value {
        Scalar::Bool(x) => x.into(),
        Scalar::Int8(x) => x.into(),
        Scalar::Int16(x) => x.into(),
        Scalar::Int32(x) => x.into(),
        Scalar::Int64(x) => x.into(),
        Scalar::UInt8(x) => x.into(),
        Scalar::UInt16(x) => x.into(),
        Scalar::UInt32(x) => x.into(),
        Scalar::UInt64(x) => x.into(),
        Scalar::Float32(x) => f64::from(x).is_finite().then_some(x as i128)?,
        Scalar::Float64(x) => x.is_finite().then_some(x as i128)?,
        Scalar::Complex64(..) | Scalar::Complex128(..) => return None,
    })
}

fn float_of(value: Scalar) -> f64 {
    match value {
        Scalar::Float32(x) => x.into(),
        Scalar::Float64(x) => x,
        other => int_of(other).unwrap_or(0) as f64,
    }
}

fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Done { outcome, .. } => outcome_text(outcome),
        Answer::Lost(why) => why.clone(),
    }
}

fn outcome_text(outcome: &Outcome) -> String {
    match &outcome.result {
        Ok(Ok(value)) => super::report::short(&value.repr()),
        Ok(Err(what)) => what.clone(),
        Err(raised) => {
            let line = raised.line.map(|line| format!(" (line {line})")).unwrap_or_default();
            format!("{}: {}{line}", raised.kind, raised.message)
        }
    }
}
