"""A million values in bins, and what lies under a brush, computed anew on every move."""
from numba import njit
import numpy as np


def _uniform(k, seed):
    """A number between 0 and 1 from a hash of k.

    >>> round(float(_uniform(0, np.uint32(1))), 4)
    0.3921
    """
    k = np.uint32(k) + seed * np.uint32(0x9E3779B9)
    k = (k ^ (k >> 16)) * np.uint32(0x21F0AAAD)
    k = (k ^ (k >> 15)) * np.uint32(0x735A2D97)
    return (k ^ (k >> 15)) / 4294967296


# npc: domain seed: 0..1000
@njit("void(float64[::1], uint32)")
def arrivals(x, seed):
    """When people come to a canteen: most at noon, some early, some late, a few at any time.

    >>> x = np.zeros(3)
    >>> arrivals(x, np.uint32(1))
    >>> x.round(2)
    array([13.39, 12.24, 18.8 ])
    """
    for k in range(len(x)):
        bell = 2 * (_uniform(k, 4 * seed) + _uniform(k, 4 * seed + 1) + _uniform(k, 4 * seed + 2)) - 3
        pick = _uniform(k, 4 * seed + 3)
        if pick < 0.2:
            x[k] = 8 + 0.5 * bell
        elif pick < 0.65:
            x[k] = 12.4 + 0.7 * bell
        elif pick < 0.9:
            x[k] = 18.6 + 0.9 * bell
        else:
            x[k] = 12 + 4 * bell


# npc: domain bars.shape: (k + 1), x: 0..24, low: 0..10, high: 11..24
@njit("void(int64[::1], float64[::1], float64, float64)")
def count(bars, x, low, high):
    """The heights of the bars between low and high.

    >>> bars = np.zeros(2, np.int64)
    >>> count(bars, np.array([1.0, 1.5, 3.0, 4.0, 9.0]), 0.0, 4.0)
    >>> bars
    array([2, 2])
    """
    bars[...] = np.histogram(x, bins=len(bars), range=(low, high))[0]


# npc: domain x: 0..24, low: 0..24, high: 0..24
@njit("Tuple((int64, float64, float64))(float64[::1], float64, float64)")
def summary(x, low, high):
    """How many values lie between low and high, their mean, and their standard deviation.

    >>> n, mean, std = summary(np.array([1.0, 2.0, 4.0, 90.0]), 0.0, 3.0)
    >>> int(n), float(mean), float(std)
    (2, 1.5, 0.5)
    """
    inside = (x >= low) & (x <= high)
    n = np.count_nonzero(inside)
    mean = np.where(inside, x, 0).sum() / max(n, 1)
    variance = (np.where(inside, x - mean, 0) ** 2).sum() / max(n, 1)
    return n, mean, np.sqrt(variance)


# npc: domain bars.shape: (k + 1), bars: 0..100, q: 0..1, low: 0..10, high: 11..24
@njit("float64(int64[::1], float64, float64, float64)")
def quantile(bars, q, low, high):
    """The value below which a part q of the counted values lies, by a straight line inside its bar.

    >>> float(quantile(np.array([1, 2, 1]), 0.5, 0.0, 3.0))
    1.5
    """
    below = np.cumsum(bars)
    wanted = q * below[-1]
    k = min(np.searchsorted(below, wanted), len(bars) - 1)
    part = (wanted - (below[k] - bars[k])) / max(bars[k], 1)
    return low + (high - low) * (k + part) / len(bars)
