# Longer expressions over whole arrays, which a compiler may fuse.


def polynomial(x):
    return ((2 * x - 3) * x + 0.5) * x - 1


def blend(a, b, t):
    return a * (1 - t) + b * t


def distance2(x, y):
    return (x - y) * (x - y)


def normalize(x, low, high):
    return (x - low) / (high - low)


# run: polynomial(np.arange(7.0) / 3)
# run: polynomial(np.arange(7, dtype=np.float32)[::-1] / 3)
# run: blend(np.arange(5.0), np.arange(5.0)[::-1], 0.3)
# run: blend(np.zeros((2, 3)), np.ones((2, 3)), np.arange(3.0) / 4)
# run: distance2(np.arange(4), np.arange(4) * 3)
# run: normalize(np.arange(12.0).reshape(3, 4).T, 2.0, 9)
# run: polynomial(((np.arange(200000) * 7919) % 1000 - 500) * 1.1e-3)
