# Arrays with scalars on either side.


def left(s, x):
    return s + x, s - x, s * x


def right(x, s):
    return x + s, x - s, x * s, x / s


def reciprocal(x):
    return 1 / x


def affine(x):
    return 2.5 * x - 1


# run: left(3, np.arange(4))
# run: left(0.5, np.arange(4, dtype=np.float32))
# run: left(np.float64(0.5), np.arange(6)[::-2])
# run: right(np.arange(4.0), 3)
# run: right(np.arange(6, dtype=np.int16).reshape(2, 3).T, 3)
# run: right(np.zeros(0), 2)
# run: reciprocal(np.array([4.0, -0.0, 0.0, np.inf]))
# run: reciprocal(np.array([2, 0, -4]))
# run: affine(np.arange(5))
# run: affine(np.arange(5, dtype=np.float32)[::-1])
