# min and max with `key` and `default`, and over ranges, zip and enumerate.


def farthest(xs, centre):
    return max(range(len(xs)), key=lambda k: abs(xs[k] - centre)), min(range(len(xs)), key=lambda k: abs(xs[k] - centre))


def of_several(a, b, c):
    return max(a, b, c, key=lambda x: x % 10), min(a, b, c, key=abs)


def first_wins(n):
    pairs = [(k % 3, k) for k in range(n)]
    return max(pairs, key=lambda p: p[0]), min(pairs, key=lambda p: p[0])


def defaults(n):
    xs = [k * 2 for k in range(n)]
    return max(xs, default=-1), min(xs, default=100), max(xs, key=lambda x: -x, default=7)


def of_iterators(xs):
    return max(range(3, 9)), min(zip(xs, xs[::-1])), max(enumerate(xs)), sum(range(5))


def of_dict(n):
    scores = {k: (k * 7) % 5 for k in range(n)}
    return max(scores, key=lambda k: scores[k]), min(scores.items(), key=lambda item: item[1])


# run: farthest(np.array([1.0, 9.0, 4.0]), 4.0)
# raises: ValueError
# run: farthest(np.zeros(0), 1.0)
# run: of_several(18, 27, -36)
# run: first_wins(8)
# run: defaults(0)
# run: defaults(3)
# run: of_iterators(np.array([3, 1, 2]))
# run: of_dict(6)
