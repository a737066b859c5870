# Several targets at once: swaps, rotations, in loops and through subscripts.
import numpy as np


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def reverse(x):
    i, j = 0, len(x) - 1
    while i < j:
        x[i], x[j] = x[j], x[i]
        i, j = i + 1, j - 1
    return x


def rotate(a, b, c):
    a, b, c = b, c, a
    [a, b], c = (c, a), b
    return a, b, c


# run: fibonacci(50)
# run: fibonacci(0)
# run: gcd(48, 36)
# run: gcd(7, 0)
# run: reverse(np.arange(5))
# run: reverse(np.zeros(0))
# run: rotate(1, 2, 3)
