# Numbers of ranges as indices: with steps, backwards, empty, near the ends of 64 bits; and running sums, four rounds at once.
import numpy as np


def clear(x, first, last, step):
    for j in range(first, last, step):
        x[j] = 0


def upward(x, first, step):
    if first >= 0 and step > 0:
        for j in range(first, x.size, step):
            x[j] += j


def downward(x):
    for j in range(x.size - 1, 0, -3):
        x[j] = x[j - 1]
    for j in range(x.size - 1, -1, -1):
        x[j] += j
    for j in reversed(range(x.size)):
        x[j] *= 2


def thirds(x):
    for j in range(0, x.size - 2, 3):
        x[j] = x[j + 1] - x[j + 2]


def members(first, last, step, out):
    k = 0
    for j in range(first, last, step):
        out[k] = j
        k += 1
    return k


def running(x, out):
    s = 0
    for j in range(x.size):
        s += x[j]
        out[j] = s
    return s


def sieve(n: int):
    prime = np.ones(n, np.bool_)
    i = 2
    while i * i < n:
        if prime[i]:
            for j in range(i * i, n, i):
                prime[j] = False
        i += 1
    return np.flatnonzero(prime)


# run: clear(np.arange(20), 3, 20, 4)
# run: clear(np.arange(20), 19, -1, -4)
# run: clear(np.arange(20), -3, 10, 2)
# run: clear(np.arange(20), 5, 5, 1)
# run: clear(np.arange(20), 5, -2**63, 2**62)
# run: clear(np.arange(20), 7, 2**63 - 1, 2**63 - 1)
# raises: IndexError
# run: clear(np.arange(20), 7, -2**63, -2**63)
# raises: IndexError
# run: clear(np.arange(20), 1, 23, 3)
# raises: IndexError
# run: clear(np.arange(20), 19, -25, -3)
# raises: ValueError
# run: clear(np.arange(20), 0, 20, 0)
# run: upward(np.arange(20), 0, 1)
# run: upward(np.arange(21), 2, 3)
# run: upward(np.arange(21), 2, 2**62)
# run: upward(np.arange(21), 2**62, 2**62)
# run: upward(np.arange(0), 0, 5)
# run: downward(np.arange(20.0))
# run: downward(np.arange(1.0))
# run: downward(np.arange(0.0))
# run: thirds(np.arange(20.0))
# run: thirds(np.arange(2.0))
# run: thirds(np.arange(3.0)[::-1])
# run: members(-2**63, 2**63 - 1, 2**61, np.zeros(10, np.int64))
# run: members(2**63 - 1, -2**63, -2**61, np.zeros(10, np.int64))
# run: members(2**63 - 5, 2**63 - 1, 2, np.zeros(10, np.int64))
# run: running(np.arange(17, dtype=np.int32), np.zeros(17, np.int64))
# run: running(np.arange(3), np.zeros(3, np.int64))
# run: running(np.arange(0), np.zeros(0, np.int64))
# run: running(np.array([2**62, 2**61, -2**62, 5, 6]), np.zeros(5, np.int64))
# run: sieve(2)
# run: sieve(1000)
