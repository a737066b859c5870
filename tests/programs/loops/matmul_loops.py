# Matrix multiplication by three loops, into a new array.
import numpy as np


def matmul(a, b):
    n, m = a.shape
    p = b.shape[1]
    c = np.zeros((n, p))
    for i in range(n):
        for j in range(p):
            for k in range(m):
                c[i, j] += a[i, k] * b[k, j]
    return c


# run: matmul(np.arange(6.0).reshape(2, 3), np.arange(12.0).reshape(3, 4))
# run: matmul(np.arange(6.0).reshape(3, 2).T / 3, np.arange(12.0).reshape(4, 3).T / 7)
# run: matmul(np.arange(6, dtype=np.int32).reshape(2, 3), np.arange(12.0).reshape(3, 4)[:, ::2])
# run: matmul(np.ones((2, 0)), np.ones((0, 3)))
# run: matmul(np.random.default_rng(1).random((40, 30)), np.random.default_rng(2).random((30, 50)))
