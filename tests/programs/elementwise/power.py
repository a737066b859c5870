# `**` of arrays: floats, small integer powers and mixed dtypes.
# ulp: 2


def power(x, y):
    return x**y


def square(x):
    return x**2


def root(x):
    return x**0.5


# run: power(np.array([2.0, -8.0, 0.0, 0.0]), np.array([0.5, 3.0, 0.0, -1.0]))
# run: power(np.array([-8.0, 1.0, np.nan]), np.array([0.5, np.nan, 0.0]))
# run: power(np.arange(5), np.arange(5))
# run: power(2, np.arange(10))
# run: power(np.arange(4.0), 3)
# run: power(np.arange(4, dtype=np.float32), np.arange(4, dtype=np.float32) / 4)
# run: power(np.arange(4, dtype=np.float32), np.arange(4, dtype=np.int32))
# run: square(np.array([100, -100], np.int8))
# run: square(np.arange(5.0)[::-1] / 3)
# run: root(np.array([4.0, 2.0, -1.0, -0.0]))
# run: root(np.arange(4))
