from bench.case import Case, side, uniform

CASES = [
    Case("softmax", "softmax over rows, 1000²", lambda n: [uniform(side(n) ** 2, -4.0, 4.0).reshape(side(n), -1)], lambda x: x.shape, ulps=16,
         forms={"numba": "row by row"}),
]
