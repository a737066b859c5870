# Lists indexed by loop variables, negative indices, and lengths that change on the way.


def smooth(xs):
    out = []
    for i in range(len(xs)):
        left = xs[i - 1]
        right = xs[(i + 1) % len(xs)]
        out.append((left + xs[i] + right) / 3)
    return out


def until(xs, limit):
    i = 0
    while i < len(xs) and xs[i] < limit:
        i += 1
    del xs[i:]
    return xs


def dedupe(xs):
    i = 1
    while i < len(xs):
        if xs[i] == xs[i - 1]:
            del xs[i]
        else:
            i += 1
    return xs


def prefix(xs):
    for i in range(1, len(xs)):
        xs[i] += xs[i - 1]
    return xs


# run: smooth([1.0, 2.0, 6.0])
# run: until([1, 2, 9, 3], 5)
# run: dedupe([1, 1, 2, 2, 2, 3])
# run: prefix([1, 2, 3, 4])
