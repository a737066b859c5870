# Python ints that loops add up are exact up to 64 bits and raise beyond, whether the sum runs in vectors or not.
import numpy as np


def total(x):
    s = 0
    for i in range(len(x)):
        s += int(x[i])
    return s


def total_of_all(x):
    s = 0
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            s += int(x[i, j])
    return s


def counted(x, limit):
    n = 0
    for value in x:
        if value > limit:
            n += 1
    return n


def counted_down(x, limit):
    n = 100
    for i in range(len(x)):
        if x[i] > limit:
            n -= 1
        else:
            n += 2
    return n


def from_start(x, s):
    for i in range(len(x)):
        s += int(x[i])
    return s


def powers(n):
    s = 1
    for i in range(n):
        s += s
    return s


def both_ways(n, step):
    s = 0
    for i in range(n):
        s += i * step - 7
    return s


# run: total(np.arange(1000, dtype=np.int32))
# run: total(np.full(1000, 2**31 - 1, np.int32))
# run: total(np.full(1001, -2**31, np.int32)[::-2])
# run: total(np.full(999, 255, np.uint8))
# run: total(np.full(999, -128, np.int8))
# run: total(np.full(999, 2**32 - 1, np.uint32))
# run: total(np.zeros(0, np.int16))
# run: total(np.full(1000, 2**53, np.int64))
# raises: OverflowError
# differs: Python's int has no limit
# run: total(np.full(3, 2**62, np.int64))
# run: total_of_all(np.arange(1200, dtype=np.int32).reshape(30, 40))
# run: total_of_all(np.arange(1200, dtype=np.uint8).reshape(30, 40).T)
# run: total_of_all(np.zeros((0, 4), np.int8))
# run: counted(np.random.default_rng(1).integers(0, 256, 1001).astype(np.uint8), 100)
# run: counted(np.random.default_rng(1).normal(size=1001), 0.25)
# run: counted(np.random.default_rng(1).normal(size=1001).astype(np.float32)[::3], np.float32(0.25))
# run: counted(np.full(77, np.nan), 0.0)
# run: counted(np.random.default_rng(1).integers(0, 256, 1001).astype(np.int64), 100)
# run: counted_down(np.arange(300, dtype=np.int16), 100)
# run: from_start(np.arange(100, dtype=np.int32), 5)
# run: from_start(np.arange(100, dtype=np.int32), -2**63)
# raises: OverflowError
# differs: Python's int has no limit
# run: from_start(np.arange(100, dtype=np.int32), 2**63 - 10)
# run: powers(62)
# raises: OverflowError
# differs: Python's int has no limit
# run: powers(64)
# run: both_ways(1000, 3)
# run: both_ways(1000, -2**40)
# raises: OverflowError
# differs: Python's int has no limit
# run: both_ways(1000, 2**60)
