"""K1: sums, mean and variance of one array."""
import numpy as np


def sum_i64(x: "int32[::1]"):
    return np.sum(x)


def sum_i32(x: "int32[::1]"):
    return np.sum(x, dtype=np.int32)


def sum_f64(x: "float64[::1]"):
    return np.sum(x)


def mean_f64(x: "float64[::1]"):
    return np.mean(x)


def var_f64(x: "float64[::1]"):
    return np.var(x)
