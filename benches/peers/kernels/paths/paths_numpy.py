"""With one array expression for each node."""
import numpy as np


def paths(lengths):
    d = lengths.copy()
    for k in range(d.shape[0]):
        d = np.minimum(d, d[:, k, None] + d[k])
    return d
