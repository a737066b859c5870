# The order of additions is fixed, with vectors and without: elements of products are one sum, inner products four vectors of sums.
import numpy as np


def in_order(a, b):
    expected = np.zeros((a.shape[0], b.shape[1]), a.dtype)
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            for k in range(a.shape[1]):
                expected[i, j] += a[i, k] * b[k, j]
    found = a @ b
    columns = True
    for j in range(b.shape[1]):
        columns = columns and np.array_equal(a @ b[:, j], found[:, j]) and np.array_equal(b[:, j] @ a.T, found[:, j])
    return bool(np.array_equal(found, expected)), columns


def doubles(a, b):
    sums = np.zeros(8)
    rest = len(a) // 8 * 8
    for i in range(rest):
        sums[i % 8] += a[i] * b[i]
    even = ((sums[0] + sums[2]) + sums[4]) + sums[6]
    odd = ((sums[1] + sums[3]) + sums[5]) + sums[7]
    total = even + odd
    for i in range(rest, len(a)):
        total += a[i] * b[i]
    return bool(np.dot(a, b) == total)


# differs: NumPy's order is that of its BLAS
# expect: (True, True)
# run: in_order(np.sin(np.arange(22 * 300.0)).reshape(22, 300), np.cos(np.arange(300 * 21.0)).reshape(300, 21))
# differs: NumPy's order is that of its BLAS
# expect: (True, True)
# run: in_order(np.sin(np.arange(22 * 300.0)).reshape(300, 22).T, np.cos(np.arange(600 * 42.0)).reshape(600, 42)[::2, ::-2])
# differs: NumPy's order is that of its BLAS
# expect: (True, True)
# run: in_order(np.sin(np.arange(22 * 70.0, dtype=np.float32)).reshape(22, 70), np.cos(np.arange(70 * 21.0, dtype=np.float32)).reshape(70, 21))
# differs: NumPy's order is that of its BLAS
# expect: (True, True)
# run: in_order(np.sin(np.arange(7 * 9.0)).reshape(7, 9), np.cos(np.arange(9 * 5.0)).reshape(9, 5))
# differs: NumPy's order is that of its BLAS
# expect: True
# run: doubles(np.sin(np.arange(1003.0)), np.cos(np.arange(1003.0)))
# differs: NumPy's order is that of its BLAS
# expect: True
# run: doubles(np.sin(np.arange(1003.0))[::-1], np.cos(np.arange(2006.0))[::2])
