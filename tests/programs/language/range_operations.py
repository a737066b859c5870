# Ranges as values: length, membership by loops, lists and sums of them.


def lengths(a, b, c):
    r = range(a, b, c)
    return len(r), sum([i for i in r]), list(r)


def evens(n):
    return [i for i in range(0, n, 2)], max(range(1, n)), min(range(3, n + 4))


# run: lengths(0, 10, 3)
# run: lengths(10, 0, -4)
# run: lengths(0, 0, 1)
# run: evens(7)
