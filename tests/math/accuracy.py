"""Accuracy of the kernels in stdlib/math against mpmath and NumPy.

    python3 tests/math/accuracy.py [points] [seed=N] [kernel ...]

Loads the kernels under CPython (stdlib/npc_host.py), measures the largest
error in ULP over `points` random points per kernel (default 3000) and the
float32 forms over a tenth of that, compares special values with NumPy, checks
a few exact results and the kernel subset.  One line per kernel; exit status 1
when a limit is exceeded or a check fails.
"""

import math
import os
import random
import sys
import zlib
from fractions import Fraction

import mpmath as mp
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(HERE, "..", "..", "stdlib"))
sys.path.insert(0, HERE)
import npc_host  # noqa: E402
import subset  # noqa: E402

LIMIT = 1.0        # ULP, float64
LIMIT_F32 = 0.501  # ULP, float32
mp.mp.prec = 160
R = random.Random()
INF, NAN = float("inf"), float("nan")
MAX, TINY, MIN_NORMAL = 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308


# Points.  Every generator yields one argument (or a pair).

def sign():
    return R.choice((-1.0, 1.0))


def uni(a, b):
    return lambda: R.uniform(a, b)


def power(a, b):
    """Positive, exponent uniform in [a, b): the mantissa is random too."""
    return lambda: math.ldexp(R.uniform(1.0, 2.0), R.randint(a, b - 1))


def signed(g):
    return lambda: sign() * g()


def near(c, a, b):
    """Close to c, distance 2**a .. 2**b."""
    g = power(a, b)
    return lambda: c + sign() * g()


def ulps_from(g, n=3):
    """A few ulps from the values of g."""
    def f():
        x = g()
        for _ in range(R.randint(0, n)):
            x = math.nextafter(x, R.choice((-INF, INF)))
        return x
    return f


PI_2 = Fraction(int(mp.floor(mp.ldexp(mp.pi / 2, 150))), 1 << 150)


def pio2_multiple(bits):
    return lambda: sign() * float(R.getrandbits(R.randint(1, bits)) * PI_2)


def convergents(e, digits=1400):
    """Integers q < 2**53 for which q * 2**e comes closest to a multiple of pi/2."""
    with mp.workprec(digits):
        a = Fraction(int(mp.floor(mp.ldexp(2 / mp.pi, digits - 50))), 1 << (digits - 50)) * Fraction(2) ** e
    found, q0, q1 = [], 0, 1
    a -= a // 1
    while a:
        a = 1 / a
        q0, q1 = q1, (a // 1) * q1 + q0
        if q1 >= 1 << 53:
            break
        found.append(q1)
        a -= a // 1
    return found


CLOSE = [math.ldexp(q, e) for e in range(-52, 971, 31) for q in convergents(e)[-6:]]


def close_to_pio2():
    return sign() * R.choice(CLOSE)


def pair(f, g):
    return lambda: (f(), g())


def pow_full():
    """x over all exponents, y such that the result covers all exponents."""
    x = power(-1074, 1024)()
    l = math.log2(x)
    return (x, R.uniform(-1075, 1024) / l) if abs(l) > 1e-3 else (x, 1.5)


def pow_near_one():
    x = 1.0 + sign() * power(-53, -2)()
    l = math.log1p(x - 1.0)
    return (x, R.uniform(-745, 709) / l) if l else (x, 2.0)


def pow_integer():
    return sign() * R.uniform(0.1, 10.0), float(R.randint(-60, 60))


def close_pair():
    x = power(-1074, 1020)()
    # mpmath has no -0: zeros are left to the special values.
    return sign() * (x * R.uniform(0.01, 50.0) or x), sign() * x


def fmod_pair():
    y = power(-1074, 1020)()
    return sign() * min(y * power(-2, 70)(), MAX), y


def fmod_multiple():
    y = power(-1074, 900)()
    x = y * R.randint(1, 1 << R.randint(1, 53))
    return math.nextafter(x, R.choice((0.0, x, INF))), y


trig = [signed(uni(0, 0.8)), uni(-100, 100), uni(-1.7e6, 1.7e6), signed(power(-1074, 1024)),
        signed(power(20, 1024)), ulps_from(pio2_multiple(21)), ulps_from(pio2_multiple(53)),
        lambda: sign() * 6381956970095103.0 * 2.0 ** 797, close_to_pio2, lambda: sign() * R.uniform(1647090, 1647110)]
any_positive = power(-1074, 1024)
log_like = [any_positive, any_positive, uni(0.4, 2.5), near(1.0, -53, -3), power(-1074, -1022)]
hyper = [uni(-1.5, 1.5), signed(power(-1074, 0)), uni(-30, 30), signed(power(-5, 9))]
wide = signed(any_positive)

# name: (reference, NumPy name, generators)
KERNELS = {
    "exp": (mp.exp, [uni(-745.2, 709.8), uni(-1, 1), uni(-745.2, -708), signed(power(-1074, 0)), uni(-40, 40)]),
    "exp2": (lambda x: mp.power(2, x), [uni(-1075, 1024), uni(-1, 1), uni(-1075, -1021), signed(power(-1074, 0))]),
    "expm1": (mp.expm1, [uni(-1.5, 1.5), uni(-45, 60), uni(30, 709.8), signed(power(-1074, 0))]),
    "log": (mp.log, log_like),
    "log1p": (mp.log1p, [uni(-0.9, 1.5), any_positive, signed(power(-1074, -1)), lambda: -1.0 + power(-53, 0)()]),
    "log2": (lambda x: mp.log(x) / mp.log(2), log_like),
    "log10": (lambda x: mp.log(x) / mp.log(10), log_like),
    "sin": (mp.sin, trig),
    "cos": (mp.cos, trig),
    "tan": (mp.tan, trig),
    "arcsin": (mp.asin, [uni(-1, 1), signed(power(-1074, -1)), lambda: sign() * (1.0 - power(-53, -2)())]),
    "arccos": (mp.acos, [uni(-1, 1), signed(power(-100, -1)), lambda: sign() * (1.0 - power(-53, -2)())]),
    "arctan": (mp.atan, [uni(-4, 4), wide, signed(power(-30, 6))]),
    "arctan2": (mp.atan2, [pair(uni(-1, 1), uni(-1, 1)), pair(wide, wide), close_pair, close_pair,
                           pair(signed(power(-1074, -1000)), signed(power(-1074, -1000))),
                           pair(signed(power(-20, 20)), signed(power(-20, 20)))]),
    "sinh": (mp.sinh, hyper + [uni(-710.4, 710.4), signed(uni(700, 710.47))]),
    "cosh": (mp.cosh, hyper + [uni(-710.4, 710.4), signed(uni(700, 710.47))]),
    "tanh": (mp.tanh, hyper),
    "arcsinh": (mp.asinh, [uni(-3, 3), wide, signed(power(-5, 40))]),
    "arccosh": (mp.acosh, [uni(1, 3), power(0, 1024), lambda: 1.0 + power(-52, 8)()]),
    "arctanh": (mp.atanh, [uni(-1, 1), signed(power(-1074, -1)), lambda: sign() * (1.0 - power(-53, -2)())]),
    "cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), [wide, uni(-10, 10), signed(power(-1074, -1020))]),
    "pow": (mp.power, [pow_full, pow_full, pow_near_one, pow_integer, pair(uni(0.5, 2), uni(-20, 20))]),
    "hypot": (lambda x, y: mp.sqrt(x * x + y * y), [pair(uni(-1, 1), uni(-1, 1)), close_pair, close_pair, pair(wide, wide),
                         pair(power(-1074, -1000), power(-1074, -1000)), pair(power(-1074, -1060), power(-1022, -1010)),
                         pair(power(990, 1023), power(990, 1023))]),
    "fmod": (None, [pair(wide, wide), fmod_pair, fmod_multiple,
                    pair(power(-1074, -1000), power(-1074, -1020))]),
}
PAIRS = {"arctan2", "pow", "hypot", "fmod"}

SPECIAL = [0.0, -0.0, INF, -INF, NAN, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, 1.5, -1.5, TINY, -TINY,
           MIN_NORMAL, -MIN_NORMAL, 1e-200, 1e200, -1e200, MAX, -MAX, math.nextafter(1.0, 0.0),
           math.nextafter(1.0, 2.0), -math.nextafter(1.0, 0.0), 2.0 ** 52 + 1, 2.0 ** 53, -2.0 ** 53 + 1,
           2.0 ** 64, 709.0, 710.0, 711.0, 1024.0, -745.0, -746.0, -1074.0, -1075.0, -1076.0, 22.5, 1e6, 1e15]

EXACT = [("exp2", (float(i),), math.ldexp(1.0, i)) for i in range(-1074, 1024, 7)]
EXACT += [("log2", (math.ldexp(1.0, i),), float(i)) for i in range(-1074, 1024, 7)]
EXACT += [("log10", (10.0 ** i,), float(i)) for i in range(23)]
EXACT += [("cbrt", (float(i) ** 3,), float(i)) for i in range(-300, 300)]
EXACT += [("pow", (float(i), float(j)), float(i ** j)) for i in range(-12, 31) for j in range(0, 40)
          if abs(i ** j) < 1 << 53]
EXACT += [("pow", (float(i), -1.0), 1.0 / i) for i in (1, 2, 4, 8, -16, 1024)]
EXACT += [("pow", (float(i * i), 0.5), float(i)) for i in range(1, 300)]
EXACT += [("hypot", (3.0 * 2.0 ** i, 4.0 * 2.0 ** i), 5.0 * 2.0 ** i) for i in range(-1074, 1020, 13)]


def ulp_error(got, ref, low, digits):
    """|got - ref| in units of the last place of ref."""
    if got != got:
        return INF
    emax = 1024 if digits == 53 else 128
    if math.isinf(got):
        value = mp.ldexp(math.copysign(1.0, got), emax)
        if abs(ref) > abs(value):
            return 0.0
    else:
        value = mp.mpf(got)
    e = mp.frexp(ref)[1] if ref else low
    if e > emax:
        ref, e = mp.ldexp(mp.sign(ref), emax), emax
    return float(abs(value - ref) * mp.ldexp(1, -max(e - digits, low)))


def draw(generators, i):
    v = generators[i % len(generators)]()
    return v if isinstance(v, tuple) else (v,)


def fmod_exact(x, y):
    a, b = Fraction(abs(x)), Fraction(abs(y))
    return math.copysign(float(a - b * (a // b)), x)


def measure(name, kernel, points):
    ref, generators = KERNELS[name]
    worst, where = 0.0, None
    for i in range(points):
        x = draw(generators, i)
        got = kernel(*map(np.float64, x))
        if ref is None:
            want = fmod_exact(*x)
            err = 0.0 if got == want and math.copysign(1, got) == math.copysign(1, want) else INF
        else:
            want = ref(*map(mp.mpf, x))
            err = ulp_error(float(got), want, -1074, 53)
        if not isinstance(got, float):
            err = INF
        if err > worst:
            worst, where = err, x
    return worst, where


def measure_f32(name, kernel, points):
    ref, generators = KERNELS[name]
    worst, where = 0.0, None
    lo, hi = np.finfo(np.float32).smallest_subnormal, np.finfo(np.float32).max
    for i in range(points):
        x = [np.float32(v) for v in draw(generators, i)]
        if not all(math.isfinite(v) and abs(v) >= lo for v in x) or (name in ("arcsin", "arccos") and abs(x[0]) > 1):
            continue
        if (name == "arctanh" and abs(x[0]) >= 1) or (name == "log1p" and x[0] <= -1):
            continue
        got = kernel(*x)
        if ref is None:
            err = 0.0 if got == np.float32(fmod_exact(*map(float, x))) else INF
        else:
            want = ref(*map(lambda v: mp.mpf(float(v)), x))
            err = ulp_error(float(got), want, -149, 24)
        if type(got) is not np.float32:
            err = INF
        if err > worst:
            worst, where = err, tuple(map(float, x))
    return worst, where


def reduction(kernel, points):
    """Largest relative error of y0 + y1 from rem_pio2_huge, as a power of two."""
    worst = 0.0
    with mp.workprec(1400):
        for i in range(points):
            x = close_to_pio2() if i % 4 == 0 else sign() * power(20, 1024)()
            if abs(x) < 2.0 ** 20:
                continue
            n, y0, y1 = (float(kernel(np.float64(x), part)) for part in range(3))
            whole = mp.nint(mp.mpf(x) * 2 / mp.pi)
            y = mp.mpf(x) - whole * mp.pi / 2
            worst = max(worst, float(abs((mp.mpf(y0) + mp.mpf(y1) - y) / y)), INF if (whole - n) % 4 else 0.0)
    return math.log2(worst)


def specials(name, kernel):
    """Arguments where kernel and NumPy differ by more than 2 ULP, in sign, or in kind."""
    function = getattr(np, name)
    grid = [(a, b) for a in SPECIAL for b in SPECIAL] if name in PAIRS else [(a,) for a in SPECIAL]
    bad = []
    for x in grid:
        x = tuple(map(np.float64, x))
        # Arrays of two: NumPy turns a scalar exponent 0.5 into sqrt, with other zeros.
        got, want = float(kernel(*x)), float(function(*[np.array([v, v]) for v in x])[0])
        if got != got or want != want:
            ok = got != got and want != want
        elif math.isinf(got) or math.isinf(want):
            ok = got == want
        else:
            ok = (math.copysign(1, got) == math.copysign(1, want)
                  and abs(got - want) <= 2 * math.ulp(want))
        if not ok:
            bad.append("%s(%s) = %r, NumPy %r" % (name, ", ".join(repr(float(v)) for v in x), got, want))
    return bad


def main():
    args = sys.argv[1:]
    points = int(args.pop(0)) if args and args[0].isdigit() else 3000
    seed = int(args.pop(0)[5:]) if args and args[0].startswith("seed=") else 0
    names = args or list(KERNELS)
    failures, used = subset.check(os.path.join(HERE, "..", "..", "stdlib", "math"))
    if failures:
        print("\n".join("FAIL: " + line for line in failures))
        return 1
    kernels = npc_host.load_math()
    for name in names:
        R.seed(zlib.crc32(name.encode()) + seed)
        err, where = measure(name, kernels[name], points)
        err32, where32 = measure_f32(name, kernels[name + "_f32"], max(points // 10, 100))
        bad = specials(name, kernels[name])
        for n, x, want in EXACT:
            if n == name and float(kernels[n](*map(np.float64, x))) != want:
                bad.append("%s%r is not exactly %r" % (n, x, want))
        if err > LIMIT:
            bad.append("%s exceeds %.3f ULP" % (name, LIMIT))
        if err32 > LIMIT_F32:
            bad.append("%s_f32 exceeds %.3f ULP at %r" % (name, LIMIT_F32, where32))
        print("%-8s %6.3f ULP  f32 %6.4f ULP  %s  worst at %s"
              % (name, err, err32, "FAIL" if bad else "ok  ", where), flush=True)
        failures += bad
    if {"sin", "cos", "tan"} & set(names):
        R.seed(1 + seed)
        err = reduction(kernels["rem_pio2_huge"], max(points, 6000))
        print("rem_pio2_huge  relative error 2**%.1f" % err)
        if not err < -68.0:
            failures.append("rem_pio2_huge exceeds 2**-68")
    for line in failures[:60]:
        print("FAIL:", line)
    print("npc primitives:", " ".join(sorted(used)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
