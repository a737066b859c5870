from bench.case import Case, side, uniform

CASES = [
    Case("jacobi", "Jacobi 5-point, 1024², 10 sweeps", lambda n: [uniform(side(n) ** 2).reshape(side(n), -1), 10],
         lambda u, sweeps: u.shape, size=1024 * 1024, label="K6"),
]
