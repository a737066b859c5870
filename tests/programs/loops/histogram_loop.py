# Counts into bins: an index that the data decides.
import numpy as np


def histogram(x, bins, low, high):
    counts = np.zeros(bins, dtype=np.int64)
    for i in range(len(x)):
        k = int((x[i] - low) / (high - low) * bins)
        if 0 <= k < bins:
            counts[k] += 1
    return counts


def frequencies(x):
    counts = np.zeros(256, np.int32)
    for value in x:
        counts[value] += 1
    return counts


# run: histogram(np.random.default_rng(0).random(1000), 10, 0.0, 1.0)
# run: histogram(np.arange(20.0)[::-1], 4, 0.0, 20.0)
# run: histogram(np.zeros(0), 3, 0.0, 1.0)
# run: histogram(np.random.default_rng(5).standard_normal(100000), 7, -2, 2)
# run: frequencies((np.arange(1000) * 37 % 256).astype(np.uint8))
