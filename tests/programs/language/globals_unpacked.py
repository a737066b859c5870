# Globals bound by unpacking and by chains of assignments.

A, B, C = range(3)
LOW = HIGH = 7
(X, Y), Z = (1.5, 2), [3, 4]
FIRST, SECOND = ((0, 1), (1, 0))[1]


def constants():
    return A, B, C, LOW, HIGH, X, Y, FIRST, SECOND


def use(k):
    if k == B:
        return Z[0]
    elif k == C:
        return Z[1]
    return A


# run: constants()
# run: use(0)
# run: use(1)
# run: use(2)
