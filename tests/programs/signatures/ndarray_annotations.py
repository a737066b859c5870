# Annotations by `np.ndarray` and `npt.NDArray`, with the rank written or shown by the code.
import numpy as np
import numpy.typing as npt


def trace(x: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> np.float32:
    s = x[0, 0]
    for i in range(1, x.shape[0]):
        s += x[i, i]
    return s


def mean(x: npt.NDArray[np.float64]) -> float:
    total = 0.0
    for i in range(len(x)):
        total += x[i]
    return total / len(x)


def flipped(x: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    rows, columns = x.shape
    out = np.empty((columns, rows), np.int32)
    for i in range(rows):
        for j in range(columns):
            out[j, i] = x[i, j]
    return out


def by_axis(x: npt.NDArray[np.float64]):
    return x.sum(axis=2)


def row_sums(x: "npt.NDArray[np.float64]"):
    out = np.zeros(len(x))
    k = 0
    for row in x:
        for value in row:
            out[k] += value
        k += 1
    return out


def called(x: npt.NDArray[np.float32]) -> np.float32:
    return trace(x)


def of_any_rank(x: npt.NDArray[np.float64]):
    return x + 1


of_any_rank(np.zeros((2, 2)))

# run: trace(np.arange(9, dtype=np.float32).reshape(3, 3))
# run: trace(np.arange(16, dtype=np.float32).reshape(4, 4).T)
# run: mean(np.arange(10.0)[::-3])
# run: flipped(np.arange(6, dtype=np.int32).reshape(2, 3))
# run: by_axis(np.arange(24.0).reshape(2, 3, 4))
# run: row_sums(np.arange(6.0).reshape(2, 3))
# run: called(np.arange(9, dtype=np.float32).reshape(3, 3))
# run: of_any_rank(np.arange(6.0).reshape(2, 3))
