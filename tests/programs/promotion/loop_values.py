# Weakness is kept by variables that a loop carries, until they meet a strong value.
import numpy as np


def powers(x, n):
    s = 1
    for _ in range(n):
        s = s * 2
    return x * s


def growing(n):
    x = np.zeros(2, np.float32)
    for _ in range(n):
        x = x * 3.0 + 1
    return x


def shape_is_weak(x):
    return x * x.shape[0] + len(x)


def counter_is_weak(x):
    y = x * 0
    for i in range(len(x)):
        y = y + x * i
    return y


# run: powers(np.arange(3, dtype=np.int8), 5)
# run: powers(np.float32(0.1), 10)
# raises: OverflowError: Python integer 256 out of bounds for int8
# run: powers(np.arange(3, dtype=np.int8), 8)
# run: growing(2)
# run: growing(0)
# run: shape_is_weak(np.arange(4, dtype=np.uint8) * 60)
# run: counter_is_weak(np.arange(4, dtype=np.float32) / 3)
