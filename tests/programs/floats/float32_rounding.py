# Every operation on float32 rounds to float32.


def chain(x, y):
    return x * y + x / y - y


def accumulate(x):
    s = x[0] * 0
    for i in range(len(x)):
        s += x[i] * x[i]
    return s


def third(x):
    return x / 3


# run: chain(np.float32(0.1), np.float32(0.7))
# run: chain(np.float32(16777216), np.float32(1.1))
# run: chain(np.arange(1, 9, dtype=np.float32) / 7, np.float32(0.3))
# run: chain(np.float32(3e38), np.float32(10))
# run: accumulate(np.arange(100, dtype=np.float32) / 7)
# run: accumulate(np.arange(100, dtype=np.float32)[::-3] / 7)
# run: third(np.float32(1))
# run: third(np.float32(1e-45))
