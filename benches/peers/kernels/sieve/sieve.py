"""How many primes there are below n, by Eratosthenes' sieve with loops."""
import numpy as np


def sieve(n: int):
    prime = np.ones(n, np.uint8)
    prime[:2] = 0
    i = 2
    while i * i < n:
        if prime[i] == 1:
            for j in range(i * i, n, i):
                prime[j] = 0
        i += 1
    count = 0
    for i in range(n):
        if prime[i] == 1:
            count += 1
    return count
