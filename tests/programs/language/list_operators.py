# +, *, in, ==, <, += and *= of lists.
import numpy as np


def add(n):
    xs = [1, 2] + [n]
    ys = xs + xs
    ys += [9]
    ys *= 2
    return np.array(ys), len(xs)


def repeat(n):
    xs = [0] * n
    ys = n * [1.5]
    return len(xs), len(ys), np.array(xs + [1] * 3)


def compare(n):
    a = [1, 2, n]
    b = [1, 2, 3]
    return a == b, a != b, a < b, a <= b, a > b, a >= b, n in a, 17 in a, 17 not in b


def truth(n):
    xs = [i for i in range(n)]
    if xs:
        return 1
    return 0


# run: add(3)
# run: repeat(4)
# run: repeat(0)
# run: repeat(-1)
# run: compare(3)
# run: compare(2)
# run: compare(5)
# run: truth(0)
# run: truth(1)
