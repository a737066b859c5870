# np.histogram: bins of one width, bins by their edges, density, and values on an edge.
import numpy as np


def equal(x, bins, low, high):
    return np.histogram(x, bins=bins, range=(low, high))


def automatic(x):
    return np.histogram(x)


def automatic_bins(x, bins):
    return np.histogram(x, bins)


def edges(x, at):
    return np.histogram(x, at)


def density(x):
    return np.histogram(x, 4, (0.0, 2.0), density=True)


# run: equal(np.arange(100) * 0.1, 7, 0.0, 7.0)
# run: equal(np.arange(1001) * 0.1, 30, 0.3, 77.7)
# run: equal(np.arange(1001) * 0.7 - 100, 1, 0.3, 77.7)
# run: equal((np.arange(300) * 0.37 - 20).astype(np.float32), 11, 0.1, 33.3)
# run: equal(np.arange(300).reshape(20, 15)[::-2, 1::3] % 17, 5, 2, 11)
# run: equal(np.array([np.nan, 0.5, np.inf, -np.inf, 1.0]), 2, 0.0, 1.0)
# run: equal(np.zeros(0), 3, 0.0, 1.0)
# run: equal(np.array([0.0, 0.1]), 3, 0.1, 0.1)
# raises: ValueError: `bins` must be positive, when an integer
# run: equal(np.arange(3.0), 0, 0.0, 1.0)
# raises: ValueError: max must be larger than min in range parameter.
# run: equal(np.arange(3.0), 2, 1.0, 0.0)
# raises: ValueError: Too many bins for data range. Cannot create 1000 finite-sized bins.
# run: equal(np.arange(3.0), 1000, 1.0, 1.0000000000000004)
# run: automatic(np.arange(1000) ** 2 % 97)
# run: automatic(np.sqrt(np.arange(1000)) % 1.7)
# run: automatic(np.full(5, 3.25))
# run: automatic(np.zeros(0))
# run: automatic((np.arange(300) * 0.37 - 20).astype(np.float32))
# run: equal((np.arange(300) % 4).astype(np.float32), 3, 2, 2)
# run: automatic_bins(np.arange(100, dtype=np.uint8), 9)
# run: edges(np.arange(100) % 13, np.array([0, 1, 5, 5, 12]))
# run: edges(np.sqrt(np.arange(200)), np.array([0.5, 2.0, 3.7, 14.0]))
# run: edges(np.array([np.nan, 1.0, 2.0, 3.0, 4.0]), np.array([1.0, 3.0]))
# raises: ValueError: `bins` must increase monotonically, when an array
# run: edges(np.arange(4.0), np.array([1.0, 0.0]))
# run: density(np.sqrt(np.arange(20)) * 0.5)
