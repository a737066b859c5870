# `np.power`, `np.square` and `np.reciprocal` beside the operator.
# ulp: 2
import numpy as np


def powers(x, y):
    return np.power(x, y)


def squares(x):
    return np.square(x)


# run: powers(np.arange(5.0), 2.5)
# run: powers(np.arange(5), 3)
# run: powers(np.arange(3)[:, None], np.arange(4))
# run: squares(np.arange(-3, 4))
# run: squares(np.arange(-3, 4) / 7)
# run: squares(np.int8(100))
