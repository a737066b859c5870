# Views made and dropped in a loop.
import numpy as np


def prefix_sums(x):
    out = np.empty_like(x)
    for i in range(len(x)):
        s = x[0] * 0
        for value in x[: i + 1]:
            s += value
        out[i] = s
    return out


def shrinking(x):
    total = 0
    while len(x) > 0:
        total += x[0] * len(x)
        x = x[1:]
    return total


def halves(x):
    steps = 0
    while x.size > 1:
        x = x[::2]
        steps += 1
    return steps, x


# run: prefix_sums(np.arange(6))
# run: prefix_sums(np.arange(12.0)[::-2])
# run: shrinking(np.arange(10))
# run: shrinking(np.arange(10.0)[::3])
# run: halves(np.arange(100))
# run: halves(np.arange(1))
