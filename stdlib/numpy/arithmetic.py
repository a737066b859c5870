"""Arithmetic ufuncs."""
import npc


@npc.ufunc("arithmetic")
def add(x1, x2):
    """Add arguments element-wise.

    >>> np.add(np.array([1, 2]), 3)
    array([4, 5])
    """
    return x1 + x2


@npc.ufunc("arithmetic")
def subtract(x1, x2):
    """Subtract arguments element-wise.

    >>> np.subtract(np.array([5, 2]), 3)
    array([ 2, -1])
    """
    return x1 - x2


@npc.ufunc("arithmetic")
def multiply(x1, x2):
    """Multiply arguments element-wise.

    >>> np.multiply(np.array([5, 2]), 3)
    array([15,  6])
    """
    return x1 * x2


@npc.ufunc("true_divide")
def true_divide(x1, x2):
    """Divide arguments element-wise; integers give float64.

    >>> np.true_divide(np.array([1, 3]), 2)
    array([0.5, 1.5])
    """
    return x1 / x2


@npc.ufunc("true_divide")
def divide(x1, x2):
    """Divide arguments element-wise; integers give float64.

    >>> np.divide(np.array([1, 3]), 2)
    array([0.5, 1.5])
    """
    return x1 / x2


@npc.ufunc("integer")
def floor_divide(x1, x2):
    """The largest integer not above the quotient; an integer divided by 0 is 0.

    >>> np.floor_divide(np.array([-7, 7]), 2)
    array([-4,  3])
    """
    return x1 // x2


@npc.ufunc("integer")
def remainder(x1, x2):
    """Element-wise remainder with the sign of the divisor.

    >>> np.remainder(np.array([-7, 7]), 4)
    array([1, 3])
    """
    return x1 % x2


@npc.ufunc("integer")
def mod(x1, x2):
    """Element-wise remainder with the sign of the divisor.

    >>> np.mod(np.array([-7, 7]), 4)
    array([1, 3])
    """
    return x1 % x2


@npc.ufunc("integer")
def fmod(x1, x2):
    """Element-wise remainder with the sign of the dividend, as C's.

    >>> np.fmod(np.array([-7, 7]), 4)
    array([-3,  3])
    """
    if npc.is_float(npc.dtype(x1)):
        return npc.kernel("fmod", x1, x2)
    return npc.truncated_remainder(x1, x2)


@npc.ufunc("power")
def power(x1, x2):
    """First operand raised to the second, element-wise; integers to negative integers raise ValueError.

    >>> np.power(np.array([2, 3]), 2)
    array([4, 9])
    """
    return x1**x2


@npc.ufunc("arithmetic")
def negative(x):
    """Numerical negative, element-wise.

    >>> np.negative(np.array([1, -1]))
    array([-1,  1])
    """
    return -x


@npc.ufunc("arithmetic")
def positive(x):
    """The argument, element-wise.

    >>> np.positive(np.array([1, -1]))
    array([ 1, -1])
    """
    return +x


@npc.ufunc("arithmetic")
def absolute(x):
    """Absolute value, element-wise.

    >>> np.absolute(np.array([-1.5, 2.0]))
    array([1.5, 2. ])
    """
    return x if npc.is_bool(npc.dtype(x)) else npc.abs(x)


abs = absolute


@npc.ufunc("float")
def fabs(x):
    """Absolute value as a float, element-wise.

    >>> np.fabs(np.array([-1.5, 2.0]))
    array([1.5, 2. ])
    """
    return npc.abs(x)


@npc.ufunc("arithmetic")
def square(x):
    """Element-wise square.

    >>> np.square(np.array([-1.5, 2.0]))
    array([2.25, 4.  ])
    """
    return x * x


@npc.ufunc("arithmetic")
def sign(x):
    """-1, 0 or 1 by the sign; NaN stays NaN.

    >>> np.sign(np.array([-1.5, 0.0, 2.0]))
    array([-1.,  0.,  1.])
    """
    dtype = npc.dtype(x)
    if npc.is_complex(dtype):
        return npc.kernel("sign", x)
    zero = npc.cast(0, dtype)
    one = npc.cast(1, dtype)
    if npc.is_float(dtype):
        return one if x > zero else (-one if x < zero else (zero if x == zero else x))
    if npc.is_signed(dtype):
        return one if x > zero else (-one if x < zero else zero)
    return one if x > zero else zero


@npc.ufunc("arithmetic")
def minimum(x1, x2):
    """Element-wise minimum; NaN if either is.

    >>> np.minimum(np.array([1.0, np.nan]), 2.0)
    array([ 1., nan])
    """
    return npc.minimum(x1, x2)


@npc.ufunc("arithmetic")
def maximum(x1, x2):
    """Element-wise maximum; NaN if either is.

    >>> np.maximum(np.array([1.0, np.nan]), 2.0)
    array([ 2., nan])
    """
    return npc.maximum(x1, x2)


@npc.ufunc("arithmetic")
def fmin(x1, x2):
    """Element-wise minimum that ignores NaN where it can.

    >>> np.fmin(np.array([1.0, np.nan]), 2.0)
    array([1., 2.])
    """
    if npc.is_float(npc.dtype(x1)) or npc.is_complex(npc.dtype(x1)):
        return x1 if x2 != x2 else (x2 if x1 != x1 else npc.minimum(x1, x2))
    return npc.minimum(x1, x2)


@npc.ufunc("arithmetic")
def fmax(x1, x2):
    """Element-wise maximum that ignores NaN where it can.

    >>> np.fmax(np.array([1.0, np.nan]), 2.0)
    array([2., 2.])
    """
    if npc.is_float(npc.dtype(x1)) or npc.is_complex(npc.dtype(x1)):
        return x1 if x2 != x2 else (x2 if x1 != x1 else npc.maximum(x1, x2))
    return npc.maximum(x1, x2)


def clip(a, a_min=None, a_max=None, out=None, *, min=None, max=None):
    """Limit the values to an interval.

    >>> np.clip(np.array([1, 5, 9]), 2, 7)
    array([2, 5, 7])
    """
    low = min if a_min is None else a_min
    high = max if a_max is None else a_max
    if low is None and high is None:
        return positive(a, out=out)
    if low is None:
        return minimum(a, high, out=out)
    if high is None:
        return maximum(a, low, out=out)
    return _clip(a, low, high, out=out)


def _method_clip(a, min=None, max=None, out=None):
    return clip(a, min, max, out)


@npc.ufunc("arithmetic")
def _clip(x, low, high):
    return npc.minimum(npc.maximum(x, low), high)


@npc.ufunc("bits")
def bitwise_and(x1, x2):
    """Bitwise and, element-wise.

    >>> np.bitwise_and(np.array([6, 5]), 3)
    array([2, 1])
    """
    return x1 & x2


@npc.ufunc("bits")
def bitwise_or(x1, x2):
    """Bitwise or, element-wise.

    >>> np.bitwise_or(np.array([6, 5]), 3)
    array([7, 7])
    """
    return x1 | x2


@npc.ufunc("bits")
def bitwise_xor(x1, x2):
    """Bitwise exclusive or, element-wise.

    >>> np.bitwise_xor(np.array([6, 5]), 3)
    array([5, 6])
    """
    return x1 ^ x2


@npc.ufunc("bits")
def invert(x):
    """Bitwise complement, element-wise; logical for bools.

    >>> np.invert(np.array([0, 1]))
    array([-1, -2])
    """
    return ~x


@npc.ufunc("bits")
def bitwise_not(x):
    """Bitwise complement, element-wise; logical for bools.

    >>> np.bitwise_not(np.array([0, 1]))
    array([-1, -2])
    """
    return ~x


@npc.ufunc("shift")
def left_shift(x1, x2):
    """Shift bits to the left; counts beyond the width give 0.

    >>> np.left_shift(np.array([1, 2]), 3)
    array([ 8, 16])
    """
    return x1 << x2


@npc.ufunc("shift")
def right_shift(x1, x2):
    """Shift bits to the right; counts beyond the width give 0 or the sign.

    >>> np.right_shift(np.array([16, -16]), 2)
    array([ 4, -4])
    """
    return x1 >> x2
