# Annotation numpy array.
import numpy as np


def f(a: np.ndarray):  # error[missing-type]: `np.ndarray` says neither the dtype nor the number of axes
    return a.sum()
