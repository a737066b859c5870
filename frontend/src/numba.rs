//! `--numba`: places where Numba's answer differs from NumPy's, which is npc's. One table of rules, each decided from the
//! values that an operation has; the differences were measured with Numba's nopython mode and its default options.

use crate::cx::Cx;
use crate::value::{Callable, Scalar, Val};
use npc_base::{Code, Diagnostic};
use npc_midend::ir::Op;
use npc_midend::types::DType;
use ruff_python_ast::Operator;

/// What the user's code does at a place.
pub(crate) enum Seen<'v> {
    /// `a op b`
    Binary(Operator, &'v Val, &'v Val),
    /// `a op= b`
    InPlace(Operator, &'v Val, &'v Val),
    /// `f(…)`: the name of a function of NumPy's, and its arguments.
    Call(&'v str, &'v [Val]),
    /// `np.int8(x)`, `int(x)`: dtype, whether it is Python's own type, and the arguments.
    Convert(DType, bool, &'v [Val]),
    /// `a[i]`
    Index(&'v Val, &'v Val),
    /// `a[i] = value`
    Store(&'v Val, &'v Val),
}

/// One difference.
struct Rule {
    /// True where it shows.
    holds: fn(&Cx<'_>, &Seen<'_>) -> bool,
    /// What Numba does: the sentence of the finding.
    numba: &'static str,
    /// What NumPy and npc do.
    numpy: &'static str,
    /// Told of the first place in each function only.
    once: bool,
}

/// All of them.
const RULES: &[Rule] = &[
    Rule {
        holds: |cx, seen| arithmetic(cx, seen).is_some_and(|(a, b)| a.is_small_int() && b.is_python(DType::I64) && a.array),
        numba: "Numba widens this array to int64, as the Python int has that type there",
        numpy: "NumPy and npc keep the array's dtype, and wrap around",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let small = |x: Kind| !x.array && !x.weak && (x.is_small_int() || x.dtype == DType::Bool);
            arithmetic(cx, seen).is_some_and(|(a, b)| small(a) && (small(b) || b.is_python(DType::I64)))
        },
        numba: "Numba computes this in int64, whatever the dtypes of the two numbers",
        numpy: "NumPy and npc keep their dtype, and wrap around",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let python = |x: Kind| x.is_python(DType::F64) || x.is_python(DType::I64);
            arithmetic(cx, seen).is_some_and(|(a, b)| a.dtype == DType::F32 && !a.weak && python(b))
        },
        numba: "Numba computes this in float64, as Python numbers have 64 bits there",
        numpy: "NumPy and npc keep float32",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let Some((a, b)) = operands(cx, seen, &[Operator::Div]) else { return false };
            let tiny = |x: Kind| x.dtype.is_int() && x.dtype.itemsize() <= 2;
            let mixed = |x: Kind, y: Kind| x.dtype == DType::F32 && y.dtype.is_int() && y.dtype.itemsize() == 4;
            (a.array || b.array) && !a.weak && !b.weak && (tiny(a) && tiny(b) || mixed(a, b) || mixed(b, a))
        },
        numba: "Numba divides these arrays in float32",
        numpy: "NumPy and npc divide them in float64",
        once: false,
    },
    Rule {
        holds: |cx, seen| matches!(seen, Seen::InPlace(_, Val::Array(a), Val::Array(b)) if a != b && cx.share_base(*a, *b)),
        numba: "Numba reads elements here that this statement has changed already",
        numpy: "NumPy and npc read all of the right side before they change anything",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            operands(cx, seen, &[Operator::FloorDiv]).is_some_and(|(a, b)| {
                (a.array || b.array) && a.dtype.is_signed_int() && b.dtype.is_signed_int() && !cx.is_known(seen)
            })
        },
        numba: "Numba gives 0 for the smallest integer divided by -1",
        numpy: "NumPy and npc give the smallest integer",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let Seen::Binary(Operator::Pow, a, b) = seen else { return false };
            let (Some(base), Some(exponent)) = (kind(cx, a), kind(cx, b)) else { return false };
            let whole = base.dtype.is_int() && !base.weak && exponent.dtype.is_signed_int();
            whole && known_int(cx, b).is_none_or(|n| n < 0)
        },
        numba: "Numba gives 0 if this exponent is negative",
        numpy: "NumPy and npc raise ValueError: integers to negative integer powers are not allowed",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let (Seen::Binary(op, a, b) | Seen::InPlace(op, a, b)) = seen else { return false };
            let (Some(base), Some(_)) = (kind(cx, a), kind(cx, b)) else { return false };
            let bits = i64::from(base.dtype.itemsize()) * 8;
            matches!(op, Operator::LShift | Operator::RShift) && !known_int(cx, b).is_some_and(|n| (0..bits).contains(&n))
        },
        numba: "Numba shifts by the count modulo 64",
        numpy: "NumPy and npc shift everything out; Python's ints raise where the result does not fit",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let divides = [Operator::Div, Operator::FloorDiv, Operator::Mod];
            let Some((a, b)) = operands(cx, seen, &divides) else { return false };
            !a.array && !b.array && (!a.weak || !b.weak) && !cx.is_known(seen)
        },
        numba: "Numba raises ZeroDivisionError if this divisor is 0",
        numpy: "for NumPy's numbers, NumPy and npc give inf or nan, and 0 for integers",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let wraps = [Operator::Add, Operator::Sub, Operator::Mult, Operator::Pow];
            operands(cx, seen, &wraps).is_some_and(|(a, b)| a.is_python(DType::I64) && b.is_python(DType::I64))
                && !both_known(cx, seen)
        },
        numba: "Numba wraps around where a Python int leaves 64 bits",
        numpy: "Python goes on; npc raises OverflowError, or wraps with `--int wrap`",
        once: true,
    },
    Rule {
        holds: |cx, seen| matches!(seen, Seen::Call("fmod", args) if args.iter().any(|arg| kind(cx, arg).is_some_and(Kind::is_int))),
        numba: "Numba's `fmod` of integers ignores negative divisors: `np.fmod(7, -2)` is 7",
        numpy: "NumPy and npc give the remainder with the sign of the dividend: 1",
        once: false,
    },
    Rule {
        holds: |cx, seen| matches!(seen, Seen::Call("sign", args) if args.iter().any(|arg| kind(cx, arg).is_some_and(Kind::is_float))),
        numba: "Numba's `sign` of -0.0 is -0.0",
        numpy: "NumPy and npc give 0.0",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let first = |args: &[Val]| args.first().and_then(|arg| kind(cx, arg));
            matches!(seen, Seen::Call("sum" | "mean" | "var" | "std", args) if first(args).is_some_and(|x| x.array && x.dtype == DType::F32))
        },
        numba: "Numba adds float32 elements one after the other: a sum of a million is off in its third digit",
        numpy: "NumPy and npc add in pairs, and lose next to nothing",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let Seen::Convert(dtype, weak, [arg]) = seen else { return false };
            let small = dtype.is_int() && (!weak && *dtype != DType::I64);
            small && kind(cx, arg).is_some_and(|x| x.is_python(DType::I64)) && !fits(cx, arg, *dtype)
        },
        numba: "Numba wraps a Python int that does not fit",
        numpy: "NumPy and npc raise OverflowError",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let Seen::Store(array, value) = seen else { return false };
            let (Some(array), Some(stored)) = (kind(cx, array), kind(cx, value)) else { return false };
            let small = array.array && array.dtype.is_int() && array.dtype != DType::I64;
            small && stored.is_python(DType::I64) && !fits(cx, value, array.dtype)
        },
        numba: "Numba wraps a Python int that does not fit the array's dtype",
        numpy: "NumPy and npc raise OverflowError",
        once: false,
    },
    Rule {
        holds: |cx, seen| matches!(seen, Seen::Convert(DType::I64, true, [arg]) if kind(cx, arg).is_some_and(|x| !x.array && x.is_float())),
        numba: "Numba converts nan and inf to -2**63",
        numpy: "Python and npc raise ValueError and OverflowError",
        once: false,
    },
    Rule {
        holds: |cx, seen| {
            let Seen::Index(Val::Array(_), index) = seen else { return false };
            let parts = match index {
                Val::Tuple(parts) => &parts[..],
                one => std::slice::from_ref(*one),
            };
            parts.iter().any(|part| kind(cx, part).is_some_and(|part| part.dtype.is_int()))
        },
        numba: "Numba does not check indices: one that is out of bounds reads or overwrites other memory",
        numpy: "NumPy and npc raise IndexError",
        once: true,
    },
];

/// The type of an operand that is a number or an array.
#[derive(Clone, Copy)]
struct Kind {
    dtype: DType,
    weak: bool,
    array: bool,
}

impl Kind {
    fn is_int(self) -> bool {
        self.dtype.is_int()
    }

    fn is_float(self) -> bool {
        self.dtype.is_float()
    }

    fn is_small_int(self) -> bool {
        self.is_int() && !self.weak && self.dtype.itemsize() < 8
    }

    fn is_python(self, dtype: DType) -> bool {
        self.weak && self.dtype == dtype
    }
}

fn kind(cx: &Cx<'_>, val: &Val) -> Option<Kind> {
    match val {
        Val::Scalar(Scalar { dtype, weak, .. }) => Some(Kind { dtype: *dtype, weak: *weak, array: false }),
        Val::Array(array) => Some(Kind { dtype: cx.array_type(*array).dtype, weak: false, array: true }),
        _ => None,
    }
}

/// The operands of one of these operators. In-place ones keep the dtype of their target.
fn operands(cx: &Cx<'_>, seen: &Seen<'_>, ops: &[Operator]) -> Option<(Kind, Kind)> {
    match seen {
        Seen::Binary(op, a, b) if ops.contains(op) => Some((kind(cx, a)?, kind(cx, b)?)),
        Seen::InPlace(op, a, b) if ops.contains(op) => {
            let target = kind(cx, a)?;
            if target.array { None } else { Some((target, kind(cx, b)?)) }
        }
        _ => None,
    }
}

/// Operands of an operator whose result has the dtype of its operands: the one of NumPy's type first.
fn arithmetic(cx: &Cx<'_>, seen: &Seen<'_>) -> Option<(Kind, Kind)> {
    use Operator::{Add, FloorDiv, Mod, Mult, Pow, Sub};
    let (a, b) = operands(cx, seen, &[Add, Sub, Mult, FloorDiv, Mod, Pow])?;
    Some(if a.weak { (b, a) } else { (a, b) })
}

fn known_int(cx: &Cx<'_>, val: &Val) -> Option<i64> {
    match val {
        Val::Scalar(scalar) if scalar.dtype.is_int() => cx.const_int(scalar.value),
        _ => None,
    }
}

fn both_known(cx: &Cx<'_>, seen: &Seen<'_>) -> bool {
    match seen {
        Seen::Binary(_, a, b) | Seen::InPlace(_, a, b) => known_int(cx, a).is_some() && known_int(cx, b).is_some(),
        _ => false,
    }
}

fn fits(cx: &Cx<'_>, val: &Val, dtype: DType) -> bool {
    known_int(cx, val).is_some_and(|n| (dtype.int_min()..=dtype.int_max()).contains(&i128::from(n)))
}

impl Cx<'_> {
    /// Notes every difference that this place has, if they are asked for.
    pub fn compare_with_numba(&mut self, seen: &Seen<'_>) {
        if !self.options.numba || !self.in_user_code() {
            return;
        }
        for rule in RULES {
            if !(rule.holds)(self, seen) {
                continue;
            }
            let here = self.here(Diagnostic::warning(Code::NumbaDiffers, rule.numba), "");
            let told = |known: &(String, Diagnostic)| known.0 == self.f.user_name && known.1.message == rule.numba;
            if !(rule.once && self.numba.iter().any(told)) {
                self.numba.push((self.f.user_name.clone(), here.note(rule.numpy)));
            }
        }
    }

    /// The same for a call.
    pub fn compare_call_with_numba(&mut self, callee: &Val, args: &[Val]) {
        match callee {
            Val::Type(dtype, weak) => self.compare_with_numba(&Seen::Convert(*dtype, *weak, args)),
            Val::Callable(Callable::Library(func)) => self.compare_with_numba(&Seen::Call(func.name, args)),
            Val::Callable(Callable::Method(receiver, method)) => {
                if let Callable::Library(func) = &**method {
                    let name = func.name.trim_start_matches("_method_");
                    let all: Vec<Val> = std::iter::once((**receiver).clone()).chain(args.iter().cloned()).collect();
                    self.compare_with_numba(&Seen::Call(name, &all));
                }
            }
            _ => {}
        }
    }

    /// True if the right operand is known and neither 0 nor -1.
    fn is_known(&self, seen: &Seen<'_>) -> bool {
        let (Seen::Binary(_, _, Val::Scalar(b)) | Seen::InPlace(_, _, Val::Scalar(b))) = seen else { return false };
        match self.f.func.def_op(b.value) {
            Some(Op::Const(0)) => false,
            Some(Op::Const(_)) => self.const_int(b.value) != Some(-1),
            _ => false,
        }
    }
}
