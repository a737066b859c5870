from bench.case import Case, uniform

CASES = [
    Case("gauss_sine", "`exp(-x*x) * sin(x)`", lambda n: [uniform(n, -5.0, 5.0)], lambda x: [x.size], label="K3", ulps=4),
]
