"""All distances between two sets of points, and k-means, which needs nothing else."""
from numba import njit
import numpy as np


# npc: domain d.shape: (n, m), a.shape: (n, k), b.shape: (m, k)
@njit("void(float64[:, ::1], float64[:, ::1], float64[:, ::1])")
def distances(d, a, b):
    """Squared distances of all points of a to all of b.

    >>> d = np.zeros((2, 1))
    >>> distances(d, np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([[0.0, 4.0]]))
    >>> d.T
    array([[16.,  9.]])
    """
    d[...] = ((a[:, np.newaxis, :] - b[np.newaxis, :, :]) ** 2).sum(axis=2)


# npc: domain labels.shape: (n), d.shape: (n, m + 1)
@njit("void(int64[::1], float64[:, ::1])")
def nearest(labels, d):
    """The nearest centre of each point.

    >>> labels = np.zeros(2, np.int64)
    >>> nearest(labels, np.array([[4.0, 1.0], [0.0, 2.0]]))
    >>> labels
    array([1, 0])
    """
    labels[...] = d.argmin(axis=1)


# npc: domain points.shape: (n, 2), labels.shape: (n), labels: 0 <= labels < len(centres), centres.shape: (m + 1, 2)
@njit("void(float64[:, ::1], float64[:, ::1], int64[::1])")
def move(centres, points, labels):
    """Moves each centre to the mean of its points, if it has some.

    >>> centres = np.array([[0.0, 0.0], [9.0, 9.0]])
    >>> move(centres, np.array([[1.0, 0.0], [3.0, 4.0]]), np.array([0, 0]))
    >>> centres[0]
    array([2., 2.])
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


# npc: domain pixels.shape: (n, m), d.shape: (n, m), d: 0..9, scale: 0..99, colours.shape: (k + 1)
@njit("void(uint32[:, ::1], float64[:, ::1], uint32[::1], float64)")
def picture(pixels, d, colours, scale):
    """Distances in colours.

    >>> pixels = np.zeros((1, 3), np.uint32)
    >>> picture(pixels, np.array([[0.0, 4.0, 99.0]]), np.array([7, 8, 9], np.uint32), 0.5)
    >>> pixels
    array([[7, 8, 9]], dtype=uint32)
    """
    rows, columns = pixels.shape
    for i in range(rows):
        for j in range(columns):
            shade = int(scale * np.sqrt(d[i, j]))
            pixels[i, j] = colours[min(shade, len(colours) - 1)]
