# Keys of other types: floats, bools and ints that are equal, tuples.


def tuples(n):
    grid = {}
    for i in range(n):
        for j in range(n):
            grid[(i, j)] = i * 10 + j
    total = 0
    for (i, j), v in grid.items():
        total += i * j * v
    return total, grid[n - 1, 0], (n, n) in grid


def floats(n):
    d = {}
    for i in range(n):
        d[i * 0.25] = i
    return d[0.5], 2.0 in d, 0.3 in d, d[1]


def changed(n):
    d = {1: 1, 2: 2}
    for k in d:
        if n > 0:
            d[k + 10] = 1
    return len(d)


# run: tuples(6)
# run: floats(9)
# run: changed(0)
# raises: RuntimeError
# run: changed(1)
