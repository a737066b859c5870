from bench.case import Case, uniform

CASES = [
    Case("column", "`x[:, 1].argmax()`, 100000×8", lambda n: [uniform(n).reshape(-1, 8)], lambda x: x.shape, size=800_000, label="K4"),
]
