# Indices outside a list raise IndexError with CPython's words, for loads, stores, pop and del.


def load(i):
    xs = [1, 2, 3]
    return xs[i]


def store(i):
    xs = [1, 2, 3]
    xs[i] = 9
    return xs[0] + 10 * xs[1] + 100 * xs[2]


def pop(n, i):
    xs = [k for k in range(n)]
    return xs.pop(i), len(xs)


def delete(i):
    xs = [1, 2, 3]
    del xs[i]
    return xs[0] * 10 + xs[1]


# run: load(2)
# run: load(-3)
# raises: IndexError
# run: load(3)
# raises: IndexError
# run: load(-4)
# run: store(-1)
# raises: IndexError
# run: store(3)
# run: pop(3, 1)
# run: pop(3, -3)
# raises: IndexError
# run: pop(3, 3)
# raises: IndexError
# run: pop(0, -1)
# run: delete(0)
# raises: IndexError
# run: delete(-4)
