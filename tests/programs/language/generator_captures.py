# Generators see variables around them as they are when items are asked for.
def weighted(a, k):
    def items():
        for x in a:
            yield x * factor

    factor = k
    s = 0
    for y in items():
        s += y
        factor += 1
    return s


def nested_expressions(n):
    rows = (sum(i * j for j in range(n)) for i in range(n))
    return sum(rows)


def conditions(a, low):
    return sum(1 for x in a if x > low if x % 2 == 0)


# run: weighted(np.array([1, 2, 3]), 2)
# run: nested_expressions(4)
# run: conditions(np.array([1, 2, 3, 4, 6]), 3)
# run: conditions(np.zeros(0, np.int64), 3)
