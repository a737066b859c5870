# A sum in another dtype goes through a buffer: blocks of 8192 elements.
import numpy as np


def mean(x):
    return np.mean(x)


def as_float(x):
    return np.sum(x, dtype=np.float64)


# run: mean((np.arange(20000) * 7919**3) % 10**15)
# run: mean(((np.arange(20000) * 7919) % 1000003).astype(np.int32)[::-1])
# run: mean((np.arange(100) * 7919**3) % 10**15)
# run: mean((np.arange(30000).reshape(100, 300) * 7919**3) % 10**15)
# run: as_float(np.random.default_rng(0).standard_normal(30000).astype(np.float32))
# run: as_float(np.random.default_rng(0).standard_normal(100).astype(np.float32))
# run: as_float(np.random.default_rng(0).standard_normal(30001).astype(np.float32)[::-3])
