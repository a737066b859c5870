# Python ints that come from `int()` of elements are checked, not wrapped.


def total(x):
    s = 0
    for i in range(len(x)):
        s += int(x[i])
    return s


def product(x):
    p = 1
    for i in range(len(x)):
        p *= int(x[i])
    return p


def average_index(x):
    return (0 + len(x)) // 2


# run: total(np.array([2**62, 2**61]))
# differs: a Python int has 64 bits
# raises: OverflowError
# run: total(np.array([2**62, 2**62]))
# run: product(np.array([100, 100, 100], np.int8))
# differs: a Python int has 64 bits
# raises: OverflowError
# run: product(np.full(10, 100, np.int8))
# run: average_index(np.zeros(7))
