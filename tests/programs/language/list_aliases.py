# Two names are one list; a slice and a copy are not.


def alias(n):
    xs = [1, 2, 3]
    ys = xs
    zs = xs[:]
    ys.append(n)
    xs[0] = 10
    return len(xs), len(ys), len(zs), ys[0], zs[0], xs is ys, xs is zs, xs == ys, xs == zs


def fill(xs, n):
    for i in range(n):
        xs.append(i)


def passed(n):
    xs = []
    fill(xs, n)
    fill(xs, 2)
    return len(xs), sum(xs)


def keep(xs):
    return xs


def returned(n):
    xs = [1]
    ys = keep(xs)
    ys.append(n)
    return xs[1], xs is ys


def inner(n):
    row = [0]
    rows = [row, row, [5]]
    rows[0].append(n)
    row.append(1)
    return len(rows[0]), len(rows[1]), len(rows[2]), rows[1][1]


# run: alias(4)
# run: passed(5)
# run: returned(8)
# run: inner(3)
