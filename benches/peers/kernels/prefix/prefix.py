"""Running sums, by loops."""
import numpy as np


def prefix_f64(x: "float64[::1]"):
    out = np.empty_like(x)
    s = 0.0
    for i in range(x.size):
        s += x[i]
        out[i] = s
    return out


def prefix_i64(x: "int32[::1]"):
    out = np.empty(x.size, np.int64)
    s = np.int64(0)
    for i in range(x.size):
        s += x[i]
        out[i] = s
    return out
