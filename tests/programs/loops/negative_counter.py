# Loops that run backwards and index with negative numbers.
import numpy as np


def reversed_copy(x):
    out = np.empty_like(x)
    for i in range(len(x) - 1, -1, -1):
        out[len(x) - 1 - i] = x[i]
    return out


def from_the_end(x):
    s = 0
    for i in range(1, len(x) + 1):
        s = s * 2 + x[-i]
    return s


# run: reversed_copy(np.arange(5))
# run: reversed_copy(np.arange(9.0)[::-2])
# run: reversed_copy(np.zeros(0))
# run: from_the_end(np.arange(5))
# run: from_the_end(np.array([0.5, 0.25, 2.0]))
