# Annotations by NumPy types and Python's own.
import numpy as np


def scale(x: np.float32, n: int) -> np.float32:
    return x * n


def mean_of(a: float, b: float) -> float:
    return (a + b) / 2


def is_small(n: int) -> bool:
    return n < 10


def byte(x: np.uint8, y: np.uint8) -> np.uint8:
    return x + y


# run: scale(np.float32(0.1), 3)
# run: mean_of(1.0, 2.5)
# run: is_small(5)
# run: byte(np.uint8(200), np.uint8(100))
