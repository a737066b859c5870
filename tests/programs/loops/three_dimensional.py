# Three nested loops, elements read and written with three indices.
import numpy as np


def contract(a, b):
    result = np.zeros((a.shape[0], b.shape[0]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            s = 0.0
            for k in range(a.shape[1]):
                for m in range(a.shape[2]):
                    s += a[i, k, m] * b[j, m, k]
            result[i, j] = s
    return result


def mark(x):
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                x[i, j, k] = 100 * i + 10 * j + k


# run: contract(np.arange(24.0).reshape(2, 3, 4) / 3, np.arange(24.0).reshape(2, 4, 3) / 7)
# run: contract(np.arange(24.0).reshape(4, 3, 2).T / 3, np.arange(24.0).reshape(2, 4, 3)[::-1] / 7)
# run: mark(np.zeros((2, 3, 4)))
# run: mark(np.zeros((4, 3, 2), np.int16).transpose(2, 0, 1))
# run: mark(np.zeros((2, 0, 4)))
