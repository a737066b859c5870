"""Comparisons and logic."""
import npc


@npc.ufunc("compare")
def equal(x1, x2):
    """x1 == x2, element-wise.

    >>> np.equal(np.array([1, 2]), 2)
    array([False,  True])
    """
    return x1 == x2


@npc.ufunc("compare")
def not_equal(x1, x2):
    """x1 != x2, element-wise.

    >>> np.not_equal(np.array([1, 2]), 2)
    array([ True, False])
    """
    return x1 != x2


@npc.ufunc("compare")
def less(x1, x2):
    """x1 < x2, element-wise.

    >>> np.less(np.array([1, 2]), 2)
    array([ True, False])
    """
    return x1 < x2


@npc.ufunc("compare")
def less_equal(x1, x2):
    """x1 <= x2, element-wise.

    >>> np.less_equal(np.array([1, 2, 3]), 2)
    array([ True,  True, False])
    """
    return x1 <= x2


@npc.ufunc("compare")
def greater(x1, x2):
    """x1 > x2, element-wise.

    >>> np.greater(np.array([1, 2, 3]), 2)
    array([False, False,  True])
    """
    return x1 > x2


@npc.ufunc("compare")
def greater_equal(x1, x2):
    """x1 >= x2, element-wise.

    >>> np.greater_equal(np.array([1, 2, 3]), 2)
    array([False,  True,  True])
    """
    return x1 >= x2


@npc.ufunc("logical")
def logical_and(x1, x2):
    """Truth of x1 and x2, element-wise.

    >>> np.logical_and(np.array([0, 2]), 3)
    array([False,  True])
    """
    return x1 & x2


@npc.ufunc("logical")
def logical_or(x1, x2):
    """Truth of x1 or x2, element-wise.

    >>> np.logical_or(np.array([0, 2]), 0)
    array([False,  True])
    """
    return x1 | x2


@npc.ufunc("logical")
def logical_xor(x1, x2):
    """Truth of exactly one of x1 and x2, element-wise.

    >>> np.logical_xor(np.array([0, 2]), 0)
    array([False,  True])
    """
    return x1 ^ x2


@npc.ufunc("logical")
def logical_not(x):
    """Truth of not x, element-wise.

    >>> np.logical_not(np.array([0, 2]))
    array([ True, False])
    """
    return ~x


@npc.ufunc("compare")
def isnan(x):
    """True where the value is NaN.

    >>> np.isnan(np.array([1.0, np.nan]))
    array([False,  True])
    """
    return x != x


@npc.ufunc("compare")
def isinf(x):
    """True where the value is positive or negative infinity.

    >>> np.isinf(np.array([1.0, -np.inf]))
    array([False,  True])
    """
    if npc.is_complex(npc.dtype(x)):
        top = npc.highest(npc.dtype(x.real))
        return (npc.abs(x.real) == top) | (npc.abs(x.imag) == top)
    if npc.is_float(npc.dtype(x)):
        return npc.abs(x) == npc.highest(npc.dtype(x))
    return x != x


@npc.ufunc("compare")
def isfinite(x):
    """True where the value is neither infinite nor NaN.

    >>> np.isfinite(np.array([1.0, -np.inf]))
    array([ True, False])
    """
    if npc.is_complex(npc.dtype(x)):
        top = npc.highest(npc.dtype(x.real))
        return (npc.abs(x.real) < top) & (npc.abs(x.imag) < top)
    if npc.is_float(npc.dtype(x)):
        return npc.abs(x) < npc.highest(npc.dtype(x))
    return x == x


@npc.ufunc("float")
def signbit(x):
    """True where the sign bit is set.

    >>> np.signbit(np.array([1.0, -0.0]))
    array([False,  True])
    """
    one = npc.cast(1, npc.dtype(x))
    return npc.copysign(one, x) < 0


@npc.ufunc("float")
def copysign(x1, x2):
    """The magnitude of x1 with the sign of x2.

    >>> np.copysign(np.array([1.0, 2.0]), -0.0)
    array([-1., -2.])
    """
    return npc.copysign(x1, x2)


@npc.ufunc("where")
def _where(condition, x, y):
    return x if condition else y


def where(condition, x=None, y=None, /):
    """Elements of x where the condition holds, of y elsewhere.

    >>> np.where(np.array([True, False]), 1, 2)
    array([1, 2])
    """
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        npc.compile_error("np.where takes one argument, or three")
    return npc.asarray(_where(condition, x, y))
