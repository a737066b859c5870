# Along the inner axis each row is summed pairwise.
import numpy as np


def rows(x):
    return np.sum(x, axis=1)


def last(x):
    return x.sum(axis=-1)


# run: rows(np.random.default_rng(0).standard_normal((20, 300)))
# run: rows(np.random.default_rng(0).standard_normal((3, 20001)))
# run: rows(np.random.default_rng(0).standard_normal((20, 5)))
# run: rows(np.random.default_rng(0).standard_normal((20, 600))[:, ::2])
# run: rows(np.random.default_rng(0).standard_normal((20, 300))[:, ::-1])
# run: rows(np.random.default_rng(0).standard_normal((20, 300))[::-1])
# run: last(np.random.default_rng(0).standard_normal((3, 4, 200)))
# run: last(np.random.default_rng(0).standard_normal((200, 4, 3)).T)
