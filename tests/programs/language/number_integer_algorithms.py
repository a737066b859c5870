# Algorithms over Python's ints: primes, powers modulo, digits, square roots.


def power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def is_prime(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def isqrt(n):
    if n == 0:
        return 0
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


def digit_sum(n):
    total = 0
    while n:
        n, d = divmod(n, 10)
        total += d
    return total


def primes(n):
    return [i for i in range(n) if is_prime(i)]


# run: power(3, 200, 1000007)
# run: primes(40)
# run: isqrt(10**17)
# run: isqrt(0)
# run: digit_sum(9876543210)
