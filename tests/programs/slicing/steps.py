# Slices with steps, also negative ones, with all defaults.


def every(x, k):
    return x[::k]


def part(x, i, j, k):
    return x[i:j:k]


def down_from(x, i, k):
    return x[i::k]


def down_to(x, j, k):
    return x[:j:k]


# run: every(np.arange(7), 2)
# run: every(np.arange(7), -1)
# run: every(np.arange(7), -3)
# run: every(np.arange(7), 100)
# run: every(np.arange(0), -1)
# run: part(np.arange(20), 3, 17, 5)
# run: part(np.arange(20), 17, 3, -5)
# run: part(np.arange(20), 3, 17, -5)
# run: part(np.arange(20)[::-1], -3, -17, -4)
# run: part(np.arange(20), 100, -100, -7)
# run: down_from(np.arange(9.0), 6, -2)
# run: down_to(np.arange(9.0), 6, -2)
# run: down_to(np.arange(9.0), 6, -2**63)
# run: down_to(np.arange(9.0), 6, -2**63 + 1)
# run: down_to(np.arange(1.0), 0, -2**63)
