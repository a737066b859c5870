# Products of arrays of any rank, in every dtype.
# rtol: 1e-12
import numpy as np


def matmul(a, b):
    return a @ b


def dot(a, b):
    return np.dot(a, b)


# run: matmul(np.arange(18.).reshape(2, 3, 3), np.arange(18.).reshape(2, 3, 3))
# run: matmul(np.arange(18).reshape(2, 3, 3), np.arange(9).reshape(3, 3))
# run: matmul(np.arange(6).reshape(2, 3), np.arange(24).reshape(2, 1, 3, 4))
# run: matmul(np.arange(3), np.arange(24).reshape(2, 3, 4))
# run: matmul(np.arange(24.).reshape(2, 3, 4), np.arange(4, dtype=np.float32))
# run: matmul(np.arange(24.).reshape(2, 3, 4)[::-1, :, ::-1], np.arange(24.).reshape(2, 3, 4).transpose(0, 2, 1))
# run: matmul(np.zeros((0, 2, 3)), np.zeros((3, 2)))
# run: matmul(np.ones((2, 0)), np.ones((0, 3)))
# run: matmul(np.array([[200, 100]], dtype=np.uint8), np.array([[2], [3]], dtype=np.uint8))
# run: matmul(np.array([[1 + 2j, 3j]]), np.array([2, 1j]))
# raises: ValueError
# run: matmul(np.ones((2, 3, 4)), np.ones((2, 3, 4)))
# run: dot(np.arange(24).reshape(2, 3, 4), np.arange(4))
# run: dot(np.arange(24).reshape(2, 3, 4), np.arange(8).reshape(4, 2))
# run: dot(np.arange(6).reshape(2, 3), np.arange(12).reshape(2, 3, 2))
# run: dot(np.arange(3.), 2.0)
