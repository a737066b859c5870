"""With loops: Numba has no `argmin` and no `mean` along an axis."""
import numpy as np


def kmeans(points, centres):
    moved = np.zeros_like(centres)
    counts = np.zeros(centres.shape[0])
    for i in range(points.shape[0]):
        best, nearest = np.inf, 0
        for k in range(centres.shape[0]):
            distance = 0.0
            for d in range(points.shape[1]):
                distance += (points[i, d] - centres[k, d]) ** 2
            if distance < best:
                best, nearest = distance, k
        counts[nearest] += 1
        for d in range(points.shape[1]):
            moved[nearest, d] += points[i, d]
    for k in range(centres.shape[0]):
        moved[k] /= counts[k]
    return moved
