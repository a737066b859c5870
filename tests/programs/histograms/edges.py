# Values on, just below and just above the edges of many bins; ranges far from zero, where the edges are coarse; all dtypes.
import numpy as np


def counts(x, bins, low, high):
    return np.histogram(x, bins=bins, range=(low, high))


def automatic(x, bins):
    return np.histogram(x, bins)[0]


def places(a, v):
    return np.searchsorted(a, v), np.searchsorted(a, v, side="right")


def place(a, v):
    return np.searchsorted(a, v), np.searchsorted(a, v, side="right")


# run: e = np.linspace(0.1, 7.3, 38); counts(np.concatenate((e, np.nextafter(e, -9), np.nextafter(e, 99))), 37, 0.1, 7.3)
# run: e = np.linspace(-1e-3, 1e9, 1001); counts(np.concatenate((e, np.nextafter(e, -9e9), np.nextafter(e, 9e9))), 1000, -1e-3, 1e9)
# run: e = np.linspace(0.0, 1.0, 101); counts(np.concatenate((e, np.nextafter(e, -1), np.nextafter(e, 2))), 100, 0.0, 1.0)
# run: counts(1e15 + np.arange(200) * 0.125, 16, 1e15, 1e15 + 20)
# run: counts(np.array([0.0, 5e-324, 1e-323, 1.5e-323, 2e-323]), 3, 0.0, 2e-323)
# run: counts(np.array([-1.7e308, 0.0, 1e300]), 4, -8e307, 8e307)
# run: counts(np.arange(1000, dtype=np.float32) / 7, 23, 3.5, 99.25)
# run: counts(np.arange(-100, 100), 9, -50, 49)
# run: counts((np.arange(256)).astype(np.uint8), 10, 3, 200)
# run: counts(np.sin(np.arange(999.0)), 5000, -1.0, 0.75)
# run: counts(np.where(np.arange(99) % 5 == 0, np.nan, np.arange(99.0)), 7, 3, 90)
# run: automatic(np.sin(np.arange(2000.0)), 100)
# run: automatic(np.sin(np.arange(2000.0))[::-3], 7)
# run: automatic(np.arange(-128, 128).astype(np.int8), 10)
# run: places(np.array([1.0, 2.0, 2.0, 2.0, 3.0, np.inf, np.nan, np.nan]), np.array([0.0, 1.0, 2.0, 2.5, 3.0, np.inf, np.nan, -np.inf, 9.0]))
# run: places(np.zeros(0), np.arange(5.0))
# run: places(np.array([5]), np.arange(10))
# run: places(np.arange(37) * 3, np.arange(-5, 120))
# run: places(np.arange(37)[::3], np.arange(0, 40, 2)[::-1])
# run: places(np.arange(6.0), np.arange(12).reshape(3, 4).T)
# run: places(np.arange(37, dtype=np.float32), np.arange(0, 40, 0.5))
# run: place(np.array([0.0, -0.0, 0.0, 1.0]), -0.0)
# run: place(np.zeros(0), 1.0)
