from bench.case import Case, side, uniform

CASES = [
    Case("paths", "Floyd–Warshall, 300 nodes", lambda n: [uniform(side(n) ** 2).reshape(side(n), -1)], lambda lengths: [lengths.shape[0]],
         size=90_000, work=lambda n: side(n) ** 3, most=1_000_000, forms={"numpy": "a row at a time"}),
]
