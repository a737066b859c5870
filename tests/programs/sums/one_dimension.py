# 1-d sums are pairwise over the whole axis, at every length around the limits of the method.
import numpy as np


def total(x):
    return np.sum(x)


# run: total(((np.arange(1) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(7) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(8) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(9) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(127) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(128) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(129) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(1003) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(8191) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(8193) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(20001) * 7919) % 1000 - 500) * 1.1e-3)
# run: total(((np.arange(100003) * 7919) % 1000 - 500) * 1.1e-3)
