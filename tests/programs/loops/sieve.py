# The sieve of Eratosthenes with a bool array.
import numpy as np


def primes_below(n):
    is_prime = np.ones(n, dtype=np.bool_)
    is_prime[:2] = False
    i = 2
    while i * i < n:
        if is_prime[i]:
            for j in range(i * i, n, i):
                is_prime[j] = False
        i += 1
    count = 0
    for i in range(n):
        if is_prime[i]:
            count += 1
    return count, is_prime


# run: primes_below(2)
# run: primes_below(30)
# run: primes_below(1000)
