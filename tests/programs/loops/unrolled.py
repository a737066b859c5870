# Loops with a few rounds, a known number, are written out: with carried values, inside each other, and where they may be left early.
import numpy as np


def taps(x, out):
    w = (0.25, 0.5, 0.25)
    for i in range(1, len(x) - 1):
        s = 0.0
        for k in range(3):
            s += w[k] * x[i + k - 1]
        out[i] = s


def blur(x):
    out = np.zeros_like(x)
    for i in range(1, x.shape[0] - 1):
        for j in range(1, x.shape[1] - 1):
            s = x[i, j] * 0
            for a in range(3):
                for b in range(3):
                    s += x[i + a - 1, j + b - 1]
            out[i, j] = s
    return out


def fibonacci():
    a, b = 0, 1
    for i in range(7):
        a, b = b, a + b
    return a, b


def first_above(x, limit):
    for i in range(4):
        if x[i] > limit:
            return i
    return -1


def skips(x):
    s = 0
    for i in range(6):
        if i % 2:
            continue
        if i > limit_of(x):
            break
        s += x[i]
    return s


def limit_of(x):
    return x[0]


def never(x):
    for i in range(3, 3):
        x[i] = 1
    for i in range(5, 2):
        x[i] = 1
    return x


# run: taps(np.arange(30.0) ** 2, np.zeros(30))
# run: taps(np.arange(60.0)[::-2] ** 2, np.zeros(30))
# run: x = np.arange(30.0); taps(x, x)
# raises: IndexError
# run: taps(np.arange(30.0), np.zeros(20))
# run: blur(np.random.default_rng(1).random((9, 14)))
# run: blur(np.random.default_rng(1).random((9, 14)).astype(np.float32))
# run: blur(np.random.default_rng(1).integers(0, 250, (9, 14)).astype(np.uint8))
# run: blur(np.random.default_rng(1).integers(0, 250, (9, 14)).T)
# run: blur(np.zeros((1, 1)))
# run: fibonacci()
# run: first_above(np.array([1, 5, 2, 9]), 4)
# run: first_above(np.array([1, 5, 2, 9]), 40)
# raises: IndexError
# run: first_above(np.array([1, 5, 2]), 40)
# run: skips(np.array([3, 5, 2, 9, 1, 1]))
# run: skips(np.array([9, 5, 2, 9, 1, 1]))
# run: never(np.zeros(3))
