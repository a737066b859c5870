# Lists passed through functions: built in one, changed in another, returned by a third.


def build(n):
    return [i * 0.5 for i in range(n)]


def double(xs):
    for i in range(len(xs)):
        xs[i] *= 2
    return None


def evens(xs):
    return [x for i, x in enumerate(xs) if i % 2 == 0]


def chain(n):
    xs = build(n)
    double(xs)
    ys = evens(xs)
    double(ys)
    return xs, ys


def twice(n):
    a = build(n)
    b = build(n)
    a.append(100.0)
    return len(a), len(b), a[:n] == b


# run: chain(5)
# run: chain(0)
# run: twice(3)
