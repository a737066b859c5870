# A full sum of rows that do not touch: blocks of whole rows of at most 8192 elements.
import numpy as np


def total(x):
    return np.sum(x)


# run: total(np.random.default_rng(0).standard_normal((300, 101))[:, :-1])
# run: total(np.random.default_rng(0).standard_normal((3000, 7))[:, 1:4])
# run: total(np.random.default_rng(0).standard_normal((90, 200))[:, ::2])
# run: total(np.random.default_rng(0).standard_normal((9, 10001))[:, :-1])
# run: total(np.random.default_rng(0).standard_normal((9, 8193))[:, :-1])
# run: total(np.random.default_rng(0).standard_normal((200, 8))[:, :5])
# run: total(np.random.default_rng(0).standard_normal((5, 4))[:, :3])
# run: total(np.random.default_rng(0).standard_normal((101, 300)).T[:-1])
