# Annotations by `np.ndarray`, which give the rank and the dtype.
import numpy as np


def trace(x: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> np.float32:
    s = x[0, 0]
    for i in range(1, x.shape[0]):
        s += x[i, i]
    return s


# run: trace(np.arange(9, dtype=np.float32).reshape(3, 3))
# run: trace(np.arange(16, dtype=np.float32).reshape(4, 4).T)
