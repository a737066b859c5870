# Special methods: arithmetic, comparison, containers, calls, negation through subtraction.
import math


class Fraction:
    def __init__(self, p, q):
        g = math.gcd(p, q)
        self.p = p // g
        self.q = q // g

    def __add__(self, other):
        return Fraction(self.p * other.q + other.p * self.q, self.q * other.q)

    def __sub__(self, other):
        return Fraction(self.p * other.q - other.p * self.q, self.q * other.q)

    def __mul__(self, other):
        return Fraction(self.p * other.p, self.q * other.q)

    def __truediv__(self, other):
        return Fraction(self.p * other.q, self.q * other.p)

    def __eq__(self, other):
        return self.p == other.p and self.q == other.q

    def __lt__(self, other):
        return self.p * other.q < other.p * self.q

    def value(self):
        return self.p / self.q


class Polynomial:
    def __init__(self, coefficients):
        self.c = coefficients

    def __call__(self, x):
        total = 0.0
        for a in reversed(self.c):
            total = total * x + a
        return total

    def __len__(self):
        return len(self.c)

    def __getitem__(self, i):
        return self.c[i]

    def __contains__(self, x):
        return self(x) == 0.0


def fractions(n):
    total = Fraction(0, 1)
    for i in range(1, n):
        total = total + Fraction(1, i)
    half = Fraction(1, 2)
    return total.p, total.q, (total * half).value(), total - half == Fraction(1, 1), half < total, total / half > half


def polynomial(x):
    p = Polynomial([6.0, -5.0, 1.0])
    return p(x), len(p), p[1], 2.0 in p, 5.0 in p


# run: fractions(6)
# run: polynomial(1.5)
