# `and` and `or` give an operand and stop early; `not` gives a bool; conditional expressions run one side.


def operands(a, b):
    return a and b, a or b, not a


def guarded(x, i):
    if i < len(x) and x[i] > 0:
        return x[i]
    return -1.0


def either(n):
    return n % 2 == 0 or n % 3 == 0 and n > 10


def chosen(n):
    return 1.5 if n > 0 else -1.5 if n < 0 else 0.0


# run: operands(0, 5)
# run: operands(3, 5)
# run: operands(0.0, 2.5)
# run: guarded(np.array([1.0, 2.0]), 1)
# run: guarded(np.array([1.0, 2.0]), 7)
# run: either(9)
# run: either(15)
# run: either(4)
# run: chosen(3)
# run: chosen(-3)
# run: chosen(0)
