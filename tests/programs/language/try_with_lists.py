# Exceptions from lists and dicts are caught; what was done before stays done; nothing leaks.


def lookup(d, k):
    try:
        return d[k]
    except KeyError:
        return -1


def pops(n):
    xs = [i for i in range(n)]
    taken = []
    while True:
        try:
            taken.append(xs.pop())
        except IndexError:
            break
    return taken, len(xs)


def partial(n):
    xs = []
    try:
        for i in range(n):
            if i == 3:
                raise ValueError("three")
            xs.append([i])
    except ValueError:
        xs.append([-1])
    return xs


def converted(xs, i):
    try:
        return xs[i]
    except (IndexError, KeyError):
        return 0.0
    finally:
        xs.append(1.0)


# run: lookup({1: 2}, 1)
# run: lookup({1: 2}, 5)
# run: pops(3)
# run: pops(0)
# run: partial(2)
# run: partial(6)
# run: converted([1.5], 0)
# run: converted([1.5], 7)
