# Programs of masks and shifts: counting, reversing and hashing bits.
import numpy as np


def popcount(x):
    count = 0
    while x:
        x &= x - 1
        count += 1
    return count


def reverse8(x):
    r = 0
    for _ in range(8):
        r = (r << 1) | (x & 1)
        x >>= 1
    return r


def fnv(data):
    h = np.uint64(14695981039346656037)
    for i in range(len(data)):
        h = (h ^ np.uint64(data[i])) * np.uint64(1099511628211)
    return h


def xorshift(seed, n):
    x = np.uint32(seed)
    for _ in range(n):
        x ^= x << np.uint32(13)
        x ^= x >> np.uint32(17)
        x ^= x << np.uint32(5)
    return x


# run: popcount(0)
# run: popcount(255)
# run: popcount(9223372036854775807)
# run: reverse8(0b11010010)
# run: fnv(np.arange(20, dtype=np.uint8))
# run: fnv(np.arange(40, dtype=np.uint8)[::-3])
# run: xorshift(2463534242, 100)
