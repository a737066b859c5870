"""Rounding, square roots."""
import npc


@npc.ufunc("real")
def floor(x):
    """The largest integer not above x, element-wise; integers stay as they are.

    >>> np.floor(np.array([-1.5, 1.5]))
    array([-2.,  1.])
    """
    return npc.floor(x) if npc.is_float(npc.dtype(x)) else x


@npc.ufunc("real")
def ceil(x):
    """The smallest integer not below x, element-wise; integers stay as they are.

    >>> np.ceil(np.array([-1.5, 1.5]))
    array([-1.,  2.])
    """
    return npc.ceil(x) if npc.is_float(npc.dtype(x)) else x


@npc.ufunc("real")
def trunc(x):
    """The integer nearest to x on the way to 0, element-wise; integers stay as they are.

    >>> np.trunc(np.array([-1.5, 1.5]))
    array([-1.,  1.])
    """
    return npc.trunc(x) if npc.is_float(npc.dtype(x)) else x


@npc.ufunc("inexact")
def rint(x):
    """The nearest integer, ties to even, element-wise.

    >>> np.rint(np.array([0.5, 1.5]))
    array([0., 2.])
    """
    return npc.rint(x)


@npc.ufunc("arithmetic")
def _round_float(x):
    return npc.rint(x) if npc.is_float(npc.dtype(x)) or npc.is_complex(npc.dtype(x)) else x


def round(a, decimals=0, out=None):
    """Round to the nearest integer, ties to even.

    >>> np.round(np.array([0.5, 1.5]))
    array([0., 2.])
    """
    if npc.is_bool(npc.dtype(a)):
        npc.compile_error("np.round of bools gives float16, which is not supported yet", "write `.astype(np.float32)` before it")
    if decimals == 0:
        return _round_float(a, out=out)
    if npc.is_int(npc.dtype(a)):
        return _round_int(a, decimals, out)
    # As NumPy rounds: by a power of ten and back.
    power = npc.weak(_power_of_ten(decimals if decimals > 0 else -decimals))
    if decimals > 0:
        return divide(rint(multiply(a, power)), power, out=out)
    return multiply(rint(divide(a, power)), power, out=out)


def _round_int(a, decimals, out):
    if decimals > 0:
        return positive(a, out=out)
    power = npc.weak(npc.int64(_power_of_ten(-decimals)))
    # Through floats, as NumPy does.
    rounded = npc.as_type(multiply(rint(true_divide(a, power)), npc.weak(npc.float64(power))), npc.dtype(a))
    return rounded if out is None else _into(rounded, out)


def around(a, decimals=0, out=None):
    """Round to a number of decimals, ties to even.

    >>> np.around(np.array([0.25, 0.35]), 1)
    array([0.2, 0.4])
    """
    return round(a, decimals, out)


@npc.compiled
def _power_of_ten(n):
    power = 1.0
    for k in range(n):
        power = power * 10.0
    return power


@npc.ufunc("inexact")
def sqrt(x):
    """Non-negative square root, element-wise; NaN for negative values.

    >>> np.sqrt(np.array([4.0, 9.0]))
    array([2., 3.])
    """
    return npc.sqrt(x)


@npc.ufunc("true_divide")
def reciprocal(x):
    """1/x, element-wise.

    >>> np.reciprocal(np.array([4.0, 0.5]))
    array([0.25, 2.  ])
    """
    if npc.is_complex(npc.dtype(x)):
        return npc.kernel("reciprocal", x)
    return npc.cast(1, npc.dtype(x)) / x
