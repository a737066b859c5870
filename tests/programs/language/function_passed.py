# Functions as arguments: named ones, lambdas, closures, methods.
import math


def integrate(f, a, b, n):
    h = (b - a) / n
    total = 0.5 * (f(a) + f(b))
    for i in range(1, n):
        total += f(a + i * h)
    return total * h


def square(x):
    return x * x


class Line:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def at(self, x):
        return self.a * x + self.b


def areas(n, k):
    line = Line(k, 1.0)
    return (
        integrate(square, 0.0, 1.0, n),
        integrate(lambda x: k * x, 0.0, 2.0, n),
        integrate(line.at, 0.0, 1.0, n),
        integrate(math.sqrt, 0.0, 4.0, n),
    )


def bisect(f, low, high):
    while high - low > 1e-9:
        middle = (low + high) / 2
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
    return low


def root(c):
    return bisect(lambda x: x * x - c, 0.0, c + 1.0)


# run: areas(8, 3.0)
# run: root(2.0)
