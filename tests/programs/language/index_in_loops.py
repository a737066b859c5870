# Subscripts with arrays inside loops and branches: temporaries die in every round, by every way out.
import numpy as np


def sums(x, n):
    total = 0.0
    for k in range(n):
        total += x[np.arange(k)].sum()
    return total


def until(x, limit):
    k = 0
    while True:
        part = x[x > k]
        if part.size < limit:
            break
        k += 1
    return k, part


def early(x, i):
    for k in range(5):
        y = x[i + k]
        if y.sum() > 20:
            return y
    return x[i]


def sieve(n):
    prime = np.ones(n, bool)
    prime[:2] = False
    for k in range(2, n):
        if prime[k]:
            prime[np.arange(2 * k, n, k)] = False
    return np.flatnonzero(prime)


def bubble(x):
    y = x.copy()
    swapped = True
    while swapped:
        wrong = np.flatnonzero(y[:-1] > y[1:])
        swapped = wrong.size > 0
        if swapped:
            k = wrong[0]
            y[[k, k + 1]] = y[[k + 1, k]]
    return y


# run: sums(np.arange(6.), 5)
# run: until(np.arange(10), 4)
# run: early(np.arange(10), np.array([1, 4]))
# raises: IndexError
# run: early(np.zeros(3), np.array([0, 1]))
# run: sieve(30)
# run: bubble(np.array([3, 1, 2, 0]))
