from bench.case import Case, side, uniform

CASES = [
    Case("distances", "distances of all pairs, 1000×3", lambda n: [uniform(3 * side(n)).reshape(-1, 3)], lambda x: x.shape,
         size=1_000_000, label="K8"),
]
