# min and max: arrays, keys, defaults, several arguments.
def of_array(a):
    return min(a), max(a)


def with_key(a):
    return max(a, key=lambda v: -v), min(3, -4, 2, key=abs), max((1, -7), key=abs)


def with_default(n):
    return max(range(n), default=-1), min((), default=5), max((x for x in range(n) if x % 2), default=0)


def clipped(x, low, high):
    return max(low, min(x, high))


def of_tuples(x):
    return min((2, x), (1, 5)), max((2, x), (2, 5))


def of_range(n):
    return min(range(3, n))


# run: of_array(np.array([3, 1, 2]))
# run: of_array(np.array([3.5, -1.5])[::-1])
# run: of_array(np.array([2, 3], np.uint8))
# raises: ValueError: min() arg is an empty sequence
# run: of_array(np.zeros(0))
# run: with_key(np.array([3, 1, 2]))
# run: with_default(4)
# run: with_default(0)
# run: clipped(5, 0, 3)
# run: clipped(-5, 0, 3)
# run: of_tuples(9)
# run: of_range(7)
# raises: ValueError: min() arg is an empty sequence
# run: of_range(2)
