# Generator expressions that are used up at once by a builtin.


def sums(n):
    return sum(k * k for k in range(n)), sum(i * j for i in range(n) for j in range(i) if (i + j) % 2), sum(x / 2 for x in (1, 2, 3))


def extremes(xs):
    return min(abs(x) for x in xs), max(x * x for x in xs), sorted(-x for x in xs)[0]


def found(xs, y):
    return any(x == y for x in xs), all(x != y for x in xs), any(x > y for row in (xs, xs[::-1]) for x in row)


def stops(xs, wanted):
    """What comes after the first hit is not looked at."""
    return any(10 // x == wanted for x in xs)


def over_names(n):
    k = 5
    total = sum(k for k in range(n))
    factor = 3
    return total, k, sum(factor * x for x in range(k))


# run: sums(6)
# run: sums(1)
# run: extremes(np.array([3, -1, 2]))
# raises: ValueError
# run: extremes(np.zeros(0, np.int64))
# run: found(np.array([1, 5, 2]), 5)
# run: found(np.array([1, 5, 2]), 9)
# run: found(np.zeros(0), 9)
# run: stops((5, 2, 0), 5)
# run: over_names(4)
