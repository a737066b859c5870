from bench.case import Case, uniform

CASES = [Case("cumsum", "`np.cumsum`", lambda n: [uniform(n)], lambda x: [x.size])]
