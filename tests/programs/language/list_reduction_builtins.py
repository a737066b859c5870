# sum, min, max, any, all, sorted, len of lists; of empty ones they raise or give their neutral value.


def summary(xs):
    return sum(xs), min(xs), max(xs), any(xs), all(xs), sorted(xs)[0], len(xs)


def smallest(n):
    xs = [i for i in range(n)]
    return min(xs)


def nothing(n):
    xs = [i for i in range(n)]
    return any(xs), all(xs), len(xs)


# run: summary([3, 1, 2])
# run: summary([0.5, 0.0])
# run: smallest(3)
# raises: ValueError
# run: smallest(0)
# run: nothing(0)
# run: nothing(2)
