# Products of matrices in blocks: every shape of the edges, every layout, dtypes that meet, infinities and NaN.
# rtol: 1e-12
import numpy as np


def product(a, b):
    return a @ b


def transposed(a, b):
    return np.dot(a.T, b.T)


def powers(a):
    result = a @ a
    return result @ a


# run: product(np.arange(-300.0, 300.0).reshape(20, 30), np.arange(-750.0, 750.0).reshape(30, 50)[:, 25:])
# run: product(np.arange(23 * 31.0).reshape(23, 31), np.arange(31 * 19.0).reshape(31, 19))
# run: product(np.sin(np.arange(37 * 600.0)).reshape(37, 600), np.cos(np.arange(600 * 9.0)).reshape(600, 9))
# run: product(np.sin(np.arange(5 * 21.0)).reshape(5, 21), np.cos(np.arange(21 * 530.0)).reshape(21, 530))
# run: product(np.arange(24 * 24.0).reshape(24, 24)[::-1, ::-1], np.arange(48 * 48.0).reshape(48, 48)[::2, 1::2])
# run: product(np.asfortranarray(np.sin(np.arange(40 * 22.0)).reshape(40, 22)), np.sin(np.arange(22 * 33.0)).reshape(33, 22).T)
# run: product(np.arange(24 * 24, dtype=np.float32).reshape(24, 24) % 50, np.arange(24 * 27, dtype=np.float32).reshape(24, 27) % 50)
# run: product(np.arange(24 * 24, dtype=np.int32).reshape(24, 24), np.arange(24 * 24.0).reshape(24, 24))
# run: product(np.arange(24 * 24, dtype=np.int16).reshape(24, 24) % 9, np.arange(24 * 24, dtype=np.float32).reshape(24, 24) % 9)
# run: product(np.arange(24 * 24, dtype=np.int64).reshape(24, 24), np.arange(24 * 24, dtype=np.uint8).reshape(24, 24))
# run: a = np.ones((30, 30)); a[3, 4] = np.nan; a[29, 29] = np.inf; product(a, np.ones((30, 30)) * 2)
# run: a = np.ones((30, 30)); a[29, 3] = -np.inf; product(np.eye(30), a)
# run: product(np.zeros((40, 0)), np.zeros((0, 40)))
# run: product(np.zeros((0, 40)), np.zeros((40, 40)))
# run: product(np.ones((3, 2000)), np.ones((2000, 5)))
# run: product(np.full((21, 21), -0.0), np.ones((21, 21)))
# run: transposed(np.arange(20 * 30.0).reshape(30, 20), np.arange(25 * 30.0).reshape(25, 30))
# run: powers(np.arange(26 * 26.0).reshape(26, 26) % 10)
# run: a = np.arange(26 * 52.0).reshape(26, 52) % 10; product(a[:, :26], a[:, 26:])
