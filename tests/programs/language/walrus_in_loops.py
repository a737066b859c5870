# Assignment expressions in tests of loops and comprehensions.


def halve(n):
    steps = []
    while (n := n // 2) > 0:
        steps.append(n)
    return steps, n


def first_square(limit):
    k = 0
    while (s := k * k) < limit:
        k += 1
    return s, k


def both(xs):
    if (n := len(xs)) > 2 and (m := max(xs)) > 5:
        return n, m
    return n, -1


# run: halve(20)
# run: first_square(50)
# run: both([1, 9, 3])
# run: both([1])
