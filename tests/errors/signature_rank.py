# `NDArray` leaves the rank to the code, which must say it.
import numpy as np
import numpy.typing as npt


def f(x: npt.NDArray[np.float32]):  # error[missing-type]: the number of axes of `x` is not known … `float32[:]` or `float32[:, :]`
    return x * 2


def g(x: npt.NDArray[np.floating]):  # error[invalid-signature]: `floating` is a family of types … `np.float64`
    return x[0]


def h(x: np.ndarray):  # error[missing-type]: `np.ndarray` says neither the dtype nor the number of axes
    return x[0]
