# Augmented assignment through arrays is buffered: a place that is named twice changes once.


def add(x, i, v):
    x[i] += v
    return x


def scale_mask(x, m):
    x[m] *= 3
    return x


def every_operator(x, i):
    x[i] -= 1
    x[i] *= 5
    x[i] //= 2
    x[i] %= 7
    x[i] **= 2
    x[i] <<= 1
    x[i] |= 1
    return x


def behind(x, i):
    x[:, i] += 1


def from_itself(x, i):
    x[i] += x[i[::-1]]


# run: add(np.arange(5.), np.array([0, 0, 1]), 10)
# run: add(np.arange(5), np.array([0, 0, 1]), np.array([10, 20, 30]))
# run: add(np.arange(6.).reshape(3, 2), np.array([0, 0, -1]), np.array([10., 20.]))
# run: add(np.arange(5, dtype=np.uint8), np.array([3, 4]), 254)
# run: add(np.arange(5.), np.zeros(0, np.int64), 1)
# run: scale_mask(np.arange(5), np.array([True, False, True, True, False]))
# run: scale_mask(np.arange(6).reshape(2, 3), np.array([True, False]))
# run: scale_mask(np.arange(6).reshape(2, 3).T, np.array([[True, False], [True, True], [False, False]]))
# run: every_operator(np.arange(5), np.array([0, 2, 2, -1]))
# run: behind(np.zeros((2, 3)), np.array([0, 0, 2]))
# run: from_itself(np.arange(5), np.array([0, 2, 4]))
# raises: IndexError
# run: add(np.arange(5.), np.array([0, 7]), 1)
# raises: ValueError
# run: add(np.arange(5.), np.array([0, 1]), np.array([1., 2., 3.]))
