import npc
from .pow import pow
from .hypot import hypot
from .arctrig import arctan2
from .exp import exp
from .log import log
from .trig import sin, cos


def complex_divide(x, y):
    """NumPy's quotient: Smith's algorithm with one reciprocal; a divisor of 0 gives infinite or NaN parts."""
    a = x.real
    b = x.imag
    c = y.real
    d = y.imag
    if npc.abs(c) >= npc.abs(d):
        if c == 0.0 and d == 0.0:
            return npc.complex(a / npc.abs(c), b / npc.abs(c))
        r = d / c
        s = 1.0 / (c + d * r)
        return npc.complex((a + b * r) * s, (b - a * r) * s)
    r = c / d
    s = 1.0 / (d + c * r)
    return npc.complex((a * r + b) * s, (b * r - a) * s)


def complex_reciprocal(x):
    """NumPy's 1 / x, which rounds otherwise than the quotient."""
    c = x.real
    d = x.imag
    if npc.abs(d) <= npc.abs(c):
        r = d / c
        s = c + d * r
        return npc.complex(1.0 / s, -r / s)
    r = c / d
    s = c * r + d
    return npc.complex(r / s, -1.0 / s)


def complex_python_divide(x: complex128, y: complex128) -> complex128:
    """CPython's quotient: Smith's algorithm with two divisions; a divisor of 0 has been refused."""
    a = x.real
    b = x.imag
    c = y.real
    d = y.imag
    if npc.abs(c) >= npc.abs(d):
        if c == 0.0:
            return npc.complex(0.0, 0.0)
        r = d / c
        s = c + d * r
        return npc.complex((a + b * r) / s, (b - a * r) / s)
    if npc.abs(d) >= npc.abs(c):
        r = c / d
        s = c * r + d
        return npc.complex((a * r + b) / s, (b * r - a) / s)
    nan = npc.from_bits(0x7FF8000000000000)
    return npc.complex(nan, nan)


def complex_general_power(x: complex128, y: complex128) -> complex128:
    """x ** y by magnitude and angle; x is not 0."""
    size = hypot(x.real, x.imag)
    angle = arctan2(x.imag, x.real)
    length = pow(size, y.real)
    phase = angle * y.real
    if y.imag != 0.0:
        length = length / exp(angle * y.imag)
        phase = phase + y.imag * log(size)
    return npc.complex(length * cos(phase), length * sin(phase))


def complex_power(x, y):
    """NumPy's power: by multiplications for whole exponents below 100; 0 to a power with a real part <= 0 is NaN."""
    n = y.real
    zero = npc.cast(0, npc.dtype(n))
    if n == 0.0 and y.imag == 0.0:
        return npc.complex(zero + 1.0, zero)
    if x.real == 0.0 and x.imag == 0.0:
        if n > 0.0:
            return npc.complex(zero, zero)
        return npc.complex(zero / zero, zero / zero)
    if y.imag == 0.0 and n > -100.0 and n < 100.0 and npc.trunc(n) == n:
        return complex_whole_power(x, npc.int64(n))
    wide = complex_general_power(npc.cast(x, "complex128"), npc.cast(y, "complex128"))
    return npc.cast(wide, npc.dtype(x))


def complex_whole_power(x, n):
    """x ** n for n from -99 to 99 and not 0, in NumPy's order of multiplications."""
    if n == 1:
        return x
    if n == 2:
        return x * x
    if n == 3:
        return x * (x * x)
    zero = npc.cast(0, npc.dtype(x.real))
    one = npc.complex(zero + 1.0, zero)
    rest = -n if n < 0 else n
    power = x
    result = one
    while rest != 0:
        if rest & 1:
            result = result * power
        rest = rest >> 1
        # Beyond the last one nothing is asked for.
        power = power * power
    return complex_divide(one, result) if n < 0 else result


def complex_python_whole_power(x: complex128, n: int64) -> complex128:
    """x ** n for n >= 0, in CPython's order of multiplications."""
    power = x
    result = npc.complex(1.0, 0.0)
    rest = n
    while rest > 0:
        if rest & 1:
            result = result * power
        rest = rest >> 1
        power = power * power
    return result


def complex_is_small_whole(y: complex128) -> bool:
    """True for the exponents that CPython takes apart into multiplications."""
    return y.imag == 0.0 and npc.floor(y.real) == y.real and npc.abs(y.real) <= 100.0


def complex_python_power(x: complex128, y: complex128) -> complex128:
    """CPython's power; 0 where `complex_python_power_fails`."""
    if complex_is_small_whole(y):
        n = npc.int64(y.real)
        if n > 0:
            return complex_python_whole_power(x, n)
        return complex_python_divide(npc.complex(1.0, 0.0), complex_python_whole_power(x, -n))
    if x.real == 0.0 and x.imag == 0.0:
        return npc.complex(0.0, 0.0)
    return complex_general_power(x, y)


def complex_python_power_fails(x: complex128, y: complex128) -> bool:
    """True where CPython raises ZeroDivisionError."""
    if complex_is_small_whole(y):
        if y.real > 0.0:
            return False
        divisor = complex_python_whole_power(x, -npc.int64(y.real))
        return divisor.real == 0.0 and divisor.imag == 0.0
    return x.real == 0.0 and x.imag == 0.0 and (y.imag != 0.0 or y.real < 0.0)


def complex_sign(x):
    """x / |x|; 0 of 0; the axis of a part that alone is infinite; else NaN of NaN."""
    a = x.real
    b = x.imag
    size = npc.abs(x)
    zero = npc.cast(0, npc.dtype(a))
    one = zero + 1.0
    if size != size:
        return npc.complex(size, size)
    if size == npc.highest(npc.dtype(size)):
        wide = npc.abs(a) == size
        high = npc.abs(b) == size
        if wide and high:
            return npc.complex(size - size, size - size)
        if wide:
            return npc.complex(npc.copysign(one, a), zero)
        if high:
            return npc.complex(zero, npc.copysign(one, b))
    if size == 0.0:
        return npc.complex(zero, zero)
    return npc.complex(a / size, b / size)


def complex_rint(x):
    """Both parts rounded to the nearest whole number, ties to even."""
    return npc.complex(npc.rint(x.real), npc.rint(x.imag))
