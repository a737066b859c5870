# Generators with loops, state and arguments that are functions.
def collatz(n):
    while n != 1:
        yield n
        n = 3 * n + 1 if n % 2 else n // 2
    yield 1


def longest(limit):
    best = 0
    at = 0
    for start in range(1, limit):
        length = 0
        for _ in collatz(start):
            length += 1
        if length > best:
            best, at = length, start
    return best, at


def take(items, n):
    k = 0
    for x in items:
        if k == n:
            return
        yield x
        k += 1


def count_from(n, step=1):
    while True:
        yield n
        n += step


def sum_of_first(n, start):
    return sum(take(count_from(start, 2), n))


def running(f, items):
    total = None
    for x in items:
        total = x if total is None else f(total, x)
        yield total


def maxima(a):
    s = 0
    for m in running(lambda p, q: p if p > q else q, a):
        s = s * 10 + m
    return s


# run: longest(30)
# run: sum_of_first(4, 5)
# run: sum_of_first(0, 5)
# run: maxima(np.array([1, 3, 2, 5]))
