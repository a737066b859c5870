# Unsigned elements in loops: differences wrap, comparisons do not.


def gaps(x):
    s = 0
    for i in range(1, len(x)):
        if x[i] > x[i - 1]:
            s += int(x[i] - x[i - 1])
        else:
            s -= int(x[i - 1] - x[i])
    return s


def wrapped(x):
    for i in range(1, len(x)):
        x[i] = x[i] - x[i - 1]


# run: gaps(np.array([5, 200, 3, 3, 255], np.uint8))
# run: gaps(np.array([2**63, 2**63 + 5, 2**63 - 5], np.uint64))
# run: wrapped(np.array([5, 3, 200, 1], np.uint8))
# run: wrapped(np.array([5, 3, 200, 1], np.uint32)[::-1])
