# Parameters with a default of None, given or not, passed on.
import numpy as np


def scale(x, factor=None, offset=None):
    if factor is None:
        factor = 2
    result = x * factor
    if offset is not None:
        result = result + offset
    return result


def forward(x, offset=None):
    return scale(x, offset=offset)


def calls(x):
    return scale(x), scale(x, 3), scale(x, offset=1), scale(x, None, 5), forward(x), forward(x, 7)


def chosen(x, n):
    limit = None
    if n > 0:
        limit = n
    return scale(x, limit)


# run: calls(10)
# run: calls(np.arange(3))
# run: chosen(10, 0)
# run: chosen(10, 5)
