"""All distances between two sets of points, and k-means, which needs nothing else."""
from numba import njit
import numpy as np


# npc: domain d: (5, 4); a: (5, 2) -9..9; b: (4, 2) -9..9
@njit("void(float64[:, ::1], float64[:, ::1], float64[:, ::1])")
def distances(d, a, b):
    """Squared distances: one row for each point of a, one column for each point of b.

    >>> d = np.zeros((2, 1))
    >>> distances(d, np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([[0.0, 4.0]]))
    >>> d
    array([[16.],
           [ 9.]])
    """
    d[...] = ((a[:, np.newaxis, :] - b[np.newaxis, :, :]) ** 2).sum(axis=2)


# npc: domain labels: (5); d: (5, 4) 0..9
@njit("void(int64[::1], float64[:, ::1])")
def nearest(labels, d):
    """For each point, the centre that is nearest.

    >>> labels = np.zeros(2, np.int64)
    >>> nearest(labels, np.array([[4.0, 1.0], [0.0, 2.0]]))
    >>> labels
    array([1, 0])
    """
    labels[...] = d.argmin(axis=1)


# npc: domain points: (0..9, 2) -9..9; labels: (points.0) 0..3; centres: (4, 2) -9..9
@njit("void(float64[:, ::1], float64[:, ::1], int64[::1])")
def move(centres, points, labels):
    """Moves every centre to the mean of its points; centres without points stay.

    >>> centres = np.array([[0.0, 0.0], [9.0, 9.0]])
    >>> move(centres, np.array([[1.0, 0.0], [3.0, 4.0]]), np.array([0, 0]))
    >>> centres
    array([[2., 2.],
           [9., 9.]])
    """
    for k in range(len(centres)):
        x = y = n = 0.0
        for i in range(len(points)):
            if labels[i] == k:
                x += points[i, 0]
                y += points[i, 1]
                n += 1
        if n > 0:
            centres[k, 0] = x / n
            centres[k, 1] = y / n


# npc: domain d: (4, 4) 0..9; order: (4) 0..3; pixels: (4, 4); colours: (1..9); scale: 0..9
@njit("void(uint32[:, ::1], float64[:, ::1], int32[::1], uint32[::1], float64)")
def picture(pixels, d, order, colours, scale):
    """The matrix of distances in colours, its rows and columns in the given order.

    >>> pixels = np.zeros((2, 2), np.uint32)
    >>> picture(pixels, np.array([[0.0, 4.0], [4.0, 0.0]]), np.array([0, 1], np.int32), np.arange(3, dtype=np.uint32), 0.5)
    >>> pixels
    array([[0, 1],
           [1, 0]], dtype=uint32)
    """
    rows, columns = pixels.shape
    for i in range(rows):
        for j in range(columns):
            shade = int(scale * np.sqrt(d[order[i], order[j]]))
            pixels[i, j] = colours[min(shade, len(colours) - 1)]
