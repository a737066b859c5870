# Loops in which integers of several widths meet.
import numpy as np


def combine(a, b, c):
    out = np.zeros(len(a), np.int64)
    for i in range(len(a)):
        out[i] = a[i] * 2 + b[i] * c[i]
    return out


def checksum(x):
    low = np.uint16(1)
    high = np.uint16(0)
    for i in range(len(x)):
        low = (low + x[i]) % 251
        high = (high + low) % 251
    return high, low


# run: combine(np.arange(5, dtype=np.int8), np.arange(5, dtype=np.int16), np.arange(5, dtype=np.int32))
# run: combine(np.arange(5, dtype=np.uint8) * 60, np.arange(5, dtype=np.uint8) * 60, np.arange(5, dtype=np.uint8))
# run: combine(np.arange(5, dtype=np.int8)[::-1], np.arange(5, dtype=np.uint32), np.arange(10)[::2])
# run: checksum(np.arange(100, dtype=np.uint8))
