# Loops that carry several values from one round to the next.
import numpy as np


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def logistic(r, x, n):
    out = np.empty(n)
    for i in range(n):
        out[i] = x
        x = r * x * (1.0 - x)
    return out


def lcg(seed, n):
    state = seed
    total = 0
    for _ in range(n):
        state = (1103515245 * state + 12345) % 2147483648
        total ^= state
    return state, total


# run: fibonacci(0)
# run: fibonacci(90)
# differs: a Python int has 64 bits
# raises: OverflowError
# run: fibonacci(100)
# run: logistic(3.7, 0.3, 200)
# run: lcg(42, 1000)
