# sum adds from left to right, as Python's floats do; any and all stop early.
def sums(a):
    return sum(a), sum(a, 10), sum(range(len(a))), sum((1, 2.5, 3))


def order():
    return sum((1e100, 1.0, -1e100)), sum(x for x in (0.1, 0.2, 0.3))


def truths(a):
    return any(a), all(a), any(()), all(()), any((0, 0.0, 3))


def stops_at(a):
    calls = 0

    def check(x):
        nonlocal calls
        calls += 1
        return x > 1

    found = any(check(x) for x in a)
    return found, calls


# run: sums(np.array([1, 2, 3]))
# run: sums(np.array([0.1, 0.2, 0.3])[::-1])
# run: sums(np.array([200, 100], np.uint8))
# run: order()
# run: truths(np.array([0, 2]))
# run: truths(np.array([1.5]))
# run: truths(np.zeros(0))
# run: stops_at(np.array([0, 1, 2, 3]))
# run: stops_at(np.array([0, 1]))
