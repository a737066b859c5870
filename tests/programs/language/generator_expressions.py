# Generator expressions in sum, any, all, min, max, list, tuple, sorted, next.
def over_array(a, k):
    return sum(x * k for x in a if x > 1), any(x > 2 for x in a), all(x < 3 for x in a), max(x * x for x in a)


def nested(n):
    return sum(i * j for i in range(n) for j in range(i) if (i + j) % 2)


def of_tuple(x):
    return tuple(v * x for v in (1, 2, 3)), sum(v * x for v in (1, 2.5))


def lists(n):
    a = list(x * x for x in range(n))
    return len(a), a[-1], sorted(x % 5 for x in range(n))[1]


def first(a, limit):
    return next((x for x in a if x > limit), -1)


def first_or_raise(a, limit):
    return next(x for x in a if x > limit)


def smallest(a):
    return min((x for x in a), default=-5)



# run: over_array(np.array([1, 2, 3]), 2)
# run: over_array(np.array([1.5, 0.25])[::-1], 2)
# run: nested(6)
# run: nested(0)
# run: of_tuple(3)
# run: lists(8)
# run: first(np.array([1, 5, 9]), 4)
# differs: the result has one type, that of the elements
# expect: np.int64(-1)
# run: first(np.array([1, 5, 9]), 40)
# run: first_or_raise(np.array([1, 5, 9]), 4)
# raises: StopIteration
# run: first_or_raise(np.array([1, 5, 9]), 40)
# run: smallest(np.array([3.5, 1.5]))
# differs: the result has one type, that of the elements
# expect: np.float64(-5.0)
# run: smallest(np.zeros(0))
