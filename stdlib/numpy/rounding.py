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
    if decimals != 0:
        npc.compile_error("np.round with decimals is not supported yet")
    return _round_float(a, out=out)


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
