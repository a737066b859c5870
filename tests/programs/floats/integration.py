# Numerical integration and root finding, as users write them.
# ulp: 4
import math

import numpy as np


def trapezoid(n):
    h = 1.0 / n
    s = 0.5 * (0.0 + 1.0)
    for i in range(1, n):
        x = i * h
        s += x * x
    return s * h


def bisect(low, high):
    for _ in range(100):
        middle = (low + high) / 2
        if middle * middle * middle - middle - 2 > 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def euler(y, k, dt, n):
    for _ in range(n):
        y += dt * (-k * y)
    return y


def gaussian(x, mu, sigma):
    z = (x - mu) / sigma
    return np.exp(-0.5 * z * z) / (sigma * math.sqrt(2 * math.pi))


# run: trapezoid(1000)
# run: bisect(1.0, 2.0)
# run: euler(1.0, 0.7, 0.01, 1000)
# run: gaussian(np.linspace(-3, 3, 13), 0.5, 1.2)
# run: gaussian(0.3, 0, 1)
