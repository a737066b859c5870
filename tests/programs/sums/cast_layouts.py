# Sums with a cast along axes and over gaps: no block is longer than 8192, and none goes beyond its row.
import numpy as np


def total(x):
    return np.sum(x, dtype=np.float64)


def rows(x):
    return np.mean(x, axis=1)


def columns(x):
    return x.mean(axis=0)


# run: rows((np.arange(1500).reshape(5, 300) * 7919**3) % 10**15)
# run: rows((np.arange(60003).reshape(3, 20001) * 7919**3) % 10**15)
# run: columns((np.arange(6000).reshape(300, 20) * 7919**3) % 10**15)
# run: columns((np.arange(40000).reshape(20000, 2) * 7919**3) % 10**15)
# run: columns((np.arange(20000).reshape(20000, 1) * 7919**3) % 10**15)
# run: total(((np.arange(30300).reshape(300, 101) * 7919**3) % 10**15)[:, :-1])
# run: total(((np.arange(90009).reshape(9, 10001) * 7919**3) % 10**15)[:, :-1])
# run: total(((np.arange(50500).reshape(5, 101, 100) * 7919**3) % 10**15)[:, :-1, :-1])
# run: total((np.arange(30030).reshape(30, 1001).T * 7919**3) % 10**15)
