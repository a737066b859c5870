# Generators over lists, dicts and instances; generators that yield tuples and lists.


def chunks(xs, n):
    for i in range(0, len(xs), n):
        yield xs[i : i + n]


def split(xs, n):
    return [sum(c) for c in chunks(xs, n)]


def neighbours(i, j, n):
    for di, dj in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        if 0 <= i + di < n and 0 <= j + dj < n:
            yield i + di, j + dj


def degree(n):
    return [[len([1 for _ in neighbours(i, j, n)]) for j in range(n)] for i in range(n)]


def flatten(table):
    for row in table:
        yield from row


def total(table):
    s = 0
    for v in flatten(table):
        s += v
    return s


# run: split([1, 2, 3, 4, 5], 2)
# run: degree(3)
# run: total([[1, 2], [], [3]])
