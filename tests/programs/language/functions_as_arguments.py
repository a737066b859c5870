# Functions of the file, of NumPy and of math as arguments; the same function with several types.
import math

import numpy as np


def square(x):
    return x * x


def integrate(f, a, b, n):
    h = (b - a) / n
    s = 0.5 * (f(a) + f(b))
    for i in range(1, n):
        s += f(a + i * h)
    return s * h


def areas(n):
    return integrate(square, 0.0, 1.0, n), integrate(lambda x: 2 * x, 0, 1, n)


def newton(f, df, x):
    for _ in range(50):
        step = f(x) / df(x)
        x -= step
        if abs(step) < 1e-12:
            break
    return x


def root(a):
    return newton(lambda x: x * x - a, lambda x: 2 * x, a)


def reduce_with(f, a):
    result = a[0]
    for x in a[1:]:
        result = f(result, x)
    return result


def reductions(a):
    return reduce_with(max, a), reduce_with(lambda x, y: x + y, a), reduce_with(np.minimum, a)


def of_module(x):
    total = 0.0
    for f in (math.floor, math.ceil, abs, float):
        total += f(x)
    return total


# run: areas(10)
# run: root(2.0)
# run: reductions(np.array([3, 1, 2]))
# run: reductions(np.array([3.5, -1.0])[::-1])
# run: of_module(-1.5)
