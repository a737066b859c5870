"""One step of k-means: each point to its nearest centre, then the centres to the means."""
import numpy as np


def kmeans(points: "float64[:, ::1]", centres: "float64[:, ::1]"):
    nearest = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2).argmin(axis=1)
    moved = np.empty_like(centres)
    for k in range(centres.shape[0]):
        moved[k] = points[nearest == k].mean(axis=0)
    return moved
