# The arithmetic operators on arrays of equal shape.


def add(x, y):
    return x + y


def subtract(x, y):
    return x - y


def multiply(x, y):
    return x * y


def divide(x, y):
    return x / y


# run: add(np.arange(5), np.arange(5) * 10)
# run: add(np.arange(6.0).reshape(2, 3), np.arange(6.0).reshape(3, 2).T)
# run: subtract(np.arange(10)[::-2], np.arange(5.0) / 3)
# run: subtract(np.zeros(0), np.zeros(0))
# run: multiply(np.asfortranarray(np.arange(6).reshape(2, 3)), np.asfortranarray(np.arange(6).reshape(2, 3)))
# run: multiply(np.array(3), np.array(0.5))
# run: divide(np.arange(1, 6), np.arange(5, 0, -1))
# run: divide(np.arange(6, dtype=np.float32), np.float32(3) + np.zeros(6, np.float32))
# run: add(np.random.default_rng(0).random(100000), np.random.default_rng(1).random(100000)[::-1])
