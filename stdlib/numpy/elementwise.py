"""More functions of elements, and other names for those that are there."""
import npc


@npc.ufunc("float")
def heaviside(x1, x2):
    """0 below zero, 1 above, the second operand at zero.

    >>> np.heaviside(np.array([-1.5, 0.0, 2.0]), 0.5)
    array([0. , 0.5, 1. ])
    """
    dtype = npc.dtype(x1)
    if x1 != x1:
        return x1
    return x2 if x1 == 0 else npc.cast(0, dtype) if x1 < 0 else npc.cast(1, dtype)


@npc.ufunc("float")
def logaddexp(x1, x2):
    """log(exp(x1) + exp(x2)), without overflow.

    >>> np.logaddexp(np.array([0.0]), -np.inf)
    array([0.])
    """
    if x1 == x2:
        return x1 + npc.cast(0.6931471805599453, npc.dtype(x1))
    difference = x1 - x2
    if difference > 0:
        return x1 + npc.kernel("log1p", npc.kernel("exp", -difference))
    if difference <= 0:
        return x2 + npc.kernel("log1p", npc.kernel("exp", difference))
    return difference


@npc.ufunc("integer")
def gcd(x1, x2):
    """The greatest common divisor.

    >>> np.gcd(np.array([12, 18]), 8)
    array([4, 2])
    """
    return _gcd(x1, x2)


@npc.compiled
def _gcd(x, y):
    a = npc.abs(x)
    b = npc.abs(y)
    while b != 0:
        rest = a % b
        a = b
        b = rest
    return a


@npc.ufunc("integer")
def lcm(x1, x2):
    """The least common multiple.

    >>> np.lcm(np.array([4, 6]), 10)
    array([20, 30])
    """
    divisor = _gcd(x1, x2)
    return npc.cast(0, npc.dtype(x1)) if divisor == 0 else npc.abs(x1 // divisor * x2)


def divmod(x1, x2):
    """Quotients and remainders of floor division.

    >>> np.divmod(np.array([7, -7]), 2)
    (array([ 3, -4]), array([1, 1]))
    """
    return floor_divide(x1, x2), remainder(x1, x2)


def modf(x):
    """Fractional and integral parts.

    >>> np.modf(np.array([1.5, -2.25]))
    (array([ 0.5 , -0.25]), array([ 1., -2.]))
    """
    return _fraction(x), trunc(_inexact(x))


@npc.ufunc("float")
def _fraction(x):
    if x == npc.highest(npc.dtype(x)) or x == npc.lowest(npc.dtype(x)):
        return npc.copysign(npc.cast(0, npc.dtype(x)), x)
    return npc.copysign(x - npc.trunc(x), x)


def fix(x, out=None):
    """Rounded towards zero.

    >>> np.fix(np.array([1.9, -1.9]))
    array([ 1., -1.])
    """
    return trunc(x, out=out)


def sinc(x):
    """sin(pi x) / (pi x), 1 at 0.

    >>> np.sinc(np.array([0.0]))
    array([1.])
    """
    x = 3.141592653589793 * (x if npc.is_scalar(x) else npc.asarray(x))
    y = _not_zero(x)
    return sin(y) / y


@npc.ufunc("float")
def _not_zero(x):
    small = npc.cast(1.1920929e-07, npc.dtype(x)) if npc.dtype(x) == npc.dtype(npc.float32(0)) else npc.cast(2.220446049250313e-16, npc.dtype(x))
    return small if x == 0 else x


@npc.ufunc("compare")
def isposinf(x):
    """True for positive infinity.

    >>> np.isposinf(np.array([np.inf, -np.inf]))
    array([ True, False])
    """
    return x == float("inf")


@npc.ufunc("compare")
def isneginf(x):
    """True for negative infinity.

    >>> np.isneginf(np.array([np.inf, -np.inf]))
    array([False,  True])
    """
    return x == float("-inf")


def select(condlist, choicelist, default=0):
    """For each element the choice of the first condition that holds.

    >>> np.select([np.array([True, False, False]), np.array([True, True, False])], [1, 2], 9)
    array([1, 2, 9])
    """
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    dtype = npc.result_type(*choicelist, default)
    result = npc.cast(default, dtype) if npc.is_scalar(default) else npc.as_type(npc.asarray(default), dtype)
    for k in npc.static_range(len(condlist)):
        at = len(condlist) - 1 - k
        result = where(condlist[at], choicelist[at], result)
    return npc.asarray(result)


def choose(a, choices, out=None, mode="raise"):
    """For each element the choice of its number.

    >>> np.choose(np.array([1, 0]), [np.array([10, 20]), np.array([30, 40])])
    array([30, 20])
    """
    a = npc.asarray(a)
    count = len(choices)
    if mode == "wrap":
        a = remainder(a, count)
    elif mode == "clip":
        a = clip(a, 0, count - 1)
    elif any(logical_or(a < 0, a >= count)):
        raise ValueError("invalid entry in choice array")
    result = choices[0]
    for k in npc.static_range(count):
        if k > 0:
            result = where(a == k, choices[k], result)
    return _into(npc.asarray(result), out)


def copyto(dst, src, casting="same_kind", where=True):
    """Copies values into an array, everywhere or where a mask is true.

    >>> a = np.zeros(3)
    >>> np.copyto(a, [1, 2, 3], where=np.array([True, False, True]))
    >>> a
    array([1., 0., 3.])
    """
    if where is True:
        dst[...] = src
    else:
        _where(npc.broadcast_to(where, dst.shape), src, dst, out=dst)


def iterable(y):
    """True for what can be iterated over.

    >>> np.iterable([1, 2])
    True
    """
    return not npc.is_scalar(y)


def isscalar(element):
    """True for numbers.

    >>> np.isscalar(3.5)
    True
    """
    return npc.is_scalar(element)


def result_type(*arrays_and_dtypes):
    """The dtype in which operands meet.

    >>> np.result_type(np.float32(1), np.int64(1)) == np.float64
    True
    """
    return npc.result_type(*arrays_and_dtypes)


def promote_types(type1, type2):
    """The dtype in which two dtypes meet.

    >>> np.promote_types(np.int8, np.uint8) == np.int16
    True
    """
    return npc.result_type(type1, type2)


acos = arccos
asin = arcsin
atan = arctan
atan2 = arctan2
acosh = arccosh
asinh = arcsinh
atanh = arctanh
pow = power
bitwise_invert = invert
bitwise_left_shift = left_shift
bitwise_right_shift = right_shift
deg2rad = radians
rad2deg = degrees
concat = concatenate
asanyarray = asarray
