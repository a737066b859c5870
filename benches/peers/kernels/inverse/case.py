from bench.case import Case, uniform
import numpy as np


def matrices(n):
    n //= 9
    return [uniform(9 * n, -1.0, 1.0).reshape(n, 3, 3) + 3 * np.eye(3)]


CASES = [
    Case("inverse", "inverse of a million 3×3", matrices, lambda m: [m.shape[0]], size=9_000_000, tolerance=1e-9, exact=False,
         forms={"numpy": "np.linalg.inv"}),
]
