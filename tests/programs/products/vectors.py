# Products with vectors: matrices whose memory runs along either axis, strides, dtypes that meet.
# rtol: 1e-12
import numpy as np


def product(a, b):
    return a @ b


def total(a, b):
    return np.dot(a, b)


# run: product(np.arange(13 * 11.0).reshape(13, 11), np.arange(11.0))
# run: product(np.arange(13 * 11.0).reshape(13, 11).T, np.arange(13.0))
# run: product(np.arange(11.0), np.arange(13 * 11.0).reshape(11, 13))
# run: product(np.arange(11.0), np.asfortranarray(np.arange(13 * 11.0).reshape(11, 13)))
# run: product(np.sin(np.arange(20 * 40.0)).reshape(20, 40)[::2, ::-3], np.cos(np.arange(28.0))[::-2])
# run: product(np.arange(9 * 7, dtype=np.float32).reshape(9, 7), np.arange(7, dtype=np.float32))
# run: product(np.arange(9 * 7, dtype=np.int8).reshape(9, 7), np.arange(7, dtype=np.int8))
# run: product(np.arange(9 * 7).reshape(9, 7), np.arange(7, dtype=np.float32))
# run: product(np.arange(9 * 7).reshape(9, 7) + 1j, np.arange(7) - 2j)
# run: product(np.ones((1, 5)), np.arange(5.0))
# run: product(np.ones((5, 1)), np.ones(1))
# run: product(np.ones((6, 0)), np.ones(0))
# run: product(np.ones((0, 6)), np.ones(6))
# run: a = np.ones((7, 7)); a[2, 2] = np.nan; a[6, 0] = np.inf; product(a, np.arange(7.0))
# run: total(np.sin(np.arange(1000.0)), np.cos(np.arange(1000.0)))
# run: total(np.sin(np.arange(1003.0))[::-1], np.cos(np.arange(2006.0))[::2])
# run: total(np.arange(77, dtype=np.float32), np.arange(77, dtype=np.float32))
# run: total(np.arange(77, dtype=np.float32)[::-7], np.arange(77, dtype=np.float32)[::7])
# run: total(np.arange(77), np.arange(77.0))
# run: total(np.arange(77, dtype=np.int8), np.arange(77, dtype=np.int8))
# run: total(np.arange(77) % 3 == 0, np.ones(77, bool))
# run: total(np.zeros(0), np.zeros(0))
# run: total(np.array([np.inf] + [1.0] * 30), np.array([0.0] + [1.0] * 30))
# run: total(np.arange(40) * 1j, np.arange(40) + 1.0)
