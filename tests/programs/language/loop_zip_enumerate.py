# zip stops with the shortest; enumerate counts from its start; both over arrays, lists, ranges and tuples.


def dot(x, y):
    total = 0.0
    for a, b in zip(x, y):
        total += a * b
    return total


def weights(x, start):
    total = 0.0
    for i, v in enumerate(x, start):
        total += i * v
    return total


def three(n):
    xs = [i * i for i in range(n)]
    total = 0
    for i, (a, b) in enumerate(zip(xs, range(100, 0, -1))):
        total += i * a - b
    return total


def fixed(n):
    total = 0
    for k, name in enumerate((n, n + 1, n + 2)):
        total += k * name
    return total


# run: dot(np.arange(4.0), np.arange(10.0)[::-2])
# run: dot(np.zeros(0), np.ones(3))
# run: weights(np.array([1.0, 2.0, 3.0]), 10)
# run: three(6)
# run: fixed(5)
