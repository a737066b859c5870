# In-place operators on whole arrays keep dtype and memory.


def add(x, y):
    x += y


def chain(x):
    x *= 2
    x -= 1
    x //= 3
    x **= 2
    x %= 7
    return x


def bits(x):
    x <<= 2
    x |= 1
    x ^= 6
    x &= 60
    x >>= 1


def divide(x, y):
    x /= y


# run: add(np.arange(4), 5)
# run: add(np.arange(4.0), np.arange(4))
# run: add(np.arange(6.0).reshape(2, 3).T, np.arange(2))
# run: add(np.arange(4, dtype=np.float32), np.arange(4) / 3)
# run: add(np.array(1.0), 2)
# run: chain(np.arange(8))
# run: chain(np.arange(8, dtype=np.uint8)[::-2] * 30)
# run: chain(np.arange(5.0))
# run: bits(np.arange(9))
# run: divide(np.arange(4.0), 3)
# run: divide(np.arange(4, dtype=np.float32)[::-1], 3)
