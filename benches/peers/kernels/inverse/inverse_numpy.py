"""By `np.linalg.inv`, which takes all matrices in one call."""
import numpy as np


def inverse(m):
    return np.linalg.inv(m)
