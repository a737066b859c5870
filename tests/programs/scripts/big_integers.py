# Arithmetic on big integers and polynomials as lists of digits: classes with operators, Karatsuba, division, caching.

import numpy as np

BASE = 10**4


class BigInt:
    """A natural number: digits in base 10000, the lowest first."""

    def __init__(self, digits=None):
        self.digits = [] if digits is None else digits
        while self.digits and self.digits[-1] == 0:
            self.digits.pop()

    @staticmethod
    def of(n):
        if n < 0:
            raise ValueError("a natural number cannot be negative")
        digits = []
        while n > 0:
            n, d = divmod(n, BASE)
            digits.append(d)
        return BigInt(digits)

    @classmethod
    def one(cls):
        return cls([1])

    def __len__(self):
        return len(self.digits)

    def __bool__(self):
        return bool(self.digits)

    def __eq__(self, other):
        return self.digits == other.digits

    def __lt__(self, other):
        if len(self) != len(other):
            return len(self) < len(other)
        return self.digits[::-1] < other.digits[::-1]

    def __add__(self, other):
        longest = max(len(self), len(other))
        digits = []
        carry = 0
        for k in range(longest):
            a = self.digits[k] if k < len(self) else 0
            b = other.digits[k] if k < len(other) else 0
            carry, d = divmod(a + b + carry, BASE)
            digits.append(d)
        if carry:
            digits.append(carry)
        return BigInt(digits)

    def __sub__(self, other):
        if self < other:
            raise ArithmeticError("the difference is negative")
        digits = list(self.digits)
        borrow = 0
        for k in range(len(digits)):
            d = digits[k] - borrow - (other.digits[k] if k < len(other) else 0)
            borrow = 1 if d < 0 else 0
            digits[k] = d + BASE * borrow
        return BigInt(digits)

    def __mul__(self, other):
        if min(len(self), len(other)) < 8:
            return self.schoolbook(other)
        return self.karatsuba(other)

    def schoolbook(self, other):
        digits = [0] * (len(self) + len(other))
        for i, a in enumerate(self.digits):
            carry = 0
            for j, b in enumerate(other.digits):
                carry, digits[i + j] = divmod(digits[i + j] + a * b + carry, BASE)
            digits[i + len(other)] += carry
        return BigInt(digits)

    def shifted(self, n):
        return BigInt([0] * n + self.digits)

    def karatsuba(self, other):
        half = max(len(self), len(other)) // 2
        a, b = BigInt(self.digits[half:]), BigInt(self.digits[:half])
        c, d = BigInt(other.digits[half:]), BigInt(other.digits[:half])
        high, low = a * c, b * d
        middle = (a + b) * (c + d) - high - low
        return high.shifted(2 * half) + middle.shifted(half) + low

    def __pow__(self, n):
        result, square = BigInt.one(), self
        while n:
            if n & 1:
                result = result * square
            square = square * square
            n >>= 1
        return result

    def __mod__(self, m):
        rest = 0
        for d in self.digits[::-1]:
            rest = (rest * BASE + d) % m
        return rest

    def digit_sum(self):
        total = 0
        for d in self.digits:
            while d:
                d, last = divmod(d, 10)
                total += last
        return total


def factorial(n):
    product = BigInt.one()
    for k in range(2, n + 1):
        product = product * BigInt.of(k)
    return product


def fibonacci(n, memo=None):
    """By doubling, with a dict of what is known."""
    if memo is None:
        memo = {}
    if n in memo:
        return memo[n]
    if n < 3:
        result = BigInt.of(min(n, 1))
    else:
        k = n // 2
        a, b = fibonacci(k, memo), fibonacci(k + 1, memo)
        if n % 2:
            result = a * a + b * b
        else:
            result = a * (b + b - a)
    if n > 3:
        memo[n] = result
    return result


def fibonacci_pair(n):
    a, b = BigInt.of(0), BigInt.of(1)
    for _ in range(n):
        a, b = b, a + b
    return a


def digits_of(n):
    return np.array(factorial(n).digits, dtype=np.int64)


def powers(a, n):
    x = BigInt.of(a) ** n
    return len(x), x % 1000007, x.digit_sum(), pow(a, n % 10) % 97


def agree(n):
    x, y = fibonacci_pair(n), fibonacci_pair(n + 3)
    return x.schoolbook(y) == x.karatsuba(y), (y - x).digit_sum(), x < y, y < x, not (x - x)


def compare(a, b):
    x, y = BigInt.of(a), BigInt.of(b)
    return (x - y).digit_sum()


def doubling(n):
    return fibonacci(n).digit_sum(), fibonacci_pair(n).digit_sum(), fibonacci(n) % 1009


# run: digits_of(30)
# run: digits_of(0)
# run: powers(7, 123)
# run: powers(0, 3)
# run: agree(400)
# run: doubling(90)
# run: compare(123456789, 23456789)
# raises: ArithmeticError: the difference is negative
# run: compare(5, 60000)
# raises: ValueError: a natural number cannot be negative
# run: compare(5, -1)
