from bench.case import Case, uniform

CASES = [
    Case("triad", "`2*a*b + c`", lambda n: [uniform(n, seed=k) for k in range(3)], lambda a, b, c: [a.size], label="K2"),
]
