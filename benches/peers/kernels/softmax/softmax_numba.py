"""Row by row: Numba's `max` and `sum` know no `keepdims`."""
import numpy as np


def softmax(x):
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        e = np.exp(x[i] - x[i].max())
        out[i] = e / e.sum()
    return out
