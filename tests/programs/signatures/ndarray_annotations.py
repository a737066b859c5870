# Annotations by `numpy.typing` and `np.ndarray`, with the rank inferred or given.
import numpy as np
import numpy.typing as npt


def total(x: npt.NDArray[np.float64]) -> float:
    s = 0.0
    for i in range(len(x)):
        s += x[i]
    return s


def trace(x: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> np.float32:
    s = x[0, 0]
    for i in range(1, x.shape[0]):
        s += x[i, i]
    return s


# run: total(np.arange(5.0))
# run: trace(np.arange(9, dtype=np.float32).reshape(3, 3))
# run: trace(np.arange(16, dtype=np.float32).reshape(4, 4).T)
