# Defaults beside annotations.
import numpy as np
from numba import float64


def smooth(x: float64[:], weight: float = 0.5, rounds: int = 1):
    y = x.copy()
    for _ in range(rounds):
        y[1:] = weight * y[1:] + (1 - weight) * y[:-1]
    return y


# run: smooth(np.arange(5.0) ** 2)
# run: smooth(np.arange(5.0) ** 2, 0.25)
# run: smooth(np.arange(5.0) ** 2, 0.25, 3)
# run: smooth(np.arange(5.0) ** 2, rounds=2)
