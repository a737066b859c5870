# Arrays at the top level of the file are constants of the functions.
import numpy as np

TABLE = np.array([3.0, 1.0, 2.0])
WEIGHTS = np.arange(6).reshape(2, 3)
SCALE = 2 * TABLE
LIMIT = 10
PAIR = (np.array([1, 2]), 5)


def looked_up(n):
    s = 0.0
    for i in range(n):
        s += TABLE[i % len(TABLE)]
    return s


def scaled(x):
    return x * SCALE + TABLE


def in_branch(c):
    if c:
        return WEIGHTS.sum()
    return LIMIT


def matrix(i, j):
    return WEIGHTS[i, j] + WEIGHTS.T[j, i] + PAIR[0][1] + PAIR[1]


def through_call(n):
    return looked_up(n) + looked_up(n)


def own_copy(n):
    table = TABLE.copy()
    table[0] = n
    return table, TABLE[0]


# run: looked_up(5)
# run: looked_up(0)
# run: scaled(np.ones(3))
# raises: ValueError
# run: scaled(np.ones(2))
# run: in_branch(True)
# run: in_branch(False)
# run: matrix(1, 2)
# run: through_call(4)
# run: own_copy(9)
