"""Python's module `math`: real functions of floats with CPython's exceptions."""
import npc

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def sqrt(x, /):
    x = float(x)
    if x < 0.0:
        raise ValueError("math domain error")
    return float(npc.sqrt(x))


def exp(x, /):
    x = float(x)
    y = float(kernels.exp(x))
    if y == inf and x != inf:
        raise OverflowError("math range error")
    return y


def expm1(x, /):
    x = float(x)
    y = float(kernels.expm1(x))
    if y == inf and x != inf:
        raise OverflowError("math range error")
    return y


def log(x, base=None, /):
    if base is None:
        return _log(x)
    divisor = _log(base)
    return _log(x) / divisor


def _log(x):
    x = float(x)
    if x <= 0.0:
        raise ValueError("math domain error")
    return float(kernels.log(x))


def log2(x, /):
    x = float(x)
    if x <= 0.0:
        raise ValueError("math domain error")
    return float(kernels.log2(x))


def log10(x, /):
    x = float(x)
    if x <= 0.0:
        raise ValueError("math domain error")
    return float(kernels.log10(x))


def log1p(x, /):
    x = float(x)
    if x <= -1.0:
        raise ValueError("math domain error")
    return float(kernels.log1p(x))


def sin(x, /):
    return float(kernels.sin(_finite(x)))


def cos(x, /):
    return float(kernels.cos(_finite(x)))


def tan(x, /):
    return float(kernels.tan(_finite(x)))


def _finite(x):
    x = float(x)
    if x == inf or x == -inf:
        raise ValueError("math domain error")
    return x


def asin(x, /):
    return float(kernels.arcsin(_unit(x)))


def acos(x, /):
    return float(kernels.arccos(_unit(x)))


def _unit(x):
    x = float(x)
    if x < -1.0 or x > 1.0:
        raise ValueError("math domain error")
    return x


def atan(x, /):
    return float(kernels.arctan(float(x)))


def atan2(y, x, /):
    return float(kernels.arctan2(float(y), float(x)))


def sinh(x, /):
    x = float(x)
    y = float(kernels.sinh(x))
    if (y == inf or y == -inf) and x != inf and x != -inf:
        raise OverflowError("math range error")
    return y


def cosh(x, /):
    x = float(x)
    y = float(kernels.cosh(x))
    if y == inf and x != inf and x != -inf:
        raise OverflowError("math range error")
    return y


def tanh(x, /):
    return float(kernels.tanh(float(x)))


def asinh(x, /):
    return float(kernels.arcsinh(float(x)))


def acosh(x, /):
    x = float(x)
    if x < 1.0:
        raise ValueError("math domain error")
    return float(kernels.arccosh(x))


def atanh(x, /):
    x = float(x)
    if x <= -1.0 or x >= 1.0:
        raise ValueError("math domain error")
    return float(kernels.arctanh(x))


def cbrt(x, /):
    return float(kernels.cbrt(float(x)))


def erf(x, /):
    return float(kernels.erf(float(x)))


def erfc(x, /):
    return float(kernels.erfc(float(x)))


def hypot(x, y, /):
    return float(kernels.hypot(float(x), float(y)))


def pow(x, y, /):
    x = float(x)
    y = float(y)
    z = float(kernels.pow(x, y))
    if z != z and x == x and y == y:
        raise ValueError("math domain error")
    if (z == inf or z == -inf) and x != inf and x != -inf and y != inf and y != -inf:
        if x == 0.0:
            raise ValueError("math domain error")
        raise OverflowError("math range error")
    return z


def fmod(x, y, /):
    x = float(x)
    y = float(y)
    if y == 0.0 and x == x or (x == inf or x == -inf) and y == y:
        raise ValueError("math domain error")
    return float(kernels.fmod(x, y))


def fabs(x, /):
    return abs(float(x))


def floor(x, /):
    return int(npc.floor(float(x))) if npc.is_float(npc.dtype(x)) else int(x)


def ceil(x, /):
    return int(npc.ceil(float(x))) if npc.is_float(npc.dtype(x)) else int(x)


def trunc(x, /):
    return int(x)


def copysign(x, y, /):
    return float(npc.copysign(float(x), float(y)))


def isnan(x, /):
    x = float(x)
    return x != x


def isinf(x, /):
    x = float(x)
    return x == inf or x == -inf


def isfinite(x, /):
    x = float(x)
    return x - x == 0.0


def degrees(x, /):
    return float(x) * (180.0 / pi)


def radians(x, /):
    return float(x) * (pi / 180.0)


def gcd(a, b, /):
    return int(_gcd(npc.int64(a), npc.int64(b)))


@npc.compiled
def _gcd(a, b):
    if a < 0:
        a = -a
    if b < 0:
        b = -b
    while b != 0:
        rest = a % b
        a = b
        b = rest
    return a


def factorial(n, /):
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    return int(_factorial(npc.int64(n)))


@npc.compiled
def _factorial(n):
    result = npc.int64(1)
    for k in range(2, n + 1):
        result = npc.checked_mul(result, k)
    return result
