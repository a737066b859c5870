# zip, enumerate, reversed, map and iter under names, gone over once; functions that keep a comprehension's variable.
def zipped(a):
    pairs = zip(a, a[::-1])
    s = 0
    for x, y in pairs:
        s += x * y
    return s


def static(n):
    t = tuple(zip((1, 2), (3, n)))
    numbered = enumerate((5, 6), start=n)
    back = reversed((1, 2, 3))
    first = [x for x in back][0]
    return t, list(numbered)[1], first


def mapped(a):
    doubled = map(lambda v: 2 * v, a)
    return sum(doubled)


def first_of(a):
    it = iter(a)
    return next(it, -1)


def own_variable(n):
    fs = [lambda x, i=i: x * i for i in (1, 2, 3)]
    return fs[0](n), fs[2](n)


# run: zipped(np.array([1, 2, 3]))
# run: static(4)
# run: mapped(np.array([1.5, 2.0]))
# run: first_of(np.array([7, 8]))
# run: own_variable(10)
