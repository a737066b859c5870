# Python's int raises OverflowError beyond 64 bits; NumPy's ints wrap.
import numpy as np


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def hashing(n):
    h = np.uint64(14695981039346656037)
    for i in range(n):
        h = (h ^ np.uint64(i)) * np.uint64(1099511628211)
    return h


def wrapped(x):
    return np.int32(x) + np.int32(2147483647)


# run: factorial(20)
# differs: Python's ints have 64 bits
# raises: OverflowError
# run: factorial(21)
# run: hashing(10)
# run: wrapped(1)
