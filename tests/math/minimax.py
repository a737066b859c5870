"""The polynomials of stdlib/math that were made for it: their coefficients, and whether the files have them.

    python3 tests/math/minimax.py      needs mpmath; prints what is fitted, the largest relative error and the coefficients

Least squares on Chebyshev nodes, reweighted until the error is level (Lawson 1961), which comes close to the minimax polynomial. The
coefficients are rounded to the format one after the other, lowest first; each time those left are fitted anew.
"""

import os
import sys

import mpmath as mp

mp.mp.prec = 300
STDLIB = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "stdlib", "math")
TINY = mp.mpf(10) ** -20


def least_squares(values, weights, nodes, count):
    """Coefficients of x**0 .. x**(count-1) with a level weighted error, which is returned too."""
    powers = [[x**i for i in range(count)] for x in nodes]
    level, best = [mp.mpf(1)] * len(nodes), None
    for _ in range(6):
        a, b = mp.matrix(count, count), mp.matrix(count, 1)
        for value, weight, row, u in zip(values, weights, powers, level):
            for i in range(count):
                b[i] += u * weight**2 * row[i] * value
                for j in range(count):
                    a[i, j] += u * weight**2 * row[i] * row[j]
        c = list(mp.lu_solve(a, b))
        errors = [abs((value - mp.fdot(c, row)) * weight) for value, weight, row in zip(values, weights, powers)]
        if best is None or max(errors) < best[1]:
            best = c, max(errors)
        mean = mp.fsum(u * e for u, e in zip(level, errors)) / len(nodes)
        level = [u * e / mean + mp.mpf(10) ** -6 for u, e in zip(level, errors)]
    return best[0]


def fit(f, weight, low, high, count, digits=53, first=()):
    """Rounded coefficients of a polynomial for f on low .. high, and the largest weighted error."""
    n = 8 * count + 20
    nodes = [(low + high) / 2 + (low - high) / 2 * mp.cos(mp.pi * (i + mp.mpf(1) / 2) / n) for i in range(n)]
    values, weights = [f(x) for x in nodes], [weight(x) for x in nodes]
    done = [mp.mpf(c) for c in first]
    while len(done) < count:
        k = len(done)
        rest = [(v - mp.polyval(done[::-1] or [0], x)) / x**k for v, x in zip(values, nodes)]
        c = least_squares(rest, [w * x**k for w, x in zip(weights, nodes)], nodes, count - k)
        with mp.workprec(digits):
            done.append(+c[0])
    points = [low + (high - low) * (mp.mpf(i) + mp.mpf("0.3")) / 800 for i in range(800)]
    return done, max(abs((f(x) - mp.polyval(done[::-1], x)) * weight(x)) for x in points)


def odd(f, sign=1):
    """(f(x) - x)/x**3 over z = x*x, and its weight for a relative error of f."""
    def rest(z):
        x = mp.sqrt(z)
        return sign * (f(x) - x) / x**3
    return rest, lambda z: z * mp.sqrt(z) / f(mp.sqrt(z))


def exp_rest(x):
    return (mp.exp(x) - 1 - x) / x**2


def jobs():
    """(what, file, prefix, number of the first, arguments of fit)."""
    half = mp.log(2) / 2
    quarter = (mp.pi / 4) ** 2
    root = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)) ** 2
    wide = 1 + mp.mpf(2) ** -20
    wider = 1 + mp.mpf(2) ** -16
    unit = mp.mpf(1)
    yield ("e**r", "exp", "P", 2, (exp_rest, lambda x: x * x / mp.exp(x), -half * wide, half * wide, 10, 53, [0.5]))
    yield ("sin", "trig", "S", 1, (odd(mp.sin, -1)[0], lambda z: z, TINY, quarter * wide**2, 6))
    yield ("cos", "trig", "C", 1, (lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2, lambda z: z * z, TINY, quarter * wide**2, 6))
    yield ("arcsin", "arctrig", "AS", 0, (*odd(mp.asin), TINY, mp.mpf("0.2501"), 13))
    yield ("e**r - 1", "float32", "E", 2, (exp_rest, lambda x: x * x / abs(mp.expm1(x)), -half * wider, half * wider, 6))
    yield ("e**r in float32", "float32", "F", 2, (exp_rest, lambda x: x * x / mp.exp(x), -half * wider, half * wider, 5, 24, [0.5]))
    yield ("sin", "float32", "S", 1, (*odd(mp.sin), TINY, quarter * wider**2, 3))
    yield ("cos", "float32", "C", 1, (lambda z: (mp.cos(mp.sqrt(z)) - 1) / z, lambda z: z, TINY, quarter * wider**2, 4))
    yield ("log((1+s)/(1-s))", "float32", "L", 1, (lambda z: 2 * odd(mp.atanh)[0](z), lambda z: z / 2, TINY, root * (1 + mp.mpf(2) ** -10), 5))
    yield ("arctan", "float32", "A", 1, (*odd(mp.atan), TINY, unit, 11))
    yield ("arcsin", "float32", "B", 1, (*odd(mp.asin), TINY, mp.mpf("0.2501"), 6))


def constants(file):
    """The constants of a file of the library."""
    with open(os.path.join(STDLIB, file + ".py"), encoding="utf-8") as lines:
        pairs = [line.split(" = ") for line in lines if " = " in line and line[0].isupper()]
    return {name: float(value) for name, value in pairs if "x" not in value}


def main():
    wrong = 0
    for what, file, prefix, start, arguments in jobs():
        coefficients, error = fit(*arguments)
        print("# %s, %s.py: relative error 2**%.1f" % (what, file, mp.log(error, 2)))
        known = constants(file)
        for i, c in enumerate(coefficients):
            name, value = prefix + str(start + i), float(c)
            has = known.get(name)
            # A last digit may come out differently with another version of mpmath; the sizes must agree.
            same = has is None or abs(has - value) <= abs(value) * 1e-6
            wrong += not same
            print("%s = %.16e%s" % (name, value, "" if has == value or has is None else "  # the file has %.16e" % has))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
