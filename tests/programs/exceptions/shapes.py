# What NumPy's functions raise.
import numpy as np


def add(x, y):
    return x + y


# raises: ValueError
# run: add(np.zeros(3), np.zeros(4))
# raises: ValueError
# run: add(np.zeros((2, 3)), np.zeros(2))
# raises: ValueError
# run: add(np.zeros((2, 3)), np.zeros((3, 2)))


def add_into(x, y):
    x += y
    return x


# raises: ValueError
# run: add_into(np.zeros(3), np.zeros(4))
# raises: ValueError
# run: add_into(np.zeros(3), np.zeros((2, 3)))


def assign(x, y):
    x[1:] = y
    return x


# raises: ValueError
# run: assign(np.zeros(3), np.zeros(3))


def reshaped(x, n):
    return x.reshape(n, 2)


# raises: ValueError
# run: reshaped(np.zeros(7), 3)
# raises: ValueError
# run: reshaped(np.zeros(7), -1)


def made(n):
    return np.zeros(n)


# raises: ValueError
# run: made(-1)


def filled(n):
    return np.full((2, n), 1.0)


# raises: ValueError
# run: filled(-3)


def smallest(x):
    return np.min(x)


# raises: ValueError
# run: smallest(np.zeros(0))


def largest(x):
    return x.max()


# raises: ValueError
# run: largest(np.zeros(0))


def where_smallest(x):
    return np.argmin(x)


# raises: ValueError
# run: where_smallest(np.zeros(0))


def product(a, b):
    return a @ b


# raises: ValueError
# run: product(np.zeros((2, 3)), np.zeros((2, 3)))
# raises: ValueError
# run: product(np.zeros(3), np.zeros(4))


def dotted(a, b):
    return np.dot(a, b)


# raises: ValueError
# run: dotted(np.zeros(3), np.zeros(4))
# raises: ValueError
# run: dotted(np.zeros((2, 3)), np.zeros(2))


def joined(a, b):
    return np.concatenate((a, b))


# raises: ValueError
# run: joined(np.zeros((2, 3)), np.zeros((2, 4)))


def stacked(a, b):
    return np.stack((a, b))


# raises: ValueError
# run: stacked(np.zeros(3), np.zeros(4))


def truth(x):
    if x:
        return 1
    return 0


# raises: ValueError
# run: truth(np.zeros(3))


def compared(x, y):
    return (x < y).all()


# raises: ValueError
# run: compared(np.zeros(3), np.zeros(4))


def chosen(c, x, y):
    return np.where(c, x, y)


# raises: ValueError
# run: chosen(np.zeros(3, bool), np.zeros(3), np.zeros(4))


def spread(x):
    return np.broadcast_to(x, (2, 4))


# raises: ValueError
# run: spread(np.zeros(3))


def unpacked(x):
    a, b = x
    return a + b


# raises: ValueError
# run: unpacked(np.zeros(3))
# raises: ValueError
# run: unpacked(np.zeros(1))


def out_of(x, out):
    np.add(x, x, out=out)
    return 0


# raises: ValueError
# run: out_of(np.zeros(3), np.zeros(4))


def masked(x, m):
    x[m] = 1.0
    return x


# raises: IndexError
# run: masked(np.zeros(3), np.zeros(4, bool))


def in_method_chain(x, y):
    return (
        x.reshape(2, 2)
        .sum(axis=0)
        + y
    )


# raises: ValueError
# run: in_method_chain(np.zeros(4), np.zeros(3))
