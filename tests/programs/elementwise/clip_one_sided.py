# `np.clip` with None for a limit, and with keywords.
import numpy as np


def below(x, high):
    return np.clip(x, None, high)


def above(x, low):
    return np.clip(x, low, None)


def keywords(x, low, high):
    return x.clip(min=low, max=high), np.clip(x, a_max=high, a_min=low)


# run: below(np.arange(5), 2)
# run: below(np.arange(5.0)[::-1], 2.5)
# run: above(np.arange(5), 2)
# run: above(np.arange(5, dtype=np.int16), 2)
# run: keywords(np.arange(5), 1, 3)
