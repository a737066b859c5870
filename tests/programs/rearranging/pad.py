# Padding by a constant, the edge, or the elements mirrored and wrapped.
import numpy as np


def constant(x):
    return np.pad(x, 1), np.pad(x, (2, 0)), np.pad(x, 1, constant_values=7), np.pad(x, 1, "constant", constant_values=(5, 6))


def modes(x, n):
    return np.pad(x, n, "edge"), np.pad(x, n, mode="reflect"), np.pad(x, (n, 1), "symmetric"), np.pad(x, n, mode="wrap")


def by_axis(x):
    return np.pad(x, ((1, 2), (0, 1))), np.pad(x, ((1, 0), (2, 2)), "edge")


# run: constant(np.array([1, 2, 3]))
# run: constant(np.arange(4.).reshape(2, 2).T)
# run: constant(np.zeros(0))
# run: modes(np.array([1, 2, 3]), 2)
# run: modes(np.array([1, 2, 3]), 7)
# run: modes(np.array([4.]), 2)
# run: modes(np.arange(6).reshape(2, 3)[:, ::-1], 2)
# raises: ValueError
# run: modes(np.zeros(0), 2)
# run: by_axis(np.arange(6).reshape(2, 3))
