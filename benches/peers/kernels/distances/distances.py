"""K8: the distances of all pairs of points."""
import numpy as np


def distances(x: "float64[:, ::1]"):
    return np.sqrt(((x[:, None, :] - x[None, :, :]) ** 2).sum(axis=2))
