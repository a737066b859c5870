# Functions called in a loop run in vectors with it; rare branches are taken by the lanes that need them.
# ulp: 2
import numpy as np


def square(x):
    return x * x + 1


def fold(x):
    if x < 0:
        return -x
    return x / 2


def steps(x):
    if x < -1:
        return 0.0
    elif x < 0:
        return x + 1
    if x > 10:
        return np.exp(-x)
    return 1 - x


def apply_square(x, y):
    for i in range(len(x)):
        y[i] = square(x[i])


def apply_fold(x, y):
    for i in range(len(x)):
        y[i] = fold(x[i]) + fold(y[i])


def apply_steps(x, y):
    for i in range(len(x)):
        y[i] = steps(x[i])


def gauss(x):
    return np.exp(-x * x) * np.sin(x)


def waves(x, k):
    return np.cos(k * x) + np.sin(x / k) * np.exp(-np.abs(x))


def total(x):
    return np.exp(x).sum(), np.sin(x).sum()


def branches(x, y):
    for i in range(len(x)):
        if x[i] > 0:
            y[i] = np.exp(-x[i])
        else:
            y[i] = np.sin(x[i])


# run: apply_square(np.arange(31.0), np.zeros(31))
# run: apply_square(np.arange(31), np.zeros(31, np.int64))
# run: apply_square(np.arange(31, dtype=np.float32)[::-1], np.zeros(31, np.float32))
# run: apply_fold(np.linspace(-3, 3, 41), np.linspace(5, -5, 41))
# run: apply_fold(np.array([0.0, -0.0, np.nan, np.inf, -np.inf] * 5), np.zeros(25))
# run: apply_steps(np.linspace(-3, 30, 57), np.zeros(57))
# run: apply_steps(np.array([np.nan, np.inf, -np.inf, -0.0] * 5), np.zeros(20))
# run: gauss(np.linspace(-5, 5, 101))
# run: gauss(np.linspace(-5, 5, 101)[::-2])
# run: gauss(np.array([0.0, -0.0, np.nan, 1e-300, 1e300, 40.0, -3e5, 2.0, 1e15]))
# run: gauss(np.array([np.inf, 1.0, -np.inf, 2.0]))
# run: gauss(np.array([1e6 if i % 7 == 3 else i / 10 for i in range(60)]))
# run: gauss(np.linspace(-5, 5, 101).astype(np.float32))
# run: waves(np.linspace(-50, 50, 99), 3.0)
# run: waves(np.linspace(-50, 50, 100).reshape(10, 10).T, 3.0)
# run: waves(np.zeros(0), 3.0)
# run: total(np.linspace(-3, 3, 1000))
# run: total(np.linspace(-3, 3, 2000)[::2])
# run: total(np.linspace(-3, 3, 7))
# run: branches(np.linspace(-4, 4, 61), np.zeros(61))
