"""Python's module `cmath`: functions of complex numbers with CPython's exceptions, and the signs that it chose where C99
leaves them open."""
import npc

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")
infj = complex(0.0, float("inf"))
nanj = complex(0.0, float("nan"))


def _checked(z, w):
    """The result, unless it is beyond the range and the argument was not."""
    if isinf(w) and isfinite(z):
        raise OverflowError("math range error")
    return w


def phase(z, /):
    z = complex(z)
    return float(kernels.arctan2(z.imag, z.real))


def polar(z, /):
    z = complex(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    r = float(r)
    phi = float(phi)
    if phi == inf or phi == -inf:
        if r != 0.0 and r == r:
            raise ValueError("math domain error")
        return complex(0.0, 0.0) if r == 0.0 else complex(r, r)
    if phi == 0.0:
        if r - r != 0.0:
            return complex(r, -phi if r == -inf else phi)
        return complex(r, r * phi)
    if r == inf or r == -inf:
        if phi != phi:
            return complex(inf, nan)
        return complex(float(npc.copysign(r, r * kernels.cos(phi))), float(npc.copysign(r, r * kernels.sin(phi))))
    if r == 0.0 and phi != phi:
        return complex(0.0, 0.0)
    return complex(r * float(kernels.cos(phi)), r * float(kernels.sin(phi)))


def exp(z, /):
    z = complex(z)
    if (z.imag == inf or z.imag == -inf) and z.real != -inf and z.real == z.real:
        raise ValueError("math domain error")
    return _checked(z, complex(kernels.complex_exp(z)))


def log(z, base=None, /):
    w = _log(z)
    if base is None:
        return w
    divisor = _log(base)
    if divisor == 0:
        raise ValueError("math domain error")
    return w / divisor


def _log(z):
    z = complex(z)
    if z == 0:
        raise ValueError("math domain error")
    return complex(kernels.complex_log(z))


def log10(z, /):
    z = complex(z)
    if z == 0:
        raise ValueError("math domain error")
    return complex(kernels.complex_log10(z))


def sqrt(z, /):
    return complex(kernels.complex_sqrt(complex(z)))


def sin(z, /):
    z = complex(z)
    if (z.real == inf or z.real == -inf) and z.imag == z.imag:
        raise ValueError("math domain error")
    if z.real != z.real and (z.imag == inf or z.imag == -inf):
        return complex(nan, -inf)
    return _checked(z, complex(kernels.complex_sin(z)))


def cos(z, /):
    z = complex(z)
    if (z.real == inf or z.real == -inf) and z.imag == z.imag:
        raise ValueError("math domain error")
    return _checked(z, complex(kernels.complex_cos(z)))


def tan(z, /):
    z = complex(z)
    if (z.real == inf or z.real == -inf) and z.imag - z.imag == 0.0:
        raise ValueError("math domain error")
    if z.real != z.real and z.imag == 0.0:
        return complex(nan, nan)
    return complex(kernels.complex_tan(z))


def sinh(z, /):
    z = complex(z)
    if (z.imag == inf or z.imag == -inf) and z.real == z.real:
        raise ValueError("math domain error")
    return _checked(z, complex(kernels.complex_sinh(z)))


def cosh(z, /):
    z = complex(z)
    if (z.imag == inf or z.imag == -inf) and z.real == z.real:
        raise ValueError("math domain error")
    return _checked(z, complex(kernels.complex_cosh(z)))


def tanh(z, /):
    z = complex(z)
    if (z.imag == inf or z.imag == -inf) and z.real - z.real == 0.0:
        raise ValueError("math domain error")
    if z.real == 0.0 and z.imag != z.imag:
        return complex(nan, nan)
    return complex(kernels.complex_tanh(z))


def asin(z, /):
    z = complex(z)
    if (z.real == inf or z.real == -inf) and z.imag != z.imag:
        return complex(nan, -inf)
    return complex(kernels.complex_arcsin(z))


def acos(z, /):
    z = complex(z)
    if (z.real == inf or z.real == -inf) and z.imag != z.imag:
        return complex(nan, inf)
    return complex(kernels.complex_arccos(z))


def atan(z, /):
    z = complex(z)
    if z.real == 0.0 and (z.imag == 1.0 or z.imag == -1.0):
        raise ValueError("math domain error")
    return complex(kernels.complex_arctan(z))


def asinh(z, /):
    return complex(kernels.complex_arcsinh(complex(z)))


def acosh(z, /):
    z = complex(z)
    if z.real == 0.0 and z.imag != z.imag:
        return complex(nan, nan)
    return complex(kernels.complex_arccosh(z))


def atanh(z, /):
    z = complex(z)
    if z.imag == 0.0 and (z.real == 1.0 or z.real == -1.0):
        raise ValueError("math domain error")
    return complex(kernels.complex_arctanh(z))


def isfinite(z, /):
    z = complex(z)
    return z.real - z.real == 0.0 and z.imag - z.imag == 0.0


def isinf(z, /):
    z = complex(z)
    return z.real == inf or z.real == -inf or z.imag == inf or z.imag == -inf


def isnan(z, /):
    z = complex(z)
    return z.real != z.real or z.imag != z.imag


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a = complex(a)
    b = complex(b)
    rel_tol = float(rel_tol)
    abs_tol = float(abs_tol)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = _size(a - b)
    return distance <= rel_tol * _size(b) or distance <= rel_tol * _size(a) or distance <= abs_tol


def _size(z):
    return float(kernels.hypot(z.real, z.imag))
