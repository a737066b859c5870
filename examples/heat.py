"""Heat that spreads through a plate: a partial differential equation in one line of slices."""
from numba import njit
import numpy as np


# npc: domain T: 0..1, rate: 0..0.25, steps: 0..3
@njit("void(float64[:, ::1], float64, int32)")
def diffuse(T, rate, steps):
    """Every inner point moves towards the mean of its four neighbours; the rim keeps its temperature.

    >>> T = np.zeros((3, 5))
    >>> T[1, 2] = 1
    >>> diffuse(T, 0.25, 1)
    >>> T[1]
    array([0.  , 0.25, 0.  , 0.25, 0.  ])
    """
    for _ in range(steps):
        T[1:-1, 1:-1] += rate * (T[:-2, 1:-1] + T[2:, 1:-1] + T[1:-1, :-2] + T[1:-1, 2:] - 4 * T[1:-1, 1:-1])


# npc: domain T: 0..1, x: -9..99, y: -9..99, radius: 0.5..50, heat: -1..1
@njit("void(float64[:, ::1], float64, float64, float64, float64)")
def brush(T, x, y, radius, heat):
    """Adds heat around a point, or takes some away, and keeps the plate between 0 and 1.

    >>> T = np.zeros((2, 4))
    >>> brush(T, 1.0, 0.0, 2.0, 0.8)
    >>> T
    array([[0.6, 0.8, 0.6, 0. ],
           [0.4, 0.6, 0.4, 0. ]])
    """
    rows, columns = T.shape
    dx = (np.arange(columns) - x) / radius
    dy = (np.arange(rows) - y) / radius
    spot = np.maximum(1 - dx * dx - (dy * dy)[:, np.newaxis], 0)
    T[...] = np.clip(T + heat * spot, 0, 1)


# npc: domain T: 0..1, T.shape: (n, m), pixels.shape: (n, m, 4)
@njit("void(uint8[:, :, ::1], float64[:, ::1])")
def glow(pixels, T):
    """The colours of the plate, as red, green, blue and opacity: black, violet, orange, yellow.

    >>> pixels = np.zeros((1, 3, 4), np.uint8)
    >>> glow(pixels, np.array([[0.0, 0.5, 1.0]]))
    >>> pixels[0]
    array([[  0,   0,   0, 255],
           [180,  31,   0, 255],
           [255, 255,   0, 255]], dtype=uint8)
    """
    rows, columns = T.shape
    for i in range(rows):
        for j in range(columns):
            t = T[i, j]
            pixels[i, j, 0] = int(255 * np.sqrt(t))
            pixels[i, j, 1] = int(255 * t * t * t)
            pixels[i, j, 2] = int(255 * max(6 * t * (1 - 2 * t), 0.0))
            pixels[i, j, 3] = 255
