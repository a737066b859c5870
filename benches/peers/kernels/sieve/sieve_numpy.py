"""With slices."""
import numpy as np


def sieve(n):
    prime = np.ones(n, np.uint8)
    prime[:2] = 0
    i = 2
    while i * i < n:
        if prime[i] == 1:
            prime[i * i::i] = 0
        i += 1
    return np.count_nonzero(prime)
