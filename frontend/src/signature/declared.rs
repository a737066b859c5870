//! What a declaration says of a parameter or result: a type, or less than that.

use crate::value::Ty;
use npc_midend::types::{ArrayType, DType, Layout};

/// What is declared of one parameter or result.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Declared {
    /// Nothing; another declaration of the function may know.
    Unknown,
    /// A type.
    Ty(Ty),
    /// An array of any number of axes: `npt.NDArray[np.float64]`.
    AnyRank(DType),
    /// An array with what is said of its extents, in any memory order unless another declaration says more:
    /// `Float64[np.ndarray, "n 3"]`.
    Shaped(ArrayType, Vec<Dim>),
    /// One of several: `Optional[float]`, `int | None`, Pythran's `or`.
    Union(Vec<Declared>),
}

/// What is said of an extent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Dim {
    Any,
    Fixed(i64),
    /// The same wherever the name stands.
    Named(String),
}

impl Declared {
    /// `None`.
    pub(super) const NONE: Declared = Declared::Ty(Ty::None);

    /// Either of two declarations, without repetition.
    pub(super) fn or(self, other: Declared) -> Declared {
        let mut all = self.members();
        for member in other.members() {
            if !all.contains(&member) {
                all.push(member);
            }
        }
        if all.len() == 1 { all.remove(0) } else { Declared::Union(all) }
    }

    /// The alternatives of a union; itself otherwise.
    pub(super) fn members(self) -> Vec<Declared> {
        match self {
            Declared::Union(members) => members,
            other => vec![other],
        }
    }

    /// The type, if that is known.
    pub fn ty(&self) -> Option<Ty> {
        match self {
            Declared::Ty(ty) => Some(ty.clone()),
            Declared::Shaped(array, _) => Some(Ty::Array(*array)),
            _ => None,
        }
    }

    /// An array in any memory order.
    pub(super) fn shaped(dtype: DType, dims: Vec<Dim>) -> Declared {
        Declared::Shaped(ArrayType::new(dtype, dims.len() as u8, Layout::ANY), dims)
    }

    /// What two declarations of one thing say together; `None` if they disagree.
    pub fn meet(&self, other: &Declared) -> Option<Declared> {
        use Declared::{AnyRank, Shaped, Union, Unknown};
        match (self, other) {
            (a, b) if a == b => Some(a.clone()),
            (Unknown, known) | (known, Unknown) => Some(known.clone()),
            (Union(members), other) | (other, Union(members)) => meet_union(members, other),
            (AnyRank(dtype), known @ (Shaped(..) | Declared::Ty(Ty::Array(_))))
            | (known @ (Shaped(..) | Declared::Ty(Ty::Array(_))), AnyRank(dtype)) => {
                (array_dtype(known) == Some(*dtype)).then(|| known.clone())
            }
            (Shaped(_, dims), Declared::Ty(Ty::Array(array))) | (Declared::Ty(Ty::Array(array)), Shaped(_, dims)) => {
                let same = array_dtype(self) == array_dtype(other) && dims.len() == usize::from(array.rank);
                same.then(|| if says_nothing(dims) { Declared::Ty(Ty::Array(*array)) } else { Shaped(*array, dims.clone()) })
            }
            (Shaped(a, dims), Shaped(b, others)) if a == b && dims.len() == others.len() => Some(if says_nothing(dims) {
                other.clone()
            } else if says_nothing(others) {
                self.clone()
            } else {
                return None;
            }),
            (Declared::Ty(a), Declared::Ty(b)) => meet_types(a, b).map(Declared::Ty),
            _ => None,
        }
    }
}

fn says_nothing(dims: &[Dim]) -> bool {
    dims.iter().all(|dim| *dim == Dim::Any)
}

fn array_dtype(declared: &Declared) -> Option<DType> {
    match declared {
        Declared::Shaped(array, _) => Some(array.dtype),
        Declared::Ty(Ty::Array(array)) => Some(array.dtype),
        _ => None,
    }
}

/// A union and something else: the alternatives on which both agree.
fn meet_union(members: &[Declared], other: &Declared) -> Option<Declared> {
    let others = other.clone().members();
    let met = members.iter().flat_map(|member| others.iter().filter_map(|other| member.meet(other)));
    met.reduce(Declared::or)
}

/// Python's `int`, `float` and `bool` go with NumPy's scalar of 64 bits, which then holds: type checkers need the one,
/// Numba the other.
fn meet_types(a: &Ty, b: &Ty) -> Option<Ty> {
    match (a, b) {
        (Ty::Scalar { dtype: x, weak: true }, strong @ Ty::Scalar { dtype: y, weak: false })
        | (strong @ Ty::Scalar { dtype: y, weak: false }, Ty::Scalar { dtype: x, weak: true })
            if x == y =>
        {
            Some(strong.clone())
        }
        (Ty::Tuple(xs), Ty::Tuple(ys)) if xs.len() == ys.len() => xs
            .iter()
            .zip(ys)
            .map(|(x, y)| if x == y { Some(x.clone()) } else { meet_types(x, y) })
            .collect::<Option<_>>()
            .map(Ty::Tuple),
        _ => None,
    }
}
