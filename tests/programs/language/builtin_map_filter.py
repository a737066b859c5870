# map, filter, zip, enumerate and reversed over arrays, ranges, tuples and each other.
def mapped(a):
    t = 0
    for x in map(lambda v: v + 1, a):
        t += x
    return t, sum(filter(lambda v: v > 1, a)), sum(map(max, a, a[::-1]))


def of_tuples():
    return tuple(map(abs, (-1, 2, -3))), tuple(zip((1, 2), (3, 4))), tuple(enumerate((5, 6), 1)), tuple(reversed((1, 2, 3)))


def zipped(a, n):
    s = 0
    for i, (x, k) in enumerate(zip(a, range(n))):
        s += i * x * k
    return s


def filtered(n):
    k = 0
    for x in filter(None, (i % 3 for i in range(n))):
        k += x
    return k


def backwards(n):
    s = 0
    for i in reversed(range(0, n, 3)):
        s = s * 10 + i
    return s


# run: mapped(np.array([1, 2, 3]))
# run: mapped(np.array([0.5, 2.5])[::-1])
# run: of_tuples()
# run: zipped(np.array([5, 6, 7]), 2)
# run: zipped(np.array([5, 6, 7]), 20)
# run: filtered(10)
# run: backwards(11)
