from bench.case import Case, uniform

CASES = [Case("sort", "`np.sort`", lambda n: [uniform(n)], lambda x: [x.size])]
